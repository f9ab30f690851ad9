//! The table of decisions as it stands: rows and headings, those that the program does not know among them.

use std::collections::BTreeMap;

use encoding_rs::{UTF_8, WINDOWS_1252};

use super::FILE;
use crate::error::{Error, Result};
use crate::model::{Code, List, Value};
use crate::reference::{Reference, fold};

/// The columns, by their codes in the list `decision_column`, in the order in which a new file has them.
pub const COLUMNS: [&str; 13] = [
    "kind",
    "list",
    "found",
    "other",
    "file",
    "sheet",
    "cell",
    "other_file",
    "suggestions",
    "decision",
    "author",
    "date",
    "remark",
];

/// The file as it stands: every row and column, those that the program does not know among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The headings, as written.
    headings: Vec<String>,
    /// The place of each of [`COLUMNS`].
    places: BTreeMap<&'static str, usize>,
    /// The rows under the headings, as written.
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// Makes a sheet without rows; `heading` gives the words of a column.
    pub fn new(heading: impl Fn(&'static str) -> String) -> Self {
        Sheet {
            headings: COLUMNS.map(heading).to_vec(),
            places: COLUMNS.iter().copied().zip(0..).collect(),
            rows: Vec::new(),
        }
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    ///
    /// A file whose first row lacks the columns `kind` and `decision`, or that is no table.
    pub fn parse(bytes: &[u8], reference: &Reference) -> Result<Self> {
        // What Excel saves is UTF-8 or, by the older of its two csv formats, the Western code page.
        let (text, _, failed) = UTF_8.decode(bytes);
        let text = if failed { WINDOWS_1252.decode(bytes).0 } else { text };
        let first = text.lines().next().unwrap_or("");
        let count = |sign: &u8| first.bytes().filter(|byte| byte == sign).count();
        let delimiter = [b';', b',', b'\t'].into_iter().rev().max_by_key(count).unwrap_or(b';');
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            let record =
                record.map_err(|error| wrong("setup-decisions-table", [("detail", Value::code(error.to_string()))]))?;
            rows.push(record.iter().map(str::to_owned).collect::<Vec<_>>());
        }
        let headings = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        let mut places = BTreeMap::new();
        for (at, heading) in headings.iter().enumerate() {
            if let Some(column) = named(reference, "decision_column", heading)
                && let Some(&column) = COLUMNS.iter().find(|known| column == **known)
            {
                places.entry(column).or_insert(at);
            }
        }
        if !["kind", "decision"].iter().all(|column| places.contains_key(column)) {
            let names = ["kind", "decision"].map(|column| Value::Name(List::Values("decision_column"), column.into()));
            return Err(wrong("setup-decisions-headings", [("expected", Value::List(names.to_vec()))]));
        }
        Ok(Sheet { headings, places, rows })
    }

    /// Iterates over the rows, with their numbers as a spreadsheet counts them.
    pub fn rows(&self) -> impl Iterator<Item = (u32, Row<'_>)> {
        (2..).zip(&self.rows).map(|(number, cells)| (number, Row { sheet: self, cells }))
    }

    /// Gives a row by its number.
    pub fn row(&self, number: u32) -> Option<Row<'_>> {
        let cells = self.rows.get(usize::try_from(number).ok()?.checked_sub(2)?)?;
        Some(Row { sheet: self, cells })
    }

    /// Adds a row of some columns. A column that the file lacks is added to it first.
    pub fn push(&mut self, cells: &[(&'static str, String)], heading: impl Fn(&'static str) -> String) {
        self.rows.push(Vec::new());
        let last = self.rows.len() as u32 + 1;
        for (column, text) in cells.iter().filter(|(_, text)| !text.is_empty()) {
            self.set(last, column, text, &heading);
        }
    }

    /// Writes one cell of a row.
    pub fn set(&mut self, number: u32, column: &'static str, text: &str, heading: impl Fn(&'static str) -> String) {
        let headings = &mut self.headings;
        let place = *self.places.entry(column).or_insert_with(|| {
            headings.push(heading(column));
            headings.len() - 1
        });
        let Some(row) = (number as usize).checked_sub(2).and_then(|at| self.rows.get_mut(at)) else { return };
        if row.len() <= place {
            row.resize(place + 1, String::new());
        }
        row[place] = inert(text);
    }

    /// Gives the bytes of the file: UTF-8 with its mark and semicolons, so that Excel opens it by a double click.
    ///
    /// # Errors
    ///
    /// None in practice; the writer of tables hands them out.
    pub fn bytes(&self) -> Result<Vec<u8>> {
        let fault = |detail: String| Error::Render { document: FILE.to_owned(), detail };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .from_writer("\u{FEFF}".as_bytes().to_vec());
        let width = self.rows.iter().map(Vec::len).chain([self.headings.len()]).max().unwrap_or(0);
        for row in std::iter::once(&self.headings).chain(&self.rows) {
            let blank = (row.len()..width).map(|_| "");
            let cells = row.iter().map(String::as_str).chain(blank);
            writer.write_record(cells).map_err(|error| fault(error.to_string()))?;
        }
        writer.into_inner().map_err(|error| fault(error.to_string()))
    }
}

