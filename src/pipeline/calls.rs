//! The calls that may fill the gaps of a campaign.

use std::path::Path;

use super::{Checked, check};
use crate::campaign::Campaign;
use crate::compose::calls::{Project, projects, unknown};
use crate::compute;
use crate::error::{Error, Result};
use crate::model::{Code, Dataset, Field, Sheet, Value};

/// The calls, project by project.
pub struct Found {
    /// What was read.
    pub checked: Checked,
    /// The projects, those that lack most first.
    pub projects: Vec<Project>,
    /// The projects of which it is not known what they lack.
    pub unknown: Vec<Value>,
}

/// Reads the returns of a campaign and lists the calls for each project that lacks money, or for the project of one
/// activity; `closed` lists the calls that closed before the reference date too.
///
/// # Errors
///
/// A returns folder that can't be read; an activity that no return holds.
pub fn calls(campaign: &Campaign, activity: Option<&str>, closed: bool, program: Option<&Path>) -> Result<Found> {
    let mut checked = check(campaign, program, &|_, _, _| Ok(()))?;
    let activity = activity.map(|id| known(&checked.dataset, id)).transpose()?;
    compute::prepare(&mut checked.dataset, &campaign.reference, &campaign.settings);
    let prepared = compute::Prepared::new(&checked.dataset, &campaign.reference, &campaign.settings);
    let matching = prepared.matches(activity.as_ref(), closed);
    let provenance = super::provenance(campaign, &checked.sources)?;
    let inputs = super::inputs(&checked, &campaign.reference, &campaign.settings, &provenance);
    let (projects, unknown) = (projects(&inputs, &matching), unknown(&inputs, &matching));
    Ok(Found { projects, unknown, checked })
}

/// Finds an activity by its identifier, in whatever case.
fn known(dataset: &Dataset, id: &str) -> Result<Code> {
    let table = dataset.table(Sheet::Activities);
    let ids = || table.rows.iter().filter_map(|row| table.cell(row, Field::ActivityId).code());
    if let Some(code) = ids().find(|code| code.eq_ignore_ascii_case(id)) {
        return Ok(code.clone());
    }
    let alike = |code: &&Code| strsim::jaro_winkler(&id.to_lowercase(), &code.to_lowercase());
    let nearest = ids().max_by(|a, b| alike(a).total_cmp(&alike(b)).then_with(|| b.cmp(a)));
    let nearest = nearest.map_or(Value::Missing, Value::code);
    let args = [("found", Value::code(id)), ("nearest", nearest)];
    Err(Error::setup("calls", Value::phrase("calls-unknown-activity", args)))
}
