//! Amounts of money: a decimal and its currency, never a float.

use std::collections::BTreeMap;
use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Code;

/// An ISO 4217 currency code of the list of currencies.
pub type Currency = Code;

/// An amount in one currency.
///
/// ```
/// use bilan::model::{Code, Money};
/// use rust_decimal::Decimal;
/// let amount = Money { amount: Decimal::new(123_456, 2), currency: Code::from("EUR") };
/// assert_eq!(amount.to_string(), "1234.56 EUR");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Money {
    /// The amount, in units of the currency.
    pub amount: Decimal,
    /// The currency.
    pub currency: Currency,
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.currency)
    }
}

/// Sums of money: one a currency, and one in the report currency.
///
/// A row whose currency has no rate refuses the converted sum and leaves the sums by currency alone.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MoneySum {
    /// The sum of each currency, unconverted.
    pub by_currency: BTreeMap<Currency, Decimal>,
    /// The sum in the report currency, converted row by row; `None` where a rate is missing.
    pub converted: Option<Decimal>,
    /// The currencies for which no rate was found.
    pub without_rate: Vec<Currency>,
}

/// One exchange rate, as the campaign declares it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rate {
    /// The currency that one unit is of.
    pub from: Currency,
    /// The currency that the rate counts.
    pub to: Currency,
    /// The days for which the rate holds.
    pub period: super::Period,
    /// How many units of `to` one unit of `from` is worth.
    pub rate: Decimal,
    /// Who published the rate.
    pub source: Box<str>,
}

/// The rates of a campaign and the currency that reports convert to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Rates {
    /// The report currency.
    pub report_currency: Currency,
    /// The rates, in the order of the campaign file.
    pub rates: Vec<Rate>,
}

impl Rates {
    /// Gives the rates for people to read: where one goes on unchanged, from the same source, as one.
    pub fn told(&self) -> Vec<Rate> {
        let mut told: Vec<Rate> = Vec::new();
        for rate in &self.rates {
            let goes_on = |last: &&mut Rate| {
                (&last.from, &last.to, last.rate, &last.source) == (&rate.from, &rate.to, rate.rate, &rate.source)
                    && last.period.to.tomorrow().is_ok_and(|day| day == rate.period.from)
            };
            match told.iter_mut().rev().find(goes_on) {
                Some(last) => last.period.to = rate.period.to,
                None => told.push(rate.clone()),
            }
        }
        told
    }

    /// Converts an amount to the report currency at the rate that holds on a day.
    ///
    /// A rate declared in the other direction is used as its inverse. Gives `None` where no rate holds on that day.
    pub fn convert(&self, money: &Money, day: jiff::civil::Date) -> Option<Decimal> {
        if money.currency == self.report_currency {
            return Some(money.amount);
        }
        let (rate, inverse) = self.find(&money.currency, day)?;
        if inverse { money.amount.checked_div(rate.rate) } else { money.amount.checked_mul(rate.rate) }
    }

    /// Converts an amount to any currency at the rates that hold on a day, through the report currency where it must.
    /// Gives `None` where a rate is missing.
    pub fn exchange(&self, money: &Money, to: &Currency, day: jiff::civil::Date) -> Option<Decimal> {
        if money.currency == *to {
            return Some(money.amount);
        }
        let amount = self.convert(money, day)?;
        if *to == self.report_currency {
            return Some(amount);
        }
        let (rate, inverse) = self.find(to, day)?;
        if inverse { amount.checked_mul(rate.rate) } else { amount.checked_div(rate.rate) }
    }

    /// Finds the rate between a currency and the report currency on a day; true where it is declared the other way.
    pub fn find(&self, currency: &Currency, day: jiff::civil::Date) -> Option<(&Rate, bool)> {
        self.rates.iter().filter(|rate| rate.period.contains(day)).find_map(|rate| {
            if rate.from == *currency && rate.to == self.report_currency {
                Some((rate, false))
            } else if rate.to == *currency && rate.from == self.report_currency {
                Some((rate, true))
            } else {
                None
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// Checks what people read of rates, each a currency, a year, a rate and a source, as their years.
    #[track_caller]
    fn check(rates: &[(&str, i16, i64, &str)], told: &[(&str, i16, i16)]) {
        let rate = |(from, year, rate, source): &(&str, i16, i64, &str)| Rate {
            from: (*from).into(),
            to: "EUR".into(),
            period: super::super::Period { from: date(*year, 1, 1), to: date(*year, 12, 31) },
            rate: (*rate).into(),
            source: (*source).into(),
        };
        let rates = Rates { report_currency: "EUR".into(), rates: rates.iter().map(rate).collect() };
        let years: Vec<(String, i16, i16)> = rates
            .told()
            .iter()
            .map(|rate| (rate.from.to_string(), rate.period.from.year(), rate.period.to.year()))
            .collect();
        let years: Vec<(&str, i16, i16)> = years.iter().map(|(from, first, last)| (&**from, *first, *last)).collect();
        assert_eq!(years, told);
    }

    #[test]
    fn a_rate_that_goes_on_is_told_once() {
        check(&[("MAD", 2024, 11, "a"), ("MAD", 2025, 11, "a")], &[("MAD", 2024, 2025)]);
        let mixed = [("MAD", 2024, 11, "a"), ("USD", 2024, 1, "a"), ("MAD", 2025, 11, "a")];
        check(&mixed, &[("MAD", 2024, 2025), ("USD", 2024, 2024)]);
        check(&[("MAD", 2024, 11, "a"), ("MAD", 2025, 12, "a")], &[("MAD", 2024, 2024), ("MAD", 2025, 2025)]);
        check(&[("MAD", 2024, 11, "a"), ("MAD", 2025, 11, "b")], &[("MAD", 2024, 2024), ("MAD", 2025, 2025)]);
        check(&[("MAD", 2024, 11, "a"), ("MAD", 2026, 11, "a")], &[("MAD", 2024, 2024), ("MAD", 2026, 2026)]);
    }
}
