//! Logos made ready for pages: that each can be drawn, and how large it stands in its box.

use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::Event;
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

use crate::error::{Error, Result};
use crate::model::{Code, Logo, Value};

/// The box of a logo in millimetres: as wide as four columns of `look.typ`.
const BOX: (f64, f64) = (54.0, 19.0);
/// The area that a logo covers, in square millimetres: logos of all forms look equally large.
const AREA: f64 = 480.0;
/// The most pixels of a PNG, in millions: an A4 page at 300 dpi has nine.
const PIXELS: u64 = 12;

/// A logo that can be drawn.
pub struct Emblem {
    pub country: Code,
    /// The path under which templates read it.
    pub path: String,
    /// Its width and height on the page, in millimetres.
    pub size: (f64, f64),
    pub bytes: Bytes,
}

impl Emblem {
    /// Makes a logo ready.
    ///
    /// # Errors
    ///
    /// A file that is broken, too many pixels, or an SVG that wants a picture from elsewhere.
    pub fn new(logo: &Logo) -> Result<Emblem> {
        let path = format!("logos/{}", logo.file);
        let bytes = Bytes::new(logo.bytes.clone());
        let wrong = |what| Error::setup(&path, what);
        let broken =
            |detail: String| wrong(Value::phrase("setup-logo-broken", [("detail", Value::code(detail.trim()))]));
        let svg = Path::new(&*logo.file).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg"));
        let (width, height) = if svg {
            if let Some(linked) = linked(&logo.bytes) {
                return Err(wrong(Value::phrase("setup-logo-linked", [("linked", Value::code(linked))])));
            }
            let image = SvgImage::new(bytes.clone()).map_err(|error| broken(format!("{error:?}")))?;
            (image.width(), image.height())
        } else {
            let (width, height) = pixels(&logo.bytes).ok_or_else(|| wrong(Value::key("setup-logo-no-png")))?;
            if u64::from(width) * u64::from(height) > PIXELS * 1_000_000 {
                return Err(wrong(Value::phrase("setup-logo-pixels", [("most", Value::count(PIXELS))])));
            }
            let image = RasterImage::plain(bytes.clone(), ExchangeFormat::Png).map_err(|error| broken(error.into()))?;
            (f64::from(image.width()), f64::from(image.height()))
        };
        Ok(Emblem { country: logo.country.clone(), path, size: fit(width, height), bytes })
    }
}

/// Gives the size at which a picture covers the common area, or less where its box ends first.
fn fit(width: f64, height: f64) -> (f64, f64) {
    let scale = (AREA / (width * height)).sqrt().min(BOX.0 / width).min(BOX.1 / height);
    (width * scale, height * scale)
}

/// Reads the width and height of a PNG from its head, before anything is unpacked.
fn pixels(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| Some(u32::from_be_bytes(head.get(at..at + 4)?.try_into().ok()?));
    Some((number(8)?, number(12)?))
}

/// Finds the first picture that an SVG wants from another file or the network.
fn linked(svg: &[u8]) -> Option<String> {
    let mut reader = Reader::from_reader(svg);
    loop {
        let tag = match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => tag,
            Event::Eof => return None,
            _ => continue,
        };
        if !["image", "use", "feImage"].contains(&tag.local_name().as_ref()) {
            continue;
        }
        let mut attributes = tag.attributes();
        let attributes = attributes.with_checks(false).flatten();
        let links = attributes.filter(|attribute| attribute.key.local_name().as_ref() == "href");
        let mut links = links.map(|attribute| attribute.value.trim().to_owned());
        if let Some(link) = links.find(|link| !link.starts_with('#') && !link.starts_with("data:")) {
            return Some(link);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100">"##;

    #[track_caller]
    fn check(file: &str, bytes: impl Into<Vec<u8>>, expected: std::result::Result<(f64, f64), &str>) {
        match Emblem::new(&Logo { country: "MA".into(), file: file.into(), bytes: bytes.into() }) {
            Ok(emblem) => {
                let size = expected.unwrap();
                assert!((emblem.size.0 - size.0).abs() < 0.1 && (emblem.size.1 - size.1).abs() < 0.1);
            }
            Err(error) => assert!(format!("{error:?}").contains(expected.unwrap_err()), "{error:?}"),
        }
    }

    #[test]
    fn logos_of_all_forms_cover_the_same_area_of_equal_boxes() {
        check("MA.svg", format!("{SVG}<path d='M0 0h300v100z'/></svg>"), Ok((37.9, 12.6)));
        check("MA.svg", SVG.replace("300", "100") + "</svg>", Ok((19.0, 19.0)));
        check("MA.svg", SVG.replace("300", "2000") + "</svg>", Ok((54.0, 2.7)));
    }

    #[test]
    fn a_logo_that_cannot_be_drawn_is_told() {
        check("MA.svg", "", Err("setup-logo-broken"));
        check("MA.svg", "<svg", Err("setup-logo-broken"));
        check("MA.svg", format!("{SVG}<image href='seal.png'/></svg>"), Err("setup-logo-linked"));
        check("MA.svg", format!("{SVG}<image href='https://example.org/a.png'/></svg>"), Err("setup-logo-linked"));
        check("MA.svg", format!("{SVG}<use href='#a'/></svg>"), Ok((37.9, 12.6)));
        check("MA.png", "GIF89a", Err("setup-logo-no-png"));
        let huge = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\0\0\0\x01\0\0";
        check("MA.png", *huge, Err("setup-logo-pixels"));
        check("MA.png", *b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01", Err("setup-logo-broken"));
    }
}
