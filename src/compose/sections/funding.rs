//! The joint search for funding: how far applications went, what projects lack, rules and deadlines.

use rust_decimal::Decimal;

use super::{applications, call_rules, deadlines, needs};
use crate::compose::scale::{self, Scale, share};
use crate::compose::{Inputs, figure, grid};
use crate::model::figures::{FunderLine, StageLine};
use crate::model::report::{AmountRow, Block, Chapter, Chart, FunnelStep, GridCell, Plot, Tile, Tone};
use crate::model::{DocumentKind, Figures, List, Value};

/// The stages at which the funnel counts, of those that the list of stages holds.
const STEPS: &[&str] =
    &["identified", "concept-submitted", "preselected", "submitted", "selected", "contracted", "first-instalment"];
/// The funders that have a row of their own.
const FUNDERS: usize = 9;

/// Lays out the funnel, the funders, success and deadlines.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    let set = &figures.cross;
    let applications = figure::count(set, "X16-applications");
    if applications == 0 {
        return None;
    }
    let codes = ["X16-applications", "X16-pending", "X16-success-number", "X16-success-amount"];
    let mut blocks = vec![Block::Tiles(tiles(inputs, figures), figure::source_of(&codes, "report-source-funding"))];
    blocks.extend(funnel(inputs, figures).map(|chart| Block::Chart(Box::new(chart))));
    // The applications of a territory are few, and are read one by one.
    let short = kind.is_short();
    if !short {
        // The small table fills the page that the chart of the funders leaves.
        blocks.extend(amounts(inputs, figures));
        blocks.extend(funders(inputs, figures).map(|chart| Block::Chart(Box::new(chart))));
    }
    blocks.extend((!short).then(|| stages(inputs, figures)).flatten());
    blocks.extend(applications::table(inputs, figures));
    blocks.extend(needs::blocks(inputs, figures, short));
    blocks.extend((!short).then(|| call_rules::table(inputs, figures)).flatten());
    blocks.extend(deadlines::blocks(inputs, figures));
    let ahead = figures.funding.deadlines.iter().filter(|deadline| (0..=90).contains(&deadline.days)).count() as u64;
    let count = Value::Quantity(applications.into(), "application".into());
    let lead = match figure::sides(set, "X16-success-number") {
        Some((won, decided)) => Value::phrase(
            "funding-lead",
            [
                ("applications", count),
                ("won", Value::count(won)),
                ("decided", Value::count(decided)),
                ("ahead", Value::count(ahead)),
            ],
        ),
        None => Value::phrase("funding-lead-undecided", [("applications", count), ("ahead", Value::count(ahead))]),
    };
    grid::chapter(Value::key("chapter-funding"), Value::key("funding-kicker"), lead, blocks)
}

fn tiles(inputs: &Inputs<'_>, figures: &Figures) -> Vec<Tile> {
    let set = &figures.cross;
    let count = |label, code: &str| {
        let number = figure::number(set, code);
        let unit = number.map_or(Value::Empty, |number| Value::UnitWord(number, "application".into()));
        grid::tile(label, figure::value(inputs, set, code), unit)
    };
    let rate = |label, code: &str| {
        let mut tile = grid::tile(label, figure::value(inputs, set, code), Value::Empty);
        tile.share = figure::sides(set, code).map(|(part, whole)| share(part, whole));
        tile
    };
    let mut tiles = vec![
        count("tile-applications", "X16-applications"),
        count("tile-pending", "X16-pending"),
        rate("tile-success-number", "X16-success-number"),
        rate("tile-success-amount", "X16-success-amount"),
    ];
    if let Some((won, decided)) = figure::sides(set, "X16-success-number") {
        tiles[2].compare = vec![
            (Value::key("tile-won"), Value::count(won), false),
            (Value::key("tile-decided"), Value::count(decided), false),
        ];
    }
    if let Some(days) = figures.funding.days_to_decision {
        let days = Value::Quantity(days.into(), "day".into());
        tiles[1].compare = vec![(Value::key("tile-days-to-decision"), days, false)];
    }
    tiles
}

