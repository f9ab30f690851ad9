//! Binary workbooks of Excel since 2007, read as a stream: [MS-XLSB], records of BIFF12 in an archive.

use std::io::{ErrorKind, Read};

use super::address::{COLUMNS, ROWS};
use super::biff::{self, Bytes};
use super::feed::{Feed, RowBuilder, Stop};
use super::formats::Styles;
use super::guard::{Blocks, Parts};
use super::limits::{self, Clock, Limits};
use super::package::Package;
use super::strings::Strings;
use crate::model::{Merged, Origin, RawValue, Value};

/// Reads all sheets of a workbook, in the order of their tabs.
pub(super) fn read(parts: &mut Parts<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
    let (limits, clock) = (feed.limits(), feed.clock());
    let package = Package::open(parts, "xl/workbook.bin")?;
    let workbook = parts.part(&package.path, |part| workbook(Records::new(part, clock)))?;
    let workbook = workbook.ok_or(Stop::because("reason-damaged"))?;
    let styles = package.target("styles").map(|path| parts.part(path, |part| styles(Records::new(part, clock))));
    let strings =
        package.target("sharedStrings").map(|path| parts.part(path, |part| strings(Records::new(part, clock), limits)));
    let context = Context {
        styles: styles.transpose()?.flatten().unwrap_or_default(),
        strings: strings.transpose()?.flatten().unwrap_or_default(),
        epoch_1904: workbook.epoch_1904,
    };
    for tab in &workbook.tabs {
        let relation = package.relation(&tab.relation);
        // Sheets that hold only a chart, or macros of Excel 4, have no table.
        if relation.is_some_and(|relation| !relation.is("worksheet")) {
            continue;
        }
        let read = relation.map(|relation| {
            parts.part(&relation.target, |part| {
                feed.sheet(&tab.name, tab.hidden)?;
                SheetReader::new(&context).read(Records::new(part, clock), feed)?;
                feed.end_sheet();
                Ok(())
            })
        });
        if read.transpose()?.flatten().is_none() {
            feed.lose(Value::phrase("reason-sheet-missing", [("sheet", tab.name.as_str().into())]));
        }
    }
    Ok(())
}

/// The records of a part, one at a time.
struct Records {
    part: Blocks,
    clock: Clock,
    count: u64,
    buffer: Vec<u8>,
}

impl Records {
    fn new(part: Blocks, clock: Clock) -> Self {
        Records { part, clock, count: 0, buffer: Vec::new() }
    }

    /// Gives the number and the bytes of the next record; nothing at the end of the part.
    fn next(&mut self) -> Result<Option<(u16, Bytes<'_>)>, Stop> {
        self.count += 1;
        if self.count.is_multiple_of(1024) {
            self.clock.check()?;
        }
        let Some(first) = self.byte()? else { return Ok(None) };
        let mut number = u16::from(first & 0x7F);
        if first & 0x80 != 0 {
            number |= u16::from(self.needed()? & 0x7F) << 7;
        }
        let mut length = 0_usize;
        for step in 0..4 {
            let byte = self.needed()?;
            length |= usize::from(byte & 0x7F) << (7 * step);
            if byte & 0x80 == 0 {
                break;
            }
        }
        if length > Limits::PIECE_BYTES {
            return Err(limits::over_piece());
        }
        self.buffer.clear();
        let read = self.part.by_ref().take(length as u64).read_to_end(&mut self.buffer);
        read.map_err(|error| explain(&error))?;
        if self.buffer.len() < length {
            return Err(Stop::because("reason-truncated"));
        }
        Ok(Some((number, Bytes(&self.buffer))))
    }

    fn byte(&mut self) -> Result<Option<u8>, Stop> {
        let mut byte = [0];
        let read = self.part.read(&mut byte).map_err(|error| explain(&error))?;
        Ok((read == 1).then_some(byte[0]))
    }

    fn needed(&mut self) -> Result<u8, Stop> {
        self.byte()?.ok_or(Stop::because("reason-truncated"))
    }
}

fn explain(error: &std::io::Error) -> Stop {
    Stop::because(if error.kind() == ErrorKind::UnexpectedEof { "reason-truncated" } else { "reason-damaged" })
}

/// Reads a text with its length before it, and gives the place after it. A text that is absent is blank.
fn wide(bytes: Bytes<'_>, at: usize) -> Result<(String, usize), Stop> {
    const ABSENT: u32 = u32::MAX;
    match bytes.u32(at)? {
        ABSENT => Ok((String::new(), at + 4)),
        length if length as usize > bytes.0.len() => Err(Stop::because("reason-damaged")),
        length => Ok((bytes.utf16(at + 4, length as usize)?, at + 4 + length as usize * 2)),
    }
}

/// What the workbook part says.
#[derive(Default)]
struct Workbook {
    epoch_1904: bool,
    tabs: Vec<Tab>,
}

/// One tab.
struct Tab {
    name: String,
    relation: String,
    hidden: bool,
}

fn workbook(mut records: Records) -> Result<Workbook, Stop> {
    let mut workbook = Workbook::default();
    while let Some((number, bytes)) = records.next()? {
        match number {
            // BrtWbProp
            0x99 => workbook.epoch_1904 = bytes.u32(0)? & 1 == 1,
            // BrtBundleSh
            0x9C => {
                let (relation, at) = wide(bytes, 8)?;
                workbook.tabs.push(Tab { name: wide(bytes, at)?.0, relation, hidden: bytes.u32(0)? != 0 });
            }
            // BrtEndBundleShs
            0x90 => break,
            _ => {}
        }
    }
    Ok(workbook)
}

