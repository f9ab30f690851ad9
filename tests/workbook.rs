//! Report workbooks of a small invented campaign: every figure that can be a formula is one, and the file is sound.

use std::collections::BTreeMap;
use std::path::Path;

use bilan::compose::Inputs;
use bilan::compose::workbook::book;
use bilan::locale::Locale;
use bilan::model::book::{Book, BookCell, Tab};
use bilan::model::deadline::{Band, Deadline};
use bilan::model::figures::{
    Breakdown, Clock, Coverage, Figure, FigureSet, FunderLine, FundingStatus, Goals, Mark, Refusal, Result, StageLine,
};
use bilan::model::needs::Needs;
use bilan::model::*;
use bilan::reference::Reference;
use bilan::render::xlsx;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

const MOROCCAN: [&str; 5] = ["MA-AGD", "MA-HAO", "MA-OUD", "MA-TNG", "MA-TAZ"];
const FRENCH: [&str; 4] = ["FR-34", "FR-13", "FR-38", "FR-81"];
const STATUSES: [&str; 5] = ["pipeline", "ongoing", "closing", "closed", "ongoing"];

fn code(text: &str) -> Cell {
    Cell::Code(text.into())
}

fn codes(texts: &[&str]) -> Cell {
    Cell::Codes(texts.iter().map(|text| Code::from(*text)).collect())
}

fn number(number: i64) -> Cell {
    Cell::Number(number.into())
}

struct Campaign {
    reference: Reference,
    settings: Settings,
    sources: Sources,
    dataset: Dataset,
    findings: Vec<Finding>,
}

fn names(fr: &str, ar: &str, en: &str) -> Names {
    Names { fr: fr.into(), ar: ar.into(), en: en.into() }
}

fn settings() -> Settings {
    let party = |country: &str, short: &str, councils| Party {
        country: country.into(),
        name: names(short, short, short),
        short: short.into(),
        councils,
        contact_point: Names::default(),
    };
    let rate = Rate {
        from: "EUR".into(),
        to: "MAD".into(),
        period: Period { from: date(2025, 1, 1), to: date(2030, 12, 31) },
        rate: Decimal::new(1082, 2),
        source: "Banque inventée".into(),
    };
    Settings {
        agreement: Agreement {
            title: names("Accord d’Albi", "اتفاقية ألبي", "Albi agreement"),
            signed_on: date(2025, 11, 13),
            years: 5,
            subtitle: Default::default(),
            tacit_renewal: true,
            parties: [party("MA", "AMPCPP", 75), party("FR", "DF", 104)],
        },
        period: Period { from: date(2025, 11, 13), to: date(2026, 11, 12) },
        period_label: names("Année 1", "السنة 1", "Year 1"),
        reference_date: date(2027, 1, 15),
        due: date(2026, 12, 15),
        notice: names("Chiffres inventés pour l’essai", "أرقام مفترضة للتجربة", "Invented figures, for testing"),
        expected: None,
        rates: Rates { report_currency: "EUR".into(), rates: vec![rate] },
        languages: Lang::ALL.to_vec(),
        workbooks: Lang::ALL.to_vec(),
        editions: Vec::new(),
        small_group: 5,
        stage_probability: BTreeMap::new(),
        lead_days: BTreeMap::new(),
        paper_days: BTreeMap::new(),
        received: BTreeMap::new(),
        print_private: false,
    }
}

