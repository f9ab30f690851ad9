//! C513: an activity has no dates.

use super::{Context, live};
use crate::model::{Cell, Dataset, Field, Finding, FindingCode, Place, Sheet};

/// Tells activities that count in the whole agreement only. A date that is held was told already.
pub fn check(_: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let table = dataset.table(Sheet::Activities);
    for number in live(dataset, Sheet::Activities) {
        let row = &table.rows[number];
        let dates = [Field::StartDate, Field::EndDate, Field::ActualEndDate].map(|field| table.cell(row, field));
        if dates.iter().all(|cell| !cell.is_present() && **cell != Cell::Held) {
            findings.push(Finding::new(FindingCode::ActivityUndated, Place::Cell(row.origin)));
        }
    }
}
