//! The decisions of people: `decisions.csv` in the campaign's folder, one row a decision.
//!
//! | column | alias | merge, separate | correction |
//! | --- | --- | --- | --- |
//! | kind | `alias` | `merge` or `separate` | `correction` |
//! | list | the list, such as `territories` | | |
//! | found | the text, as it stands | an identifier | the value, as it stands; blank for an empty cell |
//! | other | | the other identifier | |
//! | file, sheet, cell | | the file of the first | where the value stands |
//! | other file | | the file of the second | |
//! | suggestions | written by `bilan aliases`, never read | | |
//! | decision | code or name of the entry | yes, no, or the identifier to keep | the right value |
//! | author, date | who decided, and when | | |
//! | remark | free | | |
//!
//! Headings, kinds, lists, yes and no are read in the three languages, by their names in `values.csv`; columns may stand
//! in any order, parted by semicolons, commas or tabs. A row without a decision is a proposal, and changes nothing. A row
//! that is wrong is never applied, and is told as a finding.

mod table;

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

pub use table::{COLUMNS, Row, Sheet};

use table::named;

use crate::error::{Error, Result};
use crate::model::{Code, Correction, Decided, Decision, Decisions, List, Named, Refused, Value, Verdict};
use crate::reference::{Reference, VALUE_LISTS, fold};

/// The name of the file, in the campaign's folder.
pub const FILE: &str = "decisions.csv";

/// The lists that an alias can belong to, by their codes in the list `decision_list`; the closed lists of `values.csv`
/// have their own names.
const LISTS: &[(&str, List)] = &[
    ("territories", List::Territories),
    ("themes", List::Themes),
    ("activity_status", List::Statuses),
    ("funding_stages", List::Stages),
    ("funders", List::Funders),
    ("currencies", List::Currencies),
    ("sdg", List::Sdg),
    ("dac_purpose_codes", List::DacCodes),
    ("risk_levels", List::RiskLevels),
    ("indicators", List::Indicators),
    ("units", List::Units),
    ("dac_criteria", List::Criteria),
    ("commitments", List::Commitments),
    ("papers", List::Papers),
];

/// Gives the code under which `decisions.csv` names a list.
pub fn list_code(list: List) -> &'static str {
    match list {
        List::TerritoriesMa | List::TerritoriesFr => "territories",
        List::Values(name) => name,
        _ => LISTS.iter().find(|(_, known)| *known == list).map_or("", |(code, _)| code),
    }
}

fn list_of(code: &str) -> Option<List> {
    let values = || VALUE_LISTS.iter().find(|name| **name == code).map(|name| List::Values(name));
    LISTS.iter().find(|(known, _)| *known == code).map(|(_, list)| *list).or_else(values)
}

/// Reads the decisions of a campaign's folder, and teaches the lists the aliases. No file holds no decisions.
///
/// `latest` is the last day that a decision can have.
///
/// # Errors
///
/// As [`Sheet::parse`]; a file that can't be read. A row that is wrong comes back as such.
pub fn load(folder: &Path, reference: &mut Reference, latest: Date) -> Result<Decisions> {
    let path = folder.join(FILE);
    if !path.is_file() {
        return Ok(Decisions::default());
    }
    let bytes = std::fs::read(&path).map_err(Error::io(&path))?;
    let decisions = read(&Sheet::parse(&bytes, reference)?, reference, latest);
    for decision in &decisions.made {
        if let Decided::Alias { list, text, code } = &decision.what {
            reference.decide(*list, text, code, decision.row);
        }
    }
    Ok(decisions)
}

