//! The portfolio by theme, status and territory.

use std::cmp::Reverse;

use super::{finance, territory};
use crate::compose::council::{self, Returns};
use crate::compose::scale::{Scale, share};
use crate::compose::{Inputs, figure, grid};
use crate::model::figures::{Breakdown, CouncilState, FigureSet};
use crate::model::report::{Block, Chapter, Chart, GridCell, GridColumn, Plot};
use crate::model::{Code, DocumentKind, Figures, List, Value};

const MONEY: &[&str] = &["X3-budget", "X3-disbursed"];
const CODES: &[&str] = &["X1-total", "X1-started", "X1-completed", "X3-budget", "X3-disbursed", "X4-total"];

/// Lays out bars by theme and one table an axis.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    if figure::count(&figures.cross, "X1-total") == 0 || territory::suffices(figures, kind) {
        return None;
    }
    let mut blocks = Vec::new();
    blocks.extend(bars(figures, &figures.themes, List::Themes).map(|chart| Block::Chart(Box::new(chart))));
    // A territory has no chapter of its own on amounts, and its partners stand with its activities.
    let territory = matches!(kind, DocumentKind::Territory(_));
    blocks.extend(if territory {
        finance::by_theme(inputs, figures)
    } else {
        let name = |code: &Code| Value::Name(List::Themes, code.clone());
        grid_of(inputs, figures, &figures.themes, "grid-by-theme", "report-head-theme", &name)
    });
    blocks.extend(grid_of(inputs, figures, &figures.statuses, "grid-by-status", "report-head-status", &|code| {
        Value::Name(List::Statuses, code.clone())
    }));
    if !territory {
        blocks.extend(by_territory(inputs, figures));
    }
    let count = |code| Value::count(figure::count(&figures.cross, code));
    let lead = Value::phrase(
        "portfolio-lead",
        [
            ("activities", Value::Quantity(figure::count(&figures.cross, "X1-total").into(), "activity".into())),
            ("started", count("X1-started")),
            ("completed", count("X1-completed")),
        ],
    );
    grid::chapter(Value::key("chapter-portfolio"), Value::key("portfolio-kicker"), lead, blocks)
}

/// Draws the number of activities of each line that has some, in list order.
pub fn bars(figures: &Figures, breakdown: &Breakdown, list: List) -> Option<Chart> {
    let lines: Vec<(&Code, u64)> = breakdown
        .lines
        .iter()
        .map(|(code, set)| (code, figure::count(set, "X1-total")))
        .filter(|line| line.1 > 0)
        .collect();
    let (first, most) = *lines.iter().max_by_key(|line| (line.1, Reverse(line.0)))?;
    let name = |code: &Code| Value::Name(list, code.clone());
    let said = lines
        .iter()
        .map(|(code, count)| Value::phrase("report-counted", [("name", name(code)), ("count", Value::count(*count))]));
    let total = ("total", Value::count(figure::count(&figures.cross, "X1-total")));
    let alone = lines.iter().filter(|line| line.1 == most).count() == 1;
    Some(Chart {
        title: if alone {
            Value::phrase("chart-most-activities", [("name", name(first)), ("count", Value::count(most)), total])
        } else {
            Value::phrase("chart-activities", [total])
        },
        source: figure::source(&["X1-total"]),
        alt: Value::List(said.collect()),
        plot: Plot::Bars(
            lines
                .iter()
                .map(|(code, count)| (name(code), share((*count).into(), most.into()), Value::count(*count)))
                .collect(),
        ),
    })
}

fn columns(scale: &Scale, first: &'static str) -> Vec<GridColumn> {
    vec![
        grid::words(first, 0.0),
        grid::numbers(Value::key("report-head-activities"), 20.0),
        grid::numbers(Value::key("report-head-started"), 16.0),
        grid::numbers(Value::key("report-head-completed"), 16.0),
        grid::numbers(scale.head("report-head-budget"), 24.0),
        grid::numbers(scale.head("report-head-spent"), 24.0),
        grid::numbers(Value::key("report-head-people"), 30.0),
    ]
}

fn line(inputs: &Inputs<'_>, scale: &Scale, name: Value, set: &FigureSet) -> Vec<Value> {
    // Where there is no activity there is nothing to report: neither a zero nor a gap.
    let none = figure::number(set, "X1-total").is_some_and(|total| total.is_zero());
    let amount = |code| if none { Value::NotApplicable } else { scale.figure(inputs, set, code) };
    let people = if none { Value::NotApplicable } else { figure::value(inputs, set, "X4-total") };
    vec![
        name,
        figure::value(inputs, set, "X1-total"),
        figure::value(inputs, set, "X1-started"),
        figure::value(inputs, set, "X1-completed"),
        amount(MONEY[0]),
        amount(MONEY[1]),
        people,
    ]
}

fn grid_of(
    inputs: &Inputs<'_>,
    figures: &Figures,
    breakdown: &Breakdown,
    title: &'static str,
    head: &'static str,
    name: &dyn Fn(&Code) -> Value,
) -> Option<Block> {
    let sets = breakdown.lines.iter().map(|line| &line.1).chain([&figures.cross]);
    let scale = Scale::of_figures(inputs, sets, MONEY);
    let rows = breakdown.lines.iter().map(|(code, set)| grid::row(line(inputs, &scale, name(code), set))).collect();
    let total = grid::total(line(inputs, &scale, Value::key("report-whole"), &figures.cross));
    grid::table(Value::key(title), columns(&scale, head), rows, Some(total), notes(breakdown))
}

/// Gives the notes of a breakdown: why its lines do not add up, and its codes.
fn notes(breakdown: &Breakdown) -> Vec<Value> {
    let adds_up = if breakdown.overlapping { "note-overlapping" } else { "note-people-bounds" };
    vec![Value::key(adds_up), grid::codes(CODES)]
}

fn by_territory(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let breakdown = &figures.territories;
    let sets = breakdown.lines.iter().map(|line| &line.1).chain([&figures.cross]);
    let scale = Scale::of_figures(inputs, sets, MONEY);
    let row = |(code, set): &(Code, FigureSet)| -> Vec<GridCell> {
        let silent = council::find(figures, code).is_some_and(|council| council.state == CouncilState::Silent);
        if !silent {
            return grid::row(line(inputs, &scale, council::name(code), set));
        }
        let mut cells = vec![council::name(code).into(), grid::ochre(Value::key("report-no-return"))];
        cells.resize_with(7, || Value::Empty.into());
        cells
    };
    let total = grid::total(line(inputs, &scale, Value::key("report-whole"), &figures.cross));
    let mut notes = notes(breakdown);
    if Returns::all(figures).without_return() > 0 {
        notes.insert(1, Value::key("note-no-return"));
    }
    let rows = breakdown.lines.iter().map(row).collect();
    let columns = columns(&scale, "report-head-territory");
    grid::table(Value::key("grid-by-territory"), columns, rows, Some(total), notes)
}
