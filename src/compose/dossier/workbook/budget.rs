//! The lines of the budget, and the budget by heading, which sums them.

use rust_decimal::Decimal;

use super::super::lines::BudgetLine;
use super::super::project::Project;
use super::{at, cell, column, formula, head, page, print};
use crate::compose::workbook::heading;
use crate::model::book::{Block, BookCell, BookSheet, ColumnRef, Criterion, Expression, Line, Tab};
use crate::model::measure::Comparison;
use crate::model::{Field, Sheet, Value};
use crate::reference::budget::Budget;
use crate::reference::plan::Role;
use crate::reference::{BudgetHeading, BudgetSide};

/// The columns of the lines that sums look at.
const HEADING: u16 = 1;
const QUANTITY: u16 = 4;
const UNIT_COST: u16 = 5;
const YEAR: u16 = 7;
const OWN: u16 = 8;
const RATE: u16 = 9;
const AMOUNT: u16 = 10;

/// The columns of the budget.
const NAME: u16 = 0;
pub(super) const ALL: u16 = 1;
const SHARE: u16 = 2;
const CAP: u16 = 3;
pub(super) const MOST: u16 = 4;
const VERDICT: u16 = 5;
const YEARS: u16 = 100;

/// The tables of the budget: costs, then income.
const COSTS: usize = 0;
const INCOME: usize = 1;

pub(super) fn lines(project: &Project<'_>) -> BookSheet {
    let of = |field| heading(Sheet::BudgetLines, field);
    let mut columns = vec![
        column(0, of(Field::Heading), 28),
        column(HEADING, Value::key("dossier-head-heading"), 32),
        column(2, of(Field::Description), 36),
        column(3, of(Field::Unit), 14),
        column(QUANTITY, of(Field::Quantity), 12),
        column(UNIT_COST, of(Field::UnitCost), 14),
        column(6, of(Field::Currency), 10),
        column(YEAR, of(Field::Year), 10),
        column(OWN, Value::key("dossier-head-line-amount"), 16),
    ];
    if converts(project) {
        columns.push(column(RATE, Value::key("report-head-rate"), 14));
        columns.push(column(AMOUNT, head(project, Value::key("report-head-amount")), 18));
    }
    let rows = project.lines.lines.iter().enumerate().map(|(row, line)| cells(project, line, row)).collect();
    let mut sheet = page(
        Tab::Lines,
        "dossier-tab-lines",
        "dossier-tab-lines",
        vec![Block::from_rows(columns, rows).named("BudgetLines")],
    );
    sheet.lead.push((Line::Note, Value::key("dossier-lines-note")));
    let rates = project.lines.converted.iter().map(|currency| (Line::Note, print::rate(project, currency)));
    sheet.lead.extend(rates);
    sheet
}

fn converts(project: &Project<'_>) -> bool {
    !project.lines.converted.is_empty()
}

fn cells(project: &Project<'_>, line: &BudgetLine<'_>, row: usize) -> Vec<BookCell> {
    let table = project.inputs.dataset.table(Sheet::BudgetLines);
    let text = |field| cell(print::cell(table.cell(line.row, field), None));
    let number = |number: Option<Decimal>| cell(number.map_or(Value::Missing, print::number_of));
    let here = |id| Box::new(at(Tab::Lines, 0, id, row));
    let mut cells = vec![
        text(Field::Heading),
        match line.heading {
            Some(heading) => BookCell::Value(print::heading(heading)),
            None => BookCell::Value(Value::key("dossier-to-assign")),
        },
        text(Field::Description),
        text(Field::Unit),
        number(line.quantity),
        number(line.unit_cost),
        cell(line.currency.as_ref().map_or(Value::Missing, Value::code)),
        line.year.map_or(BookCell::Value(Value::Missing), |year| BookCell::Bare(year.into())),
        formula(
            Expression::Product(here(QUANTITY), here(UNIT_COST)),
            line.own.map(|amount| print::money(project, amount)),
        ),
    ];
    if converts(project) {
        let rates = &project.inputs.settings.rates;
        let rate = line.currency.as_ref().filter(|currency| **currency != project.currency);
        // Only a rate between the two currencies themselves is a plain factor.
        let rate = rate.filter(|_| project.currency == rates.report_currency);
        let rate = rate.and_then(|currency| rates.find(currency, project.inputs.settings.cutoff()));
        let amount = match rate {
            Some((_, true)) => Expression::Quotient(here(OWN), here(RATE), Decimal::ONE),
            Some((_, false)) => Expression::Product(here(OWN), here(RATE)),
            None => *here(OWN),
        };
        cells.push(rate.map_or(BookCell::Empty, |(rate, _)| cell(print::number_of(rate.rate))));
        cells.push(formula(amount, line.amount.map(|amount| print::money(project, amount))));
    }
    cells
}

