//! Rows that are no records: totals, titles of sections, notes, the example of the form.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::model::{Field, Kind, List, RawRow, RawValue, Sheet, schema};
use crate::reference::{BudgetSide, Reference, fold};

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
    "المجاميع",
    "إجمالي",
];

static MARKERS: LazyLock<Vec<String>> = LazyLock::new(|| EXAMPLE_MARKERS.iter().map(|word| fold(word)).collect());
static TOTALS: LazyLock<BTreeSet<String>> = LazyLock::new(|| TOTAL_WORDS.iter().map(|word| fold(word)).collect());

/// How far a sum of amounts may be from a total that is the same: files store binary fractions.
const CLOSE: f64 = 1e-9;

/// Why a row under the headings is no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Aside {
    /// It is the example of the form: nothing that a sender needs to be told.
    Example,
    /// It is a total, with the text that says so.
    Total(String),
    /// It holds one text alone: the title of a section where records follow, else a note.
    Lone(String),
}

/// Tells why a row under the headings is no record; `None` where it is one.
pub fn aside(reference: &Reference, layout: &Layout, row: &RawRow) -> Option<Aside> {
    let columns = layout.source.iter().flatten().count();
    let Some(first) = words(row) else { return lone(layout.id(), columns, row) };
    let id = layout.id().and_then(|column| match row.get(column) {
        Some(RawValue::Text(text)) => Some(trim(text)),
        _ => None,
    });
    if [Some(first.1), id].into_iter().flatten().any(is_example) {
        return Some(Aside::Example);
    }
    if is_total(first.1) && !names_an_entry(reference, layout, row) {
        return Some(Aside::Total(first.1.to_owned()));
    }
    if let Some(heading) = computed(reference, layout, row) {
        return Some(Aside::Total(heading));
    }
    lone(layout.id(), columns, row)
}

/// Gives the text of a budget line that names a sum of its form, which other lines make.
fn computed(reference: &Reference, layout: &Layout, row: &RawRow) -> Option<String> {
    let heading =
        schema::position(Sheet::BudgetLines, Field::Heading).filter(|_| layout.sheet == Sheet::BudgetLines)?;
    let text = super::cells::words(row.get(layout.source.get(heading).copied().flatten()?)?);
    let code = reference.exact(List::BudgetHeadings, &text)?;
    let heading = reference.budget_headings.iter().find(|heading| heading.code == code)?;
    matches!(heading.side, BudgetSide::Subtotal | BudgetSide::Total).then_some(text)
}

/// Tells why a row of a foreign table is no record. `id` is the column of its identifiers, `columns` how many are read.
pub fn foreign(id: Option<u16>, columns: usize, row: &RawRow) -> Option<Aside> {
    let Some(first) = words(row) else { return lone(id, columns, row) };
    let identified = id.is_some_and(|id| id != first.0 && row.get(id).is_some());
    if is_total(first.1) && !identified {
        return Some(Aside::Total(first.1.to_owned()));
    }
    lone(id, columns, row)
}

/// Gives the first text of a row.
fn words(row: &RawRow) -> Option<(u16, &str)> {
    row.cells.iter().find_map(|(column, value)| match value {
        RawValue::Text(text) => Some((*column, trim(text))),
        _ => None,
    })
}

/// Tells a row of one text, or of one year. An identifier, which has a digit and no space, is a record that was only
/// begun.
fn lone(id: Option<u16>, columns: usize, row: &RawRow) -> Option<Aside> {
    let [(column, value)] = &row.cells[..] else { return None };
    let text = match value {
        RawValue::Text(_) => super::cells::words(value),
        RawValue::Number(_) => Some(super::cells::words(value)).filter(|text| is_year(text))?,
        _ => return None,
    };
    let begun = Some(*column) == id
        && !text.contains(char::is_whitespace)
        && text.contains(|letter: char| letter.is_numeric())
        && !is_year(&text);
    (columns > 2 && !begun).then_some(Aside::Lone(text))
}

fn is_year(text: &str) -> bool {
    text.parse::<u16>().is_ok_and(|year| (1950..2100).contains(&year))
}

