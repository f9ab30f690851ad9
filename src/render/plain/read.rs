//! What a plain text is made of: pieces of one face each.

use std::ops::Range;

use rustybuzz::ttf_parser::Tag;
use typst::syntax::Span;
use typst_library::World;
use typst_library::engine::Engine;
use typst_library::foundations::{
    Content, NativeElement, Packed, Recipe, Selector, SequenceElem, Smart, Style, StyleChain, StyledElem,
};
use typst_library::layout::{Abs, Dir};
use typst_library::model::{Linebreaks, ParElem};
use typst_library::text::{
    BottomEdge, FontInstance, Lang, LinebreakElem, Region, SpaceElem, TextElem, TopEdge, families, features, variant,
};
use typst_library::visualize::Paint;
use typst_utils::Numeric;

/// The most bytes of a text that is set as one block; a longer one may have to run over pages.
const MOST: usize = 2_000;

/// A part of a text in one face.
pub(super) struct Piece {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// Where it comes from.
    pub span: Span,
    pub face: Face,
}

/// How letters look.
pub(super) struct Face {
    /// The fonts that hold the letters of the piece, the preferred ones first.
    pub fonts: Vec<FontInstance>,
    /// The features that are on or off against the font's own choice.
    pub features: Vec<(Tag, u32)>,
    pub lang: Lang,
    pub region: Option<Region>,
    /// Says whether it runs from the right.
    pub rtl: bool,
    pub size: Abs,
    pub fill: Paint,
    pub top: TopEdge,
    pub bottom: BottomEdge,
}

/// Says whether a content is a plain text in these styles, and not an empty one.
pub(super) fn is_plain(content: &Content, styles: StyleChain) -> bool {
    is_text(content) && is_usual(content, styles) && !styles.recipes().any(touches_texts)
}

/// Says whether a content is words, line breaks and changes of face alone, and no more than one block holds.
pub(super) fn is_text(content: &Content) -> bool {
    length(content).is_some_and(|length| 0 < length && length <= MOST)
}

fn length(content: &Content) -> Option<usize> {
    if content.label().is_some() {
        return None;
    }
    if let Some(text) = content.to_packed::<TextElem>() {
        Some(text.text.len())
    } else if let Some(styled) = content.to_packed::<StyledElem>() {
        let face =
            |style: &Style| style.property().is_some_and(|it| it.is_of(TextElem::ELEM) || it.is_of(ParElem::ELEM));
        if styled.styles.iter().all(face) { length(&styled.child) } else { None }
    } else if let Some(parts) = content.to_packed::<SequenceElem>() {
        parts.children.iter().try_fold(0, |sum, part| Some(sum + length(part)?))
    } else if content.is::<LinebreakElem>() || content.is::<SpaceElem>() {
        Some(0)
    } else {
        None
    }
}

/// Says whether no part of a text is set in a way that only Typst knows.
fn is_usual(content: &Content, styles: StyleChain) -> bool {
    if let Some(styled) = content.to_packed::<StyledElem>() {
        is_usual(&styled.child, styles.chain(&styled.styles))
    } else if let Some(parts) = content.to_packed::<SequenceElem>() {
        parts.children.iter().all(|part| is_usual(part, styles))
    } else {
        let lines = !styles.get(ParElem::justify)
            && styles.get(ParElem::linebreaks) != Smart::Custom(Linebreaks::Optimized)
            && styles.get(ParElem::hanging_indent).is_zero()
            && styles.get(ParElem::first_line_indent).amount().is_zero();
        let letters = !styles.get(TextElem::fallback)
            && styles.get(TextElem::hyphenate) != Smart::Custom(true)
            && styles.get(TextElem::tracking).is_zero()
            && styles.get(TextElem::spacing).is_one()
            && styles.get(TextElem::baseline).is_zero()
            && styles.get(TextElem::case).is_none()
            && styles.get(TextElem::smallcaps).is_none()
            && styles.get(TextElem::shift_settings).is_none()
            && styles.get(TextElem::script).is_auto();
        let drawn = styles.get_cloned(TextElem::stroke).is_none() && styles.get_cloned(TextElem::deco).is_empty();
        lines && letters && drawn && families(styles).all(|family| family.covers().is_none())
    }
}

/// Says whether a rule of the template may change texts or paragraphs.
fn touches_texts(recipe: &Recipe) -> bool {
    match recipe.selector() {
        Some(Selector::Elem(elem, _)) => {
            [TextElem::ELEM, ParElem::ELEM, LinebreakElem::ELEM, SpaceElem::ELEM].contains(elem)
        }
        Some(Selector::Label(_) | Selector::Location(_)) | None => false,
        Some(_) => true,
    }
}

/// Takes a plain text apart. Gives the text and its pieces in order, and the space between its lines.
pub(super) fn read(content: &Content, engine: &Engine, styles: StyleChain) -> (String, Vec<Piece>, Abs) {
    let mut reader = Reader { engine, text: String::new(), pieces: Vec::new(), leading: None };
    reader.read(content, styles);
    let leading = reader.leading.unwrap_or_else(|| styles.resolve(ParElem::leading));
    (reader.text, reader.pieces, leading)
}

struct Reader<'a, 'e> {
    engine: &'a Engine<'e>,
    text: String,
    pieces: Vec<Piece>,
    leading: Option<Abs>,
}

impl Reader<'_, '_> {
    fn read(&mut self, content: &Content, styles: StyleChain) {
        if let Some(text) = content.to_packed::<TextElem>() {
            self.piece(text, styles);
        } else if let Some(styled) = content.to_packed::<StyledElem>() {
            self.read(&styled.child, styles.chain(&styled.styles));
        } else if let Some(parts) = content.to_packed::<SequenceElem>() {
            parts.children.iter().for_each(|part| self.read(part, styles));
        } else if content.is::<LinebreakElem>() {
            self.text.push('\n');
        } else if content.is::<SpaceElem>() {
            self.text.push(' ');
        }
        if let Some(last) = self.pieces.last_mut() {
            last.range.end = self.text.len();
        }
    }

    fn piece(&mut self, text: &Packed<TextElem>, styles: StyleChain) {
        // A paragraph takes its leading from where it begins.
        self.leading.get_or_insert_with(|| styles.resolve(ParElem::leading));
        let start = self.pieces.last().map_or(0, |last| last.range.end);
        self.text.push_str(&text.text);
        self.pieces.push(Piece {
            range: start..self.text.len(),
            span: text.span(),
            face: face(&text.text, self.engine, styles),
        });
    }
}

fn face(text: &str, engine: &Engine, styles: StyleChain) -> Face {
    let (size, variant) = (styles.resolve(TextElem::size), variant(styles));
    let variations = styles.get_cloned(TextElem::variations);
    let book = engine.world.book();
    let mut fonts = Vec::with_capacity(1);
    for family in families(styles) {
        let found = book.select(family.as_str(), variant).and_then(|id| engine.world.font(id));
        let Some(font) = found else { continue };
        let font = font.instantiate(variant, size, &variations);
        let all = text.chars().all(|c| super::shape::holds(&font, c));
        // One that does not hold all letters stands before those that hold the rest.
        fonts.push(font);
        if all {
            break;
        }
    }
    Face {
        fonts,
        features: features(styles).iter().map(|feature| (feature.tag, feature.value)).collect(),
        lang: styles.get(TextElem::lang),
        region: styles.get(TextElem::region),
        rtl: styles.resolve(TextElem::dir) == Dir::RTL,
        size,
        fill: styles.get_cloned(TextElem::fill),
        top: styles.get(TextElem::top_edge),
        bottom: styles.get(TextElem::bottom_edge),
    }
}
