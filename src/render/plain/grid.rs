//! Tables and grids whose tracks are plain: columns of given widths, or as wide as their plain texts; rows of given heights,
//! or as tall as what they hold; no cell over several of either; at most one head, which is repeated over pages.
//!
//! Other grids are left to Typst, and so is one with a row that is taller than a page. What comes out has the same places,
//! lines and tags. There is one kind of line more: `set table.hline(stroke: …)` draws one between two rows of a table where
//! nothing else is drawn. It is not told in the tags of each cell, which would make two fifths of a file.

use std::sync::{Arc, LazyLock};

use typst::syntax::Span;
use typst_library::diag::SourceResult;
use typst_library::engine::Engine;
use typst_library::foundations::{
    Content, Fold, NativeElement, NativeRuleMap, Packed, Resolve, Smart, StyleChain, Target,
};
use typst_library::introspection::{Location, Locator, SplitLocator, Tag, TagFlags};
use typst_library::layout::grid::resolve::{Cell, CellGrid, Entry, Header, Line, LinePosition, Repeatable};
use typst_library::layout::{
    Abs, AlignElem, Alignment, Axes, BlockBody, BlockElem, Dir, FixedAlignment, Fr, Fragment, Frame, FrameItem,
    GridCell, GridElem, Length, Point, Region, Regions, Rel, Sides, Size, Sizing,
};
use typst_library::model::{TableCell, TableElem, TableHLine};
use typst_library::text::TextElem;
use typst_library::visualize::Stroke;
use typst_utils::Numeric;

use super::behind::Behind;
use super::look::{self, Around};
use super::{lines, read};

/// The rules of Typst, for what is not plain.
static BUILT_IN: LazyLock<NativeRuleMap> = LazyLock::new(|| {
    let mut rules = NativeRuleMap::new();
    typst_layout::register(&mut rules);
    rules
});

/// A table or a grid: two elements with the same tracks.
pub(super) trait Gridded: NativeElement {
    fn tracks(&self) -> Option<&CellGrid>;
}

impl Gridded for TableElem {
    fn tracks(&self) -> Option<&CellGrid> {
        self.grid.as_deref()
    }
}

impl Gridded for GridElem {
    fn tracks(&self) -> Option<&CellGrid> {
        self.grid.as_deref()
    }
}

/// Shows a table or a grid.
pub(super) fn show<T: Gridded>(elem: &Packed<T>, engine: &mut Engine, styles: StyleChain) -> SourceResult<Content> {
    if elem.tracks().is_some_and(|grid| is_plain(grid, styles)) {
        Ok(BlockElem::multi_layouter(elem.clone(), set).pack())
    } else {
        built_in(elem.pack_ref(), engine, styles)
    }
}

fn built_in(content: &Content, engine: &mut Engine, styles: StyleChain) -> SourceResult<Content> {
    match BUILT_IN.get(Target::Paged, content) {
        Some(rule) => rule.apply(content, engine, styles),
        None => Ok(Content::empty()),
    }
}

fn is_plain(grid: &CellGrid, styles: StyleChain) -> bool {
    let spans = |cell: &Cell| cell.colspan.get() > 1 || cell.rowspan.get() > 1;
    let beside = |cell: &Cell| cell.stroke.left.is_some() || cell.stroke.right.is_some();
    let around = |cell: &Cell| cell.stroke.top.is_some() || cell.stroke.bottom.is_some();
    let entry = |entry: &Entry| {
        entry.as_cell().is_some_and(|cell| !(spans(cell) || beside(cell) || grid.has_gutter && around(cell)))
    };
    let whole = |line: &Line| {
        let end = line.end.is_none_or(|end| end.get() >= grid.cols.len());
        line.start == 0 && end && line.position == LinePosition::Before && !grid.has_gutter
    };
    let around = Around::of(styles);
    let texts = |x: usize| cells(grid, x).all(|cell| read::is_plain(Held::of(cell, styles).body, around));
    grid.footer.is_none()
        && grid.headers.len() < 2
        && grid.headers.iter().all(|head| head.range.start == 0)
        && grid.vlines.iter().all(Vec::is_empty)
        && grid.hlines.iter().flatten().all(whole)
        && grid.rows.iter().all(|row| !matches!(row, Sizing::Fr(_)))
        && grid.entries.iter().all(entry)
        && grid.cols.iter().enumerate().all(|(x, column)| !matches!(column, Sizing::Auto) || texts(x))
}

/// Gives the cells of a column.
fn cells(grid: &CellGrid, x: usize) -> impl Iterator<Item = &Cell> {
    (0..grid.rows.len()).filter_map(move |y| grid.cell(x, y))
}

