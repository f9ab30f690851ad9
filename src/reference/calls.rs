//! Calls for proposals and their rules: dated data, of which only what is sourced is filled in.
//!
//! `calls.csv` holds one row a call, `call_rules.csv` one row a rule of it, `papers.csv` the papers that calls ask for and
//! `budget_headings.csv` the headings of the budget forms. A campaign adds calls of its own in `calls-own.csv` and
//! `call_rules-own.csv`. Rules of several years stand side by side: each is a call of its own, with the day from which it
//! holds. What is blank is not known, and never a rule: checks and matches say "to check".

use jiff::ZonedDateTime;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use rust_decimal::Decimal;

use super::load::{Record, get, records, split};
use super::{Source, own};
use crate::error::{Error, Result};
use crate::model::{Code, Lang, Value};

/// One call for proposals.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// The code, such as `FRMA-2025`.
    pub code: Code,
    /// The funder, a code of `funders.csv`.
    pub funder: Code,
    /// The first day on which an application may be sent.
    pub opens: Option<Date>,
    /// The last day.
    pub closes: Option<Date>,
    /// True where the source says that the call is over, whatever its dates.
    pub over: bool,
    /// The time of that day until which applications are taken, in the call's time zone.
    pub closes_at: Option<Time>,
    /// The name of the call's time zone, such as `Europe/Brussels`.
    pub zone: Option<Box<str>>,
    /// The language of the dossier, where the call asks for one.
    pub language: Option<Lang>,
    /// The themes that the call takes, codes of `themes.csv`; blank where they are not known.
    pub themes: Vec<Code>,
    /// The rules, in the order of the file.
    pub rules: Vec<CallRule>,
    /// Where the dates were read.
    pub source: Box<str>,
    /// True where the source was read; false says "to check".
    pub verified: bool,
}

/// Whom a rule of a call concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// An authority with partners in Morocco.
    Usual,
    /// A project in several countries.
    SeveralCountries,
    /// An association of authorities as applicant.
    Association,
    /// Partners in countries that the agreement does not concern: kept for comparison, never applied.
    Elsewhere,
}

/// What a ceiling is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// The total cost.
    Total,
    /// The total eligible cost; the total cost stands for it where the eligible one is not known.
    Eligible,
}

/// One rule of a call. Shares are fractions of 1; amounts stand in `currency`.
#[derive(Debug, Clone, PartialEq)]
pub struct CallRule {
    /// The name of the rule in its file.
    pub name: Box<str>,
    /// Whom it concerns.
    pub case: Case,
    /// Who may apply, a code of the list `applicant`.
    pub applicants: Option<Code>,
    /// The least total cost of a project.
    pub min_cost: Option<Decimal>,
    /// The least amount that may be requested.
    pub min_amount: Option<Decimal>,
    /// The most that may be requested.
    pub max_amount: Option<Decimal>,
    /// The currency of the amounts.
    pub currency: Option<Code>,
    /// The largest share of the cost that the funder pays.
    pub ceiling: Option<Decimal>,
    /// What that share is taken of.
    pub ceiling_base: Base,
    /// The least share of the cost that the applicants bring themselves, in cash and in kind.
    pub min_own: Option<Decimal>,
    /// The largest share of the own contribution that may be in kind.
    pub in_kind_cap: Option<Decimal>,
    /// The longest duration, in months.
    pub months: Option<u32>,
    /// The papers to send, codes of `papers.csv`.
    pub papers: Vec<Code>,
    /// Whether a partner in Morocco is eligible; `None` where that is not known.
    pub morocco: Option<bool>,
    /// The day from which the rule holds.
    pub valid_from: Option<Date>,
    /// Where the rule was read.
    pub source: Box<str>,
    /// True where the source was read; false says "to check".
    pub verified: bool,
}

/// One heading of a budget form.
#[derive(Debug, Clone, PartialEq)]
pub struct BudgetHeading {
    /// The form: `EU-ANNEX-B` or `FR-CHARGES-PRODUITS`.
    pub form: Code,
    /// The code on the form, such as `1` or `60`.
    pub code: Code,
    /// Which side of the budget it stands on, and whether it is computed.
    pub side: BudgetSide,
    /// The heading of the other form that holds the same costs.
    pub equivalent: Option<Code>,
    /// The headings that it sums, where it is computed.
    pub sums: Vec<Code>,
    /// The largest fraction of another heading that it may come to, and that heading.
    pub cap: Option<(Decimal, Code)>,
}

