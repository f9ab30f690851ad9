//! When two rows of two returns are one thing: the points that speak for it.
//!
//! | what agrees | points |
//! | --- | --- |
//! | the titles have the same words | 4 |
//! | the titles have three of four words in common | 3 |
//! | the budgets, converted, differ by 2 % at most | 3 |
//! | the identifiers | 2 |
//! | the starts lie within 31 days | 2 |
//! | the dates overlap | 1 |
//! | the themes | 1 |
//!
//! Six points make a proposal. Before any point is given, both rows name one pair of territories, and neither the titles
//! nor the dates speak against it; titles in two languages speak neither for nor against it, and then both dates and
//! budgets must agree. Budgets that differ leave two activities and a doubt, which is told.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::nodes::{Node, Nodes};
use super::title::{self, Likeness, Title};
use crate::model::{Code, Dataset, Field, List, Money, Row, Sheet, Table};
use crate::reference::{Reference, fold};
use crate::validate::rules::Context;

/// The points that make a proposal.
const THRESHOLD: u8 = 6;

/// How many days may lie between two starts of one activity.
const DAYS: i32 = 31;

/// How far two budgets of one activity may lie apart, as a part of the larger.
const APART: Decimal = Decimal::from_parts(2, 0, 0, false, 2);

/// Two rows that look like one.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The two, as positions among the nodes, the first smaller.
    pub pair: (usize, usize),
    /// How much speaks for it.
    pub score: u8,
    /// What agrees, as messages.
    pub agrees: Vec<&'static str>,
    /// The amounts where they differ: the rows then stay two, with a doubt.
    pub differ: Option<(Money, Money)>,
}

/// Finds the activities of two returns that look like one.
pub fn activities(context: &Context<'_>, dataset: &Dataset, nodes: &Nodes) -> Vec<Edge> {
    let table = dataset.table(Sheet::Activities);
    let mut by_pair: BTreeMap<(&Code, &Code), Vec<usize>> = BTreeMap::new();
    for (at, node) in nodes.sent() {
        let row = &table.rows[node.row];
        let [ma, fr] = [Field::TerritoryMa, Field::TerritoryFr].map(|field| table.cell(row, field).codes());
        for (ma, fr) in ma.iter().flat_map(|ma| fr.iter().map(move |fr| (ma, fr))) {
            by_pair.entry((ma, fr)).or_default().push(at);
        }
    }
    let mut edges: BTreeMap<(usize, usize), Option<Edge>> = BTreeMap::new();
    for ((ma, fr), members) in &by_pair {
        if members.iter().all(|at| nodes.all[*at].sent == nodes.all[members[0]].sent) {
            continue;
        }
        let names = names(context.reference, [ma, fr]);
        let facts: Vec<(usize, Facts)> =
            members.iter().map(|&at| (at, Facts::new(table, &nodes.all[at], &names, dataset))).collect();
        for (from, (a, one)) in facts.iter().enumerate() {
            for (b, other) in facts[from + 1..].iter().filter(|(b, _)| nodes.all[*b].sent != nodes.all[*a].sent) {
                edges.entry((*a, *b)).or_insert_with(|| edge(context, (*a, *b), one, other));
            }
        }
    }
    edges.into_values().flatten().collect()
}

/// Gives the words of the names of territories.
fn names(reference: &Reference, codes: [&Code; 2]) -> BTreeSet<String> {
    let entries = codes.into_iter().filter_map(|code| reference.entry(List::Territories, code));
    entries
        .flat_map(|entry| entry.names.iter().map(fold).collect::<Vec<_>>())
        .flat_map(|name| name.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// What is compared of an activity.
struct Facts<'a> {
    id: String,
    titles: Vec<Title>,
    language: Option<&'a Code>,
    theme: Option<&'a Code>,
    starts: Option<Date>,
    span: Option<(Date, Date)>,
    budget: Option<Money>,
}

impl<'a> Facts<'a> {
    fn new(table: &'a Table, node: &Node, names: &BTreeSet<String>, dataset: &'a Dataset) -> Self {
        let row = &table.rows[node.row];
        let titles = [Field::Title, Field::TitleAr, Field::TitleEn].map(|field| table.cell(row, field).text());
        let start = table.cell(row, Field::StartDate).date();
        let end = [Field::ActualEndDate, Field::EndDate].into_iter().find_map(|field| table.cell(row, field).date());
        Facts {
            id: fold(table.cell(row, Field::ActivityId).text().unwrap_or("")),
            titles: titles.into_iter().flatten().filter_map(|text| Title::new(text, names)).collect(),
            language: node.sent.and_then(|sent| dataset.returns[sent].language.as_ref()),
            theme: table.cell(row, Field::Theme).code(),
            starts: start,
            span: start.or(end).zip(end.or(start)),
            budget: table.money(row, Field::BudgetTotal),
        }
    }
}

fn edge(context: &Context<'_>, pair: (usize, usize), one: &Facts<'_>, other: &Facts<'_>) -> Option<Edge> {
    let foreign = matches!((one.language, other.language), (Some(one), Some(other)) if one != other);
    let amounts = one.budget.as_ref().zip(other.budget.as_ref());
    let equal = amounts.and_then(|(one, other)| agree(context, one, other));
    let same_id = one.id == other.id && !one.id.is_empty();
    let mut score = 0;
    let mut agrees = vec!["joint-pair"];
    let mut add = |points: u8, what: &'static str| {
        score += points;
        agrees.push(what);
    };
    let likeness = title::compare(&one.titles, &other.titles, foreign);
    match likeness {
        Likeness::Same => add(4, "joint-title"),
        Likeness::Alike => add(3, "joint-title-alike"),
        // One identifier and one budget: the title was written anew.
        Likeness::Unlike if same_id && equal == Some(true) => {}
        Likeness::Unlike => return None,
        Likeness::Unknown => {}
    }
    if same_id {
        add(2, "joint-identifier");
    }
    let dated = match (one.span, other.span) {
        (Some(mine), Some(theirs)) => {
            let near = one.starts.zip(other.starts).is_some_and(|(one, other)| days(one, other) <= DAYS);
            if near {
                add(2, "joint-start");
            } else if mine.0 <= theirs.1 && theirs.0 <= mine.1 {
                add(1, "joint-dates");
            } else {
                return None;
            }
            true
        }
        _ => false,
    };
    if equal == Some(true) {
        add(3, "joint-amount");
    }
    if one.theme.is_some() && one.theme == other.theme {
        add(1, "joint-theme");
    }
    let told = matches!(likeness, Likeness::Same | Likeness::Alike) || (dated && equal == Some(true));
    let differ = (equal == Some(false)).then(|| amounts.map(|(one, other)| (one.clone(), other.clone()))).flatten();
    (told && score >= THRESHOLD).then_some(Edge { pair, score, agrees, differ })
}

