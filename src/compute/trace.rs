//! Traces: the rows of a figure with their cells, and the rows left out, evaluated when asked.
//!
//! The figure is evaluated again with all its rows marked; each mark is then led back to the cells that it was read from,
//! through the normal form of [`prepare`](super::prepare): an amount made from a summary column names the cell of that
//! column, a derived column names its parts.

use std::collections::BTreeSet;

use ecow::EcoVec;
use rust_decimal::Decimal;

use super::content::{Content, is_money, own};
use super::evaluate::{Context, figure, stock};
use super::index::Prepared;
use super::keep::Keep;
use super::results;
use super::select::Ask;
use super::sum::asked_activities;
use super::time::shared_day;
use super::view::{Marking, View};
use crate::model::figures::{Mark, Marks};
use crate::model::measure::{Operand, Selection};
use crate::model::trace::{CellPart, Ground, LeftOut, Reason, Role, Trace, TraceCell, TraceLine};
use crate::model::{Cell, Code, Dataset, Field, Measure, Origin, Row, Scope, Sheet, schema};
use crate::reference::Indicator;

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

/// Evaluates figures of one scope with their rows.
///
/// Making one costs as much as the results of a document; each trace then costs one figure.
pub struct Tracer<'a> {
    view: View<'a>,
    scope: Scope,
}

impl<'a> Prepared<'a> {
    /// Prepares to trace figures of a scope.
    pub fn tracer(&'a self, scope: &Scope) -> Tracer<'a> {
        let mut view = View::new(self, scope.clone(), Marking::All);
        let results = results::results(&view);
        view.attain(&results);
        Tracer { view, scope: scope.clone() }
    }

    /// Evaluates an indicator in a scope, with the rows that take part and those left out.
    pub fn trace(&self, indicator: &Indicator, scope: &Scope) -> Trace {
        self.tracer(scope).trace(indicator)
    }
}

impl Tracer<'_> {
    /// Evaluates an indicator with the rows that take part and those left out.
    pub fn trace(&self, indicator: &Indicator) -> Trace {
        let view = &self.view;
        let (result, parts) = if super::is_cross(indicator) {
            (None, Vec::new())
        } else {
            let (result, parts) = results::traced(view, indicator);
            (Some(result), parts)
        };
        let figure = match &result {
            Some(result) => result.figure.clone(),
            None => figure(view, indicator),
        };
        let none = Marks::default();
        let below = figure.below.as_ref().map_or(&none, |below| &below.marks);
        let room = figure.marks.told().len() + below.told().len() + parts.len();
        let mut found = Found { view, unit: &indicator.unit, lines: Vec::with_capacity(room), left_out: Vec::new() };
        found.measure(&indicator.measure, Context::of(indicator), [&figure.marks, below]);
        for part in parts {
            let cells = found.parts(Sheet::Indicators, part.row, own(part.field));
            found.lines.push(TraceLine {
                role: part.role,
                table: Sheet::Indicators,
                row: part.row,
                item: EcoVec::new(),
                ground: found.ground(Sheet::Indicators, part.row, cells),
                amount: part.value,
                currency: None,
                rate: None,
                value: part.value,
                low: Decimal::ONE,
            });
        }
        let mut lines = found.lines;
        let place = |line: &TraceLine| view.table(line.table).rows[line.row as usize].origin;
        let key = |line: &TraceLine| (line.role, line.table, place(line), line.row);
        let order =
            |one: &TraceLine, other: &TraceLine| key(one).cmp(&key(other)).then_with(|| one.item.cmp(&other.item));
        // Rows mostly stand in order already; sorting takes room for half of them.
        if !lines.is_sorted_by(|one, other| order(one, other).is_le()) {
            lines.sort_by(order);
        }
        Trace { scope: self.scope.clone(), figure, result, lines, left_out: found.left_out }
    }
}

/// A measure over one table: what its marks are read from.
struct Leaf<'m> {
    selection: &'m Selection,
    /// The measured columns: none for a count, several for a count of tuples.
    measured: Vec<Operand>,
    /// The column that ranks, of the largest values.
    by: Option<Operand>,
    /// Whether the measured column is a number that adds up.
    adds: bool,
    weight: Option<Operand>,
    how: Keep,
    ask: Ask<'m>,
}