fn campaign() -> Campaign {
    let reference = Reference::built_in().unwrap();
    let mut sources = Sources::default();
    let file = sources.add_file(SourceFile {
        path: "maroc/retour.xlsx".into(),
        sha256: "00".repeat(32).into(),
        bytes: 12_345,
    });
    let sheet = sources.add_sheet(file, "Activités");
    let mut dataset = Dataset::default();
    let themes: Vec<Code> = reference.themes.iter().map(|theme| theme.code.clone()).collect();
    let mut line = 1;
    let mut put = |sheet_kind: Sheet, cells: Vec<(Field, Cell)>| {
        line += 1;
        let table = dataset.table_mut(sheet_kind);
        table.rows.push(Row::blank(sheet_kind, Origin::row(sheet, line)));
        let at = table.rows.len() - 1;
        for (field, cell) in cells {
            table.set(at, field, cell);
        }
    };
    for at in 0..40_usize {
        let id = format!("A-{:02}", at + 1);
        let month = 1 + (at % 10) as i8;
        let title = if at == 3 { "=HYPERLINK(\"http://x\")".to_owned() } else { format!("Action numéro {}", at + 1) };
        put(
            Sheet::Activities,
            vec![
                (Field::ActivityId, code(&id)),
                (Field::Title, Cell::Text(title.into())),
                (Field::Theme, Cell::Code(themes[at % 11].clone())),
                (Field::TerritoryMa, codes(&MOROCCAN[at % 5..(at % 5 + 1 + at % 2).min(5)])),
                (Field::TerritoryFr, codes(&FRENCH[at % 4..=at % 4])),
                (Field::ThirdCountry, if at % 9 == 0 { codes(&["SN"]) } else { Cell::Missing }),
                (Field::StartDate, Cell::Date(date(2026, month, 3))),
                (Field::EndDate, Cell::Date(date(2026, month + 2, 20))),
                (Field::Status, code(STATUSES[at % 5])),
                (Field::Currency, code(if at % 2 == 0 { "EUR" } else { "MAD" })),
                (Field::BudgetTotal, if at % 7 == 0 { Cell::Missing } else { number(50_000 + 1_500 * at as i64) }),
                (Field::BeneficiariesTotal, if at % 6 == 0 { Cell::NotApplicable } else { number(100 + at as i64) }),
                (Field::ContactEmail, Cell::Text("personne@example.org".into())),
            ],
        );
        if at % 7 != 0 {
            for (kind, amount) in [("budget", 50_000 + 1_500 * at as i64), ("disbursed", 9_000 * (at as i64 % 3))] {
                if amount > 0 {
                    put(
                        Sheet::Amounts,
                        vec![
                            (Field::ActivityId, code(&id)),
                            (Field::Kind, code(kind)),
                            (Field::Amount, number(amount)),
                            (Field::Currency, code(if at % 2 == 0 { "EUR" } else { "MAD" })),
                        ],
                    );
                }
            }
        }
        if at % 6 != 0 {
            put(
                Sheet::Beneficiaries,
                vec![
                    (Field::ActivityId, code(&id)),
                    (Field::PlannedReached, code("reached")),
                    (Field::Sex, if at % 3 == 0 { code("f") } else { Cell::Missing }),
                    (Field::Number, number(100 + at as i64)),
                ],
            );
        }
    }
    for at in 0..14_i64 {
        let stage = ["identified", "submitted", "selected", "rejected", "contracted"][at as usize % 5];
        let won = at % 5 == 2 || at % 5 == 4;
        put(
            Sheet::Funding,
            vec![
                (Field::ApplicationId, code(&format!("F-{at:02}"))),
                (Field::ActivityId, codes(&["A-01"])),
                (Field::Funder, code(["AFD-FICOL", "MEAE-DAECT-FRMA", "AFD"][at as usize % 3])),
                (Field::CallName, Cell::Text(format!("Appel {at}").into())),
                (Field::FundingStage, code(stage)),
                (Field::Currency, code("EUR")),
                (Field::AmountRequested, number(80_000 + 10_000 * at)),
                (Field::AmountAwarded, if won { number(60_000 + 10_000 * at) } else { Cell::Missing }),
                (Field::Deadline, Cell::Date(date(2027, 2, 1 + at as i8))),
                (Field::SubmissionDate, Cell::Date(date(2026, 3, 1 + at as i8))),
            ],
        );
    }
    for at in 0..8_i64 {
        put(
            Sheet::Indicators,
            vec![
                (Field::ActivityId, code(&format!("A-{:02}", at + 1))),
                (Field::IndicatorCode, code(if at < 5 { "T10.4" } else { "T2.3" })),
                (Field::Unit, code(if at < 5 { "session" } else { "person" })),
                (Field::Baseline, if at == 4 { Cell::Missing } else { number(2) }),
                (Field::Target, number(20 + at)),
                (Field::Actual, number(10 + at)),
                (Field::Period, Cell::Period(Period::parse("2026").unwrap())),
            ],
        );
    }
    put(Sheet::Campaign, vec![(Field::CouncilsMa, number(75)), (Field::CouncilsFr, number(104))]);
    let cell = Place::Cell(Origin::cell(sheet, 7, 4));
    let findings = vec![
        Finding::new(FindingCode::NumberAsText, cell).with("found", "1 234,5").with("read", Value::count(1234)),
        Finding::new(FindingCode::NearMiss, cell).with("found", "Agadir").with("suggestion", Value::code("MA-AGD")),
        Finding::new(FindingCode::FileIgnored, Place::File(file)).with("found", "png"),
    ];
    Campaign { reference, settings: settings(), sources, dataset, findings }
}

