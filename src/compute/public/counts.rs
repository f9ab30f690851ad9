//! The cells that count people, the sums in which they are shown, and which of them are masked.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;

use rust_decimal::Decimal;

use super::solve::{Hidden, Limit, stays_hidden, withhold};
use crate::compute::people;
use crate::model::figures::{Behind, Result as Line};
use crate::model::schema::{self, PARTS};
use crate::model::{Code, Dataset, Field, Figure, Figures, Mask, Measure, Outcome, Row, Sheet};
use crate::reference::Reference;

/// A cell: its table, its row and its column.
pub(super) type Id = (Sheet, u32, Field);

/// The columns of readings that count people where the unit of their indicator is people.
const STATED: [Field; 3] = [Field::Baseline, Field::Target, Field::Actual];

/// Every cell that counts people, with what is shown in its place.
pub(super) struct Counts<'a> {
    limit: Limit,
    dataset: &'a Dataset,
    ids: Vec<Id>,
    cells: Vec<(Decimal, Option<Mask>)>,
    places: Places,
    /// The readings that hold a quotient of people beside its two sides.
    quotients: Vec<u32>,
    records: Records,
}

/// The place of each counting cell among all of them, column by column.
#[derive(Default)]
struct Places(BTreeMap<(Sheet, Field), Vec<Option<NonZeroU32>>>);

impl Places {
    fn insert(&mut self, (sheet, row, field): Id, at: usize) {
        let column = self.0.entry((sheet, field)).or_default();
        column.resize(column.len().max(row as usize + 1), None);
        column[row as usize] = u32::try_from(at + 1).ok().and_then(NonZeroU32::new);
    }

    fn get(&self, (sheet, row, field): Id) -> Option<usize> {
        let at = self.0.get(&(sheet, field))?.get(row as usize).copied()??;
        Some(at.get() as usize - 1)
    }
}

/// The cells of records that add up to another one of it; a campaign has two sums or three an activity.
#[derive(Default)]
struct Records {
    /// Where the parts of each sum begin, and the cell that they come to.
    sums: Vec<(u32, u32)>,
    parts: Vec<u32>,
    /// The sums of each part, by part, the longest sum first.
    of: Vec<(u32, u32)>,
}

impl Records {
    fn push(&mut self, parts: &[usize], whole: usize) {
        self.sums.push((self.parts.len() as u32, whole as u32));
        self.parts.extend(parts.iter().map(|&part| part as u32));
    }

    /// Puts the sums of each part in order, once all are known.
    fn sort(&mut self) {
        let all = (0..self.sums.len() as u32).flat_map(|sum| self.parts(sum).iter().map(move |&part| (part, sum)));
        let mut of: Vec<(u32, u32)> = all.collect();
        of.sort_by_key(|&(part, sum)| (part, std::cmp::Reverse(self.parts(sum).len())));
        self.of = of;
    }

    fn parts(&self, sum: u32) -> &[u32] {
        let begins = |sum: usize| self.sums.get(sum).map_or(self.parts.len(), |sum| sum.0 as usize);
        &self.parts[begins(sum as usize)..begins(sum as usize + 1)]
    }

    /// Gives the parts and the whole of each sum.
    fn iter(&self) -> impl Iterator<Item = (&[u32], usize)> {
        (0..).zip(&self.sums).map(|(sum, (_, whole))| (self.parts(sum), *whole as usize))
    }

    /// Gives the sums that a cell is a part of, the longest first.
    fn with(&self, part: usize) -> impl Iterator<Item = (&[u32], usize)> {
        let from = self.of.partition_point(|(other, _)| (*other as usize) < part);
        let own = self.of[from..].iter().take_while(move |(other, _)| *other as usize == part);
        own.map(|(_, sum)| (self.parts(*sum), self.sums[*sum as usize].1 as usize))
    }
}

impl<'a> Counts<'a> {
    /// Gathers the cells and masks them: the small ones, and those that would tell them.
    pub fn new(dataset: &'a Dataset, whole: &Figures, reference: &Reference, limit: Limit) -> Self {
        let mut counts = Counts {
            limit,
            dataset,
            ids: Vec::new(),
            cells: Vec::new(),
            places: Places::default(),
            quotients: Vec::new(),
            records: Records::default(),
        };
        counts.gather(reference);
        counts.ids.shrink_to_fit();
        counts.cells.shrink_to_fit();
        if counts.cells.iter().any(|(_, mask)| mask.is_some()) || !counts.rests().is_empty() {
            counts.records = counts.records();
            let columns = counts.columns(whole, reference);
            counts.settle(&columns);
        }
        counts
    }

