//! The account of cells: what became of every cell that was read.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use serde::Serialize;

/// Why a cell was left aside. Each reason has its words in the messages, under `ignored-<name>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ignored {
    /// It stands above the headings: a title, a logo's caption, instructions.
    Above,
    /// It stands in a column, or under a heading, that is not of the contract.
    UnusedColumn,
    /// It is part of a total row.
    Total,
    /// It is part of a note or of the title of a section.
    Note,
    /// It is part of the form's example.
    Example,
    /// It is part of a row of tags under the headings.
    Tags,
    /// Its sheet could not be recognised.
    SheetUnknown,
    /// Its tab is one that this program adds for readers: guide, lists, findings.
    Help,
    /// Its file or row is one that a mapping profile leaves aside.
    ByProfile,
    /// It repeats what another return says of the same activity.
    Joint,
}

impl Ignored {
    /// Every reason, in the order in which they are shown.
    pub const ALL: &[Ignored] = &[
        Ignored::Above,
        Ignored::UnusedColumn,
        Ignored::Total,
        Ignored::Note,
        Ignored::Example,
        Ignored::Tags,
        Ignored::SheetUnknown,
        Ignored::Help,
        Ignored::ByProfile,
        Ignored::Joint,
    ];

    /// Gives the message that names the reason.
    pub const fn key(self) -> &'static str {
        match self {
            Ignored::Above => "ignored-above",
            Ignored::UnusedColumn => "ignored-unused-column",
            Ignored::Total => "ignored-total",
            Ignored::Note => "ignored-note",
            Ignored::Example => "ignored-example",
            Ignored::Tags => "ignored-tags",
            Ignored::SheetUnknown => "ignored-sheet-unknown",
            Ignored::Help => "ignored-help",
            Ignored::ByProfile => "ignored-by-profile",
            Ignored::Joint => "ignored-joint",
        }
    }
}

/// What became of the non-empty cells of one sheet of a file. The parts add up to `read`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CellCount {
    /// Cells that were not empty.
    pub read: u64,
    /// Cells that became part of a record, headings among them.
    pub used: u64,
    /// Cells left aside, by reason.
    pub ignored: BTreeMap<Ignored, u64>,
    /// Cells that a finding of severity error keeps out.
    pub held: u64,
}

impl CellCount {
    /// Counts cells that are left aside.
    pub fn ignore(&mut self, reason: Ignored, cells: u64) {
        if cells > 0 {
            *self.ignored.entry(reason).or_default() += cells;
        }
    }

    /// Adds the accounts of several sheets.
    pub fn sum<'a>(counts: impl IntoIterator<Item = &'a CellCount>) -> CellCount {
        counts.into_iter().fold(CellCount::default(), |mut sum, count| {
            sum += count;
            sum
        })
    }

    /// Gives the number of cells that are left aside for any reason.
    pub fn ignored(&self) -> u64 {
        self.ignored.values().sum()
    }
}

impl AddAssign<&CellCount> for CellCount {
    fn add_assign(&mut self, other: &CellCount) {
        self.read += other.read;
        self.used += other.used;
        self.held += other.held;
        for (&reason, &cells) in &other.ignored {
            self.ignore(reason, cells);
        }
    }
}
