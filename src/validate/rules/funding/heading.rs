//! C532: the budget heading that a line names.

use super::super::{Context, at, live};
use super::suggestion;
use crate::model::{Cell, Dataset, Field, Finding, FindingCode, List, Sheet};
use crate::reference::Match;
use crate::validate::cells::shown;
use crate::validate::lists;

/// Fills the heading of each budget line from its words. A line under no heading stays, and counts as unassigned.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let mut headings = Vec::new();
    let table = dataset.table(Sheet::BudgetLines);
    for number in live(dataset, Sheet::BudgetLines) {
        let row = &table.rows[number];
        let Some(text) = table.cell(row, Field::Heading).text() else { continue };
        let near = match lists::one(context.reference, List::BudgetHeadings, text) {
            Match::Exact(code) => {
                headings.push((number, code));
                continue;
            }
            Match::Several(codes) | Match::Near(codes) => codes,
            Match::None => Vec::new(),
        };
        findings.push(
            at(FindingCode::HeadingUnknown, dataset, Sheet::BudgetLines, row, Field::Heading)
                .with("found", shown(text))
                .with("suggestion", suggestion(List::BudgetHeadings, near)),
        );
    }
    for (number, code) in headings {
        dataset.table_mut(Sheet::BudgetLines).set(number, Field::HeadingCode, Cell::Code(code));
    }
}
