//! The first page.

use serde_json::{Value as Json, json};

use super::{FOURTH, HINT, PAGE, Setter, THIRD};
use crate::model::report::{Brief, Cover, DossierFront, Front, Imprint, PartyName, Report, Square, Squares};
use crate::model::{DocumentKind, Value};
use crate::render::logo::Emblem;
use crate::render::ruler::Face;

/// The fields of squares: so many rows, and columns for the width of the page, where the councils are not more.
const ROWS: usize = 8;
const COLUMNS: usize = 25;
/// The column at which the second field begins at the earliest.
const SECOND: usize = 12;
/// The size of a short name in place of a logo, in points, the room for it, and the width of a name: 5 columns.
const NAME: f64 = 24.0;
const NAME_WIDTH: f64 = 38.0;
const FIFTH: f64 = 68.5;
/// The columns that the head of the second field needs.
const HEAD: usize = 8;

impl Setter<'_> {
    pub(super) fn cover(&self, report: &Report) -> Json {
        match &report.cover {
            Front::Evaluation(cover) => self.evaluation(report, cover),
            Front::Dossier(front) => self.dossier(report, front),
            Front::Brief(brief) => self.brief(report, brief),
            Front::Letter(letter) => self.letter(report, letter),
            Front::Sheet => json!({"kind": "sheet"}),
        }
    }

    fn evaluation(&self, report: &Report, cover: &Cover) -> Json {
        let title = self.say(&report.title);
        // A document about one council, theme or association bears its name in the largest letters.
        let subject = (report.kind != DocumentKind::Consolidated).then(|| self.title_size(&self.say(&report.subtitle)));
        let least = subject.map_or(0, |size| (size + 1).clamp(2, 3));
        let (past, years) = (cover.years.1.min(cover.years.0), cover.years.0);
        let words = [("year", Value::count(past)), ("years", Value::count(years))];
        json!({
            "kind": "evaluation",
            "kicker": self.say(&cover.kicker),
            "title": title,
            "size": self.title_size(&title).max(least),
            "subtitle": self.say(&report.subtitle),
            "subject": subject,
            "year": self.say(&cover.year),
            "span": self.say(&cover.span),
            "years": years,
            "past": past,
            "years-alt": self.say(&Value::phrase("page-years-alt", words)),
            "fields": cover.squares.as_ref().map(|squares| self.fields(squares)),
            "facts": cover.facts.iter().map(|(label, value)| json!({
                "label": self.say(label), "value": self.say(value),
            })).collect::<Vec<_>>(),
            "note": self.say(&cover.note),
        })
    }

    /// Gives the head of a document without a cover.
    fn brief(&self, report: &Report, brief: &Brief) -> Json {
        json!({
            "kind": "brief",
            "kicker": self.say(&brief.kicker),
            "title": self.narrow(&report.title, Face::Title, self.sizes.chapter, PAGE),
            "subtitle": self.say(&report.subtitle),
            "facts": brief.facts.iter().map(|(label, value)| json!({
                "label": self.narrow(label, Face::Plain, self.sizes.note, THIRD),
                "value": self.narrow(value, Face::Strong, self.sizes.small, THIRD),
            })).collect::<Vec<_>>(),
        })
    }

    /// Gives the mark of each association: its logo, or its short name where the campaign has none.
    pub(super) fn logos(&self, imprint: &Imprint, logos: &[Emblem]) -> Vec<Json> {
        let mark = |party: &PartyName| {
            let short = self.say(&party.short);
            let logo = logos.iter().find(|logo| logo.country == party.country);
            let size = [1.0, 0.75, 0.55].iter().map(|part| part * NAME);
            let fits = |size: &f64| self.ruler.width(&short, Face::Strong, *size) <= NAME_WIDTH;
            json!({
                "path": logo.map(|logo| &logo.path),
                "width": logo.map(|logo| logo.size.0),
                "height": logo.map(|logo| logo.size.1),
                "alt": self.alt(&Value::phrase("page-logo-alt", [("name", party.name.clone())]), &party.name),
                "name": self.narrow(&party.name, Face::Strong, self.sizes.body, FIFTH),
                "size": size.clone().find(fits).unwrap_or(NAME * 0.4),
                "short": short,
            })
        };
        imprint.parties.iter().map(mark).collect()
    }

    /// Gives the first page of a dossier: what is asked for by whom, and what people have to complete.
    fn dossier(&self, report: &Report, front: &DossierFront) -> Json {
        let title = self.narrow(&report.title, Face::Title, self.sizes.cover * 0.43, PAGE);
        json!({
            "kind": "dossier",
            "kicker": self.word("narrative-front"),
            "title": title,
            "size": self.title_size(&title),
            "subtitle": self.narrow(&report.subtitle, Face::Plain, self.sizes.section, PAGE),
            "applicants-head": self.word("narrative-front-applicants"),
            "applicants": report.authors.iter().map(|name| self.narrow(name, Face::Strong, self.sizes.body, PAGE)).collect::<Vec<_>>(),
            "facts": front.facts.iter().map(|(label, value)| json!({
                "label": self.narrow(label, Face::Plain, self.sizes.note, FOURTH),
                "value": self.narrow(value, Face::Strong, self.sizes.body, FOURTH),
                "missing": *value == Value::Missing,
            })).collect::<Vec<_>>(),
            "count": self.say(&front.count()),
            "open": !front.to_complete.is_empty(),
            "help": if front.to_complete.is_empty() { String::new() } else { self.word("narrative-front-help") },
            "chapters": front.to_complete.chunk_by(|a, b| a.chapter == b.chapter).map(|hints| json!({
                "title": self.narrow(&hints[0].chapter, Face::Strong, self.sizes.small, FOURTH),
                "hints": hints.iter().map(|hint| self.narrow(&hint.words(), Face::Plain, self.sizes.small, HINT)).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        })
    }

    /// Picks the largest of the four sizes in which the title leaves room for the rest of its panel.
    fn title_size(&self, title: &str) -> usize {
        let fits = |part: f64, most: usize| {
            let size = self.sizes.cover * part;
            self.ruler.lines(title, Face::Title, size, PAGE) <= most
                && self.ruler.widest_word(title, Face::Title, size) <= PAGE
        };
        [(1.0, 2), (0.75, 2), (0.55, 3)].iter().position(|(part, most)| fits(*part, *most)).unwrap_or(3)
    }

    /// Gives both fields of squares with their place on a common raster, or nothing where there is no council.
    fn fields(&self, squares: &Squares) -> Json {
        let [first, second] = [squares.councils[0].len(), squares.councils[1].len()];
        if first + second == 0 {
            return Json::Null;
        }
        // More councils than the field holds: more rows of smaller squares, so that the field keeps its height.
        let raster = |rows: usize| {
            let start = if first == 0 { 0 } else { (first.div_ceil(rows) + 2).max(SECOND * rows / ROWS) };
            let last = if second == 0 { 0 } else { second.div_ceil(rows).max(HEAD * rows / ROWS) };
            (rows, start, (start + last).max(COLUMNS * rows / ROWS))
        };
        let (rows, start, columns) = (ROWS..=ROWS * 16)
            .map(raster)
            .find(|(rows, _, columns)| *columns <= COLUMNS * rows / ROWS)
            .unwrap_or_else(|| raster(ROWS * 16));
        json!({
            "rows": rows,
            "columns": columns,
            "second": start,
            "fields": squares.councils.iter().map(|field| {
                field.iter().map(|square| kind(*square)).collect::<Vec<_>>()
            }).collect::<Vec<_>>(),
            "heads": squares.heads.iter().map(|head| self.say(head)).collect::<Vec<_>>(),
            "legend": squares.legend.iter().map(|(square, words)| json!({
                "kind": kind(*square), "text": self.say(words),
            })).collect::<Vec<_>>(),
            "alt": self.alt(&squares.alt, &squares.heads[0]),
        })
    }
}

fn kind(square: Square) -> &'static str {
    match square {
        Square::Active => "active",
        Square::Quiet => "quiet",
        Square::Silent => "silent",
    }
}
