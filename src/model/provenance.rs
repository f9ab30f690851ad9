//! What a document was made from.

use serde::Serialize;
use sha2::{Digest, Sha256};

/// The program and the inputs of a document, as it states them.
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
    /// States what a document is made from: the program, and each input in the order of the paths.
    pub fn of<'i>(program: &str, inputs: impl Iterator<Item = &'i (Box<str>, Box<str>)>) -> Provenance {
        let inputs: Vec<(Box<str>, Box<str>)> = inputs.cloned().collect();
        let mut sum = Sha256::new();
        for (path, each) in &inputs {
            sum.update(format!("{each}  {path}\n"));
        }
        let fingerprint: String = sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Provenance { program: program.into(), fingerprint: fingerprint.into(), inputs }
    }

    /// Gives the first twelve digits of the fingerprint, enough to tell two runs apart.
    pub fn short(&self) -> &str {
        self.fingerprint.get(..12).unwrap_or(&self.fingerprint)
    }
}
