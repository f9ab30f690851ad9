//! The blank form, filled as a council would, gives no finding.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use bilan::cli::Status;
use bilan::model::{Field, Kind, Lang, List, Sheet, schema};
use bilan::pipeline;
use bilan::reference::Reference;

use crate::program::{arg, bilan, parts};

#[test]
fn a_filled_form_gives_no_finding() {
    for lang in Lang::ALL {
        check(lang);
    }
}

fn check(lang: Lang) {
    let folder = tempfile::tempdir().unwrap();
    let blank = folder.path().join("blank.xlsx");
    assert_eq!(bilan(&["form", "--lang", lang.code(), "-o", arg(&blank)]).status, Status::Clean);
    let filled = folder.path().join("filled.xlsx");
    fill(&fs::read(&blank).unwrap(), &filled, lang);
    let ran = bilan(&["check", arg(&filled), "--lang", "en", "--out", arg(&folder.path().join("findings"))]);
    assert!(ran.out.contains("No finding."), "{lang}: {}", ran.out);
    let read = pipeline::check_file(&filled, None, &Reference::built_in().unwrap(), None).unwrap();
    for sheet in schema::USED.iter().filter(|sheet| **sheet != Sheet::Identification) {
        assert_eq!(read.dataset.table(*sheet).live().count(), 1, "{lang}: {sheet}");
    }
}

/// Writes a copy of the form with one row of data on each sheet, under the example.
fn fill(form: &[u8], path: &Path, lang: Lang) {
    let reference = Reference::built_in().unwrap();
    let parts = parts(form);
    let workbook = &parts.iter().find(|part| part.0 == "xl/workbook.xml").unwrap().1;
    let names: Vec<&str> =
        workbook.split("<sheet name=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let sheets: BTreeMap<String, Sheet> = names
        .iter()
        .enumerate()
        .filter_map(|(at, name)| {
            let sheet = schema::USED.iter().find(|sheet| reference.sheet_name(**sheet, lang) == *name)?;
            Some((format!("xl/worksheets/sheet{}.xml", at + 1), *sheet))
        })
        .collect();
    assert_eq!(sheets.len(), schema::USED.len(), "{names:?}");
    let mut archive = zip::ZipWriter::new(fs::File::create(path).unwrap());
    for (name, text) in &parts {
        let text = match sheets.get(name) {
            Some(Sheet::Identification) => identify(text, &reference, lang),
            Some(sheet) => add_row(text, *sheet, &reference, lang),
            None => text.clone(),
        };
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
}

/// Puts the sender beside the label of the territory, the first line.
fn identify(text: &str, reference: &Reference, lang: Lang) -> String {
    let (before, rest) = text.split_once("<c r=\"B2\"").unwrap();
    let (_, after) = rest.split_once("/>").unwrap();
    let name = reference.name(List::Territories, "MA-HAO", lang);
    format!("{before}<c r=\"B2\" t=\"inlineStr\"><is><t>{name}</t></is></c>{after}")
}

fn add_row(text: &str, sheet: Sheet, reference: &Reference, lang: Lang) -> String {
    let mut row = String::from("<row r=\"3\">");
    for (at, column) in schema::columns(sheet).iter().filter(|column| !column.derived).enumerate() {
        let letters = bilan::model::column_letters(at as u16);
        let style = text
            .split_once(&format!("<c r=\"{letters}2\" s=\""))
            .and_then(|(_, rest)| rest.split('"').next())
            .map_or(String::new(), |style| format!(" s=\"{style}\""));
        let cell = match value(sheet, column.field, column.kind, reference, lang) {
            Some(Filled::Number(number)) => format!("<c r=\"{letters}3\"{style}><v>{number}</v></c>"),
            Some(Filled::Text(words)) => {
                let words = words.replace('&', "&amp;").replace('<', "&lt;");
                format!("<c r=\"{letters}3\"{style} t=\"inlineStr\"><is><t>{words}</t></is></c>")
            }
            None => String::new(),
        };
        row.push_str(&cell);
    }
    text.replacen("</sheetData>", &format!("{row}</row></sheetData>"), 1)
}

enum Filled {
    Text(String),
    Number(f64),
}

/// 1 March 2026 as spreadsheets count days.
const DAY: f64 = 46_082.0;

/// Gives a value that a careful person would put into a column; `None` leaves it blank.
fn value(sheet: Sheet, field: Field, kind: Kind, reference: &Reference, lang: Lang) -> Option<Filled> {
    let name = |list, code: &str| Some(Filled::Text(reference.name(list, code, lang).to_owned()));
    match (sheet, field) {
        (Sheet::Funding, Field::CallName) => return None,
        (Sheet::Funding, Field::TotalCost) => return Some(Filled::Number(1_000_000.0)),
        (Sheet::BudgetLines, Field::Heading) => return name(List::BudgetHeadings, "60"),
        (Sheet::Activities, Field::Status) => return name(List::Statuses, "closed"),
        (Sheet::Indicators, Field::IndicatorCode) => return Some(Filled::Text("T10.4".to_owned())),
        (Sheet::Indicators, Field::Unit) => return name(List::Units, "session"),
        (Sheet::Indicators, Field::Group | Field::HouseholdSize | Field::IndicatorName) => return None,
        (Sheet::Indicators, Field::Numerator | Field::Denominator) => return None,
        (Sheet::Activities, Field::Markers) => return Some(Filled::Text("1:2;2:1".to_owned())),
        (Sheet::Activities, Field::DacCode) => return Some(Filled::Text("14050".to_owned())),
        (Sheet::Activities, Field::Sdg) => return Some(Filled::Text("6.1;11.6".to_owned())),
        (Sheet::Activities, Field::TerritoryMa) => return name(List::Territories, "MA-HAO"),
        (_, Field::Territory) => return name(List::Territories, "MA-HAO"),
        (_, Field::Currency) => return Some(Filled::Text("EUR".to_owned())),
        (_, Field::CallName) => return name(List::Calls, "FRMA-2026"),
        // The one budget line is a thousand times a thousand, and nothing of it is in kind.
        (_, Field::TotalCost) => return Some(Filled::Number(1_000_000.0)),
        (_, Field::OwnInKind) => return Some(Filled::Number(0.0)),
        (_, Field::Heading) => return name(List::BudgetHeadings, "64"),
        _ => {}
    }
    Some(match kind {
        Kind::Id | Kind::Ids => Filled::Text("HAO-2026-01".to_owned()),
        Kind::Text | Kind::Prose => Filled::Text("Collecte sélective / فرز النفايات".to_owned()),
        Kind::One(list) => Filled::Text(reference.entries(list)[0].names.get(lang).to_owned()),
        Kind::Many(list) => {
            let names: Vec<&str> = reference.entries(list)[..2].iter().map(|entry| entry.names.get(lang)).collect();
            Filled::Text(names.join(" ; "))
        }
        Kind::Number | Kind::Count | Kind::Money => Filled::Number(1_000.0),
        Kind::Date => Filled::Number(DAY),
        Kind::Year => Filled::Number(2_026.0),
        Kind::Period => Filled::Text("2026".to_owned()),
    })
}
