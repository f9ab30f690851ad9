//! The agreement and its follow-up.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::compose::council::Returns;
use crate::compose::scale::share;
use crate::compose::{Inputs, cover, figure, grid};
use crate::model::figures::CouncilState;
use crate::model::report::{Block, Chapter, Chart, Panel, Plot};
use crate::model::{DocumentKind, Figures, Value};

/// Days before the end of the term from which the renewal is put forward.
const RENEWAL_DAYS: i32 = 365;
/// The part of the axis that a mark and its label need on one side: 38 mm of 170.
const ROOM: f64 = 0.23;

/// Lays out the agreement's terms, its parties and who takes part.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let clock = &figures.clock;
    let mut blocks = Vec::new();
    blocks.push(Block::Chart(Box::new(timeline(inputs, figures))));
    blocks.extend(terms(inputs, figures));
    blocks.extend(parties(inputs));
    blocks.extend(coverage(inputs, figures));
    if (0..=RENEWAL_DAYS).contains(&clock.days_left) {
        let days = Value::Quantity(clock.days_left.into(), "day".into());
        let body =
            if inputs.settings.agreement.tacit_renewal { "panel-renewal-tacit" } else { "panel-renewal-express" };
        blocks.push(Block::Panel(Panel {
            missing: true,
            title: Value::key("panel-renewal"),
            body: Value::phrase(body, [("days", days), ("date", Value::Date(clock.ends_on))]),
        }));
    }
    let lead = Value::phrase(
        "agreement-lead",
        [
            ("year", Value::count(cover::year_of_term(figures))),
            ("years", Value::count(clock.years)),
            ("date", Value::Date(clock.ends_on)),
        ],
    );
    grid::chapter(Value::key("chapter-agreement"), Value::from(&inputs.settings.agreement.title), lead, blocks)
}

fn terms(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let (settings, clock) = (inputs.settings, &figures.clock);
    let agreement = &settings.agreement;
    let renewal = if agreement.tacit_renewal { "agreement-tacit" } else { "agreement-express" };
    let year = [("year", Value::count(cover::year_of_term(figures))), ("years", Value::count(clock.years))];
    let facts = [
        ("agreement-signed", Value::Date(agreement.signed_on)),
        ("agreement-years", Value::phrase("report-years", [("years", Value::count(agreement.years))])),
        ("agreement-renewal", Value::key(renewal)),
        ("agreement-year", Value::phrase("report-year-of", year)),
        ("agreement-term", Value::count(clock.term)),
        ("agreement-end", Value::Date(clock.ends_on)),
        ("agreement-left", Value::Quantity(clock.days_left.into(), "day".into())),
        ("agreement-period", Value::Period(settings.period)),
        ("agreement-due", Value::Date(settings.due)),
    ];
    let rows = facts.into_iter().map(|(label, value)| grid::row([Value::key(label), value])).collect();
    let columns = vec![grid::words("report-head-term", 70.0), grid::words("report-head-value", 0.0)];
    let note = Value::phrase("note-reference-date", [("date", Value::Date(settings.reference_date))]);
    grid::table(Value::key("grid-terms"), columns, rows, None, vec![note])
}

fn parties(inputs: &Inputs<'_>) -> Option<Block> {
    let columns = vec![
        grid::words("report-head-party", 0.0),
        grid::words("report-head-contact-point", 55.0),
        grid::numbers(Value::key("report-head-councils"), 25.0),
    ];
    let rows = inputs.settings.agreement.parties.iter().map(|party| {
        let contact = if party.contact_point.fr.is_empty() { Value::Missing } else { (&party.contact_point).into() };
        grid::row([Value::from(&party.name), contact, Value::count(party.councils)])
    });
    grid::table(Value::key("grid-parties"), columns, rows.collect(), None, Vec::new())
}

fn coverage(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let agreement = &inputs.settings.agreement;
    let columns = vec![
        grid::words("report-head-side", 0.0),
        grid::numbers(Value::key("report-head-declared"), 23.0),
        grid::numbers(Value::key("report-head-expected"), 23.0),
        grid::numbers(Value::key("report-head-returned"), 23.0),
        grid::numbers(Value::key("report-head-active"), 23.0),
        grid::numbers(Value::key("report-head-silent"), 25.0),
    ];
    let line = |name: Value, declared: u32, side: &Returns<'_>| {
        [
            name,
            Value::count(declared),
            Value::count(side.expected()),
            Value::count(side.returned()),
            Value::count(side.state(CouncilState::Active)),
            Value::count(side.without_return()),
        ]
    };
    let countries = inputs.reference.countries();
    let rows = [(countries[0], "side-ma"), (countries[1], "side-fr")]
        .map(|(country, name)| {
            let side = Returns::of(figures, country);
            grid::row(line(Value::key(name), cover::declared(agreement, country), &side))
        })
        .into();
    let declared = agreement.parties.iter().map(|party| party.councils).sum();
    let total = grid::total(line(Value::key("report-total"), declared, &Returns::all(figures)));
    let mut notes = vec![Value::key("note-coverage")];
    let (listed, of) = (Returns::of(figures, countries[1]).listed(), cover::declared(agreement, countries[1]));
    if listed > 0 && listed != u64::from(of) {
        notes.push(cover::list_note(of, listed));
    }
    grid::table(Value::key("grid-coverage"), columns, rows, Some(total), notes)
}

/// Draws the years of the present term with signature or renewal, reference day, renewal notice and end.
fn timeline(inputs: &Inputs<'_>, figures: &Figures) -> Chart {
    let (settings, clock) = (inputs.settings, &figures.clock);
    let length = clock.elapsed.1;
    let now = share(clock.elapsed.0.into(), length.into());
    let notice = clock.ends_on.checked_sub(1.year()).ok();
    let start = term_start(inputs, figures);
    let begun = if clock.term <= 1 { "timeline-signed" } else { "timeline-renewed" };
    let mut marks = vec![(0.0, start, begun, false), (now, settings.reference_date, "timeline-now", true)];
    if let Some(date) = notice {
        let at = share((length - 365).into(), length.into());
        if at - now > ROOM {
            marks.push((at, date, "timeline-notice", false));
        }
    }
    let end = if settings.agreement.tacit_renewal { "timeline-end-tacit" } else { "timeline-end" };
    marks.push((1.0, clock.ends_on, end, false));
    let say = |(_, date, label, _): &(f64, Date, &'static str, bool)| {
        Value::phrase("timeline-alt", [("date", Value::Date(*date)), ("label", Value::key(label))])
    };
    let left = Value::Quantity(clock.days_left.max(0).into(), "day".into());
    Chart {
        title: Value::phrase("chart-timeline", [("days", left), ("date", Value::Month(clock.ends_on))]),
        source: figure::source_of(&[], "report-source-agreement"),
        alt: Value::List(marks.iter().map(say).collect()),
        plot: Plot::Timeline {
            years: (1..=clock.years).map(|year| Value::phrase("report-year", [("year", Value::count(year))])).collect(),
            current: cover::year_of_term(figures).min(clock.years),
            run: None,
            marks: marks
                .into_iter()
                .map(|(at, date, label, now)| {
                    let day = if now { Value::Date(date) } else { Value::Month(date) };
                    (at, day, Value::key(label), now)
                })
                .collect(),
        },
    }
}

fn term_start(inputs: &Inputs<'_>, figures: &Figures) -> Date {
    let signed = inputs.settings.agreement.signed_on;
    let years = i64::from(figures.clock.term.saturating_sub(1) * figures.clock.years);
    signed.checked_add(years.years()).unwrap_or(signed)
}
