//! What a figure was made from: its rows, their cells, and the rows left out, evaluated when asked and never stored.

use ecow::EcoVec;
use rust_decimal::Decimal;

use super::figures::Result as ThemeResult;
use super::{Cell, Code, Currency, Field, Figure, Origin, Scope, Sheet};

/// A figure that was followed to its rows, which a [`Follower`] took.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// What the figure speaks about.
    pub scope: Scope,
    /// The figure; its marks tell all rows, those of a refused figure too.
    pub figure: Figure,
    /// Baseline, target, actual value and attainment, where the indicator is one of a theme.
    pub result: Option<ThemeResult>,
}

/// Takes what a figure was made from, one row after the other: there may be as many as the returns have.
pub trait Follower {
    /// Takes what a row gives; the lines come in the order of roles and tables.
    fn line(&mut self, line: TraceLine);

    /// Takes a row that was asked and gives nothing.
    fn left_out(&mut self, row: LeftOut);
}

/// Which side of a figure a row makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The figure itself.
    Value,
    /// The numerator of a quotient.
    Numerator,
    /// The denominator of a quotient.
    Denominator,
    /// The baseline of a result.
    Baseline,
    /// The target of a result.
    Target,
    /// The actual value of a result, over the series that have baseline, target and actual value.
    Actual,
}

impl Role {
    /// Every role, in order.
    pub const ALL: [Role; 6] =
        [Role::Value, Role::Numerator, Role::Denominator, Role::Baseline, Role::Target, Role::Actual];
}

/// What one row gives to a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct TraceLine {
    /// Which side of the figure.
    pub role: Role,
    /// The table.
    pub table: Sheet,
    /// The index of the row in its table.
    pub row: u32,
    /// The value that is counted, where a row may hold several: a territory, a pair, a grade.
    pub item: EcoVec<Code>,
    /// Where it was read.
    pub ground: Ground,
    /// What the row says, in its own currency or in the indicator's unit; 1 for a counted row, 0 for one whose value
    /// another row was counted for.
    pub amount: Decimal,
    /// The currency of the amount, where it is money.
    pub currency: Option<Currency>,
    /// The rate by which the amount was converted: the index in the campaign's rates, and whether it is divided by. `None`
    /// where the amount stands in the report currency, is no money, or has no rate.
    pub rate: Option<(usize, bool)>,
    /// What the row adds: of money the amount in the report currency, of a mean value times weight.
    pub value: Decimal,
    /// The part in the low end of an interval, or the weight of a mean; 1 elsewhere.
    pub low: Decimal,
}

/// Where a row was read.
#[derive(Debug, Clone, PartialEq)]
pub enum Ground {
    /// In cells of a file.
    Cells(Box<[TraceCell]>),
    /// The return of a territory, or its absence.
    Return(Code),
    /// The campaign file.
    Campaign,
    /// Another figure.
    Figure(Code),
}

/// One cell behind a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct TraceCell {
    /// The sheet of the contract that it belongs to.
    pub table: Sheet,
    /// Its column.
    pub field: Field,
    /// Its place.
    pub origin: Origin,
    /// What was read there.
    pub cell: Cell,
    /// How it enters the amount of its line.
    pub part: CellPart,
}

/// How a cell enters the amount of its line: the sum of the added less the subtracted, times the factors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellPart {
    /// It is added.
    Adds,
    /// It is subtracted.
    Subtracts,
    /// It multiplies.
    Multiplies,
    /// It tells the row, or the value that is counted.
    Tells,
}

/// A row that gives nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// Which side of the figure it would make.
    pub role: Role,
    /// The table.
    pub table: Sheet,
    /// The index of the row in its table.
    pub row: u32,
    /// The first of the cells that tell it, where it was read from any.
    pub origin: Option<Origin>,
    /// Why it gives nothing.
    pub reason: Reason,
}

/// Why a row gives nothing to a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The measured cell is not reported.
    Missing,
    /// The measured cell is not applicable.
    NotApplicable,
    /// A finding of severity error keeps out the cell or the row.
    Held,
    /// It carries no date, and the period does not cover the agreement.
    Undated,
    /// It is a part of a total that counts, or another row stands for it.
    Beside,
    /// A later row of the same series counts.
    Replaced,
    /// The other side of the quotient is not reported for it.
    OneSide,
    /// Its value is not among the largest.
    NotLargest,
}

impl Reason {
    /// Every reason, in order.
    pub const ALL: [Reason; 8] = [
        Reason::Missing,
        Reason::NotApplicable,
        Reason::Held,
        Reason::Undated,
        Reason::Beside,
        Reason::Replaced,
        Reason::OneSide,
        Reason::NotLargest,
    ];

    /// Gives the key of its message.
    pub const fn key(self) -> &'static str {
        match self {
            Reason::Missing => "trace-left-missing",
            Reason::NotApplicable => "trace-left-not-applicable",
            Reason::Held => "trace-left-held",
            Reason::Undated => "trace-left-undated",
            Reason::Beside => "trace-left-beside",
            Reason::Replaced => "trace-left-replaced",
            Reason::OneSide => "trace-left-one-side",
            Reason::NotLargest => "trace-left-not-largest",
        }
    }
}
