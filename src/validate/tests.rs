//! Whole files through the judge: rows of csv text in, records and findings out.

mod cases;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use rust_decimal::Decimal;

use super::*;
use crate::assets;
use crate::campaign::profile;
use crate::model::{Code, Field, Lang, Sheet, SourceFile, Table};

/// Judges files given as path and csv text. Sheets are named after the part of the file name that follows `--`.
pub fn judge(
    reference: &Reference,
    settings: Option<&Settings>,
    profiles: &[Profile],
    files: &[(String, String)],
) -> (Dataset, Vec<Finding>, Sources) {
    let mut sources = Sources::default();
    let mut judge = Judge::new(reference, settings, profiles);
    for (path, text) in files {
        let file = sources.add_file(SourceFile { path: path.as_str().into(), sha256: "".into(), bytes: 0 });
        let stem = path.rsplit('/').next().unwrap().rsplit_once('.').unwrap().0;
        let name = stem.split_once("--").map_or(stem, |(_, name)| name);
        let sheet = sources.add_sheet(file, name);
        judge.start_file(file, path);
        judge.sheet(file, sheet, name, false);
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        for (row, record) in (0..).zip(reader.records()) {
            let record = record.unwrap();
            let cells = record.iter().map(raw).enumerate();
            let cells = cells.filter(|(_, value)| *value != RawValue::Text(String::new()));
            judge.row(RawRow { row, cells: cells.map(|(column, value)| (column as u16, value)).collect() });
        }
        judge.end_sheet();
    }
    let (dataset, findings) = judge.finish(&sources);
    for (sheet, count) in &dataset.cells {
        assert_eq!(count.read, count.used + count.ignored() + count.held, "the account of {sheet:?} does not add up");
    }
    (dataset, findings, sources)
}

/// Reads what a workbook can hold and a csv can't: `#REF!` is an error cell and `=` a formula that was never calculated.
fn raw(text: &str) -> RawValue {
    match text {
        "#REF!" => RawValue::Error(text.to_owned()),
        "=" => RawValue::Uncalculated,
        _ => RawValue::Text(text.to_owned()),
    }
}

/// Judges one sheet of the contract and gives its table, and the codes of its findings.
fn one(name: &str, text: &str) -> (Dataset, Vec<&'static str>) {
    let reference = Reference::built_in().unwrap();
    let files = [(format!("tiznit--{name}.csv"), text.to_owned())];
    let (dataset, findings, _) = judge(&reference, None, &[], &files);
    (dataset, findings.iter().map(|finding| finding.code.code()).collect())
}

#[track_caller]
fn cell(table: &Table, row: usize, field: Field) -> &crate::model::Cell {
    table.cell(&table.rows[row], field)
}

#[test]
fn a_french_sheet_is_read() {
    let (dataset, codes) = one(
        "Activités",
        "Identifiant,Intitulé,Thématique,Collectivité marocaine,Date de début,Date de fin,Statut,Monnaie,Budget total,Dépenses,Bénéficiaires\n\
         T-1,Eau potable,Santé,Tiznit,15/03/2026,30/11/2026,En cours,DH,\"1 234 567,50\",néant,n/a\n\
         ,,,,,,,,,,\n\
         T-2,École,Éducation,Tiznit ; Tata,01/02/2026,,Prévue,MAD,-,,\n\
         TOTAL,,,,,,,,\"1 234 567,50\",,\n",
    );
    assert_eq!(codes, ["H208"]);
    let table = dataset.table(Sheet::Activities);
    assert_eq!(table.rows.len(), 2);
    assert_eq!(cell(table, 0, Field::BudgetTotal).number(), Some(Decimal::new(123_456_750, 2).normalize()));
    assert_eq!(cell(table, 0, Field::BudgetSpent).number(), Some(Decimal::ZERO));
    assert_eq!(*cell(table, 0, Field::BeneficiariesTotal), crate::model::Cell::NotApplicable);
    assert_eq!(*cell(table, 1, Field::BudgetTotal), crate::model::Cell::Missing);
    assert_eq!(cell(table, 1, Field::TerritoryMa).codes().len(), 2);
    assert_eq!(cell(table, 1, Field::StartDate).date(), Some(jiff::civil::date(2026, 2, 1)));
    assert_eq!(dataset.returns[0].territory, Some(Code::from("MA-TIZ")));
}

