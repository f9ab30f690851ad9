//! The twelve aggregations that are wrong, each with the rows that tempt to it and the figure that is right.

use super::*;
use crate::model::figures::Refusal;

#[test]
fn averaging_percentages() {
    let rows = "
        [indicators]
        territory,indicator_code,numerator,denominator,actual
        MA-AGD,T1.2,50,100,0.50
        MA-AOU,T1.2,90,1000,0.09
        MA-ASZ,T1.2,,,0.80";
    let settings = settings("2025");
    let figure = indicator(rows, &settings, &Scope::All, "T1.2");
    check(&figure, "140/1100", 2, 3);
    assert_eq!(figure.value().unwrap().round_dp(3), number("0.127"));
    // The third is printed in its own row: it takes part in the result, and stands alone in its territory.
    let all = figures(rows, &settings, &Scope::All);
    assert_eq!(all.results[0].rows, [0, 1, 2]);
    assert_eq!(all.results[0].attainment, Err(Refusal::NoParts));
    let alone = figures(rows, &settings, &territory("MA-ASZ"));
    check(&alone.results[0].figure, "0.8", 0, 1);
}

#[test]
fn percentages_without_parts_have_no_total() {
    let rows = "
        [indicators]
        territory,indicator_code,actual
        MA-AGD,T1.2,0.50
        MA-ASZ,T1.2,0.80";
    let all = figures(rows, &settings("2025"), &Scope::All);
    check(&all.results[0].figure, "NoParts", 0, 2);
}

#[test]
fn cumulative_mixed_with_annual() {
    let rows = "
        [indicators]
        territory,indicator_code,period,actual,accumulation
        MA-AGD,T10.4,2024,100,annual
        MA-AGD,T10.4,2025,120,annual
        MA-AOU,T10.4,2024,80,cumulative
        MA-AOU,T10.4,2025,200,cumulative";
    let settings = settings("2024-2025");
    check(&indicator(rows, &settings, &Scope::All, "T10.4"), "MixedAccumulation", 4, 4);
    check(&indicator(rows, &settings, &territory("MA-AGD"), "T10.4"), "220", 2, 2);
    let corrected = rows.replace("cumulative", "annual").replace(",200,", ",120,");
    check(&indicator(&corrected, &settings, &Scope::All, "T10.4"), "420", 4, 4);
}

const PEOPLE: &str = "
    [activities]
    activity_id,territory_ma,theme,status,start_date
    A1,MA-AGD,education,ongoing,2025-01-01
    A2,MA-AGD,education,ongoing,2025-01-01
    A3,MA-AGD,education,ongoing,2025-01-01
    A4,MA-AOU,environment,ongoing,2025-01-01";
const GROUPS: &str = "
    [beneficiaries]
    activity_id,group,planned_reached,number,unique_total
    A1,pupils,reached,1000,
    A2,pupils,reached,1000,
    A3,pupils,reached,600,
    A4,farmers,reached,300,";

#[test]
fn people_counted_twice() {
    let settings = settings("2025");
    let check = |rows: String, expected, number| {
        check(&indicator(&rows, &settings, &Scope::All, "X4-total"), expected, number, number);
    };
    check(format!("{PEOPLE}{GROUPS}"), "1300-2900", 4);
    let fifth = format!("{PEOPLE}\nA5,MA-AGD;MA-AOU,education,ongoing,2025-01-01{GROUPS}");
    check(format!("{fifth}\nA5,pupils,reached,200,"), "1300-3100", 5);
    check(format!("{fifth}\nA5,pupils,reached,1500,"), "1500-4400", 5);
    let one = "
        [activities]
        activity_id,territory_ma,theme,status,start_date
        A1,MA-AGD,education,ongoing,2025-01-01
        A4,MA-AOU,environment,ongoing,2025-01-01
        [beneficiaries]
        activity_id,group,planned_reached,number,unique_total
        A1,pupils,reached,1000,
        A1,teachers,reached,600,
        A1,,reached,1100,yes
        A4,farmers,reached,300,";
    check(one.to_owned(), "1400", 2);
}

