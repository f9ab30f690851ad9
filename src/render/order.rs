//! The order in which a page is read aloud, searched and copied: the one in which it was written.
//!
//! A PDF says its text in the order in which it is painted, piece by piece; its tags number these pieces. Typst brings the
//! parts of a line into the order of writing, but paints each part from left to right. Where a part runs from the right,
//! that turns its order around twice:
//!
//! - Its letters are cut where the font changes, at a full stop or a bracket, and these pieces stand from left to right.
//! - Its words stand from left to right. The mark `ReversedChars` says that the letters of each string are to be turned; the
//!   strings themselves have to come in the order in which they are read (ISO 32000-1, 14.8.2.3.3).
//!
//! So the pages are gone through between layout and export: what runs from the right is cut into words, and these come in
//! the order of writing. Every letter stays where it is painted. What only steers the direction is left out of the text,
//! which needs it no longer.

use std::cmp::Ordering;
use std::ops::Range;

use typst::layout::{Abs, Em, Frame, FrameItem, Point};
use typst::model::Document;
use typst::text::{Glyph, TextItem};
use typst_layout::{Page, PagedDocument};
use unicode_normalization::char::is_combining_mark;

type Item = (Point, FrameItem);

/// Brings the texts of all pages into the order in which they are read.
pub(super) fn logical(document: PagedDocument) -> PagedDocument {
    let frames: Vec<Option<Frame>> = document.pages().iter().map(|page| ordered(&page.frame)).collect();
    if frames.iter().all(Option::is_none) {
        return document;
    }
    let page = |(page, frame): (&Page, Option<Frame>)| match frame {
        Some(frame) => Page { frame, ..page.clone() },
        None => page.clone(),
    };
    PagedDocument::new(document.pages().iter().zip(frames).map(page).collect(), document.info().clone())
}

/// Gives a frame in the order in which it is read, or nothing if it stands in it.
fn ordered(frame: &Frame) -> Option<Frame> {
    let items = frame.items().as_slice();
    let mut out: Option<Vec<Item>> = None;
    let mut at = 0;
    while at < items.len() {
        let end = at + part(&items[at..]);
        let new = match &items[at] {
            (place, FrameItem::Group(group)) => ordered(&group.frame).map(|frame| {
                let mut group = group.clone();
                group.frame = frame;
                vec![(*place, FrameItem::Group(group))]
            }),
            (_, FrameItem::Text(_)) => spoken(&items[at..end]),
            _ => None,
        };
        match (new, &mut out) {
            (Some(new), out) => out.get_or_insert_with(|| items[..at].to_vec()).extend(new),
            (None, Some(out)) => out.extend_from_slice(&items[at..end]),
            (None, None) => {}
        }
        at = end;
    }
    let mut new = Frame::new(frame.size(), frame.kind());
    new.push_multiple(out?);
    if frame.has_baseline() {
        new.set_baseline(frame.baseline());
    }
    Some(new)
}

/// Tells how many of the items belong to the part of a line that the first begins.
fn part(items: &[Item]) -> usize {
    1 + items.windows(2).take_while(|pair| joined(&pair[0], &pair[1])).count()
}

/// Tells whether two items are texts of one part that runs from the right: the second goes on where the first ends, and was
/// not written behind it.
fn joined((from, one): &Item, (to, two): &Item) -> bool {
    let (FrameItem::Text(one), FrameItem::Text(two)) = (one, two) else { return false };
    from_right(one) != Some(false)
        && from_right(two) != Some(false)
        && written(one, two) != Some(Ordering::Less)
        && (from.x + one.width() - to.x).abs() < Abs::pt(0.001)
}

/// Compares the places at which two neighbours were written, if both come from one text.
fn written(one: &TextItem, two: &TextItem) -> Option<Ordering> {
    let ((text, last), (other, first)) = (one.glyphs.last()?.span, two.glyphs.first()?.span);
    (text == other).then(|| last.cmp(&first))
}

