//! Reads a template before it is run: every name, helper and part in it must be known, also where the data would not lead.
//!
//! On the way each `{{name}}` becomes `{{fill name}}`, so that a value is printed in one way, and what is missing with the
//! label of its name.

use handlebars::template::{BlockParam, HelperTemplate, Parameter, TemplateElement};
use handlebars::{JsonValue, Template};

use super::mistake::{Mistake, nearest};
use super::shape::{Found, Scope, Shape, paths};
use crate::model::Value;
use crate::model::dossier::PARTS;

/// The helpers that print.
const PRINTING: &[&str] = &["fill", "complete", "part"];
/// The helpers with a block.
const BLOCKS: &[&str] = &["if", "unless", "each", "with"];
/// The helpers that only stand within another.
const WITHIN: &[&str] = &["and", "or", "not", "eq", "ne"];
/// The hash in which `fill` gets the key of a label.
pub(super) const LABEL: &str = "label";

type Checked = Result<(), Box<Mistake>>;

/// Checks a template and makes it ready to run.
pub(super) fn prepare(template: &mut Template, root: &Shape) -> Checked {
    let check = Check { root };
    check.template(template, &Scope::new(root), (1, 1))
}

struct Check<'s> {
    root: &'s Shape,
}

impl<'s> Check<'s> {
    fn template(&self, template: &mut Template, scope: &Scope<'s>, above: (usize, usize)) -> Checked {
        let places: Vec<(usize, usize)> = template.mapping.iter().map(|place| (place.0, place.1)).collect();
        for (i, element) in template.elements.iter_mut().enumerate() {
            let place = places.get(i).copied().unwrap_or(above);
            let taken = std::mem::replace(element, TemplateElement::RawString(String::new()));
            *element = match taken {
                TemplateElement::Expression(mut helper) | TemplateElement::HtmlExpression(mut helper) => {
                    self.expression(&mut helper, scope).map_err(|mistake| mistake.at(place))?;
                    TemplateElement::Expression(helper)
                }
                TemplateElement::HelperBlock(mut helper) => {
                    self.block(&mut helper, scope, place).map_err(|mistake| mistake.at(place))?;
                    TemplateElement::HelperBlock(helper)
                }
                TemplateElement::DecoratorExpression(other)
                | TemplateElement::DecoratorBlock(other)
                | TemplateElement::PartialExpression(other)
                | TemplateElement::PartialBlock(other) => {
                    return Err(unknown_helper(other.name.as_name().unwrap_or_default()).at(place));
                }
                other => other,
            };
        }
        Ok(())
    }

    /// Checks `{{name}}` or `{{helper …}}`.
    fn expression(&self, helper: &mut HelperTemplate, scope: &Scope<'s>) -> Checked {
        let name = helper.name.as_name().unwrap_or_default().to_owned();
        if PRINTING.contains(&name.as_str()) {
            return self.printing(&name, helper, scope);
        }
        if !helper.params.is_empty() || !helper.hash.is_empty() {
            return Err(unknown_helper(&name));
        }
        let label = self.printable(&name, scope)?;
        helper.params.push(std::mem::replace(&mut helper.name, Parameter::Name("fill".to_owned())));
        helper.hash.insert(LABEL.to_owned(), Parameter::Literal(JsonValue::String(label)));
        Ok(())
    }

    fn printing(&self, name: &str, helper: &mut HelperTemplate, scope: &Scope<'s>) -> Checked {
        let text = |parameter: Option<&Parameter>| match parameter {
            Some(Parameter::Literal(JsonValue::String(text))) => Some(text.clone()),
            _ => None,
        };
        match (name, helper.params.as_slice()) {
            ("fill", [Parameter::Path(_), rest @ ..]) if rest.is_empty() || text(rest.first()).is_some() => {
                let path = helper.params[0].as_name().unwrap_or_default().to_owned();
                let label = self.printable(&path, scope)?;
                helper.hash.insert(LABEL.to_owned(), Parameter::Literal(JsonValue::String(label)));
                Ok(())
            }
            ("complete", [hint]) if text(Some(hint)).is_some() => Ok(()),
            ("part", [part]) => match text(Some(part)) {
                Some(part) if PARTS.contains(&part.as_str()) => Ok(()),
                Some(part) => Err(Mistake::of("narrative-unknown-part", &part, nearest(&part, PARTS.iter().copied()))),
                None => Err(usage(name)),
            },
            _ => Err(usage(name)),
        }
    }

