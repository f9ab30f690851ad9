//! Entries of the reference lists, as people write them.

use crate::model::{Code, List, Value};
use crate::reference::{Match, Reference, western};

use super::number;
use super::text::trim;

/// The longest list whose entries are all named in a finding.
const NAMED_IN_FULL: usize = 16;

/// Finds one entry. Beside codes, names and aliases, `Nom (code)` and `code - Nom` are understood where one part alone
/// is an entry.
pub fn one(reference: &Reference, list: List, text: &str) -> Match {
    exact(reference, list, text).map_or_else(|| reference.find(list, trim(text)), Match::Exact)
}

/// Finds the one entry that a text names.
fn exact(reference: &Reference, list: List, text: &str) -> Option<Code> {
    let text = trim(text);
    if let Some(code) = reference.exact(list, text) {
        return Some(code);
    }
    if list == List::Currencies
        && let Some(code) = number::currency(text)
    {
        return Some(code.into());
    }
    // A cell of several entries is not one entry with an explanation: nothing of it may be lost.
    if text.contains([';', ',', '\n', '،', '|']) {
        return None;
    }
    let mut found: Vec<Code> = Vec::new();
    for part in text.split(['(', ')', '–', '—', ':', '/']).chain(text.split(" - ")).map(trim) {
        if part.len() < text.len()
            && !part.is_empty()
            && let Some(code) = reference.exact(list, part)
            && !found.contains(&code)
        {
            found.push(code);
        }
    }
    if found.len() == 1 { found.pop() } else { None }
}

/// Entries that a cell of several named.
#[derive(Debug, Default)]
pub struct Listed {
    /// The entries, each once, in the order given.
    pub codes: Vec<Code>,
    /// What is no entry, with its text.
    pub wrong: Vec<(String, Match)>,
    /// The codes among them that lacked a zero, with their text.
    pub restored: Vec<(String, Code)>,
}

impl Listed {
    fn take(&mut self, reference: &Reference, list: List, part: &str, found: Match) {
        match found {
            Match::Exact(code) if self.codes.contains(&code) => {}
            Match::Exact(code) => self.codes.push(code),
            other => match restored(reference, list, part) {
                Some(code) => {
                    self.restored.push((part.to_owned(), code.clone()));
                    self.take(reference, list, part, Match::Exact(code));
                }
                None => self.wrong.push((part.to_owned(), other)),
            },
        }
    }
}

/// Finds several entries. They stand apart by `;`, a comma, a bar or a line break; `A et B`, `A / B` and the like are
/// understood where each part is an entry.
pub fn many(reference: &Reference, list: List, text: &str) -> Listed {
    let mut listed = Listed::default();
    // Names with commas stand in several lists: the whole text goes first, then the longest run of its pieces.
    if let Some(code) = exact(reference, list, text) {
        listed.take(reference, list, text, Match::Exact(code));
        return listed;
    }
    for part in text.split([';', '\n', '\r', '،', '؛', '|']).map(trim).filter(|part| !part.is_empty()) {
        let part = if list == List::Sdg { unweighted(part) } else { part };
        let pieces: Vec<&str> = part.split(',').collect();
        let mut at = 0;
        while at < pieces.len() {
            let longest = (at + 1..=pieces.len()).rev().find_map(|end| {
                let run = pieces[at..end].join(",");
                let code = exact(reference, list, &run)?;
                Some((end, run, Match::Exact(code)))
            });
            let (end, run, found) = longest.unwrap_or_else(|| {
                let piece = trim(pieces[at]);
                (at + 1, piece.to_owned(), one(reference, list, piece))
            });
            let run = trim(&run);
            match found {
                _ if run.is_empty() => {}
                Match::Exact(_) => listed.take(reference, list, run, found),
                _ => match joined(reference, list, run) {
                    Some(parts) => {
                        for (part, code) in parts {
                            listed.take(reference, list, part, Match::Exact(code));
                        }
                    }
                    None => listed.take(reference, list, run, found),
                },
            }
            at = end;
        }
    }
    listed
}

/// Parts a text at a word or sign that joins, where each part is an entry.
fn joined<'t>(reference: &Reference, list: List, text: &'t str) -> Option<Vec<(&'t str, Code)>> {
    const JOINING: [&str; 8] = [" et ", " and ", " & ", " + ", "/", " - ", " – ", " و"];
    JOINING
        .iter()
        .filter(|sign| text.contains(**sign))
        .find_map(|sign| text.split(sign).map(trim).map(|part| Some((part, reference.exact(list, part)?))).collect())
}

/// Finds the entry that a text names once the zero stands again that spreadsheets drop before a number: `1`, `CD 1`.
pub fn restored(reference: &Reference, list: List, text: &str) -> Option<Code> {
    let text: String = trim(text).chars().map(western).collect();
    let at = text.find(|letter: char| letter.is_ascii_digit())?;
    let (before, after) = text.split_at(at);
    // A second number would be another code, and a mark before the first one a part of it.
    let one_number = after.trim_start_matches(|letter: char| letter.is_ascii_digit()).is_empty();
    if !one_number || before.ends_with(['.', ',', '-']) {
        return None;
    }
    reference.exact(list, &format!("{before}0{after}"))
}

