//! Which rows take part in a measure: scope, period, conditions, and the rows that stand beside their parts.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::content::Content;
use super::time::{Rule, Timing};
use super::view::{Answer, Standing, Timed, View};
use crate::model::measure::{Comparison, Condition, Literal, Operand, Selection, Test};
use crate::model::{Cell, Code, Field, Period, Sheet};

/// What a measure asks of a table.
#[derive(Clone, Copy)]
pub(super) struct Ask<'m> {
    /// The table and the conditions.
    pub selection: &'m Selection,
    /// Which days count.
    pub rule: Rule,
    /// The measured column, which dates the rows of applications.
    pub measured: Field,
    /// Only rows that have one of these values in a column.
    pub only: Option<(Operand, &'m BTreeSet<Code>)>,
}

/// The rows that a measure finds, before it looks at what is missing.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// The rows that take part, in table order.
    pub rows: Vec<u32>,
    /// True where a finding keeps out a row, or the cell of a condition, that might have taken part, or questions a row
    /// that does.
    pub uncertain: bool,
    /// Rows left out because they carry no day.
    pub undated: Vec<u32>,
    /// Rows that might have taken part, kept out by a finding.
    pub held: Vec<u32>,
    /// Rows left out because others stand for them: parts beside their total.
    pub beside: Vec<u32>,
    /// True where conditions over the rows marked `in` would find the same rows.
    pub plain: bool,
}