/// A cell of a table or of a grid, read in the styles around it.
struct Held<'a> {
    body: &'a Content,
    inset: Smart<Sides<Option<Rel<Length>>>>,
    align: Smart<Alignment>,
}

impl<'a> Held<'a> {
    fn of(cell: &'a Cell, styles: StyleChain) -> Held<'a> {
        if let Some(cell) = cell.body.to_packed::<TableCell>() {
            Held { body: &cell.body, inset: cell.inset.get_cloned(styles), align: cell.align.get(styles) }
        } else if let Some(cell) = cell.body.to_packed::<GridCell>() {
            Held { body: &cell.body, inset: cell.inset.get_cloned(styles), align: cell.align.get(styles) }
        } else {
            Held { body: &cell.body, inset: Smart::Auto, align: Smart::Auto }
        }
    }

    fn inset(&self, styles: StyleChain, width: Abs) -> Sides<Abs> {
        self.inset.unwrap_or_default().map(|side| side.unwrap_or_default().resolve(styles).relative_to(width))
    }

    fn align(&self, styles: StyleChain) -> Axes<FixedAlignment> {
        let around = styles.get(AlignElem::alignment);
        self.align.custom().map_or(around, |align| align.fold(around)).resolve(styles)
    }
}

/// Gives what stands in the tags of a cell; `again` where it is one of a head that is repeated.
fn tagged(cell: &Cell, location: Location, again: bool) -> Content {
    let mut content = cell.body.clone();
    if let Some(cell) = content.to_packed_mut::<TableCell>() {
        cell.is_repeated.set(again);
    } else if let Some(cell) = content.to_packed_mut::<GridCell>() {
        cell.is_repeated.set(again);
    }
    content.set_location(location);
    content
}

/// A grid being set.
struct Setter<'a, 'x> {
    grid: &'a CellGrid,
    styles: StyleChain<'a>,
    around: Around<'a>,
    span: Span,
    rule: Option<Arc<Stroke<Abs>>>,
    rtl: bool,
    columns: Vec<Abs>,
    width: Abs,
    /// The height of a page.
    full: Abs,
    engine: &'a mut Engine<'x>,
    locator: SplitLocator<'a>,
}

/// A row: its height, and its cells with their places from its upper left corner.
struct Row {
    height: Abs,
    cells: Vec<(Point, Frame)>,
}

fn set<T: Gridded>(
    elem: &Packed<T>,
    engine: &mut Engine,
    locator: Locator,
    styles: StyleChain,
    regions: Regions,
) -> SourceResult<Fragment> {
    let grid = elem.tracks().filter(|_| regions.size.x.is_finite());
    let columns = grid.and_then(|grid| columns(grid, engine, styles, regions));
    let (Some(grid), Some(columns)) = (grid, columns) else {
        return as_built_in(elem.pack_ref(), engine, locator, styles, regions);
    };
    let mut setter = Setter {
        grid,
        styles,
        around: Around::of(styles),
        span: elem.span(),
        rule: if elem.pack_ref().is::<TableElem>() { rule(styles) } else { None },
        rtl: styles.resolve(TextElem::dir) == Dir::RTL,
        width: columns.iter().sum(),
        columns,
        full: regions.full,
        engine,
        locator: locator.relayout().split(),
    };
    let rows = (0..grid.rows.len()).map(|y| setter.row(y, false)).collect::<SourceResult<Vec<Row>>>()?;
    let head = grid.headers.first();
    let head_height: Abs =
        head.map_or(Abs::zero(), |head| rows.iter().take(head.range.end).map(|row| row.height).sum());
    let tall =
        |(row, sizing): (&Row, &Sizing)| matches!(sizing, Sizing::Auto) && row.height + head_height > room(&regions);
    if regions.may_break() && rows.iter().zip(&grid.rows).any(tall) {
        return as_built_in(elem.pack_ref(), setter.engine, locator, styles, regions);
    }
    setter.pages(rows, head, head_height, regions)
}

/// Gives what is drawn between the rows of tables, if the template says so.
fn rule(styles: StyleChain) -> Option<Arc<Stroke<Abs>>> {
    let stroke = styles.get_cloned(TableHLine::stroke)?;
    (*stroke != Stroke::default()).then(|| Arc::new((*stroke).clone().resolve(styles)))
}

/// Leaves a grid to Typst after all.
fn as_built_in(
    elem: &Content,
    engine: &mut Engine,
    locator: Locator,
    styles: StyleChain,
    regions: Regions,
) -> SourceResult<Fragment> {
    let content = built_in(elem, engine, styles)?;
    typst_layout::layout_fragment(engine, &content, locator, styles, regions)
}

/// The most height that a region has.
fn room(regions: &Regions) -> Abs {
    regions.backlog.iter().copied().chain(regions.last).fold(regions.full, Abs::max)
}

/// Gives the widths of the columns; nothing where those that take what they need leave too little.
fn columns(grid: &CellGrid, engine: &Engine, styles: StyleChain, regions: Regions) -> Option<Vec<Abs>> {
    let around = Around::of(styles);
    let needed = |x: usize| {
        let width = |cell: &Cell| {
            let held = Held::of(cell, styles);
            let inset = held.inset(styles, Abs::zero());
            lines::width(held.body, engine, around) + inset.left + inset.right
        };
        cells(grid, x).map(width).max().unwrap_or_default()
    };
    let mut widths: Vec<Abs> = Vec::with_capacity(grid.cols.len());
    for (x, column) in grid.cols.iter().enumerate() {
        widths.push(match column {
            Sizing::Rel(length) => length.resolve(styles).relative_to(regions.base().x),
            Sizing::Auto => needed(x),
            Sizing::Fr(_) => Abs::zero(),
        });
    }
    let rest = regions.size.x - widths.iter().sum::<Abs>();
    if !rest.fits(Abs::zero()) && grid.cols.contains(&Sizing::Auto) {
        return None;
    }
    let part = |column: &Sizing| if let Sizing::Fr(part) = column { Some(*part) } else { None };
    let parts: Fr = grid.cols.iter().filter_map(part).sum();
    for (width, column) in widths.iter_mut().zip(&grid.cols) {
        if let Sizing::Fr(part) = column {
            *width = part.share(parts, rest.max(Abs::zero()));
        }
    }
    Some(widths)
}

impl Setter<'_, '_> {
    /// Sets the cells of a row; `again` where a head is repeated.
    fn row(&mut self, y: usize, again: bool) -> SourceResult<Row> {
        let given = match self.grid.rows.get(y) {
            Some(Sizing::Rel(length)) => Some(length.resolve(self.styles).relative_to(self.full)),
            _ => None,
        };
        let mut cells = Vec::with_capacity(self.columns.len());
        let mut x = Abs::zero();
        for (column, width) in self.columns.clone().into_iter().enumerate() {
            if let Some(cell) = self.grid.cell(column, y) {
                let (frame, align) = self.cell(cell, (column, y), width, given, again)?;
                let left = if self.rtl { self.width - x - width } else { x };
                cells.push((left, frame, align));
            }
            x += width;
        }
        let height =
            given.unwrap_or_else(|| cells.iter().map(|(_, frame, _)| frame.height()).max().unwrap_or_default());
        let place = |(x, frame, align): (Abs, Frame, FixedAlignment)| {
            (Point::new(x, align.position(height - frame.height())), frame)
        };
        Ok(Row { height, cells: cells.into_iter().map(place).collect() })
    }

