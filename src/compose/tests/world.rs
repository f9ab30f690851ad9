//! A small world to lay out: ten councils, four activities, four applications, figures set by hand.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use super::{past, search};
use crate::compose::Inputs;
use crate::model::figures::{
    self, Breakdown, Clock, Council, CouncilState, Coverage, Figure, FigureSet, Figures, GoalLine, Goals, Outcome,
    Refusal, Scope,
};
use crate::model::trend::Trend;
use crate::model::{
    Agreement, Audience, Cell, CellCount, Code, Dataset, Field, Finding, FindingCode, Ignored, Lang, LeftOut, MoneySum,
    Names, Origin, Party, Period, Place, Provenance, Rate, Rates, Return, Row, Settings, Sheet, SourceFile, Sources,
    Value,
};
use crate::reference::Reference;

/// What the private cells hold, so that a test can look for it.
pub const SECRET: &str = "06 00 00 00 00";

pub struct World {
    pub reference: Reference,
    pub settings: Settings,
    pub dataset: Dataset,
    pub findings: Vec<Finding>,
    pub sources: Sources,
    pub provenance: Provenance,
}

impl World {
    pub fn new() -> World {
        let (dataset, sources) = dataset();
        let sheet = *dataset.cells.keys().next().unwrap();
        let findings = vec![
            Finding::new(FindingCode::NumberUnreadable, Place::Cell(Origin::cell(sheet, 3, 9)))
                .with("found", "douze")
                .with("field", Value::Column(Sheet::Activities, Field::BudgetTotal)),
            Finding::new(FindingCode::TotalRow, Place::Cell(Origin::row(sheet, 7))).with("found", "Total"),
        ];
        World {
            reference: Reference::built_in().unwrap(),
            settings: settings(),
            dataset,
            findings,
            sources,
            provenance: provenance(),
        }
    }

    pub fn inputs(&self) -> Inputs<'_> {
        Inputs {
            reference: &self.reference,
            settings: &self.settings,
            dataset: &self.dataset,
            findings: &self.findings,
            sources: &self.sources,
            provenance: &self.provenance,
            audience: Audience::Public,
            left_out: LeftOut::default(),
        }
    }
}

pub(super) fn names(fr: &str, ar: &str, en: &str) -> Names {
    Names { fr: fr.into(), ar: ar.into(), en: en.into() }
}

fn provenance() -> Provenance {
    let inputs = vec![("returns/agadir.xlsx".into(), "0123456789abcdef".repeat(4).into())];
    Provenance { program: "bilan 0.0.0".into(), fingerprint: "fedcba9876543210".repeat(4).into(), inputs }
}

fn settings() -> Settings {
    let party = |country: &str, fr: &str, short: &str, councils| Party {
        country: country.into(),
        name: names(fr, "", ""),
        short: short.into(),
        councils,
        contact_point: names("Présidence", "الرئاسة", "President's office"),
    };
    Settings {
        agreement: Agreement {
            title: names("Accord d’Albi", "اتفاقية ألبي", "Albi agreement"),
            signed_on: date(2025, 11, 13),
            years: 5,
            subtitle: Default::default(),
            tacit_renewal: true,
            parties: [
                party("MA", "Association marocaine", "AMPCPP", 75),
                party("FR", "Départements de France", "DF", 104),
            ],
        },
        period: Period { from: date(2025, 11, 13), to: date(2026, 11, 12) },
        period_label: names("Année 1", "السنة 1", "Year 1"),
        reference_date: date(2026, 11, 30),
        due: date(2026, 10, 15),
        notice: names("Données inventées", "معطيات افتراضية", "Invented data"),
        expected: None,
        rates: Rates {
            report_currency: "EUR".into(),
            rates: vec![Rate {
                from: "EUR".into(),
                to: "MAD".into(),
                period: Period { from: date(2025, 1, 1), to: date(2026, 12, 31) },
                rate: Decimal::new(1085, 2),
                source: "invented".into(),
            }],
        },
        languages: Lang::ALL.into(),
        workbooks: Lang::ALL.into(),
        editions: Vec::new(),
        small_group: 5,
        stage_probability: BTreeMap::new(),
        lead_days: BTreeMap::new(),
        paper_days: BTreeMap::new(),
        received: BTreeMap::new(),
        print_private: false,
    }
}

