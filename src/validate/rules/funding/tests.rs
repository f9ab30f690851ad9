//! What applications, passages and budget lines give: rows of csv in, codes of findings out.

use crate::model::Sheet;
use crate::reference::Reference;
use crate::validate::tests::judge;

const FUNDING: &str = "application_id,activity_id,funder,call_name,funding_stage,currency,amount_requested,own_cash,\
                       own_in_kind,total_cost,deadline,submission_date,decision_date";

/// Judges an activity, its applications and the rows of a third sheet.
fn codes(activity: &str, funding: &[&str], third: (&str, &str, &[&str])) -> Vec<&'static str> {
    let file = |name: &str, head: &str, rows: &[&str]| {
        (format!("tiznit--{name}.csv"), format!("{head}\n{}\n", rows.join("\n")))
    };
    let activities = "activity_id,title,theme,territory_ma,status,start_date,end_date,third_country,lead";
    let files = [
        file("activities", activities, &[&format!("A-1,Eau,health,MA-TIZ,ongoing,2026-01-01,{activity}")]),
        file("funding", FUNDING, funding),
        file(third.0, third.1, third.2),
    ];
    let (dataset, findings, _) = judge(&Reference::built_in().unwrap(), None, &[], &files);
    let told: Vec<&str> = findings.iter().map(|finding| finding.code.code()).collect();
    let questioned = dataset.table(Sheet::Funding).rows.iter().any(|row| row.doubtful);
    let asks = ["C540", "C543", "C544", "C545", "C547", "C550", "C553"];
    assert_eq!(questioned, told.iter().any(|code| asks.contains(code)), "{told:?}");
    told
}

/// Checks one application: its row from the call on, by the end, third country and lead of its activity.
#[track_caller]
fn check(activity: &str, application: &str, expected: &[&str]) {
    let rows = [format!("F-1,A-1,{application}")];
    let found = codes(activity, &[&rows[0]], ("partners", "activity_id,name", &["A-1,Conseil"]));
    assert_eq!(found, expected, "{activity} {application}");
}

/// Checks the passages of one application at the stage of its row.
#[track_caller]
fn passes(row: &str, passages: &[&str], expected: &[&str]) {
    let application = format!("F-1,A-1,FEC,,{row}");
    let found = codes("2026-12-31,,", &[&application], ("passages", "application_id,stage,date", passages));
    assert_eq!(found, expected, "{row} {passages:?}");
}

/// Checks the budget lines of one application.
#[track_caller]
fn budgets(application: &str, lines: &[&str], expected: &[&str]) {
    let application = format!("F-1,A-1,{application}");
    let head = "activity_id,heading,quantity,unit_cost,currency";
    let found = codes("2026-12-31,,", &[&application], ("budget-lines", head, lines));
    assert_eq!(found, expected, "{application} {lines:?}");
}

#[test]
fn shares_are_held_against_the_rule_of_their_case() {
    let usual = "2026-12-31,,";
    let general =
        |requested: &str| format!("MEAE-DAECT-GEN,MEAE-GEN-2025,identified,EUR,{requested},20000,5000,100000,,,");
    check(usual, &general("47999"), &[]);
    check(usual, &general("48000"), &["C541"]);
    check(usual, &general("50000"), &["C541"]);
    check(usual, &general("50000.01"), &["C540"]);
    check("2026-12-31,SN,", &general("50000.01"), &[]);
    check("2026-12-31,SN,", &general("60000.01"), &["C540"]);
    check(usual, "MEAE-DAECT-GEN,MEAE-GEN-2025,identified,EUR,40000,9999,0,100000,,,", &["C543"]);
    check(usual, "MEAE-DAECT-GEN,MEAE-GEN-2025,identified,EUR,40000,9999,,100000,,,", &[]);
    check(usual, "MEAE-DAECT-GEN,MEAE-GEN-2025,identified,EUR,40000,9000,9000.01,100000,,,", &["C544"]);
    check(usual, "MEAE-DAECT-GEN,MEAE-GEN-2025,identified,EUR,40000,,,0,,,", &["C550"]);
    check(usual, "MEAE-DAECT-FRMA,FRMA-2025,identified,EUR,60000,0,0,100000,,,", &["C542"]);
}

