//! The figures in machine form: `data/figures.csv`, one value a line, with every digit that was computed.

use rust_decimal::Decimal;

use crate::error::Result;
use crate::model::figures::{Breakdown, Refusal, Result as Line};
use crate::model::{Dataset, DocumentKind, Field, Figure, Figures, MoneySum, Outcome, Sheet};
use crate::render::records::{masked, written};

/// The name of the file; it stands in `data` for everybody, and in the folder of the office with nothing masked.
pub const NAME: &str = "figures.csv";

/// The most lines of a part.
const PART: usize = 10_000;

const HEADINGS: [&str; 10] =
    ["document", "table", "code", "outcome", "part", "value", "reported", "asked", "undated", "provisional"];

/// Gives the head of the csv: comma between cells, point as the decimal sign, UTF-8. The lines of the documents follow.
///
/// # Errors
///
/// None that is known.
pub fn head() -> Result<Vec<u8>> {
    written(NAME, std::iter::once(HEADINGS.map(str::to_owned)))
}

/// Gives the lines of one document.
///
/// The sheets of activities are not among them: there may be thousands, and each tells the cells of one activity.
///
/// A figure takes one line a `part`:
///
/// | outcome | parts |
/// | --- | --- |
/// | `number` | `value` |
/// | `money` | each currency as it was reported, then `converted`, empty where a currency has no rate |
/// | `interval` | `low`, `high` |
/// | `ratio` | `numerator`, `denominator` |
/// | `spread` | each value of the list with its number of rows, then `median` |
/// | `not-reported` | one line, all empty |
/// | `refused` | the reason |
/// | `masked` | `few` of a small group of people, `withheld` of what would tell one; never in the file of the office |
///
/// Cross-cutting figures stand in the table `cross`, those of the themes in `results`. An indicator of a theme has four
/// more lines in `targets`: `baseline`, `target`, `actual` and `attainment`, whose outcome is the reason where it has
/// none; a value that is masked is `few` or `withheld`. The table `goals` has the budget by sustainable development goal,
/// `all` being that of the activities that name one; who reports are activities. The tables `theme:health`,
/// `status:ongoing` and so on have the main figures of the activities of a theme or a status; `stages` has the applications
/// whose present stage is this one, those that came as far at least, and what the present ones request.
///
/// They are handed to `put` in parts, in their order: a large campaign has a million.
///
/// # Errors
///
/// Those of `put`.
pub fn csv(
    kind: &DocumentKind,
    figures: &Figures,
    dataset: &Dataset,
    put: &mut dyn FnMut(&[u8]) -> Result<()>,
) -> Result<()> {
    let document = kind.stem();
    let cross = figures.cross.values().flat_map(|figure| lines("cross", figure));
    let results = figures.results.iter().flat_map(|line| lines("results", &line.figure).into_iter().chain(aims(line)));
    let by_theme = breakdown("theme", &figures.themes).chain(breakdown("status", &figures.statuses));
    let lines = cross.chain(results).chain(goals(figures)).chain(needs(figures, dataset)).chain(by_theme);
    let mut lines = lines.chain(stages(figures)).peekable();
    while lines.peek().is_some() {
        put(&written(NAME, lines.by_ref().take(PART).map(|line| std::iter::once(document.clone()).chain(line)))?)?;
    }
    Ok(())
}

type Record = [String; 9];

/// Makes the lines of one figure.
fn lines(table: &str, figure: &Figure) -> Vec<Record> {
    let (outcome, parts) = parts(&figure.outcome);
    let line = |(part, value): (String, String)| {
        [
            table.to_owned(),
            figure.code.to_string(),
            outcome.to_owned(),
            part,
            value,
            figure.reported.to_string(),
            figure.asked.to_string(),
            figure.undated.to_string(),
            figure.provisional.to_string(),
        ]
    };
    parts.into_iter().map(line).collect()
}

