//! The twelve aggregations that are wrong, from the cells of a return to the figure: what tempts, what is told, and what
//! is counted. Each test has the name of its mistake.

use bilan::model::{FindingCode, Scope, Settings};

use super::judged::{File, count, said, settings};

const RATES: &[(&str, &str)] = &[("2024", "11.00"), ("2025", "10.50")];

fn file(name: &str, text: &str) -> File {
    (format!("MA-AGD--{name}.csv"), text.to_owned())
}

/// Checks a figure of the whole, and that the findings are told.
#[track_caller]
fn check(settings: &Settings, files: &[File], figure: (&str, &str), told: &[FindingCode]) {
    let (figures, findings) = count(settings, files, &[Scope::All]);
    assert_eq!(said(&figures[0], figure.0), figure.1, "{}", figure.0);
    for code in told {
        assert!(findings.iter().any(|finding| finding.code == *code), "{code:?} is not told: {findings:?}");
    }
}

#[test]
fn averaging_percentages() {
    let readings = file(
        "indicators",
        "territory,indicator_code,numerator,denominator,actual
         MA-AGD,T1.2,50,100,0.50
         MA-AOU,T1.2,90,1000,0.09
         MA-ASZ,T1.2,,,0.80",
    );
    check(&settings("2025", RATES), &[readings], ("T1.2", "140/1100"), &[FindingCode::PercentWithoutParts]);
}

#[test]
fn cumulative_mixed_with_annual() {
    let text = "territory,indicator_code,period,actual,accumulation
                MA-AGD,T10.4,2024,100,annual
                MA-AGD,T10.4,2025,120,annual
                MA-AOU,T10.4,2024,80,cumulative
                MA-AOU,T10.4,2025,200,cumulative";
    let settings = settings("2024-2025", RATES);
    // The series that tells the wrong kind is named and kept out; the other one counts.
    let told = &[FindingCode::AccumulationMixed];
    check(&settings, &[file("indicators", text)], ("T10.4", "220"), told);
    let (figures, findings) = count(&settings, &[file("indicators", text)], &[Scope::All]);
    assert_eq!(findings.iter().filter(|finding| finding.code == told[0]).count(), 2, "each of its cells is named");
    assert!(figures[0].provisional);
    let corrected = text.replace("cumulative", "annual").replace(",200,", ",120,");
    check(&settings, &[file("indicators", &corrected)], ("T10.4", "420"), &[]);
}

const FOUR: &str = "activity_id,title,territory_ma,theme,status,start_date
                    A1,a,MA-AGD,education,ongoing,2025-01-01
                    A2,b,MA-AGD,education,ongoing,2025-01-01
                    A3,c,MA-AGD,education,ongoing,2025-01-01
                    A4,d,MA-AOU,education,ongoing,2025-01-01";

#[test]
fn people_counted_twice() {
    let people = file(
        "beneficiaries",
        "activity_id,group,planned_reached,number
         A1,pupils,reached,1000
         A2,pupils,reached,1000
         A3,pupils,reached,600
         A4,farmers,reached,300",
    );
    check(&settings("2025", RATES), &[file("activities", FOUR), people], ("X4-total", "1300-2900"), &[]);
}

#[test]
fn currencies_mixed_or_converted_at_one_rate() {
    let amounts = |rates| {
        let amounts = "activity_id,kind,date,amount,currency
                       A1,disbursed,2024-06-30,100000,EUR
                       A2,disbursed,2024-06-30,550000,MAD
                       A2,disbursed,2025-06-30,525000,MAD";
        (settings("2024-2025", rates), [file("activities", FOUR), file("amounts", amounts)])
    };
    let (both, files) = amounts(RATES);
    check(&both, &files, ("X3-disbursed", "EUR 100000 + MAD 1075000 = 200000"), &[]);
    let (one, files) = amounts(&RATES[..1]);
    check(&one, &files, ("X3-disbursed", "EUR 100000 + MAD 1075000 = ?"), &[FindingCode::RateMissing]);
}

#[test]
fn a_stock_summed_over_years() {
    let readings = file(
        "indicators",
        "territory,indicator_code,period,actual
         MA-AGD,T6.1,2023,40
         MA-AGD,T6.1,2024,45
         MA-AGD,T6.1,2025,50
         MA-AOU,T6.1,2024,10",
    );
    check(&settings("2023-2025", RATES), &[readings], ("T6.1", "60"), &[]);
}

#[test]
fn planned_people_counted_as_reached() {
    let people = file(
        "beneficiaries",
        "activity_id,group,planned_reached,number
         A1,women,planned,500
         A1,women,reached,120
         A4,youth,planned,300",
    );
    let files = [file("activities", FOUR), people];
    check(&settings("2025", RATES), &files, ("X4-total", "120"), &[]);
    check(&settings("2025", RATES), &files, ("X4-planned", "800"), &[]);
}

#[test]
fn households_taken_for_people() {
    let readings = file(
        "indicators",
        "territory,indicator_code,unit,actual,household_size
         MA-AGD,T10.1,household,200,4.5
         MA-AOU,T10.1,household,100,
         MA-ASZ,T10.1,person,350,",
    );
    let told = &[FindingCode::UnitMismatch];
    check(&settings("2025", RATES), std::slice::from_ref(&readings), ("T10.1", "1250"), told);
    let (figures, findings) = count(&settings("2025", RATES), &[readings], &[Scope::All]);
    assert_eq!(findings.iter().filter(|finding| finding.code == told[0]).count(), 1, "a stated size is no mistake");
    assert!(figures[0].provisional);
}

