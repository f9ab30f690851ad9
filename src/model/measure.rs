//! The measure algebra: an indicator's definition as a value.
//!
//! A measure is one line of text that says which cells make a figure. Its grammar, ten forms and nothing else:
//!
//! ```text
//! measure = "count(" table [once] [where] ")"
//!         | "distinct(" column {"," name} [where] ")"
//!         | "sum(" column [once] [where] ")"
//!         | "latest(" column [where] ")"
//!         | "bounds(" column [where] ")"
//!         | "mean(" column "by" name [where] ")"
//!         | "spread(" column [once] [where] ")"
//!         | "ratio(" measure "," measure ["on" name] ")"
//!         | "top(" number "," measure "by" column ")"
//!         | "attainment(" code ")"
//! column  = table "." field       field = ["activity."] name       once = "once per" field
//! where   = "where" cond {"and" cond}
//! cond    = field ("=" | "!=" | "<" | "<=" | ">" | ">=") value | field "in {" value {"," value} "}"
//!         | field "has" value | field "is" ("present" | "missing")
//! value   = "text" | number | word | cutoff
//! ```
//!
//! # Meaning
//!
//! * **Tables** are the sheets of the input contract (`readings` is the sheet of indicators), and three that the program
//!   makes: `returns`, one row an expected territory; `attainments`, one row a result of a theme; `campaign`, one row.
//! * **Order**: the conditions first, then `once per` (the last row of each value, by date, then by place), then the form.
//! * **Scope and period** are never written. A row is in scope if its activity is. Flows count by their own date in the
//!   period, stocks by a date up to its end; an activity counts if it overlaps.
//! * **Missing**: a row whose measured cell is missing or not applicable is left out and counted in `reported` of `asked`;
//!   with none left the figure is not reported, never zero. A condition on a missing cell is false; only `is missing`
//!   sees it, and `group != …`, since a row without a group is not of another one.
//! * **Money** sums by currency, and converted row by row at the rate of the row's day, none after the cut-off.
//! * **`bounds`** places activities that share a territory together: the low end takes the largest of each territory (or
//!   the largest that spans several), the high end adds all.
//! * **`ratio … on key`** keeps the keys that have both sides. A denominator of zero is not reported.
//! * **Totals beside their parts**: a reading without group stands for those with a group; a unique total of people stands
//!   alone for its activity.
//!
//! # Where this differs from the proposal that it began as
//!
//! * The sides of a ratio over applications are dated by the same day, so that a success rate compares one set.
//! * An amount of people of no stated sex is made from two cells, total less women; a trace names both.
//! * Who is asked of amounts and of groups of people is the activity, not the row: an activity without any row counts as
//!   asked and silent.
//! * A count of no rows is zero only where the table was returned at all and the scope can be told in it.
//! * A quotient whose sides are not stated is printed for a single series, and refused for several.
//! * `spread` counts each value of a list; its median is the lower middle of the values that read as numbers.

use rust_decimal::Decimal;
use serde::Serialize;

use super::{Code, Field, Sheet};

/// A measure. Its meaning stands in `compute::evaluate`, its Excel formula in `render::xlsx`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// The number of rows.
    Count(Selection),
    /// The number of different values of a column, or of different tuples of several columns.
    Distinct(Selection, Vec<Operand>),
    /// The sum of a column.
    Sum(Selection, Operand),
    /// The sum of the latest value of each series.
    Latest(Selection, Operand),
    /// The interval of a union of people.
    Bounds(Selection, Operand),
    /// The mean of a column weighted by another.
    Mean(Selection, Operand, Operand),
    /// The number of rows by value, and the median.
    Spread(Selection, Operand),
    /// The quotient of two measures; with a key, over the keys that have both sides.
    Ratio(Box<Measure>, Box<Measure>, Option<Key>),
    /// A measure over the rows of the n largest values of a column.
    Top(u32, Box<Measure>, Operand),
    /// The attainment of an indicator's target.
    Attainment(Code),
}

