//! Deadlines with their plan, applications beside the rules of their calls, and the calls that may fill a gap.

use std::borrow::Cow;

use super::*;
use crate::Error;
use crate::model::Value;
use crate::model::deadline::{Band, Deadline, PaperState};
use crate::model::matches::{Criterion, Fit, Matching};

const CALLS: &str = "\
code,funder,name,opens,closes,closes_at,time_zone,language,themes,verified
OPEN,EU-NDICI,Open,2026-01-01,2026-03-29,01:30,Europe/Brussels,en,health,yes
LATER,AFD,Later,2026-04-01,2026-06-30,,,fr,environment,yes
PAST,AFD,Past,2025-01-01,2025-06-30,,,fr,health,yes
BLANK,AFD,Blank,,,,,,,to-check
";
const RULES: &str = "\
call,rule,case,applicants,min_amount,max_amount,currency,ceiling_pct,min_own_pct,in_kind_cap_pct,duration_months,papers,morocco_eligible,source,verified
OPEN,usual,,joint,200,600,MAD,60,10,50,24,deliberation;accounts;statutes,yes,somewhere,yes
OPEN,multi,several-countries,joint,200,600,MAD,75,10,50,24,deliberation,yes,somewhere,yes
LATER,usual,,fr-authority,1000,,EUR,50,,,12,,no,elsewhere,yes
PAST,usual,,joint,10,500,EUR,80,10,50,36,deliberation,yes,elsewhere,yes
BLANK,blank,,,,,,,,,,,,none,to-check
";

/// The lists with four invented calls alone.
static LISTS: LazyLock<Reference> = LazyLock::new(|| {
    let mut lists = Reference::load(&|name| match name {
        "calls-own.csv" => Ok(Cow::Borrowed(CALLS.as_bytes())),
        "call_rules-own.csv" => Ok(Cow::Borrowed(RULES.as_bytes())),
        _ => crate::assets::reference(name)
            .map(Cow::Borrowed)
            .ok_or_else(|| Error::setup(name, Value::key("setup-list-absent"))),
    })
    .unwrap();
    lists.calls.retain(|call| ["OPEN", "LATER", "PAST", "BLANK"].contains(&call.code.as_str()));
    lists
});

/// On 1 March 2026, where a council decides 45 days ahead, FR-38 60, and papers take 20 days, accounts 30.
fn asked() -> Settings {
    let mut settings = settings("2025-2026");
    settings.reference_date = day("2026-03-01");
    settings.rates.rates.clear();
    rate(&mut settings, "2025-2026", "10");
    settings.lead_days = [("*", 20), ("FR-38", 60)].map(|(code, days)| (Code::from(code), days)).into();
    settings.paper_days = [("*", 10), ("accounts", 30)].map(|(code, days)| (Code::from(code), days)).into();
    settings
}

fn counted(text: &str, settings: &Settings) -> Figures {
    let mut dataset = data(text);
    prepare(&mut dataset, &LISTS, settings);
    Prepared::new(&dataset, &LISTS, settings).figures(&Scope::All)
}

const PROJECTS: &str = "
    [activities]
    activity_id,theme,territory_ma,territory_fr,third_country,lead,status,currency,budget_total,start_date,end_date
    P1,health,MA-AGD,FR-81,,,ongoing,EUR,100,2026-01-01,2027-12-31
    P2,health,MA-AGD,FR-38,SN,,ongoing,EUR,100,2026-01-01,2026-12-31
    P3,health,MA-AGD,,,df,ongoing,EUR,100,,";

fn funding(rows: &str) -> String {
    let head = "application_id,activity_id,funder,call,funding_stage,currency,amount_requested,own_cash,own_in_kind,total_cost,deadline,papers";
    format!("{PROJECTS}\n[funding]\n{head}\n{rows}")
}

/// Checks one deadline: day, band, moment, and the steps of its plan with `+` ready, `-` open, `?` not reported and `!` late.
#[track_caller]
fn check_deadline(rows: &str, expected: &str) {
    let figures = counted(rows, &asked());
    let shown = |deadline: &Deadline| {
        let moment = deadline.moment.as_ref().map(|moment| format!(" {} {}Z", moment.time, moment.utc));
        let steps = deadline.plan.iter().map(|step| {
            let day = step.day.map_or("to set".to_owned(), |day| day.to_string());
            let state = match step.state {
                PaperState::Ready => "+",
                PaperState::Open => "-",
                PaperState::NotReported => "?",
            };
            format!("; {} {day}{state}{}", step.paper, if step.late { "!" } else { "" })
        });
        let band = deadline.band;
        format!("{} {band:?}{}{}", deadline.date, moment.unwrap_or_default(), steps.collect::<String>())
    };
    assert_eq!(figures.funding.deadlines.iter().map(shown).collect::<Vec<_>>(), [expected]);
}

