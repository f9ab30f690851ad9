//! The language-free report as JSON: what the layout decided, before words and looks.

use crate::error::{Error, Result};
use crate::model::Report;

/// Gives the report as indented JSON with a line feed at its end.
///
/// # Errors
///
/// A share of a chart that is not a number.
pub fn json(report: &Report) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(report)
        .map_err(|error| Error::Render { document: report.kind.stem(), detail: error.to_string() })?;
    bytes.push(b'\n');
    Ok(bytes)
}
