//! Numbers as people write them, in three languages and two scripts.
//!
//! A number is digits with at most one decimal sign and one kind of group mark (space, point, comma, apostrophe, `٬`),
//! each group after the first of three digits. Beside it stands nothing, a percent sign or a currency, on one side; a
//! minus stands on either side, or accountants' parentheses around. `500,-` is 500. Quotes around and invisible marks
//! anywhere are passed over.
//!
//! A text with one separator before exactly three digits has two readings: `1,234` is a thousand in English and a
//! little over one in French. It is read as follows, and a warning shows the reading:
//!
//! 1. the decimal sign that a mapping profile declares;
//! 2. a count or an amount: thousands, since neither has three decimals: `262.800 EUR` is 262 800;
//! 3. any other number: a point is the decimal sign; a comma is, in French and Arabic, and groups thousands in English.
//!
//! `5.2E-1` is read, since nothing of it is lost; `2,43E+13` is not: a spreadsheet shortened it, and its digits are
//! gone. Magnitudes in letters and approximations are no numbers either: [`super::rough`] says what they seem to mean.

use rust_decimal::Decimal;

use crate::model::{Kind, Lang};
use crate::reference::fold;

use super::text::{plain, trim};

/// How a text with two readings is read.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The decimal sign that a profile declares.
    pub decimal: Option<char>,
    /// The kind of the column: counts and amounts never have three decimals.
    pub kind: Kind,
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
    (
        "MAD",
        &["mad", "dh", "dhs", "dirham", "dirhams", "dirham marocain", "درهم", "دراهم", "درهما", "د.م", "درهم مغربي"],
    ),
    ("USD", &["$", "us$", "usd"]),
    ("GBP", &["£", "gbp"]),
    ("XOF", &["xof", "fcfa", "cfa", "f cfa"]),
];

/// How people write percent, folded where letters.
const PERCENT: &[&str] =
    &["%", "pct", "pourcent", "pour cent", "percent", "per cent", "بالمئة", "في المئة", "بالمائة", "في المائة"];

/// Gives the ISO code of a currency sign or word.
pub fn currency(text: &str) -> Option<&'static str> {
    const SIGNS: [char; 3] = ['€', '$', '£'];
    let text = trim(text).trim_end_matches('.').to_lowercase();
    // Folding drops signs, so only words are folded: `€ MAD` is two currencies.
    let folded = if text.contains(SIGNS) { String::new() } else { fold(&text) };
    let written =
        |sign: &&&str| **sign == text || (!folded.is_empty() && !sign.contains(SIGNS) && fold(sign) == folded);
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
    let text = plain(text);
    if let Some((number, lost)) = scientific(&text) {
        let number = countable(number).filter(|_| !lost)?;
        return Some(Reading { number: number.normalize(), currency: None, percent: false, guessed: false });
    }
    let Parts { before, core, after } = Parts::of(&text)?;
    let (negative, beside) = beside(before, after)?;
    let percent = percent(&beside);
    let currency = if beside.is_empty() || percent { None } else { Some(currency(&beside)?) };
    let (mut number, guessed) = digits(core, style)?;
    if percent {
        number = number.checked_mul(Decimal::new(1, 2))?;
    }
    if negative {
        number = -number;
    }
    Some(Reading { number: countable(number)?.normalize(), currency, percent, guessed })
}

/// Says whether a text is an amount left blank: a currency or percent sign alone, or beside dashes.
pub fn blank(text: &str) -> bool {
    let text = plain(text);
    let sign = text.trim_matches(['-', ' ']);
    text.len() > sign.len() && (currency(sign).is_some() || percent(sign))
}

/// Says whether a text is a number as spreadsheets shorten it, such as `2,43E+13`, with digits lost.
pub fn shortened(text: &str) -> bool {
    scientific(&plain(text)).is_some_and(|(_, lost)| lost)
}

fn percent(text: &str) -> bool {
    text == "%" || (!text.is_empty() && !fold(text).is_empty() && PERCENT.iter().any(|sign| fold(sign) == fold(text)))
}

