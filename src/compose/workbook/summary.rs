//! The first sheet: what the workbook is, key figures as cards that lead to their rows, and charts of live cells.

use super::breakdowns::{Breakdowns, column};
use super::data::Data;
use super::indicators::{self, Indicators, id};
use super::{copied, funding, note, page, title};
use crate::model::book::{Block, BookCell, BookChart, BookColumn, BookSheet, CellRef, ColumnRef, Labels, Line, Tab};
use crate::model::{Audience, DocumentKind, Value};

/// The figures of the cards.
const KEY_FIGURES: &[&str] = &[
    "X1-total",
    "X1-ongoing",
    "X1-completed",
    "X10-ma",
    "X10-fr",
    "X10-pairs",
    "X3-budget",
    "X3-disbursed",
    "X3-execution-rate",
    "X4-total",
    "X4-women-share",
    "X13-returned",
];

/// The most indicators of the chart of attainments.
const ATTAINMENTS: usize = 10;
/// The most themes of a chart.
const THEMES: usize = 24;

/// Lays out the first sheet.
pub(super) fn sheet(
    data: &Data<'_>,
    kind: &DocumentKind,
    indicators: &Indicators,
    breakdowns: &Breakdowns,
) -> BookSheet {
    let settings = data.inputs.settings;
    let mut sheet = page(Tab::Summary, "dashboard-tab", "dashboard-tab", vec![cards(data, indicators)]);
    sheet.title = title(&data.inputs, kind);
    let period = [("label", Value::from(&settings.period_label)), ("period", Value::Period(settings.period))];
    sheet.lead = vec![
        (Line::Plain, Value::from(&settings.agreement.title)),
        (Line::Plain, Value::phrase("workbook-period", period)),
        (Line::Plain, Value::phrase("workbook-as-of", [("date", Value::Date(settings.cutoff()))])),
    ];
    if data.figures.provisional {
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
    let whole = data.apart.is_empty();
    sheet.lead.push(note(Value::key(if whole { "dashboard-note" } else { "dashboard-note-apart" })));
    sheet.charts = charts(data, breakdowns);
    sheet
}

fn charts(data: &Data<'_>, breakdowns: &Breakdowns) -> Vec<BookChart> {
    let column = |block, id| ColumnRef { tab: Tab::Breakdowns, block, id };
    let thousands = [("currency", Value::code(&data.inputs.settings.rates.report_currency))];
    let mut charts = Vec::new();
    if let Some(block) = breakdowns.statuses {
        let (names, rows) = (column(block, column::NAME), (0, breakdowns.height(block)));
        charts.push(bars("dashboard-statuses", names, rows, vec![column(block, column::ACTIVITIES)]));
    }
    if let Some(block) = breakdowns.themes {
        let (names, rows) = (column(block, column::NAME), (0, breakdowns.height(block).min(THEMES)));
        charts.push(BookChart {
            title: Value::phrase("dashboard-chart-money", thousands.clone()),
            stacked: true,
            labels: Labels::Thousands,
            ..bars("dashboard-note", names, rows, vec![column(block, column::SPENT), column(block, column::REST)])
        });
        let people = vec![column(block, column::LOW), column(block, column::MORE)];
        charts.push(BookChart { stacked: true, ..bars("dashboard-chart-people", names, rows, people) });
    }
    charts.extend(funding::stage_chart(data));
    if let Some(block) = breakdowns.attainments {
        let (names, rows) = (column(block, column::NAME), (0, breakdowns.height(block).min(ATTAINMENTS)));
        charts.push(BookChart {
            labels: Labels::Percent,
            ..bars("dashboard-chart-attainment", names, rows, vec![column(block, column::SHARE)])
        });
    }
    charts.extend(funding::funder_chart(data).map(|chart| BookChart {
        title: Value::phrase("dashboard-chart-funders", thousands),
        labels: Labels::Thousands,
        ..chart
    }));
    charts
}

/// Makes a bar chart.
pub(super) fn bars(
    title: &'static str,
    categories: ColumnRef,
    rows: (usize, usize),
    series: Vec<ColumnRef>,
) -> BookChart {
    let title = Value::key(title);
    BookChart { alt: title.clone(), title, categories, rows, series, stacked: false, labels: Labels::Count }
}

fn cards(data: &Data<'_>, indicators: &Indicators) -> Block {
    let columns = [(0, "workbook-head-indicator"), (1, "workbook-head-value"), (2, "workbook-head-unit")];
    let mut block = Block {
        columns: columns.map(|(id, key)| BookColumn::new(id, Value::key(key), 26)).into(),
        cards: true,
        ..Block::default()
    };
    for &code in KEY_FIGURES {
        let (Some(&row), Some(indicator)) = (indicators.cross.get(code), data.inputs.reference.indicator(code)) else {
            continue;
        };
        let place = |id| CellRef { column: ColumnRef { tab: Tab::Indicators, block: indicators::CROSS, id }, row };
        let source = |id: u16| {
            let columns = &indicators.sheet.blocks[indicators::CROSS].columns;
            columns.iter().find(|own| own.id == id).and_then(|column| column.cells.get(row))
        };
        let label = BookCell::Led(Box::new(BookCell::Value(Value::from(&indicator.names))), place(id::NAME));
        let value = copied(source(id::VALUE), place(id::VALUE));
        let value = match source(id::CODE) {
            Some(BookCell::Led(_, rows)) => BookCell::Led(Box::new(value), *rows),
            _ => value,
        };
        let foot = match (copied(source(id::HIGH), place(id::HIGH)), source(id::UNIT), data.figures.cross.get(code)) {
            (high @ BookCell::Formula(..), ..) => high,
            (_, Some(BookCell::Value(unit)), Some(figure)) => BookCell::Value(Value::phrase(
                "dashboard-card-foot",
                [
                    ("unit", unit.clone()),
                    ("reported", Value::count(figure.reported)),
                    ("asked", Value::count(figure.asked)),
                ],
            )),
            _ => BookCell::Empty,
        };
        block.push(vec![label, value, foot]);
    }
    block
}
