//! Traces: one figure explained to its cells, and the trace workbook of a run.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::check;
use crate::campaign::Campaign;
use crate::compose::Inputs;
use crate::compose::trace::book::Tracing;
use crate::compose::trace::{Account, Sides, account};
use crate::error::Result;
use crate::model::book::Book;
use crate::model::{Figures, FileId, Lang, Merged, Origin, RawRow, RawValue, RowSink, Scope, SheetId, Sources};
use crate::reference::Indicator;
use crate::{compute, ingest};

/// A figure with its account and what its cells hold in the files.
pub struct Explained {
    /// The account, without words.
    pub account: Account,
    /// What the files hold in the cells of the account.
    pub found: BTreeMap<Origin, RawValue>,
}

/// Reads the returns of a campaign and follows one figure to its cells.
///
/// # Errors
///
/// A returns folder that can't be read.
pub fn explain(campaign: &Campaign, indicator: &Indicator, scope: &Scope, program: Option<&Path>) -> Result<Explained> {
    let mut checked = check(campaign, program, &|_, _, _| Ok(()))?;
    compute::prepare(&mut checked.dataset, &campaign.reference, &campaign.settings);
    let prepared = compute::Prepared::new(&checked.dataset, &campaign.reference, &campaign.settings);
    let mut sides = Sides::with_room(usize::MAX);
    let trace = prepared.tracer(scope).follow(indicator, &mut sides);
    let provenance = super::provenance(campaign, &checked.sources)?;
    let inputs = super::inputs(&checked, &campaign.reference, &campaign.settings, &provenance);
    let account = account(&inputs, indicator, &trace, &sides);
    let shown = account.sides.iter().flat_map(|(_, _, rows)| rows).filter(|row| !row.private);
    let wanted = shown.filter_map(|row| row.origin).collect();
    Ok(Explained { found: found(campaign, wanted, program)?, account })
}

/// Reads cells again, as their files hold them. A cell that a block of merged cells covers is absent.
///
/// # Errors
///
/// A returns folder that can't be read.
pub fn found(
    campaign: &Campaign,
    wanted: BTreeSet<Origin>,
    program: Option<&Path>,
) -> Result<BTreeMap<Origin, RawValue>> {
    let listing = ingest::list(&campaign.returns())?;
    let reader = ingest::Reader { child: program, ..ingest::Reader::default() };
    let mut sources = Sources::default();
    let mut sink = Wanted { wanted, sheet: SheetId(0), found: BTreeMap::new() };
    for file in &listing.files {
        reader.read(&file.path, &file.relative, &mut sources, &mut sink);
    }
    Ok(sink.found)
}

/// Keeps the cells that are wanted.
struct Wanted {
    wanted: BTreeSet<Origin>,
    sheet: SheetId,
    found: BTreeMap<Origin, RawValue>,
}

impl RowSink for Wanted {
    fn sheet(&mut self, _: FileId, sheet: SheetId, _: &str, _: bool) {
        self.sheet = sheet;
    }

    fn row(&mut self, row: RawRow) {
        for (column, value) in row.cells {
            let origin = Origin::cell(self.sheet, row.row, column);
            if self.wanted.contains(&origin) {
                self.found.insert(origin, value);
            }
        }
    }

    fn merged(&mut self, _: &[Merged]) {}

    fn end_sheet(&mut self) {}
}

/// Gives the name of the trace workbook of the whole report.
pub(super) fn path(lang: Lang) -> String {
    format!("trace-{lang}.xlsx")
}

/// Lays out the trace workbook of the whole report.
pub(super) fn book(prepared: &compute::Prepared<'_>, inputs: &Inputs<'_>, figures: &Figures) -> Book {
    let mut tracing = Tracing::new(*inputs);
    let tracer = prepared.tracer(&Scope::All);
    let printed = |indicator: &&Indicator| {
        figures.cross.contains_key(&indicator.code)
            || figures.results.iter().any(|result| result.code == indicator.code)
    };
    for indicator in inputs.reference.indicators.iter().filter(printed) {
        let mut sides = tracing.follow();
        let trace = tracer.follow(indicator, &mut sides);
        tracing.figure(indicator, &trace, &sides);
    }
    drop(tracer);
    for (territory, set) in &figures.territories.lines {
        let tracer = prepared.tracer(&Scope::Territory(territory.clone()));
        for indicator in set.keys().filter_map(|code| inputs.reference.indicator(code)) {
            let mut sides = Sides::default();
            let trace = tracer.follow(indicator, &mut sides);
            tracing.territory(territory, indicator, &trace.figure, &sides);
        }
    }
    tracing.book()
}
