//! What is set here stands as Typst would set it: each glyph, line and fill, and each tag.

use std::borrow::Cow;

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::visualize::{CurveItem, Geometry, Shape};
use typst_layout::PagedDocument;

use crate::render::order::steers;
use crate::render::world::Shelf;

/// Texts of all kinds that reports hold, but for hyphens and dashes, at which Typst ends lines.
const TEXTS: [&str; 12] = [
    "Taux d’exécution",
    "1 143 719,24",
    "Isère et Haouz : deux conseils, un accord (signé) et\u{a0}«\u{a0}des guillemets\u{a0}» ; fin",
    "Une phrase assez longue pour tenir sur trois lignes au moins dans la largeur qui lui est donnée ici, sans coupure.",
    "بين 2025 و2026",
    "مشروع جماعي لتأهيل المسالك القروية وتزويد الدواوير الجبلية بالماء الصالح للشرب والكهرباء",
    "الفترة \u{2066}2025/2026\u{2069}: \u{2068}Conseil départemental de l’Isère\u{2069} (\u{2066}12,5\u{a0}%\u{2069})",
    "0 إذا لم يُؤدَّ أي مبلغٍ؛ وإلا فالمبلغ",
    "Mixte : مركز التكوين (Centre de formation) رقم 12 — phase 2/3, القطب “Atlas Isère”",
    "un\u{200b}mot\u{200b}coupé",
    "deux\nlignes",
    "غير معني",
];

/// Texts that run in one direction, among texts that run in the other.
const ONE_WAY: [&str; 9] = [
    "1\u{202f}143\u{202f}719,24",
    "12\u{a0}345",
    "1.5.",
    "\u{2068}Conseil départemental de l’Isère, service des relations internationales\u{2069}",
    "\u{2066}2025/2026 (12,5\u{a0}%)\u{2069}",
    "\u{2068}12\u{2069}",
    "المجلس الإقليمي للحوز: قطب (ترابي) «واحد»، وماءٌ صالح للشرب…",
    "(غير مصرح به)",
    ": نعم.",
];

/// An item of a page: what it is, and where it begins.
type Item = (String, i64, i64);

fn items(frame: &Frame, to: Transform, out: &mut Vec<Item>) {
    for (place, item) in frame.items() {
        let at = place.transform(to);
        let y = (at.y.to_pt() * 50.0).round() as i64;
        match item {
            FrameItem::Group(group) => {
                let inner = to.pre_concat(Transform::translate(place.x, place.y)).pre_concat(group.transform);
                items(&group.frame, inner, out);
            }
            FrameItem::Text(text) => {
                // Where letters stand, however they are cut into texts; blanks are not seen.
                let mut pen = at.x;
                for glyph in &text.glyphs {
                    let letters = &text.text[glyph.range()];
                    let x = pen + glyph.x_offset.at(text.size);
                    pen += glyph.x_advance.at(text.size);
                    if letters.chars().any(|c| !c.is_whitespace() && !steers(c)) {
                        let name = format!(
                            "{letters:?} {} {} {:?} {}",
                            text.font.info().family,
                            glyph.id,
                            text.size,
                            text.lang.as_str()
                        );
                        out.push((name, (x.to_pt() * 50.0).round() as i64, y));
                    }
                }
            }
            FrameItem::Shape(shape, _) => shapes(shape, at, out),
            _ => {}
        }
    }
}

/// Gives the lines of a shape, each by its left end, or its edges.
fn shapes(shape: &Shape, at: Point, out: &mut Vec<Item>) {
    let mut add = |name: &str, x: Abs, y: Abs| {
        let name = format!("{:?} {:?} {name}", shape.fill, shape.stroke);
        out.push((name, (x.to_pt() * 50.0).round() as i64, (y.to_pt() * 50.0).round() as i64));
    };
    match &shape.geometry {
        Geometry::Line(to) => add(&format!("line {:.1} {:.1}", to.x.to_pt(), to.y.to_pt()), at.x, at.y),
        Geometry::Rect(size) => {
            add(&format!("{:.1} left", size.y.to_pt()), at.x, at.y);
            add(&format!("{:.1} right", size.y.to_pt()), at.x + size.x, at.y);
        }
        Geometry::Curve(curve) => {
            for (one, other) in curve.0.iter().zip(curve.0.iter().skip(1)) {
                if let (CurveItem::Move(from), CurveItem::Line(to)) = (one, other) {
                    let to = *to - *from;
                    add(&format!("line {:.1} {:.1}", to.x.to_pt(), to.y.to_pt()), at.x + from.x, at.y + from.y);
                }
            }
        }
    }
}

