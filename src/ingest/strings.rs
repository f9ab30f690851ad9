//! The shared strings of a workbook.

use quick_xml::events::Event;

use super::feed::Stop;
use super::limits::{self, Limits};
use super::xml::{Xml, append_text};

/// Texts that cells name by their number: one buffer and its ends, so that a million short texts stay small.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Reads the part of shared strings. The count that it declares is never used.
    pub fn read(xml: &mut Xml, limits: &Limits) -> Result<Self, Stop> {
        let mut strings = Strings::default();
        let mut current = String::new();
        let (mut inside, mut phonetic, mut text) = (false, false, false);
        loop {
            match xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "si" => inside = true,
                    // How East Asian text is spoken: not part of the text.
                    "rPh" => phonetic = true,
                    "t" => text = inside && !phonetic,
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "si" => {
                        inside = false;
                        strings.push(&unescape(&current), limits)?;
                        current.clear();
                    }
                    "rPh" => phonetic = false,
                    "t" => text = false,
                    "sst" => return Ok(strings),
                    _ => {}
                },
                Event::Eof => return Err(Stop::because("reason-truncated")),
                event if text => append_text(&mut current, &event)?,
                _ => {}
            }
        }
    }

    /// Gives a text by its number.
    pub fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        Some(&self.text[start..end])
    }

    /// Adds the next text.
    pub fn push(&mut self, text: &str, limits: &Limits) -> Result<(), Stop> {
        self.text.push_str(text);
        self.ends.push(self.text.len());
        let held = (self.text.len() + self.ends.len() * size_of::<usize>()) as u64;
        if held > limits.text_bytes {
            return Err(limits::over_bytes("limit-text", limits.text_bytes, held));
        }
        Ok(())
    }
}

/// Resolves the escapes of Excel: `_x000D_` is a character of UTF-16 that XML can't hold.
pub(super) fn unescape(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains("_x") {
        return text.into();
    }
    let mut units = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        units.extend(rest[..at].encode_utf16());
        match escape(&rest[at..]) {
            Some(unit) => {
                units.push(unit);
                rest = &rest[at + 7..];
            }
            None => {
                units.extend("_x".encode_utf16());
                rest = &rest[at + 2..];
            }
        }
    }
    units.extend(rest.encode_utf16());
    String::from_utf16_lossy(&units).into()
}

fn escape(text: &str) -> Option<u16> {
    let digits = text.get(2..6).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
    text.get(6..7).filter(|&end| end == "_")?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(unescape(text), expected);
    }

    #[test]
    fn escapes_of_excel() {
        check("plain_text", "plain_text");
        check("a_x000D_b", "a\rb");
        check("_x005F_x000D_", "_x000D_");
        check("_xD83D__xDCF7_", "📷");
        check("_x12_ _xZZZZ_ _x", "_x12_ _xZZZZ_ _x");
        check("_xé123_", "_xé123_");
    }
}
