//! Workbooks: a [`Book`] in the words and direction of one language, as the bytes of an xlsx file.
//!
//! Invariant: text of a sender is always written as text, never as a formula or a link. The creation day is an
//! argument, so that the same book gives the same bytes.

mod cards;
mod chart;
mod formula;
mod glance;
pub(crate) mod layout;
mod print;
pub(crate) mod style;
mod table;

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Formula, Note, Url, Workbook, Worksheet, XlsxError};

use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::book::{Block, Book, BookCell, BookSheet, ColumnCells, ColumnClass, FindingText, Line, Tab};
use crate::model::{Finding, Value};
use layout::{Layout, Placed};
use style::{Shape, Styles, Tone};

/// The most characters of one cell.
const LONGEST_TEXT: usize = 32_000;
/// The most links that a sheet may hold, by the format.
const MOST_LINKS: usize = 65_000;
/// The most cells of a table whose sheet is held in memory; the rows of a longer one go to a temporary file as they come.
pub(crate) const LARGE: usize = 20_000;
/// The bytes that a workbook without cells does not go beyond.
const ROOM: usize = 1 << 17;
/// The bytes that a cell does not go beyond on average; most take seven.
const ROOM_OF_A_CELL: usize = 20;
/// The room of a title in the first row, in characters of a column.
const TITLE: usize = 64;
/// The height of a line of text, in points.
const LINE: f64 = 14.0;

/// Writes a workbook, created on the given day.
///
/// # Errors
///
/// A name or a size that the format does not allow; the layout rules them out, so that this is a fault of the program.
pub fn workbook(book: &Book, locale: &Locale<'_>, created: Date) -> Result<Vec<u8>> {
    let name = book.kind.stem();
    write(book, locale, created).map_err(|error| failed(&name, &error))
}

/// Makes the error of a workbook that could not be written.
pub(crate) fn failed(document: &str, error: &XlsxError) -> Error {
    Error::Render { document: format!("{document}.xlsx"), detail: error.to_string() }
}

/// Gives the properties of a file created on a day.
pub(crate) fn properties(created: Date) -> std::result::Result<DocProperties, XlsxError> {
    Ok(DocProperties::new().set_creation_datetime(&excel_day(created)?))
}

/// Turns a day into the day of a spreadsheet.
///
/// # Errors
///
/// A day before 1900, which spreadsheets do not know.
pub(crate) fn excel_day(day: Date) -> std::result::Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(
        u16::try_from(day.year()).unwrap_or(0),
        day.month().unsigned_abs(),
        day.day().unsigned_abs(),
    )
}

fn write(book: &Book, locale: &Locale<'_>, created: Date) -> std::result::Result<Vec<u8>, XlsxError> {
    let layout = Layout::new(book, locale);
    let authors: Vec<String> = book.authors.iter().map(|author| locale.say(author)).collect();
    let properties = properties(created)?
        .set_title(locale.say(&book.title))
        .set_subject(locale.say(&book.subject))
        .set_author(authors.join(" ; "));
    let properties = print::properties(properties, book, created);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties);
    let mut pen = Pen { locale, layout: &layout, styles: Styles::new(locale.lang), links: 0 };
    for sheet in &book.sheets {
        let large = sheet.blocks.iter().any(|block| block.cells() > LARGE);
        let mut worksheet = if large { workbook.new_worksheet_with_constant_memory()? } else { Worksheet::new() };
        pen.sheet(&mut worksheet, sheet, book)?;
        workbook.push_worksheet(worksheet);
        for (block, place) in sheet.blocks.iter().zip(&layout.blocks[&sheet.tab]) {
            if let Some((name, cells)) = table::name(block, place, &layout.names[&sheet.tab]) {
                workbook.define_name(name, &cells)?;
            }
        }
    }
    // With room from the start, what was written is not copied into a larger room again and again. Room that is not written
    // to takes no memory.
    let cells: usize = book.sheets.iter().flat_map(|sheet| &sheet.blocks).map(Block::cells).sum();
    let mut file = Vec::with_capacity(ROOM + cells * ROOM_OF_A_CELL);
    workbook.save_to_writer(&mut file)?;
    Ok(file)
}

