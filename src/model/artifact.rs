//! Files to be written, still in memory.

/// One file of the output folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// The path relative to the output folder, with `/` between folders.
    pub path: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}
