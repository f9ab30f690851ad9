//! What Typst sees of the outside: the templates, the fonts, the logos and the data of one document. No clock, no disk.

use std::borrow::Cow;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{DiagSpan, FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};

use super::logo::Emblem;
use super::plain;
use crate::assets;
use crate::error::{Error, Result};
use crate::model::Value;

/// The templates, the main one first. The set is fixed, and so are the logos: Typst never frees the id of a file.
const TEMPLATES: [&str; 2] = ["report.typ", "look.typ"];
/// The name under which a template reads the data of the document.
const DATA: &str = "data.json";

/// What all documents share: parsed once, never changed.
pub(super) struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: Vec<Source>,
    data: FileId,
    logos: Vec<(FileId, Bytes)>,
}

impl Shelf {
    /// Fills the shelf with the fonts, the logos and the templates; one that `template` does not give is the built-in one.
    ///
    /// # Errors
    ///
    /// A template is not UTF-8 text; a file holds no font.
    pub fn new<'t>(
        template: impl Fn(&str) -> Option<Cow<'t, [u8]>>,
        own: Vec<(String, Vec<u8>)>,
        logos: &[Emblem],
    ) -> Result<Shelf> {
        // Of two fonts alike, Typst and the ruler take the first.
        let mut fonts = Vec::new();
        for (name, bytes) in own {
            let before = fonts.len();
            fonts.extend(Font::iter(Bytes::new(bytes)));
            if fonts.len() == before {
                return Err(Error::setup(name, Value::key("setup-font")));
            }
        }
        fonts.extend(assets::fonts().into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes))));
        let sources = TEMPLATES.iter().map(|name| {
            let bytes = template(name)
                .or_else(|| assets::template(name).map(Cow::Borrowed))
                .ok_or_else(|| broken(name, FileError::NotFound((*name).into())))?;
            let text = String::from_utf8(bytes.into_owned()).map_err(|error| broken(name, error))?;
            Ok(Source::new(file(name)?, text))
        });
        let mut library = Library::builder().build();
        plain::teach(&mut library);
        let logos = logos.iter().map(|logo| Ok((file(&logo.path)?, logo.bytes.clone())));
        Ok(Shelf {
            logos: logos.collect::<Result<_>>()?,
            library: LazyHash::new(library),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            sources: sources.collect::<Result<_>>()?,
            fonts,
            data: file(DATA)?,
        })
    }

    /// Leaves all texts to Typst.
    #[cfg(test)]
    pub fn forget(&mut self) {
        self.library = LazyHash::new(Library::builder().build());
    }

    /// Gives the fonts.
    pub fn fonts(&self) -> &[Font] {
        &self.fonts
    }

    /// Opens a document by its data, as JSON.
    pub fn open(&self, data: Vec<u8>) -> Desk<'_> {
        Desk { shelf: self, data: Bytes::new(data) }
    }
}

/// One document being made.
pub(super) struct Desk<'a> {
    shelf: &'a Shelf,
    data: Bytes,
}

impl Desk<'_> {
    /// Tells what Typst found wrong with the templates, a line each: file, line, column, message.
    pub fn explain(&self, document: &str, diagnostics: &[SourceDiagnostic]) -> Error {
        let lines: Vec<String> = diagnostics
            .iter()
            .map(|diagnostic| {
                let hints: String = diagnostic.hints.iter().map(|hint| format!(" ({})", hint.v)).collect();
                format!("{}{}{hints}", self.place(diagnostic), diagnostic.message)
            })
            .collect();
        Error::Render { document: document.to_owned(), detail: lines.join("\n") }
    }

    /// Gives `look.typ:12:3: `: the innermost place, or the nearest caller that stands in a file.
    fn place(&self, diagnostic: &SourceDiagnostic) -> String {
        let callers = diagnostic.trace.iter().map(|point| DiagSpan::from(point.span));
        std::iter::once(diagnostic.span)
            .chain(callers)
            .find_map(|span| {
                let id = span.id()?;
                let source = self.source(id).ok()?;
                let (line, column) = source.lines().byte_to_line_column(self.range(span)?.start)?;
                Some(format!("{}:{}:{}: ", id.vpath().get_without_slash(), line + 1, column + 1))
            })
            .unwrap_or_default()
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shelf.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shelf.book
    }

    fn main(&self) -> FileId {
        self.shelf.sources[0].id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = self.shelf.sources.iter().find(|source| source.id() == id);
        source.cloned().ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shelf.data {
            return Ok(self.data.clone());
        }
        if let Some((_, bytes)) = self.shelf.logos.iter().find(|(logo, _)| *logo == id) {
            return Ok(bytes.clone());
        }
        Ok(Bytes::from_string(self.source(id)?.text().to_owned()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shelf.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file(name: &str) -> Result<FileId> {
    let path = VirtualPath::new(name).map_err(|error| broken(name, error))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn broken(name: &str, detail: impl std::fmt::Display) -> Error {
    Error::Render { document: name.to_owned(), detail: detail.to_string() }
}
