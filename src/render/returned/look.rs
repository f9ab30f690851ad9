//! The looks of a copied cell: how its value is shown, and how a wrong one stands out.
//!
//! An error is told by ground, frame and weight, a warning by ground, dashes and slant: either is seen without colours.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::model::Severity;
use crate::render::xlsx::style::{INK, OCHRE, TINT};

/// The frame of an error.
const RED: Color = Color::RGB(0x9B1C1C);
/// The ground of an error.
const RED_TINT: Color = Color::RGB(0xF3C1BB);
/// The ground of a warning.
const AMBER_TINT: Color = Color::RGB(0xFFF0C2);

/// How a value is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// As the program pleases.
    General,
    /// A long whole number with all its digits.
    Digits,
    /// A share with this many decimals.
    Percent(u8),
    /// A day.
    Day,
    /// A day and an hour.
    Moment,
    /// A text that a program could take for a number.
    Text,
}

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Look {
    /// How its value is shown.
    pub shape: Shape,
    /// The weight of what was found there.
    pub severity: Option<Severity>,
    /// Whether it is a heading.
    pub heading: bool,
}

/// The formats of one workbook.
pub struct Looks {
    rtl: bool,
    known: BTreeMap<Look, Format>,
}

impl Looks {
    /// Starts without formats.
    pub fn new(rtl: bool) -> Self {
        Looks { rtl, known: BTreeMap::new() }
    }

    /// Gives the format of a look.
    pub fn get(&mut self, look: Look) -> &Format {
        let rtl = self.rtl;
        self.known.entry(look).or_insert_with_key(|look| format(*look, rtl))
    }
}

fn format(look: Look, rtl: bool) -> Format {
    let mut format = Format::new().set_font_name("Calibri").set_font_size(10).set_font_color(INK);
    format = format.set_align(FormatAlign::VerticalCenter);
    format = match look.shape {
        Shape::General => format,
        Shape::Digits => format.set_num_format("0"),
        Shape::Percent(0) => format.set_num_format("0%"),
        Shape::Percent(decimals) => format.set_num_format(format!("0.{}%", "0".repeat(usize::from(decimals)))),
        Shape::Day => format.set_num_format("dd/mm/yyyy"),
        Shape::Moment => format.set_num_format("dd/mm/yyyy hh:mm:ss"),
        Shape::Text => format.set_num_format("@"),
    };
    if rtl {
        format = format.set_reading_direction(2);
    }
    if look.heading {
        format = format.set_bold().set_text_wrap().set_background_color(TINT).set_border_bottom(FormatBorder::Thin);
    }
    match look.severity {
        Some(Severity::Error) => {
            format.set_bold().set_background_color(RED_TINT).set_border(FormatBorder::Medium).set_border_color(RED)
        }
        Some(Severity::Warning) => format
            .set_italic()
            .set_background_color(AMBER_TINT)
            .set_border(FormatBorder::Dashed)
            .set_border_color(OCHRE),
        _ => format,
    }
}
