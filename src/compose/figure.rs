//! Figures as printable values.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Inputs, scale};
use crate::model::figures::{FigureSet, Outcome, Refusal};
use crate::model::report::Source;
use crate::model::{Code, List, Mask, Value};

/// The flows of money that are told over time, and the words of their rows and columns.
pub const MONEY: [(&str, &str); 5] = [
    ("X3-budget", "report-head-budget"),
    ("X3-committed", "report-head-committed"),
    ("X3-disbursed", "report-head-spent"),
    ("X16-requested", "report-head-requested"),
    ("X16-signed", "report-head-signed"),
];

/// Gives a figure as one number: of a ratio its quotient, of money the converted sum.
pub fn number(set: &FigureSet, code: &str) -> Option<Decimal> {
    set.get(code).and_then(|figure| figure.value())
}

/// Gives a count as a whole number; a figure that is none counts as zero in lengths and plurals, never in print.
pub fn count(set: &FigureSet, code: &str) -> u64 {
    number(set, code).and_then(|number| number.to_u64()).unwrap_or(0)
}

/// Gives the two sides of a ratio.
pub fn sides(set: &FigureSet, code: &str) -> Option<(Decimal, Decimal)> {
    match set.get(code).map(|figure| &figure.outcome) {
        Some(Outcome::Ratio(numerator, denominator)) => Some((*numerator, *denominator)),
        _ => None,
    }
}

/// Gives both ends of a count of people.
pub fn interval(set: &FigureSet, code: &str) -> Option<(Decimal, Decimal)> {
    match set.get(code).map(|figure| &figure.outcome) {
        Some(Outcome::Interval(low, high)) => Some((*low, *high)),
        Some(Outcome::Number(number)) => Some((*number, *number)),
        _ => None,
    }
}

/// Says whether the public edition masks a figure.
pub fn is_masked(set: &FigureSet, code: &str) -> bool {
    set.get(code).is_some_and(|figure| matches!(figure.outcome, Outcome::Masked(_)))
}

/// Gives a figure as printed: in its unit, "not reported", or why it is refused.
pub fn value(inputs: &Inputs<'_>, set: &FigureSet, code: &str) -> Value {
    set.get(code).map_or(Value::Missing, |figure| outcome(inputs, code, &figure.outcome))
}

/// The most values that a spread prints one by one; beyond, its median stands for it.
const SPREAD: usize = 6;

/// Gives an outcome as printed.
pub fn outcome(inputs: &Inputs<'_>, code: &str, outcome: &Outcome) -> Value {
    match outcome {
        Outcome::NotReported => Value::Missing,
        Outcome::Masked(mask) => Value::Masked(*mask),
        Outcome::Refused(why) => refusal(inputs, code, why),
        Outcome::Interval(low, high) => Value::Interval(*low, *high),
        Outcome::Money(sum) => match sum.converted {
            Some(converted) => scale::amount(converted, &inputs.settings.rates.report_currency),
            None => no_rate(&sum.without_rate),
        },
        // A spread of days holds nearly as many values as rows.
        Outcome::Spread(counts, Some(median)) if counts.len() > SPREAD => {
            Value::phrase("report-median", [("median", Value::code(median))])
        }
        Outcome::Spread(counts, _) => Value::List(
            counts
                .iter()
                .filter(|(_, rows)| *rows > 0)
                .map(|(name, rows)| {
                    Value::phrase("report-counted", [("name", Value::code(name)), ("count", Value::count(*rows))])
                })
                .collect(),
        ),
        Outcome::Number(_) | Outcome::Ratio(..) => {
            outcome.value().map_or(Value::Missing, |number| in_unit(inputs, code, number))
        }
    }
}

/// Gives a number in the unit of an indicator.
pub fn in_unit(inputs: &Inputs<'_>, code: &str, number: Decimal) -> Value {
    let Some(indicator) = inputs.reference.indicator(code) else { return Value::Number(number.normalize(), 0) };
    let decimals = inputs.reference.unit(&indicator.unit).map_or(0, |unit| unit.decimals);
    match indicator.unit.as_str() {
        "percent" => Value::Percent(number, decimals),
        "per-10000" => Value::Number(number * Decimal::from(10_000), decimals),
        "money" | "money-per-unit" => scale::amount(number, &inputs.settings.rates.report_currency),
        _ => Value::Number(number, decimals),
    }
}

/// Gives a value short enough for a narrow place: a refusal or a gap as two letters, a small group as `<5`; the method
/// annex explains them.
pub fn brief(value: Value) -> Value {
    match value {
        Value::Missing => Value::key("report-missing-short"),
        Value::Masked(Mask::Few(limit)) => Value::phrase("masked-few-short", [("limit", Value::count(limit))]),
        Value::Phrase(phrase) if phrase.key.starts_with("refusal-") => Value::key("report-refused-short"),
        value => value,
    }
}

/// Says why a figure is refused.
pub fn refusal(inputs: &Inputs<'_>, code: &str, why: &Refusal) -> Value {
    match why {
        Refusal::MixedAccumulation => Value::key("refusal-mixed-accumulation"),
        Refusal::NoRate(currencies) => no_rate(currencies),
        Refusal::NoTotal => match inputs.reference.indicator(code) {
            Some(indicator) if &*indicator.level == "context" => Value::key("refusal-context"),
            _ => Value::key("refusal-no-total"),
        },
        Refusal::NoParts => Value::key("refusal-no-parts"),
        Refusal::NoDistance => Value::key("refusal-no-distance"),
        Refusal::Incomplete => Value::key("refusal-incomplete"),
        Refusal::Overlap => Value::key("refusal-overlap"),
        Refusal::Masked => Value::Masked(Mask::Withheld),
    }
}

/// Says that currencies have no rate.
pub fn no_rate(currencies: &[Code]) -> Value {
    let currencies = currencies.iter().map(scale::currency).collect();
    Value::phrase("refusal-no-rate", [("currencies", Value::List(currencies))])
}

/// Gives the name of an indicator.
pub fn name(code: &str) -> Value {
    Value::Name(List::Indicators, code.into())
}

/// Gives the source line of figures that come from the returns.
pub fn source(codes: &[&str]) -> Source {
    Source {
        codes: codes.iter().map(|code| Code::from(*code)).collect(),
        words: Some(Value::key("report-source-returns")),
    }
}

/// Gives the source line of figures that come from one other register.
pub fn source_of(codes: &[&str], words: &'static str) -> Source {
    Source { words: Some(Value::key(words)), ..source(codes) }
}
