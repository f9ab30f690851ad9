//! The public copy of the figures of a document: small numbers of people masked, and the figures that would tell them.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::Public;
use super::solve::{Hidden, Limit, stays_hidden, withhold};
use crate::compute::people;
use crate::model::figures::{Behind, Breakdown, FigureSet, Marks, Refusal, Result as Line};
use crate::model::trend::{Span, Trend};
use crate::model::{Code, Field, Figure, Figures, Mask, Measure, Outcome};
use crate::reference::Indicator;

/// The figures that count a part of the people of another one: whole, parts, and true where the parts are all of it.
const PARTS: &[(&str, &[&str], bool)] =
    &[("X4-total", &["X4-women", "X4-men", "X4-sex-unknown"], true), ("X4-total", &["X4-youth"], false)];

/// The quotients that tell a number of people together with other figures: quotient, the figures that it has a side in
/// common with.
const SIDES: &[(&str, &[&str])] =
    &[("X4-women-share", &["X4-total", "X4-women"]), ("X6-women-share", &["X6-participants"]), ("X8", &["X4-total"])];

/// What is masked of a set of figures, by code.
type Masks = BTreeMap<Code, Mask>;

impl Public<'_> {
    /// Masks the figures of a document.
    pub(super) fn mask(&self, figures: &mut Figures) {
        let people = figures.cross.values().filter(|figure| self.indicator(&figure.code).is_some());
        let behind = people.map(|figure| (figure.code.clone(), Behind::of(figure))).collect();
        let cross = self.masks(&figures.cross, &behind);
        for breakdown in [&mut figures.themes, &mut figures.territories, &mut figures.statuses] {
            self.breakdown(breakdown, &figures.cross, &cross);
        }
        let mut told: Masks = cross.clone();
        self.apply(&mut figures.cross, &cross);
        for line in &mut figures.results {
            self.result(line);
            if let Outcome::Masked(mask) = line.figure.outcome {
                told.insert(line.code.clone(), mask);
            }
        }
        self.trend(&mut figures.trend);
        for change in figures.changes.iter_mut().flat_map(|changes| &mut changes.figures) {
            let now = told.get(&change.code).copied();
            let before = self.indicator(&change.code).and_then(|indicator| self.small(indicator, &change.before));
            if let Some(mask) = now {
                change.now = Outcome::Masked(mask);
            }
            if let Some(mask) = before {
                change.before = Outcome::Masked(mask);
            }
            if now.or(before).is_some() {
                change.change = None;
            }
        }
    }

    fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.reference.indicator(code).filter(|indicator| people::counts(indicator))
    }

    /// Tells what is masked of a set: each figure by itself, then those that would tell it.
    fn masks(&self, set: &FigureSet, behind: &BTreeMap<Code, Behind>) -> Masks {
        let alone = |(code, figure): (&Code, &Figure)| {
            let nobody = Behind::default();
            Some((code.clone(), self.alone(figure, behind.get(code).unwrap_or(&nobody))?))
        };
        let mut masks: Masks = set.iter().filter_map(alone).collect();
        for (whole, parts, all) in PARTS {
            let Some(total) = set.get(*whole).filter(|_| !masks.contains_key(*whole)).map(ends) else { continue };
            for part in parts.iter().filter_map(|part| set.get(*part)) {
                let rest = |(whole, part): (&Decimal, &Decimal)| self.limit.is_small(whole.saturating_sub(*part));
                if !masks.contains_key(&part.code) && total.iter().zip(&ends(part)).any(rest) {
                    masks.insert(part.code.clone(), Mask::Withheld);
                }
            }
            if *all && let Some(high) = total.last() {
                let parts: Vec<&Figure> = parts.iter().filter_map(|part| set.get(*part)).collect();
                let outcomes: Vec<&Outcome> = parts.iter().map(|figure| &figure.outcome).collect();
                let keys: Vec<Code> = parts.iter().map(|figure| figure.code.clone()).collect();
                column(self.limit, &mut masks, *high, &outcomes, &keys);
            }
        }
        for (quotient, others) in SIDES {
            let tells = others.iter().any(|code| masks.contains_key(*code));
            if tells && set.get(*quotient).is_some_and(|figure| matches!(figure.outcome, Outcome::Ratio(..))) {
                masks.insert(Code::from(*quotient), Mask::Withheld);
            }
        }
        masks
    }

    /// Tells what a figure by itself is masked with: as a small number, or because the rows that are shown tell one.
    fn alone(&self, figure: &Figure, behind: &Behind) -> Option<Mask> {
        let indicator = self.indicator(&figure.code)?;
        if let Some(mask) = self.small(indicator, &figure.outcome) {
            return Some(mask);
        }
        let told = match (&figure.outcome, &indicator.measure) {
            (Outcome::Interval(..) | Outcome::Number(_), measure) => {
                self.tells(measure, &behind.rows) || self.tells(measure, &behind.least)
            }
            (Outcome::Ratio(..), Measure::Ratio(one, other, _)) => {
                self.tells(one, &behind.rows) || self.tells(other, &behind.below)
            }
            _ => false,
        };
        told.then_some(Mask::Withheld)
    }

    /// Tells what an outcome is masked with as a small number of people.
    fn small(&self, indicator: &Indicator, outcome: &Outcome) -> Option<Mask> {
        let small = |number: &Decimal| self.limit.is_small(*number);
        let [above, below] = people::sides(indicator);
        match outcome {
            Outcome::Number(number) if above && !matches!(indicator.measure, Measure::Ratio(..)) => {
                self.limit.mask(*number)
            }
            Outcome::Interval(low, high) => {
                self.limit.mask(*high).or((above && small(low)).then_some(Mask::Withheld)).filter(|_| above)
            }
            Outcome::Ratio(one, other) => {
                let rest = above && below && small(&other.saturating_sub(*one));
                ((above && small(one)) || (below && small(other)) || rest).then_some(Mask::Withheld)
            }
            Outcome::Spread(..) => above.then_some(Mask::Withheld),
            _ => None,
        }
    }

    /// Says whether a sum that is shown, with the rows that are shown, tells a masked cell.
    fn tells(&self, measure: &Measure, rows: &[u32]) -> bool {
        let Some((sheet, operand)) = people::operand(measure).filter(|(_, operand)| !operand.of_activity) else {
            return false;
        };
        let hidden = self.counts.hidden(sheet, operand.field, rows);
        !hidden.is_empty() && !stays_hidden(self.limit, &hidden, None)
    }

    /// Says whether a figure counts a masked cell, so that its marks would tell it.
    fn counts_masked(&self, figure: &Figure) -> bool {
        let Some(indicator) = self.indicator(&figure.code) else { return false };
        let masked = |measure: &Measure, marks: &Marks| {
            people::operand(measure).is_some_and(|(sheet, operand)| {
                operand.of_activity || marks.rows().any(|row| self.counts.mask((sheet, row, operand.field)).is_some())
            })
        };
        match &indicator.measure {
            Measure::Ratio(one, other, _) => {
                masked(one, &figure.marks) || figure.below.as_ref().is_some_and(|below| masked(other, &below.marks))
            }
            measure => masked(measure, &figure.marks),
        }
    }

    /// Puts masks in the place of figures. The rows of a figure stay known; what each adds to it does not.
    fn apply(&self, set: &mut FigureSet, masks: &Masks) {
        for figure in set.values_mut() {
            if let Some(mask) = masks.get(&figure.code) {
                self.put(figure, *mask);
            } else if self.counts_masked(figure) {
                silence(figure);
            }
        }
    }

    fn put(&self, figure: &mut Figure, mask: Mask) {
        figure.outcome = Outcome::Masked(mask);
        silence(figure);
    }

    /// Masks the lines of a breakdown. Lines that add up to the figure of the whole are a column with its total.
    fn breakdown(&self, breakdown: &mut Breakdown, whole: &FigureSet, masked: &Masks) {
        let nobody = BTreeMap::new();
        let behind = |code: &Code| breakdown.behind.get(code).unwrap_or(&nobody);
        let mut masks: Vec<Masks> = breakdown.lines.iter().map(|(code, set)| self.masks(set, behind(code))).collect();
        let codes: Vec<&Code> = whole.keys().filter(|code| self.indicator(code).is_some()).collect();
        for code in codes {
            let Some(total) = whole.get(code).filter(|_| !masked.contains_key(code)).and_then(high) else { continue };
            let lines: Vec<(usize, &Outcome)> = breakdown
                .lines
                .iter()
                .enumerate()
                .filter_map(|(at, (_, set))| Some((at, &set.get(code)?.outcome)))
                .collect();
            let mut column_masks: BTreeMap<usize, Mask> =
                lines.iter().filter_map(|(at, _)| Some((*at, *masks[*at].get(code)?))).collect();
            // The territories of each country may add up by themselves.
            let country = |at: usize| self.reference.territory(&breakdown.lines[at].0).map(|own| own.country.clone());
            let countries: BTreeSet<_> = lines.iter().map(|(at, _)| country(*at)).collect();
            for side in countries.iter().map(Some).chain([None]) {
                let (keys, outcomes): (Vec<usize>, Vec<&Outcome>) =
                    lines.iter().copied().filter(|(at, _)| side.is_none_or(|side| *side == country(*at))).unzip();
                column(self.limit, &mut column_masks, total, &outcomes, &keys);
            }
            for (at, mask) in column_masks {
                masks[at].insert(code.clone(), mask);
                for (quotient, others) in SIDES {
                    if others.contains(&code.as_str()) && breakdown.lines[at].1.contains_key(*quotient) {
                        masks[at].entry(Code::from(*quotient)).or_insert(Mask::Withheld);
                    }
                }
            }
        }
        for ((_, set), masks) in breakdown.lines.iter_mut().zip(masks) {
            self.apply(set, &masks);
        }
        breakdown.behind.clear();
    }

    /// Masks an indicator of a theme: its figure, its baseline, target and actual value, and what tells them.
    fn result(&self, line: &mut Line) {
        let Some(indicator) = self.indicator(&line.code) else { return };
        let ratio = matches!(indicator.measure, Measure::Ratio(..));
        if let Some(mask) = self.alone(&line.figure, &Behind::of(&line.figure)) {
            self.put(&mut line.figure, mask);
        } else if self.counts_masked(&line.figure) {
            silence(&mut line.figure);
        }
        let mut stated = [line.baseline, line.target, line.actual];
        for ((at, field), number) in
            [Field::Baseline, Field::Target, Field::Actual].into_iter().enumerate().zip(&mut stated)
        {
            let Some(known) = *number else { continue };
            let hidden = self.counts.hidden_readings(&line.rows, field);
            let told = !hidden.is_empty() && !stays_hidden(self.limit, &hidden, None);
            line.masked[at] = self.limit.mask(known).filter(|_| !ratio).or(told.then_some(Mask::Withheld));
            if line.masked[at].is_some() {
                *number = None;
            }
        }
        // The actual value of a quotient is the quotient.
        if let (true, Outcome::Masked(mask), Some(_)) = (ratio, &line.figure.outcome, line.actual) {
            line.masked[2] = Some(*mask);
            stated[2] = None;
        }
        [line.baseline, line.target, line.actual] = stated;
        if ratio
            && line
                .rows
                .iter()
                .any(|&row| self.masked.contains_key(&(crate::model::Sheet::Indicators, row, Field::Actual)))
        {
            // A quotient that stands without its sides is that of its only reading.
            if matches!(line.figure.outcome, Outcome::Number(_)) {
                self.put(&mut line.figure, Mask::Withheld);
            }
        }
        if line.masked.iter().any(Option::is_some) && line.attainment.is_ok() {
            line.attainment = Err(Refusal::Masked);
        }
    }

    /// Masks the flows over time; spans that add up to the whole are a column with its total.
    fn trend(&self, trend: &mut Trend) {
        let Trend { years, halves, calendar, since, .. } = trend;
        let codes: Vec<Code> = since.iter().flat_map(|span| span.flows.keys().cloned()).collect();
        for code in codes.iter().filter(|code| self.indicator(code).is_some()) {
            let alone = |span: &Span| {
                let moment = span.flows.get(code)?;
                let indicator = self.indicator(code)?;
                let (measure, behind) = (&indicator.measure, &moment.behind);
                let tells = self.tells(measure, &behind.rows) || self.tells(measure, &behind.least);
                self.small(indicator, &moment.outcome).or(tells.then_some(Mask::Withheld))
            };
            let total = since.as_ref().filter(|span| alone(span).is_none());
            let total = total.and_then(|span| outcome_high(&span.flows.get(code)?.outcome));
            for spans in [&mut *years, &mut *halves, &mut *calendar] {
                let mut masks: BTreeMap<usize, Mask> =
                    spans.iter().enumerate().filter_map(|(at, span)| Some((at, alone(span)?))).collect();
                if let Some(total) = total {
                    let keys: Vec<usize> = (0..spans.len()).filter(|&at| spans[at].flows.contains_key(code)).collect();
                    let outcomes: Vec<&Outcome> = keys.iter().map(|&at| &spans[at].flows[code].outcome).collect();
                    column(self.limit, &mut masks, total, &outcomes, &keys);
                }
                for (at, mask) in masks {
                    put(&mut spans[at], code, mask);
                }
            }
            if let Some(span) = since
                && let Some(mask) = alone(span)
            {
                put(span, code, mask);
            }
        }
        for span in years.iter_mut().chain(halves).chain(calendar).chain(since) {
            span.flows.values_mut().for_each(|moment| moment.behind = Behind::default());
        }
    }
}

