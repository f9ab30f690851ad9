//! The answers to the councils of the worked example, as `check --return` writes them.

use std::fs;
use std::path::Path;

use bilan::campaign::Campaign;
use bilan::cli::Status;
use bilan::pipeline;

use crate::program::{arg, bilan, files, parts};

#[test]
fn every_sender_of_the_example_gets_its_workbook_and_it_reads_alike() {
    let folder = tempfile::tempdir().unwrap();
    let answers = folder.path().join("answers");
    let findings = folder.path().join("findings");
    let command = ["check", "inputs", "--out", arg(&findings), "--return", arg(&answers), "--lang", "fr"];
    let ran = bilan(&command);
    assert_eq!(ran.status, Status::Clean, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("Cellules\u{A0}: "), "{}", ran.out);
    let first = files(&answers);
    let names: Vec<&str> = first.iter().map(|file| file.0.as_str()).collect();
    assert_eq!(names.len(), 18, "17 returns and the manifest: {names:?}");
    for name in ["retour-MA-TIZ.xlsx", "retour-FR-38.xlsx", "return-MA-TNG.xlsx", "manifest.json"] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    bilan(&command);
    assert!(first == files(&answers), "the same files give the same bytes");

    let campaign = folder.path().join("campaign");
    fs::create_dir_all(campaign.join("returns")).unwrap();
    fs::create_dir_all(campaign.join("reference")).unwrap();
    for path in ["campaign.toml", "reference/calls-own.csv", "reference/call_rules-own.csv"] {
        fs::copy(Path::new("inputs").join(path), campaign.join(path)).unwrap();
    }
    for (name, bytes) in first.iter().filter(|file| file.0.ends_with(".xlsx")) {
        fs::write(campaign.join("returns").join(name), bytes).unwrap();
    }
    let records = |folder: &Path| {
        let campaign = Campaign::load(folder, None, jiff::civil::date(2027, 2, 1)).unwrap();
        let checked = pipeline::check(&campaign, None, &|_, _, _| Ok(())).unwrap();
        let rows = checked.dataset.tables.iter().flat_map(|(sheet, table)| {
            table.rows.iter().map(move |row| format!("{sheet} {} {} {:?}", row.origin.address(), row.held, row.cells))
        });
        let mut rows: Vec<String> = rows.collect();
        rows.sort();
        let mut found: Vec<String> = checked
            .findings
            .iter()
            .filter(|finding| !finding.code.code().starts_with('F'))
            .map(|finding| format!("{} {:?}", finding.code.code(), finding.args))
            .collect();
        found.sort();
        (rows, found)
    };
    let (sent, back) = (records(Path::new("inputs")), records(&campaign));
    let lost: Vec<_> = sent.0.iter().filter(|row| !back.0.contains(row)).take(3).collect();
    let new: Vec<_> = back.0.iter().filter(|row| !sent.0.contains(row)).take(3).collect();
    assert!(sent.0 == back.0, "lost {lost:#?} new {new:#?}");
    let lost: Vec<_> = sent.1.iter().filter(|row| !back.1.contains(row)).take(9).collect();
    let new: Vec<_> = back.1.iter().filter(|row| !sent.1.contains(row)).take(9).collect();
    assert!(sent.1 == back.1, "lost {lost:#?} new {new:#?}");
}

#[test]
fn an_answer_needs_a_folder_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("both");
    let ran = bilan(&["check", "inputs", "--out", arg(&out), "--return", arg(&out), "--lang", "en"]);
    assert_eq!(ran.status, Status::Failed, "{}", ran.out);
    assert!(ran.err.contains("--return") && !out.exists(), "{}", ran.err);
}

#[test]
fn a_single_file_is_answered_without_a_campaign() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("MA-TIZ bilan.csv");
    fs::write(
        &file,
        "Réf.;Titre;Thème;Statut;Devise;Budget total;Territoire marocain\nA-1;Eau;Santé;En cours;MAD;douze;Tiznit\n",
    )
    .unwrap();
    let answers = folder.path().join("answers");
    let findings = folder.path().join("findings");
    let ran = bilan(&["check", arg(&file), "--out", arg(&findings), "--return", arg(&answers)]);
    assert_eq!(ran.status, Status::Findings, "{}{}", ran.out, ran.err);
    let bytes = fs::read(answers.join("retour-MA-TIZ.xlsx")).unwrap();
    let parts = parts(&bytes);
    let strings = &parts.iter().find(|part| part.0 == "xl/sharedStrings.xml").unwrap().1;
    assert!(strings.contains("1 erreur à corriger") && strings.contains("douze"), "{strings}");
    let book = &parts.iter().find(|part| part.0 == "xl/workbook.xml").unwrap().1;
    assert!(book.contains("<sheet name=\"Activités\""), "{book}");
}
