//! Finding what a sheet is, and what its columns are, from its name and headings.

use std::collections::BTreeMap;

use crate::model::{Code, Field, Kind, Lang, List, RawRow, RawValue, Sheet, schema};
use crate::reference::{Match, Reference, fold};

use super::lists;
use super::text::trim;

/// How many rows from the top are searched for the headings.
pub const SEARCHED: usize = 30;

/// How alike a heading must be to be suggested.
const NEAR: f64 = 0.88;

/// What one heading means in a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The column.
    pub field: Field,
    /// The language of the heading; `None` for a canonical name.
    pub lang: Option<Lang>,
    /// The currency that stands in parentheses: `Budget (MAD)`.
    pub currency: Option<Code>,
}

/// The columns of one sheet of a file.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The sheet of the contract.
    pub sheet: Sheet,
    /// The source column of each schema column.
    pub source: Vec<Option<u16>>,
    /// The currency that the heading of each schema column names.
    pub currency: Vec<Option<Code>>,
    /// The language of most headings.
    pub lang: Lang,
    /// Headings that mean nothing here: column and text.
    pub unknown: Vec<(u16, String)>,
    /// Headings whose column stands already: column, text and field.
    pub twice: Vec<(u16, String, Field)>,
}

/// Every heading and sheet name that people write, by folded spelling.
pub struct Headings {
    spellings: BTreeMap<String, Vec<(Option<Sheet>, Field, Lang)>>,
    sheets: BTreeMap<String, Sheet>,
}

impl Headings {
    /// Indexes the headings and sheet names of the reference lists.
    pub fn new(reference: &Reference) -> Self {
        let mut spellings: BTreeMap<String, Vec<_>> = BTreeMap::new();
        for heading in &reference.headings {
            spellings.entry(fold(&heading.text)).or_default().push((heading.sheet, heading.field, heading.lang));
        }
        let own = contract().map(|sheet| (fold(sheet.name()), sheet));
        let sheets = reference.sheet_names.iter().map(|(sheet, _, name)| (fold(name), *sheet)).chain(own).collect();
        Headings { spellings, sheets }
    }

    /// Finds the sheet that a tab is named after; a number before the name is passed over.
    pub fn sheet(&self, name: &str) -> Option<Sheet> {
        let folded = fold(name);
        let bare = folded.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
        self.sheets.get(&folded).or_else(|| self.sheets.get(bare)).copied()
    }

    /// Tells what a heading means in a sheet.
    pub fn field(&self, reference: &Reference, sheet: Sheet, text: &str) -> Option<Meaning> {
        if let Some(meaning) = self.exact(sheet, text) {
            return Some(meaning);
        }
        // `Budget (MAD)`: what stands in parentheses is no part of the name, and may be a currency.
        if let Some((head, tail)) = text.split_once(['(', '[']) {
            let inside = trim(tail.split([')', ']']).next().unwrap_or(""));
            if let Some(mut meaning) = self.exact(sheet, head) {
                if let Match::Exact(code) = lists::one(reference, List::Currencies, inside) {
                    meaning.currency = Some(code);
                }
                return Some(meaning);
            }
        }
        // `Titre / العنوان`: bilingual headings, all parts of which mean the same.
        let parts: Vec<&str> = text.split(['/', '|', '\n']).map(trim).filter(|part| !part.is_empty()).collect();
        if parts.len() > 1 {
            let mut meanings = parts.iter().filter_map(|part| self.exact(sheet, part));
            let first = meanings.next()?;
            return meanings.all(|other| other.field == first.field).then_some(first);
        }
        None
    }

    fn exact(&self, sheet: Sheet, text: &str) -> Option<Meaning> {
        let folded = fold(text);
        let known = |field: Field| schema::position(sheet, field).is_some_and(|at| !schema::columns(sheet)[at].derived);
        let spelled = self.spellings.get(&folded).map_or(&[][..], Vec::as_slice);
        let of = |wanted: Option<Sheet>| {
            spelled.iter().find(|(on, field, _)| *on == wanted && known(*field)).map(|(_, field, lang)| (*field, *lang))
        };
        if let Some((field, lang)) = of(Some(sheet)) {
            return Some(Meaning { field, lang: Some(lang), currency: None });
        }
        // The canonical name of a column of this sheet comes before what headings of any sheet mean.
        let mut columns = schema::columns(sheet).iter().filter(|column| !column.derived);
        if let Some(own) = columns.find(|column| fold(column.field.name()) == folded) {
            return Some(Meaning { field: own.field, lang: None, currency: None });
        }
        of(None).map(|(field, lang)| Meaning { field, lang: Some(lang), currency: None })
    }

