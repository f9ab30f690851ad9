//! A run after a small correction: it makes again what the correction touches and keeps the rest, and what stands at the end
//! is, byte for byte, what a run from nothing would have written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::program::{arg, bilan, files};

/// A campaign of eight councils in four pairs, one file a council, and what was written of it.
struct World {
    folder: tempfile::TempDir,
    campaign: PathBuf,
    /// The cells that may be corrected: file, line, column, and what each holds in turn.
    turns: u64,
}

/// Each pair of councils, with the theme of its activities.
const PAIRS: [(&str, &str, &str); 4] = [
    ("MA-HAO", "FR-38", "Santé"),
    ("MA-TAZ", "FR-13", "Éducation"),
    ("MA-AGD", "FR-69", "Hygiène et propreté"),
    ("MA-OUA", "FR-03", "Logement"),
];
/// Activities of each council.
const ACTIVITIES: usize = 2;

/// The names of councils as they write them.
const NAMES: [(&str, &str); 8] = [
    ("MA-HAO", "Al Haouz"),
    ("MA-TAZ", "Taza"),
    ("MA-AGD", "Agadir Ida-Ou-Tanane"),
    ("MA-OUA", "Ouarzazate"),
    ("FR-38", "Isère"),
    ("FR-13", "Bouches-du-Rhône"),
    ("FR-69", "Rhône"),
    ("FR-03", "Allier"),
];

fn name(code: &str) -> &'static str {
    NAMES.iter().find(|(known, _)| *known == code).unwrap().1
}

impl World {
    fn new() -> World {
        let folder = tempfile::tempdir().unwrap();
        let campaign = folder.path().join("campaign");
        bilan(&["new", arg(&campaign)]);
        let file = campaign.join("campaign.toml");
        let editions =
            "\n[report]\neditions = [\"consolidated\", \"territories\", \"themes\", \"pairs\", \"activities\"]";
        let text = fs::read_to_string(&file).unwrap().replacen("\n[report]", editions, 1);
        fs::write(&file, without_second_editions(&text)).unwrap();
        for (ma, fr, theme) in PAIRS {
            for council in [ma, fr] {
                let mut text =
                    "Réf.;Titre;Thème;Statut;Devise;Budget total;Dépensé;Territoire marocain;Territoire français\n"
                        .to_owned();
                for at in 0..ACTIVITIES {
                    text += &format!(
                        "{council}-{at};Action {at} de {council};{theme};En cours;MAD;{}00000;50000;{};{}\n",
                        at + 1,
                        name(ma),
                        name(fr)
                    );
                }
                fs::write(campaign.join(format!("returns/{council}--activites.csv")), text).unwrap();
            }
        }
        World { folder, campaign, turns: 7 }
    }

    fn run(&self, out: &Path) {
        let ran = bilan(&["run", arg(&self.campaign), "--out", arg(out), "--languages", "fr"]);
        assert!(out.join("manifest.json").exists(), "{}{}", ran.out, ran.err);
    }

    /// Draws a number, the same in every test run.
    fn draw(&mut self, below: usize) -> usize {
        self.turns = self.turns.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.turns >> 33).unwrap() % below
    }

    /// Corrects one cell of one council. Gives the pair that it belongs to, and the activity.
    fn correct(&mut self) -> (usize, String) {
        let (pair, side, at) = (self.draw(PAIRS.len()), self.draw(2), self.draw(ACTIVITIES));
        let council = [PAIRS[pair].0, PAIRS[pair].1][side];
        let path = self.campaign.join(format!("returns/{council}--activites.csv"));
        let text = fs::read_to_string(&path).unwrap();
        let mut lines: Vec<Vec<String>> =
            text.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect();
        let (column, value) = match self.draw(3) {
            0 => (1, format!("Action corrigée {}", self.draw(1000))),
            1 => (5, format!("{}", 100_000 + self.draw(100_000))),
            _ => (6, format!("{}", 1_000 + self.draw(50_000))),
        };
        lines[at + 1][column] = value;
        let text: String = lines.iter().map(|line| line.join(";") + "\n").collect();
        fs::write(&path, text).unwrap();
        (pair, format!("{council}-{at}"))
    }
}

