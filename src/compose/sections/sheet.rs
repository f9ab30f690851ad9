//! The sheet of one activity: what it is, its money, people, indicators, applications, risks, and what is missing.

use rust_decimal::Decimal;

use super::{course, key_figures, left_out, results, territory};
use crate::compose::activity::{Activity, grid_cell, print, rows};
use crate::compose::scale::{Scale, share};
use crate::compose::{Inputs, bullet, council, dossier, figure, grid, project};
use crate::model::figures::Figures;
use crate::model::report::{Block, Chapter, Chart, Plot};
use crate::model::{Cell, Code, DocumentKind, Field, List, Sheet, Value};

/// What fits on the sheet, of each kind; a note says how many more there are.
const ROWS: usize = 6;

/// Lays the sheet out; an activity that no row in scope tells of gives none.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    let DocumentKind::Activity(id) = kind else { return None };
    let all = Activity::in_scope(inputs, figures);
    let activity = all.first()?;
    let set = &figures.cross;
    let tiles = [key_figures::disbursed, key_figures::people, key_figures::women].map(|tile| tile(inputs, set));
    let mut blocks: Vec<Block> = goals(activity).into_iter().collect();
    blocks.push(Block::Tiles(tiles.into(), figure::source(&["X3-disbursed", "X4-total", "X4-women-share"])));
    let course = course::chart(inputs, activity);
    let dated = course.is_some();
    blocks.extend(course);
    let mut beside: Vec<Block> = money(activity).into_iter().collect();
    let drawn: Vec<_> = figures.results.iter().filter(|result| results::drawable(result)).collect();
    beside.extend(applications(inputs, figures));
    blocks.push(Block::Beside(facts(activity, dated), beside));
    blocks.extend(bullet::charts(inputs, &drawn[..drawn.len().min(ROWS)]));
    if drawn.len() > ROWS {
        blocks.push(more(drawn.len() - ROWS));
    }
    blocks.extend(risks(inputs, figures));
    blocks.extend(ratings(inputs, figures));
    blocks.extend(missing(inputs, figures, kind, activity));
    let about = [("first", Value::code(id)), ("second", themes(activity))];
    let kicker = Value::phrase("report-joined", about);
    grid::chapter(activity.title(), kicker, activity.councils(), blocks)
}

/// Gives the title of an activity, as the head of its sheet has it.
pub fn title(inputs: &Inputs<'_>, id: &str) -> Option<Value> {
    let table = inputs.dataset.table(Sheet::Activities);
    let mut live = table.rows.iter().filter(|row| !row.held);
    let row = live.find(|row| table.cell(row, Field::ActivityId).text() == Some(id))?;
    Some(Activity::of(table, row).title())
}

fn more(count: usize) -> Block {
    Block::Note(Value::phrase("sheet-more", [("count", Value::count(count as u64))]))
}

fn themes(activity: &Activity<'_>) -> Value {
    let names: Vec<Value> = activity.themes().into_iter().map(|code| Value::Name(List::Themes, code.clone())).collect();
    if names.is_empty() { Value::Missing } else { Value::List(names) }
}

/// Gives the goals that the activity names, or names a target of.
fn goals(activity: &Activity<'_>) -> Option<Block> {
    let goal = |code: &Code| code.split('.').next()?.parse::<u8>().ok();
    let mut goals: Vec<u8> = activity.cell(Field::Sdg).codes().iter().filter_map(goal).collect();
    goals.retain(|goal| (1..=17).contains(goal));
    goals.sort_unstable();
    goals.dedup();
    (!goals.is_empty()).then_some(Block::Goals(goals))
}

/// Gives what the row says in words; days that are drawn are not told again.
fn facts(activity: &Activity<'_>, dated: bool) -> Vec<(Value, Value)> {
    let label = |field| Value::Column(Sheet::Activities, field);
    let own = |field, list| (label(field), print(activity.cell(field), list));
    let markers: Vec<Value> = activity.cell(Field::Markers).codes().iter().map(marker).collect();
    let markers = if markers.is_empty() { print(activity.cell(Field::Markers), None) } else { Value::List(markers) };
    let mut facts = vec![
        own(Field::Status, Some(List::Statuses)),
        own(Field::StartDate, None),
        own(Field::EndDate, None),
        own(Field::ActualEndDate, None),
        own(Field::Lead, None),
        own(Field::Partners, None),
        own(Field::DacCode, None),
        (label(Field::Markers), markers),
        own(Field::ThirdCountry, Some(List::Values("country"))),
    ];
    // What only some activities have is told where it is said.
    let some = [Field::ActualEndDate, Field::ThirdCountry, Field::Partners].map(label);
    facts.retain(|(label, value)| *value != Value::Missing || !some.contains(label));
    let days = [Field::StartDate, Field::EndDate, Field::ActualEndDate].map(label);
    facts.retain(|(label, _)| !dated || !days.contains(label));
    facts
}

fn marker(code: &Code) -> Value {
    let [name, score] = dossier::marker(code);
    Value::phrase("report-counted", [("name", name), ("count", score)])
}

