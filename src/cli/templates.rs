//! `bilan templates`: copies the built-in templates into a folder, to be edited.

use std::fs;

use clap::ArgMatches;

use super::{Status, Terminal, path, print};
use crate::assets;
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::Value;

/// Copies every template that is text.
///
/// # Errors
///
/// A folder that exists and is not empty, or that can't be written.
pub fn templates(given: &ArgMatches, locale: &Locale<'_>, terminal: &mut Terminal<'_>) -> Result<Status> {
    let folder = path(given, "to");
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Error::setup(folder.to_string_lossy(), Value::key("cli-folder-taken")));
    }
    let texts = assets::templates().into_iter().filter(|(path, _)| !path.starts_with("fonts/"));
    let texts: Vec<_> = texts.filter(|(path, _)| !path.ends_with(".txt")).collect();
    for (name, bytes) in &texts {
        let file = folder.join(name);
        let within = file.parent().unwrap_or(folder);
        fs::create_dir_all(within).map_err(Error::io(within))?;
        fs::write(&file, bytes).map_err(Error::io(&file))?;
    }
    let args = [("count", Value::count(texts.len() as u64)), ("folder", Value::code(folder.to_string_lossy()))];
    Ok(print(terminal, &locale.message("cli-templates-done", &args)))
}
