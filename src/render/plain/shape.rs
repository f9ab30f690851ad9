//! The glyphs of a text.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use rustybuzz::{
    BufferFlags, Direction, Feature, GlyphInfo, GlyphPosition, Language, Script, ShapePlan, UnicodeBuffer,
    ttf_parser::Tag,
};
use typst_library::layout::Em;
use typst_library::text::{FontInstance, Lang, is_default_ignorable};
use unicode_bidi::{BidiInfo, Level};
use unicode_normalization::char::is_combining_mark;

use super::read::Piece;

/// A text with the direction of its parts.
pub(super) struct Shaped<'t> {
    pub text: &'t str,
    /// The embedding levels, if not all of the text runs from the left.
    pub bidi: Option<BidiInfo<'t>>,
    /// Its runs, as they were written.
    pub runs: Vec<Run>,
}

/// A part of a text in one font and one direction.
pub(super) struct Run {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// The number of its piece.
    pub piece: usize,
    pub font: FontInstance,
    /// Its glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// A glyph of a run; lengths are parts of the size.
#[derive(Clone)]
pub(super) struct Glyph {
    pub id: u16,
    pub advance: Em,
    pub x: Em,
    pub y: Em,
    /// The letters that it shows.
    pub range: Range<usize>,
}

impl Run {
    /// Gives the glyphs of a part of the text.
    pub fn within(&self, range: &Range<usize>) -> impl Iterator<Item = &Glyph> {
        self.glyphs.iter().filter(|glyph| range.contains(&glyph.range.start))
    }
}

/// Shapes a text; `rtl` says whether what surrounds it runs from the right.
pub(super) fn shape<'t>(text: &'t str, pieces: &[Piece], rtl: bool) -> Shaped<'t> {
    let from_left =
        !rtl && text.chars().all(|c| c < '\u{590}' || ('\u{2010}'..='\u{2029}').contains(&c) || c == '\u{202f}');
    let bidi = (!from_left).then(|| BidiInfo::new(text, Some(if rtl { Level::rtl() } else { Level::ltr() })));
    let level = |at: usize| bidi.as_ref().and_then(|bidi| bidi.levels.get(at).copied()).unwrap_or(Level::ltr());
    let mut runs = Vec::with_capacity(pieces.len());
    for (number, piece) in pieces.iter().enumerate() {
        let mut start = piece.range.start;
        while start < piece.range.end {
            let rest = text.get(start..piece.range.end).unwrap_or_default();
            let first = level(start);
            // Up to where the direction or the font changes.
            let mut font = None;
            let mut end = piece.range.end;
            for (at, c) in rest.char_indices() {
                let of = font_of(piece, c, font);
                let turns = level(start + at) != first || (font.is_some() && of.is_some() && of != font);
                if at > 0 && (turns || c == '\n' || rest.starts_with('\n')) {
                    end = start + at;
                    break;
                }
                font = font.or(of);
            }
            if let Some(font) = font.or(Some(0)).and_then(|at| piece.face.fonts.get(at)) {
                let glyphs = glyphs(&text[start..end], start, font, first.is_rtl(), piece);
                if !glyphs.is_empty() {
                    runs.push(Run { range: start..end, piece: number, font: font.clone(), glyphs });
                }
            }
            start = end;
        }
    }
    Shaped { text, bidi, runs }
}

/// Gives the number of the font for a character, or nothing if it shows in none.
fn font_of(piece: &Piece, c: char, now: Option<usize>) -> Option<usize> {
    if piece.face.fonts.len() < 2 {
        return Some(0);
    }
    if silent(c) || (now.is_some() && is_combining_mark(c)) {
        return None;
    }
    piece.face.fonts.iter().position(|font| holds(font, c)).or(now)
}

/// Says whether a font has a glyph for a character, or needs none.
pub(super) fn holds(font: &FontInstance, c: char) -> bool {
    font.ttf().glyph_index(c).is_some_and(|id| id.0 != 0) || silent(c)
}

