//! Files made to harm: the program reads each in a process of a gibibyte at most, says what is wrong, and ends.
#![cfg(unix)]

use std::fs;
use std::io::{Cursor, Write as _};
use std::panic::catch_unwind;
use std::path::Path;
use std::process::Command;

use bilan::ingest::Reader;
use bilan::model::{FileId, RawRow, RowSink, SheetId, Sources};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::make::{archive_of, ods_of, of_seed, xlsx_of, xlsx_parts};
use super::{binary, same};

/// The memory of the process in KiB, and the time in seconds.
const COST: (u32, u32) = (1 << 20, 60);

/// Checks a file as the returns of a campaign with limits, and gives what the program said.
#[track_caller]
fn said(name: &str, bytes: &[u8], limits: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let campaign = fs::read_to_string("tests/cases/messy/campaign.toml").unwrap();
    fs::write(folder.path().join("campaign.toml"), format!("{campaign}\n[limits]\n{limits}\n")).unwrap();
    fs::create_dir(folder.path().join("returns")).unwrap();
    fs::write(folder.path().join("returns").join(name), bytes).unwrap();
    let script =
        format!("ulimit -v {}; exec timeout {} \"$0\" check \"$1\" --lang fr --out \"$1/out\"", COST.0, COST.1);
    let ran =
        Command::new("sh").args(["-c", &script, env!("CARGO_BIN_EXE_bilan")]).arg(folder.path()).output().unwrap();
    let out = String::from_utf8_lossy(&ran.stdout).into_owned();
    let wrong = String::from_utf8_lossy(&ran.stderr);
    assert!(matches!(ran.status.code(), Some(0 | 1)), "{:?}\n{out}\n{wrong}", ran.status);
    assert!(!wrong.contains("panicked"), "{wrong}");
    out.replace(['\u{202f}', '\u{a0}'], " ")
}

/// Checks that the program says a line of a file.
#[track_caller]
fn check(name: &str, bytes: &[u8], expected: &str) {
    let said = said(name, bytes, "");
    assert!(said.contains(expected), "{said}");
}

fn sheet(cells: &str) -> Vec<u8> {
    xlsx_of("Activités", &format!("<worksheet><sheetData>{cells}</sheetData></worksheet>"))
}

#[test]
fn cells_far_out_and_beyond() {
    let far = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
    check("a.xlsx", &sheet(far), "H203");
    let beyond = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"ZZZZZZ4294967295\"><v>2</v></c></row>";
    check("a.xlsx", &sheet(beyond), "Activités!1: Fichier illisible : une cellule se trouve hors des limites");
    check("a.xlsx", &sheet("<row r=\"4294967295\"/>"), "les lignes ne se suivent pas");
}

#[test]
fn counts_that_are_declared() {
    let cells = b"<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>";
    let strings = b"<sst count=\"4294967295\" uniqueCount=\"4294967295\"><si><t>un</t></si></sst>";
    check("a.xlsx", &archive_of(&xlsx_parts(cells, strings, b"<styleSheet/>"), false), "H203");
}

