//! The parts that a template may place: tables and charts, each under its name. A part that nothing fills is empty, and so
//! for people to complete.

mod budget;
mod financing;
mod logframe;
mod people;
mod work;

use std::collections::BTreeMap;

pub(super) use financing::name as source_name;
pub(super) use people::{People, people};
pub(super) use work::{Calendar, tasks};

use super::print;
use super::project::Project;
use crate::compose::grid;
use crate::model::report::{Block, GridCell, GridColumn};
use crate::model::{Field, List, Row, Sheet, Table, Value};

/// Lays out every part.
pub(super) fn parts(project: &Project<'_>) -> BTreeMap<&'static str, Vec<Block>> {
    BTreeMap::from([
        ("summary", summary(project)),
        ("partners", partners(project)),
        ("logframe", logframe::part(project)),
        ("workplan", work::part(project)),
        ("beneficiaries", people::part(project)),
        ("risks", risks(project)),
        ("markers", markers(project)),
        ("budget", budget::part(project)),
        ("financing", financing::part(project)),
        ("papers", papers(project)),
    ])
}

fn table(columns: Vec<GridColumn>, rows: Vec<Vec<GridCell>>, notes: Vec<Value>) -> Vec<Block> {
    grid::table(Value::Empty, columns, rows, None, notes).into_iter().collect()
}

fn summary(project: &Project<'_>) -> Vec<Block> {
    let columns = vec![grid::words("dossier-head-item", 60.0), grid::words("dossier-head-value", 0.0)];
    let title = (Value::Column(Sheet::Activities, Field::Title), project.name());
    let facts = std::iter::once(title).chain(project.facts());
    let rows = facts.map(|(label, value)| vec![grid::strong(label), value.into()]).collect();
    table(columns, rows, Vec::new())
}

/// Makes a table of some columns of a sheet, one row a row.
fn cells(
    (sheet, rows): (&Table, &[&Row]),
    columns: &[(Field, f32, Option<List>)],
) -> (Vec<GridColumn>, Vec<Vec<GridCell>>) {
    let heads = columns.iter().map(|(field, width, _)| GridColumn {
        head: Value::Column(sheet.sheet, *field),
        width: *width,
        number: false,
    });
    let line = |row: &&Row| {
        columns.iter().map(|(field, _, list)| GridCell::from(print::cell(sheet.cell(row, *field), *list))).collect()
    };
    (heads.collect(), rows.iter().map(line).collect())
}

fn partners(project: &Project<'_>) -> Vec<Block> {
    let (sheet, rows) = project.rows(Sheet::Partners);
    let columns = [
        (Field::Name, 0.0, None),
        (Field::LegalId, 36.0, None),
        (Field::Role, 44.0, None),
        (Field::Contribution, 32.0, None),
    ];
    let (columns, rows) = cells((sheet, &rows), &columns);
    table(columns, rows, Vec::new())
}

fn risks(project: &Project<'_>) -> Vec<Block> {
    let (sheet, rows) = project.rows(Sheet::Risks);
    let columns = [
        (Field::Description, 0.0, None),
        (Field::Probability, 22.0, Some(List::RiskLevels)),
        (Field::Impact, 22.0, Some(List::RiskLevels)),
        (Field::Mitigation, 50.0, None),
        (Field::Owner, 30.0, None),
    ];
    let (columns, rows) = cells((sheet, &rows), &columns);
    table(columns, rows, Vec::new())
}

fn markers(project: &Project<'_>) -> Vec<Block> {
    let columns = vec![grid::words("dossier-head-marker", 0.0), grid::words("dossier-head-score", 60.0)];
    let rows = project.cell(Field::Markers).codes().iter().map(|code| grid::row(print::marker(code)));
    table(columns, rows.collect(), Vec::new())
}

fn papers(project: &Project<'_>) -> Vec<Block> {
    let columns = vec![grid::words("dossier-head-paper", 0.0), grid::words("dossier-head-state", 44.0)];
    let rows = project.papers().into_iter().map(|(paper, ready)| {
        let state =
            if ready { Value::key("dossier-ready").into() } else { grid::ochre(Value::key("dossier-not-ready")) };
        vec![Value::Name(List::Papers, paper).into(), state]
    });
    let known = project.rules.iter().any(|rule| !rule.papers.is_empty());
    let notes = if known { Vec::new() } else { vec![Value::key("dossier-papers-unknown")] };
    table(columns, rows.collect(), notes)
}
