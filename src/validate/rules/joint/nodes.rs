//! The rows that may be one, and the groups that they make.

use std::collections::{BTreeMap, BTreeSet};

use super::alike::Edge;
use crate::model::{Dataset, Decided, Decision, Field, List, Named, Sheet, SheetId, Sources, Value, Verdict};
use crate::reference::{Reference, fold};
use crate::validate::decisions::{Docket, refused};

/// One row that takes part in figures.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// Its number in the table.
    pub row: usize,
    /// The return that holds it, where its sender is known.
    pub sent: Option<usize>,
}

/// The rows of one table: first by the sender's place in the list of territories, so that the names of files change
/// nothing, then in file order.
pub struct Nodes {
    /// The table's sheet.
    pub sheet: Sheet,
    /// The column of the identifiers.
    pub id: Field,
    /// The rows.
    pub all: Vec<Node>,
}

/// What people decided about the rows of one table.
#[derive(Default)]
pub struct Rulings<'a> {
    /// Pairs that are one.
    merged: Vec<((usize, usize), &'a Decision)>,
    /// Pairs that are two.
    separate: BTreeSet<(usize, usize)>,
}

/// Rows that count as one.
pub struct Group<'a> {
    /// The row that is kept.
    pub kept: usize,
    /// The others, each with the decision that joins it, or what agrees where none does.
    pub left: Vec<(usize, Result<&'a Decision, Vec<&'static str>>)>,
}

impl Nodes {
    /// Takes the rows of a table that take part in figures.
    pub fn new(dataset: &Dataset, reference: &Reference, sheet: Sheet, id: Field) -> Self {
        let mut returns: BTreeMap<SheetId, usize> = BTreeMap::new();
        for (at, sent) in dataset.returns.iter().enumerate().filter(|(_, sent)| sent.territory.is_some()) {
            returns.extend(sent.sheets.iter().map(|sheet| (*sheet, at)));
        }
        let rank = |sent: Option<usize>| {
            let territory = sent.and_then(|sent| dataset.returns[sent].territory.as_ref());
            reference.territories.iter().position(|known| Some(&known.code) == territory).unwrap_or(usize::MAX)
        };
        let ranks: Vec<usize> = (0..dataset.returns.len()).map(|sent| rank(Some(sent))).collect();
        let mut all: Vec<Node> = super::super::live(dataset, sheet)
            .into_iter()
            .map(|row| Node { row, sent: returns.get(&dataset.table(sheet).rows[row].origin.sheet).copied() })
            .collect();
        all.sort_by_key(|node| (node.sent.map_or(usize::MAX, |sent| ranks[sent]), node.row));
        Nodes { sheet, id, all }
    }

    /// Iterates over the rows whose sender is known, with their positions.
    pub fn sent(&self) -> impl Iterator<Item = (usize, &Node)> {
        self.all.iter().enumerate().filter(|(_, node)| node.sent.is_some())
    }

