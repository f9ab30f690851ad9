//! What a document says about what it leaves out.

use super::{Inputs, figure};
use crate::model::{Audience, LEFT_OUT, Mask, Value};

/// Says what is masked and left out, a sentence each; in the office, that nothing is.
pub fn rules(inputs: &Inputs<'_>) -> Vec<Value> {
    said(inputs, "rule-internal", "rule-masked", "rule-left-out")
}

/// Says the same on the method sheet of a workbook.
pub fn lines(inputs: &Inputs<'_>) -> Vec<Value> {
    said(inputs, "workbook-internal", "workbook-method-masked", "workbook-method-left-out")
}

fn said(inputs: &Inputs<'_>, internal: &'static str, masked: &'static str, left_out: &'static str) -> Vec<Value> {
    if inputs.audience == Audience::Internal {
        return vec![Value::key(internal)];
    }
    let limit = inputs.settings.small_group;
    let numbers = [("limit", Value::count(limit)), ("numbers", Value::count(inputs.left_out.numbers))];
    let words = [("words", Value::count(inputs.left_out.words))];
    let masked = masks(inputs).then(|| Value::phrase(masked, numbers));
    masked.into_iter().chain([Value::phrase(left_out, words)]).collect()
}

/// Says whether small groups of people are masked.
fn masks(inputs: &Inputs<'_>) -> bool {
    inputs.audience == Audience::Public && inputs.settings.small_group > 1
}

/// Gives the signs that stand for what is masked or left out, each with its meaning.
pub fn signs(inputs: &Inputs<'_>) -> Vec<(Value, Value)> {
    if inputs.audience == Audience::Internal {
        return Vec::new();
    }
    let limit = inputs.settings.small_group;
    let few = Value::Masked(Mask::Few(limit));
    let mut signs = Vec::new();
    if masks(inputs) {
        let last = [("last", Value::count(limit - 1))];
        signs.push((few.clone(), Value::phrase("sign-masked-few", last)));
        signs.push((figure::brief(few), Value::key("sign-masked-few-short")));
        signs.push((Value::Masked(Mask::Withheld), Value::key("sign-masked-withheld")));
    }
    signs.push((Value::from(LEFT_OUT), Value::key("sign-left-out")));
    signs
}
