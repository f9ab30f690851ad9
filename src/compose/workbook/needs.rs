//! What projects lack, as blocks of the funding sheet: gaps are live formulas over the amounts beside them.

use rust_decimal::Decimal;

use super::data::Data;
use super::funding::{money_head, sum};
use super::proof::same;
use crate::compose::{council, project};
use crate::model::book::{Block, BookCell, BookColumn, CellRef, ColumnRef, Expression, Tab};
use crate::model::needs::{CostBasis, Need, NeedSum, NeedSums, OwnBasis};
use crate::model::{Code, List, MoneySum, Value};

const NAME: u16 = 0;
const NUMBER: u16 = 1;
const COST: u16 = 2;
const SECURED: u16 = 3;
const OWN: u16 = 4;
const GAP: u16 = 5;
const EXPECTED: u16 = 6;
const AFTER: u16 = 7;
const REMARK: u16 = 8;

/// A total of more rows is a value: its formula would be too long for a cell.
const ADDED: usize = 200;

/// Lays out the needs by project, by pair and by theme; `first` is the position of the first block on its sheet.
pub(super) fn blocks(data: &Data<'_>, first: usize) -> Vec<Block> {
    let needs = &data.figures.funding.needs;
    if needs.groups.is_empty() {
        return Vec::new();
    }
    let pair = |(ma, fr): &(Code, Code)| {
        Value::phrase("report-pair", [("first", council::name(ma)), ("second", council::name(fr))])
    };
    let pairs = needs.pairs.iter().map(|(each, sums)| (pair(each), sums));
    let themes = needs.themes.iter().map(|(theme, sums)| (Value::Name(List::Themes, theme.clone()), sums));
    let overlap = |overlaps: bool, key| overlaps.then_some(Value::key(key));
    let mut all = vec![projects(data, first)];
    for (title, head, lines, note) in [
        (
            "grid-needs-pairs",
            "report-head-pair",
            pairs.collect::<Vec<_>>(),
            overlap(needs.pairs_overlap, "note-needs-pairs-overlap"),
        ),
        (
            "grid-needs-themes",
            "report-head-theme",
            themes.collect(),
            overlap(needs.themes_overlap, "note-needs-themes-overlap"),
        ),
    ] {
        if !lines.is_empty() {
            let at = first + all.len();
            all.push(sums(data, at, title, head, lines, note));
        }
    }
    all
}

fn columns(data: &Data<'_>, name: &'static str, number: &'static str) -> Vec<BookColumn> {
    let money = [
        (COST, "workbook-needs-cost"),
        (SECURED, "workbook-needs-secured"),
        (OWN, "workbook-needs-own"),
        (GAP, "workbook-needs-gap"),
        (EXPECTED, "workbook-needs-expected"),
        (AFTER, "workbook-needs-after"),
    ];
    let mut columns =
        vec![BookColumn::new(NAME, Value::key(name), 46), BookColumn::new(NUMBER, Value::key(number), 16)];
    columns.extend(money.into_iter().map(|(id, head)| BookColumn::new(id, money_head(data, head), 18)));
    columns
}

fn projects(data: &Data<'_>, at: usize) -> Block {
    let needs = &data.figures.funding.needs;
    let currency = &data.inputs.settings.rates.report_currency;
    let mut columns = columns(data, "needs-head-project", "workbook-head-applications");
    columns.push(BookColumn::new(REMARK, Value::key("workbook-needs-remark"), 46));
    let mut block = Block { title: Some(Value::key("grid-needs")), columns, ..Block::default() };
    for (row, need) in needs.groups.iter().take(data.room.lines).enumerate() {
        let money =
            |amount: Option<&MoneySum>| amount.map_or(BookCell::Value(Value::Missing), |each| sum(each, currency));
        let mut cells = vec![
            BookCell::Value(Value::phrase(
                "workbook-needs-name",
                [("ids", project::ids(&data.inputs, need)), ("title", project::title(&data.inputs, need))],
            )),
            BookCell::Value(Value::count(need.applications.len() as u64)),
            money(need.cost.as_ref()),
            money(Some(&need.secured)),
            money(need.own.as_ref()),
        ];
        let own = need.own.is_some();
        cells.push(gap(at, row, need.gap, &cells, currency, own));
        cells.push(money(Some(&need.expected)));
        cells.push(after(at, row, need.gap_after, &cells, currency));
        cells.push(remark(need));
        block.push(cells);
    }
    total(&mut block, at, &needs.whole, currency);
    block.note = Some(Value::key("note-needs"));
    block
}

fn cell(block: usize, id: u16, row: usize) -> Expression {
    Expression::Cell(CellRef { column: ColumnRef { tab: Tab::Funding, block, id }, row })
}

/// Writes a difference of cells, proved by the numbers that stand in them; a value that it does not give stands computed.
fn difference(
    block: usize,
    row: usize,
    ids: &[u16],
    expected: Option<Decimal>,
    cells: &[BookCell],
    currency: &Code,
) -> BookCell {
    let Some(expected) = expected else { return BookCell::Alert(Value::key("needs-unknown")) };
    let value = Value::Money(expected, currency.clone());
    let mut found: Option<(Expression, Decimal)> = None;
    for &id in ids {
        let Some(number) = cells.get(usize::from(id)).and_then(BookCell::number) else {
            return BookCell::Computed(value);
        };
        let part = cell(block, id, row);
        found = Some(match found {
            None => (part, number),
            Some((from, left)) => (Expression::Difference(Box::new(from), Box::new(part)), left - number),
        });
    }
    match found {
        Some((expression, number)) if same(number, expected) => BookCell::formula(expression, Some(value)),
        _ => BookCell::Computed(value),
    }
}

