//! The first page.

use super::council::Returns;
use super::{Inputs, scale, sections};
use crate::model::figures::{Council, CouncilState, Figures};
use crate::model::report::{Brief, Cover, Square, Squares};
use crate::model::{Agreement, Code, DocumentKind, List, Party, Rate, Value};

/// Says what a document is about.
pub fn subtitle(inputs: &Inputs<'_>, kind: &DocumentKind) -> Value {
    let agreement = &inputs.settings.agreement;
    match kind {
        DocumentKind::Consolidated | DocumentKind::Summary | DocumentKind::SignOff
            if agreement.subtitle.fr.is_empty() =>
        {
            Value::from(&agreement.title)
        }
        DocumentKind::Consolidated | DocumentKind::Summary | DocumentKind::SignOff => Value::from(&agreement.subtitle),
        DocumentKind::Association(country) | DocumentKind::Transmission(country) => party(inputs, country),
        DocumentKind::Pair(ma, fr) => Value::phrase(
            "report-pair",
            [
                ("first", Value::Name(List::Territories, ma.clone())),
                ("second", Value::Name(List::Territories, fr.clone())),
            ],
        ),
        DocumentKind::Activity(id) => sections::sheet::title(inputs, id).unwrap_or(Value::code(id)),
        DocumentKind::Territory(code) | DocumentKind::Reminder(code) => Value::Name(List::Territories, code.clone()),
        DocumentKind::Theme(code) => Value::Name(List::Themes, code.clone()),
        DocumentKind::Dossier(id, _) => Value::code(id),
    }
}

/// Gives the name of the association of a country.
pub fn party(inputs: &Inputs<'_>, country: &Code) -> Value {
    let party = inputs.settings.agreement.parties.iter().find(|party| party.country == *country);
    party.map_or(Value::code(country), |party| Value::from(&party.name))
}

