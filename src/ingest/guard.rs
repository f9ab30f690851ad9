//! What a zip archive declares, checked before anything is unpacked.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Cursor, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use zip::ZipArchive;
use zip::result::ZipError;

use super::feed::Stop;
use super::limits::{self, Clock, Limits};
use super::xml::{Xml, read_buffered};

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
                return Err(limits::over_ratio(limits.ratio, size / packed.max(1)));
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

    /// Reads a part as XML. Gives nothing where there is no such part.
    pub fn xml<T>(&mut self, name: &str, read: impl FnOnce(&mut Xml) -> Result<T, Stop>) -> Result<Option<T>, Stop> {
        let clock = self.clock;
        self.part(name, |blocks| read(&mut Xml::new(blocks, clock)))
    }

    /// Reads a part while a second thread unpacks it. Gives nothing where there is no such part.
    pub fn part<T>(&mut self, name: &str, read: impl FnOnce(Blocks) -> Result<T, Stop>) -> Result<Option<T>, Stop> {
        let Some(&at) = self.index.get(&normalise(name)) else {
            return Ok(None);
        };
        let part = self.archive.by_index(at).map_err(explain)?;
        thread::scope(|scope| {
            let (sender, receiver) = sync_channel(WAITING);
            let unpack = thread::Builder::new().spawn_scoped(scope, move || send(part, &sender));
            unpack.map_err(|error| Stop::system(&error))?;
            read(Blocks { receiver, block: Vec::new(), at: 0, failed: None }).map(Some)
        })
    }
}

/// The size of an unpacked block, in bytes.
const BLOCK: usize = 1 << 18;
/// Blocks that may wait to be read.
const WAITING: usize = 8;

/// Unpacks a part, until its end, an error, or nobody reads on.
fn send(mut part: impl Read, sender: &SyncSender<io::Result<Vec<u8>>>) {
    loop {
        let mut block = Vec::with_capacity(BLOCK);
        let read = part.by_ref().take(BLOCK as u64).read_to_end(&mut block);
        let ended = read.as_ref().map_or(true, |&count| count == 0);
        // What was unpacked before an error is good.
        let sent = if block.is_empty() { Ok(()) } else { sender.send(Ok(block)) };
        let told = read.err().map_or(Ok(()), |error| sender.send(Err(error)));
        if ended || sent.is_err() || told.is_err() {
            return;
        }
    }
}

/// The unpacked bytes of a part, as they come.
pub(super) struct Blocks {
    receiver: Receiver<io::Result<Vec<u8>>>,
    block: Vec<u8>,
    at: usize,
    failed: Option<io::Error>,
}

impl Blocks {
    /// Makes a part of bytes that need no unpacking.
    pub fn of(bytes: &[u8]) -> Self {
        let (_, receiver) = sync_channel(0);
        Blocks { receiver, block: bytes.to_vec(), at: 0, failed: None }
    }

    /// Gives the first bytes, which are then read as if they had not been looked at; so is an error.
    pub fn head(&mut self) -> &[u8] {
        if let Err(error) = self.fill_buf() {
            self.failed = Some(error);
        }
        &self.block[self.at..]
    }
}

impl BufRead for Blocks {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        if self.at == self.block.len() {
            // A sender that is gone has come to the end of the part.
            self.block = self.receiver.recv().unwrap_or(Ok(Vec::new()))?;
            self.at = 0;
        }
        Ok(&self.block[self.at..])
    }

    fn consume(&mut self, amount: usize) {
        self.at = (self.at + amount).min(self.block.len());
    }
}

impl Read for Blocks {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        read_buffered(self, buffer)
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
