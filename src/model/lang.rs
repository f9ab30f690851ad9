//! The languages of editions and messages.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language in which the program reads headings, speaks and writes reports.
///
/// ```
/// use bilan::model::Lang;
/// assert_eq!("ar".parse::<Lang>(), Ok(Lang::Ar));
/// assert!(Lang::Ar.is_rtl());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// French.
    Fr,
    /// Arabic, as written in Morocco.
    Ar,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order in which editions are written.
    pub const ALL: [Lang; 3] = [Lang::Fr, Lang::Ar, Lang::En];

    /// Gives the two-letter code used in file names and options.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::Ar => "ar",
            Lang::En => "en",
        }
    }

    /// Says whether the language is written from right to left.
    pub const fn is_rtl(self) -> bool {
        matches!(self, Lang::Ar)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = ();

    /// Reads a language code; a regional suffix such as `fr-MA` or `ar_MA.UTF-8` is accepted.
    fn from_str(text: &str) -> Result<Self, ()> {
        let head = text.split(['-', '_', '.']).next().unwrap_or("");
        Lang::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(head)).ok_or(())
    }
}

/// One name in the three languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Names {
    /// The French name.
    pub fr: Box<str>,
    /// The Arabic name.
    pub ar: Box<str>,
    /// The English name.
    pub en: Box<str>,
}

impl Names {
    /// Gives the name in a language, or the French one where that is blank.
    pub fn get(&self, lang: Lang) -> &str {
        let name = match lang {
            Lang::Fr => &self.fr,
            Lang::Ar => &self.ar,
            Lang::En => &self.en,
        };
        if name.is_empty() { &self.fr } else { name }
    }

    /// Iterates over the three names.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        [&*self.fr, &*self.ar, &*self.en].into_iter()
    }
}
