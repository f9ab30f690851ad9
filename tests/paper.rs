//! What a PDF of ours says, read back from its bytes: pages with the text on them, and the structure tree that a person
//! who listens is led by.
//!
//! It reads the marked content of each page, decodes it by the fonts' own tables of letters, and follows the numbers that
//! the tree gives. [`Tag::heard`] is what stands in the file, in the order of the tree; [`Tag::text`] is the same with the
//! blanks and lines that are seen; [`Tag::seen`] takes each line as an eye does that goes from left to right.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::Pdf;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Rect, Stream, String as Bytes};
use hayro_syntax::page::Resources;

use crate::program::{example, files};

/// A PDF, read.
pub struct Paper {
    /// The title in its metadata.
    pub title: String,
    /// The language of the whole document.
    pub lang: String,
    pub pages: Vec<Page>,
    /// The bookmarks, in order, whatever their level.
    pub bookmarks: Vec<String>,
    /// The structure tree's root.
    pub root: Tag,
}

/// A page with the texts on it, in the order in which they are painted.
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub runs: Vec<Run>,
}

/// A piece of text in one font on one line.
#[derive(Clone, Debug)]
pub struct Run {
    pub owner: Owner,
    pub text: String,
    /// Edges of what is seen and baseline, in points from the lower left corner of the page.
    pub left: f64,
    pub right: f64,
    pub base: f64,
    pub size: f64,
}

/// Where a text belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// To the structure tree, by its number on the page.
    Tree(i64),
    /// To the page: header, footer, decoration.
    Artifact,
    /// Nowhere.
    Nobody,
}

/// An element of the structure tree.
pub struct Tag {
    /// The kind: `H1`, `P`, `TH`…
    pub role: String,
    pub alt: Option<String>,
    pub lang: Option<String>,
    /// Of a head cell: `Column`, `Row` or `Both`.
    pub scope: Option<String>,
    pub span: (i64, i64),
    pub kids: Vec<Kid>,
}

/// What stands in a tag.
pub enum Kid {
    Tag(Tag),
    /// The runs of one marked content, with the number of their page.
    Runs(usize, Vec<Run>),
}

impl Paper {
    /// Reads a PDF.
    pub fn read(bytes: &[u8]) -> Paper {
        let pdf = Pdf::new(bytes.to_vec()).unwrap();
        let mut numbers = HashMap::new();
        let pages: Vec<Page> = pdf
            .pages()
            .iter()
            .enumerate()
            .map(|(at, page)| {
                numbers.insert(page.raw().obj_id().unwrap(), at);
                let area: Rect = page.media_box();
                let mut reader = Reader::default();
                reader.content(page.page_stream().unwrap_or_default(), page.resources(), Matrix::ONE);
                Page { width: area.x1 - area.x0, height: area.y1 - area.y0, runs: reader.runs }
            })
            .collect();
        let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).unwrap();
        let tree: Dict<'_> = catalog.get("StructTreeRoot").expect("a structure tree");
        let page_of = |dict: &Dict<'_>| Some(numbers[&dict.get::<Dict<'_>>("Pg")?.obj_id()?]);
        let title = pdf.metadata().title.clone().unwrap_or_default();
        let lang = text_of(&catalog, "Lang").unwrap_or_default();
        let root = tag(&tree, None, &page_of, &pages);
        let bookmarks = catalog.get::<Dict<'_>>("Outlines").map_or(Vec::new(), |outlines| bookmarks(&outlines));
        Paper { title: unicode(&title), lang, root, pages, bookmarks }
    }

    /// Gives every tag of a kind, in the order of the tree.
    pub fn all<'a>(&'a self, role: &str) -> Vec<&'a Tag> {
        let mut found = Vec::new();
        self.root.walk(&mut |tag| {
            if tag.role == role {
                found.push(tag);
            }
        });
        found
    }

    /// Gives the whole text, a line a block.
    pub fn text(&self) -> String {
        self.root.text()
    }
}

