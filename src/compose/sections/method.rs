//! Annex: the indicators printed, their definitions, the rates and the rules.

use super::{results, silence};
use crate::compose::{Inputs, cover, figure, grid, privacy, scale};
use crate::model::figures::{Figure, Outcome};
use crate::model::report::{Block, Chapter, GridCell, Weight};
use crate::model::{Code, DocumentKind, Figures, Value};

/// The groups of cross-cutting indicators that chapters print, reported or not.
const PRINTED: &[&str] = &["X1", "X2", "X3", "X4", "X6", "X10", "X11", "X13", "X16"];

/// The cross-cutting indicators that the chapters of a short report cite; the workbook and the whole report define all.
const CITED: &[&str] = &[
    "X1-total",
    "X3-budget",
    "X3-committed",
    "X3-disbursed",
    "X3-execution-rate",
    "X4-total",
    "X4-women-share",
    "X6-missions",
    "X16-applications",
    "X16-pending",
    "X16-requested",
    "X16-signed",
    "X16-success-number",
    "X16-success-amount",
];

/// Lays out indicators, rates and rules.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    if let DocumentKind::Territory(code) = kind
        && silence::applies(figures, code)
    {
        return None;
    }
    let mut blocks = Vec::new();
    blocks.extend(indicators(inputs, figures, kind));
    let rules = RULES.iter().map(|rule| Value::key(rule)).chain(privacy::rules(inputs));
    if kind.is_short() {
        blocks.push(Block::Section(Value::key("section-rules")));
        blocks.extend(Value::sentences(rules).map(Block::Note));
        blocks.extend(Value::sentences(inputs.settings.rates.told().iter().map(cover::rate)).map(Block::Note));
        let said = |(sign, meaning): (GridCell, Value)| {
            Value::phrase("sign-said", [("sign", sign.value), ("meaning", meaning)])
        };
        blocks.push(Block::Section(Value::key("grid-signs")));
        blocks.extend(Value::sentences(signs(inputs).into_iter().map(said)).map(Block::Note));
    } else {
        blocks.extend(rates(inputs));
        blocks.push(Block::Section(Value::key("section-rules")));
        blocks.extend(rules.map(Block::Prose));
        blocks.extend(table_of_signs(inputs));
    }
    blocks.extend(provenance(inputs, *kind == DocumentKind::Consolidated));
    let settings = inputs.settings;
    let lead = Value::phrase(
        "method-lead",
        [("period", Value::Period(settings.period)), ("date", Value::Date(settings.cutoff()))],
    );
    grid::chapter(Value::key("chapter-method"), Value::key("report-annex"), lead, blocks)
}

/// The rules by which figures are made, a paragraph each.
const RULES: &[&str] =
    &["rule-period", "rule-full-count", "rule-people", "rule-ratio", "rule-money", "rule-missing", "rule-attainment"];

/// Says what the report was made from: each input with its SHA-256 in the whole report, their fingerprint in the others.
fn provenance(inputs: &Inputs<'_>, whole: bool) -> Option<Block> {
    let provenance = inputs.provenance;
    if provenance.inputs.is_empty() {
        return None;
    }
    let made = Value::phrase(
        "note-provenance",
        [
            ("program", Value::code(&*provenance.program)),
            ("inputs", Value::count(provenance.inputs.len() as u64)),
            ("fingerprint", Value::code(&*provenance.fingerprint)),
        ],
    );
    if !whole {
        return Some(Block::Note(made));
    }
    let columns = vec![grid::words("report-head-file", 0.0), grid::words("report-head-sha", 66.0)];
    // In two halves, which no width divides elsewhere.
    let halves = |sum: &str| {
        let (first, second) = sum.split_at_checked(sum.len() / 2).unwrap_or((sum, ""));
        Value::phrase("report-two-lines", [("first", Value::code(first)), ("second", Value::code(second))])
    };
    let row = |(path, sum): &(Box<str>, Box<str>)| grid::row([Value::code(&**path), halves(sum)]);
    let rows = provenance.inputs.iter().map(row).collect();
    grid::table(Value::key("grid-provenance"), columns, rows, None, vec![made, Value::key("note-provenance-how")])
}

