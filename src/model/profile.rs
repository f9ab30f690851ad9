//! Mapping profiles: how a table of somebody else becomes rows of the input contract, without touching it.

use std::collections::BTreeMap;

use super::{Field, Sheet};

/// How the tables of one foreign source are read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    /// The file name of the profile, without its extension.
    pub name: Box<str>,
    /// The views: each reads one source table into one sheet of the contract. A table may have several views.
    pub views: Vec<View>,
    /// Files of the source that are left aside, as patterns like [`View::file`]; `file#sheet` leaves sheets aside.
    pub ignore: Vec<Box<str>>,
}

/// Where a view finds the text of a column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceColumn {
    /// The heading in the source table. Of headings on two rows, the lower one or `upper / lower`; a text that begins
    /// with `#` is an HXL tag.
    pub heading: Box<str>,
    /// How many columns to the right of the heading the values stand, where their own heading is blank.
    pub right: u16,
    /// True where numbers are percentage points: 52.4 is 52.4 %.
    pub percent: bool,
    /// What stands between several values of one cell.
    pub separator: Option<Box<str>>,
    /// The piece that is taken, from 1, where the cell is a path such as `World|Africa|Senegal|Dakar`; a cell with fewer
    /// pieces is not reported.
    pub part: Option<usize>,
}

/// A column of a source table that chooses its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The heading, as in [`SourceColumn::heading`].
    pub heading: Box<str>,
    /// The words of which one must stand there; `*` stands for any run of characters.
    pub words: Vec<Box<str>>,
}

impl Profile {
    /// Says whether a path relative to the returns folder matches a pattern, in which `*` stands for any run of
    /// characters.
    ///
    /// ```
    /// use bilan::model::Profile;
    /// assert!(Profile::matches("aims/*.csv", "aims/projects.csv"));
    /// assert!(!Profile::matches("*.csv", "notes.txt"));
    /// ```
    pub fn matches(pattern: &str, path: &str) -> bool {
        let Some((head, rest)) = pattern.split_once('*') else {
            return pattern == path;
        };
        path.strip_prefix(head).is_some_and(|tail| {
            (0..=tail.len()).filter(|at| tail.is_char_boundary(*at)).any(|at| Profile::matches(rest, &tail[at..]))
        })
    }
}

/// One source table read as one sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// The file, relative to the returns folder; `*` stands for any run of characters.
    pub file: Box<str>,
    /// The name of its sheet; `None` takes the only one.
    pub sheet: Option<Box<str>>,
    /// The sheet of the contract that the rows become.
    pub target: Sheet,
    /// Where each column is found.
    pub columns: BTreeMap<Field, SourceColumn>,
    /// Values of columns that the source does not have, or leaves blank.
    pub constants: BTreeMap<Field, Box<str>>,
    /// Source words to words of the contract, by column; `*` stands for every word that is not named.
    pub values: BTreeMap<Field, BTreeMap<Box<str>, Box<str>>>,
    /// Texts that mean "not reported".
    pub missing: Vec<Box<str>>,
    /// The column whose equal values make one record of several rows: list columns are united, the others must agree.
    pub one_record_per: Option<Field>,
    /// True where the view adds to records that another view made, by the same column, and makes none of its own.
    pub adds_to: bool,
    /// Columns whose blank cells leave the row out: an amount that was not reported is no amount.
    pub skip_if_blank: Vec<Field>,
    /// Which rows are read: those that every filter lets through.
    pub only: Vec<Filter>,
    /// Columns whose blank cells take the last value above: continuation rows.
    pub fill_down: Vec<Field>,
    /// Whether the day stands before the month in text dates, where one reading is to be ruled out.
    pub day_first: Option<bool>,
    /// The decimal sign of numbers that stand as text, where one reading is to be ruled out.
    pub decimal: Option<char>,
}
