//! Finding the entry of a list that a cell means.
//!
//! A text is an entry where it is equal to a code, a name or an alias once [folded](fold); else where the two are equal
//! without small words at the beginning (`la`, `El`), the article `ال`, the spaces, and, for territories, the words of
//! their kind on either side (`Province de`, `CD`, `إقليم`). Everything else is only suggested, by the number of
//! slips, letters left out, added, changed or swapped, that part the two: none in a name of two letters, a swap in
//! three, one slip in up to five, two in up to eight, three in up to fourteen, and one in five letters beyond.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::{Entry, fold};
use crate::model::Code;

/// What a text means in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// The code, a name in one of the three languages, or an alias.
    Exact(Code),
    /// Several entries share the text.
    Several(Vec<Code>),
    /// Nothing is equal; these are near, the nearest first, three at most.
    Near(Vec<Code>),
    /// Nothing is near.
    None,
}

/// Words of the kind of a territory, folded.
const KINDS: &[&str] = &[
    "province",
    "provinces",
    "prefecture",
    "prefectures",
    "departement",
    "departements",
    "department",
    "dept",
    "dpt",
    "dep",
    "conseil",
    "council",
    "provincial",
    "prefectoral",
    "prefectural",
    "departemental",
    "departmental",
    "general",
    "cd",
    "cg",
    "اقليم",
    "اقاليم",
    "عماله",
    "عمالات",
    "مجلس",
    "المجلس",
    "الاقليمي",
    "الاقليم",
    "العماله",
    "مقاطعه",
];

/// Small words at the beginning, folded.
const SMALL: &[&str] = &["de", "d", "du", "des", "la", "le", "les", "l", "al", "el", "the", "of"];

/// How far the beginning of a name, and a text that holds one, lie behind a name with slips.
const BEGINNING: usize = 2;
const WITHIN: usize = 3;

/// An index of codes, names and aliases of one list, by spelling.
#[derive(Debug, Clone, Default)]
pub struct Matcher {
    /// By folded spelling.
    spellings: BTreeMap<String, Vec<Code>>,
    /// By what is left of it without small words, kinds and spaces.
    bare: BTreeMap<String, Vec<Code>>,
    /// True where the entries are territories.
    places: bool,
    /// What texts are equal to.
    equal: Recent<Option<Match>>,
    /// What they are near to.
    near: Recent<Match>,
}

/// What was found so far: a word stands in thousands of cells of a large file, misspelt or not.
#[derive(Debug)]
struct Recent<T>(Mutex<BTreeMap<String, T>>);

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Recent(Mutex::default())
    }
}

impl<T> Clone for Recent<T> {
    fn clone(&self) -> Self {
        Recent::default()
    }
}

impl<T: Clone> Recent<T> {
    /// How many texts are kept.
    const MOST: usize = 2_000;
    /// The bytes of the longest that is.
    const LONGEST: usize = 200;

    /// Gives what a text means, found once.
    fn get(&self, text: &str, find: impl FnOnce() -> T) -> T {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known().get(text) {
            return found.clone();
        }
        let found = find();
        let mut known = known();
        if known.len() < Self::MOST && text.len() <= Self::LONGEST {
            known.insert(text.to_owned(), found.clone());
        }
        found
    }
}

