//! The sheet of figures: one row a figure, with its formula, its two sides where it is a quotient, and how many rows
//! report it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::data::Data;
use super::formula::Side;
use super::helper::Helper;
use super::proof::{evaluate, same};
use super::{drill, explain, formula, note, page, trend};
use crate::model::book::{Block, BookCell, BookSheet, CellRef, ColumnRef, Criterion, Expression, Tab};
use crate::model::figures::{Refusal, Result};
use crate::model::measure::Comparison;
use crate::model::{Code, Field, Figure, Kind, List, Mask, Measure, Outcome, Sheet, Value, schema};
use crate::reference::{Indicator, Nature};

/// The block of the cross-cutting figures.
pub(super) const CROSS: usize = 0;
/// The block of the results by theme.
pub(super) const RESULTS: usize = 1;

/// The ids of the columns.
pub(super) mod id {
    pub const CODE: u16 = 0;
    pub const NAME: u16 = 1;
    pub const UNIT: u16 = 2;
    pub const VALUE: u16 = 3;
    pub const HIGH: u16 = 4;
    pub const NUMERATOR: u16 = 5;
    pub const DENOMINATOR: u16 = 6;
    pub const REPORTED: u16 = 7;
    pub const ASKED: u16 = 8;
    pub const HOW: u16 = 9;
    pub const BASELINE: u16 = 10;
    pub const TARGET: u16 = 11;
    pub const ACTUAL: u16 = 12;
    pub const ATTAINMENT: u16 = 13;
    pub const COMPLETE: u16 = 14;
    pub const SERIES: u16 = 15;
    pub const LAST: u16 = 16;
    pub const DEFINITION: u16 = 17;
    pub const MEASURE: u16 = 18;
    pub const SOURCE: u16 = 19;
    pub const SPARK: u16 = 20;
}

/// The sheet, and where each figure stands on it.
pub(super) struct Indicators {
    pub sheet: BookSheet,
    pub cross: BTreeMap<Code, usize>,
}

/// Lays out the sheet of figures.
pub(super) fn sheet(data: &mut Data<'_>) -> Indicators {
    let has_results = !data.figures.results.is_empty();
    data.results = results(data);
    let (cross, places) = cross(data);
    let mut blocks = vec![cross];
    blocks.extend(has_results.then(|| std::mem::take(&mut data.results)));
    let mut sheet = page(Tab::Indicators, "workbook-tab-indicators", "workbook-indicators-title", blocks);
    sheet.lead = vec![
        note(Value::key("workbook-indicators-note")),
        note(Value::key("workbook-indicators-value-note")),
        note(Value::key("dashboard-indicators-note")),
    ];
    Indicators { sheet, cross: places }
}

fn cross(data: &mut Data<'_>) -> (Block, BTreeMap<Code, usize>) {
    let columns = [
        (id::CODE, "workbook-head-code", 24),
        (id::NAME, "workbook-head-indicator", 52),
        (id::UNIT, "workbook-head-unit", 14),
        (id::VALUE, "workbook-head-value", 18),
        (id::HIGH, "workbook-head-high", 14),
        (id::NUMERATOR, "workbook-head-numerator", 16),
        (id::DENOMINATOR, "workbook-head-denominator", 16),
        (id::REPORTED, "workbook-head-reported", 12),
        (id::ASKED, "workbook-head-asked", 12),
        (id::HOW, "workbook-head-how", 34),
        (id::SPARK, "dashboard-spark", 14),
    ];
    let mut block = Block {
        title: Some(Value::key("workbook-cross-title")),
        columns: explain::columns(&columns),
        ..Block::default()
    };
    let (mut places, mut group) = (BTreeMap::new(), "");
    for indicator in &data.inputs.reference.indicators {
        let Some(figure) = data.figures.cross.get(&indicator.code) else { continue };
        let family = indicator.code.as_str().split('-').next().unwrap_or("");
        if family != group {
            group = family;
            if let Some(head) = family_head(family) {
                block.strong.push(block.height());
                block.push(vec![BookCell::Strong(Value::code(family)), BookCell::Strong(Value::key(head))]);
            }
        }
        let row = block.height();
        let parts = parts(data, figure, indicator, CROSS, row);
        places.insert(indicator.code.clone(), row);
        let [definition, measure, source] = explain::cells(indicator);
        block.push(vec![
            rows_of(data, figure, indicator, &parts),
            BookCell::Value(Value::from(&indicator.names)),
            BookCell::Value(unit(data, indicator)),
            definition,
            measure,
            source,
            parts.value,
            parts.high,
            parts.numerator,
            parts.denominator,
            BookCell::Value(Value::count(figure.reported)),
            BookCell::Value(Value::count(figure.asked)),
            parts.how,
            trend::halves(data.figures, &indicator.code),
        ]);
        for (label, count, expression) in by_value(data, figure, indicator) {
            let value = Value::count(count);
            block.push(part(label, BookCell::Empty, cell(expression, value)));
        }
        for (currency, sum) in by_currency(data, figure) {
            let label = Value::phrase("workbook-of-which", [("currency", Value::code(&currency))]);
            let expression = currency_formula(data, indicator, &block, row, &currency, sum);
            let value = Value::Money(sum, currency.clone());
            block.push(part(label, BookCell::Value(Value::code(&currency)), cell(expression, value)));
        }
    }
    (block, places)
}

