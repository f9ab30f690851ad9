//! What charts say to those who can't see them: the title, then each value drawn.

use crate::model::Value;
use crate::model::book::{Book, BookCell, BookChart};

/// Describes every chart of a workbook by the cells that it draws.
pub(super) fn describe(book: &mut Book) {
    let said: Vec<Vec<Value>> =
        book.sheets.iter().map(|sheet| sheet.charts.iter().map(|chart| text(book, chart)).collect()).collect();
    for (sheet, said) in book.sheets.iter_mut().zip(said) {
        for (chart, alt) in sheet.charts.iter_mut().zip(said) {
            chart.alt = alt;
        }
    }
}

fn text(book: &Book, chart: &BookChart) -> Value {
    let value = |column, row: usize| {
        let cell = book.column(column).and_then(|column| column.cells.get(row)).map(BookCell::shown);
        match cell {
            Some(
                BookCell::Value(value)
                | BookCell::Computed(value)
                | BookCell::Alert(value)
                | BookCell::Strong(value)
                | BookCell::Link(value, _)
                | BookCell::Formula(_, Some(value)),
            ) => value.clone(),
            _ => Value::Missing,
        }
    };
    let (first, count) = chart.rows;
    let figures = (first..first + count).map(|row| {
        let name = ("name", value(chart.categories, row));
        match chart.series[..] {
            [one, other, ..] => {
                Value::phrase("dashboard-alt-pair", [name, ("first", value(one, row)), ("second", value(other, row))])
            }
            [one] => Value::phrase("dashboard-alt-figure", [name, ("first", value(one, row))]),
            [] => Value::Empty,
        }
    });
    let figures = Value::List(figures.collect());
    Value::phrase("dashboard-alt", [("title", chart.title.clone()), ("figures", figures)])
}
