//! Workbooks of Excel 97 to 2003, record by record: [MS-XLS], BIFF8 in a compound file.

use std::collections::BTreeSet;

use super::address::COLUMNS;
use super::biff::{self, Bytes};
use super::compound::Compound;
use super::feed::{Feed, RowBuilder, Stop};
use super::formats::Styles;
use super::limits::{self, Clock, Limits};
use super::strings::Strings;
use crate::model::{Merged, Origin, RawValue};

/// The records that are read, by their numbers.
mod number {
    pub const FORMULA: u16 = 0x06;
    pub const END: u16 = 0x0A;
    pub const DATES: u16 = 0x22;
    pub const PASSWORD: u16 = 0x2F;
    pub const CONTINUE: u16 = 0x3C;
    pub const COLUMNS: u16 = 0x7D;
    pub const SHEET: u16 = 0x85;
    pub const RK_ROW: u16 = 0xBD;
    pub const RICH_TEXT: u16 = 0xD6;
    pub const CELL_FORMAT: u16 = 0xE0;
    pub const MERGED: u16 = 0xE5;
    pub const STRINGS: u16 = 0xFC;
    pub const SHARED: u16 = 0xFD;
    pub const FLOAT: u16 = 0x203;
    pub const TEXT: u16 = 0x204;
    pub const LOGICAL: u16 = 0x205;
    pub const FORMULA_TEXT: u16 = 0x207;
    pub const ROW: u16 = 0x208;
    pub const RK: u16 = 0x27E;
    pub const FORMAT: u16 = 0x41E;
    pub const BEGIN: u16 = 0x809;
}

/// Gives the stream of a workbook of BIFF8; nothing where the workbook is older.
pub(super) fn stream(bytes: &[u8]) -> Result<Option<Vec<u8>>, Stop> {
    const BIFF8: u16 = 0x600;
    let Some(stream) = Compound::open(bytes)?.stream("Workbook")? else { return Ok(None) };
    let head = Bytes(&stream);
    let new = head.u16(0)? == number::BEGIN && head.u16(4)? == BIFF8;
    Ok(new.then_some(stream))
}

/// Reads all sheets of a workbook, in the order of their tabs.
pub(super) fn read(stream: &[u8], feed: &mut Feed<'_>) -> Result<(), Stop> {
    let workbook = Workbook::read(stream, feed.limits(), feed.clock())?;
    for tab in &workbook.tabs {
        feed.sheet(&tab.name, tab.hidden)?;
        let start = stream.get(tab.at..).ok_or(Stop::because("reason-truncated"))?;
        SheetReader::new(&workbook).read(Records::new(start, feed.clock()), feed)?;
        feed.end_sheet();
    }
    Ok(())
}

/// The records of a stream.
struct Records<'s> {
    rest: &'s [u8],
    clock: Clock,
    count: u64,
}

impl<'s> Records<'s> {
    fn new(rest: &'s [u8], clock: Clock) -> Self {
        Records { rest, clock, count: 0 }
    }

    /// Gives the number and the bytes of the next record.
    fn next(&mut self) -> Result<(u16, Bytes<'s>), Stop> {
        self.count += 1;
        if self.count.is_multiple_of(1024) {
            self.clock.check()?;
        }
        let head = Bytes(self.rest);
        let cut = |_| Stop::because("reason-truncated");
        let (number, length) = (head.u16(0).map_err(cut)?, usize::from(head.u16(2).map_err(cut)?));
        let bytes = self.rest.get(4..4 + length).ok_or(Stop::because("reason-truncated"))?;
        self.rest = &self.rest[4 + length..];
        Ok((number, Bytes(bytes)))
    }

    /// Gives the bytes of a record and of those that continue it.
    fn continued(&mut self, first: Bytes<'s>) -> Result<Pieces<'s>, Stop> {
        let mut pieces = vec![first.0];
        while Bytes(self.rest).u16(0).is_ok_and(|next| next == number::CONTINUE) {
            pieces.push(self.next()?.1.0);
        }
        pieces.reverse();
        Ok(Pieces { left: pieces, piece: &[] })
    }
}

/// The bytes of a record that is continued in others.
struct Pieces<'s> {
    /// The pieces that come later, the next one last.
    left: Vec<&'s [u8]>,
    piece: &'s [u8],
}

impl<'s> Pieces<'s> {
    /// Goes on to the next piece where this one is read; false at the end.
    fn turn(&mut self) -> bool {
        while self.piece.is_empty() {
            match self.left.pop() {
                Some(piece) => self.piece = piece,
                None => return false,
            }
        }
        true
    }

    fn u8(&mut self) -> Result<u8, Stop> {
        self.turn();
        let (&byte, rest) = self.piece.split_first().ok_or(Stop::because("reason-truncated"))?;
        self.piece = rest;
        Ok(byte)
    }

