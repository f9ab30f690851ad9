//! What councils really send: one made file for each way in which spreadsheets come back broken, and what the program
//! says of it.
//!
//! A [`Case`] makes files; [`run`] reads them as a campaign and writes down the account of cells, the records, and every
//! finding in French and in Arabic. The text stands in `tests/cases/messy/<name>.txt`; a text that is absent or differs is
//! written anew, and the test fails once, so that a person reads the difference.

mod binary;
mod decisions;
mod duplicates;
mod formats;
mod hostile;
mod layout;
mod make;
mod names;
mod returned;
mod same;
mod values;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use bilan::campaign::Campaign;
use bilan::locale::Locale;
use bilan::model::{Cell, Lang, schema};
use bilan::pipeline::{self, Checked};

/// Files by path relative to the campaign's folder, such as `returns/tiznit.xlsx` or `profiles/aims.toml`.
pub type Files = Vec<(&'static str, Vec<u8>)>;

/// One way in which a file comes back.
#[derive(Clone, Copy)]
pub struct Case {
    /// The name of its text, in words joined by hyphens.
    pub name: &'static str,
    /// Makes its files.
    pub files: fn() -> Files,
}

/// Gives every case.
fn cases() -> Vec<Case> {
    [decisions::CASES, duplicates::CASES, formats::CASES, layout::CASES, names::CASES, values::CASES].concat()
}

#[test]
fn every_file_is_read_as_its_text_says() {
    let cases = cases();
    let mut wrong = Vec::new();
    for case in &cases {
        let said = run(case);
        let path = Path::new("tests/cases/messy").join(format!("{}.txt", case.name));
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if said != expected {
            fs::write(&path, &said).unwrap();
            wrong.push(format!("{} was written anew: read the difference\n{said}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_text_has_its_case() {
    let cases = cases();
    for entry in fs::read_dir("tests/cases/messy").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let known = path.extension().is_none_or(|kind| kind != "txt") || cases.iter().any(|case| case.name == name);
        assert!(known, "no case writes {}", path.display());
    }
}

/// Reads the files of a case as a campaign.
fn check(case: &Case) -> (Campaign, Checked) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("returns")).unwrap();
    fs::copy("tests/cases/messy/campaign.toml", folder.path().join("campaign.toml")).unwrap();
    for (path, bytes) in (case.files)() {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    load(folder.path())
}

/// Reads the returns of a folder.
fn load(folder: &Path) -> (Campaign, Checked) {
    let campaign = Campaign::load(folder, None, jiff::civil::date(2027, 2, 1)).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_bilan"));
    let checked = pipeline::check(&campaign, Some(program), &|_, _, _| Ok(())).unwrap();
    (campaign, checked)
}

/// Writes down what a case came to.
fn run(case: &Case) -> String {
    let (campaign, checked) = check(case);
    let mut text = String::new();
    let Checked { sources, dataset, findings, .. } = &checked;
    text.push_str("== cells\n");
    for (&id, count) in &dataset.cells {
        let (file, sheet) = (&sources.file_of(id).path, &sources.sheet(id).name);
        assert_eq!(count.read, count.used + count.ignored() + count.held, "{}: {file} {sheet}", case.name);
        let _ = write!(text, "{file} {sheet}: read {}, used {}, held {}", count.read, count.used, count.held);
        for (reason, cells) in &count.ignored {
            let _ = write!(text, ", {} {cells}", reason.key());
        }
        text.push('\n');
    }
    text.push_str("== records\n");
    for (sheet, table) in &dataset.tables {
        for row in &table.rows {
            let held = if row.held { " held" } else { "" };
            let _ = write!(text, "{} {}{held}:", sheet.name(), row.origin.address());
            for (column, cell) in schema::columns(*sheet).iter().zip(row.cells.iter()) {
                let shown = match cell {
                    Cell::Missing => continue,
                    Cell::NotApplicable => "n/a".to_owned(),
                    Cell::Held => "held".to_owned(),
                    Cell::Masked(mask) => format!("{mask:?}"),
                    Cell::Text(text) => format!("{text:?}"),
                    Cell::Code(code) => code.to_string(),
                    Cell::Codes(codes) => codes.iter().map(|code| code.as_str()).collect::<Vec<_>>().join("+"),
                    Cell::Number(number) => number.to_string(),
                    Cell::Date(date) => date.to_string(),
                    Cell::Period(period) => format!("{}/{}", period.from, period.to),
                };
                let _ = write!(text, " {}={shown}", column.field.name());
            }
            text.push('\n');
        }
    }
    for lang in [Lang::Fr, Lang::Ar] {
        let locale = Locale::plain(lang, &campaign.reference);
        let _ = writeln!(text, "== {lang}");
        for finding in findings {
            let _ = writeln!(text, "{}", locale.finding(finding, sources));
        }
    }
    text
}
