//! C530 to C556: the funding search. Applications follow the life of a dossier, keep the rules of their calls, and ask no
//! more than their project costs.
//!
//! 1. [`call`] finds the call of an application, [`heading`] the budget heading of a line; [`loose`] tells rows that no
//!    dossier can use.
//! 2. [`passages`] reads the passages of an application as its life, [`stage`] what its own row says of it.
//! 3. [`shares`], [`limits`] and [`dates`] hold an application against the rules of its call; [`breach`] makes a finding
//!    of what breaks one.
//! 4. [`financing`] adds up what pays for a project, [`budget`] its lines on the form of the funder.
//!
//! A finding of severity error about an amount questions the application and keeps nothing out: nobody can tell which of
//! two amounts is wrong, and a sum without one of them would be wrong for sure. The row is marked as
//! [doubtful](Row::doubtful), and what counts it is provisional.

mod breach;
pub mod budget;
pub mod call;
pub mod dates;
pub mod financing;
pub mod heading;
pub mod limits;
pub mod loose;
pub mod passages;
pub mod shares;
pub mod stage;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Context, at, live};
use crate::model::{Code, Currency, Dataset, Field, Finding, FindingCode, List, Money, Row, Sheet, Table, Value};
use crate::reference::{Call, Case, Stage, fold};

/// How far sums that people round may lie apart, in units of their currency.
const ROUNDING: Decimal = Decimal::ONE;

/// The records of the funding search, as its rules look at them.
pub struct Search<'a> {
    context: &'a Context<'a>,
    dataset: &'a Dataset,
    activities: BTreeMap<&'a Code, &'a Row>,
    passages: BTreeMap<&'a Code, Vec<Passage<'a>>>,
}

/// One passage of an application to a stage.
#[derive(Clone, Copy)]
pub struct Passage<'a> {
    /// The day.
    pub date: Date,
    /// The stage.
    pub stage: &'a Stage,
    /// The row.
    pub row: &'a Row,
}

/// One application.
#[derive(Clone, Copy)]
pub struct Application<'a> {
    /// Its number in the table.
    pub number: usize,
    /// Its row.
    pub row: &'a Row,
    table: &'a Table,
}

impl<'a> Search<'a> {
    /// Looks at the rows that take part in figures.
    pub fn new(context: &'a Context<'a>, dataset: &'a Dataset) -> Self {
        let table = dataset.table(Sheet::Activities);
        let activities =
            table.live().filter_map(|row| Some((table.cell(row, Field::ActivityId).code()?, row))).collect();
        let table = dataset.table(Sheet::Passages);
        let mut passages: BTreeMap<&Code, Vec<Passage<'_>>> = BTreeMap::new();
        for row in table.live() {
            let [application, stage] = [Field::ApplicationId, Field::Stage].map(|field| table.cell(row, field).code());
            let stage = stage.and_then(|stage| context.reference.stage(stage));
            if let (Some(application), Some(stage), Some(date)) =
                (application, stage, table.cell(row, Field::Date).date())
            {
                passages.entry(application).or_default().push(Passage { date, stage, row });
            }
        }
        for all in passages.values_mut() {
            all.sort_by_key(|passage| (passage.date, passage.stage.order, passage.row.origin));
        }
        Search { context, dataset, activities, passages }
    }

    /// Iterates over the applications.
    pub fn applications(&self) -> impl Iterator<Item = Application<'a>> + use<'a> {
        let table = self.dataset.table(Sheet::Funding);
        live(self.dataset, Sheet::Funding).into_iter().map(|number| Application {
            number,
            row: &table.rows[number],
            table,
        })
    }

    /// Iterates over the applications that were not lost, with their call and its case. A lost one is past correcting,
    /// and may be lost for what breaks a rule.
    pub fn called(&self) -> impl Iterator<Item = (Application<'a>, &'a Call, Case)> {
        self.applications().filter(|application| !self.is_lost(application)).filter_map(|application| {
            let call = self.context.reference.call(application.code(Field::Call)?)?;
            Some((application, call, self.case(&application)))
        })
    }

    /// Gives the passages of an application, in the order of their days and of the stages on one day.
    pub fn passages(&self, application: &Application<'_>) -> &[Passage<'a>] {
        let id = application.code(Field::ApplicationId);
        id.and_then(|id| self.passages.get(id)).map_or(&[], Vec::as_slice)
    }

