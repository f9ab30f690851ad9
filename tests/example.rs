//! The worked example of the README: what it holds, and what leaves the office.

use std::collections::BTreeSet;
use std::path::Path;

use bilan::campaign::Campaign;
use bilan::cli::Status;
use bilan::model::{Field, Scope, Severity, Sheet, schema};
use bilan::pipeline::{self, Checked, Request};
use bilan::{compute, model};
use rust_decimal::Decimal;

use crate::paper::Paper;
use crate::program::{arg, bilan, example, files, parts};

fn campaign() -> Campaign {
    let today = jiff::civil::date(2027, 2, 1);
    Campaign::load(Path::new("inputs"), None, today).unwrap()
}

fn checked(campaign: &Campaign) -> Checked {
    pipeline::check(campaign, None, &|_, _, _| Ok(())).unwrap()
}

/// The figures of the returns as their author counted them, apart from this program.
#[test]
fn the_totals_are_those_of_the_returns() {
    let campaign = campaign();
    let mut checked = checked(&campaign);
    assert_eq!(checked.count(Severity::Error), 0);
    compute::prepare(&mut checked.dataset, &campaign.reference, &campaign.settings);
    let prepared = compute::Prepared::new(&checked.dataset, &campaign.reference, &campaign.settings);
    let figures = prepared.figures(&Scope::All);
    let rows = |sheet| checked.dataset.table(sheet).live().count();
    assert_eq!(rows(Sheet::Activities), 101);
    assert_eq!(rows(Sheet::Indicators), 268);
    assert_eq!(rows(Sheet::Funding), 46);
    assert_eq!(rows(Sheet::Exchanges), 42);
    #[track_caller]
    fn check(figures: &model::Figures, code: &str, expected: &str) {
        let found = match &figures.cross[code].outcome {
            model::Outcome::Money(sum) => sum
                .by_currency
                .iter()
                .map(|(currency, amount)| format!("{amount} {currency}"))
                .collect::<Vec<_>>()
                .join(" + "),
            model::Outcome::Interval(low, high) => format!("{low}-{high}"),
            model::Outcome::Ratio(top, bottom) => format!("{top}/{bottom}"),
            other => other.value().map_or(format!("{other:?}"), |value| value.normalize().to_string()),
        };
        assert_eq!(found, expected, "{code}");
    }
    check(&figures, "X1-started", "94");
    check(&figures, "X1-completed", "27");
    check(&figures, "X3-disbursed", "2942184.15 EUR + 43691800 MAD");
    check(&figures, "X10-ma-share", "37/75");
    check(&figures, "X10-fr-share", "31/104");
    check(&figures, "X10-pairs", "55");
    check(&figures, "X10-north-south", "11");
    check(&figures, "X13-returned", "17/22");
    check(&figures, "X13-on-time", "14/22");
    assert_eq!(
        figures.cross["X4-total"].outcome,
        model::Outcome::Interval(Decimal::from(52_058), Decimal::from(65_001))
    );
    assert_eq!(
        figures.themes.lines.iter().filter(|(_, set)| set["X1-total"].value() >= Some(Decimal::from(4))).count(),
        13
    );
    for line in &figures.funding.funders {
        let [asked, won, open] = [&line.requested, &line.awarded, &line.pending].map(|sum| sum.converted.unwrap());
        assert!(won + open <= asked, "{}: {won} awarded and {open} pending of {asked} requested", line.funder);
    }
    let silent: BTreeSet<&str> = figures
        .coverage
        .councils
        .iter()
        .filter(|council| council.expected && !council.returned)
        .map(|council| council.territory.as_str())
        .collect();
    assert_eq!(silent, BTreeSet::from(["FR-03", "FR-12", "MA-AZI", "MA-ERR", "MA-NAD"]));
}

#[test]
fn every_cell_is_used_left_aside_for_a_reason_or_held() {
    for (sheet, count) in checked(&campaign()).dataset.cells {
        assert_eq!(count.read, count.used + count.ignored() + count.held, "{sheet:?}");
    }
}

