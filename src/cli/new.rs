//! `bilan new`: the folder of a new campaign, its file commented in the reader's language.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::campaign::{FILE, explain, keys};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::Value;

/// Makes the folders of a campaign and its commented file.
///
/// # Errors
///
/// A folder that exists and is not empty, or that can't be written.
pub fn new(folder: &Path, locale: &Locale<'_>) -> Result<String> {
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Error::setup(folder.to_string_lossy(), Value::key("cli-folder-taken")));
    }
    for part in ["returns", "profiles", "reference", "logos"] {
        let path = folder.join(part);
        fs::create_dir_all(&path).map_err(Error::io(&path))?;
    }
    let path = folder.join(FILE);
    fs::write(&path, sample(locale)).map_err(Error::io(&path))?;
    Ok(locale.message("cli-new-done", &[("folder", Value::code(folder.to_string_lossy()))]))
}

/// Writes the text of a new campaign file, each key with its explanation in the reader's language.
pub fn sample(locale: &Locale<'_>) -> String {
    let mut text = String::new();
    for line in locale.text("campaign-head").lines() {
        let _ = writeln!(text, "# {line}");
    }
    for table in keys::tables() {
        let _ = writeln!(text);
        for line in locale.text(&format!("table-{}", table.replace('_', "-"))).lines() {
            let _ = writeln!(text, "# {line}");
        }
        let _ = if keys::LISTS.contains(&table) { writeln!(text, "[[{table}]]") } else { writeln!(text, "[{table}]") };
        for key in keys::keys_of(table) {
            for line in locale.text(&explain(key)).lines() {
                let _ = writeln!(text, "# {line}");
            }
            let _ = match key.name {
                "" => writeln!(text, "# {}", key.sample),
                name => writeln!(text, "{name} = {}", key.sample),
            };
        }
        if table == "party" {
            text.push_str(SECOND_PARTY);
        }
    }
    text
}

/// The second association of a new campaign; its keys are explained at the first.
const SECOND_PARTY: &str = r#"
[[party]]
country = "FR"
short = "DF"
name = { fr = "Départements de France", ar = "جمعية أقاليم فرنسا", en = "Départements de France" }
councils = 104
contact_point = { fr = "Le président de l’association", ar = "رئيس الجمعية", en = "The president of the association" }
"#;
