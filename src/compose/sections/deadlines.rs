//! Deadlines of applications, and what has to be ready before each.

use crate::compose::{Inputs, grid, project};
use crate::model::deadline::{Deadline, PaperState, PlanStep};
use crate::model::report::{Block, GridCell};
use crate::model::{Figures, List, Value};

/// The deadlines that are printed; the workbook holds all.
const DEADLINES: usize = 14;
/// A deadline that passed longer ago than this, in days, is left to the workbook: nothing can be done about it now.
const PAST: i32 = 365;
/// The steps of plans that are printed.
const STEPS: usize = 24;

/// Lays out the deadlines and the plan back from those that lie ahead.
pub(super) fn blocks(inputs: &Inputs<'_>, figures: &Figures) -> Vec<Block> {
    let tables: Vec<Block> = [deadlines(inputs, figures), plan(inputs, figures)].into_iter().flatten().collect();
    let head = (!tables.is_empty()).then(|| Block::Section(Value::key("section-deadlines")));
    head.into_iter().chain(tables).collect()
}

fn deadlines(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let columns = vec![
        grid::words("report-head-deadline", 36.0),
        grid::words("report-head-call", 0.0),
        grid::words("report-head-funder", 40.0),
        grid::numbers(Value::key("report-head-requested"), 25.0),
        grid::numbers(Value::key("report-head-days"), 13.0),
        grid::words("deadline-head-band", 17.0),
    ];
    let row = |deadline: &Deadline| -> Vec<GridCell> {
        let date = Value::Date(deadline.date);
        let hour = deadline.moment.as_ref().map_or(Value::Empty, project::moment);
        let late = deadline.days < 0;
        let toned = |value: Value| if late { grid::ochre(value) } else { value.into() };
        let days = Value::Signed(deadline.days.into(), 0);
        vec![
            grid::strong(grid::two_lines(date, hour).value),
            project::call(inputs, deadline.row).into(),
            project::funder(inputs, deadline.row).into(),
            project::requested(inputs, deadline.row).into(),
            toned(if late { days } else { Value::count(deadline.days) }),
            toned(project::band(deadline)),
        ]
    };
    let all = &figures.funding.deadlines;
    let rows: Vec<_> = all.iter().filter(|deadline| deadline.days >= -PAST).take(DEADLINES).map(row).collect();
    let more = all.len() - rows.len();
    let date = ("date", Value::Date(inputs.settings.reference_date));
    let mut notes = vec![Value::phrase("note-deadlines", [date]), Value::key("note-deadlines-own")];
    let rest = (more > 0).then(|| Value::phrase("note-deadlines-more", [("count", Value::count(more as u64))]));
    if rows.is_empty() {
        return rest.map(Block::Note);
    }
    notes.extend(rest);
    grid::table(Value::key("grid-deadlines"), columns, rows, None, notes)
}

/// Lays out what is still to be made ready, by day; what has no day comes last.
fn plan(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let ahead = figures.funding.deadlines.iter().filter(|deadline| deadline.days >= 0);
    let steps = ahead.flat_map(|deadline| deadline.plan.iter().map(move |step| (deadline, step)));
    let (ready, mut open): (Vec<_>, Vec<_>) = steps.partition(|(_, step)| step.state == PaperState::Ready);
    open.sort_by_key(|(deadline, step)| (step.day.is_none(), step.day, deadline.date, deadline.row));
    let columns = vec![
        grid::words("plan-head-day", 33.0),
        grid::words("plan-head-paper", 52.0),
        grid::words("plan-head-application", 0.0),
        grid::words("report-head-deadline", 30.0),
        grid::words("plan-head-state", 24.0),
    ];
    let row = |(deadline, step): &(&Deadline, &PlanStep)| -> Vec<GridCell> {
        let day = day(step);
        vec![
            if step.late || step.day.is_none() { grid::ochre(day) } else { grid::strong(day) },
            Value::Name(List::Papers, step.paper.clone()).into(),
            project::call(inputs, deadline.row).into(),
            Value::Date(deadline.date).into(),
            state(step),
        ]
    };
    let rows = open.iter().take(STEPS).map(row).collect();
    let mut notes = vec![Value::key("note-plan")];
    if !ready.is_empty() {
        notes.push(Value::phrase("note-plan-ready", [("count", Value::count(ready.len() as u64))]));
    }
    if open.len() > STEPS {
        notes.push(Value::phrase("note-plan-more", [("count", Value::count((open.len() - STEPS) as u64))]));
    }
    grid::table(Value::key("grid-plan"), columns, rows, None, notes)
}

/// Gives the last day of a step, or that no lead time is set.
pub(in crate::compose) fn day(step: &PlanStep) -> Value {
    step.day.map_or(Value::key("plan-to-set"), Value::Date)
}

/// Says where a step stands.
pub(in crate::compose) fn state(step: &PlanStep) -> GridCell {
    match (step.state, step.late) {
        (PaperState::Ready, _) => Value::key("plan-ready").into(),
        (PaperState::Open, true) => grid::ochre(Value::key("plan-late")),
        (PaperState::NotReported, true) => grid::ochre(Value::key("plan-late-unknown")),
        (PaperState::Open, false) => Value::key("plan-open").into(),
        (PaperState::NotReported, false) => Value::Missing.into(),
    }
}
