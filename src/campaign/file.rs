//! Reading `campaign.toml`: every key known, every value of its kind, or an error that names the key.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use toml::{Table, Value as Toml};

use super::keys::{self, Holds, Key, LISTS};
use crate::error::{Error, Result};
use crate::model::{Agreement, Code, Edition, Lang, Limits, Names, Party, Period, Rate, Rates, Settings, Value};

/// The name of the campaign file, in the campaign's folder.
pub const FILE: &str = "campaign.toml";

/// Reads the text of a campaign file.
///
/// `today` stands for the reference date where neither the file nor `date` gives one; `date` wins over the file.
///
/// # Errors
///
/// A text that is not TOML; a key that is not of [`keys::KEYS`], with the nearest that is; a needed key that is absent;
/// a value of another kind than its key's.
pub fn read(text: &str, date: Option<Date>, today: Date) -> Result<(Settings, Limits)> {
    let table: Table = text
        .parse()
        .map_err(|error: toml::de::Error| wrong("setup-toml", [("detail", Value::code(error.to_string().trim()))]))?;
    for (name, value) in &table {
        known(name, keys::tables(), name)?;
        for part in parts(name, value)? {
            if !keys::is_free(name) {
                for key in part.keys() {
                    known(key, keys::keys_of(name).map(|key| key.name).collect(), &format!("{name}.{key}"))?;
                }
            }
        }
    }
    let file = Reader { table: &table };
    Ok((settings(&file, date, today)?, limits(&file)?))
}

/// Reads what one returned file may cost; what is not given stays as it is.
fn limits(file: &Reader<'_>) -> Result<Limits> {
    let mut limits = Limits::default();
    if !file.table.contains_key("limits") {
        return Ok(limits);
    }
    let part = file.part("limits")?;
    let keys: [(&str, &mut u64, u64); 9] = [
        ("file_mib", &mut limits.file_bytes, 1 << 20),
        ("parts", &mut limits.parts, 1),
        ("unpacked_mib", &mut limits.unpacked_bytes, 1 << 20),
        ("ratio", &mut limits.ratio, 1),
        ("sheets", &mut limits.sheets, 1),
        ("cells_million", &mut limits.cells, 1_000_000),
        ("text_mib", &mut limits.text_bytes, 1 << 20),
        ("memory_mib", &mut limits.memory_bytes, 1 << 20),
        ("seconds", &mut limits.seconds, 1),
    ];
    for (key, limit, unit) in keys {
        if part.optional(key).is_some() {
            *limit = u64::from(part.whole(key)?) * unit;
        }
    }
    Ok(limits)
}

