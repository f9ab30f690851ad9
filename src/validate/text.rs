//! What a text says before it is read as anything: nothing, not applicable, zero, or words.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::reference::fold;

/// What a text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not reported: blank, dashes, or words that say so.
    Missing,
    /// Not applicable.
    NotApplicable,
    /// A word for zero: a number in a number column, an empty list elsewhere.
    Zero,
    /// Anything else.
    Words,
}

const MISSING: &[&str] = &["non renseigné", "non communiqué", "غير مصرح به", "غير متوفر", "not reported"];
const NOT_APPLICABLE: &[&str] = &[
    "n/a",
    "na",
    "n.a.",
    "sans objet",
    "s.o.",
    "so",
    "ne s'applique pas",
    "non applicable",
    "غير معني",
    "لا ينطبق",
    "not applicable",
];
const ZERO: &[&str] = &["néant", "nil", "none", "aucun", "aucune", "لا شيء", "zéro", "صفر"];

static WORDS: LazyLock<[BTreeSet<String>; 3]> =
    LazyLock::new(|| [MISSING, NOT_APPLICABLE, ZERO].map(|words| words.iter().map(|word| fold(word)).collect()));

/// Cuts white space of every script and invisible marks off both ends.
pub fn trim(text: &str) -> &str {
    text.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
    })
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
    if text.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '−' | '_' | '…')) {
        return State::Missing;
    }
    // No word of the three lists is longer; long prose is not folded in vain.
    if text.len() > 48 {
        return State::Words;
    }
    let folded = fold(text);
    let [missing, not_applicable, zero] = &*WORDS;
    if missing.contains(&folded) {
        State::Missing
    } else if not_applicable.contains(&folded) {
        State::NotApplicable
    } else if zero.contains(&folded) {
        State::Zero
    } else {
        State::Words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: State) {
        assert_eq!(state(text), expected, "{text:?}");
    }

    #[test]
    fn the_three_states_of_the_contract() {
        for text in ["", "\u{A0}", "-", "–", "—", "\u{202F}- "] {
            check(text, State::Missing);
        }
        for text in ["n/a", "NA", "N.A.", "sans objet", "S.O.", "غير معني", "Not applicable"] {
            check(text, State::NotApplicable);
        }
        for text in ["Néant", "nil", "NONE", "aucun", "لا شيء", "zéro"] {
            check(text, State::Zero);
        }
        for text in ["0", "-5", "Nana", "سلا"] {
            check(text, State::Words);
        }
    }
}
