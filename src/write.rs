//! Disk: all files of a run, or none.
//!
//! A run writes into a temporary folder beside the output folder and changes names at the end, so that a reader never
//! finds half a run. The folder's `manifest.json` lists every file with its SHA-256, and marks the folder as ours: a
//! folder that holds anything else is never touched.

pub mod bundle;
pub mod key;
mod place;
mod spool;
pub mod verify;

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::model::Artifact;
pub use place::Left;
use place::Place;
pub use spool::Spool;

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
    /// What each output that can be kept was made from, as one SHA-256: its data, the templates, the fonts and the
    /// program.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub keys: BTreeMap<String, String>,
    /// The documents that could not be made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<String>,
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
            keys: BTreeMap::new(),
            failed: Vec::new(),
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
    hexadecimal(&Sha256::digest(bytes))
}

/// Writes bytes in hexadecimal.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// An output folder in the making. Dropped without [`Output::commit`], it leaves nothing behind.
///
/// Several threads may put files into it.
pub struct Output {
    place: Place,
    target: PathBuf,
    making: PathBuf,
    before: Option<Manifest>,
    manifest: Mutex<Manifest>,
}

impl Output {
    /// Begins a run's output. With `keep`, files of the same run that are not written again stay.
    ///
    /// # Errors
    ///
    /// A folder that is neither empty nor ours, that another run writes, or that can't be written.
    pub fn begin(target: &Path, manifest: Manifest, keep: bool) -> Result<Output> {
        let place = Place::take(target)?;
        let before = Manifest::of(target);
        if let Some(stray) = stray(target, before.as_ref())? {
            return Err(Error::OutputTaken(stray));
        }
        let making = place.making();
        fs::create_dir_all(&making).map_err(Error::io(&making))?;
        let same = keep && before.as_ref().is_some_and(|before| before.same_run(&manifest));
        let output = Output { place, target: target.to_owned(), making, before, manifest: Mutex::new(manifest) };
        for before in output.before.iter().filter(|_| same) {
            for (path, written) in &before.outputs {
                let standing = target.join(path);
                let sum = match fs::read(&standing) {
                    Ok(bytes) => sha256(&bytes),
                    // Somebody took it away.
                    Err(error) if error.kind() == ErrorKind::NotFound => continue,
                    Err(source) => return Err(Error::Io { path: standing, source }),
                };
                // What somebody changed stays, without the key: the next run that makes it writes it again.
                let key = before.keys.get(path).filter(|_| sum == *written).cloned();
                output.stay(path, sum, key)?;
            }
        }
        Ok(output)
    }

    /// Says what an earlier run left when it was stopped.
    pub fn left(&self) -> Left {
        self.place.left
    }

    /// Writes one file.
    ///
    /// # Errors
    ///
    /// A disk that can't take it.
    pub fn put(&self, artifact: Artifact) -> Result<()> {
        let path = self.making(&artifact.path)?;
        // A file that stayed is the one of the output before under a second name: it is left alone.
        let _ = fs::remove_file(&path);
        fs::write(&path, &artifact.bytes).map_err(Error::io(&path))?;
        let mut manifest = self.manifest();
        manifest.keys.remove(&artifact.path);
        manifest.outputs.insert(artifact.path, sha256(&artifact.bytes));
        Ok(())
    }

    /// Writes one file with the [key](Manifest::keys) of what it was made from.
    ///
    /// # Errors
    ///
    /// As [`Output::put`].
    pub fn put_keyed(&self, artifact: Artifact, key: String) -> Result<()> {
        let path = artifact.path.clone();
        self.put(artifact)?;
        self.manifest().keys.insert(path, key);
        Ok(())
    }

    /// Takes over a file of the output before, where it was made from the same and nobody changed it since. Gives whether
    /// it did.
    ///
    /// # Errors
    ///
    /// A disk that can't take it.
    pub fn keep(&self, path: &str, key: &str) -> Result<bool> {
        let Some(before) = self.before.as_ref().filter(|before| before.keys.get(path).is_some_and(|it| it == key))
        else {
            return Ok(false);
        };
        let sum = fs::read(self.target.join(path)).map(|bytes| sha256(&bytes)).ok();
        let Some(sum) = sum.filter(|sum| before.outputs.get(path) == Some(sum)) else { return Ok(false) };
        self.stay(path, sum, Some(key.to_owned()))?;
        Ok(true)
    }

    /// Takes over a file of the output before, with its sum and its key.
    fn stay(&self, path: &str, sum: String, key: Option<String>) -> Result<()> {
        let (standing, place) = (self.target.join(path), self.making(path)?);
        // A file that stays for the second time is the same one: copied over itself, it would be emptied.
        let _ = fs::remove_file(&place);
        if fs::hard_link(&standing, &place).is_err() {
            fs::copy(&standing, &place).map_err(Error::io(&place))?;
        }
        let mut manifest = self.manifest();
        manifest.outputs.insert(path.to_owned(), sum);
        manifest.keys.extend(key.map(|key| (path.to_owned(), key)));
        Ok(())
    }