/// Reads the rows of a file. Rows that contradict each other are all wrong.
pub fn read(sheet: &Sheet, reference: &Reference, latest: Date) -> Decisions {
    let mut decisions = Decisions::default();
    let mut first: BTreeMap<[String; 5], (u32, Decided)> = BTreeMap::new();
    let mut contradicted: BTreeMap<u32, u32> = BTreeMap::new();
    for (number, row) in sheet.rows().filter(|(_, row)| !row.get("decision").is_empty()) {
        match decide(row, reference, latest) {
            Ok((author, date, what)) => {
                let same = row.subject(reference).and_then(|subject| match first.get(&subject) {
                    Some((other, decided)) => Some((*other, agree(decided, &what))),
                    None => {
                        first.insert(subject, (number, what.clone()));
                        None
                    }
                });
                match same {
                    // The same decision twice is one.
                    Some((_, true)) => continue,
                    Some((other, false)) => {
                        contradicted.insert(number, other);
                        contradicted.entry(other).or_insert(number);
                    }
                    None => {}
                }
                decisions.made.push(Decision { row: number, author, date, what });
            }
            Err(reason) => decisions.wrong.push(Refused { row: number, reason }),
        }
    }
    decisions.made.retain(|decision| !contradicted.contains_key(&decision.row));
    decisions.wrong.extend(contradicted.into_iter().map(|(row, other)| Refused {
        row,
        reason: Value::phrase("decision-contradiction", [("row", Value::code(other.to_string()))]),
    }));
    decisions.wrong.sort_by_key(|wrong| wrong.row);
    decisions
}

fn agree(one: &Decided, other: &Decided) -> bool {
    match (one, other) {
        (Decided::Joint { verdict: one, .. }, Decided::Joint { verdict: other, .. }) => one == other,
        (Decided::Alias { code: one, .. }, Decided::Alias { code: other, .. }) => one == other,
        (Decided::Correction(one), Decided::Correction(other)) => fold(&one.right) == fold(&other.right),
        _ => false,
    }
}

/// What a row decides, or why it decides nothing.
fn decide(row: Row<'_>, reference: &Reference, latest: Date) -> std::result::Result<(Box<str>, Date, Decided), Value> {
    let said = |key: &'static str, column: &str| Value::phrase(key, [("found", Value::from(row.get(column)))]);
    let kind = row.kind(reference).ok_or_else(|| said("decision-kind-unknown", "kind"))?;
    let what = match &*kind {
        "alias" => alias(row, reference)?,
        "correction" => correction(row)?,
        "merge" | "separate" => joint(row, reference, *kind == *"merge")?,
        _ => return Err(said("decision-kind-unknown", "kind")),
    };
    let author = row.get("author");
    if author.is_empty() {
        return Err(Value::key("decision-author-absent"));
    }
    if row.get("date").is_empty() {
        return Err(Value::key("decision-date-absent"));
    }
    let date = day(row.get("date")).ok_or_else(|| said("decision-date-unreadable", "date"))?;
    if date > latest {
        return Err(Value::phrase("decision-date-ahead", [("found", Value::Date(date)), ("latest", latest.into())]));
    }
    Ok((author.into(), date, what))
}

fn alias(row: Row<'_>, reference: &Reference) -> std::result::Result<Decided, Value> {
    let said = |key: &'static str, column: &str| Value::phrase(key, [("found", Value::from(row.get(column)))]);
    let list = named(reference, "decision_list", row.get("list")).and_then(|code| list_of(&code));
    let list = list.ok_or_else(|| said("decision-list-unknown", "list"))?;
    let text = row.get("found");
    if fold(text).is_empty() {
        return Err(Value::key("decision-text-absent"));
    }
    let code = entry(reference, list, row.get("decision")).ok_or_else(|| said("decision-entry-unknown", "decision"))?;
    match reference.exact(list, text) {
        Some(other) if other != code => {
            Err(Value::phrase("decision-text-taken", [("entry", Value::Name(list, other))]))
        }
        _ => Ok(Decided::Alias { list, text: text.into(), code }),
    }
}

/// Finds the entry that a decision names: a code, a name, or a suggestion such as `Tiznit (MA-TIZ)`.
fn entry(reference: &Reference, list: List, text: &str) -> Option<Code> {
    let inside = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('(')).map(|(_, code)| code);
    reference.exact(list, text).or_else(|| reference.exact(list, inside?))
}

fn correction(row: Row<'_>) -> std::result::Result<Decided, Value> {
    let file = row.get("file");
    if file.is_empty() || row.get("cell").is_empty() {
        return Err(Value::key("decision-place-absent"));
    }
    let wrong = || Value::phrase("decision-cell-unreadable", [("found", Value::code(row.get("cell")))]);
    let sheet = row.get("sheet");
    Ok(Decided::Correction(Correction {
        file: path(file),
        sheet: (!sheet.is_empty()).then(|| sheet.into()),
        cell: cell(row.get("cell")).ok_or_else(wrong)?,
        found: row.get("found").into(),
        right: row.get("decision").into(),
    }))
}

