//! One table of the contract on its way: rows to records, and what has to wait for the end of the sheet.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::{
    Field, Finding, FindingCode, Ignored, Merged, Origin, Place, RawRow, Sheet, SheetId, Value, column_letters, schema,
};
use crate::reference::Reference;

use super::book::Book;
use super::cells::{Order, Reader, shown, words};
use super::doubts::Waiting;
use super::headings::{Headings, Layout};
use super::records::{self, Doubt, Incoming};
use super::totals::{self, Aside, Sums};
use super::{doubts, mapping};

/// How many rows of a table wait for its end. Rows without identifier that come later are judged as they stand.
const KEPT: usize = 10_000;

/// How many columns without a heading are named.
const NAMED: usize = 12;

/// What a row is judged with.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The lists.
    pub reference: &'a Reference,
    /// The sheet of the file.
    pub id: SheetId,
    /// True where the file can hold nothing but text.
    pub text_only: bool,
}

/// A table of the contract.
pub struct Contract {
    layout: Layout,
    absent: Vec<Field>,
    /// The row of the headings, or of the tags where nothing else stands.
    head: u32,
    doubts: Vec<(usize, Doubt)>,
    orders: Vec<Order>,
    sums: Sums,
    /// Cells of columns that nothing reads.
    unused: BTreeMap<u16, u64>,
    /// The last row with an identifier, and its record.
    last: Option<(RawRow, usize)>,
    /// Those of them that rows without identifier follow.
    firsts: Vec<(RawRow, usize)>,
    kept: Vec<Kept>,
    /// Where in `kept` the texts begin that no record follows yet.
    open: usize,
}

/// A row that waits for the blocks of merged cells, which some formats tell only after all rows.
struct Kept {
    row: RawRow,
    /// The row with an identifier above it, in `firsts`.
    above: Option<usize>,
    /// The text of a row that holds nothing else.
    lone: Option<String>,
    /// True where a record follows.
    followed: bool,
}

impl Contract {
    /// Starts a table under its headings.
    pub fn new(layout: Layout, absent: Vec<Field>, head: u32) -> Self {
        Contract {
            layout,
            absent,
            head,
            doubts: Vec::new(),
            orders: Vec::new(),
            sums: Sums::default(),
            unused: BTreeMap::new(),
            last: None,
            firsts: Vec::new(),
            kept: Vec::new(),
            open: 0,
        }
    }

    /// Gives the sheet of the contract.
    pub fn sheet(&self) -> Sheet {
        self.layout.sheet
    }

    /// Takes one row.
    pub fn take(&mut self, desk: Desk<'_>, row: RawRow, book: &mut Book) {
        let cells = row.cells.len() as u64;
        let id = self.layout.id();
        let blank = |field: Field| self.layout.column(field).is_none_or(|column| row.get(column).is_none());
        let unnamed = id.is_none_or(|id| row.get(id).is_none()) && blank(Field::Title);
        match totals::aside(desk.reference, &self.layout, &row) {
            Some(Aside::Example) => return book.count(desk.id).ignore(Ignored::Example, cells),
            Some(Aside::Total(text)) => return self.total(desk, &row, shown(&text), book),
            Some(Aside::Lone(text)) if self.kept.len() < KEPT => return self.keep(row, Some(text)),
            Some(Aside::Lone(text)) => return lone(desk, &row, FindingCode::NoteRow, &text, book),
            None if unnamed && self.sums.repeats(&row) => {
                let first = row.cells.first().map_or(Value::Empty, |(_, value)| shown(&words(value)));
                return self.total(desk, &row, first, book);
            }
            None => {}
        }
        for kept in &mut self.kept[self.open..] {
            kept.followed = true;
        }
        self.open = self.kept.len();
        self.sums.add(&row);
        let blank_id = id.is_some_and(|id| row.get(id).is_none());
        let under = self.last.is_some() || !self.firsts.is_empty();
        if blank_id && under && self.kept.len() < KEPT {
            return self.keep(row, None);
        }
        if let Some(at) = self.record(desk, &row, None, book)
            && id.is_some()
        {
            self.last = Some((row, at));
        }
    }

