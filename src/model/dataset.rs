//! Judged rows: typed cells in the layout of the schema.

use std::collections::BTreeMap;
use std::sync::Arc;

use ecow::{EcoString, EcoVec};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

use super::field::{Field, Sheet};
use super::{CellCount, Cells, Code, Lang, Mask, Money, Origin, Period, SheetId, schema};

/// One judged cell. Missing, not applicable and zero are three values, from reading to printing.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(rename_all = "kebab-case", tag = "is", content = "value")]
pub enum Cell {
    /// Not reported: blank, or `-`.
    #[default]
    Missing,
    /// Not applicable: `n/a`, `sans objet`, `غير معني`.
    NotApplicable,
    /// Kept out of the figures by a finding of severity error.
    Held,
    /// A number of people that a public edition does not tell; judged rows hold none.
    Masked(Mask),
    /// Words of the sender.
    Text(EcoString),
    /// An entry of a list, or an identifier.
    Code(Code),
    /// Several of them, in the order given, each once.
    Codes(EcoVec<Code>),
    /// A number, a count or an amount; an amount's currency is the row's column `currency`.
    Number(Decimal),
    /// A day.
    Date(Date),
    /// A period.
    Period(Period),
}

impl Cell {
    /// Says whether the cell holds a value: neither missing, nor not applicable, nor held.
    pub fn is_present(&self) -> bool {
        !matches!(self, Cell::Missing | Cell::NotApplicable | Cell::Held)
    }

    /// Gives the number of a number cell.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Cell::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Gives the codes of a list cell; one code is a list of one.
    pub fn codes(&self) -> &[Code] {
        match self {
            Cell::Code(code) => std::slice::from_ref(code),
            Cell::Codes(codes) => codes,
            _ => &[],
        }
    }

    /// Gives the code of a cell that holds one.
    pub fn code(&self) -> Option<&Code> {
        match self {
            Cell::Code(code) => Some(code),
            _ => None,
        }
    }

    /// Gives the words of a text cell, or the code of a cell that holds one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Cell::Text(text) => Some(text),
            Cell::Code(code) => Some(code),
            _ => None,
        }
    }

    /// Gives the day of a date cell.
    pub fn date(&self) -> Option<Date> {
        match self {
            Cell::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// Gives the days of a period or date cell.
    pub fn period(&self) -> Option<Period> {
        match self {
            Cell::Period(period) => Some(*period),
            Cell::Date(date) => Some(Period::day(*date)),
            _ => None,
        }
    }
}

/// One row of a table: its place and a cell for each column of the schema.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// The row's place in its file. Rows that the program makes carry the place of what they come from.
    pub origin: Origin,
    /// True where a finding of severity error keeps the whole row out of the figures.
    pub held: bool,
    /// True where a finding of severity error questions the row and leaves it in: what counts it is provisional.
    pub doubtful: bool,
    /// The cells, in the order of [`schema::columns`].
    pub cells: Cells,
}

impl Row {
    /// Makes a row of missing cells.
    pub fn blank(sheet: Sheet, origin: Origin) -> Self {
        Row { origin, held: false, doubtful: false, cells: Cells::missing(schema::columns(sheet).len()) }
    }
}

/// A table: rows of one sheet, from all files, in file, sheet and row order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// The sheet whose columns the rows have.
    pub sheet: Sheet,
    /// The rows.
    pub rows: Vec<Row>,
}

static MISSING: Cell = Cell::Missing;

impl Table {
    /// Makes an empty table.
    pub const fn new(sheet: Sheet) -> Self {
        Table { sheet, rows: Vec::new() }
    }

    /// Gives one cell of a row; a field that the sheet does not have is missing.
    pub fn cell<'a>(&self, row: &'a Row, field: Field) -> &'a Cell {
        match schema::position(self.sheet, field) {
            Some(at) => &row.cells[at],
            None => &MISSING,
        }
    }

    /// Replaces one cell of a row. A field that the sheet does not have is left alone.
    pub fn set(&mut self, row: usize, field: Field, cell: Cell) {
        if let Some(at) = schema::position(self.sheet, field) {
            self.rows[row].cells.set(at, cell);
        }
    }

    /// Takes one cell of a row out of this copy of the table.
    pub fn hide(&mut self, row: usize, field: Field) {
        if let Some(at) = schema::position(self.sheet, field) {
            self.rows[row].cells.hide(at);
        }
    }

    /// Gives an amount with the currency of its row; `None` where either is absent.
    pub fn money(&self, row: &Row, field: Field) -> Option<Money> {
        let amount = self.cell(row, field).number()?;
        let currency = self.cell(row, Field::Currency).code()?.clone();
        Some(Money { amount, currency })
    }

    /// Iterates over the rows that take part in figures.
    pub fn live(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.held)
    }
}

/// One return: what a sender sent, in one file or several.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Return {
    /// The sender's territory, where it could be told.
    pub territory: Option<Code>,
    /// The sheets it came in.
    pub sheets: Vec<SheetId>,
    /// The day it was received, where the campaign declares it.
    pub received_on: Option<Date>,
    /// The period it says it covers.
    pub period: Option<Period>,
    /// The language it says it is written in.
    pub language: Option<Code>,
}

/// Where the headings of a sheet stand, and in which language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct HeadingRow {
    /// The row, from 0; `None` where the headings stand in a column.
    pub row: Option<u32>,
    /// The language of most headings; `None` for a foreign table.
    pub lang: Option<Lang>,
}

/// Every judged row of a campaign.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Dataset {
    /// The tables that have rows. A copy shares them until one of the two is changed.
    pub tables: BTreeMap<Sheet, Arc<Table>>,
    /// The returns, in file order.
    pub returns: Vec<Return>,
    /// The account of cells, by sheet.
    pub cells: BTreeMap<SheetId, CellCount>,
    /// For each sheet that was read, by the table that its rows became: the source column of each schema column. A
    /// sheet of a mapped file may feed several tables.
    pub columns: BTreeMap<SheetId, BTreeMap<Sheet, Vec<Option<u16>>>>,
    /// The headings of each sheet in which they were found.
    pub headings: BTreeMap<SheetId, HeadingRow>,
    /// What stood in private columns of rows that were left out: names to be kept out of a public edition all the same.
    #[serde(skip)]
    pub private: Vec<Box<str>>,
}

impl Dataset {
    /// Gives a table; one without rows is empty.
    pub fn table(&self, sheet: Sheet) -> &Table {
        static EMPTY: std::sync::LazyLock<BTreeMap<Sheet, Table>> =
            std::sync::LazyLock::new(|| Sheet::ALL.iter().map(|&sheet| (sheet, Table::new(sheet))).collect());
        match self.tables.get(&sheet) {
            Some(table) => table,
            None => &EMPTY[&sheet],
        }
    }

    /// Gives a table to fill.
    pub fn table_mut(&mut self, sheet: Sheet) -> &mut Table {
        Arc::make_mut(self.tables.entry(sheet).or_insert_with(|| Arc::new(Table::new(sheet))))
    }

    /// Gives the place of one cell of a row; the place of the row where no source column holds the cell.
    pub fn origin(&self, sheet: Sheet, row: &Row, field: Field) -> Origin {
        let columns = self.columns.get(&row.origin.sheet).and_then(|tables| tables.get(&sheet));
        let column = schema::position(sheet, field).and_then(|at| columns?.get(at).copied().flatten());
        column.map_or(row.origin, |column| row.origin.at(column))
    }
}
