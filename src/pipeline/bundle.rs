//! The archives that leave the office: one an association, with the documents it should have.

use std::path::{Path, PathBuf};

use crate::campaign::Campaign;
use crate::error::{Error, Result};
use crate::model::{Artifact, List};
use crate::reference::Reference;
use crate::render::html;
use crate::write::bundle::{Seal, bundle, stem};
pub use crate::write::key::create as key;
use crate::write::key::{public, secret};
pub use crate::write::verify::{Difference, Signed, Verified};

/// One archive that was made.
pub struct Sent {
    /// Where it stands.
    pub path: PathBuf,
    /// What it holds.
    pub seal: Seal,
    /// Its SHA-256, to be announced to the recipient by another way.
    pub fingerprint: String,
}

/// Makes an archive for each of the two associations from the folder of a run.
///
/// Each has what speaks of the whole, of themes and of pairs, and the territories of its own country; the letter to its own president, the sheet to be signed, and the letters to its
/// own councils; what stands in the
/// folder [`INTERNAL`](super::INTERNAL) stays in the office.
///
/// # Errors
///
/// A folder without a manifest of ours, or whose files changed since the run; a key that can't be read; a disk that can't
/// take an archive.
pub fn archives(campaign: &Campaign, out: &Path, to: &Path, key: Option<&Path>) -> Result<Vec<Sent>> {
    let key = key.map(secret).transpose()?;
    std::fs::create_dir_all(to).map_err(Error::io(to))?;
    let parties = campaign.settings.agreement.parties.iter();
    parties
        .map(|party| {
            let path = to.join(format!("bilan-{}.zip", party.short));
            let wanted = |path: &str| goes_to(&campaign.reference, &party.country, path);
            let own = index(campaign, out, wanted)?;
            let seal = bundle(out, &path, &party.short, key.as_ref(), wanted, &own)?;
            let bytes = std::fs::read(&path).map_err(Error::io(&path))?;
            Ok(Sent { fingerprint: crate::write::sha256(&bytes), path, seal })
        })
        .collect()
}

/// Makes the page of an archive, which leads to what the archive holds and to nothing else.
fn index(campaign: &Campaign, out: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<Artifact>> {
    let path = out.join(html::PATH);
    match std::fs::read(&path) {
        Ok(listing) => super::index::narrowed(campaign, &listing, wanted),
        // A folder without a listing is not a run's; the archive says so in its own words.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(Error::io(path)(error)),
    }
}

/// Checks an archive, with the public half of a key where one is given.
///
/// # Errors
///
/// As [`verify`](crate::write::verify::verify); a key that can't be read.
pub fn verify(archive: &Path, key: Option<&Path>) -> Result<Verified> {
    crate::write::verify::verify(archive, key.map(public).transpose()?.as_ref())
}

/// Says whether an output of a run goes to the association of a country.
fn goes_to(reference: &Reference, country: &str, path: &str) -> bool {
    if path.split('/').next() == Some(super::INTERNAL) {
        return false;
    }
    let stem = stem(path);
    if let Some(of) = stem.strip_prefix("transmission-") {
        return of.eq_ignore_ascii_case(country);
    }
    match stem.strip_prefix("territory-").or_else(|| stem.strip_prefix("reminder-")) {
        Some(code) => {
            reference.entry(List::Territories, code).is_none()
                || reference.territory(code).is_some_and(|territory| territory.country.eq_ignore_ascii_case(country))
        }
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_association_has_its_own_territories_and_what_is_common() {
        let reference = Reference::built_in().unwrap();
        for (path, morocco, france) in [
            ("consolidated-fr.pdf", true, true),
            ("themes/theme-health-ar.pdf", true, true),
            ("territories/territory-MA-HAO-ar.xlsx", true, false),
            ("territories/territory-FR-38-fr.pdf", false, true),
            ("letters/transmission-MA-fr.docx", true, false),
            ("letters/transmission-FR-ar.pdf", false, true),
            ("letters/sign-off-fr.pdf", true, true),
            ("letters/reminder-MA-AZI-ar.docx", true, false),
            ("letters/reminder-FR-03-fr.pdf", false, true),
            ("data/figures.csv", true, true),
            ("data/report.json", true, true),
            ("internal/findings-fr.xlsx", false, false),
            ("internal/findings.csv", false, false),
            ("internal/trace-en.xlsx", false, false),
        ] {
            assert_eq!((goes_to(&reference, "MA", path), goes_to(&reference, "FR", path)), (morocco, france), "{path}");
        }
    }
}