impl<'m> Leaf<'m> {
    fn of(measure: &'m Measure, context: Context<'m>) -> Option<Leaf<'m>> {
        let plain = |selection: &'m Selection, measured: Vec<Operand>, adds, how, context: Context<'m>| {
            let first = measured.first().map_or(Field::Label, |operand| operand.field);
            let ask = context.ask(selection, first);
            Leaf { selection, measured, by: None, adds, weight: None, how, ask }
        };
        let later = Context { nature: stock(context.nature), ..context };
        Some(match measure {
            Measure::Count(selection) => plain(selection, Vec::new(), false, Keep::of(selection), context),
            Measure::Distinct(selection, operands) => plain(selection, operands.clone(), false, Keep::All, context),
            Measure::Sum(selection, operand) => plain(selection, vec![*operand], true, Keep::of(selection), context),
            Measure::Latest(selection, operand) => plain(selection, vec![*operand], true, Keep::Series, later),
            Measure::Bounds(selection, operand) => plain(selection, vec![*operand], true, Keep::All, context),
            Measure::Spread(selection, operand) => {
                plain(selection, vec![*operand], false, Keep::of(selection), context)
            }
            Measure::Mean(selection, operand, weight) => {
                Leaf { weight: Some(*weight), ..plain(selection, vec![*operand], true, Keep::of(selection), context) }
            }
            Measure::Top(_, inner, by) => Leaf { by: Some(*by), ..Leaf::of(inner, context)? },
            Measure::Ratio(..) | Measure::Attainment(_) => return None,
        })
    }
}

/// What a trace gathers.
struct Found<'v, 'a> {
    view: &'v View<'a>,
    unit: &'v str,
    lines: Vec<TraceLine>,
    left_out: Vec<LeftOut>,
}

impl Found<'_, '_> {
    fn measure(&mut self, measure: &Measure, context: Context<'_>, [above, below]: [&Marks; 2]) {
        match measure {
            Measure::Ratio(numerator, denominator, key) => {
                let reference = self.view.prepared.reference;
                let day = shared_day(reference, numerator, denominator).or(context.day);
                let context = Context { day, ..context };
                let sides = [(numerator, above, Role::Numerator), (denominator, below, Role::Denominator)];
                for (side, marks, role) in sides {
                    if let Some(leaf) = Leaf::of(side, context) {
                        self.leaf(&leaf, role, marks, key.is_some());
                    }
                }
            }
            Measure::Attainment(_) => {
                self.add(None, Role::Value, above);
            }
            _ => {
                if let Some(leaf) = Leaf::of(measure, context) {
                    self.leaf(&leaf, Role::Value, above, false);
                }
            }
        }
    }

    fn leaf(&mut self, leaf: &Leaf<'_>, role: Role, marks: &Marks, keyed: bool) {
        self.add(Some(leaf), role, marks);
        let sheet = leaf.selection.table;
        let used: BTreeSet<u32> = marks.rows().collect();
        let taken = self.view.take(leaf.ask, &|row| self.content(leaf, row));
        let mut rows: Vec<(Sheet, u32, Reason)> = Vec::new();
        for &row in taken.rows.iter().filter(|row| !used.contains(row)) {
            let reason = match self.content(leaf, row) {
                Content::Missing => Reason::Missing,
                Content::NotApplicable => Reason::NotApplicable,
                Content::Held => Reason::Held,
                Content::Value(_) if leaf.by.is_some() => Reason::NotLargest,
                Content::Value(_) if keyed && matches!(leaf.how, Keep::All) => Reason::OneSide,
                Content::Value(_) if matches!(leaf.how, Keep::All) => Reason::Missing,
                Content::Value(_) => Reason::Replaced,
            };
            rows.push((sheet, row, reason));
        }
        let reasons = [(taken.undated, Reason::Undated), (taken.held, Reason::Held), (taken.beside, Reason::Beside)];
        rows.extend(reasons.into_iter().flat_map(|(all, reason)| all.into_iter().map(move |row| (sheet, row, reason))));
        if matches!(sheet, Sheet::Amounts | Sheet::Beneficiaries) {
            let activity = |&row: &u32| self.view.prepared.activities_of(sheet, row).first().copied();
            let told: BTreeSet<u32> =
                used.iter().filter_map(activity).chain(rows.iter().filter_map(|(_, row, _)| activity(row))).collect();
            let silent = asked_activities(self.view, leaf.ask).filter(|activity| !told.contains(activity));
            rows.extend(silent.map(|activity| (Sheet::Activities, activity, Reason::Missing)));
        }
        for (table, row, reason) in rows {
            let cells = if table == sheet { self.cells(leaf, row) } else { Vec::new() };
            self.left_out.push(LeftOut { role, table, row, ground: self.ground(table, row, cells), reason });
        }
    }

