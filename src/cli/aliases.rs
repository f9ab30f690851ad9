//! `bilan aliases`: what only a person can decide, written into `decisions.csv` as proposals.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use clap::ArgMatches;
use jiff::civil::Date;

use super::progress::Bars;
use super::{Status, Terminal, path};
use crate::campaign::Campaign;
use crate::campaign::decisions::{FILE, Row, Sheet, list_code, read};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::{Finding, FindingCode, Kind, List, Sources, Value, schema};
use crate::pipeline;
use crate::reference::{Reference, fold};

/// What parts the suggestions of a proposal.
const BETWEEN: &str = " | ";

/// The cells of a row, by column.
type Cells = Vec<(&'static str, String)>;

/// Reads the returns of a campaign and adds what is to be decided to its table of decisions; with `--accept`, accepts
/// suggestions. Prints the proposals that wait, and what to do.
///
/// # Errors
///
/// A campaign that is wrong; a row that can't be accepted; a file that can't be written.
pub fn aliases(given: &ArgMatches, locale: &Locale<'_>, terminal: &mut Terminal<'_>) -> Result<Status> {
    let folder = path(given, "campaign");
    let campaign = Campaign::load(folder, None, terminal.today)?;
    let bars = Bars::new(locale, terminal.watched, terminal.stopped);
    let progress = |step, done, all| bars.tell(step, done, all);
    let checked = pipeline::check(&campaign, terminal.program.as_deref(), &progress)?;
    bars.finish();
    let reference = &campaign.reference;
    let locale = &Locale::plain(locale.lang, reference);
    let heading = |column: &'static str| word(locale, "decision_column", column);
    let file = folder.join(FILE);
    let mut sheet = match fs::read(&file) {
        Ok(bytes) => Sheet::parse(&bytes, reference)?,
        Err(_) => Sheet::new(heading),
    };
    let mut known: BTreeSet<[String; 5]> = sheet.rows().filter_map(|(_, row)| row.subject(reference)).collect();
    let before = sheet.rows().count();
    for cells in proposals(&checked.findings, &checked.sources, reference, locale) {
        let mut one = Sheet::new(heading);
        one.push(&cells, heading);
        let subject = one.row(2).and_then(|row| row.subject(reference));
        if subject.is_some_and(|subject| known.insert(subject)) {
            sheet.push(&cells, heading);
        }
    }
    let new = sheet.rows().count() - before;
    let accepted = match given.get_many::<String>("accept") {
        Some(wanted) => {
            let date = given.get_one::<Date>("date").copied().unwrap_or(terminal.today);
            let author = given.get_one::<String>("by").map_or("", String::as_str);
            accept(&mut sheet, wanted, (author, date), reference, heading)?
        }
        None => 0,
    };
    if new + accepted > 0 {
        write(&file, &sheet.bytes()?)?;
    }
    let count = |number: usize| Value::count(number as u64);
    let name = Value::code(file.to_string_lossy());
    let args = [("file", name), ("new", count(new)), ("accepted", count(accepted))];
    let _ = writeln!(terminal.out, "{}", locale.message("aliases-done", &args));
    let waiting: Vec<(u32, Row<'_>)> = sheet.rows().filter(|(_, row)| is_open(*row, reference)).collect();
    for line in waiting.iter().map(|(number, row)| line(*number, *row, reference, locale)) {
        let _ = writeln!(terminal.out, "{line}");
    }
    let wrong = read(&sheet, reference, latest(&campaign, terminal)).wrong;
    for refused in &wrong {
        let args = [("row", Value::code(refused.row.to_string())), ("reason", refused.reason.clone())];
        let _ = writeln!(terminal.out, "{}", locale.message("finding-c525", &args));
    }
    let next = if waiting.is_empty() { "aliases-nothing" } else { "aliases-next" };
    let _ = writeln!(terminal.out, "{}", locale.text(next));
    let texts = waiting.iter().any(|(_, row)| row.kind(reference).is_some_and(|kind| kind == "alias"));
    Ok(if texts || !wrong.is_empty() { Status::Findings } else { Status::Clean })
}

fn latest(campaign: &Campaign, terminal: &Terminal<'_>) -> Date {
    campaign.settings.reference_date.max(terminal.today)
}

/// Says a word of the file in the reader's language.
fn word(locale: &Locale<'_>, list: &'static str, code: &str) -> String {
    locale.say(&Value::Name(List::Values(list), code.into()))
}

/// Says whether a row waits for a decision.
fn is_open(row: Row<'_>, reference: &Reference) -> bool {
    row.get("decision").is_empty() && row.subject(reference).is_some()
}

/// Makes the rows of everything that a person can decide: texts by list, then what two returns both hold.
fn proposals(findings: &[Finding], sources: &Sources, reference: &Reference, locale: &Locale<'_>) -> Vec<Cells> {
    struct Text {
        text: String,
        count: u64,
        place: String,
        suggestions: Vec<String>,
    }
    let mut texts: BTreeMap<(&'static str, String), Text> = BTreeMap::new();
    let mut pairs = Vec::new();
    for finding in findings {
        match finding.code {
            FindingCode::NotInList | FindingCode::NearMiss | FindingCode::ListAmbiguous => {
                let Some((list, text)) = unlisted(finding) else { continue };
                let names = match arg(finding, "suggestion") {
                    Some(Value::List(names)) => names.as_slice(),
                    _ => &[],
                };
                let known = texts.entry((list_code(list), fold(text))).or_insert_with(|| Text {
                    text: text.to_owned(),
                    count: 0,
                    place: locale.finding(finding, sources).place,
                    suggestions: Vec::new(),
                });
                known.count += 1;
                for name in names.iter().filter_map(|name| suggestion(name, reference, locale)) {
                    if !known.suggestions.contains(&name) {
                        known.suggestions.push(name);
                    }
                }
            }
            FindingCode::JointActivity | FindingCode::JointApplication | FindingCode::JointDoubtful => {
                pairs.push(joint(finding, sources, locale));
            }
            _ => {}
        }
    }
    let texts = texts.into_iter().map(|((list, _), text)| {
        let args = [("count", Value::count(text.count)), ("place", Value::code(text.place))];
        vec![
            ("kind", word(locale, "decision_kind", "alias")),
            ("list", word(locale, "decision_list", list)),
            ("found", text.text),
            ("suggestions", text.suggestions.join(BETWEEN)),
            ("remark", locale.message("aliases-found", &args)),
        ]
    });
    texts.chain(pairs).collect()
}

/// Gives the list and the whole text of a finding about a text that is no entry. Long prose is no name.
fn unlisted(finding: &Finding) -> Option<(List, &str)> {
    let (Value::Text(text), Value::Column(sheet, field)) = (arg(finding, "found")?, arg(finding, "field")?) else {
        return None;
    };
    let column = &schema::columns(*sheet)[schema::position(*sheet, *field)?];
    let (Kind::One(list) | Kind::Many(list)) = column.kind else { return None };
    (!column.private && !text.ends_with('…') && !fold(text).is_empty()).then_some((list, text))
}

/// Writes an entry as a person may copy it.
fn suggestion(name: &Value, reference: &Reference, locale: &Locale<'_>) -> Option<String> {
    let Value::Name(list, code) = name else { return None };
    Some(format!("{} ({code})", reference.name(*list, code, locale.lang)))
}

fn joint(finding: &Finding, sources: &Sources, locale: &Locale<'_>) -> Cells {
    let text = |name| match arg(finding, name) {
        Some(Value::Code(code)) => code.to_string(),
        _ => String::new(),
    };
    let said = locale.finding(finding, sources);
    let args = [("place", Value::code(said.place)), ("message", Value::code(said.message))];
    let doubt = finding.code == FindingCode::JointDoubtful;
    vec![
        ("kind", word(locale, "decision_kind", "merge")),
        ("found", text("found")),
        ("other", text("other")),
        ("file", text("file")),
        ("other_file", text("other-file")),
        ("suggestions", if doubt { String::new() } else { word(locale, "yes_no", "yes") }),
        ("remark", locale.message("aliases-joint", &args)),
    ]
}

fn arg<'a>(finding: &'a Finding, name: &str) -> Option<&'a Value> {
    finding.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// Says one row that waits.
fn line(number: u32, row: Row<'_>, reference: &Reference, locale: &Locale<'_>) -> String {
    let kind = row.kind(reference);
    let key = match kind.as_deref() {
        Some("alias") if row.get("suggestions").is_empty() => "aliases-line-alone",
        Some("alias") => "aliases-line",
        Some("correction") => "aliases-line-correction",
        _ => "aliases-line-joint",
    };
    let column = |name: &'static str, column: &str| (name, Value::code(row.get(column)));
    let number = Value::code(number.to_string());
    let args = [
        ("row", number),
        column("list", "list"),
        column("found", "found"),
        column("other", "other"),
        column("file", "file"),
        column("cell", "cell"),
        column("suggestions", "suggestions"),
        column("remark", "remark"),
    ];
    locale.message(key, &args)
}

/// Writes the first suggestion of the wanted rows as their decision. Gives how many.
fn accept<'w>(
    sheet: &mut Sheet,
    wanted: impl Iterator<Item = &'w String>,
    (author, date): (&str, Date),
    reference: &Reference,
    heading: impl Fn(&'static str) -> String,
) -> Result<usize> {
    let refuse = |key: &'static str, found: &str| {
        Err(Error::setup("--accept", Value::phrase(key, [("found", Value::code(found))])))
    };
    let mut numbers = BTreeSet::new();
    for each in wanted {
        if each.eq_ignore_ascii_case("all") {
            let open = sheet.rows().filter(|(_, row)| is_open(*row, reference));
            numbers.extend(open.filter(|(_, row)| first(*row).is_some()).map(|(number, _)| number));
            continue;
        }
        let row = each.parse::<u32>().ok().and_then(|number| Some((number, sheet.row(number)?)));
        match row {
            Some((_, row)) if !is_open(row, reference) => return refuse("aliases-not-open", each),
            Some((_, row)) if first(row).is_none() => return refuse("aliases-no-suggestion", each),
            Some((number, _)) => _ = numbers.insert(number),
            None => return refuse("aliases-no-row", each),
        }
    }
    for &number in &numbers {
        let decision = sheet.row(number).and_then(first).unwrap_or("").to_owned();
        for (column, text) in [("decision", &*decision), ("author", author), ("date", &date.to_string())] {
            sheet.set(number, column, text, &heading);
        }
    }
    Ok(numbers.len())
}

/// Gives the first suggestion of a row.
fn first(row: Row<'_>) -> Option<&str> {
    row.get("suggestions").split(BETWEEN.trim()).map(str::trim).next().filter(|text| !text.is_empty())
}

/// Puts the file in place of the old one, whole or not at all.
fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    let part = file.with_extension("csv.part");
    fs::write(&part, bytes).map_err(Error::io(&part))?;
    fs::rename(&part, file).map_err(Error::io(file))
}
