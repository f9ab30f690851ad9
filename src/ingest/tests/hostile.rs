//! Files that are damaged, or made to harm.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{archive, cells, check, read_with, workbook, workbook_parts};
use crate::ingest::Limits;

const FICHE: &str = "[Fiche]\n--\n";

#[test]
fn cells_at_the_ends_of_a_sheet_cost_nothing() {
    let far = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    check("a.xlsx", &cells(far), "[Fiche]\n1 A=1\n1048576 XFD=2\n--\n", &[]);
}

#[test]
fn one_bad_cell_does_not_lose_the_sheet() {
    let outside = r#"<row r="1"><c r="ZZZZZZ4294967295"><v>1</v></c><c r="B1"><v>2</v></c></row>"#;
    check("a.xlsx", &cells(outside), "[Fiche]\n1 B=2\n--\n", &["F101 reason-cell-outside"]);
    let string = r#"<row r="1"><c r="A1" t="s"><v>9</v></c><c r="B1"><v>2</v></c></row>"#;
    check("a.xlsx", &cells(string), "[Fiche]\n1 B=2\n--\n", &["F101 reason-string-missing"]);
    let twice = r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="A1"><v>3</v></c></row>"#;
    check("a.xlsx", &cells(twice), "[Fiche]\n1 B=2\n--\n", &["F101 reason-cell-twice"]);
}

#[test]
fn rows_out_of_order_end_the_sheet() {
    let rows = r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>"#;
    check("a.xlsx", &cells(rows), "[Fiche]\n2 A=1\n--\n", &["F101 reason-partial(reason-rows-order, 2)"]);
}

#[test]
fn a_declared_count_is_not_believed() {
    let sheet = r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
    let strings = r#"<sst count="4294967295" uniqueCount="4294967295"><si><t>un</t></si></sst>"#;
    check("a.xlsx", &workbook(sheet, strings, "<styleSheet/>"), "[Fiche]\n1 A=\"un\"\n--\n", &[]);
}

#[test]
fn long_blanks_and_long_texts_end_as_findings() {
    let blanks = " ".repeat(5 << 20);
    check("a.xlsx", &cells(&blanks), FICHE, &["F102 limit-piece(4) / limit-stopped"]);
    let comment = format!("<!-- {} -->", "<a> ".repeat(2 << 20));
    check("a.xlsx", &cells(&comment), FICHE, &["F102 limit-piece(4) / limit-stopped"]);
    let (printed, findings) = read_with(Limits { text_bytes: 20, ..Limits::default() }, "a.xlsx", &cells(""));
    assert_eq!((printed.as_str(), findings.len()), ("", 1));
    assert!(findings[0].starts_with("F102 limit-text("), "{findings:?}");
}

#[test]
fn limits_on_archives() {
    let limits = |change: fn(&mut Limits)| {
        let mut limits = Limits::default();
        change(&mut limits);
        read_with(limits, "a.xlsx", &cells("")).1
    };
    assert_eq!(limits(|limits| limits.parts = 5), ["F102 limit-parts(5) / 6"]);
    assert!(limits(|limits| limits.unpacked_bytes = 100)[0].starts_with("F102 limit-unpacked("));
    assert_eq!(limits(|limits| limits.sheets = 0), ["F102 limit-sheets(0) / 1"]);
    assert_eq!(limits(|limits| limits.seconds = 0).len(), 0, "an empty file is read before the clock is asked");
    let bomb = archive(&[("xl/workbook.xml", &" ".repeat(70 << 20))]);
    assert!(read_with(Limits::default(), "a.xlsx", &bomb).1[0].starts_with("F102 limit-ratio(200) / "));
}

#[test]
fn limits_on_cells_and_time_say_how_far_the_sheet_was_read() {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>"#;
    let (printed, findings) = read_with(Limits { cells: 1, ..Limits::default() }, "a.xlsx", &cells(rows));
    assert_eq!(
        (printed.as_str(), findings),
        ("[Fiche]\n1 A=1\n--\n", vec!["F102 limit-cells(1) / limit-read-to(1)".into()])
    );
    let (printed, findings) = read_with(Limits { seconds: 0, ..Limits::default() }, "a.xlsx", &cells(rows));
    assert_eq!((printed.as_str(), findings), (FICHE, vec!["F102 limit-seconds(0) / limit-stopped".into()]));
}