#[test]
fn an_arabic_sheet_is_read() {
    let reference = Reference::built_in().unwrap();
    let heading = |field| reference.heading(Sheet::Activities, field, Lang::Ar).to_owned();
    let head = [
        Field::ActivityId,
        Field::Title,
        Field::Theme,
        Field::TerritoryMa,
        Field::Status,
        Field::Currency,
        Field::BudgetTotal,
    ]
    .map(heading);
    let text = format!("{}\nت-1,ماء,الصحة,تيزنيت,قيد التنفيذ,درهم,١٬٢٣٤٫٥٠\n", head.join(","));
    let (dataset, codes) = one("الأنشطة", &text);
    assert_eq!(codes, ["C513"]);
    let table = dataset.table(Sheet::Activities);
    assert_eq!(cell(table, 0, Field::BudgetTotal).number(), Some(Decimal::new(12345, 1)));
    assert_eq!(cell(table, 0, Field::Currency).text(), Some("MAD"));
}

#[test]
fn a_sheet_is_known_by_its_headings_below_a_banner() {
    let (dataset, codes) = one(
        "Feuil1",
        "Bilan de la coopération\n\nID activité,Titre,Thème,Statut,Province,Couleur\nA,Titre A,Santé,En cours,Tiznit,bleu\n",
    );
    assert!(codes.contains(&"H207") && codes.contains(&"H205"), "{codes:?}");
    assert_eq!(dataset.table(Sheet::Activities).rows.len(), 1);
}

#[test]
fn english_dates_follow_the_sheet_or_are_asked() {
    let head = "Activity ID,Title,Theme,Moroccan territory,Status,Start date\n";
    let rows = "A,T,Health,Tiznit,Implementation,03/04/2026\n";
    let (_, codes) = one("Activities", &format!("{head}{rows}"));
    assert!(codes.contains(&"V308"), "{codes:?}");
    let (dataset, codes) = one("Activities", &format!("{head}{rows}B,T,Health,Tiznit,Implementation,25/04/2026\n"));
    assert_eq!(codes, Vec::<&str>::new());
    let table = dataset.table(Sheet::Activities);
    assert_eq!(cell(table, 0, Field::StartDate).date(), Some(jiff::civil::date(2026, 4, 3)));
}

#[test]
fn households_become_people_with_a_stated_size_only() {
    let (dataset, codes) = one(
        "Indicators",
        "Territory,Indicator code,Unit,Actual,Household size\n\
         MA-AGD,T10.1,household,200,4.5\nMA-AOU,T10.1,household,100,\nMA-ASZ,T10.1,person,350,\n",
    );
    assert_eq!(codes, ["C508"]);
    let table = dataset.table(Sheet::Indicators);
    let live: Decimal = table.live().filter_map(|row| table.cell(row, Field::Actual).number()).sum();
    assert_eq!(live, Decimal::from(1250));
}

#[test]
fn percentages_are_fractions_however_written() {
    let (dataset, codes) = one(
        "Indicators",
        "Territory,Indicator code,Actual,Numerator,Denominator\nMA-AGD,T1.2,\"52,4 %\",524,1000\nMA-AOU,T1.2,9,90,1000\nMA-ASZ,T1.2,0.8,,\n",
    );
    assert_eq!(codes, ["V303", "V303", "C507"]);
    let table = dataset.table(Sheet::Indicators);
    let actuals: Vec<_> = (0..3).map(|row| cell(table, row, Field::Actual).number().unwrap().to_string()).collect();
    assert_eq!(actuals, ["0.524", "0.09", "0.8"]);
}

