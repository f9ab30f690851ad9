//! Judging: raw rows to typed records, all findings gathered.
//!
//! 1. [`headings`] tells what a sheet is and where its columns stand; [`mapping`] does so for foreign tables that a
//!    profile describes.
//! 2. [`totals`] leaves aside rows that are no records.
//! 3. [`cells`] reads one cell by the kind of its column, with [`text`], [`number`], [`date`] and [`lists`];
//!    [`records`] makes a record of a row.
//! 4. When all files are read, [`returns`] tells who sent what, and [`rules`] compares records with each other.
//!
//! Invariant: each cell that is not empty is used, ignored or held, and the three add up to what was read.

mod aims;
mod book;
pub mod cells;
pub mod date;
mod doubts;
pub mod headings;
mod identification;
pub mod lists;
mod mapping;
pub mod number;
mod readings;
mod records;
mod returns;
pub mod rules;
pub mod text;
pub mod totals;

use std::borrow::Cow;

use crate::model::{
    Dataset, Field, FileId, Finding, FindingCode, Ignored, Origin, Place, Profile, RawRow, RawValue, RowSink, Settings,
    Sheet, SheetId, Sources, Value, View, schema,
};
use crate::reference::Reference;

use book::Book;
use cells::{Order, Reader, shown};
use headings::{Headings, Layout, SEARCHED};
use mapping::{Addition, Mapped};
use records::{Doubt, Incoming};
use returns::Senders;

/// The first letter of the tabs that the blank form adds for its reader: the guide and the lists.
const HELP_MARK: char = '#';

/// The longest identification sheet that is read.
const IDENTIFICATION_ROWS: usize = 500;

/// Judges the rows of all files of a campaign, as they come.
///
/// Announce each file with [`Judge::start_file`], hand its rows in through [`RowSink`], and take the result with
/// [`Judge::finish`].
pub struct Judge<'a> {
    reference: &'a Reference,
    settings: Option<&'a Settings>,
    profiles: &'a [Profile],
    headings: Headings,
    book: Book,
    senders: Senders,
    file: File<'a>,
    open: Option<Open<'a>>,
}

/// The file that is being read.
#[derive(Default)]
struct File<'a> {
    path: String,
    text_only: bool,
    ignored: bool,
    views: Vec<&'a View>,
}

/// The sheet that is being read.
struct Open<'a> {
    file: FileId,
    id: SheetId,
    name: String,
    hidden: bool,
    state: State<'a>,
}

/// How the rows of a sheet are taken.
enum State<'a> {
    /// The first rows are kept until the row of headings is told.
    Head(Vec<RawRow>),
    /// Labels and values, kept to the end.
    Identification(Vec<RawRow>),
    /// Records of the contract.
    Records(Box<Records>),
    /// A foreign table.
    Mapped(Vec<Mapped<'a>>),
    /// Left aside for a stated reason.
    Aside(Ignored),
    /// Refused with a finding of severity error.
    Refused,
}

/// A sheet of the contract on its way.
struct Records {
    layout: Layout,
    absent: Vec<Field>,
    doubts: Vec<(usize, Doubt)>,
    orders: Vec<Order>,
}

impl<'a> Judge<'a> {
    /// Makes a judge. Without settings, a single file is checked without its campaign.
    pub fn new(reference: &'a Reference, settings: Option<&'a Settings>, profiles: &'a [Profile]) -> Self {
        Judge {
            reference,
            settings,
            profiles,
            headings: Headings::new(reference),
            book: Book::default(),
            senders: Senders::default(),
            file: File::default(),
            open: None,
        }
    }

    /// Announces the next file; profiles are chosen by its path relative to the returns folder.
    pub fn start_file(&mut self, file: FileId, relative_path: &str) {
        let views = self.profiles.iter().flat_map(|profile| &profile.views);
        let patterns = self.profiles.iter().flat_map(|profile| &profile.ignore);
        let extension = relative_path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
        self.file = File {
            path: relative_path.to_owned(),
            text_only: matches!(extension.as_str(), "csv" | "tsv" | "txt"),
            ignored: patterns.into_iter().any(|pattern| Profile::matches(pattern, relative_path)),
            views: views.filter(|view| Profile::matches(&view.file, relative_path)).collect(),
        };
        if self.file.ignored {
            let name = relative_path.rsplit('/').next().unwrap_or(relative_path);
            self.book
                .findings
                .push(Finding::new(FindingCode::FileIgnored, Place::File(file)).with("found", Value::code(name)));
        }
    }

