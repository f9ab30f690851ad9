//! Reading mapping profiles: `profiles/<name>.toml`, every key known, or an error that names it and the nearest.
//!
//! ```toml
//! # Files of the source that are left aside, or sheets of a file.
//! ignore = ["transactions.csv", "grants.xlsx#Tiers"]
//!
//! [[view]]
//! file = "projects.csv"            # relative to the returns folder; * stands for any run of characters
//! sheet = "Feuille 1"              # left out: the only sheet
//! target = "activities"            # the sheet of the contract that the rows become
//! one_record_per = "activity_id"   # rows of one identifier are one record
//! missing = ["None", "N/D"]        # words that mean "not reported"
//! skip_if_blank = ["title"]        # columns whose blank cells leave the row out
//! decimal = "."                    # the decimal sign of numbers that stand as text
//! dates = "day-month"              # which stands first in dates such as 03/04/2026; else "month-day"
//! fill_down = ["activity_id"]      # columns whose blank cells take the value above: continuation rows
//! only = { country = "*SN", type = ["3", "4"] }                   # heading of the source = the rows that are read
//! [view.columns]                   # column of the contract = heading of the source
//! activity_id = "project_id"
//! partners = { heading = "donors", separator = "|" }              # several values in one cell
//! territory_ma = { heading = "place", separator = "|", part = 4 } # the fourth piece of a path
//! title = { heading = "Supplier", right = 1 }                     # the column right of a heading: its own is blank
//! lead = "Partner / Name"                                         # headings on two rows, upper and lower
//! theme = "#sector"                                               # an HXL tag under the headings
//! [view.constants]                 # what the source does not have, or leaves blank
//! currency = "USD"
//! [view.values.theme]              # source words = words of the contract; "*" stands for every other word
//! 140 = "hygiene-sanitation"
//! "*" = "territorial-development"
//!
//! [[view]]                         # adds its list columns to the records of another view; never an amount
//! file = "places.csv"
//! target = "activities"
//! adds_to = "activity_id"
//! ```

use std::collections::BTreeMap;

use toml::{Table, Value as Toml};

use super::unknown_key;
use crate::error::{Error, Result};
use crate::model::{Field, Filter, Profile, Sheet, SourceColumn, Value, View, schema};

/// The keys of a profile.
const KEYS: &[&str] = &["ignore", "view"];

/// The keys of a view.
const VIEW_KEYS: &[&str] = &[
    "file",
    "sheet",
    "target",
    "columns",
    "constants",
    "values",
    "missing",
    "one_record_per",
    "adds_to",
    "skip_if_blank",
    "decimal",
    "dates",
    "only",
    "fill_down",
];

/// The keys of a column that is more than a heading.
const COLUMN_KEYS: &[&str] = &["heading", "separator", "part", "right", "percent"];

/// Reads the text of a mapping profile.
///
/// # Errors
///
/// A text that is not TOML; a key, sheet or column that does not exist, with the nearest that does; a needed key that is
/// absent; a value of another kind than its key's.
pub fn read(name: &str, text: &str) -> Result<Profile> {
    let file = format!("profiles/{name}.toml");
    parse(name, text).map_err(|what| Error::setup(file, what))
}

fn parse(name: &str, text: &str) -> std::result::Result<Profile, Value> {
    let table: Table = text.parse().map_err(|error: toml::de::Error| {
        Value::phrase("setup-toml", [("detail", Value::code(error.to_string().trim()))])
    })?;
    known(&table, KEYS, "")?;
    let views = match table.get("view") {
        Some(Toml::Array(views)) if !views.is_empty() => views,
        Some(other) => return Err(wrong("view", other, "holds-views")),
        None => return Err(absent("view")),
    };
    let views = views
        .iter()
        .map(|entry| match entry {
            Toml::Table(table) => view(table),
            other => Err(wrong("view", other, "holds-views")),
        })
        .collect::<std::result::Result<_, _>>()?;
    Ok(Profile { name: name.into(), views, ignore: texts(&table, "ignore", "ignore")? })
}

