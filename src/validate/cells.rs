//! One raw cell to one typed cell, by the kind of its column.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{Cell, Code, Finding, FindingCode, Kind, Lang, Place, RawValue, Value, schema::Column};
use crate::reference::{Match, Reference};

use super::number::{self, Style};
use super::text::{State, state, trim};
use super::{date, decisions, lists};

/// The longest text that a finding repeats.
const SHOWN: usize = 80;

/// What decides how the cells of a sheet are read.
pub struct Reader<'a> {
    /// The lists.
    pub reference: &'a Reference,
    /// The language of the headings.
    pub lang: Lang,
    /// True where the file can hold nothing but text, so that a number as text is no surprise.
    pub text_only: bool,
    /// The decimal sign that a profile declares.
    pub decimal: Option<char>,
}

/// A cell and what else its text said.
#[derive(Debug, Default)]
pub struct Judged {
    /// The cell.
    pub cell: Cell,
    /// The currency that stood beside an amount.
    pub currency: Option<&'static str>,
    /// True where the number was a percentage, by sign or format.
    pub percent: bool,
    /// What a text date says about the order of day and month.
    pub order: Option<Order>,
}

/// What a text date says about its writer's order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The day stands first.
    DayFirst,
    /// The month stands first.
    MonthFirst,
    /// Both are possible; the cell holds the first reading until the sheet is read.
    Doubt(Date, Date),
}

impl From<Cell> for Judged {
    fn from(cell: Cell) -> Self {
        Judged { cell, ..Judged::default() }
    }
}

/// Cuts a text to what a finding repeats.
pub fn shown(text: &str) -> Value {
    let text = trim(text);
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => Value::Text(format!("{}…", &text[..at]).into()),
        None => Value::Text(text.into()),
    }
}

/// Makes a printable number with all its decimals.
pub fn shown_number(number: Decimal) -> Value {
    let number = number.normalize();
    Value::Number(number, number.scale().min(12) as u8)
}

/// Makes what a finding repeats of a raw cell.
fn found(raw: &RawValue) -> Value {
    match raw {
        RawValue::Text(text) | RawValue::Error(text) => shown(text),
        RawValue::Number(number) => number::from_file(*number).map_or(Value::Empty, shown_number),
        RawValue::Percent(number) => {
            number::from_file(*number).map_or(Value::Empty, |number| Value::Percent(number, 1))
        }
        RawValue::Date(moment) => Value::Date(moment.date()),
        RawValue::Bool(value) => Value::code(value.to_string()),
        RawValue::Uncalculated => Value::Empty,
    }
}

/// Gives a raw cell as the words it stands for.
pub fn words(raw: &RawValue) -> String {
    match raw {
        RawValue::Text(text) | RawValue::Error(text) => trim(text).to_owned(),
        RawValue::Number(number) | RawValue::Percent(number) => {
            number::from_file(*number).map_or_else(String::new, |number| number.to_string())
        }
        RawValue::Date(moment) => moment.date().to_string(),
        RawValue::Bool(value) => value.to_string(),
        RawValue::Uncalculated => String::new(),
    }
}