    fn content(&self, leaf: &Leaf<'_>, row: u32) -> Content {
        let (view, sheet) = (self.view, leaf.selection.table);
        let read = |operand: Operand| {
            if leaf.adds {
                return view.content(sheet, row, operand, self.unit);
            }
            let cells = || view.cells(sheet, row, operand);
            if cells().any(|cell| *cell == Cell::Held) {
                Content::Held
            } else if cells().any(|cell| *cell == Cell::NotApplicable) {
                Content::NotApplicable
            } else if view.items(sheet, row, operand).is_empty() {
                Content::Missing
            } else {
                Content::Value(Decimal::ONE)
            }
        };
        let weight = leaf.weight.map(|weight| view.content(sheet, row, weight, ""));
        let all = leaf.measured.iter().map(|operand| read(*operand)).chain(weight);
        all.fold(Content::Value(Decimal::ONE), |worst, each| match (worst, each) {
            (Content::Value(_), each) => each,
            (worst, _) => worst,
        })
    }

    /// Adds the lines of marked rows.
    fn add(&mut self, leaf: Option<&Leaf<'_>>, role: Role, marks: &Marks) {
        let mut lines = std::mem::take(&mut self.lines);
        lines.extend(marks.told().map(|mark| self.line(leaf, role, &mark)));
        self.lines = lines;
    }

    fn line(&self, leaf: Option<&Leaf<'_>>, role: Role, mark: &Mark) -> TraceLine {
        let (view, row) = (self.view, mark.row);
        let table = leaf.map_or(Sheet::Attainments, |leaf| leaf.selection.table);
        let cells = leaf.map_or(Vec::new(), |leaf| self.cells(leaf, row));
        let mut line = TraceLine {
            role,
            table,
            row,
            item: mark.item.clone(),
            ground: self.ground(table, row, cells),
            amount: mark.value,
            currency: None,
            rate: None,
            value: mark.value,
            low: mark.low,
        };
        let Some(leaf) = leaf else { return line };
        let Some(&operand) = leaf.measured.first() else { return line };
        if leaf.weight.is_some() {
            line.amount = view.content(table, row, operand, self.unit).value().unwrap_or_default();
        }
        if !leaf.adds {
            // The item of a row kept once is what it is kept for; what is counted is the measured value.
            let tuple = matches!(leaf.how, Keep::All) && !mark.item.is_empty();
            line.item = if tuple { line.item } else { view.items(table, row, operand).into() };
        } else if is_money(table, operand) {
            let rates = &view.prepared.settings.rates;
            line.amount = view.content(table, row, operand, self.unit).value().unwrap_or_default();
            line.currency = view.cell(table, row, Field::Currency).code().cloned();
            line.rate = line.currency.as_ref().filter(|own| **own != rates.report_currency).and_then(|own| {
                let (rate, inverse) = rates.find(own, view.rate_day(table, row, leaf.ask.measured))?;
                Some((rates.rates.iter().position(|each| std::ptr::eq(each, rate))?, inverse))
            });
        }
        line
    }

    /// Gives the cells that tell a row of a measure: the measured ones; of a count, those that its conditions look at.
    fn cells(&self, leaf: &Leaf<'_>, row: u32) -> Vec<TraceCell> {
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
    fn parts(&self, sheet: Sheet, row: u32, operand: Operand) -> Vec<TraceCell> {
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
    fn ground(&self, table: Sheet, row: u32, cells: Vec<TraceCell>) -> Ground {
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