#[test]
fn what_is_lost_is_past_correcting() {
    check("2026-12-31,,", "MEAE-DAECT-GEN,MEAE-GEN-2025,rejected,EUR,90000,0,0,100000,,,", &[]);
    check("2026-12-31,,", "MEAE-DAECT-GEN,MEAE-GEN-2025,reserve,EUR,90000,0,0,100000,,,", &["C540", "C543"]);
}

#[test]
fn amounts_duration_and_countries_have_limits() {
    let ficol = |requested: &str| format!("AFD-FICOL,FICOL-2020,identified,EUR,{requested},900000,0,3000000,,,");
    check("2026-12-31,,", &ficol("199999.99"), &["C545"]);
    check("2026-12-31,,", &ficol("200000"), &[]);
    check("2026-12-31,,", &ficol("1500000"), &[]);
    check("2026-12-31,,", &ficol("1500000.01"), &["C545"]);
    // Without a campaign no rate is known, and an amount in dirhams is not held against one in euros.
    check("2026-12-31,,", "AFD-FICOL,FICOL-2020,identified,MAD,1,900000,0,3000000,,,", &[]);
    check("2029-01-01,,", "MEAE-DAECT-FRMA,FRMA-2022-1,identified,EUR,1,,,9,,,", &[]);
    check("2029-01-02,,", "MEAE-DAECT-FRMA,FRMA-2022-1,identified,EUR,1,,,9,,,", &["C546"]);
    check("2026-12-31,,", "INTERREG-NEXT-MED,NEXTMED-1,identified,EUR,600000,200000,0,900000,,,", &["C547"]);
}

#[test]
fn a_call_is_found_by_its_funder_code_or_name() {
    check("2026-12-31,,", "AFD-FICOL,FICOL 2026,identified,,,,,,,,", &[]);
    check("2026-12-31,,", "AFD-FICOL,فيكول 2024,identified,,,,,,,,", &[]);
    check("2026-12-31,,", "FEC,FICOL 2026,identified,,,,,,,,", &["C531"]);
    check("2026-12-31,,", "FEC,Villes 2030,identified,,,,,,,,", &["C530"]);
    check("2026-12-31,,", "FEC,,identified,,,,,,,,", &[]);
}

#[test]
fn days_are_those_of_the_first_step() {
    let late = "MEAE-DAECT-GEN,MEAE-GEN-2024,submitted,,,,,,2024-05-06,2024-05-07,";
    check("2026-12-31,,", late, &["C548"]);
    check("2026-12-31,,", "MEAE-DAECT-GEN,MEAE-GEN-2024,submitted,,,,,,2024-05-07,2024-02-29,", &["C549", "C548"]);
    check("2026-12-31,,", "MEAE-DAECT-GEN,MEAE-GEN-2024,preselected,,,,,,2024-09-30,2024-09-12,", &[]);
    let step = |day: &str, expected: &[&str]| {
        let passages = [format!("F-1,concept-submitted,{day}"), "F-1,submitted,2024-05-07".to_owned()];
        let rows: Vec<&str> = passages.iter().map(String::as_str).collect();
        let found =
            codes("2026-12-31,,", &[&format!("F-1,A-1,{late}")], ("passages", "application_id,stage,date", &rows));
        assert_eq!(found, expected, "{day}");
    };
    step("2024-03-10", &[]);
    step("2024-05-07", &["C548"]);
}