/// What writes the sheets of one workbook.
struct Pen<'a> {
    locale: &'a Locale<'a>,
    layout: &'a Layout,
    styles: Styles,
    /// The links of the sheet so far.
    links: usize,
}

type Written = std::result::Result<(), XlsxError>;

impl Pen<'_> {
    fn sheet(&mut self, worksheet: &mut Worksheet, sheet: &BookSheet, book: &Book) -> Written {
        let layout = self.layout;
        let placed = &layout.blocks[&sheet.tab];
        worksheet.set_name(&layout.names[&sheet.tab])?;
        worksheet.set_right_to_left(self.locale.lang.is_rtl());
        worksheet.set_screen_gridlines(false);
        self.links = 0;
        let widths = widths(sheet);
        for (at, width) in widths.iter().enumerate() {
            worksheet.set_column_width(at as u16, f64::from(*width))?;
        }
        // Rows are written once, from the first to the last: a large sheet does not come back to one.
        self.back(worksheet, sheet, book, &widths)?;
        self.lead(worksheet, sheet, &open(sheet, &widths))?;
        for (block, place) in sheet.blocks.iter().zip(placed) {
            if block.cards {
                self.cards(worksheet, sheet.tab, block, place)?;
                continue;
            }
            self.title(worksheet, block, place)?;
            // The table writes its headings without their looks: they are written again.
            table::insert(worksheet, block, place, self.locale)?;
            self.block(worksheet, sheet.tab, block, place, &widths)?;
            glance::bars(worksheet, sheet.tab, block, place, self.locale.lang)?;
        }
        table::group(worksheet, sheet)?;
        if let Some(first) = placed.first() {
            match sheet.tab {
                Tab::Findings => worksheet.set_freeze_panes(first.head + 1, 0)?,
                Tab::Indicators => worksheet.set_freeze_panes(first.head + 1, 2)?,
                Tab::WorkPlan => worksheet.set_freeze_panes(first.head + 1, 1)?,
                tab if tab.is_data() => worksheet.set_freeze_panes(first.head + 1, 1)?,
                _ => worksheet,
            };
        }
        if let Some(color) = tab_color(sheet.tab) {
            worksheet.set_tab_color(color);
        }
        let end = chart::insert(worksheet, sheet, book, (self.locale, layout), widths.len() as u16)?;
        print::set_up(worksheet, sheet, book, self.locale, (placed, end))
    }

    /// Writes a link to the first sheet into the first row, behind the title.
    fn back(&mut self, worksheet: &mut Worksheet, sheet: &BookSheet, book: &Book, widths: &[u8]) -> Written {
        let Some(first) = book.sheets.first().filter(|first| first.tab != sheet.tab) else { return Ok(()) };
        let name = &self.layout.names[&first.tab];
        let text = self.locale.message("workbook-back", &[("sheet", Value::Text(name.as_str().into()))]);
        let before = |at: &usize| widths[..*at].iter().map(|width| usize::from(*width)).sum::<usize>() >= TITLE;
        let column = (0..widths.len()).find(before).unwrap_or(widths.len());
        let url = Url::new(format!("internal:{}!A1", layout::quoted(name))).set_text(text);
        self.links += 1;
        worksheet.write_url_with_format(0, column as u16, url, self.styles.get(Shape::Text, Tone::Link))?;
        Ok(())
    }

    /// Lets a cell lead to a place of the workbook, as long as the sheet may hold another link. The cell is written after.
    fn lead_to(&mut self, worksheet: &mut Worksheet, (row, column): (u32, u16), place: &str) -> Written {
        if self.links < MOST_LINKS {
            self.links += 1;
            worksheet.write_url(row, column, Url::new(format!("internal:{place}")))?;
        }
        Ok(())
    }

    /// Writes the title and the lines under it, each over the width of the page.
    fn lead(&mut self, worksheet: &mut Worksheet, sheet: &BookSheet, widths: &[u8]) -> Written {
        let title = self.locale.say(&sheet.title);
        worksheet.write_string_with_format(0, 0, &title, self.styles.get(Shape::Text, Tone::Title))?;
        worksheet.set_row_height(0, 28)?;
        let (mut last, mut room) = (0_u16, 0_usize);
        for (at, width) in widths.iter().enumerate() {
            last = at as u16;
            room += usize::from(*width);
            if room >= 110 {
                break;
            }
        }
        for (at, (line, value)) in sheet.lead.iter().enumerate() {
            let row = 1 + at as u32;
            let text = self.locale.say(value);
            let tone = match line {
                Line::Plain => Tone::Lead,
                Line::Note => Tone::Note,
                Line::Warning => Tone::Warning,
            };
            let lines = text.chars().count().div_ceil((room * 9 / 10).max(20)).max(1);
            let format = self.styles.get(Shape::Wrapped, tone);
            if last > 0 {
                worksheet.merge_range(row, 0, row, last, &text, format)?;
            } else {
                worksheet.write_string_with_format(row, 0, &text, format)?;
            }
            worksheet.set_row_height(row, LINE * lines as f64 + 2.0)?;
        }
        Ok(())
    }

    fn title(&mut self, worksheet: &mut Worksheet, block: &Block, place: &Placed) -> Written {
        if let (Some(row), Some(title)) = (place.title, &block.title) {
            let title = self.locale.say(title);
            worksheet.write_string_with_format(row, 0, &title, self.styles.get(Shape::Text, Tone::Subtitle))?;
            worksheet.set_row_height(row, 20)?;
        }
        Ok(())
    }

    fn block(&mut self, worksheet: &mut Worksheet, tab: Tab, block: &Block, place: &Placed, widths: &[u8]) -> Written {
        let mut tallest = 1;
        let heads = table::heads(block, self.locale);
        for (column, at) in block.columns.iter().zip(0_u16..) {
            let tone = match column.class {
                ColumnClass::Plain => Tone::Head,
                ColumnClass::Source | ColumnClass::Detail => Tone::SourceHead,
                ColumnClass::Helper => Tone::HelperHead,
            };
            let head = &heads[usize::from(at)];
            tallest = tallest.max(lines(head, widths[usize::from(at)]));
            let shape = if numbers(&column.cells) { Shape::NumberHead } else { Shape::Wrapped };
            worksheet.write_string_with_format(place.head, at, head, self.styles.get(shape, tone))?;
            if let Some(note) = &column.note {
                let note = Note::new(self.locale.say(note)).add_author_prefix(false).set_width(260).set_height(90);
                worksheet.insert_note(place.head, at, &note)?;
            }
        }
        worksheet.set_row_height(place.head, LINE * tallest.min(5) as f64 + 6.0)?;
        for line in 0..block.height() {
            let row = place.head + 1 + line as u32;
            let strong = block.strong.contains(&line);
            let mut tallest = 1;
            for (column, at) in block.columns.iter().zip(0_u16..) {
                let tone = match column.class {
                    _ if strong => Tone::Strong,
                    ColumnClass::Plain => Tone::Plain,
                    ColumnClass::Source | ColumnClass::Detail => Tone::Source,
                    ColumnClass::Helper => Tone::Helper,
                };
                let width = widths[usize::from(at)];
                let tall = self.cell(worksheet, (row, at), &column.cells[line], tone, (tab, width))?;
                if column.class != ColumnClass::Detail {
                    tallest = tallest.max(tall);
                }
            }
            if tallest > 1 {
                worksheet.set_row_height(row, LINE * tallest.min(8) as f64 + 2.0)?;
            }
        }
        if let Some(note) = &block.note {
            let row = place.last;
            let note = self.locale.say(note);
            worksheet.write_string_with_format(row, 0, &note, self.styles.get(Shape::Text, Tone::Note))?;
        }
        Ok(())
    }

    /// Writes one cell, and gives the number of lines that its text takes.
    fn cell(
        &mut self,
        worksheet: &mut Worksheet,
        (row, column): (u32, u16),
        cell: &BookCell,
        tone: Tone,
        (tab, width): (Tab, u8),
    ) -> std::result::Result<usize, XlsxError> {
        let locale = self.locale;
        match cell {
            BookCell::Empty => {
                worksheet.write_blank(row, column, self.styles.get(Shape::Text, tone))?;
            }
            BookCell::Value(value) => {
                let tone = match value {
                    Value::Missing => Tone::Missing,
                    Value::NotApplicable if tone == Tone::Plain => Tone::Source,
                    _ => tone,
                };
                return self.value(worksheet, (row, column), value, tone, (tab, width));
            }
            BookCell::Computed(value) => {
                let tone = if tone == Tone::Plain { Tone::Computed } else { tone };
                return self.value(worksheet, (row, column), value, tone, (tab, width));
            }
            BookCell::Link(value, target) => {
                let Some(name) = self.layout.names.get(target) else {
                    return self.value(worksheet, (row, column), value, tone, (tab, width));
                };
                self.lead_to(worksheet, (row, column), &format!("{}!A1", layout::quoted(name)))?;
                let text = locale.say(value);
                worksheet.write_string_with_format(row, column, text, self.styles.get(Shape::Text, Tone::Link))?;
            }
            BookCell::Led(cell, target) => {
                let Some(place) = self.layout.place(*target) else {
                    return self.cell(worksheet, (row, column), cell, tone, (tab, width));
                };
                self.lead_to(worksheet, (row, column), &place)?;
                return self.cell(worksheet, (row, column), cell, Tone::Link, (tab, width));
            }
            BookCell::Spark(drawn, rows) => {
                worksheet.write_blank(row, column, self.styles.get(Shape::Text, tone))?;
                glance::spark(worksheet, (row, column), self.layout.column(*drawn), *rows, locale.lang)?;
            }
            BookCell::Strong(value) => {
                worksheet.write_string_with_format(
                    row,
                    column,
                    locale.say(value),
                    self.styles.get(Shape::Text, Tone::Strong),
                )?;
            }
            BookCell::Alert(value) => {
                return self.value(worksheet, (row, column), value, Tone::Missing, (tab, width));
            }
            BookCell::Bar => {
                worksheet.write_string_with_format(row, column, "\u{25A0}", self.styles.get(Shape::Text, Tone::Bar))?;
            }
            BookCell::Bare(number) => {
                worksheet.write_number_with_format(row, column, float(*number), self.styles.get(Shape::Bare, tone))?;
            }
            BookCell::Held => {
                let text = locale.text("workbook-held");
                worksheet.write_string_with_format(row, column, text, self.styles.get(Shape::Text, Tone::Missing))?;
            }
            BookCell::Formula(expression, result) => {
                let value = result.as_ref().unwrap_or(&Value::Empty);
                let Some(text) = formula::text(expression, tab, self.layout, locale) else {
                    return self.value(worksheet, (row, column), value, Tone::Computed, (tab, width));
                };
                let (shape, shown) = match numeric(value) {
                    Some((shape, number)) => (shape, float(number).to_string()),
                    None => (Shape::Text, locale.say(value)),
                };
                let formula = Formula::new(format!("={text}")).set_result(shown);
                worksheet.write_formula_with_format(row, column, formula, self.styles.get(shape, tone))?;
            }
            BookCell::Finding(finding, text) => {
                let text = finding_text(locale, finding, *text);
                let tall = lines(&text, width);
                worksheet.write_string_with_format(row, column, text, self.styles.get(Shape::Wrapped, tone))?;
                return Ok(tall);
            }
        }
        Ok(1)
    }

    fn value(
        &mut self,
        worksheet: &mut Worksheet,
        (row, column): (u32, u16),
        value: &Value,
        tone: Tone,
        (tab, width): (Tab, u8),
    ) -> std::result::Result<usize, XlsxError> {
        if let Some((shape, number)) = numeric(value) {
            worksheet.write_number_with_format(row, column, float(number), self.styles.get(shape, tone))?;
            return Ok(1);
        }
        if let Value::Date(date) = value
            && let Ok(day) = excel_day(*date)
        {
            worksheet.write_datetime_with_format(row, column, day, self.styles.get(Shape::Date, tone))?;
            return Ok(1);
        }
        let text = cut(self.locale.say(value));
        // Rows of data stay one line high, as people expect of a sheet to sort and filter.
        let wraps = !tab.is_data() && !matches!(value, Value::Code(_));
        let tall = if wraps { lines(&text, width) } else { 1 };
        let shape = if wraps { Shape::Wrapped } else { Shape::Text };
        worksheet.write_string_with_format(row, column, text, self.styles.get(shape, tone))?;
        Ok(tall)
    }
}

