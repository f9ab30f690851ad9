//! A workbook without words and without looks: what `compose` lays out and `render` writes as xlsx.
//!
//! Cells refer to each other by tab, block and column id, never by address: the place of a cell on its sheet is the
//! renderer's business.

use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Serialize;

pub use super::column::ColumnCells;
use super::measure::Comparison;
use super::report::Stamp;
use super::{Audience, DocumentKind, Finding, Provenance, Sheet, Value};

/// The most findings that a sheet lists, the errors first: Excel allows 65 530 links on a sheet. `findings.csv` holds all.
pub const MOST_FINDINGS: usize = 50_000;

/// A workbook.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Book {
    /// Which document it belongs to.
    pub kind: DocumentKind,
    /// Whom it is for: what stays in the office is marked on the first sheet.
    pub audience: Audience,
    /// The stamp on its first sheet.
    pub stamp: Stamp,
    /// The title, for the file's properties.
    pub title: Value,
    /// What the document is about, for the file's properties.
    pub subject: Value,
    /// The authors, for the file's properties.
    pub authors: Vec<Value>,
    /// What it was made from and by, for its footers and its properties.
    pub provenance: Provenance,
    /// The sheets, in tab order.
    pub sheets: Vec<BookSheet>,
}

impl Book {
    /// Gives a sheet.
    pub fn sheet(&self, tab: Tab) -> Option<&BookSheet> {
        self.sheets.iter().find(|sheet| sheet.tab == tab)
    }

    /// Gives the column that a reference means.
    pub fn column(&self, reference: ColumnRef) -> Option<&BookColumn> {
        let block = self.sheet(reference.tab)?.blocks.get(reference.block)?;
        block.columns.iter().find(|column| column.id == reference.id)
    }
}

/// A table for which a workbook has no room: its rows stand in a file of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The table.
    pub sheet: Sheet,
    /// The indices of its rows.
    pub rows: Vec<u32>,
    /// The path of the file in the output folder.
    pub path: String,
}

/// What a sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Tab {
    /// The first page: what it is, key figures, charts.
    Summary,
    /// The tables by status, theme and territory, which the charts of the first page draw.
    Breakdowns,
    /// Every figure, with its formula.
    Indicators,
    /// The status of the funding search.
    Funding,
    /// Deadlines, the plan back from each, and applications beside the rules of their calls.
    Deadlines,
    /// The flows by year and half-year.
    Trend,
    /// What changed since an earlier run.
    Changes,
    /// The rows of one table in scope.
    Data(Sheet),
    /// One row an activity and territory.
    Places,
    /// One row an activity and pair of councils.
    Pairs,
    /// One row an activity and theme.
    Themes,
    /// The findings that concern the document.
    Findings,
    /// How to read the workbook, rates, sources and definitions.
    Method,
    /// The cells behind figures, one a row.
    Cells,
    /// A dossier's logical framework.
    Logframe,
    /// The lines of a dossier's budget.
    Lines,
    /// A dossier's budget by heading.
    Budget,
    /// A dossier's financing plan and the checks of its call.
    Plan,
    /// A dossier's work plan, month by month.
    WorkPlan,
    /// A dossier's partners.
    Partners,
    /// A dossier's risks.
    Risks,
    /// The papers that a dossier goes out with.
    Papers,
}

impl Tab {
    /// Says whether the sheet holds rows that formulas count.
    pub const fn is_data(self) -> bool {
        matches!(self, Tab::Data(_) | Tab::Places | Tab::Pairs | Tab::Themes | Tab::Cells)
    }
}

/// One sheet: lines at its head, then tables one under the other, then charts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BookSheet {
    /// What it is for.
    pub tab: Tab,
    /// The name on its tab, before it is cut to 31 characters.
    pub name: Value,
    /// The title in its first cell.
    pub title: Value,
    /// Lines under the title.
    pub lead: Vec<(Line, Value)>,
    /// The tables, from top to bottom.
    pub blocks: Vec<Block>,
    /// The charts.
    pub charts: Vec<BookChart>,
}

