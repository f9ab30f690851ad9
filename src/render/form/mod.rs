//! The blank workbook that councils fill, from the schema of the input contract.
//!
//! A first tab tells how to fill it, a hidden last tab holds the lists behind the drop-downs; the names of both begin
//! with `#`, the mark of a tab that holds no data. Each data tab has its headings in the first row and, in the second,
//! an example that begins with a word that readers know and is never read.

mod lists;
mod rules;
mod words;

use jiff::civil::{Date, date};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet, XlsxError};

use super::xlsx::layout::tab_name;
use super::xlsx::style::{HAIR, INK, OCHRE, OCHRE_TINT, Shape, Styles, Tone};
use super::xlsx::{excel_day, failed, properties};
use crate::error::Result;
use crate::locale::Locale;
use crate::model::schema::{self, Column};
use crate::model::{Field, Kind, Lang, List, Sheet};
use crate::reference::Reference;
use lists::Lists;

/// The day that the file carries as its creation, since the form of a version never changes.
const CREATED: Date = date(2026, 1, 1);
/// The last row, from 0, that drop-downs and checks cover.
const LAST_ROW: u32 = 1999;
/// The version that the form prints into its identification.
const VERSION: &str = "1";

/// The lines of the first tab: message and whether it is a heading.
const GUIDE: &[(&str, bool)] = &[
    ("form-guide-fill-head", true),
    ("form-guide-one-row", false),
    ("form-guide-headings", false),
    ("form-guide-example", false),
    ("form-guide-lists", false),
    ("form-guide-several", false),
    ("form-guide-ids", false),
    ("form-guide-states-head", true),
    ("form-guide-missing", false),
    ("form-guide-not-applicable", false),
    ("form-guide-zero", false),
    ("form-guide-formats-head", true),
    ("form-guide-dates", false),
    ("form-guide-amounts", false),
    ("form-guide-totals", false),
    ("form-guide-private", false),
    ("form-guide-sheets-head", true),
    ("form-guide-identification", false),
    ("form-guide-activities", false),
    ("form-guide-indicators", false),
    ("form-guide-funding", false),
    ("form-guide-exchanges", false),
];

type Written = std::result::Result<(), XlsxError>;

/// Writes the blank form in the language of the locale.
///
/// # Errors
///
/// A name or a size that the format does not allow: a fault of the lists, which the error names.
pub fn form(reference: &Reference, locale: &Locale<'_>) -> Result<Vec<u8>> {
    write(reference, locale).map_err(|error| failed("form", &error))
}

fn write(reference: &Reference, locale: &Locale<'_>) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut form = Form { reference, locale, styles: Styles::new(locale.lang), lists: Lists::new(reference, locale) };
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(CREATED)?.set_title(locale.text("form-title")));
    let mut guide = form.tab(&format!("# {}", locale.text("form-tab-guide")), &[])?;
    form.guide(&mut guide)?;
    let mut tabs = vec![guide];
    let mut taken = Vec::new();
    for &sheet in schema::USED {
        let mut worksheet = form.tab(reference.sheet_name(sheet, locale.lang), &taken)?;
        taken.push(worksheet.name().to_lowercase());
        if sheet == Sheet::Identification {
            form.identification(&mut worksheet)?;
        } else {
            form.table(&mut worksheet, sheet)?;
        }
        tabs.push(worksheet);
    }
    let mut lists = form.tab(form.lists.tab(), &taken)?;
    form.lists.write(&mut lists)?;
    lists.set_hidden(true);
    tabs.push(lists);
    tabs[0].set_active(true);
    for tab in tabs {
        workbook.push_worksheet(tab);
    }
    workbook.save_to_buffer()
}

struct Form<'a> {
    reference: &'a Reference,
    locale: &'a Locale<'a>,
    styles: Styles,
    lists: Lists,
}

