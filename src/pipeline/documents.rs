//! Which documents a run makes, and the figures of each.

use std::collections::BTreeSet;

use super::{Request, Step};
use crate::campaign::Campaign;
use crate::compute;
use crate::error::{Error, Result};
use crate::model::snapshot::Snapshot;
use crate::model::{Code, Dataset, DocumentKind, Edition, Field, Figures, List, Party, Scope, Settings, Sheet, Value};
use crate::reference::{Match, Reference};

/// What counting gives.
pub(super) struct Counted {
    /// The figures of each wanted document, without those of the sheets.
    pub documents: Vec<(DocumentKind, Figures)>,
    /// The wanted sheets of activities. There may be thousands: the figures of each are counted when it is made, and
    /// forgotten.
    pub sheets: Vec<Code>,
    /// The figures of everything, whichever documents are wanted.
    pub whole: Figures,
    /// What the next run needs of this one.
    pub snapshot: Snapshot,
    /// Every document that the campaign makes, whichever are wanted.
    pub kinds: Vec<DocumentKind>,
}

/// Evaluates the figures of each wanted document of a [prepared](compute::prepare) dataset: the whole, each association,
/// each territory that has data or was expected, each theme, each pair of councils with an activity. Gives also what the
/// next run needs of this one.
pub(super) fn count(
    campaign: &Campaign,
    dataset: &Dataset,
    prepared: &compute::Prepared<'_>,
    request: &Request<'_>,
) -> Result<Counted> {
    let calendar = compute::Calendar::new(&campaign.settings);
    let trends = compute::Trends::new(dataset, &campaign.reference, &calendar);
    let mut whole = prepared.figures(&Scope::All);
    let snapshot = compute::snapshot(dataset, &whole, &campaign.settings);
    whole.trend = trends.of(&Scope::All);
    whole.changes = campaign.previous.as_ref().map(|previous| compute::changes(&previous.snapshot, &snapshot));
    let kinds = all(campaign, dataset, &whole);
    let mut made = wanted(kinds.clone(), &campaign.reference, &campaign.settings, request.only)?;
    let sheets = made.extract_if(.., |kind| matches!(kind, DocumentKind::Activity(_)));
    let sheets =
        sheets.filter_map(|kind| if let DocumentKind::Activity(id) = kind { Some(id) } else { None }).collect();
    let mut counted = Vec::with_capacity(made.len());
    for (at, kind) in made.iter().enumerate() {
        (request.progress)(Step::Count, at, made.len());
        let over_time = |scope: Scope| Figures { trend: trends.of(&scope), ..prepared.figures(&scope) };
        let figures = match kind {
            DocumentKind::Association(country) => over_time(Scope::Country(country.clone())),
            DocumentKind::Territory(code) => over_time(Scope::Territory(code.clone())),
            DocumentKind::Theme(code) => prepared.figures(&Scope::Theme(code.clone())),
            DocumentKind::Pair(ma, fr) => prepared.figures(&Scope::Pair(ma.clone(), fr.clone())),
            _ => whole.clone(),
        };
        counted.push((kind.clone(), figures));
    }
    (request.progress)(Step::Count, made.len(), made.len());
    Ok(Counted { documents: counted, sheets, snapshot, whole, kinds })
}

/// Lists the documents of the editions that the campaign makes.
fn all(campaign: &Campaign, dataset: &Dataset, whole: &Figures) -> Vec<DocumentKind> {
    let mut kinds = Vec::new();
    for edition in &campaign.settings.editions {
        match edition {
            Edition::Consolidated => kinds.push(DocumentKind::Consolidated),
            Edition::Associations => {
                let parties = campaign.settings.agreement.parties.iter();
                kinds.extend(parties.map(|party| DocumentKind::Association(party.country.clone())));
            }
            Edition::Territories => {
                kinds.extend(whole.territories.lines.iter().map(|(code, _)| DocumentKind::Territory(code.clone())));
            }
            Edition::Themes => {
                kinds.extend(campaign.reference.themes.iter().map(|theme| DocumentKind::Theme(theme.code.clone())));
            }
            Edition::Pairs => {
                let pairs = whole.coverage.pairs.keys();
                kinds.extend(pairs.map(|(ma, fr)| DocumentKind::Pair(ma.clone(), fr.clone())));
            }
            Edition::Activities => kinds.extend(activities(dataset, whole).into_iter().map(DocumentKind::Activity)),
            Edition::Summary | Edition::Letters | Edition::Internal => {}
        }
    }
    kinds
}

/// Gives the identifiers of the activities that count, each once: a joint activity that two councils sent is one.
fn activities(dataset: &Dataset, whole: &Figures) -> BTreeSet<Code> {
    let table = dataset.table(Sheet::Activities);
    let rows = whole.rows.get(&Sheet::Activities).into_iter().flatten();
    let rows = rows.filter_map(|&at| table.rows.get(at as usize));
    rows.filter_map(|row| table.cell(row, Field::ActivityId).code().cloned()).collect()
}

/// Keeps the documents that were asked for, by code or by name.
fn wanted(
    all: Vec<DocumentKind>,
    reference: &Reference,
    settings: &Settings,
    only: &[String],
) -> Result<Vec<DocumentKind>> {
    if only.is_empty() {
        return Ok(all);
    }
    let mut kinds = Vec::new();
    for name in only {
        match named(&all, reference, settings, name) {
            Some(kind) => kinds.push(kind),
            None => return Err(Error::setup("--only", unknown_document(name, settings, &all))),
        }
    }
    kinds.sort();
    kinds.dedup();
    Ok(kinds)
}

/// Finds the document of a name: `consolidated`, an association by short name or country, two councils as
/// `MA-HAO+FR-38`, a territory or theme by code or name, an activity by identifier.
fn named(all: &[DocumentKind], reference: &Reference, settings: &Settings, name: &str) -> Option<DocumentKind> {
    let exact = |list, text: &str| match reference.find(list, text) {
        Match::Exact(code) => Some(code),
        _ => None,
    };
    let same = |text: &str| text.eq_ignore_ascii_case(name);
    let party = |party: &&Party| same(&party.short) || same(&party.country);
    let pair = || {
        let (one, other) = name.split_once('+')?;
        let [one, other] = [exact(List::Territories, one.trim())?, exact(List::Territories, other.trim())?];
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
        same("consolidated").then_some(DocumentKind::Consolidated),
        settings.agreement.parties.iter().find(party).map(|party| DocumentKind::Association(party.country.clone())),
        pair(),
        exact(List::Territories, name).map(DocumentKind::Territory),
        exact(List::Themes, name).map(DocumentKind::Theme),
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
    let alike = |name: &String| strsim::jaro_winkler(&found.to_lowercase(), &name.to_lowercase());
    let nearest = names.max_by(|a, b| alike(a).total_cmp(&alike(b))).unwrap_or_default();
    Value::phrase("cli-unknown-document", [("found", Value::code(found)), ("nearest", Value::code(nearest))])
}
