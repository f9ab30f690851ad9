//! Which of the rows that take part are kept: all, one for each value of a column, or the latest of each series.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::view::View;
use crate::model::measure::{Operand, Selection};
use crate::model::{Code, Field, Sheet};

/// Which rows of a selection are kept.
#[derive(Debug, Clone, Copy)]
pub(super) enum Keep {
    /// All.
    All,
    /// The last of each value of a column.
    Once(Operand),
    /// The last of each series: activity, territory and group.
    Series,
}

impl Keep {
    /// Reads what a selection keeps.
    pub fn of(selection: &Selection) -> Keep {
        selection.once.map_or(Keep::All, Keep::Once)
    }
}

/// A kept row, and the value it is kept for where a column is counted once.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub row: u32,
    pub item: Vec<Code>,
}

impl Kept {
    /// Makes a row that is kept for itself.
    pub fn whole(row: u32) -> Kept {
        Kept { row, item: Vec::new() }
    }
}

/// Keeps the last row of each value or series. A row that measures nothing must be left out before: the latest value of
/// a series is the latest that was reported.
///
/// Of a series of totals and of its groups, the side reported last is kept, so that none is counted beside its parts.
pub(super) fn keep(view: &View<'_>, sheet: Sheet, rows: &[u32], how: Keep, measured: Field) -> Vec<Kept> {
    let order = |row: u32| view.order(sheet, row, measured);
    match how {
        Keep::All => rows.iter().map(|&row| Kept::whole(row)).collect(),
        Keep::Once(operand) => {
            let mut last: BTreeMap<Code, u32> = BTreeMap::new();
            for &row in rows {
                for item in view.items(sheet, row, operand) {
                    let entry = last.entry(item).or_insert(row);
                    if order(*entry) < order(row) {
                        *entry = row;
                    }
                }
            }
            let mut kept: Vec<_> = last.into_iter().map(|(item, row)| Kept { row, item: vec![item] }).collect();
            kept.sort_by(|a, b| (a.row, &a.item).cmp(&(b.row, &b.item)));
            kept
        }
        Keep::Series => {
            let mut last: BTreeMap<_, u32> = BTreeMap::new();
            for &row in rows {
                let [territory, group] =
                    [Field::Territory, Field::Group].map(|field| view.cell(sheet, row, field).text());
                let activity = view.prepared.activities_of(sheet, row).first().copied();
                let indicator = view.cell(sheet, row, Field::IndicatorCode).text();
                let entry = last.entry((indicator, activity, territory, group)).or_insert(row);
                if order(*entry) < order(row) {
                    *entry = row;
                }
            }
            let day = |row: u32| order(row).0;
            let mut sides: BTreeMap<_, [Option<Option<Date>>; 2]> = BTreeMap::new();
            for (&(indicator, activity, territory, group), &row) in &last {
                let side =
                    &mut sides.entry((indicator, activity, territory)).or_default()[usize::from(group.is_some())];
                *side = (*side).max(Some(day(row)));
            }
            let mut kept: Vec<_> = last
                .iter()
                .filter(|((indicator, activity, territory, group), _)| {
                    let [total, parts] = sides[&(*indicator, *activity, *territory)];
                    if group.is_some() { parts > total } else { total >= parts }
                })
                .map(|(_, &row)| Kept::whole(row))
                .collect();
            kept.sort_by_key(|kept| kept.row);
            kept
        }
    }
}
