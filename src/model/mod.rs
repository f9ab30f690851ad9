//! The ground: the types in which the stages meet.
//!
//! Invariant: nothing here does I/O, and nothing here holds a word that a reader sees.

mod account;
mod artifact;
pub mod book;
pub mod calendar;
pub mod changes;
mod code;
mod dataset;
pub mod deadline;
mod decision;
pub mod dossier;
pub mod field;
pub mod figures;
mod finding;
mod lang;
mod limits;
pub mod matches;
pub mod measure;
mod money;
pub mod needs;
mod origin;
mod period;
mod profile;
mod raw;
pub mod report;
pub mod schema;
mod settings;
pub mod snapshot;
pub mod trace;
pub mod trend;
mod value;

pub use account::{CellCount, Ignored};
pub use artifact::Artifact;
pub use code::Code;
pub use dataset::{Cell, Dataset, HeadingRow, Return, Row, Table};
pub use decision::{Correction, Decided, Decision, Decisions, Named, Refused, Verdict};
pub use dossier::Dossier;
pub use field::{Field, Sheet};
pub use figures::{Figure, Figures, Outcome, Scope};
pub use finding::{Finding, FindingCode, Place, Severity};
pub use lang::{Lang, Names};
pub use limits::Limits;
pub use measure::Measure;
pub use money::{Currency, Money, MoneySum, Rate, Rates};
pub use origin::{FileId, Origin, SheetId, SourceFile, SourceSheet, Sources, column_letters};
pub use period::Period;
pub use profile::{Filter, Profile, SourceColumn, View};
pub use raw::{Merged, RawRow, RawValue, RowSink};
pub use report::{DocumentKind, Report};
pub use schema::{Kind, List};
pub use settings::{Agreement, Party, Settings};
pub use trace::Trace;
pub use value::{Phrase, Value};
