//! Delimited text: csv and tsv, in the dialects that spreadsheets write.

use super::address::{COLUMNS, ROWS};
use super::encoding;
use super::feed::{Feed, RowBuilder, Stop};
use super::limits;
use crate::model::{FindingCode, Origin, RawValue, Value};

/// Reads the one sheet of a file. Every field is text; empty fields are left out.
///
/// Rows are numbered as Excel shows them: empty lines count, and a line break inside quotes does not.
pub(super) fn read(bytes: &[u8], relative: &str, feed: &mut Feed<'_>) -> Result<(), Stop> {
    let (text, guessed) = encoding::decode(bytes)?;
    if let Some(name) = guessed {
        feed.note(FindingCode::FileEncoding, "found", Value::code(name));
    }
    if text.trim().is_empty() {
        return Err(Stop::because("reason-empty"));
    }
    feed.sheet(sheet_name(relative), false)?;
    let (delimiter, text) = declared(&text).unwrap_or_else(|| (tell_delimiter(&text), &text));
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut record = ::csv::StringRecord::new();
    let mut at = 0_u32;
    loop {
        // The reader passes over empty lines in silence, so they are counted here.
        at = at.saturating_add(empty_lines(text, reader.position().byte()));
        if !reader.read_record(&mut record).map_err(|_| Stop::because("reason-damaged"))? {
            break;
        }
        if at >= ROWS {
            return Err(limits::over_count("limit-rows", u64::from(ROWS), u64::from(at) + 1));
        }
        let mut line = RowBuilder::new(at);
        for (column, field) in record.iter().enumerate().filter(|(_, field)| !field.is_empty()) {
            if column >= COLUMNS as usize {
                feed.damaged_cell(at, Origin::WHOLE_ROW, "reason-cell-outside")?;
                break;
            }
            line.push(column as u16, RawValue::Text(field.to_owned()))?;
        }
        line.flush(0, feed)?;
        at += 1;
    }
    // A quote that is never closed swallows the rest of the file into one field.
    let open = text.bytes().filter(|&byte| byte == b'"').count() % 2 == 1;
    if open && record_swallowed(text) {
        return Err(Stop::because("reason-quote-open"));
    }
    feed.end_sheet();
    Ok(())
}

/// Gives the name of the sheet: what follows `--` in the name of the file, or its whole stem.
fn sheet_name(relative: &str) -> &str {
    let file = relative.rsplit(['/', '\\']).next().unwrap_or(relative);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.rsplit_once("--").map_or(stem, |(_, sheet)| sheet).trim()
}

/// Reads the line `sep=;` that Excel takes as a declaration, and gives the text after it.
fn declared(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let delimiter = first.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=")?;
    let &[delimiter] = delimiter.as_bytes() else { return None };
    Some((delimiter, rest))
}

/// The delimiters that are looked for, the likelier first.
const DELIMITERS: [u8; 4] = [b';', b'\t', b',', b'|'];

/// Finds the delimiter that cuts the most of the first lines into the same number of fields. One that cuts the first
/// line so weighs double: headings hold fewer stray commas than texts and amounts do.
fn tell_delimiter(text: &str) -> u8 {
    const LINES: usize = 50;
    let mut best = (0, DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let counts = field_counts(text, delimiter, LINES);
        let usual = counts
            .iter()
            .copied()
            .max_by_key(|&fields| (counts.iter().filter(|&&other| other == fields).count() * (fields - 1), fields));
        let Some(usual) = usual else { continue };
        let same = counts.iter().filter(|&&fields| fields == usual).count();
        let heading = if counts.first() == Some(&usual) { 2 } else { 1 };
        let score = same * (usual - 1) * heading;
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

/// Counts the fields of the first records that are not empty, outside quotes.
fn field_counts(text: &str, delimiter: u8, lines: usize) -> Vec<usize> {
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut record = ::csv::ByteRecord::new();
    let mut counts = Vec::new();
    while counts.len() < lines && reader.read_byte_record(&mut record).unwrap_or(false) {
        counts.push(record.len());
    }
    counts
}

/// Counts the empty lines that start at a byte.
fn empty_lines(text: &str, from: u64) -> u32 {
    let from = usize::try_from(from).unwrap_or(usize::MAX).min(text.len());
    let bytes = text.as_bytes();
    let mut rest = &bytes[from..];
    // The reader stops between the two characters of a line end.
    if from > 0 && bytes[from - 1] == b'\r' && rest.first() == Some(&b'\n') {
        rest = &rest[1..];
    }
    let mut lines = 0_u32;
    loop {
        rest = match rest {
            [b'\r', b'\n', rest @ ..] | [b'\n' | b'\r', rest @ ..] => rest,
            _ => return lines,
        };
        lines = lines.saturating_add(1);
    }
}

/// Tells whether the last quote of a text opens a field: it stands at the start of a line or after a delimiter, and
/// lines follow.
fn record_swallowed(text: &str) -> bool {
    let Some(at) = text.rfind('"') else { return false };
    let before = text[..at].chars().next_back();
    let opens =
        before.is_none_or(|before| before == '\n' || before == '\r' || DELIMITERS.map(char::from).contains(&before));
    opens && text[at..].trim_end().contains(['\n', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: char) {
        assert_eq!(char::from(tell_delimiter(text)), expected, "{text}");
    }

    #[test]
    fn delimiters_are_told_by_consistency() {
        check("a;b;c\n1;2;3\n", ';');
        check("a,b,c\n1,2,3\n", ',');
        check("a\tb\n1,5\t2,5\n", '\t');
        check("a|b|c\n1|2|3\n", '|');
        check("id;montant\n1;1 234,56\n2;12,5\n3;7,25\n", ';');
        check("id,montant\n1,\"1 234;56\"\n2,\"a;b;c\"\n", ',');
        check("titre de la feuille\n\nid;nom;lieu\n1;a, b, c;d\n2;e;f\n", ';');
        check("une seule colonne\nvaleur\n", ';');
        check("id,theme,lieu\n1,\"eau; sol; air\",Agadir\n2,\"eau; mer; air\",Fès\n", ',');
        check("", ';');
    }

    #[track_caller]
    fn check_name(relative: &str, expected: &str) {
        assert_eq!(sheet_name(relative), expected);
    }

    #[test]
    fn a_csv_names_its_sheet() {
        check_name("haouz/HAO-2026--activities.csv", "activities");
        check_name("a--b--funding.csv", "funding");
        check_name("أنشطة.csv", "أنشطة");
        check_name("export.2026.csv", "export.2026");
    }

    #[test]
    fn a_declared_delimiter_wins() {
        assert_eq!(declared("sep=|\r\na;b|c"), Some((b'|', "a;b|c")));
        assert_eq!(declared("separe=1\na"), None);
    }
}
