//! Workbooks of more than they have room for.

use super::world::{self, World};
use crate::compose::workbook::{room::Room, within};
use crate::locale::Locale;
use crate::model::book::{Apart, Book, Tab};
use crate::model::{DocumentKind, Lang, Scope, Sheet, Value};
use crate::render::xlsx;

/// Lays out the workbook of everything, and tries that it can be written.
fn book(room: Room) -> Book {
    laid_out(room).0
}

fn laid_out(room: Room) -> (Book, Vec<Apart>) {
    let world = World::new();
    let (book, apart) = within(&world.inputs(), &world::full(Scope::All), &DocumentKind::Consolidated, room);
    let locale = Locale::plain(Lang::Fr, world.inputs().reference);
    xlsx::workbook(&book, &locale, jiff::civil::date(2026, 11, 12)).unwrap();
    (book, apart)
}

/// Lists the messages at the head of a sheet.
fn said(book: &Book, tab: Tab) -> Vec<&'static str> {
    let lead = &book.sheet(tab).unwrap().lead;
    let key = |value: &Value| if let Value::Phrase(phrase) = value { Some(phrase.key) } else { None };
    lead.iter().filter_map(|(_, value)| key(value)).collect()
}

#[track_caller]
fn check_tables(room: Room, fits: bool) {
    let book = book(room);
    let tables = book.sheets.iter().filter(|sheet| sheet.tab.is_data()).count();
    let named = said(&book, Tab::Summary).iter().filter(|key| **key == "workbook-too-long").count();
    assert_eq!((tables > 4, named > 0), (fits, !fits), "{tables} tables, {named} are named");
    // That every figure is a formula is said only where it is true.
    let note = if fits { "dashboard-note" } else { "dashboard-note-apart" };
    assert!(said(&book, Tab::Summary).contains(&note));
}

#[test]
fn a_table_without_room_is_named_and_its_figures_are_values() {
    check_tables(Room::OFFICE, true);
    check_tables(Room { rows: 1, ..Room::OFFICE }, false);
    check_tables(Room { cells: 30, ..Room::OFFICE }, false);
}

#[test]
fn rows_without_a_sheet_stand_in_files() {
    assert_eq!(laid_out(Room::OFFICE).1, []);
    // Small tables would fit, but their rows name activities that have no sheet.
    let (book, apart) = laid_out(Room { cells: 30, ..Room::OFFICE });
    assert!(book.sheet(Tab::Data(Sheet::Activities)).is_none() && book.sheet(Tab::Data(Sheet::Funding)).is_none());
    assert_eq!(
        apart.iter().map(|table| (&*table.path, table.rows.len())).take(2).collect::<Vec<_>>(),
        [("data/rows/consolidated-activities.csv", 4), ("data/rows/consolidated-funding.csv", 3)]
    );
}

#[track_caller]
fn check_lines(lines: usize, tab: Tab, expected: &[(&'static str, usize)], told: &[&str]) {
    let book = book(Room { lines, ..Room::OFFICE });
    let blocks = &book.sheet(tab).unwrap().blocks;
    for (title, height) in expected {
        let block = blocks.iter().find(|block| block.title == Some(Value::key(title))).unwrap();
        assert_eq!(block.height(), *height, "{title}");
    }
    let cuts: Vec<_> = said(&book, tab).into_iter().filter(|key| key.ends_with("-cut")).collect();
    assert_eq!(cuts, told);
}

#[test]
fn a_list_without_room_is_cut_and_says_so() {
    // The last row is the total.
    check_lines(20, Tab::Funding, &[("grid-needs", 4)], &[]);
    check_lines(1, Tab::Funding, &[("grid-needs", 2)], &["workbook-needs-cut"]);
    check_lines(20, Tab::Deadlines, &[("workbook-deadlines-title", 2)], &[]);
    let cut = ["workbook-deadlines-cut", "workbook-plan-cut"];
    check_lines(1, Tab::Deadlines, &[("workbook-deadlines-title", 1), ("grid-plan", 1)], &cut);
}

#[test]
fn what_lies_ahead_stays_where_deadlines_are_cut() {
    let book = book(Room { lines: 1, ..Room::OFFICE });
    let days = &book.sheet(Tab::Deadlines).unwrap().blocks[0].columns[3].cells;
    let days: Vec<_> = days.iter().filter_map(|cell| cell.number()).collect();
    assert_eq!(days, [15.into()], "of one that is past and one that is ahead");
}
