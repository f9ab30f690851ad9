//! The decisions of people, applied and accounted for: each is used and told, or told to meet nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Correction, Decided, Decision, Decisions, Finding, FindingCode, Kind, Lang, List, Origin, Place, RawRow, RawValue,
    SheetId, Value,
};
use crate::reference::{Reference, fold};

use super::cells::{shown, words};
use super::date::{self, Reading};
use super::number::{self, Style};
use super::text::trim;

/// Keeps the decisions of a campaign while its files are read.
#[derive(Default)]
pub struct Docket<'a> {
    decisions: Option<&'a Decisions>,
    whole: bool,
    /// The corrections, by row of their cell.
    corrections: BTreeMap<u32, Vec<(&'a Decision, &'a Correction)>>,
    /// The rows of the decisions that met something.
    met: BTreeSet<u32>,
}

impl<'a> Docket<'a> {
    /// Takes the decisions of a campaign. `whole` is true where every return is read.
    pub fn new(decisions: &'a Decisions, whole: bool) -> Self {
        let mut corrections: BTreeMap<u32, Vec<_>> = BTreeMap::new();
        for decision in &decisions.made {
            if let Decided::Correction(correction) = &decision.what {
                corrections.entry(correction.cell.0).or_default().push((decision, correction));
            }
        }
        Docket { decisions: Some(decisions), whole, corrections, met: BTreeSet::new() }
    }

    /// Gives the decisions that can be applied.
    pub fn made(&self) -> &'a [Decision] {
        self.decisions.map_or(&[], |decisions| &decisions.made)
    }

    /// Notes that a decision met something.
    pub fn meet(&mut self, decision: &Decision) {
        self.met.insert(decision.row);
    }

    /// Corrects the cells of a row that still hold what was found when they were decided.
    pub fn correct(&mut self, file: &str, sheet: (SheetId, &str), row: &mut RawRow, findings: &mut Vec<Finding>) {
        let Some(corrections) = self.corrections.get(&row.row) else { return };
        for (decision, correction) in corrections {
            if !self.is_file(&correction.file, file)
                || correction.sheet.as_ref().is_some_and(|name| fold(name) != fold(sheet.1))
            {
                continue;
            }
            let column = correction.cell.1;
            let at = row.cells.binary_search_by_key(&column, |cell| cell.0);
            let present = at.ok().map(|at| &row.cells[at].1);
            let right = right(&correction.right);
            if present.is_some_and(|present| same(present, &words(&right))) {
                // The council corrected the cell itself; the decision has nothing left to do.
                continue;
            }
            self.met.insert(decision.row);
            let place = Place::Cell(Origin::cell(sheet.0, row.row, column));
            let holds = match present {
                Some(present) => same(present, &correction.found),
                None => correction.found.is_empty(),
            };
            let found = present.map_or(Value::key("decision-blank"), |present| shown(&words(present)));
            let finding = if holds {
                Finding::new(FindingCode::Corrected, place).with("found", found).with("read", shown(&correction.right))
            } else {
                let expected = match &*correction.found {
                    "" => Value::key("decision-blank"),
                    text => shown(text),
                };
                Finding::new(FindingCode::CorrectionStale, place).with("found", found).with("expected", expected)
            };
            findings.push(signed(finding, decision));
            match at {
                _ if !holds => {}
                Ok(at) => row.cells[at].1 = right,
                Err(at) => row.cells.insert(at, (column, right)),
            }
        }
    }

    /// Says whether a decision speaks of a file. One that is checked alone is known by its name.
    fn is_file(&self, decided: &str, file: &str) -> bool {
        let decided = if self.whole { decided } else { decided.rsplit('/').next().unwrap_or(decided) };
        fold(decided) == fold(file)
    }

    /// Tells the use of each alias once, the decisions that met nothing, and those that are wrong.
    pub fn close(&mut self, findings: &mut Vec<Finding>) {
        let Some(decisions) = self.decisions else { return };
        let mut uses: BTreeMap<u32, u64> = BTreeMap::new();
        findings.retain(|finding| {
            let used = (finding.code == FindingCode::AliasUsed).then(|| row_of(finding)).flatten();
            used.map(|row| *uses.entry(row).or_default() += 1).is_none()
        });
        for decision in &decisions.made {
            if let (Decided::Alias { list, text, code }, Some(&count)) = (&decision.what, uses.get(&decision.row)) {
                let finding = Finding::new(FindingCode::AliasUsed, Place::Campaign)
                    .with("found", shown(text))
                    .with("read", Value::Name(*list, code.clone()))
                    .with("count", Value::count(count));
                findings.push(signed(finding, decision));
            } else if self.whole && !self.met.contains(&decision.row) {
                let (kind, found) = match &decision.what {
                    Decided::Alias { text, .. } => ("alias", shown(text)),
                    Decided::Correction(Correction { file, cell: (row, column), .. }) => {
                        let address = Origin::cell(SheetId(0), *row, *column).address();
                        ("correction", Value::code(format!("{file} {address}")))
                    }
                    Decided::Joint { pair: [one, other], .. } => {
                        ("merge", Value::List(vec![Value::code(&one.id), Value::code(&other.id)]))
                    }
                };
                let finding = Finding::new(FindingCode::DecisionUnmet, Place::Campaign)
                    .with("kind", Value::Name(List::Values("decision_kind"), kind.into()))
                    .with("found", found);
                findings.push(signed(finding, decision));
            }
        }
        for wrong in &decisions.wrong {
            findings.push(refused(wrong.row, wrong.reason.clone()));
        }
    }
}