impl Reader<'_> {
    /// Reads a cell. A cell that can't be read is [held](Cell::Held), with a finding of severity error.
    pub fn read(&self, column: &Column, raw: &RawValue, place: Place, findings: &mut Vec<Finding>) -> Judged {
        let field = Value::Column(column.sheet, column.field);
        let mut hold = |code: FindingCode| {
            let mut finding = Finding::new(code, place);
            if !matches!(raw, RawValue::Uncalculated) {
                finding = finding.with("found", found(raw));
            }
            findings.push(finding.with("field", field.clone()));
            Judged::from(Cell::Held)
        };
        match raw {
            RawValue::Error(_) => return hold(FindingCode::CellError),
            RawValue::Uncalculated => return hold(FindingCode::Uncalculated),
            RawValue::Text(text) => match state(text) {
                State::Missing => return Cell::Missing.into(),
                State::NotApplicable => return Cell::NotApplicable.into(),
                State::Zero => match column.kind {
                    Kind::Number | Kind::Count | Kind::Money => return Cell::Number(Decimal::ZERO).into(),
                    Kind::Text | Kind::Prose => {}
                    _ => return Cell::NotApplicable.into(),
                },
                State::Words => {}
            },
            _ => {}
        }
        match column.kind {
            Kind::Text | Kind::Prose => Cell::Text(words(raw).into()).into(),
            Kind::Id => Cell::Code(words(raw).into()).into(),
            Kind::Ids => self.ids(&words(raw)).into(),
            Kind::One(list) => match lists::one(self.reference, list, &words(raw)) {
                Match::Exact(code) => {
                    decisions::used(self.reference, list, &words(raw), place, findings);
                    Cell::Code(code).into()
                }
                other => {
                    findings.push(self.unlisted(column, list, &words(raw), &other, place));
                    Cell::Held.into()
                }
            },
            Kind::Many(list) => {
                let (codes, wrong) = lists::many(self.reference, list, &words(raw));
                for (part, other) in &wrong {
                    findings.push(self.unlisted(column, list, part, other, place));
                }
                if !wrong.is_empty() {
                    return Cell::Held.into();
                }
                decisions::used(self.reference, list, &words(raw), place, findings);
                Cell::Codes(codes).into()
            }
            Kind::Number | Kind::Count | Kind::Money => {
                let Some(judged) = self.number(column, raw, place, findings) else {
                    findings.push(
                        Finding::new(FindingCode::NumberUnreadable, place)
                            .with("found", found(raw))
                            .with("field", field),
                    );
                    return Cell::Held.into();
                };
                let number = judged.cell.number().unwrap_or_default();
                let wrong = match column.kind {
                    Kind::Count if number < Decimal::ZERO || !number.is_integer() => FindingCode::CountInvalid,
                    Kind::Money if number < Decimal::ZERO => FindingCode::AmountNegative,
                    _ => return judged,
                };
                findings.push(Finding::new(wrong, place).with("found", found(raw)).with("field", field));
                Cell::Held.into()
            }
            Kind::Date => self.date(column, raw, place, findings),
            Kind::Year => {
                let year = match raw {
                    RawValue::Date(moment) => Some(moment.date().year()),
                    _ => date::parse_period(&words(raw)).map(|period| period.from.year()),
                };
                match year {
                    Some(year) => Cell::Number(Decimal::from(year)).into(),
                    None => hold(FindingCode::PeriodUnreadable),
                }
            }
            Kind::Period => match raw {
                RawValue::Date(moment) => Cell::Period(crate::model::Period::day(moment.date())).into(),
                _ => match date::parse_period(&words(raw)) {
                    Some(period) => Cell::Period(period).into(),
                    None => hold(FindingCode::PeriodUnreadable),
                },
            },
        }
    }

    fn ids(&self, text: &str) -> Cell {
        let mut codes: Vec<Code> = Vec::new();
        for part in text.split([';', ',', '\n', '\r', '،']).map(trim).filter(|part| !part.is_empty()) {
            let code = Code::from(part);
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        Cell::Codes(codes)
    }

    fn unlisted(&self, column: &Column, list: crate::model::List, text: &str, other: &Match, place: Place) -> Finding {
        let names = |codes: &[Code]| Value::List(codes.iter().map(|code| Value::Name(list, code.clone())).collect());
        let described = lists::describe(self.reference, list);
        match other {
            Match::Several(codes) => Finding::new(FindingCode::ListAmbiguous, place)
                .with("found", shown(text))
                .with("field", Value::Column(column.sheet, column.field))
                .with("suggestion", names(codes)),
            Match::Near(codes) => Finding::new(FindingCode::NearMiss, place)
                .with("found", shown(text))
                .with("field", Value::Column(column.sheet, column.field))
                .with("suggestion", names(codes))
                .with("list", described),
            _ => Finding::new(FindingCode::NotInList, place)
                .with("found", shown(text))
                .with("field", Value::Column(column.sheet, column.field))
                .with("list", described),
        }
    }

    fn number(&self, column: &Column, raw: &RawValue, place: Place, findings: &mut Vec<Finding>) -> Option<Judged> {
        match raw {
            RawValue::Number(number) => Some(Cell::Number(number::countable(number::from_file(*number)?)?).into()),
            RawValue::Percent(number) => {
                let number = number::countable(number::from_file(*number)?)?;
                Some(Judged { percent: true, ..Cell::Number(number).into() })
            }
            RawValue::Text(text) => {
                let style = Style { decimal: self.decimal, grouped: column.kind != Kind::Number, lang: self.lang };
                let reading = number::parse(text, style)?;
                if reading.guessed || !self.text_only {
                    let read = if reading.percent {
                        let points = (reading.number * Decimal::ONE_HUNDRED).normalize();
                        Value::Percent(reading.number, points.scale().min(12) as u8)
                    } else {
                        shown_number(reading.number)
                    };
                    findings.push(
                        Finding::new(FindingCode::NumberAsText, place).with("found", shown(text)).with("read", read),
                    );
                }
                Some(Judged {
                    currency: reading.currency,
                    percent: reading.percent,
                    ..Cell::Number(reading.number).into()
                })
            }
            _ => None,
        }
    }

    fn date(&self, column: &Column, raw: &RawValue, place: Place, findings: &mut Vec<Finding>) -> Judged {
        let field = Value::Column(column.sheet, column.field);
        let (day, order, as_text) = match raw {
            RawValue::Date(moment) => (Some(moment.date()), None, false),
            RawValue::Number(serial) => (date::from_serial(*serial), None, true),
            RawValue::Text(text) => match date::parse(text) {
                Some(date::Reading::Day(day)) => (Some(day), None, true),
                Some(date::Reading::DayFirst(day)) => (Some(day), Some(Order::DayFirst), true),
                Some(date::Reading::MonthFirst(day)) => (Some(day), Some(Order::MonthFirst), true),
                Some(date::Reading::Either { day_first, month_first }) => {
                    // What the cell comes to is told when the sheet is read.
                    return Judged {
                        order: Some(Order::Doubt(day_first, month_first)),
                        ..Cell::Date(day_first).into()
                    };
                }
                None => (None, None, true),
            },
            _ => (None, None, false),
        };
        let Some(day) = day else {
            findings
                .push(Finding::new(FindingCode::DateUnreadable, place).with("found", found(raw)).with("field", field));
            return Cell::Held.into();
        };
        if !date::YEARS.contains(&day.year()) {
            let years = [date::YEARS.start(), date::YEARS.end()].map(|year| Value::code(year.to_string()));
            let [from, to] = years;
            let expected = Value::phrase("finding-years", [("from", from), ("to", to)]);
            findings.push(
                Finding::new(FindingCode::DateOutOfRange, place)
                    .with("found", Value::Date(day))
                    .with("expected", expected),
            );
            return Cell::Held.into();
        }
        if as_text && !self.text_only {
            findings.push(
                Finding::new(FindingCode::DateAsText, place).with("found", found(raw)).with("read", Value::Date(day)),
            );
        }
        Judged { order, ..Cell::Date(day).into() }
    }
}
