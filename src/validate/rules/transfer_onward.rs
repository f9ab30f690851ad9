//! C526: a payment whose receiver pays on.

use std::collections::BTreeSet;

use super::{Context, at, live};
use crate::model::{Cell, Code, Dataset, Field, Finding, FindingCode, Row, Sheet, Table, Value};
use crate::reference::fold;

/// Makes transfers of the disbursements whose payee pays for the same activity in the same currency: money that passes
/// through three hands is spent once, by the last.
///
/// Who pays itself passes nothing on, and a circle of payers has no last one: its rows stay as they are.
pub fn check(_: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let table = dataset.table(Sheet::Amounts);
    let payments: Vec<(usize, Payment)> = live(dataset, Sheet::Amounts)
        .into_iter()
        .filter_map(|number| Some((number, Payment::of(table, &table.rows[number])?)))
        .collect();
    let links: BTreeSet<(&Chain, &str, &str)> = payments
        .iter()
        .filter_map(|(_, payment)| Some((&payment.chain, &**payment.payer.as_ref()?, &*payment.payee)))
        .filter(|(_, payer, payee)| payer != payee)
        .collect();
    let mut onward = Vec::new();
    for (number, payment) in &payments {
        let passes = links.iter().any(|(chain, payer, _)| **chain == payment.chain && *payer == &*payment.payee);
        let itself = payment.payer.as_deref() == Some(&*payment.payee);
        if passes && !itself && !is_circle(&links, payment) {
            let row = &table.rows[*number];
            let amount = table
                .money(row, Field::Amount)
                .map_or(Value::Missing, |money| Value::Money(money.amount, money.currency));
            let payee = table.cell(row, Field::Payee).text().unwrap_or_default();
            findings.push(
                at(FindingCode::TransferOnward, dataset, Sheet::Amounts, row, Field::Amount)
                    .with("found", amount)
                    .with("payee", super::super::cells::shown(payee)),
            );
            onward.push(*number);
        }
    }
    for number in onward {
        dataset.table_mut(Sheet::Amounts).set(number, Field::Kind, Cell::Code(Code::from("transfer")));
    }
}

/// The activity and the currency: payments of one chain.
type Chain = (Code, Code);

/// One disbursement with its two hands, folded.
struct Payment {
    chain: Chain,
    payer: Option<Box<str>>,
    payee: Box<str>,
}

impl Payment {
    fn of(table: &Table, row: &Row) -> Option<Payment> {
        let disbursed = table.cell(row, Field::Kind).code().is_some_and(|kind| *kind == *"disbursed");
        let hand = |field| table.cell(row, field).text().map(|text| Box::from(fold(text)));
        let chain =
            (table.cell(row, Field::ActivityId).code()?.clone(), table.cell(row, Field::Currency).code()?.clone());
        disbursed.then_some(())?;
        Some(Payment { chain, payer: hand(Field::Payer), payee: hand(Field::Payee)? })
    }
}

/// Says whether money that a payment passes on comes back to its receiver.
fn is_circle(links: &BTreeSet<(&Chain, &str, &str)>, payment: &Payment) -> bool {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut next: Vec<&str> = vec![&payment.payee];
    while let Some(hand) = next.pop() {
        for (_, _, payee) in links.iter().filter(|(chain, payer, _)| **chain == payment.chain && *payer == hand) {
            if *payee == &*payment.payee {
                return true;
            }
            if seen.insert(payee) {
                next.push(payee);
            }
        }
    }
    false
}
