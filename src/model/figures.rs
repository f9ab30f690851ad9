//! What counting gives: figures of one document's scope, without words.

use std::collections::BTreeMap;
use std::sync::Arc;

use ecow::EcoVec;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use super::marks::{Mark, Marks};

use super::changes::Changes;
use super::deadline::{CallCheck, Deadline};
use super::needs::Needs;
use super::trend::Trend;
use super::{Code, Mask, MoneySum, Sheet};

/// Which rows a document speaks about. The period is the campaign's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Everything.
    All,
    /// The activities of one territory, on either side.
    Territory(Code),
    /// The activities of one theme.
    Theme(Code),
    /// The activities of one Moroccan and one French council.
    Pair(Code, Code),
    /// The activities with at least one council of a country, and what its councils sent beside activities. A joint
    /// activity stands in the scopes of both countries.
    Country(Code),
    /// One activity, by its identifier, and the rows that name it.
    Activity(Code),
    /// The activities of one status.
    Status(Code),
    /// The applications to one funder.
    Funder(Code),
}

/// The result of one measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// A number, in the unit of the indicator.
    Number(Decimal),
    /// Sums of money.
    Money(MoneySum),
    /// An interval of people.
    Interval(Decimal, Decimal),
    /// A quotient, kept as its two sides. Money stands in the report currency.
    Ratio(Decimal, Decimal),
    /// The number of rows of each value in list order, and the median value of an ordinal.
    Spread(Vec<(Box<str>, u64)>, Option<Box<str>>),
    /// No row of the scope reports the measured cell, or a denominator is zero.
    NotReported,
    /// The rows can't be put together.
    Refused(Refusal),
    /// A number of people that a public edition does not tell; counting gives none.
    Masked(Mask),
}

/// Why a figure is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// Annual and cumulative readings are mixed.
    MixedAccumulation,
    /// A currency has no rate.
    NoRate(Vec<Code>),
    /// The catalogue gives no total for this indicator.
    NoTotal,
    /// Percentages of several territories stand without numerator and denominator.
    NoParts,
    /// The target equals the baseline.
    NoDistance,
    /// No series states baseline, target and actual value.
    Incomplete,
    /// The series may count the same people, so that their values do not add up.
    Overlap,
    /// It would tell a number of people that a public edition masks.
    Masked,
}

impl Outcome {
    /// Gives the value as one number: of a ratio its quotient, of money the converted sum; `None` for the others.
    pub fn value(&self) -> Option<Decimal> {
        match self {
            Outcome::Number(number) => Some(*number),
            Outcome::Money(sum) => sum.converted,
            Outcome::Ratio(numerator, denominator) => numerator.checked_div(*denominator),
            Outcome::Interval(low, high) if low == high => Some(*low),
            _ => None,
        }
    }
}

/// The denominator of a ratio: its table and the rows that take part, as far as they are marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Below {
    /// The table of the marks.
    pub table: Sheet,
    /// The rows that take part.
    pub marks: Marks,
}

/// One figure: a measure evaluated in a scope.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// The code of the indicator in the catalogue.
    pub code: Code,
    /// The result.
    pub outcome: Outcome,
    /// How many report the measured cell: rows; activities where the table is `amounts` or `beneficiaries`; series of a
    /// latest value; keys of a ratio on a key.
    pub reported: u64,
    /// How many were asked: those in scope that meet the conditions, without the not applicable ones.
    pub asked: u64,
    /// How many rows were left out because they carry no date and the period does not cover the agreement.
    pub undated: u64,
    /// True where a finding of severity error kept a cell or row out of this figure.
    pub provisional: bool,
    /// The table of the marks; of a ratio, that of the numerator.
    pub table: Option<Sheet>,
    /// The rows that take part, where the conditions over [`Figures::rows`] can't tell them. In the table `attainments`
    /// a row is an index in [`Figures::results`]. Figures of breakdowns carry none.
    pub marks: Marks,
    /// The other side of a ratio.
    pub below: Option<Below>,
}

impl Figure {
    /// Gives the result as one number.
    pub fn value(&self) -> Option<Decimal> {
        self.outcome.value()
    }
}