/// Draws the amounts that the activity states, in its own currency; one that is missing has no bar, and no zero.
fn money(activity: &Activity<'_>) -> Option<Block> {
    const FIELDS: [Field; 6] = [
        Field::BudgetTotal,
        Field::BudgetSpent,
        Field::ContributionMa,
        Field::ContributionFr,
        Field::ContributionOther,
        Field::InKind,
    ];
    let currency = activity.currency()?;
    let amounts: Vec<(Field, Decimal)> =
        FIELDS.into_iter().filter_map(|field| Some((field, activity.cell(field).number()?))).collect();
    let most = amounts.iter().map(|(_, amount)| *amount).max()?;
    let scale = Scale::of([], currency);
    let name = |field| Value::Column(Sheet::Activities, field);
    let said = amounts.iter().map(|(field, amount)| {
        Value::phrase("report-counted", [("name", name(*field)), ("count", scale.number(*amount))])
    });
    Some(Block::Chart(Box::new(Chart {
        title: Value::phrase("sheet-money", [("unit", scale.unit())]),
        source: figure::source(&[]),
        alt: Value::List(said.collect()),
        plot: Plot::Bars(
            amounts.iter().map(|(field, amount)| (name(*field), share(*amount, most), scale.number(*amount))).collect(),
        ),
    })))
}

fn applications(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let table = inputs.dataset.table(Sheet::Funding);
    let all = figures.rows.get(&Sheet::Funding)?;
    let columns = vec![
        grid::words("report-head-funder", 0.0),
        grid::words("report-head-stage", 30.0),
        grid::numbers(Value::key("report-head-requested"), 28.0),
    ];
    let row = |&at: &u32| {
        let row = table.rows.get(at as usize)?;
        let stage = print(table.cell(row, Field::FundingStage), Some(List::Stages));
        let named = grid::two_lines(project::funder(inputs, at), project::call(inputs, at));
        Some(vec![named, grid_cell(stage), project::requested(inputs, at).into()])
    };
    let notes = left(all.len());
    grid::table(Value::key("sheet-applications"), columns, all.iter().take(ROWS).filter_map(row).collect(), None, notes)
}

fn risks(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let table = inputs.dataset.table(Sheet::Risks);
    let all: Vec<_> = rows(table, figures).collect();
    let columns = vec![
        grid::words("report-head-risk-mitigation", 0.0),
        grid::words("report-head-probability", 24.0),
        grid::words("report-head-impact", 24.0),
        grid::words("report-head-owner", 34.0),
    ];
    let lines = all.iter().take(ROWS).map(|row| {
        let value = |field, list| print(table.cell(row, field), list);
        vec![
            grid::two_lines(value(Field::Description, None), value(Field::Mitigation, None)),
            grid_cell(value(Field::Probability, Some(List::RiskLevels))),
            grid_cell(value(Field::Impact, Some(List::RiskLevels))),
            grid_cell(value(Field::Owner, None)),
        ]
    });
    grid::table(Value::key("chapter-risks"), columns, lines.collect(), None, left(all.len()))
}

fn ratings(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let table = inputs.dataset.table(Sheet::Ratings);
    let all: Vec<_> = rows(table, figures).collect();
    let columns = vec![
        grid::words("report-head-criterion", 34.0),
        grid::words("report-head-rating", 30.0),
        grid::words("report-head-evidence", 0.0),
    ];
    let lines = all.iter().take(ROWS).map(|row| {
        let value = |field, list| grid_cell(print(table.cell(row, field), list));
        vec![
            value(Field::Criterion, Some(List::Criteria)),
            value(Field::Level, Some(List::Values("rating_level"))),
            value(Field::Evidence, None),
        ]
    });
    grid::table(Value::key("sheet-ratings"), columns, lines.collect(), None, left(all.len()))
}

/// Says how many rows the sheet leaves to the workbooks.
fn left(all: usize) -> Vec<Value> {
    let more = all.saturating_sub(ROWS);
    (more > 0).then(|| Value::phrase("sheet-more", [("count", Value::count(more as u64))])).into_iter().collect()
}

/// Lists what the activity's own row does not say, and whether its councils answered.
fn missing(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind, activity: &Activity<'_>) -> Option<Block> {
    const ASKED: [Field; 10] = [
        Field::StartDate,
        Field::EndDate,
        Field::BudgetTotal,
        Field::BudgetSpent,
        Field::ContributionMa,
        Field::ContributionFr,
        Field::BeneficiariesTotal,
        Field::BeneficiariesWomen,
        Field::Sdg,
        Field::DacCode,
    ];
    let blank = |field: &Field| matches!(activity.cell(*field), Cell::Missing | Cell::Held);
    let blank: Vec<Value> =
        ASKED.into_iter().filter(blank).map(|field| Value::Column(Sheet::Activities, field)).collect();
    let mut gaps = Vec::new();
    if !blank.is_empty() {
        gaps.push(Value::phrase("sheet-blank", [("columns", Value::List(blank))]));
    }
    let sides = [Field::TerritoryMa, Field::TerritoryFr].map(|field| activity.cell(field).codes());
    let silent = |code: &&Code| council::find(figures, code).is_some_and(council::no_return);
    let silent: Vec<Value> = sides.into_iter().flatten().filter(silent).map(council::name).collect();
    if !silent.is_empty() {
        gaps.push(Value::phrase("gap-returns", [("councils", Value::List(silent))]));
    }
    if figures.results.is_empty() {
        gaps.push(Value::key("sheet-no-reading"));
    }
    let held = left_out::touching(inputs, figures, kind).len() as u64;
    if held > 0 {
        gaps.push(Value::phrase("sheet-errors", [("count", Value::count(held))]));
    }
    territory::gap_panel(gaps, false)
}
