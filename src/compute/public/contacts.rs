//! E-mail addresses and telephone numbers in a text.
//!
//! A telephone number is told by its form: `+` or `00` with the code of a country, or ten digits that begin with 0 and
//! stand in groups as people write them. Amounts, dates, codes and populations do not begin with 0, or stand in other
//! groups. Nine digits without the 0 are a number only behind a word such as `tél`, or where a private column holds them.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::reference::{fold, western};

/// The groups of digits in which national numbers are written.
const GROUPS: &[&[usize]] = &[
    &[10],
    &[2, 2, 2, 2, 2],
    &[4, 2, 2, 2],
    &[4, 3, 3],
    &[4, 6],
    &[3, 3, 4],
    &[3, 3, 2, 2],
    &[3, 2, 2, 3],
    &[3, 7],
    &[2, 8],
    &[2, 4, 4],
    &[1, 3, 2, 2, 2],
    &[1, 3, 3, 3],
    &[1, 9],
    &[1, 1, 2, 2, 2, 2],
];
/// The words before a number that say that it is one to call, folded.
const WORDS: &[&str] =
    &["tel", "telephone", "phone", "gsm", "mobile", "portable", "fax", "whatsapp", "tlf", "هاتف", "الهاتف", "نقال"];
/// The codes of countries whose numbers have a known length: the code, and the digits that follow without 0.
const COUNTRIES: &[(&str, usize)] = &[("212", 9), ("33", 9)];
/// The digits by which a number of a private column is known again.
const TAIL: usize = 8;

/// Gives the places of e-mail addresses.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let local = |letter: char| letter.is_alphanumeric() || "._%+-'".contains(letter);
    let domain = |letter: char| letter.is_alphanumeric() || ".-".contains(letter);
    let found = text.match_indices(['@', '＠']).filter_map(|(at, sign)| {
        let start = text[..at].char_indices().rev().take_while(|(_, letter)| local(*letter)).last()?.0;
        let after = at + sign.len();
        let end = text[after..].char_indices().take_while(|(_, letter)| domain(*letter)).last();
        let host =
            text[after..after + end.map_or(0, |(at, letter)| at + letter.len_utf8())].trim_end_matches(['.', '-']);
        let (name, ending) = host.rsplit_once('.')?;
        (!name.is_empty() && ending.chars().count() > 1 && ending.chars().all(char::is_alphabetic))
            .then_some(start..after + host.len())
    });
    found.collect()
}

/// A group of digits, and what stands between it and the one before.
struct Group {
    place: Range<usize>,
    digits: String,
    /// True where the group follows the one before in a way that digits of one number do.
    follows: bool,
}

/// Gives the places of telephone numbers. `known` holds the last digits of those in private columns.
pub(super) fn numbers(text: &str, known: &BTreeSet<String>) -> Vec<Range<usize>> {
    let groups = groups(text);
    let (mut found, mut at): (Vec<Range<usize>>, usize) = (Vec::new(), 0);
    while at < groups.len() {
        let run = (at + 1..groups.len()).find(|&next| !groups[next].follows).unwrap_or(groups.len());
        match number(text, &groups[at..run], known) {
            Some((start, taken)) => {
                found.push(start..groups[at + taken - 1].place.end);
                at += taken;
            }
            None => at += 1,
        }
    }
    found
}

/// Gives the last digits of each number in the cell of a private column.
pub(super) fn tails(text: &str) -> Vec<String> {
    let (groups, mut found, mut at) = (groups(text), Vec::new(), 0);
    while at < groups.len() {
        let run = (at + 1..groups.len()).find(|&next| !groups[next].follows).unwrap_or(groups.len());
        found.extend(tail(&groups[at..run].iter().map(|group| group.digits.as_str()).collect::<String>()));
        at = run;
    }
    found
}

fn tail(digits: &str) -> Option<String> {
    digits.len().checked_sub(TAIL).map(|from| digits[from..].to_owned())
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, letter) in text.char_indices() {
        let letter_end = at + letter.len_utf8();
        let digit = western(letter);
        if !digit.is_ascii_digit() {
            continue;
        }
        match groups.last_mut().filter(|group| group.place.end == at) {
            Some(group) => {
                group.digits.push(digit);
                group.place.end = letter_end;
            }
            None => {
                let between = groups.last().map(|group| &text[group.place.end..at]);
                let follows = between.is_some_and(|between| {
                    between.chars().count() <= 3
                        && between.chars().all(|sign| sign.is_whitespace() || ".-–‑/()\u{2011}".contains(sign))
                });
                groups.push(Group { place: at..letter_end, digits: digit.to_string(), follows });
            }
        }
    }
    groups
}