#[test]
fn an_application_lives_forward() {
    let of = |stage: &str| format!("{stage},,,,,,,,");
    // A full dossier without a concept note skips nothing; the reserve list leads on; one day holds several stages.
    passes(&of("submitted"), &["F-1,submitted,2026-03-01"], &[]);
    passes(
        &of("contracted"),
        &[
            "F-1,contracted,2026-09-01",
            "F-1,reserve,2026-07-01",
            "f 1,submitted,2026-03-01",
            "F-1,selected,2026-08-01",
            "F-1,under-review,2026-03-01",
        ],
        &[],
    );
    passes(&of("withdrawn"), &["F-1,screened,2026-03-01", "F-1,withdrawn,2026-04-01"], &[]);
    passes(&of("concept-drafting"), &["F-1,screened,2026-03-01", "F-1,concept-drafting,2026-02-01"], &["C538", "C535"]);
    passes(&of("submitted"), &["F-1,rejected,2026-03-01", "F-1,submitted,2026-04-01"], &["C536", "C535"]);
    passes(&of("selected"), &["F-1,selected,2026-03-01"], &["C536"]);
    passes("selected,,,,,,,2026-02-01,", &["F-1,selected,2026-03-01"], &[]);
    passes("selected,,,,,,,2026-04-01,", &["F-1,selected,2026-03-01"], &["C536"]);
    passes("contracted,,,,,,,2026-02-01,2026-03-01", &["F-1,contracted,2026-03-01"], &[]);
    passes(&of("submitted"), &["F-2,submitted,2026-03-01"], &["C534"]);
}

#[test]
fn a_budget_comes_to_what_its_application_says() {
    let eu = |cost: &str, kind: &str| format!("EU-NDICI,,identified,EUR,,,{kind},{cost},,,");
    let fr = |cost: &str, kind: &str| format!("FEC,,identified,EUR,,,{kind},{cost},,,");
    budgets(&eu("112000", ""), &["A-1,1,10,10000,EUR", "A-1,8,1,7000,EUR", "A-1,10,1,5000,EUR"], &[]);
    budgets(&eu("112001.01", ""), &["A-1,1,10,10000,EUR", "A-1,8,1,7000,EUR", "A-1,10,1,5000,EUR"], &["C552"]);
    budgets(&eu("107001", ""), &["A-1,1,10,10000,EUR", "A-1,8,1,7001,EUR"], &["C553"]);
    // A line of the other form counts, also under no heading; income does not on the European form.
    budgets(&eu("1030", ""), &["A-1,64,10,100,EUR", "A-1,63,1,30,EUR", "A-1,74,1,999,EUR"], &[]);
    budgets(&eu("40", ""), &["A-1,Ruches,2,20,EUR"], &["C532"]);
    // A line without an amount, another currency, and a sum of the form are not added up.
    budgets(&eu("1", ""), &["A-1,1,,100,EUR", "A-1,2,1,50,EUR"], &[]);
    budgets(&eu("1", ""), &["A-1,1,1,100,MAD"], &[]);
    budgets(&eu("1", ""), &["A-1,1,1,100,EUR", "A-1,2,1,100,MAD"], &["C555"]);
    budgets(&eu("100", ""), &["A-1,1,1,100,EUR", "A-1,7,1,100,EUR"], &["H208"]);
    budgets(&fr("120", "20"), &["A-1,64,1,100,EUR", "A-1,86,1,20,EUR"], &[]);
    budgets(&fr("120", ""), &["A-1,64,1,100,EUR", "A-1,86,1,20,EUR"], &["C554"]);
    budgets(&fr("100", "20"), &["A-1,64,1,100,EUR"], &["C554"]);
    budgets(&fr("100", ""), &["A-1,64,1,100,EUR", "A-1,74,1,98,EUR"], &["C556"]);
}

#[test]
fn numbers_without_bounds_are_judged() {
    const MOST: &str = "1000000000000";
    let all =
        |number: &str| format!("MEAE-DAECT-GEN,MEAE-GEN-2025,identified,EUR,{number},{number},{number},{number},,,");
    check("9999-12-31,,", &all(MOST), &["V309", "C540", "C550"]);
    check("2026-12-31,,", &all("79228162514264337593543950335"), &["V302", "V302", "V302", "V302"]);
    check("2026-12-31,,", &all("0.000000001"), &["C540"]);
    check("2026-12-31,,", &all("0"), &[]);
    let line = format!("A-1,1,{MOST},{MOST},EUR");
    budgets("EU-NDICI,,identified,EUR,,,,1,,,", &[&line, &line, "A-1,8,-3,1,EUR"], &["C552"]);
}
