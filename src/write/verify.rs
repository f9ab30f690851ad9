//! Checking an archive offline: every file against its manifest, the manifest against its signature, and no byte beside
//! them.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};
use zip::{CompressionMethod, ZipArchive};

use super::MANIFEST;
use super::bundle::{SIGNATURE, Seal, hexadecimal};
use super::key;
use crate::error::{Error, Result};
use crate::model::Value;

/// The most bytes that a manifest may hold: a hundred thousand files.
const MANIFEST_MOST: u64 = 32 << 20;
/// The lengths of the fixed parts of a zip: the head of a file, its line in the directory, the end.
const HEAD: u64 = 30;
const LINE: u64 = 46;
const END: u64 = 22;

/// One thing that is not as it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A file's bytes differ from those that were sealed.
    Changed(String),
    /// A sealed file is not in the archive.
    Absent(String),
    /// A file was added.
    Added(String),
    /// Bytes stand in the archive that belong to none of its files.
    Beside,
}

/// What the signature says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// There is none, and no key was given to ask for one.
    No,
    /// There is none, though a key was given.
    Lacking,
    /// There is one, and no key was given to check it with.
    Unchecked,
    /// It is that of the key given, over this manifest.
    Good,
    /// It is of another key, or of another manifest.
    Bad,
}

/// The outcome of a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// What the archive says that it holds.
    pub seal: Seal,
    /// The SHA-256 of the archive as a whole, to compare with the one that its sender announced.
    pub fingerprint: String,
    /// What differs.
    pub differences: Vec<Difference>,
    /// What the signature says.
    pub signed: Signed,
}

impl Verified {
    /// Says whether the archive is what was sealed.
    pub fn is_sound(&self) -> bool {
        self.differences.is_empty() && !matches!(self.signed, Signed::Bad | Signed::Lacking)
    }
}

/// Checks an archive. Files are read as a stream, so that no archive takes more memory than its manifest.
///
/// # Errors
///
/// A file that can't be read, is no archive, or holds no manifest of ours.
pub fn verify(path: &Path, key: Option<&VerifyingKey>) -> Result<Verified> {
    let none = |_| Error::setup(path.to_string_lossy(), Value::key("verify-no-archive"));
    let mut file = File::open(path).map_err(Error::io(path))?;
    let fingerprint = hash(&mut file).map_err(Error::io(path))?;
    let length = file.metadata().map_err(Error::io(path))?.len();
    let mut archive = ZipArchive::new(file).map_err(none)?;
    let mut manifest = Vec::new();
    archive.by_name(MANIFEST).map_err(none)?.take(MANIFEST_MOST).read_to_end(&mut manifest).map_err(Error::io(path))?;
    let seal: Seal = serde_json::from_slice(&manifest)
        .map_err(|_| Error::setup(path.to_string_lossy(), Value::key("verify-no-archive")))?;
    let signature = signature(&mut archive);
    let signed = match (&signature, key) {
        (None, None) => Signed::No,
        (None, Some(_)) => Signed::Lacking,
        (Some(_), None) => Signed::Unchecked,
        (Some(Some(signature)), Some(key)) if key.verify_strict(&manifest, signature).is_ok() => Signed::Good,
        (Some(_), Some(_)) => Signed::Bad,
    };
    let mut differences = Vec::new();
    let mut seen = BTreeSet::new();
    let (mut next, mut directory) = (0, 0);
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at).map_err(none)?;
        let name = entry.name().map_err(none)?.into_owned();
        let head = HEAD + entry.name_raw().len() as u64;
        let stored = entry.compression() == CompressionMethod::Stored && entry.size() == entry.compressed_size();
        let close = entry.header_start() == next && entry.data_start() == Some(next + head);
        if (!stored || !close) && !differences.contains(&Difference::Beside) {
            differences.push(Difference::Beside);
        }
        next = entry.data_start().unwrap_or(next).saturating_add(entry.compressed_size());
        directory += LINE + entry.name_raw().len() as u64;
        drop(entry);
        seen.insert(name.clone());
        if name == MANIFEST || name == SIGNATURE {
            continue;
        }
        match seal.manifest.outputs.get(&name) {
            None => differences.push(Difference::Added(name)),
            // Reading an entry checks its sum in the zip too; what is packed is not ours and is not unpacked.
            Some(expected) => {
                let found = archive.by_index(at).ok().filter(|_| stored).and_then(|mut entry| hash(&mut entry).ok());
                if found.as_ref() != Some(expected) {
                    differences.push(Difference::Changed(name));
                }
            }
        }
    }
    let whole = next == archive.central_directory_start() && next + directory + END == length;
    if !whole && !differences.contains(&Difference::Beside) {
        differences.push(Difference::Beside);
    }
    let absent = seal.manifest.outputs.keys().filter(|path| !seen.contains(*path));
    differences.extend(absent.cloned().map(Difference::Absent));
    Ok(Verified { seal, fingerprint, differences, signed })
}

/// Reads the signature: `None` where there is none, `Some(None)` where it can't be read.
fn signature(archive: &mut ZipArchive<File>) -> Option<Option<Signature>> {
    let entry = archive.by_name(SIGNATURE).ok()?;
    let mut text = String::new();
    let read = entry.take(4096).read_to_string(&mut text).is_ok();
    Some(key::bytes(text.trim()).filter(|_| read).map(|bytes| Signature::from_bytes(&bytes)))
}

