//! Missions, visits and technical contributions, in both directions.

use super::key_figures;
use crate::compose::activity::{self, rows};
use crate::compose::scale::share;
use crate::compose::{Inputs, figure, grid};
use crate::model::figures::FigureSet;
use crate::model::report::{Block, Chapter, Chart, GridCell, Plot, Tile};
use crate::model::{DocumentKind, Field, Figures, List, Sheet, Value};

/// The indicator that counts exchanges.
pub const COUNT: &str = "X6-missions";

/// Lays out counts, directions and the list.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let set = &figures.cross;
    let missions = figure::number(set, COUNT).filter(|missions| !missions.is_zero())?;
    let codes = ["X6-missions", "X6-days", "X6-participants", "X6-women-share", "X6-reciprocity"];
    let mut blocks = vec![Block::Tiles(tiles(inputs, set), figure::source(&codes))];
    blocks.extend(directions(set).map(|chart| Block::Chart(Box::new(chart))));
    blocks.extend(list(inputs, figures));
    let count = |code| Value::count(figure::count(set, code));
    let lead = Value::phrase(
        "exchanges-lead",
        [
            ("missions", Value::Quantity(missions, "mission".into())),
            ("south", count("X6-fr-ma")),
            ("north", count("X6-ma-fr")),
        ],
    );
    grid::chapter(Value::key("chapter-exchanges"), Value::key("exchanges-kicker"), lead, blocks)
}

fn tiles(inputs: &Inputs<'_>, set: &FigureSet) -> Vec<Tile> {
    let counted = |label, code: &str, unit: &str| {
        let number = figure::number(set, code);
        let unit = number.map_or(Value::Empty, |number| Value::UnitWord(number, unit.into()));
        grid::tile(label, figure::value(inputs, set, code), unit)
    };
    let mut women = grid::tile("tile-women-share", figure::value(inputs, set, "X6-women-share"), Value::Empty);
    women.share = figure::sides(set, "X6-women-share").map(|(part, whole)| share(part, whole));
    let reciprocity = ("tile-reciprocity", figure::brief(figure::value(inputs, set, "X6-reciprocity")));
    let mut missions = counted("tile-missions", "X6-missions", "mission");
    missions.compare = vec![(Value::key(reciprocity.0), reciprocity.1, false)];
    vec![
        missions,
        counted("tile-days", "X6-days", "person-day"),
        key_figures::head_count(inputs, set, "tile-participants", "X6-participants"),
        women,
    ]
}

fn directions(set: &FigureSet) -> Option<Chart> {
    let (south, north) = (figure::number(set, "X6-fr-ma")?, figure::number(set, "X6-ma-fr")?);
    let both = (figure::number(set, "X6-missions")? - south - north).max(0.into());
    let most = south.max(north).max(both);
    let lines = [("fr-ma", south), ("ma-fr", north), ("both", both)];
    let name = |code: &str| Value::Name(List::Values("direction"), code.into());
    let said = lines
        .iter()
        .map(|(code, count)| Value::phrase("report-counted", [("name", name(code)), ("count", Value::count(*count))]));
    Some(Chart {
        title: Value::phrase(
            "chart-directions",
            [("south", Value::count(south)), ("north", Value::count(north)), ("both", Value::count(both))],
        ),
        source: figure::source_of(&["X6-fr-ma", "X6-ma-fr", "X6-missions"], "report-source-exchanges"),
        alt: Value::List(said.collect()),
        plot: Plot::Bars(
            lines.iter().map(|(code, count)| (name(code), share(*count, most), Value::count(*count))).collect(),
        ),
    })
}

fn list(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let table = inputs.dataset.table(Sheet::Exchanges);
    let columns = vec![
        grid::words("report-head-date", 29.0),
        grid::words("report-head-subject", 0.0),
        grid::words("report-head-direction", 30.0),
        grid::words("report-head-territories", 40.0),
        grid::numbers(Value::key("report-head-participants"), 20.0),
    ];
    let mut exchanges: Vec<_> = rows(table, figures).collect();
    exchanges.sort_by_key(|row| table.cell(row, Field::Date).date());
    let lines = exchanges.iter().map(|row| -> Vec<GridCell> {
        let print = |field, list| activity::grid_cell(activity::print(table.cell(row, field), list));
        vec![
            print(Field::Date, None),
            print(Field::Subject, None),
            print(Field::Direction, Some(List::Values("direction"))),
            print(Field::Territories, Some(List::Territories)),
            print(Field::Participants, None),
        ]
    });
    grid::table(Value::key("grid-exchanges"), columns, lines.collect(), None, vec![grid::codes(&["X6-missions"])])
}
