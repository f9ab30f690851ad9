//! A budget on the headings of a funder's form: what checks and dossiers both sum.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{BudgetHeading, BudgetSide, Reference};
use crate::model::Code;

/// The form of European funders: Annex B, with 7 % of indirect costs and 5 % of contingency at most.
pub const EU_FORM: &str = "EU-ANNEX-B";
/// The French form: charges on one side, products on the other, contributions in kind on both.
pub const FRENCH_FORM: &str = "FR-CHARGES-PRODUITS";

/// Gives the form on which a funder reads a budget.
pub fn form_of(funder: &str) -> &'static str {
    if funder.starts_with("EU-") || funder.starts_with("INTERREG-") { EU_FORM } else { FRENCH_FORM }
}

/// Amounts by heading of one form, in one currency.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Budget<'a> {
    headings: Vec<&'a BudgetHeading>,
    amounts: BTreeMap<&'a Code, Decimal>,
    /// What stands under no heading of the form.
    pub unassigned: Decimal,
}

impl<'a> Budget<'a> {
    /// Starts an empty budget on a form.
    pub fn new(reference: &'a Reference, form: &str) -> Self {
        let headings = reference.budget_headings.iter().filter(|heading| heading.form == *form).collect();
        Budget { headings, amounts: BTreeMap::new(), unassigned: Decimal::ZERO }
    }

    /// Gives the headings of the form, in its order.
    pub fn headings(&self) -> &[&'a BudgetHeading] {
        &self.headings
    }

    /// Finds the heading of this form that holds the costs of a heading of either form.
    pub fn heading(&self, reference: &Reference, code: &str) -> Option<&'a BudgetHeading> {
        let own = |code: &str| self.headings.iter().copied().find(|heading| heading.code == *code);
        own(code).or_else(|| {
            let other = reference.budget_headings.iter().find(|heading| heading.code == *code)?;
            own(other.equivalent.as_ref()?)
        })
    }

    /// Adds an amount under a heading of either form; what no heading of this form holds is unassigned.
    pub fn add(&mut self, reference: &Reference, heading: Option<&str>, amount: Decimal) {
        let heading = heading.and_then(|code| self.heading(reference, code));
        let heading = heading.filter(|heading| matches!(heading.side, BudgetSide::Expense | BudgetSide::Income));
        match heading {
            Some(heading) => {
                let sum = self.amounts.entry(&heading.code).or_default();
                *sum = sum.saturating_add(amount);
            }
            None => self.unassigned = self.unassigned.saturating_add(amount),
        }
    }

    /// Gives the amount of a heading of the form: what was added, or the sum of the headings that it sums. `None` where
    /// nothing was added under any of them.
    pub fn amount(&self, code: &str) -> Option<Decimal> {
        let heading = self.headings.iter().find(|heading| heading.code == *code)?;
        if heading.sums.is_empty() {
            return self.amounts.get(&heading.code).copied();
        }
        let parts: Vec<Decimal> = heading.sums.iter().filter_map(|part| self.amount(part)).collect();
        (!parts.is_empty()).then(|| parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(*part)))
    }

    /// Gives the final sums of the form: that of the costs, then that of the income where the form has one.
    pub fn totals(&self) -> impl Iterator<Item = &'a BudgetHeading> {
        self.headings.iter().copied().filter(|heading| heading.side == BudgetSide::Total)
    }

    /// Gives the total of the costs, with what stands under no heading; `None` where nothing was added.
    pub fn costs(&self) -> Option<Decimal> {
        let total = self.totals().next().and_then(|heading| self.amount(&heading.code));
        match total {
            None if self.unassigned.is_zero() => None,
            total => Some(total.unwrap_or_default().saturating_add(self.unassigned)),
        }
    }

    /// Gives the total of the income, for a form that has one.
    pub fn income(&self) -> Option<Decimal> {
        self.amount(&self.totals().nth(1)?.code)
    }

    /// Gives the capped headings that hold an amount: heading, amount and the most that it may come to.
    pub fn capped(&self) -> Vec<(&'a BudgetHeading, Decimal, Decimal)> {
        let capped = |heading: &&'a BudgetHeading| {
            let (share, of) = heading.cap.as_ref()?;
            let most = self.amount(of).unwrap_or_default().saturating_mul(*share);
            Some((*heading, self.amount(&heading.code)?, most))
        };
        self.headings.iter().filter_map(capped).collect()
    }

    /// Gives the headings above their cap: heading, amount and the most that it may come to.
    pub fn over_cap(&self) -> Vec<(&'a BudgetHeading, Decimal, Decimal)> {
        self.capped().into_iter().filter(|(_, amount, most)| amount > most).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(number: &str) -> Decimal {
        number.parse().unwrap()
    }

    #[track_caller]
    fn check(form: &str, lines: &[(&str, &str)], expected: &[(&str, Option<&str>)], over: &[&str]) {
        let reference = Reference::built_in().unwrap();
        let mut budget = Budget::new(&reference, form);
        for (heading, amount) in lines {
            budget.add(&reference, Some(heading).filter(|heading| !heading.is_empty()).copied(), n(amount));
        }
        for (heading, amount) in expected {
            let found = if heading.is_empty() { Some(budget.unassigned) } else { budget.amount(heading) };
            assert_eq!(found, amount.map(n), "{heading}");
        }
        assert_eq!(budget.over_cap().iter().map(|(heading, ..)| heading.code.as_str()).collect::<Vec<_>>(), over);
    }

    #[test]
    fn indirect_costs_and_the_reserve_stay_below_their_caps() {
        let lines = [("1", "60000"), ("2", "40000"), ("8", "7000"), ("10", "5000")];
        let sums = [("7", Some("100000")), ("9", Some("107000")), ("11", Some("112000")), ("3", None)];
        check(EU_FORM, &lines, &sums, &[]);
        check(EU_FORM, &[("1", "100000"), ("8", "7000.01"), ("10", "5000.01")], &[], &["8", "10"]);
    }

    #[test]
    fn costs_hold_what_stands_under_no_heading() {
        let reference = Reference::built_in().unwrap();
        let mut budget = Budget::new(&reference, FRENCH_FORM);
        assert_eq!((budget.costs(), budget.income()), (None, None), "nothing is not zero");
        for (heading, amount) in [(Some("60"), "100"), (None, "9"), (Some("74"), "80"), (Some("87"), "20")] {
            budget.add(&reference, heading, n(amount));
        }
        assert_eq!((budget.costs(), budget.income()), (Some(n("109")), Some(n("100"))));
        assert_eq!(Budget::new(&reference, EU_FORM).income(), None);
    }

    #[test]
    fn a_line_of_the_other_form_finds_its_heading() {
        check(
            EU_FORM,
            &[("64", "100"), ("62", "50"), ("", "9")],
            &[("1", Some("100")), ("2", Some("50")), ("", Some("9"))],
            &[],
        );
        check(
            FRENCH_FORM,
            &[("1", "100"), ("86", "20"), ("87", "20"), ("74", "100")],
            &[("TC", Some("120")), ("TP", Some("120"))],
            &[],
        );
    }
}