/// A text cut around its digits.
pub(super) struct Parts<'a> {
    /// What stands before the first digit.
    pub before: &'a str,
    /// From the first digit, or the decimal sign before it, to the last.
    pub core: &'a str,
    /// What stands after the last digit.
    pub after: &'a str,
}

impl<'a> Parts<'a> {
    /// Cuts a [plain](plain) text; `None` where it has no digit.
    pub fn of(text: &'a str) -> Option<Self> {
        let mut first = text.find(|letter: char| letter.is_ascii_digit())?;
        let last = text.rfind(|letter: char| letter.is_ascii_digit())? + 1;
        // `.5` begins with its decimal sign; the point of `Dhs.5` belongs to the word.
        let mut letters = text[..first].chars().rev();
        if let (Some(sign @ ('.' | ',' | '٫')), None | Some(' ' | '-' | '+' | '(')) = (letters.next(), letters.next())
        {
            first -= sign.len_utf8();
        }
        Some(Parts { before: &text[..first], core: &text[first..last], after: &text[last..] })
    }
}

/// Tells the sign, and what stands beside a number but signs. `None` where both sides have words.
fn beside(before: &str, after: &str) -> Option<(bool, String)> {
    let (mut before, mut after) = (before.trim(), after.trim());
    let mut negative = false;
    if let (Some(left), Some(right)) = (before.strip_suffix('('), after.strip_prefix(')')) {
        (before, after, negative) = (left.trim(), right.trim(), true);
    } else if let (Some(left), Some(right)) = (before.strip_prefix('('), after.strip_suffix(')')) {
        (before, after, negative) = (left.trim(), right.trim(), true);
    }
    // The dash of `500,-` stands for no cents.
    let cents = [",--", ".--", ",-", ".-"].iter().find_map(|end| after.strip_prefix(end));
    after = cents.unwrap_or(after).trim();
    for side in [&mut before, &mut after] {
        if let Some(rest) = side.strip_prefix('-').or_else(|| side.strip_suffix('-')) {
            if negative {
                return None;
            }
            (*side, negative) = (rest.trim(), true);
        }
    }
    before = before.strip_prefix('+').or_else(|| before.strip_suffix('+')).unwrap_or(before).trim();
    if !before.is_empty() && !after.is_empty() {
        return None;
    }
    let beside = format!("{before}{after}");
    Some((negative, beside.trim_matches(['.', ' ']).to_owned()))
}

/// Reads digits and separators; gives the number, and whether there were two readings.
pub(super) fn digits(core: &str, style: Style) -> Option<(Decimal, bool)> {
    let marks: Vec<(usize, char)> = core.char_indices().filter(|(_, letter)| !letter.is_ascii_digit()).collect();
    if marks.iter().any(|(_, mark)| !matches!(mark, '.' | ',' | '٫' | '٬' | ' ' | '\'')) {
        return None;
    }
    let (decimal, guessed) = match marks[..] {
        [.., (at, '٫')] => (Some(at), false),
        [(at, mark @ ('.' | ','))] => {
            let two_readings = core.len() - at == 4 && (1..=3).contains(&at) && !core.starts_with('0');
            let grouped = style.kind != Kind::Number;
            match style.decimal {
                _ if !two_readings => (Some(at), false),
                Some(declared) => ((mark == declared).then_some(at), false),
                None if grouped => (None, true),
                None => ((mark == '.' || style.lang != Lang::En).then_some(at), true),
            }
        }
        [.., (_, before), (at, mark @ ('.' | ','))] if before != mark => (Some(at), false),
        _ => (None, false),
    };
    let (whole, fraction) = match decimal {
        Some(at) => (&core[..at], core[at..].trim_start_matches(|letter: char| !letter.is_ascii_digit())),
        None => (core, ""),
    };
    let mut groups = whole.split(|letter: char| !letter.is_ascii_digit());
    let first = groups.next().unwrap_or("");
    let mut grouped = 0;
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        grouped += 1;
    }
    let one_kind = marks[..grouped].windows(2).all(|pair| pair[0].1 == pair[1].1);
    if !one_kind
        || marks[..grouped].iter().any(|(_, mark)| *mark == '٫')
        || (grouped > 0 && !(1..=3).contains(&first.len()))
    {
        return None;
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let whole = if whole.is_empty() { "0" } else { &whole };
    let digits = if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") };
    Some((Decimal::from_str_exact(&digits).ok()?, guessed))
}

