//! Ratios: quotients of two measures, never means of quotients.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::content::{Content, own};
use super::evaluate::{Context, Evaluation, measure, stock};
use super::keep::{Keep, keep};
use super::select::{Ask, Taken};
use super::sum::{Sum, census, is_mixed};
use super::time::{Rule, shared_day};
use super::view::View;
use crate::model::figures::{Below, Mark, Refusal};
use crate::model::measure::{Key, Operand, Selection};
use crate::model::{Field, Measure, Outcome, Sheet};

/// Evaluates a ratio.
///
/// Both sides of a ratio over applications stand on the [same day](shared_day). A numerator that no row of the
/// denominator's table meets is zero; one whose rows do not report is not.
pub(super) fn ratio(
    view: &View<'_>,
    numerator: &Measure,
    denominator: &Measure,
    key: Option<Key>,
    context: Context<'_>,
) -> Evaluation {
    let day = shared_day(view.prepared.reference, numerator, denominator).or(context.day);
    let context = Context { day, ..context };
    if let (Some(key), Some(above), Some(below)) =
        (key, Side::of(view, numerator, context), Side::of(view, denominator, context))
    {
        return keyed(view, above, below, key, context);
    }
    let above = measure(view, numerator, context);
    let below = measure(view, denominator, context);
    let number = |side: &Evaluation| match &side.outcome {
        Outcome::Refused(refusal) => Err(refusal.clone()),
        Outcome::Money(sum) if sum.converted.is_none() => Err(Refusal::NoRate(sum.without_rate.clone())),
        outcome => Ok(outcome.value()),
    };
    let none = above.empty && above.table == below.table;
    let outcome = match (number(&above), number(&below)) {
        (_, Ok(None)) => Outcome::NotReported,
        (_, Ok(Some(below))) if below.is_zero() => Outcome::NotReported,
        (Err(refusal), _) | (_, Err(refusal)) => Outcome::Refused(refusal),
        (Ok(Some(above)), Ok(Some(below))) => Outcome::Ratio(above, below),
        (Ok(None), Ok(Some(below))) if none => Outcome::Ratio(Decimal::ZERO, below),
        (Ok(None), Ok(Some(_))) => Outcome::NotReported,
    };
    Evaluation {
        outcome,
        reported: below.reported,
        asked: below.asked,
        undated: above.undated.max(below.undated),
        provisional: above.provisional || below.provisional,
        table: above.table,
        marks: above.marks,
        below: below.table.map(|table| Below { table, marks: below.marks.into() }),
        empty: below.empty,
    }
}

/// One side of a ratio on a key.
struct Side<'m> {
    selection: &'m Selection,
    /// The measured column; `None` for a count.
    operand: Option<Operand>,
    how: Keep,
    ask: Ask<'m>,
    taken: Taken,
}

impl<'m> Side<'m> {
    fn of(view: &View<'_>, side: &'m Measure, context: Context<'m>) -> Option<Side<'m>> {
        let (selection, operand, how, nature) = match side {
            Measure::Count(selection) => (selection, None, Keep::of(selection), context.nature),
            Measure::Sum(selection, operand) => (selection, Some(*operand), Keep::of(selection), context.nature),
            Measure::Latest(selection, operand) => (selection, Some(*operand), Keep::Series, stock(context.nature)),
            _ => return None,
        };
        let measured = operand.map_or(Field::Label, |operand| operand.field);
        let ask = Context { nature, ..context }.ask(selection, measured);
        let mut side = Side { selection, operand, how, ask, taken: Taken::default() };
        side.taken = view.take(ask, &|row| side.content(view, row, context.unit));
        Some(side)
    }

    fn content(&self, view: &View<'_>, row: u32, unit: &str) -> Content {
        match self.operand {
            Some(operand) => view.content(self.selection.table, row, operand, unit),
            None => Content::Value(Decimal::ONE),
        }
    }
}

/// What a row is known by on both sides. A row without the key's value stands for itself, where both sides are one table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    Row(u32),
    Value(crate::model::Code),
}