fn view(table: &Table) -> std::result::Result<View, Value> {
    known(table, VIEW_KEYS, "view.")?;
    let need = |key: &str| text(table, key)?.ok_or_else(|| absent(&format!("view.{key}")));
    let target_name = need("target")?;
    let target: Sheet = target_name.parse().map_err(|()| {
        let names: Vec<&str> = Sheet::ALL.iter().map(|sheet| sheet.name()).collect();
        unknown_key(target_name, &names, target_name)
    })?;
    let adds_to = text(table, "adds_to")?.map(|name| field(target, name)).transpose()?;
    let one_record_per = text(table, "one_record_per")?.map(|name| field(target, name)).transpose()?;
    let columns = entries(table, "columns", target, column)?;
    if columns.is_empty() {
        return Err(absent("view.columns"));
    }
    let decimal = match text(table, "decimal")? {
        None => None,
        Some("." | "،" | ",") => text(table, "decimal")?.and_then(|sign| sign.chars().next()),
        Some(other) => return Err(wrong("view.decimal", &Toml::String(other.to_owned()), "holds-decimal-sign")),
    };
    let day_first = match text(table, "dates")? {
        None => None,
        Some("day-month") => Some(true),
        Some("month-day") => Some(false),
        Some(other) => return Err(wrong("view.dates", &Toml::String(other.to_owned()), "holds-date-order")),
    };
    let fields = |key: &str| {
        let names = texts(table, key, &format!("view.{key}"))?;
        names.iter().map(|name| field(target, name)).collect::<std::result::Result<Vec<_>, _>>()
    };
    let fill_down = fields("fill_down")?;
    // The rows of one activity are one record; elsewhere each is one of its own.
    let continued =
        (target == Sheet::Activities && fill_down.contains(&Field::ActivityId)).then_some(Field::ActivityId);
    Ok(View {
        file: need("file")?.into(),
        sheet: text(table, "sheet")?.map(Into::into),
        target,
        columns,
        constants: entries(table, "constants", target, words)?,
        values: entries(table, "values", target, |path, value| match value {
            Toml::Table(map) => map
                .iter()
                .map(|(word, meaning)| Ok((word.as_str().into(), words(&format!("{path}.{word}"), meaning)?)))
                .collect(),
            other => Err(wrong(path, other, "holds-value-map")),
        })?,
        missing: texts(table, "missing", "view.missing")?,
        one_record_per: adds_to.or(one_record_per).or(continued),
        adds_to: adds_to.is_some(),
        skip_if_blank: fields("skip_if_blank")?,
        only: only(table)?,
        day_first,
        fill_down,
        decimal,
    })
}

/// Reads which rows a view takes.
fn only(table: &Table) -> std::result::Result<Vec<Filter>, Value> {
    let entries = match table.get("only") {
        None => return Ok(Vec::new()),
        Some(Toml::Table(entries)) => entries,
        Some(other) => return Err(wrong("view.only", other, "holds-value-map")),
    };
    let one = |path: &str, value: &Toml| match value {
        Toml::Array(all) => all.iter().map(|entry| words(path, entry)).collect(),
        one => Ok(vec![words(path, one)?]),
    };
    entries
        .iter()
        .map(|(heading, value)| {
            Ok(Filter { heading: heading.as_str().into(), words: one(&format!("view.only.{heading}"), value)? })
        })
        .collect()
}

/// Reads a table whose keys are columns of a sheet.
fn entries<T>(
    table: &Table,
    key: &str,
    target: Sheet,
    read: impl Fn(&str, &Toml) -> std::result::Result<T, Value>,
) -> std::result::Result<BTreeMap<Field, T>, Value> {
    match table.get(key) {
        None => Ok(BTreeMap::new()),
        Some(Toml::Table(entries)) => entries
            .iter()
            .map(|(name, value)| Ok((field(target, name)?, read(&format!("view.{key}.{name}"), value)?)))
            .collect(),
        Some(other) => Err(wrong(&format!("view.{key}"), other, "holds-value-map")),
    }
}

fn column(path: &str, value: &Toml) -> std::result::Result<SourceColumn, Value> {
    match value {
        Toml::String(heading) => Ok(SourceColumn { heading: heading.as_str().into(), ..SourceColumn::default() }),
        Toml::Table(table) => {
            known(table, COLUMN_KEYS, &format!("{path}."))?;
            let part = match table.get("part") {
                None => None,
                Some(Toml::Integer(part)) if *part > 0 => Some(*part as usize),
                Some(other) => return Err(wrong(&format!("{path}.part"), other, "holds-whole")),
            };
            let right = match table.get("right") {
                None => 0,
                Some(Toml::Integer(right)) if (0..1000).contains(right) => *right as u16,
                Some(other) => return Err(wrong(&format!("{path}.right"), other, "holds-whole")),
            };
            let percent = match table.get("percent") {
                None => false,
                Some(Toml::Boolean(percent)) => *percent,
                Some(other) => return Err(wrong(&format!("{path}.percent"), other, "holds-yes-no")),
            };
            Ok(SourceColumn {
                right,
                percent,
                heading: text(table, "heading")?.ok_or_else(|| absent(&format!("{path}.heading")))?.into(),
                separator: text(table, "separator")?.map(Into::into),
                part,
            })
        }
        other => Err(wrong(path, other, "holds-column")),
    }
}