/// Leaves out the edges at which two rectangles of one fill meet: they may be one.
fn outer(items: &mut Vec<Item>) {
    let meet = |left: &Item, right: &Item| {
        let name = right.0.strip_suffix(" right");
        name.is_some_and(|name| left.0.strip_suffix(" left") == Some(name))
            && (left.1 - right.1).abs() < 2
            && (left.2 - right.2).abs() < 2
    };
    let all = items.clone();
    items.retain(|item| !all.iter().any(|other| meet(item, other) || meet(other, item)));
}

fn pages(shelf: &Shelf) -> Vec<Vec<Item>> {
    let made = typst::compile::<PagedDocument>(&shelf.open(b"{}".to_vec()));
    let document = made.output.map_err(|errors| format!("{errors:?}")).unwrap();
    let page = |page: &typst_layout::Page| {
        let mut out = Vec::new();
        items(&page.frame, Transform::identity(), &mut out);
        outer(&mut out);
        out.sort();
        out
    };
    document.pages().iter().map(page).collect()
}

/// What this crate adds to Typst, in words of Typst alone.
const THEIRS: &str = r#"
#let words(x, width: auto) = block(breakable: false, width: width, x)
#let between(stroke, x) = { set table(stroke: (x: none, y: stroke)); x }
#let canvas(w, h, items) = block(width: w, height: h, spacing: 0pt, breakable: false, context for i in if items == none { () } else { items } {
  let mirrored(x, of) = if text.lang == "ar" { w - x - of } else { x }
  let put(i, x) = place(top + left, dx: mirrored(i.x, i.w), dy: i.y, x)
  if "from" in i {
    let ends = (i.from, i.to).map(((x, y)) => (mirrored(x, 0mm), y))
    place(top + left, line(start: ends.at(0), end: ends.at(1), stroke: i.stroke))
  } else if "body" in i {
    let align-of = i.at("align", default: start + top)
    put(i, block(width: i.w, height: i.at("h", default: auto), align(align-of, i.body)))
  } else { put(i, rect(width: i.w, height: i.h, fill: i.fill, stroke: i.stroke)) }
})
"#;

/// Checks that a template looks the same in both ways.
#[track_caller]
fn check(template: &str) {
    const SET: &str = "#set page(width: 120mm, height: 60mm, margin: 5mm)\n\
        #set text(font: (\"IBM Plex Sans\", \"Bilan Arabic\"), size: 8pt, fallback: false, hyphenate: false, overhang: false, top-edge: \"cap-height\", bottom-edge: \"baseline\")\n\
        #set par(leading: 0.5em)\n";
    for lang in ["fr", "ar"] {
        let source = |words: &str| format!("{SET}#set text(lang: \"{lang}\")\n{words}{template}");
        let shelf = |source: String, teach: bool| {
            let template = |name: &str| (name == "report.typ").then(|| Cow::Owned(source.clone().into_bytes()));
            let mut shelf = Shelf::new(template, Vec::new(), &[]).unwrap();
            if !teach {
                shelf.forget();
            }
            shelf
        };
        let ours = pages(&shelf(
            source("#let between(stroke, x) = { set table(stroke: none); set table.hline(stroke: stroke); x }\n"),
            true,
        ));
        let theirs = pages(&shelf(source(THEIRS), false));
        assert!(theirs.iter().flatten().count() > 0, "nothing to see");
        assert_eq!(ours.len(), theirs.len(), "pages, {lang}");
        for (at, (ours, theirs)) in ours.iter().zip(&theirs).enumerate() {
            let only = |one: &[Item], other: &[Item]| {
                let near = |item: &Item| {
                    other.iter().any(|it| it.0 == item.0 && (it.1 - item.1).abs() < 2 && (it.2 - item.2).abs() < 2)
                };
                one.iter().filter(|item| !near(item)).take(6).cloned().collect::<Vec<_>>()
            };
            let (left, right) = (only(ours, theirs), only(theirs, ours));
            assert!(left.is_empty() && right.is_empty(), "{lang}, page {}: {left:?}\ninstead of {right:?}", at + 1);
        }
    }
}

/// Writes a text as Typst reads it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

#[test]
fn texts_stand_as_typst_sets_them() {
    for text in TEXTS.iter().chain(&ONE_WAY) {
        for width in [18, 22, 30, 45, 100] {
            let text = quoted(text);
            check(&format!(
                "#words(text(fill: red, {text}), width: {width}mm)\n#block(width: {width}mm, align(end, words({text})))"
            ));
        }
    }
}

#[test]
fn a_text_of_several_faces_stands_as_typst_sets_it() {
    for (one, two) in TEXTS.iter().zip(TEXTS.iter().rev()) {
        let (one, two) = (quoted(one), quoted(two));
        check(&format!(
            "#words({{ text(weight: 600, {one}); linebreak(); text(size: 7pt, fill: gray, {two}) }}, width: 60mm)"
        ));
    }
}

