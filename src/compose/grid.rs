//! Tables, tiles and chapters, shortly written.

use crate::model::Value;
use crate::model::report::{Block, Chapter, Grid, GridCell, GridColumn, Tile, Weight};

/// The most rows of a list that grows with a campaign.
pub const MOST: usize = 500;

/// Says how many rows of a list are shown, where they are not all: none are left out in silence.
pub fn cut(key: &'static str, shown: usize, all: usize) -> Option<Value> {
    let of = [("shown", shown), ("all", all)].map(|(name, count)| (name, Value::count(count as u64)));
    (shown < all).then(|| Value::phrase(key, of))
}

/// Makes a column of words; width 0 takes what is left of 170 mm.
pub fn words(head: &'static str, width: f32) -> GridColumn {
    GridColumn { head: Value::key(head), width, number: false }
}

/// Makes a column of numbers.
pub fn numbers(head: Value, width: f32) -> GridColumn {
    GridColumn { head, width, number: true }
}

/// Makes a cell of two values, one above the other; what is missing or blank takes no line.
pub fn two_lines(first: Value, second: Value) -> GridCell {
    let said = |value: &Value| !matches!(value, Value::Missing | Value::NotApplicable | Value::Empty);
    match (said(&first), said(&second)) {
        (_, false) => first.into(),
        (false, true) => second.into(),
        (true, true) => Value::phrase("report-two-lines", [("first", first), ("second", second)]).into(),
    }
}

/// Makes a plain row.
pub fn row(values: impl IntoIterator<Item = Value>) -> Vec<GridCell> {
    values.into_iter().map(GridCell::from).collect()
}

/// Makes a total row.
pub fn total(values: impl IntoIterator<Item = Value>) -> Vec<GridCell> {
    values.into_iter().map(|value| GridCell { value, weight: Weight::Strong }).collect()
}

/// Makes a strong cell.
pub fn strong(value: Value) -> GridCell {
    GridCell { value, weight: Weight::Strong }
}

/// Makes a cell that says that something is missing, late or short.
pub fn ochre(value: Value) -> GridCell {
    GridCell { value, weight: Weight::Missing }
}

/// Makes a table block, or none where it has no row.
pub fn table(
    title: Value,
    columns: Vec<GridColumn>,
    rows: Vec<Vec<GridCell>>,
    total: Option<Vec<GridCell>>,
    notes: Vec<Value>,
) -> Option<Block> {
    (!rows.is_empty()).then_some(Block::Grid(Grid { title, columns, rows, total, notes }))
}

/// Makes a tile without bar and comparisons.
pub fn tile(label: &'static str, figure: Value, unit: Value) -> Tile {
    Tile { label: Value::key(label), figure, unit, share: None, target: None, compare: Vec::new() }
}

/// Makes a chapter, or none where nothing fills it.
pub fn chapter(title: Value, kicker: Value, lead: Value, blocks: Vec<Block>) -> Option<Chapter> {
    (!blocks.is_empty()).then_some(Chapter { number: "".into(), title, kicker, lead, blocks })
}

/// Makes the note that names the indicators of a table.
pub fn codes(codes: &[&str]) -> Value {
    let codes = codes.iter().map(Value::code).collect();
    Value::phrase("report-codes", [("codes", Value::List(codes))])
}
