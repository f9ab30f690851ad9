//! The findings as csv, for programs.
//!
//! UTF-8 with a byte order mark and semicolons, so that Excel opens it in Morocco and France by a double click. Its
//! columns: `code`, `severity`, `file`, `sheet`, `cell`, and `args`, the arguments as a JSON object. Text that a
//! spreadsheet would run as a formula is inert in every column, also in a program that parts the columns elsewhere.

use std::collections::BTreeMap;

use super::{Account, locate};
use crate::error::{Error, Result};
use crate::model::{Finding, Severity};
use crate::render::inert::{inert, inert_json};

/// How many findings are written at once.
const PART: usize = 10_000;

/// Writes the findings as csv, without words of any language. It is handed to `put` in parts: a large campaign has half a
/// million findings.
///
/// # Errors
///
/// A finding whose arguments can't be put into JSON: a fault of the program. Those of `put`.
pub fn csv(account: &Account<'_>, put: &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<()> {
    put("\u{FEFF}code;severity;file;sheet;cell;args\r\n".as_bytes())?;
    account.findings.chunks(PART).try_for_each(|findings| put(&lines(account, findings)?))
}

fn lines(account: &Account<'_>, findings: &[Finding]) -> Result<Vec<u8>> {
    let fault = |detail: String| Error::Render { document: "findings.csv".to_owned(), detail };
    let mut writer =
        ::csv::WriterBuilder::new().delimiter(b';').terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    for finding in findings {
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

#[cfg(test)]
mod tests {
    use super::super::tests::sources;
    use super::*;
    use crate::model::{FindingCode, Origin, Place, SheetId, Value};

    #[test]
    fn a_csv_says_codes_places_and_arguments() {
        let sources = sources("=cmd.xlsx");
        let cell = Place::Cell(Origin::cell(SheetId(0), 6, 2));
        let findings =
            [Finding::new(FindingCode::NumberAsText, cell).with("found", "1 234;5").with("read", Value::count(1))];
        let account = Account { findings: &findings, sources: &sources, cells: &BTreeMap::new() };
        let mut bytes = Vec::new();
        csv(&account, &mut |part| {
            bytes.extend_from_slice(part);
            Ok(())
        })
        .unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let expected = "\u{FEFF}code;severity;file;sheet;cell;args\r\nV303;warning;'=cmd.xlsx;Fiche d'essai;C7;\
                        \"{\"\"found\"\":{\"\"text\"\":\"\"1 234;5\"\"},\"\"read\"\":{\"\"number\"\":[\"\"1\"\",0]}}\"\r\n";
        assert_eq!(text, expected);
    }
}
