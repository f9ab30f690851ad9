//! What a document was made from.

use serde::Serialize;

/// The program and the inputs of a run, as every document states them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Provenance {
    /// The program: `bilan` and its version.
    pub program: Box<str>,
    /// The SHA-256 of the inputs all together: of the lines `<sha-256>  <path>` in the order of the paths.
    pub fingerprint: Box<str>,
    /// Each input by its path relative to the campaign folder, with its SHA-256.
    pub inputs: Vec<(Box<str>, Box<str>)>,
}

impl Provenance {
    /// Gives the first twelve digits of the fingerprint, enough to tell two runs apart.
    pub fn short(&self) -> &str {
        self.fingerprint.get(..12).unwrap_or(&self.fingerprint)
    }
}
