//! Numbers as people write them, in three languages and two scripts.
//!
//! A text with one separator before exactly three digits has two readings: `1,234` is a thousand in English and a
//! little over one in French. It is read as follows, and a warning shows the reading:
//!
//! 1. the decimal sign that a mapping profile declares;
//! 2. a count or an amount: thousands, since neither has three decimals;
//! 3. any other number: a point is the decimal sign; a comma is, in French and Arabic, and groups thousands in English.
//!
//! Magnitudes in letters (`1,5 M`, `15 k`) and approximations (`env. 200`, `200-300`) are refused: only the sender
//! knows the number.

use rust_decimal::Decimal;

use crate::model::Lang;
use crate::reference::fold;

use super::text::trim;

/// How a text with two readings is read.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The decimal sign that a profile declares.
    pub decimal: Option<char>,
    /// True for counts and amounts, which never have three decimals.
    pub grouped: bool,
    /// The language of the sheet.
    pub lang: Lang,
}

/// A number read from a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The number; a percentage is its fraction.
    pub number: Decimal,
    /// The ISO code of the currency that stands beside it.
    pub currency: Option<&'static str>,
    /// True where a percent sign stood beside it.
    pub percent: bool,
    /// True where the text had two readings.
    pub guessed: bool,
}

/// How people write currencies, folded where letters.
const CURRENCIES: &[(&str, &[&str])] = &[
    ("EUR", &["€", "eur", "euro", "euros", "يورو", "اورو"]),
    ("MAD", &["mad", "dh", "dhs", "dirham", "dirhams", "درهم", "دراهم", "درهما"]),
    ("USD", &["$", "us$", "usd"]),
    ("GBP", &["£", "gbp"]),
    ("XOF", &["xof", "fcfa", "cfa", "f cfa"]),
];

/// Gives the ISO code of a currency sign or word.
pub fn currency(text: &str) -> Option<&'static str> {
    let text = trim(text).trim_end_matches('.');
    let folded = fold(text);
    let written = |sign: &&&str| **sign == text || (!folded.is_empty() && fold(sign) == folded);
    CURRENCIES.iter().find(|(_, signs)| signs.iter().any(|sign| written(&sign))).map(|(code, _)| *code)
}

/// Turns a number of a file into a decimal by its first 15 significant digits, which is what a spreadsheet shows.
/// Numbers that a decimal can't hold give `None`.
pub fn from_file(number: f64) -> Option<Decimal> {
    if !number.is_finite() {
        return None;
    }
    Decimal::from_scientific(&format!("{number:.14e}")).ok().map(|number| number.normalize())
}

/// The largest number of a return. No amount or count of a council comes near it, and it leaves room for the sums and
/// products of a million rows in the 28 digits of a decimal.
const LARGEST: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);
/// The smallest number that is not zero, so that no quotient leaves those digits either.
const SMALLEST: Decimal = Decimal::from_parts(1, 0, 0, false, 9);

/// Gives a number back if it lies within what can be counted with; a typing error of twenty zeros does not.
pub fn countable(number: Decimal) -> Option<Decimal> {
    let size = number.abs();
    (size.is_zero() || (SMALLEST..=LARGEST).contains(&size)).then_some(number)
}

/// Reads a number from a text; `None` where it can't be read with certainty enough.
pub fn parse(text: &str, style: Style) -> Option<Reading> {
    let (core, beside) = apart(trim(text))?;
    let percent = beside == "%";
    let currency = if beside.is_empty() || percent { None } else { Some(currency(&beside)?) };
    let (negative, core) = signed(trim(&core))?;
    let (digits, guessed) = plain(core, style)?;
    let mut number = countable(Decimal::from_str_exact(&digits).ok()?)?;
    if percent {
        number = number.checked_mul(Decimal::new(1, 2))?;
    }
    if negative {
        number = -number;
    }
    Some(Reading { number: number.normalize(), currency, percent, guessed })
}

/// Parts digits and separators from what stands before or after them. Letters on both sides are refused.
fn apart(text: &str) -> Option<(String, String)> {
    let (mut core, mut before, mut after) = (String::new(), String::new(), String::new());
    for letter in text.chars() {
        let letter = match letter {
            '٠'..='٩' => char::from(b'0' + (letter as u32 - '٠' as u32) as u8),
            '۰'..='۹' => char::from(b'0' + (letter as u32 - '۰' as u32) as u8),
            '٪' => '%',
            '−' | '–' => '-',
            '\u{200E}' | '\u{200F}' => continue,
            other => other,
        };
        let part_of_number = letter.is_ascii_digit()
            || matches!(letter, ',' | '.' | '٫' | '٬' | '-' | '+' | '(' | ')' | '\'' | '’')
            || letter.is_whitespace();
        let started = core.chars().any(|letter| letter.is_ascii_digit());
        match (part_of_number, started) {
            // A full stop or space after a word belongs to the word: `Dhs. 500`.
            (true, false) if !before.is_empty() && matches!(letter, '.' | ' ') => before.push(letter),
            (true, _) if after.is_empty() => core.push(letter),
            (true, _) if letter.is_whitespace() || letter == '.' => after.push(letter),
            (true, _) => return None,
            (false, false) => before.push(letter),
            (false, true) => after.push(letter),
        }
    }
    let (before, after) = (trim(&before), trim(&after));
    if !before.is_empty() && !after.is_empty() {
        return None;
    }
    Some((core, format!("{before}{after}")))
}

