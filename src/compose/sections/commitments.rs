//! The commitments of the agreement: the state of each as returns tell it, and the figures that speak of it.

use std::collections::BTreeMap;

use crate::compose::activity::{print, rows};
use crate::compose::{Inputs, cover, figure, grid};
use crate::model::report::{Chapter, GridCell};
use crate::model::{Code, DocumentKind, Field, Figures, List, Row, Sheet, Table, Value};
use crate::reference::Commitment;

const STATUSES: List = List::Values("commitment_status");

/// Lays out one row a commitment, in the order of the agreement.
///
/// Returns may differ: each state is printed with the number of returns that tell it, and none is chosen.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let table = inputs.dataset.table(Sheet::Commitments);
    let mut told: BTreeMap<&Code, Vec<&Row>> = BTreeMap::new();
    for row in rows(table, figures) {
        if let Some(code) = table.cell(row, Field::Commitment).code() {
            told.entry(code).or_default().push(row);
        }
    }
    let columns = vec![
        grid::words("report-head-commitment", 66.0),
        grid::words("report-head-status", 26.0),
        grid::words("report-head-evidence-figures", 0.0),
    ];
    let lines = inputs.reference.commitments.iter().map(|commitment| -> Vec<GridCell> {
        let mine = told.get(&commitment.code).map_or(&[][..], Vec::as_slice);
        vec![
            Value::Name(List::Commitments, commitment.code.clone()).into(),
            status(inputs, table, mine, commitment).into(),
            grid::two_lines(evidence(table, mine), shown(inputs, figures, commitment)),
        ]
    });
    let notes = vec![Value::key("note-commitments")];
    let list = grid::table(Value::key("grid-commitments"), columns, lines.collect(), None, notes)?;
    let lead = Value::phrase(
        "commitments-lead",
        [("all", Value::count(inputs.reference.commitments.len() as u64)), ("told", Value::count(told.len() as u64))],
    );
    grid::chapter(Value::key("chapter-commitments"), Value::key("commitments-kicker"), lead, vec![list])
}

/// Gives the state of a commitment: as returns tell it; else, of a term of the agreement, as the agreement itself shows.
fn status(inputs: &Inputs<'_>, table: &Table, told: &[&Row], commitment: &Commitment) -> Value {
    let of_agreement = match commitment.code.as_str() {
        "signature" | "signatories" => Some("done"),
        "duration" => Some("under-way"),
        "contact-points"
            if inputs.settings.agreement.parties.iter().all(|party| !party.contact_point.fr.is_empty()) =>
        {
            Some("done")
        }
        _ => None,
    };
    match (statuses(inputs, table, told), of_agreement) {
        (Value::Missing, Some(state)) => Value::Name(STATUSES, state.into()),
        (told, _) => told,
    }
}

/// Counts the states that returns tell of one commitment.
fn statuses(inputs: &Inputs<'_>, table: &Table, told: &[&Row]) -> Value {
    let counted = inputs.reference.entries(STATUSES).iter().filter_map(|status| {
        let same = |row: &&&Row| table.cell(row, Field::Status).code() == Some(&status.code);
        let count = told.iter().filter(same).count() as u64;
        let name = Value::Name(STATUSES, status.code.clone());
        (count > 0).then(|| Value::phrase("report-counted", [("name", name), ("count", Value::count(count))]))
    });
    let counted: Vec<Value> = counted.collect();
    if counted.is_empty() { Value::Missing } else { Value::List(counted) }
}

/// Gives the evidence that returns name.
fn evidence(table: &Table, told: &[&Row]) -> Value {
    let cells = told.iter().map(|row| table.cell(row, Field::Evidence)).filter(|cell| cell.is_present());
    let said: Vec<Value> = cells.map(|cell| print(cell, None)).collect();
    if said.is_empty() { Value::Empty } else { Value::List(said) }
}

/// Gives what the program itself knows of a commitment: the terms of the agreement, or the figures that are reported.
fn shown(inputs: &Inputs<'_>, figures: &Figures, commitment: &Commitment) -> Value {
    let agreement = &inputs.settings.agreement;
    match commitment.code.as_str() {
        "signature" => Value::phrase("commitment-signed", [("date", Value::Date(agreement.signed_on))]),
        "signatories" => Value::List(agreement.parties.iter().map(|party| Value::from(&party.name)).collect()),
        "duration" => {
            let (year, years) = (cover::year_of_term(figures), figures.clock.years);
            Value::phrase("report-year-of", [("year", Value::count(year)), ("years", Value::count(years))])
        }
        "contact-points" => {
            let named = agreement.parties.iter().filter(|party| !party.contact_point.fr.is_empty());
            Value::List(named.map(|party| Value::from(&party.contact_point)).collect())
        }
        _ => numbers(inputs, figures, &commitment.figures),
    }
}

/// Gives the figures of some indicators that are reported, by name.
fn numbers(inputs: &Inputs<'_>, figures: &Figures, codes: &[Code]) -> Value {
    let of_theme = |code: &Code| {
        let result = figures.results.iter().find(|result| result.code == *code)?;
        Some(figure::outcome(inputs, code, &result.figure.outcome))
    };
    let known = codes.iter().filter_map(|code| {
        let value = of_theme(code).unwrap_or_else(|| figure::value(inputs, &figures.cross, code));
        let printed = !matches!(&value, Value::Missing) && figure::brief(value.clone()) == value;
        printed.then(|| Value::phrase("report-counted", [("name", figure::name(code)), ("count", value)]))
    });
    let known: Vec<Value> = known.collect();
    if known.is_empty() { Value::Empty } else { Value::List(known) }
}
