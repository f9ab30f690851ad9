//! Whole reports from figures set by hand, and the promises that every report keeps.

mod alt;
mod letters;
mod past;
mod room;
mod search;
mod world;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use world::World;

use super::report;
use crate::assets;
use crate::model::figures::{Figures, Scope};
use crate::model::{DocumentKind, Lang, Outcome, Report};

fn documents() -> Vec<(&'static str, DocumentKind, Figures)> {
    vec![
        ("consolidated", DocumentKind::Consolidated, world::full(Scope::All)),
        ("territory", DocumentKind::Territory("MA-AGD".into()), world::full(Scope::Territory("MA-AGD".into()))),
        ("silent-territory", DocumentKind::Territory("MA-AOU".into()), world::empty(Scope::Territory("MA-AOU".into()))),
        ("returned-empty", DocumentKind::Territory("MA-AZI".into()), world::empty(Scope::Territory("MA-AZI".into()))),
        ("theme", DocumentKind::Theme("health".into()), world::full(Scope::Theme("health".into()))),
        ("empty-theme", DocumentKind::Theme("housing".into()), world::empty(Scope::Theme("housing".into()))),
        ("empty", DocumentKind::Consolidated, world::empty(Scope::All)),
        ("summary", DocumentKind::Summary, world::full(Scope::All)),
        ("empty-summary", DocumentKind::Summary, world::empty(Scope::All)),
        ("transmission", DocumentKind::Transmission("MA".into()), world::full(Scope::All)),
        ("sign-off", DocumentKind::SignOff, world::full(Scope::All)),
        ("reminder-cells", DocumentKind::Reminder("MA-AGD".into()), world::full(Scope::All)),
        ("reminder-return", DocumentKind::Reminder("MA-AOU".into()), world::full(Scope::All)),
        ("pair", DocumentKind::Pair("MA-AGD".into(), "FR-81".into()), world::full(pair())),
        ("activity", DocumentKind::Activity("AGD-1".into()), world::activity("AGD-1")),
        ("poor-activity", DocumentKind::Activity("AGD-4".into()), world::activity("AGD-4")),
        ("association", DocumentKind::Association("MA".into()), world::full(Scope::Country("MA".into()))),
    ]
}

fn pair() -> Scope {
    Scope::Pair("MA-AGD".into(), "FR-81".into())
}

fn reports() -> Vec<(&'static str, Report)> {
    let world = World::new();
    documents().into_iter().map(|(name, kind, figures)| (name, report(&world.inputs(), &figures, &kind))).collect()
}

/// Writes a report as lines of JSON, a chapter's block a line, so that a person can read the difference.
fn golden(report: &Report) -> String {
    let mut lines = vec![
        serde_json::to_string(&report.title).unwrap(),
        serde_json::to_string(&report.subtitle).unwrap(),
        serde_json::to_string(&report.foot).unwrap(),
        serde_json::to_string(&report.cover).unwrap(),
    ];
    for chapter in &report.chapters {
        lines.push(format!("\n# {} {}", chapter.number, serde_json::to_string(&chapter.title).unwrap()));
        lines.push(serde_json::to_string(&chapter.lead).unwrap());
        lines.extend(chapter.blocks.iter().flat_map(block_lines));
    }
    lines.join("\n")
}

fn block_lines(block: &crate::model::report::Block) -> Vec<String> {
    match block {
        crate::model::report::Block::Grid(grid) => {
            let mut lines = vec![format!("grid {}", serde_json::to_string(&grid.title).unwrap())];
            lines.extend(grid.columns.iter().map(|column| format!("  | {}", serde_json::to_string(column).unwrap())));
            lines.extend(grid.rows.iter().map(|row| format!("  - {}", serde_json::to_string(row).unwrap())));
            lines.extend(grid.total.iter().map(|row| format!("  = {}", serde_json::to_string(row).unwrap())));
            lines.extend(grid.notes.iter().map(|note| format!("  * {}", serde_json::to_string(note).unwrap())));
            lines
        }
        block => vec![serde_json::to_string(block).unwrap()],
    }
}

#[test]
fn reports_are_laid_out_as_before() {
    for (name, report) in reports() {
        insta::assert_snapshot!(name, golden(&report));
    }
}

#[test]
fn a_silent_territory_says_no_return_and_nothing_else() {
    let reports: BTreeMap<_, _> = reports().into_iter().collect();
    let silent = &reports["silent-territory"];
    assert_eq!(silent.chapters.len(), 1);
    let text = serde_json::to_string(&silent.chapters).unwrap();
    assert!(text.contains("silence-body") && !text.contains("tiles") && !text.contains("\"number\":["), "{text}");
    let returned = serde_json::to_string(&reports["returned-empty"].chapters).unwrap();
    assert!(returned.contains("territory-lead-none") && !returned.contains("silence-body"));
}

#[test]
fn private_cells_reach_no_report() {
    for (name, report) in reports() {
        assert!(!serde_json::to_string(&report).unwrap().contains(world::SECRET), "{name}");
    }
}

/// Visits every object of a report.
fn walk(json: &Json, visit: &mut dyn FnMut(&serde_json::Map<String, Json>)) {
    match json {
        Json::Object(object) => {
            visit(object);
            object.values().for_each(|value| walk(value, visit));
        }
        Json::Array(items) => items.iter().for_each(|item| walk(item, visit)),
        _ => {}
    }
}

