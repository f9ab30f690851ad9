//! `bilan check`: what is wrong, in a campaign or in one file, and the findings files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use jiff::civil::Date;

use super::progress::Bars;
use super::{Status, Terminal, path, run};
use crate::campaign::{self, Campaign};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::{CellCount, Finding, Place, Severity, Sources, Value};
use crate::pipeline::returned::Returning;
use crate::pipeline::{self, Checked};
use crate::reference::Reference;

/// Checks a campaign folder or one file, prints the findings by file, and writes the findings files and
/// the answers to the councils.
///
/// # Errors
///
/// A path that can't be read, a campaign that is wrong, or a folder that can't be written.
pub fn check(given: &ArgMatches, locale: &Locale<'_>, terminal: &mut Terminal<'_>) -> Result<Status> {
    let target = path(given, "path");
    let date = given.get_one::<Date>("date").copied();
    let answers = given.get_one::<PathBuf>("return").map(PathBuf::as_path);
    if answers.is_some_and(|answers| std::path::absolute(answers).ok() == std::path::absolute(path(given, "out")).ok())
    {
        return Err(Error::setup("--return", Value::key("cli-return-same")));
    }
    let bars = Bars::new(locale, terminal.watched, terminal.stopped);
    let progress = |step, done, all| bars.tell(step, done, all);
    let program = terminal.program.as_deref();
    let folder = given.get_one::<PathBuf>("campaign").map(PathBuf::as_path);
    let folder = if target.is_dir() { Some(target) } else { folder.or_else(|| campaign_around(target)) };
    let campaign = folder.map(|folder| Campaign::load(folder, date, terminal.today)).transpose()?;
    let reference = match &campaign {
        Some(campaign) => &campaign.reference,
        None => &Reference::built_in()?,
    };
    let checked = match &campaign {
        Some(campaign) if target.is_dir() => pipeline::check(campaign, program, &progress)?,
        campaign => pipeline::check_file(target, campaign.as_ref(), reference, program)?,
    };
    bars.finish();
    let locale = &Locale::plain(locale.lang, reference);
    for line in lines(&checked.findings, &checked.sources, locale) {
        let _ = writeln!(terminal.out, "{line}");
    }
    let read = match &campaign {
        Some(campaign) if target.is_dir() => campaign.returns(),
        _ => target.parent().unwrap_or(Path::new("")).to_owned(),
    };
    let out = path(given, "out");
    let files = pipeline::write_findings(&checked, reference, &read, out, terminal.today)?;
    let mut said = vec![summary(&checked, locale), account(&checked, locale), run::written(files, out, locale)];
    if let Some(folder) = answers {
        let given = Returning {
            campaign: campaign.as_ref(),
            reference,
            program,
            read: &read,
            date: campaign.as_ref().map_or(terminal.today, |campaign| campaign.settings.reference_date),
        };
        let files = pipeline::returned::write(&checked, given, folder)?;
        said.push(run::written(files, folder, locale));
    }
    for line in said {
        let _ = writeln!(terminal.out, "{line}");
    }
    Ok(if checked.has_errors() { Status::Findings } else { Status::Clean })
}

/// Finds the campaign folder that a file lies in.
fn campaign_around(file: &Path) -> Option<&Path> {
    file.ancestors().skip(1).find(|folder| folder.join(campaign::FILE).is_file())
}

/// Says how many findings there are of each severity.
pub fn summary(checked: &Checked, locale: &Locale<'_>) -> String {
    let count = |severity| Value::count(checked.count(severity) as u64);
    locale.message(
        "cli-findings-count",
        &[
            ("errors", count(Severity::Error)),
            ("warnings", count(Severity::Warning)),
            ("notices", count(Severity::Notice)),
        ],
    )
}

/// Says what became of the cells that were read.
fn account(checked: &Checked, locale: &Locale<'_>) -> String {
    let cells = CellCount::sum(checked.dataset.cells.values());
    let reasons = cells.ignored.iter().map(|(reason, count)| {
        Value::phrase("report-counted", [("name", Value::key(reason.key())), ("count", Value::count(*count))])
    });
    let key = if cells.ignored.is_empty() { "account-line" } else { "account-line-reasons" };
    locale.message(
        key,
        &[
            ("read", Value::count(cells.read)),
            ("used", Value::count(cells.used)),
            ("ignored", Value::count(cells.ignored())),
            ("held", Value::count(cells.held)),
            ("reasons", Value::List(reasons.collect())),
        ],
    )
}

/// Gives the findings as lines, grouped by file, then by code: what was expected and what to do is said once a code.
fn lines(findings: &[Finding], sources: &Sources, locale: &Locale<'_>) -> Vec<String> {
    if findings.is_empty() {
        return vec![locale.text("cli-clean")];
    }
    let mut grouped: BTreeMap<_, BTreeMap<_, Vec<&Finding>>> = BTreeMap::new();
    for finding in findings {
        let file = match finding.place {
            Place::Campaign => None,
            Place::File(file) => Some(file),
            Place::Sheet(sheet) => Some(sources.sheet(sheet).file),
            Place::Cell(origin) => Some(sources.sheet(origin.sheet).file),
        };
        let codes = grouped.entry(file).or_default();
        codes.entry((finding.severity(), finding.code)).or_default().push(finding);
    }
    let mut lines = Vec::new();
    for (file, codes) in grouped {
        let path = file.map_or("", |file| &sources.file(file).path);
        if !path.is_empty() {
            lines.push(path.to_owned());
        }
        for findings in codes.into_values() {
            for (at, finding) in findings.iter().enumerate() {
                let said = locale.finding(finding, sources);
                if at == 0 {
                    let (severity, code) = (said.severity, said.code.code());
                    lines.push(format!("  {severity} {code} — {} — {}", said.expected, said.remedy));
                }
                let place = said.place.strip_prefix(path).unwrap_or(&said.place).trim_start();
                lines.push(if place.is_empty() {
                    format!("    {}", said.message)
                } else {
                    format!("    {place}: {}", said.message)
                });
            }
        }
        lines.push(String::new());
    }
    lines
}
