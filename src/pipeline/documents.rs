//! Which documents a run makes.

use std::collections::BTreeSet;

use crate::compose::{Inputs, letters};
use crate::error::{Error, Result};
use crate::model::{Code, Dataset, DocumentKind, Edition, Field, Figures, List, Party, Settings, Sheet, Value};
use crate::reference::Reference;

/// Lists the documents of the editions that the campaign makes.
pub(super) fn all(inputs: &Inputs<'_>, whole: &Figures) -> Vec<DocumentKind> {
    let mut kinds = Vec::new();
    for edition in &inputs.settings.editions {
        match edition {
            Edition::Consolidated => kinds.push(DocumentKind::Consolidated),
            Edition::Associations => {
                let parties = inputs.settings.agreement.parties.iter();
                kinds.extend(parties.map(|party| DocumentKind::Association(party.country.clone())));
            }
            Edition::Territories => {
                kinds.extend(whole.territories.lines.iter().map(|(code, _)| DocumentKind::Territory(code.clone())));
            }
            Edition::Themes => {
                kinds.extend(inputs.reference.themes.iter().map(|theme| DocumentKind::Theme(theme.code.clone())));
            }
            Edition::Pairs => {
                let pairs = whole.coverage.pairs.keys();
                kinds.extend(pairs.map(|(ma, fr)| DocumentKind::Pair(ma.clone(), fr.clone())));
            }
            Edition::Activities => {
                kinds.extend(activities(inputs.dataset, whole).into_iter().map(DocumentKind::Activity));
            }
            Edition::Summary => kinds.push(DocumentKind::Summary),
            Edition::Letters => {
                let parties = inputs.settings.agreement.parties.iter();
                kinds.extend(parties.map(|party| DocumentKind::Transmission(party.country.clone())));
                kinds.push(DocumentKind::SignOff);
                kinds.extend(letters::reminded(inputs, whole).into_iter().map(DocumentKind::Reminder));
            }
            Edition::Internal => {}
        }
    }
    kinds
}

/// Every letter together, as `--only` calls them.
const LETTERS: &str = "letters";

/// Gives the identifiers of the activities that count, each once: a joint activity that two councils sent is one.
fn activities(dataset: &Dataset, whole: &Figures) -> BTreeSet<Code> {
    let table = dataset.table(Sheet::Activities);
    let rows = whole.rows.get(&Sheet::Activities).into_iter().flatten();
    let rows = rows.filter_map(|&at| table.rows.get(at as usize));
    rows.filter_map(|row| table.cell(row, Field::ActivityId).code().cloned()).collect()
}

/// Keeps the documents that were asked for, by code or by name; all where none was.
///
/// # Errors
///
/// A name that no document has.
pub(super) fn wanted(
    all: &[DocumentKind],
    reference: &Reference,
    settings: &Settings,
    only: &[String],
) -> Result<Vec<DocumentKind>> {
    if only.is_empty() {
        return Ok(all.to_vec());
    }
    let mut kinds = Vec::new();
    for name in only {
        let letters = all.iter().filter(|kind| name == LETTERS && kind.is_letter()).cloned();
        let found: Vec<DocumentKind> = letters.chain(named(all, reference, settings, name)).collect();
        if found.is_empty() {
            return Err(Error::setup("--only", unknown_document(name, settings, all)));
        }
        kinds.extend(found);
    }
    kinds.sort();
    kinds.dedup();
    Ok(kinds)
}

/// Finds the document of a name: the stem of its file, as `consolidated` or `summary`, an association by short name or
/// country, two councils as `MA-HAO+FR-38`, a territory or theme by code or name, an activity by identifier.
fn named(all: &[DocumentKind], reference: &Reference, settings: &Settings, name: &str) -> Option<DocumentKind> {
    let same = |text: &str| text.eq_ignore_ascii_case(name);
    let party = |party: &&Party| same(&party.short) || same(&party.country);
    let pair = || {
        let (one, other) = name.split_once('+')?;
        let one = reference.exact(List::Territories, one.trim())?;
        let other = reference.exact(List::Territories, other.trim())?;
        let is = |kind: &&DocumentKind| match kind {
            DocumentKind::Pair(ma, fr) => (*ma == one && *fr == other) || (*ma == other && *fr == one),
            _ => false,
        };
        all.iter().find(is).cloned()
    };
    let activity = || {
        let called = |wanted: &dyn Fn(&str) -> bool| {
            all.iter().find(|kind| matches!(kind, DocumentKind::Activity(id) if wanted(id))).cloned()
        };
        called(&|id| id == name).or_else(|| called(&|id| id.eq_ignore_ascii_case(name)))
    };
    let found = [
        all.iter().find(|kind| kind.stem() == name).cloned(),
        settings.agreement.parties.iter().find(party).map(|party| DocumentKind::Association(party.country.clone())),
        pair(),
        reference.exact(List::Territories, name).map(DocumentKind::Territory),
        reference.exact(List::Themes, name).map(DocumentKind::Theme),
        activity(),
    ];
    found.into_iter().flatten().find(|kind| all.contains(kind))
}

fn unknown_document(found: &str, settings: &Settings, all: &[DocumentKind]) -> Value {
    let party = |country: &Code| settings.agreement.parties.iter().find(|party| party.country == *country);
    let names = all.iter().map(|kind| match kind {
        DocumentKind::Territory(code) | DocumentKind::Theme(code) | DocumentKind::Activity(code) => code.to_string(),
        DocumentKind::Pair(ma, fr) => format!("{ma}+{fr}"),
        DocumentKind::Association(country) => party(country).map_or(country.to_string(), |it| it.short.to_string()),
        kind => kind.stem(),
    });
    let group = all.iter().any(DocumentKind::is_letter).then(|| LETTERS.to_owned());
    let names = names.chain(group);
    let alike = |name: &String| strsim::jaro_winkler(&found.to_lowercase(), &name.to_lowercase());
    let nearest = names.max_by(|a, b| alike(a).total_cmp(&alike(b))).unwrap_or_default();
    Value::phrase("cli-unknown-document", [("found", Value::code(found)), ("nearest", Value::code(nearest))])
}
