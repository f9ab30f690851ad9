//! Bars on a terminal, nothing elsewhere.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

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

type State = Option<(Step, ProgressBar)>;

impl<'a> Bars<'a> {
    /// Prepares the bars; they show only where a person watches.
    pub fn new(locale: &'a Locale<'a>, watched: bool, stopped: &'a AtomicBool) -> Self {
        Bars { locale, watched, stopped, state: Mutex::new(None) }
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
        if state.as_ref().is_none_or(|(shown, _)| *shown != step) {
            close(&mut state);
            let bar = if self.watched { ProgressBar::new(all as u64) } else { ProgressBar::hidden() };
            if let Ok(style) = ProgressStyle::with_template("{msg:28} {wide_bar} {pos}/{len}") {
                bar.set_style(style);
            }
            bar.set_message(self.locale.text(name(step)));
            *state = Some((step, bar));
        }
        if let Some((_, bar)) = &*state {
            bar.set_position(done as u64);
        }
        Ok(())
    }

    /// Ends the bars.
    pub fn finish(self) {
        if let Ok(mut state) = self.state.into_inner() {
            close(&mut state);
        }
    }
}

fn close(state: &mut State) {
    if let Some((_, bar)) = state.take() {
        bar.finish_and_clear();
    }
}

const fn name(step: Step) -> &'static str {
    match step {
        Step::Read => "cli-step-read",
        Step::Count => "cli-step-count",
        Step::Write => "cli-step-write",
    }
}
