//! What holds of any campaign, whatever stands in its files.

use std::collections::BTreeMap;

use bilan::model::report::Block;
use bilan::model::{Code, Figures, Outcome, Scope, Value};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::judged::{File, count, report, settings, value};

const PLACES: [&str; 4] = ["MA-AGD", "MA-AOU", "MA-TIZ", "MA-TAT"];
const STATUSES: [&str; 3] = ["ongoing", "closed", "cancelled"];
const CURRENCIES: [&str; 2] = ["EUR", "MAD"];
const RATES: &[(&str, &str)] = &[("2024", "10.83"), ("2025", "10.61")];

/// One activity: place, status, currency, budget, people, payments in two years, days of a mission, a reading.
type Activity = (usize, usize, usize, Option<u32>, Option<u32>, [Option<u32>; 2], Option<u8>, Option<u16>);

fn activities() -> impl Strategy<Value = Vec<Activity>> {
    let amount = || proptest::option::of(0u32..1_000_000);
    let one = (
        0..4usize,
        0..3usize,
        0..2usize,
        amount(),
        proptest::option::of(0u32..5_000),
        [amount(), amount()],
        proptest::option::of(1u8..90),
        proptest::option::of(0u16..500),
    );
    proptest::collection::vec(one, 1..14)
}

const HEADINGS: [(&str, &str); 4] = [
    ("activities", "activity_id,title,territory_ma,theme,status,start_date,currency,budget_total,beneficiaries_total"),
    ("amounts", "activity_id,kind,date,amount,currency"),
    ("exchanges", "activity_id,direction,date,person_days"),
    ("indicators", "activity_id,indicator_code,period,actual"),
];