#[test]
fn a_workbook_is_told_its_numbers_and_dates_as_text_and_its_hidden_sheets() {
    let reference = Reference::built_in().unwrap();
    let mut sources = Sources::default();
    let file = sources.add_file(SourceFile { path: "tiznit.xlsx".into(), sha256: "".into(), bytes: 0 });
    let mut judge = Judge::new(&reference, None, &[]);
    judge.start_file(file, "tiznit.xlsx");
    let text = |text: &str| RawValue::Text(text.to_owned());
    for (name, hidden) in [("# Listes", true), ("Activités", true)] {
        judge.sheet(file, sources.add_sheet(file, name), name, hidden);
        let head =
            ["Identifiant", "Intitulé", "Thématique", "Collectivité marocaine", "Statut", "Date de début", "Monnaie"];
        let row = ["A-1", "Eau", "Santé", "Tiznit", "En cours", "15/03/2026", "MAD"];
        for (number, cells) in [(0, head), (1, row)] {
            let cells = (0..).zip(cells.map(text)).collect();
            judge.row(RawRow { row: number, cells });
        }
        judge.end_sheet();
    }
    let (dataset, findings) = judge.finish(&sources);
    let codes: Vec<_> = findings.iter().map(|finding| finding.code.code()).collect();
    assert_eq!(codes, ["H211", "V307"]);
    assert_eq!(dataset.table(Sheet::Activities).rows.len(), 1);
    assert!(dataset.cells.values().all(|count| count.read == 14));
}

#[test]
fn an_empty_form_and_its_example_give_no_record() {
    let (dataset, codes) =
        one("Activités", "Identifiant,Intitulé,Thématique,Statut\nEXEMPLE-1,Un titre,Santé,En cours\n");
    assert!(codes.is_empty());
    assert!(dataset.tables.is_empty());
}

/// Loads an example's profile and territories from the program's own examples.
fn example(name: &str) -> (Profile, Reference) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("inputs/examples").join(name);
    let text = std::fs::read_to_string(folder.join(format!("profiles/{name}.toml"))).unwrap();
    let profile = profile::read(name, &text).unwrap();
    let reference = Reference::load(&|list| {
        let own = std::fs::read(folder.join("reference").join(list)).ok().map(Cow::Owned);
        Ok(own.or_else(|| assets::reference(list).map(Cow::Borrowed)).unwrap_or_default())
    })
    .unwrap();
    (profile, reference)
}

/// Sums the amounts of each kind.
fn sums(dataset: &Dataset) -> BTreeMap<String, (usize, Decimal)> {
    let table = dataset.table(Sheet::Amounts);
    let mut sums: BTreeMap<String, (usize, Decimal)> = BTreeMap::new();
    for row in table.live() {
        let money = table.money(row, Field::Amount).unwrap();
        let kind = table.cell(row, Field::Kind).text().unwrap().to_owned();
        let sum = sums.entry(kind).or_default();
        *sum = (sum.0 + 1, sum.1 + money.amount);
    }
    sums
}

const PROJECTS: &str = "\
\"project_id\",\"project_title\",\"start_actual_isodate\",\"end_actual_isodate\",\"donors\",\"ad_sector_codes\",\"status\",\"total_commitments\",\"total_disbursements\"
\"11\",\"Puits\",\"2005-07-02\",\"\",\"A|B\",\"140\",\"Implementation\",\"100.5\",\"40.25\"
\"12\",\"Routes\",\"\",\"\",\"A\",\"210\",\"Completion\",\"\",\"66000.125\"
\"13\",\"Classes\",\"\",\"\",\"C\",\"111\",\"Pipeline/identification\",\"685.123\",\"\"
";
const PLACES: &str = "\
\"project_id\",\"gazetteer_adm_name\",\"precision_code\"
\"11\",\"Earth|Africa|Senegal|Dakar|Yoff\",\"1\"
\"11\",\"Earth|Africa|Senegal|Dakar|Hann\",\"1\"
\"11\",\"Earth|Africa|Senegal|Région de Thiès|Tivaouane\",\"1\"
\"12\",\"Earth|Africa|Senegal\",\"8\"
";

