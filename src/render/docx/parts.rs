//! The small parts around the text: what the package holds, its properties, settings, lists, head and foot.

use jiff::civil::Date;

use super::body::{Body, Set};
use super::picture::Picture;
use super::xml::Xml;
use super::{Look, NAMESPACE, RELATIONS};
use crate::locale::Locale;
use crate::model::Report;
use crate::model::report::Stamp;

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "application/vnd.openxmlformats-officedocument.";
/// The parts of the text: name, kind of relation, kind of content.
const WORD: &[(&str, &str, &str)] = &[
    ("styles.xml", "styles", "wordprocessingml.styles+xml"),
    ("numbering.xml", "numbering", "wordprocessingml.numbering+xml"),
    ("settings.xml", "settings", "wordprocessingml.settings+xml"),
    ("header1.xml", "header", "wordprocessingml.header+xml"),
    ("footer1.xml", "footer", "wordprocessingml.footer+xml"),
];

/// Tells the kind of each part.
pub(super) fn content_types() -> String {
    let mut xml = Xml::part();
    xml.element("Types", &[("xmlns", TYPES)], |xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        xml.empty("Default", &[("Extension", "png"), ("ContentType", "image/png")]);
        let core = "application/vnd.openxmlformats-package.core-properties+xml".to_owned();
        let document = ("/word/document.xml".to_owned(), format!("{OFFICE}wordprocessingml.document.main+xml"));
        let words = WORD.iter().map(|(name, _, kind)| (format!("/word/{name}"), format!("{OFFICE}{kind}")));
        for (name, kind) in std::iter::once(document).chain(words).chain([
            ("/docProps/core.xml".to_owned(), core),
            ("/docProps/app.xml".to_owned(), format!("{OFFICE}extended-properties+xml")),
        ]) {
            xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
        }
    });
    xml.finish()
}

/// Tells where the package begins.
pub(super) fn package_relations() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relations(&[
        (format!("{RELATIONS}/officeDocument"), "word/document.xml".to_owned()),
        (core.to_owned(), "docProps/core.xml".to_owned()),
        (format!("{RELATIONS}/extended-properties"), "docProps/app.xml".to_owned()),
    ])
}

/// Tells what the text refers to; the head is `rId4`, the foot `rId5`, and pictures follow.
pub(super) fn document_relations(pictures: &[Picture<'_>]) -> String {
    let parts = WORD.iter().map(|(name, kind, _)| (format!("{RELATIONS}/{kind}"), (*name).to_owned()));
    let pictures = pictures.iter().map(|picture| (format!("{RELATIONS}/image"), picture.target()));
    relations(&parts.chain(pictures).collect::<Vec<_>>())
}

/// Gives the name by which the text refers to a picture.
pub(super) fn picture_relation(at: usize) -> String {
    format!("rId{}", WORD.len() + at + 1)
}

fn relations(all: &[(String, String)]) -> String {
    let mut xml = Xml::part();
    xml.element("Relationships", &[("xmlns", PACKAGE)], |xml| {
        for (i, (kind, target)) in all.iter().enumerate() {
            xml.empty("Relationship", &[("Id", &format!("rId{}", i + 1)), ("Type", kind), ("Target", target)]);
        }
    });
    xml.finish()
}

/// Writes title, authors, language and day.
pub(super) fn core(title: &str, authors: &[String], look: &Look, date: Date) -> String {
    let mut xml = Xml::part();
    let spaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.element("cp:coreProperties", &spaces, |xml| {
        xml.element("dc:title", &[], |xml| xml.text(title));
        xml.element("dc:creator", &[], |xml| xml.text(&authors.join("; ")));
        xml.element("dc:language", &[], |xml| xml.text(look.language));
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.element(name, &[("xsi:type", "dcterms:W3CDTF")], |xml| xml.text(&format!("{date}T00:00:00Z")));
        }
    });
    xml.finish()
}

/// Writes the name of the program.
pub(super) fn app() -> String {
    let mut xml = Xml::part();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.element("Properties", &[("xmlns", space)], |xml| {
        xml.element("Application", &[], |xml| xml.text("bilan"));
    });
    xml.finish()
}

/// Writes the settings: a document of today's Word, in its language.
pub(super) fn settings(look: &Look) -> String {
    let mut xml = Xml::part();
    xml.element("w:settings", &[NAMESPACE], |xml| {
        xml.val("w:defaultTabStop", "709");
        xml.val("w:characterSpacingControl", "doNotCompress");
        xml.element("w:compat", &[], |xml| {
            let word = "http://schemas.microsoft.com/office/word";
            xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", word), ("w:val", "15")]);
        });
        xml.empty("w:themeFontLang", &[("w:val", look.latin), ("w:bidi", "ar-MA")]);
    });
    xml.finish()
}

/// Writes the lists: one of dots, and one of numbers for each numbered list, so that each begins at 1.
pub(super) fn numbering(numbered: u32) -> String {
    let mut xml = Xml::part();
    xml.element("w:numbering", &[NAMESPACE], |xml| {
        for (id, format, text) in [("0", "bullet", "\u{2022}"), ("1", "decimal", "%1.")] {
            xml.element("w:abstractNum", &[("w:abstractNumId", id)], |xml| {
                xml.val("w:multiLevelType", "singleLevel");
                xml.element("w:lvl", &[("w:ilvl", "0")], |xml| {
                    xml.val("w:start", "1");
                    xml.val("w:numFmt", format);
                    xml.val("w:lvlText", text);
                    xml.val("w:lvlJc", "left");
                    xml.element("w:pPr", &[], |xml| xml.empty("w:ind", &[("w:left", "425"), ("w:hanging", "283")]));
                });
            });
        }
        for list in 1..=numbered + 2 {
            xml.element("w:num", &[("w:numId", &list.to_string())], |xml| {
                xml.val("w:abstractNumId", if list == 1 { "0" } else { "1" });
                if list > 2 {
                    xml.element("w:lvlOverride", &[("w:ilvl", "0")], |xml| xml.val("w:startOverride", "1"));
                }
            });
        }
    });
    xml.finish()
}

/// Writes the head of each page: the title and the stamp.
pub(super) fn header(report: &Report, look: &Look, locale: &Locale<'_>) -> String {
    let stamp = match report.stamp {
        Stamp::Provisional => "page-stamp-provisional",
        Stamp::Final => "page-stamp-final",
        Stamp::Draft => "page-stamp-draft",
    };
    let mut xml = Xml::part();
    xml.element("w:hdr", &[NAMESPACE], |xml| {
        let mut body = Body::new(look, locale, &[]);
        body.ends("Header", &locale.say(&report.running), |body| body.plain(&locale.text(stamp)));
        body.pour(xml);
    });
    xml.finish()
}

/// Writes the foot of each page: the text, the page and how many there are, and what the document was made from.
pub(super) fn footer(report: &Report, look: &Look, locale: &Locale<'_>) -> String {
    let mut xml = Xml::part();
    xml.element("w:ftr", &[NAMESPACE], |xml| {
        let mut body = Body::new(look, locale, &[]);
        body.ends("Footer", &locale.say(&report.foot), |body| {
            // Page and pages run from the left in both directions: without a space between them they are one number.
            body.field("PAGE", "1");
            body.plain(if look.rtl { "/" } else { " / " });
            body.field("NUMPAGES", "1");
        });
        if let Some(made) = &report.imprint.made {
            body.line(Set::style("Footer"), &locale.say(made));
        }
        body.pour(xml);
    });
    xml.finish()
}
