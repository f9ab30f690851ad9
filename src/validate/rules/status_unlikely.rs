//! C516: a status does not agree with the dates or the spending of its activity.

use rust_decimal::Decimal;

use super::{Context, at, live};
use crate::model::{Dataset, Field, Finding, FindingCode, List, Sheet, Value};

/// Warns where an activity is closed ahead of its end or without one, or spends before it starts.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let table = dataset.table(Sheet::Activities);
    for number in live(dataset, Sheet::Activities) {
        let row = &table.rows[number];
        let Some(status) = table.cell(row, Field::Status).code() else { continue };
        let [end, actual_end] = [Field::EndDate, Field::ActualEndDate].map(|field| table.cell(row, field));
        let today = context.settings.map(|settings| settings.reference_date);
        let ahead = |end: jiff::civil::Date| today.is_some_and(|today| end > today);
        let expected = match &**status {
            "closed" if !end.is_present() && !actual_end.is_present() => Value::key("finding-status-end"),
            "closed" => match actual_end.date().or(end.date()) {
                Some(end) if ahead(end) => Value::phrase("finding-status-ahead", [("end", Value::Date(end))]),
                _ => continue,
            },
            "pipeline" => match table.cell(row, Field::BudgetSpent).number() {
                Some(spent) if spent > Decimal::ZERO => Value::key("finding-status-spent"),
                _ => continue,
            },
            _ => continue,
        };
        findings.push(
            at(FindingCode::StatusUnlikely, dataset, Sheet::Activities, row, Field::Status)
                .with("found", Value::Name(List::Statuses, status.clone()))
                .with("expected", expected),
        );
    }
}