#[test]
fn a_plan_leads_back_from_each_deadline() {
    // 29 March 2026, 01:30 in Brussels is before the change of the hour: 00:30 in universal time.
    // 29 March less 20 days is 9 March; less 30 days, 27 February, which has passed; less 10 days, 19 March.
    check_deadline(
        &funding("A1,P1,EU-NDICI,OPEN,identified,EUR,10,,,,,"),
        "2026-03-29 Month 01:30:00 2026-03-29T00:30:00Z; accounts 2026-02-27?!; deliberation 2026-03-09?; statutes 2026-03-19?",
    );
    // A paper that is ready is never late; what the cell does not name is open.
    check_deadline(
        &funding("A1,P1,EU-NDICI,OPEN,identified,EUR,10,,,,,accounts"),
        "2026-03-29 Month 01:30:00 2026-03-29T00:30:00Z; accounts 2026-02-27+; deliberation 2026-03-09-; statutes 2026-03-19-",
    );
    // The own day wins, and has no hour; of two councils the slower one decides; several countries ask for fewer papers.
    check_deadline(
        &funding("A1,P2,EU-NDICI,OPEN,identified,EUR,10,,,,2026-03-20,"),
        "2026-03-20 Month; deliberation 2026-01-19?!",
    );
    // The document of a passage is a paper that is ready.
    check_deadline(
        &format!(
            "{}\n[passages]\napplication_id,stage,date,document\nA1,screened,2026-02-01,Délibération",
            funding("A1,P1,AFD,,identified,EUR,10,,,,2026-03-02,")
        ),
        "2026-03-02 Day; deliberation 2026-02-10+",
    );
    check_deadline(
        &funding("A1,P1,AFD,,screened,EUR,10,,,,2026-02-28,n/a"),
        "2026-02-28 Overdue; deliberation 2026-02-08?!",
    );
}

#[test]
fn without_a_lead_time_there_is_no_day() {
    let mut settings = asked();
    settings.lead_days.clear();
    let figures = counted(&funding("A1,P1,AFD,,identified,EUR,10,,,,2026-09-01,"), &settings);
    let step = &figures.funding.deadlines[0].plan[0];
    assert_eq!((step.lead, step.day, step.late), (None, None, false));
    assert_eq!(figures.funding.deadlines[0].band, Band::Later);
}

/// Checks an application against its call: rate, own share and share in kind, each with what follows.
#[track_caller]
fn check_rule(application: &str, expected: [&str; 3]) {
    let figures = counted(&funding(application), &asked());
    let check = &figures.funding.checks[0];
    let shown = |limit: &crate::model::deadline::Limit| {
        let fraction = |share: Option<Decimal>| share.map_or("?".to_owned(), |share| share.normalize().to_string());
        format!("{} of {}: {:?}", fraction(limit.fraction()), fraction(limit.limit), limit.standing)
    };
    assert_eq!([&check.rate, &check.own, &check.in_kind].map(shown), expected);
}

#[test]
fn applications_stand_beside_the_rule_of_their_call() {
    let kept = ["0.4 of 0.6: Kept", "0.2 of 0.1: Kept", "0.25 of 0.5: Kept"];
    check_rule("A1,P1,EU-NDICI,OPEN,submitted,EUR,40,15,5,100,,", kept);
    // 58 % is two points under the ceiling, 60 % on it, 61 % above; 9 % of own share is too little; 60 % in kind too much.
    check_rule(
        "A1,P1,EU-NDICI,OPEN,submitted,EUR,58,4,5,100,,",
        ["0.58 of 0.6: Near", "0.09 of 0.1: Broken", "0.5555555555555555555555555556 of 0.5: Broken"],
    );
    let on = ["0.6 of 0.6: Near", "0.1 of 0.1: Kept", "0.5 of 0.5: Kept"];
    check_rule("A1,P1,EU-NDICI,OPEN,submitted,EUR,60,5,5,100,,", on);
    let above = ["0.61 of 0.6: Broken", "? of 0.1: Unknown", "? of 0.5: Unknown"];
    check_rule("A1,P1,EU-NDICI,OPEN,submitted,EUR,61,5,,100,,", above);
    // A third country: 75 %. What the rule leaves blank is not known.
    let several = ["0.61 of 0.75: Kept", "? of 0.1: Unknown", "? of 0.5: Unknown"];
    check_rule("A1,P2,EU-NDICI,OPEN,submitted,EUR,61,5,,100,,", several);
    check_rule(
        "A1,P1,AFD,BLANK,submitted,EUR,61,5,5,100,,",
        ["0.61 of ?: Unknown", "0.1 of ?: Unknown", "0.5 of ?: Unknown"],
    );
    assert!(counted(&funding("A1,P1,EU-NDICI,OPEN,rejected,EUR,61,5,5,100,,"), &asked()).funding.checks.is_empty());
}

fn matching(rows: &str, activity: Option<&str>, closed: bool) -> Matching {
    let settings = asked();
    let mut dataset = data(rows);
    prepare(&mut dataset, &LISTS, &settings);
    Prepared::new(&dataset, &LISTS, &settings).matches(activity.map(Code::from).as_ref(), closed)
}

