//! C504: more was spent than budgeted, or disbursed than committed.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Context, at, live};
use crate::model::{Code, Dataset, Field, Finding, FindingCode, Sheet, Value};

/// Warns where the summary columns of an activity, or the sum of its amounts in one currency, pass what was planned.
pub fn check(_: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    for number in live(dataset, Sheet::Activities) {
        let table = dataset.table(Sheet::Activities);
        let row = &table.rows[number];
        let amounts = (table.money(row, Field::BudgetSpent), table.money(row, Field::BudgetTotal));
        if let (Some(spent), Some(budget)) = amounts
            && spent.amount > budget.amount
        {
            findings.push(
                at(FindingCode::SpentOverBudget, dataset, Sheet::Activities, row, Field::BudgetSpent)
                    .with("found", Value::Money(spent.amount, spent.currency))
                    .with("expected", Value::Money(budget.amount, budget.currency)),
            );
        }
    }
    for ((_, currency), sums) in by_activity(dataset) {
        let Some(committed) = sums.committed else { continue };
        let Some((disbursed, row)) = sums.disbursed else { continue };
        if disbursed > committed {
            let row = &dataset.table(Sheet::Amounts).rows[row];
            findings.push(
                at(FindingCode::SpentOverBudget, dataset, Sheet::Amounts, row, Field::Amount)
                    .with("found", Value::Money(disbursed, currency.clone()))
                    .with("expected", Value::Money(committed, currency)),
            );
        }
    }
}

/// The amounts of one activity in one currency.
#[derive(Default)]
pub struct Sums {
    /// The sum committed, where anything is.
    pub committed: Option<Decimal>,
    /// The sum disbursed and its first row, where anything is.
    pub disbursed: Option<(Decimal, usize)>,
}

/// Sums the sheet of amounts by activity and currency.
pub fn by_activity(dataset: &Dataset) -> BTreeMap<(Code, Code), Sums> {
    let table = dataset.table(Sheet::Amounts);
    let mut all: BTreeMap<(Code, Code), Sums> = BTreeMap::new();
    for number in live(dataset, Sheet::Amounts) {
        let row = &table.rows[number];
        let (Some(activity), Some(money)) =
            (table.cell(row, Field::ActivityId).code(), table.money(row, Field::Amount))
        else {
            continue;
        };
        let sums = all.entry((activity.clone(), money.currency)).or_default();
        match table.cell(row, Field::Kind).text() {
            Some("committed") => sums.committed = Some(sums.committed.unwrap_or_default() + money.amount),
            Some("disbursed") => {
                let (sum, first) = sums.disbursed.unwrap_or((Decimal::ZERO, number));
                sums.disbursed = Some((sum + money.amount, first));
            }
            _ => {}
        }
    }
    all
}
