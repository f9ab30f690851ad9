//! The answer to the council: the workbook that a sender gets back reads as what it sent, and a suggestion that is
//! accepted puts an end to its finding.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use bilan::campaign::Campaign;
use bilan::model::{FindingCode, Place};
use bilan::pipeline::returned::{Returning, write};
use bilan::pipeline::{self, Checked};
use rust_xlsxwriter::{Format, Formula, Workbook};

use super::make::{archive, csv, xlsx, xlsx_of};
use super::{Case, Files};
use crate::program::{files, parts};

/// Returns that hold every kind of cell, and every kind of suggestion.
const CASES: &[Case] = &[
    Case { name: "every-kind", files: every_kind },
    Case { name: "never-calculated", files: never_calculated },
    Case {
        name: "csv-sender",
        files: || {
            let activities = "Réf.;Titre;Thème;Statut;Devise;Budget total;Bénéficiaires;Territoire marocain;Début;Fin\n\
                 0012;=1+1;Santé;En cours;MAD;1 200 000,50;1 250;Tiznitt;15/01/2026;03/04/2026\n\
                 A-2;@SUM(A1);Éducaton;En cours;;26 112 €;néant;Tiznit;15 mars 2026;#REF!\n\
                 ;Sans identifiant;Santé;En cours;MAD;1,234;12;Tata ; Tiznitt;01/02/2026;01/01/2026\n\
                 Total;;;;;1 226 112\n";
            let identification = "Libellé;Valeur\nTerritoire;Tiznit\nLangue;français\nDate d’envoi;15/12/2026\n";
            let readings = "Réf. activité;Code indicateur;Valeur cible;Valeur atteinte;Période;Unité\n\
                 A-2;T12.1b;52,4 %;48;2026;\n0012;T12.1b;60;55,5;T1 2026;\n";
            vec![
                ("returns/maroc/tiznit--activites.csv", csv(activities)),
                ("returns/maroc/tiznit--identification.csv", csv(identification)),
                ("returns/maroc/tiznit--export du 3.csv", csv(readings)),
            ]
        },
    },
    Case {
        name: "arabic-sender",
        files: || {
            let rows = "المعرف|العنوان|المحور|الحالة|العملة|الميزانية الإجمالية|الجماعة الترابية المغربية|تاريخ البداية\n\
                 ن-1|ماء الشرب|الصحة|جاري|MAD|'١٢٠٠|تزنيت|2026-03-15\nن-2|مدرسة|الصحةة|جاري|MAD|500|تيزنيتت|";
            vec![("returns/تيزنيت.xlsx", xlsx(&[("الأنشطة", rows), ("ملاحظات حرة", "كلمة|أخرى\nثالثة|رابعة")]))]
        },
    },
    Case {
        name: "two-files-one-sender",
        files: || {
            let head = super::layout::HEAD;
            let one = format!("{head}\nA-1|Eau|Santé|Tiznit|En cours|MAD|1000");
            let two = format!("{head}\nA-2|École|Santé|Tiznit|En cours|MAD|2000");
            vec![
                ("returns/tiznit 1.xlsx", xlsx(&[("Activités", &one)])),
                ("returns/tiznit 2.xlsx", xlsx(&[("activités", &two)])),
                ("returns/vide.xlsx", b"not a workbook at all".to_vec()),
            ]
        },
    },
];

