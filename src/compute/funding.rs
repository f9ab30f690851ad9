//! The status of the funding search: stages, funders and the time to a decision; deadlines, calls and needs stand in files
//! of their own.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::content::{Content, own};
use super::sum::Sum;
use super::time::{Rule, Timing};
use super::view::View;
use crate::model::figures::{FunderLine, FundingStatus, StageLine};
use crate::model::{Code, Field, MoneySum, Sheet};
use crate::reference::Stage;

const SHEET: Sheet = Sheet::Funding;

/// Gives the status of the applications in scope as it stands at the end of the period.
///
/// Stages, funders and deadlines speak of the same applications: those followed up to the cut-off, also from before the
/// period. So what a funder was asked for is awarded, pending or neither, and the parts never pass the whole.
pub(super) fn status(view: &View<'_>) -> FundingStatus {
    let sure = view.rows(SHEET).iter().filter(|standing| standing.sure).map(|standing| standing.row);
    let in_time = |row: u32, rule, measured| view.timing(SHEET, row, rule, measured) == Timing::In;
    let rows: Vec<u32> = sure.clone().filter(|&row| in_time(row, Rule::Stock, Field::SubmissionDate)).collect();
    let decided: Vec<u32> = sure.filter(|&row| in_time(row, Rule::Stock, Field::DaysToDecision)).collect();
    FundingStatus {
        stages: stages(view, &rows),
        funders: funders(view, &rows),
        deadlines: super::deadline::deadlines(view, &rows),
        checks: super::call::checks(view, &rows),
        needs: super::needs::needs(view),
        days_to_decision: days_to_decision(view, &decided),
    }
}

pub(super) fn stage<'a>(view: &View<'a>, row: u32) -> Option<&'a Stage> {
    view.prepared.reference.stage(view.cell(SHEET, row, Field::FundingStage).code()?)
}

fn sum(view: &View<'_>, rows: impl IntoIterator<Item = u32>, field: Field) -> MoneySum {
    let mut sum = Sum::new(view, SHEET, own(field), field);
    for row in rows {
        if let Content::Value(value) = view.content(SHEET, row, own(field), "") {
            sum.add(row, value);
        }
    }
    sum.money()
}

/// Says whether a stage lies on the way from opportunity to settlement; the reserve list and losses lie beside it.
fn on_the_way(stage: &Stage) -> bool {
    &*stage.phase != "lost" && stage.code != "reserve"
}

/// Gives the furthest order that an application reached on the way.
///
/// One on the reserve list was under review. A lost one went as far as its passages tell, at least to its submission
/// where that has a day, else no further than the first stage.
fn furthest(view: &View<'_>, row: u32, stage: &Stage) -> u32 {
    if on_the_way(stage) {
        return stage.order;
    }
    let reference = view.prepared.reference;
    let order = |code: &str| reference.stage(code).map_or(0, |stage| stage.order);
    if stage.code == "reserve" {
        return order("under-review");
    }
    let table = view.prepared.dataset.table(SHEET);
    let application = table.cell(&table.rows[row as usize], Field::ApplicationId).code();
    let passed = application
        .into_iter()
        .flat_map(|application| view.prepared.stages_passed(application))
        .filter_map(|code| reference.stage(code))
        .filter(|stage| on_the_way(stage))
        .map(|stage| stage.order)
        .max();
    let submitted = view.cell(SHEET, row, Field::SubmissionDate).date().map(|_| order("submitted"));
    passed.into_iter().chain(submitted).max().unwrap_or(order("identified"))
}

fn stages(view: &View<'_>, rows: &[u32]) -> Vec<StageLine> {
    let mut present: BTreeMap<&Code, Vec<u32>> = BTreeMap::new();
    let mut reached: Vec<u32> = Vec::new();
    for &row in rows {
        if let Some(stage) = stage(view, row) {
            present.entry(&stage.code).or_default().push(row);
            reached.push(furthest(view, row, stage));
        }
    }
    let stages = view.prepared.reference.stages.iter();
    stages
        .map(|stage| {
            let rows = present.get(&stage.code).map_or(&[][..], Vec::as_slice);
            let further = reached.iter().filter(|order| **order >= stage.order).count();
            StageLine {
                stage: stage.code.clone(),
                present: rows.len() as u64,
                reached: if on_the_way(stage) { further } else { rows.len() } as u64,
                requested: sum(view, rows.iter().copied(), Field::AmountRequested),
            }
        })
        .collect()
}

fn funders(view: &View<'_>, rows: &[u32]) -> Vec<FunderLine> {
    let mut by_funder: BTreeMap<&Code, Vec<u32>> = BTreeMap::new();
    for &row in rows {
        if let Some(funder) = view.cell(SHEET, row, Field::Funder).code() {
            by_funder.entry(funder).or_default().push(row);
        }
    }
    let submitted = view.prepared.reference.stage("concept-submitted").map_or(0, |stage| stage.order);
    let awaits = |row: &u32| stage(view, *row).is_some_and(|stage| &*stage.phase == "open" && stage.order >= submitted);
    let mut lines: Vec<FunderLine> = by_funder
        .into_iter()
        .map(|(funder, rows)| FunderLine {
            funder: funder.clone(),
            applications: rows.len() as u64,
            requested: sum(view, rows.iter().copied(), Field::AmountRequested),
            awarded: sum(view, rows.iter().copied(), Field::AmountAwarded),
            pending: sum(view, rows.into_iter().filter(awaits), Field::AmountRequested),
        })
        .collect();
    lines.sort_by(|a, b| b.requested.converted.cmp(&a.requested.converted).then_with(|| a.funder.cmp(&b.funder)));
    lines
}

/// Gives the lower middle of the days between submission and decision, over decided applications.
fn days_to_decision(view: &View<'_>, rows: &[u32]) -> Option<i64> {
    let decided = rows.iter().filter(|&&row| stage(view, row).is_some_and(|stage| stage.decided));
    let mut all: Vec<Decimal> =
        decided.filter_map(|&row| view.cell(SHEET, row, Field::DaysToDecision).number()).collect();
    all.sort_unstable();
    all.get(all.len().checked_sub(1)? / 2).and_then(|days| i64::try_from(*days).ok())
}
