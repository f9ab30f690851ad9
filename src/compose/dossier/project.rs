//! The project of a dossier: every row that speaks of it, and its amounts in one currency.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::lines::Lines;
use super::print;
use super::subject::{Subject, activities, ids, phase, serving};
use crate::compose::Inputs;
use crate::model::{Cell, Code, Field, Money, Names, Row, Sheet, Table, Value};
use crate::reference::budget::{self, Budget, FRENCH_FORM};
use crate::reference::plan::{Checked, Plan, Role, Source};
use crate::reference::{Call, CallRule, Case, Reference};

/// Everything that a dossier is written from.
pub struct Project<'a> {
    pub(super) inputs: Inputs<'a>,
    /// The identifier of the dossier.
    pub(super) id: Code,
    /// The call, and the rules of it that concern the project.
    pub(super) call: &'a Call,
    pub(super) rules: Vec<&'a CallRule>,
    /// The application to the call, where there is one.
    pub(super) application: Option<&'a Row>,
    /// The activities, the first of which gives its names.
    pub(super) activities: Vec<&'a Row>,
    /// The currency of all sums.
    pub(super) currency: Code,
    /// How many decimals its sums show.
    pub(super) decimals: u8,
    pub(super) plan: Plan,
    pub(super) lines: Lines<'a>,
}

impl<'a> Project<'a> {
    /// Gathers the rows of a project for a call.
    pub fn new(inputs: &Inputs<'a>, subject: Subject<'a>, call: &'a Call) -> Project<'a> {
        let funding = inputs.dataset.table(Sheet::Funding);
        let activities = activities(inputs, subject);
        let ids = ids(inputs, &activities);
        let serving = serving(inputs, &ids);
        let application = match subject {
            Subject::Application(row) => Some(row),
            Subject::Activity(_) => {
                let of_call = |row: &&&Row| funding.cell(row, Field::Call).code() == Some(&call.code);
                serving.iter().find(of_call).copied()
            }
        };
        let rules: Vec<&CallRule> = call.applying(case(inputs, &activities)).collect();
        let currency = currency(inputs, &rules, application, &activities);
        let others: Vec<&Row> = serving
            .into_iter()
            .filter(|row| application.is_none_or(|own| !std::ptr::eq(own, *row)) && phase(inputs, row) != "lost")
            .collect();
        let mut project = Project {
            inputs: *inputs,
            id: subject.id(inputs).clone(),
            call,
            rules,
            application,
            activities,
            decimals: 0,
            plan: Plan::default(),
            lines: Lines::default(),
            currency,
        };
        project.plan = project.plan(&others);
        project.lines = Lines::new(&project);
        let of_plan = project.plan.sources.iter().map(|source| source.amount).chain([project.plan.cost]);
        let amounts = of_plan.chain(project.lines.lines.iter().map(|line| line.amount));
        project.decimals = amounts.flatten().map(print::decimals).max().unwrap_or(0);
        project
    }

    /// Gives the form on which the call reads a budget.
    pub(super) fn form(&self) -> &'static str {
        budget::form_of(&self.call.funder)
    }

    /// Says whether the budget has two sides that balance.
    pub(super) fn is_french(&self) -> bool {
        self.form() == FRENCH_FORM
    }

