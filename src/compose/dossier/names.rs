//! The names that a template may use, from the rows of a project.

use super::print;
use super::project::Project;
use super::readings::{readings, year};
use crate::model::dossier::{Known, Node};
use crate::model::{Cell, Code, Field, Lang, List, Row, Sheet, Table, Value};
use crate::reference::CallRule;
use crate::reference::plan::Role;

/// Gives every name, with what is known for it.
pub(super) fn names(project: &Project<'_>) -> Known {
    Known::from([
        ("activity", Node::Group(activity(project))),
        ("application", Node::Group(application(project))),
        ("call", Node::Group(call(project))),
        ("finance", Node::Group(finance(project))),
        ("exchanges", Node::Group(exchanges(project))),
        ("agreement", Node::Group(agreement(project))),
        ("partners", partners(project)),
        ("tasks", tasks(project)),
        ("indicators", Node::Rows(readings(project).iter().map(|reading| indicator(project, reading)).collect())),
        ("risks", risks(project)),
        ("papers", papers(project)),
        ("practices", practices(project)),
        ("beneficiaries", beneficiaries(project)),
    ])
}

fn node(value: Value) -> Node {
    match value {
        Value::Missing | Value::Empty => Node::Missing,
        Value::List(values) if values.is_empty() => Node::Missing,
        value => Node::Value(value),
    }
}

