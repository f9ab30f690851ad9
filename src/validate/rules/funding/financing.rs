//! C550, C551: what pays for a project, and what its funders have not signed yet.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::{Context, at, live};
use super::{Application, ROUNDING, Search, doubt, money};
use crate::model::{Code, Dataset, Field, Finding, FindingCode, Money, Sheet, Value};

/// Tells where an application and the own contribution come to more than the project costs. A contribution that is not
/// reported could only add to it.
pub fn over_cost(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let search = Search::new(context, dataset);
    let mut questioned = Vec::new();
    for application in search.applications() {
        let [cost, requested] = [Field::TotalCost, Field::AmountRequested].map(|field| application.number(field));
        let (Some(cost), Some(requested), Some(currency)) = (cost, requested, application.currency()) else { continue };
        let own = [Field::OwnCash, Field::OwnInKind].iter().filter_map(|field| application.number(*field));
        let own = own.fold(Decimal::ZERO, |sum, each| sum.saturating_add(each));
        let sum = requested.saturating_add(own);
        if sum > cost.saturating_add(ROUNDING) {
            questioned.push(application.number);
            findings.push(
                search
                    .at(FindingCode::FinancingOverCost, &application, Field::TotalCost)
                    .with("found", money(sum, currency))
                    .with("requested", money(requested, currency))
                    .with("own", money(own, currency))
                    .with("expected", money(cost, currency)),
            );
        }
    }
    doubt(dataset, &questioned);
}

/// Warns where an activity counts on more from others than its funders signed, while one of them has not decided.
///
/// An application that serves several activities counts in full for each: how it is shared is not told.
pub fn unsigned(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let search = Search::new(context, dataset);
    let mut of: BTreeMap<&Code, Vec<Application<'_>>> = BTreeMap::new();
    for application in search.applications().filter(|application| !search.is_lost(application)) {
        for row in search.activities(&application) {
            if let Some(id) = dataset.table(Sheet::Activities).cell(row, Field::ActivityId).code() {
                of.entry(id).or_default().push(application);
            }
        }
    }
    let table = dataset.table(Sheet::Activities);
    for number in live(dataset, Sheet::Activities) {
        let row = &table.rows[number];
        let Some(applications) = table.cell(row, Field::ActivityId).code().and_then(|id| of.get(id)) else { continue };
        let Some(declared) = table.money(row, Field::ContributionOther) else { continue };
        let open =
            |application: &&Application<'_>| search.stage(application).is_some_and(|stage| &*stage.phase == "open");
        let mut undecided: Vec<_> = applications.iter().filter(open).collect();
        undecided.sort_by_key(|application| application.code(Field::ApplicationId));
        let names = Value::List(undecided.iter().map(|application| application.name()).collect());
        let Some(signed) = signed(&search, applications, &declared) else { continue };
        if !undecided.is_empty() && declared.amount > signed.unwrap_or_default().saturating_add(ROUNDING) {
            findings.push(
                at(FindingCode::CofinancingUnsigned, dataset, Sheet::Activities, row, Field::ContributionOther)
                    .with("found", money(declared.amount, &declared.currency))
                    .with("expected", signed.map_or(Value::Missing, |signed| money(signed, &declared.currency)))
                    .with("applications", names),
            );
        }
    }
}

/// Sums what funders signed, in the currency of another amount; `None` within where none reports it, and `None` where a
/// rate is missing.
fn signed(search: &Search<'_>, applications: &[Application<'_>], in_currency_of: &Money) -> Option<Option<Decimal>> {
    let mut sum = None;
    for application in applications {
        let Some(signed) = application.money(Field::AmountSigned) else { continue };
        let unit = Money { amount: Decimal::ONE, currency: in_currency_of.currency.clone() };
        let (signed, unit) = search.alike(&signed, &unit, application.date(Field::DecisionDate))?;
        sum = Some(sum.unwrap_or(Decimal::ZERO).saturating_add(signed.checked_div(unit)?));
    }
    Some(sum)
}
