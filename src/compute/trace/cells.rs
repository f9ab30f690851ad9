//! The cells that a row was read from.

use std::collections::BTreeSet;

use super::Leaf;
use crate::compute::content::own;
use crate::compute::index::Prepared;
use crate::compute::view::View;
use crate::model::measure::Operand;
use crate::model::trace::{CellPart, Ground, TraceCell};
use crate::model::{Cell, Code, Dataset, Field, Origin, Row, Sheet, schema};

/// The columns that a derived one is made from.
type Made = &'static [(Field, CellPart)];

/// Derived columns and the columns that they are made from.
const DERIVED: &[(Sheet, Field, Made)] = &[
    (Sheet::Funding, Field::OwnTotal, &[(Field::OwnCash, CellPart::Adds), (Field::OwnInKind, CellPart::Adds)]),
    (
        Sheet::Funding,
        Field::Gap,
        &[
            (Field::TotalCost, CellPart::Adds),
            (Field::AmountSigned, CellPart::Subtracts),
            (Field::OwnCash, CellPart::Subtracts),
            (Field::OwnInKind, CellPart::Subtracts),
        ],
    ),
    // The requested amount times the probability of the stage, which the campaign states.
    (
        Sheet::Funding,
        Field::AmountExpected,
        &[(Field::AmountRequested, CellPart::Tells), (Field::FundingStage, CellPart::Tells)],
    ),
    (
        Sheet::Funding,
        Field::DaysToDecision,
        &[(Field::SubmissionDate, CellPart::Tells), (Field::DecisionDate, CellPart::Tells)],
    ),
    (Sheet::Indicators, Field::Population, &[(Field::Territory, CellPart::Tells)]),
    (Sheet::Milestones, Field::Population, &[(Field::Territories, CellPart::Tells)]),
];

/// The summary columns of activities that become rows of other tables.
const SUMMARY: &[Field] = &[
    Field::BudgetTotal,
    Field::BudgetSpent,
    Field::InKind,
    Field::BeneficiariesPlanned,
    Field::BeneficiariesTotal,
    Field::BeneficiariesWomen,
];

/// What finds the cells of rows.
pub(super) struct Found<'v, 'a> {
    pub view: &'v View<'a>,
    pub unit: &'v str,
}

impl Found<'_, '_> {
    /// Gives the cells that tell a row of a measure: the measured ones; of a count, those that its conditions look at.
    pub fn cells(&self, leaf: &Leaf<'_>, row: u32) -> Vec<TraceCell> {
        let sheet = leaf.selection.table;
        let mut cells = Vec::new();
        for &operand in &leaf.measured {
            let mut parts = self.parts(sheet, row, operand);
            if !leaf.adds {
                parts.iter_mut().for_each(|cell| cell.part = CellPart::Tells);
            }
            cells.extend(parts);
        }
        let mut also: Vec<Operand> = leaf.by.into_iter().collect();
        if leaf.measured.is_empty() {
            also.extend(leaf.selection.conditions.iter().map(|condition| condition.operand));
            also.extend(leaf.selection.once);
        }
        for operand in also {
            cells.extend(self.parts(sheet, row, operand).into_iter().map(tells));
        }
        if let Some(weight) = leaf.weight {
            cells.extend(self.parts(sheet, row, weight).into_iter().map(tells));
        }
        cells.retain(|cell| cell.part != CellPart::Tells || cell.cell != Cell::Missing);
        let mut seen = BTreeSet::new();
        cells.retain(|cell| seen.insert((cell.origin, cell.field)));
        cells
    }

