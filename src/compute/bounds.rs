//! The interval of a union of people: nobody may be counted twice, and nobody hashes names.
//!
//! Activities that share a territory form a place, since they may reach the same people. Within a place the low end takes
//! the largest activity of each territory, the high end adds all; places add on both ends.

use std::collections::{BTreeMap, BTreeSet};

use ecow::EcoVec;
use rust_decimal::Decimal;

use super::content::Content;
use super::evaluate::{Context, Evaluation};
use super::prepare::country;
use super::sum::{census, is_mixed};
use super::view::View;
use crate::model::figures::{Mark, Refusal};
use crate::model::measure::{Operand, Selection};
use crate::model::{Cell, Code, Field, Outcome, Period, Sheet};

/// What reaches people as one: an activity; the part of it in the territory that its rows name; a territory's own
/// reading; or a row that names nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Holder {
    Activity(u32, Option<Code>),
    Territory(Code),
    Row(u32),
}

/// The rows of a holder that add up: the sexes and ages of one group. Others may be the same people again: another
/// group, another period of a series, another meeting.
type Part = (Option<Box<str>>, Option<Period>, Option<u32>);

#[derive(Default)]
struct Reached {
    territories: Vec<Code>,
    parts: BTreeMap<Part, Vec<(u32, Decimal)>>,
    unique: bool,
}

impl Reached {
    fn sum(rows: &[(u32, Decimal)]) -> Decimal {
        rows.iter().fold(Decimal::ZERO, |sum, (_, value)| sum.saturating_add(*value))
    }

    fn high(&self) -> Decimal {
        self.parts.values().fold(Decimal::ZERO, |sum, rows| sum.saturating_add(Self::sum(rows)))
    }

    /// Gives the rows that hold the low end: all of a unique total, else those of the largest part.
    fn low(&self) -> Vec<(u32, Decimal)> {
        if self.unique {
            return self.parts.values().flatten().copied().collect();
        }
        largest(self.parts.values(), |rows| Self::sum(rows)).cloned().unwrap_or_default()
    }
}

/// Gives the first of the largest.
fn largest<T>(all: impl Iterator<Item = T>, size: impl Fn(&T) -> Decimal) -> Option<T> {
    all.fold(None, |best: Option<T>, each| match best {
        Some(best) if size(&best) >= size(&each) => Some(best),
        _ => Some(each),
    })
}

pub(super) fn bounds(view: &View<'_>, selection: &Selection, operand: Operand, context: Context<'_>) -> Evaluation {
    let sheet = selection.table;
    let ask = context.ask(selection, operand.field);
    let content = |row: u32| view.content(sheet, row, operand, context.unit);
    let taken = view.take(ask, &content);
    let mut holders: BTreeMap<Holder, Reached> = BTreeMap::new();
    let mut rows = Vec::new();
    for &row in &taken.rows {
        if let Content::Value(value) = content(row) {
            let reached = holders.entry(holder(view, sheet, row)).or_default();
            if reached.parts.is_empty() {
                reached.territories = side(view, sheet, row);
            }
            reached.unique |= view.cell(sheet, row, Field::UniqueTotal).text() == Some("yes");
            reached.parts.entry(part(view, sheet, row)).or_default().push((row, value));
            rows.push((row, value));
        }
    }
    let (held_low, low) = low(holders.values().collect());
    let high = holders.values().fold(Decimal::ZERO, |sum, reached| sum.saturating_add(reached.high()));
    let (reported, asked) = census(view, ask, &taken, &content);
    let all: Vec<u32> = rows.iter().map(|(row, _)| *row).collect();
    let outcome = if rows.is_empty() {
        Outcome::NotReported
    } else if is_mixed(view, sheet, &all, context) {
        Outcome::Refused(Refusal::MixedAccumulation)
    } else {
        Outcome::Interval(low, high)
    };
    let mark = |(row, value): (u32, Decimal)| {
        let low = if held_low.contains(&row) { value } else { Decimal::ZERO };
        Mark { row, item: EcoVec::new(), value, low }
    };
    let marked = view.marks(matches!(outcome, Outcome::Interval(..)));
    Evaluation {
        outcome,
        reported,
        asked,
        undated: taken.undated.len() as u64,
        provisional: taken.uncertain || taken.rows.iter().any(|&row| content(row) == Content::Held),
        marks: if marked { rows.into_iter().map(mark).collect() } else { Vec::new() },
        empty: taken.rows.is_empty(),
        ..Evaluation::nothing(Some(sheet))
    }
}

