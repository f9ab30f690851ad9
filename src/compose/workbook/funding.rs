//! The sheet of the funding search: applications by stage and by funder, and what projects lack.

use rust_decimal::Decimal;

use super::data::{Data, heading};
use super::helper::Helper;
use super::proof::{evaluate, same};
use super::summary::bars;
use super::{needs, note, page};
use crate::model::book::{
    Block, BookCell, BookChart, BookColumn, BookSheet, CellRef, ColumnRef, Criterion, Expression, Tab,
};
use crate::model::measure::Comparison;
use crate::model::{Code, Field, List, MoneySum, Sheet, Value};

const STAGES: usize = 0;
const FUNDERS: usize = 1;

/// The most funders of a chart.
const CHARTED: usize = 6;

const NAME: u16 = 0;
const COUNT: u16 = 1;
const REACHED: u16 = 2;
const REQUESTED: u16 = 3;
const AWARDED: u16 = 4;
const PENDING: u16 = 5;

/// Lays out the sheet of the funding search.
pub(super) fn sheet(data: &mut Data<'_>) -> BookSheet {
    let mut blocks = vec![stages(data), funders(data)];
    let projects = data.figures.funding.needs.groups.len();
    blocks.extend(needs::blocks(data, blocks.len()));
    let mut sheet = page(Tab::Funding, "workbook-tab-funding", "workbook-funding-title", blocks);
    if let Some(days) = data.figures.funding.days_to_decision {
        sheet.lead.push(note(Value::phrase("workbook-days-to-decision", [("days", Value::count(days))])));
    }
    sheet.lead.push(note(Value::key("workbook-funding-note")));
    sheet.lead.extend(data.room.cut(projects, "workbook-needs-cut"));
    sheet
}

/// Gives the chart of applications by stage, for the first sheet.
pub(super) fn stage_chart(data: &Data<'_>) -> Option<BookChart> {
    let stages = &data.figures.funding.stages;
    let column = |id| ColumnRef { tab: Tab::Funding, block: STAGES, id };
    let chart = || bars("workbook-chart-stages", column(NAME), (0, stages.len()), vec![column(REACHED)]);
    stages.iter().any(|line| line.reached > 0).then(chart)
}

/// Gives the chart of amounts by funder, for the first sheet.
pub(super) fn funder_chart(data: &Data<'_>) -> Option<BookChart> {
    let funders = data.figures.funding.funders.len().min(CHARTED);
    let column = |id| ColumnRef { tab: Tab::Funding, block: FUNDERS, id };
    let series = vec![column(REQUESTED), column(AWARDED)];
    (funders > 0).then(|| bars("workbook-chart-funders", column(NAME), (0, funders), series))
}

pub(super) fn money_head(data: &Data<'_>, key: &'static str) -> Value {
    Value::phrase(key, [("currency", Value::code(&data.inputs.settings.rates.report_currency))])
}

fn stages(data: &mut Data<'_>) -> Block {
    let mut block = Block {
        title: Some(Value::key("workbook-stages-title")),
        columns: vec![
            BookColumn::new(NAME, heading(Sheet::Funding, Field::FundingStage), 46),
            BookColumn::new(COUNT, Value::key("workbook-head-present"), 16),
            BookColumn::new(REACHED, Value::key("workbook-head-reached"), 16),
            BookColumn::new(REQUESTED, money_head(data, "workbook-head-requested"), 18),
        ],
        note: Some(Value::key("workbook-stages-note")),
        ..Block::default()
    };
    let figures = data.figures;
    for line in &figures.funding.stages {
        let of = (Field::FundingStage, List::Stages, &line.stage);
        let present = counted(data, of, line.present);
        let requested = summed(data, of, Field::AmountRequested, &line.requested);
        block.push(vec![
            BookCell::Value(Value::Name(List::Stages, line.stage.clone())),
            present,
            BookCell::Computed(Value::count(line.reached)),
            requested,
        ]);
    }
    block
}

