//! What differs between two runs.

use super::*;
use crate::compute::{changes, snapshot};
use crate::model::changes::{Changes, Difference};
use crate::model::snapshot::Snapshot;

const BEFORE: &str = "
    [activities]
    activity_id,title,territory_ma,theme,status,start_date,currency,budget_total,budget_spent
    A1,Wells,MA-AGD,health,ongoing,2025-01-01,EUR,100,40
    A2,Roads,MA-AOU,health,ongoing,2025-01-01,EUR,200,
    A3,Schools,MA-AOU,health,ongoing,2025-01-01,EUR,300,10
    [recommendations]
    text,addressee,due,status
    Publish the list,Both,2025-06-01,open
    Publish the list,Isère,2025-06-01,open
    Meet twice a year,,2025-06-01,open";

const NOW: &str = "
    [activities]
    activity_id,title,territory_ma,theme,status,start_date,currency,budget_total,budget_spent
    A1,Wells,MA-AGD,health,closed,2025-01-01,EUR,100,90
    A2,Roads,MA-AOU,health,ongoing,2025-01-01,EUR,250,
    A4,Clinics,MA-AOU,health,ongoing,2025-01-01,EUR,50,
    [recommendations]
    text,addressee,due,status
    PUBLISH the  list,Isère,2025-06-01,done";

fn taken(text: &str, sent: &[&str]) -> Snapshot {
    let settings = settings("2025");
    let mut dataset = data(text);
    for (at, territory) in sent.iter().enumerate() {
        returned(&mut dataset, territory, at as u16, None);
    }
    prepare(&mut dataset, &REFERENCE, &settings);
    let whole = Prepared::new(&dataset, &REFERENCE, &settings).figures(&Scope::All);
    snapshot(&dataset, &whole, &settings)
}

fn compared() -> Changes {
    changes(&taken(BEFORE, &["MA-AGD", "MA-AOU"]), &taken(NOW, &["MA-AGD", "MA-AZI"]))
}

#[test]
fn activities_are_followed_by_their_identifier() {
    let found = compared();
    let ids = |all: &[crate::model::changes::Named]| all.iter().map(|each| each.id.to_string()).collect::<Vec<_>>();
    assert_eq!(
        (ids(&found.new), ids(&found.completed), ids(&found.gone)),
        (vec!["A4".into()], vec!["A1".into()], vec!["A3".into()])
    );
    let revised: Vec<_> = found
        .revised
        .iter()
        .map(|each| (each.activity.id.as_str(), each.before[&Code::from("EUR")], each.now[&Code::from("EUR")]))
        .collect();
    assert_eq!(revised, [("A2", number("200"), number("250"))]);
}

#[test]
fn figures_differ_by_their_kind() {
    let found = compared();
    let change = |code: &str| found.figures.iter().find(|each| each.code == *code).unwrap().change;
    assert_eq!(change("X1-total"), Some(Difference::Count(number("0"))));
    assert_eq!(change("X1-completed"), Some(Difference::Count(number("1"))));
    // 600 to 400, 50 to 90; 50 of 400 and 90 of 100 over the activities that report both.
    assert_eq!(
        change("X3-budget").map(|change| format!("{change:?}")),
        Some("Growth(-0.3333333333333333333333333333)".into())
    );
    assert_eq!(change("X3-disbursed"), Some(Difference::Growth(number("0.8"))));
    assert_eq!(change("X3-execution-rate"), Some(Difference::Distance(number("0.775"))));
    assert_eq!(change("X6-missions"), None);
}

#[test]
fn territories_come_back_and_fall_silent_by_name() {
    let found = compared();
    assert_eq!((found.returned, found.silent), (vec![Code::from("MA-AZI")], vec![Code::from("MA-AOU")]));
}

#[test]
fn recommendations_are_followed_by_their_text_and_addressee() {
    let status: Vec<_> = compared()
        .followed
        .iter()
        .map(|each| each.now.as_ref().and_then(|now| now.status.as_ref()).map(ToString::to_string))
        .collect();
    assert_eq!(status, [None, Some("done".to_owned()), None]);
}

#[test]
fn money_of_two_currencies_is_not_compared() {
    let before = Snapshot { currency: Code::from("MAD"), ..taken(BEFORE, &[]) };
    let found = changes(&before, &taken(NOW, &[]));
    assert!(found.figures.iter().all(|each| !matches!(each.change, Some(Difference::Growth(_)))));
}

#[test]
fn a_snapshot_is_read_as_it_was_written() {
    let before = taken(BEFORE, &["MA-AGD"]);
    let text = serde_json::to_string(&before).unwrap();
    assert_eq!(serde_json::from_str::<Snapshot>(&text).unwrap(), before);
}