fn put(span: &mut Span, code: &Code, mask: Mask) {
    if let Some(moment) = span.flows.get_mut(code) {
        moment.outcome = Outcome::Masked(mask);
    }
}

/// Withholds further values of a column until what is masked stays hidden beside its total. A column that does not add up
/// tells nothing.
fn column<K: Ord + Clone>(
    limit: Limit,
    masks: &mut BTreeMap<K, Mask>,
    total: Decimal,
    outcomes: &[&Outcome],
    keys: &[K],
) {
    let parts: Vec<(Decimal, Option<Mask>)> = outcomes
        .iter()
        .zip(keys)
        .map(|(outcome, key)| (outcome_high(outcome).unwrap_or_default(), masks.get(key).copied()))
        .collect();
    let sum = parts.iter().fold(Decimal::ZERO, |sum, (value, _)| sum.saturating_add(*value));
    if sum != total {
        return;
    }
    // Lines stand in the order of their list, which no row decides.
    for at in withhold(limit, &parts, None::<Hidden>, |one, other| one.cmp(&other)).unwrap_or_default() {
        masks.insert(keys[at].clone(), Mask::Withheld);
    }
}

/// Takes out what each row adds to a figure.
fn silence(figure: &mut Figure) {
    figure.marks.silence();
    if let Some(below) = &mut figure.below {
        below.marks.silence();
    }
}

/// Gives both ends of a number of people, the high one last; nothing for what is no number.
fn ends(figure: &Figure) -> Vec<Decimal> {
    match &figure.outcome {
        Outcome::Interval(low, high) => vec![*low, *high],
        Outcome::Number(number) => vec![*number; 2],
        _ => Vec::new(),
    }
}

fn high(figure: &Figure) -> Option<Decimal> {
    outcome_high(&figure.outcome)
}

fn outcome_high(outcome: &Outcome) -> Option<Decimal> {
    match outcome {
        Outcome::Interval(_, high) => Some(*high),
        Outcome::Number(number) => Some(*number),
        _ => None,
    }
}
