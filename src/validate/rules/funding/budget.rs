//! C552 to C556: the budget lines of an activity, on the form of the funder that is asked.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::super::{Context, at, live};
use super::breach::limit;
use super::{Application, ROUNDING, Search, doubt, money};
use crate::model::{Code, Currency, Dataset, Field, Finding, FindingCode, List, Row, Sheet, Value};
use crate::reference::budget::{Budget, EU_FORM, FRENCH_FORM, form_of};
use crate::reference::{BudgetSide, Reference};

/// The total of costs on each form, and on the French one the total of income and the costs in kind.
const EU_TOTAL: &str = "11";
const FRENCH_TOTAL: &str = "TC";
const FRENCH_INCOME: &str = "TP";
const FRENCH_IN_KIND: &str = "86";

/// One line that says what it costs, with its heading.
struct Line<'a> {
    row: &'a Row,
    heading: Option<&'a Code>,
    amount: Decimal,
}

/// The lines of what an application pays for, all in one currency and all with an amount.
struct Lines<'a> {
    all: Vec<Line<'a>>,
    activities: Vec<&'a Code>,
    currency: &'a Currency,
}

/// Warns where budget lines do not come to the cost of their application, stand in several currencies, do not balance, or
/// state contributions in kind on one side; tells headings above their cap on the European form.
///
/// Lines of which one lacks an amount have no sum, and those of another currency than the application are not compared
/// with it: a rate would make a difference of its own.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let search = Search::new(context, dataset);
    let by_activity = by_activity(dataset);
    currencies(dataset, &by_activity, findings);
    let mut questioned = Vec::new();
    let (mut capped, mut balanced) = (BTreeSet::new(), BTreeSet::new());
    let mut applications: Vec<_> = search.applications().filter(|application| !search.is_lost(application)).collect();
    // What several applications share is told for the first of them, in whatever order their rows stand.
    applications.sort_by_key(|application| application.code(Field::ApplicationId));
    for application in applications {
        let Some(funder) = application.code(Field::Funder) else { continue };
        let Some(lines) = Lines::of(dataset, &application, &by_activity) else { continue };
        let form = form_of(funder);
        let budget = lines.budget(context.reference, form);
        compare(&search, &application, &lines, &budget, form, findings);
        if form == EU_FORM {
            let over = budget.over_cap();
            if !over.is_empty() {
                questioned.push(application.number);
            }
            for (heading, amount, most) in over {
                if capped.insert((lines.activities.clone(), &heading.code)) {
                    let place = lines.under(context.reference, &budget, &heading.code);
                    let (share, of) = heading.cap.clone().unwrap_or_default();
                    findings.extend(place.map(|row| {
                        at(FindingCode::HeadingOverCap, dataset, Sheet::BudgetLines, row, Field::UnitCost)
                            .with("heading", Value::Name(List::BudgetHeadings, heading.code.clone()))
                            .with("found", money(amount, lines.currency))
                            .with("share", limit(share))
                            .with("of", Value::Name(List::BudgetHeadings, of))
                            .with("expected", money(most, lines.currency))
                            .with("application", application.name())
                    }));
                }
            }
        } else if balanced.insert(lines.activities.clone()) {
            findings.extend(balance(dataset, context.reference, &lines, &budget));
        }
    }
    doubt(dataset, &questioned);
}

/// Gives the budget lines of each activity.
fn by_activity(dataset: &Dataset) -> BTreeMap<&Code, Vec<&Row>> {
    let table = dataset.table(Sheet::BudgetLines);
    let mut lines: BTreeMap<&Code, Vec<&Row>> = BTreeMap::new();
    for number in live(dataset, Sheet::BudgetLines) {
        let row = &table.rows[number];
        if let Some(activity) = table.cell(row, Field::ActivityId).code() {
            lines.entry(activity).or_default().push(row);
        }
    }
    lines
}

/// Tells activities whose lines stand in several currencies, at the first line of a second one.
fn currencies(dataset: &Dataset, by_activity: &BTreeMap<&Code, Vec<&Row>>, findings: &mut Vec<Finding>) {
    let table = dataset.table(Sheet::BudgetLines);
    for (activity, rows) in by_activity {
        let stated: Vec<(&Row, &Currency)> =
            rows.iter().filter_map(|row| Some((*row, table.cell(row, Field::Currency).code()?))).collect();
        let all: BTreeSet<&Currency> = stated.iter().map(|(_, currency)| *currency).collect();
        let other = stated.iter().find(|(_, currency)| *currency != stated[0].1);
        findings.extend(other.map(|(row, _)| {
            at(FindingCode::BudgetCurrencies, dataset, Sheet::BudgetLines, row, Field::Currency)
                .with("found", Value::List(all.into_iter().map(Value::code).collect()))
                .with("activity", Value::code(activity))
        }));
    }
}

