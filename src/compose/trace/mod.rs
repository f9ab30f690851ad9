//! The trace of a figure as printable values: what it means, how it was made, and every cell behind it.

pub mod book;
mod rows;
mod sides;

use rust_decimal::Decimal;

pub use rows::{LeftRow, TraceRow, found, places, rows};
pub use sides::{Side, Sides};

use super::{Inputs, figure, scale, wording};
use crate::model::trace::{Role, Trace};
use crate::model::{Code, List, Outcome, Scope, Value};
use crate::reference::Indicator;

/// Everything about one figure that a person is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// The code.
    pub code: Code,
    /// Its name.
    pub name: Value,
    /// Facts: label and values, one a line.
    pub facts: Vec<(Value, Vec<Value>)>,
    /// For each side of the figure that has rows: its name, how many rows it has, and their cells.
    pub sides: Vec<(Value, usize, Vec<TraceRow>)>,
    /// The rows that give nothing, by reason.
    pub left_out: Vec<LeftRow>,
}

/// Lays out the trace of a figure, whose lines were all kept.
pub fn account(inputs: &Inputs<'_>, indicator: &Indicator, trace: &Trace, sides: &Sides) -> Account {
    let line = |key, value| (Value::key(key), vec![value]);
    let figure = &trace.figure;
    let mut facts = vec![
        line("trace-definition", Value::from(&indicator.definitions)),
        line("trace-measure", wording::measure(&indicator.measure)),
        line("trace-formula", Value::code(&indicator.formula)),
        line("trace-scope", scope(&trace.scope)),
        line("trace-period", Value::Period(inputs.settings.period)),
        line("trace-result", result(inputs, indicator, &figure.outcome)),
    ];
    if figure.provisional {
        facts.push(line("trace-provisional", Value::key("trace-provisional-why")));
    }
    let reported = [("reported", Value::count(figure.reported)), ("asked", Value::count(figure.asked))];
    facts.push(line("trace-reported", Value::phrase("trace-of", reported)));
    if let Some(found) = &trace.result {
        let stated =
            [("trace-baseline", found.baseline), ("trace-target", found.target), ("trace-actual", found.actual)];
        facts.extend(stated.map(|(key, number)| line(key, number.map_or(Value::Missing, exact))));
        facts.push(line(
            "trace-attainment",
            match &found.attainment {
                Ok(share) => Value::Percent(*share, 1),
                Err(refusal) => figure::refusal(inputs, &found.code, refusal),
            },
        ));
    }
    let rates = sides.rates(inputs);
    if !rates.is_empty() {
        facts.push((Value::key("trace-rates"), rates));
    }
    let left_out = sides.left.iter().map(|(reason, left)| LeftRow {
        reason: Value::key(reason.key()),
        count: left.count(),
        places: places(inputs, left.places.iter().copied()),
    });
    let sides =
        sides.sides.iter().map(|side| (role(side.role), side.lines, rows(inputs, indicator, &side.listed).collect()));
    Account {
        code: indicator.code.clone(),
        name: Value::from(&indicator.names),
        facts,
        sides: sides.collect(),
        left_out: left_out.collect(),
    }
}

/// Names a side of a figure.
pub(super) fn role(role: Role) -> Value {
    Value::key(match role {
        Role::Value => "trace-role-value",
        Role::Numerator => "trace-role-numerator",
        Role::Denominator => "trace-role-denominator",
        Role::Baseline => "trace-role-baseline",
        Role::Target => "trace-role-target",
        Role::Actual => "trace-role-actual",
    })
}

fn scope(scope: &Scope) -> Value {
    match scope {
        Scope::All => Value::key("trace-scope-all"),
        Scope::Territory(code) => Value::Name(List::Territories, code.clone()),
        Scope::Theme(code) => Value::Name(List::Themes, code.clone()),
        Scope::Pair(one, other) => {
            Value::List([one, other].map(|code| Value::Name(List::Territories, code.clone())).into())
        }
        Scope::Country(code) => Value::Name(List::Values("country"), code.clone()),
        Scope::Activity(id) => Value::code(id),
        Scope::Status(code) => Value::Name(List::Statuses, code.clone()),
        Scope::Funder(code) => Value::Name(List::Funders, code.clone()),
    }
}

/// Gives a number with the decimals that it has, up to six.
pub(super) fn exact(number: Decimal) -> Value {
    let number = number.normalize();
    Value::Number(number, number.scale().min(6) as u8)
}

/// Gives an outcome unrounded, with both sides of a quotient.
fn result(inputs: &Inputs<'_>, indicator: &Indicator, outcome: &Outcome) -> Value {
    let currency = &inputs.settings.rates.report_currency;
    match outcome {
        Outcome::Number(number) if *indicator.unit != *"percent" => {
            let unit = Value::UnitWord(*number, indicator.unit.clone());
            Value::phrase("trace-number", [("number", exact(*number)), ("unit", unit)])
        }
        Outcome::Money(sum) => match sum.converted {
            Some(converted) => {
                let amount = exact(converted.round_dp(2));
                Value::phrase("trace-number", [("number", amount), ("unit", scale::currency(currency))])
            }
            None => figure::no_rate(&sum.without_rate),
        },
        Outcome::Ratio(above, below) => {
            let value = figure::outcome(inputs, &indicator.code, outcome);
            let side = |number: &Decimal| exact(if number.abs() < Decimal::ONE { *number } else { number.round_dp(2) });
            Value::phrase("trace-ratio", [("above", side(above)), ("below", side(below)), ("value", value)])
        }
        Outcome::Spread(counts, _) => {
            let filled = counts.iter().filter(|(_, rows)| *rows > 0);
            let said = filled.map(|(name, rows)| {
                Value::phrase("report-counted", [("name", Value::code(name)), ("count", Value::count(*rows))])
            });
            Value::List(said.collect())
        }
        _ => figure::outcome(inputs, &indicator.code, outcome),
    }
}
