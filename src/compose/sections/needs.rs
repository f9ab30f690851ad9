//! What projects still lack: by project, by pair of councils and by theme.

use rust_decimal::Decimal;

use crate::compose::scale::{self, Scale};
use crate::compose::{Inputs, council, cover, figure, grid, project};
use crate::model::needs::{CostBasis, Need, NeedSums, Needs};
use crate::model::report::{Block, GridCell, GridColumn};
use crate::model::{Figures, List, MoneySum, Value};

/// The projects that have a row of their own; the workbook holds all.
const PROJECTS: usize = 14;
/// The same where projects have no other table: those of the largest gaps.
const PROJECTS_ALONE: usize = 5;
/// The pairs of councils that have a row of their own.
const PAIRS: usize = 12;
/// The width of an amount, in millimetres.
const AMOUNT: f32 = 20.0;

/// The heads of the amounts, in the order in which they are subtracted.
const HEADS: [&str; 6] = [
    "needs-head-cost",
    "needs-head-secured",
    "needs-head-own",
    "needs-head-gap",
    "needs-head-expected",
    "needs-head-after",
];

/// Lays out the tables of needs: by project alone, or by pair and theme too.
pub(super) fn blocks(inputs: &Inputs<'_>, figures: &Figures, alone: bool) -> Vec<Block> {
    let needs = &figures.funding.needs;
    if needs.groups.is_empty() {
        return Vec::new();
    }
    let scale = scale(inputs, needs);
    let head = [Some(Block::Section(Value::key("section-needs"))), said(inputs, needs).map(Block::Prose)];
    let sums = if alone { [None, None] } else { [pairs(needs, &scale), themes(needs, &scale)] };
    head.into_iter()
        .chain([projects(inputs, needs, &scale, if alone { PROJECTS_ALONE } else { PROJECTS })])
        .chain(sums)
        .flatten()
        .collect()
}

/// Chooses one unit for the three tables.
fn scale(inputs: &Inputs<'_>, needs: &Needs) -> Scale {
    let whole = &needs.whole;
    let amounts = [whole.cost, whole.secured, whole.own, whole.gap].into_iter().filter_map(|sum| sum.amount);
    let gaps = needs.groups.iter().filter_map(|need| need.gap);
    Scale::of(amounts.chain(gaps), &inputs.settings.rates.report_currency)
}

fn amounts(scale: &Scale) -> impl Iterator<Item = GridColumn> {
    HEADS.into_iter().map(|head| grid::numbers(scale.head(head), AMOUNT))
}

fn projects(inputs: &Inputs<'_>, needs: &Needs, scale: &Scale, most: usize) -> Option<Block> {
    let mut columns = vec![grid::words("needs-head-project", 0.0)];
    columns.extend(amounts(scale));
    let sum = |sum: &MoneySum| match sum.converted {
        Some(amount) => scale.number(amount),
        None => figure::no_rate(&sum.without_rate),
    };
    let row = |need: &Need| -> Vec<GridCell> {
        let missing = Value::Missing;
        let gap = |gap: Option<Decimal>| match gap {
            Some(gap) if gap > Decimal::ZERO => grid::strong(scale.number(gap)),
            Some(gap) => scale.number(gap).into(),
            None => grid::ochre(Value::key("needs-unknown")),
        };
        let secured = if need.unsigned > 0 { grid::ochre(sum(&need.secured)) } else { sum(&need.secured).into() };
        vec![
            project::name(inputs, need).into(),
            need.cost.as_ref().map_or(missing.clone(), sum).into(),
            secured,
            need.own.as_ref().map_or(missing, sum).into(),
            gap(need.gap),
            sum(&need.expected).into(),
            gap(need.gap_after),
        ]
    };
    let shown = if needs.groups.len() > most + 1 { most } else { needs.groups.len() };
    let rows = needs.groups[..shown].iter().map(|need| row(need)).collect();
    let more = needs.groups.len() - shown;
    let mut notes = vec![Value::key("note-needs"), Value::key("note-needs-expected")];
    notes.extend(more_note("note-needs-more", more));
    notes.extend(gaps(needs));
    notes.extend(needs.rates.iter().filter_map(|&at| inputs.settings.rates.rates.get(at)).map(cover::rate));
    let total = total(Value::phrase("needs-all", [("count", Value::count(needs.whole.groups))]), &needs.whole, scale);
    grid::table(Value::key("grid-needs"), columns, rows, Some(total), notes)
}

fn more_note(key: &'static str, more: usize) -> Option<Value> {
    (more > 0).then(|| Value::phrase(key, [("count", Value::count(more as u64))]))
}