/// Where a budget heading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BudgetSide {
    /// A cost.
    Expense,
    /// A source of money.
    Income,
    /// A sum on the way.
    Subtotal,
    /// A final sum.
    Total,
}

impl Call {
    /// Gives the first rule that concerns an application: that of a project in several countries or of an association where
    /// the call has one, else the usual one. Rules that exclude Morocco apply only where the call has no other.
    fn first(&self, case: Case) -> Option<&CallRule> {
        let of = |wanted: Case| self.rules.iter().find(move |rule| rule.case == wanted && rule.morocco != Some(false));
        of(case).or_else(|| of(Case::Usual)).or_else(|| self.rules.iter().find(|rule| rule.case != Case::Elsewhere))
    }

    /// Gives the rules that concern an application as one: each condition is that of the first of [`Call::applying`] that
    /// states it. It is verified where all of them are.
    pub fn rule(&self, case: Case) -> Option<CallRule> {
        self.applying(case).cloned().reduce(|one, other| CallRule {
            name: format!("{} + {}", one.name, other.name).into(),
            case: one.case,
            applicants: one.applicants.or(other.applicants),
            min_cost: one.min_cost.or(other.min_cost),
            min_amount: one.min_amount.or(other.min_amount),
            max_amount: one.max_amount.or(other.max_amount),
            currency: one.currency.or(other.currency),
            ceiling_base: if one.ceiling.is_some() { one.ceiling_base } else { other.ceiling_base },
            ceiling: one.ceiling.or(other.ceiling),
            min_own: one.min_own.or(other.min_own),
            in_kind_cap: one.in_kind_cap.or(other.in_kind_cap),
            months: one.months.or(other.months),
            papers: if one.papers.is_empty() { other.papers } else { one.papers },
            morocco: one.morocco.or(other.morocco),
            valid_from: one.valid_from.max(other.valid_from),
            source: if one.source == other.source {
                one.source
            } else {
                format!("{}; {}", one.source, other.source).into()
            },
            verified: one.verified && other.verified,
        })
    }

    /// Gives every rule that concerns an application, since a call may state its conditions in several rows.
    pub fn applying(&self, case: Case) -> impl Iterator<Item = &CallRule> {
        let excludes = |rule: &CallRule| rule.morocco == Some(false);
        let first = self.first(case).map(|rule| (rule.case, excludes(rule)));
        self.rules.iter().filter(move |rule| first == Some((rule.case, excludes(rule))))
    }

    /// Gives the moment at which the call closes, where day, time and zone are known. The zone's rules are those built
    /// into the program, never the machine's.
    pub fn deadline(&self) -> Option<ZonedDateTime> {
        let zone = zone(self.zone.as_deref()?)?;
        DateTime::from_parts(self.closes?, self.closes_at?).to_zoned_datetime(zone).ok()
    }
}

/// Gives a time zone by its name.
fn zone(name: &str) -> Option<TimeZone> {
    TimeZoneDatabase::bundled().get(name).ok()
}

/// Reads the calls with their rules, the built-in ones and then those that the campaign adds.
///
/// # Errors
///
/// A table that lacks a column; a date, time, zone, number or language that can't be read; a rule of an unknown call; a
/// code that stands twice.
pub(super) fn calls(source: Source<'_>) -> Result<(Vec<Record>, Vec<Call>)> {
    const FILE: &str = "calls.csv";
    const RULES: &str = "call_rules.csv";
    let own_calls = own::table(source, own::CALLS, &["code", "funder"])?;
    let own_rules = own::table(source, own::CALL_RULES, &["call"])?;
    let mut all = Vec::new();
    let mut calls: Vec<Call> = Vec::new();
    for (file, rows) in [(FILE, records(source, FILE)?), (own::CALLS, own_calls)] {
        for record in rows {
            let call = call(&record, file)?;
            if calls.iter().any(|known| known.code == call.code) {
                return Err(wrong(file, &call.code, "code", &call.code));
            }
            calls.push(call);
            all.push(record);
        }
    }
    for (file, rows) in [(RULES, records(source, RULES)?), (own::CALL_RULES, own_rules)] {
        for record in &rows {
            let code = get(record, "call");
            let Some(call) = calls.iter_mut().find(|call| call.code == *code) else {
                return Err(wrong(file, code, "call", code));
            };
            call.rules.push(rule(record, file)?);
        }
    }
    Ok((all, calls))
}

fn wrong(file: &str, code: &str, column: &'static str, detail: &str) -> Error {
    let args = [("code", Value::code(code)), ("column", Value::code(column)), ("detail", Value::code(detail))];
    Error::setup(file, Value::phrase("setup-call", args))
}