fn known<const N: usize>(values: [(&'static str, Value); N]) -> Known {
    values.into_iter().map(|(name, value)| (name, node(value))).collect()
}

fn activity(project: &Project<'_>) -> Known {
    let cell = |field, list| print::cell(project.cell(field), list);
    let [start, end] = project.span().map(|day| day.map_or(Value::Missing, Value::Date));
    let markers = project.cell(Field::Markers).codes().iter().map(|code| {
        let [name, score] = print::marker(code);
        Value::phrase("dossier-marker-scored", [("marker", name), ("score", score)])
    });
    let dac = project.cell(Field::DacCode).code();
    known([
        ("id", cell(Field::ActivityId, None)),
        ("title", project.name()),
        ("description", cell(Field::Description, None)),
        ("theme", cell(Field::Theme, Some(List::Themes))),
        ("other_themes", cell(Field::OtherThemes, Some(List::Themes))),
        ("sub_theme", cell(Field::SubTheme, None)),
        ("territories_ma", cell(Field::TerritoryMa, Some(List::TerritoriesMa))),
        ("territories_fr", cell(Field::TerritoryFr, Some(List::TerritoriesFr))),
        ("third_countries", cell(Field::ThirdCountry, Some(List::Values("country")))),
        ("lead", cell(Field::Lead, None)),
        ("partners", cell(Field::Partners, None)),
        ("start", start),
        ("end", end),
        ("months", project.plan.months.map_or(Value::Missing, |months| print::months(months.into()))),
        ("status", cell(Field::Status, Some(List::Statuses))),
        ("sdg", cell(Field::Sdg, None)),
        ("dac_code", dac.map_or(Value::Missing, Value::code)),
        ("dac_name", dac.map_or(Value::Missing, |code| Value::Name(List::DacCodes, code.clone()))),
        ("markers", Value::List(markers.collect())),
        ("beneficiaries_planned", cell(Field::BeneficiariesPlanned, None)),
        ("beneficiaries_reached", cell(Field::BeneficiariesTotal, None)),
        ("beneficiaries_women", cell(Field::BeneficiariesWomen, None)),
        ("budget", print::amount(project, project.budgets())),
    ])
}

fn application(project: &Project<'_>) -> Known {
    let cell = |field, list| print::cell(project.asked(field), list);
    let own = |amount| if project.application.is_some() { print::amount(project, amount) } else { Value::Missing };
    let plan = &project.plan;
    let requested = plan.sum(Role::Requested);
    known([
        ("id", cell(Field::ApplicationId, None)),
        ("funder", cell(Field::Funder, Some(List::Funders))),
        ("call", cell(Field::CallName, None)),
        ("stage", cell(Field::FundingStage, Some(List::Stages))),
        ("co_holder", cell(Field::CoHolder, None)),
        ("requested", own(requested)),
        ("total_cost", own(plan.cost)),
        ("own_cash", own(plan.sum(Role::OwnCash))),
        ("own_in_kind", own(plan.sum(Role::OwnInKind))),
        ("own_total", own(plan.own())),
        ("cofinancing", print::share(plan.share(requested))),
        ("deadline", project.deadline()),
    ])
}

fn call(project: &Project<'_>) -> Known {
    let call = project.call;
    let rule = |limit: fn(&CallRule) -> Option<Value>| project.rules.iter().find_map(|rule| limit(rule));
    let money = |limit: fn(&CallRule) -> Option<rust_decimal::Decimal>| {
        project.rules.iter().find_map(|rule| Some(print::amount_in(Some(limit(rule)?), rule.currency.as_ref()?)))
    };
    let percent = |share: Option<rust_decimal::Decimal>| share.map(|share| Value::Percent(share, 0));
    let or_missing = |value: Option<Value>| value.unwrap_or(Value::Missing);
    let day = |day: Option<jiff::civil::Date>| day.map_or(Value::Missing, Value::Date);
    let mut names = known([
        ("code", Value::code(&call.code)),
        ("name", Value::Name(List::Calls, call.code.clone())),
        ("funder", Value::Name(List::Funders, call.funder.clone())),
        ("opens", day(call.opens)),
        ("closes", day(call.closes)),
        ("closes_at", or_missing(call.closes_at.map(|time| Value::code(time.strftime("%H:%M").to_string())))),
        ("zone", or_missing(call.zone.as_ref().map(Value::code))),
        ("language", or_missing(call.language.map(language))),
        ("ceiling", or_missing(percent(project.rules.iter().find_map(|rule| rule.ceiling)))),
        ("min_own", or_missing(percent(project.rules.iter().find_map(|rule| rule.min_own)))),
        ("in_kind_cap", or_missing(percent(project.rules.iter().find_map(|rule| rule.in_kind_cap)))),
        ("months", or_missing(rule(|rule| rule.months.map(|months| print::months(months.into()))))),
        ("min_amount", or_missing(money(|rule| rule.min_amount))),
        ("max_amount", or_missing(money(|rule| rule.max_amount))),
        ("applicants", or_missing(rule(|rule| Some(Value::Name(List::Values("applicant"), rule.applicants.clone()?))))),
        ("source", node_text(&call.source)),
    ]);
    let verified = call.verified && project.rules.iter().all(|rule| rule.verified);
    names.insert("verified", Node::Flag(verified));
    names
}

fn node_text(text: &str) -> Value {
    if text.is_empty() { Value::Missing } else { Value::from(text) }
}

fn language(lang: Lang) -> Value {
    Value::key(match lang {
        Lang::Fr => "language-fr",
        Lang::Ar => "language-ar",
        Lang::En => "language-en",
    })
}

fn finance(project: &Project<'_>) -> Known {
    let plan = &project.plan;
    let amount = |amount| print::amount(project, amount);
    let requested = plan.sum(Role::Requested);
    known([
        ("cost", amount(plan.cost)),
        ("requested", amount(requested)),
        ("own_cash", amount(plan.sum(Role::OwnCash))),
        ("own_in_kind", amount(plan.sum(Role::OwnInKind))),
        ("secured", amount(plan.sum(Role::Signed))),
        ("gap", amount(plan.gap())),
        ("gap_after", amount(project.gap_after())),
        ("cofinancing", print::share(plan.share(requested))),
        ("in_kind_share", print::share(plan.in_kind_share())),
    ])
}

fn exchanges(project: &Project<'_>) -> Known {
    let (table, rows) = project.rows(Sheet::Exchanges);
    if rows.is_empty() {
        // Nobody said that there was none.
        return known(["count", "fr_ma", "ma_fr", "participants"].map(|name| (name, Value::Missing)));
    }
    let toward = |code: &str| {
        let going = rows.iter().filter(|row| table.cell(row, Field::Direction).code().is_some_and(|way| *way == *code));
        Value::count(going.count() as u64)
    };
    let cells = || rows.iter().map(|row| table.cell(row, Field::Participants));
    let people = cells().filter_map(Cell::number).reduce(rust_decimal::Decimal::saturating_add);
    // Nothing is said of a sum that holds a small group: the rest of it would be no sum.
    let people = people.filter(|_| !cells().any(|cell| matches!(cell, Cell::Masked(_))));
    known([
        ("count", Value::count(rows.len() as u64)),
        ("fr_ma", toward("fr-ma")),
        ("ma_fr", toward("ma-fr")),
        ("participants", people.map_or(Value::Missing, Value::count)),
    ])
}

fn agreement(project: &Project<'_>) -> Known {
    let agreement = &project.inputs.settings.agreement;
    known([
        ("title", Value::from(&agreement.title)),
        ("signed_on", Value::Date(agreement.signed_on)),
        ("parties", Value::List(agreement.parties.iter().map(|party| Value::from(&party.name)).collect())),
    ])
}

/// Makes a row of names of each row of a sheet.
fn each<const N: usize>((table, rows): (&Table, Vec<&Row>), fields: [(&'static str, Field, Option<List>); N]) -> Node {
    let row = |row: &&Row| known(fields.map(|(name, field, list)| (name, print::cell(table.cell(row, field), list))));
    Node::Rows(rows.iter().map(row).collect())
}

fn partners(project: &Project<'_>) -> Node {
    let fields = [
        ("name", Field::Name, None),
        ("legal_id", Field::LegalId, None),
        ("role", Field::Role, None),
        ("contribution", Field::Contribution, None),
    ];
    each(project.rows(Sheet::Partners), fields)
}

fn tasks(project: &Project<'_>) -> Node {
    let fields = [
        ("task", Field::Task, None),
        ("start", Field::Start, None),
        ("end", Field::End, None),
        ("lead", Field::Lead, None),
    ];
    each(project.rows(Sheet::Tasks), fields)
}

fn risks(project: &Project<'_>) -> Node {
    let fields = [
        ("description", Field::Description, None),
        ("probability", Field::Probability, Some(List::RiskLevels)),
        ("impact", Field::Impact, Some(List::RiskLevels)),
        ("mitigation", Field::Mitigation, None),
        ("owner", Field::Owner, None),
    ];
    each(project.rows(Sheet::Risks), fields)
}

fn indicator(project: &Project<'_>, reading: &super::readings::Reading<'_>) -> Known {
    known([
        ("name", reading.name()),
        ("code", reading.code().map_or(Value::Missing, Value::code)),
        ("unit", reading.unit(project)),
        ("baseline", reading.value(project, Field::Baseline)),
        ("baseline_year", year(reading.year(Field::BaselineYear))),
        ("target", reading.value(project, Field::Target)),
        ("target_year", year(reading.year(Field::TargetYear))),
        ("actual", reading.value(project, Field::Actual)),
        ("actual_date", reading.actual_date()),
        ("source", reading.text(Field::SourceOfVerification)),
        ("assumption", reading.text(Field::Assumption)),
    ])
}

fn papers(project: &Project<'_>) -> Node {
    let row = |(paper, ready): (Code, bool)| {
        Known::from([("name", Node::Value(Value::Name(List::Papers, paper))), ("ready", Node::Flag(ready))])
    };
    Node::Rows(project.papers().into_iter().map(row).collect())
}

/// Gives the practices of the project's themes in its territories: no column leads from a practice to an activity.
fn practices(project: &Project<'_>) -> Node {
    let table = project.inputs.dataset.table(Sheet::GoodPractices);
    let shares = |cell: &Cell, fields: &[Field]| {
        cell.code().is_some_and(|code| fields.iter().any(|field| project.cell(*field).codes().contains(code)))
    };
    let near = |row: &&Row| {
        shares(table.cell(row, Field::Territory), &[Field::TerritoryMa, Field::TerritoryFr])
            && shares(table.cell(row, Field::Theme), &[Field::Theme, Field::OtherThemes])
    };
    let fields = [("title", Field::Title, None), ("state", Field::State, Some(List::Values("practice_state")))];
    each((table, table.live().filter(near).collect()), fields)
}

fn beneficiaries(project: &Project<'_>) -> Node {
    let row = |row: super::parts::People| {
        known([
            ("group", row.group),
            ("sex", row.sex),
            ("age", row.age),
            ("planned", row.planned),
            ("reached", row.reached),
        ])
    };
    Node::Rows(super::parts::people(project).into_iter().map(row).collect())
}