/// Finds a column of a sheet by its name.
fn field(sheet: Sheet, name: &str) -> std::result::Result<Field, Value> {
    let columns: Vec<_> = schema::columns(sheet).iter().filter(|column| !column.derived).collect();
    columns.iter().map(|column| column.field).find(|field| field.name() == name).ok_or_else(|| {
        let names: Vec<&str> = columns.iter().map(|column| column.field.name()).collect();
        unknown_key(name, &names, name)
    })
}

fn known(table: &Table, keys: &[&str], path: &str) -> std::result::Result<(), Value> {
    match table.keys().find(|key| !keys.contains(&key.as_str())) {
        Some(key) => Err(unknown_key(key, keys, &format!("{path}{key}"))),
        None => Ok(()),
    }
}

fn text<'t>(table: &'t Table, key: &str) -> std::result::Result<Option<&'t str>, Value> {
    match table.get(key) {
        None => Ok(None),
        Some(Toml::String(text)) => Ok(Some(text)),
        Some(other) => Err(wrong(key, other, "holds-text")),
    }
}

fn texts(table: &Table, key: &str, path: &str) -> std::result::Result<Vec<Box<str>>, Value> {
    match table.get(key) {
        None => Ok(Vec::new()),
        Some(Toml::Array(entries)) => entries.iter().map(|entry| words(path, entry)).collect(),
        Some(other) => Err(wrong(path, other, "holds-texts")),
    }
}

fn words(path: &str, value: &Toml) -> std::result::Result<Box<str>, Value> {
    match value {
        Toml::String(text) => Ok(text.as_str().into()),
        other => Err(wrong(path, other, "holds-text")),
    }
}

fn absent(path: &str) -> Value {
    Value::phrase("setup-key-absent", [("key", Value::code(path))])
}

fn wrong(path: &str, found: &Toml, expected: &'static str) -> Value {
    Value::phrase(
        "setup-value",
        [("key", Value::code(path)), ("found", Value::code(found.to_string())), ("expected", Value::key(expected))],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::model::Lang;
    use crate::reference::Reference;

    const GOOD: &str = r#"
        ignore = ["b.csv"]
        [[view]]
        file = "a.csv"
        target = "activities"
        adds_to = "activity_id"
        decimal = "."
        [view.columns]
        title = { heading = "name", right = 1 }
        activity_id = "id"
        territory_ma = { heading = "place", separator = "|", part = 4 }
        [view.values.theme]
        140 = "health"
    "#;

    #[test]
    fn a_profile_is_read() {
        let profile = read("p", GOOD).unwrap();
        let view = &profile.views[0];
        assert!(view.adds_to && view.one_record_per == Some(Field::ActivityId));
        assert_eq!(view.columns[&Field::TerritoryMa].part, Some(4));
        assert_eq!(&*view.values[&Field::Theme]["140"], "health");
    }

    #[track_caller]
    fn check(from: &str, to: &str, said: &str) {
        assert!(GOOD.contains(from), "{from}");
        let error = read("p", &GOOD.replacen(from, to, 1)).unwrap_err();
        let reference = Reference::built_in().unwrap();
        let text = Locale::plain(Lang::En, &reference).say(&error.explain());
        assert!(text.contains("profiles/p.toml") && text.contains(said), "{text}");
    }

    #[test]
    fn a_wrong_key_is_named_with_the_nearest() {
        check("adds_to", "add_to", "did you mean `adds_to`");
        check("ignore", "ignored", "did you mean `ignore`");
        check("target = \"activities\"", "target = \"activites\"", "did you mean `activities`");
        check("territory_ma", "teritory_ma", "did you mean `territory_ma`");
        check("separator", "seperator", "did you mean `separator`");
        check("part = 4", "part = \"4\"", "view.columns.territory_ma.part");
        check("file = \"a.csv\"", "", "view.file");
        check("decimal = \".\"", "decimal = \"x\"", "view.decimal");
        check("decimal = \".\"", "dates = \"dmy\"", "view.dates");
        check("decimal = \".\"", "only = { type = 3 }", "view.only.type");
        check("decimal = \".\"", "fill_down = [\"titel\"]", "did you mean `title`");
    }
}
