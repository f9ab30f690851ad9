//! The financing plan: its sources, what they leave to find, and the checks of the call.

use rust_decimal::Decimal;

use super::super::parts::source_name;
use super::super::project::Project;
use super::{at, budget, cell, column, formula, head, page, print};
use crate::model::Value;
use crate::model::book::{Block, BookCell, BookSheet, ColumnRef, Criterion, Expression, Line, Tab};
use crate::model::measure::Comparison;
use crate::reference::plan::{Check, Checked, Role, Sign, Verdict};

/// The tables: sources, sums, checks.
const SOURCES: usize = 0;
const SUMS: usize = 1;
const CHECKS: usize = 2;

const ROLE: u16 = 1;
const AMOUNT: u16 = 3;
const SHARE: u16 = 4;

/// The rows of the sums.
const COST: usize = 0;
const COVERED: usize = 1;

/// The columns of the checks.
const FOUND: u16 = 1;
const LIMIT: u16 = 3;

fn amounts() -> ColumnRef {
    ColumnRef { tab: Tab::Plan, block: SOURCES, id: AMOUNT }
}

/// Gives the sum of the sources of a role, as a formula.
pub(super) fn sum_of(role: Role) -> Expression {
    let column = ColumnRef { id: ROLE, ..amounts() };
    Expression::SumIfs(amounts(), vec![Criterion { column, sign: Comparison::Equal, value: print::role(role) }])
}

fn own() -> Expression {
    Expression::Add(vec![sum_of(Role::OwnCash), sum_of(Role::OwnInKind)])
}

fn cost() -> Expression {
    at(Tab::Plan, SUMS, AMOUNT, COST)
}

pub(super) fn sheet(project: &Project<'_>) -> BookSheet {
    let blocks = vec![sources(project), sums(project), checks(project)];
    let mut sheet = page(Tab::Plan, "dossier-tab-plan", "dossier-tab-plan", blocks);
    sheet.lead.push((Line::Note, Value::key("dossier-financing-note")));
    sheet.lead.extend(project.rates().into_iter().map(|rate| (Line::Note, rate)));
    sheet
}

fn share(project: &Project<'_>, amount: Option<Decimal>, (block, row): (usize, usize)) -> BookCell {
    let of = Expression::Quotient(Box::new(at(Tab::Plan, block, AMOUNT, row)), Box::new(cost()), Decimal::ONE);
    formula(of, project.plan.share(amount).map(|share| Value::Percent(share, 1)))
}

fn sources(project: &Project<'_>) -> Block {
    let columns = vec![
        column(0, Value::key("dossier-head-source"), 44),
        column(ROLE, Value::key("dossier-head-role"), 30),
        column(2, Value::key("dossier-head-state"), 26),
        column(AMOUNT, head(project, Value::key("report-head-amount")), 20),
        column(SHARE, Value::key("dossier-head-share"), 16),
    ];
    let rows = project.plan.sources.iter().enumerate().map(|(row, source)| {
        vec![
            cell(source_name(source)),
            cell(print::role(source.role)),
            cell(print::standing(source.role, source.amount)),
            cell(source.amount.map_or(Value::Missing, |amount| print::money(project, amount))),
            share(project, source.amount, (SOURCES, row)),
        ]
    });
    Block::from_rows(columns, rows.collect()).titled("dossier-grid-sources")
}

/// Lays out cost, sum of the sources, what is left to find, and the most that the call gives.
fn sums(project: &Project<'_>) -> Block {
    let plan = &project.plan;
    let columns = vec![
        column(0, Value::key("dossier-head-item"), 44),
        column(ROLE, Value::Empty, 30),
        column(2, Value::Empty, 26),
        column(AMOUNT, head(project, Value::key("report-head-amount")), 20),
        column(SHARE, Value::key("dossier-head-share"), 16),
    ];
    let line = |key, amount: BookCell, number: Option<Decimal>, row| {
        let name = BookCell::Strong(Value::key(key));
        vec![name, BookCell::Empty, BookCell::Empty, amount, share(project, number, (SUMS, row))]
    };
    let total = plan.total();
    let left = Expression::Difference(Box::new(cost()), Box::new(at(Tab::Plan, SUMS, AMOUNT, COVERED)));
    let mut rows = vec![
        line(
            "dossier-total-cost",
            cell(plan.cost.map_or(Value::Missing, |amount| print::money(project, amount))),
            plan.cost,
            COST,
        ),
        line(
            "dossier-covered",
            formula(Expression::Sum(amounts()), total.map(|amount| print::money(project, amount))),
            total,
            COVERED,
        ),
        line(
            "dossier-remaining",
            formula(left, plan.remaining().map(|amount| print::money(project, amount))),
            plan.remaining(),
            2,
        ),
    ];
    if let Some((expression, amount)) = most(project) {
        let amount_cell = BookCell::formula(expression, Some(print::money(project, amount)));
        rows.push(line("dossier-most", amount_cell, Some(amount), 3));
    }
    Block::from_rows(columns, rows).titled("dossier-grid-sums")
}

