//! The way from a reader to the sink: counts, limits, and findings of one file.

use super::hidden::Hidden;
use super::limits::{self, Clock, Limits};
use crate::model::{
    FileId, Finding, FindingCode, Merged, Origin, Place, RawRow, RawValue, RowSink, SheetId, Sources, Value,
};

/// Cells that can't be read and are told one by one; more of them end the file.
const DAMAGED_CELLS: usize = 100;

/// Why the reading of a file ended early.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Stop {
    /// The file can't be read; the reason is a phrase of `files.ftl`.
    Unreadable(Value),
    /// The file passes a limit.
    OverLimit {
        /// The limit, as a phrase.
        limit: Value,
        /// What was found instead.
        found: Value,
    },
}

impl Stop {
    /// Says that a file can't be read, by the key of the reason.
    pub fn because(reason: &'static str) -> Stop {
        Stop::Unreadable(Value::key(reason))
    }

    /// Says that the system does not give the file.
    pub fn system(error: &std::io::Error) -> Stop {
        Stop::Unreadable(Value::phrase("reason-system", [("detail", Value::code(error.to_string()))]))
    }

    /// Makes the finding at a place.
    pub fn finding(self, place: Place) -> Finding {
        match self {
            Stop::Unreadable(reason) => Finding::new(FindingCode::FileUnreadable, place).with("reason", reason),
            Stop::OverLimit { limit, found } => {
                Finding::new(FindingCode::FileOverLimit, place).with("limit", limit).with("found", found)
            }
        }
    }
}

/// Hands sheets and rows on, as long as the limits hold.
pub(super) struct Feed<'a> {
    file: FileId,
    sources: &'a mut Sources,
    sink: &'a mut dyn RowSink,
    limits: &'a Limits,
    clock: Clock,
    sheet: Option<SheetId>,
    next_row: u32,
    hidden: Hidden,
    sheets: u64,
    cells: u64,
    damaged: usize,
    findings: Vec<Finding>,
}

impl<'a> Feed<'a> {
    /// Makes the feed of one file.
    pub fn new(
        file: FileId,
        sources: &'a mut Sources,
        sink: &'a mut dyn RowSink,
        limits: &'a Limits,
        clock: Clock,
    ) -> Self {
        Feed {
            file,
            sources,
            sink,
            limits,
            clock,
            sheet: None,
            next_row: 0,
            hidden: Hidden::default(),
            sheets: 0,
            cells: 0,
            damaged: 0,
            findings: Vec::new(),
        }
    }

