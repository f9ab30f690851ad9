//! The page that leads to the documents of a run, without words and without looks.

use serde::{Deserialize, Serialize};

use super::report::{Stamp, Tile};
use super::{Code, DocumentKind, Lang, Value};

/// What the page says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Index {
    /// The stamp of the whole report.
    pub stamp: Stamp,
    /// The line above the title.
    pub kicker: Value,
    /// The title.
    pub title: Value,
    /// What the run is about.
    pub subtitle: Value,
    /// The two associations, the host first.
    pub parties: [Value; 2],
    /// Period, cut-off, returns: label and value.
    pub facts: Vec<(Value, Value)>,
    /// The notice and the rates used.
    pub note: Value,
    /// The key figures, as the report has them.
    pub tiles: Vec<Tile>,
    /// What is missing, a sentence each.
    pub missing: Vec<Value>,
    /// The documents, in the order of their shelves.
    pub entries: Vec<Entry>,
}

/// One document in all its languages and formats.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    /// Where it stands on the page.
    pub shelf: Shelf,
    /// What it is about.
    pub name: Value,
    /// How else people write its name, in whatever language: for the search alone.
    pub aliases: Vec<Box<str>>,
    /// What else leads to it: partners, themes, a region.
    pub about: Vec<Value>,
    /// The country of its councils, or both.
    pub countries: Vec<Code>,
    /// Its files.
    pub files: Vec<Filed>,
}

/// One file of the output folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    /// The path relative to the output folder, with `/` between folders.
    pub path: String,
    /// The language; none for data.
    pub lang: Option<Lang>,
    /// The size in bytes.
    pub bytes: u64,
}

impl Filed {
    /// Makes a file of its path, which tells its language: `territories/territory-MA-AGD-fr.pdf`.
    pub fn of(path: &str, bytes: u64) -> Filed {
        Filed { path: path.to_owned(), lang: parts(path).1, bytes }
    }

    /// Gives the path without language and ending: `territories/territory-MA-AGD`.
    pub fn stem(&self) -> &str {
        parts(&self.path).0
    }

    /// Gives the ending, such as `pdf`.
    pub fn ending(&self) -> &str {
        self.path.rsplit(['/', '.']).next().filter(|end| end.len() < self.path.len()).unwrap_or_default()
    }
}

fn parts(path: &str) -> (&str, Option<Lang>) {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let spoken = stem.rsplit_once('-').and_then(|(stem, code)| {
        let lang = Lang::ALL.into_iter().find(|lang| lang.code() == code)?;
        Some((stem, Some(lang)))
    });
    spoken.unwrap_or((stem, None))
}

/// A group of documents on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shelf {
    /// The whole agreement: the report and its summary.
    Whole,
    /// The reports for the associations.
    Associations,
    /// The territories.
    Territories,
    /// The themes.
    Themes,
    /// The pairs of councils.
    Pairs,
    /// The activities.
    Activities,
    /// The funding dossiers.
    Dossiers,
    /// Letters and the sign-off sheet.
    Letters,
    /// Calendars of deadlines.
    Calendar,
    /// Open data.
    Data,
    /// What no other shelf takes.
    Other,
}

impl Shelf {
    /// Gives the shelf of a document.
    pub const fn of(kind: &DocumentKind) -> Shelf {
        match kind {
            DocumentKind::Consolidated | DocumentKind::Summary => Shelf::Whole,
            DocumentKind::Association(_) => Shelf::Associations,
            DocumentKind::Territory(_) => Shelf::Territories,
            DocumentKind::Theme(_) => Shelf::Themes,
            DocumentKind::Pair(..) => Shelf::Pairs,
            DocumentKind::Activity(_) => Shelf::Activities,
            DocumentKind::Dossier(..) => Shelf::Dossiers,
            DocumentKind::Transmission(_) | DocumentKind::SignOff | DocumentKind::Reminder(_) => Shelf::Letters,
        }
    }

    /// Gives the key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Shelf::Whole => "index-shelf-whole",
            Shelf::Associations => "index-shelf-associations",
            Shelf::Territories => "index-shelf-territories",
            Shelf::Themes => "index-shelf-themes",
            Shelf::Pairs => "index-shelf-pairs",
            Shelf::Activities => "index-shelf-activities",
            Shelf::Dossiers => "index-shelf-dossiers",
            Shelf::Letters => "index-shelf-letters",
            Shelf::Calendar => "index-shelf-calendar",
            Shelf::Data => "index-shelf-data",
            Shelf::Other => "index-shelf-other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_document_language_and_format() {
        #[track_caller]
        fn check(path: &str, stem: &str, lang: Option<Lang>, ending: &str) {
            let file = Filed::of(path, 1);
            assert_eq!((file.stem(), file.lang, file.ending()), (stem, lang, ending));
        }
        check("consolidated-fr.pdf", "consolidated", Some(Lang::Fr), "pdf");
        check("activities/activity-A-fr-ar.xlsx", "activities/activity-A-fr", Some(Lang::Ar), "xlsx");
        check("data/figures.csv", "data/figures", None, "csv");
        check("territories/territory-FR-38-en.pdf", "territories/territory-FR-38", Some(Lang::En), "pdf");
        check("LICENCE", "LICENCE", None, "");
    }
}
