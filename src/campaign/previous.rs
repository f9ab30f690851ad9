//! An earlier run of the same agreement: what its output folder says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::model::snapshot::{PATH, Snapshot, VERSION};
use crate::model::{Settings, Value};

/// The option that names the folder, under which its errors stand.
const OPTION: &str = "--previous";

/// What a later run needs of an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub struct Previous {
    /// Its figures and rows.
    pub snapshot: Snapshot,
    /// The SHA-256 of its manifest, which names all its inputs and outputs by theirs.
    pub manifest: String,
}

/// The part of a manifest that is read here.
#[derive(Deserialize)]
struct Manifest {
    outputs: BTreeMap<String, String>,
}

/// The part of any version of a snapshot that tells which one it is.
#[derive(Deserialize)]
struct Versioned {
    version: u32,
}

impl Previous {
    /// Reads the output folder of an earlier run.
    ///
    /// # Errors
    ///
    /// A folder that no run wrote or that lacks the file, a file that was changed since, one of another version of the
    /// program, one of another agreement, or one of a later date than this campaign's.
    pub fn load(folder: &Path, settings: &Settings) -> Result<Previous> {
        let refused = |key: &'static str| Error::setup(OPTION, Value::phrase(key, [("folder", shown(folder))]));
        let Ok(manifest) = fs::read(folder.join("manifest.json")) else { return Err(refused("previous-none")) };
        let listed: Manifest = serde_json::from_slice(&manifest).map_err(|_| refused("previous-damaged"))?;
        let Some(expected) = listed.outputs.get(PATH) else { return Err(refused("previous-older")) };
        let Ok(bytes) = fs::read(folder.join(PATH)) else { return Err(refused("previous-damaged")) };
        if sha256(&bytes) != *expected {
            return Err(refused("previous-damaged"));
        }
        let versioned: Versioned = serde_json::from_slice(&bytes).map_err(|_| refused("previous-damaged"))?;
        if versioned.version != VERSION {
            return Err(refused("previous-version"));
        }
        let snapshot: Snapshot = serde_json::from_slice(&bytes).map_err(|_| refused("previous-damaged"))?;
        let agreement = &settings.agreement;
        let parties = [0, 1].map(|at| agreement.parties[at].short.clone());
        if (snapshot.signed_on, &snapshot.parties) != (agreement.signed_on, &parties) {
            return Err(refused("previous-other"));
        }
        if snapshot.reference_date > settings.reference_date || snapshot.period.to > settings.period.to {
            let date = ("date", Value::Date(snapshot.reference_date));
            let what = Value::phrase("previous-later", [("folder", shown(folder)), date]);
            return Err(Error::setup(OPTION, what));
        }
        Ok(Previous { snapshot, manifest: sha256(&manifest) })
    }
}

fn shown(folder: &Path) -> Value {
    Value::code(folder.to_string_lossy())
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
