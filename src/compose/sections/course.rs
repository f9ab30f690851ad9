//! The course of an activity: its years, how long it has run, and the days that its row names.

use jiff::civil::Date;

use crate::compose::Inputs;
use crate::compose::activity::Activity;
use crate::model::report::{Block, Chart, Plot, Source};
use crate::model::{Field, Period, Sheet, Value};

/// Draws the calendar years from the first to the last day; an activity without both has no course to draw.
pub fn chart(inputs: &Inputs<'_>, activity: &Activity<'_>) -> Option<Block> {
    let day = |field| activity.cell(field).date();
    let (start, planned) = (day(Field::StartDate)?, day(Field::EndDate)?);
    let over = day(Field::ActualEndDate);
    let now = inputs.settings.reference_date;
    let end = over.unwrap_or(planned);
    let whole = years(start, end.max(planned))?;
    let at = |day: Date| part(whole, day);
    let label = |field| Value::Column(Sheet::Activities, field);
    let mut marks = vec![
        (at(start), Value::Date(start), label(Field::StartDate), false),
        (at(planned), Value::Date(planned), label(Field::EndDate), false),
    ];
    marks.extend(over.map(|over| (at(over), Value::Date(over), label(Field::ActualEndDate), false)));
    if whole.contains(now) {
        marks.push((at(now), Value::Date(now), Value::key("timeline-now"), true));
    }
    let said = marks
        .iter()
        .map(|(_, date, label, _)| Value::phrase("timeline-alt", [("date", date.clone()), ("label", label.clone())]));
    let calendar = whole.from.year()..=whole.to.year();
    Some(Block::Chart(Box::new(Chart {
        title: title(Period { from: start, to: end }, now),
        source: Source::default(),
        alt: Value::List(said.collect()),
        plot: Plot::Timeline {
            years: calendar.map(|year| Value::code(year.to_string())).collect(),
            current: 0,
            run: Some([at(start), at(now.clamp(start, end)), at(end)]),
            marks,
        },
    })))
}

/// Says when the activity runs, and how long it has to go.
fn title(run: Period, now: Date) -> Value {
    let days = |to: Date, from: Date| Value::Quantity((to - from).get_days().into(), "day".into());
    let period = ("period", Value::Period(run));
    match now {
        now if now < run.from => Value::phrase("course-ahead", [period, ("days", days(run.from, now))]),
        now if now <= run.to => Value::phrase("course-running", [period, ("days", days(run.to, now))]),
        _ => Value::phrase("course-over", [period]),
    }
}

/// Gives the calendar years around two days; days in the wrong order have none, nor have days too far apart to draw.
fn years(start: Date, end: Date) -> Option<Period> {
    const MOST: i16 = 20;
    let whole = Period { from: start.first_of_year(), to: end.last_of_year() };
    (start <= end && end.year() - start.year() < MOST).then_some(whole)
}

/// Gives the place of a day among the calendar years, each of the same width.
fn part(whole: Period, day: Date) -> f64 {
    let years = f64::from(whole.to.year() - whole.from.year() + 1);
    let gone = f64::from(day.day_of_year() - 1) / f64::from(day.days_in_year());
    (f64::from(day.year() - whole.from.year()) + gone) / years
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[track_caller]
    fn check(day: Date, expected: f64) {
        let whole = years(date(2025, 12, 1), date(2026, 3, 31)).unwrap();
        assert!((part(whole, day) - expected).abs() < 0.001, "{}", part(whole, day));
    }

    #[test]
    fn a_day_stands_at_its_place_in_the_years() {
        check(date(2025, 1, 1), 0.0);
        check(date(2025, 12, 31), 0.499);
        check(date(2026, 7, 2), 0.749);
    }

    #[test]
    fn days_in_the_wrong_order_have_no_course() {
        assert_eq!(years(date(2026, 1, 1), date(2025, 1, 1)), None);
        assert_eq!(years(date(1926, 1, 1), date(2026, 1, 1)), None);
    }
}
