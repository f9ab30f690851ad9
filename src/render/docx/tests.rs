//! A document holds what its report says, in Word's own structures, and no value is more than text.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::document;
use crate::locale::Locale;
use crate::model::dossier::Node;
use crate::model::report::{Block, Plot, Report};
use crate::model::{Dossier, Lang, Value};
use crate::render::narrative::tests::{HOSTILE, REFERENCE, set, visible};
use crate::render::{narrative, sample};

const TEMPLATE: &str = "# {{activity.title}}\n\n## A\n\nIl **dit** *cela* : {{activity.title}} {{complete \"un avis\"}}\n\n### {{activity.title}}\n\n- {{activity.title}}\n\n1. un\n2. deux\n\ntexte\n\n1. trois\n\n| a | b |\n|---|--:|\n| {{activity.title}} | 2 |\n\n## B\n\n{{part \"summary\"}}\n\n{{part \"budget\"}}\n\n{{part \"workplan\"}}";

fn report(dossier: &Dossier) -> Report {
    narrative::report(dossier, "t", TEMPLATE, &Locale::prose(dossier.lang, &REFERENCE)).unwrap()
}

fn bytes(report: &Report, lang: Lang) -> Vec<u8> {
    document(report, &Locale::prose(lang, &REFERENCE), jiff::civil::date(2026, 10, 31), &[]).unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Gives the text of a part as a reader of XML finds it; breaks and tabs are blanks. Every part is read to its end.
fn text(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let mut out = String::new();
    let mut depth = 0_i32;
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Empty(element) if ["w:br", "w:tab"].contains(&element.name().as_ref()) => out.push(' '),
            Event::Text(text) => out.push_str(&text),
            Event::GeneralRef(name) => out.push(match &*name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                other => panic!("{other}"),
            }),
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    out
}

#[track_caller]
fn check(xml: &str, expected: &[&str]) {
    for piece in expected {
        assert!(xml.contains(piece), "{piece} is not in {xml}");
    }
}

#[test]
fn a_french_document_has_words_own_structures() {
    let made = bytes(&report(&sample::dossier(Lang::Fr)), Lang::Fr);
    let xml = part(&made, "word/document.xml");
    check(
        &xml,
        &[
            "<w:pStyle w:val=\"Title\"/>",
            "<w:pStyle w:val=\"Heading1\"/>",
            "<w:pStyle w:val=\"Heading2\"/>",
            "<w:pStyle w:val=\"ListBullet\"/>",
            "<w:rStyle w:val=\"Strong\"/>",
            "<w:rStyle w:val=\"Emphasis\"/>",
            "<w:rStyle w:val=\"Complete\"/></w:rPr><w:t xml:space=\"preserve\">[À compléter\u{A0}: un avis]</w:t>",
            "<w:numId w:val=\"3\"/>",
            "<w:numId w:val=\"4\"/>",
            "<w:instrText xml:space=\"preserve\"> TOC \\o &quot;1-2&quot; \\h \\z \\u </w:instrText>",
            "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>",
            "<w:jc w:val=\"right\"/>",
            "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"0C4A5F\"/>",
        ],
    );
    assert!(!xml.contains("w:bidi") && !xml.contains("<w:rtl/>"), "nothing in it runs from the right");
    check(&part(&made, "word/styles.xml"), &["<w:lang w:val=\"fr-FR\" w:eastAsia=\"fr-FR\" w:bidi=\"ar-MA\"/>"]);
    check(
        &part(&made, "docProps/core.xml"),
        &[
            "<dc:creator>Département de l’Isère; Conseil provincial d’Al Haouz</dc:creator>",
            "<dc:language>fr-FR</dc:language>",
            ">2026-10-31T00:00:00Z</dcterms:created>",
        ],
    );
    check(&part(&made, "word/footer1.xml"), &["<w:fldSimple w:instr=\"PAGE\">"]);
}