fn results(data: &mut Data<'_>) -> Block {
    let columns = [
        (id::CODE, "workbook-head-code", 24),
        (id::NAME, "workbook-head-indicator", 52),
        (id::UNIT, "workbook-head-unit", 14),
        (id::VALUE, "workbook-head-value", 18),
        (id::HIGH, "workbook-head-high", 14),
        (id::NUMERATOR, "workbook-head-numerator", 16),
        (id::DENOMINATOR, "workbook-head-denominator", 16),
        (id::BASELINE, "workbook-head-baseline", 12),
        (id::TARGET, "workbook-head-target", 12),
        (id::HOW, "workbook-head-how", 34),
        (id::ACTUAL, "workbook-head-actual", 14),
        (id::ATTAINMENT, "workbook-head-attainment", 30),
        (id::COMPLETE, "workbook-head-complete", 12),
        (id::SERIES, "workbook-head-series", 12),
        (id::LAST, "workbook-head-last", 14),
    ];
    let mut block = Block {
        title: Some(Value::key("workbook-results-title")),
        columns: explain::columns(&columns),
        note: Some(Value::key("workbook-results-note")),
        ..Block::default()
    };
    let mut group = "";
    let figures = data.figures;
    for result in &figures.results {
        let Some(indicator) = data.inputs.reference.indicator(&result.code) else { continue };
        if *indicator.group != *group {
            group = &indicator.group;
            let theme = data.inputs.reference.themes.iter().find(|theme| theme.group == indicator.group);
            let name = theme.map_or(Value::code(group), |theme| Value::Name(List::Themes, theme.code.clone()));
            block.strong.push(block.height());
            block.push(vec![BookCell::Strong(Value::code(group)), BookCell::Strong(name)]);
        }
        let row = block.height();
        let parts = parts(data, &result.figure, indicator, RESULTS, row);
        let [baseline, target, actual] = three(data, result, indicator);
        let values = by_value(data, &result.figure, indicator);
        let [definition, measure, source] = explain::cells(indicator);
        block.push(vec![
            rows_of(data, &result.figure, indicator, &parts),
            BookCell::Value(Value::from(&indicator.names)),
            BookCell::Value(unit(data, indicator)),
            definition,
            measure,
            source,
            parts.value,
            parts.high,
            parts.numerator,
            parts.denominator,
            baseline,
            target,
            parts.how,
            actual,
            attainment(result, row),
            BookCell::Value(Value::count(result.complete)),
            BookCell::Value(Value::count(result.series)),
            result.last.map_or(BookCell::Empty, |day| BookCell::Value(Value::Date(day))),
        ]);
        for (label, count, expression) in values {
            let value = Value::count(count);
            block.push(part(label, BookCell::Empty, cell(expression, value)));
        }
    }
    block
}