/// Figures by indicator code, in the order of codes.
pub type FigureSet = BTreeMap<Code, Figure>;

/// A breakdown: a line for each value of an axis, with the figures of that part.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Breakdown {
    /// The value of each line, with its figures. A line without any activity is kept where the list is closed.
    pub lines: Vec<(Code, FigureSet)>,
    /// True where an activity may stand in several lines, so that the lines do not add up to the whole.
    pub overlapping: bool,
    /// The rows behind the figures of people of each line, by line and figure, by which their public copy is told.
    #[serde(skip)]
    pub behind: BTreeMap<Code, BTreeMap<Code, Behind>>,
}

/// The rows behind a figure of people, where nothing else of its marks is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Behind {
    /// The rows that add to the number, to the high end of an interval or to the numerator of a quotient.
    pub rows: EcoVec<u32>,
    /// The rows that add to the low end of an interval.
    pub least: EcoVec<u32>,
    /// The rows that add to the denominator of a quotient.
    pub below: EcoVec<u32>,
}

impl Behind {
    /// Gathers the rows of a figure that has marks.
    pub fn of(figure: &Figure) -> Behind {
        let rows = |marks: &Marks, of: fn(&Mark) -> Decimal| -> EcoVec<u32> {
            marks.told().filter(|mark| of(mark) > Decimal::ZERO).map(|mark| mark.row).collect()
        };
        let below = figure.below.as_ref().map_or(EcoVec::new(), |below| rows(&below.marks, |mark| mark.value));
        let all = rows(&figure.marks, |mark| mark.value);
        let least = match figure.outcome {
            Outcome::Interval(..) => rows(&figure.marks, |mark| mark.low),
            _ => EcoVec::new(),
        };
        let least = if least == all { all.clone() } else { least };
        Behind { rows: all, least, below }
    }
}

/// One indicator of a theme in a scope: baseline, target, actual and attainment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Result {
    /// The code in the catalogue.
    pub code: Code,
    /// The evaluated measure.
    pub figure: Figure,
    /// The baseline over the series that have baseline, target and actual.
    pub baseline: Option<Decimal>,
    /// The target over the same series.
    pub target: Option<Decimal>,
    /// The actual value over the same series.
    pub actual: Option<Decimal>,
    /// Why a public edition tells no baseline, target or actual value; each that is masked is `None` above.
    pub masked: [Option<Mask>; 3],
    /// (actual - baseline) / (target - baseline), uncapped.
    pub attainment: std::result::Result<Decimal, Refusal>,
    /// How many series have all three.
    pub complete: u64,
    /// How many series there are.
    pub series: u64,
    /// The last period of the readings used.
    pub last: Option<Date>,
    /// The indices of the readings used, in the table of readings.
    pub rows: Vec<u32>,
}

/// One funding stage: how many applications stand there, and how many went at least that far.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StageLine {
    /// The stage.
    pub stage: Code,
    /// Applications whose present stage this is.
    pub present: u64,
    /// Applications whose present stage is this or a later one of the same way; lost ones count at their last known step.
    /// The reserve list, refusal and withdrawal lie beside the way: there it equals `present`.
    pub reached: u64,
    /// The amount requested by the present ones.
    pub requested: MoneySum,
}

/// One funder's part in the funding search, in the report currency.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FunderLine {
    /// The funder.
    pub funder: Code,
    /// Applications.
    pub applications: u64,
    /// Amount requested.
    pub requested: MoneySum,
    /// Amount awarded.
    pub awarded: MoneySum,
    /// Amount requested by applications that await a decision.
    pub pending: MoneySum,
}

/// The status of the funding search.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct FundingStatus {
    /// Every stage of the list, in order.
    pub stages: Vec<StageLine>,
    /// The funders applied to, by amount requested, largest first.
    pub funders: Vec<FunderLine>,
    /// Deadlines, the overdue first, then the nearest.
    pub deadlines: Vec<Deadline>,
    /// Applications beside the rules of their calls, in table order; lost ones are left out.
    pub checks: Vec<CallCheck>,
    /// What activities financed together still lack.
    pub needs: Needs,
    /// Median days from submission to decision, lower middle.
    pub days_to_decision: Option<i64>,
}

