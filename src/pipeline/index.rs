//! The page that leads to every document, for a run and for an archive.

use crate::campaign::Campaign;
use crate::compose::{self, Inputs};
use crate::error::Result;
use crate::locale::Locale;
use crate::model::index::Filed;
use crate::model::{Artifact, DocumentKind, Figures, Lang};
use crate::render::html::{self, Listing};

/// Makes the page and its listing for what stands in the output folder, by path and size, but for what stays in the office.
pub(super) fn files<'f>(
    campaign: &Campaign,
    inputs: &Inputs<'_>,
    whole: &Figures,
    kinds: &[DocumentKind],
    spoken: &[&Locale<'_>],
    there: impl Iterator<Item = (&'f str, u64)>,
) -> Result<Vec<Artifact>> {
    let leaves = |path: &str| !path.starts_with(&super::inside("")) && path != html::PAGE;
    // The listing stands in the list too, and its size can't: it would change itself.
    let files = there.filter(|(path, _)| leaves(path) && *path != html::PATH);
    let files = files.map(|(path, bytes)| Filed::of(path, bytes)).collect();
    let index = compose::index(inputs, whole, kinds, files);
    let all = Lang::ALL.map(|lang| Locale::plain(lang, inputs.reference));
    let listing = Listing::new(&index, inputs.provenance, spoken, &all);
    artifacts(campaign, &listing, spoken)
}

/// Makes the page of every document that may come and throws it away: a broken template stops a run before its work.
pub(super) fn check(
    campaign: &Campaign,
    inputs: &Inputs<'_>,
    whole: &Figures,
    kinds: &[DocumentKind],
    spoken: &[&Locale<'_>],
) -> Result<()> {
    let paths: Vec<String> = kinds.iter().map(|kind| kind.path(Lang::Fr, "pdf")).collect();
    files(campaign, inputs, whole, kinds, spoken, paths.iter().map(|path| (path.as_str(), 0))).map(drop)
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
