//! The first sheet: what the workbook is, key figures that point at their formulas, breakdowns and charts.

use super::data::Data;
use super::helper::Helper;
use super::indicators::{self, Indicators, id};
use super::proof::{evaluate, same};
use super::{formula, funding, note, page, title};
use crate::model::book::{
    Block, BookCell, BookChart, BookColumn, BookSheet, CellRef, ColumnRef, Criterion, Expression, Line, Tab,
};
use crate::model::figures::Breakdown;
use crate::model::measure::Comparison;
use crate::model::{Audience, Code, DocumentKind, Figure, List, Outcome, Value};

/// The figures of the first table.
const KEY_FIGURES: &[&str] = &[
    "X1-total",
    "X1-ongoing",
    "X1-completed",
    "X10-ma",
    "X10-fr",
    "X10-pairs",
    "X10-north-south",
    "X3-budget",
    "X3-disbursed",
    "X3-execution-rate",
    "X4-total",
    "X4-women-share",
    "X11-full",
    "X16-requested",
    "X16-awarded",
    "X13-returned",
];

const NAME: u16 = 0;
const VALUE: u16 = 1;
const HIGH: u16 = 2;
const UNIT: u16 = 3;
const CODE: u16 = 4;
const MONEY: u16 = 5;

/// Lays out the first sheet.
pub(super) fn sheet(data: &mut Data<'_>, kind: &DocumentKind, indicators: &Indicators) -> BookSheet {
    let mut blocks = vec![key_figures(data, indicators)];
    let mut charts = Vec::new();
    let figures = data.figures;
    let settings = data.inputs.settings;
    let themes = breakdown(data, &figures.themes, "workbook-themes-title", List::Themes, Some(Tab::Themes));
    if themes.height() > 0 {
        charts.push(bars(
            "workbook-chart-themes",
            column(blocks.len(), NAME),
            (0, themes.height()),
            vec![column(blocks.len(), VALUE)],
        ));
        blocks.push(themes);
    }
    if !matches!(kind, DocumentKind::Territory(_)) {
        let territories =
            breakdown(data, &figures.territories, "workbook-territories-title", List::Territories, Some(Tab::Places));
        if territories.height() > 0 {
            blocks.push(territories);
        }
    }
    let targets = attainments(data, &indicators.sheet);
    if targets.height() > 0 {
        charts.push(BookChart {
            percent: true,
            ..bars(
                "workbook-chart-attainment",
                column(blocks.len(), NAME),
                (0, targets.height()),
                vec![column(blocks.len(), VALUE)],
            )
        });
        blocks.push(targets);
    }
    charts.extend(funding::charts(data));
    let mut sheet = page(Tab::Summary, "workbook-tab-summary", "workbook-tab-summary", blocks);
    sheet.title = title(&data.inputs, kind);
    sheet.lead = vec![
        (Line::Plain, Value::from(&settings.agreement.title)),
        (
            Line::Plain,
            Value::phrase(
                "workbook-period",
                [("label", Value::from(&settings.period_label)), ("period", Value::Period(settings.period))],
            ),
        ),
        (Line::Plain, Value::phrase("workbook-as-of", [("date", Value::Date(settings.cutoff()))])),
    ];
    if figures.provisional {
        sheet.lead.push((Line::Warning, Value::key("workbook-provisional")));
    } else {
        sheet.lead.push((Line::Plain, Value::key("workbook-final")));
    }
    if data.inputs.audience == Audience::Internal {
        sheet.lead.push((Line::Warning, Value::key("workbook-internal")));
    }
    if !settings.notice.fr.is_empty() {
        sheet.lead.push((Line::Warning, Value::from(&settings.notice)));
    }
    sheet.lead.push(note(Value::key("workbook-summary-note")));
    sheet.charts = charts;
    sheet
}

/// Makes a bar chart.
pub(super) fn bars(
    title: &'static str,
    categories: ColumnRef,
    rows: (usize, usize),
    series: Vec<ColumnRef>,
) -> BookChart {
    let title = Value::key(title);
    BookChart { alt: title.clone(), title, categories, rows, series, stacked: false, percent: false }
}

fn column(block: usize, id: u16) -> ColumnRef {
    ColumnRef { tab: Tab::Summary, block, id }
}

