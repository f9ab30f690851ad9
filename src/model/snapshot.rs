//! What a run leaves behind for the next one: `internal/snapshot.json`.
//!
//! It holds the figures, and of the rows what a reader a year later wants to follow: which activities there were and
//! what they were to cost, who answered, and what was recommended. No private column.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Code, Currency, Names, Outcome, Period};

/// The path of the file in the output folder.
pub const PATH: &str = "internal/snapshot.json";

/// The version of the form that is written. A file of another version is refused.
pub const VERSION: u32 = 1;

/// One run in a form that the next one reads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// [`VERSION`].
    pub version: u32,
    /// The day of signature, by which the agreement is known.
    pub signed_on: Date,
    /// The short names of its two parties.
    pub parties: [Box<str>; 2],
    /// The evaluated period.
    pub period: Period,
    /// The reference date.
    pub reference_date: Date,
    /// The currency that money is converted to.
    pub currency: Currency,
    /// The cross-cutting figures and the indicators of the themes, of the whole agreement.
    pub figures: BTreeMap<Code, Outcome>,
    /// The figures that tables print, by territory.
    pub territories: BTreeMap<Code, BTreeMap<Code, Outcome>>,
    /// The activities.
    pub activities: BTreeMap<Code, Activity>,
    /// The territories that were expected or answered, and whether they did.
    pub returns: BTreeMap<Code, bool>,
    /// The recommendations, in the order of the returns.
    pub recommendations: Vec<Recommendation>,
}

/// One activity as it was declared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    /// Its title; a blank French one stands for none.
    pub title: Names,
    /// Its councils, the Moroccan ones first.
    pub territories: Vec<Code>,
    /// Its status.
    pub status: Option<Code>,
    /// Its planned budget, by currency.
    pub budget: BTreeMap<Currency, Decimal>,
}

/// One recommendation as it stood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recommendation {
    /// What it recommends; it has no other name.
    pub text: Box<str>,
    /// To whom.
    pub addressee: Option<Box<str>>,
    /// By when.
    pub due: Option<Date>,
    /// Its status.
    pub status: Option<Code>,
}