/// What a ratio is taken `on`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Key {
    /// The row itself.
    Row,
    /// The value of a column.
    Field(Field),
}

/// The rows of a table that a measure looks at.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Selection {
    /// The table.
    pub table: Sheet,
    /// Keeps one row a value of this column: the last by period or date.
    pub once: Option<Operand>,
    /// The conditions, all of which must hold.
    pub conditions: Vec<Condition>,
}

/// A column of the row, or of the row's activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Operand {
    /// True for `activity.x`: the column of the activity that the row names.
    pub of_activity: bool,
    /// The column.
    pub field: Field,
}

/// One condition on a row. A condition on a missing cell is false, but for `is missing` and `!=` on `group`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Condition {
    /// The column it looks at.
    pub operand: Operand,
    /// What must hold.
    pub test: Test,
}

/// What a condition asks of a cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Test {
    /// The comparison with a value holds; a list cell is compared as a set of one.
    Compare(Comparison, Literal),
    /// The cell is one of these.
    In(Vec<Literal>),
    /// The list cell has this among its values.
    Has(Literal),
    /// The cell holds a value.
    Present,
    /// The cell holds none.
    Missing,
}

/// A comparison sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

/// A value in a condition.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Literal {
    /// A code or text.
    Text(Box<str>),
    /// A number.
    Number(Decimal),
    /// The earlier of the end of the period and the reference date.
    Cutoff,
}

/// Why a measure does not parse.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("at character {at}: {expected} was expected")]
pub struct MeasureError {
    /// The character, from 1, where reading stopped.
    pub at: usize,
    /// What would have been read there.
    pub expected: &'static str,
}

impl Measure {
    /// Reads a measure.
    ///
    /// ```
    /// use bilan::model::{Measure, Sheet};
    /// let measure = Measure::parse(r#"count(activities where status = "ongoing")"#).unwrap();
    /// assert!(matches!(measure, Measure::Count(selection) if selection.table == Sheet::Activities));
    /// ```
    ///
    /// # Errors
    ///
    /// The place where the text leaves the grammar, and what was expected there.
    pub fn parse(text: &str) -> Result<Measure, MeasureError> {
        let mut parser = Parser { text, at: 0 };
        let measure = parser.measure()?;
        parser.space();
        if parser.at < text.len() { Err(parser.error("the end")) } else { Ok(measure) }
    }

