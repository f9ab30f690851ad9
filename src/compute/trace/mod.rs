//! Traces: the rows of a figure with their cells, and the rows left out, evaluated when asked.
//!
//! The figure is evaluated again with all its rows marked; each mark is then led back to the cells that it was read from,
//! through the normal form of [`prepare`](super::prepare): an amount made from a summary column names the cell of that
//! column, a derived column names its parts.

mod cells;

use std::collections::BTreeSet;

use ecow::EcoVec;
use rust_decimal::Decimal;

use super::content::{Content, is_money, own};
use super::evaluate::{Context, figure, stock};
use super::index::Prepared;
use super::keep::Keep;
use super::results::{self, Part};
use super::select::Ask;
use super::sum::asked_activities;
use super::time::shared_day;
use super::view::{Marking, View};
use crate::model::figures::{Mark, Marks};
use crate::model::measure::{Operand, Selection};
use crate::model::trace::{Follower, Ground, LeftOut, Reason, Role, Trace, TraceLine};
use crate::model::{Cell, Field, Measure, Origin, Scope, Sheet};
use crate::reference::Indicator;
use cells::Found;

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
}

impl Tracer<'_> {
    /// Evaluates an indicator, and tells the rows that take part and those left out one after the other.
    pub fn follow(&self, indicator: &Indicator, follower: &mut impl Follower) -> Trace {
        let view = &self.view;
        let (figure, result, parts) = if super::is_cross(indicator) {
            (figure(view, indicator), None, Vec::new())
        } else {
            let (result, parts) = results::traced(view, indicator);
            (result.figure.clone(), Some(result), parts)
        };
        let none = Marks::default();
        let below = figure.below.as_ref().map_or(&none, |below| &below.marks);
        let found = Found { view, unit: &indicator.unit };
        let sides = found.sides(&indicator.measure, Context::of(indicator), [&figure.marks, below]);
        for side in &sides {
            found.left_out(side, follower);
        }
        for place in places(view, &sides, &parts) {
            follower.line(match place.of {
                Of::Side(side) => {
                    let side = &sides[usize::from(side)];
                    let Some(mark) = side.marks.get(place.at as usize) else { continue };
                    found.line(side, &mark)
                }
                Of::Part => found.part(&parts[place.at as usize]),
            });
        }
        Trace { scope: self.scope.clone(), figure, result }
    }
}

/// Where a line is to be told: lines are made one by one, in this order.
struct Place {
    role: Role,
    table: Sheet,
    origin: Origin,
    row: u32,
    of: Of,
    at: u32,
}

/// What a line is made of.
#[derive(Clone, Copy)]
enum Of {
    /// A mark of this side.
    Side(u8),
    /// A part of a baseline, target or actual value.
    Part,
}

/// Puts what is to be told in the order of roles, tables and rows.
fn places(view: &View<'_>, sides: &[Side<'_>], parts: &[Part]) -> Vec<Place> {
    let place = |role, table: Sheet, row: u32, of, at| Place {
        role,
        table,
        origin: view.table(table).rows[row as usize].origin,
        row,
        of,
        at,
    };
    let marked = (0..).zip(sides).flat_map(|(of, side)| {
        (0..).zip(side.marks.rows()).map(move |(at, row)| place(side.role, side.table(), row, Of::Side(of), at))
    });
    let parts = (0..).zip(parts).map(|(at, part)| place(part.role, Sheet::Indicators, part.row, Of::Part, at));
    let mut places: Vec<Place> = marked.chain(parts).collect();
    let key = |place: &Place| (place.role, place.table, place.origin, place.row);
    let item = |place: &Place| match place.of {
        Of::Side(side) => sides[usize::from(side)].marks.item(place.at as usize),
        Of::Part => &[],
    };
    places.sort_by(|one, other| key(one).cmp(&key(other)).then_with(|| item(one).cmp(item(other))));
    places
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

/// One side of a figure: the rows that make it, and the measure that they are read by.
struct Side<'m> {
    /// None where they are other figures.
    leaf: Option<Leaf<'m>>,
    role: Role,
    marks: &'m Marks,
    /// Whether the rows of both sides of a quotient have to match.
    keyed: bool,
}

impl Side<'_> {
    fn table(&self) -> Sheet {
        self.leaf.as_ref().map_or(Sheet::Attainments, |leaf| leaf.selection.table)
    }
}

impl Found<'_, '_> {
    fn sides<'m>(&self, measure: &'m Measure, context: Context<'m>, [above, below]: [&'m Marks; 2]) -> Vec<Side<'m>> {
        match measure {
            Measure::Ratio(numerator, denominator, key) => {
                let reference = self.view.prepared.reference;
                let day = shared_day(reference, numerator, denominator).or(context.day);
                let context = Context { day, ..context };
                let side = |measure: &'m Measure, marks, role| {
                    Some(Side { leaf: Some(Leaf::of(measure, context)?), role, marks, keyed: key.is_some() })
                };
                let sides = [side(numerator, above, Role::Numerator), side(denominator, below, Role::Denominator)];
                sides.into_iter().flatten().collect()
            }
            Measure::Attainment(_) => vec![Side { leaf: None, role: Role::Value, marks: above, keyed: false }],
            _ => {
                let leaf = Leaf::of(measure, context);
                let side = |leaf| Side { leaf: Some(leaf), role: Role::Value, marks: above, keyed: false };
                leaf.map(side).into_iter().collect()
            }
        }
    }

    /// Tells the rows of a side that were asked and give nothing.
    fn left_out(&self, side: &Side<'_>, follower: &mut impl Follower) {
        let Some(leaf) = &side.leaf else { return };
        let sheet = leaf.selection.table;
        let used: BTreeSet<u32> = side.marks.rows().collect();
        let taken = self.view.take(leaf.ask, &|row| self.content(leaf, row));
        let mut rows: Vec<(Sheet, u32, Reason)> = Vec::new();
        for &row in taken.rows.iter().filter(|row| !used.contains(row)) {
            let reason = match self.content(leaf, row) {
                Content::Missing => Reason::Missing,
                Content::NotApplicable => Reason::NotApplicable,
                Content::Held => Reason::Held,
                Content::Value(_) if leaf.by.is_some() => Reason::NotLargest,
                Content::Value(_) if side.keyed && matches!(leaf.how, Keep::All) => Reason::OneSide,
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
            let origin = match self.ground(table, row, cells) {
                Ground::Cells(cells) => cells.first().map(|cell| cell.origin),
                _ => None,
            };
            follower.left_out(LeftOut { role: side.role, table, row, origin, reason });
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

    /// Tells what a marked row gives.
    fn line(&self, side: &Side<'_>, mark: &Mark) -> TraceLine {
        let (view, row, leaf) = (self.view, mark.row, side.leaf.as_ref());
        let table = side.table();
        let cells = leaf.map_or(Vec::new(), |leaf| self.cells(leaf, row));
        let mut line = TraceLine {
            role: side.role,
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

    /// Tells what a cell of a reading gives to the baseline, the target or the actual value of a result.
    fn part(&self, part: &Part) -> TraceLine {
        let cells = self.parts(Sheet::Indicators, part.row, own(part.field));
        TraceLine {
            role: part.role,
            table: Sheet::Indicators,
            row: part.row,
            item: EcoVec::new(),
            ground: self.ground(Sheet::Indicators, part.row, cells),
            amount: part.value,
            currency: None,
            rate: None,
            value: part.value,
            low: Decimal::ONE,
        }
    }
}