    fn u16(&mut self) -> Result<u16, Stop> {
        Ok(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    fn u32(&mut self) -> Result<u32, Stop> {
        Ok(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn skip(&mut self, mut bytes: usize) -> Result<(), Stop> {
        while bytes > 0 {
            if !self.turn() {
                return Err(Stop::because("reason-truncated"));
            }
            let step = bytes.min(self.piece.len());
            self.piece = &self.piece[step..];
            bytes -= step;
        }
        Ok(())
    }

    /// Reads a text: flags, what formatting it has, its characters, and that formatting, which is passed over.
    fn text(&mut self, characters: usize) -> Result<String, Stop> {
        const WIDE: u8 = 1;
        const PHONETIC: u8 = 4;
        const RICH: u8 = 8;
        let flags = self.u8()?;
        let runs = if flags & RICH != 0 { usize::from(self.u16()?) * 4 } else { 0 };
        let phonetic = if flags & PHONETIC != 0 { self.u32()? as usize } else { 0 };
        let mut text = String::new();
        let mut wide = flags & WIDE != 0;
        let mut left = characters;
        while left > 0 {
            if self.piece.is_empty() {
                // A text that goes on in the next record says again how wide its characters are.
                wide = self.u8()? & WIDE != 0;
            }
            let size = if wide { 2 } else { 1 };
            let here = left.min(self.piece.len() / size);
            if here == 0 && !self.piece.is_empty() {
                return Err(Stop::because("reason-damaged"));
            }
            let (bytes, rest) = self.piece.split_at(here * size);
            match wide {
                true => text.push_str(&Bytes(bytes).utf16(0, here)?),
                // The upper byte of each is 0 and left out.
                false => text.extend(bytes.iter().map(|&byte| char::from(byte))),
            }
            self.piece = rest;
            left -= here;
            if left > 0 && self.piece.is_empty() && self.left.is_empty() {
                return Err(Stop::because("reason-truncated"));
            }
        }
        self.skip(runs)?;
        self.skip(phonetic)?;
        Ok(text)
    }
}

/// What stands before the sheets.
#[derive(Default)]
struct Workbook {
    epoch_1904: bool,
    styles: Styles,
    strings: Strings,
    tabs: Vec<Tab>,
}

/// One tab with a table, and where its records start.
struct Tab {
    name: String,
    hidden: bool,
    at: usize,
}

impl Workbook {
    fn read(stream: &[u8], limits: &Limits, clock: Clock) -> Result<Self, Stop> {
        let mut workbook = Workbook::default();
        let mut records = Records::new(stream, clock);
        loop {
            let (number, bytes) = records.next()?;
            match number {
                number::PASSWORD => return Err(Stop::because("reason-password")),
                number::DATES => workbook.epoch_1904 = bytes.u16(0)? == 1,
                number::FORMAT => {
                    let mut pieces = records.continued(bytes)?;
                    let id = pieces.u16()?;
                    let characters = usize::from(pieces.u16()?);
                    workbook.styles.add_format(id.into(), &pieces.text(characters)?)?;
                }
                number::CELL_FORMAT => workbook.styles.add_cell(bytes.u16(2)?.into())?,
                number::SHEET => {
                    let characters = usize::from(bytes.u8(6)?);
                    let mut pieces = Pieces { left: Vec::new(), piece: bytes.from(7)? };
                    let (at, hidden, kind) = (bytes.u32(0)? as usize, bytes.u8(4)? & 3 != 0, bytes.u8(5)?);
                    let name = pieces.text(characters)?;
                    // Other kinds hold only a chart, or macros.
                    if kind == 0 {
                        workbook.tabs.push(Tab { name, hidden, at });
                    }
                }
                number::STRINGS => {
                    let mut pieces = records.continued(bytes)?;
                    // How many there are is told, and not believed.
                    pieces.skip(8)?;
                    while pieces.turn() {
                        let characters = usize::from(pieces.u16()?);
                        let text = pieces.text(characters)?;
                        workbook.strings.push(&text, limits)?;
                    }
                }
                number::END => return Ok(workbook),
                _ => {}
            }
        }
    }
}

/// Reads the records of one sheet.
struct SheetReader<'w> {
    workbook: &'w Workbook,
    line: RowBuilder,
    hidden: BTreeSet<u16>,
    merged: Vec<Merged>,
    /// The column of the formula whose text comes in a record of its own.
    awaited: Option<u16>,
}

impl<'w> SheetReader<'w> {
    fn new(workbook: &'w Workbook) -> Self {
        SheetReader { workbook, line: RowBuilder::new(0), hidden: BTreeSet::new(), merged: Vec::new(), awaited: None }
    }

    fn read(mut self, mut records: Records<'_>, feed: &mut Feed<'_>) -> Result<(), Stop> {
        // Charts in the sheet are streams inside its stream.
        let mut depth = 0_u32;
        loop {
            let (number, bytes) = records.next()?;
            match number {
                number::BEGIN => depth = depth.saturating_add(1),
                number::END => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        self.line.flush(0, feed)?;
                        feed.merged(&self.merged);
                        return Ok(());
                    }
                }
                _ if depth > 1 => {}
                number::COLUMNS if bytes.u16(8)? & 1 == 1 => {
                    feed.hide_columns(bytes.u16(0)?.into(), u32::from(bytes.u16(2)?) + 1);
                }
                number::ROW if bytes.u8(12)? & 0x20 != 0 => drop(self.hidden.insert(bytes.u16(0)?)),
                number::MERGED => self.merge(bytes)?,
                number::FORMULA_TEXT => {
                    if let Some(column) = self.awaited.take() {
                        let mut pieces = records.continued(bytes)?;
                        let characters = usize::from(pieces.u16()?);
                        let text = pieces.text(characters)?;
                        self.push(column, biff::text(text), feed)?;
                    }
                }
                number::FLOAT
                | number::RK
                | number::RK_ROW
                | number::SHARED
                | number::TEXT
                | number::RICH_TEXT
                | number::LOGICAL
                | number::FORMULA => self.cells(number, bytes, &mut records, feed)?,
                _ => {}
            }
        }
    }

    /// Reads a record of one cell, or of several numbers side by side.
    fn cells<'s>(
        &mut self,
        number: u16,
        bytes: Bytes<'s>,
        records: &mut Records<'s>,
        feed: &mut Feed<'_>,
    ) -> Result<(), Stop> {
        let (row, column) = (u32::from(bytes.u16(0)?), bytes.u16(2)?);
        if row != self.line.row() {
            self.line.flush(row, feed)?;
        }
        self.line.hidden = self.hidden.contains(&(row as u16));
        self.awaited = None;
        let value = match number {
            number::FLOAT => self.figure(bytes.u16(4)?, bytes.f64(6)?),
            number::RK => self.figure(bytes.u16(4)?, bytes.rk(6)?),
            number::RK_ROW => {
                let cells = bytes.0.len().saturating_sub(6) / 6;
                for at in 0..cells {
                    let value = self.figure(bytes.u16(4 + at * 6)?, bytes.rk(6 + at * 6)?);
                    self.push(column.saturating_add(at as u16), value, feed)?;
                }
                None
            }
            number::SHARED => match self.workbook.strings.get(bytes.u32(6)? as usize) {
                Some(shared) => biff::text(shared.to_owned()),
                None => return feed.damaged_cell(row, column, "reason-string-missing"),
            },
            number::LOGICAL if bytes.u8(7)? == 0 => Some(RawValue::Bool(bytes.u8(6)? != 0)),
            number::LOGICAL => Some(biff::error(bytes.u8(6)?)),
            number::FORMULA => self.formula(column, bytes)?,
            _ => {
                let mut pieces = records.continued(Bytes(bytes.from(6)?))?;
                let characters = usize::from(pieces.u16()?);
                biff::text(pieces.text(characters)?)
            }
        };
        self.push(column, value, feed)
    }

