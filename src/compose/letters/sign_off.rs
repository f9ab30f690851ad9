//! The sheet on which both associations sign that they agree with the report.

use super::signature;
use crate::compose::{Inputs, figure, grid};
use crate::model::report::{Block, Letter};
use crate::model::{DocumentKind, Figures, Value};

/// The figures that are agreed on.
pub const AGREED: &[&str] =
    &["X1-total", "X10-ma", "X10-fr", "X4-total", "X3-budget", "X3-disbursed", "X16-awarded", "X11-full"];
/// The lines on which reservations are written.
const RESERVATIONS: u8 = 3;

/// Lays out the sheet: the version, the figures, room for reservations and for two signatures.
pub fn sheet(inputs: &Inputs<'_>, figures: &Figures) -> (Letter, Vec<Block>) {
    let settings = inputs.settings;
    let state = if figures.provisional { "report-provisional" } else { "report-final" };
    let provenance = inputs.provenance;
    let (program, fingerprint) = (Value::code(&*provenance.program), Value::code(provenance.short()));
    let made = Value::phrase("report-made", [("program", program), ("fingerprint", fingerprint)]);
    let facts = [
        ("letter-sign-document", Value::key("index-consolidated")),
        ("letter-sign-state", Value::key(state)),
        ("letter-sign-period", Value::Period(settings.period)),
        ("letter-sign-cutoff", Value::Date(settings.cutoff())),
        ("letter-sign-program", made),
    ];
    let columns = || vec![grid::words("letter-head-what", 0.0), grid::words("letter-head-value", 70.0)];
    let facts = facts.map(|(label, value)| grid::row([Value::key(label), value])).into();
    let agreed = AGREED.iter().filter(|code| figures.cross.contains_key(**code));
    let agreed =
        agreed.map(|code| vec![figure::name(code).into(), grid::strong(figure::value(inputs, &figures.cross, code))]);
    let mut blocks = vec![super::prose("letter-sign-body", [("agreement", (&settings.agreement.title).into())])];
    blocks.extend(grid::table(Value::key("letter-sign-version"), columns(), facts, None, Vec::new()));
    blocks.extend(grid::table(Value::key("letter-sign-figures"), columns(), agreed.collect(), None, Vec::new()));
    let letter = Letter {
        // Each signature has a day of its own.
        place: Value::Empty,
        reference: super::reference(inputs, &DocumentKind::SignOff),
        addressee: Vec::new(),
        subject: Value::Empty,
        salutation: Value::Empty,
        closing: Value::Empty,
        room: Some((Value::key("letter-sign-reservations"), RESERVATIONS)),
        signatures: settings.agreement.parties.iter().map(|party| signature(Value::from(&party.name))).collect(),
        enclosures: Vec::new(),
    };
    (letter, blocks)
}
