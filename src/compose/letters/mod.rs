//! Letters and the sheet that both associations sign: for people to finish, so that no person's name stands in them.

mod gaps;
mod reminder;
mod sign_off;
mod transmission;

use super::Inputs;
use crate::model::figures::Figures;
use crate::model::report::{Block, Chapter, Front, Letter, Signature};
use crate::model::{Code, DocumentKind, Lang, Party, Value};

/// The languages in which a country's councils are written to; of those of the campaign, all where none is here.
const LANGUAGES: [(&str, &[Lang]); 2] = [("MA", &[Lang::Fr, Lang::Ar]), ("FR", &[Lang::Fr])];

/// Lays out a letter; none for another kind of document.
pub fn letter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<(Front, Vec<Chapter>)> {
    let (letter, blocks) = match kind {
        DocumentKind::Transmission(country) => transmission::letter(inputs, figures, country),
        DocumentKind::SignOff => sign_off::sheet(inputs, figures),
        DocumentKind::Reminder(territory) => reminder::letter(inputs, figures, territory),
        _ => return None,
    };
    let (title, empty) = (title(kind), Value::Empty);
    let body = Chapter { number: "".into(), title: Value::Empty, kicker: empty.clone(), lead: empty, blocks };
    let subject = if letter.subject == Value::Empty { title } else { letter.subject.clone() };
    Some((Front::Letter(Box::new(Letter { subject, ..letter })), vec![body]))
}

/// Gives the title of a letter.
pub fn title(kind: &DocumentKind) -> Value {
    Value::key(match kind {
        DocumentKind::SignOff => "letter-sign-off",
        DocumentKind::Transmission(_) => "letter-transmission",
        _ => "letter-reminder",
    })
}

/// Lists the councils that get a letter: those whose return is expected and did not come, and those whose return has
/// errors or gaps.
pub fn reminded(inputs: &Inputs<'_>, whole: &Figures) -> Vec<Code> {
    let councils = whole.coverage.councils.iter().filter(|council| reminder::need(inputs, council).is_some());
    councils.map(|council| council.territory.clone()).collect()
}

/// Says whether a document is written in a language of the campaign.
pub fn speaks(inputs: &Inputs<'_>, kind: &DocumentKind, lang: Lang) -> bool {
    let DocumentKind::Reminder(code) = kind else { return true };
    let country = inputs.reference.territory(code).map(|place| &place.country);
    let own = LANGUAGES.iter().find(|(of, _)| country.is_some_and(|country| country == of)).map(|(_, langs)| *langs);
    let spoken = own.filter(|langs| langs.iter().any(|lang| inputs.settings.languages.contains(lang)));
    spoken.is_none_or(|langs| langs.contains(&lang))
}

/// Gives the place, which is blank, and the day.
fn place(inputs: &Inputs<'_>) -> Value {
    Value::phrase("letter-place", [("date", Value::Date(inputs.settings.reference_date))])
}

/// Gives the reference: the document, and the fingerprint of what it was made from.
fn reference(inputs: &Inputs<'_>, kind: &DocumentKind) -> Value {
    let parts = [("document", Value::code(kind.stem())), ("fingerprint", Value::code(inputs.provenance.short()))];
    Value::phrase("letter-reference", parts)
}

/// Gives the words before the body: administrations of Morocco have their own.
fn salutation(country: Option<&Code>) -> Value {
    Value::key(if country.is_some_and(|country| *country == *"MA") {
        "letter-salutation-ma"
    } else {
        "letter-salutation"
    })
}

/// Gives the function of a president, or the name of the association where the campaign names none.
fn president(party: &Party) -> Value {
    Value::from(if party.contact_point.fr.is_empty() { &party.name } else { &party.contact_point })
}

/// Gives room for a signature.
fn signature(head: Value) -> Signature {
    let lines = ["letter-sign-name", "letter-sign-function", "letter-sign-date", "letter-sign-signature"];
    Signature { head, lines: lines.map(Value::key).into() }
}

fn prose(key: &'static str, args: impl IntoIterator<Item = (&'static str, Value)>) -> Block {
    Block::Prose(Value::phrase(key, args))
}

/// Says that figures are final, or provisional and why.
fn state(inputs: &Inputs<'_>, figures: &Figures) -> Block {
    if !figures.provisional {
        return prose("letter-final", []);
    }
    let errors = inputs.findings.iter().filter(|finding| finding.severity() == crate::model::Severity::Error).count();
    prose("letter-provisional", [("count", Value::count(errors as u64))])
}