/// Says what is missing, and what becomes of it.
fn gaps(needs: &Needs) -> Vec<Value> {
    let groups = &needs.groups;
    let count = |wanted: &dyn Fn(&Need) -> bool| groups.iter().filter(|need| wanted(need)).count() as u64;
    let told = [
        ("note-needs-cost-unknown", count(&|need| need.cost.is_none())),
        ("note-needs-cost-applied", count(&|need| need.cost_basis == CostBasis::Application)),
        ("note-needs-unsigned", groups.iter().map(|need| need.unsigned).sum()),
        ("note-needs-own-unknown", needs.whole.own_unknown),
        ("note-needs-unpriced", groups.iter().map(|need| need.unpriced).sum()),
        ("note-needs-surplus", needs.whole.surplus.0),
    ];
    let said = told.into_iter().filter(|(_, count)| *count > 0);
    said.map(|(key, count)| Value::phrase(key, [("count", Value::count(count))])).collect()
}

/// Makes a row of sums, each over the projects that report the amount.
fn sums(sums: &NeedSums, scale: &Scale) -> Vec<Value> {
    let all = [sums.cost, sums.secured, sums.own, sums.gap, sums.expected, sums.gap_after];
    all.into_iter()
        .map(|sum| match sum.amount {
            Some(amount) => scale.number(amount),
            None if sum.reported > 0 => Value::key("needs-no-rate"),
            None => Value::Missing,
        })
        .collect()
}

fn total(name: Value, whole: &NeedSums, scale: &Scale) -> Vec<GridCell> {
    grid::total(std::iter::once(name).chain(sums(whole, scale)))
}

/// Makes a table of lines with a number of projects and sums.
fn lines(
    title: &'static str,
    head: &'static str,
    lines: Vec<(Value, &NeedSums)>,
    needs: &Needs,
    scale: &Scale,
    notes: Vec<Value>,
) -> Option<Block> {
    let mut columns = vec![grid::words(head, 0.0), grid::numbers(Value::key("needs-head-projects"), 15.0)];
    columns.extend(amounts(scale));
    let row = |name: Value, line: &NeedSums| {
        let cells = [name, Value::count(line.groups)].into_iter().chain(sums(line, scale));
        cells.map(GridCell::from).collect::<Vec<_>>()
    };
    let rows = lines.into_iter().map(|(name, line)| row(name, line)).collect();
    let whole = [Value::key("needs-whole"), Value::count(needs.whole.groups)];
    let total = grid::total(whole.into_iter().chain(sums(&needs.whole, scale)));
    grid::table(Value::key(title), columns, rows, Some(total), notes)
}

fn pairs(needs: &Needs, scale: &Scale) -> Option<Block> {
    let shown = if needs.pairs.len() > PAIRS + 1 { PAIRS } else { needs.pairs.len() };
    let name = |(ma, fr): &(crate::model::Code, crate::model::Code)| {
        Value::phrase("report-pair", [("first", council::name(ma)), ("second", council::name(fr))])
    };
    let rows = needs.pairs[..shown].iter().map(|(pair, line)| (name(pair), line)).collect();
    let mut notes = Vec::new();
    if needs.pairs_overlap {
        notes.push(Value::key("note-needs-pairs-overlap"));
    }
    notes.extend(more_note("note-needs-pairs-more", needs.pairs.len() - shown));
    notes.extend(more_note("note-needs-without-pair", needs.without_pair as usize));
    lines("grid-needs-pairs", "report-head-pair", rows, needs, scale, notes)
}

fn themes(needs: &Needs, scale: &Scale) -> Option<Block> {
    let rows =
        needs.themes.iter().map(|(theme, line)| (Value::Name(List::Themes, theme.clone()), line)).collect::<Vec<_>>();
    let notes = needs.themes_overlap.then_some(Value::key("note-needs-themes-overlap"));
    lines("grid-needs-themes", "report-head-theme", rows, needs, scale, notes.into_iter().collect())
}

/// Says in one line what all projects lack.
fn said(inputs: &Inputs<'_>, needs: &Needs) -> Option<Value> {
    let currency = &inputs.settings.rates.report_currency;
    let amount = |sum: Option<Decimal>| sum.map(|sum| scale::amount(sum, currency));
    let (gap, after) = (amount(needs.whole.gap.amount)?, amount(needs.whole.gap_after.amount)?);
    let of = [("gap", gap), ("after", after), ("projects", Value::count(needs.whole.gap.reported))];
    Some(Value::phrase("needs-said", of))
}
