//! The logo of an association.

use super::Code;

/// A logo as the campaign gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The country of the association.
    pub country: Code,
    /// The file's name, such as `MA.svg`. Its ending tells the format: `svg` or `png`.
    pub file: Box<str>,
    /// What the file holds.
    pub bytes: Vec<u8>,
}
