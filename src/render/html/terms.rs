//! The terms under which a document is found: folded, and each Arabic word with and without its article.

use crate::reference::fold;

/// The Arabic article.
const ARTICLE: &str = "ال";
/// The letters that a word has at least without its article.
const STEM: usize = 3;

/// Folds a text for the search. The script of the page folds what is typed in the same way.
pub(super) fn terms(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(' ').flat_map(|word| {
        let bare = word.strip_prefix(ARTICLE).filter(|bare| bare.chars().count() >= STEM);
        std::iter::once(word).chain(bare)
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_with_and_without_its_article() {
        #[track_caller]
        fn check(text: &str, expected: &str) {
            assert_eq!(terms(text), expected);
        }
        check("الحَـــوْز", "الحوز حوز");
        check("اتفاقية ألبي", "اتفاقيه البي");
        check("L’Isère", "l isere");
        check("الصحة والوقاية", "الصحه صحه والوقايه");
        check("", "");
    }
}
