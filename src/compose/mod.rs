//! Laying out: figures to blocks.
//!
//! A report is a cover and the chapters that [`sections`] fills; a section without data gives none.
//!
//! Invariant: nothing here computes a figure that the catalogue names, formats a number or holds a word; a value that
//! was not reported is [`Value::Missing`], never zero.

mod activity;
mod bullet;
mod calendar;
pub mod calls;
mod council;
mod cover;
pub mod dossier;
mod figure;
mod grid;
mod index;
pub mod letters;
mod lines;
mod privacy;
mod project;
mod scale;
mod sections;
#[cfg(test)]
mod tests;
pub mod trace;
mod wording;
pub mod workbook;

pub use calendar::calendar;
pub use index::index;

use crate::model::report::{Front, Imprint, PartyName, Report, Stamp};
use crate::model::{Audience, Dataset, DocumentKind, Figures, Finding, LeftOut, Provenance, Settings, Sources, Value};
use crate::reference::Reference;

/// What every section may look at.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'a> {
    /// The lists of the campaign.
    pub reference: &'a Reference,
    /// What the campaign decides.
    pub settings: &'a Settings,
    /// The judged rows.
    pub dataset: &'a Dataset,
    /// Every finding of the run.
    pub findings: &'a [Finding],
    /// The files and sheets that were read.
    pub sources: &'a Sources,
    /// What the run was made from.
    pub provenance: &'a Provenance,
    /// Whom the documents are for.
    pub audience: Audience,
    /// What the public edition leaves out.
    pub left_out: LeftOut,
}

impl Inputs<'_> {
    /// Says whether private columns may be printed: in the office, where the campaign says so.
    pub fn prints_private(&self) -> bool {
        self.audience == Audience::Internal && self.settings.print_private
    }
}

/// Lays out one document from the figures of its scope.
pub fn report(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Report {
    let settings = inputs.settings;
    let label = Value::from(&settings.period_label);
    let running = |key, key_of| match kind {
        DocumentKind::Consolidated | DocumentKind::Summary => Value::phrase(key, [("period", label.clone())]),
        _ => Value::phrase(key_of, [("period", label.clone()), ("subject", cover::subtitle(inputs, kind))]),
    };
    let (title, running) = match kind {
        DocumentKind::Summary => (Value::key("summary-title"), running("summary-running", "report-running-of")),
        kind if kind.is_letter() => {
            let title = letters::title(kind);
            (title.clone(), Value::phrase("letter-running", [("title", title), ("period", label.clone())]))
        }
        DocumentKind::Activity(_) => (Value::key("sheet-title"), running("report-running", "report-running-of")),
        _ => (Value::key("report-title"), running("report-running", "report-running-of")),
    };
    let (cover, chapters) = letters::letter(inputs, figures, kind).unwrap_or_else(|| {
        let front = match kind {
            DocumentKind::Summary => Front::Brief(Box::new(cover::brief(inputs, figures))),
            DocumentKind::Activity(_) => Front::Sheet,
            _ => Front::Evaluation(Box::new(cover::cover(inputs, figures, kind))),
        };
        (front, sections::chapters(inputs, figures, kind))
    });
    Report {
        kind: kind.clone(),
        audience: inputs.audience,
        stamp: if figures.provisional { Stamp::Provisional } else { Stamp::Final },
        title,
        subtitle: cover::subtitle(inputs, kind),
        running,
        foot: foot(settings),
        authors: settings.agreement.parties.iter().map(|party| Value::from(&party.name)).collect(),
        imprint: imprint(inputs),
        cover,
        chapters,
    }
}

/// Says who answers for a document and what it was made from.
pub fn imprint(inputs: &Inputs<'_>) -> Imprint {
    let provenance = inputs.provenance;
    let program = Value::code(&*provenance.program);
    let made = [("program", program), ("fingerprint", Value::code(provenance.short()))];
    Imprint {
        parties: inputs
            .settings
            .agreement
            .parties
            .iter()
            .map(|party| PartyName {
                country: party.country.clone(),
                name: Value::from(&party.name),
                short: Value::code(&*party.short),
            })
            .collect(),
        made: Some(Value::phrase("report-made", made)),
    }
}

fn foot(settings: &Settings) -> Value {
    let date = ("date", Value::Date(settings.cutoff()));
    if settings.notice.fr.is_empty() {
        Value::phrase("report-foot", [date])
    } else {
        Value::phrase("report-foot-notice", [date, ("notice", Value::from(&settings.notice))])
    }
}
