//! A calendar without words: the days that people have to remember.

use jiff::civil::{Date, DateTime};

use super::Value;

/// One entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// What tells the entry from all others, in every run and every language.
    pub key: String,
    /// The title.
    pub title: Value,
    /// Lines of further facts.
    pub facts: Vec<Value>,
    /// The day.
    pub date: Date,
    /// The moment in universal time; `None` for a whole day.
    pub utc: Option<DateTime>,
    /// How many days ahead a reminder is due.
    pub reminders: &'static [u32],
}
