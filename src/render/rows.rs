//! Rows in machine form, for the tables that a workbook has no room for: `data/rows/consolidated-activities.csv`.

use crate::error::Result;
use crate::model::schema::{self, Column};
use crate::model::{Cell, Dataset, Sheet, Sources};
use crate::render::inert::inert;
use crate::render::records::{masked, written};

/// The headings of the columns that say where a row was read.
const SOURCE: [&str; 3] = ["source_file", "source_sheet", "source_row"];

/// What rows are written from, and whether their private columns are.
#[derive(Clone, Copy)]
pub struct Rows<'a> {
    /// The tables.
    pub dataset: &'a Dataset,
    /// The files that were read.
    pub sources: &'a Sources,
    /// Whether private columns are written.
    pub private: bool,
}

impl Rows<'_> {
    /// Gives the head of the csv: comma between cells, point as the decimal sign, UTF-8. A heading is the canonical name of
    /// a column, as the input contract has it; the last three say where the row was read.
    ///
    /// # Errors
    ///
    /// None that is known.
    pub fn head(&self, sheet: Sheet) -> Result<Vec<u8>> {
        let names = self.columns(sheet).map(|(_, column)| column.field.name());
        written(sheet.name(), [names.chain(SOURCE).map(str::to_owned)])
    }

    /// Gives rows of a table, by their indices, one a line.
    ///
    /// Entries of lists are their codes, several with a semicolon between them; days are `2026-03-31`, periods
    /// `2026-01-01/2026-06-30`. What is not reported is empty, what is not applicable `n/a`, what a finding of severity error
    /// keeps out of the figures `held`, and a number of people that the public is not told `few` or `withheld`. A text that a
    /// spreadsheet would run as a formula has an apostrophe before it.
    ///
    /// # Errors
    ///
    /// None that is known.
    pub fn csv(&self, sheet: Sheet, rows: &[u32]) -> Result<Vec<u8>> {
        let table = self.dataset.table(sheet);
        let rows = rows.iter().filter_map(|&at| table.rows.get(at as usize));
        written(
            sheet.name(),
            rows.map(|row| {
                let mut record: Vec<String> = self.columns(sheet).map(|(at, _)| text(&row.cells[at])).collect();
                let place = self.sources.sheets.get(usize::from(row.origin.sheet.0));
                record.extend(match place {
                    Some(place) => [
                        inert(&self.sources.file(place.file).path),
                        inert(&place.name),
                        (u64::from(row.origin.row) + 1).to_string(),
                    ],
                    None => Default::default(),
                });
                record
            }),
        )
    }

    fn columns(&self, sheet: Sheet) -> impl Iterator<Item = (usize, &'static Column)> {
        let private = self.private;
        schema::columns(sheet).iter().enumerate().filter(move |(_, column)| private || !column.private)
    }
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Missing => String::new(),
        Cell::NotApplicable => "n/a".to_owned(),
        Cell::Held => "held".to_owned(),
        Cell::Masked(mask) => masked(*mask).to_owned(),
        Cell::Text(text) => inert(text),
        Cell::Code(code) => inert(code),
        Cell::Codes(codes) => codes.iter().map(|code| inert(code)).collect::<Vec<_>>().join(";"),
        Cell::Number(number) => number.normalize().to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Period(period) => format!("{}/{}", period.from, period.to),
    }
}

#[cfg(test)]
mod tests {
    use ecow::eco_vec;
    use jiff::civil::date;
    use rust_decimal::Decimal;

    use super::*;
    use crate::model::{Field, Mask, Origin, Row, SheetId};

    fn dataset() -> Dataset {
        let mut dataset = Dataset::default();
        let table = dataset.table_mut(Sheet::Activities);
        table.rows.push(Row::blank(Sheet::Activities, Origin::row(SheetId(9), 4)));
        let cells = [
            (Field::ActivityId, Cell::Code("A-1".into())),
            (Field::Title, Cell::Text("=1+1, \"dit\"".into())),
            (Field::TerritoryMa, Cell::Codes(eco_vec!["MA-AGD".into(), "MA-AOU".into()])),
            (Field::BudgetTotal, Cell::Number(Decimal::new(-125_050, 2))),
            (Field::BudgetSpent, Cell::Held),
            (Field::BeneficiariesTotal, Cell::Masked(Mask::Withheld)),
            (Field::StartDate, Cell::Date(date(2026, 3, 31))),
            (Field::ContactEmail, Cell::Text("a.n@example.org".into())),
        ];
        cells.into_iter().for_each(|(field, cell)| table.set(0, field, cell));
        dataset
    }

    #[track_caller]
    fn check(private: bool, field: Field, expected: Option<&str>) {
        let (dataset, sources) = (dataset(), Sources::default());
        let rows = Rows { dataset: &dataset, sources: &sources, private };
        let file = [rows.head(Sheet::Activities).unwrap(), rows.csv(Sheet::Activities, &[0, 7]).unwrap()].concat();
        let mut reader = csv::Reader::from_reader(&*file);
        let at = reader.headers().unwrap().iter().position(|name| name == field.name());
        let records: Vec<_> = reader.records().map(std::result::Result::unwrap).collect();
        assert_eq!(records.len(), 1);
        assert_eq!(at.and_then(|at| records[0].get(at)), expected);
    }

    #[test]
    fn cells_are_written_for_programs() {
        check(false, Field::ActivityId, Some("A-1"));
        check(false, Field::Title, Some("'=1+1, \"dit\""));
        check(false, Field::TerritoryMa, Some("MA-AGD;MA-AOU"));
        check(false, Field::BudgetTotal, Some("-1250.5"));
        check(false, Field::BudgetSpent, Some("held"));
        check(false, Field::BeneficiariesTotal, Some("withheld"));
        check(false, Field::BeneficiariesWomen, Some(""));
        check(false, Field::StartDate, Some("2026-03-31"));
    }

    #[test]
    fn private_columns_stay_in_the_office() {
        check(false, Field::ContactEmail, None);
        check(true, Field::ContactEmail, Some("a.n@example.org"));
    }
}