/// Runs twice, in two folders, on one and on two threads: every byte is the same. And no file holds a private cell.
#[test]
fn two_runs_give_the_same_bytes_and_no_private_data() {
    let campaign = campaign();
    let folder = tempfile::tempdir().unwrap();
    let only: Vec<String> = ["MA-HAO", "FR-38", "housing"].map(str::to_owned).into();
    let made: Vec<_> = [("one", 1), ("two", 2)]
        .into_iter()
        .map(|(name, threads)| {
            let out = folder.path().join(name);
            let request = Request {
                program: None,
                only: &only,
                strict: true,
                languages: &[],
                threads,
                progress: &|_, _, _| Ok(()),
            };
            pipeline::run(&campaign, &out, &request).unwrap();
            files(&out)
        })
        .collect();
    let names: Vec<&str> = made[0].iter().map(|file| file.0.as_str()).collect();
    assert_eq!(names.iter().filter(|name| name.ends_with(".pdf")).count(), 9, "{names:?}");
    for (one, two) in made[0].iter().zip(&made[1]) {
        assert!(one == two, "{} differs between two runs", one.0);
    }

    let dataset = checked(&campaign).dataset;
    let private: BTreeSet<String> = schema::COLUMNS
        .iter()
        .filter(|column| column.private)
        .flat_map(|column| {
            let table = dataset.table(column.sheet);
            table.rows.iter().filter_map(|row| table.cell(row, column.field).text().map(str::to_owned))
        })
        .collect();
    assert!(private.len() > 20, "the example holds contacts to look for");
    for (name, bytes) in &made[0] {
        let texts = if name.ends_with(".xlsx") {
            parts(bytes).into_iter().map(|part| part.1).collect()
        } else {
            vec![String::from_utf8_lossy(bytes).into_owned()]
        };
        for secret in &private {
            assert!(!texts.iter().any(|text| text.contains(secret.as_str())), "{name} holds `{secret}`");
        }
        assert!(!texts.iter().any(|text| text.contains("@example.org")), "{name} holds an address");
    }
}

/// The documents of the shared run, each with its endings.
const WRITTEN: [(&str, &[&str]); 11] = [
    ("consolidated", &["pdf", "xlsx"]),
    ("summary", &["pdf"]),
    ("associations/association-MA", &["pdf", "xlsx"]),
    ("territories/territory-MA-HAO", &["pdf", "xlsx"]),
    ("territories/territory-FR-38", &["pdf", "xlsx"]),
    ("themes/theme-health", &["pdf"]),
    ("pairs/pair-MA-HAO-FR-31", &["pdf"]),
    ("activities/activity-HAO-2026-01", &["pdf"]),
    ("letters/transmission-MA", &["pdf", "docx"]),
    ("letters/sign-off", &["pdf", "docx"]),
    ("internal/consolidated", &["pdf", "xlsx"]),
];

#[test]
fn a_run_writes_each_kind_of_document_in_each_language() {
    let expected: BTreeSet<String> = WRITTEN
        .iter()
        .flat_map(|(stem, endings)| endings.iter().map(move |ending| (stem, ending)))
        .flat_map(|(stem, ending)| ["fr", "ar", "en"].map(|lang| format!("{stem}-{lang}.{ending}")))
        .collect();
    let lists = |name: &str| name.starts_with("internal/") && !name.starts_with("internal/consolidated");
    let made = files(example()).into_iter().map(|file| file.0).filter(|name| !lists(name));
    let papers = made.filter(|name| [".pdf", ".xlsx", ".docx"].iter().any(|ending| name.ends_with(ending)));
    assert_eq!(papers.collect::<BTreeSet<_>>(), expected);
}

#[test]
fn a_strict_run_refuses_errors_and_a_plain_one_marks_what_they_touch() {
    let folder = tempfile::tempdir().unwrap();
    let campaign = folder.path().join("campaign");
    bilan(&["new", arg(&campaign)]);
    let activities = "Réf.;Titre;Thème;Statut;Devise;Budget total;Territoire marocain\n\
        A-1;Collecte sélective;Hygiène et propreté;En cours;MAD;1 200 000;Al Haouz\n\
        A-2;Bibliothèque mobile;Éducation;En cours;MAD;douze mille;Taza\n";
    std::fs::write(campaign.join("returns/MA-HAO--activites.csv"), activities).unwrap();
    let out = folder.path().join("out");
    let command =
        ["run", arg(&campaign), "--out", arg(&out), "--languages", "fr", "--only", "MA-HAO", "--only", "education"];
    let strict: Vec<&str> = command.iter().copied().chain(["--strict"]).collect();
    let refused = bilan(&strict);
    assert_eq!(refused.status, Status::Findings, "{}", refused.err);
    assert!(refused.err.contains("--strict") && !out.exists());
    let ran = bilan(&command);
    assert_eq!(ran.status, Status::Findings, "{}", ran.err);
    assert!(ran.out.contains("1 document est provisoire"), "{}", ran.out);
    let report = std::fs::read_to_string(out.join("data/report.json")).unwrap();
    assert_eq!(report.matches("\"stamp\":\"provisional\"").count(), 1, "only the theme of A-2 is touched");
    assert_eq!(report.matches("\"stamp\":\"final\"").count(), 1);
}

