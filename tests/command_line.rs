//! What a user sees of each command.

use std::fs;

use bilan::cli::Status;

use crate::program::{arg, bilan, files};

#[track_caller]
fn check(arguments: &[&str], status: Status, said: &str) {
    let ran = bilan(arguments);
    assert_eq!(ran.status, status, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains(said) || ran.err.contains(said), "{}{}", ran.out, ran.err);
}

#[test]
fn each_command_answers_in_the_readers_language() {
    check(&["--help"], Status::Clean, "Lit les retours d’une campagne");
    check(&["run", "--help", "--lang", "en"], Status::Clean, "Refuses to write while");
    check(&["--lang", "ar", "--help"], Status::Failed, "الأمر غير مفهوم");
    check(&["explain", "v302"], Status::Clean, "V302 (erreur)");
    check(&["explain", "V302", "--lang", "en"], Status::Clean, "What to do");
    check(&["explain", "Z999", "--lang", "en"], Status::Failed, "there is no code `Z999`");
    check(&["frobnicate"], Status::Failed, "frobnicate");
    check(&["run", "nowhere", "--lang", "en"], Status::Failed, "campaign.toml");
}

#[test]
fn every_finding_code_has_a_manual_page_in_each_language() {
    for code in bilan::model::FindingCode::ALL {
        for lang in ["fr", "ar", "en"] {
            let ran = bilan(&["explain", code.code(), "--lang", lang]);
            assert_eq!(ran.status, Status::Clean);
            let headings = ran.out.lines().skip(1).filter(|line| !line.is_empty() && !line.starts_with(' ')).count();
            assert_eq!(headings, 5, "{} lacks a part in {lang}:\n{}", code.code(), ran.out);
        }
    }
}

#[test]
fn a_new_campaign_runs_as_it_was_written() {
    for lang in ["fr", "ar", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let campaign = folder.path().join("campaign");
        check(&["new", arg(&campaign), "--lang", lang], Status::Clean, "campaign.toml");
        check(&["new", arg(&campaign), "--lang", "en"], Status::Failed, "not empty");
        let out = folder.path().join("out");
        check(
            &["run", arg(&campaign), "--out", arg(&out), "--only", "consolidated", "--languages", lang, "--lang", "en"],
            Status::Clean,
            "0 activities",
        );
    }
}

#[test]
fn an_unknown_document_is_refused_with_the_nearest() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    check(&["run", "inputs", "--out", arg(&out), "--only", "helth", "--lang", "en"], Status::Failed, "health");
    assert!(!out.exists());
}

#[test]
fn check_prints_findings_by_file_and_writes_the_findings_files() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("findings");
    check(
        &["check", "inputs/returns/france/TARN tableau coopération vf.xlsx", "--out", arg(&out)],
        Status::Clean,
        "C504",
    );
    let names: Vec<String> = files(&out).into_iter().map(|file| file.0).collect();
    assert_eq!(names, ["findings-ar.xlsx", "findings-en.xlsx", "findings-fr.xlsx", "findings.csv", "manifest.json"]);
}

#[test]
fn the_commands_of_the_readme_are_understood_and_its_map_is_true() {
    let readme = fs::read_to_string("README.md").unwrap();
    let mut commands = 0;
    for line in readme.lines().filter_map(|line| line.strip_prefix("cargo run --release -- ")) {
        let arguments: Vec<&str> = line.split_whitespace().chain(["--help"]).collect();
        check(&arguments, Status::Clean, "bilan");
        commands += 1;
    }
    assert!(commands >= 4, "{commands} commands");
    for place in readme.lines().filter_map(|line| line.strip_prefix("| `")).filter_map(|line| line.split('`').next()) {
        assert!(std::path::Path::new(place).exists(), "{place} is in the map of the README only");
    }
}

#[test]
fn calls_are_listed_criterion_by_criterion_in_each_language() {
    for lang in ["fr", "ar", "en"] {
        for arguments in [&["--all"][..], &["--activity", "hao-2026-01"], &[]] {
            let ran = bilan(&[&["calls", "inputs", "--lang", lang], arguments].concat());
            assert_eq!(ran.status, Status::Clean, "{}", ran.err);
            let leaks = ["calls-", "needs-", "plan-", "{ $", "{$"];
            let leak = ran.out.lines().find(|line| leaks.iter().any(|leak| line.contains(leak)));
            assert_eq!(leak, None, "a message is absent or lacks a value");
            let criteria = ran.out.lines().filter_map(|line| line.strip_prefix("      "));
            let marks: Vec<&str> = criteria.map(|line| &line[..2]).collect();
            assert!(marks.len() >= 10 && marks.iter().all(|mark| ["+ ", "? ", "- "].contains(mark)), "{marks:?}");
            let closed = ran.out.contains("[NEXTMED-1]");
            assert_eq!(closed, arguments == ["--all"], "closed calls are listed on request alone");
        }
    }
    check(&["calls", "inputs", "--activity", "HAO-2026-0", "--lang", "en"], Status::Failed, "HAO-2026-0");
}