fn key_figures(data: &Data<'_>, indicators: &Indicators) -> Block {
    let columns = vec![
        BookColumn::new(NAME, Value::key("workbook-head-indicator"), 42),
        BookColumn::new(VALUE, Value::key("workbook-head-value"), 18),
        BookColumn::new(HIGH, Value::key("workbook-head-high"), 18),
        BookColumn::new(UNIT, Value::key("workbook-head-unit"), 16),
        BookColumn::new(CODE, Value::key("workbook-head-code"), 16),
    ];
    let mut block = Block { title: Some(Value::key("workbook-key-title")), columns, ..Block::default() };
    for &code in KEY_FIGURES {
        let (Some(&row), Some(indicator)) = (indicators.cross.get(code), data.inputs.reference.indicator(code)) else {
            continue;
        };
        let copy = |id: u16| {
            let column = ColumnRef { tab: Tab::Indicators, block: indicators::CROSS, id };
            let source = indicators.sheet.blocks[indicators::CROSS].columns.iter().find(|own| own.id == id);
            match source.and_then(|source| source.cells.get(row)) {
                Some(BookCell::Formula(_, value)) => {
                    BookCell::Formula(Expression::Cell(CellRef { column, row }), value.clone())
                }
                Some(BookCell::Computed(value)) => {
                    BookCell::Formula(Expression::Cell(CellRef { column, row }), Some(value.clone()))
                }
                Some(other) => other.clone(),
                None => BookCell::Empty,
            }
        };
        block.push(vec![
            BookCell::Value(Value::from(&indicator.names)),
            copy(id::VALUE),
            copy(id::HIGH),
            copy(id::UNIT),
            BookCell::Value(Value::code(code)),
        ]);
    }
    block
}

/// Makes a table of activities and budget by the values of an axis.
fn breakdown(data: &mut Data<'_>, breakdown: &Breakdown, title: &'static str, list: List, links: Option<Tab>) -> Block {
    let currency = data.inputs.settings.rates.report_currency.clone();
    let columns = vec![
        BookColumn::new(NAME, Value::key("workbook-head-name"), 42),
        BookColumn::new(VALUE, Value::key("workbook-head-activities"), 18),
        BookColumn::new(MONEY, Value::phrase("workbook-head-budget", [("currency", Value::code(&currency))]), 18),
    ];
    let mut block = Block {
        title: Some(Value::key(title)),
        columns,
        note: breakdown.overlapping.then(|| Value::key("workbook-overlapping")),
        ..Block::default()
    };
    for (code, figures) in &breakdown.lines {
        let activities = figures.get("X1-total");
        let value = match activities.map(|figure| &figure.outcome) {
            Some(Outcome::Number(number)) => {
                let value = Value::Number(*number, 0);
                match links.and_then(|tab| linked(data, tab, list, code, *number)) {
                    Some(expression) => BookCell::Formula(expression, Some(value)),
                    None => BookCell::Computed(value),
                }
            }
            Some(_) => BookCell::Value(Value::Missing),
            None => BookCell::Empty,
        };
        let budget = figures.get("X3-budget").map_or(BookCell::Empty, |figure| money(figure, &currency));
        block.push(vec![BookCell::Value(Value::Name(list, code.clone())), value, budget]);
    }
    block
}

/// Gives the count of one value on a link sheet, proved.
fn linked(
    data: &mut Data<'_>,
    tab: Tab,
    list: List,
    code: &Code,
    expected: rust_decimal::Decimal,
) -> Option<Expression> {
    if !formula::distinct_names(data, list) {
        return None;
    }
    let name = ColumnRef { tab, block: 0, id: 0 };
    let taking = data.helper(tab, Helper::In)?;
    let is = |column, value| Criterion { column, sign: Comparison::Equal, value };
    let expression = Expression::CountIfs(vec![is(taking, Value::count(1)), is(name, Value::Name(list, code.clone()))]);
    evaluate(data, &expression).is_some_and(|found| same(found, expected)).then_some(expression)
}

fn money(figure: &Figure, currency: &Code) -> BookCell {
    match (&figure.outcome, figure.value()) {
        (Outcome::Money(_), Some(sum)) => BookCell::Computed(Value::Money(sum, currency.clone())),
        (Outcome::NotReported, _) => BookCell::Value(Value::Missing),
        _ => BookCell::Alert(Value::key("workbook-no-rate")),
    }
}

/// Makes the table behind the chart of targets: the indicators whose attainment is known.
fn attainments(data: &Data<'_>, sheet: &BookSheet) -> Block {
    let mut block = Block {
        title: Some(Value::key("workbook-attainment-title")),
        columns: vec![
            BookColumn::new(NAME, Value::key("workbook-head-indicator"), 42),
            BookColumn::new(VALUE, Value::key("workbook-head-attainment"), 18),
            BookColumn::new(CODE, Value::key("workbook-head-code"), 16),
        ],
        ..Block::default()
    };
    let Some(results) = sheet.blocks.get(indicators::RESULTS) else { return block };
    let cells = |id| results.columns.iter().find(|column| column.id == id).map_or(&[][..], |column| &column.cells);
    for (row, (code, share)) in cells(id::CODE).iter().zip(cells(id::ATTAINMENT)).enumerate() {
        let (BookCell::Value(Value::Code(code)) | BookCell::Link(Value::Code(code), _)) = code else { continue };
        let (BookCell::Formula(_, Some(value)) | BookCell::Computed(value)) = share else { continue };
        let Some(indicator) = data.inputs.reference.indicator(code) else { continue };
        let column = ColumnRef { tab: Tab::Indicators, block: indicators::RESULTS, id: id::ATTAINMENT };
        block.push(vec![
            BookCell::Value(Value::from(&indicator.names)),
            BookCell::Formula(Expression::Cell(CellRef { column, row }), Some(value.clone())),
            BookCell::Value(Value::code(code)),
        ]);
    }
    block
}
