//! A report as the data of `templates/report.typ`: every value in words and digits, every column in millimetres.
//!
//! The template only places what stands here and multiplies shares by widths.

mod blocks;
mod charts;
mod columns;
mod cover;
mod letter;
mod lines;

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::logo::Emblem;
use super::ruler::{Face, Ruler};
use crate::locale::Locale;
use crate::model::report::{Block, Chapter, Front, Report, Source, Stamp, Weight};
use crate::model::{Audience, Code, Lang, Value};

/// The width of the text in millimetres, and of the blocks beside facts: 12 and 9 columns of `look.typ`.
const PAGE: f64 = 170.0;
const ASIDE: f64 = 126.5;
/// The width of the text of a letter.
const LETTER: f64 = 156.0;
/// The widest that lines of prose run: 11 columns.
const PROSE: f64 = 155.5;
/// The width of a tile and of facts, of a claim, and of a chart's names: 3, 4 and 4 columns.
const THIRD: f64 = 39.5;
const FOURTH: f64 = 54.0;
/// The width of a hint on the first page of a dossier: 8 columns.
const HINT: f64 = 112.0;
/// A chapter of at most this height, in millimetres, follows the one before on its page where there is room.
const SHORT: f64 = 150.0;
/// Stands for a title or description that is blank: PDF/UA allows none.
const BLANK: &str = "\u{2013}";
/// A report of this many chapters has a page of contents.
const CONTENTS_FROM: usize = 8;

/// The sizes of `look.typ` in points, for measuring.
struct Sizes {
    note: f64,
    small: f64,
    body: f64,
    section: f64,
    chapter: f64,
    figure: f64,
    cover: f64,
}

const LATIN: Sizes =
    Sizes { note: 7.2, small: 8.2, body: 9.4, section: 11.6, chapter: 23.0, figure: 25.0, cover: 46.0 };
const ARABIC: Sizes =
    Sizes { note: 7.7, small: 8.7, body: 10.0, section: 12.6, chapter: 27.0, figure: 25.0, cover: 50.0 };

/// What turns the values of one report into ready text.
struct Setter<'a> {
    locale: &'a Locale<'a>,
    ruler: &'a Ruler,
    sizes: &'static Sizes,
    /// The codes that have a line of their own, to which the others lead.
    anchors: BTreeSet<&'a str>,
}

/// Gives the data of a document for the template.
pub(super) fn document(report: &Report, locale: &Locale<'_>, ruler: &Ruler, logos: &[Emblem]) -> Json {
    let sizes = if locale.lang.is_rtl() { &ARABIC } else { &LATIN };
    let anchors = report.chapters.iter().flat_map(|chapter| anchors(&chapter.blocks)).collect();
    let set = Setter { locale, ruler, sizes, anchors };
    let width = if matches!(report.cover, Front::Letter(_)) { LETTER } else { PAGE };
    json!({
        "lang": locale.lang.code(),
        "meta": {
            // Neither standard allows a document without a title.
            "title": Some(bare(&title(&set, report))).filter(|title| !title.is_empty()).unwrap_or_else(|| report.kind.stem()),
            "authors": report.authors.iter().map(|author| bare(&set.say(author))).collect::<Vec<_>>(),
            "running": set.say(&report.running),
            "foot": set.say(&report.foot),
            "made": report.imprint.made.as_ref().map_or(String::new(), |made| set.say(made)),
            "made-plain": report.imprint.made.as_ref().map_or(String::new(), |made| bare(&set.say(made))),
            "stamp": set.stamp(report),
            "logos": set.logos(&report.imprint, logos),
        },
        "cover": set.cover(report),
        "contents": set.contents(&report.chapters),
        "flows": report.kind.is_short(),
        "chapters": report.chapters.iter().enumerate().map(|(i, chapter)| set.chapter(i, chapter, width)).collect::<Vec<_>>(),
    })
}

/// Gives the title of the file's properties: what the document is and what it is about.
fn title(set: &Setter<'_>, report: &Report) -> String {
    let [title, subtitle] = [&report.title, &report.subtitle].map(|value| set.say(value));
    if subtitle.is_empty() { title } else { format!("{title} \u{2013} {subtitle}") }
}

/// Estimates the height of blocks in millimetres, rather too high.
fn height(blocks: &[Block]) -> f64 {
    let rows = |rows: usize, each: f64, around: f64| rows as f64 * each + around;
    let of = |block: &Block| match block {
        Block::Section(_) | Block::Note(_) | Block::Goals(_) => 14.0,
        Block::Grid(grid) => rows(grid.rows.len(), 9.5, 28.0),
        Block::Chart(chart) => charts::height(&chart.plot),
        Block::Tiles(tiles, _) => rows(tiles.len().div_ceil(4), 44.0, 8.0),
        Block::Panel(_) | Block::Prose(_) => 30.0,
        Block::Claims(claims) => rows(claims.len().div_ceil(3), 48.0, 0.0),
        Block::Text(_) | Block::Items(..) | Block::Beside(..) | Block::Matrix(_) => f64::INFINITY,
    };
    blocks.iter().map(of).sum()
}