    /// Gives the checks of the call and of the sums.
    pub fn checks(&self) -> Vec<Checked<'a>> {
        self.plan.checks(&self.rules, &self.lines.budget)
    }

    /// Gives the first activity's cell; missing where the dossier has no activity.
    pub(super) fn cell(&self, field: Field) -> &'a Cell {
        static MISSING: Cell = Cell::Missing;
        let table = self.inputs.dataset.table(Sheet::Activities);
        self.activities.first().map_or(&MISSING, |row| table.cell(row, field))
    }

    /// Gives a cell of the application.
    pub(super) fn asked(&self, field: Field) -> &'a Cell {
        static MISSING: Cell = Cell::Missing;
        self.application.map_or(&MISSING, |row| self.inputs.dataset.table(Sheet::Funding).cell(row, field))
    }

    /// Gives the title of an activity in the language of the edition, else as the sender wrote it.
    pub(super) fn title(&self, row: &Row) -> Value {
        let table = self.inputs.dataset.table(Sheet::Activities);
        let text = |field| table.cell(row, field).text().unwrap_or_default().into();
        let names = Names { fr: text(Field::Title), ar: text(Field::TitleAr), en: text(Field::TitleEn) };
        if names.fr.is_empty() { Value::Missing } else { Value::Names(names.into()) }
    }

    /// Gives the live rows of a sheet that name one of the activities.
    pub(super) fn rows(&self, sheet: Sheet) -> (&'a Table, Vec<&'a Row>) {
        let (table, ids) = (self.inputs.dataset.table(sheet), ids(&self.inputs, &self.activities));
        let ours = |row: &&Row| table.cell(row, Field::ActivityId).codes().iter().any(|id| ids.contains(&id));
        (table, table.live().filter(ours).collect())
    }

    /// Gives the places of every row that the dossier is written from, held rows included.
    pub(super) fn identifiers(&self) -> BTreeSet<Code> {
        let own = ids(&self.inputs, &self.activities).into_iter().chain(self.asked(Field::ApplicationId).code());
        let others = self.plan.sources.iter().filter_map(|source| source.application.as_ref());
        own.chain(others).chain([&self.id]).cloned().collect()
    }

    /// Gives the first and the last day of the activities, where all of them are known.
    pub(super) fn span(&self) -> [Option<Date>; 2] {
        let table = self.inputs.dataset.table(Sheet::Activities);
        let of = |field| self.activities.iter().map(|row| table.cell(row, field).date()).collect::<Option<Vec<_>>>();
        [
            of(Field::StartDate).and_then(|days| days.into_iter().min()),
            of(Field::EndDate).and_then(|days| days.into_iter().max()),
        ]
    }

    /// Gives the currency of the activity that a row names.
    pub(super) fn currency_of(&self, table: &Table, row: &Row) -> Option<Code> {
        let activities = self.inputs.dataset.table(Sheet::Activities);
        let named = table.cell(row, Field::ActivityId).codes();
        let is_named =
            |activity: &&&Row| activities.cell(activity, Field::ActivityId).code().is_some_and(|id| named.contains(id));
        let activity = self.activities.iter().find(is_named)?;
        activities.cell(activity, Field::Currency).code().cloned()
    }

    /// Gives an amount in the currency of the dossier, at the rate of the cut-off.
    pub(super) fn convert(&self, money: &Money) -> Option<Decimal> {
        self.inputs.settings.rates.exchange(money, &self.currency, self.inputs.settings.cutoff())
    }

    fn amount(&self, row: &Row, field: Field) -> Option<Decimal> {
        let money = self.inputs.dataset.table(Sheet::Funding).money(row, field)?;
        self.convert(&money)
    }

    /// Puts the plan together: the application's own account of the project; without an application, what the
    /// activities say of their budgets and contributions.
    fn plan(&self, others: &[&Row]) -> Plan {
        let funding = self.inputs.dataset.table(Sheet::Funding);
        let own = |role, amount| Source { role, funder: None, application: None, amount };
        let mut sources = Vec::new();
        let asked = self.application.and_then(|row| self.amount(row, Field::AmountRequested));
        sources.push(Source {
            role: Role::Requested,
            funder: Some(self.call.funder.clone()),
            application: self.asked(Field::ApplicationId).code().cloned(),
            amount: asked,
        });
        for row in others {
            let first = |fields: &[Field]| fields.iter().find_map(|field| self.amount(row, *field));
            let (role, amount) = match first(&[Field::AmountSigned]) {
                Some(signed) => (Role::Signed, Some(signed)),
                None => (Role::Awaiting, first(&[Field::AmountAwarded, Field::AmountRequested])),
            };
            let code = |field| funding.cell(row, field).code().cloned();
            sources.push(Source { role, funder: code(Field::Funder), application: code(Field::ApplicationId), amount });
        }
        let (cost, cash, in_kind) = match self.application {
            Some(row) => {
                let of = |field| self.amount(row, field);
                (of(Field::TotalCost), of(Field::OwnCash), of(Field::OwnInKind))
            }
            None => {
                let declared = [Field::ContributionMa, Field::ContributionFr, Field::ContributionOther];
                (self.budgets(), self.declared(&declared), None)
            }
        };
        sources.extend([own(Role::OwnCash, cash), own(Role::OwnInKind, in_kind)]);
        sources.sort_by_key(|source| source.role);
        Plan { cost, sources, months: self.months() }
    }

    /// Says at which rate each currency of the plan was converted.
    pub(super) fn rates(&self) -> Vec<Value> {
        let funding = self.inputs.dataset.table(Sheet::Funding);
        let activities = self.inputs.dataset.table(Sheet::Activities);
        let used = |row: &Row| {
            let id = funding.cell(row, Field::ApplicationId).code();
            id.is_some() && self.plan.sources.iter().any(|source| source.application.as_ref() == id)
        };
        let applications = funding.live().filter(|row| used(row)).map(|row| funding.cell(row, Field::Currency));
        let own = self.activities.iter().filter(|_| self.application.is_none());
        let own = own.map(|row| activities.cell(row, Field::Currency));
        let currencies: BTreeSet<&Code> = applications.chain(own).filter_map(Cell::code).collect();
        let foreign = currencies.into_iter().filter(|currency| **currency != self.currency);
        foreign.map(|currency| print::rate(self, currency)).collect()
    }

    /// Gives what is still to be found where undecided applications come in at the probability of their stage; `None`
    /// where one of them has no amount.
    pub(super) fn gap_after(&self) -> Option<Decimal> {
        let table = self.inputs.dataset.table(Sheet::Funding);
        let mut gap = self.plan.gap()?;
        let open = |source: &&Source| matches!(source.role, Role::Requested | Role::Awaiting);
        for source in self.plan.sources.iter().filter(open) {
            if source.amount.is_none() && source.application.is_none() {
                continue;
            }
            let id = source.application.as_ref()?;
            let row = table.live().find(|row| table.cell(row, Field::ApplicationId).code() == Some(id))?;
            if phase(&self.inputs, row) == "open" {
                let stage = table.cell(row, Field::FundingStage).code()?;
                let chance = self.inputs.settings.stage_probability.get(stage).copied().unwrap_or_default();
                gap = gap.saturating_sub(self.amount(row, Field::AmountRequested)?.saturating_mul(chance));
            }
        }
        Some(gap)
    }

    /// Gives the papers that the call asks for, and whether each is ready. A call whose papers are not known asks for
    /// none: those that are ready are told.
    pub(super) fn papers(&self) -> Vec<(Code, bool)> {
        let ready = self.asked(Field::Papers).codes();
        let mut wanted: Vec<Code> = Vec::new();
        for paper in self.rules.iter().flat_map(|rule| &rule.papers).chain(ready) {
            if !wanted.contains(paper) {
                wanted.push(paper.clone());
            }
        }
        wanted.into_iter().map(|paper| (paper.clone(), ready.contains(&paper))).collect()
    }

    /// Gives the budgets of the activities, converted; `None` where one is not known.
    pub(super) fn budgets(&self) -> Option<Decimal> {
        let table = self.inputs.dataset.table(Sheet::Activities);
        let budgets = self.activities.iter().map(|row| self.convert(&table.money(row, Field::BudgetTotal)?));
        budgets.collect::<Option<Vec<_>>>()?.into_iter().reduce(Decimal::saturating_add)
    }

    /// Gives the contributions that the activities declare, converted.
    fn declared(&self, fields: &[Field]) -> Option<Decimal> {
        let table = self.inputs.dataset.table(Sheet::Activities);
        let amounts = self.activities.iter().flat_map(|row| fields.iter().map(move |field| table.money(row, *field)));
        amounts.flatten().filter_map(|money| self.convert(&money)).reduce(Decimal::saturating_add)
    }

    /// Gives the duration in months begun.
    fn months(&self) -> Option<u32> {
        let [Some(start), Some(end)] = self.span() else { return None };
        let after = end.tomorrow().ok()?;
        let whole = (i32::from(after.year()) - i32::from(start.year())) * 12
            + (i32::from(after.month()) - i32::from(start.month()));
        let begun = whole + i32::from(after.day() > start.day());
        u32::try_from(begun).ok()
    }
}

