//! Judging: raw rows to typed records, all findings gathered.
//!
//! 1. [`levels`] finds the headings, on one row or two, and the tags under them; [`headings`] tells what the sheet is and
//!    what its columns mean, [`mapping`] does so for foreign tables that a profile describes.
//! 2. [`contract`] takes the rows of a table, and [`totals`] tells those that are no records; [`open`] holds the sheet
//!    and its tables together.
//! 3. [`cells`] reads one cell by the kind of its column, with [`text`], [`number`], [`rough`], [`date`] and
//!    [`lists`]; [`records`] makes a record of a row.
//! 4. When all files are read, [`returns`] tells who sent what, and [`rules`] compares records with each other.
//! 5. [`decisions`] applies what people decided: corrections as rows come, merges when all are read.
//!
//! [`typed`] gives the texts of a csv the types that a workbook has, for the copy that a sender gets back.
//!
//! Invariant: each cell that is not empty is used, ignored or held, and the three add up to what was read.

mod aims;
mod book;
pub mod cells;
mod contract;
pub mod date;
mod decisions;
mod doubts;
pub mod headings;
mod identification;
mod levels;
pub mod lists;
mod mapping;
pub mod number;
mod open;
mod readings;
mod records;
mod returns;
pub mod rough;
pub mod rules;
pub mod text;
pub mod totals;
pub mod typed;

use std::sync::Arc;

use crate::model::{
    Dataset, Decisions, FileId, Finding, FindingCode, Ignored, Merged, Origin, Place, Profile, RawRow, RawValue,
    RowSink, Settings, SheetId, Sources, Value, View,
};
use crate::reference::Reference;

use book::Book;
use decisions::Docket;
use headings::Headings;
use levels::LOOKED;
use mapping::Addition;
use open::{Open, State};
use returns::Senders;
pub use returns::sender;

/// The first letter of the tabs that the blank form adds for its reader: the guide and the lists.
pub const HELP_MARK: char = '#';

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
    docket: Docket<'a>,
    file: File<'a>,
    open: Option<Open<'a>>,
}

/// The file that is being read.
#[derive(Default)]
struct File<'a> {
    path: String,
    text_only: bool,
    ignored: bool,
    /// Patterns of the sheets that a profile leaves aside.
    ignored_sheets: Vec<&'a str>,
    views: Vec<&'a View>,
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
            docket: Docket::default(),
            file: File::default(),
            open: None,
        }
    }

    /// Applies the decisions of people. `whole` is true where every return of the campaign is read, so that a decision
    /// that meets nothing can be told.
    pub fn with_decisions(mut self, decisions: &'a Decisions, whole: bool) -> Self {
        self.docket = Docket::new(decisions, whole);
        self
    }

    /// Announces the next file; profiles are chosen by its path relative to the returns folder.
    pub fn start_file(&mut self, file: FileId, relative_path: &str) {
        doubts::settle(self.reference, &mut self.book);
        let views = self.profiles.iter().flat_map(|profile| &profile.views);
        let patterns = self.profiles.iter().flat_map(|profile| &profile.ignore);
        let sheets = patterns.clone().filter_map(|pattern| pattern.split_once('#'));
        let extension = relative_path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
        self.file = File {
            path: relative_path.to_owned(),
            text_only: matches!(extension.as_str(), "csv" | "tsv" | "txt"),
            ignored: patterns.into_iter().any(|pattern| Profile::matches(pattern, relative_path)),
            ignored_sheets: sheets
                .filter(|(file, _)| Profile::matches(file, relative_path))
                .map(|(_, sheet)| sheet)
                .collect(),
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
        doubts::settle(self.reference, &mut self.book);
        let additions = std::mem::take(&mut self.book.additions);
        Addition::apply(additions, &mut self.book);
        self.book.sort(sources);
        self.senders.finish(self.reference, &mut self.book.dataset, &mut self.book.findings);
        let context = rules::Context { reference: self.reference, settings: self.settings, sources };
        rules::joint::apply(&context, &mut self.docket, &mut self.book);
        let Book { dataset, findings, .. } = &mut self.book;
        for rule in rules::RULES {
            rule(&context, dataset, findings);
        }
        self.docket.close(&mut self.book.findings);
        self.book.close();
        let Book { mut dataset, mut findings, .. } = self.book;
        dataset.tables.retain(|_, table| !table.rows.is_empty());
        dataset.tables.values_mut().for_each(|table| Arc::make_mut(table).rows.shrink_to_fit());
        findings.shrink_to_fit();
        findings.sort_by_key(|finding| (place_key(finding.place, sources), finding.code));
        (dataset, findings)
    }
}

impl RowSink for Judge<'_> {
    fn sheet(&mut self, file: FileId, sheet: SheetId, name: &str, hidden: bool) {
        self.end_sheet();
        let aside = self.file.ignored || self.file.ignored_sheets.iter().any(|pattern| Profile::matches(pattern, name));
        let state = if aside {
            State::Aside(Ignored::ByProfile)
        } else if name.starts_with(HELP_MARK) {
            State::Aside(Ignored::Help)
        } else {
            State::Head(Vec::new())
        };
        self.open = Some(Open {
            file,
            id: sheet,
            name: name.to_owned(),
            hidden,
            state,
            done: Vec::new(),
            facts: Vec::new(),
            blocks: Vec::new(),
        });
    }

    fn row(&mut self, mut row: RawRow) {
        row.cells.retain(|(_, value)| !matches!(value, RawValue::Text(text) if text::trim(text).is_empty()));
        let Some(mut open) = self.open.take() else { return };
        self.docket.correct(&self.file.path, (open.id, &open.name), &mut row, &mut self.book.findings);
        if !row.cells.is_empty() {
            self.take(&mut open, row);
            if let State::Head(rows) = &mut open.state
                && rows.len() >= LOOKED
            {
                let rows = std::mem::take(rows);
                open = self.settle(open, rows);
            }
        }
        self.open = Some(open);
    }

    fn merged(&mut self, blocks: &[Merged]) {
        if let Some(open) = &mut self.open {
            open.blocks.extend_from_slice(blocks);
        }
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
        self.close(open);
    }
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
