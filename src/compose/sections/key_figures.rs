//! The page of key figures.

use rust_decimal::Decimal;

use crate::compose::council::{self, Returns};
use crate::compose::scale::{self, Scale, share};
use crate::compose::{Inputs, cover, figure, grid};
use crate::model::figures::FigureSet;
use crate::model::report::{Block, Chapter, Chart, Claim, Panel, Plot, Tile, Tone};
use crate::model::{Code, DocumentKind, Figures, Value};

/// Lays out eight tiles, the returns, three claims and what is missing.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, _: &DocumentKind) -> Option<Chapter> {
    let mut blocks = vec![Block::Tiles(tiles(inputs, figures), figure::source(TILE_CODES))];
    blocks.extend(returns(figures).map(|chart| Block::Chart(Box::new(chart))));
    blocks.extend(claims(inputs, figures));
    blocks.extend(missing(figures).map(Block::Panel));
    let kicker = Value::phrase("key-kicker", [("period", Value::from(&inputs.settings.period_label))]);
    grid::chapter(Value::key("chapter-key-figures"), kicker, lead(figures), blocks)
}

/// The figures of the tiles.
pub const TILE_CODES: &[&str] =
    &["X1-total", "X10-ma", "X10-fr", "X4-total", "X4-women-share", "X3-disbursed", "X16-awarded", "X11-full"];

/// Says how many activities there are, in how many councils of each side, and how many councils are silent.
pub fn lead(figures: &Figures) -> Value {
    let set = &figures.cross;
    let silent = Returns::all(figures).without_return();
    let silence = match silent {
        0 => Value::key("key-silence-none"),
        _ => Value::phrase("key-silence", [("councils", Value::count(silent))]),
    };
    let activities = Value::Quantity(figure::count(set, "X1-total").into(), "activity".into());
    match (figure::number(set, "X10-ma"), figure::number(set, "X10-fr")) {
        (Some(ma), Some(fr)) => Value::phrase(
            "key-lead",
            [("activities", activities), ("ma", Value::count(ma)), ("fr", Value::count(fr)), ("silence", silence)],
        ),
        _ => Value::phrase("key-lead-short", [("activities", activities), ("silence", silence)]),
    }
}

/// Makes the eight key figures.
pub fn tiles(inputs: &Inputs<'_>, figures: &Figures) -> Vec<Tile> {
    let set = &figures.cross;
    let countries = inputs.reference.countries();
    vec![
        activities(inputs, set),
        councils(inputs, figures, SIDES[0], countries[0]),
        councils(inputs, figures, SIDES[1], countries[1]),
        people(inputs, set),
        women(inputs, set),
        disbursed(inputs, set),
        funding(inputs, set),
        targets(inputs, set),
    ]
}

/// Makes the tile of activities: how many there are, started and completed.
pub fn activities(inputs: &Inputs<'_>, set: &FigureSet) -> Tile {
    let total = figure::number(set, "X1-total");
    let mut tile = grid::tile("tile-activities", figure::value(inputs, set, "X1-total"), Value::Empty);
    tile.unit = total.map_or(Value::Empty, |total| Value::UnitWord(total, "activity".into()));
    tile.share = total.zip(figure::number(set, "X1-started")).map(|(total, started)| share(started, total));
    tile.compare = vec![
        compare(inputs, set, "tile-started", "X1-started"),
        compare(inputs, set, "tile-completed", "X1-completed"),
        compare(inputs, set, "tile-planned", "X1-planned"),
    ];
    tile
}

fn compare(inputs: &Inputs<'_>, set: &FigureSet, label: &'static str, code: &str) -> (Value, Value, bool) {
    let value = figure::value(inputs, set, code);
    let missing = value == Value::Missing;
    (Value::key(label), figure::brief(value), missing)
}

/// The councils with an activity, of the Moroccan and of the French side: the figure, and the label of its tile.
const SIDES: [(&str, &str); 2] = [("X10-ma", "tile-councils-ma"), ("X10-fr", "tile-councils-fr")];

/// Makes the tile of the councils of one country, and gives the code of its figure.
pub fn own_councils(inputs: &Inputs<'_>, figures: &Figures, country: &str) -> (Tile, &'static str) {
    let side = if inputs.reference.countries()[0] == country { SIDES[0] } else { SIDES[1] };
    (councils(inputs, figures, side, country), side.0)
}

