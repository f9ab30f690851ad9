//! The ten forms of the algebra.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::content::{Content, is_money, own};
use super::select::{Ask, Taken};
use super::time::Rule;
use super::view::{Answer, View};
use crate::model::figures::{Below, Mark, Refusal};
use crate::model::measure::{Operand, Selection};
use crate::model::{Cell, Code, Currency, Field, Figure, Kind, List, Measure, MoneySum, Outcome, Sheet, schema};
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
        found.marks.clear();
        found.below = None;
    }
    Figure {
        code: indicator.code.clone(),
        outcome: found.outcome,
        reported: found.reported,
        asked: found.asked,
        undated: found.undated,
        provisional: found.provisional,
        table: found.table,
        marks: found.marks,
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
        Measure::Spread(selection, operand) => spread(view, selection, *operand, context),
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
fn counted(rows: impl IntoIterator<Item = (u32, Vec<Code>)>) -> Vec<Mark> {
    let one = Decimal::ONE;
    rows.into_iter().map(|(row, item)| Mark { row, item, value: one, low: one, high: one }).collect()
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
    let marks = view.marked && (selection.once.is_some() || !taken.plain);
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
    for &row in &taken.rows {
        let found = content(row);
        asked += u64::from(found != Content::NotApplicable);
        held |= found == Content::Held;
        if found.value().is_some() {
            reported += 1;
            for tuple in tuples(operands.iter().map(|operand| view.items(sheet, row, *operand)).collect()) {
                values.entry(tuple).or_insert(row);
            }
        }
    }
    let none = values.is_empty() && (asked > 0 || !counts_zero(view, sheet));
    Evaluation {
        outcome: if none { Outcome::NotReported } else { Outcome::Number(whole(values.len())) },
        reported,
        asked,
        undated: taken.undated.len() as u64,
        provisional: taken.uncertain || held,
        marks: if view.marked { counted(values.into_iter().map(|(item, row)| (row, item))) } else { Vec::new() },
        empty: taken.rows.is_empty(),
        ..Evaluation::nothing(Some(sheet))
    }
}

/// Which rows of a selection are kept.
#[derive(Debug, Clone, Copy)]
pub(super) enum Keep {
    /// All.
    All,
    /// The last of each value of a column.
    Once(Operand),
    /// The last of each series: activity, territory and group.
    Series,
}

impl Keep {
    pub fn of(selection: &Selection) -> Keep {
        selection.once.map_or(Keep::All, Keep::Once)
    }
}

/// A kept row, and the value it is kept for where a column is counted once.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub row: u32,
    pub item: Vec<Code>,
}

impl Kept {
    fn whole(row: u32) -> Kept {
        Kept { row, item: Vec::new() }
    }
}

