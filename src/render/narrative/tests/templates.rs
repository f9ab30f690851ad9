//! The templates of the funders, in each language.

use super::written;
use crate::assets;
use crate::model::dossier::PARTS;
use crate::model::report::Front;
use crate::model::{Lang, Value};
use crate::render::sample;

/// Each template, and how many chapters the form of its funder has.
const TEMPLATES: &[(&str, usize)] = &[("joint", 12), ("ndici", 8), ("ficol", 11)];

fn source(stem: &str, lang: Lang) -> String {
    let bytes = assets::template(&format!("dossiers/{stem}.{lang}.md.hbs")).unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn every_template_is_written_over_all_and_over_nothing() {
    for (stem, chapters) in TEMPLATES {
        let mut hints = Vec::new();
        for lang in Lang::ALL {
            let template = source(stem, lang);
            let full = written(&sample::dossier(lang), &template);
            let empty = written(&sample::unknown(lang), &template);
            let sections = |report: &crate::model::Report| -> Vec<usize> {
                report.chapters.iter().map(|chapter| chapter.blocks.len()).collect()
            };
            for report in [&full, &empty] {
                assert_eq!(report.chapters.len(), *chapters, "{stem} {lang}");
                assert!(sections(report).iter().all(|blocks| *blocks > 0), "{stem} {lang} has a blank chapter");
            }
            let count = |report: &crate::model::Report| match &report.cover {
                Front::Dossier(front) => front.to_complete.iter().map(|hint| hint.times).sum::<u32>(),
                Front::Evaluation(_) | Front::Sheet => 0,
            };
            assert!(count(&empty) > count(&full) && count(&full) > 10, "{stem} {lang}");
            hints.push((count(&full), count(&empty), sections(&full), sections(&empty)));
        }
        assert!(hints.windows(2).all(|pair| pair[0] == pair[1]), "the languages of {stem} differ: {hints:?}");
    }
}

#[test]
fn every_template_places_every_part_once() {
    for (stem, _) in TEMPLATES {
        for lang in Lang::ALL {
            let template = source(stem, lang);
            let text = template.split("--}}").last().unwrap();
            for part in PARTS {
                let places = text.matches(&format!("\n{{{{part \"{part}\"}}}}\n")).count();
                assert_eq!(places, 1, "{stem} {lang} {part}");
            }
        }
    }
}

#[test]
fn a_full_dossier_says_what_the_data_hold() {
    for (stem, _) in TEMPLATES {
        for lang in Lang::ALL {
            let report = written(&sample::dossier(lang), &source(stem, lang));
            assert_eq!(report.title, title(lang), "{stem} {lang}");
            let Front::Dossier(front) = &report.cover else { panic!("no front") };
            let lost: Vec<&Value> = front
                .to_complete
                .iter()
                .map(|hint| &hint.hint)
                .filter(|hint| matches!(hint, Value::Text(text) if !source(stem, lang).contains(&**text)))
                .collect();
            assert!(lost.is_empty(), "{stem} {lang} marks what is known: {lost:?}");
        }
    }
}

fn title(lang: Lang) -> Value {
    match sample::dossier(lang).title {
        Value::Text(text) if lang.is_rtl() => Value::Text(format!("\u{200F}\u{2068}{text}\u{2069}").into()),
        title => title,
    }
}
