//! Sums that others published, found again.

use super::*;

/// The review of the international cooperation programmes of the Moroccan authorities (March 2021): 27 programmes, 8.582
/// thousand million dirhams, of which 1.529 their own and 7.053 from partners, 4 of these as loans.
#[test]
fn the_review_of_cooperation_programmes() {
    let mut rows = String::from("[activities]\nactivity_id,theme,status,start_date\n");
    for at in 1..=27 {
        rows += &format!("P{at},local-governance,ongoing,2020-01-01\n");
    }
    rows += "[amounts]\nactivity_id,kind,payer,amount,currency\n";
    rows += "P1,budget,DGCT,1529000000,MAD\nP2,budget,loans,4000000000,MAD\nP3,budget,grants,3053000000,MAD\n";
    let settings = settings("2020");
    check(&indicator(&rows, &settings, &Scope::All, "X1-total"), "27", 27, 27);
    check(&indicator(&rows, &settings, &Scope::All, "X3-budget"), "MAD 8582000000 = ?", 3, 27);
    let mut dirhams = settings;
    dirhams.rates.report_currency = Code::from("MAD");
    let share = |above: &str, below: &str| {
        let side = |payers: &str| format!(r#"sum(amounts.amount where payer in {{{payers}}})"#);
        own(&rows, &dirhams, &format!("ratio({}, {})", side(above), side(below)), Nature::Ratio)
    };
    let partners = r#""loans", "grants""#;
    let all = r#""DGCT", "loans", "grants""#;
    assert_eq!(share(r#""DGCT""#, all).value().unwrap().round_dp(2), number("0.18"));
    assert_eq!(share(partners, all).value().unwrap().round_dp(2), number("0.82"));
    assert_eq!(share(r#""loans""#, partners).value().unwrap().round_dp(2), number("0.57"));
}

/// The first call of the African fund for decentralised cooperation: 27.18 million dirhams, of which the fund 16.27 (60 %),
/// Moroccan authorities 7.44, African ones 2.80, others 0.67.
#[test]
fn the_first_call_of_the_african_fund() {
    let rows = "
        [activities]
        activity_id,theme,status,start_date
        F1,territorial-development,ongoing,2020-01-01
        [amounts]
        activity_id,kind,payer,amount,currency
        F1,budget,fund,16270000,MAD
        F1,budget,moroccan,7440000,MAD
        F1,budget,african,2800000,MAD
        F1,budget,others,670000,MAD";
    let mut settings = settings("2020");
    settings.rates.report_currency = Code::from("MAD");
    check(&indicator(rows, &settings, &Scope::All, "X3-budget"), "MAD 27180000 = 27180000", 1, 1);
    let formula = r#"ratio(sum(amounts.amount where payer = "fund"), sum(amounts.amount))"#;
    let share = own(rows, &settings, formula, Nature::Ratio);
    assert_eq!(share.value().unwrap().round_dp(2), number("0.60"));
}
