//! What a reading of an indicator needs beside its cells: its indicator, and percentages as fractions.

use rust_decimal::Decimal;

use crate::model::{Cell, Code, Field, Finding, FindingCode, List, Place, Row, Sheet, Value, schema};
use crate::reference::{Match, Reference};

use super::cells::{Judged, shown};

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
        (_, Some(name)) => match reference.find(List::Indicators, name) {
            Match::Exact(code) => {
                super::decisions::used(reference, List::Indicators, name, place(source(name_at)), findings);
                row.cells[code_at] = Cell::Code(code);
            }
            _ => findings
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

/// Reads plain numbers over 1 of a percentage indicator as percentage points: `52.4` is 52.4 %.
///
/// The three values of a row are written alike, so one that is over 1 tells about all that carry no percent sign.
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
    if unit != Some(Code::from("percent")) {
        return;
    }
    let plain: Vec<(usize, Option<u16>, Decimal)> = judged
        .iter()
        .filter(|(at, _, judged)| VALUES.contains(&schema::columns(Sheet::Indicators)[*at].field) && !judged.percent)
        .filter_map(|(at, column, judged)| Some((*at, *column, judged.cell.number()?)))
        .collect();
    if !plain.iter().any(|(_, _, number)| number.abs() > Decimal::ONE) {
        return;
    }
    for (at, column, number) in plain {
        let fraction = (number / Decimal::ONE_HUNDRED).normalize();
        row.cells[at] = Cell::Number(fraction);
        let points = number.normalize();
        findings.push(
            Finding::new(FindingCode::NumberAsText, place(column))
                .with("found", Value::Code(points.to_string().into()))
                .with("read", Value::Percent(fraction, points.scale().min(12) as u8)),
        );
    }
}
