//! The sheet `identification`: labels and values, one below the other or side by side.

use crate::model::{Cell, Field, Ignored, Origin, Place, RawRow, RawValue, Row, Sheet, schema};

use super::book::Book;
use super::cells::{Order, Reader, shown, words};
use super::contract::Desk;
use super::doubts;
use super::headings::Headings;
use super::levels;

/// Reads the rows of an identification and accounts for their cells. `None` where no label is understood: the cells are
/// held.
///
/// The origin of the record is the cell of the territory where there is one.
pub fn read(desk: Desk<'_>, headings: &Headings, rows: &[RawRow], book: &mut Book) -> Option<Row> {
    let Desk { reference, id, text_only } = desk;
    let lang = headings.layout(reference, Sheet::Identification, &levels::single(&labels(rows))).lang;
    book.head(id, None, Some(lang));
    let reader = &Reader { reference, lang, text_only, decimal: None };
    let label = |value: &RawValue| match value {
        RawValue::Text(text) => {
            let text = text.trim_end().trim_end_matches([':', '*']);
            let meaning = headings.field(reference, Sheet::Identification, text)?;
            schema::position(Sheet::Identification, meaning.field)
        }
        _ => None,
    };
    let mut pairs: Vec<(usize, u32, u16, &RawValue)> = Vec::new();
    let mut labels = 0;
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
    let cells: u64 = rows.iter().map(|row| row.cells.len() as u64).sum();
    let count = book.count(id);
    count.read += cells;
    if labels == 0 {
        count.held += cells;
        return None;
    }
    count.ignore(Ignored::Note, cells - labels - pairs.len() as u64);
    let start = rows.first().map_or(0, |row| row.row);
    let mut record = Row::blank(Sheet::Identification, Origin::row(id, start));
    for (position, row, column, value) in pairs {
        let schema_column = &schema::columns(Sheet::Identification)[position];
        let origin = Origin::cell(id, row, column);
        let mut judged = reader.read(schema_column, value, Place::Cell(origin), &mut book.findings);
        // The sheet has too few dates to tell their order; its own language decides.
        if let Some(Order::Doubt(day_first, month_first)) = judged.order {
            let found = shown(&words(value));
            judged.cell = doubts::tell(
                reader,
                origin,
                &found,
                day_first,
                month_first,
                doubts::Evidence::None,
                &mut book.findings,
            );
        }
        if judged.cell == Cell::Held {
            book.count(id).held += 1;
        }
        if schema_column.field == Field::Territory {
            record.origin = origin;
        }
        record.cells.set(position, judged.cell);
    }
    book.push(Sheet::Identification, record.clone(), Box::default());
    Some(record)
}

/// Puts the first texts of all rows into one row, so that the language of labels is told as that of headings.
fn labels(rows: &[RawRow]) -> RawRow {
    let firsts = rows.iter().filter_map(|row| row.cells.first()).map(|(_, value)| value.clone());
    RawRow { row: 0, cells: (0..).zip(firsts).collect() }
}
