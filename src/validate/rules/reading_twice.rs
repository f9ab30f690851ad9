//! C515: a reading's place, indicator, period and group stand twice.

use std::collections::BTreeMap;

use super::{Context, hold_rows, live};
use crate::model::{Dataset, Field, Finding, FindingCode, Origin, Period, Place, Sheet};
use crate::reference::fold;

/// Holds the second reading.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    type Key = ([String; 5], Option<Period>);
    let table = dataset.table(Sheet::Indicators);
    let mut first: BTreeMap<Key, Origin> = BTreeMap::new();
    let mut held = Vec::new();
    for number in live(dataset, Sheet::Indicators) {
        let row = &table.rows[number];
        let text = |field| table.cell(row, field).text().unwrap_or("").to_owned();
        let code = text(Field::IndicatorCode);
        // Outside the catalogue, the name tells the indicator.
        let name = if code.is_empty() { fold(&text(Field::IndicatorName)) } else { String::new() };
        let key = (
            [text(Field::ActivityId), text(Field::Territory), code, name, text(Field::Group)],
            table.cell(row, Field::Period).period(),
        );
        match first.get(&key) {
            None => {
                first.insert(key, row.origin);
            }
            Some(other) => {
                held.push(number);
                findings.push(
                    Finding::new(FindingCode::ReadingTwice, Place::Cell(row.origin)).with("other", context.say(*other)),
                );
            }
        }
    }
    hold_rows(dataset, Sheet::Indicators, &held);
}
