//! Paragraphs and runs, each with its direction.

use super::picture::Picture;
use super::xml::Xml;
use super::{Look, WIDTH, script};
use crate::locale::Locale;
use crate::model::Value;
use crate::model::report::{Span, SpanStyle};

/// The text being written.
pub(super) struct Body<'b> {
    pub(super) look: &'b Look,
    pub(super) locale: &'b Locale<'b>,
    pub(super) xml: Xml,
    pub(super) pictures: &'b [Picture<'b>],
    /// How many numbered lists, and how many headings, there are so far.
    lists: u32,
    headings: u32,
}

/// What a paragraph adds to its style.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Set<'s> {
    /// The style, or the usual one.
    pub style: Option<&'s str>,
    /// Stays with what follows.
    pub keep: bool,
    /// The list that it is an item of.
    pub list: Option<u32>,
    /// The colour of its ground.
    pub ground: Option<&'s str>,
    /// Stands at the right edge in both directions: a number.
    pub number: bool,
    /// Stands at the end of the line.
    pub end: bool,
    /// Stands in the middle.
    pub middle: bool,
}

impl<'s> Set<'s> {
    /// Sets a paragraph in a style.
    pub fn style(style: &'s str) -> Set<'s> {
        Set { style: Some(style), ..Set::default() }
    }
}

/// How a run is set.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ink<'s> {
    pub style: Option<&'s str>,
    pub bold: bool,
    pub color: Option<&'s str>,
    /// Half points.
    pub size: Option<u32>,
}

impl<'b> Body<'b> {
    /// Begins a text.
    pub fn new(look: &'b Look, locale: &'b Locale<'b>, pictures: &'b [Picture<'b>]) -> Body<'b> {
        Body { look, locale, xml: Xml::default(), pictures, lists: 0, headings: 0 }
    }

    /// Gives the number of numbered lists.
    pub fn numbered(&self) -> u32 {
        self.lists
    }

    /// Writes what there is into a part.
    pub fn pour(self, xml: &mut Xml) {
        xml.append(self.xml);
    }

    /// Says a value.
    pub fn say(&self, value: &Value) -> String {
        self.locale.say(value)
    }

    /// Begins a numbered list, and gives its number.
    pub fn list(&mut self) -> u32 {
        self.lists += 1;
        self.lists + 2
    }

    /// Writes a paragraph.
    pub fn paragraph(&mut self, set: Set<'_>, inside: impl FnOnce(&mut Self)) {
        let rtl = self.look.rtl;
        self.element("w:p", &[], |body| {
            body.xml.element("w:pPr", &[], |xml| {
                if let Some(style) = set.style {
                    xml.val("w:pStyle", style);
                }
                if set.keep {
                    xml.empty("w:keepNext", &[]);
                }
                if let Some(list) = set.list {
                    xml.element("w:numPr", &[], |xml| {
                        xml.val("w:ilvl", "0");
                        xml.val("w:numId", &list.to_string());
                    });
                }
                if let Some(fill) = set.ground {
                    xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)]);
                }
                if rtl {
                    xml.empty("w:bidi", &[]);
                }
                // In a paragraph from right to left Word reads `right` as the end of the line.
                match (set.middle, set.end || (set.number && !rtl)) {
                    (true, _) => xml.val("w:jc", "center"),
                    (_, true) => xml.val("w:jc", "right"),
                    _ => {}
                }
            });
            inside(body);
        });
    }

    /// Writes a paragraph of one text; nothing where the text is blank.
    pub fn line(&mut self, set: Set<'_>, text: &str) {
        if !text.is_empty() {
            self.paragraph(set, |body| body.plain(text));
        }
    }

    /// Writes a heading, to which the contents lead.
    pub fn heading(&mut self, style: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        self.headings += 1;
        let (id, name) = (self.headings.to_string(), bookmark(self.headings));
        self.paragraph(Set::style(style), |body| {
            body.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
            body.plain(text);
            body.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        });
    }

    /// Writes runs of narrative.
    pub fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            let style = match span.style {
                SpanStyle::Plain => None,
                SpanStyle::Strong => Some("Strong"),
                SpanStyle::Emphasis => Some("Emphasis"),
                SpanStyle::Complete => Some("Complete"),
            };
            self.run(Ink { style, ..Ink::default() }, &span.text);
        }
    }

    /// Writes a run as its paragraph is set.
    pub fn plain(&mut self, text: &str) {
        self.run(Ink::default(), text);
    }

    /// Writes a text in as many runs as it has directions.
    pub fn run(&mut self, ink: Ink<'_>, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        for (rtl, run) in script::runs(&text, self.look.rtl) {
            self.element("w:r", &[], |body| {
                body.ink(ink, rtl);
                for (i, line) in run.split('\n').enumerate() {
                    if i > 0 {
                        body.xml.empty("w:br", &[]);
                    }
                    for (i, piece) in line.split('\t').enumerate() {
                        if i > 0 {
                            body.xml.empty("w:tab", &[]);
                        }
                        if !piece.is_empty() {
                            body.xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(piece));
                        }
                    }
                }
            });
        }
    }

    fn ink(&mut self, ink: Ink<'_>, rtl: bool) {
        if ink.style.is_none() && !ink.bold && ink.color.is_none() && ink.size.is_none() && !rtl {
            return;
        }
        self.xml.element("w:rPr", &[], |xml| {
            if let Some(style) = ink.style {
                xml.val("w:rStyle", style);
            }
            if ink.bold {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            }
            if let Some(color) = ink.color {
                xml.val("w:color", color);
            }
            if let Some(size) = ink.size {
                xml.val("w:sz", &size.to_string());
                xml.val("w:szCs", &size.to_string());
            }
            if rtl {
                xml.empty("w:rtl", &[]);
                xml.empty("w:lang", &[("w:bidi", "ar-MA")]);
            }
        });
    }

    /// Writes a field, with what it shows until Word works it out.
    pub fn field(&mut self, instruction: &str, shown: &str) {
        self.element("w:fldSimple", &[("w:instr", instruction)], |body| body.plain(shown));
    }

    /// Writes a line with a text at each end, as a table that has no lines.
    pub fn ends(&mut self, style: &str, start: &str, end: impl FnOnce(&mut Self)) {
        let widths = [WIDTH - 2200, 2200];
        self.unruled(&widths, |body| {
            body.cell(widths[0], None, |body| body.paragraph(Set::style(style), |body| body.plain(start)));
            body.cell(widths[1], None, |body| {
                body.paragraph(Set { end: true, ..Set::style(style) }, end);
            });
        });
        self.paragraph(Set::style(style), |_| {});
    }

    /// Writes a table of one row that has no lines.
    pub(super) fn unruled(&mut self, widths: &[u32], row: impl FnOnce(&mut Self)) {
        let rtl = self.look.rtl;
        self.element("w:tbl", &[], |body| {
            body.xml.element("w:tblPr", &[], |xml| {
                if rtl {
                    xml.empty("w:bidiVisual", &[]);
                }
                xml.empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")]);
                xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            });
            body.columns(widths);
            body.tr(false, row);
        });
    }

    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.xml.start(name, attributes);
        inside(self);
        self.xml.end(name);
    }
}

/// Gives the name of the bookmark of a heading.
pub(super) fn bookmark(heading: u32) -> String {
    format!("_Toc{heading:08}")
}
