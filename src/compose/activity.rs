//! Activities as rows of tables.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::scale::Scale;
use super::{Inputs, council, grid, scale};
use crate::model::figures::Figures;
use crate::model::report::{Block, GridCell, GridColumn};
use crate::model::{Cell, Code, Field, List, Names, Row, Sheet, Table, Value};

/// One activity of a document.
#[derive(Clone, Copy)]
pub struct Activity<'a> {
    table: &'a Table,
    row: &'a Row,
}

impl<'a> Activity<'a> {
    /// Gives the activities in scope, in the order of the returns.
    pub fn in_scope(inputs: &Inputs<'a>, figures: &Figures) -> Vec<Activity<'a>> {
        let table = inputs.dataset.table(Sheet::Activities);
        rows(table, figures).map(|row| Activity { table, row }).collect()
    }

    /// Takes a row of the table of activities.
    pub fn of(table: &'a Table, row: &'a Row) -> Activity<'a> {
        Activity { table, row }
    }

    /// Gives one cell.
    pub fn cell(&self, field: Field) -> &'a Cell {
        self.table.cell(self.row, field)
    }

    /// Gives the identifier.
    pub fn id(&self) -> Value {
        print(self.cell(Field::ActivityId), None)
    }

    /// Gives the title in the language of the edition, else as the sender wrote it.
    pub fn title(&self) -> Value {
        let text = |field| self.cell(field).text().unwrap_or_default().into();
        let names = Names { fr: text(Field::Title), ar: text(Field::TitleAr), en: text(Field::TitleEn) };
        if names.fr.is_empty() { print(self.cell(Field::Title), None) } else { Value::Names(names.into()) }
    }

    /// Gives its theme and the other themes that it serves.
    pub fn themes(&self) -> Vec<&'a Code> {
        let main = self.cell(Field::Theme).codes().iter();
        main.chain(self.cell(Field::OtherThemes).codes()).collect()
    }

    /// Gives its councils: the Moroccan ones, a dash, the French ones.
    pub fn councils(&self) -> Value {
        let side = |field| -> Vec<Value> { self.cell(field).codes().iter().map(council::name).collect() };
        match (side(Field::TerritoryMa), side(Field::TerritoryFr)) {
            (ma, fr) if ma.is_empty() && fr.is_empty() => Value::Missing,
            (ma, fr) if fr.is_empty() => Value::List(ma),
            (ma, fr) if ma.is_empty() => Value::List(fr),
            (ma, fr) => Value::phrase("report-pair", [("first", Value::List(ma)), ("second", Value::List(fr))]),
        }
    }

    /// Gives the councils that it has on the other side of a territory.
    pub fn partners(&self, territory: &str) -> Vec<&'a Code> {
        let (ma, fr) = (self.cell(Field::TerritoryMa).codes(), self.cell(Field::TerritoryFr).codes());
        if ma.iter().any(|code| code == territory) { fr.iter().collect() } else { ma.iter().collect() }
    }

    /// Gives its status.
    pub fn status(&self) -> Value {
        print(self.cell(Field::Status), Some(List::Statuses))
    }

    /// Gives the code of its currency.
    pub fn currency(&self) -> Option<&'a Code> {
        self.cell(Field::Currency).code()
    }

    /// Gives an amount as a whole number of its currency.
    pub fn amount(&self, field: Field) -> Value {
        match self.cell(field) {
            Cell::Number(number) => Value::Number(*number, 0),
            cell => print(cell, None),
        }
    }

    /// Gives an amount in the report currency at the rate of the cut-off, by which activities are ordered by size.
    pub fn size(&self, inputs: &Inputs<'_>, field: Field) -> Option<Decimal> {
        let money = self.table.money(self.row, field)?;
        inputs.settings.rates.convert(&money, inputs.settings.cutoff())
    }
}

/// Iterates over the rows of a table that are in scope.
pub fn rows<'a>(table: &'a Table, figures: &Figures) -> impl Iterator<Item = &'a Row> {
    let wanted = figures.rows.get(&table.sheet).cloned().unwrap_or_default();
    wanted.into_iter().filter_map(|at| table.rows.get(at as usize))
}

/// Gives a cell as printed; codes of a list by their names.
pub fn print(cell: &Cell, list: Option<List>) -> Value {
    let named = |code: &Code| match list {
        Some(list) => Value::Name(list, code.clone()),
        None => Value::code(code),
    };
    match cell {
        Cell::Missing => Value::Missing,
        Cell::NotApplicable => Value::NotApplicable,
        Cell::Held => Value::key("report-held"),
        Cell::Masked(mask) => Value::Masked(*mask),
        Cell::Text(text) => Value::from(text.as_str()),
        Cell::Code(code) => named(code),
        Cell::Codes(codes) => Value::List(codes.iter().map(named).collect()),
        Cell::Number(number) => Value::Number(*number, 0),
        Cell::Date(date) => Value::Date(*date),
        Cell::Period(period) => Value::Period(*period),
    }
}

