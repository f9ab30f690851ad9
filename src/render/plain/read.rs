//! What a plain text is made of: pieces of one face each, gaps, and boxes.

use std::ops::Range;
use std::rc::Rc;

use typst::syntax::Span;
use typst_library::engine::Engine;
use typst_library::foundations::{
    Content, NativeElement, Packed, Resolve, SequenceElem, Smart, Style, StyleChain, StyledElem,
};
use typst_library::layout::{
    Abs, AlignElem, BoxElem, Frame, FrameItem, FrameKind, HElem, Length, Point, Rel, Size, Sizing, Spacing,
};
use typst_library::model::ParElem;
use typst_library::text::{LinebreakElem, SpaceElem, TextElem};
use typst_library::visualize::{FillRule, Geometry, Shape};
use typst_utils::Numeric;

use super::hand::Hand;
use super::lines;
use super::look::{Around, Look};

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

/// The look of letters, and how many of its fonts hold those of a piece, the preferred ones first.
pub(super) struct Face {
    pub look: Rc<Look>,
    held: usize,
}

impl Face {
    fn of(text: &str, look: Rc<Look>) -> Face {
        // A font that does not hold all letters stands before those that hold the rest.
        let all = look.fonts.iter().position(|font| font.holds(text));
        Face { held: all.map_or(look.fonts.len(), |at| at + 1), look }
    }

    /// Gives the fonts that hold the letters.
    pub fn fonts(&self) -> &[Hand] {
        &self.look.fonts[..self.held]
    }
}

/// Says whether a content is a plain text in these styles, and not an empty one.
pub(super) fn is_plain(content: &Content, around: Around) -> bool {
    is_text(content) && is_usual(content, around)
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
fn is_usual(content: &Content, around: Around) -> bool {
    if let Some(styled) = content.to_packed::<StyledElem>() {
        is_usual(&styled.child, around.within(&styled.styles))
    } else if let Some(parts) = content.to_packed::<SequenceElem>() {
        parts.children.iter().all(|part| is_usual(part, around))
    } else if let Some(inner) = content.to_packed::<BoxElem>() {
        let styles = around.styles;
        let given = |size: Rel<Length>| size.rel.is_zero();
        let stroke = inner.stroke.get_cloned(styles);
        around.is_usual()
            && matches!(inner.width.get(styles), Sizing::Auto | Sizing::Rel(_))
            && inner.height.get(styles).custom().is_none_or(given)
            && inner.radius.get_cloned(styles).iter().all(Option::is_none)
            && inner.outset.get_cloned(styles).iter().all(Option::is_none)
            && !inner.clip.get(styles)
            && stroke.is_uniform()
            && inner.body.get_cloned(styles).is_none_or(|body| is_usual(&body, around))
    } else {
        around.is_usual()
    }
}

/// Takes a plain text apart, whose boxes may be as wide as its lines. Gives the text and its pieces in order, and the space
/// between its lines.
pub(super) fn read(content: &Content, engine: &Engine, around: Around, width: Abs) -> (String, Vec<Piece>, Abs) {
    let mut reader = Reader { engine, width, text: String::new(), pieces: Vec::new() };
    reader.read(content, around);
    (reader.text, reader.pieces, leading(content, around.styles))
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
    fn read(&mut self, content: &Content, around: Around) {
        if let Some(text) = content.to_packed::<TextElem>() {
            self.piece(&text.text, text.span(), Kind::Letters(Face::of(&text.text, around.look(self.engine))));
        } else if let Some(styled) = content.to_packed::<StyledElem>() {
            self.read(&styled.child, around.within(&styled.styles));
        } else if let Some(parts) = content.to_packed::<SequenceElem>() {
            parts.children.iter().for_each(|part| self.read(part, around));
        } else if content.is::<LinebreakElem>() {
            self.text.push('\n');
        } else if content.is::<SpaceElem>() {
            self.text.push(' ');
        } else if let Some(gap) = content.to_packed::<HElem>() {
            let width = gap_of(gap).map_or(Abs::zero(), |width| width.resolve(around.styles));
            self.piece(" ", gap.span(), Kind::Gap(width));
        } else if let Some(inner) = content.to_packed::<BoxElem>() {
            let frame = boxed(inner, self.engine, around, self.width);
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
fn boxed(inner: &Packed<BoxElem>, engine: &Engine, around: Around, most: Abs) -> Frame {
    let styles = around.styles;
    let inset = inner.inset.get_cloned(styles).map(|side| side.unwrap_or_default().resolve(styles));
    let width = match inner.width.get(styles) {
        Sizing::Rel(width) => Some(width.resolve(styles).relative_to(most)),
        _ => None,
    };
    let beside = |size: Size| inset.relative_to(size).sum_by_axis();
    let room = width.unwrap_or(most);
    let room = room - beside(Size::new(room, Abs::zero())).x;
    let align = styles.get(AlignElem::alignment).resolve(styles).x;
    let mut frame = match inner.body.get_cloned(styles) {
        Some(body) => lines::set(&body, engine, around, room, width.is_some(), align),
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