#[test]
fn entities_and_document_types_are_refused() {
    let bomb = r#"<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>"#;
    check("a.xlsx", &workbook(bomb, "<sst/>", "<styleSheet/>"), FICHE, &["F101 reason-document-type"]);
    check("a.xlsx", &cells(r#"<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>"#), FICHE, &["F101 reason-damaged"]);
}

#[test]
fn deep_nesting_is_refused() {
    check("a.xlsx", &cells(&"<r>".repeat(10_000)), FICHE, &["F101 reason-damaged"]);
}

#[test]
fn damaged_archives() {
    let whole = cells(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#);
    check("a.xlsx", &whole[..whole.len() / 2], "", &["F101 reason-truncated"]);
    check("a.xlsx", b"PK\x03\x04", "", &["F101 reason-truncated"]);
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2">"#;
    let cut = workbook(sheet, "<sst/>", "<styleSheet/>");
    check("a.xlsx", &cut, "[Fiche]\n1 A=1\n--\n", &["F101 reason-partial(reason-truncated, 1)"]);
    let mut parts = workbook_parts("", "<sst/>", "<styleSheet/>");
    parts.remove(3);
    check("a.xlsx", &archive(&parts), "", &["F101 reason-sheet-missing(Fiche)"]);
    let mut parts = workbook_parts("<worksheet><sheetData/></worksheet>", "<sst/>", "<styleSheet/>");
    parts.push(("XL/worksheets/SHEET1.xml", "<worksheet/>"));
    check("a.xlsx", &archive(&parts), "", &["F101 reason-parts-twice"]);
    let mut parts = workbook_parts("<worksheet><sheetData/></worksheet>", "<sst/>", "<styleSheet/>");
    parts.push(("xl/stylez.xml", "<styleSheet/>"));
    check(
        "a.xlsx",
        &replace_all(&archive(&parts), b"xl/stylez.xml", b"xl/styles.xml"),
        "",
        &["F101 reason-parts-twice"],
    );
}

#[test]
fn a_flipped_bit_is_told_by_the_checksum() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let sheet = r#"<worksheet><sheetData><row r="1"><c r="A1"><v>1111</v></c></row></sheetData></worksheet>"#;
    for (name, text) in workbook_parts(sheet, "<sst/>", "<styleSheet/>") {
        zip.start_file(name, stored).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    let bytes = replace_all(&zip.finish().unwrap().into_inner(), b"1111", b"1911");
    check("a.xlsx", &bytes, "[Fiche]\n1 A=1911\n--\n", &["F101 reason-partial(reason-damaged, 1)"]);
}

#[test]
fn a_size_that_lies_ends_the_part() {
    let mut zip = cells(&format!("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>{}", " ".repeat(100_000)));
    // The size in the central directory of the part whose entry comes before that of the shared strings.
    let entry = find_last(&zip, b"xl/worksheets/sheet1.xml") - 46;
    zip[entry + 24..entry + 28].copy_from_slice(&500_u32.to_le_bytes());
    let (_, findings) = read_with(Limits::default(), "a.xlsx", &zip);
    assert_eq!(findings.len(), 1);
    assert!(findings[0].starts_with("F101 reason-"), "{findings:?}");
}

fn find_last(bytes: &[u8], text: &[u8]) -> usize {
    bytes.windows(text.len()).rposition(|window| window == text).unwrap()
}

fn replace_all(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    while let Some(at) = bytes.windows(from.len()).position(|window| window == from) {
        bytes[at..at + from.len()].copy_from_slice(&to[..from.len()]);
    }
    bytes
}

#[test]
fn what_is_no_table_is_refused_by_name() {
    check("a.xls", b"<html><table><tr><td>1", "", &["F101 reason-html"]);
    check("a.xlsx", b"%PDF-1.7 ...", "", &["F101 reason-pdf"]);
    check("a.csv", b"", "", &["F101 reason-empty"]);
    check("a.csv", b" \r\n ", "", &["F101 reason-empty"]);
    check("a.csv", b"a\0b\x01", "", &["F101 reason-not-text"]);
    check("a.xlsx", &archive(&[("word/document.xml", "<w/>")]), "", &["F101 reason-document"]);
    check("a.xlsx", &archive(&[("retours/a.xlsx", "")]), "", &["F101 reason-archive"]);
    let mut compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    compound.resize(1024, 0);
    check("a.xls", &compound, "", &["F101 reason-document"]);
    let name = "Workbook".encode_utf16().flat_map(u16::to_le_bytes);
    compound.splice(512..528, name);
    check("a.xls", &compound, "", &["F101 reason-damaged"]);
    let name = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes);
    compound.splice(512..544, name);
    check("a.xlsx", &compound, "", &["F101 reason-password"]);
}

#[track_caller]
fn check_ods(table: &str, expected: &str, findings: &[&str]) {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"F\">{table}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    check("a.ods", &archive(&[("content.xml", &content)]), expected, findings);
}

#[test]
fn repeats_of_ods_are_bounded() {
    let cell = |times: &str| {
        format!(
            r#"<table:table-cell table:number-columns-repeated="{times}" office:value-type="float" office:value="1"/>"#
        )
    };
    let row = format!(
        "<table:table-row>{}{}</table:table-row>",
        cell("1"),
        r#"<table:table-cell table:number-columns-repeated="4294967295"/>"#
    );
    check_ods(&row, "[F]\n1 A=1\n--\n", &[]);
    let wide = format!("<table:table-row>{}</table:table-row>", cell("4294967295"));
    let content = format!("<a><b><spreadsheet><table name=\"F\">{wide}</table></spreadsheet></b></a>");
    let (printed, findings) = read_with(Limits::default(), "a.ods", &archive(&[("content.xml", &content)]));
    assert!(printed.ends_with(" XFD=1\n--\n"), "{printed}");
    assert_eq!(findings, ["F101 reason-cell-outside"]);
    let high = format!(r#"<table:table-row table:number-rows-repeated="4294967295">{}</table:table-row>"#, cell("1"));
    let content = format!("<a><b><spreadsheet><table name=\"F\">{high}</table></spreadsheet></b></a>");
    let limits = Limits { cells: 2, ..Limits::default() };
    let (printed, findings) = read_with(limits, "a.ods", &archive(&[("content.xml", &content)]));
    assert_eq!(printed, "[F]\n1 A=1\n2 A=1\n--\n");
    assert_eq!(findings, ["F101 reason-cell-outside", "F102 limit-cells(2) / limit-read-to(2)"]);
    let text = format!(
        r#"<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>{}</text:p></table:table-cell></table:table-row>"#,
        "x".repeat(2000)
    );
    check_ods(&text, "[F]\n--\n", &["F102 limit-row-text(16) / limit-megabytes(16)"]);
    let blanks = r#"<table:table-row><table:table-cell><text:p><text:s text:c="4294967295"/>x</text:p></table:table-cell></table:table-row>"#;
    let (_, findings) = read_with(Limits::default(), "a.ods", &archive(&[("content.xml", blanks)]));
    assert_eq!(findings, ["F101 reason-document"]);
}

#[test]
fn encrypted_and_foreign_documents_of_libreoffice() {
    let manifest =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let encrypted = archive(&[("META-INF/manifest.xml", manifest), ("content.xml", "\u{1}\u{2}")]);
    check("a.ods", &encrypted, "", &["F101 reason-password"]);
    let text = archive(&[(
        "content.xml",
        "<office:document-content><office:body><office:text/></office:body></office:document-content>",
    )]);
    check("a.ods", &text, "", &["F101 reason-document"]);
}

#[test]
fn an_open_quote_is_told() {
    let text = "id;nom\n1;\"ouvert\n2;a\n3;b\n";
    let (_, findings) = read_with(Limits::default(), "a.csv", text.as_bytes());
    assert_eq!(findings, ["F101 reason-partial(reason-quote-open, 2)"]);
    check(
        "a.csv",
        "id;nom\n1;tuyau 5\"\n2;a\n".as_bytes(),
        "[a]\n1 A=\"id\" B=\"nom\"\n2 A=\"1\" B=\"tuyau 5\\\"\"\n3 A=\"2\" B=\"a\"\n--\n",
        &[],
    );
}
