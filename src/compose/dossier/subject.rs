//! What a dossier is asked of: an application, or an activity.

use std::collections::BTreeSet;

use crate::compose::Inputs;
use crate::model::{Code, Field, Row, Sheet};

/// What an identifier stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Subject<'a> {
    /// An application, and so the activities that it serves.
    Application(&'a Row),
    /// An activity.
    Activity(&'a Row),
}

/// Finds what an identifier stands for, in whatever case: an application first.
pub fn subject<'a>(inputs: &Inputs<'a>, id: &str) -> Option<Subject<'a>> {
    let named = |sheet, field| {
        let table = inputs.dataset.table(sheet);
        let same = move |row: &&Row| table.cell(row, field).code().is_some_and(|code| code.eq_ignore_ascii_case(id));
        table.live().find(same)
    };
    named(Sheet::Funding, Field::ApplicationId)
        .map(Subject::Application)
        .or_else(|| named(Sheet::Activities, Field::ActivityId).map(Subject::Activity))
}

/// Gives every identifier that a dossier can be written of.
pub fn identifiers<'a>(inputs: &Inputs<'a>) -> Vec<&'a Code> {
    let of = |sheet, field| {
        let table = inputs.dataset.table(sheet);
        table.live().filter_map(move |row| table.cell(row, field).code())
    };
    of(Sheet::Funding, Field::ApplicationId).chain(of(Sheet::Activities, Field::ActivityId)).collect()
}

impl<'a> Subject<'a> {
    /// Gives the identifier as its sender wrote it.
    pub fn id(&self, inputs: &Inputs<'a>) -> &'a Code {
        static NONE: std::sync::LazyLock<Code> = std::sync::LazyLock::new(Code::default);
        let (sheet, row, field) = match self {
            Subject::Application(row) => (Sheet::Funding, row, Field::ApplicationId),
            Subject::Activity(row) => (Sheet::Activities, row, Field::ActivityId),
        };
        inputs.dataset.table(sheet).cell(row, field).code().unwrap_or(&NONE)
    }

    /// Gives the call that an application names; that of an activity where all its undecided applications name one.
    pub fn call(&self, inputs: &Inputs<'a>) -> Option<&'a Code> {
        let table = inputs.dataset.table(Sheet::Funding);
        match self {
            Subject::Application(row) => table.cell(row, Field::Call).code(),
            Subject::Activity(_) => {
                let open = serving(inputs, &[self.id(inputs)]).into_iter().filter(|row| phase(inputs, row) == "open");
                let calls: BTreeSet<&Code> = open.filter_map(|row| table.cell(row, Field::Call).code()).collect();
                calls.first().copied().filter(|_| calls.len() == 1)
            }
        }
    }
}

/// Gives the applications that serve some activities.
pub(super) fn serving<'a>(inputs: &Inputs<'a>, activities: &[&Code]) -> Vec<&'a Row> {
    let table = inputs.dataset.table(Sheet::Funding);
    let serves = |row: &&Row| table.cell(row, Field::ActivityId).codes().iter().any(|id| activities.contains(&id));
    table.live().filter(serves).collect()
}

/// Gives the phase of an application: `open`, `won` or `lost`.
pub(super) fn phase<'a>(inputs: &Inputs<'a>, application: &Row) -> &'a str {
    let stage = inputs.dataset.table(Sheet::Funding).cell(application, Field::FundingStage);
    stage.code().and_then(|stage| inputs.reference.stage(stage)).map_or("", |stage| &stage.phase)
}

/// Gives the identifiers of some activities.
pub(super) fn ids<'a>(inputs: &Inputs<'a>, activities: &[&'a Row]) -> Vec<&'a Code> {
    let table = inputs.dataset.table(Sheet::Activities);
    activities.iter().filter_map(|row| table.cell(row, Field::ActivityId).code()).collect()
}

/// Gives the activities of a dossier: those that its application serves, in the order in which it names them.
pub(super) fn activities<'a>(inputs: &Inputs<'a>, subject: Subject<'a>) -> Vec<&'a Row> {
    let table = inputs.dataset.table(Sheet::Activities);
    match subject {
        Subject::Activity(row) => vec![row],
        Subject::Application(row) => {
            let named = inputs.dataset.table(Sheet::Funding).cell(row, Field::ActivityId).codes();
            let find = |id: &Code| table.live().find(|row| table.cell(row, Field::ActivityId).code() == Some(id));
            named.iter().filter_map(find).collect()
        }
    }
}
