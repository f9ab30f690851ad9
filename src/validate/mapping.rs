//! Rows of a foreign table to records, by the views of a mapping profile.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Cell, Code, Field, Finding, FindingCode, Ignored, Kind, Lang, Origin, Place, Profile, RawRow, RawValue, Row, Sheet,
    SheetId, SourceColumn, Table, Value, View, schema,
};
use crate::reference::fold;

use super::book::Book;
use super::cells::{Reader, shown, shown_number, words};
use super::contract::{self, Desk};
use super::levels::{self, Head, Name};
use super::records::{self, Incoming};
use super::text::{State, state, trim};
use super::totals::{self, Aside};

/// What parts a path of a cell where a profile names none.
const PATH_SEPARATOR: &str = "|";

/// A source sheet with the views that read it.
pub struct Foreign<'a> {
    id: SheetId,
    views: Vec<Mapped<'a>>,
    /// The column of identifiers, and how many columns are read.
    shape: (Option<u16>, usize),
    /// The row of the headings.
    head: u32,
    /// Headings that no view reads: column and text.
    unknown: BTreeMap<u16, String>,
    /// Cells of columns that no view reads, in rows that one reads.
    unused: BTreeMap<u16, u64>,
    /// The first row that was filled down, and how many.
    filled: Option<(u32, u64)>,
}

/// One view over one source sheet, ready to take rows.
struct Mapped<'a> {
    view: &'a View,
    /// The position, source column and rule of each column.
    columns: Vec<(usize, Option<u16>, Option<&'a SourceColumn>)>,
    absent: Vec<Field>,
    /// The source columns whose words choose the rows, with the words.
    only: Vec<(Option<u16>, &'a [Box<str>])>,
    /// The last value of each column that is filled down.
    last: BTreeMap<Field, RawValue>,
    /// The rows of the records made so far, by identifier.
    known: BTreeMap<String, usize>,
}

/// A record that joins one of another view, by its identifier, when all files are read.
pub struct Addition {
    sheet: Sheet,
    field: Field,
    key: String,
    row: Row,
}

/// Finds the headings of a mapped sheet: those that hold most of what its views name.
pub fn head(views: &[&View], rows: &[RawRow]) -> Option<Head> {
    let wanted: BTreeSet<&str> = views
        .iter()
        .flat_map(|view| {
            view.columns.values().map(|column| &*column.heading).chain(view.only.iter().map(|only| &*only.heading))
        })
        .collect();
    let score = |names: &[Name]| wanted.iter().filter(|wanted| names.iter().any(|name| name.is(wanted))).count();
    levels::search(rows, score).map(|(_, head)| head)
}

impl<'a> Foreign<'a> {
    /// Lays the views over the headings of a sheet. Headings that are absent are told.
    pub fn new(views: Vec<&'a View>, id: SheetId, head: &Head, rows: &[RawRow], book: &mut Book) -> Self {
        let views: Vec<Mapped<'a>> = views.into_iter().map(|view| Mapped::new(view, id, &head.names, book)).collect();
        let used: BTreeSet<u16> = views.iter().flat_map(Mapped::used).collect();
        let of_id = |view: &Mapped<'a>| {
            let wanted = view.view.one_record_per.or_else(|| {
                schema::columns(view.view.target)
                    .iter()
                    .find(|column| column.kind == Kind::Id)
                    .map(|column| column.field)
            })?;
            view.columns.iter().find(|(at, ..)| schema::columns(view.view.target)[*at].field == wanted)?.1
        };
        let unknown: BTreeMap<u16, String> = head
            .names
            .iter()
            .filter(|name| !used.contains(&name.column))
            .filter_map(|name| Some((name.column, name.shown().or_else(|| name.tag.clone())?)))
            .collect();
        let lines = &rows[head.at..head.at + head.levels];
        let cells: usize = lines.iter().map(|row| row.cells.len()).sum();
        let aside = lines.iter().flat_map(|row| &row.cells).filter(|(column, _)| !used.contains(column)).count();
        let count = book.count(id);
        count.read += cells as u64;
        count.ignore(Ignored::UnusedColumn, aside as u64);
        Foreign {
            id,
            shape: (views.iter().find_map(of_id), used.len()),
            head: rows.get(head.below().saturating_sub(1)).map_or(0, |row| row.row),
            unknown,
            unused: BTreeMap::new(),
            filled: None,
            views,
        }
    }

    /// Says whether a view reads a source column.
    pub fn uses(&self, column: u16) -> bool {
        self.views.iter().any(|view| view.used().any(|used| used == column))
    }

    /// Takes one row through every view.
    pub fn take(&mut self, desk: Desk<'_>, row: &RawRow, book: &mut Book) {
        let cells = row.cells.len() as u64;
        let place = Place::Cell(Origin::row(self.id, row.row));
        match totals::foreign(self.shape.0, self.shape.1, row) {
            Some(Aside::Total(text)) => {
                book.findings.push(Finding::new(FindingCode::TotalRow, place).with("found", shown(&text)));
                return book.count(self.id).ignore(Ignored::Total, cells);
            }
            Some(Aside::Lone(text)) if !self.views.iter().any(|view| view.fills()) => {
                book.findings.push(Finding::new(FindingCode::NoteRow, place).with("found", shown(&text)));
                return book.count(self.id).ignore(Ignored::Note, cells);
            }
            _ => {}
        }
        let mut used: Vec<u16> = Vec::new();
        let mut filled = false;
        for view in &mut self.views {
            let (columns, down) = view.take(desk, row, book);
            used.extend(columns);
            filled |= down;
        }
        if filled {
            self.filled = Some(self.filled.map_or((row.row, 1), |(first, count)| (first, count + 1)));
        }
        let count = book.count(self.id);
        if used.is_empty() {
            return count.ignore(Ignored::ByProfile, cells);
        }
        for (column, _) in row.cells.iter().filter(|(column, _)| !used.contains(column)) {
            *self.unused.entry(*column).or_default() += 1;
            count.ignore(Ignored::UnusedColumn, 1);
        }
    }

    /// Ends the table: tells what was filled down and which columns no view reads.
    pub fn end(self, book: &mut Book) {
        if let Some((row, count)) = self.filled {
            let place = Place::Cell(Origin::row(self.id, row));
            book.findings.push(Finding::new(FindingCode::FilledDown, place).with("found", Value::count(count)));
        }
        let mut unused = self.unused;
        for (column, text) in &self.unknown {
            let cells = unused.remove(column).unwrap_or(0);
            let place = Place::Cell(Origin::cell(self.id, self.head, *column));
            book.findings.push(contract::unused(place, text, cells, Value::key("finding-none")));
        }
        let views = &self.views;
        unused.retain(|column, _| !views.iter().any(|view| view.used().any(|used| used == *column)));
        contract::unnamed(self.id, &unused, book);
    }
}

