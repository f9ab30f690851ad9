//! What follows an activity or application that counts under another: the rows that name it, and those that both returns
//! give.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::nodes::Nodes;
use crate::model::{Cell, Code, Dataset, Field, Kind, Row, Sheet, SheetId, Table, schema};
use crate::reference::{Reference, fold};
use crate::validate::book::Book;

/// An activity or application that counts under another.
pub struct Moved {
    /// Its identifier.
    pub from: Code,
    /// The identifier it counts under.
    pub to: Code,
    /// The sheets of the return that held it.
    pub sheets: BTreeSet<SheetId>,
}

/// The sheets whose rows are dropped where both returns give the same, and the columns that make them one.
const REPEATED: &[(Sheet, &[Field])] = &[
    (
        Sheet::Indicators,
        &[
            Field::ActivityId,
            Field::Territory,
            Field::IndicatorCode,
            Field::IndicatorName,
            Field::Group,
            Field::Period,
            Field::Actual,
        ],
    ),
    (Sheet::Exchanges, &[Field::ActivityId, Field::Date, Field::Direction]),
];

/// Gives rows the identifier that what they name counts under: an activity of `table`, or an application.
///
/// Rows of the return that held it follow; those of other returns follow where nothing has the old identifier any more.
pub fn rename(dataset: &mut Dataset, moved: &[Moved], (table, id): (Sheet, Field)) {
    let named = dataset.table(table);
    let ids: BTreeSet<String> =
        named.live().filter_map(|row| named.cell(row, id).code()).map(|code| fold(code)).collect();
    let mut new: BTreeMap<String, Vec<&Moved>> = BTreeMap::new();
    for each in moved.iter().filter(|each| each.from != each.to) {
        new.entry(fold(&each.from)).or_default().push(each);
    }
    if new.is_empty() {
        return;
    }
    for sheet in Sheet::ALL.iter().copied().filter(|sheet| *sheet != table) {
        let Some(at) = schema::position(sheet, id) else { continue };
        let Some(table) = dataset.tables.get_mut(&sheet).map(Arc::make_mut) else { continue };
        for row in &mut table.rows {
            let origin = row.origin.sheet;
            let renamed = |code: &Code| {
                let folded = fold(code);
                let each = new.get(&folded).and_then(|all| {
                    all.iter().find(|each| each.sheets.contains(&origin)).or_else(|| {
                        let gone = !ids.contains(&folded);
                        all.first().filter(|_| gone)
                    })
                });
                each.map_or_else(|| code.clone(), |each| each.to.clone())
            };
            let cell = match &row.cells[at] {
                Cell::Code(code) => Cell::Code(renamed(code)),
                Cell::Codes(codes) => {
                    let mut seen = BTreeSet::new();
                    Cell::Codes(codes.iter().map(renamed).filter(|code| seen.insert(code.clone())).collect())
                }
                _ => continue,
            };
            row.cells.set(at, cell);
        }
    }
}

/// Leaves out the readings and exchanges of joint activities that a second return gives again, and counts them by
/// activity. Readings that contradict each other stay, and are told by their own rule.
pub fn drop_repeated(book: &mut Book, reference: &Reference, joint: &BTreeSet<Code>) -> BTreeMap<Code, u64> {
    let mut counts: BTreeMap<Code, u64> = BTreeMap::new();
    for (sheet, fields) in REPEATED {
        let nodes = Nodes::new(&book.dataset, reference, *sheet, Field::ActivityId);
        let table = book.dataset.table(*sheet);
        let mut first: BTreeMap<String, Vec<(Option<usize>, usize)>> = BTreeMap::new();
        let mut left: BTreeMap<usize, BTreeSet<u16>> = BTreeMap::new();
        for (_, node) in nodes.sent() {
            let row = &table.rows[node.row];
            let Some(activity) = table.cell(row, Field::ActivityId).code().filter(|code| joint.contains(*code)) else {
                continue;
            };
            let key = format!("{:?}", fields.iter().map(|field| table.cell(row, *field)).collect::<Vec<_>>());
            let known = first.entry(key).or_default();
            let twin =
                known.iter().position(|(sent, other)| *sent != node.sent && agree(table, row, &table.rows[*other]));
            match twin {
                // One row stands for one row: two missions of a day stay two.
                Some(twin) => {
                    known.remove(twin);
                    *counts.entry(activity.clone()).or_default() += 1;
                    left.insert(node.row, BTreeSet::new());
                }
                None => known.push((node.sent, node.row)),
            }
        }
        book.leave(*sheet, &left);
    }
    counts
}

/// Says whether a row holds nothing that another contradicts or lacks; words may differ.
fn agree(table: &Table, row: &Row, other: &Row) -> bool {
    let words = |kind| matches!(kind, Kind::Text | Kind::Prose | Kind::Id | Kind::Ids);
    schema::columns(table.sheet)
        .iter()
        .zip(row.cells.iter().zip(other.cells.iter()))
        .filter(|(column, _)| !words(column.kind))
        .all(|(_, (cell, other))| *cell == Cell::Missing || cell == other)
}
