//! Tables: from the right where the language runs so, their heads repeated on each page, no row divided.

use super::WIDTH;
use super::body::{Body, Ink, Set};
use super::styles::{OCHRE, PETROL, TINT};
use crate::model::Value;
use crate::model::report::{Grid, GridCell, Matrix, Weight};

/// Twentieths of a point in a millimetre.
const MM: f32 = 56.7;
/// The least width of a column that takes what is left.
const LEAST: u32 = 1700;

/// One cell: its text and how it is set.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    pub text: String,
    pub bold: bool,
    pub color: Option<&'static str>,
    pub number: bool,
}

/// One table.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// What it is, for those who can't see it.
    pub alt: String,
    pub widths: Vec<u32>,
    pub heads: Vec<Cell>,
    pub rows: Vec<Vec<Cell>>,
    pub total: Option<Vec<Cell>>,
}

impl Cell {
    /// Makes a cell of words.
    pub fn words(text: String) -> Cell {
        Cell { text, ..Cell::default() }
    }

    /// Makes a cell of a number.
    pub fn number(text: String) -> Cell {
        Cell { text, number: true, ..Cell::default() }
    }

    /// Makes a cell of strong words.
    pub fn strong(text: String) -> Cell {
        Cell { text, bold: true, ..Cell::default() }
    }
}

impl Body<'_> {
    /// Writes a table of a report.
    pub(super) fn grid(&mut self, grid: &Grid) {
        let title = self.say(&grid.title);
        self.line(Set::style("Caption"), &title);
        if !grid.columns.is_empty() {
            let numbers: Vec<bool> = grid.columns.iter().map(|column| column.number).collect();
            let cells = |row: &Vec<GridCell>| -> Vec<Cell> {
                let cells = row.iter().zip(&numbers).map(|(cell, number)| Cell {
                    text: self.say(&cell.value),
                    bold: cell.weight == Weight::Strong,
                    color: (cell.weight == Weight::Missing).then_some(OCHRE),
                    number: *number,
                });
                cells.collect()
            };
            let wishes: Vec<f32> = grid.columns.iter().map(|column| column.width).collect();
            let heads = grid.columns.iter().map(|column| Cell {
                text: self.say(&column.head),
                bold: true,
                color: None,
                number: column.number,
            });
            let rows = Rows {
                alt: title.clone(),
                widths: widths(&wishes),
                heads: heads.collect(),
                rows: grid.rows.iter().map(cells).collect(),
                total: grid.total.as_ref().map(cells),
            };
            self.rows(&rows);
        }
        for note in &grid.notes {
            let note = self.say(note);
            self.line(Set::style("Note"), &note);
        }
    }

    /// Writes a table of counts.
    pub(super) fn matrix(&mut self, matrix: &Matrix) {
        let title = self.say(&matrix.title);
        self.line(Set::style("Caption"), &title);
        let count = |number: u64| Cell::number(self.say(&Value::count(number)));
        let heads: Vec<Cell> = std::iter::once(&matrix.corner)
            .chain(&matrix.heads)
            .enumerate()
            .map(|(i, head)| Cell { number: i > 0, ..Cell::strong(self.say(head)) })
            .collect();
        let width = |of: usize| std::iter::once(45.0).chain(std::iter::repeat_n(12.0, of.saturating_sub(1)));
        let row = |name: &Value, counts: &[u64], total: u64| -> Vec<Cell> {
            let counts = counts.iter().copied().chain(std::iter::once(total)).map(count);
            std::iter::once(Cell::words(self.say(name))).chain(counts).collect()
        };
        let last = matrix.heads.last().cloned().unwrap_or(Value::Empty);
        let total: Vec<Cell> =
            std::iter::once(Cell::words(self.say(&last))).chain(matrix.totals.iter().copied().map(count)).collect();
        let rows = Rows {
            alt: title.clone(),
            widths: widths(&width(heads.len()).collect::<Vec<f32>>()),
            rows: matrix.rows.iter().map(|(name, counts, total)| row(name, counts, *total)).collect(),
            total: Some(total),
            heads,
        };
        self.rows(&rows);
        self.source(&matrix.source);
    }

    /// Writes a table.
    pub(super) fn rows(&mut self, table: &Rows) {
        if table.widths.is_empty() || (table.heads.is_empty() && table.rows.is_empty()) {
            return;
        }
        self.table(&table.alt, &table.widths, !table.heads.is_empty(), table.total.is_some(), |body| {
            if !table.heads.is_empty() {
                body.row(&table.widths, &table.heads, true);
            }
            table.rows.iter().for_each(|row| body.row(&table.widths, row, false));
            if let Some(total) = &table.total {
                let total: Vec<Cell> = total.iter().map(|cell| Cell { bold: true, ..cell.clone() }).collect();
                body.row(&table.widths, &total, false);
            }
        });
        // Word joins tables that touch.
        self.paragraph(Set::style("Note"), |_| {});
    }

    /// Writes a table of given columns.
    pub(super) fn table(&mut self, alt: &str, widths: &[u32], head: bool, total: bool, inside: impl FnOnce(&mut Self)) {
        let rtl = self.look.rtl;
        self.element("w:tbl", &[], |body| {
            body.xml.element("w:tblPr", &[], |xml| {
                xml.val("w:tblStyle", "ReportTable");
                if rtl {
                    xml.empty("w:bidiVisual", &[]);
                }
                xml.empty("w:tblW", &[("w:w", &widths.iter().sum::<u32>().to_string()), ("w:type", "dxa")]);
                xml.empty("w:tblLayout", &[("w:type", "fixed")]);
                let [first, last] = [head, total].map(|on| if on { "1" } else { "0" });
                xml.empty(
                    "w:tblLook",
                    &[
                        ("w:val", "04A0"),
                        ("w:firstRow", first),
                        ("w:lastRow", last),
                        ("w:firstColumn", "0"),
                        ("w:lastColumn", "0"),
                        ("w:noHBand", "1"),
                        ("w:noVBand", "1"),
                    ],
                );
                if !alt.is_empty() {
                    xml.val("w:tblDescription", alt);
                }
            });
            body.columns(widths);
            inside(body);
        });
    }

    pub(super) fn columns(&mut self, widths: &[u32]) {
        self.xml.element("w:tblGrid", &[], |xml| {
            widths.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", &width.to_string())]));
        });
    }

    /// Writes a row; a head is repeated on each page.
    pub(super) fn row(&mut self, widths: &[u32], cells: &[Cell], head: bool) {
        self.tr(head, |body| {
            for (i, width) in widths.iter().enumerate() {
                let cell = cells.get(i).cloned().unwrap_or_default();
                let set = Set { number: cell.number, ..Set::style("Cell") };
                let ink = Ink { bold: cell.bold, color: cell.color, ..Ink::default() };
                body.cell(*width, 1, head.then_some(TINT), |body| {
                    body.paragraph(set, |body| body.run(ink, &cell.text));
                });
            }
        });
    }

    pub(super) fn tr(&mut self, head: bool, inside: impl FnOnce(&mut Self)) {
        self.element("w:tr", &[], |body| {
            body.xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                if head {
                    xml.empty("w:tblHeader", &[]);
                }
            });
            inside(body);
        });
    }

    /// Writes a cell over so many columns.
    pub(super) fn cell(&mut self, width: u32, span: usize, fill: Option<&str>, inside: impl FnOnce(&mut Self)) {
        self.element("w:tc", &[], |body| {
            body.xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
                if span > 1 {
                    xml.val("w:gridSpan", &span.to_string());
                }
                if let Some(fill) = fill {
                    xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)]);
                }
            });
            inside(body);
        });
    }

    /// Writes labels and values side by side.
    pub(super) fn facts(&mut self, facts: &[(Value, Value)]) {
        let row = |(label, value): &(Value, Value)| {
            let color = (*value == Value::Missing).then_some(OCHRE);
            let label = Cell { color: Some(PETROL), ..Cell::words(self.say(label)) };
            vec![label, Cell { color, ..Cell::strong(self.say(value)) }]
        };
        let rows = Rows { widths: widths(&[60.0, 0.0]), rows: facts.iter().map(row).collect(), ..Rows::default() };
        self.rows(&rows);
    }
}