    fn keep(&mut self, row: RawRow, lone: Option<String>) {
        if lone.is_none() || self.layout.id().is_some_and(|id| row.get(id).is_none()) {
            self.firsts.extend(self.last.take());
        }
        let above = self.firsts.len().checked_sub(1);
        let followed = lone.is_none();
        self.kept.push(Kept { row, above, lone, followed });
        if followed {
            self.open = self.kept.len();
        }
    }

    fn total(&mut self, desk: Desk<'_>, row: &RawRow, found: Value, book: &mut Book) {
        self.sums.part();
        let place = Place::Cell(Origin::row(desk.id, row.row));
        book.findings.push(Finding::new(FindingCode::TotalRow, place).with("found", found));
        book.count(desk.id).ignore(Ignored::Total, row.cells.len() as u64);
    }

    /// Makes a record of a row, and gives its number in its table; `first` is the row from which it takes its
    /// identifier.
    fn record(
        &mut self,
        desk: Desk<'_>,
        row: &RawRow,
        first: Option<&(RawRow, usize)>,
        book: &mut Book,
    ) -> Option<usize> {
        let sheet = self.layout.sheet;
        // What a row of an activity leaves blank is said by the first one; elsewhere it takes the identifier alone.
        let joins = first.is_some() && sheet == Sheet::Activities;
        let lent = |at: usize| {
            let column = &schema::columns(sheet)[at];
            self.layout.source[at] == self.layout.id() || joins && column.field == Field::Currency
        };
        let mut own = 0;
        let mut cells: Vec<Incoming<'_>> = Vec::new();
        for (at, column) in self.layout.source.iter().enumerate() {
            let Some(column) = *column else { continue };
            if let Some(value) = row.get(column) {
                own += 1;
                cells.push(Incoming { at, column: Some(column), value: Cow::Borrowed(value) });
            } else if let Some(value) = first.filter(|_| lent(at)).and_then(|(first, _)| first.get(column)) {
                cells.push(Incoming { at, column: None, value: Cow::Borrowed(value) });
            }
        }
        if own < row.cells.len() {
            book.count(desk.id).ignore(Ignored::UnusedColumn, (row.cells.len() - own) as u64);
            for (column, _) in row.cells.iter().filter(|(column, _)| !self.layout.source.contains(&Some(*column))) {
                *self.unused.entry(*column).or_default() += 1;
            }
        }
        if own == 0 {
            return None;
        }
        let reader = self.reader(desk);
        let origin = Origin::row(desk.id, row.row);
        let mut told = Vec::new();
        let record = records::judge(&reader, sheet, origin, &cells, &self.layout.currency, &self.absent, &mut told);
        // A required cell that is blank is told at its own place, although no cell stands there.
        for finding in &mut told {
            if let (FindingCode::Required, Place::Cell(place)) = (finding.code, &mut finding.place)
                && let Some((_, Value::Column(_, field))) = finding.args.first()
                && let Some(column) = self.layout.column(*field)
            {
                *place = origin.at(column);
            }
        }
        if joins {
            told.retain(|finding| finding.code != FindingCode::Required);
        }
        book.findings.extend(told);
        self.orders.extend(record.orders);
        if let Some((_, at)) = first.filter(|_| joins) {
            let mut row = record.row;
            for doubt in &record.doubts {
                let order = doubts::agreed(&self.orders);
                let (day, month) = (doubt.day_first, doubt.month_first);
                let told = doubts::tell(&reader, doubt.origin, &doubt.found, day, month, order, &mut book.findings);
                row.cells.set(doubt.at, told);
            }
            let (table, findings) = book.table(sheet);
            mapping::merge(table, *at, &row, findings);
            return Some(*at);
        }
        let at = book.push(sheet, record.row, record.columns);
        self.doubts.extend(record.doubts.into_iter().map(|doubt| (at, doubt)));
        Some(at)
    }

