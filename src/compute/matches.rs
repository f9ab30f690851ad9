//! Which calls may fill the gap of activities financed together: one criterion after the other.
//!
//! What the list of calls leaves blank is never a rule: the criterion is to check, and so is the call.

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::call;
use super::clock::days;
use super::deadline::{DELIBERATION, Ready, steps};
use super::funding::stage;
use super::index::Prepared;
use super::needs::codes;
use super::view::{Answer, Marking, View};
use crate::model::deadline::PaperState;
use crate::model::matches::{CallMatch, Criterion, Fit, Matches, Matching};
use crate::model::needs::Need;
use crate::model::{Cell, Code, Field, Money, Scope, Sheet};
use crate::reference::{Call, CallRule};

/// The longest duration that is counted in months; a longer one is a slip of a year.
const MONTHS: i64 = 1_200;

impl Prepared<'_> {
    /// Lists the calls for each group of activities that lacks money, or for the group of one activity whatever it lacks.
    /// Calls that closed before the reference date are listed where they are asked for.
    pub fn matches(&self, activity: Option<&Code>, closed: bool) -> Matching {
        const OVER: [&str; 3] = ["closing", "closed", "cancelled"];
        let view = View::new(self, Scope::All, Marking::None);
        let id = |row: &u32| view.cell(Sheet::Activities, *row, Field::ActivityId).code();
        let over =
            |row: &u32| view.cell(Sheet::Activities, *row, Field::Status).text().is_some_and(|s| OVER.contains(&s));
        let lacks = |need: &Need| need.gap.is_some_and(|gap| gap.round_dp(2) > Decimal::ZERO);
        let mut needs: Vec<&Need> = self.needs().iter().map(|rated| &*rated.need).collect();
        needs.sort_by_key(|need| std::cmp::Reverse(need.gap));
        match activity {
            Some(activity) => needs.retain(|need| need.activities.iter().any(|row| id(row) == Some(activity))),
            None => needs.retain(|need| need.activities.is_empty() || !need.activities.iter().all(over)),
        }
        let unknown = needs.iter().filter(|need| need.gap.is_none()).map(|need| (*need).clone()).collect();
        let groups = needs
            .into_iter()
            .filter(|need| activity.is_some() || lacks(need))
            .map(|need| Matches { need: need.clone(), calls: calls(&view, need, closed) })
            .collect();
        Matching { groups, unknown }
    }
}

fn calls(view: &View<'_>, need: &Need, closed: bool) -> Vec<CallMatch> {
    let all = view.prepared.reference.calls.iter().map(|call| matched(view, need, call));
    let mut calls: Vec<CallMatch> = all.filter(|call| closed || !call.closed).collect();
    calls.sort_by(|a, b| {
        let key = |call: &CallMatch| (call.fit, call.closed, call.closes.is_none(), call.closes);
        key(a).cmp(&key(b)).then_with(|| a.call.cmp(&b.call))
    });
    calls
}

fn matched(view: &View<'_>, need: &Need, call: &Call) -> CallMatch {
    let today = view.prepared.settings.reference_date;
    let activities = need.activities.as_slice();
    let rule = call.rule(call::case(view, activities));
    let rule = rule.as_ref();
    let mut criteria = vec![window(call, today), applicants(view, activities, rule)];
    criteria.extend(morocco(view, activities, rule));
    criteria.extend([
        themes(view, activities, call),
        amount(view, need, rule),
        own(need, rule),
        duration(view, activities, rule),
        language(call),
    ]);
    criteria.extend(papers(view, need, call, rule));
    criteria.push(source(call, rule));
    let made = |row: &&u32| view.cell(Sheet::Funding, **row, Field::Call).code() == Some(&call.code);
    let lost = |row: &&u32| stage(view, **row).is_some_and(|stage| &*stage.phase == "lost");
    CallMatch {
        call: call.code.clone(),
        closes: call.closes,
        closed: call.over || call.closes.is_some_and(|day| day < today),
        undated: call.opens.is_none() && call.closes.is_none(),
        application: need.applications.iter().filter(made).min_by_key(lost).copied(),
        fit: criteria.iter().map(|(fit, _)| *fit).max().unwrap_or(Fit::ToCheck),
        criteria,
    }
}

type Judged = (Fit, Criterion);

fn fits(yes: bool) -> Fit {
    if yes { Fit::Fits } else { Fit::Fails }
}

fn answered(answer: Answer) -> Fit {
    match answer {
        Answer::Yes => Fit::Fits,
        Answer::Perhaps => Fit::ToCheck,
        Answer::No => Fit::Fails,
    }
}

