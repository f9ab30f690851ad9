//! The workbook of a dossier: logical framework, budget, financing plan and work plan, with live formulas.
//!
//! Invariant: as in the report workbook, a formula is written only where [`proof`] evaluates it to the value that stands
//! beside it; any other is a value, marked so. Recalculating changes nothing.

mod budget;
mod plan;
mod tables;
mod work;

use super::print;
use super::project::Project;
use crate::compose::workbook::{page, proof};
use crate::model::book::{Block, Book, BookCell, BookColumn, BookSheet, CellRef, ColumnRef, Expression, Line, Tab};
use crate::model::report::Stamp;
use crate::model::{Audience, Field, Sheet, Value};

/// Lays out the workbook of a dossier.
pub fn book(project: &Project<'_>) -> Book {
    let mut sheets = vec![summary(project), tables::logframe(project)];
    if !project.lines.lines.is_empty() {
        sheets.extend([budget::lines(project), budget::budget(project)]);
    }
    sheets.extend([plan::sheet(project), work::sheet(project)]);
    sheets.extend([tables::partners(project), tables::risks(project), tables::papers(project)]);
    let mut book = Book {
        audience: Audience::Public,
        kind: project.kind(),
        stamp: project.stamp(),
        title: Value::phrase("dossier-workbook", [("id", Value::code(&project.id))]),
        subject: project.about(),
        authors: project.applicants(),
        provenance: project.inputs.provenance.clone(),
        sheets,
    };
    settle(&mut book);
    book
}

/// Replaces each formula that is not proved by its value.
fn settle(book: &mut Book) {
    let mut wrong = Vec::new();
    for (sheet, block, column, row, cell) in places(book) {
        let BookCell::Formula(expression, result) = cell else { continue };
        let proved = match (&**expression, result) {
            (Expression::Word(..), Some(result)) => proof::word(book, expression) == Some(result),
            (_, Some(_)) => {
                let numbers = proof::evaluate(book, expression).zip(cell.number());
                numbers.is_some_and(|(found, shown)| proof::same(found, shown))
            }
            (_, None) => false,
        };
        if !proved {
            wrong.push((sheet, block, column, row));
        }
    }
    for (sheet, block, column, row) in wrong {
        let cells = &mut book.sheets[sheet].blocks[block].columns[column].cells;
        if let BookCell::Formula(_, result) = &cells[row] {
            let settled = match result.clone() {
                Some(Value::Missing) => BookCell::Value(Value::Missing),
                Some(value) => BookCell::Computed(value),
                None => BookCell::Empty,
            };
            cells.replace(row, settled);
        }
    }
}

/// Iterates over the cells of a workbook with their places.
fn places(book: &Book) -> impl Iterator<Item = (usize, usize, usize, usize, &BookCell)> {
    book.sheets.iter().enumerate().flat_map(|(sheet, page)| {
        page.blocks.iter().enumerate().flat_map(move |(block, table)| {
            table.columns.iter().enumerate().flat_map(move |(column, cells)| {
                cells.cells.iter().enumerate().map(move |(row, cell)| (sheet, block, column, row, cell))
            })
        })
    })
}

/// Makes a reference to a cell.
fn at(tab: Tab, block: usize, id: u16, row: usize) -> Expression {
    Expression::Cell(CellRef { column: ColumnRef { tab, block, id }, row })
}

/// Makes a cell of a printable value.
fn cell(value: Value) -> BookCell {
    if value == Value::Empty { BookCell::Empty } else { BookCell::Value(value) }
}

/// Makes a value of a column of words a word, whatever it is.
fn words(value: Value) -> Value {
    match value {
        Value::Date(_) | Value::Percent(..) | Value::Number(..) => Value::List(vec![value]),
        value => value,
    }
}

/// Makes a formula with its result; without a result, what is missing.
fn formula(expression: Expression, result: Option<Value>) -> BookCell {
    match result {
        Some(value) => BookCell::formula(expression, Some(value)),
        None => BookCell::Value(Value::Missing),
    }
}

/// Gives a head that names the currency.
fn head(project: &Project<'_>, what: Value) -> Value {
    let currency = crate::compose::scale::currency(&project.currency);
    Value::phrase("report-head-units", [("what", what), ("currency", currency)])
}

fn column(id: u16, head: Value, width: u8) -> BookColumn {
    BookColumn::new(id, head, width)
}

fn summary(project: &Project<'_>) -> BookSheet {
    let facts =
        std::iter::once((Value::Column(Sheet::Activities, Field::Title), project.name())).chain(project.facts());
    let rows = facts.map(|(label, value)| vec![BookCell::Strong(label), cell(words(value))]).collect();
    let columns = vec![column(0, Value::key("dossier-head-item"), 34), column(1, Value::key("dossier-head-value"), 76)];
    let mut sheet =
        page(Tab::Summary, "dossier-tab-summary", "dossier-book-title", vec![Block::from_rows(columns, rows)]);
    sheet.lead.push(match project.stamp() {
        Stamp::Provisional => (Line::Warning, Value::key("dossier-provisional")),
        Stamp::Final | Stamp::Draft => (Line::Plain, project.about()),
    });
    let failing = project.failing();
    sheet.lead.extend(failing.into_iter().map(|said| (Line::Warning, said)));
    sheet.lead.push((Line::Note, Value::key("dossier-book-note")));
    let notice = &project.inputs.settings.notice;
    if !notice.fr.is_empty() {
        sheet.lead.push((Line::Note, Value::from(notice)));
    }
    sheet
}