    /// Gives the table whose rows make the figure; of a ratio, that of the numerator. `None` for an attainment.
    pub fn table(&self) -> Option<Sheet> {
        match self {
            Measure::Count(selection)
            | Measure::Distinct(selection, _)
            | Measure::Sum(selection, _)
            | Measure::Latest(selection, _)
            | Measure::Bounds(selection, _)
            | Measure::Mean(selection, _, _)
            | Measure::Spread(selection, _) => Some(selection.table),
            Measure::Ratio(numerator, _, _) => numerator.table(),
            Measure::Top(_, measure, _) => measure.table(),
            Measure::Attainment(_) => None,
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parser<'a> {
    fn error(&self, expected: &'static str) -> MeasureError {
        MeasureError { at: self.text[..self.at].chars().count() + 1, expected }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn space(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    /// Takes a sign, if it comes next.
    fn sign(&mut self, sign: &str) -> bool {
        self.space();
        let found = self.rest().starts_with(sign);
        if found {
            self.at += sign.len();
        }
        found
    }

    fn must(&mut self, sign: &'static str) -> Result<(), MeasureError> {
        if self.sign(sign) { Ok(()) } else { Err(self.error(sign)) }
    }

    fn word(&mut self) -> &'a str {
        self.space();
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || "_-".contains(c))).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Takes a keyword, if it comes next.
    fn keyword(&mut self, keyword: &str) -> bool {
        let before = self.at;
        let found = self.word() == keyword;
        if !found {
            self.at = before;
        }
        found
    }

    fn measure(&mut self) -> Result<Measure, MeasureError> {
        let before = self.at;
        let form = self.word();
        self.must("(")?;
        let measure = match form {
            "count" => Measure::Count(self.selection()?),
            "distinct" => {
                let (table, first) = self.column()?;
                let mut operands = vec![first];
                while self.sign(",") {
                    let operand = self.column_or_field(table)?;
                    operands.push(operand);
                }
                Measure::Distinct(self.tail(table)?, operands)
            }
            "sum" => {
                let (table, operand) = self.column()?;
                Measure::Sum(self.tail(table)?, operand)
            }
            "latest" => {
                let (table, operand) = self.column()?;
                Measure::Latest(self.tail(table)?, operand)
            }
            "bounds" => {
                let (table, operand) = self.column()?;
                Measure::Bounds(self.tail(table)?, operand)
            }
            "mean" => {
                let (table, operand) = self.column()?;
                if !self.keyword("by") {
                    return Err(self.error("by"));
                }
                let weight = self.field()?;
                Measure::Mean(self.tail(table)?, operand, weight)
            }
            "spread" => {
                let (table, operand) = self.column()?;
                Measure::Spread(self.tail(table)?, operand)
            }
            "ratio" => {
                let numerator = self.measure()?;
                self.must(",")?;
                let denominator = self.measure()?;
                let key = if self.keyword("on") {
                    if self.keyword("row") { Some(Key::Row) } else { Some(Key::Field(self.field()?.field)) }
                } else {
                    None
                };
                if [&numerator, &denominator].iter().any(|side| matches!(side, Measure::Bounds(..))) {
                    return Err(self.error("a measure that is one number"));
                }
                Measure::Ratio(Box::new(numerator), Box::new(denominator), key)
            }
            "top" => {
                let number = self.word().parse().map_err(|_| self.error("a whole number"))?;
                self.must(",")?;
                let measure = self.measure()?;
                if !self.keyword("by") {
                    return Err(self.error("by"));
                }
                Measure::Top(number, Box::new(measure), self.column()?.1)
            }
            "attainment" => Measure::Attainment(Code::from(self.code()?)),
            _ => {
                self.at = before;
                return Err(self.error("one of the ten forms"));
            }
        };
        self.must(")")?;
        Ok(measure)
    }

    fn code(&mut self) -> Result<&'a str, MeasureError> {
        self.space();
        let rest = self.rest();
        let end = rest.find([')', ',', ' ']).unwrap_or(rest.len());
        if end == 0 {
            return Err(self.error("a code"));
        }
        self.at += end;
        Ok(&rest[..end])
    }

    fn selection(&mut self) -> Result<Selection, MeasureError> {
        let table = self.table()?;
        self.tail(table)
    }

    fn table(&mut self) -> Result<Sheet, MeasureError> {
        let before = self.at;
        let name = self.word();
        let sheet = if name == "readings" { Some(Sheet::Indicators) } else { name.replace('_', "-").parse().ok() };
        sheet.ok_or_else(|| {
            self.at = before;
            self.error("the name of a table")
        })
    }

    fn column(&mut self) -> Result<(Sheet, Operand), MeasureError> {
        let table = self.table()?;
        self.must(".")?;
        Ok((table, self.field()?))
    }

    /// Reads a further column of `distinct`: with the table before it, or the field alone.
    fn column_or_field(&mut self, table: Sheet) -> Result<Operand, MeasureError> {
        let before = self.at;
        match self.column() {
            Ok((again, operand)) if again == table => Ok(operand),
            Ok(_) => Err(self.error("a column of the same table")),
            Err(_) => {
                self.at = before;
                self.field()
            }
        }
    }

    fn field(&mut self) -> Result<Operand, MeasureError> {
        let before = self.at;
        let mut name = self.word();
        let of_activity = name == "activity" && self.rest().starts_with('.');
        if of_activity {
            self.at += 1;
            name = self.word();
        }
        name.parse().map(|field| Operand { of_activity, field }).map_err(|()| {
            self.at = before;
            self.error("the name of a column")
        })
    }

    fn tail(&mut self, table: Sheet) -> Result<Selection, MeasureError> {
        let mut once = None;
        if self.keyword("once") {
            if !self.keyword("per") {
                return Err(self.error("per"));
            }
            once = Some(self.field()?);
        }
        let mut conditions = Vec::new();
        if self.keyword("where") {
            conditions.push(self.condition()?);
            while self.keyword("and") {
                conditions.push(self.condition()?);
            }
        }
        Ok(Selection { table, once, conditions })
    }

    fn condition(&mut self) -> Result<Condition, MeasureError> {
        const SIGNS: [(&str, Comparison); 6] = [
            ("!=", Comparison::NotEqual),
            ("<=", Comparison::AtMost),
            (">=", Comparison::AtLeast),
            ("=", Comparison::Equal),
            ("<", Comparison::Less),
            (">", Comparison::More),
        ];
        let operand = self.field()?;
        let test = if let Some((_, comparison)) = SIGNS.into_iter().find(|(sign, _)| self.sign(sign)) {
            Test::Compare(comparison, self.literal()?)
        } else if self.keyword("in") {
            self.must("{")?;
            let mut values = vec![self.literal()?];
            while self.sign(",") {
                values.push(self.literal()?);
            }
            self.must("}")?;
            Test::In(values)
        } else if self.keyword("has") {
            Test::Has(self.literal()?)
        } else if self.keyword("is") {
            if self.keyword("present") {
                Test::Present
            } else if self.keyword("missing") {
                Test::Missing
            } else {
                return Err(self.error("present or missing"));
            }
        } else {
            return Err(self.error("a comparison, in, has or is"));
        };
        Ok(Condition { operand, test })
    }

    fn literal(&mut self) -> Result<Literal, MeasureError> {
        if self.sign("\"") {
            let rest = self.rest();
            let end = rest.find('"').ok_or_else(|| self.error("a closing quote"))?;
            self.at += end + 1;
            return Ok(Literal::Text(rest[..end].into()));
        }
        self.space();
        let rest = self.rest();
        let end = rest.find([' ', ',', ')', '}']).unwrap_or(rest.len());
        let word = &rest[..end];
        self.at += end;
        match word {
            "" => Err(self.error("a value")),
            "cutoff" => Ok(Literal::Cutoff),
            _ => Ok(word.parse().map_or_else(|_| Literal::Text(word.into()), Literal::Number)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, (usize, &'static str)>) {
        match (Measure::parse(text), expected) {
            (Ok(measure), Ok(debug)) => assert!(format!("{measure:?}").contains(debug), "{measure:?}"),
            (Err(error), Err((at, what))) => assert_eq!(error, MeasureError { at, expected: what }),
            (result, _) => panic!("{text}: {result:?}"),
        }
    }

    #[test]
    fn forms_and_their_errors() {
        check("count(activities)", Ok("Count"));
        check(
            "distinct(activities.territory_ma, activities.territory_fr where status in {ongoing, closed})",
            Ok("TerritoryFr"),
        );
        check("sum(readings.population once per territory where actual > 0)", Ok("once: Some"));
        check("top(5, count(activities) by activities.territory_ma)", Ok("Top(5"));
        check("attainment(T6.1)", Ok("T6.1"));
        check("median(activities)", Err((1, "one of the ten forms")));
        check("count(actvities)", Err((7, "the name of a table")));
        check("count(activities where status)", Err((30, "a comparison, in, has or is")));
        check("ratio(bounds(beneficiaries.number), count(activities))", Err((54, "a measure that is one number")));
    }
}
