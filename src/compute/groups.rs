//! Activities that are financed together.

use std::collections::BTreeMap;

use super::index::Prepared;
use super::time::{Rule, Timing, cell_days, own_timing};
use crate::model::{Cell, Field, Sheet};

/// Activities that common applications link, directly or through others, and these applications.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// The activities, by row; none where an application names none that is known.
    pub activities: Vec<u32>,
    /// The applications followed up to the cut-off, by row.
    pub applications: Vec<u32>,
    /// True where a finding keeps out a row or cell that belongs to the group.
    pub uncertain: bool,
}

/// Gathers the groups of the whole dataset, by their first row: those with activities first.
///
/// An application links its activities as long as no finding holds it and it was not submitted after the cut-off, as the
/// status of the funding search has it. Lost ones link too: they describe a common project.
pub(super) fn groups(prepared: &Prepared<'_>) -> Vec<Group> {
    let table = prepared.dataset.table(Sheet::Funding);
    let activities = prepared.dataset.table(Sheet::Activities);
    let mut roots: Vec<u32> = (0..activities.rows.len() as u32).collect();
    let mut uncertain = vec![false; roots.len()];
    let mut counted = Vec::new();
    let mut loose = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        let day = cell_days(table.cell(row, Field::SubmissionDate));
        let timing = own_timing(prepared.settings, day, Rule::Stock).unwrap_or(Timing::In);
        let named = prepared.activities_of(Sheet::Funding, at as u32);
        if row.held || timing == Timing::Unknown {
            named.iter().for_each(|&activity| uncertain[activity as usize] = true);
            continue;
        }
        if timing != Timing::In {
            continue;
        }
        // A finding that questions a row keeps what it touches provisional.
        named.iter().for_each(|&activity| uncertain[activity as usize] |= row.doubtful);
        match named {
            [] => loose.push(Group {
                activities: Vec::new(),
                applications: vec![at as u32],
                uncertain: row.doubtful || *table.cell(row, Field::ActivityId) == Cell::Held,
            }),
            [first, rest @ ..] => {
                counted.push((at as u32, *first));
                for other in rest {
                    let (one, two) = (root(&mut roots, *first), root(&mut roots, *other));
                    // The first activity stands for its group, so that the order of applications can't matter.
                    roots[one.max(two) as usize] = one.min(two);
                }
            }
        }
    }
    let mut groups: BTreeMap<u32, Group> = BTreeMap::new();
    for at in 0..roots.len() as u32 {
        let row = &activities.rows[at as usize];
        let group = groups.entry(root(&mut roots, at)).or_insert(Group {
            activities: Vec::new(),
            applications: Vec::new(),
            uncertain: false,
        });
        group.activities.push(at);
        group.uncertain |= row.held || row.doubtful || uncertain[at as usize];
    }
    for (application, activity) in counted {
        if let Some(group) = groups.get_mut(&root(&mut roots, activity)) {
            group.applications.push(application);
        }
    }
    groups.into_values().chain(loose).collect()
}

/// Finds the activity that stands for a group, and shortens the way to it.
fn root(roots: &mut [u32], at: u32) -> u32 {
    let mut top = at;
    while roots[top as usize] != top {
        top = roots[top as usize];
    }
    let mut step = at;
    while roots[step as usize] != top {
        step = std::mem::replace(&mut roots[step as usize], top);
    }
    top
}