fn funders(data: &mut Data<'_>) -> Block {
    let mut block = Block {
        title: Some(Value::key("workbook-funders-title")),
        columns: vec![
            BookColumn::new(NAME, heading(Sheet::Funding, Field::Funder), 46),
            BookColumn::new(COUNT, Value::key("workbook-head-applications"), 16),
            BookColumn::new(REQUESTED, money_head(data, "workbook-head-requested"), 18),
            BookColumn::new(AWARDED, money_head(data, "workbook-head-awarded"), 18),
            BookColumn::new(PENDING, money_head(data, "workbook-head-pending"), 18),
        ],
        ..Block::default()
    };
    let figures = data.figures;
    for line in &figures.funding.funders {
        let of = (Field::Funder, List::Funders, &line.funder);
        let row = vec![
            BookCell::Value(Value::Name(List::Funders, line.funder.clone())),
            counted(data, of, line.applications),
            summed(data, of, Field::AmountRequested, &line.requested),
            summed(data, of, Field::AmountAwarded, &line.awarded),
            sum(&line.pending, &data.inputs.settings.rates.report_currency),
        ];
        block.push(row);
    }
    total(&mut block);
    block
}

/// Adds the total row of the funders, where every cell of a column is a number.
fn total(block: &mut Block) {
    let rows = block.height();
    if rows < 2 {
        return;
    }
    let cells = block.columns.iter().map(|column| {
        if column.id == NAME {
            return BookCell::Strong(Value::key("workbook-total"));
        }
        let numbers: Option<Vec<Decimal>> = column.cells.iter().map(BookCell::number).collect();
        let Some(numbers) = numbers else { return BookCell::Empty };
        let column_ref = ColumnRef { tab: Tab::Funding, block: FUNDERS, id: column.id };
        let parts = (0..rows).map(|row| Expression::Cell(CellRef { column: column_ref, row }));
        BookCell::formula(Expression::Add(parts.collect()), Some(Value::Number(numbers.iter().sum(), 0)))
    });
    let row = cells.collect();
    block.strong.push(rows);
    block.push(row);
}

/// Gives the number of applications with a value in a column, as a formula where it says it.
fn counted(data: &mut Data<'_>, of: (Field, List, &Code), expected: u64) -> BookCell {
    let value = Value::count(expected);
    match proved(data, of, None, Decimal::from(expected)) {
        Some(expression) => BookCell::formula(expression, Some(value)),
        None => BookCell::Computed(value),
    }
}

/// Gives a converted amount of the applications with a value in a column, as a formula where it says it.
fn summed(data: &mut Data<'_>, of: (Field, List, &Code), field: Field, expected: &MoneySum) -> BookCell {
    let currency = data.inputs.settings.rates.report_currency.clone();
    let Some(amount) = expected.converted else { return sum(expected, &currency) };
    match proved(data, of, Some(field), amount) {
        Some(expression) => BookCell::formula(expression, Some(Value::Money(amount, currency))),
        None => sum(expected, &currency),
    }
}

fn proved(
    data: &mut Data<'_>,
    (field, list, code): (Field, List, &Code),
    amount: Option<Field>,
    expected: Decimal,
) -> Option<Expression> {
    let column = data.column(Sheet::Funding, field)?;
    if !data.inputs.reference.is_distinct(list) {
        return None;
    }
    let tab = Tab::Data(Sheet::Funding);
    let is = |column, value| Criterion { column, sign: Comparison::Equal, value };
    let taking = data.helper(tab, Helper::In)?;
    let criteria = vec![is(taking, Value::count(1)), is(column, Value::Name(list, code.clone()))];
    let expression = match amount {
        None => Expression::CountIfs(criteria),
        Some(field) => Expression::SumIfs(data.helper(tab, Helper::Converted(field))?, criteria),
    };
    evaluate(data, &expression).is_some_and(|found| same(found, expected)).then_some(expression)
}

pub(super) fn sum(sum: &MoneySum, currency: &Code) -> BookCell {
    match sum.converted {
        Some(amount) => BookCell::Computed(Value::Money(amount, currency.clone())),
        None => BookCell::Alert(Value::key("workbook-no-rate")),
    }
}
