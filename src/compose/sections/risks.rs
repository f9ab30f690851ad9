//! The register of risks, the gravest first.

use crate::compose::activity::{grid_cell, print, rows};
use crate::compose::{Inputs, grid};
use crate::model::report::{Chapter, GridCell};
use crate::model::{DocumentKind, Field, Figures, List, Row, Sheet, Value};

/// Lays out the register, ordered by probability times impact on the scale of `risk_levels.csv`; a risk without both
/// comes last.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let table = inputs.dataset.table(Sheet::Risks);
    let levels = inputs.reference.entries(List::RiskLevels);
    let score = |row: &Row, field| {
        let code = table.cell(row, field).code()?;
        levels.iter().position(|level| level.code == *code).map(|at| at + 1)
    };
    let gravity = |row: &Row| Some(score(row, Field::Probability)? * score(row, Field::Impact)?);
    let mut risks: Vec<_> = rows(table, figures).collect();
    risks.sort_by_key(|row| (std::cmp::Reverse(gravity(row)), row.origin));
    let columns = vec![
        grid::words("report-head-code", 24.0),
        grid::words("report-head-risk-mitigation", 0.0),
        grid::words("report-head-probability", 22.0),
        grid::words("report-head-impact", 22.0),
        grid::words("report-head-owner", 34.0),
    ];
    let lines = risks.iter().map(|row| -> Vec<GridCell> {
        let value = |field, list| print(table.cell(row, field), list);
        let level = |field| grid_cell(value(field, Some(List::RiskLevels)));
        vec![
            grid_cell(value(Field::ActivityId, None)),
            grid::two_lines(value(Field::Description, None), value(Field::Mitigation, None)),
            level(Field::Probability),
            level(Field::Impact),
            grid_cell(value(Field::Owner, None)),
        ]
    });
    let notes = vec![Value::key("note-risks")];
    let list = grid::table(Value::Empty, columns, lines.collect(), None, notes)?;
    let grave = risks.iter().filter(|row| gravity(row).is_some_and(|gravity| gravity >= GRAVE)).count();
    let lead =
        Value::phrase("risks-lead", [("all", Value::count(risks.len() as u64)), ("grave", Value::count(grave as u64))]);
    grid::chapter(Value::key("chapter-risks"), Value::key("risks-kicker"), lead, vec![list])
}

/// The product of two levels from which a risk is called grave: high by high.
const GRAVE: usize = 9;
