//! The formats that councils send, told by content: read, or refused in one clear line.

use std::fmt::Write as _;

use bilan::ingest::Reader;
use bilan::model::{FileId, Merged, RawRow, RowSink, SheetId, Sources};

use super::make::{archive_of, csv, ods_of, xlsx_parts};
use super::{Case, Files, binary, same};

/// A csv of two activities.
const CSV: &str = "Identifiant;Intitulé;Thématique;Collectivité marocaine;Statut;Monnaie;Budget total\r\n\
                   A-1;Eau potable;Santé;Tiznit;En cours;MAD;1000\r\n\
                   A-2;École;Santé;Tiznit;En cours;EUR;2500\r\n";

/// One case a format.
pub const CASES: &[Case] = &[
    Case { name: "format-xlsx", files: || one("returns/tiznit.xlsx", xlsx()) },
    Case { name: "format-xlsm", files: || one("returns/tiznit.xlsm", with("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")) },
    Case { name: "format-strict", files: || one("returns/tiznit.xlsx", strict()) },
    Case { name: "format-xls", files: || one("returns/tiznit.xls", xls()) },
    Case { name: "format-xlsb", files: || one("returns/tiznit.xlsb", xlsb()) },
    Case { name: "format-ods", files: || one("returns/tiznit.ods", ods_of(&same::ods(), false)) },
    Case { name: "format-fods", files: || one("returns/tiznit.fods", same::ods()) },
    Case { name: "format-csv", files: || one("returns/tiznit--activites.csv", csv(CSV)) },
    Case { name: "format-csv-comma", files: || one("returns/tiznit--activites.csv", CSV.replace(';', ",").into()) },
    Case { name: "format-csv-tab", files: || one("returns/tiznit--activites.csv", CSV.replace(';', "\t").into()) },
    Case { name: "format-tsv", files: || one("returns/tiznit--activites.tsv", CSV.replace(';', "\t").into()) },
    Case { name: "format-csv-windows-1252", files: || one("returns/tiznit--activites.csv", latin(CSV)) },
    Case {
        name: "format-csv-windows-1256",
        files: || {
            let text = CSV.replace("Intitulé", "العنوان").replace("Eau potable", "تزويد الساكنة بالماء الشروب");
            let text = text.replace("Collectivité marocaine", "الجماعة الترابية المغربية").replace("Tiznit", "تيزنيت");
            let text =
                text.replace("École", "مدرسة جماعاتية").replace("Thématique", "الموضوع").replace("Santé", "الصحة");
            one("returns/tiznit--activites.csv", encoding_rs::WINDOWS_1256.encode(&text).0.into_owned())
        },
    },
    Case {
        name: "format-csv-utf-16",
        files: || {
            let units = format!("\u{feff}{}", CSV.replace(';', "\t"));
            one("returns/tiznit--activites.csv", units.encode_utf16().flat_map(u16::to_le_bytes).collect())
        },
    },
    Case {
        name: "refused-html",
        files: || {
            one("returns/tiznit.xls", b"<html><body><table><tr><td>Identifiant</td></tr></table></body></html>".into())
        },
    },
    Case {
        name: "refused-excel-2003-xml",
        files: || {
            let text =
                "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook><Worksheet/></Workbook>";
            one("returns/tiznit.xls", text.into())
        },
    },
    Case {
        name: "refused-encrypted-xlsx",
        files: || {
            let streams: [(&str, &[u8]); 2] = [("EncryptionInfo", b"\x04\0\x04\0"), ("EncryptedPackage", &[7; 64])];
            one("returns/tiznit.xlsx", binary::compound(&streams))
        },
    },
    Case {
        name: "refused-encrypted-ods",
        files: || {
            let manifest: &[u8] = b"<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
            one(
                "returns/tiznit.ods",
                archive_of(&[("content.xml", &[9; 64]), ("META-INF/manifest.xml", manifest)], false),
            )
        },
    },
    Case {
        name: "refused-encrypted-xls",
        files: || {
            one(
                "returns/tiznit.xls",
                binary::compound(&[(
                    "Workbook",
                    &[&binary::biff8(0x809, &[0, 6, 5, 0, 0, 0, 0, 0])[..], &binary::biff8(0x2F, &[1, 0, 1, 0, 1, 0])]
                        .concat(),
                )]),
            )
        },
    },
    Case { name: "refused-empty", files: || one("returns/tiznit.xlsx", Vec::new()) },
    Case {
        name: "refused-truncated",
        files: || {
            let mut bytes = xlsx();
            bytes.truncate(bytes.len() / 2);
            one("returns/tiznit.xlsx", bytes)
        },
    },
    Case {
        name: "refused-open-quote",
        files: || one("returns/tiznit--activites.csv", CSV.replace("A-1;Eau", "A-1;\"Eau").into()),
    },
    Case {
        name: "refused-picture",
        files: || {
            let picture = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR";
            vec![("returns/photo.png", picture.to_vec()), ("returns/tiznit.xlsx", picture.to_vec())]
        },
    },
    Case { name: "refused-pdf", files: || one("returns/tiznit.xlsx", b"%PDF-1.7\n".into()) },
    Case { name: "renamed-xlsx-as-csv", files: || one("returns/tiznit.csv", xlsx()) },
    Case { name: "renamed-csv-as-xlsx", files: || one("returns/tiznit--activites.xlsx", CSV.into()) },
    Case {
        name: "same-file-twice",
        files: || vec![("returns/tiznit.xlsx", xlsx()), ("returns/tiznit (2).xlsx", xlsx())],
    },
    Case {
        name: "formula-never-calculated",
        files: || {
            let [sheet, strings, styles] = same::xlsx();
            let sheet = String::from_utf8(sheet).unwrap().replace("<f>1+1</f><v>2500.5</v>", "<f>1+1</f>");
            one("returns/tiznit.xlsx", archive_of(&xlsx_parts(sheet.as_bytes(), &strings, &styles), false))
        },
    },
];

