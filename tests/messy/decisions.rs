//! What people decided, in `decisions.csv`.

use std::fs;

use bilan::cli::Status;

use super::Case;
use super::make::{csv, xlsx};
use crate::program::{arg, bilan};

/// The headings of a plain csv of activities.
const HEAD: &str = "Identifiant;Intitulé;Thématique;Collectivité marocaine;Date de début;Statut;Monnaie;Budget total";

/// The headings of a table of decisions.
const DECISIONS: &str = "Nature;Liste;Trouvé;Autre identifiant;Fichier;Feuille;Cellule;Autre fichier;Suggestions;Décision;Auteur;Date;Remarque";

/// Makes a table of decisions of some rows.
pub fn decisions(rows: &str) -> (&'static str, Vec<u8>) {
    ("decisions.csv", csv(&format!("\u{FEFF}{DECISIONS}\n{rows}")))
}

/// One case a way of deciding, and of deciding wrongly.
pub const CASES: &[Case] = &[
    Case {
        name: "alias-decided-once",
        files: || {
            let rows = format!(
                "{HEAD}\nA-1;Eau;Santé;Tizzznit;2026-01-15;En cours;MAD;1000\nA-2;École;Éducation;\"tizzznit ; Tata\";2026-02-15;En cours;MAD;2000"
            );
            vec![
                ("returns/tiznit--activites.csv", csv(&rows)),
                decisions("Alias;Territoires;Tizzznit;;;;;;;MA-TIZ;A. Idrissi;2027-01-10;vu avec le conseil\n"),
            ]
        },
    },
    Case {
        name: "alias-in-its-own-list-only",
        files: || {
            let rows = format!("{HEAD}\nA-1;Hydraulique;Hydraulique;Hydraulique;2026-01-15;En cours;MAD;1000");
            vec![
                ("returns/tiznit--activites.csv", csv(&rows)),
                decisions("Alias;Thématiques;hydraulique;;;;;;;Santé;A. Idrissi;10/01/2027;\n"),
            ]
        },
    },
    Case {
        name: "alias-proposed-and-not-decided",
        files: || {
            let rows = format!("{HEAD}\nA-1;Eau;Santé;Tizzznit;2026-01-15;En cours;MAD;1000");
            vec![
                ("returns/tiznit--activites.csv", csv(&rows)),
                decisions("Alias;Territoires;Tizzznit;;;;;;Tiznit (MA-TIZ);;;;1 fois\n"),
            ]
        },
    },
    Case {
        name: "correction-of-a-cell",
        files: || {
            let rows = "Identifiant|Intitulé|Thématique|Collectivité marocaine|Statut|Monnaie|Budget total|Bénéficiaires\n\
                        A-1|Eau|Santé|Tiznit|En cours|MAD|1000|env. 200\n\
                        A-2|École|Éducation|Tiznit|En cours||2000|50";
            vec![
                ("returns/maroc/tiznit.xlsx", xlsx(&[("Activités", rows)])),
                decisions(
                    "Correction;;Env 200;;maroc/tiznit.xlsx;activités;H2;;;210;A. Idrissi;2027-01-10;appel du 9 janvier\n\
                     Correction;;;;maroc/tiznit.xlsx;Activités;F3;;;MAD;A. Idrissi;2027-01-10;\n",
                ),
            ]
        },
    },
    Case {
        name: "correction-of-a-cell-that-changed",
        files: || {
            let rows = format!("{HEAD}\nA-1;Eau;Santé;Tiznit;2026-01-15;En cours;MAD;1500");
            vec![
                ("returns/tiznit--activites.csv", csv(&rows)),
                decisions("Correction;;1 000;;tiznit--activites.csv;;H2;;;1 200;A. Idrissi;2027-01-10;\n"),
            ]
        },
    },
    Case {
        name: "decision-that-meets-nothing",
        files: || {
            let rows = format!("{HEAD}\nA-1;Eau;Santé;Tiznit;2026-01-15;En cours;MAD;1500");
            vec![
                ("returns/tiznit--activites.csv", csv(&rows)),
                decisions(
                    "Alias;Territoires;Tizzznit;;;;;;;Tiznit;A. Idrissi;2027-01-10;\n\
                     Fusion;;A-1;B-9;;;;;;oui;A. Idrissi;2027-01-10;\n\
                     Correction;;x;;autre.xlsx;Activités;H7;;;y;A. Idrissi;2027-01-10;\n",
                ),
            ]
        },
    },
    Case {
        name: "decision-that-is-wrong",
        files: || {
            let rows = format!("{HEAD}\nA-1;Eau;Santé;Tizzznit;2026-01-15;En cours;MAD;1500");
            vec![
                ("returns/tiznit--activites.csv", csv(&rows)),
                decisions(
                    "Surnom;;x;;;;;;;y;A. Idrissi;2027-01-10;\n\
                     Alias;Territoires;Tizzznit;;;;;;;Tiznit;;2027-01-10;\n\
                     Alias;Territoires;Atlas;;;;;;;Tiznit;A. Idrissi;2027-01-10;\n\
                     Alias;Territoires;atlas;;;;;;;Tata;B. Martin;2027-01-11;\n\
                     Alias;Territoires;Anti-Atlas;;;;;;;Tata;B. Martin;2072-01-11;\n",
                ),
            ]
        },
    },
];

