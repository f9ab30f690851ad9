//! Logos in the text.

use super::parts;
use super::xml::Xml;
use crate::model::Report;
use crate::render::logo::Emblem;

/// The namespace of places in the text; those of what stands there are written where it does.
pub(super) const NAMESPACE: (&str, &str) =
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
/// Word counts lengths in these parts of a millimetre.
const PARTS: f64 = 36_000.0;

/// The logo of an association.
pub(super) struct Picture<'l> {
    /// The place of the association in the report.
    pub party: usize,
    logo: &'l Emblem,
}

/// Finds the logos that Word draws, in the order of the associations.
pub(super) fn of<'l>(report: &Report, logos: &'l [Emblem]) -> Vec<Picture<'l>> {
    let drawn = |country: &str| logos.iter().find(|logo| logo.country == *country && logo.path.ends_with(".png"));
    let parties = report.imprint.parties.iter().enumerate();
    parties.filter_map(|(party, name)| Some(Picture { party, logo: drawn(&name.country)? })).collect()
}

impl Picture<'_> {
    /// Gives the part in which it stands, as the text refers to it.
    pub fn target(&self) -> String {
        format!("media/logo{}.png", self.party + 1)
    }

    /// Gives the file.
    pub fn bytes(&self) -> &[u8] {
        &self.logo.bytes
    }

    /// Writes it as a run; `name` is for those who can't see it.
    pub fn draw(&self, xml: &mut Xml, at: usize, name: &str) {
        let [width, height] = [self.logo.size.0, self.logo.size.1].map(|mm| format!("{:.0}", mm * PARTS));
        let size = [("cx", &*width), ("cy", &*height)];
        let id = (at + 1).to_string();
        let edges = ["distT", "distB", "distL", "distR"].map(|edge| (edge, "0"));
        xml.element("w:r", &[], |xml| {
            xml.element("w:drawing", &[], |xml| {
                xml.element("wp:inline", &edges, |xml| {
                    xml.empty("wp:extent", &size);
                    xml.empty("wp:docPr", &[("id", &id), ("name", &self.target()), ("descr", name)]);
                    xml.element("a:graphic", &[("xmlns:a", DRAWING)], |xml| {
                        xml.element("a:graphicData", &[("uri", PICTURE)], |xml| self.picture(xml, at, &size));
                    });
                });
            });
        });
    }

    fn picture(&self, xml: &mut Xml, at: usize, size: &[(&str, &str)]) {
        xml.element("pic:pic", &[("xmlns:pic", PICTURE)], |xml| {
            xml.element("pic:nvPicPr", &[], |xml| {
                xml.empty("pic:cNvPr", &[("id", "0"), ("name", &self.target())]);
                xml.empty("pic:cNvPicPr", &[]);
            });
            xml.element("pic:blipFill", &[], |xml| {
                xml.empty("a:blip", &[("r:embed", &parts::picture_relation(at))]);
                xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
            });
            xml.element("pic:spPr", &[], |xml| {
                xml.element("a:xfrm", &[], |xml| {
                    xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                    xml.empty("a:ext", size);
                });
                xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
            });
        });
    }
}