/// Makes a cell of a table; what was kept out by a finding is set as missing.
pub fn grid_cell(value: Value) -> GridCell {
    if value == Value::key("report-held") { grid::ochre(value) } else { value.into() }
}

/// A column of a table of activities: head, width in millimetres, whether it holds numbers, and its value.
pub type Part<'f, 'a> = (Value, f32, bool, Box<dyn Fn(&Activity<'a>) -> Value + 'f>);

/// Gives the largest of some things, at most so many, in their order; one without a size comes last.
fn largest<T>(all: &[T], most: usize, size: impl Fn(&T) -> Option<Decimal>) -> Vec<&T> {
    let mut ranked: Vec<(usize, &T)> = all.iter().enumerate().collect();
    if ranked.len() > most {
        ranked.sort_by_cached_key(|(_, each)| Reverse(size(each)));
        ranked.truncate(most);
        ranked.sort_by_key(|(at, _)| *at);
    }
    ranked.into_iter().map(|(_, each)| each).collect()
}

/// Makes a table of activities with identifier and title first, then the given columns. Of more than
/// [`grid::MOST`], those with the largest budgets stand in it, which a note says.
///
/// What `beneath` gives, its councils for instance, stands in the cell of the title, on a line of its own.
pub fn table<'a>(
    inputs: &Inputs<'_>,
    title: Value,
    activities: &[Activity<'a>],
    beneath: &dyn Fn(&Activity<'a>) -> Value,
    parts: Vec<Part<'_, 'a>>,
    mut notes: Vec<Value>,
) -> Option<Block> {
    let listed = largest(activities, grid::MOST, |activity| activity.size(inputs, Field::BudgetTotal));
    notes.splice(..0, grid::cut("note-cut-largest", listed.len(), activities.len()));
    let mut columns = vec![grid::words("report-head-code", 19.0), grid::words("report-head-activity-councils", 0.0)];
    columns.extend(parts.iter().map(|(head, width, number, _)| GridColumn {
        head: head.clone(),
        width: *width,
        number: *number,
    }));
    let rows = listed
        .into_iter()
        .map(|activity| {
            let first = activity.title();
            let name = match beneath(activity) {
                Value::Empty => first,
                second => Value::phrase("report-two-lines", [("first", first), ("second", second)]),
            };
            [activity.id(), name]
                .map(grid_cell)
                .into_iter()
                .chain(parts.iter().map(|part| grid_cell((part.3)(activity))))
                .collect()
        })
        .collect();
    grid::table(title, columns, rows, None, notes)
}

/// Makes the columns of budget, payments and, where the activities use several, currency.
pub fn money_parts<'f, 'a: 'f>(activities: &[Activity<'a>]) -> Vec<Part<'f, 'a>> {
    let mut currencies: Vec<&Code> = activities.iter().filter_map(Activity::currency).collect();
    currencies.sort();
    currencies.dedup();
    let head = |what: &'static str| match currencies.as_slice() {
        [only] => Scale::of([], only).head(what),
        _ => Value::key(what),
    };
    let mut parts: Vec<Part<'f, 'a>> = vec![
        (head("report-head-budget"), 17.0, true, Box::new(|activity| activity.amount(Field::BudgetTotal))),
        (head("report-head-spent"), 17.0, true, Box::new(|activity| activity.amount(Field::BudgetSpent))),
    ];
    if currencies.len() > 1 {
        let currency = |activity: &Activity<'a>| {
            let amounts = [Field::BudgetTotal, Field::BudgetSpent];
            match activity.currency() {
                Some(currency) => scale::currency(currency),
                // Without an amount there is no currency to report.
                None if amounts.iter().all(|field| !activity.cell(*field).is_present()) => Value::Empty,
                None => Value::Missing,
            }
        };
        parts.insert(0, (Value::key("report-head-currency"), 12.0, false, Box::new(currency)));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sizes: &[Option<i64>], most: usize, expected: &[Option<i64>]) {
        let found: Vec<Option<i64>> =
            largest(sizes, most, |size| size.map(Decimal::from)).into_iter().copied().collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_largest_keep_their_order_and_what_has_no_size_goes_first() {
        check(&[Some(3), None, Some(1)], 3, &[Some(3), None, Some(1)]);
        check(&[Some(1), None, Some(9), Some(5)], 2, &[Some(9), Some(5)]);
        check(&[None, Some(0), None, Some(-2)], 2, &[Some(0), Some(-2)]);
        check(&[Some(5), Some(5), Some(5)], 2, &[Some(5), Some(5)]);
    }
}
