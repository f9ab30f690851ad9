//! Where a value was read.

use serde::Serialize;

/// The index of an input file in [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct FileId(pub u16);

/// The index of a sheet in the [`Sources`], over all files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SheetId(pub u16);

/// The place of a cell or of a row: two machine words, no strings.
///
/// Rows and columns are counted from 0, as readers hand them out; [`Origin::address`] prints them as Excel does.
///
/// ```
/// use bilan::model::{Origin, SheetId};
/// assert_eq!(Origin::cell(SheetId(0), 6, 27).address(), "AB7");
/// assert_eq!(Origin::row(SheetId(0), 6).address(), "7");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Origin {
    /// The sheet, and through it the file.
    pub sheet: SheetId,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0; [`Origin::WHOLE_ROW`] for a row.
    pub column: u16,
}

impl Origin {
    /// The column of an origin that stands for a whole row.
    pub const WHOLE_ROW: u16 = u16::MAX;

    /// Makes the origin of one cell.
    pub const fn cell(sheet: SheetId, row: u32, column: u16) -> Self {
        Origin { sheet, row, column }
    }

    /// Makes the origin of a whole row.
    pub const fn row(sheet: SheetId, row: u32) -> Self {
        Origin { sheet, row, column: Self::WHOLE_ROW }
    }

    /// Gives the same row with another column.
    pub const fn at(self, column: u16) -> Self {
        Origin { column, ..self }
    }

    /// Prints the address as a spreadsheet does: `AB7`, or `7` for a row.
    pub fn address(self) -> String {
        if self.column == Self::WHOLE_ROW {
            return (self.row + 1).to_string();
        }
        format!("{}{}", column_letters(self.column), self.row + 1)
    }
}

/// Gives the letters of a column counted from 0: 0 is `A`, 26 is `AA`.
pub fn column_letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}

/// One input file, as it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceFile {
    /// The path relative to the folder that was read, with `/` between folders.
    pub path: Box<str>,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: Box<str>,
    /// The size in bytes.
    pub bytes: u64,
}

/// One sheet of an input file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceSheet {
    /// The file that holds it.
    pub file: FileId,
    /// The name on its tab; for a csv, the part of the file name after `--`, or the whole stem.
    pub name: Box<str>,
}

/// The files and sheets that were read, so that an [`Origin`] can be small.
///
/// Files are kept in path order, so that ids do not depend on the order of the file system.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Sources {
    /// The files, in path order.
    pub files: Vec<SourceFile>,
    /// The sheets of all files, in reading order.
    pub sheets: Vec<SourceSheet>,
}

impl Sources {
    /// The most files, and the most sheets of all files, that can be told apart. Who adds one sees to it.
    pub const MOST: usize = u16::MAX as usize;

    /// Adds a file and gives its id.
    pub fn add_file(&mut self, file: SourceFile) -> FileId {
        self.files.push(file);
        FileId((self.files.len() - 1) as u16)
    }

    /// Adds a sheet and gives its id.
    pub fn add_sheet(&mut self, file: FileId, name: &str) -> SheetId {
        self.sheets.push(SourceSheet { file, name: name.into() });
        SheetId((self.sheets.len() - 1) as u16)
    }

    /// Gives a file by its id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[usize::from(id.0)]
    }

    /// Gives a sheet by its id.
    pub fn sheet(&self, id: SheetId) -> &SourceSheet {
        &self.sheets[usize::from(id.0)]
    }

    /// Gives the file that holds a sheet.
    pub fn file_of(&self, id: SheetId) -> &SourceFile {
        self.file(self.sheet(id).file)
    }
}
