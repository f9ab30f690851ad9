//! The French, the Arabic and the English edition of a document say the same figures: every number, percentage, amount,
//! date and code of each block of the PDF and of each cell of the workbook.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::LazyLock;

use bilan::model::Lang;
use bilan::reference::Reference;
use calamine::{Data, Reader, Xlsx};
use rust_decimal::Decimal;

use crate::paper::{Kid, Tag, papers, tidy};
use crate::program::{example, files};

/// The months as French, Moroccan Arabic and English name them.
const MONTHS: [[&str; 12]; 3] = [
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
];

/// What a figure is in a text.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Number(String),
    Month(usize),
    Word,
}

/// Gives the figures of a text of a language, in one spelling, sorted: the order of words differs between languages.
/// A code that a line breaks at its hyphen is one.
/// What a council wrote is quoted as it is in every language, and its digits are taken as they stand.
fn figures(text: &str, lang: &str) -> Vec<String> {
    let text = tidy(text).replace("- ", "-");
    let (mut ours, mut quoted) = (String::new(), String::new());
    let mut close = None;
    for c in text.chars() {
        match (close, c) {
            (None, '«') => close = Some('»'),
            (None, '‘') => close = Some('’'),
            (None, '“') => close = Some('”'),
            (None, c) => ours.push(c),
            (Some(end), c) if c == end => {
                close = None;
                ours.push(' ');
                quoted.push('|');
            }
            (Some(_), c) => quoted.push(c),
        }
    }
    let digits = quoted.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let pieces = pieces(&ours, lang);
    let mut found = Vec::new();
    let mut at = 0;
    let small = |number: &String| number.parse::<usize>().is_ok_and(|day| (1..=31).contains(&day));
    while let Some(piece) = pieces.get(at) {
        match (piece, pieces.get(at + 1), pieces.get(at + 2)) {
            (Piece::Number(day), Some(Piece::Month(month)), Some(Piece::Number(year)))
                if small(day) && year.len() == 4 =>
            {
                found.push(format!("{year}-{month:02}-{day:0>2}"));
                at += 3;
            }
            (Piece::Number(day), Some(Piece::Month(month)), _) if small(day) => {
                found.push(format!("{month:02}-{day:0>2}"));
                at += 2;
            }
            (Piece::Month(month), Some(Piece::Number(year)), _) if year.len() == 4 => {
                found.push(format!("{year}-{month:02}"));
                at += 2;
            }
            (Piece::Number(number), ..) => {
                found.push(number.clone());
                at += 1;
            }
            _ => at += 1,
        }
    }
    found.extend(digits.map(|digits| format!("`{digits}`")));
    found.sort();
    found
}

fn pieces(text: &str, lang: &str) -> Vec<Piece> {
    let (group, point): (&[char], char) = if lang == "en" { (&[','], '.') } else { (&['\u{202f}', '\u{a0}'], ',') };
    let chars: Vec<char> = text.chars().collect();
    let digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let letter = |at: usize| chars.get(at).is_some_and(char::is_ascii_alphanumeric);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let start = at;
        if !letter(at) && chars[at].is_alphabetic() || chars[at].is_ascii_alphabetic() {
            // A word, a month, or a code such as `T5.1b`.
            while at < chars.len() && (chars[at].is_alphabetic() || chars[at] == '\u{640}') {
                at += 1;
            }
            let word: String = chars[start..at].iter().collect();
            let ascii = word.is_ascii();
            if ascii {
                while letter(at)
                    || matches!(chars.get(at), Some('-' | '.' | '/' | '_'))
                        && (letter(at + 1) || chars.get(at) == chars.get(at + 1))
                {
                    at += 1;
                }
            }
            let code: String = chars[start..at].iter().collect();
            let bare = word.strip_prefix(['و', 'ل', 'ب']).unwrap_or(&word);
            // Councils write in their own language in every edition.
            let month = MONTHS.iter().find_map(|months| months.iter().position(|month| [&*word, bare].contains(month)));
            found.push(match month {
                Some(month) => Piece::Month(month + 1),
                None if code.chars().any(|c| c.is_ascii_digit()) => Piece::Number(code),
                None => Piece::Word,
            });
        } else if digit(at) {
            while digit(at) {
                at += 1;
            }
            while group.contains(chars.get(at).unwrap_or(&' '))
                && (1..=3).all(|next| digit(at + next))
                && !digit(at + 4)
            {
                at += 4;
            }
            let mut number: String = chars[start..at].iter().filter(|c| c.is_ascii_digit()).collect();
            if chars.get(at) == Some(&point) && digit(at + 1) {
                number.push('.');
                at += 1;
                while digit(at) {
                    number.push(chars[at]);
                    at += 1;
                }
            }
            // French writes ordinal numbers `1er`, `2e`.
            let ordinal = ["er", "re", "e"].into_iter().map(|end| end.chars().collect::<Vec<_>>());
            if let Some(end) = ordinal.into_iter().find(|end| chars[at..].starts_with(end) && !letter(at + end.len())) {
                at += end.len();
            }
            // `2026-01`, `3b`: what goes on is a code.
            let from = at;
            while letter(at) || matches!(chars.get(at), Some('-' | '.' | '/' | '_')) && letter(at + 1) {
                at += 1;
            }
            let code: String = chars[from..at].iter().collect();
            // `15-24` is said `15 à 24` elsewhere.
            if let Some(end) = code.strip_prefix('-').filter(|end| end.chars().all(|c| c.is_ascii_digit())) {
                found.push(Piece::Number(std::mem::replace(&mut number, end.to_owned())));
            } else {
                number.push_str(&code);
            }
            if start > 0 && matches!(chars[start - 1], '\u{2212}' | '+') && !(start > 1 && letter(start - 2)) {
                number.insert(0, chars[start - 1]);
            }
            let sign = at + usize::from(matches!(chars.get(at), Some('\u{202f}' | '\u{a0}' | ' ')));
            if matches!(chars.get(sign), Some('%' | '٪')) {
                number.push('%');
                at = sign + 1;
            }
            found.push(Piece::Number(number));
        } else {
            at += 1;
        }
    }
    found
}

