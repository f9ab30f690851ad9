//! The styles: Word's own under their own names, so that its panes and its users know them, and three of the reports.

use super::xml::Xml;
use super::{Look, NAMESPACE};
use crate::locale::Locale;

/// The colours of `look.typ`.
pub(super) const INK: &str = "17212B";
pub(super) const MUTED: &str = "56626D";
pub(super) const PETROL: &str = "0C4A5F";
pub(super) const TINT: &str = "E4EDF0";
pub(super) const OCHRE: &str = "9A5410";
pub(super) const OCHRE_TINT: &str = "F7EBDD";
pub(super) const HAIR: &str = "B8C2C9";

/// Fonts that every Word holds.
const LATIN: &str = "Calibri";
const ARABIC: &str = "Sakkal Majalla";

/// One style of paragraphs.
struct Style {
    id: &'static str,
    /// The name by which Word knows it, or the key of a message for those of the reports.
    name: &'static str,
    /// Half points; Arabic letters are smaller at the same size, and get more.
    size: u32,
    bold: bool,
    color: &'static str,
    /// Twentieths of a point before and after.
    space: (u32, u32),
    keep: bool,
    outline: Option<u32>,
    based: &'static str,
}

const fn style(
    id: &'static str,
    name: &'static str,
    size: u32,
    bold: bool,
    color: &'static str,
    space: (u32, u32),
) -> Style {
    Style { id, name, size, bold, color, space, keep: false, outline: None, based: "Normal" }
}

const fn heading(id: &'static str, name: &'static str, size: u32, level: u32, space: (u32, u32)) -> Style {
    Style { id, name, size, bold: true, color: PETROL, space, keep: true, outline: Some(level), based: "Normal" }
}

const STYLES: &[Style] = &[
    style("Title", "Title", 48, true, PETROL, (0, 160)),
    style("Subtitle", "Subtitle", 26, false, INK, (0, 320)),
    heading("Heading1", "heading 1", 32, 0, (480, 160)),
    heading("Heading2", "heading 2", 26, 1, (320, 120)),
    heading("Heading3", "heading 3", 22, 2, (240, 80)),
    style("ListBullet", "List Bullet", 21, false, INK, (0, 60)),
    style("ListNumber", "List Number", 21, false, INK, (0, 60)),
    Style { keep: true, ..style("Caption", "caption", 21, true, INK, (240, 80)) },
    style("TOC1", "toc 1", 21, false, INK, (0, 60)),
    style("TOC2", "toc 2", 19, false, MUTED, (0, 40)),
    style("Header", "header", 17, false, MUTED, (0, 0)),
    style("Footer", "footer", 17, false, MUTED, (0, 0)),
    style("Cell", "word-style-cell", 19, false, INK, (20, 20)),
    style("Note", "word-style-note", 17, false, MUTED, (60, 160)),
];

/// Writes the styles.
pub(super) fn styles(look: &Look, locale: &Locale<'_>) -> String {
    let mut xml = Xml::part();
    xml.element("w:styles", &[NAMESPACE], |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    xml.empty(
                        "w:rFonts",
                        &[("w:ascii", LATIN), ("w:eastAsia", LATIN), ("w:hAnsi", LATIN), ("w:cs", ARABIC)],
                    );
                    sized(xml, false, INK, 21);
                    xml.empty("w:lang", &[("w:val", look.latin), ("w:eastAsia", look.latin), ("w:bidi", "ar-MA")]);
                });
            });
            xml.element("w:pPrDefault", &[], |xml| {
                xml.element("w:pPr", &[], |xml| {
                    xml.empty("w:spacing", &[("w:after", "120"), ("w:line", "264"), ("w:lineRule", "auto")]);
                });
            });
        });
        xml.element("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")], |xml| {
            xml.val("w:name", "Normal");
            xml.empty("w:qFormat", &[]);
            if look.rtl {
                xml.element("w:pPr", &[], |xml| xml.empty("w:bidi", &[]));
            }
        });
        xml.element(
            "w:style",
            &[("w:type", "character"), ("w:default", "1"), ("w:styleId", "DefaultParagraphFont")],
            |xml| {
                xml.val("w:name", "Default Paragraph Font");
                xml.val("w:uiPriority", "1");
                xml.empty("w:semiHidden", &[]);
            },
        );
        xml.element("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")], |xml| {
            xml.val("w:name", "Normal Table");
            xml.val("w:uiPriority", "99");
            xml.empty("w:semiHidden", &[]);
            xml.element("w:tblPr", &[], |xml| {
                xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
                margins(xml, "108");
            });
        });
        STYLES.iter().for_each(|style| paragraph(xml, style, locale));
        characters(xml, locale);
        table(xml, locale);
    });
    xml.finish()
}