/// Gives the shape and number of a value that is written as one.
fn numeric(value: &Value) -> Option<(Shape, Decimal)> {
    match value {
        Value::Number(number, decimals) => Some((Shape::Number(*decimals), *number)),
        Value::Signed(number, decimals) => Some((Shape::Signed(*decimals), *number)),
        Value::Percent(number, decimals) => Some((Shape::Percent(*decimals), *number)),
        Value::Money(number, currency) => Some((Shape::Money(currency.as_str().into()), *number)),
        _ => None,
    }
}

/// Says whether a column holds numbers or days, whose heading stands at the same edge.
fn numbers(cells: &ColumnCells) -> bool {
    let number = |cell: &BookCell| cell.number().is_some() || matches!(cell, BookCell::Value(Value::Date(_)));
    cells.iter().any(number)
}

fn float(number: Decimal) -> f64 {
    number.to_f64().unwrap_or(0.0)
}

/// Gives one text of a finding; a manual that has no such part gives none.
pub(crate) fn finding_text(locale: &Locale<'_>, finding: &Finding, text: FindingText) -> String {
    let key = finding.code.key();
    let key = match text {
        FindingText::Found => key.to_owned(),
        FindingText::Expected => format!("{key}.expected"),
        FindingText::Remedy => format!("{key}.remedy"),
    };
    if locale.has(&key) {
        cut(locale.message(&key, &finding.args))
    } else if text == FindingText::Found {
        let args: Vec<String> = finding.args.iter().map(|(_, value)| locale.say(value)).collect();
        cut(args.join(" \u{2013} "))
    } else {
        String::new()
    }
}

