//! `bilan dossier`: the funding dossier of an application or activity, for a call.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use jiff::civil::Date;

use super::{Status, Terminal, campaign_folder, path, text};
use crate::campaign::Campaign;
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::report::Stamp;
use crate::model::{Lang, Value};
use crate::pipeline::dossier::{self, Done, Wanted};

/// Writes a dossier, and says what was written, what is to complete, and which checks of the call do not hold.
///
/// # Errors
///
/// As [`dossier::write`]; a campaign that is absent or wrong.
pub fn dossier(given: &ArgMatches, locale: &Locale<'_>, terminal: &mut Terminal<'_>) -> Result<Status> {
    let Some(folder) = campaign_folder(given.get_one::<PathBuf>("in")) else {
        return Err(Error::setup("dossier", Value::key("cli-no-campaign")));
    };
    let campaign = Campaign::load(&folder, given.get_one::<Date>("date").copied(), terminal.today)?;
    let out = path(given, "out");
    let wanted = Wanted {
        id: text(given, "id").trim(),
        call: given.get_one::<String>("call").map(String::as_str),
        lang: given.get_one::<Lang>("dossier-lang").copied(),
        otherwise: locale.lang,
        program: terminal.program.as_deref(),
    };
    let done = dossier::write(&campaign, out, &wanted)?;
    let locale = Locale::plain(locale.lang, &campaign.reference);
    for line in lines(&done, out, &locale) {
        let _ = writeln!(terminal.out, "{line}");
    }
    Ok(if done.stamp == Stamp::Provisional { Status::Findings } else { Status::Clean })
}

fn lines(done: &Done, out: &Path, locale: &Locale<'_>) -> Vec<String> {
    let counted = |key, name, number: u64| locale.message(key, &[(name, Value::count(number))]);
    let mut lines: Vec<String> = done.files.iter().map(|file| out.join(file).to_string_lossy().into_owned()).collect();
    if done.stamp == Stamp::Provisional {
        lines.push(locale.text("dossier-said-stamp"));
    }
    lines.push(match done.to_complete {
        0 => locale.text("dossier-said-nothing"),
        places => counted("dossier-said-complete", "places", places),
    });
    if done.failing.is_empty() {
        lines.push(locale.text("dossier-said-none"));
    } else {
        lines.push(locale.text("dossier-said-failing"));
        lines.extend(done.failing.iter().map(|said| format!("  {}", locale.say(said))));
    }
    if done.to_check > 0 {
        lines.push(counted("dossier-said-to-check", "checks", done.to_check));
    }
    lines
}
