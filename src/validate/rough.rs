//! Numbers that only their sender knows: magnitudes in words, estimates, intervals, numbers with their unit.
//!
//! `MAD 1.5 M`, `env. 200`, `200-300` and `120 personnes` are never read as numbers: a finding asks, and shows what they
//! seem to mean. Text that holds any other word gives nothing, so that no note becomes a number.

use rust_decimal::Decimal;

use crate::model::Kind;
use crate::reference::fold;

use super::number::{self, Parts, Style, countable};
use super::text::plain;

/// What a text seems to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rough {
    /// The number, or the lower end of the interval.
    pub first: Decimal,
    /// The upper end of an interval.
    pub second: Option<Decimal>,
    /// The ISO code of the currency beside it.
    pub currency: Option<&'static str>,
    /// True where it is a percentage, in points.
    pub percent: bool,
}

/// Powers of ten in words, folded, and the currency that some hold. The `MDH` of Moroccan budgets is a million
/// dirhams, their `MMDH` a thousand million.
const MAGNITUDES: &[(&str, i64, Option<&str>)] = &[
    ("dizaine", 10, None),
    ("dizaines", 10, None),
    ("douzaine", 12, None),
    ("douzaines", 12, None),
    ("dozen", 12, None),
    ("centaine", 100, None),
    ("centaines", 100, None),
    ("hundred", 100, None),
    ("مئات", 100, None),
    ("k", 1_000, None),
    ("kdh", 1_000, Some("MAD")),
    ("mille", 1_000, None),
    ("millier", 1_000, None),
    ("milliers", 1_000, None),
    ("thousand", 1_000, None),
    ("الف", 1_000, None),
    ("الاف", 1_000, None),
    ("m", 1_000_000, None),
    ("mio", 1_000_000, None),
    ("mn", 1_000_000, None),
    ("mdh", 1_000_000, Some("MAD")),
    ("mdhs", 1_000_000, Some("MAD")),
    ("million", 1_000_000, None),
    ("millions", 1_000_000, None),
    ("مليون", 1_000_000, None),
    ("ملايين", 1_000_000, None),
    ("md", 1_000_000_000, None),
    ("mds", 1_000_000_000, None),
    ("mmdh", 1_000_000_000, Some("MAD")),
    ("milliard", 1_000_000_000, None),
    ("milliards", 1_000_000_000, None),
    ("bn", 1_000_000_000, None),
    ("مليار", 1_000_000_000, None),
    ("ملايير", 1_000_000_000, None),
    ("مليارات", 1_000_000_000, None),
];

/// Words of an estimate, folded.
const ESTIMATES: &[&str] = &[
    "env",
    "environ",
    "approx",
    "approximativement",
    "ca",
    "circa",
    "peu",
    "pres",
    "presque",
    "autour",
    "plus",
    "moins",
    "minimum",
    "maximum",
    "min",
    "max",
    "jusqu",
    "about",
    "around",
    "nearly",
    "almost",
    "more",
    "less",
    "over",
    "under",
    "least",
    "most",
    "up",
    "estime",
    "estimation",
    "prevu",
    "ttc",
    "ht",
    "حوالي",
    "نحو",
    "تقريبا",
    "قرابه",
    "زهاء",
    "يقارب",
    "يناهز",
    "اكثر",
    "ازيد",
    "اقل",
    "يفوق",
    "الاقل",
    "الاكثر",
];

/// Words of which nobody can tell what number they mean: two magnitudes, or a hundredth of a currency.
const REFUSED: &[&str] = &["billion", "billions", "بليون", "centime", "centimes", "سنتيم"];

/// Words that say nothing, folded.
const FILLERS: &[&str] = &[
    "de", "d", "du", "des", "en", "a", "au", "le", "la", "les", "the", "of", "than", "at", "to", "من", "ما", "على",
    "عن", "و",
];

/// What parts the ends of an interval, and the words that may stand before it.
const BETWEEN: &[&str] = &["-", " à ", " a ", " et ", " ou ", " to ", " and ", " or ", " إلى ", " الى ", " أو ", " و"];
const OPENING: &[&str] = &["entre ", "de ", "between ", "from ", "ما بين ", "بين ", "من "];

/// Tells what a text seems to mean that is not a number; `None` where nobody could tell, or where it is a number.
pub fn read(text: &str, style: Style) -> Option<Rough> {
    let text = plain(text).to_lowercase();
    let opened = OPENING.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
    if let Some(interval) = BETWEEN.iter().find_map(|sign| interval(opened.split_once(sign)?, style)) {
        return Some(interval);
    }
    let part = Part::of(&text, style)?;
    part.rough.then_some(())?;
    Some(Rough { first: part.value(None)?, second: None, currency: part.currency, percent: part.percent })
}

/// Reads two ends; the magnitude and the unit of the second hold for the first.
fn interval((low, high): (&str, &str), style: Style) -> Option<Rough> {
    let low = Part::of(low.trim(), style)?;
    let high = Part::of(high.trim_start_matches('و').trim(), style)?;
    let first = low.value(high.magnitude)?;
    let second = high.value(None)?;
    let currency = high.currency.or(low.currency);
    (first < second).then_some(Rough { first, second: Some(second), currency, percent: low.percent || high.percent })
}

/// One number and the words beside it.
struct Part {
    number: Decimal,
    magnitude: Option<Decimal>,
    currency: Option<&'static str>,
    percent: bool,
    /// True where a word makes it more, or less, than a number.
    rough: bool,
}

