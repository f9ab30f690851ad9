//! The page as a whole: what it links to, what it hides from, and what a template may do.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::*;
use crate::model::Lang;
use crate::model::Provenance;
use crate::model::index::{Entry, Filed, Index, Shelf};
use crate::model::report::{Stamp, Tile};
use crate::reference::Reference;
use crate::render::narrative::tests::{HOSTILE, REFERENCE};

/// An index with one document a name, filed under the name itself.
fn index(names: &[&str]) -> Index {
    let text = |name: &&str| Value::from(*name);
    let first = names.first().map_or(Value::Empty, text);
    Index {
        stamp: Stamp::Provisional,
        kicker: first.clone(),
        title: Value::key("report-title"),
        subtitle: first.clone(),
        parties: [first.clone(), first.clone()],
        facts: vec![(first.clone(), first.clone())],
        note: first.clone(),
        tiles: vec![Tile {
            label: first.clone(),
            figure: Value::Missing,
            unit: first.clone(),
            share: Some(0.0),
            target: None,
            compare: vec![(first.clone(), first, true)],
        }],
        missing: names.iter().map(text).collect(),
        entries: names
            .iter()
            .map(|name| Entry {
                shelf: Shelf::Activities,
                name: text(name),
                aliases: vec![(*name).into()],
                about: vec![text(name)],
                countries: vec![(*name).into()],
                files: vec![Filed::of(name, 1), Filed::of(&format!("{name}-ar.pdf"), 5_000_000)],
            })
            .collect(),
    }
}

fn made(index: &Index, template: impl Fn(&str) -> Option<Cow<'static, [u8]>>) -> crate::error::Result<String> {
    let reference: &Reference = &REFERENCE;
    let prose = Lang::ALL.map(|lang| Locale::prose(lang, reference));
    let spoken: Vec<&Locale<'_>> = prose.iter().collect();
    let provenance = Provenance { program: "bilan <0>".into(), fingerprint: "ab".into(), inputs: Vec::new() };
    let listing = Listing::new(index, &provenance, &spoken, &Lang::ALL.map(|lang| Locale::plain(lang, reference)));
    assert_eq!(Listing::read(&listing.json().unwrap()).unwrap(), listing, "the listing reads back as it was");
    Ok(String::from_utf8(page(&listing, &spoken, template)?).unwrap())
}

#[test]
fn a_document_has_the_terms_of_its_name_and_of_its_other_spellings_once() {
    let mut index = index(&["Oujda"]);
    index.entries[0].aliases = ["وجدة", "OUJDA", "عمالة وجدة"].map(Into::into).into();
    let plain = Lang::ALL.map(|lang| Locale::plain(lang, &REFERENCE));
    let listing = Listing::new(&index, &Provenance::default(), &[&plain[0]], &plain);
    assert_eq!(listing.documents[0].terms, "oujda | وجده | عماله وجده");
    assert_eq!(listing.documents[0].related, "oujda");
}

/// Gives the tags of a page: name and attributes as written.
fn tags(page: &str) -> Vec<&str> {
    page.split('<').skip(1).filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag).collect()
}

#[test]
fn hostile_names_add_no_tag_and_no_attribute() {
    let count = |page: &str| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for tag in tags(page) {
            // Names and attributes without their values.
            let bare: String = tag.split('"').step_by(2).collect();
            *counts.entry(bare).or_default() += 1;
        }
        counts
    };
    let plain: Vec<String> = (0..HOSTILE.len() + 3).map(|at| format!("x{at}")).collect();
    let tame = made(&index(&plain.iter().map(String::as_str).collect::<Vec<_>>()), |_| None).unwrap();
    let more = ["\" onmouseover=alert(1) x='", "javascript:alert(1)", "</script><script>alert(1)</script>"];
    let hostile: Vec<&str> = HOSTILE.iter().copied().chain(more).collect();
    let page = made(&index(&hostile), |_| None).unwrap();
    let (tame, found) = (count(&tame), count(&page));
    // A blank name has no paragraph about it.
    let differs: Vec<_> = found.iter().filter(|(tag, times)| tame.get(*tag).is_none_or(|most| *times > most)).collect();
    assert!(differs.is_empty(), "{differs:?}");
    for link in page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(link.starts_with("./") || link.starts_with('#'), "{link}");
        assert!(!link.contains(':'), "{link}");
    }
    let terms = page.split("id=\"terms\">").nth(1).unwrap().split("</script>").next().unwrap();
    assert_eq!(serde_json::from_str::<Vec<[String; 2]>>(terms).unwrap().len(), hostile.len());
}

