//! The letter that hands the reports over to the president of an association. The president of the other one signs it:
//! the report is of both.

use super::{president, prose, signature};
use crate::compose::council::{self, Returns};
use crate::compose::{Inputs, figure, grid};
use crate::model::report::{Block, Letter};
use crate::model::{Code, DocumentKind, Edition, Figures, Lang, Value};

/// The figures that the letter tells.
const TOLD: &[&str] = &["X1-total", "X10-pairs", "X4-total", "X3-disbursed", "X16-awarded", "X11-full"];

/// Lays out the letter to the president of the association of a country.
pub fn letter(inputs: &Inputs<'_>, figures: &Figures, country: &Code) -> (Letter, Vec<Block>) {
    let settings = inputs.settings;
    let agreement = &settings.agreement;
    let period = [
        ("agreement", Value::from(&agreement.title)),
        ("label", Value::from(&settings.period_label)),
        ("period", Value::Period(settings.period)),
    ];
    let told = TOLD.iter().filter(|code| figures.cross.contains_key(**code));
    let told =
        told.map(|code| vec![figure::name(code).into(), grid::strong(figure::value(inputs, &figures.cross, code))]);
    let columns = vec![grid::words("letter-head-what", 0.0), grid::words("letter-head-value", 62.0)];
    let mut blocks = vec![prose("letter-transmission-body", period)];
    blocks.extend(grid::table(Value::Empty, columns, told.collect(), None, Vec::new()));
    blocks.push(super::state(inputs, figures));
    blocks.push(absent(inputs, figures, country));
    blocks.push(prose("letter-transmission-ask", []));
    let party = |own: bool| agreement.parties.iter().find(move |party| (party.country == *country) == own);
    let addressee = party(true).map(|party| vec![president(party), Value::from(&party.name)]);
    let mut addressee = addressee.unwrap_or_default();
    addressee.dedup();
    let letter = Letter {
        place: super::place(inputs),
        reference: super::reference(inputs, &DocumentKind::Transmission(country.clone())),
        addressee,
        subject: Value::phrase("letter-transmission-subject", [("label", Value::from(&settings.period_label))]),
        salutation: super::salutation(Some(country)),
        closing: Value::key("letter-closing"),
        room: None,
        signatures: party(false).map(|party| signature(president(party))).into_iter().collect(),
        enclosures: enclosures(inputs, figures, country),
    };
    (letter, blocks)
}

/// Says which councils of this side did not answer.
fn absent(inputs: &Inputs<'_>, figures: &Figures, country: &Code) -> Block {
    let side = Returns::of(figures, country);
    let names = side.names(council::no_return);
    if names.is_empty() {
        return prose("letter-transmission-complete", [("expected", Value::count(side.expected()))]);
    }
    let of = [
        ("count", Value::count(names.len() as u64)),
        ("expected", Value::count(side.expected())),
        ("councils", Value::List(names)),
        ("due", Value::Date(inputs.settings.due)),
    ];
    prose("letter-transmission-absent", of)
}

/// Lists what goes with the letter: of each edition of the campaign the files, or their folder where they are many.
fn enclosures(inputs: &Inputs<'_>, figures: &Figures, country: &Code) -> Vec<Value> {
    let languages = &inputs.settings.languages;
    let files = |name: &'static str, kind: &DocumentKind, ending: &str| {
        let paths = languages.iter().map(|lang: &Lang| Value::code(kind.path(*lang, ending)));
        Value::phrase("letter-enclosure", [("name", Value::key(name)), ("files", Value::List(paths.collect()))])
    };
    let folder = |name: &'static str, count: usize, kind: &DocumentKind| {
        let folder = Value::code(format!("{}/", kind.folder()));
        let of = [("name", Value::key(name)), ("count", Value::count(count as u64)), ("folder", folder)];
        Value::phrase("letter-enclosure-folder", of)
    };
    let own = figures
        .territories
        .lines
        .iter()
        .map(|(code, _)| code)
        .filter(|code| inputs.reference.territory(code).is_some_and(|place| place.country == *country));
    let own: Vec<&Code> = own.collect();
    let themes = &inputs.reference.themes;
    let mut all = Vec::new();
    for edition in &inputs.settings.editions {
        match edition {
            Edition::Consolidated => {
                let file = |ending| files("index-consolidated", &DocumentKind::Consolidated, ending);
                all.extend(["pdf", "xlsx"].map(file));
            }
            Edition::Summary => all.push(files("index-summary", &DocumentKind::Summary, "pdf")),
            Edition::Territories => {
                if let Some(first) = own.first() {
                    let kind = DocumentKind::Territory((*first).clone());
                    all.push(folder("index-shelf-territories", own.len(), &kind));
                }
            }
            Edition::Themes => {
                if let Some(first) = themes.first() {
                    all.push(folder("index-shelf-themes", themes.len(), &DocumentKind::Theme(first.code.clone())));
                }
            }
            Edition::Letters => all.push(files("index-sign-off", &DocumentKind::SignOff, "docx")),
            Edition::Associations | Edition::Pairs | Edition::Activities | Edition::Internal => {}
        }
    }
    all
}