#[test]
fn every_grid_has_rows_of_its_width_and_fits_the_page() {
    for (name, report) in reports() {
        walk(&serde_json::to_value(&report).unwrap(), &mut |object| {
            let (Some(Json::Array(columns)), Some(Json::Array(rows))) = (object.get("columns"), object.get("rows"))
            else {
                return;
            };
            assert!(!rows.is_empty(), "{name}: an empty grid {:?}", object["title"]);
            let totals = object["total"].as_array().into_iter();
            for row in rows.iter().filter_map(Json::as_array).chain(totals) {
                assert_eq!(row.len(), columns.len(), "{name}: {:?}", object["title"]);
            }
            let widths: Vec<f64> = columns.iter().filter_map(|column| column["width"].as_f64()).collect();
            let open = widths.iter().filter(|width| **width < 1.0).count();
            assert!(open <= 1, "{name}: two open columns in {:?}", object["title"]);
            // The table of a territory's sheet stands beside facts, in nine of twelve columns.
            let beside = object["title"].to_string().contains("\"grid-activities\"");
            let page = if beside { 126.5 } else { 170.0 };
            let rest = page - widths.iter().sum::<f64>();
            assert!(rest >= 25.0, "{name}: {rest} mm left in {:?}", object["title"]);
        });
    }
}

#[test]
fn shares_lie_between_zero_and_one() {
    fn check(name: &str, key: &str, json: &Json) {
        match json {
            Json::Number(number) => {
                let share = number.as_f64().unwrap();
                assert!((0.0..=1.0).contains(&share), "{name}: {key} is {share}");
            }
            Json::Array(items) => items.iter().for_each(|item| check(name, key, item)),
            _ => {}
        }
    }
    for (name, report) in reports() {
        walk(&serde_json::to_value(&report).unwrap(), &mut |object| {
            for key in ["share", "shares", "target"] {
                object.get(key).into_iter().for_each(|value| check(name, key, value));
            }
            for (key, part) in ["stacked", "bars"].into_iter().filter_map(|key| Some((key, object.get(key)?))) {
                assert!(part.as_array().is_some_and(|parts| !parts.is_empty()), "{name}: an empty {key}");
            }
            for key in ["stacked", "bars"] {
                for part in object.get(key).and_then(Json::as_array).into_iter().flatten() {
                    part.as_array().into_iter().flatten().for_each(|value| check(name, key, value));
                }
            }
        });
    }
}

/// The messages of a language: identifier, and the variables that the text names.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, bytes) in assets::folder(&format!("messages/{lang}")) {
        let mut key = String::new();
        for line in String::from_utf8_lossy(bytes).lines() {
            if let Some((head, _)) = line.split_once(" =")
                && line.starts_with(|first: char| first.is_ascii_lowercase())
            {
                key = head.to_owned();
                messages.insert(key.clone(), BTreeSet::new());
            }
            for part in line.split('$').skip(1) {
                let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(part.len());
                messages.entry(key.clone()).or_default().insert(part[..end].to_owned());
            }
        }
    }
    messages
}

#[test]
fn every_message_exists_in_each_language_and_gets_its_values() {
    const NUMERIC: [&str; 3] = ["number", "signed", "quantity"];
    for lang in Lang::ALL {
        let messages = messages(lang);
        for (name, report) in reports() {
            walk(&serde_json::to_value(&report).unwrap(), &mut |object| {
                let Some(Json::String(key)) = object.get("key") else { return };
                // The messages of findings belong to the findings themselves.
                if key.starts_with("finding-") {
                    return;
                }
                let Some(wanted) = messages.get(key) else { panic!("{name}: no message {key} in {lang}") };
                let mut given = BTreeSet::new();
                for arg in object.get("args").and_then(Json::as_array).into_iter().flatten() {
                    let (key, value) = (arg[0].as_str().unwrap(), &arg[1]);
                    given.insert(key.to_owned());
                    if NUMERIC.iter().any(|kind| value.get(kind).is_some()) {
                        given.insert(format!("{key}_n"));
                    }
                }
                let absent: Vec<_> = wanted.difference(&given).collect();
                assert!(absent.is_empty(), "{name}: {key} in {lang} wants {absent:?}");
            });
        }
    }
}

#[test]
fn the_languages_hold_the_same_messages() {
    let keys = |lang| messages(lang).into_keys().collect::<BTreeSet<_>>();
    for lang in [Lang::Ar, Lang::En] {
        assert_eq!(keys(Lang::Fr).symmetric_difference(&keys(lang)).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}

#[test]
fn codes_under_charts_and_tiles_lead_to_a_line() {
    let world = World::new();
    let check = |kind: DocumentKind, figures: Figures| {
        let report = report(&world.inputs(), &figures, &kind);
        let mut printed = BTreeSet::new();
        walk(&serde_json::to_value(&report).unwrap(), &mut |object| {
            let codes = object.get("codes").and_then(Json::as_array).into_iter().flatten();
            printed.extend(codes.filter_map(Json::as_str).map(str::to_owned));
        });
        let text = serde_json::to_string(&report.chapters).unwrap();
        let results = figures.results.iter().map(|result| (&result.code, &result.figure));
        let known: Vec<_> = figures.cross.iter().chain(results).collect();
        let reported = known.iter().filter(|(_, figure)| figure.outcome != Outcome::NotReported && figure.asked > 0);
        let wanted: Vec<_> = reported.filter(|(code, _)| printed.contains(code.as_str())).collect();
        assert!(wanted.len() > 3, "{kind:?} prints few codes");
        for (code, _) in wanted {
            let line = format!("{{\"value\":{{\"code\":\"{code}\"}},\"weight\":\"anchor\"}}");
            assert!(text.contains(&line), "{code} is printed and leads nowhere in {kind:?}");
        }
    };
    check(DocumentKind::Consolidated, world::full(Scope::All));
    let code = crate::model::Code::from("MA-AGD");
    check(DocumentKind::Territory(code.clone()), world::full(Scope::Territory(code)));
}
