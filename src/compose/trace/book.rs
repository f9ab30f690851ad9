//! The trace workbook: every figure of the whole report with its definition, its rates and its cells.
//!
//! The whole and the themes stand on the first sheet, the lines of the territories on the second; the third holds the
//! cells of the first, one a row, up to [`CELLS`] rows.

use super::{left_out, places, rates, role, rows};
use crate::compose::workbook::page;
use crate::compose::{Inputs, figure, wording};
use crate::model::book::{Block, Book, BookCell, BookColumn, Line, Tab};
use crate::model::report::Stamp;
use crate::model::trace::{Ground, Role, Trace, TraceLine};
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

    /// Adds a figure of the whole.
    pub fn figure(&mut self, indicator: &Indicator, trace: &Trace) {
        let figure = &trace.figure;
        self.provisional |= figure.provisional;
        self.head(indicator);
        let left = left_out(&self.inputs, trace);
        let left = left.iter().map(|left| {
            let count = Value::count(left.count as u64);
            Value::phrase("trace-left", [("reason", left.reason.clone()), ("count", count)])
        });
        let sides: Vec<Role> = Role::ALL.into_iter().filter(|role| trace.of(*role).next().is_some()).collect();
        let alone = sides.len() < 2;
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
            BookCell::Value(Value::count(trace.lines.len() as u64)),
            BookCell::Value(Value::List(left.collect())),
            BookCell::Value(Value::List(rates(&self.inputs, trace))),
            BookCell::Empty,
            BookCell::Value(Value::from(&indicator.definitions)),
            BookCell::Value(wording::measure(&indicator.measure)),
            BookCell::Value(Value::from(&*indicator.formula)),
        ];
        if let ([side], true) = (&sides[..], alone) {
            row[11] = BookCell::Value(self.places(trace, *side));
        }
        self.figures.push(row);
        for side in sides {
            if !alone {
                self.side(indicator, trace, side);
            }
            self.cells(&indicator.code, trace, side);
        }
    }

    /// Adds one side of a figure: its own value and its cells.
    fn side(&mut self, indicator: &Indicator, trace: &Trace, side: Role) {
        let stated = trace.result.as_ref().and_then(|result| match side {
            Role::Baseline => result.baseline,
            Role::Target => result.target,
            Role::Actual => result.actual,
            _ => None,
        });
        let value = match (&trace.figure.outcome, side) {
            (Outcome::Ratio(above, _), Role::Numerator) => Some(*above),
            (Outcome::Ratio(_, below), Role::Denominator) => Some(*below),
            _ => stated,
        };
        let mut row = vec![BookCell::Empty; 12];
        row[0] = BookCell::Value(Value::code(&indicator.code));
        row[2] = BookCell::Value(role(side));
        row[3] = value.map_or(BookCell::Empty, |value| BookCell::Value(super::exact(value)));
        row[8] = BookCell::Value(Value::count(trace.of(side).count() as u64));
        row[11] = BookCell::Value(self.places(trace, side));
        self.figures.push(row);
    }

    /// Adds a figure of the line of a territory.
    pub fn territory(&mut self, territory: &Code, indicator: &Indicator, trace: &Trace) {
        let figure = &trace.figure;
        let [value, high] = self.ends(&indicator.code, figure);
        let places = places(&self.inputs, Role::ALL.into_iter().flat_map(|side| origins(trace, side)));
        self.territories.push(vec![
            BookCell::Value(Value::Name(List::Territories, territory.clone())),
            BookCell::Value(Value::code(&indicator.code)),
            BookCell::Value(Value::from(&indicator.names)),
            value,
            high,
            BookCell::Value(self.unit(indicator)),
            BookCell::Value(Value::count(figure.reported)),
            BookCell::Value(Value::count(figure.asked)),
            BookCell::Value(Value::count(trace.lines.len() as u64)),
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

    fn places(&self, trace: &Trace, side: Role) -> Value {
        places(&self.inputs, origins(trace, side))
    }

    fn cells(&mut self, code: &Code, trace: &Trace, side: Role) {
        let room = CELLS - self.cells.height();
        self.beyond += trace.of(side).map(cells_of).sum::<usize>().saturating_sub(room);
        for row in rows(&self.inputs, trace, side).take(room) {
            let value = |value: Value| if value == Value::Empty { BookCell::Empty } else { BookCell::Value(value) };
            let line = [
                Value::code(code),
                role(side),
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

/// Counts the cells of a row; what no file holds takes one line too.
fn cells_of(line: &TraceLine) -> usize {
    match &line.ground {
        Ground::Cells(cells) => cells.len(),
        _ => 1,
    }
}

/// Gives the places of all cells of one side.
fn origins(trace: &Trace, side: Role) -> impl Iterator<Item = crate::model::Origin> {
    let cells = trace.of(side).filter_map(|line| match &line.ground {
        Ground::Cells(cells) => Some(cells),
        _ => None,
    });
    cells.flatten().map(|cell| cell.origin)
}
