//! Widths of columns: as wished, but never narrower than a word, and never wider together than the page.

/// The least part of the page for the column that takes what is left.
const FLEXIBLE: f64 = 0.22;

/// What a column asks for, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ask {
    /// The width wished for; 0 takes what is left.
    pub wish: f64,
    /// The width below which a number or a word would not fit.
    pub least: f64,
}

/// Settles the widths of columns within `total`, in the order of the columns.
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
        // First what fixed columns have above their least width gives way, then all columns do.
        let fixed = |ask: &Ask| if ask.wish > 0.0 { 1.0 } else { 0.0 };
        let slack: f64 = widths.iter().zip(asks).map(|(width, ask)| (width - ask.least) * fixed(ask)).sum();
        let part = if slack > 0.0 { (-spare / slack).min(1.0) } else { 0.0 };
        for (width, ask) in widths.iter_mut().zip(asks) {
            *width -= (*width - ask.least) * part * fixed(ask);
        }
        let scale = (total / widths.iter().sum::<f64>()).min(1.0);
        widths.iter_mut().for_each(|width| *width *= scale);
    }
    widths.iter().map(|width| (width * 100.0).round() / 100.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(asks: &[(f64, f64)], expected: &[f64]) {
        let asks: Vec<Ask> = asks.iter().map(|(wish, least)| Ask { wish: *wish, least: *least }).collect();
        assert_eq!(settle(&asks, 170.0), expected);
    }

    #[test]
    fn columns_fill_the_page_and_hold_their_words() {
        check(&[(20.0, 10.0), (0.0, 10.0), (30.0, 10.0)], &[20.0, 120.0, 30.0]);
        check(&[(20.0, 25.0), (0.0, 10.0)], &[25.0, 145.0]);
        check(&[(40.0, 10.0), (45.0, 10.0)], &[80.0, 90.0]);
        check(&[(100.0, 20.0), (100.0, 20.0)], &[85.0, 85.0]);
        check(&[(100.0, 100.0), (100.0, 100.0)], &[85.0, 85.0]);
    }
}
