//! The funding search of the worked example, reckoned by hand from its forty-six applications.
//!
//! Amounts are in thousands of their currency in the comments; 1 EUR is 10.85 MAD in 2026. The period ends on 12 November
//! 2026: FR38-F01 (20 November) and FR44-F01 (24 November) come after it. KHN-F03, HAO-F01, FIG-F01 and TNG-F03 were
//! submitted before it began.

use std::collections::BTreeMap;
use std::fs;

use rust_decimal::Decimal;

use crate::program::example;

/// What each part of a figure comes to: code, part, value to the cent.
const BY_HAND: &[(&str, &str, &str)] = &[
    // 46 less the two after the period and the four before it.
    ("X16-applications", "value", "40"),
    // EUR 2,498 in all, less 80 and 105 after the period and 95 before it.
    ("X16-requested", "EUR", "2218000"),
    // 215 + 80 + 98 + 65 + 90
    ("X16-awarded", "EUR", "548000"),
    // 560 + 480 + 760 + 400 + 1,050 + 1,350 + 520 + 1,080 + 450 + 190 + 950
    ("X16-awarded", "MAD", "7790000"),
    // 215 + 80 + 65 + 90
    ("X16-signed", "EUR", "450000"),
    // 480 + 760 + 400 + 1,350 + 520 + 1,080 + 430 + 190 + 950
    ("X16-signed", "MAD", "6160000"),
    ("X16-signed", "converted", "1017741.94"),
    // 32 + 39 + 90
    ("X16-received", "EUR", "161000"),
    // 384 + 760 + 810 + 260 + 432 + 570
    ("X16-received", "MAD", "3216000"),
    // Sixteen selected or further, three refused; what is pending or withdrawn is not decided.
    ("X16-success-number", "numerator", "16"),
    ("X16-success-number", "denominator", "19"),
    // Awarded to the sixteen, over what they and the three refused ones asked for: EUR 240 + 88 + 110 + 70 + 95 and MAD
    // 600 + 500 + 800 + 420 + 1,200 + 1,500 + 600 + 1,200 + 500 + 210 + 1,000; refused EUR 60 + 90 and MAD 800.
    ("X16-success-amount", "numerator", "1272623.95"),
    ("X16-success-amount", "denominator", "1620081.12"),
    // The same without the refused.
    ("X16-award-ratio", "denominator", "1396348.40"),
    // 0.2 × 210 + 0.4 × 205 + 0.4 × 35 + 0.2 × 30 + 0.35 × 110 + 0.35 × 90 + 0.05 × 30 + 0.15 × 220 + 0.15 × 75
    // + 0.45 × 45 + 0.4 × 120 + 0.35 × 160 + 0.25 × 150
    ("X16-pipeline", "EUR", "421500"),
    // Cost less signed less own, of those signed: 62.5 + 13.5 + 19.5 + 10
    ("X16-gap", "EUR", "105500"),
    // 170 + 245 + 260 + 1,450 + 280 + 410 + 40 + 500; HAO-F03 does not say its contribution in kind.
    ("X16-gap", "MAD", "3355000"),
    // The signed over the own cash of the same: EUR 165 + 25 + 52 + 60 and MAD 420 + 700 + 520 + 1,650 + 500 + 900 + 760
    // + 130 + 720.
    ("X9", "numerator", "1017741.94"),
    ("X9", "denominator", "882645.16"),
    // The tenth of nineteen durations: 45 49 50 53 56 58 72 75 77 79 80 86 87 97 101 114 119 136 136.
    ("X16-decision-time", "median", "79"),
    // The joint call signed MAD 760 + 1,350 + 950, more than any other funder.
    ("X16-first-funder-share", "numerator", "282027.65"),
    ("X16-first-funder-share", "denominator", "1017741.94"),
    ("X16-joint", "numerator", "23"),
    ("X16-joint", "denominator", "40"),
];

#[test]
fn the_funding_search_of_the_example_is_what_it_is_by_hand() {
    let out = example();
    let text = fs::read_to_string(out.join("data/figures.csv")).unwrap();
    let mut found = BTreeMap::new();
    for line in text.lines().filter(|line| line.starts_with("consolidated,")) {
        let cells: Vec<&str> = line.split(',').collect();
        // The figures of each theme and status have tables of their own.
        if cells[1].contains(':') {
            continue;
        }
        found.insert((cells[2].to_owned(), cells[4].to_owned()), cells[5].to_owned());
    }
    let check = |code: &str, part: &str, expected: &str| {
        let value: Decimal = found[&(code.to_owned(), part.to_owned())].parse().unwrap();
        assert_eq!(value.round_dp(2), expected.parse::<Decimal>().unwrap(), "{code} {part}");
    };
    for (code, part, expected) in BY_HAND {
        check(code, part, expected);
    }
    // Hérault's two projects are financed together, since one application serves both: budgets of 342 and 118.5, 215
    // signed, the larger own contribution of 165 + 18, and a fifth of the 210 that the other application asks for.
    let together = "FR34-2026-01;FR34-2026-02";
    for (part, expected) in
        [("cost", "460500"), ("secured", "215000"), ("own", "183000"), ("expected", "42000"), ("gap", "62500")]
    {
        check(together, part, expected);
    }
    check(together, "gap-after", "20500");
    let calendar = fs::read_to_string(out.join("deadlines-fr.ics")).unwrap();
    // 26 February 2027, 16:00 in Brussels.
    assert!(calendar.contains("20270226T150000Z"), "{calendar}");
}
