//! The trace workbook: every figure of the whole report with its definition, its rates and its cells.
//!
//! The whole and the themes stand on the first sheet, the lines of the territories on the second; the third holds the
//! cells of the first, one a row, up to [`CELLS`] rows.

use super::{Side, Sides, places, role, rows};
use crate::compose::workbook::page;
use crate::compose::{Inputs, figure, wording};
use crate::model::book::{Block, Book, BookCell, BookColumn, Line, Tab};
use crate::model::report::Stamp;
use crate::model::trace::{Role, Trace};
use crate::model::{Audience, Code, DocumentKind, Figure, List, Outcome, Value};
use crate::reference::Indicator;

/// The most rows of the sheet of cells.
pub const CELLS: usize = 20_000;

/// The trace workbook in the making; figures are added one by one, so that no trace need be kept.
pub struct Tracing<'a> {
    inputs: Inputs<'a>,
    figures: Block,
    territories: Block,
    cells: Block,
    /// The rows that the sheet of cells has no room for.
    beyond: usize,
    provisional: bool,
    group: String,
}

/// What a figure comes to, in columns.
const RESULT: &[(&str, u8)] = &[
    ("workbook-head-value", 16),
    ("workbook-head-high", 14),
    ("workbook-head-unit", 14),
    ("workbook-head-reported", 11),
    ("workbook-head-asked", 11),
    ("trace-head-rows", 11),
];

