//! The logical framework: what changes, how it is measured, and on what it rests.

use super::super::project::Project;
use super::super::readings::{Reading, readings, year};
use crate::compose::grid;
use crate::model::report::{Block, GridCell, GridColumn};
use crate::model::{Field, Sheet, Value};

pub(super) fn part(project: &Project<'_>) -> Vec<Block> {
    let head = |field, width| GridColumn { head: Value::Column(Sheet::Indicators, field), width, number: false };
    let number = |field, width| GridColumn { number: true, ..head(field, width) };
    let columns = vec![
        grid::words("dossier-head-level", 18.0),
        grid::words("dossier-head-indicator", 0.0),
        number(Field::Baseline, 20.0),
        number(Field::Target, 20.0),
        number(Field::Actual, 22.0),
        head(Field::SourceOfVerification, 30.0),
        head(Field::Assumption, 28.0),
    ];
    let mut readings = readings(project);
    readings.sort_by_key(|reading| reading.rank(project));
    let rows = readings.iter().map(|reading| row(project, reading)).collect();
    grid::table(Value::Empty, columns, rows, None, vec![Value::key("dossier-logframe-note")]).into_iter().collect()
}

fn row(project: &Project<'_>, reading: &Reading<'_>) -> Vec<GridCell> {
    let dated = |field, of: Value| grid::two_lines(reading.value(project, field), of);
    vec![
        reading.level(project).into(),
        grid::two_lines(reading.name(), reading.unit(project)),
        dated(Field::Baseline, year(reading.year(Field::BaselineYear))),
        dated(Field::Target, year(reading.year(Field::TargetYear))),
        dated(Field::Actual, reading.actual_date()),
        reading.text(Field::SourceOfVerification).into(),
        reading.text(Field::Assumption).into(),
    ]
}
