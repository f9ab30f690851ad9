//! Every figure of the report, made again from the cells that its trace names.
//!
//! Nothing here asks the program how it counts: sums, counts, quotients, means and intervals are made from the lines of
//! the trace, each line from its cells, and each cell is looked up in its file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use bilan::campaign::Campaign;
use bilan::cli::Status;
use bilan::model::figures::Refusal;
use bilan::model::trace::{CellPart, Follower, Ground, LeftOut, Role, TraceLine};
use bilan::model::{Cell, Dataset, Field, Measure, Origin, Outcome, RawValue, Scope, Settings, Sheet, Trace};
use bilan::reference::Reference;
use bilan::{compute, pipeline};
use rust_decimal::Decimal;

use crate::program::{arg, bilan, example, parts};

struct World {
    campaign: Campaign,
    dataset: Dataset,
}

fn world() -> World {
    let campaign = Campaign::load(Path::new("inputs"), None, jiff::civil::date(2027, 2, 1)).unwrap();
    let mut dataset = pipeline::check(&campaign, None, &|_, _, _| Ok(())).unwrap().dataset;
    compute::prepare(&mut dataset, &campaign.reference, &campaign.settings);
    World { campaign, dataset }
}

/// What each row of a figure gives.
#[derive(Default)]
struct Lines(Vec<TraceLine>);

impl Follower for Lines {
    fn line(&mut self, line: TraceLine) {
        self.0.push(line);
    }

    fn left_out(&mut self, _: LeftOut) {}
}

/// Traces every figure of the consolidated report, and the main ones of some territories and themes.
fn traces(world: &World) -> Vec<(Trace, Lines)> {
    let Campaign { reference, settings, .. } = &world.campaign;
    let prepared = compute::Prepared::new(&world.dataset, reference, settings);
    let mut all = Vec::new();
    let scopes = ["MA-HAO", "MA-AGD", "FR-38"].map(|code| Scope::Territory(code.into()));
    let themes = reference.themes.iter().map(|theme| Scope::Theme(theme.code.clone()));
    for scope in [Scope::All].into_iter().chain(scopes).chain(themes) {
        let tracer = prepared.tracer(&scope);
        let figures = prepared.figures(&scope);
        for indicator in &reference.indicators {
            let mut lines = Lines::default();
            let trace = tracer.follow(indicator, &mut lines);
            let printed = figures.cross.get(&indicator.code);
            let result = figures.results.iter().find(|result| result.code == indicator.code);
            let printed = printed.or(result.map(|result| &result.figure));
            if let Some(printed) = printed {
                assert_eq!(printed.outcome, trace.figure.outcome, "{}: the trace is of another figure", indicator.code);
                assert_eq!(printed.reported, trace.figure.reported, "{}", indicator.code);
                all.push((trace, lines));
            }
        }
    }
    all
}

/// Adds what lines give, money by currency and rate.
fn sum(lines: &[&TraceLine], settings: &Settings) -> Decimal {
    let mut money: BTreeMap<_, Decimal> = BTreeMap::new();
    for line in lines {
        *money.entry(line.rate).or_default() += line.amount;
    }
    let converted = |(rate, amount): (Option<(usize, bool)>, Decimal)| match rate {
        Some((at, true)) => amount / settings.rates.rates[at].rate,
        Some((at, false)) => amount * settings.rates.rates[at].rate,
        None => amount,
    };
    money.into_iter().map(converted).sum()
}

fn distinct(lines: &[&TraceLine]) -> Decimal {
    Decimal::from(lines.iter().map(|line| &line.item).collect::<BTreeSet<_>>().len())
}

/// Makes one side of a figure again.
fn side(measure: &Measure, lines: &[&TraceLine], settings: &Settings) -> Decimal {
    match measure {
        Measure::Count(_) => Decimal::from(lines.len()),
        Measure::Distinct(..) => distinct(lines),
        Measure::Top(_, inner, _) => side(inner, lines, settings),
        _ => sum(lines, settings),
    }
}