/// Gives the days between two days, in either order.
fn days(one: Date, other: Date) -> i32 {
    one.until(other).map_or(i32::MAX, |span| span.get_days().abs())
}

/// Says whether two amounts are one, after conversion where their currencies differ; `None` where no rate holds.
pub fn agree(context: &Context<'_>, one: &Money, other: &Money) -> Option<bool> {
    let (one, other) = if one.currency == other.currency {
        (one.amount, other.amount)
    } else {
        let settings = context.settings?;
        let convert = |money| settings.rates.convert(money, settings.cutoff());
        (convert(one)?, convert(other)?)
    };
    let apart = one.checked_sub(other)?.abs();
    Some(apart <= one.abs().max(other.abs()).checked_mul(APART)?)
}

/// Finds the applications of two returns that look like one: to one funder, for one joint activity, under one call, for
/// one amount. `joint` are the activities that two returns hold.
pub fn applications(context: &Context<'_>, dataset: &Dataset, nodes: &Nodes, joint: &BTreeSet<Code>) -> Vec<Edge> {
    let table = dataset.table(Sheet::Funding);
    let mut edges = Vec::new();
    let sent: Vec<(usize, &Node, &Row)> = nodes
        .sent()
        .map(|(at, node)| (at, node, &table.rows[node.row]))
        .filter(|(_, _, row)| table.cell(row, Field::ActivityId).codes().iter().any(|code| joint.contains(code)))
        .collect();
    for (from, (a, node, row)) in sent.iter().enumerate() {
        for (b, _, other) in sent[from + 1..].iter().filter(|(_, other, _)| other.sent != node.sent) {
            edges.extend(application(context, table, (*a, *b), [row, other]));
        }
    }
    edges
}

fn application(context: &Context<'_>, table: &Table, pair: (usize, usize), rows: [&Row; 2]) -> Option<Edge> {
    let codes = |field: Field| rows.map(|row| table.cell(row, field).codes());
    let texts = |field: Field| rows.map(|row| table.cell(row, field).text().map(fold).unwrap_or_default());
    let [one, other] = codes(Field::ActivityId);
    let [funder, other_funder] = codes(Field::Funder);
    if funder != other_funder || !one.iter().any(|code| other.contains(code)) {
        return None;
    }
    let mut agrees = vec!["joint-activity", "joint-funder"];
    let [id, other_id] = texts(Field::ApplicationId);
    let same_id = id == other_id && !id.is_empty();
    if same_id {
        agrees.push("joint-identifier");
    }
    let none = BTreeSet::new();
    let calls = rows.map(|row| -> Vec<Title> {
        table.cell(row, Field::CallName).text().and_then(|text| Title::new(text, &none)).into_iter().collect()
    });
    match title::compare(&calls[0], &calls[1], false) {
        Likeness::Same | Likeness::Alike => agrees.push("joint-call"),
        Likeness::Unlike => return None,
        Likeness::Unknown => {}
    }
    let amounts = rows.map(|row| table.money(row, Field::AmountRequested));
    let [Some(asked), Some(other_asked)] = &amounts else {
        return same_id.then_some(Edge { pair, score: 2, agrees, differ: None });
    };
    match agree(context, asked, other_asked) {
        Some(true) => agrees.push("joint-amount"),
        // Two applications to one funder are no doubt unless something more than the funder agrees.
        Some(false) if agrees.len() == 2 => return None,
        Some(false) => {
            let differ = Some((asked.clone(), other_asked.clone()));
            return Some(Edge { pair, score: 1, agrees, differ });
        }
        None => return None,
    }
    let score = if same_id { 4 } else { 3 };
    Some(Edge { pair, score, agrees, differ: None })
}