/// Reads a cell that may be blank.
fn optional<T>(
    record: &Record,
    file: &str,
    code: &str,
    column: &'static str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<Option<T>> {
    match get(record, column) {
        "" => Ok(None),
        text => read(text).map(Some).ok_or_else(|| wrong(file, code, column, text)),
    }
}

fn call(record: &Record, file: &str) -> Result<Call> {
    let code = get(record, "code");
    let date = |column| optional(record, file, code, column, |text| text.parse().ok());
    let known_zone = |text: &str| zone(text).map(|_| text.into());
    Ok(Call {
        code: code.into(),
        funder: get(record, "funder").into(),
        opens: date("opens")?,
        closes: date("closes")?,
        over: get(record, "over") == "yes",
        closes_at: optional(record, file, code, "closes_at", |text| text.parse().ok())?,
        zone: optional(record, file, code, "time_zone", known_zone)?,
        language: optional(record, file, code, "language", |text| text.parse().ok())?,
        themes: split(get(record, "themes")).map(Code::from).collect(),
        rules: Vec::new(),
        source: get(record, "source").into(),
        verified: verified(record, file),
    })
}

/// Says whether a row can be relied on. What a campaign adds is what it knows, unless the row says `to-check` or `no`.
fn verified(record: &Record, file: &str) -> bool {
    match get(record, "verified") {
        "yes" => true,
        "to-check" | "no" => false,
        _ => matches!(file, own::CALLS | own::CALL_RULES),
    }
}

fn rule(record: &Record, file: &str) -> Result<CallRule> {
    let code = get(record, "call");
    let number = |column| {
        let positive = |text: &str| text.parse().ok().filter(|number: &Decimal| !number.is_sign_negative());
        optional(record, file, code, column, positive)
    };
    let share = |column| number(column).map(|share| share.map(|percent| percent / Decimal::ONE_HUNDRED));
    let case = match get(record, "case") {
        "" => Case::Usual,
        "several-countries" => Case::SeveralCountries,
        "association" => Case::Association,
        "least-developed" | "outside-oda" => Case::Elsewhere,
        other => return Err(wrong(file, code, "case", other)),
    };
    let ceiling_base = match get(record, "ceiling_base") {
        "" | "total" => Base::Total,
        "eligible" => Base::Eligible,
        other => return Err(wrong(file, code, "ceiling_base", other)),
    };
    let yes_no = |text: &str| match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    Ok(CallRule {
        name: get(record, "rule").into(),
        case,
        applicants: Some(get(record, "applicants")).filter(|code| !code.is_empty()).map(Code::from),
        min_cost: number("min_cost")?,
        min_amount: number("min_amount")?,
        max_amount: number("max_amount")?,
        currency: Some(get(record, "currency")).filter(|code| !code.is_empty()).map(Code::from),
        ceiling: share("ceiling_pct")?,
        ceiling_base,
        min_own: share("min_own_pct")?,
        in_kind_cap: share("in_kind_cap_pct")?,
        months: optional(record, file, code, "duration_months", |text| text.parse().ok())?,
        papers: split(get(record, "papers")).map(Code::from).collect(),
        morocco: optional(record, file, code, "morocco_eligible", yes_no)?,
        valid_from: optional(record, file, code, "valid_from", |text| text.parse().ok())?,
        source: get(record, "source").into(),
        verified: verified(record, file),
    })
}

