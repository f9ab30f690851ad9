//! The sheet `identification`: labels and values, one below the other or side by side.

use crate::model::{Cell, Field, Finding, Origin, Place, RawRow, RawValue, Row, Sheet, SheetId, schema};
use crate::reference::Reference;

use super::cells::{Order, Reader, shown, words};
use super::doubts;
use super::headings::Headings;

/// What an identification sheet said, and its account of cells.
pub struct Identified {
    /// The record; its origin is the cell of the territory where there is one.
    pub row: Row,
    /// Cells that are no label and no value.
    pub ignored: u64,
    /// Values that a finding holds.
    pub held: u64,
    /// True where at least one label was understood.
    pub understood: bool,
}

/// Reads the rows of an identification sheet.
pub fn read(
    reader: &Reader<'_>,
    headings: &Headings,
    reference: &Reference,
    id: SheetId,
    rows: &[RawRow],
    findings: &mut Vec<Finding>,
) -> Identified {
    let label = |value: &RawValue| match value {
        RawValue::Text(text) => {
            let text = text.trim_end().trim_end_matches([':', '*']);
            let meaning = headings.field(reference, Sheet::Identification, text)?;
            schema::position(Sheet::Identification, meaning.field)
        }
        _ => None,
    };
    let mut pairs: Vec<(usize, u32, u16, &RawValue)> = Vec::new();
    let (mut labels, mut cells) = (0u64, 0u64);
    let across = rows.iter().position(|row| row.cells.iter().filter(|(_, value)| label(value).is_some()).count() > 2);
    if let Some(at) = across {
        for (column, value) in &rows[at].cells {
            let Some(position) = label(value) else { continue };
            labels += 1;
            if let Some(value) = rows.get(at + 1).and_then(|row| row.get(*column)) {
                pairs.push((position, rows[at + 1].row, *column, value));
            }
        }
    } else {
        for row in rows {
            let Some((column, position)) = row.cells.iter().find_map(|(column, value)| Some((*column, label(value)?)))
            else {
                continue;
            };
            labels += 1;
            if let Some((column, value)) = row.cells.iter().find(|(other, _)| *other > column) {
                pairs.push((position, row.row, *column, value));
            }
        }
    }
    cells += rows.iter().map(|row| row.cells.len() as u64).sum::<u64>();
    let start = rows.first().map_or(0, |row| row.row);
    let mut identified = Identified {
        row: Row::blank(Sheet::Identification, Origin::row(id, start)),
        ignored: cells - labels - pairs.len() as u64,
        held: 0,
        understood: labels > 0,
    };
    for (position, row, column, value) in pairs {
        let schema_column = &schema::columns(Sheet::Identification)[position];
        let origin = Origin::cell(id, row, column);
        let mut judged = reader.read(schema_column, value, Place::Cell(origin), findings);
        // The sheet has too few dates to tell their order; its own language decides.
        if let Some(Order::Doubt(day_first, month_first)) = judged.order {
            let found = shown(&words(value));
            judged.cell =
                doubts::tell(reader, origin, &found, day_first, month_first, doubts::Evidence::None, findings);
        }
        if judged.cell == Cell::Held {
            identified.held += 1;
        }
        if schema_column.field == Field::Territory {
            identified.row.origin = origin;
        }
        identified.row.cells[position] = judged.cell;
    }
    identified
}
