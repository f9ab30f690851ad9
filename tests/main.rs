//! The tests of the whole program: one binary, so that it links once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails says so by a panic")]

mod bundle;
mod command_line;
mod dossier;
mod editions;
mod example;
mod faults;
mod floors;
mod form;
mod funding;
mod incremental;
mod judged;
mod letters;
mod messages;
mod messy;
mod paper;
mod pictures;
mod previous;
mod privacy;
mod program;
mod proofreading;
mod properties;
mod questioned;
mod reading;
mod returned;
mod runs;
mod templates;
mod torture;
mod trace;
mod workbook;
mod wrong;
