//! The cells of one column of a workbook.

use std::ops::Index;

use serde::Serialize;

use super::book::BookCell;

/// The cells of a column, from top to bottom.
///
/// A column says few things many times: a status, the file that a row was read in, 0 or 1. What was said shortly before is
/// kept once, so that a long table takes little more than its places.
///
/// ```
/// use bilan::model::book::{BookCell, ColumnCells};
/// let cells: ColumnCells = (0..1_000).map(|row| BookCell::Bare((row % 2).into())).collect();
/// assert_eq!(cells.len(), 1_000);
/// assert_eq!(cells[501], BookCell::Bare(1.into()));
/// ```
#[derive(Debug, Clone, Default, Serialize)]
pub struct ColumnCells {
    /// What is said.
    kept: Vec<BookCell>,
    /// For each row, the place of its cell among them.
    places: Vec<u32>,
}

/// How far back a cell is looked for.
const SHORTLY: usize = 16;

impl ColumnCells {
    /// Makes a column without cells.
    pub const fn new() -> ColumnCells {
        ColumnCells { kept: Vec::new(), places: Vec::new() }
    }

    /// Adds a cell beneath the others.
    pub fn push(&mut self, cell: BookCell) {
        let from = self.kept.len().saturating_sub(SHORTLY);
        let known = self.kept[from..].iter().rposition(|kept| *kept == cell);
        let place = match known {
            Some(at) => from + at,
            None => self.keep(cell),
        };
        self.places.push(place as u32);
    }

    /// Puts a cell in the place of another. Nothing is put beneath the last one.
    pub fn replace(&mut self, row: usize, cell: BookCell) {
        if row < self.len() {
            self.places[row] = self.keep(cell) as u32;
        }
    }

    fn keep(&mut self, cell: BookCell) -> usize {
        self.kept.push(cell);
        self.kept.len() - 1
    }

    /// Counts the cells.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Says whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Gives the cell of a row, from 0.
    pub fn get(&self, row: usize) -> Option<&BookCell> {
        self.places.get(row).map(|&place| &self.kept[place as usize])
    }

    /// Iterates over the cells.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &BookCell> + Clone {
        self.places.iter().map(|&place| &self.kept[place as usize])
    }
}

impl Index<usize> for ColumnCells {
    type Output = BookCell;

    fn index(&self, row: usize) -> &BookCell {
        &self.kept[self.places[row] as usize]
    }
}

impl PartialEq for ColumnCells {
    fn eq(&self, other: &ColumnCells) -> bool {
        self.iter().eq(other.iter())
    }
}

impl FromIterator<BookCell> for ColumnCells {
    fn from_iter<I: IntoIterator<Item = BookCell>>(cells: I) -> ColumnCells {
        let cells = cells.into_iter();
        let mut column = ColumnCells::new();
        column.places.reserve(cells.size_hint().0);
        cells.for_each(|cell| column.push(cell));
        column.kept.shrink_to_fit();
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(number: usize) -> BookCell {
        BookCell::Bare(number.into())
    }

    #[test]
    fn cells_come_back_as_they_were_put() {
        let mut plain: Vec<usize> = (0..5_000).map(|row| row * row % (1 + row % 40)).collect();
        let mut cells: ColumnCells = plain.iter().copied().map(cell).collect();
        assert!(cells.kept.len() < plain.len() / 2, "{} cells kept", cells.kept.len());
        for row in (0..5_000).step_by(7) {
            plain[row] = row;
            cells.replace(row, cell(row));
        }
        assert!(cells.iter().eq(&plain.iter().copied().map(cell).collect::<Vec<_>>()));
        assert_eq!(cells[4_998], cell(4_998));
        assert_eq!(cells.get(5_000), None);
        assert_eq!(cells, plain.into_iter().map(cell).collect());
    }
}