type Cells<'a> = &'a [(Field, Cell)];

fn add(dataset: &mut Dataset, sheet: Sheet, origin: Origin, cells: Cells<'_>) {
    let table = dataset.table_mut(sheet);
    table.rows.push(Row::blank(sheet, origin));
    let at = table.rows.len() - 1;
    for (field, cell) in cells {
        table.set(at, *field, cell.clone());
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

fn code(code: &str) -> Cell {
    Cell::Code(code.into())
}

fn codes(codes: &[&str]) -> Cell {
    Cell::Codes(codes.iter().map(|code| Code::from(*code)).collect())
}

fn number(number: i64) -> Cell {
    Cell::Number(number.into())
}

fn dataset() -> (Dataset, Sources) {
    let mut sources = Sources::default();
    let file = sources.add_file(SourceFile { path: "agadir.xlsx".into(), sha256: "00".into(), bytes: 1 });
    let sheet = sources.add_sheet(file, "Activités");
    let mut dataset = Dataset::default();
    dataset.cells.insert(sheet, CellCount { read: 200, used: 180, ignored: [(Ignored::Above, 15)].into(), held: 5 });
    dataset.returns.push(Return {
        territory: Some("MA-AGD".into()),
        sheets: vec![sheet],
        received_on: Some(date(2026, 10, 9)),
        period: None,
        language: None,
    });
    let activity = |dataset: &mut Dataset, row, id: &str, title: &str, theme: &str, fr: &[&str], more: Cells<'_>| {
        let mut cells = vec![
            (Field::ActivityId, code(id)),
            (Field::Title, text(title)),
            (Field::Theme, code(theme)),
            (Field::TerritoryMa, codes(&["MA-AGD"])),
            (Field::TerritoryFr, codes(fr)),
            (Field::Status, code("ongoing")),
            (Field::Phone, text(SECRET)),
            (Field::ContactEmail, text(SECRET)),
        ];
        cells.extend_from_slice(more);
        add(dataset, Sheet::Activities, Origin::row(sheet, row), &cells);
    };
    let money = |currency: &str, budget, spent| {
        [(Field::Currency, code(currency)), (Field::BudgetTotal, number(budget)), (Field::BudgetSpent, number(spent))]
    };
    let people = [(Field::BeneficiariesTotal, number(1200))];
    let rich = [money("EUR", 240_000, 90_000).as_slice(), &people].concat();
    activity(&mut dataset, 1, "AGD-1", "Unités mobiles", "health", &["FR-81"], &rich);
    activity(
        &mut dataset,
        2,
        "AGD-2",
        "Transport scolaire",
        "education",
        &["FR-81", "FR-31"],
        &money("MAD", 900_000, 0),
    );
    activity(
        &mut dataset,
        3,
        "AGD-3",
        "Pôle du Souss",
        "territorial-poles",
        &["FR-31"],
        &[(Field::BudgetTotal, Cell::Held)],
    );
    let south = [(Field::ThirdCountry, codes(&["SN"])), (Field::OtherThemes, codes(&["training"]))];
    activity(&mut dataset, 4, "AGD-4", "Soins à Dakar", "health", &[], &south);
    for (row, funder, stage) in [(0, "AFD-FICOL", "contracted"), (1, "AFD-FICOL", "submitted"), (2, "AFD", "rejected")]
    {
        add(
            &mut dataset,
            Sheet::Funding,
            Origin::row(sheet, row),
            &[
                (Field::ApplicationId, code("F-1")),
                (Field::Funder, code(funder)),
                (Field::CallName, text("Appel 2026")),
                (Field::FundingStage, code(stage)),
                (Field::Currency, code("EUR")),
                (Field::AmountRequested, number(100_000)),
            ],
        );
    }
    add(
        &mut dataset,
        Sheet::Exchanges,
        Origin::row(sheet, 1),
        &[
            (Field::Date, Cell::Date(date(2026, 5, 1))),
            (Field::Direction, code("fr-ma")),
            (Field::Territories, codes(&["MA-AGD", "FR-81"])),
            (Field::Subject, text("Visite")),
        ],
    );
    (dataset, sources)
}

fn figure(code: &str, outcome: Outcome) -> (Code, Figure) {
    let figure = Figure {
        code: code.into(),
        outcome,
        reported: 3,
        asked: 4,
        undated: 0,
        provisional: false,
        table: None,
        marks: Default::default(),
        below: None,
    };
    (code.into(), figure)
}

pub fn euros(amount: i64) -> MoneySum {
    MoneySum {
        by_currency: [("EUR".into(), amount.into())].into(),
        converted: Some(amount.into()),
        without_rate: Vec::new(),
    }
}

fn set(activities: i64) -> FigureSet {
    let counts = [("X1-total", activities), ("X1-started", activities), ("X1-completed", 0), ("X1-planned", 0)];
    let mut set: FigureSet =
        counts.into_iter().map(|(code, count)| figure(code, Outcome::Number(count.into()))).collect();
    if activities == 0 {
        return set;
    }
    set.extend([
        figure("X3-budget", Outcome::Money(euros(240_000))),
        figure("X3-disbursed", Outcome::Money(euros(90_000))),
        figure("X3-in-kind", Outcome::NotReported),
        figure("X3-execution-rate", Outcome::Ratio(90_000.into(), 240_000.into())),
        figure("X4-total", Outcome::Interval(1200.into(), 1500.into())),
        figure("X4-women", Outcome::Interval(500.into(), 600.into())),
        figure("X4-men", Outcome::Interval(400.into(), 400.into())),
        figure("X4-sex-unknown", Outcome::NotReported),
        figure("X4-women-share", Outcome::Ratio(600.into(), 1000.into())),
        figure("X10-ma", Outcome::Number(1.into())),
        figure("X10-fr", Outcome::Number(2.into())),
        figure("X10-pairs", Outcome::Number(2.into())),
    ]);
    set
}

fn cross() -> FigureSet {
    let mut set = set(4);
    set.extend([
        figure("X6-missions", Outcome::Number(1.into())),
        figure("X6-fr-ma", Outcome::Number(1.into())),
        figure("X6-ma-fr", Outcome::Number(0.into())),
        figure("X6-reciprocity", Outcome::Ratio(0.into(), 1.into())),
        figure("X10-north-south", Outcome::Number(1.into())),
        figure("X11-full", Outcome::Ratio(1.into(), 2.into())),
        figure("X11-near", Outcome::Ratio(1.into(), 2.into())),
        figure("X11-low", Outcome::Ratio(1.into(), 2.into())),
        figure("X16-applications", Outcome::Number(3.into())),
        figure("X16-pending", Outcome::Number(1.into())),
        figure("X16-requested", Outcome::Money(euros(300_000))),
        figure("X16-awarded", Outcome::Money(euros(80_000))),
        figure(
            "X16-signed",
            Outcome::Money(MoneySum {
                by_currency: [("USD".into(), 5_000.into())].into(),
                converted: None,
                without_rate: vec!["USD".into()],
            }),
        ),
        figure("X16-received", Outcome::NotReported),
        figure("X16-success-number", Outcome::Ratio(1.into(), 2.into())),
    ]);
    set
}

fn result(code: &str, parts: [Option<i64>; 3], attainment: Result<Decimal, Refusal>) -> figures::Result {
    let [baseline, actual, target] = parts.map(|part| part.map(Decimal::from));
    let outcome = match (&attainment, actual) {
        (Err(why), None) => Outcome::Refused(why.clone()),
        (_, actual) => actual.map_or(Outcome::NotReported, Outcome::Number),
    };
    figures::Result {
        code: code.into(),
        figure: figure(code, outcome).1,
        baseline,
        target,
        actual,
        masked: [None; 3],
        attainment,
        complete: 1,
        series: 2,
        last: None,
        rows: Vec::new(),
    }
}

fn council(territory: &str, state: CouncilState, received_on: Option<Date>) -> Council {
    let returned = received_on.is_some();
    Council {
        territory: territory.into(),
        country: territory[..2].into(),
        state,
        expected: state != CouncilState::NotAsked,
        returned,
        received_on,
        late: received_on.map(|day| day > date(2026, 10, 15)),
        cells: if returned { (200, 195) } else { (0, 0) },
        activities: if state == CouncilState::Active { 4 } else { 0 },
    }
}

fn coverage() -> Coverage {
    use CouncilState::{Active, NotAsked, Returned, Silent};
    Coverage {
        councils: vec![
            council("MA-AGD", Active, Some(date(2026, 10, 9))),
            council("MA-AOU", Silent, None),
            council("MA-AZI", Returned, Some(date(2026, 10, 20))),
            council("FR-31", Active, Some(date(2026, 10, 1))),
            council("FR-81", Active, None),
            council("FR-01", NotAsked, None),
        ],
        pairs: [(("MA-AGD".into(), "FR-81".into()), 3), (("MA-AGD".into(), "FR-31".into()), 2)].into(),
    }
}

/// The figures of a scope with four activities.
pub fn full(scope: Scope) -> Figures {
    let lines = |codes: &[(&str, i64)]| codes.iter().map(|(code, count)| (Code::from(*code), set(*count))).collect();
    let changes = (scope == Scope::All).then(past::changes);
    Figures {
        scope,
        cross: cross(),
        results: vec![
            result("T5.3", [Some(0), Some(2), Some(4)], Ok(Decimal::new(5, 1))),
            result("T8.1", [Some(1000), Some(5130), Some(4600)], Ok(Decimal::new(115, 2))),
            result("T8.2", [None, None, Some(10)], Err(Refusal::MixedAccumulation)),
            result("T8.4", [None, None, None], Err(Refusal::NoParts)),
        ],
        themes: Breakdown {
            lines: lines(&[("territorial-poles", 1), ("education", 1), ("health", 2), ("housing", 0)]),
            overlapping: true,
            behind: Default::default(),
        },
        territories: Breakdown {
            lines: lines(&[("MA-AGD", 4), ("MA-AOU", 0), ("MA-AZI", 0), ("FR-31", 2), ("FR-81", 2)]),
            overlapping: true,
            behind: Default::default(),
        },
        statuses: Breakdown {
            lines: lines(&[("pipeline", 0), ("ongoing", 4)]),
            overlapping: false,
            behind: Default::default(),
        },
        goals: Goals {
            lines: vec![
                GoalLine { goal: "6".into(), activities: 3, budget: euros(60_000) },
                GoalLine { goal: "11".into(), activities: 1, budget: euros(40_000) },
            ],
            whole: (3, euros(100_000)),
            overlapping: false,
        },
        funding: search::status().into(),
        coverage: coverage().into(),
        clock: Clock { year: 1, years: 5, term: 1, ends_on: date(2030, 11, 12), days_left: 1443, elapsed: (383, 1826) },
        rows: [(Sheet::Activities, vec![0, 1, 2, 3]), (Sheet::Funding, vec![0, 1, 2]), (Sheet::Exchanges, vec![0])]
            .into(),
        undated: vec![3],
        trend: past::trend(),
        changes,
        provisional: true,
    }
}

/// The figures of one activity of the world: a rich one with all results, else one that reports nothing.
pub fn activity(id: &str) -> Figures {
    let scope = Scope::Activity(id.into());
    let at = id[4..].parse::<u32>().unwrap() - 1;
    let rows =
        [(Sheet::Activities, vec![at]), (Sheet::Funding, if at == 0 { vec![0, 1, 2] } else { Vec::new() })].into();
    if at == 0 { Figures { rows, ..full(scope) } } else { Figures { rows, ..empty(scope) } }
}

/// The figures of a territory of which nothing is known.
pub fn empty(scope: Scope) -> Figures {
    Figures {
        cross: set(0),
        results: Vec::new(),
        themes: Breakdown { lines: Vec::new(), overlapping: false, behind: Default::default() },
        territories: Breakdown { lines: Vec::new(), overlapping: false, behind: Default::default() },
        statuses: Breakdown { lines: Vec::new(), overlapping: false, behind: Default::default() },
        goals: Goals::default(),
        funding: Default::default(),
        rows: BTreeMap::new(),
        undated: Vec::new(),
        trend: Trend::default(),
        changes: None,
        provisional: false,
        ..full(scope)
    }
}
