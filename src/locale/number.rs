//! Digits: groups, decimals and signs as each language prints them.

use fixed_decimal::{Decimal as FixedDecimal, SignDisplay};
use icu_decimal::DecimalFormatter;
use icu_locale_core::locale;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::Lang;

/// Formats numbers of one language.
///
/// Arabic takes the French digits, groups and comma, as Moroccan administrations print them.
pub struct Numbers {
    formatter: DecimalFormatter,
}

impl Numbers {
    /// Makes the formatter of a language.
    pub fn new(lang: Lang) -> Self {
        let locale = match lang {
            Lang::Fr | Lang::Ar => locale!("fr"),
            Lang::En => locale!("en"),
        };
        #[expect(clippy::expect_used, reason = "the data of both locales is compiled in")]
        let formatter = DecimalFormatter::try_new(locale.into(), Default::default()).expect("built-in locale data");
        Numbers { formatter }
    }

    /// Formats a number with this many decimals, rounded half away from zero: the one rounding of a figure.
    pub fn decimal(&self, number: Decimal, decimals: u8) -> String {
        self.format(number, decimals, SignDisplay::Negative)
    }

    /// Formats a number with its sign always shown, but for zero.
    pub fn signed(&self, number: Decimal, decimals: u8) -> String {
        self.format(number, decimals, SignDisplay::ExceptZero)
    }

    fn format(&self, number: Decimal, decimals: u8, sign: SignDisplay) -> String {
        let rounded = round(number, decimals);
        // Padded here: the precision of a format string panics on the largest numbers.
        let mut fixed = rounded.to_string().parse::<FixedDecimal>().unwrap_or_default();
        fixed.absolute.pad_end(-i16::from(decimals));
        fixed.apply_sign_display(sign);
        self.formatter.format(&fixed).to_string().replace('-', "\u{2212}")
    }
}

/// Rounds half away from zero, as readers redo it by hand.
pub fn round(number: Decimal, decimals: u8) -> Decimal {
    let rounded = number.round_dp_with_strategy(u32::from(decimals), RoundingStrategy::MidpointAwayFromZero);
    if rounded.is_zero() { Decimal::ZERO } else { rounded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lang: Lang, number: &str, decimals: u8, expected: &str) {
        assert_eq!(Numbers::new(lang).decimal(number.parse().unwrap(), decimals), expected);
    }

    #[test]
    fn numbers_are_printed_as_their_readers_write_them() {
        check(Lang::Fr, "-1234567.895", 2, "\u{2212}1\u{202F}234\u{202F}567,90");
        check(Lang::Ar, "1234567.5", 0, "1\u{202F}234\u{202F}568");
        check(Lang::En, "1234567.89", 1, "1,234,567.9");
        check(Lang::En, "-0.04", 1, "0.0");
        check(Lang::Fr, "999", 0, "999");
        check(Lang::En, "5", 2, "5.00");
        check(Lang::En, "79228162514264337593543950335", 4, "79,228,162,514,264,337,593,543,950,335.0000");
    }
}
