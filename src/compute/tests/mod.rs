//! Figures of small datasets that are written as csv.

mod calls;
mod changes;
mod funding;
mod needs;
mod properties;
mod published;
mod results;
mod rules;
mod time;
mod wrong;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Prepared, prepare};
use crate::model::{
    Agreement, Cell, Code, Dataset, Field, Figure, Figures, Kind, Measure, Names, Origin, Outcome, Party, Period, Rate,
    Rates, Return, Row, Scope, Settings, Sheet, SheetId, schema,
};
use crate::reference::{Indicator, Nature, Reference};

pub(super) static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::built_in().unwrap());

pub(super) fn number(text: &str) -> Decimal {
    text.replace(' ', "").parse().unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Makes the settings of a campaign over a period that covers the agreement from its first day.
pub(super) fn settings(period: &str) -> Settings {
    let period = Period::parse(period).unwrap();
    let party = |country: &str, councils| Party {
        country: Code::from(country),
        name: Names::default(),
        short: country.into(),
        councils,
        contact_point: Names::default(),
    };
    Settings {
        agreement: Agreement {
            title: Names::default(),
            signed_on: period.from,
            years: 5,
            subtitle: Default::default(),
            tacit_renewal: true,
            parties: [party("MA", 75), party("FR", 104)],
        },
        period,
        period_label: Names::default(),
        reference_date: period.to,
        due: period.to,
        notice: Names::default(),
        expected: None,
        rates: Rates { report_currency: Code::from("EUR"), rates: Vec::new() },
        languages: Vec::new(),
        workbooks: Vec::new(),
        editions: Vec::new(),
        small_group: 0,
        stage_probability: BTreeMap::new(),
        lead_days: BTreeMap::new(),
        paper_days: BTreeMap::new(),
        received: BTreeMap::new(),
        print_private: false,
    }
}

/// Adds a rate of dirhams for one euro.
pub(super) fn rate(settings: &mut Settings, period: &str, dirhams: &str) {
    settings.rates.rates.push(Rate {
        from: Code::from("EUR"),
        to: Code::from("MAD"),
        period: Period::parse(period).unwrap(),
        rate: number(dirhams),
        source: "invented".into(),
    });
}

/// Reads tables: `[sheet]`, a line of columns, then rows. Blank is missing, `n/a` not applicable, `!` held; a row that
/// begins with `!` and a space is held. Columns named with other fields than the sheet's are refused.
pub(super) fn data(text: &str) -> Dataset {
    let mut dataset = Dataset::default();
    let mut sheet = Sheet::Activities;
    let mut fields: Vec<Field> = Vec::new();
    for (at, line) in text.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty()) {
        if let Some(name) = line.strip_prefix('[') {
            sheet = name.trim_end_matches(']').parse().unwrap();
            fields.clear();
        } else if fields.is_empty() {
            fields = line.split(',').map(|name| name.trim().parse().unwrap()).collect();
        } else {
            let (held, line) = line.strip_prefix("! ").map_or((false, line), |line| (true, line));
            let mut row = Row { held, ..Row::blank(sheet, Origin::row(SheetId(sheet as u16), at as u32)) };
            for (field, text) in fields.iter().zip(line.split(',')) {
                let position = schema::position(sheet, *field).unwrap_or_else(|| panic!("{field}"));
                row.cells.set(position, cell(schema::columns(sheet)[position].kind, text.trim()));
            }
            dataset.table_mut(sheet).rows.push(row);
        }
    }
    dataset
}

fn cell(kind: Kind, text: &str) -> Cell {
    match (kind, text) {
        (_, "") => Cell::Missing,
        (_, "n/a") => Cell::NotApplicable,
        (_, "!") => Cell::Held,
        (Kind::Id | Kind::One(_), _) => Cell::Code(Code::from(text)),
        (Kind::Ids | Kind::Many(_), _) => Cell::Codes(text.split(';').map(Code::from).collect()),
        (Kind::Text | Kind::Prose, _) => Cell::Text(text.into()),
        (Kind::Number | Kind::Count | Kind::Money | Kind::Year, _) => Cell::Number(number(text)),
        (Kind::Date, _) => Cell::Date(day(text)),
        (Kind::Period, _) => Cell::Period(Period::parse(text).unwrap()),
    }
}

/// Adds a return of a territory: what it sent is the sheet of that number.
pub(super) fn returned(dataset: &mut Dataset, territory: &str, sheet: u16, received_on: Option<&str>) {
    dataset.returns.push(Return {
        territory: Some(Code::from(territory)),
        sheets: vec![SheetId(sheet)],
        received_on: received_on.map(day),
        period: None,
        language: None,
    });
}

pub(super) fn territory(code: &str) -> Scope {
    Scope::Territory(Code::from(code))
}

/// Computes every figure of a scope.
pub(super) fn figures(text: &str, settings: &Settings, scope: &Scope) -> Figures {
    let mut dataset = data(text);
    prepare(&mut dataset, &REFERENCE, settings);
    Prepared::new(&dataset, &REFERENCE, settings).figures(scope)
}

/// Evaluates an indicator of the catalogue.
pub(super) fn indicator(text: &str, settings: &Settings, scope: &Scope, code: &str) -> Figure {
    evaluate(text, settings, scope, REFERENCE.indicator(code).unwrap())
}

/// Evaluates a measure of one's own.
pub(super) fn own(text: &str, settings: &Settings, formula: &str, nature: Nature) -> Figure {
    let indicator = Indicator {
        measure: Measure::parse(formula).unwrap(),
        nature,
        no_total: None,
        ..REFERENCE.indicator("X1-total").unwrap().clone()
    };
    evaluate(text, settings, &Scope::All, &indicator)
}

pub(super) fn evaluate(text: &str, settings: &Settings, scope: &Scope, indicator: &Indicator) -> Figure {
    let mut dataset = data(text);
    prepare(&mut dataset, &REFERENCE, settings);
    Prepared::new(&dataset, &REFERENCE, settings).evaluate(indicator, scope)
}

/// Checks a figure: its value, and how many of how many report. A text `low-high` is an interval; `EUR 1 + MAD 2 = 3`
/// a sum of money; `-` not reported.
#[track_caller]
pub(super) fn check(figure: &Figure, expected: &str, reported: u64, asked: u64) {
    let shown = match &figure.outcome {
        Outcome::Number(number) => number.normalize().to_string(),
        Outcome::Interval(low, high) if low == high => low.normalize().to_string(),
        Outcome::Interval(low, high) => format!("{}-{}", low.normalize(), high.normalize()),
        Outcome::Ratio(above, below) => format!("{}/{}", above.normalize(), below.normalize()),
        Outcome::Money(sum) => {
            let parts: Vec<String> =
                sum.by_currency.iter().map(|(currency, amount)| format!("{currency} {}", amount.normalize())).collect();
            let converted = sum.converted.map_or("?".to_owned(), |sum| sum.round_dp(2).normalize().to_string());
            format!("{} = {converted}", parts.join(" + "))
        }
        Outcome::Spread(lines, median) => {
            let lines: Vec<String> = lines
                .iter()
                .filter(|(_, number)| *number > 0)
                .map(|(value, number)| format!("{value}:{number}"))
                .collect();
            format!("{} median {}", lines.join(" "), median.as_deref().unwrap_or("none"))
        }
        Outcome::NotReported => "-".to_owned(),
        Outcome::Refused(refusal) => format!("{refusal:?}"),
        Outcome::Masked(mask) => format!("{mask:?}"),
    };
    assert_eq!((shown.as_str(), figure.reported, figure.asked), (expected, reported, asked), "{}", figure.code);
}