    /// Checks that a path leads to something printable, and gives the key of its label.
    fn printable(&self, path: &str, scope: &Scope<'s>) -> Result<String, Box<Mistake>> {
        match self.find(path, scope)? {
            Found::Shape(Shape::Value(label)) => Ok(label.clone()),
            Found::Shape(Shape::Flag) | Found::Loop => Ok(String::new()),
            Found::Shape(Shape::Group(inner) | Shape::Rows(inner)) | Found::Row(inner) => {
                let names = inner.keys().map(Value::code).collect();
                Err(Mistake::of("narrative-not-printable", path, names))
            }
            Found::Nothing(_) => Ok(String::new()),
        }
    }

    fn find(&self, path: &str, scope: &Scope<'s>) -> Result<Found<'s>, Box<Mistake>> {
        let found = scope.follow(path);
        let Found::Nothing(beneath) = found else { return Ok(found) };
        let above = "../".repeat(scope.depth());
        let all: Vec<String> = paths(self.root).into_iter().map(|path| format!("{above}{path}")).collect();
        let known = beneath.iter().copied().chain(all.iter().map(String::as_str));
        Err(Mistake::of("narrative-unknown-name", path, nearest(path, known)))
    }

    fn block(&self, helper: &mut HelperTemplate, scope: &Scope<'s>, place: (usize, usize)) -> Checked {
        let name = helper.name.as_name().unwrap_or_default().to_owned();
        if !BLOCKS.contains(&name.as_str()) {
            return Err(unknown_helper(&name));
        }
        let [parameter] = helper.params.as_slice() else { return Err(usage(&name)) };
        let inner = match (name.as_str(), parameter) {
            ("each" | "with", Parameter::Path(_)) => {
                let path = parameter.as_name().unwrap_or_default();
                let given = given(helper.block_param.as_ref());
                match (name.as_str(), self.find(path, scope)?) {
                    ("each", Found::Shape(shape @ Shape::Rows(_)))
                    | ("with", Found::Shape(shape @ Shape::Group(_))) => scope.enter(shape, &given),
                    _ => return Err(Mistake::of(wrong_block(&name), path, self.of_kind(&name))),
                }
            }
            ("each" | "with", _) => return Err(usage(&name)),
            _ => {
                self.condition(parameter, scope)?;
                scope.clone()
            }
        };
        if let Some(template) = &mut helper.template {
            self.template(template, &inner, place)?;
        }
        if let Some(template) = &mut helper.inverse {
            self.template(template, scope, place)?;
        }
        Ok(())
    }

    /// Checks what `{{#if …}}` asks.
    fn condition(&self, parameter: &Parameter, scope: &Scope<'s>) -> Checked {
        match parameter {
            Parameter::Literal(_) => Ok(()),
            Parameter::Subexpression(inner) if WITHIN.contains(&inner.name()) => {
                inner.params().into_iter().flatten().try_for_each(|parameter| self.condition(parameter, scope))
            }
            Parameter::Subexpression(inner) => Err(unknown_helper(inner.name())),
            other => self.find(other.as_name().unwrap_or_default(), scope).map(drop),
        }
    }

    /// Gives the names over which a block may go.
    fn of_kind(&self, block: &str) -> Vec<Value> {
        let Shape::Group(all) = self.root else { return Vec::new() };
        let fits = |shape: &Shape| matches!(shape, Shape::Rows(_)) == (block == "each");
        all.iter().filter(|(_, shape)| fits(shape)).map(|(name, _)| Value::code(name)).collect()
    }
}

fn given(names: Option<&BlockParam>) -> Vec<&str> {
    match names {
        Some(BlockParam::Single(name)) => name.as_name().into_iter().collect(),
        Some(BlockParam::Pair((first, second))) => [first, second].into_iter().filter_map(Parameter::as_name).collect(),
        _ => Vec::new(),
    }
}

fn wrong_block(block: &str) -> &'static str {
    if block == "each" { "narrative-not-rows" } else { "narrative-not-group" }
}

fn unknown_helper(name: &str) -> Box<Mistake> {
    let known = PRINTING.iter().chain(BLOCKS).chain(WITHIN).copied();
    Mistake::of("narrative-unknown-helper", name, nearest(name, known))
}

/// Says how a helper is written.
fn usage(name: &str) -> Box<Mistake> {
    let right = match name {
        "fill" => "{{fill activity.title \"…\"}}",
        "complete" => "{{complete \"…\"}}",
        "part" => "{{part \"budget\"}}",
        "each" => "{{#each partners}}",
        "with" => "{{#with activity}}",
        "unless" => "{{#unless activity.title}}",
        _ => "{{#if activity.title}}",
    };
    Mistake::of("narrative-usage", name, vec![Value::code(right)])
}
