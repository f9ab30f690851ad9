//! Named tables: what Excel calls tables, which analysts filter, pivot and ask for by name.

use std::collections::BTreeSet;

use rust_xlsxwriter::{ConditionalFormatFormula, Format, Table, TableColumn, TableStyle, Worksheet, XlsxError};

use super::glance;
use super::layout::{self, Placed};
use super::style::BAND;
use crate::locale::Locale;
use crate::model::book::{Block, BookSheet, ColumnClass};
use crate::model::column_letters;

/// The most characters of a heading, by the format.
const LONGEST_HEAD: usize = 255;
/// The most cells of a table in the sense of Excel, each of which takes room while it is written. The name of a longer one is
/// that of its cells, which other programs find as well.
const MOST_CELLS: usize = 250_000;

/// Gives the headings of a block. In a named table they are not empty, not too long and not twice there, whatever the
/// case of the letters, as the format asks.
pub fn heads(block: &Block, locale: &Locale<'_>) -> Vec<String> {
    let said = block.columns.iter().map(|column| locale.say(&column.head));
    if block.name.is_none() {
        return said.collect();
    }
    let mut taken = BTreeSet::new();
    said.map(|head| unique(&head, &mut taken)).collect()
}

fn unique(head: &str, taken: &mut BTreeSet<String>) -> String {
    let line: String = head.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let clean: String = line.trim().chars().take(LONGEST_HEAD / 2).collect();
    let clean = if clean.is_empty() { "-".to_owned() } else { clean };
    let numbered = (2_u32..).map(|number| format!("{clean} ({number})"));
    let mut names = std::iter::once(clean.clone()).chain(numbered);
    names.find(|name| taken.insert(name.to_lowercase())).unwrap_or(clean)
}

/// Says whether a block is too long for a table, and so has a filter and the name of its cells instead.
fn is_long(block: &Block) -> bool {
    block.cells() > MOST_CELLS
}

/// Gives the name of a block that is too long for a table, and the cells that it means.
pub fn name<'a>(block: &'a Block, place: &Placed, sheet: &str) -> Option<(&'a str, String)> {
    let name = block.name.as_deref().filter(|_| is_long(block))?;
    let right = column_letters((block.columns.len() as u16).checked_sub(1)?);
    let (head, last) = (place.head + 1, place.head + place.height + 1);
    Some((name, format!("={}!$A${head}:${right}${last}", layout::quoted(sheet))))
}

/// Makes a written block a table: its name, its filter buttons and its bands.
pub fn insert(worksheet: &mut Worksheet, block: &Block, place: &Placed, locale: &Locale<'_>) -> Result<(), XlsxError> {
    let Some(name) = &block.name else { return Ok(()) };
    let (Some(right), last) = ((block.columns.len() as u16).checked_sub(1), place.head + place.height.max(1)) else {
        return Ok(());
    };
    let band = ConditionalFormatFormula::new()
        .set_rule("=MOD(ROW(),2)=0")
        .set_format(Format::new().set_background_color(BAND));
    for (from, to) in banded(block) {
        worksheet.add_conditional_format(place.head + 1, from, last, to, &band)?;
    }
    if is_long(block) {
        worksheet.autofilter(place.head, 0, last, right)?;
        return Ok(());
    }
    let heads = heads(block, locale);
    let columns: Vec<TableColumn> = heads.iter().map(|head| TableColumn::new().set_header(head)).collect();
    let table = Table::new().set_name(name).set_columns(&columns).set_style(TableStyle::None).set_banded_rows(false);
    worksheet.add_table(place.head, 0, last, right, &table)?;
    Ok(())
}

/// Gives the runs of columns with bands: helper columns keep their own ground, and bars theirs.
fn banded(block: &Block) -> Vec<(u16, u16)> {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for (column, at) in block.columns.iter().zip(0_u16..) {
        if column.class == ColumnClass::Helper || glance::holds_shares(column) {
            continue;
        }
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == at => *last = at,
            _ => runs.push((at, at)),
        }
    }
    runs
}

/// Groups the columns that explain figures, closed.
pub fn group(worksheet: &mut Worksheet, sheet: &BookSheet) -> Result<(), XlsxError> {
    let detail = |block: &Block| -> Vec<u16> {
        let columns = block.columns.iter().zip(0_u16..);
        columns.filter(|(column, _)| column.class == ColumnClass::Detail).map(|(_, at)| at).collect()
    };
    let details: Vec<u16> = sheet.blocks.iter().flat_map(detail).collect();
    if let (Some(first), Some(last)) = (details.iter().min(), details.iter().max()) {
        worksheet.group_columns_collapsed(*first, *last)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(heads: &[&str], expected: &[&str]) {
        let mut taken = BTreeSet::new();
        let found: Vec<String> = heads.iter().map(|head| unique(head, &mut taken)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn headings_of_a_table_are_told_apart() {
        check(&["Titre", "titre", "TITRE"], &["Titre", "titre (2)", "TITRE (3)"]);
        check(&["", " ", "-"], &["-", "- (2)", "- (3)"]);
        check(&["Nom\ncomplet", "Nom (2)", "Nom", "Nom"], &["Nom complet", "Nom (2)", "Nom", "Nom (3)"]);
        let long = "é".repeat(400);
        check(&[&long], &[&"é".repeat(127)]);
    }
}
