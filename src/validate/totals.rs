//! Rows that are no records: totals, notes, the example of the form, tags under the headings.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::model::{FindingCode, Kind, List, RawRow, RawValue, schema};
use crate::reference::{Match, Reference, fold};

use super::headings::Layout;
use super::text::trim;

/// Words with which the identifier or first cell of the form's example row begins.
pub const EXAMPLE_MARKERS: &[&str] = &["EXEMPLE", "EXAMPLE", "مثال"];

/// Words with which a total row begins.
const TOTAL_WORDS: &[&str] = &[
    "total",
    "totaux",
    "sous-total",
    "total général",
    "somme",
    "ensemble",
    "subtotal",
    "sub-total",
    "grand total",
    "sum",
    "المجموع",
    "مجموع",
    "المجموع العام",
    "المجموع الفرعي",
    "الإجمالي",
];

static MARKERS: LazyLock<Vec<String>> = LazyLock::new(|| EXAMPLE_MARKERS.iter().map(|word| fold(word)).collect());
static TOTALS: LazyLock<BTreeSet<String>> = LazyLock::new(|| TOTAL_WORDS.iter().map(|word| fold(word)).collect());

/// Tells why a row under the headings is no record: the finding and the text that shows it.
pub fn aside(reference: &Reference, layout: &Layout, row: &RawRow) -> Option<(FindingCode, String)> {
    let first = row.cells.iter().find_map(|(column, value)| match value {
        RawValue::Text(text) => Some((*column, trim(text))),
        _ => None,
    })?;
    let id = layout.id().and_then(|column| match row.get(column) {
        Some(RawValue::Text(text)) => Some(trim(text)),
        _ => None,
    });
    if [Some(first.1), id].into_iter().flatten().any(is_example) {
        return Some((FindingCode::ExampleRow, first.1.to_owned()));
    }
    if row.cells.iter().all(|(_, value)| matches!(value, RawValue::Text(text) if trim(text).starts_with('#'))) {
        return Some((FindingCode::NoteRow, first.1.to_owned()));
    }
    if is_total(first.1) && !names_an_entry(reference, layout, row) {
        return Some((FindingCode::TotalRow, first.1.to_owned()));
    }
    let columns = layout.source.iter().flatten().count();
    let lone_id = Some(first.0) == layout.id() && !first.1.contains(char::is_whitespace);
    if row.cells.len() == 1 && columns > 2 && !lone_id {
        return Some((FindingCode::NoteRow, first.1.to_owned()));
    }
    None
}

fn is_example(text: &str) -> bool {
    let folded = fold(text);
    MARKERS
        .iter()
        .any(|marker| folded == *marker || folded.strip_prefix(marker).is_some_and(|rest| rest.starts_with(' ')))
}

fn is_total(text: &str) -> bool {
    let folded = fold(text);
    if TOTALS.contains(&folded) {
        return true;
    }
    let first = folded.split(' ').next().unwrap_or("");
    let two = folded.split(' ').take(2).collect::<Vec<_>>().join(" ");
    TOTALS.contains(first) || TOTALS.contains(&two)
}

/// Says whether a row names a theme, status, stage or another entry of a list: totals do not.
fn names_an_entry(reference: &Reference, layout: &Layout, row: &RawRow) -> bool {
    schema::columns(layout.sheet).iter().zip(&layout.source).any(|(column, source)| {
        let Kind::One(list) = column.kind else { return false };
        let Some(RawValue::Text(text)) = source.and_then(|source| row.get(source)) else { return false };
        list != List::Currencies && matches!(reference.find(list, text), Match::Exact(_))
    })
}
