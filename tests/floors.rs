//! The architecture of the crate doc, read from the source: who may import whom.

use std::fs;
use std::path::{Path, PathBuf};

/// The ground, which every module may import.
const GROUND: &[&str] = &["model", "reference", "assets", "error", "Error", "Result"];

/// Each module and what it may import besides itself and the ground.
const FLOORS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("assets", &[]),
    ("error", &[]),
    ("reference", &[]),
    ("locale", &[]),
    ("ingest", &[]),
    ("validate", &[]),
    ("compute", &[]),
    ("compose", &[]),
    ("render", &["locale"]),
    ("write", &[]),
    ("campaign", &[]),
    ("pipeline", &["campaign", "compose", "compute", "ingest", "locale", "render", "validate", "write"]),
    ("cli", &["campaign", "compose", "ingest", "locale", "pipeline", "render"]),
];

/// The ground itself is not one heap: the types know no list, and nothing below knows the errors above it.
const BELOW_GROUND: &[(&str, &[&str])] =
    &[("model", &["model"]), ("assets", &[]), ("error", &["model"]), ("reference", GROUND)];

#[test]
fn modules_import_only_what_stands_below_them() {
    let mut wrong = Vec::new();
    for (module, allowed) in FLOORS {
        let ground = BELOW_GROUND.iter().find(|(name, _)| name == module).map_or(GROUND, |(_, ground)| *ground);
        for file in files_of(module) {
            for (line, import) in imports(&file) {
                if import != *module && !ground.contains(&&*import) && !allowed.contains(&&*import) {
                    wrong.push(format!("{}:{line}: {module} imports {import}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_of_the_crate_has_a_floor() {
    let library = fs::read_to_string("src/lib.rs").unwrap();
    for module in library.lines().filter_map(|line| line.strip_prefix("pub mod ")) {
        let module = module.trim_end_matches(';');
        assert!(FLOORS.iter().any(|(name, _)| *name == module), "{module} stands on no floor");
    }
}

#[test]
fn no_file_holds_two_ideas() {
    for file in rust_files(Path::new("src")) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        let table = ["schema.rs", "finding.rs"].iter().any(|name| file.ends_with(Path::new("model").join(name)));
        assert!(table || lines <= 500, "{}: {lines} lines", file.display());
    }
}

fn files_of(module: &str) -> Vec<PathBuf> {
    let single = Path::new("src").join(format!("{module}.rs"));
    let folder = Path::new("src").join(module);
    let mut files = if folder.is_dir() { rust_files(&folder) } else { Vec::new() };
    files.extend(single.is_file().then_some(single));
    files
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Gives the modules that a file names after `crate::`, with their lines; its unit tests may name any.
fn imports(file: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(file).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap_or("");
    let tests = file.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "tests.rs");
    let mut found = Vec::new();
    for (at, line) in code.lines().enumerate().filter(|_| !tests) {
        if line.trim_start().starts_with("//") {
            continue;
        }
        for part in line.split("crate::").skip(1) {
            let names = part.strip_prefix('{').map_or(part, |group| group.split('}').next().unwrap_or(group));
            let grouped = part.starts_with('{');
            for name in names.split(',').take(if grouped { usize::MAX } else { 1 }) {
                let end = name.trim().find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(name.trim().len());
                let name = &name.trim()[..end];
                if !name.is_empty() {
                    found.push((at + 1, name.to_owned()));
                }
            }
        }
    }
    found
}
