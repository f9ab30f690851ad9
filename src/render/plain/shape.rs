//! The glyphs of a text.

use std::ops::Range;

use typst_library::layout::Em;
use typst_library::text::FontInstance;
use unicode_bidi::{BidiInfo, Level};
use unicode_normalization::char::is_combining_mark;

use super::hand::silent;
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
            if let Some(hand) = font.or(Some(0)).and_then(|at| face.fonts().get(at)) {
                let glyphs = hand.glyphs(&text[start..end], start, first.is_rtl());
                if !glyphs.is_empty() {
                    runs.push(Run { range: start..end, piece: number, font: Some(hand.font.clone()), glyphs });
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
    face.fonts().iter().position(|font| font.holds(c.encode_utf8(&mut [0; 4]))).or(now)
}