    /// Lists what was written so far, or kept: path and size in bytes, in path order.
    pub fn files(&self) -> Vec<(String, u64)> {
        let size = |path: &String| fs::metadata(self.making.join(path)).map_or(0, |found| found.len());
        self.manifest().outputs.keys().map(|path| (path.clone(), size(path))).collect()
    }

    /// Notes a document that could not be made.
    pub fn fail(&self, document: String) {
        self.manifest().failed.push(document);
    }

    /// Writes the manifest and puts the folder in place of the one before. Gives the number of files.
    ///
    /// # Errors
    ///
    /// A disk or a folder that can't be written; the folder before is then still in place.
    pub fn commit(self) -> Result<usize> {
        let path = self.making.join(MANIFEST);
        let (text, files) = {
            let mut manifest = self.manifest();
            manifest.failed.sort();
            (serde_json::to_string_pretty(&*manifest).unwrap_or_default() + "\n", manifest.outputs.len() + 1)
        };
        fs::write(&path, text).map_err(Error::io(&path))?;
        self.place.exchange()?;
        Ok(files)
    }

    fn manifest(&self) -> MutexGuard<'_, Manifest> {
        self.manifest.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Gives the place of a new file, in a folder that exists.
    fn making(&self, path: &str) -> Result<PathBuf> {
        let path = self.making.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Error::io(folder))?;
        }
        Ok(path)
    }
}

/// Finds a file of the output folder that no run of ours wrote: somebody's work, which a new run would take away.
fn stray(target: &Path, before: Option<&Manifest>) -> Result<Option<PathBuf>> {
    let mut folders = vec![target.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(input: &str) -> Manifest {
        Manifest::new("2027-01-15".into(), vec!["fr".into()], BTreeMap::from([("campaign.toml".into(), input.into())]))
    }

    fn put(target: &Path, input: &str, keep: bool, files: &[(&str, &str)]) -> Result<usize> {
        let output = Output::begin(target, manifest(input), keep)?;
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
    fn a_file_is_kept_where_it_was_made_from_the_same_and_nobody_changed_it() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out");
        let file = |path: &str, text: &str| Artifact { path: path.into(), bytes: text.into() };
        let first = Output::begin(&target, manifest("one"), false).unwrap();
        for name in ["same.pdf", "other.pdf", "changed.pdf", "gone.pdf"] {
            first.put_keyed(file(name, name), "key".into()).unwrap();
        }
        first.commit().unwrap();
        fs::write(target.join("changed.pdf"), "by hand").unwrap();
        fs::remove_file(target.join("gone.pdf")).unwrap();

        let second = Output::begin(&target, manifest("two"), false).unwrap();
        let kept = |path, key| second.keep(path, key).unwrap();
        assert!(kept("same.pdf", "key"));
        assert!(!kept("other.pdf", "another key"));
        assert!(!kept("changed.pdf", "key") && !kept("gone.pdf", "key") && !kept("never.pdf", "key"));
        second.commit().unwrap();
        assert_eq!(names(&target), [MANIFEST, "same.pdf"]);
        let written = Manifest::of(&target).unwrap();
        assert_eq!((&*written.outputs["same.pdf"], &*written.keys["same.pdf"]), (&*sha256(b"same.pdf"), "key"));
    }

    #[test]
    fn a_part_of_the_same_run_whose_files_are_made_from_the_same_keeps_them_whole() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out");
        let first = Output::begin(&target, manifest("one"), false).unwrap();
        first.put_keyed(Artifact { path: "a.pdf".into(), bytes: "text".into() }, "key".into()).unwrap();
        first.commit().unwrap();
        for _ in 0..2 {
            let again = Output::begin(&target, manifest("one"), true).unwrap();
            assert!(again.keep("a.pdf", "key").unwrap());
            again.commit().unwrap();
            assert_eq!(fs::read_to_string(target.join("a.pdf")).unwrap(), "text");
        }
    }

    #[test]
    fn a_part_of_the_same_run_stands_beside_what_somebody_changed_or_took_away() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out");
        let first = Output::begin(&target, manifest("one"), false).unwrap();
        for name in ["a.pdf", "changed.pdf", "gone.pdf"] {
            first.put_keyed(Artifact { path: name.into(), bytes: name.into() }, "key".into()).unwrap();
        }
        first.commit().unwrap();
        fs::write(target.join("changed.pdf"), "by hand").unwrap();
        fs::remove_file(target.join("gone.pdf")).unwrap();

        put(&target, "one", true, &[("b.pdf", "b")]).unwrap();
        assert_eq!(names(&target), ["a.pdf", "b.pdf", "changed.pdf", MANIFEST]);
        let written = Manifest::of(&target).unwrap();
        assert_eq!(written.outputs["changed.pdf"], sha256(b"by hand"));
        let again = Output::begin(&target, manifest("one"), true).unwrap();
        assert!(again.keep("a.pdf", "key").unwrap());
        assert!(!again.keep("changed.pdf", "key").unwrap(), "what was changed by hand would pass as ours");
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
