//! What activities that are financed together cost, have and lack.
//!
//! Which groups are told: those with an application; and of activities without one, those that belong to the period, are
//! neither over nor cancelled, and have a cost that is not known to be covered. Groups whose activities are all cancelled
//! need nothing and are left out, as are applications without a known activity that are all lost.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::content::{Content, own};
use super::groups::{Group, groups};
use super::index::Prepared;
use super::sum::Sum;
use super::time::{Rule, Timing};
use super::view::{Marking, View};
use crate::model::needs::{CostBasis, Need, NeedSum, NeedSums, Needs, OwnBasis};
use crate::model::{Code, Field, MoneySum, Scope, Sheet};

/// A need, and the rates by which its amounts were converted.
pub(super) struct Rated {
    pub need: Arc<Need>,
    rates: BTreeSet<usize>,
}

impl Prepared<'_> {
    /// Gives the needs of every group of the dataset, reckoned once for all scopes.
    pub(super) fn needs(&self) -> &[Rated] {
        self.needs.get_or_init(|| {
            let view = View::new(self, Scope::All, Marking::None);
            groups(self).iter().filter_map(|group| need(&view, group)).collect()
        })
    }
}

/// Gives the needs in a scope. A group counts in full where one of its activities stands.
pub(super) fn needs(view: &View<'_>) -> Needs {
    let inside: BTreeSet<u32> = view.activities().iter().map(|standing| standing.row).collect();
    let applications: BTreeSet<u32> = view.rows(Sheet::Funding).iter().map(|standing| standing.row).collect();
    let found: Vec<&Rated> = view
        .prepared
        .needs()
        .iter()
        .filter(|rated| match rated.need.activities.as_slice() {
            [] => rated.need.applications.iter().any(|row| applications.contains(row)),
            activities => activities.iter().any(|row| inside.contains(row)),
        })
        .collect();
    let all: Vec<&Need> = found.iter().map(|rated| &*rated.need).collect();
    let here =
        |need: &Need| -> Vec<u32> { need.activities.iter().copied().filter(|row| inside.contains(row)).collect() };
    let (mut pairs, mut themes) = (BTreeMap::<_, Vec<&Need>>::new(), BTreeMap::<Code, Vec<&Need>>::new());
    let (mut pairs_overlap, mut themes_overlap, mut without_pair) = (false, false, 0);
    for &need in &all {
        let activities = here(need);
        let pairs_of = self::pairs(view, &activities);
        let themes_of = codes(view, &activities, &[Field::Theme, Field::OtherThemes]);
        without_pair += u64::from(pairs_of.is_empty());
        pairs_overlap |= pairs_of.len() > 1;
        themes_overlap |= themes_of.len() > 1;
        pairs_of.into_iter().for_each(|pair| pairs.entry(pair).or_default().push(need));
        themes_of.into_iter().for_each(|theme| themes.entry(theme).or_default().push(need));
    }
    let mut pairs: Vec<_> = pairs.into_iter().map(|(pair, needs)| (pair, sums(&needs))).collect();
    pairs.sort_by(|a, b| b.1.gap.amount.cmp(&a.1.gap.amount).then_with(|| a.0.cmp(&b.0)));
    let listed = view.prepared.reference.themes.iter();
    let themes = listed.filter_map(|theme| Some((theme.code.clone(), sums(themes.get(&theme.code)?)))).collect();
    let whole = sums(&all);
    let rates = found.iter().flat_map(|rated| rated.rates.iter().copied()).collect::<BTreeSet<_>>();
    let mut groups: Vec<Arc<Need>> = found.iter().map(|rated| rated.need.clone()).collect();
    // The order of the rows decides among equals: the sort is stable.
    groups.sort_by_key(|need| std::cmp::Reverse(need.gap));
    Needs {
        groups,
        whole,
        pairs,
        themes,
        pairs_overlap,
        themes_overlap,
        without_pair,
        rates: rates.into_iter().collect(),
    }
}

