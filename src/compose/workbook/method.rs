//! The sheet of the method: how to read the workbook, the rates, the files it was made from and the definitions.

use super::{Inputs, page};
use crate::compose::privacy;
use crate::model::book::{Block, BookCell, BookColumn, BookSheet, Line, Tab};
use crate::model::{DocumentKind, Figures, SourceFile, Value};

/// Lays out the sheet of the method.
pub(super) fn sheet(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> BookSheet {
    let files = if *kind == DocumentKind::Consolidated { files(inputs) } else { Block::default() };
    let mut blocks = vec![rates(inputs), files, definitions(inputs, figures)];
    blocks.retain(|block| block.height() > 0);
    let mut sheet = page(Tab::Method, "workbook-tab-method", "workbook-method-title", blocks);
    let lines = [
        "workbook-method-formulas",
        "workbook-method-values",
        "workbook-method-helpers",
        "workbook-method-missing",
        "workbook-method-held",
        "workbook-method-overlap",
        "workbook-method-people",
        "workbook-method-ratios",
        "workbook-method-money",
    ];
    sheet.lead = lines.map(|key| (Line::Plain, Value::key(key))).into();
    sheet.lead.extend(privacy::lines(inputs).into_iter().map(|line| (Line::Plain, line)));
    let made = [
        ("program", Value::code(&*inputs.provenance.program)),
        ("fingerprint", Value::code(&*inputs.provenance.fingerprint)),
        ("date", Value::Date(inputs.settings.reference_date)),
    ];
    sheet.lead.push((Line::Plain, Value::phrase("dashboard-made", made)));
    sheet
}

fn columns(heads: &[(&'static str, u8)]) -> Vec<BookColumn> {
    heads.iter().enumerate().map(|(at, &(key, width))| BookColumn::new(at as u16, Value::key(key), width)).collect()
}

fn rates(inputs: &Inputs<'_>) -> Block {
    let heads = [
        ("workbook-head-rate", 16),
        ("workbook-head-from", 46),
        ("workbook-head-to", 18),
        ("workbook-head-period", 34),
        ("workbook-head-source", 30),
    ];
    let mut block =
        Block { columns: columns(&heads), ..Block::default().titled("workbook-rates-title").named("Rates") };
    for rate in &inputs.settings.rates.rates {
        block.push(vec![
            BookCell::Bare(rate.rate),
            BookCell::Value(Value::code(&rate.from)),
            BookCell::Value(Value::code(&rate.to)),
            BookCell::Value(Value::Period(rate.period)),
            BookCell::Value(Value::from(&*rate.source)),
        ]);
    }
    block
}

fn files(inputs: &Inputs<'_>) -> Block {
    let heads = [("workbook-head-bytes", 16), ("workbook-head-file", 46), ("workbook-head-hash", 18)];
    let mut block =
        Block { columns: columns(&heads), ..Block::default().titled("workbook-files-title").named("Inputs") };
    for (path, sum) in &inputs.provenance.inputs {
        let own = |file: &&SourceFile| path.strip_prefix("returns/").is_some_and(|own| *own == *file.path);
        let bytes = inputs.sources.files.iter().find(own).map(|file| Value::count(file.bytes));
        block.push(vec![
            bytes.map_or(BookCell::Empty, BookCell::Value),
            BookCell::Value(Value::code(&**path)),
            BookCell::Value(Value::code(&**sum)),
        ]);
    }
    block
}

fn definitions(inputs: &Inputs<'_>, figures: &Figures) -> Block {
    let heads = [
        ("workbook-head-code", 16),
        ("workbook-head-indicator", 46),
        ("workbook-head-unit", 18),
        ("workbook-head-definition", 34),
        ("workbook-head-measure", 30),
        ("workbook-head-source", 30),
    ];
    let mut block = Block {
        columns: columns(&heads),
        ..Block::default().titled("workbook-definitions-title").named("Definitions")
    };
    let shown =
        |code: &str| figures.cross.contains_key(code) || figures.results.iter().any(|result| result.code == *code);
    for indicator in inputs.reference.indicators.iter().filter(|indicator| shown(&indicator.code)) {
        block.push(vec![
            BookCell::Link(Value::code(&indicator.code), Tab::Indicators),
            BookCell::Value(Value::from(&indicator.names)),
            BookCell::Value(Value::UnitWord(1_000.into(), indicator.unit.clone())),
            BookCell::Value(Value::from(&indicator.definitions)),
            BookCell::Value(Value::Text((&*indicator.formula).into())),
            BookCell::Value(Value::from(&*indicator.source)),
        ]);
    }
    block
}
