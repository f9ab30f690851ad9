//! Binary workbooks, record by record: BIFF8 in a compound file (xls) and BIFF12 in an archive (xlsb).

use super::make::archive_of;

const FREE: u32 = 0xFFFF_FFFF;
const END: u32 = 0xFFFF_FFFE;
const FAT: u32 = 0xFFFF_FFFD;
const SECTOR: usize = 512;

/// Makes a compound file of streams. Each is padded to the size under which a stream would stand elsewhere.
pub fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let sectors = |bytes: &[u8]| bytes.len().max(4096).div_ceil(SECTOR);
    let data: usize = streams.iter().map(|(_, bytes)| sectors(bytes)).sum();
    let directory = (streams.len() + 1).div_ceil(4);
    let mut fats = 1;
    while fats * (SECTOR / 4) < fats + directory + data {
        fats += 1;
    }
    let mut fat = vec![FAT; fats];
    let mut chain = |count: usize| {
        let first = fat.len() as u32;
        fat.extend((1..count as u32).map(|next| first + next));
        fat.push(END);
        first
    };
    let directory_at = chain(directory);
    let mut entries = entry("Root Entry", 5, END, 0, 1);
    let mut content = Vec::new();
    for (at, (name, bytes)) in streams.iter().enumerate() {
        let right = if at + 1 < streams.len() { at as u32 + 2 } else { FREE };
        let mut entry = entry(name, 2, chain(sectors(bytes)), bytes.len().max(4096) as u32, FREE);
        entry[72..76].copy_from_slice(&right.to_le_bytes());
        entries.extend(entry);
        content.extend_from_slice(bytes);
        content.resize(content.len() + sectors(bytes) * SECTOR - bytes.len(), 0);
    }
    entries.resize(directory * SECTOR, 0);
    fat.resize(fats * (SECTOR / 4), FREE);

    let mut file = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    file.resize(24, 0);
    for word in [0x3E_u16, 3, 0xFFFE, 9, 6] {
        file.extend(word.to_le_bytes());
    }
    file.resize(44, 0);
    for word in [fats as u32, directory_at, 0, 4096, END, 0, END, 0] {
        file.extend(word.to_le_bytes());
    }
    file.extend((0..109).flat_map(|at| if at < fats as u32 { at } else { FREE }.to_le_bytes()));
    file.extend(fat.iter().flat_map(|word| word.to_le_bytes()));
    file.extend(entries);
    file.extend(content);
    file
}

/// Makes a directory entry.
fn entry(name: &str, kind: u8, start: u32, size: u32, child: u32) -> Vec<u8> {
    let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    let mut entry = name.clone();
    entry.resize(64, 0);
    entry.extend((name.len() as u16).to_le_bytes());
    entry.extend([kind, 1]);
    for word in [FREE, FREE, child] {
        entry.extend(word.to_le_bytes());
    }
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend(size.to_le_bytes());
    entry.resize(128, 0);
    entry
}

/// One record of BIFF8: its number, its length in two bytes, its bytes.
pub fn biff8(number: u16, bytes: &[u8]) -> Vec<u8> {
    [&number.to_le_bytes()[..], &(bytes.len() as u16).to_le_bytes(), bytes].concat()
}

/// One record of BIFF12: number and length, each in seven bits a byte.
pub fn biff12(number: u16, bytes: &[u8]) -> Vec<u8> {
    let mut record = if number < 128 { vec![number as u8] } else { vec![number as u8 | 0x80, (number >> 7) as u8] };
    let mut length = bytes.len();
    loop {
        let more = if length > 0x7F { 0x80 } else { 0 };
        record.push((length & 0x7F) as u8 | more);
        length >>= 7;
        if more == 0 {
            break;
        }
    }
    record.extend(bytes);
    record
}

/// A text of BIFF12: its length in four bytes, then UTF-16.
pub fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    (units.len() as u32).to_le_bytes().into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
}

/// Packs the parts of a workbook in BIFF12.
pub fn xlsb(workbook: &[u8], sheet: &[u8], strings: &[u8], styles: &[u8], stored: bool) -> Vec<u8> {
    archive_of(
        &[
            (
                "_rels/.rels",
                br#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>"#,
            ),
            (
                "xl/_rels/workbook.bin.rels",
                br#"<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.bin"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.bin"/><Relationship Id="rId3" Type="x/styles" Target="styles.bin"/></Relationships>"#,
            ),
            ("xl/workbook.bin", workbook),
            ("xl/worksheets/sheet1.bin", sheet),
            ("xl/sharedStrings.bin", strings),
            ("xl/styles.bin", styles),
        ],
        stored,
    )
}
