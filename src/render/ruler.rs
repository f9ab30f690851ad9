//! Widths of texts, from the advances of the fonts: what tells whether a figure fits before it is laid out.

use std::borrow::Cow;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;
use rustybuzz::UnicodeBuffer;
use typst::layout::Abs;
use typst::text::{Font, FontInstance, FontVariations};

use super::plain::breaks::{BREAK, is_gap, words};

/// Millimetres in a typographic point.
const MM: f64 = 25.4 / 72.0;
/// Stands for a character that no font of the reports holds.
const UNKNOWN: char = '\u{FFFD}';
/// The width of such a character in parts of the size.
const UNKNOWN_WIDTH: f64 = 0.6;

/// A face of the reports, as `look.typ` names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    /// Text.
    Plain,
    /// Strong text and key figures.
    Strong,
    /// Titles.
    Title,
}

/// The faces, each with its fonts.
pub(super) struct Ruler {
    plain: Fonts,
    strong: Fonts,
    title: Fonts,
}

/// The fonts of a face, in the order in which `look.typ` falls back, and what they give to the characters of most texts.
struct Fonts {
    fonts: Vec<FontInstance>,
    /// The advance of each character below [`FREQUENT`] in parts of the size, where a font holds it.
    frequent: Vec<Option<f64>>,
    /// The widths of runs of joined letters that were met.
    joined: Mutex<FxHashMap<Box<str>, f64>>,
}

/// Latin, Arabic and general punctuation stand below.
const FREQUENT: u32 = 0x2100;

impl Fonts {
    fn new(fonts: Vec<FontInstance>) -> Fonts {
        let mut all = Fonts { fonts, frequent: Vec::new(), joined: Mutex::default() };
        all.frequent = (0..FREQUENT).map(|c| char::from_u32(c).and_then(|c| all.look_up(c))).collect();
        all
    }

    /// Gives the advance of a character in the first font that holds it.
    fn advance(&self, c: char) -> Option<f64> {
        self.frequent.get(c as usize).copied().unwrap_or_else(|| self.look_up(c))
    }

    /// Gives the width of letters that join, as they are shaped, in parts of the size.
    fn joined(&self, run: &str) -> f64 {
        if let Some(width) = self.met().get(run) {
            return *width;
        }
        let holds = |font: &&FontInstance| run.chars().all(|c| font.ttf().glyph_index(c).is_some());
        let width = match self.fonts.iter().find(holds) {
            Some(font) => {
                let mut buffer = UnicodeBuffer::new();
                buffer.push_str(run);
                buffer.guess_segment_properties();
                let shaped = rustybuzz::shape(font.rusty(), &[], buffer);
                let units: i32 = shaped.glyph_positions().iter().map(|position| position.x_advance).sum();
                f64::from(units) / f64::from(font.ttf().units_per_em())
            }
            None => run.chars().map(|c| self.advance(c).unwrap_or(UNKNOWN_WIDTH)).sum(),
        };
        self.met().insert(run.into(), width);
        width
    }

    fn met(&self) -> MutexGuard<'_, FxHashMap<Box<str>, f64>> {
        self.joined.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn look_up(&self, c: char) -> Option<f64> {
        // The archive standard takes no glyph for a control character, whatever the font says.
        if c.is_control() {
            return None;
        }
        self.fonts.iter().find_map(|font| {
            let glyph = font.ttf().glyph_index(c).map(|id| id.0).filter(|id| *id != 0)?;
            font.x_advance(glyph).map(|advance| advance.get())
        })
    }
}

impl Ruler {
    /// Makes a ruler of the built-in fonts.
    pub fn new(fonts: &[Font]) -> Ruler {
        let pick = |wanted: &[(&str, u16)]| {
            let named = wanted.iter().filter_map(|(family, weight)| {
                fonts
                    .iter()
                    .find(|font| font.info().family == *family && font.info().variant.weight.to_number() == *weight)
            });
            let plain = FontVariations::default();
            Fonts::new(named.map(|font| font.clone().instantiate(font.info().variant, Abs::pt(10.0), &plain)).collect())
        };
        Ruler {
            plain: pick(&[("IBM Plex Sans", 400), ("Bilan Arabic", 400)]),
            strong: pick(&[("IBM Plex Sans", 600), ("Bilan Arabic", 600)]),
            title: pick(&[("IBM Plex Serif", 500), ("Amiri", 700), ("IBM Plex Sans", 600)]),
        }
    }

