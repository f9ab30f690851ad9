//! The funding search redone by hand: every indicator of it, and what each project lacks.

use super::*;
use crate::model::MoneySum;
use crate::model::needs::{Need, NeedSum, NeedSums, Needs};

/// Eight applications for four projects; 1 EUR is worth 10 MAD throughout.
///
/// * P1 and P2 are financed together: A1 serves both, and A2, A5 and A8 one of them.
/// * P3 has no budget of its own; the larger total cost of A3 and A4 stands for it: 800 000 MAD = 80 000 EUR.
/// * P4 has no application; P5 is covered, P6 cancelled, P7 over, P8 of unknown cost: these four are not told.
/// * A6 is lost and names no activity: it is gone. A7 names none either, and stands for a project of its own.
const SEARCH: &str = "
    [activities]
    activity_id,theme,other_themes,territory_ma,territory_fr,status,currency,budget_total,contribution_ma,contribution_fr
    P1,health,,MA-AGD,FR-81,ongoing,EUR,100000,,
    P2,education,,MA-AGD,FR-31,ongoing,MAD,500000,1,
    P3,environment,,MA-TIZ,FR-38,pipeline,,,,
    P4,training,,MA-TIZ,,ongoing,EUR,20000,5000,
    P5,training,,MA-TIZ,,ongoing,EUR,30000,20000,10000
    P6,training,,MA-TIZ,,cancelled,EUR,99999,,
    P7,training,,MA-TIZ,,closed,EUR,99999,,
    P8,training,,MA-TIZ,,ongoing,,,,
    [funding]
    application_id,activity_id,funder,funding_stage,currency,amount_requested,amount_awarded,amount_signed,amount_received,own_cash,own_in_kind,total_cost,submission_date,decision_date
    A1,P1;P2,AFD-FICOL,executing,EUR,90000,80000,75000,30000,20000,10000,150000,2025-02-01,2025-05-02
    A2,P1,EU-NDICI,submitted,EUR,40000,,,,8000,2000,100000,2026-03-01,
    A3,P3,MEAE-DAECT-FRMA,reserve,MAD,300000,,,,60000,40000,800000,2026-06-01,
    A4,P3,FACDI,rejected,EUR,50000,,,,9000,1000,70000,2025-01-10,2025-02-09
    A5,P2,AFD-FICOL,selected,EUR,60000,45000,,,,,,2025-03-01,2025-09-01
    A6,,AIMF,withdrawn,EUR,10000,,,,,,,2025-03-01,
    A7,,AIMF,contracted,MAD,200000,200000,100000,,50000,0,400000,2025-12-16,2026-01-15
    A8,P1,AIMF,identified,EUR,,,,,,,,,";

fn asked() -> Settings {
    let mut settings = settings("2025-2026");
    rate(&mut settings, "2025-2026", "10");
    settings.stage_probability = [("submitted", "0.40"), ("reserve", "0.25"), ("identified", "0.05")]
        .map(|(stage, probability)| (Code::from(stage), number(probability)))
        .into();
    settings
}

#[test]
fn every_indicator_of_the_search_by_hand() {
    let all = figures(SEARCH, &asked(), &Scope::All);
    let of = |code: &str| &all.cross[code];
    check(of("X16-applications"), "8", 8, 8);
    // A2, A3: submitted, on the reserve list. A8 is only identified.
    check(of("X16-pending"), "2", 2, 2);
    // EUR 90 + 40 + 50 + 60 + 10 = 250 thousand, MAD 300 + 200 = 500 thousand = 50 thousand EUR. A8 names none.
    check(of("X16-requested"), "EUR 250000 + MAD 500000 = 300000", 7, 8);
    // EUR 80 + 45, MAD 200 = 20.
    check(of("X16-awarded"), "EUR 125000 + MAD 200000 = 145000", 3, 8);
    check(of("X16-signed"), "EUR 75000 + MAD 100000 = 85000", 2, 8);
    check(of("X16-received"), "EUR 30000 = 30000", 1, 8);
    // Decided: A1, A4, A5, A7; won: all but A4. A6 was withdrawn: not decided.
    check(of("X16-success-number"), "3/4", 4, 4);
    // Awarded 80 + 45 + 20 = 145 over requested 90 + 50 + 60 + 20 = 220.
    check(of("X16-success-amount"), "145000/220000", 4, 4);
    // The same over the won ones: 90 + 60 + 20 = 170.
    check(of("X16-award-ratio"), "145000/170000", 3, 3);
    // A2: 40 000 x 0.40 = 16 000 EUR; A3: 300 000 x 0.25 = 75 000 MAD = 7 500 EUR; A8 names no amount.
    check(of("X16-pipeline"), "EUR 16000 + MAD 75000 = 23500", 2, 3);
    // A1: 150 - 75 - 30 = 45 thousand EUR; A7: 400 - 100 - 50 = 250 thousand MAD = 25 thousand EUR.
    check(of("X16-gap"), "EUR 45000 + MAD 250000 = 70000", 2, 2);
    // Requested over total cost where both are told: (90 + 40 + 30 + 50 + 20) / (150 + 100 + 80 + 70 + 40).
    check(of("X16-cofinancing"), "230000/440000", 5, 8);
    // Signed over own cash of the signed ones: (75 + 10) / (20 + 5).
    check(of("X9"), "85000/25000", 2, 2);
    // A1: 90 days, A4: 30, A5: 184, A7: 30. The lower middle of 30, 30, 90, 184.
    check(of("X16-decision-time"), "30:2 90:1 184:1 median 30", 4, 4);
    assert_eq!(all.funding.days_to_decision, Some(30));
    // AFD-FICOL: 75 of 85 thousand signed.
    check(of("X16-first-funder-share"), "75000/85000", 2, 8);
    // In kind 10 + 2 + 4 + 1 + 0 = 17 thousand over own 30 + 10 + 10 + 10 + 5 = 65 thousand.
    check(of("X16-own-in-kind-share"), "17000/65000", 5, 8);
}

