//! C502: a row names an activity that no return holds.

use std::collections::BTreeMap;

use super::{Context, at, hold_rows, live};
use crate::model::{Cell, Code, Dataset, Field, Finding, FindingCode, Sheet, Value};
use crate::reference::fold;

/// The tables whose rows name activities.
const NAMING: &[Sheet] = &[
    Sheet::Indicators,
    Sheet::Funding,
    Sheet::Exchanges,
    Sheet::Amounts,
    Sheet::Beneficiaries,
    Sheet::Ratings,
    Sheet::Risks,
    Sheet::Partners,
    Sheet::BudgetLines,
    Sheet::Tasks,
];

/// Holds rows of unknown activities, and gives known ones the spelling of the sheet of activities.
///
/// A file that is checked alone and holds no activities has nothing to compare with.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let activities = dataset.table(Sheet::Activities);
    if context.settings.is_none() && activities.rows.is_empty() {
        return;
    }
    let known: BTreeMap<String, Code> = activities
        .rows
        .iter()
        .filter_map(|row| activities.cell(row, Field::ActivityId).code())
        .map(|code| (fold(code), code.clone()))
        .collect();
    for &sheet in NAMING {
        let mut held = Vec::new();
        let mut respelled = Vec::new();
        for number in live(dataset, sheet) {
            let table = dataset.table(sheet);
            let row = &table.rows[number];
            let cell = table.cell(row, Field::ActivityId);
            let mut codes = Vec::new();
            for code in cell.codes() {
                match known.get(&fold(code)) {
                    Some(spelling) => codes.push(spelling.clone()),
                    None => {
                        findings.push(
                            at(FindingCode::ActivityUnknown, dataset, sheet, row, Field::ActivityId)
                                .with("found", Value::code(code)),
                        );
                        if held.last() != Some(&number) {
                            held.push(number);
                        }
                    }
                }
            }
            if held.last() != Some(&number) && codes != cell.codes() {
                let cell = match cell {
                    Cell::Code(_) => Cell::Code(codes.remove(0)),
                    _ => Cell::Codes(codes.into()),
                };
                respelled.push((number, cell));
            }
        }
        for (number, cell) in respelled {
            dataset.table_mut(sheet).set(number, Field::ActivityId, cell);
        }
        hold_rows(dataset, sheet, &held);
    }
}
