//! Measures in words: the same definition that the evaluator and the formulas read.

use super::workbook::{entry, heading, table_name};
use crate::model::measure::{Comparison, Condition, Key, Literal, Operand, Selection, Test};
use crate::model::{Field, List, Measure, Sheet, Value, schema};

/// Says a measure, its conditions among it.
pub(super) fn measure(measure: &Measure) -> Value {
    let table = |selection: &Selection| ("table", table_name(selection.table));
    let named = |selection: &Selection, operand: &Operand| ("column", column(selection.table, *operand));
    match measure {
        Measure::Count(selection) => whole(Value::phrase("measure-count", [table(selection)]), selection),
        Measure::Distinct(selection, operands) => {
            let columns = operands.iter().map(|operand| column(selection.table, *operand)).collect();
            let args = [table(selection), ("columns", Value::List(columns))];
            whole(Value::phrase("measure-distinct", args), selection)
        }
        Measure::Sum(selection, operand) => {
            whole(Value::phrase("measure-sum", [table(selection), named(selection, operand)]), selection)
        }
        Measure::Latest(selection, operand) => {
            whole(Value::phrase("measure-latest", [table(selection), named(selection, operand)]), selection)
        }
        Measure::Bounds(selection, operand) => {
            whole(Value::phrase("measure-bounds", [table(selection), named(selection, operand)]), selection)
        }
        Measure::Mean(selection, operand, weight) => {
            let weight = ("weight", column(selection.table, *weight));
            whole(Value::phrase("measure-mean", [table(selection), named(selection, operand), weight]), selection)
        }
        Measure::Spread(selection, operand) => {
            whole(Value::phrase("measure-spread", [table(selection), named(selection, operand)]), selection)
        }
        Measure::Ratio(above, below, key) => {
            let sides = [("above", self::measure(above)), ("below", self::measure(below))];
            match key {
                None => Value::phrase("measure-ratio", sides),
                Some(Key::Row) => Value::phrase("measure-ratio-row", sides),
                Some(Key::Field(field)) => {
                    let [above, below] = sides;
                    let table = above_table(measure);
                    Value::phrase("measure-ratio-key", [above, below, ("key", heading(table, *field))])
                }
            }
        }
        Measure::Top(number, inner, by) => {
            let table = inner.table().unwrap_or(Sheet::Activities);
            let args =
                [("measure", self::measure(inner)), ("number", Value::count(*number)), ("column", column(table, *by))];
            Value::phrase("measure-top", args)
        }
        Measure::Attainment(code) => Value::phrase("measure-attainment", [("code", Value::code(code))]),
    }
}

fn above_table(measure: &Measure) -> Sheet {
    measure.table().unwrap_or(Sheet::Activities)
}

/// Adds what is kept once, and the conditions.
fn whole(said: Value, selection: &Selection) -> Value {
    let said = match selection.once {
        Some(once) => {
            let column = column(selection.table, once);
            Value::phrase("measure-once", [("measure", said), ("column", column)])
        }
        None => said,
    };
    let conditions: Vec<Value> = selection.conditions.iter().map(|each| condition(selection.table, each)).collect();
    if conditions.is_empty() {
        return said;
    }
    Value::phrase("measure-where", [("measure", said), ("conditions", Value::List(conditions))])
}

fn column(sheet: Sheet, operand: Operand) -> Value {
    if operand.of_activity {
        let column = heading(Sheet::Activities, operand.field);
        return Value::phrase("measure-of-activity", [("column", column)]);
    }
    heading(sheet, operand.field)
}

fn condition(sheet: Sheet, condition: &Condition) -> Value {
    let name = ("column", column(sheet, condition.operand));
    let said = |literal| literal_in(sheet, condition.operand, literal);
    match &condition.test {
        Test::Compare(sign, literal) => {
            let key = match sign {
                Comparison::Equal => "condition-equal",
                Comparison::NotEqual => "condition-not-equal",
                Comparison::Less => "condition-less",
                Comparison::AtMost => "condition-at-most",
                Comparison::More => "condition-more",
                Comparison::AtLeast => "condition-at-least",
            };
            Value::phrase(key, [name, ("value", said(literal))])
        }
        Test::In(literals) => {
            Value::phrase("condition-in", [name, ("values", Value::List(literals.iter().map(said).collect()))])
        }
        Test::Has(literal) => Value::phrase("condition-has", [name, ("value", said(literal))]),
        Test::Present => Value::phrase("condition-present", [name]),
        Test::Missing => Value::phrase("condition-missing", [name]),
    }
}

fn literal_in(sheet: Sheet, operand: Operand, literal: &Literal) -> Value {
    match literal {
        Literal::Cutoff => Value::key("measure-cutoff"),
        Literal::Number(number) => {
            let number = number.normalize();
            Value::Number(number, number.scale().min(6) as u8)
        }
        Literal::Text(text) => {
            let sheet = if operand.of_activity { Sheet::Activities } else { sheet };
            let code = crate::model::Code::from(&**text);
            match kind(sheet, operand.field) {
                _ if operand.field == Field::Group => Value::Name(List::Values("group"), code),
                Some(kind) => entry(kind, &code),
                None => Value::code(text),
            }
        }
    }
}

/// Gives the kind of a column.
pub(super) fn kind(sheet: Sheet, field: Field) -> Option<schema::Kind> {
    schema::columns(sheet).iter().find(|column| column.field == field).map(|column| column.kind)
}
