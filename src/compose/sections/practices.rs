//! Good practices: what was documented, passed on and taken up elsewhere.

use crate::compose::activity::{grid_cell, print, rows};
use crate::compose::{Inputs, figure, grid};
use crate::model::report::{Block, Chapter, GridCell};
use crate::model::{DocumentKind, Field, Figures, List, Sheet, Value};

/// Lays out the three counts and the list, the practices taken up elsewhere first.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let table = inputs.dataset.table(Sheet::GoodPractices);
    let states = inputs.reference.entries(List::Values("practice_state"));
    let rank = |code: Option<&str>| states.iter().position(|state| Some(state.code.as_str()) == code);
    let mut practices: Vec<_> = rows(table, figures).collect();
    practices.sort_by_key(|row| {
        let state = rank(table.cell(row, Field::State).text());
        (std::cmp::Reverse(state), row.origin)
    });
    let columns = vec![
        grid::words("report-head-practice", 0.0),
        grid::words("report-head-theme", 34.0),
        grid::words("report-head-territory", 34.0),
        grid::words("report-head-state", 22.0),
    ];
    let lines = practices.iter().map(|row| -> Vec<GridCell> {
        let print = |field, list| grid_cell(print(table.cell(row, field), list));
        let described = match table.cell(row, Field::Description) {
            said if said.is_present() => self::print(said, None),
            _ => self::print(table.cell(row, Field::Evidence), None),
        };
        vec![
            grid::two_lines(self::print(table.cell(row, Field::Title), None), described),
            print(Field::Theme, Some(List::Themes)),
            print(Field::Territory, Some(List::Territories)),
            print(Field::State, Some(List::Values("practice_state"))),
        ]
    });
    let codes = ["X7-documented", "X7-transferred", "X7-replicated"];
    let list = grid::table(Value::Empty, columns, lines.collect(), None, vec![grid::codes(&codes)])?;
    let count = |code| figure::count(&figures.cross, code);
    let lead = Value::phrase(
        "practices-lead",
        [
            ("documented", Value::count(count(codes[0]))),
            ("transferred", Value::count(count(codes[1]))),
            ("replicated", Value::count(count(codes[2]))),
        ],
    );
    let blocks: Vec<Block> = vec![list];
    grid::chapter(Value::key("chapter-practices"), Value::key("practices-kicker"), lead, blocks)
}
