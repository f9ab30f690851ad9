//! Funding dossiers of the worked example: what they sum, what they say, and what they refuse.

use std::fs;
use std::path::{Path, PathBuf};

use bilan::campaign::Campaign;
use bilan::cli::Status;
use bilan::compose::Inputs;
use bilan::compose::dossier::{Project, book, subject};
use bilan::model::book::{Book, BookCell, Tab};
use bilan::model::{Audience, LeftOut, List, Provenance, Value};
use bilan::{compute, pipeline};
use rust_decimal::Decimal;

use crate::paper::Paper;
use crate::program::{arg, bilan, files, parts};

/// The three applications of the example, with the stem of their files and the language of their calls.
const DOSSIERS: [(&str, &str); 3] = [
    ("OUA-F04", "dossier-OUA-F04-EX-JOINT-2027-fr"),
    ("TNG-F02", "dossier-TNG-F02-EX-CITIES-2027-en"),
    ("FR38-F03", "dossier-FR38-F03-FICOL-2026-fr"),
];

#[test]
fn the_dossiers_of_the_example_stand_in_one_folder_and_are_the_same_twice() {
    let folder = tempfile::tempdir().unwrap();
    let written = |name: &str| {
        let out = folder.path().join(name);
        for (id, stem) in DOSSIERS {
            let ran = bilan(&["dossier", id, "--in", "inputs", "--out", arg(&out)]);
            assert_eq!(ran.status, Status::Clean, "{}{}", ran.out, ran.err);
            for ending in ["pdf", "docx", "xlsx"] {
                assert!(ran.out.contains(&format!("{stem}.{ending}")), "{}", ran.out);
            }
        }
        files(&out)
    };
    let (first, second) = (written("one"), written("two"));
    assert!(first == second, "two runs differ");
    let names: Vec<&str> = first.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), 10, "three files a dossier, and the manifest: {names:?}");
    assert!(first.iter().all(|(_, bytes)| !bytes.is_empty()));
    for (name, bytes) in first.iter().filter(|(name, _)| name.ends_with(".xlsx")) {
        let sheets = parts(bytes).into_iter().filter(|(part, _)| part.starts_with("xl/worksheets/sheet")).count();
        assert_eq!(sheets, 9, "{name}");
        let all: String = parts(bytes).into_iter().map(|(_, text)| text).collect();
        for formula in ["SUMIFS(", "<f>IF(ROUND(", "*F"] {
            assert!(all.contains(formula), "{name} has no {formula}");
        }
    }
}

#[test]
fn the_language_of_the_call_gives_way_to_the_one_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let ran = bilan(&["dossier", "oua-f04", "--lang", "ar", "--in", "inputs", "--out", arg(&out)]);
    assert_eq!(ran.status, Status::Clean, "{}", ran.err);
    assert!(ran.out.contains("dossier-OUA-F04-EX-JOINT-2027-ar.docx"), "{}", ran.out);
    let book = fs::read(out.join("dossier-OUA-F04-EX-JOINT-2027-ar.xlsx")).unwrap();
    let sheets = parts(&book).into_iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet"));
    assert!(sheets.into_iter().all(|(_, text)| text.contains("rightToLeft=\"1\"")), "every sheet runs right to left");
}

/// Lays out the workbook of one dossier of a campaign.
fn workbook(campaign: &Path, id: &str, call: &str) -> Book {
    let campaign = Campaign::load(campaign, None, jiff::civil::date(2027, 2, 1)).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_bilan"));
    let mut checked = pipeline::check(&campaign, Some(program), &|_, _, _| Ok(())).unwrap();
    compute::prepare(&mut checked.dataset, &campaign.reference, &campaign.settings);
    let inputs = Inputs {
        reference: &campaign.reference,
        settings: &campaign.settings,
        dataset: &checked.dataset,
        findings: &checked.findings,
        sources: &checked.sources,
        provenance: &Provenance::default(),
        audience: Audience::Public,
        left_out: LeftOut::default(),
    };
    let subject = subject(&inputs, id).unwrap();
    book(&Project::new(&inputs, subject, campaign.reference.call(call).unwrap()))
}

/// Gives the numbers of the row of a budget heading, in the order of the columns.
#[track_caller]
fn heading(book: &Book, code: &str) -> Vec<Decimal> {
    let blocks = &book.sheet(Tab::Budget).unwrap().blocks;
    let named = |cell: &BookCell| {
        let name = Value::Name(List::BudgetHeadings, code.into());
        matches!(cell, BookCell::Value(Value::Phrase(phrase)) if phrase.args.contains(&("name", name)))
    };
    let row = blocks.iter().find_map(|block| Some((block, block.columns[0].cells.iter().position(named)?)));
    let (block, row) = row.unwrap_or_else(|| panic!("no heading {code}"));
    block.columns.iter().skip(1).filter_map(|column| column.cells[row].number()).collect()
}

