//! One raw cell to one typed cell, by the kind of its column.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::schema::{self, Column};
use crate::model::{Cell, Code, Field, Finding, FindingCode, Kind, Lang, List, Period, Place, RawValue, Value};
use crate::reference::{Match, Reference, invisible};

use super::number::{self, Style};
use super::rough::{self, Rough};
use super::text::{self, State, state, trim};
use super::{date, decisions, lists};

/// The longest text that a finding repeats.
const SHOWN: usize = 80;

/// The first whole number of which a spreadsheet no longer keeps every digit.
const FIFTEEN_DIGITS: f64 = 1e15;

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

/// Cuts a text to what a finding repeats, on one line and without the marks that turn the writing around.
pub fn shown(text: &str) -> Value {
    let letters = trim(text).chars().filter(|letter| !invisible(*letter));
    let letters = letters.map(|letter| if letter.is_control() { ' ' } else { letter });
    let mut shown: String = letters.clone().take(SHOWN).collect();
    if letters.count() > SHOWN {
        shown.push('…');
    }
    Value::Text(shown.into())
}

/// Makes a printable number with all its decimals.
pub fn shown_number(number: Decimal) -> Value {
    let number = number.normalize();
    Value::Number(number, number.scale().min(12) as u8)
}

/// Makes a printable percentage of a fraction, with all its decimals.
pub fn shown_percent(fraction: Decimal) -> Value {
    let points = (fraction * Decimal::ONE_HUNDRED).normalize();
    Value::Percent(fraction, points.scale().min(12) as u8)
}

/// Makes a printable number with what stood beside it. Money has no decimals in print: an amount that does is shown
/// without its currency.
fn shown_quantity(number: Decimal, currency: Option<&'static str>, percent: bool) -> Value {
    match currency {
        _ if percent => shown_percent(number),
        Some(currency) if number.is_integer() => Value::Money(number, currency.into()),
        _ => shown_number(number),
    }
}

/// Makes what a finding repeats of a raw cell that is a code or a day: a number without grouping.
fn found_bare(raw: &RawValue) -> Value {
    match raw {
        RawValue::Number(_) => Value::code(words(raw)),
        _ => found(raw),
    }
}

