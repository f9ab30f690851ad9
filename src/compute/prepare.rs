//! The normal form that measures stand on: summary columns as rows, derived columns, and the tables that no return
//! holds.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::{Cell, Code, Dataset, Field, List, Origin, Return, Row, Settings, Sheet, SheetId, Table};
use crate::reference::Reference;

/// Brings a judged dataset into normal form. Run it once; a second run would add rows again.
///
/// * Groups of people that are called indirect get one code.
/// * An activity without rows in `amounts` gets one undated row for each summary amount; one without rows in
///   `beneficiaries` gets rows of the people reached (women, and the rest without a sex) and planned. Only cells that say
///   something become rows: a missing one stays missing. The rows of a held activity are held.
/// * The last passage of an application is its stage.
/// * The derived columns of readings, applications and milestones are filled.
/// * The tables `returns` (one row an expected territory) and `campaign` (one row) are made.
pub fn prepare(dataset: &mut Dataset, reference: &Reference, settings: &Settings) {
    amounts(dataset);
    indirect(dataset, reference);
    beneficiaries(dataset);
    stages(dataset, reference);
    applications(dataset, settings);
    populations(dataset, reference);
    returns(dataset, reference, settings);
    campaign(dataset, reference, settings);
}

/// Gives the activities that a table has rows of; held rows count, since the detail exists.
fn detailed(dataset: &Dataset, sheet: Sheet) -> BTreeSet<Code> {
    let table = dataset.table(sheet);
    table.rows.iter().flat_map(|row| table.cell(row, Field::ActivityId).codes()).cloned().collect()
}

/// Makes a row of some cells.
fn row(sheet: Sheet, origin: Origin, cells: impl IntoIterator<Item = (Field, Cell)>) -> Row {
    let mut table = Table::new(sheet);
    table.rows.push(Row::blank(sheet, origin));
    for (field, cell) in cells {
        table.set(0, field, cell);
    }
    table.rows.remove(0)
}

/// Adds rows to a table, without making an empty one.
fn extend(dataset: &mut Dataset, sheet: Sheet, rows: Vec<Row>) {
    if !rows.is_empty() {
        dataset.table_mut(sheet).rows.extend(rows);
    }
}

fn code(text: &str) -> Cell {
    Cell::Code(Code::from(text))
}

fn amounts(dataset: &mut Dataset) {
    const SUMMARY: [(Field, &str); 3] =
        [(Field::BudgetTotal, "budget"), (Field::BudgetSpent, "disbursed"), (Field::InKind, "in-kind")];
    let detailed = detailed(dataset, Sheet::Amounts);
    let activities = dataset.table(Sheet::Activities);
    let mut rows = Vec::new();
    for activity in &activities.rows {
        let id = activities.cell(activity, Field::ActivityId);
        if id.code().is_none_or(|id| detailed.contains(id)) {
            continue;
        }
        for (field, kind) in SUMMARY {
            let amount = activities.cell(activity, field);
            if *amount != Cell::Missing {
                let origin = dataset.origin(Sheet::Activities, activity, field);
                let currency = activities.cell(activity, Field::Currency).clone();
                let cells = [
                    (Field::ActivityId, id.clone()),
                    (Field::Kind, code(kind)),
                    (Field::Amount, amount.clone()),
                    (Field::Currency, currency),
                ];
                rows.push(Row { held: activity.held, ..row(Sheet::Amounts, origin, cells) });
            }
        }
    }
    extend(dataset, Sheet::Amounts, rows);
}

/// Gives groups that are called indirect, in whatever words of the list, its one code: the others are direct.
fn indirect(dataset: &mut Dataset, reference: &Reference) {
    let Some(table) = dataset.tables.get_mut(&Sheet::Beneficiaries).map(Arc::make_mut) else { return };
    for at in 0..table.rows.len() {
        let group = table.cell(&table.rows[at], Field::Group).text();
        if let Some(known) = group.and_then(|group| reference.exact(List::Values("group"), group))
            && *known == *"indirect"
        {
            table.set(at, Field::Group, Cell::Code(known));
        }
    }
}

