//! Archives for the two associations: made, checked, changed on the way.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use bilan::cli::Status;

use crate::program::{arg, bilan, parts};

/// Gives the files that a page leads to.
fn links(page: &str) -> BTreeSet<String> {
    page.split("href=\"./").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn an_archive_is_made_checked_and_found_changed() {
    let folder = tempfile::tempdir().unwrap();
    let [out, to, key] = ["out", "archives", "key"].map(|name| folder.path().join(name));
    let run = [
        "run",
        "inputs",
        "--out",
        arg(&out),
        "--languages",
        "fr",
        "--only",
        "consolidated",
        "MA-HAO",
        "FR-38",
        "letters",
    ];
    assert_eq!(bilan(&run).status, Status::Clean);
    assert_eq!(bilan(&["key", arg(&key), "--lang", "en"]).status, Status::Clean);
    let made = bilan(&["bundle", "inputs", "--out", arg(&out), "--to", arg(&to), "--key", arg(&key), "--lang", "fr"]);
    assert_eq!(made.status, Status::Clean, "{}", made.out);

    let archive = to.join("bilan-DF.zip");
    let names: Vec<String> = {
        let archive = zip::ZipArchive::new(fs::File::open(&archive).unwrap()).unwrap();
        archive.file_names().map(|name| name.unwrap().into_owned()).collect()
    };
    assert!(names.iter().any(|name| name == "territories/territory-FR-38-fr.pdf"), "{names:?}");
    for own in [
        "data/figures.csv",
        "letters/sign-off-fr.docx",
        "letters/transmission-FR-fr.pdf",
        "letters/reminder-FR-03-fr.pdf",
    ] {
        assert!(names.iter().any(|name| name == own), "{own}: {names:?}");
    }
    let inside = |name: &&String| {
        ["territories/territory-MA", "letters/reminder-MA", "letters/transmission-MA", "internal/"]
            .iter()
            .any(|start| name.starts_with(start))
    };
    assert_eq!(names.iter().find(inside), None, "what belongs to others stays in the office");

    // The page of an archive leads to what the archive holds, the page of the run to what the run wrote.
    let inside: BTreeMap<String, String> = parts(&fs::read(&archive).unwrap()).into_iter().collect();
    let links = links(&inside["index.html"]);
    assert!(links.contains("territories/territory-FR-38-fr.pdf") && links.contains("data/figures.csv"), "{links:?}");
    assert_eq!(links.iter().find(|link| !inside.contains_key(*link)), None);
    assert!(!inside["data/index.json"].contains("territory-MA-HAO"), "the listing names what others have");
    let whole = self::links(&fs::read_to_string(out.join("index.html")).unwrap());
    assert!(whole.contains("territories/territory-MA-HAO-fr.pdf"));
    let lost = whole.iter().find(|link| !out.join(link).is_file() || link.starts_with("internal"));
    assert_eq!(lost, None);

    let public = folder.path().join("key.pub");
    let checked = bilan(&["verify", arg(&archive), "--key", arg(&public), "--lang", "en"]);
    assert_eq!(checked.status, Status::Clean, "{}", checked.out);
    assert!(checked.out.contains("to the byte") && checked.out.contains("valid for this key"), "{}", checked.out);
    // The fingerprint that was announced is the one that the check gives.
    let print = |text: &str| text.split_whitespace().find(|word| word.len() == 64).map(str::to_owned).unwrap();
    assert!(made.out.contains(&print(&checked.out)), "{}", made.out);

    let mut bytes = fs::read(&archive).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&archive, bytes).unwrap();
    let checked = bilan(&["verify", arg(&archive), "--lang", "fr"]);
    assert_eq!(checked.status, Status::Findings, "{}", checked.out);
    assert!(checked.out.contains("Modifié : ") && checked.out.contains("nouvel envoi"), "{}", checked.out);

    fs::write(out.join("consolidated-fr.pdf"), "other").unwrap();
    let refused = bilan(&["bundle", "inputs", "--out", arg(&out), "--to", arg(&to), "--lang", "fr"]);
    assert_eq!(refused.status, Status::Failed);
    assert!(refused.err.contains("consolidated-fr.pdf"), "{}", refused.err);
}
