//! C501: two rows of a campaign have the same identifier.

use std::collections::BTreeMap;

use super::{Context, at, hold_rows, live};
use crate::model::{Dataset, Field, Finding, FindingCode, Origin, Sheet, Value};
use crate::reference::fold;

/// The tables whose rows have an identifier of their own.
const IDS: &[(Sheet, Field)] = &[(Sheet::Activities, Field::ActivityId), (Sheet::Funding, Field::ApplicationId)];

/// Holds the second row of an identifier. Case, accents and punctuation make no difference.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    for &(sheet, field) in IDS {
        let mut first: BTreeMap<String, Origin> = BTreeMap::new();
        let mut held = Vec::new();
        for number in live(dataset, sheet) {
            let table = dataset.table(sheet);
            let row = &table.rows[number];
            let Some(id) = table.cell(row, field).text() else { continue };
            let origin = dataset.origin(sheet, row, field);
            match first.get(&fold(id)) {
                None => {
                    first.insert(fold(id), origin);
                }
                Some(other) => {
                    held.push(number);
                    findings.push(
                        at(FindingCode::DuplicateId, dataset, sheet, row, field)
                            .with("found", Value::code(id))
                            .with("other", context.say(*other)),
                    );
                }
            }
        }
        hold_rows(dataset, sheet, &held);
    }
}
