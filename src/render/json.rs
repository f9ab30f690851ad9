//! Files for programs: the language-free reports, and what the next run needs of this one.

use std::io::{self, Write};

use crate::error::{Error, Result};
use crate::model::Report;
use crate::model::snapshot::{self, Snapshot};

/// The path of the reports in the output folder.
pub const PATH: &str = "data/report.json";

/// Gives a report as JSON; those of a run stand in one list.
///
/// # Errors
///
/// A share of a chart that is not a number.
pub fn report(of: &Report) -> Result<Vec<u8>> {
    serde_json::to_vec(of).map_err(|error| Error::Render { document: PATH.to_owned(), detail: error.to_string() })
}

/// Writes what the next run needs, as JSON that a person can read and compare.
///
/// # Errors
///
/// A disk that can't take it; every value has a form in JSON.
pub fn snapshot(of: &Snapshot, out: impl io::Write) -> Result<()> {
    let mut out = io::BufWriter::with_capacity(1 << 16, out);
    serde_json::to_writer_pretty(&mut out, of)
        .map_err(io::Error::from)
        .and_then(|()| out.write_all(b"\n"))
        .and_then(|()| out.flush())
        .map_err(Error::io(snapshot::PATH))
}