fn cut(text: String) -> String {
    if text.len() <= LONGEST_TEXT { text } else { text.chars().take(LONGEST_TEXT / 4).chain(['…']).collect() }
}

/// Guesses how many lines a text takes in a column of this width.
fn lines(text: &str, width: u8) -> usize {
    let room = usize::from(width).max(4);
    text.split('\n').map(|line| line.chars().count().div_ceil(room).max(1)).sum()
}

/// Gives the width of each column of a sheet: the widest of the tables that share it.
fn widths(sheet: &BookSheet) -> Vec<u8> {
    let mut widths = Vec::new();
    if sheet.blocks.iter().any(|block| block.cards) {
        return cards::widths();
    }
    for block in &sheet.blocks {
        for (at, column) in block.columns.iter().enumerate() {
            if widths.len() <= at {
                widths.push(0);
            }
            widths[at] = widths[at].max(column.width);
        }
    }
    if widths.is_empty() { vec![110] } else { widths }
}

/// Gives the widths as the eye finds them: columns that open at a click are closed.
fn open(sheet: &BookSheet, widths: &[u8]) -> Vec<u8> {
    let closed = |at: usize| {
        let mut columns = sheet.blocks.iter().filter_map(|block| block.columns.get(at));
        columns.any(|column| column.class == ColumnClass::Detail)
    };
    widths.iter().enumerate().map(|(at, width)| if closed(at) { 0 } else { *width }).collect()
}

fn tab_color(tab: Tab) -> Option<rust_xlsxwriter::Color> {
    match tab {
        Tab::Summary
        | Tab::Breakdowns
        | Tab::Indicators
        | Tab::Funding
        | Tab::Deadlines
        | Tab::Trend
        | Tab::Changes => Some(style::PETROL),
        Tab::Logframe | Tab::Budget | Tab::Plan => Some(style::PETROL),
        Tab::Findings => Some(style::OCHRE),
        _ if tab.is_data() => Some(style::TINT_2),
        _ => None,
    }
}