    /// Gives the stage of an application: that of its last passage, else that of its row.
    pub fn stage(&self, application: &Application<'_>) -> Option<&'a Stage> {
        let stated = || self.context.reference.stage(application.code(Field::FundingStage)?);
        self.passages(application).last().map(|passage| passage.stage).or_else(stated)
    }

    /// Says whether an application is lost.
    pub fn is_lost(&self, application: &Application<'_>) -> bool {
        self.stage(application).is_some_and(|stage| &*stage.phase == "lost")
    }

    /// Gives the activities that an application serves, as far as they are known.
    pub fn activities(&self, application: &Application<'a>) -> Vec<&'a Row> {
        let named = application.table.cell(application.row, Field::ActivityId).codes();
        named.iter().filter_map(|code| self.activities.get(code).copied()).collect()
    }

    /// Tells which of a call's rules concern an application: a project with a third country is one in several countries;
    /// one led by a party of the agreement is that of an association.
    fn case(&self, application: &Application<'a>) -> Case {
        let table = self.dataset.table(Sheet::Activities);
        let activities = self.activities(application);
        let abroad = |row: &&Row| !table.cell(row, Field::ThirdCountry).codes().is_empty();
        if activities.iter().any(abroad) {
            return Case::SeveralCountries;
        }
        let parties = self.context.settings.map_or(&[][..], |settings| &settings.agreement.parties);
        let leads = |row: &&Row| {
            let lead = table.cell(row, Field::Lead).text().map(fold).filter(|lead| !lead.is_empty());
            let names = parties.iter().flat_map(|party| party.name.iter().chain([&*party.short]));
            lead.is_some_and(|lead| names.map(fold).any(|name| name == lead))
        };
        if activities.iter().any(leads) { Case::Association } else { Case::Usual }
    }

    /// Makes a finding at one cell of an application.
    pub fn at(&self, code: FindingCode, application: &Application<'_>, field: Field) -> Finding {
        at(code, self.dataset, Sheet::Funding, application.row, field)
    }

    /// Brings two amounts of one day into one currency: as they are where they have one, else in that of the report.
    /// `None` where a rate is missing, which has a finding of its own.
    pub fn alike(&self, one: &Money, other: &Money, day: Option<Date>) -> Option<(Decimal, Decimal)> {
        if one.currency == other.currency {
            return Some((one.amount, other.amount));
        }
        let settings = self.context.settings?;
        let day = day.unwrap_or(settings.cutoff()).min(settings.cutoff());
        let convert = |money| settings.rates.convert(money, day);
        Some((convert(one)?, convert(other)?))
    }
}

impl<'a> Application<'a> {
    /// Gives the code of a cell.
    pub fn code(&self, field: Field) -> Option<&'a Code> {
        self.table.cell(self.row, field).code()
    }

    /// Gives the number of a cell.
    pub fn number(&self, field: Field) -> Option<Decimal> {
        self.table.cell(self.row, field).number()
    }

    /// Gives an amount with its currency.
    pub fn money(&self, field: Field) -> Option<Money> {
        self.table.money(self.row, field)
    }

    /// Gives the day of a cell.
    pub fn date(&self, field: Field) -> Option<Date> {
        self.table.cell(self.row, field).date()
    }

    /// Gives the currency of its amounts.
    pub fn currency(&self) -> Option<&'a Currency> {
        self.code(Field::Currency)
    }

    /// Names it.
    pub fn name(&self) -> Value {
        self.code(Field::ApplicationId).map_or(Value::Missing, Value::code)
    }
}

/// Prints an amount.
fn money(amount: Decimal, currency: &Currency) -> Value {
    Value::Money(amount, currency.clone())
}

/// Marks applications that a finding of severity error questions.
fn doubt(dataset: &mut Dataset, applications: &[usize]) {
    if applications.is_empty() {
        return;
    }
    let table = dataset.table_mut(Sheet::Funding);
    for &number in applications {
        table.rows[number].doubtful = true;
    }
}

/// Names the entries that a text may mean, the nearest first.
fn suggestion(list: List, codes: Vec<Code>) -> Value {
    match codes.is_empty() {
        true => Value::key("finding-none"),
        false => Value::List(codes.into_iter().map(|code| Value::Name(list, code)).collect()),
    }
}
