//! One broken input a finding code: `tests/cases/findings/<CODE>/` holds csv files, perhaps a mapping profile and a
//! campaign file, and the exact text of every finding in `expected.<language>.txt`.
//!
//! A file of expected text that is absent is written, and the test fails once so that somebody reads it.

use std::fs;
use std::path::Path;

use super::judge;
use crate::campaign::{Campaign, profile};
use crate::locale::{Locale, finding_key};
use crate::model::{FindingCode, Lang};
use crate::reference::Reference;

#[test]
fn every_case_gives_its_finding_in_three_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/findings");
    let reference = Reference::built_in().unwrap();
    let mut cases: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    let mut wrong = Vec::new();
    for case in &cases {
        let code = FindingCode::parse(&case.file_name().unwrap().to_string_lossy()).unwrap();
        let mut names: Vec<String> = fs::read_dir(case)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        let files: Vec<(String, String)> = names
            .iter()
            .filter(|name| name.ends_with(".csv"))
            .map(|name| (name.clone(), fs::read_to_string(case.join(name)).unwrap()))
            .collect();
        // Cases that only a file of another kind can show belong to the reading of files.
        if files.is_empty() {
            continue;
        }
        let text = fs::read_to_string(case.join("profile.toml")).ok();
        let profiles: Vec<_> = text.iter().map(|text| profile::read("profile", text).unwrap()).collect();
        let today = jiff::civil::date(2026, 12, 31);
        let campaign = case.join("campaign.toml").exists().then(|| Campaign::load(case, None, today).unwrap());
        let settings = campaign.as_ref().map(|campaign| &campaign.settings);
        let (_, findings, sources) = judge(&reference, settings, &profiles, &files);
        if !findings.iter().any(|finding| finding.code == code) {
            wrong.push(format!("{} is not found: {findings:?}", code.code()));
            continue;
        }
        for lang in Lang::ALL {
            let locale = Locale::plain(lang, &reference);
            let said: String =
                findings.iter().map(|finding| format!("{}\n", locale.finding(finding, &sources))).collect();
            assert!(!said.contains("{$") && !said.contains("finding-"), "{}: {said}", code.code());
            let path = case.join(format!("expected.{lang}.txt"));
            match fs::read_to_string(&path) {
                Ok(expected) if expected == said => {}
                Ok(expected) => wrong.push(format!("{}\nexpected {expected}said     {said}", path.display())),
                Err(_) => {
                    fs::write(&path, &said).unwrap();
                    wrong.push(format!("{} was written: read it\n{said}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_its_manual_in_three_languages() {
    let reference = Reference::built_in().unwrap();
    for lang in Lang::ALL {
        let locale = Locale::plain(lang, &reference);
        for &code in FindingCode::ALL {
            let key = finding_key(code);
            assert!(locale.has(&key), "{lang}: {key}");
            for part in ["expected", "remedy", "why", "wrong", "right"] {
                let key = format!("{key}.{part}");
                assert!(locale.has(&key), "{lang}: {key}");
                // A manual page is read without a finding, and so without its values.
                assert!(!locale.text(&key).contains("{$"), "{lang}: {key} needs a value");
            }
        }
    }
}
