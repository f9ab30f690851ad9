//! C507: a percentage comes without numerator and denominator.

use super::{Context, at, live};
use crate::model::{Dataset, Field, Finding, FindingCode, Sheet, Value};
use crate::reference::Nature;

/// Tells readings of ratios that a total can't take in: a mean of percentages is no percentage.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    for number in live(dataset, Sheet::Indicators) {
        let table = dataset.table(Sheet::Indicators);
        let row = &table.rows[number];
        let indicator = table.cell(row, Field::IndicatorCode).code().and_then(|code| context.reference.indicator(code));
        let Some(indicator) = indicator.filter(|indicator| indicator.nature == Nature::Ratio) else { continue };
        let Some(actual) = table.cell(row, Field::Actual).number() else { continue };
        let parts = [Field::Numerator, Field::Denominator];
        if parts.iter().all(|field| table.cell(row, *field).number().is_some()) {
            continue;
        }
        let found = match &*indicator.unit {
            "percent" => Value::Percent(actual, 1),
            unit => Value::Quantity(actual, unit.into()),
        };
        findings.push(
            at(FindingCode::PercentWithoutParts, dataset, Sheet::Indicators, row, Field::Actual).with("found", found),
        );
    }
}
