//! C512: no exchange rate holds for a currency and a day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Context, at, live};
use crate::model::{Code, Dataset, Field, Finding, FindingCode, Kind, Row, Sheet, Table, Value, schema};

/// Tells each currency and day once, at the first amount that needs the rate.
///
/// The days are those on which counting converts: the last day of an amount's own date; the submission and the decision
/// of an application; never after the cut-off, which stands for an amount without a day of its own.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let Some(settings) = context.settings else { return };
    let rates = &settings.rates;
    let mut missing: BTreeMap<(Code, Date), Finding> = BTreeMap::new();
    for sheet in [Sheet::Activities, Sheet::Funding, Sheet::Amounts] {
        let table = dataset.table(sheet);
        for number in live(dataset, sheet) {
            let row = &table.rows[number];
            let days = days(table, row, settings.cutoff());
            for column in schema::columns(sheet).iter().filter(|column| column.kind == Kind::Money) {
                let Some(money) = table.money(row, column.field) else { continue };
                for &day in &days {
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
    }
    findings.extend(missing.into_values());
}

/// Gives the days on which amounts of a row are converted.
fn days(table: &Table, row: &Row, cutoff: Date) -> Vec<Date> {
    let fields: &[Field] = match table.sheet {
        Sheet::Funding => &[Field::SubmissionDate, Field::DecisionDate],
        _ => &[Field::Date],
    };
    let mut days: Vec<Date> =
        fields.iter().filter_map(|field| table.cell(row, *field).period()).map(|span| span.to.min(cutoff)).collect();
    if days.is_empty() {
        days.push(cutoff);
    }
    days
}
