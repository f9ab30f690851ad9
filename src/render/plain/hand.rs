//! A font in use: the characters that it holds, and the glyphs of the words that were set in it.
//!
//! A thread remembers both, whatever looks they were met in: every report has most of its words in common with the others.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use rustybuzz::{
    BufferFlags, Direction, Feature, GlyphInfo, GlyphPosition, Language, Script, ShapePlan, UnicodeBuffer,
    ttf_parser::Tag,
};
use typst_library::text::{FontInstance, Lang, is_default_ignorable};

use super::shape::Glyph;

/// A font as a look uses it.
pub(super) struct Hand {
    pub font: FontInstance,
    held: Rc<RefCell<Held>>,
    /// The words that run from the left, and those that run from the right.
    words: [Rc<Words>; 2],
}

/// For each character of the first plane, whether a font has a glyph for it, if that is known.
type Held = Vec<Option<bool>>;

/// How words are shaped.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Way {
    font: FontInstance,
    rtl: bool,
    lang: Lang,
    /// The features that are on or off against the font's own choice.
    features: Rc<[(Tag, u32)]>,
}

/// The words that were shaped in one way.
struct Words {
    way: Way,
    known: RefCell<Shapes>,
}

#[derive(Default)]
struct Shapes {
    glyphs: FxHashMap<Box<str>, Rc<[Glyph]>>,
    /// The number of all of them.
    count: usize,
}

#[derive(Default)]
struct Known {
    held: FxHashMap<FontInstance, Rc<RefCell<Held>>>,
    words: FxHashMap<Way, Rc<Words>>,
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// The most glyphs that a thread remembers of words shaped in one way.
const MOST: usize = 50_000;
/// The characters of the first plane.
const PLANE: usize = 1 << 16;

impl Hand {
    /// Takes a font for words of a language; the features are those that are on or off against the font's own choice.
    pub fn new(font: FontInstance, lang: Lang, features: &Rc<[(Tag, u32)]>) -> Hand {
        KNOWN.with_borrow_mut(|known| {
            let held =
                known.held.entry(font.clone()).or_insert_with(|| Rc::new(RefCell::new(vec![None; PLANE]))).clone();
            let words = [false, true].map(|rtl| {
                let way = Way { font: font.clone(), rtl, lang, features: features.clone() };
                let new = || Rc::new(Words { way: way.clone(), known: RefCell::default() });
                known.words.entry(way.clone()).or_insert_with(new).clone()
            });
            Hand { font, held, words }
        })
    }

    /// Says whether the font has a glyph for each character of a text, or needs none.
    pub fn holds(&self, text: &str) -> bool {
        let find = |c: char| self.font.ttf().glyph_index(c).is_some_and(|id| id.0 != 0) || silent(c);
        let mut held = self.held.borrow_mut();
        text.chars().all(|c| match held.get_mut(c as usize) {
            Some(held) => *held.get_or_insert_with(|| find(c)),
            None => find(c),
        })
    }

    /// Gives the glyphs of a run, whose letters begin at a place of the text; none where it does not show.
    pub fn glyphs(&self, run: &str, start: usize, rtl: bool) -> Vec<Glyph> {
        if run.chars().all(silent) {
            return Vec::new();
        }
        self.words[usize::from(rtl)].glyphs(run, start)
    }
}

/// Says whether a character shows nothing.
pub(super) fn silent(c: char) -> bool {
    c == '\n' || c == '\t' || is_default_ignorable(c)
}

impl Words {
    /// Puts the glyphs of a run together from those of its words: letters do not change at a blank.
    fn glyphs(&self, run: &str, start: usize) -> Vec<Glyph> {
        let mut known = self.known.borrow_mut();
        if known.count >= MOST {
            *known = Shapes::default();
        }
        let mut glyphs = Vec::with_capacity(run.len());
        let mut rest = 0..run.len();
        while let Some(word) = if self.way.rtl { last_word(run, &mut rest) } else { first_word(run, &mut rest) } {
            let at = start + word.start;
            let place = |glyph: &Glyph| Glyph { range: at + glyph.range.start..at + glyph.range.end, ..glyph.clone() };
            let Some(word) = run.get(word) else { break };
            if let Some(known) = known.glyphs.get(word) {
                glyphs.extend(known.iter().map(place));
            } else {
                let new: Rc<[Glyph]> = shaped(word, &self.way).into();
                glyphs.extend(new.iter().map(place));
                known.count += new.len();
                known.glyphs.insert(word.into(), new);
            }
        }
        glyphs
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
