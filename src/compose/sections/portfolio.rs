//! The portfolio by theme, status and territory.

use std::cmp::Reverse;

use super::territory;
use crate::compose::council::{self, Returns};
use crate::compose::scale::{Scale, share};
use crate::compose::{Inputs, figure, grid};
use crate::model::figures::{Breakdown, CouncilState, FigureSet};
use crate::model::report::{Block, Chapter, Chart, GridCell, GridColumn, Plot};
use crate::model::{Code, DocumentKind, Figures, List, Value};

/// A figure of each line: its code, the head of its column, and its width in millimetres.
type Column = (&'static str, &'static str, f32);
const MONEY: &[&str] = &["X3-budget", "X3-disbursed"];
const COLUMNS: &[Column] = &[
    ("X1-total", "report-head-activities", 20.0),
    ("X1-started", "report-head-started", 16.0),
    ("X1-completed", "report-head-completed", 16.0),
    ("X3-budget", "report-head-budget", 24.0),
    ("X3-disbursed", "report-head-spent", 24.0),
    ("X4-total", "report-head-people", 30.0),
];
/// The columns of a short report, whose activities stand one by one in its annex.
const FEW: &[Column] = &[
    ("X1-total", "report-head-activities", 24.0),
    ("X3-budget", "report-head-budget", 30.0),
    ("X3-disbursed", "report-head-spent", 30.0),
    ("X3-execution-rate", "report-head-execution", 28.0),
];

/// Lays out bars by theme and one table an axis; in a short report small tables of what there is.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    if figure::count(&figures.cross, "X1-total") == 0 || territory::suffices(figures, kind) {
        return None;
    }
    let short = kind.is_short();
    let mut blocks = Vec::new();
    if !short {
        blocks.extend(bars(figures, &figures.themes, List::Themes).map(|chart| Block::Chart(Box::new(chart))));
    }
    let theme = |code: &Code| Value::Name(List::Themes, code.clone());
    let status = |code: &Code| Value::Name(List::Statuses, code.clone());
    let titles = ["grid-by-theme", "report-head-theme"];
    blocks.extend(grid_of(inputs, figures, &figures.themes, short, titles, &theme));
    let titles = ["grid-by-status", "report-head-status"];
    blocks.extend(grid_of(inputs, figures, &figures.statuses, short, titles, &status));
    if !short {
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

fn columns(scale: &Scale, columns: &[Column], first: &'static str) -> Vec<GridColumn> {
    let head = |code: &str, head| if MONEY.contains(&code) { scale.head(head) } else { Value::key(head) };
    let numbers = columns.iter().map(|(code, name, width)| grid::numbers(head(code, name), *width));
    std::iter::once(grid::words(first, 0.0)).chain(numbers).collect()
}

fn line(inputs: &Inputs<'_>, scale: &Scale, columns: &[Column], name: Value, set: &FigureSet) -> Vec<Value> {
    // Where there is no activity there is nothing to report: neither a zero nor a gap.
    let none = figure::number(set, "X1-total").is_some_and(|total| total.is_zero());
    let figure = |code: &str| match code {
        code if MONEY.contains(&code) && !none => scale.figure(inputs, set, code),
        code if none && !code.starts_with("X1-") => Value::NotApplicable,
        code => figure::value(inputs, set, code),
    };
    std::iter::once(name).chain(columns.iter().map(|column| figure(column.0))).collect()
}

fn grid_of(
    inputs: &Inputs<'_>,
    figures: &Figures,
    breakdown: &Breakdown,
    short: bool,
    [title, head]: [&'static str; 2],
    name: &dyn Fn(&Code) -> Value,
) -> Option<Block> {
    let sets = breakdown.lines.iter().map(|line| &line.1).chain([&figures.cross]);
    let scale = Scale::of_figures(inputs, sets, MONEY);
    let wanted = if short { FEW } else { COLUMNS };
    let told = |set: &FigureSet| !short || figure::count(set, "X1-total") > 0;
    let lines = breakdown.lines.iter().filter(|(_, set)| told(set));
    let rows = lines.map(|(code, set)| grid::row(line(inputs, &scale, wanted, name(code), set))).collect();
    let total = grid::total(line(inputs, &scale, wanted, Value::key("report-whole"), &figures.cross));
    grid::table(Value::key(title), columns(&scale, wanted, head), rows, Some(total), notes(breakdown, wanted))
}

/// Gives the notes of a breakdown: why its lines do not add up, and its codes.
fn notes(breakdown: &Breakdown, columns: &[Column]) -> Vec<Value> {
    let has = |code| columns.iter().any(|column| column.0 == code);
    let mut notes = Vec::new();
    if breakdown.overlapping {
        notes.push(Value::key("note-overlapping"));
    } else if has("X4-total") {
        notes.push(Value::key("note-people-bounds"));
    }
    if has("X3-execution-rate") {
        notes.push(Value::key("note-execution"));
    }
    let codes: Vec<&str> = columns.iter().map(|column| column.0).collect();
    notes.push(grid::codes(&codes));
    notes
}

fn by_territory(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let breakdown = &figures.territories;
    let sets = breakdown.lines.iter().map(|line| &line.1).chain([&figures.cross]);
    let scale = Scale::of_figures(inputs, sets, MONEY);
    let row = |(code, set): &(Code, FigureSet)| -> Vec<GridCell> {
        let silent = council::find(figures, code).is_some_and(|council| council.state == CouncilState::Silent);
        if !silent {
            return grid::row(line(inputs, &scale, COLUMNS, council::name(code), set));
        }
        let mut cells = vec![council::name(code).into(), grid::ochre(Value::key("report-no-return"))];
        cells.resize_with(COLUMNS.len() + 1, || Value::Empty.into());
        cells
    };
    let total = grid::total(line(inputs, &scale, COLUMNS, Value::key("report-whole"), &figures.cross));
    let mut notes = notes(breakdown, COLUMNS);
    if Returns::all(figures).without_return() > 0 {
        notes.insert(1, Value::key("note-no-return"));
    }
    let rows = breakdown.lines.iter().map(row).collect();
    let columns = columns(&scale, COLUMNS, "report-head-territory");
    grid::table(Value::key("grid-by-territory"), columns, rows, Some(total), notes)
}
