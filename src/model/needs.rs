//! What projects still lack: the needs of activities that are financed together.

use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Serialize;

use super::{Code, MoneySum};

/// What the cost of a group stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CostBasis {
    /// The budgets of all its activities.
    Budgets,
    /// The largest total cost that an application states, for want of the budget of the only activity.
    Application,
    /// Nothing: the budget of an activity is not reported.
    Unknown,
}

/// What the own contribution of a group stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnBasis {
    /// The application that states the largest one: several applications describe the same project.
    Application,
    /// The contributions that the activity declares.
    Activity,
    /// Nothing: it is not reported.
    Unknown,
}

/// What a group of activities financed together costs, has and lacks.
///
/// Activities that an application serves together can't be split: they form one group, with every activity that a further
/// common application links to them. Amounts stand in the report currency alone: their sums by currency are left empty.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Need {
    /// The activities, as indices in their table. None where the applications name none that is known.
    pub activities: Vec<u32>,
    /// The applications, as indices in the table of funding.
    pub applications: Vec<u32>,
    /// The cost; `None` where it is not reported.
    pub cost: Option<MoneySum>,
    /// What the cost stands on.
    pub cost_basis: CostBasis,
    /// The amounts signed by the cut-off: zero where nothing is signed.
    pub secured: MoneySum,
    /// Applications whose agreement is signed and whose signed amount is not reported.
    pub unsigned: u64,
    /// The own contribution, in cash and in kind; `None` where it is not reported.
    pub own: Option<MoneySum>,
    /// What the own contribution stands on.
    pub own_basis: OwnBasis,
    /// The amounts requested by undecided applications, each times the probability of its stage.
    pub expected: MoneySum,
    /// Undecided applications that state no amount.
    pub unpriced: u64,
    /// Cost less secured less own contribution, as far as that is reported. `None` where the cost, a signed amount or a
    /// rate is missing.
    pub gap: Option<Decimal>,
    /// The gap less the expected amount.
    pub gap_after: Option<Decimal>,
    /// True where a finding of severity error touches an amount.
    pub provisional: bool,
}

impl Need {
    /// Names the currencies for which a rate is missing.
    pub fn without_rate(&self) -> Vec<Code> {
        let sums = self.cost.iter().chain([&self.secured]).chain(&self.own).chain([&self.expected]);
        let mut codes: Vec<Code> = sums.flat_map(|sum| sum.without_rate.iter().cloned()).collect();
        codes.sort();
        codes.dedup();
        codes
    }
}

/// One column of amounts, summed over groups, in the report currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct NeedSum {
    /// The sum; `None` where no group reports the amount, or one of them lacks a rate.
    pub amount: Option<Decimal>,
    /// How many groups it adds up.
    pub reported: u64,
}

/// The needs of several groups, summed column by column. A group without an amount is left out of its column only.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct NeedSums {
    /// Groups.
    pub groups: u64,
    /// Their activities.
    pub activities: u64,
    /// Their applications.
    pub applications: u64,
    /// The costs.
    pub cost: NeedSum,
    /// The amounts signed.
    pub secured: NeedSum,
    /// The own contributions.
    pub own: NeedSum,
    /// The expected amounts.
    pub expected: NeedSum,
    /// The gaps of the groups whose gap is known.
    pub gap: NeedSum,
    /// The gaps after the expected amounts, of the same groups.
    pub gap_after: NeedSum,
    /// Groups whose money passes their cost, and by how much together: it covers no gap of another group.
    pub surplus: (u64, Decimal),
    /// Groups whose gap is known although their own contribution is not reported, so that it may be smaller.
    pub own_unknown: u64,
}

/// The needs in one scope.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Needs {
    /// The groups, by what they lack, largest first; those whose gap is not known last. A group counts in full in each
    /// scope in which one of its activities stands.
    pub groups: Vec<Arc<Need>>,
    /// Their sums.
    pub whole: NeedSums,
    /// The sums by pair of a Moroccan and a French council, largest gap first.
    pub pairs: Vec<((Code, Code), NeedSums)>,
    /// The sums by theme, in list order.
    pub themes: Vec<(Code, NeedSums)>,
    /// True where a group stands in several pairs, so that these do not add up.
    pub pairs_overlap: bool,
    /// True where a group stands in several themes.
    pub themes_overlap: bool,
    /// Groups that stand in no pair: their activities name councils of one country, or none.
    pub without_pair: u64,
    /// The rates by which amounts were converted, as indices in the rates of the campaign.
    pub rates: Vec<usize>,
}
