//! Workbooks of LibreOffice, read as a stream: OpenDocument 1.3, part 3.

use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, Event};

use super::address::{COLUMNS, ROWS};
use super::feed::{Feed, RowBuilder, Stop};
use super::formats::from_iso;
use super::guard::Parts;
use super::limits::{self, Limits};
use super::xml::{Xml, append_text, attribute};
use crate::model::{Origin, RawRow, RawValue};

/// Reads all sheets of a workbook, in the order of their tabs.
pub(super) fn read(parts: &mut Parts<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
    if let Some(mut manifest) = parts.xml("META-INF/manifest.xml")? {
        refuse_encrypted(&mut manifest)?;
    }
    let Some(mut xml) = parts.xml("content.xml")? else {
        return Err(Stop::because("reason-damaged"));
    };
    let mut hidden = HiddenStyles::default();
    let mut sheets = 0;
    let mut body = false;
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "automatic-styles" => hidden.read(&mut xml)?,
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
                        SheetReader::default().read(&mut xml, feed)?;
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

fn refuse_encrypted(manifest: &mut Xml<'_>) -> Result<(), Stop> {
    loop {
        match manifest.next()? {
            Event::Start(element) if element.local_name().as_ref() == "encryption-data" => {
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
    fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Stop> {
        let mut current = String::new();
        loop {
            match xml.inside()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "style" => current = attribute(&element, "name")?.unwrap_or_default(),
                    "table-properties" if attribute(&element, "display")?.as_deref() == Some("false") => {
                        self.styles.insert(std::mem::take(&mut current));
                    }
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "automatic-styles" => return Ok(()),
                _ => {}
            }
        }
    }
}

/// Reads the rows of one sheet.
#[derive(Default)]
struct SheetReader {
    row: u32,
}

impl SheetReader {
    /// Reads to the end of the table.
    fn read(mut self, xml: &mut Xml<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
        loop {
            match xml.inside()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-row" => {
                        let times = repeated(&element, "number-rows-repeated")?;
                        self.read_row(times, xml, feed)?;
                    }
                    // Pictures, charts and forms of the sheet; a chart carries a table of its own.
                    "shapes" | "forms" | "title" | "desc" => xml.skip()?,
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "table" => return Ok(()),
                _ => {}
            }
        }
    }

    /// Reads a row and hands it on as often as it stands.
    fn read_row(&mut self, times: u32, xml: &mut Xml<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
        let mut line = RowBuilder::new(self.row);
        let mut column = 0_u32;
        let mut outside = false;
        loop {
            match xml.inside()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-cell" | "covered-table-cell" => {
                        let times = repeated(&element, "number-columns-repeated")?;
                        let end = column.saturating_add(times);
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
                Event::End(element) if element.local_name().as_ref() == "table-row" => break,
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
                feed.row(RawRow { row: at, cells: row.cells.clone() })?;
            }
        }
        self.row = end;
        Ok(())
    }
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
    fn read(mut self, xml: &mut Xml<'_>) -> Result<Option<RawValue>, Stop> {
        let mut paragraphs = 0;
        loop {
            match xml.inside()? {
                Event::Start(element) if element.local_name().as_ref() == "p" => {
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

    fn read_paragraph(&mut self, xml: &mut Xml<'_>) -> Result<(), Stop> {
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
