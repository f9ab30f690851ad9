//! Compound files, the container of old workbooks: [MS-CFB].

use super::biff::Bytes;
use super::feed::Stop;

/// The first sector number that does not stand for a sector.
const SPECIAL: u32 = 0xFFFF_FFFA;
/// The size of a sector of the small streams.
const SMALL: usize = 64;

/// A compound file in memory. Following a chain costs at most the size of the file, whatever circles it has.
pub(super) struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    fat: Vec<u32>,
    small_fat: Vec<u32>,
    small: Vec<u8>,
    directory: Vec<u8>,
    cutoff: u32,
}

impl<'b> Compound<'b> {
    /// Reads the tables of a file.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Stop> {
        let header = Bytes(bytes);
        let sector = match header.u16(30)? {
            9 => 512,
            12 => 4096,
            _ => return Err(Stop::because("reason-damaged")),
        };
        let mut file = Compound {
            bytes,
            sector,
            fat: Vec::new(),
            small_fat: Vec::new(),
            small: Vec::new(),
            directory: Vec::new(),
            cutoff: header.u32(56)?,
        };
        for at in file.fat_sectors()? {
            file.fat.extend(words(file.sector(at)?));
        }
        file.directory = file.chain(header.u32(48)?)?;
        file.small_fat = words(&file.chain(header.u32(60)?)?).collect();
        file.small = match file.entry(0) {
            Some(root) => file.chain(root.u32(116)?)?,
            None => return Err(Stop::because("reason-damaged")),
        };
        Ok(file)
    }

    /// Gives a stream by its name; letters count alike in both cases.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Stop> {
        let mut at = 0;
        while let Some(entry) = self.entry(at) {
            at += 1;
            // Two bytes a character, and the end of the name counts as one.
            let characters = usize::from(entry.u16(64)? / 2).saturating_sub(1).min(31);
            if entry.u8(66)? == 2 && entry.utf16(0, characters)?.eq_ignore_ascii_case(name) {
                let (start, size) = (entry.u32(116)?, entry.u32(120)?);
                let mut stream = if size < self.cutoff { self.small_chain(start)? } else { self.chain(start)? };
                stream.truncate(size as usize);
                return Ok(Some(stream));
            }
        }
        Ok(None)
    }

    fn entry(&self, at: usize) -> Option<Bytes<'_>> {
        self.directory.get(at * 128..(at + 1) * 128).map(Bytes)
    }

    /// Lists the sectors that hold the table of chains: 109 in the header, the others in a chain of their own.
    fn fat_sectors(&self) -> Result<Vec<u32>, Stop> {
        let header = Bytes(self.bytes);
        let mut sectors: Vec<u32> = words(header.from(76)?.get(..109 * 4).unwrap_or_default()).collect();
        let mut next = header.u32(68)?;
        for _ in 0..self.count() {
            if next >= SPECIAL {
                break;
            }
            let mut more: Vec<u32> = words(self.sector(next)?).collect();
            next = more.pop().unwrap_or(SPECIAL);
            sectors.extend(more);
        }
        sectors.retain(|&sector| sector < SPECIAL);
        if sectors.len() > self.count() { Err(Stop::because("reason-damaged")) } else { Ok(sectors) }
    }

    /// Gives the number of sectors of the file.
    fn count(&self) -> usize {
        self.bytes.len() / self.sector
    }

    /// Gives the bytes of a sector; the last may be cut.
    fn sector(&self, at: u32) -> Result<&'b [u8], Stop> {
        let start = (at as usize + 1) * self.sector;
        let end = (start + self.sector).min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty()).ok_or(Stop::because("reason-truncated"))
    }

    fn chain(&self, start: u32) -> Result<Vec<u8>, Stop> {
        let mut bytes = Vec::new();
        follow(start, &self.fat, self.count(), |at| {
            bytes.extend_from_slice(self.sector(at)?);
            Ok(())
        })?;
        Ok(bytes)
    }

    fn small_chain(&self, start: u32) -> Result<Vec<u8>, Stop> {
        let mut bytes = Vec::new();
        follow(start, &self.small_fat, self.small.len() / SMALL + 1, |at| {
            let start = at as usize * SMALL;
            let end = (start + SMALL).min(self.small.len());
            bytes.extend_from_slice(self.small.get(start..end).ok_or(Stop::because("reason-truncated"))?);
            Ok(())
        })?;
        Ok(bytes)
    }
}

/// Follows a chain through a table. One that is longer than `most` goes in a circle.
fn follow(start: u32, table: &[u32], most: usize, mut visit: impl FnMut(u32) -> Result<(), Stop>) -> Result<(), Stop> {
    let mut at = start;
    for _ in 0..=most {
        if at >= SPECIAL {
            return Ok(());
        }
        visit(at)?;
        at = *table.get(at as usize).ok_or(Stop::because("reason-damaged"))?;
    }
    Err(Stop::because("reason-damaged"))
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
}
