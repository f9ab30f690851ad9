//! Applications beside the rules of their calls.

use rust_decimal::Decimal;

use super::funding::stage;
use super::view::View;
use crate::model::deadline::{CallCheck, Limit, RuleSource, Standing};
use crate::model::{Field, Sheet};
use crate::reference::{Call, CallRule, Case, fold};

const SHEET: Sheet = Sheet::Funding;
/// A rate this near under its ceiling is told.
const NEAR: Decimal = Decimal::from_parts(2, 0, 0, false, 2);

/// Gives the call of an application, where it is in the list.
pub(super) fn of<'a>(view: &View<'a>, row: u32) -> Option<&'a Call> {
    view.prepared.reference.call(view.cell(SHEET, row, Field::Call).code()?)
}

/// Tells which rule of a call concerns a project: one that works in a third country follows that of several countries, one
/// that an association of the agreement leads follows that of associations.
pub(super) fn case(view: &View<'_>, activities: &[u32]) -> Case {
    let cell = |row: u32, field| view.cell(Sheet::Activities, row, field);
    if activities.iter().any(|&row| !cell(row, Field::ThirdCountry).codes().is_empty()) {
        return Case::SeveralCountries;
    }
    if activities.iter().any(|&row| cell(row, Field::Lead).text().is_some_and(|lead| is_party(view, lead))) {
        return Case::Association;
    }
    Case::Usual
}

/// Says whether a name is that of one of the two associations.
fn is_party(view: &View<'_>, name: &str) -> bool {
    let name = fold(name);
    let mut parties = view.prepared.settings.agreement.parties.iter();
    parties.any(|party| {
        let names = [&party.name.fr, &party.name.ar, &party.name.en, &party.short];
        names.into_iter().any(|each| !each.is_empty() && fold(each) == name)
    })
}

/// Compares each application that is not lost with the rule of its call.
pub(super) fn checks(view: &View<'_>, rows: &[u32]) -> Vec<CallCheck> {
    let running = |row: &&u32| stage(view, **row).is_some_and(|stage| &*stage.phase != "lost");
    let check = |&row: &u32| {
        let call = of(view, row)?;
        let rule = call.rule(case(view, view.prepared.activities_of(SHEET, row)));
        let rule = rule.as_ref();
        let amount = |field| view.cell(SHEET, row, field).number();
        let share = |part, whole| amount(part).zip(amount(whole)).filter(|(_, whole)| !whole.is_zero());
        let of_rule = |limit: fn(&CallRule) -> Option<Decimal>| rule.and_then(limit);
        Some(CallCheck {
            row,
            call: call.code.clone(),
            rule: rule.map(|rule| RuleSource {
                name: rule.name.clone(),
                valid_from: rule.valid_from,
                source: rule.source.clone(),
                verified: rule.verified,
            }),
            rate: at_most(share(Field::AmountRequested, Field::TotalCost), of_rule(|rule| rule.ceiling), NEAR),
            own: at_least(share(Field::OwnTotal, Field::TotalCost), of_rule(|rule| rule.min_own)),
            in_kind: at_most(share(Field::OwnInKind, Field::OwnTotal), of_rule(|rule| rule.in_kind_cap), Decimal::ZERO),
        })
    };
    rows.iter().filter(running).filter_map(check).collect()
}

/// Compares a share with the most that it may be. The parts are compared as a product, which no division rounds.
fn at_most(share: Option<(Decimal, Decimal)>, limit: Option<Decimal>, near: Decimal) -> Limit {
    let standing = match share.zip(limit) {
        None => Standing::Unknown,
        Some(((part, whole), limit)) => {
            let most = |share: Decimal| whole.checked_mul(share).unwrap_or(Decimal::MAX);
            if part > most(limit) {
                Standing::Broken
            } else if !near.is_zero() && part >= most(limit - near) {
                Standing::Near
            } else {
                Standing::Kept
            }
        }
    };
    Limit { share, limit, standing }
}

/// Compares a share with the least that it has to be.
fn at_least(share: Option<(Decimal, Decimal)>, limit: Option<Decimal>) -> Limit {
    let standing = match share.zip(limit) {
        None => Standing::Unknown,
        Some(((part, whole), limit)) if part < whole.checked_mul(limit).unwrap_or(Decimal::MAX) => Standing::Broken,
        Some(_) => Standing::Kept,
    };
    Limit { share, limit, standing }
}
