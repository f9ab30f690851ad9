//! Finding what a sheet is, and what its columns are, from its name and headings.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Code, Field, Kind, Lang, List, RawRow, RawValue, Sheet, schema};
use crate::reference::{Match, Reference, fold};

use super::levels::{self, Head, Name};
use super::lists;
use super::text::trim;

/// How many headings must match to tell a sheet by them alone.
const ENOUGH: usize = 3;

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
    /// How many columns are known by their tag alone.
    pub tagged: usize,
    /// Tags that say something else than the heading above them: column, tag, and what the heading means.
    pub disagree: Vec<(u16, String, Field)>,
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

    /// Tells what a column means in a sheet, by its headings.
    fn meaning(&self, reference: &Reference, sheet: Sheet, name: &Name) -> Option<Meaning> {
        name.spellings().iter().find_map(|text| self.field(reference, sheet, text))
    }

    /// Counts the columns of a sheet that names speak of, each once.
    fn matched(&self, reference: &Reference, sheet: Sheet, names: &[Name]) -> usize {
        let tagged = |name: &Name| reference.tagged(sheet, name.tag.as_deref()?);
        let fields: BTreeSet<Field> = names
            .iter()
            .filter_map(|name| {
                self.meaning(reference, sheet, name).map(|meaning| meaning.field).or_else(|| tagged(name))
            })
            .collect();
        fields.len()
    }

    /// Finds the headings of a sheet: those that match most columns. Two must match, or the only one.
    pub fn find(&self, reference: &Reference, sheet: Sheet, rows: &[RawRow]) -> Option<Head> {
        let (matched, head) = levels::search(rows, |names| self.matched(reference, sheet, names))?;
        (matched >= head.names.len().clamp(1, 2)).then_some(head)
    }

    /// Finds the sheet whose headings stand in the first rows, for a tab whose name says nothing. At least three
    /// headings must match, and half of them.
    pub fn guess(&self, reference: &Reference, rows: &[RawRow]) -> Option<Sheet> {
        let mut found: Option<(usize, Sheet)> = None;
        for sheet in contract() {
            let Some((matched, head)) = levels::search(rows, |names| self.matched(reference, sheet, names)) else {
                continue;
            };
            let enough = matched >= ENOUGH && matched * 2 >= head.names.len();
            if enough && found.is_none_or(|(most, _)| matched > most) {
                found = Some((matched, sheet));
            }
        }
        found.map(|(_, sheet)| sheet)
    }

    /// Tells whether a row under the headings of `current` is a row of headings itself, and of which sheet: that of
    /// another table on the same tab.
    pub fn again(&self, reference: &Reference, current: Sheet, row: &RawRow) -> Option<Sheet> {
        let words = row.cells.iter().all(|(_, value)| matches!(value, RawValue::Text(_)));
        // Two cells tell most rows apart from headings, so that long tables are not compared cell by cell.
        let known = |text: &str| {
            let head = text.split(['(', '[', '/', '|', '\n']).next().unwrap_or(text);
            self.spellings.contains_key(&fold(head))
        };
        if row.cells.len() < ENOUGH || !words || !levels::texts(row).take(2).any(|(_, text)| known(text)) {
            return None;
        }
        let names = levels::single(row);
        let score = |sheet: Sheet| self.matched(reference, sheet, &names);
        let mut best = (score(current), current);
        for sheet in contract().filter(|sheet| *sheet != current) {
            let matched = score(sheet);
            if matched > best.0 {
                best = (matched, sheet);
            }
        }
        (best.0 >= ENOUGH && best.0 * 2 >= names.len()).then_some(best.1)
    }

    /// Lays the columns of a sheet out by its headings, then by its tags.
    pub fn layout(&self, reference: &Reference, sheet: Sheet, names: &[Name]) -> Layout {
        let columns = schema::columns(sheet).len();
        let mut layout = Layout {
            sheet,
            source: vec![None; columns],
            currency: vec![None; columns],
            lang: Lang::Fr,
            unknown: Vec::new(),
            twice: Vec::new(),
            tagged: 0,
            disagree: Vec::new(),
        };
        let mut langs: BTreeMap<Lang, usize> = BTreeMap::new();
        let mut tagged: Vec<(&Name, Field)> = Vec::new();
        for name in names {
            let tag = name.tag.as_deref().and_then(|tag| Some((tag, reference.tagged(sheet, tag)?)));
            let Some(meaning) = self.meaning(reference, sheet, name) else {
                match (tag, name.shown()) {
                    (Some((_, field)), _) => tagged.push((name, field)),
                    (None, Some(text)) => layout.unknown.push((name.column, text)),
                    (None, None) => {}
                }
                continue;
            };
            let Some(at) = schema::position(sheet, meaning.field) else { continue };
            if layout.source[at].is_some() {
                layout.twice.push((name.column, name.shown().unwrap_or_default(), meaning.field));
                continue;
            }
            layout.source[at] = Some(name.column);
            layout.currency[at] = meaning.currency;
            if let Some((tag, field)) = tag
                && field != meaning.field
                && schema::position(sheet, field).is_some()
            {
                layout.disagree.push((name.column, tag.to_owned(), meaning.field));
            }
            if let Some(lang) = meaning.lang {
                *langs.entry(lang).or_default() += 1;
            }
        }
        for (name, field) in tagged {
            match schema::position(sheet, field).filter(|at| layout.source[*at].is_none()) {
                Some(at) => {
                    layout.source[at] = Some(name.column);
                    layout.tagged += 1;
                }
                None => {
                    let text = name.shown().or_else(|| name.tag.clone()).unwrap_or_default();
                    layout.unknown.push((name.column, text));
                }
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
