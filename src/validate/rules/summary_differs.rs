//! C527: a summary column of an activity differs from the sheet that details it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Context, at, live};
use crate::model::{Code, Dataset, Field, Finding, FindingCode, Sheet, Value};

/// The summary columns and the kind of amount that details each.
const DETAILED: [(Field, &str); 3] =
    [(Field::BudgetTotal, "budget"), (Field::BudgetSpent, "disbursed"), (Field::InKind, "in-kind")];

/// Warns where the amounts of one kind and currency do not add up to the summary of their activity. The detail counts.
pub fn check(_: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let amounts = dataset.table(Sheet::Amounts);
    let mut sums: BTreeMap<(&Code, &str, &str), Decimal> = BTreeMap::new();
    for number in live(dataset, Sheet::Amounts) {
        let row = &amounts.rows[number];
        let [activity, kind, currency] =
            [Field::ActivityId, Field::Kind, Field::Currency].map(|field| amounts.cell(row, field).code());
        let (Some(activity), Some(kind), Some(currency)) = (activity, kind, currency) else { continue };
        if let Some(amount) = amounts.cell(row, Field::Amount).number() {
            let sum = sums.entry((activity, kind, currency)).or_default();
            *sum = sum.saturating_add(amount);
        }
    }
    let activities = dataset.table(Sheet::Activities);
    for number in live(dataset, Sheet::Activities) {
        let row = &activities.rows[number];
        let Some(id) = activities.cell(row, Field::ActivityId).code() else { continue };
        for (field, kind) in DETAILED {
            let Some(summary) = activities.money(row, field) else { continue };
            let Some(detail) = sums.get(&(id, kind, summary.currency.as_str())) else { continue };
            if *detail != summary.amount {
                findings.push(
                    at(FindingCode::SummaryDiffers, dataset, Sheet::Activities, row, field)
                        .with("found", Value::Money(summary.amount, summary.currency.clone()))
                        .with("expected", Value::Money(*detail, summary.currency))
                        .with("field", Value::Column(Sheet::Activities, field))
                        .with("sheet", Value::SheetName(Sheet::Amounts)),
                );
            }
        }
    }
}
