//! The sheet of deadlines: each deadline, every step of the plan back from it, and applications beside the rules of their
//! calls.

use super::data::heading;
use super::page;
use super::room::Room;
use crate::compose::sections::{call_rules, deadlines as printed};
use crate::compose::{Inputs, activity, project};
use crate::model::book::{Block, BookCell, BookColumn, BookSheet, Tab};
use crate::model::deadline::{Deadline, Limit, PlanStep, Standing};
use crate::model::report::{GridCell, Weight};
use crate::model::{Cell, Field, Figures, List, Sheet, Value};

/// Lays out the sheet; none where there is neither a deadline nor a call.
pub(super) fn sheet(inputs: &Inputs<'_>, figures: &Figures, room: Room) -> Option<BookSheet> {
    let funding = &figures.funding;
    if funding.deadlines.is_empty() && funding.checks.is_empty() {
        return None;
    }
    let steps: Vec<_> =
        funding.deadlines.iter().flat_map(|deadline| deadline.plan.iter().map(move |step| (deadline, step))).collect();
    let mut blocks = vec![
        deadlines(inputs, ahead(&funding.deadlines, room, |deadline| deadline.days)),
        plan(inputs, ahead(&steps, room, |(deadline, _)| deadline.days)),
        checks(inputs, figures, room),
    ];
    blocks.retain(|block| block.height() > 0);
    let mut sheet = page(Tab::Deadlines, "workbook-deadlines-title", "section-deadlines", blocks);
    sheet.lead.extend(room.cut(funding.deadlines.len(), "workbook-deadlines-cut"));
    sheet.lead.extend(room.cut(steps.len(), "workbook-plan-cut"));
    sheet.lead.extend(room.cut(funding.checks.len(), "workbook-calls-cut"));
    Some(sheet)
}

/// Chooses lines in the order of their deadlines for which there is room: where it is short, those longest past go first,
/// then those furthest ahead.
fn ahead<T>(lines: &[T], room: Room, days: impl Fn(&T) -> i32) -> &[T] {
    let past = lines.partition_point(|line| days(line) < 0);
    let from = lines.len().saturating_sub(room.lines).min(past);
    &lines[from..lines.len().min(from + room.lines)]
}

fn columns(heads: &[(Value, u8)]) -> Vec<BookColumn> {
    heads.iter().zip(0..).map(|((head, width), at)| BookColumn::new(at, head.clone(), *width)).collect()
}

fn column(field: Field, width: u8) -> (Value, u8) {
    (heading(Sheet::Funding, field), width)
}

fn key(head: &'static str, width: u8) -> (Value, u8) {
    (Value::key(head), width)
}

/// Sets a cell of a report as one of a sheet.
fn toned(cell: GridCell) -> BookCell {
    if cell.weight == Weight::Missing && cell.value != Value::Missing {
        BookCell::Alert(cell.value)
    } else {
        BookCell::Value(cell.value)
    }
}

fn deadlines(inputs: &Inputs<'_>, lines: &[Deadline]) -> Block {
    let mut block = Block {
        title: Some(Value::key("workbook-deadlines-title")),
        columns: columns(&[
            column(Field::CallName, 40),
            column(Field::Deadline, 16),
            key("workbook-deadline-hour", 24),
            key("workbook-head-days", 14),
            key("deadline-head-band", 18),
            column(Field::ApplicationId, 18),
            column(Field::Funder, 36),
            column(Field::FundingStage, 28),
            column(Field::AmountRequested, 16),
            column(Field::Currency, 10),
        ]),
        note: Some(Value::key("note-deadlines-own")),
        ..Block::default().named("Deadlines")
    };
    let table = inputs.dataset.table(Sheet::Funding);
    for deadline in lines {
        let Some(row) = table.rows.get(deadline.row as usize) else { continue };
        let print = |field, list| BookCell::Value(activity::print(table.cell(row, field), list));
        let late = |value| if deadline.days < 0 { BookCell::Alert(value) } else { BookCell::Value(value) };
        block.push(vec![
            BookCell::Value(project::call(inputs, deadline.row)),
            BookCell::Value(Value::Date(deadline.date)),
            deadline.moment.as_ref().map_or(BookCell::Empty, |moment| BookCell::Value(project::moment(moment))),
            late(Value::Number(deadline.days.into(), 0)),
            late(project::band(deadline)),
            print(Field::ApplicationId, None),
            print(Field::Funder, Some(List::Funders)),
            print(Field::FundingStage, Some(List::Stages)),
            print(Field::AmountRequested, None),
            print(Field::Currency, None),
        ]);
    }
    block
}

