//! Scope, period, missing cells and held rows.

use super::*;
use crate::model::figures::CouncilState;

const TWO: &str = "
    [activities]
    activity_id,territory_ma,territory_fr,theme,other_themes,status,start_date,end_date,currency,budget_total,budget_spent
    A1,MA-AGD,FR-38,health,education,ongoing,2025-01-01,2025-12-31,EUR,100,40
    A2,MA-AGD;MA-AOU,FR-38,health,,closed,2024-01-01,2024-12-31,EUR,200,
    A3,MA-AOU,FR-12,education,,closed,2025-02-01,2025-06-30,EUR,,70
    A4,MA-AOU,,education,,pipeline,,,EUR,50,";

#[test]
fn activities_belong_to_the_period_that_they_overlap() {
    let mut year = settings("2025");
    check(&indicator(TWO, &year, &Scope::All, "X1-total"), "3", 3, 3);
    check(&indicator(TWO, &year, &territory("MA-AGD"), "X1-total"), "1", 1, 1);
    // A later year of the agreement leaves out what has no date, and says so.
    year.agreement.signed_on = day("2024-01-01");
    let figure = indicator(TWO, &year, &Scope::All, "X1-total");
    check(&figure, "2", 2, 2);
    assert_eq!(figure.undated, 1);
    let budget = indicator(TWO, &year, &Scope::All, "X3-budget");
    check(&budget, "-", 0, 2);
    assert_eq!(budget.undated, 2, "A2 lies in another period");
}

#[test]
fn an_association_counts_the_activities_with_a_council_of_its_country() {
    let time = settings("2024-2025");
    let country = |code: &str| Scope::Country(code.into());
    // A4 has no French council; the three joint activities stand in both, so that the totals overlap.
    check(&indicator(TWO, &time, &country("MA"), "X1-total"), "4", 4, 4);
    check(&indicator(TWO, &time, &country("FR"), "X1-total"), "3", 3, 3);
    check(&indicator(TWO, &time, &country("FR"), "X3-budget"), "EUR 300 = 300", 2, 3);
    let french = figures(TWO, &time, &country("FR"));
    assert!(french.territories.lines.iter().any(|(code, _)| *code == "MA-AGD"), "partners have a line");
}

#[test]
fn a_sheet_counts_one_activity_and_the_rows_that_name_it() {
    let rows = format!(
        "{TWO}
    [exchanges]
    activity_id,direction,date,territories
    A1,fr-ma,2025-03-01,MA-AGD
    A3,fr-ma,2025-03-01,MA-AOU
    ,ma-fr,2025-04-01,MA-AGD"
    );
    let time = settings("2024-2025");
    let sheet = figures(&rows, &time, &Scope::Activity("A1".into()));
    check(&sheet.cross["X1-total"], "1", 1, 1);
    check(&sheet.cross["X3-budget"], "EUR 100 = 100", 1, 1);
    assert_eq!(sheet.rows[&Sheet::Exchanges], [0]);
    assert!(sheet.themes.lines.is_empty() && !sheet.provisional);
    let none = figures(&rows, &time, &Scope::Activity("a1".into()));
    assert!(!none.rows.contains_key(&Sheet::Activities), "an identifier is told by its case");
}

#[test]
fn rates_stand_on_activities_that_report_both_sides() {
    let year = settings("2025");
    check(&indicator(TWO, &year, &Scope::All, "X3-budget"), "EUR 150 = 150", 2, 3);
    check(&indicator(TWO, &year, &Scope::All, "X3-disbursed"), "EUR 110 = 110", 2, 3);
    let rate = indicator(TWO, &year, &Scope::All, "X3-execution-rate");
    check(&rate, "40/100", 1, 3);
    assert_eq!((rate.marks.told().len(), rate.below.unwrap().marks.told().len()), (1, 1));
    check(&indicator(TWO, &year, &Scope::All, "X2"), "1/2", 2, 2);
}

#[test]
fn lines_of_a_breakdown_may_overlap_and_say_so() {
    let all = figures(TWO, &settings("2024-2025"), &Scope::All);
    let line = |lines: &crate::model::figures::Breakdown, code: &str| {
        let (_, set) = lines.lines.iter().find(|(line, _)| *line == *code).unwrap();
        set["X1-total"].value().unwrap()
    };
    assert!(all.themes.overlapping && all.territories.overlapping && !all.statuses.overlapping);
    assert_eq!(line(&all.themes, "health"), number("2"));
    assert_eq!(line(&all.themes, "education"), number("3"));
    assert_eq!(line(&all.statuses, "closed"), number("2"));
    assert_eq!(line(&all.territories, "FR-38"), number("2"));
    check(&all.cross["X10-ma"], "2", 3, 3);
    check(&all.cross["X10-pairs"], "3", 3, 3);
    check(&all.cross["X10-ma-share"], "2/75", 1, 1);
    check(&all.cross["X10-top5-share"], "3/3", 3, 3);
}

