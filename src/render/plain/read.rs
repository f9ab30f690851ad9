//! What a plain text is made of: pieces of one face each, gaps, and boxes.

use std::ops::Range;

use rustybuzz::ttf_parser::Tag;
use typst::syntax::Span;
use typst_library::World;
use typst_library::engine::Engine;
use typst_library::foundations::{
    Content, Element, NativeElement, Packed, Recipe, Resolve, Selector, SequenceElem, Smart, Style, StyleChain,
    StyledElem,
};
use typst_library::layout::{
    Abs, AlignElem, BoxElem, Dir, Frame, FrameItem, FrameKind, HElem, Length, Point, Rel, Size, Sizing, Spacing,
};
use typst_library::model::{Linebreaks, ParElem};
use typst_library::text::{
    BottomEdge, FontInstance, Lang, LinebreakElem, Region, SpaceElem, TextElem, TopEdge, families, features, variant,
};
use typst_library::visualize::{FillRule, Geometry, Paint, Shape};
use typst_utils::Numeric;

use super::lines;

/// The most bytes of a text that is set as one block; a longer one may have to run over pages.
const MOST: usize = 2_000;

/// A part of a text.
pub(super) struct Piece {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// Where it comes from.
    pub span: Span,
    pub kind: Kind,
}

/// What a part of a text is.
pub(super) enum Kind {
    /// Letters in one face.
    Letters(Face),
    /// A gap of this width, which stands as a blank in the text.
    Gap(Abs),
    /// A box, which stands as [`BOX`] in the text.
    Box(Frame),
}

/// Stands for a box.
pub(super) const BOX: char = '\u{FFFC}';

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
    is_text(content) && is_usual(content, styles) && !styles.recipes().any(|recipe| touches(&PARTS, recipe))
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
    } else if let Some(gap) = content.to_packed::<HElem>() {
        (gap_of(gap).is_some() && gap.weak.as_option().is_none()).then_some(1)
    } else if let Some(inner) = content.to_packed::<BoxElem>() {
        match inner.body.as_option() {
            Some(Some(body)) => length(body),
            _ => Some(BOX.len_utf8()),
        }
    } else {
        None
    }
}

fn gap_of(gap: &HElem) -> Option<Length> {
    match gap.amount {
        Spacing::Rel(amount) if amount.rel.is_zero() => Some(amount.abs),
        _ => None,
    }
}

