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
    /// The source heading of each column.
    pub columns: BTreeMap<Field, Box<str>>,
    /// Values that stand in every row.
    pub constants: BTreeMap<Field, Box<str>>,
    /// Source words to words of the contract, by column.
    pub values: BTreeMap<Field, BTreeMap<Box<str>, Box<str>>>,
    /// Texts that mean "not reported".
    pub missing: Vec<Box<str>>,
    /// The column whose equal values make one record of several rows: list columns are united, the others must agree.
    pub one_record_per: Option<Field>,
    /// True where the view adds to records that another view made, by the same column, and makes none of its own.
    pub adds_to: bool,
    /// Columns whose blank cells leave the row out: an amount that was not reported is no amount.
    pub skip_if_blank: Vec<Field>,
}
