//! A report as blocks, without words and without looks: what `compose` lays out and `render` turns into bytes.

use serde::Serialize;

pub use super::letter::{Letter, Signature};
use super::{Audience, Code, DocumentKind, Value};

pub use super::plot::{AmountRow, Bullet, FunnelStep, GanttTask, Line, Plot, Tone};

/// A stamp on each page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stamp {
    /// A finding of severity error touches a figure of the document.
    Provisional,
    /// No finding does.
    Final,
    /// The document is for people to finish.
    Draft,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Which document it is.
    pub kind: DocumentKind,
    /// Whom it is for: what stays in the office is marked on every page.
    pub audience: Audience,
    /// The stamp on its pages.
    pub stamp: Stamp,
    /// The title, for the file's properties and the cover.
    pub title: Value,
    /// What the document is about, beside its title: a territory, a theme, or the partnership.
    pub subtitle: Value,
    /// The text at the head of each page.
    pub running: Value,
    /// The text at the foot of each page: the cut-off, and the campaign's notice.
    pub foot: Value,
    /// The names of the two associations, as authors.
    pub authors: Vec<Value>,
    /// Who answers for the document, and what it was made from.
    pub imprint: Imprint,
    /// The first page.
    pub cover: Front,
    /// The chapters, in order.
    pub chapters: Vec<Chapter>,
}

/// Who answers for a document and what it was made from, for any page that shows it.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Imprint {
    /// The two associations, the host first.
    pub parties: Vec<PartyName>,
    /// The program, its version, and the first digits of the fingerprint of the inputs.
    pub made: Option<Value>,
}

/// An association as a document names it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartyName {
    /// The country, by which its logo is found.
    pub country: Code,
    /// The name in full.
    pub name: Value,
    /// The short name, which stands in place of a logo.
    pub short: Value,
}

/// The first page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Front {
    /// Of an evaluation report: the agreement, and a square for each council.
    Evaluation(Box<Cover>),
    /// Of a funding dossier: what is asked for, and what people have to complete. The chapters follow one another
    /// without new pages.
    Dossier(Box<DossierFront>),
    /// Of a document without a cover, as the summary for elected members: a head above its first chapter. Each chapter
    /// begins a page.
    Brief(Box<Brief>),
    /// Of a letter. Its only chapter is the body; its title is not printed.
    Letter(Box<Letter>),
    /// Of the sheet of an activity: none. The chapter begins under the marks of both associations.
    Sheet,
}

/// The head of a document without a cover; title, subtitle and stamp stand in the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Brief {
    /// The line above the title.
    pub kicker: Value,
    /// Period, cut-off, returns: label and value.
    pub facts: Vec<(Value, Value)>,
}

/// The first page of a funding dossier; title, call, applicants and stamp stand in the report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DossierFront {
    /// What is asked for and where: label and value.
    pub facts: Vec<(Value, Value)>,
    /// What people have to complete, in the order of the document.
    pub to_complete: Vec<ToComplete>,
}

/// One hint at what people have to write, in a chapter of a dossier.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ToComplete {
    /// The title of the chapter.
    pub chapter: Value,
    /// The hint.
    pub hint: Value,
    /// How many times it stands in the chapter.
    pub times: u32,
}

impl DossierFront {
    /// Says how much there is to complete.
    pub fn count(&self) -> Value {
        match self.to_complete.iter().map(|hint| hint.times).sum::<u32>() {
            0 => Value::key("narrative-front-none"),
            count => Value::phrase("narrative-front-some", [("count", Value::count(count))]),
        }
    }
}

impl ToComplete {
    /// Gives the hint, and how many times it stands in its chapter where that is more than once.
    pub fn words(&self) -> Value {
        match self.times {
            0 | 1 => self.hint.clone(),
            times => {
                Value::phrase("narrative-front-times", [("hint", self.hint.clone()), ("times", Value::count(times))])
            }
        }
    }
}

/// The first page of an evaluation report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cover {
    /// The line above the title.
    pub kicker: Value,
    /// "Year 1 of 5".
    pub year: Value,
    /// The agreement's first and last month.
    pub span: Value,
    /// Years of one term, and how many of them are over or under way.
    pub years: (u32, u32),
    /// What the councils did, on documents about all of them or those of one side.
    pub squares: Option<Squares>,
    /// Four facts: label and value.
    pub facts: Vec<(Value, Value)>,
    /// The rates used and the notice.
    pub note: Value,
}

/// The councils on a cover.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Squares {
    /// One square a council: the Moroccan ones, then the French ones.
    pub councils: [Vec<Square>; 2],
    /// The heads above the two fields of squares.
    pub heads: [Value; 2],
    /// What each kind of square means, with its count.
    pub legend: Vec<(Square, Value)>,
    /// The description of the squares for those who can't see them.
    pub alt: Value,
}

/// One council on the cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Square {
    /// It takes part in an activity.
    Active,
    /// It answered, without an activity; or it was not asked.
    Quiet,
    /// A return was expected and none came.
    Silent,
}