/// Draws how many applications went at least as far as each step; amounts are those of the applications that stand there.
pub fn funnel(inputs: &Inputs<'_>, figures: &Figures) -> Option<Chart> {
    let lines = &figures.funding.stages;
    let steps: Vec<&StageLine> =
        STEPS.iter().filter_map(|step| lines.iter().find(|line| line.stage == **step)).collect();
    let first = steps.first()?.reached;
    let order = |line: &StageLine| inputs.reference.stage(&line.stage).map_or(0, |stage| stage.order);
    let lost = |line: &StageLine| inputs.reference.stage(&line.stage).is_some_and(|stage| &*stage.phase == "lost");
    let requested = |at: usize| -> Option<Decimal> {
        let (from, to) = (order(steps[at]), steps.get(at + 1).map_or(u32::MAX, |next| order(next)));
        let here = |line: &&StageLine| (from..to).contains(&order(line)) && !lost(line) && line.present > 0;
        let mut standing = lines.iter().filter(here).peekable();
        // Where no application stands, nothing is asked for: a true zero.
        if standing.peek().is_none() { Some(Decimal::ZERO) } else { scale::total(standing.map(|line| &line.requested)) }
    };
    let amounts: Vec<Option<Decimal>> = (0..steps.len()).map(requested).collect();
    let scale = Scale::of(amounts.iter().flatten().copied(), &inputs.settings.rates.report_currency);
    let won = |line: &StageLine| inputs.reference.stage(&line.stage).is_some_and(|stage| &*stage.phase == "won");
    let name = |line: &StageLine| Value::Name(List::Stages, line.stage.clone());
    let rows: Vec<FunnelStep> = steps
        .iter()
        .enumerate()
        .map(|(at, line)| FunnelStep {
            name: name(line),
            share: share(line.reached.into(), first.into()),
            count: Value::count(line.reached),
            rate: match at.checked_sub(1).map(|before| steps[before].reached) {
                None | Some(0) => Value::Empty,
                Some(before) => {
                    Value::Percent(Decimal::from(line.reached).checked_div(before.into()).unwrap_or_default(), 0)
                }
            },
            amount: scale.cell(amounts[at]),
            tone: if won(line) { Tone::Done } else { Tone::Open },
        })
        .collect();
    let selected = steps.iter().find(|line| won(line)).map_or(0, |line| line.reached);
    let said = rows.iter().map(|step| {
        let args = [("name", step.name.clone()), ("count", step.count.clone()), ("amount", step.amount.clone())];
        match &step.rate {
            Value::Empty => Value::phrase("chart-funnel-alt-first", args),
            rate => Value::phrase("chart-funnel-alt", args.into_iter().chain([("rate", rate.clone())])),
        }
    });
    Some(Chart {
        title: Value::phrase("chart-funnel", [("all", Value::count(first)), ("selected", Value::count(selected))]),
        source: figure::source_of(&["X16-applications"], "report-source-funnel"),
        alt: Value::List(said.collect()),
        plot: Plot::Funnel { amount_head: scale.head("report-head-standing"), steps: rows },
    })
}

/// One funder's amounts in the report currency: requested, awarded, pending, and what is still to be found.
struct Parts([Decimal; 4]);

impl Parts {
    fn of(line: &FunderLine) -> Option<Parts> {
        let requested = line.requested.converted?;
        let (awarded, pending) = (scale::or_zero(&line.awarded)?, scale::or_zero(&line.pending)?);
        Some(Parts([requested, awarded, pending, (requested - awarded - pending).max(Decimal::ZERO)]))
    }

    fn sum(parts: &[&Parts]) -> Parts {
        Parts([0, 1, 2, 3].map(|at| parts.iter().map(|parts| parts.0[at]).sum()))
    }
}

fn funders(inputs: &Inputs<'_>, figures: &Figures) -> Option<Chart> {
    let lines: Vec<(&FunderLine, Parts)> =
        figures.funding.funders.iter().filter_map(|line| Some((line, Parts::of(line)?))).collect();
    let mut named: Vec<(Value, Parts)> = Vec::new();
    let all: Vec<&Parts> = lines.iter().map(|line| &line.1).collect();
    let total = Parts::sum(&all);
    let shown = if lines.len() > FUNDERS + 1 { FUNDERS } else { lines.len() };
    for (line, parts) in &lines[..shown] {
        named.push((Value::Name(List::Funders, line.funder.clone()), Parts(parts.0)));
    }
    if shown < lines.len() {
        let others = Value::phrase("report-others", [("count", Value::count((lines.len() - shown) as u64))]);
        named.push((others, Parts::sum(&all[shown..])));
    }
    let full = named.iter().map(|(_, parts)| parts.0[1] + parts.0[2] + parts.0[3]).max()?;
    let amounts = named.iter().flat_map(|(_, parts)| parts.0).chain(total.0);
    let scale = Scale::of(amounts, &inputs.settings.rates.report_currency);
    let mut rows: Vec<AmountRow> = named
        .iter()
        .map(|(name, parts)| AmountRow {
            name: name.clone(),
            shares: Some([1, 2, 3].map(|at| share(parts.0[at], full))),
            values: parts.0.iter().map(|amount| scale.number(*amount)).collect(),
        })
        .collect();
    let values = total.0.iter().map(|amount| scale.number(*amount)).collect();
    rows.push(AmountRow { name: Value::key("report-total"), shares: None, values });
    let said = rows.iter().map(|row| {
        let of = ["requested", "awarded", "pending", "lacking"].into_iter().zip(row.values.iter().cloned());
        Value::phrase("chart-funders-alt", [("name", row.name.clone())].into_iter().chain(of))
    });
    let alt = Value::List(said.collect());
    let currency = &inputs.settings.rates.report_currency;
    Some(Chart {
        title: Value::phrase(
            "chart-funders",
            [
                ("awarded", scale::amount(total.0[1], currency)),
                ("requested", scale::amount(total.0[0], currency)),
                ("unit", scale.unit()),
            ],
        ),
        source: figure::source_of(&[], "report-source-funders"),
        alt,
        plot: Plot::Amounts {
            heads: ["report-head-requested", "report-head-awarded", "report-head-pending", "report-head-to-find"]
                .map(Value::key)
                .into(),
            rows,
            legend: vec![
                (Tone::Done, Value::key("legend-awarded")),
                (Tone::Open, Value::key("legend-pending")),
                (Tone::Missing, Value::key("legend-to-find")),
            ],
        },
    })
}

