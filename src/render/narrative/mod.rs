//! The narrative of a funding dossier: a template that people can edit, run over what the data hold.
//!
//! 1. [`shape`](mod@shape) tells which names there are; [`check`] reads the whole template against them.
//! 2. [`data`] says every value in the words of the language, and handlebars runs the template to Markdown.
//! 3. [`markdown`] reads it once into blocks, which PDF and Word lay out alike.
//!
//! Invariant: a value is text. [`guard`](mod@guard) keeps it from being a heading, a list, a link, a mark or anything else.

mod check;
mod data;
mod guard;
mod markdown;
pub(in crate::render) mod mistake;
mod shape;
#[cfg(test)]
pub(in crate::render) mod tests;

use handlebars::{Context, Handlebars, Helper, HelperResult, JsonValue, Output, RenderContext, Template};

use self::guard::{CLOSE, OPEN, PART, guard};
use self::mistake::Mistake;
use crate::error::Result;
use crate::locale::Locale;
use crate::model::{Dossier, Report};

/// Writes a dossier: runs the template over what is known, and reads its Markdown once into chapters. `name` is the file
/// of the template as the user knows it.
///
/// In a template `{{activity.title}}` prints a value, or a mark with the label of the name where it is missing;
/// `{{fill activity.title "hint"}}` prints the hint in the mark; `{{complete "hint"}}` is always a mark;
/// `{{part "budget"}}` places a part.
///
/// # Errors
///
/// The template has a mistake: the error names file, line and column, and for an unknown name the nearest known ones.
pub fn report(dossier: &Dossier, name: &str, template: &str, locale: &Locale<'_>) -> Result<Report> {
    let markdown = run(dossier, template, locale).map_err(|mistake| mistake.error(name))?;
    Ok(markdown::report(dossier, &markdown, locale))
}

fn run(dossier: &Dossier, source: &str, locale: &Locale<'_>) -> std::result::Result<String, Box<Mistake>> {
    // Editors of Windows put a mark before the first letter.
    let source = source.trim_start_matches('\u{FEFF}');
    let shape = shape::shape(&dossier.names);
    let mut template = Template::compile(source).map_err(|error| Mistake::unreadable(source, &error))?;
    check::prepare(&mut template, &shape)?;
    let mut engine = Handlebars::new();
    engine.set_strict_mode(true);
    engine.register_escape_fn(guard);
    engine.register_helper(
        "fill",
        Box::new(
            move |helper: &Helper<'_>,
                  _: &Handlebars<'_>,
                  _: &Context,
                  _: &mut RenderContext<'_, '_>,
                  out: &mut dyn Output| { fill(helper, locale, out) },
        ),
    );
    engine.register_helper("complete", Box::new(complete));
    engine.register_helper("part", Box::new(part));
    engine.register_template("dossier", template);
    let data = data::data(&shape, &dossier.names, locale);
    engine.render("dossier", &data).map_err(|error| Mistake::stopped(&error))
}

/// Prints a value, or the mark of what is missing.
fn fill(helper: &Helper<'_>, locale: &Locale<'_>, out: &mut dyn Output) -> HelperResult {
    let text = match helper.param(0).map(|param| param.value()) {
        Some(JsonValue::String(text)) => guard(text),
        Some(JsonValue::Number(number)) => guard(&number.to_string()),
        Some(JsonValue::Bool(flag)) => guard(&locale.text(if *flag { "narrative-yes" } else { "narrative-no" })),
        _ => {
            let hint = helper.param(1).and_then(|hint| hint.value().as_str()).map(str::to_owned);
            let label = || helper.hash_get(check::LABEL).and_then(|label| label.value().as_str()).unwrap_or_default();
            mark(&hint.unwrap_or_else(|| markdown::label(locale, label())))
        }
    };
    Ok(out.write(&text)?)
}

fn complete(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let hint = helper.param(0).and_then(|hint| hint.value().as_str()).unwrap_or_default();
    Ok(out.write(&mark(hint))?)
}

/// Places a part, in a paragraph of its own.
fn part(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let name = helper.param(0).and_then(|name| name.value().as_str()).unwrap_or_default();
    Ok(out.write(&format!("\n\n{PART}{name}{PART}\n\n"))?)
}

fn mark(hint: &str) -> String {
    format!("{OPEN}{}{CLOSE}", guard(hint))
}
