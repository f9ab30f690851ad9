//! Workbooks of Excel since 2007, read as a stream: ECMA-376 part 1 (SpreadsheetML), transitional and strict.

mod sheet;

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::feed::{Feed, Stop};
use super::formats::Format;
use super::guard::Parts;
use super::strings::Strings;
use super::xml::{Xml, attribute, local};
use crate::model::Value;
use sheet::SheetReader;

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

    let workbook = parts.xml(&path, Workbook::read)?.ok_or(Stop::because("reason-damaged"))?;
    let styles = target("styles").map(|path| parts.xml(path, styles)).transpose()?.flatten().unwrap_or_default();
    let limits = feed.limits();
    let strings = target("sharedStrings").map(|path| {
        parts.xml(path, |xml| {
            let strings = Strings::read(xml, limits)?;
            xml.finish()?;
            Ok(strings)
        })
    });
    let strings = strings.transpose()?.flatten().unwrap_or_default();
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
    let relations = parts.xml(path, |xml| {
        let mut relations = Vec::new();
        loop {
            match xml.next()? {
                Event::Start(element) if local(element.name()) == "Relationship" => {
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
    })?;
    Ok(relations.unwrap_or_default())
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
fn styles(xml: &mut Xml) -> Result<Vec<Format>, Stop> {
    let mut custom: BTreeMap<u32, Format> = BTreeMap::new();
    let mut styles = Vec::new();
    let (mut in_formats, mut in_cells) = (false, false);
    loop {
        match xml.next()? {
            Event::Start(element) => match local(element.name()) {
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
            Event::End(element) => match local(element.name()) {
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