fn figure(name: &str, outcome: Outcome) -> Figure {
    Figure {
        code: name.into(),
        outcome,
        reported: 38,
        asked: 40,
        undated: 0,
        provisional: false,
        table: None,
        marks: Default::default(),
        below: None,
    }
}

fn marked(name: &str, outcome: Outcome, table: Sheet, marks: Vec<Mark>) -> Figure {
    Figure { table: Some(table), marks: marks.into(), ..figure(name, outcome) }
}

fn whole(number: usize) -> Outcome {
    Outcome::Number(Decimal::from(number))
}

/// Marks the first row of each different item.
fn once(dataset: &Dataset, fields: &[Field]) -> Vec<Mark> {
    let table = dataset.table(Sheet::Activities);
    let (mut seen, mut marks) = (std::collections::BTreeSet::new(), Vec::new());
    for (at, row) in table.rows.iter().enumerate() {
        if table.cell(row, Field::Status).code().is_some_and(|status| *status == "pipeline") {
            continue;
        }
        let mut items: Vec<Vec<Code>> = vec![Vec::new()];
        for &field in fields {
            let own = table.cell(row, field).codes();
            items = items
                .iter()
                .flat_map(|item| own.iter().map(|code| [&item[..], std::slice::from_ref(code)].concat()))
                .collect();
        }
        for item in items {
            let low = Decimal::from(u8::from(seen.insert(item.clone())));
            marks.push(Mark { row: at as u32, item: item.into(), value: low, low });
        }
    }
    marks
}

