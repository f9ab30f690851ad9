//! What the next run needs of this one, and what differs between the two.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::changes::{Changes, Difference, FigureChange, Followed, Named, Revision};
use crate::model::figures::FigureSet;
use crate::model::snapshot::{Activity, Recommendation, Snapshot, VERSION};
use crate::model::trend::growth;
use crate::model::{Cell, Code, Currency, Dataset, Field, Figures, Names, Outcome, Row, Settings, Sheet, Table};
use crate::reference::fold;

/// The statuses of an activity that is over.
const OVER: [&str; 2] = ["closing", "closed"];

/// Takes down a run from its prepared dataset and the figures of the whole agreement.
pub fn snapshot(dataset: &Dataset, whole: &Figures, settings: &Settings) -> Snapshot {
    let outcomes = |set: &FigureSet| -> BTreeMap<Code, Outcome> {
        set.values().map(|figure| (figure.code.clone(), figure.outcome.clone())).collect()
    };
    let mut figures = outcomes(&whole.cross);
    figures.extend(whole.results.iter().map(|result| (result.code.clone(), result.figure.outcome.clone())));
    let councils = whole.coverage.councils.iter().filter(|council| council.expected || council.returned);
    let recommendations = dataset.table(Sheet::Recommendations);
    Snapshot {
        version: VERSION,
        signed_on: settings.agreement.signed_on,
        parties: [0, 1].map(|at| settings.agreement.parties[at].short.clone()),
        period: settings.period,
        reference_date: settings.reference_date,
        currency: settings.rates.report_currency.clone(),
        figures,
        territories: whole.territories.lines.iter().map(|(code, set)| (code.clone(), outcomes(set))).collect(),
        activities: activities(dataset),
        returns: councils.map(|council| (council.territory.clone(), council.returned)).collect(),
        recommendations: recommendations.live().filter_map(|row| recommendation(recommendations, row)).collect(),
    }
}

/// Takes down the activities. Rows that a finding holds are there too: they were declared.
fn activities(dataset: &Dataset) -> BTreeMap<Code, Activity> {
    let table = dataset.table(Sheet::Activities);
    let mut budgets = budgets(dataset);
    let mut all = BTreeMap::new();
    for row in &table.rows {
        let Some(id) = table.cell(row, Field::ActivityId).code() else { continue };
        if row.held && all.contains_key(id) {
            continue;
        }
        let text = |field| table.cell(row, field).text().unwrap_or_default().into();
        all.insert(
            id.clone(),
            Activity {
                title: Names { fr: text(Field::Title), ar: text(Field::TitleAr), en: text(Field::TitleEn) },
                territories: [Field::TerritoryMa, Field::TerritoryFr]
                    .iter()
                    .flat_map(|field| table.cell(row, *field).codes().iter().cloned())
                    .collect(),
                status: table.cell(row, Field::Status).code().cloned(),
                budget: budgets.remove(id).unwrap_or_default(),
            },
        );
    }
    all
}

/// Adds up the planned budget of each activity, by currency.
fn budgets(dataset: &Dataset) -> BTreeMap<Code, BTreeMap<Currency, Decimal>> {
    let table = dataset.table(Sheet::Amounts);
    let mut budgets: BTreeMap<Code, BTreeMap<Currency, Decimal>> = BTreeMap::new();
    for row in table.live() {
        let [id, kind] = [Field::ActivityId, Field::Kind].map(|field| table.cell(row, field).code());
        if let (Some(id), Some("budget"), Some(money)) = (id, kind.map(Code::as_str), table.money(row, Field::Amount)) {
            let sum = budgets.entry(id.clone()).or_default().entry(money.currency).or_default();
            *sum = sum.saturating_add(money.amount);
        }
    }
    budgets
}

fn recommendation(table: &Table, row: &Row) -> Option<Recommendation> {
    let text = |field| table.cell(row, field).text().map(Box::from);
    Some(Recommendation {
        text: text(Field::Text)?,
        addressee: text(Field::Addressee),
        due: match table.cell(row, Field::Due) {
            Cell::Date(date) => Some(*date),
            _ => None,
        },
        status: table.cell(row, Field::Status).code().cloned(),
    })
}