#[test]
fn names_are_decided_once() {
    let folder = tempfile::tempdir().unwrap();
    let campaign = arg(folder.path());
    fs::create_dir(folder.path().join("returns")).unwrap();
    fs::copy("tests/cases/messy/campaign.toml", folder.path().join("campaign.toml")).unwrap();
    let row = "A-1;Eau;Santé;Tizzznit;2026-01-15;En cours;MAD;1000\nA-2;Eau;Santé;Xyz;2026-01-15;En cours;MAD;1000";
    fs::write(folder.path().join("returns/tiznit--activites.csv"), format!("{HEAD}\n{row}")).unwrap();
    let file = folder.path().join("decisions.csv");
    #[track_caller]
    fn check(arguments: &[&str], status: Status, said: &str) {
        let ran = bilan(arguments);
        assert_eq!(ran.status, status, "{}{}", ran.out, ran.err);
        assert!(ran.out.contains(said) || ran.err.contains(said), "{}{}", ran.out, ran.err);
    }
    check(&["aliases", campaign], Status::Findings, "2 nouvelles propositions");
    let first = fs::read_to_string(&file).unwrap();
    assert!(first.starts_with("\u{FEFF}Nature;Liste;"), "{first}");
    assert!(first.contains("Alias;Territoires;Tizzznit;;;;;;Tiznit (MA-TIZ);;;;1 fois"), "{first}");
    check(&["aliases", campaign, "--lang", "en"], Status::Findings, "no new proposal");
    assert_eq!(fs::read_to_string(&file).unwrap(), first, "a second run writes nothing");
    check(&["aliases", campaign, "--accept", "9", "--by", "A. Idrissi"], Status::Failed, "ligne 9");
    check(&["aliases", campaign, "--accept", "3", "--by", "A. Idrissi"], Status::Failed, "pas de suggestion");
    check(&["aliases", campaign, "--accept", "all"], Status::Failed, "--by");
    check(&["aliases", campaign, "--accept", "all", "--by", "A. Idrissi"], Status::Findings, "1 acceptée");
    let decided = fs::read_to_string(&file).unwrap();
    assert!(decided.contains(";Tiznit (MA-TIZ);Tiznit (MA-TIZ);A. Idrissi;2027-02-01;1 fois"), "{decided}");
    let out = folder.path().join("findings");
    check(&["check", campaign, "--out", arg(&out)], Status::Findings, "« Tizzznit » est lu");
    let by_hand = decided.replace("Xyz;;;;;;;;;;", "Xyz;;;;;;;MA-TAT;B. Martin;15/01/2027;");
    fs::write(&file, by_hand).unwrap();
    check(&["aliases", campaign], Status::Clean, "Rien n’attend");
    check(&["check", campaign, "--out", arg(&out)], Status::Clean, "B. Martin");
    fs::write(&file, "un;deux\n").unwrap();
    check(&["aliases", campaign], Status::Failed, "decisions.csv");
}