/// Words that say a number without its figure, with the reason in the comment.
const WORDS: [(&str, &str, &[&str]); 5] = [
    // One thing, the first one and the second one are said by a word; for two things, the dual of the noun says it.
    ("ar", "1", &["الأول", "الأولى", "واحد", "واحدة"]),
    ("ar", "2", &["الثاني", "مؤشران"]),
    // The fifth call of a fund.
    ("ar", "5", &["الخامس"]),
    ("en", "1", &["First"]),
    ("en", "2", &["Second"]),
];

/// Says whether a block in another language gives the figures of the French one.
fn same(french: &str, other: &str, lang: &str) -> bool {
    static DUALS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let units = Reference::built_in().unwrap().units;
        units.iter().map(|unit| unit.word(Decimal::TWO, Lang::Ar).to_owned()).collect()
    });
    // A text of a council, which nobody translates.
    if french == other {
        return true;
    }
    let (one, two) = (figures(french, "fr"), figures(other, lang));
    let words: Vec<&str> = other.split(|c: char| !c.is_alphanumeric()).collect();
    let said = |figure: &String| {
        let word =
            |row: &(&str, &str, &[&str])| (row.0, row.1) == (lang, figure) && row.2.iter().any(|w| words.contains(w));
        WORDS.iter().any(word)
            || (lang, figure.as_str()) == ("ar", "2") && DUALS.iter().any(|dual| other.contains(dual))
    };
    lacks(&two, &one).is_empty() && lacks(&one, &two).into_iter().all(said)
}

/// Gives the figures that one block holds and the other lacks.
fn lacks<'a>(one: &'a [String], other: &[String]) -> Vec<&'a String> {
    let mut other: Vec<&String> = other.iter().collect();
    let mut missing = Vec::new();
    for figure in one {
        match other.iter().position(|found| *found == figure) {
            Some(at) => drop(other.swap_remove(at)),
            None => missing.push(figure),
        }
    }
    missing
}

/// Gives the blocks of a document: each tag's own text, and what is told of a picture. Tags that only bring others
/// together differ where a short language has room for columns.
fn blocks(root: &Tag) -> Vec<String> {
    fn gather(tag: &Tag, row_of_contents: bool, blocks: &mut Vec<String>) {
        if tag.role != "Div" {
            blocks.push(format!("{} {}", tag.own(), tag.alt.as_deref().unwrap_or_default()));
        }
        let tags = tag.kids.iter().filter_map(|kid| if let Kid::Tag(tag) = kid { Some(tag) } else { None });
        // The pages to which the contents lead differ, since Arabic lines are taller.
        let pages = usize::from(row_of_contents);
        let count = tags.clone().count();
        tags.take(count - pages).for_each(|kid| gather(kid, tag.role == "Link" && kid.role == "Div", blocks));
    }
    let mut blocks = Vec::new();
    gather(root, false, &mut blocks);
    blocks
}

/// Gives the cells of a workbook: numbers as they are stored, texts as they are read.
fn cells(bytes: &[u8]) -> Vec<(String, Data)> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let mut cells = Vec::new();
    for (at, sheet) in book.sheet_names().into_iter().enumerate() {
        let range = book.worksheet_range(&sheet).unwrap();
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let place =
                format!("sheet {} row {} column {}", at + 1, top as usize + row + 1, left as usize + column + 1);
            cells.push((place, data.clone()));
        }
    }
    cells
}

