//! Annex: what findings of severity error kept out of a document's figures.

use std::collections::BTreeSet;

use crate::compose::{Inputs, activity, grid};
use crate::model::report::{Block, Chapter};
use crate::model::{
    Code, DocumentKind, Field, Figures, Finding, Origin, Place, Row, Severity, Sheet, SheetId, Table, Value,
};

/// Lays out the findings of one territory or theme.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    let findings = touching(inputs, figures, kind);
    let blocks: Vec<Block> = table(inputs, &findings).into_iter().collect();
    let lead = Value::phrase("left-out-lead", [("findings", Value::count(findings.len() as u64))]);
    grid::chapter(Value::key("chapter-left-out"), Value::key("report-annex"), lead, blocks)
}

/// Gives the findings of severity error that touch a document.
///
/// A territory's are those of the sheets that it sent and of the rows that name it, and an association's those of its
/// territories; a theme's, of the rows that name it and of the rows in scope; a pair's, of the rows that name both councils
/// or an activity of theirs.
pub fn touching<'a>(inputs: &Inputs<'a>, figures: &Figures, kind: &DocumentKind) -> Vec<&'a Finding> {
    let errors = inputs.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    let (sheets, rows) = match kind {
        DocumentKind::Consolidated | DocumentKind::Summary | DocumentKind::SignOff => return errors.collect(),
        DocumentKind::Territory(code) => {
            let names = |table: &Table, row: &Row| territories(table, row).any(|each| each == code);
            let returns = inputs.dataset.returns.iter().filter(|it| it.territory.as_ref() == Some(code));
            let sheets: BTreeSet<SheetId> = returns.flat_map(|it| it.sheets.iter().copied()).collect();
            (sheets, places(inputs, figures, &names))
        }
        DocumentKind::Theme(code) => {
            let names = |table: &Table, row: &Row| {
                [Field::Theme, Field::OtherThemes].iter().any(|field| table.cell(row, *field).codes().contains(code))
            };
            (BTreeSet::new(), places(inputs, figures, &names))
        }
        DocumentKind::Association(country) => {
            let of = |code: &Code| inputs.reference.territory(code).is_some_and(|place| place.country == *country);
            let names = |table: &Table, row: &Row| territories(table, row).any(of);
            let returns = inputs.dataset.returns.iter().filter(|it| it.territory.as_ref().is_some_and(of));
            let sheets: BTreeSet<SheetId> = returns.flat_map(|it| it.sheets.iter().copied()).collect();
            (sheets, places(inputs, figures, &names))
        }
        DocumentKind::Pair(ma, fr) => {
            let shared = ids(inputs, figures);
            let names = |table: &Table, row: &Row| {
                let both = [ma, fr].iter().all(|side| territories(table, row).any(|code| code == *side));
                both || table.cell(row, Field::ActivityId).codes().iter().any(|id| shared.contains(id))
            };
            (BTreeSet::new(), places(inputs, figures, &names))
        }
        DocumentKind::Transmission(_) | DocumentKind::Reminder(_) => return Vec::new(),
        DocumentKind::Activity(id) | DocumentKind::Dossier(id, _) => {
            let names = |table: &Table, row: &Row| {
                [Field::ActivityId, Field::ApplicationId]
                    .iter()
                    .any(|field| table.cell(row, *field).codes().contains(id))
            };
            let rows = inputs
                .dataset
                .tables
                .values()
                .flat_map(|table| table.rows.iter().filter(|row| names(table, row)).map(|row| whole(row.origin)));
            (BTreeSet::new(), rows.collect())
        }
    };
    let touches = |finding: &Finding| match finding.place {
        Place::Campaign => false,
        Place::File(file) => sheets.iter().any(|sheet| inputs.sources.sheet(*sheet).file == file),
        Place::Sheet(sheet) => sheets.contains(&sheet),
        Place::Cell(origin) => sheets.contains(&origin.sheet) || rows.contains(&whole(origin)),
    };
    errors.filter(|finding| touches(finding)).collect()
}

/// Gives the findings of severity error that touch some rows, by the places of the whole rows.
pub fn touching_rows<'a>(inputs: &Inputs<'a>, rows: &BTreeSet<Origin>) -> Vec<&'a Finding> {
    let touches = |finding: &&Finding| match finding.place {
        Place::Cell(origin) => rows.contains(&whole(origin)),
        _ => false,
    };
    inputs.findings.iter().filter(|finding| finding.severity() == Severity::Error).filter(touches).collect()
}

/// Gives the territories that a row names.
fn territories<'r>(table: &'r Table, row: &'r Row) -> impl Iterator<Item = &'r Code> {
    let fields = [Field::TerritoryMa, Field::TerritoryFr, Field::Territory, Field::Territories];
    fields.into_iter().flat_map(move |field| table.cell(row, field).codes())
}

/// Gives the identifiers of the activities in scope.
fn ids<'a>(inputs: &Inputs<'a>, figures: &Figures) -> BTreeSet<&'a Code> {
    let table = inputs.dataset.table(Sheet::Activities);
    activity::rows(table, figures).filter_map(|row| table.cell(row, Field::ActivityId).code()).collect()
}

fn whole(origin: Origin) -> Origin {
    origin.at(Origin::WHOLE_ROW)
}

/// Gives the places of the rows in scope, and of the held rows that `names` picks.
fn places(inputs: &Inputs<'_>, figures: &Figures, names: &dyn Fn(&Table, &Row) -> bool) -> BTreeSet<Origin> {
    let used = [Sheet::Activities, Sheet::Indicators, Sheet::Funding, Sheet::Exchanges];
    let tables = used.map(|sheet| inputs.dataset.table(sheet));
    let in_scope = tables.iter().flat_map(|table| activity::rows(table, figures));
    let held = tables.iter().flat_map(|table| table.rows.iter().filter(|row| row.held && names(table, row)));
    in_scope.chain(held).map(|row| whole(row.origin)).collect()
}

/// Makes the table of what was left out: file, sheet, cell and message.
pub fn table(inputs: &Inputs<'_>, findings: &[&Finding]) -> Option<Block> {
    let columns = vec![
        grid::words("report-head-code", 13.0),
        grid::words("report-head-file", 42.0),
        grid::words("report-head-sheet", 26.0),
        grid::words("report-head-cell", 14.0),
        grid::words("report-head-what", 0.0),
    ];
    let rows = findings.iter().take(grid::MOST).map(|finding| {
        let [file, sheet, cell] = place(inputs, finding.place);
        let message = Value::phrase(finding.code.key(), finding.args.clone());
        grid::row([Value::code(finding.code.code()), file, sheet, cell, message])
    });
    let cut = grid::cut("note-cut-first", grid::MOST, findings.len());
    let notes = cut.into_iter().chain([Value::key("note-left-out")]).collect();
    grid::table(Value::key("grid-left-out"), columns, rows.collect(), None, notes)
}

fn place(inputs: &Inputs<'_>, place: Place) -> [Value; 3] {
    let of_sheet = |sheet: SheetId, cell: Value| {
        let file = Value::code(&inputs.sources.file_of(sheet).path);
        [file, Value::from(&*inputs.sources.sheet(sheet).name), cell]
    };
    match place {
        Place::Campaign => [Value::key("report-campaign"), Value::Empty, Value::Empty],
        Place::File(file) => [Value::code(&inputs.sources.file(file).path), Value::Empty, Value::Empty],
        Place::Sheet(sheet) => of_sheet(sheet, Value::Empty),
        Place::Cell(origin) => of_sheet(origin.sheet, Value::code(origin.address())),
    }
}
