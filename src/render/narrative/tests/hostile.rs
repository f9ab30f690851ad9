//! Values from spreadsheets are text, and nothing else, in every block of a dossier.

use super::{set, written};
use crate::model::dossier::Node;
use crate::model::report::{Block, Front, Report, SpanStyle};
use crate::model::{Lang, Value};
use crate::render::sample;

/// Values that try to be more than text.
pub(in crate::render) const HOSTILE: &[&str] = &[
    "*x* **y** _z_ ~~q~~",
    "# h",
    "## h\n\nx",
    "- a",
    "+ a\n+ b",
    "1. a",
    "1",
    "12) a",
    "`code` ``` fence",
    "```part\nbudget\n```",
    "~~~\nx",
    "[a](todo:)",
    "[a]: http://example.org",
    "![x](http://example.org/x.png)",
    "<http://example.org>",
    "<script>alert(1)</script>",
    "<!-- x",
    "</w:t></w:r><w:r><w:t>x",
    "&amp; &#35; &lt;b&gt;",
    "{{part \"budget\"}}",
    "{{#each partners}}",
    "{{{activity.title}}}",
    "#import \"x\"",
    "#read(\"/etc/passwd\")",
    "$x$ \\u{41} \\n",
    "=cmd|' /C calc'!A0",
    "]]>",
    "a\n===",
    "a\n---\n***",
    "    indented",
    "\t> quote",
    "| a | b |\n|---|---|\n| c | d |",
    "a | b",
    "line\nbreak | and\n\nparagraph",
    "back\\slash \\",
    "a \u{10F080}forged\u{10F081} \u{10F082}budget\u{10F082}",
    "nul \u{0} bell \u{7} escape \u{1B}[31m del \u{7F}",
    "right \u{202E}tfel\u{202C} isolate \u{2067}x",
    "\u{FEFF}mark \u{200B}zero",
    "lone \u{FFFE}\u{FFFF}",
    "https://example.org/?a=1&b=2",
];

/// Gives the visible characters of a text; what can't be shown may become a blank or a sign that stands for it.
pub(in crate::render) fn visible(text: &str) -> String {
    let private = |c: char| matches!(c, '\u{10F000}'..='\u{10F0FF}' | '\u{FFFD}' | '\u{FFFE}' | '\u{FFFF}');
    let steering =
        |c: char| matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control() && !private(*c) && !steering(*c)).collect()
}

const TEMPLATE: &str = "# {{activity.title}}\n\n## A {{activity.title}}\n\n{{activity.title}}\n\n### {{activity.title}}\n\nfirst {{activity.title}} last\n{{activity.title}}\n\n**{{activity.title}}** *{{fill activity.title \"x\"}}* `{{activity.title}}`\n\n- {{activity.title}}\n- b\n\n{{activity.title}}. c\n\n| a | b |\n|---|---|\n| {{activity.title}} | {{{activity.title}}} |\n\n[{{activity.title}}](http://a.b)\n\n<b>{{activity.title}}</b>\n\n## B\n\nend";

/// Writes a report as its structure, and gathers its texts.
fn structure(report: &Report) -> (Vec<String>, String) {
    let mut texts = String::new();
    let mut say = |value: &Value| match value {
        Value::Text(text) => texts.push_str(text),
        Value::Empty => {}
        other => panic!("{other:?}"),
    };
    say(&report.title);
    let mut blocks = Vec::new();
    for chapter in &report.chapters {
        blocks.push("chapter".to_owned());
        say(&chapter.title);
        for block in &chapter.blocks {
            match block {
                Block::Section(title) => {
                    say(title);
                    blocks.push("section".to_owned());
                }
                Block::Text(spans) => {
                    spans.iter().for_each(|span| say(&Value::from(&*span.text)));
                    assert!(!spans.iter().any(|span| span.style == SpanStyle::Complete));
                    let mut styles: Vec<SpanStyle> = spans.iter().map(|span| span.style).collect();
                    styles.dedup();
                    blocks.push(format!("text {styles:?}"));
                }
                Block::Items(numbered, items) => {
                    items.iter().flatten().for_each(|span| say(&Value::from(&*span.text)));
                    blocks.push(format!("items {numbered} {}", items.len()));
                }
                Block::Grid(grid) => {
                    grid.columns.iter().for_each(|column| say(&column.head));
                    grid.rows.iter().flatten().for_each(|cell| say(&cell.value));
                    blocks.push(format!("grid {} {}", grid.columns.len(), grid.rows.len()));
                }
                other => panic!("{other:?}"),
            }
        }
    }
    let Front::Dossier(front) = &report.cover else { panic!("no front") };
    assert!(front.to_complete.is_empty(), "{:?}", front.to_complete);
    (blocks, texts)
}

fn with(value: &str) -> (Vec<String>, String) {
    let mut dossier = sample::dossier(Lang::Fr);
    set(&mut dossier, "activity", "title", Node::Value(value.into()));
    structure(&written(&dossier, TEMPLATE))
}

#[test]
fn a_value_changes_no_block_and_comes_out_as_typed() {
    let (plain, harmless) = with("QQQ");
    let long = "x".repeat(10_000);
    for value in HOSTILE.iter().copied().chain([long.as_str()]) {
        let (blocks, texts) = with(value);
        assert_eq!(blocks, plain, "{value:?} changed the blocks");
        assert_eq!(visible(&texts), visible(&harmless).replace("QQQ", &visible(value)), "{value:?} came out otherwise");
    }
}

#[test]
fn a_hint_of_a_template_is_text_too() {
    let dossier = sample::dossier(Lang::Fr);
    let report = written(&dossier, "# T\n## A\n{{complete \"# *x* | [a](b) <c>\"}}");
    assert!(
        matches!(&report.chapters[0].blocks[..], [Block::Text(spans)] if &*spans[0].text == "[À compléter\u{A0}: # *x* | [a](b) <c>]")
    );
}
