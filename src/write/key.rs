//! Key pairs for signatures: two small text files, the secret one never leaves its owner.

use std::fs;
use std::path::{Path, PathBuf};

use ed25519_dalek::{SigningKey, VerifyingKey};

use super::bundle::hexadecimal;
use crate::error::{Error, Result};
use crate::model::Value;

/// The ending of the file that holds the public half.
const PUBLIC: &str = ".pub";

/// Writes a new key pair: the secret half into a file, readable by its owner only, and the public half beside it with the
/// ending `.pub`. `seed` is 32 random bytes. Gives the place of the public half.
///
/// # Errors
///
/// A file that exists already, or that can't be written.
pub fn create(path: &Path, seed: &[u8; 32]) -> Result<PathBuf> {
    let key = SigningKey::from_bytes(seed);
    let mut public = path.as_os_str().to_owned();
    public.push(PUBLIC);
    let public = PathBuf::from(public);
    for taken in [path, &public] {
        if taken.exists() {
            return Err(Error::setup(taken.to_string_lossy(), Value::key("pair-taken")));
        }
    }
    write_private(path, &(hexadecimal(seed) + "\n")).map_err(Error::io(path))?;
    fs::write(&public, hexadecimal(key.verifying_key().as_bytes()) + "\n").map_err(Error::io(&public))?;
    Ok(public)
}

/// Reads the secret half of a key pair.
///
/// # Errors
///
/// A file that can't be read or does not hold 64 hexadecimal digits.
pub fn secret(path: &Path) -> Result<SigningKey> {
    Ok(SigningKey::from_bytes(&digits(path)?))
}

/// Reads the public half of a key pair.
///
/// # Errors
///
/// As [`secret`]; digits that are no key.
pub fn public(path: &Path) -> Result<VerifyingKey> {
    VerifyingKey::from_bytes(&digits(path)?).map_err(|_| no_key(path))
}

fn no_key(path: &Path) -> Error {
    Error::setup(path.to_string_lossy(), Value::key("pair-unreadable"))
}

fn digits(path: &Path) -> Result<[u8; 32]> {
    let text = fs::read_to_string(path).map_err(Error::io(path))?;
    bytes(text.trim()).ok_or_else(|| no_key(path))
}

/// Reads hexadecimal digits, two for each byte.
pub(super) fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut all = [0; N];
    if text.len() != 2 * N || !text.is_ascii() {
        return None;
    }
    for (byte, at) in all.iter_mut().zip((0..).step_by(2)) {
        *byte = u8::from_str_radix(&text[at..at + 2], 16).ok()?;
    }
    Some(all)
}

#[cfg(unix)]
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())
}

#[cfg(not(unix))]
fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    fs::write(path, text)
}
