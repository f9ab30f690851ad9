//! `bilan calls`: the calls that may fill the gap of each project, criterion by criterion.

use clap::ArgMatches;
use jiff::civil::Date;

use super::{Status, Terminal, path, print};
use crate::campaign::Campaign;
use crate::compose::calls::{Call, Project, fit};
use crate::error::Result;
use crate::locale::Locale;
use crate::model::matches::Fit;
use crate::model::{Sheet, Value};
use crate::pipeline::calls::{Found, calls as find};

/// Lists the calls for each project that lacks money.
///
/// # Errors
///
/// A campaign that is absent or wrong; an activity that no return holds.
pub fn calls(given: &ArgMatches, locale: &Locale<'_>, terminal: &mut Terminal<'_>) -> Result<Status> {
    let date = given.get_one::<Date>("date").copied();
    let campaign = Campaign::load(path(given, "campaign"), date, terminal.today)?;
    let activity = given.get_one::<String>("activity").map(String::as_str);
    let all = given.get_flag("all");
    let found = find(&campaign, activity, all, terminal.program.as_deref())?;
    let locale = Locale::plain(locale.lang, &campaign.reference);
    let date = Value::Date(campaign.settings.reference_date);
    Ok(print(terminal, &page(&found, date, all || activity.is_some(), &locale)))
}

fn page(found: &Found, date: Value, full: bool, locale: &Locale<'_>) -> String {
    let count = |number: usize| Value::count(number as u64);
    let activities = found.checked.dataset.table(Sheet::Activities).rows.len();
    let args = [("date", date), ("projects", count(found.projects.len())), ("activities", count(activities))];
    let mut lines = vec![locale.message("calls-head", &args)];
    for project in &found.projects {
        lines.push(String::new());
        lines.extend(told(project, full, locale));
    }
    if !found.unknown.is_empty() {
        let projects = Value::List(found.unknown.clone());
        lines.push(String::new());
        lines.push(
            locale.message("calls-unknown-gap", &[("count", count(found.unknown.len())), ("projects", projects)]),
        );
    }
    lines.join("\n")
}

/// Tells one project. Without being asked for all, a call of which no day is known takes one line.
fn told(project: &Project, full: bool, locale: &Locale<'_>) -> Vec<String> {
    let mut lines = vec![locale.say(&project.title), format!("  {}", locale.say(&project.needs))];
    let (brief, listed): (Vec<&Call>, Vec<&Call>) = project.calls.iter().partition(|call| call.undated && !full);
    for call in listed {
        lines.push(format!("\n  {} {}", mark(call.fit), head(call, locale)));
        for (met, name, said) in &call.lines {
            let args = [("label", name.clone()), ("value", said.clone())];
            lines.push(format!("      {} {}", mark(*met), locale.message("trace-fact", &args)));
        }
    }
    if !brief.is_empty() {
        lines.push(format!("\n  {}", locale.text("calls-undated")));
    }
    for call in brief {
        let failed: Vec<Value> =
            call.lines.iter().filter(|(met, _, _)| *met == Fit::Fails).map(|(_, name, _)| name.clone()).collect();
        let why = if failed.is_empty() { String::new() } else { format!(" ({})", locale.say(&Value::List(failed))) };
        lines.push(format!("  {} {}{why}", mark(call.fit), head(call, locale)));
    }
    if project.calls.is_empty() {
        lines.push(format!("  {}", locale.text("calls-none")));
    }
    lines
}

/// Marks what fits, what is to check and what does not fit; words say the same.
fn mark(fit: Fit) -> char {
    match fit {
        Fit::Fits => '+',
        Fit::ToCheck => '?',
        Fit::Fails => '-',
    }
}

fn head(call: &Call, locale: &Locale<'_>) -> String {
    let args = [("title", call.title.clone()), ("fit", fit(call.fit))];
    let mut head = locale.message("calls-head-call", &args);
    for remark in &call.remarks {
        head.push_str(" · ");
        head.push_str(&locale.say(remark));
    }
    head
}
