//! A look of one's own: files of a campaign that take the place of the built-in templates, and what is wrong with them.

use std::fs;
use std::path::Path;

use bilan::assets;
use bilan::campaign::Campaign;
use bilan::cli::Status;

use crate::program::{Ran, arg, bilan, files, parts};

/// Makes a campaign of two councils with templates of its own.
fn campaign(folder: &Path, own: &[(&str, &[u8])]) {
    for (name, bytes) in files(Path::new("tests/cases/two-councils/in")) {
        write(&folder.join(name), &bytes);
    }
    for (path, bytes) in own {
        write(&folder.join("templates").join(path), bytes);
    }
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Runs a campaign with templates of its own and gives what was said and written.
fn run(own: &[(&str, &[u8])]) -> (Ran, Vec<(String, Vec<u8>)>) {
    let folder = tempfile::tempdir().unwrap();
    let (inputs, out) = (folder.path().join("in"), folder.path().join("out"));
    campaign(&inputs, own);
    let ran = bilan(&["run", arg(&inputs), "--out", arg(&out), "--languages", "fr", "--only", "consolidated"]);
    let made = if out.exists() { files(&out) } else { Vec::new() };
    (ran, made)
}

#[track_caller]
fn file<'f>(files: &'f [(String, Vec<u8>)], name: &str) -> &'f [u8] {
    &files.iter().find(|file| file.0 == name).unwrap_or_else(|| panic!("no {name}")).1
}

fn text(files: &[(String, Vec<u8>)], name: &str) -> String {
    String::from_utf8_lossy(file(files, name)).into_owned()
}

#[test]
fn words_colours_page_and_fonts_are_the_campaigns_own() {
    let built_in = |path: &str| String::from_utf8_lossy(assets::template(path).unwrap()).into_owned();
    let look = built_in("look.typ").replace("#0C4A5F", "#5F0C1A");
    let style = built_in("index/style.css").replace("#0C4A5F", "#5F0C1A");
    let words = "# Les mots de l’office.\nreport-title = Bilan de l’année\nindex-documents = Nos documents\nworkbook-title = Notre classeur\n";
    let font = assets::template("fonts/Amiri_700Bold.ttf").unwrap();
    let (plain, before) = run(&[]);
    let (ran, after) = run(&[
        ("look.typ", look.as_bytes()),
        ("index/style.css", style.as_bytes()),
        ("messages/fr/mots.ftl", words.as_bytes()),
        ("fonts/maison.ttf", font),
        ("fonts/.DS_Store", b"left by a system"),
    ]);
    assert_eq!((ran.status, ran.err.as_str()), (plain.status, ""), "{}", ran.out);
    let page = text(&after, "index.html");
    for piece in ["Bilan de l’année", "Nos documents", "#5F0C1A"] {
        assert!(page.contains(piece), "{piece}");
        assert!(!text(&before, "index.html").contains(piece), "{piece}");
    }
    let words =
        parts(file(&after, "consolidated-fr.xlsx")).into_iter().any(|(_, text)| text.contains("Notre classeur"));
    assert!(words, "a workbook has the campaign's words too");
    assert_ne!(file(&before, "consolidated-fr.pdf"), file(&after, "consolidated-fr.pdf"));
    let manifest = text(&after, "manifest.json");
    for path in [
        "templates/look.typ",
        "templates/index/style.css",
        "templates/messages/fr/mots.ftl",
        "templates/fonts/maison.ttf",
    ] {
        assert!(manifest.contains(path), "{path} is not in the manifest");
    }
    assert!(!manifest.contains("DS_Store"));
}