/// Finds the codes that have a line of their own.
fn anchors(blocks: &[Block]) -> impl Iterator<Item = &str> {
    let grids = blocks.iter().filter_map(|block| match block {
        Block::Grid(grid) => Some(grid),
        _ => None,
    });
    let cells = grids.flat_map(|grid| grid.rows.iter().flatten()).filter(|cell| cell.weight == Weight::Anchor);
    cells.filter_map(|cell| match &cell.value {
        Value::Code(code) => Some(&**code),
        _ => None,
    })
}

/// Gives the label of the line of a code.
fn anchor(code: &str) -> String {
    format!("figure-{code}")
}

/// Takes the bidi isolates and line breaks out of a text that is not laid out.
fn bare(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "").replace('\n', " ")
}

/// Makes the blanks that French has beside its signs such that no line breaks at them; lists and senders type plain ones.
fn spaced(text: String) -> String {
    let signs = [" ;", " :", " !", " ?", " %", " »", "« "];
    if !signs.iter().any(|sign| text.contains(sign)) {
        return text;
    }
    let firm = [";", "!", "?", "%", "»"]
        .iter()
        .fold(text, |text, sign| text.replace(&format!(" {sign}"), &format!("\u{202F}{sign}")));
    firm.replace(" :", "\u{A0}:").replace("« ", "«\u{202F}")
}

/// Keeps a share on its scale; what is not a number is nothing.
fn share(share: f64) -> f64 {
    if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
}

impl Setter<'_> {
    fn say(&self, value: &Value) -> String {
        let text = self.ruler.clean(self.locale.say(value));
        if self.locale.lang == Lang::Fr { spaced(text) } else { text }
    }

    fn word(&self, key: &'static str) -> String {
        self.locale.text(key)
    }

    /// Says a text that has to break within a width, however long its words.
    fn narrow(&self, value: &Value, face: Face, size: f64, width: f64) -> String {
        self.ruler.breakable(&self.say(value), face, size, width).into_owned()
    }

    /// Gives the text for those who can't see a figure; PDF/UA wants one, so that what stands in is never blank.
    fn alt(&self, alt: &Value, title: &Value) -> String {
        let texts = [alt, title].map(|value| bare(&self.say(value)));
        texts.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_else(|| BLANK.to_owned())
    }

    /// Gives the marks of each page: the stamp, and before it the word on what stays in the office.
    fn stamp(&self, report: &Report) -> Json {
        let (kind, text) = match report.stamp {
            Stamp::Provisional => ("provisional", "page-stamp-provisional"),
            Stamp::Final => ("final", "page-stamp-final"),
            Stamp::Draft => ("final", "page-stamp-draft"),
        };
        let internal = (report.audience == Audience::Internal).then(|| self.word("page-internal"));
        json!({"kind": kind, "text": self.word(text), "internal": internal})
    }

    fn source(&self, source: &Source) -> Json {
        let words = source.words.as_ref().map_or(String::new(), |words| self.say(words));
        json!({"codes": self.codes(&source.codes), "separator": self.separator(), "words": words})
    }

    /// Gives codes, each with the line that it leads to.
    fn codes(&self, codes: &[Code]) -> Vec<Json> {
        let line = |code: &Code| self.anchors.contains(code.as_str()).then(|| anchor(code));
        codes.iter().map(|code| json!({"text": self.say(&Value::code(code)), "anchor": line(code)})).collect()
    }

    /// Gives what stands between the parts of a list.
    fn separator(&self) -> String {
        self.locale.say(&Value::List(vec![Value::Empty; 2]))
    }

    fn chapter(&self, index: usize, chapter: &Chapter, width: f64) -> Json {
        let title = self.narrow(&chapter.title, Face::Title, self.sizes.chapter, PAGE);
        let title = if title.is_empty() { BLANK.to_owned() } else { title };
        let lines = self.ruler.lines(&format!("{}  {title}", chapter.number), Face::Title, self.sizes.chapter, PAGE);
        json!({
            "anchor": format!("chapter-{index}"),
            "number": &*chapter.number,
            "title": title,
            "long": lines > 2,
            "short": index > 0 && chapter.number.len() < 3 && height(&chapter.blocks) <= SHORT,
            "kicker": self.say(&chapter.kicker),
            "lead": self.say(&chapter.lead),
            "blocks": self.blocks(&chapter.blocks, width),
        })
    }

    /// Gives the page of contents: the chapters, each with its sections.
    fn contents(&self, chapters: &[Chapter]) -> Json {
        if chapters.len() < CONTENTS_FROM {
            return Json::Null;
        }
        let rows = chapters.iter().enumerate().map(|(i, chapter)| {
            let sections = chapter.blocks.iter().filter_map(|block| match block {
                Block::Section(title) => Some(self.say(title)),
                _ => None,
            });
            json!({
                "anchor": format!("chapter-{i}"),
                "number": &*chapter.number,
                "title": self.say(&chapter.title),
                "sections": sections.collect::<Vec<_>>().join(" · "),
            })
        });
        json!({"title": self.word("page-contents"), "rows": rows.collect::<Vec<_>>()})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_signs_never_begin_a_line() {
        let plain = "Part : 75 % au moins ; « oui » ? Non ! a:b;c";
        assert_eq!(
            spaced(plain.to_owned()),
            "Part\u{A0}: 75\u{202F}% au moins\u{202F}; «\u{202F}oui\u{202F}»\u{202F}? Non\u{202F}! a:b;c"
        );
    }
}
