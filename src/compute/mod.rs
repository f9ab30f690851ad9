//! Counting: measures evaluated over a judged dataset.
//!
//! 1. [`prepare`] brings the dataset into the normal form that measures stand on.
//! 2. [`Prepared`] indexes it once.
//! 3. [`Prepared::figures`] gives every figure of one document's scope: it gathers the rows in scope (`view`), tells
//!    which of them take part in a measure (`select`, `time`), and puts them together (`evaluate`, `bounds`).
//!
//! Invariant: a row takes part, is left out for a reason that the figure counts (`undated`, `asked` less `reported`), or
//! makes the figure provisional. Nothing here depends on the order of rows but ties of the same day, which the place of
//! the row in its file decides.

mod bounds;
mod breakdown;
mod call;
mod clock;
mod content;
mod coverage;
mod deadline;
mod evaluate;
mod funding;
mod goals;
mod groups;
mod index;
mod keep;
mod matches;
mod needs;
mod people;
mod prepare;
pub mod public;
mod ratio;
mod results;
mod select;
mod snapshot;
mod spread;
mod sum;
mod time;
mod trace;
mod trend;
mod view;

#[cfg(test)]
mod tests;

pub use clock::clock;
pub use index::Prepared;
pub use prepare::prepare;
pub use snapshot::{changes, snapshot};
pub use trace::Tracer;
pub use trend::{Calendar, FLOWS, Trends};

use crate::model::figures::Breakdown;
use crate::model::{Figure, Figures, Scope};
use crate::reference::Indicator;
use view::{Marking, View};

impl Prepared<'_> {
    /// Computes every figure of one document's scope.
    pub fn figures(&self, scope: &Scope) -> Figures {
        let mut view = View::new(self, scope.clone(), Marking::Needed);
        let results = results::results(&view);
        view.attain(&results);
        let cross: std::collections::BTreeMap<_, _> = self
            .reference
            .indicators
            .iter()
            .filter(|indicator| is_cross(indicator))
            .map(|indicator| (indicator.code.clone(), evaluate::figure(&view, indicator)))
            .collect();
        let funding = std::sync::Arc::new(funding::status(&view));
        // The lines of one activity would all repeat it.
        let breakdown = |of: fn(&View<'_>) -> Breakdown| {
            if matches!(scope, Scope::Activity(_)) { Breakdown::default() } else { of(&view) }
        };
        let provisional = cross.values().any(|figure| figure.provisional)
            || results.iter().any(|result| result.figure.provisional)
            || funding.needs.groups.iter().any(|need| need.provisional)
            || view.is_uncertain();
        Figures {
            scope: scope.clone(),
            themes: breakdown(breakdown::themes),
            territories: breakdown(breakdown::territories),
            statuses: breakdown(breakdown::statuses),
            goals: goals::goals(&view),
            funding,
            coverage: self.coverage.clone(),
            clock: clock(&self.settings.agreement, self.settings.cutoff(), self.settings.reference_date),
            rows: view.rows_by_table(),
            undated: view.undated(),
            trend: Default::default(),
            changes: None,
            provisional,
            cross,
            results,
        }
    }

    /// Evaluates the measure of one indicator in a scope.
    pub fn evaluate(&self, indicator: &Indicator, scope: &Scope) -> Figure {
        let mut view = View::new(self, scope.clone(), Marking::Needed);
        let results = results::results(&view);
        view.attain(&results);
        evaluate::figure(&view, indicator)
    }
}

/// Says whether an indicator cuts across the themes: its group is `X`, where themes have `T1` to `T12`.
fn is_cross(indicator: &Indicator) -> bool {
    indicator.group.starts_with('X')
}