/// Finds the entry that a number names if a zero stood at its end: target 8.1 may be 8.10.
pub fn shortened(reference: &Reference, list: List, text: &str) -> Option<Code> {
    reference.exact(list, &format!("{text}0")).filter(|_| text.contains('.'))
}

/// Cuts the weight off a target: `6.2 (60 %)`, `6.2:60`.
fn unweighted(part: &str) -> &str {
    let bare = part.trim_end_matches([' ', '\u{A0}', '\u{202F}', '%', ')']);
    match bare.rsplit_once([':', '(', '=']) {
        Some((target, weight)) if weight.trim().parse::<f64>().is_ok() => trim(target),
        _ => part,
    }
}

/// Says what a list holds: its entries where they are few, else its name.
pub fn describe(reference: &Reference, list: List) -> Value {
    let entries = reference.entries(list);
    if entries.len() <= NAMED_IN_FULL {
        return Value::List(entries.iter().map(|entry| Value::Name(list, entry.code.clone())).collect());
    }
    Value::key(match list {
        List::TerritoriesMa => "list-territories-ma",
        List::TerritoriesFr => "list-territories-fr",
        List::Territories => "list-territories",
        List::Funders => "list-funders",
        List::Sdg => "list-sdg",
        List::DacCodes => "list-dac-codes",
        List::Indicators => "list-indicators",
        List::Units => "list-units",
        _ => "list-other",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(list: List, text: &str, expected: &[&str], wrong: usize) {
        let reference = Reference::built_in().unwrap();
        let listed = many(&reference, list, text);
        let left = &listed.wrong;
        assert_eq!(listed.codes.iter().map(Code::as_str).collect::<Vec<_>>(), expected, "{text:?}: {left:?}");
        assert_eq!(left.len(), wrong, "{text:?}: {left:?}");
    }

    #[test]
    fn several_entries_in_one_cell() {
        check(List::TerritoriesMa, "Tiznit ; Province de Tata", &["MA-TIZ", "MA-TAT"], 0);
        check(List::TerritoriesMa, "Tiznit, Tata\nTiznit", &["MA-TIZ", "MA-TAT"], 0);
        check(List::TerritoriesMa, "تيزنيت، طاطا", &["MA-TIZ", "MA-TAT"], 0);
        check(List::TerritoriesFr, "FR-38 - Isère", &["FR-38"], 0);
        check(List::TerritoriesFr, "Isère (38); Atlantide", &["FR-38"], 1);
        check(List::Sdg, "6.2 (60 %); 11.3:40", &["6.2", "11.3"], 0);
        check(List::Sdg, "ODD 6", &["6"], 0);
    }

    #[test]
    fn words_that_join_part_where_each_part_is_an_entry() {
        check(List::TerritoriesMa, "Tiznit et Tata", &["MA-TIZ", "MA-TAT"], 0);
        check(List::TerritoriesMa, "Provinces de Tiznit / Tata", &["MA-TIZ", "MA-TAT"], 0);
        check(List::TerritoriesMa, "تيزنيت وطاطا", &["MA-TIZ", "MA-TAT"], 0);
        check(List::TerritoriesFr, "Eure et Loir", &["FR-28"], 0);
        check(List::TerritoriesFr, "Eure & Loire", &["FR-27", "FR-42"], 0);
        check(List::TerritoriesMa, "Tiznit et environs", &[], 1);
    }

    #[test]
    fn zeros_that_a_spreadsheet_drops() {
        check(List::TerritoriesFr, "1; 34; ٧", &["FR-01", "FR-34", "FR-07"], 0);
        let reference = Reference::built_in().unwrap();
        let listed = many(&reference, List::TerritoriesFr, "1; 34");
        assert_eq!(listed.restored, [("1".to_owned(), Code::from("FR-01"))]);
        assert_eq!(restored(&reference, List::TerritoriesFr, "CD 1"), Some(Code::from("FR-01")));
        assert_eq!(restored(&reference, List::TerritoriesFr, "1 et 2"), None);
        assert_eq!(shortened(&reference, List::Sdg, "8.1"), Some(Code::from("8.10")));
        assert_eq!(shortened(&reference, List::Sdg, "8.2"), None);
        assert_eq!(shortened(&reference, List::TerritoriesFr, "1"), None);
    }

    #[test]
    fn a_name_that_holds_a_comma_stays_whole() {
        check(List::Statuses, "Achevée, en cours de clôture", &["closing"], 0);
    }

    #[test]
    fn a_currency_is_known_by_its_sign() {
        let reference = Reference::built_in().unwrap();
        assert_eq!(one(&reference, List::Currencies, "DH"), Match::Exact("MAD".into()));
        assert_eq!(one(&reference, List::Currencies, "€"), Match::Exact("EUR".into()));
    }
}