impl Matcher {
    /// Indexes the entries of a list; `places` says that they are territories.
    pub fn new<'a>(entries: impl IntoIterator<Item = &'a Entry>, places: bool) -> Self {
        let mut matcher = Matcher { places, ..Matcher::default() };
        for entry in entries {
            for spelling in std::iter::once(entry.code.as_str())
                .chain(entry.names.iter())
                .chain(entry.aliases.iter().map(|alias| &**alias))
            {
                matcher.add(spelling, &entry.code);
            }
        }
        matcher
    }

    /// Adds one spelling of a code. Blank spellings are passed over.
    pub fn add(&mut self, spelling: &str, code: &Code) {
        let folded = fold(spelling);
        if folded.is_empty() {
            return;
        }
        let bare = self.bare(&folded).0;
        for (index, key) in [(&mut self.spellings, folded), (&mut self.bare, bare)] {
            let codes = index.entry(key).or_default();
            if !codes.contains(code) {
                codes.push(code.clone());
            }
        }
        self.forget();
    }

    /// Makes a spelling mean one code and no other.
    pub fn settle(&mut self, spelling: &str, code: &Code) {
        let folded = fold(spelling);
        if !folded.is_empty() {
            self.spellings.insert(folded, vec![code.clone()]);
        }
        self.forget();
    }

    fn forget(&mut self) {
        (self.equal, self.near) = Default::default();
    }

    /// Finds what a text means.
    pub fn find(&self, text: &str) -> Match {
        self.equal(text).unwrap_or_else(|| self.near.get(text, || self.near(&fold(text))))
    }

    /// Finds the one entry that a text is equal to. What it is near to takes much longer to find.
    pub fn exact(&self, text: &str) -> Option<Code> {
        match self.equal(text) {
            Some(Match::Exact(code)) => Some(code),
            _ => None,
        }
    }

    /// Finds what a text is equal to: one entry, or several.
    fn equal(&self, text: &str) -> Option<Match> {
        self.equal.get(text, || self.equal_once_folded(&fold(text)))
    }

    fn equal_once_folded(&self, folded: &str) -> Option<Match> {
        if folded.is_empty() {
            return None;
        }
        let exact = |codes: Option<&Vec<Code>>| match codes.map(Vec::as_slice) {
            Some([code]) => Some(Match::Exact(code.clone())),
            Some(codes) => Some(Match::Several(codes.to_vec())),
            None => None,
        };
        if let Some(found) = exact(self.spellings.get(folded)) {
            return Some(found);
        }
        let (bare, attached) = self.bare(folded);
        let attached = attached.and_then(|bare| exact(self.bare.get(&bare)));
        exact(self.bare.get(&bare)).or(attached)
    }

    /// Finds what is near a folded text: the fewest slips first, and nothing that is more than one slip behind the best.
    fn near(&self, folded: &str) -> Match {
        if folded.is_empty() {
            return Match::None;
        }
        let bare = &*self.bare(folded).0;
        let mut near: BTreeMap<&Code, (usize, f64)> = BTreeMap::new();
        let padded = format!(" {folded} ");
        let within = self.spellings.iter().filter_map(|(spelling, codes)| {
            let within = spelling.chars().count() > 3 && padded.contains(&format!(" {spelling} "));
            within.then(|| (codes, WITHIN, strsim::jaro_winkler(folded, spelling)))
        });
        let with_slips = self.bare.iter().filter_map(|(spelling, codes)| {
            Some((codes, slips(bare, spelling)?, strsim::jaro_winkler(bare, spelling)))
        });
        for (codes, slips, alike) in with_slips.chain(within) {
            for code in codes {
                let entry = near.entry(code).or_insert((slips, alike));
                if (slips, -alike) < (entry.0, -entry.1) {
                    *entry = (slips, alike);
                }
            }
        }
        let best = near.values().map(|(slips, _)| *slips).min().unwrap_or(0);
        let mut near: Vec<_> = near.into_iter().filter(|(_, (slips, _))| *slips <= best + 1).collect();
        near.sort_by(|(a, (fewer, alike)), (b, (slips, other))| {
            fewer.cmp(slips).then_with(|| other.total_cmp(alike)).then_with(|| a.cmp(b))
        });
        let codes: Vec<Code> = near.into_iter().take(3).map(|(code, _)| code.clone()).collect();
        if codes.is_empty() { Match::None } else { Match::Near(codes) }
    }

    /// Gives what is left of a folded spelling; and, where a word of kind was taken off, the same without the Arabic
    /// preposition that the name then carries, as in `المجلس الإقليمي للحوز`.
    fn bare(&self, folded: &str) -> (String, Option<String>) {
        let mut words: Vec<&str> = folded.split(' ').collect();
        let kind = |word: &str| self.places && KINDS.contains(&word);
        let mut kinds = false;
        while words.len() > 1 && (kind(words[0]) || SMALL.contains(&words[0])) {
            kinds |= kind(words[0]);
            words.remove(0);
        }
        while words.len() > 1 && words.last().is_some_and(|word| kind(word)) {
            words.pop();
        }
        let attached = words[0].strip_prefix("لل").or_else(|| words[0].strip_prefix('ل')).filter(|_| kinds);
        let attached = attached.map(|first| join(std::iter::once(first).chain(words[1..].iter().copied())));
        (join(words.iter().copied()), attached)
    }
}

