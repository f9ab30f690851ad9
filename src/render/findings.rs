//! The findings as files: a workbook for people, and a csv without language for programs.

mod cells;
mod csv;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_xlsxwriter::{Format, Url, Workbook, Worksheet, XlsxError};

use super::xlsx::layout::tab_name;
use super::xlsx::style::{PETROL, Shape, Styles, Tone};
use super::xlsx::{LARGE, failed, finding_text, properties};
use crate::error::Result;
use crate::locale::Locale;
use crate::model::book::{FindingText, MOST_FINDINGS};
use crate::model::{CellCount, FileId, Finding, Place, Severity, SheetId, Sources, Value};

pub use csv::csv;

/// What the findings files are made from.
#[derive(Clone, Copy)]
pub struct Account<'a> {
    /// The findings, in the order of files, sheets and cells.
    pub findings: &'a [Finding],
    /// The files that were read.
    pub sources: &'a Sources,
    /// What became of the cells of each sheet.
    pub cells: &'a BTreeMap<SheetId, CellCount>,
}

/// The columns of the list: heading and width.
const COLUMNS: [(&str, u8); 8] = [
    ("workbook-head-file", 34),
    ("workbook-head-severity", 15),
    ("workbook-head-code", 9),
    ("workbook-head-sheet", 20),
    ("workbook-head-cell", 10),
    ("workbook-head-found", 60),
    ("workbook-head-expected", 48),
    ("workbook-head-remedy", 48),
];
/// The row of the headings, from 0; the title and a remark stand above.
const HEAD: u32 = 3;

type Written = std::result::Result<(), XlsxError>;

/// Writes the findings as a workbook, created on the given day.
///
/// `base` is the path from the folder of the workbook to the folder that was read, such as `../inputs/returns`; with
/// it the cells of the list are links into the files.
///
/// # Errors
///
/// A name or a size that the format does not allow: a fault of the program.
pub fn workbook(account: &Account<'_>, base: Option<&str>, locale: &Locale<'_>, created: Date) -> Result<Vec<u8>> {
    write(account, base, locale, created).map_err(|error| failed("findings", &error))
}

fn write(
    account: &Account<'_>,
    base: Option<&str>,
    locale: &Locale<'_>,
    created: Date,
) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut styles = Styles::new(locale.lang);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(created)?.set_title(locale.text("workbook-findings-all-title")));
    let remark = if account.findings.is_empty() { "workbook-findings-all-none" } else { "workbook-findings-all-note" };
    let heads = COLUMNS.map(|(key, width)| (locale.text(key), width));
    let remark = if account.findings.len() > MOST_FINDINGS {
        let args =
            [("max", Value::count(MOST_FINDINGS as u64)), ("count", Value::count(account.findings.len() as u64))];
        (locale.message("workbook-findings-all-cut", &args), Tone::Missing)
    } else {
        (locale.text(remark), Tone::Note)
    };
    let large = account.findings.len() * COLUMNS.len() > LARGE;
    let mut list = if large { workbook.new_worksheet_with_constant_memory()? } else { Worksheet::new() };
    sheet(&mut list, locale, &mut styles, ["workbook-tab-findings", "workbook-findings-all-title"], remark, &heads)?;
    findings(&mut list, account, base, locale, &mut styles)?;
    let counts = cells::write(account, locale, &mut styles)?;
    workbook.push_worksheet(list);
    workbook.push_worksheet(counts);
    workbook.save_to_buffer()
}

/// Starts a sheet with its title, a remark and its headings.
fn sheet(
    worksheet: &mut Worksheet,
    locale: &Locale<'_>,
    styles: &mut Styles,
    [name, title]: [&str; 2],
    (remark, tone): (String, Tone),
    columns: &[(String, u8)],
) -> Written {
    worksheet.set_name(tab_name(&locale.text(name), &[]))?;
    worksheet.set_right_to_left(locale.lang.is_rtl()).set_screen_gridlines(false);
    worksheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(HEAD, HEAD)?;
    worksheet.write_string_with_format(0, 0, locale.text(title), styles.get(Shape::Text, Tone::Title))?;
    worksheet.set_row_height(0, 28)?;
    worksheet.write_string_with_format(1, 0, remark, styles.get(Shape::Text, tone))?;
    for ((head, width), at) in columns.iter().zip(0_u16..) {
        worksheet.set_column_width(at, f64::from(*width))?;
        worksheet.write_string_with_format(HEAD, at, head, styles.get(Shape::Wrapped, Tone::Head))?;
    }
    worksheet.set_row_height(HEAD, 22)?;
    worksheet.set_freeze_panes(HEAD + 1, 0)?;
    Ok(())
}

