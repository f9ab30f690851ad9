//! The trace of a figure as printable values: what it means, how it was made, and every cell behind it.

pub mod book;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

pub use rows::{LeftRow, TraceRow, found, left_out, places, rows};

use super::{Inputs, cover, figure, scale, wording};
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

/// Lays out the trace of a figure.
pub fn account(inputs: &Inputs<'_>, indicator: &Indicator, trace: &Trace) -> Account {
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
    let rates = rates(inputs, trace);
    if !rates.is_empty() {
        facts.push((Value::key("trace-rates"), rates));
    }
    let sides = Role::ALL.into_iter().filter_map(|side| {
        let lines = trace.of(side).count();
        (lines > 0).then(|| (role(side), lines, rows(inputs, trace, side).collect()))
    });
    Account {
        code: indicator.code.clone(),
        name: Value::from(&indicator.names),
        facts,
        sides: sides.collect(),
        left_out: left_out(inputs, trace),
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

/// Amounts of one side, one currency and one rate.
type Conversion = (Role, Code, Option<(usize, bool)>);

/// Gives the rates used with their source, and what each converted; amounts in the report currency stand alone.
pub(super) fn rates(inputs: &Inputs<'_>, trace: &Trace) -> Vec<Value> {
    let mut sums: BTreeMap<Conversion, (Decimal, Decimal)> = BTreeMap::new();
    for line in &trace.lines {
        if let Some(currency) = &line.currency {
            let sum = sums.entry((line.role, currency.clone(), line.rate)).or_default();
            *sum = (sum.0.saturating_add(line.amount), sum.1.saturating_add(line.value));
        }
    }
    let rates = &inputs.settings.rates;
    let sides: BTreeSet<Role> = sums.keys().map(|key| key.0).collect();
    sums.into_iter()
        .map(|((side, currency, rate), (amount, converted))| {
            let own = ("amount", exact(amount.round_dp(2)));
            let currency = ("currency", scale::currency(&currency));
            let said = match rate.and_then(|(at, _)| rates.rates.get(at)) {
                Some(rate) => {
                    let args = [
                        own,
                        currency,
                        ("converted", exact(converted.round_dp(2))),
                        ("report", scale::currency(&rates.report_currency)),
                        ("rate", cover::rate_alone(rate)),
                        ("period", Value::Period(rate.period)),
                        ("source", Value::from(&*rate.source)),
                    ];
                    Value::phrase("trace-rate", args)
                }
                None => Value::phrase("trace-amount", [own, currency]),
            };
            if sides.len() < 2 {
                return said;
            }
            Value::phrase("trace-side", [("side", role(side)), ("said", said)])
        })
        .collect()
}
