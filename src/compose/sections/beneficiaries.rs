//! The people reached, counted once.

use super::key_figures;
use crate::compose::scale::share;
use crate::compose::{Inputs, figure, grid};
use crate::model::figures::FigureSet;
use crate::model::report::{Block, Chapter, Chart, Panel, Plot, Tone};
use crate::model::{DocumentKind, Figures, List, Value};

const CODES: &[&str] =
    &["X4-total", "X4-women", "X4-men", "X4-sex-unknown", "X4-women-share", "X4-youth", "X4-planned"];

/// Lays out people by sex and age, by theme, and what the interval means.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let set = &figures.cross;
    let told = |code| figure::interval(set, code).is_some() || figure::is_masked(set, code);
    if !told("X4-total") && !told("X4-planned") {
        return None;
    }
    let codes: Vec<&str> = CODES.iter().copied().filter(|code| *code != "X4-men" || men(set)).collect();
    let mut blocks = vec![Block::Tiles(tiles(inputs, set), figure::source(&codes))];
    blocks.extend(by_sex(set).map(|chart| Block::Chart(Box::new(chart))));
    blocks.push(Block::Section(Value::key("section-bounds")));
    blocks.push(Block::Prose(Value::key("beneficiaries-bounds")));
    // The table comes last: it alone may run over the page.
    blocks.extend(missing(set).map(Block::Panel));
    blocks.extend(by_theme(inputs, figures));
    let lead = match figure::interval(set, "X4-total") {
        Some((low, high)) if low != high => {
            Value::phrase("beneficiaries-lead-bounds", [("people", Value::Interval(low, high))])
        }
        Some((people, _)) => {
            Value::phrase("beneficiaries-lead", [("people", Value::Quantity(people, "person".into()))])
        }
        None if figure::is_masked(set, "X4-total") => Value::key("beneficiaries-lead-masked"),
        None => Value::key("beneficiaries-lead-none"),
    };
    grid::chapter(Value::key("chapter-beneficiaries"), Value::key("beneficiaries-kicker"), lead, blocks)
}

fn tiles(inputs: &Inputs<'_>, set: &FigureSet) -> Vec<crate::model::report::Tile> {
    let mut tiles =
        vec![key_figures::people(inputs, set), key_figures::head_count(inputs, set, "tile-women", "X4-women")];
    if men(set) {
        tiles.push(key_figures::head_count(inputs, set, "tile-men", "X4-men"));
    }
    tiles.extend([
        key_figures::head_count(inputs, set, "tile-sex-unknown", "X4-sex-unknown"),
        key_figures::women(inputs, set),
        key_figures::head_count(inputs, set, "tile-youth", "X4-youth"),
        key_figures::head_count(inputs, set, "tile-people-planned", "X4-planned"),
    ]);
    tiles
}

/// Says whether any return tells men: most tell women and a total, and what is left over is not men.
fn men(set: &FigureSet) -> bool {
    figure::interval(set, "X4-men").is_some() || figure::is_masked(set, "X4-men")
}

/// Draws the declared numbers of women and men, and of people whose sex is not reported, at the high ends.
fn by_sex(set: &FigureSet) -> Option<Chart> {
    let parts = [
        ("X4-women", Tone::Done, "tile-women"),
        ("X4-men", Tone::Open, "tile-men"),
        ("X4-sex-unknown", Tone::Missing, "tile-sex-unknown"),
    ];
    let parts: Vec<_> = parts
        .into_iter()
        .filter_map(|(code, tone, label)| Some((figure::interval(set, code)?.1, tone, label)))
        .filter(|part| !part.0.is_zero())
        .collect();
    let whole = parts.iter().map(|part| part.0).sum();
    let rate = figure::number(set, "X4-women-share")?;
    let said = parts
        .iter()
        .map(|part| Value::phrase("report-counted", [("name", Value::key(part.2)), ("count", Value::count(part.0))]));
    Some(Chart {
        title: Value::phrase("chart-women", [("rate", Value::Percent(rate, 1))]),
        source: figure::source_of(&["X4-women", "X4-men", "X4-sex-unknown"], "report-source-declared"),
        alt: Value::List(said.collect()),
        plot: Plot::Stacked(
            parts.iter().map(|part| (share(part.0, whole), part.1, Value::count(part.0), Value::key(part.2))).collect(),
        ),
    })
}

fn by_theme(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let columns = vec![
        grid::words("report-head-theme", 0.0),
        grid::numbers(Value::key("report-head-people"), 34.0),
        grid::numbers(Value::key("report-head-women"), 34.0),
        grid::numbers(Value::key("report-head-women-share"), 22.0),
        grid::numbers(Value::key("report-head-reported"), 24.0),
    ];
    let line = |name: Value, set: &FigureSet| {
        let reported = match set.get("X4-total") {
            Some(figure) => Value::phrase(
                "report-of",
                [("complete", Value::count(figure.reported)), ("series", Value::count(figure.asked))],
            ),
            None => Value::Missing,
        };
        let value = |code| figure::value(inputs, set, code);
        [name, value("X4-total"), value("X4-women"), value("X4-women-share"), reported]
    };
    let busy = figures.themes.lines.iter().filter(|(_, set)| figure::count(set, "X1-total") > 0);
    let rows = busy.map(|(code, set)| grid::row(line(Value::Name(List::Themes, code.clone()), set))).collect();
    let total = grid::total(line(Value::key("report-whole"), &figures.cross));
    let notes = vec![
        Value::key("note-people-bounds"),
        Value::key("note-women-share"),
        grid::codes(&["X4-total", "X4-women", "X4-women-share"]),
    ];
    grid::table(Value::key("grid-people-by-theme"), columns, rows, Some(total), notes)
}

fn missing(set: &FigureSet) -> Option<Panel> {
    let figure = set.get("X4-total").filter(|figure| figure.reported < figure.asked)?;
    Some(Panel {
        missing: true,
        title: Value::key("panel-missing"),
        body: Value::phrase(
            "panel-people-missing",
            [("missing", Value::count(figure.asked - figure.reported)), ("asked", Value::count(figure.asked))],
        ),
    })
}
