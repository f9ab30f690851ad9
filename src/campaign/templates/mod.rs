//! Templates of a campaign: files under `templates/` that take the place of the built-in ones of the same name.
//!
//! Looks (`look.typ`, `report.typ`), the page (`index/`), the text of dossiers (`dossiers/`, also one for a funder, by its
//! code) are taken file by file; messages (`messages/fr/*.ftl`) message by message; fonts (`fonts/`) join the built-in ones.
//!
//! Invariant: nothing under `templates/` is ignored in silence. A file that takes nobody's place is an error that names the
//! nearest one that would.

mod messages;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::assets;
use crate::error::{Error, Result};
use crate::model::wording::Wording;
use crate::model::{Lang, List, Value};
use crate::reference::Reference;

/// The folder of the templates, in the campaign's.
pub const FOLDER: &str = "templates";

/// Files that systems and programs leave in folders.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The files of a campaign's `templates/`, by their path in it.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    files: BTreeMap<String, Vec<u8>>,
}

impl Templates {
    /// Reads the templates of a campaign.
    ///
    /// # Errors
    ///
    /// A file that takes nobody's place, or that can't be read.
    pub fn load(folder: &Path, reference: &Reference) -> Result<Templates> {
        let root = folder.join(FOLDER);
        let mut files = BTreeMap::new();
        for path in beneath(&root)? {
            let name = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if !is_known(&name, reference) {
                let known = assets::templates().into_iter().map(|(path, _)| path);
                let own = dossiers(reference);
                let names: Vec<String> = known.chain(own).collect();
                let near = nearest(&name, names.iter().map(String::as_str));
                let what = Value::phrase("setup-template-unknown", [("nearest", Value::code(near))]);
                return Err(Error::setup(format!("{FOLDER}/{name}"), what));
            }
            files.insert(name, fs::read(&path).map_err(Error::io(&path))?);
        }
        Ok(Templates { files })
    }

    /// Gives a template of the campaign by its path under `templates`.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Gives the paths of all files, relative to the campaign's folder.
    pub fn paths(&self) -> impl Iterator<Item = PathBuf> {
        self.files.keys().map(|path| Path::new(FOLDER).join(path))
    }

    /// Gives the campaign's own fonts: path and bytes.
    pub fn fonts(&self) -> Vec<(String, Vec<u8>)> {
        let fonts = self.files.iter().filter(|(path, _)| is_font(path));
        fonts.map(|(path, bytes)| (format!("{FOLDER}/{path}"), bytes.clone())).collect()
    }

    /// Reads the messages that the campaign says in its own words.
    ///
    /// # Errors
    ///
    /// A file that can't be read; a message that does not exist, or with other variables than the built-in one.
    pub fn wording(&self) -> Result<Wording> {
        let mut wording = Wording::default();
        for lang in Lang::ALL {
            let head = format!("messages/{lang}/");
            let mut files = self.files.iter().filter(|(path, _)| path.starts_with(&head)).peekable();
            if files.peek().is_none() {
                continue;
            }
            let known = messages::Known::of(lang);
            for (path, bytes) in files {
                let path = format!("{FOLDER}/{path}");
                let text = std::str::from_utf8(bytes);
                let text = text.map_err(|_| Error::setup(&path, Value::key("index-template-text")))?;
                let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
                known.check(&path, &text)?;
                wording.add(lang, &text);
            }
        }
        Ok(wording)
    }
}

fn is_known(name: &str, reference: &Reference) -> bool {
    let message = Lang::ALL.iter().any(|lang| {
        name.strip_prefix(&format!("messages/{lang}/"))
            .is_some_and(|file| file.ends_with(".ftl") && !file.contains('/'))
    });
    let licence = name.starts_with("fonts/") && name.ends_with(".txt");
    assets::template(name).is_some()
        || message
        || is_font(name)
        || licence
        || dossiers(reference).any(|dossier| dossier == name)
}

fn is_font(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("fonts/") && [".ttf", ".otf", ".ttc"].iter().any(|end| name.ends_with(end))
}

/// Gives the names of the texts that a campaign may have for each funder.
fn dossiers(reference: &Reference) -> impl Iterator<Item = String> {
    let funders = reference.entries(List::Funders).iter();
    funders.flat_map(|funder| {
        let stem = funder.code.to_lowercase();
        Lang::ALL.into_iter().map(move |lang| format!("dossiers/{stem}.{lang}.md.hbs"))
    })
}

/// Lists the files under a folder and its folders, sorted; a folder that is absent has none.
fn beneath(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open: Vec<PathBuf> = folder.is_dir().then(|| folder.to_owned()).into_iter().collect();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).map_err(Error::io(&folder))? {
            let path = entry.map_err(Error::io(&folder))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if path.is_dir() {
                open.push(path);
            } else if !LITTER.contains(&&*name) && !name.starts_with("~$") {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Gives the name most alike to one that was found.
fn nearest<'n>(found: &str, names: impl Iterator<Item = &'n str>) -> &'n str {
    let alike = |name: &str| strsim::jaro_winkler(&found.to_lowercase(), &name.to_lowercase());
    names.max_by(|a, b| alike(a).total_cmp(&alike(b)).then(b.cmp(a))).unwrap_or_default()
}
