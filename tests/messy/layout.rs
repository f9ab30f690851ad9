//! Where the table stands on the sheet, and what stands around it.

use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::make::{csv, xlsx, xlsx_of};
use super::{Case, Files};

/// The headings and one row of a plain sheet of activities.
pub const HEAD: &str = "Identifiant|Intitulé|Thématique|Collectivité marocaine|Statut|Monnaie|Budget total";

/// Two records under [`HEAD`].
const ROWS: &str = "A-1|Eau|Santé|Tiznit|En cours|MAD|1000\nA-2|École|Éducation|Tata|En cours|MAD|500";

/// Makes the return of Tiznit with one sheet of activities.
fn activities(rows: &str) -> Files {
    vec![("returns/tiznit.xlsx", xlsx(&[("Activités", rows)]))]
}

/// Writes rows as [`xlsx`] does, and shows the first cells of the rows under the headings as one, down to a row.
fn merged(sheet: &mut Worksheet, rows: &str, last: u32) {
    for (row, line) in (0..).zip(rows.lines()) {
        for (column, cell) in (0..).zip(line.split('|')).filter(|(_, cell)| !cell.is_empty()) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
    sheet.merge_range(1, 0, last, 0, "A-1", &Format::new()).unwrap();
}

/// One case a way of laying out a table.
pub const CASES: &[Case] = &[
    Case {
        name: "title-rows-above",
        files: || {
            activities(&format!(
                "Bilan de la coopération\n\nConseil provincial de Tiznit\n{HEAD}\nA-1|Eau|Santé|Tiznit|En cours|MAD|1000"
            ))
        },
    },
    // A title with a heading word, an address block with two of them, a logo's caption, blank rows: row 30 at last.
    Case {
        name: "headings-on-row-30",
        files: || {
            let above =
                "Budget total\n|||[logo]\nThématique|Santé|Statut|provisoire\nRemarque : remplir toutes les cellules";
            activities(&format!("{above}{}{HEAD}\n{ROWS}", "\n".repeat(26)))
        },
    },
    Case {
        name: "headings-merged-over-two-rows",
        files: || {
            activities(
                "Identifiant|Intitulé|Thématique|Collectivité marocaine|Statut|Monnaie|Budget||Bénéficiaires||Suivi|\n\
                 ||||||Total|Dépensé|Total|Femmes|Écart|Visa\n\
                 A-1|Eau|Santé|Tiznit|En cours|MAD|1000|400|120|70|600|oui",
            )
        },
    },
    // The band above the headings says nothing that the headings do not say themselves.
    Case {
        name: "band-above-headings",
        files: || activities(&format!("Dossier||||Situation|Financement|\n{HEAD}\n{ROWS}")),
    },
    Case {
        name: "blank-rows-inside",
        files: || {
            activities(&format!(
                "{HEAD}\n\n\nA-1|Eau|Santé|Tiznit|En cours|MAD|1000\n\n\n\nA-2|École|Éducation|Tata|En cours|MAD|500"
            ))
        },
    },
    Case {
        name: "sections-inside",
        files: || {
            activities(&format!(
                "{HEAD}\nAxe 1 : services de base\nSanté\nA-1|Eau|Santé|Tiznit|En cours|MAD|1000\n2026\n\
                 A-2|École|Éducation|Tata|En cours|MAD|500\nA-3\nSource : service des finances"
            ))
        },
    },
    Case {
        name: "totals-inside",
        files: || {
            activities(&format!(
                "{HEAD}\nA-1|Eau|Santé|Tiznit|En cours|MAD|1000\nSous-total|Santé|Santé|||MAD|1000\n\
                 A-2|École|Éducation|Tata|En cours|MAD|500\n|||Total Tata|||500\nTOTAL GÉNÉRAL (MAD)||||||1500\n\
                 المجموع العام||||||1500\nGrand total||||||1500\nA-4|Total accès à l’eau|Santé|Tiznit|En cours|MAD|7"
            ))
        },
    },
    Case { name: "total-without-a-word", files: || activities(&format!("{HEAD}\n{ROWS}\n||||||1500\n||||||1499")) },
    Case {
        name: "notes-below",
        files: || {
            activities(&format!("{HEAD}\n{ROWS}\n\n\nNB : montants provisoires\nÉtabli le 3 mars 2027 par le service"))
        },
    },
    Case {
        name: "tables-one-under-another",
        files: || {
            activities(&format!(
                "{HEAD}\nA-1|Eau|Santé|Tiznit|En cours|MAD|1000\n\nAutres activités\n\
                 Intitulé|Identifiant|Thématique|Statut|Collectivité marocaine|Budget total|Monnaie\n\
                 École|A-2|Éducation|En cours|Tata|500|MAD\n\nIndicateurs\n\
                 Identifiant de l'activité|Code indicateur|Cible|Réalisé|Période\nA-1|T10.1|100|80|2026"
            ))
        },
    },
    Case {
        name: "tables-side-by-side-alike",
        files: || {
            activities(&format!(
                "{HEAD}||{HEAD}\nA-1|Eau|Santé|Tiznit|En cours|MAD|1000||A-2|École|Éducation|Tata|En cours|MAD|500"
            ))
        },
    },
    Case {
        name: "tables-side-by-side-different",
        files: || {
            activities(&format!(
                "{HEAD}||Bailleur|Étape|Montant demandé\nA-1|Eau|Santé|Tiznit|En cours|MAD|1000||AFD|Déposé|300"
            ))
        },
    },
    Case {
        name: "columns-in-any-order-and-more",
        files: || {
            activities(
                "Couleur|Budget total|Statut|Collectivité marocaine|Monnaie|Thématique|Intitulé||Identifiant\n\
                 bleu|1000|En cours|Tiznit|MAD|Santé|Eau||A-1\nvert|500|En cours|Tata|MAD|Éducation|École|à voir|A-2",
            )
        },
    },
    Case {
        name: "headings-twice",
        files: || {
            activities(
                "Identifiant|Intitulé|Thématique|Collectivité marocaine|Statut|Monnaie|Budget total|Coût total\n\
                 A-1|Eau|Santé|Tiznit|En cours|MAD|1000|1200",
            )
        },
    },
    Case {
        name: "hxl-tags-under-headings",
        files: || {
            activities(
                "Identifiant|Intitulé|Secteur d’intervention|Zone|Statut|Monnaie|Budget total|Divers\n\
                 #activity+id|#activity+name|#sector|#adm1+name|#status|#currency|#reached|#meta\n\
                 A-1|Eau|Santé|Tiznit|En cours|MAD|1000|x",
            )
        },
    },
    Case {
        name: "hxl-tags-alone",
        files: || {
            let text = "Code,Nom,Quoi,Où,État\n#activity_id,#activity,#sector,#adm1,#status_id\nA-1,Eau,Santé,Tiznit,En cours\n";
            vec![("returns/tiznit--activites.csv", csv(text))]
        },
    },
    Case {
        name: "ids-blank-without-merge",
        files: || activities(&format!("{HEAD}\nA-1|Eau|Santé|Tiznit|En cours|MAD|1000\n||Éducation|Tata||MAD|")),
    },
    // One identifier over the rows of an activity in two territories, and over three readings.
    Case {
        name: "ids-merged-over-rows",
        files: || {
            let mut workbook = Workbook::new();
            let activities =
                "A-1|Eau|Santé|Tiznit|En cours|MAD|1000\n|||Tata|||\nA-2|École|Éducation|Tata|En cours|MAD|500";
            let readings = "A-1|T10.1|personne|10|2026\n|T10.2|personne|20|2026\n|T8.1|acte|30|2026";
            let heads = "Identifiant de l’activité|Code indicateur|Unité|Valeur atteinte|Période";
            merged(workbook.add_worksheet().set_name("Activités").unwrap(), &format!("{HEAD}\n{activities}"), 2);
            merged(workbook.add_worksheet().set_name("Indicateurs").unwrap(), &format!("{heads}\n{readings}"), 3);
            vec![("returns/tiznit.xlsx", workbook.save_to_buffer().unwrap())]
        },
    },
    Case {
        name: "ids-filled-down-by-profile",
        files: || {
            let profile = "[[view]]\nfile = \"suivi.csv\"\ntarget = \"activities\"\nfill_down = [\"activity_id\"]\n\
                [view.columns]\nactivity_id = \"Dossier\"\ntitle = \"Action\"\nterritory_ma = \"Lieu\"\n\
                budget_total = \"Coût\"\ntheme = \"Thème\"\nstatus = \"État\"\n[view.constants]\ncurrency = \"MAD\"\n";
            let text = "Dossier,Action,Lieu,Coût,Thème,État\nA-1,Eau,Tiznit,1000,Santé,En cours\n,,Tata,1000,,\n\
                        ,Eau potable,Taroudant,,,\nTotal,,,2000,,\nA-2,École,Tata,5,Éducation,En cours\n";
            vec![("profiles/suivi.toml", csv(profile)), ("returns/suivi.csv", csv(text))]
        },
    },
    Case {
        name: "profile-over-two-level-headings",
        files: || {
            let profile = "[[view]]\nfile = \"suivi.xlsx\"\ntarget = \"activities\"\nonly = { \"Dossier / Service\" = \"DR*\" }\n\
                [view.columns]\nactivity_id = \"Numéro\"\ntitle = { heading = \"Fournisseur\", right = 1 }\n\
                budget_total = \"Montants / Accordé\"\nbudget_spent = \"Montants / Réalisé\"\ntheme = \"Thème\"\n\
                [view.constants]\ncurrency = \"EUR\"\nstatus = \"ongoing\"\nterritory_fr = \"FR-38\"\n";
            let rows = "Dossier||Fournisseur||Thème|Montants||\nNuméro|Service||||Demandé|Accordé|Réalisé\n\
                        '21-1|DR38|F-9|Eau|Santé|2000|1000|400\n'21-2|DD00|F-8|École|Éducation|9|9|9\nTotal|||||2009|1009|409";
            let rows = rows.replace("Montants||", "Montants|");
            vec![("profiles/suivi.toml", csv(profile)), ("returns/suivi.xlsx", xlsx(&[("Feuille 1", &rows)]))]
        },
    },
    // The sheet says that it reaches to Z1000; empty cells with a format stand all over it.
    Case {
        name: "phantom-dimensions",
        files: || {
            let line = |row: usize, text: &str| {
                let cell = |(at, text): (u8, &str)| {
                    format!(r#"<c r="{}{row}" t="inlineStr"><is><t>{text}</t></is></c>"#, char::from(b'A' + at))
                };
                let cells: String = (0..).zip(text.split('|')).map(cell).collect();
                format!(r#"<row r="{row}">{cells}<c r="Z{row}" s="1"/></row>"#)
            };
            let record = "A-1|Eau|Santé|Tiznit|En cours|MAD|";
            let rows = format!("{}{}{}", line(1, HEAD), line(2, record), r#"<row r="1000"><c r="Z1000" s="1"/></row>"#);
            let sheet = format!(r#"<worksheet><dimension ref="A1:Z1000"/><sheetData>{rows}</sheetData></worksheet>"#);
            vec![("returns/tiznit.xlsx", xlsx_of("Activités", &sheet))]
        },
    },
    Case {
        name: "example-row-of-the-form",
        files: || {
            let sheet = |title: &str| {
                format!("{HEAD}\n{title}|Forages|Santé|Tiznit|En cours|MAD|999\nA-1|Eau|Santé|Tiznit|En cours|MAD|1000")
            };
            vec![
                (
                    "returns/tiznit.xlsx",
                    xlsx(&[("# Guide", "Remplissez une ligne par activité"), ("Activités", &sheet("EXEMPLE-1"))]),
                ),
                ("returns/tata.xlsx", xlsx(&[("Activities", &sheet("EXAMPLE-1").replace("A-1", "B-1"))])),
                ("returns/agadir.xlsx", xlsx(&[("الأنشطة", &sheet("مثال 1").replace("A-1", "C-1"))])),
            ]
        },
    },
];
