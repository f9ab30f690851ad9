//! C511: an activity names no territory.

use super::{Context, at, live};
use crate::model::{Cell, Dataset, Field, Finding, FindingCode, Sheet};

/// Warns: the activity counts in totals only. The sender's territory is not assumed, since a council may report what
/// another does. A territory that is held was told already.
pub fn check(_: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let table = dataset.table(Sheet::Activities);
    for number in live(dataset, Sheet::Activities) {
        let row = &table.rows[number];
        let sides = [Field::TerritoryMa, Field::TerritoryFr].map(|field| table.cell(row, field));
        if sides.iter().all(|cell| !cell.is_present() && **cell != Cell::Held) {
            findings.push(at(
                FindingCode::ActivityWithoutTerritory,
                dataset,
                Sheet::Activities,
                row,
                Field::TerritoryMa,
            ));
        }
    }
}