/// Keeps the last row of each value or series. A row that measures nothing must be left out before: the latest value of
/// a series is the latest that was reported.
///
/// Of a series of totals and of its groups, the side reported last is kept, so that none is counted beside its parts.
pub(super) fn keep(view: &View<'_>, sheet: Sheet, rows: &[u32], how: Keep, measured: Field) -> Vec<Kept> {
    let order = |row: u32| view.order(sheet, row, measured);
    match how {
        Keep::All => rows.iter().map(|&row| Kept::whole(row)).collect(),
        Keep::Once(operand) => {
            let mut last: BTreeMap<Code, u32> = BTreeMap::new();
            for &row in rows {
                for item in view.items(sheet, row, operand) {
                    let entry = last.entry(item).or_insert(row);
                    if order(*entry) < order(row) {
                        *entry = row;
                    }
                }
            }
            let mut kept: Vec<_> = last.into_iter().map(|(item, row)| Kept { row, item: vec![item] }).collect();
            kept.sort_by(|a, b| (a.row, &a.item).cmp(&(b.row, &b.item)));
            kept
        }
        Keep::Series => {
            let mut last: BTreeMap<_, u32> = BTreeMap::new();
            for &row in rows {
                let [territory, group] =
                    [Field::Territory, Field::Group].map(|field| view.cell(sheet, row, field).text());
                let activity = view.prepared.activities_of(sheet, row).first().copied();
                let indicator = view.cell(sheet, row, Field::IndicatorCode).text();
                let entry = last.entry((indicator, activity, territory, group)).or_insert(row);
                if order(*entry) < order(row) {
                    *entry = row;
                }
            }
            let day = |row: u32| order(row).0;
            let mut sides: BTreeMap<_, [Option<Option<Date>>; 2]> = BTreeMap::new();
            for (&(indicator, activity, territory, group), &row) in &last {
                let side =
                    &mut sides.entry((indicator, activity, territory)).or_default()[usize::from(group.is_some())];
                *side = (*side).max(Some(day(row)));
            }
            let mut kept: Vec<_> = last
                .iter()
                .filter(|((indicator, activity, territory, group), _)| {
                    let [total, parts] = sides[&(*indicator, *activity, *territory)];
                    if group.is_some() { parts > total } else { total >= parts }
                })
                .map(|(_, &row)| Kept::whole(row))
                .collect();
            kept.sort_by_key(|kept| kept.row);
            kept
        }
    }
}

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
    let mut cells_tell = true;
    for kept in &kept {
        if let Some(value) = sum.value(kept, context.unit).value() {
            let added = sum.add(kept.row, value);
            if view.marked {
                cells_tell &=
                    sum.money || view.cells(sheet, kept.row, operand).any(|cell| cell.number() == Some(value));
                let value = added.unwrap_or_default();
                marks.push(Mark {
                    row: kept.row,
                    item: kept.item.clone(),
                    value,
                    low: Decimal::ONE,
                    high: Decimal::ONE,
                });
            }
        }
    }
    if matches!(how, Keep::All) && taken.plain && cells_tell {
        marks.clear();
    }
    let held = taken.rows.iter().any(|&row| content(row) == Content::Held);
    let provisional = taken.uncertain || held || sum.lacks_rate();
    let outcome = if kept.is_empty() {
        Outcome::NotReported
    } else if is_mixed(view, sheet, &valued, context) {
        marks.clear();
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
    let meets = |activity: u32| {
        let conditions = ask.selection.conditions.iter().filter(|condition| condition.operand.of_activity);
        conditions.into_iter().all(|condition| {
            let of_row =
                crate::model::measure::Condition { operand: own(condition.operand.field), ..condition.clone() };
            view.holds(Sheet::Activities, activity, false, &of_row) == Answer::Yes
        })
    };
    asked.extend(view.current().iter().filter(|&&activity| meets(activity)).map(|&activity| Some(activity)));
    asked.extend(&reported);
    asked.retain(|activity| !found(&spared, activity));
    set(&mut asked);
    (reported.len() as u64, asked.len() as u64)
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
            if view.marked {
                marks.push(Mark { row: kept.row, item: Vec::new(), value, low: weight, high: weight });
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

/// The number of rows of each value: those of a closed list in its order, the others by number, then by name. The median
/// is the lower middle of the values that read as numbers.
fn spread(view: &View<'_>, selection: &Selection, operand: Operand, context: Context<'_>) -> Evaluation {
    let sheet = selection.table;
    let ask = context.ask(selection, operand.field);
    let content = |row: u32| match view.cells(sheet, row, operand).next() {
        None | Some(Cell::Missing) => Content::Missing,
        Some(Cell::NotApplicable) => Content::NotApplicable,
        Some(Cell::Held) => Content::Held,
        Some(_) => Content::Value(Decimal::ONE),
    };
    let taken = view.take(ask, &content);
    let valued: Vec<u32> = taken.rows.iter().copied().filter(|&row| content(row).value().is_some()).collect();
    let kept = keep(view, sheet, &valued, Keep::of(selection), ask.measured);
    let mut counts: BTreeMap<Code, u64> = BTreeMap::new();
    for kept in &kept {
        for item in view.items(sheet, kept.row, operand) {
            *counts.entry(item).or_default() += 1;
        }
    }
    let (reported, asked) = census(view, ask, &taken, &content);
    let outcome = if counts.is_empty() {
        Outcome::NotReported
    } else {
        let lines = lines(view, sheet, operand, counts);
        let median = median(&lines);
        Outcome::Spread(lines, median)
    };
    let held = taken.rows.iter().any(|&row| content(row) == Content::Held);
    let marks = view.marked && (selection.once.is_some() || !taken.plain);
    Evaluation {
        outcome,
        reported,
        asked,
        undated: taken.undated.len() as u64,
        provisional: taken.uncertain || held,
        marks: if marks { counted(kept.into_iter().map(|kept| (kept.row, kept.item))) } else { Vec::new() },
        empty: taken.rows.is_empty(),
        ..Evaluation::nothing(Some(sheet))
    }
}

fn lines(view: &View<'_>, sheet: Sheet, operand: Operand, mut counts: BTreeMap<Code, u64>) -> Vec<(Box<str>, u64)> {
    let sheet = if operand.of_activity { Sheet::Activities } else { sheet };
    let list: Option<List> = schema::columns(sheet).iter().find_map(|column| match column.kind {
        Kind::One(list) if column.field == operand.field => Some(list),
        _ => None,
    });
    let mut lines: Vec<(Box<str>, u64)> = Vec::new();
    for entry in list.map_or(&[][..], |list| view.prepared.reference.entries(list)) {
        lines.push((entry.code.as_str().into(), counts.remove(&entry.code).unwrap_or(0)));
    }
    let mut rest: Vec<_> = counts.into_iter().collect();
    rest.sort_by_key(|(value, _)| (value.parse::<Decimal>().unwrap_or(Decimal::MAX), value.clone()));
    lines.extend(rest.into_iter().map(|(value, number)| (value.as_str().into(), number)));
    lines
}

fn median(lines: &[(Box<str>, u64)]) -> Option<Box<str>> {
    let mut grades: Vec<(Decimal, &str, u64)> =
        lines.iter().filter_map(|(value, number)| Some((value.parse().ok()?, &**value, *number))).collect();
    grades.sort_unstable();
    let total: u64 = grades.iter().map(|grade| grade.2).sum();
    let mut seen = 0;
    grades.into_iter().find_map(|(_, value, number)| {
        seen += number;
        (total > 0 && seen > (total - 1) / 2).then(|| value.into())
    })
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
            let mark = Mark { row, item: Vec::new(), value, low: Decimal::ONE, high: Decimal::ONE };
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