impl<'a> Lines<'a> {
    /// Gathers the lines of the activities that an application serves. `None` where one of them has no lines, where a
    /// line has no amount, and where the lines have several currencies.
    fn of(
        dataset: &'a Dataset,
        application: &Application<'a>,
        by_activity: &BTreeMap<&'a Code, Vec<&'a Row>>,
    ) -> Option<Lines<'a>> {
        let table = dataset.table(Sheet::BudgetLines);
        let mut activities: Vec<&Code> =
            application.table.cell(application.row, Field::ActivityId).codes().iter().collect();
        activities.sort();
        let mut all = Vec::new();
        let mut currency = None;
        for activity in &activities {
            for row in by_activity.get(activity)? {
                let [quantity, cost] = [Field::Quantity, Field::UnitCost].map(|field| table.cell(row, field).number());
                let own = table.cell(row, Field::Currency).code()?;
                if *currency.get_or_insert(own) != own {
                    return None;
                }
                let heading = table.cell(row, Field::HeadingCode).code();
                all.push(Line { row, heading, amount: quantity?.saturating_mul(cost?) });
            }
        }
        Some(Lines { all, activities, currency: currency? })
    }

    /// Sums the lines on a form. Income has no place on the European one.
    fn budget(&self, reference: &'a Reference, form: &str) -> Budget<'a> {
        let mut budget = Budget::new(reference, form);
        for line in self.all.iter().filter(|line| form == FRENCH_FORM || !is_income(reference, line)) {
            budget.add(reference, line.heading.map(Code::as_str), line.amount);
        }
        budget
    }

    /// Gives the first line under a heading of a form.
    fn under(&self, reference: &'a Reference, budget: &Budget<'a>, code: &Code) -> Option<&'a Row> {
        let stands = |line: &&Line<'_>| {
            let heading = line.heading.and_then(|heading| budget.heading(reference, heading));
            heading.is_some_and(|heading| heading.code == *code)
        };
        self.all.iter().find(stands).map(|line| line.row)
    }

    fn names(&self) -> Value {
        Value::List(self.activities.iter().map(Value::code).collect())
    }
}

fn is_income(reference: &Reference, line: &Line<'_>) -> bool {
    let heading = line.heading.and_then(|code| reference.budget_headings.iter().find(|heading| heading.code == *code));
    heading.is_some_and(|heading| heading.side == BudgetSide::Income)
}

/// Gives the costs of a budget, with those under no heading.
fn costs(budget: &Budget<'_>, form: &str) -> Decimal {
    let total = if form == EU_FORM { EU_TOTAL } else { FRENCH_TOTAL };
    budget.amount(total).unwrap_or_default().saturating_add(budget.unassigned)
}

fn differ(one: Decimal, other: Decimal) -> bool {
    one.saturating_sub(other).abs() > ROUNDING
}

/// Compares the lines with the cost and the contribution in kind that their application states.
fn compare(
    search: &Search<'_>,
    application: &Application<'_>,
    lines: &Lines<'_>,
    budget: &Budget<'_>,
    form: &str,
    findings: &mut Vec<Finding>,
) {
    let currency = lines.currency;
    if application.currency() != Some(currency) {
        return;
    }
    let told = |code, field| {
        search
            .at(code, application, field)
            .with("activity", lines.names())
            .with("sheet", Value::SheetName(Sheet::BudgetLines))
    };
    let sum = costs(budget, form);
    if let Some(cost) = application.number(Field::TotalCost).filter(|cost| differ(sum, *cost)) {
        findings.push(
            told(FindingCode::BudgetDiffers, Field::TotalCost)
                .with("found", money(cost, currency))
                .with("expected", money(sum, currency)),
        );
    }
    let own = application.number(Field::OwnInKind);
    let used = budget.amount(FRENCH_IN_KIND);
    let held = *application.table.cell(application.row, Field::OwnInKind) == crate::model::Cell::Held;
    if form == FRENCH_FORM && !held && differ(own.unwrap_or_default(), used.unwrap_or_default()) {
        let say = |amount: Option<Decimal>| amount.map_or(Value::Missing, |amount| money(amount, currency));
        findings.push(
            told(FindingCode::InKindOneSided, Field::OwnInKind)
                .with("found", say(own))
                .with("expected", say(used))
                .with("heading", Value::Name(List::BudgetHeadings, FRENCH_IN_KIND.into())),
        );
    }
}

/// Tells a French budget whose lines of income do not come to its costs; one without such lines is not asked to balance.
fn balance(dataset: &Dataset, reference: &Reference, lines: &Lines<'_>, budget: &Budget<'_>) -> Option<Finding> {
    let (income, costs) = (budget.amount(FRENCH_INCOME)?, costs(budget, FRENCH_FORM));
    let first = lines.all.iter().find(|line| is_income(reference, line))?;
    let finding = || {
        at(FindingCode::BudgetUnbalanced, dataset, Sheet::BudgetLines, first.row, Field::UnitCost)
            .with("found", money(income, lines.currency))
            .with("expected", money(costs, lines.currency))
            .with("activity", lines.names())
    };
    differ(income, costs).then(finding)
}
