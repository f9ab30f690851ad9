//! The reference lists: territories, themes, indicators, funders and the words people use for headings.
//!
//! Every list is a csv file of `inputs/reference`, built into the program; a campaign may replace any of them by a file
//! of the same name. Sources and doubts stand in `inputs/reference/SOURCES.md`.

pub mod budget;
mod calls;
mod fold;
mod hxl;
mod load;
mod matching;
mod own;
pub mod plan;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

pub use calls::{Base, BudgetHeading, BudgetSide, Call, CallRule, Case};
pub use fold::{fold, invisible, western};
pub use hxl::Tag;
pub use load::VALUE_LISTS;
pub use matching::{Match, Matcher};
use rust_decimal::Decimal;

use crate::error::{Error, Result};
use crate::model::wording::Wording;
use crate::model::{Code, Field, Lang, List, Measure, Names, Sheet, Value};

/// One entry of a list: its code, its name in three languages and how else people write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The code.
    pub code: Code,
    /// The names.
    pub names: Names,
    /// Other spellings.
    pub aliases: Vec<Box<str>>,
}

/// One territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Territory {
    /// The ISO 3166-2 code.
    pub code: Code,
    /// `MA` or `FR`.
    pub country: Code,
    /// `prefecture`, `province`, `departement`, `metropole` or `collectivite`.
    pub kind: Box<str>,
    /// The region's name; English readers get the French one.
    pub region: Names,
    /// Inhabitants, and the year they were counted.
    pub population: Option<(u64, i16)>,
}

/// One theme of the agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// The slug.
    pub code: Code,
    /// The sustainable development goals it serves, by number.
    pub goals: Vec<u8>,
    /// The group of its indicators, such as `T9`.
    pub group: Box<str>,
    /// Whether the agreement names it for North-South work.
    pub north_south: bool,
}

/// Where a funding stage stands in the life of an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// The code.
    pub code: Code,
    /// Its rank, from 1.
    pub order: u32,
    /// `open`, `won` or `lost`.
    pub phase: Box<str>,
    /// Whether it counts in success rates.
    pub decided: bool,
    /// The stages of which one comes before it; none where an application may begin with it.
    pub after: Vec<Code>,
}

/// One indicator of the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// The code, such as `T10.1` or `X3-budget`.
    pub code: Code,
    /// The group: `T1` to `T12`, or `X1` to `X16`.
    pub group: Box<str>,
    /// What it is called.
    pub names: Names,
    /// How it is defined.
    pub definitions: Names,
    /// `output`, `outcome`, `context` or what else the catalogue says.
    pub level: Box<str>,
    /// A code of `units.csv`.
    pub unit: Code,
    /// True where its readings count people: by its unit, or because both sides of its quotient do.
    pub people: bool,
    /// How it lives in time.
    pub nature: Nature,
    /// Whether a larger value is better.
    pub direction: Direction,
    /// How parts are put together, as the catalogue says: `sum`, `latest`, `ratio`, `distinct-union`…
    pub aggregation: Box<str>,
    /// What it counts.
    pub measure: Measure,
    /// The measure as written.
    pub formula: Box<str>,
    /// Whether a total over territories is allowed, and the reason where it is not.
    pub no_total: Option<Names>,
    /// How the workbook can write it: `yes`, `helper` or `value`.
    pub excel: Box<str>,
    /// Where the definition comes from.
    pub source: Box<str>,
}

/// How an indicator lives in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// What happened in a period.
    Flow,
    /// What stands at a day.
    Stock,
    /// A flow since the start.
    Cumulative,
    /// A quotient.
    Ratio,
    /// An ordered grade.
    Ordinal,
}

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Larger is better.
    Up,
    /// Smaller is better.
    Down,
    /// Neither.
    Neutral,
}

/// A commitment of the agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// The code.
    pub code: Code,
    /// The indicators whose figures speak of it.
    pub figures: Vec<Code>,
}

/// One unit, with the words for its plurals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The code.
    pub code: Code,
    /// French: one, several.
    pub fr: [Box<str>; 2],
    /// English: one, several.
    pub en: [Box<str>; 2],
    /// Arabic: one, two, few (3–10), many (11–99), other.
    pub ar: [Box<str>; 5],
    /// Decimals shown.
    pub decimals: u8,
    /// True where the things counted are people.
    pub people: bool,
}

