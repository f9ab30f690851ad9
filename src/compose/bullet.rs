//! Baseline, actual and target of indicators: charts and tables.

use rust_decimal::Decimal;

use super::{Inputs, figure, grid, scale};
use crate::model::figures::{self, Outcome, Refusal};
use crate::model::report::{Block, Bullet, Chart, GridCell, Plot, Source, Weight};
use crate::model::{Code, Mask, Value};
use crate::reference::Direction;

/// Rows of one chart; more go into a further one.
const ROWS: usize = 8;
/// A value that passes its target by more than this part is cut at the edge.
const HEADROOM: Decimal = Decimal::from_parts(125, 0, 0, false, 2);
/// From here on a number is too long for the end of a row.
const LONG: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Makes the charts of some results, eight indicators each.
pub fn charts(inputs: &Inputs<'_>, results: &[&figures::Result]) -> Vec<Block> {
    results.chunks(ROWS).map(|results| Block::Chart(Box::new(chart(inputs, results)))).collect()
}

/// Says how many results reached their target, of those that have one to be compared with.
fn title(results: &[&figures::Result]) -> Value {
    match reached(results) {
        (_, 0) => Value::key("chart-results-none"),
        (reached, compared) => {
            Value::phrase("chart-results", [("reached", Value::count(reached)), ("compared", Value::count(compared))])
        }
    }
}

/// Makes one chart of the first few results; its title speaks of all.
pub fn first(inputs: &Inputs<'_>, results: &[&figures::Result], count: usize) -> Option<Chart> {
    let shown = &results[..results.len().min(count)];
    (!shown.is_empty()).then(|| Chart { title: title(results), ..chart(inputs, shown) })
}

fn chart(inputs: &Inputs<'_>, results: &[&figures::Result]) -> Chart {
    let bullets: Vec<Bullet> = results.iter().map(|result| bullet(inputs, result)).collect();
    let codes = results.iter().map(|result| result.code.clone()).collect();
    Chart {
        title: title(results),
        source: Source { codes, words: Some(Value::key("report-source-readings")) },
        alt: Value::List(bullets.iter().map(said).collect()),
        plot: Plot::Bullets(bullets),
    }
}

/// Says a row for those who can't see it: all three numbers, or the one that there is.
fn said(bullet: &Bullet) -> Value {
    let none = Value::key("report-missing-short");
    let say = |value: &Value| if *value == none { Value::Missing } else { value.clone() };
    let [baseline, actual, target] = bullet.values.each_ref().map(say);
    let name = ("name", bullet.name.clone());
    if target == Value::Empty {
        return Value::phrase("report-counted", [name, ("count", actual)]);
    }
    Value::phrase("chart-results-alt", [name, ("baseline", baseline), ("actual", actual), ("target", target)])
}

/// Counts the results that reached their target, and those that can be compared with one.
pub fn reached(results: &[&figures::Result]) -> (u64, u64) {
    let attainments = results.iter().filter_map(|result| result.attainment.as_ref().ok());
    let reached = attainments.clone().filter(|attainment| **attainment >= Decimal::ONE).count();
    (reached as u64, attainments.count() as u64)
}

fn bullet(inputs: &Inputs<'_>, result: &figures::Result) -> Bullet {
    let numbers = [result.baseline, actual(result), result.target];
    let [baseline, _, target] = numbers;
    let [least, value, most] = numbers.map(|number| number.unwrap_or_default().max(Decimal::ZERO));
    let goal = least.max(most);
    let full = if goal.is_zero() { value } else { goal.max(value.min(goal * HEADROOM)) } * HEADROOM;
    let none = || Value::key("report-missing-short");
    let mut printed = values(inputs, result).map(|value| value.map_or_else(none, figure::brief));
    // A bar with nothing to be held against would only be as long as its own scale.
    let alone = baseline.is_none() && target.is_none();
    let missing = match (&result.figure.outcome, numbers[1]) {
        (_, Some(_)) if alone && own(result).is_some() => {
            (printed[0], printed[2]) = (Value::Empty, Value::Empty);
            Value::key("results-no-common-target")
        }
        (_, Some(_)) if alone => Value::key("results-no-target"),
        (_, Some(_)) => Value::Empty,
        (Outcome::Refused(why), None) => figure::refusal(inputs, &result.code, why),
        (_, None) if masked(result)[1].is_some() => Value::key("results-masked"),
        (_, None) => Value::key("report-value-missing"),
    };
    Bullet {
        name: figure::name(&result.code),
        unit: unit_line(inputs, &result.code),
        shares: numbers.map(|number| number.filter(|_| !alone).map(|number| scale::share(number, full))),
        values: printed,
        missing,
    }
}

/// Says what baseline and target belong to, where the indicator as a whole has none.
fn own(result: &figures::Result) -> Option<Value> {
    match result.attainment.as_ref().err()? {
        Refusal::NoTotal => Some(Value::key("report-by-territory")),
        Refusal::NoParts | Refusal::Overlap | Refusal::MixedAccumulation => Some(Value::key("report-by-series")),
        _ => None,
    }
}

