//! The page that leads to every document, for a run and for an archive.

use crate::campaign::Campaign;
use crate::compose::{self, Inputs};
use crate::error::Result;
use crate::locale::Locale;
use crate::model::index::Filed;
use crate::model::{Artifact, DocumentKind, Figures, Lang};
use crate::render::html::{self, Listing};
use crate::write::Output;

/// Makes the page and its listing for what stands in the output folder, but for what stays in the office.
pub(super) fn files(
    campaign: &Campaign,
    inputs: &Inputs<'_>,
    whole: &Figures,
    kinds: &[DocumentKind],
    spoken: &[&Locale<'_>],
    output: &Output,
) -> Result<Vec<Artifact>> {
    let leaves = |path: &str| !path.starts_with(&super::inside("")) && path != html::PAGE;
    // The listing stands in the list too, and its size can't: it would change itself.
    let there = output.files().filter(|(path, _)| leaves(path) && *path != html::PATH);
    let files = there.map(|(path, bytes)| Filed::of(path, bytes)).collect();
    let index = compose::index(inputs, whole, kinds, files);
    let all = Lang::ALL.map(|lang| Locale::plain(lang, inputs.reference));
    let listing = Listing::new(&index, inputs.provenance, spoken, &all);
    artifacts(campaign, &listing, spoken)
}

/// Makes the page and its listing again for an archive that holds what `wanted` takes.
pub(super) fn narrowed(campaign: &Campaign, listing: &[u8], wanted: impl Fn(&str) -> bool) -> Result<Vec<Artifact>> {
    let mut listing = Listing::read(listing)?;
    listing.keep(wanted);
    let locales: Vec<Locale<'_>> =
        listing.languages.iter().map(|told| Locale::prose(told.lang, &campaign.reference)).collect();
    artifacts(campaign, &listing, &locales.iter().collect::<Vec<_>>())
}

fn artifacts(campaign: &Campaign, listing: &Listing, spoken: &[&Locale<'_>]) -> Result<Vec<Artifact>> {
    let page = html::page(listing, spoken, |path| campaign.template(path))?;
    Ok(vec![
        Artifact { path: html::PAGE.to_owned(), bytes: page },
        Artifact { path: html::PATH.to_owned(), bytes: listing.json()? },
    ])
}
