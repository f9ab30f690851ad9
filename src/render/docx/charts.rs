//! Charts as tables of their numbers; a work plan as a table of shaded months.

use super::WIDTH;
use super::body::{Body, Ink, Set};
use super::styles::{MUTED, OCHRE, PETROL, TINT};
use super::table::{Bounds, Cell, Rows, widths};
use crate::model::Value;
use crate::model::report::{Chart, GanttTask, Plot};

/// The width of the names of a work plan; the months share the rest.
const NAMES: u32 = 3100;
/// The width from which on each month has its number, in half points and twentieths of a point.
const NUMBERED: u32 = 230;
const SMALL: u32 = 12;

impl Body<'_> {
    /// Writes a chart.
    pub(super) fn chart(&mut self, chart: &Chart) {
        let title = self.say(&chart.title);
        self.line(Set::style("Caption"), &title);
        let alt = self.say(&chart.alt);
        if let Plot::Gantt { months, tasks } = &chart.plot {
            self.gantt(months, tasks, &alt);
        } else {
            let rows = self.plot(&chart.plot, alt);
            self.rows(&rows);
        }
        self.source(&chart.source);
    }

    fn plot(&self, plot: &Plot, alt: String) -> Rows {
        let say = |value: &Value| self.say(value);
        let word = |key: &str| Cell::strong(self.locale.text(key));
        let (wishes, heads, rows): (Vec<f32>, Vec<Cell>, Vec<Vec<Cell>>) = match plot {
            Plot::Stacked(parts) => {
                let row = |(_, _, value, label): &(f64, _, Value, Value)| {
                    vec![Cell::words(say(label)), Cell::number(say(value))]
                };
                (vec![0.0, 50.0], Vec::new(), parts.iter().map(row).collect())
            }
            Plot::Timeline { years, marks, .. } => {
                let mark = |(_, date, label, now): &(f64, Value, Value, bool)| {
                    vec![Cell { bold: *now, ..Cell::words(say(date)) }, Cell::words(say(label))]
                };
                let years: Vec<String> = years.iter().map(say).collect();
                let first = vec![Cell::words(years.join(" · ")), Cell::default()];
                (vec![60.0, 0.0], Vec::new(), std::iter::once(first).chain(marks.iter().map(mark)).collect())
            }
            Plot::Bullets(bullets) => {
                let heads = ["page-indicator", "page-baseline", "page-actual", "page-target"].map(word).to_vec();
                let row = |bullet: &crate::model::report::Bullet| {
                    let name = [&bullet.name, &bullet.unit, &bullet.missing].map(say);
                    let name: Vec<&str> = name.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
                    let values = bullet.values.iter().map(|value| Cell::number(say(value)));
                    std::iter::once(Cell::words(name.join("\n"))).chain(values).collect()
                };
                (vec![0.0, 28.0, 28.0, 28.0], heads, bullets.iter().map(row).collect())
            }
            Plot::Funnel { amount_head, steps } => {
                let heads =
                    vec![Cell::default(), word("page-applications"), word("page-rate"), Cell::strong(say(amount_head))];
                let row = |step: &crate::model::report::FunnelStep| {
                    let numbers = [&step.count, &step.rate, &step.amount].map(|value| Cell::number(say(value)));
                    std::iter::once(Cell::words(say(&step.name))).chain(numbers).collect()
                };
                (vec![0.0, 28.0, 28.0, 40.0], heads, steps.iter().map(row).collect())
            }
            Plot::Amounts { heads, rows, legend } => {
                let mut all: Vec<Cell> = vec![Cell::default()];
                all.extend(heads.iter().map(|head| Cell { number: true, ..Cell::strong(say(head)) }));
                let row = |row: &crate::model::report::AmountRow| {
                    let bold = row.shares.is_none();
                    let values = row.values.iter().map(|value| Cell { bold, ..Cell::number(say(value)) });
                    std::iter::once(Cell { bold, ..Cell::words(say(&row.name)) }).chain(values).collect()
                };
                let mut rows: Vec<Vec<Cell>> = rows.iter().map(row).collect();
                let legend: Vec<String> = legend.iter().map(|(_, words)| say(words)).collect();
                if !legend.is_empty() {
                    rows.push(vec![Cell { color: Some(MUTED), ..Cell::words(legend.join(" · ")) }]);
                }
                let wishes = std::iter::once(0.0).chain(std::iter::repeat_n(28.0, heads.len()));
                (wishes.collect(), all, rows)
            }
            Plot::Bars(bars) => {
                let row =
                    |(name, _, value): &(Value, f64, Value)| vec![Cell::words(say(name)), Cell::number(say(value))];
                (vec![0.0, 50.0], Vec::new(), bars.iter().map(row).collect())
            }
            Plot::Lines { times, lines, .. } => {
                let heads = lines.iter().map(|line| Cell { number: true, ..Cell::strong(say(&line.name)) });
                let value = |line: &crate::model::report::Line, at: usize| match line.points.get(at) {
                    Some(Some((_, value))) => Cell::number(say(value)),
                    _ => Cell::number(say(&Value::Missing)),
                };
                let row = |(at, time): (usize, &Value)| {
                    let values = lines.iter().map(|line| value(line, at));
                    std::iter::once(Cell::words(say(time))).chain(values).collect()
                };
                let wishes = std::iter::once(0.0).chain(std::iter::repeat_n(32.0, lines.len()));
                let heads = std::iter::once(Cell::default()).chain(heads).collect();
                (wishes.collect(), heads, times.iter().enumerate().map(row).collect())
            }
            Plot::Gantt { .. } => (Vec::new(), Vec::new(), Vec::new()),
        };
        let heads = heads.into_iter().enumerate().map(|(i, head)| Cell { number: i > 0, ..head });
        Rows { alt, widths: widths(&wishes), heads: heads.collect(), rows, total: None }
    }

    /// Writes a work plan: years over months, and a shaded cell for each month in which a task runs.
    fn gantt(&mut self, months: &[Value], tasks: &[GanttTask], alt: &str) {
        let count = u32::try_from(months.len()).unwrap_or(1).max(1);
        let month = (WIDTH - NAMES) / count;
        let edge = |at: usize| at == 0 || year(&months[at]) != year(&months[at - 1]);
        let mut widths = vec![NAMES];
        widths.extend(months.iter().map(|_| month));
        self.table(alt, &widths, true, false, |body| {
            body.tr(true, |body| {
                let head = body.locale.text("narrative-workplan-task");
                body.cell(NAMES, Some(TINT), |body| {
                    let ink = Ink { bold: true, ..Ink::default() };
                    body.paragraph(Set::style("Cell"), |body| body.run(ink, &head));
                });
                for months in months.chunk_by(|a, b| year(a) == year(b)) {
                    let text = months.first().and_then(year).map_or(String::new(), |year| year.to_string());
                    let width = month * u32::try_from(months.len()).unwrap_or(1);
                    let years = Bounds { width, span: months.len(), fill: Some(TINT), edge: true, tight: true };
                    body.bounded(years, |body| body.small(&text));
                }
            });
            body.tr(true, |body| {
                body.cell(NAMES, Some(TINT), |body| body.paragraph(Set::style("Cell"), |_| {}));
                for (at, value) in months.iter().enumerate() {
                    let number = match value {
                        Value::Month(day) if month >= NUMBERED || day.month() % 3 == 1 => day.month().to_string(),
                        _ => String::new(),
                    };
                    let bounds = Bounds { width: month, fill: Some(TINT), edge: edge(at), tight: true, span: 1 };
                    body.bounded(bounds, |body| body.small(&number));
                }
            });
            for task in tasks {
                body.tr(false, |body| {
                    body.cell(NAMES, None, |body| body.task(task));
                    for at in 0..months.len() {
                        let runs = task.months.is_some_and(|(from, to)| from <= at && at <= to);
                        let fill = runs.then_some(PETROL);
                        let bounds = Bounds { width: month, fill, edge: edge(at), tight: true, span: 1 };
                        body.bounded(bounds, |body| body.small(""));
                    }
                });
            }
        });
        self.paragraph(Set::style("Note"), |_| {});
    }

    /// Writes a task, who leads it, and its days.
    fn task(&mut self, task: &GanttTask) {
        let [name, lead, span] = [&task.name, &task.lead, &task.span].map(|value| self.say(value));
        self.paragraph(Set::style("Cell"), |body| body.run(Ink { bold: true, ..Ink::default() }, &name));
        if !lead.is_empty() {
            let ink = Ink { size: Some(SMALL + 4), ..Ink::default() };
            self.paragraph(Set::style("Cell"), |body| body.run(ink, &lead));
        }
        let color = Some(if task.months.is_none() { OCHRE } else { MUTED });
        if !span.is_empty() {
            self.paragraph(Set::style("Cell"), |body| {
                body.run(Ink { color, size: Some(SMALL + 4), ..Ink::default() }, &span)
            });
        }
    }

    /// Writes a small text in the middle of a narrow cell.
    fn small(&mut self, text: &str) {
        let ink = Ink { size: Some(SMALL), ..Ink::default() };
        self.paragraph(Set { middle: true, ..Set::style("Cell") }, |body| body.run(ink, text));
    }
}

fn year(month: &Value) -> Option<i16> {
    match month {
        Value::Month(day) | Value::Date(day) => Some(day.year()),
        _ => None,
    }
}