fn settings(file: &Reader<'_>, date: Option<Date>, today: Date) -> Result<Settings> {
    let parties = file.list("party")?.into_iter().map(|part| party(&part)).collect::<Result<Vec<_>>>()?;
    let parties: [Party; 2] = parties
        .try_into()
        .map_err(|given: Vec<Party>| wrong("setup-two-parties", [("found", Value::count(given.len() as u64))]))?;
    let agreement = file.part("agreement")?;
    let (period, report, returns) = (file.part("period")?, file.part("report")?, file.part("returns")?);
    let (from, to) = (period.date("from")?, period.date("to")?);
    if from > to {
        return Err(wrong("setup-period", [("from", from.into()), ("to", to.into())]));
    }
    let reference_date = match (date, report.optional("reference_date")) {
        (Some(date), _) => date,
        (None, Some(_)) => report.date("reference_date")?,
        (None, None) => today,
    };
    let spoken = |key| match report.optional(key) {
        Some(_) => report
            .texts(key)?
            .iter()
            .map(|text| text.parse().map_err(|()| wrong("setup-language", [("found", Value::code(text))])))
            .collect::<Result<Vec<Lang>>>(),
        None => Ok(Lang::ALL.to_vec()),
    };
    Ok(Settings {
        agreement: Agreement {
            title: agreement.names("title")?,
            subtitle: agreement.optional("subtitle").map_or(Ok(Names::default()), |_| agreement.names("subtitle"))?,
            signed_on: agreement.date("signed_on")?,
            years: agreement.whole("years")?.max(1),
            tacit_renewal: agreement.flag("tacit_renewal", true)?,
            parties,
        },
        period: Period { from, to },
        period_label: period.names("label")?,
        reference_date,
        due: returns.date("due")?,
        notice: report.optional("notice").map_or(Ok(Names::default()), |_| report.names("notice"))?,
        expected: match returns.optional("expected") {
            None => None,
            Some(Toml::String(all)) if all == "all" => None,
            Some(_) => Some(returns.texts("expected")?.into_iter().map(Code::from).collect()),
        },
        rates: Rates {
            report_currency: report.text("currency")?.into(),
            rates: file.list("rate")?.iter().map(rate).collect::<Result<_>>()?,
        },
        languages: spoken("languages")?,
        workbooks: spoken("workbooks")?,
        editions: match report.optional("editions") {
            Some(_) => report.texts("editions")?.into_iter().map(edition).collect::<Result<_>>()?,
            None => Edition::all(),
        },
        small_group: report.optional("small_group").map_or(Ok(SMALL_GROUP), |_| report.whole("small_group"))?,
        stage_probability: file.free("stage_probability", |part, key| {
            let probability = part.decimal(key)?;
            let fraction = (Decimal::ZERO..=Decimal::ONE).contains(&probability);
            if fraction { Ok((key.into(), probability)) } else { Err(part.wrong_value(key, Holds::Decimals)) }
        })?,
        lead_days: file.free("lead_days", |part, key| Ok((key.into(), part.whole(key)?)))?,
        paper_days: file.free("paper_days", |part, key| Ok((key.into(), part.whole(key)?)))?,
        received: file.free("received", |part, key| Ok((key.into(), part.date(key)?)))?,
        print_private: report.flag("print_private", false)?,
    })
}

/// Groups of fewer people are masked where the campaign says nothing else.
const SMALL_GROUP: u32 = 5;

fn edition(name: &str) -> Result<Edition> {
    let named = Edition::ALL.iter().find(|(_, known)| *known == name);
    named.map(|(edition, _)| *edition).ok_or_else(|| {
        let names = Edition::ALL.map(|(_, known)| known);
        Error::setup(FILE, super::unknown_key(name, &names, &format!("report.editions: {name}")))
    })
}

fn party(part: &Part<'_>) -> Result<Party> {
    Ok(Party {
        country: part.text("country")?.into(),
        name: part.names("name")?,
        short: part.text("short")?.into(),
        councils: part.whole("councils")?,
        contact_point: part.optional("contact_point").map_or(Ok(Names::default()), |_| part.names("contact_point"))?,
    })
}

fn rate(part: &Part<'_>) -> Result<Rate> {
    let period = part.text("period")?;
    let rate = part.decimal("rate")?;
    if !(Decimal::new(1, 6)..=Decimal::from(1_000_000)).contains(&rate) {
        return Err(part.wrong_value("rate", Holds::Decimal));
    }
    Ok(Rate {
        from: part.text("from")?.into(),
        to: part.text("to")?.into(),
        period: Period::parse(period).ok_or_else(|| part.wrong_value("period", Holds::Period))?,
        rate,
        source: part.text("source")?.into(),
    })
}

/// The whole file.
struct Reader<'a> {
    table: &'a Table,
}

