//! Lines of glyphs.

use std::ops::Range;

use typst_library::engine::Engine;
use typst_library::foundations::{Content, StyleChain};
use typst_library::layout::{Abs, Dir, Em, FixedAlignment, Frame, FrameItem, Point, Size};
use typst_library::text::{self, TextEdgeBounds, TextElem, TextItem, is_default_ignorable};

use super::breaks::{BREAK, is_gap, words};
use super::look::{Around, Look};
use super::read::{Kind, Piece, read};
use super::shape::{Glyph, Run, Shaped, shape};

/// Sets a plain text in a width, which it takes as a whole if it is to `fill` it.
pub(super) fn set(
    content: &Content,
    engine: &Engine,
    around: Around,
    width: Abs,
    fill: bool,
    align: FixedAlignment,
) -> Frame {
    let (text, pieces, leading) = read(content, engine, around, width);
    let shaped = shape(&text, &pieces, from_right(&pieces, around.styles));
    let lines: Vec<Line> =
        broken(&shaped, &pieces, width).into_iter().map(|range| line(&shaped, &pieces, range)).collect();
    let widest = lines.iter().map(|line| line.width).max().unwrap_or_default();
    stacked(lines, if fill { width } else { widest.min(width) }, align, leading)
}

/// Gives the width of a plain text whose lines nothing breaks.
pub(super) fn width(content: &Content, engine: &Engine, around: Around) -> Abs {
    set(content, engine, around, Abs::inf(), false, FixedAlignment::Start).width()
}

/// Tells the direction of a text: that which all its pieces share, else that of what surrounds it.
fn from_right(pieces: &[Piece], styles: StyleChain) -> bool {
    let mut directions = pieces.iter().filter_map(|piece| look(piece)).map(|look| look.rtl);
    let first = directions.next();
    let all = first.filter(|first| directions.all(|other| other == *first));
    all.unwrap_or_else(|| styles.resolve(TextElem::dir) == Dir::RTL)
}

fn look(piece: &Piece) -> Option<&Look> {
    if let Kind::Letters(face) = &piece.kind { Some(&face.look) } else { None }
}

/// A line: its parts as they were written, each with its place from the left end of the base line.
struct Line {
    width: Abs,
    top: Abs,
    bottom: Abs,
    /// With the place of each in the text.
    parts: Vec<(usize, Point, Part)>,
}

enum Part {
    Text(TextItem),
    Box(Frame),
}

fn stacked(lines: Vec<Line>, width: Abs, align: FixedAlignment, leading: Abs) -> Frame {
    let mut frame = Frame::soft(Size::new(width, Abs::zero()));
    let mut y = Abs::zero();
    for (at, line) in lines.into_iter().enumerate() {
        if at > 0 {
            y += leading;
        }
        y += line.top;
        if at == 0 {
            frame.set_baseline(y);
        }
        let origin = Point::new(align.position(width - line.width), y);
        for (_, place, part) in line.parts {
            match part {
                Part::Text(text) => frame.push(origin + place, FrameItem::Text(text)),
                Part::Box(inner) => frame.push_frame(origin + place, inner),
            }
        }
        y += line.bottom;
    }
    frame.size_mut().y = y;
    frame
}

/// Breaks a text into the ranges of its lines.
fn broken(shaped: &Shaped, pieces: &[Piece], width: Abs) -> Vec<Range<usize>> {
    let text = shaped.text;
    let size = |run: &Run| pieces.get(run.piece).and_then(look).map_or(Abs::zero(), |look| look.size);
    let alone = |run: &Run| match pieces.get(run.piece).map(|piece| &piece.kind) {
        Some(Kind::Gap(width)) => *width,
        Some(Kind::Box(frame)) => frame.width(),
        _ => Abs::zero(),
    };
    let long = |run: &Run| run.glyphs.iter().map(|glyph| glyph.advance).sum::<Em>().at(size(run)) + alone(run);
    if width.fits(shaped.runs.iter().map(long).sum()) && !text.contains('\n') {
        return std::iter::once(0..text.len()).collect();
    }
    // How far the letters reach, counted in the order of writing.
    let mut advances = vec![Abs::zero(); text.len() + 1];
    for run in &shaped.runs {
        // A gap is part of the word before it: it takes its room at the end of a line too.
        let gap = run.font.is_none() && text.get(run.range.clone()).is_some_and(|text| text.ends_with(' '));
        if let Some(after) = advances.get_mut(run.range.start + usize::from(!gap)) {
            *after += alone(run);
        }
        for glyph in &run.glyphs {
            if let Some(after) = advances.get_mut(glyph.range.start + 1) {
                *after += glyph.advance.at(size(run));
            }
        }
    }
    let mut sum = Abs::zero();
    for advance in &mut advances {
        sum += *advance;
        *advance = sum;
    }
    let reach = |range: &Range<usize>| {
        advances.get(range.end).copied().unwrap_or(sum) - advances.get(range.start).copied().unwrap_or_default()
    };
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split_inclusive('\n') {
        let mut line: Option<Range<usize>> = None;
        for word in words(paragraph.trim_end_matches('\n')).flat_map(|word| split(paragraph, word)) {
            let (at, end) = (start + word.start, start + word.end);
            line = match line {
                Some(range) if !width.fits(reach(&(range.start..end))) => {
                    lines.push(range.start..at);
                    Some(at..end)
                }
                Some(range) => Some(range.start..end),
                None => Some(start..end),
            };
        }
        start += paragraph.len();
        lines.push(line.map_or(start, |line| line.start)..start);
    }
    if text.ends_with('\n') {
        lines.push(start..start);
    }
    lines
}

