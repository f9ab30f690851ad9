//! The flows over time: by year of the agreement, by half-year, and since the signature.

use rust_decimal::Decimal;

use crate::compose::figure::MONEY;
use crate::compose::lines::{self, Flow};
use crate::compose::scale::{self, Scale, share};
use crate::compose::{Inputs, figure, grid};
use crate::model::report::{Block, Chapter, Chart, GridCell, Plot};
use crate::model::trend::{Span, Trend, growth};
use crate::model::{Code, DocumentKind, Figures, Outcome, Value};

const PAID: &str = "X3-disbursed";
const PEOPLE: &str = "X4-total";
const MISSIONS: &str = "X6-missions";
/// As many years as a table has room for: one term of the agreement.
const YEARS: usize = 5;
/// As many half-years as those years have, and the one in which the first of them began.
const HALVES: usize = 11;

/// Lays out the years side by side, and the half-years one below the other.
///
/// Of one year alone there is nothing to compare: the whole report tells its half-years, a territory's tells nothing.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    let trend = &figures.trend;
    let since = trend.since.as_ref()?;
    let mut years = trend.busy_years();
    years.drain(..years.len().saturating_sub(YEARS));
    let mut blocks = Vec::new();
    let lead = match years.as_slice() {
        [] => return None,
        [_] if *kind != DocumentKind::Consolidated => return None,
        [(number, _)] => Value::phrase("evolution-lead-one", [("year", year(*number))]),
        [.., before, last] => {
            blocks.extend(payments(inputs, &years).map(|chart| Block::Chart(Box::new(chart))));
            blocks.extend(by_year(inputs, trend, &years, since));
            lead(inputs, *before, *last)
        }
    };
    // Too few things happen in a half-year of what a short report tells.
    if !kind.is_short() {
        blocks.extend(halves_drawn(inputs, trend).map(|chart| Block::Chart(Box::new(chart))));
        blocks.extend(by_half(inputs, trend, since));
    }
    grid::chapter(Value::key("chapter-evolution"), Value::key("evolution-kicker"), lead, blocks)
}

fn year(number: u32) -> Value {
    Value::count(number)
}

fn year_name(number: u32) -> Value {
    Value::phrase("report-year", [("year", year(number))])
}

/// Says whether two years follow each other and are both over.
fn compared((number, before): (u32, &Span), (next, now): (u32, &Span)) -> bool {
    number + 1 == next && !before.goes_on() && !now.goes_on()
}

fn rate(growth: Decimal) -> Value {
    Value::phrase("evolution-rate", [("rate", Value::Signed(growth * Decimal::ONE_HUNDRED, 1))])
}

fn lead(inputs: &Inputs<'_>, before: (u32, &Span), last: (u32, &Span)) -> Value {
    let currency = &inputs.settings.rates.report_currency;
    let grown = |of: fn(&Span, &str) -> Option<Decimal>| growth(of(before.1, PAID)?, of(last.1, PAID)?);
    let amounts = before.1.current(PAID).zip(last.1.current(PAID));
    let Some((was, is)) = amounts else { return Value::key("evolution-lead-none") };
    let mut args = vec![
        ("year", year(last.0)),
        ("paid", scale::amount(is, currency)),
        ("before", year(before.0)),
        ("paid-before", scale::amount(was, currency)),
    ];
    match (grown(Span::current), grown(Span::constant)) {
        (Some(current), Some(constant)) if compared(before, last) => {
            args.extend([("current", rate(current)), ("constant", rate(constant))]);
            Value::phrase("evolution-lead", args)
        }
        _ => Value::phrase("evolution-lead-amounts", args),
    }
}

/// Draws the payments of each year.
fn payments(inputs: &Inputs<'_>, years: &[(u32, &Span)]) -> Option<Chart> {
    let paid: Vec<(u32, Decimal)> =
        years.iter().filter_map(|(number, span)| Some((*number, span.current(PAID)?))).collect();
    let most = paid.iter().max_by_key(|(_, paid)| *paid).filter(|(_, paid)| paid.is_sign_positive())?;
    if paid.len() < 2 || most.1.is_zero() {
        return None;
    }
    let scale = Scale::of(paid.iter().map(|(_, paid)| *paid), &inputs.settings.rates.report_currency);
    let said = paid.iter().map(|(number, paid)| {
        Value::phrase("report-counted", [("name", year_name(*number)), ("count", scale.number(*paid))])
    });
    Some(Chart {
        title: Value::phrase("chart-evolution", [("year", year(most.0)), ("unit", scale.unit())]),
        source: figure::source(&[PAID]),
        alt: Value::List(said.collect()),
        plot: Plot::Bars(
            paid.iter().map(|(number, paid)| (year_name(*number), share(*paid, most.1), scale.number(*paid))).collect(),
        ),
    })
}

/// One row of the table of years: its name, what it gives of a span, and how two of them compare.
struct Line<'f> {
    name: Value,
    strong: bool,
    value: Box<dyn Fn(&Span) -> Value + 'f>,
    change: Box<Change<'f>>,
}