fn figures(campaign: &Campaign, scope: Scope) -> Figures {
    let (dataset, rates) = (&campaign.dataset, &campaign.settings.rates);
    let table = |sheet| dataset.table(sheet);
    let activities = table(Sheet::Activities);
    let status = |wanted: &str| {
        activities.rows.iter().filter(|row| activities.cell(row, Field::Status).code().unwrap() == wanted).count()
    };
    let cutoff = campaign.settings.cutoff();
    let sum = |sheet: Sheet, field, keep: &dyn Fn(&Row) -> bool| {
        let mut total = MoneySum { converted: Some(Decimal::ZERO), ..MoneySum::default() };
        for row in table(sheet).rows.iter().filter(|row| keep(row)) {
            let Some(money) = table(sheet).money(row, field) else { continue };
            *total.by_currency.entry(money.currency.clone()).or_default() += money.amount;
            total.converted = total.converted.zip(rates.convert(&money, cutoff)).map(|(sum, more)| sum + more);
        }
        total
    };
    let amounts = |kind: &str| {
        let amounts = table(Sheet::Amounts);
        sum(Sheet::Amounts, Field::Amount, &|row| amounts.cell(row, Field::Kind).code().unwrap() == kind)
    };
    let people = table(Sheet::Beneficiaries);
    let bounds: Vec<Mark> = people
        .rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let high = people.cell(row, Field::Number).number().unwrap();
            let low = if at % 4 == 0 { high } else { Decimal::ZERO };
            Mark { row: at as u32, item: Default::default(), value: high, low }
        })
        .collect();
    let ends = bounds.iter().fold((Decimal::ZERO, Decimal::ZERO), |sum, mark| (sum.0 + mark.low, sum.1 + mark.value));
    let (ma, pairs) = (once(dataset, &[Field::TerritoryMa]), once(dataset, &[Field::TerritoryMa, Field::TerritoryFr]));
    let total = |marks: &[Mark]| marks.iter().map(|mark| mark.low).sum::<Decimal>();
    let (budget, spent) = (amounts("budget"), amounts("disbursed"));
    let cross = [
        figure("X1-total", whole(40)),
        figure("X1-planned", whole(status("pipeline"))),
        figure("X1-started", whole(32)),
        figure("X1-ongoing", whole(status("ongoing"))),
        figure("X1-completed", whole(status("closing") + status("closed"))),
        figure("X2", Outcome::Ratio(12.into(), 32.into())),
        figure("X3-budget", Outcome::Money(budget.clone())),
        figure("X3-committed", Outcome::NotReported),
        figure("X3-disbursed", Outcome::Money(spent.clone())),
        figure("X3-in-kind", Outcome::Refused(Refusal::NoRate(vec!["USD".into()]))),
        marked("X4-total", Outcome::Interval(ends.0, ends.1), Sheet::Beneficiaries, bounds),
        marked("X10-ma", Outcome::Number(total(&ma)), Sheet::Activities, ma.clone()),
        marked("X10-pairs", Outcome::Number(total(&pairs)), Sheet::Activities, pairs),
        marked("X10-ma-share", Outcome::Ratio(total(&ma), 75.into()), Sheet::Activities, ma),
        figure("X10-north-south", whole(4)),
        figure("X13-returned", Outcome::Ratio(14.into(), 22.into())),
        figure("X16-requested", Outcome::Money(sum(Sheet::Funding, Field::AmountRequested, &|_| true))),
        figure("X16-success-number", Outcome::Ratio(Decimal::from(5), Decimal::from(8))),
    ];
    let lines = |keys: &[(Code, usize)]| Breakdown {
        lines: keys
            .iter()
            .map(|(key, count)| {
                let set = [
                    figure("X1-total", whole(*count)),
                    figure("X3-budget", Outcome::Money(budget.clone())),
                    figure("X3-disbursed", Outcome::Money(spent.clone())),
                    figure("X4-total", Outcome::Interval(90.into(), 120.into())),
                ];
                (key.clone(), set.into_iter().map(|figure| (figure.code.clone(), figure)).collect::<FigureSet>())
            })
            .collect(),
        overlapping: true,
        behind: Default::default(),
    };
    let count = |field, code: &Code| {
        activities.rows.iter().filter(|row| activities.cell(row, field).codes().contains(code)).count()
    };
    let themes: Vec<_> =
        campaign.reference.themes.iter().map(|theme| (theme.code.clone(), count(Field::Theme, &theme.code))).collect();
    let places: Vec<_> = MOROCCAN.map(|code| (Code::from(code), count(Field::TerritoryMa, &code.into()))).into();
    let funding = table(Sheet::Funding);
    let is = |row: &Row, field, code: &Code| funding.cell(row, field).code().unwrap() == code;
    let readings = Result {
        code: "T10.4".into(),
        figure: figure("T10.4", whole(60)),
        baseline: Some(8.into()),
        target: Some(86.into()),
        actual: Some(46.into()),
        masked: [None; 3],
        attainment: Ok(Decimal::from(38) / Decimal::from(78)),
        complete: 4,
        series: 5,
        last: Some(date(2026, 12, 31)),
        rows: vec![0, 1, 2, 3],
    };
    Figures {
        scope,
        cross: cross.into_iter().map(|figure| (figure.code.clone(), figure)).collect(),
        results: vec![readings],
        themes: lines(&themes),
        territories: lines(&places),
        statuses: lines(&[]),
        goals: Goals::default(),
        funding: std::sync::Arc::new(FundingStatus {
            stages: campaign
                .reference
                .stages
                .iter()
                .map(|stage| StageLine {
                    stage: stage.code.clone(),
                    present: funding.rows.iter().filter(|row| is(row, Field::FundingStage, &stage.code)).count() as u64,
                    reached: 14_u64.saturating_sub(u64::from(stage.order)),
                    requested: sum(Sheet::Funding, Field::AmountRequested, &|row| {
                        is(row, Field::FundingStage, &stage.code)
                    }),
                })
                .collect(),
            funders: ["AFD-FICOL", "MEAE-DAECT-FRMA", "AFD"]
                .map(|funder| {
                    let own = |row: &Row| is(row, Field::Funder, &funder.into());
                    FunderLine {
                        funder: funder.into(),
                        applications: funding.rows.iter().filter(|row| own(row)).count() as u64,
                        requested: sum(Sheet::Funding, Field::AmountRequested, &own),
                        awarded: sum(Sheet::Funding, Field::AmountAwarded, &own),
                        pending: MoneySum { converted: Some(50_000.into()), ..MoneySum::default() },
                    }
                })
                .into(),
            deadlines: (0..5)
                .map(|at| Deadline {
                    date: date(2027, 2, 1),
                    days: at * 4 - 2,
                    band: Band::of(at * 4 - 2),
                    moment: None,
                    row: at as u32,
                    call: None,
                    plan: Vec::new(),
                })
                .collect(),
            checks: Vec::new(),
            needs: Needs::default(),
            days_to_decision: Some(84),
        }),
        coverage: Coverage::default().into(),
        clock: Clock { year: 1, years: 5, term: 1, ends_on: date(2030, 11, 12), days_left: 1, elapsed: (1, 2) },
        rows: dataset.tables.iter().map(|(&sheet, table)| (sheet, (0..table.rows.len() as u32).collect())).collect(),
        undated: Vec::new(),
        trend: Default::default(),
        changes: None,
        provisional: true,
    }
}

