//! Annex: the terms of the report.

use crate::compose::{Inputs, grid};
use crate::model::report::{Block, Chapter};
use crate::model::{DocumentKind, Figures, Value};

/// The terms, by the key of the term and of its meaning.
const TERMS: &[(&str, &str)] = &[
    ("glossary-activity", "glossary-activity-meaning"),
    ("glossary-pair", "glossary-pair-meaning"),
    ("glossary-direct", "glossary-direct-meaning"),
    ("glossary-interval", "glossary-interval-meaning"),
    ("glossary-budget", "glossary-budget-meaning"),
    ("glossary-disbursed", "glossary-disbursed-meaning"),
    ("glossary-in-kind", "glossary-in-kind-meaning"),
    ("glossary-execution", "glossary-execution-meaning"),
    ("glossary-secured", "glossary-secured-meaning"),
    ("glossary-success", "glossary-success-meaning"),
    ("glossary-baseline", "glossary-baseline-meaning"),
    ("glossary-attainment", "glossary-attainment-meaning"),
    ("glossary-context", "glossary-context-meaning"),
    ("glossary-pole", "glossary-pole-meaning"),
    ("glossary-north-south", "glossary-north-south-meaning"),
    ("glossary-cutoff", "glossary-cutoff-meaning"),
    ("glossary-return", "glossary-return-meaning"),
];

/// Lays out the terms with their meanings.
pub fn chapter(_: &Inputs<'_>, _: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let columns = vec![grid::words("report-head-glossary-term", 48.0), grid::words("report-head-meaning", 0.0)];
    let rows = TERMS.iter().map(|(term, meaning)| vec![grid::strong(Value::key(term)), Value::key(meaning).into()]);
    let blocks: Vec<Block> = grid::table(Value::Empty, columns, rows.collect(), None, Vec::new()).into_iter().collect();
    grid::chapter(Value::key("chapter-glossary"), Value::key("report-annex"), Value::key("glossary-lead"), blocks)
}
