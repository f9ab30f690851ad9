//! `bilan list`: what can be asked for, one a line, with tabs between columns, to read or to pipe.

use std::path::PathBuf;

use clap::ArgMatches;

use super::{Status, Terminal, campaign_folder, print, text};
use crate::campaign;
use crate::error::Result;
use crate::locale::Locale;
use crate::model::{FindingCode, Lang, List, Value};
use crate::reference::Reference;

/// What can be listed: its name, the keys of its headings, and its lines.
type Table = (&'static str, &'static [&'static str], fn(&Reference, &Locale<'_>) -> Vec<Vec<String>>);

const TABLES: &[Table] = &[
    (
        "indicators",
        &[
            "list-head-code",
            "list-head-name",
            "list-head-unit",
            "list-head-level",
            "list-head-aggregation",
            "list-head-measure",
        ],
        indicators,
    ),
    ("themes", &["list-head-code", "list-head-name", "list-head-goals"], themes),
    ("territories", &["list-head-code", "list-head-name", "list-head-country"], territories),
    ("findings", &["list-head-code", "list-head-severity", "list-head-meaning"], findings),
];

/// Gives the names of what can be listed.
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|table| table.0)
}

/// Prints one list of a campaign, or the built-in one where there is no campaign.
///
/// # Errors
///
/// A list of the campaign that is wrong.
pub fn list(given: &ArgMatches, lang: Lang, terminal: &mut Terminal<'_>) -> Result<Status> {
    let reference = match campaign_folder(given.get_one::<PathBuf>("in")) {
        Some(folder) => campaign::reference(&folder)?,
        None => Reference::built_in()?,
    };
    let locale = Locale::plain(lang, &reference);
    let what = text(given, "what");
    let mut lines = Vec::new();
    for (_, heads, rows) in TABLES.iter().filter(|table| table.0 == what) {
        lines.push(heads.iter().map(|head| locale.text(head)).collect::<Vec<_>>());
        lines.extend(rows(&reference, &locale));
    }
    let cell = |text: String| text.replace(['\t', '\n'], " ");
    let lines: Vec<String> =
        lines.into_iter().map(|line| line.into_iter().map(cell).collect::<Vec<_>>().join("\t")).collect();
    Ok(print(terminal, &lines.join("\n")))
}

fn indicators(reference: &Reference, locale: &Locale<'_>) -> Vec<Vec<String>> {
    let word = |stem: &str, code: &str| {
        let key = format!("{stem}-{code}");
        if locale.has(&key) { locale.text(&key) } else { code.to_owned() }
    };
    let line = |indicator: &crate::reference::Indicator| {
        vec![
            indicator.code.to_string(),
            indicator.names.get(locale.lang).to_owned(),
            locale.say(&Value::UnitWord(1_000.into(), indicator.unit.clone())),
            word("level", &indicator.level),
            word("aggregation", &indicator.aggregation),
            indicator.formula.to_string(),
        ]
    };
    reference.indicators.iter().map(line).collect()
}

fn themes(reference: &Reference, locale: &Locale<'_>) -> Vec<Vec<String>> {
    let line = |theme: &crate::reference::Theme| {
        let goals: Vec<String> = theme.goals.iter().map(u8::to_string).collect();
        vec![theme.code.to_string(), reference.name(List::Themes, &theme.code, locale.lang).to_owned(), goals.join(";")]
    };
    reference.themes.iter().map(line).collect()
}

fn territories(reference: &Reference, locale: &Locale<'_>) -> Vec<Vec<String>> {
    let line = |territory: &crate::reference::Territory| {
        let name = reference.name(List::Territories, &territory.code, locale.lang);
        vec![territory.code.to_string(), name.to_owned(), territory.country.to_string()]
    };
    reference.territories.iter().map(line).collect()
}

fn findings(_: &Reference, locale: &Locale<'_>) -> Vec<Vec<String>> {
    let line = |code: &FindingCode| {
        let why = locale.text(&format!("{}.why", crate::locale::finding_key(*code)));
        vec![code.code().to_owned(), locale.severity(code.severity()), why]
    };
    FindingCode::ALL.iter().map(line).collect()
}
