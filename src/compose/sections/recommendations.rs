//! Recommendations: to whom, by whom, by when, and what became of them.

use crate::compose::activity::{grid_cell, print, rows};
use crate::compose::{Inputs, figure, grid};
use crate::model::report::{Chapter, GridCell};
use crate::model::{DocumentKind, Field, Figures, List, Row, Sheet, Value};

const STATUSES: List = List::Values("recommendation_status");

/// Lays out the list, the open ones first and by due day; an open one that is due is marked.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let table = inputs.dataset.table(Sheet::Recommendations);
    let states = inputs.reference.entries(STATUSES);
    let is = |row: &Row, state: &str| table.cell(row, Field::Status).code().is_some_and(|code| *code == *state);
    let mut all: Vec<_> = rows(table, figures).collect();
    all.sort_by_key(|row| {
        let rank = states.iter().position(|entry| is(row, &entry.code));
        (rank, table.cell(row, Field::Due).date(), row.origin)
    });
    let columns = vec![
        grid::words("report-head-recommendation", 0.0),
        grid::words("report-head-addressee-owner", 46.0),
        grid::words("report-head-due", 27.0),
        grid::words("report-head-status", 22.0),
    ];
    let today = inputs.settings.reference_date;
    let is_open = |row: &Row| is(row, "open");
    let late = |row: &Row| is_open(row) && table.cell(row, Field::Due).date().is_some_and(|due| due < today);
    let lines = all.iter().map(|row| -> Vec<GridCell> {
        let print = |field, list| print(table.cell(row, field), list);
        let due = print(Field::Due, None);
        vec![
            grid_cell(print(Field::Text, None)),
            grid::two_lines(print(Field::Addressee, None), print(Field::Owner, None)),
            if late(row) { grid::ochre(due) } else { grid_cell(due) },
            grid_cell(print(Field::Status, Some(STATUSES))),
        ]
    });
    let notes = vec![Value::key("note-recommendations"), grid::codes(&["X14"])];
    let list = grid::table(Value::Empty, columns, lines.collect(), None, notes)?;
    let lead = Value::phrase(
        "recommendations-lead",
        [
            ("all", Value::count(all.len() as u64)),
            ("open", Value::count(all.iter().filter(|row| is_open(row)).count() as u64)),
            ("late", Value::count(all.iter().filter(|row| late(row)).count() as u64)),
            ("rate", figure::value(inputs, &figures.cross, "X14")),
        ],
    );
    grid::chapter(Value::key("chapter-recommendations"), Value::key("recommendations-kicker"), lead, vec![list])
}
