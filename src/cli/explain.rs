//! `bilan explain`: the manual page of a finding code, or the way from a figure to its cells.

use std::path::PathBuf;

use clap::ArgMatches;
use jiff::civil::Date;

use super::{Status, Terminal, campaign_folder, print, text};
use crate::campaign::Campaign;
use crate::compose::trace::{TraceRow, found};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::{FindingCode, List, Scope, Value};
use crate::pipeline::trace::{self, Explained};
use crate::reference::{Indicator, Match, Reference};

/// The parts of a manual page: heading and attribute of the finding's message.
const PARTS: [(&str, &str); 5] = [
    ("explain-means", "why"),
    ("explain-expected", "expected"),
    ("explain-remedy", "remedy"),
    ("explain-wrong", "wrong"),
    ("explain-right", "right"),
];
/// The most cells of one side that are shown without being asked for all.
const SHOWN: usize = 50;

/// Explains a code: that of a finding, or that of an indicator with the cells of its figure.
///
/// # Errors
///
/// A code that does not exist; for a figure, a campaign that is absent or wrong.
pub fn explain(given: &ArgMatches, locale: &Locale<'_>, terminal: &mut Terminal<'_>) -> Result<Status> {
    let code = text(given, "code");
    if let Some(found) = FindingCode::parse(code) {
        return Ok(print(terminal, &manual(found, locale)));
    }
    let Some(folder) = campaign_folder(given.get_one::<PathBuf>("in")) else {
        let built_in = Reference::built_in()?;
        indicator(code, &built_in)?;
        return Err(Error::setup("explain", Value::key("cli-no-campaign")));
    };
    let campaign = Campaign::load(&folder, given.get_one::<Date>("date").copied(), terminal.today)?;
    let reference = &campaign.reference;
    let indicator = indicator(code, reference)?;
    let scope = match (given.get_one::<String>("territory"), given.get_one::<String>("theme")) {
        (Some(name), _) => Scope::Territory(named(reference, List::Territories, name)?),
        (None, Some(name)) => Scope::Theme(named(reference, List::Themes, name)?),
        (None, None) => Scope::All,
    };
    let explained = trace::explain(&campaign, indicator, &scope, terminal.program.as_deref())?;
    let shown = if given.get_flag("all") { usize::MAX } else { SHOWN };
    let locale = Locale::plain(locale.lang, reference);
    Ok(print(terminal, &page(&explained, &locale, shown)))
}

/// Gives the manual page of a finding.
fn manual(found: FindingCode, locale: &Locale<'_>) -> String {
    let key = format!("finding-{}", found.code().to_lowercase());
    let mut page = format!("{} ({})\n", found.code(), locale.severity(found.severity()));
    for (heading, attribute) in PARTS {
        let key = format!("{key}.{attribute}");
        if locale.has(&key) {
            page.push_str(&format!("\n{}\n  {}\n", locale.text(heading), locale.text(&key)));
        }
    }
    page
}

/// Finds an indicator by its code, in whatever case, or by its name.
fn indicator<'r>(code: &str, reference: &'r Reference) -> Result<&'r Indicator> {
    let same = |indicator: &&Indicator| indicator.code.eq_ignore_ascii_case(code);
    let by_name = || reference.indicator(&reference.exact(List::Indicators, code)?);
    reference.indicators.iter().find(same).or_else(by_name).ok_or_else(|| {
        let figures = reference.indicators.iter().map(|indicator| indicator.code.as_str());
        let findings = FindingCode::ALL.iter().map(|code| code.code());
        let near = nearest(code, figures.chain(findings)).into_iter().take(3).map(Value::code).collect();
        let args = [("found", Value::code(code)), ("nearest", Value::List(near))];
        Error::setup("explain", Value::phrase("cli-unknown-figure", args))
    })
}

