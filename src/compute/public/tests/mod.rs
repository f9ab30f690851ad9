//! The laws of the public copy, each by its name, over small datasets that are written as csv.

mod property;

use std::borrow::Cow;

use super::{Public, Words};
use crate::compute::tests::{REFERENCE, data, settings};
use crate::compute::{Prepared, prepare};
use crate::model::{
    Cell, Code, Dataset, Field, Figures, Finding, FindingCode, LEFT_OUT, Mask, Origin, Outcome, Place, Scope, Settings,
    Sheet, SheetId, SourceFile, Sources, Value,
};

const ACTIVITIES: &str = "[activities]\nactivity_id,territory_ma,theme,status,start_date,beneficiaries_total,beneficiaries_women,beneficiaries_youth\n";

fn small() -> Settings {
    Settings { small_group: 5, ..settings("2025") }
}

/// Makes the public copy of activities `id,territory,total,women,youth`: the copy and its figures.
fn published(rows: &str) -> (Dataset, Figures) {
    let lines = rows.split_whitespace().map(|row| {
        let mut cells = row.split(',');
        let (id, place) = (cells.next().unwrap(), cells.next().unwrap());
        format!("{id},{place},health,ongoing,2025-02-01,{}\n", cells.collect::<Vec<_>>().join(","))
    });
    publish(data(&format!("{ACTIVITIES}{}", lines.collect::<String>())), &Scope::All)
}

fn publish(mut dataset: Dataset, scope: &Scope) -> (Dataset, Figures) {
    let settings = small();
    prepare(&mut dataset, &REFERENCE, &settings);
    let words = Words::of(&dataset, &[], &REFERENCE);
    let prepared = Prepared::new(&dataset, &REFERENCE, &settings);
    let whole = prepared.figures(&Scope::All);
    let public = Public::new(&dataset, &whole, &words, &REFERENCE, &settings);
    let figures = public.figures(&prepared.figures(scope)).into_owned();
    (public.dataset.into_owned(), figures)
}

/// Gives a cell of an activity as short text: `-` missing, `<5` and `x` masked.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => number.normalize().to_string(),
        Cell::Masked(Mask::Few(limit)) => format!("<{limit}"),
        Cell::Masked(Mask::Withheld) => "x".to_owned(),
        Cell::Missing => "-".to_owned(),
        other => format!("{other:?}"),
    }
}

/// Checks the total, the women and the young of each activity.
#[track_caller]
fn check(rows: &str, expected: &str) {
    let (dataset, _) = published(rows);
    let table = dataset.table(Sheet::Activities);
    let fields = [Field::BeneficiariesTotal, Field::BeneficiariesWomen, Field::BeneficiariesYouth];
    let found = table.rows.iter().map(|row| fields.map(|field| shown(table.cell(row, field))).join(","));
    assert_eq!(found.collect::<Vec<_>>().join(" "), expected, "{rows}");
}

#[track_caller]
fn check_figure(figures: &Figures, code: &str, expected: &str) {
    let found = match &figures.cross[&Code::from(code)].outcome {
        Outcome::Masked(Mask::Few(limit)) => format!("<{limit}"),
        Outcome::Masked(Mask::Withheld) => "x".to_owned(),
        Outcome::Interval(low, high) if low == high => low.normalize().to_string(),
        Outcome::Interval(low, high) => format!("{}-{}", low.normalize(), high.normalize()),
        Outcome::Ratio(above, below) => format!("{}/{}", above.normalize(), below.normalize()),
        other => format!("{other:?}"),
    };
    assert_eq!(found, expected, "{code}");
}

#[test]
fn from_one_to_four_people_are_fewer_than_five() {
    check("A,MA-AGD,4,, B,MA-AOU,1,, C,MA-ASZ,300,,", "<5,-,- <5,-,- 300,-,-");
}

#[test]
fn nobody_and_missing_stay_and_five_is_told() {
    check("A,MA-AGD,0,0, B,MA-AOU,5,, C,MA-ASZ,,,", "0,0,- 5,-,- -,-,-");
}

#[test]
fn a_part_is_withheld_where_the_rest_of_its_whole_is_small() {
    // Three men: the women go, and those of the next smallest activity, which the total of women would tell.
    let (dataset, figures) = published("A,MA-AGD,123,120, B,MA-AOU,400,200, C,MA-ASZ,900,600,");
    let table = dataset.table(Sheet::Activities);
    let women: Vec<_> = table.rows.iter().map(|row| shown(table.cell(row, Field::BeneficiariesWomen))).collect();
    assert_eq!(women, ["x", "x", "600"]);
    check_figure(&figures, "X4-women", "920");
    check_figure(&figures, "X4-total", "1423");
}

#[test]
fn the_young_are_withheld_where_few_are_not_young() {
    check("A,MA-AGD,100,,98 B,MA-AOU,300,,50 C,MA-ASZ,900,,70", "100,-,x 300,-,x 900,-,70");
}

