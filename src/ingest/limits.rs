//! What one file may cost.

use std::time::{Duration, Instant};

use rust_decimal::Decimal;

use super::feed::Stop;
use crate::model::Value;

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

impl Limits {
    /// The size under which a part may have any ratio, in bytes.
    pub(super) const RATIO_FROM: u64 = 64 * MEBIBYTE;
    /// The size of one piece of markup or text of an XML part, in bytes. Excel allows 32 767 characters in a cell.
    pub(super) const PIECE_BYTES: usize = 4 << 20;
    /// The text of one row, in bytes.
    pub(super) const ROW_BYTES: usize = 16 << 20;
    /// The depth of elements of an XML part.
    pub(super) const DEPTH: usize = 256;
}

/// The time that a file may take. It decides only whether reading goes on, never what is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    start: Instant,
    seconds: u64,
}

impl Clock {
    /// Starts to count.
    pub fn start(seconds: u64) -> Self {
        Clock { start: Instant::now(), seconds }
    }

    /// Gives the time that is left.
    pub fn left(self) -> Duration {
        Duration::from_secs(self.seconds).saturating_sub(self.start.elapsed())
    }

    /// Stops the reading once the time is over.
    pub fn check(self) -> Result<(), Stop> {
        if self.left().is_zero() { Err(self.over()) } else { Ok(()) }
    }

    /// Says that the time is over.
    pub fn over(self) -> Stop {
        let limit = Value::phrase("limit-seconds", [("max", Value::count(self.seconds))]);
        Stop::OverLimit { limit, found: Value::key("limit-stopped") }
    }
}

/// Says that a limit in bytes was passed, both numbers in megabytes.
pub(super) fn over_bytes(limit: &'static str, max: u64, found: u64) -> Stop {
    let found = Value::phrase("limit-megabytes", [("number", megabytes(found))]);
    Stop::OverLimit { limit: Value::phrase(limit, [("max", megabytes(max))]), found }
}

/// Says that one piece of markup or text is too long. Reading stopped there, so its length is not known.
pub(super) fn over_piece() -> Stop {
    let max = megabytes(Limits::PIECE_BYTES as u64);
    Stop::OverLimit { limit: Value::phrase("limit-piece", [("max", max)]), found: Value::key("limit-stopped") }
}

/// Says that a limit on a number of things was passed.
pub(super) fn over_count(limit: &'static str, max: u64, found: u64) -> Stop {
    Stop::OverLimit { limit: Value::phrase(limit, [("max", Value::count(max))]), found: Value::count(found) }
}

/// Gives a size in megabytes; a part of one has a decimal where there are less than ten.
fn megabytes(bytes: u64) -> Value {
    let number = Decimal::from(bytes) / Decimal::from(MEBIBYTE);
    let whole = bytes >= 10 * MEBIBYTE || bytes.is_multiple_of(MEBIBYTE);
    Value::Number(number, if whole { 0 } else { 1 })
}