fn styles(mut records: Records) -> Result<Styles, Stop> {
    let mut styles = Styles::default();
    let mut in_cells = false;
    while let Some((number, bytes)) = records.next()? {
        match number {
            // BrtFmt
            0x2C => styles.add_format(bytes.u16(0)?.into(), &wide(bytes, 2)?.0)?,
            // BrtBeginCellXFs and BrtEndCellXFs
            0x269 => in_cells = true,
            0x26A => break,
            // BrtXF
            0x2F if in_cells => styles.add_cell(bytes.u16(2)?.into())?,
            _ => {}
        }
    }
    Ok(styles)
}

fn strings(mut records: Records, limits: &Limits) -> Result<Strings, Stop> {
    let mut strings = Strings::default();
    while let Some((number, bytes)) = records.next()? {
        // BrtSSTItem
        if number == 0x13 {
            strings.push(&wide(bytes, 1)?.0, limits)?;
        }
    }
    Ok(strings)
}

/// What the cells of all sheets refer to.
struct Context {
    strings: Strings,
    styles: Styles,
    epoch_1904: bool,
}

/// Reads the records of one sheet.
struct SheetReader<'c> {
    context: &'c Context,
    line: RowBuilder,
    next_column: u32,
    merged: Vec<Merged>,
}

impl<'c> SheetReader<'c> {
    fn new(context: &'c Context) -> Self {
        SheetReader { context, line: RowBuilder::new(0), next_column: 0, merged: Vec::new() }
    }

    fn read(mut self, mut records: Records, feed: &mut Feed<'_>) -> Result<(), Stop> {
        let mut ended = false;
        while let Some((number, bytes)) = records.next()? {
            match number {
                // BrtColInfo
                0x3C if bytes.u16(16)? & 1 == 1 => {
                    feed.hide_columns(bytes.u32(0)?, bytes.u32(4)?.saturating_add(1));
                }
                // BrtRowHdr
                0x00 => {
                    let row = bytes.u32(0)?;
                    if row >= ROWS {
                        return Err(Stop::because("reason-rows-order"));
                    }
                    self.line.flush(row, feed)?;
                    self.line.hidden = bytes.u8(11)? & 0x10 != 0;
                    self.next_column = 0;
                }
                0x01..=0x0B | 0x3E => {
                    self.next_column = bytes.u32(0)?;
                    self.cell(number, bytes, 8, feed)?;
                }
                // The same without a column: it is the one after the cell before.
                0x0C..=0x12 => self.cell(number - 0x0B, bytes, 4, feed)?,
                // BrtEndSheetData
                0x92 => {
                    self.line.flush(0, feed)?;
                    ended = true;
                }
                // BrtMergeCell
                0xB0 => self.merge(bytes)?,
                _ => {}
            }
        }
        if !ended {
            return Err(Stop::because("reason-truncated"));
        }
        feed.merged(&self.merged);
        Ok(())
    }

    /// Reads a cell whose value stands at a place.
    fn cell(&mut self, number: u16, bytes: Bytes<'_>, at: usize, feed: &mut Feed<'_>) -> Result<(), Stop> {
        let column = self.next_column;
        self.next_column = column.saturating_add(1);
        let style = bytes.u32(at - 4)? & 0x00FF_FFFF;
        let figure = |number: f64| {
            let format = self.context.styles.get(style as usize);
            number.is_finite().then(|| format.apply(number, self.context.epoch_1904))
        };
        let value = match number {
            // The records of cells, then those of formulas, which hold the value before the formula.
            0x02 => figure(bytes.rk(at)?),
            0x03 | 0x0B => Some(biff::error(bytes.u8(at)?)),
            0x04 | 0x0A => Some(RawValue::Bool(bytes.u8(at)? != 0)),
            0x05 | 0x09 => figure(bytes.f64(at)?),
            0x06 | 0x08 => biff::text(wide(bytes, at)?.0),
            0x3E => biff::text(wide(bytes, at + 1)?.0),
            0x07 => match self.context.strings.get(bytes.u32(at)? as usize) {
                Some(shared) => biff::text(shared.to_owned()),
                None => {
                    let column = u16::try_from(column).unwrap_or(Origin::WHOLE_ROW);
                    return feed.damaged_cell(self.line.row(), column, "reason-string-missing");
                }
            },
            _ => None,
        };
        match value {
            None => Ok(()),
            Some(value) if column < COLUMNS => self.line.push(column as u16, value),
            Some(_) => feed.damaged_cell(self.line.row(), Origin::WHOLE_ROW, "reason-cell-outside"),
        }
    }

    fn merge(&mut self, bytes: Bytes<'_>) -> Result<(), Stop> {
        limits::one_more_merged(self.merged.len())?;
        let (rows, columns) = ((bytes.u32(0)?, bytes.u32(4)?), (bytes.u32(8)?, bytes.u32(12)?));
        if rows.0 <= rows.1 && columns.0 <= columns.1 && rows.1 < ROWS && columns.1 < COLUMNS {
            self.merged.push(Merged { rows, columns: (columns.0 as u16, columns.1 as u16) });
        }
        Ok(())
    }
}