    /// Sets a cell. Gives how it stands in its row where that is taller.
    fn cell(
        &mut self,
        cell: &Cell,
        at: (usize, usize),
        width: Abs,
        height: Option<Abs>,
        again: bool,
    ) -> SourceResult<(Frame, FixedAlignment)> {
        let key = typst_utils::hash128(&at);
        let location = self.locator.next_location(self.engine, key, cell.body.span());
        let held = Held::of(cell, self.styles);
        let align = held.align(self.styles);
        let inner = if held.body.is_empty() || read::is_plain(held.body, self.around) {
            self.text(&held, align.x, width)
        } else if let Some(frame) = self.block(&held, align.x, width, &cell.body)? {
            frame
        } else {
            let size = Size::new(width, height.unwrap_or(self.full));
            let region = Region::new(size, Axes::new(true, height.is_some()));
            let locator = self.locator.next(&cell.body.span());
            typst_layout::layout_frame(self.engine, &cell.body, locator, self.styles, region)?
        };
        let flags = TagFlags { introspectable: true, tagged: true };
        let mut frame = Frame::soft(inner.size());
        frame.push(Point::zero(), FrameItem::Tag(Tag::Start(tagged(cell, location, again), flags)));
        frame.push_frame(Point::zero(), inner);
        frame.push(Point::zero(), FrameItem::Tag(Tag::End(location, key, flags)));
        Ok((frame, align.y))
    }

