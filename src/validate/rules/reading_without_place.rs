//! C510: a reading names neither an activity nor a territory.

use super::{Context, hold_rows, live};
use crate::model::{Dataset, Field, Finding, FindingCode, Place, Sheet};

/// Holds the reading: it counts nowhere.
pub fn check(_: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let table = dataset.table(Sheet::Indicators);
    let held: Vec<usize> = live(dataset, Sheet::Indicators)
        .into_iter()
        .filter(|number| {
            let row = &table.rows[*number];
            [Field::ActivityId, Field::Territory].iter().all(|field| !table.cell(row, *field).is_present())
        })
        .collect();
    for number in &held {
        findings.push(Finding::new(FindingCode::ReadingWithoutPlace, Place::Cell(table.rows[*number].origin)));
    }
    hold_rows(dataset, Sheet::Indicators, &held);
}
