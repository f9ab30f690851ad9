//! The funding search.

use super::*;

const SEARCH: &str = "
    [funding]
    application_id,funder,funding_stage,currency,amount_requested,amount_awarded,deadline,submission_date,decision_date
    D1,afd,executing,EUR,100,80,,2025-01-10,2025-03-11
    D2,afd,rejected,EUR,50,,,2025-02-01,2025-02-11
    D3,facdi,full-drafting,EUR,70,,2025-12-20,,
    D4,facdi,identified,EUR,30,,2026-02-01,,
    D5,facdi,reserve,EUR,20,,2025-01-01,2024-12-31,
    D6,afd,withdrawn,EUR,,,,,";

fn asked() -> Settings {
    let mut settings = settings("2024-2025");
    settings.stage_probability = [("full-drafting", "0.35"), ("identified", "0.05"), ("reserve", "0.25")]
        .map(|(stage, probability)| (Code::from(stage), number(probability)))
        .into();
    settings
}

#[test]
fn rates_are_over_decided_applications() {
    let all = figures(SEARCH, &asked(), &Scope::All);
    check(&all.cross["X16-applications"], "6", 6, 6);
    check(&all.cross["X16-requested"], "EUR 270 = 270", 5, 6);
    check(&all.cross["X16-success-number"], "1/2", 2, 2);
    check(&all.cross["X16-success-amount"], "80/150", 2, 2);
    check(&all.cross["X16-award-ratio"], "80/100", 1, 1);
    check(&all.cross["X16-pipeline"], "EUR 31 = 31", 3, 3);
    check(&all.cross["X16-pending"], "2", 2, 2);
    check(&all.cross["X16-decision-time"], "10:1 60:1 median 10", 2, 2);
    check(&all.cross["X16-signed"], "-", 0, 6);
}

#[test]
fn no_award_among_decided_applications_is_a_rate_of_zero() {
    let lost = SEARCH.replace("executing", "rejected").replace(",80,", ",,");
    check(&figures(&lost, &asked(), &Scope::All).cross["X16-success-amount"], "0/150", 2, 2);
}

#[test]
fn the_funnel_tells_how_far_applications_went() {
    let status = figures(SEARCH, &asked(), &Scope::All).funding;
    let stage = |code: &str| {
        let line = status.stages.iter().find(|line| line.stage == *code).unwrap();
        (line.present, line.reached)
    };
    assert_eq!(stage("identified"), (1, 6));
    assert_eq!(stage("full-drafting"), (1, 4));
    assert_eq!(stage("submitted"), (0, 3));
    assert_eq!(stage("under-review"), (0, 2));
    assert_eq!(stage("reserve"), (1, 1));
    assert_eq!(stage("executing"), (1, 1));
    assert_eq!(stage("rejected"), (1, 1));
    assert_eq!(status.days_to_decision, Some(10));
    let funders: Vec<_> = status.funders.iter().map(|line| (line.funder.as_str(), line.applications)).collect();
    assert_eq!(funders, [("afd", 3), ("facdi", 3)]);
    assert_eq!(status.funders[1].pending.converted, Some(number("90")));
}

#[test]
fn deadlines_lie_ahead_or_are_overdue() {
    let mut settings = asked();
    settings.reference_date = day("2025-12-31");
    let deadlines = &figures(SEARCH, &settings, &Scope::All).funding.deadlines;
    assert_eq!(deadlines.iter().map(|line| (line.row, line.days)).collect::<Vec<_>>(), [(2, -11), (3, 32)]);
}

#[test]
fn the_last_passage_is_the_stage() {
    let rows = format!(
        "{SEARCH}
        [passages]
        application_id,stage,date
        D3,submitted,2025-05-01
        D3,contracted,2025-09-01
        D6,preselected,2025-01-01"
    );
    let status = figures(&rows, &asked(), &Scope::All).funding;
    let stage = |code: &str| status.stages.iter().find(|line| line.stage == *code).unwrap().reached;
    assert_eq!((stage("contracted"), stage("preselected")), (2, 5));
}

#[test]
fn success_rates_speak_of_the_same_applications() {
    // A1 was submitted before the period, A2 decided after it, A3 decided on a day that is not told.
    let rows = "
        [funding]
        application_id,funder,funding_stage,currency,amount_requested,amount_awarded,submission_date,decision_date
        A1,afd,executing,EUR,100,80,2024-11-10,2025-03-11
        A2,afd,selected,EUR,200,200,2025-11-01,2026-02-11
        A3,facdi,rejected,EUR,50,,2025-02-01,
        A4,facdi,submitted,EUR,70,,2025-02-01,
        A5,facdi,rejected,EUR,30,,2024-02-01,";
    let mut settings = settings("2024");
    settings.period = Period::parse("2025").unwrap();
    let all = figures(rows, &settings, &Scope::All);
    check(&all.cross["X16-success-number"], "1/2", 2, 2);
    check(&all.cross["X16-success-amount"], "80/150", 2, 2);
    check(&all.cross["X16-award-ratio"], "80/100", 1, 1);
    check(&all.cross["X16-applications"], "3", 3, 3);
}

#[test]
fn both_sides_of_a_success_rate_are_converted_at_one_rate() {
    let rows = "
        [funding]
        application_id,funder,funding_stage,currency,amount_requested,amount_awarded,submission_date,decision_date
        A1,afd,selected,MAD,100,50,2024-11-10,2025-03-11";
    let mut settings = settings("2024-2025");
    rate(&mut settings, "2024", "5");
    rate(&mut settings, "2025", "10");
    check(&figures(rows, &settings, &Scope::All).cross["X16-success-amount"], "5/10", 1, 1);
    check(&figures(rows, &settings, &Scope::All).cross["X16-requested"], "MAD 100 = 20", 1, 1);
}

#[test]
fn leverage_stands_on_the_signature() {
    let rows = "
        [funding]
        application_id,funder,funding_stage,currency,amount_signed,own_cash,decision_date
        A1,afd,contracted,EUR,100,50,2024-12-20
        [passages]
        application_id,stage,date
        A1,contracted,2025-02-01";
    let mut settings = settings("2024");
    settings.period = Period::parse("2025").unwrap();
    check(&figures(rows, &settings, &Scope::All).cross["X9"], "100/50", 1, 1);
}