#[test]
fn the_low_end_of_an_interval_is_the_sum_of_its_marks() {
    let rows = format!(
        "{PEOPLE}\nA5,MA-AGD;MA-AOU,education,ongoing,2025-01-01{GROUPS}\nA5,pupils,reached,700,\nA5,teachers,reached,800,"
    );
    let figure = indicator(&rows, &settings("2025"), &Scope::All, "X4-total");
    check(&figure, "1300-4400", 5, 5);
    assert_eq!(figure.marks.told().map(|mark| mark.low).sum::<Decimal>(), number("1300"));
    assert_eq!(figure.marks.told().map(|mark| mark.value).sum::<Decimal>(), number("4400"));
}

const PAYMENTS: &str = "
    [activities]
    activity_id,theme,status,start_date
    A1,health,ongoing,2024-01-01
    A2,health,ongoing,2024-01-01
    [amounts]
    activity_id,kind,date,amount,currency
    A1,disbursed,2024-06-30,100000,EUR
    A2,disbursed,2024-06-30,550000,MAD
    A2,disbursed,2025-06-30,525000,MAD";

#[test]
fn currencies_mixed_or_converted_at_one_rate() {
    let mut settings = settings("2024-2025");
    rate(&mut settings, "2024", "11.00");
    rate(&mut settings, "2025", "10.50");
    let figure = indicator(PAYMENTS, &settings, &Scope::All, "X3-disbursed");
    check(&figure, "EUR 100000 + MAD 1075000 = 200000", 2, 2);
}

#[test]
fn a_currency_without_a_rate_refuses_the_converted_sum_only() {
    let mut settings = settings("2024-2025");
    rate(&mut settings, "2024", "11.00");
    let figure = indicator(PAYMENTS, &settings, &Scope::All, "X3-disbursed");
    check(&figure, "EUR 100000 + MAD 1075000 = ?", 2, 2);
    assert!(figure.provisional);
}

#[test]
fn a_stock_summed_over_years() {
    let rows = "
        [indicators]
        territory,indicator_code,period,actual
        MA-AGD,T6.1,2023,40
        MA-AGD,T6.1,2024,45
        MA-AGD,T6.1,2025,50
        MA-AOU,T6.1,2024,10";
    let figure = indicator(rows, &settings("2023-2025"), &Scope::All, "T6.1");
    check(&figure, "60", 2, 2);
    assert_eq!(figure.marks.told().map(|mark| mark.row).collect::<Vec<_>>(), [2, 3]);
    check(&indicator(rows, &settings("2024"), &Scope::All, "T6.1"), "55", 2, 2);
}

#[test]
fn planned_people_counted_as_reached() {
    let rows = "
        [activities]
        activity_id,territory_ma,theme,status,start_date
        A1,MA-AGD,health,ongoing,2025-01-01
        A2,MA-AOU,health,ongoing,2025-01-01
        [beneficiaries]
        activity_id,group,planned_reached,number
        A1,women,planned,500
        A1,women,reached,120
        A2,youth,planned,300";
    let settings = settings("2025");
    check(&indicator(rows, &settings, &Scope::All, "X4-total"), "120", 1, 2);
    check(&indicator(rows, &settings, &Scope::All, "X4-planned"), "800", 2, 2);
}

#[test]
fn households_taken_for_people() {
    let rows = "
        [indicators]
        territory,indicator_code,unit,actual,household_size
        MA-AGD,T10.1,household,200,4.5
        MA-AOU,T10.1,household,100,
        MA-ASZ,T10.1,person,350,";
    let figure = indicator(rows, &settings("2025"), &Scope::All, "T10.1");
    check(&figure, "1250", 2, 3);
    assert!(figure.provisional, "a household without a size is kept out");
}

#[test]
fn blank_as_zero() {
    let rows = "
        [activities]
        activity_id,theme,status,start_date,beneficiaries_total
        A1,health,ongoing,2025-01-01,150
        A2,health,ongoing,2025-01-01,
        A3,health,ongoing,2025-01-01,n/a
        A4,health,ongoing,2025-01-01,0
        A5,health,ongoing,2025-01-01,0";
    check(&indicator(rows, &settings("2025"), &Scope::All, "X4-total"), "150", 3, 4);
}

