//! Memory that is given back as soon as it is free, for campaigns that need much of it.
//!
//! The allocator of the program keeps what is free for a while, and for good where the thread that used it does nothing
//! more: 200,000 activities would hold a fifth more than they need. It reads how long from the environment before the
//! program begins; so the program begins again, as the same process. Giving back at once takes a small campaign a tenth
//! more time, which it need not pay.

use std::path::Path;

use crate::ingest;

/// The bytes of returned files from which a campaign is large: those of some 15,000 activities.
const LARGE: u64 = 6_000_000;

/// How many milliseconds the allocator keeps what is free.
#[cfg(unix)]
const DELAY: &str = "MIMALLOC_PURGE_DELAY";

/// Begins the program again where the returns of a campaign are large and it did not do so yet. Where the system can't, it
/// goes on as it is.
pub fn begin(program: Option<&Path>, returns: &Path) {
    if let Some(program) = program
        && size(returns) > LARGE
    {
        again(program);
    }
}

fn size(returns: &Path) -> u64 {
    let files = ingest::list(returns).map(|listing| listing.files).unwrap_or_default();
    files.iter().filter_map(|file| file.path.metadata().ok()).map(|file| file.len()).sum()
}

#[cfg(unix)]
fn again(program: &Path) {
    use std::env;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    let mut args = env::args_os();
    if let (None, Some(name)) = (env::var_os(DELAY), args.next()) {
        let _ = Command::new(program).arg0(name).args(args).env(DELAY, "0").exec();
    }
}

#[cfg(not(unix))]
fn again(_: &Path) {}
