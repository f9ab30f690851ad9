//! A report at the edge of what a page can hold.

use rust_decimal::Decimal;

use super::report;
use crate::model::report::{
    AmountRow, Block, Bullet, Chapter, Chart, Claim, Front, FunnelStep, Grid, GridColumn, Line, Matrix, Plot, Report,
    Source, Square, Tile, Tone,
};
use crate::model::{Lang, Value};

/// Makes a report at the edge: blank texts, empty lists, texts and numbers far too long, shares that are none.
pub(in crate::render) fn edge() -> Report {
    let mut report = report(Lang::Fr);
    let long: Value = "Anticonstitutionnellement".repeat(12).into();
    let words: Value = "préfecture de la province ".repeat(20).into();
    let number = Value::Number(Decimal::MAX, 4);
    let source = Source { codes: vec!["X".into(); 60], words: None };
    let chart =
        |plot| Block::Chart(Box::new(Chart { title: words.clone(), source: source.clone(), alt: Value::Empty, plot }));
    let step = |share| FunnelStep {
        name: long.clone(),
        share,
        count: number.clone(),
        rate: long.clone(),
        amount: number.clone(),
        tone: Tone::Done,
    };
    let bullet = Bullet {
        name: long.clone(),
        unit: words.clone(),
        shares: [Some(7.0), Some(-1.0), Some(f64::NAN)],
        values: [number.clone(), number.clone(), words.clone()],
        missing: Value::Empty,
    };
    let tile = Tile {
        label: long.clone(),
        figure: number.clone(),
        unit: words.clone(),
        share: Some(2.0),
        target: Some(f64::INFINITY),
        compare: vec![(long.clone(), number.clone(), true); 3],
    };
    let column = |width| GridColumn { head: long.clone(), width, number: true };
    let grid = Grid {
        title: Value::Empty,
        columns: vec![column(500.0), column(0.0), column(0.0)],
        rows: vec![
            vec![number.clone().into()],
            Vec::new(),
            vec![long.clone().into(), words.clone().into(), number.clone().into()],
        ],
        total: Some(Vec::new()),
        notes: vec![words.clone()],
    };
    let empty = Grid { title: Value::Empty, columns: Vec::new(), rows: Vec::new(), total: None, notes: Vec::new() };
    let matrix = |heads: usize| Matrix {
        title: Value::Empty,
        corner: long.clone(),
        heads: vec![words.clone(); heads],
        rows: vec![(long.clone(), vec![u64::MAX], 3)],
        totals: Vec::new(),
        source: Source::default(),
    };
    let blocks = vec![
        Block::Section(long.clone()),
        Block::Tiles(vec![tile; 9], source.clone()),
        Block::Tiles(Vec::new(), Source::default()),
        chart(Plot::Stacked(Vec::new())),
        chart(Plot::Stacked(vec![(9.0, Tone::Open, number.clone(), long.clone()); 9])),
        chart(Plot::Timeline { years: Vec::new(), current: 9, run: None, marks: Vec::new() }),
        chart(Plot::Timeline {
            years: vec![long.clone(); 3],
            current: 9,
            run: Some([0.5, f64::NAN, -1.0]),
            marks: vec![(0.5, long.clone(), words.clone(), true); 7],
        }),
        chart(Plot::Bullets(vec![bullet; 40])),
        chart(Plot::Funnel { amount_head: long.clone(), steps: vec![step(-3.0), step(f64::NAN)] }),
        chart(Plot::Amounts { heads: Vec::new(), rows: Vec::new(), legend: Vec::new() }),
        chart(Plot::Amounts {
            heads: vec![words.clone(); 6],
            rows: vec![AmountRow { name: long.clone(), shares: Some([1.0; 3]), values: vec![number.clone(); 6] }],
            legend: vec![(Tone::Plan, words.clone())],
        }),
        chart(Plot::Bars(vec![(long.clone(), 1.0, number.clone()); 30])),
        chart(Plot::Lines { times: Vec::new(), open: true, scale: Vec::new(), lines: Vec::new() }),
        chart(Plot::Lines {
            times: vec![long.clone(); 40],
            open: true,
            scale: vec![(7.0, number.clone())],
            lines: vec![
                Line {
                    name: long.clone(),
                    points: vec![None, Some((f64::NAN, number.clone())), Some((3.0, words.clone()))]
                };
                9
            ],
        }),
        Block::Grid(grid.clone()),
        Block::Grid(empty),
        Block::Claims(vec![Claim { title: long.clone(), body: words.clone(), codes: Vec::new() }; 4]),
        Block::Claims(Vec::new()),
        Block::Goals(vec![0, 1, 17, 99]),
        Block::Goals(Vec::new()),
        Block::Matrix(matrix(0)),
        Block::Matrix(matrix(30)),
        Block::Beside(vec![(long.clone(), number.clone()); 20], vec![Block::Grid(grid), Block::Matrix(matrix(4))]),
        Block::Beside(Vec::new(), Vec::new()),
        Block::Prose(long.clone()),
    ];
    let chapter = Chapter { number: "".into(), title: long.clone(), kicker: Value::Empty, lead: words.clone(), blocks };
    report.title = Value::Empty;
    report.subtitle = Value::Empty;
    if let Front::Evaluation(cover) = &mut report.cover {
        cover.years = (0, 4);
        if let Some(squares) = &mut cover.squares {
            squares.alt = Value::Empty;
            squares.councils = [vec![Square::Active; 900], vec![Square::Silent; 1]];
        }
        cover.facts = Vec::new();
    }
    report.chapters = vec![chapter];
    report
}
