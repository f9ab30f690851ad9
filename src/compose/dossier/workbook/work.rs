//! The work plan: a row a task, a column a month, and a filled cell where the task runs.

use super::super::parts::{Calendar, tasks};
use super::super::project::Project;
use super::{cell, column, page, print};
use crate::compose::workbook::heading;
use crate::model::book::{Block, BookCell, BookSheet, Line, Tab};
use crate::model::{Field, Sheet, Value};

const STEPS: u16 = 100;

pub(super) fn sheet(project: &Project<'_>) -> BookSheet {
    let table = project.inputs.dataset.table(Sheet::Tasks);
    let head = |field| heading(Sheet::Tasks, field);
    let mut columns = vec![
        column(0, head(Field::Task), 44),
        column(1, head(Field::Lead), 26),
        column(2, head(Field::Start), 12),
        column(3, head(Field::End), 12),
    ];
    let tasks = tasks(project);
    let calendar = Calendar::new(project).filter(|_| !tasks.is_empty());
    if let Some(calendar) = &calendar {
        for (day, id) in calendar.steps.iter().zip(STEPS..) {
            let name = match calendar.months {
                1 => Value::code(format!("{:02}/{:02}", day.month(), day.year().rem_euclid(100))),
                _ => calendar.name(*day),
            };
            columns.push(column(id, name, 6));
        }
    }
    let rows = tasks.iter().map(|task| {
        let text = |field| cell(print::cell(table.cell(task.row, field), None));
        let mut row = [Field::Task, Field::Lead, Field::Start, Field::End].map(text).to_vec();
        if let Some(calendar) = &calendar {
            let runs = calendar.of(task.days);
            row.extend((0..calendar.steps.len()).map(|step| match runs {
                Some((from, to)) if (from..=to).contains(&step) => BookCell::Bar,
                _ => BookCell::Empty,
            }));
        }
        row
    });
    let block = Block::from_rows(columns, rows.collect());
    let mut sheet = page(Tab::WorkPlan, "dossier-tab-work", "dossier-tab-work", vec![block]);
    sheet.lead.push((Line::Note, Value::key("dossier-work-note")));
    sheet
}
