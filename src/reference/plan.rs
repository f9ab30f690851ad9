//! The financing plan of one project, and what the rule of a call and the budget say of it.
//!
//! All amounts of a plan stand in one currency. What is not known is `None`, and never counted as zero: a rule that can't
//! be looked at is to be checked by people.

use rust_decimal::Decimal;

use super::CallRule;
use super::budget::{Budget, FRENCH_FORM};
use crate::model::Code;

/// Where money of a plan comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Asked from the call of the dossier.
    Requested,
    /// Another funder, by a signed agreement: the only money that counts as acquired.
    Signed,
    /// Another funder that has not signed.
    Awaiting,
    /// The applicants' own, in cash.
    OwnCash,
    /// The applicants' own, in kind.
    OwnInKind,
}

/// One source of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Where the money comes from.
    pub role: Role,
    /// The funder, a code of `funders.csv`; none for the applicants' own.
    pub funder: Option<Code>,
    /// The application to that funder.
    pub application: Option<Code>,
    /// The amount; `None` where it is not known or can't be converted.
    pub amount: Option<Decimal>,
}

/// What a project costs, and who pays.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// The total cost.
    pub cost: Option<Decimal>,
    /// The sources, in the order of [`Role`].
    pub sources: Vec<Source>,
    /// The duration, in months begun.
    pub months: Option<u32>,
}

/// What is checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// The share of the cost that is asked from the call, against its ceiling.
    Ceiling,
    /// The share of the cost that the applicants bring, against the least one.
    MinOwn,
    /// The share of the own contribution that is in kind, against its cap.
    InKindCap,
    /// The amount asked, against the least one.
    MinAmount,
    /// The amount asked, against the most.
    MaxAmount,
    /// The total cost, against the least one.
    MinCost,
    /// The duration, against the longest.
    Months,
    /// A heading of the budget, against its cap.
    Heading(Code),
    /// The sum of the budget, against the total cost.
    BudgetSum,
    /// The sum of the sources, against the total cost.
    Covered,
    /// The income of the French form, against its costs.
    Balance,
    /// What is used in kind, against what is brought in kind.
    InKindBothSides,
}

impl Check {
    /// Says whether the limit is a rule of the call, and not of arithmetic.
    pub const fn is_of_call(&self) -> bool {
        !matches!(self, Check::BudgetSum | Check::Covered | Check::Balance | Check::InKindBothSides)
    }

    /// Says whether both sides are shares.
    pub const fn is_share(&self) -> bool {
        matches!(self, Check::Ceiling | Check::MinOwn | Check::InKindCap)
    }

    /// Says how the value found has to stand to the limit.
    pub const fn sign(&self) -> Sign {
        match self {
            Check::Ceiling | Check::InKindCap | Check::MaxAmount | Check::Months | Check::Heading(_) => Sign::AtMost,
            Check::MinOwn | Check::MinAmount | Check::MinCost => Sign::AtLeast,
            Check::BudgetSum | Check::Covered | Check::Balance | Check::InKindBothSides => Sign::Equal,
        }
    }
}

/// How a value has to stand to its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Not above.
    AtMost,
    /// Not below.
    AtLeast,
    /// The same to the cent.
    Equal,
}

/// What a check says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Fits,
    /// It does not.
    Fails,
    /// One side is not known.
    ToCheck,
}

/// One check with both of its sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked<'r> {
    /// What is checked.
    pub check: Check,
    /// The value of the project.
    pub found: Option<Decimal>,
    /// The limit.
    pub limit: Option<Decimal>,
    /// The rule of the call that sets the limit; none where it is one of the form or of arithmetic, or not known.
    pub rule: Option<&'r CallRule>,
}

impl Checked<'_> {
    /// Compares the two sides. Amounts are compared to the cent, since what was converted has more digits.
    pub fn verdict(&self) -> Verdict {
        let (Some(found), Some(limit)) = (self.found, self.limit) else { return Verdict::ToCheck };
        let (found, limit) = match self.check.is_share() {
            true => (found, limit),
            false => (found.round_dp(2), limit.round_dp(2)),
        };
        let holds = match self.check.sign() {
            Sign::AtMost => found <= limit,
            Sign::AtLeast => found >= limit,
            Sign::Equal => found == limit,
        };
        if holds { Verdict::Fits } else { Verdict::Fails }
    }
}

/// Reads a limit of a rule.
type Limit = fn(&CallRule) -> Option<Decimal>;

