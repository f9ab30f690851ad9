//! What is gathered while files are read: records, findings, and the account of every cell.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{
    Cell, CellCount, Dataset, Finding, HeadingRow, Ignored, Lang, Origin, Row, Sheet, SheetId, Sources, Table, schema,
};

use super::doubts::Dates;
use super::mapping::Addition;
use super::records::Doubt;

/// The records and findings so far.
#[derive(Default)]
pub struct Book {
    /// The records.
    pub dataset: Dataset,
    /// The findings, in the order found.
    pub findings: Vec<Finding>,
    /// Records that join others when all files are read.
    pub additions: Vec<Addition>,
    /// The dates of the file that is being read which wait for its end.
    pub dates: Dates,
    /// For each row of each table, its source columns that are not empty.
    traces: BTreeMap<Sheet, Vec<Box<[u16]>>>,
}

impl Book {
    /// Adds a record and gives its row number in its table.
    pub fn push(&mut self, sheet: Sheet, row: Row, columns: Box<[u16]>) -> usize {
        self.traces.entry(sheet).or_default().push(columns);
        let rows = &mut self.dataset.table_mut(sheet).rows;
        rows.push(row);
        rows.len() - 1
    }

    /// Gives a table and the findings, to change both.
    pub fn table(&mut self, sheet: Sheet) -> (&mut Table, &mut Vec<Finding>) {
        (self.dataset.table_mut(sheet), &mut self.findings)
    }

    /// Gives the account of a sheet.
    pub fn count(&mut self, sheet: SheetId) -> &mut CellCount {
        self.dataset.cells.entry(sheet).or_default()
    }

    /// Counts cells that were read and are left aside.
    pub fn aside(&mut self, sheet: SheetId, reason: Ignored, cells: u64) {
        let count = self.count(sheet);
        count.read += cells;
        count.ignore(reason, cells);
    }

    /// Notes where the columns of a table stand in a sheet. A column that two views read from two places has no one
    /// place; its rows carry their own.
    pub fn lay_out(&mut self, id: SheetId, sheet: Sheet, source: Vec<Option<u16>>) {
        let tables = self.dataset.columns.entry(id).or_default();
        match tables.get_mut(&sheet) {
            None => {
                tables.insert(sheet, source);
            }
            Some(known) => {
                for (known, new) in known.iter_mut().zip(source) {
                    if *known != new {
                        *known = None;
                    }
                }
            }
        }
    }

    /// Notes where the headings of a sheet stand, and in which language.
    pub fn head(&mut self, id: SheetId, row: Option<u32>, lang: Option<Lang>) {
        self.dataset.headings.insert(id, HeadingRow { row, lang });
    }

    /// Sets a date of two readings to what it came to.
    pub fn settle(&mut self, sheet: Sheet, row: usize, doubt: &Doubt, cell: Cell) {
        let rows = &mut self.dataset.table_mut(sheet).rows;
        if cell == Cell::Held && schema::columns(sheet)[doubt.at].required {
            rows[row].held = true;
        }
        rows[row].cells.set(doubt.at, cell);
    }

    /// Puts every table into file, sheet and row order.
    pub fn sort(&mut self, sources: &Sources) {
        let key = |origin: Origin| (sources.sheet(origin.sheet).file, origin);
        for (sheet, table) in &mut self.dataset.tables {
            let Some(traces) = self.traces.get_mut(sheet) else { continue };
            if table.rows.is_sorted_by_key(|row| key(row.origin)) {
                continue;
            }
            let table = Arc::make_mut(table);
            let mut pairs: Vec<(Row, Box<[u16]>)> = table.rows.drain(..).zip(traces.drain(..)).collect();
            pairs.sort_by_key(|(row, _)| key(row.origin));
            (table.rows, *traces) = pairs.into_iter().unzip();
        }
    }

    /// Leaves rows out because rows of another return say the same. `taken` are the source columns of a row whose cells
    /// those rows took over.
    pub fn leave(&mut self, sheet: Sheet, rows: &BTreeMap<usize, BTreeSet<u16>>) {
        let Some(table) = self.dataset.tables.get_mut(&sheet).map(Arc::make_mut) else { return };
        let traces = self.traces.entry(sheet).or_default();
        for (&at, taken) in rows.iter().rev() {
            let (row, columns) = (table.rows.remove(at), traces.remove(at));
            let cells = schema::columns(sheet).iter().zip(row.cells.iter()).filter(|(column, _)| column.private);
            self.dataset.private.extend(cells.filter_map(|(_, cell)| cell.text().map(Box::from)));
            let repeated = columns.iter().filter(|column| !taken.contains(column)).count();
            self.dataset.cells.entry(row.origin.sheet).or_default().ignore(Ignored::Joint, repeated as u64);
        }
    }

    /// Closes the account: the cells of held rows and held cells are held, and what is neither ignored nor held was
    /// used.
    pub fn close(&mut self) {
        let mut held: BTreeSet<Origin> = BTreeSet::new();
        for (sheet, table) in &self.dataset.tables {
            let Some(traces) = self.traces.get(sheet) else { continue };
            for (row, columns) in table.rows.iter().zip(traces) {
                if row.held {
                    held.extend(columns.iter().map(|column| row.origin.at(*column)));
                    continue;
                }
                for (column, _) in row.cells.kept().filter(|(_, cell)| **cell == Cell::Held) {
                    let origin = self.dataset.origin(*sheet, row, schema::columns(*sheet)[column].field);
                    if columns.contains(&origin.column) {
                        held.insert(origin);
                    }
                }
            }
        }
        for origin in held {
            self.count(origin.sheet).held += 1;
        }
        for count in self.dataset.cells.values_mut() {
            count.used = count.read - count.ignored() - count.held;
        }
    }
}
