//! C519 to C524: what two returns both hold counts once.
//!
//! 1. [`alike`] gives points to pairs of rows of two returns; [`nodes`] groups them, after the decisions of people.
//! 2. [`gather`] makes one row of each group: the one that a decision or the lead partner names, else that of the
//!    territory that comes first in the list.
//! 3. [`follow`] gives rows that named another row of the group the identifier that is kept, and leaves out readings and
//!    exchanges that both returns give alike.
//! 4. The applications to funders of joint activities are treated the same way; their passages follow them.
//!
//! A proposal counts once from the start: the other row is held, and what it touches is provisional until a person
//! answers. A decision confirms it, and the row is left aside under [`Ignored::Joint`](crate::model::Ignored::Joint); or
//! it keeps both rows.

mod alike;
mod follow;
mod gather;
mod nodes;
mod title;

use std::collections::{BTreeMap, BTreeSet};

use alike::Edge;
use follow::Moved;
use nodes::{Group, Nodes};

use super::Context;
use crate::model::{Code, Field, Finding, FindingCode, Place, Sheet, Value};
use crate::validate::book::Book;
use crate::validate::decisions::{Docket, signed};

/// Makes one of what two returns both hold.
pub fn apply(context: &Context<'_>, docket: &mut Docket<'_>, book: &mut Book) {
    let reference = context.reference;
    let nodes = Nodes::new(&book.dataset, reference, Sheet::Activities, Field::ActivityId);
    let edges = alike::activities(context, &book.dataset, &nodes);
    let rulings = nodes.rulings(&book.dataset, context.sources, docket);
    let (groups, doubts) = nodes.groups(&book.dataset, reference, edges, &rulings, &mut book.findings);
    doubtful(context, &nodes, &doubts, book);
    let mut told = Vec::new();
    let (moved, kept) = unite(context, &nodes, &groups, FindingCode::JointActivity, book, &mut told);
    follow::rename(&mut book.dataset, &moved, (Sheet::Activities, Field::ActivityId));
    let repeated = follow::drop_repeated(book, reference, &kept);

    let nodes = Nodes::new(&book.dataset, reference, Sheet::Funding, Field::ApplicationId);
    let edges = alike::applications(context, &book.dataset, &nodes, &kept);
    let rulings = nodes.rulings(&book.dataset, context.sources, docket);
    let (groups, doubts) = nodes.groups(&book.dataset, reference, edges, &rulings, &mut book.findings);
    doubtful(context, &nodes, &doubts, book);
    let (moved, _) = unite(context, &nodes, &groups, FindingCode::JointApplication, book, &mut told);
    follow::rename(&mut book.dataset, &moved, (Sheet::Funding, Field::ApplicationId));

    for (kept, finding) in told {
        let count = repeated.get(&kept).copied().unwrap_or(0);
        book.findings.push(finding.with("repeated", Value::count(count)));
    }
}

/// Makes one row of each group. Gives the rows that count under another identifier, and the identifiers of joint rows;
/// the findings go to `told`, with the identifier that is kept.
fn unite(
    context: &Context<'_>,
    nodes: &Nodes,
    groups: &[Group<'_>],
    proposal: FindingCode,
    book: &mut Book,
    told: &mut Vec<(Code, Finding)>,
) -> (Vec<Moved>, BTreeSet<Code>) {
    let (sheet, mut leave) = (nodes.sheet, BTreeMap::new());
    let (mut moved, mut joint) = (Vec::new(), BTreeSet::new());
    for group in groups {
        let kept_row = nodes.all[group.kept].row;
        let to = Code::from(nodes.id(&book.dataset, group.kept));
        joint.insert(to.clone());
        for (at, by) in &group.left {
            let row = nodes.all[*at].row;
            let from = Code::from(nodes.id(&book.dataset, *at));
            let finding = pair(context, nodes, book, (*at, group.kept));
            let finding = match by {
                Ok(decision) => {
                    let finding = Finding { code: FindingCode::JointDecided, ..finding };
                    signed(finding, decision)
                }
                Err(agrees) => {
                    let agrees = agrees.iter().map(|what| Value::key(what)).collect();
                    Finding { code: proposal, ..finding }.with("agrees", Value::List(agrees))
                }
            };
            told.push((to.clone(), finding));
            let taken = gather::gather(context, &mut book.dataset, sheet, (kept_row, row), &mut book.findings);
            match by {
                Ok(_) => drop(leave.insert(row, taken)),
                Err(_) => book.table(sheet).0.rows[row].held = true,
            }
            let returns = &book.dataset.returns;
            let sheets =
                nodes.all[*at].sent.into_iter().flat_map(|sent| returns[sent].sheets.iter().copied()).collect();
            moved.push(Moved { from, to: to.clone(), sheets });
        }
    }
    book.leave(sheet, &leave);
    (moved, joint)
}

/// Tells rows that look like one but for their amounts.
fn doubtful(context: &Context<'_>, nodes: &Nodes, doubts: &[Edge], book: &mut Book) {
    for edge in doubts {
        let Some((first, second)) = &edge.differ else { continue };
        let say = |money: &crate::model::Money| Value::Money(money.amount, money.currency.clone());
        let finding = pair(context, nodes, book, (edge.pair.1, edge.pair.0));
        let finding = Finding { code: FindingCode::JointDoubtful, ..finding };
        book.findings.push(finding.with("first", say(second)).with("second", say(first)));
    }
}

/// Makes a finding at the identifier of a row, which names another row as well.
fn pair(context: &Context<'_>, nodes: &Nodes, book: &Book, (at, other): (usize, usize)) -> Finding {
    let dataset = &book.dataset;
    let origin = |at: usize| {
        let row = &dataset.table(nodes.sheet).rows[nodes.all[at].row];
        dataset.origin(nodes.sheet, row, nodes.id)
    };
    let file = |at: usize| Value::code(&context.sources.file_of(origin(at).sheet).path);
    Finding::new(FindingCode::JointActivity, Place::Cell(origin(at)))
        .with("found", Value::code(nodes.id(dataset, at)))
        .with("other", Value::code(nodes.id(dataset, other)))
        .with("place", context.say(origin(other)))
        .with("file", file(at))
        .with("other-file", file(other))
}
