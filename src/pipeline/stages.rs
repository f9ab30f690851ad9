//! How long each stage took.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// A stage as time is told: that of all threads together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading and judging the returned files.
    Read,
    /// Evaluating the measures, and making the public copy.
    Count,
    /// Laying documents and workbooks out.
    Compose,
    /// Setting PDF pages and Word letters.
    Pages,
    /// Writing workbooks.
    Workbooks,
    /// What is told for programs and for the office: open data, traces, findings, the index.
    Data,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Stage; 6] =
        [Stage::Read, Stage::Count, Stage::Compose, Stage::Pages, Stage::Workbooks, Stage::Data];
}

/// Adds up the time of each stage over all threads.
#[derive(Debug, Default)]
pub struct Stopwatch([AtomicU64; Stage::ALL.len()]);

impl Stopwatch {
    /// Does some work and adds its time to a stage.
    pub fn time<T>(&self, stage: Stage, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let result = work();
        let spent = u64::try_from(begun.elapsed().as_nanos()).unwrap_or(u64::MAX);
        self.0[stage as usize].fetch_add(spent, Ordering::Relaxed);
        result
    }

    /// Gives the time of each stage.
    pub fn read(&self) -> Vec<(Stage, Duration)> {
        let time = |stage: Stage| Duration::from_nanos(self.0[stage as usize].load(Ordering::Relaxed));
        Stage::ALL.into_iter().map(|stage| (stage, time(stage))).collect()
    }
}
