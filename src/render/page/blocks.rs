//! The blocks of a chapter, but for charts.

use serde_json::{Value as Json, json};

use super::columns::{Ask, settle};
use super::{ASIDE, FOURTH, PROSE, Setter, THIRD, anchor, bare, share};
use crate::model::report::{Block, Claim, Grid, GridCell, Matrix, Span, Tile, Weight};
use crate::model::{List, Value};
use crate::render::ruler::Face;

/// Both insets of a table's cell together, in millimetres.
const INSET_BOTH: f64 = 2.4;
/// The same, and a hair for kerning.
const INSETS: f64 = INSET_BOTH + 0.2;
/// The widest that a word or a number may make its column, in millimetres.
const WIDEST: f64 = 40.0;
/// The widest number that its column never breaks, in millimetres; what is wider is a list of numbers.
const NUMBER: f64 = 38.0;
/// The gap between a comparison's label and value, and the least width of the label, where each stands on its own line.
const BESIDE: f64 = 2.0;
const LABEL: f64 = 8.0;
/// The lines of a table that is never divided, and the rows that always follow its head.
const WHOLE: usize = 20;
const FOLLOWING: usize = 3;
/// The longest word with digits that counts as a code.
const CODE: usize = 24;
/// Tiles in a row, and claims in a row.
const TILES: usize = 4;
const CLAIMS: usize = 3;
/// Goals whose colour is too light for white digits.
const LIGHT_GOALS: [u8; 10] = [2, 3, 5, 6, 7, 9, 11, 12, 14, 15];

