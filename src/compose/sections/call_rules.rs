//! Applications beside the rules of their calls.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::compose::{Inputs, grid, project};
use crate::model::deadline::{CallCheck, Limit, Standing};
use crate::model::report::{Block, GridCell};
use crate::model::{Figures, Value};

/// The applications that are printed; the workbook holds all.
const CHECKS: usize = 14;

/// Lays out rate, own share and share in kind of each application beside the limits of its call. Those that break a rule
/// come first, then those that are near a ceiling.
pub(super) fn table(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let mut checks: Vec<&CallCheck> = figures.funding.checks.iter().collect();
    checks.sort_by_key(|check| worst(check));
    let shown = &checks[..checks.len().min(CHECKS)];
    let columns = vec![
        grid::words("call-head-application", 0.0),
        grid::numbers(Value::key("call-head-rate"), 20.0),
        grid::numbers(Value::key("call-head-ceiling"), 20.0),
        grid::numbers(Value::key("call-head-points"), 20.0),
        grid::numbers(Value::key("call-head-own"), 33.0),
        grid::numbers(Value::key("call-head-in-kind"), 33.0),
    ];
    let rows = shown.iter().map(|check| row(inputs, check)).collect();
    let mut notes = vec![Value::key("note-calls")];
    if checks.len() > shown.len() {
        notes.push(Value::phrase("note-calls-more", [("count", Value::count((checks.len() - shown.len()) as u64))]));
    }
    let mut told = BTreeSet::new();
    for check in shown {
        if told.insert((&check.call, check.rule.as_ref().map(|rule| &rule.name))) {
            notes.push(project::rule(&check.call, check.rule.as_ref()));
        }
    }
    grid::table(Value::key("grid-calls"), columns, rows, None, notes)
}

/// Gives the worst standing of an application; what is not known is no fault.
fn worst(check: &CallCheck) -> Standing {
    [check.rate, check.own, check.in_kind].iter().map(|limit| limit.standing).min().unwrap_or(Standing::Unknown)
}

/// Gives the points that lie between a rate and its ceiling; negative where it is above.
pub(in crate::compose) fn points(limit: &Limit) -> Option<Decimal> {
    let left = limit.limit?.checked_sub(limit.fraction()?)?;
    left.checked_mul(Decimal::ONE_HUNDRED)
}

fn row(inputs: &Inputs<'_>, check: &CallCheck) -> Vec<GridCell> {
    let share = |limit: &Limit| limit.fraction().map_or(Value::Missing, |share| Value::Percent(share, 1));
    let toned = |limit: &Limit, value: Value| match limit.standing {
        Standing::Broken => grid::ochre(value),
        _ => value.into(),
    };
    let both = |limit: &Limit, key: &'static str| {
        let of = [("share", share(limit)), ("limit", project::share_or_check(limit.limit))];
        let cell = Value::phrase(key, of);
        if limit.share.is_none() { grid::ochre(cell) } else { toned(limit, cell) }
    };
    let points = match points(&check.rate) {
        Some(points) => Value::Signed(points, 1),
        None if check.rate.limit.is_none() => Value::key("to-check"),
        None => Value::Missing,
    };
    let points = match check.rate.standing {
        Standing::Near => grid::strong(points),
        _ => toned(&check.rate, points),
    };
    vec![
        grid::two_lines(project::application(inputs, check.row), project::call(inputs, check.row)),
        toned(&check.rate, share(&check.rate)),
        project::share_or_check(check.rate.limit).into(),
        points,
        both(&check.own, "call-at-least"),
        both(&check.in_kind, "call-at-most"),
    ]
}
