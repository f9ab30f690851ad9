//! What charts draw, as shares of a plot and values as printed.

use serde::Serialize;

use super::Value;

/// How a part is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Achieved.
    Done,
    /// Under way.
    Open,
    /// Planned, or scale.
    Plan,
    /// Missing: outlined.
    Missing,
}

/// What a chart draws. Shares lie between 0 and 1 of the plot's width.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Plot {
    /// One bar cut in parts: share, tone, value, label.
    Stacked(Vec<(f64, Tone, Value, Value)>),
    /// The years of the agreement, how many are over, and marks on them.
    Timeline {
        /// The label of each year.
        years: Vec<Value>,
        /// How many are over or under way.
        current: u32,
        /// What runs through them, as an activity: shares of the whole at which it begins, stands and ends.
        #[serde(skip_serializing_if = "Option::is_none")]
        run: Option<[f64; 3]>,
        /// Marks: share of the whole, date, label, and true for "now".
        marks: Vec<(f64, Value, Value, bool)>,
    },
    /// Baseline, actual and target of indicators.
    Bullets(Vec<Bullet>),
    /// Steps: name, share, count, pass rate, amount, and tone.
    Funnel {
        /// The unit of the amounts, as a column head.
        amount_head: Value,
        /// The steps.
        steps: Vec<FunnelStep>,
    },
    /// Stacked amounts a row: name, three shares (done, open, missing), values in the order of the heads.
    Amounts {
        /// The heads of the values.
        heads: Vec<Value>,
        /// The rows, the total last where it is marked.
        rows: Vec<AmountRow>,
        /// What the tones mean.
        legend: Vec<(Tone, Value)>,
    },
    /// Horizontal bars: name, share of the longest, value.
    Bars(Vec<(Value, f64, Value)>),
    /// Lines over time, on one scale that begins at zero.
    Lines {
        /// The points in time, in order.
        times: Vec<Value>,
        /// True where the last of them is not over.
        open: bool,
        /// Marks of the scale: share of the height, and what it says.
        scale: Vec<(f64, Value)>,
        /// The lines.
        lines: Vec<Line>,
    },
    /// A work plan: one bar a task over the months of a project.
    Gantt {
        /// The months, in order.
        months: Vec<Value>,
        /// The tasks.
        tasks: Vec<GanttTask>,
    },
}

/// One line over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// What it follows.
    pub name: Value,
    /// Share of the height and value at each point in time; none where nothing was reported, which is a gap, never zero.
    pub points: Vec<Option<(f64, Value)>>,
}

/// One line of a bullet chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bullet {
    /// The indicator.
    pub name: Value,
    /// Its code and unit, and that the target is to go down.
    pub unit: Value,
    /// Shares of the scale: baseline, actual, target.
    pub shares: [Option<f64>; 3],
    /// The same three as printed.
    pub values: [Value; 3],
    /// What stands in place of the bar: why there is no actual, or that there is nothing to compare it with.
    pub missing: Value,
}

/// One step of a funnel.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FunnelStep {
    /// The step.
    pub name: Value,
    /// Its share of the first step.
    pub share: f64,
    /// Applications that went this far.
    pub count: Value,
    /// The share of those of the step before.
    pub rate: Value,
    /// The amount requested by them.
    pub amount: Value,
    /// [`Tone::Done`] from the award on.
    pub tone: Tone,
}

/// One task of a work plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GanttTask {
    /// The task.
    pub name: Value,
    /// Who leads it; [`Value::Empty`] where nobody is named.
    pub lead: Value,
    /// The first and the last month of the plan in which it runs, from 0; none where a day is missing.
    pub months: Option<(usize, usize)>,
    /// Its first and last day as printed.
    pub span: Value,
}

/// One row of stacked amounts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AmountRow {
    /// Who it is about.
    pub name: Value,
    /// The shares of done, open and missing; none for the total.
    pub shares: Option<[f64; 3]>,
    /// The numbers, one a head.
    pub values: Vec<Value>,
}
