//! Time: which rows belong to the evaluated period.

use jiff::civil::Date;

use crate::model::measure::{Comparison, Literal, Selection, Test};
use crate::model::{Cell, Field, Measure, Period, Row, Settings, Sheet, Table};
use crate::reference::{Nature, Reference};

/// Which days of rows count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rule {
    /// Days in the period.
    Flow,
    /// Days up to the end of the period.
    Stock,
}

impl Rule {
    /// Tells the rule of an indicator. The sides of a quotient are flows; [`Measure::Latest`](crate::model::Measure)
    /// asks for stocks by itself.
    pub fn of(nature: Nature) -> Rule {
        match nature {
            Nature::Flow | Nature::Ratio => Rule::Flow,
            Nature::Stock | Nature::Cumulative | Nature::Ordinal => Rule::Stock,
        }
    }
}

/// Where a row stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Timing {
    /// It counts.
    In,
    /// It belongs to another period.
    Out,
    /// It carries no day, and the period does not cover the agreement.
    Undated,
    /// A finding keeps its day out.
    Unknown,
}

/// The days of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Days {
    /// These.
    Known(Period),
    /// None is given.
    None,
    /// A finding keeps them out.
    Held,
}

/// Gives the day that a span stands for: its middle, so that a calendar year falls into exactly one of several
/// consecutive agreement years, that which it shares most days with.
pub(super) fn middle(span: Period) -> Date {
    let half = super::clock::days(span.from, span.to) / 2;
    span.from.saturating_add(jiff::Span::new().days(half))
}

/// Gives the days of an activity, from its start to its end.
///
/// The end is the real one, else the planned one. Without an end it lasts on; an ongoing or suspended activity lasts on
/// past its planned end too.
pub(super) fn activity_days(table: &Table, row: &Row) -> Days {
    let [start, planned, real] = [Field::StartDate, Field::EndDate, Field::ActualEndDate].map(|f| table.cell(row, f));
    if [start, planned, real].contains(&&Cell::Held) {
        return Days::Held;
    }
    let goes_on = matches!(table.cell(row, Field::Status).text(), Some("ongoing" | "suspended"));
    let end = real.date().or_else(|| planned.date().filter(|_| !goes_on));
    match (start.date(), end.or_else(|| planned.date())) {
        (None, None) => Days::None,
        (from, _) => Days::Known(Period { from: from.unwrap_or(Date::MIN), to: end.unwrap_or(Date::MAX) }),
    }
}

/// Tells whether an activity belongs to the period: it overlaps it. One without days, or whose days a finding keeps
/// out, belongs to the whole agreement only.
pub(super) fn activity_timing(settings: &Settings, whole: bool, days: Days) -> Timing {
    match days {
        Days::Known(span) if span.overlaps(&settings.period) => Timing::In,
        Days::Known(_) => Timing::Out,
        _ if whole => Timing::In,
        Days::None => Timing::Undated,
        Days::Held => Timing::Unknown,
    }
}

/// Gives the column that dates the rows of a table, where they have a day of their own. Applications have several, by
/// the amount that is asked for.
pub(super) fn own_day(sheet: Sheet) -> Option<Field> {
    match sheet {
        Sheet::Amounts | Sheet::Exchanges | Sheet::Consultations | Sheet::Milestones => Some(Field::Date),
        Sheet::Indicators => Some(Field::Period),
        _ => None,
    }
}

/// Reads the days of a cell.
pub(super) fn cell_days(cell: &Cell) -> Days {
    match cell {
        Cell::Held => Days::Held,
        _ => cell.period().map_or(Days::None, Days::Known),
    }
}

/// Tells whether days of a row's own lie in the period by a rule. `None` where there are none to judge by.
pub(super) fn own_timing(settings: &Settings, days: Days, rule: Rule) -> Option<Timing> {
    match days {
        Days::Known(span) => {
            let day = middle(span);
            let starts = rule == Rule::Stock || settings.period.from <= day;
            Some(if starts && day <= settings.period.to { Timing::In } else { Timing::Out })
        }
        Days::Held => Some(Timing::Unknown),
        Days::None => None,
    }
}

/// Gives the column whose day dates both sides of a ratio over applications, so that they speak of the same ones, at the
/// rates of the same days.
///
/// * Where both sides admit decided stages only, as those of success rates do, it is the decision; one whose decision has
///   no day stands on its submission.
/// * Else it is the day of the numerator's column. That of a signature or of a payment stays so in any case: it comes
///   after the decision.
pub(super) fn shared_day(reference: &Reference, numerator: &Measure, denominator: &Measure) -> Option<Field> {
    let (above, column) = applications(numerator)?;
    let (below, _) = applications(denominator)?;
    let late = matches!(column, Field::AmountSigned | Field::AmountReceived);
    let decided = [above, below].into_iter().all(|side| only_decided(reference, side));
    Some(if decided && !late { Field::DecisionDate } else { column })
}

/// Gives the selection of a side over applications, and the column that dates it.
fn applications(side: &Measure) -> Option<(&Selection, Field)> {
    let (selection, column) = match side {
        Measure::Count(selection) | Measure::Distinct(selection, _) => (selection, Field::SubmissionDate),
        Measure::Sum(selection, operand) => (selection, operand.field),
        Measure::Top(_, inner, _) => return applications(inner),
        _ => return None,
    };
    (selection.table == Sheet::Funding).then_some((selection, column))
}

/// Says whether the conditions on the stage of applications let none but decided ones through.
fn only_decided(reference: &Reference, selection: &Selection) -> bool {
    let decided = |literal: &Literal| match literal {
        Literal::Text(code) => reference.stage(code).is_some_and(|stage| stage.decided),
        _ => false,
    };
    selection.conditions.iter().any(|condition| {
        let of_stage = !condition.operand.of_activity && condition.operand.field == Field::FundingStage;
        of_stage
            && match &condition.test {
                Test::Compare(Comparison::Equal, stage) => decided(stage),
                Test::In(stages) => stages.iter().all(decided),
                _ => false,
            }
    })
}