    /// Gives the width of a text on one line, in millimetres, at a size in points.
    ///
    /// Kerning is left out, so that the text is seldom wider; letters that join are shaped.
    pub fn width(&self, text: &str, face: Face, size: f64) -> f64 {
        let (mut rest, mut width) = (text, 0.0);
        while let Some(c) = rest.chars().next() {
            let run = rest.find(|c| !joins(c)).unwrap_or(rest.len());
            let length = if run > 0 { run } else { c.len_utf8() };
            width += if run > 0 { self.fonts(face).joined(&rest[..run]) } else { self.advance(c, face) };
            rest = &rest[length..];
        }
        width * size * MM
    }

    /// Gives the number of lines that a text takes in a width in millimetres; seldom one more, never one less.
    pub fn lines(&self, text: &str, face: Face, size: f64, width: f64) -> usize {
        let space = self.width(" ", face, size);
        let mut lines = 0;
        for paragraph in text.split('\n') {
            lines += 1;
            let mut used = 0.0;
            for word in words(paragraph) {
                for (at, piece) in paragraph[word].split(BREAK).enumerate() {
                    let gap = if used > 0.0 && at == 0 { space } else { 0.0 };
                    let piece = self.width(piece, face, size);
                    if used > 0.0 && used + gap + piece > width {
                        lines += 1;
                        used = piece;
                    } else {
                        used += gap + piece;
                    }
                }
            }
        }
        lines
    }

    /// Gives the width of the widest word, which no line break divides.
    pub fn widest_word(&self, text: &str, face: Face, size: f64) -> f64 {
        words(text).map(|word| self.width(&text[word], face, size)).fold(0.0, f64::max)
    }

    /// Lets words that are wider than `width` break: after their punctuation, else between any two letters.
    pub fn breakable<'a>(&self, text: &'a str, face: Face, size: f64, width: f64) -> Cow<'a, str> {
        if self.widest_word(text, face, size) <= width {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len() + 16);
        let mut used = 0.0;
        for c in text.chars() {
            if is_gap(c) {
                used = 0.0;
                out.push(c);
                continue;
            }
            let advance = self.advance(c, face) * size * MM;
            if used + advance > width {
                out.push(BREAK);
                used = 0.0;
            }
            used += advance;
            out.push(c);
            if matches!(c, '-' | '_' | '.' | '/' | '@' | '\u{202F}' | '\u{A0}') && used > width / 2.0 {
                out.push(BREAK);
                used = 0.0;
            }
        }
        Cow::Owned(out)
    }

    /// Replaces what no font can show: a missing glyph would break the archive standard, and control characters have
    /// no shape at all.
    pub fn clean(&self, text: String) -> String {
        let shown = |c: char| c == '\n' || invisible(c) || self.plain.advance(c).is_some();
        if text.chars().all(shown) {
            return text;
        }
        text.replace("\r\n", "\n")
            .chars()
            .map(|c| {
                if shown(c) {
                    c
                } else if c.is_whitespace() || c.is_control() {
                    ' '
                } else {
                    UNKNOWN
                }
            })
            .collect()
    }

    fn advance(&self, c: char, face: Face) -> f64 {
        if invisible(c) {
            return 0.0;
        }
        self.fonts(face).advance(c).unwrap_or(UNKNOWN_WIDTH)
    }

    fn fonts(&self, face: Face) -> &Fonts {
        match face {
            Face::Plain => &self.plain,
            Face::Strong => &self.strong,
            Face::Title => &self.title,
        }
    }
}

/// Says whether a character is of a script whose letters join.
fn joins(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{65F}' | '\u{670}'..='\u{6D5}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}')
}

/// Says whether a character only steers direction, joining or breaking.
fn invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