/// How a line under a title is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Line {
    /// As text.
    Plain,
    /// As a remark.
    Note,
    /// As a stamp or warning.
    Warning,
}

/// One table of a sheet, column by column.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Block {
    /// The title above it.
    pub title: Option<Value>,
    /// The name by which formulas and other programs ask for it, the same in every language. A named table has filter
    /// buttons.
    pub name: Option<String>,
    /// True where each row is a card: its columns are the label, the value and a line beneath. It has no headings.
    pub cards: bool,
    /// The columns. All hold the same number of cells.
    pub columns: Vec<BookColumn>,
    /// Rows that stand out as sub-headings or totals.
    pub strong: Vec<usize>,
    /// A remark beneath it.
    pub note: Option<Value>,
}

impl Block {
    /// Makes a table from columns without cells and rows. Short rows are filled with empty cells.
    pub fn from_rows(columns: Vec<BookColumn>, rows: Vec<Vec<BookCell>>) -> Block {
        let mut block = Block { columns, ..Block::default() };
        rows.into_iter().for_each(|row| block.push(row));
        block
    }

    /// Gives it a title.
    pub fn titled(self, title: &'static str) -> Block {
        Block { title: Some(Value::key(title)), ..self }
    }

    /// Gives it the name by which other programs ask for it.
    pub fn named(self, name: &str) -> Block {
        Block { name: Some(format!("tbl{name}")), ..self }
    }

    /// Adds a row at the end.
    pub fn push(&mut self, row: Vec<BookCell>) {
        let mut cells = row.into_iter();
        for column in &mut self.columns {
            column.cells.push(cells.next().unwrap_or(BookCell::Empty));
        }
    }

    /// Counts its cells under the headings.
    pub fn cells(&self) -> usize {
        self.height() * self.columns.len()
    }

    /// Gives the number of rows under the headings.
    pub fn height(&self) -> usize {
        self.columns.first().map_or(0, |column| column.cells.len())
    }
}

/// What a column is, and so how its heading looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum ColumnClass {
    /// What senders wrote, or a figure.
    Plain,
    /// Where a row was read.
    Source,
    /// A value that the program computed so that formulas stay plain.
    Helper,
    /// What explains a figure: a group of columns that opens at a click.
    Detail,
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BookColumn {
    /// Its id, unique in its table.
    pub id: u16,
    /// Its heading.
    pub head: Value,
    /// A remark on its heading.
    pub note: Option<Value>,
    /// What it is.
    pub class: ColumnClass,
    /// Its width in characters.
    pub width: u8,
    /// Its cells.
    pub cells: ColumnCells,
}

impl BookColumn {
    /// Makes a plain column without cells.
    pub fn new(id: u16, head: Value, width: u8) -> Self {
        BookColumn { id, head, note: None, class: ColumnClass::Plain, width, cells: ColumnCells::new() }
    }
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub enum BookCell {
    /// Nothing.
    #[default]
    Empty,
    /// A number, date, text or word; [`Value::Missing`] is written as the word, which formulas pass over.
    Value(Value),
    /// A number without groups, such as a year.
    Bare(Decimal),
    /// A cell that a finding of severity error keeps out of the figures.
    Held,
    /// A computed value that no plain formula gives.
    Computed(Value),
    /// A formula and its result; a result of `None` shows as blank.
    Formula(Box<Expression>, Option<Value>),
    /// One text of a finding.
    Finding(Arc<Finding>, FindingText),
    /// A value that leads to another sheet of the workbook; without that sheet, the value alone.
    Link(Value, Tab),
    /// A text set strong: the head of a group of rows.
    Strong(Value),
    /// A text set in ochre: late, short, provisional.
    Alert(Value),
    /// A cell that leads to another cell of the workbook; without that cell, the cell alone.
    Led(Box<BookCell>, CellRef),
    /// A small line of the first cells of a column, as many as said.
    Spark(ColumnRef, usize),
    /// A filled cell: a step of a work plan in which a task runs.
    Bar,
}

impl BookCell {
    /// Makes a formula with its result.
    pub fn formula(expression: Expression, result: Option<Value>) -> BookCell {
        BookCell::Formula(Box::new(expression), result)
    }

