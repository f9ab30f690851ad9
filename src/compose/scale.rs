//! Amounts of money: one unit a table, said in its heads.

use rust_decimal::Decimal;

use super::{Inputs, figure};
use crate::model::figures::{FigureSet, Outcome};
use crate::model::{Code, MoneySum, Value};

const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
/// From here on an amount is too long for a column of a table.
const LARGE: Decimal = Decimal::from_parts(10_000_000, 0, 0, false, 0);
/// Below this, one decimal of a million prints as zero.
const SMALL: Decimal = Decimal::from_parts(50_000, 0, 0, false, 0);

/// The unit in which one table prints amounts: whole units of a currency, or millions with one decimal.
#[derive(Debug, Clone)]
pub struct Scale {
    millions: bool,
    currency: Code,
}

impl Scale {
    /// Chooses the unit for a set of amounts.
    ///
    /// Millions are taken where the largest amount asks for them and the smallest stays above zero in them.
    pub fn of(amounts: impl IntoIterator<Item = Decimal>, currency: &Code) -> Scale {
        let amounts: Vec<Decimal> =
            amounts.into_iter().map(|amount| amount.abs()).filter(|amount| !amount.is_zero()).collect();
        let large = amounts.iter().max().is_some_and(|amount| *amount >= LARGE);
        let small = amounts.iter().min().is_some_and(|amount| *amount < SMALL);
        Scale { millions: large && !small, currency: currency.clone() }
    }

    /// Chooses the unit for some figures of several sets, in the report currency.
    pub fn of_figures<'a>(inputs: &Inputs<'_>, sets: impl IntoIterator<Item = &'a FigureSet>, codes: &[&str]) -> Scale {
        let amounts: Vec<Decimal> = sets
            .into_iter()
            .flat_map(|set| codes.iter().filter_map(|code| figure::number(set, code)).collect::<Vec<_>>())
            .collect();
        Scale::of(amounts, &inputs.settings.rates.report_currency)
    }

    /// Chooses the unit for a key figure and its comparisons, which have little room: millions from one million on.
    pub fn of_tile(inputs: &Inputs<'_>, set: &FigureSet, codes: &[&str]) -> Scale {
        let scale = Scale::of_figures(inputs, [set], codes);
        let most = codes.iter().filter_map(|code| figure::number(set, code)).max();
        Scale { millions: most.is_some_and(|amount| amount >= MILLION), ..scale }
    }

    /// Chooses the unit for lines over time, whose marks are round: millions from one million on, however small a point.
    pub fn of_lines(amounts: impl IntoIterator<Item = Decimal>, currency: &Code) -> Scale {
        let millions = amounts.into_iter().max().is_some_and(|most| most >= MILLION);
        Scale { millions, currency: currency.clone() }
    }

    /// Gives a head that names the column and the unit.
    pub fn head(&self, what: &'static str) -> Value {
        let key = if self.millions { "report-head-millions" } else { "report-head-units" };
        Value::phrase(key, [("what", Value::key(what)), ("currency", currency(&self.currency))])
    }

    /// Gives the unit alone.
    pub fn unit(&self) -> Value {
        let key = if self.millions { "report-unit-millions" } else { "report-unit-units" };
        Value::phrase(key, [("currency", currency(&self.currency))])
    }

    /// Gives an amount as a number in this unit.
    pub fn number(&self, amount: Decimal) -> Value {
        let decimals = if amount.abs() < SMALL && !amount.is_zero() { 3 } else { 1 };
        if self.millions { Value::Number(amount / MILLION, decimals) } else { Value::Number(amount, 0) }
    }

    /// Gives an amount as a number in this unit, or says that it was not reported.
    pub fn cell(&self, amount: Option<Decimal>) -> Value {
        amount.map_or(Value::Missing, |amount| self.number(amount))
    }

    /// Gives the converted amount of a figure in this unit, or why there is none.
    pub fn figure(&self, inputs: &Inputs<'_>, set: &FigureSet, code: &str) -> Value {
        match set.get(code).map(|figure| &figure.outcome) {
            Some(Outcome::Money(sum)) if sum.converted.is_none() => figure::no_rate(&sum.without_rate),
            Some(outcome @ Outcome::Refused(_)) => figure::outcome(inputs, code, outcome),
            Some(outcome) => self.cell(outcome.value()),
            None => Value::Missing,
        }
    }
}

/// Gives the part of a sum in one currency; not applicable where the sum holds others only.
pub fn in_currency(sum: Option<&MoneySum>, currency: &Code) -> Value {
    match sum.map(|sum| sum.by_currency.get(currency)) {
        Some(Some(amount)) => Value::Number(*amount, 0),
        Some(None) => Value::NotApplicable,
        None => Value::Missing,
    }
}

/// Adds converted sums; `None` where a currency has no rate or nothing is reported.
pub fn total<'a>(sums: impl IntoIterator<Item = &'a MoneySum>) -> Option<Decimal> {
    let sums: Vec<&MoneySum> = sums.into_iter().collect();
    if sums.iter().any(|sum| !sum.without_rate.is_empty()) {
        return None;
    }
    sums.iter().filter_map(|sum| sum.converted).reduce(|first, second| first + second)
}

/// Gives a converted sum; zero where nothing is to be added, `None` where a currency has no rate.
pub fn or_zero(sum: &MoneySum) -> Option<Decimal> {
    sum.without_rate.is_empty().then(|| sum.converted.unwrap_or_default())
}

/// Gives an amount with its currency, for prose: whole below a million, in millions from there.
pub fn amount(amount: Decimal, code: &Code) -> Value {
    let (key, number) = if amount.abs() >= MILLION {
        ("report-amount-millions", Value::Number(amount / MILLION, 1))
    } else {
        ("report-amount-units", Value::Number(amount, 0))
    };
    Value::phrase(key, [("number", number), ("currency", currency(code))])
}

/// Gives an amount with its currency, to the unit whatever its size: a small change to a large amount must show.
pub fn amount_in_full(amount: Decimal, code: &Code) -> Value {
    Value::phrase("report-amount-units", [("number", Value::Number(amount, 0)), ("currency", currency(code))])
}

/// Gives the short name of a currency; its code where the messages have none.
pub fn currency(code: &Code) -> Value {
    match code.as_str() {
        "MAD" => Value::key("report-currency-mad"),
        "EUR" => Value::key("report-currency-eur"),
        "USD" => Value::key("report-currency-usd"),
        _ => Value::code(code),
    }
}

/// Gives a part of a whole as a share between 0 and 1, for plots.
pub fn share(part: Decimal, whole: Decimal) -> f64 {
    use rust_decimal::prelude::ToPrimitive;
    part.checked_div(whole).and_then(|quotient| quotient.to_f64()).map_or(0.0, |quotient| quotient.clamp(0.0, 1.0))
}