fn beneficiaries(dataset: &mut Dataset) {
    let detailed = detailed(dataset, Sheet::Beneficiaries);
    let activities = dataset.table(Sheet::Activities);
    let mut rows = Vec::new();
    for activity in &activities.rows {
        let id = activities.cell(activity, Field::ActivityId);
        if id.code().is_none_or(|id| detailed.contains(id)) {
            continue;
        }
        let [planned, total, women] =
            [Field::BeneficiariesPlanned, Field::BeneficiariesTotal, Field::BeneficiariesWomen]
                .map(|field| activities.cell(activity, field));
        let rest = match (total.number(), women.number()) {
            (Some(total), Some(women)) => Cell::Number(total.saturating_sub(women)),
            _ => total.clone(),
        };
        let parts = [
            (Field::BeneficiariesPlanned, "planned", None, planned),
            (Field::BeneficiariesTotal, "reached", None, &rest),
            (Field::BeneficiariesWomen, "reached", Some("f"), women),
        ];
        for (field, stage, sex, number) in parts {
            if *number != Cell::Missing {
                let origin = dataset.origin(Sheet::Activities, activity, field);
                let cells = [
                    (Field::ActivityId, id.clone()),
                    (Field::PlannedReached, code(stage)),
                    (Field::Sex, sex.map_or(Cell::Missing, code)),
                    (Field::Number, number.clone()),
                ];
                rows.push(Row { held: activity.held, ..row(Sheet::Beneficiaries, origin, cells) });
            }
        }
    }
    extend(dataset, Sheet::Beneficiaries, rows);
}

/// Sets the stage of each application that has passages to that of its last one; the later stage on the same day.
fn stages(dataset: &mut Dataset, reference: &Reference) {
    let passages = dataset.table(Sheet::Passages);
    let mut last = BTreeMap::new();
    for row in passages.live() {
        let cells = [Field::ApplicationId, Field::Stage].map(|field| passages.cell(row, field).code().cloned());
        if let ([Some(application), Some(stage)], Some(date)) = (cells, passages.cell(row, Field::Date).date()) {
            let order = reference.stage(&stage).map_or(0, |stage| stage.order);
            let entry = last.entry(application).or_insert((date, order, stage.clone()));
            if (entry.0, entry.1) < (date, order) {
                *entry = (date, order, stage);
            }
        }
    }
    if last.is_empty() {
        return;
    }
    let funding = dataset.table_mut(Sheet::Funding);
    for at in 0..funding.rows.len() {
        let application = funding.cell(&funding.rows[at], Field::ApplicationId).code();
        if let Some((_, _, stage)) = application.and_then(|application| last.get(application)) {
            funding.set(at, Field::FundingStage, Cell::Code(stage.clone()));
        }
    }
}

/// Puts cells together: held if one is held, missing if one says nothing, else the number that the function gives.
fn combine<const N: usize>(cells: [&Cell; N], number: impl FnOnce([Decimal; N]) -> Decimal) -> Cell {
    if cells.contains(&&Cell::Held) {
        return Cell::Held;
    }
    let numbers = cells.map(Cell::number);
    if numbers.contains(&None) {
        return Cell::Missing;
    }
    Cell::Number(number(numbers.map(Option::unwrap_or_default)))
}

fn applications(dataset: &mut Dataset, settings: &Settings) {
    if !dataset.tables.contains_key(&Sheet::Funding) {
        return;
    }
    let funding = dataset.table_mut(Sheet::Funding);
    for at in 0..funding.rows.len() {
        let cell = |field| funding.cell(&funding.rows[at], field);
        let own = combine([cell(Field::OwnCash), cell(Field::OwnInKind)], |[cash, kind]| cash.saturating_add(kind));
        let gap = combine([cell(Field::TotalCost), cell(Field::AmountSigned), &own], |[cost, signed, own]| {
            cost.saturating_sub(signed).saturating_sub(own)
        });
        let probability = cell(Field::FundingStage)
            .code()
            .map(|stage| settings.stage_probability.get(stage).copied().unwrap_or_default());
        let expected = match probability {
            Some(probability) => combine([cell(Field::AmountRequested)], |[amount]| amount.saturating_mul(probability)),
            None => Cell::Missing,
        };
        let days = match (cell(Field::SubmissionDate), cell(Field::DecisionDate)) {
            (Cell::Held, _) | (_, Cell::Held) => Cell::Held,
            (from, to) => match (from.date(), to.date()) {
                (Some(from), Some(to)) => Cell::Number(super::clock::days(from, to).into()),
                _ => Cell::Missing,
            },
        };
        funding.set(at, Field::OwnTotal, own);
        funding.set(at, Field::Gap, gap);
        funding.set(at, Field::AmountExpected, expected);
        funding.set(at, Field::DaysToDecision, days);
    }
}

/// Fills the population of readings and milestones: that of their territories, all of which must be known.
fn populations(dataset: &mut Dataset, reference: &Reference) {
    for (sheet, field) in [(Sheet::Indicators, Field::Territory), (Sheet::Milestones, Field::Territories)] {
        let Some(table) = dataset.tables.get_mut(&sheet).map(Arc::make_mut) else { continue };
        for at in 0..table.rows.len() {
            let territories = table.cell(&table.rows[at], field).codes();
            let total: Option<Decimal> = territories.iter().map(|code| population(reference, code)).sum();
            if let Some(total) = total.filter(|_| !territories.is_empty()) {
                table.set(at, Field::Population, Cell::Number(total));
            }
        }
    }
}

