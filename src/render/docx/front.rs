//! The first page, and the contents.

use super::body::{Body, Ink, Set, bookmark};
use super::styles::{OCHRE, OCHRE_TINT, TINT};
use super::table::{Cell, Rows, widths};
use crate::model::report::{Block, Chapter, Cover, DossierFront, Front, Report, Stamp};

impl Body<'_> {
    /// Writes the first page and the contents.
    pub(super) fn front(&mut self, report: &Report) {
        match &report.cover {
            Front::Evaluation(cover) => self.cover(report, cover),
            Front::Dossier(front) => self.dossier(report, front),
            Front::Brief(brief) => {
                let kicker = self.say(&brief.kicker);
                self.head(report, &kicker);
                self.facts(&brief.facts);
                return;
            }
            Front::Letter(letter) => return self.letter(report, letter),
            Front::Sheet => {}
        }
        self.break_page();
        self.contents(&report.chapters);
    }

    fn head(&mut self, report: &Report, kicker: &str) {
        self.line(Set::style("Note"), kicker);
        let title = self.say(&report.title);
        self.line(Set::style("Title"), &title);
        let subtitle = self.say(&report.subtitle);
        self.line(Set::style("Subtitle"), &subtitle);
        let (stamp, color) = match report.stamp {
            Stamp::Provisional => ("page-stamp-provisional", Some(OCHRE)),
            Stamp::Final => ("page-stamp-final", None),
            Stamp::Draft => ("page-stamp-draft", None),
        };
        let stamp = self.locale.text(stamp);
        self.paragraph(Set::default(), |body| body.run(Ink { bold: true, color, ..Ink::default() }, &stamp));
    }

    fn cover(&mut self, report: &Report, cover: &Cover) {
        let kicker = self.say(&cover.kicker);
        self.head(report, &kicker);
        let parties = report.imprint.parties.iter().map(|party| &party.name);
        for party in parties.chain([&cover.year, &cover.span]) {
            let party = self.say(party);
            self.line(Set::default(), &party);
        }
        if let Some(squares) = &cover.squares {
            let heads = squares.heads.iter().map(Some).chain(std::iter::repeat(None));
            for (head, (_, words)) in heads.zip(&squares.legend) {
                let words = [head.map_or(String::new(), |head| self.say(head)), self.say(words)];
                words.iter().for_each(|words| self.line(Set::style("Note"), words));
            }
        }
        self.facts(&cover.facts);
        let note = self.say(&cover.note);
        self.line(Set::style("Note"), &note);
    }

    fn dossier(&mut self, report: &Report, front: &DossierFront) {
        let kicker = self.locale.text("narrative-front");
        self.head(report, &kicker);
        if !report.authors.is_empty() {
            let head = self.locale.text("narrative-front-applicants");
            self.line(Set { keep: true, ..Set::style("Note") }, &head);
            for author in &report.authors {
                let author = self.say(author);
                self.paragraph(Set::default(), |body| body.run(Ink { bold: true, ..Ink::default() }, &author));
            }
        }
        self.facts(&front.facts);
        let open = !front.to_complete.is_empty();
        let count = self.say(&front.count());
        let ground = Some(if open { OCHRE_TINT } else { TINT });
        let ink = Ink { bold: true, color: open.then_some(OCHRE), ..Ink::default() };
        self.paragraph(Set { ground, keep: open, ..Set::default() }, |body| body.run(ink, &count));
        if open {
            let help = self.locale.text("narrative-front-help");
            self.line(Set { ground, keep: true, ..Set::default() }, &help);
            let row = |hints: &[crate::model::report::ToComplete]| {
                let lines: Vec<String> = hints.iter().map(|hint| self.say(&hint.words())).collect();
                vec![Cell::strong(self.say(&hints[0].chapter)), Cell::words(lines.join("\n"))]
            };
            let rows = Rows {
                alt: count.clone(),
                widths: widths(&[60.0, 0.0]),
                rows: front.to_complete.chunk_by(|a, b| a.chapter == b.chapter).map(row).collect(),
                ..Rows::default()
            };
            self.rows(&rows);
        }
    }

    fn break_page(&mut self) {
        self.paragraph(Set::default(), |body| {
            body.element("w:r", &[], |body| body.xml.empty("w:br", &[("w:type", "page")]));
        });
    }

    /// Writes the contents: a field that Word works out with page numbers, and until then the headings as links.
    fn contents(&mut self, chapters: &[Chapter]) {
        let mut headings: Vec<(&str, String)> = Vec::new();
        for chapter in chapters {
            let title = self.say(&chapter.title);
            let number = if chapter.number.is_empty() { String::new() } else { format!("{}\u{2002}", chapter.number) };
            headings.push(("TOC1", if title.is_empty() { title } else { format!("{number}{title}") }));
            self.sections(&chapter.blocks, &mut headings);
        }
        headings.retain(|(_, text)| !text.is_empty());
        if headings.is_empty() {
            return;
        }
        let title = self.locale.text("page-contents");
        self.line(Set { keep: true, ..Set::style("Caption") }, &title);
        let last = headings.len();
        for (i, (style, text)) in headings.into_iter().enumerate() {
            let i = i + 1;
            self.paragraph(Set::style(style), |body| {
                if i == 1 {
                    body.mark("begin");
                    body.element("w:r", &[], |body| {
                        body.xml.element("w:instrText", &[("xml:space", "preserve")], |xml| {
                            xml.text(" TOC \\o \"1-2\" \\h \\z \\u ");
                        });
                    });
                    body.mark("separate");
                }
                let anchor = bookmark(u32::try_from(i).unwrap_or_default());
                body.element("w:hyperlink", &[("w:anchor", &anchor), ("w:history", "1")], |body| body.plain(&text));
                if i == last {
                    body.mark("end");
                }
            });
        }
        self.break_page();
    }

    /// Gathers the sections, in the order in which they are written.
    fn sections(&self, blocks: &[Block], headings: &mut Vec<(&'static str, String)>) {
        for block in blocks {
            match block {
                Block::Section(title) => headings.push(("TOC2", self.say(title))),
                Block::Beside(_, blocks) => self.sections(blocks, headings),
                _ => {}
            }
        }
    }

    /// Writes a mark of the field; Word works it out when the document is opened.
    fn mark(&mut self, kind: &str) {
        let attributes: &[(&str, &str)] =
            if kind == "begin" { &[("w:fldCharType", kind), ("w:dirty", "true")] } else { &[("w:fldCharType", kind)] };
        self.element("w:r", &[], |body| body.xml.empty("w:fldChar", attributes));
    }
}