/// Gives the most that may be asked: the ceiling of the cost, and never above the most that the call gives.
fn most(project: &Project<'_>) -> Option<(Expression, Decimal)> {
    let checks = project.checks();
    let of = |check: &Check| {
        let row = checks.iter().position(|checked| checked.check == *check)?;
        Some((at(Tab::Plan, CHECKS, LIMIT, row), checks[row].limit?))
    };
    let (cell, share) = of(&Check::Ceiling)?;
    let ceiling = Expression::Product(Box::new(cost()), Box::new(cell));
    let amount = project.plan.cost?.checked_mul(share)?;
    Some(match of(&Check::MaxAmount) {
        Some((cell, most)) => (Expression::Min(vec![ceiling, cell]), amount.min(most)),
        None => (ceiling, amount),
    })
}

fn checks(project: &Project<'_>) -> Block {
    let columns = vec![
        column(0, Value::key("dossier-head-check"), 44),
        column(FOUND, Value::key("dossier-head-found"), 30),
        column(2, Value::Empty, 26),
        column(LIMIT, Value::key("dossier-head-limit"), 20),
        column(4, Value::key("dossier-head-verdict"), 16),
        column(5, Value::key("dossier-head-rule"), 16),
        column(6, Value::key("dossier-head-since"), 18),
    ];
    let rows = project.checks().iter().enumerate().map(|(row, checked)| line(project, checked, row)).collect();
    Block::from_rows(columns, rows).titled("dossier-grid-checks")
}

/// Gives both sides of a check as numbers, and its verdict as a formula over them.
fn line(project: &Project<'_>, checked: &Checked<'_>, row: usize) -> Vec<BookCell> {
    let number = |number: Option<Decimal>| match (number, &checked.check) {
        (None, _) => Value::Missing,
        (Some(number), check) if check.is_share() => Value::Percent(number, 1),
        (Some(number), Check::Months) => Value::count(number),
        (Some(number), _) => print::money(project, number),
    };
    let side = |expression: Option<Expression>, value: Option<Decimal>| match (expression, value) {
        (Some(expression), Some(_)) => BookCell::formula(expression, Some(number(value))),
        _ => cell(number(value)),
    };
    let here = |id| Box::new(at(Tab::Plan, CHECKS, id, row));
    let (sign, symbol) = match checked.check.sign() {
        Sign::AtMost => (Comparison::AtMost, "\u{2264}"),
        Sign::AtLeast => (Comparison::AtLeast, "\u{2265}"),
        Sign::Equal => (Comparison::Equal, "="),
    };
    let [fits, fails] = [Verdict::Fits, Verdict::Fails].map(print::verdict);
    let verdict = match checked.verdict() {
        Verdict::ToCheck => BookCell::Alert(print::verdict(Verdict::ToCheck)),
        known => {
            let word = Expression::Word(here(FOUND), sign, here(LIMIT), fits, fails);
            BookCell::formula(word, Some(print::verdict(known)))
        }
    };
    let limit = match checked.limit {
        None => BookCell::Alert(Value::key("dossier-limit-unknown")),
        limit => side(limit_of(project, &checked.check), limit),
    };
    let rule = checked.rule;
    vec![
        cell(print::check(&checked.check)),
        side(found(project, &checked.check), checked.found),
        cell(Value::code(symbol)),
        limit,
        verdict,
        cell(rule.map_or(Value::Empty, |rule| Value::code(&rule.name))),
        cell(rule.and_then(|rule| rule.valid_from).map_or(Value::Empty, Value::Date)),
    ]
}

/// Gives the formula of the value that is checked.
fn found(project: &Project<'_>, check: &Check) -> Option<Expression> {
    let requested = || sum_of(Role::Requested);
    let of_cost = |part: Expression| Expression::Quotient(Box::new(part), Box::new(cost()), Decimal::ONE);
    Some(match check {
        Check::Ceiling => of_cost(requested()),
        Check::MinOwn => of_cost(own()),
        Check::InKindCap => Expression::Quotient(Box::new(sum_of(Role::OwnInKind)), Box::new(own()), Decimal::ONE),
        Check::MinAmount | Check::MaxAmount => requested(),
        Check::MinCost => cost(),
        Check::Covered => at(Tab::Plan, SUMS, AMOUNT, COVERED),
        Check::Heading(code) => budget::amount_of(project, code)?,
        Check::BudgetSum => budget::total_costs(project)?,
        Check::Balance => budget::total_income(project)?,
        Check::InKindBothSides => budget::amount_of(project, "87")?,
        Check::Months => return None,
    })
}

/// Gives the formula of a limit that is one of the form or of arithmetic; those of the call are numbers.
fn limit_of(project: &Project<'_>, check: &Check) -> Option<Expression> {
    match check {
        Check::Heading(code) => {
            let (block, row) = budget::row_of(project, code)?;
            Some(at(Tab::Budget, block, budget::MOST, row))
        }
        Check::BudgetSum | Check::Covered => Some(cost()),
        Check::Balance => budget::total_costs(project),
        Check::InKindBothSides => budget::amount_of(project, "86"),
        _ => None,
    }
}