#[track_caller]
fn check(trace: &Trace, lines: &Lines, measure: &Measure, world: &World) {
    let settings = &world.campaign.settings;
    let code = &trace.figure.code;
    let of = |role| lines.0.iter().filter(|line| line.role == role).collect::<Vec<_>>();
    let lines = of(Role::Value);
    match (&trace.figure.outcome, measure) {
        (Outcome::NotReported, _) => assert!(lines.is_empty(), "{code} has rows and is not reported"),
        (Outcome::Refused(Refusal::NoTotal | Refusal::NoParts), _) => {}
        (Outcome::Number(number), Measure::Ratio(..)) => {
            assert_eq!(*number, sum(&of(Role::Actual), settings), "{code}")
        }
        (Outcome::Number(number), measure) => assert_eq!(*number, side(measure, &lines, settings), "{code}"),
        (Outcome::Money(money), _) => {
            assert_eq!(money.converted, Some(sum(&lines, settings)), "{code}");
            for (currency, amount) in &money.by_currency {
                let own = lines.iter().filter(|line| line.currency.as_ref() == Some(currency));
                assert_eq!(*amount, own.map(|line| line.amount).sum(), "{code} in {currency}");
            }
        }
        (Outcome::Interval(low, high), _) => {
            assert_eq!(*high, lines.iter().map(|line| line.amount).sum(), "{code}, high end");
            assert_eq!(*low, lines.iter().map(|line| line.low).sum(), "{code}, low end by the rows that hold it");
            assert_eq!(*low, places(&lines, world), "{code}, low end by places");
        }
        (Outcome::Ratio(weighted, weights), Measure::Mean(..)) => {
            assert_eq!(*weighted, lines.iter().map(|line| line.amount * line.low).sum(), "{code}");
            assert_eq!(*weights, lines.iter().map(|line| line.low).sum(), "{code}");
        }
        (Outcome::Ratio(above, below), Measure::Ratio(numerator, denominator, _)) => {
            assert_eq!(*above, side(numerator, &of(Role::Numerator), settings), "{code}, numerator");
            assert_eq!(*below, side(denominator, &of(Role::Denominator), settings), "{code}, denominator");
        }
        (Outcome::Spread(counts, _), _) => {
            let mut own: BTreeMap<&str, u64> = BTreeMap::new();
            for value in lines.iter().flat_map(|line| &line.item) {
                *own.entry(value).or_default() += 1;
            }
            let counts = counts.iter().filter(|(_, rows)| *rows > 0).map(|(value, rows)| (&**value, *rows)).collect();
            assert_eq!(own, counts, "{code}");
        }
        (outcome, _) => panic!("{code}: {outcome:?} of {measure:?}"),
    }
    let Some(result) = &trace.result else { return };
    let stated = |role| {
        let lines = of(role);
        (!lines.is_empty()).then(|| sum(&lines, settings))
    };
    assert_eq!(result.baseline, stated(Role::Baseline), "{code}, baseline");
    assert_eq!(result.target, stated(Role::Target), "{code}, target");
    let part = |field: Field| {
        let has = |line: &&&TraceLine| matches!(&line.ground, Ground::Cells(cells) if cells.iter().any(|cell| cell.field == field));
        let lines = of(Role::Actual);
        lines.iter().filter(has).map(|line| line.amount).reduce(|a, b| a + b)
    };
    let actual = part(Field::Actual).or_else(|| Some(part(Field::Numerator)? / part(Field::Denominator)?));
    assert_eq!(result.actual, actual, "{code}, actual value");
    if let (Ok(share), Some(from), Some(to), Some(now)) = (&result.attainment, result.baseline, result.target, actual) {
        assert_eq!(*share, (now - from) / (to - from), "{code}, attainment");
    }
}

/// A place: its territories, and what reaches people there, each with its own territories and number.
type GroupedPlace = (BTreeSet<String>, Vec<(Vec<String>, Decimal)>);

