//! Who cooperates with whom.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::compose::council::{self, Returns};
use crate::compose::{Inputs, figure, grid};
use crate::model::report::{Block, Chapter, Claim, Matrix};
use crate::model::{Code, DocumentKind, Figures, Names, Value};

/// Up to this many Moroccan councils have a row each; more are put together by region.
const ROWS: usize = 14;
/// The départements that have a column of their own.
const COLUMNS: usize = 15;

/// Lays out the matrix of pairs and what it shows.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let pairs = &figures.coverage.pairs;
    if pairs.is_empty() {
        return None;
    }
    let blocks = vec![
        Block::Matrix(matrix(inputs, pairs)),
        Block::Note(Value::key("note-matrix")),
        Block::Claims(claims(figures)),
    ];
    let lead = Value::phrase(
        "partners-lead",
        [
            ("pairs", Value::Quantity((pairs.len() as u64).into(), "pair".into())),
            ("ma", Value::count(council::by_side(pairs, false).len() as u64)),
            ("fr", Value::count(council::by_side(pairs, true).len() as u64)),
        ],
    );
    grid::chapter(Value::key("chapter-partners"), Value::key("partners-kicker"), lead, blocks)
}

fn matrix(inputs: &Inputs<'_>, pairs: &BTreeMap<(Code, Code), u64>) -> Matrix {
    let mut columns: Vec<(&Code, u64)> = council::by_side(pairs, true).into_iter().collect();
    columns.sort_by_key(|(code, count)| (Reverse(*count), *code));
    let others = columns.len().saturating_sub(COLUMNS);
    columns.truncate(COLUMNS);
    let by_region = council::by_side(pairs, false).len() > ROWS;

    // Rows stand in list order: territories of a region follow one another there, and regions come as first met.
    let mut rows: Vec<(Value, Vec<u64>)> = Vec::new();
    let width = columns.len() + usize::from(others > 0);
    for territory in &inputs.reference.territories {
        let mine = pairs.iter().filter(|((ma, _), _)| *ma == territory.code);
        let name = if by_region { region(&territory.region) } else { council::name(&territory.code) };
        for ((_, fr), count) in mine {
            let at = match rows.iter().position(|row| row.0 == name) {
                Some(at) => at,
                None => {
                    rows.push((name.clone(), vec![0; width]));
                    rows.len() - 1
                }
            };
            let column = columns.iter().position(|column| column.0 == fr).unwrap_or(columns.len());
            rows[at].1[column] += count;
        }
    }
    let mut heads: Vec<Value> = columns.iter().map(|column| council::name(column.0)).collect();
    if others > 0 {
        heads.push(Value::phrase("report-others", [("count", Value::count(others as u64))]));
    }
    heads.push(Value::key("report-total"));
    let mut totals: Vec<u64> = (0..width).map(|at| rows.iter().map(|row| row.1[at]).sum()).collect();
    totals.push(totals.iter().sum());
    Matrix {
        title: Value::key(if by_region { "matrix-by-region" } else { "matrix-by-territory" }),
        corner: Value::key(if by_region { "report-head-region" } else { "report-head-territory" }),
        heads,
        rows: rows
            .into_iter()
            .map(|(name, counts)| {
                let total = counts.iter().sum();
                (name, counts, total)
            })
            .collect(),
        totals,
        source: figure::source(&["X10-pairs"]),
    }
}

fn region(names: &Names) -> Value {
    if names.fr.is_empty() { Value::key("report-region-unknown") } else { names.into() }
}

fn claims(figures: &Figures) -> Vec<Claim> {
    let pairs = &figures.coverage.pairs;
    let busy = pairs.values().filter(|count| **count >= 3).count() as u64;
    let mut claims = vec![Claim {
        title: Value::phrase("claim-pairs", [("pairs", Value::Quantity((pairs.len() as u64).into(), "pair".into()))]),
        body: Value::phrase("claim-pairs-body", [("busy", Value::count(busy))]),
        codes: vec!["X10-pairs".into()],
    }];
    let french = council::by_side(pairs, true);
    if let Some((first, count)) = french.iter().max_by_key(|(code, count)| (**count, Reverse(**code))) {
        let partners = pairs.keys().filter(|pair| pair.1 == **first).count() as u64;
        claims.push(Claim {
            title: Value::phrase("claim-first-council", [("name", council::name(first))]),
            body: Value::phrase(
                "claim-first-council-body",
                [("partners", Value::count(partners)), ("count", Value::count(*count))],
            ),
            codes: vec!["X10-pairs".into()],
        });
    }
    let silent = Returns::all(figures).without_return();
    if silent > 0 {
        claims.push(Claim {
            title: Value::phrase("claim-absence", [("councils", Value::count(silent))]),
            body: Value::key("claim-absence-matrix"),
            codes: vec!["X13-returned".into()],
        });
    }
    claims
}
