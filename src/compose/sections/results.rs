//! Results by theme: baseline, target and actual.

use crate::compose::{Inputs, bullet, grid};
use crate::model::figures::{self, Figures};
use crate::model::report::{Block, Chapter};
use crate::model::{DocumentKind, List, Value};

/// The indicators that a territory's sheet shows itself.
pub const ON_SHEET: usize = 2;

/// Lays out a chart a theme and one table of all indicators; a territory gets it where its sheet can't hold them,
/// with one run of charts, and a table that their codes lead to.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    if !has_chapter(figures, kind) {
        return None;
    }
    let results: Vec<&figures::Result> = figures.results.iter().collect();
    let mut blocks = Vec::new();
    if kind.is_short() {
        let drawn: Vec<_> = results.iter().copied().filter(|result| drawable(result)).collect();
        blocks.extend(bullet::charts(inputs, &drawn));
    } else {
        blocks.extend(by_theme(inputs, figures));
    }
    blocks.extend(bullet::table(inputs, Value::key("grid-results"), &results, kind.is_short()));
    let (reached, compared) = bullet::reached(&results);
    let lead = Value::phrase(
        "results-lead",
        [
            ("indicators", Value::count(results.len() as u64)),
            ("compared", Value::count(compared)),
            ("reached", Value::count(reached)),
        ],
    );
    grid::chapter(Value::key("chapter-results"), Value::key("results-kicker"), lead, blocks)
}

/// Says whether a document tells its results in a chapter of their own.
pub fn has_chapter(figures: &Figures, kind: &DocumentKind) -> bool {
    *kind == DocumentKind::Consolidated || figures.results.len() > ON_SHEET
}

/// Draws the results of each theme.
fn by_theme(inputs: &Inputs<'_>, figures: &Figures) -> Vec<Block> {
    let mut groups: Vec<(&str, Vec<&figures::Result>)> = Vec::new();
    for result in figures.results.iter().filter(|result| drawable(result)) {
        let group = inputs.reference.indicator(&result.code).map_or("", |indicator| &*indicator.group);
        match groups.last_mut().filter(|last| last.0 == group) {
            Some(last) => last.1.push(result),
            None => groups.push((group, vec![result])),
        }
    }
    let group = |(group, results): &(&str, Vec<&figures::Result>)| {
        let head = Block::Section(heading(inputs, group));
        std::iter::once(head).chain(bullet::charts(inputs, results)).collect::<Vec<_>>()
    };
    groups.iter().flat_map(group).collect()
}

/// Says whether a chart has anything to show for a result, if only that it is missing beside a target.
pub fn drawable(result: &figures::Result) -> bool {
    result.actual.is_some()
        || result.target.is_some()
        || result.figure.value().is_some()
        || result.masked.iter().any(Option::is_some)
}

fn heading(inputs: &Inputs<'_>, group: &str) -> Value {
    let themes = inputs.reference.themes.iter().filter(|theme| &*theme.group == group);
    let names: Vec<Value> = themes.map(|theme| Value::Name(List::Themes, theme.code.clone())).collect();
    if names.is_empty() { Value::key("results-other") } else { Value::List(names) }
}
