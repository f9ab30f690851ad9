//! The keys of a campaign file, one row a key: what the reader accepts, what `bilan new` writes and explains.

/// What a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// A table with the keys `fr`, `ar` and `en`.
    Names,
    /// A day, such as `2026-11-12`.
    Date,
    /// A whole number.
    Whole,
    /// A number, written as text so that no digit is lost: `"10.85"`.
    Decimal,
    /// `true` or `false`.
    Flag,
    /// A list of texts.
    Texts,
    /// `"all"`, or a list of texts.
    AllOrTexts,
    /// A period: `"2026"`, `"2026-S1"`, `"2025-11-13/2026-11-12"`.
    Period,
    /// A table whose keys are free, each with a day.
    Dates,
    /// A table whose keys are free, each with a number as text.
    Decimals,
    /// A table whose keys are free, each with a whole number.
    Wholes,
}

/// One key.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The table that holds it; `party` and `rate` are lists of tables.
    pub table: &'static str,
    /// Its name. Blank where the table itself has free keys.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// False where it may be left out.
    pub needed: bool,
    /// The value that `bilan new` writes, in TOML.
    pub sample: &'static str,
}

const fn key(table: &'static str, name: &'static str, holds: Holds, sample: &'static str) -> Key {
    Key { table, name, holds, needed: true, sample }
}

const fn optional(table: &'static str, name: &'static str, holds: Holds, sample: &'static str) -> Key {
    Key { needed: false, ..key(table, name, holds, sample) }
}

/// The tables that may stand several times, written `[[party]]`.
pub const LISTS: &[&str] = &["party", "rate"];

/// Every key, in the order in which `bilan new` writes them. What each means stands in the messages, under
/// `key-<table>-<name>`.
pub const KEYS: &[Key] = &[
    key("agreement", "title", Holds::Names, r#"{ fr = "Accord d’Albi", ar = "اتفاقية ألبي", en = "Albi agreement" }"#),
    optional(
        "agreement",
        "subtitle",
        Holds::Names,
        r#"{ fr = "Partenariat entre les préfectures et provinces du Maroc et les départements de France", ar = "الشراكة بين عمالات وأقاليم المملكة المغربية وأقاليم فرنسا", en = "Partnership between the prefectures and provinces of Morocco and the départements of France" }"#,
    ),
    key("agreement", "signed_on", Holds::Date, "2025-11-13"),
    key("agreement", "years", Holds::Whole, "5"),
    key("agreement", "tacit_renewal", Holds::Flag, "true"),
    key("party", "country", Holds::Text, r#""MA""#),
    key("party", "short", Holds::Text, r#""AMPCPP""#),
    key(
        "party",
        "name",
        Holds::Names,
        r#"{ fr = "Association marocaine des présidents des conseils préfectoraux et provinciaux", ar = "الجمعية المغربية لرؤساء مجالس العمالات والأقاليم", en = "Moroccan Association of Presidents of Prefectural and Provincial Councils" }"#,
    ),
    key("party", "councils", Holds::Whole, "75"),
    optional(
        "party",
        "contact_point",
        Holds::Names,
        r#"{ fr = "Le président de l’association", ar = "رئيس الجمعية", en = "The president of the association" }"#,
    ),
    key("period", "from", Holds::Date, "2025-11-13"),
    key("period", "to", Holds::Date, "2026-11-12"),
    key(
        "period",
        "label",
        Holds::Names,
        r#"{ fr = "année 1 de l’accord", ar = "السنة الأولى من الاتفاقية", en = "year 1 of the agreement" }"#,
    ),
    optional("report", "reference_date", Holds::Date, "2027-01-15"),
    key("report", "currency", Holds::Text, r#""EUR""#),
    optional("report", "languages", Holds::Texts, r#"["fr", "ar", "en"]"#),
    optional("report", "workbooks", Holds::Texts, r#"["fr", "ar", "en"]"#),
    optional("report", "notice", Holds::Names, r#"{ fr = "", ar = "", en = "" }"#),
    optional(
        "report",
        "editions",
        Holds::Texts,
        r#"["consolidated", "summary", "associations", "territories", "themes", "pairs", "activities", "letters", "internal"]"#,
    ),
    optional("report", "small_group", Holds::Whole, "5"),
    optional("report", "print_private", Holds::Flag, "false"),
    key("returns", "due", Holds::Date, "2026-12-15"),
    optional("returns", "expected", Holds::AllOrTexts, r#""all""#),
    optional("received", "", Holds::Dates, r#""council.xlsx" = 2026-12-01"#),
    optional("rate", "from", Holds::Text, r#""EUR""#),
    optional("rate", "to", Holds::Text, r#""MAD""#),
    optional("rate", "period", Holds::Period, r#""2026""#),
    optional("rate", "rate", Holds::Decimal, r#""10.85""#),
    optional("rate", "source", Holds::Text, r#""Bank Al-Maghrib""#),
    optional("stage_probability", "", Holds::Decimals, r#"submitted = "0.3""#),
    optional("lead_days", "", Holds::Wholes, r#""*" = 45"#),
    optional("paper_days", "", Holds::Wholes, r#"quantified-letters = 30"#),
    optional("limits", "file_mib", Holds::Whole, "256"),
    optional("limits", "parts", Holds::Whole, "10000"),
    optional("limits", "unpacked_mib", Holds::Whole, "4096"),
    optional("limits", "ratio", Holds::Whole, "200"),
    optional("limits", "sheets", Holds::Whole, "1000"),
    optional("limits", "cells_million", Holds::Whole, "50"),
    optional("limits", "text_mib", Holds::Whole, "256"),
    optional("limits", "memory_mib", Holds::Whole, "1024"),
    optional("limits", "seconds", Holds::Whole, "120"),
];

/// Gives the tables, in order, each once.
pub fn tables() -> Vec<&'static str> {
    let mut tables: Vec<&str> = KEYS.iter().map(|key| key.table).collect();
    tables.dedup();
    tables
}

/// Gives the keys of one table.
pub fn keys_of(table: &str) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.table == table)
}

/// Says whether a table has free keys.
pub fn is_free(table: &str) -> bool {
    keys_of(table).any(|key| key.name.is_empty())
}
