//! Rules that compare cells and records with each other: one a file, in the order of [`RULES`].

mod accumulation_mixed;
mod activity_unknown;
mod activity_without_territory;
mod application_unknown;
mod dates_reversed;
mod disbursed_uncommitted;
mod duplicate_id;
mod funding;
mod funding_order;
pub mod joint;
mod part_over_whole;
mod percent_without_parts;
mod rate_missing;
mod ratio_mismatch;
mod reading_twice;
mod reading_without_place;
mod spent_over_budget;
mod status_unlikely;
mod summary_differs;
mod transfer_onward;
mod undated;
mod unit_mismatch;

use crate::model::{Cell, Dataset, Field, Finding, FindingCode, Origin, Place, Row, Settings, Sheet, Sources, Value};
use crate::reference::Reference;

/// What a rule may look at beside the records.
pub struct Context<'a> {
    /// The lists.
    pub reference: &'a Reference,
    /// The campaign; `None` where a single file is checked without one.
    pub settings: Option<&'a Settings>,
    /// The files and sheets.
    pub sources: &'a Sources,
}

/// A rule: it adds findings, and holds the cells and rows that they keep out of the figures.
pub type Rule = fn(&Context<'_>, &mut Dataset, &mut Vec<Finding>);

/// Every rule. Rows are held before cells are compared, so that a duplicate is told once.
pub const RULES: &[Rule] = &[
    duplicate_id::check,
    activity_unknown::check,
    application_unknown::check,
    funding::call::check,
    funding::heading::check,
    funding::loose::check,
    reading_without_place::check,
    unit_mismatch::check,
    accumulation_mixed::check,
    reading_twice::check,
    dates_reversed::check,
    part_over_whole::check,
    funding_order::check,
    transfer_onward::check,
    summary_differs::check,
    spent_over_budget::check,
    disbursed_uncommitted::check,
    percent_without_parts::check,
    ratio_mismatch::check,
    activity_without_territory::check,
    undated::check,
    status_unlikely::check,
    rate_missing::check,
    funding::passages::ahead,
    funding::passages::check,
    funding::stage::check,
    funding::shares::check,
    funding::limits::check,
    funding::dates::check,
    funding::financing::over_cost,
    funding::financing::unsigned,
    funding::budget::check,
];

impl Context<'_> {
    /// Says where a row stands, as a reader finds it: `retour.xlsx Activités!A7`.
    fn say(&self, origin: Origin) -> Value {
        let file = &self.sources.file_of(origin.sheet).path;
        let sheet = &self.sources.sheet(origin.sheet).name;
        Value::code(format!("{file} {sheet}!{}", origin.address()))
    }
}

/// Makes a finding at one cell of a row.
fn at(code: FindingCode, dataset: &Dataset, sheet: Sheet, row: &Row, field: Field) -> Finding {
    Finding::new(code, Place::Cell(dataset.origin(sheet, row, field)))
}

/// Gives the numbers of the rows that take part in figures.
fn live(dataset: &Dataset, sheet: Sheet) -> Vec<usize> {
    let rows = &dataset.table(sheet).rows;
    (0..rows.len()).filter(|at| !rows[*at].held).collect()
}

/// Keeps cells out of the figures.
fn hold_cells(dataset: &mut Dataset, sheet: Sheet, cells: &[(usize, Field)]) {
    if cells.is_empty() {
        return;
    }
    let table = dataset.table_mut(sheet);
    for (row, field) in cells {
        table.set(*row, *field, Cell::Held);
    }
}

/// Keeps rows out of the figures.
fn hold_rows(dataset: &mut Dataset, sheet: Sheet, rows: &[usize]) {
    if rows.is_empty() {
        return;
    }
    let table = dataset.table_mut(sheet);
    for row in rows {
        table.rows[*row].held = true;
    }
}
