//! A year later: the worked example again with changed returns, beside the output of the year before.

use std::fs;
use std::path::Path;

use bilan::cli::Status;

use crate::program::{Ran, arg, bilan, example};

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Changes a file whose bytes may be of another encoding than ours; each text must stand there once.
#[track_caller]
fn change(path: &Path, changes: &[(&str, &str)]) {
    let mut bytes = fs::read(path).unwrap();
    for (from, to) in changes {
        let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(from.as_bytes())).collect();
        let [place] = places[..] else { panic!("{from}: {} times in {}", places.len(), path.display()) };
        bytes.splice(place..place + from.len(), to.bytes());
    }
    fs::write(path, bytes).unwrap();
}

fn run(campaign: &Path, out: &Path, more: &[&str]) -> Ran {
    let mut arguments = vec!["run", arg(campaign), "--out", arg(out), "--only", "consolidated", "--languages", "fr"];
    arguments.extend(["--lang", "fr"]);
    arguments.extend(more);
    bilan(&arguments)
}

fn json(path: &Path) -> serde_json::Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn chapter(out: &Path, key: &str) -> Option<String> {
    let report = json(&out.join("data/report.json"));
    let chapters = report[0]["chapters"].as_array().unwrap().clone();
    chapters.into_iter().find(|chapter| chapter["title"]["phrase"]["key"] == key).map(|chapter| chapter.to_string())
}

/// Makes the campaign of the second year: one council is silent, one activity is gone, one is completed, one is new, one
/// costs more; a recommendation was followed, another one left out.
fn second_year(folder: &Path) {
    copy(Path::new("inputs"), folder);
    change(
        &folder.join("campaign.toml"),
        &[
            ("from = 2025-11-13\nto = 2026-11-12", "from = 2026-11-13\nto = 2027-11-12"),
            ("reference_date = 2027-01-15", "reference_date = 2028-01-15"),
            ("due = 2026-12-15", "due = 2027-12-15"),
            ("\"maroc/khenifra.xlsx\" = 2026-12-07\n", ""),
        ],
    );
    let rates = fs::read_to_string(folder.join("campaign.toml")).unwrap().replace(
        "[stage_probability]",
        "[[rate]]\nfrom = \"EUR\"\nto = \"MAD\"\nperiod = \"2027\"\nrate = \"11.40\"\nsource = \"invented\"\n\n[stage_probability]",
    );
    fs::write(folder.join("campaign.toml"), rates).unwrap();
    let returns = folder.join("returns");
    fs::remove_file(returns.join("maroc/khenifra.xlsx")).unwrap();
    let isere = returns.join("france");
    change(
        &isere.join("cd38--activites.csv"),
        &[
            ("142500,00", "160000,00"),
            ("FR38-2026-05", "FR38-2027-01"),
            (";31/05/2027;;En cours;", ";31/05/2027;28/05/2027;Finie;"),
        ],
    );
    let text = fs::read(isere.join("cd38--recommandations.csv")).unwrap();
    let lines: Vec<&[u8]> = text.split(|byte| *byte == b'\n').collect();
    fs::write(isere.join("cd38--recommandations.csv"), [lines[0], lines[2]].join(&b'\n')).unwrap();
    change(&isere.join("cd38--recommandations.csv"), &[("Ouverte", "Open")]);
}

#[test]
fn what_changed_since_the_year_before_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (example(), folder.path().join("second"));
    let inputs = folder.path().join("inputs");
    assert_eq!(chapter(first, "chapter-changes"), None);
    second_year(&inputs);

    let ran = run(&inputs, &second, &["--previous", arg(first)]);
    assert!(ran.status != Status::Failed, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("Depuis le 15 janvier 2027"), "{}", ran.out);
    let changes = chapter(&second, "chapter-changes").unwrap();
    for said in
        ["FR38-2027-01", "FR38-2026-05", "FR38-2026-02", "160000", "MA-KHN", "changes-silent", "changes-vanished"]
    {
        assert!(changes.contains(said), "{said}: {changes}");
    }
    let manifest = json(&second.join("manifest.json"));
    let before = fs::read(first.join("manifest.json")).unwrap();
    assert_eq!(manifest["previous"], bilan::write::sha256(&before));
    assert!(json(&first.join("manifest.json")).get("previous").is_none());

    // Each year has its own amounts, and the whole has more than both: most amounts carry no day.
    assert!(chapter(&second, "chapter-evolution").unwrap().contains("note-evolution-undated"));
}

#[test]
fn a_folder_that_can_not_be_compared_is_refused_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let case = Path::new("tests/cases/two-councils/in");
    let first = path("first");
    run(case, &first, &[]);

    #[track_caller]
    fn refused(campaign: &Path, previous: &Path, said: &str) {
        let out = previous.with_file_name("out");
        let ran = run(campaign, &out, &["--previous", arg(previous)]);
        assert_eq!((ran.status, ran.err.trim().lines().count()), (Status::Failed, 1), "{}", ran.err);
        assert!(ran.err.contains(said) && !out.exists(), "{}", ran.err);
    }

    refused(case, &path("nowhere"), "n’est pas un dossier de rapports");
    let damaged = path("damaged");
    copy(&first, &damaged);
    change(&damaged.join("internal/snapshot.json"), &[("\"2027-01-15\"", "\"2027-01-14\"")]);
    refused(case, &damaged, "modifiés ou abîmés");
    fs::write(damaged.join("manifest.json"), "{").unwrap();
    refused(case, &damaged, "modifiés ou abîmés");
    let old = path("old");
    copy(&first, &old);
    fs::write(old.join("manifest.json"), "{\"outputs\": {}}").unwrap();
    refused(case, &old, "ne garde pas de quoi comparer");
    let other = path("other");
    copy(case, &other);
    change(&other.join("campaign.toml"), &[("signed_on = 2025-11-13", "signed_on = 2025-11-12")]);
    refused(&other, &first, "autre accord");
    let earlier = path("earlier");
    copy(case, &earlier);
    change(&earlier.join("campaign.toml"), &[("reference_date = 2027-01-15", "reference_date = 2027-01-10")]);
    refused(&earlier, &first, "plus récent que cette campagne");
}
