//! C539: an application stands at a stage whose day is still to come.

use super::super::Context;
use super::Search;
use crate::model::{Dataset, Field, Finding, FindingCode, List, Value};

/// Warns where an application is submitted or decided, and the day of it lies after the reference date. A planned day
/// stands in the column of deadlines.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let Some(settings) = context.settings else { return };
    let reference = context.reference;
    let submitted = reference.stage("submitted").map_or(u32::MAX, |stage| stage.order);
    let search = Search::new(context, dataset);
    for application in search.applications() {
        let Some(stage) = search.stage(&application) else { continue };
        let is_submitted = stage.order >= submitted && (stage.decided || &*stage.phase != "lost");
        for (field, reached) in [(Field::SubmissionDate, is_submitted), (Field::DecisionDate, stage.decided)] {
            let Some(day) = application.date(field).filter(|day| reached && *day > settings.reference_date) else {
                continue;
            };
            findings.push(
                search
                    .at(FindingCode::StageDayAhead, &application, field)
                    .with("found", Value::Date(day))
                    .with("field", Value::Column(crate::model::Sheet::Funding, field))
                    .with("stage", Value::Name(List::Stages, stage.code.clone()))
                    .with("expected", Value::Date(settings.reference_date)),
            );
        }
    }
}
