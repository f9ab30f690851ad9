//! The first tab: a greeting, what to do, everything that was found with links to the cells, and the account of cells.

use rust_xlsxwriter::{Format, FormatUnderline, Url, Worksheet, XlsxError};

use super::Answer;
use super::look::{Look, Looks, Shape as CellShape};
use super::marks::Marks;
use crate::locale::Locale;
use crate::model::book::{FindingText, MOST_FINDINGS};
use crate::model::{CellCount, Finding, List as Lists, Origin, Place, Severity, SheetId, Value};
use crate::render::xlsx::finding_text;
use crate::render::xlsx::style::{PETROL, Shape, Styles, Tone};

/// The columns of the list: heading and width.
const COLUMNS: [(&str, u8); 7] = [
    ("workbook-head-severity", 15),
    ("workbook-head-sheet", 22),
    ("workbook-head-cell", 11),
    ("workbook-head-found", 46),
    ("workbook-head-expected", 30),
    ("workbook-head-remedy", 42),
    ("returned-head-choices", 28),
];
/// The last column.
const LAST: u16 = COLUMNS.len() as u16 - 1;

type Written<T> = std::result::Result<T, XlsxError>;

/// The first tab of an answer.
pub struct List<'a> {
    /// What the sender is answered.
    pub answer: &'a Answer<'a>,
    /// The sender's language.
    pub locale: &'a Locale<'a>,
    /// The marks of each tab.
    pub marks: &'a [Marks],
    /// How many texts were cut.
    pub cut: u64,
    /// Whether some cells have no note, since there are too many.
    pub few_notes: bool,
}

