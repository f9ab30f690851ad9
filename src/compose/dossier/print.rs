//! Cells, amounts, shares and checks of a dossier as printable values.

use rust_decimal::Decimal;

use super::project::Project;
use crate::compose::{cover, figure, scale};
use crate::model::{Cell, Code, List, Money, Value};
use crate::reference::BudgetHeading;
use crate::reference::plan::{Check, Checked, Role, Sign, Verdict};

/// Gives a cell as printed. What a finding keeps out is missing: people have to complete it.
pub(super) fn cell(cell: &Cell, list: Option<List>) -> Value {
    match cell {
        Cell::Held => Value::Missing,
        Cell::Text(text) if text.trim().is_empty() => Value::Missing,
        Cell::Number(number) => number_of(*number),
        cell => crate::compose::activity::print(cell, list),
    }
}

/// Gives a number with the decimals that it has, up to four.
pub(super) fn number_of(number: Decimal) -> Value {
    let number = number.round_dp(4).normalize();
    Value::Number(number, number.scale() as u8)
}

/// Gives a sum of money as a number: to the cent in a dossier that holds cents, else whole. It keeps all its digits, since
/// formulas go on from it.
pub(super) fn money(project: &Project<'_>, amount: Decimal) -> Value {
    Value::Number(amount, project.decimals)
}

/// Gives a sum of money as a number of a table.
pub(super) fn column(project: &Project<'_>, amount: Option<Decimal>) -> Value {
    amount.map_or(Value::Missing, |amount| money(project, amount))
}

/// Says how many decimals an amount has to show.
pub(super) fn decimals(amount: Decimal) -> u8 {
    if amount.round_dp(2).is_integer() { 0 } else { 2 }
}

/// Gives an amount with its currency.
pub(super) fn amount_in(amount: Option<Decimal>, currency: &Code) -> Value {
    let Some(amount) = amount else { return Value::Missing };
    let number = Value::Number(amount.round_dp(2), decimals(amount));
    Value::phrase("report-amount-units", [("number", number), ("currency", scale::currency(currency))])
}

/// Gives an amount in the currency of the dossier.
pub(super) fn amount(project: &Project<'_>, amount: Option<Decimal>) -> Value {
    let number = column(project, amount);
    if number == Value::Missing {
        return Value::Missing;
    }
    Value::phrase("report-amount-units", [("number", number), ("currency", scale::currency(&project.currency))])
}

/// Gives a share.
pub(super) fn share(share: Option<Decimal>) -> Value {
    share.map_or(Value::Missing, |share| Value::Percent(share, 1))
}

/// Gives a value of an indicator in its unit.
pub(super) fn reading(project: &Project<'_>, code: Option<&Code>, number: Option<Decimal>) -> Value {
    match (number, code) {
        (None, _) => Value::Missing,
        (Some(number), Some(code)) => figure::in_unit(&project.inputs, code, number),
        (Some(number), None) => number_of(number),
    }
}

/// Names a heading of a budget form by its code and name.
pub(super) fn heading(heading: &BudgetHeading) -> Value {
    let name = Value::Name(List::BudgetHeadings, heading.code.clone());
    Value::phrase("report-numbered", [("number", Value::code(&heading.code)), ("name", name)])
}

/// Names a source of money by its role.
pub(super) fn role(role: Role) -> Value {
    Value::key(match role {
        Role::Requested => "dossier-role-requested",
        Role::Signed => "dossier-role-signed",
        Role::Awaiting => "dossier-role-awaiting",
        Role::OwnCash => "dossier-role-own-cash",
        Role::OwnInKind => "dossier-role-own-in-kind",
    })
}

/// Names a check.
pub(super) fn check(check: &Check) -> Value {
    Value::key(match check {
        Check::Ceiling => "dossier-check-ceiling",
        Check::MinOwn => "dossier-check-min-own",
        Check::InKindCap => "dossier-check-in-kind-cap",
        Check::MinAmount => "dossier-check-min-amount",
        Check::MaxAmount => "dossier-check-max-amount",
        Check::MinCost => "dossier-check-min-cost",
        Check::Months => "dossier-check-months",
        Check::BudgetSum => "dossier-check-budget-sum",
        Check::Covered => "dossier-check-covered",
        Check::Balance => "dossier-check-balance",
        Check::InKindBothSides => "dossier-check-both-sides",
        Check::Heading(code) => {
            let name = Value::Name(List::BudgetHeadings, code.clone());
            return Value::phrase("dossier-check-heading", [("heading", name)]);
        }
    })
}