/// Gives baseline, target and actual over the complete series, as formulas over the readings used where they say it.
fn three(data: &mut Data<'_>, result: &Result, indicator: &Indicator) -> [BookCell; 3] {
    let sides = [(Field::Baseline, result.baseline), (Field::Target, result.target), (Field::Actual, result.actual)];
    let mut masks = result.masked.iter();
    let code = data.column(Sheet::Indicators, Field::IndicatorCode);
    sides.map(|(field, number)| {
        let mask = masks.next().copied().flatten();
        let Some(number) = number else { return BookCell::Value(mask.map_or(Value::Missing, Value::Masked)) };
        let value = match indicator.unit.as_str() {
            "percent" => Value::Percent(number, 1),
            unit => {
                let decimals = data.inputs.reference.unit(unit).map_or(0, |unit| unit.decimals);
                Value::Number(number, decimals.max(number.normalize().scale().min(2) as u8))
            }
        };
        let used = data.helper(Tab::Data(Sheet::Indicators), Helper::Used);
        let expression = code.zip(used).zip(data.column(Sheet::Indicators, field)).map(|((code, used), column)| {
            let is = |column, value| Criterion { column, sign: Comparison::Equal, value };
            let criteria = vec![is(used, Value::count(1)), is(code, Value::code(&result.code))];
            Expression::SumIfs(column, criteria)
        });
        match expression {
            Some(sum) if evaluate(data, &sum).is_some_and(|found| same(found, number)) => {
                BookCell::formula(sum, Some(value))
            }
            _ => BookCell::Computed(value),
        }
    })
}

/// Gives the attainment, from the three cells of its own row.
fn attainment(result: &Result, row: usize) -> BookCell {
    let share = match &result.attainment {
        Ok(share) => *share,
        Err(Refusal::Masked) => return BookCell::Value(refused(&Refusal::Masked)),
        Err(refusal) => return BookCell::Alert(refused(refusal)),
    };
    let value = Value::Percent(share, 1);
    if let (Some(baseline), Some(target), Some(actual)) = (result.baseline, result.target, result.actual)
        && (actual - baseline).checked_div(target - baseline).is_some_and(|own| same(own, share))
    {
        let cell = |id| CellRef { column: ColumnRef { tab: Tab::Indicators, block: RESULTS, id }, row };
        let expression = Expression::Attainment(cell(id::ACTUAL), cell(id::BASELINE), cell(id::TARGET));
        return BookCell::formula(expression, Some(value));
    }
    BookCell::Computed(value)
}

/// The cells of one figure.
struct Parts {
    value: BookCell,
    high: BookCell,
    numerator: BookCell,
    denominator: BookCell,
    how: BookCell,
}

fn parts(data: &mut Data<'_>, figure: &Figure, indicator: &Indicator, block: usize, row: usize) -> Parts {
    let mut parts = Parts {
        value: BookCell::Empty,
        high: BookCell::Empty,
        numerator: BookCell::Empty,
        denominator: BookCell::Empty,
        how: BookCell::Value(Value::key("workbook-how-value")),
    };
    match &figure.outcome {
        Outcome::NotReported => {
            parts.value = BookCell::Value(Value::Missing);
            parts.how = BookCell::Empty;
        }
        Outcome::Masked(mask) => {
            parts.value = BookCell::Value(Value::Masked(*mask));
            parts.how = BookCell::Value(Value::key("workbook-how-masked"));
        }
        Outcome::Refused(refusal) => {
            parts.value = BookCell::Alert(Value::key("workbook-refused"));
            parts.how = BookCell::Alert(refused(refusal));
        }
        Outcome::Spread(counts, median) => {
            let list = counts.iter().map(|(value, count)| {
                Value::phrase("workbook-spread", [("value", Value::code(value)), ("count", Value::count(*count))])
            });
            parts.value = median
                .as_ref()
                .map_or(BookCell::Value(Value::Missing), |median| BookCell::Computed(Value::from(&**median)));
            // The rows below count each value; of many values the list stands here.
            parts.how = match counts.len() {
                0..=VALUES => BookCell::Value(Value::key("workbook-how-median")),
                _ => BookCell::Value(Value::phrase(
                    "workbook-how-values",
                    [("values", Value::List(list.collect())), ("reason", Value::key("workbook-how-median"))],
                )),
            };
        }
        Outcome::Interval(low, high) => {
            let cells = formula::interval(data, figure, *low, *high);
            if cells.is_some() {
                parts.how = BookCell::Value(Value::key("workbook-how-formula"));
            }
            let (low_cell, high_cell) = cells.unzip();
            parts.value = cell(low_cell, Value::Number(*low, 0));
            parts.high = cell(high_cell, Value::Number(*high, 0));
        }
        Outcome::Ratio(numerator, denominator) => {
            let sides = match &indicator.measure {
                Measure::Ratio(above, below, _) => [(above, Side::Above, numerator), (below, Side::Below, denominator)]
                    .map(|(measure, side, number)| formula::number(data, figure, measure, side, *number)),
                Measure::Mean(..) => formula::weighted(data, figure, [*numerator, *denominator]),
                _ => [None, None],
            };
            let [above, below] = sides;
            parts.how = BookCell::Value(Value::key(match (&above, &below) {
                (Some(_), Some(_)) => "workbook-how-formula",
                (None, None) => "workbook-how-sides",
                _ => "workbook-how-part",
            }));
            parts.numerator = cell(above, plain(*numerator));
            parts.denominator = cell(below, plain(*denominator));
            let factor = factor(indicator);
            let side = |id| Expression::Cell(CellRef { column: ColumnRef { tab: Tab::Indicators, block, id }, row });
            let quotient = Expression::Quotient(Box::new(side(id::NUMERATOR)), Box::new(side(id::DENOMINATOR)), factor);
            let value = figure.value().map(|quotient| printed(data, indicator, quotient));
            parts.value = BookCell::formula(quotient, value);
        }
        Outcome::Number(_) | Outcome::Money(_) => {
            let Some(number) = figure.value() else {
                parts.value = BookCell::Alert(Value::key("workbook-no-rate"));
                parts.how = BookCell::Empty;
                return parts;
            };
            let expression = formula::number(data, figure, &indicator.measure, Side::Above, number);
            if expression.is_some() {
                parts.how = BookCell::Value(Value::key("workbook-how-formula"));
            }
            parts.value = cell(expression, printed(data, indicator, number));
        }
    }
    parts
}

