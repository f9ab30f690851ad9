//! Drawings: bars, lines and texts, each at its place on a canvas of a given width.
//!
//! An item of a drawing is a dictionary of one of these shapes; lengths count from the corner where one begins to read, at
//! the right in Arabic.
//!
//! - `(x, y, w, h, fill, stroke)` is a bar;
//! - `(from, to, stroke)` is a line between two places, each `(x, y)`;
//! - `(x, y, w, body)`, with `h` and `align` where they are wanted, is a text, or any other content.

use typst::syntax::Span;
use typst_library::diag::{At, SourceResult, StrResult};
use typst_library::engine::Engine;
use typst_library::foundations::{
    Array, Content, Dict, FromValue, Packed, Resolve, Smart, StyleChain, Value, dict, func,
};
use typst_library::introspection::{Locator, MetadataElem};
use typst_library::layout::{
    Abs, Alignment, Axes, BlockElem, Dir, Fragment, Frame, FrameItem, HAlignment, Length, Point, Region, Regions, Rel,
    Size, Spacing, VAlignment,
};
use typst_library::text::TextElem;
use typst_library::visualize::{Geometry, Paint, Shape, Stroke};

use super::look::Around;
use super::{apart, lines, read};

/// A drawing, as a block that is never divided between pages.
#[func]
pub fn canvas(
    span: Span,
    /// Its width.
    width: Length,
    /// Its height; `auto` is down to where its items end.
    height: Smart<Length>,
    /// What stands on it, the lowest first.
    items: Option<Array>,
) -> Content {
    let items = items.unwrap_or_default();
    let whole = dict! { "width" => width, "height" => height, "items" => items };
    // Metadata without a place in the document carries it.
    let whole = Packed::new(MetadataElem::new(Value::Dict(whole))).spanned(span);
    let none = Smart::Custom(Spacing::Rel(Rel::zero()));
    apart(BlockElem::multi_layouter(whole, set).with_above(none).with_below(none), span)
}

fn set(
    whole: &Packed<MetadataElem>,
    engine: &mut Engine,
    locator: Locator,
    styles: StyleChain,
    _: Regions,
) -> SourceResult<Fragment> {
    let span = whole.span();
    let whole: Dict = whole.value.clone().cast().at(span)?;
    let width: Length = field(&whole, "width").at(span)?;
    let height: Smart<Length> = field(&whole, "height").at(span)?;
    let items: Array = field(&whole, "items").at(span)?;
    let mut canvas = Canvas {
        width: width.resolve(styles),
        rtl: styles.resolve(TextElem::dir) == Dir::RTL,
        end: Abs::zero(),
        items: Vec::with_capacity(items.len()),
        styles,
        around: Around::of(styles),
        span,
    };
    let mut locator = locator.split();
    for item in items {
        let item: Dict = item.cast().at(span)?;
        if item.contains("body") {
            canvas.body(&item, engine, locator.next(&span))?;
        } else if item.contains("from") {
            canvas.line(&item).at(span)?;
        } else {
            canvas.bar(&item).at(span)?;
        }
    }
    let height = height.custom().map_or(canvas.end, |height| height.resolve(styles));
    let mut frame = Frame::soft(Size::new(canvas.width, height));
    for (place, part) in canvas.items {
        match part {
            Part::Shape(shape) => frame.push(place, FrameItem::Shape(shape, span)),
            Part::Frame(inner) => frame.push_frame(place, inner),
        }
    }
    Ok(Fragment::frame(frame))
}

/// A drawing in the making.
struct Canvas<'a> {
    width: Abs,
    /// Says whether one reads from the right.
    rtl: bool,
    /// Where the lowest item ends.
    end: Abs,
    items: Vec<(Point, Part)>,
    styles: StyleChain<'a>,
    around: Around<'a>,
    span: Span,
}

enum Part {
    Shape(Shape),
    Frame(Frame),
}

impl Canvas<'_> {
    fn bar(&mut self, item: &Dict) -> StrResult<()> {
        let size = Size::new(self.length(item, "w")?, self.length(item, "h")?);
        let place = self.place(item, size.x)?;
        let stroke = self.stroke(item)?.map(Stroke::unwrap_or_default);
        let bar = Geometry::Rect(size);
        let shape = match (field::<Option<Paint>>(item, "fill")?, stroke) {
            (Some(fill), Some(stroke)) => bar.filled_and_stroked(fill, stroke),
            (Some(fill), None) => bar.filled(fill),
            (None, Some(stroke)) => bar.stroked(stroke),
            (None, None) => return Ok(()),
        };
        self.put(place, size.y, Part::Shape(shape));
        Ok(())
    }

    fn line(&mut self, item: &Dict) -> StrResult<()> {
        let [from, to] = [self.point(item, "from")?, self.point(item, "to")?];
        let stroke = self.stroke(item)?.unwrap_or_default().unwrap_or_default();
        self.put(from, to.y - from.y, Part::Shape(Geometry::Line(to - from).stroked(stroke)));
        Ok(())
    }

    fn body(&mut self, item: &Dict, engine: &mut Engine, locator: Locator) -> SourceResult<()> {
        let span = self.span;
        let body: Content = field(item, "body").at(span)?;
        let width = self.length(item, "w").at(span)?;
        let height = if item.contains("h") { Some(self.length(item, "h").at(span)?) } else { None };
        let align = match item.get("align") {
            Ok(align) => align.clone().cast::<Alignment>().at(span)?,
            Err(_) => Alignment::Both(HAlignment::Start, VAlignment::Top),
        };
        let sides = align.resolve(self.styles);
        let frame = if read::is_plain(&body, self.around) {
            lines::set(&body, engine, self.around, width, true, sides.x)
        } else {
            let region = Region::new(Size::new(width, height.unwrap_or(Abs::inf())), Axes::new(true, height.is_some()));
            typst_layout::layout_frame(engine, &body.aligned(align), locator, self.styles, region)?
        };
        let mut place = self.place(item, width).at(span)?;
        place.y += sides.y.position(height.unwrap_or(frame.height()) - frame.height());
        self.put(place, frame.height(), Part::Frame(frame));
        Ok(())
    }

    fn put(&mut self, place: Point, height: Abs, part: Part) {
        self.end.set_max(place.y + height);
        self.items.push((place, part));
    }

    fn place(&self, item: &Dict, width: Abs) -> StrResult<Point> {
        let (x, y) = (self.length(item, "x")?, self.length(item, "y")?);
        Ok(Point::new(if self.rtl { self.width - x - width } else { x }, y))
    }

    fn point(&self, item: &Dict, key: &str) -> StrResult<Point> {
        let place: Axes<Length> = field(item, key)?;
        let place = place.map(|length| length.resolve(self.styles));
        Ok(Point::new(if self.rtl { self.width - place.x } else { place.x }, place.y))
    }

    fn length(&self, item: &Dict, key: &str) -> StrResult<Abs> {
        Ok(field::<Length>(item, key)?.resolve(self.styles))
    }

    fn stroke(&self, item: &Dict) -> StrResult<Option<Stroke<Abs>>> {
        let stroke: Option<Stroke> = field(item, "stroke")?;
        Ok(stroke.map(|stroke| stroke.resolve(self.styles)))
    }
}

fn field<T: FromValue>(dict: &Dict, key: &str) -> StrResult<T> {
    dict.get(key)?.clone().cast::<T>().map_err(|error| error.message().clone())
}
