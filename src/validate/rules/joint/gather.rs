//! One record of two: blanks are filled, lists are united, and what disagrees is told.

use std::collections::BTreeSet;

use super::alike::agree;
use crate::model::{Cell, Code, Dataset, Field, Finding, FindingCode, Kind, Money, Place, Sheet, Value, schema};
use crate::validate::mapping::value;
use crate::validate::rules::Context;

/// Columns whose difference between two returns says nothing.
const APART: &[Field] = &[Field::ActivityId, Field::ApplicationId, Field::UpdatedOn];

/// Takes over into one row what another says, and gives the source columns of the cells taken.
///
/// Words that differ stay as the kept row has them; other cells that differ are told with both values. An amount is never
/// taken into a row of another currency. Private columns are left alone.
pub fn gather(
    context: &Context<'_>,
    dataset: &mut Dataset,
    sheet: Sheet,
    (kept, left): (usize, usize),
    findings: &mut Vec<Finding>,
) -> BTreeSet<u16> {
    let mut taken = BTreeSet::new();
    let place = context.say(dataset.table(sheet).rows[kept].origin);
    for (at, column) in schema::columns(sheet).iter().enumerate() {
        if column.private || column.derived || APART.contains(&column.field) {
            continue;
        }
        let table = dataset.table(sheet);
        let (row, other) = (&table.rows[kept], &table.rows[left]);
        let origin = dataset.origin(sheet, other, column.field);
        let [mine, theirs] = [row, other].map(|row| (&row.cells[at], table.money(row, column.field)));
        let told = |first: Value, second: Value| {
            Finding::new(FindingCode::JointDisagrees, Place::Cell(origin))
                .with("found", second)
                .with("expected", first)
                .with("field", Value::Column(sheet, column.field))
                .with("place", place.clone())
        };
        let new = match (mine, theirs) {
            (_, (Cell::Missing | Cell::Held, _)) | ((Cell::Held, _), _) => continue,
            ((Cell::Code(code), _), (Cell::Code(other), _)) if column.field == Field::Currency => {
                let blank = schema::columns(sheet).iter().zip(row.cells.iter());
                let blank = blank.filter(|(column, _)| column.kind == Kind::Money).all(|(_, cell)| !cell.is_present());
                if code == other || !blank {
                    continue;
                }
                Cell::Code(other.clone())
            }
            ((mine, first), (theirs, Some(second))) => match first {
                None if mine.number().is_none() && currency(dataset, sheet, kept) == Some(&second.currency) => {
                    theirs.clone()
                }
                Some(first) if agreed(context, &first, &second) => continue,
                first => {
                    let first =
                        first.map_or(value(column.kind, mine), |first| Value::Money(first.amount, first.currency));
                    findings.push(told(first, Value::Money(second.amount, second.currency)));
                    continue;
                }
            },
            ((Cell::Missing, _), (theirs, _)) => theirs.clone(),
            ((Cell::Codes(codes), _), (Cell::Codes(more), _)) => {
                let new: Vec<Code> = more.iter().filter(|code| !codes.contains(code)).cloned().collect();
                if new.is_empty() {
                    continue;
                }
                Cell::Codes(codes.iter().cloned().chain(new).collect())
            }
            ((mine, _), (theirs, _)) if mine == theirs || matches!(column.kind, Kind::Text | Kind::Prose) => continue,
            ((mine, _), (theirs, _)) => {
                findings.push(told(value(column.kind, mine), value(column.kind, theirs)));
                continue;
            }
        };
        taken.insert(origin.column);
        dataset.table_mut(sheet).rows[kept].cells.set(at, new);
    }
    if sheet == Sheet::Activities {
        taken.extend(arabic(dataset, kept, left));
    }
    taken
}

fn currency(dataset: &Dataset, sheet: Sheet, row: usize) -> Option<&Code> {
    let table = dataset.table(sheet);
    table.cell(&table.rows[row], Field::Currency).code()
}

/// Says whether two amounts need not be told: equal, or one after conversion.
fn agreed(context: &Context<'_>, one: &Money, other: &Money) -> bool {
    one == other || (one.currency != other.currency && agree(context, one, other) == Some(true))
}

/// Takes an Arabic title as such where the kept row has none.
fn arabic(dataset: &mut Dataset, kept: usize, left: usize) -> Option<u16> {
    let table = dataset.table(Sheet::Activities);
    let is_arabic = |text: &str| text.chars().any(|letter| ('\u{600}'..'\u{700}').contains(&letter));
    let other = table.cell(&table.rows[left], Field::Title);
    let mine = [Field::Title, Field::TitleAr].map(|field| table.cell(&table.rows[kept], field).text().unwrap_or(""));
    if !other.text().is_some_and(is_arabic) || is_arabic(mine[0]) || !mine[1].is_empty() {
        return None;
    }
    let (cell, origin) = (other.clone(), dataset.origin(Sheet::Activities, &table.rows[left], Field::Title));
    dataset.table_mut(Sheet::Activities).set(kept, Field::TitleAr, cell);
    Some(origin.column)
}
