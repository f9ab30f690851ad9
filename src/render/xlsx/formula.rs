//! Formulas as text: A1 references and the functions that every spreadsheet program has, in the English of the file
//! format.

use rust_decimal::Decimal;

use super::layout::Layout;
use crate::locale::Locale;
use crate::model::Value;
use crate::model::book::{Criterion, Expression, Tab};
use crate::model::measure::Comparison;

/// Prints a formula of one sheet; `None` where it names a column that the workbook does not hold.
pub fn text(expression: &Expression, from: Tab, layout: &Layout, locale: &Locale<'_>) -> Option<String> {
    let inner = |expression: &Expression| text(expression, from, layout, locale);
    Some(match expression {
        Expression::Cell(cell) => layout.cell(*cell, from)?,
        Expression::Sum(column) => format!("SUM({})", layout.range(*column)?),
        Expression::Count(column) => format!("COUNT({})", layout.range(*column)?),
        Expression::CountIfs(criteria) => format!("COUNTIFS({})", pairs(criteria, layout, locale)?),
        Expression::SumIfs(column, criteria) => {
            format!("SUMIFS({},{})", layout.range(*column)?, pairs(criteria, layout, locale)?)
        }
        Expression::Add(parts) => parts.iter().map(inner).collect::<Option<Vec<_>>>()?.join("+"),
        Expression::Quotient(numerator, denominator, factor) => {
            let (above, below) = (inner(numerator)?, inner(denominator)?);
            let times = if *factor == Decimal::ONE { String::new() } else { format!("*{factor}") };
            let (above, divisor) = (operand(numerator, above), operand(denominator, below.clone()));
            format!("IF({below}=0,\"\",{above}/{divisor}{times})")
        }
        Expression::Difference(from, less) => format!("{}-{}", inner(from)?, operand(less, inner(less)?)),
        Expression::Product(one, other) => format!("{}*{}", operand(one, inner(one)?), operand(other, inner(other)?)),
        Expression::Min(parts) => {
            format!("MIN({})", parts.iter().map(inner).collect::<Option<Vec<_>>>()?.join(","))
        }
        Expression::Word(left, sign, right, then, otherwise) => {
            let difference = format!("ROUND({}-{},6)", inner(left)?, operand(right, inner(right)?));
            let [then, otherwise] = [then, otherwise].map(|word| locale.say(word).replace('"', "\"\""));
            format!("IF({difference}{}0,\"{then}\",\"{otherwise}\")", symbol(*sign))
        }
        Expression::Attainment(actual, baseline, target) => {
            let [actual, baseline, target] = [actual, baseline, target].map(|cell| layout.cell(*cell, from));
            let (actual, baseline, target) = (actual?, baseline?, target?);
            format!("IF({target}={baseline},\"\",({actual}-{baseline})/({target}-{baseline}))")
        }
    })
}

/// Puts a sum or a difference in brackets, where it stands beside a sign that binds as much or more.
fn operand(expression: &Expression, text: String) -> String {
    match expression {
        Expression::Add(_) | Expression::Difference(..) => format!("({text})"),
        _ => text,
    }
}

fn symbol(sign: Comparison) -> &'static str {
    match sign {
        Comparison::Equal => "=",
        Comparison::NotEqual => "<>",
        Comparison::Less => "<",
        Comparison::AtMost => "<=",
        Comparison::More => ">",
        Comparison::AtLeast => ">=",
    }
}

fn pairs(criteria: &[Criterion], layout: &Layout, locale: &Locale<'_>) -> Option<String> {
    let pairs = criteria
        .iter()
        .map(|criterion| Some(format!("{},{}", layout.range(criterion.column)?, condition(criterion, locale))));
    Some(pairs.collect::<Option<Vec<_>>>()?.join(","))
}

/// Prints a condition. A number stands outside the quotes, so that the decimal sign of the reader's machine does not
/// matter.
fn condition(criterion: &Criterion, locale: &Locale<'_>) -> String {
    let sign = symbol(criterion.sign);
    match &criterion.value {
        Value::Number(number, _) if sign == "=" => number.normalize().to_string(),
        Value::Number(number, _) => format!("\"{sign}\"&{}", number.normalize()),
        Value::Date(date) => format!("\"{sign}\"&DATE({},{},{})", date.year(), date.month(), date.day()),
        word => {
            let word = locale.say(word).replace('"', "\"\"");
            let plain = sign == "=" && !word.starts_with(['=', '<', '>']);
            if plain { format!("\"{word}\"") } else { format!("\"{sign}{word}\"") }
        }
    }
}
