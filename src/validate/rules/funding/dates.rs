//! C548, C549: the days of an application and those of its call.

use super::super::Context;
use super::{Application, Search};
use crate::model::{Dataset, Field, Finding, FindingCode, List, Value};
use crate::reference::Call;

/// Warns where an application was submitted outside the window of its call, or names another deadline.
///
/// The window is that of the first step: an application that was preselected, or sent a concept note in time, has later
/// days for its second one.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let search = Search::new(context, dataset);
    for (application, call, _) in search.called() {
        let second = is_second_step(&search, &application, call);
        let told = |code, field, found| {
            search
                .at(code, &application, field)
                .with("found", Value::Date(found))
                .with("call", Value::Name(List::Calls, call.code.clone()))
                .with("source", Value::from(&*call.source))
        };
        if let Some(day) = application.date(Field::SubmissionDate) {
            let early = call.opens.filter(|opens| day < *opens).map(|opens| ("finding-call-opens", opens));
            let late =
                call.closes.filter(|closes| day > *closes && !second).map(|closes| ("finding-call-closes", closes));
            if let Some((key, bound)) = early.or(late) {
                let expected = Value::phrase(key, [("day", Value::Date(bound))]);
                let finding = told(FindingCode::SubmittedOutOfTime, Field::SubmissionDate, day);
                findings.push(finding.with("expected", expected));
            }
        }
        if let (Some(day), Some(closes)) = (application.date(Field::Deadline), call.closes)
            && day != closes
            && !(second && day > closes)
        {
            let finding = told(FindingCode::DeadlineDiffers, Field::Deadline, day);
            findings.push(finding.with("expected", Value::Date(closes)));
        }
    }
}

/// Says whether an application passed the first of two steps within the window of its call.
fn is_second_step(search: &Search<'_>, application: &Application<'_>, call: &Call) -> bool {
    let in_time = |day| call.closes.is_none_or(|closes| day <= closes);
    let passed = search.passages(application).iter().any(|passage| match passage.stage.code.as_str() {
        "preselected" => true,
        "concept-submitted" => in_time(passage.date),
        _ => false,
    });
    passed || application.code(Field::FundingStage).is_some_and(|stage| *stage == *"preselected")
}