fn gap(block: usize, row: usize, gap: Option<Decimal>, cells: &[BookCell], currency: &Code, own: bool) -> BookCell {
    let ids: &[u16] = if own { &[COST, SECURED, OWN] } else { &[COST, SECURED] };
    difference(block, row, ids, gap, cells, currency)
}

fn after(block: usize, row: usize, after: Option<Decimal>, cells: &[BookCell], currency: &Code) -> BookCell {
    difference(block, row, &[GAP, EXPECTED], after, cells, currency)
}

/// Says what the amounts of a project stand on, and what is missing.
fn remark(need: &Need) -> BookCell {
    let told = [
        (need.cost_basis == CostBasis::Unknown, "workbook-needs-no-cost"),
        (need.cost_basis == CostBasis::Application, "workbook-needs-applied-cost"),
        (need.own_basis == OwnBasis::Unknown, "workbook-needs-no-own"),
        (need.own_basis == OwnBasis::Activity, "workbook-needs-activity-own"),
        (need.unsigned > 0, "workbook-needs-unsigned"),
        (need.unpriced > 0, "workbook-needs-unpriced"),
        (!need.without_rate().is_empty(), "workbook-no-rate"),
    ];
    let said: Vec<Value> = told.into_iter().filter(|(yes, _)| *yes).map(|(_, key)| Value::key(key)).collect();
    if said.is_empty() { BookCell::Empty } else { BookCell::Value(Value::List(said)) }
}

fn amount(sum: NeedSum, currency: &Code) -> BookCell {
    match sum.amount {
        Some(amount) => BookCell::Computed(Value::Money(amount, currency.clone())),
        None if sum.reported > 0 => BookCell::Alert(Value::key("workbook-no-rate")),
        None => BookCell::Value(Value::Missing),
    }
}

/// Gives the amounts of a line of sums, by column.
fn amounts(sums: &NeedSums) -> [(u16, NeedSum); 6] {
    [
        (COST, sums.cost),
        (SECURED, sums.secured),
        (OWN, sums.own),
        (GAP, sums.gap),
        (EXPECTED, sums.expected),
        (AFTER, sums.gap_after),
    ]
}

/// Adds the row of all projects: each column adds up the cells above that hold a number.
fn total(block: &mut Block, at: usize, whole: &NeedSums, currency: &Code) {
    let rows = block.height();
    let mut row = vec![
        BookCell::Strong(Value::phrase("needs-all", [("count", Value::count(whole.groups))])),
        BookCell::Value(Value::count(whole.applications)),
    ];
    for (id, sum) in amounts(whole) {
        let column = block.columns.iter().find(|column| column.id == id);
        let held: Vec<(usize, Decimal)> = column
            .iter()
            .flat_map(|column| column.cells.iter().enumerate())
            .filter_map(|(row, cell)| Some((row, cell.number()?)))
            .collect();
        let added: Decimal = held.iter().map(|(_, number)| *number).sum();
        row.push(match sum.amount {
            Some(expected) if (1..=ADDED).contains(&held.len()) && same(added, expected) => {
                let parts = held.iter().map(|(row, _)| cell(at, id, *row)).collect();
                BookCell::formula(Expression::Add(parts), Some(Value::Money(expected, currency.clone())))
            }
            _ => amount(sum, currency),
        });
    }
    block.strong.push(rows);
    block.push(row);
}

/// Lays out sums by line, and of all projects, each once. A sum over projects has a gap of its own only where every one
/// of them tells it, so that no formula stands for it.
fn sums(
    data: &Data<'_>,
    at: usize,
    title: &'static str,
    head: &'static str,
    lines: Vec<(Value, &NeedSums)>,
    note: Option<Value>,
) -> Block {
    let whole = &data.figures.funding.needs.whole;
    let currency = &data.inputs.settings.rates.report_currency;
    let columns = columns(data, head, "needs-head-projects");
    let mut block = Block { title: Some(Value::key(title)), columns, note, ..Block::default() };
    let count = lines.len();
    let all = lines.into_iter().map(|(name, sums)| (BookCell::Value(name), sums));
    for (row, (name, sums)) in all.chain([(BookCell::Strong(Value::key("needs-whole")), whole)]).enumerate() {
        let mut cells = vec![name, BookCell::Value(Value::count(sums.groups))];
        for (id, sum) in amounts(sums) {
            let computed = amount(sum, currency);
            cells.push(match id {
                GAP if sum.amount.is_some() => {
                    let own = sums.own.amount.is_some();
                    gap(at, row, sum.amount, &cells, currency, own)
                }
                AFTER if sum.amount.is_some() => after(at, row, sum.amount, &cells, currency),
                _ => computed,
            });
        }
        block.push(cells);
    }
    block.strong.push(count);
    block
}