/// Says whether no part of a text is set in a way that only Typst knows.
fn is_usual(content: &Content, styles: StyleChain) -> bool {
    if let Some(styled) = content.to_packed::<StyledElem>() {
        is_usual(&styled.child, styles.chain(&styled.styles))
    } else if let Some(parts) = content.to_packed::<SequenceElem>() {
        parts.children.iter().all(|part| is_usual(part, styles))
    } else if let Some(inner) = content.to_packed::<BoxElem>() {
        let given = |size: Rel<Length>| size.rel.is_zero();
        let stroke = inner.stroke.get_cloned(styles);
        matches!(inner.width.get(styles), Sizing::Auto | Sizing::Rel(_))
            && inner.height.get(styles).custom().is_none_or(given)
            && inner.radius.get_cloned(styles).iter().all(Option::is_none)
            && inner.outset.get_cloned(styles).iter().all(Option::is_none)
            && !inner.clip.get(styles)
            && stroke.is_uniform()
            && inner.body.get_cloned(styles).is_none_or(|body| is_usual(&body, styles))
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

/// What plain texts are made of.
const PARTS: [Element; 6] =
    [TextElem::ELEM, ParElem::ELEM, LinebreakElem::ELEM, SpaceElem::ELEM, HElem::ELEM, BoxElem::ELEM];

/// Says whether a rule of the template may change one of some elements.
pub(super) fn touches(elements: &[Element], recipe: &Recipe) -> bool {
    match recipe.selector() {
        Some(Selector::Elem(elem, _)) => elements.contains(elem),
        Some(Selector::Label(_) | Selector::Location(_)) | None => false,
        Some(_) => true,
    }
}

/// Takes a plain text apart, whose boxes may be as wide as its lines. Gives the text and its pieces in order, and the space
/// between its lines.
pub(super) fn read(content: &Content, engine: &Engine, styles: StyleChain, width: Abs) -> (String, Vec<Piece>, Abs) {
    let mut reader = Reader { engine, width, text: String::new(), pieces: Vec::new() };
    reader.read(content, styles);
    (reader.text, reader.pieces, leading(content, styles))
}

/// Gives the space between the lines of a text, which is that of all its pieces.
fn leading(content: &Content, styles: StyleChain) -> Abs {
    if let Some(styled) = content.to_packed::<StyledElem>() {
        return leading(&styled.child, styles.chain(&styled.styles));
    }
    match content.to_packed::<SequenceElem>().map(|parts| &*parts.children) {
        Some([part]) => leading(part, styles),
        _ => styles.resolve(ParElem::leading),
    }
}

struct Reader<'a, 'e> {
    engine: &'a Engine<'e>,
    width: Abs,
    text: String,
    pieces: Vec<Piece>,
}

impl Reader<'_, '_> {
    fn read(&mut self, content: &Content, styles: StyleChain) {
        if let Some(text) = content.to_packed::<TextElem>() {
            self.piece(&text.text, text.span(), Kind::Letters(face(&text.text, self.engine, styles)));
        } else if let Some(styled) = content.to_packed::<StyledElem>() {
            self.read(&styled.child, styles.chain(&styled.styles));
        } else if let Some(parts) = content.to_packed::<SequenceElem>() {
            parts.children.iter().for_each(|part| self.read(part, styles));
        } else if content.is::<LinebreakElem>() {
            self.text.push('\n');
        } else if content.is::<SpaceElem>() {
            self.text.push(' ');
        } else if let Some(gap) = content.to_packed::<HElem>() {
            let width = gap_of(gap).map_or(Abs::zero(), |width| width.resolve(styles));
            self.piece(" ", gap.span(), Kind::Gap(width));
        } else if let Some(inner) = content.to_packed::<BoxElem>() {
            let frame = boxed(inner, self.engine, styles, self.width);
            self.piece(BOX.encode_utf8(&mut [0; 4]), inner.span(), Kind::Box(frame));
        }
        if let Some(last) = self.pieces.last_mut().filter(|last| matches!(last.kind, Kind::Letters(_))) {
            last.range.end = self.text.len();
        }
    }

    fn piece(&mut self, text: &str, span: Span, kind: Kind) {
        let start = self.pieces.last().map_or(0, |last| last.range.end);
        self.text.push_str(text);
        self.pieces.push(Piece { range: start..self.text.len(), span, kind });
    }
}

/// Sets a box, at most as wide as the lines around it.
fn boxed(inner: &Packed<BoxElem>, engine: &Engine, styles: StyleChain, most: Abs) -> Frame {
    let inset = inner.inset.get_cloned(styles).map(|side| side.unwrap_or_default().resolve(styles));
    let width = match inner.width.get(styles) {
        Sizing::Rel(width) => Some(width.resolve(styles).relative_to(most)),
        _ => None,
    };
    let around = |size: Size| inset.relative_to(size).sum_by_axis();
    let room = width.unwrap_or(most);
    let room = room - around(Size::new(room, Abs::zero())).x;
    let align = styles.get(AlignElem::alignment).resolve(styles).x;
    let mut frame = match inner.body.get_cloned(styles) {
        Some(body) => lines::set(&body, engine, styles, room, width.is_some(), align),
        None => Frame::hard(Size::zero()),
    };
    frame.set_kind(FrameKind::Hard);
    let grown = inset.relative_to(frame.size());
    let size = frame.size() + grown.sum_by_axis();
    frame.translate(Point::new(grown.left, grown.top));
    frame.set_size(Size::new(
        width.unwrap_or(size.x),
        inner.height.get(styles).custom().map_or(size.y, |height| height.resolve(styles).relative_to(Abs::zero())),
    ));
    let stroke = inner.stroke.get_cloned(styles).top.flatten().map(|stroke| stroke.resolve(styles).unwrap_or_default());
    let fill = inner.fill.get_cloned(styles);
    if fill.is_some() || stroke.is_some() {
        let shape = Shape { geometry: Geometry::Rect(frame.size()), fill, stroke, fill_rule: FillRule::default() };
        frame.prepend(Point::zero(), FrameItem::Shape(shape, inner.span()));
    }
    let baseline = inner.baseline.get(styles);
    if let Smart::Custom(align) = baseline.at() {
        frame.set_baseline(align.position(frame.height()));
    }
    let shift = baseline.shift().resolve(styles).relative_to(frame.height());
    if !shift.is_zero() {
        frame.set_baseline(frame.baseline() - shift);
    }
    frame
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
        let all = super::shape::holds(&font, text);
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
