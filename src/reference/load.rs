//! Reading the csv files of the lists.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;

use super::hxl::Tag;
use super::{
    Commitment, Direction, Entry, Heading, Indicator, Matcher, Nature, Reference, Source, Stage, Territory, Theme, Unit,
};
use crate::error::{Error, Result};
use crate::model::wording::Wording;
use crate::model::{Code, Lang, List, Measure, Names, Value};

pub(super) type Record = BTreeMap<String, String>;

impl Reference {
    /// Reads every list.
    ///
    /// # Errors
    ///
    /// A list that is absent, is not a csv table, lacks a column, or holds a code or measure that can't be read; the
    /// error names the file and the line.
    pub fn load(source: Source<'_>) -> Result<Reference> {
        let mut lists = BTreeMap::new();
        for (list, file) in FILES {
            lists.insert(
                *list,
                records(source, file)?.iter().map(|record| entry(record, file)).collect::<Result<Vec<_>>>()?,
            );
        }
        let own = super::own::records(source)?;
        let added = own.iter().map(|record| entry(record, super::own::FILE)).collect::<Result<Vec<_>>>()?;
        lists.entry(List::Indicators).or_default().extend(added);
        for record in records(source, "values.csv")? {
            let name: &'static str = match VALUE_LISTS.iter().find(|name| **name == get(&record, "list")) {
                Some(name) => name,
                None => continue,
            };
            lists.entry(List::Values(name)).or_default().push(entry(&record, "values.csv")?);
        }
        let goals: Vec<Entry> = records(source, "sdg_goals.csv")?.iter().map(goal).collect();
        let targets = records(source, "sdg_targets.csv")?.iter().map(target).collect::<Vec<_>>();
        lists.insert(List::Sdg, goals.into_iter().chain(targets).collect());

        let territories = records(source, "territories.csv")?.iter().map(territory).collect::<Result<Vec<_>>>()?;
        // The host's country comes first in the list, so that a campaign of other countries needs no setting.
        let mut countries: Vec<&Code> = Vec::new();
        for territory in &territories {
            if !countries.contains(&&territory.country) {
                countries.push(&territory.country);
            }
        }
        for (at, list) in [List::TerritoriesMa, List::TerritoriesFr].into_iter().enumerate() {
            let part = territories
                .iter()
                .zip(&lists[&List::Territories])
                .filter(|(territory, _)| countries.get(at).is_some_and(|country| territory.country == **country))
                .map(|(_, entry)| entry.clone())
                .collect();
            lists.insert(list, part);
        }
        let policy = records(source, "dac_policy_markers.csv")?;
        let of = |list: &'static str| policy.iter().filter(move |record| get(record, "list") == list);
        let markers = of("marker").map(|record| entry(record, "dac_policy_markers.csv")).collect::<Result<Vec<_>>>()?;
        let places = |list| matches!(list, List::Territories | List::TerritoriesMa | List::TerritoriesFr);
        let units: Vec<Unit> = records(source, "units.csv")?.iter().map(unit).collect();
        let mut indicators = Vec::new();
        for (record, file) in catalogue(&records(source, "indicators.csv")?, &own) {
            let mut found = indicator(record, file)?;
            found.people |= units.iter().any(|unit| unit.code == found.unit && unit.people);
            if file == super::own::FILE {
                added_well(&found, &indicators, &units)?;
            }
            indicators.push(found);
        }
        let (named, calls) = super::calls::calls(source)?;
        let named = named.iter().map(|record| entry(record, "calls.csv")).collect::<Result<Vec<_>>>()?;
        lists.insert(List::Calls, named);
        let headings = records(source, "budget_headings.csv")?;
        let distinct = lists.iter().filter(|(_, entries)| are_distinct(entries)).map(|(list, _)| *list).collect();
        let matchers = lists.iter().map(|(list, entries)| (*list, Matcher::new(entries, places(*list)))).collect();
        Ok(Reference {
            wording: Wording::default(),
            matchers,
            lists,
            distinct,
            aliases: BTreeMap::new(),
            territories,
            themes: records(source, "themes.csv")?.iter().map(theme).collect(),
            stages: records(source, "funding_stages.csv")?.iter().map(stage).collect(),
            indicators,
            units,
            calls,
            budget_headings: headings.iter().map(super::calls::heading).collect::<Result<_>>()?,
            commitments: records(source, "commitments.csv")?.iter().map(commitment).collect(),
            markers: Matcher::new(&markers, false),
            scores: of("significance").map(|record| get(record, "code").into()).collect(),
            headings: records(source, "headers.csv")?.iter().filter_map(heading).collect(),
            tags: records(source, "hxl.csv")?.iter().filter_map(tag).collect(),
            sheet_names: records(source, "sheets.csv")?
                .iter()
                .filter_map(|record| {
                    Some((
                        get(record, "sheet").parse().ok()?,
                        get(record, "language").parse().ok()?,
                        get(record, "synonym").into(),
                    ))
                })
                .collect(),
        })
    }
}

