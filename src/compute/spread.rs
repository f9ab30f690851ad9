//! Distributions: the number of rows of each value, and the median. Grades have no mean.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::content::Content;
use super::evaluate::{Context, Evaluation, counted};
use super::keep::{Keep, keep};
use super::sum::census;
use super::view::View;
use crate::model::measure::{Operand, Selection};
use crate::model::{Cell, Code, Kind, List, Outcome, Sheet, schema};

/// The number of rows of each value: those of a closed list in its order, the others by number, then by name. The median
/// is the lower middle of the values that read as numbers.
pub(super) fn spread(view: &View<'_>, selection: &Selection, operand: Operand, context: Context<'_>) -> Evaluation {
    let sheet = selection.table;
    let ask = context.ask(selection, operand.field);
    let content = |row: u32| match view.cells(sheet, row, operand).next() {
        None | Some(Cell::Missing) => Content::Missing,
        Some(Cell::NotApplicable) => Content::NotApplicable,
        Some(Cell::Held) => Content::Held,
        Some(_) => Content::Value(Decimal::ONE),
    };
    let taken = view.take(ask, &content);
    let valued: Vec<u32> = taken.rows.iter().copied().filter(|&row| content(row).value().is_some()).collect();
    let kept = keep(view, sheet, &valued, Keep::of(selection), ask.measured);
    let mut counts: BTreeMap<Code, u64> = BTreeMap::new();
    for kept in &kept {
        for item in view.items(sheet, kept.row, operand) {
            *counts.entry(item).or_default() += 1;
        }
    }
    let (reported, asked) = census(view, ask, &taken, &content);
    let outcome = if counts.is_empty() {
        Outcome::NotReported
    } else {
        let lines = lines(view, sheet, operand, counts);
        let median = median(&lines);
        Outcome::Spread(lines, median)
    };
    let held = taken.rows.iter().any(|&row| content(row) == Content::Held);
    let marks = view.marks(selection.once.is_some() || !taken.plain);
    Evaluation {
        outcome,
        reported,
        asked,
        undated: taken.undated.len() as u64,
        provisional: taken.uncertain || held,
        marks: if marks { counted(kept.into_iter().map(|kept| (kept.row, kept.item))) } else { Vec::new() },
        empty: taken.rows.is_empty(),
        ..Evaluation::nothing(Some(sheet))
    }
}

fn lines(view: &View<'_>, sheet: Sheet, operand: Operand, mut counts: BTreeMap<Code, u64>) -> Vec<(Box<str>, u64)> {
    let sheet = if operand.of_activity { Sheet::Activities } else { sheet };
    let list: Option<List> = schema::columns(sheet).iter().find_map(|column| match column.kind {
        Kind::One(list) if column.field == operand.field => Some(list),
        _ => None,
    });
    let mut lines: Vec<(Box<str>, u64)> = Vec::new();
    for entry in list.map_or(&[][..], |list| view.prepared.reference.entries(list)) {
        lines.push((entry.code.as_str().into(), counts.remove(&entry.code).unwrap_or(0)));
    }
    let mut rest: Vec<_> = counts.into_iter().collect();
    rest.sort_by_key(|(value, _)| (value.parse::<Decimal>().unwrap_or(Decimal::MAX), value.clone()));
    lines.extend(rest.into_iter().map(|(value, number)| (value.as_str().into(), number)));
    lines
}

fn median(lines: &[(Box<str>, u64)]) -> Option<Box<str>> {
    let mut grades: Vec<(Decimal, &str, u64)> =
        lines.iter().filter_map(|(value, number)| Some((value.parse().ok()?, &**value, *number))).collect();
    grades.sort_unstable();
    let total: u64 = grades.iter().map(|grade| grade.2).sum();
    let mut seen = 0;
    grades.into_iter().find_map(|(_, value, number)| {
        seen += number;
        (total > 0 && seen > (total - 1) / 2).then(|| value.into())
    })
}
