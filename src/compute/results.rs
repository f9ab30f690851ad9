//! Results by theme: baseline, target, actual value and attainment of each indicator that has readings.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::content::{Content, own};
use super::evaluate::figure;
use super::select::{Ask, Taken};
use super::sum::is_mixed;
use super::time::Rule;
use super::view::View;
use crate::model::figures::{Refusal, Result as Line};
use crate::model::measure::{Comparison, Condition, Literal, Selection, Test};
use crate::model::trace::Role;
use crate::model::{Cell, Field, Measure, Outcome, Period, Sheet};
use crate::reference::Indicator;

/// Tells the rule of an indicator's readings.
pub(super) fn rule(indicator: &Indicator) -> Rule {
    let rule = Rule::of(indicator.nature);
    match &indicator.measure {
        Measure::Ratio(numerator, _, _) => super::ratio::rule(numerator, rule),
        Measure::Latest(..) => Rule::Stock,
        _ => rule,
    }
}

/// Gives the indicators of the themes that have readings in the scope, or another figure that is reported.
pub(super) fn results(view: &View<'_>) -> Vec<Line> {
    let indicators = view.prepared.reference.indicators.iter().filter(|indicator| !super::is_cross(indicator));
    indicators
        .filter_map(|indicator| {
            if view.readings(&indicator.code).is_empty() && indicator.measure.table() == Some(Sheet::Indicators) {
                return None;
            }
            let found = line(view, indicator);
            let says = found.figure.outcome != Outcome::NotReported
                || !found.rows.is_empty()
                || found.figure.undated > 0
                || found.figure.provisional;
            says.then_some(found)
        })
        .collect()
}

/// One series: an activity or territory, and a group.
#[derive(Default)]
struct Series {
    rows: Vec<u32>,
}

/// What a series states.
struct Triple {
    baseline: Option<Decimal>,
    target: Option<Decimal>,
    actual: Option<Decimal>,
    parts: Vec<Part>,
}

/// A cell of a reading that makes a part of a baseline, target or actual value.
pub(super) struct Part {
    pub role: Role,
    pub row: u32,
    pub field: Field,
    pub value: Decimal,
}

/// Evaluates one indicator of the themes in a view.
fn line(view: &View<'_>, indicator: &Indicator) -> Line {
    traced(view, indicator).0
}

/// Evaluates one indicator of the themes, with the cells that make its baseline, target and actual value.
pub(super) fn traced(view: &View<'_>, indicator: &Indicator) -> (Line, Vec<Part>) {
    let mut figure = figure(view, indicator);
    let taken = readings(view, indicator);
    let rows = taken.rows;
    let last = rows.iter().filter_map(|&row| Some(view.cell(Sheet::Indicators, row, Field::Period).period()?.to)).max();
    let all = series(view, &rows);
    let triples: Vec<Triple> = all.values().map(|series| triple(view, indicator, series)).collect();
    let complete: Vec<&Triple> = triples
        .iter()
        .filter(|triple| triple.baseline.is_some() && triple.target.is_some() && triple.actual.is_some())
        .collect();
    alone(view, indicator, &mut figure, &rows, &triples);
    figure.provisional |= taken.uncertain;
    // One series shows what it has; several add up over those that have all three.
    let used: Vec<&Triple> = if triples.len() == 1 { triples.iter().collect() } else { complete.clone() };
    let sum = |of: &dyn Fn(&Triple) -> Option<Decimal>| {
        used.iter().filter_map(|triple| of(triple)).reduce(|sum, each| sum.saturating_add(each))
    };
    let refusal = refusal(view, indicator, &figure.outcome, &rows, triples.len(), complete.len());
    let shown =
        !matches!(refusal, Some(Refusal::NoTotal | Refusal::NoParts | Refusal::Overlap | Refusal::MixedAccumulation));
    let [baseline, target, actual] = if shown {
        [sum(&|triple| triple.baseline), sum(&|triple| triple.target), sum(&|triple| triple.actual)]
    } else {
        [None; 3]
    };
    let attainment = match (refusal, baseline, target, actual) {
        (Some(refusal), ..) => Err(refusal),
        (None, Some(baseline), Some(target), Some(actual)) => attain(baseline, target, actual),
        _ => Err(Refusal::Incomplete),
    };
    let line = Line {
        code: indicator.code.clone(),
        baseline,
        target,
        actual,
        masked: [None; 3],
        attainment,
        complete: complete.len() as u64,
        series: triples.len() as u64,
        last,
        rows,
        figure,
    };
    let shown = shown && (line.series == 1 || line.complete > 0);
    let whole = |triple: &Triple| [triple.baseline, triple.target, triple.actual].iter().all(Option::is_some);
    let alone = line.series == 1;
    let used = triples.into_iter().filter(|triple| shown && (alone || whole(triple)));
    let parts = used.flat_map(|triple| triple.parts).collect();
    (line, parts)
}

