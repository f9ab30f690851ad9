//! A letter that holds everything a letter can, with texts as long as life makes them.

use super::{Sample, n};
use crate::model::report::{Block, Chapter, Front, Grid, GridColumn, Letter, Report, Signature};
use crate::model::{DocumentKind, Lang, Value};

/// Makes the sample in Arabic, or in French for the other languages.
pub(in crate::render) fn letter(lang: Lang) -> Report {
    let sample = Sample { arabic: lang == Lang::Ar };
    let words = sample.t("Objet : retour à compléter ou à corriger", "الموضوع: إفادة تحتاج إلى استكمال");
    let long = Value::Text("x".repeat(200).into());
    let line = |text: &str| Value::Text(text.into());
    let signature = |head: Value| Signature { head, lines: vec![line("Nom"), line("Date"), line("Signature")] };
    let column = |head: &str, width| GridColumn { head: line(head), width, number: false };
    let grid = Grid {
        title: line("Cellules"),
        columns: vec![column("Fichier", 37.0), column("Cellule", 14.0), column("Attendu", 0.0)],
        rows: (0..60).map(|row| vec![long.clone().into(), n(row).into(), words.clone().into()]).collect(),
        total: None,
        notes: Vec::new(),
    };
    let body = Chapter {
        number: "".into(),
        title: Value::Empty,
        kicker: Value::Empty,
        lead: Value::Empty,
        blocks: vec![Block::Prose(words.clone()), Block::Grid(grid)],
    };
    Report {
        kind: DocumentKind::Reminder("MA-AGD".into()),
        title: words.clone(),
        cover: Front::Letter(Box::new(Letter {
            place: line("Rabat, le 15 janvier 2027"),
            reference: long.clone(),
            addressee: vec![words.clone(), long.clone()],
            subject: words.clone(),
            salutation: line("Madame, Monsieur,"),
            closing: words.clone(),
            room: Some((line("Réserves"), 3)),
            signatures: vec![signature(words.clone()), signature(line("DF"))],
            enclosures: vec![long, words],
        })),
        chapters: vec![body],
        ..sample.report()
    }
}
