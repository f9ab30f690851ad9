//! Workbooks of Excel since 2007, read as a stream: ECMA-376 part 1 (SpreadsheetML), transitional and strict.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::address;
use super::feed::{Feed, RowBuilder, Stop};
use super::formats::{Format, from_iso};
use super::guard::Parts;
use super::strings::{Strings, unescape};
use super::xml::{Xml, append_text, attribute};
use crate::model::{Origin, RawValue, Value};

/// The cell formats that a workbook may have; Excel allows 65 490.
const STYLES: usize = 100_000;

/// Reads all sheets of a workbook, in the order of their tabs.
pub(super) fn read(parts: &mut Parts<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
    let package = relations(parts, "_rels/.rels", "")?;
    let path = package.iter().find(|relation| relation.is("officeDocument")).map(|relation| relation.target.clone());
    let path = path.filter(|path| parts.has(path)).unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
    let relations = relations(parts, &format!("{folder}/_rels/{file}.rels"), folder)?;
    let target = |kind| relations.iter().find(|relation| relation.is(kind)).map(|relation| relation.target.as_str());

    let workbook = match parts.xml(&path)? {
        Some(mut xml) => Workbook::read(&mut xml)?,
        None => return Err(Stop::because("reason-damaged")),
    };
    let styles = match target("styles").map(|path| parts.xml(path)).transpose()?.flatten() {
        Some(mut xml) => styles(&mut xml)?,
        None => Vec::new(),
    };
    let strings = match target("sharedStrings").map(|path| parts.xml(path)).transpose()?.flatten() {
        Some(mut xml) => {
            let strings = Strings::read(&mut xml, feed.limits())?;
            xml.finish()?;
            strings
        }
        None => Strings::default(),
    };
    let context = Context { strings, styles, epoch_1904: workbook.epoch_1904 };

    for sheet in &workbook.sheets {
        let Some(relation) = relations.iter().find(|relation| relation.id == sheet.relation) else {
            feed.lose(Value::phrase("reason-sheet-missing", [("sheet", sheet.name.as_str().into())]));
            continue;
        };
        // Sheets that hold only a chart, or macros of Excel 4, have no table.
        if !relation.is("worksheet") {
            continue;
        }
        match parts.xml(&relation.target)? {
            Some(mut xml) => {
                feed.sheet(&sheet.name, sheet.hidden)?;
                SheetReader::new(&context).read(&mut xml, feed)?;
                xml.finish()?;
                feed.end_sheet();
            }
            None => feed.lose(Value::phrase("reason-sheet-missing", [("sheet", sheet.name.as_str().into())])),
        }
    }
    Ok(())
}

/// One relation of a part to another.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

impl Relation {
    /// Tells whether the relation is of a kind: the last word of its type, in both dialects.
    fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// Reads the relations of a part whose folder is given. A part without relations has none.
fn relations(parts: &mut Parts<'_>, path: &str, folder: &str) -> Result<Vec<Relation>, Stop> {
    let mut relations = Vec::new();
    let Some(mut xml) = parts.xml(path)? else {
        return Ok(relations);
    };
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                relations.push(Relation {
                    id: attribute(&element, "Id")?.unwrap_or_default(),
                    kind: attribute(&element, "Type")?.unwrap_or_default(),
                    target: resolve(folder, &attribute(&element, "Target")?.unwrap_or_default()),
                });
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// Gives the path of a target that is relative to a folder.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

/// What the workbook part says.
#[derive(Default)]
struct Workbook {
    epoch_1904: bool,
    sheets: Vec<Tab>,
}

/// One tab.
struct Tab {
    name: String,
    relation: String,
    hidden: bool,
}

impl Workbook {
    fn read(xml: &mut Xml<'_>) -> Result<Self, Stop> {
        let mut workbook = Workbook::default();
        loop {
            match xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "workbookPr" => {
                        let epoch = attribute(&element, "date1904")?;
                        workbook.epoch_1904 = matches!(epoch.as_deref(), Some("1" | "true" | "on"));
                    }
                    "sheet" => workbook.sheets.push(Tab {
                        name: attribute(&element, "name")?.unwrap_or_default(),
                        relation: attribute(&element, "id")?.unwrap_or_default(),
                        hidden: attribute(&element, "state")?.is_some_and(|state| state != "visible"),
                    }),
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "sheets" => return Ok(workbook),
                Event::Eof => return Err(Stop::because("reason-truncated")),
                _ => {}
            }
        }
    }
}

/// Reads what each cell format says about numbers.
fn styles(xml: &mut Xml<'_>) -> Result<Vec<Format>, Stop> {
    let mut custom: BTreeMap<u32, Format> = BTreeMap::new();
    let mut styles = Vec::new();
    let (mut in_formats, mut in_cells) = (false, false);
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmts" => in_formats = true,
                "cellXfs" => in_cells = true,
                "numFmt" if in_formats => {
                    let code = attribute(&element, "formatCode")?.unwrap_or_default();
                    custom.insert(format_id(&element)?, Format::parse(&code));
                }
                "xf" if in_cells => {
                    let id = format_id(&element)?;
                    styles.push(custom.get(&id).copied().unwrap_or_else(|| Format::built_in(id)));
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "numFmts" => in_formats = false,
                "cellXfs" => return Ok(styles),
                _ => {}
            },
            Event::Eof => return Ok(styles),
            _ => {}
        }
        if custom.len() > STYLES || styles.len() > STYLES {
            return Err(Stop::because("reason-damaged"));
        }
    }
}

fn format_id(element: &BytesStart<'_>) -> Result<u32, Stop> {
    Ok(attribute(element, "numFmtId")?.and_then(|id| id.parse().ok()).unwrap_or(0))
}

/// What the cells of all sheets refer to.
struct Context {
    strings: Strings,
    styles: Vec<Format>,
    epoch_1904: bool,
}

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

/// Reads the cells of one sheet.
struct SheetReader<'c> {
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
    fn new(context: &'c Context) -> Self {
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

    /// Reads to the end of the cells, and hands rows on.
    fn read(mut self, xml: &mut Xml<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
        let mut started = false;
        loop {
            match xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "sheetData" => started = true,
                    _ if !started => {}
                    "row" => self.start_row(&element, feed)?,
                    "c" => self.start_cell(&element, feed)?,
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
                },
                Event::End(element) if started => match (element.local_name().as_ref(), self.within) {
                    ("sheetData", _) => return self.line.flush(0, feed),
                    ("row", _) => {
                        self.line.flush(self.line.row() + 1, feed)?;
                        self.next_column = 0;
                    }
                    ("c", _) => self.end_cell(feed)?,
                    ("v", Within::Value) | ("is", _) => self.within = Within::Elsewhere,
                    ("t", Within::InlineText) | ("rPh", Within::Phonetic) => self.within = Within::Inline,
                    _ => {}
                },
                Event::Eof => return Err(Stop::because("reason-truncated")),
                event if matches!(self.within, Within::Value | Within::InlineText) => {
                    append_text(&mut self.value, &event)?;
                }
                _ => {}
            }
        }
    }

    fn start_row(&mut self, element: &BytesStart<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
        if let Some(number) = attribute(element, "r")? {
            let row = address::parse_row(&number).ok_or(Stop::because("reason-rows-order"))?;
            self.line.flush(row, feed)?;
        }
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
                    self.format = style.and_then(|at| self.context.styles.get(at)).copied().unwrap_or_default();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved_against_their_folder() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "../custom\\a.xml"), "custom/a.xml");
        assert_eq!(resolve("", "../../a.xml"), "a.xml");
    }
}
