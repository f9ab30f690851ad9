//! What a reading of an indicator needs beside its cells: its indicator, and percentages as fractions.

use rust_decimal::Decimal;

use crate::model::{Cell, Field, Finding, FindingCode, List, Place, Row, Sheet, Value, schema};
use crate::reference::Reference;

use super::cells::{Judged, shown, shown_number, shown_percent};

/// The columns whose numbers have the indicator's unit.
pub const VALUES: [Field; 3] = [Field::Baseline, Field::Target, Field::Actual];

fn at(field: Field) -> usize {
    // Every field named in this file is a column of the sheet; a test of the schema holds it.
    schema::position(Sheet::Indicators, field).unwrap_or(0)
}

/// Finds the indicator by its name where no code is given, and turns percentage points into fractions.
pub fn complete(
    reference: &Reference,
    row: &mut Row,
    judged: &[(usize, Option<u16>, Judged)],
    absent: &[Field],
    place: &dyn Fn(Option<u16>) -> Place,
    findings: &mut Vec<Finding>,
) {
    let (code_at, name_at) = (at(Field::IndicatorCode), at(Field::IndicatorName));
    let source = |wanted: usize| judged.iter().find(|(at, _, _)| *at == wanted).and_then(|(_, column, _)| *column);
    match (&row.cells[code_at], row.cells[name_at].text()) {
        (Cell::Code(_), _) => {}
        (Cell::Held, _) => row.held = true,
        (_, Some(name)) => match reference.exact(List::Indicators, name) {
            Some(code) => {
                super::decisions::used(reference, List::Indicators, name, place(source(name_at)), findings);
                row.cells.set(code_at, Cell::Code(code));
            }
            None => findings
                .push(Finding::new(FindingCode::IndicatorUnknown, place(source(name_at))).with("found", shown(name))),
        },
        (_, None) => {
            row.held = true;
            if absent.is_empty() {
                findings.push(
                    Finding::new(FindingCode::Required, place(source(code_at)))
                        .with("field", Value::Column(Sheet::Indicators, Field::IndicatorCode)),
                );
            }
        }
    }
    percentages(reference, row, judged, place, findings);
}

/// Reads plain numbers of a percentage indicator: as percentage points where one of them is over 1, `52.4` being 52.4 %;
/// else as fractions, `0.52` being 52 %. Both are told.
///
/// The three values of a row are written alike. One that may be either, beside one that is points, is asked: `0.52`
/// beside a target of `80`. A percentage of an indicator that counts something else is refused.
fn percentages(
    reference: &Reference,
    row: &mut Row,
    judged: &[(usize, Option<u16>, Judged)],
    place: &dyn Fn(Option<u16>) -> Place,
    findings: &mut Vec<Finding>,
) {
    let unit = row.cells[at(Field::IndicatorCode)]
        .code()
        .and_then(|code| reference.indicator(code))
        .map(|indicator| indicator.unit.clone())
        .or_else(|| row.cells[at(Field::Unit)].code().cloned());
    let Some(unit) = unit else { return };
    let values = judged.iter().filter(|(at, _, _)| VALUES.contains(&schema::columns(Sheet::Indicators)[*at].field));
    let (marked, plain): (Vec<_>, Vec<_>) = values.partition(|(_, _, judged)| judged.percent);
    if unit != "percent" {
        // A ratio may well be written as a percentage; people and hectares may not.
        for (at, column, _) in marked.into_iter().filter(|_| unit != "ratio") {
            row.cells.set(*at, Cell::Held);
            findings.push(
                Finding::new(FindingCode::UnitMismatch, place(*column))
                    .with("found", Value::Name(List::Units, "percent".into()))
                    .with("expected", Value::Name(List::Units, unit.clone())),
            );
        }
        return;
    }
    let plain: Vec<(usize, Option<u16>, Decimal)> =
        plain.into_iter().filter_map(|(at, column, judged)| Some((*at, *column, judged.cell.number()?))).collect();
    let points = plain.iter().any(|(_, _, number)| number.abs() > Decimal::ONE);
    for (at, column, number) in plain.into_iter().filter(|(_, _, number)| !number.is_zero()) {
        // A number written as a text was told already, and is told better here.
        findings.retain(|finding| finding.code != FindingCode::NumberAsText || finding.place != place(column));
        let found = shown_number(number);
        let small = number / Decimal::ONE_HUNDRED;
        if points && number.abs() <= Decimal::ONE {
            row.cells.set(at, Cell::Held);
            findings.push(
                Finding::new(FindingCode::PercentDoubt, place(column))
                    .with("found", found)
                    .with("first", shown_percent(small))
                    .with("second", shown_percent(number)),
            );
            continue;
        }
        let fraction = if points { small.normalize() } else { number };
        row.cells.set(at, Cell::Number(fraction));
        findings.push(
            Finding::new(FindingCode::NumberAsText, place(column))
                .with("found", found)
                .with("read", shown_percent(fraction)),
        );
    }
}
