//! Coverage: what is known of every council, and which pairs work together.

use std::collections::{BTreeMap, BTreeSet};

use super::index::Prepared;
use super::prepare::{expected, sent};
use super::time::Timing;
use crate::model::figures::{Council, CouncilState, Coverage};
use crate::model::{Code, Field, Sheet};

/// The statuses of activities that have begun.
const STARTED: [&str; 4] = ["ongoing", "closing", "closed", "suspended"];

/// Tells the state of every council and counts the activities of each pair, over the whole campaign.
pub(super) fn coverage(prepared: &Prepared<'_>) -> Coverage {
    let table = prepared.dataset.table(Sheet::Activities);
    let mut activities: BTreeMap<&Code, (u64, bool)> = BTreeMap::new();
    let mut pairs: BTreeMap<(Code, Code), u64> = BTreeMap::new();
    for (at, row) in table.rows.iter().enumerate() {
        if row.held || prepared.activity_timing(at as u32) != Timing::In {
            continue;
        }
        let started = table.cell(row, Field::Status).text().is_some_and(|status| STARTED.contains(&status));
        let [ma, fr] = [Field::TerritoryMa, Field::TerritoryFr].map(|field| table.cell(row, field).codes());
        for territory in ma.iter().chain(fr) {
            let entry = activities.entry(territory).or_default();
            *entry = (entry.0 + 1, entry.1 || started);
        }
        for (ma, fr) in ma.iter().flat_map(|ma| fr.iter().map(move |fr| (ma, fr))) {
            *pairs.entry((ma.clone(), fr.clone())).or_default() += 1;
        }
    }
    let sent = sent(prepared.dataset);
    let expected: BTreeSet<&Code> = expected(prepared.reference, prepared.settings).collect();
    let councils = prepared
        .reference
        .territories
        .iter()
        .map(|territory| {
            let code = &territory.code;
            let (activities, started) = activities.get(code).copied().unwrap_or_default();
            let came = sent.get(code);
            let received_on = came.and_then(|sent| sent.received_on);
            let state = match (started, came, expected.contains(code)) {
                (true, _, _) => CouncilState::Active,
                (_, Some(_), _) => CouncilState::Returned,
                (_, None, true) => CouncilState::Silent,
                (_, None, false) => CouncilState::NotAsked,
            };
            Council {
                territory: code.clone(),
                country: territory.country.clone(),
                state,
                expected: expected.contains(code),
                returned: came.is_some(),
                received_on,
                late: received_on.map(|day| day > prepared.settings.due),
                cells: came.map_or((0, 0), |sent| sent.cells),
                activities,
            }
        })
        .collect();
    Coverage { councils, pairs }
}
