//! Files given as text through judging and counting, without disk or pages.

use std::path::Path;
use std::sync::LazyLock;

use bilan::campaign::Campaign;
use bilan::compose::{self, Inputs};
use bilan::compute::{Prepared, prepare};
use bilan::model::{
    Audience, Code, Dataset, DocumentKind, Figures, Finding, LeftOut, Outcome, Period, Provenance, Rate, RawRow,
    RawValue, Report, RowSink, Scope, Settings, SourceFile, Sources,
};
use bilan::reference::Reference;
use bilan::validate::Judge;
use jiff::civil::date;
use rust_decimal::Decimal;

static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::built_in().unwrap());

/// A file: its path, whose part after `--` names the sheet, and its rows as csv.
pub type File = (String, String);

/// Makes the settings of a campaign over a period that covers the agreement, with a rate of dirhams for each year.
pub fn settings(period: &str, rates: &[(&str, &str)]) -> Settings {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/two-councils/in");
    let mut settings = Campaign::load(&folder, None, date(2026, 12, 31)).unwrap().settings;
    settings.period = Period::parse(period).unwrap();
    settings.agreement.signed_on = settings.period.from;
    settings.reference_date = settings.period.to;
    settings.rates.report_currency = "EUR".into();
    let rate = |(year, rate): &(&str, &str)| Rate {
        from: "EUR".into(),
        to: "MAD".into(),
        period: Period::parse(year).unwrap(),
        rate: rate.parse().unwrap(),
        source: "invented".into(),
    };
    settings.rates.rates = rates.iter().map(rate).collect();
    settings
}

/// What was judged, in the normal form that counting stands on.
pub struct Judged {
    pub dataset: Dataset,
    pub findings: Vec<Finding>,
    pub sources: Sources,
}

/// Judges files.
pub fn judge(settings: &Settings, files: &[File]) -> Judged {
    let mut sources = Sources::default();
    let mut judge = Judge::new(&REFERENCE, Some(settings), &[]);
    for (path, text) in files {
        let file = sources.add_file(SourceFile { path: path.as_str().into(), sha256: "".into(), bytes: 0 });
        let name = path.rsplit_once("--").unwrap().1.strip_suffix(".csv").unwrap();
        let sheet = sources.add_sheet(file, name);
        judge.start_file(file, path);
        judge.sheet(file, sheet, name, false);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        for (row, line) in (0..).zip(lines) {
            let cells = (0..).zip(line.split(',')).filter(|(_, text)| !text.is_empty());
            judge.row(RawRow { row, cells: cells.map(|(at, text)| (at, RawValue::Text(text.to_owned()))).collect() });
        }
        judge.end_sheet();
    }
    let (mut dataset, findings) = judge.finish(&sources);
    prepare(&mut dataset, &REFERENCE, settings);
    Judged { dataset, findings, sources }
}

/// Judges files and counts the figures of scopes.
pub fn count(settings: &Settings, files: &[File], scopes: &[Scope]) -> (Vec<Figures>, Vec<Finding>) {
    let Judged { dataset, findings, .. } = judge(settings, files);
    let prepared = Prepared::new(&dataset, &REFERENCE, settings);
    (scopes.iter().map(|scope| prepared.figures(scope)).collect(), findings)
}

/// Lays out the report of the whole.
pub fn report(settings: &Settings, files: &[File]) -> Report {
    let Judged { dataset, findings, sources } = judge(settings, files);
    let figures = Prepared::new(&dataset, &REFERENCE, settings).figures(&Scope::All);
    let provenance = Provenance::default();
    let inputs = Inputs {
        reference: &REFERENCE,
        settings,
        dataset: &dataset,
        findings: &findings,
        sources: &sources,
        provenance: &provenance,
        audience: Audience::Internal,
        left_out: LeftOut::default(),
    };
    compose::report(&inputs, &figures, &DocumentKind::Consolidated)
}

/// Gives a figure as short text: `-` is not reported, `a-b` an interval, `a/b` a quotient, money `EUR 1 + MAD 2 = 3`.
pub fn said(figures: &Figures, code: &str) -> String {
    let result = || figures.results.iter().find(|result| result.code == code).map(|result| &result.figure);
    let Some(figure) = figures.cross.get(&Code::from(code)).or_else(result) else { return "-".to_owned() };
    match &figure.outcome {
        Outcome::Number(number) => number.normalize().to_string(),
        Outcome::Interval(low, high) if low == high => low.normalize().to_string(),
        Outcome::Interval(low, high) => format!("{}-{}", low.normalize(), high.normalize()),
        Outcome::Ratio(above, below) => format!("{}/{}", above.normalize(), below.normalize()),
        Outcome::Money(sum) => {
            let parts = sum.by_currency.iter().map(|(currency, amount)| format!("{currency} {}", amount.normalize()));
            let converted = sum.converted.map_or("?".to_owned(), |sum| sum.round_dp(2).normalize().to_string());
            format!("{} = {converted}", parts.collect::<Vec<_>>().join(" + "))
        }
        Outcome::Spread(lines, median) => {
            let lines = lines.iter().filter(|line| line.1 > 0).map(|(value, number)| format!("{value}:{number}"));
            let lines = lines.collect::<Vec<_>>().join(" ");
            format!("{lines} median {}", median.as_deref().unwrap_or("none"))
        }
        Outcome::NotReported => "-".to_owned(),
        Outcome::Refused(refusal) => format!("{refusal:?}"),
        Outcome::Masked(mask) => format!("{mask:?}"),
    }
}

/// Gives a figure of money as one sum in the report currency, else its one number; nothing is zero.
pub fn value(figures: &Figures, code: &str) -> Decimal {
    figures.cross[&Code::from(code)].value().unwrap_or_default()
}
