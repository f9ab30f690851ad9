//! What changed since an earlier run: figures, rows, and what became of its recommendations.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::compose::{Inputs, council, figure, grid, scale};
use crate::model::changes::{Changes, Difference, FigureChange, Followed, Named};
use crate::model::report::{Block, Chapter, GridCell};
use crate::model::{Code, DocumentKind, Figures, List, Outcome, Value};

/// The figures that are compared, in printing order.
const KEY: &[&str] = &[
    "X1-total",
    "X1-started",
    "X1-completed",
    "X10-ma",
    "X10-fr",
    "X10-pairs",
    "X3-budget",
    "X3-committed",
    "X3-disbursed",
    "X3-in-kind",
    "X3-execution-rate",
    "X4-total",
    "X4-women-share",
    "X6-missions",
    "X16-requested",
    "X16-awarded",
    "X16-signed",
    "X11-full",
    "X13-returned",
    "X14",
];

/// Lays out what changed, where an earlier run was given.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let changes = figures.changes.as_ref()?;
    let mut blocks = Vec::new();
    blocks.extend(key_figures(inputs, changes));
    blocks.push(Block::Section(Value::key("section-changes-data")));
    blocks.extend(territories(changes));
    blocks.extend(activities(changes));
    blocks.extend(recommendations(changes));
    let count = |number: usize| Value::count(number as u64);
    let lead = Value::phrase(
        "changes-lead",
        [
            ("period", Value::Period(changes.period)),
            ("new", count(changes.new.len())),
            ("completed", count(changes.completed.len())),
            ("gone", count(changes.gone.len())),
        ],
    );
    let kicker = Value::phrase("changes-kicker", [("date", Value::Date(changes.reference_date))]);
    grid::chapter(Value::key("chapter-changes"), kicker, lead, blocks)
}

fn key_figures(inputs: &Inputs<'_>, changes: &Changes) -> Option<Block> {
    let columns = vec![
        grid::words("report-head-indicator", 0.0),
        grid::numbers(Value::key("changes-head-before"), 36.0),
        grid::numbers(Value::key("changes-head-now"), 36.0),
        grid::numbers(Value::key("changes-head-change"), 26.0),
    ];
    let told = |change: &&FigureChange| {
        (change.before.clone(), change.now.clone()) != (Outcome::NotReported, Outcome::NotReported)
    };
    let found = |code: &&str| changes.figures.iter().find(|change| change.code == **code);
    let shown: Vec<&FigureChange> = KEY.iter().filter_map(found).filter(told).collect();
    let rows = shown.iter().map(|change| {
        grid::row([
            figure::name(&change.code),
            before(inputs, changes, change),
            figure::outcome(inputs, &change.code, &change.now),
            difference(inputs, change),
        ])
    });
    let periods = [("before", Value::Period(changes.period)), ("now", Value::Period(inputs.settings.period))];
    let mut notes = vec![Value::phrase("note-changes-figures", periods)];
    if changes.currency != inputs.settings.rates.report_currency {
        notes.push(Value::phrase("note-changes-currency", [("currency", scale::currency(&changes.currency))]));
    }
    notes.push(grid::codes(&shown.iter().map(|change| change.code.as_str()).collect::<Vec<_>>()));
    grid::table(Value::key("grid-changes-figures"), columns, rows.collect(), None, notes)
}

/// Gives an earlier figure as it was printed: money in the currency of that run.
fn before(inputs: &Inputs<'_>, changes: &Changes, change: &FigureChange) -> Value {
    match &change.before {
        Outcome::Money(sum) => match sum.converted {
            Some(amount) => scale::amount(amount, &changes.currency),
            None => figure::no_rate(&sum.without_rate),
        },
        outcome => figure::outcome(inputs, &change.code, outcome),
    }
}

