//! Reading in a child process, so that a hostile file of a format that is read whole costs one file and not the run.
//!
//! An allocation that fails ends a process, and a workbook of a kilobyte can ask for gigabytes. So this program is
//! started again with [`CHILD_ARGUMENT`], limits its own memory, takes the file on its standard input and writes the
//! rows to its standard output, one JSON value a line. Limiting memory is the only thing here that needs Unix; elsewhere
//! these formats are refused with advice.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;

use super::feed::{Feed, Stop};
use super::kind::Kind;
use super::whole::{self, Failure, Step};

/// The first argument with which `main` calls [`child_main`] instead of the command line.
pub const CHILD_ARGUMENT: &str = "--read-one-file";

/// Rows that may wait between the two processes.
const WAITING: usize = 256;

/// Reads a file in a child process that runs `program`.
pub(super) fn read(program: &Path, bytes: &[u8], kind: Kind, feed: &mut Feed<'_>) -> Result<(), Stop> {
    if cfg!(not(unix)) {
        return Err(Stop::because("reason-old-format"));
    }
    let mut child = Command::new(program)
        .arg(CHILD_ARGUMENT)
        .arg(if kind == Kind::Xlsb { "xlsb" } else { "xls" })
        .arg(feed.limits().memory_bytes.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| Stop::system(&error))?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    let outcome = thread::scope(|scope| {
        // A child that ends early closes its input; what it says, or doesn't, tells why.
        scope.spawn(move || input.map(|mut input| input.write_all(bytes)));
        let (sender, steps) = sync_channel(WAITING);
        scope.spawn(move || {
            for line in output.into_iter().flat_map(|output| BufReader::new(output).lines()) {
                let step = line.ok().and_then(|line| serde_json::from_str::<Step>(&line).ok());
                if step.is_none_or(|step| sender.send(step).is_err()) {
                    break;
                }
            }
        });
        let outcome = loop {
            match steps.recv_timeout(feed.clock().left()) {
                Ok(Step::Done) => break Ok(()),
                Ok(step) => {
                    if let Err(stop) = whole::take(step, feed) {
                        break Err(stop);
                    }
                }
                Err(RecvTimeoutError::Timeout) => break Err(feed.clock().over()),
                Err(RecvTimeoutError::Disconnected) => break Err(Stop::because("reason-child")),
            }
        };
        // The two threads end once the child is gone and nobody receives.
        let _ = child.kill();
        drop(steps);
        outcome
    });
    let _ = child.wait();
    outcome
}

/// Reads one file from the standard input and writes its rows to the standard output. `arguments` are those after
/// [`CHILD_ARGUMENT`]: the kind, and the memory in bytes.
pub fn child_main(arguments: &[OsString]) -> ExitCode {
    let [kind, memory] = arguments else { return ExitCode::from(2) };
    let Some(memory) = memory.to_str().and_then(|memory| memory.parse().ok()) else { return ExitCode::from(2) };
    let kind = if kind == "xlsb" { Kind::Xlsb } else { Kind::Xls };
    match limit_memory(memory).and_then(|()| write_steps(kind)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn write_steps(kind: Kind) -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let mut output = BufWriter::new(io::stdout().lock());
    let mut broken = None;
    let outcome = whole::walk(&bytes, kind, &mut |step| {
        write_step(&mut output, &step).map_err(|error| {
            broken = Some(error);
            Failure::Damaged.stop()
        })
    });
    if let Some(error) = broken {
        return Err(error);
    }
    let end = match outcome {
        Ok(()) => Step::Done,
        Err(stop) if stop == Failure::Password.stop() => Step::Failed(Failure::Password),
        Err(_) => Step::Failed(Failure::Damaged),
    };
    write_step(&mut output, &end)?;
    output.flush()
}

fn write_step(output: &mut impl Write, step: &Step) -> io::Result<()> {
    serde_json::to_writer(&mut *output, step)?;
    output.write_all(b"\n")
}

#[cfg(unix)]
fn limit_memory(bytes: u64) -> io::Result<()> {
    rlimit::Resource::AS.set(bytes, bytes)
}

#[cfg(not(unix))]
fn limit_memory(_: u64) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
