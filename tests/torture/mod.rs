//! Campaigns that nobody would send, and somebody will: endless titles, three hundred activities of one council and one of
//! another, a hundred pairs, amounts of twelve digits, negative, zero and absent, markup, other scripts, nothing at all.
//! Whatever comes, the run ends, every text is on the pages, within them, in its column, and under its head.

use std::fs;
use std::path::Path;

use bilan::cli::Status;
use bilan::reference::Reference;

use crate::paper::{Owner, Paper, Run, Tag};
use crate::program::{arg, bilan, files};
use crate::reading::check_table;

/// What a council may call an activity.
const TITLES: [&str; 12] = [
    "#import \"x\": * — *gras* _souligné_ `code` $x^2$ @renvoi <étiquette> \\ // /* = titre",
    "=1+1; SOMME(A1:A9) & «guillemets» <b>balise</b> &amp; {{accolades}} %s %n",
    "+33 'apostrophe' \"double\" |barre| ~tilde~ ^chapeau^ [crochets](lien) ![image](x)",
    "مشروع جماعي لتأهيل المسالك القروية وتزويد الدواوير الجبلية بالماء الصالح للشرب والكهرباء بشراكة مع المجالس الفرنسية",
    "Mixte: مركز التكوين (Centre de formation) رقم 12 — phase 2/3, القطب “Atlas-Isère”, 2026–2027",
    "🏗️ Chantier 👩‍🏫 école 日本語 Ελληνικά Кириллица ⵜⴰⵎⴰⵣⵉⵖⵜ ½ № ™",
    "Anticonstitutionnellementanticonstitutionnellementanticonstitutionnellementanticonstitu",
    "INTITULÉ ENTIÈREMENT EN CAPITALES AVEC DES ACCENTS : ÉCOLE PRIMAIRE, CŒUR DE VILLE, ÇA ET LÀ",
    "ت",
    "https://exemple.org/un/chemin/qui/ne/finit/pas/avec-des-tirets_et_des_soulignes/et/encore/plus?a=1&b=2#ancre",
    "Mots\u{a0}liés\u{a0}par\u{a0}des\u{a0}espaces\u{a0}insécables\u{a0}qui\u{a0}ne\u{a0}se\u{a0}coupent\u{a0}nulle\u{a0}part\u{a0}du\u{a0}tout",
    "Un titre de plus de trois cents caractères, comme les conventions en portent parfois : accompagnement de la mise en \
     œuvre du programme pluriannuel de renforcement des capacités des élus et des agents des collectivités territoriales \
     en matière de planification, de gestion des déchets, d’eau potable, d’éducation et de santé, phase de consolidation",
];

/// What may stand where an amount is asked for.
const AMOUNTS: [&str; 8] = ["999 999 999 999", "-125 000,55", "0", "", "n/a", "123456789012,49", "1", "néant"];
const STATUSES: [&str; 6] = ["En cours", "Clôturée", "Planifiée", "Suspendue", "", "Annulée"];

/// Makes a campaign from that of the example, without returns; `change` has the last word on its file.
fn campaign(folder: &Path, change: impl Fn(String) -> String) {
    fs::create_dir_all(folder.join("returns")).unwrap();
    let file = fs::read_to_string("inputs/campaign.toml").unwrap();
    let (head, rest) = file.split_once("[received]").unwrap();
    let rest = &rest[rest.find("[[rate]]").unwrap()..];
    fs::write(folder.join("campaign.toml"), change(format!("{head}{rest}"))).unwrap();
}

fn rows(path: &Path, head: &str, rows: impl Iterator<Item = Vec<String>>) {
    let mut table = csv::WriterBuilder::new().delimiter(b';').from_path(path).unwrap();
    table.write_record(head.split(';')).unwrap();
    rows.for_each(|row| table.write_record(row).unwrap());
    table.flush().unwrap();
}

const HEAD: &str = "Réf.;Titre;Thème;Statut;Devise;Budget total;Montant décaissé;Bénéficiaires;Territoire marocain;Territoire français;Début;Fin";

/// Gives the row of an activity: the number decides on everything in it.
fn activity(at: usize, id: &str, reference: &Reference, moroccan: &str, french: &str) -> Vec<String> {
    let theme = &reference.themes[at % reference.themes.len()].code;
    let title =
        if at < TITLES.len() { TITLES[at].to_owned() } else { format!("Action no {at} – {}", TITLES[at % 3]) };
    let amount = |shift: usize| AMOUNTS[(at + shift) % AMOUNTS.len()].to_owned();
    vec![
        id.to_owned(),
        title,
        theme.to_string(),
        // A row without a status is in error and counts nowhere: none of the titles looked for.
        STATUSES[if at < TITLES.len() { at % 4 } else { at % STATUSES.len() }].to_owned(),
        if at.is_multiple_of(2) { "MAD" } else { "EUR" }.to_owned(),
        amount(0),
        amount(3),
        ["1200", "", "0", "999999", "-4"][at % 5].to_owned(),
        moroccan.to_owned(),
        french.to_owned(),
        "01/12/2025".to_owned(),
        if at.is_multiple_of(3) { "31/10/2026" } else { "" }.to_owned(),
    ]
}

/// Letters, digits and marks that a keyboard has: the rest may be shown otherwise where no font holds it.
fn bare(text: &str) -> String {
    let dropped = |c: char| {
        c.is_whitespace()
            || !c.is_ascii() && !('\u{c0}'..'\u{180}').contains(&c) && !('\u{620}'..'\u{64b}').contains(&c)
    };
    text.chars().filter(|c| !dropped(*c)).collect()
}

