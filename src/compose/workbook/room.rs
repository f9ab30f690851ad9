//! How much a workbook holds. A table that has no room has no sheet, a list is cut, and the workbook says so.

use super::note;
use crate::model::Value;
use crate::model::book::Line;

/// How much a workbook holds.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// The most rows of a table of rows: a sheet holds 1,048,576, and has a title and remarks above them.
    pub rows: usize,
    /// The most cells of all tables of rows: a workbook of more is too heavy to be worked with.
    pub cells: usize,
    /// The most lines of a list that a person reads from its top.
    pub lines: usize,
}

impl Room {
    /// What Excel holds, and an office computer works with.
    pub const OFFICE: Room = Room { rows: 1_048_000, cells: 2_500_000, lines: 20_000 };

    /// Takes the room of a table of rows; `false` where it has none.
    pub fn take(&mut self, rows: usize, cells: usize) -> bool {
        let fits = rows <= self.rows && cells <= self.cells;
        self.cells -= if fits { cells } else { 0 };
        fits
    }

    /// Says that a list of so many lines is cut, where it is: `key` says which lines stand, and where the others are.
    pub fn cut(&self, lines: usize, key: &'static str) -> Option<(Line, Value)> {
        let args = [("max", Value::count(self.lines as u64)), ("count", Value::count(lines as u64))];
        (lines > self.lines).then(|| note(Value::phrase(key, args)))
    }
}
