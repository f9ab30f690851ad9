//! The rows that a campaign adds to built-in lists: indicators in `reference/indicators-own.csv`, calls for proposals in
//! `calls-own.csv` and their rules in `call_rules-own.csv`.
//!
//! An indicator needs a code, a name in one language, a unit and a measure; what else the catalogue has is optional and
//! taken from the form of the measure. The tables are read as Excel saves them: with commas or semicolons, in UTF-8 or in
//! the Western encoding of Windows.

use std::borrow::Cow;

use super::Source;
use super::load::{Record, get};
use crate::error::{Error, Result};
use crate::model::{Lang, Measure, Value};

/// The name of the file of indicators.
pub(super) const FILE: &str = "indicators-own.csv";
/// The name of the file of calls, and of that of their rules.
pub(super) const CALLS: &str = "calls-own.csv";
pub(super) const CALL_RULES: &str = "call_rules-own.csv";

/// The columns that no row can do without, besides a name.
const NEEDED: [&str; 3] = ["code", "unit", "measure"];

/// Reads the added indicators as rows of the catalogue; none where there is no such file.
///
/// # Errors
///
/// A table that lacks a column or is no csv, or a file that can't be read.
pub(super) fn records(source: Source<'_>) -> Result<Vec<Record>> {
    Ok(table(source, FILE, &NEEDED)?.into_iter().map(completed).collect())
}

/// Reads a table of added rows, its names filled in the languages that it leaves out; none where there is no such file.
/// A table that needs a code needs a name too.
///
/// # Errors
///
/// As [`records`].
pub(super) fn table(source: Source<'_>, file: &'static str, needed: &[&'static str]) -> Result<Vec<Record>> {
    let bytes = match source(file) {
        Ok(bytes) => bytes,
        // The file is no built-in list: a campaign without it has none.
        Err(Error::Setup { .. }) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let text = text(&bytes);
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let head = text.lines().next().unwrap_or_default();
    let delimiter = if head.matches(';').count() > head.matches(',').count() { b';' } else { b',' };
    let clean =
        |heads: &csv::StringRecord| -> Vec<String> { heads.iter().map(|head| head.trim().to_lowercase()).collect() };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let wrong = |error: csv::Error| {
        let line = error.position().map_or(0, csv::Position::line);
        let detail = ("detail", Value::code(error.to_string()));
        Error::setup(file, Value::phrase("setup-list-line", [("line", Value::count(line)), detail]))
    };
    let heads = clean(reader.headers().map_err(wrong)?);
    let named = |stem: &str| heads.iter().any(|head| head == stem || head.starts_with(&format!("{stem}_")));
    let needed = needed.iter().copied().chain(needed.contains(&"code").then_some("name"));
    if let Some(column) = needed.clone().find(|column| !named(column)) {
        let all = needed.map(Value::code).collect();
        let args = [("column", Value::code(column)), ("needed", Value::List(all))];
        return Err(Error::setup(file, Value::phrase("setup-own-column", args)));
    }
    let mut records = Vec::new();
    for row in reader.records() {
        let row = row.map_err(wrong)?;
        // Excel leaves rows of bare separators behind.
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let cells = row.iter().map(|cell| cell.trim().to_owned());
        records.push(named_everywhere(heads.iter().cloned().zip(cells).collect()));
    }
    Ok(records)
}

fn text(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0,
    }
}

/// Fills the names and definitions that a row leaves out with those of another language.
fn named_everywhere(mut record: Record) -> Record {
    for stem in ["name", "definition"] {
        let columns = Lang::ALL.iter().map(|lang| format!("{stem}_{lang}"));
        let said = std::iter::once(stem.to_owned()).chain(columns.clone());
        let first = said.map(|column| get(&record, &column).to_owned()).find(|text| !text.is_empty());
        for column in columns {
            fill(&mut record, &column, first.as_deref().unwrap_or_default());
        }
    }
    record
}

/// Fills what follows from the form of an indicator's measure.
fn completed(mut record: Record) -> Record {
    let measure = Measure::parse(get(&record, "measure")).ok();
    let (kind, aggregation) = match measure {
        Some(Measure::Ratio(..)) => ("ratio", "ratio"),
        Some(Measure::Latest(..)) => ("stock", "latest"),
        Some(Measure::Mean(..)) => ("stock", "weighted-mean"),
        Some(Measure::Spread(..)) => ("ordinal", "distribution"),
        Some(Measure::Distinct(..)) => ("stock", "distinct-count"),
        Some(Measure::Bounds(..)) => ("flow", "distinct-union"),
        _ => ("flow", "sum"),
    };
    // A group that begins with X cuts across the themes.
    let defaults = [
        ("group", "X"),
        ("level", "output"),
        ("kind", kind),
        ("direction", "up"),
        ("aggregation", aggregation),
        ("total_allowed", "yes"),
        ("source_of_definition", "own"),
    ];
    for (column, value) in defaults {
        fill(&mut record, column, value);
    }
    record
}

fn fill(record: &mut Record, column: &str, value: &str) {
    if get(record, column).is_empty() {
        record.insert(column.to_owned(), value.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &[(&str, &str, &str)]) {
        let found = records(&|_| Ok(Cow::Owned(bytes.to_vec()))).unwrap();
        let found: Vec<_> = found.iter().map(|row| (get(row, "code"), get(row, "name_ar"), get(row, "kind"))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_table_is_read_as_excel_saves_it() {
        let row = "code,name_fr,unit,measure\nP1,Écoles,activity,count(activities)\n,,,\n";
        check(row.as_bytes(), &[("P1", "Écoles", "flow")]);
        let french = "\u{FEFF}Code;Name;Unit;Measure\r\nP1;Écoles;activity;latest(readings.actual)\r\n;;;\r\n";
        check(french.as_bytes(), &[("P1", "Écoles", "stock")]);
        check(b"code;name;unit;measure\nP1;\xC9coles;activity;count(activities)\n", &[("P1", "Écoles", "flow")]);
    }

    #[test]
    fn a_table_without_measures_is_refused() {
        let error = records(&|_| Ok(Cow::Borrowed(b"code,name,unit\nP1,a,activity\n"))).unwrap_err();
        assert!(format!("{error}").contains("setup-own-column"), "{error}");
    }
}