impl View<'_> {
    /// Finds the rows that take part; `content` reads the measured cell.
    pub fn take(&self, ask: Ask<'_>, content: &dyn Fn(u32) -> Content) -> Taken {
        let sheet = ask.selection.table;
        let mut taken = Taken { plain: ask.only.is_none(), ..Taken::default() };
        for &Timed { standing: Standing { row, sure }, timing, marked } in &*self.candidates(ask) {
            let held = self.table(sheet).rows[row as usize].held;
            let answer = self.meets(sheet, row, held, ask);
            if answer == Answer::No {
                continue;
            }
            match timing {
                Timing::Out => taken.plain &= !sure || answer != Answer::Yes,
                Timing::In if sure && answer == Answer::Yes => {
                    taken.plain &= marked || !self.marked();
                    taken.rows.push(row);
                }
                Timing::Undated if sure && answer == Answer::Yes => {
                    taken.plain &= !marked;
                    if content(row).value().is_some() {
                        taken.undated.push(row);
                    }
                }
                Timing::Undated => {}
                _ => {
                    if matches!(content(row), Content::Value(_) | Content::Held)
                        || held_out(self, sheet, row, held, ask)
                    {
                        taken.held.push(row);
                    }
                }
            }
        }
        let rows = &self.table(sheet).rows;
        taken.uncertain = !taken.held.is_empty() || taken.rows.iter().any(|&row| rows[row as usize].doubtful);
        let found = taken.rows.clone();
        match sheet {
            Sheet::Indicators => self.without_parts(&mut taken.rows, ask, content),
            Sheet::Beneficiaries => self.without_doubles(&mut taken.rows, ask.selection),
            _ => {}
        }
        taken.plain &= found.len() == taken.rows.len();
        taken.beside = found.into_iter().filter(|row| taken.rows.binary_search(row).is_err()).collect();
        taken
    }

    fn candidates(&self, ask: Ask<'_>) -> Rc<[Timed]> {
        let sheet = ask.selection.table;
        if sheet == Sheet::Indicators {
            let code = ask.selection.conditions.iter().find_map(|condition| match &condition.test {
                Test::Compare(Comparison::Equal, Literal::Text(code))
                    if condition.operand.field == Field::IndicatorCode =>
                {
                    Some(code)
                }
                _ => None,
            });
            if let Some(code) = code {
                return self.time(sheet, self.readings(code), ask.rule, ask.measured);
            }
        }
        self.timed(sheet, ask.rule, ask.measured)
    }

    fn meets(&self, sheet: Sheet, row: u32, held: bool, ask: Ask<'_>) -> Answer {
        let mut all = Answer::Yes;
        for condition in &ask.selection.conditions {
            all = all.and(self.holds(sheet, row, held, condition));
            if all == Answer::No {
                return all;
            }
        }
        match ask.only {
            Some((operand, values)) => {
                all.and(self.items(sheet, row, operand).iter().any(|item| values.contains(item)).into())
            }
            None => all,
        }
    }

    /// Tells whether a condition holds; over several activities, whether it holds for one of them.
    pub fn holds(&self, sheet: Sheet, row: u32, held: bool, condition: &Condition) -> Answer {
        let required = held && !condition.operand.of_activity && is_required(sheet, condition.operand.field);
        let mut cells = self.cells(sheet, row, condition.operand).peekable();
        if cells.peek().is_none() {
            return self.passes(&Cell::Missing, condition);
        }
        cells
            .map(|cell| if required && *cell == Cell::Missing { Answer::Perhaps } else { self.passes(cell, condition) })
            .fold(Answer::No, Answer::or)
    }

    fn passes(&self, cell: &Cell, condition: &Condition) -> Answer {
        if matches!(cell, Cell::Held) {
            return Answer::Perhaps;
        }
        let present = cell.is_present();
        let holds = match &condition.test {
            Test::Present => present,
            Test::Missing => !present,
            Test::Compare(Comparison::NotEqual, _) if !present => condition.operand.field == Field::Group,
            _ if !present => false,
            Test::Compare(comparison, literal) => {
                let order = self.compare(cell, literal);
                match comparison {
                    Comparison::Equal => order == Some(Ordering::Equal),
                    Comparison::NotEqual => order != Some(Ordering::Equal),
                    Comparison::Less => order == Some(Ordering::Less),
                    Comparison::AtMost => order.is_some_and(Ordering::is_le),
                    Comparison::More => order == Some(Ordering::Greater),
                    Comparison::AtLeast => order.is_some_and(Ordering::is_ge),
                }
            }
            Test::In(literals) => literals.iter().any(|literal| self.compare(cell, literal) == Some(Ordering::Equal)),
            Test::Has(literal) => match literal {
                Literal::Text(text) => cell.codes().iter().any(|code| **code == **text),
                _ => self.compare(cell, literal) == Some(Ordering::Equal),
            },
        };
        holds.into()
    }

    /// Compares a cell with a value of a condition; `None` where they can't be compared.
    fn compare(&self, cell: &Cell, literal: &Literal) -> Option<Ordering> {
        match (cell, literal) {
            (Cell::Number(number), Literal::Number(value)) => Some(number.cmp(value)),
            (Cell::Date(_) | Cell::Period(_), Literal::Cutoff) => {
                cell.period().map(|span| span.to.cmp(&self.prepared.settings.cutoff()))
            }
            (Cell::Codes(codes), Literal::Text(text)) => match codes.as_slice() {
                [one] => Some(one.as_str().cmp(text)),
                _ => None,
            },
            (_, Literal::Text(text)) => cell.text().map(|own| own.cmp(text)),
            // Grades are codes that read as numbers.
            (_, Literal::Number(value)) => {
                cell.text().and_then(|own| own.parse::<rust_decimal::Decimal>().ok()).map(|own| own.cmp(value))
            }
            _ => None,
        }
    }

    /// Leaves out readings that others stand for: the groups beside their total, unless a condition names the group, and
    /// those of activities in a territory that has a reading of its own for the same days (of a stock, for any day).
    fn without_parts(&self, rows: &mut Vec<u32>, ask: Ask<'_>, content: &dyn Fn(u32) -> Content) {
        let sheet = Sheet::Indicators;
        let code = |row, field| self.cell(sheet, row, field).text();
        let span = |row| self.cell(sheet, row, Field::Period).period();
        let says = |row: &u32| content(*row).value().is_some();
        let names_group = ask.selection.conditions.iter().any(|condition| {
            condition.operand.field == Field::Group && !matches!(condition.test, Test::Compare(Comparison::NotEqual, _))
        });
        if !names_group {
            let key = |row: u32| {
                let indicator = code(row, Field::IndicatorCode);
                (self.prepared.activities_of(sheet, row).first(), code(row, Field::Territory), indicator, span(row))
            };
            let totals: BTreeSet<_> = rows
                .iter()
                .filter(|&&row| code(row, Field::Group).is_none())
                .filter(|row| says(row))
                .map(|&row| key(row))
                .collect();
            if !totals.is_empty() {
                rows.retain(|&row| code(row, Field::Group).is_none() || !totals.contains(&key(row)));
            }
        }
        let mut winners: BTreeMap<(Option<&str>, &str), Vec<Option<Period>>> = BTreeMap::new();
        for &row in rows.iter().filter(|row| says(row)) {
            if let (None, Some(territory)) =
                (self.prepared.activities_of(sheet, row).first(), code(row, Field::Territory))
            {
                winners.entry((code(row, Field::IndicatorCode), territory)).or_default().push(span(row));
            }
        }
        if winners.is_empty() {
            return;
        }
        rows.retain(|&row| {
            if self.prepared.activities_of(sheet, row).is_empty() {
                return true;
            }
            let own = span(row);
            let beaten = |territory: &Code| {
                winners.get(&(code(row, Field::IndicatorCode), territory.as_str())).is_some_and(|spans| {
                    ask.rule == Rule::Stock
                        || spans.iter().any(|span| match (span, &own) {
                            (Some(span), Some(own)) => span.overlaps(own),
                            _ => true,
                        })
                })
            };
            !self.territories(sheet, row).iter().any(beaten)
        });
    }

    /// Gives the territories of a row: its own, else those of its activities on both sides.
    pub fn territories(&self, sheet: Sheet, row: u32) -> Vec<Code> {
        let own = |field| self.items(sheet, row, Operand { of_activity: false, field });
        let mut all = own(Field::Territory);
        all.extend(own(Field::Territories));
        if all.is_empty() {
            let of_activity = sheet != Sheet::Activities;
            for field in [Field::TerritoryMa, Field::TerritoryFr] {
                all.extend(self.items(sheet, row, Operand { of_activity, field }));
            }
        }
        all
    }

    /// Leaves out groups of people that others stand for: where an activity has a unique total, that row stands alone;
    /// where a condition names sex or age, a total without that cell is out of sight, never taken for "sex unknown".
    fn without_doubles(&self, rows: &mut Vec<u32>, selection: &Selection) {
        let sheet = Sheet::Beneficiaries;
        let is_unique = |row: u32| self.cell(sheet, row, Field::UniqueTotal).text() == Some("yes");
        for field in [Field::Sex, Field::Age] {
            if selection.conditions.iter().any(|condition| condition.operand.field == field) {
                rows.retain(|&row| !is_unique(row) || self.cell(sheet, row, field).is_present());
            }
        }
        let activity = |row: u32| self.prepared.activities_of(sheet, row).first();
        let unique: BTreeSet<_> = rows.iter().filter(|&&row| is_unique(row)).map(|&row| activity(row)).collect();
        if !unique.is_empty() {
            rows.retain(|&row| is_unique(row) || !unique.contains(&activity(row)));
        }
    }
}

/// Says whether a held row lacks the measured cell because that is what holds it.
fn held_out(view: &View<'_>, sheet: Sheet, row: u32, held: bool, ask: Ask<'_>) -> bool {
    held && is_required(sheet, ask.measured) && *view.cell(sheet, row, ask.measured) == Cell::Missing
}

fn is_required(sheet: Sheet, field: Field) -> bool {
    crate::model::schema::columns(sheet).iter().any(|column| column.field == field && column.required)
}
