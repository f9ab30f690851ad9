//! The report of one theme.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::{key_figures, portfolio, results, territory};
use crate::compose::activity::{self, Activity};
use crate::compose::scale;
use crate::compose::{Inputs, bullet, figure, grid};
use crate::model::figures::{self, Figures};
use crate::model::report::{Block, Chapter, Tile};
use crate::model::{Code, DocumentKind, Field, List, Value};

/// The activities that the chapter names; the annex holds all.
const LARGEST: usize = 5;
/// The territories that the bars show.
const TERRITORIES: usize = 10;

/// Lays out goals, tiles, indicators, territories, the largest activities and what is missing.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    let DocumentKind::Theme(code) = kind else { return None };
    let order = inputs.reference.themes.iter().position(|theme| theme.code == *code)?;
    let theme = &inputs.reference.themes[order];
    let activities = Activity::in_scope(inputs, figures);
    let results: Vec<&figures::Result> = figures.results.iter().collect();
    let drawn: Vec<_> = results.iter().copied().filter(|result| results::drawable(result)).collect();
    let codes = ["X1-total", "X4-total", "X3-disbursed", "X10-pairs"];
    let mut blocks = Vec::new();
    if !theme.goals.is_empty() {
        blocks.push(Block::Goals(theme.goals.clone()));
    }
    if !activities.is_empty() {
        blocks.push(Block::Tiles(tiles(inputs, figures), figure::source(&codes)));
    }
    blocks.extend(bullet::charts(inputs, &drawn));
    blocks.extend(largest(inputs, &activities));
    blocks.extend(gaps(figures, &activities, &results));
    blocks.extend(territories(figures));
    blocks.extend(bullet::table(inputs, Value::key("grid-results"), &results, false));
    let mut chapter = grid::chapter(
        Value::Name(List::Themes, code.clone()),
        kicker(inputs, figures, order, activities.len()),
        lead(figures, &activities, &results),
        blocks,
    )?;
    chapter.number = (order + 1).to_string().into();
    Some(chapter)
}

fn kicker(inputs: &Inputs<'_>, figures: &Figures, order: usize, activities: usize) -> Value {
    let mut facts = vec![Value::Quantity((activities as u64).into(), "activity".into())];
    if let Some(pairs) = figure::number(&figures.cross, "X10-pairs") {
        facts.push(Value::Quantity(pairs, "pair".into()));
    }
    if let Some(paid) = figure::number(&figures.cross, "X3-disbursed") {
        let amount = scale::amount(paid, &inputs.settings.rates.report_currency);
        facts.push(Value::phrase("report-paid", [("amount", amount)]));
    }
    Value::phrase(
        "theme-kicker",
        [
            ("order", Value::count(order as u64 + 1)),
            ("all", Value::count(inputs.reference.themes.len() as u64)),
            ("facts", Value::List(facts)),
        ],
    )
}

fn lead(figures: &Figures, activities: &[Activity<'_>], results: &[&figures::Result]) -> Value {
    if activities.is_empty() {
        return Value::key("theme-lead-none");
    }
    let (reached, compared) = bullet::reached(results);
    let started = Value::count(figure::count(&figures.cross, "X1-started"));
    let all = Value::Quantity((activities.len() as u64).into(), "activity".into());
    if compared == 0 {
        return Value::phrase("theme-lead-no-target", [("activities", all), ("started", started)]);
    }
    Value::phrase(
        "theme-lead",
        [
            ("activities", all),
            ("started", started),
            ("reached", Value::count(reached)),
            ("compared", Value::count(compared)),
        ],
    )
}

fn tiles(inputs: &Inputs<'_>, figures: &Figures) -> Vec<Tile> {
    let set = &figures.cross;
    vec![
        key_figures::activities(inputs, set),
        key_figures::pairs(inputs, set),
        key_figures::people(inputs, set),
        key_figures::disbursed(inputs, set),
    ]
}

fn largest<'a>(inputs: &Inputs<'a>, activities: &[Activity<'a>]) -> Option<Block> {
    let mut shown = activities.to_vec();
    shown.sort_by_key(|activity| Reverse(activity.size(inputs, Field::BudgetTotal)));
    shown.truncate(LARGEST);
    let mut parts = activity::money_parts(&shown);
    parts.push((
        Value::key("report-head-people-short"),
        18.0,
        true,
        Box::new(|activity: &Activity<'a>| activity.amount(Field::BeneficiariesTotal)),
    ));
    let notes = vec![Value::key("note-amounts-original"), Value::key("note-largest-order")];
    activity::table(inputs, Value::key("grid-largest"), &shown, &Activity::councils, parts, notes)
}

fn gaps(figures: &Figures, activities: &[Activity<'_>], results: &[&figures::Result]) -> Option<Block> {
    let mut gaps = Vec::new();
    let people = activities.iter().filter(|it| !it.cell(Field::BeneficiariesTotal).is_present()).count() as u64;
    if people > 0 {
        let of = [("missing", Value::count(people)), ("asked", Value::count(activities.len() as u64))];
        gaps.push(Value::phrase("gap-theme-people", of));
    }
    let unmeasured: Vec<Value> =
        results.iter().filter(|result| result.attainment.is_err()).map(|result| Value::code(&result.code)).collect();
    if !unmeasured.is_empty() {
        gaps.push(Value::phrase("gap-theme-targets", [("codes", Value::List(unmeasured))]));
    }
    if results.is_empty() && !activities.is_empty() {
        gaps.push(Value::key("gap-theme-readings"));
    }
    territory::gap_panel(gaps, figures.provisional)
}

/// Draws the territories with most activities of the theme.
fn territories(figures: &Figures) -> Option<Block> {
    let mut lines: Vec<(Code, figures::FigureSet)> = figures.territories.lines.clone();
    lines.retain(|(_, set)| figure::number(set, "X1-total").is_some_and(|total| total > Decimal::ZERO));
    lines.sort_by_key(|(_, set)| Reverse(figure::count(set, "X1-total")));
    // Bars of one activity each would only repeat the annex.
    if lines.first().is_none_or(|(_, set)| figure::count(set, "X1-total") < 2) {
        return None;
    }
    let more = lines.len().saturating_sub(TERRITORIES);
    lines.truncate(TERRITORIES);
    let breakdown = figures::Breakdown { lines, overlapping: true, behind: Default::default() };
    let mut chart = portfolio::bars(figures, &breakdown, List::Territories)?;
    if more > 0 {
        let shown = Value::count(TERRITORIES as u64);
        chart.source.words = Some(Value::phrase("report-source-first", [("shown", shown)]));
    }
    Some(Block::Chart(Box::new(chart)))
}
