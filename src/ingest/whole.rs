//! Workbooks of Excel before 1997, which are read whole, by calamine.
//!
//! Number formats other than dates are not known here: a percentage comes as a number. Nor are hidden rows and columns.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, XlsError};
use jiff::ToSpan;
use jiff::civil::{DateTime, date};
use serde::{Deserialize, Serialize};

use super::address::{COLUMNS, ROWS};
use super::feed::{Feed, RowBuilder, Stop};
use super::formats::from_iso;
use crate::model::RawValue;

/// One step of reading a file whole, as it passes from one process to the other.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Step {
    /// A sheet starts: its name, and whether it is hidden.
    Sheet(String, bool),
    /// A row with its cells.
    Row(u32, Vec<(u16, Content)>),
    /// The sheet ends.
    EndSheet,
    /// The file was read to its end.
    Done,
    /// The file can't be read.
    Failed(Failure),
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) enum Content {
    Text(String),
    /// The bits of a number, since decimal digits may lose the last one.
    Number(u64),
    Date(DateTime),
    Bool(bool),
    Error(String),
}

/// Why a file can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Failure {
    Password,
    Damaged,
}

impl Failure {
    pub fn stop(self) -> Stop {
        match self {
            Failure::Password => Stop::because("reason-password"),
            Failure::Damaged => Stop::because("reason-damaged"),
        }
    }
}

/// Reads a file in this process.
pub(super) fn read(bytes: &[u8], feed: &mut Feed<'_>) -> Result<(), Stop> {
    walk(bytes, &mut |step| take(step, feed))
}

/// Hands one step to the feed.
pub(super) fn take(step: Step, feed: &mut Feed<'_>) -> Result<(), Stop> {
    match step {
        Step::Sheet(name, hidden) => feed.sheet(&name, hidden),
        Step::Row(row, cells) => {
            let mut line = RowBuilder::new(row);
            for (column, content) in cells {
                line.push(column, content.value())?;
            }
            line.flush(0, feed)
        }
        Step::EndSheet => {
            feed.end_sheet();
            Ok(())
        }
        Step::Done => Ok(()),
        Step::Failed(failure) => Err(failure.stop()),
    }
}

/// Takes the steps of a file one after the other.
pub(super) type Steps<'s> = dyn FnMut(Step) -> Result<(), Stop> + 's;

/// Reads a file and hands out its steps. A panic of the library is a damaged file.
pub(super) fn walk(bytes: &[u8], steps: &mut Steps<'_>) -> Result<(), Stop> {
    catch_unwind(AssertUnwindSafe(|| walk_xls(bytes, steps))).unwrap_or_else(|_| Err(Failure::Damaged.stop()))
}

fn walk_xls(bytes: &[u8], steps: &mut Steps<'_>) -> Result<(), Stop> {
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Failure::Password.stop(),
        _ => Failure::Damaged.stop(),
    })?;
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        steps(Step::Sheet(sheet.name.clone(), sheet.visible != SheetVisible::Visible))?;
        let range = workbook.worksheet_range(&sheet.name).map_err(|_| Failure::Damaged.stop())?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut gather = Gather::default();
        for (row, column, data) in range.used_cells() {
            gather.push(first_row + row as u32, first_column + column as u32, data, steps)?;
        }
        gather.end(steps)?;
    }
    Ok(())
}

/// The row that is being gathered.
#[derive(Default)]
struct Gather {
    row: u32,
    cells: Vec<(u16, Content)>,
}

impl Gather {
    fn push(&mut self, row: u32, column: u32, data: &Data, steps: &mut Steps<'_>) -> Result<(), Stop> {
        if row >= ROWS || column >= COLUMNS {
            return Err(Failure::Damaged.stop());
        }
        if row != self.row {
            self.flush(steps)?;
            self.row = row;
        }
        if let Some(content) = Content::of(data) {
            self.cells.push((column as u16, content));
        }
        Ok(())
    }

    fn flush(&mut self, steps: &mut Steps<'_>) -> Result<(), Stop> {
        let cells = std::mem::take(&mut self.cells);
        if cells.is_empty() { Ok(()) } else { steps(Step::Row(self.row, cells)) }
    }

    fn end(mut self, steps: &mut Steps<'_>) -> Result<(), Stop> {
        self.flush(steps)?;
        steps(Step::EndSheet)
    }
}

impl Content {
    fn of(data: &Data) -> Option<Content> {
        match data {
            Data::Empty => None,
            Data::Int(number) => Some(Content::Number((*number as f64).to_bits())),
            Data::Float(number) if number.is_finite() => Some(Content::Number(number.to_bits())),
            Data::Float(number) => Some(Content::Text(number.to_string())),
            Data::String(text) | Data::DurationIso(text) => (!text.is_empty()).then(|| Content::Text(text.clone())),
            Data::Bool(value) => Some(Content::Bool(*value)),
            Data::DateTime(moment) => Some(Content::of_moment(moment)),
            Data::DateTimeIso(text) => Some(from_iso(text).map_or_else(|| Content::Text(text.clone()), Content::Date)),
            Data::Error(error) => Some(Content::Error(error.to_string())),
        }
    }

    /// Reads a serial date. A duration or a time of day stays a number, as in the other formats.
    fn of_moment(moment: &ExcelDateTime) -> Content {
        let number = Content::Number(moment.as_f64().to_bits());
        if moment.is_duration() || !(1.0..2_958_466.0).contains(&moment.as_f64()) {
            return number;
        }
        let (year, month, day, hour, minute, second, milliseconds) = moment.to_ymd_hms_milli();
        let known = (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        if !known {
            return number;
        }
        let start = date(year as i16, month as i8, 1).at(hour as i8, minute as i8, second as i8, 0);
        let rounded = i64::from(milliseconds >= 500);
        start
            .checked_add((i64::from(day) - 1).days())
            .and_then(|moment| moment.checked_add(rounded.seconds()))
            .map_or(number, Content::Date)
    }

    fn value(self) -> RawValue {
        match self {
            Content::Text(text) => RawValue::Text(text),
            Content::Number(bits) => RawValue::Number(f64::from_bits(bits)),
            Content::Date(moment) => RawValue::Date(moment),
            Content::Bool(value) => RawValue::Bool(value),
            Content::Error(text) => RawValue::Error(text),
        }
    }
}
