//! Files made by the tests, byte by byte where a library would write them right.

use std::io::{Cursor, Write as _};

use rust_xlsxwriter::Workbook;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

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
