//! What stands over each column of a table: a heading on one row or on two, and the tag under it.

use crate::model::{RawRow, RawValue};
use crate::reference::fold;

use super::text::trim;

/// How many rows from the top are searched for the headings.
pub const SEARCHED: usize = 30;

/// How many rows must be at hand to tell where the headings stand: a second row of them and the tags may follow.
pub const LOOKED: usize = SEARCHED + 3;

/// The widest row of headings that is looked at: no contract has as many columns.
const WIDEST: usize = 1024;

/// The longest heading, in bytes.
const LONGEST: usize = 400;

/// What stands over one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The column.
    pub column: u16,
    /// The heading: the lower one where headings stand on two rows.
    pub own: Option<String>,
    /// The heading above it.
    pub upper: Option<String>,
    /// True where the heading above stands over several columns.
    pub shared: bool,
    /// The HXL tag under the headings.
    pub tag: Option<String>,
}

impl Name {
    fn plain(column: u16, own: &str) -> Self {
        Name { column, own: Some(trim(own).to_owned()), upper: None, shared: false, tag: None }
    }

    /// Gives the texts that the heading may be known by, the most telling first: `Budget dépensé` of `Budget` over
    /// `Dépensé`, then `Dépensé`. A heading that stands over several columns never speaks for one of them alone.
    pub fn spellings(&self) -> Vec<String> {
        match (&self.upper, &self.own) {
            (None, None) => Vec::new(),
            (Some(upper), None) => vec![upper.clone()],
            (None, Some(own)) => vec![own.clone()],
            (Some(upper), Some(own)) if self.shared => vec![format!("{upper} {own}"), own.clone()],
            (Some(upper), Some(own)) => {
                let bare = own.trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
                vec![format!("{upper} {own}"), own.clone(), format!("{upper} ({bare})")]
            }
        }
    }

    /// Gives the heading as a finding repeats it.
    pub fn shown(&self) -> Option<String> {
        match (&self.upper, &self.own) {
            (Some(upper), Some(own)) => Some(format!("{upper} / {own}")),
            (upper, own) => own.clone().or_else(|| upper.clone()),
        }
    }

    /// Says whether a profile means this column. A text that begins with `#` is a tag; `upper / lower` and `upper lower`
    /// are both known.
    pub fn is(&self, heading: &str) -> bool {
        if heading.starts_with('#') {
            return self.tag.as_deref().is_some_and(|tag| tag_parts(tag) == tag_parts(heading));
        }
        let wanted = fold(heading);
        !wanted.is_empty() && self.spellings().iter().any(|text| fold(text) == wanted)
    }
}

/// The headings of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The index of the first of their rows.
    pub at: usize,
    /// How many rows they stand on: one or two, or none where only tags stand.
    pub levels: usize,
    /// The index of the row of tags.
    pub tags: Option<usize>,
    /// The columns, from left to right.
    pub names: Vec<Name>,
}

impl Head {
    /// Gives the index of the first row under the headings and the tags.
    pub fn below(&self) -> usize {
        self.tags.map_or(self.at + self.levels, |tags| tags + 1)
    }

    /// Says whether a row belongs to the headings or the tags.
    pub fn holds(&self, index: usize) -> bool {
        (self.at..self.at + self.levels).contains(&index) || self.tags == Some(index)
    }
}

/// Makes the headings of one row.
pub fn single(row: &RawRow) -> Vec<Name> {
    texts(row).map(|(column, text)| Name::plain(column, text)).collect()
}

/// Finds the headings of a sheet: those with the highest score, the first of several. Headings on two rows must score
/// more than either row alone.
pub fn search(rows: &[RawRow], score: impl Fn(&[Name]) -> usize) -> Option<(usize, Head)> {
    let mut best: Option<(usize, Head)> = None;
    let mut better = |at: usize, levels: usize, names: Vec<Name>| {
        let head = with_tags(rows, at, levels, names);
        let matched = score(&head.names);
        if matched > 0 && best.as_ref().is_none_or(|(most, _)| matched > *most) {
            best = Some((matched, head));
        }
    };
    for (at, row) in rows.iter().enumerate().take(SEARCHED) {
        if is_tags(row) {
            better(at, 0, Vec::new());
            continue;
        }
        better(at, 1, single(row));
        if let Some(names) = at.checked_sub(1).and_then(|above| double(&rows[above], row)) {
            better(at - 1, 2, names);
        }
    }
    best
}

