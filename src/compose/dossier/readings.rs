//! The indicators of a project: of each, what its last readings say.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{print, project::Project};
use crate::compose::{bullet, figure};
use crate::model::{Cell, Code, Field, List, Row, Sheet, Table, Value};

/// One indicator of one activity.
pub(super) struct Reading<'a> {
    table: &'a Table,
    /// Its readings without a group, the last first.
    rows: Vec<&'a Row>,
}

/// Gives the indicators of a project in the order in which returns name them. Readings of a group of people are parts of
/// a whole, and passed over.
pub(super) fn readings<'a>(project: &Project<'a>) -> Vec<Reading<'a>> {
    let (table, rows) = project.rows(Sheet::Indicators);
    let mut found: Vec<Reading<'a>> = Vec::new();
    for row in rows.into_iter().filter(|row| !table.cell(row, Field::Group).is_present()) {
        match found.iter_mut().find(|reading| key(table, reading.rows[0]) == key(table, row)) {
            Some(reading) => reading.rows.push(row),
            None => found.push(Reading { table, rows: vec![row] }),
        }
    }
    for reading in &mut found {
        let last = |row: &&Row| table.cell(row, Field::Period).period().map(|period| period.to);
        reading.rows.sort_by_key(|row| std::cmp::Reverse(last(row)));
    }
    found
}

/// Tells one indicator of one activity from another.
fn key<'a>(table: &'a Table, row: &'a Row) -> (Option<&'a Code>, Option<&'a str>) {
    let name = [Field::IndicatorCode, Field::IndicatorName].map(|field| table.cell(row, field).text());
    (table.cell(row, Field::ActivityId).code(), name[0].or(name[1]))
}

impl<'a> Reading<'a> {
    /// Gives the first of the readings that reports a value.
    fn cell(&self, field: Field) -> &'a Cell {
        static MISSING: Cell = Cell::Missing;
        self.rows.iter().map(|row| self.table.cell(row, field)).find(|cell| cell.is_present()).unwrap_or(&MISSING)
    }

    /// Gives the code of the catalogue.
    pub fn code(&self) -> Option<&'a Code> {
        self.cell(Field::IndicatorCode).code()
    }

    /// Gives the name: that of the catalogue, else as its sender wrote it.
    pub fn name(&self) -> Value {
        let own = || print::cell(self.cell(Field::IndicatorName), None);
        self.code().map_or_else(own, |code| figure::name(code))
    }

    /// Gives the unit.
    pub fn unit(&self, project: &Project<'_>) -> Value {
        let own = || match self.cell(Field::Unit) {
            Cell::Code(unit) => Value::UnitWord(Decimal::from(5), unit.clone()),
            cell => print::cell(cell, Some(List::Units)),
        };
        self.code().map_or_else(own, |code| bullet::unit(&project.inputs, code))
    }

    /// Gives the level of the result chain.
    pub fn level(&self, project: &Project<'_>) -> Value {
        let indicator = self.code().and_then(|code| project.inputs.reference.indicator(code));
        match indicator.map(|indicator| &*indicator.level) {
            Some("input") => Value::key("level-input"),
            Some("output") => Value::key("level-output"),
            Some("outcome") => Value::key("level-outcome"),
            Some("context") => Value::key("level-context"),
            _ => Value::Missing,
        }
    }

    /// Gives where the level stands in the chain, from what is done to what it changes.
    pub fn rank(&self, project: &Project<'_>) -> usize {
        let indicator = self.code().and_then(|code| project.inputs.reference.indicator(code));
        let level = indicator.map_or("", |indicator| &*indicator.level);
        ["context", "outcome", "output", "input"].iter().position(|known| *known == level).unwrap_or(4)
    }

    /// Gives one of the three numbers.
    pub fn number(&self, field: Field) -> Option<Decimal> {
        self.cell(field).number()
    }

    /// Gives one of the three numbers in its unit.
    pub fn value(&self, project: &Project<'_>, field: Field) -> Value {
        match self.cell(field) {
            Cell::Masked(mask) => Value::Masked(*mask),
            cell => print::reading(project, self.code(), cell.number()),
        }
    }

    /// Gives the year of the baseline or of the target.
    pub fn year(&self, field: Field) -> Option<i16> {
        let cell = self.cell(field);
        cell.number().and_then(|year| year.to_i16()).or_else(|| Some(cell.period()?.from.year()))
    }

    /// Gives the days of the last reading that reports an actual value.
    pub fn actual_date(&self) -> Value {
        let reported = self.rows.iter().find(|row| self.table.cell(row, Field::Actual).is_present());
        reported.map_or(Value::Missing, |row| print::cell(self.table.cell(row, Field::Period), None))
    }

    /// Gives a text.
    pub fn text(&self, field: Field) -> Value {
        print::cell(self.cell(field), None)
    }
}

/// Gives a year as printed: without groups of digits.
pub(super) fn year(year: Option<i16>) -> Value {
    year.map_or(Value::Missing, |year| Value::code(year.to_string()))
}
