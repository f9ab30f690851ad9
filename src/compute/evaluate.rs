//! The ten forms of the algebra.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use ecow::EcoVec;
use rust_decimal::Decimal;

use super::content::{Content, own};
use super::keep::{Keep, Kept, keep};
use super::select::Ask;
use super::sum::{Sum, sum};
use super::time::Rule;
use super::view::View;
use crate::model::figures::{Below, Mark, Refusal};
use crate::model::measure::{Operand, Selection};
use crate::model::{Cell, Code, Field, Figure, Measure, Outcome, Sheet};
use crate::reference::{Indicator, Nature};

/// What a measure is evaluated for.
#[derive(Clone, Copy)]
pub(super) struct Context<'m> {
    /// How the indicator lives in time.
    pub nature: Nature,
    /// The unit that readings must have.
    pub unit: &'m str,
    /// The column whose day dates applications, where the other side of a ratio decides it.
    pub day: Option<Field>,
    /// Only rows that have one of these values in a column.
    pub only: Option<(Operand, &'m BTreeSet<Code>)>,
}

impl<'m> Context<'m> {
    /// Makes the context of an indicator.
    pub fn of(indicator: &'m Indicator) -> Self {
        Context { nature: indicator.nature, unit: &indicator.unit, day: None, only: None }
    }

