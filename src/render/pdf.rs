//! Reports as PDF: archivable (PDF/A-2a) and accessible (PDF/UA-1), laid out by Typst from `templates/report.typ`.

use std::borrow::Cow;

use jiff::civil::Date;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::logo::Emblem;
use super::order;
use super::page;
use super::ruler::Ruler;
use super::world::{Desk, Shelf};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::{Logo, Report};

/// The press: templates, fonts and standards, made ready once and shared by all threads.
pub struct Press {
    shelf: Shelf,
    logos: Vec<Emblem>,
    ruler: Ruler,
    standards: PdfStandards,
}

impl Press {
    /// Sets the press up. `template` gives a replacement of a template by its name, such as `look.typ`; where it gives
    /// none, the built-in one is taken.
    ///
    /// # Errors
    ///
    /// A template is not UTF-8 text, a file holds no font, or a logo can't be drawn. What else is wrong with a template comes
    /// out when a report is made.
    pub fn new<'t>(
        template: impl Fn(&str) -> Option<Cow<'t, [u8]>>,
        fonts: Vec<(String, Vec<u8>)>,
        logos: &[Logo],
    ) -> Result<Press> {
        let logos = logos.iter().map(Emblem::new).collect::<Result<Vec<_>>>()?;
        let shelf = Shelf::new(template, fonts, &logos)?;
        let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|error| Error::Render { document: "PDF".to_owned(), detail: error.message().to_string() })?;
        Ok(Press { ruler: Ruler::new(shelf.fonts()), shelf, logos, standards })
    }

    /// Makes the PDF of a report in a language. The same report, language and date give the same bytes.
    ///
    /// # Errors
    ///
    /// A template is broken; the error says where.
    pub fn pdf(&self, report: &Report, locale: &Locale<'_>, date: Date) -> Result<Vec<u8>> {
        let document = format!("{}-{}", report.kind.stem(), locale.lang);
        let desk = self.desk(report, locale)?;
        let pages = order::logical(compose(&desk, &document)?);
        let midnight = u8::try_from(date.month())
            .ok()
            .zip(u8::try_from(date.day()).ok())
            .and_then(|(month, day)| Datetime::from_ymd_hms(i32::from(date.year()), month, day, 0, 0, 0));
        let options = PdfOptions {
            ident: Smart::Custom(format!("bilan {document} {date}")),
            creator: Smart::Custom(Some(concat!("bilan ", env!("CARGO_PKG_VERSION")).to_owned())),
            timestamp: midnight.map(Timestamp::new_utc),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&pages, &options).map_err(|diagnostics| desk.explain(&document, &diagnostics))
    }

    /// Gives the logos, ready for pages of other kinds.
    pub fn logos(&self) -> &[Emblem] {
        &self.logos
    }

    pub(super) fn desk(&self, report: &Report, locale: &Locale<'_>) -> Result<Desk<'_>> {
        let data = page::document(report, locale, &self.ruler, &self.logos);
        let data = serde_json::to_vec(&data)
            .map_err(|error| Error::Render { document: report.kind.stem(), detail: error.to_string() })?;
        Ok(self.shelf.open(data))
    }
}

fn compose(desk: &Desk<'_>, document: &str) -> Result<PagedDocument> {
    let made = typst::compile(desk);
    let pages = made.output.map_err(|diagnostics| desk.explain(document, &diagnostics))?;
    // Text in a font that is not there would be set in another, or not at all.
    match made.warnings.iter().filter(|warning| warning.message.starts_with("unknown font family")).cloned() {
        unknown if unknown.clone().next().is_none() => Ok(pages),
        unknown => Err(desk.explain(document, &unknown.collect::<Vec<_>>())),
    }
}

#[cfg(test)]
mod tests {
    use typst::layout::{Frame, FrameItem};
    use typst::text::Glyph;

    use super::*;
    use crate::model::dossier::Node;
    use crate::model::{Dossier, Lang};
    use crate::reference::Reference;
    use crate::render::narrative::tests::{HOSTILE, REFERENCE, visible};
    use crate::render::{narrative, page, sample, workers};

    fn press() -> Press {
        Press::new(|_| None, Vec::new(), &[]).unwrap()
    }

    fn day() -> Date {
        jiff::civil::date(2026, 10, 31)
    }