impl Plan {
    /// Gives the known sources of a role, summed; `None` where none is known.
    pub fn sum(&self, role: Role) -> Option<Decimal> {
        self.total_of(|source| source.role == role)
    }

    /// Gives the own contribution, in cash and in kind.
    pub fn own(&self) -> Option<Decimal> {
        self.total_of(|source| matches!(source.role, Role::OwnCash | Role::OwnInKind))
    }

    /// Gives the sum of all known sources; `None` where none is known.
    pub fn total(&self) -> Option<Decimal> {
        self.total_of(|_| true)
    }

    /// Gives what no source covers; negative where the sources come to more than the cost.
    pub fn remaining(&self) -> Option<Decimal> {
        Some(self.cost?.saturating_sub(self.total().unwrap_or_default()))
    }

    /// Gives what neither signed money nor the applicants' own covers.
    pub fn gap(&self) -> Option<Decimal> {
        let secured = self.sum(Role::Signed).unwrap_or_default();
        Some(self.cost?.saturating_sub(secured).saturating_sub(self.own().unwrap_or_default()))
    }

    /// Gives an amount as a share of the cost.
    pub fn share(&self, amount: Option<Decimal>) -> Option<Decimal> {
        amount?.checked_div(self.cost?)
    }

    /// Gives the share of the own contribution that is in kind.
    pub fn in_kind_share(&self) -> Option<Decimal> {
        self.sum(Role::OwnInKind)?.checked_div(self.own()?)
    }

    fn total_of(&self, wanted: impl Fn(&Source) -> bool) -> Option<Decimal> {
        let amounts = self.sources.iter().filter(|source| wanted(source)).filter_map(|source| source.amount);
        amounts.reduce(Decimal::saturating_add)
    }