fn councils(inputs: &Inputs<'_>, figures: &Figures, side: (&str, &'static str), country: &str) -> Tile {
    let (code, label) = side;
    let whole = cover::declared(&inputs.settings.agreement, country);
    let side = Returns::of(figures, country);
    let number = figure::number(&figures.cross, code);
    let unit = match number {
        Some(_) if whole > 0 => Value::phrase("report-of-whole", [("whole", Value::count(whole))]),
        _ => Value::Empty,
    };
    let mut tile = grid::tile(label, figure::value(inputs, &figures.cross, code), unit);
    tile.share = number.map(|number| share(number, whole.into()));
    let silent = side.without_return();
    tile.compare = vec![
        (Value::key("tile-expected"), Value::count(side.expected()), false),
        (Value::key("tile-returned"), Value::count(side.returned()), false),
        (Value::key("tile-silent"), Value::count(silent), silent > 0),
    ];
    tile
}

/// Makes the tile of pairs of councils, with the councils of each side.
pub fn pairs(inputs: &Inputs<'_>, set: &FigureSet) -> Tile {
    let number = figure::number(set, "X10-pairs");
    let unit = number.map_or(Value::Empty, |number| Value::UnitWord(number, "pair".into()));
    let mut tile = grid::tile("tile-pairs", figure::value(inputs, set, "X10-pairs"), unit);
    tile.compare = SIDES.map(|(code, label)| compare(inputs, set, label, code)).into();
    tile
}

/// Makes the tile of people reached: the low end in large, the high end in words beside it.
pub fn people(inputs: &Inputs<'_>, set: &FigureSet) -> Tile {
    let mut tile = head_count(inputs, set, "tile-people", "X4-total");
    if let Some(planned) = figure::interval(set, "X4-planned") {
        let (low, high) = planned;
        let bounds = [("low", Value::count(low)), ("high", Value::count(high))];
        let shown = if low == high { Value::count(low) } else { Value::phrase("report-interval-short", bounds) };
        tile.compare.push((Value::key("tile-people-expected"), shown, false));
        tile.share = figure::interval(set, "X4-total").map(|reached| share(reached.0, planned.1));
    }
    if let Some(figure) = set.get("X4-total").filter(|figure| figure.asked > 0) {
        let of = [("complete", Value::count(figure.reported)), ("series", Value::count(figure.asked))];
        tile.compare.push((
            Value::key("tile-reported"),
            Value::phrase("report-of", of),
            figure.reported < figure.asked,
        ));
    }
    tile
}

/// Makes a tile of a count of people.
pub fn head_count(inputs: &Inputs<'_>, set: &FigureSet, label: &'static str, code: &str) -> Tile {
    match figure::interval(set, code) {
        Some((low, high)) if low == high => grid::tile(label, Value::count(low), Value::UnitWord(low, "person".into())),
        Some((low, high)) => {
            let unit = Value::phrase("report-unit-up-to", [("high", Value::Quantity(high, "person".into()))]);
            grid::tile(label, Value::count(low), unit)
        }
        None => grid::tile(label, figure::value(inputs, set, code), Value::Empty),
    }
}

/// Makes the tile of the share of women.
pub fn women(inputs: &Inputs<'_>, set: &FigureSet) -> Tile {
    let mut tile = grid::tile("tile-women-share", figure::value(inputs, set, "X4-women-share"), Value::Empty);
    if let Some((women, all)) = figure::sides(set, "X4-women-share") {
        tile.share = Some(share(women, all));
        tile.compare = vec![
            (Value::key("tile-women"), Value::count(women), false),
            (Value::key("tile-sex-unknown"), Value::count(all - women), false),
        ];
    }
    tile
}

/// Makes the tile of payments beside the budget.
pub fn disbursed(inputs: &Inputs<'_>, set: &FigureSet) -> Tile {
    let scale = Scale::of_tile(inputs, set, &["X3-disbursed", "X3-budget"]);
    let mut tile = grid::tile("tile-disbursed", scale.figure(inputs, set, "X3-disbursed"), scale.unit());
    if !matches!(tile.figure, Value::Number(..)) {
        tile.unit = Value::Empty;
    }
    if let Some((paid, budget)) = figure::sides(set, "X3-execution-rate") {
        tile.share = Some(share(paid, budget));
    }
    tile.compare = vec![
        (Value::key("tile-budget"), figure::brief(scale.figure(inputs, set, "X3-budget")), false),
        compare(inputs, set, "tile-execution", "X3-execution-rate"),
    ];
    tile
}

