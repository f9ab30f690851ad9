//! `bilan` reads the spreadsheets of cooperation activities that councils return, checks every cell, computes impact
//! indicators and the status of funding searches, and writes the evaluation reports of a decentralised cooperation
//! agreement: PDF and Excel, in French, Arabic and English.
//!
//! # The flow
//!
//! 1. [`campaign`] loads what a user can set: the campaign file, mapping profiles, reference lists.
//! 2. [`ingest`] turns the bytes of each returned file into [raw rows](model::RawRow), within fixed memory and time.
//! 3. [`validate`] judges them: typed rows in a [`Dataset`](model::Dataset), and every [`Finding`](model::Finding).
//! 4. [`compute`] evaluates the [measures](model::Measure) of the catalogue into [`Figures`](model::Figures), one set a
//!    document.
//! 5. [`compose`] lays the figures out as a language-free [`Report`](model::Report).
//! 6. [`render`] turns reports into bytes, once a language: PDF by Typst, workbooks, JSON.
//! 7. [`write`] puts all files into the output folder, or none.
//!
//! [`pipeline`] is this list as a program, a page long.
//!
//! # The floors
//!
//! ```text
//!                 main ──> cli ──> pipeline                       only pipeline knows the stages
//!         ┌──────────┬────────┴──┬──────────┬─────────┬───────┐
//!      ingest     validate    compute    compose    render   write    stages never import each other
//!         └──────────┴───────────┴────┬─────┴────┬────┴───────┘
//!                                     │        locale    words, digits, dates, direction: for render and cli only
//!                                     └────> model · reference · assets · error      the ground
//! ```
//!
//! `tests/floors.rs` reads the `use crate::` lines against this picture.

pub mod assets;
pub mod campaign;
pub mod cli;
pub mod compose;
pub mod compute;
pub mod error;
pub mod ingest;
pub mod locale;
pub mod model;
pub mod pipeline;
pub mod reference;
pub mod render;
pub mod validate;
pub mod write;

pub use error::{Error, Result};
