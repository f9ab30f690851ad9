//! Figures over time: years, half-years, rates, and what carries no day.

use proptest::prelude::*;

use super::*;
use crate::compute::{Calendar, Prepared, Trends};
use crate::model::trend::{Span, Trend, growth};

/// Two years of an agreement signed on 1 July 2025: 2,000 and 2,400 dirhams, and 100 euros in each year. A euro is 10
/// dirhams until the end of 2025, 8 in 2026 and 12 in 2027.
const TWO_YEARS: &str = "
    [activities]
    activity_id,territory_ma,theme,status,start_date,actual_end_date
    A1,MA-AGD,health,closed,2025-09-01,2026-12-31
    A2,MA-AOU,health,ongoing,2026-09-01,
    A3,MA-AOU,health,ongoing,2024-01-01,
    A4,MA-AOU,health,pipeline,2026-02-01,
    A5,MA-AOU,health,ongoing,,
    [amounts]
    activity_id,kind,date,amount,currency
    A1,disbursed,2025-10-01,2000,MAD
    A1,disbursed,2026-03-01,100,EUR
    A1,disbursed,2026-10-01,2400,MAD
    A2,disbursed,2027-02-01,100,EUR
    A2,disbursed,,700,EUR
    A1,budget,2026-07-01,50,EUR
    [exchanges]
    activity_id,date,participants
    A1,2025-12-31,4
    A1,2026-01-01,5
    A2,2026-07-01,6";

fn agreement() -> Settings {
    let mut settings = settings("2025-07-01/2027-06-30");
    for (period, dirhams) in [("2025", "10"), ("2026", "8"), ("2027", "12")] {
        rate(&mut settings, period, dirhams);
    }
    settings
}

fn trend(text: &str, settings: &Settings, scope: &Scope) -> Trend {
    let mut dataset = data(text);
    prepare(&mut dataset, &REFERENCE, settings);
    let calendar = Calendar::new(settings);
    Trends::new(&Prepared::new(&dataset, &REFERENCE, settings), &calendar).of(scope)
}

/// Says a flow of each span: at the rate of each day, and at that of the cut-off.
fn told(spans: &[Span], code: &str) -> Vec<String> {
    let say = |value: Option<Decimal>| value.map_or("-".to_owned(), |value| value.round_dp(2).normalize().to_string());
    spans.iter().map(|span| format!("{} {}", say(span.current(code)), say(span.constant(code)))).collect()
}

#[test]
fn a_growth_that_is_only_the_rates_is_none_at_constant_rates() {
    let rows = "
        [activities]
        activity_id,territory_ma,theme,status,start_date
        A1,MA-AGD,health,ongoing,2025-09-01
        [amounts]
        activity_id,kind,date,amount,currency
        A1,disbursed,2025-10-01,1000,MAD
        A1,disbursed,2026-10-01,1000,MAD";
    let years = trend(rows, &agreement(), &Scope::All).years;
    // 1,000 / 10 = 100 and 1,000 / 8 = 125; both are 1,000 / 12 at the rate of the cut-off.
    assert_eq!(told(&years, "X3-disbursed"), ["100 83.33", "125 83.33"]);
    let grown = |of: fn(&Span, &str) -> Option<Decimal>| {
        growth(of(&years[0], "X3-disbursed").unwrap(), of(&years[1], "X3-disbursed").unwrap()).unwrap()
    };
    assert_eq!((grown(Span::current), grown(Span::constant)), (number("0.25"), number("0")));
}

#[test]
fn each_year_has_its_own_and_the_whole_has_the_undated_too() {
    let trend = trend(TWO_YEARS, &agreement(), &Scope::All);
    // Year 1: 2,000 / 10 + 100. Year 2: 2,400 / 8 + 100. Constant: 2,000 / 12 + 100 and 2,400 / 12 + 100.
    assert_eq!(told(&trend.years, "X3-disbursed"), ["300 266.67", "400 300"]);
    let since = trend.since.unwrap();
    assert_eq!(told(std::slice::from_ref(&since), "X3-disbursed"), ["1400 1266.67"]);
    assert_eq!(since.flows["X3-disbursed"].undated, 1);
    assert_eq!(told(&trend.years, "X3-budget"), ["- -", "50 50"]);
    assert_eq!(
        trend.years.iter().map(|span| (span.begun, span.completed)).collect::<Vec<_>>(),
        [(Some(1), Some(0)), (Some(1), Some(1))]
    );
    assert_eq!((since.begun, since.completed, trend.before), (Some(2), Some(1), 1));
}

