//! C518: money was disbursed for an activity for which none is committed or budgeted.

use std::collections::BTreeSet;

use super::spent_over_budget::by_activity;
use super::{Context, at, live};
use crate::model::{Code, Dataset, Field, Finding, FindingCode, Sheet, Value};

/// Tells such activities, so that a rate over commitments is not read as covering them.
pub fn check(_: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let activities = dataset.table(Sheet::Activities);
    let budgeted: BTreeSet<&Code> = live(dataset, Sheet::Activities)
        .into_iter()
        .map(|number| &activities.rows[number])
        .filter(|row| activities.cell(row, Field::BudgetTotal).number().is_some())
        .filter_map(|row| activities.cell(row, Field::ActivityId).code())
        .collect();
    for ((activity, currency), sums) in by_activity(dataset) {
        let (None, Some((disbursed, row))) = (sums.committed, sums.disbursed) else { continue };
        if budgeted.contains(&activity) {
            continue;
        }
        let row = &dataset.table(Sheet::Amounts).rows[row];
        findings.push(
            at(FindingCode::DisbursedUncommitted, dataset, Sheet::Amounts, row, Field::Amount)
                .with("found", Value::Money(disbursed, currency)),
        );
    }
}
