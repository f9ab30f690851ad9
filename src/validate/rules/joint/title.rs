//! How alike two titles are.

use std::collections::BTreeSet;

use crate::reference::fold;

/// How alike two titles are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// The same words, in any order.
    Same,
    /// Most of the words.
    Alike,
    /// Other words.
    Unlike,
    /// They stand in two scripts or languages.
    Unknown,
}

/// The words of the languages that say nothing about a subject, folded.
const STOP: &[&str] = &[
    "a",
    "au",
    "aux",
    "avec",
    "d",
    "dans",
    "de",
    "des",
    "du",
    "en",
    "et",
    "l",
    "la",
    "le",
    "les",
    "ou",
    "par",
    "pour",
    "sur",
    "un",
    "une",
    "and",
    "at",
    "by",
    "for",
    "in",
    "of",
    "on",
    "the",
    "to",
    "with",
    "في",
    "من",
    "علي",
    "الي",
    "عن",
    "مع",
    "و",
    "projet",
    "project",
    "مشروع",
    "province",
    "prefecture",
    "departement",
    "department",
    "اقليم",
    "عماله",
];

/// The share of words that two titles have in common, from which they are alike.
const SHARE: f64 = 0.75;

/// One title, cut into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    arabic: bool,
    words: BTreeSet<String>,
}

impl Title {
    /// Cuts a title into words; those of `names`, the places that both titles are about, say nothing. `None` for a text
    /// without letters.
    pub fn new(text: &str, names: &BTreeSet<String>) -> Option<Self> {
        let folded = fold(text);
        let arabic = folded.chars().any(|letter| ('\u{600}'..'\u{700}').contains(&letter));
        if !folded.chars().any(char::is_alphabetic) {
            return None;
        }
        let all: BTreeSet<String> = folded.split(' ').map(|word| bare(word).to_owned()).collect();
        let telling: BTreeSet<String> =
            all.iter().filter(|word| !STOP.contains(&word.as_str()) && !names.contains(*word)).cloned().collect();
        Some(Title { arabic, words: if telling.is_empty() { all } else { telling } })
    }

    /// Compares two titles of one language.
    fn like(&self, other: &Title) -> Likeness {
        if self.arabic != other.arabic {
            return Likeness::Unknown;
        }
        // A number tells one phase or year from the next.
        let numbers = |title: &Title| -> BTreeSet<String> {
            title.words.iter().filter(|word| word.chars().all(|letter| letter.is_ascii_digit())).cloned().collect()
        };
        let (mine, theirs) = (numbers(self), numbers(other));
        if mine != theirs && !mine.is_empty() && !theirs.is_empty() {
            return Likeness::Unlike;
        }
        let mut left: Vec<&String> = other.words.iter().collect();
        let mut common = 0;
        for word in &self.words {
            if let Some(at) = left.iter().position(|other| same(word, other)) {
                left.swap_remove(at);
                common += 1;
            }
        }
        let share = f64::from(2 * common) / (self.words.len() + other.words.len()) as f64;
        match share {
            share if share >= 0.999 => Likeness::Same,
            share if share >= SHARE => Likeness::Alike,
            _ => Likeness::Unlike,
        }
    }
}

/// Compares each title of one activity with each of the other. `foreign` is true where the two senders write in two
/// languages, so that other words prove nothing.
pub fn compare(one: &[Title], other: &[Title], foreign: bool) -> Likeness {
    let mut best = Likeness::Unknown;
    for likeness in one.iter().flat_map(|title| other.iter().map(|other| title.like(other))) {
        best = match (best, likeness) {
            (Likeness::Same, _) | (_, Likeness::Same) => Likeness::Same,
            (Likeness::Alike, _) | (_, Likeness::Alike) => Likeness::Alike,
            (Likeness::Unlike, _) | (_, Likeness::Unlike) => Likeness::Unlike,
            _ => Likeness::Unknown,
        };
    }
    if foreign && best == Likeness::Unlike { Likeness::Unknown } else { best }
}

/// Cuts the Arabic article off a word.
fn bare(word: &str) -> &str {
    ["وال", "بال", "ال", "لل"]
        .iter()
        .find_map(|article| word.strip_prefix(article).filter(|rest| rest.chars().count() >= 3))
        .unwrap_or(word)
}

/// Says whether two words are one, perhaps in the plural or with a slip.
fn same(one: &str, other: &str) -> bool {
    let long = |word: &str| word.chars().count() >= 5 && !word.chars().any(|letter| letter.is_ascii_digit());
    one == other || (long(one) && long(other) && strsim::jaro_winkler(one, other) >= 0.94)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, expected: Likeness) {
        let names = BTreeSet::from(["agadir".to_owned()]);
        let [one_title, other_title] = [one, other].map(|text| vec![Title::new(text, &names).unwrap()]);
        assert_eq!(compare(&one_title, &other_title, false), expected, "{one:?} and {other:?}");
    }

    #[test]
    fn titles_are_compared_by_their_words() {
        check("Assainissement d’Agadir", "Projet : assainissement", Likeness::Same);
        check("Eau potable et assainissement", "Assainissement et eau potable", Likeness::Same);
        check("Formation des agents d’état civil", "Formations des agents de l'etat-civil", Likeness::Same);
        check("Gestion durable des déchets ménagers", "Gestion des déchets ménagers", Likeness::Alike);
        check("Eau potable", "Écoles rurales", Likeness::Unlike);
        check("Gestion des déchets phase 1", "Gestion des déchets phase 2", Likeness::Unlike);
        check("Semaine de l’eau 2025", "Semaine de l’eau 2026", Likeness::Unlike);
        check("تدبير النفايات", "تدبيرُ نفايات", Likeness::Same);
        check("التطهير السائل بأكادير", "Assainissement d’Agadir", Likeness::Unknown);
    }

    #[test]
    fn other_words_of_another_language_prove_nothing() {
        let titles = ["Drinking water", "Eau potable"].map(|text| vec![Title::new(text, &BTreeSet::new()).unwrap()]);
        assert_eq!(compare(&titles[0], &titles[1], true), Likeness::Unknown);
    }
}
