//! Many jobs on few threads, with results in the order of the jobs.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use rayon::ThreadPoolBuilder;

use crate::error::{Error, Result};
use crate::model::Lang;

/// The stack of a worker. Typst recurses with the depth of what it lays out.
const STACK: usize = 16 << 20;

/// Runs `work` on each job with this many threads, and gives the results in the order of the jobs.
///
/// Each worker has a rayon pool of its own: in a shared one, a job that waits for Typst's inner parallelism would begin
/// another document on the same stack. A single job gets all threads for its inner parallelism instead. Of the `heavy` jobs
/// no more than half of the workers do one at once, as long as there are others.
///
/// # Errors
///
/// The system refuses a thread.
pub fn for_each<J: Sync, T: Send>(
    threads: usize,
    jobs: &[J],
    heavy: impl Fn(&J) -> bool,
    work: impl Fn(&J) -> T + Sync,
) -> Result<Vec<T>> {
    let workers = threads.clamp(1, jobs.len().max(1));
    let inner = (threads.max(1) / workers).max(1);
    let pools = (0..workers)
        .map(|_| ThreadPoolBuilder::new().num_threads(inner).stack_size(STACK).build())
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(|error| Error::Render { document: "threads".to_owned(), detail: error.to_string() })?;
    let (heavy, light) = (0..jobs.len()).partition(|&at| jobs.get(at).is_some_and(&heavy));
    let queue = Mutex::new(Queue { heavy, light, running: 0, most: workers.div_ceil(2) });
    let done = Mutex::new(Vec::with_capacity(jobs.len()));
    thread::scope(|scope| {
        for pool in &pools {
            let (queue, done, work) = (&queue, &done, &work);
            scope.spawn(move || {
                let take = || lock(queue).take();
                while let Some((index, heavy)) = take() {
                    let Some(job) = jobs.get(index) else { break };
                    let result = pool.install(|| work(job));
                    lock(queue).running -= usize::from(heavy);
                    lock(done).push((index, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(index, _)| *index);
    Ok(done.into_iter().map(|(_, result)| result).collect())
}

/// Lets go what Typst remembers of documents that none of this many threads still lays out, so that memory stays flat. To
/// be said after each document.
pub fn forget(threads: usize) {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    // It looks through all that is remembered, of every thread. What documents of one language share is kept until the
    // next of them.
    if MADE.fetch_add(1, Ordering::Relaxed).is_multiple_of(threads.max(1)) {
        comemo::evict(Lang::ALL.len());
    }
}

/// Lets go all that Typst remembers. To be said after a large document, which has little in common with others and would
/// be remembered beside the next large one.
pub fn forget_all() {
    comemo::evict(0);
}

/// The jobs that wait.
struct Queue {
    heavy: VecDeque<usize>,
    light: VecDeque<usize>,
    /// The heavy jobs under way, and the most of them.
    running: usize,
    most: usize,
}

impl Queue {
    /// Takes a job, and says whether it is a heavy one.
    fn take(&mut self) -> Option<(usize, bool)> {
        let heavy = !self.heavy.is_empty() && (self.running < self.most || self.light.is_empty());
        self.running += usize::from(heavy);
        let from = if heavy { &mut self.heavy } else { &mut self.light };
        from.pop_front().map(|job| (job, heavy))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(threads: usize, jobs: usize) {
        let jobs: Vec<usize> = (0..jobs).collect();
        let squares = for_each(threads, &jobs, |job| job % 3 == 0, |job| job * job).unwrap();
        assert_eq!(squares, jobs.iter().map(|job| job * job).collect::<Vec<_>>());
    }

    #[test]
    fn heavy_jobs_leave_room_for_others() {
        let mut queue = Queue { heavy: VecDeque::from([0, 1, 2]), light: VecDeque::from([3]), running: 0, most: 1 };
        assert_eq!(queue.take(), Some((0, true)));
        assert_eq!(queue.take(), Some((3, false)));
        assert_eq!(queue.take(), Some((1, true)), "nothing else is left");
        queue.running = 0;
        assert_eq!(queue.take(), Some((2, true)));
        assert_eq!(queue.take(), None);
    }

    #[test]
    fn results_come_back_in_the_order_of_the_jobs() {
        check(1, 5);
        check(3, 50);
        check(8, 1);
        check(2, 0);
        check(0, 3);
    }
}
