//! The page that leads to every document of a run.

use std::collections::{BTreeMap, BTreeSet};

use super::activity::Activity;
use super::council::{self, Returns};
use super::sections::key_figures;
use super::{Inputs, cover};
use crate::model::index::{Entry, Filed, Index, Shelf};
use crate::model::report::{Stamp, Tile};
use crate::model::{Code, DocumentKind, Field, Figures, Lang, List, Severity, Value};

/// Lays the page out from the figures of the whole. `kinds` are the documents that the campaign may have, `files` the files
/// that there are; a file of no document stands on a shelf of its own.
pub fn index(inputs: &Inputs<'_>, whole: &Figures, kinds: &[DocumentKind], files: Vec<Filed>) -> Index {
    let front = cover::cover(inputs, whole, &DocumentKind::Consolidated);
    let tiles = key_figures::tiles(inputs, whole);
    Index {
        stamp: if whole.provisional { Stamp::Provisional } else { Stamp::Final },
        kicker: front.kicker,
        title: Value::key("report-title"),
        subtitle: cover::subtitle(inputs, &DocumentKind::Consolidated),
        parties: inputs.settings.agreement.parties.each_ref().map(|party| Value::from(&party.name)),
        // The state has a mark of its own.
        facts: front.facts.into_iter().filter(|(label, _)| *label != Value::key("cover-state")).collect(),
        note: front.note,
        missing: missing(inputs, whole, &tiles),
        tiles,
        entries: entries(inputs, whole, kinds, files),
    }
}

/// Says what is missing: the returns of each side, what errors kept out, key figures that nobody reported.
fn missing(inputs: &Inputs<'_>, whole: &Figures, tiles: &[Tile]) -> Vec<Value> {
    let sides = inputs.reference.countries().into_iter().filter_map(|country| {
        let side = Returns::of(whole, country);
        let names = side.names(council::no_return);
        let args = [
            ("country", Value::Name(List::Values("country"), country.into())),
            ("count", Value::count(side.without_return())),
            ("expected", Value::count(side.expected())),
            ("names", Value::List(names.clone())),
        ];
        (!names.is_empty()).then(|| Value::phrase("index-missing-returns", args))
    });
    let errors = inputs.findings.iter().filter(|finding| finding.severity() == Severity::Error).count() as u64;
    let errors = (errors > 0).then(|| Value::phrase("index-missing-errors", [("count", Value::count(errors))]));
    let blank = tiles.iter().filter(|tile| tile.figure == Value::Missing).map(|tile| tile.label.clone());
    let blank: Vec<Value> = blank.collect();
    let blank = (!blank.is_empty()).then(|| Value::phrase("index-missing-figures", [("figures", Value::List(blank))]));
    sides.chain(errors).chain(blank).collect()
}

fn entries(inputs: &Inputs<'_>, whole: &Figures, kinds: &[DocumentKind], files: Vec<Filed>) -> Vec<Entry> {
    let mut filed: BTreeMap<String, Vec<Filed>> = BTreeMap::new();
    for file in files {
        filed.entry(file.stem().to_owned()).or_default().push(file);
    }
    let shelves = Shelves::new(inputs, whole);
    let stems: BTreeSet<&DocumentKind> = kinds.iter().collect();
    let mut entries: Vec<Entry> = stems
        .into_iter()
        .filter_map(|kind| {
            let stem = Filed::of(&kind.path(Lang::Fr, "pdf"), 0).stem().to_owned();
            Some(shelves.entry(kind, filed.remove(&stem)?))
        })
        .collect();
    entries.extend(filed.into_iter().map(|(stem, files)| other(&stem, files)));
    entries.sort_by_key(|entry| entry.shelf);
    entries
}

/// Gives the entry of files that belong to no document: calendars and data have names of their own.
fn other(stem: &str, files: Vec<Filed>) -> Entry {
    let (shelf, name) = match stem {
        "deadlines" => (Shelf::Calendar, Value::key("index-deadlines")),
        "data/figures" => (Shelf::Data, Value::key("index-data-figures")),
        "data/report" => (Shelf::Data, Value::key("index-data-report")),
        _ if stem.starts_with("data/") => (Shelf::Data, Value::code(stem)),
        _ => (Shelf::Other, Value::code(stem)),
    };
    Entry { shelf, name, aliases: Vec::new(), about: Vec::new(), countries: Vec::new(), files }
}

/// What leads to documents, gathered once.
struct Shelves<'a> {
    inputs: Inputs<'a>,
    activities: BTreeMap<&'a str, Activity<'a>>,
    partners: BTreeMap<&'a Code, BTreeSet<&'a Code>>,
}