/// A workbook in which the budget of an activity is a formula that no program has calculated.
fn never_calculated() -> Files {
    let row = |number: u32, texts: &str| {
        let cells = texts.split('|').enumerate().map(|(at, text)| {
            let address = format!("{}{number}", bilan::model::column_letters(at as u16));
            match text.strip_prefix('=') {
                Some(formula) => format!("<c r=\"{address}\"><f>{formula}</f></c>"),
                None => format!("<c r=\"{address}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
            }
        });
        format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
    };
    let head = row(1, super::layout::HEAD);
    let rows = head + &row(2, "A-1|Eau|Santé|Tiznit|En cours|MAD|=SUM(H2:H9)");
    vec![(
        "returns/tiznit.xlsx",
        xlsx_of("Activités", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    )]
}

/// A workbook with texts, numbers, shares, days, hours, logical values, errors, formulas and a merged title.
fn every_kind() -> Files {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Activités").unwrap();
    let (day, share) = (Format::new().set_num_format("dd/mm/yyyy"), Format::new().set_num_format("0.0%"));
    let moment = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    sheet.merge_range(0, 0, 0, 4, "Bilan de la coopération", &Format::new()).unwrap();
    let head = "Identifiant|Intitulé|Thématique|Collectivité marocaine|Statut|Monnaie|Budget total|Date de début|Date de fin|Bénéficiares|Remarque libre|Bénéficiaires femmes";
    for (at, text) in head.split('|').enumerate() {
        sheet.write_string(2, at as u16, text).unwrap();
    }
    let texts = [
        (3, "0012|  Eau potable |Santé|Tiznitt|En cours|MAD|1 234,56||03/04/2026|=1+1|@SUM(A1)"),
        (4, "123456789012345|École\navec cour|Éducaton|Tata;Tiznitt|En cours|MAD||15 mars 2026||+212 5|'quote"),
        (5, "A-3||Santé|Tiznit|En cours|MAD||||"),
        (6, "A-4|Formule|Santé|Tiznit|En cours|MAD||||"),
        (7, "Total||||||||"),
    ];
    for (row, line) in texts {
        for (at, text) in line.split('|').enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(row, at as u16, text).unwrap();
        }
    }
    sheet.write_number_with_format(3, 7, 46_082.0, &day).unwrap();
    sheet.write_number_with_format(5, 7, 46_082.5, &moment).unwrap();
    sheet.write_number(4, 6, 0.1 + 0.2).unwrap();
    sheet.write_number_with_format(5, 10, 0.125, &share).unwrap();
    sheet.write_boolean(6, 10, true).unwrap();
    sheet.write_formula(5, 6, Formula::new("=A1/0").set_result("#DIV/0!")).unwrap();
    sheet.write_number(6, 6, 1_234_567_890_123.0).unwrap();
    sheet.write_number(7, 6, 12.0).unwrap();
    let english = workbook.add_worksheet().set_name("Exchanges").unwrap();
    for (row, line) in ["Date|Direction|Theme|Subject", "03/04/2026|fr-ma|Health|Visit"].iter().enumerate() {
        for (at, text) in line.split('|').enumerate() {
            english.write_string(row as u32, at as u16, text).unwrap();
        }
    }
    let hidden = workbook.add_worksheet().set_name("Notes internes").unwrap().set_hidden(true);
    hidden.write_string(0, 0, "à ne pas lire").unwrap();
    vec![("returns/province.xlsx", workbook.save_to_buffer().unwrap())]
}

#[test]
fn what_a_sender_gets_back_reads_as_what_it_sent() {
    let mut wrong = Vec::new();
    for case in super::cases().iter().chain(CASES) {
        let files = (case.files)();
        // Profiles and decisions know files by their path, and a copy has another.
        if files.iter().any(|(path, _)| path.starts_with("profiles/") || *path == "decisions.csv") {
            continue;
        }
        let campaign = Folder::new(&files);
        let (first, answers) = campaign.answers();
        let mut again: Files = files.into_iter().filter(|(path, _)| !path.starts_with("returns/")).collect();
        let paths: Vec<String> = answers.iter().map(|(name, _)| format!("returns/{name}")).collect();
        again.extend(paths.iter().zip(answers).map(|(path, (_, bytes))| (leak(path), bytes)));
        let second = Folder::new(&again).check();
        compare(case.name, "records", records(&first), records(&second), &mut wrong);
        let csv = first.sources.files.iter().any(|file| file.path.ends_with(".csv"));
        compare(case.name, "findings", findings(&first, csv), findings(&second, csv), &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Paths of cases live as long as the tests.
fn leak(path: &str) -> &'static str {
    Box::leak(path.to_owned().into_boxed_str())
}

#[track_caller]
fn compare(case: &str, what: &str, mut first: Vec<String>, mut second: Vec<String>, wrong: &mut Vec<String>) {
    first.sort();
    second.sort();
    let lost: Vec<&String> = first.iter().filter(|line| !second.contains(line)).collect();
    let new: Vec<&String> = second.iter().filter(|line| !first.contains(line)).collect();
    if first != second {
        wrong.push(format!("{case}: {what}\n  lost {lost:#?}\n  new {new:#?}"));
    }
}

/// Writes the records down, without their files.
fn records(checked: &Checked) -> Vec<String> {
    let tables = checked.dataset.tables.iter();
    tables
        .flat_map(|(sheet, table)| {
            table.rows.iter().map(move |row| format!("{sheet} {} {} {:?}", row.origin.address(), row.held, row.cells))
        })
        .collect()
}

/// Writes the findings down, without their files. What a file looks like, such as a hidden sheet, is not brought back; a
/// formula without value comes back as an error; a text of a csv that has two readings comes back as the text it was.
fn findings(checked: &Checked, csv: bool) -> Vec<String> {
    let of_csv = |code| csv && matches!(code, FindingCode::NumberAsText | FindingCode::DateAsText);
    let about = |code: FindingCode| {
        let file = code.code().starts_with('F') && code != FindingCode::SenderUnknown;
        // What two returns say of one thing names the file of the other.
        let joint = matches!(
            code,
            FindingCode::JointActivity
                | FindingCode::JointApplication
                | FindingCode::JointDisagrees
                | FindingCode::JointDoubtful
        );
        joint || file || code.code() >= "H210" && code.code().starts_with('H') || of_csv(code)
    };
    let found = checked.findings.iter().filter(|finding| !about(finding.code));
    found
        .map(|finding| {
            let place = match finding.place {
                Place::Cell(origin) => origin.address(),
                Place::Sheet(_) => "sheet".to_owned(),
                Place::File(_) => "file".to_owned(),
                Place::Campaign => "campaign".to_owned(),
            };
            let (code, args) = match finding.code {
                FindingCode::Uncalculated | FindingCode::CellError => (FindingCode::CellError, Vec::new()),
                code => (code, finding.args.iter().filter(|(name, _)| *name != "other").collect()),
            };
            format!("{} {place} {args:?}", code.code())
        })
        .collect()
}

#[test]
fn a_suggestion_that_is_accepted_ends_its_finding() {
    let mut accepted = 0;
    for case in CASES {
        let (_, answers) = Folder::new(&(case.files)()).answers();
        for choice in 0..3 {
            let mut cells = Vec::new();
            let corrected: Files = answers
                .iter()
                .map(|(name, bytes)| (leak(&format!("returns/{name}")), accept(bytes, choice, &mut cells)))
                .collect();
            let checked = Folder::new(&corrected).check();
            accepted += cells.len();
            for finding in &checked.findings {
                let Place::Cell(origin) = finding.place else { continue };
                let sheet = &*checked.sources.sheet(origin.sheet).name;
                let here = cells.contains(&(sheet.to_owned(), origin.address()));
                // A heading that is put right shows the cells under it, which may be wrong in turn.
                assert!(!here, "{}: {} {sheet}!{}", case.name, finding.code.code(), origin.address());
            }
        }
    }
    assert!(accepted >= 20, "{accepted} suggestions");
}

/// Puts the suggestion of a number, or the last, into each cell that has some, as a person would in the drop-down.
fn accept(workbook: &[u8], choice: usize, cells: &mut Vec<(String, String)>) -> Vec<u8> {
    let mut parts = parts(workbook);
    let text = |parts: &[(String, String)], name: &str| -> String {
        parts.iter().find(|part| part.0 == name).map(|part| part.1.clone()).unwrap_or_default()
    };
    let book = text(&parts, "xl/workbook.xml");
    let names: Vec<&str> = book.split("<sheet name=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let shared = text(&parts, "xl/sharedStrings.xml");
    let strings: Vec<String> =
        shared.split("<si>").skip(1).map(|item| item.split("</si>").next().unwrap().to_owned()).collect();
    let choices = text(&parts, &format!("xl/worksheets/sheet{}.xml", names.len()));
    for (at, name) in names.iter().enumerate() {
        let path = format!("xl/worksheets/sheet{}.xml", at + 1);
        let mut sheet = text(&parts, &path);
        let rules: Vec<(String, u32, String)> = sheet
            .split("<dataValidation ")
            .skip(1)
            .map(|rule| {
                let address = rule.split("sqref=\"").nth(1).unwrap().split('"').next().unwrap();
                let range = rule.split('!').nth(1).unwrap().split('<').next().unwrap();
                let row = range.rsplit('$').next().unwrap().parse().unwrap();
                let last = range.split(':').nth(1).unwrap().trim_start_matches('$').split('$').next().unwrap();
                (address.to_owned(), row, last.to_owned())
            })
            .collect();
        for (address, row, last) in rules {
            let column = (b'A' + choice as u8).min(last.as_bytes()[0]) as char;
            let offer = cell(&choices, &format!("{column}{row}")).unwrap();
            let value = offer.split("<v>").nth(1).unwrap().split('<').next().unwrap();
            let old = cell(&sheet, &address).unwrap();
            let style = old.split(" s=\"").nth(1).map_or("", |rest| rest.split('"').next().unwrap());
            let new = if offer.contains("t=\"s\"") {
                let words = &strings[value.parse::<usize>().unwrap()];
                format!("<c r=\"{address}\" s=\"{style}\" t=\"inlineStr\"><is>{words}</is></c>")
            } else {
                format!("<c r=\"{address}\" s=\"{style}\"><v>{value}</v></c>")
            };
            sheet = sheet.replacen(&old, &new, 1);
            cells.push(((*name).to_owned(), address));
        }
        if let Some(part) = parts.iter_mut().find(|part| part.0 == path) {
            part.1 = sheet;
        }
    }
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    archive(&parts)
}

/// Gives the markup of a cell.
fn cell(sheet: &str, address: &str) -> Option<String> {
    let start = sheet.find(&format!("<c r=\"{address}\""))?;
    let rest = &sheet[start..];
    let (short, long) = (rest.find("/>").map(|at| at + 2), rest.find("</c>").map(|at| at + 4));
    let end = match (short, long) {
        (Some(short), _) if rest[..short].matches('<').count() == 1 => short,
        (_, Some(long)) => long,
        (short, None) => short?,
    };
    Some(rest[..end].to_owned())
}

#[test]
fn a_corrected_workbook_shows_what_was_found() {
    let (_, answers) = Folder::new(&every_kind()).answers();
    let (name, bytes) = &answers[0];
    assert_eq!(name, "retour-MA-TIZ.xlsx");
    let parts: BTreeMap<String, String> = parts(bytes).into_iter().collect();
    let book = &parts["xl/workbook.xml"];
    for tab in ["# À corriger", "Activités", "Exchanges", "Notes internes", "# Propositions"] {
        assert!(book.contains(&format!("<sheet name=\"{tab}\"")), "{tab}: {book}");
    }
    assert_eq!(book.matches("state=\"hidden\"").count(), 1, "a sheet that was hidden is shown");
    assert!(!parts.values().any(|part| part.contains("<f>")), "a copy holds values only");
    assert!(parts["xl/worksheets/sheet1.xml"].contains("location=\"'Activités'!D4\""));
    let notes = &parts["xl/comments1.xml"];
    assert!(notes.contains("ERREUR (L402)") && notes.contains("Propositions"), "{notes}");
}

/// A campaign in a folder of its own.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new(files: &[(&str, Vec<u8>)]) -> Folder {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("returns")).unwrap();
        fs::copy("tests/cases/messy/campaign.toml", folder.path().join("campaign.toml")).unwrap();
        for (path, bytes) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        Folder(folder)
    }

    fn campaign(&self) -> Campaign {
        Campaign::load(self.0.path(), None, jiff::civil::date(2027, 2, 1)).unwrap()
    }

    fn check(&self) -> Checked {
        pipeline::check(&self.campaign(), Some(program()), &|_, _, _| Ok(())).unwrap()
    }

    /// Gives what was read, and the workbooks that go back.
    fn answers(&self) -> (Checked, Vec<(String, Vec<u8>)>) {
        let (campaign, checked) = (self.campaign(), self.check());
        let given = Returning {
            campaign: Some(&campaign),
            reference: &campaign.reference,
            program: Some(program()),
            read: &campaign.returns(),
            date: campaign.settings.reference_date,
        };
        let out = self.0.path().join("answers");
        write(&checked, given, &out).unwrap();
        let mut answers = files(&out);
        answers.retain(|(name, _)| name.ends_with(".xlsx"));
        (checked, answers)
    }
}

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_bilan"))
}
