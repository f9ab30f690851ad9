//! The sheet of what changed since an earlier run: figures, activities, recommendations.

use super::super::figure;
use super::{note, page};
use crate::compose::{Inputs, council};
use crate::model::book::{Block, BookCell, BookColumn, BookSheet, Tab};
use crate::model::changes::{Changes, Difference, Named};
use crate::model::{Code, Figures, List, Outcome, Value};

/// Lays out the sheet; none where no earlier run was given.
pub(super) fn sheet(inputs: &Inputs<'_>, figures: &Figures) -> Option<BookSheet> {
    let changes = figures.changes.as_ref()?;
    let mut blocks = vec![key_figures(inputs, changes), activities(changes), recommendations(changes)];
    blocks.retain(|block| block.height() > 0);
    let mut sheet = page(Tab::Changes, "chapter-changes", "chapter-changes", blocks);
    let periods = [("before", Value::Period(changes.period)), ("now", Value::Period(inputs.settings.period))];
    let lists = [("changes-returned", &changes.returned), ("changes-silent", &changes.silent)];
    sheet.lead = vec![note(Value::phrase("note-changes-figures", periods))];
    sheet.lead.extend(
        lists
            .into_iter()
            .filter(|(_, codes)| !codes.is_empty())
            .map(|(key, codes)| note(Value::phrase(key, [("territories", names(codes))]))),
    );
    Some(sheet)
}

fn columns(heads: &[(&'static str, u8)]) -> Vec<BookColumn> {
    heads.iter().zip(0..).map(|((head, width), at)| BookColumn::new(at, Value::key(head), *width)).collect()
}

fn names(codes: &[Code]) -> Value {
    Value::List(codes.iter().map(council::name).collect())
}

/// Lists every figure of both runs; money as a number in the currency of its own run.
fn key_figures(inputs: &Inputs<'_>, changes: &Changes) -> Block {
    let columns = columns(&[
        ("report-head-code", 20),
        ("report-head-indicator", 60),
        ("changes-head-before", 22),
        ("changes-head-now", 22),
        ("changes-head-change", 16),
    ]);
    let print = |code: &Code, outcome: &Outcome| match outcome {
        Outcome::Money(sum) => sum.converted.map_or(Value::Missing, |amount| Value::Number(amount, 2)),
        Outcome::Interval(low, high) if low == high => Value::count(*low),
        outcome => figure::outcome(inputs, code, outcome),
    };
    let percent =
        |code: &Code| inputs.reference.indicator(code).is_some_and(|indicator| indicator.unit.as_str() == "percent");
    let told = changes
        .figures
        .iter()
        .filter(|each| [&each.before, &each.now].iter().any(|outcome| **outcome != Outcome::NotReported));
    let rows = told.map(|each| {
        let change = match each.change {
            None => Value::Empty,
            Some(Difference::Growth(growth)) => Value::Percent(growth, 1),
            Some(Difference::Count(more)) => Value::Signed(more, 0),
            Some(Difference::Distance(points)) if percent(&each.code) => Value::Percent(points, 1),
            Some(Difference::Distance(distance)) => Value::Signed(distance, 2),
        };
        vec![
            BookCell::Value(Value::code(&each.code)),
            BookCell::Value(figure::name(&each.code)),
            BookCell::Computed(print(&each.code, &each.before)),
            BookCell::Computed(print(&each.code, &each.now)),
            BookCell::Computed(change),
        ]
    });
    Block::from_rows(columns, rows.collect()).titled("grid-changes-figures").named("ChangedFigures")
}

/// Lists the activities; of a revised budget one row a currency.
fn activities(changes: &Changes) -> Block {
    let columns = columns(&[
        ("changes-head-what", 20),
        ("report-head-code", 60),
        ("report-head-activity", 60),
        ("report-head-territories", 40),
        ("report-head-currency", 12),
        ("changes-head-before", 16),
        ("changes-head-now", 16),
    ]);
    let first = |key: &'static str, activity: &Named| {
        let title = &activity.title;
        let title = if title.fr.is_empty() { Value::Missing } else { Value::from(title) };
        vec![
            BookCell::Value(Value::key(key)),
            BookCell::Value(Value::code(&activity.id)),
            BookCell::Value(title),
            BookCell::Value(names(&activity.territories)),
        ]
    };
    let mut rows = Vec::new();
    for revision in &changes.revised {
        let currencies: std::collections::BTreeSet<&Code> = revision.before.keys().chain(revision.now.keys()).collect();
        for currency in currencies {
            let amount = |amounts: &std::collections::BTreeMap<Code, rust_decimal::Decimal>| {
                BookCell::Computed(amounts.get(currency).map_or(Value::Missing, |amount| Value::Number(*amount, 2)))
            };
            let mut row = first("changes-revised", &revision.activity);
            row.extend([BookCell::Value(Value::code(currency)), amount(&revision.before), amount(&revision.now)]);
            rows.push(row);
        }
    }
    let lists =
        [("changes-gone", &changes.gone), ("changes-completed", &changes.completed), ("changes-new", &changes.new)];
    for (key, all) in lists {
        for activity in all {
            let mut row = first(key, activity);
            row.extend([BookCell::Empty, BookCell::Empty, BookCell::Empty]);
            rows.push(row);
        }
    }
    Block::from_rows(columns, rows).titled("grid-changes-activities").named("ChangedActivities")
}

fn recommendations(changes: &Changes) -> Block {
    let columns = columns(&[
        ("changes-head-then", 20),
        ("report-head-recommendation", 60),
        ("changes-head-since", 24),
        ("changes-head-addressee", 40),
    ]);
    let status = |status: &Option<Code>| match status {
        Some(code) => Value::Name(List::Values("recommendation_status"), code.clone()),
        None => Value::Missing,
    };
    let rows = changes.followed.iter().map(|each| {
        let now = match &each.now {
            Some(now) => BookCell::Value(status(&now.status)),
            None => BookCell::Alert(Value::key("changes-vanished")),
        };
        vec![
            BookCell::Value(status(&each.before.status)),
            BookCell::Value(Value::from(&*each.before.text)),
            now,
            BookCell::Value(each.before.addressee.as_deref().map_or(Value::Missing, Value::from)),
        ]
    });
    Block::from_rows(columns, rows.collect()).titled("grid-changes-recommendations").named("ChangedRecommendations")
}