impl<'a> Mapped<'a> {
    fn new(view: &'a View, id: SheetId, names: &[Name], book: &mut Book) -> Self {
        let find = |heading: &str| names.iter().find(|name| name.is(heading)).map(|name| name.column);
        let mut columns = Vec::new();
        let mut absent = Vec::new();
        let mut source = vec![None; schema::columns(view.target).len()];
        let mut lost: BTreeSet<&str> = BTreeSet::new();
        for (at, column) in schema::columns(view.target).iter().enumerate() {
            let rule = view.columns.get(&column.field);
            let found = rule.and_then(|rule| find(&rule.heading)?.checked_add(rule.right));
            if let (Some(rule), None) = (rule, found) {
                lost.insert(&rule.heading);
                absent.push(column.field);
            }
            source[at] = found;
            if rule.is_some() || view.constants.contains_key(&column.field) {
                columns.push((at, found, rule));
            }
        }
        let only: Vec<_> = view.only.iter().map(|only| (&*only.heading, find(&only.heading), &*only.words)).collect();
        lost.extend(only.iter().filter(|(_, column, _)| column.is_none()).map(|(heading, ..)| *heading));
        for heading in lost {
            book.findings.push(
                Finding::new(FindingCode::ColumnMissing, Place::Sheet(id)).with("expected", Value::code(heading)),
            );
        }
        book.lay_out(id, view.target, source);
        let only = only.into_iter().map(|(_, column, words)| (column, words)).collect();
        Mapped { view, columns, absent, only, last: BTreeMap::new(), known: BTreeMap::new() }
    }

    /// Iterates over the source columns that the view reads.
    fn used(&self) -> impl Iterator<Item = u16> {
        self.columns.iter().filter_map(|(_, found, _)| *found).chain(self.only.iter().filter_map(|(column, _)| *column))
    }

    fn fills(&self) -> bool {
        !self.view.fill_down.is_empty()
    }

    /// Says whether the view is asked to read a row.
    fn wants(&self, row: &RawRow) -> bool {
        self.only.iter().all(|(column, wanted)| {
            let found = column.and_then(|column| row.get(column)).map(words).unwrap_or_default();
            wanted.iter().any(|wanted| Profile::matches(wanted, &found))
        })
    }

