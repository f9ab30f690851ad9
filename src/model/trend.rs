//! Flows over time: the same measures over several spans of one agreement.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::figures::Behind;
use super::{Code, Outcome, Period};

/// One flow in one span.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Moment {
    /// The result; money converted at the rate of each row's own day.
    pub outcome: Outcome,
    /// The same money, converted as a whole at the rate of the cut-off: what remains of a growth is not the rate's.
    pub constant: Option<Decimal>,
    /// How many rows carry no day: the whole counts them, no part does.
    pub undated: u64,
    /// The rows that take part in a flow of people, by which its public copy is told.
    pub behind: Behind,
}

/// The flows of one span of time in one scope.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Span {
    /// The span as it is called: a whole year, a whole half-year.
    pub called: Period,
    /// The days of it that count: from the signature to the cut-off.
    pub period: Period,
    /// Activities whose first day lies in it; `None` where the scope has no activity.
    pub begun: Option<u64>,
    /// Completed activities whose last day lies in it.
    pub completed: Option<u64>,
    /// The flows, by the code of their indicator.
    pub flows: BTreeMap<Code, Moment>,
}

impl Span {
    /// Says whether the span goes on after the cut-off, so that it can't be compared with a whole one.
    pub fn goes_on(&self) -> bool {
        self.period.to < self.called.to
    }

    /// Says whether nothing happened, as far as anybody reported.
    pub fn is_empty(&self) -> bool {
        let none = |count: Option<u64>| count.unwrap_or(0) == 0;
        let silent = |moment: &Moment| match &moment.outcome {
            Outcome::NotReported | Outcome::Refused(_) => true,
            Outcome::Masked(_) => false,
            Outcome::Money(sum) => sum.by_currency.values().all(Decimal::is_zero),
            Outcome::Interval(_, high) => high.is_zero(),
            outcome => outcome.value().is_none_or(|value| value.is_zero()),
        };
        none(self.begun) && none(self.completed) && self.flows.values().all(silent)
    }

    /// Gives a flow as one number, at the rates of each day.
    pub fn current(&self, code: &str) -> Option<Decimal> {
        self.flows.get(code)?.outcome.value()
    }

    /// Gives a flow of money at the rate of the cut-off.
    pub fn constant(&self, code: &str) -> Option<Decimal> {
        self.flows.get(code)?.constant
    }
}

/// The flows of one scope over the agreement so far.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Trend {
    /// Each year of the agreement, the first one first.
    pub years: Vec<Span>,
    /// Each calendar half-year since the signature.
    pub halves: Vec<Span>,
    /// Each calendar year since the signature.
    pub calendar: Vec<Span>,
    /// All of it, with the rows that carry no day.
    pub since: Option<Span>,
    /// Activities that began before the signature, which no year counts.
    pub before: u64,
}

impl Trend {
    /// Gives the years of the agreement in which something happened, each with its number from 1.
    pub fn busy_years(&self) -> Vec<(u32, &Span)> {
        (1..).zip(&self.years).filter(|(_, span)| !span.is_empty()).collect()
    }
}

/// Gives the growth from one value to the next as a fraction; `None` from zero or from below it.
///
/// ```
/// use bilan::model::trend::growth;
/// use rust_decimal::Decimal;
/// assert_eq!(growth(Decimal::from(80), Decimal::from(100)), Some(Decimal::new(25, 2)));
/// assert_eq!(growth(Decimal::ZERO, Decimal::from(100)), None);
/// ```
pub fn growth(before: Decimal, now: Decimal) -> Option<Decimal> {
    if before <= Decimal::ZERO { None } else { now.checked_sub(before)?.checked_div(before) }
}