#[test]
fn blank_as_zero() {
    let activities = file(
        "activities",
        "activity_id,title,theme,territory_ma,status,start_date,beneficiaries_total
         A1,a,health,MA-AGD,ongoing,2025-01-01,150
         A2,b,health,MA-AGD,ongoing,2025-01-01,
         A3,c,health,MA-AGD,ongoing,2025-01-01,n/a
         A4,d,health,MA-AGD,ongoing,2025-01-01,néant
         A5,e,health,MA-AGD,ongoing,2025-01-01,لا شيء",
    );
    let (figures, _) = count(&settings("2025", RATES), &[activities], &[Scope::All]);
    let figure = &figures[0].cross["X4-total"];
    assert_eq!((said(&figures[0], "X4-total").as_str(), figure.reported, figure.asked), ("150", 3, 4));
}

#[test]
fn a_joint_project_reported_by_both_sides() {
    let head = "activity_id,title,theme,status,territory_ma,territory_fr,start_date,currency,budget_total";
    let french = "FR-12,Assainissement d’Agadir,hygiene-sanitation,ongoing,MA-AGD,FR-38,2025-01-15,EUR,100000";
    let moroccan = "MA-7,التطهير السائل بأكادير,hygiene-sanitation,ongoing,MA-AGD,FR-38,2025-01-20,MAD,1100000";
    let files = [("FR-38--activities.csv", french), ("MA-AGD--activities.csv", moroccan)]
        .map(|(name, row)| (name.to_owned(), format!("{head}\n{row}")));
    let settings = settings("2025", &[("2025", "11.00")]);
    // One activity counts until a person answers, and the totals say that they wait.
    check(&settings, &files, ("X1-total", "1"), &[FindingCode::JointActivity]);
    let (figures, _) = count(&settings, &files, &[Scope::All]);
    assert_eq!(figures[0].cross["X3-budget"].value(), Some(100_000.into()));
    assert!(figures[0].provisional);
}

#[test]
fn transfers_counted_as_spending() {
    let amounts = file(
        "amounts",
        "activity_id,kind,payer,payee,amount,currency
         A1,disbursed,association,council,50000,EUR
         A1,disbursed,council,operator,48000,EUR
         A1,disbursed,operator,supplier,47000,EUR",
    );
    let files = [file("activities", FOUR), amounts];
    let told = [FindingCode::TransferOnward];
    check(&settings("2025", RATES), &files, ("X3-disbursed", "EUR 47000 = 47000"), &told);
}

#[test]
fn the_mean_of_ratings() {
    let ratings = file(
        "ratings",
        "activity_id,criterion,level,evidence
         A1,sustainability,1,report
         A2,sustainability,1,report
         A3,sustainability,4,report
         A4,sustainability,4,report
         A4,sustainability,not-rated,none seen",
    );
    let files = [file("activities", FOUR), ratings];
    check(&settings("2025", RATES), &files, ("X12-grade", "1:2 4:2 not-rated:1 median 1"), &[]);
}

#[test]
fn a_context_indicator_claimed_as_a_result() {
    let readings = file(
        "indicators",
        "territory,indicator_code,period,actual,baseline,target
         MA-AGD,T4.1,2022,0.060,0.07,0.04
         MA-AGD,T4.1,2024,0.050,0.07,0.04
         MA-AOU,T4.1,2024,0.100,0.13,0.05",
    );
    let settings = settings("2022-2024", RATES);
    check(&settings, std::slice::from_ref(&readings), ("T4.1", "NoTotal"), &[]);
    check(&settings, &[readings], ("X11-full", "-"), &[]);
}

#[test]
fn budgets_counted_for_every_goal() {
    let activities = |first: &str| {
        let text = format!(
            "activity_id;title;theme;territory_ma;status;start_date;currency;budget_total;sdg
             A1;a;health;MA-AGD;ongoing;2025-01-01;EUR;1000;{first}
             A2;b;health;MA-AGD;ongoing;2025-01-01;EUR;500;6"
        );
        file("activities", &text.replace(';', ",").replace('|', ";"))
    };
    let budgets = |first: &str| {
        let (mut figures, findings) = count(&settings("2025", RATES), &[activities(first)], &[Scope::All]);
        let goals = figures.remove(0).goals;
        let line = |sum: &bilan::model::MoneySum| sum.converted.unwrap().normalize().to_string();
        let lines: Vec<_> = goals.lines.iter().map(|each| format!("{} {}", each.goal, line(&each.budget))).collect();
        let wrong = findings.iter().any(|finding| finding.code == FindingCode::SdgWeights);
        (lines.join(" "), line(&goals.whole.1), goals.overlapping, wrong)
    };
    let expected = |lines: &str, overlapping, wrong| (lines.to_owned(), "1500".to_owned(), overlapping, wrong);
    assert_eq!(budgets("6.1:60|11.6:40"), expected("6 1100 11 400", false, false));
    assert_eq!(budgets("6.1|11.6"), expected("6 1500 11 1000", true, false));
    assert_eq!(budgets("6.1:60|11.6:60"), expected("6 1500 11 1000", true, true));
}
