//! Files made in the test, read, and printed as a person would note them down.

mod honest;
mod hostile;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Limits, Reader};
use crate::model::{FileId, Finding, Phrase, RawRow, RawValue, RowSink, SheetId, Sources, Value};

/// Prints what a reader hands out: a line for each sheet and row.
#[derive(Default)]
pub(super) struct Print(String);

impl Print {
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

impl RowSink for Print {
    fn sheet(&mut self, _: FileId, _: SheetId, name: &str, hidden: bool) {
        let _ = writeln!(self.0, "[{name}]{}", if hidden { " hidden" } else { "" });
    }

    fn row(&mut self, row: RawRow) {
        let cells: Vec<String> = row
            .cells
            .iter()
            .map(|(column, value)| format!("{}={}", crate::model::column_letters(*column), show(value)))
            .collect();
        let _ = writeln!(self.0, "{} {}", row.row + 1, cells.join(" "));
    }

    fn end_sheet(&mut self) {
        self.0.push_str("--\n");
    }
}

fn show(value: &RawValue) -> String {
    match value {
        RawValue::Text(text) => format!("{text:?}"),
        RawValue::Number(number) => number.to_string(),
        RawValue::Percent(number) => format!("{number}%"),
        RawValue::Date(moment) => moment.to_string(),
        RawValue::Bool(value) => value.to_string(),
        RawValue::Error(text) => text.clone(),
        RawValue::Uncalculated => "?".to_owned(),
    }
}

/// Reads bytes and gives what was printed, and code and reason or limit of each finding.
pub(super) fn read_with(limits: Limits, name: &str, bytes: &[u8]) -> (String, Vec<String>) {
    let mut print = Print::default();
    let mut sources = Sources::default();
    let reader = Reader { limits, child: None };
    let (_, findings) = reader.read_bytes(bytes, name, &mut sources, &mut print);
    assert_eq!(sources.files.len(), 1);
    (print.0, findings.iter().map(note).collect())
}

pub(super) fn note(finding: &Finding) -> String {
    let args: Vec<String> = finding.args.iter().map(|(_, value)| word(value)).collect();
    format!("{} {}", finding.code.code(), args.join(" / "))
}

fn word(value: &Value) -> String {
    match value {
        Value::Phrase(Phrase { key, args }) => {
            let args: Vec<String> = args.iter().map(|(_, value)| word(value)).collect();
            if args.is_empty() { (*key).to_owned() } else { format!("{key}({})", args.join(", ")) }
        }
        Value::Code(text) | Value::Text(text) => text.to_string(),
        Value::Number(number, decimals) => number.round_dp(u32::from(*decimals)).to_string(),
        other => format!("{other:?}"),
    }
}

/// Checks what is read from a file, and its findings.
#[track_caller]
pub(super) fn check(name: &str, bytes: &[u8], expected: &str, findings: &[&str]) {
    let (printed, found) = read_with(Limits::default(), name, bytes);
    assert_eq!((printed.as_str(), found), (expected, findings.iter().map(|&text| text.to_owned()).collect()));
}

/// Makes an archive.
pub(super) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    archive_bytes(&parts)
}

pub(super) fn archive_bytes(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts of a workbook around its sheet `Fiche`, shared strings and styles.
pub(super) fn workbook(sheet: &str, strings: &str, styles: &str) -> Vec<u8> {
    archive(&workbook_parts(sheet, strings, styles))
}

pub(super) fn workbook_parts<'t>(sheet: &'t str, strings: &'t str, styles: &'t str) -> Vec<(&'t str, &'t str)> {
    vec![
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        ("xl/workbook.xml", r#"<workbook><sheets><sheet name="Fiche" sheetId="1" r:id="rId1"/></sheets></workbook>"#),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="x/styles" Target="/xl/styles.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ]
}

/// A workbook with one sheet whose cells are given.
pub(super) fn cells(cells: &str) -> Vec<u8> {
    workbook(
        &format!("<worksheet><sheetData>{cells}</sheetData></worksheet>"),
        "<sst><si><t>un</t></si><si><r><t>de</t></r><rPh><t>xx</t></rPh><r><t>ux</t></r></si></sst>",
        r#"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="d\/m\/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs></styleSheet>"#,
    )
}
