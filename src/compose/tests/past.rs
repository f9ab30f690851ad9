//! What the small world did in five years, and what changed since the year before.

use jiff::civil::date;
use rust_decimal::Decimal;

use super::world::{euros, names};
use crate::model::changes::{Changes, Difference, FigureChange, Followed, Named, Revision};
use crate::model::snapshot::Recommendation;
use crate::model::trend::{Moment, Span, Trend};
use crate::model::{Code, MoneySum, Outcome, Period};

/// Five years of which the last one is under way: dirhams are paid in every one, and half of the euros.
pub(super) fn trend() -> Trend {
    let span = |called: Period, paid: i64, begun: u64| {
        let sum = MoneySum { converted: Some(paid.into()), ..euros(paid) };
        let money = Moment {
            outcome: Outcome::Money(sum),
            constant: Some((paid - 5).into()),
            undated: 0,
            behind: Default::default(),
        };
        let people = Outcome::Interval((begun * 100).into(), (begun * 150).into());
        let people = Moment { outcome: people, constant: None, undated: 0, behind: Default::default() };
        Span {
            called,
            period: Period { to: called.to.min(date(2030, 6, 30)), ..called },
            begun: Some(begun),
            completed: Some(begun / 2),
            flows: [("X3-disbursed".into(), money), ("X4-total".into(), people)].into(),
        }
    };
    let year = |number: i16| Period { from: date(2024 + number, 11, 13), to: date(2025 + number, 11, 12) };
    let mut since = span(Period { from: date(2025, 11, 13), to: date(2030, 6, 30) }, 1_300_000, 17);
    for moment in since.flows.values_mut() {
        moment.undated = 2;
    }
    let half = |at: i16| {
        let (year, first) = (2025 + (at + 1) / 2, at % 2 == 1);
        let (from, to) = if first { ((1, 1), (6, 30)) } else { ((7, 1), (12, 31)) };
        Period { from: date(year, from.0, from.1), to: date(year, to.0, to.1) }
    };
    Trend {
        years: (1..=5).map(|number| span(year(number), 200_000 + 10_000 * i64::from(number), number as u64)).collect(),
        halves: (0..10).map(|at| span(half(at), 100_000, 1)).collect(),
        calendar: (2025..=2030)
            .map(|year| span(Period { from: date(year, 1, 1), to: date(year, 12, 31) }, 200_000, 2))
            .collect(),
        since: Some(since),
        before: 1,
    }
}

/// What changed since a run of the year before.
pub(super) fn changes() -> Changes {
    let named = |id: &str| Named { id: id.into(), title: names(id, "", ""), territories: vec!["MA-AGD".into()] };
    let recommended = |status: &str| Recommendation {
        text: "Publier la liste".into(),
        addressee: None,
        due: None,
        status: Some(status.into()),
    };
    let amounts = |amount: i64| [(Code::from("EUR"), Decimal::from(amount))].into();
    let figure =
        |code: &str, before: Outcome, now: Outcome, change| FigureChange { code: code.into(), before, now, change };
    let money = |amount| Outcome::Money(euros(amount));
    Changes {
        period: Period { from: date(2024, 11, 13), to: date(2025, 11, 12) },
        reference_date: date(2025, 11, 30),
        currency: "EUR".into(),
        figures: vec![
            figure("X1-total", Outcome::Number(3.into()), Outcome::Number(4.into()), Some(Difference::Count(1.into()))),
            figure("X3-disbursed", money(100), money(150), Some(Difference::Growth(Decimal::new(5, 1)))),
            figure(
                "X11-full",
                Outcome::Ratio(1.into(), 4.into()),
                Outcome::Ratio(2.into(), 4.into()),
                Some(Difference::Distance(Decimal::new(25, 2))),
            ),
            figure("X3-budget", Outcome::NotReported, money(400), None),
        ],
        new: vec![named("NEW-1")],
        completed: vec![named("DONE-1")],
        gone: vec![named("GONE-1")],
        revised: vec![Revision { activity: named("REV-1"), before: amounts(100), now: amounts(120) }],
        returned: vec!["MA-AZI".into()],
        silent: vec!["MA-AOU".into()],
        followed: vec![
            Followed { before: recommended("open"), now: Some(recommended("done")) },
            Followed { before: recommended("open"), now: None },
        ],
    }
}
