//! The sheets that hold rows as they were read: logical framework, partners, risks, papers.

use super::super::project::Project;
use super::super::readings::{Reading, readings};
use super::{cell, column, formula, page, print};
use crate::compose::workbook::heading;
use crate::model::book::{Block, BookCell, BookColumn, BookSheet, CellRef, ColumnRef, Expression, Tab};
use crate::model::{Field, List, Sheet, Value};

const BASELINE: u16 = 4;
const TARGET: u16 = 6;
const ACTUAL: u16 = 8;

pub(super) fn logframe(project: &Project<'_>) -> BookSheet {
    let head = |field| heading(Sheet::Indicators, field);
    let columns = vec![
        column(0, Value::key("dossier-head-level"), 14),
        column(1, head(Field::IndicatorCode), 12),
        column(2, Value::key("dossier-head-indicator"), 40),
        column(3, head(Field::Unit), 18),
        column(BASELINE, head(Field::Baseline), 14),
        column(5, head(Field::BaselineYear), 10),
        column(TARGET, head(Field::Target), 14),
        column(7, head(Field::TargetYear), 10),
        column(ACTUAL, head(Field::Actual), 14),
        column(9, head(Field::Period), 14),
        column(10, Value::key("report-head-attainment"), 12),
        column(11, head(Field::SourceOfVerification), 30),
        column(12, head(Field::Assumption), 30),
    ];
    let mut readings = readings(project);
    readings.sort_by_key(|reading| reading.rank(project));
    let rows = readings.iter().enumerate().map(|(row, reading)| line(project, reading, row)).collect();
    let mut sheet = page(
        Tab::Logframe,
        "dossier-tab-logframe",
        "dossier-tab-logframe",
        vec![Block::from_rows(columns, rows).named("Logframe")],
    );
    sheet.lead.push((crate::model::book::Line::Note, Value::key("dossier-logframe-note")));
    sheet
}

fn line(project: &Project<'_>, reading: &Reading<'_>, row: usize) -> Vec<BookCell> {
    let year = |field| match reading.year(field) {
        Some(year) => BookCell::Bare(year.into()),
        None => BookCell::Value(Value::Missing),
    };
    // A number keeps all its digits: the sheet shows what its unit asks for.
    let number = |field| cell(reading.value(project, field));
    let of = |id| CellRef { column: ColumnRef { tab: Tab::Logframe, block: 0, id }, row };
    let attained = || {
        let [baseline, target, actual] =
            [Field::Baseline, Field::Target, Field::Actual].map(|field| reading.number(field));
        let way = target?.checked_sub(baseline?)?;
        actual?.checked_sub(baseline?)?.checked_div(way)
    };
    vec![
        cell(reading.level(project)),
        cell(reading.code().map_or(Value::Missing, Value::code)),
        cell(reading.name()),
        cell(reading.unit(project)),
        number(Field::Baseline),
        year(Field::BaselineYear),
        number(Field::Target),
        year(Field::TargetYear),
        number(Field::Actual),
        cell(reading.actual_date()),
        formula(
            Expression::Attainment(of(ACTUAL), of(BASELINE), of(TARGET)),
            attained().map(|share| Value::Percent(share, 1)),
        ),
        cell(reading.text(Field::SourceOfVerification)),
        cell(reading.text(Field::Assumption)),
    ]
}

/// Makes a sheet of some columns of a sheet of the returns.
fn copied(
    project: &Project<'_>,
    (tab, name, id): (Tab, &'static str, &str),
    sheet: Sheet,
    fields: &[(Field, u8, Option<List>)],
) -> BookSheet {
    let (table, rows) = project.rows(sheet);
    let columns: Vec<BookColumn> =
        fields.iter().zip(0..).map(|((field, width, _), id)| column(id, heading(sheet, *field), *width)).collect();
    let line = |row: &&crate::model::Row| {
        fields.iter().map(|(field, _, list)| cell(print::cell(table.cell(row, *field), *list))).collect()
    };
    page(tab, name, name, vec![Block::from_rows(columns, rows.iter().map(line).collect()).named(id)])
}

pub(super) fn partners(project: &Project<'_>) -> BookSheet {
    let fields =
        [(Field::Name, 44, None), (Field::LegalId, 24, None), (Field::Role, 34, None), (Field::Contribution, 34, None)];
    copied(project, (Tab::Partners, "dossier-tab-partners", "Partners"), Sheet::Partners, &fields)
}

pub(super) fn risks(project: &Project<'_>) -> BookSheet {
    let fields = [
        (Field::Description, 50, None),
        (Field::Probability, 14, Some(List::RiskLevels)),
        (Field::Impact, 14, Some(List::RiskLevels)),
        (Field::Mitigation, 50, None),
        (Field::Owner, 26, None),
    ];
    copied(project, (Tab::Risks, "dossier-tab-risks", "Risks"), Sheet::Risks, &fields)
}

pub(super) fn papers(project: &Project<'_>) -> BookSheet {
    let columns =
        vec![column(0, Value::key("dossier-head-paper"), 60), column(1, Value::key("dossier-head-state"), 24)];
    let rows = project.papers().into_iter().map(|(paper, ready)| {
        let state = match ready {
            true => BookCell::Value(Value::key("dossier-ready")),
            false => BookCell::Alert(Value::key("dossier-not-ready")),
        };
        vec![cell(Value::Name(List::Papers, paper)), state]
    });
    let block = Block::from_rows(columns, rows.collect()).named("Papers");
    page(Tab::Papers, "dossier-tab-papers", "dossier-tab-papers", vec![block])
}
