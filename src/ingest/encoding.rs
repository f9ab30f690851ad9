//! The encoding of delimited text.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1256};

use super::feed::Stop;

/// Decodes text. Also gives the name of the encoding where it had to be guessed.
///
/// A byte order mark decides; then UTF-8 where the bytes are valid. Otherwise it is what Excel for Windows writes: the
/// Arabic code page where letters beyond ASCII stand in words of their own, else the Western one, where they stand
/// singly among plain letters.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<&'static str>), Stop> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, failed) = encoding.decode_without_bom_handling(&bytes[mark..]);
        let damaged = failed && (encoding == UTF_16LE || encoding == UTF_16BE);
        return if damaged { Err(Stop::because("reason-damaged")) } else { Ok((text, None)) };
    }
    if bytes.contains(&0) {
        return Err(Stop::because("reason-not-text"));
    }
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok((text, None));
    }
    let encoding = if is_arabic(bytes) { WINDOWS_1256 } else { WINDOWS_1252 };
    Ok((encoding.decode_without_bom_handling(bytes).0, Some(encoding.name())))
}

/// Tells whether most letters beyond ASCII stand in runs of at least three.
fn is_arabic(bytes: &[u8]) -> bool {
    let (mut single, mut in_words) = (0_usize, 0_usize);
    for run in bytes.split(|&byte| byte < 0xC0) {
        match run.len() {
            0 => {}
            1 | 2 => single += run.len(),
            length => in_words += length,
        }
    }
    in_words > single
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str, guessed: Option<&str>) {
        assert_eq!(decode(bytes).map(|(text, name)| (text.into_owned(), name)), Ok((expected.to_owned(), guessed)));
    }

    #[test]
    fn encodings_are_told_apart() {
        check("é;م".as_bytes(), "é;م", None);
        check("\u{feff}é".as_bytes(), "é", None);
        check(b"\xff\xfea\0\t\0b\0", "a\tb", None);
        check(b"\xfe\xff\0a\0\t\0b", "a\tb", None);
        check(b"D\xe9partement;Ann\xe9e;10 \x80", "Département;Année;10 €", Some("windows-1252"));
        check(b"id;\xc7\xe1\xd3\xe4\xc9;\xc7\xe1\xe3\xc8\xe1\xdb", "id;السنة;المبلغ", Some("windows-1256"));
        assert_eq!(decode(b"a\0b"), Err(Stop::because("reason-not-text")));
    }
}
