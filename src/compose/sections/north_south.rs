//! North-South and triangular activities.

use crate::compose::activity::{self, Activity};
use crate::compose::{Inputs, figure, grid};
use crate::model::report::Chapter;
use crate::model::{DocumentKind, Field, Figures, List, Value};

/// Lays out the activities that name a third country.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let mut activities = Activity::in_scope(inputs, figures);
    activities.retain(|activity| !activity.cell(Field::ThirdCountry).codes().is_empty());
    let mut countries: Vec<_> =
        activities.iter().flat_map(|activity| activity.cell(Field::ThirdCountry).codes()).collect();
    countries.sort();
    countries.dedup();
    let country =
        |activity: &Activity<'_>| activity::print(activity.cell(Field::ThirdCountry), Some(List::Values("country")));
    let mut parts: Vec<activity::Part<'_, '_>> = vec![
        (Value::key("report-head-third-country"), 30.0, false, Box::new(country)),
        (Value::key("report-head-status"), 20.0, false, Box::new(|activity: &Activity<'_>| activity.status())),
    ];
    let budget =
        activity::money_parts(&activities).into_iter().filter(|part| part.0 != Value::key("report-head-spent"));
    parts.extend(budget.take(2));
    let notes = vec![Value::key("note-amounts-original"), grid::codes(&["X10-north-south"])];
    let blocks: Vec<_> =
        activity::table(inputs, Value::key("grid-north-south"), &activities, &Activity::councils, parts, notes)
            .into_iter()
            .collect();
    let lead = Value::phrase(
        "north-south-lead",
        [
            ("activities", Value::Quantity((activities.len() as u64).into(), "activity".into())),
            ("countries", Value::count(countries.len() as u64)),
            ("started", figure::value(inputs, &figures.cross, "X10-north-south")),
        ],
    );
    grid::chapter(Value::key("chapter-north-south"), Value::key("north-south-kicker"), lead, blocks)
}
