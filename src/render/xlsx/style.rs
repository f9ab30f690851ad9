//! The looks of a workbook: the palette of the reports, and one format a look.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::model::Lang;

/// Text and strong rules.
pub const INK: Color = Color::RGB(0x17212B);
/// Achieved; titles.
pub const PETROL: Color = Color::RGB(0x0C4A5F);
/// Captions, units, sources.
pub const MUTED: Color = Color::RGB(0x56626D);
/// Not reported, late, short, provisional.
pub const OCHRE: Color = Color::RGB(0x9A5410);
/// Under way; graphics only.
pub const MID: Color = Color::RGB(0x6A95A4);
/// Hairlines.
pub const HAIR: Color = Color::RGB(0xB8C2C9);
/// Heads of tables.
pub const TINT: Color = Color::RGB(0xE4EDF0);
/// Heads of helper columns.
pub const TINT_2: Color = Color::RGB(0xA9C4CD);
/// The ground of what is missing.
pub const OCHRE_TINT: Color = Color::RGB(0xF7EBDD);
/// The ground of every second row of a list.
pub const BAND: Color = Color::RGB(0xF5F9FA);
/// The ground of a value without formula.
pub const GREY: Color = Color::RGB(0xF1F3F5);

/// How a number or text is shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// Text on one line.
    Text,
    /// Text over several lines.
    Wrapped,
    /// The heading of a column of numbers.
    NumberHead,
    /// A number with this many decimals.
    Number(u8),
    /// A number with its sign.
    Signed(u8),
    /// A number without groups.
    Bare,
    /// A share with this many decimals.
    Percent(u8),
    /// An amount with its currency.
    Money(Box<str>),
    /// A day.
    Date,
}

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// A cell of a table.
    Plain,
    /// The head of a group of rows, or a total.
    Strong,
    /// A value that leads elsewhere.
    Link,
    /// Missing, late, short.
    Missing,
    /// Where a row was read.
    Source,
    /// A helper column.
    Helper,
    /// A value without formula.
    Computed,
    /// The head of a column.
    Head,
    /// The head of a column that says where a row was read.
    SourceHead,
    /// The head of a helper column.
    HelperHead,
    /// The head of a required column.
    RequiredHead,
    /// The title of a sheet.
    Title,
    /// The title of a table.
    Subtitle,
    /// A line under a title.
    Lead,
    /// A remark.
    Note,
    /// A stamp or warning.
    Warning,
    /// An example that is never read.
    Example,
    /// The label of a card.
    CardHead,
    /// The figure of a card.
    Card,
    /// The line under the figure of a card.
    CardFoot,
    /// A filled cell of a work plan.
    Bar,
}

/// The formats of one workbook.
pub struct Styles {
    lang: Lang,
    known: BTreeMap<(Shape, Tone), Format>,
}

impl Styles {
    /// Starts without formats.
    pub fn new(lang: Lang) -> Self {
        Styles { lang, known: BTreeMap::new() }
    }

    /// Gives the format of a look.
    pub fn get(&mut self, shape: Shape, tone: Tone) -> &Format {
        let lang = self.lang;
        self.known.entry((shape, tone)).or_insert_with_key(|(shape, tone)| format(lang, shape, *tone))
    }
}

fn format(lang: Lang, shape: &Shape, tone: Tone) -> Format {
    let rtl = lang.is_rtl();
    let start = if rtl { FormatAlign::Right } else { FormatAlign::Left };
    let mut format = Format::new().set_font_name("Calibri").set_font_size(10).set_font_color(INK);
    format = format.set_align(FormatAlign::VerticalCenter);
    if rtl {
        format = format.set_reading_direction(2);
    }
    let number = |digits: &str, decimals: u8| {
        let places = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(usize::from(decimals))) };
        format!("{digits}{places}")
    };
    if !matches!(tone, Tone::Title | Tone::Subtitle | Tone::Lead | Tone::Note | Tone::Warning) {
        format = format.set_indent(1);
    }
    format = match shape {
        Shape::Text => format.set_align(start),
        Shape::Wrapped => format.set_align(start).set_text_wrap(),
        Shape::NumberHead => format.set_align(FormatAlign::Right).set_text_wrap(),
        Shape::Number(decimals) => format.set_num_format(number("#,##0", *decimals)).set_align(FormatAlign::Right),
        Shape::Signed(decimals) => {
            let digits = number("#,##0", *decimals);
            format.set_num_format(format!("+{digits};\u{2212}{digits};0")).set_align(FormatAlign::Right)
        }
        Shape::Bare => format.set_num_format("General").set_align(FormatAlign::Right),
        Shape::Percent(decimals) => {
            let space = if lang == Lang::Fr { "\u{A0}" } else { "" };
            format.set_num_format(format!("{}{space}%", number("0", *decimals))).set_align(FormatAlign::Right)
        }
        Shape::Money(currency) => {
            let unit = currency.replace('"', "");
            format.set_num_format(format!("#,##0\"\u{A0}{unit}\"")).set_align(FormatAlign::Right)
        }
        Shape::Date => format.set_num_format("dd/mm/yyyy").set_align(FormatAlign::Right),
    };
    let ruled = |format: Format| format.set_border_bottom(FormatBorder::Hair).set_border_bottom_color(HAIR);
    let head = |format: Format, ground: Color| {
        format
            .set_bold()
            .set_text_wrap()
            .set_background_color(ground)
            .set_border_top(FormatBorder::Medium)
            .set_border_top_color(INK)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(INK)
    };
    let card = |format: Format| format.set_background_color(TINT);
    match tone {
        Tone::Plain => ruled(format),
        Tone::Strong => ruled(format).set_bold().set_font_color(PETROL),
        Tone::Link => ruled(format).set_font_color(PETROL).set_underline(FormatUnderline::Single),
        Tone::Missing => ruled(format).set_font_color(OCHRE),
        Tone::Source => ruled(format).set_font_color(MUTED),
        Tone::Helper => ruled(format).set_font_color(MUTED).set_background_color(GREY),
        Tone::Computed => ruled(format).set_background_color(GREY),
        Tone::Head => head(format, TINT),
        Tone::SourceHead => head(format, Color::White).set_font_color(MUTED),
        Tone::HelperHead => head(format, TINT_2),
        Tone::RequiredHead => head(format, PETROL).set_font_color(Color::White),
        Tone::Title => format.set_font_size(18).set_bold().set_font_color(PETROL),
        Tone::Subtitle => format.set_font_size(12).set_bold().set_font_color(PETROL),
        Tone::Lead => format.set_align(FormatAlign::Top),
        Tone::Note => format.set_font_color(MUTED).set_align(FormatAlign::Top),
        Tone::Warning => format.set_bold().set_font_color(OCHRE).set_background_color(OCHRE_TINT),
        Tone::CardHead => card(format)
            .set_font_size(9)
            .set_font_color(MUTED)
            .set_border_top(FormatBorder::Medium)
            .set_border_top_color(PETROL),
        Tone::Card => card(format).set_font_size(16).set_shrink().set_bold().set_font_color(PETROL).set_align(start),
        Tone::CardFoot => {
            let high = matches!(shape, Shape::Number(_));
            let format = if high { format.set_num_format("\u{2264}\u{A0}#,##0") } else { format };
            card(format).set_font_size(9).set_font_color(MUTED).set_align(start)
        }
        // The sign takes the colour of its ground: a program that reads the sheet aloud still finds it.
        Tone::Bar => ruled(format).set_font_color(MID).set_background_color(MID),
        Tone::Example => ruled(format).set_font_color(OCHRE).set_background_color(OCHRE_TINT),
    }
}
