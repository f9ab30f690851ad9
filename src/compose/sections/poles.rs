//! Territorial poles.

use crate::compose::activity::{self, Activity};
use crate::compose::{Inputs, bullet, figure, grid};
use crate::model::figures::{self, Figures};
use crate::model::report::{Block, Chapter};
use crate::model::{DocumentKind, List, Value};

const THEME: &str = "territorial-poles";

/// Lays out the activities of the theme and its indicators.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let mut activities = Activity::in_scope(inputs, figures);
    activities.retain(|activity| activity.themes().iter().any(|theme| **theme == *THEME));
    let group = inputs.reference.theme(THEME).map(|theme| &theme.group)?;
    let results: Vec<&figures::Result> = figures
        .results
        .iter()
        .filter(|result| inputs.reference.indicator(&result.code).is_some_and(|it| it.group == *group))
        .collect();
    if activities.is_empty() && results.is_empty() {
        return None;
    }
    let started = figures.themes.lines.iter().find(|line| line.0 == *THEME);
    let started = started.map_or(0, |(_, set)| figure::count(set, "X1-started"));
    let mut blocks: Vec<Block> = bullet::table(inputs, Value::key("grid-pole-results"), &results).into_iter().collect();
    let status = Box::new(|activity: &Activity<'_>| activity.status());
    let mut parts: Vec<activity::Part<'_, '_>> = vec![(Value::key("report-head-status"), 22.0, false, status)];
    parts.extend(activity::money_parts(&activities));
    let notes = vec![Value::key("note-amounts-original"), grid::codes(&["X1-total"])];
    blocks.extend(activity::table(Value::key("grid-poles"), &activities, &Activity::councils, parts, notes));
    let lead = Value::phrase(
        "poles-lead",
        [
            ("activities", Value::Quantity((activities.len() as u64).into(), "activity".into())),
            ("started", Value::count(started)),
        ],
    );
    grid::chapter(Value::Name(List::Themes, THEME.into()), Value::key("poles-kicker"), lead, blocks)
}
