//! The listing in the order of the page: a page a language, shelves, documents, links.

use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};

use super::listing::{Document, Listing, Told};
use crate::locale::Locale;
use crate::model::index::{Filed, Shelf};
use crate::model::{Lang, List, Value};

/// The words of the page that stand in no figure, by the end of their key: `index-search` is `words.search`.
const WORDS: &[&str] = &[
    "skip",
    "languages",
    "provisional",
    "final",
    "figures",
    "missing",
    "documents",
    "search",
    "search-hint",
    "kind",
    "kind-all",
    "country",
    "country-all",
    "found",
    "none",
    "clear",
    "contents",
    "made-by",
    "fingerprint",
];

/// Gives what the template prints. A language without a locale is left out.
pub(super) fn view(listing: &Listing, locales: &[&Locale<'_>], policy: &str) -> Json {
    let told = listing.languages.iter();
    let spoken: Vec<(&Told, &Locale<'_>)> =
        told.filter_map(|told| Some((told, *locales.iter().find(|locale| locale.lang == told.lang)?))).collect();
    let pages: Vec<Json> = spoken.iter().map(|(told, locale)| page(listing, told, locale, &spoken)).collect();
    let first = spoken
        .first()
        .map(|(told, _)| json!({ "lang": told.lang.code(), "dir": direction(told.lang), "title": title(told) }));
    json!({
        "policy": policy,
        "program": listing.program,
        "fingerprint": listing.fingerprint,
        "first": first,
        "pages": pages,
    })
}

fn direction(lang: Lang) -> &'static str {
    if lang.is_rtl() { "rtl" } else { "ltr" }
}

fn title(told: &Told) -> String {
    format!("{} – {}", told.title, told.kicker)
}

fn page(listing: &Listing, told: &Told, locale: &Locale<'_>, spoken: &[(&Told, &Locale<'_>)]) -> Json {
    let words: Map<String, Json> =
        WORDS.iter().map(|word| (word.replace('-', "_"), locale.text(&format!("index-{word}")).into())).collect();
    let mut shelves = Vec::new();
    for documents in listing.documents.chunk_by(|a, b| a.shelf == b.shelf) {
        let shelf = documents[0].shelf;
        shelves.push(json!({
            "kind": shelf,
            "name": locale.text(shelf.key()),
            "count": locale.say(&Value::count(documents.len() as u64)),
            "documents": documents.iter().map(|document| entry(document, locale, spoken)).collect::<Vec<_>>(),
        }));
    }
    let mut countries: Vec<&String> = listing.documents.iter().flat_map(|document| &document.countries).collect();
    countries.sort_unstable();
    countries.dedup();
    json!({
        "lang": told.lang.code(),
        "dir": direction(told.lang),
        "heading": title(told),
        "kicker": told.kicker,
        "title": told.title,
        "subtitle": told.subtitle,
        "parties": told.parties,
        "provisional": told.provisional,
        "note": told.note,
        "facts": told.facts.iter().map(|(label, value)| json!({ "label": label, "value": value })).collect::<Vec<_>>(),
        "figures": told.figures.iter().map(|figure| json!({
            "label": figure.label,
            "figure": figure.figure,
            // Words in place of a number, such as "not reported", have no unit.
            "words": !figure.figure.chars().any(char::is_numeric),
            "unit": figure.unit,
            "missing": figure.missing,
            "share": figure.share,
            "compare": figure.compare.iter().map(|(label, value, short)| json!({
                "label": label, "value": value, "short": short,
            })).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "missing": told.missing,
        "languages": spoken.iter().map(|(other, speech)| json!({
            "lang": other.lang.code(),
            "name": speech.lang_name(other.lang),
            "current": other.lang == told.lang,
        })).collect::<Vec<_>>(),
        "words": words,
        "shelves": shelves,
        "countries": countries.iter().map(|code| json!({
            "code": code, "name": locale.say(&Value::Name(List::Values("country"), code.as_str().into())),
        })).collect::<Vec<_>>(),
    })
}

fn entry(document: &Document, locale: &Locale<'_>, spoken: &[(&Told, &Locale<'_>)]) -> Json {
    let said = |by: &std::collections::BTreeMap<Lang, String>| by.get(&locale.lang).cloned().unwrap_or_default();
    let links = |files: Vec<&Filed>| files.into_iter().map(|file| link(file, locale)).collect::<Vec<_>>();
    // What has no language is for all.
    let mut own = links(document.files.iter().filter(|f| f.lang.is_none() || f.lang == Some(locale.lang)).collect());
    let rest = own.split_off(own.len().min(1));
    let others: Vec<Json> = Lang::ALL
        .into_iter()
        .filter(|lang| *lang != locale.lang)
        .filter_map(|lang| {
            let files = links(document.files.iter().filter(|file| file.lang == Some(lang)).collect());
            let speech = spoken.iter().find(|(told, _)| told.lang == lang).map_or(locale, |(_, speech)| speech);
            (!files.is_empty())
                .then(|| json!({ "lang": lang.code(), "language": speech.lang_name(lang), "files": files }))
        })
        .collect();
    json!({
        "countries": document.countries.join(" "),
        "name": said(&document.name),
        "about": said(&document.about),
        "main": own.pop(),
        "files": rest,
        "others": others,
        "listed": matches!(document.shelf, Shelf::Data | Shelf::Other),
    })
}

fn link(file: &Filed, locale: &Locale<'_>) -> Json {
    const KIB: u64 = 1024;
    let (key, number) = if file.bytes < KIB * KIB {
        ("index-kilobytes", Value::count(file.bytes.div_ceil(KIB)))
    } else {
        ("index-megabytes", Value::Number(Decimal::from(file.bytes) / Decimal::from(KIB * KIB), 1))
    };
    let ending = file.ending();
    let format = format!("index-format-{ending}");
    json!({
        "path": file.path,
        "format": if locale.has(&format) { locale.text(&format) } else { ending.to_uppercase() },
        "size": locale.message(key, &[("number", number)]),
    })
}
