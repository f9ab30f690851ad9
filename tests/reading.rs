//! The order in which a person reads a report, or hears it: by the tags of what is really written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use fluent_syntax::ast::{Entry, Message, PatternElement};

use crate::paper::{Owner, Paper, Run, Tag, papers, tidy};
use crate::program::files;

/// Gives the texts of tags.
fn texts(tags: &[&Tag]) -> Vec<String> {
    tags.iter().map(|tag| tag.text().replace('\n', " ")).collect()
}

#[test]
fn every_text_belongs_to_the_tree_or_to_the_edges_of_the_page() {
    for lang in ["fr", "ar", "en"] {
        for (name, paper) in papers(lang) {
            let heard: usize = paper.root.runs().len();
            let (mut tree, mut heads) = (0, BTreeSet::new());
            for tag in paper.all("TH") {
                heads.extend(tag.text().split([' ', '\n']).map(str::to_owned));
            }
            for (at, page) in paper.pages.iter().enumerate() {
                for run in page.runs.iter().filter(|run| !run.text.is_empty()) {
                    let edge = run.base > page.height - 75.0 || run.base < 60.0;
                    let words = tidy(&run.text);
                    match run.owner {
                        Owner::Tree(_) => tree += 1,
                        Owner::Nobody => panic!("{name}-{lang} page {}: `{words}` belongs to nothing", at + 1),
                        // A table's head is read once, and printed again on each page.
                        Owner::Artifact => assert!(
                            edge || words.split(' ').all(|word| word.is_empty() || heads.contains(word)),
                            "{name}-{lang} page {}: `{words}` is read by nobody",
                            at + 1
                        ),
                    }
                }
            }
            assert!(heard >= tree, "{name}-{lang}: {} texts stand on pages and in no tag", tree - heard);
        }
    }
}

#[test]
fn headings_come_in_order_and_no_level_is_left_out() {
    for lang in ["fr", "ar", "en"] {
        for (name, paper) in papers(lang) {
            let (mut level, mut chapters, mut annexes) = (0, 0, 0);
            paper.root.walk(&mut |tag| {
                let Some(new) = tag.role.strip_prefix('H').and_then(|level| level.parse::<u32>().ok()) else { return };
                let text = tag.text();
                assert!(!text.is_empty() && new <= level + 1, "{name}-{lang}: H{level} is followed by H{new} `{text}`");
                level = new;
                let number = text.split(' ').next().unwrap();
                // A theme keeps its number of the list.
                if new == 1 && number.parse::<u32>().is_ok() && !name.starts_with("themes/") {
                    chapters += 1;
                    assert_eq!(number, chapters.to_string(), "{name}-{lang}: {text}");
                } else if new == 1 && number.strip_prefix('A').is_some_and(|rest| rest.parse::<u32>().is_ok()) {
                    annexes += 1;
                    assert_eq!(number, format!("A{annexes}"), "{name}-{lang}: {text}");
                }
            });
        }
    }
}

/// Gives where a tag stands on the page where it begins: page, baseline of its first line, and both edges of all its lines.
fn place(tag: &Tag) -> Option<(usize, f64, f64, f64)> {
    let runs: Vec<(usize, &Run)> = tag.runs().into_iter().filter(|(_, run)| !run.text.trim().is_empty()).collect();
    let (page, first) = *runs.first()?;
    let lines = runs.iter().filter(|(on, _)| *on == page).map(|(_, run)| run);
    let left = lines.clone().map(|run| run.left).fold(f64::MAX, f64::min);
    let right = lines.map(|run| run.right).fold(f64::MIN, f64::max);
    Some((page, first.base, left, right))
}