    /// Checks the plan and the budget against the rules of a call that concern the project, then against each other. A
    /// call may state its conditions in several rows: the first that sets a limit is taken. A limit that none sets is not
    /// known.
    pub fn checks<'r>(&self, rules: &[&'r CallRule], budget: &Budget<'_>) -> Vec<Checked<'r>> {
        let requested = self.sum(Role::Requested);
        let months = self.months.map(Decimal::from);
        let of_call: [(Check, Option<Decimal>, Limit); 7] = [
            (Check::Ceiling, self.share(requested), |rule| rule.ceiling),
            (Check::MinOwn, self.share(self.own()), |rule| rule.min_own),
            (Check::InKindCap, self.in_kind_share(), |rule| rule.in_kind_cap),
            (Check::MinAmount, requested, |rule| rule.min_amount),
            (Check::MaxAmount, requested, |rule| rule.max_amount),
            (Check::MinCost, self.cost, |rule| rule.min_cost),
            (Check::Months, months, |rule| rule.months.map(Decimal::from)),
        ];
        let of_call = of_call.into_iter().map(|(check, found, limit)| {
            let set = rules.iter().find_map(|rule| Some((*rule, limit(rule)?)));
            Checked { check, found, limit: set.map(|set| set.1), rule: set.map(|set| set.0) }
        });
        // Few calls set a least cost: a call that says what else it asks for has none.
        let told = rules.iter().any(|rule| rule.ceiling.is_some());
        let of_call = of_call.filter(|checked| checked.limit.is_some() || checked.check != Check::MinCost || !told);
        let headings = budget.capped().into_iter().map(|(heading, amount, most)| {
            let check = Check::Heading(heading.code.clone());
            Checked { check, found: Some(amount), limit: Some(most), rule: None }
        });
        of_call.chain(headings).chain(self.sums(budget)).collect()
    }

    /// Holds the sums of the plan and of the budget against each other.
    fn sums<'r>(&self, budget: &Budget<'_>) -> Vec<Checked<'r>> {
        let equal = |check, found, limit| Checked { check, found, limit, rule: None };
        let mut sums =
            vec![equal(Check::BudgetSum, budget.costs(), self.cost), equal(Check::Covered, self.total(), self.cost)];
        if budget.headings().iter().any(|heading| heading.form == *FRENCH_FORM) {
            sums.push(equal(Check::Balance, budget.income(), budget.costs()));
            // Where one side is filled, a blank on the other is a difference.
            let (used, brought) = (budget.amount("86"), budget.amount("87"));
            if used.is_some() || brought.is_some() {
                let side = |amount: Option<Decimal>| Some(amount.unwrap_or_default());
                sums.push(equal(Check::InKindBothSides, side(brought), side(used)));
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::budget::EU_FORM;
    use crate::reference::{Case, Reference};

    fn n(number: &str) -> Decimal {
        number.parse().unwrap()
    }

    fn plan(cost: &str, sources: &[(Role, &str)]) -> Plan {
        let source = |(role, amount): &(Role, &str)| Source {
            role: *role,
            funder: None,
            application: None,
            amount: Some(*amount).filter(|amount| !amount.is_empty()).map(n),
        };
        Plan { cost: Some(n(cost)), sources: sources.iter().map(source).collect(), months: Some(24) }
    }

    #[track_caller]
    fn check(plan: &Plan, form: &str, lines: &[(&str, &str)], expected: &[(Check, Verdict)]) {
        let reference = Reference::built_in().unwrap();
        let rule = CallRule {
            ceiling: Some(n("0.5")),
            min_own: Some(n("0.1")),
            in_kind_cap: Some(n("0.5")),
            min_amount: Some(n("20000")),
            max_amount: Some(n("150000")),
            months: Some(36),
            ..reference.call("FICOL-2026").unwrap().rule(Case::Usual).unwrap()
        };
        let mut budget = Budget::new(&reference, form);
        lines.iter().for_each(|(heading, amount)| budget.add(&reference, Some(heading), n(amount)));
        let checks = plan.checks(&[&rule], &budget);
        for (check, verdict) in expected {
            let found = checks.iter().find(|checked| checked.check == *check);
            assert_eq!(found.map(Checked::verdict), Some(*verdict), "{check:?}: {found:?}");
        }
    }

    #[test]
    fn a_plan_at_each_limit_fits_and_a_cent_beyond_does_not() {
        use Verdict::{Fails, Fits};
        let at = plan("200000", &[(Role::Requested, "100000"), (Role::OwnCash, "10000"), (Role::OwnInKind, "10000")]);
        check(
            &at,
            EU_FORM,
            &[("1", "200000")],
            &[
                (Check::Ceiling, Fits),
                (Check::MinOwn, Fits),
                (Check::InKindCap, Fits),
                (Check::Months, Fits),
                (Check::BudgetSum, Fits),
                (Check::Covered, Fails),
            ],
        );
        let beyond =
            plan("200000", &[(Role::Requested, "100000.01"), (Role::OwnCash, "9999.99"), (Role::OwnInKind, "10000")]);
        check(
            &beyond,
            EU_FORM,
            &[("1", "100000"), ("8", "7000.01"), ("10", "5000")],
            &[
                (Check::Ceiling, Fails),
                (Check::MinOwn, Fails),
                (Check::InKindCap, Fails),
                (Check::Heading("8".into()), Fails),
                (Check::Heading("10".into()), Fits),
                (Check::BudgetSum, Fails),
            ],
        );
    }

    #[test]
    fn the_french_form_balances_with_both_sides_in_kind() {
        let sources = [(Role::Requested, "50"), (Role::OwnCash, "40"), (Role::OwnInKind, "10")];
        let income = [("74", "50"), ("70", "40"), ("87", "10")];
        let balanced = [&income[..], &[("60", "90"), ("86", "10")]].concat();
        let expected = [Check::Balance, Check::InKindBothSides, Check::Covered];
        check(&plan("100", &sources), FRENCH_FORM, &balanced, &expected.clone().map(|check| (check, Verdict::Fits)));
        let one_side = [&income[..], &[("60", "100")]].concat();
        check(
            &plan("100", &sources),
            FRENCH_FORM,
            &one_side,
            &[(Check::Balance, Verdict::Fits), (Check::InKindBothSides, Verdict::Fails)],
        );
    }

    #[test]
    fn what_is_not_known_is_to_check_and_never_zero() {
        let reference = Reference::built_in().unwrap();
        let rule = reference.call("FICOL-2026").unwrap().rule(Case::Usual).unwrap();
        let plan = plan("100", &[(Role::Requested, "50"), (Role::OwnCash, "")]);
        let checks = plan.checks(&[&rule], &Budget::new(&reference, EU_FORM));
        let of_call = checks.iter().filter(|checked| checked.check.is_of_call());
        assert!(of_call.clone().count() > 5 && of_call.clone().all(|one| one.verdict() == Verdict::ToCheck));
        assert_eq!((plan.own(), plan.in_kind_share()), (None, None));
        assert_eq!((plan.remaining(), plan.gap()), (Some(n("50")), Some(n("100"))));
        let none = Plan::default();
        assert_eq!((none.total(), none.remaining(), none.share(Some(n("1")))), (None, None, None));
    }
}