fn paragraph(xml: &mut Xml, style: &Style, locale: &Locale<'_>) {
    let own = style.name.starts_with("word-style-");
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", style.id)];
    if own {
        attributes.push(("w:customStyle", "1"));
    }
    xml.element("w:style", &attributes, |xml| {
        xml.val("w:name", &if own { locale.text(style.name) } else { style.name.to_owned() });
        xml.val("w:basedOn", style.based);
        if style.outline.is_some() {
            xml.val("w:next", "Normal");
        }
        xml.empty("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| {
            if style.keep {
                xml.empty("w:keepNext", &[]);
                xml.empty("w:keepLines", &[]);
            }
            if let Some(number) = match style.id {
                "ListBullet" => Some("1"),
                "ListNumber" => Some("2"),
                _ => None,
            } {
                xml.element("w:numPr", &[], |xml| xml.val("w:numId", number));
            }
            let [before, after] = [style.space.0, style.space.1].map(|space| space.to_string());
            xml.empty("w:spacing", &[("w:before", &before), ("w:after", &after)]);
            if let Some(level) = style.outline {
                xml.val("w:outlineLvl", &level.to_string());
            }
        });
        xml.element("w:rPr", &[], |xml| sized(xml, style.bold, style.color, style.size));
    });
}

/// Writes the properties that every script needs twice.
fn sized(xml: &mut Xml, bold: bool, color: &str, size: u32) {
    if bold {
        xml.empty("w:b", &[]);
        xml.empty("w:bCs", &[]);
    }
    xml.val("w:color", color);
    xml.val("w:sz", &size.to_string());
    xml.val("w:szCs", &(size + size / 6).to_string());
}

/// Writes the styles of runs: what people have to complete stands out in grey too, by its brackets and its ground.
fn characters(xml: &mut Xml, locale: &Locale<'_>) {
    let mut one = |id: &str, name: &str, own: bool, properties: &dyn Fn(&mut Xml)| {
        let mut attributes = vec![("w:type", "character"), ("w:styleId", id)];
        if own {
            attributes.push(("w:customStyle", "1"));
        }
        xml.element("w:style", &attributes, |xml| {
            xml.val("w:name", name);
            xml.val("w:basedOn", "DefaultParagraphFont");
            xml.empty("w:qFormat", &[]);
            xml.element("w:rPr", &[], properties);
        });
    };
    let strong = |xml: &mut Xml| {
        xml.empty("w:b", &[]);
        xml.empty("w:bCs", &[]);
    };
    one("Strong", "Strong", false, &strong);
    one("Emphasis", "Emphasis", false, &|xml| {
        xml.empty("w:i", &[]);
        xml.empty("w:iCs", &[]);
    });
    one("Complete", &locale.text("word-style-complete"), true, &|xml| {
        strong(xml);
        xml.val("w:color", OCHRE);
        xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", OCHRE_TINT)]);
    });
}

fn table(xml: &mut Xml, locale: &Locale<'_>) {
    xml.element("w:style", &[("w:type", "table"), ("w:customStyle", "1"), ("w:styleId", "ReportTable")], |xml| {
        xml.val("w:name", &locale.text("word-style-table"));
        xml.val("w:basedOn", "TableNormal");
        xml.empty("w:qFormat", &[]);
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                for (side, size, color) in [("w:top", "8", INK), ("w:bottom", "6", INK), ("w:insideH", "4", HAIR)] {
                    xml.empty(side, &[("w:val", "single"), ("w:sz", size), ("w:space", "0"), ("w:color", color)]);
                }
            });
            margins(xml, "80");
        });
        for (part, fill) in [("firstRow", Some(TINT)), ("lastRow", None)] {
            xml.element("w:tblStylePr", &[("w:type", part)], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    xml.empty("w:b", &[]);
                    xml.empty("w:bCs", &[]);
                });
                xml.element("w:tcPr", &[], |xml| {
                    xml.element("w:tcBorders", &[], |xml| {
                        let side = if fill.is_some() { "w:bottom" } else { "w:top" };
                        xml.empty(side, &[("w:val", "single"), ("w:sz", "6"), ("w:space", "0"), ("w:color", INK)]);
                    });
                    if let Some(fill) = fill {
                        xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)]);
                    }
                });
            });
        }
    });
}

/// Writes the margins of cells.
fn margins(xml: &mut Xml, sides: &str) {
    xml.element("w:tblCellMar", &[], |xml| {
        for (side, width) in [("w:top", "0"), ("w:left", sides), ("w:bottom", "0"), ("w:right", sides)] {
            xml.empty(side, &[("w:w", width), ("w:type", "dxa")]);
        }
    });
}
