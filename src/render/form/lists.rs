//! The lists behind the drop-downs, on a hidden tab.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use crate::locale::Locale;
use crate::model::schema::{self, Kind};
use crate::model::{List, column_letters};
use crate::reference::Reference;

/// Where each list stands on the hidden tab.
pub struct Lists {
    tab: String,
    columns: BTreeMap<List, (u16, Vec<String>)>,
}

impl Lists {
    /// Gathers the lists that the columns of the form use, in the words of one language.
    pub fn new(reference: &Reference, locale: &Locale<'_>) -> Self {
        let mut columns = BTreeMap::new();
        let used = schema::COLUMNS.iter().filter(|column| schema::USED.contains(&column.sheet) && !column.derived);
        for column in used {
            let (Kind::One(list) | Kind::Many(list)) = column.kind else { continue };
            let next = columns.len() as u16;
            columns.entry(list).or_insert_with(|| {
                let entries = reference.entries(list).iter();
                let words = entries.map(|entry| {
                    if by_code(list) { entry.code.to_string() } else { entry.names.get(locale.lang).to_owned() }
                });
                (next, words.collect())
            });
        }
        Lists { tab: format!("# {}", locale.text("form-tab-lists")), columns }
    }

    /// Gives the name of the tab.
    pub fn tab(&self) -> &str {
        &self.tab
    }

    /// Gives the range of a list; `None` for an empty one.
    pub fn range(&self, list: List) -> Option<Formula> {
        let (column, words) = self.columns.get(&list)?;
        let letters = column_letters(*column);
        let range = format!("='{}'!${letters}$1:${letters}${}", self.tab.replace('\'', "''"), words.len());
        (!words.is_empty()).then(|| Formula::new(range))
    }

    /// Writes every list, one a column.
    pub fn write(&self, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (column, words) in self.columns.values() {
            for (word, row) in words.iter().zip(0_u32..) {
                worksheet.write_string(row, *column, word)?;
            }
            worksheet.set_column_width(*column, 30)?;
        }
        Ok(())
    }
}

/// Says whether people fill the codes of a list rather than its names.
pub fn by_code(list: List) -> bool {
    matches!(list, List::Indicators | List::DacCodes | List::Sdg | List::Currencies)
}