/// Says whether a text has every letter of another, as often.
fn holds(text: &str, other: &str) -> bool {
    let mut left: Vec<char> = text.chars().collect();
    other.chars().all(|c| left.iter().position(|has| *has == c).map(|at| left.swap_remove(at)).is_some())
}

/// Runs a campaign in all languages and looks at every page of it.
#[track_caller]
fn check(campaign: &Path, only: &[&str], titles: &[&str]) {
    let out = campaign.join("out");
    let mut command = vec!["run", arg(campaign), "--out", arg(&out)];
    if !only.is_empty() {
        command.push("--only");
        command.extend(only);
    }
    let ran = bilan(&command);
    assert!(matches!(ran.status, Status::Clean | Status::Findings), "{}{}", ran.out, ran.err);
    for (name, bytes) in files(&out).iter().filter(|(name, _)| name.ends_with(".pdf")) {
        let paper = Paper::read(bytes);
        pages(name, &paper);
        for table in paper.all("Table") {
            check_table(name, &paper.lang, table);
            heads_repeat(name, &paper, table);
        }
        let text = bare(&paper.text());
        for title in titles.iter().filter(|_| name.starts_with("consolidated")) {
            // Where a line holds both scripts, an eye can't tell in which it began: all letters are in one cell then.
            let cell = |tag: &&Tag| holds(&bare(&tag.text()), &bare(title));
            assert!(text.contains(&bare(title)) || paper.all("TD").iter().any(cell), "{name} lost `{title}`");
        }
    }
}

/// No text leaves the page, and none but on the cover its margins of 20 millimetres.
fn pages(name: &str, paper: &Paper) {
    for (at, page) in paper.pages.iter().enumerate() {
        let margin = if at == 0 { 0.0 } else { 55.5 };
        for run in page.runs.iter().filter(|run| !run.text.trim().is_empty()) {
            let inside = run.left >= margin
                && run.right <= page.width - margin
                && run.base > 10.0
                && run.base < page.height - 10.0;
            assert!(inside, "{name} page {}: `{}` from {} to {}", at + 1, run.text, run.left, run.right);
        }
    }
}

/// Each page on which a table goes on shows its head again.
fn heads_repeat(name: &str, paper: &Paper, table: &Tag) {
    let of = |tag: &Tag| -> Vec<(usize, Run)> {
        tag.runs()
            .into_iter()
            .filter(|(_, run)| !run.text.trim().is_empty())
            .map(|(at, run)| (at, run.clone()))
            .collect()
    };
    let head: Vec<(usize, Run)> = table.all("THead").into_iter().flat_map(of).collect();
    let first = head.first().map_or(0, |(at, _)| *at);
    let mut pages: Vec<usize> = table.all("TBody").into_iter().flat_map(of).map(|(at, _)| at).collect();
    pages.dedup();
    for at in pages.into_iter().filter(|at| *at != first) {
        for (_, run) in &head {
            let again = |other: &Run| other.owner == Owner::Artifact && other.text == run.text;
            assert!(
                paper.pages[at].runs.iter().any(again),
                "{name} page {}: the head `{}` is missing",
                at + 1,
                run.text
            );
        }
    }
}

#[test]
fn a_crowd_of_activities_and_every_odd_text_stand_on_their_pages() {
    let folder = tempfile::tempdir().unwrap();
    let reference = Reference::built_in().unwrap();
    campaign(folder.path(), |file| file);
    let of = |country: &str| -> Vec<String> {
        let of = reference.territories.iter().filter(|t| &*t.country == country);
        of.map(|t| t.code.to_string()).collect()
    };
    let (moroccan, french) = (of("MA"), of("FR"));
    let returns = folder.path().join("returns");
    // Three hundred activities of one council, a hundred of them each with another partner; one of another council.
    let crowd = (0..300).map(|at| {
        let partner = if at < 100 { &french[at % french.len()] } else { "" };
        activity(at, &format!("HAO-{at}"), &reference, "MA-HAO", partner)
    });
    rows(&returns.join("MA-HAO--activites.csv"), HEAD, crowd);
    let alone = (7..8).map(|at| activity(at, "TAZ-1", &reference, "MA-TAZ", &french[3]));
    rows(&returns.join("MA-TAZ--activites.csv"), HEAD, alone);
    let pairs = (0..100)
        .map(|at| activity(at + 20, &format!("FR38-{at}"), &reference, &moroccan[at % moroccan.len()], "FR-38"));
    rows(&returns.join("FR-38--activites.csv"), HEAD, pairs);
    check(folder.path(), &["consolidated", "MA-HAO", "MA-TAZ", "FR-38", "health"], &TITLES);
}

#[test]
fn a_single_activity_without_rates_or_indicators_has_its_report() {
    let folder = tempfile::tempdir().unwrap();
    campaign(folder.path(), |file| {
        let (head, rest) = file.split_once("[[rate]]").unwrap();
        format!("{head}{}", &rest[rest.find("[stage_probability]").unwrap()..])
    });
    let one = [["A-1", TITLES[11], "health", "En cours", "MAD", "999 999 999 999", "", "", "MA-HAO", "", "", ""]];
    let one = one.into_iter().map(|row| row.map(str::to_owned).into());
    rows(&folder.path().join("returns/MA-HAO--activites.csv"), HEAD, one);
    check(folder.path(), &["consolidated", "MA-HAO"], &[TITLES[11]]);
}

#[test]
fn a_campaign_to_which_nobody_answered_has_its_report() {
    let folder = tempfile::tempdir().unwrap();
    campaign(folder.path(), |file| file);
    check(folder.path(), &["consolidated", "MA-HAO", "education"], &[]);
}