/// Writes a need as `applications: cost - secured - own = gap; expected -> gap after`.
fn shown(need: &Need) -> String {
    let amount = |number: Option<Decimal>| number.map_or("?".to_owned(), |number| number.normalize().to_string());
    let sum = |sum: &Option<MoneySum>| sum.as_ref().map_or("-".to_owned(), |sum| amount(sum.converted));
    let applications: Vec<String> = need.applications.iter().map(|row| format!("A{}", row + 1)).collect();
    format!(
        "{}: {} - {} - {} = {}; {} -> {}",
        applications.join(" "),
        sum(&need.cost),
        amount(need.secured.converted),
        sum(&need.own),
        amount(need.gap),
        amount(need.expected.converted),
        amount(need.gap_after),
    )
}

#[track_caller]
fn check_needs(text: &str, settings: &Settings, scope: &Scope, expected: &[&str]) -> Needs {
    let needs = figures(text, settings, scope).funding.needs.clone();
    assert_eq!(needs.groups.iter().map(|need| shown(need)).collect::<Vec<_>>(), expected);
    needs
}

/// Writes sums as `groups: cost - secured - own = gap; expected -> gap after`.
fn totals(sums: &NeedSums) -> String {
    let of = |sum: NeedSum| sum.amount.map_or("-".to_owned(), |sum| sum.normalize().to_string());
    format!(
        "{}: {} - {} - {} = {}; {} -> {}",
        sums.groups,
        of(sums.cost),
        of(sums.secured),
        of(sums.own),
        of(sums.gap),
        of(sums.expected),
        of(sums.gap_after)
    )
}

// P1 costs 100 thousand and P2 500 thousand MAD = 50: 150 together; A1 signed 75; the larger own total is that of A1, 30.
const TOGETHER: &str = "A1 A2 A5 A8: 150000 - 75000 - 30000 = 45000; 16000 -> 29000";
// The own total of A3 is 100 000 MAD = 10 thousand; that of A4, which is lost, does not count.
const ALONE: &str = "A3 A4: 80000 - 0 - 10000 = 70000; 7500 -> 62500";
const LOOSE: &str = "A7: 40000 - 10000 - 5000 = 25000; 0 -> 25000";
const UNSOUGHT: &str = ": 20000 - 0 - 5000 = 15000; 0 -> 15000";

#[test]
fn what_each_project_lacks_by_hand() {
    let needs = check_needs(SEARCH, &asked(), &Scope::All, &[ALONE, TOGETHER, LOOSE, UNSOUGHT]);
    // 290 - 85 - 50 = 155; 155 - 23.5 = 131.5.
    assert_eq!(totals(&needs.whole), "4: 290000 - 85000 - 50000 = 155000; 23500 -> 131500");
    assert_eq!((needs.whole.activities, needs.whole.applications, needs.rates.as_slice()), (4, 7, [0].as_slice()));
    assert_eq!(needs.groups[1].unpriced, 1, "A8 states no amount");
    let pairs: Vec<_> = needs.pairs.iter().map(|((ma, fr), sums)| format!("{ma} {fr} {}", totals(sums))).collect();
    let together = "1: 150000 - 75000 - 30000 = 45000; 16000 -> 29000";
    let alone = "1: 80000 - 0 - 10000 = 70000; 7500 -> 62500";
    let of = [format!("MA-TIZ FR-38 {alone}"), format!("MA-AGD FR-31 {together}"), format!("MA-AGD FR-81 {together}")];
    assert_eq!(pairs, of);
    assert_eq!((needs.pairs_overlap, needs.themes_overlap, needs.without_pair), (true, true, 2));
    let themes: Vec<_> = needs.themes.iter().map(|(theme, sums)| (theme.as_str(), sums.gap.amount)).collect();
    let lack = |amount: &str| Some(number(amount));
    let expected = [
        ("education", lack("45000")),
        ("health", lack("45000")),
        ("environment", lack("70000")),
        ("training", lack("15000")),
    ];
    assert_eq!(themes, expected);
}

