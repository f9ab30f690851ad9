//! Meetings of the partners, held and planned.

use crate::compose::activity::{grid_cell, print, rows};
use crate::compose::{Inputs, figure, grid};
use crate::model::report::{Block, Chapter, GridCell};
use crate::model::{DocumentKind, Field, Figures, List, Sheet, Value};

/// Lays out the count and the list of meetings, in the order of their days.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let table = inputs.dataset.table(Sheet::Consultations);
    let mut meetings: Vec<_> = rows(table, figures).collect();
    meetings.sort_by_key(|row| (table.cell(row, Field::Date).date(), row.origin));
    let columns = vec![
        grid::words("report-head-date", 29.0),
        grid::words("report-head-level", 30.0),
        grid::words("report-head-subject-decisions", 0.0),
        grid::words("report-head-status", 22.0),
    ];
    let lines = meetings.iter().map(|row| -> Vec<GridCell> {
        let print = |field, list| grid_cell(print(table.cell(row, field), list));
        let said = [Field::Subject, Field::Decisions].map(|field| self::print(table.cell(row, field), None));
        let [subject, decisions] = said;
        vec![
            print(Field::Date, None),
            print(Field::Level, None),
            grid::two_lines(subject, decisions),
            print(Field::HeldPlanned, Some(List::Values("held_planned"))),
        ]
    });
    let notes = vec![grid::codes(&["X6-consultations"])];
    let list = grid::table(Value::Empty, columns, lines.collect(), None, notes)?;
    let held = figure::count(&figures.cross, "X6-consultations");
    let lead = Value::phrase(
        "consultations-lead",
        [("held", Value::count(held)), ("planned", Value::count((meetings.len() as u64).saturating_sub(held)))],
    );
    let blocks: Vec<Block> = vec![list];
    grid::chapter(Value::key("chapter-consultations"), Value::key("consultations-kicker"), lead, blocks)
}
