//! C533: partners, budget lines and tasks of no activity.

use std::collections::BTreeMap;

use super::super::Context;
use crate::model::{Cell, Dataset, Field, Finding, FindingCode, Place, Sheet, SheetId, Value};

/// The sheets whose rows only a dossier uses.
const SHEETS: &[Sheet] = &[Sheet::Partners, Sheet::BudgetLines, Sheet::Tasks];

/// Tells once a sheet of a file how many of its rows name no activity.
pub fn check(_: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    for &sheet in SHEETS {
        let table = dataset.table(sheet);
        let mut loose: BTreeMap<SheetId, u64> = BTreeMap::new();
        for row in table.live().filter(|row| *table.cell(row, Field::ActivityId) == Cell::Missing) {
            *loose.entry(row.origin.sheet).or_default() += 1;
        }
        for (id, rows) in loose {
            findings
                .push(Finding::new(FindingCode::ActivityNotNamed, Place::Sheet(id)).with("found", Value::count(rows)));
        }
    }
}