/// What is known of one council.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CouncilState {
    /// It takes part in at least one started activity of the period.
    Active,
    /// It sent a return and takes part in none.
    Returned,
    /// A return was expected and none came.
    Silent,
    /// No return was expected of it in this campaign.
    NotAsked,
}

/// The return of one territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Council {
    /// The territory.
    pub territory: Code,
    /// Its country, `MA` or `FR`.
    pub country: Code,
    /// What is known of it.
    pub state: CouncilState,
    /// Whether a return was expected.
    pub expected: bool,
    /// Whether one came.
    pub returned: bool,
    /// The day it came, where the campaign declares it.
    pub received_on: Option<Date>,
    /// Whether it came after the due day; `None` where no day is declared.
    pub late: Option<bool>,
    /// Non-empty cells read from it, and those that no error finding holds.
    pub cells: (u64, u64),
    /// Activities of the period that it takes part in.
    pub activities: u64,
}

/// Coverage and completeness.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Coverage {
    /// Every council of both countries, in list order, Morocco first.
    pub councils: Vec<Council>,
    /// The number of activities by pair of a Moroccan and a French council.
    pub pairs: BTreeMap<(Code, Code), u64>,
}

/// Where the agreement stands on the reference date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Clock {
    /// The year of the agreement on the cut-off day, from 1; it goes on counting after a renewal.
    pub year: u32,
    /// The number of years of one term.
    pub years: u32,
    /// The term, from 1.
    pub term: u32,
    /// The last day of the present term.
    pub ends_on: Date,
    /// Days from the reference date to the end of the present term.
    pub days_left: i32,
    /// Days of the present term that are over, and its length.
    pub elapsed: (i32, i32),
}

/// One sustainable development goal: the activities that name it or a target of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GoalLine {
    /// The goal, by its number.
    pub goal: Code,
    /// Activities of the period that name it.
    pub activities: u64,
    /// Their budget: the part by the weights that the sender states, else the whole.
    pub budget: MoneySum,
}

/// The budget by sustainable development goal.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Goals {
    /// The goals named, by number.
    pub lines: Vec<GoalLine>,
    /// Activities of the period that name a goal, and their budget.
    pub whole: (u64, MoneySum),
    /// True where a budget counts in full for several goals, so that the lines do not add up to the whole.
    pub overlapping: bool,
}

/// Every figure of one document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figures {
    /// What the document speaks about.
    pub scope: Scope,
    /// The cross-cutting indicators of the catalogue.
    pub cross: FigureSet,
    /// The indicators of the themes that have readings in scope, in catalogue order.
    pub results: Vec<Result>,
    /// Figures by theme, in list order.
    pub themes: Breakdown,
    /// Figures by territory that has an activity or was expected, in list order.
    pub territories: Breakdown,
    /// Figures by activity status, in list order.
    pub statuses: Breakdown,
    /// The budget by sustainable development goal.
    pub goals: Goals,
    /// The funding search.
    #[serde(serialize_with = "shared")]
    pub funding: Arc<FundingStatus>,
    /// Coverage and completeness; of the whole campaign in every scope.
    #[serde(serialize_with = "shared")]
    pub coverage: Arc<Coverage>,
    /// The agreement clock.
    pub clock: Clock,
    /// The rows in scope and period, by table, as indices: what the workbook marks `in`.
    pub rows: BTreeMap<Sheet, Vec<u32>>,
    /// Activities in scope without any date, as indices.
    pub undated: Vec<u32>,
    /// The flows over time; without spans where nobody asked for them.
    pub trend: Trend,
    /// What changed since an earlier run; of the whole agreement only, and where one was given.
    pub changes: Option<Changes>,
    /// True where a finding of severity error touches a figure of this document.
    pub provisional: bool,
}

/// Writes what documents share as each of them has it.
fn shared<T: Serialize, S: serde::Serializer>(part: &Arc<T>, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    part.as_ref().serialize(serializer)
}