/// Gives one side of a check.
pub(super) fn side(project: &Project<'_>, checked: &Checked<'_>, number: Option<Decimal>) -> Value {
    match checked.check {
        Check::Months => number.map_or(Value::Missing, months),
        _ if checked.check.is_share() => share(number),
        _ => amount(project, number),
    }
}

/// Gives the limit of a check with its sign.
pub(super) fn limit(project: &Project<'_>, checked: &Checked<'_>) -> Value {
    if checked.limit.is_none() {
        return Value::key("dossier-limit-unknown");
    }
    let key = match checked.check.sign() {
        Sign::AtMost => "dossier-limit-at-most",
        Sign::AtLeast => "dossier-limit-at-least",
        Sign::Equal => "dossier-limit-equal",
    };
    Value::phrase(key, [("limit", side(project, checked, checked.limit))])
}

/// Names a verdict.
pub(super) fn verdict(verdict: Verdict) -> Value {
    Value::key(match verdict {
        Verdict::Fits => "dossier-fits",
        Verdict::Fails => "dossier-fails",
        Verdict::ToCheck => "dossier-to-check",
    })
}

/// Says whether the money of a source is acquired: by signature only.
pub(super) fn standing(role: Role, amount: Option<Decimal>) -> Value {
    Value::key(match (role, amount) {
        (_, None) => "dossier-standing-unknown",
        (Role::Signed, _) => "dossier-standing-acquired",
        (Role::OwnCash | Role::OwnInKind, _) => "dossier-standing-declared",
        (Role::Requested | Role::Awaiting, _) => "dossier-standing-not-acquired",
    })
}

/// Names a policy marker with its score, from `8:2`; what the list of the DAC does not hold stays as written.
pub(in crate::compose) fn marker(code: &Code) -> [Value; 2] {
    const NAMES: [&str; 12] = [
        "dossier-marker-1",
        "dossier-marker-2",
        "dossier-marker-3",
        "dossier-marker-4",
        "dossier-marker-5",
        "dossier-marker-6",
        "dossier-marker-7",
        "dossier-marker-8",
        "dossier-marker-9",
        "dossier-marker-10",
        "dossier-marker-11",
        "dossier-marker-12",
    ];
    const SCORES: [&str; 5] =
        ["dossier-score-0", "dossier-score-1", "dossier-score-2", "dossier-score-3", "dossier-score-4"];
    let (marker, score) = code.split_once(':').unwrap_or((code, ""));
    let known = |keys: &[&'static str], at: Option<usize>| at.and_then(|at| keys.get(at).copied()).map(Value::key);
    let name = known(&NAMES, marker.parse::<usize>().ok().and_then(|number| number.checked_sub(1)));
    let score = known(&SCORES, score.parse().ok());
    [name.unwrap_or_else(|| Value::code(marker)), score.unwrap_or(Value::Missing)]
}

/// Gives a number of months.
pub(super) fn months(number: Decimal) -> Value {
    Value::phrase("dossier-months", [("months", Value::count(number))])
}

/// Says at which rate a currency was converted.
pub(super) fn rate(project: &Project<'_>, currency: &Code) -> Value {
    let unit = Money { amount: Decimal::ONE, currency: currency.clone() };
    let rates = &project.inputs.settings.rates;
    let day = project.inputs.settings.cutoff();
    let used: Vec<Value> = [currency, &project.currency]
        .into_iter()
        .filter_map(|currency| rates.find(currency, day))
        .map(|(rate, _)| cover::rate_alone(rate))
        .collect();
    match project.convert(&unit) {
        Some(_) => {
            let args = [("from", scale::currency(currency)), ("to", scale::currency(&project.currency))];
            let args = args.into_iter().chain([("rate", Value::List(used))]);
            Value::phrase("dossier-note-rate", args)
        }
        None => Value::phrase("dossier-note-no-rate", [("from", scale::currency(currency))]),
    }
}