/// Tells whether a text runs from the right, if it shows.
fn from_right(text: &TextItem) -> Option<bool> {
    let mut steps = text.glyphs.windows(2).map(|pair| pair[0].range.start.cmp(&pair[1].range.start));
    match steps.find(|step| step.is_ne()) {
        Some(step) => Some(step.is_gt()),
        None => text.text.chars().find(|c| c.is_alphanumeric()).map(|c| {
            c.is_alphabetic() && matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        }),
    }
}

/// Gives a part of a line as it is read, or nothing if it stands so.
fn spoken(part: &[Item]) -> Option<Vec<Item>> {
    let texts = part.iter().filter_map(|(place, item)| match item {
        FrameItem::Text(text) => Some((*place, text)),
        _ => None,
    });
    let texts: Vec<(Point, &TextItem)> = texts.collect();
    let turned = texts.iter().any(|(_, text)| from_right(text) == Some(true))
        || texts.windows(2).any(|pair| written(pair[0].1, pair[1].1) == Some(Ordering::Greater));
    if !turned && !texts.iter().any(|(_, text)| text.text.contains(steers)) {
        return None;
    }
    let mut out = Vec::new();
    for (at, (place, text)) in texts.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| texts[at].1.glyphs.last());
        let glyphs = meant(text, before, texts.get(at + 1).and_then(|(_, next)| next.glyphs.first()));
        let mut place = *place;
        let all = 0..glyphs.len();
        for word in if turned { words(&text.text, &glyphs) } else { Vec::from([all]) } {
            let glyphs = glyphs[word].to_vec();
            let width = glyphs.iter().map(|glyph| glyph.x_advance).sum::<Em>().at(text.size);
            out.push((place, FrameItem::Text(part_of(text, glyphs))));
            place.x += width;
        }
    }
    if turned {
        out.reverse();
    }
    Some(out)
}

