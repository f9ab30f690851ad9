//! The cells of one sheet, with what the sheet hides and what it shows as one.

use quick_xml::events::{BytesStart, Event};

use super::Context;
use crate::ingest::address;
use crate::ingest::feed::{Feed, RowBuilder, Stop};
use crate::ingest::formats::{Format, from_iso};
use crate::ingest::limits;
use crate::ingest::strings::unescape;
use crate::ingest::xml::{Xml, append_text, attribute, local};
use crate::model::{Origin, RawValue};

/// What a cell says its value is: the attribute `t`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum CellType {
    #[default]
    Number,
    Shared,
    Inline,
    FormulaText,
    Bool,
    Error,
    Date,
}

/// Where the text of a cell stands that is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Within {
    #[default]
    Elsewhere,
    Value,
    Inline,
    InlineText,
    Phonetic,
}

/// Where in the part the reader stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    Cells,
    After,
}

/// Tells of a range of columns that the sheet hides.
fn hide_columns(element: &BytesStart<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
    if attribute(element, "hidden")?.is_some_and(|hidden| is_true(&hidden)) {
        let number = |name| -> Result<u32, Stop> {
            Ok(attribute(element, name)?.and_then(|number| number.parse().ok()).unwrap_or(0))
        };
        let (first, last) = (number("min")?, number("max")?);
        feed.hide_columns(first.saturating_sub(1), last.max(first));
    }
    Ok(())
}

/// Reads a logical attribute.
fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// Reads the cells of one sheet.
pub(super) struct SheetReader<'c> {
    context: &'c Context,
    line: RowBuilder,
    /// The column after the last cell: where a cell without an address stands.
    next_column: u32,
    column: Option<u16>,
    kind: CellType,
    format: Format,
    formula: bool,
    valued: bool,
    value: String,
    within: Within,
}

impl<'c> SheetReader<'c> {
    /// Makes the reader of a sheet.
    pub fn new(context: &'c Context) -> Self {
        SheetReader {
            context,
            line: RowBuilder::new(0),
            next_column: 0,
            column: None,
            kind: CellType::Number,
            format: Format::Number,
            formula: false,
            valued: false,
            value: String::new(),
            within: Within::Elsewhere,
        }
    }

    /// Reads the whole part, where the archive compares its checksum, and hands rows on.
    pub fn read(mut self, xml: &mut Xml, feed: &mut Feed<'_>) -> Result<(), Stop> {
        let mut merged = Vec::new();
        let mut place = Place::Before;
        loop {
            match (xml.next()?, place) {
                (Event::Start(element), Place::Cells) => self.start(&element, feed)?,
                (Event::End(element), Place::Cells) => {
                    if local(element.name()) == "sheetData" {
                        self.line.flush(0, feed)?;
                        place = Place::After;
                    } else {
                        self.end(local(element.name()), feed)?;
                    }
                }
                (Event::Start(element), Place::Before) => match local(element.name()) {
                    "col" => hide_columns(&element, feed)?,
                    "sheetData" => place = Place::Cells,
                    _ => {}
                },
                (Event::Start(element), Place::After) if local(element.name()) == "mergeCell" => {
                    let block = attribute(&element, "ref")?;
                    limits::one_more_merged(merged.len())?;
                    merged.extend(block.and_then(|block| address::parse_block(&block)));
                }
                (Event::Eof, Place::After) => break,
                (Event::Eof, _) => return Err(Stop::because("reason-truncated")),
                (event, Place::Cells) if matches!(self.within, Within::Value | Within::InlineText) => {
                    append_text(&mut self.value, &event)?;
                }
                _ => {}
            }
        }
        feed.merged(&merged);
        Ok(())
    }