/// One heading that people write for a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The column.
    pub field: Field,
    /// The sheet in which it means that; `None` for any.
    pub sheet: Option<Sheet>,
    /// The language.
    pub lang: Lang,
    /// The heading.
    pub text: Box<str>,
}

/// Every list of a campaign.
#[derive(Debug, Clone)]
pub struct Reference {
    lists: BTreeMap<List, Vec<Entry>>,
    /// The lists whose names a formula may ask for.
    distinct: BTreeSet<List>,
    matchers: BTreeMap<List, Matcher>,
    /// The spellings that people decided, folded, by list; with the row of the decision.
    aliases: BTreeMap<List, BTreeMap<String, u32>>,
    /// The territories, Morocco first, in list order.
    pub territories: Vec<Territory>,
    /// The thirteen themes, in the agreement's order.
    pub themes: Vec<Theme>,
    /// The funding stages, in order.
    pub stages: Vec<Stage>,
    /// The indicators, in catalogue order.
    pub indicators: Vec<Indicator>,
    /// The units.
    pub units: Vec<Unit>,
    /// The commitments of the agreement, in its order.
    pub commitments: Vec<Commitment>,
    /// The calls for proposals: the built-in ones, then the campaign's own.
    pub calls: Vec<Call>,
    /// The headings of the budget forms, in the order of each form.
    pub budget_headings: Vec<BudgetHeading>,
    /// The policy markers of the DAC, by code and name.
    pub markers: Matcher,
    /// The scores that a policy marker may have.
    pub scores: Vec<Code>,
    /// The headings.
    pub headings: Vec<Heading>,
    /// The names of sheets: sheet, language, name.
    pub sheet_names: Vec<(Sheet, Lang, Box<str>)>,
    /// What HXL tags stand for.
    pub tags: Vec<Tag>,
    /// The messages that the campaign says in its own words.
    pub wording: Wording,
}

/// Gives the bytes of a list by file name: a campaign's own, else the built-in one.
pub type Source<'a> = &'a dyn Fn(&str) -> Result<Cow<'static, [u8]>>;

impl Reference {
    /// Reads the built-in lists.
    ///
    /// # Errors
    ///
    /// As [`Reference::load`]; a test reads them, so that a release never fails here.
    pub fn built_in() -> Result<Reference> {
        Reference::load(&|name| {
            crate::assets::reference(name)
                .map(Cow::Borrowed)
                .ok_or_else(|| Error::setup(name, Value::key("setup-list-absent")))
        })
    }

    /// Gives the entries of a list, in its order; an unknown list is empty.
    pub fn entries(&self, list: List) -> &[Entry] {
        self.lists.get(&list).map_or(&[], Vec::as_slice)
    }

    /// Says whether the names of a list tell its entries apart in every language, so that a formula may ask for a name.
    pub fn is_distinct(&self, list: List) -> bool {
        self.distinct.contains(&list)
    }

    /// Gives the names of all entries of all lists, in every language.
    pub fn names(&self) -> impl Iterator<Item = &Names> {
        self.lists.values().flatten().map(|entry| &entry.names)
    }

    /// Gives an entry by its code.
    pub fn entry(&self, list: List, code: &str) -> Option<&Entry> {
        self.entries(list).iter().find(|entry| entry.code == *code)
    }

    /// Finds what a text means in a list.
    pub fn find(&self, list: List, text: &str) -> Match {
        self.matchers.get(&list).map_or(Match::None, |matcher| matcher.find(text))
    }

    /// Finds the one entry of a list that a text is equal to.
    pub fn exact(&self, list: List, text: &str) -> Option<Code> {
        self.matchers.get(&list)?.exact(text)
    }

    /// Makes a text a spelling of an entry, as the decision of a row says. One of the list of all territories also
    /// holds in the list of its own country.
    pub fn decide(&mut self, list: List, text: &str, code: &Code, row: u32) {
        let lists: &[List] = match list {
            List::Territories => &[List::Territories, List::TerritoriesMa, List::TerritoriesFr],
            _ => &[list],
        };
        for &list in lists {
            if self.entry(list, code).is_some()
                && let Some(matcher) = self.matchers.get_mut(&list)
            {
                matcher.settle(text, code);
                self.aliases.entry(list).or_default().insert(fold(text), row);
            }
        }
    }

    /// Gives the spellings of a list that people decided: folded text and row of the decision.
    pub fn decided(&self, list: List) -> Option<&BTreeMap<String, u32>> {
        self.aliases.get(&list)
    }

