//! A funding dossier before its narrative is written: names that a template may use, and parts that it may place.

use std::collections::BTreeMap;

use super::report::{Block, DocumentKind, Stamp};
use super::{Lang, Value};

/// Everything that the narrative of a dossier is made from, without words.
///
/// `compose` fills it; `render` runs the template of the funder over it and gets a [`Report`](super::Report).
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    /// Which document it is.
    pub kind: DocumentKind,
    /// The language of the dossier.
    pub lang: Lang,
    /// The stem of its template: `joint` of `templates/dossiers/joint.fr.md.hbs`.
    pub template: Box<str>,
    /// The stamp on its pages.
    pub stamp: Stamp,
    /// The title of the project.
    pub title: Value,
    /// The call, and the funder.
    pub subtitle: Value,
    /// The text at the foot of each page.
    pub foot: Value,
    /// The applicants, as authors.
    pub authors: Vec<Value>,
    /// The facts of the front page: label and value.
    pub facts: Vec<(Value, Value)>,
    /// The names that a template may use. Every name is always there; what is not known is [`Node::Missing`].
    pub names: Known,
    /// The parts that a template places by `{{part "logframe"}}`: tables and charts, each under the name of its part.
    pub parts: BTreeMap<&'static str, Vec<Block>>,
}

/// Names and what they stand for.
pub type Known = BTreeMap<&'static str, Node>;

/// What a name of a template stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A printable value.
    Value(Value),
    /// Names beneath a name: `activity.title`.
    Group(Known),
    /// Rows for `{{#each}}`, all with the same names.
    Rows(Vec<Known>),
    /// True or false, for `{{#if}}`.
    Flag(bool),
    /// Not known: people have to complete it.
    Missing,
}
