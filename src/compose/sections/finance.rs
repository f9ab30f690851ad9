//! Budgets, payments and contributions in kind.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::key_figures;
use crate::compose::scale::{self, Scale, share};
use crate::compose::{Inputs, cover, figure, grid};
use crate::model::figures::{FigureSet, Outcome};
use crate::model::report::{Block, Chapter, Chart, GridCell, Plot, Tile};
use crate::model::{Code, DocumentKind, Figures, List, MoneySum, Value};

const AMOUNTS: [(&str, &str); 4] = [
    ("X3-budget", "report-head-budget"),
    ("X3-committed", "report-head-committed"),
    ("X3-disbursed", "report-head-spent"),
    ("X3-in-kind", "report-head-in-kind"),
];

/// Lays out the amounts by currency, converted, and by theme.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let set = &figures.cross;
    if AMOUNTS.iter().all(|(code, _)| sums(set, code).is_none()) {
        return None;
    }
    let codes = ["X3-budget", "X3-disbursed", "X3-in-kind", "X3-execution-rate"];
    let mut blocks = vec![Block::Tiles(tiles(inputs, set), figure::source(&codes))];
    blocks.extend(payments_by_theme(inputs, figures).map(|chart| Block::Chart(Box::new(chart))));
    blocks.extend(by_currency(inputs, set));
    blocks.extend(quotients(inputs, set));
    blocks.extend(by_theme(inputs, figures));
    blocks.extend(by_goal(inputs, figures));
    let currency = &inputs.settings.rates.report_currency;
    let lead = match figure::sides(set, "X3-execution-rate") {
        Some((paid, budget)) => Value::phrase(
            "finance-lead",
            [
                ("paid", scale::amount(paid, currency)),
                ("budget", scale::amount(budget, currency)),
                ("rate", Value::Percent(paid.checked_div(budget).unwrap_or_default(), 1)),
            ],
        ),
        None => Value::key("finance-lead-none"),
    };
    grid::chapter(Value::key("chapter-finance"), Value::key("finance-kicker"), lead, blocks)
}

fn sums<'a>(set: &'a FigureSet, code: &str) -> Option<&'a crate::model::MoneySum> {
    match set.get(code).map(|figure| &figure.outcome) {
        Some(Outcome::Money(sum)) => Some(sum),
        _ => None,
    }
}

fn tiles(inputs: &Inputs<'_>, set: &FigureSet) -> Vec<Tile> {
    let scale = Scale::of_tile(inputs, set, &["X3-budget", "X3-in-kind"]);
    let amount = |label, code| {
        let figure = scale.figure(inputs, set, code);
        let unit = if matches!(figure, Value::Number(..)) { scale.unit() } else { Value::Empty };
        grid::tile(label, figure, unit)
    };
    let mut rate = grid::tile("tile-execution", figure::value(inputs, set, "X3-execution-rate"), Value::Empty);
    rate.share = figure::sides(set, "X3-execution-rate").map(|(paid, budget)| share(paid, budget));
    vec![
        amount("tile-budget", "X3-budget"),
        key_figures::disbursed(inputs, set),
        amount("tile-in-kind", "X3-in-kind"),
        rate,
    ]
}

fn payments_by_theme(inputs: &Inputs<'_>, figures: &Figures) -> Option<Chart> {
    let lines: Vec<(&Code, Decimal)> = figures
        .themes
        .lines
        .iter()
        .filter_map(|(code, set)| Some((code, figure::number(set, "X3-disbursed")?)))
        .filter(|line| !line.1.is_zero())
        .collect();
    payments(inputs, &lines)
}

