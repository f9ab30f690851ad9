//! The command line: arguments and messages, one file a command.
//!
//! Only this floor looks at the clock, the terminal and the language of the computer.

mod aliases;
mod arguments;
mod bundle;
mod calls;
mod check;
mod dossier;
mod explain;
mod list;
mod new;
mod progress;
mod run;
mod templates;
mod thrifty;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::ArgMatches;
use clap::error::ErrorKind;
use jiff::civil::Date;

pub use new::sample;

use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::{Lang, Value};
use crate::reference::Reference;
use crate::{campaign, ingest, render};

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Status {
    /// No finding of severity error.
    Clean = 0,
    /// Findings of severity error remain.
    Findings = 1,
    /// The program could not do its work.
    Failed = 2,
}

/// What the commands need to know about where they run.
pub struct Terminal<'a> {
    /// The program's own file.
    pub program: Option<PathBuf>,
    /// Where results are printed.
    pub out: &'a mut dyn Write,
    /// Where errors and progress are printed.
    pub err: &'a mut dyn Write,
    /// Whether a person watches, so that progress is shown.
    pub watched: bool,
    /// Today, for runs without a reference date.
    pub today: Date,
    /// The language of the computer.
    pub lang: Lang,
    /// True once the user stops the program.
    pub stopped: &'a AtomicBool,
}

/// Runs the program as `main` does: from the system's arguments, on the system's terminal.
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if let [_, first, rest @ ..] = &arguments[..]
        && first == ingest::CHILD_ARGUMENT
    {
        return ingest::child_main(rest);
    }
    let (mut out, mut err) = (std::io::stdout(), std::io::stderr());
    let watched = err.is_terminal();
    let lang = sys_locale::get_locale().and_then(|locale| locale.parse().ok()).unwrap_or(Lang::Fr);
    let mut terminal = Terminal {
        program: std::env::current_exe().ok(),
        out: &mut out,
        err: &mut err,
        watched,
        today: today(),
        lang,
        stopped: stops(),
    };
    ExitCode::from(dispatch(&arguments, &mut terminal) as u8)
}

/// Listens to Ctrl-C: the first one asks the program to end and to clear up, the next one ends it.
fn stops() -> &'static AtomicBool {
    static STOPPED: AtomicBool = AtomicBool::new(false);
    // Where the system gives no way to listen, Ctrl-C ends the program at once; the output before stays whole all the same.
    let _ = ctrlc::set_handler(|| {
        if STOPPED.swap(true, Ordering::Relaxed) {
            std::process::exit(Status::Failed as i32);
        }
    });
    &STOPPED
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks the clock, once a run")]
fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}

/// Runs one command.
pub fn dispatch(arguments: &[OsString], terminal: &mut Terminal<'_>) -> Status {
    let lang = arguments::language(arguments).unwrap_or(terminal.lang);
    let reference = match Reference::built_in() {
        Ok(reference) => reference,
        Err(error) => {
            let _ = writeln!(terminal.err, "{error}");
            return Status::Failed;
        }
    };
    let locale = Locale::plain(lang, &reference);
    let matches = match arguments::command(&locale).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return usage(&error, &locale, terminal),
    };
    match command(&matches, &locale, terminal) {
        Ok(status) => status,
        Err(error) => {
            let _ = writeln!(terminal.err, "{}", locale.say(&error.explain()));
            if matches!(error, Error::Strict) { Status::Findings } else { Status::Failed }
        }
    }
}

fn command(matches: &ArgMatches, locale: &Locale<'_>, terminal: &mut Terminal<'_>) -> Result<Status> {
    match matches.subcommand() {
        Some(("run", given)) => run::run(given, locale, terminal),
        Some(("check", given)) => check::check(given, locale, terminal),
        Some(("aliases", given)) => aliases::aliases(given, locale, terminal),
        Some(("explain", given)) => explain::explain(given, locale, terminal),
        Some(("bundle", given)) => bundle::bundle(given, locale, terminal),
        Some(("verify", given)) => bundle::verify(given, locale, terminal),
        Some(("key", given)) => bundle::key(given, locale, terminal),
        Some(("dossier", given)) => dossier::dossier(given, locale, terminal),
        Some(("calls", given)) => calls::calls(given, locale, terminal),
        Some(("list", given)) => list::list(given, locale.lang, terminal),
        Some(("form", given)) => {
            let lang = given.get_one::<Lang>("form-lang").copied().unwrap_or(locale.lang);
            let reference = Reference::built_in()?;
            let bytes = render::form(&reference, &Locale::plain(lang, &reference))?;
            let path = path(given, "output");
            std::fs::write(path, bytes).map_err(Error::io(path))?;
            Ok(Status::Clean)
        }
        Some(("templates", given)) => templates::templates(given, locale, terminal),
        Some(("new", given)) => {
            let text = new::new(path(given, "folder"), locale)?;
            Ok(print(terminal, &text))
        }
        _ => Ok(Status::Clean),
    }
}

/// Prints a text. Somebody who stops reading, as `| head` does, is no error.
fn print(terminal: &mut Terminal<'_>, text: &str) -> Status {
    let _ = writeln!(terminal.out, "{text}");
    Status::Clean
}

/// Finds the campaign that is meant: the folder given, else this folder, else `inputs`.
fn campaign_folder(given: Option<&PathBuf>) -> Option<PathBuf> {
    let near = || [".", "inputs"].map(PathBuf::from).into_iter().find(|folder| folder.join(campaign::FILE).is_file());
    given.cloned().or_else(near)
}

fn text<'a>(given: &'a ArgMatches, name: &str) -> &'a str {
    given.get_one::<String>(name).map_or("", String::as_str)
}

fn path<'a>(given: &'a ArgMatches, name: &str) -> &'a Path {
    given.get_one::<PathBuf>(name).map_or(Path::new(""), PathBuf::as_path)
}

fn usage(error: &clap::Error, locale: &Locale<'_>, terminal: &mut Terminal<'_>) -> Status {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = write!(terminal.out, "{}", error.render());
            Status::Clean
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = write!(terminal.err, "{}", error.render());
            Status::Failed
        }
        _ => {
            let given: Vec<String> = error
                .context()
                .filter(|(kind, _)| {
                    use clap::error::ContextKind as Kind;
                    matches!(kind, Kind::InvalidArg | Kind::InvalidValue | Kind::InvalidSubcommand)
                })
                .map(|(_, value)| value.to_string().replace('\n', " "))
                .collect();
            let detail = Value::code(given.join(" "));
            let _ = writeln!(terminal.err, "{}", locale.message("cli-wrong-usage", &[("detail", detail)]));
            let see = [("command", Value::code("bilan --help"))];
            let _ = writeln!(terminal.err, "{}", locale.message("cli-see-help", &see));
            Status::Failed
        }
    }
}