/// Says whether names differ in every language by more than their case, and hold no sign that means any letter to a formula.
fn are_distinct(entries: &[Entry]) -> bool {
    Lang::ALL.into_iter().all(|lang| {
        let names: BTreeSet<String> = entries.iter().map(|entry| entry.names.get(lang).to_lowercase()).collect();
        names.len() == entries.len() && names.iter().all(|name| !name.contains(['*', '?', '~']))
    })
}

/// The lists whose files have the columns `code`, `name_fr`, `name_ar`, `name_en` and perhaps `aliases`.
const FILES: &[(List, &str)] = &[
    (List::Territories, "territories.csv"),
    (List::Themes, "themes.csv"),
    (List::Statuses, "activity_status.csv"),
    (List::Stages, "funding_stages.csv"),
    (List::Funders, "funders.csv"),
    (List::Currencies, "currencies.csv"),
    (List::DacCodes, "dac_purpose_codes.csv"),
    (List::RiskLevels, "risk_levels.csv"),
    (List::Indicators, "indicators.csv"),
    (List::Units, "units.csv"),
    (List::Criteria, "dac_criteria.csv"),
    (List::Commitments, "commitments.csv"),
    (List::Papers, "papers.csv"),
    (List::BudgetHeadings, "budget_headings.csv"),
];

/// The closed lists of `values.csv`.
pub const VALUE_LISTS: &[&str] = &[
    "activity_kind",
    "direction",
    "sex",
    "accumulation",
    "amount_kind",
    "planned_reached",
    "yes_no",
    "held_planned",
    "practice_state",
    "recommendation_status",
    "rating_level",
    "commitment_status",
    "pole_stage",
    "group",
    "language",
    "country",
    "decision_kind",
    "decision_column",
    "decision_list",
    "applicant",
];

pub(super) fn records(source: Source<'_>, file: &str) -> Result<Vec<Record>> {
    table(&source(file)?, file)
}

/// Reads a csv table with a header row into records.
fn table<T: DeserializeOwned>(bytes: &[u8], file: &str) -> Result<Vec<T>> {
    csv::Reader::from_reader(bytes).deserialize().collect::<std::result::Result<_, _>>().map_err(|error| {
        let line = error.position().map_or(0, csv::Position::line);
        Error::setup(
            file,
            Value::phrase(
                "setup-list-line",
                [("line", Value::count(line)), ("detail", Value::code(error.to_string()))],
            ),
        )
    })
}

pub(super) fn get<'a>(record: &'a Record, column: &str) -> &'a str {
    record.get(column).map_or("", |text| text.trim())
}

pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').map(str::trim).filter(|part| !part.is_empty())
}

fn names(record: &Record, stem: &str) -> Names {
    let of = |lang: Lang| get(record, &format!("{stem}_{lang}")).into();
    Names { fr: of(Lang::Fr), ar: of(Lang::Ar), en: of(Lang::En) }
}

fn entry(record: &Record, file: &str) -> Result<Entry> {
    let code = get(record, "code");
    if code.is_empty() {
        return Err(Error::setup(file, Value::key("setup-list-code")));
    }
    let national = get(record, "national_code");
    let units = ["plural_fr", "plural_en", "two_ar", "few_ar", "many_ar", "other_ar"].map(|column| get(record, column));
    let aliases = split(get(record, "aliases")).chain([national]).chain(units).filter(|alias| !alias.is_empty());
    Ok(Entry { code: code.into(), names: names(record, "name"), aliases: aliases.map(Into::into).collect() })
}

fn goal(record: &Record) -> Entry {
    let number = get(record, "number");
    let aliases = ["ODD", "SDG", "هدف"].map(|word| format!("{word} {number}").into());
    Entry { code: number.into(), names: names(record, "short"), aliases: aliases.into() }
}

fn target(record: &Record) -> Entry {
    Entry { code: get(record, "code").into(), names: names(record, "text"), aliases: Vec::new() }
}

fn territory(record: &Record) -> Result<Territory> {
    let region_fr = get(record, "region_fr");
    Ok(Territory {
        code: get(record, "code").into(),
        country: get(record, "country").into(),
        kind: get(record, "kind").into(),
        region: Names { fr: region_fr.into(), ar: get(record, "region_ar").into(), en: region_fr.into() },
        population: get(record, "population").parse().ok().zip(get(record, "population_year").parse().ok()),
    })
}

