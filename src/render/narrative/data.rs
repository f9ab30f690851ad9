//! What is known, as the data of a template: every value in the words of the language, what is missing as null.

use serde_json::{Map, Value as Json};

use super::shape::Shape;
use crate::locale::Locale;
use crate::model::Value;
use crate::model::dossier::{Known, Node};

/// Gives the data of a template. Every name of the shape is there.
pub(super) fn data(shape: &Shape, names: &Known, locale: &Locale<'_>) -> Json {
    let Shape::Group(shapes) = shape else { return Json::Null };
    let fill = |(name, shape): (&String, &Shape)| (name.clone(), node(shape, names.get(name.as_str()), locale));
    Json::Object(shapes.iter().map(fill).collect::<Map<_, _>>())
}

fn node(shape: &Shape, node: Option<&Node>, locale: &Locale<'_>) -> Json {
    match (shape, node) {
        (Shape::Group(_), Some(Node::Group(names))) => data(shape, names, locale),
        (Shape::Group(_), _) => data(shape, &Known::new(), locale),
        (Shape::Rows(row), Some(Node::Rows(rows))) => {
            let row = Shape::Group(row.clone());
            rows.iter().map(|names| data(&row, names, locale)).collect()
        }
        (Shape::Rows(_), _) => Json::Array(Vec::new()),
        (_, Some(Node::Flag(flag))) => Json::Bool(*flag),
        (_, Some(Node::Value(value))) => text(value, locale),
        _ => Json::Null,
    }
}

/// Gives a value in words; what says nothing is missing.
fn text(value: &Value, locale: &Locale<'_>) -> Json {
    if matches!(value, Value::Missing | Value::Empty) {
        return Json::Null;
    }
    let text = locale.say(value);
    let blank = text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{2066}'..='\u{2069}'));
    if blank { Json::Null } else { Json::String(text) }
}
