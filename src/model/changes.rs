//! What changed between two runs of one agreement.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

use super::snapshot::Recommendation;
use super::{Code, Currency, Names, Outcome, Period};

/// Everything that differs from an earlier run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Changes {
    /// The period that the earlier run evaluated.
    pub period: Period,
    /// Its reference date.
    pub reference_date: Date,
    /// The currency that it converted to.
    pub currency: Currency,
    /// Every figure that one of the two runs has, in the order of codes.
    pub figures: Vec<FigureChange>,
    /// Activities that were not there.
    pub new: Vec<Named>,
    /// Activities that have been completed since.
    pub completed: Vec<Named>,
    /// Activities that nobody declares any more.
    pub gone: Vec<Named>,
    /// Activities of the same identifier whose planned budget differs.
    pub revised: Vec<Revision>,
    /// Territories that answered and had not.
    pub returned: Vec<Code>,
    /// Territories that had answered and did not.
    pub silent: Vec<Code>,
    /// The recommendations of the earlier run, each with its status now.
    pub followed: Vec<Followed>,
}

/// One figure in both runs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FigureChange {
    /// The indicator.
    pub code: Code,
    /// The earlier result.
    pub before: Outcome,
    /// The present result.
    pub now: Outcome,
    /// What lies between; `None` where the two can't be compared.
    pub change: Option<Difference>,
}

/// How two results differ.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Difference {
    /// Of counts: how many more.
    Count(Decimal),
    /// Of money: the growth, as a fraction.
    Growth(Decimal),
    /// Of quotients: the distance between them, in their own unit.
    Distance(Decimal),
}

/// An activity, as far as a list of changes tells it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Named {
    /// Its identifier.
    pub id: Code,
    /// Its title.
    pub title: Names,
    /// Its councils.
    pub territories: Vec<Code>,
}

/// A planned budget that was changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Revision {
    /// The activity.
    pub activity: Named,
    /// What was planned.
    pub before: BTreeMap<Currency, Decimal>,
    /// What is planned.
    pub now: BTreeMap<Currency, Decimal>,
}

/// What became of a recommendation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Followed {
    /// As it stood.
    pub before: Recommendation,
    /// As it stands; `None` where nobody speaks of it any more.
    pub now: Option<Recommendation>,
}
