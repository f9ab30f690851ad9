//! The same flows over several spans: years of the agreement, calendar years, half-years, and all since the signature.
//!
//! Each span is the campaign with another period, over the same rows: [`prepare`](super::prepare) has run once and knows
//! no period.
//!
//! Invariant: the flows of consecutive spans add up to that of their union, but for people and for rows without a day.
//! A row without a day stands in the whole alone; the first year, which begins on the day of signature, has none of them.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Prepared;
use super::clock::{last_day, year};
use super::content::Content;
use super::evaluate::{Context, figure};
use super::people;
use super::time::Days;
use super::view::{Marking, View};
use crate::model::figures::Behind;
use crate::model::trend::{Moment, Span, Trend};
use crate::model::{Field, Measure, Money, Outcome, Period, Scope, Settings, Sheet};

/// The indicators that are told over time. All are flows: a stock of the past can't be read from what is known today.
pub const FLOWS: &[&str] =
    &["X3-budget", "X3-committed", "X3-disbursed", "X16-requested", "X16-signed", "X4-total", "X6-missions"];

/// More spans of one kind than this are too long ago to be told.
const SPANS: usize = 40;

/// The spans of an agreement up to the cut-off, each as the settings of a campaign of its own.
pub struct Calendar {
    years: Vec<Stretch>,
    halves: Vec<Stretch>,
    calendar: Vec<Stretch>,
    since: Option<Stretch>,
    cutoff: Date,
}

/// One span: as it is called, and the settings whose period is what counts of it.
struct Stretch {
    called: Period,
    settings: Settings,
}

impl Calendar {
    /// Cuts the time from the signature to the cut-off; nothing where the cut-off comes first.
    pub fn new(settings: &Settings) -> Calendar {
        let (signed, cutoff) = (settings.agreement.signed_on, settings.cutoff());
        let stretch = |called: Period| {
            let period = Period { from: called.from.max(signed), to: called.to.min(cutoff) };
            Stretch { called, settings: Settings { period, ..settings.clone() } }
        };
        let begun = signed <= cutoff;
        let cut = |spans: Vec<Period>| -> Vec<Stretch> {
            let from = spans.len().saturating_sub(SPANS);
            if begun { spans.into_iter().skip(from).map(stretch).collect() } else { Vec::new() }
        };
        let years = (1..=year(signed, cutoff)).map(|number| Period {
            from: last_day(signed, number - 1).saturating_add(1.day()),
            to: last_day(signed, number),
        });
        let calendar: Vec<i16> = (signed.year()..=cutoff.year()).collect();
        let halves = calendar.iter().flat_map(|year| ["S1", "S2"].map(|half| Period::parse(&format!("{year}-{half}"))));
        let lived = |span: &Period| span.overlaps(&Period { from: signed, to: cutoff });
        Calendar {
            years: cut(years.collect()),
            halves: cut(halves.flatten().filter(lived).collect()),
            calendar: cut(calendar.iter().filter_map(|year| Period::parse(&year.to_string())).collect()),
            since: begun.then(|| stretch(Period { from: signed, to: cutoff })),
            cutoff,
        }
    }
}

/// The dataset indexed for each span, from which the trend of any scope is taken.
pub struct Trends<'a> {
    years: Vec<(Period, Prepared<'a>)>,
    halves: Vec<(Period, Prepared<'a>)>,
    calendar: Vec<(Period, Prepared<'a>)>,
    since: Option<(Period, Prepared<'a>)>,
    /// All of it again, without the rows that carry no day.
    dated: Option<(Period, Prepared<'a>)>,
    cutoff: Date,
}

impl<'a> Trends<'a> {
    /// Takes a dataset through the spans of a calendar.
    pub fn new(prepared: &Prepared<'a>, calendar: &'a Calendar) -> Self {
        // Nothing without a day belongs to a part of the time spoken of.
        let part = |stretch: &'a Stretch| (stretch.called, prepared.during(&stretch.settings, false));
        Trends {
            years: calendar.years.iter().map(part).collect(),
            halves: calendar.halves.iter().map(part).collect(),
            calendar: calendar.calendar.iter().map(part).collect(),
            since: calendar.since.as_ref().map(|stretch| {
                (stretch.called, prepared.during(&stretch.settings, stretch.settings.covers_agreement()))
            }),
            dated: calendar.since.as_ref().map(part),
            cutoff: calendar.cutoff,
        }
    }

    /// Computes the flows of a scope in each span.
    pub fn of<'s>(&'s self, scope: &Scope) -> Trend {
        let Some((_, whole)) = &self.since else { return Trend::default() };
        let base = View::new(whole, scope.clone(), Marking::Needed);
        let spans = |all: &'s [(Period, Prepared<'a>)]| all.iter().map(|each| self.span(each, &base)).collect();
        Trend {
            years: spans(&self.years),
            halves: spans(&self.halves),
            calendar: spans(&self.calendar),
            since: self.since.as_ref().map(|each| self.whole(each, &base)),
            before: self.since.as_ref().map_or(0, |(called, _)| {
                edges(&base, "X1-started", |days| days.from < called.from && days.from > Date::MIN)
            }),
        }
    }

    fn whole<'s>(&'s self, each: &'s (Period, Prepared<'a>), base: &View<'s>) -> Span {
        let mut span = self.span(each, base);
        let dated = self.dated.as_ref().map(|each| self.span(each, base));
        for (code, moment) in &mut span.flows {
            moment.undated = dated.as_ref().map_or(0, |dated| dated.flows[code].undated);
        }
        span
    }

    fn span<'s>(&'s self, (called, prepared): &'s (Period, Prepared<'a>), base: &View<'s>) -> Span {
        let view = base.during(prepared);
        let period = prepared.settings.period;
        let known = !view.activities().is_empty();
        let indicators = FLOWS.iter().filter_map(|code| prepared.reference.indicator(code));
        let flows = indicators.map(|indicator| {
            let found = figure(&view, indicator);
            let constant = self.constant(prepared.settings, &found.outcome);
            let behind = if people::counts(indicator) { Behind::of(&found) } else { Behind::default() };
            (indicator.code.clone(), Moment { outcome: found.outcome, constant, undated: found.undated, behind })
        });
        Span {
            called: *called,
            period,
            begun: known.then(|| edges(&view, "X1-started", |days| period.contains(days.from))),
            completed: known.then(|| edges(&view, "X1-completed", |days| period.contains(days.to))),
            flows: flows.collect::<BTreeMap<_, _>>(),
        }
    }

    /// Converts a sum of money as a whole at the rates of the cut-off.
    fn constant(&self, settings: &Settings, outcome: &Outcome) -> Option<Decimal> {
        let Outcome::Money(sum) = outcome else { return None };
        sum.by_currency.iter().try_fold(Decimal::ZERO, |total, (currency, amount)| {
            let money = Money { amount: *amount, currency: currency.clone() };
            total.checked_add(settings.rates.convert(&money, self.cutoff)?)
        })
    }
}

/// Counts the activities that an indicator counts and whose days pass a test. One without days passes none.
fn edges(view: &View<'_>, code: &str, test: impl Fn(Period) -> bool) -> u64 {
    let Some(indicator) = view.prepared.reference.indicator(code) else { return 0 };
    let Measure::Count(selection) = &indicator.measure else { return 0 };
    if selection.table != Sheet::Activities {
        return 0;
    }
    let taken = view.take(Context::of(indicator).ask(selection, Field::Label), &|_| Content::Missing);
    let passes = |row: &&u32| matches!(view.prepared.days(**row), Days::Known(days) if test(days));
    taken.rows.iter().filter(passes).count() as u64
}