    /// Gives the value of a formula, unless it is a text, which comes in the next record.
    fn formula(&mut self, column: u16, bytes: Bytes<'_>) -> Result<Option<RawValue>, Stop> {
        // To be calculated always, or when the file is opened.
        const DUE: u16 = 3;
        if bytes.u16(12)? != 0xFFFF {
            return Ok(self.figure(bytes.u16(4)?, bytes.f64(6)?));
        }
        Ok(match bytes.u8(6)? {
            0 => {
                self.awaited = Some(column);
                None
            }
            1 => Some(RawValue::Bool(bytes.u8(8)? != 0)),
            2 => Some(biff::error(bytes.u8(8)?)),
            _ if bytes.u16(14)? & DUE != 0 => Some(RawValue::Uncalculated),
            _ => None,
        })
    }

    fn figure(&self, style: u16, number: f64) -> Option<RawValue> {
        let format = self.workbook.styles.get(style.into());
        number.is_finite().then(|| format.apply(number, self.workbook.epoch_1904))
    }

    fn push(&mut self, column: u16, value: Option<RawValue>, feed: &mut Feed<'_>) -> Result<(), Stop> {
        match value {
            None => Ok(()),
            Some(value) if u32::from(column) < COLUMNS => self.line.push(column, value),
            Some(_) => feed.damaged_cell(self.line.row(), Origin::WHOLE_ROW, "reason-cell-outside"),
        }
    }

    fn merge(&mut self, bytes: Bytes<'_>) -> Result<(), Stop> {
        for at in 0..usize::from(bytes.u16(0)?) {
            limits::one_more_merged(self.merged.len())?;
            let word = |place: usize| bytes.u16(2 + at * 8 + place * 2);
            let (rows, columns) = ((word(0)?.into(), word(1)?.into()), (word(2)?, word(3)?));
            if rows.0 <= rows.1 && columns.0 <= columns.1 {
                self.merged.push(Merged { rows, columns });
            }
        }
        Ok(())
    }
}
