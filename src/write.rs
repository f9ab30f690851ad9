//! Disk: all files of a run, or none.
//!
//! A run writes into a temporary folder beside the output folder and changes names at the end, so that a reader never
//! finds half a run. The folder's `manifest.json` lists every file with its SHA-256, and marks the folder as ours: a
//! folder that holds anything else is never touched.

pub mod bundle;
pub mod key;
pub mod verify;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::model::Artifact;

/// The name of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// The program as documents name it.
pub const PROGRAM: &str = concat!("bilan ", env!("CARGO_PKG_VERSION"));

/// What a folder holds, and from what it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The program: `bilan` and its version.
    pub program: String,
    /// The reference date of the run.
    pub reference_date: String,
    /// The languages of the editions.
    pub languages: Vec<String>,
    /// The SHA-256 of each input, by its path relative to the campaign folder.
    pub inputs: BTreeMap<String, String>,
    /// The SHA-256 of the manifest of the earlier run that this one was compared with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<String>,
    /// The SHA-256 of each output, by its path relative to the output folder.
    pub outputs: BTreeMap<String, String>,
}

impl Manifest {
    /// Starts the manifest of a run; the outputs are filled in as they are written.
    pub fn new(reference_date: String, languages: Vec<String>, inputs: BTreeMap<String, String>) -> Self {
        Manifest {
            program: PROGRAM.to_owned(),
            reference_date,
            languages,
            inputs,
            previous: None,
            outputs: BTreeMap::new(),
        }
    }

    /// Says whether two runs read the same things, so that their files may stand side by side.
    pub fn same_run(&self, other: &Manifest) -> bool {
        let of = |run: &Manifest| {
            (run.program.clone(), run.reference_date.clone(), run.inputs.clone(), run.previous.clone())
        };
        of(self) == of(other)
    }

    /// Reads the manifest of a folder; `None` where there is none or it is not ours.
    pub fn of(folder: &Path) -> Option<Manifest> {
        serde_json::from_slice(&fs::read(folder.join(MANIFEST)).ok()?).ok()
    }
}

/// Gives the SHA-256 of bytes in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An output folder in the making. Dropped without [`Output::commit`], it leaves nothing behind.
pub struct Output {
    target: PathBuf,
    making: PathBuf,
    manifest: Manifest,
    sizes: BTreeMap<String, u64>,
    done: bool,
}

impl Output {
    /// Begins a run's output. With `keep`, files of the same run that are not written again stay.
    ///
    /// # Errors
    ///
    /// A folder that is neither empty nor ours, or that can't be written.
    pub fn begin(target: &Path, manifest: Manifest, keep: bool) -> Result<Output> {
        let before = Manifest::of(target);
        if let Some(stray) = stray(target, before.as_ref())? {
            return Err(Error::OutputTaken(stray));
        }
        let making = beside(target, "making");
        remove(&making)?;
        fs::create_dir_all(&making).map_err(Error::io(&making))?;
        let mut output = Output { target: target.to_owned(), making, manifest, sizes: BTreeMap::new(), done: false };
        if let Some(before) = before.filter(|before| keep && before.same_run(&output.manifest)) {
            for path in before.outputs.keys() {
                let bytes = fs::read(target.join(path)).map_err(Error::io(target.join(path)))?;
                output.put(Artifact { path: path.clone(), bytes })?;
            }
        }
        Ok(output)
    }

    /// Writes one file.
    ///
    /// # Errors
    ///
    /// A disk that can't take it.
    pub fn put(&mut self, artifact: Artifact) -> Result<()> {
        let path = self.making.join(&artifact.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Error::io(folder))?;
        }
        fs::write(&path, &artifact.bytes).map_err(Error::io(&path))?;
        self.sizes.insert(artifact.path.clone(), artifact.bytes.len() as u64);
        self.manifest.outputs.insert(artifact.path, sha256(&artifact.bytes));
        Ok(())
    }

    /// Lists what was written so far, or kept: path and size in bytes, in path order.
    pub fn files(&self) -> impl Iterator<Item = (&str, u64)> {
        self.sizes.iter().map(|(path, bytes)| (path.as_str(), *bytes))
    }

    /// Writes the manifest and puts the folder in place of the one before. Gives the number of files.
    ///
    /// # Errors
    ///
    /// A disk or a folder that can't be written; the folder before is then still in place.
    pub fn commit(mut self) -> Result<usize> {
        let path = self.making.join(MANIFEST);
        let text = serde_json::to_string_pretty(&self.manifest).unwrap_or_default() + "\n";
        fs::write(&path, text).map_err(Error::io(&path))?;
        let old = beside(&self.target, "before");
        remove(&old)?;
        if self.target.exists() {
            fs::rename(&self.target, &old).map_err(Error::io(&self.target))?;
        }
        if let Err(source) = fs::rename(&self.making, &self.target) {
            let _ = fs::rename(&old, &self.target);
            return Err(Error::Io { path: self.target.clone(), source });
        }
        self.done = true;
        remove(&old)?;
        Ok(self.manifest.outputs.len() + 1)
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if !self.done {
            let _ = remove(&self.making);
        }
    }
}

