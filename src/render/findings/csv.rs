//! The findings as csv, for programs.
//!
//! UTF-8 with a byte order mark and semicolons, so that Excel opens it in Morocco and France by a double click. Its
//! columns: `code`, `severity`, `file`, `sheet`, `cell`, and `args`, the arguments as a JSON object. Text that a
//! spreadsheet would run as a formula is inert in every column, also in a program that parts the columns elsewhere.

use std::collections::BTreeMap;

use super::{Account, locate};
use crate::error::{Error, Result};
use crate::model::Severity;

/// The signs with which a spreadsheet begins a formula, the wide ones of East Asian keyboards among them.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// The signs at which a program may part a line into cells.
const PARTING: [char; 6] = [',', ';', '\t', '\r', '\n', '|'];

/// Writes the findings as csv, without words of any language.
///
/// # Errors
///
/// A finding whose arguments can't be put into JSON: a fault of the program.
pub fn csv(account: &Account<'_>) -> Result<Vec<u8>> {
    let fault = |detail: String| Error::Render { document: "findings.csv".to_owned(), detail };
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(::csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    writer
        .write_record(["code", "severity", "file", "sheet", "cell", "args"])
        .map_err(|error| fault(error.to_string()))?;
    for finding in account.findings {
        let place = locate(account.sources, finding.place);
        let severity = match finding.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
        };
        let args: BTreeMap<_, _> = finding.args.iter().map(|(name, value)| (*name, value)).collect();
        let args = serde_json::to_string(&args).map_err(|error| fault(error.to_string()))?;
        let record = [
            finding.code.code(),
            severity,
            &inert(place.file.unwrap_or("")),
            &inert(place.sheet.unwrap_or("")),
            &inert(&place.address),
            &inert_json(&args),
        ];
        writer.write_record(record).map_err(|error| fault(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| fault(error.to_string()))
}

/// Keeps a text, and each part of it that could become a cell, from being read as a formula: an apostrophe stands
/// before the sign.
fn inert(text: &str) -> String {
    escape(text, true, |sign| format!("'{sign}"))
}

/// Does the same inside the texts of JSON, where the sign is written by its number and stays what it was.
fn inert_json(json: &str) -> String {
    escape(json, false, |sign| format!("\\u{:04x}", u32::from(sign)))
}

/// Replaces the signs of formulas at the beginning of a cell.
fn escape(text: &str, mut begins: bool, replace: impl Fn(char) -> String) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if begins && FORMULA.contains(&letter) {
            escaped.push_str(&replace(letter));
        } else {
            escaped.push(letter);
        }
        // Blanks and quotes before a sign may be taken off by the program that opens the file.
        begins = PARTING.contains(&letter) || (begins && matches!(letter, ' ' | '"' | '\''));
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::super::tests::sources;
    use super::*;
    use crate::model::{Finding, FindingCode, Origin, Place, SheetId, Value};

    #[test]
    fn a_csv_says_codes_places_and_arguments() {
        let sources = sources("=cmd.xlsx");
        let cell = Place::Cell(Origin::cell(SheetId(0), 6, 2));
        let findings =
            [Finding::new(FindingCode::NumberAsText, cell).with("found", "1 234;5").with("read", Value::count(1))];
        let account = Account { findings: &findings, sources: &sources, cells: &BTreeMap::new() };
        let text = String::from_utf8(csv(&account).unwrap()).unwrap();
        let expected = "\u{FEFF}code;severity;file;sheet;cell;args\r\nV303;warning;'=cmd.xlsx;Fiche d'essai;C7;\
                        \"{\"\"found\"\":{\"\"text\"\":\"\"1 234;5\"\"},\"\"read\"\":{\"\"number\"\":[\"\"1\"\",0]}}\"\r\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn no_part_of_a_line_is_a_formula() {
        #[track_caller]
        fn check(text: &str, expected: &str) {
            assert_eq!(inert(text), expected);
        }
        check("=1+1", "'=1+1");
        check("a-b=c.xlsx", "a-b=c.xlsx");
        check("a,=1+1.xlsx", "a,'=1+1.xlsx");
        check("\t@SUM(A1)", "\t'@SUM(A1)");
        check(" +33 5", " '+33 5");
        check("＝1", "'＝1");
        let json = serde_json::to_string(&BTreeMap::from([("found", "a,=cmd|' /C calc'!A0;-2")])).unwrap();
        let inert = inert_json(&json);
        assert!(!inert.contains(",=") && !inert.contains(";-"), "{inert}");
        let back: BTreeMap<String, String> = serde_json::from_str(&inert).unwrap();
        assert_eq!(back["found"], "a,=cmd|' /C calc'!A0;-2");
    }
}
