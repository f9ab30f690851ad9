//! What the lines of a figure come to, side by side: they are told one by one, and few are kept.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{exact, role};
use crate::compose::{Inputs, cover, scale};
use crate::model::trace::{Follower, Ground, LeftOut, Reason, Role, TraceLine};
use crate::model::{Code, Origin, Sheet, Value};

/// The sides of one figure, in the order of roles.
#[derive(Default)]
pub struct Sides {
    /// Those that have lines.
    pub sides: Vec<Side>,
    /// The rows that give nothing, by reason.
    pub left: BTreeMap<Reason, Left>,
    /// How many cells there is still room for.
    room: usize,
}

/// Rows that give nothing.
#[derive(Default)]
pub struct Left {
    rows: BTreeSet<(Sheet, u32)>,
    /// The first cell of each, in no order.
    pub places: Vec<Origin>,
}

impl Left {
    /// Counts them; a row may miss on both sides of a figure.
    pub fn count(&self) -> usize {
        self.rows.len()
    }
}

/// One side of a figure.
pub struct Side {
    /// Which.
    pub role: Role,
    /// How many lines it has.
    pub lines: usize,
    /// How many cells; what no file holds takes one line too.
    pub cells: usize,
    /// The places of the cells, in no order.
    pub places: Vec<Origin>,
    /// The first lines, as many as there was room for.
    pub listed: Vec<TraceLine>,
    /// Amounts and what they are in the report currency.
    sums: BTreeMap<Conversion, (Decimal, Decimal)>,
}

/// One currency, and the rate by which its amounts were converted.
type Conversion = (Code, Option<(usize, bool)>);

impl Sides {
    /// Starts without lines, and with room to keep so many cells.
    pub fn with_room(room: usize) -> Self {
        Sides { room, ..Sides::default() }
    }

    /// Counts the lines of all sides.
    pub fn lines(&self) -> usize {
        self.sides.iter().map(|side| side.lines).sum()
    }

    /// Gives the rates used with their source, and what each converted; amounts in the report currency stand alone.
    pub fn rates(&self, inputs: &Inputs<'_>) -> Vec<Value> {
        let told = self.sides.iter().filter(|side| !side.sums.is_empty()).count();
        let said = self.sides.iter().flat_map(|side| {
            side.rates(inputs).map(move |said| match told {
                0 | 1 => said,
                _ => Value::phrase("trace-side", [("side", role(side.role)), ("said", said)]),
            })
        });
        said.collect()
    }
}

impl Follower for Sides {
    fn line(&mut self, line: TraceLine) {
        // The lines of one side come together.
        if self.sides.last().is_none_or(|side| side.role != line.role) {
            self.sides.push(Side::new(line.role));
        }
        if let Some(side) = self.sides.last_mut() {
            side.add(&line);
            let (cells, room) = (cells(&line), self.room);
            if room > 0 {
                side.listed.push(line);
            }
            self.room = room.saturating_sub(cells);
        }
    }

    fn left_out(&mut self, row: LeftOut) {
        let left = self.left.entry(row.reason).or_default();
        left.rows.insert((row.table, row.row));
        left.places.extend(row.origin);
    }
}

impl Side {
    fn new(role: Role) -> Self {
        Side { role, lines: 0, cells: 0, places: Vec::new(), listed: Vec::new(), sums: BTreeMap::new() }
    }

    fn add(&mut self, line: &TraceLine) {
        self.lines += 1;
        self.cells += cells(line);
        if let Ground::Cells(cells) = &line.ground {
            self.places.extend(cells.iter().map(|cell| cell.origin));
        }
        if let Some(currency) = &line.currency {
            let (amount, value) = self.sums.entry((currency.clone(), line.rate)).or_default();
            *amount = amount.saturating_add(line.amount);
            *value = value.saturating_add(line.value);
        }
    }

    fn rates(&self, inputs: &Inputs<'_>) -> impl Iterator<Item = Value> {
        let rates = &inputs.settings.rates;
        self.sums.iter().map(|((currency, rate), (amount, converted))| {
            let own = ("amount", exact(amount.round_dp(2)));
            let currency = ("currency", scale::currency(currency));
            let Some(rate) = rate.and_then(|(at, _)| rates.rates.get(at)) else {
                return Value::phrase("trace-amount", [own, currency]);
            };
            let args = [
                own,
                currency,
                ("converted", exact(converted.round_dp(2))),
                ("report", scale::currency(&rates.report_currency)),
                ("rate", cover::rate_alone(rate)),
                ("period", Value::Period(rate.period)),
                ("source", Value::from(&*rate.source)),
            ];
            Value::phrase("trace-rate", args)
        })
    }
}

fn cells(line: &TraceLine) -> usize {
    match &line.ground {
        Ground::Cells(cells) => cells.len(),
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SheetId;
    use crate::model::trace::{CellPart, TraceCell};
    use crate::model::{Cell, Field};

    fn line(role: Role, row: u32, cells: u16) -> TraceLine {
        let cell = |column| TraceCell {
            table: Sheet::Amounts,
            field: Field::Amount,
            origin: Origin::cell(SheetId(0), row, column),
            cell: Cell::Missing,
            part: CellPart::Adds,
        };
        TraceLine {
            role,
            table: Sheet::Amounts,
            row,
            item: Default::default(),
            ground: Ground::Cells((0..cells).map(cell).collect()),
            amount: Decimal::ONE,
            currency: None,
            rate: None,
            value: Decimal::ONE,
            low: Decimal::ONE,
        }
    }

    #[track_caller]
    fn check(room: usize, listed: [usize; 2]) {
        let mut sides = Sides::with_room(room);
        for row in 0..4 {
            sides.line(line(Role::Numerator, row, 1));
        }
        sides.line(line(Role::Denominator, 0, 3));
        sides.line(line(Role::Denominator, 1, 3));
        let found: Vec<_> =
            sides.sides.iter().map(|side| (side.role, side.lines, side.cells, side.places.len())).collect();
        assert_eq!(found, [(Role::Numerator, 4, 4, 4), (Role::Denominator, 2, 6, 6)]);
        assert_eq!([0, 1].map(|at: usize| sides.sides[at].listed.len()), listed);
    }

    #[test]
    fn every_line_counts_and_those_with_room_are_kept() {
        check(0, [0, 0]);
        check(3, [3, 0]);
        check(5, [4, 1]);
        check(100, [4, 2]);
    }
}
