//! What an activity says of the world's goals: the weights of its SDG targets, and its DAC policy markers.

use rust_decimal::Decimal;

use crate::model::{Cell, Code, Field, Finding, FindingCode, Kind, List, Place, Row, Sheet, Value, schema};
use crate::reference::{Match, Reference};

use super::cells::{Reader, shown, words};
use super::lists;
use super::number::{self, Style};
use super::records::Incoming;
use super::text::trim;

/// The most that weights may miss 100 by: three thirds of 33.3 are a whole.
const ROUNDING: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// Fills the weights of the row's targets, and puts its markers into one writing: `1:2`, marker and score.
///
/// Weights are percentages that sum to 100, as those of sectors do in IATI, and are divided by their sum. Where they do
/// not, or stand beside some targets only, there are none: each goal counts the activity in full, and a finding says so.
/// A marker or score that the lists of the DAC do not have keeps the cell out.
pub fn complete(
    reader: &Reader<'_>,
    row: &mut Row,
    cells: &[Incoming<'_>],
    place: &dyn Fn(Option<u16>) -> Place,
    findings: &mut Vec<Finding>,
) {
    let at = |field| schema::position(Sheet::Activities, field);
    let (Some(sdg), Some(markers), Some(weighted)) = (at(Field::Sdg), at(Field::Markers), at(Field::SdgWeights)) else {
        return;
    };
    if let Some(cell) = cells.iter().find(|cell| cell.at == sdg)
        && row.cells[sdg].is_present()
    {
        let text = words(&cell.value);
        match weights(reader, &text) {
            Weights::None => {}
            Weights::Sound(weights) => row.cells.set(weighted, Cell::Codes(weights.into())),
            Weights::Wrong => {
                findings.push(Finding::new(FindingCode::SdgWeights, place(cell.column)).with("found", shown(&text)));
            }
        }
    }
    if let Some(cell) = cells.iter().find(|cell| cell.at == markers)
        && let Cell::Codes(parts) = &row.cells[markers]
    {
        let scored: Option<Vec<Code>> = parts.iter().map(|part| marker(reader.reference, part)).collect();
        let once = |scored: &Vec<Code>| {
            let of = |code: &Code| code.split(':').next().map(str::to_owned);
            (1..scored.len()).all(|at| scored[..at].iter().all(|other| of(other) != of(&scored[at])))
        };
        let scored = match scored.filter(once) {
            Some(scored) => Cell::Codes(scored.into()),
            None => {
                findings.push(
                    Finding::new(FindingCode::MarkerUnknown, place(cell.column))
                        .with("found", shown(&words(&cell.value)))
                        .with("field", Value::Column(Sheet::Activities, Field::Markers)),
                );
                Cell::Held
            }
        };
        row.cells.set(markers, scored);
    }
}

/// What a cell of targets says of weights.
#[derive(Debug, PartialEq)]
enum Weights {
    /// Nothing.
    None,
    /// Each target with its share of the whole: `6.1:0.6`.
    Sound(Vec<Code>),
    /// Weights that do not sum to 100, or of some targets only.
    Wrong,
}

/// Reads the weights of `6.1:60;11.6:40`, `6.1 (60 %), 11.6 (40 %)` or `6.1 = 60 | 11.6 = 40`.
fn weights(reader: &Reader<'_>, text: &str) -> Weights {
    let parts = text.split([';', '\n', '\r', '،', '|']).flat_map(pieces);
    let (mut found, mut bare) = (Vec::new(), false);
    for part in parts {
        match weight(reader, &part) {
            Some((target, weight)) => found.push((target, weight)),
            None => bare |= !trim(&part).is_empty(),
        }
    }
    let sum: Decimal = found.iter().map(|(_, weight)| *weight).sum();
    if found.is_empty() {
        Weights::None
    } else if bare || (sum - Decimal::ONE_HUNDRED).abs() > ROUNDING {
        Weights::Wrong
    } else {
        let share = |(target, weight): (Code, Decimal)| Code::from(format!("{target}:{}", (weight / sum).normalize()));
        Weights::Sound(found.into_iter().map(share).collect())
    }
}

/// Cuts at the commas that part targets: those before a piece with a weight of its own. Others are decimal signs.
fn pieces(part: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for piece in part.split(',') {
        match pieces.last_mut() {
            Some(last) if !piece.contains([':', '(', '=']) => {
                last.push(',');
                last.push_str(piece);
            }
            _ => pieces.push(piece.to_owned()),
        }
    }
    pieces
}

fn weight(reader: &Reader<'_>, part: &str) -> Option<(Code, Decimal)> {
    let (target, weight) = trim(part).trim_end_matches(')').rsplit_once([':', '(', '='])?;
    let style = Style { decimal: reader.decimal, kind: Kind::Number, lang: reader.lang };
    let reading = number::parse(weight, style).filter(|reading| reading.currency.is_none())?;
    let weight = if reading.percent { reading.number * Decimal::ONE_HUNDRED } else { reading.number };
    match lists::one(reader.reference, List::Sdg, target) {
        Match::Exact(code) if weight > Decimal::ZERO => Some((code, weight)),
        _ => None,
    }
}

/// Reads a marker, by code or name, with its score.
fn marker(reference: &Reference, part: &str) -> Option<Code> {
    let (name, score) = part.rsplit_once([':', '='])?;
    let Match::Exact(code) = reference.markers.find(trim(name)) else { return None };
    let score = reference.scores.iter().find(|known| known.as_str() == trim(score))?;
    Some(Code::from(format!("{code}:{score}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;

    #[track_caller]
    fn check(text: &str, expected: Option<&[&str]>) {
        let reference = Reference::built_in().unwrap();
        let reader = Reader { reference: &reference, lang: Lang::Fr, text_only: true, decimal: None };
        match (weights(&reader, text), expected) {
            (Weights::Sound(found), Some(expected)) => {
                assert_eq!(found.iter().map(Code::as_str).collect::<Vec<_>>(), expected, "{text:?}");
            }
            (found, None) => assert_eq!(found, Weights::None, "{text:?}"),
            (found, expected) => panic!("{text:?}: {found:?}, not {expected:?}"),
        }
    }

    #[test]
    fn weights_as_people_write_them() {
        for text in ["6.1:60;11.6:40", "6.1 (60 %), 11.6 (40 %)", "6.1 = 60 | 11.6 = 40", "6.1:60، 11.6:٤٠"] {
            check(text, Some(&["6.1:0.6", "11.6:0.4"]));
        }
        check("6.1:62,5;11.6:37,5", Some(&["6.1:0.625", "11.6:0.375"]));
        check("6:25;6.1:25;11:50", Some(&["6:0.25", "6.1:0.25", "11:0.5"]));
        check("6.1;11.6", None);
        check("ODD 6", None);
    }

    #[test]
    fn weights_of_another_sum_are_none() {
        let reference = Reference::built_in().unwrap();
        let reader = Reader { reference: &reference, lang: Lang::Fr, text_only: true, decimal: None };
        for text in ["6.1:60;11.6:60", "6.1:60;11.6", "6.1:50"] {
            assert_eq!(weights(&reader, text), Weights::Wrong, "{text:?}");
        }
        assert!(matches!(weights(&reader, "1:33,3;2:33,3;3:33,3"), Weights::Sound(_)));
    }

    #[test]
    fn markers_by_code_or_name() {
        let reference = Reference::built_in().unwrap();
        let found = |text: &str| marker(&reference, text).map(|code| code.to_string());
        assert_eq!(found("1:2").as_deref(), Some("1:2"));
        assert_eq!(found("Egalité des genres = 2").as_deref(), Some("1:2"));
        for text in ["1", "99:1", "1:7", "1:deux"] {
            assert_eq!(found(text), None, "{text:?}");
        }
    }
}
