//! C509: a percentage differs from its numerator over its denominator.

use rust_decimal::Decimal;

use super::{Context, at, live};
use crate::model::{Dataset, Field, Finding, FindingCode, Sheet, Value};
use crate::reference::Nature;

/// How far a rounded value may lie from its quotient: half of one of a hundred parts of the quotient, and at least half
/// a point of a percentage.
fn allowed(quotient: Decimal) -> Decimal {
    (quotient.abs() * Decimal::new(5, 3)).max(Decimal::new(5, 3))
}

/// Warns; the parts count, since a total is made of them.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    for number in live(dataset, Sheet::Indicators) {
        let table = dataset.table(Sheet::Indicators);
        let row = &table.rows[number];
        let indicator = table.cell(row, Field::IndicatorCode).code().and_then(|code| context.reference.indicator(code));
        let Some(indicator) = indicator.filter(|indicator| indicator.nature == Nature::Ratio) else { continue };
        let [actual, numerator, denominator] =
            [Field::Actual, Field::Numerator, Field::Denominator].map(|field| table.cell(row, field).number());
        let (Some(actual), Some(numerator), Some(denominator)) = (actual, numerator, denominator) else { continue };
        let Some(quotient) = numerator.checked_div(denominator) else { continue };
        if (actual - quotient).abs() > allowed(quotient) {
            let percent = indicator.unit == *"percent";
            let say = |number| {
                if percent { Value::Percent(number, 1) } else { Value::Quantity(number, indicator.unit.clone()) }
            };
            findings.push(
                at(FindingCode::RatioMismatch, dataset, Sheet::Indicators, row, Field::Actual)
                    .with("found", say(actual))
                    .with("expected", say(quotient)),
            );
        }
    }
}
