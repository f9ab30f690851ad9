//! The cells of one row.

use std::fmt;
use std::ops::Index;

use ecow::EcoVec;
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use super::Cell;

/// The cells of a row, one for each column of its sheet in the order of [`schema::columns`](super::schema::columns).
///
/// Most cells of a campaign are missing: only the others take room, and a row that is copied shares them with its copy
/// until one of the two is changed.
///
/// ```
/// use bilan::model::{Cell, Cells};
/// let mut cells = Cells::missing(3);
/// cells.set(2, Cell::Held);
/// assert_eq!(cells[2], Cell::Held);
/// assert_eq!(cells.iter().filter(|cell| **cell == Cell::Missing).count(), 2);
///
/// let mut public = cells.clone();
/// public.hide(2);
/// assert_eq!(public[2], Cell::Missing, "what is hidden can't be read any more");
/// ```
#[derive(Clone)]
pub struct Cells {
    /// One bit for each column whose cell is kept.
    present: u64,
    /// One bit for each column whose cell is kept for another copy, and missing here.
    hidden: u64,
    width: u8,
    kept: EcoVec<Cell>,
}

static MISSING: Cell = Cell::Missing;

impl Cells {
    /// The most columns that a row has.
    pub const MOST: usize = 64;

    /// Makes a row of missing cells.
    pub fn missing(width: usize) -> Cells {
        debug_assert!(width <= Cells::MOST, "a row of {width} columns");
        Cells { present: 0, hidden: 0, width: width as u8, kept: EcoVec::new() }
    }

    /// Makes room for more cells that say something.
    pub fn reserve(&mut self, more: usize) {
        self.kept.reserve(more);
    }

    /// Takes a cell out of this copy for good. What the copy shares with others stays shared.
    pub fn hide(&mut self, column: usize) {
        self.hidden |= 1 << column & self.present;
    }

    /// Replaces the cell of a column.
    pub fn set(&mut self, column: usize, cell: Cell) {
        let (bit, place) = (1 << column, self.place(column));
        self.hidden &= !bit;
        match (self.present & bit != 0, cell == Cell::Missing) {
            (true, false) => self.kept.make_mut()[place] = cell,
            (true, true) => {
                self.kept.remove(place);
                self.present &= !bit;
            }
            (false, false) => {
                self.kept.insert(place, cell);
                self.present |= bit;
            }
            (false, true) => {}
        }
    }

    /// Counts the cells that say something.
    pub fn count(&self) -> usize {
        self.shown().count_ones() as usize
    }

    /// Iterates over all cells, the missing ones too.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Cell> {
        (0..usize::from(self.width)).map(|column| &self[column])
    }

    /// Iterates over the cells that say something, with their columns.
    pub fn kept(&self) -> impl Iterator<Item = (usize, &Cell)> {
        let kept = (0..usize::from(self.width)).filter(|column| self.present >> column & 1 == 1).zip(&self.kept);
        kept.filter(|(column, _)| self.hidden >> column & 1 == 0)
    }

    /// Gives one bit for each column whose cell can be read.
    fn shown(&self) -> u64 {
        self.present & !self.hidden
    }

    /// Counts the kept cells before a column.
    fn place(&self, column: usize) -> usize {
        (self.present & ((1 << column) - 1)).count_ones() as usize
    }
}

impl Index<usize> for Cells {
    type Output = Cell;

    fn index(&self, column: usize) -> &Cell {
        if self.shown() >> column & 1 == 1 { &self.kept[self.place(column)] } else { &MISSING }
    }
}

impl PartialEq for Cells {
    fn eq(&self, other: &Cells) -> bool {
        self.width == other.width && self.shown() == other.shown() && self.kept().eq(other.kept())
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl Serialize for Cells {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut cells = serializer.serialize_seq(Some(usize::from(self.width)))?;
        self.iter().try_for_each(|cell| cells.serialize_element(cell))?;
        cells.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Sheet, schema};

    #[test]
    fn a_row_of_every_sheet_has_room() {
        let widest = Sheet::ALL.iter().map(|sheet| schema::columns(*sheet).len()).max();
        assert!(widest.is_some_and(|widest| widest <= Cells::MOST), "{widest:?}");
    }

    #[test]
    fn cells_are_what_was_set_last_whatever_the_order() {
        let text = |number: usize| Cell::Text(number.to_string().into());
        let mut plain = vec![Cell::Missing; 64];
        let mut cells = Cells::missing(64);
        for step in 0..2_000_usize {
            let at = (step * 37 + step * step) % 64;
            let cell = if step % 3 == 0 { Cell::Missing } else { text(step) };
            plain[at] = cell.clone();
            cells.set(at, cell);
            if step % 100 == 0 {
                assert!(cells.iter().eq(&plain), "after {step} steps");
            }
        }
        assert!(cells.iter().eq(&plain));
        let kept: Vec<usize> = cells.kept().map(|(at, _)| at).collect();
        let said: Vec<usize> = (0..64).filter(|at| plain[*at] != Cell::Missing).collect();
        assert_eq!(kept, said);
    }

    #[test]
    fn what_is_hidden_is_missing_and_can_be_set_again() {
        let mut cells = Cells::missing(5);
        cells.set(1, Cell::Held);
        cells.set(3, Cell::NotApplicable);
        let mut copy = cells.clone();
        copy.hide(1);
        copy.hide(2);
        assert_eq!((copy.count(), cells.count()), (1, 2));
        assert_eq!(copy.kept().collect::<Vec<_>>(), [(3, &Cell::NotApplicable)]);
        let mut bare = Cells::missing(5);
        bare.set(3, Cell::NotApplicable);
        assert!(copy == bare && copy != cells);
        copy.set(1, Cell::Missing);
        assert_eq!(copy[1], Cell::Missing);
        copy.set(1, Cell::Held);
        assert!(copy == cells);
    }

    #[test]
    fn a_copy_keeps_what_it_had() {
        let mut cells = Cells::missing(5);
        cells.set(3, Cell::Held);
        let copy = cells.clone();
        cells.set(3, Cell::NotApplicable);
        cells.set(1, Cell::Held);
        assert_eq!(copy[3], Cell::Held);
        assert_eq!(copy[1], Cell::Missing);
    }
}
