//! The sender's own tabs: the same values at the same addresses, wrong cells marked.

use jiff::civil::{DateTime, date};
use rust_xlsxwriter::{DataValidation, Format, Formula, Note, Worksheet, XlsxError};

use super::look::{Look, Looks, Shape};
use super::marks::{Mark, Marks};
use super::{CHOICES, NOTES, Offer, Tab};
use crate::locale::Locale;
use crate::model::{Merged, RawValue, column_letters};

/// The most characters of one cell.
const LONGEST_TEXT: usize = 32_767;
/// The text that stands for a formula that was never calculated.
const NOT_CALCULATED: &str = "#N/A";
/// The most cells of a block that is merged again.
const LARGEST_BLOCK: u64 = 10_000;
/// The widest and the narrowest column, in characters.
const WIDTHS: (usize, usize) = (9, 38);
/// The widest table that is printed on one page, in characters.
const PAGE: usize = 220;

type Written<T> = std::result::Result<T, XlsxError>;

/// What writes the tabs of one sender.
pub struct Copied<'a> {
    /// The sender's language.
    pub locale: &'a Locale<'a>,
    /// The hidden tab that holds the suggestions, one row a cell.
    pub choices: Worksheet,
    /// How many cells have suggestions.
    pub offered: usize,
    /// How many cells had something to note.
    pub notes: usize,
    /// How many texts were too long for a cell.
    pub cut: u64,
    /// Who writes the notes.
    pub author: String,
}