#[test]
fn a_foreign_table_is_read_and_places_never_multiply_an_amount() {
    let (profile, reference) = example("senegal-aims");
    // Places come before projects, as their file names do.
    let files = [("locations.csv", PLACES), ("projects.csv", PROJECTS)].map(|(path, text)| (path.into(), text.into()));
    let (dataset, findings, _) = judge(&reference, None, &[profile], &files);
    let activities = dataset.table(Sheet::Activities);
    assert_eq!(activities.rows.len(), 3);
    let codes = |row| cell(activities, row, Field::TerritoryMa).codes().iter().map(Code::as_str).collect::<Vec<_>>();
    assert_eq!(codes(0), ["SN-DK", "SN-TH"]);
    assert_eq!(codes(1), Vec::<&str>::new());
    assert_eq!(cell(activities, 0, Field::Partners).text(), Some("A; B"));
    assert_eq!(cell(activities, 1, Field::Theme).text(), Some("territorial-development"));
    let sums = sums(&dataset);
    assert_eq!(sums["committed"], (2, "785.623".parse().unwrap()));
    assert_eq!(sums["disbursed"], (2, "66040.375".parse().unwrap()));
    assert!(findings.iter().all(|finding| finding.severity() != crate::model::Severity::Error), "{findings:?}");
    let told = findings.iter().find(|finding| finding.code == FindingCode::DisbursedUncommitted).unwrap();
    let Place::Cell(origin) = told.place else { panic!("{told:?}") };
    assert_eq!(origin.address(), "I3");
    assert!(dataset.returns.is_empty());
}

#[test]
fn rows_of_one_record_that_disagree_are_told() {
    let (profile, reference) = example("senegal-aims");
    let text =
        format!("{PROJECTS}\"11\",\"Forages\",\"2005-07-02\",\"\",\"A|B\",\"140\",\"Implementation\",\"\",\"\"\n");
    let (dataset, findings, _) = judge(&reference, None, &[profile], &[("projects.csv".into(), text)]);
    assert_eq!(dataset.table(Sheet::Activities).rows.len(), 3);
    let told: Vec<_> = findings.iter().filter(|finding| finding.code == FindingCode::RowsDisagree).collect();
    assert_eq!(told.len(), 1, "{told:?}");
}

/// Judges a workbook of activities whose rows and merged blocks are given; cells are parted by `|`.
fn merged(rows: &str, blocks: &[Merged]) -> (Dataset, Vec<Finding>) {
    let reference = Reference::built_in().unwrap();
    let mut sources = Sources::default();
    let file = sources.add_file(SourceFile { path: "tiznit.xlsx".into(), sha256: "".into(), bytes: 0 });
    let mut judge = Judge::new(&reference, None, &[]);
    judge.start_file(file, "tiznit.xlsx");
    judge.sheet(file, sources.add_sheet(file, "Activités"), "Activités", false);
    for (number, line) in (0..).zip(rows.lines()) {
        let cells = (0..).zip(line.split('|')).filter(|(_, cell)| !cell.is_empty());
        let value = |cell: &str| cell.parse().map_or_else(|_| RawValue::Text(cell.to_owned()), RawValue::Number);
        judge.row(RawRow { row: number, cells: cells.map(|(column, cell)| (column, value(cell))).collect() });
    }
    judge.merged(blocks);
    judge.end_sheet();
    let (dataset, findings) = judge.finish(&sources);
    for count in dataset.cells.values() {
        assert_eq!(count.read, count.used + count.ignored() + count.held);
    }
    (dataset, findings)
}

