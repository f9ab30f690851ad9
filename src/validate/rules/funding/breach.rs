//! What breaks a rule of a call, and the finding that it makes.

use rust_decimal::Decimal;

use super::{Application, Search};
use crate::model::{Field, Finding, FindingCode, List, Value};
use crate::reference::{Call, CallRule};

/// What breaks a rule: the cell, the code where the rule was read at its source, and the sentence with its values.
pub struct Breach {
    /// The cell of the application.
    pub field: Field,
    /// The code.
    pub code: FindingCode,
    /// The key of the sentence.
    pub key: &'static str,
    /// The values of the sentence.
    pub args: Vec<(&'static str, Value)>,
}

impl Breach {
    /// Makes the finding. A rule that nobody read at its source can only be presumed to be broken: that is a warning.
    pub fn finding(self, search: &Search<'_>, application: &Application<'_>, call: &Call, rule: &CallRule) -> Finding {
        let code = if rule.verified { self.code } else { FindingCode::CallRulePresumed };
        search
            .at(code, application, self.field)
            .with("breach", Value::phrase(self.key, self.args))
            .with("rule", named(call, rule))
    }
}

/// Names a rule: the call, the rule, the day from which it holds, and where it was read.
pub fn named(call: &Call, rule: &CallRule) -> Value {
    let mut args = vec![
        ("call", Value::Name(List::Calls, call.code.clone())),
        ("rule", Value::code(&rule.name)),
        ("source", Value::from(&*rule.source)),
    ];
    match rule.valid_from {
        Some(day) => {
            args.push(("day", Value::Date(day)));
            Value::phrase("finding-call-rule", args)
        }
        None => Value::phrase("finding-call-rule-undated", args),
    }
}

/// Prints a share with as many decimals as tell it from a limit, one at least.
pub fn share(share: Decimal, limit: Decimal) -> Value {
    let decimals = (1..6).find(|places| share.round_dp(places + 2) != limit.round_dp(places + 2) || share == limit);
    Value::Percent(share, decimals.unwrap_or(6) as u8)
}

/// Prints a limit.
pub fn limit(share: Decimal) -> Value {
    Value::Percent(share, if share.saturating_mul(Decimal::ONE_HUNDRED).is_integer() { 0 } else { 1 })
}