/// Finds a territory or theme by its code or name.
fn named(reference: &Reference, list: List, name: &str) -> Result<crate::model::Code> {
    let entries = reference.entries(list);
    if let Some(entry) = entries.iter().find(|entry| entry.code.eq_ignore_ascii_case(name)) {
        return Ok(entry.code.clone());
    }
    match reference.find(list, name) {
        Match::Exact(code) => Ok(code),
        near => {
            let codes = entries.iter().map(|entry| entry.code.as_str());
            let nearest = match &near {
                Match::Near(codes) => codes.first().map_or("", |code| code.as_str()),
                _ => nearest(name, codes).first().copied().unwrap_or_default(),
            };
            let args = [("found", Value::code(name)), ("nearest", Value::code(nearest))];
            Err(Error::setup("explain", Value::phrase("cli-unknown-scope", args)))
        }
    }
}

/// Sorts codes by how alike they are to what was typed.
fn nearest<'c>(typed: &str, codes: impl Iterator<Item = &'c str>) -> Vec<&'c str> {
    let typed = typed.to_lowercase();
    let mut codes: Vec<(f64, &str)> =
        codes.map(|code| (strsim::jaro_winkler(&typed, &code.to_lowercase()), code)).collect();
    codes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    codes.into_iter().map(|(_, code)| code).collect()
}

/// Gives the page of a figure: its facts, then its cells side by side, then what was left out.
fn page(explained: &Explained, locale: &Locale<'_>, shown: usize) -> String {
    let account = &explained.account;
    let mut page = format!("{}  {}\n\n", account.code, locale.say(&account.name));
    for (label, values) in &account.facts {
        let fact = |value| locale.message("trace-fact", &[("label", label.clone()), ("value", value)]);
        match &values[..] {
            [one] => page.push_str(&format!("{}\n", fact(one.clone()))),
            all => {
                page.push_str(&format!("{}\n", fact(Value::Empty).trim_end()));
                all.iter().for_each(|value| page.push_str(&format!("  {}\n", locale.say(value))));
            }
        }
    }
    let mut more = 0;
    for (role, count, rows) in &account.sides {
        let args = [("role", role.clone()), ("count", Value::count(*count as u64))];
        page.push_str(&format!("\n{}\n", locale.message("trace-rows", &args)));
        for row in rows.iter().take(shown) {
            page.push_str(&format!("  {}\n", line(row, explained, locale)));
        }
        more += rows.len().saturating_sub(shown);
    }
    if more > 0 {
        page.push_str(&format!("\n{}\n", locale.message("trace-more-cells", &[("count", Value::count(more as u64))])));
    }
    if !account.left_out.is_empty() {
        page.push_str(&format!("\n{}\n", locale.text("trace-left-head")));
    }
    for left in &account.left_out {
        let args = [("reason", left.reason.clone()), ("count", Value::count(left.count as u64))];
        page.push_str(&format!(
            "  {}  {}\n",
            locale.message("trace-left", &args),
            locale.say(&left.places).replace('\n', "\n    ")
        ));
    }
    page
}

/// Gives one cell: where it stands, its column, what the file holds, what was read where that differs, and what it gives.
fn line(row: &TraceRow, explained: &Explained, locale: &Locale<'_>) -> String {
    let say = |value: &Value| locale.say(value);
    let place = match row.origin {
        Some(_) => format!("{} {}!{}", say(&row.file), say(&row.sheet), say(&row.cell)),
        None => say(&row.file),
    };
    let raw = row.origin.filter(|_| !row.private).and_then(|origin| explained.found.get(&origin));
    let read = say(&row.read);
    let held = raw.map_or_else(|| read.clone(), |raw| say(&found(raw)));
    let value = match say(&row.sign).as_str() {
        "" | "+" => held,
        sign => format!("{sign} {held}"),
    };
    let args = [("label", row.column.clone()), ("value", Value::code(&value))];
    let fact = if row.column == Value::Empty { value } else { locale.message("trace-fact", &args) };
    let mut line = format!("{place}  {fact}");
    let said = say(&row.said);
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    for further in [read, said] {
        if !further.is_empty() && !bare(&line).ends_with(&bare(&further)) {
            line.push_str(&format!(" \u{2192} {further}"));
        }
    }
    line
}
