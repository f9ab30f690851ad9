//! Who sent what: files of one sender become one return.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::{
    Code, Dataset, Field, FileId, Finding, FindingCode, List, Place, Return, Row, Settings, Sheet, SheetId, Value,
};
use crate::reference::{Reference, fold};

/// The longest name of a territory that is looked for in a file name, in words.
const WORDS: usize = 6;

/// The files of one sender, as they come.
pub struct Sender {
    file: FileId,
    sheets: Vec<SheetId>,
    received_on: Option<Date>,
    identified: Option<Row>,
}

/// The senders, by path without extension and sheet.
#[derive(Default)]
pub struct Senders(BTreeMap<String, Sender>);

impl Senders {
    /// Adds a sheet to its sender: files `x--sheet.csv` of one folder are one sender's.
    pub fn add(&mut self, path: &str, file: FileId, sheet: SheetId, settings: Option<&Settings>) {
        let received = settings.and_then(|settings| settings.received.get(path)).copied();
        let sender = self.0.entry(sender(path).to_owned()).or_insert_with(|| Sender {
            file,
            sheets: Vec::new(),
            received_on: None,
            identified: None,
        });
        if !sender.sheets.contains(&sheet) {
            sender.sheets.push(sheet);
        }
        // A return in several files is complete when the last has come.
        sender.received_on = sender.received_on.max(received);
    }

    /// Notes what a sender says about itself. The first word counts.
    pub fn identify(&mut self, path: &str, row: Row) {
        if let Some(sender) = self.0.get_mut(sender(path)) {
            sender.identified.get_or_insert(row);
        }
    }

    /// Makes the returns, in file order; senders of one territory are one return.
    pub fn finish(self, reference: &Reference, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
        let mut senders: Vec<(String, Sender)> = self.0.into_iter().collect();
        senders.sort_by_key(|(_, sender)| sender.file);
        let mut returns: Vec<Return> = Vec::new();
        for (path, sender) in senders {
            let cell = |field| {
                let row = sender.identified.as_ref()?;
                let at = crate::model::schema::position(Sheet::Identification, field)?;
                Some(&row.cells[at])
            };
            let territory = cell(Field::Territory)
                .and_then(|cell| cell.code().cloned())
                .or_else(|| named(reference, &path))
                .or_else(|| most_frequent(dataset, &sender.sheets));
            if territory.is_none() {
                findings.push(
                    Finding::new(FindingCode::SenderUnknown, Place::File(sender.file))
                        .with("expected", Value::Column(Sheet::Identification, Field::Territory)),
                );
            }
            let period = cell(Field::Period).and_then(|cell| cell.period());
            let language = cell(Field::Language).and_then(|cell| cell.code().cloned());
            let known = returns.iter_mut().find(|known| territory.is_some() && known.territory == territory);
            match known {
                Some(known) => {
                    known.sheets.extend(sender.sheets);
                    known.received_on = known.received_on.max(sender.received_on);
                    known.period = known.period.or(period);
                    known.language = known.language.take().or(language);
                }
                None => returns.push(Return {
                    territory,
                    sheets: sender.sheets,
                    received_on: sender.received_on,
                    period,
                    language,
                }),
            }
        }
        dataset.returns = returns;
    }
}

/// Names the sender of a file: its path without extension and without the part after `--`.
pub fn sender(path: &str) -> &str {
    let name_at = path.rfind('/').map_or(0, |at| at + 1);
    let name = &path[name_at..];
    let end = name.find("--").or_else(|| name.rfind('.')).unwrap_or(name.len());
    &path[..name_at + end]
}

/// Finds a territory in the name of a file, else of its folders: a code, or a name of a few words.
fn named(reference: &Reference, sender: &str) -> Option<Code> {
    sender.rsplit('/').find_map(|part| {
        let folded = fold(part);
        let words: Vec<&str> = folded.split(' ').collect();
        (1..=WORDS.min(words.len())).rev().find_map(|length| {
            words.windows(length).find_map(|run| {
                let text = run.join(" ");
                // A bare number in a file name is a date or a version before it is the code of a département.
                if !text.chars().any(char::is_alphabetic) {
                    return None;
                }
                reference.exact(List::Territories, &text)
            })
        })
    })
}

/// Gives the territory that stands in more rows of a sender than any other.
fn most_frequent(dataset: &Dataset, sheets: &[SheetId]) -> Option<Code> {
    let mut counts: BTreeMap<&Code, usize> = BTreeMap::new();
    for table in dataset.tables.values() {
        for row in table.rows.iter().filter(|row| sheets.contains(&row.origin.sheet)) {
            for field in [Field::TerritoryMa, Field::TerritoryFr, Field::Territory, Field::Territories] {
                for code in table.cell(row, field).codes() {
                    *counts.entry(code).or_default() += 1;
                }
            }
        }
    }
    let most = counts.values().copied().max()?;
    let mut first = counts.into_iter().filter(|(_, count)| *count == most);
    let (code, _) = first.next()?;
    first.next().is_none().then(|| code.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: Option<&str>) {
        let reference = Reference::built_in().unwrap();
        assert_eq!(named(&reference, sender(path)).as_deref(), expected, "{path}");
    }

    #[test]
    fn a_file_is_named_after_its_sender() {
        check("retour-tiznit-2026.xlsx", Some("MA-TIZ"));
        check("MA-AGD_bilan.xlsx", Some("MA-AGD"));
        check("conseil_FR-38.ods", Some("FR-38"));
        check("Isère/activites--activities.csv", Some("FR-38"));
        check("bilan 12 2026.xlsx", None);
    }

    #[test]
    fn csv_files_of_one_sender_share_their_beginning() {
        assert_eq!(sender("a/tiznit--activites.csv"), "a/tiznit");
        assert_eq!(sender("a.b/tiznit.v2.xlsx"), "a.b/tiznit.v2");
    }
}
