//! The cells behind a figure, one a row, and their addresses in short.

use rust_decimal::Decimal;

use super::exact;
use crate::compose::workbook::{entry, heading, table_name};
use crate::compose::{Inputs, scale, wording};
use crate::model::trace::{CellPart, Ground, Role, TraceCell, TraceLine};
use crate::model::{Cell, Code, List, Measure, Origin, RawValue, Sheet, Value, column_letters, schema};
use crate::reference::Indicator;

/// One cell behind a figure; what its row gives stands in the first of its cells.
#[derive(Debug, Clone, PartialEq)]
pub struct TraceRow {
    /// The place, where it is a cell of a file.
    pub origin: Option<Origin>,
    /// The file, or what else the row comes from.
    pub file: Value,
    /// The sheet.
    pub sheet: Value,
    /// The address.
    pub cell: Value,
    /// The heading of the column in the contract.
    pub column: Value,
    /// What was read.
    pub read: Value,
    /// Whether the cell is private, so that what the file holds is not to be shown.
    pub private: bool,
    /// How it enters: `+`, `−`, `×`, or nothing.
    pub sign: Value,
    /// What the whole row gives, in words; empty after the first cell of the row.
    pub said: Value,
    /// The currency of what was read.
    pub currency: Value,
    /// The rate.
    pub rate: Value,
    /// What the row adds.
    pub value: Value,
    /// The low end of an interval, or a weight.
    pub low: Value,
}

/// A row that gives nothing to a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftRow {
    /// Why.
    pub reason: Value,
    /// How many.
    pub count: usize,
    /// Where, in short.
    pub places: Value,
}

/// Lists the cells of lines of a figure.
pub fn rows<'t>(
    inputs: &'t Inputs<'_>,
    indicator: &Indicator,
    lines: &'t [TraceLine],
) -> impl Iterator<Item = TraceRow> + 't {
    let shape = match indicator.measure {
        Measure::Bounds(..) => Shape::Ends,
        Measure::Mean(..) => Shape::Weighted,
        _ => Shape::Plain,
    };
    lines
        .iter()
        .flat_map(move |line| line_rows(inputs, line, if line.role == Role::Value { shape } else { Shape::Plain }))
}

/// What the parts of a line mean.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Plain,
    Ends,
    Weighted,
}

fn line_rows(inputs: &Inputs<'_>, line: &TraceLine, shape: Shape) -> Vec<TraceRow> {
    let mut rows = match &line.ground {
        Ground::Cells(cells) => cells.iter().map(|cell| cell_row(inputs, cell)).collect(),
        other => vec![other_row(inputs, line, other)],
    };
    if let Some(first) = rows.first_mut() {
        first.said = said(inputs, line, shape);
        first.currency = line.currency.as_ref().map_or(Value::Empty, Value::code);
        first.rate = match line.rate.and_then(|(at, inverse)| Some((inputs.settings.rates.rates.get(at)?, inverse))) {
            Some((rate, false)) => exact(rate.rate),
            Some((rate, true)) => Value::phrase("trace-divided", [("rate", exact(rate.rate))]),
            None => Value::Empty,
        };
        first.value = if unconverted(inputs, line) { Value::Missing } else { exact(line.value) };
        first.low = if shape == Shape::Plain { Value::Empty } else { exact(line.low) };
    }
    rows
}

fn unconverted(inputs: &Inputs<'_>, line: &TraceLine) -> bool {
    line.rate.is_none()
        && line.currency.as_ref().is_some_and(|currency| *currency != inputs.settings.rates.report_currency)
}

fn blank() -> TraceRow {
    TraceRow {
        origin: None,
        file: Value::Empty,
        sheet: Value::Empty,
        cell: Value::Empty,
        column: Value::Empty,
        read: Value::Empty,
        private: false,
        sign: Value::Empty,
        said: Value::Empty,
        currency: Value::Empty,
        rate: Value::Empty,
        value: Value::Empty,
        low: Value::Empty,
    }
}

