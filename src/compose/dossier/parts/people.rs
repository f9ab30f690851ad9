//! Who benefits, by group, sex and age.

use super::super::print;
use super::super::project::Project;
use crate::compose::grid;
use crate::model::report::{Block, GridColumn};
use crate::model::{Cell, Field, List, Row, Sheet, Table, Value};

/// One group of people, with how many are planned and how many were reached.
pub(in super::super) struct People {
    pub group: Value,
    pub sex: Value,
    pub age: Value,
    pub planned: Value,
    pub reached: Value,
}

pub(super) fn part(project: &Project<'_>) -> Vec<Block> {
    let head = |field, width| GridColumn { head: Value::Column(Sheet::Beneficiaries, field), width, number: false };
    let columns = vec![
        head(Field::Group, 0.0),
        head(Field::Sex, 30.0),
        head(Field::Age, 30.0),
        grid::numbers(Value::key("dossier-head-planned"), 26.0),
        grid::numbers(Value::key("dossier-head-reached"), 26.0),
    ];
    let rows =
        people(project).into_iter().map(|row| grid::row([row.group, row.sex, row.age, row.planned, row.reached]));
    let notes = vec![Value::key("dossier-people-note")];
    grid::table(Value::Empty, columns, rows.collect(), None, notes).into_iter().collect()
}

/// Gives the groups of people: the rows of the sheet of beneficiaries, else what the activities say of all of them. Groups
/// may share people, so that nothing is added up here.
pub(in super::super) fn people(project: &Project<'_>) -> Vec<People> {
    let (table, rows) = project.rows(Sheet::Beneficiaries);
    // Rows that the program makes of an activity's own columns carry the activity's place.
    let own = |row: &&Row| !project.activities.iter().any(|activity| same_row(activity, row));
    let detailed: Vec<&Row> = rows.into_iter().filter(own).collect();
    if !detailed.is_empty() {
        return detail(table, &detailed);
    }
    project.activities.iter().flat_map(|activity| summary(project, activity)).collect()
}

fn same_row(one: &Row, other: &Row) -> bool {
    (one.origin.sheet, one.origin.row) == (other.origin.sheet, other.origin.row)
}

fn detail(table: &Table, rows: &[&Row]) -> Vec<People> {
    let mut found: Vec<(Vec<&Cell>, People)> = Vec::new();
    for row in rows {
        let key: Vec<&Cell> =
            [Field::ActivityId, Field::Group, Field::Sex, Field::Age].map(|field| table.cell(row, field)).into();
        let planned = table.cell(row, Field::PlannedReached).code().is_some_and(|stage| *stage == *"planned");
        let number = print::cell(table.cell(row, Field::Number), None);
        let slot = |people: &mut People| match planned {
            true => std::mem::replace(&mut people.planned, number.clone()),
            false => std::mem::replace(&mut people.reached, number.clone()),
        };
        let free = |people: &People| *(if planned { &people.planned } else { &people.reached }) == Value::Missing;
        match found.iter_mut().find(|(known, people)| *known == key && free(people)) {
            Some((_, people)) => {
                slot(people);
            }
            None => {
                let group = match table.cell(row, Field::Group) {
                    Cell::Missing => Value::key("dossier-group-direct"),
                    cell => print::cell(cell, Some(List::Values("group"))),
                };
                let all = |cell: &Cell, list| match cell {
                    Cell::Missing => Value::key("dossier-all"),
                    cell => print::cell(cell, list),
                };
                let mut people = People {
                    group,
                    sex: all(table.cell(row, Field::Sex), Some(List::Values("sex"))),
                    age: all(table.cell(row, Field::Age), None),
                    planned: Value::Missing,
                    reached: Value::Missing,
                };
                slot(&mut people);
                found.push((key, people));
            }
        }
    }
    found.into_iter().map(|(_, people)| people).collect()
}

/// Gives what an activity says of its people; groups of which it says nothing are left out.
fn summary(project: &Project<'_>, activity: &Row) -> Vec<People> {
    let table = project.inputs.dataset.table(Sheet::Activities);
    let number = |field| print::cell(table.cell(activity, field), None);
    let all = || Value::key("dossier-all");
    let lines = [
        (all(), all(), Some(Field::BeneficiariesPlanned), Field::BeneficiariesTotal),
        (Value::Name(List::Values("sex"), "f".into()), all(), None, Field::BeneficiariesWomen),
        (all(), Value::key("dossier-youth"), None, Field::BeneficiariesYouth),
    ];
    let lines = lines.into_iter().map(|(sex, age, planned, reached)| People {
        group: Value::key("dossier-group-direct"),
        sex,
        age,
        planned: planned.map_or(Value::Missing, number),
        reached: number(reached),
    });
    lines
        .filter(|people| [&people.planned, &people.reached].into_iter().any(|value| *value != Value::Missing))
        .collect()
}
