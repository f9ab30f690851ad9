//! Rows and columns that a sheet hides and that hold something.

use crate::model::{Finding, FindingCode, Origin, Place, RawRow, SheetId, Value, column_letters};

use super::address::COLUMNS;

/// The runs of columns that a notice names; more of them are told by dots.
const RUNS: usize = 12;

/// What a sheet hides.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    row: Option<u32>,
    rows: u64,
    first: Option<u32>,
    /// For each column up to the last hidden one, whether it is hidden, and whether it holds something.
    columns: Vec<(bool, bool)>,
}

impl Hidden {
    /// Takes a hidden row, before its cells are seen.
    pub fn hide_row(&mut self, row: u32) {
        self.row = Some(row);
    }

    /// Takes hidden columns: from the first to before the last.
    pub fn hide_columns(&mut self, first: u32, end: u32) {
        let (first, end) = (first.min(COLUMNS) as usize, end.min(COLUMNS) as usize);
        if self.columns.len() < end {
            self.columns.resize(end, (false, false));
        }
        self.columns[first.min(end)..end].fill((true, false));
    }

    /// Sees a row with its cells.
    pub fn see(&mut self, row: &RawRow) {
        if self.row == Some(row.row) {
            self.rows += 1;
            self.first.get_or_insert(row.row);
        }
        if !self.columns.is_empty() {
            for (column, _) in &row.cells {
                if let Some((true, held)) = self.columns.get_mut(usize::from(*column)) {
                    *held = true;
                }
            }
        }
    }

    /// Makes a notice of rows, and one of columns.
    pub fn findings(self, sheet: SheetId) -> Vec<Finding> {
        let mut findings = Vec::new();
        if let Some(first) = self.first {
            let rows = Finding::new(FindingCode::RowsHidden, Place::Cell(Origin::row(sheet, first)));
            findings.push(rows.with("found", Value::count(self.rows)).with("row", Value::count(first + 1)));
        }
        let columns = self.runs();
        if !columns.is_empty() {
            let hidden = Finding::new(FindingCode::ColumnsHidden, Place::Sheet(sheet));
            findings.push(hidden.with("found", Value::List(columns)));
        }
        findings
    }

    /// Gives the letters of the hidden columns that hold something, such as `C` and `F–H`.
    fn runs(&self) -> Vec<Value> {
        let mut runs: Vec<(u16, u16)> = Vec::new();
        for (column, _) in self.columns.iter().enumerate().filter(|(_, (hidden, held))| *hidden && *held) {
            let column = column as u16;
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == column => *last = column,
                _ => runs.push((column, column)),
            }
        }
        let letters = |&(first, last): &(u16, u16)| match first == last {
            true => column_letters(first),
            false => format!("{}–{}", column_letters(first), column_letters(last)),
        };
        let more = (runs.len() > RUNS).then(|| Value::code("…"));
        runs.iter().take(RUNS).map(|run| Value::code(letters(run))).chain(more).collect()
    }
}