impl Copied<'_> {
    /// Writes one tab. `heading` is the row of its headings, where they stand in a row.
    pub fn tab(&mut self, tab: &Tab, marks: &Marks, heading: Option<u32>, looks: &mut Looks) -> Written<Worksheet> {
        let mut worksheet = Worksheet::new();
        worksheet.set_name(&tab.name)?.set_right_to_left(self.locale.lang.is_rtl());
        worksheet.set_landscape().set_paper_size(9).set_print_gridlines(true);
        worksheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3).set_footer("&L&A&R&P / &N");
        let widths = widths(tab, heading);
        for (column, width) in &widths {
            worksheet.set_column_width(*column, *width as f64)?;
        }
        // A wide table is printed on several pages side by side, each with its first column: one page is too small to read.
        if widths.iter().map(|(_, width)| width).sum::<usize>() <= PAGE {
            worksheet.set_print_fit_to_pages(1, 0);
        } else {
            worksheet.set_print_scale(70).set_repeat_columns(0, 0)?;
        }
        if let Some(row) = heading {
            worksheet.set_freeze_panes(row + 1, 0)?.set_repeat_rows(row, row)?;
            worksheet.set_row_height(row, 30)?;
        }
        let look = |at: (u32, u16), raw: Option<&RawValue>| {
            let mark = marks.get(&at);
            Look {
                shape: shape(raw, mark),
                severity: mark.and_then(|mark| mark.severity),
                heading: heading == Some(at.0) && raw.is_some(),
            }
        };
        // A block is merged before its first cell is written, which would else be blank.
        for block in apart(&tab.merged) {
            let at = (block.rows.0, block.columns.0);
            let look = look(at, super::marks::value(tab, at));
            let ((top, bottom), (left, right)) = (block.rows, block.columns);
            worksheet.merge_range(top, left, bottom, right, "", looks.get(look))?;
        }
        for row in &tab.rows {
            for (column, raw) in &row.cells {
                let at = (row.row, *column);
                self.cell(&mut worksheet, at, raw, looks.get(look(at, Some(raw))))?;
            }
        }
        for (&at, mark) in marks {
            if super::marks::value(tab, at).is_none() {
                worksheet.write_blank(at.0, at.1, looks.get(look(at, None)))?;
            }
            self.mark(&mut worksheet, at, mark)?;
        }
        Ok(worksheet)
    }

    fn cell(
        &mut self,
        worksheet: &mut Worksheet,
        (row, column): (u32, u16),
        raw: &RawValue,
        format: &Format,
    ) -> Written<()> {
        match raw {
            RawValue::Number(number) | RawValue::Percent(number) => {
                worksheet.write_number_with_format(row, column, *number, format)?;
            }
            RawValue::Date(moment) => match serial(*moment) {
                Some(serial) => {
                    worksheet.write_number_with_format(row, column, serial, format)?;
                }
                None => {
                    worksheet.write_string_with_format(row, column, moment.date().to_string(), format)?;
                }
            },
            RawValue::Bool(value) => {
                worksheet.write_boolean_with_format(row, column, *value, format)?;
            }
            RawValue::Uncalculated => {
                worksheet.write_string_with_format(row, column, NOT_CALCULATED, format)?;
            }
            RawValue::Text(text) | RawValue::Error(text) => {
                let kept = kept(text);
                self.cut += u64::from(kept.len() < text.len());
                worksheet.write_string_with_format(row, column, kept, format)?;
            }
        }
        Ok(())
    }

    /// Adds the note and the drop-down of a cell.
    fn mark(&mut self, worksheet: &mut Worksheet, (row, column): (u32, u16), mark: &Mark) -> Written<()> {
        if !mark.note.is_empty() {
            self.notes += 1;
            if self.notes <= NOTES {
                let lines: usize = mark.note.lines().map(|line| line.chars().count().div_ceil(44).max(1)).sum();
                let height = (18 + 17 * lines as u32).min(420);
                let text: String = mark.note.chars().take(LONGEST_TEXT / 2).collect();
                let note = Note::new(text).set_author(&self.author).add_author_prefix(false);
                worksheet.insert_note(row, column, &note.set_width(320).set_height(height))?;
            }
        }
        if mark.offers.is_empty() || self.offered >= CHOICES {
            return Ok(());
        }
        let line = self.offered as u32;
        self.offered += 1;
        for (offer, at) in mark.offers.iter().zip(0_u16..) {
            match offer {
                Offer::Text(text) => self.choices.write_string(line, at, kept(text))?,
                Offer::Number(number) => self.choices.write_number(line, at, *number)?,
                Offer::Percent(number) => {
                    self.choices.write_number_with_format(line, at, *number, &Format::new().set_num_format("0.##%"))?
                }
                Offer::Date(day) => {
                    // Typed as it is shown, this order of year, month and day is a date in every language.
                    let format = Format::new().set_num_format("yyyy-mm-dd");
                    match serial(day.at(0, 0, 0, 0)) {
                        Some(serial) => self.choices.write_number_with_format(line, at, serial, &format)?,
                        None => self.choices.write_string(line, at, day.to_string())?,
                    }
                }
            };
        }
        let last = column_letters(mark.offers.len() as u16 - 1);
        let tab = self.choices.name().replace('\'', "''");
        let range = Formula::new(format!("='{tab}'!$A${0}:${last}${0}", line + 1));
        // Any other value may be typed without a word.
        let list = DataValidation::new().allow_list_formula(range).show_error_message(false);
        worksheet.add_data_validation(row, column, row, column, &list)?;
        Ok(())
    }
}