/// Writes one row a finding, file by file.
fn findings(
    worksheet: &mut Worksheet,
    account: &Account<'_>,
    base: Option<&str>,
    locale: &Locale<'_>,
    styles: &mut Styles,
) -> Written {
    let link = Format::new()
        .set_font_name("Calibri")
        .set_font_size(10)
        .set_font_color(PETROL)
        .set_underline(rust_xlsxwriter::FormatUnderline::Single);
    let mut ordered: Vec<(&Finding, Located<'_>)> =
        account.findings.iter().map(|finding| (finding, locate(account.sources, finding.place))).collect();
    ordered.sort_by_key(|(finding, place)| (place.file, finding.severity()));
    let mut row = HEAD;
    for (finding, place) in ordered.iter().take(MOST_FINDINGS) {
        row += 1;
        let (severity, tone) = match finding.severity() {
            Severity::Error => ("workbook-severity-error", Tone::Missing),
            Severity::Warning => ("workbook-severity-warning", Tone::Plain),
            Severity::Notice => ("workbook-severity-notice", Tone::Source),
        };
        let file = place.file.map_or_else(|| locale.text("workbook-place-campaign"), str::to_owned);
        let texts = [FindingText::Found, FindingText::Expected, FindingText::Remedy]
            .map(|text| finding_text(locale, finding, text));
        let tallest = texts
            .iter()
            .zip(&COLUMNS[5..])
            .map(|(text, (_, width))| text.chars().count().div_ceil(usize::from(*width)))
            .max();
        let cells = [&*file, &locale.text(severity), finding.code.code(), place.sheet.unwrap_or("")];
        for (text, at) in cells.into_iter().zip(0_u16..) {
            let tone = if at == 1 { tone } else { Tone::Plain };
            worksheet.write_string_with_format(row, at, text, styles.get(Shape::Text, tone))?;
        }
        match base.and_then(|base| place.link(base)) {
            Some(target) => {
                let url = Url::new(target).set_text(place.address.as_str());
                worksheet.write_url_with_format(row, 4, url, &link)?;
            }
            None => {
                worksheet.write_string_with_format(row, 4, &place.address, styles.get(Shape::Text, Tone::Plain))?;
            }
        }
        for (text, at) in texts.iter().zip(5_u16..) {
            worksheet.write_string_with_format(row, at, text, styles.get(Shape::Wrapped, Tone::Plain))?;
        }
        worksheet.set_row_height(row, 14.0 * tallest.unwrap_or(1).clamp(1, 12) as f64 + 4.0)?;
    }
    if row > HEAD {
        worksheet.autofilter(HEAD, 0, row, COLUMNS.len() as u16 - 1)?;
    }
    Ok(())
}

/// Where a finding points, as a person finds it.
struct Located<'a> {
    file: Option<&'a str>,
    sheet: Option<&'a str>,
    address: String,
}

impl Located<'_> {
    /// Gives the link to the cell; `None` for what is no cell of a workbook.
    fn link(&self, base: &str) -> Option<String> {
        let (file, sheet) = (self.file?, self.sheet?);
        let workbook = [".xlsx", ".xlsm", ".xls", ".xlsb"].iter().any(|kind| file.to_lowercase().ends_with(kind));
        let odd = |text: &str| text.contains(['#', '%']);
        if !workbook || odd(file) || self.address.is_empty() {
            return None;
        }
        let cell = if self.address.starts_with(|c: char| c.is_ascii_digit()) {
            format!("A{}", self.address)
        } else {
            self.address.clone()
        };
        Some(format!("file:///{base}/{file}#'{}'!{cell}", sheet.replace('\'', "''")))
    }
}

