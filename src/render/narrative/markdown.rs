//! Markdown to chapters: read once, so that every edition lays out the same blocks.

use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::guard::{CLOSE, OPEN, PART, restore};
use crate::locale::Locale;
use crate::model::report::{
    Block, Chapter, DossierFront, Front, Grid, GridCell, GridColumn, Span, SpanStyle, ToComplete, Weight,
};
use crate::model::{Audience, Dossier, Report, Value};

/// Goes before a text in Arabic, so that it runs from the right whatever its first letter is.
const RIGHT_TO_LEFT: char = '\u{200F}';
/// Stands before an item of a list within a list.
const INNER: &str = "\u{2013}\u{A0}";

/// Gives the label of a name or part.
pub(super) fn label(locale: &Locale<'_>, key: &str) -> String {
    let key = format!("narrative-name-{key}");
    locale.text(if locale.has(&key) { &key } else { "narrative-name-other" })
}

/// Reads the Markdown of a dossier.
pub(super) fn report(dossier: &Dossier, markdown: &str, locale: &Locale<'_>) -> Report {
    let mut reader = Reader::new(dossier, locale);
    Parser::new_ext(markdown, Options::ENABLE_TABLES).for_each(|event| reader.event(event));
    reader.finish()
}

struct Reader<'r> {
    dossier: &'r Dossier,
    locale: &'r Locale<'r>,
    title: Option<Value>,
    chapters: Vec<Chapter>,
    /// The hints so far: the chapter's place among the chapters, the hint, and how many times.
    marks: Vec<(Option<usize>, Value, u32)>,
    /// The runs of the paragraph, heading, item or cell being read, still guarded.
    runs: Vec<(SpanStyle, String)>,
    strong: usize,
    emphasis: usize,
    links: Vec<(String, usize)>,
    lists: usize,
    items: Option<(bool, Vec<Vec<Span>>)>,
    table: Option<Table>,
}

#[derive(Default)]
struct Table {
    columns: Vec<GridColumn>,
    numbers: Vec<bool>,
    rows: Vec<Vec<GridCell>>,
    row: Vec<GridCell>,
}

