//! C534: a passage names an application that no return holds.

use std::collections::BTreeMap;

use super::{Context, at, hold_rows, live};
use crate::model::{Cell, Code, Dataset, Field, Finding, FindingCode, Sheet, Value};
use crate::reference::fold;

/// Holds passages of unknown applications, and gives known ones the spelling of the sheet of applications.
///
/// A file that is checked alone and holds no applications has nothing to compare with.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let applications = dataset.table(Sheet::Funding);
    if context.settings.is_none() && applications.rows.is_empty() {
        return;
    }
    let known: BTreeMap<String, Code> = applications
        .rows
        .iter()
        .filter_map(|row| applications.cell(row, Field::ApplicationId).code())
        .map(|code| (fold(code), code.clone()))
        .collect();
    let (mut held, mut respelled) = (Vec::new(), Vec::new());
    let table = dataset.table(Sheet::Passages);
    for number in live(dataset, Sheet::Passages) {
        let row = &table.rows[number];
        let Some(code) = table.cell(row, Field::ApplicationId).code() else { continue };
        match known.get(&fold(code)) {
            Some(spelling) if spelling != code => respelled.push((number, spelling.clone())),
            Some(_) => {}
            None => {
                findings.push(
                    at(FindingCode::ApplicationUnknown, dataset, Sheet::Passages, row, Field::ApplicationId)
                        .with("found", Value::code(code)),
                );
                held.push(number);
            }
        }
    }
    for (number, code) in respelled {
        dataset.table_mut(Sheet::Passages).set(number, Field::ApplicationId, Cell::Code(code));
    }
    hold_rows(dataset, Sheet::Passages, &held);
}