    /// Takes one row. Gives the source columns that became part of a record, and whether a value from above filled it.
    fn take(&mut self, desk: Desk<'_>, raw: &RawRow, book: &mut Book) -> (Vec<u16>, bool) {
        let Desk { reference, id, text_only } = desk;
        let target = self.view.target;
        if !self.wants(raw) {
            return (Vec::new(), false);
        }
        let mut filled = false;
        for field in &self.view.fill_down {
            let own = self.columns.iter().find(|(at, ..)| schema::columns(target)[*at].field == *field);
            match own.and_then(|(_, column, _)| raw.get((*column)?)) {
                Some(value) => {
                    self.last.insert(*field, value.clone());
                }
                None => filled |= self.last.contains_key(field),
            }
        }
        let cells: Vec<Incoming<'_>> = self
            .columns
            .iter()
            .filter_map(|(at, column, rule)| {
                let field = schema::columns(target)[*at].field;
                let own = column.and_then(|column| raw.get(column));
                let (column, own) = match own {
                    Some(own) => (*column, Some(own)),
                    None => (None, self.last.get(&field)),
                };
                let value = own.and_then(|value| self.value(field, *rule, value));
                let constant = || self.view.constants.get(&field).map(|text| RawValue::Text(text.to_string()));
                let (column, value) = match value {
                    Some(value) => (column, value),
                    None => (None, Cow::Owned(constant()?)),
                };
                Some(Incoming { at: *at, column, value })
            })
            .collect();
        let skipped = self.view.skip_if_blank.iter().any(|field| {
            let at = schema::position(target, *field);
            !cells.iter().any(|cell| Some(cell.at) == at)
        });
        if skipped {
            return (Vec::new(), false);
        }
        // A profile that names the decimal sign knows that numbers stand as text.
        let text_only = text_only || self.view.decimal.is_some();
        let reader = Reader { reference, lang: Lang::En, text_only, decimal: self.view.decimal };
        // The views of one sheet may read one target from several columns: the row's place is then that of its amount.
        let amount = schema::position(target, Field::Amount);
        let place = cells.iter().find(|cell| amount == Some(cell.at)).and_then(|cell| cell.column);
        let origin = place.map_or(Origin::row(id, raw.row), |column| Origin::cell(id, raw.row, column));
        // What completes a record has no required cells of its own.
        let mut told = Vec::new();
        let mut record = records::judge(&reader, target, origin, &cells, &[], &self.absent, &mut told);
        let key = self.view.one_record_per.and_then(|field| {
            let at = schema::position(target, field)?;
            Some((field, fold(record.row.cells[at].text()?)))
        });
        if self.view.adds_to || key.as_ref().is_some_and(|(_, key)| self.known.contains_key(key)) {
            told.retain(|finding| finding.code != FindingCode::Required);
        }
        book.findings.extend(told);
        let order = match self.view.day_first {
            Some(true) => super::doubts::Evidence::DayFirst,
            Some(false) => super::doubts::Evidence::MonthFirst,
            None => super::doubts::agreed(&record.orders),
        };
        for doubt in &record.doubts {
            let told = super::doubts::tell(
                &reader,
                doubt.origin,
                &doubt.found,
                doubt.day_first,
                doubt.month_first,
                order,
                &mut book.findings,
            );
            record.row.cells.set(doubt.at, told);
        }
        let used: Vec<u16> =
            record.columns.iter().copied().chain(self.only.iter().filter_map(|(column, _)| *column)).collect();
        match key {
            Some((field, key)) if self.view.adds_to => {
                book.additions.push(Addition { sheet: target, field, key, row: record.row });
            }
            Some((_, key)) => match self.known.get(&key) {
                Some(&at) => {
                    let (table, findings) = book.table(target);
                    merge(table, at, &record.row, findings);
                }
                None => {
                    let at = book.push(target, record.row, record.columns);
                    self.known.insert(key, at);
                }
            },
            None if self.view.adds_to => return (Vec::new(), false),
            None => {
                book.push(target, record.row, record.columns);
            }
        }
        (used, filled)
    }

