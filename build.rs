//! Gives the program a number of what it is built from, by which a run tells whether files of another build still hold.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest, Sha256};

/// What decides the bytes that the program writes.
const BUILT_FROM: [&str; 5] = ["src", "templates", "inputs/reference", "Cargo.lock", "Cargo.toml"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut files = Vec::new();
    for part in BUILT_FROM {
        println!("cargo::rerun-if-changed={part}");
        gather(&root.join(part), &mut files)?;
    }
    files.sort();
    let mut sum = Sha256::new();
    for path in files {
        let name = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let bytes = fs::read(&path)?;
        sum.update(format!("{} {}\n", name, bytes.len()));
        sum.update(bytes);
    }
    let digits: String = sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    println!("cargo::rustc-env=BILAN_BUILD={digits}");
    Ok(())
}

fn gather(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        files.extend(path.is_file().then(|| path.to_owned()));
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        gather(&entry?.path(), files)?;
    }
    Ok(())
}