#[test]
fn a_joint_project_reported_by_both_sides() {
    // Until a person answers, both count; the row that the person strikes out is held, and the rest is right.
    let rows = "
        [activities]
        activity_id,territory_ma,territory_fr,theme,status,start_date,currency,budget_total
        FR-12,MA-AGD,FR-38,hygiene-sanitation,ongoing,2025-01-15,EUR,100000
        MA-7,MA-AGD,FR-38,hygiene-sanitation,ongoing,2025-01-20,MAD,1100000";
    let mut settings = settings("2025");
    rate(&mut settings, "2025", "11.00");
    check(&indicator(rows, &settings, &Scope::All, "X3-budget"), "EUR 100000 + MAD 1100000 = 200000", 2, 2);
    let merged = rows.replace("MA-7", "! MA-7");
    let figure = indicator(&merged, &settings, &Scope::All, "X3-budget");
    check(&figure, "EUR 100000 = 100000", 1, 1);
    assert!(figure.provisional);
    check(&indicator(&merged, &settings, &Scope::All, "X1-total"), "1", 1, 1);
}

#[test]
fn transfers_counted_as_spending() {
    // The last payment of the chain is the spending; an own indicator tells it by the payee.
    let rows = "
        [activities]
        activity_id,theme,status,start_date
        A1,health,ongoing,2025-01-01
        [amounts]
        activity_id,kind,payer,payee,amount,currency
        A1,disbursed,association,council,50000,EUR
        A1,disbursed,council,operator,48000,EUR
        A1,disbursed,operator,supplier,47000,EUR";
    let formula = r#"sum(amounts.amount where kind = "disbursed" and payee = "supplier")"#;
    check(&own(rows, &settings("2025"), formula, Nature::Flow), "EUR 47000 = 47000", 1, 1);
}

#[test]
fn the_mean_of_ratings() {
    let rows = "
        [activities]
        activity_id,theme,status,start_date
        A1,health,ongoing,2025-01-01
        [ratings]
        activity_id,criterion,level
        A1,sustainability,1
        A1,sustainability,1
        A1,sustainability,4
        A1,sustainability,4
        A1,sustainability,not-rated
        A1,relevance,4";
    check(&indicator(rows, &settings("2025"), &Scope::All, "X12-grade"), "1:2 4:2 not-rated:1 median 1", 5, 5);
}

#[test]
fn a_context_indicator_claimed_as_a_result() {
    // The populations are those of the list: Agadir Ida-Outanane 721 431, Aousserd 24 498.
    let rows = "
        [indicators]
        territory,indicator_code,period,actual,baseline,target
        MA-AGD,T4.1,2022,0.060,0.07,0.04
        MA-AGD,T4.1,2024,0.050,0.07,0.04
        MA-AOU,T4.1,2022,0.120,0.13,0.05
        MA-AOU,T4.1,2024,0.100,0.13,0.05";
    let formula = r#"mean(readings.actual by population where indicator_code = "T4.1")"#;
    let weighted = |agadir: &str, aousserd: &str| {
        let sum = number(agadir) * number("721431") + number(aousserd) * number("24498");
        format!("{}/745929", sum.normalize())
    };
    check(&own(rows, &settings("2022"), formula, Nature::Stock), &weighted("0.06", "0.12"), 2, 2);
    check(&own(rows, &settings("2022-2024"), formula, Nature::Stock), &weighted("0.05", "0.1"), 2, 2);
    let all = figures(rows, &settings("2022-2024"), &Scope::All);
    let context = &all.results[0];
    assert_eq!(context.figure.outcome, Outcome::Refused(Refusal::NoTotal));
    assert_eq!(context.attainment, Err(Refusal::NoTotal));
    assert_eq!((context.baseline, context.target, context.actual), (None, None, None));
    assert_eq!(context.rows, [0, 1, 2, 3]);
    check(&all.cross["X11-full"], "-", 0, 0);
}
