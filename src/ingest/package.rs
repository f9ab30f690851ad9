//! How the parts of a workbook of Excel since 2007 lead to one another: Open Packaging Conventions.

use quick_xml::events::Event;

use super::feed::Stop;
use super::guard::Parts;
use super::xml::{attribute, local};

/// The workbook part and where its relations lead.
pub(super) struct Package {
    /// The path of the workbook part.
    pub path: String,
    relations: Vec<Relation>,
}

impl Package {
    /// Finds the workbook part; `usual` is where it stands unless the archive says otherwise.
    pub fn open(parts: &mut Parts<'_>, usual: &str) -> Result<Self, Stop> {
        let package = relations(parts, "_rels/.rels", "")?;
        let path = package.into_iter().find(|relation| relation.is("officeDocument")).map(|relation| relation.target);
        let path = path.filter(|path| parts.has(path)).unwrap_or_else(|| usual.to_owned());
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
        let relations = relations(parts, &format!("{folder}/_rels/{file}.rels"), folder)?;
        Ok(Package { path, relations })
    }

    /// Gives the path of the part of a kind of which there is one.
    pub fn target(&self, kind: &str) -> Option<&str> {
        self.relations.iter().find(|relation| relation.is(kind)).map(|relation| relation.target.as_str())
    }

    /// Gives a relation by its identifier.
    pub fn relation(&self, id: &str) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.id == id)
    }
}

/// One relation of a part to another.
pub(super) struct Relation {
    pub id: String,
    kind: String,
    pub target: String,
}

impl Relation {
    /// Tells whether the relation is of a kind: the last word of its type, in both dialects.
    pub fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// Reads the relations of a part whose folder is given. A part without relations has none.
fn relations(parts: &mut Parts<'_>, path: &str, folder: &str) -> Result<Vec<Relation>, Stop> {
    let relations = parts.xml(path, |xml| {
        let mut relations = Vec::new();
        loop {
            match xml.next()? {
                Event::Start(element) if local(element.name()) == "Relationship" => {
                    relations.push(Relation {
                        id: attribute(&element, "Id")?.unwrap_or_default(),
                        kind: attribute(&element, "Type")?.unwrap_or_default(),
                        target: resolve(folder, &attribute(&element, "Target")?.unwrap_or_default()),
                    });
                }
                Event::Eof => return Ok(relations),
                _ => {}
            }
        }
    })?;
    Ok(relations.unwrap_or_default())
}

/// Gives the path of a target that is relative to a folder.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_resolved_against_their_folder() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "../custom\\a.xml"), "custom/a.xml");
        assert_eq!(resolve("", "../../a.xml"), "a.xml");
    }
}