/// Tells how a flow changed from one span to the next.
type Change<'f> = dyn Fn(&Span, &Span) -> Option<Value> + 'f;

fn count(count: Option<u64>) -> Value {
    count.map_or(Value::Missing, Value::count)
}

fn more(before: Option<Decimal>, now: Option<Decimal>) -> Option<Value> {
    Some(Value::Signed(now? - before?, 0))
}

fn lines<'f>(inputs: &'f Inputs<'_>, spans: &[&Span], money: &'f Scale) -> Vec<Line<'f>> {
    let counted = |name: &'static str, of: fn(&Span) -> Option<u64>| Line {
        name: Value::key(name),
        strong: false,
        value: Box::new(move |span| count(of(span))),
        change: Box::new(move |before, now| more(of(before).map(Decimal::from), of(now).map(Decimal::from))),
    };
    let mut lines = vec![
        counted("evolution-begun", |span| span.begun),
        counted("evolution-completed", |span| span.completed),
        Line {
            name: Value::key("tile-missions"),
            strong: false,
            value: Box::new(|span| outcome(inputs, span, MISSIONS)),
            change: Box::new(|before, now| more(before.current(MISSIONS), now.current(MISSIONS))),
        },
        Line {
            name: Value::key("report-head-people"),
            strong: false,
            value: Box::new(|span| outcome(inputs, span, PEOPLE)),
            change: Box::new(|_, _| None),
        },
    ];
    for (code, head) in MONEY.into_iter().filter(|(code, _)| spans.iter().any(|span| span.current(code).is_some())) {
        lines.push(amounts(money.head(head), code, money, Span::current, true));
        if spans.iter().any(|span| span.current(code) != span.constant(code)) {
            lines.push(amounts(Value::key("evolution-constant"), code, money, Span::constant, false));
        }
    }
    lines
}

type Of = fn(&Span, &str) -> Option<Decimal>;

fn amounts<'f>(name: Value, code: &'static str, money: &'f Scale, of: Of, strong: bool) -> Line<'f> {
    let change = move |before: &Span, now: &Span| Some(rate(growth(of(before, code)?, of(now, code)?)?));
    Line { name, strong, value: Box::new(move |span| cell(span, code, money, of)), change: Box::new(change) }
}

/// Gives an amount of a span: that it was not reported, or which currency has no rate, where there is none.
fn cell(span: &Span, code: &str, money: &Scale, of: Of) -> Value {
    match (of(span, code), span.flows.get(code).map(|moment| &moment.outcome)) {
        (Some(amount), _) => money.number(amount),
        (None, Some(Outcome::Money(sum))) if !sum.without_rate.is_empty() => figure::no_rate(&sum.without_rate),
        _ => Value::Missing,
    }
}

fn outcome(inputs: &Inputs<'_>, span: &Span, code: &str) -> Value {
    span.flows.get(code).map_or(Value::Missing, |moment| figure::outcome(inputs, code, &moment.outcome))
}

fn by_year(inputs: &Inputs<'_>, trend: &Trend, years: &[(u32, &Span)], since: &Span) -> Option<Block> {
    let spans: Vec<&Span> = years.iter().map(|(_, span)| *span).chain([since]).collect();
    let currency = &inputs.settings.rates.report_currency;
    // In full, however large: a year may be a small part of the whole.
    let money = Scale::of([], currency);
    let mut columns = vec![grid::words("evolution-head-flow", 0.0)];
    columns.extend(years.iter().map(|(number, span)| {
        let name = year_name(*number);
        let head = if span.goes_on() { Value::phrase("evolution-under-way", [("year", name)]) } else { name };
        grid::numbers(head, 22.0)
    }));
    columns.push(grid::numbers(Value::key("evolution-head-since"), 26.0));
    let rows = lines(inputs, &spans, &money).into_iter().map(|line| -> Vec<GridCell> {
        let name = if line.strong { grid::strong(line.name) } else { line.name.into() };
        let cells = years.iter().enumerate().map(|(at, now)| {
            let before = at.checked_sub(1).and_then(|at| years.get(at)).filter(|before| compared(**before, *now));
            let change = before.and_then(|before| (line.change)(before.1, now.1));
            grid::two_lines(figure::brief((line.value)(now.1)), change.unwrap_or(Value::Empty))
        });
        std::iter::once(name).chain(cells).chain([grid::strong(figure::brief((line.value)(since)))]).collect()
    });
    let mut notes = vec![Value::key("note-evolution-change")];
    if spans.iter().any(|span| MONEY.iter().any(|(code, _)| span.current(code) != span.constant(code))) {
        let day = Value::Date(inputs.settings.cutoff());
        notes.push(Value::phrase("note-evolution-rates", [("date", day)]));
    }
    notes.push(Value::key("note-evolution-people"));
    notes.extend(left_out(trend, since));
    notes.push(grid::codes(&codes()));
    grid::table(Value::key("grid-evolution-years"), columns, rows.collect(), None, notes)
}

fn codes() -> Vec<&'static str> {
    MONEY.iter().map(|(code, _)| *code).chain([PEOPLE, MISSIONS]).collect()
}

