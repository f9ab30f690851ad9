//! What two partners both send, and what only looks so.

use std::fs;

use bilan::compute;
use bilan::model::{Figure, Figures, Outcome, Scope};
use rust_decimal::Decimal;

use super::Case;
use super::decisions::decisions;
use super::make::csv;

/// The headings of a plain csv of activities.
const HEAD: &str = "Identifiant;Intitulé;Thématique;Collectivité marocaine;Collectivité française;Date de début;Date de fin;Statut;Monnaie;Budget total";

/// Makes the activities of one return.
fn activities(rows: &str) -> Vec<u8> {
    csv(&format!("{HEAD}\n{rows}"))
}

/// One joint activity as both partners see it: at 10.85, 1 085 000 MAD are 100 000 EUR.
const MOROCCAN: &str = "TZ-1;Assainissement de Tiznit;Santé;Tiznit;Isère;2026-01-20;2026-10-31;En cours;MAD;1085000";
const FRENCH: &str =
    "ISE-4;Projet assainissement – Tiznit;Santé;Tiznit;Isère;2026-01-15;2026-10-31;En cours;EUR;100000";

/// One case a way in which one thing comes twice, or two things look like one.
pub const CASES: &[Case] = &[
    Case {
        name: "joint-activity-from-both-partners",
        files: || {
            vec![
                ("returns/tiznit--activites.csv", activities(MOROCCAN)),
                (
                    "returns/tiznit--indicateurs.csv",
                    csv("Identifiant de l'activité;Code indicateur;Valeur atteinte;Période\nTZ-1;T12.1b;40;2026\n"),
                ),
                ("returns/isere--activites.csv", activities(FRENCH)),
                (
                    "returns/isere--indicateurs.csv",
                    csv("Identifiant de l'activité;Code indicateur;Valeur atteinte;Période\nISE-4;T12.1b;40;2026\n"),
                ),
                (
                    "returns/isere--echanges.csv",
                    csv("Date;Sens;Participants;Identifiant de l'activité\n2026-05-04;France vers Maroc;6;ISE-4\n"),
                ),
            ]
        },
    },
    Case {
        name: "joint-activity-in-two-scripts",
        files: || {
            let arabic = "TZ-1;التطهير السائل بتيزنيت;Santé;تيزنيت;إزار;2026-01-20;;En cours;MAD;1085000";
            vec![
                ("returns/tiznit--activites.csv", activities(arabic)),
                ("returns/isere--activites.csv", activities(FRENCH)),
            ]
        },
    },
    Case {
        name: "joint-activity-kept-apart",
        files: || {
            vec![
                ("returns/tiznit--activites.csv", activities(MOROCCAN)),
                ("returns/isere--activites.csv", activities(FRENCH)),
                decisions("Fusion;;TZ-1;ISE-4;;;;;oui;non;A. Idrissi;2027-01-10;\n"),
            ]
        },
    },
    Case {
        name: "joint-activity-decided",
        files: || {
            // The amounts differ, so that only a person can tell.
            let french = FRENCH.replace("100000", "130000");
            vec![
                ("returns/tiznit--activites.csv", activities(MOROCCAN)),
                ("returns/isere--activites.csv", activities(&french)),
                decisions(
                    "Fusion;;TZ-1;ISE-4;tiznit--activites.csv;;;isere--activites.csv;;ISE-4;A. Idrissi;2027-01-10;\n",
                ),
            ]
        },
    },
    Case {
        name: "joint-activity-with-other-amounts",
        files: || {
            let french = FRENCH.replace("100000", "130000");
            vec![
                ("returns/tiznit--activites.csv", activities(MOROCCAN)),
                ("returns/isere--activites.csv", activities(&french)),
            ]
        },
    },
    Case {
        name: "joint-activity-under-one-identifier",
        files: || {
            vec![
                ("returns/tiznit--activites.csv", activities(MOROCCAN)),
                ("returns/isere--activites.csv", activities(&FRENCH.replace("ISE-4", "TZ-1"))),
            ]
        },
    },
    Case {
        name: "joint-activity-of-three-territories",
        files: || {
            let [ma, fr] = [MOROCCAN, FRENCH].map(|row| row.replace("Santé;Tiznit", "Santé;Tiznit, Tata"));
            vec![
                ("returns/tiznit--activites.csv", activities(&ma)),
                ("returns/tata--activites.csv", activities(&ma.replace("TZ-1", "TT-7"))),
                ("returns/isere--activites.csv", activities(&fr)),
            ]
        },
    },
    Case {
        name: "one-title-in-two-provinces",
        files: || {
            let other = MOROCCAN.replace("TZ-1", "TT-7").replace("Santé;Tiznit", "Santé;Tata");
            vec![
                ("returns/tiznit--activites.csv", activities(MOROCCAN)),
                ("returns/tata--activites.csv", activities(&other)),
            ]
        },
    },
    Case {
        name: "one-title-every-year",
        files: || {
            // Both weeks lie in the first year of the agreement, which runs from autumn to autumn.
            let row =
                |id: &str, from: &str| format!("{id};Semaine de l’eau;Santé;Tiznit;Isère;{from};;En cours;EUR;5000");
            vec![
                ("returns/tiznit--activites.csv", activities(&row("TZ-1", "2025-12-20"))),
                (
                    "returns/isere--activites.csv",
                    activities(&format!("{}\n{}", row("ISE-1", "2025-12-20"), row("ISE-2", "2026-10-20"))),
                ),
            ]
        },
    },
    Case {
        name: "joint-application-from-both-partners",
        files: || {
            let head = "N° de dossier;Identifiant de l'activité;Bailleur;Appel;Étape;Monnaie;Montant demandé";
            vec![
                ("returns/tiznit--activites.csv", activities(MOROCCAN)),
                (
                    "returns/tiznit--financements.csv",
                    csv(&format!(
                        "{head}\nD-1;TZ-1;AFD;Appel FICOL 2026;Déposée;MAD;542500\nD-2;TZ-1;AFD;Autre guichet;Déposée;MAD;90000\n"
                    )),
                ),
                ("returns/isere--activites.csv", activities(FRENCH)),
                (
                    "returns/isere--financements.csv",
                    csv(&format!("{head}\nF-8;ISE-4;AFD;FICOL 2026, appel;Déposée;EUR;50000\n")),
                ),
            ]
        },
    },
];