/// Takes the sign off: a minus on either side, or accountants' parentheses.
fn signed(core: &str) -> Option<(bool, &str)> {
    if let Some(inside) = core.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return Some((true, trim(inside)));
    }
    if let Some(rest) = core.strip_prefix('-').or_else(|| core.strip_suffix('-')) {
        return Some((true, trim(rest)));
    }
    Some((false, trim(core.strip_prefix('+').unwrap_or(core))))
}

/// Gives the digits with a point as the decimal sign, and whether there were two readings.
fn plain(core: &str, style: Style) -> Option<(String, bool)> {
    let spaced = |letter: char| letter.is_whitespace() || matches!(letter, '\'' | '’' | '٬');
    let (points, commas) = (core.matches('.').count(), core.matches([',', '٫']).count());
    let last = core.rfind(['.', ',', '٫']);
    let groups_by_space = core.contains(spaced);
    let sure_decimal = core.contains('٫');
    let (decimal_at, guessed) = match (last, points + commas) {
        (None, _) => (None, false),
        (Some(at), 1) => {
            let sign = core[at..].chars().next()?;
            let tail = core[at..].chars().skip(1).count();
            let head = &core[..at];
            let two_readings = tail == 3 && !groups_by_space && (1..=3).contains(&head.len()) && !head.starts_with('0');
            match style.decimal {
                _ if sure_decimal || !two_readings => (Some(at), false),
                Some(declared) => ((sign == declared).then_some(at), false),
                None if style.grouped => (None, true),
                None => ((sign == '.' || style.lang != Lang::En).then_some(at), true),
            }
        }
        (Some(at), _) if points > 0 && commas > 0 => (Some(at), false),
        (Some(_), _) => (None, false),
    };
    let (whole, fraction) = match decimal_at {
        Some(at) => (&core[..at], core[at..].chars().skip(1).collect::<String>()),
        None => (core, String::new()),
    };
    if !fraction.chars().all(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let groups: Vec<&str> = whole.split(|letter| spaced(letter) || matches!(letter, '.' | ',')).collect();
    let well_grouped =
        groups.iter().skip(1).all(|group| group.len() == 3) && (groups.len() == 1 || groups[0].len() <= 3);
    let digits = groups.concat();
    if !well_grouped
        || !digits.chars().all(|letter| letter.is_ascii_digit())
        || (digits.is_empty() && fraction.is_empty())
    {
        return None;
    }
    let digits = if digits.is_empty() { "0" } else { &digits };
    Some((if fraction.is_empty() { digits.to_owned() } else { format!("{digits}.{fraction}") }, guessed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, grouped: bool, lang: Lang, expected: Option<&str>) {
        let reading = parse(text, Style { decimal: None, grouped, lang });
        assert_eq!(reading.map(|reading| reading.number.to_string()).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn amounts_as_people_write_them() {
        for text in [
            "1 234,56",
            "1.234,56",
            "1,234.56",
            "1\u{A0}234,56",
            "1\u{202F}234,56",
            "١٬٢٣٤٫٥٦",
            "1'234.56",
            "1 234,56 €",
        ] {
            check(text, true, Lang::Fr, Some("1234.56"));
        }
        check("26 112 €", true, Lang::Fr, Some("26112"));
        check("MAD 1 500", true, Lang::En, Some("1500"));
        check("1500 Dhs.", true, Lang::Fr, Some("1500"));
        check("١٥٠٠ درهم", true, Lang::Ar, Some("1500"));
        check("1.234.567", true, Lang::Fr, Some("1234567"));
        check("(1 500)", true, Lang::Fr, Some("-1500"));
        check("-12,5", false, Lang::Fr, Some("-12.5"));
        check("0,125", true, Lang::Fr, Some("0.125"));
        check("685819.59392", true, Lang::Fr, Some("685819.59392"));
    }

    #[test]
    fn two_readings_follow_the_rule() {
        check("1,234", true, Lang::Fr, Some("1234"));
        check("1.234", true, Lang::En, Some("1234"));
        check("1,234", false, Lang::Fr, Some("1.234"));
        check("1,234", false, Lang::En, Some("1234"));
        check("1.234", false, Lang::Fr, Some("1.234"));
    }

    #[test]
    fn percentages_are_fractions() {
        check("52,4 %", false, Lang::Fr, Some("0.524"));
        check("٥٢٫٤٪", false, Lang::Ar, Some("0.524"));
    }

    #[test]
    fn what_only_the_sender_knows_is_refused() {
        for text in ["MAD 1.5 M", "1,5 M€", "15 kDH", "env. 200", "200-300", "12 34", "1,23,4", "abc", "", "."] {
            check(text, true, Lang::Fr, None);
        }
    }

    #[test]
    fn a_file_number_keeps_fifteen_digits() {
        assert_eq!(from_file(0.1 + 0.2).unwrap().to_string(), "0.3");
        assert_eq!(from_file(1234567.89).unwrap().to_string(), "1234567.89");
        assert_eq!(from_file(1e40), None);
    }
}