/// Writes the rows of each place by sheet; names begin with a prefix, so that two sets are disjoint.
fn rows(activities: &[Activity], prefix: &str) -> BTreeMap<(usize, &'static str), Vec<String>> {
    let mut rows: BTreeMap<(usize, &'static str), Vec<String>> = BTreeMap::new();
    let shown = |number: &Option<u32>| number.map_or(String::new(), |number| number.to_string());
    for (at, (place, status, currency, budget, people, paid, days, read)) in activities.iter().enumerate() {
        let (code, status, currency) = (PLACES[*place], STATUSES[*status], CURRENCIES[*currency]);
        let mut put = |sheet: &'static str, row: String| rows.entry((*place, sheet)).or_default().push(row);
        let (budget, people) = (shown(budget), shown(people));
        let start = format!("{prefix}{at},title,{code},health,{status},2024-03-01,{currency}");
        put("activities", format!("{start},{budget},{people}"));
        for (year, amount) in [2024, 2025].iter().zip(paid) {
            if let Some(amount) = amount {
                put("amounts", format!("{prefix}{at},disbursed,{year}-06-30,{amount},{currency}"));
            }
        }
        if let Some(days) = days {
            put("exchanges", format!("{prefix}{at},fr-ma,2025-02-01,{days}"));
        }
        if let Some(read) = read {
            put("indicators", format!("{prefix}{at},T8.1,2025,{read}"));
        }
    }
    rows
}

/// Makes the files of a campaign: one a place and sheet, in the folder.
fn files(rows: &BTreeMap<(usize, &'static str), Vec<String>>, folder: &str) -> Vec<File> {
    let headings: BTreeMap<&str, &str> = HEADINGS.into();
    let file = |((place, sheet), rows): (&(usize, &'static str), &Vec<String>)| {
        let text = format!("{}\n{}", headings[sheet], rows.join("\n"));
        (format!("{folder}/{}--{sheet}.csv", PLACES[*place]), text)
    };
    rows.iter().map(file).collect()
}

fn whole(files: &[File]) -> Figures {
    count(&settings("2024-2025", RATES), files, &[Scope::All]).0.remove(0)
}

/// Gives every outcome with who reported and was asked, but of some families.
fn outcomes(figures: Figures, but: &[&str]) -> Vec<(Code, Outcome, u64, u64)> {
    let results = figures.results.into_iter().map(|result| result.figure);
    let all = figures.cross.into_values().chain(results);
    all.filter(|figure| !but.iter().any(|family| figure.code.starts_with(family)))
        .map(|figure| (figure.code, figure.outcome, figure.reported, figure.asked))
        .collect()
}

fn ends(figures: &Figures, code: &str) -> [Decimal; 2] {
    match figures.cross[code].outcome {
        Outcome::Interval(low, high) => [low, high],
        _ => [Decimal::ZERO; 2],
    }
}

fn near(one: Decimal, other: Decimal) -> bool {
    (one - other).abs() < Decimal::new(1, 6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_files_and_rows_changes_nothing(
        (activities, seed) in (activities(), proptest::collection::vec(any::<u32>(), 64))
    ) {
        let straight = rows(&activities, "A");
        let mut turned = straight.clone();
        for rows in turned.values_mut() {
            let mut keyed: Vec<_> = seed.iter().cycle().zip(rows.drain(..)).collect();
            keyed.sort();
            rows.extend(keyed.into_iter().map(|(_, row)| row));
        }
        let mut shuffled: Vec<_> = seed.iter().rev().cycle().zip(files(&turned, "a")).collect();
        shuffled.sort();
        let shuffled: Vec<File> = shuffled.into_iter().map(|(_, file)| file).collect();
        prop_assert_eq!(outcomes(whole(&files(&straight, "a")), &[]), outcomes(whole(&shuffled), &[]));
    }

    /// The cells read are the exception: a second file has headings of its own.
    #[test]
    fn a_table_in_two_files_is_one_table((activities, cut) in (activities(), any::<proptest::sample::Index>())) {
        let all = rows(&activities, "A");
        let (mut first, mut second) = (all.clone(), all.clone());
        for ((key, rows), number) in all.iter().zip(1usize..) {
            let at = (cut.index(rows.len() + 1) + number) % (rows.len() + 1);
            first.insert(*key, rows[..at].to_vec());
            second.insert(*key, rows[at..].to_vec());
        }
        let halves = [files(&first, "a"), files(&second, "b")].concat();
        let but = &["X13-cells"];
        prop_assert_eq!(outcomes(whole(&files(&all, "a")), but), outcomes(whole(&halves), but));
    }

    #[test]
    fn an_empty_return_changes_completeness_alone(activities in activities()) {
        let straight = files(&rows(&activities, "A"), "a");
        let mut more = straight.clone();
        more.push(("a/FR-38--activities.csv".to_owned(), HEADINGS[0].1.to_owned()));
        let (before, after) = (whole(&straight), whole(&more));
        let count = |figures: &Figures| figures.cross["X13-returned"].outcome.clone();
        let returned = |outcome| match outcome { Outcome::Ratio(above, _) => above, _ => Decimal::ZERO };
        prop_assert_eq!(returned(count(&before)) + Decimal::ONE, returned(count(&after)));
        prop_assert_eq!(outcomes(before, &["X13-"]), outcomes(after, &["X13-"]));
    }

    /// Converting row by row, or each currency's sum at the rate of each year, gives one amount.
    #[test]
    fn converting_and_adding_commute(activities in activities()) {
        let figures = whole(&files(&rows(&activities, "A"), "a"));
        let mut sums = [[Decimal::ZERO; 2]; 2];
        for (_, _, currency, _, _, paid, _, _) in &activities {
            for (year, amount) in paid.iter().enumerate() {
                sums[*currency][year] += Decimal::from(amount.unwrap_or_default());
            }
        }
        let rate = |year: usize| RATES[year].1.parse::<Decimal>().unwrap();
        let converted = sums[0][0] + sums[0][1] + sums[1][0] / rate(0) + sums[1][1] / rate(1);
        prop_assert!(near(value(&figures, "X3-disbursed"), converted));
        if let Outcome::Money(sum) = &figures.cross["X3-disbursed"].outcome {
            for (at, currency) in CURRENCIES.iter().enumerate() {
                let own = sum.by_currency.get(&Code::from(*currency)).copied().unwrap_or_default();
                prop_assert_eq!(own, sums[at][0] + sums[at][1]);
            }
        }
    }

    #[test]
    fn the_flows_of_two_disjoint_campaigns_add((one, other) in (activities(), activities())) {
        let lower = |activities: Vec<Activity>, half: usize| -> Vec<Activity> {
            activities.into_iter().map(|mut each| { each.0 = each.0 % 2 + half; each }).collect()
        };
        let one = files(&rows(&lower(one, 0), "A"), "a");
        let other = files(&rows(&lower(other, 2), "B"), "b");
        let both = whole(&[one.clone(), other.clone()].concat());
        let (one, other) = (whole(&one), whole(&other));
        for code in ["X1-total", "X1-started", "X3-budget", "X3-disbursed", "X6-missions", "X6-days", "X6-fr-ma"] {
            prop_assert!(near(value(&one, code) + value(&other, code), value(&both, code)), "{code}");
        }
        // No place holds activities of both, so that both ends of people add too.
        let [low, high] = ends(&both, "X4-total");
        let sums = [0, 1].map(|at| ends(&one, "X4-total")[at] + ends(&other, "X4-total")[at]);
        prop_assert_eq!(sums, [low, high]);
    }

    #[test]
    fn the_territories_of_one_side_add_up(activities in activities()) {
        let settings = settings("2024-2025", RATES);
        let scopes: Vec<Scope> =
            std::iter::once(Scope::All).chain(PLACES.map(|code| Scope::Territory(code.into()))).collect();
        let (all, _) = count(&settings, &files(&rows(&activities, "A"), "a"), &scopes);
        for code in ["X1-total", "X1-completed", "X3-budget", "X3-disbursed", "X6-missions", "X6-days"] {
            let parts: Decimal = all[1..].iter().map(|figures| value(figures, code)).sum();
            prop_assert!(near(parts, value(&all[0], code)), "{code}");
        }
        let parts: [Decimal; 2] = [0, 1].map(|at| all[1..].iter().map(|figures| ends(figures, "X4-total")[at]).sum());
        prop_assert_eq!(parts, ends(&all[0], "X4-total"));
        prop_assert!(!all[0].territories.overlapping);
    }
}

#[test]
fn tables_that_do_not_add_up_say_why() {
    let notes = |rows: &str| -> BTreeMap<&str, Vec<Value>> {
        let headings = "activity_id,title,territory_ma,territory_fr,theme,other_themes,status,start_date,currency,\
                        budget_total,sdg";
        let file = ("MA-AGD--activities.csv".to_owned(), format!("{headings}\n{rows}"));
        let report = report(&settings("2024-2025", RATES), &[file]);
        let blocks = report.chapters.into_iter().flat_map(|chapter| chapter.blocks);
        let tables = ["grid-by-theme", "grid-by-status", "grid-by-territory", "grid-money-by-theme", "grid-by-goal"];
        let grids = blocks.filter_map(|block| match block {
            Block::Grid(grid) if grid.total.is_some() => {
                let title = tables.into_iter().find(|key| grid.title == Value::key(key))?;
                Some((title, grid.notes))
            }
            _ => None,
        });
        grids.collect()
    };
    let shared = notes("A1,a,MA-AGD;MA-TIZ,FR-38,health,housing,ongoing,2024-03-01,EUR,1000,6.1;11.6");
    let overlapping = Value::key("note-overlapping");
    for table in ["grid-by-theme", "grid-by-territory", "grid-money-by-theme"] {
        assert!(shared[table].contains(&overlapping), "{table}: {:?}", shared[table]);
    }
    assert!(shared["grid-by-goal"].contains(&Value::key("note-goals-overlapping")));
    assert!(!shared["grid-by-status"].contains(&overlapping), "each activity has one status");
    let alone = notes("A1,a,MA-AGD,,health,,ongoing,2024-03-01,EUR,1000,6.1:60;11.6:40");
    for (table, notes) in &alone {
        assert!(!notes.contains(&overlapping), "{table}: {notes:?}");
    }
    assert!(alone["grid-by-goal"].contains(&Value::key("note-goals-weighted")));
}