    /// Gives the cell that is shown, where this one leads to another.
    pub fn shown(&self) -> &BookCell {
        match self {
            BookCell::Led(cell, _) => cell.shown(),
            cell => cell,
        }
    }

    /// Gives the number in the cell, as a formula sees it.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            BookCell::Bare(number) => Some(*number),
            BookCell::Value(value) | BookCell::Computed(value) | BookCell::Formula(_, Some(value)) => number(value),
            BookCell::Led(cell, _) => cell.number(),
            _ => None,
        }
    }
}

/// Gives the number that a value is written as.
fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number, _) | Value::Signed(number, _) | Value::Percent(number, _) => Some(*number),
        Value::Money(number, _) => Some(*number),
        _ => None,
    }
}

/// Which text of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum FindingText {
    /// What was found.
    Found,
    /// What was expected.
    Expected,
    /// What to do.
    Remedy,
}

/// All cells of one column under its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ColumnRef {
    /// The sheet.
    pub tab: Tab,
    /// The position of the table on its sheet.
    pub block: usize,
    /// The id of the column.
    pub id: u16,
}

/// One cell of a column, counted from 0 under the heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CellRef {
    /// The column.
    pub column: ColumnRef,
    /// The row, from 0.
    pub row: usize,
}

/// A condition of `COUNTIFS` or `SUMIFS`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Criterion {
    /// The column that is looked at.
    pub column: ColumnRef,
    /// The comparison.
    pub sign: Comparison,
    /// What it is compared with: a word, a number or a day.
    pub value: Value,
}

/// A formula of the few functions that every spreadsheet program has.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Expression {
    /// Another cell.
    Cell(CellRef),
    /// `SUM`
    Sum(ColumnRef),
    /// `COUNT`: how many cells hold a number.
    Count(ColumnRef),
    /// `COUNTIFS`
    CountIfs(Vec<Criterion>),
    /// `SUMIFS`
    SumIfs(ColumnRef, Vec<Criterion>),
    /// The sum of several.
    Add(Vec<Expression>),
    /// The first over the second, times a factor; blank where the second is zero.
    Quotient(Box<Expression>, Box<Expression>, Decimal),
    /// The first less the second.
    Difference(Box<Expression>, Box<Expression>),
    /// One times the other.
    Product(Box<Expression>, Box<Expression>),
    /// `MIN`
    Min(Vec<Expression>),
    /// A word for whether the first, to six decimals, stands so to the second; and the word where it does not.
    Word(Box<Expression>, Comparison, Box<Expression>, Value, Value),
    /// `(actual - baseline) / (target - baseline)`, in this order; blank where target and baseline are equal.
    Attainment(CellRef, CellRef, CellRef),
}

/// A native chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BookChart {
    /// What it shows.
    pub title: Value,
    /// The names on the category axis, and how many rows of the column are drawn.
    pub categories: ColumnRef,
    /// The first row drawn, and how many.
    pub rows: (usize, usize),
    /// The columns drawn.
    pub series: Vec<ColumnRef>,
    /// True where bars of one category stand on each other.
    pub stacked: bool,
    /// How its values are written.
    pub labels: Labels,
    /// The description for those who can't see it, its figures among it.
    pub alt: Value,
}

/// How the values of a chart are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Labels {
    /// As whole numbers.
    Count,
    /// As shares of one.
    Percent,
    /// As thousands of what the cells hold.
    Thousands,
}
