//! Calls that may fill a gap, line by line and without words.

use rust_decimal::Decimal;

use super::{Inputs, project, scale};
use crate::model::deadline::{PaperState, PlanStep};
use crate::model::matches::{CallMatch, Criterion, Fit, Matches, Matching};
use crate::model::needs::Need;
use crate::model::{Code, List, Money, MoneySum, Value};

/// One project and its calls.
pub struct Project {
    /// The project by name.
    pub title: Value,
    /// What it costs, has and lacks.
    pub needs: Value,
    /// The calls, in order.
    pub calls: Vec<Call>,
}

/// One call for a project.
pub struct Call {
    /// The call by name, with its code and last day.
    pub title: Value,
    /// Whether it fits.
    pub fit: Fit,
    /// True where the list tells no day of it.
    pub undated: bool,
    /// What is said beside it: that it closed, or that an application was made to it.
    pub remarks: Vec<Value>,
    /// The criteria: whether each is met, its name, and what was compared.
    pub lines: Vec<(Fit, Value, Value)>,
}

/// Lays out every project that was asked about.
pub fn projects(inputs: &Inputs<'_>, matching: &Matching) -> Vec<Project> {
    matching.groups.iter().map(|group| of(inputs, group)).collect()
}

/// Names the projects of which it is not known what they lack.
pub fn unknown(inputs: &Inputs<'_>, matching: &Matching) -> Vec<Value> {
    matching.unknown.iter().map(|need| project::ids(inputs, need)).collect()
}

fn of(inputs: &Inputs<'_>, group: &Matches) -> Project {
    let need = &group.need;
    let named = [("ids", project::ids(inputs, need)), ("title", project::title(inputs, need))];
    Project {
        title: Value::phrase("workbook-needs-name", named),
        needs: needs(inputs, need),
        calls: group.calls.iter().map(|call| matched(inputs, call)).collect(),
    }
}

fn needs(inputs: &Inputs<'_>, need: &Need) -> Value {
    let currency = &inputs.settings.rates.report_currency;
    let amount = |amount: Option<Decimal>| {
        amount.map_or(Value::key("needs-unknown"), |amount| scale::amount_in_full(amount, currency))
    };
    let sum = |sum: Option<&MoneySum>| sum.map_or(Value::Missing, |sum| amount(sum.converted));
    Value::phrase(
        "calls-needs",
        [
            ("cost", sum(need.cost.as_ref())),
            ("secured", sum(Some(&need.secured))),
            ("own", sum(need.own.as_ref())),
            ("gap", amount(need.gap)),
            ("after", amount(need.gap_after)),
        ],
    )
}

fn matched(inputs: &Inputs<'_>, call: &CallMatch) -> Call {
    let mut named = vec![("call", Value::Name(List::Calls, call.call.clone())), ("code", Value::code(&call.call))];
    named.extend(call.closes.map(|day| ("closes", Value::Date(day))));
    let title = if call.closes.is_some() { "calls-title" } else { "calls-title-undated" };
    let closed = call.closed.then_some(Value::key("calls-closed"));
    let made = call
        .application
        .map(|row| Value::phrase("calls-application", [("application", project::application(inputs, row))]));
    Call {
        title: Value::phrase(title, named),
        fit: call.fit,
        undated: call.undated,
        remarks: closed.into_iter().chain(made).collect(),
        lines: call.criteria.iter().map(|(fit, each)| (*fit, name(each), said(inputs, *fit, each))).collect(),
    }
}

/// Says whether something fits.
pub fn fit(fit: Fit) -> Value {
    Value::key(match fit {
        Fit::Fits => "calls-fits",
        Fit::ToCheck => "to-check",
        Fit::Fails => "calls-fails",
    })
}

fn name(criterion: &Criterion) -> Value {
    Value::key(match criterion {
        Criterion::Window { .. } => "calls-name-window",
        Criterion::Applicants(_) => "calls-name-applicants",
        Criterion::Morocco(_) => "calls-name-morocco",
        Criterion::Themes(_) => "calls-name-themes",
        Criterion::Amount { .. } => "calls-name-amount",
        Criterion::Own { .. } => "calls-name-own",
        Criterion::Duration(..) => "calls-name-duration",
        Criterion::Language(_) => "calls-name-language",
        Criterion::Time { .. } => "calls-name-time",
        Criterion::Papers(_) => "calls-name-papers",
        Criterion::Source { .. } => "calls-name-source",
    })
}