    /// Compares the records with each other, and gives everything that was read and found.
    ///
    /// Tables stand in file, sheet and row order; findings by place, then by code.
    pub fn finish(mut self, sources: &Sources) -> (Dataset, Vec<Finding>) {
        self.end_sheet();
        let additions = std::mem::take(&mut self.book.additions);
        Addition::apply(additions, &mut self.book);
        self.book.sort(sources);
        let Book { dataset, findings, .. } = &mut self.book;
        self.senders.finish(self.reference, dataset, findings);
        let context = rules::Context { reference: self.reference, settings: self.settings, sources };
        for rule in rules::RULES {
            rule(&context, dataset, findings);
        }
        self.book.close();
        let Book { mut dataset, mut findings, .. } = self.book;
        dataset.tables.retain(|_, table| !table.rows.is_empty());
        findings.sort_by_key(|finding| (place_key(finding.place, sources), finding.code));
        (dataset, findings)
    }

    /// Tells what the sheet is from its first rows, and takes them.
    fn settle(&mut self, mut open: Open<'a>, rows: Vec<RawRow>) -> Open<'a> {
        let on_sheet = |view: &&View| view.sheet.as_deref().is_none_or(|name| name == open.name);
        let views: Vec<&'a View> = self.file.views.iter().copied().filter(on_sheet).collect();
        if !views.is_empty() {
            return self.settle_mapped(open, views, rows);
        }
        let named = self.headings.sheet(&open.name);
        let guessed = || self.headings.guess(self.reference, &rows);
        let Some(sheet) = named.or_else(guessed) else {
            let used = schema::USED.iter().map(|sheet| Value::SheetName(*sheet)).collect();
            self.tell(
                Finding::new(FindingCode::SheetUnknown, Place::Sheet(open.id))
                    .with("found", shown(&open.name))
                    .with("expected", Value::List(used)),
            );
            open.state = State::Aside(Ignored::SheetUnknown);
            return self.take_all(open, rows);
        };
        self.senders.add(&self.file.path, open.file, open.id, self.settings);
        if open.hidden {
            self.tell(Finding::new(FindingCode::SheetHidden, Place::Sheet(open.id)).with("found", shown(&open.name)));
        }
        if !schema::USED.contains(&sheet) {
            self.tell(
                Finding::new(FindingCode::SheetNotUsed, Place::Sheet(open.id)).with("found", Value::SheetName(sheet)),
            );
            open.state = State::Aside(Ignored::SheetNotUsed);
            return self.take_all(open, rows);
        }
        if sheet == Sheet::Identification {
            open.state = State::Identification(Vec::new());
            return self.take_all(open, rows);
        }
        let Some(at) = self.headings.row(self.reference, sheet, &rows) else {
            self.headings_missing(open.id, sheet);
            open.state = State::Refused;
            return self.take_all(open, rows);
        };
        let layout = self.headings.layout(self.reference, sheet, &rows[at]);
        self.above(open.id, &rows[..at]);
        for (column, text) in &layout.unknown {
            let suggestion = self.headings.nearest(sheet, text);
            let suggestion = suggestion.map_or(Value::key("finding-none"), |field| Value::Column(sheet, field));
            self.tell(
                Finding::new(FindingCode::ColumnUnused, Place::Cell(Origin::cell(open.id, rows[at].row, *column)))
                    .with("found", shown(text))
                    .with("suggestion", suggestion),
            );
        }
        for (column, text, field) in &layout.twice {
            self.tell(
                Finding::new(FindingCode::ColumnTwice, Place::Cell(Origin::cell(open.id, rows[at].row, *column)))
                    .with("found", shown(text))
                    .with("field", Value::Column(sheet, *field)),
            );
        }
        let absent = layout.absent();
        for field in &absent {
            self.tell(
                Finding::new(FindingCode::ColumnMissing, Place::Sheet(open.id))
                    .with("expected", Value::Column(sheet, *field)),
            );
        }
        let count = self.book.count(open.id);
        count.read += rows[at].cells.len() as u64;
        if !layout.twice.is_empty() {
            count.held += rows[at].cells.len() as u64;
            open.state = State::Refused;
        } else {
            let mapped = layout.source.iter().flatten().count();
            count.ignore(Ignored::UnusedColumn, (rows[at].cells.len() - mapped) as u64);
            self.book.lay_out(open.id, sheet, layout.source.clone());
            open.state = State::Records(Box::new(Records { layout, absent, doubts: Vec::new(), orders: Vec::new() }));
        }
        let below = rows.into_iter().skip(at + 1).collect();
        self.take_all(open, below)
    }

    fn settle_mapped(&mut self, mut open: Open<'a>, views: Vec<&'a View>, rows: Vec<RawRow>) -> Open<'a> {
        let Some(at) = mapping::heading_row(&views, &rows) else {
            self.headings_missing(open.id, views[0].target);
            open.state = State::Refused;
            return self.take_all(open, rows);
        };
        self.above(open.id, &rows[..at]);
        let mapped: Vec<Mapped<'a>> =
            views.into_iter().map(|view| Mapped::new(view, open.id, &rows[at], &mut self.book)).collect();
        for (column, value) in &rows[at].cells {
            if !mapped.iter().any(|view| view.uses(*column)) {
                self.book.count(open.id).ignore(Ignored::UnusedColumn, 1);
                self.tell(
                    Finding::new(FindingCode::ColumnUnused, Place::Cell(Origin::cell(open.id, rows[at].row, *column)))
                        .with("found", shown(&cells::words(value)))
                        .with("suggestion", Value::key("finding-none")),
                );
            }
        }
        self.book.count(open.id).read += rows[at].cells.len() as u64;
        open.state = State::Mapped(mapped);
        let below = rows.into_iter().skip(at + 1).collect();
        self.take_all(open, below)
    }