/// Gives the codes that activities name in some columns.
pub(super) fn codes(view: &View<'_>, activities: &[u32], fields: &[Field]) -> BTreeSet<Code> {
    let cells = activities.iter().flat_map(|&row| fields.iter().map(move |&field| (row, field)));
    cells.flat_map(|(row, field)| view.cell(Sheet::Activities, row, field).codes().iter().cloned()).collect()
}

/// Gives the pairs of councils of activities: each Moroccan one with each French one of the same activity, as far as they
/// stand in the scope.
fn pairs(view: &View<'_>, activities: &[u32]) -> BTreeSet<(Code, Code)> {
    let side = |row, field| view.cell(Sheet::Activities, row, field).codes();
    let of = |row: u32| {
        let others = side(row, Field::TerritoryFr);
        side(row, Field::TerritoryMa).iter().flat_map(move |ma| others.iter().map(move |fr| (ma.clone(), fr.clone())))
    };
    let stands = |(ma, fr): &(Code, Code)| match view.scope() {
        Scope::Territory(code) => ma == code || fr == code,
        Scope::Pair(one, two) => ma == one && fr == two,
        _ => true,
    };
    activities.iter().flat_map(|&row| of(row)).filter(stands).collect()
}

/// Sums needs column by column.
fn sums(needs: &[&Need]) -> NeedSums {
    let mut sums = NeedSums { groups: needs.len() as u64, ..NeedSums::default() };
    let column = |amounts: &mut dyn Iterator<Item = Option<Decimal>>| {
        let (mut total, mut reported) = (Some(Decimal::ZERO), 0);
        for amount in amounts {
            total = total.zip(amount).and_then(|(total, amount)| total.checked_add(amount));
            reported += 1;
        }
        NeedSum { amount: total.filter(|_| reported > 0), reported }
    };
    sums.activities = needs.iter().map(|need| need.activities.len() as u64).sum();
    sums.applications = needs.iter().map(|need| need.applications.len() as u64).sum();
    sums.cost = column(&mut needs.iter().filter_map(|need| Some(need.cost.as_ref()?.converted)));
    sums.secured = column(&mut needs.iter().map(|need| need.secured.converted));
    sums.own = column(&mut needs.iter().filter_map(|need| Some(need.own.as_ref()?.converted)));
    sums.expected = column(&mut needs.iter().map(|need| need.expected.converted));
    sums.gap = column(&mut needs.iter().filter_map(|need| need.gap.map(Some)));
    sums.gap_after = column(&mut needs.iter().filter_map(|need| need.gap_after.map(Some)));
    for gap in needs.iter().filter_map(|need| need.gap).filter(Decimal::is_sign_negative) {
        sums.surplus = (sums.surplus.0 + 1, sums.surplus.1.saturating_sub(gap));
    }
    sums.own_unknown = needs.iter().filter(|need| need.gap.is_some() && need.own.is_none()).count() as u64;
    sums
}

/// Sums of money with the rates that converted them.
struct Purse<'v, 'a> {
    view: &'v View<'a>,
    rates: BTreeSet<usize>,
    held: bool,
}

impl Purse<'_, '_> {
    /// Sums a column over rows, and tells how many of them report it.
    fn sum(&mut self, sheet: Sheet, field: Field, rows: impl IntoIterator<Item = u32>) -> (MoneySum, u64) {
        let mut sum = Sum::new(self.view, sheet, own(field), field);
        let mut reported = 0;
        for row in rows {
            match self.view.content(sheet, row, own(field), "") {
                Content::Value(value) => {
                    sum.add(row, value);
                    reported += 1;
                    self.note_rate(sheet, field, row);
                }
                Content::Held => self.held = true,
                Content::Missing | Content::NotApplicable => {}
            }
        }
        (sum.money(), reported)
    }

    fn note_rate(&mut self, sheet: Sheet, field: Field, row: u32) {
        let rates = &self.view.prepared.settings.rates;
        let currency = self.view.cell(sheet, row, Field::Currency).code();
        let Some(currency) = currency.filter(|code| **code != rates.report_currency) else { return };
        if let Some((rate, _)) = rates.find(currency, self.view.rate_day(sheet, row, field)) {
            self.rates.extend(rates.rates.iter().position(|each| each == rate));
        }
    }

