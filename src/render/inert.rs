//! Texts of senders in csv files, of which a spreadsheet must not make formulas.

/// The signs with which a spreadsheet begins a formula, the wide ones of East Asian keyboards among them.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// The signs at which a program may part a line into cells.
const PARTING: [char; 6] = [',', ';', '\t', '\r', '\n', '|'];

/// Keeps a text, and each part of it that could become a cell, from being read as a formula: an apostrophe stands
/// before the sign.
pub fn inert(text: &str) -> String {
    escape(text, true, |sign| format!("'{sign}"))
}

/// Does the same inside the texts of JSON, where the sign is written by its number and stays what it was.
pub fn inert_json(json: &str) -> String {
    escape(json, false, |sign| format!("\\u{:04x}", u32::from(sign)))
}

/// Replaces the signs of formulas at the beginning of a cell.
fn escape(text: &str, mut begins: bool, replace: impl Fn(char) -> String) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if begins && FORMULA.contains(&letter) {
            escaped.push_str(&replace(letter));
        } else {
            escaped.push(letter);
        }
        // Blanks and quotes before a sign may be taken off by the program that opens the file.
        begins = PARTING.contains(&letter) || (begins && matches!(letter, ' ' | '"' | '\''));
    }
    escaped
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn no_part_of_a_line_is_a_formula() {
        #[track_caller]
        fn check(text: &str, expected: &str) {
            assert_eq!(inert(text), expected);
        }
        check("=1+1", "'=1+1");
        check("a-b=c.xlsx", "a-b=c.xlsx");
        check("a,=1+1.xlsx", "a,'=1+1.xlsx");
        check("\t@SUM(A1)", "\t'@SUM(A1)");
        check(" +33 5", " '+33 5");
        check("＝1", "'＝1");
        let json = serde_json::to_string(&BTreeMap::from([("found", "a,=cmd|' /C calc'!A0;-2")])).unwrap();
        let inert = inert_json(&json);
        assert!(!inert.contains(",=") && !inert.contains(";-"), "{inert}");
        let back: BTreeMap<String, String> = serde_json::from_str(&inert).unwrap();
        assert_eq!(back["found"], "a,=cmd|' /C calc'!A0;-2");
    }
}
