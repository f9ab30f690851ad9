//! The letter to a council whose return did not come, or is to be completed or corrected.

use super::gaps::{self, Gap};
use super::{prose, signature};
use crate::compose::{Inputs, council, grid};
use crate::model::figures::Council;
use crate::model::report::{Block, GridCell, Letter};
use crate::model::{Code, DocumentKind, Figures, Party, Value};

/// The cells that one letter lists; a return with more is sent again as a whole.
const CELLS: usize = 300;

/// Why a council is written to.
pub enum Need {
    /// Its return was expected and did not come.
    Return,
    /// Its return has errors or gaps.
    Cells(Vec<Gap>),
}

/// Says why a council is to be written to; none where nothing is asked of it.
pub fn need(inputs: &Inputs<'_>, council: &Council) -> Option<Need> {
    if council::no_return(council) {
        return Some(Need::Return);
    }
    let gaps = gaps::of(inputs, &council.territory);
    (!gaps.is_empty()).then_some(Need::Cells(gaps))
}

/// Lays out the letter to a council.
pub fn letter(inputs: &Inputs<'_>, figures: &Figures, territory: &Code) -> (Letter, Vec<Block>) {
    let settings = inputs.settings;
    let need = council::find(figures, territory).and_then(|council| need(inputs, council));
    let about = [
        ("agreement", Value::from(&settings.agreement.title)),
        ("label", Value::from(&settings.period_label)),
        ("period", Value::Period(settings.period)),
        ("due", Value::Date(settings.due)),
        ("council", council::name(territory)),
    ];
    let (subject, blocks) = match need {
        Some(Need::Cells(gaps)) => {
            let mut blocks = vec![prose("letter-cells-body", about), prose("letter-cells-ask", [])];
            blocks.extend(table(&gaps));
            blocks.push(prose("letter-send", []));
            ("letter-cells-subject", blocks)
        }
        _ => (
            "letter-return-subject",
            vec![prose("letter-return-body", about), prose("letter-return-ask", []), prose("letter-return-send", [])],
        ),
    };
    let country = inputs.reference.territory(territory).map(|place| &place.country);
    let party = settings.agreement.parties.iter().find(|party: &&Party| country == Some(&party.country));
    let letter = Letter {
        place: super::place(inputs),
        reference: super::reference(inputs, &DocumentKind::Reminder(territory.clone())),
        addressee: vec![Value::key("letter-to-council"), council::name(territory)],
        subject: Value::phrase(subject, [("label", Value::from(&settings.period_label))]),
        salutation: super::salutation(country),
        closing: Value::key("letter-closing"),
        room: None,
        signatures: party.map(|party| signature(super::president(party))).into_iter().collect(),
        enclosures: Vec::new(),
    };
    (letter, blocks)
}

/// Lays out the cells: where each stands, its heading, what is expected there, and what to do.
fn table(gaps: &[Gap]) -> Option<Block> {
    let columns = vec![
        grid::words("letter-head-place", 37.0),
        grid::words("report-head-cell", 14.0),
        grid::words("letter-head-heading", 27.0),
        grid::words("letter-head-expected", 0.0),
        grid::words("letter-head-do", 38.0),
    ];
    let row = |gap: &Gap| -> Vec<GridCell> {
        vec![
            grid::two_lines(gap.file.clone(), gap.sheet.clone()),
            grid::strong(gap.cell.clone()),
            gap.heading.clone().into(),
            gap.expected.clone().into(),
            gap.remedy.clone().into(),
        ]
    };
    let mut notes = Vec::new();
    if gaps.len() > CELLS {
        notes.push(Value::phrase("letter-cells-more", [("count", Value::count((gaps.len() - CELLS) as u64))]));
    }
    grid::table(Value::key("letter-cells"), columns, gaps.iter().take(CELLS).map(row).collect(), None, notes)
}