/// Reads a case and counts everything.
fn figures(files: Vec<(String, Vec<u8>)>) -> Figures {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("returns")).unwrap();
    fs::copy("tests/cases/messy/campaign.toml", folder.path().join("campaign.toml")).unwrap();
    for (path, bytes) in files {
        fs::write(folder.path().join(path), bytes).unwrap();
    }
    let (campaign, mut checked) = super::load(folder.path());
    compute::prepare(&mut checked.dataset, &campaign.reference, &campaign.settings);
    let prepared = compute::Prepared::new(&checked.dataset, &campaign.reference, &campaign.settings);
    prepared.figures(&Scope::All)
}

fn owned(files: super::Files) -> Vec<(String, Vec<u8>)> {
    files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes)).collect()
}

/// Gives the number of activities and the budget in euros.
fn sums(figures: &Figures) -> (Decimal, Decimal) {
    let budget = match &figures.cross["X3-budget"].outcome {
        Outcome::Money(sum) => sum.converted.unwrap(),
        other => panic!("{other:?}"),
    };
    (figures.cross["X1-total"].value().unwrap(), budget.round_dp(2))
}

#[track_caller]
fn check(name: &str, activities: u32, budget: u32) {
    let case = CASES.iter().find(|case| case.name == name).unwrap();
    assert_eq!(sums(&figures(owned((case.files)()))), (activities.into(), budget.into()), "{name}");
}

#[test]
fn nothing_is_summed_twice() {
    check("joint-activity-from-both-partners", 1, 100_000);
    check("joint-activity-in-two-scripts", 1, 100_000);
    check("joint-activity-under-one-identifier", 1, 100_000);
    check("joint-activity-of-three-territories", 1, 100_000);
    check("joint-activity-decided", 1, 130_000);
    check("joint-activity-kept-apart", 2, 200_000);
    check("joint-activity-with-other-amounts", 2, 230_000);
    check("one-title-in-two-provinces", 2, 200_000);
    check("one-title-every-year", 2, 10_000);
}

/// Gives what figures say, without the places of their rows.
fn told(figures: &Figures) -> Vec<(String, String)> {
    let lines = figures.territories.lines.iter().map(|(territory, set)| (territory.as_str(), set));
    std::iter::once(("all", &figures.cross))
        .chain(lines)
        .flat_map(|(scope, set)| {
            let said = |figure: &Figure| format!("{:?} {} {}", figure.outcome, figure.reported, figure.asked);
            set.iter().map(move |(code, figure)| (format!("{scope} {code}"), said(figure)))
        })
        .collect()
}

#[test]
fn the_names_of_files_change_nothing() {
    let case = CASES.iter().find(|case| case.name == "joint-activity-of-three-territories").unwrap();
    let files = owned((case.files)());
    let renamed = |order: [&str; 3]| {
        let named = files
            .iter()
            .zip(order)
            .map(|((path, bytes), first)| (path.replace("returns/", &format!("returns/{first}-")), bytes.clone()));
        figures(named.collect())
    };
    let first = renamed(["a", "b", "c"]);
    for order in [["c", "b", "a"], ["b", "c", "a"], ["b", "a", "c"]] {
        assert_eq!(told(&first), told(&renamed(order)));
    }
}
