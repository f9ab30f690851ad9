//! Cells as a reader hands them out, before anything is judged.

use jiff::civil::{Date, DateTime};

use super::{FileId, SheetId};

/// What one cell of a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum RawValue {
    /// Text, untrimmed.
    Text(String),
    /// A number as the file stores it; a percentage is its fraction.
    Number(f64),
    /// A number in a cell whose format is a percentage; the value is the fraction.
    Percent(f64),
    /// A date or a date with a time, told by the cell's format or type.
    Date(DateTime),
    /// A logical value.
    Bool(bool),
    /// An error such as `#REF!`.
    Error(String),
    /// A formula whose value was never calculated.
    Uncalculated,
}

impl RawValue {
    /// Gives the date of a date cell.
    pub fn date(&self) -> Option<Date> {
        match self {
            RawValue::Date(moment) => Some(moment.date()),
            _ => None,
        }
    }
}

/// One row with its cells that are not empty, in column order.
#[derive(Debug, Clone, PartialEq)]
pub struct RawRow {
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0, and what stands there. Empty cells are left out.
    pub cells: Vec<(u16, RawValue)>,
}

impl RawRow {
    /// Gives the cell of a column, where it is not empty.
    pub fn get(&self, column: u16) -> Option<&RawValue> {
        self.cells.binary_search_by_key(&column, |cell| cell.0).ok().map(|at| &self.cells[at].1)
    }
}

/// A block of cells that the file shows as one. Only its first cell, at the top left, holds a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merged {
    /// The first and the last row, from 0.
    pub rows: (u32, u32),
    /// The first and the last column, from 0.
    pub columns: (u16, u16),
}

/// The stage that takes rows as they come, so that a large file never stands in memory as cells.
///
/// A reader calls `sheet`, then `row` for each row in order, then `merged` and `end_sheet`, for each sheet of a file.
pub trait RowSink {
    /// Starts a sheet. `hidden` is true where the file hides it.
    fn sheet(&mut self, file: FileId, sheet: SheetId, name: &str, hidden: bool);
    /// Takes one row of the sheet that was started last. Rows come in ascending order.
    fn row(&mut self, row: RawRow);
    /// Takes the blocks of cells that the sheet shows as one, after its last row: some formats tell them only there.
    /// Formats without such blocks never call it.
    fn merged(&mut self, _blocks: &[Merged]) {}
    /// Ends the sheet that was started last.
    fn end_sheet(&mut self);
}
