//! The program `bilan`; all of it is in the library.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Pages are made of many small parts: a tenth of a run less than with the system's.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    bilan::cli::main()
}