fn amounts(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    const LINES: [(&str, &str); 4] = [
        ("X16-requested", "report-head-requested"),
        ("X16-awarded", "report-head-awarded"),
        ("X16-signed", "report-head-signed"),
        ("X16-received", "report-head-received"),
    ];
    let money = |code: &str| match figures.cross.get(code).map(|figure| &figure.outcome) {
        Some(crate::model::Outcome::Money(sum)) => Some(sum),
        _ => None,
    };
    let mut currencies: Vec<_> =
        LINES.iter().filter_map(|line| money(line.0)).flat_map(|sum| sum.by_currency.keys()).collect();
    currencies.sort();
    currencies.dedup();
    let mut columns = vec![grid::words("report-head-amount", 0.0)];
    columns.extend(currencies.iter().take(3).map(|code| grid::numbers(scale::currency(code), 28.0)));
    let report = scale::currency(&inputs.settings.rates.report_currency);
    columns.push(grid::numbers(Value::phrase("report-converted", [("currency", report)]), 34.0));
    let rows = LINES
        .iter()
        .map(|(code, label)| {
            let sum = money(code);
            let mut cells: Vec<GridCell> = vec![Value::key(label).into()];
            let shown = currencies.iter().take(3);
            cells.extend(shown.map(|currency| GridCell::from(scale::in_currency(sum, currency))));
            cells.push(match sum {
                Some(sum) => match sum.converted {
                    Some(converted) => grid::strong(Value::Number(converted, 0)),
                    None => grid::ochre(figure::no_rate(&sum.without_rate)),
                },
                None => Value::Missing.into(),
            });
            cells
        })
        .collect();
    let codes: Vec<&str> = LINES.iter().map(|line| line.0).collect();
    let notes = vec![Value::key("note-funding-dates"), grid::codes(&codes)];
    grid::table(Value::key("grid-funding-amounts"), columns, rows, None, notes)
}

fn stages(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let lines: Vec<&StageLine> = figures.funding.stages.iter().filter(|line| line.present > 0).collect();
    let converted = lines.iter().filter_map(|line| line.requested.converted);
    let scale = Scale::of(converted, &inputs.settings.rates.report_currency);
    let columns = vec![
        grid::words("report-head-stage", 0.0),
        grid::numbers(Value::key("report-head-applications"), 30.0),
        grid::numbers(scale.head("report-head-requested"), 40.0),
        grid::numbers(Value::key("report-head-probability"), 30.0),
    ];
    let open = |line: &StageLine| inputs.reference.stage(&line.stage).is_some_and(|stage| &*stage.phase == "open");
    let probability = |line: &StageLine| match inputs.settings.stage_probability.get(&line.stage) {
        Some(probability) if open(line) => Value::Percent(*probability, 0),
        // A stage that the campaign leaves out counts zero.
        None if open(line) => Value::Percent(Decimal::ZERO, 0),
        _ => Value::NotApplicable,
    };
    let rows = lines.iter().map(|line| {
        let amount = match (line.requested.converted, line.requested.without_rate.as_slice()) {
            (None, currencies @ [_, ..]) => figure::no_rate(currencies),
            (amount, _) => scale.cell(amount),
        };
        grid::row([
            Value::Name(List::Stages, line.stage.clone()),
            Value::count(line.present),
            amount,
            probability(line),
        ])
    });
    let present = lines.iter().map(|line| line.present).sum::<u64>();
    let sum = scale::total(lines.iter().map(|line| &line.requested));
    let total = grid::total([Value::key("report-total"), Value::count(present), scale.cell(sum), Value::Empty]);
    let weighted = figure::value(inputs, &figures.cross, "X16-pipeline");
    let notes = vec![
        Value::key("note-stages"),
        Value::phrase("note-probabilities", [("amount", weighted)]),
        grid::codes(&["X16-applications", "X16-requested", "X16-pipeline"]),
    ];
    grid::table(Value::key("grid-stages"), columns, rows.collect(), Some(total), notes)
}