/// Gives the actual value over the series that can be compared, else the figure over all rows.
fn actual(result: &figures::Result) -> Option<Decimal> {
    result.actual.or_else(|| result.figure.value())
}

fn values(inputs: &Inputs<'_>, result: &figures::Result) -> [Option<Value>; 3] {
    let [baseline, actual_mask, target] = masked(result);
    [(result.baseline, baseline), (actual(result), actual_mask), (result.target, target)]
        .map(|(number, mask)| number.map(|number| short(inputs, &result.code, number)).or(mask.map(Value::Masked)))
}

/// Gives what baseline, actual and target are masked with, where the public edition masks them.
fn masked(result: &figures::Result) -> [Option<Mask>; 3] {
    let [baseline, target, actual] = result.masked;
    let figure = match result.figure.outcome {
        Outcome::Masked(mask) => Some(mask),
        _ => None,
    };
    [baseline, actual.or(figure), target]
}

/// Gives a number short enough for the end of a row: seven characters.
fn short(inputs: &Inputs<'_>, code: &Code, number: Decimal) -> Value {
    match figure::in_unit(inputs, code, number) {
        Value::Number(number, _) if number.abs() >= LONG => {
            Value::phrase("report-short-millions", [("number", Value::Number(number / LONG, 1))])
        }
        Value::Phrase(_) if number.abs() >= LONG => {
            Value::phrase("report-short-millions", [("number", Value::Number(number / LONG, 1))])
        }
        Value::Phrase(_) => Value::Number(number, 0),
        value => value,
    }
}

/// Gives an indicator's code and unit, and says where its target is to go down.
fn unit_line(inputs: &Inputs<'_>, code: &Code) -> Value {
    let down = inputs.reference.indicator(code).is_some_and(|indicator| indicator.direction == Direction::Down);
    let key = if down { "report-code-unit-down" } else { "report-code-unit" };
    Value::phrase(key, [("code", Value::code(code)), ("unit", unit(inputs, code))])
}

/// Gives the unit of an indicator in words, in the plural.
pub fn unit(inputs: &Inputs<'_>, code: &str) -> Value {
    let Some(indicator) = inputs.reference.indicator(code) else { return Value::Empty };
    match indicator.unit.as_str() {
        "money" | "money-per-unit" => scale::currency(&inputs.settings.rates.report_currency),
        _ => Value::UnitWord(Decimal::from(5), indicator.unit.clone()),
    }
}

/// Makes the table of results: baseline, target and actual of the comparable series, attainment, and the figure.
///
/// With `anchored`, the codes elsewhere in the document lead to its rows, where no annex defines them.
pub fn table(inputs: &Inputs<'_>, title: Value, results: &[&figures::Result], anchored: bool) -> Option<Block> {
    let columns = vec![
        grid::words("report-head-code", 13.0),
        grid::words("report-head-indicator", 0.0),
        grid::numbers(Value::key("report-head-baseline"), 20.0),
        grid::numbers(Value::key("report-head-target"), 20.0),
        grid::numbers(Value::key("report-head-actual"), 20.0),
        grid::numbers(Value::key("report-head-attainment"), 25.0),
        grid::numbers(Value::key("report-head-series"), 15.0),
    ];
    let rows = results.iter().map(|result| row(inputs, result, anchored)).collect();
    let notes = vec![Value::key("note-attainment"), Value::key("note-series")];
    grid::table(title, columns, rows, None, notes)
}

fn row(inputs: &Inputs<'_>, result: &figures::Result, anchored: bool) -> Vec<GridCell> {
    let print = |number: Option<Decimal>, mask: Option<Mask>| -> GridCell {
        match (number, mask) {
            (Some(number), _) => figure::in_unit(inputs, &result.code, number).into(),
            (None, Some(mask)) => Value::Masked(mask).into(),
            (None, None) => own(result).unwrap_or(Value::Missing).into(),
        }
    };
    let [baseline, actual_mask, target] = masked(result);
    let actual = match (actual(result), &result.figure.outcome) {
        (None, Outcome::Refused(Refusal::NoTotal)) => print(None, actual_mask),
        (None, Outcome::Refused(why)) => figure::brief(figure::refusal(inputs, &result.code, why)).into(),
        (actual, _) => print(actual, actual_mask),
    };
    let attainment = match &result.attainment {
        Ok(attainment) if *attainment < Decimal::ONE => grid::ochre(Value::Percent(*attainment, 0)),
        Ok(attainment) => grid::strong(Value::Percent(*attainment, 0)),
        Err(why) => figure::refusal(inputs, &result.code, why).into(),
    };
    let series = [("complete", Value::count(result.complete)), ("series", Value::count(result.series))];
    let weight = if anchored { Weight::Anchor } else { Weight::Plain };
    vec![
        GridCell { value: Value::code(&result.code), weight },
        figure::name(&result.code).into(),
        print(result.baseline, baseline),
        print(result.target, target),
        actual,
        attainment,
        Value::phrase("report-of", series).into(),
    ]
}
