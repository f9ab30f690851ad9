//! Breakdowns: the figures that tables print, by theme, territory and status.

use std::collections::{BTreeMap, BTreeSet};

use super::evaluate::figure;
use super::people;
use super::prepare::expected;
use super::view::{Standing, View};
use crate::model::figures::{Behind, Breakdown, FigureSet, Marks};
use crate::model::{Code, Field, Figure, List, Scope, Sheet};

/// The indicators of a breakdown's lines.
pub const CODES: &[&str] = &[
    "X1-total",
    "X1-started",
    "X1-completed",
    "X2",
    "X3-budget",
    "X3-disbursed",
    "X3-in-kind",
    "X3-execution-rate",
    "X4-total",
    "X4-women",
    "X4-women-share",
    "X16-requested",
    "X16-awarded",
];

/// By theme: a line for each theme, an activity in that of each of its themes.
pub(super) fn themes(view: &View<'_>) -> Breakdown {
    let lines = view.prepared.reference.themes.iter().map(|theme| theme.code.clone());
    breakdown(view, lines, &[Field::Theme, Field::OtherThemes], Scope::Theme, true)
}

/// By territory: a line for each territory that has an activity in scope, and in the whole for each one expected.
pub(super) fn territories(view: &View<'_>) -> Breakdown {
    let prepared = view.prepared;
    let whole = view.is_whole();
    let expected: BTreeSet<&Code> =
        if whole { expected(prepared.reference, prepared.settings).collect() } else { BTreeSet::new() };
    let lines = prepared.reference.territories.iter().map(|territory| &territory.code);
    let fields = [Field::TerritoryMa, Field::TerritoryFr];
    let mut found = breakdown(view, lines.cloned(), &fields, Scope::Territory, false);
    if whole {
        let present: BTreeSet<Code> = found.lines.iter().map(|(code, _)| code.clone()).collect();
        for code in expected.into_iter().filter(|code| !present.contains(*code)) {
            let line = view.narrow(Scope::Territory(code.clone()), Vec::new());
            found.lines.push((code.clone(), figures(&line).0));
        }
        let place: BTreeMap<&Code, usize> =
            prepared.reference.territories.iter().enumerate().map(|(at, each)| (&each.code, at)).collect();
        found.lines.sort_by_key(|(code, _)| place.get(code).copied());
    }
    found
}

/// By status: a line for each status.
pub(super) fn statuses(view: &View<'_>) -> Breakdown {
    let lines = view.prepared.reference.entries(List::Statuses).iter().map(|entry| entry.code.clone());
    breakdown(view, lines, &[Field::Status], Scope::Status, true)
}

/// Gives the figures of a line, and the rows behind those of people.
fn figures(view: &View<'_>) -> (FigureSet, BTreeMap<Code, Behind>) {
    let (mut set, mut behind) = (FigureSet::new(), BTreeMap::new());
    for indicator in CODES.iter().filter_map(|code| view.prepared.reference.indicator(code)) {
        let found = figure(view, indicator);
        if people::counts(indicator) {
            behind.insert(indicator.code.clone(), Behind::of(&found));
        }
        set.insert(indicator.code.clone(), Figure { marks: Marks::default(), below: None, ..found });
    }
    (set, behind)
}

fn breakdown(
    view: &View<'_>,
    lines: impl Iterator<Item = Code>,
    fields: &[Field],
    scope: fn(Code) -> Scope,
    closed: bool,
) -> Breakdown {
    let table = view.prepared.dataset.table(Sheet::Activities);
    let mut parts: BTreeMap<&Code, Vec<Standing>> = BTreeMap::new();
    // Activities whose cell a finding holds may belong to any line.
    let mut unknown: Vec<Standing> = Vec::new();
    let mut overlapping = false;
    for &standing in view.activities() {
        let row = &table.rows[standing.row as usize];
        let cells = fields.iter().map(|field| table.cell(row, *field));
        let codes: BTreeSet<&Code> = cells.clone().flat_map(|cell| cell.codes()).collect();
        let blank = row.held && codes.is_empty();
        if blank || cells.clone().any(|cell| *cell == crate::model::Cell::Held) {
            unknown.push(Standing { sure: false, ..standing });
        }
        overlapping |= codes.len() > 1;
        for code in codes {
            parts.entry(code).or_default().push(standing);
        }
    }
    let mut behind = BTreeMap::new();
    let lines = lines
        .filter_map(|code| {
            let part = parts.get(&code);
            if part.is_none() && !closed {
                return None;
            }
            let mut activities: Vec<Standing> = part.into_iter().flatten().copied().collect();
            let known: BTreeSet<u32> = activities.iter().map(|standing| standing.row).collect();
            activities.extend(unknown.iter().filter(|standing| !known.contains(&standing.row)));
            activities.sort_unstable();
            let line = view.narrow(scope(code.clone()), activities);
            let (set, rows) = figures(&line);
            behind.insert(code.clone(), rows);
            Some((code, set))
        })
        .collect();
    Breakdown { lines, overlapping, behind }
}
