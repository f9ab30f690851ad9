//! The agreement clock: which year of which term it is, and when the term ends.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::Agreement;
use crate::model::figures::Clock;

/// Tells where the agreement stands: the year as of the cut-off, the term and the days left as of the reference date.
///
/// A year ends on the eve of the anniversary. The eve of 29 February is 28 February in every year, so that an agreement
/// signed on a leap day gains no day and loses none. Where nobody ends it, an agreement with tacit renewal begins a new
/// term; another one keeps its last term, with negative days left.
pub fn clock(agreement: &Agreement, cutoff: Date, reference_date: Date) -> Clock {
    let years = agreement.years.max(1);
    let year = year(agreement.signed_on, cutoff);
    let present = self::year(agreement.signed_on, reference_date);
    let term = if agreement.tacit_renewal { (present - 1) / years + 1 } else { 1 };
    let starts_on = last_day(agreement.signed_on, (term - 1) * years).saturating_add(1.day());
    let ends_on = last_day(agreement.signed_on, term * years);
    let length = days(starts_on, ends_on) + 1;
    let over = days(starts_on, reference_date).clamp(0, length);
    Clock { year, years, term, ends_on, days_left: days(reference_date, ends_on), elapsed: (over, length) }
}

/// Counts the days from one day to another; negative where the second comes first.
pub(super) fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// Gives the last day of the n-th year.
pub(super) fn last_day(signed_on: Date, year: u32) -> Date {
    signed_on.saturating_sub(1.day()).saturating_add(i64::from(year.min(5_000)).years())
}

/// Gives the year of the agreement on a day, from 1; a day before the signature lies in the first year.
pub(super) fn year(signed_on: Date, day: Date) -> u32 {
    let guess = u32::try_from(i32::from(day.year()) - i32::from(signed_on.year())).unwrap_or(0).max(1);
    if day <= last_day(signed_on, guess) { guess } else { guess + 1 }
}