    fn take_all(&mut self, mut open: Open<'a>, rows: Vec<RawRow>) -> Open<'a> {
        for row in rows {
            self.take(&mut open, row);
        }
        open
    }

    /// Takes one row of a sheet whose state is settled.
    fn take(&mut self, open: &mut Open<'a>, row: RawRow) {
        let cells = row.cells.len() as u64;
        match &mut open.state {
            State::Head(rows) => rows.push(row),
            State::Identification(rows) if rows.len() < IDENTIFICATION_ROWS => rows.push(row),
            State::Identification(_) => self.book.aside(open.id, Ignored::Note, cells),
            State::Aside(reason) => self.book.aside(open.id, *reason, cells),
            State::Refused => {
                let count = self.book.count(open.id);
                count.read += cells;
                count.held += cells;
            }
            State::Records(records) => {
                self.book.count(open.id).read += cells;
                records.take(self.reference, open.id, &row, self.file.text_only, &mut self.book);
            }
            State::Mapped(views) => {
                let mut used: Vec<u16> = Vec::new();
                for view in views {
                    used.extend(view.take(self.reference, open.id, &row, self.file.text_only, &mut self.book));
                }
                let ignored = row.cells.iter().filter(|(column, _)| !used.contains(column)).count() as u64;
                let reason = if used.is_empty() { Ignored::ByProfile } else { Ignored::UnusedColumn };
                let count = self.book.count(open.id);
                count.read += cells;
                count.ignore(reason, ignored);
            }
        }
    }

    fn above(&mut self, id: SheetId, rows: &[RawRow]) {
        let cells: u64 = rows.iter().map(|row| row.cells.len() as u64).sum();
        if cells > 0 {
            self.book.aside(id, Ignored::Above, cells);
            self.tell(
                Finding::new(FindingCode::RowsAbove, Place::Sheet(id)).with("found", Value::count(rows.len() as u64)),
            );
        }
    }

    fn headings_missing(&mut self, id: SheetId, sheet: Sheet) {
        let wanted = schema::columns(sheet).iter().filter(|column| column.required).take(4);
        let wanted = wanted.map(|column| Value::Column(sheet, column.field)).collect();
        self.tell(Finding::new(FindingCode::HeadingsMissing, Place::Sheet(id)).with("expected", Value::List(wanted)));
    }

    fn tell(&mut self, finding: Finding) {
        self.book.findings.push(finding);
    }
}

impl RowSink for Judge<'_> {
    fn sheet(&mut self, file: FileId, sheet: SheetId, name: &str, hidden: bool) {
        self.end_sheet();
        let state = if self.file.ignored {
            State::Aside(Ignored::ByProfile)
        } else if name.starts_with(HELP_MARK) {
            State::Aside(Ignored::Help)
        } else {
            State::Head(Vec::new())
        };
        self.open = Some(Open { file, id: sheet, name: name.to_owned(), hidden, state });
    }

    fn row(&mut self, mut row: RawRow) {
        row.cells.retain(|(_, value)| !matches!(value, RawValue::Text(text) if text::trim(text).is_empty()));
        let Some(mut open) = self.open.take() else { return };
        if !row.cells.is_empty() {
            self.take(&mut open, row);
            if let State::Head(rows) = &mut open.state
                && rows.len() >= SEARCHED
            {
                let rows = std::mem::take(rows);
                open = self.settle(open, rows);
            }
        }
        self.open = Some(open);
    }

