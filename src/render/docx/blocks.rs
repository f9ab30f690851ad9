//! The blocks of a chapter.

use super::body::{Body, Ink, Set};
use super::styles::{OCHRE, OCHRE_TINT, TINT};
use super::table::{Cell, Rows, widths};
use crate::model::report::{Block, Chapter, Panel, Source, Tile};
use crate::model::{List, Value};

impl Body<'_> {
    /// Writes a chapter.
    pub(super) fn chapter(&mut self, chapter: &Chapter) {
        let title = self.say(&chapter.title);
        let kicker = self.say(&chapter.kicker);
        self.line(Set { keep: true, ..Set::style("Note") }, &kicker);
        if chapter.number.is_empty() {
            self.heading("Heading1", &title);
        } else {
            self.heading("Heading1", &format!("{}\u{2002}{title}", chapter.number));
        }
        let lead = self.say(&chapter.lead);
        self.line(Set::default(), &lead);
        self.blocks(&chapter.blocks);
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Section(title) => {
                let title = self.say(title);
                self.heading("Heading2", &title);
            }
            Block::Tiles(tiles, source) => {
                self.tiles(tiles);
                self.source(source);
            }
            Block::Chart(chart) => self.chart(chart),
            Block::Grid(grid) => self.grid(grid),
            Block::Claims(claims) => {
                for claim in claims {
                    let [title, body] = [&claim.title, &claim.body].map(|value| self.say(value));
                    self.line(Set::style("Caption"), &title);
                    self.line(Set::default(), &body);
                    self.source(&Source { codes: claim.codes.clone(), words: None });
                }
            }
            Block::Panel(panel) => self.panel(panel),
            Block::Prose(text) => {
                let text = self.say(text);
                self.line(Set::default(), &text);
            }
            Block::Text(spans) => self.paragraph(Set::default(), |body| body.spans(spans)),
            Block::Items(numbered, items) => {
                let list = numbered.then(|| self.list());
                let style = if *numbered { "ListNumber" } else { "ListBullet" };
                for spans in items {
                    self.paragraph(Set { list, ..Set::style(style) }, |body| body.spans(spans));
                }
            }
            Block::Note(text) => {
                let text = self.say(text);
                self.line(Set::style("Note"), &text);
            }
            Block::Goals(goals) => {
                for goal in goals {
                    let name = Value::Name(List::Sdg, goal.to_string().as_str().into());
                    let goal = Value::phrase("page-goal", [("number", Value::count(*goal)), ("name", name)]);
                    let goal = self.say(&goal);
                    self.line(Set::style("ListBullet"), &goal);
                }
            }
            Block::Beside(facts, blocks) => {
                self.facts(facts);
                self.blocks(blocks);
            }
            Block::Matrix(matrix) => self.matrix(matrix),
        }
    }

    /// Writes key figures, one a row: what, the figure with its unit, and what it is compared with.
    fn tiles(&mut self, tiles: &[Tile]) {
        let row = |tile: &Tile| {
            let [figure, unit] = [&tile.figure, &tile.unit].map(|value| self.say(value));
            let figure = if unit.is_empty() { figure } else { format!("{figure}\u{A0}{unit}") };
            let compare: Vec<String> = tile
                .compare
                .iter()
                .map(|(label, value, _)| format!("{}\u{A0}: {}", self.say(label), self.say(value)))
                .collect();
            let color = (tile.figure == Value::Missing).then_some(OCHRE);
            vec![
                Cell::words(self.say(&tile.label)),
                Cell { bold: true, color, ..Cell::number(figure) },
                Cell::words(compare.join("\n")),
            ]
        };
        let rows =
            Rows { widths: widths(&[65.0, 45.0, 0.0]), rows: tiles.iter().map(row).collect(), ..Rows::default() };
        self.rows(&rows);
    }

    fn panel(&mut self, panel: &Panel) {
        let [title, text] = [&panel.title, &panel.body].map(|value| self.say(value));
        let ground = Some(if panel.missing { OCHRE_TINT } else { TINT });
        if !title.is_empty() {
            let ink = Ink { bold: true, color: panel.missing.then_some(OCHRE), ..Ink::default() };
            self.paragraph(Set { ground, keep: true, ..Set::default() }, |body| body.run(ink, &title));
        }
        self.line(Set { ground, ..Set::default() }, &text);
    }

    /// Writes the codes of figures and where they come from.
    pub(super) fn source(&mut self, source: &Source) {
        let codes = Value::List(source.codes.iter().map(Value::code).collect());
        let words = source.words.clone().unwrap_or(Value::Empty);
        let parts = [codes, words].map(|value| self.say(&value));
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        self.line(Set::style("Note"), &parts.join("\u{2002}"));
    }
}