fn sample() -> (Campaign, Figures) {
    let campaign = campaign();
    let figures = figures(&campaign, Scope::All);
    (campaign, figures)
}

fn laid_out(campaign: &Campaign, figures: &Figures) -> Book {
    let inputs = Inputs {
        dataset: &campaign.dataset,
        sources: &campaign.sources,
        settings: &campaign.settings,
        reference: &campaign.reference,
        findings: &campaign.findings,
        provenance: &Provenance::default(),
        audience: Audience::Internal,
        left_out: LeftOut::default(),
    };
    book(&inputs, figures, &DocumentKind::Consolidated).0
}

const CREATED: Date = date(2027, 1, 15);

#[test]
fn figures_that_a_plain_formula_can_say_are_formulas() {
    let (campaign, figures) = sample();
    let book = laid_out(&campaign, &figures);
    let block = &book.sheet(Tab::Indicators).unwrap().blocks[0];
    let cells = |id: u16| &block.columns.iter().find(|column| column.id == id).unwrap().cells;
    let formulas: BTreeMap<String, &BookCell> = cells(0)
        .iter()
        .zip(cells(3).iter())
        .filter_map(|(code, value)| match code.shown() {
            BookCell::Value(Value::Code(code)) => Some((code.to_string(), value)),
            _ => None,
        })
        .collect();
    for (code, cell) in formulas {
        let computed = matches!(cell, BookCell::Computed(_));
        assert!(!computed, "{code} is no formula");
    }
    let sides = |id: u16| cells(id).iter().filter(|cell| matches!(cell, BookCell::Formula(..))).count();
    assert_eq!((sides(5), sides(6)), (3, 3), "the returns are not in the data, so X13 has no formula");
}

#[test]
fn a_workbook_is_the_same_bytes_twice_and_holds_no_private_column() {
    let (campaign, figures) = sample();
    let book = laid_out(&campaign, &figures);
    for lang in Lang::ALL {
        let locale = Locale::plain(lang, &campaign.reference);
        let bytes = xlsx::workbook(&book, &locale, CREATED).unwrap();
        assert_eq!(bytes, xlsx::workbook(&book, &locale, CREATED).unwrap());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("consolidated-{lang}.xlsx"));
        std::fs::write(&path, &bytes).unwrap();
        let text = text_of(&bytes);
        assert!(!text.contains("personne@example.org"), "a private column leaves");
        assert!(!text.contains("<f>HYPERLINK"), "a sender's text became a formula");
        assert!(!text.contains("workbook-"), "a message is missing in {lang}");
        assert_eq!(text.contains("rightToLeft=\"1\""), lang == Lang::Ar);
    }
}

fn text_of(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        if file.name().unwrap().ends_with(".xml") {
            std::io::Read::read_to_string(&mut file, &mut text).unwrap();
        }
    }
    text
}

#[test]
fn a_form_is_the_same_bytes_twice_and_says_everything() {
    let reference = Reference::built_in().unwrap();
    for lang in Lang::ALL {
        let locale = Locale::plain(lang, &reference);
        let bytes = bilan::render::form(&reference, &locale).unwrap();
        assert_eq!(bytes, bilan::render::form(&reference, &locale).unwrap());
        std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("form-{lang}.xlsx")), &bytes).unwrap();
        let text = text_of(&bytes);
        assert!(!text.contains(">form-"), "a message is missing in {lang}");
        assert_eq!(text.contains("rightToLeft=\"1\""), lang == Lang::Ar);
    }
}

/// The parts of a workbook file: name and text.
fn parts_of(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        if std::io::Read::read_to_string(&mut file, &mut text).is_ok() {
            parts.push((file.name().unwrap().to_string(), text));
        }
    }
    parts
}

/// Gives each value of an attribute of a tag.
fn attributes<'a>(xml: &'a str, tag: &str, attribute: &str) -> Vec<&'a str> {
    let (tag, attribute) = (format!("<{tag} "), format!(" {attribute}=\""));
    let tags = xml.split(&*tag).skip(1).map(|rest| rest.split('>').next().unwrap());
    tags.filter_map(|tag| {
        // The first attribute stands behind the name of the tag.
        let first = tag.strip_prefix(&attribute[1..]);
        first.or_else(|| tag.split(&*attribute).nth(1))?.split('"').next()
    })
    .collect()
}

