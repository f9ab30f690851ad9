//! What leaves the office: no name, no address, no telephone number, no small group of people, in any file of a run
//! outside `internal`; and all of it inside.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use bilan::cli::Status;
use bilan::model::schema::COLUMNS;
use bilan::model::{Field, Lang, Sheet};
use bilan::reference::Reference;
use calamine::{Data, Reader, Xlsx};

use crate::paper::{Kid, Paper, Tag};
use crate::program::{arg, bilan, files, parts};

/// The names, addresses and numbers of the small campaign: each stands in a private column and in other cells.
const SECRETS: [&str; 8] = [
    "Benjelloun",
    "Zerhouni",
    "Kerguelen",
    "بنجلون",
    "tisserand@",
    "0661 23 45 67",
    "+212 5 28 86 00 11",
    "661 99 88 77",
];

const ACTIVITIES: &str = "\
Référence;Intitulé de l'activité;Description;Thème;Statut;Préfecture ou province;Département français;Date de début;\
Devise;Budget total;Nombre de bénéficiaires;Dont femmes;Dont jeunes;Commentaires;Chargé de mission;Adresse courriel;\
Contact téléphonique;Partenaires
T-1;Appui de M. Benjelloun aux sages-femmes;Écrire à m.tisserand@tiznit.example ou au 0661 23 45 67;Santé;En cours;Tiznit;\
Savoie;2026-01-10;MAD;120000;3;2;1;Vu avec Amina Zerhouni;Hassan Benjelloun;h.benjelloun@tiznit.example;661998877;
T-2;Formation des artisanes;Rappeler le 661 99 88 77 (Kerguelen);Formation;En cours;Tiznit;Hérault;2026-02-10;MAD;\
340 000;250;247;40;;Hassan Benjelloun;;;Association de Yves Kerguelen
T-3;Bibliothèque, لقاء مع كريم بنجلون;Budget de 1 200 000 MAD le 12-05-2026;Éducation;En cours;Tiznit;Hérault;2026-03-10;\
MAD;0661 23 45 67;1200;600;300;joint au +212 5 28 86 00 11;كريم بنجلون;;;
T-4;Adduction d'eau;;Environnement;demander à Amina Zerhouni;Tiznit;Hérault;2026-03-10;MAD;5000;70;30;20;;;;;
T-5;Piste rurale;;Santé;En cours;Tiznit;Isère;2026-03-10;MAD;5000;3 ou 4;9;;;;;;
T-6;Maison de santé;;Santé;En cours;Tiznit;Isère;2026-03-10;MAD;5000;480;200;90;;;;;
";

const RATINGS: &str = "\
Identifiant de l'activité;Critère;Appréciation;Éléments de preuve;Apprécié par
T-1;Pertinence;élevée;Note de Kerguelen, joint au +212 5 28 86 00 11;Yves Kerguelen
";

const EXCHANGES: &str = "\
Date;Sens;Thème;Territoires;Participants;Femmes;Objet
2026-04-01;maroc-france;Santé;Tiznit;4;2;Visite conduite par Zerhouni Amina
2026-05-01;maroc-france;Santé;Tiznit;30;12;Séminaire
";

const IDENTIFICATION: &str = "\
Territoire;Tiznit
Contact;Mme Amina Zerhouni, directrice de la coopération (05 28 86 00 11)
";

/// Gives every text of a file, without blanks and in small letters, so that a line break hides nothing.
fn texts(name: &str, bytes: &[u8]) -> String {
    let text = if name.ends_with(".xlsx") || name.ends_with(".docx") {
        parts(bytes).into_iter().map(|(name, text)| name + &text).collect()
    } else if name.ends_with(".pdf") {
        paper(bytes)
    } else {
        String::from_utf8_lossy(bytes).into_owned()
    };
    squeezed(&format!("{name}{text}"))
}

