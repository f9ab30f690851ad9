//! C545 to C547: the amounts, the duration and the countries that a call sets limits to.

use std::cmp::Ordering;

use jiff::Span;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::super::Context;
use super::breach::Breach;
use super::{Application, Search, doubt, money};
use crate::model::{Dataset, Field, Finding, FindingCode, Money, Row, Severity, Sheet, Value};
use crate::reference::CallRule;

/// Tells where an amount or a cost lies outside what a call takes, where an activity lasts longer, and where partners in
/// Morocco are not eligible.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let search = Search::new(context, dataset);
    let mut questioned = Vec::new();
    for (application, call, case) in search.called() {
        for rule in call.applying(case) {
            let mut breaches = amounts(&search, &application, rule);
            breaches.extend(search.activities(&application).into_iter().filter_map(|row| duration(&search, row, rule)));
            breaches.extend(morocco(rule));
            for breach in breaches {
                let finding = breach.finding(&search, &application, call, rule);
                if finding.severity() == Severity::Error {
                    questioned.push(application.number);
                }
                findings.push(finding);
            }
        }
    }
    doubt(dataset, &questioned);
}

fn amounts(search: &Search<'_>, application: &Application<'_>, rule: &CallRule) -> Vec<Breach> {
    let limits = [
        (Field::AmountRequested, rule.min_amount, Ordering::Less, "finding-breach-amount-least"),
        (Field::AmountRequested, rule.max_amount, Ordering::Greater, "finding-breach-amount-most"),
        (Field::TotalCost, rule.min_cost, Ordering::Less, "finding-breach-cost-least"),
    ];
    let day = application.date(Field::SubmissionDate);
    let breach = |(field, limit, wrong, key): (Field, Option<Decimal>, Ordering, &'static str)| {
        let limit = Money { amount: limit?, currency: rule.currency.clone()? };
        let found = application.money(field)?;
        let (amount, bound) = search.alike(&found, &limit, day)?;
        let args =
            vec![("found", money(found.amount, &found.currency)), ("limit", money(limit.amount, &limit.currency))];
        (amount.cmp(&bound) == wrong).then_some(Breach { field, code: FindingCode::AmountOutOfCall, key, args })
    };
    limits.into_iter().filter_map(breach).collect()
}

fn duration(search: &Search<'_>, activity: &Row, rule: &CallRule) -> Option<Breach> {
    let table = search.dataset.table(Sheet::Activities);
    let day = |field| -> Option<Date> { table.cell(activity, field).date() };
    let (months, start, end) = (rule.months?, day(Field::StartDate)?, day(Field::EndDate)?);
    if end <= start.checked_add(Span::new().try_months(months).ok()?).ok()? {
        return None;
    }
    let args = vec![
        ("activity", table.cell(activity, Field::ActivityId).code().map_or(Value::Missing, Value::code)),
        ("start", Value::Date(start)),
        ("end", Value::Date(end)),
        ("limit", Value::count(months)),
    ];
    Some(Breach { field: Field::CallName, code: FindingCode::LongerThanCall, key: "finding-breach-months", args })
}

fn morocco(rule: &CallRule) -> Option<Breach> {
    let breach = Breach {
        field: Field::CallName,
        code: FindingCode::CountryNotEligible,
        key: "finding-breach-morocco",
        args: Vec::new(),
    };
    (rule.morocco == Some(false)).then_some(breach)
}