/// Tells which rule of a call concerns a project.
fn case(inputs: &Inputs<'_>, activities: &[&Row]) -> Case {
    let table = inputs.dataset.table(Sheet::Activities);
    if activities.iter().any(|row| !table.cell(row, Field::ThirdCountry).codes().is_empty()) {
        return Case::SeveralCountries;
    }
    let parties = &inputs.settings.agreement.parties;
    let is_party = |row: &&Row| {
        let lead = table.cell(row, Field::Lead).text().unwrap_or_default().trim();
        parties
            .iter()
            .any(|party| party.name.iter().chain([&*party.short]).any(|name| !name.is_empty() && name == lead))
    };
    if activities.iter().any(is_party) { Case::Association } else { Case::Usual }
}

/// Chooses the currency of the sums: the rule's, else the application's, else the first activity's.
fn currency(inputs: &Inputs<'_>, rules: &[&CallRule], application: Option<&Row>, activities: &[&Row]) -> Code {
    let of = |sheet, row: Option<&Row>| {
        row.and_then(|row| inputs.dataset.table(sheet).cell(row, Field::Currency).code()).cloned()
    };
    rules
        .iter()
        .find_map(|rule| rule.currency.clone())
        .or_else(|| of(Sheet::Funding, application))
        .or_else(|| of(Sheet::Activities, activities.first().copied()))
        .unwrap_or_else(|| inputs.settings.rates.report_currency.clone())
}

/// Starts the budget of a form with the income of a plan, for the form that has an income side.
pub(super) fn with_income<'a>(reference: &'a Reference, form: &str, plan: &Plan) -> Budget<'a> {
    let mut budget = Budget::new(reference, form);
    if form == FRENCH_FORM {
        for source in &plan.sources {
            let heading = match source.role {
                Role::Requested | Role::Signed | Role::Awaiting => "74",
                Role::OwnCash => "70",
                Role::OwnInKind => "87",
            };
            if let Some(amount) = source.amount {
                budget.add(reference, Some(heading), amount);
            }
        }
    }
    budget
}