fn joint(row: Row<'_>, reference: &Reference, merge: bool) -> std::result::Result<Decided, Value> {
    let named_by = |id, file| {
        let file = row.get(file);
        Named { id: row.get(id).into(), file: (!file.is_empty()).then(|| path(file)) }
    };
    let pair = [named_by("found", "file"), named_by("other", "other_file")];
    let alike = fold(&pair[0].id) == fold(&pair[1].id);
    if pair.iter().any(|named| named.id.is_empty()) || (alike && pair[0].file == pair[1].file) {
        return Err(Value::key("decision-identifiers-absent"));
    }
    let text = row.get("decision");
    let answer = named(reference, "yes_no", text);
    let verdict = match (answer.as_deref(), merge) {
        (Some("yes"), true) => Verdict::Merge(None),
        (Some("no"), true) | (Some("yes"), false) => Verdict::Separate,
        (None, true) if pair.iter().any(|named| fold(&named.id) == fold(text)) => Verdict::Merge(Some(text.into())),
        _ => {
            return Err(Value::phrase("decision-answer-unknown", [("found", Value::from(text))]));
        }
    };
    Ok(Decided::Joint { pair, verdict })
}

/// Gives a path as the list of returns has it.
fn path(text: &str) -> Box<str> {
    let text = text.replace('\\', "/");
    text.strip_prefix("returns/").unwrap_or(&text).into()
}