#[test]
fn the_page_speaks_every_language_and_shows_what_there_is() {
    let page = made(&index(&["a/one-fr.pdf"]), |_| None).unwrap();
    for piece in [
        "id=\"fr\" lang=\"fr\" dir=\"ltr\"",
        "id=\"ar\" lang=\"ar\" dir=\"rtl\"",
        "Content-Security-Policy",
        "mark provisional",
        "class=\"figure words missing\"",
        "bilan &lt;0&gt;",
        "4,8\u{2069} ميغابايت",
        "4.8 MB",
    ] {
        assert!(page.contains(piece), "{piece}");
    }
    assert!(!page.contains("http:") && !page.contains("https:"), "nothing leads to a network");
    assert!(!page.contains("index-"), "every message has its words");
}

#[test]
fn what_an_archive_lacks_is_not_listed() {
    let reference: &Reference = &REFERENCE;
    let fr = Locale::prose(Lang::Fr, reference);
    let mut listing = Listing::new(&index(&["one-fr.pdf", "two-fr.pdf"]), &Provenance::default(), &[&fr], &[]);
    listing.keep(|path| path.starts_with("one"));
    let page = String::from_utf8(page(&listing, &[&fr], |_| None).unwrap()).unwrap();
    assert!(page.contains("./one-fr.pdf") && !page.contains("./two-fr"));
    assert_eq!(listing.documents.len(), 1);
}

#[test]
fn the_colours_are_those_of_the_pdf() {
    let text = |path| String::from_utf8_lossy(assets::template(path).unwrap()).into_owned();
    let (style, look) = (text("index/style.css"), text("look.typ"));
    let tokens = style.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
    let mut seen = 0;
    for (name, colour) in tokens {
        let line = format!("#let {name} = rgb(\"#{}\")", colour.trim_end_matches(';'));
        assert!(look.contains(&line), "{line}");
        seen += 1;
    }
    assert!(seen >= 6);
}

#[test]
fn a_mistake_in_a_template_is_told_with_its_line() {
    #[track_caller]
    fn check(name: &'static str, text: &'static str, file: &str, words: &[&str]) {
        let own = |path: &str| (path == name).then_some(Cow::Borrowed(text.as_bytes()));
        let error = made(&index(&["x"]), own).unwrap_err();
        let told = Locale::plain(Lang::Fr, &REFERENCE).say(&error.explain());
        assert!(told.starts_with(file), "{told}");
        for word in words {
            assert!(told.contains(word), "{told}");
        }
    }
    check(TEMPLATE, "a\n{{fingerprnt}}", "templates/index/page.html.hbs:2:", &["fingerprnt", "fingerprint"]);
    check(TEMPLATE, "{{#each pages}}\n{{word.skip}}{{/each}}", "templates/index/page.html.hbs:2:", &["words.skip"]);
    check(TEMPLATE, "\n{{urll program}}", "templates/index/page.html.hbs:2:", &["urll", "url"]);
    check(TEMPLATE, "x\n{{#if program}}", "templates/index/page.html.hbs:2:", &["if"]);
    check(STYLE, "a{}\n</STYLE>", "templates/index/style.css:2", &["</style"]);
    check(SCRIPT, "</script>", "templates/index/search.js:1", &["</script"]);
}

#[test]
fn a_template_prints_no_value_as_it_stands() {
    let own =
        |path: &str| (path == TEMPLATE).then_some(Cow::Borrowed(b"{{#if program}}{{{program}}}{{/if}}".as_slice()));
    assert_eq!(made(&index(&["x"]), own).unwrap(), "bilan &lt;0&gt;");
    let marked = |path: &str| (path == STYLE).then_some(Cow::Borrowed("\u{FEFF}a{}\r\nb{}\r".as_bytes()));
    assert!(made(&index(&["x"]), marked).unwrap().contains("<style>a{}\nb{}\n</style>"));
}