/// Makes the six lines of each group of activities that are financed together, and of all of them.
fn needs<'a>(figures: &'a Figures, dataset: &'a Dataset) -> impl Iterator<Item = Record> + 'a {
    let needs = &figures.funding.needs;
    let name = move |sheet, field, rows: &[u32]| -> Vec<String> {
        let table = dataset.table(sheet);
        let row = |at: &u32| table.rows.get(*at as usize).and_then(|row| table.cell(row, field).text());
        rows.iter().filter_map(row).map(str::to_owned).collect()
    };
    let money = |sum: &MoneySum| sum.converted;
    let groups = needs.groups.iter().flat_map(move |need| {
        let mut names = match need.activities.as_slice() {
            [] => name(Sheet::Funding, Field::ApplicationId, &need.applications),
            rows => name(Sheet::Activities, Field::ActivityId, rows),
        };
        names.sort();
        let amounts = [
            need.cost.as_ref().and_then(money),
            money(&need.secured),
            need.own.as_ref().and_then(money),
            money(&need.expected),
            need.gap,
            need.gap_after,
        ];
        let counts = (need.activities.len() as u64, need.applications.len() as u64);
        lacked(&names.join(";"), amounts, counts, need.provisional)
    });
    let all = &needs.whole;
    let amounts = [all.cost, all.secured, all.own, all.expected, all.gap, all.gap_after].map(|sum| sum.amount);
    let provisional = needs.groups.iter().any(|need| need.provisional);
    let whole = lacked("all", amounts, (all.activities, all.applications), provisional);
    groups.chain(whole.into_iter().filter(|_| !needs.groups.is_empty()))
}

fn lacked(code: &str, amounts: [Option<Decimal>; 6], (reported, asked): (u64, u64), provisional: bool) -> [Record; 6] {
    const PARTS: [&str; 6] = ["cost", "secured", "own", "expected", "gap", "gap-after"];
    let line = |(part, amount): (&str, Option<Decimal>)| {
        [
            "needs".to_owned(),
            code.to_owned(),
            "need".to_owned(),
            part.to_owned(),
            text(amount),
            reported.to_string(),
            asked.to_string(),
            String::new(),
            provisional.to_string(),
        ]
    };
    std::array::from_fn(|at| line((PARTS[at], amounts[at])))
}

/// Makes the four lines of what an indicator of a theme aims at.
fn aims(line: &Line) -> [Record; 4] {
    let attainment = line.attainment.as_ref();
    let [baseline, target, actual] = line.masked;
    let parts = [
        ("baseline", line.baseline, baseline),
        ("target", line.target, target),
        ("actual", line.actual, actual),
        ("attainment", attainment.ok().copied(), None),
    ];
    let outcome = attainment.err().map_or("number", reason);
    parts.map(|(part, value, mask)| {
        [
            "targets".to_owned(),
            line.code.to_string(),
            outcome.to_owned(),
            part.to_owned(),
            mask.map_or_else(|| text(value), |mask| masked(mask).to_owned()),
            line.complete.to_string(),
            line.series.to_string(),
            String::new(),
            line.figure.provisional.to_string(),
        ]
    })
}

/// Makes the lines of the budget by goal.
fn goals(figures: &Figures) -> impl Iterator<Item = Record> + '_ {
    let lines = figures.goals.lines.iter().map(|line| (line.goal.as_str(), line.activities, &line.budget));
    let whole = lines.len() > 0;
    let whole = whole.then_some(("all", figures.goals.whole.0, &figures.goals.whole.1));
    lines.chain(whole).flat_map(|(goal, activities, budget)| {
        money(budget).into_iter().map(move |(part, value)| {
            let [table, outcome] = ["goals", "money"].map(str::to_owned);
            let [none, asked] = [String::new(), String::new()];
            [table, goal.to_owned(), outcome, part, value, activities.to_string(), asked, none.clone(), none]
        })
    })
}

/// Makes the lines of the figures of each theme or status.
fn breakdown<'f>(axis: &'static str, of: &'f Breakdown) -> impl Iterator<Item = Record> + 'f {
    of.lines.iter().flat_map(move |(code, set)| {
        let table = format!("{axis}:{code}");
        set.values().flat_map(move |figure| lines(&table, figure))
    })
}

