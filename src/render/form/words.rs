//! What the notes on the headings say, and what stands in the example row.

use super::lists::by_code;
use crate::locale::Locale;
use crate::model::schema::Column;
use crate::model::{Kind, Lang};
use crate::reference::Reference;

/// Gives the note of a heading: whether it must be filled, what it holds and in which form, and what else to know.
pub fn note(locale: &Locale<'_>, column: &Column) -> String {
    let required = if column.required { "form-note-required" } else { "form-note-optional" };
    let kind = match column.kind {
        Kind::Id => "form-note-id",
        Kind::Ids => "form-note-ids",
        Kind::Text => "form-note-text",
        Kind::Prose => "form-note-prose",
        Kind::One(list) if by_code(list) => "form-note-one-code",
        Kind::One(_) => "form-note-one",
        Kind::Many(list) if by_code(list) => "form-note-many-codes",
        Kind::Many(_) => "form-note-many",
        Kind::Number => "form-note-number",
        Kind::Count => "form-note-count",
        Kind::Money => "form-note-money",
        Kind::Date => "form-note-date",
        Kind::Year => "form-note-year",
        Kind::Period => "form-note-period",
    };
    let name = column.field.name().replace('_', "-");
    let own = [format!("form-about-{}-{name}", column.sheet), format!("form-about-{name}")];
    let mut lines = vec![locale.text(required), locale.text(kind)];
    lines.extend(own.iter().find(|key| locale.has(key)).map(|key| locale.text(key)));
    if column.private {
        lines.push(locale.text("form-note-private"));
    }
    lines.join("\n")
}

/// Gives an example for a column of a list: its first entries. Other columns have examples among the messages, or
/// none.
pub fn example(reference: &Reference, column: &Column, lang: Lang) -> Option<String> {
    let word = |entry: &crate::reference::Entry, list| {
        if by_code(list) { entry.code.to_string() } else { entry.names.get(lang).to_owned() }
    };
    match column.kind {
        Kind::One(list) => reference.entries(list).first().map(|entry| word(entry, list)),
        Kind::Many(list) => {
            let words: Vec<String> = reference.entries(list).iter().take(2).map(|entry| word(entry, list)).collect();
            Some(words.join(" ; "))
        }
        _ => None,
    }
}