/// Reads one heading of a budget form.
pub(super) fn heading(record: &Record) -> Result<BudgetHeading> {
    const FILE: &str = "budget_headings.csv";
    let code = get(record, "code");
    let side = match get(record, "side") {
        "expense" => BudgetSide::Expense,
        "income" => BudgetSide::Income,
        "subtotal" => BudgetSide::Subtotal,
        "total" => BudgetSide::Total,
        other => return Err(wrong(FILE, code, "side", other)),
    };
    let cap = optional(record, FILE, code, "max_pct", |text| text.parse::<Decimal>().ok())?;
    let of = get(record, "max_pct_of");
    // A heading that equals one other, as contributions in kind do, is a cost or an income all the same.
    let sums = match side {
        BudgetSide::Subtotal | BudgetSide::Total => get(record, "formula").split('+').map(Code::from).collect(),
        BudgetSide::Expense | BudgetSide::Income => Vec::new(),
    };
    Ok(BudgetHeading {
        form: get(record, "form").into(),
        code: code.into(),
        side,
        equivalent: Some(get(record, "equivalent")).filter(|code| !code.is_empty()).map(Code::from),
        sums,
        cap: cap.map(|percent| (percent / Decimal::ONE_HUNDRED, Code::from(of))),
    })
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::model::List;
    use crate::reference::Reference;

    #[test]
    fn rules_of_two_years_stand_side_by_side() {
        let reference = Reference::built_in().unwrap();
        let ceiling = |code: &str, case| reference.call(code).unwrap().rule(case).unwrap().ceiling;
        assert_eq!(ceiling("FRMA-2025", Case::Usual), Some(Decimal::new(5, 1)), "the second row states the ceiling");
        assert_eq!(ceiling("MEAE-GEN-2024", Case::Usual), Some(Decimal::new(7, 1)));
        assert_eq!(ceiling("MEAE-GEN-2025", Case::Usual), Some(Decimal::new(5, 1)));
        assert_eq!(ceiling("MEAE-GEN-2025", Case::SeveralCountries), Some(Decimal::new(6, 1)));
        assert_eq!(ceiling("MEAE-GEN-2026", Case::Usual), None, "what has no source is not filled in");
        assert_eq!(ceiling("AE-RMC-INTL", Case::Association), Some(Decimal::new(5, 1)));
        assert_eq!(reference.call("NEXTMED-1").unwrap().rule(Case::Usual).unwrap().morocco, Some(false));
    }

    #[test]
    fn what_rules_name_stands_in_the_lists() {
        let reference = Reference::built_in().unwrap();
        for call in &reference.calls {
            assert!(reference.entry(List::Funders, &call.funder).is_some(), "{}", call.code);
            assert!(!call.rules.is_empty(), "{} has no rule", call.code);
            for rule in &call.rules {
                let papers = rule.papers.iter().map(|paper| (List::Papers, paper));
                let applicants = rule.applicants.iter().map(|code| (List::Values("applicant"), code));
                for (list, code) in papers.chain(applicants) {
                    assert!(reference.entry(list, code).is_some(), "{}: {code}", call.code);
                }
            }
        }
        for heading in &reference.budget_headings {
            for code in heading.sums.iter().chain(heading.cap.iter().map(|(_, code)| code)) {
                assert!(
                    reference.budget_headings.iter().any(|other| other.form == heading.form && other.code == *code)
                );
            }
        }
    }

    /// Loads the lists with files of the campaign's own.
    fn with(files: &[(&str, &'static str)]) -> Result<Reference> {
        Reference::load(&|name| {
            let own = files.iter().find(|(file, _)| *file == name).map(|(_, text)| Cow::Borrowed(text.as_bytes()));
            own.or_else(|| crate::assets::reference(name).map(Cow::Borrowed))
                .ok_or_else(|| Error::setup(name, Value::key("setup-list-absent")))
        })
    }

    #[test]
    fn a_campaign_adds_a_call() {
        let calls =
            "code;funder;name;closes;closes_at;time_zone\nOWN-1;EU-NDICI;Villes;2027-03-02;16:00;Europe/Brussels\n";
        let rules = "call;rule;ceiling_pct;papers;verified\nOWN-1;a;75;deliberation;\nOWN-1;b;;;to-check\n";
        let reference = with(&[("calls-own.csv", calls), ("call_rules-own.csv", rules)]).unwrap();
        let call = reference.call("OWN-1").unwrap();
        assert_eq!(call.deadline().unwrap().to_string(), "2027-03-02T16:00:00+01:00[Europe/Brussels]");
        assert_eq!(call.rule(Case::Usual).unwrap().ceiling, Some(Decimal::new(75, 2)));
        assert_eq!(reference.name(List::Calls, "OWN-1", Lang::Ar), "Villes");
        let known: Vec<_> = call.applying(Case::Association).map(|rule| (&*rule.name, rule.verified)).collect();
        assert_eq!((call.verified, known), (true, vec![("a", true), ("b", false)]));
    }

    #[track_caller]
    fn check(files: &[(&str, &'static str)], expected: &str) {
        let error = format!("{}", with(files).unwrap_err());
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn what_a_campaign_gets_wrong_is_named() {
        check(&[("calls-own.csv", "code;funder;name;closes\nOWN-1;EU-NDICI;a;02/03/2027\n")], "02/03/2027");
        check(&[("calls-own.csv", "code;funder;name;time_zone\nOWN-1;EU-NDICI;a;Brussels\n")], "Brussels");
        check(&[("calls-own.csv", "code;funder;name\nFICOL-2020;AFD-FICOL;a\n")], "FICOL-2020");
        check(&[("call_rules-own.csv", "call;ceiling_pct\nOWN-2;50\n")], "OWN-2");
    }
}