impl Part {
    fn of(text: &str, style: Style) -> Option<Part> {
        let Parts { before, core, after } = Parts::of(text)?;
        // Beside a magnitude, decimals are usual and thousands are not: `1.500 M` is one and a half million.
        let mut magnified = style;
        let words = words(&format!("{before} {after}"));
        if words.iter().any(|word| magnitude(word).is_some()) {
            magnified.kind = Kind::Number;
        }
        let number = number::digits(core, magnified)?.0;
        let mut part = Part { number, magnitude: None, currency: None, percent: false, rough: false };
        for word in &words {
            if let Some((power, currency)) = magnitude(word) {
                if part.magnitude.replace(power).is_some() {
                    return None;
                }
                part.currency = currency.or(part.currency);
                part.rough = true;
            } else if let Some(currency) = number::currency(word) {
                if part.currency.replace(currency).is_some_and(|known| known != currency) {
                    return None;
                }
            } else if word == "%" {
                part.percent = true;
            } else if word == "~" || ESTIMATES.contains(&word.as_str()) {
                part.rough = true;
            } else if !FILLERS.contains(&word.as_str()) {
                // A unit may follow what is counted; an amount with a word that is no currency is not understood.
                let counted = style.kind != Kind::Money && before.trim().is_empty() && word.chars().count() > 2;
                if !counted || REFUSED.contains(&word.as_str()) || !word.chars().all(char::is_alphabetic) {
                    return None;
                }
                part.rough = true;
            }
        }
        Some(part)
    }

    fn value(&self, other: Option<Decimal>) -> Option<Decimal> {
        let magnitude = self.magnitude.or(other).unwrap_or(Decimal::ONE);
        countable(self.number.checked_mul(magnitude)?.normalize())
    }
}

fn magnitude(word: &str) -> Option<(Decimal, Option<&'static str>)> {
    MAGNITUDES.iter().find(|(name, _, _)| *name == word).map(|(_, power, currency)| (Decimal::from(*power), *currency))
}

/// Parts the text beside a number into folded words; signs become words of their own.
fn words(text: &str) -> Vec<String> {
    let text = text.replace("د.م", " mad ");
    let mut spaced = String::new();
    let mut signs: Vec<String> = Vec::new();
    for letter in text.chars() {
        match letter {
            '€' | '$' | '£' | '%' => {
                signs.push(letter.to_string());
                spaced.push(' ');
            }
            '~' | '≈' | '±' | '<' | '>' | '≤' | '≥' | '+' | '?' | '؟' | '*' => {
                signs.push("~".to_owned());
                spaced.push(' ');
            }
            letter => spaced.push(letter),
        }
    }
    let folded = fold(&spaced);
    signs.extend(folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned));
    signs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[track_caller]
    fn check(text: &str, kind: Kind, expected: Option<&str>) {
        let style = Style { decimal: None, kind, lang: Lang::Fr };
        assert_eq!(number::parse(text, style), None, "{text:?} is a number");
        let said = read(text, style).map(|rough| {
            let second = rough.second.map_or(String::new(), |second| format!("..{second}"));
            let percent = if rough.percent { " %" } else { "" };
            let currency = rough.currency.map_or(String::new(), |currency| format!(" {currency}"));
            format!("{}{second}{percent}{currency}", rough.first)
        });
        assert_eq!(said.as_deref(), expected, "{text:?}");
    }

    #[test]
    fn magnitudes_in_words() {
        for (text, expected) in [
            ("MAD 1.5 M", "1500000 MAD"),
            ("1,5 million de dirhams", "1500000 MAD"),
            ("1,5 M€", "1500000 EUR"),
            ("15 k€", "15000 EUR"),
            ("15kDH", "15000 MAD"),
            ("3 مليون درهم", "3000000 MAD"),
            ("٣ ملايين درهم", "3000000 MAD"),
            ("2 Mds", "2000000000"),
            ("12,5 MDH", "12500000 MAD"),
            ("1.500 M", "1500000"),
            ("env. 1,2 M€", "1200000 EUR"),
        ] {
            check(text, Kind::Money, Some(expected));
        }
    }

    #[test]
    fn estimates_intervals_and_units() {
        for (text, expected) in [
            ("env. 200", "200"),
            ("~200", "200"),
            ("≈ 1 200", "1200"),
            ("200 ?", "200"),
            ("100+", "100"),
            ("plus de 100", "100"),
            ("أكثر من 100", "100"),
            ("ما يناهز 300", "300"),
            ("200-300", "200..300"),
            ("200 – 300", "200..300"),
            ("entre 200 et 300", "200..300"),
            ("200 à 300", "200..300"),
            ("ما بين 200 و300", "200..300"),
            ("من 200 إلى 300", "200..300"),
            ("10-15 %", "10..15 %"),
            ("120 personnes", "120"),
            ("2 dizaines", "20"),
            ("45 مستفيدا", "45"),
        ] {
            check(text, Kind::Count, Some(expected));
        }
        check("1 à 2 M€", Kind::Money, Some("1000000..2000000 EUR"));
        check("200 - 300 DH", Kind::Money, Some("200..300 MAD"));
        check("15 000 € HT", Kind::Money, Some("15000 EUR"));
    }

    #[test]
    fn what_nobody_could_tell() {
        for text in [
            "beaucoup",
            "une centaine",
            "voir annexe 3",
            "500 CHF",
            "2 millions de centimes",
            "300-200",
            "A-1",
            "12/15",
        ] {
            check(text, Kind::Money, None);
        }
        for text in ["2 + 3", "page 12", "lot n° 5", "2 billions"] {
            check(text, Kind::Count, None);
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_stops_the_asking(text in "\\PC{0,24}|[-0-9.,~<>+kKmM€% à]{0,16}") {
            for kind in [Kind::Money, Kind::Count, Kind::Number] {
                let _ = read(&text, Style { decimal: None, kind, lang: Lang::Fr });
            }
        }
    }
}