impl List<'_> {
    /// Writes the tab.
    pub fn write(&self, looks: &mut Looks) -> Written<Worksheet> {
        let locale = self.locale;
        let mut sheet = Worksheet::new();
        sheet.set_name(locale.text("returned-tab"))?.set_right_to_left(locale.lang.is_rtl());
        sheet.set_screen_gridlines(false).set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3).set_footer("&L&A&R&P / &N");
        sheet.set_tab_color(PETROL).set_active(true);
        for ((_, width), at) in COLUMNS.iter().zip(0_u16..) {
            sheet.set_column_width(at, f64::from(*width))?;
        }
        let mut page = Page { sheet, styles: Styles::new(locale.lang), row: 0 };
        self.head(&mut page, looks)?;
        self.findings(&mut page, looks)?;
        self.account(&mut page)?;
        Ok(page.sheet)
    }

    /// Writes the greeting, the counts, and what to do.
    fn head(&self, page: &mut Page, looks: &mut Looks) -> Written<()> {
        let (locale, answer) = (self.locale, self.answer);
        page.line(&locale.text("returned-title"), Tone::Title)?;
        page.sheet.set_row_height(0, 30)?;
        let greeting = match answer.territory {
            Some(code) => locale.message("returned-to", &[("name", Value::Name(Lists::Territories, code.clone()))]),
            None => locale.text("returned-to-unknown"),
        };
        page.line(&greeting, Tone::Lead)?;
        if let Some(settings) = answer.settings {
            let args = [
                ("agreement", Value::from(&settings.agreement.title)),
                ("period", Value::from(&settings.period_label)),
                ("date", Value::Date(settings.reference_date)),
            ];
            page.line(&locale.message("returned-campaign", &args), Tone::Lead)?;
        }
        let files = answer.files.iter().map(|file| Value::code(name(&answer.sources.file(*file).path))).collect();
        page.line(&locale.message("returned-files", &[("files", Value::List(files))]), Tone::Note)?;
        page.row += 1;
        let [errors, warnings, notices] = [Severity::Error, Severity::Warning, Severity::Notice]
            .map(|severity| answer.findings.iter().filter(|finding| finding.severity() == severity).count() as u64);
        let counts = [
            ("errors", Value::count(errors)),
            ("warnings", Value::count(warnings)),
            ("notices", Value::count(notices)),
        ];
        page.line(&locale.message("returned-count", &counts), Tone::Subtitle)?;
        let asked = errors + warnings > 0;
        let keys: &[&str] = match (answer.tabs.is_empty(), asked) {
            (true, _) if answer.too_large.is_none() => &["returned-unread"],
            (true, _) => &["returned-step-list"],
            (false, true) => &["returned-step-open", "returned-step-correct", "returned-step-send"],
            (false, false) => &["returned-step-none"],
        };
        for key in keys {
            page.line(&locale.text(key), Tone::Lead)?;
        }
        if let Some(settings) = answer.settings.filter(|_| asked) {
            let key = if settings.due < settings.reference_date { "returned-late" } else { "returned-due" };
            page.line(&locale.message(key, &[("date", Value::Date(settings.due))]), Tone::Warning)?;
        }
        self.remarks(page, looks, asked)
    }

    /// Writes the legend, and what the copy lacks.
    fn remarks(&self, page: &mut Page, looks: &mut Looks, asked: bool) -> Written<()> {
        let (locale, answer) = (self.locale, self.answer);
        if let Some(most) = answer.too_large {
            page.line(&locale.message("returned-too-large", &[("max", Value::count(most))]), Tone::Warning)?;
        }
        if self.cut > 0 {
            page.line(&locale.message("returned-cut", &[("count", Value::count(self.cut))]), Tone::Warning)?;
        }
        let limited = [
            ("returned-few-notes", self.few_notes, super::NOTES),
            ("returned-few-rows", answer.findings.len() > MOST_FINDINGS, MOST_FINDINGS),
        ];
        for (key, _, most) in limited.into_iter().filter(|(_, limited, _)| *limited) {
            page.line(&locale.message(key, &[("max", Value::count(most as u64))]), Tone::Warning)?;
        }
        if !answer.tabs.is_empty() && asked {
            page.row += 1;
            for (severity, key) in
                [(Severity::Error, "returned-legend-error"), (Severity::Warning, "returned-legend-warning")]
            {
                let look = Look { shape: CellShape::General, severity: Some(severity), heading: false };
                page.sheet.write_string_with_format(page.row, 0, "A1", looks.get(look))?;
                let format = page.styles.get(Shape::Text, Tone::Lead);
                page.sheet.write_string_with_format(page.row, 1, locale.text(key), format)?;
                page.row += 1;
            }
        }
        if !answer.tabs.is_empty() {
            page.line(&locale.text("returned-private"), Tone::Note)?;
        }
        Ok(())
    }

    /// Writes one row a finding, errors first.
    fn findings(&self, page: &mut Page, looks: &mut Looks) -> Written<()> {
        let locale = self.locale;
        page.row += 1;
        page.line(&locale.text("returned-list"), Tone::Subtitle)?;
        if self.answer.findings.is_empty() {
            return page.line(&locale.text("returned-clean"), Tone::Lead);
        }
        page.heads(&COLUMNS.map(|(key, _)| locale.text(key)), 0)?;
        page.sheet.set_repeat_rows(page.row - 1, page.row - 1)?;
        let head = page.row - 1;
        let link = link(locale.lang.is_rtl());
        let mut ordered: Vec<&Finding> = self.answer.findings.clone();
        ordered.sort_by_key(|finding| finding.severity());
        for finding in ordered.into_iter().take(MOST_FINDINGS) {
            let said = [FindingText::Found, FindingText::Expected, FindingText::Remedy]
                .map(|text| finding_text(locale, finding, text));
            let row = page.row;
            let severity = (finding.severity() < Severity::Notice).then_some(finding.severity());
            let look = Look { shape: CellShape::General, severity, heading: false };
            page.sheet.write_string_with_format(row, 0, locale.severity(finding.severity()), looks.get(look))?;
            let (sheet, target) = self.place(finding.place);
            page.text(1, &sheet)?;
            match target {
                Some((address, target)) => {
                    page.sheet.write_url_with_format(row, 2, Url::new(target).set_text(address), &link)?;
                }
                None => page.text(2, "")?,
            }
            for (text, at) in said.iter().zip(3_u16..) {
                page.text(at, text)?;
            }
            let choices = self.choices(finding);
            page.text(LAST, &choices)?;
            let texts = [&*sheet, &*said[0], &*said[1], &*said[2], &*choices];
            let widths = [1, 3, 4, 5, 6].map(|at: usize| usize::from(COLUMNS[at].1));
            let tallest = texts.iter().zip(widths).map(|(text, width)| lines(text, width)).max().unwrap_or(1);
            page.sheet.set_row_height(row, 14.0 * tallest.min(14) as f64 + 4.0)?;
            page.row += 1;
        }
        page.sheet.autofilter(head, 0, page.row - 1, LAST)?;
        Ok(())
    }

    /// Says where a finding points: the tab or file, and the address with its link.
    fn place(&self, place: Place) -> (String, Option<(String, String)>) {
        let answer = self.answer;
        let (sheet, address, shown) = match place {
            Place::Campaign => return (String::new(), None),
            Place::File(file) => return (name(&answer.sources.file(file).path).to_owned(), None),
            Place::Sheet(sheet) => (sheet, "A1".to_owned(), "A1".to_owned()),
            Place::Cell(origin) if origin.column == Origin::WHOLE_ROW => {
                let row = Value::code(origin.address());
                let shown = self.locale.message("returned-row", &[("row", row)]);
                (origin.sheet, format!("A{}", origin.address()), shown)
            }
            Place::Cell(origin) => (origin.sheet, origin.address(), origin.address()),
        };
        match answer.tabs.iter().find(|tab| tab.sheet == sheet) {
            Some(tab) => {
                let target = format!("internal:'{}'!{address}", tab.name.replace('\'', "''"));
                (tab.name.clone(), Some((shown, target)))
            }
            None => (answer.sources.sheet(sheet).name.to_string(), None),
        }
    }

    /// Says the suggestions for the cell of a finding.
    fn choices(&self, finding: &Finding) -> String {
        let Place::Cell(origin) = finding.place else { return String::new() };
        let of = |(tab, marks): (&super::Tab, &Marks)| {
            let mark = marks.get(&(origin.row, origin.column))?;
            let said: Vec<String> = mark.offers.iter().map(|offer| offer.say(self.locale)).collect();
            (tab.sheet == origin.sheet).then(|| said.join("\n"))
        };
        self.answer.tabs.iter().zip(self.marks).find_map(of).unwrap_or_default()
    }

    /// Writes what became of the cells of each sheet.
    fn account(&self, page: &mut Page) -> Written<()> {
        let (locale, answer) = (self.locale, self.answer);
        let mine = |sheet: SheetId| answer.files.contains(&answer.sources.sheet(sheet).file);
        let counts: Vec<(SheetId, &CellCount)> = answer
            .dataset
            .cells
            .iter()
            .filter(|(sheet, _)| mine(**sheet))
            .map(|(sheet, count)| (*sheet, count))
            .collect();
        if counts.is_empty() {
            return Ok(());
        }
        page.row += 1;
        page.line(&locale.text("returned-account"), Tone::Subtitle)?;
        page.line(&locale.text("returned-account-note"), Tone::Note)?;
        let mut total = CellCount::default();
        for (sheet, count) in &counts {
            total += count;
            let shown = answer.tabs.iter().find(|tab| tab.sheet == *sheet).map(|tab| tab.name.as_str());
            self.counted(page, shown.unwrap_or(&answer.sources.sheet(*sheet).name), count)?;
        }
        if counts.len() > 1 {
            self.counted(page, &locale.text("account-total"), &total)?;
        }
        Ok(())
    }

    /// Writes the account of one sheet: the cells read, and the parts that add up to them.
    fn counted(&self, page: &mut Page, name: &str, count: &CellCount) -> Written<()> {
        let locale = self.locale;
        page.sheet.write_string_with_format(page.row, 1, name, page.styles.get(Shape::Text, Tone::Strong))?;
        page.number(count.read, &locale.text("workbook-head-read"), Tone::Strong)?;
        page.number(count.used, &locale.text("workbook-head-used"), Tone::Plain)?;
        for (reason, cells) in &count.ignored {
            let args = [("name", Value::key("workbook-head-ignored")), ("count", Value::key(reason.key()))];
            page.number(*cells, &locale.message("report-counted", &args), Tone::Plain)?;
        }
        if count.held > 0 {
            page.number(count.held, &locale.text("workbook-head-held"), Tone::Missing)?;
        }
        Ok(())
    }
}

