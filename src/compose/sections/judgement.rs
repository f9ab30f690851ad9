//! What people judged: the six criteria of the DAC, by level and never as a mean.

use std::collections::BTreeMap;

use crate::compose::activity::{grid_cell, print, rows};
use crate::compose::{Inputs, grid};
use crate::model::report::{Block, Chapter, GridCell};
use crate::model::{DocumentKind, Field, Figures, List, Row, Sheet, Table, Value};

const LEVELS: List = List::Values("rating_level");

/// Lays out the counts of levels by criterion, and each rating with its evidence.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let table = inputs.dataset.table(Sheet::Ratings);
    let ratings: Vec<&Row> = rows(table, figures).collect();
    if ratings.is_empty() {
        return None;
    }
    let blocks = [spread(inputs, table, &ratings), list(inputs, table, &ratings)];
    let mut activities: Vec<_> = ratings.iter().filter_map(|row| table.cell(row, Field::ActivityId).code()).collect();
    activities.sort();
    activities.dedup();
    let lead = Value::phrase(
        "judgement-lead",
        [
            ("ratings", Value::count(ratings.len() as u64)),
            ("activities", Value::Quantity((activities.len() as u64).into(), "activity".into())),
        ],
    );
    let blocks = blocks.into_iter().flatten().collect();
    grid::chapter(Value::key("chapter-judgement"), Value::key("judgement-kicker"), lead, blocks)
}

/// One row a criterion, one column a level.
fn spread(inputs: &Inputs<'_>, table: &Table, ratings: &[&Row]) -> Option<Block> {
    let levels = inputs.reference.entries(LEVELS);
    let mut counts: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    for row in ratings {
        if let (Some(criterion), Some(level)) =
            (table.cell(row, Field::Criterion).text(), table.cell(row, Field::Level).text())
        {
            *counts.entry((criterion, level)).or_default() += 1;
        }
    }
    let mut columns = vec![grid::words("report-head-criterion", 0.0)];
    columns.extend(levels.iter().map(|level| grid::numbers(Value::Name(LEVELS, level.code.clone()), 23.0)));
    let lines = inputs.reference.entries(List::Criteria).iter().map(|criterion| -> Vec<GridCell> {
        let count = |level: &str| counts.get(&(criterion.code.as_str(), level)).copied().unwrap_or_default();
        let name = grid::strong(Value::Name(List::Criteria, criterion.code.clone()));
        std::iter::once(name).chain(levels.iter().map(|level| Value::count(count(&level.code)).into())).collect()
    });
    let notes = vec![Value::key("note-ratings"), grid::codes(&["X12-grade"])];
    grid::table(Value::key("grid-ratings"), columns, lines.collect(), None, notes)
}

/// One row a rating, by criterion, then by place.
fn list(inputs: &Inputs<'_>, table: &Table, ratings: &[&Row]) -> Option<Block> {
    let criteria = inputs.reference.entries(List::Criteria);
    let rank = |row: &Row| {
        let criterion = table.cell(row, Field::Criterion).code();
        criteria.iter().position(|entry| Some(&entry.code) == criterion)
    };
    let mut ratings = ratings.to_vec();
    ratings.sort_by_key(|row| (rank(row), row.origin));
    let columns = vec![
        grid::words("report-head-criterion", 26.0),
        grid::words("report-head-code", 24.0),
        grid::words("report-head-rating", 26.0),
        grid::words("report-head-evidence", 0.0),
    ];
    let lines = ratings.iter().map(|row| -> Vec<GridCell> {
        let print = |field, list| grid_cell(print(table.cell(row, field), list));
        let about = match table.cell(row, Field::ActivityId) {
            cell if cell.is_present() => print(Field::ActivityId, None),
            _ => Value::key("rating-programme").into(),
        };
        vec![
            print(Field::Criterion, Some(List::Criteria)),
            about,
            print(Field::Level, Some(LEVELS)),
            print(Field::Evidence, None),
        ]
    });
    grid::table(Value::key("grid-rating-list"), columns, lines.collect(), None, Vec::new())
}
