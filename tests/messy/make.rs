//! Files made by the tests, byte by byte where a library would write them right.

use std::io::{Cursor, Write as _};

use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::binary;

/// Gives a csv as a file has it.
pub fn csv(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

/// Makes a workbook of sheets: the name of the tab and its rows, one a line, cells parted by `|`. A cell that is a number
/// becomes one, unless an apostrophe stands before it; a blank cell is empty.
pub fn xlsx(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet().set_name(*name).unwrap();
        for (row, line) in rows.lines().enumerate() {
            for (column, cell) in line.split('|').map(str::trim).enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let (row, column) = (row as u32, column as u16);
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, cell.strip_prefix('\'').unwrap_or(cell)).unwrap(),
                };
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// Makes a workbook of one sheet whose XML is given whole.
pub fn xlsx_of(name: &str, worksheet: &str) -> Vec<u8> {
    archive(&[
        (
            "_rels/.rels",
            r#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/workbook.xml", &format!(r#"<workbook><sheets><sheet name="{name}" r:id="r1"/></sheets></workbook>"#)),
        ("xl/worksheets/sheet1.xml", worksheet),
    ])
}

/// Packs parts into a zip archive.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Packs parts into a zip archive, any bytes; stored as they are where `stored`.
pub fn archive_of(parts: &[(&str, &[u8])], stored: bool) -> Vec<u8> {
    let method = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
    let options = SimpleFileOptions::default().compression_method(method);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The parts that make a workbook of a sheet, its shared strings and its styles.
pub fn xlsx_parts<'p>(sheet: &'p [u8], strings: &'p [u8], styles: &'p [u8]) -> Vec<(&'static str, &'p [u8])> {
    vec![
        (
            "_rels/.rels",
            br#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            br#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"Activités\" r:id=\"r1\"/></sheets></workbook>".as_bytes(),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ]
}

/// Makes a workbook of LibreOffice of its content.
pub fn ods_of(content: &[u8], stored: bool) -> Vec<u8> {
    archive_of(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)], stored)
}

/// What stands between the parts of a seed of several parts.
pub const SEAM: &[u8] = b"~~~~";

/// Makes the file that a seed of a fuzz target stands for, with its name.
pub fn of_seed(target: &str, seed: &[u8]) -> (&'static str, Vec<u8>) {
    let mut parts = Vec::new();
    let mut rest = seed;
    while let Some(at) = rest.windows(SEAM.len()).position(|window| window == SEAM) {
        parts.push(&rest[..at]);
        rest = &rest[at + SEAM.len()..];
    }
    parts.push(rest);
    let part = |at: usize| parts.get(at).copied().unwrap_or_default();
    match target {
        "xlsx" => ("a.xlsx", archive_of(&xlsx_parts(part(0), part(1), part(2)), true)),
        "ods" => ("a.ods", ods_of(seed, true)),
        "xlsb" => ("a.xlsb", binary::xlsb(part(0), part(1), part(2), part(3), true)),
        "xls" => {
            // Whatever the fuzzer does to the first record, the workbook is one that this program reads by itself.
            let rest = seed.get(8..).unwrap_or_default();
            ("a.xls", binary::compound(&[("Workbook", &[&[9, 8, 8, 0, 0, 6, 5, 0], rest].concat())]))
        }
        "csv" => ("a.csv", seed.to_vec()),
        _ => ("a.xlsx", seed.to_vec()),
    }
}