    /// Gives the cells that one column of a row was read from.
    pub fn parts(&self, sheet: Sheet, row: u32, operand: Operand) -> Vec<TraceCell> {
        let prepared = self.view.prepared;
        if operand.of_activity {
            let activities = prepared.activities_of(sheet, row).iter();
            return activities.flat_map(|&at| self.parts(Sheet::Activities, at, own(operand.field))).collect();
        }
        if matches!(sheet, Sheet::Returns | Sheet::Campaign | Sheet::Attainments) {
            return Vec::new();
        }
        let at = prepared.row(sheet, row);
        if let Some(cells) = summary(prepared, sheet, row, at) {
            return cells;
        }
        let table = prepared.dataset.table(sheet);
        let cell = |field, part| TraceCell {
            table: sheet,
            field,
            origin: prepared.dataset.origin(sheet, at, field),
            cell: table.cell(at, field).clone(),
            part,
        };
        let derived = DERIVED.iter().find(|derived| (derived.0, derived.1) == (sheet, operand.field));
        if let Some((_, _, fields)) = derived {
            return fields.iter().map(|&(field, part)| cell(field, part)).collect();
        }
        let mut cells = vec![cell(operand.field, CellPart::Adds)];
        let household = table.cell(at, Field::Unit).text() == Some("household") && self.unit == "person";
        if household && matches!(operand.field, Field::Actual | Field::Baseline | Field::Target) {
            cells.push(cell(Field::HouseholdSize, CellPart::Multiplies));
        }
        cells
    }

    /// Tells where a row was read: in the given cells, else in the first cell that tells the row.
    pub fn ground(&self, table: Sheet, row: u32, cells: Vec<TraceCell>) -> Ground {
        let found = self.view.table(table);
        let at = &found.rows[row as usize];
        let code = |field| found.cell(at, field).code().cloned().unwrap_or_else(|| Code::from(""));
        match table {
            Sheet::Returns => Ground::Return(code(Field::Territory)),
            Sheet::Campaign => Ground::Campaign,
            Sheet::Attainments => Ground::Figure(code(Field::IndicatorCode)),
            _ if !cells.is_empty() => Ground::Cells(cells.into()),
            _ => {
                let columns = schema::columns(table).iter().filter(|column| !column.private && !column.derived);
                let mut present = columns.filter(|column| found.cell(at, column.field).is_present());
                Ground::Cells(
                    present
                        .next()
                        .map(|column| whole(self.view.prepared.dataset, table, at, column.field))
                        .into_iter()
                        .collect(),
                )
            }
        }
    }
}

fn tells(cell: TraceCell) -> TraceCell {
    TraceCell { part: CellPart::Tells, ..cell }
}

fn whole(dataset: &Dataset, table: Sheet, row: &Row, field: Field) -> TraceCell {
    let origin = dataset.origin(table, row, field);
    TraceCell { table, field, origin, cell: dataset.table(table).cell(row, field).clone(), part: CellPart::Tells }
}

/// Gives the cells of a row that was made from a summary column of an activity; `None` for a row of its own.
///
/// The people of no stated sex are the total less the women, where both are reported.
fn summary(prepared: &Prepared<'_>, sheet: Sheet, at: u32, row: &Row) -> Option<Vec<TraceCell>> {
    if row.origin.column == Origin::WHOLE_ROW || !matches!(sheet, Sheet::Amounts | Sheet::Beneficiaries) {
        return None;
    }
    let dataset = prepared.dataset;
    let activities = dataset.table(Sheet::Activities);
    let same = |activity: &&Row| activity.origin == Origin::row(row.origin.sheet, row.origin.row);
    let named = prepared.activities_of(sheet, at).iter().map(|&at| prepared.row(Sheet::Activities, at));
    let activity = named.chain(&activities.rows).find(same)?;
    let cell = |field, part| TraceCell { part, ..whole(dataset, Sheet::Activities, activity, field) };
    let field = *SUMMARY.iter().find(|field| dataset.origin(Sheet::Activities, activity, **field) == row.origin)?;
    let mut cells = vec![cell(field, CellPart::Adds)];
    let number = |field| activities.cell(activity, field).number();
    if field == Field::BeneficiariesTotal && number(field).and(number(Field::BeneficiariesWomen)).is_some() {
        cells.push(cell(Field::BeneficiariesWomen, CellPart::Subtracts));
    }
    Some(cells)
}
