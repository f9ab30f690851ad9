//! Workbooks of LibreOffice, read as a stream: OpenDocument 1.3, part 3.

use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, Event};

use super::address::{COLUMNS, ROWS};
use super::feed::{Feed, RowBuilder, Stop};
use super::formats::from_iso;
use super::guard::{Blocks, Parts};
use super::limits::{self, Limits};
use super::xml::{Xml, append_text, attribute, local};
use crate::model::{Merged, Origin, RawRow, RawValue};

/// Reads all sheets of a workbook, in the order of their tabs.
pub(super) fn read(parts: &mut Parts<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
    parts.xml("META-INF/manifest.xml", refuse_encrypted)?;
    parts.xml("content.xml", |xml| read_content(xml, feed))?.ok_or(Stop::because("reason-damaged"))
}

/// Reads a workbook that stands in one part, without an archive.
pub(super) fn read_flat(bytes: &[u8], feed: &mut Feed<'_>) -> Result<(), Stop> {
    read_content(&mut Xml::new(Blocks::of(bytes), feed.clock()), feed)
}

/// Reads the document that holds all sheets.
fn read_content(xml: &mut Xml, feed: &mut Feed<'_>) -> Result<(), Stop> {
    let mut hidden = HiddenStyles::default();
    let mut sheets = 0;
    let mut body = false;
    loop {
        match xml.next()? {
            Event::Start(element) => match local(element.name()) {
                "automatic-styles" => hidden.read(xml)?,
                "spreadsheet" => body = true,
                // The record of changes holds the values that cells had before.
                "tracked-changes" => xml.skip()?,
                "table" if body => {
                    let name = attribute(&element, "name")?.unwrap_or_default();
                    let style = attribute(&element, "style-name")?.unwrap_or_default();
                    if is_cache(&name, &style) {
                        xml.skip()?;
                    } else {
                        sheets += 1;
                        feed.sheet(&name, hidden.styles.contains(&style))?;
                        SheetReader::default().read(xml, feed)?;
                        feed.end_sheet();
                    }
                }
                _ => {}
            },
            Event::Eof if sheets > 0 => return Ok(()),
            // A text document or drawing has the same container.
            Event::Eof => return Err(Stop::because(if body { "reason-truncated" } else { "reason-document" })),
            _ => {}
        }
    }
}

/// Tells whether a table is LibreOffice's copy of a sheet of another file.
fn is_cache(name: &str, style: &str) -> bool {
    style == "ta_extref" || name.starts_with("'file:")
}