/// A cell that can't be read, and a reading that is held as a whole since its unit is another one.
#[test]
fn the_sheet_of_an_activity_is_provisional_where_one_of_its_rows_is_held() {
    let folder = tempfile::tempdir().unwrap();
    let campaign = folder.path().join("campaign");
    bilan(&["new", arg(&campaign)]);
    let returns = campaign.join("returns");
    let activities = "Réf.;Titre;Thème;Statut;Devise;Budget total;Territoire marocain\n\
        A-1;Collecte sélective;Hygiène et propreté;En cours;MAD;1 200 000;Al Haouz\n\
        A-2;Bibliothèque mobile;Éducation;En cours;MAD;douze mille;Taza\n\
        A-3;Formation des agents;Formation;En cours;MAD;90 000;Tiznit\n";
    std::fs::write(returns.join("MA-HAO--activites.csv"), activities).unwrap();
    let readings = "Identifiant de l'activité;Code indicateur;Unité;Valeur de référence;Valeur cible;Valeur atteinte;Période\n\
        A-1;T12.1b;journée-personne;0;400;200;2026\nA-3;T12.1b;jour;0;400;200;2026\n";
    std::fs::write(returns.join("MA-HAO--indicateurs.csv"), readings).unwrap();
    let out = folder.path().join("out");
    let command = ["run", arg(&campaign), "--out", arg(&out), "--languages", "fr", "--only", "A-1", "A-2", "A-3"];
    let ran = bilan(&command);
    assert_eq!(ran.status, Status::Findings, "{}", ran.err);
    assert!(ran.out.contains("2 documents sont provisoires"), "{}", ran.out);
    for (id, provisional) in [("A-1", false), ("A-2", true), ("A-3", true)] {
        let bytes = std::fs::read(out.join(format!("activities/activity-{id}-fr.pdf"))).unwrap();
        let runs: String =
            Paper::read(&bytes).pages.into_iter().flat_map(|page| page.runs).map(|run| run.text).collect();
        assert_eq!(runs.contains("Provisoire"), provisional, "{id}: {runs}");
    }
}

/// Twenty zeros too many, a year 9999 and an endless word are findings; the run goes on to its reports.
#[test]
fn absurd_values_do_not_stop_a_run() {
    let folder = tempfile::tempdir().unwrap();
    let campaign = folder.path().join("campaign");
    bilan(&["new", arg(&campaign)]);
    let most = "79228162514264337593543950335";
    let mut activities =
        "Réf.;Titre;Thème;Statut;Devise;Budget total;Bénéficiaires;Territoire marocain;Début\n".to_owned();
    for (at, amount) in
        [most, "-1e300", "1000000000000", "1000000000000", "0,0000000000000000000000000001"].iter().enumerate()
    {
        let title = "x".repeat(3_000);
        activities.push_str(&format!("A-{at};{title};Santé;En cours;MAD;{amount};{amount};Al Haouz;31/12/9999\n"));
    }
    std::fs::write(campaign.join("returns/MA-HAO--activites.csv"), activities).unwrap();
    let readings = format!(
        "Réf. activité;Code indicateur;Valeur de référence;Valeur cible;Valeur atteinte;Période\n\
         A-2;T12.1b;0,000000001;1000000000000;-1000000000000;2026\nA-3;T12.1b;{most};{most};{most};2026\n"
    );
    std::fs::write(campaign.join("returns/MA-HAO--indicateurs.csv"), readings).unwrap();
    let out = folder.path().join("out");
    let ran =
        bilan(&["run", arg(&campaign), "--out", arg(&out), "--languages", "fr", "--only", "consolidated", "MA-HAO"]);
    assert_eq!(ran.status, Status::Findings, "{}{}", ran.out, ran.err);
    assert!(out.join("territories/territory-MA-HAO-fr.pdf").exists() && out.join("consolidated-fr.xlsx").exists());
}

#[test]
fn fields_of_people_are_private() {
    for field in [Field::ContactName, Field::ContactEmail, Field::Phone, Field::Contact, Field::RatedBy] {
        assert!(schema::COLUMNS.iter().filter(|column| column.field == field).all(|column| column.private), "{field}");
    }
}
