//! One table in each format that programs write, so that what is read can be compared.

use std::fmt::Write as _;

use super::binary::{biff8, biff12, wide};

/// What a cell holds.
#[derive(Clone, Copy)]
pub enum Held {
    Text(&'static str),
    Number(f64),
    Percent(f64),
    /// The serial number of a day.
    Day(f64),
    /// `#REF!`.
    Error,
    /// A formula and its number.
    Formula(f64),
    /// A formula that gives a text.
    FormulaText(&'static str),
}

use Held::{Day, Error, Formula, FormulaText, Number, Percent, Text};

/// The number of the row that is hidden, and of the column, both from 0.
const HIDDEN: (u32, u32) = (2, 8);

/// The rows of the sheet `Activités`. The third is hidden, and so is the last column; the note stands in merged cells.
pub const ROWS: &[&[Held]] = &[
    &[
        Text("Identifiant"),
        Text("Intitulé"),
        Text("Thématique"),
        Text("Collectivité marocaine"),
        Text("Statut"),
        Text("Monnaie"),
        Text("Budget total"),
        Text("Dépenses"),
        Text("Date de début"),
    ],
    &[
        Text("A-1"),
        Text("Eau potable"),
        Text("Santé"),
        Text("Tiznit"),
        Text("En cours"),
        Text("MAD"),
        Number(1000.0),
        Error,
        Day(46_096.0),
    ],
    &[
        Text("A-2"),
        FormulaText("École & lycée"),
        Text("Santé"),
        Text("تيزنيت"),
        Text("En cours"),
        Text("MAD"),
        Formula(2500.5),
        Percent(0.25),
        Day(46_113.0),
    ],
    &[],
    &[Text("Note : provisoire")],
];

/// The styles: a number, a percentage, a day.
fn style(held: Held) -> u32 {
    match held {
        Percent(_) => 1,
        Day(_) => 2,
        _ => 0,
    }
}

/// Gives the sheet, the shared strings and the styles of a workbook of Excel.
pub fn xlsx() -> [Vec<u8>; 3] {
    let mut rows = String::new();
    let mut strings = String::new();
    let mut shared = 0;
    for (at, row) in (0_u32..).zip(ROWS) {
        let hidden = if at == HIDDEN.0 { " hidden=\"1\"" } else { "" };
        let _ = write!(rows, "<row r=\"{}\"{hidden}>", at + 1);
        for (column, held) in (b'A'..).zip(*row) {
            let _ = write!(rows, "<c r=\"{}{}\" s=\"{}\"", char::from(column), at + 1, style(*held));
            let _ = match held {
                Text(text) => {
                    let _ = write!(strings, "<si><t>{text}</t></si>");
                    shared += 1;
                    write!(rows, " t=\"s\"><v>{}</v></c>", shared - 1)
                }
                Number(number) | Percent(number) | Day(number) => write!(rows, "><v>{number}</v></c>"),
                Error => write!(rows, " t=\"e\"><f>A9</f><v>#REF!</v></c>"),
                Formula(number) => write!(rows, "><f>1+1</f><v>{number}</v></c>"),
                FormulaText(text) => {
                    write!(rows, " t=\"str\"><f>\"x\"</f><v>{}</v></c>", text.replace('&', "&amp;"))
                }
            };
        }
        rows.push_str("</row>");
    }
    let column = HIDDEN.1 + 1;
    [
        format!(
            "<worksheet><cols><col min=\"{column}\" max=\"{column}\" hidden=\"1\"/></cols><sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"A5:C6\"/></mergeCells></worksheet>"
        )
        .into_bytes(),
        format!("<sst>{strings}</sst>").into_bytes(),
        b"<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>".to_vec(),
    ]
}

/// Gives the content of a workbook of LibreOffice; `office` is what stands around the sheets.
pub fn ods() -> Vec<u8> {
    let mut rows = String::new();
    for (at, row) in (0_u32..).zip(ROWS) {
        let hidden = if at == HIDDEN.0 { " table:visibility=\"filter\"" } else { "" };
        let _ = write!(rows, "<table:table-row{hidden}>");
        for held in *row {
            let span = if at == 4 { " table:number-columns-spanned=\"3\" table:number-rows-spanned=\"2\"" } else { "" };
            let _ = match held {
                Text(text) => write!(
                    rows,
                    "<table:table-cell{span} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
                ),
                Number(number) => {
                    write!(rows, "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"/>")
                }
                Percent(number) => {
                    write!(rows, "<table:table-cell office:value-type=\"percentage\" office:value=\"{number}\"/>")
                }
                Day(serial) => {
                    let day = jiff::civil::date(1899, 12, 30) + jiff::Span::new().days(*serial as i64);
                    write!(rows, "<table:table-cell office:value-type=\"date\" office:date-value=\"{day}\"/>")
                }
                Error => write!(
                    rows,
                    "<table:table-cell table:formula=\"of:=[.A9]\" office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#REF!</text:p></table:table-cell>"
                ),
                Formula(number) => write!(
                    rows,
                    "<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"{number}\"/>"
                ),
                FormulaText(text) => write!(
                    rows,
                    "<table:table-cell table:formula=\"of:=A1\" office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
                    text.replace('&', "&amp;")
                ),
            };
        }
        rows.push_str("</table:table-row>");
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:body><office:spreadsheet><table:table table:name=\"Activités\"><table:table-column table:number-columns-repeated=\"{}\"/><table:table-column table:visibility=\"collapse\"/>{rows}</table:table></office:spreadsheet></office:body></office:document-content>",
        HIDDEN.1
    )
    .into_bytes()
}

/// Gives the stream of a workbook of BIFF8. Long texts go on in a second record, one of them from narrow to wide.
pub fn xls() -> Vec<u8> {
    let text = |text: &str| {
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut bytes = (units.len() as u16).to_le_bytes().to_vec();
        bytes.push(1);
        bytes.extend(units.into_iter().flat_map(u16::to_le_bytes));
        bytes
    };
    let texts: Vec<&str> = ROWS
        .iter()
        .flat_map(|row| *row)
        .filter_map(|held| if let Text(text) = held { Some(*text) } else { None })
        .collect();
    let mut strings = [texts.len() as u32, texts.len() as u32].map(u32::to_le_bytes).concat();
    strings.extend(texts.iter().take(9).flat_map(|of| text(of)));
    let next = texts[9];
    // The first letter narrow, here; the others wide, in the record that continues.
    strings.extend((next.len() as u16).to_le_bytes());
    strings.extend([0, next.as_bytes()[0]]);
    let mut more = vec![1];
    more.extend(next[1..].encode_utf16().flat_map(u16::to_le_bytes));
    more.extend(texts.iter().skip(10).flat_map(|of| text(of)));

    let mut globals = biff8(0x809, &[0, 6, 5, 0, 0, 0, 0, 0]);
    globals.extend(biff8(0x41E, &[&[170, 0][..], &text("dd/mm/yyyy")].concat()));
    for format in [0_u8, 9, 170] {
        globals.extend(biff8(0xE0, &[0, 0, format, 0, 0, 0]));
    }
    let name: Vec<u8> = "Activités".chars().map(|letter| letter as u8).collect();
    let hidden = b"Listes";
    let rest = [biff8(0xFC, &strings), biff8(0x3C, &more), biff8(0x0A, &[])].concat();
    let first = globals.len() + 2 * 12 + name.len() + hidden.len() + rest.len();

    let mut sheet = biff8(0x809, &[0, 6, 16, 0, 0, 0, 0, 0]);
    let column = HIDDEN.1 as u8;
    sheet.extend(biff8(0x7D, &[column, 0, column, 0, 0, 0, 0, 0, 1, 0]));
    sheet.extend(biff8(0x208, &[HIDDEN.0 as u8, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0]));
    let mut shared = 0_u32;
    for (at, row) in (0_u8..).zip(ROWS) {
        for (column, held) in (0_u8..).zip(*row) {
            let head = [at, 0, column, 0, style(*held) as u8, 0];
            let of = |rest: &[u8]| [&head[..], rest].concat();
            let formula = |value: [u8; 8]| of(&[&value[..], &[0; 6], &[3, 0, 0x1E, 1, 0]].concat());
            sheet.extend(match held {
                Text(_) => {
                    shared += 1;
                    biff8(0xFD, &of(&(shared - 1).to_le_bytes()))
                }
                // An integer of 30 bits, twice: alone and in a row of its own.
                Number(number) => biff8(0x27E, &of(&(((*number as u32) << 2) | 2).to_le_bytes())),
                Percent(number) => {
                    let rk = (((number * 100.0) as u32) << 2) | 3;
                    biff8(0xBD, &[&head[..], &rk.to_le_bytes(), &[column, 0]].concat())
                }
                Day(number) => biff8(0x203, &of(&number.to_le_bytes())),
                Error => biff8(0x06, &formula([2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF])),
                Formula(number) => biff8(0x06, &formula(number.to_le_bytes())),
                FormulaText(of) => {
                    [biff8(0x06, &formula([0, 0, 0, 0, 0, 0, 0xFF, 0xFF])), biff8(0x207, &text(of))].concat()
                }
            });
        }
    }
    sheet.extend(biff8(0xE5, &[1, 0, 4, 0, 5, 0, 0, 0, 2, 0]));
    sheet.extend(biff8(0x0A, &[]));

    let tab = |at: usize, state: u8, name: &[u8]| {
        biff8(0x85, &[&(at as u32).to_le_bytes()[..], &[state, 0, name.len() as u8, 0], name].concat())
    };
    globals.extend(tab(first, 0, &name));
    globals.extend(tab(first + sheet.len(), 1, hidden));
    let empty = [biff8(0x809, &[0, 6, 16, 0, 0, 0, 0, 0]), biff8(0x0A, &[])].concat();
    [globals, rest, sheet, empty].concat()
}

/// Gives the workbook, the sheet, the shared strings and the styles of a workbook of BIFF12.
pub fn xlsb() -> [Vec<u8>; 4] {
    let words = |words: &[u32]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
    let tab = [words(&[0, 1]), wide("rId1"), wide("Activités")].concat();
    let workbook = [biff12(0x99, &words(&[0, 0])), biff12(0x9C, &tab), biff12(0x90, &[])].concat();
    let mut styles = biff12(0x2C, &[vec![170, 0], wide("dd/mm/yyyy")].concat());
    styles.extend(biff12(0x269, &words(&[3])));
    for format in [0_u8, 9, 170] {
        styles.extend(biff12(0x2F, &[0, 0, format, 0, 0, 0, 0, 0]));
    }
    styles.extend(biff12(0x26A, &[]));

    let mut sheet = biff12(0x3C, &[words(&[HIDDEN.1, HIDDEN.1, 0, 0]), vec![1, 0]].concat());
    sheet.extend(biff12(0x91, &[]));
    let mut strings = Vec::new();
    let mut shared = 0_u32;
    for (at, row) in (0_u32..).zip(ROWS) {
        let flags = if at == HIDDEN.0 { 0x10 } else { 0 };
        sheet.extend(biff12(0x00, &[words(&[at, 0]), vec![0, 0, 0, flags, 0]].concat()));
        for (column, held) in (0_u32..).zip(*row) {
            let of = |rest: &[u8]| [&words(&[column, style(*held)])[..], rest].concat();
            let formula = [0_u8; 6];
            sheet.extend(match held {
                Text(text) => {
                    strings.extend(biff12(0x13, &[vec![0], wide(text)].concat()));
                    shared += 1;
                    biff12(0x07, &of(&(shared - 1).to_le_bytes()))
                }
                Number(number) => biff12(0x02, &of(&(((*number as u32) << 2) | 2).to_le_bytes())),
                Percent(number) | Day(number) => biff12(0x05, &of(&number.to_le_bytes())),
                Error => biff12(0x0B, &of(&[&[0x17][..], &formula].concat())),
                Formula(number) => biff12(0x09, &of(&[&number.to_le_bytes()[..], &formula].concat())),
                FormulaText(text) => biff12(0x08, &of(&[&wide(text)[..], &formula].concat())),
            });
        }
    }
    sheet.extend(biff12(0x92, &[]));
    sheet.extend(biff12(0xB0, &words(&[4, 5, 0, 2])));
    [workbook, sheet, strings, styles]
}