fn said(inputs: &Inputs<'_>, fit: Fit, criterion: &Criterion) -> Value {
    let check = || Value::key("to-check");
    let report = &inputs.settings.rates.report_currency;
    let ours =
        |amount: Option<Decimal>, none: Value| amount.map_or(none, |amount| scale::amount_in_full(amount, report));
    let theirs = |money: &Option<Money>| {
        money.as_ref().map_or_else(check, |money| scale::amount_in_full(money.amount, &money.currency))
    };
    let entry = |list: &'static str, code: &Option<Code>| {
        code.as_ref().map_or_else(check, |code| Value::Name(List::Values(list), code.clone()))
    };
    match criterion {
        Criterion::Window { opens, closes, over } => match (opens, closes) {
            (_, None) if *over => Value::key("calls-window-over"),
            (Some(opens), Some(closes)) => {
                Value::phrase("calls-window", [("opens", Value::Date(*opens)), ("closes", Value::Date(*closes))])
            }
            (None, Some(closes)) => Value::phrase("calls-window-until", [("closes", Value::Date(*closes))]),
            (Some(opens), None) => Value::phrase("calls-window-from", [("opens", Value::Date(*opens))]),
            (None, None) => check(),
        },
        Criterion::Applicants(code) => entry("applicant", code),
        Criterion::Morocco(None) => check(),
        Criterion::Morocco(Some(yes)) => Value::key(if *yes { "calls-morocco-yes" } else { "calls-morocco-no" }),
        Criterion::Themes(themes) if themes.is_empty() => check(),
        Criterion::Themes(themes) => {
            Value::List(themes.iter().map(|theme| Value::Name(List::Themes, theme.clone())).collect())
        }
        Criterion::Amount { gap, reach, min, max, ceiling, min_cost } => {
            let share = |share: Decimal| Value::phrase("calls-of-cost", [("share", Value::Percent(share, 0))]);
            let mut args = vec![
                ("gap", ours(*gap, Value::key("needs-unknown"))),
                ("ceiling", ceiling.map_or_else(check, share)),
                ("min", theirs(min)),
                ("max", theirs(max)),
            ];
            let limited = ceiling.is_some() || max.is_some();
            args.extend(reach.filter(|_| limited).map(|reach| ("reach", ours(Some(reach), Value::Empty))));
            let said = Value::phrase(if args.len() > 4 { "calls-amount" } else { "calls-amount-unlimited" }, args);
            match min_cost {
                None => said,
                Some(_) => Value::phrase("calls-amount-cost", [("amount", said), ("cost", theirs(min_cost))]),
            }
        }
        Criterion::Own { own, asked, share } => {
            let lacking = own.zip(*asked).and_then(|(own, asked)| asked.checked_sub(own)).filter(|_| fit != Fit::Fits);
            let mut args = vec![("own", ours(*own, Value::Missing))];
            let (Some(asked), Some(share)) = (*asked, *share) else {
                return Value::phrase("calls-own-unknown", args);
            };
            args.extend([("asked", ours(Some(asked), Value::Empty)), ("share", Value::Percent(share, 0))]);
            match (lacking, fit) {
                (Some(lacking), Fit::ToCheck) => {
                    args.push(("lacking", ours(Some(lacking), Value::Empty)));
                    Value::phrase("calls-own-raise", args)
                }
                _ => Value::phrase("calls-own", args),
            }
        }
        Criterion::Duration(own, longest) => {
            let months = |months: &Option<u32>, none: Value| {
                months.map_or(none, |months| Value::phrase("calls-months", [("count", Value::count(months))]))
            };
            Value::phrase(
                "calls-duration",
                [("own", months(own, Value::Missing)), ("longest", months(longest, check()))],
            )
        }
        Criterion::Language(code) => entry("language", code),
        Criterion::Time { days, deliberation } => {
            let day = super::sections::deadlines::day(deliberation);
            let state = super::sections::deadlines::state(deliberation).value;
            match days {
                Some(days) if *days >= 0 => {
                    Value::phrase("calls-time", [("days", Value::count(*days)), ("day", day), ("state", state)])
                }
                Some(_) => Value::key("calls-closed"),
                None => check(),
            }
        }
        Criterion::Papers(steps) => papers(fit, steps),
        Criterion::Source { rule, source } => {
            let rule = rule.as_ref().map_or_else(check, Value::code);
            let source = if source.is_empty() { check() } else { Value::from(&**source) };
            Value::phrase("calls-source", [("rule", rule), ("source", source)])
        }
    }
}

/// Lists the papers that are missing, each with its last day.
fn papers(fit: Fit, steps: &[PlanStep]) -> Value {
    let missing: Vec<Value> = steps
        .iter()
        .filter(|step| step.state != PaperState::Ready)
        .map(|step| {
            let paper = ("paper", Value::Name(List::Papers, step.paper.clone()));
            match step.day {
                None => Value::phrase("calls-paper-undated", [paper]),
                Some(day) if step.late => Value::phrase("calls-paper-late", [paper, ("day", Value::Date(day))]),
                Some(day) => Value::phrase("calls-paper", [paper, ("day", Value::Date(day))]),
            }
        })
        .collect();
    match (missing.is_empty(), fit) {
        (false, _) => Value::phrase("calls-papers", [("papers", Value::List(missing))]),
        (true, Fit::Fits) => Value::key("calls-papers-ready"),
        (true, _) => Value::key("to-check"),
    }
}