/// Writes the sample in a language.
fn written(lang: Lang) -> (Book, Vec<u8>) {
    let (campaign, figures) = sample();
    let book = laid_out(&campaign, &figures);
    let bytes = xlsx::workbook(&book, &Locale::plain(lang, &campaign.reference), CREATED).unwrap();
    (book, bytes)
}

#[test]
fn lists_are_tables_of_the_same_name_in_every_language_and_no_heading_stands_twice() {
    let tables = |lang| {
        let (_, bytes) = written(lang);
        let mut names = Vec::new();
        for (_, xml) in parts_of(&bytes).iter().filter(|(name, _)| name.starts_with("xl/tables/")) {
            let heads: Vec<String> =
                attributes(xml, "tableColumn", "name").iter().map(|head| head.to_lowercase()).collect();
            let different: std::collections::BTreeSet<&String> = heads.iter().collect();
            assert!(different.len() == heads.len() && heads.iter().all(|head| !head.is_empty()), "{lang}: {heads:?}");
            names.extend(attributes(xml, "table", "displayName").iter().map(|name| (*name).to_owned()));
        }
        names
    };
    let [fr, ar, en] = [Lang::Fr, Lang::Ar, Lang::En].map(tables);
    let different: std::collections::BTreeSet<&String> = fr.iter().collect();
    assert_eq!((&fr, &fr), (&ar, &en));
    assert_eq!(different.len(), fr.len());
    for name in ["tblActivities", "tblPlaces", "tblThemes", "tblPairs", "tblFindings", "tblByTheme", "tblDefinitions"] {
        assert!(fr.iter().any(|own| own == name), "{name} is not among {fr:?}");
    }
    assert!(fr.iter().all(|name| name.is_ascii()));
}

#[test]
fn a_list_without_rows_is_a_table_too() {
    let (mut campaign, figures) = sample();
    campaign.findings.clear();
    let book = laid_out(&campaign, &figures);
    let bytes = xlsx::workbook(&book, &Locale::plain(Lang::Fr, &campaign.reference), CREATED).unwrap();
    let text = text_of(&bytes);
    let table = text.split("<table ").find(|table| table.contains("displayName=\"tblFindings\"")).unwrap();
    let range = table.split("ref=\"").nth(1).unwrap().split('"').next().unwrap();
    let rows: Vec<u32> =
        range.split(':').map(|cell| cell.trim_start_matches(char::is_alphabetic).parse().unwrap()).collect();
    assert_eq!(rows[1], rows[0] + 1, "{range}");
}