/// The sums of the numbers of a table so far, by column: what a total row without any word repeats.
#[derive(Debug, Default)]
pub struct Sums {
    all: BTreeMap<u16, f64>,
    part: BTreeMap<u16, f64>,
    rows: u32,
    total: u32,
}

impl Sums {
    /// Adds a record.
    pub fn add(&mut self, row: &RawRow) {
        self.rows += 1;
        self.total += 1;
        for (column, value) in &row.cells {
            if let RawValue::Number(number) = value {
                *self.all.entry(*column).or_default() += number;
                *self.part.entry(*column).or_default() += number;
            }
        }
    }

    /// Starts a new part: what follows a subtotal.
    pub fn part(&mut self) {
        self.part.clear();
        self.rows = 0;
    }

    /// Says whether a row is nothing but the sums of the rows above it, of at least two: then since the last subtotal, or
    /// since the beginning.
    pub fn repeats(&self, row: &RawRow) -> bool {
        let same = |sums: &BTreeMap<u16, f64>| {
            row.cells.iter().all(|(column, value)| match (value, sums.get(column)) {
                (RawValue::Number(number), Some(sum)) => (number - sum).abs() <= CLOSE * sum.abs(),
                _ => false,
            })
        };
        let says = row.cells.iter().any(|(_, value)| matches!(value, RawValue::Number(number) if *number != 0.0));
        says && ((self.rows > 1 && same(&self.part)) || (self.total > 1 && same(&self.all)))
    }
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

/// Says whether a row names a status, a stage, a funder or an entry of another list that only records name. A total may
/// well stand for a theme, a territory or a unit.
fn names_an_entry(reference: &Reference, layout: &Layout, row: &RawRow) -> bool {
    schema::columns(layout.sheet).iter().zip(&layout.source).any(|(column, source)| {
        let Kind::One(list) = column.kind else { return false };
        let Some(RawValue::Text(text)) = source.and_then(|source| row.get(source)) else { return false };
        let of_totals = matches!(
            list,
            List::Currencies
                | List::Themes
                | List::Territories
                | List::TerritoriesMa
                | List::TerritoriesFr
                | List::Units
        );
        !of_totals && reference.exact(list, text).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use RawValue::{Number, Text};

    fn row(cells: Vec<(u16, RawValue)>) -> RawRow {
        RawRow { row: 9, cells }
    }

    fn text(text: &str) -> RawValue {
        Text(text.to_owned())
    }

    #[track_caller]
    fn check(cells: Vec<(u16, RawValue)>, expected: Option<Aside>) {
        assert_eq!(foreign(Some(0), 7, &row(cells)), expected);
    }

    #[test]
    fn totals_in_any_column_and_three_languages() {
        for words in
            ["TOTAL GÉNÉRAL (MAD)", "Total Tiznit", "Sous-total :", "المجموع العام", "إجمالي النفقات", "Grand total"]
        {
            check(vec![(1, text(words)), (6, Number(4.0))], Some(Aside::Total(words.to_owned())));
        }
        check(vec![(0, text("T-1")), (1, text("Total accès")), (6, Number(4.0))], None);
    }

    #[test]
    fn a_lone_text_is_no_record_unless_it_begins_one() {
        check(vec![(0, text("Santé"))], Some(Aside::Lone("Santé".to_owned())));
        check(vec![(0, text("2026"))], Some(Aside::Lone("2026".to_owned())));
        check(vec![(0, Number(2026.0))], Some(Aside::Lone("2026".to_owned())));
        check(vec![(0, text("T-7"))], None);
        check(vec![(0, Number(7.0))], None);
    }

    #[test]
    fn a_row_of_sums_is_a_total_without_a_word() {
        let mut sums = Sums::default();
        let numbers = |a: f64, b: f64| row(vec![(5, Number(a)), (6, Number(b))]);
        sums.add(&numbers(0.1, 10.0));
        assert!(!sums.repeats(&numbers(0.1, 10.0)));
        sums.add(&numbers(0.2, 20.0));
        assert!(sums.repeats(&numbers(0.3, 30.0)) && !sums.repeats(&numbers(0.3, 31.0)));
    }
}