/// Reads a power of ten, and tells whether its digits are fewer than its size, so that some may be lost.
fn scientific(text: &str) -> Option<(Decimal, bool)> {
    let (mantissa, power) = text.split_once(['E', 'e'])?;
    let mantissa = mantissa.replace(',', ".");
    let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let power: i32 = power.parse().ok().filter(|power: &i32| power.abs() < 1000)?;
    let number = mantissa.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    if !number || !mantissa.ends_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let lost = power > decimals as i32;
    let size = Decimal::from_scientific(&format!("{mantissa}e{power}"));
    Some((if lost { size.unwrap_or_default() } else { size.ok()? }, lost))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, kind: Kind, lang: Lang, expected: Option<&str>) {
        let reading = parse(text, Style { decimal: None, kind, lang });
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
            "1\u{2009}234,56",
            "1'234.56",
            "1’234,56",
            "١٬٢٣٤٫٥٦",
            "۱٬۲۳۴٫۵۶",
            "1 234,56 €",
            "€1,234.56",
            "\u{200F}1 234,56\u{200E} د.م.",
            "\u{2068}1234,56\u{2069} DH",
            "1234,\u{AD}56",
            "'1234,56",
            "\"1234,56\"",
            "+1 234,56",
        ] {
            check(text, Kind::Money, Lang::Fr, Some("1234.56"));
        }
        check("26 112 €", Kind::Money, Lang::Fr, Some("26112"));
        check("MAD 1 500", Kind::Money, Lang::En, Some("1500"));
        check("1500 Dhs.", Kind::Money, Lang::Fr, Some("1500"));
        check("١٥٠٠ درهم", Kind::Money, Lang::Ar, Some("1500"));
        check("262.800 EUR", Kind::Money, Lang::Fr, Some("262800"));
        check("2.254,62", Kind::Money, Lang::Fr, Some("2254.62"));
        check("2,254.62", Kind::Money, Lang::Fr, Some("2254.62"));
        check("12.345.678,9 DH", Kind::Money, Lang::Fr, Some("12345678.9"));
        check("EUR 1.234", Kind::Money, Lang::Fr, Some("1234"));
        check("1 234.567", Kind::Money, Lang::Fr, Some("1234.567"));
        check("500,-", Kind::Money, Lang::Fr, Some("500"));
        check("0,-", Kind::Money, Lang::Fr, Some("0"));
        check("500.-- €", Kind::Money, Lang::Fr, Some("500"));
        check("'49", Kind::Money, Lang::Fr, Some("49"));
        check(".5", Kind::Number, Lang::En, Some("0.5"));
        check("Dhs.500", Kind::Money, Lang::En, Some("500"));
        check("−1 500", Kind::Money, Lang::Fr, Some("-1500"));
        check("1 500-", Kind::Money, Lang::Fr, Some("-1500"));
        check("(1 500 €)", Kind::Money, Lang::Fr, Some("-1500"));
        check("€ -500", Kind::Money, Lang::Fr, Some("-500"));
        check("1.234.567", Kind::Money, Lang::Fr, Some("1234567"));
        check("(1 500)", Kind::Money, Lang::Fr, Some("-1500"));
        check("-12,5", Kind::Number, Lang::Fr, Some("-12.5"));
        check("0,125", Kind::Money, Lang::Fr, Some("0.125"));
        check("685819.59392", Kind::Money, Lang::Fr, Some("685819.59392"));
    }

    #[test]
    fn two_readings_follow_the_rule() {
        check("1,234", Kind::Money, Lang::Fr, Some("1234"));
        check("1.234", Kind::Money, Lang::En, Some("1234"));
        check("1,234", Kind::Number, Lang::Fr, Some("1.234"));
        check("1,234", Kind::Number, Lang::En, Some("1234"));
        check("1.234", Kind::Number, Lang::Fr, Some("1.234"));
    }

    #[test]
    fn percentages_are_fractions() {
        check("52,4 %", Kind::Number, Lang::Fr, Some("0.524"));
        check("5.2E-1", Kind::Number, Lang::Fr, Some("0.52"));
        check("52 pour cent", Kind::Number, Lang::Fr, Some("0.52"));
        check("٥٢ في المائة", Kind::Number, Lang::Ar, Some("0.52"));
        check("٥٢٫٤٪", Kind::Number, Lang::Ar, Some("0.524"));
    }

    #[test]
    fn what_only_the_sender_knows_is_refused() {
        for text in ["MAD 1.5 M", "1,5 M€", "15 kDH", "env. 200", "200-300", "12 34", "1,23,4", "abc", "", ".", "€"]
        {
            check(text, Kind::Money, Lang::Fr, None);
        }
        for text in ["1.234,567.8", "1,234 567", "(500", "-500-", "1 500 € MAD", "12 345,", "1e400", "12 personnes"] {
            check(text, Kind::Money, Lang::Fr, None);
        }
    }

    #[test]
    fn a_number_whose_digits_are_lost_is_refused() {
        for text in ["2,43E+13", "2.43E+13", "1E+06", "-1,5e12"] {
            assert!(shortened(text), "{text:?}");
            check(text, Kind::Money, Lang::Fr, None);
        }
        for text in ["5.2E-1", "1.234E+2", "2E5-12", "E+13", "CE2"] {
            assert!(!shortened(text), "{text:?}");
        }
    }

    #[test]
    fn a_currency_beside_a_dash_is_no_number() {
        for text in ["- €", "-   DH", "MAD -", "— €"] {
            assert!(blank(text), "{text:?}");
        }
        for text in ["€", "-", "", "- 5 €"] {
            assert!(!blank(text), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn an_amount_is_read_back_however_it_is_written(
            cents in 0_i64..100_000_000_000,
            group in proptest::sample::select(vec!["", " ", "\u{A0}", "\u{202F}", ".", "'", "٬"]),
            arabic: bool,
            sign in proptest::sample::select(vec!["", " €", "€", " DH", " د.م."]),
        ) {
            let number = Decimal::new(cents, 2);
            let whole = number.trunc().to_string();
            let mut text = String::new();
            for (at, letter) in whole.chars().enumerate() {
                if at > 0 && (whole.len() - at).is_multiple_of(3) {
                    text.push_str(group);
                }
                text.push(letter);
            }
            text.push_str(&format!(",{:02}{sign}", cents % 100));
            if arabic {
                text = text.chars().map(|letter| letter.to_digit(10).map_or(letter, |digit| ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩'][digit as usize])).collect();
            }
            let read = parse(&text, Style { decimal: None, kind: Kind::Money, lang: Lang::Fr });
            proptest::prop_assert_eq!(read.map(|read| read.number), Some(number.normalize()), "{}", text);
        }

        #[test]
        fn no_text_stops_the_reading(text in "\\PC{0,24}|[-0-9.,eE+ ()'%€٫٬kM]{0,16}") {
            for kind in [Kind::Money, Kind::Number] {
                if let Some(read) = parse(&text, Style { decimal: None, kind, lang: Lang::Fr }) {
                    proptest::prop_assert_eq!(countable(read.number), Some(read.number));
                }
            }
        }
    }

    #[test]
    fn a_file_number_keeps_fifteen_digits() {
        assert_eq!(from_file(0.1 + 0.2).unwrap().to_string(), "0.3");
        assert_eq!(from_file(1234567.89).unwrap().to_string(), "1234567.89");
        assert_eq!(from_file(1e40), None);
    }
}
