//! One archive with documents of a run, sealed: a manifest of every byte, and a signature where there is a key.
//!
//! An archive is a zip of stored files in the order of their paths, `manifest.json` first, then `manifest.sig` where it is
//! signed: nothing in it depends on the day, the machine or a compressor, so that the same run gives the same bytes.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{Seek, Write};
use std::path::Path;

use ed25519_dalek::{Signer, SigningKey};
use serde::{Deserialize, Serialize};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{MANIFEST, Manifest, sha256};
use crate::error::{Error, Result};
use crate::model::{Artifact, Value};

/// The signature's file: 128 hexadecimal digits over the bytes of the manifest (Ed25519).
pub const SIGNATURE: &str = "manifest.sig";

/// What an archive holds, for whom, and from what it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// The short name of the association that it is meant for.
    pub recipient: String,
    /// The SHA-256 of the manifest of the run that the documents come from.
    pub run: String,
    /// The run, with those of its outputs that the archive holds.
    #[serde(flatten)]
    pub manifest: Manifest,
}

/// Writes the archive of a run's folder for one association: the outputs that `wanted` takes, those of `own` in place of the
/// run's. Gives what it holds.
///
/// # Errors
///
/// A folder without our manifest; a file that is no longer what the run wrote; a disk that can't take the archive.
pub fn bundle(
    folder: &Path,
    archive: &Path,
    recipient: &str,
    key: Option<&SigningKey>,
    wanted: impl Fn(&str) -> bool,
    own: &[Artifact],
) -> Result<Seal> {
    let path = folder.join(MANIFEST);
    let bytes = fs::read(&path).map_err(Error::io(&path))?;
    let mut manifest: Manifest = serde_json::from_slice(&bytes)
        .map_err(|_| Error::setup(path.to_string_lossy(), Value::key("bundle-no-manifest")))?;
    manifest.outputs.retain(|path, _| wanted(path));
    for artifact in own {
        manifest.outputs.insert(artifact.path.clone(), sha256(&artifact.bytes));
    }
    let seal = Seal { recipient: recipient.to_owned(), run: sha256(&bytes), manifest };
    let making = archive.with_extension("making");
    let write = || {
        let file = File::create(&making).map_err(Error::io(&making))?;
        fill(file, folder, &seal, own, key).map_err(|fault| fault.unwrap_or_else(|error| Error::io(&making)(error)))?;
        fs::rename(&making, archive).map_err(Error::io(archive))
    };
    let written = write();
    if written.is_err() {
        let _ = fs::remove_file(&making);
    }
    written.map(|()| seal)
}

/// What stopped the filling: an error with its place, or one of the archive itself.
type Fault = std::result::Result<Error, std::io::Error>;

fn fill(
    file: File,
    folder: &Path,
    seal: &Seal,
    own: &[Artifact],
    key: Option<&SigningKey>,
) -> std::result::Result<(), Fault> {
    let mut zip = ZipWriter::new(file);
    let manifest = serde_json::to_string_pretty(seal).unwrap_or_default() + "\n";
    add(&mut zip, MANIFEST, manifest.as_bytes())?;
    if let Some(key) = key {
        let signature = hexadecimal(&key.sign(manifest.as_bytes()).to_bytes()) + "\n";
        add(&mut zip, SIGNATURE, signature.as_bytes())?;
    }
    for (path, expected) in &seal.manifest.outputs {
        if let Some(artifact) = own.iter().find(|artifact| artifact.path == *path) {
            add(&mut zip, path, &artifact.bytes)?;
            continue;
        }
        let place = folder.join(path);
        let bytes = fs::read(&place).map_err(|error| Ok(Error::io(&place)(error)))?;
        if sha256(&bytes) != *expected {
            return Err(Ok(Error::setup(path, Value::key("bundle-changed"))));
        }
        add(&mut zip, path, &bytes)?;
    }
    zip.finish().map_err(|error| Err(error.into()))?;
    Ok(())
}

fn add<W: Write + Seek>(zip: &mut ZipWriter<W>, path: &str, bytes: &[u8]) -> std::result::Result<(), Fault> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default());
    zip.start_file(path, options).map_err(|error| Err(error.into()))?;
    zip.write_all(bytes).map_err(Err)
}

/// Writes bytes in hexadecimal.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Says which part of a run an output belongs to, by its path: `territory-MA-HAO` of
/// `territories/territory-MA-HAO-fr.pdf`.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = name.split('.').next().unwrap_or(name);
    name.rsplit_once('-').map_or(name, |(stem, _)| stem)
}

/// Counts the documents of an archive by their ending.
pub fn endings(seal: &Seal) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for path in seal.manifest.outputs.keys() {
        *counts.entry(path.rsplit('.').next().unwrap_or_default()).or_default() += 1;
    }
    counts
}
