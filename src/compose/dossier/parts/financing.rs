//! The financing plan: who pays, what is acquired, and whether it fits the call.

use super::super::print;
use super::super::project::Project;
use crate::compose::{grid, scale};
use crate::model::report::{Block, Grid, GridCell};
use crate::model::{List, Value};
use crate::reference::plan::{Source, Verdict};

pub(super) fn part(project: &Project<'_>) -> Vec<Block> {
    if project.plan.cost.is_none() && project.plan.total().is_none() {
        return Vec::new();
    }
    vec![Block::Grid(sources(project)), Block::Grid(checks(project))]
}

/// Names a source: its funder, or whose own it is.
pub(in super::super) fn name(source: &Source) -> Value {
    match &source.funder {
        Some(funder) => Value::Name(List::Funders, funder.clone()),
        None => Value::key("dossier-applicants"),
    }
}

fn sources(project: &Project<'_>) -> Grid {
    let plan = &project.plan;
    let amount = Value::phrase(
        "report-head-units",
        [("what", Value::key("report-head-amount")), ("currency", scale::currency(&project.currency))],
    );
    let columns = vec![
        grid::words("dossier-head-source", 0.0),
        grid::words("dossier-head-role", 40.0),
        grid::words("dossier-head-state", 30.0),
        grid::numbers(amount, 30.0),
        grid::numbers(Value::key("dossier-head-share"), 20.0),
    ];
    let row = |source: &Source| {
        grid::row([
            name(source),
            print::role(source.role),
            print::standing(source.role, source.amount),
            print::column(project, source.amount),
            print::share(plan.share(source.amount)),
        ])
    };
    let mut rows: Vec<Vec<GridCell>> = plan.sources.iter().map(row).collect();
    if let Some(remaining) = plan.remaining().filter(|remaining| !remaining.is_zero()) {
        let key = if remaining.is_sign_negative() { "dossier-beyond" } else { "dossier-remaining" };
        let share = print::share(plan.share(Some(remaining)));
        let cells = [Value::key(key), Value::Empty, Value::Empty, print::money(project, remaining), share];
        rows.push(cells.map(grid::ochre).into());
    }
    let total = [
        Value::key("dossier-total-cost"),
        Value::Empty,
        Value::Empty,
        print::column(project, plan.cost),
        print::share(plan.share(plan.cost)),
    ];
    let mut notes = vec![Value::key("dossier-financing-note")];
    notes.extend(project.rates());
    Grid { title: Value::key("dossier-grid-sources"), columns, rows, total: Some(grid::total(total)), notes }
}

fn checks(project: &Project<'_>) -> Grid {
    let columns = vec![
        grid::words("dossier-head-check", 0.0),
        grid::words("dossier-head-found", 34.0),
        grid::words("dossier-head-limit", 44.0),
        grid::words("dossier-head-verdict", 28.0),
    ];
    let row = |checked: &crate::reference::plan::Checked<'_>| -> Vec<GridCell> {
        let verdict = checked.verdict();
        let said = print::verdict(verdict);
        vec![
            print::check(&checked.check).into(),
            print::side(project, checked, checked.found).into(),
            print::limit(project, checked).into(),
            if verdict == Verdict::Fits { said.into() } else { grid::ochre(said) },
        ]
    };
    let rows = project.checks().iter().map(row).collect();
    let notes = project.rules.iter().map(|rule| {
        let key = if rule.verified { "dossier-rule-read" } else { "dossier-rule-to-check" };
        let args = [
            ("rule", Value::code(&rule.name)),
            ("date", rule.valid_from.map_or(Value::key("dossier-undated"), Value::Date)),
            ("source", Value::from(&*rule.source)),
        ];
        Value::phrase(key, args)
    });
    Grid { title: Value::key("dossier-grid-checks"), columns, rows, total: None, notes: notes.collect() }
}