/// Checks the calls for one activity: code and verdict, then the criteria that do not fit, `?` to check and `!` failed.
#[track_caller]
fn check_calls(rows: &str, activity: &str, expected: &[&str]) {
    let matching = matching(rows, Some(activity), true);
    let name = |criterion: &Criterion| match criterion {
        Criterion::Window { .. } => "window".to_owned(),
        Criterion::Applicants(_) => "applicants".to_owned(),
        Criterion::Morocco(_) => "morocco".to_owned(),
        Criterion::Themes(_) => "themes".to_owned(),
        Criterion::Amount { reach, .. } => {
            format!("amount {}", reach.map_or("-".into(), |reach| reach.normalize().to_string()))
        }
        Criterion::Own { asked, .. } => format!("own {}", asked.map_or("-".into(), |own| own.normalize().to_string())),
        Criterion::Duration(own, _) => format!("months {}", own.map_or("-".into(), |own| own.to_string())),
        Criterion::Language(_) => "language".to_owned(),
        Criterion::Time { .. } => "time".to_owned(),
        Criterion::Papers(_) => "papers".to_owned(),
        Criterion::Source { .. } => "source".to_owned(),
    };
    let shown: Vec<String> = matching.groups[0]
        .calls
        .iter()
        .map(|call| {
            let left = call.criteria.iter().filter(|(fit, _)| *fit != Fit::Fits);
            let left = left.map(|(fit, each)| format!(" {}{}", name(each), if *fit == Fit::Fails { "!" } else { "?" }));
            format!("{} {:?}:{}", call.call, call.fit, left.collect::<String>())
        })
        .collect();
    assert_eq!(shown, expected);
}

const LATER: &str = "LATER Fails: morocco! themes! amount 50! own -? months 24! papers?";
const BLANK: &str =
    "BLANK ToCheck: window? applicants? morocco? themes? amount 90? own -? months 24? language? time? papers? source?";
const PAST: &str = "PAST Fails: window! time!";

#[test]
fn a_call_fits_where_every_criterion_does() {
    // Cost 100, own 10: 90 lack. OPEN pays up to 60 % and 600 MAD = 60 EUR; 10 % of own share is there.
    let rows = funding("A1,P1,AFD,,identified,EUR,10,5,5,100,,accounts;statutes");
    check_calls(&rows, "P1", &["OPEN Fits:", BLANK, LATER, PAST]);
    // Accounts can't be ready in time, and nothing says that they are.
    let rows = funding("A1,P1,AFD,,identified,EUR,10,5,5,100,,");
    check_calls(&rows, "P1", &["OPEN ToCheck: papers?", BLANK, LATER, PAST]);
}

#[test]
fn a_call_that_fails_says_why() {
    // The council of FR-38 decides 60 days ahead, the rest of the group lacks 2 EUR, below 200 MAD, and no more own share.
    let rows = funding("A1,P2,AFD,,contracted,EUR,10,5,0,100,,")
        .replace("own_cash", "amount_signed,own_cash")
        .replace("EUR,10,5", "EUR,10,93,5");
    check_calls(
        &rows,
        "P2",
        &[
            "BLANK ToCheck: window? applicants? morocco? themes? amount 2? own -? months 12? language? time? papers? source?",
            "OPEN Fails: amount 2! own 10! time!",
            "LATER Fails: morocco! themes! amount 2! own -? papers?",
            "PAST Fails: window! amount 2! own 10! time!",
        ],
    );
    // No French council and no days are told, and no own contribution.
    check_calls(
        &funding("A1,P1,AFD,,identified,EUR,10,5,5,100,,"),
        "P3",
        &[
            "OPEN ToCheck: applicants? own 10? months -? papers?",
            "BLANK ToCheck: window? applicants? morocco? themes? amount 100? own -? months -? language? time? papers? source?",
            "LATER Fails: applicants? morocco! themes! amount 50! own -? months -? papers?",
            "PAST Fails: window! applicants? own 10? months -? time!",
        ],
    );
}

#[test]
fn groups_that_lack_nothing_have_no_calls() {
    let rows = funding("A1,P1,AFD,OPEN,identified,EUR,10,50,50,100,,\nA2,P2,AFD,,identified,EUR,10,5,5,100,,");
    let matching = matching(
        &rows.replace("P3,health,MA-AGD,,,df,ongoing,EUR,100", "P3,health,MA-AGD,,,df,closed,EUR,100"),
        None,
        false,
    );
    assert_eq!(matching.groups.iter().map(|group| group.need.activities[0]).collect::<Vec<_>>(), [1]);
    assert!(matching.groups[0].calls.iter().all(|call| !call.closed));
    let own = self::matching(&rows, Some("P1"), false);
    let open = own.groups[0].calls.iter().find(|call| call.call == *"OPEN").unwrap();
    assert_eq!(open.application, Some(0));
    assert!(own.unknown.is_empty());
}
