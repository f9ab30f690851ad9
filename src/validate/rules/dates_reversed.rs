//! C503: an end comes before its start.

use super::{Context, at, hold_cells, live};
use crate::model::{Dataset, Field, Finding, FindingCode, Sheet, Value};

/// The pairs of dates, the earlier first.
const PAIRS: &[(Sheet, Field, Field)] = &[
    (Sheet::Activities, Field::StartDate, Field::EndDate),
    (Sheet::Activities, Field::StartDate, Field::ActualEndDate),
    (Sheet::Funding, Field::SubmissionDate, Field::DecisionDate),
];

/// Holds both dates of a reversed pair.
pub fn check(_: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    for &(sheet, first, second) in PAIRS {
        let mut held = Vec::new();
        for number in live(dataset, sheet) {
            let table = dataset.table(sheet);
            let row = &table.rows[number];
            let (Some(start), Some(end)) = (table.cell(row, first).date(), table.cell(row, second).date()) else {
                continue;
            };
            if end < start {
                held.extend([(number, first), (number, second)]);
                findings.push(
                    at(FindingCode::DatesReversed, dataset, sheet, row, second)
                        .with("first", Value::Date(start))
                        .with("second", Value::Date(end)),
                );
            }
        }
        hold_cells(dataset, sheet, &held);
    }
}