    fn end_sheet(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        if let State::Head(rows) = &mut open.state {
            let rows = std::mem::take(rows);
            // A tab that nobody wrote on is no sheet of the return.
            if rows.is_empty() {
                return;
            }
            open = self.settle(open, rows);
        }
        match open.state {
            State::Records(records) => records.end(self.reference, self.file.text_only, &mut self.book),
            State::Identification(rows) => {
                let langs = self.headings.layout(self.reference, Sheet::Identification, &labels(&rows));
                let reader = Reader {
                    reference: self.reference,
                    lang: langs.lang,
                    text_only: self.file.text_only,
                    decimal: None,
                };
                let findings = &mut self.book.findings;
                let read = identification::read(&reader, &self.headings, self.reference, open.id, &rows, findings);
                let cells: u64 = rows.iter().map(|row| row.cells.len() as u64).sum();
                let count = self.book.count(open.id);
                count.read += cells;
                if read.understood {
                    count.ignore(Ignored::Note, read.ignored);
                    count.held += read.held;
                    self.senders.identify(&self.file.path, read.row.clone());
                    self.book.push(Sheet::Identification, read.row, Box::default());
                } else {
                    count.held += cells;
                    self.headings_missing(open.id, Sheet::Identification);
                }
            }
            _ => {}
        }
    }
}

impl Records {
    fn take(&mut self, reference: &Reference, id: SheetId, row: &RawRow, text_only: bool, book: &mut Book) {
        if let Some(aside) = totals::aside(reference, &self.layout, row) {
            let reason = match aside {
                totals::Aside::Example => Ignored::Example,
                totals::Aside::Told(code, text) => {
                    let finding = Finding::new(code, Place::Cell(Origin::row(id, row.row)));
                    book.findings.push(finding.with("found", shown(&text)));
                    if code == FindingCode::TotalRow { Ignored::Total } else { Ignored::Note }
                }
            };
            book.count(id).ignore(reason, row.cells.len() as u64);
            return;
        }
        let cells: Vec<Incoming<'_>> = self
            .layout
            .source
            .iter()
            .enumerate()
            .filter_map(|(at, column)| {
                let column = (*column)?;
                Some(Incoming { at, column: Some(column), value: Cow::Borrowed(row.get(column)?) })
            })
            .collect();
        book.count(id).ignore(Ignored::UnusedColumn, (row.cells.len() - cells.len()) as u64);
        if cells.is_empty() {
            return;
        }
        let reader = Reader { reference, lang: self.layout.lang, text_only, decimal: None };
        let sheet = self.layout.sheet;
        let origin = Origin::row(id, row.row);
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
        book.findings.extend(told);
        let at = book.push(sheet, record.row, record.columns);
        self.orders.extend(record.orders);
        self.doubts.extend(record.doubts.into_iter().map(|doubt| (at, doubt)));
    }

    /// Tells the dates with two readings, now that all dates of the sheet are known.
    fn end(&self, reference: &Reference, text_only: bool, book: &mut Book) {
        let reader = Reader { reference, lang: self.layout.lang, text_only, decimal: None };
        let order = doubts::agreed(&self.orders);
        for (at, doubt) in &self.doubts {
            let cell = doubts::tell(
                &reader,
                doubt.origin,
                &doubt.found,
                doubt.day_first,
                doubt.month_first,
                order,
                &mut book.findings,
            );
            book.settle(self.layout.sheet, *at, doubt, cell);
        }
    }
}

/// Puts the first cells of all rows into one row, so that the language of labels is told as that of headings.
fn labels(rows: &[RawRow]) -> RawRow {
    let firsts = rows.iter().filter_map(|row| row.cells.first()).map(|(_, value)| value.clone());
    RawRow { row: 0, cells: (0..).zip(firsts).collect() }
}

/// Orders places by file, sheet, row and column; what concerns a whole comes before its parts.
fn place_key(place: Place, sources: &Sources) -> (u32, u32, u64, u32) {
    let sheet_key = |sheet: SheetId| (u32::from(sources.sheet(sheet).file.0) + 1, u32::from(sheet.0) + 1);
    match place {
        Place::Campaign => (0, 0, 0, 0),
        Place::File(file) => (u32::from(file.0) + 1, 0, 0, 0),
        Place::Sheet(sheet) => {
            let (file, sheet) = sheet_key(sheet);
            (file, sheet, 0, 0)
        }
        Place::Cell(origin) => {
            let (file, sheet) = sheet_key(origin.sheet);
            let column = if origin.column == Origin::WHOLE_ROW { 0 } else { u32::from(origin.column) + 1 };
            (file, sheet, u64::from(origin.row) + 1, column)
        }
    }
}

#[cfg(test)]
mod tests;
