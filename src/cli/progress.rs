//! Bars on a terminal, nothing elsewhere; and how long each stage took.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::pipeline::Step;

/// What is shown while the program works.
pub struct Bars<'a> {
    locale: &'a Locale<'a>,
    watched: bool,
    stopped: &'a AtomicBool,
    state: Mutex<State>,
}

struct State {
    shown: Option<(Step, ProgressBar)>,
    begun: Instant,
    times: Vec<(Step, Duration)>,
}

impl<'a> Bars<'a> {
    /// Prepares the bars; they show only where a person watches.
    pub fn new(locale: &'a Locale<'a>, watched: bool, stopped: &'a AtomicBool) -> Self {
        let state = State { shown: None, begun: Instant::now(), times: Vec::new() };
        Bars { locale, watched, stopped, state: Mutex::new(state) }
    }

    /// Tells how far a stage is.
    ///
    /// # Errors
    ///
    /// The user stopped the program.
    pub fn tell(&self, step: Step, done: usize, all: usize) -> Result<()> {
        if self.stopped.load(Ordering::Relaxed) {
            return Err(Error::Stopped);
        }
        let Ok(mut state) = self.state.lock() else { return Ok(()) };
        if state.shown.as_ref().is_none_or(|(shown, _)| *shown != step) {
            state.close();
            let bar = if self.watched { ProgressBar::new(all as u64) } else { ProgressBar::hidden() };
            if let Ok(style) = ProgressStyle::with_template("{msg:28} {wide_bar} {pos}/{len}") {
                bar.set_style(style);
            }
            bar.set_message(self.locale.text(name(step)));
            state.shown = Some((step, bar));
            state.begun = Instant::now();
        }
        if let Some((_, bar)) = &state.shown {
            bar.set_position(done as u64);
        }
        Ok(())
    }

    /// Ends the bars and gives the time of each stage.
    pub fn finish(self) -> Vec<(&'static str, Duration)> {
        let Ok(mut state) = self.state.into_inner() else { return Vec::new() };
        state.close();
        state.times.into_iter().map(|(step, time)| (name(step), time)).collect()
    }
}

impl State {
    fn close(&mut self) {
        if let Some((step, bar)) = self.shown.take() {
            bar.finish_and_clear();
            self.times.push((step, self.begun.elapsed()));
        }
    }
}

const fn name(step: Step) -> &'static str {
    match step {
        Step::Read => "cli-step-read",
        Step::Count => "cli-step-count",
        Step::Write => "cli-step-write",
    }
}