/// Makes the tile of funding: what was asked for, awarded, signed and received.
pub fn funding(inputs: &Inputs<'_>, set: &FigureSet) -> Tile {
    let codes = ["X16-awarded", "X16-requested", "X16-signed", "X16-received"];
    let scale = Scale::of_tile(inputs, set, &codes);
    let mut tile = grid::tile("tile-awarded", scale.figure(inputs, set, codes[0]), scale.unit());
    if !matches!(tile.figure, Value::Number(..)) {
        tile.unit = Value::Empty;
    }
    let requested = figure::number(set, codes[1]);
    tile.share = figure::number(set, codes[0]).zip(requested).map(|(awarded, requested)| share(awarded, requested));
    tile.compare = vec![
        (Value::key("tile-requested"), figure::brief(scale.figure(inputs, set, codes[1])), false),
        (Value::key("tile-signed"), figure::brief(scale.figure(inputs, set, codes[2])), false),
        (Value::key("tile-received"), figure::brief(scale.figure(inputs, set, codes[3])), false),
    ];
    tile
}

/// Makes the tile of indicators that reach their target.
pub fn targets(inputs: &Inputs<'_>, set: &FigureSet) -> Tile {
    let Some((reached, all)) = figure::sides(set, "X11-full") else {
        return grid::tile("tile-targets", figure::value(inputs, set, "X11-full"), Value::Empty);
    };
    let unit = Value::phrase("report-of-whole", [("whole", Value::count(all))]);
    let mut tile = grid::tile("tile-targets", Value::count(reached), unit);
    tile.share = Some(share(reached, all));
    if let Some((near, _)) = figure::sides(set, "X11-near") {
        tile.compare.push((Value::key("tile-near"), Value::count(near), false));
    }
    if let Some((low, _)) = figure::sides(set, "X11-low") {
        tile.compare.push((Value::key("tile-low"), Value::count(low), !low.is_zero()));
    }
    tile
}

fn returns(figures: &Figures) -> Option<Chart> {
    let all = Returns::all(figures);
    let expected = all.expected();
    let returned =
        |late: Option<bool>| all.count(|council| council.expected && council.returned && council.late == late);
    let parts: Vec<(u64, Tone, &'static str)> = vec![
        (returned(Some(false)), Tone::Done, "returns-on-time"),
        (returned(Some(true)), Tone::Open, "returns-late"),
        (returned(None), Tone::Plan, "returns-undated"),
        (all.count(council::no_return), Tone::Missing, "returns-silent"),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|part| part.0 > 0).collect();
    let share_of = |count: u64| share(count.into(), expected.into());
    let rate = Decimal::from(all.returned()).checked_div(expected.into())?;
    let said = |part: &(u64, Tone, &'static str)| {
        Value::phrase("report-counted", [("name", Value::key(part.2)), ("count", Value::count(part.0))])
    };
    Some(Chart {
        title: Value::phrase(
            "chart-returns",
            [("councils", Value::Quantity(expected.into(), "council".into())), ("rate", Value::Percent(rate, 0))],
        ),
        source: figure::source_of(&["X13-returned", "X13-on-time"], "report-source-register"),
        alt: Value::List(parts.iter().map(said).collect()),
        plot: Plot::Stacked(
            parts.iter().map(|part| (share_of(part.0), part.1, Value::count(part.0), Value::key(part.2))).collect(),
        ),
    })
}

/// Says what is missing: returns, and the values behind the main figures.
fn missing(figures: &Figures) -> Option<Panel> {
    let all = Returns::all(figures);
    let blank = |code: &str| figures.cross.get(code).map(|figure| (figure.asked - figure.reported, figure.asked));
    let gaps = [
        ("key-missing-returns", Some((all.without_return(), all.expected()))),
        ("key-missing-people", blank("X4-total")),
        ("key-missing-budget", blank("X3-budget")),
        ("key-missing-paid", blank("X3-disbursed")),
    ];
    let gaps = gaps.into_iter().filter_map(|(what, gap)| Some((what, gap.filter(|gap| gap.0 > 0)?)));
    let gaps: Vec<Value> = gaps
        .map(|(what, (missing, of))| {
            let args = [("what", Value::key(what)), ("missing", Value::count(missing)), ("of", Value::count(of))];
            Value::phrase("key-missing-line", args)
        })
        .collect();
    if gaps.is_empty() {
        return None;
    }
    let lines = gaps.into_iter().chain([Value::key("panel-missing-never-zero")]);
    Some(Panel { missing: true, title: Value::key("panel-missing"), body: Value::sentences(lines)? })
}

