//! What a plain text is made of: pieces of one face each.

use std::ops::Range;

use typst::syntax::Span;
use typst_library::World;
use typst_library::engine::Engine;
use typst_library::foundations::{
    Content, NativeElement, Packed, Recipe, Selector, SequenceElem, StyleChain, StyledElem,
};
use typst_library::layout::{Abs, Dir};
use typst_library::model::ParElem;
use typst_library::text::{
    BottomEdge, FontInstance, Lang, LinebreakElem, Region, SpaceElem, TextElem, TopEdge, families, features, variant,
};
use typst_library::visualize::Paint;

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
    pub features: Vec<rustybuzz::Feature>,
    pub lang: Lang,
    pub region: Option<Region>,
    /// Says whether it runs from the right.
    pub rtl: bool,
    pub size: Abs,
    pub fill: Paint,
    pub top: TopEdge,
    pub bottom: BottomEdge,
}

/// Says whether a content is a plain text, and not an empty one.
pub(super) fn is_plain(content: &Content) -> bool {
    fn length(content: &Content) -> Option<usize> {
        if content.label().is_some() {
            return None;
        }
        if let Some(text) = content.to_packed::<TextElem>() {
            Some(text.text.len())
        } else if let Some(styled) = content.to_packed::<StyledElem>() {
            let faces = styled
                .styles
                .iter()
                .all(|style| style.property().is_some_and(|it| it.is_of(TextElem::ELEM) || it.is_of(ParElem::ELEM)));
            if faces { length(&styled.child) } else { None }
        } else if let Some(parts) = content.to_packed::<SequenceElem>() {
            parts.children.iter().try_fold(0, |sum, part| Some(sum + length(part)?))
        } else if content.is::<LinebreakElem>() || content.is::<SpaceElem>() {
            Some(0)
        } else {
            None
        }
    }
    length(content).is_some_and(|length| 0 < length && length <= MOST)
}

/// Says whether a rule of the template may change texts or paragraphs.
pub(super) fn touches_texts(recipe: &Recipe) -> bool {
    match recipe.selector() {
        Some(Selector::Elem(elem, _)) => {
            *elem == TextElem::ELEM
                || *elem == ParElem::ELEM
                || *elem == LinebreakElem::ELEM
                || *elem == SpaceElem::ELEM
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
        features: features(styles),
        lang: styles.get(TextElem::lang),
        region: styles.get(TextElem::region),
        rtl: styles.resolve(TextElem::dir) == Dir::RTL,
        size,
        fill: styles.get_cloned(TextElem::fill),
        top: styles.get(TextElem::top_edge),
        bottom: styles.get(TextElem::bottom_edge),
    }
}
