//! Widths of columns: as wished, never narrower than their numbers, and never wider together than the page.

/// The least part of the page for the column that takes what is left.
const FLEXIBLE: f64 = 0.22;
/// The width that a column of words keeps whatever its neighbours ask for, in millimetres.
const FLOOR: f64 = 8.0;

/// What a column asks for, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ask {
    /// The width wished for; 0 takes what is left.
    pub wish: f64,
    /// The width below which a word or a number would not fit.
    pub least: f64,
    /// The width of its widest number, which columns of words make room for.
    pub firm: f64,
}

/// Settles the widths of columns within `total`, in the order of the columns.
///
/// Numbers come first: where the page is too narrow, words break before a number does.
pub(super) fn settle(asks: &[Ask], total: f64) -> Vec<f64> {
    let flexible = asks.iter().filter(|ask| ask.wish <= 0.0).count();
    let mut widths: Vec<f64> = asks
        .iter()
        .map(|ask| if ask.wish > 0.0 { ask.wish.max(ask.least) } else { ask.least.max(total * FLEXIBLE) })
        .collect();
    let spare = total - widths.iter().sum::<f64>();
    if spare >= 0.0 {
        let scale = total / widths.iter().sum::<f64>();
        for (width, ask) in widths.iter_mut().zip(asks) {
            if flexible == 0 {
                *width *= scale;
            } else if ask.wish <= 0.0 {
                *width += spare / flexible as f64;
            }
        }
    } else {
        // First what columns have above their least width gives way, then words break, at last all columns shrink.
        let fixed = |ask: &Ask| if ask.wish > 0.0 { ask.least } else { f64::INFINITY };
        shrink(&mut widths, asks, total, fixed);
        shrink(&mut widths, asks, total, |ask| ask.least);
        shrink(&mut widths, asks, total, |ask| ask.firm.max(FLOOR));
        let scale = (total / widths.iter().sum::<f64>()).min(1.0);
        widths.iter_mut().for_each(|width| *width *= scale);
    }
    widths.iter().map(|width| (width * 100.0).round() / 100.0).collect()
}

/// Takes what is too much from the columns in the proportion of what they have above a least width.
fn shrink(widths: &mut [f64], asks: &[Ask], total: f64, least: impl Fn(&Ask) -> f64) {
    let excess = widths.iter().sum::<f64>() - total;
    let slacks: Vec<f64> = widths.iter().zip(asks).map(|(width, ask)| (width - least(ask)).max(0.0)).collect();
    let slack = slacks.iter().sum::<f64>();
    if excess > 0.0 && slack > 0.0 {
        let part = (excess / slack).min(1.0);
        widths.iter_mut().zip(slacks).for_each(|(width, slack)| *width -= slack * part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(asks: &[(f64, f64, f64)], expected: &[f64]) {
        let asks: Vec<Ask> =
            asks.iter().map(|(wish, least, firm)| Ask { wish: *wish, least: *least, firm: *firm }).collect();
        assert_eq!(settle(&asks, 170.0), expected);
    }

    #[test]
    fn columns_fill_the_page_and_hold_their_words() {
        check(&[(20.0, 10.0, 0.0), (0.0, 10.0, 0.0), (30.0, 10.0, 0.0)], &[20.0, 120.0, 30.0]);
        check(&[(20.0, 25.0, 0.0), (0.0, 10.0, 0.0)], &[25.0, 145.0]);
        check(&[(40.0, 10.0, 0.0), (45.0, 10.0, 0.0)], &[80.0, 90.0]);
        check(&[(100.0, 20.0, 0.0), (100.0, 20.0, 0.0)], &[85.0, 85.0]);
        check(&[(100.0, 100.0, 0.0), (100.0, 100.0, 0.0)], &[85.0, 85.0]);
    }

    #[test]
    fn words_break_before_numbers() {
        check(&[(0.0, 100.0, 0.0), (80.0, 80.0, 80.0)], &[90.0, 80.0]);
        check(&[(40.0, 40.0, 0.0), (0.0, 60.0, 0.0), (90.0, 90.0, 90.0)], &[32.38, 47.62, 90.0]);
    }
}
