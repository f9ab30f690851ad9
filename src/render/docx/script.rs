//! Cuts a text into runs of one direction: Word takes fonts, sizes and the order of signs from the run.

const LRI: char = '\u{2066}';
const RLI: char = '\u{2067}';
const FSI: char = '\u{2068}';
const PDI: char = '\u{2069}';

/// Cuts a text into runs, each with true where it runs from right to left. A neutral sign goes with its neighbours where
/// they agree, else with the paragraph; between isolates it goes with what the isolate says.
pub(super) fn runs(text: &str, rtl: bool) -> Vec<(bool, &str)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut directions = vec![rtl; chars.len()];
    resolve(&chars, rtl, &mut directions);
    let mut runs = Vec::new();
    let mut start = 0;
    for (i, (at, _)) in chars.iter().enumerate().skip(1) {
        if directions[i] != directions[i - 1] {
            runs.push((directions[i - 1], &text[start..*at]));
            start = *at;
        }
    }
    if let Some(last) = directions.last() {
        runs.push((*last, &text[start..]));
    }
    runs
}

/// Sets the direction of each character of a stretch whose own direction is `rtl`.
fn resolve(chars: &[(usize, char)], rtl: bool, directions: &mut [bool]) {
    // What stands between isolates is a stretch of its own, and a neutral sign for those around.
    let mut sides: Vec<Option<bool>> = Vec::with_capacity(chars.len());
    let mut i = 0;
    while i < chars.len() {
        let opening = chars[i].1;
        if let Some(end) = matches!(opening, LRI | RLI | FSI).then(|| closing(&chars[i..])).flatten() {
            let (inside, own) = (&chars[i + 1..i + end], &mut directions[i..=i + end]);
            let inner = match opening {
                LRI => false,
                RLI => true,
                _ => inside.iter().find_map(|(_, c)| strong(*c)).unwrap_or(false),
            };
            own.fill(inner);
            resolve(inside, inner, &mut own[1..end]);
            sides.extend(std::iter::repeat_n(None, end + 1));
            // Isolates keep what was set.
            i += end + 1;
        } else {
            sides.push(side(opening));
            i += 1;
        }
    }
    let isolated = isolated(chars);
    let mut i = 0;
    while i < chars.len() {
        if sides[i].is_some() || isolated[i] {
            if let Some(side) = sides[i] {
                directions[i] = side;
            }
            i += 1;
            continue;
        }
        let end = (i..chars.len()).find(|at| sides[*at].is_some() || isolated[*at]).unwrap_or(chars.len());
        let before = i.checked_sub(1).map_or(rtl, |at| directions[at]);
        let after = if end == chars.len() { rtl } else { sides[end].unwrap_or(directions[end]) };
        directions[i..end].fill(if before == after { before } else { rtl });
        i = end;
    }
}

/// Marks the characters between isolates, the isolates included.
fn isolated(chars: &[(usize, char)]) -> Vec<bool> {
    let mut marks = vec![false; chars.len()];
    let mut i = 0;
    while i < chars.len() {
        match matches!(chars[i].1, LRI | RLI | FSI).then(|| closing(&chars[i..])).flatten() {
            Some(end) => {
                marks[i..=i + end].fill(true);
                i += end + 1;
            }
            None => i += 1,
        }
    }
    marks
}

/// Finds the end of the isolate that the first character opens.
fn closing(chars: &[(usize, char)]) -> Option<usize> {
    let mut depth = 0_usize;
    for (i, (_, c)) in chars.iter().enumerate() {
        match *c {
            LRI | RLI | FSI => depth += 1,
            PDI if depth == 1 => return Some(i),
            PDI => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// Gives the side of a letter or a digit: digits run from the left in both scripts.
fn side(c: char) -> Option<bool> {
    strong(c).or_else(|| c.is_numeric().then_some(false))
}

/// Gives the direction of a letter.
fn strong(c: char) -> Option<bool> {
    match c {
        '\u{590}'..='\u{65F}'
        | '\u{66E}'..='\u{6EF}'
        | '\u{6FA}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFE}' => Some(true),
        '\u{200F}' => Some(true),
        '\u{200E}' => Some(false),
        c => c.is_alphabetic().then_some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, rtl: bool, expected: &[(bool, &str)]) {
        assert_eq!(runs(text, rtl), expected);
    }

    #[test]
    fn runs_follow_letters_and_isolates() {
        check("", true, &[]);
        check("Eau (AEP), 12 %.", false, &[(false, "Eau (AEP), 12 %.")]);
        check("الماء 12 AEP", true, &[(true, "الماء "), (false, "12 AEP")]);
        check("نسبة \u{2066}52%\u{2069}، ثم", true, &[(true, "نسبة "), (false, "\u{2066}52%\u{2069}"), (true, "، ثم")]);
        check("\u{2068}AFD (fonds)\u{2069} هو", true, &[(false, "\u{2068}AFD (fonds)\u{2069}"), (true, " هو")]);
        check("le الحوز (إقليم) et", false, &[(false, "le "), (true, "الحوز (إقليم"), (false, ") et")]);
        check(
            "\u{2068}الحوز \u{2066}12%\u{2069} !\u{2069}",
            true,
            &[(true, "\u{2068}الحوز "), (false, "\u{2066}12%\u{2069}"), (true, " !\u{2069}")],
        );
        check("\u{2067}open", true, &[(true, "\u{2067}"), (false, "open")]);
    }
}
