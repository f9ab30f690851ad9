//! Charts: their columns in millimetres, their texts, and where marks stand on a line of time.

use serde_json::{Value as Json, json};

use super::columns::{Ask, settle};
use super::{FOURTH, Setter, THIRD, share};
use crate::model::Value;
use crate::model::report::{AmountRow, Bullet, Chart, FunnelStep, GanttTask, Plot, Tone};
use crate::render::ruler::Face;

/// The gap between the columns of a chart, in millimetres.
const GAP: f64 = 4.0;
/// The gap before a column of numbers, and the width up to which a head stays on one line, in millimetres.
const BETWEEN: f64 = 3.0;
const HEAD: f64 = 20.0;
/// The width of what a head of a chart of targets says its column is drawn as, in millimetres.
const SIGN: f64 = 5.0;
/// The widest that a number may make its column, in millimetres.
const WIDEST: f64 = 30.0;
/// The least width of what is drawn, in millimetres.
const DRAWN: f64 = 30.0;
/// Charts of more rows than this may go over a page break.
const ROWS: usize = 14;
/// The width that the number of a month needs on a work plan, in millimetres.
const LABELLED: f64 = 4.2;
/// The width of the text of a mark on a line of time, in millimetres.
const MARK: f64 = 38.0;

/// The columns of a chart, in millimetres: names, what is drawn, numbers.
struct Layout {
    name: f64,
    plot: f64,
    numbers: Vec<f64>,
}

