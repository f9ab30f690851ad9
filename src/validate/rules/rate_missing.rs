//! C512: no exchange rate holds for a currency and a day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Context, at, live};
use crate::model::{Code, Dataset, Field, Finding, FindingCode, Kind, Sheet, Value, schema};

/// Tells each currency and day once, at the first amount that needs the rate. An amount without a date of its own is
/// cumulative at the cut-off, and so needs the rate of that day.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let Some(settings) = context.settings else { return };
    let rates = &settings.rates;
    let mut missing: BTreeMap<(Code, Date), Finding> = BTreeMap::new();
    for sheet in [Sheet::Activities, Sheet::Funding, Sheet::Amounts] {
        let table = dataset.table(sheet);
        for number in live(dataset, sheet) {
            let row = &table.rows[number];
            let day = match table.cell(row, Field::Date).period() {
                Some(period) => period.to.min(settings.cutoff()),
                None => settings.cutoff(),
            };
            for column in schema::columns(sheet).iter().filter(|column| column.kind == Kind::Money) {
                let Some(money) = table.money(row, column.field) else { continue };
                if money.currency == rates.report_currency || rates.find(&money.currency, day).is_some() {
                    continue;
                }
                missing.entry((money.currency.clone(), day)).or_insert_with(|| {
                    at(FindingCode::RateMissing, dataset, sheet, row, column.field)
                        .with("found", Value::Code(money.currency.as_str().into()))
                        .with("expected", Value::Date(day))
                });
            }
        }
    }
    findings.extend(missing.into_values());
}