/// Makes the low end of an interval from the places: activities that share a territory may reach the same people.
fn places(lines: &[&TraceLine], world: &World) -> Decimal {
    let Reference { territories, .. } = &world.campaign.reference;
    let host = &territories[0].country;
    let is_host =
        |code: &str| territories.iter().any(|territory| territory.code == *code && territory.country == *host);
    let activities = world.dataset.table(Sheet::Activities);
    let text = |line: &TraceLine, field| {
        let table = world.dataset.table(line.table);
        let cell = table.cell(&table.rows[line.row as usize], field);
        cell.codes().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    // What reaches people as one: its territories, whether it gives one number for all, and its parts.
    let mut holders: BTreeMap<_, (Vec<String>, bool, BTreeMap<String, Decimal>)> = BTreeMap::new();
    for line in lines {
        let table = world.dataset.table(line.table);
        let row = &table.rows[line.row as usize];
        let id = text(line, Field::ActivityId).into_iter().next();
        let own = [text(line, Field::Territory), text(line, Field::Territories)].concat();
        let alone = (id.is_none() && text(line, Field::Territory).is_empty()).then_some(line.row);
        let key = (id.clone(), text(line, Field::Territory), alone);
        let of_activity = || {
            let row = activities
                .rows
                .iter()
                .find(|row| activities.cell(row, Field::ActivityId).code().map(|code| code.as_str()) == id.as_deref());
            let codes = |field| {
                let cell = row.map(|row| activities.cell(row, field));
                cell.map_or(Vec::new(), |cell| cell.codes().iter().map(ToString::to_string).collect::<Vec<_>>())
            };
            let ma = codes(Field::TerritoryMa);
            if ma.is_empty() { codes(Field::TerritoryFr) } else { ma }
        };
        let mut territories = if own.is_empty() { of_activity() } else { own };
        if territories.iter().any(|code| is_host(code)) {
            territories.retain(|code| is_host(code));
        }
        let group = table.cell(row, Field::Group).text().unwrap_or("");
        let part = match line.table {
            Sheet::Beneficiaries => group.to_owned(),
            Sheet::Indicators => format!("{group} {:?}", table.cell(row, Field::Period)),
            _ => line.row.to_string(),
        };
        let holder = holders.entry(key).or_insert_with(|| (territories, false, BTreeMap::new()));
        holder.1 |= table.cell(row, Field::UniqueTotal).text() == Some("yes");
        *holder.2.entry(part).or_default() += line.amount;
    }
    let low = |(_, unique, parts): &(Vec<String>, bool, BTreeMap<String, Decimal>)| {
        if *unique { parts.values().sum() } else { parts.values().copied().max().unwrap_or_default() }
    };
    // Places grow until no two of them share a territory.
    let mut places: Vec<GroupedPlace> = Vec::new();
    for holder in holders.values() {
        let (mut territories, mut all) =
            (holder.0.iter().cloned().collect::<BTreeSet<_>>(), vec![(holder.0.clone(), low(holder))]);
        let (joined, apart) = places.into_iter().partition::<Vec<_>, _>(|place| {
            !place.0.is_disjoint(&territories) || (place.0.is_empty() && territories.is_empty())
        });
        for place in joined {
            territories.extend(place.0);
            all.extend(place.1);
        }
        places = apart;
        places.push((territories, all));
    }
    let of_place = |(_, holders): &GroupedPlace| {
        let widest = holders.iter().filter(|holder| holder.0.len() > 1).map(|holder| holder.1).max();
        let mut single: BTreeMap<Option<&String>, Decimal> = BTreeMap::new();
        for (territories, size) in holders.iter().filter(|holder| holder.0.len() < 2) {
            let best = single.entry(territories.first()).or_default();
            *best = (*best).max(*size);
        }
        single.values().sum::<Decimal>().max(widest.unwrap_or_default())
    };
    places.iter().map(of_place).sum()
}

#[test]
fn every_figure_is_made_again_from_the_rows_of_its_trace() {
    let world = world();
    let all = traces(&world);
    assert!(all.len() > 400, "{} figures", all.len());
    for (trace, lines) in &all {
        let indicator = world.campaign.reference.indicator(&trace.figure.code).unwrap();
        check(trace, lines, &indicator.measure, &world);
    }
    // The forms that the example fills, so that an empty report proves nothing.
    let forms = all.iter().filter(|(_, lines)| !lines.0.is_empty()).map(|(trace, _)| {
        let measure = &world.campaign.reference.indicator(&trace.figure.code).unwrap().measure;
        format!("{measure:?}").split('(').next().unwrap().to_owned()
    });
    let forms: BTreeSet<String> = forms.collect();
    for form in ["Count", "Distinct", "Sum", "Latest", "Bounds", "Mean", "Spread", "Ratio"] {
        assert!(forms.contains(form), "no {form} in {forms:?}");
    }
}

#[test]
fn every_row_of_a_trace_is_made_from_its_cells_and_every_cell_stands_in_its_file() {
    let world = world();
    let all = traces(&world);
    let mut wanted: BTreeMap<Origin, &Cell> = BTreeMap::new();
    for line in all.iter().flat_map(|(_, lines)| &lines.0) {
        let Ground::Cells(cells) = &line.ground else { continue };
        assert!(!cells.is_empty(), "row {} of {} names no cell", line.row, line.table);
        let number = |part| {
            let cells = cells.iter().filter(move |cell| cell.part == part);
            cells.map(|cell| cell.cell.number().unwrap_or_else(|| panic!("{:?} is no number", cell)))
        };
        if cells.iter().any(|cell| cell.part == CellPart::Adds) {
            let added: Decimal = number(CellPart::Adds).sum();
            let taken: Decimal = number(CellPart::Subtracts).sum();
            let factor: Decimal = number(CellPart::Multiplies).product();
            assert_eq!(line.amount, (added - taken) * factor, "{line:?}");
        }
        wanted.extend(cells.iter().map(|cell| (cell.origin, &cell.cell)));
    }
    assert!(wanted.len() > 1_000, "{} cells", wanted.len());
    let program = Path::new(env!("CARGO_BIN_EXE_bilan"));
    let found = pipeline::trace::found(&world.campaign, wanted.keys().copied().collect(), Some(program)).unwrap();
    let mut spelled = 0;
    for (origin, cell) in &wanted {
        let raw =
            found.get(origin).unwrap_or_else(|| panic!("{} is empty and said to hold {cell:?}", origin.address()));
        match (cell, raw) {
            (Cell::Number(number), RawValue::Number(held) | RawValue::Percent(held)) => {
                assert_eq!(held.to_string().parse::<Decimal>().unwrap(), number.normalize(), "{}", origin.address());
            }
            (Cell::Number(number), RawValue::Text(text)) => {
                let digits = text.replace(|c: char| c.is_whitespace() || c.is_alphabetic() || c == '\u{202F}', "");
                let digits = digits.replace(',', ".");
                if let Ok(held) = digits.parse::<Decimal>() {
                    assert_eq!(held, *number, "{} holds `{text}`", origin.address());
                } else {
                    spelled += 1;
                }
            }
            (Cell::Date(day), RawValue::Date(held)) => assert_eq!(*day, held.date()),
            (Cell::Missing | Cell::NotApplicable | Cell::Held, _) => panic!("{cell:?} takes part"),
            _ => {}
        }
    }
    assert!(spelled * 20 < wanted.len(), "{spelled} of {} numbers are written in words", wanted.len());
}

/// Every code printed in the consolidated report can be asked for, and so can the line of a territory and of a theme.
#[test]
fn every_code_of_the_report_can_be_asked_for() {
    let out = example();
    let report = std::fs::read_to_string(out.join("data/report.json")).unwrap();
    let reference = Reference::built_in().unwrap();
    let mut codes = BTreeSet::new();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    gather(&report, &mut codes);
    assert!(codes.len() > 60, "{codes:?}");
    for code in &codes {
        assert!(reference.indicator(code).is_some(), "{code} is printed and can't be asked for");
    }
    let names: Vec<String> =
        parts(&std::fs::read(out.join("internal/trace-en.xlsx")).unwrap()).into_iter().map(|part| part.0).collect();
    assert!(names.iter().any(|name| name.ends_with("sheet3.xml")), "{names:?}");
    let manifest = std::fs::read_to_string(out.join("manifest.json")).unwrap();
    assert!(manifest.contains("internal/trace-en.xlsx"));
}

/// Gathers the codes of source lines, and of the lines of the method annex.
fn gather(json: &serde_json::Value, codes: &mut BTreeSet<String>) {
    match json {
        serde_json::Value::Object(map) => {
            let list = map.get("codes").and_then(|codes| codes.as_array()).into_iter().flatten();
            codes.extend(list.filter_map(|code| Some(code.as_str()?.to_owned())));
            if map.get("weight").and_then(|weight| weight.as_str()) == Some("anchor") {
                codes.extend(map["value"]["code"].as_str().map(str::to_owned));
            }
            map.values().for_each(|value| gather(value, codes));
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| gather(value, codes)),
        _ => {}
    }
}

#[track_caller]
fn says(arguments: &[&str], status: Status, said: &[&str]) {
    let ran = bilan(arguments);
    assert_eq!(ran.status, status, "{}{}", ran.out, ran.err);
    for words in said {
        assert!(ran.out.contains(words) || ran.err.contains(words), "no `{words}` in\n{}{}", ran.out, ran.err);
    }
}

#[test]
fn a_figure_is_explained_to_its_cells() {
    let from = ["--in", "inputs"];
    let ask = |more: &[&'static str]| [&["explain"], more, &from[..]].concat();
    says(&ask(&["x3-disbursed"]), Status::Clean, &["X3-disbursed", "Définition", "taux", ".xlsx", "!", "--all"]);
    says(&ask(&["X3-disbursed", "--territory", "MA-HAO", "--lang", "en"]), Status::Clean, &["Al Haouz", "÷"]);
    says(&ask(&["X13-returned", "--lang", "en"]), Status::Clean, &["no return", "17 ÷ 22"]);
    says(&ask(&["X10-ma-share", "--lang", "ar"]), Status::Clean, &["campaign.toml", "البسط"]);
    says(&ask(&["T10.1", "--theme", "women-youth-sport", "--lang", "en"]), Status::Failed, &["nearest"]);
    says(&ask(&["T10.1", "--lang", "en"]), Status::Clean, &["Definition", "Baseline"]);
    says(&ask(&["X3-disbursd", "--lang", "en"]), Status::Failed, &["X3-disbursed"]);
    says(&["list", "indicators", "--lang", "en"], Status::Clean, &["Code\tName", "X3-disbursed\t", "ratio of sums"]);
    says(&["list", "themes", "--lang", "ar"], Status::Clean, &["الرمز"]);
    says(&["list", "territories"], Status::Clean, &["MA-HAO\t"]);
    says(&["list", "findings"], Status::Clean, &["V302\terreur"]);
}

/// Three rows that a council adds in Excel appear in the PDF's data, the workbook, `list` and `explain`.
#[test]
fn an_indicator_that_a_council_adds_appears_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let campaign = folder.path().join("campaign");
    bilan(&["new", arg(&campaign)]);
    let activities = "Réf.;Titre;Thème;Statut;Devise;Budget total;Territoire marocain\n\
        A-1;Collecte sélective;Hygiène et propreté;En cours;MAD;1 200 000;Al Haouz\n\
        A-2;Bibliothèque mobile;Éducation;Terminé;MAD;800 000;Taza\n";
    std::fs::write(campaign.join("returns/MA-HAO--activites.csv"), activities).unwrap();
    std::fs::create_dir_all(campaign.join("reference")).unwrap();
    let own = "\u{FEFF}code;name_fr;unit;measure\r\n\
        OWN-closed;Activités closes du conseil;activity;\"count(activities where status in {closing, closed})\"\r\n\
        OWN-budget;Budget voté au conseil;money;\"sum(amounts.amount where kind = \"\"budget\"\")\"\r\n\
        OWN-share;Part des activités closes;percent;\"ratio(count(activities where status in {closing, closed}), count(activities))\"\r\n";
    std::fs::write(campaign.join("reference/indicators-own.csv"), own).unwrap();
    let out = folder.path().join("out");
    let ran = bilan(&["run", arg(&campaign), "--out", arg(&out), "--only", "consolidated", "--languages", "fr"]);
    assert_eq!(ran.status, Status::Clean, "{}{}", ran.out, ran.err);
    let report = std::fs::read_to_string(out.join("data/report.json")).unwrap();
    let text_of = |name: &str| {
        let parts = parts(&std::fs::read(out.join(name)).unwrap());
        parts.into_iter().map(|part| part.1).collect::<String>()
    };
    let (book, trace) = (text_of("consolidated-fr.xlsx"), text_of("internal/trace-fr.xlsx"));
    for (code, name) in [
        ("OWN-closed", "Activités closes du conseil"),
        ("OWN-budget", "Budget voté au conseil"),
        ("OWN-share", "Part des activités closes"),
    ] {
        assert!(report.contains(code), "{code} is not in the report");
        assert!(book.contains(code) && book.contains(name), "{code} is not in the workbook");
        assert!(trace.contains(code) && trace.contains(name), "{code} is not in the trace workbook");
        says(&["list", "indicators", "--in", arg(&campaign)], Status::Clean, &[code, name]);
    }
    says(
        &["explain", "own-budget", "--in", arg(&campaign)],
        Status::Clean,
        &["1 200 000", "MA-HAO--activites.csv", "F2"],
    );
    says(&["explain", "OWN-share", "--in", arg(&campaign), "--lang", "en"], Status::Clean, &["1 ÷ 2", "Numerator"]);
    std::fs::write(
        campaign.join("reference/indicators-own.csv"),
        "code;name;unit;measure\nX2;a;activity;count(activities)\n",
    )
    .unwrap();
    says(&["list", "indicators", "--in", arg(&campaign), "--lang", "en"], Status::Failed, &["X2", "already"]);
}
