//! Reading: bytes of a file to raw rows, within fixed memory and time.
//!
//! [`list`] finds the files of a returns folder, and [`Reader::read`] reads one of them: it tells the kind of the file
//! by its content, hands sheets and rows to a [`RowSink`] as they come, and gives the findings. One bad file is a
//! finding, never an end of the run.
//!
//! | kind | how it is read | what the format can't tell |
//! | --- | --- | --- |
//! | xlsx, xlsm, Strict | as a stream, by `xlsx` | |
//! | ods, fods | as a stream, by `ods` | |
//! | xlsb | as a stream, by `xlsb` | a formula that was never calculated: it holds a value, often 0 |
//! | xls of Excel 97 to 2003 | record by record, by `xls` | the same, unless it is marked to be calculated and blank |
//! | xls before 1997 | whole, by calamine, in a child process, `child`, with a limit on memory | percentages, what is hidden |
//! | csv, tsv | as a stream, by `csv` | all but text |
//!
//! Hidden sheets, rows and columns are read like the others, with a notice where they hold something.
//!
//! Readers of their own rather than calamine's: what a check of every cell needs is not to be had there in one pass and
//! in fixed memory: whether the format is a percentage, whether a formula was ever calculated, what is hidden, the
//! address of a cell that can't be read. And a file of two kilobytes can make calamine ask for a hundred gigabytes,
//! which ends the process. A panic is caught where a file begins: the file becomes a finding, and the standard error
//! has the line that Rust prints of every panic, since a library does not replace what a program does of it.
//!
//! Invariant: no reader allocates by a number that a file declares.

mod address;
mod biff;
mod child;
mod compound;
mod csv;
mod encoding;
mod feed;
mod formats;
mod guard;
mod hidden;
mod kind;
mod limits;
mod list;
mod ods;
mod package;
mod strings;
mod whole;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

use std::fs::File;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::model::{FileId, Finding, FindingCode, Place, RowSink, SourceFile, Sources, Value};
use feed::{Feed, Stop};
use guard::Parts;
use kind::{Content, Kind};
use limits::Clock;

pub use crate::model::Limits;
pub use child::{CHILD_ARGUMENT, child_main};
pub use list::{Entry, Listing, list};

/// Reads files of any known kind.
#[derive(Debug, Clone, Default)]
pub struct Reader<'a> {
    /// What one file may cost.
    pub limits: Limits,
    /// The path of this program, which is started again for formats that are read whole. Without it they are read in
    /// this process, and a hostile file can end it.
    pub child: Option<&'a Path>,
}

impl Reader<'_> {
    /// Reads one file: adds it and its sheets to the sources, hands its rows to the sink, and gives the findings.
    ///
    /// `relative` is the path that readers of reports see. A file whose bytes were read before is left aside with a
    /// finding.
    pub fn read(
        &self,
        path: &Path,
        relative: &str,
        sources: &mut Sources,
        sink: &mut dyn RowSink,
    ) -> (FileId, Vec<Finding>) {
        match self.load(path) {
            Ok(bytes) => self.read_bytes(&bytes, relative, sources, sink),
            Err(stop) => {
                let bytes = path.metadata().map_or(0, |metadata| metadata.len());
                let file = sources.add_file(SourceFile { path: relative.into(), sha256: "".into(), bytes });
                (file, vec![stop.finding(Place::File(file))])
            }
        }
    }

    /// Reads a file that stands in memory, as [`Reader::read`] does.
    pub fn read_bytes(
        &self,
        bytes: &[u8],
        relative: &str,
        sources: &mut Sources,
        sink: &mut dyn RowSink,
    ) -> (FileId, Vec<Finding>) {
        let sha256 = hexadecimal(&Sha256::digest(bytes));
        let other = sources.files.iter().find(|file| *file.sha256 == *sha256).map(|file| file.path.clone());
        let file =
            sources.add_file(SourceFile { path: relative.into(), sha256: sha256.into(), bytes: bytes.len() as u64 });
        if let Some(other) = other.filter(|_| !bytes.is_empty()) {
            let twice = Finding::new(FindingCode::FileTwice, Place::File(file)).with("other", Value::code(other));
            return (file, vec![twice]);
        }
        let mut feed = Feed::new(file, sources, sink, &self.limits, Clock::start(self.limits.seconds));
        let read = AssertUnwindSafe(|| self.dispatch(bytes, relative, &mut feed));
        let outcome = catch_unwind(read).unwrap_or_else(|_| Err(Stop::because("reason-unforeseen")));
        (file, feed.finish(outcome))
    }

    /// Reads the bytes of a file, unless it is too large.
    fn load(&self, path: &Path) -> Result<Vec<u8>, Stop> {
        let mut bytes = Vec::new();
        // The size that the system gives is not trusted: the file may still be growing.
        let file = File::open(path).map_err(|error| Stop::system(&error))?;
        let state = || file.metadata().and_then(|found| Ok((found.len(), found.modified()?))).ok();
        let before = state();
        let read = (&file).take(self.limits.file_bytes + 1).read_to_end(&mut bytes);
        read.map_err(|error| Stop::system(&error))?;
        if bytes.len() as u64 > self.limits.file_bytes {
            let found = path.metadata().map_or(bytes.len() as u64, |metadata| metadata.len());
            return Err(limits::over_bytes("limit-file-size", self.limits.file_bytes, found));
        }
        if state() != before {
            return Err(Stop::because("reason-changing"));
        }
        Ok(bytes)
    }

    /// Hands the bytes to the reader of their kind.
    fn dispatch(&self, bytes: &[u8], relative: &str, feed: &mut Feed<'_>) -> Result<(), Stop> {
        match kind::tell(bytes)? {
            Kind::Text => csv::read(bytes, relative, feed),
            Kind::Fods => ods::read_flat(bytes, feed),
            Kind::Xls => match xls::stream(bytes)? {
                Some(stream) => xls::read(&stream, feed),
                None => self.whole(bytes, feed),
            },
            Kind::Zip => {
                let mut parts = Parts::open(bytes, feed.limits(), feed.clock())?;
                match kind::tell_parts(&mut parts)? {
                    Content::Ods => ods::read(&mut parts, feed),
                    Content::Xlsb => xlsb::read(&mut parts, feed),
                    Content::Xlsx => xlsx::read(&mut parts, feed),
                }
            }
        }
    }

    /// Reads a file of a format that is not read as a stream.
    fn whole(&self, bytes: &[u8], feed: &mut Feed<'_>) -> Result<(), Stop> {
        match self.child {
            Some(program) => child::read(program, bytes, feed),
            None => whole::read(bytes, feed),
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
