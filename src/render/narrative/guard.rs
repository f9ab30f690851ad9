//! The one place where values are kept from being Markdown.
//!
//! A backslash would not do: it is a letter inside code, and none can keep `1` and a full stop of the template from being
//! the head of a list. So whatever is not a letter goes through Markdown as a private character that means nothing there,
//! and comes back when the text is read. Marks use private characters too, which no value can hold.

/// The first private character; the ASCII character of the same number stands behind it.
const BASE: u32 = 0x10_F000;
/// The last private character in use.
const LAST: u32 = BASE + 0xFF;
/// Opens and closes a hint at what people have to complete.
pub(super) const OPEN: char = '\u{10F080}';
pub(super) const CLOSE: char = '\u{10F081}';
/// Stands before and after the name of a part.
pub(super) const PART: char = '\u{10F082}';

/// Makes a text inert: none of its characters is Markdown, and a line break in it breaks no block.
pub(super) fn guard(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let c = match c {
            '\r' => {
                rest.next_if_eq(&'\n');
                '\n'
            }
            '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            c => c,
        };
        out.push(match u32::from(c) {
            code if c.is_ascii() && !c.is_ascii_alphabetic() => char::from_u32(BASE + code).unwrap_or(c),
            BASE..=LAST => char::REPLACEMENT_CHARACTER,
            _ => c,
        });
    }
    out
}

/// Gives back what [`guard`] was given.
pub(super) fn restore(text: &str) -> String {
    text.chars()
        .map(|c| {
            u32::from(c)
                .checked_sub(BASE)
                .and_then(|code| u8::try_from(code).ok())
                .filter(u8::is_ascii)
                .map_or(c, char::from)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let guarded = guard(text);
        assert!(!guarded.chars().any(|c| c.is_ascii() && !c.is_ascii_alphabetic()), "{guarded:?}");
        assert_eq!(restore(&guarded), expected);
    }

    #[test]
    fn a_text_goes_through_unread_and_comes_back() {
        check("# 1. *a* [b](todo:) `c` <d> &amp; | {{e}} \\", "# 1. *a* [b](todo:) `c` <d> &amp; | {{e}} \\");
        check("a\r\n    b\u{2028}c\rd", "a\n    b\nc\nd");
        check("مركز 3", "مركز 3");
        check("\u{0}\u{7F}", "\u{0}\u{7F}");
    }

    #[test]
    fn no_value_holds_a_private_character() {
        check(
            "a\u{10F080}forged\u{10F081}\u{10F082}budget\u{10F082}\u{10F023}",
            "a\u{FFFD}forged\u{FFFD}\u{FFFD}budget\u{FFFD}\u{FFFD}",
        );
    }
}
