//! Finding the entry of a list that a cell means.

use std::collections::BTreeMap;

use super::{Entry, fold};
use crate::model::Code;

/// What a text means in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// The code, a name in one of the three languages, or an alias.
    Exact(Code),
    /// Several entries share the text.
    Several(Vec<Code>),
    /// Nothing is equal; these are near, the nearest first, three at most.
    Near(Vec<Code>),
    /// Nothing is near.
    None,
}

/// An index of codes, names and aliases of one list, by folded spelling.
#[derive(Debug, Clone, Default)]
pub struct Matcher {
    spellings: BTreeMap<String, Vec<Code>>,
}

impl Matcher {
    /// Indexes the entries of a list.
    pub fn new<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut matcher = Matcher::default();
        for entry in entries {
            for spelling in std::iter::once(entry.code.as_str())
                .chain(entry.names.iter())
                .chain(entry.aliases.iter().map(|alias| &**alias))
            {
                matcher.add(spelling, &entry.code);
            }
        }
        matcher
    }

    /// Adds one spelling of a code. Blank spellings are passed over.
    pub fn add(&mut self, spelling: &str, code: &Code) {
        let folded = fold(spelling);
        if folded.is_empty() {
            return;
        }
        let codes = self.spellings.entry(folded).or_default();
        if !codes.contains(code) {
            codes.push(code.clone());
        }
    }

    /// Makes a spelling mean one code and no other.
    pub fn settle(&mut self, spelling: &str, code: &Code) {
        let folded = fold(spelling);
        if !folded.is_empty() {
            self.spellings.insert(folded, vec![code.clone()]);
        }
    }

    /// Finds what a text means. A spelling is near where it is at least 86 % alike (Jaro-Winkler over folded
    /// text), or where one is the beginning of the other with five letters or more.
    pub fn find(&self, text: &str) -> Match {
        let folded = fold(text);
        match self.spellings.get(&folded).map(Vec::as_slice) {
            Some([code]) => return Match::Exact(code.clone()),
            Some(codes) => return Match::Several(codes.to_vec()),
            None => {}
        }
        if folded.chars().count() < 3 {
            return Match::None;
        }
        let mut near: Vec<(f64, &Code)> = Vec::new();
        for (spelling, codes) in &self.spellings {
            let alike = strsim::jaro_winkler(&folded, spelling);
            let starts = folded.chars().count() >= 5 && spelling.starts_with(&folded);
            let alike = if starts { alike.max(0.9) } else { alike };
            if alike < 0.86 {
                continue;
            }
            for code in codes {
                match near.iter_mut().find(|entry| entry.1 == code) {
                    Some(entry) => entry.0 = entry.0.max(alike),
                    None => near.push((alike, code)),
                }
            }
        }
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        near.truncate(3);
        if near.is_empty() {
            Match::None
        } else {
            Match::Near(near.into_iter().map(|(_, code)| code.clone()).collect())
        }
    }
}
