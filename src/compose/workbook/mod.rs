//! The report workbook: figures over data sheets, as formulas that any spreadsheet program recalculates.
//!
//! 1. [`data`] lays out the rows in scope, one sheet a table, and the link sheets.
//! 2. [`indicators`] gives each figure its formula through [`formula`]. Helper columns come into being as formulas ask
//!    for them ([`helper`]).
//! 3. [`summary`], [`breakdowns`], [`funding`], [`deadlines`], [`trend`], [`changes`], [`findings`] and [`method`] add the pages that people read.
//!
//! Invariant: a formula is written only where [`proof`] evaluates it to the figure; any other figure is written as a
//! value, and marked so. Recalculating a workbook therefore changes nothing.

mod alt;
mod breakdowns;
mod changes;
mod data;
mod deadlines;
mod drill;
mod explain;
mod findings;
mod formula;
mod funding;
mod helper;
mod indicators;
mod method;
mod needs;
pub(super) mod proof;
pub(in crate::compose) mod room;
mod summary;
mod trend;

pub(super) use data::{entry, heading, table_name};
use room::Room;

use super::{Inputs, cover};
use crate::model::book::{Apart, Block, Book, BookCell, BookSheet, CellRef, Expression, Line, Tab};
use crate::model::report::Stamp;
use crate::model::{DocumentKind, Figures, List, Value};

/// Lays out the workbook of one document, and names the tables whose rows stand in files beside it.
///
/// A table for which there is no [`Room`] has no sheet: its figures are values, and the first sheet says so.
pub fn book(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> (Book, Vec<Apart>) {
    within(inputs, figures, kind, Room::OFFICE)
}

/// Lays out a workbook of so much room.
pub(super) fn within(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind, room: Room) -> (Book, Vec<Apart>) {
    let mut data = data::Data::new(*inputs, figures, kind, room);
    let indicators = indicators::sheet(&mut data);
    let funding = funding::sheet(&mut data);
    let breakdowns = breakdowns::sheet(&mut data, kind, &indicators);
    let mut summary = summary::sheet(&data, kind, &indicators, &breakdowns);
    let long = |table: Value, rows: usize| [("table", table), ("rows", Value::count(rows as u64))];
    summary.lead.extend(data.apart.iter().map(|apart| {
        let of =
            long(table_name(apart.sheet), apart.rows.len()).into_iter().chain([("path", Value::code(&apart.path))]);
        (Line::Warning, Value::phrase("workbook-too-long", of))
    }));
    summary.lead.extend(
        data.unlinked
            .iter()
            .map(|(table, rows)| (Line::Warning, Value::phrase("workbook-links-too-long", long(table.clone(), *rows)))),
    );
    let apart = std::mem::take(&mut data.apart);
    let mut sheets = vec![summary, breakdowns.sheet, indicators.sheet, funding];
    sheets.extend(deadlines::sheet(inputs, figures, room));
    sheets.extend(trend::sheet(inputs, figures));
    sheets.extend(changes::sheet(inputs, figures));
    let mut counted = data.sheets();
    prune(&mut counted, &sheets);
    sheets.extend(counted);
    sheets.push(findings::sheet(inputs, figures, kind));
    sheets.push(method::sheet(inputs, figures, kind));
    let parties = &inputs.settings.agreement.parties;
    let mut book = Book {
        kind: kind.clone(),
        audience: inputs.audience,
        stamp: if figures.provisional { Stamp::Provisional } else { Stamp::Final },
        title: title(inputs, kind),
        subject: Value::from(&inputs.settings.agreement.title),
        authors: parties.iter().map(|party| Value::from(&party.name)).collect(),
        provenance: inputs.provenance.clone(),
        sheets,
    };
    alt::describe(&mut book);
    (book, apart)
}

/// Gives the title of a document's workbook.
fn title(inputs: &Inputs<'_>, kind: &DocumentKind) -> Value {
    match kind {
        DocumentKind::Association(country) => {
            Value::phrase("workbook-title-part", [("part", cover::party(inputs, country))])
        }
        DocumentKind::Territory(code) => {
            Value::phrase("workbook-title-part", [("part", Value::Name(List::Territories, code.clone()))])
        }
        DocumentKind::Theme(code) => {
            Value::phrase("workbook-title-part", [("part", Value::Name(List::Themes, code.clone()))])
        }
        DocumentKind::Dossier(id, _) => Value::phrase("workbook-title-part", [("part", Value::code(id))]),
        _ => Value::key("workbook-title"),
    }
}

/// Makes a sheet with a title and without lines.
pub(super) fn page(tab: Tab, name: &'static str, title: &'static str, blocks: Vec<Block>) -> BookSheet {
    BookSheet { tab, name: Value::key(name), title: Value::key(title), lead: Vec::new(), blocks, charts: Vec::new() }
}

/// Makes a line under a title.
fn note(value: Value) -> (Line, Value) {
    (Line::Note, value)
}

/// Repeats a cell of another sheet as a formula that points at it; words and blanks are copied.
fn copied(cell: Option<&BookCell>, place: CellRef) -> BookCell {
    match cell.map(BookCell::shown) {
        Some(BookCell::Formula(_, value)) => BookCell::formula(Expression::Cell(place), value.clone()),
        Some(BookCell::Computed(value)) => BookCell::formula(Expression::Cell(place), Some(value.clone())),
        Some(other) => other.clone(),
        None => BookCell::Empty,
    }
}

/// Takes away the helper columns that no formula asked for.
fn prune(counted: &mut [BookSheet], readers: &[BookSheet]) {
    let mut used = std::collections::BTreeSet::new();
    for column in readers.iter().flat_map(|sheet| &sheet.blocks).flat_map(|block| &block.columns) {
        for cell in column.cells.iter() {
            if let BookCell::Formula(expression, _) = cell.shown() {
                proof::columns(expression, &mut used);
            }
        }
    }
    for sheet in counted {
        let tab = sheet.tab;
        for (at, block) in sheet.blocks.iter_mut().enumerate() {
            block.columns.retain(|column| {
                column.class != crate::model::book::ColumnClass::Helper
                    || used.contains(&crate::model::book::ColumnRef { tab, block: at, id: column.id })
            });
        }
    }
}