pub(super) fn budget(project: &Project<'_>) -> BookSheet {
    let mut blocks = vec![costs(project)];
    if project.is_french() {
        blocks.push(income(project));
    }
    let mut sheet = page(Tab::Budget, "dossier-tab-budget", "dossier-tab-budget", blocks);
    sheet.lead.push((Line::Note, Value::key("dossier-budget-note")));
    sheet
}

/// Gives the rows of the costs: the headings of the form, then what is to be assigned.
fn cost_headings<'a>(project: &Project<'a>) -> Vec<Option<&'a BudgetHeading>> {
    let budget = &project.lines.budget;
    let total = budget.totals().next().map(|heading| &heading.code);
    let costs = budget.headings().iter().copied().filter(|heading| match heading.side {
        BudgetSide::Expense | BudgetSide::Subtotal => true,
        BudgetSide::Total => Some(&heading.code) == total,
        BudgetSide::Income => false,
    });
    let mut rows: Vec<_> = costs.map(Some).collect();
    if !budget.unassigned.is_zero() {
        rows.push(None);
    }
    rows
}

/// Gives the row of a heading among the costs or the income.
pub(super) fn row_of(project: &Project<'_>, code: &str) -> Option<(usize, usize)> {
    let among =
        |rows: &[Option<&BudgetHeading>]| rows.iter().position(|row| row.is_some_and(|heading| heading.code == *code));
    among(&cost_headings(project))
        .map(|row| (COSTS, row))
        .or_else(|| among(&income_headings(project)).map(|row| (INCOME, row)))
}

/// Gives the cell of a heading's amount.
pub(super) fn amount_of(project: &Project<'_>, code: &str) -> Option<Expression> {
    let (block, row) = row_of(project, code)?;
    Some(at(Tab::Budget, block, ALL, row))
}

/// Gives the total of the costs, with what is to be assigned.
pub(super) fn total_costs(project: &Project<'_>) -> Option<Expression> {
    let budget = &project.lines.budget;
    let total = amount_of(project, &budget.totals().next()?.code)?;
    let open = cost_headings(project).iter().position(Option::is_none);
    Some(match open {
        Some(row) => Expression::Add(vec![total, at(Tab::Budget, COSTS, ALL, row)]),
        None => total,
    })
}

/// Gives the total of the income.
pub(super) fn total_income(project: &Project<'_>) -> Option<Expression> {
    amount_of(project, &project.lines.budget.totals().nth(1)?.code)
}

fn costs(project: &Project<'_>) -> Block {
    let lines = &project.lines;
    let capped = lines.budget.headings().iter().any(|heading| heading.cap.is_some());
    let mut columns = vec![
        column(NAME, Value::key("dossier-head-heading"), 44),
        column(ALL, head(project, Value::key("dossier-head-all-years")), 18),
    ];
    for (year, id) in lines.years.keys().zip(YEARS..) {
        columns.push(column(id, head(project, Value::code(year.to_string())), 16));
    }
    columns.push(column(SHARE, Value::key("dossier-head-share"), 12));
    if capped {
        columns.push(column(CAP, Value::key("dossier-head-cap"), 12));
        columns.push(column(MOST, head(project, Value::key("dossier-head-most")), 16));
        columns.push(column(VERDICT, Value::key("dossier-head-verdict"), 16));
    }
    let rows = cost_headings(project);
    let mut block = Block { columns, ..Block::default() };
    for (row, heading) in rows.iter().enumerate() {
        if heading.is_none_or(|heading| matches!(heading.side, BudgetSide::Subtotal | BudgetSide::Total)) {
            block.strong.push(row);
        }
        block.push(cost(project, *heading, row, capped));
    }
    if project.is_french() {
        block.title = Some(Value::key("dossier-head-costs"));
    }
    block
}

/// Gives the column that holds the amounts of the lines in the currency of the dossier.
fn amounts(project: &Project<'_>) -> ColumnRef {
    ColumnRef { tab: Tab::Lines, block: 0, id: if converts(project) { AMOUNT } else { OWN } }
}

