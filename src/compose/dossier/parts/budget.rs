//! The budget on the call's form: the eleven lines of European funders, or French costs and income side by side.

use rust_decimal::Decimal;

use super::super::print;
use super::super::project::Project;
use crate::compose::{grid, scale};
use crate::model::Value;
use crate::model::report::{Block, Grid, GridCell};
use crate::reference::plan::Check;
use crate::reference::{BudgetHeading, BudgetSide};

pub(super) fn part(project: &Project<'_>) -> Vec<Block> {
    if project.lines.lines.is_empty() {
        return Vec::new();
    }
    let mut grid = if project.is_french() { french(project) } else { european(project) };
    grid.notes.extend(notes(project));
    vec![Block::Grid(grid)]
}

fn head(project: &Project<'_>, what: Value) -> Value {
    Value::phrase("report-head-units", [("what", what), ("currency", scale::currency(&project.currency))])
}

/// A heading is strong where it is a sum.
fn cell(heading: &BudgetHeading, value: Value) -> GridCell {
    match heading.side {
        BudgetSide::Subtotal | BudgetSide::Total => grid::strong(value),
        BudgetSide::Expense | BudgetSide::Income => value.into(),
    }
}

/// Lays out the lines of Annex B: all years, the first year, and the share of the total.
fn european(project: &Project<'_>) -> Grid {
    let first = project.lines.first_year();
    let year = first.map_or(Value::key("dossier-year-one"), |(year, _)| {
        Value::phrase("dossier-year-one-of", [("year", Value::code(year.to_string()))])
    });
    let columns = vec![
        grid::words("dossier-head-heading", 0.0),
        grid::numbers(head(project, Value::key("dossier-head-all-years")), 34.0),
        grid::numbers(head(project, year), 34.0),
        grid::numbers(Value::key("dossier-head-share"), 24.0),
    ];
    let budget = &project.lines.budget;
    let total = budget.costs();
    let line = |all: Option<Decimal>, first: Option<Decimal>| {
        // A heading without a line has no cost: the form is filled in, and the blank stays a blank.
        let blank = |amount: Option<Decimal>| amount.map_or(Value::Empty, |amount| print::money(project, amount));
        let share = all.and_then(|all| all.checked_div(total?));
        [blank(all), blank(first), share.map_or(Value::Empty, |share| Value::Percent(share, 1))]
    };
    let row = |heading: &&BudgetHeading| {
        let amounts = line(budget.amount(&heading.code), first.and_then(|(_, year)| year.amount(&heading.code)));
        let cells = std::iter::once(print::heading(heading)).chain(amounts);
        cells.map(|value| cell(heading, value)).collect()
    };
    let mut rows: Vec<Vec<GridCell>> = budget.headings().iter().map(row).collect();
    if !budget.unassigned.is_zero() {
        let amounts = line(Some(budget.unassigned), first.map(|(_, year)| year.unassigned));
        let cells = std::iter::once(Value::key("dossier-to-assign")).chain(amounts);
        rows.push(cells.map(grid::ochre).collect());
    }
    Grid { title: Value::Empty, columns, rows, total: None, notes: Vec::new() }
}

/// Lays out costs and income side by side, each with its total.
fn french(project: &Project<'_>) -> Grid {
    let amount = || grid::numbers(head(project, Value::key("report-head-amount")), 28.0);
    let columns =
        vec![grid::words("dossier-head-costs", 0.0), amount(), grid::words("dossier-head-income", 57.0), amount()];
    let budget = &project.lines.budget;
    let of = |side| budget.headings().iter().copied().filter(move |heading| heading.side == side);
    let blank = |amount: Option<Decimal>| amount.map_or(Value::Empty, |amount| print::money(project, amount));
    let line = |heading: &BudgetHeading| -> [GridCell; 2] {
        [print::heading(heading).into(), blank(budget.amount(&heading.code)).into()]
    };
    let mut costs: Vec<[GridCell; 2]> = of(BudgetSide::Expense).map(line).collect();
    if !budget.unassigned.is_zero() {
        costs.push([Value::key("dossier-to-assign"), print::money(project, budget.unassigned)].map(grid::ochre));
    }
    let mut income: Vec<[GridCell; 2]> = Vec::new();
    for heading in of(BudgetSide::Income) {
        income.push(line(heading));
        if heading.code == *"74" {
            income.extend(project.plan.sources.iter().filter_map(|source| {
                let funder = Value::Name(crate::model::List::Funders, source.funder.clone()?);
                let role = print::role(source.role);
                let name = Value::phrase("dossier-of-which", [("name", funder), ("role", role)]);
                Some([name.into(), print::column(project, source.amount).into()])
            }));
        }
    }
    let rows = (0..costs.len().max(income.len())).map(|at| {
        let blank = || [Value::Empty, Value::Empty].map(GridCell::from);
        let [left, right] = [&costs, &income].map(|side| side.get(at).cloned().unwrap_or_else(blank));
        left.into_iter().chain(right).collect()
    });
    let rows = rows.collect();
    let mut totals = budget.totals().map(print::heading);
    let [left, right] = [totals.next(), totals.next()].map(|name| name.unwrap_or(Value::Empty));
    let total =
        grid::total([left, print::column(project, budget.costs()), right, print::column(project, budget.income())]);
    Grid { title: Value::Empty, columns, rows, total: Some(total), notes: Vec::new() }
}

/// Says what the sums hold, what they leave out, and what limits them.
fn notes(project: &Project<'_>) -> Vec<Value> {
    let lines = &project.lines;
    let counted =
        |key, number: usize| (number > 0).then(|| Value::phrase(key, [("lines", Value::count(number as u64))]));
    let limits = project.checks().into_iter().filter_map(|checked| {
        let Check::Heading(code) = &checked.check else { return None };
        let heading = lines.budget.headings().iter().find(|heading| heading.code == *code)?;
        let (share, of) = heading.cap.as_ref()?;
        let args = [
            ("heading", Value::code(code)),
            ("of", Value::code(of)),
            ("share", Value::Percent(*share, 0)),
            ("most", print::column(project, checked.limit)),
            ("verdict", print::verdict(checked.verdict())),
        ];
        Some(Value::phrase("dossier-cap-note", args))
    });
    let mut notes: Vec<Value> = limits.collect();
    notes.extend(counted("dossier-note-open", lines.open));
    notes.extend(counted("dossier-note-undated", if project.is_french() { 0 } else { lines.undated }));
    notes.extend(counted("dossier-note-income", lines.income));
    notes.extend(lines.converted.iter().map(|currency| print::rate(project, currency)));
    notes
}