impl<'a> Shelves<'a> {
    fn new(inputs: &Inputs<'a>, whole: &Figures) -> Shelves<'a> {
        let mut activities = BTreeMap::new();
        let mut partners: BTreeMap<&Code, BTreeSet<&Code>> = BTreeMap::new();
        for activity in Activity::in_scope(inputs, whole) {
            let [ma, fr] = [Field::TerritoryMa, Field::TerritoryFr].map(|field| activity.cell(field).codes());
            for (one, other) in ma.iter().flat_map(|ma| fr.iter().map(move |fr| (ma, fr))) {
                partners.entry(one).or_default().insert(other);
                partners.entry(other).or_default().insert(one);
            }
            if let Some(id) = activity.cell(Field::ActivityId).text() {
                activities.insert(id, activity);
            }
        }
        Shelves { inputs: *inputs, activities, partners }
    }

    fn entry(&self, kind: &DocumentKind, files: Vec<Filed>) -> Entry {
        let name = match kind {
            DocumentKind::Consolidated => Value::key("index-consolidated"),
            DocumentKind::Summary => Value::key("index-summary"),
            DocumentKind::SignOff => Value::key("index-sign-off"),
            DocumentKind::Transmission(country) => {
                Value::phrase("index-transmission", [("party", cover::party(&self.inputs, country))])
            }
            DocumentKind::Reminder(code) => Value::phrase("index-reminder", [("council", council::name(code))]),
            DocumentKind::Activity(id) => self.activities.get(id.as_str()).map_or(Value::code(id), Activity::title),
            kind => cover::subtitle(&self.inputs, kind),
        };
        let (about, countries) = match kind {
            DocumentKind::Territory(code) | DocumentKind::Reminder(code) => {
                let partners = self.partners.get(code).into_iter().flatten().map(|code| council::name(code)).collect();
                (self.place(code, partners), self.countries([code]))
            }
            DocumentKind::Pair(ma, fr) => (Vec::new(), self.countries([ma, fr])),
            DocumentKind::Activity(id) => self.activity(id),
            DocumentKind::Association(country) | DocumentKind::Transmission(country) => {
                (Vec::new(), vec![country.clone()])
            }
            DocumentKind::Dossier(_, call) => (vec![Value::code(call)], Vec::new()),
            _ => (Vec::new(), Vec::new()),
        };
        Entry { shelf: Shelf::of(kind), name, aliases: self.aliases(kind), about, countries, files }
    }

    /// Gives the other spellings of the councils or the theme that a document is about.
    fn aliases(&self, kind: &DocumentKind) -> Vec<Box<str>> {
        let entries = match kind {
            DocumentKind::Territory(code) | DocumentKind::Reminder(code) => vec![(List::Territories, code)],
            DocumentKind::Pair(ma, fr) => vec![(List::Territories, ma), (List::Territories, fr)],
            DocumentKind::Theme(code) => vec![(List::Themes, code)],
            _ => Vec::new(),
        };
        let entries = entries.into_iter().filter_map(|(list, code)| self.inputs.reference.entry(list, code));
        entries.flat_map(|entry| entry.aliases.iter().cloned()).collect()
    }

    /// Gives code, region and partners of a territory.
    fn place(&self, code: &Code, partners: Vec<Value>) -> Vec<Value> {
        let region = self.inputs.reference.territory(code).map(|place| &place.region);
        let region = region.filter(|region| !region.fr.is_empty()).map(Value::from);
        let partners = (!partners.is_empty()).then(|| Value::phrase("index-with", [("names", Value::List(partners))]));
        std::iter::once(Value::code(code)).chain(region).chain(partners).collect()
    }

    /// Gives identifier, themes and councils of an activity, and their countries.
    fn activity(&self, id: &Code) -> (Vec<Value>, Vec<Code>) {
        let Some(activity) = self.activities.get(id.as_str()) else { return (Vec::new(), Vec::new()) };
        let themes = activity.themes().into_iter().map(|code| Value::Name(List::Themes, code.clone())).collect();
        let councils = [Field::TerritoryMa, Field::TerritoryFr].map(|field| activity.cell(field).codes());
        (
            vec![Value::code(id), Value::List(themes), activity.councils()],
            self.countries(councils.into_iter().flatten()),
        )
    }

    fn countries<'c>(&self, codes: impl IntoIterator<Item = &'c Code>) -> Vec<Code> {
        let places = codes.into_iter().filter_map(|code| self.inputs.reference.territory(code));
        places.map(|place| place.country.clone()).collect::<BTreeSet<_>>().into_iter().collect()
    }
}