/// Tells what changed from one run to the next.
///
/// An activity is the same where its identifier is; a recommendation where its text is, but for case, accents and
/// spaces, the one to the same addressee first. Money of two currencies of report is not compared.
pub fn changes(before: &Snapshot, now: &Snapshot) -> Changes {
    let comparable = before.currency == now.currency;
    let codes: std::collections::BTreeSet<&Code> = before.figures.keys().chain(now.figures.keys()).collect();
    let outcome = |set: &BTreeMap<Code, Outcome>, code: &Code| set.get(code).cloned().unwrap_or(Outcome::NotReported);
    let figures = codes.into_iter().map(|code| {
        let (before, now) = (outcome(&before.figures, code), outcome(&now.figures, code));
        let change = difference(&before, &now, comparable);
        FigureChange { code: code.clone(), before, now, change }
    });
    let named = |id: &Code, activity: &Activity| Named {
        id: id.clone(),
        title: activity.title.clone(),
        territories: activity.territories.clone(),
    };
    let over = |activity: &Activity| activity.status.as_ref().is_some_and(|status| OVER.contains(&status.as_str()));
    let both = || now.activities.iter().filter_map(|(id, now)| Some((id, before.activities.get(id)?, now)));
    let absent = |from: &Snapshot, others: &Snapshot| -> Vec<Named> {
        let alone = from.activities.iter().filter(|(id, _)| !others.activities.contains_key(*id));
        alone.map(|(id, activity)| named(id, activity)).collect()
    };
    let answered = |run: &Snapshot, code: &Code| run.returns.get(code).copied().unwrap_or(false);
    let answered_in_one = |one: &Snapshot, other: &Snapshot| -> Vec<Code> {
        one.returns
            .iter()
            .filter(|(code, came)| **came && !answered(other, code))
            .map(|(code, _)| code.clone())
            .collect()
    };
    Changes {
        period: before.period,
        reference_date: before.reference_date,
        currency: before.currency.clone(),
        figures: figures.collect(),
        new: absent(now, before),
        completed: both().filter(|(_, was, is)| !over(was) && over(is)).map(|(id, _, is)| named(id, is)).collect(),
        gone: absent(before, now),
        revised: both()
            .filter(|(_, was, is)| !was.budget.is_empty() && was.budget != is.budget)
            .map(|(id, was, is)| Revision {
                activity: named(id, is),
                before: was.budget.clone(),
                now: is.budget.clone(),
            })
            .collect(),
        returned: answered_in_one(now, before),
        silent: answered_in_one(before, now),
        followed: followed(&before.recommendations, &now.recommendations),
    }
}

/// Gives the distance between two results of one kind.
fn difference(before: &Outcome, now: &Outcome, comparable: bool) -> Option<Difference> {
    let values = || Some((before.value()?, now.value()?));
    match (before, now) {
        (Outcome::Money(_), Outcome::Money(_)) => {
            let (before, now) = values().filter(|_| comparable)?;
            growth(before, now).map(Difference::Growth)
        }
        (Outcome::Ratio(..), Outcome::Ratio(..)) => {
            let (before, now) = values()?;
            now.checked_sub(before).map(Difference::Distance)
        }
        (Outcome::Number(_) | Outcome::Interval(..), Outcome::Number(_) | Outcome::Interval(..)) => {
            let (before, now) = values()?;
            now.checked_sub(before).map(Difference::Count)
        }
        _ => None,
    }
}

/// Follows each recommendation: those to the same addressee first, then what is left with the same text.
fn followed(before: &[Recommendation], now: &[Recommendation]) -> Vec<Followed> {
    let key = |each: &Recommendation| fold(&each.text);
    let mut open: Vec<(String, &Recommendation)> = now.iter().map(|each| (key(each), each)).collect();
    let mut found: Vec<Option<Recommendation>> = vec![None; before.len()];
    for addressed in [true, false] {
        for (was, now) in before.iter().zip(&mut found).filter(|(_, now)| now.is_none()) {
            let text = key(was);
            let same = |(other, is): &(String, &Recommendation)| {
                *other == text && (!addressed || is.addressee == was.addressee)
            };
            *now = open.iter().position(same).map(|at| open.remove(at).1.clone());
        }
    }
    before.iter().cloned().zip(found).map(|(before, now)| Followed { before, now }).collect()
}
