//! What a cell says: numbers, dates, percentages, codes and words for nothing, as people and spreadsheets write them.

use std::fmt::Write as _;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::Case;
use super::make::{csv, xlsx, xlsx_of};

/// Makes a workbook of one sheet of rows, cells parted by `|`: `#12.5` is a number, `%0.52` one shown as a percentage,
/// `@2026-03-15` a day, `_` and nothing an empty cell, and all else is text.
pub fn sheet(name: &str, rows: &str) -> Vec<u8> {
    let (day, percent) = (Format::new().set_num_format("dd/mm/yyyy"), Format::new().set_num_format("0%"));
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name(name).unwrap();
    for (row, line) in (0..).zip(rows.lines()) {
        for (column, cell) in (0..).zip(line.split('|')).filter(|(_, cell)| !matches!(*cell, "" | "_")) {
            let number = |rest: &str| rest.parse::<f64>().unwrap();
            match cell.split_at_checked(1) {
                Some(("#", rest)) => sheet.write_number(row, column, number(rest)).unwrap(),
                Some(("%", rest)) => sheet.write_number_with_format(row, column, number(rest), &percent).unwrap(),
                Some(("@", rest)) => {
                    sheet.write_with_format(row, column, ExcelDateTime::parse_from_str(rest).unwrap(), &day).unwrap()
                }
                _ => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// Makes a return of one activity for each text, which stands in the column of a heading.
fn activities(heading: &str, texts: &[&str]) -> Vec<u8> {
    let mut rows =
        format!("Identifiant|Intitulé|Thématique|Collectivité marocaine|Statut|Date de début|Monnaie|{heading}");
    for (at, text) in (1..).zip(texts) {
        let _ = write!(rows, "\nA-{at}|Eau|Santé|Tiznit|En cours|@2026-03-15|_|{text}");
    }
    sheet("Activités", &rows)
}

/// Makes a return of one activity for each text, which stands in the column of the start or, beside it, of the end.
fn dated(texts: &[(&str, &str)]) -> Vec<u8> {
    let mut rows = "Identifiant|Intitulé|Thématique|Collectivité marocaine|Statut|Date de début|Date de fin".to_owned();
    for (at, (start, end)) in (1..).zip(texts) {
        let _ = write!(rows, "\nA-{at}|Eau|Santé|Tiznit|En cours|{start}|{end}");
    }
    sheet("Activités", &rows)
}

/// Makes a return of one reading of a percentage for each line: baseline, target, actual.
fn percentages(lines: &[&str]) -> Vec<u8> {
    let mut rows = "Territoire|Code indicateur|Période|Valeur de référence|Valeur cible|Valeur atteinte".to_owned();
    for (year, line) in (2015..).zip(lines) {
        let _ = write!(rows, "\nTiznit|T1.2|#{year}|{line}");
    }
    sheet("Indicateurs", &rows)
}

/// One case a kind of cell; each row is one way of writing it.
pub const CASES: &[Case] = &[
    // The exchanges alone would leave open which month is meant; the activities of the same file put the day first.
    Case {
        name: "dates-told-by-another-sheet",
        files: || {
            let activities = "Activity ID|Title|Theme|Moroccan territory|Status|Start date\nA-1|Water|Health|Tiznit|Implementation|25/04/2026";
            let exchanges =
                "Date|Direction|Theme|Subject|Activity ID\n03/04/2026|From France to Morocco|Health|Visit|A-1";
            vec![("returns/tiznit.xlsx", xlsx(&[("Exchanges", exchanges), ("Activities", activities)]))]
        },
    },
    Case {
        name: "amounts-in-many-spellings",
        files: || {
            let amounts = [
                "26 112 €",
                "26\u{A0}112 €",
                "26\u{202F}112\u{A0}€",
                "26\u{2009}112 €",
                "26'112 €",
                "26’112,50 EUR",
                "262.800 EUR",
                "2.254,62 €",
                "€2,254.62",
                "12.345.678,9 DH",
                "1 234 د.م.",
                "MAD 1 234",
                "1234 Dhs",
                "١٬٢٣٤٫٥٠ درهم",
                "۱۲۳۴ درهم",
                "500€",
                "EUR 1.234",
                "500,- €",
                "'49 €",
                "\"1 500\" DH",
                "\u{200F}1 500 DH\u{200E}",
                "\u{2067}1500\u{2069} \u{202B}درهم\u{202C}",
                "1\u{AD}500 DH\u{FEFF}",
                "+1 500 DH",
                "#1500.5",
            ];
            vec![("returns/tiznit.xlsx", activities("Budget total", &amounts))]
        },
    },
    Case {
        name: "amounts-as-the-file-stores-them",
        files: || {
            let head = [
                "Identifiant",
                "Intitulé",
                "Thématique",
                "Collectivité marocaine",
                "Statut",
                "Monnaie",
                "Budget total",
            ];
            let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
            let mut rows = format!("<row>{}</row>", head.map(text).concat());
            for (at, stored) in
                (1..).zip(["26112.000000000004", "2.6112E4", "1234567890.1199999", "0.1", "-0", "1E-12"])
            {
                let texts = [&format!("A-{at}"), "Eau", "Santé", "Tiznit", "En cours", "MAD"].map(text).concat();
                let _ = write!(rows, "<row>{texts}<c><v>{stored}</v></c></row>");
            }
            let xml = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
            vec![("returns/tiznit.xlsx", xlsx_of("Activités", &xml))]
        },
    },
    Case {
        name: "amounts-below-zero-and-left-blank",
        files: || {
            let amounts =
                ["(1 500) DH", "-1 500 DH", "−1500 DH", "1500- DH", "- €", "—", "0,- DH", "néant", "80 %", "%0.8"];
            vec![("returns/tiznit.xlsx", activities("Budget total", &amounts))]
        },
    },
    Case {
        name: "amounts-that-nobody-meant",
        files: || {
            let amounts =
                ["99999999999999999999 DH", "#1e300", "12 34 DH", "1,23,4 DH", "beaucoup", "voir annexe 3", "500 CHF"];
            vec![("returns/tiznit.xlsx", activities("Budget total", &amounts))]
        },
    },
    Case {
        name: "amounts-in-words",
        files: || {
            let amounts = [
                "MAD 1.5 M",
                "1,5 million de dirhams",
                "15 k€",
                "3 مليون درهم",
                "2 Mds",
                "12,5 MDH",
                "1 à 2 M€",
                "15 000 € HT",
                "env. 20 000 DH",
            ];
            vec![("returns/tiznit.xlsx", activities("Budget total", &amounts))]
        },
    },
    Case {
        name: "people-about",
        files: || {
            let counts = [
                "env. 200",
                "~200",
                "200-300",
                "entre 200 et 300",
                "plus de 100",
                "أكثر من 100",
                "ما بين 200 و300",
                "100+",
                "120 personnes",
                "une centaine",
                "-12",
                "12,5",
                "1 200",
            ];
            vec![("returns/tiznit.xlsx", activities("Bénéficiaires", &counts))]
        },
    },
    Case {
        name: "digits-that-a-spreadsheet-lost",
        files: || {
            let mut rows =
                "Identifiant|Intitulé|Thématique|Collectivité marocaine|Statut|Date de début|Monnaie|Budget total"
                    .to_owned();
            for (id, amount) in [
                ("A-1", "2,43E+13"),
                ("A-2", "2.43E+13"),
                ("A-3", "5.2E-1"),
                ("2,43E+13", "#1000"),
                ("#1234567890123456", "#1000"),
                ("#2024001", "#1000"),
                ("@2026-02-01", "#1000"),
                ("mars-01", "#1000"),
                ("1-févr", "#1000"),
                ("1-2", "#1000"),
            ] {
                let _ = write!(rows, "\n{id}|Eau|Santé|Tiznit|En cours|@2026-03-15|MAD|{amount}");
            }
            vec![("returns/tiznit.xlsx", sheet("Activités", &rows))]
        },
    },
    Case {
        name: "codes-that-lost-a-zero",
        files: || {
            let mut rows =
                "Identifiant|Intitulé|Thématique|Collectivité marocaine|Statut|Date de début|Département français|ODD"
                    .to_owned();
            for (department, target) in [
                ("#1", "#8.1"),
                ("1", "8.1"),
                ("01", "8.10"),
                ("#34", "#8.2"),
                ("CD 1; 7", "8.1; 8.10"),
                ("@2026-06-02", "@2026-02-06"),
                ("#96", "#8"),
            ] {
                let _ = write!(
                    rows,
                    "\nA-{}|Eau|Santé|Tiznit|En cours|@2026-03-15|{department}|{target}",
                    rows.lines().count()
                );
            }
            vec![("returns/tiznit.xlsx", sheet("Activités", &rows))]
        },
    },
    Case {
        name: "percentages-in-both-conventions",
        files: || {
            let lines = [
                "%0.4|%0.8|%0.52",
                "40 %|80 %|٥٢٪",
                "#40|#80|#52",
                "#0.4|#0.8|#0.52",
                "0,4|0,8|5.2E-1",
                "#40|#80|#0.52",
                "40 %|80 %|#0.52",
                "#0|#100|#120",
                "#0|%1|#1",
                "#0|52 pour cent|environ 50 %",
            ];
            vec![("returns/tiznit.xlsx", percentages(&lines))]
        },
    },
    Case {
        name: "percentages-of-what-is-counted",
        files: || {
            let rows = "Territoire|Code indicateur|Période|Valeur cible|Valeur atteinte\n\
                 Tiznit|T10.1|#2026|#200|80 %\n\
                 Tata|T10.1|#2026|%1|#150";
            vec![("returns/tiznit.xlsx", sheet("Indicateurs", rows))]
        },
    },
    Case {
        name: "days-in-many-spellings",
        files: || {
            let days = [
                ("@2026-03-15", "15/12/2026"),
                ("2026-03-15", "15.12.26"),
                ("15 mars 2026", "1er décembre 2026"),
                ("lundi 16 mars 2026", "15/12/2026 10:30"),
                ("15 شتنبر 2026", "دجنبر 2026"),
                ("فاتح ماي 2026", "12 غشت 2026"),
                ("١٥/٠٣/٢٠٢٦", "31 دجنبر 2026"),
                ("March 15, 2026", "15-déc-26"),
                ("#46096", "20261215"),
                ("mars 2026", "décembre 2026"),
                ("2026", "#2026"),
                ("03/2026", "\u{200F}15/12/2026\u{200E}"),
                ("03/04/2026", "04/03/2027"),
            ];
            vec![("returns/tiznit.xlsx", dated(&days))]
        },
    },
    Case {
        name: "days-that-are-none",
        files: || {
            let days = [
                ("31/02/2026", "2026-13-01"),
                ("15/03/1026", "15/03/2206"),
                ("1900-01-00", "#5"),
                ("début 2026", "T3 2026"),
                ("1447/05/12", "12 جمادى الأولى 1447"),
                ("12 mois", "fin 2026"),
                ("15/03/97", "bientôt"),
                ("@1900-01-05", "mars-26"),
                ("03/04/1026", "05/06/2206"),
            ];
            vec![("returns/tiznit.xlsx", dated(&days))]
        },
    },
    Case {
        name: "days-in-both-orders",
        files: || {
            let days = [("15/03/2026", "12/25/2026"), ("03/04/2026", "05/06/2026")];
            vec![("returns/tiznit.xlsx", dated(&days))]
        },
    },
    Case {
        name: "days-with-the-month-first",
        files: || {
            let text = "Activity ID,Title,Theme,Moroccan territory,Status,Start date,End date\n\
                 A-1,Water,Health,Tiznit,Ongoing,03/15/2026,03/04/2027\n\
                 A-2,Water,Health,Tiznit,Ongoing,05/06/2026,\n";
            vec![("returns/tiznit--activities.csv", csv(text))]
        },
    },
    Case {
        name: "words-for-nothing",
        files: || {
            let words = [
                "-",
                "—",
                "n.d.",
                "ND",
                "non renseigné",
                "غير متوفر",
                "néant",
                "لا شيء",
                "0",
                "s/o",
                "sans objet",
                "غير معني",
                "RAS",
                "?",
                "à compléter",
                "xxx",
            ];
            let mut rows =
                "Identifiant|Intitulé|Thématique|Collectivité marocaine|Statut|Date de début|Bénéficiaires|Commentaires".to_owned();
            for (at, word) in (1..).zip(words) {
                let _ = write!(rows, "\nA-{at}|Eau|Santé|Tiznit|En cours|@2026-03-15|{word}|{word}");
            }
            let _ = write!(rows, "\nA-98|?|Santé|Tiznit|En cours|@2026-03-15|#5|_");
            vec![("returns/tiznit.xlsx", sheet("Activités", &rows))]
        },
    },
];
