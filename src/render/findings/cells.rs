//! The account of every cell, by file and sheet: read, used, left aside by reason, held.

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::{Account, HEAD, locate, sheet};
use crate::locale::Locale;
use crate::model::{CellCount, Ignored, Place, column_letters};
use crate::render::xlsx::style::{Shape, Styles, Tone};

/// The columns before the reasons: heading and width.
const BEFORE: [(&str, u8); 4] =
    [("workbook-head-file", 34), ("workbook-head-sheet", 24), ("workbook-head-read", 14), ("workbook-head-used", 14)];
/// The columns after the reasons. The last is zero where the account adds up.
const AFTER: [(&str, u8); 2] = [("workbook-head-held", 14), ("account-check", 12)];
/// The column of the cells read.
const READ: u16 = 2;

/// Writes the account: a row a sheet, a column a reason that occurs, and the sums as formulas.
pub fn write(
    account: &Account<'_>,
    locale: &Locale<'_>,
    styles: &mut Styles,
) -> std::result::Result<Worksheet, XlsxError> {
    let total = CellCount::sum(account.cells.values());
    let reasons: Vec<Ignored> = total.ignored.keys().copied().collect();
    let plain = |(key, width): &(&str, u8)| (locale.text(key), *width);
    let reason = |reason: &Ignored| (locale.text(reason.key()), 18);
    let heads: Vec<(String, u8)> =
        BEFORE.iter().map(plain).chain(reasons.iter().map(reason)).chain(AFTER.iter().map(plain)).collect();
    let mut worksheet = Worksheet::new();
    let remark = (locale.text("workbook-account-note"), Tone::Note);
    sheet(&mut worksheet, locale, styles, ["workbook-account", "workbook-account-title"], remark, &heads)?;
    worksheet.set_row_height(HEAD, 44)?;
    let mut row = HEAD;
    for (&id, count) in account.cells {
        row += 1;
        let place = locate(account.sources, Place::Sheet(id));
        for (text, at) in [place.file.unwrap_or(""), place.sheet.unwrap_or("")].into_iter().zip(0_u16..) {
            worksheet.write_string_with_format(row, at, text, styles.get(Shape::Text, Tone::Plain))?;
        }
        let numbers = numbers(count, &reasons);
        for (&number, at) in numbers.iter().zip(READ..) {
            let held = usize::from(at - READ) + 1 == numbers.len();
            let tone = if held && number > 0 { Tone::Missing } else { Tone::Plain };
            worksheet.write_number_with_format(row, at, number as f64, styles.get(Shape::Number(0), tone))?;
        }
        difference(&mut worksheet, row, &numbers, styles, Tone::Source)?;
    }
    if account.cells.is_empty() {
        return Ok(worksheet);
    }
    let last = row;
    row += 1;
    let label = locale.text("account-total");
    worksheet.write_string_with_format(row, 0, label, styles.get(Shape::Text, Tone::Strong))?;
    worksheet.write_blank(row, 1, styles.get(Shape::Text, Tone::Strong))?;
    let numbers = numbers(&total, &reasons);
    for (number, at) in numbers.iter().zip(READ..) {
        let letters = column_letters(at);
        let sum = Formula::new(format!("=SUM({letters}{}:{letters}{})", HEAD + 2, last + 1));
        let sum = sum.set_result(number.to_string());
        worksheet.write_formula_with_format(row, at, sum, styles.get(Shape::Number(0), Tone::Strong))?;
    }
    difference(&mut worksheet, row, &numbers, styles, Tone::Strong)?;
    Ok(worksheet)
}

/// Gives the numbers of a row: read, used, each reason, held.
fn numbers(count: &CellCount, reasons: &[Ignored]) -> Vec<u64> {
    let ignored = reasons.iter().map(|reason| count.ignored.get(reason).copied().unwrap_or(0));
    [count.read, count.used].into_iter().chain(ignored).chain([count.held]).collect()
}

/// Writes what is read less its parts behind a row: zero where the account adds up.
fn difference(
    worksheet: &mut Worksheet,
    row: u32,
    numbers: &[u64],
    styles: &mut Styles,
    tone: Tone,
) -> std::result::Result<(), XlsxError> {
    let at = READ + numbers.len() as u16;
    let [read, used, held] = [READ, READ + 1, at - 1].map(column_letters);
    let excel = row + 1;
    let rest = numbers[0] as i128 - numbers[1..].iter().map(|number| i128::from(*number)).sum::<i128>();
    let formula = Formula::new(format!("={read}{excel}-SUM({used}{excel}:{held}{excel})")).set_result(rest.to_string());
    worksheet.write_formula_with_format(row, at, formula, styles.get(Shape::Number(0), tone))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_row_add_up_to_what_was_read() {
        let mut count = CellCount { read: 20, used: 12, held: 3, ..CellCount::default() };
        count.ignore(Ignored::Total, 4);
        count.ignore(Ignored::Help, 1);
        let row = numbers(&count, &[Ignored::Above, Ignored::Total, Ignored::Help]);
        assert_eq!(row, [20, 12, 0, 4, 1, 3]);
        assert_eq!(row[0], row[1..].iter().sum::<u64>());
    }
}