fn theme(record: &Record) -> Theme {
    Theme {
        code: get(record, "code").into(),
        goals: split(get(record, "sdg_goals")).filter_map(|goal| goal.parse().ok()).collect(),
        group: get(record, "indicator_group").into(),
        north_south: get(record, "north_south") == "yes",
    }
}

fn stage(record: &Record) -> Stage {
    Stage {
        code: get(record, "code").into(),
        order: get(record, "order").parse().unwrap_or(0),
        phase: get(record, "phase").into(),
        decided: get(record, "decided") == "yes",
        after: split(get(record, "after")).map(Code::from).collect(),
    }
}

fn commitment(record: &Record) -> Commitment {
    let figures = split(get(record, "figure_codes")).map(Code::from).collect();
    Commitment { code: get(record, "code").into(), figures }
}

fn unit(record: &Record) -> Unit {
    let of = |column: &str| Box::<str>::from(get(record, column));
    Unit {
        code: get(record, "code").into(),
        fr: [of("name_fr"), of("plural_fr")],
        en: [of("name_en"), of("plural_en")],
        ar: [of("name_ar"), of("two_ar"), of("few_ar"), of("many_ar"), of("other_ar")],
        decimals: get(record, "decimals").parse().unwrap_or(0),
        people: get(record, "people") == "yes",
    }
}

fn heading(record: &Record) -> Option<Heading> {
    let sheet = get(record, "sheet");
    Some(Heading {
        field: get(record, "field").parse().ok()?,
        sheet: if sheet == "*" { None } else { Some(sheet.parse().ok()?) },
        lang: get(record, "language").parse().ok()?,
        text: get(record, "synonym").into(),
    })
}

fn tag(record: &Record) -> Option<Tag> {
    let (name, attributes) = Tag::parts(get(record, "tag"));
    let sheet = get(record, "sheet");
    Some(Tag {
        name,
        attributes,
        sheet: if sheet == "*" { None } else { Some(sheet.parse().ok()?) },
        field: get(record, "field").parse().ok()?,
    })
}

/// Gives the rows of the catalogue, then those that the campaign adds, each with its file.
fn catalogue<'r>(built_in: &'r [Record], own: &'r [Record]) -> impl Iterator<Item = (&'r Record, &'static str)> {
    let own = own.iter().map(|record| (record, super::own::FILE));
    built_in.iter().map(|record| (record, "indicators.csv")).chain(own)
}

/// Checks what an added indicator may get wrong: a code that is taken, a unit that is none.
fn added_well(added: &Indicator, known: &[Indicator], units: &[Unit]) -> Result<()> {
    if known.iter().any(|indicator| indicator.code == added.code) {
        let code = [("code", Value::code(&added.code))];
        return Err(Error::setup(super::own::FILE, Value::phrase("setup-own-taken", code)));
    }
    if !units.iter().any(|unit| unit.code == added.unit) {
        let args =
            [("code", Value::code(&added.code)), ("column", Value::code("unit")), ("detail", Value::code(&added.unit))];
        return Err(Error::setup(super::own::FILE, Value::phrase("setup-indicator", args)));
    }
    Ok(())
}

fn indicator(record: &Record, file: &'static str) -> Result<Indicator> {
    let code = get(record, "code");
    let wrong = |column: &'static str, detail: String| {
        Error::setup(
            file,
            Value::phrase(
                "setup-indicator",
                [("code", Value::code(code)), ("column", Value::code(column)), ("detail", Value::code(detail))],
            ),
        )
    };
    let formula = get(record, "measure");
    let nature = match get(record, "kind") {
        "flow" => Nature::Flow,
        "stock" => Nature::Stock,
        "cumulative" => Nature::Cumulative,
        "ratio" => Nature::Ratio,
        "ordinal" => Nature::Ordinal,
        other => return Err(wrong("kind", other.to_owned())),
    };
    let direction = match get(record, "direction") {
        "up" => Direction::Up,
        "down" => Direction::Down,
        "none" => Direction::Neutral,
        other => return Err(wrong("direction", other.to_owned())),
    };
    Ok(Indicator {
        code: code.into(),
        group: get(record, "group").into(),
        names: names(record, "name"),
        definitions: names(record, "definition"),
        level: get(record, "level").into(),
        unit: get(record, "unit").into(),
        people: get(record, "people") == "yes",
        nature,
        direction,
        aggregation: get(record, "aggregation").into(),
        measure: Measure::parse(formula).map_err(|error| wrong("measure", error.to_string()))?,
        formula: formula.into(),
        no_total: (get(record, "total_allowed") == "no").then(|| names(record, "reason")),
        excel: get(record, "excel").into(),
        source: get(record, "source_of_definition").into(),
    })
}
