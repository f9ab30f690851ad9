//! Results by theme.

use super::*;
use crate::model::figures::{Refusal, Result as Line};

fn line(rows: &str, period: &str, code: &str) -> Line {
    let all = figures(rows, &settings(period), &Scope::All);
    all.results.into_iter().find(|result| result.code == *code).unwrap()
}

#[test]
fn attainment_adds_up_over_series_that_have_all_three() {
    let rows = "
        [indicators]
        territory,indicator_code,period,baseline,target,actual
        MA-AGD,T6.1,2024,10,50,20
        MA-AGD,T6.1,2025,10,50,30
        MA-AOU,T6.1,2025,0,20,20
        MA-ASZ,T6.1,2025,,,9";
    let found = line(rows, "2024-2025", "T6.1");
    check(&found.figure, "59", 3, 3);
    assert_eq!((found.baseline, found.target, found.actual), (Some(10.into()), Some(70.into()), Some(50.into())));
    assert_eq!(found.attainment.unwrap().round_dp(4), number("0.6667"));
    assert_eq!((found.complete, found.series, found.last), (2, 3, Some(day("2025-12-31"))));
    let all = figures(rows, &settings("2024-2025"), &Scope::All);
    check(&all.cross["X11-full"], "0/1", 1, 1);
    check(&all.cross["X11-low"], "0/1", 1, 1);
}

#[test]
fn flows_add_targets_of_several_years_and_count_a_repeated_one_once() {
    let yearly = "
        [indicators]
        territory,indicator_code,period,baseline,target,target_year,actual
        MA-AGD,T10.4,2024,0,110,2024,100
        MA-AGD,T10.4,2025,0,130,2025,120";
    let found = line(yearly, "2024-2025", "T10.4");
    assert_eq!((found.target, found.actual), (Some(240.into()), Some(220.into())));
    let final_year = yearly.replace("110,2024", "240,2025").replace("130,2025", "240,2025");
    assert_eq!(line(&final_year, "2024-2025", "T10.4").target, Some(240.into()));
}

#[test]
fn what_has_no_attainment_says_why() {
    #[track_caller]
    fn check(rows: &str, code: &str, expected: Refusal) {
        let rows =
            format!("[indicators]\nterritory,indicator_code,baseline,target,numerator,denominator,actual\n{rows}");
        assert_eq!(line(&rows, "2025", code).attainment, Err(expected));
    }
    check("MA-AGD,T6.1,5,5,,,7", "T6.1", Refusal::NoDistance);
    check("MA-AGD,T6.1,,5,,,7", "T6.1", Refusal::Incomplete);
    check("MA-AGD,T1.1,0.1,0.5,1,4,\nMA-AOU,T1.1,0.1,0.5,1,2,", "T1.1", Refusal::NoParts);
}

#[test]
fn a_quotient_that_stands_alone_has_its_attainment() {
    let rows = "
        [indicators]
        territory,indicator_code,baseline,target,numerator,denominator
        MA-AGD,T1.1,0.1,0.5,3,10";
    let found = line(rows, "2025", "T1.1");
    check(&found.figure, "3/10", 1, 1);
    assert_eq!(found.attainment, Ok(number("0.5")));
}
