//! Indicators that returns state and the catalogue does not hold: printed as stated, never added up.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::compose::activity::{self, rows};
use crate::compose::{Inputs, grid};
use crate::model::figures::Figures;
use crate::model::report::{Chapter, GridCell};
use crate::model::{Cell, DocumentKind, Field, List, Row, Sheet, Value};
use crate::reference::fold;

/// The most readings that are printed; the workbook holds all.
const READINGS: usize = 100;

/// Lays out one table of readings, and says how many indicators have both a target and an actual value.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let table = inputs.dataset.table(Sheet::Indicators);
    let stated = |row: &&Row| !table.cell(row, Field::IndicatorCode).is_present();
    let readings: Vec<(&str, &Row)> = rows(table, figures)
        .filter(stated)
        .filter_map(|row| Some((table.cell(row, Field::IndicatorName).text()?, row)))
        .collect();
    // What one reading says of the target, another may say of the actual value.
    let mut said: BTreeMap<String, BTreeSet<Field>> = BTreeMap::new();
    for (name, row) in &readings {
        let fields = said.entry(fold(name)).or_default();
        fields.extend([Field::Target, Field::Actual].into_iter().filter(|field| table.cell(row, *field).is_present()));
    }
    let complete = said.values().filter(|fields| fields.len() == 2).count();
    let columns = vec![
        grid::words("report-head-indicator", 0.0),
        grid::words("report-head-activity", 30.0),
        grid::numbers(Value::key("report-head-baseline"), 19.0),
        grid::numbers(Value::key("report-head-target"), 19.0),
        grid::numbers(Value::key("report-head-actual"), 19.0),
    ];
    let lines = readings.iter().take(READINGS).map(|(name, row)| -> Vec<GridCell> {
        let percent = table.cell(row, Field::Unit).text() == Some("percent");
        let number = |field| activity::grid_cell(printed(table.cell(row, field), percent));
        let place = [(Field::ActivityId, None), (Field::Territory, Some(List::Territories))]
            .into_iter()
            .find(|(field, _)| table.cell(row, *field).is_present())
            .map_or(Value::Missing, |(field, list)| activity::print(table.cell(row, field), list));
        let name = Value::Text((*name).into());
        vec![name.into(), place.into(), number(Field::Baseline), number(Field::Target), number(Field::Actual)]
    });
    let mut notes = vec![Value::key("note-stated")];
    notes.extend(grid::cut("note-cut-first", READINGS, readings.len()));
    let block = grid::table(Value::key("grid-stated"), columns, lines.collect(), None, notes);
    let lead = Value::phrase(
        "stated-lead",
        [("indicators", Value::count(said.len() as u64)), ("complete", Value::count(complete as u64))],
    );
    grid::chapter(Value::key("chapter-stated"), Value::key("stated-kicker"), lead, block.into_iter().collect())
}

/// Gives a value as stated, with its own decimals up to two.
fn printed(cell: &Cell, percent: bool) -> Value {
    let digits = |number: Decimal| number.normalize().scale().min(2) as u8;
    match cell {
        Cell::Number(number) if percent => Value::Percent(*number, digits(number.saturating_mul(Decimal::ONE_HUNDRED))),
        Cell::Number(number) => Value::Number(*number, digits(*number)),
        other => activity::print(other, None),
    }
}
