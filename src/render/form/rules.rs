//! Drop-downs and checks of cells. A check warns and never refuses: `n/a` and `néant` are good answers in a column of
//! numbers.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, XlsxError};

use super::lists::Lists;
use crate::locale::Locale;
use crate::model::Kind;
use crate::model::schema::Column;

/// The largest number that a check lets pass without a word.
const LARGEST: f64 = 1e15;

/// Gives the drop-down or the check of a column, where its kind has one.
pub fn rule(column: &Column, lists: &Lists, locale: &Locale<'_>) -> Result<Option<DataValidation>, XlsxError> {
    let rule = DataValidation::new();
    let rule = match column.kind {
        Kind::One(list) => match lists.range(list) {
            Some(range) => rule.allow_list_formula(range),
            None => return Ok(None),
        },
        // Several entries are typed with a semicolon between, which no list allows: the drop-down only helps.
        Kind::Many(list) => match lists.range(list) {
            Some(range) => return Ok(Some(rule.allow_list_formula(range).show_error_message(false))),
            None => return Ok(None),
        },
        Kind::Count => rule.allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)),
        Kind::Money => rule.allow_decimal_number(DataValidationRule::Between(0.0, LARGEST)),
        Kind::Number => rule.allow_decimal_number(DataValidationRule::Between(-LARGEST, LARGEST)),
        Kind::Year => rule.allow_whole_number(DataValidationRule::Between(1990, 2100)),
        Kind::Date => rule.allow_date(DataValidationRule::Between(
            ExcelDateTime::from_ymd(1990, 1, 1)?,
            ExcelDateTime::from_ymd(2100, 12, 31)?,
        )),
        Kind::Id | Kind::Ids | Kind::Text | Kind::Prose | Kind::Period => return Ok(None),
    };
    let key = match column.kind {
        Kind::One(_) => "form-check-list",
        Kind::Count => "form-check-count",
        Kind::Money => "form-check-money",
        Kind::Number => "form-check-number",
        Kind::Year => "form-check-year",
        _ => "form-check-date",
    };
    let rule = rule
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title(locale.text("form-check-title"))?
        .set_error_message(locale.text(key))?;
    Ok(Some(rule))
}