/// Makes a workbook whose sheet holds four gibibytes of one byte between two texts.
fn huge(before: &str, byte: u8, after: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_level(Some(1)).large_file(true);
    for (name, bytes) in xlsx_parts(b"", b"<sst/>", b"<styleSheet/>") {
        zip.start_file(name, options).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            let block = vec![byte; 1 << 20];
            zip.write_all(before.as_bytes()).unwrap();
            for _ in 0..4096 {
                zip.write_all(&block).unwrap();
            }
            zip.write_all(after.as_bytes()).unwrap();
        } else {
            zip.write_all(bytes).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn four_gibibytes_of_blanks() {
    let bytes = huge("<worksheet><sheetData>", b' ', "</sheetData></worksheet>");
    check("a.xlsx", &bytes, "F102");
    let said = said("a.xlsx", &bytes, "ratio = 1000000\nunpacked_mib = 10000");
    assert!(said.contains("la limite est 4 Mo pour une cellule"), "{said}");
}

#[test]
fn a_text_of_four_gibibytes() {
    let bytes = huge(
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>",
        b'a',
        "</t></is></c></row></sheetData></worksheet>",
    );
    let said = said("a.xlsx", &bytes, "ratio = 1000000\nunpacked_mib = 10000");
    assert!(said.contains("la limite est 4 Mo pour une cellule"), "{said}");
}

#[test]
fn circles_in_compound_files() {
    let file = binary::compound(&[("Workbook", &same::xls())]);
    let set = |changes: &[(usize, u32)]| {
        let mut file = file.clone();
        for &(at, word) in changes {
            file[at..at + 4].copy_from_slice(&word.to_le_bytes());
        }
        file
    };
    let table = |sector: usize| 512 + sector * 4;
    // The directory, the workbook, the table of the table, and the table of small streams.
    let damaged = "Fichier illisible : le fichier est ";
    check("a.xls", &set(&[(table(1), 1)]), damaged);
    check("a.xls", &set(&[(table(2), 2)]), damaged);
    check("a.xls", &set(&[(68, 0), (table(127), 0)]), "F101");
    check("a.xls", &set(&[(60, 2), (table(2), 2)]), damaged);
    check("a.xls", &set(&[(56, u32::MAX), (60, 1), (table(1), 1)]), damaged);
    check("a.xls", &set(&[(44, u32::MAX), (64, u32::MAX), (72, u32::MAX)])[..1024], "F101");
    // A workbook older than what this program reads by itself goes to a process of its own.
    check("a.xls", &binary::compound(&[("Book", &[0xFF; 600])]), damaged);
}

#[test]
fn sizes_that_lie() {
    let mut bytes = sheet(&format!("<row><c><v>1</v></c></row>{}", " ".repeat(1 << 20)));
    let name = b"xl/worksheets/sheet1.xml";
    let at = bytes.windows(name.len()).rposition(|window| window == name).unwrap() - 46;
    bytes[at + 24..at + 28].copy_from_slice(&100_u32.to_le_bytes());
    check("a.xlsx", &bytes, "F101");
    bytes[at + 24..at + 28].copy_from_slice(&0xFFFF_FFF0_u32.to_le_bytes());
    check("a.xlsx", &bytes, "F102");
}

#[test]
fn entities_that_grow() {
    let laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
    let sheet = format!("{laughs}<worksheet><sheetData><row><c t=\"str\"><v>&c;</v></c></row></sheetData></worksheet>");
    check("a.xlsx", &xlsx_of("Activités", &sheet), "il contient une déclaration de type de document");
    let content = format!("{laughs}<office:document-content/>");
    check("a.ods", &ods_of(content.as_bytes(), false), "il contient une déclaration de type de document");
}

#[test]
fn repeats() {
    let content = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Activités\"><table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
    let said = said("a.ods", &ods_of(content.as_bytes(), false), "cells_million = 2");
    assert!(said.contains("la limite est 2 000 000 cellules remplies par fichier"), "{said}");
}

#[test]
fn millions_of_cells() {
    let row = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(10_000));
    let said = said("a.xlsx", &sheet(&row.repeat(300)), "cells_million = 1\nratio = 100000");
    assert!(said.contains("la feuille a été lue jusqu’à la ligne 100"), "{said}");
}

#[test]
fn blanks_around_a_number() {
    let [cells, strings, styles] = same::xlsx();
    let cells = String::from_utf8(cells).unwrap().replace("<v>1000</v>", "<v> 1000</v>");
    let bytes = archive_of(&xlsx_parts(cells.as_bytes(), &strings, &styles), false);
    assert!(!said("tiznit.xlsx", &bytes, "").contains("!G2"));
}

#[test]
fn texts_that_look_like_formulas() {
    let head = "Identifiant;Intitulé;Thématique;Collectivité marocaine;Statut;Monnaie;Budget total\n";
    let row =
        "A-1;=HYPERLINK(\"\"http://x.invalid\"\");Santé;Tiznit;=HYPERLINK(\"\"http://x.invalid\"\");+MAD;@SUM(1)\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tiznit--activites.csv");
    fs::write(
        &path,
        format!(
            "{head}{}",
            row.replace(";=HYPERLINK(\"\"http://x.invalid\"\")", ";\"=HYPERLINK(\"\"http://x.invalid\"\")\"")
        ),
    )
    .unwrap();
    let out = folder.path().join("out");
    crate::program::bilan(&["check", crate::program::arg(&path), "--out", crate::program::arg(&out)]);
    let (_, workbook) =
        crate::program::files(&out).into_iter().find(|(name, _)| name.ends_with("findings-fr.xlsx")).unwrap();
    let parts = crate::program::parts(&workbook);
    let holds = |text: &str| parts.iter().any(|(name, part)| name.ends_with(".xml") && part.contains(text));
    assert!(
        holds("=HYPERLINK(")
            && !holds("<f>HYPERLINK(\"http://x.invalid")
            && !holds("<f>HYPERLINK(&quot;http://x.invalid")
    );
}

/// A sink that takes everything.
struct Nothing;

impl RowSink for Nothing {
    fn sheet(&mut self, _: FileId, _: SheetId, _: &str, _: bool) {}
    fn row(&mut self, _: RawRow) {}
    fn end_sheet(&mut self) {}
}

#[test]
fn seeds_of_the_fuzzers_are_read_without_panic() {
    let mut seeds = 0;
    for target in ["bytes", "csv", "ods", "xls", "xlsb", "xlsx"] {
        for entry in fs::read_dir(Path::new("tests/fuzz/seeds").join(target)).unwrap() {
            let path = entry.unwrap().path();
            let (name, bytes) = of_seed(target, &fs::read(&path).unwrap());
            let read = catch_unwind(|| {
                let program = Path::new(env!("CARGO_BIN_EXE_bilan"));
                let reader = Reader { child: Some(program), ..Reader::default() };
                reader.read_bytes(&bytes, name, &mut Sources::default(), &mut Nothing).1
            });
            let unforeseen =
                read.map(|findings| findings.iter().any(|finding| format!("{finding:?}").contains("unforeseen")));
            assert!(matches!(unforeseen, Ok(false)), "{}", path.display());
            seeds += 1;
        }
    }
    assert!(seeds >= 10, "{seeds}");
}