/// Reads the address of a cell: `H7`, `$H$7`.
fn cell(text: &str) -> Option<(u32, u16)> {
    let text = text.replace('$', "").to_ascii_uppercase();
    let digits = text.find(|letter: char| letter.is_ascii_digit())?;
    let column = text[..digits].bytes().try_fold(0_u16, |sum, letter| {
        let letter = u16::from(letter.checked_sub(b'A').filter(|letter| *letter < 26)?) + 1;
        sum.checked_mul(26)?.checked_add(letter)
    })?;
    Some((text[digits..].parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// Reads a day: `2027-01-15`, or as Excel rewrites it in France and Morocco, `15/01/2027`.
fn day(text: &str) -> Option<Date> {
    let folded = fold(text.split(['T']).next().unwrap_or(""));
    let numbers: Vec<i16> = folded.split(' ').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [first, month, last] = numbers.get(..3)?.try_into().ok()?;
    let (year, day) = if first > 31 { (first, last) } else { (last, first) };
    let year = if (0..100).contains(&year) { year + 2000 } else { year };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATEST: Date = jiff::civil::date(2027, 1, 15);

    fn decisions(text: &str) -> Decisions {
        let reference = Reference::built_in().unwrap();
        read(&Sheet::parse(text.as_bytes(), &reference).unwrap(), &reference, LATEST)
    }

    #[track_caller]
    fn wrong(row: &str, reason: &str) {
        let found = decisions(&format!("{HEAD}\n{row}\n"));
        assert!(found.made.is_empty(), "{found:?}");
        let [Refused { row: 2, reason: Value::Phrase(phrase) }] = &found.wrong[..] else { panic!("{found:?}") };
        assert_eq!(phrase.key, reason);
    }

    const HEAD: &str = "Nature;Liste;Trouvé;Autre identifiant;Fichier;Feuille;Cellule;Autre fichier;Suggestions;Décision;Auteur;Date;Remarque";

    #[test]
    fn a_file_is_read_in_three_languages_and_any_order() {
        let french =
            decisions(&format!("{HEAD}\nAlias;Territoires;Tiznitt;;;;;;;Tiznit (MA-TIZ);A. Idrissi;15/01/2027;\n"));
        let arabic = decisions(
            "القرار,النوع,اللائحة,الموجود,صاحب القرار,التاريخ\nتيزنيت,اسم بديل,المجالات الترابية,Tiznitt,A. Idrissi,2027-01-15\n",
        );
        let english = decisions(
            "\u{FEFF}Decision\tKind\tList\tFound\tAuthor\tDate\nMA-TIZ\tAlias\tTerritories\tTiznitt\tA. Idrissi\t2027-01-15\n",
        );
        let expected = Decided::Alias { list: List::Territories, text: "Tiznitt".into(), code: "MA-TIZ".into() };
        for found in [french, arabic, english] {
            assert!(found.wrong.is_empty(), "{found:?}");
            assert_eq!(found.made[0].what, expected);
            assert_eq!((&*found.made[0].author, found.made[0].date, found.made[0].row), ("A. Idrissi", LATEST, 2));
        }
    }

    #[test]
    fn a_row_without_a_decision_changes_nothing() {
        assert_eq!(
            decisions(&format!("{HEAD}\nAlias;Territoires;Tiznitt;;;;;;Tiznit (MA-TIZ);;;;4 fois\n;;;;;\n")),
            Decisions::default()
        );
    }

    #[test]
    fn a_wrong_row_says_why() {
        wrong("Surnom;;x;;;;;;;y;A;2027-01-15;", "decision-kind-unknown");
        wrong("Alias;Villes;x;;;;;;;y;A;2027-01-15;", "decision-list-unknown");
        wrong("Alias;Territoires;x;;;;;;;Atlantide;A;2027-01-15;", "decision-entry-unknown");
        wrong("Alias;Territoires;Tata;;;;;;;Tiznit;A;2027-01-15;", "decision-text-taken");
        wrong("Alias;Territoires;;;;;;;;Tiznit;A;2027-01-15;", "decision-text-absent");
        wrong("Alias;Territoires;Tiznitt;;;;;;;Tiznit;;2027-01-15;", "decision-author-absent");
        wrong("Alias;Territoires;Tiznitt;;;;;;;Tiznit;A;;", "decision-date-absent");
        wrong("Alias;Territoires;Tiznitt;;;;;;;Tiznit;A;hier;", "decision-date-unreadable");
        wrong("Alias;Territoires;Tiznitt;;;;;;;Tiznit;A;2027-01-16;", "decision-date-ahead");
        wrong("Correction;;12;;;;H7;;;13;A;2027-01-15;", "decision-place-absent");
        wrong("Correction;;12;;a.xlsx;S;7;;;13;A;2027-01-15;", "decision-cell-unreadable");
        wrong("Fusion;;A-1;;;;;;;oui;A;2027-01-15;", "decision-identifiers-absent");
        wrong("Fusion;;A-1;B-2;;;;;;C-3;A;2027-01-15;", "decision-answer-unknown");
        wrong("Séparation;;A-1;B-2;;;;;;A-1;A;2027-01-15;", "decision-answer-unknown");
    }

    #[test]
    fn rows_that_contradict_each_other_are_both_refused() {
        let found = decisions(&format!(
            "{HEAD}\nAlias;Territoires;Tizn.;;;;;;;Tiznit;A;2027-01-15;\nAlias;Territoires;tizn;;;;;;;Tata;B;2027-01-15;\n\
             Fusion;;A-1;B-2;;;;;;oui;A;2027-01-15;\nFusion;;B-2;A-1;;;;;;non;A;2027-01-15;\n"
        ));
        assert!(found.made.is_empty(), "{found:?}");
        assert_eq!(found.wrong.iter().map(|wrong| wrong.row).collect::<Vec<_>>(), [2, 3, 4, 5]);
    }

    #[test]
    fn the_words_of_a_file_stand_in_the_lists() {
        let reference = Reference::built_in().unwrap();
        for column in COLUMNS {
            assert!(reference.entry(List::Values("decision_column"), column).is_some(), "{column}");
        }
        for entry in reference.entries(List::Values("decision_list")) {
            let list = list_of(&entry.code).unwrap();
            assert!(!reference.entries(list).is_empty(), "{}", entry.code);
        }
        for column in crate::model::schema::COLUMNS.iter().filter(|column| !column.derived) {
            if let (crate::model::Kind::One(list) | crate::model::Kind::Many(list), true) =
                (column.kind, crate::model::schema::USED.contains(&column.sheet))
            {
                assert!(reference.entry(List::Values("decision_list"), list_code(list)).is_some(), "{list:?}");
            }
        }
    }
}
