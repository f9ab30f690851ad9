//! What the eye takes in before it reads: bars in the cells of shares, and small lines of what came one after another.

use rust_xlsxwriter::{
    ConditionalFormatDataBar, ConditionalFormatDataBarDirection, ConditionalFormatType, Sparkline, SparklineType,
    Worksheet, XlsxError,
};

use super::layout::Placed;
use super::style::{OCHRE, PETROL, TINT_2};
use crate::model::book::{Block, BookCell, BookColumn, Tab};
use crate::model::{Lang, Value};

/// Draws bars from 0 to 100 % in the columns of a block that hold shares and no other number.
pub fn bars(worksheet: &mut Worksheet, tab: Tab, block: &Block, place: &Placed, lang: Lang) -> Result<(), XlsxError> {
    if tab.is_data() {
        return Ok(());
    }
    let direction = if lang.is_rtl() {
        ConditionalFormatDataBarDirection::RightToLeft
    } else {
        ConditionalFormatDataBarDirection::LeftToRight
    };
    for (_, at) in block.columns.iter().zip(0_u16..).filter(|(column, _)| holds_shares(column)) {
        let bar = ConditionalFormatDataBar::new()
            .set_minimum(ConditionalFormatType::Number, 0)
            .set_maximum(ConditionalFormatType::Number, 1)
            .set_fill_color(TINT_2)
            .set_negative_fill_color(OCHRE)
            .set_solid_fill(true)
            .set_border_off(true)
            .set_direction(direction.clone());
        worksheet.add_conditional_format(place.head + 1, at, place.head + place.height, at, &bar)?;
    }
    Ok(())
}

/// Says whether a column holds shares and no other number.
pub fn holds_shares(column: &BookColumn) -> bool {
    let numbers = || column.cells.iter().filter(|cell| cell.number().is_some());
    let share = |cell: &BookCell| {
        matches!(
            cell.shown(),
            BookCell::Value(Value::Percent(..))
                | BookCell::Computed(Value::Percent(..))
                | BookCell::Formula(_, Some(Value::Percent(..)))
        )
    };
    numbers().count() > 1 && numbers().all(share)
}

/// Draws the first cells of a column as a small row of columns, which grow from zero.
pub fn spark(
    worksheet: &mut Worksheet,
    (row, column): (u32, u16),
    drawn: Option<(&str, u32, u16, u32)>,
    rows: usize,
    lang: Lang,
) -> Result<(), XlsxError> {
    let Some((sheet, first, values, height)) = drawn else { return Ok(()) };
    let rows = height.min(rows as u32);
    if rows < 2 {
        return Ok(());
    }
    let spark = Sparkline::new()
        .set_range((sheet, first, values, first + rows - 1, values))
        .set_type(SparklineType::Column)
        .set_custom_min(0)
        .set_right_to_left(lang.is_rtl())
        .set_sparkline_color(PETROL);
    worksheet.add_sparkline(row, column, &spark)?;
    Ok(())
}
