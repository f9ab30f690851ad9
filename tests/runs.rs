//! Whole runs: each folder of `tests/cases` with a campaign in `in` gives the report in `expected`, without language.

use std::fs;
use std::path::Path;

use bilan::cli::Status;

use crate::program::{arg, bilan};

#[test]
fn a_campaign_gives_the_expected_report() {
    check("two-councils", Status::Findings, &["1 erreur", "document"]);
}

/// Runs a case and compares its consolidated report. A report that differs replaces the expected one, and the test
/// fails once, so that a person reads the difference.
#[track_caller]
fn check(case: &str, status: Status, said: &[&str]) {
    let case = Path::new("tests/cases").join(case);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let ran = bilan(&["run", arg(&case.join("in")), "--out", arg(&out), "--only", "consolidated", "--lang", "fr"]);
    assert_eq!(ran.status, status, "{}{}", ran.out, ran.err);
    for words in said {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    let report: serde_json::Value = serde_json::from_slice(&fs::read(out.join("data/report.json")).unwrap()).unwrap();
    let found = serde_json::to_string_pretty(&report).unwrap() + "\n";
    let path = case.join("expected/report.json");
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if found != expected {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &found).unwrap();
    }
    assert!(found == expected, "{} was written anew: read the difference", path.display());
}