/// Gives the widths of columns from those wished for in millimetres; 0 takes what is left. Together they fill the page.
pub(super) fn widths(wishes: &[f32]) -> Vec<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "widths are within a page")]
    let fixed: Vec<u32> = wishes.iter().map(|wish| (wish.clamp(0.0, 170.0) * MM) as u32).collect();
    let flexible = fixed.iter().filter(|width| **width == 0).count();
    let taken: u32 = fixed.iter().sum();
    let share = u32::try_from(flexible).ok().filter(|count| *count > 0);
    let left = share.map_or(0, |count| (WIDTH.saturating_sub(taken) / count).max(LEAST));
    let widths: Vec<u32> = fixed.iter().map(|width| if *width == 0 { left } else { *width }).collect();
    let all = widths.iter().sum::<u32>().max(1);
    widths
        .iter()
        .map(|width| (u64::from(*width) * u64::from(WIDTH) / u64::from(all)).try_into().unwrap_or(*width))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wishes: &[f32], expected: &[u32]) {
        assert_eq!(widths(wishes), expected);
    }

    #[test]
    fn columns_fill_the_page() {
        check(&[30.0, 0.0], &[1701, 7937]);
        check(&[85.0, 85.0], &[4819, 4819]);
        check(&[500.0, 0.0], &[8193, 1444]);
        check(&[0.0, 0.0, 0.0], &[3212, 3212, 3212]);
    }
}
