//! What findings of the funding search do to the figures, and that the order of rows does nothing to them.

use bilan::model::{FindingCode, Scope, Severity};
use proptest::prelude::*;

use super::judged::{File, count, judge, settings, value};

const RATES: &[(&str, &str)] = &[("2025", "10.61"), ("2026", "10.85")];

const HEADINGS: [(&str, &str); 4] = [
    (
        "activities",
        "activity_id,title,territory_ma,theme,status,start_date,end_date,currency,contribution_other,third_country",
    ),
    (
        "funding",
        "application_id,activity_id,funder,call_name,funding_stage,currency,amount_requested,amount_signed,own_cash,\
         own_in_kind,total_cost,deadline,submission_date,decision_date",
    ),
    ("passages", "application_id,stage,date"),
    ("budget-lines", "activity_id,heading,quantity,unit_cost,currency"),
];

/// Makes the four files of a place.
fn files(place: &str, rows: &[Vec<String>; 4]) -> Vec<File> {
    let file = |((sheet, head), rows): (&(&str, &str), &Vec<String>)| {
        (format!("a/{place}--{sheet}.csv"), format!("{head}\n{}", rows.join("\n")))
    };
    HEADINGS.iter().zip(rows).map(file).collect()
}

#[test]
fn an_amount_that_breaks_a_rule_counts_and_is_provisional_where_it_counts() {
    let of = |place: &str, id: &str, requested: &str| {
        let activity = format!("A-{id},Eau,{place},health,ongoing,2026-01-01,2026-12-31,EUR,,");
        let call = "MEAE-DAECT-GEN,MEAE-GEN-2025,submitted,EUR";
        let application = format!("F-{id},A-{id},{call},{requested},,20000,5000,100000,,2026-02-01,");
        files(place, &[vec![activity], vec![application], Vec::new(), Vec::new()])
    };
    let all = [of("MA-TIZ", "1", "60000"), of("MA-TAT", "2", "40000")].concat();
    let scopes = [Scope::All, Scope::Territory("MA-TIZ".into()), Scope::Territory("MA-TAT".into())];
    let (figures, findings) = count(&settings("2026", RATES), &all, &scopes);
    let errors: Vec<_> = findings.iter().filter(|finding| finding.severity() == Severity::Error).collect();
    assert_eq!(errors.iter().map(|finding| finding.code).collect::<Vec<_>>(), [FindingCode::CeilingPassed]);
    let said = figures.iter().map(|each| (value(each, "X16-requested").to_string(), each.provisional));
    let said: Vec<(String, bool)> = said.collect();
    assert_eq!(said, [("100000".to_owned(), true), ("60000".to_owned(), true), ("40000".to_owned(), false)]);
}

const NUMBERS: [&str; 8] = ["", "0", "0.000000001", "40000", "50000.5", "100000", "1200000", "1000000000000"];
const DAYS: [&str; 6] = ["", "2025-09-30", "2025-10-01", "2026-03-01", "2026-11-30", "2028-01-01"];
const STAGES: [&str; 7] =
    ["concept-submitted", "preselected", "submitted", "reserve", "selected", "contracted", "rejected"];
const CALLS: [&str; 6] = [
    "MEAE-DAECT-GEN,MEAE-GEN-2025",
    "MEAE-DAECT-FRMA,FRMA-2025",
    "AFD-FICOL,FICOL-2020",
    "INTERREG-NEXT-MED,NEXTMED-1",
    "FEC,Villes 2030",
    "EU-NDICI,",
];
const LINES: [&str; 7] = ["1", "8", "10", "64", "86", "74", "Ruches"];

/// Picks one of a list.
fn one<const N: usize>(of: [&'static str; N]) -> impl Strategy<Value = &'static str> {
    (0..N).prop_map(move |at| of[at])
}

fn campaign() -> impl Strategy<Value = [Vec<String>; 4]> {
    let activity = (one(DAYS), one(["EUR", "MAD"]), one(NUMBERS), one(["", "SN"]));
    let amounts = proptest::collection::vec(one(NUMBERS), 5);
    let days = proptest::collection::vec(one(DAYS), 3);
    let named = one(["A-0", "A-1", "A-0;A-1", "A-9"]);
    let application = (named, one(CALLS), one(STAGES), one(["EUR", "MAD", "USD"]), amounts, days);
    let passage = (0..4usize, one(STAGES), one(DAYS));
    let line = (one(["", "A-0", "A-1"]), one(LINES), one(NUMBERS), one(NUMBERS), one(["EUR", "EUR", "EUR", "MAD"]));
    let rows = (
        proptest::collection::vec(activity, 2..3),
        proptest::collection::vec(application, 1..4),
        proptest::collection::vec(passage, 0..8),
        proptest::collection::vec(line, 0..6),
    );
    rows.prop_map(|(activities, applications, passages, lines)| {
        let activity = |(at, (end, currency, other, country)): (usize, _)| {
            format!("A-{at},Titre {at},MA-TIZ,health,ongoing,2025-01-01,{end},{currency},{other},{country}")
        };
        let application =
            |(at, (named, call, stage, currency, amounts, days)): (usize, (_, _, _, _, Vec<_>, Vec<_>))| {
                format!("F-{at},{named},{call},{stage},{currency},{},{}", amounts.join(","), days.join(","))
            };
        [
            activities.into_iter().enumerate().map(activity).collect(),
            applications.into_iter().enumerate().map(application).collect(),
            passages.into_iter().map(|(at, stage, day)| format!("F-{at},{stage},{day}")).collect(),
            lines.into_iter().map(|(id, head, many, cost, in_)| format!("{id},{head},{many},{cost},{in_}")).collect(),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Findings of one row may stand at another of the same; what they say is the same.
    #[test]
    fn the_order_of_rows_changes_no_finding((rows, seed) in (campaign(), proptest::collection::vec(any::<u32>(), 16))) {
        let mut turned = rows.clone();
        for rows in &mut turned {
            let mut keyed: Vec<_> = seed.iter().cycle().zip(rows.drain(..)).collect();
            keyed.sort();
            rows.extend(keyed.into_iter().map(|(_, row)| row));
        }
        let said = |rows: &[Vec<String>; 4]| {
            let judged = judge(&settings("2025-2026", RATES), &files("MA-TIZ", rows));
            let mut said: Vec<String> =
                judged.findings.iter().map(|finding| format!("{} {:?}", finding.code.code(), finding.args)).collect();
            said.sort();
            said
        };
        prop_assert_eq!(said(&rows), said(&turned));
    }
}