fn columns(heads: &[(&'static str, u8)]) -> Vec<BookColumn> {
    heads.iter().enumerate().map(|(at, &(key, width))| BookColumn::new(at as u16, Value::key(key), width)).collect()
}

impl<'a> Tracing<'a> {
    /// Starts a workbook without figures.
    pub fn new(inputs: Inputs<'a>) -> Self {
        let named: &[(&str, u8)] = &[("workbook-head-code", 18), ("workbook-head-indicator", 34)];
        let figures = columns(
            &[
                named,
                &[("trace-head-part", 14)],
                RESULT,
                &[("trace-head-left-out", 30), ("trace-head-rates", 40), ("trace-head-cells", 60)],
                &[("workbook-head-definition", 50), ("workbook-head-measure", 50), ("trace-head-formula", 50)],
            ]
            .concat(),
        );
        let territories =
            columns(&[&[("trace-head-territory", 30)], named, RESULT, &[("trace-head-cells", 80)]].concat());
        let cells = columns(&[
            ("workbook-head-code", 18),
            ("trace-head-part", 14),
            ("workbook-head-file", 36),
            ("workbook-head-sheet", 18),
            ("workbook-head-cell", 10),
            ("trace-head-column", 28),
            ("trace-head-sign", 6),
            ("trace-head-read", 24),
            ("trace-head-currency", 10),
            ("trace-head-rate", 12),
            ("trace-head-adds", 16),
            ("trace-head-low", 14),
        ]);
        let block = |columns| Block { columns, ..Block::default() };
        Tracing {
            inputs,
            figures: block(figures),
            territories: block(territories).named("TraceTerritories"),
            cells: block(cells).named("TraceCells"),
            beyond: 0,
            provisional: false,
            group: String::new(),
        }
    }

    /// Starts to follow a figure of the whole, whose cells are listed as far as there is room.
    pub fn follow(&self) -> Sides {
        Sides::with_room(CELLS - self.cells.height())
    }

    /// Adds a figure of the whole that was followed.
    pub fn figure(&mut self, indicator: &Indicator, trace: &Trace, sides: &Sides) {
        let figure = &trace.figure;
        self.provisional |= figure.provisional;
        self.head(indicator);
        let left = sides.left.iter().map(|(reason, left)| {
            let count = Value::count(left.count() as u64);
            Value::phrase("trace-left", [("reason", Value::key(reason.key())), ("count", count)])
        });
        let [value, high] = self.ends(&indicator.code, figure);
        let mut row = vec![
            BookCell::Link(Value::code(&indicator.code), Tab::Cells),
            BookCell::Value(Value::from(&indicator.names)),
            BookCell::Empty,
            value,
            high,
            BookCell::Value(self.unit(indicator)),
            BookCell::Value(Value::count(figure.reported)),
            BookCell::Value(Value::count(figure.asked)),
            BookCell::Value(Value::count(sides.lines() as u64)),
            BookCell::Value(Value::List(left.collect())),
            BookCell::Value(Value::List(sides.rates(&self.inputs))),
            BookCell::Empty,
            BookCell::Value(Value::from(&indicator.definitions)),
            BookCell::Value(wording::measure(&indicator.measure)),
            BookCell::Value(Value::from(&*indicator.formula)),
        ];
        if let [side] = &sides.sides[..] {
            row[11] = BookCell::Value(self.places(side));
        }
        self.figures.push(row);
        for side in &sides.sides {
            if sides.sides.len() > 1 {
                self.side(indicator, trace, side);
            }
            self.cells(indicator, side);
        }
    }

    /// Adds one side of a figure: its own value and its cells.
    fn side(&mut self, indicator: &Indicator, trace: &Trace, side: &Side) {
        let stated = trace.result.as_ref().and_then(|result| match side.role {
            Role::Baseline => result.baseline,
            Role::Target => result.target,
            Role::Actual => result.actual,
            _ => None,
        });
        let value = match (&trace.figure.outcome, side.role) {
            (Outcome::Ratio(above, _), Role::Numerator) => Some(*above),
            (Outcome::Ratio(_, below), Role::Denominator) => Some(*below),
            _ => stated,
        };
        let mut row = vec![BookCell::Empty; 12];
        row[0] = BookCell::Value(Value::code(&indicator.code));
        row[2] = BookCell::Value(role(side.role));
        row[3] = value.map_or(BookCell::Empty, |value| BookCell::Value(super::exact(value)));
        row[8] = BookCell::Value(Value::count(side.lines as u64));
        row[11] = BookCell::Value(self.places(side));
        self.figures.push(row);
    }

    /// Adds a figure of the line of a territory.
    pub fn territory(&mut self, territory: &Code, indicator: &Indicator, figure: &Figure, sides: &Sides) {
        let [value, high] = self.ends(&indicator.code, figure);
        let places = places(&self.inputs, sides.sides.iter().flat_map(|side| side.places.iter().copied()));
        self.territories.push(vec![
            BookCell::Value(Value::Name(List::Territories, territory.clone())),
            BookCell::Value(Value::code(&indicator.code)),
            BookCell::Value(Value::from(&indicator.names)),
            value,
            high,
            BookCell::Value(self.unit(indicator)),
            BookCell::Value(Value::count(figure.reported)),
            BookCell::Value(Value::count(figure.asked)),
            BookCell::Value(Value::count(sides.lines() as u64)),
            BookCell::Value(places),
        ]);
    }

    /// Lays out the workbook.
    pub fn book(self) -> Book {
        let agreement = &self.inputs.settings.agreement;
        let limit = ("limit", Value::count(CELLS as u64));
        let note = match self.beyond {
            0 => Value::phrase("trace-cells-note", [limit]),
            beyond => Value::phrase("trace-cells-cut", [limit, ("beyond", Value::count(beyond as u64))]),
        };
        let sheet = |tab, name, title, lead: Vec<Value>, block| {
            let mut sheet = page(tab, name, title, vec![block]);
            sheet.lead = lead.into_iter().map(|value| (Line::Note, value)).collect();
            sheet
        };
        let lead = vec![Value::key("trace-figures-note"), Value::key("trace-figures-ask")];
        Book {
            audience: Audience::Internal,
            kind: DocumentKind::Consolidated,
            stamp: if self.provisional { Stamp::Provisional } else { Stamp::Final },
            title: Value::key("trace-title"),
            subject: Value::from(&agreement.title),
            authors: agreement.parties.iter().map(|party| Value::from(&party.name)).collect(),
            provenance: self.inputs.provenance.clone(),
            sheets: vec![
                sheet(Tab::Indicators, "trace-tab-figures", "trace-title", lead, self.figures),
                sheet(
                    Tab::Places,
                    "trace-tab-territories",
                    "trace-territories-title",
                    vec![Value::key("trace-territories-note")],
                    self.territories,
                ),
                sheet(Tab::Cells, "trace-tab-cells", "trace-cells-title", vec![note], self.cells),
            ],
        }
    }

    /// Starts a group of figures: a theme, or a family of those that cut across.
    fn head(&mut self, indicator: &Indicator) {
        if *indicator.group == *self.group {
            return;
        }
        self.group = indicator.group.to_string();
        let theme = self.inputs.reference.themes.iter().find(|theme| theme.group == indicator.group);
        let name = theme.map_or(Value::Empty, |theme| Value::Name(List::Themes, theme.code.clone()));
        self.figures.strong.push(self.figures.height());
        self.figures.push(vec![BookCell::Strong(Value::code(&indicator.group)), BookCell::Strong(name)]);
    }

    fn places(&self, side: &Side) -> Value {
        places(&self.inputs, side.places.iter().copied())
    }

    fn cells(&mut self, indicator: &Indicator, side: &Side) {
        let room = CELLS - self.cells.height();
        self.beyond += side.cells.saturating_sub(room);
        for row in rows(&self.inputs, indicator, &side.listed).take(room) {
            let value = |value: Value| if value == Value::Empty { BookCell::Empty } else { BookCell::Value(value) };
            let line = [
                Value::code(&indicator.code),
                role(side.role),
                row.file,
                row.sheet,
                row.cell,
                row.column,
                row.sign,
                row.read,
                row.currency,
                row.rate,
                row.value,
                row.low,
            ];
            self.cells.push(line.map(value).into());
        }
    }

    /// Gives a figure as a number, and the high end of an interval.
    fn ends(&self, code: &Code, figure: &Figure) -> [BookCell; 2] {
        let number = |number| BookCell::Value(super::exact(number));
        match &figure.outcome {
            Outcome::Interval(low, high) => [number(*low), number(*high)],
            outcome => match outcome.value() {
                Some(value) if self.percent(code) => [BookCell::Value(Value::Percent(value, 1)), BookCell::Empty],
                Some(value) => [number(value), BookCell::Empty],
                None => [BookCell::Value(figure::outcome(&self.inputs, code, outcome)), BookCell::Empty],
            },
        }
    }

    fn percent(&self, code: &Code) -> bool {
        self.inputs.reference.indicator(code).is_some_and(|indicator| *indicator.unit == *"percent")
    }

    fn unit(&self, indicator: &Indicator) -> Value {
        match indicator.unit.as_str() {
            "percent" => Value::code("%"),
            "money" | "money-per-unit" => Value::code(&self.inputs.settings.rates.report_currency),
            _ => Value::UnitWord(1_000.into(), indicator.unit.clone()),
        }
    }
}
