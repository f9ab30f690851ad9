//! Texts without what is personal in them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use ecow::EcoString;
use rust_decimal::Decimal;

use super::LEFT_OUT;
use super::contacts::{addresses, numbers, tails};
use super::names::Names;
use super::solve::Limit;
use crate::model::changes::{Changes, Named};
use crate::model::{Dataset, Field, Finding, Names as Said, Phrase, Place, Settings, Sheet, Sources, Value, schema};
use crate::reference::{Reference, western};

/// The argument of a finding that names who decided.
const AUTHOR: &str = "author";

/// What is personal in the texts of a campaign.
pub struct Words {
    names: Names,
    numbers: BTreeSet<String>,
}

impl Words {
    /// Gathers the names and numbers of private columns, and the names of those who decided.
    pub fn of(dataset: &Dataset, findings: &[Finding], reference: &Reference) -> Words {
        let mut cells: BTreeSet<&str> = dataset.private.iter().map(|text| &**text).collect();
        for (&sheet, table) in &dataset.tables {
            let private = schema::columns(sheet).iter().enumerate().filter(|(_, column)| column.private);
            for (at, _) in private {
                cells.extend(table.rows.iter().filter_map(|row| row.cells[at].text()));
            }
        }
        for finding in findings {
            let authors = finding.args.iter().filter(|(name, _)| *name == AUTHOR);
            cells.extend(authors.filter_map(|(_, value)| match value {
                Value::Text(text) => Some(&**text),
                _ => None,
            }));
        }
        let known = cells.iter().flat_map(|cell| tails(cell)).collect();
        // An address is no name, and is found by itself.
        let texts: Vec<String> =
            cells.iter().map(|cell| replace(cell, addresses(cell)).0.replace(LEFT_OUT, ";")).collect();
        Words { names: Names::of(texts.iter().map(String::as_str), reference), numbers: known }
    }

    /// Says whether no private column holds a name or a number.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.numbers.is_empty()
    }

    /// Gives a text without addresses, numbers and names, and how many were left out.
    pub fn clean<'t>(&self, text: &'t str) -> (Cow<'t, str>, u64) {
        replace(text, self.places(text, false))
    }

    fn places(&self, text: &str, file: bool) -> Vec<Range<usize>> {
        let mut places = if text.contains(['@', '＠']) { addresses(text) } else { Vec::new() };
        if text.chars().filter(|letter| western(*letter).is_ascii_digit()).nth(7).is_some() {
            places.extend(numbers(text, &self.numbers));
        }
        if !self.names.is_empty() {
            places.extend(self.names.places(text, file));
        }
        places
    }

    /// Makes the public copy of the files and sheets; two paths that become the same are told apart by a number.
    pub fn sources<'s>(&self, sources: &'s Sources) -> Cow<'s, Sources> {
        let mut copy = Cow::Borrowed(sources);
        let mut taken: BTreeMap<String, u32> = BTreeMap::new();
        for (at, file) in sources.files.iter().enumerate() {
            let path = self.path(&file.path);
            let times = taken.entry(path.to_string()).or_default();
            *times += 1;
            let path = if *times > 1 { numbered(&path, *times) } else { path.into_owned() };
            if path != *file.path {
                copy.to_mut().files[at].path = path.into();
            }
        }
        for (at, sheet) in sources.sheets.iter().enumerate() {
            if let Cow::Owned(name) = self.path(&sheet.name) {
                copy.to_mut().sheets[at].name = name.into();
            }
        }
        copy
    }

    /// Gives the name of a file or sheet without names of people.
    fn path<'t>(&self, path: &'t str) -> Cow<'t, str> {
        replace(path, self.places(path, true)).0
    }

    /// Makes the public copy of findings: what was found may be an address, a name, or a small number of people.
    pub fn findings<'f>(&self, findings: &'f [Finding], dataset: &Dataset, settings: &Settings) -> Cow<'f, [Finding]> {
        let mut copy = Cow::Borrowed(findings);
        let columns = People::of(dataset);
        for (at, finding) in findings.iter().enumerate() {
            let people = columns.stands(finding).then_some(Limit(settings.small_group));
            for (arg, (_, value)) in finding.args.iter().enumerate() {
                if let Some(public) = self.value(value, people) {
                    copy.to_mut()[at].args[arg].1 = public;
                }
            }
        }
        copy
    }

    /// Gives a value without what is personal; `None` where nothing is. `people` is the limit where the value may count
    /// some.
    fn value(&self, value: &Value, people: Option<Limit>) -> Option<Value> {
        let text = |text: &str, make: fn(EcoString) -> Value| {
            if people.is_some_and(|limit| tells_few(text, limit)) {
                return Some(make(LEFT_OUT.into()));
            }
            // A finding may name a file.
            match replace(text, self.places(text, text.contains('.'))).0 {
                Cow::Owned(text) => Some(make(text.into())),
                Cow::Borrowed(_) => None,
            }
        };
        match value {
            Value::Text(own) => text(own, Value::Text),
            Value::Code(own) => text(own, Value::Code),
            Value::Names(names) => self.said(names).map(|names| Value::Names(names.into())),
            Value::Number(number, _) | Value::Signed(number, _) | Value::Quantity(number, _) => {
                people.and_then(|limit| limit.mask(number.abs())).map(Value::Masked)
            }
            Value::List(values) => {
                let public: Vec<Option<Value>> = values.iter().map(|value| self.value(value, people)).collect();
                public.iter().any(Option::is_some).then(|| {
                    Value::List(public.into_iter().zip(values).map(|(new, old)| new.unwrap_or(old.clone())).collect())
                })
            }
            Value::Phrase(phrase) => {
                let public: Vec<_> = phrase.args.iter().map(|(_, value)| self.value(value, people)).collect();
                public.iter().any(Option::is_some).then(|| {
                    let args = public.into_iter().zip(&phrase.args);
                    let args = args.map(|(new, (name, old))| (*name, new.unwrap_or(old.clone()))).collect();
                    Value::Phrase(Phrase { key: phrase.key, args })
                })
            }
            _ => None,
        }
    }

    fn said(&self, names: &Said) -> Option<Said> {
        let [fr, ar, en] = [&names.fr, &names.ar, &names.en].map(|text| self.clean(text).0);
        let changed = [&fr, &ar, &en].into_iter().any(|text| matches!(text, Cow::Owned(_)));
        changed.then(|| Said { fr: fr.into(), ar: ar.into(), en: en.into() })
    }

    /// Cleans the texts of what changed since an earlier run.
    pub(super) fn changes(&self, changes: &mut Changes) {
        let titled = |named: &mut Named| {
            if let Some(title) = self.said(&named.title) {
                named.title = title;
            }
        };
        changes.new.iter_mut().for_each(titled);
        changes.completed.iter_mut().for_each(titled);
        changes.gone.iter_mut().for_each(titled);
        changes.revised.iter_mut().for_each(|revision| titled(&mut revision.activity));
        for followed in &mut changes.followed {
            for each in std::iter::once(&mut followed.before).chain(&mut followed.now) {
                each.text = self.clean(&each.text).0.into();
                each.addressee = each.addressee.take().map(|text| self.clean(&text).0.into());
            }
        }
    }
}