/// Draws payments by theme, in list order.
pub fn payments(inputs: &Inputs<'_>, lines: &[(&Code, Decimal)]) -> Option<Chart> {
    let currency = &inputs.settings.rates.report_currency;
    let scale = Scale::of(lines.iter().map(|line| line.1), currency);
    let (first, most) = lines.iter().max_by_key(|line| line.1)?;
    let name = |code: &Code| Value::Name(List::Themes, code.clone());
    let said = lines
        .iter()
        .map(|(code, paid)| Value::phrase("report-counted", [("name", name(code)), ("count", scale.number(*paid))]));
    Some(Chart {
        title: Value::phrase("chart-payments", [("name", name(first)), ("unit", scale.unit())]),
        source: figure::source(&["X3-disbursed"]),
        alt: Value::List(said.collect()),
        plot: Plot::Bars(
            lines.iter().map(|(code, paid)| (name(code), share(*paid, *most), scale.number(*paid))).collect(),
        ),
    })
}

fn by_currency(inputs: &Inputs<'_>, set: &FigureSet) -> Option<Block> {
    let shown: Vec<_> = AMOUNTS.into_iter().filter(|(code, _)| sums(set, code).is_some()).collect();
    let currencies: BTreeSet<&Code> =
        shown.iter().filter_map(|(code, _)| sums(set, code)).flat_map(|sum| sum.by_currency.keys()).collect();
    let mut columns = vec![grid::words("report-head-currency-name", 0.0)];
    columns.extend(shown.iter().map(|(_, head)| grid::numbers(Value::key(head), 29.0)));
    let rows: Vec<Vec<GridCell>> = currencies
        .iter()
        .map(|currency| {
            let name = Value::Name(List::Currencies, (*currency).clone());
            let named = [("name", name), ("code", Value::code(currency))];
            let mut cells: Vec<GridCell> = vec![Value::phrase("report-named-code", named).into()];
            cells.extend(shown.iter().map(|(code, _)| GridCell::from(scale::in_currency(sums(set, code), currency))));
            cells
        })
        .collect();
    let report = scale::currency(&inputs.settings.rates.report_currency);
    let mut total = vec![grid::strong(Value::phrase("report-converted", [("currency", report)]))];
    total.extend(shown.iter().map(|(code, _)| {
        let sum = sums(set, code);
        match sum.and_then(|sum| sum.converted) {
            Some(converted) => grid::strong(Value::Number(converted, 0)),
            None => grid::ochre(sum.map_or(Value::Missing, |sum| figure::no_rate(&sum.without_rate))),
        }
    }));
    let mut notes = vec![Value::key("note-conversion")];
    notes.extend(inputs.settings.rates.rates.iter().map(cover::rate));
    notes.push(grid::codes(&shown.iter().map(|(code, _)| *code).collect::<Vec<_>>()));
    grid::table(Value::key("grid-by-currency"), columns, rows, Some(total), notes)
}

/// The quotients of amounts: what stands above, what stands below, and the code.
const QUOTIENTS: [(&str, &str, &str); 4] = [
    ("report-head-committed", "report-head-budget", "X3-commitment-rate"),
    ("report-head-spent", "report-head-committed", "X3-disbursement-rate"),
    ("report-head-spent", "report-head-budget", "X3-execution-rate"),
    ("report-head-spent", "report-head-people", "X8"),
];

/// Lays out both sides of each quotient and the set of activities on which both stand.
fn quotients(inputs: &Inputs<'_>, set: &FigureSet) -> Option<Block> {
    let shown: Vec<_> = QUOTIENTS
        .into_iter()
        .filter_map(|(above, below, code)| Some((above, below, code, set.get(code)?, figure::sides(set, code)?)))
        .collect();
    // In full: the sets of activities differ much in size.
    let money = Scale::of([], &inputs.settings.rates.report_currency);
    let columns = vec![
        grid::words("finance-head-over", 0.0),
        grid::numbers(Value::key("finance-head-first"), 30.0),
        grid::numbers(Value::key("finance-head-second"), 30.0),
        grid::numbers(Value::key("finance-head-quotient"), 26.0),
        grid::numbers(Value::key("finance-head-set"), 26.0),
    ];
    let rows = shown.iter().map(|(above, below, code, figure, sides)| {
        let people = *below == "report-head-people";
        let name = Value::phrase("report-quotient", [("first", Value::key(above)), ("second", Value::key(below))]);
        let second = if people { Value::count(sides.1) } else { money.number(sides.1) };
        let of = [("complete", Value::count(figure.reported)), ("series", Value::count(figure.asked))];
        let result = figure::value(inputs, set, code);
        vec![
            name.into(),
            money.number(sides.0).into(),
            second.into(),
            grid::strong(result),
            Value::phrase("report-of", of).into(),
        ]
    });
    let codes: Vec<&str> = shown.iter().map(|(_, _, code, _, _)| *code).collect();
    let notes =
        vec![Value::phrase("note-quotients", [("unit", money.unit())]), Value::key("note-cost"), grid::codes(&codes)];
    grid::table(Value::key("grid-quotients"), columns, rows.collect(), None, notes)
}

