//! The budget by sustainable development goal.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::content::own;
use super::evaluate::Context;
use super::sum::Sum;
use super::view::View;
use crate::model::figures::{GoalLine, Goals};
use crate::model::{Cell, Code, Field, Measure, Sheet};

/// The indicator whose rows are shared out.
const BUDGET: &str = "X3-budget";

/// Shares the budgets of the scope out among the goals that their activities name.
///
/// Where the sender states weights, each goal has its part; else each goal counts the budget in full. A target belongs to
/// its goal. The rows are those of the indicator of the budget.
pub(super) fn goals(view: &View<'_>) -> Goals {
    let indicator = view.prepared.reference.indicator(BUDGET);
    let Some((indicator, Measure::Sum(selection, operand))) = indicator.map(|each| (each, &each.measure)) else {
        return Goals::default();
    };
    let context = Context::of(indicator);
    let sheet = selection.table;
    let content = |row: u32| view.content(sheet, row, *operand, context.unit);
    let sum = || Sum::new(view, sheet, *operand, operand.field);
    let mut budgets: BTreeMap<Code, Sum<'_, '_>> = BTreeMap::new();
    let (mut whole, mut overlapping) = (sum(), false);
    for row in view.take(context.ask(selection, operand.field), &content).rows {
        let Some(value) = content(row).value() else { continue };
        let Some(&activity) = view.prepared.activities_of(sheet, row).first() else { continue };
        let (shares, in_full) = shares(view, activity);
        overlapping |= in_full && shares.len() > 1;
        if !shares.is_empty() {
            whole.add(row, value);
        }
        for (goal, share) in shares {
            budgets.entry(goal).or_insert_with(sum).add(row, value.saturating_mul(share));
        }
    }
    let mut activities: BTreeMap<Code, u64> = BTreeMap::new();
    let mut named = 0;
    for &activity in view.current() {
        let goals: BTreeSet<Code> = shares(view, activity).0.into_keys().collect();
        named += u64::from(!goals.is_empty());
        for goal in goals {
            *activities.entry(goal).or_default() += 1;
        }
    }
    let mut lines: Vec<GoalLine> = activities
        .into_iter()
        .map(|(goal, activities)| {
            let budget = budgets.remove(&goal).unwrap_or_else(sum).money();
            GoalLine { goal, activities, budget }
        })
        .collect();
    lines.sort_by_key(|line| (line.goal.parse::<u32>().unwrap_or(u32::MAX), line.goal.clone()));
    Goals { lines, whole: (named, whole.money()), overlapping }
}

/// Gives the part of an activity that each of its goals has, and whether it is the whole for want of weights.
fn shares(view: &View<'_>, activity: u32) -> (BTreeMap<Code, Decimal>, bool) {
    let goal = |code: &str| Code::from(code.split('.').next().unwrap_or(code));
    let mut shares: BTreeMap<Code, Decimal> = BTreeMap::new();
    if let Cell::Codes(weights) = view.cell(Sheet::Activities, activity, Field::SdgWeights) {
        for (target, weight) in weights.iter().filter_map(|each| each.split_once(':')) {
            *shares.entry(goal(target)).or_default() += weight.parse::<Decimal>().unwrap_or_default();
        }
        return (shares, false);
    }
    for code in view.items(Sheet::Activities, activity, own(Field::Sdg)) {
        shares.insert(goal(&code), Decimal::ONE);
    }
    (shares, true)
}
