//! What an index says, in every language, as a file that programs read: from it the page is made, for a run and again for
//! each archive with what that archive holds.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::terms::terms;
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::index::{Filed, Index, Shelf};
use crate::model::report::{Stamp, Tile};
use crate::model::{Lang, Provenance, Value};

/// The path of the listing in the output folder.
pub const PATH: &str = "data/index.json";

/// An index in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Listing {
    /// The program and its version.
    pub program: String,
    /// The SHA-256 of the inputs of the run.
    pub fingerprint: String,
    /// What the page says in each language of the campaign.
    pub languages: Vec<Told>,
    /// The documents, in the order of the page.
    pub documents: Vec<Document>,
}

/// What the page says in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// The language.
    pub lang: Lang,
    /// The line above the title.
    pub kicker: String,
    /// The title.
    pub title: String,
    /// What the run is about.
    pub subtitle: String,
    /// The two associations, the host first.
    pub parties: Vec<String>,
    /// Whether the figures are provisional.
    pub provisional: bool,
    /// Label and value.
    pub facts: Vec<(String, String)>,
    /// The notice and the rates used; may be blank.
    pub note: String,
    /// The key figures.
    pub figures: Vec<ToldFigure>,
    /// What is missing, a sentence each.
    pub missing: Vec<String>,
}

/// A key figure in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToldFigure {
    /// What is counted.
    pub label: String,
    /// The figure as printed.
    pub figure: String,
    /// The unit; may be blank.
    pub unit: String,
    /// Whether nobody reported it.
    pub missing: bool,
    /// The part of a whole in percent.
    pub share: Option<f64>,
    /// Comparisons: label, value, and true where it is short of what was wanted.
    pub compare: Vec<(String, String, bool)>,
}

/// One document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Where it stands on the page.
    pub shelf: Shelf,
    /// The country of its councils, or both.
    pub countries: Vec<String>,
    /// Its name, by language.
    pub name: BTreeMap<Lang, String>,
    /// What else leads to it, by language; may be blank.
    pub about: BTreeMap<Lang, String>,
    /// The terms of its name in all languages and of its other spellings, folded for the search.
    pub terms: String,
    /// The terms of what else leads to it.
    pub related: String,
    /// Its files.
    pub files: Vec<Filed>,
}

impl Listing {
    /// Says an index in the languages of `spoken`; `all` has every language, for the search.
    pub fn new(index: &Index, provenance: &Provenance, spoken: &[&Locale<'_>], all: &[Locale<'_>]) -> Listing {
        let said = |value: &Value| spoken.iter().map(|locale| (locale.lang, locale.say(value))).collect();
        let folded = |value: &Value, aliases: &[Box<str>]| -> String {
            let names = all.iter().map(|locale| terms(&locale.say(value)));
            let names = names.chain(aliases.iter().map(|alias| terms(alias)));
            let mut known = BTreeSet::new();
            let names: Vec<String> = names.filter(|name| !name.is_empty() && known.insert(name.clone())).collect();
            names.join(" | ")
        };
        let documents = index.entries.iter().map(|entry| {
            let about = |locale: &&Locale<'_>| {
                let parts: Vec<String> = entry.about.iter().map(|value| locale.say(value)).collect();
                (locale.lang, parts.join(" · "))
            };
            Document {
                shelf: entry.shelf,
                countries: entry.countries.iter().map(ToString::to_string).collect(),
                name: said(&entry.name),
                about: spoken.iter().map(about).collect(),
                terms: folded(&entry.name, &entry.aliases),
                related: folded(&Value::List(entry.about.clone()), &[]),
                files: entry.files.clone(),
            }
        });
        Listing {
            program: provenance.program.to_string(),
            fingerprint: provenance.fingerprint.to_string(),
            languages: spoken.iter().map(|locale| told(index, locale)).collect(),
            documents: documents.collect(),
        }
    }

    /// Reads a listing that a run wrote.
    ///
    /// # Errors
    ///
    /// The bytes are no listing.
    pub fn read(bytes: &[u8]) -> Result<Listing> {
        serde_json::from_slice(bytes).map_err(fault)
    }

    /// Gives the listing as a file.
    ///
    /// # Errors
    ///
    /// A share that is not a number.
    pub fn json(&self) -> Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(fault)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Keeps the files that `wanted` takes, and the documents that still have one.
    pub fn keep(&mut self, wanted: impl Fn(&str) -> bool) {
        for document in &mut self.documents {
            document.files.retain(|file| wanted(&file.path));
        }
        self.documents.retain(|document| !document.files.is_empty());
    }
}

fn fault(error: serde_json::Error) -> Error {
    Error::Render { document: PATH.to_owned(), detail: error.to_string() }
}

fn told(index: &Index, locale: &Locale<'_>) -> Told {
    let pairs = |pairs: &[(Value, Value)]| pairs.iter().map(|(a, b)| (locale.say(a), locale.say(b))).collect();
    Told {
        lang: locale.lang,
        kicker: locale.say(&index.kicker),
        title: locale.say(&index.title),
        subtitle: locale.say(&index.subtitle),
        parties: index.parties.iter().map(|party| locale.say(party)).collect(),
        provisional: index.stamp == Stamp::Provisional,
        facts: pairs(&index.facts),
        note: locale.say(&index.note),
        figures: index.tiles.iter().map(|tile| figure(tile, locale)).collect(),
        missing: index.missing.iter().map(|value| locale.say(value)).collect(),
    }
}

fn figure(tile: &Tile, locale: &Locale<'_>) -> ToldFigure {
    let compare = tile.compare.iter().map(|(label, value, short)| (locale.say(label), locale.say(value), *short));
    ToldFigure {
        label: locale.say(&tile.label),
        figure: locale.say(&tile.figure),
        unit: locale.say(&tile.unit),
        missing: tile.figure == Value::Missing,
        // A tenth of a percent is more than a bar can show.
        share: tile.share.map(|share| (share.clamp(0.0, 1.0) * 1000.0).round() / 10.0),
        compare: compare.collect(),
    }
}
