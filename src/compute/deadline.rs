//! Deadlines of applications that were not submitted yet, and the plan that leads back from each.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::call;
use super::clock::days;
use super::funding::stage;
use super::index::Prepared;
use super::needs::codes;
use super::view::View;
use crate::model::deadline::{Band, Deadline, Moment, PaperState, PlanStep};
use crate::model::{Cell, Code, Field, List, Sheet};
use crate::reference::{Call, CallRule};

const SHEET: Sheet = Sheet::Funding;
/// The paper that a council's session gives, whatever the call asks for.
pub(super) const DELIBERATION: &str = "deliberation";

/// Gives the deadlines of applications that were not submitted yet. The day that an application states wins over that of
/// its call.
///
/// A concept note that was submitted awaits an answer: its deadline, once past, is not overdue.
pub(super) fn deadlines(view: &View<'_>, rows: &[u32]) -> Vec<Deadline> {
    let today = view.prepared.settings.reference_date;
    let submitted = view.prepared.reference.stage("submitted").map_or(u32::MAX, |stage| stage.order);
    let mut all: Vec<Deadline> = rows
        .iter()
        .filter_map(|&row| {
            let call = call::of(view, row);
            let date = match view.cell(SHEET, row, Field::Deadline) {
                Cell::Missing => call?.closes?,
                own => own.date()?,
            };
            let stage = stage(view, row)?;
            let open = &*stage.phase == "open" && stage.order < submitted;
            let unsent = *view.cell(SHEET, row, Field::SubmissionDate) == Cell::Missing;
            let waits = stage.code == "concept-submitted" && date < today;
            (open && unsent && !waits).then(|| Deadline {
                date,
                days: days(today, date),
                band: Band::of(days(today, date)),
                moment: call.and_then(|call| moment(call, date)),
                row,
                call: call.map(|call| call.code.clone()),
                plan: plan(view, row, call, date),
            })
        })
        .collect();
    all.sort_by_key(|deadline| (deadline.date, deadline.row));
    all
}

/// Gives the hour at which a call closes, where that is the day asked about.
fn moment(call: &Call, date: Date) -> Option<Moment> {
    let (time, zone) = (call.closes_at?, call.zone.clone()?);
    let utc = call.deadline().filter(|_| call.closes == Some(date))?.with_time_zone(TimeZone::UTC).datetime();
    Some(Moment { time, zone, utc })
}

/// Plans back from a deadline: the deliberation, and each paper that the rule of the call asks for.
fn plan(view: &View<'_>, row: u32, call: Option<&Call>, date: Date) -> Vec<PlanStep> {
    let activities = view.prepared.activities_of(SHEET, row);
    let rule = call.and_then(|call| call.rule(call::case(view, activities)));
    let ready = Ready::of(view, &[row]);
    let mut steps = steps(view, activities, rule.as_ref(), Some(date), &ready);
    steps.sort_by(|a, b| (a.day.is_none(), a.day, &a.paper).cmp(&(b.day.is_none(), b.day, &b.paper)));
    steps
}

/// Gives one step a paper, the deliberation first; without a closing day none has a day.
pub(super) fn steps(
    view: &View<'_>,
    activities: &[u32],
    rule: Option<&CallRule>,
    date: Option<Date>,
    ready: &Ready,
) -> Vec<PlanStep> {
    let prepared = view.prepared;
    let deliberation = Code::from(DELIBERATION);
    let asked = rule.map_or(&[][..], |rule| rule.papers.as_slice());
    let others = asked.iter().filter(|paper| **paper != deliberation);
    std::iter::once(&deliberation)
        .chain(others)
        .map(|paper| {
            let lead = if *paper == deliberation { session(view, activities) } else { paper_lead(prepared, paper) };
            let day = date.zip(lead).map(|(date, lead)| date.saturating_sub(i64::from(lead).days()));
            let state = ready.state(paper);
            let late = state != PaperState::Ready && day.is_some_and(|day| day < prepared.settings.reference_date);
            PlanStep { paper: paper.clone(), lead, day, state, late }
        })
        .collect()
}

/// Gives the days that a session of the councils of activities asks for: the most that one of them is set to.
fn session(view: &View<'_>, activities: &[u32]) -> Option<u32> {
    let settings = &view.prepared.settings.lead_days;
    let others = settings.get("*").copied();
    let councils = codes(view, activities, &[Field::TerritoryMa, Field::TerritoryFr]);
    if councils.is_empty() {
        return others;
    }
    councils.iter().filter_map(|council| settings.get(council).copied().or(others)).max()
}

fn paper_lead(prepared: &Prepared<'_>, paper: &Code) -> Option<u32> {
    let settings = &prepared.settings.paper_days;
    settings.get(paper).or_else(|| settings.get("*")).copied()
}

/// The papers that applications name as ready.
pub(super) struct Ready {
    papers: Vec<Code>,
    /// True where an application says which papers are ready, so that the others are not.
    told: bool,
}

impl Ready {
    /// Reads the column of papers, and the documents of passages.
    pub fn of(view: &View<'_>, rows: &[u32]) -> Ready {
        let (mut papers, mut told) = (Vec::new(), false);
        for &row in rows {
            let cell = view.cell(SHEET, row, Field::Papers);
            told |= cell.is_present();
            papers.extend(cell.codes().iter().cloned());
            let passages = view.prepared.dataset.table(Sheet::Passages);
            let application = view.cell(SHEET, row, Field::ApplicationId).code();
            for &at in application.map_or(&[][..], |application| view.prepared.passages_of(application)) {
                let document = passages.cell(&passages.rows[at as usize], Field::Document).text();
                papers.extend(document.and_then(|document| view.prepared.reference.exact(List::Papers, document)));
            }
        }
        Ready { papers, told }
    }

    fn state(&self, paper: &Code) -> PaperState {
        match (self.papers.contains(paper), self.told) {
            (true, _) => PaperState::Ready,
            (false, true) => PaperState::Open,
            (false, false) => PaperState::NotReported,
        }
    }
}