#[test]
fn a_group_counts_in_full_in_each_scope() {
    let needs = check_needs(SEARCH, &asked(), &territory("FR-31"), &[TOGETHER]);
    assert_eq!(needs.pairs.iter().map(|line| line.0.1.as_str()).collect::<Vec<_>>(), ["FR-31"]);
    assert!(!needs.pairs_overlap && !needs.themes_overlap);
    check_needs(SEARCH, &asked(), &Scope::Theme("environment".into()), &[ALONE]);
    check_needs(SEARCH, &asked(), &Scope::Theme("housing".into()), &[]);
}

const ONE: &str = "
    [activities]
    activity_id,theme,territory_ma,status,currency,budget_total,contribution_ma
    P1,health,MA-AGD,ongoing,EUR,100,
    P2,health,MA-AGD,ongoing,EUR,,
    [funding]
    application_id,activity_id,funder,funding_stage,currency,amount_requested,amount_signed,own_cash,own_in_kind,total_cost";

#[track_caller]
fn check_one(applications: &str, expected: &[&str]) -> Needs {
    check_needs(&format!("{ONE}\n{applications}"), &asked(), &Scope::All, expected)
}

#[test]
fn what_is_not_reported_is_never_zero() {
    // The own contribution is not known: the gap stands without it, and says so.
    let needs = check_one("A1,P1,AFD,contracted,EUR,60,60,,,", &["A1: 100 - 60 - - = 40; 0 -> 40"]);
    assert_eq!(needs.whole.own_unknown, 1);
    assert_eq!(needs.whole.own.amount, None);
    // One part of an own contribution alone is no contribution.
    check_one("A1,P1,AFD,contracted,EUR,60,60,30,,", &["A1: 100 - 60 - - = 40; 0 -> 40"]);
    // An agreement that is signed without an amount: what lacks can't be told.
    let needs = check_one("A1,P1,AFD,contracted,EUR,60,,10,0,", &["A1: 100 - 0 - 10 = ?; 0 -> ?"]);
    assert_eq!((needs.groups[0].unsigned, needs.whole.gap.amount), (1, None));
    // Of two activities one has no budget: the total cost of the application does not stand for both.
    check_one("A1,P1;P2,AFD,submitted,EUR,60,,10,0,300", &["A1: - - 0 - 10 = ?; 24 -> ?"]);
    // The largest total cost stands for the only activity.
    check_one(
        "A1,P2,AFD,submitted,EUR,60,,10,0,300\nA2,P2,AFD,rejected,EUR,60,,90,0,310",
        &["A1 A2: 310 - 0 - 10 = 300; 24 -> 276", ": 100 - 0 - - = 100; 0 -> 100"],
    );
}

#[test]
fn a_surplus_is_told_apart() {
    let needs = check_one(
        "A1,P1,AFD,contracted,EUR,60,120,10,0,\nA2,P2,AFD,submitted,EUR,0,,10,0,300",
        &["A2: 300 - 0 - 10 = 290; 0 -> 290", "A1: 100 - 120 - 10 = -30; 0 -> -30"],
    );
    assert_eq!(needs.whole.surplus, (1, number("30")));
}

#[test]
fn a_currency_without_a_rate_refuses_the_gap() {
    let mut settings = asked();
    settings.rates.rates.clear();
    let figures = figures(SEARCH, &settings, &Scope::Theme("environment".into()));
    let need = &figures.funding.needs.groups[0];
    assert_eq!((need.gap, need.without_rate()), (None, vec![Code::from("MAD")]));
    assert!(need.provisional && figures.provisional);
    assert_eq!(figures.funding.needs.whole.cost.amount, None);
}

#[test]
fn a_detail_of_amounts_stands_before_the_summary() {
    let rows = format!(
        "{ONE}
        A1,P1,AFD,submitted,EUR,60,,10,0,
        [amounts]
        activity_id,kind,date,amount,currency
        P1,budget,2025,70,EUR
        P1,budget,2027,50,EUR
        P1,disbursed,2025,5,EUR"
    );
    check_needs(&rows, &asked(), &Scope::All, &["A1: 120 - 0 - 10 = 110; 24 -> 86"]);
}

#[test]
fn a_held_cell_keeps_the_need_provisional() {
    let needs = check_one("A1,P1,AFD,contracted,EUR,60,!,10,0,", &["A1: 100 - 0 - 10 = ?; 0 -> ?"]);
    assert!(needs.groups[0].provisional);
    let needs = check_one("! A1,P1,AFD,contracted,EUR,60,60,10,0,", &[": 100 - 0 - - = 100; 0 -> 100"]);
    assert!(needs.groups[0].provisional);
}