/// Gives the code of a figure, which leads to the first of its rows.
fn rows_of(data: &Data<'_>, figure: &Figure, indicator: &Indicator, parts: &Parts) -> BookCell {
    let code = BookCell::Value(Value::code(&figure.code));
    match drill::target(data, figure, &indicator.measure, &[&parts.value, &parts.numerator]) {
        Some(target) => BookCell::Led(Box::new(code), target),
        None => code,
    }
}

/// Makes the row of a part of the figure above it.
fn part(label: Value, unit: BookCell, value: BookCell) -> Vec<BookCell> {
    vec![BookCell::Empty, BookCell::Value(label), unit, BookCell::Empty, BookCell::Empty, BookCell::Empty, value]
}

/// Makes a cell of a formula, or of a value marked as such.
fn cell(expression: Option<Expression>, value: Value) -> BookCell {
    match expression {
        Some(expression) => BookCell::formula(expression, Some(value)),
        None => BookCell::Computed(value),
    }
}

/// The most values of a distribution that take a row each.
const VALUES: usize = 8;

/// Gives the rows of a distribution: each value in words, how many have it, and the formula that counts them.
fn by_value(data: &mut Data<'_>, figure: &Figure, indicator: &Indicator) -> Vec<(Value, u64, Option<Expression>)> {
    let (Outcome::Spread(counts, _), Measure::Spread(selection, operand)) = (&figure.outcome, &indicator.measure)
    else {
        return Vec::new();
    };
    if counts.len() > VALUES {
        return Vec::new();
    }
    let list = schema::columns(selection.table).iter().find_map(|column| match column.kind {
        Kind::One(list) if column.field == operand.field => Some(list),
        _ => None,
    });
    let rows = counts.iter().map(|(value, count)| {
        let name = list.map_or(Value::code(value), |list| Value::Name(list, Code::from(&**value)));
        let label = Value::phrase("workbook-of-which-value", [("value", name)]);
        (label, *count, formula::counted(data, figure, selection, *operand, value, *count))
    });
    rows.collect()
}

/// Gives the sums of a money figure by currency, where there is more than the report currency.
fn by_currency(data: &Data<'_>, figure: &Figure) -> Vec<(Code, Decimal)> {
    let Outcome::Money(sum) = &figure.outcome else { return Vec::new() };
    let report = &data.inputs.settings.rates.report_currency;
    if sum.by_currency.keys().all(|currency| currency == report) {
        return Vec::new();
    }
    sum.by_currency.iter().map(|(currency, sum)| (currency.clone(), *sum)).collect()
}