/// Lays out the cover.
pub fn cover(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Cover {
    let settings = inputs.settings;
    let agreement = &settings.agreement;
    let clock = &figures.clock;
    let year = year_of_term(figures);
    Cover {
        kicker: match kind {
            DocumentKind::Territory(_) => {
                Value::phrase("cover-kicker-territory", [("agreement", Value::from(&agreement.title))])
            }
            DocumentKind::Theme(_) => {
                Value::phrase("cover-kicker-theme", [("agreement", Value::from(&agreement.title))])
            }
            DocumentKind::Pair(..) => {
                Value::phrase("cover-kicker-pair", [("agreement", Value::from(&agreement.title))])
            }
            DocumentKind::Association(_) => {
                Value::phrase("cover-kicker-association", [("agreement", Value::from(&agreement.title))])
            }
            _ => Value::from(&agreement.title),
        },
        year: Value::phrase("report-year-of", [("year", Value::count(year)), ("years", Value::count(clock.years))]),
        span: Value::phrase(
            "cover-span",
            [("from", Value::Month(agreement.signed_on)), ("to", Value::Month(clock.ends_on))],
        ),
        years: (clock.years, year.min(clock.years)),
        // What most councils did says nothing about one of them, nor about a theme.
        squares: matches!(kind, DocumentKind::Consolidated | DocumentKind::Association(_))
            .then(|| squares(inputs, figures)),
        facts: facts(inputs, figures),
        note: note(inputs, figures),
    }
}

/// Lays out the head of the summary.
pub fn brief(inputs: &Inputs<'_>, figures: &Figures) -> Brief {
    Brief { kicker: Value::from(&inputs.settings.agreement.title), facts: facts(inputs, figures) }
}

/// Gives the number of councils that the association of a country declares.
pub fn declared(agreement: &Agreement, country: &str) -> u32 {
    agreement.parties.iter().find(|party| party.country == *country).map_or(0, |party| party.councils)
}

/// Gives the year within the present term, from 1.
pub fn year_of_term(figures: &Figures) -> u32 {
    let clock = &figures.clock;
    clock.year.saturating_sub(clock.term.saturating_sub(1) * clock.years).max(1)
}

fn square(council: &Council) -> Square {
    match council.state {
        CouncilState::Active => Square::Active,
        CouncilState::Silent => Square::Silent,
        CouncilState::Returned | CouncilState::NotAsked => Square::Quiet,
    }
}

fn squares(inputs: &Inputs<'_>, figures: &Figures) -> Squares {
    let sides = inputs.reference.countries().map(|country| Returns::of(figures, country));
    Squares {
        councils: sides.each_ref().map(field),
        heads: inputs.settings.agreement.parties.each_ref().map(council_head),
        legend: legend(figures),
        alt: Value::phrase("cover-alt", [("ma", side_alt(&sides[0])), ("fr", side_alt(&sides[1]))]),
    }
}

fn field(side: &Returns<'_>) -> Vec<Square> {
    let all: Vec<Square> = side.iter().map(square).collect();
    let kinds = [Square::Active, Square::Quiet, Square::Silent];
    kinds.into_iter().flat_map(|kind| all.iter().copied().filter(move |square| *square == kind)).collect()
}

fn legend(figures: &Figures) -> Vec<(Square, Value)> {
    let all = Returns::all(figures);
    [(Square::Active, "cover-active"), (Square::Quiet, "cover-quiet"), (Square::Silent, "cover-silent")]
        .into_iter()
        .map(|(kind, key)| {
            let count = all.count(|council| square(council) == kind);
            (kind, Value::phrase(key, [("count", Value::count(count))]))
        })
        .collect()
}

fn side_alt(side: &Returns<'_>) -> Value {
    let count = |kind| Value::count(side.count(|council| square(council) == kind));
    Value::phrase(
        "cover-alt-side",
        [
            ("active", count(Square::Active)),
            ("quiet", count(Square::Quiet)),
            ("silent", count(Square::Silent)),
            ("listed", Value::count(side.listed())),
        ],
    )
}

fn facts(inputs: &Inputs<'_>, figures: &Figures) -> Vec<(Value, Value)> {
    let settings = inputs.settings;
    let all = Returns::all(figures);
    let state = if figures.provisional { "report-provisional" } else { "report-final" };
    let returned = [("returned", Value::count(all.returned())), ("expected", Value::count(all.expected()))];
    vec![
        (Value::key("cover-period"), Value::Period(settings.period)),
        (Value::key("cover-cutoff"), Value::Date(settings.cutoff())),
        (Value::key("cover-state"), Value::key(state)),
        (Value::key("cover-returns"), Value::phrase("cover-returns-of", returned)),
    ]
}

/// Says how many councils an association declares, and of which country.
fn council_head(party: &Party) -> Value {
    if party.councils == 0 {
        return Value::Empty;
    }
    let councils = Value::Quantity(party.councils.into(), "council".into());
    let country = Value::Name(List::Values("country"), party.country.clone());
    Value::phrase("cover-councils", [("councils", councils), ("country", country)])
}

fn note(inputs: &Inputs<'_>, figures: &Figures) -> Value {
    let settings = inputs.settings;
    let mut parts: Vec<Value> =
        settings.rates.rates.iter().filter(|rate| rate.period.contains(settings.cutoff())).map(rate).collect();
    let [_, country] = inputs.reference.countries();
    let (declared, listed) = (declared(&settings.agreement, country), Returns::of(figures, country).listed());
    if listed > 0 && u64::from(declared) != listed {
        parts.push(list_note(declared, listed));
    }
    match (settings.notice.fr.is_empty(), Value::sentences(parts)) {
        (true, facts) => facts.unwrap_or(Value::Empty),
        (false, None) => Value::from(&settings.notice),
        (false, Some(facts)) => {
            Value::phrase("report-joined", [("first", Value::from(&settings.notice)), ("second", facts)])
        }
    }
}

/// Says that the number of councils declared differs from that of the list.
pub fn list_note(declared: u32, listed: u64) -> Value {
    Value::phrase("note-list", [("declared", Value::count(declared)), ("listed", Value::count(listed))])
}

/// Gives one exchange rate with its period and source.
pub fn rate(rate: &Rate) -> Value {
    Value::phrase(
        "report-rate-source",
        [("rate", rate_alone(rate)), ("period", Value::Period(rate.period)), ("source", Value::from(&*rate.source))],
    )
}

/// Gives one exchange rate: one unit of the first currency, and how many of the second.
pub fn rate_alone(rate: &Rate) -> Value {
    let number = rate.rate.normalize();
    let decimals = u8::try_from(number.scale().clamp(2, 6)).unwrap_or(2);
    Value::phrase(
        "report-rate",
        [
            ("from", scale::currency(&rate.from)),
            ("rate", Value::Number(number, decimals)),
            ("to", scale::currency(&rate.to)),
        ],
    )
}
