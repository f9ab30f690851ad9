//! How a workbook goes to paper and says where it comes from: pages, headers, footers and properties.

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, Worksheet, XlsxError};

use super::layout::Placed;
use crate::locale::Locale;
use crate::model::book::{Block, Book, BookSheet, ColumnClass, Tab};

/// The most characters of a header or footer, its codes among them, by the format.
const LONGEST_LINE: usize = 255;
/// The characters across a page of rows that can still be read.
const PAGE: u32 = 240;
/// The code of A4 paper.
const A4: u8 = 9;

/// Sets the pages of a sheet. `end` is the last row and column of its charts.
pub fn set_up(
    worksheet: &mut Worksheet,
    sheet: &BookSheet,
    book: &Book,
    locale: &Locale<'_>,
    (placed, end): (&[Placed], (u32, u16)),
) -> Result<(), XlsxError> {
    worksheet.set_paper_size(A4).set_landscape();
    let one_page = sheet.blocks.iter().any(|block| block.cards);
    let printed = printed(sheet);
    let across = if sheet.tab.is_data() { printed.iter().sum::<u32>().div_ceil(PAGE).max(1) } else { 1 };
    worksheet.set_print_fit_to_pages(across as u16, u16::from(one_page));
    if across > 1 {
        worksheet.set_repeat_columns(0, 0)?;
    }
    worksheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    let [start, other] = if locale.lang.is_rtl() { ['R', 'L'] } else { ['L', 'R'] };
    let title = escaped(&locale.say(&book.title), LONGEST_LINE - 20);
    worksheet.set_header(format!("&{start}{title}&{other}&A"));
    let made = format!("{} \u{2013} {}", book.provenance.program, book.provenance.short());
    worksheet.set_footer(format!("&{start}{}&{other}&P / &N", escaped(&made, LONGEST_LINE - 20)));
    if let Some(first) = placed.first() {
        // One range of rows can be repeated: of a sheet of several tables, its title.
        let row = if placed.len() == 1 || sheet.tab == Tab::Indicators { first.head } else { 0 };
        if !one_page {
            worksheet.set_repeat_rows(row, row)?;
        }
    }
    let bottom = placed.iter().map(|place| place.last).max().unwrap_or(0).max(end.0);
    let right = if sheet.tab.is_data() { printed.len().saturating_sub(1) } else { printed.len() } as u16;
    worksheet.set_print_area(0, 0, bottom.max(1 + sheet.lead.len() as u32), right.max(end.1).max(1))?;
    Ok(())
}

/// Gives the widths of the columns that go to paper: helper columns do not.
fn printed(sheet: &BookSheet) -> Vec<u32> {
    let of = |block: &Block| -> Vec<u32> {
        let shown = block.columns.iter().filter(|column| column.class != ColumnClass::Helper);
        shown.map(|column| u32::from(column.width)).collect()
    };
    sheet.blocks.iter().map(of).max_by_key(Vec::len).unwrap_or_default()
}

/// Writes a text so that no sign of it is a code, cut to a length.
fn escaped(text: &str, longest: usize) -> String {
    let mut line = String::new();
    let mut units = 0;
    for letter in text.chars() {
        let code = letter == '&';
        units += letter.len_utf16() + usize::from(code);
        if units > longest {
            break;
        }
        line.extend(std::iter::repeat_n(letter, 1 + usize::from(code)));
    }
    line
}

/// Adds where a workbook comes from to its properties.
pub fn properties(properties: DocProperties, book: &Book, created: Date) -> DocProperties {
    let provenance = &book.provenance;
    properties
        .set_custom_property("Program", &*provenance.program)
        .set_custom_property("Fingerprint", &*provenance.fingerprint)
        .set_custom_property("Reference date", created.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_holds_no_code_of_a_title_and_is_not_too_long() {
        assert_eq!(escaped("Eau & santé", 100), "Eau && santé");
        assert_eq!(escaped("ab&cd", 3), "ab");
    }
}
