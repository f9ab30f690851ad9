//! `bilan bundle`, `bilan verify` and `bilan key`: archives for the two associations, and the check of one.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{Status, Terminal, path};
use crate::campaign::Campaign;
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::Value;
use crate::pipeline::bundle;
use crate::pipeline::bundle::{Difference, Signed};

/// The differences that are told one by one.
const TOLD: usize = 40;

/// Makes an archive for each association and says what it holds.
///
/// # Errors
///
/// As [`bundle::archives`].
pub fn bundle(given: &ArgMatches, locale: &Locale<'_>, terminal: &mut Terminal<'_>) -> Result<Status> {
    let campaign = Campaign::load(path(given, "campaign"), None, terminal.today)?;
    let key = given.get_one::<PathBuf>("key").map(PathBuf::as_path);
    for sent in bundle::archives(&campaign, path(given, "out"), path(given, "to"), key)? {
        let args = [
            ("path", Value::code(sent.path.to_string_lossy())),
            ("recipient", Value::code(&sent.seal.recipient)),
            ("files", Value::count(sent.seal.manifest.outputs.len() as u64)),
            ("fingerprint", Value::code(&sent.fingerprint)),
        ];
        let _ = writeln!(terminal.out, "{}", locale.message("bundle-written", &args));
    }
    let signed = if key.is_some() { "bundle-signed" } else { "bundle-unsigned" };
    Ok(super::print(terminal, &locale.text(signed)))
}

/// Checks an archive and says in words whether it is what was sent.
///
/// # Errors
///
/// As [`bundle::verify`].
pub fn verify(given: &ArgMatches, locale: &Locale<'_>, terminal: &mut Terminal<'_>) -> Result<Status> {
    let archive = path(given, "archive");
    let found = bundle::verify(archive, given.get_one::<PathBuf>("key").map(PathBuf::as_path))?;
    let manifest = &found.seal.manifest;
    let args = [
        ("path", Value::code(archive.to_string_lossy())),
        ("recipient", Value::code(&found.seal.recipient)),
        ("files", Value::count(manifest.outputs.len() as u64)),
        ("program", Value::code(&manifest.program)),
        ("date", Value::code(&manifest.reference_date)),
        ("fingerprint", Value::code(&found.fingerprint)),
    ];
    let mut lines = vec![locale.message("verify-holds", &args)];
    for difference in found.differences.iter().take(TOLD) {
        let (key, path) = match difference {
            Difference::Changed(path) => ("verify-changed", path.as_str()),
            Difference::Absent(path) => ("verify-absent", path.as_str()),
            Difference::Added(path) => ("verify-added", path.as_str()),
            Difference::Beside => ("verify-beside", ""),
        };
        lines.push(locale.message(key, &[("path", Value::code(path))]));
    }
    if found.differences.len() > TOLD {
        let more = Value::count((found.differences.len() - TOLD) as u64);
        lines.push(locale.message("verify-more", &[("count", more)]));
    }
    lines.push(locale.text(match found.signed {
        Signed::No => "verify-signed-no",
        Signed::Lacking => "verify-signed-lacking",
        Signed::Unchecked => "verify-signed-unchecked",
        Signed::Good => "verify-signed-good",
        Signed::Bad => "verify-signed-bad",
    }));
    lines.push(locale.text(if found.is_sound() { "verify-sound" } else { "verify-not-sound" }));
    super::print(terminal, &lines.join("\n"));
    Ok(if found.is_sound() { Status::Clean } else { Status::Findings })
}

/// Makes a key pair.
///
/// # Errors
///
/// A file that exists or can't be written; a system without random numbers.
pub fn key(given: &ArgMatches, locale: &Locale<'_>, terminal: &mut Terminal<'_>) -> Result<Status> {
    let secret = path(given, "file");
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|error| Error::io(secret)(std::io::Error::other(error.to_string())))?;
    let public = bundle::key(secret, &seed)?;
    let args = [("secret", Value::code(secret.to_string_lossy())), ("public", Value::code(public.to_string_lossy()))];
    Ok(super::print(terminal, &locale.message("pair-written", &args)))
}