impl Setter<'_> {
    pub(super) fn blocks(&self, blocks: &[Block], width: f64) -> Vec<Json> {
        blocks.iter().map(|block| self.block(block, width)).collect()
    }

    fn block(&self, block: &Block, width: f64) -> Json {
        match block {
            Block::Section(title) => json!({"block": "section", "title": self.say(title)}),
            Block::Tiles(tiles, source) => json!({
                "block": "tiles",
                "rows": tiles.chunks(TILES).map(|row| self.tiles(row)).collect::<Vec<_>>(),
                "source": self.source(source),
            }),
            Block::Chart(chart) => self.chart(chart, width),
            Block::Grid(grid) if grid.columns.is_empty() => json!({"block": "note", "text": self.say(&grid.title)}),
            Block::Grid(grid) => self.grid(grid, width),
            Block::Claims(claims) => json!({
                "block": "claims",
                "rows": claims.chunks(CLAIMS).map(|row| {
                    row.iter().map(|claim| self.claim(claim)).collect::<Vec<_>>()
                }).collect::<Vec<_>>(),
            }),
            Block::Panel(panel) => json!({
                "block": "panel", "missing": panel.missing, "title": self.say(&panel.title), "body": self.say(&panel.body),
            }),
            Block::Prose(text) => json!({"block": "prose", "width": width.min(PROSE), "text": self.say(text)}),
            Block::Text(spans) => {
                json!({"block": "text", "width": width.min(PROSE), "spans": self.spans(spans)})
            }
            Block::Items(numbered, items) => json!({
                "block": "items",
                "width": width.min(PROSE),
                "numbered": numbered,
                "items": items.iter().map(|spans| self.spans(spans)).collect::<Vec<_>>(),
            }),
            Block::Note(text) => json!({"block": "note", "text": self.say(text)}),
            Block::Goals(goals) => json!({
                "block": "goals", "goals": goals.iter().map(|goal| self.goal(*goal)).collect::<Vec<_>>(),
            }),
            Block::Beside(facts, blocks) => json!({
                "block": "beside",
                "facts": facts.iter().map(|(label, value)| json!({
                    "label": self.narrow(label, Face::Plain, self.sizes.note, THIRD),
                    "value": self.narrow(value, Face::Plain, self.sizes.small, THIRD),
                    "missing": *value == Value::Missing,
                })).collect::<Vec<_>>(),
                "blocks": self.blocks(blocks, width.min(ASIDE)),
            }),
            Block::Matrix(matrix) => self.matrix(matrix, width),
        }
    }

    /// Gives runs of narrative text.
    fn spans(&self, spans: &[Span]) -> Vec<Json> {
        spans.iter().map(|span| json!({"text": self.ruler.clean(span.text.to_string()), "style": span.style})).collect()
    }

    /// Gives a row of tiles, set so that figures, bars and comparisons stand at the same height in all of them.
    fn tiles(&self, tiles: &[Tile]) -> Json {
        let (note, small) = (self.sizes.note, self.sizes.small);
        let labels: Vec<String> =
            tiles.iter().map(|tile| self.narrow(&tile.label, Face::Strong, small, THIRD)).collect();
        let lines = labels.iter().map(|label| self.ruler.lines(label, Face::Strong, small, THIRD)).max();
        // A comparison stands in a third of the tile, or on a line of its own where one in the row is too wide for it.
        let columns = tiles.iter().map(|tile| tile.compare.len()).max().unwrap_or(0).max(1);
        let column = THIRD / columns as f64 - 0.8;
        let listed = tiles.iter().flat_map(|tile| &tile.compare).any(|(label, value, _)| {
            self.ruler.width(&self.say(label), Face::Plain, note) > column
                || self.ruler.width(&self.say(value), Face::Strong, small) > column
        });
        let column = (!listed).then_some(column);
        let figures: Vec<(Json, bool, usize)> =
            tiles.iter().zip(labels).map(|(tile, label)| self.tile(tile, label, column)).collect();
        json!({
            "lines": lines,
            "listed": listed,
            "below": figures.iter().any(|(_, below, _)| *below),
            "wraps": figures.iter().map(|(_, _, lines)| lines.saturating_sub(1)).max(),
            "tiles": figures.into_iter().map(|(tile, _, _)| tile).collect::<Vec<_>>(),
        })
    }

    /// Gives one tile, whether its unit needs a line of its own, and the lines of its figure.
    ///
    /// Comparisons stand side by side in columns, or without a width each on a line of its own.
    fn tile(&self, tile: &Tile, label: String, column: Option<f64>) -> (Json, bool, usize) {
        let values = tile.compare.iter().map(|(_, value, _)| self.say(value));
        let values = values.map(|value| self.ruler.width(&value, Face::Strong, self.sizes.small) + 0.4);
        let labels = tile.compare.iter().map(|(label, _, _)| self.say(label));
        let labels = labels.map(|label| self.ruler.widest_word(&label, Face::Plain, self.sizes.note));
        let room = THIRD - BESIDE - labels.fold(LABEL, f64::max);
        let value = values.fold(0.0, f64::max).min(room);
        let column = column.map_or([THIRD - BESIDE - value, value], |column| [column; 2]);
        let figure = self.say(&tile.figure);
        let unit = self.say(&tile.unit);
        // Words in place of a number, such as "not reported" or the reason why there is no total.
        let words = !figure.chars().any(char::is_numeric);
        let tail = if unit.is_empty() { 0.0 } else { self.ruler.width(&unit, Face::Plain, self.sizes.small) + 1.6 };
        // The figure shrinks for its unit down to the second size; then the unit goes below it.
        let sizes = [1.0, 0.8, 0.64, 0.52].map(|part| part * self.sizes.figure);
        let fits =
            |tail: f64| sizes.iter().position(|size| self.ruler.width(&figure, Face::Strong, *size) + tail <= THIRD);
        let beside = fits(tail).filter(|size| *size < 2);
        let size = beside.or_else(|| fits(0.0)).unwrap_or(3);
        let below = !words && !unit.is_empty() && beside.is_none();
        let points = if words { self.sizes.section } else { sizes[size] };
        let figure = self.ruler.breakable(&figure, Face::Strong, points, THIRD);
        let lines = self.ruler.lines(&figure, Face::Strong, points, THIRD);
        let json = json!({
            "label": label,
            "figure": figure,
            "size": size,
            "words": words,
            "missing": tile.figure == Value::Missing,
            "unit": if words { String::new() } else { unit },
            "below": below,
            "share": tile.share.map(share),
            "target": tile.target.map(share),
            "columns": column,
            "compare": tile.compare.iter().map(|(label, value, short)| json!({
                "label": self.narrow(label, Face::Plain, self.sizes.note, column[0]),
                "value": self.narrow(value, Face::Strong, self.sizes.small, column[1]),
                "short": short,
            })).collect::<Vec<_>>(),
        });
        (json, below, lines)
    }

    fn claim(&self, claim: &Claim) -> Json {
        json!({
            "title": self.narrow(&claim.title, Face::Strong, self.sizes.body, FOURTH),
            "body": self.narrow(&claim.body, Face::Plain, self.sizes.body, FOURTH),
            "codes": self.codes(&claim.codes),
            "separator": self.separator(),
        })
    }

    fn goal(&self, goal: u8) -> Json {
        let number = goal.to_string();
        let name = Value::Name(List::Sdg, number.as_str().into());
        let words = Value::phrase("page-goal", [("number", Value::code(&number)), ("name", name)]);
        json!({"number": number, "light": LIGHT_GOALS.contains(&goal), "name": self.say(&words)})
    }

    fn grid(&self, grid: &Grid, width: f64) -> Json {
        let (note, small) = (self.sizes.note, self.sizes.small);
        let heads: Vec<String> = grid.columns.iter().map(|column| self.say(&column.head)).collect();
        let say = |row: &Vec<GridCell>| -> Vec<(String, Weight)> {
            row.iter().map(|cell| (self.say(&cell.value), cell.weight)).collect()
        };
        let mut rows: Vec<Vec<(String, Weight)>> = grid.rows.iter().map(say).collect();
        let mut total = grid.total.as_ref().map(say);
        let face = |weight: Weight| if weight == Weight::Strong { Face::Strong } else { Face::Plain };
        let asks: Vec<Ask> = grid
            .columns
            .iter()
            .enumerate()
            .map(|(i, column)| {
                let cells = rows.iter().filter_map(|row| row.get(i)).map(|(text, weight)| (text, face(*weight)));
                let last = total.as_ref().and_then(|row| row.get(i)).map(|(text, _)| (text, Face::Strong));
                let cells: Vec<(&String, Face)> = cells.chain(last).collect();
                let least = cells.iter().map(|(text, face)| self.least(text, *face, small, column.number));
                let firm = cells.iter().map(|(text, face)| self.firm(text, *face, small, column.number));
                let firm = firm.fold(0.0, f64::max);
                let head = self.ruler.widest_word(&heads[i], Face::Strong, note);
                let least = least.fold(head, f64::max).min(WIDEST).max(firm) + INSETS;
                Ask { wish: f64::from(column.width), least, firm: firm + INSETS }
            })
            .collect();
        let widths = settle(&asks, width);
        for row in rows.iter_mut().chain(&mut total) {
            row.resize(widths.len(), (String::new(), Weight::Plain));
            for ((text, weight), width) in row.iter_mut().zip(&widths) {
                *text = self.ruler.breakable(text, face(*weight), small, width - INSETS + 0.4).into_owned();
            }
        }
        let tall = |row: &Vec<(String, Weight)>| {
            let lines = |((text, weight), width): (&(String, Weight), &f64)| {
                let width = width - INSET_BOTH;
                let lines = |text, size| self.ruler.lines(text, face(*weight), size, width);
                match text.split_once('\n') {
                    Some((first, beneath)) => lines(first, small) + lines(beneath, note),
                    None => lines(text, small),
                }
            };
            row.iter().zip(&widths).map(lines).max().unwrap_or(1)
        };
        let lines: Vec<usize> = rows.iter().map(tall).collect();
        let heads: Vec<String> = heads
            .iter()
            .zip(&widths)
            .map(|(head, width)| self.ruler.breakable(head, Face::Strong, note, width - INSETS + 0.4).into_owned())
            .collect();
        let head = heads.iter().zip(&widths);
        let head = head.map(|(head, width)| self.ruler.lines(head, Face::Strong, note, width - INSET_BOTH)).max();
        let cell = |(text, weight): (String, Weight)| match (text.split_once('\n'), weight) {
            (Some((text, beneath)), _) => json!({"text": text, "beneath": beneath, "kind": "named"}),
            (None, Weight::Plain) => Json::String(text),
            (None, Weight::Anchor) => {
                json!({"anchor": anchor(&bare(&text).replace('\u{200B}', "")), "text": text, "kind": "anchor"})
            }
            (None, Weight::Strong) => json!({"text": text, "kind": "strong"}),
            (None, Weight::Missing) => json!({"text": text, "kind": "missing"}),
        };
        json!({
            "block": "table",
            "title": self.say(&grid.title),
            "columns": widths,
            "numbers": grid.columns.iter().map(|column| column.number).collect::<Vec<_>>(),
            "heads": heads,
            "head": head,
            "whole": lines.iter().sum::<usize>() <= WHOLE,
            "first": lines.iter().take(FOLLOWING).collect::<Vec<_>>(),
            "lines": lines.iter().copied().chain(total.as_ref().map(tall)).collect::<Vec<_>>(),
            "cells": rows.into_iter().flatten().map(cell).collect::<Vec<_>>(),
            "total": total.map(|row| row.into_iter().map(|(text, _)| text).collect::<Vec<_>>()),
            "notes": grid.notes.iter().map(|note| self.say(note)).collect::<Vec<_>>(),
        })
    }

    /// Gives the width that a cell needs: of the whole where it is a number, else of its widest word.
    pub(super) fn least(&self, text: &str, face: Face, size: f64, number: bool) -> f64 {
        let whole = self.ruler.width(text, face, size);
        if number && whole <= WIDEST / 2.0 && text.chars().any(char::is_numeric) {
            whole
        } else {
            self.ruler.widest_word(text, face, size)
        }
    }

    /// Gives the width that a cell must not lose: of a number, or of a code, which would both be misread in two parts.
    fn firm(&self, text: &str, face: Face, size: f64, number: bool) -> f64 {
        let digits = text.chars().any(char::is_numeric);
        let words = text.chars().any(char::is_alphabetic);
        let code = |word: &str| word.chars().any(char::is_numeric) && word.chars().count() <= CODE;
        let whole = self.ruler.width(text, face, size);
        if digits && (number || !words) && whole <= NUMBER {
            return whole;
        }
        let codes = text.split_whitespace().filter(|word| code(word));
        codes.map(|word| self.ruler.width(word, face, size)).fold(0.0, f64::max)
    }

    fn matrix(&self, matrix: &Matrix, width: f64) -> Json {
        let most = matrix.rows.iter().flat_map(|(_, counts, _)| counts).copied().max().unwrap_or(0);
        let columns = matrix.heads.len().saturating_sub(1);
        let (name, total) = (THIRD, 12.5);
        let cell = ((width - name - total) / columns.max(1) as f64).min(9.0);
        let number = |count: u64| self.say(&Value::count(count));
        let whole = |counts: &[u64], columns: usize| {
            let mut counts = counts.to_vec();
            counts.resize(columns, 0);
            counts
        };
        let last = matrix.heads.last().map_or(String::new(), |head| self.say(head));
        json!({
            "block": "matrix",
            "title": self.say(&matrix.title),
            "name-width": width - total - cell * columns as f64,
            "cell-width": cell,
            "total-width": total,
            "corner": self.say(&matrix.corner),
            "heads": matrix.heads.iter().take(columns).map(|head| self.say(head)).collect::<Vec<_>>(),
            "total-head": last,
            "rows": matrix.rows.iter().map(|(name, counts, total)| json!({
                "name": self.narrow(name, Face::Plain, self.sizes.small, THIRD - 2.0),
                "cells": whole(counts, columns).into_iter().map(|count| json!({
                    "text": if count == 0 { "·".to_owned() } else { number(count) },
                    "step": step(count, most),
                })).collect::<Vec<_>>(),
                "total": number(*total),
            })).collect::<Vec<_>>(),
            "totals": whole(&matrix.totals, columns + 1).into_iter().map(number).collect::<Vec<_>>(),
            "source": self.source(&matrix.source),
        })
    }
}

/// Gives the shade of a count: 0 for none, else 1 to 4, where 4 is the largest of the matrix.
fn step(count: u64, most: u64) -> u64 {
    if most <= 4 { count } else { (count * 4).div_ceil(most) }
}
