//! The report for one association: its councils, who answered, what they do, and what they still owe.

use std::collections::BTreeSet;

use super::{key_figures, left_out, territory};
use crate::compose::activity::Activity;
use crate::compose::council::{self, Returns};
use crate::compose::scale::Scale;
use crate::compose::{Inputs, cover, figure, grid};
use crate::model::figures::{Council, CouncilState, FigureSet, Figures};
use crate::model::report::{Block, Chapter, GridCell, Panel};
use crate::model::{Code, DocumentKind, Field, Value};

/// Lays out tiles, claims, the returns of its councils, and the note that joint activities stand in both reports.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    let DocumentKind::Association(country) = kind else { return None };
    let side = Returns::of(figures, country);
    let set = &figures.cross;
    let own = key_figures::own_councils(inputs, figures, country);
    let tiles = vec![
        key_figures::activities(inputs, set),
        own.0,
        key_figures::pairs(inputs, set),
        key_figures::people(inputs, set),
        key_figures::women(inputs, set),
        key_figures::disbursed(inputs, set),
        key_figures::funding(inputs, set),
        key_figures::targets(inputs, set),
    ];
    let codes = ["X1-total", own.1, "X10-pairs"];
    let codes: Vec<&str> = codes.iter().chain(&key_figures::TILE_CODES[3..]).copied().collect();
    let listed = |key, wanted: &dyn Fn(&Council) -> bool| {
        let names = side.names(wanted);
        let count = Value::count(names.len() as u64);
        let said = if names.is_empty() { Value::key("fact-none") } else { Value::List(names) };
        (key, count, said)
    };
    let on_time = |council: &Council| council.expected && council.returned && council.late != Some(true);
    let late = |council: &Council| council.expected && council.returned && council.late == Some(true);
    let states = [
        listed("association-on-time", &on_time),
        listed("association-late", &late),
        listed("association-silent", &council::no_return),
    ];
    let columns = vec![
        grid::words("report-head-status", 34.0),
        grid::numbers(Value::key("association-head-councils"), 20.0),
        grid::words("association-head-names", 0.0),
    ];
    let rows = states.into_iter().map(|(key, count, names)| -> Vec<GridCell> {
        vec![grid::strong(Value::key(key)), count.into(), names.into()]
    });
    let due = [("date", Value::Date(inputs.settings.due)), ("listed", Value::count(side.listed()))];
    let notes = vec![Value::phrase("association-returns-note", due)];
    let mut blocks = vec![Block::Tiles(tiles, figure::source(&codes))];
    blocks.extend(key_figures::claims(inputs, figures));
    blocks.extend(grid::table(Value::key("association-returns"), columns, rows.collect(), None, notes));
    blocks.push(Block::Panel(Panel {
        missing: false,
        title: Value::key("association-scope-title"),
        body: Value::key("association-scope"),
    }));
    let args = [
        ("expected", Value::count(side.expected())),
        ("returned", Value::count(side.returned())),
        ("active", Value::count(side.state(CouncilState::Active))),
    ];
    let lead = Value::phrase("association-lead", args);
    grid::chapter(cover::party(inputs, country), Value::key("association-kicker"), lead, blocks)
}

