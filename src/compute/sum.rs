//! Sums: of numbers, and of money by currency and converted row by row.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::content::{Content, is_money, own};
use super::evaluate::{Context, Evaluation};
use super::keep::{Keep, Kept, keep};
use super::select::{Ask, Taken};
use super::view::{Answer, View};
use crate::model::figures::{Mark, Refusal};
use crate::model::measure::{Operand, Selection};
use crate::model::{Currency, Field, MoneySum, Outcome, Sheet};
use crate::reference::Nature;

/// A sum in the making. Amounts are gathered by currency and rate and converted once each, so that the order of rows
/// can't change the last digit.
pub(super) struct Sum<'v, 'a> {
    view: &'v View<'a>,
    sheet: Sheet,
    operand: Operand,
    measured: Field,
    money: bool,
    plain: Decimal,
    by_currency: BTreeMap<Currency, Decimal>,
    by_rate: BTreeMap<(Decimal, bool), Decimal>,
    without_rate: BTreeSet<Currency>,
}

/// Converts an amount at a rate, or at its inverse where the rate is declared the other way.
fn convert(amount: Decimal, (rate, inverse): (Decimal, bool)) -> Option<Decimal> {
    if inverse { amount.checked_div(rate) } else { amount.checked_mul(rate) }
}

impl<'v, 'a> Sum<'v, 'a> {
    pub fn new(view: &'v View<'a>, sheet: Sheet, operand: Operand, measured: Field) -> Self {
        Sum {
            view,
            sheet,
            operand,
            measured,
            money: is_money(sheet, operand),
            plain: Decimal::ZERO,
            by_currency: BTreeMap::new(),
            by_rate: BTreeMap::new(),
            without_rate: BTreeSet::new(),
        }
    }

    /// Adds a row and gives what it adds to the figure: an amount in the report currency, where there is a rate.
    pub fn add(&mut self, row: u32, value: Decimal) -> Option<Decimal> {
        if !self.money {
            self.plain = self.plain.saturating_add(value);
            return Some(value);
        }
        let currency = self.view.cell(self.sheet, row, Field::Currency).code()?;
        match self.by_currency.get_mut(currency.as_str()) {
            Some(sum) => *sum = sum.saturating_add(value),
            None => {
                self.by_currency.insert(currency.clone(), value);
            }
        }
        let rates = &self.view.prepared.settings.rates;
        let rate = if *currency == rates.report_currency {
            Some((Decimal::ONE, false))
        } else {
            let day = self.view.rate_day(self.sheet, row, self.measured);
            rates.find(currency, day).map(|(rate, inverse)| (rate.rate, inverse))
        };
        let Some(rate) = rate else {
            self.without_rate.insert(currency.clone());
            return None;
        };
        let sum = self.by_rate.entry(rate).or_default();
        *sum = sum.saturating_add(value);
        convert(value, rate)
    }

    fn converted(&self) -> Option<Decimal> {
        if !self.without_rate.is_empty() {
            return None;
        }
        self.by_rate.iter().try_fold(Decimal::ZERO, |sum, (rate, amount)| sum.checked_add(convert(*amount, *rate)?))
    }

    /// Gives the sum of money.
    pub fn money(self) -> MoneySum {
        let converted = self.converted();
        MoneySum { by_currency: self.by_currency, converted, without_rate: self.without_rate.into_iter().collect() }
    }

    /// Gives the sum as one number, in the report currency.
    pub fn number(&self) -> Result<Decimal, Refusal> {
        if !self.money {
            return Ok(self.plain);
        }
        self.converted().ok_or_else(|| Refusal::NoRate(self.without_rate.iter().cloned().collect()))
    }

    /// Says whether a currency has no rate, which is a finding of severity error.
    pub fn lacks_rate(&self) -> bool {
        !self.without_rate.is_empty()
    }

    pub fn outcome(self) -> Outcome {
        if self.money { Outcome::Money(self.money()) } else { Outcome::Number(self.plain) }
    }

    /// Reads the value that a kept row measures. Kept once a territory, a population is that of the territory.
    pub fn value(&self, kept: &Kept, unit: &str) -> Content {
        if self.operand.field == Field::Population
            && let [territory] = kept.item.as_slice()
            && self.view.prepared.reference.territory(territory).is_some()
        {
            let population = super::prepare::population(self.view.prepared.reference, territory);
            return population.map_or(Content::Missing, Content::Value);
        }
        self.view.content(self.sheet, kept.row, self.operand, unit)
    }
}

/// Says whether readings are of kinds that do not add up: a cumulative value among the flows of a period, an annual one
/// among cumulative values, or both among the parts of a quotient.
pub(super) fn is_mixed(view: &View<'_>, sheet: Sheet, rows: &[u32], context: Context<'_>) -> bool {
    if sheet != Sheet::Indicators {
        return false;
    }
    let has = |kind: &str| {
        rows.iter().any(|&row| view.cell(sheet, row, Field::Accumulation).text().is_some_and(|text| text == kind))
    };
    match context.nature {
        Nature::Flow => has("cumulative"),
        Nature::Cumulative => has("annual"),
        _ => has("annual") && has("cumulative"),
    }
}

