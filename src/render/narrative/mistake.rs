//! What is wrong with a template, and where.

use handlebars::{RenderError, TemplateError, TemplateErrorReason};

use crate::error::Error;
use crate::model::Value;

/// How many known names a mistake offers.
const OFFERED: usize = 3;

/// One mistake in a template.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::render) struct Mistake {
    key: &'static str,
    found: Box<str>,
    nearest: Vec<Value>,
    place: Option<(usize, usize)>,
}

impl Mistake {
    /// Makes a mistake of what was found and what could be meant.
    pub fn of(key: &'static str, found: &str, nearest: Vec<Value>) -> Box<Mistake> {
        Box::new(Mistake { key, found: found.into(), nearest, place: None })
    }

    /// Sets line and column, both from 1; the innermost place stays.
    pub fn at(mut self: Box<Self>, place: (usize, usize)) -> Box<Mistake> {
        self.place.get_or_insert(place);
        self
    }

    /// Makes the error for a reader; `name` is the file as the user knows it.
    pub fn error(self, name: &str) -> Error {
        let (line, column) = self.place.unwrap_or((1, 1));
        let args = [("found", Value::code(&self.found)), ("nearest", Value::List(self.nearest))];
        Error::setup(format!("{name}:{line}:{column}"), Value::phrase(self.key, args))
    }

    /// Reads what the template language says of a text that it can't read.
    pub fn unreadable(source: &str, error: &TemplateError) -> Box<Mistake> {
        let place = error.pos().unwrap_or((1, 1));
        match error.reason() {
            TemplateErrorReason::MismatchingClosedHelper(opened, closed) => {
                Mistake::of("narrative-mismatch", closed, vec![Value::code(opened)]).at(place)
            }
            _ => match unclosed(source) {
                Some((name, place)) => Mistake::of("narrative-unclosed", name, Vec::new()).at(place),
                None => {
                    let line = source.lines().nth(place.0.saturating_sub(1)).unwrap_or_default().trim();
                    Mistake::of("narrative-syntax", line, Vec::new()).at(place)
                }
            },
        }
    }

    /// Reads what the template language says of a template that it can't run.
    pub fn stopped(error: &RenderError) -> Box<Mistake> {
        let place = error.line_no.zip(error.column_no).unwrap_or((1, 1));
        Mistake::of("narrative-stopped", &error.reason().to_string(), Vec::new()).at(place)
    }
}

/// Finds the last block that is opened and not closed, with its line and column.
fn unclosed(source: &str) -> Option<(&str, (usize, usize))> {
    let mut open: Vec<(&str, (usize, usize))> = Vec::new();
    let mut from = 0;
    while let Some(start) = source[from..].find("{{").map(|at| from + at) {
        let tag = &source[start + 2..];
        if let Some(comment) = tag.strip_prefix("!--") {
            from = comment.find("--}}").map_or(source.len(), |end| start + 5 + end);
            continue;
        }
        from = start + 2;
        let tag = tag.trim_start_matches('~');
        let name = |tag: &'_ str| tag.len() - tag.trim_start_matches(|c: char| c.is_alphanumeric() || c == '-').len();
        if let Some(tag) = tag.strip_prefix('#') {
            let tag = tag.trim_start();
            let before = &source[..start];
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            open.push((&tag[..name(tag)], (before.matches('\n').count() + 1, column)));
        } else if let Some(tag) = tag.strip_prefix('/') {
            let tag = tag.trim_start();
            if open.last().is_some_and(|(opened, _)| *opened == &tag[..name(tag)]) {
                open.pop();
            }
        }
    }
    open.pop()
}

/// Gives the known names that are most like what was found.
pub(in crate::render) fn nearest<'k>(found: &str, known: impl Iterator<Item = &'k str>) -> Vec<Value> {
    // A name is often right but for the group before it.
    let last = |path: &str| path.rsplit(['.', '/']).next().unwrap_or_default().to_lowercase();
    let (whole, end) = (found.to_lowercase(), last(found));
    let alike = |name: &str| {
        let inner = strsim::jaro_winkler(&end, &last(name)) * 0.98;
        strsim::jaro_winkler(&whole, &name.to_lowercase()).max(inner)
    };
    let mut names: Vec<(f64, &str)> = known.map(|name| (alike(name), name)).collect();
    names.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    names.dedup_by(|a, b| a.1 == b.1);
    names.into_iter().take(OFFERED).map(|(_, name)| Value::code(name)).collect()
}