/// Gives the inhabitants of a territory.
pub(super) fn population(reference: &Reference, territory: &str) -> Option<Decimal> {
    Some(reference.territory(territory)?.population?.0.into())
}

/// What the returns of one territory come to.
pub(super) struct Sent {
    /// The first day one was received: a correction that follows does not make it late.
    pub received_on: Option<jiff::civil::Date>,
    /// Cells read, and those that no finding of severity error holds.
    pub cells: (u64, u64),
}

/// Sums up the returns by territory.
pub(super) fn sent(dataset: &Dataset) -> BTreeMap<&Code, Sent> {
    let mut all = BTreeMap::new();
    for (territory, each) in dataset.returns.iter().filter_map(|each| Some((each.territory.as_ref()?, each))) {
        let entry = all.entry(territory).or_insert(Sent { received_on: None, cells: (0, 0) });
        entry.received_on = entry.received_on.into_iter().chain(each.received_on).min();
        let (read, valid) = cells(dataset, each);
        entry.cells = (entry.cells.0 + read, entry.cells.1 + valid);
    }
    all
}

fn cells(dataset: &Dataset, sent: &Return) -> (u64, u64) {
    let count = |sheet: &SheetId| dataset.cells.get(sheet).cloned().unwrap_or_default();
    sent.sheets
        .iter()
        .map(count)
        .fold((0, 0), |sum, count| (sum.0 + count.read, sum.1 + count.read.saturating_sub(count.held)))
}

/// Gives the territories from which a return is expected, in list order.
pub(super) fn expected<'a>(reference: &'a Reference, settings: &'a Settings) -> impl Iterator<Item = &'a Code> {
    reference
        .territories
        .iter()
        .map(|territory| &territory.code)
        .filter(|code| settings.expected.as_ref().is_none_or(|expected| expected.contains(code)))
}

/// Makes the table of returns.
///
/// `on_time` is missing where a return came on an undeclared day; a territory that sent nothing is not on time. Where no
/// day at all is declared, punctuality is not reported.
fn returns(dataset: &mut Dataset, reference: &Reference, settings: &Settings) {
    let sent = sent(dataset);
    let dated = sent.values().any(|sent| sent.received_on.is_some());
    let place = Origin::row(SheetId(u16::MAX), 0);
    let count = |number: u64| Cell::Number(number.into());
    let rows: Vec<Row> = expected(reference, settings)
        .map(|territory| {
            let sent = sent.get(territory);
            let received = sent.and_then(|sent| sent.received_on);
            let on_time = match (sent, received) {
                (_, Some(day)) => code(if day <= settings.due { "yes" } else { "no" }),
                (None, None) if dated => code("no"),
                _ => Cell::Missing,
            };
            let cells = [
                (Field::Territory, Cell::Code(territory.clone())),
                (
                    Field::Party,
                    country(reference, territory).map_or(Cell::Missing, |country| Cell::Code(country.clone())),
                ),
                (Field::ReceivedOn, received.map_or(Cell::Missing, Cell::Date)),
                (Field::OnTime, on_time),
                (Field::CellsRead, sent.map_or(Cell::Missing, |sent| count(sent.cells.0))),
                (Field::CellsValid, sent.map_or(Cell::Missing, |sent| count(sent.cells.1))),
            ];
            row(Sheet::Returns, place, cells)
        })
        .collect();
    extend(dataset, Sheet::Returns, rows);
}

/// Makes the table of the campaign: how many councils each side counts. A side is the country of its list of
/// territories, in whichever order the campaign names the parties.
fn campaign(dataset: &mut Dataset, reference: &Reference, settings: &Settings) {
    let councils = |side: List| {
        let host = country(reference, &reference.entries(side).first()?.code)?;
        let party = settings.agreement.parties.iter().find(|party| party.country.eq_ignore_ascii_case(host))?;
        Some(Cell::Number(party.councils.into()))
    };
    let councils = |side| councils(side).unwrap_or_default();
    let cells =
        [(Field::CouncilsMa, councils(List::TerritoriesMa)), (Field::CouncilsFr, councils(List::TerritoriesFr))];
    let place = Origin::row(SheetId(u16::MAX), 0);
    extend(dataset, Sheet::Campaign, vec![row(Sheet::Campaign, place, cells)]);
}

/// Gives the country of a territory.
pub(super) fn country<'a>(reference: &'a Reference, territory: &str) -> Option<&'a Code> {
    reference.territory(territory).map(|territory| &territory.country)
}
