//! The public copy of a campaign: what may leave the office.
//!
//! 1. [`Words`] finds what is personal in the texts of senders: e-mail addresses and telephone numbers by their form
//!    (`contacts`), and the names that stand in private columns (`names`). The sign [`LEFT_OUT`] takes their place.
//! 2. [`Public::new`] makes the copy of the rows: private columns are empty, and counts of people from 1 to one less than
//!    the campaign's `small_group` are masked (`counts`), with those that would tell them (`solve`).
//! 3. [`Public::figures`] makes the copy of a document's figures by the same rules (`figures`).
//!
//! Each copy is made once, and borrows what nothing is left out of. The internal edition does without: `pipeline` hands
//! it the originals.
//!
//! # What is masked
//!
//! The practice is that of statistical disclosure control for tables of counts: *primary suppression* of small cells by a
//! threshold, then *secondary* or *complementary suppression* of further cells until no total that is printed gives a
//! small one away (A. Hundepool and others, *Statistical Disclosure Control*, Wiley 2012, chapter 4; *Handbook on
//! Statistical Disclosure Control*, ESSNet 2010; OECD and Eurostat use thresholds from 3 to 10).
//!
//! - A number of people from 1 to 4 is "fewer than 5". Nobody, missing and not applicable stay what they are.
//! - A part is withheld where the rest of its whole is small: women, where men are few.
//! - A quotient of people is withheld where a side or the rest is small.
//! - Where a printed sum and its printed parts leave one masked part, or several that only one set of numbers fits, the
//!   next smallest part is withheld too: within an activity, down the columns of the whole, of a theme and of an
//!   indicator, and in breakdowns that add up. In any other scope, such as a territory, the figure that would tell a
//!   masked row is withheld itself, so that the rows of one scope do not pay for all others.
//! - A baseline, target or actual value of people is masked like any other, and the attainment with it.
//!
//! # What is not protected
//!
//! A number inside a sentence that a council wrote; what two editions of different days tell by their difference;
//! what a reader knows already, such as a council that knows its own numbers; sums over several tables at once, which only
//! a linear program over all of them would exclude; person-days, amounts of money and counts of activities, applications
//! and returns. Names that stand in no private column stay, and so does a nickname or a misspelt name. Identifiers of
//! activities and applications are printed as they were given.

mod contacts;
mod counts;
mod figures;
mod names;
mod solve;
mod words;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;

use counts::{Counts, Id};
use solve::Limit;
pub use words::Words;

use crate::model::{Cell, Dataset, Figures, LEFT_OUT, LeftOut, Mask, Settings, schema};
use crate::reference::Reference;

/// The public copy of the rows of a campaign, and the rules by which figures are copied.
pub struct Public<'a> {
    /// The rows.
    pub dataset: Cow<'a, Dataset>,
    /// How much is left out of the rows.
    pub left_out: LeftOut,
    reference: &'a Reference,
    words: &'a Words,
    limit: Limit,
    counts: Counts<'a>,
    masked: BTreeMap<Id, Mask>,
}

impl<'a> Public<'a> {
    /// Makes the public copy of a [prepared](super::prepare) dataset. `whole` are the figures of everything, whose sums
    /// are printed.
    pub fn new(
        dataset: &'a Dataset,
        whole: &Figures,
        words: &'a Words,
        reference: &'a Reference,
        settings: &Settings,
    ) -> Self {
        let limit = Limit(settings.small_group);
        let counts = Counts::new(dataset, whole, reference, limit);
        let masked = counts.masked();
        let mut left_out = LeftOut { numbers: masked.len() as u64, words: 0 };
        let mut copy = Cow::Borrowed(dataset);
        for (&(sheet, row, field), &mask) in &masked {
            copy.to_mut().table_mut(sheet).set(row as usize, field, Cell::Masked(mask));
        }
        for (&sheet, table) in &dataset.tables {
            let columns = schema::columns(sheet);
            for (at, row) in table.rows.iter().enumerate() {
                for (column, cell) in row.cells.kept() {
                    let column = &columns[column];
                    match cell {
                        _ if column.private => copy.to_mut().table_mut(sheet).hide(at, column.field),
                        Cell::Text(text) => {
                            if let (Cow::Owned(text), times) = words.clean(text) {
                                left_out.words += times;
                                copy.to_mut().table_mut(sheet).set(at, column.field, Cell::Text(text.into()));
                            }
                        }
                        _ => {}
                    }
                }
            }
        }
        Public { dataset: copy, left_out, reference, words, limit, counts, masked }
    }

    /// Makes the public copy of the figures of a document.
    pub fn figures<'f>(&self, figures: &'f Figures) -> Cow<'f, Figures> {
        if self.masked.is_empty() && self.words.is_empty() && self.limit.0 < 2 {
            return Cow::Borrowed(figures);
        }
        let mut copy = figures.clone();
        self.mask(&mut copy);
        if let Some(changes) = &mut copy.changes {
            self.words.changes(changes);
        }
        Cow::Owned(copy)
    }
}