fn cost(project: &Project<'_>, heading: Option<&BudgetHeading>, row: usize, capped: bool) -> Vec<BookCell> {
    let lines = &project.lines;
    let name = heading.map_or_else(|| Value::key("dossier-to-assign"), print::heading);
    let sum = |budget: &Budget<'_>| match heading {
        Some(heading) => budget.amount(&heading.code).unwrap_or_default(),
        None => budget.unassigned,
    };
    let summed = |id: u16, year: Option<i16>, amount: Decimal| {
        let expression = match heading {
            Some(heading) if !heading.sums.is_empty() => {
                let parts = heading.sums.iter().filter_map(|code| row_of(project, code));
                Expression::Add(parts.map(|(block, row)| at(Tab::Budget, block, id, row)).collect())
            }
            _ => {
                let is = |id, value| Criterion {
                    column: ColumnRef { tab: Tab::Lines, block: 0, id },
                    sign: Comparison::Equal,
                    value,
                };
                let year = year.map(|year| is(YEAR, Value::Number(year.into(), 0)));
                let criteria = std::iter::once(is(HEADING, name.clone())).chain(year).collect();
                Expression::SumIfs(amounts(project), criteria)
            }
        };
        BookCell::formula(expression, Some(print::money(project, amount)))
    };
    let mut cells = vec![
        match heading {
            Some(_) => BookCell::Value(name.clone()),
            None => BookCell::Alert(name.clone()),
        },
        summed(ALL, None, sum(&lines.budget)),
    ];
    for ((year, budget), id) in lines.years.iter().zip(YEARS..) {
        cells.push(summed(id, Some(*year), sum(budget)));
    }
    let here = |id| Box::new(at(Tab::Budget, COSTS, id, row));
    let share = lines.budget.costs().and_then(|total| sum(&lines.budget).checked_div(total));
    cells.push(match (total_costs(project), share) {
        (Some(total), Some(share)) => BookCell::formula(
            Expression::Quotient(here(ALL), Box::new(total), Decimal::ONE),
            Some(Value::Percent(share, 1)),
        ),
        _ => BookCell::Empty,
    });
    if capped {
        cells.extend(cap(project, heading, row));
    }
    cells
}

/// Gives the cap of a heading, what it comes to, and whether it is kept.
fn cap(project: &Project<'_>, heading: Option<&BudgetHeading>, row: usize) -> Vec<BookCell> {
    let budget = &project.lines.budget;
    let Some((heading, (share, of))) = heading.and_then(|heading| Some((heading, heading.cap.as_ref()?))) else {
        return Vec::new();
    };
    let Some(base) = amount_of(project, of) else { return Vec::new() };
    let here = |id| Box::new(at(Tab::Budget, COSTS, id, row));
    let most = budget.amount(of).unwrap_or_default().saturating_mul(*share);
    let amount = budget.amount(&heading.code).unwrap_or_default();
    let [fits, fails] = ["dossier-fits", "dossier-fails"].map(Value::key);
    let verdict = if amount <= most { fits.clone() } else { fails.clone() };
    vec![
        BookCell::Value(Value::Percent(*share, 0)),
        BookCell::formula(Expression::Product(here(CAP), Box::new(base)), Some(print::money(project, most))),
        BookCell::formula(Expression::Word(here(ALL), Comparison::AtMost, here(MOST), fits, fails), Some(verdict)),
    ]
}

fn income_headings<'a>(project: &Project<'a>) -> Vec<Option<&'a BudgetHeading>> {
    let budget = &project.lines.budget;
    let total = budget.totals().nth(1).map(|heading| &heading.code);
    let income = budget.headings().iter().copied();
    let income = income.filter(|heading| heading.side == BudgetSide::Income || Some(&heading.code) == total);
    income.map(Some).collect()
}

/// Lays out the income, which the plan tells, and the difference of the two sides.
fn income(project: &Project<'_>) -> Block {
    let budget = &project.lines.budget;
    let columns = vec![
        column(NAME, Value::key("dossier-head-heading"), 44),
        column(ALL, head(project, Value::key("report-head-amount")), 18),
    ];
    let mut block = Block { title: Some(Value::key("dossier-head-income")), columns, ..Block::default() };
    for (row, heading) in income_headings(project).into_iter().flatten().enumerate() {
        let roles: &[Role] = match heading.code.as_str() {
            "70" => &[Role::OwnCash],
            "74" => &[Role::Requested, Role::Signed, Role::Awaiting],
            "87" => &[Role::OwnInKind],
            _ => &[],
        };
        let expression = match heading.sums.is_empty() {
            false => {
                let parts = heading.sums.iter().filter_map(|code| row_of(project, code));
                Some(Expression::Add(parts.map(|(block, row)| at(Tab::Budget, block, ALL, row)).collect()))
            }
            true if roles.is_empty() => None,
            true => Some(Expression::Add(roles.iter().map(|role| super::plan::sum_of(*role)).collect())),
        };
        let amount = budget.amount(&heading.code);
        block.push(vec![
            BookCell::Value(print::heading(heading)),
            match expression {
                Some(expression) => {
                    BookCell::formula(expression, Some(print::money(project, amount.unwrap_or_default())))
                }
                None => cell(amount.map_or(Value::Empty, |amount| print::money(project, amount))),
            },
        ]);
        if heading.side == BudgetSide::Total {
            block.strong.push(row);
        }
    }
    if let (Some(income), Some(costs)) = (total_income(project), total_costs(project)) {
        let amounts = budget.costs().zip(budget.income());
        block.strong.push(block.height());
        block.push(vec![
            BookCell::Strong(Value::key("dossier-difference")),
            formula(
                Expression::Difference(Box::new(costs), Box::new(income)),
                amounts.map(|(costs, income)| print::money(project, costs.saturating_sub(income))),
            ),
        ]);
    }
    block
}