fn refuse_encrypted(manifest: &mut Xml) -> Result<(), Stop> {
    loop {
        match manifest.next()? {
            Event::Start(element) if local(element.name()) == "encryption-data" => {
                return Err(Stop::because("reason-password"));
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The names of the table styles that hide a sheet.
#[derive(Default)]
struct HiddenStyles {
    styles: BTreeSet<String>,
}

impl HiddenStyles {
    fn read(&mut self, xml: &mut Xml) -> Result<(), Stop> {
        let mut current = String::new();
        loop {
            match xml.inside()? {
                Event::Start(element) => match local(element.name()) {
                    "style" => current = attribute(&element, "name")?.unwrap_or_default(),
                    "table-properties" if attribute(&element, "display")?.as_deref() == Some("false") => {
                        self.styles.insert(std::mem::take(&mut current));
                    }
                    _ => {}
                },
                Event::End(element) if local(element.name()) == "automatic-styles" => return Ok(()),
                _ => {}
            }
        }
    }
}

/// Reads the rows of one sheet.
#[derive(Default)]
struct SheetReader {
    row: u32,
    /// The column after the last that was described.
    described: u32,
    merged: Vec<Merged>,
}

impl SheetReader {
    /// Reads to the end of the table.
    fn read(mut self, xml: &mut Xml, feed: &mut Feed<'_>) -> Result<(), Stop> {
        loop {
            match xml.inside()? {
                Event::Start(element) => match local(element.name()) {
                    "table-column" => {
                        let end = self.described.saturating_add(repeated(&element, "number-columns-repeated")?);
                        if is_hidden(&element)? {
                            feed.hide_columns(self.described, end);
                        }
                        self.described = end;
                    }
                    "table-row" => {
                        let times = repeated(&element, "number-rows-repeated")?;
                        let hidden = is_hidden(&element)?;
                        self.read_row(times, hidden, xml, feed)?;
                    }
                    // Pictures, charts and forms of the sheet; a chart carries a table of its own.
                    "shapes" | "forms" | "title" | "desc" => xml.skip()?,
                    _ => {}
                },
                Event::End(element) if local(element.name()) == "table" => {
                    feed.merged(&self.merged);
                    return Ok(());
                }
                _ => {}
            }
        }
    }

    /// Reads a row and hands it on as often as it stands.
    fn read_row(&mut self, times: u32, hidden: bool, xml: &mut Xml, feed: &mut Feed<'_>) -> Result<(), Stop> {
        let mut line = RowBuilder::new(self.row);
        let mut column = 0_u32;
        let mut outside = false;
        loop {
            match xml.inside()? {
                Event::Start(element) => match local(element.name()) {
                    "table-cell" | "covered-table-cell" => {
                        let times = repeated(&element, "number-columns-repeated")?;
                        let end = column.saturating_add(times);
                        self.merge(column, &element)?;
                        if let Some(value) = Cell::start(&element)?.read(xml)? {
                            outside |= end > COLUMNS;
                            // The builder counts the text of the row, which a repeated cell multiplies.
                            for at in column..end.min(COLUMNS) {
                                line.push(at as u16, value.clone())?;
                            }
                        }
                        column = end;
                    }
                    _ => xml.skip()?,
                },
                Event::End(element) if local(element.name()) == "table-row" => break,
                _ => {}
            }
        }
        let row = line.take(0, feed)?;
        let end = self.row.saturating_add(times);
        if !row.cells.is_empty() {
            if outside || end > ROWS {
                feed.damaged_cell(self.row, Origin::WHOLE_ROW, "reason-cell-outside")?;
            }
            for at in self.row..end.min(ROWS) {
                if hidden {
                    feed.hide_row(at);
                }
                feed.row(RawRow { row: at, cells: row.cells.clone() })?;
            }
        }
        self.row = end;
        Ok(())
    }

    /// Keeps the block of cells that a cell covers, unless it is the cell alone.
    fn merge(&mut self, column: u32, element: &BytesStart<'_>) -> Result<(), Stop> {
        let (rows, columns) = (repeated(element, "number-rows-spanned")?, repeated(element, "number-columns-spanned")?);
        if (rows <= 1 && columns <= 1) || self.row >= ROWS || column >= COLUMNS {
            return Ok(());
        }
        limits::one_more_merged(self.merged.len())?;
        let last = |first: u32, span: u32, end: u32| first.saturating_add(span.max(1) - 1).min(end - 1);
        self.merged.push(Merged {
            rows: (self.row, last(self.row, rows, ROWS)),
            columns: (column as u16, last(column, columns, COLUMNS) as u16),
        });
        Ok(())
    }
}

/// Tells whether a row or column is hidden, by hand or by a filter.
fn is_hidden(element: &BytesStart<'_>) -> Result<bool, Stop> {
    Ok(attribute(element, "visibility")?.is_some_and(|visibility| visibility != "visible"))
}

/// Reads how often a row or cell stands.
fn repeated(element: &BytesStart<'_>, name: &str) -> Result<u32, Stop> {
    match attribute(element, name)? {
        None => Ok(1),
        Some(times) => times.parse().map_err(|_| Stop::because("reason-damaged")),
    }
}

/// One cell, as its attributes and text say it.
#[derive(Default)]
struct Cell {
    kind: String,
    value: Option<String>,
    formula: bool,
    error: bool,
    text: String,
}

/// Errors that LibreOffice also keeps as plain text.
const ERRORS: &[&str] = &["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];

impl Cell {
    fn start(element: &BytesStart<'_>) -> Result<Self, Stop> {
        let mut cell = Cell::default();
        for pair in element.attributes().with_checks(false) {
            let pair = pair.map_err(|_| Stop::because("reason-damaged"))?;
            let value = || quick_xml::escape::unescape(&pair.value).map_err(|_| Stop::because("reason-damaged"));
            match pair.key.local_name().as_ref() {
                // LibreOffice adds a type of its own, which alone tells errors.
                "value-type" if &*pair.value == "error" => cell.error = true,
                "value-type" if pair.key.as_ref().starts_with("calcext") => {}
                "value-type" => cell.kind = value()?.into_owned(),
                "value" | "date-value" | "boolean-value" | "string-value" => cell.value = Some(value()?.into_owned()),
                "formula" => cell.formula = true,
                _ => {}
            }
        }
        Ok(cell)
    }

    /// Reads the paragraphs of the cell; comments and drawings are skipped.
    fn read(mut self, xml: &mut Xml) -> Result<Option<RawValue>, Stop> {
        let mut paragraphs = 0;
        loop {
            match xml.inside()? {
                Event::Start(element) if local(element.name()) == "p" => {
                    if paragraphs > 0 {
                        self.text.push('\n');
                    }
                    paragraphs += 1;
                    self.read_paragraph(xml)?;
                }
                Event::Start(_) => xml.skip()?,
                Event::End(_) => return Ok(self.finish()),
                _ => {}
            }
        }
    }

    fn read_paragraph(&mut self, xml: &mut Xml) -> Result<(), Stop> {
        let mut depth = 1;
        // Blanks of the layout count as one; real ones stand as elements (part 3, 6.1.2).
        let mut blank = true;
        let mut piece = String::new();
        loop {
            let event = xml.inside()?;
            match &event {
                Event::Start(element) => {
                    let name = element.local_name();
                    match name.as_ref() {
                        "s" => {
                            let count = repeated(element, "c")?.min(u32::from(u16::MAX));
                            self.text.extend(std::iter::repeat_n(' ', count as usize));
                        }
                        "tab" => self.text.push('\t'),
                        "line-break" => self.text.push('\n'),
                        "annotation" | "note" | "frame" | "ruby-text" => {
                            drop(event);
                            xml.skip()?;
                            continue;
                        }
                        _ => {}
                    }
                    depth += 1;
                    blank = false;
                }
                Event::End(_) => {
                    depth -= 1;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                event => {
                    piece.clear();
                    append_text(&mut piece, event)?;
                    for character in piece.chars() {
                        let is_blank = matches!(character, ' ' | '\t' | '\r' | '\n');
                        if !(is_blank && blank) {
                            self.text.push(if is_blank { ' ' } else { character });
                        }
                        blank = is_blank;
                    }
                }
            }
            if self.text.len() > Limits::PIECE_BYTES {
                return Err(limits::over_piece());
            }
        }
    }

    /// Gives the value; an empty cell has none.
    fn finish(self) -> Option<RawValue> {
        let Cell { kind, value, formula, error, text } = self;
        let has_error = error || (formula && (text.starts_with('#') || text.starts_with("Err:")));
        if has_error || ERRORS.contains(&text.as_str()) {
            return Some(RawValue::Error(text));
        }
        let number = value.as_deref().and_then(|value| value.trim().parse::<f64>().ok());
        let number = number.filter(|number| number.is_finite());
        let typed = match kind.as_str() {
            "float" | "currency" => number.map(RawValue::Number),
            "percentage" => number.map(RawValue::Percent),
            "date" => value.as_deref().and_then(from_iso).map(RawValue::Date),
            "boolean" => match value.as_deref() {
                Some("true") => Some(RawValue::Bool(true)),
                Some("false") => Some(RawValue::Bool(false)),
                _ => None,
            },
            "" if formula && text.is_empty() => Some(RawValue::Uncalculated),
            _ => None,
        };
        typed.or_else(|| {
            let text = if text.is_empty() { value.unwrap_or_default() } else { text };
            (!text.is_empty()).then_some(RawValue::Text(text))
        })
    }
}
