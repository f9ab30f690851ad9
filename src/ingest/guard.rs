//! What a zip archive declares, checked before anything is unpacked.

use std::collections::BTreeMap;
use std::io::Cursor;

use zip::ZipArchive;
use zip::result::ZipError;

use super::feed::Stop;
use super::limits::{self, Clock, Limits};
use super::xml::Xml;

/// The parts of a workbook.
///
/// The size that a part declares binds: the `zip` crate ends a part that unpacks to more than it declares.
pub(super) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    index: BTreeMap<String, usize>,
    clock: Clock,
}

impl<'a> Parts<'a> {
    /// Opens an archive, unless its parts are too many, too large, or share a name.
    pub fn open(bytes: &'a [u8], limits: &Limits, clock: Clock) -> Result<Self, Stop> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(explain)?;
        let declared = declared_parts(bytes).unwrap_or(archive.len());
        let count = declared.max(archive.len()) as u64;
        if count > limits.parts {
            return Err(limits::over_count("limit-parts", limits.parts, count));
        }
        let mut index = BTreeMap::new();
        let mut unpacked = 0_u64;
        for at in 0..archive.len() {
            let part = archive.by_index_raw(at).map_err(explain)?;
            let (size, packed) = (part.size(), part.compressed_size());
            unpacked = unpacked.saturating_add(size);
            if size > Limits::RATIO_FROM && size / packed.max(1) > limits.ratio {
                return Err(limits::over_count("limit-ratio", limits.ratio, size / packed.max(1)));
            }
            let name = part.name().map_err(explain)?;
            if !name.ends_with('/') {
                index.insert(normalise(&name), at);
            }
        }
        if unpacked > limits.unpacked_bytes {
            return Err(limits::over_bytes("limit-unpacked", limits.unpacked_bytes, unpacked));
        }
        let folders = archive.file_names().filter(|name| name.as_ref().is_ok_and(|name| name.ends_with('/'))).count();
        if index.len() + folders != declared {
            return Err(Stop::because("reason-parts-twice"));
        }
        Ok(Parts { archive, index, clock })
    }

    /// Tells whether there is a part. Case and the kind of slash don't matter.
    pub fn has(&self, name: &str) -> bool {
        self.index.contains_key(&normalise(name))
    }

    /// Tells whether there is a part in a folder.
    pub fn has_folder(&self, folder: &str) -> bool {
        self.index.keys().any(|name| name.starts_with(folder))
    }

    /// Starts to read a part as XML. Gives nothing where there is no such part.
    pub fn xml(&mut self, name: &str) -> Result<Option<Xml<'_>>, Stop> {
        let Some(&at) = self.index.get(&normalise(name)) else {
            return Ok(None);
        };
        let part = self.archive.by_index(at).map_err(explain)?;
        Ok(Some(Xml::new(part, self.clock)))
    }
}

fn normalise(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// Reads how many parts the end record of an archive declares. The `zip` crate keeps one part of each name, so this
/// tells whether a name stands twice. Archives with 65 535 parts or more say it elsewhere and give nothing.
fn declared_parts(bytes: &[u8]) -> Option<usize> {
    const RECORD: usize = 22;
    let tail = &bytes[bytes.len().saturating_sub(RECORD + usize::from(u16::MAX))..];
    let record = tail.windows(RECORD).rev().find(|window| window.starts_with(b"PK\x05\x06"))?;
    let count = u16::from_le_bytes([record[10], record[11]]);
    (count != u16::MAX).then_some(usize::from(count))
}

fn explain(error: ZipError) -> Stop {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Stop::because("reason-password"),
        ZipError::InvalidArchive(_) | ZipError::Io(_) => Stop::because("reason-truncated"),
        _ => Stop::because("reason-damaged"),
    }
}
