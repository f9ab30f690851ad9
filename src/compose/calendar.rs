//! The calendar of the funding search: deadlines, and what has to be ready before those that lie ahead.

use std::collections::BTreeMap;

use super::{Inputs, activity, project};
use crate::model::calendar::Event;
use crate::model::deadline::{Deadline, PaperState, PlanStep};
use crate::model::figures::FundingStatus;
use crate::model::{Cell, Field, List, Sheet, Value};

/// How many days ahead of a deadline reminders are due.
const REMINDERS: &[u32] = &[30, 15, 7, 1];

/// Gives one entry a deadline, and one a step of a plan that is not known to be ready; a step without a day has none.
pub fn calendar<'a>(inputs: &'a Inputs<'_>, funding: &'a FundingStatus) -> impl Iterator<Item = Event> + 'a {
    let mut keys: BTreeMap<String, u32> = BTreeMap::new();
    funding.deadlines.iter().flat_map(move |deadline| {
        let key = unique(key(inputs, deadline), &mut keys);
        let plan = if deadline.days < 0 { &[][..] } else { &deadline.plan[..] };
        let closing = closing(inputs, deadline, &key);
        let open = plan.iter().filter(|step| step.state != PaperState::Ready);
        std::iter::once(closing).chain(open.filter_map(move |step| prepared(inputs, deadline, step, &key)))
    })
}

/// Tells an application from all others by what stays the same from run to run: its identifier, else its funder, call and
/// activities.
fn key(inputs: &Inputs<'_>, deadline: &Deadline) -> String {
    let table = inputs.dataset.table(Sheet::Funding);
    let Some(row) = table.rows.get(deadline.row as usize) else { return String::new() };
    let cell = |field| table.cell(row, field);
    match cell(Field::ApplicationId) {
        Cell::Code(id) => format!("id\n{id}"),
        _ => {
            let texts = [Field::Funder, Field::CallName].map(|field| cell(field).text().unwrap_or_default());
            let activities: Vec<&str> = cell(Field::ActivityId).codes().iter().map(|id| id.as_str()).collect();
            format!("of\n{}\n{}", texts.join("\n"), activities.join("\n"))
        }
    }
}

/// Tells apart keys that occur twice, by their order.
fn unique(key: String, keys: &mut BTreeMap<String, u32>) -> String {
    let count = keys.entry(key.clone()).or_default();
    *count += 1;
    if *count == 1 { key } else { format!("{key}\n{count}") }
}

fn closing(inputs: &Inputs<'_>, deadline: &Deadline, key: &str) -> Event {
    let table = inputs.dataset.table(Sheet::Funding);
    let activities = table
        .rows
        .get(deadline.row as usize)
        .map_or(Value::Missing, |row| activity::print(table.cell(row, Field::ActivityId), None));
    let mut facts = vec![
        Value::phrase("calendar-application", [("application", project::application(inputs, deadline.row))]),
        Value::phrase("calendar-funder", [("funder", project::funder(inputs, deadline.row))]),
        Value::phrase("calendar-requested", [("amount", project::requested(inputs, deadline.row))]),
        Value::phrase("calendar-activities", [("activities", activities)]),
    ];
    facts.extend(deadline.moment.as_ref().map(project::moment));
    Event {
        key: format!("deadline\n{key}"),
        title: Value::phrase("calendar-deadline", [("call", project::call(inputs, deadline.row))]),
        facts,
        date: deadline.date,
        utc: deadline.moment.as_ref().map(|moment| moment.utc),
        reminders: if deadline.days < 0 { &[] } else { REMINDERS },
    }
}

fn prepared(inputs: &Inputs<'_>, deadline: &Deadline, step: &PlanStep, key: &str) -> Option<Event> {
    let named =
        [("paper", Value::Name(List::Papers, step.paper.clone())), ("call", project::call(inputs, deadline.row))];
    Some(Event {
        key: format!("step\n{}\n{key}", step.paper),
        title: Value::phrase("calendar-step", named),
        facts: vec![
            Value::phrase("calendar-application", [("application", project::application(inputs, deadline.row))]),
            Value::phrase("calendar-step-deadline", [("date", Value::Date(deadline.date))]),
        ],
        date: step.day?,
        utc: None,
        reminders: &[],
    })
}
