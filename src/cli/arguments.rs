//! What can be typed, with help in the reader's language.

use std::ffi::OsString;

use clap::builder::{NonEmptyStringValueParser, ValueParser};
use clap::{Arg, ArgAction, Command};
use jiff::civil::Date;

use super::list;
use crate::locale::Locale;
use crate::model::Lang;

/// Finds the language of messages before anything else is read, so that even a usage error speaks it.
pub fn language(arguments: &[OsString]) -> Option<Lang> {
    // There, `--lang` is the language of what is written.
    let form = arguments.get(1).is_some_and(|command| command == "form" || command == "dossier");
    let mut rest = arguments.iter().map(|argument| argument.to_string_lossy());
    while let Some(argument) = rest.next() {
        if argument == "--lang" && !form {
            return rest.next()?.parse().ok();
        }
        if let Some(code) = argument.strip_prefix("--lang=").filter(|_| !form) {
            return code.parse().ok();
        }
    }
    None
}

/// Builds the command line in one language.
pub fn command(locale: &Locale<'_>) -> Command {
    let text = |key: &str| locale.text(key);
    let template = format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n", text("cli-usage"));
    let sub = |name: &'static str, about: &str| {
        Command::new(name)
            .about(text(about))
            .help_template(template.clone())
            .disable_help_flag(true)
            .arg(help_flag(locale))
            .subcommand_help_heading(text("cli-commands"))
    };
    let positional = |name: &'static str, help: &str| {
        Arg::new(name)
            .required(true)
            .value_parser(ValueParser::path_buf())
            .help(text(help))
            .help_heading(text("cli-arguments"))
    };
    let option =
        |name: &'static str, help: &str| Arg::new(name).long(name).help(text(help)).help_heading(text("cli-options"));
    let date =
        || option("date", "cli-arg-date").value_name("AAAA-MM-JJ").value_parser(|text: &str| text.parse::<Date>());
    let lang = || option("lang", "cli-arg-lang").value_name("fr|ar|en").value_parser(lang_value).global(true);
    let path = |name: &'static str, help: &str| option(name, help).value_parser(ValueParser::path_buf());
    Command::new("bilan")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text("cli-about"))
        .after_help(examples(locale))
        .help_template(template.clone())
        .subcommand_help_heading(text("cli-commands"))
        .subcommand_value_name(text("cli-command").to_uppercase())
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help_flag(locale))
        .arg(option("version", "cli-version").short('V').action(ArgAction::Version))
        .subcommand(
            sub("run", "cli-run")
                .arg(lang())
                .arg(positional("campaign", "cli-arg-campaign"))
                .arg(path("out", "cli-arg-out").value_name("DIR").default_value("out").hide_default_value(false))
                .arg(
                    option("languages", "cli-arg-languages")
                        .value_name("fr,ar,en")
                        .value_delimiter(',')
                        .value_parser(lang_value),
                )
                .arg(date())
                .arg(
                    option("only", "cli-arg-only")
                        .value_name("CODE")
                        .num_args(1..)
                        .action(ArgAction::Append)
                        .value_delimiter(','),
                )
                .arg(path("previous", "cli-arg-previous").value_name("DIR"))
                .arg(option("strict", "cli-arg-strict").action(ArgAction::SetTrue))
                .arg(option("timings", "cli-arg-timings").action(ArgAction::SetTrue)),
        )
        .subcommand(
            sub("check", "cli-check")
                .arg(lang())
                .arg(positional("path", "cli-arg-path"))
                .arg(path("campaign", "cli-arg-in").value_name("DIR"))
                .arg(path("out", "cli-arg-findings").value_name("DIR").default_value("findings"))
                .arg(path("return", "cli-arg-return").value_name("DIR"))
                .arg(date()),
        )
        .subcommand(
            sub("aliases", "cli-aliases")
                .arg(lang())
                .arg(positional("campaign", "cli-arg-campaign"))
                .arg(
                    option("accept", "cli-arg-accept")
                        .value_name("N,N…|all")
                        .value_delimiter(',')
                        .action(ArgAction::Append)
                        .requires("by"),
                )
                .arg(
                    option("by", "cli-arg-by")
                        .value_name("NOM")
                        .requires("accept")
                        .value_parser(NonEmptyStringValueParser::new()),
                )
                .arg(
                    option("date", "cli-arg-decided")
                        .value_name("AAAA-MM-JJ")
                        .value_parser(|text: &str| text.parse::<Date>())
                        .requires("accept"),
                ),
        )
        .subcommand(
            sub("form", "cli-form")
                .arg(
                    Arg::new("form-lang")
                        .long("lang")
                        .value_name("fr|ar|en")
                        .value_parser(lang_value)
                        .help(text("cli-arg-form-lang"))
                        .help_heading(text("cli-options")),
                )
                .arg(path("output", "cli-arg-file").short('o').value_name("FILE").required(true)),
        )
        .subcommand(
            sub("templates", "cli-templates")
                .arg(lang())
                .arg(path("to", "cli-arg-templates-to").value_name("DIR").required(true)),
        )
        .subcommand(sub("new", "cli-new").arg(lang()).arg(positional("folder", "cli-arg-folder")))
        .subcommand(
            sub("explain", "cli-explain-figure")
                .arg(lang())
                .arg(Arg::new("code").required(true).help(text("cli-arg-figure")).help_heading(text("cli-arguments")))
                .arg(path("in", "cli-arg-in-campaign").value_name("DIR"))
                .arg(option("territory", "cli-arg-territory").value_name("CODE").conflicts_with("theme"))
                .arg(option("theme", "cli-arg-theme").value_name("CODE"))
                .arg(option("all", "cli-arg-all").action(ArgAction::SetTrue))
                .arg(date()),
        )
        .subcommand(
            sub("calls", "cli-calls")
                .arg(lang())
                .arg(positional("campaign", "cli-arg-campaign"))
                .arg(option("activity", "cli-arg-activity").value_name("ID"))
                .arg(option("all", "cli-arg-calls-all").action(ArgAction::SetTrue))
                .arg(date()),
        )
        .subcommand(
            sub("bundle", "cli-bundle")
                .arg(lang())
                .arg(positional("campaign", "cli-arg-campaign"))
                .arg(path("out", "cli-arg-bundle-out").value_name("DIR").default_value("out").hide_default_value(false))
                .arg(path("to", "cli-arg-bundle-to").value_name("DIR").default_value(".").hide_default_value(false))
                .arg(path("key", "cli-arg-key-secret").value_name("FILE")),
        )
        .subcommand(
            sub("verify", "cli-verify")
                .arg(lang())
                .arg(positional("archive", "cli-arg-archive"))
                .arg(path("key", "cli-arg-key-public").value_name("FILE")),
        )
        .subcommand(sub("key", "cli-key").arg(lang()).arg(positional("file", "cli-arg-key-file")))
        .subcommand(
            sub("dossier", "cli-dossier")
                .arg(Arg::new("id").required(true).help(text("cli-arg-dossier-id")).help_heading(text("cli-arguments")))
                .arg(option("call", "cli-arg-dossier-call").value_name("CODE"))
                .arg(path("in", "cli-arg-in-campaign").value_name("DIR"))
                .arg(
                    Arg::new("dossier-lang")
                        .long("lang")
                        .value_name("fr|ar|en")
                        .value_parser(lang_value)
                        .help(text("cli-arg-dossier-lang"))
                        .help_heading(text("cli-options")),
                )
                .arg(
                    path("out", "cli-arg-dossier-out")
                        .value_name("DIR")
                        .default_value("dossiers")
                        .hide_default_value(false),
                )
                .arg(date()),
        )
        .subcommand(
            sub("list", "cli-list")
                .arg(lang())
                .arg(
                    Arg::new("what")
                        .required(true)
                        .value_parser(list::names().collect::<Vec<_>>())
                        .help(text("cli-arg-what"))
                        .hide_possible_values(true)
                        .help_heading(text("cli-arguments")),
                )
                .arg(path("in", "cli-arg-in-campaign").value_name("DIR")),
        )
}

