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

/// A row that reports people.
struct Told {
    /// The number of its holder, in the order of holders.
    holder: u32,
    /// The number of its part, in the order of parts.
    part: u32,
    row: u32,
    value: Decimal,
}

/// What a holder reached.
struct Reached<'r> {
    territories: Vec<Code>,
    /// Its rows, part by part.
    rows: &'r [Told],
    unique: bool,
}

impl Reached<'_> {
    /// Gives the rows that hold the low end: all of a unique total, else those of the largest part.
    fn low(&self) -> &[Told] {
        if self.unique {
            return self.rows;
        }
        largest(self.rows.chunk_by(|one, other| one.part == other.part), |rows| sum(rows)).unwrap_or_default()
    }
}

fn sum(rows: &[Told]) -> Decimal {
    rows.iter().fold(Decimal::ZERO, |sum, told| sum.saturating_add(told.value))
}

/// Numbers what is met, and tells the numbers in order at the end: there may be as many holders as activities.
struct Numbers<K>(BTreeMap<K, u32>);

impl<K: Ord> Numbers<K> {
    fn number(&mut self, key: K) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(key).or_insert(next)
    }

    /// Gives the place of each number in the order of what was met.
    fn places(self) -> Vec<u32> {
        let mut places = vec![0; self.0.len()];
        for (place, number) in (0..).zip(self.0.into_values()) {
            places[number as usize] = place;
        }
        places
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
    let (mut holders, mut parts) = (Numbers(BTreeMap::new()), Numbers(BTreeMap::new()));
    let mut rows = Vec::new();
    for &row in &taken.rows {
        if let Content::Value(value) = content(row) {
            let (holder, part) = (holders.number(holder(view, sheet, row)), parts.number(part(view, sheet, row)));
            rows.push(Told { holder, part, row, value });
        }
    }
    let (holders, parts) = (holders.places(), parts.places());
    for told in &mut rows {
        (told.holder, told.part) = (holders[told.holder as usize], parts[told.part as usize]);
    }
    rows.sort_unstable_by_key(|told| (told.holder, told.part, told.row));
    let reached = |rows| reached(view, sheet, rows);
    let (held_low, low) = low(rows.chunk_by(|one, other| one.holder == other.holder).map(reached).collect());
    let high = sum(&rows);
    rows.sort_unstable_by_key(|told| told.row);
    let (reported, asked) = census(view, ask, &taken, &content);
    let all: Vec<u32> = rows.iter().map(|told| told.row).collect();
    let outcome = if rows.is_empty() {
        Outcome::NotReported
    } else if is_mixed(view, sheet, &all, context) {
        Outcome::Refused(Refusal::MixedAccumulation)
    } else {
        Outcome::Interval(low, high)
    };
    let mark = |Told { row, value, .. }: Told| {
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

fn reached<'r>(view: &View<'_>, sheet: Sheet, rows: &'r [Told]) -> Reached<'r> {
    let first = rows.iter().map(|told| told.row).min();
    let unique = |told: &Told| view.cell(sheet, told.row, Field::UniqueTotal).text() == Some("yes");
    Reached {
        territories: first.map_or(Vec::new(), |row| side(view, sheet, row)),
        rows,
        unique: rows.iter().any(unique),
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
type Largest<'r> = BTreeMap<(bool, Option<&'r Code>), (Decimal, &'r Reached<'r>)>;

/// Gives the rows that hold the low end, and its size.
///
/// What names no territory may lie anywhere: it forms a place of its own, which counts its largest.
fn low(holders: Vec<Reached<'_>>) -> (BTreeSet<u32>, Decimal) {
    let mut places = Places::default();
    for reached in &holders {
        for territory in &reached.territories {
            places.join(&reached.territories[0], territory);
        }
    }
    let mut by_place: BTreeMap<Option<&Code>, Largest<'_>> = BTreeMap::new();
    for reached in &holders {
        let first = reached.territories.first();
        let spans = reached.territories.len() > 1;
        let size = sum(reached.low());
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
            rows.extend(reached.low().iter().map(|told| told.row));
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