    /// Gives the largest amount of a column, once converted; one that can't be converted stands for it.
    fn largest(&mut self, field: Field, rows: &[u32]) -> Option<MoneySum> {
        let sums: Vec<(MoneySum, u64)> = rows.iter().map(|&row| self.sum(Sheet::Funding, field, [row])).collect();
        let told = sums.into_iter().filter(|(_, reported)| *reported > 0).map(|(sum, _)| sum);
        told.reduce(|most, each| match (most.converted, each.converted) {
            (Some(one), Some(two)) if two > one => each,
            (Some(_), None) => each,
            _ => most,
        })
    }

    /// Gives the budget of an activity: the rows of its detail, else the budget that its own row states.
    fn budget(&mut self, activity: u32) -> Option<MoneySum> {
        let view = self.view;
        let is_budget = |row: &u32| view.cell(Sheet::Amounts, *row, Field::Kind).text() == Some("budget");
        let live = |row: &u32| !view.prepared.row(Sheet::Amounts, *row).held;
        let rows = view.prepared.rows_of(Sheet::Amounts, activity);
        self.held |= rows.iter().any(|row| !live(row) && is_budget(row));
        let (sum, reported) =
            self.sum(Sheet::Amounts, Field::Amount, rows.iter().copied().filter(|row| is_budget(row) && live(row)));
        if reported > 0 {
            return Some(sum);
        }
        let (sum, reported) = self.sum(Sheet::Activities, Field::BudgetTotal, [activity]);
        (reported > 0).then_some(sum)
    }
}

fn add(sum: &mut MoneySum, other: &MoneySum) {
    for (currency, amount) in &other.by_currency {
        let entry = sum.by_currency.entry(currency.clone()).or_default();
        *entry = entry.saturating_add(*amount);
    }
    sum.converted = sum.converted.zip(other.converted).and_then(|(one, two)| one.checked_add(two));
    sum.without_rate.extend(other.without_rate.iter().cloned());
    sum.without_rate.sort();
    sum.without_rate.dedup();
}

fn zero() -> MoneySum {
    MoneySum { converted: Some(Decimal::ZERO), ..MoneySum::default() }
}