/// Puts two rows of headings together. An upper heading stands over the columns to its right that have a lower heading
/// and no upper one, as a merged cell does; an upper one without a lower one stands on both rows.
fn double(upper: &RawRow, lower: &RawRow) -> Option<Vec<Name>> {
    let words = |row: &RawRow| row.cells.iter().all(|(_, value)| matches!(value, RawValue::Text(_)));
    if lower.row != upper.row + 1 || is_tags(upper) || !words(upper) || !words(lower) {
        return None;
    }
    let mut names: Vec<Name> = single(lower);
    for (column, text) in texts(upper) {
        match names.binary_search_by_key(&column, |name| name.column) {
            Ok(at) => names[at].upper = Some(trim(text).to_owned()),
            Err(at) => {
                let upper = Some(trim(text).to_owned());
                names.insert(at, Name { column, own: None, upper, shared: false, tag: None });
            }
        }
    }
    let mut shared = false;
    for at in 1..names.len() {
        let (before, rest) = names.split_at_mut(at);
        let (last, name) = (&mut before[at - 1], &mut rest[0]);
        // An upper heading that stands on both rows ends there.
        if name.upper.is_none() && last.own.is_some() && last.upper.is_some() {
            name.upper.clone_from(&last.upper);
            (name.shared, last.shared, shared) = (true, true, true);
        }
    }
    shared.then_some(names)
}

/// Adds the tags that stand within two rows under the headings.
fn with_tags(rows: &[RawRow], at: usize, levels: usize, mut names: Vec<Name>) -> Head {
    let under = at + levels;
    let tags = (under..(under + 2).min(rows.len())).find(|index| is_tags(&rows[*index]));
    for (column, text) in tags.into_iter().flat_map(|index| texts(&rows[index])) {
        let tag = Some(trim(text).to_owned());
        match names.binary_search_by_key(&column, |name| name.column) {
            Ok(at) => names[at].tag = tag,
            Err(at) => names.insert(at, Name { column, own: None, upper: None, shared: false, tag }),
        }
    }
    Head { at, levels, tags, names }
}

/// Says whether a row holds HXL tags and nothing else: `#activity+id`, `#adm1`.
pub fn is_tags(row: &RawRow) -> bool {
    let tag = |text: &str| {
        let mut letters = trim(text).chars();
        letters.next() == Some('#')
            && letters.next().is_some_and(|letter| letter.is_ascii_alphabetic())
            && letters.all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '+' | ' '))
    };
    row.cells.iter().all(|(_, value)| matches!(value, RawValue::Text(text) if tag(text))) && !row.cells.is_empty()
}

/// Parts a tag into its name and its attributes, whose order means nothing.
pub fn tag_parts(tag: &str) -> Vec<String> {
    let mut parts: Vec<String> = tag.split('+').map(|part| trim(part).to_lowercase()).collect();
    parts[1..].sort();
    parts
}

/// Iterates over the texts of a row that a heading can be.
pub fn texts(row: &RawRow) -> impl Iterator<Item = (u16, &str)> {
    row.cells.iter().take(WIDEST).filter_map(|(column, value)| match value {
        RawValue::Text(text) if text.len() <= LONGEST => Some((*column, text.as_str())),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: u32, text: &str) -> RawRow {
        let cells = (0..).zip(text.split('|')).filter(|(_, cell)| !cell.is_empty());
        RawRow { row: number, cells: cells.map(|(at, cell)| (at, RawValue::Text(cell.to_owned()))).collect() }
    }

    #[test]
    fn an_upper_heading_stands_over_the_columns_to_its_right() {
        let names = double(&row(0, "Titre|Budget||Statut"), &row(1, "|Total|Dépensé")).unwrap();
        let first: Vec<String> = names.iter().map(|name| name.spellings().remove(0)).collect();
        assert_eq!(first, ["Titre", "Budget Total", "Budget Dépensé", "Statut"]);
        assert!(names[2].is("Budget / Dépensé") && names[2].is("dépensé") && !names[2].is("Budget"));
    }

    #[test]
    fn headings_over_their_first_record_stay_on_one_row() {
        assert_eq!(double(&row(0, "Titre|Statut|Thème"), &row(1, "Eau|En cours")), None);
        assert_eq!(double(&row(0, "Titre|Statut"), &row(2, "|Total|Dépensé")), None);
    }

    #[test]
    fn tags_are_known_whatever_the_order_of_their_attributes() {
        assert!(is_tags(&row(0, "#activity+id||#adm1 +name")));
        assert!(!is_tags(&row(0, "# note")) && !is_tags(&row(0, "#1|#2")));
        assert_eq!(tag_parts("#Value+usd+committed"), tag_parts("#value +committed +usd"));
    }
}