    /// Makes the question that a form asks of a table.
    pub fn ask(self, selection: &'m Selection, measured: Field) -> Ask<'m> {
        let measured = self.day.unwrap_or(measured);
        Ask { selection, rule: Rule::of(self.nature), measured, only: self.only }
    }
}

/// A measure evaluated in a view.
pub(super) struct Evaluation {
    pub outcome: Outcome,
    pub reported: u64,
    pub asked: u64,
    pub undated: u64,
    pub provisional: bool,
    pub table: Option<Sheet>,
    pub marks: Vec<Mark>,
    pub below: Option<Below>,
    /// True where no row meets the conditions, whatever its cells.
    pub empty: bool,
}

impl Evaluation {
    /// Makes an evaluation without rows.
    pub fn nothing(table: Option<Sheet>) -> Self {
        Evaluation {
            outcome: Outcome::NotReported,
            reported: 0,
            asked: 0,
            undated: 0,
            provisional: false,
            table,
            marks: Vec::new(),
            below: None,
            empty: true,
        }
    }
}

/// Evaluates an indicator in a view.
///
/// Where the catalogue allows no total, a figure other than a distribution is refused: its rows are printed one by one.
pub(super) fn figure(view: &View<'_>, indicator: &Indicator) -> Figure {
    let mut found = measure(view, &indicator.measure, Context::of(indicator));
    let distribution = matches!(indicator.measure, Measure::Spread(..));
    if indicator.no_total.is_some() && !distribution && found.outcome != Outcome::NotReported {
        found.outcome = Outcome::Refused(Refusal::NoTotal);
        if !view.traced() {
            found.marks.clear();
            found.below = None;
        }
    }
    Figure {
        code: indicator.code.clone(),
        outcome: found.outcome,
        reported: found.reported,
        asked: found.asked,
        undated: found.undated,
        provisional: found.provisional,
        table: found.table,
        marks: found.marks.into(),
        below: found.below,
    }
}

/// Evaluates a measure in a view.
pub(super) fn measure(view: &View<'_>, measure: &Measure, context: Context<'_>) -> Evaluation {
    match measure {
        Measure::Count(selection) => count(view, selection, context),
        Measure::Distinct(selection, operands) => distinct(view, selection, operands, context),
        Measure::Sum(selection, operand) => sum(view, selection, *operand, context, Keep::of(selection)),
        Measure::Latest(selection, operand) => {
            sum(view, selection, *operand, Context { nature: stock(context.nature), ..context }, Keep::Series)
        }
        Measure::Bounds(selection, operand) => super::bounds::bounds(view, selection, *operand, context),
        Measure::Mean(selection, operand, weight) => mean(view, selection, *operand, *weight, context),
        Measure::Spread(selection, operand) => super::spread::spread(view, selection, *operand, context),
        Measure::Ratio(numerator, denominator, key) => super::ratio::ratio(view, numerator, denominator, *key, context),
        Measure::Top(number, inner, by) => top(view, *number, inner, *by, context),
        Measure::Attainment(code) => attainment(view, code),
    }
}

/// Gives the nature whose rule takes rows up to the end of the period.
pub(super) fn stock(nature: Nature) -> Nature {
    if nature == Nature::Cumulative { Nature::Cumulative } else { Nature::Stock }
}

/// Says whether a count of no rows is a zero: something of the table was returned, and the scope is one that rows of the
/// table can be told to be in, whose territory is not silent.
fn counts_zero(view: &View<'_>, sheet: Sheet) -> bool {
    let made = matches!(sheet, Sheet::Returns | Sheet::Attainments | Sheet::Campaign);
    made || (!view.table(sheet).rows.is_empty() && view.tells(sheet) && !view.is_silent())
}

fn whole(number: usize) -> Decimal {
    Decimal::from(number as u64)
}

/// Makes the marks of counted rows.
pub(super) fn counted(rows: impl IntoIterator<Item = (u32, Vec<Code>)>) -> Vec<Mark> {
    let one = Decimal::ONE;
    rows.into_iter().map(|(row, item)| Mark { row, item: item.into(), value: one, low: one }).collect()
}

fn count(view: &View<'_>, selection: &Selection, context: Context<'_>) -> Evaluation {
    let sheet = selection.table;
    // The measured column of a count is one that every row has: the row itself.
    let taken = view.take(context.ask(selection, Field::Label), &|_| Content::Value(Decimal::ONE));
    let kept = match &selection.once {
        Some(once) => keep(view, sheet, &taken.rows, Keep::Once(*once), Field::Label),
        None => taken.rows.iter().map(|&row| Kept::whole(row)).collect(),
    };
    let number = kept.len();
    let outcome =
        if number == 0 && !counts_zero(view, sheet) { Outcome::NotReported } else { Outcome::Number(whole(number)) };
    let marks = view.marks(selection.once.is_some() || !taken.plain);
    Evaluation {
        outcome,
        reported: number as u64,
        asked: number as u64,
        undated: taken.undated.len() as u64,
        provisional: taken.uncertain,
        marks: if marks { counted(kept.into_iter().map(|kept| (kept.row, kept.item))) } else { Vec::new() },
        empty: taken.rows.is_empty(),
        ..Evaluation::nothing(Some(sheet))
    }
}

/// Combines one value of each list into every tuple.
fn tuples(lists: Vec<Vec<Code>>) -> Vec<Vec<Code>> {
    lists.into_iter().fold(vec![Vec::new()], |tuples, list| {
        tuples
            .iter()
            .flat_map(|tuple| list.iter().map(move |item| tuple.iter().cloned().chain([item.clone()]).collect()))
            .collect()
    })
}

fn distinct(view: &View<'_>, selection: &Selection, operands: &[Operand], context: Context<'_>) -> Evaluation {
    let sheet = selection.table;
    let content = |row: u32| {
        let cells = || operands.iter().flat_map(|operand| view.cells(sheet, row, *operand));
        if cells().any(|cell| matches!(cell, Cell::Held)) {
            Content::Held
        } else if cells().any(|cell| matches!(cell, Cell::NotApplicable)) {
            Content::NotApplicable
        } else if operands.iter().any(|operand| view.items(sheet, row, *operand).is_empty()) {
            Content::Missing
        } else {
            Content::Value(Decimal::ONE)
        }
    };
    let measured = operands.first().map_or(Field::Label, |operand| operand.field);
    let taken = view.take(context.ask(selection, measured), &content);
    let mut values: BTreeMap<Vec<Code>, u32> = BTreeMap::new();
    let (mut reported, mut asked, mut held) = (0, 0, false);
    let mut repeated = Vec::new();
    for &row in &taken.rows {
        let found = content(row);
        asked += u64::from(found != Content::NotApplicable);
        held |= found == Content::Held;
        if found.value().is_some() {
            reported += 1;
            for tuple in tuples(operands.iter().map(|operand| view.items(sheet, row, *operand)).collect()) {
                match values.entry(tuple) {
                    Entry::Vacant(entry) => {
                        entry.insert(row);
                    }
                    Entry::Occupied(entry) if view.traced() => {
                        let (item, zero) = (entry.key().clone(), Decimal::ZERO);
                        repeated.push(Mark { row, item: item.into(), value: zero, low: zero });
                    }
                    Entry::Occupied(_) => {}
                }
            }
        }
    }
    let number = values.len();
    let none = number == 0 && (asked > 0 || !counts_zero(view, sheet));
    let mut marks = if view.marked() { counted(values.into_iter().map(|(item, row)| (row, item))) } else { Vec::new() };
    marks.extend(repeated);
    Evaluation {
        outcome: if none { Outcome::NotReported } else { Outcome::Number(whole(number)) },
        reported,
        asked,
        undated: taken.undated.len() as u64,
        provisional: taken.uncertain || held,
        marks,
        empty: taken.rows.is_empty(),
        ..Evaluation::nothing(Some(sheet))
    }
}

/// The mean of a column weighted by another, over the rows that have both; of stocks, over the latest row of each series.
fn mean(view: &View<'_>, selection: &Selection, operand: Operand, weight: Operand, context: Context<'_>) -> Evaluation {
    let sheet = selection.table;
    let ask = context.ask(selection, operand.field);
    let content = |row: u32| view.content(sheet, row, operand, context.unit);
    let taken = view.take(ask, &content);
    let both = |row: u32| Some((content(row).value()?, view.content(sheet, row, weight, "").value()?));
    let valued: Vec<u32> = taken.rows.iter().copied().filter(|&row| both(row).is_some()).collect();
    let how = if ask.rule == Rule::Stock { Keep::Series } else { Keep::of(selection) };
    let kept = keep(view, sheet, &valued, how, ask.measured);
    let (mut weighted, mut weights, mut marks) = (Decimal::ZERO, Decimal::ZERO, Vec::new());
    for kept in &kept {
        if let Some((value, weight)) = both(kept.row) {
            let value = value.saturating_mul(weight);
            weighted = weighted.saturating_add(value);
            weights = weights.saturating_add(weight);
            if view.marked() {
                marks.push(Mark { row: kept.row, item: EcoVec::new(), value, low: weight });
            }
        }
    }
    let asked: Vec<u32> = taken.rows.iter().copied().filter(|&row| content(row) != Content::NotApplicable).collect();
    let held = taken.rows.iter().any(|&row| content(row) == Content::Held);
    Evaluation {
        outcome: if weights.is_zero() { Outcome::NotReported } else { Outcome::Ratio(weighted, weights) },
        reported: kept.len() as u64,
        asked: keep(view, sheet, &asked, how, ask.measured).len() as u64,
        undated: taken.undated.len() as u64,
        provisional: taken.uncertain || held,
        marks,
        empty: taken.rows.is_empty(),
        ..Evaluation::nothing(Some(sheet))
    }
}

/// The measure over the rows of the n largest values of a column; each row once, though it may have several of them.
/// Values that tie are taken in the order of their codes.
fn top(view: &View<'_>, number: u32, inner: &Measure, by: Operand, context: Context<'_>) -> Evaluation {
    let (selection, operand) = match inner {
        Measure::Count(selection) => (selection, None),
        Measure::Sum(selection, operand) => (selection, Some(*operand)),
        _ => return Evaluation::nothing(inner.table()),
    };
    let sheet = selection.table;
    let ask = context.ask(selection, operand.map_or(Field::Label, |operand| operand.field));
    let content = |row: u32| match operand {
        Some(operand) => view.content(sheet, row, operand, context.unit),
        None => Content::Value(Decimal::ONE),
    };
    let taken = view.take(ask, &content);
    let mut sums: BTreeMap<Code, Sum<'_, '_>> = BTreeMap::new();
    for &row in &taken.rows {
        if let Some(value) = content(row).value() {
            for item in view.items(sheet, row, by) {
                let sum = sums
                    .entry(item)
                    .or_insert_with(|| Sum::new(view, sheet, operand.unwrap_or(own(Field::Label)), ask.measured));
                sum.add(row, value);
            }
        }
    }
    let mut ranked = Vec::new();
    for (item, sum) in sums {
        match sum.number() {
            Ok(number) => ranked.push((std::cmp::Reverse(number), item)),
            Err(refusal) => {
                return Evaluation {
                    outcome: Outcome::Refused(refusal),
                    provisional: true,
                    empty: false,
                    ..Evaluation::nothing(Some(sheet))
                };
            }
        }
    }
    ranked.sort();
    let largest = ranked.into_iter().take(number as usize).map(|(_, item)| item).collect();
    measure(view, inner, Context { only: Some((by, &largest)), ..context })
}

fn attainment(view: &View<'_>, code: &Code) -> Evaluation {
    let table = view.table(Sheet::Attainments);
    let at = table.rows.iter().position(|row| table.cell(row, Field::IndicatorCode).code() == Some(code));
    let value = at.and_then(|at| Some((at as u32, table.cell(&table.rows[at], Field::Value).number()?)));
    let (marks, outcome) = match value {
        Some((row, value)) => {
            let mark = Mark { row, item: EcoVec::new(), value, low: Decimal::ONE };
            (vec![mark], Outcome::Number(value))
        }
        None => (Vec::new(), Outcome::NotReported),
    };
    Evaluation {
        reported: u64::from(value.is_some()),
        asked: u64::from(at.is_some()),
        marks,
        outcome,
        empty: at.is_none(),
        ..Evaluation::nothing(Some(Sheet::Attainments))
    }
}