    /// Gives the identifier of a row.
    pub fn id<'d>(&self, dataset: &'d Dataset, at: usize) -> &'d str {
        let table = dataset.table(self.sheet);
        table.cell(&table.rows[self.all[at].row], self.id).text().unwrap_or("")
    }

    /// Finds the rows that people ruled on. The decisions that meet two rows are noted as met.
    pub fn rulings<'a>(&self, dataset: &Dataset, sources: &Sources, docket: &mut Docket<'a>) -> Rulings<'a> {
        let mut rulings = Rulings::default();
        let made = docket.made().iter().filter(|decision| matches!(decision.what, Decided::Joint { .. }));
        let made: Vec<&'a Decision> = made.collect();
        if made.is_empty() {
            return rulings;
        }
        let mut ids: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for at in 0..self.all.len() {
            ids.entry(fold(self.id(dataset, at))).or_default().push(at);
        }
        let table = dataset.table(self.sheet);
        let find = |named: &Named| -> Vec<usize> {
            let rows = ids.get(&fold(&named.id)).map_or(&[][..], Vec::as_slice);
            let path = |at: usize| &sources.file_of(table.rows[self.all[at].row].origin.sheet).path;
            let there = |at: &usize| named.file.as_ref().is_none_or(|file| fold(file) == fold(path(*at)));
            rows.iter().copied().filter(there).collect()
        };
        for decision in made {
            let Decided::Joint { pair: [one, other], verdict } = &decision.what else { continue };
            let Some(&a) = find(one).first() else { continue };
            let Some(b) = find(other).into_iter().find(|at| *at != a) else { continue };
            docket.meet(decision);
            let pair = (a.min(b), a.max(b));
            match verdict {
                Verdict::Merge(_) => rulings.merged.push((pair, decision)),
                Verdict::Separate => _ = rulings.separate.insert(pair),
            }
        }
        rulings
    }

    /// Groups the rows: first those that people joined, then those that look alike, the best score first.
    ///
    /// A row joins those that it resembles all, one a return. The edges that differ in their amounts and were not ruled
    /// on come back as doubts. A decision that would join what another keeps apart is told and not applied.
    pub fn groups<'a>(
        &self,
        dataset: &Dataset,
        reference: &Reference,
        mut edges: Vec<Edge>,
        rulings: &Rulings<'a>,
        findings: &mut Vec<crate::model::Finding>,
    ) -> (Vec<Group<'a>>, Vec<Edge>) {
        edges.sort_by(|one, other| other.score.cmp(&one.score).then_with(|| one.pair.cmp(&other.pair)));
        let known: BTreeMap<(usize, usize), &Edge> =
            edges.iter().filter(|edge| edge.differ.is_none()).map(|edge| (edge.pair, edge)).collect();
        let apart = |one: &BTreeSet<usize>, other: &BTreeSet<usize>| {
            one.iter().any(|a| other.iter().any(|b| rulings.separate.contains(&(*a.min(b), *a.max(b)))))
        };
        let mut sets = Sets::default();
        for ((a, b), decision) in &rulings.merged {
            if apart(&sets.of(*a), &sets.of(*b)) {
                findings.push(refused(decision.row, Value::key("decision-kept-apart")));
            } else {
                sets.join(*a, *b);
            }
        }
        for edge in edges.iter().filter(|edge| edge.differ.is_none()) {
            let (one, other) = (sets.of(edge.pair.0), sets.of(edge.pair.1));
            let returns = |set: &BTreeSet<usize>| -> BTreeSet<Option<usize>> {
                set.iter().map(|at| self.all[*at].sent).collect()
            };
            let alike = one.iter().all(|a| other.iter().all(|b| known.contains_key(&(*a.min(b), *a.max(b)))));
            if alike && returns(&one).is_disjoint(&returns(&other)) && !apart(&one, &other) {
                sets.join(edge.pair.0, edge.pair.1);
            }
        }
        let groups = sets.all().into_iter().map(|set| self.group(dataset, reference, &set, &known, rulings)).collect();
        let doubts = edges
            .iter()
            .filter(|edge| edge.differ.is_some() && !rulings.separate.contains(&edge.pair))
            .filter(|edge| !sets.grouped(edge.pair.0) && !sets.grouped(edge.pair.1))
            .cloned()
            .collect();
        (groups, doubts)
    }

    fn group<'a>(
        &self,
        dataset: &Dataset,
        reference: &Reference,
        set: &BTreeSet<usize>,
        known: &BTreeMap<(usize, usize), &Edge>,
        rulings: &Rulings<'a>,
    ) -> Group<'a> {
        let decided = rulings.merged.iter().filter(|((a, b), _)| set.contains(a) && set.contains(b));
        let named = decided.clone().find_map(|(_, decision)| match &decision.what {
            Decided::Joint { verdict: Verdict::Merge(Some(id)), .. } => {
                set.iter().copied().find(|at| fold(self.id(dataset, *at)) == fold(id))
            }
            _ => None,
        });
        let kept = named
            .or_else(|| set.iter().copied().find(|at| self.leads(dataset, reference, set, *at)))
            .or_else(|| set.first().copied())
            .unwrap_or(0);
        let left = set.iter().copied().filter(|at| *at != kept).map(|at| {
            let touches = |pair: &(usize, usize)| pair.0 == at || pair.1 == at;
            let by = decided.clone().find(|(pair, _)| touches(pair)).map(|(_, decision)| *decision);
            let agrees = || known.get(&(at.min(kept), at.max(kept))).map_or(Vec::new(), |edge| edge.agrees.clone());
            (at, by.ok_or_else(agrees))
        });
        Group { kept, left: left.collect() }
    }

    /// Says whether a row of the group names the sender of this one as the lead.
    fn leads(&self, dataset: &Dataset, reference: &Reference, set: &BTreeSet<usize>, at: usize) -> bool {
        let table = dataset.table(self.sheet);
        let sender = self.all[at].sent.and_then(|sent| dataset.returns[sent].territory.as_ref());
        set.iter().any(|at| {
            let lead = table.cell(&table.rows[self.all[*at].row], Field::Lead).text();
            let lead = lead.and_then(|lead| reference.exact(List::Territories, lead));
            lead.is_some_and(|lead| Some(&lead) == sender)
        })
    }
}

/// Sets of rows that share no row.
#[derive(Default)]
struct Sets {
    of: BTreeMap<usize, usize>,
    sets: Vec<BTreeSet<usize>>,
}

impl Sets {
    fn of(&self, at: usize) -> BTreeSet<usize> {
        self.of.get(&at).map_or_else(|| BTreeSet::from([at]), |set| self.sets[*set].clone())
    }

    fn grouped(&self, at: usize) -> bool {
        self.of.contains_key(&at)
    }

    fn join(&mut self, a: usize, b: usize) {
        let mut set = self.of(a);
        set.extend(self.of(b));
        for at in [a, b] {
            if let Some(old) = self.of.get(&at) {
                self.sets[*old].clear();
            }
        }
        self.of.extend(set.iter().map(|at| (*at, self.sets.len())));
        self.sets.push(set);
    }

    fn all(&self) -> Vec<BTreeSet<usize>> {
        let mut sets: Vec<BTreeSet<usize>> = self.sets.iter().filter(|set| set.len() > 1).cloned().collect();
        sets.sort();
        sets
    }
}