/// One row of the file.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    cells: &'a [String],
}

impl<'a> Row<'a> {
    /// Gives a cell, trimmed; blank where the file lacks it.
    pub fn get(&self, column: &str) -> &'a str {
        let text =
            self.sheet.places.get(column).and_then(|&place| self.cells.get(place)).map_or("", |text| text.trim());
        match text.strip_prefix('\'') {
            Some(rest) if rest.starts_with(FORMULA) => rest,
            _ => text,
        }
    }

    /// Gives the code of the kind, where it is known.
    pub fn kind(&self, reference: &Reference) -> Option<Code> {
        named(reference, "decision_kind", self.get("kind"))
    }

    /// Gives what the row is about: two rows of one subject say the same, or contradict each other.
    pub fn subject(&self, reference: &Reference) -> Option<[String; 5]> {
        let part = |column| fold(self.get(column));
        let kind = self.kind(reference)?;
        Some(match &*kind {
            "alias" => {
                let list = named(reference, "decision_list", self.get("list"))?;
                ["alias".into(), list.to_string(), part("found"), String::new(), String::new()]
            }
            "correction" => ["correction".into(), part("file"), part("sheet"), part("cell"), part("found")],
            _ => {
                let mut pair = [[part("found"), part("file")], [part("other"), part("other_file")]];
                pair.sort();
                let [[id, file], [other, other_file]] = pair;
                ["joint".into(), id, file, other, other_file]
            }
        })
    }
}

/// What makes a spreadsheet read a text as a formula.
const FORMULA: [char; 4] = ['=', '+', '-', '@'];

/// Keeps a text of a council from being read as a formula; reading takes the sign off again.
fn inert(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// Finds an entry of a list of words by its code or name.
pub fn named(reference: &Reference, list: &'static str, text: &str) -> Option<Code> {
    reference.exact(List::Values(list), text)
}

fn wrong(key: &'static str, args: impl IntoIterator<Item = (&'static str, Value)>) -> Error {
    Error::setup(FILE, Value::phrase(key, args))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_as_it_was_read() {
        let reference = Reference::built_in().unwrap();
        let text = "Date,Nature,Décision,À vérifier,Trouvé\n2027-01-15,Alias,,oui,'=1+1\n";
        let mut sheet = Sheet::parse(text.as_bytes(), &reference).unwrap();
        assert_eq!(sheet.row(2).unwrap().get("found"), "=1+1");
        sheet.push(&[("kind", "Alias".into()), ("found", "-x".into()), ("remark", "1 fois".into())], |_| {
            "Remarque".into()
        });
        let written = String::from_utf8(sheet.bytes().unwrap()).unwrap();
        assert_eq!(
            written,
            "\u{FEFF}Date;Nature;Décision;À vérifier;Trouvé;Remarque\r\n2027-01-15;Alias;;oui;'=1+1;\r\n;Alias;;;'-x;1 fois\r\n"
        );
    }
}