/// Open on the reference date, or later.
fn window(call: &Call, today: Date) -> Judged {
    let (opens, closes) = (call.opens, call.closes);
    let fit = match (opens, closes) {
        _ if call.over => Fit::Fails,
        (_, Some(closes)) if closes < today => Fit::Fails,
        (Some(_), Some(_)) => Fit::Fits,
        _ => Fit::ToCheck,
    };
    (fit, Criterion::Window { opens, closes, over: call.over })
}

/// Tells whether activities name somebody in a column: perhaps where a cell is blank or held.
fn names(view: &View<'_>, activities: &[u32], field: Field) -> Answer {
    let cell = |row: &u32| match view.cell(Sheet::Activities, *row, field) {
        Cell::NotApplicable => Answer::No,
        cell if cell.is_present() => Answer::Yes,
        _ => Answer::Perhaps,
    };
    // Projects whose activities are not known may name anybody.
    activities.iter().map(cell).reduce(Answer::or).unwrap_or(Answer::Perhaps)
}

fn applicants(view: &View<'_>, activities: &[u32], rule: Option<&CallRule>) -> Judged {
    let asked = rule.and_then(|rule| rule.applicants.clone());
    let has = |field| names(view, activities, field);
    let fit = match asked.as_deref() {
        Some("joint") => answered(has(Field::TerritoryMa).and(has(Field::TerritoryFr))),
        Some("fr-authority") => answered(has(Field::TerritoryFr)),
        // Which continent a third country lies on stands in no list.
        Some("ma-african") => answered(has(Field::TerritoryMa).and(has(Field::ThirdCountry)).min(Answer::Perhaps)),
        Some("association") if call::case(view, activities) == crate::reference::Case::Association => Fit::Fits,
        Some("association") => match has(Field::Lead) {
            Answer::Yes => Fit::Fails,
            _ => Fit::ToCheck,
        },
        _ => Fit::ToCheck,
    };
    (fit, Criterion::Applicants(asked))
}

/// Whether partners in Morocco are eligible; not asked of a project without one.
fn morocco(view: &View<'_>, activities: &[u32], rule: Option<&CallRule>) -> Option<Judged> {
    let eligible = rule.and_then(|rule| rule.morocco);
    let asked = names(view, activities, Field::TerritoryMa) != Answer::No;
    asked.then(|| (eligible.map_or(Fit::ToCheck, fits), Criterion::Morocco(eligible)))
}

fn themes(view: &View<'_>, activities: &[u32], call: &Call) -> Judged {
    let own = codes(view, activities, &[Field::Theme, Field::OtherThemes]);
    let fit = match call.themes.as_slice() {
        [] => Fit::ToCheck,
        themes if themes.iter().any(|theme| own.contains(theme)) => Fit::Fits,
        _ => answered(names(view, activities, Field::Theme).min(if own.is_empty() {
            Answer::Perhaps
        } else {
            Answer::No
        })),
    };
    (fit, Criterion::Themes(call.themes.clone()))
}

/// What could be requested of the gap. What is known of the rule alone can fail it; only a rule known in full fits.
fn amount(view: &View<'_>, need: &Need, rule: Option<&CallRule>) -> Judged {
    let settings = view.prepared.settings;
    let cost = need.cost.as_ref().and_then(|cost| cost.converted);
    let stated = |amount: fn(&CallRule) -> Option<Decimal>| {
        let rule = rule?;
        Some(Money { amount: amount(rule)?, currency: rule.currency.clone()? })
    };
    let in_report =
        |money: &Option<Money>| money.as_ref().map(|money| settings.rates.convert(money, settings.cutoff()));
    let (min, max) = (stated(|rule| rule.min_amount), stated(|rule| rule.max_amount));
    let min_cost = stated(|rule| rule.min_cost);
    let ceiling = rule.and_then(|rule| rule.ceiling);
    let share = cost.zip(ceiling).and_then(|(cost, ceiling)| cost.checked_mul(ceiling));
    let [least, most, least_cost] = [&min, &max, &min_cost].map(in_report);
    let limits = share.into_iter().chain(most.flatten());
    let reach = need.gap.map(|gap| limits.fold(gap, Decimal::min));
    let below = |own: Option<Decimal>, least: Option<Option<Decimal>>| {
        own.zip(least.flatten()).is_some_and(|(own, least)| own < least)
    };
    let known = reach.is_some()
        && ceiling.is_some()
        && most.flatten().is_some()
        && (least.is_some() || least_cost.is_some())
        && [least, least_cost].iter().all(|limit| *limit != Some(None));
    let nothing = reach.is_some_and(|reach| reach <= Decimal::ZERO);
    let fit = match () {
        () if nothing || below(reach, least) || below(cost, least_cost) => Fit::Fails,
        () if known => Fit::Fits,
        () => Fit::ToCheck,
    };
    (fit, Criterion::Amount { gap: need.gap, reach, min, max, ceiling, min_cost })
}