#[test]
fn an_arabic_document_runs_from_the_right() {
    let made = bytes(&report(&sample::dossier(Lang::Ar)), Lang::Ar);
    let xml = part(&made, "word/document.xml");
    let count = |piece: &str| xml.matches(piece).count();
    assert_eq!(count("<w:tbl>"), count("<w:bidiVisual/>"));
    assert_eq!(count("<w:p>") + 1, count("<w:bidi/>"), "each paragraph, and the page");
    check(&xml, &["<w:rtl/><w:lang w:bidi=\"ar-MA\"/>", "\u{200E}250\u{202F}000\u{A0}EUR\u{200E}"]);
    assert!(!xml.contains(['\u{2066}', '\u{2068}', '\u{2069}']));
    check(&part(&made, "word/styles.xml"), &["w:cs=\"Sakkal Majalla\"", "<w:bCs/>", "<w:szCs "]);
}

#[test]
fn nothing_of_a_report_is_lost() {
    for lang in Lang::ALL {
        for report in [report(&sample::dossier(lang)), report(&sample::unknown(lang)), sample::report(lang)] {
            let made = bytes(&report, lang);
            let said = visible(&text(&part(&made, "word/document.xml")));
            let locale = Locale::prose(lang, &REFERENCE);
            let mut wanted: Vec<String> = Vec::new();
            for chapter in &report.chapters {
                wanted.push(locale.say(&chapter.title));
                gather(&chapter.blocks, &locale, &mut wanted);
            }
            assert!(wanted.len() > 5);
            for text in wanted {
                assert!(said.contains(&visible(&text)), "{text} is not in the document");
            }
        }
    }
}

/// Gathers the texts of blocks.
fn gather(blocks: &[Block], locale: &Locale<'_>, out: &mut Vec<String>) {
    let say = |value: &Value| locale.say(value);
    for block in blocks {
        match block {
            Block::Section(value) | Block::Prose(value) | Block::Note(value) => out.push(say(value)),
            Block::Text(spans) => out.push(spans.iter().map(|span| &*span.text).collect()),
            Block::Items(_, items) => {
                out.extend(items.iter().map(|spans| spans.iter().map(|span| &*span.text).collect::<String>()));
            }
            Block::Grid(grid) => {
                out.push(say(&grid.title));
                out.extend(grid.columns.iter().map(|column| say(&column.head)));
                out.extend(grid.rows.iter().chain(&grid.total).flatten().map(|cell| say(&cell.value)));
                out.extend(grid.notes.iter().map(say));
            }
            Block::Tiles(tiles, _) => {
                for tile in tiles {
                    out.extend([&tile.label, &tile.figure, &tile.unit].map(say));
                    out.extend(tile.compare.iter().flat_map(|(label, value, _)| [say(label), say(value)]));
                }
            }
            Block::Claims(claims) => out.extend(claims.iter().flat_map(|claim| [say(&claim.title), say(&claim.body)])),
            Block::Panel(panel) => out.extend([&panel.title, &panel.body].map(say)),
            Block::Beside(facts, blocks) => {
                out.extend(facts.iter().flat_map(|(label, value)| [say(label), say(value)]));
                gather(blocks, locale, out);
            }
            Block::Matrix(matrix) => {
                out.extend(matrix.heads.iter().chain([&matrix.title, &matrix.corner]).map(say));
                out.extend(matrix.rows.iter().map(|(name, _, _)| say(name)));
            }
            Block::Chart(chart) => {
                out.push(say(&chart.title));
                match &chart.plot {
                    Plot::Stacked(parts) => out.extend(parts.iter().flat_map(|(_, _, a, b)| [say(a), say(b)])),
                    Plot::Timeline { years, marks, .. } => {
                        out.extend(years.iter().map(say));
                        out.extend(marks.iter().flat_map(|(_, a, b, _)| [say(a), say(b)]));
                    }
                    Plot::Bullets(rows) => {
                        out.extend(
                            rows.iter().flat_map(|row| row.values.iter().chain([&row.name, &row.unit])).map(say),
                        );
                    }
                    Plot::Funnel { steps, .. } => {
                        out.extend(
                            steps.iter().flat_map(|step| [&step.name, &step.count, &step.rate, &step.amount].map(say)),
                        );
                    }
                    Plot::Amounts { heads, rows, legend } => {
                        out.extend(heads.iter().map(say));
                        out.extend(rows.iter().flat_map(|row| row.values.iter().chain([&row.name])).map(say));
                        out.extend(legend.iter().map(|(_, words)| say(words)));
                    }
                    Plot::Bars(bars) => out.extend(bars.iter().flat_map(|(a, _, b)| [say(a), say(b)])),
                    Plot::Lines { times, lines, .. } => {
                        out.extend(times.iter().chain(lines.iter().map(|line| &line.name)).map(say));
                        let points = lines.iter().flat_map(|line| line.points.iter().flatten());
                        out.extend(points.map(|(_, value)| say(value)));
                    }
                    Plot::Gantt { tasks, .. } => {
                        out.extend(tasks.iter().flat_map(|task| [&task.name, &task.lead, &task.span].map(say)));
                    }
                }
            }
            Block::Goals(_) => {}
        }
    }
}

