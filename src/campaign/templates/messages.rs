//! Message files of a campaign: each holds only the messages that it says in other words.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::parser;

use super::nearest;
use crate::assets;
use crate::error::{Error, Result};
use crate::model::{Lang, Value};

/// The variables of the built-in messages: of each message by its key, of each attribute by key and name, `a.b`.
pub(super) struct Known {
    lang: Lang,
    variables: BTreeMap<String, BTreeSet<String>>,
    plurals: BTreeMap<String, BTreeSet<String>>,
}

impl Known {
    /// Reads the built-in messages of a language, and which of their numbers choose plurals in any language.
    pub fn of(lang: Lang) -> Known {
        let mut known = Known { lang, variables: BTreeMap::new(), plurals: BTreeMap::new() };
        for each in Lang::ALL {
            for (_, bytes) in assets::folder(&format!("messages/{each}")) {
                let text = String::from_utf8_lossy(bytes);
                let resource = parser::parse(&*text).unwrap_or_else(|(resource, _)| resource);
                for (key, found) in patterns(&resource) {
                    if each == lang {
                        known
                            .variables
                            .insert(key.clone(), found.variables.iter().map(|name| plain(name).into()).collect());
                    }
                    known.plurals.entry(key).or_default().extend(found.variables.into_iter().map(str::to_owned));
                }
            }
        }
        known
    }

    /// Checks a file of a campaign; `path` is its path as the user knows it.
    ///
    /// # Errors
    ///
    /// What can't be read, a key that does not exist, other variables than the built-in message has.
    pub fn check(&self, path: &str, text: &str) -> Result<()> {
        let at = |line: usize, what: Value| Error::setup(format!("{path}:{line}"), what);
        let resource = parser::parse(text).map_err(|(_, errors)| {
            let place = errors.first().map_or(0, |error| error.slice.as_ref().unwrap_or(&error.pos).start);
            let before = text.get(..place).unwrap_or_default();
            let line = before.matches('\n').count();
            let found = text.lines().nth(line).unwrap_or_default().trim();
            at(line + 1, Value::phrase("setup-message-syntax", [("found", Value::code(found))]))
        })?;
        if let Some(term) = resource.body.iter().find_map(|entry| match entry {
            Entry::Term(term) => Some(format!("-{}", term.id.name)),
            _ => None,
        }) {
            return Err(at(
                line_of(text, &term),
                Value::phrase("setup-message-foreign", [("found", Value::code(term))]),
            ));
        }
        for (key, found) in patterns(&resource) {
            let head = key.split('.').next().unwrap_or(&key);
            let line = line_of(text, head);
            let Some(expected) = self.variables.get(&key) else {
                let near = nearest(&key, self.variables.keys().map(String::as_str));
                let args = [
                    ("key", Value::code(&key)),
                    ("nearest", Value::code(near)),
                    ("lang", Value::code(self.lang.code())),
                ];
                return Err(at(line, Value::phrase("setup-message-unknown", args)));
            };
            if let Some(foreign) = found.foreign.first() {
                return Err(at(line, Value::phrase("setup-message-foreign", [("found", Value::code(foreign))])));
            }
            let said: BTreeSet<String> = found.variables.iter().map(|name| plain(name).into()).collect();
            let plurals = self.plurals.get(&key);
            let plural = |name: &&&str| name.ends_with(PLURAL) && plurals.is_none_or(|known| !known.contains(**name));
            if said != *expected || found.variables.iter().any(|name| plural(&name)) {
                let list = |names: &mut dyn Iterator<Item = &str>| match names
                    .map(|name| Value::code(format!("${name}")))
                    .collect::<Vec<_>>()
                {
                    none if none.is_empty() => Value::key("setup-message-none"),
                    some => Value::List(some),
                };
                let args = [
                    ("key", Value::code(&key)),
                    ("found", list(&mut found.variables.iter().copied())),
                    ("expected", list(&mut expected.iter().map(String::as_str))),
                ];
                return Err(at(line, Value::phrase("setup-message-variables", args)));
            }
        }
        Ok(())
    }
}

/// A number `x` also stands as `x_n`, by which a plural is chosen.
const PLURAL: &str = "_n";

fn plain(name: &str) -> &str {
    name.strip_suffix(PLURAL).unwrap_or(name)
}

/// Finds the line on which an entry begins.
fn line_of(text: &str, key: &str) -> usize {
    let begins = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    text.lines().position(begins).map_or(1, |line| line + 1)
}

/// What a pattern refers to.
#[derive(Default)]
struct Found<'t> {
    variables: BTreeSet<&'t str>,
    /// References that are no variables: messages, terms, functions.
    foreign: Vec<String>,
}

/// Gives each pattern of a file by its key.
fn patterns<'t>(resource: &Resource<&'t str>) -> Vec<(String, Found<'t>)> {
    let mut all = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        if let Some(value) = &message.value {
            all.push((message.id.name.to_owned(), found(value)));
        }
        for attribute in &message.attributes {
            all.push((format!("{}.{}", message.id.name, attribute.id.name), found(&attribute.value)));
        }
    }
    all
}

fn found<'t>(pattern: &Pattern<&'t str>) -> Found<'t> {
    let mut found = Found::default();
    walk(pattern, &mut found);
    found
}

fn walk<'t>(pattern: &Pattern<&'t str>, found: &mut Found<'t>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_of(expression, found);
        }
    }
}

fn expression_of<'t>(expression: &Expression<&'t str>, found: &mut Found<'t>) {
    match expression {
        Expression::Select { selector, variants } => {
            inline(selector, found);
            variants.iter().for_each(|variant| walk(&variant.value, found));
        }
        Expression::Inline(expression) => inline(expression, found),
    }
}

fn inline<'t>(expression: &InlineExpression<&'t str>, found: &mut Found<'t>) {
    match expression {
        InlineExpression::VariableReference { id } => {
            found.variables.insert(id.name);
        }
        InlineExpression::Placeable { expression } => expression_of(expression, found),
        InlineExpression::FunctionReference { id, .. } => found.foreign.push(format!("{}()", id.name)),
        InlineExpression::MessageReference { id, .. } => found.foreign.push(id.name.to_owned()),
        InlineExpression::TermReference { id, .. } => found.foreign.push(format!("-{}", id.name)),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}