/// Says what no year counts: rows without a day, and activities from before the signature.
fn left_out(trend: &Trend, since: &Span) -> Vec<Value> {
    let undated: u64 =
        MONEY.iter().filter_map(|(code, _)| since.flows.get(&Code::from(*code))).map(|m| m.undated).sum();
    let mut notes = Vec::new();
    if undated > 0 {
        notes.push(Value::phrase("note-evolution-undated", [("rows", Value::count(undated))]));
    }
    if trend.before > 0 {
        notes.push(Value::phrase("note-evolution-before", [("activities", Value::count(trend.before))]));
    }
    notes
}

/// The flows that are drawn over time.
const DRAWN: [(&str, &str); 3] =
    [(PAID, "report-head-spent"), ("X3-committed", "report-head-committed"), ("X16-signed", "lines-signed")];

/// Gives the half-years that are told, from the first in which anything happened.
fn told(trend: &Trend) -> &[Span] {
    let first = trend.halves.iter().position(|span| !span.is_empty()).unwrap_or(trend.halves.len());
    &trend.halves[first.max(trend.halves.len().saturating_sub(HALVES))..]
}

fn half_name(half: &Span) -> Value {
    let name = if half.called.from.month() == 1 { "evolution-half-1" } else { "evolution-half-2" };
    Value::phrase(name, [("year", Value::code(half.called.from.year().to_string()))])
}

/// Draws the money of each half-year.
fn halves_drawn(inputs: &Inputs<'_>, trend: &Trend) -> Option<Chart> {
    let halves = told(trend);
    let amounts = |code: &str| halves.iter().map(|half| half.current(code)).collect::<Vec<_>>();
    let all = DRAWN.iter().flat_map(|(code, _)| amounts(code)).flatten();
    let scale = Scale::of_lines(all, &inputs.settings.rates.report_currency);
    let times: Vec<Value> = halves.iter().map(half_name).collect();
    let open = halves.last().is_some_and(Span::goes_on);
    let flows = DRAWN.iter().map(|(code, name)| Flow { name: Value::key(name), amounts: amounts(code) }).collect();
    let (plot, alt) = lines::plot(&times, open, flows, &scale)?;
    let most = halves.iter().max_by_key(|half| half.current(PAID)).filter(|half| half.current(PAID).is_some());
    let title = match most {
        Some(half) => Value::phrase("chart-halves", [("half", half_name(half)), ("unit", scale.unit())]),
        None => Value::phrase("chart-halves-plain", [("unit", scale.unit())]),
    };
    Some(Chart { title, source: figure::source(&DRAWN.map(|(code, _)| code)), alt, plot })
}

/// Lays out the half-years, each calendar year after its own, and all since the signature.
fn by_half(inputs: &Inputs<'_>, trend: &Trend, since: &Span) -> Option<Block> {
    let halves = told(trend);
    if halves.len() < 2 {
        return None;
    }
    const SHOWN: [(&str, &str); 4] = [
        ("X3-committed", "report-head-committed"),
        ("X3-disbursed", "report-head-spent"),
        ("X16-requested", "report-head-requested"),
        ("X16-signed", "report-head-signed"),
    ];
    let all = || halves.iter().chain([since]);
    let shown: Vec<_> = SHOWN.into_iter().filter(|(code, _)| all().any(|span| span.current(code).is_some())).collect();
    let money = Scale::of([], &inputs.settings.rates.report_currency);
    let mut columns = vec![
        grid::words("evolution-head-half", 0.0),
        grid::numbers(Value::key("evolution-begun-short"), 19.0),
        grid::numbers(Value::key("evolution-completed-short"), 19.0),
        grid::numbers(Value::key("evolution-missions-short"), 19.0),
    ];
    columns.extend(shown.iter().map(|(_, head)| grid::numbers(money.head(head), 20.0)));
    let line = |name: Value, span: &Span| {
        let mut values = vec![name, count(span.begun), count(span.completed), outcome(inputs, span, MISSIONS)];
        values.extend(shown.iter().map(|(code, _)| cell(span, code, &money, Span::current)));
        values.into_iter().map(figure::brief).collect::<Vec<_>>()
    };
    let mut rows = Vec::new();
    for (at, half) in halves.iter().enumerate() {
        let number = half.called.from.year();
        rows.push(grid::row(line(half_name(half), half)));
        let both = at.checked_sub(1).is_some_and(|at| halves[at].called.from.year() == number);
        let whole = trend.calendar.iter().find(|span| both && span.called.from.year() == number);
        rows.extend(whole.map(|span| {
            let name = Value::phrase("evolution-calendar", [("year", Value::code(number.to_string()))]);
            grid::total(line(name, span))
        }));
    }
    let total = grid::total(line(Value::key("evolution-head-since"), since));
    let mut notes = vec![Value::key("note-evolution-halves")];
    notes.extend(left_out(trend, since));
    let codes: Vec<&str> = shown.iter().map(|(code, _)| *code).chain([MISSIONS]).collect();
    notes.push(grid::codes(&codes));
    grid::table(Value::key("grid-evolution-halves"), columns, rows, Some(total), notes)
}
