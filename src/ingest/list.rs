//! The files of a returns folder.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::kind::{self, Kind};
use crate::error::{Error, Result};
use crate::model::{Finding, FindingCode, Place, Sources, Value};

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Its path under the folder, with `/` between folders.
    pub relative: String,
    /// Where it is.
    pub path: PathBuf,
}

/// What a folder holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Listing {
    /// The files that may hold a table, in path order.
    pub files: Vec<Entry>,
    /// A notice for each file that was left aside, in path order.
    pub findings: Vec<Finding>,
}

/// Endings of files that are read, whatever they turn out to hold.
const TABLES: &[&str] = &["xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "ods", "ots", "fods", "csv", "tsv"];

/// The depth of folders that is looked at; it also ends a circle of links.
const DEPTH: usize = 32;

/// Lists the files of a folder and its subfolders, in path order.
///
/// Hidden files and folders, lock files of Excel and LibreOffice, and files that are no table are left aside with a
/// notice each. A file without a known ending is listed if it turns out to be a workbook.
///
/// # Errors
/// A folder that can't be read, or that holds more files than can be told apart.
pub fn list(folder: &Path) -> Result<Listing> {
    let mut entries = Vec::new();
    gather(folder, "", 0, &mut entries)?;
    entries.sort();
    if entries.len() > Sources::MOST {
        let (found, max) = (Value::count(entries.len() as u64), Value::count(Sources::MOST as u64));
        let what = Value::phrase("setup-too-many-files", [("found", found), ("max", max)]);
        return Err(Error::setup(folder.to_string_lossy(), what));
    }
    let mut listing = Listing::default();
    for entry in entries {
        if is_table(&entry) {
            listing.files.push(entry);
        } else {
            let found = Value::code(&entry.relative);
            listing.findings.push(Finding::new(FindingCode::FileIgnored, Place::Campaign).with("found", found));
        }
    }
    Ok(listing)
}

fn gather(folder: &Path, prefix: &str, depth: usize, entries: &mut Vec<Entry>) -> Result<()> {
    for entry in fs::read_dir(folder).map_err(Error::io(folder))? {
        let entry = entry.map_err(Error::io(folder))?;
        let path = entry.path();
        let relative = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if path.is_dir() && !is_aside(&relative) && depth < DEPTH {
            gather(&path, &format!("{relative}/"), depth + 1, entries)?;
        } else {
            entries.push(Entry { relative, path });
        }
    }
    Ok(())
}

/// Tells whether a file or folder is hidden or a lock of a program that has a file open.
fn is_aside(relative: &str) -> bool {
    let name = relative.rsplit('/').next().unwrap_or(relative);
    name.starts_with(['.', '~']) || matches!(name, "Thumbs.db" | "desktop.ini" | "__MACOSX")
}

fn is_table(entry: &Entry) -> bool {
    if is_aside(&entry.relative) || !entry.path.is_file() {
        return false;
    }
    let ending = entry.path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending {
        Some(ending) if TABLES.contains(&ending.as_str()) => true,
        _ => is_workbook(&entry.path),
    }
}

/// Tells whether a file without a known ending is a workbook. Any text could pass for a csv, so text doesn't count.
fn is_workbook(path: &Path) -> bool {
    // A compound file tells its kind anywhere; workbooks without an ending are small enough to look at the start.
    const HEAD: u64 = 1 << 20;
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    let part = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
    read.is_ok()
        && match kind::tell(&head) {
            Ok(Kind::Zip) => part(b"xl/w") || part(b"opendocument.spreadsheet"),
            Ok(Kind::Xls) => true,
            _ => false,
        }
}
