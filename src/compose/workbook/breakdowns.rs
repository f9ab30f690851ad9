//! The tables behind the charts of the first sheet: activities, money and people by status, theme and territory, and how
//! far each indicator has come.

use rust_decimal::Decimal;

use super::data::Data;
use super::helper::Helper;
use super::indicators::{self, Indicators, id};
use super::proof::{evaluate, same};
use super::{note, page};
use crate::model::book::{Block, BookCell, BookColumn, BookSheet, CellRef, ColumnRef, Criterion, Expression, Tab};
use crate::model::figures::Breakdown;
use crate::model::measure::Comparison;
use crate::model::{Code, DocumentKind, Field, Figure, List, Outcome, Sheet, Value};

/// The ids of the columns.
pub(super) mod column {
    pub const NAME: u16 = 0;
    pub const ACTIVITIES: u16 = 1;
    pub const BUDGET: u16 = 2;
    pub const SPENT: u16 = 3;
    pub const REST: u16 = 4;
    pub const LOW: u16 = 5;
    pub const HIGH: u16 = 6;
    pub const MORE: u16 = 7;
    pub const BASELINE: u16 = 8;
    pub const TARGET: u16 = 9;
    pub const ACTUAL: u16 = 10;
    pub const SHARE: u16 = 11;
    pub const CODE: u16 = 12;
}
use column::{ACTIVITIES, ACTUAL, BASELINE, BUDGET, CODE, HIGH, LOW, MORE, NAME, REST, SHARE, SPENT, TARGET};

/// The sheet, and where each of its tables stands.
pub(super) struct Breakdowns {
    pub sheet: BookSheet,
    pub statuses: Option<usize>,
    pub themes: Option<usize>,
    pub attainments: Option<usize>,
}

impl Breakdowns {
    /// Gives the number of rows of a table.
    pub fn height(&self, block: usize) -> usize {
        self.sheet.blocks.get(block).map_or(0, Block::height)
    }
}

/// What one table breaks down by.
struct Axis<'a> {
    lines: &'a Breakdown,
    title: &'static str,
    name: &'static str,
    list: List,
    /// The column of the names that a formula asks for.
    links: Option<ColumnRef>,
}

/// Lays out the sheet.
pub(super) fn sheet(data: &mut Data<'_>, kind: &DocumentKind, indicators: &Indicators) -> Breakdowns {
    let figures = data.figures;
    let linked = |tab| Some(ColumnRef { tab, block: 0, id: 0 });
    let statuses = Axis {
        lines: &figures.statuses,
        title: "dashboard-statuses",
        name: "ByStatus",
        list: List::Statuses,
        links: data.column(Sheet::Activities, Field::Status),
    };
    let themes = Axis {
        lines: &figures.themes,
        title: "workbook-themes-title",
        name: "ByTheme",
        list: List::Themes,
        links: linked(Tab::Themes),
    };
    let territories = Axis {
        lines: &figures.territories,
        title: "workbook-territories-title",
        name: "ByTerritory",
        list: List::Territories,
        links: linked(Tab::Places),
    };
    let mut blocks = Vec::new();
    let mut put = |block: Block| {
        (block.height() > 0).then(|| {
            blocks.push(block);
            blocks.len() - 1
        })
    };
    let statuses = put(breakdown(data, &statuses, 0));
    let at = usize::from(statuses.is_some());
    let themes = put(breakdown(data, &themes, at));
    let attainments = put(attainments(data, &indicators.sheet));
    if !matches!(kind, DocumentKind::Territory(_)) {
        let at = [statuses, themes, attainments].into_iter().flatten().count();
        put(breakdown(data, &territories, at));
    }
    let mut sheet = page(Tab::Breakdowns, "dashboard-tab-breakdowns", "dashboard-tab-breakdowns", blocks);
    sheet.lead = vec![note(Value::key("workbook-summary-note"))];
    Breakdowns { sheet, statuses, themes, attainments }
}

/// Makes a table by the values of an axis, to stand at a position of its sheet.
fn breakdown(data: &mut Data<'_>, axis: &Axis<'_>, at: usize) -> Block {
    let currency = data.inputs.settings.rates.report_currency.clone();
    let money = |what| {
        let args = [("what", Value::key(what)), ("currency", Value::code(&currency))];
        Value::phrase("report-head-units", args)
    };
    let columns = vec![
        BookColumn::new(NAME, Value::key("workbook-head-name"), 46),
        BookColumn::new(ACTIVITIES, Value::key("workbook-head-activities"), 14),
        BookColumn::new(BUDGET, money("report-head-budget"), 20),
        BookColumn::new(SPENT, money("report-head-spent"), 20),
        BookColumn::new(REST, money("dashboard-rest"), 20),
        BookColumn::new(LOW, Value::key("dashboard-people-low"), 18),
        BookColumn::new(HIGH, Value::key("dashboard-people-high"), 18),
        BookColumn::new(MORE, Value::key("dashboard-people-more"), 18),
    ];
    let mut block = Block {
        columns,
        note: axis.lines.overlapping.then(|| Value::key("workbook-overlapping")),
        ..Block::default().titled(axis.title).named(axis.name)
    };
    for (code, figures) in &axis.lines.lines {
        let row = block.height();
        let own = |id| CellRef { column: ColumnRef { tab: Tab::Breakdowns, block: at, id }, row };
        let [budget, spent] = ["X3-budget", "X3-disbursed"].map(|each| money_cell(figures.get(each), &currency));
        let [low, high] = people(figures.get("X4-total"));
        let rest = budget.number().zip(spent.number()).map(|(budget, spent)| budget - spent.min(budget));
        let rest = rest.map_or(BookCell::Value(Value::Missing), |rest| {
            let taken = Expression::Min([SPENT, BUDGET].map(|id| Expression::Cell(own(id))).into());
            let rest_of = Expression::Difference(Box::new(Expression::Cell(own(BUDGET))), Box::new(taken));
            BookCell::formula(rest_of, Some(Value::Money(rest, currency.clone())))
        });
        let more = low.number().zip(high.number()).map_or(low.clone(), |(low, high)| {
            let [above, below] = [HIGH, LOW].map(|id| Box::new(Expression::Cell(own(id))));
            BookCell::formula(Expression::Difference(above, below), Some(Value::Number(high - low, 0)))
        });
        let activities = activities(data, axis, code, figures.get("X1-total"));
        let name = BookCell::Value(Value::Name(axis.list, code.clone()));
        block.push(vec![name, activities, budget, spent, rest, low, high, more]);
    }
    block
}

