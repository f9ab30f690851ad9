//! What is drawn behind the rows of a table: fills, and lines between them.

use std::sync::Arc;

use typst::syntax::Span;
use typst_library::foundations::Fold;
use typst_library::layout::grid::resolve::CellGrid;
use typst_library::layout::{Abs, FrameItem, Point, Size};
use typst_library::visualize::{Curve, FixedStroke, Geometry, Stroke};

/// A table of which some rows stand on a page.
pub(super) struct Behind<'a> {
    pub grid: &'a CellGrid,
    pub columns: &'a [Abs],
    pub width: Abs,
    /// Says whether the first column is the rightmost.
    pub rtl: bool,
    pub span: Span,
    /// What is drawn between rows where nothing else is.
    pub rule: Option<Arc<Stroke<Abs>>>,
}

/// A row of a page: its number in the table, and its height.
pub(super) type Row = (usize, Abs);

impl Behind<'_> {
    /// Fills the cells: neighbours of one fill at once.
    pub fn fills(&self, rows: &[Row]) -> Vec<(Point, FrameItem)> {
        let mut fills = Vec::new();
        let mut top = Abs::zero();
        for (y, height) in rows {
            let fill = |column: usize| self.grid.cell(column, *y).and_then(|cell| cell.fill.as_ref());
            let columns: Vec<(usize, Abs)> = self.columns.iter().copied().enumerate().collect();
            let mut x = Abs::zero();
            for columns in columns.chunk_by(|(one, _), (other, _)| fill(*one) == fill(*other)) {
                let width = columns.iter().map(|(_, width)| *width).sum();
                if let Some(fill) = columns.first().and_then(|(column, _)| fill(*column)) {
                    let shape = Geometry::Rect(Size::new(width, *height)).filled(fill.clone());
                    fills.push((Point::new(self.left(x, width), top), FrameItem::Shape(shape, self.span)));
                }
                x += width;
            }
            top += *height;
        }
        fills
    }

    /// Draws the lines between rows, those of one stroke at once and the thicker ones on top; `last` where the table ends
    /// with them.
    pub fn lines(&self, rows: &[Row], last: bool) -> Vec<(Point, FrameItem)> {
        if self.grid.has_gutter {
            return Vec::new();
        }
        let mut lines: Vec<(FixedStroke, Curve)> = Vec::new();
        let mut y = Abs::zero();
        for at in 0..=rows.len() {
            let above = at.checked_sub(1).and_then(|at| rows.get(at)).map(|(y, _)| *y);
            let below = rows.get(at).map(|(y, _)| *y);
            for (start, length, stroke) in self.between(above, below, last) {
                let stroke = (*stroke).clone().unwrap_or_default();
                let thickness = stroke.thickness;
                let left = Point::new(self.left(start, length) - thickness / 2.0, y);
                let right = left + Point::with_x(length + thickness);
                if lines.iter().all(|(known, _)| *known != stroke) {
                    lines.push((stroke.clone(), Curve::new()));
                }
                if let Some((_, curve)) = lines.iter_mut().find(|(known, _)| *known == stroke) {
                    curve.move_(left);
                    curve.line(right);
                }
            }
            y += rows.get(at).map_or(Abs::zero(), |(_, height)| *height);
        }
        lines.sort_by_key(|(stroke, _)| stroke.thickness);
        let shape = |(stroke, curve)| FrameItem::Shape(Geometry::Curve(curve).stroked(stroke), self.span);
        lines.into_iter().map(|line| (Point::zero(), shape(line))).collect()
    }

    fn left(&self, start: Abs, length: Abs) -> Abs {
        if self.rtl { self.width - start - length } else { start }
    }

    /// Gives the strokes between two rows of a page, each with its start and length.
    fn between(&self, above: Option<usize>, below: Option<usize>, last: bool) -> Vec<(Abs, Abs, Arc<Stroke<Abs>>)> {
        let end = self.grid.rows.len();
        let drawn = |y: usize| self.grid.hlines.get(y).and_then(|lines| lines.last());
        let heads = |y: usize| self.grid.headers.first().is_some_and(|head| head.range.end == y + 1);
        // At the edges of a page those of the whole table, under a head the one that stands there in the first place.
        let edge = match above {
            None => drawn(0),
            Some(above) if heads(above) => drawn(above + 1),
            Some(_) => None,
        };
        let line = edge.or_else(|| drawn(below.unwrap_or(end))).map(|line| &line.stroke);
        let over = |x: usize| match above {
            Some(y) => self.grid.cell(x, y)?.stroke.bottom.clone(),
            None => self.grid.cell(x, 0)?.stroke.top.clone(),
        };
        let under = |x: usize| match below {
            Some(y) => self.grid.cell(x, y)?.stroke.top.clone(),
            None if last => None,
            None => self.grid.cell(x, end.checked_sub(1)?)?.stroke.bottom.clone(),
        };
        let inside = above.is_some() && !(below.is_none() && last);
        let mut strokes: Vec<(Abs, Abs, Arc<Stroke<Abs>>)> = Vec::new();
        let mut start = Abs::zero();
        for (x, width) in self.columns.iter().enumerate() {
            let cells = under(x).or_else(|| over(x)).or_else(|| self.rule.clone().filter(|_| inside));
            let stroke = match (line, cells) {
                (Some(Some(line)), Some(cells)) => Some(Arc::new((**line).clone().fold((*cells).clone()))),
                (Some(line), _) => line.clone(),
                (None, cells) => cells,
            };
            if let Some(stroke) = stroke {
                match strokes.last_mut().filter(|(from, length, last)| *from + *length == start && **last == *stroke) {
                    Some((_, length, _)) => *length += *width,
                    None => strokes.push((start, *width, stroke)),
                }
            }
            start += *width;
        }
        strokes
    }
}
