//! Rows of a foreign table to records, by the views of a mapping profile.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::{
    Cell, Code, Field, Finding, FindingCode, Kind, Lang, Origin, Place, RawRow, RawValue, Row, Sheet, SheetId,
    SourceColumn, Table, Value, View, schema,
};
use crate::reference::{Reference, fold};

use super::book::Book;
use super::cells::{Reader, shown_number, words};
use super::headings::best;
use super::records::{self, Incoming};
use super::text::{State, state, trim};

/// What parts a path of a cell where a profile names none.
const PATH_SEPARATOR: &str = "|";

/// One view over one source sheet, ready to take rows.
pub struct Mapped<'a> {
    view: &'a View,
    /// The position, source column and rule of each column.
    columns: Vec<(usize, Option<u16>, Option<&'a SourceColumn>)>,
    absent: Vec<Field>,
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

/// Finds the row of headings of a mapped sheet: the one that holds most headings of its views.
pub fn heading_row(views: &[&View], rows: &[RawRow]) -> Option<usize> {
    let wanted: Vec<String> =
        views.iter().flat_map(|view| view.columns.values()).map(|column| fold(&column.heading)).collect();
    let (at, matched) = best(
        rows.iter().map(|row| row.cells.iter().filter(|(_, value)| wanted.contains(&fold(&words(value)))).count()),
    )?;
    (matched > 0).then_some(at)
}

impl<'a> Mapped<'a> {
    /// Lays a view over the headings of a sheet. Headings that are absent are told.
    pub fn new(view: &'a View, id: SheetId, headings: &RawRow, book: &mut Book) -> Self {
        let mut columns = Vec::new();
        let mut absent = Vec::new();
        let mut source = vec![None; schema::columns(view.target).len()];
        for (at, column) in schema::columns(view.target).iter().enumerate() {
            let rule = view.columns.get(&column.field);
            let found = rule.and_then(|rule| {
                let wanted = fold(&rule.heading);
                headings.cells.iter().find(|(_, value)| fold(&words(value)) == wanted).map(|(column, _)| *column)
            });
            if let (Some(rule), None) = (rule, found) {
                book.findings.push(
                    Finding::new(FindingCode::ColumnMissing, Place::Sheet(id))
                        .with("expected", Value::Code(rule.heading.clone())),
                );
                absent.push(column.field);
            }
            source[at] = found;
            if rule.is_some() || view.constants.contains_key(&column.field) {
                columns.push((at, found, rule));
            }
        }
        book.lay_out(id, view.target, source);
        Mapped { view, columns, absent, known: BTreeMap::new() }
    }

    /// Says whether the view reads a source column.
    pub fn uses(&self, column: u16) -> bool {
        self.columns.iter().any(|(_, found, _)| *found == Some(column))
    }

    /// Takes one row. Gives the source columns that became part of a record.
    pub fn take(
        &mut self,
        reference: &Reference,
        id: SheetId,
        raw: &RawRow,
        text_only: bool,
        book: &mut Book,
    ) -> Vec<u16> {
        let target = self.view.target;
        let cells: Vec<Incoming<'_>> = self
            .columns
            .iter()
            .filter_map(|(at, column, rule)| {
                let field = schema::columns(target)[*at].field;
                let value = column.and_then(|column| raw.get(column)).and_then(|value| self.value(field, *rule, value));
                let constant = || self.view.constants.get(&field).map(|text| RawValue::Text(text.to_string()));
                let (column, value) = match value {
                    Some(value) => (*column, value),
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
            return Vec::new();
        }
        let reader = Reader { reference, lang: Lang::En, text_only, decimal: self.view.decimal };
        // The views of one sheet may read one target from several columns: the row's place is then that of its amount.
        let amount = schema::position(target, Field::Amount);
        let place = cells.iter().find(|cell| amount == Some(cell.at)).and_then(|cell| cell.column);
        let origin = place.map_or(Origin::row(id, raw.row), |column| Origin::cell(id, raw.row, column));
        // An addition completes a record and has no required cells of its own.
        let mut told = Vec::new();
        let mut record = records::judge(&reader, target, origin, &cells, &[], &self.absent, &mut told);
        if self.view.adds_to {
            told.retain(|finding| finding.code != FindingCode::Required);
        }
        book.findings.extend(told);
        for doubt in &record.doubts {
            record.row.cells[doubt.at] = super::doubts::tell(
                &reader,
                doubt.origin,
                &doubt.found,
                doubt.day_first,
                doubt.month_first,
                super::doubts::agreed(&record.orders),
                &mut book.findings,
            );
        }
        let used = record.columns.to_vec();
        let key = self.view.one_record_per.and_then(|field| {
            let at = schema::position(target, field)?;
            Some((field, fold(record.row.cells[at].text()?)))
        });
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
            None if self.view.adds_to => return Vec::new(),
            None => {
                book.push(target, record.row, record.columns);
            }
        }
        used
    }

    /// Applies the rules of a column to a cell: piece of a path, words for missing, words of the contract. `None` where
    /// nothing is reported.
    fn value<'r>(&self, field: Field, rule: Option<&SourceColumn>, raw: &'r RawValue) -> Option<Cow<'r, RawValue>> {
        let map = self.view.values.get(&field);
        let plain = rule.is_none_or(|rule| rule.separator.is_none() && rule.part.is_none());
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
fn merge(table: &mut Table, at: usize, incoming: &Row, findings: &mut Vec<Finding>) {
    let sheet = table.sheet;
    for (position, cell) in incoming.cells.iter().enumerate() {
        let column = &schema::columns(sheet)[position];
        let present = &mut table.rows[at].cells[position];
        match (&mut *present, cell) {
            (_, Cell::Missing) => {}
            (Cell::Missing, _) => *present = cell.clone(),
            (Cell::Codes(codes), Cell::Codes(more)) if matches!(column.kind, Kind::Many(_) | Kind::Ids) => {
                let new: Vec<Code> = more.iter().filter(|code| !codes.contains(code)).cloned().collect();
                codes.extend(new);
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
