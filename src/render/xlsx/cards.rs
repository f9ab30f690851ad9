//! Key figures as cards: a label, the figure in large, and a line beneath.

use rust_xlsxwriter::Worksheet;

use super::layout::Placed;
use super::style::{Shape, Tone};
use super::{Pen, Written, numeric};
use crate::model::book::{Block, BookCell, Tab};

/// The cards side by side.
const ACROSS: usize = 6;
/// The width of a card, in characters.
const WIDTH: u8 = 28;
/// The width of the gap between two cards, in characters.
const GAP: u8 = 2;
/// The rows of a card: the label, the figure, the line beneath and a gap.
const ROWS: u32 = 4;
/// The heights of those rows, in points.
const HEIGHTS: [f64; 4] = [28.0, 28.0, 16.0, 8.0];

/// Gives the number of rows that the cards of a block take.
pub fn rows(block: &Block) -> u32 {
    (block.height().div_ceil(ACROSS) as u32 * ROWS).max(1)
}

/// Gives the widths of the columns of a sheet with cards.
pub fn widths() -> Vec<u8> {
    (0..2 * ACROSS - 1).map(|at| if at % 2 == 0 { WIDTH } else { GAP }).collect()
}

impl Pen<'_> {
    /// Writes the cards of a block.
    pub(super) fn cards(&mut self, worksheet: &mut Worksheet, tab: Tab, block: &Block, place: &Placed) -> Written {
        for band in 0..rows(block) / ROWS {
            for (height, row) in HEIGHTS.iter().zip(place.head + band * ROWS..) {
                worksheet.set_row_height(row, *height)?;
            }
        }
        for card in 0..block.height() {
            let (top, at) = (place.head + (card / ACROSS) as u32 * ROWS, 2 * (card % ACROSS) as u16);
            for ((column, row), tone) in
                block.columns.iter().zip(top..).zip([Tone::CardHead, Tone::Card, Tone::CardFoot])
            {
                self.card(worksheet, (row, at), &column.cells[card], tone, tab)?;
            }
        }
        Ok(())
    }

    /// Writes one cell of a card: whatever it holds has the look of its place.
    fn card(&mut self, worksheet: &mut Worksheet, at: (u32, u16), cell: &BookCell, tone: Tone, tab: Tab) -> Written {
        if let BookCell::Led(_, target) = cell
            && let Some(place) = self.layout.place(*target)
        {
            self.lead_to(worksheet, at, &place)?;
        }
        let cell = match cell.shown() {
            BookCell::Value(value) | BookCell::Computed(value) | BookCell::Alert(value) if numeric(value).is_none() => {
                let text = self.locale.say(value);
                worksheet.write_string_with_format(at.0, at.1, text, self.styles.get(Shape::Wrapped, tone))?;
                return Ok(());
            }
            cell => cell,
        };
        self.cell(worksheet, at, cell, tone, (tab, WIDTH)).map(|_| ())
    }
}
