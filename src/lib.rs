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
//!    document. [`compute::public`] makes the copies of rows and figures that may leave the office.
//! 5. [`compose`] lays the figures out as a language-free [`Report`](model::Report) and a
//!    [`Book`](model::book::Book).
//! 6. [`render`] turns them into bytes, once a language: PDF by Typst, Word, workbooks, JSON; and what a council sent into
//!    the [answer](render::returned) to it, for [`pipeline::returned`].
//! 7. [`mod@write`] puts all files into the output folder, or none.
//!
//! [`pipeline`] is this list as a program.
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
//! [`campaign`] stands beside the pipeline: it reads what the stages are given. `tests/floors.rs` reads the
//! `use crate::` lines against this picture.
//!
//! # One command, followed through the code
//!
//! `bilan run inputs --out out`:
//!
//! 1. `main` calls [`cli::main`]; [`cli::dispatch`] reads the arguments in the reader's language and hands the campaign
//!    folder to [`Campaign::load`](campaign::Campaign::load).
//! 2. [`pipeline::run`] lists `inputs/returns`; the [`Reader`](ingest::Reader) tells the kind of each file by its
//!    content and hands rows, as they come, to the [`Judge`](validate::Judge).
//! 3. The judge finds the headings, reads each cell by its column's [`Kind`](model::Kind), and runs the rules of
//!    [`validate::rules`] across records.
//! 4. [`compute::prepare`] brings the rows into the normal form of the measures; [`compute::Prepared`] evaluates the
//!    catalogue in the scope of each document, when its turn comes.
//! 5. [`compose::report`] and [`compose::workbook::book`] lay a document out, once for all languages.
//! 6. [`render::pdf::Press`] and [`render::xlsx`] write it in each language, side by side on all processors, and
//!    [`write::Output`] changes the names of folders at the end.
//!
//! # Decisions that a reader may look for
//!
//! - **Records are rows of typed cells**, not a struct a sheet: [`model::schema`] is the one place where a column is
//!   declared, and the measure algebra, the form, the data sheets and the heading search all read it.
//! - **A row holds the cells that say something**, and copies share them ([`model::Cells`]): most cells of a campaign are
//!   blank, and the public copy takes the room of what it changes.
//! - **Messages stand in a folder a language**, one file an area, so that a translator finds what belongs together.
//! - **Every format in use has a streaming reader of its own**; the module [`ingest`] says why. calamine reads workbooks of
//!   before 1997, in a process of their own.
//! - **Plain texts, tables and grids are set by `render/plain`**, in Typst's place: most of a report is short texts, and
//!   paragraphs that may hold anything took more than half of its time. Tests compare every glyph with Typst's own.
//! - **What two returns both seem to hold counts once**, and keeps the totals provisional until a person answers in
//!   `decisions.csv` ([`campaign::decisions`]).
//! - **A figure names its rows when asked**, and they are never stored: [`model::trace`] leads from a figure to its cells,
//!   one after the other, for `explain`, the trace workbook, and the test that adds every figure up again.
//! - **The public edition is a copy, made once**: [`compute::public`] masks small groups and leaves out names in the rows,
//!   the findings, the file names and the figures; what lays out and renders can't tell more than it is given. The internal
//!   edition is laid out from the originals.
//! - **Figures are computed a second time** by a program in another language, `tests/recompute`.
//! - **Calls for proposals are dated data** ([`reference::Call`]): what has no source is blank, and is told as "to check",
//!   never as a rule.
//! - **Activities that common applications link are one need** ([`model::needs`]): an application that serves several can't
//!   be split.
//! - **The prose of a dossier is a file that people edit**: [`compose::dossier`] gives names and parts, `render::narrative`
//!   runs the template over them, and PDF and Word are laid out from the same [`Report`](model::Report).
//! - **A page is heard in the order in which it was written**: between layout and export, [`render::order`] brings what runs
//!   from the right into it, word by word, and leaves every letter where it is painted.
//! - **The page `index.html` is made from a listing** ([`render::html`]), `data/index.json`, which a run writes: an archive
//!   takes the same listing without what it does not hold, and makes a page of its own from it.
//! - **A territory's report is short**: its chapters follow one another, and definitions, half-years and long lists are left
//!   to its workbook and the whole report. Pages are what a run spends its time on.
//! - **Documents are made one after the other and forgotten** (`pipeline::make`), so that memory does not grow with their
//!   number, and the largest wait for each other ([`render::workers`]); a file is kept from the output before where its
//!   key, made from its data, is the same (`pipeline::recipe`). The fingerprint of a document covers the inputs that it
//!   holds rows of, so that a correction elsewhere leaves it alone.
//! - **A campaign says messages in its own words** one by one; they were checked against the built-in ones when the campaign
//!   was loaded, and go with its lists ([`model::wording`]) to every place that speaks.
//! - **A formula is written only where it is proved** to give the figure ([`compose::workbook`]); any other figure is a
//!   value, marked as such.

#![allow(rustdoc::private_intra_doc_links, reason = "the module docs guide readers of the source")]

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
