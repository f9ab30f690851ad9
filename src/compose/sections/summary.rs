//! The two pages for elected members: what was done, then what is missing and what is asked of them.

use std::cmp::Reverse;

use super::{funding, key_figures, results, territory};
use crate::compose::activity::{print, rows};
use crate::compose::council::{self, Returns};
use crate::compose::{Inputs, bullet, figure, grid, project};
use crate::model::deadline::PaperState;
use crate::model::figures::{self, Figures};
use crate::model::report::{Block, Chapter, Chart, GridCell, Panel};
use crate::model::{DocumentKind, Field, Row, Severity, Sheet, Table, Value};

/// What fits the two pages; the report holds all.
const THEMES: usize = 4;
const RESULTS: usize = 4;
/// Where more lines than these are asked, one result less is drawn: what is asked comes first.
const FEW: usize = 4;
const DEADLINES: usize = 3;
const ASKED: usize = 3;
const COUNCILS: usize = 6;
/// The letters of a sender's text that are printed, and of each name beside it.
const LETTERS: usize = 90;
const NAME: usize = 36;

/// Lays out what was done: key figures, claims, money by theme, and what is missing.
pub fn done(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let mut blocks = vec![Block::Tiles(key_figures::tiles(inputs, figures), figure::source(key_figures::TILE_CODES))];
    blocks.extend(key_figures::claims(inputs, figures));
    blocks.extend(territory::chart(inputs, figures, THEMES));
    blocks.extend(missing(inputs, figures));
    grid::chapter(Value::key("summary-done"), Value::Empty, key_figures::lead(figures), blocks)
}

/// Lays out results, funding, the next deadlines, and what is asked.
pub fn open(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let asked = asked(inputs, figures);
    let long = matches!(&asked, Some(Block::Grid(grid)) if grid.rows.len() > FEW);
    let mut blocks = Vec::new();
    blocks.extend(attained(inputs, figures, RESULTS - usize::from(long)).map(|chart| Block::Chart(Box::new(chart))));
    blocks.extend(funding::funnel(inputs, figures).map(|chart| Block::Chart(Box::new(chart))));
    blocks.extend(next(inputs, figures));
    blocks.push(asked.unwrap_or_else(|| Block::Note(Value::key("summary-nothing-asked"))));
    grid::chapter(Value::key("summary-open"), Value::Empty, Value::Empty, blocks)
}

/// Draws the results that most councils report; the title speaks of all.
fn attained(inputs: &Inputs<'_>, figures: &Figures, shown: usize) -> Option<Chart> {
    let mut all: Vec<&figures::Result> = figures.results.iter().filter(|result| results::drawable(result)).collect();
    all.sort_by_key(|result| (result.attainment.is_err(), Reverse(result.complete)));
    let mut chart = bullet::first(inputs, &all, shown)?;
    if all.len() > shown {
        let of = [("shown", Value::count(shown as u64)), ("all", Value::count(all.len() as u64))];
        chart.source.words = Some(Value::phrase("summary-results-of", of));
    }
    Some(chart)
}

/// Lists the deadlines that come next, each with what is not ready.
fn next(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let ahead: Vec<_> = figures.funding.deadlines.iter().filter(|deadline| deadline.days >= 0).collect();
    let columns = vec![
        grid::words("report-head-deadline", 30.0),
        grid::words("report-head-call", 0.0),
        grid::words("report-head-funder", 42.0),
        grid::numbers(Value::key("report-head-days"), 14.0),
        grid::words("plan-head-state", 36.0),
    ];
    let row = |deadline: &&crate::model::deadline::Deadline| -> Vec<GridCell> {
        let late = deadline.plan.iter().filter(|step| step.late && step.state != PaperState::Ready).count();
        let state = match late {
            0 => Value::Empty.into(),
            late => grid::ochre(Value::phrase("summary-late-papers", [("count", Value::count(late as u64))])),
        };
        vec![
            grid::strong(Value::Date(deadline.date)),
            clip(project::call(inputs, deadline.row), NAME).into(),
            clip(project::funder(inputs, deadline.row), NAME).into(),
            Value::count(deadline.days).into(),
            state,
        ]
    };
    let mut notes = Vec::new();
    if ahead.len() > DEADLINES {
        let rest = Value::count((ahead.len() - DEADLINES) as u64);
        notes.push(Value::phrase("note-deadlines-more", [("count", rest)]));
    }
    let rows = ahead.iter().take(DEADLINES).map(row).collect();
    grid::table(Value::key("summary-deadlines"), columns, rows, None, notes)
}

/// Lists what is asked of the elected members: recommendations that are due, commitments that are late, returns.
fn asked(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let columns = vec![
        grid::words("summary-head-asked", 0.0),
        grid::words("report-head-addressee-owner", 57.0),
        grid::words("report-head-due", 30.0),
    ];
    let (mut lines, more) = due(inputs, figures);
    lines.extend(late(inputs, figures));
    lines.extend(silent(inputs, figures));
    let mut notes = Vec::new();
    if more > 0 {
        notes.push(Value::phrase("summary-due-more", [("count", Value::count(more))]));
    }
    let open = open_recommendations(inputs, figures).count() as u64 - due_rows(inputs, figures).len() as u64;
    if open > 0 {
        notes.push(Value::phrase("summary-open-more", [("count", Value::count(open))]));
    }
    grid::table(Value::key("summary-asked"), columns, lines, None, notes)
}

