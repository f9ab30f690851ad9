//! The work plan: tasks over the months of the project; over its quarters or years where the months are too many.

use jiff::civil::Date;

use super::super::print;
use super::super::project::Project;
use crate::model::report::{Block, Chart, GanttTask, Plot, Source};
use crate::model::{Field, Row, Sheet, Value};

/// The most steps that a plan shows one by one.
const MOST: usize = 36;

/// The steps of a plan.
pub(in super::super) struct Calendar {
    /// The first day of each step.
    pub steps: Vec<Date>,
    /// The months of one step: 1, 3 or 12.
    pub months: usize,
}

impl Calendar {
    /// Covers the activities and every task with a day; `None` where no day is known.
    pub fn new(project: &Project<'_>) -> Option<Calendar> {
        let (table, rows) = project.rows(Sheet::Tasks);
        let of_tasks =
            rows.iter().flat_map(|row| [Field::Start, Field::End].map(|field| table.cell(row, field).date()));
        let days: Vec<Date> = project.span().into_iter().chain(of_tasks).flatten().collect();
        let (first, last) = (days.iter().min()?, days.iter().max()?);
        let of_quarter = Date::new(first.year(), (first.month() - 1) / 3 * 3 + 1, 1).ok()?;
        let starts = [(first.first_of_month(), 1), (of_quarter, 3), (first.first_of_year(), 12)];
        let steps = |(start, months): (Date, usize)| (between(start, *last) + 1).div_ceil(months);
        let (start, months) = starts.into_iter().find(|start| steps(*start) <= MOST).unwrap_or(starts[2]);
        let steps = (0..steps((start, months))).filter_map(|at| add(start, at * months)).collect();
        Some(Calendar { steps, months })
    }

    /// Gives the first and the last step in which a task runs; `None` where one of its days is not known.
    pub fn of(&self, [start, end]: [Option<Date>; 2]) -> Option<(usize, usize)> {
        let at = |day: Date| self.steps.iter().rposition(|step| *step <= day);
        let (from, to) = (at(start?)?, at(end?)?);
        (from <= to).then_some((from, to))
    }

    /// Names a step.
    pub fn name(&self, day: Date) -> Value {
        match self.months {
            1 => return Value::Month(day),
            12 => return Value::code(day.year().to_string()),
            _ => {}
        }
        let quarter = Value::count(u64::from(day.month().unsigned_abs()).div_ceil(3));
        Value::phrase("dossier-quarter", [("quarter", quarter), ("year", Value::code(day.year().to_string()))])
    }
}

/// Counts the months from one day's month to another's.
fn between(from: Date, to: Date) -> usize {
    let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    usize::try_from(months(to) - months(from)).unwrap_or(0)
}

/// Gives the first day of the month that lies some months after another.
fn add(start: Date, months: usize) -> Option<Date> {
    let months = i32::from(start.year()) * 12 + i32::from(start.month()) - 1 + i32::try_from(months).ok()?;
    Date::new(i16::try_from(months.div_euclid(12)).ok()?, i8::try_from(months.rem_euclid(12)).ok()? + 1, 1).ok()
}

/// Gives the tasks of a project, those that begin first first; those without a day last.
pub(in super::super) fn tasks<'a>(project: &Project<'a>) -> Vec<Task<'a>> {
    let (table, rows) = project.rows(Sheet::Tasks);
    let mut tasks: Vec<Task<'a>> = rows
        .into_iter()
        .map(|row| Task { row, days: [Field::Start, Field::End].map(|field| table.cell(row, field).date()) })
        .collect();
    tasks.sort_by_key(|task| (task.days[0].is_none(), task.days, task.row.origin));
    tasks
}

/// One task.
pub(in super::super) struct Task<'a> {
    pub row: &'a Row,
    /// Its first and its last day.
    pub days: [Option<Date>; 2],
}

pub(super) fn part(project: &Project<'_>) -> Vec<Block> {
    let table = project.inputs.dataset.table(Sheet::Tasks);
    let tasks = tasks(project);
    let mut blocks = Vec::new();
    if let Some(calendar) = Calendar::new(project).filter(|_| tasks.iter().any(|task| task.days != [None, None])) {
        let drawn: Vec<GanttTask> = tasks
            .iter()
            .map(|task| GanttTask {
                name: print::cell(table.cell(task.row, Field::Task), None),
                lead: match print::cell(table.cell(task.row, Field::Lead), None) {
                    Value::Missing => Value::Empty,
                    lead => lead,
                },
                months: calendar.of(task.days),
                span: span(task.days),
            })
            .collect();
        let said = drawn
            .iter()
            .map(|task| Value::phrase("dossier-task-said", [("task", task.name.clone()), ("span", task.span.clone())]));
        let key = match calendar.months {
            1 => "dossier-plan-months",
            12 => "dossier-plan-years",
            _ => "dossier-plan-quarters",
        };
        let count = ("steps", Value::count(calendar.steps.len() as u64));
        blocks.push(Block::Chart(Box::new(Chart {
            title: Value::phrase(key, [count, ("tasks", Value::count(drawn.len() as u64))]),
            source: Source::default(),
            alt: Value::List(said.collect()),
            plot: Plot::Gantt {
                months: calendar.steps.iter().map(|step| calendar.name(*step)).collect(),
                tasks: drawn,
            },
        })));
    }
    let columns =
        [(Field::Task, 0.0, None), (Field::Start, 32.0, None), (Field::End, 32.0, None), (Field::Lead, 44.0, None)];
    let ordered: Vec<&Row> = tasks.iter().map(|task| task.row).collect();
    let (columns, rows) = super::cells((table, &ordered), &columns);
    blocks.extend(super::table(columns, rows, Vec::new()));
    blocks
}

fn span(days: [Option<Date>; 2]) -> Value {
    let [start, end] = days.map(|day| day.map_or(Value::Missing, Value::Date));
    match days {
        [None, None] => Value::Missing,
        _ => Value::phrase("report-pair", [("first", start), ("second", end)]),
    }
}
