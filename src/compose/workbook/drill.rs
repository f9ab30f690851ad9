//! From a figure to the rows behind it: the first cell that counts in it.

use super::data::Data;
use super::proof;
use crate::model::book::{BookCell, CellRef, ColumnRef, Expression, Tab};
use crate::model::{Figure, Measure};

/// Gives the cell that a figure leads to: the first that its formulas count, else its first marked row, else the first
/// row of its table.
pub(super) fn target(data: &Data<'_>, figure: &Figure, measure: &Measure, formulas: &[&BookCell]) -> Option<CellRef> {
    let counted = formulas.iter().find_map(|cell| match cell {
        BookCell::Formula(expression, _) => first(data, expression),
        _ => None,
    });
    counted.or_else(|| {
        let tab = Tab::Data(figure.table.or_else(|| measure.table())?);
        let marked = figure.marks.rows().min();
        let rows = data.rows.get(&tab)?;
        let row = marked.and_then(|marked| rows.iter().position(|row| *row == marked)).unwrap_or(0);
        let column = data.blocks.get(&tab)?.columns.first()?;
        Some(CellRef { column: ColumnRef { tab, block: 0, id: column.id }, row })
    })
}

/// Gives the first cell that a formula counts.
pub(super) fn first(data: &Data<'_>, expression: &Expression) -> Option<CellRef> {
    let counts = |cell: &BookCell| cell.number().is_some_and(|number| !number.is_zero());
    let of = |column: ColumnRef, holds: &dyn Fn(&BookCell) -> bool| {
        Some(CellRef { column, row: data.cells(column).iter().position(holds)? })
    };
    match expression {
        Expression::Sum(column) => of(*column, &counts),
        Expression::Count(column) => of(*column, &|cell| cell.number().is_some()),
        Expression::CountIfs(criteria) => {
            // The last criterion is what the figure asks for; the first, that the row stands in scope.
            let column = criteria.last()?.column;
            Some(CellRef { column, row: proof::lines(data, criteria).next()? })
        }
        Expression::SumIfs(column, criteria) => {
            let cells = data.cells(*column);
            let row = proof::lines(data, criteria).find(|&line| cells.get(line).is_some_and(counts))?;
            Some(CellRef { column: *column, row })
        }
        Expression::Add(parts) | Expression::Min(parts) => parts.iter().find_map(|part| first(data, part)),
        Expression::Quotient(one, other, _)
        | Expression::Difference(one, other)
        | Expression::Product(one, other)
        | Expression::Word(one, _, other, ..) => first(data, one).or_else(|| first(data, other)),
        Expression::Cell(_) | Expression::Attainment(..) => None,
    }
}