fn open_recommendations<'a>(inputs: &Inputs<'a>, figures: &Figures) -> impl Iterator<Item = &'a Row> {
    let table: &Table = inputs.dataset.table(Sheet::Recommendations);
    let open = |row: &&Row| table.cell(row, Field::Status).code().is_some_and(|code| *code == *"open");
    rows(table, figures).filter(open).collect::<Vec<_>>().into_iter()
}

/// Gives the recommendations that were due and are open, the oldest first.
fn due_rows<'a>(inputs: &Inputs<'a>, figures: &Figures) -> Vec<&'a Row> {
    let table = inputs.dataset.table(Sheet::Recommendations);
    let day = |row: &Row| table.cell(row, Field::Due).date();
    let today = inputs.settings.reference_date;
    let mut due: Vec<&Row> =
        open_recommendations(inputs, figures).filter(|row| day(row).is_some_and(|day| day < today)).collect();
    due.sort_by_key(|row| (day(row), row.origin));
    due
}

/// Lists the recommendations that are overdue, and counts those that have no line.
fn due(inputs: &Inputs<'_>, figures: &Figures) -> (Vec<Vec<GridCell>>, u64) {
    let table = inputs.dataset.table(Sheet::Recommendations);
    let all = due_rows(inputs, figures);
    let line = |row: &&Row| -> Vec<GridCell> {
        let print = |field, letters| clip(print(table.cell(row, field), None), letters);
        let who = grid::two_lines(print(Field::Addressee, NAME), print(Field::Owner, NAME));
        vec![print(Field::Text, LETTERS).into(), who, grid::ochre(print(Field::Due, NAME))]
    };
    (all.iter().take(ASKED).map(line).collect(), all.len().saturating_sub(ASKED) as u64)
}

/// Names the commitments of the agreement that a return says are late or not begun.
fn late(inputs: &Inputs<'_>, figures: &Figures) -> Option<Vec<GridCell>> {
    let table = inputs.dataset.table(Sheet::Commitments);
    let behind = |row: &&Row| {
        table.cell(row, Field::Status).code().is_some_and(|code| ["late", "not-started"].contains(&&**code))
    };
    let mut codes: Vec<_> =
        rows(table, figures).filter(behind).filter_map(|row| table.cell(row, Field::Commitment).code()).collect();
    codes.sort();
    codes.dedup();
    if codes.is_empty() {
        return None;
    }
    let names = codes.iter().take(ASKED).map(|code| Value::Name(crate::model::List::Commitments, (*code).clone()));
    let parties = inputs.settings.agreement.parties.iter().map(|party| Value::code(&*party.short)).collect();
    let asked = [("count", Value::count(codes.len() as u64)), ("commitments", Value::List(names.collect()))];
    Some(vec![Value::phrase("summary-ask-commitments", asked).into(), Value::List(parties).into(), Value::Empty.into()])
}

/// Asks each association for the returns of its councils that did not come.
fn silent(inputs: &Inputs<'_>, figures: &Figures) -> Vec<Vec<GridCell>> {
    let parties = inputs.settings.agreement.parties.iter();
    let line = |party: &crate::model::Party| -> Option<Vec<GridCell>> {
        let names = Returns::of(figures, &party.country).names(council::no_return);
        let count = names.len();
        let shown = Value::List(names.into_iter().take(COUNCILS).collect());
        let key = if count > COUNCILS { "summary-ask-returns-more" } else { "summary-ask-returns" };
        let mut of = vec![("count", Value::count(count as u64)), ("councils", shown)];
        if count > COUNCILS {
            of.push(("rest", Value::count((count - COUNCILS) as u64)));
        }
        let asked = Value::phrase(key, of);
        (count > 0).then(|| {
            vec![asked.into(), Value::code(&*party.short).into(), grid::ochre(Value::Date(inputs.settings.due))]
        })
    };
    parties.filter_map(line).collect()
}

/// Says what stands outside the figures.
fn missing(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let all = Returns::all(figures);
    let mut said = Vec::new();
    if all.without_return() > 0 {
        let of = [("silent", Value::count(all.without_return())), ("expected", Value::count(all.expected()))];
        said.push(Value::phrase("summary-missing-returns", of));
    }
    if let Some(people) = figures.cross.get("X4-total").filter(|figure| figure.reported < figure.asked) {
        let of = [("reported", Value::count(people.reported)), ("asked", Value::count(people.asked))];
        said.push(Value::phrase("summary-missing-people", of));
    }
    if let Some(paid) = figures.cross.get("X3-disbursed").filter(|figure| figure.reported < figure.asked) {
        let of = [("reported", Value::count(paid.reported)), ("asked", Value::count(paid.asked))];
        said.push(Value::phrase("summary-missing-spent", of));
    }
    let errors = inputs.findings.iter().filter(|finding| finding.severity() == Severity::Error).count() as u64;
    if errors > 0 {
        said.push(Value::phrase("summary-missing-errors", [("count", Value::count(errors))]));
    }
    let body = Value::sentences(said.into_iter().chain([Value::key("panel-missing-never-zero")]))?;
    Some(Block::Panel(Panel { missing: true, title: Value::key("panel-missing"), body }))
}

/// Cuts a sender's text after so many letters, at a word: two pages hold no more, and the report has it in full.
fn clip(value: Value, letters: usize) -> Value {
    match value {
        Value::Text(text) if text.chars().count() > letters => {
            let cut: String = text.chars().take(letters).collect();
            let kept = cut.rsplit_once(char::is_whitespace).map_or(&*cut, |(kept, _)| kept);
            Value::Text(format!("{}…", kept.trim_end()).into())
        }
        value => value,
    }
}