#[test]
fn a_table_that_nobody_returned_is_not_reported() {
    let year = settings("2025");
    check(&indicator(TWO, &year, &Scope::All, "X6-missions"), "-", 0, 0);
    check(&indicator(TWO, &year, &Scope::Theme(Code::from("housing")), "X1-total"), "0", 0, 0);
    check(&indicator(TWO, &year, &territory("FR-44"), "X1-total"), "-", 0, 0);
}

#[test]
fn held_cells_and_rows_make_the_figures_that_they_touch_provisional() {
    #[track_caller]
    fn check(rows: &str, scope: &Scope, code: &str, value: &str, provisional: bool) {
        let figure = indicator(rows, &settings("2025"), scope, code);
        assert_eq!((figure.value().unwrap(), figure.provisional), (number(value), provisional));
    }
    let rows = "
        [activities]
        activity_id,territory_ma,theme,status,start_date,currency,budget_total
        A1,MA-AGD,health,ongoing,2025-01-01,EUR,100
        A2,MA-AOU,health,ongoing,2025-01-01,EUR,!
        A3,!,health,ongoing,2025-01-01,EUR,5
        ! A4,MA-ASZ,health,,2025-01-01,EUR,7";
    check(rows, &Scope::All, "X1-total", "3", true);
    check(rows, &Scope::All, "X3-budget", "105", true);
    check(rows, &territory("MA-AGD"), "X1-total", "1", true);
    let placed = rows.replace("A3,!", "A3,MA-ASZ");
    check(&placed, &territory("MA-AGD"), "X1-total", "1", false);
    check(&placed, &territory("MA-ASZ"), "X1-started", "1", true);
    let theme = placed.replace("! A4,MA-ASZ,health,,", "! A4,MA-ASZ,health,pipeline,");
    check(&theme, &territory("MA-ASZ"), "X1-started", "1", false);
}

#[test]
fn groups_stand_beside_their_total_and_territories_win() {
    let year = settings("2025");
    let rows = "
        [activities]
        activity_id,territory_ma,theme,status,start_date
        A1,MA-AGD,hygiene-sanitation,ongoing,2025-01-01
        [indicators]
        activity_id,territory,indicator_code,period,actual,group
        A1,,T10.4,2025,30,
        A1,,T10.4,2025,20,women
        A1,,T10.4,2025,10,men
        ,MA-AOU,T10.4,2025,5,women
        ,MA-AOU,T10.4,2025,6,men";
    check(&indicator(rows, &year, &Scope::All, "T10.4"), "41", 3, 3);
    let wins = format!("{rows}\n,MA-AGD,T10.4,2025,33,");
    check(&indicator(&wins, &year, &Scope::All, "T10.4"), "44", 3, 3);
}

#[test]
fn women_are_a_share_of_the_activities_that_report_them() {
    let rows = "
        [activities]
        activity_id,theme,status,start_date,beneficiaries_total,beneficiaries_women
        A1,health,ongoing,2025-01-01,100,40
        A2,health,ongoing,2025-01-01,900,";
    let year = settings("2025");
    check(&indicator(rows, &year, &Scope::All, "X4-women-share"), "40/100", 1, 2);
    check(&indicator(rows, &year, &Scope::All, "X4-women"), "40", 1, 2);
}

#[test]
fn returns_and_councils() {
    let mut year = settings("2025");
    year.expected = Some(["MA-AGD", "MA-AOU", "MA-ASZ"].map(Code::from).into());
    year.due = day("2025-12-15");
    let mut dataset = data(TWO);
    returned(&mut dataset, "MA-AGD", 1, Some("2025-12-20"));
    returned(&mut dataset, "MA-ASZ", 2, Some("2025-12-10"));
    prepare(&mut dataset, &REFERENCE, &year);
    let all = Prepared::new(&dataset, &REFERENCE, &year).figures(&Scope::All);
    check(&all.cross["X13-returned"], "2/3", 3, 3);
    check(&all.cross["X13-on-time"], "1/3", 3, 3);
    let state = |code: &str| {
        let council = all.coverage.councils.iter().find(|council| council.territory == *code).unwrap();
        (council.state, council.late, council.activities)
    };
    assert_eq!(state("MA-AGD"), (CouncilState::Active, Some(true), 1));
    assert_eq!(state("MA-ASZ"), (CouncilState::Returned, Some(false), 0));
    assert_eq!(state("MA-AOU"), (CouncilState::Active, None, 2));
    assert_eq!(state("MA-AZI"), (CouncilState::NotAsked, None, 0));
    assert_eq!(all.coverage.pairs[&(Code::from("MA-AGD"), Code::from("FR-38"))], 1);
}