    /// Writes what is heard of a frame: texts as they come, and the letters of what runs from the right turned around.
    fn heard(frame: &Frame, out: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => heard(&group.frame, out),
                FrameItem::Text(text) => {
                    let mut ranges: Vec<_> = text.glyphs.iter().map(Glyph::range).collect();
                    ranges.dedup();
                    if ranges.is_sorted_by(|a, b| a.start >= b.end) {
                        ranges.reverse();
                    }
                    ranges.into_iter().for_each(|range| out.push_str(&text.text[range]));
                }
                _ => {}
            }
        }
    }

    /// Leaves out blanks, which lines end with, and what steers the direction and the breaks of lines.
    fn bare(text: &str) -> String {
        text.chars().filter(|c| !c.is_whitespace() && !order::steers(*c)).collect()
    }

    /// Gives the texts of the data, but for what is read aloud or steers the looks.
    fn strings(json: &serde_json::Value, key: &str, out: &mut Vec<String>) {
        match json {
            serde_json::Value::String(text)
                if !["kind", "block", "tone", "anchor", "lang", "fields", "style"].contains(&key) =>
            {
                out.push(text.clone());
            }
            serde_json::Value::Array(list) => list.iter().for_each(|item| strings(item, key, out)),
            serde_json::Value::Object(map) => {
                for (key, item) in map.iter().filter(|(key, _)| !["alt", "years-alt", "meta"].contains(&key.as_str())) {
                    strings(item, key, out);
                }
            }
            _ => {}
        }
    }

    /// Checks that every text of a report's data stands on a page and is heard as it was written, and that two renders are
    /// equal. Gives the pages.
    #[track_caller]
    fn stands(report: &Report, lang: Lang) -> usize {
        let (press, locale) = (press(), Locale::prose(lang, &REFERENCE));
        let desk = press.desk(report, &locale).unwrap();
        let made = typst::compile::<PagedDocument>(&desk);
        assert!(made.warnings.is_empty(), "{:?}", made.warnings);
        let document = order::logical(made.output.map_err(|errors| desk.explain("sample", &errors)).unwrap());
        let mut said = String::new();
        document.pages().iter().for_each(|page| heard(&page.frame, &mut said));
        let said = bare(&said);
        let mut wanted = Vec::new();
        strings(&page::document(report, &locale, &press.ruler, &[]), "", &mut wanted);
        for text in &wanted {
            assert!(said.contains(&bare(text)), "`{text}` is not heard");
        }
        let first = press.pdf(report, &locale, day()).unwrap();
        assert!(first == press.pdf(report, &locale, day()).unwrap(), "two renders differ");
        document.pages().len()
    }

    #[track_caller]
    fn check(lang: Lang, pages: usize) {
        assert_eq!(stands(&sample::report(lang), lang), pages);
    }

    #[test]
    fn every_text_of_the_data_stands_on_a_page() {
        check(Lang::Fr, 9);
        check(Lang::Ar, 9);
        check(Lang::En, 9);
    }

    #[test]
    fn every_text_of_a_letter_stands_on_a_page() {
        for lang in Lang::ALL {
            assert!(stands(&sample::letter(lang), lang) > 1, "the table runs over pages");
        }
    }

    /// Gives the narrative of a dossier.
    fn dossier(dossier: &Dossier, template: &str) -> Report {
        let locale = Locale::prose(dossier.lang, &REFERENCE);
        narrative::report(dossier, "t", template, &locale).unwrap()
    }

    #[track_caller]
    fn check_dossier(dossier_of: &Dossier) {
        let name = format!("dossiers/{}.{}.md.hbs", dossier_of.template, dossier_of.lang);
        let template = String::from_utf8(crate::assets::template(&name).unwrap().to_vec()).unwrap();
        stands(&dossier(dossier_of, &template), dossier_of.lang);
    }

    #[test]
    fn every_text_of_a_dossier_stands_on_a_page() {
        check_dossier(&sample::dossier(Lang::Fr));
        check_dossier(&sample::dossier(Lang::Ar));
        check_dossier(&sample::unknown(Lang::En));
    }

    #[test]
    fn values_of_a_dossier_are_text_on_its_pages() {
        let long = "x".repeat(10_000);
        let mut names = String::from("# T\n\n## A\n\n");
        let mut hostile = sample::dossier(Lang::Fr);
        let mut rows = Vec::new();
        for value in HOSTILE.iter().copied().chain([long.as_str()]) {
            rows.push(std::iter::once(("task", Node::Value(value.into()))).collect());
        }
        hostile.names.insert("tasks", Node::Rows(rows));
        hostile.facts = HOSTILE.iter().map(|value| ((*value).into(), (*value).into())).collect();
        hostile.authors = HOSTILE.iter().map(|value| (*value).into()).collect();
        names.push_str("{{#each tasks}}\n### {{task}}\n\n{{task}}\n\n- {{task}}\n\n| a | b |\n|---|---|\n| {{task}} | c |\n\n{{/each}}");
        let report = dossier(&hostile, &names);
        for lang in [Lang::Fr, Lang::Ar] {
            let (press, locale) = (press(), Locale::prose(lang, &REFERENCE));
            let data = page::document(&report, &locale, &press.ruler, &[]).to_string();
            let data: serde_json::Value = serde_json::from_str(&data).unwrap();
            let mut texts = Vec::new();
            strings(&data, "", &mut texts);
            let texts: String = texts.iter().map(|text| visible(text)).collect();
            for value in HOSTILE {
                assert!(texts.contains(&visible(value)), "{value:?} is not in the data as typed");
            }
            press.pdf(&report, &locale, day()).unwrap();
        }
    }

    #[test]
    fn nothing_that_a_report_can_hold_breaks_a_page() {
        let reference = Reference::built_in().unwrap();
        let (press, report) = (press(), sample::edge());
        for lang in Lang::ALL {
            press.pdf(&report, &Locale::prose(lang, &reference), day()).unwrap();
        }
    }

    #[test]
    fn the_number_of_threads_changes_no_byte() {
        let reference = Reference::built_in().unwrap();
        let press = press();
        let make = |lang: &Lang| press.pdf(&sample::report(*lang), &Locale::prose(*lang, &reference), day()).unwrap();
        let of = |threads| workers::for_each(threads, &Lang::ALL, |_| false, make).unwrap();
        assert!(of(1) == of(2));
    }

    #[test]
    fn a_broken_template_is_named_with_its_line() {
        let press = Press::new(
            |name| (name == "report.typ").then(|| Cow::Borrowed(&b"#let a = 1\n#colour(a)"[..])),
            Vec::new(),
            &[],
        )
        .unwrap();
        let reference = Reference::built_in().unwrap();
        let error = press.pdf(&sample::report(Lang::Fr), &Locale::prose(Lang::Fr, &reference), day()).unwrap_err();
        assert_eq!(error.to_string(), "consolidated-fr: report.typ:2:2: unknown variable: colour");
    }
}
