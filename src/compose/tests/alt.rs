//! What a chart prints is told to those who can't see it.

use super::*;
use crate::model::Value;
use crate::model::report::{Block, Chart, Plot};

fn charts<'r>(blocks: &'r [Block], out: &mut Vec<&'r Chart>) {
    for block in blocks {
        match block {
            Block::Chart(chart) => out.push(chart),
            Block::Beside(_, blocks) => charts(blocks, out),
            _ => {}
        }
    }
}

/// Gives the values that a plot prints, but for names and the marks of scales.
fn printed(plot: &Plot) -> Vec<&Value> {
    match plot {
        Plot::Stacked(parts) => parts.iter().map(|part| &part.2).collect(),
        Plot::Timeline { .. } | Plot::Gantt { .. } => Vec::new(),
        Plot::Bullets(rows) => rows.iter().flat_map(|row| &row.values).collect(),
        Plot::Funnel { steps, .. } => steps.iter().flat_map(|step| [&step.count, &step.rate, &step.amount]).collect(),
        Plot::Amounts { rows, .. } => rows.iter().flat_map(|row| &row.values).collect(),
        Plot::Bars(bars) => bars.iter().map(|bar| &bar.2).collect(),
        Plot::Lines { lines, .. } => {
            lines.iter().flat_map(|line| line.points.iter().flatten().map(|(_, value)| value)).collect()
        }
    }
}

#[test]
fn every_number_of_a_chart_stands_in_its_description() {
    let reports = reports();
    let mut all = Vec::new();
    for (_, report) in &reports {
        report.chapters.iter().for_each(|chapter| charts(&chapter.blocks, &mut all));
    }
    assert!(all.len() > 10);
    let mut lacking = Vec::new();
    for chart in all {
        let alt = serde_json::to_string(&chart.alt).unwrap();
        // Blank beside a bar; read aloud, it is said in full.
        let none = Value::key("report-missing-short");
        for value in printed(&chart.plot).into_iter().filter(|value| **value != none) {
            let number = matches!(value, Value::Number(..) | Value::Percent(..) | Value::Phrase(_));
            let text = serde_json::to_string(value).unwrap();
            if number && !alt.contains(&text) {
                lacking.push(format!("{:?}: {text}", chart.title));
            }
        }
    }
    assert!(lacking.is_empty(), "{} of: {}", lacking.len(), lacking.join("\n"));
}
