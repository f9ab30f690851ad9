//! Decisions of people: what a text means, which activities are one, what a cell should say.

use jiff::civil::Date;

use super::{Code, List, Value};

/// The decisions of a campaign.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Decisions {
    /// Those that can be applied, in the order of their file.
    pub made: Vec<Decision>,
    /// Those that can't, and why.
    pub wrong: Vec<Refused>,
}

/// One decision.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// Its row in the file, as a spreadsheet counts them: the headings are row 1.
    pub row: u32,
    /// Who decided.
    pub author: Box<str>,
    /// The day of the decision.
    pub date: Date,
    /// What was decided.
    pub what: Decided,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq)]
pub enum Decided {
    /// A text is a spelling of an entry of a list.
    Alias {
        /// The list.
        list: List,
        /// The text, as it was found.
        text: Box<str>,
        /// The entry.
        code: Code,
    },
    /// Two activities, or two applications, are one, or are not.
    Joint {
        /// The two, in the order of the row.
        pair: [Named; 2],
        /// What they are.
        verdict: Verdict,
    },
    /// A cell should hold another value.
    Correction(Correction),
}

/// Whether two activities are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// They are one, kept under this identifier; `None` keeps the one that the program proposes.
    Merge(Option<Box<str>>),
    /// They are two.
    Separate,
}

/// An activity or application, and the file where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its identifier.
    pub id: Box<str>,
    /// The path of the file relative to the returns folder, where the row says it.
    pub file: Option<Box<str>>,
}

/// The right value of one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The path of the file relative to the returns folder.
    pub file: Box<str>,
    /// The name of the sheet; `None` for the only sheet of a csv.
    pub sheet: Option<Box<str>>,
    /// The row and column of the cell, from 0.
    pub cell: (u32, u16),
    /// What the cell holds; blank for an empty cell.
    pub found: Box<str>,
    /// What it should hold.
    pub right: Box<str>,
}

/// A decision that can't be applied.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// Its row in the file.
    pub row: u32,
    /// Why, as a message.
    pub reason: Value,
}
