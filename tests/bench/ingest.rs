//! How long reading takes, against a bare pass of calamine over the same file.
//!
//! `cargo bench --bench ingest -- FILE.xlsx`, or `-- 20000` for a made file of so many activities. Each pass is a child
//! process of its own, so that the peaks of memory don't mix; the two readers take turns. Judging is not part of it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench prints what it measured, and ends where it can't"
)]

use std::env;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use bilan::ingest;
use bilan::model::{FileId, RawRow, RowSink, SheetId, Sources};
use rust_xlsxwriter::{Format, Workbook};

/// The turns of each reader.
const TURNS: usize = 5;
/// The activities of a made file.
const ACTIVITIES: u32 = 20_000;

fn main() {
    // `cargo bench` adds this option.
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["--pass", reader, path] => pass(reader, Path::new(path)),
        [] => compare(&make(ACTIVITIES)),
        [given] => compare(&given.parse().map_or_else(|_| PathBuf::from(given), make)),
        _ => println!("usage: ingest [FILE.xlsx | ACTIVITIES]"),
    }
}

/// Reads once, and prints seconds, cells and the peak of memory in KiB.
fn pass(reader: &str, path: &Path) {
    let start = Instant::now();
    let cells = if reader == "bilan" { ours(path) } else { bare(path) };
    let seconds = start.elapsed().as_secs_f64();
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
    println!("{seconds} {cells} {}", peak.unwrap_or("0"));
}

/// Counts cells that are not empty.
struct Count(u64);

impl RowSink for Count {
    fn sheet(&mut self, _: FileId, _: SheetId, _: &str, _: bool) {}

    fn row(&mut self, row: RawRow) {
        self.0 += row.cells.len() as u64;
    }

    fn end_sheet(&mut self) {}
}

fn ours(path: &Path) -> u64 {
    let mut count = Count(0);
    let reader = ingest::Reader::default();
    let (_, findings) = reader.read(path, "bench.xlsx", &mut Sources::default(), &mut count);
    assert!(findings.is_empty(), "{findings:?}");
    count.0
}

fn bare(path: &Path) -> u64 {
    use calamine::{DataRef, Reader as _};
    let mut workbook = calamine::Xlsx::new(BufReader::new(File::open(path).unwrap())).unwrap();
    let mut cells = 0;
    for sheet in workbook.sheet_names() {
        let mut reader = workbook.worksheet_cells_reader(&sheet).unwrap();
        while let Some(cell) = reader.next_cell().unwrap() {
            let blank = match cell.get_value() {
                DataRef::Empty => true,
                DataRef::String(text) => text.is_empty(),
                DataRef::SharedString(text) => text.is_empty(),
                _ => false,
            };
            cells += u64::from(!blank);
        }
    }
    cells
}

/// Lets the two readers take turns, and prints each turn and the ratio of the medians.
fn compare(path: &Path) {
    let program = env::current_exe().unwrap();
    let mut seconds = [Vec::new(), Vec::new()];
    println!("{:8} {:>8} {:>12} {:>9}", "reader", "seconds", "cells", "peak MiB");
    for _ in 0..TURNS {
        for (reader, times) in ["calamine", "bilan"].into_iter().zip(&mut seconds) {
            let said = Command::new(&program).args(["--pass", reader]).arg(path).output().unwrap();
            let said = String::from_utf8(said.stdout).unwrap();
            let numbers: Vec<f64> = said.split_whitespace().map(|number| number.parse().unwrap()).collect();
            let [time, cells, peak] = numbers[..] else { panic!("{reader} failed: {said}") };
            println!("{reader:8} {time:8.3} {cells:12} {:9.0}", peak / 1024.0);
            times.push(time);
        }
    }
    let [bare, ours] = seconds.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    });
    println!("median: calamine {bare:.3} s, bilan {ours:.3} s, ratio {:.2}", ours / bare);
}

/// Makes a file of activities: thirty columns of texts, days, amounts and counts, a formula among them.
fn make(activities: u32) -> PathBuf {
    let mut workbook = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = workbook.add_worksheet();
    for row in 0..activities {
        for column in 0..30_u16 {
            let number = f64::from(row) * 1.25 + f64::from(column);
            match column % 6 {
                0 | 1 => sheet.write_string(row, column, format!("Texte {row} de la colonne {column} – السنة")),
                2 => sheet.write_string(row, column, ["En cours", "Planifiée", "Terminée"][row as usize % 3]),
                3 => sheet.write_number_with_format(row, column, 45_000.0 + f64::from(row % 900), &day),
                4 => sheet.write_formula(row, column, format!("=A{}*2", row + 1).as_str()),
                _ => sheet.write_number(row, column, number),
            }
            .unwrap();
        }
    }
    let path = env::temp_dir().join(format!("bilan-bench-{activities}.xlsx"));
    workbook.save(&path).unwrap();
    path
}