/// The head first, each row from its reading start, each cell in its column, rows from top to bottom and from page to page.
#[track_caller]
pub fn check_table(name: &str, lang: &str, table: &Tag) {
    let told = |what: &str| format!("{name}-{lang}: {what} in\n{}", table.sketch());
    let (heads, body) = (table.all("THead"), table.all("TBody"));
    assert_eq!((heads.len(), body.len()), (1, 1), "{}", told("one head and one body"));
    assert!(heads[0].all("TH").iter().all(|cell| cell.scope.is_some()), "{}", told("a head without scope"));
    assert!(heads[0].all("TD").is_empty(), "{}", told("a plain cell in the head"));
    assert!(
        body[0].all("TH").iter().all(|cell| cell.scope.as_deref() == Some("Row")),
        "{}",
        told("a head in the body")
    );
    let (mut above, mut wide) = (None, None);
    for row in table.all("TR") {
        let mut cells: Vec<&Tag> = Vec::new();
        row.walk(&mut |tag| {
            if ["TH", "TD"].contains(&tag.role.as_str()) {
                cells.push(tag);
            }
        });
        let columns: i64 = cells.iter().map(|cell| cell.span.0).sum();
        assert_eq!(*wide.get_or_insert(columns), columns, "{}", told("rows of two widths"));
        let places: Vec<_> = cells.iter().filter_map(|cell| place(cell)).collect();
        for pair in places.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            let apart = if lang == "ar" { pair[1].3 <= pair[0].2 + 0.1 } else { pair[1].2 >= pair[0].3 - 0.1 };
            assert!(apart, "{}", told(&format!("`{}` out of its column", row.text())));
        }
        let Some(first) = places.first() else { continue };
        if let Some((page, base)) = above {
            assert!(first.0 > page || first.1 < base, "{}", told(&format!("`{}` out of order", row.text())));
        }
        above = Some((first.0, first.1));
    }
}

#[test]
fn tables_are_read_head_first_and_from_the_first_column_on() {
    for lang in ["fr", "ar", "en"] {
        for (name, paper) in papers(lang) {
            paper.all("Table").iter().for_each(|table| check_table(name, lang, table));
        }
    }
}

#[test]
fn every_picture_is_told_in_words_of_its_language() {
    for lang in ["fr", "ar", "en"] {
        for (name, paper) in papers(lang) {
            let pictures = paper.all("Figure");
            assert!(!pictures.is_empty() || name.starts_with("letters/"), "{name}-{lang}");
            for picture in pictures {
                let told = picture.alt.as_deref().unwrap_or_default();
                let arabic = told.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c));
                assert!(told.len() > 10 && arabic == (lang == "ar"), "{name}-{lang}: `{told}`");
            }
        }
    }
}

/// The tags of all editions are the same, one by one; only what brings others together may differ.
#[test]
fn the_structure_is_one_in_all_languages() {
    fn kinds(paper: &Paper) -> Vec<&str> {
        let mut kinds = Vec::new();
        paper.root.walk(&mut |tag| {
            if tag.role != "Div" {
                kinds.push(tag.role.as_str());
            }
        });
        kinds
    }
    let [fr, ar, en] = ["fr", "ar", "en"].map(papers);
    for (name, paper) in fr {
        for other in [ar, en] {
            let (one, two) = (kinds(paper), kinds(&other[name]));
            let same = one.iter().zip(&two).take_while(|(a, b)| a == b).count();
            assert!(one == two, "{name}: the tag {same} is {:?} in French and {:?}", one.get(same), two.get(same));
        }
    }
}

#[test]
fn an_arabic_cover_a_table_and_a_chart_are_read_as_a_person_reads_them() {
    let paper = &papers("ar")["consolidated"];
    assert_eq!(paper.lang, "ar");
    let text = paper.text();
    let cover: Vec<&str> = text.lines().take(16).collect();
    assert_eq!(
        cover,
        [
            "AMPCPP",
            "DF",
            "الجمعية المغربية لرؤساء مجالس العمالات والأقاليم",
            "جمعية أقاليم فرنسا",
            "اتفاقية ألبي",
            "نسخة نهائية",
            "تقرير التقييم",
            "الشراكة بين عمالات وأقاليم المملكة المغربية وأقاليم فرنسا",
            "السنة 1 من 5",
            "نونبر 2025 – نونبر 2030",
            "75 \u{a0}مجلسا – المغرب",
            "104 \u{a0}مجالس – فرنسا",
            "نشاط واحد على الأقل (68) لا نشاط معروف (108) دون إفادة ولا نشاط معروف (2)",
            "الفترة من 13 نونبر 2025 إلى 12 نونبر 2026",
            "تاريخ حصر المعطيات 12 نونبر 2026",
            "الحالة نسخة نهائية",
        ]
    );
    let table = paper.all("Table")[2];
    assert_eq!(
        texts(&table.all("TH")),
        ["المجالس", "المعلنة", "إفادات منتظرة", "إفادات واردة", "النشيطة", "دون إفادة"]
    );
    assert_eq!(texts(&table.all("TR")[1].all("TD")), ["عمالات وأقاليم المغرب", "75", "12", "9", "37", "3"]);
    let chart = paper.all("Figure")[2];
    assert_eq!(tidy(chart.alt.as_deref().unwrap()), "داخل الأجل: 14، متأخرة: 3، دون إفادة: 5");
    assert_eq!(chart.text().replace('\n', " "), "14 داخل الأجل 3 متأخرة 5 دون إفادة");
}