#[test]
fn one_masked_value_takes_the_next_smallest_with_it() {
    check("A,MA-AGD,3,, B,MA-AOU,40,, C,MA-ASZ,900,,", "<5,-,- x,-,- 900,-,-");
}

#[test]
fn two_masked_values_that_only_one_pair_fits_take_a_third() {
    // 1 and 1 make 2, and 4 and 4 make 8; 1 and 4 might be 2 and 3.
    check("A,MA-AGD,1,, B,MA-AOU,1,, C,MA-ASZ,40,, D,MA-AZI,70,,", "<5,-,- <5,-,- x,-,- 70,-,-");
    check("A,MA-AGD,4,, B,MA-AOU,4,, C,MA-ASZ,40,, D,MA-AZI,70,,", "<5,-,- <5,-,- x,-,- 70,-,-");
    check("A,MA-AGD,1,, B,MA-AOU,4,, C,MA-ASZ,40,, D,MA-AZI,70,,", "<5,-,- <5,-,- 40,-,- 70,-,-");
}

#[test]
fn a_withheld_value_that_its_limit_would_tell_takes_a_third() {
    // 1 and 5 make 6, and what is withheld is 5 at least: the other would be 1.
    check("A,MA-AGD,1,, B,MA-AOU,5,, C,MA-ASZ,40,,", "<5,-,- x,-,- x,-,-");
}

#[test]
fn a_quotient_is_withheld_where_a_side_or_the_rest_is_small() {
    for (rows, share) in [
        ("A,MA-AGD,100,3,", "x"),
        ("A,MA-AGD,100,97,", "x"),
        ("A,MA-AGD,100,40,", "40/100"),
        ("A,MA-AGD,100,100,", "100/100"),
        ("A,MA-AGD,100,0,", "0/100"),
    ] {
        check_figure(&published(rows).1, "X4-women-share", share);
    }
}

#[test]
fn a_figure_of_another_scope_that_would_tell_a_row_is_withheld() {
    let rows = format!(
        "{ACTIVITIES}A,MA-AGD,health,ongoing,2025-02-01,3,,\nB,MA-AOU,health,ongoing,2025-02-01,40,,\n\
         C,MA-AGD,health,ongoing,2025-02-01,900,,\nD,MA-ASZ,health,ongoing,2025-02-01,700,,\n"
    );
    let (dataset, figures) = publish(data(&rows), &Scope::Territory(Code::from("MA-AGD")));
    let table = dataset.table(Sheet::Activities);
    let told: Vec<_> = table.rows.iter().map(|row| shown(table.cell(row, Field::BeneficiariesTotal))).collect();
    // The low end counts C for A's territory, so that B stands alone in it but for D.
    assert_eq!(told, ["<5", "x", "900", "x"]);
    check_figure(&figures, "X4-total", "x");
    let (_, whole) = publish(data(&rows), &Scope::All);
    check_figure(&whole, "X4-total", "1640-1643");
    let line = |code: &str| {
        let line = whole.territories.lines.iter().find(|(territory, _)| *territory == *code).unwrap();
        matches!(line.1[&Code::from("X4-total")].outcome, Outcome::Masked(_))
    };
    assert_eq!(["MA-AGD", "MA-AOU", "MA-ASZ"].map(line), [true; 3]);
}

#[test]
fn marks_of_a_figure_tell_no_masked_row() {
    let (_, figures) = published("A,MA-AGD,3,, B,MA-AOU,40,, C,MA-ASZ,900,,");
    let marks = &figures.cross[&Code::from("X4-total")].marks;
    assert_eq!(marks.rows().count(), 3);
    assert_eq!(marks.told().len(), 0);
}

#[test]
fn a_baseline_target_or_actual_value_of_people_is_masked_with_its_attainment() {
    let text = "[indicators]\nindicator_code,territory,baseline,target,actual,period\nT6.1,MA-AGD,1,9,3,2025\nT7.2,MA-AGD,2,90,30,2025\n";
    let (dataset, figures) = publish(data(text), &Scope::All);
    let line = |code: &str| figures.results.iter().find(|line| *line.code == *code).unwrap();
    // Full-time equivalents are no group of people; girls and boys enrolled are.
    assert_eq!(line("T6.1").masked, [None; 3]);
    let people = line("T7.2");
    assert_eq!(people.masked[0], Some(Mask::Few(5)));
    assert_eq!((people.baseline, people.attainment.is_err()), (None, true));
    let table = dataset.table(Sheet::Indicators);
    let told: Vec<_> = table.rows.iter().map(|row| shown(table.cell(row, Field::Baseline))).collect();
    assert_eq!(told, ["1", "<5"]);
}