/// Gives the formula of one currency's part: that of the whole over the unconverted column, for that currency alone.
fn currency_formula(
    data: &Data<'_>,
    indicator: &Indicator,
    block: &Block,
    row: usize,
    currency: &Code,
    expected: Decimal,
) -> Option<Expression> {
    let Measure::Sum(selection, operand) = &indicator.measure else { return None };
    let value = data.column(selection.table, operand.field)?;
    let column = data.column(selection.table, Field::Currency)?;
    let whole = block.columns.iter().find(|column| column.id == id::VALUE)?.cells.get(row)?;
    let BookCell::Formula(whole, _) = whole else { return None };
    let of = |expression: &Expression| match expression {
        Expression::SumIfs(_, criteria) => {
            let own = Criterion { column, sign: Comparison::Equal, value: Value::code(currency) };
            Some(Expression::SumIfs(value, criteria.iter().cloned().chain([own]).collect()))
        }
        _ => None,
    };
    let expression = match &**whole {
        Expression::Add(parts) => Expression::Add(parts.iter().map(of).collect::<Option<_>>()?),
        other => of(other)?,
    };
    evaluate(data, &expression).is_some_and(|found| same(found, expected)).then_some(expression)
}

/// Gives a figure in the format of its unit.
pub(super) fn printed(data: &Data<'_>, indicator: &Indicator, number: Decimal) -> Value {
    match indicator.unit.as_str() {
        "percent" => Value::Percent(number, 1),
        "money" => Value::Money(number, data.inputs.settings.rates.report_currency.clone()),
        "money-per-unit" => Value::Number(number, 2),
        unit => {
            let decimals = data.inputs.reference.unit(unit).map_or(0, |unit| unit.decimals);
            Value::Number(number * factor(indicator), decimals)
        }
    }
}

/// Gives what a quotient is multiplied by at display.
fn factor(indicator: &Indicator) -> Decimal {
    if *indicator.unit == *"per-10000" && indicator.nature == Nature::Ratio {
        Decimal::from(10_000)
    } else {
        Decimal::ONE
    }
}

/// Gives a side of a quotient with the decimals it has.
fn plain(number: Decimal) -> Value {
    Value::Number(number, if number.is_integer() { 0 } else { 2 })
}

fn unit(data: &Data<'_>, indicator: &Indicator) -> Value {
    match indicator.unit.as_str() {
        "percent" => Value::code("%"),
        "money" => Value::code(&data.inputs.settings.rates.report_currency),
        _ => Value::UnitWord(Decimal::from(1_000), indicator.unit.clone()),
    }
}

fn refused(refusal: &Refusal) -> Value {
    match refusal {
        Refusal::MixedAccumulation => Value::key("workbook-refused-mixed"),
        Refusal::NoRate(currencies) => Value::phrase(
            "workbook-refused-rate",
            [("currencies", Value::List(currencies.iter().map(Value::code).collect()))],
        ),
        Refusal::NoTotal => Value::key("workbook-refused-total"),
        Refusal::NoParts => Value::key("workbook-refused-parts"),
        Refusal::NoDistance => Value::key("workbook-refused-distance"),
        Refusal::Incomplete => Value::key("workbook-refused-incomplete"),
        Refusal::Overlap => Value::key("workbook-refused-overlap"),
        Refusal::Masked => Value::Masked(Mask::Withheld),
    }
}

/// Gives the head of a family of cross-cutting indicators.
fn family_head(family: &str) -> Option<&'static str> {
    Some(match family {
        "X1" => "workbook-family-x1",
        "X2" => "workbook-family-x2",
        "X3" => "workbook-family-x3",
        "X4" => "workbook-family-x4",
        "X5" => "workbook-family-x5",
        "X6" => "workbook-family-x6",
        "X7" => "workbook-family-x7",
        "X8" => "workbook-family-x8",
        "X9" => "workbook-family-x9",
        "X10" => "workbook-family-x10",
        "X11" => "workbook-family-x11",
        "X12" => "workbook-family-x12",
        "X13" => "workbook-family-x13",
        "X14" => "workbook-family-x14",
        "X15" => "workbook-family-x15",
        "X16" => "workbook-family-x16",
        _ => return None,
    })
}
