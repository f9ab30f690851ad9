//! Cell addresses of workbooks.

use crate::model::Merged;

/// The rows of a sheet in Excel and LibreOffice.
pub(super) const ROWS: u32 = 1 << 20;
/// The columns of a sheet in Excel and LibreOffice.
pub(super) const COLUMNS: u32 = 1 << 14;

/// Reads an address such as `AB7` as a row and a column from 0. Gives nothing for what lies outside a sheet.
pub(super) fn parse(address: &str) -> Option<(u32, u16)> {
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = address.split_at(letters);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let column = column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        (column <= COLUMNS).then_some(column)
    })?;
    Some((parse_row(digits)?, u16::try_from(column.checked_sub(1)?).ok()?))
}

/// Reads the number of a row, counted from 1, as a row from 0.
pub(super) fn parse_row(digits: &str) -> Option<u32> {
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    digits.parse::<u32>().ok()?.checked_sub(1).filter(|&row| row < ROWS)
}

/// Reads a block such as `B2:C4`.
pub(super) fn parse_block(block: &str) -> Option<Merged> {
    let (first, last) = block.split_once(':')?;
    let (first, last) = (parse(first)?, parse(last)?);
    let ordered = first.0 <= last.0 && first.1 <= last.1;
    ordered.then_some(Merged { rows: (first.0, last.0), columns: (first.1, last.1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: Option<(u32, u16)>) {
        assert_eq!(parse(address), expected, "{address}");
    }

    #[test]
    fn addresses_outside_a_sheet_are_none() {
        check("A1", Some((0, 0)));
        check("ab7", Some((6, 27)));
        check("XFD1048576", Some((1_048_575, 16_383)));
        check("XFE1", None);
        check("A1048577", None);
        check("A0", None);
        check("ZZZZZZ4294967295", None);
        check("A", None);
        check("7", None);
        check("A+1", None);
        check("", None);
    }
}
