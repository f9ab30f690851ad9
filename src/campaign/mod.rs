//! Everything a user can set or replace: the campaign file, mapping profiles, reference lists, templates.
//!
//! ```text
//! inputs/campaign.toml      the campaign
//! inputs/returns/           what councils sent
//! inputs/profiles/*.toml    mapping profiles of foreign tables
//! inputs/reference/*.csv    lists that replace the built-in ones of the same name
//! inputs/decisions.csv      decisions of people: aliases, merges, corrections
//! inputs/logos/             the logos of the associations: MA.svg or MA.png, FR.svg or FR.png
//! inputs/templates/         looks, messages, pages and texts that replace the built-in ones, and fonts
//! ```

pub mod decisions;
mod file;
pub mod keys;
mod logos;
mod previous;
pub(crate) mod profile;
mod templates;

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

pub use file::{FILE, explain};
pub use previous::Previous;
pub use templates::Templates;

use crate::assets;
use crate::error::{Error, Result};
use crate::model::{Decisions, Limits, Logo, Profile, Settings, Value};
use crate::reference::Reference;

/// A campaign: its folder and everything read from it but the returns.
#[derive(Debug, Clone)]
pub struct Campaign {
    /// The folder.
    pub folder: PathBuf,
    /// The settings of the campaign file.
    pub settings: Settings,
    /// What one returned file may cost.
    pub limits: Limits,
    /// The lists, the campaign's own and the aliases of its decisions among them.
    pub reference: Reference,
    /// The decisions of people.
    pub decisions: Decisions,
    /// The mapping profiles, in file order.
    pub profiles: Vec<Profile>,
    /// The logos of the associations, as far as there are any.
    pub logos: Vec<Logo>,
    /// The templates that take the place of the built-in ones.
    pub templates: Templates,
    /// An earlier run of the same agreement, to compare with.
    pub previous: Option<Previous>,
}

impl Campaign {
    /// Reads a campaign folder.
    ///
    /// # Errors
    ///
    /// A campaign file, list, profile, logo or table of decisions that is absent or wrong; the error names the file and the
    /// key or line.
    pub fn load(folder: &Path, date: Option<Date>, today: Date) -> Result<Campaign> {
        let path = folder.join(FILE);
        let text = fs::read_to_string(&path).map_err(Error::io(&path))?;
        let (settings, limits) = file::read(&text, date, today)?;
        let mut reference = reference(folder)?;
        let templates = Templates::load(folder, &reference)?;
        reference.wording = templates.wording()?;
        // People go on deciding after the day as of which a campaign counts.
        let decisions = decisions::load(folder, &mut reference, settings.reference_date.max(today))?;
        let profiles = profiles(folder)?;
        let logos = logos::load(folder, &settings.agreement.parties)?;
        let folder = folder.to_owned();
        Ok(Campaign { folder, settings, limits, reference, decisions, profiles, logos, templates, previous: None })
    }

    /// Gives the folder of the returns.
    pub fn returns(&self) -> PathBuf {
        self.folder.join("returns")
    }

    /// Gives a template: the campaign's own, else the built-in one.
    pub fn template(&self, path: &str) -> Option<Cow<'static, [u8]>> {
        let own = self.templates.get(path).map(|own| Cow::Owned(own.to_vec()));
        own.or_else(|| assets::template(path).map(Cow::Borrowed))
    }

    /// Lists the files that decide a run, but for the returns: relative paths, sorted.
    ///
    /// # Errors
    ///
    /// A folder that can't be read.
    pub fn files(&self) -> Result<Vec<PathBuf>> {
        let mut files = vec![PathBuf::from(FILE)];
        files.extend(self.folder.join(decisions::FILE).is_file().then(|| decisions::FILE.into()));
        for (folder, extension) in [("profiles", "toml"), ("reference", "csv")] {
            for path in listed(&self.folder.join(folder), extension)? {
                files.extend(path.strip_prefix(&self.folder).map(Path::to_path_buf));
            }
        }
        files.extend(self.logos.iter().map(|logo| Path::new(logos::FOLDER).join(&*logo.file)));
        files.extend(self.templates.paths());
        Ok(files)
    }
}

/// Loads the lists of a folder, each the campaign's own or the built-in one.
///
/// # Errors
///
/// As [`Reference::load`].
pub fn reference(folder: &Path) -> Result<Reference> {
    Reference::load(&|name| {
        let path = folder.join("reference").join(name);
        if path.is_file() {
            return fs::read(&path).map(Cow::Owned).map_err(Error::io(&path));
        }
        assets::reference(name).map(Cow::Borrowed).ok_or_else(|| Error::setup(name, Value::key("setup-list-absent")))
    })
}

fn profiles(folder: &Path) -> Result<Vec<Profile>> {
    listed(&folder.join("profiles"), "toml")?
        .iter()
        .map(|path| {
            let text = fs::read_to_string(path).map_err(Error::io(path))?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            profile::read(&name, &text)
        })
        .collect()
}

/// Lists the files of a folder with an extension, or all where it is blank, sorted; a folder that is absent has none.
fn listed(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::io(folder))? {
        let path = entry.map_err(Error::io(folder))?.path();
        let wanted = extension.is_empty() || path.extension().is_some_and(|found| found == extension);
        if path.is_file() && wanted {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Gives the message of an unknown key, with the nearest known one where one is near.
pub(crate) fn unknown_key(key: &str, names: &[&str], path: &str) -> Value {
    let nearest = names
        .iter()
        .map(|name| (strsim::jaro_winkler(key, name), *name))
        .filter(|(alike, _)| *alike >= 0.7)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let path = Value::code(path);
    match nearest {
        Some((_, name)) => Value::phrase("setup-key-near", [("key", path), ("nearest", Value::code(name))]),
        None => {
            let names = names.iter().map(Value::code).collect();
            Value::phrase("setup-key-unknown", [("key", path), ("known", Value::List(names))])
        }
    }
}
