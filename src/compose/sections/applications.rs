//! The applications themselves, one row each.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::compose::scale::Scale;
use crate::compose::{Inputs, activity, grid, project};
use crate::model::report::Block;
use crate::model::{Field, Figures, List, Sheet, Value};

/// The applications that are printed; the workbook holds all.
const APPLICATIONS: usize = 40;

/// Lists the applications, those of the largest amounts first: call and funder, stage, amounts and deadline.
pub(super) fn table(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let table = inputs.dataset.table(Sheet::Funding);
    let rates = &inputs.settings.rates;
    let amount = |at: u32, field| {
        let money = table.rows.get(at as usize).and_then(|row| table.money(row, field))?;
        rates.convert(&money, inputs.settings.cutoff())
    };
    let mut rows: Vec<(u32, Option<Decimal>)> = figures
        .rows
        .get(&Sheet::Funding)
        .into_iter()
        .flatten()
        .map(|&at| (at, amount(at, Field::AmountRequested)))
        .collect();
    rows.sort_by_key(|(at, requested)| (Reverse(*requested), *at));
    let all = rows.len();
    rows.truncate(APPLICATIONS);
    let awarded: Vec<Option<Decimal>> = rows.iter().map(|(at, _)| amount(*at, Field::AmountAwarded)).collect();
    let scale =
        Scale::of(rows.iter().map(|row| row.1).chain(awarded.iter().copied()).flatten(), &rates.report_currency);
    let columns = vec![
        grid::words("report-head-call", 0.0),
        grid::words("report-head-stage", 36.0),
        grid::numbers(scale.head("report-head-requested"), 25.0),
        grid::numbers(scale.head("report-head-awarded"), 25.0),
        grid::words("report-head-deadline", 28.0),
    ];
    let lines = rows.iter().zip(&awarded).map(|((at, requested), awarded)| {
        let cell = |field, list| {
            let row = table.rows.get(*at as usize);
            activity::grid_cell(row.map_or(Value::Missing, |row| activity::print(table.cell(row, field), list)))
        };
        vec![
            grid::two_lines(project::call(inputs, *at), project::funder(inputs, *at)),
            cell(Field::FundingStage, Some(List::Stages)),
            scale.cell(*requested).into(),
            scale.cell(*awarded).into(),
            cell(Field::Deadline, None),
        ]
    });
    let mut notes = vec![Value::key("note-rate-cutoff")];
    if all > APPLICATIONS {
        let of = [("shown", Value::count(APPLICATIONS as u64)), ("all", Value::count(all as u64))];
        notes.push(Value::phrase("note-applications-first", of));
    }
    grid::table(Value::key("grid-applications"), columns, lines.collect(), None, notes)
}