#[test]
fn a_text_of_two_directions_stands_as_typst_sets_it() {
    for (one, two) in ONE_WAY.iter().flat_map(|one| ONE_WAY.iter().map(move |two| (one, two))) {
        let (one, two) = (quoted(one), quoted(two));
        check(&format!("#words({{ text(weight: 600, {one}); \" \"; text(fill: gray, {two}) }}, width: 60mm)"));
    }
}

#[test]
fn tables_stand_as_typst_sets_them() {
    let cells: String = TEXTS.iter().cycle().take(48).map(|text| format!("{}, ", quoted(text))).collect();
    for (rows, page) in [("auto", "600mm"), ("14mm", "60mm")] {
        check(&format!(
            "#set page(height: {page})\n#table(columns: (20mm, 1fr, 30mm), rows: {rows}, align: (start + top, start + top, right + horizon), \
             stroke: (x: none, y: 0.3pt + gray), inset: (x: 1.2mm, y: 1.6mm), \
             table.header(table.hline(stroke: 1.2pt), ..([A], [B], [C]).map(x => table.cell(fill: silver, text(weight: 600, x))), \
             table.hline(stroke: 0.6pt)), {cells} table.hline(stroke: 0.6pt))"
        ));
    }
}

#[test]
fn grids_stand_as_typst_sets_them() {
    let [one, two, three] = [TEXTS[0], TEXTS[5], TEXTS[6]].map(quoted);
    check(&format!(
        "#grid(columns: (1fr, auto), align: (start + horizon, end + horizon), {three}, {one}, {two}, \"1\")"
    ));
    check(&format!(
        "#grid(columns: (30mm, 1fr), column-gutter: 4mm, row-gutter: 2mm, {one}, {two}, [#box[a] *b*], {three})"
    ));
    check(&format!(
        "#grid(columns: (0pt, 1fr), align: bottom, box(height: 9mm), {one})\n#grid(columns: 2, {one}, {two})"
    ));
}

#[test]
fn a_grid_with_gutters_stands_on_pages_as_typst_sets_it() {
    let cells: String = TEXTS.iter().cycle().take(36).map(|text| format!("{}, ", quoted(text))).collect();
    for height in ["9mm", "11.7mm", "16mm"] {
        check(&format!("#grid(columns: (40mm, 1fr), column-gutter: 4mm, row-gutter: 3mm, rows: {height}, {cells})"));
    }
}

#[test]
fn lines_between_rows_stand_as_typst_sets_them() {
    let cells: String = TEXTS.iter().cycle().take(36).map(|text| format!("{}, ", quoted(text))).collect();
    check(&format!(
        "#between(0.3pt + gray, table(columns: (20mm, 1fr, 30mm), rows: 14mm, align: start + top, \
         table.header(table.hline(stroke: 1.2pt), [A], [B], [C], table.hline(stroke: 0.6pt)), {cells} \
         table.hline(stroke: 0.6pt), [a], [b], [c], table.hline(stroke: 0.6pt)))"
    ));
}

#[test]
fn gaps_and_boxes_stand_as_typst_sets_them() {
    for (one, two) in TEXTS.iter().zip(TEXTS.iter().rev()) {
        let (one, two) = (quoted(one), quoted(two));
        for width in [30, 60, 100] {
            check(&format!(
                "#words({{ text(size: 12pt, {one}); h(1.4mm); text(fill: gray, {two}) }}, width: {width}mm)\n\
                 #words({{ box(width: 2mm, height: 1.6mm, baseline: 0.4mm, fill: blue); h(1mm); {one}; \" \"; \
                 box(inset: (x: 2mm, y: 0.9mm), baseline: 1mm, fill: silver, stroke: 0.8pt + red, text(weight: 600, \"FR-38\")) }}, width: {width}mm)"
            ));
        }
    }
}

#[test]
fn drawings_stand_as_typst_places_them() {
    for text in TEXTS {
        let text = quoted(text);
        let items = format!(
            "((x: 3mm, y: 1mm, w: 20mm, h: 4mm, fill: silver, stroke: none), \
              (x: 23mm, y: 1mm, w: 20mm, h: 4mm, fill: none, stroke: 0.8pt + red), \
              (from: (2mm, 6mm), to: (40mm, 7mm), stroke: (paint: blue, thickness: 1pt, dash: (3pt, 2pt))), \
              (x: 5mm, y: 8mm, w: 40mm, body: {text}), \
              (x: 50mm, y: 8mm, w: 40mm, h: 24mm, align: end + horizon, body: {text}), \
              (x: 95mm, y: 2mm, w: 2mm, body: circle(radius: 1mm, fill: red)))"
        );
        check(&format!(
            "#canvas(100mm, 36mm, {items})\n#set page(height: 100mm)\n\
             #grid(columns: 2, inset: 1mm, align: horizon, canvas(100mm, 36mm, {items}), {text})"
        ));
    }
}

