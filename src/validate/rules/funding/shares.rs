//! C540 to C544: the shares of a project's cost that a call sets limits to.

use rust_decimal::Decimal;

use super::super::Context;
use super::breach::{Breach, limit, share};
use super::{Application, Search, doubt, money};
use crate::model::{Dataset, Field, Finding, FindingCode, Severity, Value};
use crate::reference::{Base, CallRule};

/// How near below a ceiling a share is told: two points.
const NEAR: Decimal = Decimal::from_parts(2, 0, 0, false, 2);

/// Tells where the funder is asked for more than its ceiling, where the applicants bring less than they have to, and
/// where too much of it is in kind.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let search = Search::new(context, dataset);
    let mut questioned = Vec::new();
    for (application, call, case) in search.called() {
        for rule in call.applying(case) {
            for breach in [ceiling(&application, rule), own(&application, rule), in_kind(&application, rule)] {
                let Some(breach) = breach else { continue };
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

/// Gives the total cost, which a share can be taken of.
fn cost(application: &Application<'_>) -> Option<Decimal> {
    application.number(Field::TotalCost).filter(|cost| *cost > Decimal::ZERO)
}

/// Holds the share that the funder pays against its ceiling. Where the rule takes it of the eligible cost, the total
/// cost stands for that, since no return tells it apart.
fn ceiling(application: &Application<'_>, rule: &CallRule) -> Option<Breach> {
    let (ceiling, cost, currency) = (rule.ceiling?, cost(application)?, application.currency()?);
    let requested = application.number(Field::AmountRequested)?;
    let part = requested.checked_div(cost)?;
    let (code, key) = if requested > cost.saturating_mul(ceiling) {
        let key = match rule.ceiling_base {
            Base::Total => "finding-breach-ceiling",
            Base::Eligible => "finding-breach-ceiling-eligible",
        };
        (FindingCode::CeilingPassed, key)
    } else if part >= ceiling - NEAR {
        (FindingCode::CeilingNear, "finding-breach-ceiling-near")
    } else {
        return None;
    };
    let args = vec![
        ("found", money(requested, currency)),
        ("cost", money(cost, currency)),
        ("share", share(part, ceiling)),
        ("limit", limit(ceiling)),
    ];
    Some(Breach { field: Field::AmountRequested, code, key, args })
}

/// Gives the own contribution in cash, in kind and together, where both are known.
fn contribution(application: &Application<'_>) -> Option<(Decimal, Decimal, Decimal)> {
    let (cash, in_kind) = (application.number(Field::OwnCash)?, application.number(Field::OwnInKind)?);
    Some((cash, in_kind, cash.saturating_add(in_kind)))
}

fn own(application: &Application<'_>, rule: &CallRule) -> Option<Breach> {
    let (least, cost, currency) = (rule.min_own?, cost(application)?, application.currency()?);
    let (_, _, own) = contribution(application)?;
    if own >= cost.saturating_mul(least) {
        return None;
    }
    let args = vec![
        ("found", money(own, currency)),
        ("cost", money(cost, currency)),
        ("share", share(own.checked_div(cost)?, least)),
        ("limit", limit(least)),
    ];
    Some(Breach { field: Field::OwnCash, code: FindingCode::OwnBelowLeast, key: "finding-breach-own", args })
}

fn in_kind(application: &Application<'_>, rule: &CallRule) -> Option<Breach> {
    let (cap, currency) = (rule.in_kind_cap?, application.currency()?);
    let (_, in_kind, own) = contribution(application)?;
    if in_kind <= own.saturating_mul(cap) {
        return None;
    }
    let args: Vec<(&str, Value)> = vec![
        ("found", money(in_kind, currency)),
        ("own", money(own, currency)),
        ("share", share(in_kind.checked_div(own)?, cap)),
        ("limit", limit(cap)),
    ];
    Some(Breach { field: Field::OwnInKind, code: FindingCode::InKindOverCap, key: "finding-breach-in-kind", args })
}
