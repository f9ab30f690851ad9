//! Funding dossiers: what the rows of one project say, as names and parts for the narrative, and as a workbook.
//!
//! 1. [`subject`] finds what an identifier stands for, [`Project::new`] gathers its rows, its budget and its plan.
//! 2. [`dossier`] gives the names that a template may use, and the parts that it may place.
//! 3. [`book`] lays out the workbook, with live formulas.
//!
//! Invariant: sums, shares and checks come from [`crate::reference::budget`] and [`crate::reference::plan`]; private
//! columns are never looked at.

mod lines;
mod names;
mod parts;
mod print;
mod project;
mod readings;
mod subject;
mod workbook;

pub(super) use print::marker;
pub use project::Project;
pub use subject::{Subject, identifiers, subject};
pub use workbook::book;

use super::sections::touching_rows;
use super::{foot, imprint};
use crate::model::report::Stamp;
use crate::model::{Code, Dossier, Field, Lang, List, Origin, Row, Table, Value};
use crate::reference::plan::{Checked, Role, Verdict};

/// Gives what the narrative of a dossier is made from.
pub fn dossier(project: &Project<'_>, lang: Lang) -> Dossier {
    Dossier {
        kind: project.kind(),
        lang,
        template: project.template().into(),
        stamp: project.stamp(),
        title: project.name(),
        subtitle: project.about(),
        foot: foot(project.inputs.settings),
        imprint: imprint(&project.inputs),
        authors: project.applicants(),
        facts: project.facts(),
        names: names::names(project),
        parts: parts::parts(project),
    }
}

impl<'a> Project<'a> {
    /// Gives the document that the dossier is.
    pub fn kind(&self) -> crate::model::DocumentKind {
        crate::model::DocumentKind::Dossier(self.id.clone(), self.call.code.clone())
    }

    /// Gives the stem of the template that the program holds for the funder.
    pub fn template(&self) -> &'static str {
        match self.call.funder.as_str() {
            funder if funder.starts_with("EU-") => "ndici",
            "AFD-FICOL" => "ficol",
            _ => "joint",
        }
    }

    /// Gives the code of the funder, after which a campaign may name a template of its own.
    pub fn funder(&self) -> &Code {
        &self.call.funder
    }

    /// Gives the checks that do not hold, each as a sentence that names the rule and its day.
    pub fn failing(&self) -> Vec<Value> {
        let checks = self.checks();
        let failing = checks.iter().filter(|checked| checked.verdict() == Verdict::Fails);
        failing.map(|checked| self.sentence(checked)).collect()
    }

    fn sentence(&self, checked: &Checked<'_>) -> Value {
        let said = [
            ("check", print::check(&checked.check)),
            ("found", print::side(self, checked, checked.found)),
            ("limit", print::limit(self, checked)),
        ];
        let said = Value::phrase("dossier-check-said", said);
        match checked.rule {
            Some(rule) => {
                let args = [
                    ("said", said),
                    ("call", Value::Name(List::Calls, self.call.code.clone())),
                    ("rule", Value::code(&rule.name)),
                    ("date", rule.valid_from.map_or(Value::key("dossier-undated"), Value::Date)),
                ];
                Value::phrase("dossier-check-rule", args)
            }
            None => said,
        }
    }

    /// Gives the stamp: provisional where a finding of severity error touches a row that the dossier is written from,
    /// held rows among them.
    pub fn stamp(&self) -> Stamp {
        let ids = self.identifiers();
        let named = |table: &Table, row: &Row| {
            let fields = [Field::ActivityId, Field::ApplicationId];
            fields.iter().any(|field| table.cell(row, *field).codes().iter().any(|id| ids.contains(id)))
        };
        let places = self.inputs.dataset.tables.values().flat_map(|table| {
            table.rows.iter().filter(|row| named(table, row)).map(|row| row.origin.at(Origin::WHOLE_ROW))
        });
        if touching_rows(&self.inputs, &places.collect()).is_empty() { Stamp::Draft } else { Stamp::Provisional }
    }

    /// Gives the title of the first activity.
    pub(super) fn name(&self) -> Value {
        self.activities.first().map_or(Value::Missing, |row| self.title(row))
    }

    /// Gives the call and its funder.
    pub(super) fn about(&self) -> Value {
        let funder = Value::Name(List::Funders, self.call.funder.clone());
        let call = Value::Name(List::Calls, self.call.code.clone());
        Value::phrase("dossier-about", [("call", call), ("funder", funder)])
    }

    /// Gives who applies: the lead of the first activity, and the co-holder of the application.
    pub(super) fn applicants(&self) -> Vec<Value> {
        let named = [self.cell(Field::Lead), self.asked(Field::CoHolder)].map(|cell| print::cell(cell, None));
        named.into_iter().filter(|value| *value != Value::Missing).collect()
    }

    /// Gives the facts of the front page.
    pub(super) fn facts(&self) -> Vec<(Value, Value)> {
        let fact = |key, value| (Value::key(key), value);
        let list = |cell, list| print::cell(cell, Some(list));
        let [start, end] = self.span();
        let day = |day: Option<jiff::civil::Date>| day.map_or(Value::Missing, Value::Date);
        let mut facts = vec![
            fact("dossier-fact-call", Value::Name(List::Calls, self.call.code.clone())),
            fact("dossier-fact-funder", Value::Name(List::Funders, self.call.funder.clone())),
            fact("dossier-fact-lead", print::cell(self.cell(Field::Lead), None)),
            fact("dossier-fact-co-holder", print::cell(self.asked(Field::CoHolder), None)),
            fact("dossier-fact-ma", list(self.cell(Field::TerritoryMa), List::TerritoriesMa)),
            fact("dossier-fact-fr", list(self.cell(Field::TerritoryFr), List::TerritoriesFr)),
            fact("dossier-fact-start", day(start)),
            fact("dossier-fact-end", day(end)),
            fact("dossier-fact-months", self.plan.months.map_or(Value::Missing, |months| print::months(months.into()))),
            fact("dossier-fact-cost", print::amount(self, self.plan.cost)),
            fact("dossier-fact-requested", print::amount(self, self.plan.sum(Role::Requested))),
            fact("dossier-fact-share", print::share(self.plan.share(self.plan.sum(Role::Requested)))),
            fact("dossier-fact-deadline", self.deadline()),
        ];
        if self.activities.len() > 1 {
            let others = self.activities.iter().skip(1).map(|row| self.title(row)).collect();
            facts.insert(0, fact("dossier-fact-others", Value::List(others)));
        }
        facts
    }

    /// Gives the day by which the application has to be sent: the call's, else the application's.
    pub(super) fn deadline(&self) -> Value {
        match (self.call.closes, self.asked(Field::Deadline).date()) {
            (Some(day), _) | (None, Some(day)) => Value::Date(day),
            (None, None) => Value::Missing,
        }
    }
}
