//! Councils and their returns, counted.

use std::collections::BTreeMap;

use crate::model::figures::{Council, CouncilState, Figures};
use crate::model::{Code, List, Value};

/// The councils of one country, or of both.
pub struct Returns<'a> {
    councils: Vec<&'a Council>,
}

impl<'a> Returns<'a> {
    /// Takes the councils of both countries.
    pub fn all(figures: &'a Figures) -> Self {
        Returns { councils: figures.coverage.councils.iter().collect() }
    }

    /// Takes the councils of one country.
    pub fn of(figures: &'a Figures, country: &str) -> Self {
        Returns { councils: figures.coverage.councils.iter().filter(|council| council.country == *country).collect() }
    }

    /// Counts the councils that meet a condition.
    pub fn count(&self, wanted: impl Fn(&Council) -> bool) -> u64 {
        self.councils.iter().filter(|council| wanted(council)).count() as u64
    }

    /// Counts the councils of the list.
    pub fn listed(&self) -> u64 {
        self.councils.len() as u64
    }

    /// Counts the returns that were expected.
    pub fn expected(&self) -> u64 {
        self.count(|council| council.expected)
    }

    /// Counts the expected returns that came.
    pub fn returned(&self) -> u64 {
        self.count(|council| council.expected && council.returned)
    }

    /// Counts the councils of a state.
    pub fn state(&self, state: CouncilState) -> u64 {
        self.count(|council| council.state == state)
    }

    /// Counts the councils from which a return was expected and none came, those that partners name among them.
    pub fn without_return(&self) -> u64 {
        self.count(no_return)
    }

    /// Gives the names of the councils that meet a condition, in list order.
    pub fn names(&self, wanted: impl Fn(&Council) -> bool) -> Vec<Value> {
        self.councils.iter().filter(|council| wanted(council)).map(|council| name(&council.territory)).collect()
    }

    /// Iterates over the councils.
    pub fn iter(&self) -> impl Iterator<Item = &'a Council> {
        self.councils.iter().copied()
    }
}

/// Says whether a return was expected and none came.
pub fn no_return(council: &Council) -> bool {
    council.expected && !council.returned
}

/// Finds a council by its territory.
pub fn find<'a>(figures: &'a Figures, territory: &Code) -> Option<&'a Council> {
    figures.coverage.councils.iter().find(|council| council.territory == *territory)
}

/// Gives the name of a territory.
pub fn name(territory: &Code) -> Value {
    Value::Name(List::Territories, territory.clone())
}

/// Counts the pairs and the activities of each council of one side, from the pairs.
pub fn by_side(pairs: &BTreeMap<(Code, Code), u64>, french: bool) -> BTreeMap<&Code, u64> {
    let mut sums = BTreeMap::new();
    for ((ma, fr), count) in pairs {
        *sums.entry(if french { fr } else { ma }).or_default() += count;
    }
    sums
}