#[test]
fn a_mistake_names_file_line_and_nearest_name() {
    #[track_caller]
    fn check(path: &str, text: &str, words: &[&str]) {
        let (ran, made) = run(&[(path, text.as_bytes())]);
        assert_eq!(ran.status, Status::Failed, "{path}: {}", ran.out);
        assert!(made.is_empty(), "{path}: something was written");
        for word in words {
            assert!(ran.err.contains(word), "{path}: no {word} in {}", ran.err);
        }
    }
    check("loook.typ", "", &["templates/loook.typ", "look.typ"]);
    check("messages/de/report.ftl", "", &["templates/messages/de/report.ftl", "report.ftl"]);
    check("dossiers/jiont.fr.md.hbs", "", &["dossiers/joint.fr.md.hbs"]);
    check("index/styles.css", "", &["index/style.css"]);
    check("messages/fr/a.ftl", "# x\n\nreport-titel = x", &["messages/fr/a.ftl:3", "report-titel", "report-title"]);
    check("messages/fr/a.ftl", "report-title = x\nnonsense\n", &["messages/fr/a.ftl:2", "nonsense"]);
    check("messages/fr/a.ftl", "report-title = { $x }", &["messages/fr/a.ftl:1", "$x", "aucune"]);
    check("messages/fr/a.ftl", "cover-returns-of = { $returned } reçus", &["messages/fr/a.ftl:1", "$expected"]);
    check("messages/fr/a.ftl", "report-title = { report-final }", &["messages/fr/a.ftl:1", "report-final"]);
    check("messages/fr/a.ftl", "report-title = { $n ->\n [one] x\n }", &["messages/fr/a.ftl:"]);
    check("look.typ", "#let ink = rgb(\"#17212B\")\n#let muted = colour\n", &["look.typ:2:14", "colour"]);
    check(
        "index/page.html.hbs",
        "<p>\n{{#each pages}}{{titel}}{{/each}}",
        &["templates/index/page.html.hbs:2:", "titel", "title"],
    );
    check("fonts/own.ttf", "no font", &["templates/fonts/own.ttf"]);
    let look =
        String::from_utf8_lossy(assets::template("look.typ").unwrap()).replace("\"IBM Plex Sans\",", "\"Marianne\",");
    check("look.typ", &look, &["look.typ:", "marianne"]);
}

#[test]
fn a_message_may_keep_its_attributes_and_choose_plurals() {
    let folder = tempfile::tempdir().unwrap();
    let own = "finding-v302 =\n    .remedy = téléphonez au conseil\nindex-missing-errors = { $count } erreurs";
    campaign(folder.path(), &[("messages/fr/a.ftl", own.as_bytes())]);
    let campaign = Campaign::load(folder.path(), None, jiff::civil::date(2027, 2, 1)).unwrap();
    let locale = bilan::locale::Locale::plain(bilan::model::Lang::Fr, &campaign.reference);
    assert_eq!(locale.text("finding-v302.remedy"), "téléphonez au conseil");
    assert!(locale.text("finding-v302.expected").len() > 10 && locale.has("finding-v302"));
    let english = bilan::locale::Locale::plain(bilan::model::Lang::En, &campaign.reference);
    assert_ne!(english.text("finding-v302.remedy"), "téléphonez au conseil");
}

#[test]
fn a_dossier_takes_the_campaigns_text() {
    let folder = tempfile::tempdir().unwrap();
    let inputs = folder.path().join("in");
    for (name, bytes) in files(Path::new("inputs")) {
        write(&inputs.join(name), &bytes);
    }
    let template = inputs.join("templates/dossiers/joint.fr.md.hbs");
    let dossier = || bilan(&["dossier", "OUA-F04", "--in", arg(&inputs), "--out", arg(&folder.path().join("out"))]);
    write(&template, "# Notre projet\n\n{{activity.title}}\n".as_bytes());
    let ran = dossier();
    assert_eq!(ran.status, Status::Clean, "{}", ran.err);
    let word = fs::read(folder.path().join("out/dossier-OUA-F04-EX-JOINT-2027-fr.docx")).unwrap();
    assert!(parts(&word).iter().any(|(_, text)| text.contains("Notre projet")));
    write(&template, "# Notre projet\n\n{{activity.titel}}\n".as_bytes());
    let ran = dossier();
    assert_eq!(ran.status, Status::Failed);
    assert!(ran.err.contains("joint.fr.md.hbs:3:") && ran.err.contains("activity.title"), "{}", ran.err);
}

#[test]
fn the_templates_come_out_and_go_back_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("built-in");
    let ran = bilan(&["templates", "--to", arg(&to), "--lang", "en"]);
    assert_eq!(ran.status, Status::Clean, "{}", ran.err);
    let copied = files(&to);
    for path in ["look.typ", "index/page.html.hbs", "dossiers/joint.fr.md.hbs", "messages/ar/report.ftl"] {
        assert!(copied.iter().any(|file| file.0 == path), "{path}");
    }
    let refused = bilan(&["templates", "--to", arg(&to), "--lang", "en"]);
    assert_eq!(refused.status, Status::Failed, "a folder with files is never written over");

    let own: Vec<(&str, &[u8])> = copied.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    let ((plain, before), (ran, after)) = (run(&[]), run(&own));
    assert_eq!((ran.status, ran.err.as_str()), (plain.status, ""), "{}", ran.out);
    let figures = "data/figures.csv";
    assert_eq!(file(&before, figures), file(&after, figures));
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|file| file.0.clone()).collect::<Vec<_>>();
    assert_eq!(names(&before), names(&after));
}
