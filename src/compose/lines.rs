//! Amounts over time as lines on one scale.

use rust_decimal::Decimal;

use super::scale::{Scale, share};
use crate::model::Value;
use crate::model::report::{Line, Plot};

/// One flow over time: its name, and its amount at each point; `None` where nothing was reported.
pub struct Flow {
    pub name: Value,
    pub amounts: Vec<Option<Decimal>>,
}

/// As many lines as can be told apart in grey.
const MOST: usize = 3;
/// The steps of a scale: the largest amount lies at or below one of them times a power of ten.
const STEPS: [i64; 5] = [10, 20, 40, 60, 80];

/// Draws flows over time, or nothing where no flow has two points.
pub fn plot(times: &[Value], open: bool, mut flows: Vec<Flow>, scale: &Scale) -> Option<(Plot, Value)> {
    flows.retain(|flow| flow.amounts.iter().flatten().any(|amount| amount.is_sign_positive() && !amount.is_zero()));
    flows.truncate(MOST);
    let drawn = flows.iter().any(|flow| flow.amounts.iter().flatten().count() > 1);
    let most = flows.iter().flat_map(|flow| flow.amounts.iter().flatten()).max().filter(|_| drawn)?;
    let top = top(*most)?;
    let point = |amount: &Option<Decimal>| amount.map(|amount| (share(amount, top), scale.number(amount)));
    let lines =
        flows.iter().map(|flow| Line { name: flow.name.clone(), points: flow.amounts.iter().map(point).collect() });
    let half = top / Decimal::TWO;
    let plot = Plot::Lines {
        times: times.to_vec(),
        open,
        scale: [Decimal::ZERO, half, top].map(|mark| (share(mark, top), scale.number(mark))).to_vec(),
        lines: lines.collect(),
    };
    let counted = |name: Value, count: Value| Value::phrase("report-counted", [("name", name), ("count", count)]);
    let told = |flow: &Flow| {
        let points = times.iter().zip(&flow.amounts);
        let points = points.map(|(time, amount)| counted(time.clone(), scale.cell(*amount))).collect();
        Value::phrase("lines-alt", [("name", flow.name.clone()), ("points", Value::List(points))])
    };
    Some((plot, Value::sentences(flows.iter().map(told))?))
}

/// Gives the end of the scale: a round number at or above the largest amount.
fn top(most: Decimal) -> Option<Decimal> {
    let mut power = Decimal::ONE;
    while power.checked_mul(Decimal::ONE_HUNDRED)? < most {
        power = power.checked_mul(Decimal::TEN)?;
    }
    let steps = STEPS.iter().chain([&100]).map(|step| power.checked_mul((*step).into()));
    steps.flatten().find(|step| *step >= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(most: i64, expected: i64) {
        assert_eq!(top(most.into()), Some(expected.into()));
    }

    #[test]
    fn the_scale_ends_at_a_round_number() {
        check(3, 10);
        check(100, 100);
        check(101, 200);
        check(1_950_000, 2_000_000);
        check(4_400_000, 6_000_000);
    }

    #[test]
    fn what_was_not_reported_is_a_gap_and_told() {
        let scale = Scale::of([], &"EUR".into());
        let times = [1_u32, 2, 3].map(Value::count);
        let flow = |amounts: [Option<i64>; 3]| Flow {
            name: Value::key("report-head-spent"),
            amounts: amounts.map(|amount| amount.map(Decimal::from)).to_vec(),
        };
        let (plot, alt) = self::plot(&times, false, vec![flow([Some(5), None, Some(0)])], &scale).unwrap();
        let Plot::Lines { lines, .. } = plot else { panic!("{plot:?}") };
        assert_eq!(lines[0].points[1], None);
        assert_eq!(lines[0].points[2], Some((0.0, Value::Number(Decimal::ZERO, 0))));
        assert!(serde_json::to_string(&alt).unwrap().contains(&serde_json::to_string(&Value::Missing).unwrap()));
        assert!(self::plot(&times, false, vec![flow([Some(5), None, None])], &scale).is_none());
        assert!(self::plot(&times, false, vec![flow([None; 3])], &scale).is_none());
    }
}
