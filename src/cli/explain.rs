//! `bilan explain`: the manual page of a finding code.

use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::{FindingCode, Value};

/// The parts of a manual page: heading and attribute of the finding's message.
const PARTS: [(&str, &str); 5] = [
    ("explain-means", "why"),
    ("explain-expected", "expected"),
    ("explain-remedy", "remedy"),
    ("explain-wrong", "wrong"),
    ("explain-right", "right"),
];

/// Gives the manual page of a code.
///
/// # Errors
///
/// A code that does not exist; the error names the first and the last.
pub fn explain(code: &str, locale: &Locale<'_>) -> Result<String> {
    let Some(found) = FindingCode::parse(code) else {
        let ends = [FindingCode::ALL.first(), FindingCode::ALL.last()].map(|end| end.map_or("", |code| code.code()));
        let args = [("found", Value::code(code)), ("first", Value::code(ends[0])), ("last", Value::code(ends[1]))];
        return Err(Error::setup("explain", Value::phrase("cli-unknown-code", args)));
    };
    let key = format!("finding-{}", found.code().to_lowercase());
    let mut page = format!("{} ({})\n", found.code(), locale.severity(found.severity()));
    for (heading, attribute) in PARTS {
        let key = format!("{key}.{attribute}");
        if locale.has(&key) {
            page.push_str(&format!("\n{}\n  {}\n", locale.text(heading), locale.text(&key)));
        }
    }
    Ok(page)
}
