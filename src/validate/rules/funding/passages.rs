//! C535 to C538: the passages of an application, read as its life.

use jiff::civil::Date;

use super::super::{Context, at, hold_rows, live};
use super::{Application, Passage, Search};
use crate::model::{Dataset, Field, Finding, FindingCode, List, Sheet, Value};
use crate::reference::Stage;

/// Holds the passages that are dated after the reference date: a stage counts from its day on.
pub fn ahead(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let Some(settings) = context.settings else { return };
    let mut held = Vec::new();
    let table = dataset.table(Sheet::Passages);
    for number in live(dataset, Sheet::Passages) {
        let row = &table.rows[number];
        let (Some(date), Some(stage)) = (table.cell(row, Field::Date).date(), table.cell(row, Field::Stage).code())
        else {
            continue;
        };
        if date > settings.reference_date {
            held.push(number);
            findings.push(
                at(FindingCode::StageAhead, dataset, Sheet::Passages, row, Field::Date)
                    .with("found", Value::Date(date))
                    .with("stage", Value::Name(List::Stages, stage.clone()))
                    .with("expected", Value::Date(settings.reference_date)),
            );
        }
    }
    hold_rows(dataset, Sheet::Passages, &held);
}

/// Warns where an application goes back, skips a stage, or stands elsewhere in its own row than after its last passage.
///
/// The days of submission and decision in its row count as passages. What passed on one day passed in the order of the
/// stages.
pub fn check(context: &Context<'_>, dataset: &mut Dataset, findings: &mut Vec<Finding>) {
    let search = Search::new(context, dataset);
    for application in search.applications() {
        let passages = search.passages(&application);
        let Some(last) = passages.last() else { continue };
        for (number, passage) in passages.iter().enumerate() {
            let (before, told) = (&passages[..number], |code| {
                at(code, dataset, Sheet::Passages, passage.row, Field::Stage)
                    .with("found", name(passage.stage))
                    .with("date", Value::Date(passage.date))
                    .with("application", application.name())
            });
            if let Some(earlier) = before.last().filter(|earlier| earlier.stage.order > passage.stage.order) {
                let finding = told(FindingCode::StageBack).with("expected", name(earlier.stage));
                findings.push(finding.with("since", Value::Date(earlier.date)));
            }
            // A stage that is reached a second time was told at the first.
            let again = before.iter().any(|earlier| earlier.stage.code == passage.stage.code);
            if !again && is_skipping(&search, &application, before, passage) {
                let after = passage.stage.after.iter().map(|code| Value::Name(List::Stages, code.clone()));
                findings.push(told(FindingCode::StageSkipped).with("expected", Value::List(after.collect())));
            }
        }
        let stated = application.code(Field::FundingStage).and_then(|code| context.reference.stage(code));
        if let Some(stated) = stated.filter(|stated| stated.code != last.stage.code) {
            findings.push(
                search
                    .at(FindingCode::StageDiffers, &application, Field::FundingStage)
                    .with("found", name(stated))
                    .with("expected", name(last.stage))
                    .with("date", Value::Date(last.date))
                    .with("sheet", Value::SheetName(Sheet::Passages)),
            );
        }
    }
}

fn name(stage: &Stage) -> Value {
    Value::Name(List::Stages, stage.code.clone())
}

/// Says whether an application reached a stage without any of those that come before it.
fn is_skipping(search: &Search<'_>, of: &Application<'_>, before: &[Passage<'_>], to: &Passage<'_>) -> bool {
    let decision = if search.is_lost(of) { "rejected" } else { "selected" };
    let by_row = |field, code: &str| of.date(field).filter(|day: &Date| *day <= to.date).map(|_| code.to_owned());
    let stated = [by_row(Field::SubmissionDate, "submitted"), by_row(Field::DecisionDate, decision)];
    let passed = |code: &str| {
        before.iter().any(|passage| passage.stage.code == *code) || stated.iter().flatten().any(|stated| stated == code)
    };
    !to.stage.after.is_empty() && !to.stage.after.iter().any(|code| passed(code))
}