    /// Gives a name, or the code itself where the list does not know it.
    pub fn name<'a>(&'a self, list: List, code: &'a str, lang: Lang) -> &'a str {
        self.entry(list, code).map_or(code, |entry| entry.names.get(lang))
    }

    /// Gives the two countries of the territories, that of the first row first; blank where there is no second.
    pub fn countries(&self) -> [&str; 2] {
        let first = self.territories.first().map_or("", |territory| &territory.country);
        let other = self.territories.iter().find(|territory| territory.country != *first);
        [first, other.map_or("", |territory| &territory.country)]
    }

    /// Gives a territory by its code.
    pub fn territory(&self, code: &str) -> Option<&Territory> {
        self.territories.iter().find(|territory| territory.code == *code)
    }

    /// Gives a theme by its slug.
    pub fn theme(&self, code: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.code == *code)
    }

    /// Gives a funding stage by its code.
    pub fn stage(&self, code: &str) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.code == *code)
    }

    /// Gives a call for proposals by its code.
    pub fn call(&self, code: &str) -> Option<&Call> {
        self.calls.iter().find(|call| call.code == *code)
    }

    /// Gives an indicator by its code.
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.code == *code)
    }

    /// Gives a unit by its code.
    pub fn unit(&self, code: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.code == *code)
    }

    /// Gives the heading that the blank form prints for a column: the first of the sheet, else the first of any sheet.
    pub fn heading(&self, sheet: Sheet, field: Field, lang: Lang) -> &str {
        let of = |wanted: Option<Sheet>| {
            self.headings
                .iter()
                .find(move |heading| heading.field == field && heading.lang == lang && heading.sheet == wanted)
        };
        of(Some(sheet)).or_else(|| of(None)).map_or(field.name(), |heading| &heading.text)
    }

    /// Gives the name that the blank form prints for a sheet.
    pub fn sheet_name(&self, sheet: Sheet, lang: Lang) -> &str {
        self.sheet_names.iter().find(|name| name.0 == sheet && name.1 == lang).map_or(sheet.name(), |name| &name.2)
    }
}

impl Unit {
    /// Gives the word for a number of this unit, in the plural that the language asks for.
    ///
    /// Arabic takes 1, 2, 3–10, 11–99 and the rest by the last two digits, as CLDR does; a number with decimals takes
    /// the last form.
    pub fn word(&self, number: Decimal, lang: Lang) -> &str {
        let whole = number.is_integer();
        match lang {
            Lang::Fr => &self.fr[usize::from(number.abs() >= Decimal::TWO)],
            Lang::En => &self.en[usize::from(number != Decimal::ONE)],
            Lang::Ar => {
                let last = (number.abs() % Decimal::ONE_HUNDRED).to_string().parse::<u32>().unwrap_or(0);
                let form = match last {
                    _ if !whole => 4,
                    _ if number == Decimal::ONE => 0,
                    _ if number == Decimal::TWO => 1,
                    3..=10 => 2,
                    11..=99 => 3,
                    _ => 4,
                };
                &self.ar[form]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_lists_load_and_their_columns_exist() {
        let reference = Reference::built_in().unwrap();
        assert_eq!(reference.themes.len(), 13);
        assert_eq!(reference.entries(List::TerritoriesMa).len(), 75);
        for column in crate::model::schema::COLUMNS {
            if let crate::model::Kind::One(list) | crate::model::Kind::Many(list) = column.kind {
                assert!(!reference.entries(list).is_empty(), "{list:?} is empty");
            }
            if !column.derived {
                for lang in Lang::ALL {
                    let heading = reference.heading(column.sheet, column.field, lang);
                    assert_ne!(heading, column.field.name(), "no {lang} heading for {}.{}", column.sheet, column.field);
                }
            }
        }
    }

    #[test]
    fn a_name_an_alias_and_a_near_miss() {
        let reference = Reference::built_in().unwrap();
        assert_eq!(
            reference.find(List::Territories, "Préfecture d'Agadir Ida-Outanane"),
            Match::Exact("MA-AGD".into())
        );
        assert_eq!(reference.find(List::Territories, "Agadir Ida-Outane"), Match::Near(vec!["MA-AGD".into()]));
        assert_eq!(reference.find(List::Territories, "Atlantis"), Match::None);
    }
}