fn indicators(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Block> {
    let whole = *kind == DocumentKind::Consolidated;
    let columns = vec![
        grid::words("report-head-code", 25.0),
        grid::words("report-head-name-definition", 0.0),
        grid::numbers(Value::key("report-head-result"), 24.0),
        grid::numbers(Value::key("report-head-reported"), 17.0),
    ];
    let line = |code: &Code, figure: &Figure| -> Option<Vec<GridCell>> {
        let indicator = inputs.reference.indicator(code)?;
        let result = figure::outcome(inputs, code, &figure.outcome);
        let name = [("first", figure::name(code)), ("second", Value::from(&indicator.definitions))];
        let reported = [("complete", Value::count(figure.reported)), ("series", Value::count(figure.asked))];
        Some(vec![
            GridCell { value: Value::code(code), weight: Weight::Anchor },
            Value::phrase("report-two-lines", name).into(),
            if figure.provisional { grid::ochre(result) } else { result.into() },
            Value::phrase("report-of", reported).into(),
        ])
    };
    let wanted = |code: &Code, figure: &Figure| {
        let group = code.split('-').next().unwrap_or_default();
        let reported = figure.outcome != Outcome::NotReported;
        if whole {
            return reported || PRINTED.contains(&group);
        }
        reported && figure.asked > 0 && (!kind.is_short() || CITED.contains(&code.as_str()))
    };
    // Where a short report has a chapter of results, their codes lead there.
    let told = kind.is_short() && results::has_chapter(figures, kind);
    // The order of the catalogue, not of the codes: X2 stands before X10.
    let cross = inputs.reference.indicators.iter().filter_map(|it| figures.cross.get_key_value(&it.code));
    let cross = cross.filter(|(code, figure)| wanted(code, figure));
    let results = figures.results.iter().map(|result| (&result.code, &result.figure));
    let results = results.filter(|(_, figure)| whole || !told && figure.outcome != Outcome::NotReported);
    let rows = cross.chain(results).filter_map(|(code, figure)| line(code, figure)).collect();
    let mut notes = vec![Value::key("note-reported")];
    if !whole {
        notes.push(Value::key(if kind.is_short() { "note-only-cited" } else { "note-only-reported" }));
    }
    if figures.provisional {
        notes.push(Value::key("note-provisional"));
    }
    grid::table(Value::key("grid-indicators"), columns, rows, None, notes)
}

fn rates(inputs: &Inputs<'_>) -> Option<Block> {
    let rates = &inputs.settings.rates;
    let columns = vec![
        grid::words("report-head-rate", 55.0),
        grid::words("report-head-period", 55.0),
        grid::words("report-head-source", 0.0),
    ];
    let rows = rates
        .told()
        .into_iter()
        .map(|rate| grid::row([cover::rate_alone(&rate), Value::Period(rate.period), Value::from(&*rate.source)]));
    let currency = ("currency", scale::currency(&rates.report_currency));
    let note = Value::phrase("note-report-currency", [currency]);
    grid::table(Value::key("grid-rates"), columns, rows.collect(), None, vec![note])
}

/// Gives the signs that stand for values, each with its meaning.
fn signs(inputs: &Inputs<'_>) -> Vec<(GridCell, Value)> {
    let plain = |sign: Value, meaning| (sign.into(), Value::key(meaning));
    let ochre = |sign, meaning| (grid::ochre(Value::key(sign)), Value::key(meaning));
    let mut signs = vec![
        plain(Value::Missing, "sign-missing"),
        ochre("report-missing-short", "sign-missing-short"),
        ochre("report-refused-short", "sign-refused-short"),
        plain(Value::count(0), "sign-zero"),
        plain(Value::NotApplicable, "sign-not-applicable"),
        ochre("report-held", "sign-held"),
        ochre("report-no-return", "sign-no-return"),
        ochre("report-provisional", "sign-provisional"),
    ];
    signs.extend(privacy::signs(inputs).into_iter().map(|(sign, meaning)| (sign.into(), meaning)));
    signs
}

fn table_of_signs(inputs: &Inputs<'_>) -> Option<Block> {
    let columns = vec![grid::words("report-head-sign", 50.0), grid::words("report-head-meaning", 0.0)];
    let rows = signs(inputs).into_iter().map(|(sign, meaning)| vec![sign, meaning.into()]).collect();
    grid::table(Value::key("grid-signs"), columns, rows, None, Vec::new())
}