impl Tag {
    /// Visits this tag and those in it, in reading order.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Tag)) {
        visit(self);
        for kid in &self.kids {
            if let Kid::Tag(tag) = kid {
                tag.walk(visit);
            }
        }
    }

    /// Gives the tags of a kind in it, itself too.
    pub fn all<'a>(&'a self, role: &str) -> Vec<&'a Tag> {
        let mut found = Vec::new();
        self.walk(&mut |tag| {
            if tag.role == role {
                found.push(tag);
            }
        });
        found
    }

    /// Gives its runs with their pages, in the order of the tree.
    pub fn runs(&self) -> Vec<(usize, &Run)> {
        self.kids
            .iter()
            .flat_map(|kid| match kid {
                Kid::Tag(tag) => tag.runs(),
                Kid::Runs(page, runs) => runs.iter().map(|run| (*page, run)).collect(),
            })
            .collect()
    }

    /// Gives its text as it stands in the file, in the order of the tree.
    pub fn heard(&self) -> String {
        self.runs().iter().map(|(_, run)| run.text.as_str()).collect()
    }

    /// Gives what stands in it and in no tag below.
    pub fn own(&self) -> String {
        let mut open: Vec<(usize, &Run)> = Vec::new();
        for kid in &self.kids {
            if let Kid::Runs(page, runs) = kid {
                open.extend(runs.iter().map(|run| (*page, run)));
            }
        }
        let mut out = String::new();
        flush(&mut out, &mut open, false);
        tidy(out.trim())
    }

    /// Gives its text, each block in it on a line of its own.
    pub fn text(&self) -> String {
        self.lines(false)
    }

    /// Gives its text as it stands on the page from left to right, whatever the order of the tree.
    pub fn seen(&self) -> String {
        self.lines(true)
    }

    fn lines(&self, seen: bool) -> String {
        let mut out = String::new();
        self.write(&mut out, &mut Vec::new(), seen);
        out.lines().map(tidy).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn write<'a>(&'a self, out: &mut String, open: &mut Vec<(usize, &'a Run)>, seen: bool) {
        for kid in &self.kids {
            match kid {
                Kid::Runs(page, runs) => open.extend(runs.iter().map(|run| (*page, run))),
                Kid::Tag(tag) if ["Span", "Link", "Strong", "Em", "Reference"].contains(&tag.role.as_str()) => {
                    tag.write_inline(open);
                }
                Kid::Tag(tag) => {
                    flush(out, open, seen);
                    tag.write(out, open, seen);
                    flush(out, open, seen);
                }
            }
        }
        flush(out, open, seen);
    }

    fn write_inline<'a>(&'a self, open: &mut Vec<(usize, &'a Run)>) {
        open.extend(self.runs());
    }

    /// Draws the tree: a tag a line, with its own text.
    pub fn sketch(&self) -> String {
        fn draw(tag: &Tag, depth: usize, out: &mut String) {
            let mark =
                |name: &str, value: &Option<String>| value.as_ref().map_or(String::new(), |v| format!(" {name}={v}"));
            let line = format!(
                "{:indent$}{}{}{}{} {}\n",
                "",
                tag.role,
                mark("scope", &tag.scope),
                mark("lang", &tag.lang),
                mark("alt", &tag.alt),
                tag.own(),
                indent = depth * 2
            );
            out.push_str(&line);
            for kid in &tag.kids {
                if let Kid::Tag(tag) = kid {
                    draw(tag, depth + 1, out);
                }
            }
        }
        let mut out = String::new();
        draw(self, 0, &mut out);
        out
    }
}