/// Lays out budget, payments and execution by theme.
fn by_theme(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let codes = ["X3-budget", "X3-disbursed", "X3-in-kind"];
    let sets = figures.themes.lines.iter().map(|line| &line.1).chain([&figures.cross]);
    let scale = Scale::of_figures(inputs, sets, &codes);
    let columns = vec![
        grid::words("report-head-theme", 0.0),
        grid::numbers(scale.head("report-head-budget"), 27.0),
        grid::numbers(scale.head("report-head-spent"), 27.0),
        grid::numbers(scale.head("report-head-in-kind"), 27.0),
        grid::numbers(Value::key("report-head-execution"), 23.0),
    ];
    let line = |name: Value, set: &FigureSet| {
        let amounts = codes.map(|code| scale.figure(inputs, set, code));
        let rate = figure::value(inputs, set, "X3-execution-rate");
        [name].into_iter().chain(amounts).chain([rate]).collect::<Vec<_>>()
    };
    let busy = figures.themes.lines.iter().filter(|(_, set)| figure::count(set, "X1-total") > 0);
    let rows = busy.map(|(code, set)| grid::row(line(Value::Name(List::Themes, code.clone()), set))).collect();
    let total = grid::total(line(Value::key("report-whole"), &figures.cross));
    let mut notes = Vec::new();
    if figures.themes.overlapping {
        notes.push(Value::key("note-overlapping"));
    }
    notes.push(Value::key("note-execution"));
    notes.push(grid::codes(&["X3-budget", "X3-disbursed", "X3-in-kind", "X3-execution-rate"]));
    grid::table(Value::key("grid-money-by-theme"), columns, rows, Some(total), notes)
}

/// Lays out the budget by goal: shared out by the weights of the senders, else in full for each goal, which a note says.
fn by_goal(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let goals = &figures.goals;
    let currency = &inputs.settings.rates.report_currency;
    let sums = goals.lines.iter().map(|line| &line.budget).chain([&goals.whole.1]);
    let scale = Scale::of(sums.filter_map(|sum| sum.converted), currency);
    let columns = vec![
        grid::words("report-head-goal", 0.0),
        grid::numbers(Value::key("report-head-activities"), 27.0),
        grid::numbers(scale.head("report-head-budget"), 32.0),
    ];
    let budget = |sum: &MoneySum| match sum.converted {
        _ if sum.by_currency.is_empty() => Value::Missing,
        Some(converted) => scale.number(converted),
        None => figure::no_rate(&sum.without_rate),
    };
    let rows = goals.lines.iter().map(|line| {
        let named = [("code", Value::code(&line.goal)), ("name", Value::Name(List::Sdg, line.goal.clone()))];
        grid::row([Value::phrase("report-goal", named), Value::count(line.activities), budget(&line.budget)])
    });
    let (activities, whole) = &goals.whole;
    let total = grid::total([Value::key("report-goals-whole"), Value::count(*activities), budget(whole)]);
    let adds_up = if goals.overlapping { "note-goals-overlapping" } else { "note-goals-weighted" };
    let notes = vec![Value::key(adds_up), grid::codes(&["X3-budget", "X15-sdg"])];
    grid::table(Value::key("grid-by-goal"), columns, rows.collect(), Some(total), notes)
}