/// (actual - baseline) / (target - baseline), for rising and falling targets alike.
fn attain(baseline: Decimal, target: Decimal, actual: Decimal) -> Result<Decimal, Refusal> {
    let distance = target.saturating_sub(baseline);
    actual.saturating_sub(baseline).checked_div(distance).ok_or(Refusal::NoDistance)
}

/// Tells why an indicator has no attainment as a whole.
fn refusal(
    view: &View<'_>,
    indicator: &Indicator,
    outcome: &Outcome,
    rows: &[u32],
    series: usize,
    complete: usize,
) -> Option<Refusal> {
    let nature = super::evaluate::Context::of(indicator);
    if indicator.no_total.is_some() {
        Some(Refusal::NoTotal)
    } else if is_mixed(view, Sheet::Indicators, rows, nature) {
        Some(Refusal::MixedAccumulation)
    } else if let Outcome::Refused(refusal) = outcome {
        Some(refusal.clone())
    } else {
        match (&indicator.measure, outcome) {
            (Measure::Bounds(..), Outcome::Interval(low, high)) if low != high => Some(Refusal::Overlap),
            (Measure::Sum(selection, _) | Measure::Latest(selection, _), _) if selection.once.is_none() => None,
            _ if series == 1 => None,
            (Measure::Bounds(..), _) => None,
            (Measure::Ratio(..), _) if series > 1 => Some(Refusal::NoParts),
            _ if series > 1 => Some(Refusal::NoTotal),
            _ => None,
        }
        .or((complete == 0).then_some(Refusal::Incomplete))
    }
}

/// Gives a quotient that comes without its sides: that of the only series is printed, several can't be put together.
fn alone(view: &View<'_>, indicator: &Indicator, figure: &mut crate::model::Figure, rows: &[u32], series: &[Triple]) {
    if figure.outcome != Outcome::NotReported || !matches!(indicator.measure, Measure::Ratio(..)) {
        return;
    }
    let says = rows.iter().any(|&row| view.cell(Sheet::Indicators, row, Field::Actual).number().is_some());
    match series {
        [Triple { actual: Some(actual), .. }] => figure.outcome = Outcome::Number(*actual),
        _ if says => figure.outcome = Outcome::Refused(Refusal::NoParts),
        _ => {}
    }
}

/// Finds the readings of an indicator that take part, whichever of their cells is filled.
fn readings(view: &View<'_>, indicator: &Indicator) -> Taken {
    let condition = Condition {
        operand: own(Field::IndicatorCode),
        test: Test::Compare(Comparison::Equal, Literal::Text(indicator.code.as_str().into())),
    };
    let selection = Selection { table: Sheet::Indicators, once: None, conditions: vec![condition] };
    let ask = Ask { selection: &selection, rule: rule(indicator), measured: Field::Actual, only: None };
    let filled = [Field::Actual, Field::Numerator, Field::Target, Field::Baseline];
    view.take(ask, &|row| {
        let cells = || filled.iter().map(|&field| view.cell(Sheet::Indicators, row, field));
        if cells().any(|cell| *cell == Cell::Held) {
            Content::Held
        } else {
            cells().find_map(Cell::number).map_or(Content::Missing, Content::Value)
        }
    })
}

