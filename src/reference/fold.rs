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
            // Marks, the Arabic stretching stroke, and invisible direction marks.
            _ if is_combining_mark(letter) => continue,
            '\u{640}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => {
                continue;
            }
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ى' => 'ي',
            'ة' => 'ه',
            'ؤ' => 'و',
            'ئ' => 'ي',
            'ء' => continue,
            'ک' | 'ڭ' | 'گ' => 'ك',
            'œ' => {
                folded.push('o');
                'e'
            }
            'æ' => {
                folded.push('a');
                'e'
            }
            '٠'..='٩' => char::from(b'0' + (letter as u32 - '٠' as u32) as u8),
            '۰'..='۹' => char::from(b'0' + (letter as u32 - '۰' as u32) as u8),
            _ if letter.is_alphanumeric() => letter,
            _ => ' ',
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
