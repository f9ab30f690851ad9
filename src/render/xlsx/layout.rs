//! Where everything stands: the names of the tabs, and the rows and columns of each table.

use std::collections::BTreeMap;

use super::cards;
use crate::locale::Locale;
use crate::model::book::{Block, Book, CellRef, ColumnRef, Tab};
use crate::model::column_letters;

/// The most characters that the name of a tab may have.
const LONGEST_NAME: usize = 31;

/// The place of one table.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The row of its title, where it has one.
    pub title: Option<u32>,
    /// The row of its headings.
    pub head: u32,
    /// Its columns: id and position on the sheet.
    pub columns: BTreeMap<u16, u16>,
    /// The number of rows under the headings.
    pub height: u32,
    /// The last row that it takes on the sheet, its remark among it.
    pub last: u32,
}

/// The places of a workbook.
pub struct Layout {
    /// The name of each tab.
    pub names: BTreeMap<Tab, String>,
    /// The tables of each sheet.
    pub blocks: BTreeMap<Tab, Vec<Placed>>,
}

impl Layout {
    /// Places every table of a workbook: a title, the lines under it, then the tables with a row between them.
    pub fn new(book: &Book, locale: &Locale<'_>) -> Self {
        let mut taken: Vec<String> = Vec::new();
        let (mut names, mut blocks) = (BTreeMap::new(), BTreeMap::new());
        for sheet in &book.sheets {
            let name = tab_name(&locale.say(&sheet.name), &taken);
            taken.push(name.to_lowercase());
            names.insert(sheet.tab, name);
            let mut row = 2 + sheet.lead.len() as u32;
            let mut placed = Vec::new();
            for block in &sheet.blocks {
                let title = block.title.as_ref().map(|_| row);
                let head = row + u32::from(title.is_some());
                let height = block.height() as u32;
                // A named table keeps an empty row where it has none: the format knows no table without rows.
                let room = match block {
                    Block { cards: true, .. } => cards::rows(block) - 1,
                    Block { name: Some(_), .. } => height.max(1),
                    _ => height,
                };
                let last = head + room + u32::from(block.note.is_some());
                let columns = block.columns.iter().enumerate().map(|(at, column)| (column.id, at as u16)).collect();
                placed.push(Placed { title, head, columns, height, last });
                row = last + 2;
            }
            blocks.insert(sheet.tab, placed);
        }
        Layout { names, blocks }
    }

    /// Gives the sheet, the first row, the column and the number of rows of a column.
    pub fn column(&self, reference: ColumnRef) -> Option<(&str, u32, u16, u32)> {
        let placed = self.blocks.get(&reference.tab)?.get(reference.block)?;
        let column = *placed.columns.get(&reference.id)?;
        Some((self.names.get(&reference.tab)?, placed.head + 1, column, placed.height))
    }

    /// Prints the range of a column as a formula names it.
    pub fn range(&self, reference: ColumnRef) -> Option<String> {
        let (sheet, first, column, height) = self.column(reference)?;
        Some(address(sheet, column, (first, first + height.max(1) - 1)))
    }

    /// Prints the place of a cell as a link names it; `None` where the workbook does not hold it.
    pub fn place(&self, reference: CellRef) -> Option<String> {
        let (sheet, first, column, height) = self.column(reference.column)?;
        let inside = (reference.row as u32) < height;
        inside.then(|| format!("{}!{}{}", quoted(sheet), column_letters(column), first + reference.row as u32 + 1))
    }

    /// Prints the address of a cell as a formula on a sheet names it.
    pub fn cell(&self, reference: CellRef, from: Tab) -> Option<String> {
        let (sheet, first, column, _) = self.column(reference.column)?;
        let address = format!("{}{}", column_letters(column), first + reference.row as u32 + 1);
        Some(if reference.column.tab == from { address } else { format!("{}!{address}", quoted(sheet)) })
    }
}

/// Prints the address of the cells of a column from a first to a last row, counted from 0.
pub fn address(sheet: &str, column: u16, (first, last): (u32, u32)) -> String {
    let letters = column_letters(column);
    format!("{}!${letters}${}:${letters}${}", quoted(sheet), first + 1, last + 1)
}

/// Puts the name of a sheet in the quotes that formulas and links ask for.
pub fn quoted(sheet: &str) -> String {
    format!("'{}'", sheet.replace('\'', "''"))
}

/// Makes a name that every spreadsheet program takes: no forbidden character, not too long, not twice.
pub fn tab_name(name: &str, taken: &[String]) -> String {
    let clean: String = name.chars().map(|c| if "[]:*?/\\".contains(c) || c.is_control() { '-' } else { c }).collect();
    let clean = clean.trim().trim_matches('\'').to_owned();
    let clean = if clean.is_empty() { "-".to_owned() } else { clean };
    let cut = |longest: usize| {
        let mut units = 0;
        let kept: String = clean
            .chars()
            .take_while(|c| {
                units += c.len_utf16();
                units <= longest
            })
            .collect();
        kept.trim_end().trim_end_matches('\'').to_owned()
    };
    let free = |name: &String| !taken.contains(&name.to_lowercase());
    let whole = cut(LONGEST_NAME);
    if free(&whole) {
        return whole;
    }
    (2..).map(|number| format!("{} {number}", cut(LONGEST_NAME - 4))).find(free).unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, taken: &[&str], expected: &str) {
        let taken: Vec<String> = taken.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(tab_name(name, &taken), expected);
    }

    #[test]
    fn names_of_tabs_are_taken_by_every_program() {
        check("Données / activités", &[], "Données - activités");
        check("'Synthèse'", &[], "Synthèse");
        check("", &[], "-");
        check("Bénéficiaires directs de l’action publique", &[], "Bénéficiaires directs de l’acti");
        check("Synthèse", &["synthèse"], "Synthèse 2");
    }
}
