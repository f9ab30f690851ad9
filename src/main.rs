//! The program `bilan`; all of it is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    bilan::cli::main()
}
