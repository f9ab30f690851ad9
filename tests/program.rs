//! The program as its users start it, without a process: arguments in, text and files out.

use std::ffi::OsString;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use bilan::cli::{self, Status, Terminal};
use bilan::model::Lang;

/// What one command said and how it ended.
pub struct Ran {
    /// The exit status.
    pub status: Status,
    /// The standard output.
    pub out: String,
    /// The standard error.
    pub err: String,
}

/// Runs one command line, in French where it names no language, on 1 February 2027.
pub fn bilan(arguments: &[&str]) -> Ran {
    let arguments: Vec<OsString> =
        std::iter::once("bilan").chain(arguments.iter().copied()).map(OsString::from).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = cli::dispatch(
        &arguments,
        &mut Terminal {
            program: Some(env!("CARGO_BIN_EXE_bilan").into()),
            out: &mut out,
            err: &mut err,
            watched: false,
            today: jiff::civil::date(2027, 2, 1),
            lang: Lang::Fr,
            stopped: &AtomicBool::new(false),
        },
    );
    Ran { status, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

/// The documents of the shared run: one of each kind, and a territory of each country.
pub const ONE_OF_EACH: [&str; 10] = [
    "consolidated",
    "summary",
    "AMPCPP",
    "MA-HAO",
    "FR-38",
    "health",
    "MA-HAO+FR-31",
    "HAO-2026-01",
    "transmission-MA",
    "sign-off",
];

/// Gives the folder of one run of the worked example in all languages. All tests share it: it is read, never written.
pub fn example() -> &'static Path {
    static OUT: LazyLock<PathBuf> = LazyLock::new(|| {
        let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("example");
        if out.exists() {
            fs::remove_dir_all(&out).unwrap();
        }
        let ran = bilan(&[&["run", "inputs", "--out", arg(&out), "--only"], &ONE_OF_EACH[..]].concat());
        assert_eq!(ran.status, Status::Clean, "{}{}", ran.out, ran.err);
        out
    });
    &OUT
}

/// Gives a path as an argument.
pub fn arg(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Lists the files under a folder with their bytes, in path order.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// Gives the parts of a workbook: name and text.
pub fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut text = Vec::new();
            part.read_to_end(&mut text).unwrap();
            (part.name().unwrap().into_owned(), String::from_utf8_lossy(&text).into_owned())
        })
        .collect()
}