fn hash(from: &mut impl Read) -> io::Result<String> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match from.read(&mut buffer)? {
            0 => return Ok(hexadecimal(&hasher.finalize())),
            read => hasher.update(&buffer[..read]),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use ed25519_dalek::SigningKey;

    use super::*;
    use crate::model::Artifact;
    use crate::write::bundle::bundle;
    use crate::write::{Manifest, Output};

    /// A folder with a run of three files, and the archive of two of them.
    fn sent(key: Option<&SigningKey>) -> (tempfile::TempDir, Vec<u8>) {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        let manifest = Manifest::new("2027-01-15".into(), vec!["fr".into()], BTreeMap::new());
        let output = Output::begin(&out, manifest, false).unwrap();
        for (path, text) in [("a-fr.pdf", "a"), ("data/b.csv", "b"), ("trace-fr.xlsx", "c")] {
            output.put(Artifact { path: path.into(), bytes: text.into() }).unwrap();
        }
        output.commit().unwrap();
        let archive = folder.path().join("sent.zip");
        let seal = bundle(&out, &archive, "DF", key, |path| !path.starts_with("trace"), &[]).unwrap();
        assert_eq!(seal.manifest.outputs.keys().collect::<Vec<_>>(), ["a-fr.pdf", "data/b.csv"]);
        let bytes = fs::read(&archive).unwrap();
        (folder, bytes)
    }

    #[track_caller]
    fn check(bytes: &[u8], key: Option<&VerifyingKey>, differences: &[Difference], signed: Signed) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("got.zip");
        fs::write(&path, bytes).unwrap();
        let found = verify(&path, key).unwrap();
        assert_eq!((&found.differences[..], found.signed), (differences, signed));
    }

    #[test]
    fn an_archive_as_it_was_sent_is_sound() {
        let (_folder, bytes) = sent(None);
        check(&bytes, None, &[], Signed::No);
        assert_eq!(bytes, sent(None).1, "the same run gives the same bytes");
    }

    /// Reads the files of an archive as any other program would.
    fn files(bytes: &[u8]) -> Option<BTreeMap<String, Vec<u8>>> {
        let mut archive = ZipArchive::new(io::Cursor::new(bytes)).ok()?;
        let mut files = BTreeMap::new();
        for at in 0..archive.len() {
            let mut entry = archive.by_index(at).ok()?;
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).ok()?;
            files.insert(entry.name().ok()?.into_owned(), bytes);
        }
        Some(files)
    }

    #[test]
    fn no_changed_byte_changes_a_document_unseen() {
        let (_folder, bytes) = sent(None);
        // The manifest itself may be changed where nothing is signed: then only the fingerprint tells.
        let documents = |bytes: &[u8]| {
            let mut files = files(bytes)?;
            files.remove(MANIFEST).map(|_| files)
        };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("got.zip");
        let mut found = 0;
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            fs::write(&path, &changed).unwrap();
            let sound = verify(&path, None).is_ok_and(|verified| verified.is_sound());
            assert!(!sound || documents(&changed) == documents(&bytes), "byte {at} can be changed unseen");
            found += usize::from(!sound);
        }
        assert!(found > bytes.len() / 2, "{found} of {} changes are found", bytes.len());
    }

    #[test]
    fn bytes_beside_the_files_are_found() {
        let (_folder, bytes) = sent(None);
        let before: Vec<u8> = b"hidden".iter().chain(&bytes).copied().collect();
        check(&before, None, &[Difference::Beside], Signed::No);
        let mut after = bytes;
        after.extend(b"hidden");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("got.zip");
        fs::write(&path, &after).unwrap();
        assert!(verify(&path, None).is_err() || !verify(&path, None).unwrap().is_sound());
    }

    #[test]
    fn a_signature_holds_for_its_key_and_manifest_only() {
        let (ours, theirs) = (SigningKey::from_bytes(&[7; 32]), SigningKey::from_bytes(&[8; 32]));
        let (_folder, bytes) = sent(Some(&ours));
        check(&bytes, Some(&ours.verifying_key()), &[], Signed::Good);
        check(&bytes, Some(&theirs.verifying_key()), &[], Signed::Bad);
        check(&bytes, None, &[], Signed::Unchecked);
        check(&sent(None).1, Some(&ours.verifying_key()), &[], Signed::Lacking);
    }

    #[test]
    fn a_file_that_changed_since_the_run_is_not_sent() {
        let (folder, _) = sent(None);
        let out = folder.path().join("out");
        fs::write(out.join("a-fr.pdf"), "other").unwrap();
        let archive = folder.path().join("again.zip");
        assert!(bundle(&out, &archive, "DF", None, |_| true, &[]).is_err());
        assert!(!archive.exists() && !archive.with_extension("making").exists());
    }

    #[test]
    fn what_is_no_archive_of_ours_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("got.zip");
        for bytes in [&b""[..], b"PK", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", b"no archive at all"] {
            fs::write(&path, bytes).unwrap();
            assert!(verify(&path, None).is_err());
        }
    }
}