fn silent(c: char) -> bool {
    c == '\n' || c == '\t' || is_default_ignorable(c)
}

/// Gives the glyphs of a run, whose letters begin at a place of the text.
fn glyphs(run: &str, start: usize, font: &FontInstance, rtl: bool, piece: &Piece) -> Vec<Glyph> {
    if run.chars().all(silent) {
        return Vec::new();
    }
    let way = Way { font: font.clone(), rtl, lang: piece.face.lang, features: piece.face.features.clone() };
    let known = KNOWN.with_borrow_mut(|known| known.glyphs(run, way));
    let placed = |glyph: &Glyph| Glyph { range: start + glyph.range.start..start + glyph.range.end, ..glyph.clone() };
    known.iter().map(placed).collect()
}

/// How a run is shaped.
#[derive(PartialEq, Eq, Hash)]
struct Way {
    font: FontInstance,
    rtl: bool,
    lang: Lang,
    features: Vec<(Tag, u32)>,
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// The most glyphs that a thread remembers, and the most bytes of a run that may come again.
const MOST: usize = 200_000;
const SHORT: usize = 48;

/// The glyphs of runs that a thread has met: the names of themes, places and states come in every report.
#[derive(Default)]
struct Known {
    runs: HashMap<Way, HashMap<Box<str>, Rc<[Glyph]>>>,
    /// The number of all their glyphs.
    count: usize,
}

impl Known {
    fn glyphs(&mut self, run: &str, way: Way) -> Rc<[Glyph]> {
        if let Some(known) = self.runs.get(&way).and_then(|runs| runs.get(run)) {
            return known.clone();
        }
        let glyphs: Rc<[Glyph]> = shaped(run, &way).into();
        if run.len() > SHORT {
            return glyphs;
        }
        if self.count >= MOST {
            *self = Known::default();
        }
        self.count += glyphs.len();
        self.runs.entry(way).or_default().insert(run.into(), glyphs.clone());
        glyphs
    }
}

fn shaped(run: &str, way: &Way) -> Vec<Glyph> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(run);
    buffer.set_direction(if way.rtl { Direction::RightToLeft } else { Direction::LeftToRight });
    buffer.guess_segment_properties();
    buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
    let features: Vec<Feature> = way.features.iter().map(|(tag, value)| Feature::new(*tag, *value, ..)).collect();
    let plan = plan(&way.font, way.rtl, buffer.script(), way.lang.as_str(), &features);
    let shaped = rustybuzz::shape_with_plan(way.font.rusty(), &plan, buffer);
    let (infos, places) = (shaped.glyph_infos(), shaped.glyph_positions());
    // The letters of a glyph end where those of the next one begin.
    let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
    starts.sort_unstable();
    starts.dedup();
    let end = |start: usize| {
        let next = starts.partition_point(|at| *at <= start);
        starts.get(next).copied().unwrap_or(run.len())
    };
    let glyph = |(info, place): (&GlyphInfo, &GlyphPosition)| Glyph {
        id: u16::try_from(info.glyph_id).unwrap_or_default(),
        advance: way.font.to_em(place.x_advance),
        x: way.font.to_em(place.x_offset),
        y: way.font.to_em(place.y_offset),
        range: info.cluster as usize..end(info.cluster as usize),
    };
    infos.iter().zip(places).map(glyph).collect()
}

/// How a font is to be shaped, which is found out once.
#[comemo::memoize]
fn plan(font: &FontInstance, rtl: bool, script: Script, lang: &str, features: &[Feature]) -> Arc<ShapePlan> {
    let direction = if rtl { Direction::RightToLeft } else { Direction::LeftToRight };
    let lang: Option<Language> = lang.parse().ok();
    Arc::new(ShapePlan::new(font.rusty(), direction, Some(script), lang.as_ref(), features))
}