/// Gives a text without blanks and without what steers the direction and the breaks of lines.
pub fn bare(text: &str) -> String {
    tidy(text).chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

/// What stands in the file in the order of the tags is what a person reads from left to right.
#[test]
fn what_is_heard_is_what_is_read() {
    for lang in ["fr", "en"] {
        for (name, paper) in papers(lang) {
            for role in ["H1", "H2", "P", "Span", "TH", "TD"] {
                for tag in paper.all(role) {
                    let arabic = tag.heard().chars().any(|c| ('\u{600}'..'\u{700}').contains(&c));
                    assert!(arabic || bare(&tag.heard()) == bare(&tag.seen()), "{name}-{lang}: {}", tag.heard());
                }
            }
        }
    }
}

/// Gives the texts of every message between its arguments, by its key.
fn messages(lang: &str) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for (_, bytes) in files(&Path::new("templates/messages").join(lang)) {
        let source = String::from_utf8(bytes).unwrap();
        for entry in fluent_syntax::parser::parse(source.as_str()).unwrap().body {
            let Entry::Message(Message { id, value: Some(pattern), .. }) = entry else { continue };
            let texts = pattern.elements.iter().filter_map(|element| match element {
                PatternElement::TextElement { value } => Some((*value).to_owned()),
                PatternElement::Placeable { .. } => None,
            });
            found.insert(id.name.to_owned(), texts.collect());
        }
    }
    found
}

/// The definitions of the indicators in French, as they are heard.
static DEFINED: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut lines = csv::Reader::from_path("inputs/reference/indicators.csv").unwrap();
    let at = lines.headers().unwrap().iter().position(|head| head == "definition_fr").unwrap();
    lines.records().map(|line| bare(&line.unwrap()[at])).filter(|definition| !definition.is_empty()).collect()
});

/// Checks that each message which is heard in French is heard in Arabic as it is written, by the longest of its texts. Gives
/// how many there are.
#[track_caller]
pub fn check_messages(name: &str, [french, arabic]: [&Paper; 2]) -> usize {
    static MESSAGES: LazyLock<[BTreeMap<String, Vec<String>>; 2]> = LazyLock::new(|| ["fr", "ar"].map(messages));
    let [french, arabic] = [french, arabic].map(|paper| bare(&paper.root.heard()));
    let longest = |texts: &'static [String]| texts.iter().max_by_key(|text| text.len()).map_or("", String::as_str);
    let words = |text: &str| text.split_whitespace().count();
    // A definition of an indicator may read like a message: a message is heard elsewhere.
    let french = DEFINED.iter().fold(french, |french, definition| french.replace(definition.as_str(), ""));
    // One French text can stand for several Arabic ones.
    let mut same: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, texts) in &MESSAGES[0] {
        let (one, other) = (longest(texts), longest(&MESSAGES[1][key]));
        if words(one) > 4 && words(other) > 1 && texts.iter().all(|text| french.contains(&bare(text))) {
            same.entry(one).or_default().push(other);
        }
    }
    for (one, others) in &same {
        let heard = others.iter().any(|other| arabic.contains(&bare(other)));
        assert!(heard, "{name}: `{one}` is heard in French, and not in Arabic {others:?}");
    }
    same.len()
}

#[test]
fn arabic_is_heard_as_it_is_written() {
    let (french, arabic) = (papers("fr"), papers("ar"));
    let counts: Vec<(&str, usize)> =
        french.iter().map(|(name, paper)| (name.as_str(), check_messages(name, [paper, &arabic[name]]))).collect();
    let reports =
        |name: &str| ["consolidated", "territories/", "themes/", "associations/"].iter().any(|it| name.starts_with(it));
    assert!(counts.iter().all(|(name, count)| *count > if reports(name) { 20 } else { 0 }), "{counts:?}");
    // Amounts and codes within a sentence, and a sentence over several lines.
    let heard = bare(&arabic["consolidated"].root.heard());
    for sentence in [
        "من 13 نونبر 2025 إلى 12 نونبر 2026",
        "سعر الصرف: 1 أورو = 10,85 درهم (2026؛ bilan (exemple / example))",
        "المؤشرات: X3-budget، X3-disbursed، X3-in-kind، X3-execution-rate.",
    ] {
        assert!(heard.contains(&bare(sentence)), "`{sentence}` is not heard");
    }
}