/// Compares the first numbers of the row of each heading.
#[track_caller]
fn check(book: &Book, expected: &[(&str, &[&str])]) {
    for (code, numbers) in expected {
        let found = heading(book, code);
        let found: Vec<String> =
            found.iter().take(numbers.len()).map(|number| number.round_dp(2).normalize().to_string()).collect();
        assert_eq!(found, *numbers, "heading {code}");
    }
}

/// Gives how many cells of a workbook are formulas, and how many values that no formula gives.
fn formulas(book: &Book) -> (usize, usize) {
    let cells = || {
        let blocks = book.sheets.iter().flat_map(|sheet| &sheet.blocks);
        blocks.flat_map(|block| &block.columns).flat_map(|column| column.cells.iter())
    };
    let count = |wanted: fn(&BookCell) -> bool| cells().filter(|cell| wanted(cell)).count();
    (count(|cell| matches!(cell, BookCell::Formula(..))), count(|cell| matches!(cell, BookCell::Computed(_))))
}

/// Gives the amounts of the financing plan, then cost, sum of the sources and what is left to find.
fn plan(book: &Book) -> (Vec<Decimal>, Vec<Decimal>) {
    let amounts = |block: usize| {
        let column = &book.sheet(Tab::Plan).unwrap().blocks[block].columns[3];
        column.cells.iter().filter_map(BookCell::number).collect::<Vec<_>>()
    };
    (amounts(0), amounts(1))
}

fn n(number: &str) -> Decimal {
    number.parse().unwrap()
}

#[test]
fn the_european_budget_has_its_eleven_lines() {
    let book = workbook(Path::new("inputs"), "TNG-F02", "EX-CITIES-2027");
    // All years, then 2026 and 2027, added up by hand from tangier-dossier-2026.xlsx.
    let expected: &[(&str, &[&str])] = &[
        ("1", &["43000", "17200", "25800"]),
        ("2", &["11600", "4350", "7250"]),
        ("3", &["58200", "29400", "28800"]),
        ("4", &["6200", "2480", "3720"]),
        ("5", &["69900", "22000", "47900"]),
        ("6", &["3100", "0", "3100"]),
        ("7", &["192000", "75430", "116570"]),
        ("8", &["13000", "0", "13000"]),
        ("9", &["205000", "75430", "129570"]),
        ("10", &["9000", "0", "9000"]),
        ("11", &["214000", "75430", "138570"]),
    ];
    check(&book, expected);
    // 7 % and 5 % of 192 000 are the most that lines 8 and 10 may come to.
    assert_eq!(heading(&book, "8")[4..], [n("0.07"), n("13440.00")]);
    assert_eq!(heading(&book, "10")[4..], [n("0.05"), n("9600.00")]);
    let (sources, sums) = plan(&book);
    assert_eq!(sources, [n("160000"), n("40000"), n("8000")]);
    assert_eq!(sums[..3], [n("214000"), n("208000"), n("6000")]);
    assert_eq!(formulas(&book).1, 0, "every sum is a formula");
}

#[test]
fn french_costs_and_income_balance_in_the_currency_of_the_call() {
    let book = workbook(Path::new("inputs"), "OUA-F04", "EX-JOINT-2027");
    // 3 320 000 MAD at 10.85 MAD a euro.
    let expected: &[(&str, &[&str])] = &[
        ("60", &["118709.68", "38709.68", "80000"]),
        ("86", &["6451.61"]),
        ("TC", &["305990.78"]),
        ("70", &["76497.7"]),
        ("74", &["223041.47"]),
        ("87", &["6451.61"]),
        ("TP", &["305990.78"]),
    ];
    check(&book, expected);
    let total = (heading(&book, "TC")[0], heading(&book, "TP")[0]);
    assert_eq!([total.0, total.1].map(|total| (total * n("10.85")).round_dp(2)), [n("3320000.00"); 2]);
    let (sources, sums) = plan(&book);
    let shares: Vec<Decimal> = sources.iter().map(|amount| (amount / sums[0]).round_dp(4)).collect();
    assert_eq!(shares, [n("0.1867"), n("0.5422"), n("0.2500"), n("0.0211")]);
    assert_eq!(sums[2].round_dp(2), Decimal::ZERO);
    assert_eq!(formulas(&book).1, 0, "every sum is a formula");
}

