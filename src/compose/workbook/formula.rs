//! Measures as formulas: a count becomes `COUNTIFS`, a sum `SUMIFS`, what needs marks the sum of a mark column.

use rust_decimal::Decimal;

use super::data::Data;
use super::helper::{Basis, Helper};
use super::proof::{evaluate, same};
use crate::model::book::{ColumnRef, Criterion, Expression, Tab};
use crate::model::measure::{Comparison, Condition, Literal, Operand, Selection, Test};
use crate::model::{Field, Figure, Kind, Lang, List, Measure, Sheet, Value, schema};
use crate::reference::Nature;

/// The most terms that a formula may add up; beyond, a helper column tests the condition.
const MOST_TERMS: usize = 8;

/// Gives the formula of a number that a measure makes, proved to give it.
pub(super) fn number(
    data: &mut Data<'_>,
    figure: &Figure,
    measure: &Measure,
    nature: Nature,
    expected: Decimal,
) -> Option<Expression> {
    let prove = |data: &Data<'_>, expression: Expression| {
        evaluate(data, &expression).is_some_and(|found| same(found, expected)).then_some(expression)
    };
    let marks = mark_columns(data, figure, false);
    for &mark in &marks {
        if matches!(measure, Measure::Distinct(..) | Measure::Bounds(..)) {
            if let Some(proved) = prove(data, Expression::Sum(mark)) {
                return Some(proved);
            }
        }
    }
    let (selection, summed) = match measure {
        Measure::Count(selection) => (selection, None),
        Measure::Sum(selection, operand) | Measure::Latest(selection, operand) => (selection, Some(*operand)),
        _ => return None,
    };
    let tab = Tab::Data(selection.table);
    let summed = match summed {
        None => None,
        Some(operand) => Some(value(data, selection.table, operand)?),
    };
    let filters: Vec<Option<ColumnRef>> = marks
        .iter()
        .copied()
        .filter(|mark| mark.tab == tab)
        .map(Some)
        .chain(bases(selection.table, nature, measure).into_iter().map(|basis| data.helper(tab, Helper::In(basis))))
        .collect();
    let alternatives = criteria(data, selection)?;
    for filter in filters.into_iter().flatten() {
        let first = Criterion { column: filter, sign: Comparison::Equal, value: Value::Number(Decimal::ONE, 0) };
        let mut terms = alternatives.iter().map(|criteria| {
            let criteria: Vec<_> = std::iter::once(first.clone()).chain(criteria.iter().cloned()).collect();
            match summed {
                None => Expression::CountIfs(criteria),
                Some(column) => Expression::SumIfs(column, criteria),
            }
        });
        let expression = match (terms.next(), terms.len()) {
            (Some(only), 0) => only,
            (Some(one), _) => Expression::Add(std::iter::once(one).chain(terms).collect()),
            (None, _) => return None,
        };
        if let Some(proved) = prove(data, expression) {
            return Some(proved);
        }
    }
    None
}

/// Gives the formulas of the two ends of an interval, proved.
pub(super) fn interval(
    data: &mut Data<'_>,
    figure: &Figure,
    low: Decimal,
    high: Decimal,
) -> Option<(Expression, Expression)> {
    let ends = [(false, low), (true, high)].map(|(high, expected)| {
        let column = mark_columns(data, figure, high).first().copied()?;
        let expression = Expression::Sum(column);
        evaluate(data, &expression).is_some_and(|found| same(found, expected)).then_some(expression)
    });
    let [low, high] = ends;
    low.zip(high)
}

/// Gives the columns that hold the marks of a figure: on the link sheet of its items, or beside its rows.
fn mark_columns(data: &mut Data<'_>, figure: &Figure, high: bool) -> Vec<ColumnRef> {
    let (Some(table), Some(first)) = (figure.table, figure.marks.first()) else { return Vec::new() };
    let linked: &[Tab] = match (table, first.item.len()) {
        (Sheet::Activities, 1) => &[Tab::Places, Tab::Themes],
        (Sheet::Activities, 2) => &[Tab::Pairs],
        _ => &[],
    };
    let helper = if high { Helper::High(figure.code.clone()) } else { Helper::Mark(figure.code.clone()) };
    linked.iter().copied().chain([Tab::Data(table)]).filter_map(|tab| data.helper(tab, helper.clone())).collect()
}

