//! Annex: how complete and how sound the data are.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::left_out;
use super::territory::return_of;
use crate::compose::council::{self, Returns};
use crate::compose::scale::share;
use crate::compose::{Inputs, figure, grid};
use crate::model::report::{Block, Chapter, GridCell, Tile};
use crate::model::{CellCount, DocumentKind, Figures, FileId, FindingCode, Severity, Value};

/// Lays out the account of cells, findings, returns and what was left out.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    let all = Returns::all(figures);
    let cells = CellCount::sum(inputs.dataset.cells.values());
    let mut blocks = Vec::new();
    if cells.read > 0 {
        blocks.push(Block::Tiles(tiles(&cells), figure::source_of(&["X13-cells"], "note-cells")));
    }
    blocks.extend(ignored(&cells));
    blocks.extend(findings(inputs));
    blocks.extend(silent(inputs, figures));
    blocks.extend(returns(figures));
    blocks.extend(files(inputs, &cells));
    blocks.extend(left_out::table(inputs, &left_out::touching(inputs, figures, kind)));
    let errors = inputs.findings.iter().filter(|finding| finding.severity() == Severity::Error).count() as u64;
    let lead = Value::phrase(
        "quality-lead",
        [
            ("returned", Value::count(all.returned())),
            ("expected", Value::count(all.expected())),
            ("errors", Value::count(errors)),
        ],
    );
    grid::chapter(Value::key("chapter-quality"), Value::key("report-annex"), lead, blocks)
}

fn tiles(cells: &CellCount) -> Vec<Tile> {
    let part = |label, count: u64| {
        let unit = match Decimal::from(count).checked_div(cells.read.into()) {
            Some(rate) => Value::Percent(rate, 1),
            None => Value::Empty,
        };
        let mut tile = grid::tile(label, Value::count(count), unit);
        tile.share = Some(share(count.into(), cells.read.into()));
        tile
    };
    vec![
        grid::tile("tile-cells-read", Value::count(cells.read), Value::Empty),
        part("tile-cells-used", cells.used),
        part("tile-cells-ignored", cells.ignored()),
        part("tile-cells-held", cells.held),
    ]
}

/// Says for what reasons cells were left aside.
fn ignored(cells: &CellCount) -> Option<Block> {
    let columns = vec![
        grid::words("account-head-reason", 0.0),
        grid::numbers(Value::key("account-head-cells"), 26.0),
        grid::numbers(Value::key("account-head-share"), 42.0),
    ];
    let row = |name: Value, count: u64| {
        let rate = Decimal::from(count).checked_div(cells.read.into());
        [name, Value::count(count), rate.map_or(Value::Empty, |rate| Value::Percent(rate, 1))]
    };
    let rows: Vec<_> =
        cells.ignored.iter().map(|(reason, count)| grid::row(row(Value::key(reason.key()), *count))).collect();
    let total = (rows.len() > 1).then(|| grid::total(row(Value::key("account-total"), cells.ignored())));
    grid::table(Value::key("account-grid"), columns, rows, total, Vec::new())
}

/// Gives the account of each file: what was read is used, left aside for the reasons beneath its name, or held.
fn files(inputs: &Inputs<'_>, all: &CellCount) -> Option<Block> {
    let mut counts: BTreeMap<FileId, CellCount> = BTreeMap::new();
    for (&sheet, count) in &inputs.dataset.cells {
        *counts.entry(inputs.sources.sheet(sheet).file).or_default() += count;
    }
    let heads = ["tile-cells-read", "tile-cells-used", "tile-cells-ignored", "tile-cells-held"];
    let columns = heads.map(|head| grid::numbers(Value::key(head), 23.0));
    let columns = std::iter::once(grid::words("report-head-file", 0.0)).chain(columns).collect();
    let numbers = |count: &CellCount| [count.read, count.used, count.ignored(), count.held].map(Value::count);
    let rows = counts.iter().map(|(&file, count)| -> Vec<GridCell> {
        let reasons = count.ignored.iter().map(|(reason, cells)| {
            let name = Value::key(reason.key());
            Value::phrase("report-counted", [("name", name), ("count", Value::count(*cells))])
        });
        let reasons = if count.ignored.is_empty() { Value::Empty } else { Value::List(reasons.collect()) };
        let name = grid::two_lines(Value::code(&inputs.sources.file(file).path), reasons);
        std::iter::once(name).chain(numbers(count).map(GridCell::from)).collect()
    });
    let total = std::iter::once(Value::key("account-total")).chain(numbers(all));
    grid::table(Value::key("account-grid-files"), columns, rows.collect(), Some(grid::total(total)), Vec::new())
}

