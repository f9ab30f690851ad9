//! Native charts, beside the tables that they draw.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartRange,
    ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};

use super::layout::{Layout, address};
use super::style::{HAIR, INK, MID, MUTED, PETROL, TINT, TINT_2};
use crate::locale::Locale;
use crate::model::book::{Book, BookChart, BookSheet, ColumnRef, Labels};

/// The most characters of a description, by the format.
const LONGEST_ALT: usize = 255;
/// The charts side by side under cards, and the columns from one to the next.
const ACROSS: usize = 3;
const STEP: u16 = 4;
/// The size of a chart under cards, in pixels, and the rows that it takes.
const SMALL: (u32, u32) = (421, 318);
const SMALL_ROWS: u32 = 17;
/// The sizes of letters, in points.
const SMALL_FONT: u32 = 8;
const HEADING_FONT: u32 = 10;
/// The height of a row, in pixels.
const ROW: u32 = 20;
/// The width of a column of a chart beside tables, in pixels.
const COLUMN: u32 = 64;
/// The width of a chart, in pixels.
const WIDTH: u32 = 600;
/// The space between two charts, in pixels.
const GAP: u32 = 24;

/// Inserts the charts of a sheet: side by side under cards, or one under the other behind the last column of its tables.
/// Gives the last row and column that they take.
pub fn insert(
    worksheet: &mut Worksheet,
    sheet: &BookSheet,
    book: &Book,
    (locale, layout): (&Locale<'_>, &Layout),
    columns: u16,
) -> Result<(u32, u16), XlsxError> {
    let placed = layout.blocks.get(&sheet.tab).map_or(&[][..], Vec::as_slice);
    if sheet.charts.is_empty() {
        return Ok((0, 0));
    }
    if sheet.blocks.iter().any(|block| block.cards) {
        let top = placed.iter().map(|place| place.last).max().unwrap_or(0) + 1;
        let drawn: Vec<Chart> = sheet.charts.iter().filter_map(|chart| bars(chart, book, locale, layout)).collect();
        for (at, mut chart) in drawn.into_iter().enumerate() {
            let (row, column) = (top + (at / ACROSS) as u32 * SMALL_ROWS, (at % ACROSS) as u16 * STEP);
            chart.set_width(SMALL.0).set_height(SMALL.1);
            worksheet.insert_chart(row, column, &chart)?;
        }
        let rows = sheet.charts.len().div_ceil(ACROSS) as u32;
        return Ok((top + rows * SMALL_ROWS, columns - 1));
    }
    let row = placed.first().map_or(0, |first| first.title.unwrap_or(first.head));
    let column = columns + 1;
    let mut offset = 0;
    for chart in &sheet.charts {
        let height = 96 + 24 * chart.rows.1 as u32 + if chart.series.len() > 1 { 12 * chart.rows.1 as u32 } else { 0 };
        let Some(mut drawn) = bars(chart, book, locale, layout) else { continue };
        drawn.set_width(WIDTH).set_height(height);
        worksheet.insert_chart_with_offset(row, column, &drawn, 0, offset)?;
        offset += height + GAP;
    }
    Ok((row + offset / ROW, column + (WIDTH / COLUMN) as u16))
}

/// Draws horizontal bars, the first row at the top. In Arabic they grow from the right.
fn bars(chart: &BookChart, book: &Book, locale: &Locale<'_>, layout: &Layout) -> Option<Chart> {
    let rtl = locale.lang.is_rtl();
    let runs = runs(chart, book);
    if runs.is_empty() {
        return None;
    }
    let mut drawn = Chart::new(if chart.stacked { ChartType::BarStacked } else { ChartType::Bar });
    let tones: [Color; 3] = if chart.series.len() > 1 { [PETROL, TINT_2, MID] } else { [PETROL, MID, HAIR] };
    let digits = match chart.labels {
        Labels::Count => "#,##0",
        Labels::Percent => "0%",
        Labels::Thousands => "#,##0,",
    };
    for (at, &series) in chart.series.iter().enumerate() {
        let (values_sheet, values_top, values_column, _) = layout.column(series)?;
        let line = drawn
            .add_series()
            .set_name((values_sheet, values_top - 1, values_column))
            .set_categories(&range(layout, chart.categories, &runs)?)
            .set_values(&range(layout, series, &runs)?)
            .set_gap(45)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(tones[at % tones.len()])));
        if !chart.stacked {
            let mut label = ChartDataLabel::new();
            label.show_value().set_font(&font(SMALL_FONT, INK, false)).set_num_format(digits);
            line.set_data_label(&label);
        }
    }
    let mut heading = font(HEADING_FONT, PETROL, true);
    let mut title = locale.say(&chart.title);
    if rtl {
        heading.set_right_to_left(true);
        title = format!("\u{202B}{title}\u{202C}");
    }
    drawn.title().set_name(&title).set_font(&heading).set_overlay(false);
    drawn.set_alt_text(cut(&locale.say(&chart.alt)));
    drawn.chart_area().set_format(ChartFormat::new().set_no_border());
    if chart.series.len() > 1 {
        drawn.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(SMALL_FONT, INK, false));
    } else {
        drawn.legend().set_hidden();
    }
    // In a bar chart the format calls the vertical axis y, although it holds the categories.
    drawn.y_axis().set_reverse().set_font(&font(SMALL_FONT, INK, false)).set_major_gridlines(false);
    drawn.y_axis().set_label_interval(1);
    drawn.y_axis().set_format(ChartFormat::new().set_line(ChartLine::new().set_color(HAIR)));
    // Parts that stand on each other leave no room for their numbers: the axis says them.
    if chart.stacked {
        drawn.x_axis().set_min(0).set_font(&font(SMALL_FONT, MUTED, false)).set_num_format(digits);
        drawn.x_axis().set_major_gridlines(true).set_major_gridlines_line(ChartLine::new().set_color(TINT));
        drawn.x_axis().set_label_position(ChartAxisLabelPosition::High);
    } else {
        drawn.x_axis().set_major_gridlines(false).set_min(0).set_hidden(true);
    }
    if rtl {
        drawn.x_axis().set_reverse();
    }
    Some(drawn)
}

