//! Lines over time: every point, label and mark in millimetres from the reading start.

use serde_json::{Value as Json, json};

use super::{Setter, share};
use crate::model::Value;
use crate::model::report::Line;
use crate::render::ruler::Face;

/// The height of what is drawn, and of the air above and below it, in millimetres.
const HEIGHT: f64 = 38.0;
const ABOVE: f64 = 3.0;
/// The room of the labels at the ends of lines, and the gap before them.
const LABEL: f64 = 42.0;
const GAP: f64 = 4.0;
/// From one label to the next where lines end close to each other.
const APART: f64 = 4.4;
/// The widest that the name of a point in time runs on one line.
const NAME: f64 = 30.0;

impl Setter<'_> {
    pub(super) fn lines(
        &self,
        times: &[Value],
        open: bool,
        scale: &[(f64, Value)],
        lines: &[Line],
        width: f64,
    ) -> Json {
        let marks: Vec<(f64, String)> = scale.iter().map(|(at, value)| (height(*at), self.say(value))).collect();
        let number = |text: &str| self.ruler.width(text, Face::Plain, self.sizes.note);
        let axis = marks.iter().map(|(_, text)| number(text)).fold(0.0, f64::max) + 2.0;
        let plot = (width - axis - LABEL - GAP).max(20.0);
        let step = plot / times.len().max(1) as f64;
        let x = |at: usize| axis + step * (at as f64 + 0.5);
        // Where names are too close to each other, every second is left out, or more.
        let every = (1..).find(|every| step * f64::from(*every) >= NAME.min(14.0)).unwrap_or(1) as usize;
        let last = times.len().saturating_sub(1);
        let ends: Vec<Option<(f64, f64, String)>> = lines.iter().map(|line| self.end(line, x)).collect();
        let labels = apart(&ends.iter().map(|end| end.as_ref().map_or(0.0, |end| end.1)).collect::<Vec<_>>());
        json!({
            "kind": "lines",
            "height": ABOVE + HEIGHT,
            "axis": axis,
            "plot": plot,
            "label": LABEL,
            "marks": marks.iter().map(|(y, text)| json!({"y": y, "text": text})).collect::<Vec<_>>(),
            "name-width": step * every as f64,
            "times": times.iter().enumerate().filter(|(at, _)| (last - at).is_multiple_of(every)).map(|(at, time)| json!({
                "x": x(at),
                "text": self.narrow(time, Face::Plain, self.sizes.note, step * every as f64 - 1.0),
                "open": open && at == last,
            })).collect::<Vec<_>>(),
            "open": if open { self.word("page-lines-open") } else { String::new() },
            "lines": lines.iter().enumerate().map(|(at, line)| {
                let points: Vec<Option<(f64, f64)>> = line.points.iter().enumerate().map(|(at, point)| {
                    point.as_ref().map(|(part, _)| (x(at), height(*part)))
                }).collect();
                json!({
                    "style": at,
                    "runs": points.windows(2).enumerate().filter_map(|(at, pair)| match pair {
                        [Some(from), Some(to)] => Some(json!({
                            "from": [from.0, from.1], "to": [to.0, to.1], "open": open && at + 1 == last,
                        })),
                        _ => None,
                    }).collect::<Vec<_>>(),
                    "points": points.iter().enumerate().filter_map(|(at, point)| {
                        point.map(|(x, y)| json!({"x": x, "y": y, "open": open && at == last}))
                    }).collect::<Vec<_>>(),
                    "end": ends[at].as_ref().map(|(x, y, value)| json!({
                        "x": x, "y": y, "label": labels[at], "start": axis + plot + GAP,
                        "name": self.narrow(&line.name, Face::Strong, self.sizes.small, LABEL),
                        "value": value,
                    })),
                })
            }).collect::<Vec<_>>(),
        })
    }

    /// Gives the last point of a line and what it says.
    fn end(&self, line: &Line, x: impl Fn(usize) -> f64) -> Option<(f64, f64, String)> {
        let (at, point) = line.points.iter().enumerate().rev().find_map(|(at, point)| Some((at, point.as_ref()?)))?;
        Some((x(at), height(point.0), self.say(&point.1)))
    }
}

/// Gives the place of a share from the top of the drawing.
fn height(part: f64) -> f64 {
    ABOVE + HEIGHT * (1.0 - share(part))
}

/// Moves labels apart that would lie on each other, and keeps them within the height.
fn apart(wanted: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let mut places = wanted.to_vec();
    let mut free = f64::MIN;
    for at in &order {
        places[*at] = places[*at].max(free);
        free = places[*at] + APART;
    }
    let mut most = ABOVE + HEIGHT;
    for at in order.iter().rev() {
        places[*at] = places[*at].min(most);
        most = places[*at] - APART;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(wanted: &[f64], expected: &[f64]) {
        assert_eq!(apart(wanted), expected);
    }

    #[test]
    fn labels_at_the_ends_of_lines_never_lie_on_each_other() {
        check(&[], &[]);
        check(&[10.0, 30.0], &[10.0, 30.0]);
        check(&[10.0, 9.0, 10.5], &[13.4, 9.0, 17.8]);
        check(&[41.0, 41.0], &[41.0 - APART, 41.0]);
    }
}
