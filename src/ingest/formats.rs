//! Number formats and the serial dates of Excel.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};

use super::feed::Stop;
use crate::model::RawValue;

/// What the number format of a cell says about its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Format {
    /// A number, or a time of day or duration, which stays a number.
    #[default]
    Number,
    /// A fraction shown as a percentage.
    Percent,
    /// A date, with or without a time.
    Date,
}

impl Format {
    /// Gives the meaning of a built-in format (ECMA-376, part 1, 18.8.30).
    pub fn built_in(id: u32) -> Format {
        match id {
            9 | 10 => Format::Percent,
            // 27–36 and 50–58 are dates in East Asian editions.
            14..=17 | 22 | 27..=36 | 50..=58 => Format::Date,
            _ => Format::Number,
        }
    }

    /// Reads a format code, such as `dd/mm/yyyy` or `0.0%`.
    ///
    /// The first section decides. Literals are skipped: quoted text, escaped characters and brackets such as `[Red]`
    /// or `[$-40C]`. A day or a year makes a date, and a month too unless hours or seconds stand by: then it is minutes.
    pub fn parse(code: &str) -> Format {
        let code = code.trim();
        // `Standard` is how French editions call `General`; some programs write it into the file.
        if code.eq_ignore_ascii_case("general") || code.eq_ignore_ascii_case("standard") {
            return Format::Number;
        }
        let (mut day, mut month, mut time, mut digits) = (false, false, false, false);
        let mut characters = code.chars();
        while let Some(character) = characters.next() {
            match character.to_ascii_lowercase() {
                ';' => break,
                '"' => drop(characters.find(|&next| next == '"')),
                '\\' | '_' | '*' => drop(characters.next()),
                '[' => {
                    let bracket: String = characters.by_ref().take_while(|&next| next != ']').collect();
                    time |= matches!(bracket.to_ascii_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss");
                }
                '%' => return Format::Percent,
                'd' | 'y' => day = true,
                'm' => month = true,
                'h' | 's' => time = true,
                '#' | '?' => digits = true,
                '0' => digits |= !time,
                _ => {}
            }
        }
        if !digits && (day || (month && !time)) { Format::Date } else { Format::Number }
    }

    /// Gives a number its meaning.
    pub fn apply(self, number: f64, epoch_1904: bool) -> RawValue {
        match self {
            Format::Number => RawValue::Number(number),
            Format::Percent => RawValue::Percent(number),
            Format::Date => from_serial(number, epoch_1904).map_or(RawValue::Number(number), RawValue::Date),
        }
    }
}

/// What each cell format of a workbook says about numbers.
#[derive(Debug, Default)]
pub(super) struct Styles {
    custom: BTreeMap<u32, Format>,
    cells: Vec<Format>,
}

impl Styles {
    /// The formats that a workbook may have; Excel allows 65 490.
    const MOST: usize = 100_000;

    /// Adds a number format with its code.
    pub fn add_format(&mut self, id: u32, code: &str) -> Result<(), Stop> {
        self.custom.insert(id, Format::parse(code));
        if self.custom.len() > Self::MOST { Err(Stop::because("reason-damaged")) } else { Ok(()) }
    }

    /// Adds the next cell format, by its number format, which was added before.
    pub fn add_cell(&mut self, id: u32) -> Result<(), Stop> {
        self.cells.push(self.custom.get(&id).copied().unwrap_or_else(|| Format::built_in(id)));
        if self.cells.len() > Self::MOST { Err(Stop::because("reason-damaged")) } else { Ok(()) }
    }

    /// Gives a cell format by its number.
    pub fn get(&self, at: usize) -> Format {
        self.cells.get(at).copied().unwrap_or_default()
    }
}

/// Turns a serial number into a date and time, rounded to the second. Gives nothing outside the years that Excel knows.
///
/// In the system of 1900, serial 60 is a 29 February that never was; it becomes the 28th.
fn from_serial(serial: f64, epoch_1904: bool) -> Option<DateTime> {
    const LAST: f64 = 2_958_466.0;
    let first = if epoch_1904 { 0.0 } else { 1.0 };
    if !(first..LAST).contains(&serial) {
        return None;
    }
    let seconds = (serial * 86_400.0).round() as i64;
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    let start: Date = match (epoch_1904, days) {
        (true, _) => date(1904, 1, 1),
        (false, ..60) => date(1899, 12, 31),
        (false, _) => date(1899, 12, 30),
    };
    let day = start.checked_add(days.days()).ok()?;
    Some(day.at((second / 3600) as i8, (second / 60 % 60) as i8, (second % 60) as i8, 0))
}

/// Reads a date, or a date and time, of ISO 8601.
pub(super) fn from_iso(text: &str) -> Option<DateTime> {
    let text = text.trim().trim_end_matches('Z');
    if text.contains('T') { text.parse().ok() } else { Some(text.parse::<Date>().ok()?.at(0, 0, 0, 0)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, expected: Format) {
        assert_eq!(Format::parse(code), expected, "{code}");
    }

    #[test]
    fn format_codes() {
        check("General", Format::Number);
        check("Standard", Format::Number);
        check("0.00", Format::Number);
        check("0%", Format::Percent);
        check("0.0\\ %", Format::Percent);
        check("0.0\" %\"", Format::Number);
        check("dd/mm/yyyy", Format::Date);
        check("[$-40C]d mmmm yyyy;@", Format::Date);
        check("[$-1010000]yyyy/mm/dd", Format::Date);
        check("mmm", Format::Date);
        check("dd/mm/yyyy hh:mm:ss.000", Format::Date);
        check("[h]:mm:ss", Format::Number);
        check("h:mm", Format::Number);
        check("mm:ss.0", Format::Number);
        check("\"Année\" 0", Format::Number);
        check("#,##0.00\\ [$DH]", Format::Number);
        check("#,##0 DH", Format::Number);
        check("_-* #,##0.00\\ \"dh\"_-;dd", Format::Number);
        check("[Red]0", Format::Number);
        check("@", Format::Number);
    }

    #[track_caller]
    fn check_serial(serial: f64, epoch_1904: bool, expected: &str) {
        let read = from_serial(serial, epoch_1904).map_or(String::new(), |moment| moment.to_string());
        assert_eq!(read, expected, "{serial}");
    }

    #[test]
    fn serials_follow_excel() {
        check_serial(1.0, false, "1900-01-01T00:00:00");
        check_serial(60.0, false, "1900-02-28T00:00:00");
        check_serial(61.0, false, "1900-03-01T00:00:00");
        check_serial(45_366.0, false, "2024-03-15T00:00:00");
        check_serial(45_366.5, false, "2024-03-15T12:00:00");
        check_serial(45_366.999_999_9, false, "2024-03-16T00:00:00");
        check_serial(43_904.0, true, "2024-03-15T00:00:00");
        check_serial(2_958_465.0, false, "9999-12-31T00:00:00");
        check_serial(0.5, false, "");
        check_serial(-3.0, false, "");
        check_serial(f64::NAN, false, "");
        check_serial(1e300, false, "");
    }

    #[test]
    fn iso_dates_with_and_without_time() {
        assert_eq!(from_iso("2024-03-15"), Some(date(2024, 3, 15).at(0, 0, 0, 0)));
        assert_eq!(from_iso("2024-03-15T10:30:00.000000000Z"), Some(date(2024, 3, 15).at(10, 30, 0, 0)));
        assert_eq!(from_iso("15/03/2024"), None);
    }
}