/// Puts the sign of what is left out in the place of parts of a text, and says how many there were.
fn replace(text: &str, mut places: Vec<Range<usize>>) -> (Cow<'_, str>, u64) {
    if places.is_empty() {
        return (Cow::Borrowed(text), 0);
    }
    places.sort_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
    let (mut public, mut end, mut times) = (String::with_capacity(text.len()), 0, 0);
    for place in places {
        // Places that touch are one: an address that holds a name.
        if place.start >= end {
            public.push_str(&text[end..place.start]);
            public.push_str(LEFT_OUT);
            times += 1;
        }
        end = end.max(place.end);
    }
    public.push_str(&text[end..]);
    (Cow::Owned(public), times)
}

/// Puts a number before the ending of a file name.
fn numbered(path: &str, number: u32) -> String {
    match path.rsplit_once('.') {
        Some((stem, ending)) if !ending.contains('/') => format!("{stem} ({number}).{ending}"),
        _ => format!("{path} ({number})"),
    }
}

/// Says whether a text that stands for a number of people holds a small one.
fn tells_few(text: &str, limit: Limit) -> bool {
    let digits: String = text.chars().map(western).collect();
    let numbers = digits.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse().ok());
    numbers.into_iter().any(|number: Decimal| limit.is_small(number))
}

/// The columns of the returned sheets in which people are counted.
struct People<'a> {
    dataset: &'a Dataset,
}

impl<'a> People<'a> {
    fn of(dataset: &'a Dataset) -> Self {
        People { dataset }
    }

    /// Says whether a finding speaks of a cell that counts people: by its place, or by the column that it names.
    fn stands(&self, finding: &Finding) -> bool {
        let counts = |sheet: Sheet, field: Field| {
            sheet == Sheet::Indicators || schema::column_of(sheet, field).is_some_and(|column| column.people)
        };
        let named = finding.args.iter().any(|(_, value)| match value {
            Value::Column(sheet, field) => counts(*sheet, *field),
            _ => false,
        });
        let Place::Cell(origin) = finding.place else { return named };
        let tables = self.dataset.columns.get(&origin.sheet).into_iter().flatten();
        let mut columns = tables.flat_map(|(&sheet, places)| schema::columns(sheet).iter().zip(places));
        named || columns.any(|(column, at)| *at == Some(origin.column) && counts(column.sheet, column.field))
    }
}
