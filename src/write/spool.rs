//! A file put together from parts that come in any order.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

use super::{Output, hexadecimal};
use crate::error::{Error, Result};

/// Parts of one file, written as they come and put in order at the end, so that memory holds one part at a time.
pub struct Spool {
    path: String,
    scratch: PathBuf,
    parts: Mutex<Parts>,
}

struct Parts {
    file: File,
    /// Where each part stands: its number, where it begins, how long it is.
    places: Vec<(usize, u64, u64)>,
    end: u64,
}

impl Output {
    /// Begins a file of parts.
    ///
    /// # Errors
    ///
    /// A disk that can't take it.
    pub fn spool(&self, path: String) -> Result<Spool> {
        let scratch = self.making(&format!("{path}.parts"))?;
        let file = File::options().read(true).write(true).create(true).truncate(true).open(&scratch);
        let file = file.map_err(Error::io(&scratch))?;
        Ok(Spool { path, scratch, parts: Mutex::new(Parts { file, places: Vec::new(), end: 0 }) })
    }
}

impl Spool {
    /// Takes one part, by its number in the file. Parts of one number follow each other as they came.
    ///
    /// # Errors
    ///
    /// A disk that can't take it.
    pub fn add(&self, number: usize, bytes: &[u8]) -> Result<()> {
        let mut parts = self.parts.lock().unwrap_or_else(PoisonError::into_inner);
        parts.file.write_all(bytes).map_err(Error::io(&self.scratch))?;
        let (begin, length) = (parts.end, bytes.len() as u64);
        parts.places.push((number, begin, length));
        parts.end += length;
        Ok(())
    }

    /// Gives a way to write a part piece by piece.
    pub fn part(&self, number: usize) -> impl Write + '_ {
        Part { spool: self, number }
    }

    /// Writes the file: a head, the parts in the order of their numbers with something between them, a tail.
    ///
    /// # Errors
    ///
    /// A disk that can't take it.
    pub fn close(self, output: &Output, head: &[u8], between: &[u8], tail: &[u8]) -> Result<()> {
        let place = output.making(&self.path)?;
        let mut parts = self.parts.into_inner().unwrap_or_else(PoisonError::into_inner);
        parts.places.sort_unstable();
        let _ = fs::remove_file(&place);
        let sum = parts.join(&place, head, between, tail).map_err(Error::io(&place))?;
        fs::remove_file(&self.scratch).map_err(Error::io(&self.scratch))?;
        output.manifest().outputs.insert(self.path, sum);
        Ok(())
    }
}

/// A part that is written piece by piece.
struct Part<'a> {
    spool: &'a Spool,
    number: usize,
}

impl Write for Part<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.spool.add(self.number, bytes) {
            Ok(()) => Ok(bytes.len()),
            Err(Error::Io { source, .. }) => Err(source),
            Err(error) => Err(io::Error::other(error)),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Parts {
    /// Writes the parts one after the other. Gives the SHA-256 of what was written.
    fn join(&mut self, place: &Path, head: &[u8], between: &[u8], tail: &[u8]) -> io::Result<String> {
        let mut file = Summed { file: BufWriter::new(File::create(place)?), sum: Sha256::new() };
        file.write_all(head)?;
        for (at, (_, begin, length)) in self.places.iter().enumerate() {
            if at > 0 {
                file.write_all(between)?;
            }
            self.file.seek(SeekFrom::Start(*begin))?;
            io::copy(&mut (&mut self.file).take(*length), &mut file)?;
        }
        file.write_all(tail)?;
        file.flush()?;
        Ok(hexadecimal(&file.sum.finalize()))
    }
}

/// A file that is summed up while it is written.
struct Summed {
    file: BufWriter<File>,
    sum: Sha256,
}

impl Write for Summed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.sum.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{MANIFEST, Manifest, sha256};
    use super::*;

    #[track_caller]
    fn check(parts: &[(usize, &str)], whole: &str) {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out");
        let manifest = Manifest::new("2027-01-15".into(), Vec::new(), Default::default());
        let output = Output::begin(&target, manifest, false).unwrap();
        let spool = output.spool("data/list.json".into()).unwrap();
        for (number, text) in parts {
            spool.add(*number, text.as_bytes()).unwrap();
        }
        spool.close(&output, b"[", b",", b"]").unwrap();
        output.commit().unwrap();
        assert_eq!(fs::read_to_string(target.join("data/list.json")).unwrap(), whole);
        let written = Manifest::of(&target).unwrap().outputs;
        assert_eq!(written["data/list.json"], sha256(whole.as_bytes()));
        let count = |folder: PathBuf| fs::read_dir(folder).unwrap().count();
        assert_eq!((count(target.join("data")), target.join(MANIFEST).exists()), (1, true), "no scratch is left");
    }

    #[test]
    fn parts_stand_in_the_order_of_their_numbers() {
        check(&[(2, "c"), (0, "a"), (1, "bb")], "[a,bb,c]");
        check(&[(7, "x")], "[x]");
        check(&[], "[]");
    }
}