/// Evaluates the sum of a column over the rows that are kept.
pub(super) fn sum(
    view: &View<'_>,
    selection: &Selection,
    operand: Operand,
    context: Context<'_>,
    how: Keep,
) -> Evaluation {
    let sheet = selection.table;
    let ask = context.ask(selection, operand.field);
    let content = |row: u32| view.content(sheet, row, operand, context.unit);
    let taken = view.take(ask, &content);
    let valued: Vec<u32> = taken.rows.iter().copied().filter(|&row| content(row).value().is_some()).collect();
    let kept = keep(view, sheet, &valued, how, ask.measured);
    let (reported, asked) = match how {
        Keep::Series => {
            let asked: Vec<u32> =
                taken.rows.iter().copied().filter(|&row| content(row) != Content::NotApplicable).collect();
            (kept.len() as u64, keep(view, sheet, &asked, how, ask.measured).len() as u64)
        }
        _ => census(view, ask, &taken, &content),
    };
    let mut sum = Sum::new(view, sheet, operand, ask.measured);
    let mut marks = Vec::new();
    // False where a cell holds another number than what adds up, or its amount stands elsewhere at another day's rate.
    let mut cells_tell = true;
    for kept in &kept {
        if let Some(value) = sum.value(kept, context.unit).value() {
            let added = sum.add(kept.row, value);
            if view.marked() {
                cells_tell &= if sum.money {
                    let day = |column| view.rate_day(sheet, kept.row, column);
                    day(ask.measured) == day(operand.field)
                } else {
                    view.cells(sheet, kept.row, operand).any(|cell| cell.number() == Some(value))
                };
                let value = added.unwrap_or_default();
                let item = kept.item.as_slice().into();
                marks.push(Mark { row: kept.row, item, value, low: Decimal::ONE });
            }
        }
    }
    let people = super::people::counted(view.prepared.reference, sheet, operand, context.unit);
    if matches!(how, Keep::All) && taken.plain && cells_tell && !view.traced() && !people {
        marks.clear();
    }
    let held = taken.rows.iter().any(|&row| content(row) == Content::Held);
    let provisional = taken.uncertain || held || sum.lacks_rate();
    let outcome = if kept.is_empty() {
        Outcome::NotReported
    } else if is_mixed(view, sheet, &valued, context) {
        if !view.traced() {
            marks.clear();
        }
        Outcome::Refused(Refusal::MixedAccumulation)
    } else {
        sum.outcome()
    };
    Evaluation {
        outcome,
        reported,
        asked,
        undated: taken.undated.len() as u64,
        provisional,
        marks,
        empty: taken.rows.is_empty(),
        ..Evaluation::nothing(Some(sheet))
    }
}

/// Counts who reports and who was asked.
///
/// Of amounts and of groups of people, activities are asked: each one in scope and period that meets the conditions on
/// activities, or has a row that takes part. Of every other table, rows.
pub(super) fn census(view: &View<'_>, ask: Ask<'_>, taken: &Taken, content: &dyn Fn(u32) -> Content) -> (u64, u64) {
    let sheet = ask.selection.table;
    if !matches!(sheet, Sheet::Amounts | Sheet::Beneficiaries) {
        let all = taken.rows.iter().map(|&row| content(row));
        return all.fold((0, 0), |(reported, asked), each| {
            (reported + u64::from(each.value().is_some()), asked + u64::from(each != Content::NotApplicable))
        });
    }
    let activity = |row: u32| view.prepared.activities_of(sheet, row).first().copied();
    let [mut reported, mut asked, mut spared] = [(); 3].map(|()| Vec::new());
    for &row in &taken.rows {
        match content(row) {
            Content::Value(_) => reported.push(activity(row)),
            Content::NotApplicable => spared.push(activity(row)),
            Content::Missing | Content::Held => asked.push(activity(row)),
        }
    }
    let set = |activities: &mut Vec<Option<u32>>| {
        activities.sort_unstable();
        activities.dedup();
    };
    set(&mut reported);
    set(&mut asked);
    let found = |activities: &[Option<u32>], activity: &Option<u32>| activities.binary_search(activity).is_ok();
    spared.retain(|activity| !found(&reported, activity) && !found(&asked, activity));
    set(&mut spared);
    asked.extend(asked_activities(view, ask).map(Some));
    asked.extend(&reported);
    asked.retain(|activity| !found(&spared, activity));
    set(&mut asked);
    (reported.len() as u64, asked.len() as u64)
}

/// Gives the activities that amounts or groups of people are asked of: those in scope and period that meet the conditions
/// on activities.
pub(super) fn asked_activities<'v>(view: &'v View<'_>, ask: Ask<'v>) -> impl Iterator<Item = u32> + 'v {
    let meets = move |activity: u32| {
        let conditions = ask.selection.conditions.iter().filter(|condition| condition.operand.of_activity);
        conditions.into_iter().all(|condition| {
            let of_row =
                crate::model::measure::Condition { operand: own(condition.operand.field), ..condition.clone() };
            view.holds(Sheet::Activities, activity, false, &of_row) == Answer::Yes
        })
    };
    view.current().iter().copied().filter(move |&activity| meets(activity))
}