fn paper(bytes: &[u8]) -> String {
    fn gather(tag: &Tag, text: &mut String) {
        text.push_str(tag.alt.as_deref().unwrap_or_default());
        for kid in &tag.kids {
            if let Kid::Tag(tag) = kid {
                gather(tag, text);
            }
        }
    }
    let paper = Paper::read(bytes);
    let mut text = paper.title.clone();
    text.push_str(&paper.root.heard());
    text.push_str(&paper.root.text());
    gather(&paper.root, &mut text);
    paper.pages.iter().flat_map(|page| &page.runs).for_each(|run| text.push_str(&run.text));
    text
}

fn squeezed(text: &str) -> String {
    let unseen =
        |letter: char| letter.is_whitespace() || ('\u{2060}'..='\u{2069}').contains(&letter) || letter == '\u{200B}';
    text.chars().filter(|letter| !unseen(*letter)).flat_map(char::to_lowercase).collect()
}

/// Gives the secrets that a file holds.
fn held<'s>(text: &str, secrets: impl IntoIterator<Item = &'s str>) -> Vec<&'s str> {
    secrets.into_iter().filter(|secret| text.contains(&squeezed(secret))).collect()
}

/// Gives the numbers from 1 to 4 in the columns of a workbook that count people.
fn small_groups(bytes: &[u8], reference: &Reference, lang: Lang) -> Vec<String> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let heads: BTreeSet<&str> = COLUMNS
        .iter()
        .filter(|column| column.people && column.sheet != Sheet::Indicators)
        .map(|column| reference.heading(column.sheet, column.field, lang))
        .collect();
    let mut found = Vec::new();
    for (sheet, range) in book.worksheets() {
        let mut columns = BTreeSet::new();
        for row in range.rows() {
            for (at, cell) in row.iter().enumerate() {
                match cell {
                    Data::String(text) if heads.contains(text.as_str()) => {
                        columns.insert(at);
                    }
                    Data::Float(number) if columns.contains(&at) && *number > 0.0 && *number < 5.0 => {
                        found.push(format!("{sheet}: {number} in {row:?}"));
                    }
                    _ => {}
                }
            }
        }
    }
    found
}

/// Gives the lines of `figures.csv` that count people and hold a number from 1 to 4.
fn small_figures(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let people = ["X4-total", "X4-women", "X4-men", "X4-sex-unknown", "X4-youth", "X4-planned", "X6-participants"];
    let share = |code: &str| ["X4-women-share", "X6-women-share"].contains(&code);
    let small = |line: &&str| {
        let cells: Vec<&str> = line.split(',').collect();
        let number: f64 = cells[5].parse().unwrap_or_default();
        (people.contains(&cells[2]) || share(cells[2])) && number > 0.0 && number < 5.0
    };
    text.lines().skip(1).filter(small).map(str::to_owned).collect()
}

fn out_of_office(name: &str) -> bool {
    !name.starts_with("internal/")
}

/// Runs a small campaign in which everything that must not leave is planted, and gives its files.
fn planted(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let campaign = folder.join("campaign");
    bilan(&["new", arg(&campaign)]);
    for (sheet, text) in [
        ("activites", ACTIVITIES),
        ("appreciations", RATINGS),
        ("echanges", EXCHANGES),
        ("identification", IDENTIFICATION),
    ] {
        fs::write(campaign.join(format!("returns/Tiznit retour - Mr Benjelloun--{sheet}.csv")), text).unwrap();
    }
    let out = folder.join("out");
    let only = ["--only", "consolidated", "MA-TIZ", "FR-34", "FR-73", "health"];
    let command = ["run", arg(&campaign), "--out", arg(&out), "--languages", "fr,ar"];
    let ran = bilan(&[&command[..], &only[..]].concat());
    assert_eq!(ran.status, Status::Findings, "{}{}", ran.out, ran.err);
    files(&out)
}