    /// Gives every masked cell.
    pub fn masked(&self) -> BTreeMap<Id, Mask> {
        let cells = self.ids.iter().zip(&self.cells).filter_map(|(id, (_, mask))| Some((*id, (*mask)?)));
        let mut masked: BTreeMap<Id, Mask> = cells.collect();
        // A quotient with one of its sides tells the other.
        for &row in &self.quotients {
            let side = |field| masked.contains_key(&(Sheet::Indicators, row, field));
            if side(Field::Numerator) || side(Field::Denominator) {
                masked.insert((Sheet::Indicators, row, Field::Actual), Mask::Withheld);
            }
        }
        masked
    }

    /// Gives the masked cells among those of a column of a table in some rows.
    pub fn hidden(&self, sheet: Sheet, field: Field, rows: &[u32]) -> Vec<Hidden> {
        let cells: Vec<usize> = rows.iter().filter_map(|&row| self.places.get((sheet, row, field))).collect();
        if cells.iter().all(|&at| self.cells[at].1.is_none()) {
            return Vec::new();
        }
        self.units(cells).into_iter().filter_map(|at| self.hide(at)).collect()
    }

    fn hide(&self, at: usize) -> Option<Hidden> {
        let (value, mask) = self.cells[at];
        mask.map(|mask| Hidden { value, mask })
    }

    /// Puts the sum of a record in the place of its cells, where all of them stand in a column: who knows the sum knows
    /// what they add to the column.
    fn units(&self, mut cells: Vec<usize>) -> Vec<usize> {
        cells.sort_unstable();
        cells.dedup();
        let mut units = Vec::with_capacity(cells.len());
        let mut told = vec![false; cells.len()];
        for (place, &at) in cells.iter().enumerate() {
            if told[place] {
                continue;
            }
            told[place] = true;
            let stands = |part: u32| cells.binary_search(&(part as usize)).ok();
            let waits = |part: u32| stands(part).is_some_and(|place| !told[place]);
            let inside = |sum: &(&[u32], usize)| sum.0.iter().all(|&part| part as usize == at || waits(part));
            match self.records.with(at).find(inside) {
                Some((parts, whole)) => {
                    units.push(whole);
                    parts.iter().filter_map(|&part| stands(part)).for_each(|at| told[at] = true);
                }
                None => units.push(at),
            }
        }
        units.sort_unstable();
        units
    }

    /// Gives what a cell is masked with.
    pub fn mask(&self, id: Id) -> Option<Mask> {
        self.places.get(id).and_then(|at| self.cells[at].1)
    }

    /// Gives the masked cells of a column of readings.
    pub fn hidden_readings(&self, rows: &[u32], field: Field) -> Vec<Hidden> {
        let cell = |row: &u32| self.places.get((Sheet::Indicators, *row, field)).map(|at| self.cells[at]);
        rows.iter().filter_map(cell).filter_map(|(value, mask)| Some(Hidden { value, mask: mask? })).collect()
    }

    fn gather(&mut self, reference: &Reference) {
        for (&sheet, table) in &self.dataset.tables {
            let fields: Vec<Field> =
                schema::columns(sheet).iter().filter(|column| column.people).map(|column| column.field).collect();
            for (at, row) in (0..).zip(&table.rows) {
                if sheet == Sheet::Indicators {
                    self.reading(reference, at, row);
                }
                for &field in &fields {
                    self.add((sheet, at, field), row);
                }
            }
        }
    }

    /// Gathers the cells of a reading that count people: all of it where its unit is people, the two sides of a quotient
    /// where its indicator divides people by people.
    fn reading(&mut self, reference: &Reference, at: u32, row: &Row) {
        let table = self.dataset.table(Sheet::Indicators);
        let code = |field| table.cell(row, field).code();
        let indicator = code(Field::IndicatorCode).and_then(|code| reference.indicator(code));
        let unit = indicator.map(|indicator| &indicator.unit).or(code(Field::Unit));
        let people = unit.and_then(|unit| reference.unit(unit)).is_some_and(|unit| unit.people);
        if people {
            STATED.into_iter().for_each(|field| self.add((Sheet::Indicators, at, field), row));
        }
        if people || indicator.is_some_and(|indicator| indicator.people) {
            [Field::Numerator, Field::Denominator]
                .into_iter()
                .for_each(|field| self.add((Sheet::Indicators, at, field), row));
            if !people {
                self.quotients.push(at);
            }
        }
    }

