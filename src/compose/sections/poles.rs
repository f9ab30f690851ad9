//! Territorial poles.

use std::collections::BTreeMap;

use crate::compose::activity::{self, Activity, grid_cell, print, rows};
use crate::compose::{Inputs, bullet, figure, grid};
use crate::model::figures::{self, Figures};
use crate::model::report::{Block, Chapter, GridCell};
use crate::model::{DocumentKind, Field, List, Row, Sheet, Value};
use crate::reference::fold;

const THEME: &str = "territorial-poles";

/// Lays out the activities of the theme and its indicators.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let mut activities = Activity::in_scope(inputs, figures);
    activities.retain(|activity| activity.themes().iter().any(|theme| **theme == *THEME));
    let group = inputs.reference.theme(THEME).map(|theme| &theme.group)?;
    let results: Vec<&figures::Result> = figures
        .results
        .iter()
        .filter(|result| inputs.reference.indicator(&result.code).is_some_and(|it| it.group == *group))
        .collect();
    let steps = milestones(inputs, figures);
    if activities.is_empty() && results.is_empty() && steps.is_none() {
        return None;
    }
    let started = figures.themes.lines.iter().find(|line| line.0 == *THEME);
    let started = started.map_or(0, |(_, set)| figure::count(set, "X1-started"));
    let mut blocks: Vec<Block> =
        bullet::table(inputs, Value::key("grid-pole-results"), &results, false).into_iter().collect();
    let status = Box::new(|activity: &Activity<'_>| activity.status());
    let mut parts: Vec<activity::Part<'_, '_>> = vec![(Value::key("report-head-status"), 22.0, false, status)];
    parts.extend(activity::money_parts(&activities));
    let notes = vec![Value::key("note-amounts-original"), grid::codes(&["X1-total"])];
    blocks.extend(activity::table(inputs, Value::key("grid-poles"), &activities, &Activity::councils, parts, notes));
    blocks.extend(steps);
    let lead = Value::phrase(
        "poles-lead",
        [
            ("activities", Value::Quantity((activities.len() as u64).into(), "activity".into())),
            ("started", Value::count(started)),
        ],
    );
    grid::chapter(Value::Name(List::Themes, THEME.into()), Value::key("poles-kicker"), lead, blocks)
}

/// One row a pole: the last stage that it reached, with its day and evidence. Two returns that write the name of a pole
/// alike speak of the same one.
fn milestones(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let table = inputs.dataset.table(Sheet::Milestones);
    let mut last: BTreeMap<String, &Row> = BTreeMap::new();
    let reached =
        |row: &Row| (table.cell(row, Field::Date).date(), table.cell(row, Field::Stage).text().map(str::to_owned));
    for row in rows(table, figures) {
        let Some(pole) = table.cell(row, Field::Pole).text() else { continue };
        let known = last.entry(fold(pole)).or_insert(row);
        if reached(known) < reached(row) {
            *known = row;
        }
    }
    let columns = vec![
        grid::words("report-head-pole", 0.0),
        grid::words("report-head-territories", 46.0),
        grid::words("report-head-stage", 34.0),
        grid::words("report-head-date", 27.0),
    ];
    let lines = last.values().map(|row| -> Vec<GridCell> {
        let value = |field, list| print(table.cell(row, field), list);
        vec![
            grid::two_lines(value(Field::Pole, None), value(Field::Evidence, None)),
            grid_cell(value(Field::Territories, Some(List::Territories))),
            grid_cell(value(Field::Stage, Some(List::Values("pole_stage")))),
            grid_cell(value(Field::Date, None)),
        ]
    });
    grid::table(Value::key("grid-milestones"), columns, lines.collect(), None, Vec::new())
}
