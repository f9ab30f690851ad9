//! The sheet of one territory, on one page.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::{finance, key_figures, portfolio, results, silence};
use crate::compose::activity::{self, Activity};
use crate::compose::scale::Scale;
use crate::compose::{Inputs, bullet, council, figure, grid};
use crate::model::figures::{Council, Figures};
use crate::model::report::{Block, Chapter, Panel};
use crate::model::{Code, DocumentKind, Field, List, Value};

/// The activities and themes that fit the page; the chapters after it, the annexes and the workbook hold all.
const ACTIVITIES: usize = 5;
pub const THEMES: usize = 5;
/// The activities named in the panel of what is missing.
const NAMED: usize = 6;

/// Says whether the page shows all that there is, so that chapters on the same things would repeat it.
pub fn suffices(figures: &Figures, kind: &DocumentKind) -> bool {
    let few = usize::try_from(figure::count(&figures.cross, "X1-total")).is_ok_and(|count| count <= ACTIVITIES);
    matches!(kind, DocumentKind::Territory(_)) && few
}

/// Lays out tiles, facts, payments by theme, activities, indicators and what is missing.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    let DocumentKind::Territory(territory) = kind else { return None };
    if silence::applies(figures, territory) {
        return None;
    }
    let set = &figures.cross;
    let activities = Activity::in_scope(inputs, figures);
    let partners = partners(&activities, territory);
    let mut tiles = vec![key_figures::activities(inputs, set)];
    let mut codes = vec!["X1-total"];
    // Where there is no activity, nothing else could be reported.
    if !activities.is_empty() {
        tiles.extend([key_figures::people, key_figures::disbursed, key_figures::women].map(|tile| tile(inputs, set)));
        codes.extend(["X4-total", "X3-disbursed", "X4-women-share"]);
    }
    let mut beside = Vec::new();
    beside.extend(chart(inputs, figures, THEMES));
    // Where there are more, the annex lists them.
    if suffices(figures, kind) {
        beside.extend(list(inputs, activities.clone(), territory));
    }
    let mut blocks = vec![
        Block::Tiles(tiles, figure::source(&codes)),
        Block::Beside(facts(inputs, figures, territory, &partners), beside),
    ];
    // More results than these have a chapter of their own.
    if figures.results.len() <= results::ON_SHEET {
        let drawn: Vec<_> = figures.results.iter().filter(|result| results::drawable(result)).collect();
        blocks.extend(bullet::charts(inputs, &drawn));
    }
    blocks.extend(missing(inputs, figures, territory, &activities));
    let mut chapter =
        grid::chapter(council::name(territory), kicker(inputs, territory), lead(&activities, &partners), blocks)?;
    chapter.number = territory.as_str().into();
    Some(chapter)
}

fn kicker(inputs: &Inputs<'_>, territory: &Code) -> Value {
    match inputs.reference.territory(territory).filter(|place| !place.region.fr.is_empty()) {
        Some(place) => Value::phrase("territory-kicker", [("region", (&place.region).into())]),
        None => Value::key("territory-kicker-plain"),
    }
}

fn partners<'a>(activities: &[Activity<'a>], territory: &Code) -> Vec<&'a Code> {
    let mut partners: Vec<&Code> = activities.iter().flat_map(|activity| activity.partners(territory)).collect();
    partners.sort();
    partners.dedup();
    partners
}

