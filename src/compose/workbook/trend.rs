//! The sheet of flows over time: a table of years, one of half-years, one of calendar years.
//!
//! All are values: a year of the agreement is no condition that a plain formula over the rows in the period can set.

use rust_decimal::Decimal;

use super::super::figure::{self, MONEY};
use super::{note, page};
use crate::compose::Inputs;
use crate::model::book::{Block, BookCell, BookColumn, BookSheet, ColumnRef, Tab};
use crate::model::trend::Span;
use crate::model::{Figures, Outcome, Value};

/// The position of the table of half-years.
const HALVES: usize = 1;
const FROM: u16 = 1;
const TO: u16 = 2;
const MISSIONS: u16 = 5;
const PEOPLE: u16 = 6;
/// The first column of money: a current and a constant one each.
const FIRST_MONEY: u16 = 8;

/// Lays out the sheet; none where nothing happened.
pub(super) fn sheet(inputs: &Inputs<'_>, figures: &Figures) -> Option<BookSheet> {
    let trend = &figures.trend;
    let since = trend.since.as_ref().filter(|since| !since.is_empty())?;
    let year = |number: u32| Value::phrase("report-year", [("year", Value::count(number))]);
    let years = (1..).zip(&trend.years).map(|(number, span)| (year(number), span));
    let years: Vec<_> = years.chain([(Value::key("evolution-head-since"), since)]).collect();
    let halves = trend.halves.iter().map(|span| {
        let key = if span.called.from.month() == 1 { "evolution-half-1" } else { "evolution-half-2" };
        (Value::phrase(key, [("year", Value::code(span.called.from.year().to_string()))]), span)
    });
    let calendar = trend.calendar.iter().map(|span| (Value::code(span.called.from.year().to_string()), span));
    let drawn = years.len() - 1;
    let mut blocks = vec![
        block(inputs, "grid-evolution-years", years),
        block(inputs, "grid-evolution-halves", halves.collect()),
        block(inputs, "workbook-trend-calendar", calendar.collect()),
    ];
    for (at, block) in blocks.iter_mut().enumerate() {
        let rows = if at == 0 { drawn } else { block.height() };
        draw(block, at, rows);
    }
    let mut sheet = page(Tab::Trend, "chapter-evolution", "chapter-evolution", blocks);
    let day = [("date", Value::Date(inputs.settings.cutoff()))];
    sheet.lead = vec![
        note(Value::phrase("note-evolution-rates", day)),
        note(Value::key("note-evolution-people")),
        note(Value::key("workbook-trend-undated")),
    ];
    Some(sheet)
}

/// Adds the row of small lines under the numbers of a table: the total of the years is not among them.
fn draw(block: &mut Block, at: usize, rows: usize) {
    if rows < 2 {
        return;
    }
    let column = |id| ColumnRef { tab: Tab::Trend, block: at, id };
    let cells = block.columns.iter().map(|each| match each.id {
        0 => BookCell::Strong(Value::key("dashboard-spark")),
        FROM | TO => BookCell::Empty,
        id => BookCell::Spark(column(id), rows),
    });
    let cells = cells.collect();
    block.push(cells);
}

/// Gives the small line of a figure by half-year; a blank for a figure that the table does not hold.
pub(super) fn halves(figures: &Figures, code: &str) -> BookCell {
    let money = MONEY.iter().zip(0_u16..).find(|((own, _), _)| *own == code).map(|(_, at)| FIRST_MONEY + 2 * at);
    let id = match code {
        "X6-missions" => Some(MISSIONS),
        "X4-total" => Some(PEOPLE),
        _ => money,
    };
    let rows = figures.trend.halves.len();
    let column = |id| ColumnRef { tab: Tab::Trend, block: HALVES, id };
    id.filter(|_| rows > 1).map_or(BookCell::Empty, |id| BookCell::Spark(column(id), rows))
}

fn block(inputs: &Inputs<'_>, title: &'static str, spans: Vec<(Value, &Span)>) -> Block {
    let currency = Value::code(&inputs.settings.rates.report_currency);
    let with = |what: &'static str, key: &'static str| {
        Value::phrase(key, [("what", Value::key(what)), ("currency", currency.clone())])
    };
    let mut heads = vec![
        (Value::key("report-head-period"), 26),
        (Value::key("workbook-trend-from"), 13),
        (Value::key("workbook-trend-to"), 13),
        (Value::key("evolution-begun"), 14),
        (Value::key("evolution-completed"), 14),
        (Value::key("tile-missions"), 14),
        (Value::key("workbook-trend-people-low"), 16),
        (Value::key("workbook-trend-people-high"), 16),
    ];
    for (_, head) in MONEY {
        heads.push((with(head, "report-head-units"), 18));
        heads.push((with(head, "workbook-trend-constant"), 18));
    }
    let columns = heads.into_iter().zip(0..).map(|((head, width), at)| BookColumn::new(at, head, width)).collect();
    Block::from_rows(columns, spans.into_iter().map(|(name, span)| row(inputs, name, span)).collect()).titled(title)
}

fn row(inputs: &Inputs<'_>, name: Value, span: &Span) -> Vec<BookCell> {
    let number = |number: Option<Decimal>, decimals: u8| {
        BookCell::Computed(number.map_or(Value::Missing, |number| Value::Number(number, decimals)))
    };
    let count = |count: Option<u64>| number(count.map(Decimal::from), 0);
    let ends = match span.flows.get("X4-total").map(|moment| &moment.outcome) {
        Some(Outcome::Interval(low, high)) => [Some(*low), Some(*high)],
        Some(Outcome::Number(people)) => [Some(*people); 2],
        _ => [None; 2],
    };
    let people = match span.flows.get("X4-total").map(|moment| &moment.outcome) {
        Some(Outcome::Masked(mask)) => [mask; 2].map(|mask| BookCell::Value(Value::Masked(*mask))),
        _ => ends.map(|end| number(end, 0)),
    };
    let missions = span.flows.get("X6-missions").map(|moment| &moment.outcome);
    let missions = missions.map_or(Value::Missing, |outcome| figure::outcome(inputs, "X6-missions", outcome));
    let mut cells = vec![
        BookCell::Value(name),
        BookCell::Value(Value::Date(span.period.from)),
        BookCell::Value(Value::Date(span.period.to)),
        count(span.begun),
        count(span.completed),
        BookCell::Computed(missions),
    ];
    cells.extend(people);
    for (code, _) in MONEY {
        cells.extend([number(span.current(code), 2), number(span.constant(code), 2)]);
    }
    cells
}
