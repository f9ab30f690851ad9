//! Whether what is masked stays hidden beside the sums that are shown.
//!
//! A sum that is shown, less the parts of it that are shown, tells what the masked parts come to. Of a single masked part
//! that is the number itself; of several it is too where only one set of numbers is left, such as two groups of fewer
//! than 5 people that make 2 or 8. [`stays_hidden`] knows both, and that readers know the rules.

use rust_decimal::Decimal;

use crate::model::Mask;

/// The number behind a mask, and all that a reader is told of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hidden {
    /// The number.
    pub value: Decimal,
    /// What is shown in its place.
    pub mask: Mask,
}

/// The smallest group of people that is told.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit(pub u32);

impl Limit {
    /// Says whether a number of people is one of a small group. None, and nobody, is not.
    pub fn is_small(self, number: Decimal) -> bool {
        number > Decimal::ZERO && number < Decimal::from(self.0)
    }

    /// Gives what a number is masked with by itself.
    pub fn mask(self, number: Decimal) -> Option<Mask> {
        self.is_small(number).then_some(Mask::Few(self.0))
    }

    /// Gives the least and the greatest number that a mask leaves open.
    fn open(self, mask: Mask) -> (Decimal, Option<Decimal>) {
        match mask {
            Mask::Few(limit) => (Decimal::ONE, Some(Decimal::from(limit) - Decimal::ONE)),
            Mask::Withheld => (Decimal::from(self.0), None),
        }
    }
}

/// Says whether the masked parts of a sum can't be reckoned from the sum and its other parts. `whole` is the sum where it
/// is masked itself, `None` where it is shown.
pub(super) fn stays_hidden(limit: Limit, parts: &[Hidden], whole: Option<Hidden>) -> bool {
    if parts.is_empty() {
        return whole.is_none();
    }
    let sum = parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(part.value));
    let (mut least, mut most) = (Decimal::ZERO, Some(Decimal::ZERO));
    for (low, high) in parts.iter().map(|part| limit.open(part.mask)) {
        least = least.saturating_add(low);
        most = most.zip(high).map(|(most, high)| most.saturating_add(high));
    }
    match whole {
        None => parts.len() > 1 && least < sum && most.is_none_or(|most| sum < most),
        Some(whole) => {
            // What the shown parts come to is known; the sum less that lies where both masks allow.
            let shown = whole.value.saturating_sub(sum);
            let (low, high) = limit.open(whole.mask);
            let least = least.max(low.saturating_sub(shown));
            let most = [most, high.map(|high| high.saturating_sub(shown))].into_iter().flatten().min();
            most.is_none_or(|most| least < most)
        }
    }
}

/// Chooses which further parts of a sum to withhold until the masked ones stay hidden: the smallest first, in the order
/// of `before` where two are equal. Gives their positions; `None` where that can't be reached.
pub(super) fn withhold(
    limit: Limit,
    parts: &[(Decimal, Option<Mask>)],
    whole: Option<Hidden>,
    before: impl Fn(usize, usize) -> std::cmp::Ordering,
) -> Option<Vec<usize>> {
    let hidden = |(value, mask): &(Decimal, Option<Mask>)| mask.map(|mask| Hidden { value: *value, mask });
    let mut masked: Vec<Hidden> = parts.iter().filter_map(hidden).collect();
    let mut free: Option<Vec<usize>> = None;
    let mut chosen = Vec::new();
    while !(masked.is_empty() && whole.is_none() || stays_hidden(limit, &masked, whole)) {
        let free = free.get_or_insert_with(|| {
            let mut free: Vec<usize> =
                (0..parts.len()).filter(|&at| parts[at].1.is_none() && parts[at].0 >= Decimal::from(limit.0)).collect();
            free.sort_by(|&one, &other| parts[other].0.cmp(&parts[one].0).then_with(|| before(other, one)));
            free
        });
        let next = free.pop()?;
        masked.push(Hidden { value: parts[next].0, mask: Mask::Withheld });
        chosen.push(next);
    }
    Some(chosen)
}