#[test]
fn nothing_personal_and_no_small_group_leaves_the_office() {
    let folder = tempfile::tempdir().unwrap();
    let made = planted(folder.path());
    let reference = Reference::built_in().unwrap();
    let mut inside = BTreeSet::new();
    for (name, bytes) in &made {
        let text = texts(name, bytes);
        let found = held(&text, SECRETS);
        if out_of_office(name) {
            assert_eq!(found, Vec::<&str>::new(), "{name}");
            if name.ends_with(".xlsx") {
                let lang = if name.ends_with("ar.xlsx") { Lang::Ar } else { Lang::Fr };
                assert_eq!(small_groups(bytes, &reference, lang), Vec::<String>::new(), "{name}");
            }
        } else {
            inside.extend(found);
        }
    }
    // The same search finds them where they may stand, so that it can fail.
    assert_eq!(inside, SECRETS.into_iter().collect());
    let bytes = |path: &str| &made.iter().find(|file| file.0 == path).unwrap_or_else(|| panic!("{path}")).1;
    assert!(!small_groups(bytes("internal/consolidated-fr.xlsx"), &reference, Lang::Fr).is_empty());
    assert_eq!(small_figures(bytes("data/figures.csv")), Vec::<String>::new());
    assert!(!small_figures(bytes("internal/figures.csv")).is_empty());
    // What looks like a number to call and is none stays.
    let told = texts("consolidated-fr.xlsx", bytes("consolidated-fr.xlsx"));
    assert!(told.contains("1200000mad") && told.contains("12-05-2026") && told.contains("[…]"));
}

#[test]
fn pages_say_what_is_left_out_and_what_stays_in_the_office() {
    let folder = tempfile::tempdir().unwrap();
    let made = planted(folder.path());
    let text = |path: &str| texts(path, &made.iter().find(|file| file.0 == path).unwrap().1);
    for (public, internal, few, mark) in [
        ("consolidated-fr.pdf", "internal/consolidated-fr.pdf", "moins de 5", "Interne Provisoire"),
        ("consolidated-ar.pdf", "internal/consolidated-ar.pdf", "أقل من 5", "داخلي نسخة مؤقتة"),
    ] {
        let [few, mark] = [few, mark].map(squeezed);
        assert!(text(public).contains(&few), "{public}");
        assert!(!text(public).contains(&mark) && text(internal).contains(&mark), "{internal}");
    }
    let public = text("consolidated-fr.pdf");
    assert!(public.contains(&squeezed("Mentions retirées")) && public.contains(&squeezed("Valeurs masquées")));
    assert!(text("internal/consolidated-fr.pdf").contains(&squeezed("Ce document ne sort pas du bureau")));
}

#[test]
fn private_columns_are_printed_in_the_office_alone_and_only_where_the_campaign_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let made = planted(folder.path());
    let head = |files: &[(String, Vec<u8>)], path: &str| {
        let book = &files.iter().find(|file| file.0 == path).unwrap().1;
        let heading =
            Reference::built_in().unwrap().heading(Sheet::Activities, Field::ContactEmail, Lang::Fr).to_owned();
        texts(path, book).contains(&squeezed(&heading))
    };
    assert!(!head(&made, "internal/consolidated-fr.xlsx"));
    let campaign = folder.path().join("campaign");
    let file = campaign.join("campaign.toml");
    let text = fs::read_to_string(&file).unwrap();
    let asked = text.lines().map(|line| {
        if line.trim_start_matches(['#', ' ']).starts_with("print_private") { "print_private = true" } else { line }
    });
    fs::write(&file, asked.collect::<Vec<_>>().join("\n")).unwrap();
    let out = folder.path().join("printed");
    bilan(&["run", arg(&campaign), "--out", arg(&out), "--languages", "fr", "--only", "consolidated"]);
    let made = files(&out);
    assert!(!head(&made, "consolidated-fr.xlsx") && head(&made, "internal/consolidated-fr.xlsx"));
    for (name, bytes) in made.iter().filter(|file| out_of_office(&file.0)) {
        assert_eq!(held(&texts(name, bytes), SECRETS), Vec::<&str>::new(), "{name}");
    }
}
