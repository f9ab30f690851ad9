//! Where lines may break: at blanks, and where a text says so; not at the hyphens of names and codes.

use std::ops::Range;

/// Lets a line break inside a long word.
pub(in crate::render) const BREAK: char = '\u{200B}';

/// Splits at the blanks where a line may break: not before punctuation that closes, nor after one that opens.
pub(in crate::render) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    const CLOSES: &[char] = &['!', '?', '/', ')', ']', '}', '»', '%', ':', ';', ',', '.', '،', '؛', '؟', '”', '’'];
    const OPENS: &[char] = &['(', '[', '{', '«', '“', '‘'];
    let mut start = text.len() - text.trim_start_matches(is_gap).len();
    let end = text.trim_end_matches(is_gap).len();
    std::iter::from_fn(move || {
        let rest = text.get(start..end).filter(|rest| !rest.is_empty())?;
        let gaps = rest.char_indices().filter(|(_, c)| is_gap(*c));
        let mut ends = gaps.map(|(at, _)| (at, rest[at..].trim_start_matches(is_gap)));
        let parts = |(at, after): &(usize, &str)| !after.starts_with(CLOSES) && !rest[..*at].ends_with(OPENS);
        let (length, next) = ends.find(parts).map_or((rest.len(), end), |(at, after)| (at, end - after.len()));
        let word = start..start + length;
        start = next;
        Some(word)
    })
}

/// Says whether a character is a blank at which a line may end.
pub(in crate::render) fn is_gap(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}' | '\u{2007}')
}
