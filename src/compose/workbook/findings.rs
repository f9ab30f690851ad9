//! The sheet of findings: those that concern the rows and returns of the document.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Inputs, note, page};
use crate::model::book::{Block, BookCell, BookColumn, BookSheet, FindingText, MOST_FINDINGS, Tab};
use crate::model::{DocumentKind, Figures, FileId, Finding, Place, Severity, SheetId, Value};

/// Lays out the sheet of findings.
pub(super) fn sheet(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> BookSheet {
    let columns = [
        ("workbook-head-severity", 14),
        ("workbook-head-code", 9),
        ("workbook-head-file", 30),
        ("workbook-head-sheet", 18),
        ("workbook-head-cell", 9),
        ("workbook-head-found", 60),
        ("workbook-head-expected", 46),
        ("workbook-head-remedy", 46),
    ];
    let columns =
        columns.iter().enumerate().map(|(at, &(key, width))| BookColumn::new(at as u16, Value::key(key), width));
    let mut block = Block { columns: columns.collect(), ..Block::default().named("Findings") };
    let findings = concerning(inputs, figures, kind);
    for finding in findings.iter().take(MOST_FINDINGS) {
        let [file, sheet, cell] = place(inputs, finding);
        let told = Arc::new((*finding).clone());
        let text = |text| BookCell::Finding(told.clone(), text);
        let severity = Value::key(match finding.severity() {
            Severity::Error => "workbook-severity-error",
            Severity::Warning => "workbook-severity-warning",
            Severity::Notice => "workbook-severity-notice",
        });
        block.push(vec![
            if finding.severity() == Severity::Error { BookCell::Alert(severity) } else { BookCell::Value(severity) },
            BookCell::Value(Value::code(finding.code.code())),
            file,
            sheet,
            cell,
            text(FindingText::Found),
            text(FindingText::Expected),
            text(FindingText::Remedy),
        ]);
    }
    let empty = block.height() == 0;
    let mut sheet = page(Tab::Findings, "workbook-tab-findings", "workbook-findings-title", vec![block]);
    sheet.lead = vec![note(Value::key(if empty { "workbook-findings-none" } else { "workbook-findings-note" }))];
    if findings.len() > MOST_FINDINGS {
        let args = [("max", Value::count(MOST_FINDINGS as u64)), ("count", Value::count(findings.len() as u64))];
        sheet.lead = vec![note(Value::phrase("workbook-findings-all-cut", args))];
    }
    sheet
}

/// Chooses the findings of a document: all of them, or those of the rows in scope and of the territory's own returns.
fn concerning<'a>(inputs: &Inputs<'a>, figures: &Figures, kind: &DocumentKind) -> Vec<&'a Finding> {
    if *kind == DocumentKind::Consolidated {
        return inputs.findings.iter().collect();
    }
    let mut rows: BTreeSet<(SheetId, u32)> = BTreeSet::new();
    for (&sheet, indices) in &figures.rows {
        let table = inputs.dataset.table(sheet);
        rows.extend(
            indices.iter().filter_map(|&at| table.rows.get(at as usize)).map(|row| (row.origin.sheet, row.origin.row)),
        );
    }
    let mut sheets: BTreeSet<SheetId> = BTreeSet::new();
    if let DocumentKind::Territory(code) = kind {
        let own = inputs.dataset.returns.iter().filter(|sent| sent.territory.as_ref() == Some(code));
        sheets.extend(own.flat_map(|sent| sent.sheets.iter().copied()));
    }
    let file = |sheet: &SheetId| inputs.sources.sheets.get(usize::from(sheet.0)).map(|sheet| sheet.file);
    let files: BTreeSet<FileId> = sheets.iter().filter_map(file).collect();
    inputs
        .findings
        .iter()
        .filter(|finding| match finding.place {
            Place::Campaign => false,
            Place::File(file) => files.contains(&file),
            Place::Sheet(sheet) => sheets.contains(&sheet),
            Place::Cell(origin) => sheets.contains(&origin.sheet) || rows.contains(&(origin.sheet, origin.row)),
        })
        .collect()
}

/// Gives the file, the sheet and the cell of a finding.
fn place(inputs: &Inputs<'_>, finding: &Finding) -> [BookCell; 3] {
    let sources = inputs.sources;
    let file = |id: FileId| match sources.files.get(usize::from(id.0)) {
        Some(file) => BookCell::Value(Value::code(&file.path)),
        None => BookCell::Empty,
    };
    let of = |id: SheetId| match sources.sheets.get(usize::from(id.0)) {
        Some(sheet) => (file(sheet.file), BookCell::Value(Value::from(&*sheet.name))),
        None => (BookCell::Empty, BookCell::Empty),
    };
    match finding.place {
        Place::Campaign => [BookCell::Value(Value::key("workbook-place-campaign")), BookCell::Empty, BookCell::Empty],
        Place::File(id) => [file(id), BookCell::Empty, BookCell::Empty],
        Place::Sheet(id) => {
            let (file, sheet) = of(id);
            [file, sheet, BookCell::Empty]
        }
        Place::Cell(origin) => {
            let (file, sheet) = of(origin.sheet);
            [file, sheet, BookCell::Value(Value::code(origin.address()))]
        }
    }
}
