//! What a Moroccan and a French council do together, on one page.

use super::{activities, exchanges, key_figures, results, territory};
use crate::compose::activity::Activity;
use crate::compose::{Inputs, bullet, council, figure, grid};
use crate::model::figures::Figures;
use crate::model::report::{Block, Chapter};
use crate::model::{Code, DocumentKind, Field, Value};

/// Lays out tiles, both returns, the activities, indicators and what is missing.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    let DocumentKind::Pair(ma, fr) = kind else { return None };
    let shared = Activity::in_scope(inputs, figures);
    let set = &figures.cross;
    let tiles = [key_figures::activities, key_figures::people, key_figures::disbursed, key_figures::women];
    let codes = ["X1-total", "X4-total", "X3-disbursed", "X4-women-share"];
    let mut blocks = vec![Block::Tiles(tiles.map(|tile| tile(inputs, set)).into(), figure::source(&codes))];
    blocks
        .push(Block::Beside(facts(inputs, figures, [ma, fr]), territory::chart(inputs, figures).into_iter().collect()));
    blocks.extend(activities::table(inputs, figures, &beneath(kind)));
    // More results than these have a chapter of their own.
    if figures.results.len() <= results::ON_SHEET {
        let drawn: Vec<_> = figures.results.iter().filter(|result| results::drawable(result)).collect();
        blocks.extend(bullet::charts(inputs, &drawn));
    }
    blocks.extend(missing(inputs, figures, [ma, fr], &shared));
    let title = Value::phrase("report-pair", [("first", council::name(ma)), ("second", council::name(fr))]);
    let lead = Value::phrase(
        "pair-lead",
        [
            ("activities", Value::Quantity((shared.len() as u64).into(), "activity".into())),
            ("started", Value::count(figure::count(set, "X1-started"))),
            ("exchanges", Value::count(figure::count(set, exchanges::COUNT))),
        ],
    );
    grid::chapter(title, Value::key("pair-kicker"), lead, blocks)
}

/// Gives what stands beneath the title of an activity: the further councils that take part.
fn beneath<'k, 'a>(kind: &'k DocumentKind) -> impl Fn(&Activity<'a>) -> Value + 'k {
    move |activity| {
        let DocumentKind::Pair(ma, fr) = kind else { return Value::Empty };
        let all = [Field::TerritoryMa, Field::TerritoryFr].map(|field| activity.cell(field).codes());
        let others = all.into_iter().flatten().filter(|code| *code != ma && *code != fr).map(council::name);
        let others: Vec<Value> = others.collect();
        if others.is_empty() { Value::Empty } else { Value::phrase("pair-also", [("councils", Value::List(others))]) }
    }
}

fn facts(inputs: &Inputs<'_>, figures: &Figures, sides: [&Code; 2]) -> Vec<(Value, Value)> {
    let of = |code: &Code| {
        let region = inputs.reference.territory(code).map(|place| &place.region);
        let region = region.filter(|region| !region.fr.is_empty()).map(Value::from);
        let sent = council::find(figures, code).map_or(Value::Missing, territory::return_of);
        let sent = Value::phrase("pair-return", [("return", sent)]);
        let said = match region {
            Some(region) => Value::phrase("report-joined", [("first", region), ("second", sent)]),
            None => sent,
        };
        (council::name(code), said)
    };
    let period = (Value::key("fact-period"), Value::Period(inputs.settings.period));
    sides.map(of).into_iter().chain([period]).collect()
}

fn missing(inputs: &Inputs<'_>, figures: &Figures, sides: [&Code; 2], shared: &[Activity<'_>]) -> Option<Block> {
    let silent = |code: &&Code| council::find(figures, code).is_some_and(council::no_return);
    let silent: Vec<Value> = sides.into_iter().filter(silent).map(council::name).collect();
    let mut gaps = Vec::new();
    if !silent.is_empty() {
        gaps.push(Value::phrase("gap-returns", [("councils", Value::List(silent))]));
    }
    gaps.extend(territory::activity_gaps(inputs, figures, shared));
    territory::gap_panel(gaps, figures.provisional)
}