/// Reckons the need of a group; none where it is not told.
fn need(view: &View<'_>, group: &Group) -> Option<Rated> {
    const FUNDING: Sheet = Sheet::Funding;
    let status = |row: &u32| view.cell(Sheet::Activities, *row, Field::Status).text().unwrap_or_default();
    let all = |states: &[&str]| group.activities.iter().all(|row| states.contains(&status(row)));
    let sought = !group.applications.is_empty();
    let current = |&&row: &&u32| view.prepared.activity_timing(row) == Timing::In;
    if !group.activities.is_empty()
        && (all(&["cancelled"])
            || (!sought
                && (all(&["closing", "closed", "cancelled"]) || !group.activities.iter().any(|row| current(&row)))))
    {
        return None;
    }
    if group.activities.iter().all(|&row| view.prepared.row(Sheet::Activities, row).held) && !sought {
        return None;
    }
    let mut purse = Purse { view, rates: BTreeSet::new(), held: group.uncertain };
    let stage = |row: u32| view.prepared.reference.stage(view.cell(FUNDING, row, Field::FundingStage).code()?);
    let phase = |row: u32, phase: &str| stage(row).is_some_and(|stage| &*stage.phase == phase);
    let rows = |wanted: &dyn Fn(u32) -> bool| -> Vec<u32> {
        group.applications.iter().copied().filter(|&row| wanted(row)).collect()
    };

    let standing = rows(&|row| !phase(row, "lost"));
    // A project that no known activity carries ends with its last application.
    if group.activities.is_empty() && standing.is_empty() {
        return None;
    }
    let (cost, cost_basis) = cost(&mut purse, group);
    let in_time = |row: u32| view.timing(FUNDING, row, Rule::Stock, Field::AmountSigned) == Timing::In;
    let (secured, _) = purse.sum(FUNDING, Field::AmountSigned, rows(&in_time));
    let contracted = view.prepared.reference.stage("contracted").map_or(u32::MAX, |stage| stage.order);
    let signs = |row: u32| phase(row, "won") && stage(row).is_some_and(|stage| stage.order >= contracted);
    let blank = |row: u32, field| view.content(FUNDING, row, own(field), "").value().is_none();
    let unsigned = rows(&|row| signs(row) && blank(row, Field::AmountSigned)).len() as u64;
    let undecided = rows(&|row| phase(row, "open"));
    let (expected, _) = purse.sum(FUNDING, Field::AmountExpected, undecided.iter().copied());
    let unpriced = undecided.iter().filter(|&&row| blank(row, Field::AmountExpected)).count() as u64;
    let (own, own_basis) = if sought {
        let own = purse.largest(Field::OwnTotal, &standing);
        let basis = if own.is_some() { OwnBasis::Application } else { OwnBasis::Unknown };
        (own, basis)
    } else {
        contributions(&mut purse, &group.activities)
    };

    let known = |sum: &MoneySum| sum.converted;
    let brought = own.as_ref().map_or(Some(Decimal::ZERO), known);
    let gap = cost.as_ref().and_then(known).zip(known(&secured)).zip(brought).filter(|_| unsigned == 0);
    let gap = gap.and_then(|((cost, secured), own)| cost.checked_sub(secured)?.checked_sub(own));
    let gap_after = gap.zip(known(&expected)).and_then(|(gap, expected)| gap.checked_sub(expected));
    // To the cent: amounts that were divided by a rate leave a rest far behind the point.
    let covered = gap.is_some_and(|gap| gap.round_dp(2) <= Decimal::ZERO) && own.is_some();
    if !sought && (cost.is_none() || covered) {
        return None;
    }
    let mut need = Need {
        activities: group.activities.clone(),
        applications: group.applications.clone(),
        cost,
        cost_basis,
        secured,
        unsigned,
        own,
        own_basis,
        expected,
        unpriced,
        gap,
        gap_after,
        provisional: purse.held,
    };
    need.provisional |= !need.without_rate().is_empty();
    let sums = need.cost.iter_mut().chain(&mut need.own).chain([&mut need.secured, &mut need.expected]);
    sums.for_each(|sum| sum.by_currency.clear());
    Some(Rated { need: need.into(), rates: purse.rates })
}

/// Sums the budgets of a group. Where the only activity has none, the largest total cost of its applications stands for
/// it; where one of several has none, the cost is not known.
fn cost(purse: &mut Purse<'_, '_>, group: &Group) -> (Option<MoneySum>, CostBasis) {
    let budgets: Vec<Option<MoneySum>> = group.activities.iter().map(|&activity| purse.budget(activity)).collect();
    match budgets.as_slice() {
        [] | [None] => {
            let stated = purse.largest(Field::TotalCost, &group.applications);
            let basis = if stated.is_some() { CostBasis::Application } else { CostBasis::Unknown };
            (stated, basis)
        }
        budgets => {
            let mut total = zero();
            for budget in budgets {
                match budget {
                    Some(budget) => add(&mut total, budget),
                    None => return (None, CostBasis::Unknown),
                }
            }
            (Some(total), CostBasis::Budgets)
        }
    }
}

/// Sums the contributions that activities declare.
fn contributions(purse: &mut Purse<'_, '_>, activities: &[u32]) -> (Option<MoneySum>, OwnBasis) {
    let (mut total, mut told) = (zero(), 0);
    for field in [Field::ContributionMa, Field::ContributionFr, Field::ContributionOther] {
        let (sum, reported) = purse.sum(Sheet::Activities, field, activities.iter().copied());
        add(&mut total, &sum);
        told += reported;
    }
    if told == 0 { (None, OwnBasis::Unknown) } else { (Some(total), OwnBasis::Activity) }
}