#[test]
fn a_long_sheet_holds_every_row_from_its_title_to_its_last() {
    const ROWS: usize = 3_000;
    let (campaign, figures) = sample();
    let cells = |book: &Book| -> Vec<Vec<String>> {
        let bytes = xlsx::workbook(book, &Locale::plain(Lang::Fr, &campaign.reference), CREATED).unwrap();
        let mut file: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        let range = calamine::Reader::worksheet_range(&mut file, "Données - Activités").unwrap();
        assert_eq!(range.start(), Some((0, 0)));
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    let mut book = laid_out(&campaign, &figures);
    let short = cells(&book);
    let sheet = book.sheets.iter_mut().find(|sheet| sheet.tab == Tab::Data(Sheet::Activities)).unwrap();
    let height = sheet.blocks[0].height();
    for column in &mut sheet.blocks[0].columns {
        column.cells = column.cells.iter().cycle().take(ROWS).cloned().collect();
    }
    assert!(ROWS * sheet.blocks[0].columns.len() > 20_000, "the sheet is not a long one");
    let long = cells(&book);
    let head = short.len() - height;
    assert_eq!(long.len(), head + ROWS);
    assert_eq!(long[..head], short[..head], "the lines above the rows differ");
    let plain = |row: &[String]| row[..3].to_vec();
    for (at, row) in long[head..].iter().enumerate() {
        assert_eq!(plain(row), plain(&short[head + at % height]), "row {at}");
    }
}

#[test]
fn a_table_of_many_cells_is_found_by_its_name_as_a_short_one_is() {
    let (campaign, figures) = sample();
    let mut book = laid_out(&campaign, &figures);
    let bytes = |book: &Book| xlsx::workbook(book, &Locale::plain(Lang::Fr, &campaign.reference), CREATED).unwrap();
    assert!(text_of(&bytes(&book)).contains("displayName=\"tblActivities\""));
    let sheet = book.sheets.iter_mut().find(|sheet| sheet.tab == Tab::Data(Sheet::Activities)).unwrap();
    let rows = 1 + 250_000 / sheet.blocks[0].columns.len();
    for column in &mut sheet.blocks[0].columns {
        column.cells = column.cells.iter().cycle().take(rows).cloned().collect();
    }
    let (head, right) = (3 + sheet.lead.len(), column_letters(sheet.blocks[0].columns.len() as u16 - 1));
    let text = text_of(&bytes(&book));
    assert!(!text.contains("displayName=\"tblActivities\""));
    let cells = format!("'Données - Activités'!$A${head}:${right}${}", head + rows);
    assert!(text.contains(&format!("<definedName name=\"tblActivities\">{cells}</definedName>")), "{cells}");
}

#[test]
fn every_link_leads_to_a_cell_that_the_workbook_holds() {
    let (_, bytes) = written(Lang::Fr);
    let parts = parts_of(&bytes);
    let part = |name: &str| &parts.iter().find(|part| part.0 == name).unwrap().1;
    let names = attributes(part("xl/workbook.xml"), "sheet", "name");
    let mut led = 0;
    for at in 1..=names.len() {
        let sheet = part(&format!("xl/worksheets/sheet{at}.xml"));
        let links = attributes(sheet, "hyperlink", "location");
        assert!(at == 1 || links.iter().any(|link| link.ends_with("!A1")), "{} has no way back", names[at - 1]);
        for link in links {
            let (name, cell) = link.rsplit_once('!').unwrap();
            let name = name.trim_matches('\'').trim_start_matches("&apos;").trim_end_matches("&apos;");
            let target = names.iter().position(|own| *own == name).unwrap_or_else(|| panic!("no sheet {name}"));
            let target = part(&format!("xl/worksheets/sheet{}.xml", target + 1));
            assert!(target.contains(&format!("<c r=\"{cell}\"")), "{link} leads nowhere");
            led += usize::from(cell != "A1");
        }
    }
    assert!(led > 20, "only {led} links lead to rows");
}

#[test]
fn charts_draw_the_numbers_that_their_descriptions_say() {
    let (campaign, figures) = sample();
    let book = laid_out(&campaign, &figures);
    let locale = Locale::plain(Lang::Fr, &campaign.reference);
    let charts = &book.sheet(Tab::Summary).unwrap().charts;
    assert!(charts.len() >= 4);
    let bytes = xlsx::workbook(&book, &locale, CREATED).unwrap();
    let mut file: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(&bytes)).unwrap();
    let parts = parts_of(&bytes);
    for (chart, at) in charts.iter().zip(1..) {
        let xml = &parts.iter().find(|part| part.0 == format!("xl/charts/chart{at}.xml")).unwrap().1;
        let alt = locale.say(&chart.alt);
        for (&series, drawn) in chart.series.iter().zip(xml.split("<c:val>").skip(1)) {
            let range = drawn.split("<c:f>").nth(1).unwrap().split("</c:f>").next().unwrap();
            let (sheet, cells) = range.rsplit_once('!').unwrap();
            let sheet = calamine::Reader::worksheet_range(&mut file, sheet.trim_matches('\'')).unwrap();
            let ends: Vec<(u32, u32)> = cells
                .split(':')
                .map(|cell| {
                    let mut halves = cell.trim_start_matches('$').split('$');
                    let letter = halves.next().unwrap().bytes().next().unwrap();
                    (halves.next().unwrap().parse::<u32>().unwrap() - 1, u32::from(letter - b'A'))
                })
                .collect();
            assert_eq!(ends[ends.len() - 1].0 - ends[0].0 + 1, chart.rows.1 as u32);
            let column = book.column(series).unwrap();
            for row in 0..chart.rows.1 {
                let Some(number) = column.cells[chart.rows.0 + row].number() else { continue };
                let cell = sheet.get_value((ends[0].0 + row as u32, ends[0].1)).unwrap();
                let cell = calamine::DataType::as_f64(cell).unwrap();
                assert!((cell - number.to_string().parse::<f64>().unwrap()).abs() < 1e-6, "{alt}");
                let (BookCell::Formula(_, Some(value)) | BookCell::Computed(value) | BookCell::Value(value)) =
                    column.cells[chart.rows.0 + row].shown()
                else {
                    panic!("no value is drawn")
                };
                assert!(alt.contains(&locale.say(value)), "{alt} lacks {}", locale.say(value));
            }
        }
    }
}

