//! Annex: every activity of the document.

use crate::compose::activity::{self, Activity};
use crate::compose::{Inputs, grid};
use crate::model::report::{Block, Chapter};
use crate::model::{DocumentKind, Field, Figures, List, Sheet, Value};

/// Lays out the activities over as many pages as they need.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let count = figures.rows.get(&Sheet::Activities).map_or(0, Vec::len) as u64;
    let blocks: Vec<Block> = table(inputs, figures, &Activity::councils).into_iter().collect();
    let count = Value::Quantity(count.into(), "activity".into());
    let kicker = Value::phrase("activities-kicker", [("activities", count)]);
    grid::chapter(Value::key("chapter-activities"), kicker, Value::key("activities-lead"), blocks)
}

/// Makes the table of every activity in scope; what `beneath` gives stands under its title.
pub fn table<'a>(inputs: &Inputs<'a>, figures: &Figures, beneath: &dyn Fn(&Activity<'a>) -> Value) -> Option<Block> {
    let activities = Activity::in_scope(inputs, figures);
    let themes = &inputs.reference.themes;
    let theme = |activity: &Activity<'_>| {
        let ranks = activity.themes().into_iter().filter_map(|code| themes.iter().position(|it| it.code == *code));
        let ranks: Vec<Value> = ranks.map(|rank| Value::count(rank as u64 + 1)).collect();
        if ranks.is_empty() { Value::Missing } else { Value::List(ranks) }
    };
    let mut parts: Vec<activity::Part<'_, '_>> = vec![
        (Value::key("report-head-theme-short"), 10.0, false, Box::new(theme)),
        (Value::key("report-head-status"), 17.0, false, Box::new(|activity: &Activity<'_>| activity.status())),
    ];
    parts.extend(activity::money_parts(&activities));
    parts.push((
        Value::key("report-head-people-short"),
        14.0,
        true,
        Box::new(|activity: &Activity<'_>| activity.amount(Field::BeneficiariesTotal)),
    ));
    let key = themes.iter().enumerate().map(|(rank, theme)| {
        let name = Value::Name(List::Themes, theme.code.clone());
        Value::phrase("report-numbered", [("number", Value::count(rank as u64 + 1)), ("name", name)])
    });
    let mut notes = vec![
        Value::phrase("note-theme-key", [("themes", Value::List(key.collect()))]),
        Value::key("note-amounts-original"),
    ];
    if !figures.undated.is_empty() {
        let undated = Value::Quantity((figures.undated.len() as u64).into(), "activity".into());
        notes.push(Value::phrase("note-undated", [("activities", undated)]));
    }
    activity::table(inputs, Value::Empty, &activities, beneath, parts, notes)
}