    /// Applies the rules of a column to a cell: piece of a path, words for missing, words of the contract. `None` where
    /// nothing is reported.
    fn value<'r>(&self, field: Field, rule: Option<&SourceColumn>, raw: &'r RawValue) -> Option<Cow<'r, RawValue>> {
        let map = self.view.values.get(&field);
        let plain = rule.is_none_or(|rule| rule.separator.is_none() && rule.part.is_none());
        if rule.is_some_and(|rule| rule.percent) {
            let text = words(raw);
            let points = if self.blank(&text) { return None } else { text };
            return Some(Cow::Owned(RawValue::Text(format!("{points} %"))));
        }
        if plain && map.is_none() {
            return match raw {
                RawValue::Text(text) if self.blank(text) => None,
                _ => Some(Cow::Borrowed(raw)),
            };
        }
        let text = words(raw);
        let separator = rule.and_then(|rule| rule.separator.as_deref());
        let pieces: Vec<&str> = match (rule.and_then(|rule| rule.part), separator) {
            (Some(part), separator) => {
                text.split(separator.unwrap_or(PATH_SEPARATOR)).skip(part.saturating_sub(1)).take(1).collect()
            }
            (None, Some(separator)) => text.split(separator).collect(),
            (None, None) => vec![&text],
        };
        let mut mapped: Vec<&str> = Vec::new();
        for piece in pieces.into_iter().map(trim).filter(|piece| !self.blank(piece)) {
            let word = map.map_or(piece, |map| map.get(piece).or_else(|| map.get("*")).map_or(piece, |word| word));
            if !word.is_empty() && !mapped.contains(&word) {
                mapped.push(word);
            }
        }
        (!mapped.is_empty()).then(|| Cow::Owned(RawValue::Text(mapped.join("; "))))
    }

    fn blank(&self, text: &str) -> bool {
        let text = trim(text);
        state(text) == State::Missing || self.view.missing.iter().any(|word| trim(word) == text)
    }
}

impl Addition {
    /// Joins the additions to their records. One whose record no view made is told, and left out.
    pub fn apply(additions: Vec<Addition>, book: &mut Book) {
        let mut indexes: BTreeMap<(Sheet, Field), BTreeMap<String, usize>> = BTreeMap::new();
        for addition in additions {
            let (table, findings) = book.table(addition.sheet);
            let index = indexes.entry((addition.sheet, addition.field)).or_insert_with(|| {
                let key = |row: &Row| table.cell(row, addition.field).text().map(fold);
                table.rows.iter().enumerate().rev().filter_map(|(at, row)| Some((key(row)?, at))).collect()
            });
            match index.get(&addition.key) {
                Some(&at) => merge(table, at, &addition.row, findings),
                None => findings.push(
                    Finding::new(FindingCode::ActivityUnknown, Place::Cell(addition.row.origin))
                        .with("found", Value::Code(addition.key.as_str().into())),
                ),
            }
        }
    }
}

/// Makes one record of two: lists are united, blanks are filled, and what disagrees is told and keeps its first value.
/// An amount is never added to another.
pub fn merge(table: &mut Table, at: usize, incoming: &Row, findings: &mut Vec<Finding>) {
    let sheet = table.sheet;
    let cells = &mut table.rows[at].cells;
    for (position, cell) in incoming.cells.kept() {
        let column = &schema::columns(sheet)[position];
        match (&cells[position], cell) {
            (Cell::Missing, _) => cells.set(position, cell.clone()),
            (Cell::Codes(codes), Cell::Codes(more)) if matches!(column.kind, Kind::Many(_) | Kind::Ids) => {
                let new: Vec<Code> = more.iter().filter(|code| !codes.contains(code)).cloned().collect();
                cells.set(position, Cell::Codes(codes.iter().cloned().chain(new).collect()));
            }
            (first, other) if first == other => {}
            (_, Cell::Held) => {}
            (first, other) => findings.push(
                Finding::new(FindingCode::RowsDisagree, Place::Cell(incoming.origin))
                    .with("found", value(column.kind, other))
                    .with("expected", value(column.kind, first))
                    .with("field", Value::Column(sheet, column.field)),
            ),
        }
    }
}

/// Gives a cell as a printable value.
pub fn value(kind: Kind, cell: &Cell) -> Value {
    match (cell, kind) {
        (Cell::Missing | Cell::Held, _) => Value::Missing,
        (Cell::NotApplicable, _) => Value::NotApplicable,
        (Cell::Masked(mask), _) => Value::Masked(*mask),
        (Cell::Text(text), _) => super::cells::shown(text),
        (Cell::Code(code), Kind::One(list) | Kind::Many(list)) => Value::Name(list, code.clone()),
        (Cell::Code(code), _) => Value::Code(code.as_str().into()),
        (Cell::Codes(codes), kind) => {
            Value::List(codes.iter().map(|code| value(kind, &Cell::Code(code.clone()))).collect())
        }
        (Cell::Number(number), _) => shown_number(*number),
        (Cell::Date(date), _) => Value::Date(*date),
        (Cell::Period(period), _) => Value::Period(*period),
    }
}