    fn add(&mut self, id: Id, row: &Row) {
        let (sheet, _, field) = id;
        if let Some(value) = self.dataset.table(sheet).cell(row, field).number() {
            self.places.insert(id, self.cells.len());
            self.ids.push(id);
            self.cells.push((value, self.limit.mask(value)));
        }
    }

    /// Gives the parts whose whole leaves a small rest, while both are shown.
    fn rests(&self) -> Vec<usize> {
        let quotients = self.quotients.iter().map(|&row| {
            let side = |field| (Sheet::Indicators, row, field);
            (side(Field::Numerator), side(Field::Denominator))
        });
        let columns = PARTS.iter().flat_map(|&(sheet, part, whole)| {
            let rows = 0..self.dataset.table(sheet).rows.len() as u32;
            rows.map(move |row| ((sheet, row, part), (sheet, row, whole)))
        });
        let tells = |(part, whole): (Id, Id)| {
            let [part, whole] = [part, whole].map(|id| self.places.get(id));
            let ((part, none), (all, shown)) = (self.cells[part?], self.cells[whole?]);
            (none.is_none() && shown.is_none() && self.limit.is_small(all.saturating_sub(part))).then_some(())
        };
        columns
            .chain(quotients)
            .filter(|pair| tells(*pair).is_some())
            .filter_map(|(part, _)| self.places.get(part))
            .collect()
    }

    /// Withholds cells until no shown sum tells a masked one: first within each record, as often as that takes, then one
    /// more cell of a column, and so on.
    fn settle(&mut self, columns: &[Vec<usize>]) {
        loop {
            let more = self.within();
            if !more.is_empty() {
                more.into_iter().for_each(|at| self.cells[at].1 = Some(Mask::Withheld));
                continue;
            }
            match self.further(columns) {
                Some(at) => self.cells[at].1 = Some(Mask::Withheld),
                None => return,
            }
        }
    }

    /// Tells which cells of records have to go. All records are looked at as they stand, so that their order decides
    /// nothing.
    fn within(&self) -> BTreeSet<usize> {
        let mut more: BTreeSet<usize> = self.rests().into_iter().collect();
        for (own, whole) in self.records.iter() {
            let own: Vec<usize> = own.iter().map(|&part| part as usize).collect();
            let parts: Vec<_> = own.iter().map(|&at| self.cells[at]).collect();
            let (value, mask) = self.cells[whole];
            let masked = mask.map(|mask| Hidden { value, mask });
            if masked.is_none() && parts.iter().all(|(_, mask)| mask.is_none()) {
                continue;
            }
            let before = |one: usize, other: usize| self.order(own[one], own[other]);
            match withhold(self.limit, &parts, masked, before) {
                Some(chosen) => more.extend(chosen.into_iter().map(|at| own[at])),
                // Every part is masked: the sum goes too.
                None if masked.is_none() => {
                    more.insert(whole);
                }
                None => {}
            }
        }
        more
    }

    /// Chooses the next cell to withhold, where a column with its total tells a masked one: the cell that helps most
    /// columns and opens fewest new ones, the smallest of those. A column that no cell can help is a figure to withhold.
    fn further(&self, columns: &[Vec<usize>]) -> Option<usize> {
        let mut score: BTreeMap<usize, i64> = BTreeMap::new();
        let mut open = Vec::new();
        for column in columns {
            let parts: Vec<Hidden> = column.iter().filter_map(|&at| self.hide(at)).collect();
            if parts.is_empty() {
                open.push(column);
            } else if !stays_hidden(self.limit, &parts, None) {
                let free = column.iter().filter(|&&at| self.cells[at].1.is_none() && self.cells[at].0 > Decimal::ZERO);
                free.for_each(|&at| *score.entry(at).or_default() += 1);
            }
        }
        for column in open {
            for at in column {
                if let Some(score) = score.get_mut(at) {
                    *score -= 1;
                }
            }
        }
        let best = |(one, low): &(usize, i64), (other, high): &(usize, i64)| {
            let size = || self.cells[*one].0.cmp(&self.cells[*other].0);
            high.cmp(low).then_with(size).then_with(|| self.order(*one, *other))
        };
        score.into_iter().min_by(best).map(|(at, _)| at)
    }

    /// Orders two cells of the same number by what stands in their rows, so that the order of rows decides nothing.
    fn order(&self, one: usize, other: usize) -> Ordering {
        let said = |at: usize| {
            let (sheet, row, field) = self.ids[at];
            (sheet, field, format!("{:?}", self.dataset.table(sheet).rows[row as usize].cells))
        };
        said(one).cmp(&said(other))
    }

