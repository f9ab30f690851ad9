//! The place of an output folder: what stands beside it while a run works, and what a run that was stopped left there.
//!
//! | beside `out` | what it is |
//! | --- | --- |
//! | `.out.lock` | held by the run that works; nobody else begins meanwhile |
//! | `.out.making` | the new output, until it is whole |
//! | `.out.before` | the old output, while the new one takes its place |
//!
//! A run ends with two changes of name: `out` becomes `.out.before`, and `.out.making` becomes `out`. At any moment one of
//! the two outputs is therefore whole, and [`Place::take`] finds it again after a stop between them.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::Manifest;
use crate::error::{Error, Result};

/// What an earlier run left when it was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Left {
    /// Nothing: it ended.
    #[default]
    Nothing,
    /// Files that it had begun, which are gone now. The output before it stands.
    Unfinished,
    /// The output before it stood beside its place, and is back.
    Restored,
}

/// An output folder that one run holds.
pub(super) struct Place {
    target: PathBuf,
    lock: PathBuf,
    /// Open as long as the lock is held.
    _held: File,
    /// What was found beside the folder.
    pub left: Left,
}

impl Place {
    /// Takes a place: locks it, and puts in order what a run that was stopped left beside it.
    ///
    /// # Errors
    ///
    /// Another run holds it; a folder that can't be written.
    pub fn take(target: &Path) -> Result<Place> {
        let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(Error::io(parent))?;
        let lock = beside(target, "lock");
        let held = hold(&lock, target)?;
        let mut place = Place { target: target.to_owned(), lock, _held: held, left: Left::Nothing };
        place.left = place.recover()?;
        Ok(place)
    }

    /// Gives the folder in which the new output is made.
    pub fn making(&self) -> PathBuf {
        beside(&self.target, "making")
    }

    fn before(&self) -> PathBuf {
        beside(&self.target, "before")
    }

    fn recover(&self) -> Result<Left> {
        let (making, before) = (self.making(), self.before());
        let unfinished = making.exists();
        let lost = !self.target.exists() || is_empty(&self.target);
        let restored = lost && Manifest::of(&before).is_some();
        if restored {
            remove(&self.target)?;
            fs::rename(&before, &self.target).map_err(Error::io(&before))?;
        }
        remove(&before)?;
        remove(&making)?;
        Ok(match (restored, unfinished) {
            (true, _) => Left::Restored,
            (false, true) => Left::Unfinished,
            (false, false) => Left::Nothing,
        })
    }

    /// Puts the new output in the place of the old one.
    ///
    /// # Errors
    ///
    /// A folder that can't be renamed, such as one that another program holds open; the old output is then in place.
    pub fn exchange(&self) -> Result<()> {
        let (making, before) = (self.making(), self.before());
        if self.target.exists() {
            fs::rename(&self.target, &before).map_err(|_| Error::OutputHeld(self.target.clone()))?;
        }
        if let Err(source) = fs::rename(&making, &self.target) {
            let _ = fs::rename(&before, &self.target);
            return Err(Error::Io { path: self.target.clone(), source });
        }
        // What can't be removed now, since somebody looks into it, goes when the next run begins.
        let _ = remove(&before);
        Ok(())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = remove(&self.making());
        let _ = fs::remove_file(&self.lock);
    }
}

/// Opens and locks the file of a lock.
fn hold(lock: &Path, target: &Path) -> Result<File> {
    loop {
        let file = File::create(lock).map_err(Error::io(lock))?;
        match file.try_lock() {
            Ok(()) if is_same(&file, lock) => return Ok(file),
            // The run before took its file away between the opening and the lock.
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Error::OutputBusy(target.to_owned())),
            Err(TryLockError::Error(source)) => return Err(Error::Io { path: lock.to_owned(), source }),
        }
    }
}

/// Says whether a path still leads to an open file.
#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |found: fs::Metadata| (found.dev(), found.ino());
    file.metadata().map(id).ok() == fs::metadata(path).map(id).ok()
}

/// Says whether a path still leads to an open file.
#[cfg(not(unix))]
fn is_same(_: &File, path: &Path) -> bool {
    path.exists()
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

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
    use super::super::MANIFEST;
    use super::*;

    /// A folder with an output in it, and what a stop left beside: files by the role of their folder.
    #[track_caller]
    fn check(standing: &[&str], left: Left, output: Option<&str>) {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out");
        for role in standing {
            let place = if *role == "out" { target.clone() } else { beside(&target, role) };
            fs::create_dir_all(&place).unwrap();
            let manifest = Manifest::new((*role).into(), Vec::new(), Default::default());
            fs::write(place.join(MANIFEST), serde_json::to_string(&manifest).unwrap()).unwrap();
        }
        let place = Place::take(&target).unwrap();
        assert_eq!(place.left, left);
        drop(place);
        assert_eq!(Manifest::of(&target).map(|found| found.reference_date).as_deref(), output);
        let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names.len(), usize::from(output.is_some()), "{names:?} stand beside the output");
    }

    #[test]
    fn after_a_stop_at_any_moment_one_output_is_whole() {
        check(&["out"], Left::Nothing, Some("out"));
        check(&["out", "making"], Left::Unfinished, Some("out"));
        check(&["before", "making"], Left::Restored, Some("before"));
        check(&["out", "before"], Left::Nothing, Some("out"));
        check(&["making"], Left::Unfinished, None);
        check(&[], Left::Nothing, None);
    }

    #[test]
    fn a_place_is_held_by_one_run() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out");
        let first = Place::take(&target).unwrap();
        assert!(matches!(Place::take(&target), Err(Error::OutputBusy(path)) if path == target));
        drop(first);
        Place::take(&target).unwrap();
    }
}
