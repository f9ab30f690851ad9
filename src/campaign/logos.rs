//! The logos of the two associations: `logos/MA.svg` or `logos/FR.png`, named by the country of the party.
//!
//! Whether a file can be drawn is the press's to say; here it has the right name, one file a party, and a size that a
//! report of a few pages can carry.

use std::fs;
use std::path::Path;

use super::listed;
use crate::error::{Error, Result};
use crate::model::{Logo, Party, Value};

/// The folder, in the campaign's folder.
pub const FOLDER: &str = "logos";
/// The largest file, in bytes.
const LARGEST: u64 = 2 << 20;

/// Reads the logos that are there; a party without one gets a neutral mark.
///
/// Files that are no pictures, such as notes, may stand beside them.
///
/// # Errors
///
/// A file of another format named by a party, a logo that names no party, a second logo of a party, a file too large.
pub fn load(folder: &Path, parties: &[Party; 2]) -> Result<Vec<Logo>> {
    let mut logos: Vec<Logo> = Vec::new();
    for path in listed(&folder.join(FOLDER), "")? {
        let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let (file, stem) = (part(path.file_name()), part(path.file_stem()));
        let drawn = ["svg", "png"].contains(&part(path.extension()).as_str());
        let party = parties.iter().find(|party| party.country.eq_ignore_ascii_case(&stem));
        let wrong = |what| Err(Error::setup(format!("{FOLDER}/{file}"), what));
        let Some(party) = party else {
            if drawn {
                let known = parties.iter().map(|party| Value::code(format!("{}.svg", party.country))).collect();
                return wrong(Value::phrase("setup-logo-name", [("known", Value::List(known))]));
            }
            continue;
        };
        if !drawn {
            return wrong(Value::key("setup-logo-format"));
        }
        if let Some(other) = logos.iter().find(|logo| logo.country == party.country) {
            return wrong(Value::phrase("setup-logo-twice", [("other", Value::code(&*other.file))]));
        }
        let size = fs::metadata(&path).map_err(Error::io(&path))?.len();
        if size > LARGEST {
            let sizes = [("size", size.div_ceil(1 << 10)), ("most", LARGEST >> 10)];
            return wrong(Value::phrase("setup-logo-large", sizes.map(|(name, kib)| (name, Value::count(kib)))));
        }
        let bytes = fs::read(&path).map_err(Error::io(&path))?;
        logos.push(Logo { country: party.country.clone(), file: file.into(), bytes });
    }
    Ok(logos)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Names;

    fn party(country: &str) -> Party {
        let (name, contact_point) = (Names::default(), Names::default());
        Party { country: country.into(), name, short: country.into(), councils: 1, contact_point }
    }

    #[track_caller]
    fn check(files: &[(&str, usize)], expected: std::result::Result<&[&str], &str>) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(FOLDER)).unwrap();
        for (name, size) in files {
            fs::write(folder.path().join(FOLDER).join(name), vec![b' '; *size]).unwrap();
        }
        match load(folder.path(), &[party("MA"), party("FR")]) {
            Ok(logos) => assert_eq!(Ok(logos.iter().map(|logo| &*logo.file).collect::<Vec<_>>().as_slice()), expected),
            Err(Error::Setup { what, .. }) => assert!(expected.is_err_and(|key| format!("{what:?}").contains(key))),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn a_logo_is_named_by_the_country_of_its_party() {
        check(&[], Ok(&[]));
        check(&[("FR.png", 3), ("MA.svg", 3), ("notes.txt", 3), ("Thumbs.db", 3)], Ok(&["FR.png", "MA.svg"]));
        check(&[("ma.svg", 3)], Ok(&["ma.svg"]));
    }

    #[test]
    fn a_logo_that_cannot_be_used_is_told() {
        check(&[("MA.jpg", 3)], Err("setup-logo-format"));
        check(&[("ES.svg", 3)], Err("setup-logo-name"));
        check(&[("MA.png", 3), ("MA.svg", 3)], Err("setup-logo-twice"));
        check(&[("MA.svg", LARGEST as usize + 1)], Err("setup-logo-large"));
    }
}