fn locate(sources: &Sources, place: Place) -> Located<'_> {
    let file = |id: FileId| sources.files.get(usize::from(id.0)).map(|file| &*file.path);
    let of = |id: SheetId| sources.sheets.get(usize::from(id.0)).map(|sheet| (file(sheet.file), &*sheet.name));
    let blank = Located { file: None, sheet: None, address: String::new() };
    match place {
        Place::Campaign => blank,
        Place::File(id) => Located { file: file(id), ..blank },
        Place::Sheet(id) => {
            let (file, sheet) = of(id).unzip();
            Located { file: file.flatten(), sheet, ..blank }
        }
        Place::Cell(origin) => {
            let (file, sheet) = of(origin.sheet).unzip();
            Located { file: file.flatten(), sheet, address: origin.address() }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{FindingCode, Ignored, Origin, SourceFile};
    use crate::reference::Reference;

    pub(super) fn sources(path: &str) -> Sources {
        let mut sources = Sources::default();
        let file = sources.add_file(SourceFile { path: path.into(), sha256: "".into(), bytes: 1 });
        sources.add_sheet(file, "Fiche d'essai");
        sources
    }

    #[track_caller]
    fn check(path: &str, address: Origin, expected: Option<&str>) {
        let sources = sources(path);
        assert_eq!(locate(&sources, Place::Cell(address)).link("../returns").as_deref(), expected);
    }

    #[test]
    fn links_lead_to_cells_of_workbooks_only() {
        let cell = Origin::cell(SheetId(0), 6, 2);
        check("maroc/a.xlsx", cell, Some("file:///../returns/maroc/a.xlsx#'Fiche d''essai'!C7"));
        check("maroc/a.xlsx", Origin::row(SheetId(0), 6), Some("file:///../returns/maroc/a.xlsx#'Fiche d''essai'!A7"));
        check("maroc/a.csv", cell, None);
        check("maroc/a#1.xlsx", cell, None);
    }

    #[test]
    fn a_workbook_of_findings_is_the_same_bytes_twice() {
        let reference = Reference::built_in().unwrap();
        let locale = Locale::plain(crate::model::Lang::Ar, &reference);
        let sources = sources("TARN coopération vf.xlsx");
        let findings: Vec<Finding> = FindingCode::ALL
            .iter()
            .zip(0_u32..)
            .map(|(&code, row)| Finding::new(code, Place::Cell(Origin::cell(SheetId(0), row, 2))).with("found", "=1+1"))
            .collect();
        let cells = BTreeMap::from([(
            SheetId(0),
            CellCount { read: 10, used: 8, ignored: [(Ignored::Total, 1)].into(), held: 1 },
        )]);
        let account = Account { findings: &findings, sources: &sources, cells: &cells };
        let write = || workbook(&account, Some("../returns"), &locale, jiff::civil::date(2027, 1, 15)).unwrap();
        let bytes = write();
        assert_eq!(bytes, write());
    }

    #[test]
    fn more_findings_than_a_workbook_holds_are_said_to_be_cut() {
        let reference = Reference::built_in().unwrap();
        let locale = Locale::plain(crate::model::Lang::Fr, &reference);
        let sources = sources("grand.xlsx");
        let at = |row| Place::Cell(Origin::cell(SheetId(0), row, 2));
        let rows = 0..MOST_FINDINGS as u32 + 20_000;
        let findings: Vec<Finding> = rows.map(|row| Finding::new(FindingCode::Required, at(row))).collect();
        let account = Account { findings: &findings, sources: &sources, cells: &BTreeMap::new() };
        let date = jiff::civil::date(2027, 1, 15);
        assert!(workbook(&account, Some("../returns"), &locale, date).is_ok());
        let mut lines = 0;
        csv(&account, &mut |part| {
            lines += part.iter().filter(|byte| **byte == b'\n').count();
            Ok(())
        })
        .unwrap();
        assert_eq!(lines, findings.len() + 1);
    }
}
