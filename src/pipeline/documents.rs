//! Which documents a run makes, and the figures of each.

use super::{Checked, Request, Step};
use crate::campaign::Campaign;
use crate::compose::{Inputs, letters};
use crate::compute;
use crate::error::{Error, Result};
use crate::model::snapshot::Snapshot;
use crate::model::{DocumentKind, Edition, Figures, List, Provenance, Scope, Value};
use crate::reference::{Match, Reference};

/// What counting gives.
pub(super) struct Counted {
    /// The figures of each wanted document.
    pub documents: Vec<(DocumentKind, Figures)>,
    /// The figures of everything, whichever documents are wanted.
    pub whole: Figures,
    /// What the next run needs of this one.
    pub snapshot: Snapshot,
    /// Every document that the campaign makes, whichever are wanted.
    pub kinds: Vec<DocumentKind>,
}

/// Evaluates the figures of each wanted document: the whole, each territory that has data or was expected, each theme.
/// Gives also what the next run needs of this one.
pub(super) fn count(
    campaign: &Campaign,
    checked: &mut Checked,
    provenance: &Provenance,
    request: &Request<'_>,
) -> Result<Counted> {
    compute::prepare(&mut checked.dataset, &campaign.reference, &campaign.settings);
    let prepared = compute::Prepared::new(&checked.dataset, &campaign.reference, &campaign.settings);
    let calendar = compute::Calendar::new(&campaign.settings);
    let trends = compute::Trends::new(&checked.dataset, &campaign.reference, &calendar);
    let mut whole = prepared.figures(&Scope::All);
    let snapshot = compute::snapshot(&checked.dataset, &whole, &campaign.settings);
    whole.trend = trends.of(&Scope::All);
    whole.changes = campaign.previous.as_ref().map(|previous| compute::changes(&previous.snapshot, &snapshot));
    let inputs = super::inputs(checked, &campaign.reference, &campaign.settings, provenance);
    let kinds = all(&inputs, &whole);
    let made = wanted(kinds.clone(), &campaign.reference, request.only)?;
    let mut counted = Vec::with_capacity(made.len());
    for (at, kind) in made.iter().enumerate() {
        (request.progress)(Step::Count, at, made.len())?;
        let figures = match kind {
            DocumentKind::Territory(code) => {
                let scope = Scope::Territory(code.clone());
                Figures { trend: trends.of(&scope), ..prepared.figures(&scope) }
            }
            DocumentKind::Theme(code) => prepared.figures(&Scope::Theme(code.clone())),
            _ => whole.clone(),
        };
        counted.push((kind.clone(), figures));
    }
    (request.progress)(Step::Count, made.len(), made.len())?;
    Ok(Counted { documents: counted, snapshot, whole, kinds })
}

/// Lists the documents of the editions that the campaign makes.
fn all(inputs: &Inputs<'_>, whole: &Figures) -> Vec<DocumentKind> {
    let mut kinds = Vec::new();
    for edition in &inputs.settings.editions {
        match edition {
            Edition::Consolidated => kinds.push(DocumentKind::Consolidated),
            Edition::Territories => {
                kinds.extend(whole.territories.lines.iter().map(|(code, _)| DocumentKind::Territory(code.clone())));
            }
            Edition::Themes => {
                kinds.extend(inputs.reference.themes.iter().map(|theme| DocumentKind::Theme(theme.code.clone())));
            }
            Edition::Summary => kinds.push(DocumentKind::Summary),
            Edition::Letters => {
                let parties = inputs.settings.agreement.parties.iter();
                kinds.extend(parties.map(|party| DocumentKind::Transmission(party.country.clone())));
                kinds.push(DocumentKind::SignOff);
                kinds.extend(letters::reminded(inputs, whole).into_iter().map(DocumentKind::Reminder));
            }
            Edition::Associations | Edition::Pairs | Edition::Activities | Edition::Internal => {}
        }
    }
    kinds
}

/// Every letter together, as `--only` calls them.
const LETTERS: &str = "letters";

/// Keeps the documents that were asked for, by code or by name.
fn wanted(all: Vec<DocumentKind>, reference: &Reference, only: &[String]) -> Result<Vec<DocumentKind>> {
    if only.is_empty() {
        return Ok(all);
    }
    let mut kinds = Vec::new();
    for code in only {
        let named = |list| match reference.find(list, code) {
            Match::Exact(code) => Some(code),
            _ => None,
        };
        let found: Vec<DocumentKind> = match code.as_str() {
            LETTERS => all.iter().filter(|kind| kind.is_letter()).cloned().collect(),
            stem if all.iter().any(|kind| kind.stem() == stem) => {
                all.iter().filter(|kind| kind.stem() == stem).cloned().collect()
            }
            _ => {
                let territory = named(List::Territories).map(DocumentKind::Territory);
                let kind = territory.or_else(|| named(List::Themes).map(DocumentKind::Theme));
                kind.filter(|kind| all.contains(kind)).into_iter().collect()
            }
        };
        if found.is_empty() {
            return Err(Error::setup("--only", unknown_document(code, &all)));
        }
        kinds.extend(found);
    }
    kinds.sort();
    kinds.dedup();
    Ok(kinds)
}

fn unknown_document(code: &str, all: &[DocumentKind]) -> Value {
    let names = all.iter().map(|kind| match kind {
        DocumentKind::Territory(code) | DocumentKind::Theme(code) => code.to_string(),
        kind => kind.stem(),
    });
    let group = all.iter().any(DocumentKind::is_letter).then(|| LETTERS.to_owned());
    let names = names.chain(group);
    let alike = |name: &String| strsim::jaro_winkler(&code.to_lowercase(), &name.to_lowercase());
    let nearest = names.max_by(|a, b| alike(a).total_cmp(&alike(b))).unwrap_or_default();
    Value::phrase("cli-unknown-document", [("found", Value::code(code)), ("nearest", Value::code(nearest))])
}