fn one(path: &'static str, bytes: Vec<u8>) -> Files {
    vec![(path, bytes)]
}

fn xlsx() -> Vec<u8> {
    let [sheet, strings, styles] = same::xlsx();
    archive_of(&xlsx_parts(&sheet, &strings, &styles), false)
}

fn with(name: &str, bytes: &[u8]) -> Vec<u8> {
    let [sheet, strings, styles] = same::xlsx();
    let mut parts: Vec<(&str, &[u8])> = xlsx_parts(&sheet, &strings, &styles);
    parts.push((name, bytes));
    archive_of(&parts, false)
}

/// Makes a workbook in the strict dialect: other names of namespaces and relations, days as text.
fn strict() -> Vec<u8> {
    let [sheet, strings, styles] = same::xlsx();
    let sheet = String::from_utf8(sheet).unwrap();
    let sheet = sheet
        .replace(
            "<worksheet>",
            "<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" conformance=\"strict\">",
        )
        .replace(" s=\"2\"><v>46096<", " s=\"2\" t=\"d\"><v>2026-03-15<")
        .replace(" s=\"2\"><v>46113<", " s=\"2\" t=\"d\"><v>2026-04-01T00:00:00<");
    let parts = xlsx_parts(sheet.as_bytes(), &strings, &styles);
    let texts: Vec<(&str, String)> = parts
        .into_iter()
        .map(|(name, bytes)| {
            let text = String::from_utf8_lossy(bytes);
            (name, text.replace("\"x/", "\"http://purl.oclc.org/ooxml/officeDocument/relationships/"))
        })
        .collect();
    let parts: Vec<(&str, &[u8])> = texts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    archive_of(&parts, false)
}

fn xls() -> Vec<u8> {
    binary::compound(&[("Workbook", &same::xls())])
}

fn xlsb() -> Vec<u8> {
    let [workbook, sheet, strings, styles] = same::xlsb();
    binary::xlsb(&workbook, &sheet, &strings, &styles, false)
}

fn latin(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

/// Writes down what a reader hands out.
#[derive(Default)]
struct Print(String);

impl RowSink for Print {
    fn sheet(&mut self, _: FileId, _: SheetId, name: &str, hidden: bool) {
        let _ = writeln!(self.0, "[{name}] hidden {hidden}");
    }

    fn row(&mut self, row: RawRow) {
        let _ = writeln!(self.0, "{} {:?}", row.row + 1, row.cells);
    }

    fn merged(&mut self, blocks: &[Merged]) {
        let _ = writeln!(self.0, "{blocks:?}");
    }

    fn end_sheet(&mut self) {}
}

#[test]
fn every_format_tells_the_same() {
    let read = |name: &str, bytes: &[u8]| {
        let mut print = Print::default();
        let mut sources = Sources::default();
        let (_, findings) = Reader::default().read_bytes(bytes, name, &mut sources, &mut print);
        let said: Vec<String> =
            findings.iter().map(|finding| format!("{:?} {:?}", finding.code, finding.args)).collect();
        print.0.replace("[Listes] hidden true\n", "") + &said.join("\n")
    };
    let expected = read("a.xlsx", &xlsx());
    assert!(expected.contains("Percent(0.25)") && expected.contains("RowsHidden") && expected.contains("Merged"));
    for (name, bytes) in [
        ("a.xlsx", strict()),
        ("a.xls", xls()),
        ("a.xlsb", xlsb()),
        ("a.ods", ods_of(&same::ods(), false)),
        ("a.fods", same::ods()),
    ] {
        assert_eq!(read(name, &bytes), expected, "{name}");
    }
}