#[test]
fn a_value_is_text_and_comes_out_as_typed() {
    let elements = |xml: &str| xml.matches("<w:p>").count() + 1000 * xml.matches("<w:tr>").count();
    let made = |value: &str| {
        let mut dossier = sample::dossier(Lang::Fr);
        set(&mut dossier, "activity", "title", Node::Value(value.into()));
        dossier.foot = value.into();
        dossier.authors = vec![value.into()];
        dossier.facts = vec![(value.into(), value.into())];
        let report = report(&dossier);
        [Lang::Fr, Lang::Ar].map(|lang| {
            let bytes = bytes(&report, lang);
            for name in ["word/footer1.xml", "word/header1.xml", "docProps/core.xml"] {
                assert!(visible(&text(&part(&bytes, name))).contains(&visible(value)), "{value:?} is not in {name}");
            }
            part(&bytes, "word/document.xml")
        })
    };
    let plain = made("QQQ");
    let long = "x".repeat(10_000);
    for value in HOSTILE.iter().copied().chain([long.as_str()]) {
        for (xml, plain) in made(value).iter().zip(&plain) {
            assert_eq!(elements(xml), elements(plain), "{value:?} changed the document");
            let expected = visible(&text(plain)).replace("QQQ", &visible(value));
            assert_eq!(visible(&text(xml)), expected, "{value:?} came out otherwise");
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = report(&sample::dossier(Lang::Ar));
    assert!(bytes(&report, Lang::Ar) == bytes(&report, Lang::Ar));
    for lang in Lang::ALL {
        assert!(!bytes(&sample::edge(), lang).is_empty());
    }
}

#[test]
fn a_letter_in_word_has_its_head_its_body_and_room_for_signatures() {
    for lang in Lang::ALL {
        let said = text(&part(&bytes(&sample::letter(lang), lang), "word/document.xml"));
        for words in ["Rabat, le 15 janvier 2027", "Madame, Monsieur,", "Cellules", "Réserves", "Signature"] {
            assert!(said.contains(words), "{lang}: no {words}");
        }
        assert_eq!(said.matches("Signature").count(), 2, "{lang}");
    }
}

#[test]
fn a_logo_stands_in_the_head_of_a_letter_and_nowhere_else() {
    use crate::model::report::PartyName;
    use crate::model::{Code, Logo};
    use crate::render::logo::Emblem;

    let mut picture = Cursor::new(Vec::new());
    image::RgbImage::new(30, 10).write_to(&mut picture, image::ImageFormat::Png).unwrap();
    let logo = Logo { country: Code::from("FR"), file: "FR.png".into(), bytes: picture.into_inner() };
    let logo = [Emblem::new(&logo).unwrap()];
    let mut report = sample::report(Lang::Fr);
    let party = |country: &str| PartyName { country: country.into(), name: Value::Empty, short: Value::code(country) };
    report.imprint.parties = vec![party("MA"), party("FR")];
    let made = |report: &Report| {
        document(report, &Locale::prose(Lang::Fr, &REFERENCE), jiff::civil::date(2026, 10, 31), &logo).unwrap()
    };
    let holds = |bytes: &[u8]| zip::ZipArchive::new(Cursor::new(bytes)).unwrap().index_for_name("word/media/logo2.png");
    assert_eq!(holds(&made(&report)), None);
    report.cover = sample::letter(Lang::Fr).cover;
    let letter = made(&report);
    assert!(holds(&letter).is_some());
    let (body, relations) = (part(&letter, "word/document.xml"), part(&letter, "word/_rels/document.xml.rels"));
    assert!(text(&body).contains("MA") && body.contains("r:embed=\"rId6\""), "{body}");
    assert!(relations.contains("Id=\"rId6\"") && relations.contains("media/logo2.png"), "{relations}");
}
