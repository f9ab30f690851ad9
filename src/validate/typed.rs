//! Texts of a csv with the types that a workbook has.
//!
//! A csv holds nothing but text, so that `1 200` in a column of amounts is no surprise there; the same text in a
//! workbook is. A copy of a csv as a workbook therefore holds the number, and reads as the csv did.

use rust_decimal::prelude::ToPrimitive;

use crate::model::{Cell, Dataset, Finding, FindingCode, Kind, Lang, Place, RawRow, RawValue, Sheet, SheetId, schema};

use super::date::{self, Reading};
use super::number::{self, Style};
use super::text::{State, state, trim};

/// Gives the texts of the rows of a sheet the types that their columns have, where one reading alone is possible.
/// Everything else stays the text that it is.
pub fn apply(rows: &mut [RawRow], sheet: SheetId, dataset: &Dataset, findings: &[Finding]) {
    let lang = dataset.headings.get(&sheet).and_then(|headings| headings.lang).unwrap_or(Lang::Fr);
    // The dates of a sheet decide together how one of two readings is read: where one is asked about, all stay texts.
    let asked = findings.iter().any(|finding| {
        finding.code == FindingCode::DateAmbiguous
            && matches!(finding.place, Place::Cell(origin) if origin.sheet == sheet)
    });
    for (table, source) in dataset.columns.get(&sheet).into_iter().flatten() {
        let records = dataset.table(*table).rows.iter().filter(|record| record.origin.sheet == sheet);
        for record in records {
            let Ok(at) = rows.binary_search_by_key(&record.origin.row, |row| row.row) else { continue };
            for (column, value) in &mut rows[at].cells {
                let RawValue::Text(text) = value else { continue };
                let Some(position) = source.iter().position(|source| *source == Some(*column)) else { continue };
                let kind = schema::columns(*table)[position].kind;
                let typed = match kind {
                    Kind::Date if asked => None,
                    Kind::Date => day(text, &record.cells[position]),
                    _ => count(text, kind, lang),
                };
                if let Some(typed) = typed {
                    *value = typed;
                }
            }
        }
    }
    identification(rows, sheet, dataset);
}

/// Turns the dates that a sender states about itself into dates.
fn identification(rows: &mut [RawRow], sheet: SheetId, dataset: &Dataset) {
    let records = &dataset.table(Sheet::Identification).rows;
    let Some(record) = records.iter().find(|record| record.origin.sheet == sheet) else { return };
    for (_, value) in rows.iter_mut().flat_map(|row| &mut row.cells) {
        let RawValue::Text(text) = value else { continue };
        if let Some(typed) = record.cells.iter().find_map(|cell| day(text, cell)) {
            *value = typed;
        }
    }
}

/// Reads a day, if it is the day that the judged cell holds. A cell that a rule holds back may have one reading only.
fn day(text: &str, judged: &Cell) -> Option<RawValue> {
    let day = match (date::parse(text)?, judged) {
        (Reading::Day(day) | Reading::DayFirst(day) | Reading::MonthFirst(day), Cell::Held) => day,
        (Reading::Day(day) | Reading::DayFirst(day) | Reading::MonthFirst(day), Cell::Date(held)) if day == *held => {
            day
        }
        (Reading::Either { day_first, month_first }, Cell::Date(held)) if [day_first, month_first].contains(held) => {
            *held
        }
        _ => return None,
    };
    date::YEARS.contains(&day.year()).then(|| RawValue::Date(day.at(0, 0, 0, 0)))
}

/// Reads a number that has one reading, no currency, and no more digits than a spreadsheet keeps.
fn count(text: &str, kind: Kind, lang: Lang) -> Option<RawValue> {
    if state(text) != State::Words {
        return None;
    }
    let (number, percent) = match kind {
        Kind::Number | Kind::Count | Kind::Money => {
            let reading = number::parse(text, Style { decimal: None, kind, lang })?;
            if reading.guessed || reading.currency.is_some() {
                return None;
            }
            (reading.number, reading.percent)
        }
        Kind::Year => (trim(text).parse::<u16>().ok().filter(|year| (1900..=2200).contains(year))?.into(), false),
        _ => return None,
    };
    let float = number.to_f64()?;
    if number::from_file(float)? != number {
        return None;
    }
    Some(if percent { RawValue::Percent(float) } else { RawValue::Number(float) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, kind: Kind, expected: Option<RawValue>) {
        assert_eq!(count(text, kind, Lang::Fr), expected, "{text}");
    }

    #[test]
    fn a_text_with_one_reading_becomes_its_number() {
        check("1 234,56", Kind::Money, Some(RawValue::Number(1234.56)));
        check("52,4 %", Kind::Number, Some(RawValue::Percent(0.524)));
        check("2026", Kind::Year, Some(RawValue::Number(2026.0)));
        check("1,234", Kind::Count, None);
        check("26 112 €", Kind::Money, None);
        check("néant", Kind::Count, None);
        check("12345678901234567890", Kind::Number, None);
        check("2025-2026", Kind::Year, None);
        check("0012", Kind::Id, None);
    }

    #[test]
    fn a_day_is_the_one_that_was_read() {
        let day_of = |text: &str, year, month, of| day(text, &Cell::Date(jiff::civil::date(year, month, of)));
        assert!(day_of("03/04/2026", 2026, 4, 3).is_some());
        assert!(day_of("03/04/2026", 2026, 5, 3).is_none());
        assert!(day("03/04/2026", &Cell::Held).is_none());
        assert!(day("23/04/2026", &Cell::Held).is_some());
    }
}