/// What steers the direction or the breaks of lines, and is neither seen nor heard.
pub(super) fn steers(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Gives the glyphs of a text, each with the letters that it shows: without what steers, and where a letter and the marks
/// on it are glyphs of their own, with its share of them.
fn meant(text: &TextItem, before: Option<&Glyph>, after: Option<&Glyph>) -> Vec<Glyph> {
    let mut glyphs = text.glyphs.clone();
    for (at, glyph) in glyphs.iter_mut().enumerate() {
        let all = &text.text[glyph.range()];
        if all.len() < 2 {
            continue;
        }
        let neighbours =
            [at.checked_sub(1).map_or(before, |at| text.glyphs.get(at)), text.glyphs.get(at + 1).or(after)];
        let shared = neighbours.into_iter().flatten().any(|other| other.span == glyph.span);
        let share = match all.find(is_combining_mark).filter(|marks| shared && *marks > 0) {
            Some(marks) if glyph.x_advance == Em::zero() => marks..all.len(),
            Some(marks) => 0..marks,
            None => 0..all.len(),
        };
        let said = all[share.clone()].trim_end_matches(steers);
        let bare = said.trim_start_matches(steers);
        if !bare.is_empty() {
            let at = |end: usize| glyph.range.start + u16::try_from(share.start + end).unwrap_or_default();
            glyph.range = at(said.len() - bare.len())..at(said.len());
        }
    }
    glyphs
}

/// Cuts glyphs that run from the right into words, each with the blank before it, as one string of a PDF can say it. A
/// bracket stands alone, for its glyph is the one of the other bracket; and so does a letter of several glyphs.
fn words(text: &str, glyphs: &[Glyph]) -> Vec<Range<usize>> {
    let said = |at: usize| text.get(glyphs[at].range()).unwrap_or_default();
    let alone = |at: usize| {
        let twin = |other: Option<&Glyph>| other.is_some_and(|other| other.range == glyphs[at].range);
        matches!(said(at), "(" | ")" | "[" | "]" | "{" | "}" | "<" | ">" | "«" | "»" | "‹" | "›")
            || twin(at.checked_sub(1).and_then(|at| glyphs.get(at)))
            || twin(glyphs.get(at + 1))
    };
    let (mut out, mut start) = (Vec::new(), 0);
    for at in 1..=glyphs.len() {
        let ends = at == glyphs.len()
            || glyphs[at - 1].range != glyphs[at].range
                && (said(at - 1) == " " && at - 1 > start || alone(at - 1) || alone(at));
        if ends {
            out.push(start..at);
            start = at;
        }
    }
    out
}

fn part_of(text: &TextItem, glyphs: Vec<Glyph>) -> TextItem {
    TextItem {
        font: text.font.clone(),
        size: text.size,
        fill: text.fill.clone(),
        stroke: text.stroke.clone(),
        lang: text.lang,
        region: text.region,
        text: text.text.clone(),
        glyphs,
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::locale::Locale;
    use crate::model::Lang;
    use crate::render::narrative::tests::REFERENCE;
    use crate::render::pdf::Press;
    use crate::render::sample;

    /// Writes the texts of a frame as they come, each in its own order.
    fn texts(frame: &Frame, out: &mut Vec<String>) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => texts(&group.frame, out),
                FrameItem::Text(text) => {
                    let mut glyphs: Vec<&Glyph> = text.glyphs.iter().collect();
                    glyphs.sort_by_key(|glyph| glyph.range.start);
                    out.push(glyphs.iter().map(|glyph| &text.text[glyph.range()]).collect());
                }
                _ => {}
            }
        }
    }

    #[track_caller]
    fn check(lang: &str, markup: &str, expected: &[&str]) {
        // The fonts as `look.typ` has them: in Arabic, blanks come with the letters.
        let latin =
            if lang == "ar" { "(name: \"IBM Plex Sans\", covers: regex(\"[^ ]\"))" } else { "\"IBM Plex Sans\"" };
        let fonts = format!("({latin}, \"Bilan Arabic\", \"IBM Plex Sans\")");
        let template = format!("#set text(lang: \"{lang}\", font: {fonts}, fallback: false)\n{markup}");
        let template = |name: &str| (name == "report.typ").then(|| Cow::Owned(template.clone().into_bytes()));
        let press = Press::new(template, Vec::new(), &[]).unwrap();
        let locale = Locale::prose(Lang::Ar, &REFERENCE);
        let desk = press.desk(&sample::letter(Lang::Ar), &locale).unwrap();
        let document: PagedDocument = typst::compile(&desk).output.unwrap();
        let mut out = Vec::new();
        texts(&logical(document).pages()[0].frame, &mut out);
        assert_eq!(out, expected);
    }

    #[test]
    fn what_runs_from_the_right_comes_word_by_word() {
        check("ar", "تقرير التقييم", &["تقرير", " التقييم"]);
        check("ar", "الأنشطة. المجالس", &["الأنشطة", ".", " المجالس"]);
        check("ar", "نسبة 52% من الكل", &["نسبة ", "52", "%", " من", " الكل"]);
        check("ar", "برنامج AFD (2027) هو", &["برنامج ", "AFD", " ", "(2027)", " هو"]);
        check("ar", "الحوز (إقليم) و«فاس»", &["الحوز ", "(", "إقليم", ")", " و", "«", "فاس", "»"]);
    }

    #[test]
    fn what_runs_from_the_left_stays() {
        check("fr", "Le rapport (2027) d’Oujda", &["Le rapport (2027) d’Oujda"]);
        check("fr", "la ville de الحوز الكبير est", &["la ville de ", "الحوز", " ", "الكبير", " est"]);
        check("fr", "الحوز. الكبير, 2027", &["الحوز", ". ", "الكبير", ", ", "2027"]);
        check("ar", "#text(dir: ltr)[3 / 12]", &["3", " ", "/", " ", "12"]);
    }

    #[test]
    fn marks_of_direction_are_left_out() {
        check(
            "ar",
            "من \u{2066}13\u{2069} إلى \u{2068}AFD\u{2069}، ثم",
            &["من ", "13", " ", "إلى ", "AFD", "،", " ثم"],
        );
    }

    #[test]
    fn a_letter_and_the_mark_on_it_are_said_once() {
        check("ar", "عُبئ", &["ع", "ُ", "بئ"]);
    }
}
