//! Messages that a campaign says in its own words.

use std::collections::BTreeMap;

use super::Lang;

/// The message files of a campaign, by language: Fluent texts, checked when they were read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wording(BTreeMap<Lang, Vec<Box<str>>>);

impl Wording {
    /// Adds a file.
    pub fn add(&mut self, lang: Lang, text: &str) {
        self.0.entry(lang).or_default().push(text.into());
    }

    /// Gives the files of a language, in path order.
    pub fn of(&self, lang: Lang) -> &[Box<str>] {
        self.0.get(&lang).map_or(&[], Vec::as_slice)
    }
}
