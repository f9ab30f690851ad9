//! The glyphs of a text.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use rustybuzz::{
    BufferFlags, Direction, Feature, GlyphInfo, GlyphPosition, Language, Script, ShapePlan, UnicodeBuffer,
    ttf_parser::Tag,
};
use typst_library::layout::Em;
use typst_library::text::{FontInstance, Lang, is_default_ignorable};
use unicode_bidi::{BidiInfo, Level};
use unicode_normalization::char::is_combining_mark;

use super::read::{BOX, Face, Kind, Piece};

/// A text with the direction of its parts.
pub(super) struct Shaped<'t> {
    pub text: &'t str,
    /// The embedding levels, if not all of the text runs from the left.
    pub bidi: Option<BidiInfo<'t>>,
    /// Its runs, as they were written.
    pub runs: Vec<Run>,
}

/// A part of a text in one direction: letters in one font, or a gap or a box alone.
pub(super) struct Run {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// The number of its piece.
    pub piece: usize,
    /// The font of letters.
    pub font: Option<FontInstance>,
    /// Their glyphs from left to right.
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
    let from_left = !rtl
        && text
            .chars()
            .all(|c| c < '\u{590}' || ('\u{2010}'..='\u{2029}').contains(&c) || [BOX, '\u{202f}'].contains(&c));
    let bidi = (!from_left).then(|| BidiInfo::new(text, Some(if rtl { Level::rtl() } else { Level::ltr() })));
    let level = |at: usize| bidi.as_ref().and_then(|bidi| bidi.levels.get(at).copied()).unwrap_or(Level::ltr());
    let mut runs = Vec::with_capacity(pieces.len());
    for (number, piece) in pieces.iter().enumerate() {
        let Kind::Letters(face) = &piece.kind else {
            runs.push(Run { range: piece.range.clone(), piece: number, font: None, glyphs: Vec::new() });
            continue;
        };
        let mut start = piece.range.start;
        while start < piece.range.end {
            let rest = text.get(start..piece.range.end).unwrap_or_default();
            let first = level(start);
            // Up to where the direction or the font changes.
            let mut font = None;
            let mut end = piece.range.end;
            for (at, c) in rest.char_indices() {
                let of = font_of(face, c, font);
                let turns = level(start + at) != first || (font.is_some() && of.is_some() && of != font);
                if at > 0 && (turns || c == '\n' || rest.starts_with('\n')) {
                    end = start + at;
                    break;
                }
                font = font.or(of);
            }
            if let Some(font) = font.or(Some(0)).and_then(|at| face.fonts().get(at)) {
                let glyphs = glyphs(&text[start..end], start, font, first.is_rtl(), face);
                if !glyphs.is_empty() {
                    runs.push(Run { range: start..end, piece: number, font: Some(font.clone()), glyphs });
                }
            }
            start = end;
        }
    }
    Shaped { text, bidi, runs }
}

/// Gives the number of the font for a character, or nothing if it shows in none.
fn font_of(face: &Face, c: char, now: Option<usize>) -> Option<usize> {
    if face.fonts().len() < 2 {
        return Some(0);
    }
    if silent(c) || (now.is_some() && is_combining_mark(c)) {
        return None;
    }
    face.fonts().iter().position(|font| holds(font, c.encode_utf8(&mut [0; 4]))).or(now)
}

/// Says whether a font has a glyph for each character of a text, or needs none.
pub(super) fn holds(font: &FontInstance, text: &str) -> bool {
    KNOWN.with_borrow_mut(|known| known.hold(font, text))
}

fn silent(c: char) -> bool {
    c == '\n' || c == '\t' || is_default_ignorable(c)
}

/// Gives the glyphs of a run, whose letters begin at a place of the text.
fn glyphs(run: &str, start: usize, font: &FontInstance, rtl: bool, face: &Face) -> Vec<Glyph> {
    if run.chars().all(silent) {
        return Vec::new();
    }
    let way = Way { font: font.clone(), rtl, lang: face.look.lang, features: face.look.features.clone() };
    KNOWN.with_borrow_mut(|known| known.glyphs(run, start, way))
}

/// How a run is shaped.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Way {
    font: FontInstance,
    rtl: bool,
    lang: Lang,
    features: Vec<(Tag, u32)>,
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// The most glyphs that a thread remembers.
const MOST: usize = 100_000;
/// The characters of the first plane.
const PLANE: usize = 1 << 16;

/// What a thread has learnt of the fonts: the glyphs of the words that it has met, of which every report has the most part
/// in common with the others, and the characters that a font holds.
#[derive(Default)]
struct Known {
    words: FxHashMap<Way, FxHashMap<Box<str>, Rc<[Glyph]>>>,
    /// The number of all their glyphs.
    count: usize,
    /// For each character of the first plane, whether a font has a glyph for it, if that is known.
    held: FxHashMap<FontInstance, Vec<Option<bool>>>,
}

impl Known {
    /// Puts the glyphs of a run together from those of its words: letters do not change at a blank.
    fn glyphs(&mut self, run: &str, start: usize, way: Way) -> Vec<Glyph> {
        if self.count >= MOST {
            self.words.clear();
            self.count = 0;
        }
        if !self.words.contains_key(&way) {
            self.words.insert(way.clone(), FxHashMap::default());
        }
        let mut glyphs = Vec::with_capacity(run.len());
        let Some(known) = self.words.get_mut(&way) else { return glyphs };
        let mut rest = 0..run.len();
        while let Some(word) = if way.rtl { last_word(run, &mut rest) } else { first_word(run, &mut rest) } {
            let at = start + word.start;
            let place = |glyph: &Glyph| Glyph { range: at + glyph.range.start..at + glyph.range.end, ..glyph.clone() };
            let Some(word) = run.get(word) else { break };
            if let Some(known) = known.get(word) {
                glyphs.extend(known.iter().map(place));
            } else {
                let new: Rc<[Glyph]> = shaped(word, &way).into();
                glyphs.extend(new.iter().map(place));
                self.count += new.len();
                known.insert(word.into(), new);
            }
        }
        glyphs
    }

    fn hold(&mut self, font: &FontInstance, text: &str) -> bool {
        let find = |c: char| font.ttf().glyph_index(c).is_some_and(|id| id.0 != 0) || silent(c);
        if !self.held.contains_key(font) {
            self.held.insert(font.clone(), vec![None; PLANE]);
        }
        let Some(held) = self.held.get_mut(font) else { return text.chars().all(find) };
        text.chars().all(|c| match held.get_mut(c as usize) {
            Some(held) => *held.get_or_insert_with(|| find(c)),
            None => find(c),
        })
    }
}

/// What parts words: it changes no letter beside it.
const BLANKS: [char; 3] = [' ', '\u{A0}', '\u{202F}'];

/// Takes the first word of what is left of a run, with the blanks after it.
fn first_word(run: &str, rest: &mut Range<usize>) -> Option<Range<usize>> {
    let left = run.get(rest.clone()).filter(|left| !left.is_empty())?;
    let letters = left.find(BLANKS).unwrap_or(left.len());
    let end = left.len() - left[letters..].trim_start_matches(BLANKS).len();
    let word = rest.start..rest.start + end;
    rest.start = word.end;
    Some(word)
}

/// Takes the last one.
fn last_word(run: &str, rest: &mut Range<usize>) -> Option<Range<usize>> {
    let left = run.get(rest.clone()).filter(|left| !left.is_empty())?;
    let letters = left.trim_end_matches(BLANKS);
    let word = rest.start + letters.trim_end_matches(|c| !BLANKS.contains(&c)).len()..rest.end;
    rest.end = word.start;
    Some(word)
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
