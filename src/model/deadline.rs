//! Deadlines of applications, the plan that leads back from them, and applications against the rules of their call.

use jiff::civil::{Date, DateTime, Time};
use rust_decimal::Decimal;
use serde::Serialize;

use super::Code;

/// How near a deadline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// It passed.
    Overdue,
    /// One day is left, or none.
    Day,
    /// Up to 7 days.
    Week,
    /// Up to 15 days.
    Fortnight,
    /// Up to 30 days.
    Month,
    /// Up to 60 days.
    TwoMonths,
    /// Up to 90 days.
    ThreeMonths,
    /// More than 90 days.
    Later,
}

impl Band {
    /// Tells the band of a number of days left.
    ///
    /// ```
    /// use bilan::model::deadline::Band;
    /// assert_eq!([-1, 0, 1, 7, 15, 30, 60, 91].map(Band::of), [
    ///     Band::Overdue, Band::Day, Band::Day, Band::Week, Band::Fortnight, Band::Month, Band::TwoMonths, Band::Later,
    /// ]);
    /// ```
    pub const fn of(days: i32) -> Band {
        match days {
            ..0 => Band::Overdue,
            0..=1 => Band::Day,
            2..=7 => Band::Week,
            8..=15 => Band::Fortnight,
            16..=30 => Band::Month,
            31..=60 => Band::TwoMonths,
            61..=90 => Band::ThreeMonths,
            _ => Band::Later,
        }
    }

    /// Gives the most days that are left in the band; `None` for what passed or lies further away.
    pub const fn days(self) -> Option<u32> {
        match self {
            Band::Overdue | Band::Later => None,
            Band::Day => Some(1),
            Band::Week => Some(7),
            Band::Fortnight => Some(15),
            Band::Month => Some(30),
            Band::TwoMonths => Some(60),
            Band::ThreeMonths => Some(90),
        }
    }
}

/// The hour at which a call closes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// The time of the day, in the call's zone.
    pub time: Time,
    /// The name of the zone, such as `Europe/Brussels`.
    pub zone: Box<str>,
    /// The same moment in universal time.
    pub utc: DateTime,
}

/// What is known of a paper that an application needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaperState {
    /// The application or a passage names it as ready.
    Ready,
    /// The application names the papers that are ready, and not this one.
    Open,
    /// Nothing is reported about the papers of the application.
    NotReported,
}

/// One step of the plan that leads back from a deadline: a paper, and the last day for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanStep {
    /// The paper, a code of `papers.csv`.
    pub paper: Code,
    /// How many days before the deadline it has to be ready; `None` where the campaign sets none.
    pub lead: Option<u32>,
    /// The last day; `None` where no lead time is set.
    pub day: Option<Date>,
    /// Whether it is ready.
    pub state: PaperState,
    /// True where the day has passed and the paper is not known to be ready.
    pub late: bool,
}

/// A deadline ahead of the reference date, or one that passed without a submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The day: the application's own one, else that on which its call closes.
    pub date: Date,
    /// Days from the reference date; negative when overdue.
    pub days: i32,
    /// How near it is.
    pub band: Band,
    /// The hour, where the call tells hour and zone of this very day.
    pub moment: Option<Moment>,
    /// The index of the application in the table of funding.
    pub row: u32,
    /// The call, where it is in the list.
    pub call: Option<Code>,
    /// The plan back from the deadline, by day; steps without a day last.
    pub plan: Vec<PlanStep>,
}

/// A rule of a call, as far as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleSource {
    /// The name of the rule in its file.
    pub name: Box<str>,
    /// The day from which it holds.
    pub valid_from: Option<Date>,
    /// Where it was read.
    pub source: Box<str>,
    /// False where it is to be checked.
    pub verified: bool,
}

/// How a share of an application stands to the limit of its call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Beyond the limit.
    Broken,
    /// Within two points of a ceiling.
    Near,
    /// Within the limit.
    Kept,
    /// The share or the limit is not known.
    Unknown,
}

/// A share of an application and the limit that its call sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Limit {
    /// The share, as part and whole in the currency of the application; `None` where one of them is not reported.
    pub share: Option<(Decimal, Decimal)>,
    /// The limit, a fraction of 1; `None` where it is to be checked.
    pub limit: Option<Decimal>,
    /// What follows.
    pub standing: Standing,
}

impl Limit {
    /// Gives the share as a fraction of 1.
    pub fn fraction(&self) -> Option<Decimal> {
        self.share.and_then(|(part, whole)| part.checked_div(whole))
    }
}

/// One application beside the rule of its call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallCheck {
    /// The index of the application in the table of funding.
    pub row: u32,
    /// The call.
    pub call: Code,
    /// The rule that concerns it; `None` where the call has none.
    pub rule: Option<RuleSource>,
    /// The amount requested over the total cost, against the ceiling.
    pub rate: Limit,
    /// The own contribution over the total cost, against the least share.
    pub own: Limit,
    /// The contribution in kind over the own contribution, against the cap.
    pub in_kind: Limit,
}