/// Joins words without their Arabic articles. Numbers stay apart, so that target 8.1 is not 81.
fn join<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut joined = String::new();
    for word in words {
        let name = word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2).unwrap_or(word);
        let digits = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        if digits(joined.chars().next_back()) && digits(name.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(name);
    }
    joined
}

/// Counts the slips between two spellings, where they are few for their length.
fn slips(text: &str, spelling: &str) -> Option<usize> {
    let (length, other) = (text.chars().count(), spelling.chars().count());
    // A wrong letter is a slip, a wrong digit another code.
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(text) != digits(spelling) || !text.contains(char::is_alphabetic) {
        return None;
    }
    let allowed = match length.max(other) {
        0..=2 => return None,
        3..=5 => 1,
        6..=8 => 2,
        9..=14 => 3,
        longer => longer / 5,
    };
    if length.abs_diff(other) <= allowed {
        let slips = strsim::osa_distance(text, spelling);
        let swapped = || {
            let letters = |word: &str| {
                let mut letters: Vec<char> = word.chars().collect();
                letters.sort_unstable();
                letters
            };
            letters(text) == letters(spelling)
        };
        if slips <= allowed && (length.max(other) > 3 || swapped()) {
            return Some(slips);
        }
    }
    (length >= 4 && spelling.starts_with(text)).then_some(BEGINNING)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::List;
    use crate::reference::Reference;

    #[track_caller]
    fn check(list: List, texts: &[&str], expected: &str) {
        let reference = Reference::built_in().unwrap();
        for text in texts {
            assert_eq!(reference.find(list, text), Match::Exact(expected.into()), "{text:?}");
        }
    }

    #[track_caller]
    fn near(list: List, texts: &[&str], expected: &str) {
        let reference = Reference::built_in().unwrap();
        for text in texts {
            let found = reference.find(list, text);
            assert!(matches!(&found, Match::Near(codes) if codes[0] == *expected), "{text:?}: {found:?}");
        }
    }

    #[test]
    fn a_spelling_that_is_decided_counts_though_it_was_looked_up_before() {
        let mut reference = Reference::built_in().unwrap();
        let (list, text) = (List::TerritoriesMa, "Tiznitt");
        assert!(matches!(reference.find(list, text), Match::Near(_)));
        reference.decide(list, text, &"MA-TNT".into(), 1);
        assert_eq!(reference.find(list, text), Match::Exact("MA-TNT".into()));
        assert_eq!(reference.exact(list, text), Some("MA-TNT".into()));
    }

    #[test]
    fn territories_in_official_and_short_forms_and_both_scripts() {
        let (morocco, france) = (List::TerritoriesMa, List::TerritoriesFr);
        check(
            morocco,
            &[
                "Province d'Al Haouz",
                "PROVINCE D’AL HAOUZ",
                "Al Haouz",
                "Haouz",
                "Conseil provincial d'Al-Haouz",
                "Al Haouz (province)",
                "Al Haouz Province",
                "Provincial Council of Al Haouz",
                "الحوز",
                "إقليم الحوز",
                "اقليم الحوز",
                "مجلس إقليم الحوز",
                "المجلس الإقليمي للحوز",
                "عمالة إقليم الحوز",
                "إِقْلِيمُ الحَـــوْز",
                "حوز",
            ],
            "MA-HAO",
        );
        check(morocco, &["عمالة طنجة-أصيلة", "طنجه اصيله", "مجلس عمالة طنجة – أصيلة", "Tanger-Assilah"], "MA-TNG");
        check(morocco, &["Tan Tan", "TANTAN", "Province de Tan–Tan", "طانطان"], "MA-TNT");
        check(morocco, &["المجلس الإقليمي لتيزنيت", "تيزنيت", "ﺗﯿﺰﻧﯿﺖ"], "MA-TIZ");
        check(morocco, &["ڭلميم", "گلميم", "إقليم ݣلميم"], "MA-GUE");
        check(
            france,
            &[
                "CD 34",
                "CD34",
                "cd-34",
                "34",
                "٣٤",
                "dpt 34",
                "Dépt. 34",
                "Département 34",
                "Département de l'Hérault",
                "Conseil départemental de l’Hérault",
                "Hérault (34)",
                "HERAULT",
                "L'Hérault",
            ],
            "FR-34",
        );
        check(france, &["Hauts de Seine", "hauts-de-seine", "CD des Hauts-de-Seine"], "FR-92");
        check(france, &["Reunion", "La Réunion", "Département de la Réunion"], "FR-974");
        check(france, &["Loir et Cher", "Département du Loir-et-Cher"], "FR-41");
    }

    #[test]
    fn slips_are_suggested_first() {
        near(List::TerritoriesMa, &["Tiznitt", "Tinzit"], "MA-TIZ");
        near(List::TerritoriesMa, &["Ouarzazatte", "Ouarzaate", "Province de Ouarzazte"], "MA-OUA");
        near(List::TerritoriesMa, &["Chefchaoun", "Chefhcaouen"], "MA-CHE");
        near(List::TerritoriesMa, &["Khenifa", "خنيفرا"], "MA-KHN");
        near(List::TerritoriesMa, &["Agadir Ida", "Agadir Ida-Outane"], "MA-AGD");
        near(List::TerritoriesMa, &["Commune de Tiznit"], "MA-TIZ");
        near(List::TerritoriesFr, &["Heraut", "Hérualt"], "FR-34");
        near(List::Themes, &["Santee", "Sante des femmes"], "health");
        near(List::Statuses, &["En cour", "En coours"], "ongoing");
        near(List::Stages, &["Soumiss"], "submitted");
        near(List::Currencies, &["dirahm marocain", "dihram"], "MAD");
        near(List::Funders, &["Fondation de Frnace"], "FONDATION-DE-FRANCE");
    }

    #[test]
    fn nothing_absurd_is_suggested() {
        let reference = Reference::built_in().unwrap();
        for (list, texts) in [
            (List::TerritoriesMa, &["Atlantis", "XY", "Foo", "Mars", "12", "99999", "Province", "Test"][..]),
            (List::TerritoriesFr, &["Tiznit", "Le", "Mer", "999", "CD 99", "Conseil départemental", "Jus"][..]),
            (List::Themes, &["Divers", "Autre", "T"][..]),
            (List::Sdg, &["111", "8.99", "18"][..]),
            (List::Indicators, &["T1.99", "T99"][..]),
        ] {
            for text in texts {
                assert_eq!(reference.find(list, text), Match::None, "{text:?}");
            }
        }
    }

    /// Every name and alias of every territory, with and without words of kind before it, is found; and with a letter
    /// dropped or two swapped, it is found or suggested first in at least 95 of 100.
    #[test]
    #[expect(clippy::print_stderr, reason = "the rate is worth reading")]
    fn every_territory_is_found_and_its_slips_are_suggested() {
        const BEFORE: [&str; 8] = [
            "",
            "Province de ",
            "Préfecture d’",
            "Conseil provincial de ",
            "Département de la ",
            "CD ",
            "إقليم ",
            "مجلس عمالة ",
        ];
        let reference = Reference::built_in().unwrap();
        let (mut slips, mut right, mut wrong) = (0_u32, 0_u32, Vec::new());
        for list in [List::TerritoriesMa, List::TerritoriesFr] {
            for entry in reference.entries(list) {
                for name in entry.names.iter().chain(entry.aliases.iter().map(|alias| &**alias)) {
                    for before in BEFORE {
                        let text = format!("{before}{name}");
                        assert_eq!(reference.find(list, &text), Match::Exact(entry.code.clone()), "{text:?}");
                    }
                }
                for name in entry.names.iter() {
                    let letters: Vec<char> = name.chars().collect();
                    let dropped = (0..letters.len()).map(|at| {
                        let mut letters = letters.clone();
                        letters.remove(at);
                        letters
                    });
                    let swapped = (1..letters.len()).map(|at| {
                        let mut letters = letters.clone();
                        letters.swap(at - 1, at);
                        letters
                    });
                    for letters in dropped.chain(swapped) {
                        let text: String = letters.into_iter().collect();
                        slips += 1;
                        match reference.find(list, &text) {
                            Match::Exact(code) if code == entry.code => right += 1,
                            Match::Near(codes) if codes[0] == entry.code => right += 1,
                            other => wrong.push(format!("{text} for {name}: {other:?}")),
                        }
                    }
                }
            }
        }
        let rate = f64::from(right) / f64::from(slips);
        eprintln!("{right} of {slips} slips are found or suggested first");
        assert!(rate >= 0.95, "{rate:.4} of {slips}: {wrong:#?}");
    }
}