/// Lays out the figures of each of its councils that has an activity or was expected.
pub fn councils(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    let DocumentKind::Association(country) = kind else { return None };
    let activities = Activity::in_scope(inputs, figures);
    let line = |code: &Code| figures.territories.lines.iter().find(|(each, _)| each == code).map(|(_, set)| set);
    let shown: Vec<(&Council, Option<&FigureSet>)> = Returns::of(figures, country)
        .iter()
        .map(|council| (council, line(&council.territory)))
        .filter(|(council, set)| council.expected || council.returned || set.is_some())
        .collect();
    let money = ["X3-budget", "X3-disbursed"];
    let scale = Scale::of_figures(inputs, shown.iter().filter_map(|(_, set)| *set), &money);
    let columns = vec![
        grid::words("association-head-council", 0.0),
        grid::words("fact-return", 30.0),
        grid::numbers(Value::key("tile-activities"), 15.0),
        grid::numbers(scale.head("report-head-budget"), 20.0),
        grid::numbers(scale.head("report-head-spent"), 20.0),
        grid::numbers(Value::key("report-head-people-short"), 20.0),
        grid::numbers(Value::key("tile-women-share"), 16.0),
    ];
    let row = |(council, set): &(&Council, Option<&FigureSet>)| -> Vec<GridCell> {
        let sent = territory::return_of(council);
        let sent = if council::no_return(council) { grid::ochre(sent) } else { sent.into() };
        let figures = |of: &dyn Fn(&FigureSet) -> Value| match set {
            Some(set) => of(set),
            None if council.returned => Value::count(0u64),
            None => figure::brief(Value::Missing),
        };
        let told = |of: &dyn Fn(&FigureSet) -> Value| figure::brief(set.map_or(Value::Missing, of));
        vec![
            grid::two_lines(council::name(&council.territory), partners(&activities, &council.territory)),
            sent,
            figures(&|set| figure::value(inputs, set, "X1-total")).into(),
            told(&|set| scale.figure(inputs, set, "X3-budget")).into(),
            told(&|set| scale.figure(inputs, set, "X3-disbursed")).into(),
            told(&|set| figure::value(inputs, set, "X4-total")).into(),
            told(&|set| figure::value(inputs, set, "X4-women-share")).into(),
        ]
    };
    let rows = shown.iter().map(row).collect();
    let notes = vec![Value::key("association-councils-note"), grid::codes(&["X1-total", "X3-budget", "X4-total"])];
    let table = grid::table(Value::Empty, columns, rows, None, notes)?;
    let lead = Value::phrase("association-councils-lead", [("councils", Value::count(shown.len() as u64))]);
    grid::chapter(Value::key("association-councils"), Value::key("association-kicker"), lead, vec![table])
}

fn partners(activities: &[Activity<'_>], territory: &Code) -> Value {
    let takes_part = |activity: &&Activity<'_>| {
        [Field::TerritoryMa, Field::TerritoryFr].iter().any(|field| activity.cell(*field).codes().contains(territory))
    };
    let partners: BTreeSet<&Code> =
        activities.iter().filter(takes_part).flat_map(|activity| activity.partners(territory)).collect();
    if partners.is_empty() { Value::Empty } else { Value::List(partners.into_iter().map(council::name).collect()) }
}

/// Lays out what its councils still owe: returns, numbers that activities lack, and cells in error.
pub fn owed(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    let DocumentKind::Association(country) = kind else { return None };
    let activities = Activity::in_scope(inputs, figures);
    let columns = vec![
        grid::words("association-head-council", 0.0),
        grid::words("fact-return", 34.0),
        grid::numbers(Value::key("association-head-without-spent"), 26.0),
        grid::numbers(Value::key("association-head-without-people"), 26.0),
        grid::numbers(Value::key("association-head-errors"), 22.0),
    ];
    let mut owing = 0u64;
    let mut rows = Vec::new();
    for council in Returns::of(figures, country).iter() {
        let code = &council.territory;
        let fields = [Field::TerritoryMa, Field::TerritoryFr];
        let own = activities.iter().filter(|it| fields.iter().any(|field| it.cell(*field).codes().contains(code)));
        let without = |field: Field| own.clone().filter(|it| !it.cell(field).is_present()).count() as u64;
        let errors = left_out::touching(inputs, figures, &DocumentKind::Territory(code.clone())).len() as u64;
        let counts = [without(Field::BudgetSpent), without(Field::BeneficiariesTotal), errors];
        let silent = council::no_return(council);
        if !silent && counts == [0; 3] {
            continue;
        }
        owing += 1;
        let sent = territory::return_of(council);
        let mut row = vec![council::name(code).into(), if silent { grid::ochre(sent) } else { GridCell::from(sent) }];
        row.extend(counts.map(|count| GridCell::from(if count == 0 { Value::Empty } else { Value::count(count) })));
        rows.push(row);
    }
    let notes = vec![Value::key("association-owed-note")];
    let table = grid::table(Value::Empty, columns, rows, None, notes)?;
    let lead = Value::phrase("association-owed-lead", [("councils", Value::count(owing))]);
    grid::chapter(Value::key("association-owed"), Value::key("association-kicker"), lead, vec![table])
}
