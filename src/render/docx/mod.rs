//! A report as a Word document, to be finished by people: real styles, headings, tables, and right to left where it is
//! written so.
//!
//! No crate was found that writes direction into runs and tables, so the parts are written here. [`xml`] is the one place
//! where text is kept from being markup.

mod blocks;
mod body;
mod charts;
mod front;
mod letter;
mod parts;
mod picture;
mod script;
mod styles;
mod table;
#[cfg(test)]
mod tests;
mod xml;

use std::io::{Cursor, Write};

use jiff::civil::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use self::body::Body;
use self::xml::Xml;
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::report::Front;
use crate::model::{Lang, Report};
use crate::render::logo::Emblem;

/// The namespace of the text, and that of relations.
const NAMESPACE: (&str, &str) = ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The margins of the page, and the width of the text between them, in twentieths of a point: 20 mm and 170 mm of A4.
const MARGIN: &str = "1134";
const WIDTH: u32 = 9638;

/// What the language decides.
struct Look {
    rtl: bool,
    /// The language of the document.
    language: &'static str,
    /// The language of its Latin letters.
    latin: &'static str,
}

impl Look {
    fn of(lang: Lang) -> Look {
        match lang {
            Lang::Fr => Look { rtl: false, language: "fr-FR", latin: "fr-FR" },
            Lang::Ar => Look { rtl: true, language: "ar-MA", latin: "fr-FR" },
            Lang::En => Look { rtl: false, language: "en-GB", latin: "en-GB" },
        }
    }
}

/// Makes the Word document of a report in a language. The same report, language and date give the same bytes.
///
/// Of the logos those in PNG stand in the head of a letter; Word wants an SVG beside a PNG of it.
///
/// # Errors
///
/// The archive can't be written.
pub fn document(report: &Report, locale: &Locale<'_>, date: Date, logos: &[Emblem]) -> Result<Vec<u8>> {
    let look = Look::of(locale.lang);
    let pictures = if matches!(report.cover, Front::Letter(_)) { picture::of(report, logos) } else { Vec::new() };
    let mut body = Body::new(&look, locale, &pictures);
    body.front(report);
    for chapter in &report.chapters {
        body.chapter(chapter);
    }
    if let Front::Letter(letter) = &report.cover {
        body.letter_end(letter);
    }
    let numbered = body.numbered();
    let title = bare(&locale.say(&report.title));
    let authors: Vec<String> = report.authors.iter().map(|author| bare(&locale.say(author))).collect();
    let files = [
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::package_relations()),
        ("word/document.xml", text(body, &look)),
        ("word/_rels/document.xml.rels", parts::document_relations(&pictures)),
        ("word/styles.xml", styles::styles(&look, locale)),
        ("word/numbering.xml", parts::numbering(numbered)),
        ("word/settings.xml", parts::settings(&look)),
        ("word/header1.xml", parts::header(report, &look, locale)),
        ("word/footer1.xml", parts::footer(report, &look, locale)),
        ("docProps/core.xml", parts::core(&title, &authors, &look, date)),
        ("docProps/app.xml", parts::app()),
    ];
    let files = files.iter().map(|(name, content)| ((*name).to_owned(), content.as_bytes()));
    pack(files.chain(pictures.iter().map(|picture| (format!("word/{}", picture.target()), picture.bytes()))))
        .map_err(|detail| Error::Render { document: format!("{}-{}.docx", report.kind.stem(), locale.lang), detail })
}

/// Takes isolates and line breaks out of a text that is not laid out.
fn bare(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "").replace('\n', " ")
}

/// Writes the text and the page that it stands on.
fn text(body: Body<'_>, look: &Look) -> String {
    let mut xml = Xml::part();
    xml.element("w:document", &[NAMESPACE, ("xmlns:r", RELATIONS), picture::NAMESPACE], |xml| {
        xml.element("w:body", &[], |xml| {
            body.pour(xml);
            xml.element("w:sectPr", &[], |xml| {
                xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rId4")]);
                xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId5")]);
                xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
                xml.empty(
                    "w:pgMar",
                    &[
                        ("w:top", "1531"),
                        ("w:right", MARGIN),
                        ("w:bottom", "1304"),
                        ("w:left", MARGIN),
                        ("w:header", "680"),
                        ("w:footer", "567"),
                        ("w:gutter", "0"),
                    ],
                );
                if look.rtl {
                    xml.empty("w:bidi", &[]);
                }
            });
        });
    });
    xml.finish()
}

/// Packs the parts, in their order and without a clock.
fn pack<'f>(files: impl Iterator<Item = (String, &'f [u8])>) -> std::result::Result<Vec<u8>, String> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in files {
        archive.start_file(name, options).map_err(|error| error.to_string())?;
        archive.write_all(content).map_err(|error| error.to_string())?;
    }
    archive.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}
