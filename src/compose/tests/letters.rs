//! Who is written to, in which languages, and what a letter never tells.

use super::world::{self, World};
use crate::compose::letters::{reminded, speaks};
use crate::compose::report;
use crate::model::figures::Scope;
use crate::model::report::{Block, Front};
use crate::model::{DocumentKind, Lang, Report};

fn letter(kind: &DocumentKind) -> Report {
    report(&World::new().inputs(), &world::full(Scope::All), kind)
}

#[test]
fn councils_without_a_return_and_with_gaps_are_written_to_and_no_other() {
    let world = World::new();
    let names = reminded(&world.inputs(), &world::full(Scope::All));
    let names: Vec<&str> = names.iter().map(|code| code.as_str()).collect();
    assert_eq!(names, ["MA-AGD", "MA-AOU", "FR-81"]);
}

#[test]
fn a_letter_names_each_cell_and_never_what_stands_in_it() {
    let letter = letter(&DocumentKind::Reminder("MA-AGD".into()));
    let grids = letter.chapters[0].blocks.iter().filter_map(|block| match block {
        Block::Grid(grid) => Some(grid),
        _ => None,
    });
    let cells: Vec<String> =
        grids.flat_map(|grid| &grid.rows).map(|row| serde_json::to_string(&row[1].value).unwrap()).collect();
    assert_eq!(cells[0], r#"{"code":"J4"}"#, "{cells:?}");
    let text = serde_json::to_string(&letter).unwrap();
    assert!(text.contains("finding-v302.expected") && text.contains("finding-v302.remedy"), "{text}");
    assert!(!text.contains("douze") && !text.contains(world::SECRET), "{text}");
}

#[test]
fn a_council_is_written_to_in_its_languages() {
    #[track_caller]
    fn check(territory: &str, campaign: &[Lang], expected: &[Lang]) {
        let mut world = World::new();
        world.settings.languages = campaign.into();
        let kind = DocumentKind::Reminder(territory.into());
        let spoken: Vec<Lang> = campaign.iter().copied().filter(|lang| speaks(&world.inputs(), &kind, *lang)).collect();
        assert_eq!(spoken, expected, "{territory}");
    }
    check("MA-AGD", &Lang::ALL, &[Lang::Fr, Lang::Ar]);
    check("FR-81", &Lang::ALL, &[Lang::Fr]);
    check("FR-81", &[Lang::Ar, Lang::En], &[Lang::Ar, Lang::En]);
    check("MA-AGD", &[Lang::En, Lang::Ar], &[Lang::Ar]);
}

#[test]
fn both_associations_sign_the_sheet_and_one_president_a_letter() {
    #[track_caller]
    fn check(kind: &DocumentKind, signatures: usize) {
        let Front::Letter(letter) = letter(kind).cover else { panic!("no letter") };
        assert_eq!(letter.signatures.len(), signatures);
        assert!(letter.signatures.iter().all(|signature| signature.lines.len() == 4));
    }
    check(&DocumentKind::SignOff, 2);
    check(&DocumentKind::Transmission("FR".into()), 1);
    check(&DocumentKind::Reminder("FR-81".into()), 1);
}