/// Whether the least own share is there; to check where the councils could still bring what lacks.
fn own(need: &Need, rule: Option<&CallRule>) -> Judged {
    let share = rule.and_then(|rule| rule.min_own);
    let cost = need.cost.as_ref().and_then(|cost| cost.converted);
    let own = need.own.as_ref().and_then(|own| own.converted);
    let asked = cost.zip(share).and_then(|(cost, share)| cost.checked_mul(share));
    let fit = match (own, asked, need.gap) {
        (Some(own), Some(asked), _) if own >= asked => Fit::Fits,
        (Some(own), Some(asked), Some(gap)) if own.saturating_add(gap.max(Decimal::ZERO)) < asked => Fit::Fails,
        _ => Fit::ToCheck,
    };
    (fit, Criterion::Own { own, asked, share })
}

fn duration(view: &View<'_>, activities: &[u32], rule: Option<&CallRule>) -> Judged {
    let longest = rule.and_then(|rule| rule.months);
    let day = |row: &u32, field| view.cell(Sheet::Activities, *row, field).date();
    let starts: Option<Vec<Date>> = activities.iter().map(|row| day(row, Field::StartDate)).collect();
    let ends: Option<Vec<Date>> = activities.iter().map(|row| day(row, Field::EndDate)).collect();
    let span = starts.and_then(|days| days.into_iter().min()).zip(ends.and_then(|days| days.into_iter().max()));
    let own = span.and_then(|(from, to)| months(from, to));
    let fit = own.zip(longest).map_or(Fit::ToCheck, |(own, longest)| fits(own <= longest));
    (fit, Criterion::Duration(own, longest))
}

/// Counts the months that a span takes, begun ones in full.
fn months(from: Date, to: Date) -> Option<u32> {
    let after = to.saturating_add(1.day());
    let whole = i64::from(to.year() - from.year()) * 12 + i64::from(to.month() - from.month());
    let count = (whole - 1..=whole + 1).find(|&months| from.saturating_add(months.months()) >= after)?;
    u32::try_from(count).ok().filter(|count| *count > 0 && i64::from(*count) <= MONTHS)
}

fn language(call: &Call) -> Judged {
    let code = call.language.map(|lang| Code::from(lang.code()));
    (if code.is_some() { Fit::Fits } else { Fit::ToCheck }, Criterion::Language(code))
}

/// The days left with the deliberation, and the other papers. A paper that is ready for another application of the group
/// is ready; a deliberation speaks of one application alone.
fn papers(view: &View<'_>, need: &Need, call: &Call, rule: Option<&CallRule>) -> [Judged; 2] {
    let own: Vec<u32> = need
        .applications
        .iter()
        .copied()
        .filter(|&row| view.cell(Sheet::Funding, row, Field::Call).code() == Some(&call.code))
        .collect();
    let plan = |rows: &[u32]| steps(view, &need.activities, rule, call.closes, &Ready::of(view, rows));
    let session = plan(&own).into_iter().find(|step| step.paper == *DELIBERATION);
    let others: Vec<_> = plan(&need.applications).into_iter().filter(|step| step.paper != *DELIBERATION).collect();
    let left = call.closes.map(|closes| days(view.prepared.settings.reference_date, closes));
    let time = match (left, &session) {
        (Some(..0), _) => Fit::Fails,
        (Some(_), Some(step)) if step.late => Fit::Fails,
        (Some(_), Some(step)) if step.state == PaperState::Ready || step.day.is_some() => Fit::Fits,
        _ => Fit::ToCheck,
    };
    let ahead = others.iter().all(|step| step.state == PaperState::Ready || (step.day.is_some() && !step.late));
    let listed = rule.is_some_and(|rule| !rule.papers.is_empty());
    let paper = if listed && ahead { Fit::Fits } else { Fit::ToCheck };
    let deliberation = Box::new(session.unwrap_or_else(|| crate::model::deadline::PlanStep {
        paper: DELIBERATION.into(),
        lead: None,
        day: None,
        state: PaperState::NotReported,
        late: false,
    }));
    [(time, Criterion::Time { days: left, deliberation }), (paper, Criterion::Papers(others))]
}

fn source(call: &Call, rule: Option<&CallRule>) -> Judged {
    let verified = call.verified && rule.is_some_and(|rule| rule.verified);
    let source = rule.map_or(&call.source, |rule| &rule.source).clone();
    let fit = if verified { Fit::Fits } else { Fit::ToCheck };
    (fit, Criterion::Source { rule: rule.map(|rule| rule.name.clone()), source })
}