/// The tab as it is written, line by line.
struct Page {
    sheet: Worksheet,
    styles: Styles,
    row: u32,
}

impl Page {
    /// Writes a line over the width of the list.
    fn line(&mut self, text: &str, tone: Tone) -> Written<()> {
        let shape = if matches!(tone, Tone::Title | Tone::Subtitle) { Shape::Text } else { Shape::Wrapped };
        self.sheet.merge_range(self.row, 0, self.row, LAST, text, self.styles.get(shape, tone))?;
        let room: usize = COLUMNS.iter().map(|(_, width)| usize::from(*width)).sum();
        let height = if tone == Tone::Subtitle { 22.0 } else { 14.0 * lines(text, room) as f64 + 3.0 };
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    fn heads(&mut self, heads: &[String], first: u16) -> Written<()> {
        for (head, at) in heads.iter().zip(first..) {
            let format = self.styles.get(Shape::Wrapped, Tone::Head);
            self.sheet.write_string_with_format(self.row, at, head, format)?;
        }
        self.sheet.set_row_height(self.row, 22)?;
        self.row += 1;
        Ok(())
    }

    fn text(&mut self, column: u16, text: &str) -> Written<()> {
        let format = self.styles.get(Shape::Wrapped, Tone::Plain);
        self.sheet.write_string_with_format(self.row, column, text, format)?;
        Ok(())
    }

    fn number(&mut self, number: u64, label: &str, tone: Tone) -> Written<()> {
        let format = self.styles.get(Shape::Number(0), tone);
        self.sheet.write_number_with_format(self.row, 2, number as f64, format)?;
        let format = self.styles.get(Shape::Wrapped, tone);
        self.sheet.write_string_with_format(self.row, 3, label, format)?;
        self.sheet.set_row_height(self.row, 14.0 * lines(label, usize::from(COLUMNS[3].1)) as f64 + 3.0)?;
        self.row += 1;
        Ok(())
    }
}

/// Gives the look of a link.
fn link(rtl: bool) -> Format {
    let format = Format::new().set_font_name("Calibri").set_font_size(10).set_font_color(PETROL);
    let format = format.set_underline(FormatUnderline::Single).set_align(rust_xlsxwriter::FormatAlign::VerticalCenter);
    if rtl { format.set_reading_direction(2) } else { format }
}

/// Guesses how many lines a text takes in a column of this width.
fn lines(text: &str, width: usize) -> usize {
    text.split('\n').map(|line| line.chars().count().div_ceil(width.saturating_sub(2).max(4)).max(1)).sum()
}

/// Gives the last part of a path.
fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