    /// Gives the limits of the file.
    pub fn limits(&self) -> &'a Limits {
        self.limits
    }

    /// Gives the clock of the file.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// Adds a finding on the file as a whole.
    pub fn note(&mut self, code: FindingCode, name: &'static str, value: Value) {
        self.findings.push(Finding::new(code, Place::File(self.file)).with(name, value));
    }

    /// Adds a finding on something of the file that can't be read, while the rest can.
    pub fn lose(&mut self, reason: Value) {
        let place = self.place();
        self.findings.push(Stop::Unreadable(reason).finding(place));
    }

    /// Starts a sheet.
    pub fn sheet(&mut self, name: &str, hidden: bool) -> Result<(), Stop> {
        self.sheets += 1;
        if self.sheets > self.limits.sheets {
            return Err(limits::over_count("limit-sheets", self.limits.sheets, self.sheets));
        }
        let known = self.sources.sheets.len();
        if known >= Sources::MOST {
            return Err(limits::over_count("limit-sheets-all", Sources::MOST as u64, known as u64 + 1));
        }
        let id = self.sources.add_sheet(self.file, name);
        self.sheet = Some(id);
        self.next_row = 0;
        self.sink.sheet(self.file, id, name, hidden);
        Ok(())
    }

    /// Hands on a row, unless it is empty.
    pub fn row(&mut self, row: RawRow) -> Result<(), Stop> {
        if row.cells.is_empty() {
            return Ok(());
        }
        if row.row < self.next_row {
            return Err(Stop::because("reason-rows-order"));
        }
        self.cells += row.cells.len() as u64;
        if self.cells > self.limits.cells {
            let found = Value::phrase("limit-read-to", [("row", Value::count(self.next_row))]);
            let limit = Value::phrase("limit-cells", [("max", Value::count(self.limits.cells))]);
            return Err(Stop::OverLimit { limit, found });
        }
        self.clock.check()?;
        self.next_row = row.row + 1;
        self.hidden.see(&row);
        self.sink.row(row);
        Ok(())
    }

    /// Tells that the row handed on next is hidden.
    pub fn hide_row(&mut self, row: u32) {
        self.hidden.hide_row(row);
    }

    /// Tells that columns of the sheet are hidden, before its first row: from the first, from 0, to before the last.
    pub fn hide_columns(&mut self, first: u32, end: u32) {
        self.hidden.hide_columns(first, end);
    }

    /// Hands on the blocks that the sheet shows as one cell.
    pub fn merged(&mut self, blocks: &[Merged]) {
        if !blocks.is_empty() {
            self.sink.merged(blocks);
        }
    }

    /// Tells of one cell that can't be read; the row goes on without it.
    pub fn damaged_cell(&mut self, row: u32, column: u16, reason: &'static str) -> Result<(), Stop> {
        self.damaged += 1;
        if self.damaged > DAMAGED_CELLS {
            return Err(Stop::because("reason-damaged"));
        }
        let place = self.sheet.map_or(Place::File(self.file), |sheet| Place::Cell(Origin::cell(sheet, row, column)));
        self.findings.push(Stop::because(reason).finding(place));
        Ok(())
    }

    /// Ends the sheet.
    pub fn end_sheet(&mut self) {
        let hidden = std::mem::take(&mut self.hidden);
        if let Some(sheet) = self.sheet.take() {
            self.findings.extend(hidden.findings(sheet));
            self.sink.end_sheet();
        }
    }

    /// Ends the file and gives its findings.
    pub fn finish(mut self, outcome: Result<(), Stop>) -> Vec<Finding> {
        if let Err(mut stop) = outcome {
            if let (Stop::Unreadable(reason), Some(_), 1..) = (&stop, self.sheet, self.next_row) {
                let rows = Value::count(self.next_row);
                stop = Stop::Unreadable(Value::phrase("reason-partial", [("reason", reason.clone()), ("row", rows)]));
            }
            let place = self.place();
            self.findings.push(stop.finding(place));
        }
        self.end_sheet();
        self.findings
    }

    /// Gives the sheet that is being read, or the file.
    fn place(&self) -> Place {
        self.sheet.map_or(Place::File(self.file), Place::Sheet)
    }
}

/// The row that a reader is gathering. Cells may come in any order.
pub(super) struct RowBuilder {
    /// Whether the file hides the row.
    pub hidden: bool,
    row: u32,
    cells: Vec<(u16, RawValue)>,
    bytes: usize,
}

impl RowBuilder {
    /// Starts a row.
    pub fn new(row: u32) -> Self {
        RowBuilder { hidden: false, row, cells: Vec::new(), bytes: 0 }
    }

    /// Gives the number of the row, from 0.
    pub fn row(&self) -> u32 {
        self.row
    }

    /// Adds a cell.
    pub fn push(&mut self, column: u16, value: RawValue) -> Result<(), Stop> {
        if let RawValue::Text(text) | RawValue::Error(text) = &value {
            self.bytes += text.len();
            if self.bytes > Limits::ROW_BYTES {
                return Err(limits::over_bytes("limit-row-text", Limits::ROW_BYTES as u64, self.bytes as u64));
            }
        }
        self.cells.push((column, value));
        Ok(())
    }

    /// Hands the row on, and starts the row `next`.
    pub fn flush(&mut self, next: u32, feed: &mut Feed<'_>) -> Result<(), Stop> {
        let hidden = std::mem::take(&mut self.hidden);
        let row = self.take(next, feed)?;
        if hidden {
            feed.hide_row(row.row);
        }
        feed.row(row)
    }

    /// Gives the row with its cells in order, and starts the row `next`.
    pub fn take(&mut self, next: u32, feed: &mut Feed<'_>) -> Result<RawRow, Stop> {
        // The next row is likely as long as this one.
        let room = Vec::with_capacity(self.cells.len().min(Limits::ROOM));
        let mut cells = std::mem::replace(&mut self.cells, room);
        let row = std::mem::replace(&mut self.row, next);
        self.bytes = 0;
        if !cells.is_sorted_by(|left, right| left.0 < right.0) {
            cells.sort_by_key(|cell| cell.0);
            // A cell that stands twice has no single value: both are kept out, with a finding.
            let twice: Vec<u16> =
                cells.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[0].0).collect();
            for &column in &twice {
                feed.damaged_cell(row, column, "reason-cell-twice")?;
            }
            cells.retain(|cell| twice.binary_search(&cell.0).is_err());
        }
        Ok(RawRow { row, cells })
    }
}
