//! Files for programs: the language-free reports, and what the next run needs of this one.

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

/// Gives what the next run needs, as JSON that a person can read and compare.
///
/// # Errors
///
/// None that is known: every value has a form in JSON.
pub fn snapshot(of: &Snapshot) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(of)
        .map_err(|error| Error::Render { document: snapshot::PATH.to_owned(), detail: error.to_string() })?;
    bytes.push(b'\n');
    Ok(bytes)
}