fn keyed(view: &View<'_>, above: Side<'_>, below: Side<'_>, key: Key, context: Context<'_>) -> Evaluation {
    let one_table = above.selection.table == below.selection.table;
    let name = |sheet: Sheet, row: u32| match key {
        Key::Row => one_table.then_some(Name::Row(row)),
        Key::Field(field) => match view.items(sheet, row, own(field)).into_iter().next() {
            Some(value) => Some(Name::Value(value)),
            None => one_table.then_some(Name::Row(row)),
        },
    };
    let names = |side: &Side<'_>| {
        let mut names: BTreeMap<Name, Vec<u32>> = BTreeMap::new();
        for &row in &side.taken.rows {
            if side.content(view, row, context.unit).value().is_some()
                && let Some(name) = name(side.selection.table, row)
            {
                names.entry(name).or_default().push(row);
            }
        }
        names
    };
    let (names_above, names_below) = (names(&above), names(&below));
    let both: BTreeSet<&Name> = names_above.keys().filter(|name| names_below.contains_key(*name)).collect();
    let total = |side: &Side<'_>, names: &BTreeMap<Name, Vec<u32>>| {
        let sheet = side.selection.table;
        let mut rows: Vec<u32> = both.iter().flat_map(|name| names[*name].iter().copied()).collect();
        rows.sort_unstable();
        let kept = keep(view, sheet, &rows, side.how, side.ask.measured);
        let operand = side.operand.unwrap_or(own(Field::Label));
        let mut sum = Sum::new(view, sheet, operand, side.ask.measured);
        let mut marks = Vec::new();
        for kept in &kept {
            let value = match side.operand {
                Some(_) => sum.value(kept, context.unit).value().unwrap_or_default(),
                None => Decimal::ONE,
            };
            let value = sum.add(kept.row, value).unwrap_or_default();
            if view.marked() {
                let item = kept.item.as_slice().into();
                marks.push(Mark { row: kept.row, item, value, low: Decimal::ONE });
            }
        }
        let nature = if matches!(side.how, Keep::Series) { stock(context.nature) } else { context.nature };
        let mixed = is_mixed(view, sheet, &rows, Context { nature, ..context });
        let number = if mixed { Err(Refusal::MixedAccumulation) } else { sum.number() };
        (number, marks, kept.len() as u64, sum.lacks_rate())
    };
    let (number_above, marks, series, lacks_above) = total(&above, &names_above);
    let (number_below, marks_below, _, lacks_below) = total(&below, &names_below);
    let outcome = match (number_above, number_below) {
        _ if both.is_empty() => Outcome::NotReported,
        (Err(refusal), _) | (_, Err(refusal)) => Outcome::Refused(refusal),
        (Ok(_), Ok(below)) if below.is_zero() => Outcome::NotReported,
        (Ok(above), Ok(below)) => Outcome::Ratio(above, below),
    };
    let reported = if matches!(above.how, Keep::Series) { series } else { both.len() as u64 };
    let asked = asked(view, &above, &below, &name, context);
    let held = [&above, &below].into_iter().any(|side| {
        side.taken.uncertain
            || side.taken.rows.iter().any(|&row| side.content(view, row, context.unit) == Content::Held)
    });
    let undated: BTreeSet<(Sheet, u32)> = [&above, &below]
        .into_iter()
        .flat_map(|side| side.taken.undated.iter().map(|&row| (side.selection.table, row)))
        .collect();
    Evaluation {
        outcome,
        reported,
        asked,
        undated: undated.len() as u64,
        provisional: held || lacks_above || lacks_below,
        table: Some(above.selection.table),
        marks,
        below: Some(Below { table: below.selection.table, marks: marks_below.into() }),
        empty: above.taken.rows.is_empty() && below.taken.rows.is_empty(),
    }
}

/// Counts the keys that were asked for both sides: activities, series of latest values, or rows that meet the conditions
/// of a side and are applicable on both.
fn asked(
    view: &View<'_>,
    above: &Side<'_>,
    below: &Side<'_>,
    name: &dyn Fn(Sheet, u32) -> Option<Name>,
    context: Context<'_>,
) -> u64 {
    let by_activity = |side: &Side<'_>| matches!(side.selection.table, Sheet::Amounts | Sheet::Beneficiaries);
    if by_activity(above) && by_activity(below) {
        let count =
            |side: &Side<'_>| census(view, side.ask, &side.taken, &|row| side.content(view, row, context.unit)).1;
        return count(above).min(count(below));
    }
    let mut all = BTreeSet::new();
    let mut spared = BTreeSet::new();
    for side in [above, below] {
        let sheet = side.selection.table;
        for &row in &side.taken.rows {
            if let Some(name) = name(sheet, row) {
                if side.content(view, row, context.unit) == Content::NotApplicable {
                    spared.insert(name);
                } else {
                    all.insert((name, row));
                }
            }
        }
    }
    let rows = all.iter().filter(|(name, _)| !spared.contains(name));
    if matches!(above.how, Keep::Series) {
        let mut rows: Vec<u32> = rows.map(|(_, row)| *row).collect();
        rows.sort_unstable();
        rows.dedup();
        return keep(view, above.selection.table, &rows, above.how, above.ask.measured).len() as u64;
    }
    rows.map(|(name, _)| name).collect::<BTreeSet<_>>().len() as u64
}

/// Tells the rule of the readings of a ratio: that of stocks where its sides are latest values.
pub(super) fn rule(numerator: &Measure, otherwise: Rule) -> Rule {
    if matches!(numerator, Measure::Latest(..)) { Rule::Stock } else { otherwise }
}
