//! The two pages for elected members and the letters, as a run writes them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bilan::cli::Status;

use crate::paper::{Paper, tidy};
use crate::program::{arg, bilan, files, parts};
use crate::reading::{bare, check_messages};

/// The letters of one run of the worked example, and its summary.
static WRITTEN: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("letters");
    let _ = std::fs::remove_dir_all(&out);
    let ran = bilan(&["run", "inputs", "--out", arg(&out), "--only", "summary", "letters"]);
    assert_eq!(ran.status, Status::Clean, "{}{}", ran.out, ran.err);
    files(&out)
});

fn paper(path: &str) -> Paper {
    let found = WRITTEN.iter().find(|(name, _)| name == path);
    Paper::read(&found.unwrap_or_else(|| panic!("no {path}")).1)
}

/// The councils that are written to: five without a return, four with blank cells.
const ABSENT: [&str; 5] = ["FR-03", "FR-12", "MA-AZI", "MA-ERR", "MA-NAD"];
const GAPS: [(&str, &str); 4] = [("FR-13", "Y5"), ("MA-CHE", "Y6"), ("MA-OUA", "Y6"), ("MA-OUD", "R5")];

#[test]
fn the_run_writes_the_letters_that_are_due_and_no_other() {
    let mut expected = BTreeSet::new();
    for ending in ["pdf", "docx"] {
        for lang in ["fr", "ar", "en"] {
            for name in ["transmission-MA", "transmission-FR", "sign-off"] {
                expected.insert(format!("letters/{name}-{lang}.{ending}"));
            }
        }
        for council in ABSENT.iter().copied().chain(GAPS.map(|(council, _)| council)) {
            expected.insert(format!("letters/reminder-{council}-fr.{ending}"));
            if council.starts_with("MA") {
                expected.insert(format!("letters/reminder-{council}-ar.{ending}"));
            }
        }
    }
    let letters = WRITTEN.iter().map(|(name, _)| name.clone()).filter(|name| name.starts_with("letters/"));
    assert_eq!(letters.collect::<BTreeSet<_>>(), expected);
}

#[test]
fn a_letter_lists_the_exact_cells() {
    for (council, cell) in GAPS {
        let said = tidy(&paper(&format!("letters/reminder-{council}-fr.pdf")).text());
        assert!(said.contains(cell), "{council}: no {cell} in\n{said}");
        let word = WRITTEN.iter().find(|(name, _)| *name == format!("letters/reminder-{council}-fr.docx")).unwrap();
        let body = parts(&word.1).into_iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
        assert!(body.contains(&format!(">{cell}<")), "{council}: {body}");
    }
}

#[test]
fn an_arabic_letter_is_heard_as_word_has_it() {
    let mut letters = 0;
    for (name, bytes) in WRITTEN.iter().filter(|(name, _)| name.ends_with("-ar.docx")) {
        let heard = bare(&paper(&name.replace(".docx", ".pdf")).root.heard());
        let body = parts(bytes).into_iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
        for paragraph in body.split("</w:p>") {
            let runs = paragraph.split("<w:t").skip(1).filter_map(|run| run.split_once('>')?.1.split_once("</w:t>"));
            let text: String = runs.map(|(text, _)| text).collect();
            assert!(heard.contains(&bare(&text)), "{name}: `{text}` is not heard in\n{heard}");
        }
        letters += 1;
    }
    assert_eq!(letters, 9);
}

#[test]
fn an_arabic_summary_is_heard_as_it_is_written() {
    let heard = check_messages("summary", [&paper("summary-fr.pdf"), &paper("summary-ar.pdf")]);
    assert!(heard > 10, "{heard}");
}

#[test]
fn the_summary_has_two_pages_and_each_sheet_to_sign_one() {
    for lang in ["fr", "ar", "en"] {
        assert_eq!(paper(&format!("summary-{lang}.pdf")).pages.len(), 2, "{lang}");
        for name in ["transmission-MA", "transmission-FR", "sign-off"] {
            assert_eq!(paper(&format!("letters/{name}-{lang}.pdf")).pages.len(), 1, "{name} in {lang}");
        }
    }
}

#[test]
fn the_summary_of_little_data_has_no_more_than_two_pages() {
    let out: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sparse-summary");
    let _ = std::fs::remove_dir_all(&out);
    bilan(&["run", "tests/cases/two-councils/in", "--out", arg(&out), "--only", "summary"]);
    let made: Vec<_> = files(&out).into_iter().filter(|(name, _)| name.ends_with(".pdf")).collect();
    assert_eq!(made.len(), 3);
    for (name, bytes) in made {
        assert!(Paper::read(&bytes).pages.len() <= 2, "{name}");
    }
}

#[test]
fn a_summary_of_long_recommendations_and_many_late_councils_keeps_to_two_pages() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files(Path::new("inputs")) {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let change = |name: &str, change: &dyn Fn(Vec<u8>) -> Vec<u8>| {
        let path = folder.path().join(name);
        std::fs::write(&path, change(std::fs::read(&path).unwrap())).unwrap();
    };
    let long = "Harmoniser les justificatifs de toutes les actions communes ".repeat(4);
    let rows: String = (1..=5).map(|day| format!("{long};{long};{long};0{day}/12/2026;Ouverte;2026\n")).collect();
    change("returns/france/cd38--recommandations.csv", &|bytes| [bytes, rows.clone().into_bytes()].concat());
    change("campaign.toml", &|bytes| {
        let silent = "\"MA-AZI\", \"MA-TAR\", \"MA-SIB\", \"MA-SET\", \"MA-MDF\", \"MA-HOC\", \"MA-CHT\", \"FR-64\", \"FR-971\",\
                      \"FR-972\", \"FR-78\", \"FR-04\", \"FR-2A\",";
        String::from_utf8(bytes).unwrap().replacen("\"MA-AZI\",", silent, 1).into_bytes()
    });
    let out = folder.path().join("out");
    bilan(&["run", arg(folder.path()), "--out", arg(&out), "--only", "summary"]);
    let made: Vec<_> = files(&out).into_iter().filter(|(name, _)| name.starts_with("summary")).collect();
    assert_eq!(made.len(), 3);
    for (name, bytes) in made {
        let paper = Paper::read(&bytes);
        assert!(paper.pages.len() == 2 && paper.text().contains("Harmoniser"), "{name}");
    }
}

#[test]
fn letters_are_for_whom_they_are_written_to() {
    let open = WRITTEN.iter().find(|(name, _)| name == "data/report.json").unwrap();
    let text = String::from_utf8_lossy(&open.1);
    assert!(text.contains("summary-title") && !text.contains("letter-"), "a letter stands in the open data");
}

#[test]
fn an_unknown_document_is_told_with_the_nearest() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unknown-letter");
    for (wrong, nearest) in [("letter", "letters"), ("sumary", "summary"), ("transmision-MA", "transmission-MA")] {
        let ran = bilan(&["run", "inputs", "--out", arg(&out), "--only", wrong]);
        assert!(ran.err.contains(nearest), "{wrong}: {}", ran.err);
    }
}