/// Gives the number of activities of a line, as a formula that leads to the first of them, where one says it.
fn activities(data: &mut Data<'_>, axis: &Axis<'_>, code: &Code, figure: Option<&Figure>) -> BookCell {
    let number = match figure.map(|figure| &figure.outcome) {
        Some(Outcome::Number(number)) => *number,
        Some(other) => return BookCell::Value(untold(other)),
        None => return BookCell::Empty,
    };
    let value = Value::Number(number, 0);
    match axis.links.and_then(|names| counted(data, names, axis.list, code, number)) {
        Some(expression) => {
            let target = super::drill::first(data, &expression);
            let cell = BookCell::formula(expression, Some(value));
            target.map_or(cell.clone(), |target| BookCell::Led(Box::new(cell), target))
        }
        None => BookCell::Computed(value),
    }
}

/// Gives the count of one name in a column, proved.
fn counted(data: &mut Data<'_>, names: ColumnRef, list: List, code: &Code, expected: Decimal) -> Option<Expression> {
    if !data.inputs.reference.is_distinct(list) {
        return None;
    }
    let taking = data.helper(names.tab, Helper::In)?;
    let is = |column, value| Criterion { column, sign: Comparison::Equal, value };
    let expression =
        Expression::CountIfs(vec![is(taking, Value::count(1)), is(names, Value::Name(list, code.clone()))]);
    evaluate(data, &expression).is_some_and(|found| same(found, expected)).then_some(expression)
}

fn money_cell(figure: Option<&Figure>, currency: &Code) -> BookCell {
    let Some(figure) = figure else { return BookCell::Empty };
    match (&figure.outcome, figure.value()) {
        (Outcome::Money(_), Some(sum)) => BookCell::Computed(Value::Money(sum, currency.clone())),
        (Outcome::Money(_), None) => BookCell::Alert(Value::key("workbook-no-rate")),
        _ => BookCell::Value(Value::Missing),
    }
}

/// Gives the two ends of a number of people.
fn people(figure: Option<&Figure>) -> [BookCell; 2] {
    let Some(figure) = figure else { return [BookCell::Empty, BookCell::Empty] };
    let cell = |number| BookCell::Computed(Value::Number(number, 0));
    match &figure.outcome {
        Outcome::Interval(low, high) => [cell(*low), cell(*high)],
        Outcome::Number(number) => [cell(*number), cell(*number)],
        other => [untold(other), untold(other)].map(BookCell::Value),
    }
}

/// Says why there is no number: a small group of people, or not reported.
fn untold(outcome: &Outcome) -> Value {
    match outcome {
        Outcome::Masked(mask) => Value::Masked(*mask),
        _ => Value::Missing,
    }
}

/// Makes the table of the indicators whose attainment is known, the least advanced first.
fn attainments(data: &Data<'_>, sheet: &BookSheet) -> Block {
    let columns = [
        (NAME, "workbook-head-indicator", 46),
        (BASELINE, "workbook-head-baseline", 14),
        (TARGET, "workbook-head-target", 20),
        (ACTUAL, "workbook-head-actual", 20),
        (SHARE, "workbook-head-attainment", 20),
        (CODE, "workbook-head-code", 18),
    ];
    let mut block = Block {
        columns: columns.map(|(id, key, width)| BookColumn::new(id, Value::key(key), width)).into(),
        ..Block::default().titled("workbook-attainment-title").named("Attainments")
    };
    let Some(results) = sheet.blocks.get(indicators::RESULTS) else { return block };
    let cells =
        |id| results.columns.iter().find(|column| column.id == id).map_or(&super::proof::NONE, |column| &column.cells);
    let mut known: Vec<(Decimal, usize)> =
        cells(id::ATTAINMENT).iter().enumerate().filter_map(|(row, cell)| Some((cell.number()?, row))).collect();
    known.sort();
    for (_, row) in known {
        let Some(BookCell::Value(Value::Code(code))) = cells(id::CODE).get(row).map(BookCell::shown) else { continue };
        let Some(indicator) = data.inputs.reference.indicator(code) else { continue };
        let column = |id| ColumnRef { tab: Tab::Indicators, block: indicators::RESULTS, id };
        let copy = |id| super::copied(cells(id).get(row), CellRef { column: column(id), row });
        let name = BookCell::Value(Value::from(&indicator.names));
        block.push(vec![
            BookCell::Led(Box::new(name), CellRef { column: column(id::NAME), row }),
            copy(id::BASELINE),
            copy(id::TARGET),
            copy(id::ACTUAL),
            copy(id::ATTAINMENT),
            BookCell::Value(Value::code(code)),
        ]);
    }
    block
}