#[test]
fn what_only_typst_knows_to_set_is_left_to_it() {
    let text = quoted(TEXTS[3]);
    for rule in [
        "set text(tracking: 1pt)",
        "set text(spacing: 150%)",
        "set text(baseline: 2pt)",
        "set text(stroke: 0.2pt + red)",
        "set text(fallback: true)",
        "set text(hyphenate: true)",
        "set par(justify: true)",
        "set par(hanging-indent: 9pt)",
        "set par(first-line-indent: (amount: 9pt, all: true))",
        "set par(linebreaks: \"optimized\")",
        "show: underline",
        "show: smallcaps",
        "show: upper",
        "show regex(\"[a-z]n\"): strong",
    ] {
        check(&format!("#{rule}\n#words({text}, width: 45mm)\n#table(columns: (30mm, 1fr), {text}, [a])"));
    }
}

#[test]
fn what_is_not_plain_is_left_to_typst() {
    // Cells over several columns, rows taller than a page, labels, and rules of the template for texts.
    check("#table(columns: (1fr, 1fr), table.cell(colspan: 2)[a], [b], [c])");
    let long = quoted(&TEXTS[3].repeat(30));
    check(&format!("#table(columns: (20mm, 1fr), [a], {long}, [b], [c])"));
    check("#table(columns: (1fr, 1fr), [#box[a]<there>], link(<there>)[b])");
    check("#show \"b\": strong\n#table(columns: (1fr, 1fr), \"ab\", \"bc\")");
    check("#show table.cell: strong\n#table(columns: (1fr, 1fr), \"ab\", \"bc\")");
}

#[test]
fn a_drawing_without_a_height_ends_with_its_items() {
    check(
        "#canvas(50mm, 9mm, ((x: 0mm, y: 5mm, w: 9mm, h: 4mm, fill: red, stroke: none),))\n\
         #canvas(50mm, 3mm, none)\n#words[a]",
    );
    let height = |given: &str| {
        let items = "((x: 0mm, y: 5mm, w: 9mm, h: 4mm, fill: red, stroke: none),)";
        let template =
            format!("#set text(font: \"IBM Plex Sans\", fallback: false)\n#canvas(50mm, {given}, {items})\n#words[a]");
        let template = |name: &str| (name == "report.typ").then(|| Cow::Owned(template.clone().into_bytes()));
        pages(&Shelf::new(template, Vec::new(), &[]).unwrap())
    };
    assert_eq!(height("auto"), height("9mm"));
    assert_ne!(height("auto"), height("12mm"));
}

/// Checks the lines of a text, which is set in a width in millimetres.
#[track_caller]
fn check_lines(text: &str, width: f64, lines: &[&str]) {
    let template = format!(
        "#set text(font: (\"IBM Plex Sans\", \"Bilan Arabic\"), size: 8pt, fallback: false)\n#words({}, width: {width}mm)",
        quoted(text)
    );
    let template = |name: &str| (name == "report.typ").then(|| Cow::Owned(template.clone().into_bytes()));
    let shelf = Shelf::new(template, Vec::new(), &[]).unwrap();
    let document = typst::compile::<PagedDocument>(&shelf.open(b"{}".to_vec())).output.unwrap();
    let mut said: Vec<(i64, String)> = Vec::new();
    let mut frames = vec![(document.pages()[0].frame.clone(), 0.0)];
    while let Some((frame, top)) = frames.pop() {
        for (place, item) in frame.items() {
            let y = top + place.y.to_pt();
            match item {
                FrameItem::Group(group) => frames.push((group.frame.clone(), y)),
                FrameItem::Text(text) => said.push(((y * 50.0) as i64, text.text.to_string())),
                _ => {}
            }
        }
    }
    said.sort();
    let bare = |text: &str| text.trim_end_matches(|c: char| c.is_whitespace() || steers(c)).to_owned();
    let said: Vec<String> = said.iter().map(|(_, text)| bare(text)).collect();
    assert_eq!(said, lines);
}

#[test]
fn lines_end_at_blanks_and_where_a_text_allows_it() {
    check_lines("FR-38 et MA-HAO", 12.0, &["FR-38 et", "MA-HAO"]);
    check_lines("2025–2026", 5.0, &["2025–2026"]);
    check_lines("une, deux ; trois", 12.0, &["une,", "deux ;", "trois"]);
    check_lines("ab\u{200b}cd", 4.0, &["ab", "cd"]);
    check_lines("un\n\ndeux", 40.0, &["un", "deux"]);
}