fn findings(inputs: &Inputs<'_>) -> Option<Block> {
    let mut counts: BTreeMap<FindingCode, u64> = BTreeMap::new();
    for finding in inputs.findings {
        *counts.entry(finding.code).or_default() += 1;
    }
    let severities = [
        (Severity::Error, "quality-error", "quality-error-meaning"),
        (Severity::Warning, "quality-warning", "quality-warning-meaning"),
        (Severity::Notice, "quality-notice", "quality-notice-meaning"),
    ];
    let columns = vec![
        grid::words("report-head-severity", 24.0),
        grid::words("report-head-meaning", 0.0),
        grid::words("report-head-codes", 48.0),
        grid::numbers(Value::key("report-head-count"), 16.0),
    ];
    let rows = severities.into_iter().map(|(severity, name, meaning)| -> Vec<GridCell> {
        let mine: Vec<(&FindingCode, &u64)> = counts.iter().filter(|(code, _)| code.severity() == severity).collect();
        let codes = mine.iter().map(|(code, count)| {
            let name = Value::code(code.code());
            Value::phrase("report-counted", [("name", name), ("count", Value::count(**count))])
        });
        let codes = if mine.is_empty() { Value::key("fact-none") } else { Value::List(codes.collect()) };
        let sum = mine.iter().map(|(_, count)| **count).sum::<u64>();
        vec![grid::strong(Value::key(name)), Value::key(meaning).into(), codes.into(), Value::count(sum).into()]
    });
    grid::table(Value::key("grid-findings"), columns, rows.collect(), None, vec![Value::key("note-findings")])
}

fn silent(inputs: &Inputs<'_>, figures: &Figures) -> Vec<Block> {
    let [first, second] = inputs.reference.countries();
    let sides = [(first, "silent-ma"), (second, "silent-fr")].map(|(country, key)| {
        let side = Returns::of(figures, country);
        (key, side.names(council::no_return))
    });
    let said: Vec<Block> = sides
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(key, names)| {
            let count = Value::count(names.len() as u64);
            Block::Prose(Value::phrase(key, [("count", count), ("names", Value::List(names))]))
        })
        .collect();
    if said.is_empty() {
        return Vec::new();
    }
    let head = [Block::Section(Value::key("section-silent"))];
    head.into_iter().chain(said).chain([Block::Note(Value::key("note-no-return"))]).collect()
}

fn returns(figures: &Figures) -> Option<Block> {
    let columns = vec![
        grid::words("report-head-territory", 0.0),
        grid::words("report-head-return", 58.0),
        grid::numbers(Value::key("report-head-activities"), 22.0),
        grid::numbers(Value::key("report-head-cells-read"), 22.0),
        grid::numbers(Value::key("report-head-cells-valid"), 22.0),
    ];
    let asked = Returns::all(figures);
    let rows = asked.iter().filter(|council| council.returned).map(|council| {
        let state = return_of(council);
        let state = if council.late == Some(true) { grid::ochre(state) } else { state.into() };
        vec![
            council::name(&council.territory).into(),
            state,
            Value::count(council.activities).into(),
            Value::count(council.cells.0).into(),
            Value::count(council.cells.1).into(),
        ]
    });
    let notes = vec![grid::codes(&["X13-returned", "X13-on-time", "X13-cells"])];
    grid::table(Value::key("grid-returns"), columns, rows.collect(), None, notes)
}
