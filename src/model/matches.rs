//! Calls that may fill a gap: each criterion of each call, for each group of activities that lacks money.

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

use super::deadline::PlanStep;
use super::needs::Need;
use super::{Code, Money};

/// Whether a criterion is met. A call as a whole is the worst of its criteria.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fit {
    /// It is met.
    Fits,
    /// The list of calls or the returns do not tell.
    ToCheck,
    /// It is not met.
    Fails,
}

/// One criterion of a call, with what was compared. Amounts stand in the report currency.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Criterion {
    /// The days on which it takes applications.
    Window {
        /// The first day.
        opens: Option<Date>,
        /// The last day.
        closes: Option<Date>,
        /// True where the call is known to be over, whatever its days.
        over: bool,
    },
    /// Who may apply, a code of the list `applicant`.
    Applicants(Option<Code>),
    /// Whether partners in Morocco are eligible.
    Morocco(Option<bool>),
    /// The themes that it takes; none where they are not known.
    Themes(Vec<Code>),
    /// What could be requested.
    Amount {
        /// What is lacking.
        gap: Option<Decimal>,
        /// What could be requested of it: no more than is lacking, than the ceiling of the cost and than the largest
        /// amount, as far as they are known.
        reach: Option<Decimal>,
        /// The least amount, as the rule states it.
        min: Option<Money>,
        /// The largest amount, as the rule states it.
        max: Option<Money>,
        /// The ceiling, a fraction of the cost.
        ceiling: Option<Decimal>,
        /// The least cost, as the rule states it.
        min_cost: Option<Money>,
    },
    /// The own contribution.
    Own {
        /// What is reported.
        own: Option<Decimal>,
        /// What the rule asks for at this cost.
        asked: Option<Decimal>,
        /// The least share, a fraction of the cost.
        share: Option<Decimal>,
    },
    /// The duration in months: that of the project, and the longest one.
    Duration(Option<u32>, Option<u32>),
    /// The language of the dossier, a code of the list `language`.
    Language(Option<Code>),
    /// The time left: days to the closing day, and the deliberation.
    Time {
        /// Days from the reference date.
        days: Option<i32>,
        /// The deliberation of the council.
        deliberation: Box<PlanStep>,
    },
    /// The other papers that the call asks for; none where they are not known.
    Papers(Vec<PlanStep>),
    /// Where the rule was read, and whether that was verified.
    Source {
        /// The name of the rule.
        rule: Option<Box<str>>,
        /// Where it was read.
        source: Box<str>,
    },
}

/// One call for one group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CallMatch {
    /// The call.
    pub call: Code,
    /// The last day.
    pub closes: Option<Date>,
    /// True where it closed before the reference date: listed for comparison.
    pub closed: bool,
    /// True where the list tells neither its first nor its last day.
    pub undated: bool,
    /// The application that was made to it for the group, as an index in the table of funding.
    pub application: Option<u32>,
    /// The worst of the criteria.
    pub fit: Fit,
    /// The criteria, in the order in which they are printed.
    pub criteria: Vec<(Fit, Criterion)>,
}

/// The calls for one group, those that fit first, then by closing day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Matches {
    /// The group.
    pub need: Need,
    /// The calls.
    pub calls: Vec<CallMatch>,
}

/// The calls for every group that was asked about.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Matching {
    /// The groups that lack money, those that lack most first.
    pub groups: Vec<Matches>,
    /// Groups of which it is not known what they lack.
    pub unknown: Vec<Need>,
}
