//! What reading one file may cost.

const MEBIBYTE: u64 = 1 << 20;

/// Limits on one file. A file that passes one of them ends as a finding.
///
/// The defaults let the largest honest returns through (a million rows of thirty columns) and keep the memory of the
/// process under about a gibibyte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The size of a file in bytes: 256 MiB.
    pub file_bytes: u64,
    /// The number of parts of a workbook, which is a zip archive: 10 000.
    pub parts: u64,
    /// The size of a workbook once unpacked, in bytes: 4 GiB.
    pub unpacked_bytes: u64,
    /// How many times larger than its packed size a part may be: 200. Parts under 64 MiB may have any ratio.
    pub ratio: u64,
    /// The number of sheets of a file: 1 000.
    pub sheets: u64,
    /// The number of cells of a file that are not empty: 50 million.
    pub cells: u64,
    /// The bytes of text that are kept for the whole file, such as the shared strings of a workbook: 256 MiB.
    pub text_bytes: u64,
    /// The memory of the child process in bytes: 1 GiB.
    pub memory_bytes: u64,
    /// The time in seconds: 120.
    pub seconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            file_bytes: 256 * MEBIBYTE,
            parts: 10_000,
            unpacked_bytes: 4096 * MEBIBYTE,
            ratio: 200,
            sheets: 1_000,
            cells: 50_000_000,
            text_bytes: 256 * MEBIBYTE,
            memory_bytes: 1024 * MEBIBYTE,
            seconds: 120,
        }
    }
}
