//! C514: a cumulative reading of an indicator that is a flow, or the reverse.

use std::collections::BTreeSet;

use super::{Context, at, hold_rows, live};
use crate::model::{Dataset, Field, Finding, FindingCode, List, Row, Sheet, Table, Value};
use crate::reference::Nature;

const ACCUMULATION: List = List::Values("accumulation");

/// Holds the whole series of a place, indicator and group: its other readings were made the same way.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let mut mixed: BTreeSet<[String; 4]> = BTreeSet::new();
    let rows = live(dataset, Sheet::Indicators);
    let table = dataset.table(Sheet::Indicators);
    for &number in &rows {
        let row = &table.rows[number];
        let indicator = table.cell(row, Field::IndicatorCode).code().and_then(|code| context.reference.indicator(code));
        let expected = match indicator.map(|indicator| indicator.nature) {
            Some(Nature::Flow) => "annual",
            Some(Nature::Cumulative) => "cumulative",
            _ => continue,
        };
        let Some(found) = table.cell(row, Field::Accumulation).code().filter(|found| **found != *expected) else {
            continue;
        };
        mixed.insert(series(table, row));
        findings.push(
            at(FindingCode::AccumulationMixed, dataset, Sheet::Indicators, row, Field::Accumulation)
                .with("found", Value::Name(ACCUMULATION, found.clone()))
                .with("expected", Value::Name(ACCUMULATION, expected.into())),
        );
    }
    let held: Vec<usize> =
        rows.into_iter().filter(|number| mixed.contains(&series(table, &table.rows[*number]))).collect();
    hold_rows(dataset, Sheet::Indicators, &held);
}

/// Gives what readings of one series have in common.
fn series(table: &Table, row: &Row) -> [String; 4] {
    [Field::ActivityId, Field::Territory, Field::IndicatorCode, Field::Group]
        .map(|field| table.cell(row, field).text().unwrap_or("").to_owned())
}