#[test]
fn a_call_without_known_rules_leaves_its_checks_to_people() {
    let book = workbook(Path::new("inputs"), "FR38-F03", "FICOL-2026");
    let expected: &[(&str, &[&str])] = &[
        ("TC", &["330000", "122250", "149950", "57800"]),
        ("86", &["12500"]),
        ("87", &["12500"]),
        ("TP", &["322500"]),
    ];
    check(&book, expected);
    let verdicts = &book.sheet(Tab::Plan).unwrap().blocks[2].columns[4].cells;
    let open = verdicts.iter().filter(|cell| **cell == BookCell::Alert(Value::key("dossier-to-check"))).count();
    assert_eq!(open, 7, "seven limits of the call are not known");
}

/// Copies the worked example, so that a test may change it.
fn example() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("campaign");
    for (name, bytes) in files(Path::new("inputs")) {
        if name.starts_with("examples/") {
            continue;
        }
        let path = copy.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    (folder, copy)
}

#[track_caller]
fn refused(campaign: &Path, arguments: &[&str], said: &[&str]) {
    let out = campaign.join("written");
    let ran = bilan(&[&["dossier"], arguments, &["--in", arg(campaign), "--out", arg(&out)]].concat());
    assert_eq!(ran.status, Status::Failed, "{}", ran.out);
    for words in said {
        assert!(ran.err.contains(words), "`{words}` is not in: {}", ran.err);
    }
    assert!(!out.exists(), "nothing is written");
}

#[test]
fn what_is_not_known_is_refused_with_the_nearest() {
    refused(Path::new("inputs"), &["OUA-F4"], &["OUA-F4", "OUA-F04"]);
    refused(Path::new("inputs"), &["OUA-F04", "--call", "EX-JOINT-2028"], &["EX-JOINT-2028", "EX-JOINT-2027"]);
    refused(Path::new("inputs"), &["OUA-2026-07"], &["OUA-2026-07", "--call"]);
}

#[test]
fn a_template_of_the_campaign_replaces_the_built_in_one() {
    let (_kept, campaign) = example();
    let template = campaign.join("templates/dossiers/joint.fr.md.hbs");
    fs::create_dir_all(template.parent().unwrap()).unwrap();
    fs::write(&template, "# {{activity.title}}\n\n## Un chapitre\n\n{{complete \"seul\"}}\n").unwrap();
    let out = campaign.join("written");
    let ran = bilan(&["dossier", "OUA-F04", "--in", arg(&campaign), "--out", arg(&out)]);
    assert!(ran.out.contains("1 passage à compléter"), "{}{}", ran.out, ran.err);

    // One named after the funder goes before it.
    let own = campaign.join("templates/dossiers/meae-daect-frma.fr.md.hbs");
    fs::write(own, "# A\n\n## B\n\n{{complete \"un\"}} {{complete \"deux\"}}\n").unwrap();
    let ran = bilan(&["dossier", "OUA-F04", "--in", arg(&campaign), "--out", arg(&out)]);
    assert!(ran.out.contains("2 passages à compléter"), "{}{}", ran.out, ran.err);
}

#[test]
fn a_mistake_in_a_template_is_named_and_nothing_is_written() {
    let (_kept, campaign) = example();
    let template = campaign.join("templates/dossiers/joint.fr.md.hbs");
    fs::create_dir_all(template.parent().unwrap()).unwrap();
    fs::write(&template, "# Titre\n\n## Un\n\n{{activity.titel}}\n").unwrap();
    refused(&campaign, &["OUA-F04"], &["dossiers/joint.fr.md.hbs", "5", "activity.titel", "title"]);
}

#[test]
fn what_a_sender_writes_starts_no_formula() {
    let (_kept, campaign) = example();
    let partners = campaign.join("returns/france/cd38-dossier--partenaires.csv");
    let rows = "Code de l'action;Nom;Identifiant légal;Rôle;Contribution\n\
                FR38-2026-06;=1+1;+A1;@x;-2+3\n";
    fs::write(partners, rows).unwrap();
    let out = campaign.join("written");
    let ran = bilan(&["dossier", "FR38-F03", "--in", arg(&campaign), "--out", arg(&out)]);
    assert_eq!(ran.status, Status::Clean, "{}{}", ran.out, ran.err);
    let bytes = fs::read(out.join("dossier-FR38-F03-FICOL-2026-fr.xlsx")).unwrap();
    let all = parts(&bytes);
    for text in ["=1+1", "+A1", "@x"] {
        let strings = &all.iter().find(|(name, _)| name == "xl/sharedStrings.xml").unwrap().1;
        assert!(strings.contains(&format!(">{text}<")), "`{text}` is not kept as text");
        let formulas = all.iter().any(|(_, part)| part.contains(&format!("<f>{}", text.trim_start_matches('='))));
        assert!(!formulas, "`{text}` became a formula");
    }
}