/// Finds a file of the output folder that no run of ours wrote: somebody's work, which a new run would take away.
fn stray(target: &Path, before: Option<&Manifest>) -> Result<Option<PathBuf>> {
    let mut folders = vec![target.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(Error::Io { path: folder, source }),
        };
        for entry in entries {
            let path = entry.map_err(Error::io(&folder))?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(target).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let ours = before.is_some_and(|before| name == MANIFEST || before.outputs.contains_key(&name));
            if !ours && !LITTER.iter().any(|litter| name.ends_with(litter)) {
                return Ok(Some(path));
            }
        }
    }
    Ok(None)
}

/// Files that a system leaves in a folder that somebody looked into.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Names a hidden folder beside the output folder, on the same disk, so that a change of name is enough.
fn beside(target: &Path, role: &str) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.{role}"))
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::Io { path: folder.to_owned(), source: error })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(input: &str) -> Manifest {
        Manifest::new("2027-01-15".into(), vec!["fr".into()], BTreeMap::from([("campaign.toml".into(), input.into())]))
    }

    fn put(target: &Path, input: &str, keep: bool, files: &[(&str, &str)]) -> Result<usize> {
        let mut output = Output::begin(target, manifest(input), keep)?;
        for (path, text) in files {
            output.put(Artifact { path: (*path).into(), bytes: text.as_bytes().into() })?;
        }
        output.commit()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_run_replaces_the_one_before_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out");
        assert_eq!(put(&target, "one", false, &[("a.pdf", "a"), ("data/b.csv", "b")]).unwrap(), 3);
        put(&target, "two", false, &[("c.pdf", "c")]).unwrap();
        assert_eq!(names(&target), ["c.pdf", MANIFEST]);
        assert_eq!(names(folder.path()), ["out"]);
    }

    #[test]
    fn a_part_of_the_same_run_keeps_the_rest() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out");
        put(&target, "one", false, &[("a.pdf", "a"), ("b.pdf", "b")]).unwrap();
        put(&target, "one", true, &[("b.pdf", "new")]).unwrap();
        assert_eq!(names(&target), ["a.pdf", "b.pdf", MANIFEST]);
        assert_eq!(Manifest::of(&target).unwrap().outputs["b.pdf"], sha256(b"new"));
        put(&target, "other data", true, &[("b.pdf", "new")]).unwrap();
        assert_eq!(names(&target), ["b.pdf", MANIFEST], "files of another run must not stand beside new ones");
    }

    #[test]
    fn files_of_somebody_else_are_refused_and_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out");
        put(&target, "one", false, &[("a.pdf", "a")]).unwrap();
        let thesis = target.join("thesis.docx");
        fs::write(&thesis, "years of work").unwrap();
        assert!(matches!(put(&target, "two", false, &[]), Err(Error::OutputTaken(path)) if path == thesis));
        assert_eq!(names(&target), ["a.pdf", MANIFEST, "thesis.docx"]);
        fs::remove_file(target.join(MANIFEST)).unwrap();
        assert!(matches!(put(&target, "two", false, &[]), Err(Error::OutputTaken(_))));
    }

    #[test]
    fn a_run_that_stops_leaves_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out");
        put(&target, "one", false, &[("a.pdf", "a")]).unwrap();
        drop(Output::begin(&target, manifest("two"), false).unwrap());
        assert_eq!((names(&target), names(folder.path())), (vec!["a.pdf".into(), MANIFEST.into()], vec!["out".into()]));
    }
}