/// Makes the finding of a decision that can't be applied.
pub fn refused(row: u32, reason: Value) -> Finding {
    Finding::new(FindingCode::DecisionWrong, Place::Campaign)
        .with("row", Value::code(row.to_string()))
        .with("reason", reason)
}

/// Adds who decided, when, and in which row.
pub fn signed(finding: Finding, decision: &Decision) -> Finding {
    finding
        .with("author", Value::from(&*decision.author))
        .with("date", Value::Date(decision.date))
        .with("row", Value::code(decision.row.to_string()))
}

/// What stands between the entries, and the parts of an entry, of one cell.
const BETWEEN: [char; 12] = [';', ',', '\n', '\r', '،', '|', '(', ')', '–', '—', ':', '/'];

/// Notes the aliases that a cell was read by, each once; [`Docket::close`] gathers the notes.
pub fn used(reference: &Reference, list: List, text: &str, place: Place, findings: &mut Vec<Finding>) {
    let Some(aliases) = reference.decided(list) else { return };
    let strong = [';', '\n', '\r', '،', '|'];
    let parts = text.split(strong).chain(text.split(BETWEEN)).chain(text.split(" - "));
    let rows: BTreeSet<u32> =
        std::iter::once(text).chain(parts).filter_map(|part| aliases.get(&fold(part)).copied()).collect();
    for row in rows {
        findings.push(Finding::new(FindingCode::AliasUsed, place).with("row", Value::count(row)));
    }
}

fn row_of(finding: &Finding) -> Option<u32> {
    match finding.args.first() {
        Some((_, Value::Number(row, _))) => u32::try_from(*row).ok(),
        _ => None,
    }
}

const STYLE: Style = Style { decimal: None, kind: Kind::Money, lang: Lang::Fr };

/// Says whether a cell holds what a person wrote down of it. Numbers and dates are compared as such, words without case,
/// accents and punctuation.
fn same(cell: &RawValue, text: &str) -> bool {
    let text = trim(text);
    let read = || number::parse(text, STYLE).map(|reading| reading.number);
    match cell {
        RawValue::Number(number) | RawValue::Percent(number) => {
            number::from_file(*number).is_some_and(|number| read() == Some(number))
        }
        RawValue::Date(moment) => match date::parse(text) {
            Some(Reading::Day(day) | Reading::DayFirst(day) | Reading::MonthFirst(day)) => day == moment.date(),
            Some(Reading::Either { day_first, .. }) => day_first == moment.date(),
            None => false,
        },
        RawValue::Uncalculated => text.is_empty(),
        RawValue::Text(found) | RawValue::Error(found) => {
            let spaceless = |text: &str| text.split_whitespace().collect::<String>();
            // Without letters, signs tell numbers and dates apart.
            if fold(found).chars().any(char::is_alphabetic) {
                fold(found) == fold(text)
            } else {
                spaceless(found) == spaceless(text)
            }
        }
        RawValue::Bool(_) => fold(&words(cell)) == fold(text),
    }
}

/// Gives a right value as a spreadsheet would hold it, so that a number does not stand as text.
fn right(text: &str) -> RawValue {
    let text = trim(text);
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','))
        && digits.chars().filter(|letter| !letter.is_ascii_digit()).count() <= 1
        && (!digits.starts_with('0') || digits.len() == 1 || digits[1..].starts_with(['.', ',']));
    if plain && let Ok(number) = text.replace(',', ".").parse::<f64>() {
        return RawValue::Number(number);
    }
    match (text.len(), date::parse(text)) {
        (8..=10, Some(Reading::Day(day) | Reading::DayFirst(day) | Reading::Either { day_first: day, .. })) => {
            RawValue::Date(day.at(0, 0, 0, 0))
        }
        _ => RawValue::Text(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: RawValue, text: &str, expected: bool) {
        assert_eq!(same(&cell, text), expected, "{cell:?} and {text:?}");
    }

    #[test]
    fn a_cell_is_known_again_as_a_person_wrote_it_down() {
        check(RawValue::Number(1234.5), "1 234,50", true);
        check(RawValue::Number(1234.5), "12345", false);
        check(RawValue::Text("Tiznit ".into()), "TIZNIT", true);
        check(RawValue::Text("env. 200".into()), "Env 200", true);
        check(RawValue::Text("12,5".into()), "125", false);
        check(RawValue::Text("-5".into()), "5", false);
        check(RawValue::Date(jiff::civil::date(2026, 4, 3).at(0, 0, 0, 0)), "03/04/2026", true);
        check(RawValue::Date(jiff::civil::date(2026, 4, 3).at(0, 0, 0, 0)), "2026-04-04", false);
    }

    #[test]
    fn a_right_value_is_a_number_or_a_day_where_it_can_be() {
        assert_eq!(right("26112,5"), RawValue::Number(26112.5));
        assert_eq!(right("007"), RawValue::Text("007".into()));
        assert_eq!(right("1.234.567"), RawValue::Text("1.234.567".into()));
        assert_eq!(right("2026-03-15"), RawValue::Date(jiff::civil::date(2026, 3, 15).at(0, 0, 0, 0)));
        assert_eq!(right("A-2026"), RawValue::Text("A-2026".into()));
    }
}
