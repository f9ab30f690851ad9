//! Properties that hold for any dataset.

use proptest::prelude::*;

use super::*;
use crate::model::figures::Figures;

const PLACES: [&str; 4] = ["MA-AGD", "MA-AOU", "MA-ASZ", "MA-AZI"];
const STATUSES: [&str; 3] = ["ongoing", "closed", "cancelled"];
const CURRENCIES: [&str; 2] = ["EUR", "MAD"];

type Activity = (usize, usize, usize, Option<u32>, Option<u32>, Option<u32>);

fn activities() -> impl Strategy<Value = Vec<Activity>> {
    let amount = || proptest::option::of(0u32..1_000_000);
    proptest::collection::vec((0..4usize, 0..3usize, 0..2usize, amount(), amount(), amount()), 1..20)
}

fn rows(activities: &[Activity], order: &[usize]) -> Dataset {
    let mut text = String::from(
        "[activities]\nactivity_id,territory_ma,theme,status,start_date,currency,budget_total,budget_spent,beneficiaries_total\n",
    );
    let shown = |number: &Option<u32>| number.map_or(String::new(), |number| number.to_string());
    for &at in order {
        let (place, status, currency, budget, spent, people) = &activities[at];
        text += &format!(
            "A{at},{},health,{},2025-01-01,{},{},{},{}\n",
            PLACES[*place],
            STATUSES[*status],
            CURRENCIES[*currency],
            shown(budget),
            shown(spent),
            shown(people)
        );
    }
    data(&text)
}

fn count(mut dataset: Dataset, scopes: &[Scope]) -> Vec<Figures> {
    let mut settings = settings("2025");
    rate(&mut settings, "2025", "10.83");
    prepare(&mut dataset, &REFERENCE, &settings);
    let prepared = Prepared::new(&dataset, &REFERENCE, &settings);
    scopes.iter().map(|scope| prepared.figures(scope)).collect()
}

fn value(figures: &Figures, code: &str) -> Decimal {
    match &figures.cross[code].outcome {
        Outcome::Interval(_, high) => *high,
        outcome => outcome.value().unwrap_or_default(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_rows_changes_nothing(
        (activities, order) in activities().prop_flat_map(|activities| {
            let order: Vec<usize> = (0..activities.len()).collect();
            (Just(activities), Just(order).prop_shuffle())
        })
    ) {
        let straight: Vec<usize> = (0..activities.len()).collect();
        let outcomes = |order: &[usize]| -> Vec<Outcome> {
            let figures = count(rows(&activities, order), &[Scope::All]).remove(0);
            figures.cross.into_values().map(|figure| figure.outcome).collect()
        };
        prop_assert_eq!(outcomes(&straight), outcomes(&order));
    }

    #[test]
    fn territories_add_up_where_each_activity_has_one(activities in activities()) {
        let straight: Vec<usize> = (0..activities.len()).collect();
        let scopes: Vec<Scope> = std::iter::once(Scope::All).chain(PLACES.map(territory)).collect();
        let all = count(rows(&activities, &straight), &scopes);
        for code in ["X1-total", "X1-started", "X3-budget", "X3-disbursed", "X4-total"] {
            let parts: Decimal = all[1..].iter().map(|figures| value(figures, code)).sum();
            prop_assert!((parts - value(&all[0], code)).abs() < number("0.000001"), "{code}");
        }
        // So do the low ends of people, since no place holds two territories.
        let low = |figures: &Figures| match figures.cross["X4-total"].outcome {
            Outcome::Interval(low, high) => { assert!(low <= high); low }
            _ => Decimal::ZERO,
        };
        prop_assert_eq!(all[1..].iter().map(low).sum::<Decimal>(), low(&all[0]));
    }

    #[test]
    fn a_rate_is_a_ratio_of_sums(activities in activities()) {
        let straight: Vec<usize> = (0..activities.len()).collect();
        let figures = count(rows(&activities, &straight), &[Scope::All]).remove(0);
        let rate = number("10.83");
        let (mut spent, mut budget) = (Decimal::ZERO, Decimal::ZERO);
        for activity in &activities {
            if let (Some(planned), Some(paid)) = (activity.3, activity.4) {
                let divisor = if activity.2 == 0 { Decimal::ONE } else { rate };
                spent += Decimal::from(paid) / divisor;
                budget += Decimal::from(planned) / divisor;
            }
        }
        match figures.cross["X3-execution-rate"].outcome {
            Outcome::Ratio(above, below) => {
                prop_assert!((above - spent).abs() < number("0.000001") && (below - budget).abs() < number("0.000001"));
            }
            _ => prop_assert!(budget.is_zero()),
        }
    }
}