fn cell_row(inputs: &Inputs<'_>, cell: &TraceCell) -> TraceRow {
    let mut columns = schema::columns(cell.table).iter();
    let private = columns.any(|column| column.field == cell.field && column.private) && !inputs.settings.print_private;
    let known = usize::from(cell.origin.sheet.0) < inputs.sources.sheets.len();
    let of = |text: &str| Value::code(text);
    TraceRow {
        origin: known.then_some(cell.origin),
        file: if known { of(&inputs.sources.file_of(cell.origin.sheet).path) } else { Value::Empty },
        sheet: if known { of(&inputs.sources.sheet(cell.origin.sheet).name) } else { Value::Empty },
        cell: Value::code(cell.origin.address()),
        column: heading(cell.table, cell.field),
        read: if private { Value::key("trace-private") } else { read(cell) },
        private,
        sign: match cell.part {
            CellPart::Adds => Value::code("+"),
            CellPart::Subtracts => Value::code("\u{2212}"),
            CellPart::Multiplies => Value::code("\u{D7}"),
            CellPart::Tells => Value::Empty,
        },
        ..blank()
    }
}

/// Says a row that no file holds.
fn other_row(inputs: &Inputs<'_>, line: &TraceLine, ground: &Ground) -> TraceRow {
    let mut row = blank();
    match ground {
        Ground::Return(territory) => {
            let came = inputs.dataset.returns.iter().any(|sent| sent.territory.as_ref() == Some(territory));
            row.file = Value::Name(List::Territories, territory.clone());
            row.column = table_name(Sheet::Returns);
            row.read = Value::key(if came { "trace-return-came" } else { "trace-return-none" });
        }
        Ground::Campaign => {
            row.file = Value::code("campaign.toml");
            row.read = exact(line.amount);
        }
        Ground::Figure(code) => {
            row.file = Value::code(code);
            row.column = table_name(Sheet::Attainments);
            row.read = Value::Name(List::Indicators, code.clone());
        }
        Ground::Cells(_) => {}
    }
    row
}

fn read(cell: &TraceCell) -> Value {
    let named = |code: &Code| wording::kind(cell.table, cell.field).map_or(Value::code(code), |kind| entry(kind, code));
    match &cell.cell {
        Cell::Missing => Value::Missing,
        Cell::NotApplicable => Value::NotApplicable,
        Cell::Held => Value::key("workbook-held"),
        Cell::Masked(mask) => Value::Masked(*mask),
        Cell::Text(text) => Value::from(text.as_str()),
        Cell::Code(code) => named(code),
        Cell::Codes(codes) => Value::List(codes.iter().map(named).collect()),
        Cell::Number(number) => exact(*number),
        Cell::Date(date) => Value::Date(*date),
        Cell::Period(period) => Value::Period(*period),
    }
}

/// Says what a row gives; nothing where its one cell says it all.
fn said(inputs: &Inputs<'_>, line: &TraceLine, shape: Shape) -> Value {
    let rates = &inputs.settings.rates;
    if let Some(currency) = &line.currency {
        let amount = [("amount", exact(line.amount)), ("currency", scale::currency(currency))];
        if *currency == rates.report_currency {
            return Value::phrase("trace-amount", amount);
        }
        let Some((at, inverse)) = line.rate else { return Value::phrase("trace-said-no-rate", amount) };
        let [amount, currency] = amount;
        let args = [
            amount,
            currency,
            ("rate", rates.rates.get(at).map_or(Value::Missing, |rate| exact(rate.rate))),
            ("converted", exact(line.value.round_dp(2))),
            ("report", scale::currency(&rates.report_currency)),
        ];
        return Value::phrase(if inverse { "trace-said-divided" } else { "trace-said-converted" }, args);
    }
    let value = ("value", exact(line.amount));
    match shape {
        Shape::Ends if line.low == line.value => Value::phrase("trace-said-both", [value]),
        Shape::Ends => Value::phrase("trace-said-high", [value]),
        Shape::Weighted => Value::phrase("trace-said-weight", [value, ("weight", exact(line.low))]),
        Shape::Plain if !line.item.is_empty() => {
            let item = ("item", Value::List(line.item.iter().map(|code| item(inputs, code)).collect()));
            Value::phrase(if line.value.is_zero() { "trace-said-again" } else { "trace-said-item" }, [item])
        }
        Shape::Plain if line.amount == Decimal::ONE && counts(line) => Value::Empty,
        Shape::Plain => value.1,
    }
}