/// Gives the ways to place a row in time, the likeliest first.
fn bases(table: Sheet, nature: Nature, measure: &Measure) -> Vec<Basis> {
    let day = match (table, measure) {
        (Sheet::Indicators, _) => Field::Period,
        (Sheet::Funding, Measure::Sum(_, operand)) if operand.field != Field::AmountRequested => Field::DecisionDate,
        (Sheet::Funding, _) => Field::SubmissionDate,
        (Sheet::Amounts | Sheet::Exchanges | Sheet::Consultations | Sheet::Milestones, _) => Field::Date,
        (Sheet::Activities, _) => return vec![Basis::Activity, Basis::Scope],
        (Sheet::Beneficiaries, _) => return vec![Basis::Activity, Basis::Scope],
        _ => return vec![Basis::Scope],
    };
    let own = match nature {
        Nature::Flow | Nature::Ratio | Nature::Ordinal => [Basis::Within(day), Basis::UpTo(day)],
        Nature::Stock | Nature::Cumulative => [Basis::UpTo(day), Basis::Within(day)],
    };
    own.into_iter().chain([Basis::Activity, Basis::Scope]).collect()
}

/// Gives the column that a sum adds up: money in the report currency, a number of the activity, or the column itself.
fn value(data: &mut Data<'_>, table: Sheet, operand: Operand) -> Option<ColumnRef> {
    if operand.of_activity {
        return data.helper(Tab::Data(table), Helper::OfActivity(operand.field));
    }
    let money = schema::columns(table).iter().any(|column| column.field == operand.field && column.kind == Kind::Money);
    if money {
        return data.helper(Tab::Data(table), Helper::Converted(operand.field));
    }
    data.column(table, operand.field)
}

/// Turns conditions into alternatives of criteria, whose counts add up.
fn criteria(data: &mut Data<'_>, selection: &Selection) -> Option<Vec<Vec<Criterion>>> {
    let mut alternatives = vec![Vec::new()];
    for condition in &selection.conditions {
        let choices = match plain(data, selection.table, condition) {
            Some(choices) if choices.len() * alternatives.len() <= MOST_TERMS => choices,
            _ => {
                let column = data.helper(Tab::Data(selection.table), Helper::Holds(condition.clone()))?;
                vec![Criterion { column, sign: Comparison::Equal, value: Value::Number(Decimal::ONE, 0) }]
            }
        };
        alternatives = alternatives
            .iter()
            .flat_map(|before| {
                choices.iter().map(move |choice| before.iter().cloned().chain([choice.clone()]).collect())
            })
            .collect();
    }
    Some(alternatives)
}

/// Gives the criteria of a condition that a plain comparison with a column can ask; one of them must hold.
fn plain(data: &Data<'_>, table: Sheet, condition: &Condition) -> Option<Vec<Criterion>> {
    let field = condition.operand.field;
    if condition.operand.of_activity {
        return None;
    }
    let column = data.column(table, field)?;
    let kind = schema::columns(table).get(usize::from(column.id))?.kind;
    let criterion = |sign, value| Criterion { column, sign, value };
    let word = |literal: &Literal| match (literal, kind) {
        (Literal::Text(code), Kind::One(List::Indicators)) => Some(Value::code(code)),
        (Literal::Text(code), Kind::One(list)) if distinct_names(data, list) => {
            Some(Value::Name(list, code.as_ref().into()))
        }
        _ => None,
    };
    match &condition.test {
        Test::Compare(Comparison::Equal, literal @ Literal::Text(_)) => {
            Some(vec![criterion(Comparison::Equal, word(literal)?)])
        }
        Test::Compare(Comparison::NotEqual, literal @ Literal::Text(_)) if field == Field::Group => {
            Some(vec![criterion(Comparison::NotEqual, word(literal)?)])
        }
        Test::In(literals) => {
            literals.iter().map(|literal| Some(criterion(Comparison::Equal, word(literal)?))).collect()
        }
        Test::Compare(sign, Literal::Number(number))
            if *sign != Comparison::NotEqual && matches!(kind, Kind::Number | Kind::Count | Kind::Money) =>
        {
            Some(vec![criterion(*sign, Value::Number(*number, 0))])
        }
        Test::Compare(sign, Literal::Cutoff) if *sign != Comparison::NotEqual && kind == Kind::Date => {
            Some(vec![criterion(*sign, Value::Date(data.inputs.settings.cutoff()))])
        }
        _ => None,
    }
}

/// Says whether the names of a list tell its entries apart in every language, so that a formula may ask for a name.
pub(super) fn distinct_names(data: &Data<'_>, list: List) -> bool {
    let entries = data.inputs.reference.entries(list);
    Lang::ALL.into_iter().all(|lang| {
        let names: std::collections::BTreeSet<String> =
            entries.iter().map(|entry| entry.names.get(lang).to_lowercase()).collect();
        names.len() == entries.len() && names.iter().all(|name| !name.contains(['*', '?', '~']))
    })
}
