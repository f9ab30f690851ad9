//! The page that leads to every document of a run: one file, all languages, no network.
//!
//! 1. [`listing`] says an [index](crate::model::Index) in every language; a run writes it as `data/index.json`.
//! 2. [`view`] brings the listing into the order of the page.
//! 3. Handlebars runs `templates/index/page.html.hbs` over it. [`escape`] keeps every value text; no template can print a
//!    value unescaped.
//!
//! The page allows its own style and script only, by their SHA-256, and works without the script.

mod escape;
mod listing;
mod terms;
#[cfg(test)]
mod tests;
mod view;

use std::borrow::Cow;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use handlebars::template::TemplateElement;
use handlebars::{Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderErrorReason, Template};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

pub use listing::{Listing, PATH};

use super::narrative::mistake::{Mistake, nearest};
use crate::assets;
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::Value;

/// The path of the page in the output folder.
pub const PAGE: &str = "index.html";

/// The templates: the page, its looks, and its script.
const TEMPLATE: &str = "index/page.html.hbs";
const STYLE: &str = "index/style.css";
const SCRIPT: &str = "index/search.js";

/// Makes the page. `template` gives a replacement of a template by its name, such as `index/style.css`; where it gives none,
/// the built-in one is taken.
///
/// # Errors
///
/// A template is broken; the error says where.
pub fn page<'t>(
    listing: &Listing,
    locales: &[&Locale<'_>],
    template: impl Fn(&str) -> Option<Cow<'t, [u8]>>,
) -> Result<Vec<u8>> {
    let read = |name: &str| {
        let bytes = template(name).or_else(|| assets::template(name).map(Cow::Borrowed)).unwrap_or_default();
        let text = String::from_utf8(bytes.into_owned());
        let text = text.map_err(|_| Error::setup(format!("templates/{name}"), Value::key("index-template-text")))?;
        // A browser reads every line break as a line feed before it compares the SHA-256.
        Ok::<_, Error>(text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n"))
    };
    let (source, style, script) = (read(TEMPLATE)?, read(STYLE)?, read(SCRIPT)?);
    for (name, text, end) in [(STYLE, &style, "</style"), (SCRIPT, &script, "</script"), (SCRIPT, &script, "<!--")] {
        if let Some(at) = text.to_ascii_lowercase().find(end) {
            let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
            let args = [("found", Value::code(end))];
            return Err(Error::setup(format!("templates/{name}:{line}"), Value::phrase("index-template-end", args)));
        }
    }
    let data = view::view(listing, locales, &policy(&style, &script));
    let terms: Vec<[&str; 2]> = listing.documents.iter().map(|it| [&*it.terms, &*it.related]).collect();
    let terms = serde_json::to_string(&terms)
        .map_err(|error| Error::Render { document: PAGE.to_owned(), detail: error.to_string() })?;
    let raw = [("style", style), ("script", script), ("terms", escape::data(&terms))];
    let page = run(&source, &data, raw).map_err(|mistake| mistake.error(&format!("templates/{TEMPLATE}")))?;
    Ok(page.into_bytes())
}

/// Allows the style and the script of the page and nothing else.
fn policy(style: &str, script: &str) -> String {
    let sum = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        sum(style),
        sum(script)
    )
}

fn run(source: &str, data: &Json, raw: [(&'static str, String); 3]) -> std::result::Result<String, Box<Mistake>> {
    let mut template = Template::compile(source).map_err(|error| Mistake::unreadable(source, &error))?;
    escape_all(&mut template);
    let mut engine = Handlebars::new();
    engine.set_strict_mode(true);
    engine.register_escape_fn(escape::text);
    engine.register_helper("url", Box::new(url));
    for (name, text) in raw {
        engine.register_helper(
            name,
            Box::new(
                move |_: &Helper<'_>,
                      _: &Handlebars<'_>,
                      _: &Context,
                      _: &mut RenderContext<'_, '_>,
                      out: &mut dyn Output|
                      -> HelperResult { Ok(out.write(&text)?) },
            ),
        );
    }
    engine.register_template("page", template);
    engine.render("page", data).map_err(|error| match error.reason() {
        RenderErrorReason::MissingVariable(Some(name)) => {
            let known = names(data);
            let mistake = Mistake::of("narrative-unknown-name", name, nearest(name, known.iter().map(String::as_str)));
            mistake.at(error.line_no.zip(error.column_no).unwrap_or((1, 1)))
        }
        RenderErrorReason::HelperNotFound(name) => {
            let known = ["url", "style", "script", "terms", "if", "unless", "each", "with"];
            let mistake = Mistake::of("narrative-unknown-helper", name, nearest(name, known.into_iter()));
            mistake.at(error.line_no.zip(error.column_no).unwrap_or((1, 1)))
        }
        _ => Mistake::stopped(&error),
    })
}

/// Makes `{{{value}}}` the same as `{{value}}`: no template prints a value as it stands.
fn escape_all(template: &mut Template) {
    for element in &mut template.elements {
        let taken = std::mem::replace(element, TemplateElement::RawString(String::new()));
        *element = match taken {
            TemplateElement::HtmlExpression(helper) => TemplateElement::Expression(helper),
            TemplateElement::HelperBlock(mut helper) => {
                helper.template.iter_mut().chain(&mut helper.inverse).for_each(escape_all);
                TemplateElement::HelperBlock(helper)
            }
            other => other,
        };
    }
}

/// Gives the names that a template may use.
fn names(data: &Json) -> Vec<String> {
    let mut found = std::collections::BTreeSet::new();
    let mut open = vec![(String::new(), data)];
    while let Some((path, json)) = open.pop() {
        match json {
            Json::Object(map) => open.extend(map.iter().map(|(name, json)| {
                let words = path == "words";
                found.insert(if words { format!("words.{name}") } else { name.clone() });
                (name.clone(), json)
            })),
            Json::Array(rows) => open.extend(rows.iter().map(|row| (path.clone(), row))),
            _ => {}
        }
    }
    found.into_iter().collect()
}

fn url(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let path = helper.param(0).and_then(|path| path.value().as_str()).unwrap_or_default();
    Ok(out.write(&escape::url(path))?)
}
