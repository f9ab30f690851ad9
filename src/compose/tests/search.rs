//! The funding search of the small world: where its applications stand, their deadlines, and what projects lack.

use jiff::civil::{Date, date, time};
use rust_decimal::Decimal;

use super::world::euros;
use crate::model::MoneySum;
use crate::model::deadline::{Band, CallCheck, Deadline, Limit, Moment, PaperState, PlanStep, RuleSource, Standing};
use crate::model::figures::{FunderLine, FundingStatus, StageLine};
use crate::model::needs::{CostBasis, Need, NeedSum, NeedSums, Needs, OwnBasis};

/// The status of three applications.
pub fn status() -> FundingStatus {
    let stage = |stage: &str, present, reached| StageLine {
        stage: stage.into(),
        present,
        reached,
        requested: if present > 0 { euros(100_000) } else { MoneySum::default() },
    };
    FundingStatus {
        stages: vec![
            stage("identified", 0, 3),
            stage("submitted", 1, 3),
            stage("selected", 0, 1),
            stage("contracted", 1, 1),
            stage("rejected", 1, 1),
        ],
        funders: vec![
            FunderLine {
                funder: "AFD-FICOL".into(),
                applications: 2,
                requested: euros(200_000),
                awarded: euros(80_000),
                pending: euros(100_000),
            },
            FunderLine {
                funder: "AFD".into(),
                applications: 1,
                requested: euros(100_000),
                awarded: MoneySum::default(),
                pending: MoneySum::default(),
            },
        ],
        deadlines: vec![
            Deadline {
                date: date(2026, 11, 1),
                days: -29,
                band: Band::Overdue,
                moment: None,
                row: 2,
                call: None,
                plan: vec![step("deliberation", None, PaperState::NotReported, false)],
            },
            Deadline {
                date: date(2026, 12, 15),
                days: 15,
                band: Band::Fortnight,
                moment: Some(Moment {
                    time: time(16, 0, 0, 0),
                    zone: "Europe/Brussels".into(),
                    utc: date(2026, 12, 15).at(15, 0, 0, 0),
                }),
                row: 1,
                call: Some("FICOL-2026".into()),
                plan: vec![
                    step("deliberation", Some(date(2026, 10, 31)), PaperState::Open, true),
                    step("letter-of-intent", Some(date(2026, 12, 5)), PaperState::Ready, false),
                ],
            },
        ],
        checks: vec![CallCheck {
            row: 1,
            call: "FICOL-2026".into(),
            rule: Some(RuleSource { name: "grant".into(), valid_from: None, source: "none".into(), verified: false }),
            rate: Limit {
                share: Some((71.into(), 100.into())),
                limit: Some(Decimal::new(7, 1)),
                standing: Standing::Broken,
            },
            own: Limit { share: Some((5.into(), 100.into())), limit: None, standing: Standing::Unknown },
            in_kind: Limit { share: None, limit: Some(Decimal::new(5, 1)), standing: Standing::Unknown },
        }],
        needs: needs(),
        days_to_decision: Some(120),
    }
}

fn step(paper: &str, day: Option<Date>, state: PaperState, late: bool) -> PlanStep {
    PlanStep { paper: paper.into(), lead: day.map(|_| 45), day, state, late }
}

/// What three projects lack: one in full, one without an own contribution, one without a cost.
fn needs() -> Needs {
    let need = |activities: &[u32], applications: &[u32], cost: Option<i64>, own: Option<i64>, gap: Option<i64>| Need {
        activities: activities.into(),
        applications: applications.into(),
        cost: cost.map(euros),
        cost_basis: if cost.is_some() { CostBasis::Budgets } else { CostBasis::Unknown },
        secured: euros(80_000),
        unsigned: 0,
        own: own.map(euros),
        own_basis: if own.is_some() { OwnBasis::Application } else { OwnBasis::Unknown },
        expected: euros(20_000),
        unpriced: 1,
        gap: gap.map(Decimal::from),
        gap_after: gap.map(|gap| Decimal::from(gap - 20_000)),
        provisional: false,
    };
    let sum = |amount: i64, reported| NeedSum { amount: Some(amount.into()), reported };
    let whole = NeedSums {
        groups: 3,
        activities: 4,
        applications: 3,
        cost: sum(340_000, 2),
        secured: sum(240_000, 3),
        own: sum(40_000, 2),
        expected: sum(60_000, 3),
        gap: sum(140_000, 2),
        gap_after: sum(100_000, 2),
        surplus: (0, 0.into()),
        own_unknown: 1,
    };
    Needs {
        groups: vec![
            need(&[0, 1], &[0, 1], Some(240_000), Some(40_000), Some(120_000)).into(),
            need(&[3], &[], Some(100_000), None, Some(20_000)).into(),
            need(&[2], &[2], None, Some(0), None).into(),
        ],
        pairs: vec![(("MA-AGD".into(), "FR-81".into()), whole.clone())],
        themes: vec![("health".into(), whole.clone())],
        whole,
        pairs_overlap: true,
        themes_overlap: false,
        without_pair: 1,
        rates: vec![0],
    }
}
