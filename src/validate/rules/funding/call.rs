//! C530, C531: the call that an application names.

use super::super::{Context, at, live};
use super::suggestion;
use crate::model::{Cell, Code, Dataset, Field, Finding, FindingCode, List, Sheet, Value};
use crate::reference::{Match, Reference};
use crate::validate::cells::shown;
use crate::validate::lists;

/// Fills the call of each application from its words. A call that no list holds has no rules to check; one of another
/// funder is taken, and told.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let reference = context.reference;
    let mut calls = Vec::new();
    let table = dataset.table(Sheet::Funding);
    for number in live(dataset, Sheet::Funding) {
        let row = &table.rows[number];
        let Some(text) = table.cell(row, Field::CallName).text() else { continue };
        let funder = table.cell(row, Field::Funder).code();
        let told = |code| at(code, dataset, Sheet::Funding, row, Field::CallName).with("found", shown(text));
        match find(reference, funder, text) {
            Ok(code) => {
                let of = reference.call(&code).map(|call| &call.funder);
                if let (Some(of), Some(funder)) = (of, funder)
                    && of != funder
                {
                    findings.push(
                        told(FindingCode::CallOfOther)
                            .with("call", Value::Name(List::Calls, code.clone()))
                            .with("expected", Value::Name(List::Funders, of.clone()))
                            .with("funder", Value::Name(List::Funders, funder.clone())),
                    );
                }
                calls.push((number, code));
            }
            Err(near) => {
                findings.push(told(FindingCode::CallUnknown).with("suggestion", suggestion(List::Calls, near)))
            }
        }
    }
    for (number, code) in calls {
        dataset.table_mut(Sheet::Funding).set(number, Field::Call, Cell::Code(code));
    }
}

/// Finds the call that a text names; else those that it may mean, those of the funder first.
fn find(reference: &Reference, funder: Option<&Code>, text: &str) -> Result<Code, Vec<Code>> {
    let of_funder = |code: &Code| reference.call(code).is_some_and(|call| Some(&call.funder) == funder);
    match lists::one(reference, List::Calls, text) {
        Match::Exact(code) => Ok(code),
        Match::Several(codes) => {
            let (mut own, other): (Vec<Code>, Vec<Code>) = codes.into_iter().partition(of_funder);
            if own.len() == 1 { Ok(own.remove(0)) } else { Err(own.into_iter().chain(other).collect()) }
        }
        Match::Near(codes) => {
            let (own, other): (Vec<Code>, Vec<Code>) = codes.into_iter().partition(of_funder);
            Err(own.into_iter().chain(other).collect())
        }
        Match::None => Err(Vec::new()),
    }
}