impl<'a> Reader<'a> {
    fn part(&self, name: &'static str) -> Result<Part<'a>> {
        match self.table.get(name) {
            Some(Toml::Table(table)) => Ok(Part { name, table }),
            Some(_) => Err(wrong("setup-table", [("key", Value::code(name))])),
            None => Err(wrong("setup-table-absent", [("key", Value::code(name))])),
        }
    }

    fn list(&self, name: &'static str) -> Result<Vec<Part<'a>>> {
        match self.table.get(name) {
            Some(value) => Ok(parts(name, value)?.into_iter().map(|table| Part { name, table }).collect()),
            None => Ok(Vec::new()),
        }
    }

    fn free<K: Ord, V>(
        &self,
        name: &'static str,
        read: impl Fn(&Part<'a>, &str) -> Result<(K, V)>,
    ) -> Result<BTreeMap<K, V>> {
        if !self.table.contains_key(name) {
            return Ok(BTreeMap::new());
        }
        let part = self.part(name)?;
        part.table.keys().map(|key| read(&part, key)).collect()
    }
}

/// One table of the file.
struct Part<'a> {
    name: &'static str,
    table: &'a Table,
}

impl<'a> Part<'a> {
    fn optional(&self, key: &str) -> Option<&'a Toml> {
        self.table.get(key)
    }

    fn value(&self, key: &str) -> Result<&'a Toml> {
        self.table.get(key).ok_or_else(|| wrong("setup-key-absent", [("key", Value::code(self.path(key)))]))
    }

    fn path(&self, key: &str) -> String {
        format!("{}.{key}", self.name)
    }

    fn wrong_value(&self, key: &str, holds: Holds) -> Error {
        let found = self.table.get(key).map(ToString::to_string).unwrap_or_default();
        wrong(
            "setup-value",
            [
                ("key", Value::code(self.path(key))),
                ("found", Value::code(found)),
                ("expected", Value::key(describe(holds))),
            ],
        )
    }

    fn text(&self, key: &str) -> Result<&'a str> {
        self.value(key)?.as_str().ok_or_else(|| self.wrong_value(key, Holds::Text))
    }

    fn texts(&self, key: &str) -> Result<Vec<&'a str>> {
        let wrong = || self.wrong_value(key, Holds::Texts);
        self.value(key)?.as_array().ok_or_else(wrong)?.iter().map(|value| value.as_str().ok_or_else(wrong)).collect()
    }

    fn date(&self, key: &str) -> Result<Date> {
        let value = self.value(key)?;
        let text = match value {
            Toml::Datetime(date) => date.to_string(),
            Toml::String(text) => text.clone(),
            _ => String::new(),
        };
        text.parse().map_err(|_| self.wrong_value(key, Holds::Date))
    }

    fn whole(&self, key: &str) -> Result<u32> {
        let number = self.value(key)?.as_integer().and_then(|number| u32::try_from(number).ok());
        number.ok_or_else(|| self.wrong_value(key, Holds::Whole))
    }

    fn decimal(&self, key: &str) -> Result<Decimal> {
        let text = match self.value(key)? {
            Toml::String(text) => text.clone(),
            Toml::Integer(number) => number.to_string(),
            _ => String::new(),
        };
        text.trim().parse().map_err(|_| self.wrong_value(key, Holds::Decimal))
    }

    fn flag(&self, key: &str, otherwise: bool) -> Result<bool> {
        match self.optional(key) {
            None => Ok(otherwise),
            Some(value) => value.as_bool().ok_or_else(|| self.wrong_value(key, Holds::Flag)),
        }
    }

    fn names(&self, key: &str) -> Result<Names> {
        let table = self.value(key)?.as_table().ok_or_else(|| self.wrong_value(key, Holds::Names))?;
        for name in table.keys() {
            known(name, vec!["fr", "ar", "en"], &format!("{}.{name}", self.path(key)))?;
        }
        let of = |lang: Lang| table.get(lang.code()).and_then(Toml::as_str).unwrap_or("").into();
        Ok(Names { fr: of(Lang::Fr), ar: of(Lang::Ar), en: of(Lang::En) })
    }
}

/// Gives the tables under a name: one, or several where the name may stand several times.
fn parts<'a>(name: &str, value: &'a Toml) -> Result<Vec<&'a Table>> {
    let wrong = || wrong("setup-table", [("key", Value::code(name))]);
    if LISTS.contains(&name) {
        value.as_array().ok_or_else(wrong)?.iter().map(|part| part.as_table().ok_or_else(wrong)).collect()
    } else {
        Ok(vec![value.as_table().ok_or_else(wrong)?])
    }
}

