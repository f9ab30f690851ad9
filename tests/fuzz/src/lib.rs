//! The readers under a fuzzer: the sources of the program's own modules, without the rest of the program, which would
//! take long to build.
//!
//! ```text
//! cd tests/fuzz && cargo +nightly fuzz run --fuzz-dir . xlsx seeds/xlsx -- -rss_limit_mb=2048 -malloc_limit_mb=2048
//! ```
//!
//! One target a reader. So that the fuzzer spends its time on what the readers judge and not on checksums, the input is
//! the inner parts, packed anew each time; the target `bytes` takes whole files. Seeds are made files, and every input
//! that ever broke a reader; an ordinary test replays them all.

#![allow(dead_code, clippy::unwrap_used, reason = "modules of the program and of its tests, of which a part is used")]

#[path = "../../messy/binary.rs"]
mod binary;
#[path = "../../../src/error.rs"]
pub mod error;
#[path = "../../../src/ingest/mod.rs"]
pub mod ingest;
#[path = "../../messy/make.rs"]
mod make;
#[path = "../../../src/model/mod.rs"]
pub mod model;

use model::{FileId, Limits, RawRow, RowSink, SheetId, Sources};

/// Reads the file that an input stands for, within limits that let the fuzzer run fast.
pub fn read(target: &str, seed: &[u8]) {
    // The fuzzer takes any panic for its own; those of calamine are known and guarded, and it goes on behind them.
    static HOOK: std::sync::Once = std::sync::Once::new();
    HOOK.call_once(|| {
        let fuzzer = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| match panic.location() {
            Some(place) if place.file().contains("/calamine-") => eprintln!("calamine: {place}"),
            _ => fuzzer(panic),
        }));
    });
    let (name, bytes) = make::of_seed(target, seed);
    let limits = Limits {
        unpacked_bytes: 64 << 20,
        cells: 200_000,
        text_bytes: 16 << 20,
        seconds: 20,
        ..Limits::default()
    };
    let reader = ingest::Reader { limits, child: None };
    reader.read_bytes(&bytes, name, &mut Sources::default(), &mut Nothing);
}

/// A sink that checks what it is promised: rows in order, cells in order.
struct Nothing;

impl RowSink for Nothing {
    fn sheet(&mut self, _: FileId, _: SheetId, _: &str, _: bool) {}

    fn row(&mut self, row: RawRow) {
        assert!(row.cells.is_sorted_by(|left, right| left.0 < right.0));
    }

    fn end_sheet(&mut self) {}
}