/// Tells each block whose figures differ from those of the French edition.
fn differ<'a>(blocks: impl Iterator<Item = (String, &'a str, &'a str)>, lang: &str) -> Vec<String> {
    let told = |(place, one, two): (String, &str, &str)| {
        let (a, b) = (figures(one, "fr"), figures(two, lang));
        let parts = (lacks(&a, &b), lacks(&b, &a));
        (!same(one, two, lang)).then(|| format!("{place}-{lang}: {parts:?}\n  {one}\n  {two}"))
    };
    blocks.filter_map(told).collect()
}

#[test]
fn the_pages_of_all_editions_say_the_same_figures() {
    let mut told = Vec::new();
    let mut compared = 0;
    for (name, paper) in papers("fr") {
        let french = blocks(&paper.root);
        compared += french.iter().map(|block| figures(block, "fr").len()).sum::<usize>();
        for lang in ["ar", "en"] {
            let other = blocks(&papers(lang)[name].root);
            assert_eq!(french.len(), other.len(), "{name}-{lang} has other blocks");
            let pairs = french.iter().zip(&other).map(|(one, two)| (name.clone(), one.as_str(), two.as_str()));
            told.extend(differ(pairs, lang));
        }
    }
    assert!(told.is_empty(), "{} differences:\n{}", told.len(), told.join("\n"));
    assert!(compared > 5_000, "only {compared} figures were found");
}

#[test]
fn the_workbooks_of_all_editions_say_the_same_figures() {
    let mut told = Vec::new();
    let mut compared = 0;
    let files: BTreeMap<String, Vec<u8>> = files(example()).into_iter().collect();
    for (path, bytes) in &files {
        let Some(name) = path.strip_suffix("-fr.xlsx").filter(|name| !name.starts_with("internal/")) else { continue };
        let french = cells(bytes);
        for lang in ["ar", "en"] {
            let other = cells(&files[&format!("{name}-{lang}.xlsx")]);
            for ((place, one), (there, two)) in french.iter().zip(&other) {
                assert_eq!(place, there, "{name}-{lang}: cells stand elsewhere");
                compared += 1;
                match (one, two) {
                    (Data::String(one), Data::String(two)) => {
                        told.extend(differ([(format!("{name} {place}"), &**one, &**two)].into_iter(), lang));
                    }
                    _ if one == two => {}
                    _ => told.push(format!("{name}-{lang} {place}: {one:?} {two:?}")),
                }
            }
            assert_eq!(french.len(), other.len(), "{name}-{lang} has other cells");
        }
    }
    assert!(told.is_empty(), "{} differences:\n{}", told.len(), told.join("\n"));
    assert!(compared > 50_000, "only {compared} cells were compared");
}

/// Every first digit of every block of the real report is changed in turn, and found.
#[test]
fn every_digit_that_is_changed_in_one_edition_is_found() {
    let french = blocks(&papers("fr")["consolidated"].root);
    for lang in ["ar", "en"] {
        let other = blocks(&papers(lang)["consolidated"].root);
        for (one, two) in french.iter().zip(&other).filter(|(one, two)| one != two) {
            if let Some(at) = two.find(|c: char| c.is_ascii_digit()) {
                let digit = if two[at..].starts_with('7') { "8" } else { "7" };
                let changed = format!("{}{digit}{}", &two[..at], &two[at + 1..]);
                assert!(!same(one, &changed, lang), "{changed}");
            }
        }
    }
}

/// One digit, one sign, one day or one letter of a code that differs is found, in each language.
#[test]
fn one_digit_that_differs_is_found() {
    #[track_caller]
    fn check(lang: &str, french: &str, other: &str, changed: &str) {
        assert!(same(french, other, lang), "{:?} {:?}", figures(french, "fr"), figures(other, lang));
        assert!(!same(french, changed, lang), "{changed}");
    }
    let amount = "1\u{202f}234\u{202f}567,8\u{a0}MAD le 1er mai 2026, soit 54,8\u{202f}% de X3-budget";
    let english = "MAD 1,234,567.8 on 1 May 2026, or 54.8% of X3-budget";
    let arabic = "1\u{202f}234\u{202f}567,8 درهم في 1 ماي 2026، أي 54,8% من X3-budget";
    for (from, to) in
        [("567", "568"), ("234", "243"), ("54.8%", "54.8"), ("1 May", "2 May"), ("May", "June"), ("X3", "X4")]
    {
        check("en", amount, english, &english.replace(from, to));
    }
    for (from, to) in [("567", "56"), (",8 ", " "), ("54,8", "548"), ("ماي", "مارس"), ("2026", "2025"), ("-budget", "")]
    {
        check("ar", amount, arabic, &arabic.replace(from, to));
    }
    check("ar", "−3 points sur 2 activités", "−3 نقاط في نشاطان", "3 نقاط في نشاطان");
    check("en", "1er semestre, de 15 à 24 ans", "First half, 15-24 years", "Second half, 15-24 years");
}
