//! The answer to a council: a workbook with its own values, each wrong cell marked, ready to be corrected and sent back.
//!
//! 1. [`Copy`] keeps the rows of a sender's files as they are read.
//! 2. [`marks`] gathers what is to be shown at each cell, with the suggestions of [`offers`].
//! 3. [`list`] writes the first tab: what was found, what to do, and the account of cells.
//! 4. [`sheet`] writes the sender's own tabs: the same values at the same addresses, never a formula.
//!
//! The names of the tabs that are added begin with `#`, the mark of a tab that holds no data, so that the corrected copy
//! is read as the original was. Invariant: every value has the type and the text that it was read with, except a formula
//! that was never calculated, which becomes the error `#N/A`: a blank would turn an error into "not reported".
//!
//! The copy holds the private columns of the sender, who wrote them: it goes to nobody else.

mod list;
mod look;
mod marks;
mod offers;
mod sheet;

use jiff::civil::Date;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::xlsx::{failed, properties};
use crate::error::Result;
use crate::locale::Locale;
use crate::model::{Code, Dataset, FileId, Finding, Merged, RawRow, RowSink, Settings, SheetId, Sources};
use crate::reference::Reference;
use look::Looks;
use marks::{Marks, marks};

pub use offers::Offer;

/// The most notes of a workbook; a program that opens it draws each of them.
const NOTES: usize = 5_000;
/// The most drop-downs of a workbook; Excel allows 65 534 on a sheet.
const CHOICES: usize = 20_000;

/// One sheet of a sender, as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Tab {
    /// The sheet, as findings name it.
    pub sheet: SheetId,
    /// The name of the tab.
    pub name: String,
    /// Its rows that are not empty, in order.
    pub rows: Vec<RawRow>,
    /// Its blocks of cells that are shown as one.
    pub merged: Vec<Merged>,
}

/// Keeps the rows of files as they are read.
#[derive(Debug, Default)]
pub struct Copy {
    /// The sheets, in reading order.
    pub tabs: Vec<Tab>,
}

impl RowSink for Copy {
    fn sheet(&mut self, _: FileId, sheet: SheetId, name: &str, _: bool) {
        self.tabs.push(Tab { sheet, name: name.to_owned(), rows: Vec::new(), merged: Vec::new() });
    }

    fn row(&mut self, row: RawRow) {
        if let Some(tab) = self.tabs.last_mut() {
            tab.rows.push(row);
        }
    }

    fn merged(&mut self, blocks: &[Merged]) {
        if let Some(tab) = self.tabs.last_mut() {
            tab.merged = blocks.to_vec();
        }
    }

    fn end_sheet(&mut self) {}
}

/// What one sender is answered.
pub struct Answer<'a> {
    /// The sender's territory, where it could be told.
    pub territory: Option<&'a Code>,
    /// The campaign, where the files were checked with one.
    pub settings: Option<&'a Settings>,
    /// The lists.
    pub reference: &'a Reference,
    /// All files and sheets that were read.
    pub sources: &'a Sources,
    /// All records, and the account of cells.
    pub dataset: &'a Dataset,
    /// The sender's files.
    pub files: Vec<FileId>,
    /// What was found in them, in the order of files, sheets and cells.
    pub findings: Vec<&'a Finding>,
    /// The sender's sheets, under the names that their tabs get.
    pub tabs: Vec<Tab>,
    /// The number of cells over which no copy is made, where this sender passes it.
    pub too_large: Option<u64>,
}

/// Writes the answer as a workbook, created on the given day.
///
/// # Errors
///
/// A name or a size that the format does not allow: a fault of the program.
pub fn workbook(answer: &Answer<'_>, locale: &Locale<'_>, created: Date) -> Result<Vec<u8>> {
    write(answer, locale, created).map_err(|error| failed("return", &error))
}

fn write(answer: &Answer<'_>, locale: &Locale<'_>, created: Date) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut looks = Looks::new(locale.lang.is_rtl());
    let marked: Vec<Marks> = answer.tabs.iter().map(|tab| marks(answer, tab, locale)).collect();
    let mut choices = Worksheet::new();
    choices.set_name(locale.text("returned-tab-choices"))?.set_hidden(true);
    let mut copied = sheet::Copied { locale, choices, offered: 0, notes: 0, cut: 0, author: author(answer) };
    let mut sheets = Vec::with_capacity(answer.tabs.len());
    for (tab, marks) in answer.tabs.iter().zip(&marked) {
        let heading = answer.dataset.headings.get(&tab.sheet).and_then(|headings| headings.row);
        sheets.push(copied.tab(tab, marks, heading, &mut looks)?);
    }
    let first = list::List { answer, locale, marks: &marked, cut: copied.cut, few_notes: copied.notes > NOTES };
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(created)?.set_title(locale.text("returned-title")));
    workbook.push_worksheet(first.write(&mut looks)?);
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    if copied.offered > 0 {
        workbook.push_worksheet(copied.choices);
    }
    workbook.save_to_buffer()
}

/// Names who writes the notes: the association that evaluates, or the program.
fn author(answer: &Answer<'_>) -> String {
    let host = answer.settings.map_or("bilan", |settings| &*settings.agreement.parties[0].short);
    host.chars().take(40).collect()
}