impl Form<'_> {
    fn tab(&self, name: &str, taken: &[String]) -> std::result::Result<Worksheet, XlsxError> {
        let mut worksheet = Worksheet::new();
        worksheet.set_name(tab_name(name, taken))?;
        worksheet.set_right_to_left(self.rtl());
        worksheet.set_landscape().set_paper_size(9);
        Ok(worksheet)
    }

    fn rtl(&self) -> bool {
        self.locale.lang.is_rtl()
    }

    /// Writes the tab that tells how to fill the form.
    fn guide(&mut self, worksheet: &mut Worksheet) -> Written {
        worksheet.set_screen_gridlines(false).set_portrait().set_print_fit_to_pages(1, 0);
        worksheet.set_column_width(0, 4)?.set_column_width(1, 100)?;
        worksheet.set_row_height(0, 34)?;
        let locale = self.locale;
        let title = self.styles.get(Shape::Text, Tone::Title);
        worksheet.write_string_with_format(0, 1, locale.text("form-title"), title)?;
        let mut row = 1;
        for &(key, heading) in GUIDE {
            let text = locale.text(key);
            if heading {
                row += 1;
                worksheet.write_string_with_format(row, 1, text, self.styles.get(Shape::Text, Tone::Subtitle))?;
                worksheet.set_row_height(row, 22)?;
            } else {
                let lines = text.chars().count().div_ceil(100).max(1);
                worksheet.write_string_with_format(row, 1, text, self.styles.get(Shape::Wrapped, Tone::Lead))?;
                worksheet.set_row_height(row, 15.0 * lines as f64 + 3.0)?;
            }
            row += 1;
        }
        row += 1;
        worksheet.write_string_with_format(
            row,
            1,
            locale.text("form-guide-colours-head"),
            self.styles.get(Shape::Text, Tone::Subtitle),
        )?;
        let samples = [
            ("form-guide-required", Tone::RequiredHead),
            ("form-guide-optional", Tone::Head),
            ("form-guide-example-colour", Tone::Example),
        ];
        for (key, tone) in samples {
            row += 1;
            worksheet.write_string_with_format(row, 1, locale.text(key), self.styles.get(Shape::Text, tone))?;
        }
        Ok(())
    }

    /// Writes the tab of facts about the return: a label and a value a row.
    fn identification(&mut self, worksheet: &mut Worksheet) -> Written {
        let (sheet, locale) = (Sheet::Identification, self.locale);
        worksheet.set_column_width(0, 34)?.set_column_width(1, 52)?;
        for (field, at) in [(Field::Label, 0), (Field::Value, 1)] {
            let head = self.reference.heading(sheet, field, locale.lang);
            worksheet.write_string_with_format(0, at, head, self.styles.get(Shape::Wrapped, Tone::Head))?;
        }
        for (column, row) in schema::columns(sheet).iter().zip(1_u32..) {
            let tone = if column.required { Tone::RequiredHead } else { Tone::Head };
            let head = self.reference.heading(sheet, column.field, locale.lang);
            worksheet.write_string_with_format(row, 0, head, self.styles.get(Shape::Wrapped, tone))?;
            worksheet.insert_note(row, 0, &self.note(column))?;
            worksheet.set_row_height(row, 22)?;
            let format = cell_format(locale.lang, column.kind, false);
            let prefilled = match column.field {
                Field::Language => {
                    let list = List::Values("language");
                    Some(self.reference.name(list, locale.lang.code(), locale.lang).to_owned())
                }
                Field::FormVersion => Some(VERSION.to_owned()),
                _ => None,
            };
            match prefilled {
                Some(text) => worksheet.write_string_with_format(row, 1, text, &format)?,
                None => worksheet.write_blank(row, 1, &format)?,
            };
            if let Some(rule) = rules::rule(column, &self.lists, locale)? {
                worksheet.add_data_validation(row, 1, row, 1, &rule)?;
            }
        }
        worksheet.set_freeze_panes(1, 0)?;
        Ok(())
    }

    /// Writes the tab of one table: headings, an example, and cells ready to take what the column holds.
    fn table(&mut self, worksheet: &mut Worksheet, sheet: Sheet) -> Written {
        let locale = self.locale;
        let columns = schema::columns(sheet).iter().filter(|column| !column.derived);
        let mut tallest = 1;
        for (column, at) in columns.zip(0_u16..) {
            let head = self.reference.heading(sheet, column.field, locale.lang);
            let width = width(column.kind);
            tallest = tallest.max(head.chars().count().div_ceil(usize::from(width) - 2));
            let tone = if column.required { Tone::RequiredHead } else { Tone::Head };
            worksheet.write_string_with_format(0, at, head, self.styles.get(Shape::Wrapped, tone))?;
            worksheet.insert_note(0, at, &self.note(column))?;
            worksheet.set_column_width(at, f64::from(width))?;
            worksheet.set_column_format(at, &cell_format(locale.lang, column.kind, false))?;
            self.example(worksheet, column, at)?;
            if let Some(rule) = rules::rule(column, &self.lists, locale)? {
                worksheet.add_data_validation(2, at, LAST_ROW, at, &rule)?;
            }
        }
        worksheet.set_row_height(0, 15.0 * tallest.min(4) as f64 + 8.0)?;
        worksheet.set_freeze_panes(1, 1)?;
        worksheet.set_repeat_rows(0, 0)?;
        Ok(())
    }

    /// Writes one cell of the example row.
    fn example(&self, worksheet: &mut Worksheet, column: &Column, at: u16) -> Written {
        let locale = self.locale;
        let format = cell_format(locale.lang, column.kind, true);
        let own = format!("form-example-{}-{}", column.sheet, column.field.name().replace('_', "-"));
        if at == 0 {
            worksheet.write_string_with_format(1, at, locale.text("form-example-marker"), &format)?;
        } else if locale.has(&own) {
            let text = locale.text(&own);
            let number = matches!(column.kind, Kind::Money | Kind::Count | Kind::Number | Kind::Year);
            match (text.parse::<f64>(), column.kind, text.parse::<Date>()) {
                (Ok(amount), ..) if number => worksheet.write_number_with_format(1, at, amount, &format)?,
                (_, Kind::Date, Ok(day)) => worksheet.write_datetime_with_format(1, at, excel_day(day)?, &format)?,
                _ => worksheet.write_string_with_format(1, at, text, &format)?,
            };
        } else {
            match words::example(self.reference, column, locale.lang) {
                Some(text) => worksheet.write_string_with_format(1, at, text, &format)?,
                None => worksheet.write_blank(1, at, &format)?,
            };
        }
        Ok(())
    }

    fn note(&self, column: &Column) -> Note {
        let text = words::note(self.locale, column);
        let height = 46 + 16 * (text.chars().count() / 34 + text.matches('\n').count()) as u32;
        Note::new(text).add_author_prefix(false).set_width(250).set_height(height.min(320))
    }
}