/// Leaves out what has no width and steers only the direction; brings blanks together.
pub fn tidy(text: &str) -> String {
    let seen: String =
        text.chars().filter(|c| !matches!(*c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}')).collect();
    let mut out = String::new();
    for c in seen.trim_matches(' ').chars() {
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}

/// Writes the runs of one block, line by line: in the order of the tree, or as an eye goes from left to right.
fn flush(out: &mut String, open: &mut Vec<(usize, &Run)>, seen: bool) {
    let mut lines: Vec<Vec<&Run>> = Vec::new();
    let mut last: Option<(usize, f64)> = None;
    for (page, run) in open.drain(..) {
        let same = last.is_some_and(|(on, base)| on == page && (base - run.base).abs() < run.size * 0.4);
        if !same {
            lines.push(Vec::new());
        }
        last = Some((page, run.base));
        lines.last_mut().unwrap().push(run);
    }
    for mut line in lines {
        if seen {
            line.sort_by(|a, b| a.left.total_cmp(&b.left));
        }
        let mut before: Option<&Run> = None;
        for run in line {
            let gap = before.map_or(0.0, |before| (run.left - before.right).max(before.left - run.right));
            if gap > run.size * 0.12 {
                out.push(' ');
            }
            out.push_str(&run.text);
            before = Some(run);
        }
        // A line that was broken at a blank holds the blank.
        out.push(' ');
    }
    out.push('\n');
}

// ---------- the tree ----------

fn tag(dict: &Dict<'_>, page: Option<usize>, page_of: &dyn Fn(&Dict<'_>) -> Option<usize>, pages: &[Page]) -> Tag {
    let page = page_of(dict).or(page);
    let kid = |object: Object<'_>| -> Option<Kid> {
        match object {
            Object::Number(number) => Some(marked(number.as_i64(), page?, pages)),
            Object::Dict(dict) => match dict.get::<Name<'_>>("Type").as_ref().map(Name::as_str) {
                Some("MCR") => {
                    let number = dict.get::<Number>("MCID").unwrap();
                    Some(marked(number.as_i64(), page_of(&dict).or(page)?, pages))
                }
                Some("OBJR") => None,
                _ => Some(Kid::Tag(tag(&dict, page, page_of, pages))),
            },
            _ => None,
        }
    };
    let kids = match dict.get::<Object<'_>>("K") {
        Some(Object::Array(list)) => list.iter::<Object<'_>>().filter_map(kid).collect(),
        Some(one) => kid(one).into_iter().collect(),
        None => Vec::new(),
    };
    let mut tag = Tag {
        role: dict.get::<Name<'_>>("S").map_or_else(|| "Root".to_owned(), |name| name.as_str().to_owned()),
        alt: text_of(dict, "Alt"),
        lang: text_of(dict, "Lang"),
        scope: None,
        span: (1, 1),
        kids,
    };
    let attributes: Vec<Dict<'_>> = match dict.get::<Object<'_>>("A") {
        Some(Object::Array(list)) => list.iter::<Dict<'_>>().collect(),
        Some(Object::Dict(dict)) => vec![dict],
        _ => Vec::new(),
    };
    for attribute in attributes {
        if let Some(scope) = attribute.get::<Name<'_>>("Scope") {
            tag.scope = Some(scope.as_str().to_owned());
        }
        let number = |key: &str| attribute.get::<Number>(key).map(|number| number.as_i64());
        tag.span = (number("ColSpan").unwrap_or(tag.span.0), number("RowSpan").unwrap_or(tag.span.1));
    }
    tag
}

fn bookmarks(parent: &Dict<'_>) -> Vec<String> {
    let children = std::iter::successors(parent.get::<Dict<'_>>("First"), |item| item.get("Next"));
    children.flat_map(|item| text_of(&item, "Title").into_iter().chain(bookmarks(&item)).collect::<Vec<_>>()).collect()
}

fn marked(number: i64, page: usize, pages: &[Page]) -> Kid {
    let of = |run: &&Run| run.owner == Owner::Tree(number);
    Kid::Runs(page, pages[page].runs.iter().filter(of).cloned().collect())
}

fn text_of(dict: &Dict<'_>, key: &str) -> Option<String> {
    dict.get::<Bytes<'_>>(key).map(|bytes| unicode(bytes.as_bytes()))
}

/// Decodes a text string: UTF-16 or UTF-8 with a mark, else one byte a letter.
fn unicode(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().copied().map(char::from).collect(),
    }
}

