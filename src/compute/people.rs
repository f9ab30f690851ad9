//! Which figures count people, so that a public edition may have to mask them.

use crate::model::measure::{Measure, Operand};
use crate::model::{Sheet, schema};
use crate::reference::{Indicator, Reference};

/// Says whether a figure counts people, or one of its sides does.
pub(super) fn counts(indicator: &Indicator) -> bool {
    let [above, below] = sides(indicator);
    above || below
}

/// Says of a figure whether it counts people; of a quotient, whether its numerator and its denominator do.
pub(super) fn sides(indicator: &Indicator) -> [bool; 2] {
    match &indicator.measure {
        Measure::Ratio(above, below, _) => [above, below].map(|side| measured(side, indicator.people)),
        measure => [measured(measure, indicator.people), false],
    }
}

/// Gives the table and the column that a measure adds up; `None` for one that adds up none.
pub(super) fn operand(measure: &Measure) -> Option<(Sheet, Operand)> {
    match measure {
        Measure::Sum(selection, operand)
        | Measure::Latest(selection, operand)
        | Measure::Bounds(selection, operand)
        | Measure::Spread(selection, operand) => Some((selection.table, *operand)),
        Measure::Top(_, inner, _) => operand(inner),
        Measure::Count(_) | Measure::Distinct(..) | Measure::Mean(..) | Measure::Ratio(..) | Measure::Attainment(_) => {
            None
        }
    }
}

/// Says whether a measure adds up people: a column that counts them, or readings of an indicator that does.
fn measured(measure: &Measure, people: bool) -> bool {
    operand(measure).is_some_and(|(sheet, operand)| column(sheet, operand) || (people && sheet == Sheet::Indicators))
}

/// Says whether a column counts people by itself.
fn column(sheet: Sheet, operand: Operand) -> bool {
    let sheet = if operand.of_activity { Sheet::Activities } else { sheet };
    schema::column_of(sheet, operand.field).is_some_and(|column| column.people)
}

/// Says whether a sum in a unit adds up people.
pub(super) fn counted(reference: &Reference, sheet: Sheet, operand: Operand, unit: &str) -> bool {
    let people = sheet == Sheet::Indicators && reference.unit(unit).is_some_and(|unit| unit.people);
    people || column(sheet, operand)
}
