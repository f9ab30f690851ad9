//! Projects and applications by name: activities financed together, calls, rules, hours.

use rust_decimal::Decimal;

use super::{Inputs, activity, scale};
use crate::model::deadline::{Band, Deadline, Moment, RuleSource};
use crate::model::needs::Need;
use crate::model::{Cell, Code, Field, List, Names, Sheet, Value};

/// Names a project: the identifiers of its activities above the title of the first one; of an application without a known
/// activity, the identifier of the application and its funder.
pub fn name(inputs: &Inputs<'_>, need: &Need) -> Value {
    Value::phrase("report-two-lines", [("first", ids(inputs, need)), ("second", title(inputs, need))])
}

/// Gives the identifiers of the activities of a project, else those of its applications.
pub fn ids(inputs: &Inputs<'_>, need: &Need) -> Value {
    let (sheet, field, rows) = if need.activities.is_empty() {
        (Sheet::Funding, Field::ApplicationId, &need.applications)
    } else {
        (Sheet::Activities, Field::ActivityId, &need.activities)
    };
    let table = inputs.dataset.table(sheet);
    let shown = rows.iter().filter_map(|&row| table.rows.get(row as usize));
    Value::List(shown.map(|row| activity::print(table.cell(row, field), None)).collect())
}

/// Gives the title of the first activity of a project, and how many more it has.
pub fn title(inputs: &Inputs<'_>, need: &Need) -> Value {
    let table = inputs.dataset.table(Sheet::Activities);
    let Some(row) = need.activities.first().and_then(|&row| table.rows.get(row as usize)) else {
        let table = inputs.dataset.table(Sheet::Funding);
        let row = need.applications.first().and_then(|&row| table.rows.get(row as usize));
        let funder =
            row.map_or(Value::Missing, |row| activity::print(table.cell(row, Field::Funder), Some(List::Funders)));
        return Value::phrase("needs-no-activity", [("funder", funder)]);
    };
    let text = |field| table.cell(row, field).text().unwrap_or_default().into();
    let names = Names { fr: text(Field::Title), ar: text(Field::TitleAr), en: text(Field::TitleEn) };
    let title = if names.fr.is_empty() { Value::Missing } else { Value::Names(names.into()) };
    match need.activities.len() - 1 {
        0 => title,
        more => Value::phrase("needs-more-activities", [("title", title), ("count", Value::count(more as u64))]),
    }
}

/// Names an application: its identifier, or its call where it has none.
pub fn application(inputs: &Inputs<'_>, row: u32) -> Value {
    let table = inputs.dataset.table(Sheet::Funding);
    match table.rows.get(row as usize).map(|row| table.cell(row, Field::ApplicationId)) {
        Some(Cell::Missing) | None => call(inputs, row),
        Some(id) => activity::print(id, None),
    }
}

/// Names the call of an application: as the list has it, else as the sender wrote it, else its identifier.
pub fn call(inputs: &Inputs<'_>, row: u32) -> Value {
    let table = inputs.dataset.table(Sheet::Funding);
    let Some(row) = table.rows.get(row as usize) else { return Value::Missing };
    match (table.cell(row, Field::Call), table.cell(row, Field::CallName)) {
        (Cell::Code(code), _) => Value::Name(List::Calls, code.clone()),
        (_, Cell::Missing) => activity::print(table.cell(row, Field::ApplicationId), None),
        (_, words) => activity::print(words, None),
    }
}

/// Gives the funder of an application.
pub fn funder(inputs: &Inputs<'_>, row: u32) -> Value {
    let table = inputs.dataset.table(Sheet::Funding);
    let row = table.rows.get(row as usize);
    row.map_or(Value::Missing, |row| activity::print(table.cell(row, Field::Funder), Some(List::Funders)))
}

/// Gives the amount that an application requests, in its currency.
pub fn requested(inputs: &Inputs<'_>, row: u32) -> Value {
    let table = inputs.dataset.table(Sheet::Funding);
    let money = table.rows.get(row as usize).and_then(|row| table.money(row, Field::AmountRequested));
    money.map_or(Value::Missing, |money| scale::amount_in_full(money.amount, &money.currency))
}

/// Gives the hour at which a call closes, with the zone in words.
pub fn moment(moment: &Moment) -> Value {
    Value::phrase("deadline-moment", [("time", Value::Time(moment.time)), ("zone", zone(&moment.zone))])
}

/// Names a time zone; by its code where the messages have no name for it.
pub fn zone(zone: &str) -> Value {
    match zone {
        "Europe/Brussels" => Value::key("zone-brussels"),
        "Europe/Paris" => Value::key("zone-paris"),
        "Africa/Casablanca" => Value::key("zone-casablanca"),
        "UTC" | "Etc/UTC" => Value::key("zone-utc"),
        other => Value::code(other),
    }
}

/// Says how near a deadline is.
pub fn band(deadline: &Deadline) -> Value {
    match (deadline.band, deadline.band.days()) {
        (Band::Overdue, _) => Value::key("band-overdue"),
        (_, Some(days)) => Value::phrase("band-days", [("days", Value::count(days))]),
        _ => Value::key("band-later"),
    }
}

/// Names a rule with the day from which it holds, where it was read, and whether that is to be checked.
pub fn rule(call: &Code, rule: Option<&RuleSource>) -> Value {
    let Some(rule) = rule else {
        return Value::phrase("rule-none", [("call", Value::code(call))]);
    };
    let check = Value::key("to-check");
    Value::phrase(
        "rule-source",
        [
            ("call", Value::code(call)),
            ("rule", Value::code(&rule.name)),
            ("from", rule.valid_from.map_or(check.clone(), Value::Date)),
            ("source", if rule.source.is_empty() { check.clone() } else { Value::from(&*rule.source) }),
            ("state", Value::key(if rule.verified { "rule-verified" } else { "rule-to-check" })),
        ],
    )
}

/// Gives a share, or that it is to be checked.
pub fn share_or_check(share: Option<Decimal>) -> Value {
    share.map_or(Value::key("to-check"), |share| Value::Percent(share, 0))
}