fn lead(activities: &[Activity<'_>], partners: &[&Code]) -> Value {
    if activities.is_empty() {
        return Value::key("territory-lead-none");
    }
    Value::phrase(
        "territory-lead",
        [
            ("activities", Value::Quantity((activities.len() as u64).into(), "activity".into())),
            ("partners", Value::Quantity((partners.len() as u64).into(), "council".into())),
        ],
    )
}

fn facts(inputs: &Inputs<'_>, figures: &Figures, territory: &Code, partners: &[&Code]) -> Vec<(Value, Value)> {
    let place = inputs.reference.territory(territory);
    let population = match place.and_then(|place| place.population) {
        Some((people, year)) => Value::phrase(
            "fact-population-of",
            [("people", Value::count(people)), ("year", Value::code(year.to_string()))],
        ),
        None => Value::Missing,
    };
    let partners = match partners {
        [] => Value::key("fact-none"),
        partners => Value::List(partners.iter().map(|code| council::name(code)).collect()),
    };
    let mut facts = vec![(Value::key("fact-population"), population), (Value::key("fact-partners"), partners)];
    if let Some(council) = council::find(figures, territory) {
        facts.push((Value::key("fact-return"), return_of(council)));
        if council.cells.0 > 0 {
            let of = [("complete", Value::count(council.cells.1)), ("series", Value::count(council.cells.0))];
            facts.push((Value::key("fact-cells"), Value::phrase("report-of", of)));
        }
    }
    facts.push((Value::key("fact-period"), Value::Period(inputs.settings.period)));
    facts
}

/// Says when the return of a council came.
pub fn return_of(council: &Council) -> Value {
    match (council.expected, council.returned, council.received_on, council.late) {
        (_, true, Some(date), Some(true)) => Value::phrase("return-late", [("date", Value::Date(date))]),
        (_, true, Some(date), Some(false)) => Value::phrase("return-on-time", [("date", Value::Date(date))]),
        (_, true, Some(date), None) => Value::Date(date),
        (_, true, None, _) => Value::key("return-undated"),
        (true, false, ..) => Value::key("report-no-return"),
        (false, false, ..) => Value::key("return-not-asked"),
    }
}

/// Draws the payments of the largest themes; activities by theme where none is reported.
pub fn chart(inputs: &Inputs<'_>, figures: &Figures, themes: usize) -> Option<Block> {
    let mut lines: Vec<(&Code, Decimal)> = figures
        .themes
        .lines
        .iter()
        .filter_map(|(code, set)| Some((code, figure::number(set, "X3-disbursed")?)))
        .filter(|line| !line.1.is_zero())
        .collect();
    lines.sort_by_key(|line| Reverse(line.1));
    let more = lines.len().saturating_sub(themes);
    lines.truncate(themes);
    let mut chart =
        finance::payments(inputs, &lines).or_else(|| portfolio::bars(figures, &figures.themes, List::Themes))?;
    if more > 0 {
        let of = [("shown", Value::count(themes as u64)), ("count", Value::count(more as u64))];
        chart.source.words = Some(Value::phrase("report-source-themes", of));
    }
    Some(Block::Chart(Box::new(chart)))
}

/// Lists activities, the largest first.
fn list<'a>(inputs: &Inputs<'a>, mut shown: Vec<Activity<'a>>, territory: &Code) -> Option<Block> {
    shown.sort_by_key(|activity| Reverse(activity.size(inputs, Field::BudgetTotal)));
    let partners = |activity: &Activity<'a>| match activity.partners(territory).as_slice() {
        [] => Value::Missing,
        partners => Value::List(partners.iter().map(|code| council::name(code)).collect()),
    };
    let currency = &inputs.settings.rates.report_currency;
    let scale = Scale::of(shown.iter().filter_map(|activity| activity.size(inputs, Field::BudgetSpent)), currency);
    let head = scale.head("report-head-spent");
    let paid = |activity: &Activity<'a>| match activity.size(inputs, Field::BudgetSpent) {
        Some(amount) => scale.number(amount),
        // An amount without a rate stays in its own currency, in the annex.
        None if activity.cell(Field::BudgetSpent).is_present() => Value::key("report-other-currency"),
        None => activity::print(activity.cell(Field::BudgetSpent), None),
    };
    let people = |activity: &Activity<'a>| activity.amount(Field::BeneficiariesTotal);
    let status = |activity: &Activity<'a>| activity.status();
    let parts: Vec<activity::Part<'_, 'a>> = vec![
        (Value::key("report-head-status"), 18.0, false, Box::new(status)),
        (head, 19.0, true, Box::new(paid)),
        (Value::key("report-head-people-short"), 15.0, true, Box::new(people)),
    ];
    let notes = vec![Value::key("note-rate-cutoff")];
    activity::table(inputs, Value::key("grid-activities"), &shown, &partners, parts, notes)
}

/// Lists what this territory did not report, and what stands outside its figures.
fn missing(inputs: &Inputs<'_>, figures: &Figures, territory: &Code, activities: &[Activity<'_>]) -> Option<Block> {
    let mut gaps = Vec::new();
    if council::find(figures, territory).is_some_and(council::no_return) {
        gaps.push(Value::key("gap-return"));
    }
    gaps.extend(activity_gaps(inputs, figures, activities));
    gap_panel(gaps, figures.provisional)
}

/// Says what some activities do not report.
pub fn activity_gaps(inputs: &Inputs<'_>, figures: &Figures, activities: &[Activity<'_>]) -> Vec<Value> {
    let mut gaps = Vec::new();
    let without = |field: Field| -> Vec<&Activity<'_>> {
        activities.iter().filter(|activity| !activity.cell(field).is_present()).collect()
    };
    for (field, key) in [(Field::BeneficiariesTotal, "gap-people"), (Field::BudgetSpent, "gap-spent")] {
        let found = without(field);
        let named = Value::List(found.iter().take(NAMED).map(|activity| activity.id()).collect());
        match found.len() {
            0 => {}
            count if count <= NAMED => gaps.push(Value::phrase(key, [("activities", named)])),
            count => {
                let rest = Value::count((count - NAMED) as u64);
                let all = Value::phrase("gap-and-others", [("activities", named), ("count", rest)]);
                gaps.push(Value::phrase(key, [("activities", all)]));
            }
        }
    }
    if !activities.is_empty() && figure::value(inputs, &figures.cross, "X4-women-share") == Value::Missing {
        gaps.push(Value::key("gap-women"));
    }
    gaps
}

/// Makes the panel of what is missing.
pub fn gap_panel(mut gaps: Vec<Value>, provisional: bool) -> Option<Block> {
    if provisional {
        gaps.push(Value::key("gap-provisional"));
    }
    if gaps.is_empty() {
        return None;
    }
    gaps.push(Value::key("panel-missing-never-zero"));
    Some(Block::Panel(Panel { missing: true, title: Value::key("panel-missing"), body: Value::sentences(gaps)? }))
}