/// Makes the three claims of the highest rank.
pub fn claims(inputs: &Inputs<'_>, figures: &Figures) -> Option<Block> {
    let claims: Vec<Claim> = CLAIMS.iter().filter_map(|claim| claim(inputs, figures)).take(3).collect();
    (!claims.is_empty()).then_some(Block::Claims(claims))
}

/// The claims in order of rank; the first three whose rule holds are printed.
const CLAIMS: &[fn(&Inputs<'_>, &Figures) -> Option<Claim>] = &[reach, spending, progress, success, absence];

fn claim(
    title: (&'static str, Vec<(&'static str, Value)>),
    body: (&'static str, Vec<(&'static str, Value)>),
    codes: &[&str],
) -> Claim {
    Claim {
        title: Value::phrase(title.0, title.1),
        body: Value::phrase(body.0, body.1),
        codes: codes.iter().map(|code| Code::from(*code)).collect(),
    }
}

fn reach(_: &Inputs<'_>, figures: &Figures) -> Option<Claim> {
    let pairs = figure::number(&figures.cross, "X10-pairs").filter(|pairs| !pairs.is_zero())?;
    let ma = figure::number(&figures.cross, "X10-ma")?;
    let busy = figures.coverage.pairs.values().filter(|count| **count >= 3).count();
    Some(claim(
        ("claim-reach", vec![("pairs", Value::Quantity(pairs, "pair".into()))]),
        ("claim-reach-body", vec![("ma", Value::count(ma)), ("busy", Value::count(busy as u64))]),
        &["X10-pairs", "X10-ma"],
    ))
}

fn spending(inputs: &Inputs<'_>, figures: &Figures) -> Option<Claim> {
    let (paid, budget) = figure::sides(&figures.cross, "X3-execution-rate")?;
    let rate = paid.checked_div(budget)?;
    let currency = &inputs.settings.rates.report_currency;
    let elapsed = Decimal::from(figures.clock.elapsed.0).checked_div(figures.clock.elapsed.1.into())?;
    let title = if rate < elapsed { "claim-spending-behind" } else { "claim-spending" };
    Some(claim(
        (title, vec![("rate", Value::Percent(rate, 0))]),
        (
            "claim-spending-body",
            vec![
                ("paid", scale::amount(paid, currency)),
                ("budget", scale::amount(budget, currency)),
                ("elapsed", Value::Percent(elapsed, 0)),
            ],
        ),
        &["X3-execution-rate"],
    ))
}

fn progress(_: &Inputs<'_>, figures: &Figures) -> Option<Claim> {
    let (reached, all) = figure::sides(&figures.cross, "X11-full")?;
    let low = figure::sides(&figures.cross, "X11-low").map(|sides| sides.0)?;
    Some(claim(
        ("claim-progress", vec![("reached", Value::count(reached)), ("all", Value::count(all))]),
        ("claim-progress-body", vec![("low", Value::count(low))]),
        &["X11-full", "X11-low"],
    ))
}

fn success(_: &Inputs<'_>, figures: &Figures) -> Option<Claim> {
    let (won, decided) = figure::sides(&figures.cross, "X16-success-number")?;
    let pending = figure::count(&figures.cross, "X16-pending");
    Some(claim(
        ("claim-success", vec![("won", Value::count(won)), ("decided", Value::count(decided))]),
        ("claim-success-body", vec![("pending", Value::Quantity(pending.into(), "application".into()))]),
        &["X16-success-number", "X16-pending"],
    ))
}

fn absence(_: &Inputs<'_>, figures: &Figures) -> Option<Claim> {
    let all = Returns::all(figures);
    let silent = Some(all.without_return()).filter(|silent| *silent > 0)?;
    Some(claim(
        ("claim-absence", vec![("councils", Value::count(silent))]),
        ("claim-absence-body", vec![("expected", Value::count(all.expected()))]),
        &["X13-returned"],
    ))
}