impl<'r> Reader<'r> {
    fn new(dossier: &'r Dossier, locale: &'r Locale<'r>) -> Self {
        Reader {
            dossier,
            locale,
            title: None,
            chapters: Vec::new(),
            marks: Vec::new(),
            runs: Vec::new(),
            strong: 0,
            emphasis: 0,
            links: Vec::new(),
            lists: 0,
            items: None,
            table: None,
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.push(&text),
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { dest_url, .. } => self.links.push((dest_url.to_string(), self.length())),
            Tag::List(first) => {
                self.end_item();
                self.lists += 1;
                self.items.get_or_insert((first.is_some(), Vec::new()));
            }
            Tag::Paragraph if self.lists > 0 && !self.runs.is_empty() => self.push("\n"),
            Tag::Table(aligned) => {
                let numbers = aligned.iter().map(|side| *side == Alignment::Right).collect();
                self.table = Some(Table { numbers, ..Table::default() });
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Link => self.end_link(),
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::Paragraph if self.lists == 0 => self.paragraph(),
            TagEnd::CodeBlock | TagEnd::HtmlBlock if self.lists == 0 => self.paragraph(),
            TagEnd::Item => self.end_item(),
            TagEnd::List(_) => {
                self.lists = self.lists.saturating_sub(1);
                if self.lists == 0
                    && let Some((numbered, items)) = self.items.take()
                    && !items.is_empty()
                {
                    self.block(Block::Items(numbered, items));
                }
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::TableHead => {
                if let Some(table) = &mut self.table {
                    let heads = std::mem::take(&mut table.row).into_iter().map(|cell| cell.value);
                    let numbers = table.numbers.iter().copied().chain(std::iter::repeat(false));
                    // Columns share the width; numbers ask for less of it.
                    table.columns = heads
                        .zip(numbers)
                        .map(|(head, number)| GridColumn { head, width: if number { 24.0 } else { 48.0 }, number })
                        .collect();
                }
            }
            TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    let row = std::mem::take(&mut table.row);
                    table.rows.push(row);
                }
            }
            TagEnd::Table => {
                if let Some(Table { columns, rows, .. }) = self.table.take() {
                    self.block(Block::Grid(Grid {
                        title: Value::Empty,
                        columns,
                        rows,
                        total: None,
                        notes: Vec::new(),
                    }));
                }
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        let style = match (self.strong, self.emphasis) {
            (0, 0) => SpanStyle::Plain,
            (0, _) => SpanStyle::Emphasis,
            _ => SpanStyle::Strong,
        };
        match self.runs.last_mut() {
            Some((last, run)) if *last == style => run.push_str(text),
            _ => self.runs.push((style, text.to_owned())),
        }
    }

    fn length(&self) -> usize {
        self.runs.iter().map(|(_, run)| run.len()).sum()
    }

    /// Says where a link leads, since paper has no links.
    fn end_link(&mut self) {
        let Some((address, from)) = self.links.pop() else { return };
        let all: String = self.runs.iter().map(|(_, run)| run.as_str()).collect();
        let text = all.get(from..).unwrap_or_default();
        if !address.is_empty() && address != text && address.trim_start_matches("mailto:") != text {
            self.push(&format!(" ({address})"));
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let runs = std::mem::take(&mut self.runs);
        match level {
            HeadingLevel::H1 => {
                let title = self.plain(runs);
                if !title.is_empty() {
                    self.title = Some(self.ready(&title));
                }
            }
            HeadingLevel::H2 => {
                // The marks of a heading belong to the chapter that it begins.
                self.chapters.push(self.chapter());
                let title = self.plain(runs);
                let title = self.ready(&title);
                self.chapters.last_mut().into_iter().for_each(|chapter| chapter.title = title.clone());
            }
            _ => {
                let title = self.plain(runs);
                let title = self.ready(&title);
                self.block(Block::Section(title));
            }
        }
    }

    fn chapter(&self) -> Chapter {
        let title = self.title.clone().unwrap_or_else(|| self.dossier.title.clone());
        Chapter { number: "".into(), title, kicker: Value::Empty, lead: Value::Empty, blocks: Vec::new() }
    }

    fn paragraph(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        let mut text = Vec::new();
        for (style, run) in runs {
            for (i, piece) in run.split(PART).enumerate() {
                // Between two private characters stands the name of a part.
                if i % 2 == 0 {
                    if !piece.is_empty() {
                        text.push((style, piece.to_owned()));
                    }
                } else {
                    let spans = self.spans(std::mem::take(&mut text));
                    self.text(spans);
                    self.part(piece);
                }
            }
        }
        let spans = self.spans(text);
        self.text(spans);
    }

    fn text(&mut self, spans: Vec<Span>) {
        if !spans.is_empty() {
            self.block(Block::Text(spans));
        }
    }

    /// Places a part; one that the data can't fill is for people to complete.
    fn part(&mut self, name: &str) {
        match self.dossier.parts.get(name) {
            Some(blocks) if !blocks.is_empty() => blocks.iter().for_each(|block| self.block(block.clone())),
            _ => {
                let hint = label(self.locale, &format!("part-{name}"));
                let mark = self.mark(&hint);
                self.block(Block::Text(vec![mark]));
            }
        }
    }

    fn block(&mut self, block: Block) {
        if self.chapters.is_empty() {
            self.chapters.push(self.chapter());
        }
        if let Some(chapter) = self.chapters.last_mut() {
            chapter.blocks.push(block);
        }
    }

    fn end_item(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        // A part that stands in a list is placed after the list's items so far.
        let parts = runs.iter().any(|(_, run)| run.contains(PART));
        if parts {
            if let Some((numbered, items)) = self.items.replace((false, Vec::new()))
                && !items.is_empty()
            {
                self.block(Block::Items(numbered, items));
            }
            self.runs = runs;
            return self.paragraph();
        }
        let mut spans = self.spans(runs);
        if spans.is_empty() {
            return;
        }
        if self.lists > 1 {
            spans.insert(0, Span { text: INNER.into(), style: SpanStyle::Plain });
        }
        if let Some((_, items)) = &mut self.items {
            items.push(spans);
        }
    }

    fn end_cell(&mut self) {
        let spans = std::mem::take(&mut self.runs);
        let spans = self.spans(spans);
        let has = |style| spans.iter().any(|span| span.style == style);
        let weight = if has(SpanStyle::Complete) {
            Weight::Missing
        } else if !spans.is_empty() && spans.iter().all(|span| span.style == SpanStyle::Strong) {
            Weight::Strong
        } else {
            Weight::Plain
        };
        let value = self.ready(&join(&spans).replace('\n', " "));
        if let Some(table) = &mut self.table {
            table.row.push(GridCell { value, weight });
        }
    }

    /// Gives the runs as spans: marks cut out and noted, private characters given back, blanks at both ends gone.
    fn spans(&mut self, runs: Vec<(SpanStyle, String)>) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for (style, run) in runs {
            let mut rest = run.as_str();
            while let Some((before, tail)) = rest.split_once(OPEN) {
                spans.push(Span { text: restore(before).into(), style });
                let (hint, tail) = tail.split_once(CLOSE).unwrap_or((tail, ""));
                spans.push(self.mark(&restore(hint)));
                rest = tail;
            }
            spans.push(Span { text: restore(rest).into(), style });
        }
        spans.retain(|span| !span.text.is_empty());
        if let Some(first) = spans.first_mut() {
            first.text = first.text.trim_start().into();
        }
        if let Some(last) = spans.last_mut() {
            last.text = last.text.trim_end().into();
        }
        spans.retain(|span| !span.text.is_empty());
        spans
    }

    /// Makes a mark, and notes it for the first page.
    fn mark(&mut self, hint: &str) -> Span {
        let hint = Value::Text(hint.into());
        let text = self.locale.message("narrative-complete", &[("hint", hint.clone())]);
        let chapter = self.chapters.len().checked_sub(1);
        match self.marks.iter_mut().find(|mark| mark.0 == chapter && mark.1 == hint) {
            Some(mark) => mark.2 += 1,
            None => self.marks.push((chapter, hint, 1)),
        }
        Span { text: text.into(), style: SpanStyle::Complete }
    }

    /// Gives the runs of a heading as one line.
    fn plain(&mut self, runs: Vec<(SpanStyle, String)>) -> String {
        let spans = self.spans(runs);
        join(&spans).replace('\n', " ")
    }

    fn ready(&self, text: &str) -> Value {
        if text.is_empty() {
            return Value::Empty;
        }
        let latin_first = self.locale.lang.is_rtl();
        Value::Text(if latin_first { format!("{RIGHT_TO_LEFT}{text}").into() } else { text.into() })
    }

    fn finish(mut self) -> Report {
        let dossier = self.dossier;
        if self.chapters.is_empty() {
            self.chapters.push(self.chapter());
        }
        let said: Vec<String> = self.chapters.iter().map(|chapter| self.locale.say(&chapter.title)).collect();
        let numbered = |title: &String| {
            title.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| c.is_ascii_digit())
        };
        // The form of a funder may bring numbers of its own.
        if !said.iter().any(numbered) {
            for (i, chapter) in self.chapters.iter_mut().enumerate() {
                chapter.number = (i + 1).to_string().into();
            }
        }
        let title = self.title.unwrap_or_else(|| dossier.title.clone());
        let chapter_of = |at: Option<usize>| {
            let chapter = at.and_then(|at| self.chapters.get(at));
            chapter.map_or(Value::key("narrative-title-page"), |chapter| chapter.title.clone())
        };
        let marks = self.marks.into_iter();
        let to_complete = marks.map(|(at, hint, times)| ToComplete { chapter: chapter_of(at), hint, times }).collect();
        Report {
            audience: Audience::Public,
            kind: dossier.kind.clone(),
            stamp: dossier.stamp,
            running: title.clone(),
            title,
            subtitle: dossier.subtitle.clone(),
            foot: dossier.foot.clone(),
            authors: dossier.authors.clone(),
            imprint: dossier.imprint.clone(),
            cover: Front::Dossier(Box::new(DossierFront { facts: dossier.facts.clone(), to_complete })),
            chapters: self.chapters,
        }
    }
}

fn join(spans: &[Span]) -> String {
    spans.iter().map(|span| &*span.text).collect()
}
