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
    let is_sheet = matches!(kind, DocumentKind::Activity(_));
    let subtitle = cover::subtitle(inputs, kind);
    Report {
        kind: kind.clone(),
        audience: inputs.audience,
        stamp: if figures.provisional { Stamp::Provisional } else { Stamp::Final },
        title: Value::key(if is_sheet { "sheet-title" } else { "report-title" }),
        subtitle: subtitle.clone(),
        running: match kind {
            DocumentKind::Consolidated => Value::phrase("report-running", [("period", label)]),
            _ => Value::phrase("report-running-of", [("period", label), ("subject", subtitle)]),
        },
        foot: foot(settings),
        authors: settings.agreement.parties.iter().map(|party| Value::from(&party.name)).collect(),
        imprint: imprint(inputs),
        cover: if is_sheet { Front::Sheet } else { Front::Evaluation(Box::new(cover::cover(inputs, figures, kind))) },
        chapters: sections::chapters(inputs, figures, kind),
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