fn plan(inputs: &Inputs<'_>, lines: &[(&Deadline, &PlanStep)]) -> Block {
    let mut block = Block {
        title: Some(Value::key("grid-plan")),
        columns: columns(&[
            key("plan-head-application", 40),
            key("report-head-deadline", 16),
            key("plan-head-paper", 24),
            key("workbook-plan-lead", 14),
            key("plan-head-day", 18),
            column(Field::ApplicationId, 18),
            key("plan-head-state", 36),
        ]),
        note: Some(Value::key("note-plan")),
        ..Block::default().named("Plan")
    };
    let table = inputs.dataset.table(Sheet::Funding);
    for (deadline, step) in lines {
        let Some(row) = table.rows.get(deadline.row as usize) else { continue };
        let late = |value| if step.late { BookCell::Alert(value) } else { BookCell::Value(value) };
        block.push(vec![
            BookCell::Value(project::call(inputs, deadline.row)),
            BookCell::Value(Value::Date(deadline.date)),
            BookCell::Value(Value::Name(List::Papers, step.paper.clone())),
            step.lead.map_or(BookCell::Empty, |lead| BookCell::Value(Value::count(lead))),
            late(printed::day(step)),
            BookCell::Value(activity::print(table.cell(row, Field::ApplicationId), None)),
            toned(printed::state(step)),
        ]);
    }
    block
}

fn checks(inputs: &Inputs<'_>, figures: &Figures, room: Room) -> Block {
    let mut block = Block {
        title: Some(Value::key("grid-calls")),
        columns: columns(&[
            column(Field::CallName, 40),
            column(Field::ApplicationId, 16),
            key("workbook-call-rule", 24),
            key("call-head-rate", 14),
            key("call-head-ceiling", 18),
            key("call-head-points", 18),
            key("call-head-own", 36),
            key("workbook-call-min-own", 28),
            key("call-head-in-kind", 16),
            key("workbook-call-cap", 16),
            key("workbook-call-from", 16),
            key("report-head-source", 46),
            key("workbook-call-state", 18),
        ]),
        note: Some(Value::key("note-calls")),
        ..Block::default().named("Calls")
    };
    let table = inputs.dataset.table(Sheet::Funding);
    let share = |limit: &Limit| match (limit.fraction(), limit.standing) {
        (Some(share), Standing::Broken) => BookCell::Alert(Value::Percent(share, 1)),
        (Some(share), _) => BookCell::Value(Value::Percent(share, 1)),
        (None, _) => BookCell::Value(Value::Missing),
    };
    let limit = |limit: &Limit| BookCell::Value(project::share_or_check(limit.limit));
    for check in figures.funding.checks.iter().take(room.lines) {
        let Some(row) = table.rows.get(check.row as usize) else { continue };
        let rule = check.rule.as_ref();
        let to_check = || Value::key("to-check");
        let verified = rule.is_some_and(|rule| rule.verified);
        block.push(vec![
            BookCell::Value(project::call(inputs, check.row)),
            BookCell::Value(match table.cell(row, Field::ApplicationId) {
                Cell::Missing => Value::Missing,
                id => activity::print(id, None),
            }),
            BookCell::Value(rule.map_or_else(to_check, |rule| Value::code(&rule.name))),
            share(&check.rate),
            limit(&check.rate),
            call_rules::points(&check.rate)
                .map_or_else(|| BookCell::Value(to_check()), |points| BookCell::Value(Value::Signed(points, 1))),
            share(&check.own),
            limit(&check.own),
            share(&check.in_kind),
            limit(&check.in_kind),
            BookCell::Value(rule.and_then(|rule| rule.valid_from).map_or_else(to_check, Value::Date)),
            BookCell::Value(rule.map_or_else(to_check, |rule| Value::from(&*rule.source))),
            BookCell::Value(Value::key(if verified { "rule-verified" } else { "rule-to-check" })),
        ]);
    }
    block
}
