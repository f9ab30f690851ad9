//! What a template can say, what can be wrong with it, and what a value can't do.

mod hostile;
mod mistakes;
mod templates;

use std::sync::LazyLock;

use super::report;
use crate::locale::Locale;
use crate::model::dossier::Node;
use crate::model::report::{Block, Front, Report, SpanStyle};
use crate::model::{Dossier, Lang, Value};
use crate::reference::Reference;
use crate::render::sample;

pub(in crate::render) use hostile::{HOSTILE, visible};

/// The lists, read once for all tests.
pub(in crate::render) static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::built_in().unwrap());

/// Sets a name of a group.
pub(in crate::render) fn set(dossier: &mut Dossier, group: &'static str, name: &'static str, node: Node) {
    match dossier.names.get_mut(group) {
        Some(Node::Group(names)) => names.insert(name, node),
        _ => panic!("no group {group}"),
    };
}

fn written(dossier: &Dossier, template: &str) -> Report {
    report(dossier, "t.md.hbs", template, &Locale::prose(dossier.lang, &REFERENCE)).unwrap()
}

/// Writes blocks as one line each, so that a test can be read: `*strong*`, `_emphasis_`, `!mark!`, `- item`, `|cell|cell`.
fn shown(report: &Report) -> String {
    let locale = Locale::prose(Lang::Fr, &REFERENCE);
    let spans = |spans: &[crate::model::report::Span]| -> String {
        let show = |span: &crate::model::report::Span| match span.style {
            SpanStyle::Plain => span.text.to_string(),
            SpanStyle::Strong => format!("*{}*", span.text),
            SpanStyle::Emphasis => format!("_{}_", span.text),
            SpanStyle::Complete => format!("!{}!", span.text),
        };
        spans.iter().map(show).collect()
    };
    let mut lines = vec![format!("# {}", locale.say(&report.title))];
    for chapter in &report.chapters {
        lines.push(format!("## {} {}", chapter.number, locale.say(&chapter.title)));
        for block in &chapter.blocks {
            match block {
                Block::Section(title) => lines.push(format!("### {}", locale.say(title))),
                Block::Text(text) => lines.push(spans(text)),
                Block::Items(numbered, items) => {
                    let head = if *numbered { "1." } else { "-" };
                    lines.extend(items.iter().map(|item| format!("{head} {}", spans(item))));
                }
                Block::Grid(grid) => {
                    let row = |cells: Vec<String>| cells.into_iter().map(|cell| format!("|{cell}")).collect::<String>();
                    lines.push(row(grid.columns.iter().map(|column| locale.say(&column.head)).collect()));
                    let cells = |cells: &Vec<crate::model::report::GridCell>| {
                        row(cells.iter().map(|cell| locale.say(&cell.value)).collect())
                    };
                    lines.extend(grid.rows.iter().map(cells));
                }
                other => lines.push(format!("{other:?}")),
            }
        }
    }
    lines.join("\n").replace(['\u{A0}', '\u{202F}'], " ")
}

#[track_caller]
fn check(template: &str, expected: &str) {
    let mut dossier = sample::dossier(Lang::Fr);
    set(&mut dossier, "activity", "title", Node::Value("Eau".into()));
    set(&mut dossier, "activity", "description", Node::Missing);
    set(&mut dossier, "activity", "months", Node::Value(Value::count(0)));
    set(&mut dossier, "activity", "theme", Node::Value(Value::Missing));
    set(&mut dossier, "activity", "lead", Node::Value(" \u{A0}".into()));
    assert_eq!(shown(&written(&dossier, template)), expected);
}

#[test]
fn markdown_becomes_chapters_and_blocks() {
    check(
        "# T\n\n## A\n\nUn *deux* **trois**\nquatre.\n\n## B\n\n### C\n\n- a\n- **b**\n\n1. c\n2. d",
        "# T\n## 1 A\nUn _deux_ *trois* quatre.\n## 2 B\n### C\n- a\n- *b*\n1. c\n1. d",
    );
    check(
        "Seul",
        "# Eau potable et assainissement des douars du Haut Atlas\n## 1 Eau potable et assainissement des douars du Haut Atlas\nSeul",
    );
    check("## 1.1 A\n\na\n\n## Z", "# Eau potable et assainissement des douars du Haut Atlas\n##  1.1 A\na\n##  Z");
    check(
        "# T\n## A\n| a | b |\n|---|--:|\n| c | {{activity.title}} |\n| {{activity.theme}} |",
        "# T\n## 1 A\n|a|b\n|c|Eau\n|[À compléter : thématique]|",
    );
    check("# T\n## A\n- a\n  - b\n\n    c\n- d", "# T\n## 1 A\n- a\n- – b\nc\n- d");
    check(
        "# T\n## A\n<b>x</b> &eacute; <http://a.b> [c](http://d.e)\n\n<div>y</div>\n\n    code *z*",
        "# T\n## 1 A\n<b>x</b> é http://a.b c (http://d.e)\n<div>y</div>\ncode *z*",
    );
}

