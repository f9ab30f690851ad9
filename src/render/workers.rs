//! Many jobs on few threads, with results in the order of the jobs.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use rayon::ThreadPoolBuilder;

use crate::error::{Error, Result};

/// The stack of a worker. Typst recurses with the depth of what it lays out.
const STACK: usize = 16 << 20;

/// Runs `work` on each job with this many threads, and gives the results in the order of the jobs.
///
/// Each worker has a rayon pool of its own: in a shared one, a job that waits for Typst's inner parallelism would begin
/// another document on the same stack. A single job gets all threads for its inner parallelism instead. After each job,
/// what Typst remembers of documents that no worker still lays out is let go, so that memory stays flat.
///
/// # Errors
///
/// The system refuses a thread.
pub fn for_each<J: Sync, T: Send>(threads: usize, jobs: &[J], work: impl Fn(&J) -> T + Sync) -> Result<Vec<T>> {
    let workers = threads.clamp(1, jobs.len().max(1));
    let inner = (threads.max(1) / workers).max(1);
    let pools = (0..workers)
        .map(|_| ThreadPoolBuilder::new().num_threads(inner).stack_size(STACK).build())
        .collect::<std::result::Result<Vec<_>, _>>()
        .map_err(|error| Error::Render { document: "threads".to_owned(), detail: error.to_string() })?;
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(jobs.len()));
    thread::scope(|scope| {
        for pool in &pools {
            let (next, done, work) = (&next, &done, &work);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(index) else { break };
                    let result = pool.install(|| work(job));
                    comemo::evict(workers);
                    done.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push((index, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
    done.sort_by_key(|(index, _)| *index);
    Ok(done.into_iter().map(|(_, result)| result).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(threads: usize, jobs: usize) {
        let jobs: Vec<usize> = (0..jobs).collect();
        let squares = for_each(threads, &jobs, |job| job * job).unwrap();
        assert_eq!(squares, jobs.iter().map(|job| job * job).collect::<Vec<_>>());
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
