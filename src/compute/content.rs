//! What cells hold: measured numbers in the unit of the figure, listed values, and the days of rows.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::time::{Days, Rule, Timing, cell_days, own_day, own_timing};
use super::view::View;
use crate::model::measure::Operand;
use crate::model::{Cell, Code, Field, Kind, Origin, Sheet, schema};

/// A measured cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// A number, in the unit of the figure.
    Value(Decimal),
    /// Not reported.
    Missing,
    /// Not applicable: the row is not asked.
    NotApplicable,
    /// Kept out by a finding.
    Held,
}

impl Content {
    /// Gives the number.
    pub fn value(self) -> Option<Decimal> {
        match self {
            Content::Value(value) => Some(value),
            _ => None,
        }
    }

    fn of(cell: &Cell) -> Content {
        match cell {
            Cell::Number(number) => Content::Value(*number),
            Cell::NotApplicable => Content::NotApplicable,
            Cell::Held => Content::Held,
            _ => Content::Missing,
        }
    }
}

/// Makes the operand of a column of the row itself.
pub(super) const fn own(field: Field) -> Operand {
    Operand { of_activity: false, field }
}

/// Says whether a column holds money.
pub(super) fn is_money(sheet: Sheet, operand: Operand) -> bool {
    let sheet = if operand.of_activity { Sheet::Activities } else { sheet };
    schema::position(sheet, operand.field).is_some_and(|at| schema::columns(sheet)[at].kind == Kind::Money)
}