/// Cuts a text to what a cell holds.
fn kept(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > LONGEST_TEXT
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// Gives the serial number of a moment in the system of 1900; days that it does not have give none.
fn serial(moment: DateTime) -> Option<f64> {
    let day = moment.date();
    let start = if day < date(1900, 3, 1) { date(1899, 12, 31) } else { date(1899, 12, 30) };
    let days = start.until(day).ok()?.get_days();
    let time = moment.time();
    let seconds = i32::from(time.hour()) * 3600 + i32::from(time.minute()) * 60 + i32::from(time.second());
    (days >= 1).then(|| f64::from(days) + f64::from(seconds) / 86_400.0)
}

/// Tells how a value is shown.
fn shape(raw: Option<&RawValue>, mark: Option<&Mark>) -> Shape {
    match raw {
        Some(RawValue::Number(number)) if number.fract() == 0.0 && (1e11..1e15).contains(&number.abs()) => {
            Shape::Digits
        }
        Some(RawValue::Percent(share)) => {
            let whole = |factor: f64| ((share * factor).round() - share * factor).abs() < 1e-9;
            Shape::Percent(if whole(100.0) {
                0
            } else if whole(1000.0) {
                1
            } else {
                2
            })
        }
        Some(RawValue::Date(moment)) if moment.time() == jiff::civil::Time::midnight() => Shape::Day,
        Some(RawValue::Date(_)) => Shape::Moment,
        // What may become a number once it is corrected is no text for ever.
        Some(RawValue::Text(text)) if mark.is_none_or(|mark| mark.severity.is_none()) && digits(text) => Shape::Text,
        Some(RawValue::Text(_)) if mark.is_some_and(|mark| matches!(mark.offers.first(), Some(Offer::Date(_)))) => {
            Shape::Day
        }
        _ => Shape::General,
    }
}

/// Says whether a program could take a text for a number, and lose its zeros or digits when it is typed again.
fn digits(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-' | '+'))
}

/// Gives the width of each column: its longest text from the headings down.
fn widths(tab: &Tab, heading: Option<u32>) -> Vec<(u16, usize)> {
    let mut longest: std::collections::BTreeMap<u16, usize> = std::collections::BTreeMap::new();
    for row in tab.rows.iter().filter(|row| row.row >= heading.unwrap_or(0)) {
        for (column, raw) in &row.cells {
            let length = match raw {
                // A heading may take two lines.
                RawValue::Text(text) if heading == Some(row.row) => text.chars().count().div_ceil(2) + 3,
                RawValue::Text(text) | RawValue::Error(text) => text.chars().count(),
                RawValue::Number(number) => number.to_string().len().min(16),
                RawValue::Percent(_) => 7,
                RawValue::Date(_) => 11,
                RawValue::Bool(_) | RawValue::Uncalculated => 6,
            };
            let known = longest.entry(*column).or_default();
            *known = length.max(*known);
        }
    }
    let (least, most) = WIDTHS;
    longest.into_iter().map(|(column, length)| (column, (length + 2).clamp(least, most))).collect()
}

/// Gives the blocks that can stand together: none of one cell, none over another, none without end.
fn apart(blocks: &[Merged]) -> Vec<Merged> {
    let mut kept: Vec<Merged> = Vec::new();
    let touch = |one: (u32, u32), other: (u32, u32)| one.0 <= other.1 && other.0 <= one.1;
    let wide = |(left, right): (u16, u16)| (u32::from(left), u32::from(right));
    for block in blocks {
        let (rows, columns) = (block.rows, wide(block.columns));
        if rows.1 < rows.0 || columns.1 < columns.0 {
            continue;
        }
        let cells = u64::from(rows.1 - rows.0 + 1) * u64::from(columns.1 - columns.0 + 1);
        let free = !kept.iter().any(|other| touch(rows, other.rows) && touch(columns, wide(other.columns)));
        if (2..=LARGEST_BLOCK).contains(&cells) && kept.len() < NOTES && free {
            kept.push(*block);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_keeps_its_serial_number() {
        #[track_caller]
        fn check(moment: DateTime, expected: Option<f64>) {
            assert_eq!(serial(moment), expected);
        }
        check(date(2026, 3, 1).at(0, 0, 0, 0), Some(46_082.0));
        check(date(2026, 3, 1).at(12, 0, 0, 0), Some(46_082.5));
        check(date(1900, 1, 1).at(0, 0, 0, 0), Some(1.0));
        check(date(1900, 3, 1).at(0, 0, 0, 0), Some(61.0));
        check(date(1850, 5, 3).at(0, 0, 0, 0), None);
    }

    #[test]
    fn blocks_never_lie_over_each_other() {
        let block = |top, bottom, left, right| Merged { rows: (top, bottom), columns: (left, right) };
        let blocks =
            [block(0, 0, 0, 3), block(0, 2, 2, 2), block(4, 4, 1, 1), block(5, 9, 0, 0), block(0, 90_000, 5, 5)];
        assert_eq!(apart(&blocks), [block(0, 0, 0, 3), block(5, 9, 0, 0)]);
    }
}