/// Reads a number at the first of some groups: where it begins, and how many groups it takes.
fn number(text: &str, run: &[Group], known: &BTreeSet<String>) -> Option<(usize, usize)> {
    let first = run.first()?;
    let before = &text[..first.place.start];
    // Digits at the end of a word or of a number with a decimal sign are part of a code or of an amount.
    if before.chars().next_back().is_some_and(|letter| letter.is_alphanumeric() || ",_".contains(letter)) {
        return None;
    }
    let stands = |taken: usize| {
        let after = text[run[taken - 1].place.end..].chars().next();
        !after.is_some_and(|letter| letter.is_alphabetic() || letter == '_')
    };
    let digits = |taken: usize| run[..taken].iter().map(|group| group.digits.as_str()).collect::<String>();
    let plus = before.trim_end_matches(['(', ' ', '\u{A0}', '\u{202F}']);
    let plus = plus.strip_suffix(['+', '＋']).map(str::len);
    let lengths = (1..=run.len().min(9)).rev();
    let code = |all: &str| plus.map(|_| all.to_owned()).or_else(|| all.strip_prefix("00").map(str::to_owned));
    for taken in lengths.clone() {
        if let Some(all) = code(&digits(taken))
            && stands(taken)
            && foreign(&all, &run[..taken], plus.is_some())
        {
            return Some((plus.unwrap_or(first.place.start), taken));
        }
    }
    for taken in lengths.clone() {
        let sizes: Vec<usize> = run[..taken].iter().map(|group| group.digits.len()).collect();
        let all = digits(taken);
        let named = || {
            let words = fold(before);
            let last = words.rsplit(' ').find(|word| !matches!(*word, "n" | "no" | "num" | "numero"));
            last.is_some_and(|word| WORDS.contains(&word))
        };
        let national = all.starts_with('0') && !all.starts_with("00") && GROUPS.contains(&sizes.as_slice());
        let called = || (8..=13).contains(&all.len()) && named();
        let private = || (TAIL..=13).contains(&all.len()) && tail(&all).is_some_and(|tail| known.contains(&tail));
        if stands(taken) && (national || called() || private()) {
            return Some((first.place.start, taken));
        }
    }
    None
}

/// Says whether digits behind `+` or `00` are a number of a country. Groups of three alone are an amount.
fn foreign(digits: &str, groups: &[Group], plus: bool) -> bool {
    let known = COUNTRIES.iter().any(|(code, length)| {
        digits.strip_prefix(code).is_some_and(|rest| {
            let rest = rest.strip_prefix('0').unwrap_or(rest);
            rest.len() == *length && !rest.starts_with('0')
        })
    });
    let amount = groups.iter().skip(1).all(|group| group.digits.len() == 3);
    let other = (9..=15).contains(&digits.len()) && !digits.starts_with('0');
    known || (other && (if groups.len() == 1 { plus && digits.len() > 9 } else { !amount }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut places = addresses(text);
        places.extend(numbers(text, &BTreeSet::from(["61998877".to_owned()])));
        let found: Vec<&str> = places.into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn addresses_are_found_in_any_text() {
        check("écrire à h.benali@tiznit.ma.", &["h.benali@tiznit.ma"]);
        check(
            "(Amina.El-Idrissi+bilan@conseil-departemental.gouv.fr)",
            &["Amina.El-Idrissi+bilan@conseil-departemental.gouv.fr"],
        );
        check("للتواصل: karim@agadir.org.ma، شكرا", &["karim@agadir.org.ma"]);
        check("3 kg @ 12 MAD, @conseil, a@b", &[]);
    }

    #[test]
    fn numbers_are_found_as_people_write_them() {
        for text in [
            "0661234567",
            "06 61 23 45 67",
            "06.61.23.45.67",
            "06-61-23-45-67",
            "0661 23 45 67",
            "0661-234567",
            "0661 234 567",
            "+212 661-234567",
            "+212 6 61 23 45 67",
            "+212 (0)6 61 23 45 67",
            "00212661234567",
            "00 212 661 23 45 67",
            "+33 1 44 55 66 77",
            "+33(0)144556677",
            "01 44 55 66 77",
            "+221 77 123 45 67",
            "06\u{A0}61\u{202F}23 45 67",
            "٠٦٦١٢٣٤٥٦٧",
            "05 37 - 70 12 34",
            "661 99 88 77",
        ] {
            check(&format!("voir {text}, merci"), &[text]);
        }
        check("Tél. : 661 23 45 60", &["661 23 45 60"]);
        check("tél n° 661234560", &["661234560"]);
    }

    #[test]
    fn amounts_dates_and_codes_stay() {
        for text in [
            "12 000 000 MAD",
            "+12 000 000",
            "1.061.234.567",
            "01/02/2026 10:30",
            "01-02-2026 - 31-12-2026",
            "2026-01-15",
            "1 234 567 890 habitants",
            "FR76 3000 6000 0112 3456 7890 189",
            "SIRET 00588059600013",
            "ODD 4.1, 5.2, 16.6.2",
            "article 12-05-03",
            "0,061234567",
            "661 23 45 67",
            "0.5 0.25 0.125",
            "06 61 23",
            "de 2025 à 2029, 10 000 à 12 000",
            "ACT0661234567",
            "123456789",
            "+120 000 000",
        ] {
            check(text, &[]);
        }
    }
}