fn difference(inputs: &Inputs<'_>, change: &FigureChange) -> Value {
    let hundred = Decimal::ONE_HUNDRED;
    let unit = inputs.reference.indicator(&change.code).map(|indicator| indicator.unit.as_str());
    match change.change {
        None => Value::Empty,
        Some(Difference::Count(more)) => Value::Signed(more, 0),
        Some(Difference::Growth(growth)) => {
            Value::phrase("evolution-rate", [("rate", Value::Signed(growth * hundred, 1))])
        }
        Some(Difference::Distance(points)) if unit == Some("percent") => {
            Value::phrase("changes-points", [("points", Value::Signed(points * hundred, 1))])
        }
        Some(Difference::Distance(distance)) => Value::Signed(distance, 2),
    }
}

fn names(codes: &[Code]) -> Value {
    Value::List(codes.iter().map(council::name).collect())
}

fn territories(changes: &Changes) -> Vec<Block> {
    let lists = [("changes-returned", &changes.returned), ("changes-silent", &changes.silent)];
    let said = lists.into_iter().filter(|(_, codes)| !codes.is_empty());
    said.map(|(key, codes)| Block::Prose(Value::phrase(key, [("territories", names(codes))]))).collect()
}

fn title(activity: &Named) -> Value {
    if activity.title.fr.is_empty() { Value::Missing } else { Value::from(&activity.title) }
}

fn budget(amounts: &BTreeMap<Code, Decimal>) -> Value {
    if amounts.is_empty() {
        return Value::Missing;
    }
    Value::List(amounts.iter().map(|(currency, amount)| scale::amount_in_full(*amount, currency)).collect())
}

/// Lists the activities by what happened to them.
fn activities(changes: &Changes) -> Option<Block> {
    let columns = vec![
        grid::words("changes-head-what", 34.0),
        grid::words("report-head-code", 24.0),
        grid::words("report-head-activity-councils", 0.0),
    ];
    let line = |what: Value, activity: &Named, second: Value| -> Vec<GridCell> {
        vec![what.into(), Value::code(&activity.id).into(), grid::two_lines(title(activity), second)]
    };
    let lists =
        [("changes-gone", &changes.gone), ("changes-completed", &changes.completed), ("changes-new", &changes.new)];
    let revised = changes.revised.iter().map(|revision| {
        let amounts = [("before", budget(&revision.before)), ("now", budget(&revision.now))];
        line(Value::key("changes-revised"), &revision.activity, Value::phrase("changes-revised-from", amounts))
    });
    let listed = lists.into_iter().flat_map(|(key, all)| {
        all.iter().map(move |activity| line(Value::key(key), activity, names(&activity.territories)))
    });
    let rows: Vec<_> = revised.chain(listed).collect();
    let mut notes = vec![Value::key("note-changes-activities")];
    if !changes.gone.is_empty() {
        notes.push(Value::key("note-changes-gone"));
    }
    grid::table(Value::key("grid-changes-activities"), columns, rows, None, notes)
}

fn recommendations(changes: &Changes) -> Option<Block> {
    let columns = vec![
        grid::words("report-head-recommendation", 0.0),
        grid::words("changes-head-addressee", 40.0),
        grid::words("changes-head-then", 24.0),
        grid::words("changes-head-since", 28.0),
    ];
    let status = |status: &Option<Code>| match status {
        Some(code) => Value::Name(List::Values("recommendation_status"), code.clone()),
        None => Value::Missing,
    };
    let line = |each: &Followed| -> Vec<GridCell> {
        let now = match &each.now {
            Some(now) => status(&now.status).into(),
            None => grid::ochre(Value::key("changes-vanished")),
        };
        let addressee = each.before.addressee.as_deref().map_or(Value::Missing, Value::from);
        vec![Value::from(&*each.before.text).into(), addressee.into(), status(&each.before.status).into(), now]
    };
    let rows = changes.followed.iter().map(line).collect();
    let notes = vec![Value::key("note-changes-recommendations")];
    grid::table(Value::key("grid-changes-recommendations"), columns, rows, None, notes)
}