#[test]
fn every_sheet_is_set_for_paper() {
    for lang in Lang::ALL {
        let (book, bytes) = written(lang);
        let parts = parts_of(&bytes);
        let sheets = parts.iter().filter(|part| part.0.starts_with("xl/worksheets/sheet"));
        for (name, xml) in sheets.clone() {
            for said in
                ["paperSize=\"9\"", "orientation=\"landscape\"", "<pageMargins", "&amp;P / &amp;N", "<oddHeader>"]
            {
                assert!(xml.contains(said), "{lang} {name} lacks {said}");
            }
            assert!(xml.contains("fitToPage=\"1\""), "{lang} {name} may be wider than a page");
        }
        let workbook = &parts.iter().find(|part| part.0 == "xl/workbook.xml").unwrap().1;
        assert_eq!(sheets.count(), book.sheets.len());
        assert_eq!(workbook.matches("_xlnm.Print_Area").count(), book.sheets.len());
        assert_eq!(workbook.matches("_xlnm.Print_Titles").count(), book.sheets.len() - 1, "the dashboard is one page");
    }
}

/// Gives the rows that a chart draws, counted from 1, from the ranges of its first series.
fn drawn(bytes: &[u8], chart: usize) -> Vec<u32> {
    let parts = parts_of(bytes);
    let xml = &parts.iter().find(|part| part.0 == format!("xl/charts/chart{chart}.xml")).unwrap().1;
    let ranges = xml.split("<c:val>").nth(1).unwrap().split("<c:f>").nth(1).unwrap().split("</c:f>").next().unwrap();
    let rows = ranges.trim_matches(['(', ')']).split(',').flat_map(|range| {
        let cells = range.rsplit_once('!').unwrap().1;
        let ends: Vec<u32> = cells.split(':').map(|cell| cell.rsplit_once('$').unwrap().1.parse().unwrap()).collect();
        ends[0]..=ends[ends.len() - 1]
    });
    rows.collect()
}

#[test]
fn a_masked_number_is_a_word_that_no_formula_and_no_chart_takes_for_zero() {
    let (mut campaign, mut figures) = sample();
    let few = Mask::Few(5);
    campaign.dataset.table_mut(Sheet::Beneficiaries).set(0, Field::Number, Cell::Masked(few));
    let total = figures.cross.get_mut("X4-total").unwrap();
    total.marks = Default::default();
    let Outcome::Interval(low, _) = total.outcome else { panic!("people are an interval") };
    figures.themes.lines[2].1.get_mut("X4-total").unwrap().outcome = Outcome::Masked(few);
    let book = laid_out(&campaign, &figures);
    let cells = |tab, block: usize, id: u16| {
        &book.sheet(tab).unwrap().blocks[block].columns.iter().find(|column| column.id == id).unwrap().cells
    };
    let code = |cell: &BookCell| matches!(cell.shown(), BookCell::Value(Value::Code(code)) if **code == *"X4-total");
    let at = cells(Tab::Indicators, 0, 0).iter().position(code).unwrap();
    assert_eq!(cells(Tab::Indicators, 0, 3)[at], BookCell::Computed(Value::Number(low, 0)), "the rows do not give it");
    let [low, high, more] = [5, 6, 7].map(|id| &cells(Tab::Breakdowns, 0, id)[2]);
    let masked = BookCell::Value(Value::Masked(few));
    assert_eq!([low, high, more], [&masked; 3]);
    for lang in Lang::ALL {
        let locale = Locale::plain(lang, &campaign.reference);
        let bytes = xlsx::workbook(&book, &locale, CREATED).unwrap();
        let word = locale.say(&Value::Masked(few));
        let mut file: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(&bytes)).unwrap();
        let sheets = calamine::Reader::worksheets(&mut file);
        let told = |text: &str| {
            let cells = sheets.iter().flat_map(|(_, range)| range.used_cells());
            cells.filter(|(_, _, cell)| calamine::DataType::get_string(*cell) == Some(text)).count()
        };
        assert_eq!(told(&word), 4, "{lang}: one cell of the rows, three of the breakdown");
        let themes = figures.themes.lines.len() as u32;
        let (money, people) = (drawn(&bytes, 1), drawn(&bytes, 2));
        assert_eq!((money.len() as u32, people.len() as u32), (themes, themes - 1), "{lang}");
        assert!(!people.contains(&(money[0] + 2)), "{lang}: the row of the masked number is drawn");
    }
}