// ---------- the pages ----------

#[derive(Clone, Copy)]
struct Matrix([f64; 6]);

impl Matrix {
    const ONE: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn of(numbers: [Number; 6]) -> Matrix {
        Matrix(numbers.map(|number| number.as_f64()))
    }

    /// Applies this matrix first, then the other.
    fn then(self, other: Matrix) -> Matrix {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Matrix([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }

    fn moved(self, x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(self)
    }
}

/// A font as far as text goes: letters and widths of its glyphs.
struct Font {
    letters: Option<CMap>,
    widths: HashMap<u32, f64>,
    wide: f64,
}

impl Font {
    fn new(dict: &Dict<'_>) -> Font {
        let letters =
            dict.get::<Stream<'_>>("ToUnicode").and_then(|stream| CMap::parse(&stream.decoded().ok()?, |_| None));
        let mut widths = HashMap::new();
        let below = dict.get::<Array<'_>>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let mut of: Vec<Object<'_>> = Vec::new();
        if let Some(list) = below.as_ref().and_then(|font| font.get::<Array<'_>>("W")) {
            of.extend(list.iter::<Object<'_>>());
        }
        let mut rest = of.into_iter();
        while let (Some(Object::Number(first)), Some(second)) = (rest.next(), rest.next()) {
            let first = u32::try_from(first.as_i64()).unwrap();
            match second {
                Object::Array(list) => widths.extend((first..).zip(list.iter::<Number>().map(|width| width.as_f64()))),
                Object::Number(last) => {
                    let Some(Object::Number(width)) = rest.next() else { break };
                    widths.extend((first..=u32::try_from(last.as_i64()).unwrap()).map(|code| (code, width.as_f64())));
                }
                _ => break,
            }
        }
        let wide = below.and_then(|font| font.get::<Number>("DW")).map_or(1000.0, |width| width.as_f64());
        Font { letters, widths, wide }
    }

    fn letters(&self, code: u32) -> String {
        match self.letters.as_ref().and_then(|map| map.lookup_bf_string(code)) {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => "\u{fffd}".to_owned(),
        }
    }
}

/// What marked content says of the text in it.
struct Mark {
    owner: Option<Owner>,
    /// What stands for all glyphs in it; empty after the first.
    stands: Option<String>,
    reversed: bool,
}

#[derive(Default)]
struct Reader {
    runs: Vec<Run>,
    marks: Vec<Mark>,
    /// Whether a text object is open that has shown something.
    within: bool,
}

impl Reader {
    fn content(&mut self, bytes: &[u8], resources: &Resources<'_>, start: Matrix) {
        let mut fonts: HashMap<String, Font> = HashMap::new();
        let mut font = (String::new(), 0.0);
        let (mut now, mut saved) = (start, Vec::new());
        let (mut text, mut line) = (Matrix::ONE, Matrix::ONE);
        let mut operations = TypedIter::new(bytes);
        while let Some(operation) = operations.next() {
            match operation {
                Op::SaveState(_) => saved.push(now),
                Op::RestoreState(_) => now = saved.pop().unwrap_or(now),
                Op::Transform(by) => now = Matrix::of([by.0, by.1, by.2, by.3, by.4, by.5]).then(now),
                Op::BeginText(_) => {
                    (text, line) = (Matrix::ONE, Matrix::ONE);
                    self.within = false;
                }
                Op::SetTextMatrix(to) => {
                    text = Matrix::of([to.0, to.1, to.2, to.3, to.4, to.5]);
                    line = text;
                }
                Op::NextLine(by) => {
                    line = line.moved(by.0.as_f64(), by.1.as_f64());
                    text = line;
                }
                Op::TextFont(chosen) => {
                    font = (chosen.0.as_str().to_owned(), chosen.1.as_f64());
                    fonts
                        .entry(font.0.clone())
                        .or_insert_with(|| Font::new(&resources.get_font(chosen.0).expect("a font of the page")));
                }
                Op::ShowText(show) => {
                    self.show(&[Object::String(show.0.clone())], &fonts[&font.0], font.1, &mut text, now);
                }
                Op::ShowTexts(show) => {
                    let parts: Vec<Object<'_>> = show.0.iter::<Object<'_>>().collect();
                    self.show(&parts, &fonts[&font.0], font.1, &mut text, now);
                }
                Op::BeginMarkedContent(mark) => self.mark(mark.0, None),
                Op::BeginMarkedContentWithProperties(mark) => match mark.1 {
                    Object::Dict(properties) => self.mark(mark.0, Some(properties)),
                    _ => self.mark(mark.0, None),
                },
                Op::EndMarkedContent(_) => drop(self.marks.pop()),
                Op::XObject(named) => {
                    let Some(form) = resources.get_x_object(named.0) else { continue };
                    if form.dict().get::<Name<'_>>("Subtype").is_none_or(|name| name.as_str() != "Form") {
                        continue;
                    }
                    let by =
                        form.dict().get::<Array<'_>>("Matrix").map(|list| list.iter::<Number>().collect::<Vec<_>>());
                    let by = by.and_then(|list| list.try_into().ok()).map_or(Matrix::ONE, Matrix::of);
                    let inner = form.dict().get::<Dict<'_>>("Resources").unwrap_or_default();
                    let inner = Resources::from_parent(inner, resources.clone());
                    self.content(&form.decoded().unwrap(), &inner, by.then(now));
                }
                _ => {}
            }
        }
    }

    fn mark(&mut self, name: &Name<'_>, properties: Option<&Dict<'_>>) {
        let number = properties.and_then(|dict| dict.get::<Number>("MCID"));
        let owner = if name.as_str() == "Artifact" {
            Some(Owner::Artifact)
        } else {
            number.map(|number| Owner::Tree(number.as_i64()))
        };
        let stands = properties.and_then(|dict| text_of(dict, "ActualText"));
        self.marks.push(Mark { owner, stands, reversed: name.as_str() == "ReversedChars" });
    }

    /// Reads one show of glyphs, which is a run, and moves on by their widths.
    fn show(&mut self, parts: &[Object<'_>], font: &Font, size: f64, text: &mut Matrix, now: Matrix) {
        let mut glyphs = Vec::new();
        // How far the show goes, and where what is seen of it begins and ends.
        let (mut along, mut seen) = (0.0, None);
        for part in parts {
            match part {
                Object::Number(back) => along -= back.as_f64() / 1000.0 * size,
                Object::String(codes) => {
                    for code in codes.as_bytes().chunks_exact(2) {
                        let code = u32::from(u16::from_be_bytes([code[0], code[1]]));
                        let letters = font.letters(code);
                        let start = along;
                        along += font.widths.get(&code).unwrap_or(&font.wide) / 1000.0 * size;
                        if !tidy(&letters).trim().is_empty() {
                            seen = Some((seen.map_or(start, |(first, _)| first), along));
                        }
                        glyphs.push(letters);
                    }
                }
                _ => {}
            }
        }
        let (first, last) = seen.unwrap_or((0.0, along));
        let (from, to) = (text.moved(first, 0.0).then(now), text.moved(last, 0.0).then(now));
        *text = text.moved(along, 0.0);
        let reversed = self.marks.iter().any(|mark| mark.reversed);
        if reversed {
            glyphs.reverse();
        }
        let said = match self.marks.iter_mut().rev().find_map(|mark| mark.stands.as_mut()) {
            Some(stands) => std::mem::take(stands),
            None => glyphs.concat(),
        };
        let owner = self.marks.iter().rev().find_map(|mark| mark.owner).unwrap_or(Owner::Nobody);
        let run = Run {
            owner,
            text: said,
            left: from.0[4].min(to.0[4]),
            right: from.0[4].max(to.0[4]),
            base: from.0[5],
            size: size * from.0[3].abs().max(from.0[1].abs()),
        };
        // The shows of one text object go on with each other: marked as reversed, the letters of each stand from left to
        // right, and the shows in the order in which they are read.
        match self.runs.last_mut().filter(|_| self.within) {
            Some(open) => {
                open.text += &run.text;
                open.left = open.left.min(run.left);
                open.right = open.right.max(run.right);
            }
            None => self.runs.push(run),
        }
        self.within = true;
    }
}

/// Gives every PDF of the shared run in a language, by its path without the language.
pub fn papers(lang: &str) -> &'static BTreeMap<String, Paper> {
    static READ: LazyLock<BTreeMap<&str, BTreeMap<String, Paper>>> = LazyLock::new(|| {
        let files = files(example());
        let of = |lang| {
            let ending = format!("-{lang}.pdf");
            let named =
                |(name, bytes): &(String, Vec<u8>)| Some((name.strip_suffix(&ending)?.into(), Paper::read(bytes)));
            (lang, files.iter().filter_map(named).collect())
        };
        ["fr", "ar", "en"].map(of).into()
    });
    &READ[lang]
}

#[track_caller]
fn check(lang: &str, title: &str, bookmarks: [&str; 2], says: &[(&str, usize, &str)]) {
    // Kind, place among those of its kind, text.
    let paper = &papers(lang)["consolidated"];
    assert_eq!((paper.lang.as_str(), paper.title.as_str()), (lang, title));
    assert_eq!(paper.bookmarks[..2], bookmarks);
    for (role, at, text) in says {
        let tags = paper.all(role);
        assert_eq!(tags[*at].text().replace('\n', " | "), *text, "{role} {at}\n{}", tags[*at].sketch());
    }
    assert!(
        paper.pages.len() > 50 && paper.pages.iter().all(|page| (page.height / page.width - 2f64.sqrt()).abs() < 0.001)
    );
}

#[test]
fn a_french_page_is_read() {
    check(
        "fr",
        "Rapport d’évaluation – Partenariat entre les préfectures et provinces du Maroc et les départements de France",
        ["Rapport d’évaluation", "1\u{a0}L’essentiel"],
        &[
            ("H1", 0, "Rapport d’évaluation"),
            ("H1", 2, "1\u{a0} L’essentiel"),
            ("TR", 1, "Signature | 13 novembre 2025"),
            ("TR", 7, "Reste à courir | 1\u{202f}397\u{a0}jours"),
            ("TH", 2, "Association"),
        ],
    );
}

#[test]
fn an_arabic_page_is_read_from_the_right() {
    check(
        "ar",
        "تقرير التقييم – الشراكة بين عمالات وأقاليم المملكة المغربية وأقاليم فرنسا",
        ["تقرير التقييم", "1\u{a0}أهم النتائج"],
        &[
            ("H1", 0, "تقرير التقييم"),
            ("H1", 2, "1\u{a0} أهم النتائج"),
            ("TR", 1, "التوقيع | 13 نونبر 2025"),
            ("TR", 8, "الفترة موضوع التقييم | من 13 نونبر 2025 إلى 12 نونبر 2026"),
            ("TH", 2, "الجمعية"),
        ],
    );
}

#[test]
fn the_footer_reaches_both_margins() {
    for lang in ["fr", "ar", "en"] {
        for (name, paper) in
            papers(lang).iter().filter(|(name, _)| name.starts_with("territory") || *name == "consolidated")
        {
            for (at, page) in paper.pages.iter().enumerate().skip(1) {
                let runs = page.runs.iter().filter(|run| run.owner == Owner::Artifact && run.base < 50.0);
                let (left, right) = runs.fold((page.width, 0.0), |(left, right): (f64, f64), run| {
                    (left.min(run.left), right.max(run.right))
                });
                let margin = 20.0 * 72.0 / 25.4;
                assert!(
                    (left - margin).abs() < 0.5 && (page.width - right - margin).abs() < 0.5,
                    "{name}-{lang}, page {}: from {left} to {right}",
                    at + 1
                );
            }
        }
    }
}
