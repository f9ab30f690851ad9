//! What a text says before it is read as anything: nothing, not applicable, zero, or words.
//!
//! - Blank, dashes, `n.d.`, `non renseigné` and the marks of a form to be finished (`?`, `xxx`, `à compléter`) are
//!   missing, as a blank cell is: where a column is required, the finding for a blank cell asks for it.
//! - `n/a`, `s/o`, `sans objet`, `غير معني` are not applicable.
//! - `néant`, `aucun`, `لا شيء` are zero in a column of numbers, not applicable in a column of dates or lists, and stay
//!   words in a column of text.
//! - `RAS` (nothing to report) gives no number and is no zero: missing, except that a column of text keeps the word.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::reference::{fold, invisible, western};

/// What a text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not reported: blank, dashes, or words that say so.
    Missing,
    /// Not applicable.
    NotApplicable,
    /// A word for zero: a number in a number column, an empty list elsewhere.
    Zero,
    /// Nothing to report.
    Nothing,
    /// Anything else.
    Words,
}

const MISSING: &[&str] = &[
    "non renseigné",
    "non renseignée",
    "non communiqué",
    "non disponible",
    "non connu",
    "inconnu",
    "nd",
    "n.d.",
    "nc",
    "n.c.",
    "nr",
    "n.r.",
    "vide",
    "à compléter",
    "à renseigner",
    "à préciser",
    "à définir",
    "à confirmer",
    "xx",
    "xxx",
    "xxxx",
    "غير مصرح به",
    "غير متوفر",
    "غير متوفرة",
    "غير متاح",
    "غير معروف",
    "غير محدد",
    "للاستكمال",
    "يستكمل لاحقا",
    "not reported",
    "not available",
    "unknown",
    "to be completed",
    "tbc",
    "tbd",
    "null",
];
const NOT_APPLICABLE: &[&str] = &[
    "n/a",
    "na",
    "n.a.",
    "sans objet",
    "s.o.",
    "so",
    "ne s'applique pas",
    "non applicable",
    "non concerné",
    "non concernée",
    "غير معني",
    "غير معنية",
    "لا ينطبق",
    "لا تنطبق",
    "not applicable",
];
const ZERO: &[&str] =
    &["néant", "nil", "none", "aucun", "aucune", "rien", "zéro", "zero", "لا شيء", "لاشيء", "لا يوجد", "لا توجد", "صفر"];
const NOTHING: &[&str] = &["ras", "r.a.s.", "rien à signaler", "nothing to report", "لا شيء يذكر"];

static WORDS: LazyLock<[(BTreeSet<String>, State); 4]> = LazyLock::new(|| {
    let of = |words: &[&str], state| (words.iter().map(|word| fold(word)).collect(), state);
    [
        of(MISSING, State::Missing),
        of(NOT_APPLICABLE, State::NotApplicable),
        of(ZERO, State::Zero),
        of(NOTHING, State::Nothing),
    ]
});

/// Cuts white space of every script and invisible marks off both ends.
pub fn trim(text: &str) -> &str {
    text.trim_matches(|letter: char| letter.is_whitespace() || invisible(letter))
}

/// Makes digits western and spaces, dashes and apostrophes of one kind, and drops invisible marks and the quotes around:
/// what numbers and dates are read from.
pub fn plain(text: &str) -> String {
    let letter = |letter: char| match western(letter) {
        '٪' => '%',
        '،' => ',',
        '−' | '–' | '—' | '‑' | '‐' => '-',
        '’' | '‘' | '`' | '´' => '\'',
        letter if letter.is_whitespace() => ' ',
        letter => letter,
    };
    let text: String = text.chars().filter(|letter| !invisible(*letter)).map(letter).collect();
    let spaced = text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    spaced.trim_matches(['\'', '"', '“', '”', '«', '»', ' ']).to_owned()
}

/// The errors of spreadsheets, in English and French editions.
const ERRORS: &[&str] =
    &["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#NOM?", "#NUL!", "#NOMBRE!", "#VALEUR!"];

/// Says whether a text is the error of a spreadsheet, such as `#REF!`.
pub fn is_error(text: &str) -> bool {
    ERRORS.contains(&trim(text))
}

/// Tells what a text stands for.
///
/// ```
/// use bilan::validate::text::{State, state};
/// assert_eq!(state(" – "), State::Missing);
/// assert_eq!(state("S.O."), State::NotApplicable);
/// assert_eq!(state("لا شيء"), State::Zero);
/// ```
pub fn state(text: &str) -> State {
    let text = trim(text);
    if text.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '−' | '_' | '…' | '?' | '؟' | '.' | '/')) {
        return State::Missing;
    }
    // No word of the three lists is longer; long prose is not folded in vain.
    if text.len() > 48 {
        return State::Words;
    }
    let folded = fold(text);
    WORDS.iter().find(|(words, _)| words.contains(&folded)).map_or(State::Words, |(_, state)| *state)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: State) {
        assert_eq!(state(text), expected, "{text:?}");
    }

    #[test]
    fn the_states_of_the_contract() {
        for text in ["", "\u{A0}", "-", "–", "—", "\u{202F}- ", "\u{200F}\u{AD}", "?", "؟", "…", "n.d.", "ND", "N.C."]
        {
            check(text, State::Missing);
        }
        for text in ["Non renseigné", "غير متوفر", "À compléter", "XXX", "غير مصرّح به"] {
            check(text, State::Missing);
        }
        for text in ["n/a", "NA", "N.A.", "sans objet", "S.O.", "s/o", "غير معني", "Not applicable"] {
            check(text, State::NotApplicable);
        }
        for text in ["Néant", "nil", "NONE", "aucun", "لا شيء", "لا يوجد", "zéro"] {
            check(text, State::Zero);
        }
        for text in ["RAS", "R.A.S.", "Rien à signaler"] {
            check(text, State::Nothing);
        }
        for text in ["0", "-5", "Nana", "سلا", "1/2", "Ras el Ma"] {
            check(text, State::Words);
        }
    }

    #[test]
    fn no_entry_of_a_list_is_a_word_for_nothing() {
        let reference = crate::reference::Reference::built_in().unwrap();
        for column in crate::model::schema::COLUMNS {
            let (crate::model::Kind::One(list) | crate::model::Kind::Many(list)) = column.kind else { continue };
            for entry in reference.entries(list) {
                let spellings = entry.names.iter().chain(entry.aliases.iter().map(|alias| &**alias));
                for spelling in spellings.chain([entry.code.as_str()]).filter(|spelling| !spelling.is_empty()) {
                    check(spelling, State::Words);
                }
            }
        }
    }
}