#[test]
fn a_quotient_of_people_goes_with_its_small_side() {
    let text = "[indicators]\nindicator_code,territory,numerator,denominator,actual,period\nT12.2,MA-AGD,3,60,0.05,2025\nT2.2,MA-AGD,3,4,0.75,2025\n";
    let (dataset, figures) = publish(data(text), &Scope::All);
    let table = dataset.table(Sheet::Indicators);
    let told = |row: usize| {
        [Field::Numerator, Field::Denominator, Field::Actual].map(|field| shown(table.cell(&table.rows[row], field)))
    };
    assert_eq!(told(0), ["<5", "60", "x"], "certified people of those trained");
    assert_eq!(told(1), ["3", "4", "0.75"], "territories are no people");
    let line = figures.results.iter().find(|line| *line.code == *"T12.2").unwrap();
    assert_eq!(line.figure.outcome, Outcome::Masked(Mask::Withheld));
}

#[test]
fn nothing_is_copied_where_nothing_is_left_out() {
    let mut dataset = data(&format!("{ACTIVITIES}A,MA-AGD,health,ongoing,2025-02-01,30,,\n"));
    let settings = small();
    prepare(&mut dataset, &REFERENCE, &settings);
    let words = Words::of(&dataset, &[], &REFERENCE);
    let whole = Prepared::new(&dataset, &REFERENCE, &settings).figures(&Scope::All);
    let public = Public::new(&dataset, &whole, &words, &REFERENCE, &settings);
    assert!(matches!(public.dataset, Cow::Borrowed(_)));
}

#[test]
fn private_columns_are_empty_and_their_names_are_left_out_of_texts() {
    let text = "[activities]\nactivity_id,title,description,contact_name,phone\nA,Appui de Mme Benjelloun,voir h.b@tiznit.ma ou 0661 23 45 67,Hassan Benjelloun,661998877\nB,Rien,appeler 661 99 88 77,,\n";
    let (dataset, _) = publish(data(text), &Scope::All);
    let table = dataset.table(Sheet::Activities);
    let told = |row: usize, field| table.cell(&table.rows[row], field).text().unwrap_or("-").to_owned();
    assert_eq!(told(0, Field::Title), format!("Appui de {LEFT_OUT}"));
    assert_eq!(told(0, Field::Description), format!("voir {LEFT_OUT} ou {LEFT_OUT}"));
    assert_eq!(told(1, Field::Description), format!("appeler {LEFT_OUT}"));
    assert_eq!([Field::ContactName, Field::Phone].map(|field| told(0, field)), ["-", "-"]);
}

#[test]
fn findings_and_file_names_tell_no_name_and_no_small_number_of_people() {
    let mut dataset = data("[activities]\nactivity_id,contact_name\nA,Hassan Benjelloun\n");
    let mut columns = vec![None; crate::model::schema::columns(Sheet::Activities).len()];
    columns[crate::model::schema::position(Sheet::Activities, Field::BeneficiariesWomen).unwrap()] = Some(7);
    dataset.columns.entry(SheetId(0)).or_default().insert(Sheet::Activities, columns);
    let words = Words::of(&dataset, &[], &REFERENCE);
    let at = |column| Place::Cell(Origin::cell(SheetId(0), 3, column));
    let findings = [
        Finding::new(FindingCode::NumberAsText, at(7)).with("found", "3 femmes").with("read", Value::count(3)),
        Finding::new(FindingCode::NumberAsText, at(2)).with("found", "3 000").with("read", Value::count(3)),
        Finding::new(FindingCode::PartOverWhole, at(2))
            .with("found", Value::count(4))
            .with("expected", Value::count(12))
            .with("field", Value::Column(Sheet::Activities, Field::BeneficiariesWomen)),
        Finding::new(FindingCode::NumberAsText, at(2)).with("found", "Benjelloun, 0661234567"),
    ];
    let public = words.findings(&findings, &dataset, &small());
    let told = |finding: usize, arg: usize| public[finding].args[arg].1.clone();
    assert_eq!(told(0, 0), Value::from(LEFT_OUT));
    assert_eq!(told(0, 1), Value::Masked(Mask::Few(5)));
    assert_eq!(told(1, 1), Value::count(3));
    assert_eq!([told(2, 0), told(2, 1)], [Value::Masked(Mask::Few(5)), Value::count(12)]);
    assert_eq!(told(3, 0), Value::from(format!("{LEFT_OUT}, {LEFT_OUT}")));

    let mut sources = Sources::default();
    for path in ["maroc/retour Benjelloun.xlsx", "maroc/retour benjelloun.xlsx", "maroc/tiznit.xlsx"] {
        sources.add_file(SourceFile { path: path.into(), sha256: "".into(), bytes: 0 });
    }
    let paths: Vec<_> = words.sources(&sources).files.iter().map(|file| file.path.to_string()).collect();
    assert_eq!(paths, ["maroc/retour […].xlsx", "maroc/retour […] (2).xlsx", "maroc/tiznit.xlsx"]);
}
