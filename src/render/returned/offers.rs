//! Suggestions ready to accept: what may stand in a wrong cell instead.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::locale::Locale;
use crate::model::{Finding, FindingCode, List, RawValue, Value};
use crate::reference::Reference;

/// How many suggestions a cell has at most.
const MOST: usize = 8;

/// One suggestion for a cell, as it would be typed.
#[derive(Debug, Clone, PartialEq)]
pub enum Offer {
    /// Words, in place of the whole cell.
    Text(String),
    /// A number.
    Number(f64),
    /// A share, as a fraction.
    Percent(f64),
    /// A day.
    Date(Date),
}

impl Offer {
    /// Says the suggestion.
    pub fn say(&self, locale: &Locale<'_>) -> String {
        let decimal = |number: f64| Decimal::from_f64_retain(number).unwrap_or_default().round_dp(9).normalize();
        match self {
            Offer::Text(text) => text.clone(),
            Offer::Number(number) => {
                let number = decimal(*number);
                locale.say(&Value::Number(number, number.scale().min(9) as u8))
            }
            Offer::Percent(number) => {
                let number = decimal(*number);
                locale.say(&Value::Percent(number, number.scale().saturating_sub(2).min(9) as u8))
            }
            Offer::Date(day) => locale.say(&Value::Date(*day)),
        }
    }
}

/// Gives the suggestions for a cell, from all that was found there. `raw` is what stands in the cell.
///
/// Where a cell names several things, a suggestion is the whole cell with each wrong part put right, so that one choice
/// is enough.
pub fn offers(findings: &[&Finding], raw: Option<&RawValue>, reference: &Reference, locale: &Locale<'_>) -> Vec<Offer> {
    let text = match raw {
        Some(RawValue::Text(text)) => text.as_str(),
        _ => "",
    };
    let mut parts: Vec<(&str, Vec<String>)> = Vec::new();
    let mut offers = Vec::new();
    for finding in findings {
        let arg = |name: &str| finding.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        if let Some(words) = arg("suggestion").map(|value| words(value, reference, locale))
            && !words.is_empty()
        {
            let found = match arg("found") {
                Some(Value::Text(found) | Value::Code(found)) => found,
                _ => "",
            };
            parts.push((found, words));
        }
        let read = match finding.code {
            FindingCode::DateAmbiguous => [arg("first"), arg("second")],
            // A sign of currency beside a number says more than the number.
            FindingCode::NumberAsText if text.contains(is_money) => [None, None],
            _ => [arg("read"), None],
        };
        offers.extend(read.into_iter().flatten().filter_map(value));
    }
    let most = parts.iter().map(|(_, words)| words.len()).max().unwrap_or(0);
    for at in 0..most {
        let mut whole = text.to_owned();
        for (found, words) in &parts {
            let word = &words[at.min(words.len() - 1)];
            whole = put(&whole, found, word);
        }
        offers.push(Offer::Text(whole));
    }
    let mut known = Vec::new();
    for offer in offers {
        if !known.contains(&offer) {
            known.push(offer);
        }
    }
    known.truncate(MOST);
    known
}

/// Puts a word in place of what was found in a text. A long text is repeated only in part by its finding, and then
/// stands for itself.
fn put(text: &str, found: &str, word: &str) -> String {
    if !found.is_empty() && text.trim() != found && text.contains(found) {
        text.replacen(found, word, 1)
    } else {
        word.to_owned()
    }
}

/// Says whether a letter or sign can belong to a currency.
fn is_money(letter: char) -> bool {
    letter.is_alphabetic() || matches!(letter, '€' | '$' | '£')
}

/// Gives the words of a suggestion that are read as it means them.
fn words(value: &Value, reference: &Reference, locale: &Locale<'_>) -> Vec<String> {
    match value {
        Value::List(values) => values.iter().flat_map(|value| words(value, reference, locale)).collect(),
        Value::Name(list, code) => vec![entry(*list, code, reference, locale)],
        Value::Column(..) | Value::SheetName(_) => vec![locale.say(value)],
        Value::Text(text) | Value::Code(text) => vec![text.to_string()],
        _ => Vec::new(),
    }
}

/// Names an entry of a list in the sender's language; by its code where its name has another meaning.
fn entry(list: List, code: &str, reference: &Reference, locale: &Locale<'_>) -> String {
    let name = reference.name(list, code, locale.lang);
    let known = reference.exact(list, name).is_some_and(|found| found == *code);
    if known { name.to_owned() } else { code.to_owned() }
}

/// Gives a number or day that was read.
fn value(value: &Value) -> Option<Offer> {
    match value {
        Value::Number(number, _) => number.to_f64().map(Offer::Number),
        Value::Percent(number, _) => number.to_f64().map(Offer::Percent),
        Value::Date(day) => Some(Offer::Date(*day)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Lang, Origin, Place, SheetId};

    fn at(code: FindingCode) -> Finding {
        Finding::new(code, Place::Cell(Origin::cell(SheetId(0), 4, 2)))
    }

    #[track_caller]
    fn check(findings: &[Finding], text: &str, expected: &[&str]) {
        let reference = Reference::built_in().unwrap();
        let locale = Locale::plain(Lang::Fr, &reference);
        let raw = RawValue::Text(text.to_owned());
        let findings: Vec<&Finding> = findings.iter().collect();
        let said: Vec<String> =
            offers(&findings, Some(&raw), &reference, &locale).iter().map(|offer| offer.say(&locale)).collect();
        assert_eq!(said, expected);
    }

    fn near(found: &str, codes: &[&str]) -> Finding {
        let names = codes.iter().map(|code| Value::Name(List::TerritoriesMa, (*code).into())).collect();
        at(FindingCode::NearMiss).with("found", found).with("suggestion", Value::List(names))
    }

    #[test]
    fn a_suggestion_puts_every_wrong_part_right() {
        check(&[near("Tiznitt", &["MA-TIZ"])], "Tiznitt", &["Tiznit"]);
        check(&[near("Tiznitt", &["MA-TIZ"])], "Tata ; Tiznitt", &["Tata ; Tiznit"]);
        let both = [near("Tiznitt", &["MA-TIZ"]), near("Tazza", &["MA-TAZ", "MA-TAT"])];
        check(&both, "Tiznitt;Tazza", &["Tiznit;Taza", "Tiznit;Tata"]);
    }

    #[test]
    fn two_readings_are_two_suggestions() {
        let [first, second] = [4, 3].map(|month| Value::Date(jiff::civil::date(2026, month, 7 - month)));
        let doubt = at(FindingCode::DateAmbiguous).with("found", "03/04/2026").with("first", first);
        check(&[doubt.with("second", second)], "03/04/2026", &["3 avril 2026", "4 mars 2026"]);
    }

    #[test]
    fn a_number_is_suggested_unless_it_would_lose_its_currency() {
        let read = |text: &str| at(FindingCode::NumberAsText).with("found", text).with("read", Value::count(26_112));
        check(&[read("26 112")], "26 112", &["26\u{202F}112"]);
        check(&[read("26 112 €")], "26 112 €", &[]);
    }
}
