//! The rows behind a figure, with what each adds to it.

use ecow::EcoVec;
use rust_decimal::Decimal;
use serde::Serialize;

use super::Code;

/// One row's part in a figure that needs a helper column in the workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The index of the row in its table.
    pub row: u32,
    /// The values of the columns counted, where a row holds several: a territory, or a pair.
    pub item: EcoVec<Code>,
    /// What the row adds to the figure: 1 for a count, an amount in the report currency, a reading in the indicator's
    /// unit; of a mean, value times weight; of an interval, its high end.
    pub value: Decimal,
    /// 1 on a row that is kept (`once`, `both`), the low end of an interval, or the weight of a mean.
    pub low: Decimal,
}

/// The rows of a figure, column by column: there may be as many as the table has rows. Copies share them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Marks {
    rows: EcoVec<u32>,
    /// None where no row has any.
    items: EcoVec<EcoVec<Code>>,
    /// None where all are 1.
    values: EcoVec<Decimal>,
    /// None where all are 1.
    lows: EcoVec<Decimal>,
    silent: bool,
}

impl Marks {
    /// Gives the rows with what each adds; none where that is not told.
    pub fn told(&self) -> impl ExactSizeIterator<Item = Mark> {
        let rows = if self.silent { &[][..] } else { &self.rows };
        rows.iter().enumerate().map(|(at, &row)| self.mark(at, row))
    }

    /// Gives one of the rows with what it adds, where that is told.
    pub fn get(&self, at: usize) -> Option<Mark> {
        let row = self.rows.get(at).filter(|_| !self.silent)?;
        Some(self.mark(at, *row))
    }

    /// Gives the values counted of one of the rows.
    pub fn item(&self, at: usize) -> &[Code] {
        self.items.get(at).map_or(&[], EcoVec::as_slice)
    }

    fn mark(&self, at: usize, row: u32) -> Mark {
        Mark {
            row,
            item: self.items.get(at).cloned().unwrap_or_default(),
            value: self.values.get(at).copied().unwrap_or(Decimal::ONE),
            low: self.lows.get(at).copied().unwrap_or(Decimal::ONE),
        }
    }

    /// Gives the rows alone, which stay known.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        self.rows.iter().copied()
    }

    /// Takes out of this copy, for good, what each row adds.
    pub fn silence(&mut self) {
        *self = Marks { rows: self.rows.clone(), silent: true, ..Marks::default() };
    }
}

impl From<Vec<Mark>> for Marks {
    fn from(marks: Vec<Mark>) -> Self {
        let ones = |of: fn(&Mark) -> Decimal| marks.iter().all(|mark| of(mark) == Decimal::ONE);
        let numbers = |of: fn(&Mark) -> Decimal| if ones(of) { EcoVec::new() } else { marks.iter().map(of).collect() };
        let bare = marks.iter().all(|mark| mark.item.is_empty());
        Marks {
            rows: marks.iter().map(|mark| mark.row).collect(),
            values: numbers(|mark| mark.value),
            lows: numbers(|mark| mark.low),
            items: if bare { EcoVec::new() } else { marks.into_iter().map(|mark| mark.item).collect() },
            silent: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(list: &[(u32, &[&str], i64, i64)]) {
        let mark = |&(row, item, value, low): &(u32, &[&str], i64, i64)| Mark {
            row,
            item: item.iter().map(|code| Code::from(*code)).collect(),
            value: value.into(),
            low: low.into(),
        };
        let list: Vec<Mark> = list.iter().map(mark).collect();
        let mut marks = Marks::from(list.clone());
        assert_eq!(marks.told().collect::<Vec<_>>(), list);
        assert_eq!((0..=list.len()).map_while(|at| marks.get(at)).collect::<Vec<_>>(), list);
        assert!(list.iter().enumerate().all(|(at, mark)| *marks.item(at) == *mark.item));
        marks.silence();
        assert_eq!(marks.told().len(), 0);
        assert_eq!(marks.get(0), None);
        assert_eq!(marks.rows().collect::<Vec<_>>(), list.iter().map(|mark| mark.row).collect::<Vec<_>>());
    }

    #[test]
    fn marks_come_back_as_they_were_given() {
        check(&[]);
        check(&[(3, &[], 1, 1), (5, &[], 1, 1)]);
        check(&[(3, &[], 40, 1), (5, &[], 0, 1)]);
        check(&[(3, &[], 1, 7), (5, &[], 1, 1)]);
        check(&[(3, &["MA-AGD", "FR-31"], 1, 1), (3, &[], 2, 0)]);
    }
}
