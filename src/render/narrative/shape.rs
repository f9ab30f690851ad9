//! What the names of a template stand for, and how a path of a template is followed among them.

use std::collections::BTreeMap;

use crate::model::dossier::{GROUPS, Known, Node, ROWS};

/// What a name stands for, whatever the data hold.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    /// A printable value, under the key of its label.
    Value(String),
    /// True or false.
    Flag,
    /// Names beneath a name.
    Group(BTreeMap<String, Shape>),
    /// Rows, and the names of each.
    Rows(BTreeMap<String, Shape>),
}

/// Gives all that a template may name: the contract, and what a dossier holds besides.
pub(super) fn shape(names: &Known) -> Shape {
    let listed = |group: &str, list: &[&str]| {
        let value = |name: &&str| ((*name).to_owned(), Shape::Value(format!("{group}-{}", name.replace('_', "-"))));
        list.iter().map(value).collect::<BTreeMap<_, _>>()
    };
    let mut all: BTreeMap<String, Shape> =
        GROUPS.iter().map(|(group, list)| ((*group).to_owned(), Shape::Group(listed(group, list)))).collect();
    all.extend(ROWS.iter().map(|(rows, list)| ((*rows).to_owned(), Shape::Rows(listed(rows, list)))));
    merge(&mut all, names, "");
    Shape::Group(all)
}

fn merge(shapes: &mut BTreeMap<String, Shape>, names: &Known, above: &str) {
    for (name, node) in names {
        let label = if above.is_empty() { (*name).to_owned() } else { format!("{above}-{}", name.replace('_', "-")) };
        let shape = shapes.entry((*name).to_owned()).or_insert_with(|| match node {
            Node::Group(_) => Shape::Group(BTreeMap::new()),
            Node::Rows(_) => Shape::Rows(BTreeMap::new()),
            Node::Flag(_) => Shape::Flag,
            Node::Value(_) | Node::Missing => Shape::Value(label.clone()),
        });
        match (node, &mut *shape) {
            (Node::Group(names), Shape::Group(inner)) => merge(inner, names, &label),
            (Node::Rows(rows), Shape::Rows(inner)) => {
                if let Some(row) = rows.first() {
                    merge(inner, row, &label);
                }
            }
            (Node::Flag(_), Shape::Value(_)) => *shape = Shape::Flag,
            _ => {}
        }
    }
}

/// Where a template stands: the root, and what each `{{#with}}` and `{{#each}}` around has entered.
#[derive(Debug, Clone)]
pub(super) struct Scope<'s> {
    stack: Vec<&'s Shape>,
    /// Names that `as |row index|` gives.
    given: Vec<(String, Option<&'s Shape>)>,
}

/// What a path leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Found<'s> {
    /// A name.
    Shape(&'s Shape),
    /// A row.
    Row(&'s BTreeMap<String, Shape>),
    /// A number or a flag of the loop: `@index`.
    Loop,
    /// Nothing: these names are beneath the last one that is known.
    Nothing(Vec<&'s str>),
}

impl<'s> Scope<'s> {
    /// Stands at the root.
    pub fn new(root: &'s Shape) -> Scope<'s> {
        Scope { stack: vec![root], given: Vec::new() }
    }

    /// Enters a block over what a path led to, with the names that the block gives.
    pub fn enter(&self, shape: &'s Shape, given: &[&str]) -> Scope<'s> {
        let mut inner = self.clone();
        inner.stack.push(shape);
        inner.given.extend(given.iter().enumerate().map(|(i, name)| ((*name).to_owned(), (i == 0).then_some(shape))));
        inner
    }

    /// Gives the number of blocks around.
    pub fn depth(&self) -> usize {
        self.stack.len() - 1
    }

    /// Follows a path such as `activity.title`, `../call.name`, `this` or `@root.agreement.title`.
    pub fn follow(&self, path: &str) -> Found<'s> {
        let mut at = self.stack.len() - 1;
        let mut rest = path;
        loop {
            let tail = |prefix: &str| rest.strip_prefix(prefix);
            if let Some(tail) = tail("../") {
                at = at.saturating_sub(1);
                rest = tail;
            } else if let Some(tail) = tail("./").or(tail("this.")).or(tail("this/")) {
                rest = tail;
            } else if let Some(tail) = tail("@root.").or(tail("@root/")) {
                at = 0;
                rest = tail;
            } else {
                break;
            }
        }
        if rest == ".." {
            return here(self.stack[at.saturating_sub(1)]);
        }
        if ["", ".", "this", "@root"].contains(&rest) {
            return here(self.stack[if rest == "@root" { 0 } else { at }]);
        }
        if ["@index", "@first", "@last", "@key"].contains(&rest) {
            return Found::Loop;
        }
        let names: Vec<&str> =
            rest.split(['.', '/']).map(|name| name.trim_start_matches('[').trim_end_matches(']')).collect();
        let mut names = names.as_slice();
        let mut shape = self.stack[at];
        if let Some((_, given)) =
            names.first().and_then(|name| self.given.iter().rev().find(|(given, _)| given == name))
        {
            let Some(given) = given else { return Found::Loop };
            shape = given;
            names = &names[1..];
        }
        if names.is_empty() {
            return here(shape);
        }
        for (i, name) in names.iter().enumerate() {
            // Inside a block over rows a name is that of a row; elsewhere rows have no names of their own.
            let inner = match shape {
                Shape::Group(inner) => inner,
                Shape::Rows(inner) if i == 0 => inner,
                _ => return Found::Nothing(Vec::new()),
            };
            match inner.get(*name) {
                Some(next) => shape = next,
                None => return Found::Nothing(inner.keys().map(String::as_str).collect()),
            }
        }
        Found::Shape(shape)
    }
}

fn here(shape: &Shape) -> Found<'_> {
    match shape {
        Shape::Rows(row) => Found::Row(row),
        shape => Found::Shape(shape),
    }
}

/// Gives every path of a shape, as a template at its root writes it; names of rows after the name of the rows.
pub(super) fn paths(shape: &Shape) -> Vec<String> {
    let (Shape::Group(inner) | Shape::Rows(inner)) = shape else { return Vec::new() };
    inner
        .iter()
        .flat_map(|(name, shape)| {
            let beneath = paths(shape).into_iter().map(move |path| format!("{name}.{path}"));
            std::iter::once(name.clone()).chain(beneath)
        })
        .collect()
}
