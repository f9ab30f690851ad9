//! HXL tags: what a row of tags under the headings says of its columns.

use crate::model::{Field, Sheet};

use super::Reference;

/// One row of `hxl.csv`: a tag and the column it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// The tag without attributes, such as `#activity`.
    pub name: Box<str>,
    /// The attributes that a cell must have, such as `id`; it may have more.
    pub attributes: Vec<Box<str>>,
    /// The sheet in which it means that; `None` for any.
    pub sheet: Option<Sheet>,
    /// The column.
    pub field: Field,
}

impl Tag {
    /// Parts a tag as written into name and attributes, in lower case.
    pub(super) fn parts(tag: &str) -> (Box<str>, Vec<Box<str>>) {
        let mut parts = tag.split('+').map(|part| part.trim().to_lowercase().into_boxed_str());
        (parts.next().unwrap_or_default(), parts.filter(|part| !part.is_empty()).collect())
    }
}

impl Reference {
    /// Finds the column of a sheet that a tag stands for: the row with most attributes that the tag has, and of those
    /// one of the sheet before one of any.
    pub fn tagged(&self, sheet: Sheet, tag: &str) -> Option<Field> {
        let (name, attributes) = Tag::parts(tag);
        self.tags
            .iter()
            .filter(|row| row.name == name && row.sheet.is_none_or(|on| on == sheet))
            .filter(|row| row.attributes.iter().all(|attribute| attributes.contains(attribute)))
            .max_by_key(|row| (row.attributes.len(), row.sheet.is_some()))
            .map(|row| row.field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sheet: Sheet, tag: &str, expected: Option<Field>) {
        assert_eq!(Reference::built_in().unwrap().tagged(sheet, tag), expected, "{tag}");
    }

    #[test]
    fn a_tag_with_more_attributes_is_more_precise() {
        check(Sheet::Activities, "#activity+id+code", Some(Field::ActivityId));
        check(Sheet::Activities, "#activity", Some(Field::Title));
        check(Sheet::Activities, "#Date +start", Some(Field::StartDate));
        check(Sheet::Activities, "#date", None);
        check(Sheet::Activities, "#x_funds_spent", Some(Field::BudgetSpent));
    }
}