/// Takes out the line of the form that says the same key again.
fn without_second_editions(text: &str) -> String {
    let mut seen = false;
    let keep = |line: &&str| !line.starts_with("editions") || !std::mem::replace(&mut seen, true);
    text.lines().filter(keep).map(|line| format!("{line}\n")).collect()
}

/// Gives when each document of a folder was written. The lists of findings are written each time.
fn written(out: &Path) -> BTreeMap<String, SystemTime> {
    let names = files(out).into_iter().map(|file| file.0);
    let documents =
        names.filter(|name| (name.ends_with(".pdf") || name.ends_with(".xlsx")) && !name.contains("findings"));
    documents.map(|name| (name.clone(), fs::metadata(out.join(&name)).unwrap().modified().unwrap())).collect()
}

#[test]
fn a_correction_makes_again_what_it_touches_and_the_rest_is_kept() {
    let mut world = World::new();
    let out = world.folder.path().join("out");
    world.run(&out);
    for _ in 0..6 {
        let before = written(&out);
        let (pair, activity) = world.correct();
        world.run(&out);
        let fresh = world.folder.path().join("fresh");
        world.run(&fresh);
        let [kept, made] = [&out, &fresh].map(|folder| files(folder));
        assert_eq!(kept.len(), made.len());
        for (kept, made) in kept.iter().zip(&made) {
            assert!(kept == made, "{} is not what a run from nothing writes ({})", kept.0, made.0);
        }
        fs::remove_dir_all(&fresh).unwrap();

        let (ma, fr, _) = PAIRS[pair];
        let after = written(&out);
        let again: BTreeSet<&str> = after
            .iter()
            .filter(|(name, time)| before.get(*name) != Some(*time))
            .map(|(name, _)| name.as_str())
            .collect();
        let touched = |name: &&&str| {
            ["consolidated", "trace"].iter().any(|whole| name.contains(whole))
                || name.contains(ma)
                || name.contains(fr)
                || name.starts_with("themes/")
        };
        let strays: Vec<_> = again.iter().filter(|name| !touched(name)).collect();
        assert!(strays.is_empty(), "a correction of {activity} made again {strays:?}");
        assert!(
            again.contains("consolidated-fr.pdf") && again.contains(&*format!("territories/territory-{ma}-fr.pdf"))
        );
        let themes = again.iter().filter(|name| name.starts_with("themes/")).count();
        assert_eq!(themes, 1, "only the theme of {activity}: {again:?}");
        assert!(again.len() < after.len() / 2, "{} of {} were made again", again.len(), after.len());
    }
}

#[test]
fn nothing_is_made_again_where_nothing_changed_and_all_is_where_a_template_did() {
    let world = World::new();
    let out = world.folder.path().join("out");
    world.run(&out);
    let first = written(&out);
    world.run(&out);
    assert_eq!(written(&out), first);

    let templates = world.campaign.join("templates");
    fs::create_dir_all(&templates).unwrap();
    let look = fs::read_to_string("templates/look.typ").unwrap().replace("#0C4A5F", "#0C4A60");
    fs::write(templates.join("look.typ"), look).unwrap();
    world.run(&out);
    let second = written(&out);
    assert!(second.iter().all(|(name, time)| first.get(name) != Some(time)), "a colour stands in every document");

    // A file that somebody changed by hand is written again.
    let report = out.join("territories/territory-MA-HAO-fr.pdf");
    let bytes = fs::read(&report).unwrap();
    fs::write(&report, b"by hand").unwrap();
    world.run(&out);
    assert!(fs::read(&report).unwrap() == bytes);
}

#[test]
fn a_part_that_is_asked_for_again_is_whole() {
    let world = World::new();
    let out = world.folder.path().join("out");
    world.run(&out);
    let documents = || written(&out).into_keys().map(|name| (fs::read(out.join(&name)).unwrap(), name));
    let whole: Vec<_> = documents().collect();
    for part in ["MA-HAO", "MA-HAO", "education", "FR-38"] {
        let ran = bilan(&["run", arg(&world.campaign), "--out", arg(&out), "--languages", "fr", "--only", part]);
        for (document, before) in documents().zip(&whole) {
            assert!(document == *before, "{} changed: {}{}", document.1, ran.out, ran.err);
        }
    }
}