type Name<'v> = (Option<u32>, Option<&'v str>, Option<&'v str>);

fn series<'v>(view: &'v View<'_>, rows: &[u32]) -> BTreeMap<Name<'v>, Series> {
    let mut all: BTreeMap<_, Series> = BTreeMap::new();
    for &row in rows {
        let [territory, group] =
            [Field::Territory, Field::Group].map(|field| view.cell(Sheet::Indicators, row, field).text());
        let activity = view.prepared.activities_of(Sheet::Indicators, row).first().copied();
        all.entry((activity, territory, group)).or_default().rows.push(row);
    }
    for series in all.values_mut() {
        series.rows.sort_by_key(|&row| view.order(Sheet::Indicators, row, Field::Actual));
    }
    all
}

/// Which target a row speaks of: that of its target year, else that of its own days.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Aim {
    Year(Decimal),
    Days(Option<Period>),
}

/// Reads what a series states.
///
/// A flow adds its values of the period; a target stated again for the same year counts once, as last stated, and targets
/// of several years add. Of a stock, the last row that reports counts, with the last baseline and target.
fn triple(view: &View<'_>, indicator: &Indicator, series: &Series) -> Triple {
    let number = |row: u32, field| view.content(Sheet::Indicators, row, own(field), &indicator.unit).value();
    let quotient = matches!(indicator.measure, Measure::Ratio(..));
    let part = |role, row: u32, field| number(row, field).map(|value| Part { role, row, field, value });
    let last = |role, field| series.rows.iter().rev().find_map(|&row| part(role, row, field));
    let sum = |parts: &[Part], field| {
        let values = parts.iter().filter(|part| part.field == field).map(|part| part.value);
        values.reduce(|sum, each| sum.saturating_add(each))
    };
    if quotient || rule(indicator) == Rule::Stock {
        let both = |&row: &u32| {
            let sides = [Field::Numerator, Field::Denominator].map(|field| part(Role::Actual, row, field));
            sides.into_iter().collect::<Option<Vec<Part>>>()
        };
        let sides = series.rows.iter().rev().filter(|_| quotient).filter_map(both);
        let mut actuals: Vec<Part> = match rule(indicator) {
            Rule::Stock => sides.take(1).flatten().collect(),
            Rule::Flow => sides.flatten().collect(),
        };
        let above = sum(&actuals, Field::Numerator);
        let mut actual =
            above.zip(sum(&actuals, Field::Denominator)).and_then(|(above, below)| above.checked_div(below));
        if actual.is_none() {
            actuals = last(Role::Actual, Field::Actual).into_iter().collect();
            actual = sum(&actuals, Field::Actual);
        }
        let stated = [last(Role::Baseline, Field::Baseline), last(Role::Target, Field::Target)];
        let [baseline, target] = [0, 1].map(|at: usize| stated[at].as_ref().map(|part| part.value));
        let parts = stated.into_iter().flatten().chain(actuals).collect();
        return Triple { baseline, target, actual, parts };
    }
    let mut aims: BTreeMap<Aim, [Option<Part>; 2]> = BTreeMap::new();
    let mut parts = Vec::new();
    for &row in &series.rows {
        let year = view.cell(Sheet::Indicators, row, Field::TargetYear);
        let aim = match year.number().or_else(|| Some(year.period()?.to.year().into())) {
            Some(year) => Aim::Year(year),
            None => Aim::Days(view.cell(Sheet::Indicators, row, Field::Period).period()),
        };
        let stated = aims.entry(aim).or_default();
        for (at, (role, field)) in STATED.into_iter().enumerate() {
            stated[at] = part(role, row, field).or(stated[at].take());
        }
        parts.extend(part(Role::Actual, row, Field::Actual));
    }
    parts.extend(aims.into_values().flatten().flatten());
    let [baseline, target, actual] = [Field::Baseline, Field::Target, Field::Actual].map(|field| sum(&parts, field));
    Triple { baseline, target, actual, parts }
}

/// What a series states beside its actual value.
const STATED: [(Role, Field); 2] = [(Role::Baseline, Field::Baseline), (Role::Target, Field::Target)];
