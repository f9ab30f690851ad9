//! Limits that no campaign sets, the clock, and how it is said that a limit was passed.

use std::time::{Duration, Instant};

use rust_decimal::Decimal;

use super::feed::Stop;
use crate::model::Value;

pub(super) use crate::model::Limits;

const MEBIBYTE: u64 = 1 << 20;

impl Limits {
    /// The size under which a part may have any ratio, in bytes.
    pub(super) const RATIO_FROM: u64 = 64 * MEBIBYTE;
    /// The size of one piece of markup or text of an XML part, in bytes. Excel allows 32 767 characters in a cell.
    pub(super) const PIECE_BYTES: usize = 4 << 20;
    /// The text of one row, in bytes.
    pub(super) const ROW_BYTES: usize = 16 << 20;
    /// The blocks of merged cells of a sheet.
    pub(super) const MERGED: usize = 1_000_000;
    /// The cells for which a row makes room at once.
    pub(super) const ROOM: usize = 64;
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

/// Says that a part grows too much when it is unpacked.
pub(super) fn over_ratio(max: u64, found: u64) -> Stop {
    let found = Value::phrase("limit-times", [("number", Value::count(found))]);
    Stop::OverLimit { limit: Value::phrase("limit-ratio", [("max", Value::count(max))]), found }
}

/// Says that a sheet has too many merged blocks, unless there is room for one more.
pub(super) fn one_more_merged(blocks: usize) -> Result<(), Stop> {
    let max = Limits::MERGED as u64;
    if blocks < Limits::MERGED { Ok(()) } else { Err(over_count("limit-merged", max, max + 1)) }
}

/// Gives a size in megabytes; a part of one has a decimal where there are less than ten.
fn megabytes(bytes: u64) -> Value {
    let number = Decimal::from(bytes) / Decimal::from(MEBIBYTE);
    let whole = bytes >= 10 * MEBIBYTE || bytes.is_multiple_of(MEBIBYTE);
    Value::Number(number, if whole { 0 } else { 1 })
}