/// Splits a word where it says that it may be broken.
fn split(text: &str, word: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut start = word.start;
    text.get(word).unwrap_or_default().split_inclusive(BREAK).map(move |part| {
        start += part.len();
        start - part.len()..start
    })
}

/// Sets a line.
fn line(shaped: &Shaped, pieces: &[Piece], range: Range<usize>) -> Line {
    let text = shaped.text.get(range.clone()).unwrap_or_default();
    // Blanks at the end are part of the text, but take no room.
    let kept = range.start + text.trim_end_matches(|c| is_gap(c) || is_default_ignorable(c)).len();
    let mut line = Line { width: Abs::zero(), top: Abs::zero(), bottom: Abs::zero(), parts: Vec::new() };
    let mut add = |run: &Run, part: &Range<usize>, written: usize| {
        let Some(piece) = pieces.get(run.piece) else { return };
        let (look, font) = match (&piece.kind, &run.font) {
            (Kind::Letters(face), Some(font)) => (&face.look, font),
            (Kind::Gap(width), _) if !part.is_empty() => return line.width += *width,
            (Kind::Box(frame), _) if !part.is_empty() => {
                line.top.set_max(frame.ascent());
                line.bottom.set_max(frame.descent());
                let place = Point::new(line.width, -frame.ascent());
                line.parts.push((written.max(piece.range.start), place, Part::Box(frame.clone())));
                line.width += frame.width();
                return;
            }
            _ => return,
        };
        let glyphs: Vec<&Glyph> = run.within(part).collect();
        if glyphs.is_empty() {
            return;
        }
        let (top, bottom) = font.edges(look.top, look.bottom, look.size, TextEdgeBounds::Zero);
        line.top.set_max(top);
        line.bottom.set_max(bottom);
        // Marks that stand higher or lower are texts of their own.
        for glyphs in glyphs.chunk_by(|one, two| one.y == two.y) {
            let first = glyphs.iter().map(|glyph| glyph.range.start).min().unwrap_or_default();
            let last = glyphs.iter().map(|glyph| glyph.range.end).max().unwrap_or_default();
            let shown = |glyph: &&Glyph| text::Glyph {
                id: glyph.id,
                x_advance: if glyph.range.start < kept { glyph.advance } else { Em::zero() },
                x_offset: if glyph.range.start < kept { glyph.x } else { Em::zero() },
                y_advance: Em::zero(),
                y_offset: Em::zero(),
                range: short(glyph.range.start - first)..short(glyph.range.end - first),
                span: (piece.span, short(glyph.range.start - piece.range.start)),
            };
            let item = TextItem {
                font: font.clone(),
                size: look.size,
                fill: look.fill.clone(),
                stroke: None,
                lang: look.lang,
                region: look.region,
                text: shaped.text.get(first..last).unwrap_or_default().into(),
                glyphs: glyphs.iter().map(shown).collect(),
            };
            let raised = glyphs.first().map_or(Abs::zero(), |glyph| glyph.y.at(look.size));
            let place = Point::new(line.width, -raised);
            line.width += item.width();
            line.parts.push((written.max(piece.range.start), place, Part::Text(item)));
        }
    };
    match &shaped.bidi {
        None => shaped.runs.iter().for_each(|run| add(run, &overlap(&run.range, &range), run.range.start)),
        Some(bidi) => {
            let paragraph =
                bidi.paragraphs.iter().find(|it| it.range.start <= range.start && range.end <= it.range.end);
            let (levels, visual) = paragraph
                .filter(|_| !range.is_empty())
                .map_or_else(Default::default, |paragraph| bidi.visual_runs(paragraph, range.clone()));
            for visual in visual {
                let rtl = levels.get(visual.start).is_some_and(|level| level.is_rtl());
                let mut runs: Vec<(&Run, Range<usize>)> = shaped
                    .runs
                    .iter()
                    .map(|run| (run, overlap(&run.range, &visual)))
                    .filter(|(_, part)| !part.is_empty())
                    .collect();
                if rtl {
                    runs.reverse();
                }
                runs.iter().for_each(|(run, part)| add(run, part, visual.start));
            }
            // The parts stand as they were written, each from left to right.
            line.parts.sort_by_key(|(at, ..)| *at);
        }
    }
    // One without letters is as tall as one with them.
    if line.parts.is_empty()
        && let Some(look) = pieces.iter().filter(|piece| piece.range.start <= range.start).filter_map(look).next_back()
        && let Some(font) = look.fonts.first().map(|hand| &hand.font)
    {
        (line.top, line.bottom) = font.edges(look.top, look.bottom, look.size, TextEdgeBounds::Zero);
    }
    line
}

fn overlap(one: &Range<usize>, two: &Range<usize>) -> Range<usize> {
    let start = one.start.max(two.start);
    start..one.end.min(two.end).max(start)
}

fn short(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