#[test]
fn half_years_begin_with_the_signature_and_make_up_their_year() {
    let trend = trend(TWO_YEARS, &agreement(), &Scope::All);
    let called: Vec<_> = trend.halves.iter().map(|span| span.called.from.to_string()).collect();
    assert_eq!(called, ["2025-07-01", "2026-01-01", "2026-07-01", "2027-01-01"]);
    assert_eq!(told(&trend.halves, "X6-missions"), ["1 -", "1 -", "1 -", "0 -"]);
    assert_eq!(told(&trend.halves, "X3-disbursed"), ["200 166.67", "100 100", "300 200", "100 100"]);
    assert_eq!(told(&trend.calendar, "X3-disbursed"), ["200 166.67", "400 300", "100 100"]);
    assert!(trend.calendar[2].goes_on() && !trend.calendar[1].goes_on());
}

#[test]
fn undated_amounts_are_in_no_year_even_in_the_first() {
    let rows = "
        [activities]
        activity_id,territory_ma,theme,status,start_date,currency,budget_total,budget_spent
        A1,MA-AGD,health,ongoing,2025-09-01,EUR,100,40";
    let trend = trend(rows, &agreement(), &Scope::All);
    assert_eq!(told(&trend.years, "X3-budget"), ["- -", "- -"]);
    let since = trend.since.unwrap();
    assert_eq!((since.current("X3-budget"), since.flows["X3-budget"].undated), (Some(number("100")), 1));
}

#[test]
fn a_year_under_way_says_so_and_a_cutoff_before_the_signature_has_none() {
    let mut settings = agreement();
    settings.reference_date = day("2027-01-31");
    let years = trend(TWO_YEARS, &settings, &Scope::All).years;
    assert_eq!((years[0].goes_on(), years[1].goes_on()), (false, true));
    assert_eq!(told(&years, "X3-disbursed")[1], "300 200");
    settings.reference_date = day("2025-01-31");
    assert_eq!(trend(TWO_YEARS, &settings, &Scope::All), Trend::default());
}

#[test]
fn a_territory_has_its_own_trend() {
    let years = trend(TWO_YEARS, &agreement(), &territory("MA-AOU")).years;
    assert_eq!(told(&years, "X3-disbursed"), ["- -", "100 100"]);
    assert_eq!(years[0].begun, Some(0));
}

fn amounts() -> impl Strategy<Value = Vec<(u32, usize, u32)>> {
    proptest::collection::vec((0u32..730, 0..2usize, 1u32..100_000), 1..30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn flows_of_consecutive_spans_add_up_to_the_flow_of_their_union(amounts in amounts()) {
        let mut text = String::from(
            "[activities]\nactivity_id,territory_ma,theme,status,start_date\nA1,MA-AGD,health,ongoing,2025-07-01\n",
        );
        text += "[amounts]\nactivity_id,kind,date,amount,currency\n";
        for (days, currency, amount) in &amounts {
            let day = day("2025-07-01").saturating_add(jiff::Span::new().days(i64::from(*days)));
            text += &format!("A1,disbursed,{day},{amount},{}\n", ["EUR", "MAD"][*currency]);
        }
        text += "[exchanges]\nactivity_id,date,participants\n";
        for (days, ..) in &amounts {
            let day = day("2025-07-01").saturating_add(jiff::Span::new().days(i64::from(*days)));
            text += &format!("A1,{day},3\n");
        }
        let trend = trend(&text, &agreement(), &Scope::All);
        let since = trend.since.unwrap();
        for spans in [&trend.years, &trend.halves, &trend.calendar] {
            for code in ["X3-disbursed", "X6-missions"] {
                let sum = |of: fn(&Span, &str) -> Option<Decimal>| -> Decimal {
                    spans.iter().filter_map(|span| of(span, code)).sum()
                };
                let near = |a: Decimal, b: Option<Decimal>| (a - b.unwrap_or_default()).abs() < number("0.000001");
                prop_assert!(near(sum(Span::current), since.current(code)), "{code}");
                prop_assert!(near(sum(Span::constant), since.constant(code)), "{code}");
            }
        }
    }
}