#[test]
fn rows_under_a_merged_identifier_continue_its_record() {
    let rows = "Identifiant|Intitulé|Thématique|Collectivité marocaine|Statut|Monnaie|Budget total|Dépenses|Début\n\
                A-1|Eau|Santé|Tiznit|En cours|MAD|1000||2026-01-05\n\
                |||Tata|||1000|400\n\
                |||Taroudant\n\
                |Autre|||||900\n\
                A-2|École|Éducation|Tata|En cours|MAD|5||2026-01-05\n\
                Note : à vérifier";
    let block = Merged { rows: (1, 4), columns: (0, 0) };
    let (dataset, findings) = merged(rows, &[block]);
    let table = dataset.table(Sheet::Activities);
    assert_eq!(table.rows.len(), 2);
    assert_eq!(cell(table, 0, Field::TerritoryMa).codes().len(), 3);
    assert_eq!(cell(table, 0, Field::BudgetTotal).number(), Some(Decimal::from(1000)));
    assert_eq!(cell(table, 0, Field::BudgetSpent).number(), Some(Decimal::from(400)));
    let codes: Vec<_> = findings.iter().map(|finding| finding.code.code()).collect();
    assert_eq!(codes, ["V307", "H218", "C517", "C517", "V307", "H209"], "{findings:?}");

    let (dataset, findings) = merged(rows, &[]);
    assert_eq!(dataset.table(Sheet::Activities).live().count(), 2);
    let told = |code| findings.iter().filter(|finding| finding.code.code() == code).count();
    assert_eq!((told("V301") > 0, told("H215"), told("H209")), (true, 1, 1), "{findings:?}");
}

/// Reads the profile and the lists of each example, so that none is shipped that does not load.
#[test]
fn the_examples_load() {
    for name in ["senegal-aims", "fts-car", "unhcr-2022", "grants-fr", "hxl"] {
        let (profile, reference) = example(name);
        assert!(!profile.views.is_empty() && !reference.territories.is_empty(), "{name}");
    }
}

#[test]
fn percentage_points_and_rows_chosen_by_their_words() {
    let (profile, reference) = example("unhcr-2022");
    let head = "iati_identifier,result_indicator_title,result_indicator_measure,result_indicator_baseline_value,\
                result_indicator_baseline_year,result_indicator_target_value,result_indicator_actual_value,\
                result_indicator_period_end";
    let rows = "X-MENA-DZA,Share in school,2,0.5,2021,1,77,2022-12-31\nX-MENA-DZA,Days of waiting,1,300,2021,,364,2022-12-31\n\
                X-AME-BRA,Share in school,2,90,2021,90,100,2022-12-31\n";
    let files = [("2022_result.xlsx".to_owned(), format!("{head}\n{rows}"))];
    let (dataset, findings, _) = judge(&reference, None, &[profile], &files);
    let table = dataset.table(Sheet::Indicators);
    let values: Vec<_> = table.rows.iter().map(|row| table.cell(row, Field::Target).number()).collect();
    assert_eq!(values, [Some(Decimal::new(1, 2)), None]);
    assert_eq!(cell(table, 1, Field::Actual).number(), Some(Decimal::from(364)));
    assert!(findings.iter().all(|finding| finding.code != FindingCode::NumberAsText), "{findings:?}");
    let ignored: u64 = dataset.cells.values().map(|count| count.ignored[&Ignored::ByProfile]).sum();
    assert_eq!(ignored, 8);
}

#[test]
fn a_day_in_a_column_of_periods_is_read_as_its_writers_do() {
    let rows = "A-1,budget,10/12/2025,1000,EUR\n";
    let (dataset, codes) = one("Montants", &format!("Identifiant,Nature,Date du paiement,Montant,Monnaie\n{rows}"));
    assert_eq!(codes, Vec::<&str>::new());
    let period = cell(dataset.table(Sheet::Amounts), 0, Field::Date).period();
    assert_eq!(period.map(|period| period.from), Some(jiff::civil::date(2025, 12, 10)));
    let (_, codes) = one("Amounts", &format!("Activity ID,Kind of amount,Payment date,Amount,Currency\n{rows}"));
    assert!(codes.contains(&"V308"), "{codes:?}");
}
