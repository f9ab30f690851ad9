//! The language-free reports as JSON: what the layouts decided, before words and looks.

use crate::error::{Error, Result};
use crate::model::Report;

/// Gives the reports as one JSON list with a line feed at its end, in the order given.
///
/// # Errors
///
/// A share of a chart that is not a number.
pub fn json(reports: &[Report]) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(reports)
        .map_err(|error| Error::Render { document: "report.json".to_owned(), detail: error.to_string() })?;
    bytes.push(b'\n');
    Ok(bytes)
}
