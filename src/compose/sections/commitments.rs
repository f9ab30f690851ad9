//! The commitments of the agreement: the state of each as returns tell it, and the figures that speak of it.

use std::collections::BTreeMap;

use crate::compose::activity::{print, rows};
use crate::compose::{Inputs, figure, grid};
use crate::model::report::{Chapter, GridCell};
use crate::model::{Code, DocumentKind, Field, Figures, List, Row, Sheet, Table, Value};

const STATUSES: List = List::Values("commitment_status");

/// Lays out one row a commitment, in the order of the agreement.
///
/// Returns may differ: each state is printed with the number of returns that tell it, and none is chosen.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let table = inputs.dataset.table(Sheet::Commitments);
    let mut told: BTreeMap<&Code, Vec<&Row>> = BTreeMap::new();
    for row in rows(table, figures) {
        if let Some(code) = table.cell(row, Field::Commitment).code() {
            told.entry(code).or_default().push(row);
        }
    }
    let columns = vec![
        grid::words("report-head-commitment", 66.0),
        grid::words("report-head-status", 26.0),
        grid::words("report-head-evidence-figures", 0.0),
    ];
    let lines = inputs.reference.commitments.iter().map(|commitment| -> Vec<GridCell> {
        let mine = told.get(&commitment.code).map_or(&[][..], Vec::as_slice);
        vec![
            Value::Name(List::Commitments, commitment.code.clone()).into(),
            statuses(inputs, table, mine).into(),
            grid::two_lines(evidence(table, mine), numbers(inputs, figures, &commitment.figures)),
        ]
    });
    let notes = vec![Value::key("note-commitments")];
    let list = grid::table(Value::key("grid-commitments"), columns, lines.collect(), None, notes)?;
    let lead = Value::phrase(
        "commitments-lead",
        [("all", Value::count(inputs.reference.commitments.len() as u64)), ("told", Value::count(told.len() as u64))],
    );
    grid::chapter(Value::key("chapter-commitments"), Value::key("commitments-kicker"), lead, vec![list])
}

/// Counts the states that returns tell of one commitment.
fn statuses(inputs: &Inputs<'_>, table: &Table, told: &[&Row]) -> Value {
    let counted = inputs.reference.entries(STATUSES).iter().filter_map(|status| {
        let same = |row: &&&Row| table.cell(row, Field::Status).code() == Some(&status.code);
        let count = told.iter().filter(same).count() as u64;
        let name = Value::Name(STATUSES, status.code.clone());
        (count > 0).then(|| Value::phrase("report-counted", [("name", name), ("count", Value::count(count))]))
    });
    let counted: Vec<Value> = counted.collect();
    if counted.is_empty() { Value::Missing } else { Value::List(counted) }
}

/// Gives the evidence that returns name.
fn evidence(table: &Table, told: &[&Row]) -> Value {
    let cells = told.iter().map(|row| table.cell(row, Field::Evidence)).filter(|cell| cell.is_present());
    let said: Vec<Value> = cells.map(|cell| print(cell, None)).collect();
    if said.is_empty() { Value::Empty } else { Value::List(said) }
}

/// Gives the figures that speak of a commitment, those that are reported.
fn numbers(inputs: &Inputs<'_>, figures: &Figures, codes: &[Code]) -> Value {
    let known = codes.iter().filter_map(|code| {
        let value = figure::value(inputs, &figures.cross, code);
        let name = Value::code(code);
        (value != Value::Missing).then(|| Value::phrase("report-counted", [("name", name), ("count", value)]))
    });
    let known: Vec<Value> = known.collect();
    if known.is_empty() { Value::Empty } else { Value::List(known) }
}