fn holder(view: &View<'_>, sheet: Sheet, row: u32) -> Holder {
    if sheet == Sheet::Activities {
        return Holder::Activity(row, None);
    }
    let own = view.cell(sheet, row, Field::Territory).code().cloned();
    match (view.prepared.activities_of(sheet, row).first(), own) {
        (Some(&activity), own) => Holder::Activity(activity, own),
        (None, Some(territory)) => Holder::Territory(territory),
        (None, None) => match view.cell(sheet, row, Field::ActivityId) {
            Cell::Code(id) => Holder::Activity(u32::MAX, Some(id.clone())),
            _ => Holder::Row(row),
        },
    }
}

fn part(view: &View<'_>, sheet: Sheet, row: u32) -> Part {
    let group = view.cell(sheet, row, Field::Group).text().map(Into::into);
    match sheet {
        Sheet::Beneficiaries => (group, None, None),
        Sheet::Indicators => (group, view.cell(sheet, row, Field::Period).period(), None),
        _ => (None, None, Some(row)),
    }
}

/// Gives the territories that place a row: its own, else those of its activity; those of the first side, the country
/// that comes first in the list of territories, else those of the other.
fn side(view: &View<'_>, sheet: Sheet, row: u32) -> Vec<Code> {
    let items = |of_activity, field| view.items(sheet, row, Operand { of_activity, field });
    let mut own = items(false, Field::Territory);
    own.extend(items(false, Field::Territories));
    if own.is_empty() {
        let of_activity = sheet != Sheet::Activities;
        let first = items(of_activity, Field::TerritoryMa);
        return if first.is_empty() { items(of_activity, Field::TerritoryFr) } else { first };
    }
    let reference = view.prepared.reference;
    let host = reference.territories.first().map(|territory| &territory.country);
    let is_first = |code: &Code| country(reference, code) == host;
    if own.iter().any(is_first) {
        own.retain(is_first);
    }
    own
}

/// The largest holders of a place with their size: of each territory alone, and of those that span several (true, under
/// no territory).
type Largest<'r> = BTreeMap<(bool, Option<&'r Code>), (Decimal, &'r Reached)>;

/// Gives the rows that hold the low end, and its size.
///
/// What names no territory may lie anywhere: it forms a place of its own, which counts its largest.
fn low(holders: Vec<&Reached>) -> (BTreeSet<u32>, Decimal) {
    let mut places = Places::default();
    for reached in &holders {
        for territory in &reached.territories {
            places.join(&reached.territories[0], territory);
        }
    }
    let mut by_place: BTreeMap<Option<&Code>, Largest<'_>> = BTreeMap::new();
    for reached in holders {
        let first = reached.territories.first();
        let spans = reached.territories.len() > 1;
        let size = reached.low().iter().fold(Decimal::ZERO, |sum, (_, value)| sum.saturating_add(*value));
        let place = by_place.entry(first.map(|territory| places.root(territory))).or_default();
        let best = place.entry((spans, first.filter(|_| !spans))).or_insert((size, reached));
        if size > best.0 {
            *best = (size, reached);
        }
    }
    let mut rows = BTreeSet::new();
    let mut total = Decimal::ZERO;
    for mut place in by_place.into_values() {
        let widest = place.remove(&(true, None));
        let sum = place.values().fold(Decimal::ZERO, |sum, (size, _)| sum.saturating_add(*size));
        let chosen = match widest {
            Some(widest) if widest.0 > sum => vec![widest],
            _ => place.into_values().collect(),
        };
        for (size, reached) in chosen {
            total = total.saturating_add(size);
            rows.extend(reached.low().into_iter().map(|(row, _)| row));
        }
    }
    (rows, total)
}

/// Territories joined by activities that span them: each points towards the first of its place.
#[derive(Default)]
struct Places<'r>(BTreeMap<&'r Code, &'r Code>);

impl<'r> Places<'r> {
    fn root(&self, territory: &'r Code) -> &'r Code {
        let mut at = territory;
        while let Some(next) = self.0.get(at) {
            at = next;
        }
        at
    }

    fn join(&mut self, one: &'r Code, other: &'r Code) {
        let (one, other) = (self.root(one), self.root(other));
        match one.cmp(other) {
            std::cmp::Ordering::Less => self.0.insert(other, one),
            std::cmp::Ordering::Greater => self.0.insert(one, other),
            std::cmp::Ordering::Equal => None,
        };
    }
}