/// Gives the width that a kind of column needs, in characters.
fn width(kind: Kind) -> u8 {
    match kind {
        Kind::Id | Kind::Ids => 18,
        Kind::Text | Kind::Many(_) => 28,
        Kind::One(_) => 24,
        Kind::Prose => 40,
        Kind::Number | Kind::Count => 15,
        Kind::Money => 17,
        Kind::Date | Kind::Period => 14,
        Kind::Year => 12,
    }
}

/// Gives the format of the cells of a column. Codes are text, so that `6.10` stays `6.10`.
fn cell_format(lang: Lang, kind: Kind, example: bool) -> Format {
    let rtl = lang.is_rtl();
    let mut format = Format::new().set_font_name("Calibri").set_font_size(10).set_font_color(INK);
    format = format.set_align(FormatAlign::Top).set_border(FormatBorder::Hair).set_border_color(HAIR);
    let start = if rtl { FormatAlign::Right } else { FormatAlign::Left };
    format = match kind {
        Kind::Money => format.set_num_format("#,##0.00"),
        Kind::Count => format.set_num_format("#,##0"),
        Kind::Date => format.set_num_format("dd/mm/yyyy"),
        Kind::Number | Kind::Year => format,
        Kind::Prose => format.set_num_format("@").set_align(start).set_text_wrap(),
        Kind::Period => format.set_align(start),
        _ => format.set_num_format("@").set_align(start),
    };
    if rtl {
        format = format.set_reading_direction(2);
    }
    if example { format.set_font_color(OCHRE).set_background_color(OCHRE_TINT) } else { format }
}
