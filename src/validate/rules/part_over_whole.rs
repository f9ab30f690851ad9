//! C505: a part is larger than its whole.

use super::{Context, at, hold_cells, live};
use crate::model::schema::PARTS;
use crate::model::{Dataset, Finding, FindingCode, Value};

/// Holds the part.
pub fn check(_: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    for &(sheet, part, whole) in PARTS {
        let mut held = Vec::new();
        for number in live(dataset, sheet) {
            let table = dataset.table(sheet);
            let row = &table.rows[number];
            let (Some(some), Some(all)) = (table.cell(row, part).number(), table.cell(row, whole).number()) else {
                continue;
            };
            if some > all {
                held.push((number, part));
                findings.push(
                    at(FindingCode::PartOverWhole, dataset, sheet, row, part)
                        .with("found", Value::count(some))
                        .with("expected", Value::count(all))
                        .with("field", Value::Column(sheet, part)),
                );
            }
        }
        hold_cells(dataset, sheet, &held);
    }
}
