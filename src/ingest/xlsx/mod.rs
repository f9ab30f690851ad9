//! Workbooks of Excel since 2007, read as a stream: ECMA-376 part 1 (SpreadsheetML), transitional and strict.

mod sheet;

use quick_xml::events::{BytesStart, Event};

use super::feed::{Feed, Stop};
use super::formats::Styles;
use super::guard::Parts;
use super::package::Package;
use super::strings::Strings;
use super::xml::{Xml, attribute, local};
use crate::model::Value;
use sheet::SheetReader;

/// Reads all sheets of a workbook, in the order of their tabs.
pub(super) fn read(parts: &mut Parts<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
    let package = Package::open(parts, "xl/workbook.xml")?;
    let workbook = parts.xml(&package.path, Workbook::read)?.ok_or(Stop::because("reason-damaged"))?;
    let styles =
        package.target("styles").map(|path| parts.xml(path, styles)).transpose()?.flatten().unwrap_or_default();
    let limits = feed.limits();
    let strings = package.target("sharedStrings").map(|path| {
        parts.xml(path, |xml| {
            let strings = Strings::read(xml, limits)?;
            xml.finish()?;
            Ok(strings)
        })
    });
    let strings = strings.transpose()?.flatten().unwrap_or_default();
    let context = Context { strings, styles, epoch_1904: workbook.epoch_1904 };

    for sheet in &workbook.sheets {
        let Some(relation) = package.relation(&sheet.relation) else {
            feed.lose(Value::phrase("reason-sheet-missing", [("sheet", sheet.name.as_str().into())]));
            continue;
        };
        // Sheets that hold only a chart, or macros of Excel 4, have no table.
        if !relation.is("worksheet") {
            continue;
        }
        let read = parts.xml(&relation.target, |xml| {
            feed.sheet(&sheet.name, sheet.hidden)?;
            SheetReader::new(&context).read(xml, feed)?;
            feed.end_sheet();
            Ok(())
        });
        if read?.is_none() {
            feed.lose(Value::phrase("reason-sheet-missing", [("sheet", sheet.name.as_str().into())]));
        }
    }
    Ok(())
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
    fn read(xml: &mut Xml) -> Result<Self, Stop> {
        let mut workbook = Workbook::default();
        loop {
            match xml.next()? {
                Event::Start(element) => match local(element.name()) {
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
                Event::End(element) if local(element.name()) == "sheets" => return Ok(workbook),
                Event::Eof => return Err(Stop::because("reason-truncated")),
                _ => {}
            }
        }
    }
}

/// Reads what each cell format says about numbers.
fn styles(xml: &mut Xml) -> Result<Styles, Stop> {
    let mut styles = Styles::default();
    let (mut in_formats, mut in_cells) = (false, false);
    loop {
        match xml.next()? {
            Event::Start(element) => match local(element.name()) {
                "numFmts" => in_formats = true,
                "cellXfs" => in_cells = true,
                "numFmt" if in_formats => {
                    let code = attribute(&element, "formatCode")?.unwrap_or_default();
                    styles.add_format(format_id(&element)?, &code)?;
                }
                "xf" if in_cells => styles.add_cell(format_id(&element)?)?,
                _ => {}
            },
            Event::End(element) => match local(element.name()) {
                "numFmts" => in_formats = false,
                "cellXfs" => return Ok(styles),
                _ => {}
            },
            Event::Eof => return Ok(styles),
            _ => {}
        }
    }
}

fn format_id(element: &BytesStart<'_>) -> Result<u32, Stop> {
    Ok(attribute(element, "numFmtId")?.and_then(|id| id.parse().ok()).unwrap_or(0))
}

/// What the cells of all sheets refer to.
struct Context {
    strings: Strings,
    styles: Styles,
    epoch_1904: bool,
}