    fn start(&mut self, element: &BytesStart<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
        match local(element.name()) {
            "row" => self.start_row(element, feed)?,
            "c" => self.start_cell(element, feed)?,
            "f" => self.formula = true,
            "v" if self.kind != CellType::Inline => {
                self.within = Within::Value;
                self.valued = true;
            }
            "is" => self.within = Within::Inline,
            "t" if self.within == Within::Inline => {
                self.within = Within::InlineText;
                self.valued = true;
            }
            "rPh" if self.within == Within::Inline => self.within = Within::Phonetic,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str, feed: &mut Feed<'_>) -> Result<(), Stop> {
        match (name, self.within) {
            ("row", _) => {
                self.line.flush(self.line.row() + 1, feed)?;
                self.next_column = 0;
            }
            ("c", _) => self.end_cell(feed)?,
            ("v", Within::Value) | ("is", _) => self.within = Within::Elsewhere,
            ("t", Within::InlineText) | ("rPh", Within::Phonetic) => self.within = Within::Inline,
            _ => {}
        }
        Ok(())
    }

    fn start_row(&mut self, element: &BytesStart<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
        let mut hidden = false;
        for pair in element.attributes().with_checks(false) {
            let pair = pair.map_err(|_| Stop::because("reason-damaged"))?;
            match pair.key.as_ref() {
                "r" => {
                    let row = address::parse_row(&pair.value).ok_or(Stop::because("reason-rows-order"))?;
                    self.line.flush(row, feed)?;
                }
                "hidden" => hidden = is_true(&pair.value),
                _ => {}
            }
        }
        self.line.hidden = hidden;
        self.next_column = 0;
        Ok(())
    }

    fn start_cell(&mut self, element: &BytesStart<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
        self.kind = CellType::Number;
        self.format = Format::Number;
        self.formula = false;
        self.valued = false;
        self.value.clear();
        self.within = Within::Elsewhere;
        self.column = u16::try_from(self.next_column).ok().filter(|&column| u32::from(column) < address::COLUMNS);
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Stop::because("reason-damaged"))?;
            match (attribute.key.as_ref(), attribute.value.as_ref()) {
                ("r", value) => match address::parse(value) {
                    Some((row, column)) => {
                        if row != self.line.row() {
                            self.line.flush(row, feed)?;
                        }
                        self.column = Some(column);
                    }
                    None => self.column = None,
                },
                ("s", value) => {
                    let style: Option<usize> = value.parse().ok();
                    self.format = style.map(|at| self.context.styles.get(at)).unwrap_or_default();
                }
                ("t", value) => {
                    self.kind = match value {
                        "s" => CellType::Shared,
                        "inlineStr" => CellType::Inline,
                        "str" => CellType::FormulaText,
                        "b" => CellType::Bool,
                        "e" => CellType::Error,
                        "d" => CellType::Date,
                        _ => CellType::Number,
                    }
                }
                _ => {}
            }
        }
        if let Some(column) = self.column {
            self.next_column = u32::from(column) + 1;
        }
        Ok(())
    }

    fn end_cell(&mut self, feed: &mut Feed<'_>) -> Result<(), Stop> {
        self.within = Within::Elsewhere;
        let Some(value) = self.value(feed)? else {
            return Ok(());
        };
        match self.column {
            Some(column) => self.line.push(column, value),
            None => feed.damaged_cell(self.line.row(), Origin::WHOLE_ROW, "reason-cell-outside"),
        }
    }

    /// Gives the value of the cell that was read; an empty cell has none.
    fn value(&self, feed: &mut Feed<'_>) -> Result<Option<RawValue>, Stop> {
        let text = self.value.as_str();
        if self.formula && (!self.valued || text.is_empty()) && self.kind != CellType::FormulaText {
            return Ok(Some(RawValue::Uncalculated));
        }
        // Text keeps its blanks; anything else may stand between blanks of the file's layout.
        let trimmed = text.trim();
        let text_value = |text: &str| (!text.is_empty()).then(|| RawValue::Text(unescape(text).into_owned()));
        Ok(match self.kind {
            CellType::Inline | CellType::FormulaText => text_value(text),
            _ if trimmed.is_empty() => None,
            CellType::Shared => match trimmed.parse().ok().and_then(|at| self.context.strings.get(at)) {
                Some(shared) => (!shared.is_empty()).then(|| RawValue::Text(shared.to_owned())),
                None => {
                    let column = self.column.unwrap_or(Origin::WHOLE_ROW);
                    feed.damaged_cell(self.line.row(), column, "reason-string-missing")?;
                    None
                }
            },
            CellType::Bool => match trimmed {
                "1" | "true" => Some(RawValue::Bool(true)),
                "0" | "false" => Some(RawValue::Bool(false)),
                _ => text_value(trimmed),
            },
            CellType::Error => Some(RawValue::Error(trimmed.to_owned())),
            CellType::Date => from_iso(trimmed).map(RawValue::Date).or_else(|| text_value(trimmed)),
            CellType::Number => match trimmed.parse::<f64>().ok().filter(|number| number.is_finite()) {
                Some(number) => Some(self.format.apply(number, self.context.epoch_1904)),
                None => text_value(text),
            },
        })
    }
}
