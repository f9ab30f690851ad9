//! What stands above and beneath the body of a letter.

use serde_json::{Value as Json, json};

use super::{LETTER, Setter};
use crate::model::Value;
use crate::model::report::{Letter, Report};
use crate::render::ruler::Face;

/// The width of the lines of an address and of a signature, in millimetres: half a letter.
const HALF: f64 = 75.0;

impl Setter<'_> {
    pub(super) fn letter(&self, report: &Report, letter: &Letter) -> Json {
        let lines = |values: &[Value], width| -> Vec<String> {
            values.iter().map(|value| self.narrow(value, Face::Plain, self.sizes.body, width)).collect()
        };
        json!({
            "kind": "letter",
            "title": self.narrow(&report.title, Face::Title, self.sizes.section, LETTER),
            "place": self.say(&letter.place),
            "reference": self.narrow(&letter.reference, Face::Plain, self.sizes.body, HALF),
            "addressee": lines(&letter.addressee, HALF),
            "subject": self.narrow(&letter.subject, Face::Strong, self.sizes.body, LETTER),
            "salutation": self.say(&letter.salutation),
            "closing": self.narrow(&letter.closing, Face::Plain, self.sizes.body, LETTER),
            "room": letter.room.as_ref().map(|(words, lines)| json!({"title": self.say(words), "lines": lines})),
            "signatures": letter.signatures.iter().map(|signature| json!({
                "head": self.narrow(&signature.head, Face::Strong, self.sizes.body, HALF),
                "lines": lines(&signature.lines, HALF),
            })).collect::<Vec<_>>(),
            "enclosures-head": self.word("letter-enclosures"),
            "enclosures": lines(&letter.enclosures, LETTER),
        })
    }
}
