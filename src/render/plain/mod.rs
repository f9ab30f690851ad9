//! Plain texts: what most cells and labels hold, and most of what a report says.
//!
//! Typst sets every text as a paragraph that may hold anything, which costs it more than half of a report. A text that holds
//! nothing but words, line breaks and changes of face is set here instead, from the same fonts and styles:
//!
//! - [`read`](read::read) takes it apart into pieces of one face;
//! - [`look`] says how letters look in the styles around them;
//! - [`shape`] finds the glyphs of each piece in the fonts in [`hand`], and their direction;
//! - [`lines`] breaks them into lines, and puts these one beneath the other;
//! - [`grid`] sets tables and grids whose tracks are plain too, with what is drawn [`behind`] their rows;
//! - [`canvas`] puts bars, lines and texts at their places.
//!
//! Tables and grids come here by themselves, in templates of whoever's writing; any other text does by `words(…)`, and a
//! drawing by `canvas(…)`. What is
//! not plain, or set in a way that only Typst knows, is left to it. All stands where Typst would set it, which the tests
//! compare glyph by glyph, but that no line ends at the hyphen of a name, a code or a range, that no punctuation hangs over
//! the edge, and that no row of a table is divided between two pages.

mod behind;
pub(super) mod breaks;
mod canvas;
mod grid;
mod hand;
mod lines;
mod look;
mod read;
mod shape;
#[cfg(test)]
mod tests;

use typst::syntax::Span;
use typst_library::Library;
use typst_library::diag::SourceResult;
use typst_library::engine::Engine;
use typst_library::foundations::{Content, NativeElement, Packed, Resolve, Smart, StyleChain, Target, func};
use typst_library::introspection::Locator;
use typst_library::layout::{AlignElem, BlockElem, Fragment, GridCell, GridElem, Length, Regions, Rel, Sides};
use typst_library::model::TableElem;
use typst_utils::Numeric;

use look::Around;

/// Teaches a library of Typst to set plain texts here.
pub(super) fn teach(library: &mut Library) {
    library.rules.replace::<TableElem>(Target::Paged, grid::show);
    library.rules.replace::<GridElem>(Target::Paged, grid::show);
    library.global.scope_mut().define_func::<words>();
    library.global.scope_mut().define_func::<canvas::canvas>();
}

/// A plain text as a block of its own, whose lines are never divided between pages; what is not plain stays as it is.
#[func]
fn words(
    span: Span,
    /// The text.
    body: Content,
    /// The width of its lines; that of what surrounds it, if it is not given.
    #[named]
    width: Option<Length>,
) -> Content {
    if !read::is_text(&body) {
        return body;
    }
    let width = width.map_or(Smart::Auto, |width| Smart::Custom(Rel::from(width)));
    // A cell without a grid carries it.
    let cell = Packed::new(GridCell::new(body)).spanned(span);
    apart(BlockElem::multi_layouter(cell, set).with_width(width), span)
}

/// Keeps a block whole, and free of what is set for others.
fn apart(block: BlockElem, span: Span) -> Content {
    let block = block.with_breakable(false).with_fill(None).with_stroke(Sides::splat(Some(None)));
    let none = Sides::splat(Some(Rel::zero()));
    block.with_inset(none).with_outset(none).pack().spanned(span)
}

fn set(
    cell: &Packed<GridCell>,
    engine: &mut Engine,
    locator: Locator,
    styles: StyleChain,
    regions: Regions,
) -> SourceResult<Fragment> {
    let around = Around::of(styles);
    if !read::is_plain(&cell.body, around) {
        return typst_layout::layout_fragment(engine, &cell.body, locator, styles, regions);
    }
    let fill = regions.expand.x && regions.size.x.is_finite();
    let align = styles.get(AlignElem::alignment).resolve(styles).x;
    Ok(Fragment::frame(lines::set(&cell.body, engine, around, regions.size.x, fill, align)))
}
