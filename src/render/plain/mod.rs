//! Plain texts: what most cells and labels hold, and most of what a report says.
//!
//! Typst sets every text as a paragraph that may hold anything, which costs it more than half of a report. A text of a cell
//! that holds nothing but words, line breaks and changes of face is set here instead, from the same fonts and styles:
//!
//! - [`read`](read::read) takes it apart into pieces of one face;
//! - [`shape`] finds the glyphs of each piece, and their direction;
//! - [`lines`] breaks them into lines, and puts these one beneath the other;
//! - [`grid`] sets tables and grids whose tracks are plain too, with what is drawn [`behind`] their rows.
//!
//! Tables, grids and their cells come here by themselves, in templates of whoever's writing; any other text does by
//! `words(…)`. What is not plain, or touched by a rule of the template for texts, is left to Typst. All stands where Typst
//! would set it, which the tests compare glyph by glyph, but that no line ends at the hyphen of a name, a code or a range,
//! that no punctuation hangs over the edge, and that no row of a table is divided between two pages.

mod behind;
pub(super) mod breaks;
mod grid;
mod lines;
mod read;
mod shape;
#[cfg(test)]
mod tests;

use typst::syntax::Span;
use typst_library::Library;
use typst_library::diag::SourceResult;
use typst_library::engine::Engine;
use typst_library::foundations::{Content, NativeElement, Packed, Smart, StyleChain, Target, func};
use typst_library::introspection::Locator;
use typst_library::layout::{Alignment, BlockElem, Fragment, GridCell, GridElem, Length, Regions, Rel, Sides};
use typst_library::model::{TableCell, TableElem};

/// Teaches a library of Typst to set plain texts here.
pub(super) fn teach(library: &mut Library) {
    library.rules.replace::<TableCell>(Target::Paged, |cell, _, styles| {
        let (inset, align) = (cell.inset.get(styles), cell.align.get(styles));
        Ok(match plain(&cell.body, styles) {
            true => aligned(padded(BlockElem::multi_layouter(cell.clone(), table_cell), inset), align),
            false => aligned(around(cell.body.clone(), inset), align),
        })
    });
    library.rules.replace::<GridCell>(Target::Paged, |cell, _, styles| {
        let (inset, align) = (cell.inset.get(styles), cell.align.get(styles));
        Ok(match plain(&cell.body, styles) {
            true => aligned(padded(BlockElem::multi_layouter(cell.clone(), grid_cell), inset), align),
            false => aligned(around(cell.body.clone(), inset), align),
        })
    });
    library.rules.replace::<TableElem>(Target::Paged, grid::table);
    library.rules.replace::<GridElem>(Target::Paged, grid::grid);
    library.global.scope_mut().define_func::<words>();
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
    if !read::is_plain(&body) {
        return body;
    }
    let width = width.map_or(Smart::Auto, |width| Smart::Custom(Rel::from(width)));
    // A cell without a grid carries it.
    let cell = Packed::new(GridCell::new(body)).spanned(span);
    BlockElem::multi_layouter(cell, grid_cell).with_breakable(false).with_width(width).pack().spanned(span)
}

fn table_cell(
    cell: &Packed<TableCell>,
    engine: &mut Engine,
    _: Locator,
    styles: StyleChain,
    regions: Regions,
) -> SourceResult<Fragment> {
    Ok(lines::set(&cell.body, engine, styles, regions))
}

fn grid_cell(
    cell: &Packed<GridCell>,
    engine: &mut Engine,
    _: Locator,
    styles: StyleChain,
    regions: Regions,
) -> SourceResult<Fragment> {
    Ok(lines::set(&cell.body, engine, styles, regions))
}

/// Says whether a text is to be set here.
fn plain(body: &Content, styles: StyleChain) -> bool {
    read::is_plain(body) && !styles.recipes().any(read::touches_texts)
}

type Inset = Smart<Sides<Option<Rel<Length>>>>;

fn padded(block: BlockElem, inset: Inset) -> Content {
    let inset = inset.unwrap_or_default();
    block.with_breakable(false).with_inset(inset).pack()
}

/// The same for any other content, as Typst does it.
fn around(body: Content, inset: Inset) -> Content {
    let inset = inset.unwrap_or_default().map(Option::unwrap_or_default);
    if inset == Sides::default() { body } else { body.padded(inset) }
}

fn aligned(body: Content, align: Smart<Alignment>) -> Content {
    match align {
        Smart::Custom(align) => body.aligned(align),
        Smart::Auto => body,
    }
}