    fn reader<'r>(&self, desk: Desk<'r>) -> Reader<'r> {
        Reader { reference: desk.reference, lang: self.layout.lang, text_only: desk.text_only, decimal: None }
    }

    /// Ends the table: rows that waited, dates with two readings, columns that nothing read.
    pub fn end(mut self, desk: Desk<'_>, headings: &Headings, blocks: &[Merged], book: &mut Book) {
        self.end_kept(desk, blocks, book);
        let own = doubts::agreed(&self.orders);
        book.dates.said = book.dates.said.and(own);
        let (sheet, lang, text_only) = (self.layout.sheet, self.layout.lang, desk.text_only);
        let dates = std::mem::take(&mut self.doubts).into_iter();
        book.dates.waiting.extend(dates.map(|(row, doubt)| Waiting {
            record: (sheet, row),
            doubt,
            own,
            lang,
            text_only,
        }));
        self.end_unused(desk, headings, book);
    }

    /// Tells what the rows that waited are: continuations of the record above where a merged block of identifiers says
    /// so, else records of their own, titles of sections or notes.
    fn end_kept(&mut self, desk: Desk<'_>, blocks: &[Merged], book: &mut Book) {
        let id = self.layout.id();
        let reach: BTreeMap<u32, u32> =
            blocks.iter().filter(|block| Some(block.columns.0) == id).map(|block| block.rows).collect();
        let firsts = std::mem::take(&mut self.firsts);
        let mut filled: Option<(u32, u64)> = None;
        for kept in std::mem::take(&mut self.kept) {
            let blank_id = id.is_some_and(|id| kept.row.get(id).is_none());
            let first = kept
                .above
                .map(|above| &firsts[above])
                .filter(|(first, _)| blank_id && reach.get(&first.row).is_some_and(|last| *last >= kept.row.row));
            match (kept.lone, first) {
                (_, Some(first)) => {
                    self.record(desk, &kept.row, Some(first), book);
                    filled = Some(filled.map_or((kept.row.row, 1), |(row, count)| (row, count + 1)));
                }
                (Some(text), None) if kept.followed => lone(desk, &kept.row, FindingCode::SectionRow, &text, book),
                (Some(text), None) => lone(desk, &kept.row, FindingCode::NoteRow, &text, book),
                (None, None) => {
                    self.record(desk, &kept.row, None, book);
                }
            }
        }
        if let Some((row, count)) = filled {
            let place = Place::Cell(Origin::row(desk.id, row));
            book.findings.push(Finding::new(FindingCode::FilledDown, place).with("found", Value::count(count)));
        }
    }

    fn end_unused(&mut self, desk: Desk<'_>, headings: &Headings, book: &mut Book) {
        let sheet = self.layout.sheet;
        for (column, text) in &self.layout.unknown {
            let cells = self.unused.remove(column).unwrap_or(0);
            let suggestion = headings.nearest(sheet, text);
            let suggestion = suggestion.map_or(Value::key("finding-none"), |field| Value::Column(sheet, field));
            let place = Place::Cell(Origin::cell(desk.id, self.head, *column));
            book.findings.push(unused(place, text, cells, suggestion));
        }
        let named = self.layout.source.iter().flatten();
        self.unused.retain(|column, _| !named.clone().any(|named| named == column));
        unnamed(desk.id, &self.unused, book);
    }
}

/// Tells a row of one text, and leaves it aside.
fn lone(desk: Desk<'_>, row: &RawRow, code: FindingCode, text: &str, book: &mut Book) {
    let place = Place::Cell(Origin::row(desk.id, row.row));
    book.findings.push(Finding::new(code, place).with("found", shown(text)));
    book.count(desk.id).ignore(Ignored::Note, row.cells.len() as u64);
}

/// Makes the finding of a column that nothing reads.
pub fn unused(place: Place, text: &str, cells: u64, suggestion: Value) -> Finding {
    Finding::new(FindingCode::ColumnUnused, place)
        .with("found", shown(text))
        .with("cells", Value::count(cells))
        .with("suggestion", suggestion)
}

/// Tells the columns that hold cells and have no heading, together.
pub fn unnamed(id: SheetId, cells: &BTreeMap<u16, u64>, book: &mut Book) {
    if cells.is_empty() {
        return;
    }
    let mut letters: Vec<Value> = cells.keys().take(NAMED).map(|column| Value::code(column_letters(*column))).collect();
    if cells.len() > NAMED {
        letters.push(Value::code("…"));
    }
    book.findings.push(
        Finding::new(FindingCode::ColumnUnnamed, Place::Sheet(id))
            .with("found", Value::List(letters))
            .with("cells", Value::count(cells.values().sum::<u64>())),
    );
}