fn lang_value(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|()| text.to_owned())
}

fn help_flag(locale: &Locale<'_>) -> Arg {
    Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .help(locale.text("cli-help"))
        .help_heading(locale.text("cli-options"))
}

/// The examples under the help, and the exit statuses.
fn examples(locale: &Locale<'_>) -> String {
    const EXAMPLES: [(&str, &str); 10] = [
        ("cli-example-run", "bilan run inputs --out out"),
        ("cli-example-check", "bilan check retour.xlsx"),
        ("cli-example-return", "bilan check inputs --return retours"),
        ("cli-example-aliases", "bilan aliases inputs"),
        ("cli-example-form", "bilan form --lang ar -o formulaire.xlsx"),
        ("cli-example-explain", "bilan explain X3-disbursed --in inputs"),
        ("cli-example-calls", "bilan calls inputs --activity OUA-2026-05"),
        ("cli-example-bundle", "bilan bundle inputs --out out --to archives"),
        ("cli-example-dossier", "bilan dossier OUA-F04 --call EX-JOINT-2027 --in inputs"),
        ("cli-example-only", "bilan run inputs --out out --languages ar --only MA-HAO"),
    ];
    let mut text = format!("{}:\n", locale.text("cli-examples"));
    for (key, command) in EXAMPLES {
        text.push_str(&format!("  {}\n    {command}\n", locale.text(key)));
    }
    text.push_str(&format!("\n{}", locale.text("cli-status")));
    text
}