#[test]
fn what_is_missing_is_a_mark() {
    check("# T\n## A\n{{activity.description}}", "# T\n## 1 A\n![À compléter : description du projet]!");
    check("# T\n## A\n{{fill activity.description \"un *mot*\"}}.", "# T\n## 1 A\n![À compléter : un *mot*]!.");
    check(
        "# T\n## A\n{{fill activity.title \"un mot\"}} {{activity.lead}}",
        "# T\n## 1 A\nEau ![À compléter : chef de file]!",
    );
    check("# T\n## A\n{{complete \"un avis\"}}", "# T\n## 1 A\n![À compléter : un avis]!");
    check(
        "# T\n## A\n{{#if activity.theme}}oui{{else}}non{{/if}} {{#if activity.months}}{{activity.months}}{{/if}} {{call.verified}}",
        "# T\n## 1 A\nnon 0 non",
    );
    check(
        "# {{activity.description}}\n## {{activity.theme}}",
        "# [À compléter : description du projet]\n## 1 [À compléter : thématique]",
    );
}

#[test]
fn rows_and_conditions_are_followed() {
    check(
        "# T\n## A\n{{#each tasks}}\n- {{task}}, {{@index}}, {{../activity.title}}, {{@root.activity.title}}\n{{/each}}",
        "# T\n## 1 A\n- Étude hydraulique, 0, Eau, Eau\n- Étude hydraulique, 1, Eau, Eau\n- Étude hydraulique, 2, Eau, Eau",
    );
    check(
        "# T\n## A\n{{#with activity}}{{title}}{{/with}} {{#each tasks as |t|}}{{t.task}}{{#unless @last}}, {{/unless}}{{/each}}",
        "# T\n## 1 A\nEau Étude hydraulique, Étude hydraulique, Étude hydraulique",
    );
    check(
        "# T\n## A\n{{#if (and activity.title (not activity.theme))}}x{{else if activity.theme}}y{{/if}}{{!-- rien --}}",
        "# T\n## 1 A\nx",
    );
}

#[test]
fn hints_are_gathered_with_their_chapter() {
    let mut dossier = sample::dossier(Lang::Fr);
    set(&mut dossier, "activity", "theme", Node::Missing);
    dossier.parts.remove("budget");
    let text = "{{activity.theme}}\n# T {{complete \"sous-titre\"}}\n## A {{complete \"a\"}}\n{{complete \"b\"}} {{complete \"b\"}}\n\n{{part \"budget\"}}\n\n## B\n- {{complete \"b\"}}\n\n| x |\n|---|\n| {{complete \"c\"}} |";
    let report = written(&dossier, text);
    let Front::Dossier(front) = &report.cover else { panic!("no front") };
    let locale = Locale::plain(Lang::Fr, &REFERENCE);
    let lines: Vec<String> = front
        .to_complete
        .iter()
        .map(|hint| format!("{}: {} {}", locale.say(&hint.chapter), locale.say(&hint.hint), hint.times))
        .collect();
    let expected = [
        "Page de titre: thématique 1",
        "Eau potable et assainissement des douars du Haut Atlas: sous-titre 1",
        "A [À compléter\u{A0}: a]: a 1",
        "A [À compléter\u{A0}: a]: b 2",
        "A [À compléter\u{A0}: a]: budget par poste 1",
        "B: b 1",
        "B: c 1",
    ];
    assert_eq!(lines, expected);
    assert_eq!(locale.say(&front.count()), "Reste à compléter\u{A0}: 8 mentions");
}

#[test]
fn a_part_stands_in_its_place_wherever_it_is_written() {
    let dossier = sample::dossier(Lang::Fr);
    let budget = &dossier.parts["budget"];
    for text in [
        "{{part \"budget\"}}",
        "a {{part \"budget\"}} b",
        "- a\n- {{part \"budget\"}}\n- b",
        "{{#if activity.title}}{{part 'budget'}}{{/if}}",
    ] {
        let report = written(&dossier, &format!("# T\n## A\n{text}"));
        let blocks = &report.chapters[0].blocks;
        assert!(blocks.windows(budget.len()).any(|part| part == budget), "{text}: {blocks:?}");
    }
}
