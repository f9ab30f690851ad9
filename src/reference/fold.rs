//! One spelling for what people write in many ways, so that names can be compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds case, accents, Arabic diacritics and letter variants, digits of other scripts, apostrophes, hyphens, spaces
/// and other punctuation.
///
/// ```
/// use bilan::reference::fold;
/// assert_eq!(fold("  Agadir–Ida  Ou-Tanane "), "agadir ida ou tanane");
/// assert_eq!(fold("وادِي الذَّهَب"), fold("وادى الذهب"));
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().flat_map(char::to_lowercase) {
        let letter = match letter {
            // Marks and the Arabic stretching stroke.
            _ if is_combining_mark(letter) || invisible(letter) => continue,
            '\u{640}' | 'ء' => continue,
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            // The Persian and Urdu letters that look the same, and the Moroccan ones for g and v.
            'ى' | 'ئ' | 'ی' | 'ے' => 'ي',
            'ة' | 'ۃ' | 'ہ' | 'ھ' | 'ە' => 'ه',
            'ؤ' => 'و',
            'ک' | 'ڪ' | 'ڭ' | 'گ' | 'ݣ' => 'ك',
            'ڤ' => 'ف',
            'œ' => {
                folded.push('o');
                'e'
            }
            'æ' => {
                folded.push('a');
                'e'
            }
            _ => match western(letter) {
                letter if letter.is_alphanumeric() => letter,
                _ => ' ',
            },
        };
        if letter == ' ' {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else {
            folded.push(letter);
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Says whether a letter is a mark that no reader sees: zero-width and direction marks, soft hyphens.
pub fn invisible(letter: char) -> bool {
    matches!(letter,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Turns an Arabic or Persian digit into the western one; any other letter stays.
pub fn western(letter: char) -> char {
    match letter {
        '٠'..='٩' => char::from(b'0' + (letter as u32 - '٠' as u32) as u8),
        '۰'..='۹' => char::from(b'0' + (letter as u32 - '۰' as u32) as u8),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(spellings: &[&str]) {
        for spelling in spellings {
            assert_eq!(fold(spelling), fold(spellings[0]), "{spelling:?} and {:?}", spellings[0]);
        }
    }

    #[test]
    fn one_name_in_many_spellings() {
        same(&["Hérault", "HERAULT", "He\u{301}rault", "Hé\u{AD}rault", "\u{200F}Hérault\u{200E}"]);
        same(&["Côte-d’Or", "cote d'or", "Côte d‘Or", "Côte\u{A0}\u{A0}d´Or"]);
        same(&["œuvre", "oeuvre", "ŒUVRE"]);
        same(&["إفران", "افران", "أفران", "ٱفران", "إِفْرَان", "إفـــران"]);
        same(&["طنجة", "طنجه", "طنجۃ"]);
        same(&["كلميم", "ݣلميم", "ڭلميم", "کلميم", "گلميم"]);
        same(&["آسفي", "اسفى", "اسفی", "أسفي"]);
        same(&["الإسلام", "اﻹسلام", "اﻻسلام"]);
        same(&["رؤية", "روية"]);
        same(&["٣٤", "34", "۳۴"]);
    }
}