/// Says whether a row is counted, not added.
fn counts(line: &TraceLine) -> bool {
    match &line.ground {
        Ground::Cells(cells) => cells.iter().all(|cell| cell.part == CellPart::Tells),
        _ => true,
    }
}

fn item(inputs: &Inputs<'_>, code: &Code) -> Value {
    match inputs.reference.territory(code) {
        Some(_) => Value::Name(List::Territories, code.clone()),
        None => Value::code(code),
    }
}

/// The most characters of a list of places.
const LONGEST: usize = 900;

/// Gives places in short, by file and sheet: `retour.xlsx Activités!H7:H12;H15`. A list that is too long is cut, and says
/// how many cells are left.
pub fn places(inputs: &Inputs<'_>, origins: impl IntoIterator<Item = Origin>) -> Value {
    let known = |origin: &Origin| usize::from(origin.sheet.0) < inputs.sources.sheets.len();
    let mut cells: Vec<Origin> = origins.into_iter().filter(known).collect();
    cells.sort_unstable_by_key(|cell| (cell.sheet, cell.column, cell.row));
    cells.dedup();
    let (mut said, mut length, mut more) = (Vec::new(), 0, 0);
    for cells in cells.chunk_by(|one, other| one.sheet == other.sheet) {
        let sheet = cells[0].sheet;
        let (file, name) = (&inputs.sources.file_of(sheet).path, &inputs.sources.sheet(sheet).name);
        let mut text = format!("{file} {name}!");
        let mut letters = text.chars().count();
        let mut first = true;
        for cells in ranges(cells) {
            if length + letters > LONGEST {
                more += cells.len();
                continue;
            }
            if !first {
                text.push(';');
                letters += 1;
            }
            let range = range(cells);
            text.push_str(&range);
            letters += range.len();
            first = false;
        }
        if !first {
            length += letters;
            said.push(text);
        }
    }
    // One file and sheet a line.
    let said = Value::Text(said.join("\n").into());
    match more {
        0 => said,
        _ => Value::phrase("trace-places-more", [("places", said), ("more", Value::count(more as u64))]),
    }
}

/// Parts sorted cells of a sheet into those that stand under each other.
fn ranges(cells: &[Origin]) -> impl Iterator<Item = &[Origin]> {
    cells.chunk_by(|one, other| one.column == other.column && one.row + 1 == other.row)
}

/// Names cells that stand under each other; whole rows are a range of rows.
fn range(cells: &[Origin]) -> String {
    let (column, from, to) = (cells[0].column, cells[0].row + 1, cells[cells.len() - 1].row + 1);
    if column == Origin::WHOLE_ROW {
        return format!("{from}:{to}");
    }
    let letters = column_letters(column);
    if from == to { format!("{letters}{from}") } else { format!("{letters}{from}:{letters}{to}") }
}

/// Gives a cell as its file holds it, before it was read.
pub fn found(raw: &RawValue) -> Value {
    match raw {
        RawValue::Text(text) => Value::Text(text.trim().into()),
        RawValue::Number(number) => Value::code(number.to_string()),
        RawValue::Percent(fraction) => {
            let percent =
                Decimal::try_from(*fraction).ok().and_then(|fraction| fraction.checked_mul(Decimal::ONE_HUNDRED));
            Value::code(percent.map_or(fraction.to_string(), |percent| format!("{}%", percent.normalize())))
        }
        RawValue::Date(moment) => Value::code(moment.date().to_string()),
        RawValue::Bool(logical) => Value::code(logical.to_string()),
        RawValue::Error(error) => Value::code(error),
        RawValue::Uncalculated => Value::Empty,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SheetId;

    #[track_caller]
    fn check(cells: &[(u16, u32)], expected: &str) {
        let cells: Vec<Origin> = cells.iter().map(|&(column, row)| Origin::cell(SheetId(0), row, column)).collect();
        assert_eq!(ranges(&cells).map(range).collect::<Vec<_>>().join(";"), expected);
    }

    #[test]
    fn cells_under_each_other_become_ranges() {
        check(&[(7, 6), (7, 7), (7, 8), (7, 11), (8, 6)], "H7:H9;H12;I7");
        check(&[(Origin::WHOLE_ROW, 6), (Origin::WHOLE_ROW, 7)], "7:8");
        check(&[(Origin::WHOLE_ROW, 6)], "7:7");
        check(&[], "");
    }
}