    /// Sets a plain text, or none, with its inset.
    fn text(&self, held: &Held, align: FixedAlignment, width: Abs) -> Frame {
        let inset = held.inset(self.styles, width);
        let inner = (width - inset.left - inset.right).max(Abs::zero());
        let text = match held.body.is_empty() {
            true => Frame::soft(Size::zero()),
            false => lines::set(held.body, self.engine, self.around, inner, true, align),
        };
        let mut frame = Frame::soft(Size::new(width, text.height() + inset.top + inset.bottom));
        frame.push_frame(Point::new(inset.left, inset.top), text);
        frame
    }

    /// Sets what is one of our blocks alone with its inset, without a flow around it; nothing where it is another content.
    fn block(&mut self, held: &Held, align: FixedAlignment, width: Abs, cell: &Content) -> SourceResult<Option<Frame>> {
        let Some(block) = held.body.to_packed::<BlockElem>().filter(|_| held.body.label().is_none()) else {
            return Ok(None);
        };
        let Some(Some(BlockBody::MultiLayouter(layouter))) = block.body.as_option() else { return Ok(None) };
        let wide = block.width.as_option().is_some_and(|width| width.is_custom());
        if wide || self.styles.recipes().any(|recipe| look::touches(&[BlockElem::ELEM], recipe)) {
            return Ok(None);
        }
        let inset = held.inset(self.styles, width);
        let inner = (width - inset.left - inset.right).max(Abs::zero());
        let region = Region::new(Size::new(inner, self.full), Axes::new(true, false));
        let locator = self.locator.next(&cell.span());
        let set = layouter.call(self.engine, locator, self.styles, region.into())?.into_frame();
        let mut frame = Frame::soft(Size::new(width, set.height() + inset.top + inset.bottom));
        frame.push_frame(Point::new(inset.left + align.position(inner - set.width()), inset.top), set);
        Ok(Some(frame))
    }

    /// Divides the rows among the regions.
    fn pages(
        mut self,
        rows: Vec<Row>,
        head: Option<&Repeatable<Header>>,
        head_height: Abs,
        mut regions: Regions,
    ) -> SourceResult<Fragment> {
        let mut frames = Vec::new();
        let mut page: Vec<(usize, Row)> = Vec::new();
        let first = head.map_or(0, |head| head.range.end);
        let repeated = head.is_some_and(|head| head.repeated && !head.short_lived);
        let mut heads: Vec<(usize, Row)> = Vec::new();
        let last = rows.len();
        for (y, row) in rows.into_iter().enumerate() {
            if y < first {
                heads.push((y, row));
                if y + 1 < last {
                    continue;
                }
                // A head alone.
                page.append(&mut heads);
                break;
            }
            let used: Abs = page.iter().map(|(_, row)| row.height).sum();
            if !page.is_empty() && !regions.size.y.fits(used + row.height) && regions.may_break() {
                frames.push(self.frame(std::mem::take(&mut page), false));
                regions.next();
                if repeated {
                    heads = (0..first).map(|y| Ok((y, self.row(y, true)?))).collect::<SourceResult<_>>()?;
                }
            }
            if page.is_empty() {
                // A page begins with no gap.
                if self.grid.is_gutter_track(y) && heads.is_empty() {
                    continue;
                }
                let needed = row.height + if heads.is_empty() { Abs::zero() } else { head_height };
                while !regions.size.y.fits(needed) && regions.may_progress() {
                    frames.push(Frame::soft(Size::new(self.width, Abs::zero())));
                    regions.next();
                }
                page.append(&mut heads);
            }
            page.push((y, row));
        }
        frames.push(self.frame(page, true));
        Ok(Fragment::frames(frames))
    }

    /// Puts rows one beneath the other, with what is drawn behind them.
    fn frame(&self, rows: Vec<(usize, Row)>, last: bool) -> Frame {
        let height = rows.iter().map(|(_, row)| row.height).sum();
        let mut frame = Frame::soft(Size::new(self.width, height));
        let behind = Behind {
            grid: self.grid,
            columns: &self.columns,
            width: self.width,
            rtl: self.rtl,
            span: self.span,
            rule: self.rule.clone(),
        };
        let heights: Vec<(usize, Abs)> = rows.iter().map(|(y, row)| (*y, row.height)).collect();
        frame.push_multiple(behind.fills(&heights));
        frame.push_multiple(behind.lines(&heights, last));
        let mut y = Abs::zero();
        for (_, row) in rows {
            for (place, cell) in row.cells {
                frame.push_frame(place + Point::with_y(y), cell);
            }
            y += row.height;
        }
        frame
    }
}