#[test]
fn the_clock_counts_years_of_terms() {
    #[track_caller]
    fn check(signed: &str, today: &str, expected: (u32, u32, &str, i32)) {
        let mut year = settings("2025");
        year.agreement.signed_on = day(signed);
        let clock = super::super::clock(&year.agreement, day(today), day(today));
        assert_eq!(
            (clock.year, clock.term, clock.ends_on, clock.days_left),
            (expected.0, expected.1, day(expected.2), expected.3)
        );
    }
    check("2025-11-13", "2025-11-13", (1, 1, "2030-11-12", 1825));
    check("2025-11-13", "2026-11-12", (1, 1, "2030-11-12", 1461));
    check("2025-11-13", "2026-11-13", (2, 1, "2030-11-12", 1460));
    check("2025-11-13", "2030-11-12", (5, 1, "2030-11-12", 0));
    check("2025-11-13", "2030-11-13", (6, 2, "2035-11-12", 1825));
    check("2024-02-29", "2025-02-28", (1, 1, "2029-02-28", 1461));
    check("2024-02-29", "2029-03-01", (6, 2, "2034-02-28", 1825));
}

#[test]
fn nobody_was_asked_for_a_return() {
    let mut foreign = settings("2024-2025");
    foreign.expected = Some(Vec::new());
    foreign.agreement.parties[1].councils = 0;
    let all = figures(TWO, &foreign, &Scope::All);
    for code in ["X13-returned", "X13-on-time", "X13-cells"] {
        check(&all.cross[code], "-", 0, 0);
    }
    check(&all.cross["X10-fr-share"], "-", 1, 1);
    check(&all.cross["X10-ma-share"], "2/75", 1, 1);
    let states = all.coverage.councils.iter().map(|council| (council.expected, council.returned, council.state));
    assert!(states.clone().all(|(expected, returned, _)| !expected && !returned));
    assert!(states.clone().all(|(.., state)| matches!(state, CouncilState::Active | CouncilState::NotAsked)));
    assert_eq!(states.filter(|(.., state)| *state == CouncilState::Active).count(), 4);
}

#[test]
fn sides_follow_the_list_of_territories_in_whichever_order_parties_are_named() {
    let mut swapped = settings("2024-2025");
    swapped.agreement.parties.reverse();
    let all = figures(TWO, &swapped, &Scope::All);
    check(&all.cross["X10-ma-share"], "2/75", 1, 1);
    check(&all.cross["X10-fr-share"], "2/104", 1, 1);
}

#[test]
fn an_amount_of_a_year_is_converted_at_its_last_day_up_to_the_cut_off() {
    let rows = "
        [activities]
        activity_id,territory_ma,theme,status,start_date
        A1,MA-AGD,health,ongoing,2025-01-01
        [amounts]
        activity_id,kind,amount,currency,date
        A1,budget,100,MAD,2025";
    let mut settings = settings("2024-2025");
    rate(&mut settings, "2025-01-01/2025-10-31", "10");
    rate(&mut settings, "2025-11-01/2025-12-31", "20");
    check(&indicator(rows, &settings, &Scope::All, "X3-budget"), "MAD 100 = 5", 1, 1);
    settings.reference_date = day("2025-10-15");
    check(&indicator(rows, &settings, &Scope::All, "X3-budget"), "MAD 100 = 10", 1, 1);
}

#[test]
fn lines_of_a_breakdown_carry_what_tables_print() {
    let all = figures(TWO, &settings("2024-2025"), &Scope::All);
    for breakdown in [&all.themes, &all.territories, &all.statuses] {
        for (_, set) in &breakdown.lines {
            for code in ["X1-total", "X2", "X3-in-kind", "X4-total", "X4-women", "X4-women-share"] {
                assert!(set.contains_key(code), "{code}");
            }
        }
    }
}
