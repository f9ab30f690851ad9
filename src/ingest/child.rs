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
use super::whole::{self, Failure, Step};

/// The first argument with which `main` calls [`child_main`] instead of the command line.
pub const CHILD_ARGUMENT: &str = "--read-one-file";

/// Rows that may wait between the two processes.
const WAITING: usize = 256;

/// Reads a file in a child process that runs `program`.
pub(super) fn read(program: &Path, bytes: &[u8], feed: &mut Feed<'_>) -> Result<(), Stop> {
    if cfg!(not(unix)) {
        return Err(Stop::because("reason-old-format"));
    }
    let mut child = Command::new(program)
        .arg(CHILD_ARGUMENT)
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
/// [`CHILD_ARGUMENT`]: the memory in bytes.
pub fn child_main(arguments: &[OsString]) -> ExitCode {
    let [memory] = arguments else { return ExitCode::from(2) };
    let Some(memory) = memory.to_str().and_then(|memory| memory.parse().ok()) else { return ExitCode::from(2) };
    match limit_memory(memory).and_then(|()| write_steps()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn write_steps() -> io::Result<()> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let mut output = BufWriter::new(io::stdout().lock());
    let mut broken = None;
    let outcome = whole::walk(&bytes, &mut |step| {
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

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use super::super::feed::Feed;
    use super::super::limits::{Clock, Limits};
    use super::super::tests;
    use crate::model::{SourceFile, Sources};

    /// Reads an old workbook through a program that does what a script says.
    #[track_caller]
    fn check(script: &str, seconds: u64, expected: &str, findings: &[&str]) {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("program");
        fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let mut print = tests::Print::default();
        let (mut sources, limits) = (Sources::default(), Limits { seconds, ..Limits::default() });
        let file = sources.add_file(SourceFile { path: "a.xls".into(), sha256: "".into(), bytes: 0 });
        let mut feed = Feed::new(file, &mut sources, &mut print, &limits, Clock::start(seconds));
        // More than a pipe holds, so that a child that never reads would block the writing.
        let outcome = super::read(&program, &vec![0; 1 << 20], &mut feed);
        let found = feed.finish(outcome);
        let found: Vec<String> = found.iter().map(tests::note).collect();
        assert_eq!((print.text(), found), (expected, findings.iter().map(|&text| text.to_owned()).collect()));
    }

    #[test]
    fn a_child_costs_one_file_at_most() {
        let sheet =
            r#"echo '{"Sheet":["F",true]}'; echo '{"Row":[4,[[0,{"Text":"a"}],[2,{"Number":4607182418800017408}]]]}'"#;
        let read = "[F] hidden\n5 A=\"a\" C=1\n--\n";
        check(&format!("cat >/dev/null; {sheet}; echo '\"EndSheet\"'; echo '\"Done\"'"), 60, read, &[]);
        check(&format!("{sheet}; kill -9 $$"), 60, read, &["F101 reason-partial(reason-child, 5)"]);
        check(&format!("{sheet}; echo garbage"), 60, read, &["F101 reason-partial(reason-child, 5)"]);
        check("cat >/dev/null; echo '{\"Failed\":\"Password\"}'", 60, "", &["F101 reason-password"]);
        check("exec sleep 60", 0, "", &["F102 limit-seconds(0) / limit-stopped"]);
    }
}