#[test]
fn an_application_that_serves_two_activities_has_the_rows_of_both() {
    let (_kept, campaign) = example();
    let returns = campaign.join("returns/france");
    let funding = "Identifiant de la demande;Code de l'action;Bailleur;Intitulé de l'appel;État du dossier;Code devise;\
                   Subvention demandée;Autofinancement;Apport valorisé;Coût de l'opération\n\
                   FR38-F09;FR38-2026-06;AFD – FICOL;FICOL 2026-2027;Opportunité identifiée;EUR;1000;500;;2000\n\
                   FR38-F10;\"FR38-2026-06; FR38-2026-05\";AFD – FICOL;FICOL 2026-2027;Opportunité identifiée;EUR;\
                   ;;;331000\n";
    fs::write(returns.join("cd38-dossier--financements.csv"), funding).unwrap();
    let lines = returns.join("cd38-dossier--budget-detaille.csv");
    let text = fs::read_to_string(&lines).unwrap() + "FR38-2026-05;Achats;Atlas;lot;2;500,00;EUR;2026\r\n";
    fs::write(&lines, text).unwrap();
    let one = workbook(&campaign, "FR38-F03", "FICOL-2026");
    let both = workbook(&campaign, "FR38-F10", "FICOL-2026");
    check(&one, &[("60", &["77200"]), ("TC", &["330000"])]);
    check(&both, &[("60", &["78200"]), ("TC", &["331000"])]);
    let others = BookCell::Strong(Value::key("dossier-fact-others"));
    let told = |book: &Book| {
        let facts = &book.sheet(Tab::Summary).unwrap().blocks[0].columns[0].cells;
        facts.iter().any(|cell| *cell == others)
    };
    assert!(told(&both) && !told(&one));
    // What is not reported is missing, and neither a share nor a gap is made of it.
    let sources = &both.sheet(Tab::Plan).unwrap().blocks[0].columns[3].cells;
    assert_eq!(sources[0], BookCell::Value(Value::Missing), "what F10 asks is not reported");
    let found = &both.sheet(Tab::Plan).unwrap().blocks[2].columns[1].cells;
    assert_eq!(found[0], BookCell::Value(Value::Missing), "and so no share of the cost");
}

#[test]
fn an_error_on_a_row_of_the_dossier_makes_it_provisional() {
    let (_kept, campaign) = example();
    let lines = campaign.join("returns/france/cd38-dossier--budget-detaille.csv");
    let text = fs::read_to_string(&lines).unwrap().replace("42000,00", "quarante-deux mille");
    fs::write(&lines, text).unwrap();
    let out = campaign.join("written");
    let ran = bilan(&["dossier", "FR38-F03", "--in", arg(&campaign), "--out", arg(&out)]);
    assert_eq!(ran.status, Status::Findings, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("provisoire"), "{}", ran.out);
    let other = bilan(&["dossier", "TNG-F02", "--in", arg(&campaign), "--out", arg(&out)]);
    assert_eq!(other.status, Status::Clean, "the other dossiers are not touched: {}", other.out);
    let book = workbook(&campaign, "FR38-F03", "FICOL-2026");
    check(&book, &[("61", &["0"]), ("TC", &["288000"])]);
}

/// A dossier goes to a funder, and so holds what a report does: no small group, no address.
#[test]
fn a_dossier_tells_no_small_group_and_no_address() {
    let (_kept, campaign) = example();
    let returns = campaign.join("returns/france");
    let people = "Code de l'action;Sexe;Prévu ou atteint;Nombre\n\
                  FR38-2026-06;F;Atteint;3\nFR38-2026-06;H;Atteint;120\n";
    fs::write(returns.join("cd38-dossier--beneficiaires.csv"), people).unwrap();
    let partners = returns.join("cd38-dossier--partenaires.csv");
    let text = fs::read_to_string(&partners).unwrap();
    fs::write(&partners, text.replace("en nature", "en nature (a.tisserand@cd38.example, 06 12 34 56 78)")).unwrap();
    let out = campaign.join("written");
    let ran = bilan(&["dossier", "FR38-F03", "--in", arg(&campaign), "--out", arg(&out)]);
    assert_eq!(ran.status, Status::Clean, "{}{}", ran.out, ran.err);
    let read = |ending: &str| fs::read(out.join(format!("dossier-FR38-F03-FICOL-2026-fr.{ending}"))).unwrap();
    let document: String = parts(&read("docx")).into_iter().map(|(_, text)| text).collect();
    let book: String = parts(&read("xlsx")).into_iter().map(|(_, text)| text).collect();
    let pages = Paper::read(&read("pdf")).root.text();
    for text in [&document, &pages] {
        assert!(text.contains("moins de\u{a0}5"));
    }
    for text in [&document, &book, &pages] {
        assert!(!text.contains("tisserand") && !text.contains("12 34 56") && text.contains("[…]"));
    }
}
