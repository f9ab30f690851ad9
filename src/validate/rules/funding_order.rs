//! C506: the amounts of an application rise where they can only fall.

use super::{Context, at, hold_cells, live};
use crate::model::{Dataset, Field, Finding, FindingCode, Sheet, Value};

/// The amounts in the order in which an application lives: each is at most the one before.
const ORDER: &[Field] = &[Field::AmountRequested, Field::AmountAwarded, Field::AmountSigned, Field::AmountReceived];

/// Holds the amount that rises.
pub fn check(_: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let mut held = Vec::new();
    for number in live(dataset, Sheet::Funding) {
        let table = dataset.table(Sheet::Funding);
        let row = &table.rows[number];
        let mut before = None;
        for &field in ORDER {
            let Some(money) = table.money(row, field) else { continue };
            match before {
                Some(limit) if money.amount > limit => {
                    held.push((number, field));
                    findings.push(
                        at(FindingCode::FundingOrder, dataset, Sheet::Funding, row, field)
                            .with("found", Value::Money(money.amount, money.currency.clone()))
                            .with("expected", Value::Money(limit, money.currency))
                            .with("field", Value::Column(Sheet::Funding, field)),
                    );
                }
                _ => before = Some(money.amount),
            }
        }
    }
    hold_cells(dataset, Sheet::Funding, &held);
}
