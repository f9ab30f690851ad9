//! What a public edition says in place of a number that would tell about single people.

use serde::{Deserialize, Serialize};

/// Why a number is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mask {
    /// There are people, and fewer than this number of them.
    Few(u32),
    /// The number is larger; with it, another one that is masked could be reckoned.
    Withheld,
}

/// How much a public edition leaves out, for the sentence that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct LeftOut {
    /// Numbers of people that are masked in the rows.
    pub numbers: u64,
    /// Places in texts where a name, an address or a telephone number stood.
    pub words: u64,
}

/// What stands in place of words that a public edition leaves out of a sender's text: a sign of no language.
pub const LEFT_OUT: &str = "[…]";