/// Makes what a finding repeats of a raw cell.
fn found(raw: &RawValue) -> Value {
    match raw {
        RawValue::Text(text) | RawValue::Error(text) => shown(text),
        RawValue::Number(number) => {
            number::from_file(*number).map_or_else(|| Value::code(format!("{number:e}")), shown_number)
        }
        RawValue::Percent(number) => {
            number::from_file(*number).and_then(number::countable).map_or(Value::Empty, shown_percent)
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

/// A finding and the cell that it holds.
type Held = Box<Finding>;

impl Reader<'_> {
    /// Reads a cell. A cell that can't be read is [held](Cell::Held), with a finding of severity error.
    pub fn read(&self, column: &Column, raw: &RawValue, place: Place, findings: &mut Vec<Finding>) -> Judged {
        let held = match self.cell(column, raw, place, findings) {
            Ok(judged) => return judged,
            Err(held) => held,
        };
        findings.push(*held);
        Cell::Held.into()
    }

    fn cell(&self, column: &Column, raw: &RawValue, place: Place, findings: &mut Vec<Finding>) -> Result<Judged, Held> {
        let hold = |code: FindingCode| Err(refused(code, column, raw, place));
        match raw {
            RawValue::Error(_) => return hold(FindingCode::CellError),
            // A csv has no other way to hold an error than as text.
            RawValue::Text(text) if text::is_error(text) => return hold(FindingCode::CellError),
            RawValue::Uncalculated => return hold(FindingCode::Uncalculated),
            RawValue::Text(text) => {
                let numeric = matches!(column.kind, Kind::Number | Kind::Count | Kind::Money);
                let prose = matches!(column.kind, Kind::Text | Kind::Prose);
                match state(text) {
                    State::Missing => return Ok(Cell::Missing.into()),
                    State::NotApplicable => return Ok(Cell::NotApplicable.into()),
                    State::Zero if numeric => return Ok(Cell::Number(Decimal::ZERO).into()),
                    State::Zero if !prose => return Ok(Cell::NotApplicable.into()),
                    State::Nothing if !prose => return Ok(Cell::Missing.into()),
                    _ if numeric && number::blank(text) => return Ok(Cell::Missing.into()),
                    _ => {}
                }
            }
            _ => {}
        }
        match column.kind {
            Kind::Text | Kind::Prose => Ok(Cell::Text(words(raw).into()).into()),
            Kind::Id | Kind::Ids => {
                whole(column, raw, place)?;
                let words = words(raw);
                Ok(if column.kind == Kind::Id { Cell::Code(words.into()) } else { ids(&words) }.into())
            }
            Kind::One(list) => {
                whole(column, raw, place)?;
                let text = words(raw);
                let code = match lists::one(self.reference, list, &text) {
                    Match::Exact(code) => {
                        decisions::used(self.reference, list, &text, place, findings);
                        code
                    }
                    other => match lists::restored(self.reference, list, &text) {
                        Some(code) => {
                            findings.push(code_as_number(&text, Value::Name(list, code.clone()), place));
                            code
                        }
                        None => return Err(Box::new(self.unlisted(column, list, &text, &other, place))),
                    },
                };
                self.zero_lost(list, raw, &code, place, findings);
                Ok(Cell::Code(code).into())
            }
            Kind::Many(list) => {
                whole(column, raw, place)?;
                let listed = lists::many(self.reference, list, &words(raw));
                for (part, code) in &listed.restored {
                    findings.push(code_as_number(part, Value::Name(list, code.clone()), place));
                }
                for (part, other) in &listed.wrong {
                    findings.push(self.unlisted(column, list, part, other, place));
                }
                if let [code] = &listed.codes[..] {
                    self.zero_lost(list, raw, code, place, findings);
                }
                if listed.wrong.is_empty() {
                    decisions::used(self.reference, list, &words(raw), place, findings);
                }
                Ok(if listed.wrong.is_empty() { Cell::Codes(listed.codes.into()) } else { Cell::Held }.into())
            }
            Kind::Number | Kind::Count | Kind::Money => {
                // What was read is told only of a cell that is used.
                let mut told = Vec::new();
                let judged = self.number(column, raw, place, &mut told)?;
                let number = judged.cell.number().unwrap_or_default();
                match column.kind {
                    Kind::Count if number < Decimal::ZERO || !number.is_integer() => hold(FindingCode::CountInvalid),
                    Kind::Money if judged.percent => hold(FindingCode::NumberUnreadable),
                    Kind::Money if number < Decimal::ZERO => hold(FindingCode::AmountNegative),
                    _ => {
                        findings.append(&mut told);
                        Ok(judged)
                    }
                }
            }
            Kind::Date => self.date(column, raw, place, findings),
            Kind::Year | Kind::Period => {
                let period = match raw {
                    RawValue::Date(moment) => Some(Period::day(moment.date())),
                    _ => match date::parse_period(&words(raw)) {
                        None => self.day_of_period(raw, place, findings)?,
                        period => period,
                    },
                };
                match period {
                    Some(period) if column.kind == Kind::Period => Ok(Cell::Period(period).into()),
                    Some(period) => Ok(Cell::Number(Decimal::from(period.from.year())).into()),
                    None => hold(FindingCode::PeriodUnreadable),
                }
            }
        }
    }

    /// Reads a day with two readings in a column of periods, such as `10/12/2025`: French and Arabic writers put the day
    /// first, and an English sheet is asked.
    fn day_of_period(&self, raw: &RawValue, place: Place, told: &mut Vec<Finding>) -> Result<Option<Period>, Held> {
        let Some(date::Reading::Either { day_first, month_first }) = date::parse(&words(raw)) else { return Ok(None) };
        let found = |code: FindingCode| Finding::new(code, place).with("found", found(raw));
        if self.lang == Lang::En {
            let doubt = found(FindingCode::DateAmbiguous);
            return Err(Box::new(doubt.with("first", Value::Date(day_first)).with("second", Value::Date(month_first))));
        }
        if !self.text_only {
            told.push(found(FindingCode::DateAsText).with("read", Value::Date(day_first)));
        }
        Ok(Some(Period::day(day_first)))
    }

    /// Tells a number that is a code and may have lost its last zero.
    fn zero_lost(&self, list: List, raw: &RawValue, code: &Code, place: Place, findings: &mut Vec<Finding>) {
        if !matches!(raw, RawValue::Number(_)) {
            return;
        }
        if let Some(longer) = lists::shortened(self.reference, list, &words(raw)) {
            let [first, second] = [code, &longer].map(|code| Value::Code(code.as_str().into()));
            let read = Value::phrase("finding-read-not", [("first", first), ("second", second)]);
            findings.push(code_as_number(&words(raw), read, place));
        }
    }

    /// Tells what is wrong with a text that is not of its list.
    fn unlisted(&self, column: &Column, list: List, text: &str, other: &Match, place: Place) -> Finding {
        let found = |code: FindingCode| Finding::new(code, place).with("found", shown(text));
        let field = || Value::Column(column.sheet, column.field);
        if let Some((code, field_of)) = self.elsewhere(column, list, text) {
            return found(FindingCode::OtherColumn)
                .with("field", field())
                .with("read", Value::Name(List::Territories, code))
                .with("expected", Value::Column(column.sheet, field_of));
        }
        let names = |codes: &[Code]| Value::List(codes.iter().map(|code| Value::Name(list, code.clone())).collect());
        let described = lists::describe(self.reference, list);
        match other {
            Match::Several(codes) => {
                found(FindingCode::ListAmbiguous).with("field", field()).with("suggestion", names(codes))
            }
            Match::Near(codes) => found(FindingCode::NearMiss)
                .with("field", field())
                .with("suggestion", names(codes))
                .with("list", described),
            _ => found(FindingCode::NotInList).with("field", field()).with("list", described),
        }
    }

    /// Finds a territory of the other country, and the column of the sheet that it belongs to.
    fn elsewhere(&self, column: &Column, list: List, text: &str) -> Option<(Code, Field)> {
        let other = match list {
            List::TerritoriesMa => List::TerritoriesFr,
            List::TerritoriesFr => List::TerritoriesMa,
            _ => return None,
        };
        let mut columns = schema::columns(column.sheet).iter();
        let field =
            columns.find(|column| matches!(column.kind, Kind::One(list) | Kind::Many(list) if list == other))?;
        match lists::one(self.reference, other, text) {
            Match::Exact(code) => Some((code, field.field)),
            _ => None,
        }
    }

    fn number(
        &self,
        column: &Column,
        raw: &RawValue,
        place: Place,
        findings: &mut Vec<Finding>,
    ) -> Result<Judged, Held> {
        let unreadable = || refused(FindingCode::NumberUnreadable, column, raw, place);
        match raw {
            RawValue::Number(number) | RawValue::Percent(number) => {
                let number = number::from_file(*number).and_then(number::countable).ok_or_else(unreadable)?;
                let percent = matches!(raw, RawValue::Percent(_));
                Ok(Judged { percent, ..Cell::Number(number).into() })
            }
            RawValue::Text(text) => {
                let style = Style { decimal: self.decimal, kind: column.kind, lang: self.lang };
                let Some(reading) = number::parse(text, style) else {
                    if number::shortened(text) {
                        return Err(refused(FindingCode::DigitsLost, column, raw, place));
                    }
                    let mut finding = unreadable();
                    if let Some(rough) = rough::read(text, style) {
                        finding.code = FindingCode::NumberRough;
                        ask(&mut finding, &rough);
                    }
                    return Err(finding);
                };
                if reading.guessed || !self.text_only {
                    let read = shown_quantity(reading.number, reading.currency, reading.percent);
                    findings.push(
                        Finding::new(FindingCode::NumberAsText, place).with("found", shown(text)).with("read", read),
                    );
                }
                Ok(Judged {
                    currency: reading.currency,
                    percent: reading.percent,
                    ..Cell::Number(reading.number).into()
                })
            }
            _ => Err(unreadable()),
        }
    }

    fn date(&self, column: &Column, raw: &RawValue, place: Place, findings: &mut Vec<Finding>) -> Result<Judged, Held> {
        let text = if matches!(raw, RawValue::Date(_)) { String::new() } else { words(raw) };
        // What is no date cell, and so is told; in a text file only where more than its spelling was guessed.
        let bare = text.bytes().all(|byte| byte.is_ascii_digit());
        let (mut as_text, mut order) = (!self.text_only || bare, None);
        let day = match raw {
            RawValue::Date(moment) => {
                as_text = false;
                Some(moment.date())
            }
            RawValue::Number(serial) => date::from_serial(*serial),
            _ => None,
        };
        let likely = |day: &Date| date::YEARS.contains(&day.year());
        let reading = || if matches!(raw, RawValue::Bool(_)) { None } else { date::parse(&text) };
        let day = match day.map(date::Reading::Day).or_else(reading) {
            Some(date::Reading::Day(day)) => Some(day),
            Some(date::Reading::DayFirst(day)) => {
                order = Some(Order::DayFirst);
                Some(day)
            }
            Some(date::Reading::MonthFirst(day)) => {
                order = Some(Order::MonthFirst);
                Some(day)
            }
            Some(date::Reading::Either { day_first, .. }) if !likely(&day_first) => Some(day_first),
            Some(date::Reading::Either { day_first, month_first }) => {
                // What the cell comes to is told when the sheet is read.
                return Ok(Judged {
                    order: Some(Order::Doubt(day_first, month_first)),
                    ..Cell::Date(day_first).into()
                });
            }
            None => {
                as_text = true;
                date::month_or_year(&text).and_then(|period| match column.field {
                    Field::StartDate => Some(period.from),
                    Field::EndDate | Field::ActualEndDate => Some(period.to),
                    _ => None,
                })
            }
        };
        let Some(day) = day.filter(likely) else {
            let islamic = date::islamic(&text);
            let (found, expected) = match day {
                _ if islamic => (shown(&text), "finding-years-islamic"),
                Some(day) => (Value::Date(day), "finding-years"),
                None => return Err(refused(FindingCode::DateUnreadable, column, raw, place)),
            };
            let [from, to] = [date::YEARS.start(), date::YEARS.end()].map(|year| Value::code(year.to_string()));
            let expected = Value::phrase(expected, [("from", from), ("to", to)]);
            let finding = Finding::new(FindingCode::DateOutOfRange, place);
            return Err(Box::new(finding.with("found", found).with("expected", expected)));
        };
        if as_text {
            findings.push(
                Finding::new(FindingCode::DateAsText, place)
                    .with("found", found_bare(raw))
                    .with("read", Value::Date(day)),
            );
        }
        Ok(Judged { order, ..Cell::Date(day).into() })
    }
}

/// Makes the finding that refuses a cell.
fn refused(code: FindingCode, column: &Column, raw: &RawValue, place: Place) -> Held {
    let mut finding = Finding::new(code, place);
    if !matches!(raw, RawValue::Uncalculated) {
        finding = finding.with("found", found(raw));
    }
    Box::new(finding.with("field", Value::Column(column.sheet, column.field)))
}

/// Refuses a code or identifier that a spreadsheet took for a date or a number, where the change can't be undone.
fn whole(column: &Column, raw: &RawValue, place: Place) -> Result<(), Held> {
    let identifier = matches!(column.kind, Kind::Id | Kind::Ids);
    let code = match raw {
        RawValue::Date(_) => FindingCode::CodeAsDate,
        RawValue::Number(number) if number.abs() >= FIFTEEN_DIGITS => FindingCode::DigitsLost,
        RawValue::Text(text) if identifier && date::mangled(text) => FindingCode::CodeAsDate,
        RawValue::Text(text) if identifier && text.contains('+') && number::shortened(text) => FindingCode::DigitsLost,
        _ => return Ok(()),
    };
    let field = Value::Column(column.sheet, column.field);
    Err(Box::new(Finding::new(code, place).with("found", found_bare(raw)).with("field", field)))
}

/// Adds to a finding what a text seems to mean, and the question about it.
fn ask(finding: &mut Finding, rough: &Rough) {
    let value = |number: Decimal| {
        let number = if rough.percent { number / Decimal::ONE_HUNDRED } else { number };
        shown_quantity(number, rough.currency, rough.percent)
    };
    let first = value(rough.first);
    finding.args.push(("first", first.clone()));
    let meant = match rough.second.map(value) {
        None => Value::phrase("finding-meant", [("first", first)]),
        Some(second) => {
            finding.args.push(("second", second.clone()));
            Value::phrase("finding-meant-between", [("first", first), ("second", second)])
        }
    };
    finding.args.push(("meant", meant));
}

fn code_as_number(text: &str, read: Value, place: Place) -> Finding {
    Finding::new(FindingCode::CodeAsNumber, place).with("found", Value::code(text)).with("read", read)
}

fn ids(text: &str) -> Cell {
    let mut codes: Vec<Code> = Vec::new();
    for part in text.split([';', ',', '\n', '\r', '،', '؛']).map(trim).filter(|part| !part.is_empty()) {
        let code = Code::from(part);
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    Cell::Codes(codes.into())
}