/// One chapter, which begins on a new page unless it is short.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chapter {
    /// The number as printed: `1`, `A2`; blank for none.
    pub number: Box<str>,
    /// The title.
    pub title: Value,
    /// The line above the title.
    pub kicker: Value,
    /// One or two lines that answer the chapter's question.
    pub lead: Value,
    /// What follows.
    pub blocks: Vec<Block>,
}

/// One piece of a chapter.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A heading inside the chapter.
    Section(Value),
    /// Up to eight key figures, four a row, and their source.
    Tiles(Vec<Tile>, Source),
    /// A chart with its finding as title.
    Chart(Box<Chart>),
    /// A table over as many pages as it needs.
    Grid(Grid),
    /// Up to three claims side by side.
    Claims(Vec<Claim>),
    /// A tinted panel.
    Panel(Panel),
    /// A paragraph.
    Prose(Value),
    /// A paragraph of narrative: runs of text, each set in its way.
    Text(Vec<Span>),
    /// A list of narrative; true where its items are numbered.
    Items(bool, Vec<Vec<Span>>),
    /// A small note under a table or chart.
    Note(Value),
    /// The sustainable development goals by number.
    Goals(Vec<u8>),
    /// Labels and values beside blocks, as on a territory's page.
    Beside(Vec<(Value, Value)>, Vec<Block>),
    /// Who cooperates with whom.
    Matrix(Matrix),
}

/// A run of narrative text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Span {
    /// The text. It may hold any character; nothing in it is markup.
    pub text: Box<str>,
    /// How it is set.
    pub style: SpanStyle,
}

/// How a run of narrative text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpanStyle {
    /// As the others.
    Plain,
    /// Strong.
    Strong,
    /// Emphasised.
    Emphasis,
    /// A hint at what people have to write here: the data do not hold it.
    Complete,
}

/// The codes of the figures printed, and where they come from.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Source {
    /// The codes of the indicators, as in the method annex.
    pub codes: Vec<Code>,
    /// The source in words; [`Value::Empty`] for none.
    pub words: Option<Value>,
}

/// One key figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tile {
    /// What is counted.
    pub label: Value,
    /// The figure; [`Value::Missing`] where it is not reported.
    pub figure: Value,
    /// The unit, or "of 75".
    pub unit: Value,
    /// The part of a whole that the bar shows, from 0 to 1.
    pub share: Option<f64>,
    /// The target on the same scale.
    pub target: Option<f64>,
    /// Up to three comparisons under the bar: label, value, and true where it is short of what was wanted.
    pub compare: Vec<(Value, Value, bool)>,
}

/// A chart, its finding and its source.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// The finding, as a sentence.
    pub title: Value,
    /// The codes and the source.
    pub source: Source,
    /// The numbers of the chart in words, for those who can't see it.
    pub alt: Value,
    /// What is drawn.
    pub plot: Plot,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Grid {
    /// The title above it; [`Value::Empty`] for none.
    pub title: Value,
    /// The columns.
    pub columns: Vec<GridColumn>,
    /// The rows, a cell a column.
    pub rows: Vec<Vec<GridCell>>,
    /// The total row.
    pub total: Option<Vec<GridCell>>,
    /// Notes beneath: what is left out, and that rows do not add up where they do not.
    pub notes: Vec<Value>,
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GridColumn {
    /// The head.
    pub head: Value,
    /// The width in millimetres; 0 takes what is left. At most one column of a table may.
    pub width: f32,
    /// True for numbers, which stand at the right edge in both directions.
    pub number: bool,
}

/// One cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GridCell {
    /// What it says.
    pub value: Value,
    /// How it says it.
    pub weight: Weight,
}

/// How a cell is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// As the others.
    #[default]
    Plain,
    /// Strong.
    Strong,
    /// A code that the same code elsewhere in the document leads to.
    Anchor,
    /// Missing, late or short: ochre.
    Missing,
}

impl From<Value> for GridCell {
    fn from(value: Value) -> Self {
        let weight = if value == Value::Missing { Weight::Missing } else { Weight::Plain };
        GridCell { value, weight }
    }
}

/// One finding of the summary.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Claim {
    /// What is claimed.
    pub title: Value,
    /// Two to four lines that show it.
    pub body: Value,
    /// The figures behind it.
    pub codes: Vec<Code>,
}

/// A panel: what is missing and what becomes of it, or a quiet remark.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Panel {
    /// True for what is missing.
    pub missing: bool,
    /// The title.
    pub title: Value,
    /// The text.
    pub body: Value,
}

/// A matrix of counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Matrix {
    /// The title, which tells what is counted.
    pub title: Value,
    /// The head of the first column.
    pub corner: Value,
    /// The heads of the other columns; the last is the total.
    pub heads: Vec<Value>,
    /// The rows: name, count a column, total.
    pub rows: Vec<(Value, Vec<u64>, u64)>,
    /// The totals of the columns and of all.
    pub totals: Vec<u64>,
    /// The source.
    pub source: Source,
}
