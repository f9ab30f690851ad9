//! Native charts, beside the tables that they draw.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType, Color,
    Worksheet, XlsxError,
};

use super::layout::Layout;
use super::style::{HAIR, INK, MID, PETROL};
use crate::locale::Locale;
use crate::model::book::{BookChart, BookSheet};

/// The width of a chart, in pixels.
const WIDTH: u32 = 600;
/// The space between two charts, in pixels.
const GAP: u32 = 24;

/// Inserts the charts of a sheet one under the other, from a cell on.
pub fn insert(
    worksheet: &mut Worksheet,
    sheet: &BookSheet,
    locale: &Locale<'_>,
    layout: &Layout,
    (row, column): (u32, u16),
) -> Result<(), XlsxError> {
    let mut offset = 0;
    for chart in &sheet.charts {
        let height = 96 + 24 * chart.rows.1 as u32 + if chart.series.len() > 1 { 12 * chart.rows.1 as u32 } else { 0 };
        let Some(mut drawn) = bars(chart, locale, layout) else { continue };
        drawn.set_width(WIDTH).set_height(height);
        worksheet.insert_chart_with_offset(row, column, &drawn, 0, offset)?;
        offset += height + GAP;
    }
    Ok(())
}

/// Draws horizontal bars, the first row at the top. In Arabic they grow from the right.
fn bars(chart: &BookChart, locale: &Locale<'_>, layout: &Layout) -> Option<Chart> {
    let rtl = locale.lang.is_rtl();
    let mut drawn = Chart::new(if chart.stacked { ChartType::BarStacked } else { ChartType::Bar });
    let (sheet, top, column, _) = layout.column(chart.categories)?;
    let first = top + chart.rows.0 as u32;
    let last = first + (chart.rows.1 as u32).saturating_sub(1);
    let tones: [Color; 3] = if chart.series.len() > 1 { [MID, PETROL, HAIR] } else { [PETROL, MID, HAIR] };
    for (at, &series) in chart.series.iter().enumerate() {
        let (values_sheet, values_top, values_column, _) = layout.column(series)?;
        let values_first = values_top + chart.rows.0 as u32;
        let values_last = values_first + last - first;
        let mut label = ChartDataLabel::new();
        label.show_value().set_font(&font(9, INK, false));
        label.set_num_format(if chart.percent { "0%" } else { "#,##0" });
        drawn
            .add_series()
            .set_name((values_sheet, values_top - 1, values_column))
            .set_categories((sheet, first, column, last, column))
            .set_values((values_sheet, values_first, values_column, values_last, values_column))
            .set_gap(45)
            .set_data_label(&label)
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(tones[at % tones.len()])));
    }
    drawn.title().set_name(&locale.say(&chart.title)).set_font(&font(12, PETROL, true)).set_overlay(false);
    drawn.set_alt_text(locale.say(&chart.alt));
    drawn.chart_area().set_format(ChartFormat::new().set_no_border());
    if chart.series.len() > 1 {
        drawn.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(9, INK, false));
    } else {
        drawn.legend().set_hidden();
    }
    // In a bar chart the format calls the vertical axis y, although it holds the categories.
    drawn.y_axis().set_reverse().set_font(&font(9, INK, false)).set_major_gridlines(false);
    drawn.y_axis().set_format(ChartFormat::new().set_line(ChartLine::new().set_color(HAIR)));
    drawn.x_axis().set_major_gridlines(false).set_min(0).set_hidden(true);
    if rtl {
        drawn.x_axis().set_reverse();
    }
    Some(drawn)
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