    /// Gives the columns whose totals are printed: those of everything, of each theme and of each indicator.
    fn columns(&self, whole: &Figures, reference: &Reference) -> Vec<Vec<usize>> {
        let mut columns = BTreeSet::new();
        for (theme, set) in &whole.themes.lines {
            for (code, behind) in whole.themes.behind.get(theme).into_iter().flatten() {
                self.figure(&mut columns, reference, &set[code], behind);
            }
        }
        for figure in whole.cross.values() {
            self.figure(&mut columns, reference, figure, &Behind::of(figure));
        }
        for line in &whole.results {
            self.figure(&mut columns, reference, &line.figure, &Behind::of(&line.figure));
            self.aims(&mut columns, line);
        }
        columns.into_iter().collect()
    }

    /// Gives the sums of each record: the people of an activity by sex and age make its total.
    fn records(&self) -> Records {
        let rows = self.dataset.table(Sheet::Beneficiaries);
        let mut parts: BTreeMap<(&Code, Field), Vec<usize>> = BTreeMap::new();
        for (at, row) in (0..).zip(&rows.rows) {
            let text = |field| rows.cell(row, field).text();
            let (Some(id), Some(cell)) =
                (rows.cell(row, Field::ActivityId).code(), self.places.get((Sheet::Beneficiaries, at, Field::Number)))
            else {
                continue;
            };
            let mut add = |field| parts.entry((id, field)).or_default().push(cell);
            match text(Field::PlannedReached) {
                Some("planned") => add(Field::BeneficiariesPlanned),
                Some("reached") if text(Field::Group) != Some("indirect") => {
                    add(Field::BeneficiariesTotal);
                    if text(Field::Sex) == Some("f") {
                        add(Field::BeneficiariesWomen);
                    }
                }
                _ => {}
            }
        }
        let table = self.dataset.table(Sheet::Activities);
        let mut sums = Records::default();
        for (at, row) in (0..).zip(&table.rows) {
            let Some(id) = table.cell(row, Field::ActivityId).code() else { continue };
            for field in [Field::BeneficiariesPlanned, Field::BeneficiariesTotal, Field::BeneficiariesWomen] {
                let whole = self.places.get((Sheet::Activities, at, field));
                if let (Some(parts), Some(whole)) = (parts.get(&(id, field)), whole)
                    && self.add_up(parts) == self.cells[whole].0
                {
                    sums.push(parts, whole);
                }
            }
        }
        sums.sort();
        sums
    }

    /// Adds the columns that a figure which is shown adds up.
    fn figure(&self, columns: &mut BTreeSet<Vec<usize>>, reference: &Reference, figure: &Figure, behind: &Behind) {
        let Some(indicator) = reference.indicator(&figure.code) else { return };
        let [above, below] = people::sides(indicator);
        let mut side = |counts: bool, measure: &Measure, rows: &[u32], whole: Decimal| {
            let Some((sheet, operand)) = people::operand(measure).filter(|_| counts) else { return };
            if self.limit.is_small(whole) || operand.of_activity {
                return;
            }
            let parts = rows.iter().filter_map(|&row| self.places.get((sheet, row, operand.field)));
            self.insert(columns, parts.collect(), whole);
        };
        match (&figure.outcome, &indicator.measure) {
            (Outcome::Interval(low, high), measure) => {
                side(above, measure, &behind.rows, *high);
                side(above, measure, &behind.least, *low);
            }
            (Outcome::Number(number), measure) => {
                side(above, measure, &behind.rows, *number);
            }
            (Outcome::Ratio(one, other), Measure::Ratio(numerator, denominator, _)) => {
                side(above, numerator, &behind.rows, *one);
                side(below, denominator, &behind.below, *other);
            }
            _ => {}
        }
    }

    /// Adds the baselines, targets and actual values that a result sums up.
    fn aims(&self, columns: &mut BTreeSet<Vec<usize>>, line: &Line) {
        for (field, whole) in STATED.into_iter().zip([line.baseline, line.target, line.actual]) {
            let parts = line.rows.iter().filter_map(|&row| self.places.get((Sheet::Indicators, row, field)));
            if let Some(whole) = whole {
                self.insert(columns, parts.collect(), whole);
            }
        }
    }

    /// Adds a column where its cells do come to its total.
    fn insert(&self, columns: &mut BTreeSet<Vec<usize>>, parts: Vec<usize>, whole: Decimal) {
        if !parts.is_empty() && self.add_up(&parts) == whole {
            columns.insert(self.units(parts));
        }
    }

    fn add_up(&self, parts: &[usize]) -> Decimal {
        parts.iter().fold(Decimal::ZERO, |sum, &at| sum.saturating_add(self.cells[at].0))
    }
}
