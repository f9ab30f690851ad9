//! Records in machine form: comma between cells, point as the decimal sign, UTF-8.

use crate::error::{Error, Result};
use crate::model::Mask;

/// Writes records as lines of csv; `document` is the file that an error names.
///
/// # Errors
///
/// None that is known.
pub fn written<R: IntoIterator<Item = String>>(
    document: &str,
    records: impl IntoIterator<Item = R>,
) -> Result<Vec<u8>> {
    let fault = |detail: String| Error::Render { document: document.to_owned(), detail };
    let mut writer = csv::Writer::from_writer(Vec::new());
    for record in records {
        writer.write_record(record).map_err(|error| fault(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| fault(error.to_string()))
}

/// Gives the word that stands in place of a number of people which is not told.
pub const fn masked(mask: Mask) -> &'static str {
    match mask {
        Mask::Few(_) => "few",
        Mask::Withheld => "withheld",
    }
}