/// Refuses a key that is not known, with the nearest that is.
fn known(key: &str, names: Vec<&'static str>, path: &str) -> Result<()> {
    if names.contains(&key) {
        return Ok(());
    }
    Err(Error::setup(FILE, super::unknown_key(key, &names, path)))
}

fn wrong<const N: usize>(key: &'static str, args: [(&'static str, Value); N]) -> Error {
    Error::setup(FILE, Value::phrase(key, args))
}

/// Gives the message that says what a kind of value looks like.
pub const fn describe(holds: Holds) -> &'static str {
    match holds {
        Holds::Text => "holds-text",
        Holds::Names => "holds-names",
        Holds::Date => "holds-date",
        Holds::Whole => "holds-whole",
        Holds::Decimal => "holds-decimal",
        Holds::Flag => "holds-flag",
        Holds::Texts => "holds-texts",
        Holds::AllOrTexts => "holds-all-or-texts",
        Holds::Period => "holds-period",
        Holds::Dates => "holds-dates",
        Holds::Decimals => "holds-decimals",
        Holds::Wholes => "holds-wholes",
    }
}

/// Gives the message that explains a key.
pub fn explain(key: &Key) -> String {
    let name = [key.table, key.name].join("-");
    format!("key-{}", name.trim_end_matches('-').replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::reference::Reference;

    const TODAY: Date = jiff::civil::date(2027, 2, 1);

    fn sample() -> String {
        crate::cli::sample(&Locale::plain(Lang::En, &Reference::built_in().unwrap()))
    }

    #[track_caller]
    fn check(change: (&str, &str), expected: &str) {
        let text = sample().replace(change.0, change.1);
        let error = read(&text, None, TODAY).unwrap_err();
        let reference = Reference::built_in().unwrap();
        let said = Locale::plain(Lang::En, &reference).say(&error.explain());
        assert!(said.contains(expected), "{said}");
    }

    #[test]
    fn the_written_sample_is_read_back() {
        let (settings, limits) = read(&sample(), None, TODAY).unwrap();
        assert_eq!(limits, Limits::default());
        assert_eq!(settings.agreement.parties[1].councils, 104);
        assert_eq!(settings.rates.rates[0].rate, Decimal::new(1085, 2));
        assert_eq!(settings.cutoff(), jiff::civil::date(2026, 11, 12));
    }

    #[test]
    fn limits_are_set_one_by_one() {
        let text = sample().replace("seconds = 120", "seconds = 5").replace("file_mib = 256\n", "");
        let (_, limits) = read(&text, None, TODAY).unwrap();
        assert_eq!(limits, Limits { seconds: 5, ..Limits::default() });
        check(("ratio = 200", "ratio = \"200\""), "limits.ratio");
        check(("memory_mib", "memory"), "memory_mib");
    }

    #[test]
    fn a_date_given_by_hand_wins() {
        let date = jiff::civil::date(2026, 6, 30);
        assert_eq!(read(&sample(), Some(date), TODAY).unwrap().0.reference_date, date);
    }

    #[test]
    fn errors_name_the_key_and_the_nearest_known_one() {
        check(("signed_on", "signedon"), "signed_on");
        check(("[period]", "[perriod]"), "period");
        check(("years = 5", "years = \"five\""), "agreement.years");
        check(("due = 2026-12-15\n", ""), "returns.due");
        check(("rate = \"10.85\"", "rate = \"ten\""), "rate.rate");
        check(("rate = \"10.85\"", "rate = \"1e25\""), "rate.rate");
        check(("rate = \"10.85\"", "rate = \"1000000000000000000\""), "rate.rate");
        check(("[agreement]", "[agreement"), "campaign.toml");
    }
}
