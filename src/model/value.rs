//! Printable atoms without words: what a block of a report, a cell of a workbook or an argument of a message holds.

use ecow::{EcoString, EcoVec};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

use super::schema::List;
use super::{Code, Field, Mask, Names, Period, Sheet};

/// A message of `templates/messages` and the values that fill it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Phrase {
    /// The identifier of the message.
    pub key: &'static str,
    /// The values, by name.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub args: EcoVec<(&'static str, Value)>,
}

/// One printable value. It becomes words and digits in `locale`, and nowhere else.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// A message.
    Phrase(Phrase),
    /// Words of a sender or of the campaign, in whatever language they were written.
    Text(EcoString),
    /// Words that stand in three languages outside the messages: a party's name, a definition, a region, a notice.
    Names(Box<Names>),
    /// The name of an entry of a list.
    Name(List, Code),
    /// The name of a column of a sheet.
    Column(Sheet, Field),
    /// The name of a sheet.
    SheetName(Sheet),
    /// A code, an identifier, a file name or a cell address: always left to right.
    Code(EcoString),
    /// A number with this many decimals.
    Number(Decimal, u8),
    /// A number with its sign always shown: a gap.
    Signed(Decimal, u8),
    /// A fraction, shown as a percentage with this many decimals.
    Percent(Decimal, u8),
    /// An amount of money in whole units of the currency.
    Money(Decimal, Code),
    /// An amount of money in millions of the currency, with one decimal.
    Millions(Decimal, Code),
    /// A number of things of a unit of `units.csv`, in the right plural.
    Quantity(Decimal, Code),
    /// The word of a unit of `units.csv` alone, in the plural that a number asks for.
    UnitWord(Decimal, Code),
    /// The interval between two numbers without decimals; one number where they are equal.
    Interval(Decimal, Decimal),
    /// A day, in full.
    Date(Date),
    /// A time of the day, to the minute.
    Time(jiff::civil::Time),
    /// The month and year of a day.
    Month(Date),
    /// A period, by its first and last day.
    Period(Period),
    /// Values one after the other, separated as the language does.
    List(Vec<Value>),
    /// A number of people that a public edition does not tell.
    Masked(Mask),
    /// Not reported.
    Missing,
    /// Not applicable.
    NotApplicable,
    /// Nothing is printed.
    Empty,
}

impl Value {
    /// Makes a message without values.
    pub const fn key(key: &'static str) -> Value {
        Value::Phrase(Phrase { key, args: EcoVec::new() })
    }

    /// Makes a message with values.
    pub fn phrase(key: &'static str, args: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
        Value::Phrase(Phrase { key, args: args.into_iter().collect() })
    }

    /// Makes one text of sentences; none of none. Of many, such as one a rate, the halves are joined, so that the value is
    /// never nested deep.
    pub fn sentences(sentences: impl IntoIterator<Item = Value>) -> Option<Value> {
        let mut parts: Vec<Value> = sentences.into_iter().collect();
        while parts.len() > 1 {
            let mut rest = parts.into_iter();
            parts = std::iter::from_fn(|| {
                let first = rest.next()?;
                Some(match rest.next() {
                    Some(second) => Value::phrase("report-sentences", [("first", first), ("second", second)]),
                    None => first,
                })
            })
            .collect();
        }
        parts.pop()
    }

    /// Makes a code.
    pub fn code(text: impl AsRef<str>) -> Value {
        Value::Code(text.as_ref().into())
    }

    /// Makes a whole number.
    pub fn count(number: impl Into<Decimal>) -> Value {
        Value::Number(number.into(), 0)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text.into())
    }
}

impl From<&Names> for Value {
    fn from(names: &Names) -> Self {
        Value::Names(Box::new(names.clone()))
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Value::Date(date)
    }
}

impl From<Phrase> for Value {
    fn from(phrase: Phrase) -> Self {
        Value::Phrase(phrase)
    }
}

impl Serialize for List {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{self:?}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives how deep a text of sentences is nested, and its sentences in order.
    fn read(value: &Value, depth: usize, out: &mut Vec<Value>) -> usize {
        match value {
            Value::Phrase(phrase) => {
                phrase.args.iter().map(|(_, part)| read(part, depth + 1, out)).max().unwrap_or(depth)
            }
            other => {
                out.push(other.clone());
                depth
            }
        }
    }

    #[track_caller]
    fn check(count: u32, deepest: usize) {
        let sentences: Vec<Value> = (0..count).map(Value::count).collect();
        let joined = Value::sentences(sentences.clone()).unwrap();
        let mut found = Vec::new();
        assert!(read(&joined, 0, &mut found) <= deepest);
        assert_eq!(found, sentences);
    }

    #[test]
    fn many_sentences_stand_in_order_and_nest_no_deeper_than_their_halves() {
        check(1, 0);
        check(2, 1);
        check(7, 3);
        check(100_000, 17);
        assert_eq!(Value::sentences([]), None);
    }
}
