//! C508: a reading's unit is not the indicator's.

use super::{Context, at, hold_rows, live};
use crate::model::{Cell, Code, Dataset, Field, Finding, FindingCode, List, Sheet, Value};
use crate::validate::readings::VALUES;

/// Holds the reading. Households become people where the sender states the size of a household; the stated size stays
/// in its column, to be printed.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let mut held = Vec::new();
    let mut converted = Vec::new();
    for number in live(dataset, Sheet::Indicators) {
        let table = dataset.table(Sheet::Indicators);
        let row = &table.rows[number];
        let indicator = table.cell(row, Field::IndicatorCode).code().and_then(|code| context.reference.indicator(code));
        let (Some(indicator), Some(unit)) = (indicator, table.cell(row, Field::Unit).code()) else { continue };
        if *unit == indicator.unit {
            continue;
        }
        let size = table.cell(row, Field::HouseholdSize).number();
        if let (true, true, Some(size)) = (*unit == "household", indicator.unit == "person", size) {
            for field in VALUES {
                let people = table.cell(row, field).number().and_then(|households| households.checked_mul(size));
                if let Some(people) = people {
                    converted.push((number, field, Cell::Number(people.normalize())));
                }
            }
            converted.push((number, Field::Unit, Cell::Code(Code::from("person"))));
            continue;
        }
        held.push(number);
        findings.push(
            at(FindingCode::UnitMismatch, dataset, Sheet::Indicators, row, Field::Unit)
                .with("found", Value::Name(List::Units, unit.clone()))
                .with("expected", Value::Name(List::Units, indicator.unit.clone())),
        );
    }
    for (number, field, cell) in converted {
        dataset.table_mut(Sheet::Indicators).set(number, field, cell);
    }
    hold_rows(dataset, Sheet::Indicators, &held);
}
