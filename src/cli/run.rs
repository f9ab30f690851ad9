//! `bilan run`: the whole campaign, from returns to reports.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use jiff::civil::Date;

use super::progress::Bars;
use super::{Status, Terminal, check, path, thrifty};
use crate::campaign::{Campaign, Previous};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::changes::Changes;
use crate::model::{Lang, Sheet, Value};
use crate::pipeline::{self, Left, Request, Stage};

/// Runs a campaign and says what was written.
///
/// # Errors
///
/// As [`pipeline::run`].
pub fn run(given: &ArgMatches, locale: &Locale<'_>, terminal: &mut Terminal<'_>) -> Result<Status> {
    let date = given.get_one::<Date>("date").copied();
    let mut campaign = Campaign::load(path(given, "campaign"), date, terminal.today)?;
    if let Some(folder) = given.get_one::<PathBuf>("previous") {
        campaign.previous = Some(Previous::load(folder, &campaign.settings)?);
    }
    thrifty::begin(terminal.program.as_deref(), &campaign.returns());
    let out = path(given, "out");
    let only: Vec<String> = given.get_many("only").unwrap_or_default().cloned().collect();
    let languages: Vec<Lang> = given.get_many("languages").unwrap_or_default().copied().collect();
    let bars = Bars::new(locale, terminal.watched, terminal.stopped);
    let done = pipeline::run(
        &campaign,
        out,
        &Request {
            program: terminal.program.as_deref(),
            only: &only,
            strict: given.get_flag("strict"),
            languages: &languages,
            threads: std::thread::available_parallelism().map_or(1, usize::from),
            progress: &|step, done, all| bars.tell(step, done, all),
        },
    )?;
    bars.finish();
    let mut lines = Vec::new();
    let activities = done.checked.dataset.table(Sheet::Activities).rows.len();
    lines.push(locale.message(
        "cli-read-count",
        &[
            ("files", Value::count(done.checked.sources.files.len() as u64)),
            ("activities", Value::count(activities as u64)),
        ],
    ));
    lines.push(check::summary(&done.checked, locale));
    if !done.provisional.is_empty() {
        lines.push(locale.message("cli-provisional", &[("documents", Value::count(done.provisional.len() as u64))]));
    }
    lines.extend(done.changes.iter().map(|changes| since(changes, locale)));
    lines.extend(left(done.left, locale));
    lines.push(written(done.files, out, locale));
    if given.get_flag("timings") {
        for (stage, time) in &done.times {
            let seconds = Value::code(format!("{:.2}", time.as_secs_f64()));
            lines.push(locale.message("cli-seconds", &[("step", Value::key(name(*stage))), ("seconds", seconds)]));
        }
    }
    for line in lines {
        let _ = writeln!(terminal.out, "{line}");
    }
    tell_failures(&done.failed, locale, terminal);
    Ok(match done.checked.has_errors() {
        _ if !done.failed.is_empty() => Status::Failed,
        true => Status::Findings,
        false => Status::Clean,
    })
}

const fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::Read => "cli-step-read",
        Stage::Count => "cli-step-count",
        Stage::Compose => "cli-stage-compose",
        Stage::Pages => "cli-stage-pages",
        Stage::Workbooks => "cli-stage-workbooks",
        Stage::Data => "cli-stage-data",
    }
}

/// Says what an earlier run left when it was stopped.
pub fn left(left: Left, locale: &Locale<'_>) -> Option<String> {
    match left {
        Left::Nothing => None,
        Left::Unfinished => Some(locale.text("cli-left-unfinished")),
        Left::Restored => Some(locale.text("cli-left-restored")),
    }
}

/// The failed documents that are told one by one.
const TOLD: usize = 10;

/// Names the documents that could not be made.
fn tell_failures(failed: &[Error], locale: &Locale<'_>, terminal: &mut Terminal<'_>) {
    for error in failed.iter().take(TOLD) {
        let _ = writeln!(terminal.err, "{}", locale.say(&error.explain()));
    }
    if !failed.is_empty() {
        let count = [("documents", Value::count(failed.len() as u64))];
        let _ = writeln!(terminal.err, "{}", locale.message("cli-failed", &count));
    }
}

/// Says how many files were written and where.
pub fn written(files: usize, out: &Path, locale: &Locale<'_>) -> String {
    locale.message(
        "cli-written",
        &[("files", Value::count(files as u64)), ("folder", Value::code(out.to_string_lossy()))],
    )
}

/// Sums up what changed since an earlier run.
fn since(changes: &Changes, locale: &Locale<'_>) -> String {
    let count = |number: usize| Value::count(number as u64);
    let gone = changes.followed.iter().filter(|each| each.now.is_none()).count();
    locale.message(
        "cli-since",
        &[
            ("date", Value::Date(changes.reference_date)),
            ("new", count(changes.new.len())),
            ("completed", count(changes.completed.len())),
            ("gone", count(changes.gone.len())),
            ("revised", count(changes.revised.len())),
            ("returned", count(changes.returned.len())),
            ("silent", count(changes.silent.len())),
            ("followed", count(changes.followed.len())),
            ("lost", count(gone)),
        ],
    )
}