    /// Gives the column whose heading is nearest to a text, where one is near.
    pub fn nearest(&self, sheet: Sheet, text: &str) -> Option<Field> {
        let folded = fold(text);
        self.spellings
            .iter()
            .filter_map(|(spelling, meanings)| {
                let (_, field, _) = meanings.iter().find(|(on, field, _)| {
                    on.is_none_or(|on| on == sheet) && schema::position(sheet, *field).is_some()
                })?;
                let alike = strsim::jaro_winkler(&folded, spelling);
                (alike >= NEAR).then_some((alike, *field))
            })
            .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)))
            .map(|(_, field)| field)
    }

    /// Finds the row of headings of a sheet: the one that matches most, the first of several.
    pub fn row(&self, reference: &Reference, sheet: Sheet, rows: &[RawRow]) -> Option<usize> {
        let score = |row: &RawRow| texts(row).filter(|(_, text)| self.field(reference, sheet, text).is_some()).count();
        let (at, matched) = best(rows.iter().map(score))?;
        let needed = rows[at].cells.len().min(2);
        (matched >= needed.max(1)).then_some(at)
    }

    /// Finds the sheet whose headings stand in the first rows, for a tab whose name says nothing. At least three
    /// headings must match, and half of the row.
    pub fn guess(&self, reference: &Reference, rows: &[RawRow]) -> Option<Sheet> {
        let mut found: Option<(usize, Sheet)> = None;
        for sheet in contract() {
            for row in rows {
                let matched = texts(row).filter(|(_, text)| self.field(reference, sheet, text).is_some()).count();
                let enough = matched >= 3 && matched * 2 >= row.cells.len();
                if enough && found.is_none_or(|(most, _)| matched > most) {
                    found = Some((matched, sheet));
                }
            }
        }
        found.map(|(_, sheet)| sheet)
    }

    /// Lays the columns of a sheet out by its row of headings.
    pub fn layout(&self, reference: &Reference, sheet: Sheet, headings: &RawRow) -> Layout {
        let columns = schema::columns(sheet).len();
        let mut layout = Layout {
            sheet,
            source: vec![None; columns],
            currency: vec![None; columns],
            lang: Lang::Fr,
            unknown: Vec::new(),
            twice: Vec::new(),
        };
        let mut langs: BTreeMap<Lang, usize> = BTreeMap::new();
        for (column, text) in texts(headings) {
            let Some(meaning) = self.field(reference, sheet, text) else {
                layout.unknown.push((column, trim(text).to_owned()));
                continue;
            };
            let Some(at) = schema::position(sheet, meaning.field) else { continue };
            if layout.source[at].is_some() {
                layout.twice.push((column, trim(text).to_owned(), meaning.field));
                continue;
            }
            layout.source[at] = Some(column);
            layout.currency[at] = meaning.currency;
            if let Some(lang) = meaning.lang {
                *langs.entry(lang).or_default() += 1;
            }
        }
        let most = langs.into_iter().max_by_key(|(lang, count)| (*count, std::cmp::Reverse(*lang)));
        layout.lang = most.map_or(Lang::Fr, |(lang, _)| lang);
        layout
    }
}

impl Layout {
    /// Gives the required columns that are absent. An indicator may stand by code or by name.
    pub fn absent(&self) -> Vec<Field> {
        let columns = schema::columns(self.sheet);
        let has = |field: Field| schema::position(self.sheet, field).is_some_and(|at| self.source[at].is_some());
        let mut absent: Vec<Field> = columns
            .iter()
            .zip(&self.source)
            .filter(|(column, source)| column.required && source.is_none())
            .map(|(column, _)| column.field)
            .collect();
        if self.sheet == Sheet::Indicators && !has(Field::IndicatorCode) && !has(Field::IndicatorName) {
            absent.push(Field::IndicatorCode);
        }
        absent
    }

    /// Gives the source column of a field.
    pub fn column(&self, field: Field) -> Option<u16> {
        schema::position(self.sheet, field).and_then(|at| self.source[at])
    }

    /// Gives the identifier column of the sheet.
    pub fn id(&self) -> Option<u16> {
        let at = schema::columns(self.sheet).iter().position(|column| column.kind == Kind::Id)?;
        self.source[at]
    }
}

/// Iterates over the sheets that a return may hold.
pub fn contract() -> impl Iterator<Item = Sheet> {
    Sheet::ALL.iter().copied().filter(|sheet| schema::columns(*sheet).iter().any(|column| !column.derived))
}

/// Iterates over the texts of a row that a heading can be.
fn texts(row: &RawRow) -> impl Iterator<Item = (u16, &str)> {
    row.cells.iter().filter_map(|(column, value)| match value {
        RawValue::Text(text) => Some((*column, text.as_str())),
        _ => None,
    })
}

/// Gives the first of the largest scores.
pub fn best(scores: impl Iterator<Item = usize>) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize)> = None;
    for (at, score) in scores.enumerate() {
        if best.is_none_or(|(_, most)| score > most) {
            best = Some((at, score));
        }
    }
    best
}
