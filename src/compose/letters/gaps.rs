//! The cells of a return that are wrong or blank. What was found in a cell is never told: it may be private.

use std::collections::BTreeSet;

use crate::compose::Inputs;
use crate::model::{Cell, Code, Field, Finding, Origin, Place, Row, Severity, Sheet, SheetId, Table, Value, schema};

/// One cell that is to be corrected or filled.
pub struct Gap {
    /// The file.
    pub file: Value,
    /// The sheet; [`Value::Empty`] where the whole file is meant.
    pub sheet: Value,
    /// The cell; [`Value::Empty`] where the whole sheet or file is meant, or the column is not there.
    pub cell: Value,
    /// The name of the column.
    pub heading: Value,
    /// What is expected there.
    pub expected: Value,
    /// What to do.
    pub remedy: Value,
}

/// The cells of an activity that reports can't do without: whether only of an activity that has begun, and what is
/// expected.
const WANTED: [(Field, bool, &str); 4] = [
    (Field::StartDate, false, "letter-missing-date"),
    (Field::BudgetTotal, false, "letter-missing-budget"),
    (Field::BudgetSpent, true, "letter-missing-spent"),
    (Field::BeneficiariesTotal, true, "letter-missing-people"),
];
/// The states of activities that have not begun or do not take place.
const NOT_BEGUN: [&str; 2] = ["pipeline", "cancelled"];

/// Gives the errors of a council's return, then the blank cells of its activities, each in the order of the sheets.
pub fn of(inputs: &Inputs<'_>, territory: &Code) -> Vec<Gap> {
    let returns = inputs.dataset.returns.iter().filter(|it| it.territory.as_ref() == Some(territory));
    let sheets: BTreeSet<SheetId> = returns.flat_map(|it| it.sheets.iter().copied()).collect();
    let mine = |place: Place| match place {
        Place::Campaign => false,
        Place::File(file) => sheets.iter().any(|sheet| inputs.sources.sheet(*sheet).file == file),
        Place::Sheet(sheet) => sheets.contains(&sheet),
        Place::Cell(origin) => sheets.contains(&origin.sheet),
    };
    let errors = inputs.findings.iter().filter(|finding| finding.severity() == Severity::Error && mine(finding.place));
    let mut gaps: Vec<Gap> = errors.map(|finding| error(inputs, finding)).collect();
    gaps.extend(blanks(inputs, &sheets));
    gaps
}

fn error(inputs: &Inputs<'_>, finding: &Finding) -> Gap {
    let (expected, remedy) = (Value::key(finding.code.expected_key()), Value::key(finding.code.remedy_key()));
    let told = finding.args.iter().find_map(|(name, value)| match value {
        Value::Column(..) if *name == "field" => Some(value.clone()),
        _ => None,
    });
    let column = match finding.place {
        Place::Cell(origin) => heading(inputs, origin),
        _ => None,
    };
    gap(inputs, finding.place, told.or(column).unwrap_or(Value::Empty), expected, remedy)
}

/// Names the column that stands at a place.
fn heading(inputs: &Inputs<'_>, origin: Origin) -> Option<Value> {
    let column = Some(origin.column).filter(|column| *column != Origin::WHOLE_ROW)?;
    inputs.dataset.columns.get(&origin.sheet)?.iter().find_map(|(sheet, columns)| {
        let at = columns.iter().position(|source| *source == Some(column))?;
        Some(Value::Column(*sheet, schema::columns(*sheet).get(at)?.field))
    })
}

fn blanks(inputs: &Inputs<'_>, sheets: &BTreeSet<SheetId>) -> Vec<Gap> {
    let table: &Table = inputs.dataset.table(Sheet::Activities);
    let mut absent: BTreeSet<(SheetId, Field)> = BTreeSet::new();
    let mut gaps = Vec::new();
    for row in table.rows.iter().filter(|row| !row.held && sheets.contains(&row.origin.sheet)) {
        for (field, begun, expected) in WANTED {
            if *table.cell(row, field) != Cell::Missing || (begun && !has_begun(table, row)) {
                continue;
            }
            let place = inputs.dataset.origin(Sheet::Activities, row, field);
            let there = place != row.origin;
            // A column that is not there is asked for once.
            if !there && !absent.insert((row.origin.sheet, field)) {
                continue;
            }
            let (place, remedy) = match there {
                true => (Place::Cell(place), "letter-fill-cell"),
                false => (Place::Sheet(row.origin.sheet), "letter-fill-column"),
            };
            let column = Value::Column(Sheet::Activities, field);
            gaps.push(gap(inputs, place, column, Value::key(expected), Value::key(remedy)));
        }
    }
    gaps
}

fn has_begun(table: &Table, row: &Row) -> bool {
    table.cell(row, Field::Status).code().is_none_or(|status| !NOT_BEGUN.contains(&status.as_str()))
}

fn gap(inputs: &Inputs<'_>, place: Place, heading: Value, expected: Value, remedy: Value) -> Gap {
    let sheet_of = |sheet: SheetId| {
        (Value::code(&inputs.sources.file_of(sheet).path), Value::from(&*inputs.sources.sheet(sheet).name))
    };
    let ((file, sheet), cell) = match place {
        Place::Campaign => ((Value::Empty, Value::Empty), Value::Empty),
        Place::File(file) => ((Value::code(&inputs.sources.file(file).path), Value::Empty), Value::Empty),
        Place::Sheet(sheet) => (sheet_of(sheet), Value::Empty),
        Place::Cell(origin) => (sheet_of(origin.sheet), Value::code(origin.address())),
    };
    Gap { file, sheet, cell, heading, expected, remedy }
}