impl View<'_> {
    /// Gives the cells of an operand: one, or one for each activity that the row names.
    pub fn cells(&self, sheet: Sheet, row: u32, operand: Operand) -> impl Iterator<Item = &Cell> {
        let table = self.table(sheet);
        let own = (!operand.of_activity).then(|| table.cell(&table.rows[row as usize], operand.field));
        let activities = self.prepared.table(Sheet::Activities);
        let named: &[u32] = if operand.of_activity { self.prepared.activities_of(sheet, row) } else { &[] };
        own.into_iter()
            .chain(named.iter().map(move |&at| activities.cell(&activities.rows[at as usize], operand.field)))
    }

    /// Gives one cell of a row.
    pub fn cell(&self, sheet: Sheet, row: u32, field: Field) -> &Cell {
        let table = self.table(sheet);
        table.cell(&table.rows[row as usize], field)
    }

    /// Reads the measured cell of a row.
    ///
    /// An amount needs its currency. A reading in another unit than the indicator's is held; households become people by
    /// the size that the row states.
    pub fn content(&self, sheet: Sheet, row: u32, operand: Operand, unit: &str) -> Content {
        let mut cells = self.cells(sheet, row, operand);
        let content = cells.next().map_or(Content::Missing, Content::of);
        let Content::Value(value) = content else { return content };
        if is_money(sheet, operand) && self.cell(sheet, row, Field::Currency).code().is_none() {
            return Content::Held;
        }
        let read_in_unit = matches!(operand.field, Field::Actual | Field::Baseline | Field::Target);
        if sheet != Sheet::Indicators || !read_in_unit {
            return content;
        }
        match self.cell(sheet, row, Field::Unit).text() {
            None => content,
            Some(own) if own == unit => content,
            Some("household") if unit == "person" => match self.cell(sheet, row, Field::HouseholdSize).number() {
                Some(size) => Content::Value(value.saturating_mul(size)),
                None => Content::Held,
            },
            Some(_) => Content::Held,
        }
    }

    /// Gives the values of a column that is counted or grouped by: a list gives each of its values.
    pub fn items(&self, sheet: Sheet, row: u32, operand: Operand) -> Vec<Code> {
        let mut items: Vec<Code> = Vec::new();
        for cell in self.cells(sheet, row, operand) {
            match cell {
                Cell::Code(_) | Cell::Codes(_) => items.extend(cell.codes().iter().cloned()),
                Cell::Text(text) => items.push(Code::from(&**text)),
                Cell::Number(number) => items.push(Code::from(number.normalize().to_string())),
                Cell::Date(date) => items.push(Code::from(date.to_string())),
                Cell::Period(period) => items.push(Code::from(format!("{}/{}", period.from, period.to))),
                Cell::Missing | Cell::NotApplicable | Cell::Held | Cell::Masked(_) => {}
            }
        }
        items.sort();
        items.dedup();
        items
    }

    /// Gives the days of a row. Those of an application depend on the amount asked for: a requested one has the day of
    /// submission, an awarded one that of the decision, a signed and a received one those of the passages. Asked for the
    /// day of the decision itself, one whose decision has none stands on its submission.
    pub fn days(&self, sheet: Sheet, row: u32, measured: Field) -> Days {
        let passage = |stage| {
            let application = self.cell(sheet, row, Field::ApplicationId).code();
            let day = application.and_then(|application| self.prepared.passage(application, stage));
            day.map_or(Days::None, |day| Days::Known(crate::model::Period::day(day)))
        };
        match (sheet, measured) {
            (Sheet::Activities, _) => self.prepared.days(row),
            (Sheet::Funding, Field::AmountAwarded | Field::DaysToDecision) => {
                cell_days(self.cell(sheet, row, Field::DecisionDate))
            }
            (Sheet::Funding, Field::DecisionDate) => match cell_days(self.cell(sheet, row, Field::DecisionDate)) {
                Days::None => cell_days(self.cell(sheet, row, Field::SubmissionDate)),
                days => days,
            },
            (Sheet::Funding, Field::AmountSigned) => passage("contracted"),
            (Sheet::Funding, Field::AmountReceived) => passage("first-instalment"),
            (Sheet::Funding, _) => cell_days(self.cell(sheet, row, Field::SubmissionDate)),
            _ => own_day(sheet).map_or(Days::None, |field| cell_days(self.cell(sheet, row, field))),
        }
    }

    /// Gives the day at whose rate an amount is converted: its own, the last one where it has several, and none after
    /// the cut-off; else the cut-off.
    pub fn rate_day(&self, sheet: Sheet, row: u32, measured: Field) -> Date {
        match (sheet, self.days(sheet, row, measured)) {
            (Sheet::Activities, _) => self.prepared.settings.cutoff(),
            (_, Days::Known(span)) => span.to.min(self.prepared.settings.cutoff()),
            _ => self.prepared.settings.cutoff(),
        }
    }

    /// Tells whether a row belongs to the period.
    ///
    /// A flow without a day counts where the period covers the agreement and the activity of the row takes part in it; a
    /// stock without a day stands. Rows that have no day by nature, such as groups of people, follow their activity.
    pub fn timing(&self, sheet: Sheet, row: u32, rule: Rule, measured: Field) -> Timing {
        if sheet == Sheet::Activities {
            return self.prepared.activity_timing(row);
        }
        let settings = self.prepared.settings;
        let activities = self.prepared.activities_of(sheet, row);
        let of_activity = match sheet {
            Sheet::Funding => Timing::In,
            _ => activities.first().map_or(Timing::In, |&activity| self.prepared.activity_timing(activity)),
        };
        if sheet != Sheet::Funding && own_day(sheet).is_none() {
            return of_activity;
        }
        own_timing(settings, self.days(sheet, row, measured), rule).unwrap_or(match rule {
            Rule::Stock => Timing::In,
            Rule::Flow if of_activity == Timing::Out => Timing::Out,
            Rule::Flow if self.prepared.whole => Timing::In,
            Rule::Flow => Timing::Undated,
        })
    }

    /// Gives what tells which of two rows comes last: the last day, then the place in the files.
    pub fn order(&self, sheet: Sheet, row: u32, measured: Field) -> (Option<Date>, Origin, u32) {
        let day = match self.days(sheet, row, measured) {
            Days::Known(span) => Some(span.to),
            _ => None,
        };
        (day, self.table(sheet).rows[row as usize].origin, row)
    }
}
