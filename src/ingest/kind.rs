//! What a file is, told by its content and never by its name.

use super::feed::Stop;
use super::guard::Parts;

/// A kind of file that can hold a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An archive, whose parts tell its content.
    Zip,
    /// A workbook of Excel before 2007.
    Xls,
    /// A workbook of LibreOffice in one part, without an archive.
    Fods,
    /// Delimited text.
    Text,
}

/// What an archive holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A workbook of Excel since 2007, with or without macros.
    Xlsx,
    /// A binary workbook of Excel since 2007.
    Xlsb,
    /// A workbook of LibreOffice.
    Ods,
}

/// First bytes of files that hold no table, and why they are refused.
const REFUSED: &[(&[u8], &str)] = &[
    (b"%PDF", "reason-pdf"),
    (b"{\\rtf", "reason-document"),
    (b"\x89PNG", "reason-picture"),
    (b"\xff\xd8\xff", "reason-picture"),
    (b"GIF8", "reason-picture"),
    (b"7z\xbc\xaf\x27\x1c", "reason-archive"),
    (b"Rar!", "reason-archive"),
    (b"\x1f\x8b", "reason-archive"),
];

const ZIP: &[u8] = b"PK\x03\x04";
const ZIP_EMPTY: &[u8] = b"PK\x05\x06";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Tells the kind of a file by its bytes, or why it is refused.
pub(super) fn tell(bytes: &[u8]) -> Result<Kind, Stop> {
    if bytes.is_empty() {
        return Err(Stop::because("reason-empty"));
    }
    if bytes.starts_with(ZIP) || bytes.starts_with(ZIP_EMPTY) {
        return Ok(Kind::Zip);
    }
    if bytes.starts_with(COMPOUND) {
        return tell_compound(bytes);
    }
    if let Some((_, reason)) = REFUSED.iter().find(|(head, _)| bytes.starts_with(head)) {
        return Err(Stop::because(reason));
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).trim_start_matches('\u{feff}').to_lowercase();
    let head = head.trim_start();
    let xml = head.starts_with("<?xml");
    if xml && head.contains("<office:document") {
        return Ok(Kind::Fods);
    }
    if head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || head.contains(if xml { "<html" } else { "<table" })
    {
        return Err(Stop::because("reason-html"));
    }
    if xml {
        return Err(Stop::because("reason-xml"));
    }
    Ok(Kind::Text)
}

/// Tells what an archive holds by its parts.
pub(super) fn tell_parts(parts: &mut Parts<'_>) -> Result<Content, Stop> {
    if parts.has("xl/workbook.bin") {
        return Ok(Content::Xlsb);
    }
    if parts.has_folder("xl/") {
        return Ok(Content::Xlsx);
    }
    if parts.has_folder("word/") || parts.has_folder("ppt/") {
        return Err(Stop::because("reason-document"));
    }
    if parts.has("content.xml") {
        return Ok(Content::Ods);
    }
    Err(Stop::because("reason-archive"))
}

/// Tells what a compound file holds: it is the container of old workbooks, of old documents and of encrypted ones.
fn tell_compound(bytes: &[u8]) -> Result<Kind, Stop> {
    if has_stream(bytes, "EncryptedPackage") {
        Err(Stop::because("reason-password"))
    } else if has_stream(bytes, "Workbook") || has_stream(bytes, "Book") {
        Ok(Kind::Xls)
    } else {
        Err(Stop::because("reason-document"))
    }
}

/// Tells whether a compound file has a stream. A directory entry starts at a multiple of 128 bytes with the name in
/// UTF-16.
fn has_stream(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    bytes.chunks(128).any(|entry| entry.starts_with(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Result<Kind, &'static str>) {
        assert_eq!(tell(bytes), expected.map_err(Stop::because));
    }

    #[test]
    fn content_decides() {
        check(b"", Err("reason-empty"));
        check(b"a;b\n1;2\n", Ok(Kind::Text));
        check(b"PK\x03\x04...", Ok(Kind::Zip));
        check(b"%PDF-1.7", Err("reason-pdf"));
        check("\u{feff}\n <HTML><body>".as_bytes(), Err("reason-html"));
        check(b"<div><table border=1>", Err("reason-html"));
        check(b"<?xml version='1.0'?><Workbook><Table>", Err("reason-xml"));
        check(b"<?xml version='1.0'?><!DOCTYPE html><html>", Err("reason-html"));
        check(b"<?xml version='1.0'?>\n<office:document x>", Ok(Kind::Fods));
        check(b"Budget;2026\n", Ok(Kind::Text));
    }
}
