//! The lines of a project's budget, on the headings of the call's form.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::project::{Project, with_income};
use crate::model::{Code, Field, Money, Row, Sheet, Table};
use crate::reference::budget::Budget;
use crate::reference::{BudgetHeading, BudgetSide};

/// One line of costs.
pub(super) struct BudgetLine<'a> {
    pub row: &'a Row,
    /// The heading of the call's form; none where it is to be assigned.
    pub heading: Option<&'a BudgetHeading>,
    pub quantity: Option<Decimal>,
    pub unit_cost: Option<Decimal>,
    pub currency: Option<Code>,
    pub year: Option<i16>,
    /// Quantity times unit cost, in the currency of the line.
    pub own: Option<Decimal>,
    /// The same in the currency of the dossier.
    pub amount: Option<Decimal>,
}

/// Every line of costs of a project, and its sums. Lines of income are passed over: the application tells the income.
#[derive(Default)]
pub(super) struct Lines<'a> {
    pub lines: Vec<BudgetLine<'a>>,
    /// All years, with the income of the plan where the form has an income side.
    pub budget: Budget<'a>,
    /// The costs of each year that a line names.
    pub years: BTreeMap<i16, Budget<'a>>,
    /// The currencies that were converted.
    pub converted: BTreeSet<Code>,
    /// How many lines have no amount, since a part of it or a rate is not known.
    pub open: usize,
    /// How many lines name no year.
    pub undated: usize,
    /// How many lines of income were passed over.
    pub income: usize,
}

impl<'a> Lines<'a> {
    /// Reads the lines of a project whose plan is known.
    pub fn new(project: &Project<'a>) -> Lines<'a> {
        let reference = project.inputs.reference;
        let (table, rows) = project.rows(Sheet::BudgetLines);
        let mut all = Lines { budget: with_income(reference, project.form(), &project.plan), ..Lines::default() };
        for row in rows {
            let code = table.cell(row, Field::HeadingCode).code();
            let known = code.and_then(|code| reference.budget_headings.iter().find(|heading| heading.code == *code));
            if known.is_some_and(|heading| heading.side == BudgetSide::Income) {
                all.income += 1;
                continue;
            }
            let line = line(project, &all.budget, table, row, code);
            all.add(project, line);
        }
        all
    }

    fn add(&mut self, project: &Project<'a>, line: BudgetLine<'a>) {
        let reference = project.inputs.reference;
        let code = line.heading.map(|heading| heading.code.as_str());
        match line.amount {
            Some(amount) => {
                self.budget.add(reference, code, amount);
                if let Some(year) = line.year {
                    let budget = self.years.entry(year);
                    budget.or_insert_with(|| Budget::new(reference, project.form())).add(reference, code, amount);
                }
            }
            None => self.open += 1,
        }
        self.undated += usize::from(line.year.is_none());
        self.converted.extend(line.currency.iter().filter(|currency| **currency != project.currency).cloned());
        self.lines.push(line);
    }

    /// Gives the first year of the budget.
    pub fn first_year(&self) -> Option<(i16, &Budget<'a>)> {
        self.years.first_key_value().map(|(year, budget)| (*year, budget))
    }
}

/// Reads one line. Its currency is its own, else that of its activity.
fn line<'a>(
    project: &Project<'a>,
    form: &Budget<'a>,
    table: &'a Table,
    row: &'a Row,
    code: Option<&Code>,
) -> BudgetLine<'a> {
    let number = |field| table.cell(row, field).number();
    let (quantity, unit_cost) = (number(Field::Quantity), number(Field::UnitCost));
    let currency = table.cell(row, Field::Currency).code().cloned().or_else(|| project.currency_of(table, row));
    let own = quantity.and_then(|quantity| quantity.checked_mul(unit_cost?));
    let amount = own.and_then(|amount| project.convert(&Money { amount, currency: currency.clone()? }));
    let heading = code.and_then(|code| form.heading(project.inputs.reference, code));
    let heading = heading.filter(|heading| heading.side == BudgetSide::Expense);
    let year = table.cell(row, Field::Year);
    let year = year.number().and_then(|year| year.to_i16()).or_else(|| year.period().map(|period| period.from.year()));
    BudgetLine { row, heading, quantity, unit_cost, currency, year, own, amount }
}