impl Setter<'_> {
    pub(super) fn chart(&self, chart: &Chart, width: f64) -> Json {
        json!({
            "block": "chart",
            "title": self.say(&chart.title),
            "alt": self.alt(&chart.alt, &chart.title),
            "source": self.source(&chart.source),
            "tall": rows(&chart.plot) > ROWS,
            "width": width,
            "plot": self.plot(&chart.plot, width),
        })
    }

    fn plot(&self, plot: &Plot, width: f64) -> Json {
        match plot {
            Plot::Stacked(parts) => json!({
                "kind": "stacked",
                "parts": parts.iter().map(|(part, tone, value, label)| json!({
                    "share": share(*part),
                    "tone": kind(*tone),
                    "value": self.say(value),
                    "label": self.narrow(label, Face::Plain, self.sizes.note, width / 2.0),
                })).collect::<Vec<_>>(),
            }),
            Plot::Timeline { years, current, run, marks } => self.timeline(years, *current, *run, marks, width),
            Plot::Bullets(bullets) => self.bullets(bullets, width),
            Plot::Funnel { amount_head, steps } => self.funnel(amount_head, steps, width),
            Plot::Amounts { heads, rows, legend } => self.amounts(heads, rows, legend, width),
            Plot::Bars(bars) => self.bars(bars, width),
            Plot::Lines { times, open, scale, lines } => self.lines(times, *open, scale, lines, width),
            Plot::Gantt { months, tasks } => self.gantt(months, tasks, width),
        }
    }

    /// Gives a work plan: years, the months of each, and for each task what part of each year it runs through.
    fn gantt(&self, months: &[Value], tasks: &[GanttTask], width: f64) -> Json {
        let plot = width - FOURTH - GAP;
        let month = plot / months.len().max(1) as f64;
        let years = years(months);
        // Months are numbered where there is room: all, the first of each quarter, or none.
        let every = [1, 3].into_iter().find(|every| month * f64::from(*every) >= LABELLED);
        let label = |value: &Value| match (value, every) {
            (Value::Month(day), Some(every)) if (i32::from(day.month()) - 1) % every == 0 => day.month().to_string(),
            _ => String::new(),
        };
        json!({
            "kind": "gantt",
            "name-width": FOURTH,
            "month-width": month,
            "every": every.unwrap_or(0),
            "task-head": self.word("narrative-workplan-task"),
            "years": years.iter().map(|(year, months)| json!({
                "text": year.map_or(String::new(), |year| self.say(&Value::code(year.to_string()))),
                "months": months.iter().map(label).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "tasks": tasks.iter().map(|task| json!({
                "name": self.narrow(&task.name, Face::Strong, self.sizes.small, FOURTH),
                "lead": self.narrow(&task.lead, Face::Plain, self.sizes.note, FOURTH),
                "span": self.narrow(&task.span, Face::Plain, self.sizes.note, FOURTH),
                "undated": task.months.is_none(),
                "parts": parts(&years, task.months),
            })).collect::<Vec<_>>(),
        })
    }

    fn bullets(&self, bullets: &[Bullet], width: f64) -> Json {
        let heads = ["page-baseline", "page-actual", "page-target"].map(|key| self.word(key));
        let values: Vec<Vec<String>> =
            bullets.iter().map(|row| row.values.iter().map(|v| self.say(v)).collect()).collect();
        let layout = self.layout(&heads, SIGN, &values, FOURTH, width);
        json!({
            "kind": "bullets",
            "columns": [layout.name, layout.plot, layout.numbers],
            "name-head": self.word("page-indicator"),
            "heads": self.fitted(&heads, Face::Plain, self.sizes.note, &layout),
            "rows": bullets.iter().zip(values).map(|(row, values)| json!({
                "name": self.name(&row.name, layout.name),
                "unit": self.narrow(&row.unit, Face::Plain, self.sizes.note, layout.name),
                "baseline": row.shares[0].map(share),
                "actual": row.shares[1].map(share),
                "target": row.shares[2].map(share),
                "values": self.fitted(&values, Face::Strong, self.sizes.small, &layout),
                "lacking": row.values.iter().map(|value| *value == Value::key("report-missing-short")).collect::<Vec<_>>(),
                "missing": self.narrow(&row.missing, Face::Plain, self.sizes.note, layout.plot - 4.0),
            })).collect::<Vec<_>>(),
        })
    }

    fn funnel(&self, amount_head: &Value, steps: &[FunnelStep], width: f64) -> Json {
        let heads = [self.word("page-rate"), self.say(amount_head)];
        let values: Vec<Vec<String>> =
            steps.iter().map(|step| vec![self.say(&step.rate), self.say(&step.amount)]).collect();
        let layout = self.layout(&heads, 0.0, &values, FOURTH, width);
        let counts: Vec<String> = steps.iter().map(|step| self.say(&step.count)).collect();
        json!({
            "kind": "funnel",
            "columns": [layout.name, layout.plot, layout.numbers],
            "count-head": self.word("page-applications"),
            "heads": self.fitted(&heads, Face::Plain, self.sizes.note, &layout),
            "bar": layout.plot - self.room(&counts),
            "rows": steps.iter().zip(counts).zip(values).map(|((step, count), values)| json!({
                "name": self.name(&step.name, layout.name),
                "share": share(step.share),
                "tone": kind(step.tone),
                "count": count,
                "values": self.fitted(&values, Face::Strong, self.sizes.small, &layout),
            })).collect::<Vec<_>>(),
        })
    }

    fn amounts(&self, heads: &[Value], rows: &[AmountRow], legend: &[(Tone, Value)], width: f64) -> Json {
        let heads: Vec<String> = heads.iter().map(|head| self.say(head)).collect();
        let values: Vec<Vec<String>> =
            rows.iter().map(|row| row.values.iter().map(|v| self.say(v)).collect()).collect();
        let layout = self.layout(&heads, 0.0, &values, THIRD, width);
        json!({
            "kind": "amounts",
            "columns": [layout.name, layout.plot, layout.numbers],
            "heads": self.fitted(&heads, Face::Plain, self.sizes.note, &layout),
            "rows": rows.iter().zip(values).map(|(row, values)| json!({
                "name": self.name(&row.name, layout.name),
                "shares": row.shares.map(|shares| shares.map(share)),
                "values": self.fitted(&values, Face::Strong, self.sizes.small, &layout),
            })).collect::<Vec<_>>(),
            "legend": legend.iter().map(|(tone, words)| json!({
                "tone": kind(*tone), "text": self.say(words),
            })).collect::<Vec<_>>(),
        })
    }

    fn bars(&self, bars: &[(Value, f64, Value)], width: f64) -> Json {
        let name = if width < 130.0 { THIRD } else { FOURTH };
        let values: Vec<String> = bars.iter().map(|(_, _, value)| self.say(value)).collect();
        json!({
            "kind": "bars",
            "columns": [name, width - name - GAP],
            "bar": width - name - GAP - self.room(&values),
            "rows": bars.iter().zip(&values).map(|((label, part, _), value)| json!({
                "name": self.narrow(label, Face::Plain, self.sizes.small, name), "share": share(*part), "value": value,
            })).collect::<Vec<_>>(),
        })
    }

    fn timeline(
        &self,
        years: &[Value],
        current: u32,
        run: Option<[f64; 3]>,
        marks: &[(f64, Value, Value, bool)],
        width: f64,
    ) -> Json {
        let mut marks: Vec<_> = marks.iter().map(|(at, date, label, now)| (share(*at), date, label, *now)).collect();
        marks.sort_by(|a, b| a.0.total_cmp(&b.0));
        let places = places(&marks.iter().map(|mark| mark.0 * width).collect::<Vec<_>>(), width);
        let lines = marks
            .iter()
            .map(|(_, _, label, _)| 1 + self.ruler.lines(&self.say(label), Face::Plain, self.sizes.note, MARK));
        let levels =
            |up: bool| places.iter().filter(|place| place.up == up).map(|place| place.level + 1).max().unwrap_or(0);
        json!({
            "kind": "timeline",
            "years": years.iter().map(|year| self.say(year)).collect::<Vec<_>>(),
            "current": current,
            "run": run.map(|run| run.map(share)),
            "above": levels(true),
            "below": levels(false),
            "lines": lines.max().unwrap_or(0),
            "mark-width": MARK,
            "marks": marks.iter().zip(&places).map(|((_, date, label, now), place)| json!({
                "at": place.at,
                "start": place.start,
                "anchor": place.anchor,
                "up": place.up,
                "level": place.level,
                "now": now,
                "date": self.narrow(date, Face::Strong, self.sizes.note, MARK),
                "label": self.narrow(label, Face::Plain, self.sizes.note, MARK),
            })).collect::<Vec<_>>(),
        })
    }

    fn name(&self, name: &Value, width: f64) -> String {
        self.narrow(name, Face::Strong, self.sizes.small, width)
    }

    /// Gives the room that the values at the end of bars need, in millimetres.
    fn room(&self, values: &[String]) -> f64 {
        values.iter().map(|value| self.ruler.width(value, Face::Strong, self.sizes.small)).fold(0.0, f64::max) + 2.4
    }

    /// Lets what is wider than its column of numbers break, in the heads or in a row.
    fn fitted(&self, texts: &[String], face: Face, size: f64, layout: &Layout) -> Vec<String> {
        let fit = |(text, width): (&String, &f64)| self.ruler.breakable(text, face, size, width - 1.0).into_owned();
        texts.iter().zip(&layout.numbers).map(fit).collect()
    }

    /// Shares the width out: numbers as wide as they are, names as wished, the rest to what is drawn.
    ///
    /// Beside each head stands a sign of the given width.
    fn layout(&self, heads: &[String], sign: f64, values: &[Vec<String>], name: f64, width: f64) -> Layout {
        let numbers = heads.iter().enumerate().map(|(i, head)| {
            let cells = values.iter().filter_map(|row| row.get(i));
            let digits = |cell: &str| !cell.chars().any(char::is_alphabetic);
            let cells = cells.map(|cell| self.least(cell, Face::Strong, self.sizes.small, digits(cell)));
            let least = cells.fold(self.ruler.widest_word(head, Face::Plain, self.sizes.note) + sign, f64::max);
            let least = least.min(WIDEST) + BETWEEN;
            let head = self.ruler.width(head, Face::Plain, self.sizes.note).min(HEAD) + sign + BETWEEN;
            Ask { wish: least.max(head).max(13.2), least, firm: least }
        });
        let drawn = Ask { wish: 0.0, least: DRAWN, firm: DRAWN };
        let mut asks = vec![Ask { wish: name.min(width * 0.32), least: 24.0, firm: 0.0 }, drawn];
        asks.extend(numbers);
        let widths = settle(&asks, width - 2.0 * GAP);
        Layout { name: widths[0], plot: widths[1], numbers: widths[2..].to_vec() }
    }
}

/// Where a mark stands on a line of time.
#[derive(Debug, PartialEq)]
struct Place {
    /// The mark, and where its text starts, in millimetres.
    at: f64,
    start: f64,
    /// The side of the text that the mark touches.
    anchor: &'static str,
    up: bool,
    /// 0 next to the line.
    level: usize,
}

/// Finds room for the texts of marks: below and above in turn, and further out where both sides are taken.
fn places(marks: &[f64], width: f64) -> Vec<Place> {
    let mut ends: Vec<f64> = Vec::new();
    marks
        .iter()
        .enumerate()
        .map(|(i, at)| {
            let (anchor, start) = if *at < MARK / 2.0 {
                ("start", *at)
            } else if *at > width - MARK / 2.0 {
                ("end", at - MARK)
            } else {
                ("center", at - MARK / 2.0)
            };
            // Slot 0 is the nearest of the side whose turn it is, slot 1 the nearest of the other, and so on outwards.
            let taken = |slot: usize| ends.get(slot ^ (i % 2)).is_some_and(|end| *end > start);
            let slot = (0..).find(|slot| !taken(*slot)).unwrap_or(0) ^ (i % 2);
            if ends.len() <= slot {
                ends.resize(slot + 1, f64::MIN);
            }
            ends[slot] = start + MARK;
            Place { at: *at, start, anchor, up: slot % 2 == 1, level: slot / 2 }
        })
        .collect()
}

/// Estimates the height of a chart in millimetres, rather too high.
pub(super) fn height(plot: &Plot) -> f64 {
    match plot {
        Plot::Lines { .. } | Plot::Timeline { .. } => 80.0,
        plot => rows(plot) as f64 * 9.0 + 35.0,
    }
}

fn rows(plot: &Plot) -> usize {
    match plot {
        Plot::Stacked(_) | Plot::Timeline { .. } | Plot::Lines { .. } => 1,
        Plot::Bullets(rows) => rows.len(),
        Plot::Funnel { steps, .. } => steps.len(),
        Plot::Amounts { rows, .. } => rows.len(),
        Plot::Bars(rows) => rows.len(),
        Plot::Gantt { tasks, .. } => tasks.len(),
    }
}

fn kind(tone: Tone) -> &'static str {
    match tone {
        Tone::Done => "done",
        Tone::Open => "open",
        Tone::Plan => "plan",
        Tone::Missing => "missing",
    }
}

/// Groups the months of a plan by year.
fn years(months: &[Value]) -> Vec<(Option<i16>, &[Value])> {
    let year = |value: &Value| match value {
        Value::Month(day) | Value::Date(day) => Some(day.year()),
        _ => None,
    };
    months.chunk_by(|a, b| year(a) == year(b)).map(|months| (months.first().and_then(year), months)).collect()
}

/// Gives the part of each year through which a task runs: its first month in the year, and how many.
fn parts(years: &[(Option<i16>, &[Value])], months: Option<(usize, usize)>) -> Vec<Option<[usize; 2]>> {
    let mut start = 0;
    let part = |(_, list): &(Option<i16>, &[Value])| {
        let (first, end) = (start, start + list.len());
        start = end;
        let (from, to) = months?;
        let (from, to) = (from.max(first), to.saturating_add(1).min(end));
        (from < to).then(|| [from - first, to - from])
    };
    years.iter().map(part).collect()
}
#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(marks: &[f64], expected: &[(bool, usize)]) {
        let got: Vec<_> = places(marks, 170.0).iter().map(|place| (place.up, place.level)).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn marks_of_a_line_of_time_never_lie_on_each_other() {
        check(&[0.0, 33.0, 85.0, 136.0, 169.0], &[(false, 0), (true, 0), (false, 0), (true, 0), (false, 0)]);
        check(&[80.0, 81.0, 82.0, 83.0], &[(false, 0), (true, 0), (false, 1), (true, 1)]);
    }
}
