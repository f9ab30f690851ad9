//! What is to be shown at each cell: the weight of what was found there, the text of its note, and its suggestions.

use std::collections::BTreeMap;

use super::offers::{Offer, offers};
use super::{Answer, Tab};
use crate::locale::Locale;
use crate::model::book::FindingText;
use crate::model::{Finding, Origin, Place, RawValue, Severity, Value, schema};
use crate::render::xlsx::finding_text;

/// How many of its cells a marked row shows.
const OF_A_ROW: usize = 3;

/// What is to be shown at one cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mark {
    /// The heaviest of what was found; `None` for notices, which stand in the list only.
    pub severity: Option<Severity>,
    /// What the note says; blank for none.
    pub note: String,
    /// What may stand there instead.
    pub offers: Vec<Offer>,
}

/// The marks of one tab, by row and column.
pub type Marks = BTreeMap<(u32, u16), Mark>;

/// Gathers the marks of a tab.
pub fn marks(answer: &Answer<'_>, tab: &Tab, locale: &Locale<'_>) -> Marks {
    let mut found: BTreeMap<(u32, u16), Vec<&Finding>> = BTreeMap::new();
    let mut marks = Marks::new();
    for finding in &answer.findings {
        let Place::Cell(origin) = finding.place else { continue };
        if origin.sheet != tab.sheet {
            continue;
        }
        if origin.column != Origin::WHOLE_ROW {
            found.entry((origin.row, origin.column)).or_default().push(finding);
            continue;
        }
        let columns = first_columns(tab, origin.row);
        found.entry((origin.row, columns[0])).or_default().push(finding);
        for column in &columns[1..] {
            let mark = marks.entry((origin.row, *column)).or_default();
            mark.severity = heavier(mark.severity, finding.severity());
        }
    }
    for (at, findings) in found {
        let raw = value(tab, at);
        let here: Vec<&Finding> = findings
            .iter()
            .copied()
            .filter(|finding| matches!(finding.place, Place::Cell(origin) if origin.column != Origin::WHOLE_ROW))
            .filter(|finding| !stands_already(answer, tab, finding))
            .collect();
        let mark = marks.entry(at).or_default();
        mark.offers = offers(&here, raw, answer.reference, locale);
        for finding in findings {
            mark.severity = heavier(mark.severity, finding.severity());
            if finding.severity() < Severity::Notice {
                if !mark.note.is_empty() {
                    mark.note.push_str("\n\n");
                }
                mark.note.push_str(&note(finding, locale));
            }
        }
        if !mark.note.is_empty() && !mark.offers.is_empty() {
            let said: Vec<String> = mark.offers.iter().map(|offer| offer.say(locale)).collect();
            mark.note.push('\n');
            mark.note.push_str(&locale.message("returned-choices", &[("text", said.join(" | ").into())]));
        }
    }
    marks
}

/// Says whether a finding suggests a heading that the sheet has elsewhere, so that to accept it would make it stand twice.
fn stands_already(answer: &Answer<'_>, tab: &Tab, finding: &Finding) -> bool {
    finding.args.iter().any(|(name, value)| match value {
        Value::Column(sheet, field) if *name == "suggestion" => {
            let columns = answer.dataset.columns.get(&tab.sheet).and_then(|tables| tables.get(sheet));
            let source = schema::position(*sheet, *field).and_then(|at| columns?.get(at).copied().flatten());
            source.is_some()
        }
        _ => false,
    })
}

/// Gives the columns that stand for a row: its first cells that are not empty.
fn first_columns(tab: &Tab, row: u32) -> Vec<u16> {
    let cells = tab.rows.binary_search_by_key(&row, |row| row.row).map_or(&[][..], |at| &tab.rows[at].cells);
    let columns: Vec<u16> = cells.iter().take(OF_A_ROW).map(|(column, _)| *column).collect();
    if columns.is_empty() { vec![0] } else { columns }
}

/// Gives what stands in a cell.
pub fn value(tab: &Tab, (row, column): (u32, u16)) -> Option<&RawValue> {
    let at = tab.rows.binary_search_by_key(&row, |row| row.row).ok()?;
    tab.rows[at].get(column)
}

fn heavier(one: Option<Severity>, other: Severity) -> Option<Severity> {
    match other {
        Severity::Notice => one,
        _ => Some(one.map_or(other, |one| one.min(other))),
    }
}

/// Says a finding in the lines of a note.
fn note(finding: &Finding, locale: &Locale<'_>) -> String {
    let said = |part| finding_text(locale, finding, part);
    let line = |key, part| locale.message(key, &[("text", said(part).into())]);
    format!(
        "{} ({})\n{}\n{}\n{}",
        locale.severity(finding.severity()).to_uppercase(),
        finding.code.code(),
        said(FindingText::Found),
        line("returned-expected", FindingText::Expected),
        line("returned-remedy", FindingText::Remedy)
    )
}