/// Gives the first and the last row of each run of rows whose values are all known: spreadsheet programs draw a word such
/// as "not reported" as zero.
fn runs(chart: &BookChart, book: &Book) -> Vec<(u32, u32)> {
    let known = |column, row: usize| {
        let cell = book.column(column).and_then(|column| column.cells.get(row));
        cell.is_some_and(|cell| cell.number().is_some())
    };
    let (first, count) = chart.rows;
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for row in (first..first + count).filter(|&row| chart.series.iter().all(|&column| known(column, row))) {
        let row = row as u32;
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => runs.push((row, row)),
        }
    }
    runs
}

/// Gives the cells of a column in some runs of its rows.
fn range(layout: &Layout, column: ColumnRef, runs: &[(u32, u32)]) -> Option<ChartRange> {
    let (sheet, top, at, _) = layout.column(column)?;
    if let [(first, last)] = runs {
        return Some(ChartRange::new_from_range(sheet, top + first, at, top + last, at));
    }
    let parts: Vec<String> = runs.iter().map(|(first, last)| address(sheet, at, (top + first, top + last))).collect();
    Some(ChartRange::new_from_string(&format!("=({})", parts.join(","))))
}

/// Cuts a description behind a whole figure.
fn cut(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST_ALT {
        return text.to_owned();
    }
    let mut units = 0;
    let room = |letter: &char| {
        units += letter.len_utf16();
        units < LONGEST_ALT
    };
    let kept: String = text.chars().take_while(room).collect();
    let whole = kept.rfind(['\u{60C}', ';', '\u{61B}', ',']).map_or(&*kept, |end| &kept[..end]);
    format!("{whole}\u{2026}")
}

fn font(size: u32, color: Color, bold: bool) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_size(size).set_color(color);
    if bold {
        font.set_bold();
    } else {
        font.unset_bold();
    }
    font
}