/// Makes the lines of each stage of applications.
fn stages(figures: &Figures) -> impl Iterator<Item = Record> + '_ {
    figures.funding.stages.iter().flat_map(|line| {
        let counts =
            [("present", line.present), ("reached", line.reached)].map(|(part, count)| (part.to_owned(), count));
        let counts = counts.map(|(part, count)| (part, count.to_string()));
        counts.into_iter().chain(money(&line.requested)).map(|(part, value)| {
            let [none, asked, undated] = [(); 3].map(|()| String::new());
            let [table, outcome] = ["stages", "stage"].map(str::to_owned);
            [table, line.stage.to_string(), outcome, part, value, line.present.to_string(), asked, undated, none]
        })
    })
}

fn text(number: Option<Decimal>) -> String {
    number.map_or_else(String::new, |number| number.normalize().to_string())
}

fn parts(outcome: &Outcome) -> (&'static str, Vec<(String, String)>) {
    let pair =
        |a: &str, x: Decimal, b: &str, y: Decimal| vec![(a.to_owned(), text(Some(x))), (b.to_owned(), text(Some(y)))];
    match outcome {
        Outcome::Number(number) => ("number", vec![("value".to_owned(), text(Some(*number)))]),
        Outcome::Money(sum) => ("money", money(sum)),
        Outcome::Interval(low, high) => ("interval", pair("low", *low, "high", *high)),
        Outcome::Ratio(above, below) => ("ratio", pair("numerator", *above, "denominator", *below)),
        Outcome::Spread(counts, median) => {
            let counts = counts.iter().map(|(value, count)| (value.to_string(), count.to_string()));
            let median = median.as_deref().unwrap_or_default().to_owned();
            ("spread", counts.chain([("median".to_owned(), median)]).collect())
        }
        Outcome::NotReported => ("not-reported", vec![Default::default()]),
        Outcome::Refused(refusal) => ("refused", vec![(reason(refusal).to_owned(), String::new())]),
        Outcome::Masked(mask) => ("masked", vec![(masked(*mask).to_owned(), String::new())]),
    }
}

fn money(sum: &MoneySum) -> Vec<(String, String)> {
    let each = sum.by_currency.iter().map(|(currency, amount)| (currency.to_string(), text(Some(*amount))));
    each.chain([("converted".to_owned(), text(sum.converted))]).collect()
}

/// Names the reason of a refusal, as the language-free report does.
const fn reason(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::MixedAccumulation => "mixed-accumulation",
        Refusal::NoRate(_) => "no-rate",
        Refusal::NoTotal => "no-total",
        Refusal::NoParts => "no-parts",
        Refusal::NoDistance => "no-distance",
        Refusal::Incomplete => "incomplete",
        Refusal::Overlap => "overlap",
        Refusal::Masked => "masked",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(outcome: Outcome, expected: &[(&str, &str)]) {
        let (_, parts) = parts(&outcome);
        let parts: Vec<_> = parts.iter().map(|(part, value)| (part.as_str(), value.as_str())).collect();
        assert_eq!(parts, expected);
    }

    #[test]
    fn every_part_of_a_figure_has_its_line() {
        check(Outcome::Number(Decimal::new(1250, 2)), &[("value", "12.5")]);
        check(Outcome::Ratio(1.into(), 3.into()), &[("numerator", "1"), ("denominator", "3")]);
        let by_currency = [("EUR".into(), 5.into()), ("MAD".into(), 7.into())].into();
        let sum = MoneySum { by_currency, converted: None, without_rate: vec!["MAD".into()] };
        check(Outcome::Money(sum), &[("EUR", "5"), ("MAD", "7"), ("converted", "")]);
        check(Outcome::Refused(Refusal::NoTotal), &[("no-total", "")]);
        check(Outcome::NotReported, &[("", "")]);
    }
}
