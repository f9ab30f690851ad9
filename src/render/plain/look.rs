//! How letters look, and whether only Typst knows how to set them: what styles say, found out once for all texts in them.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;
use typst_library::World;
use typst_library::engine::Engine;
use typst_library::foundations::{Element, NativeElement, Recipe, Selector, Smart, StyleChain, Styles};
use typst_library::layout::{Abs, BoxElem, Dir, HElem};
use typst_library::model::{Linebreaks, ParElem};
use typst_library::text::{
    BottomEdge, Lang, LinebreakElem, Region, SpaceElem, TextElem, TopEdge, families, features, variant,
};
use typst_library::visualize::Paint;
use typst_utils::{Numeric, hash128};

use super::hand::Hand;

/// Styles, and the number by which what they say is remembered.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub styles: StyleChain<'a>,
    key: u128,
}

impl<'a> Around<'a> {
    /// Sums styles up.
    pub fn of(styles: StyleChain<'a>) -> Around<'a> {
        Around { styles, key: hash128(&styles) }
    }

    /// Gives the styles within a part that has more of them.
    pub fn within<'b>(&'b self, more: &'b Styles) -> Around<'b> {
        Around { styles: self.styles.chain(more), key: hash128(&(self.key, more)) }
    }

    /// Says whether texts are set as here: no rule changes their parts, and nothing asks for what only Typst does.
    pub fn is_usual(&self) -> bool {
        KNOWN.with_borrow_mut(|known| {
            known.limit();
            *known.usual.entry(self.key).or_insert_with(|| is_usual(self.styles))
        })
    }

    /// Gives how letters look.
    pub fn look(&self, engine: &Engine) -> Rc<Look> {
        let key = (self.key, hash128(engine.world.book()));
        if let Some(look) = KNOWN.with_borrow(|known| known.looks.get(&key).cloned()) {
            return look;
        }
        let look = Rc::new(look(self.styles, engine));
        KNOWN.with_borrow_mut(|known| {
            known.limit();
            known.looks.insert(key, look.clone());
        });
        look
    }
}

/// How letters look.
pub(super) struct Look {
    /// The fonts that there are of those asked for, the preferred ones first.
    pub fonts: Vec<Hand>,
    pub lang: Lang,
    pub region: Option<Region>,
    /// Says whether it runs from the right.
    pub rtl: bool,
    pub size: Abs,
    pub fill: Paint,
    pub top: TopEdge,
    pub bottom: BottomEdge,
}

/// What a thread has learnt of styles.
#[derive(Default)]
struct Known {
    usual: FxHashMap<u128, bool>,
    /// By the styles and the fonts that there are.
    looks: FxHashMap<(u128, u128), Rc<Look>>,
}

/// The most looks that a thread remembers.
const MOST: usize = 10_000;

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

impl Known {
    /// Forgets all if it is too much.
    fn limit(&mut self) {
        if self.usual.len().max(self.looks.len()) >= MOST {
            *self = Known::default();
        }
    }
}

fn is_usual(styles: StyleChain) -> bool {
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
    lines
        && letters
        && drawn
        && families(styles).all(|family| family.covers().is_none())
        && !styles.recipes().any(|recipe| touches(&PARTS, recipe))
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

fn look(styles: StyleChain, engine: &Engine) -> Look {
    let (size, variant) = (styles.resolve(TextElem::size), variant(styles));
    let variations = styles.get_cloned(TextElem::variations);
    let book = engine.world.book();
    let features: Rc<[_]> = features(styles).iter().map(|feature| (feature.tag, feature.value)).collect();
    let lang = styles.get(TextElem::lang);
    let found = families(styles).filter_map(|family| {
        let font = book.select(family.as_str(), variant).and_then(|id| engine.world.font(id))?;
        Some(Hand::new(font.instantiate(variant, size, &variations), lang, &features))
    });
    Look {
        fonts: found.collect(),
        lang,
        region: styles.get(TextElem::region),
        rtl: styles.resolve(TextElem::dir) == Dir::RTL,
        size,
        fill: styles.get_cloned(TextElem::fill),
        top: styles.get(TextElem::top_edge),
        bottom: styles.get(TextElem::bottom_edge),
    }
}
