//! What befalls a run from outside: signals, a full disk, folders that can't be written, other programs, changing inputs.
//!
//! Each test starts the program as a process of its own and provokes the fault for real. After a stop at any moment the
//! output before or the new one is whole, in its place or beside it.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::program::{arg, files};

const BILAN: &str = env!("CARGO_BIN_EXE_bilan");
/// The longest that a test waits for something to happen.
const PATIENCE: Duration = Duration::from_secs(60);

/// A campaign and an output that stands.
struct Standing {
    folder: tempfile::TempDir,
    campaign: PathBuf,
    out: PathBuf,
}

/// Writes the output of a first run, as of another day than the runs that follow.
fn standing() -> Standing {
    let folder = tempfile::tempdir().unwrap();
    let (campaign, out) = (folder.path().join("campaign"), folder.path().join("out"));
    copy(Path::new("tests/cases/two-councils/in"), &campaign);
    let standing = Standing { folder, campaign, out };
    let ran = standing.command(&["--date", "2027-01-16"]).output().unwrap();
    assert_eq!(ran.status.code(), Some(1), "{}", said(&ran));
    standing
}

impl Standing {
    /// Prepares a run in French of the whole report, one territory and one theme.
    fn command(&self, more: &[&str]) -> Command {
        let mut command = Command::new(BILAN);
        command.args(["run", arg(&self.campaign), "--out", arg(&self.out), "--languages", "fr", "--lang", "en"]);
        command.args(more).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn beside(&self, role: &str) -> PathBuf {
        self.folder.path().join(format!(".out.{role}"))
    }

    /// Lists what stands in the folder that holds the output.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn said(ran: &Output) -> String {
    String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr)
}

/// Says whether a folder holds an output to the last byte, and gives the day as of which it was made.
fn whole(folder: &Path) -> Option<String> {
    let manifest: serde_json::Value = serde_json::from_slice(&fs::read(folder.join("manifest.json")).ok()?).ok()?;
    let outputs = manifest["outputs"].as_object()?;
    let sound = outputs.iter().all(|(path, sum)| {
        fs::read(folder.join(path)).is_ok_and(|bytes| bilan::write::sha256(&bytes) == sum.as_str().unwrap())
    });
    (sound && !outputs.is_empty()).then(|| manifest["reference_date"].as_str().unwrap().to_owned())
}

/// Waits until something holds.
#[track_caller]
fn until(what: &str, holds: impl Fn() -> bool) {
    let begun = Instant::now();
    while !holds() {
        assert!(begun.elapsed() < PATIENCE, "{what} did not happen");
        sleep(Duration::from_millis(2));
    }
}

/// Gives how many bytes a process has read.
fn read_by(child: &Child) -> usize {
    let account = fs::read_to_string(format!("/proc/{}/io", child.id())).expect("this machine has no /proc");
    account.lines().find_map(|line| line.strip_prefix("rchar: ")?.parse().ok()).unwrap_or_default()
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill").args([&format!("-{name}"), &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()), "this machine has no `kill` that sends {name}");
}

#[test]
fn a_process_that_is_killed_leaves_one_whole_output() {
    let standing = standing();
    let begun = Instant::now();
    assert_eq!(standing.command(&["--date", "2027-01-16"]).output().unwrap().status.code(), Some(1));
    let time = begun.elapsed();
    for part in 1..=12 {
        let mut child = standing.command(&["--date", "2027-01-15"]).spawn().unwrap();
        // The last ones fall into the changing of names, or just after.
        sleep(time * part / 11);
        signal(&child, "KILL");
        child.wait().unwrap();
        let found = whole(&standing.out).or_else(|| whole(&standing.beside("before")));
        assert!(found.is_some(), "killed after {part} parts of {time:?}: {:?}", standing.names());
    }
    let ran = standing.command(&["--date", "2027-01-15"]).output().unwrap();
    assert_eq!(ran.status.code(), Some(1), "{}", said(&ran));
    assert_eq!(whole(&standing.out).as_deref(), Some("2027-01-15"));
    assert_eq!(standing.names(), ["campaign", "out"]);
}

#[test]
fn an_output_that_stood_beside_its_place_is_put_back_and_said() {
    let standing = standing();
    // The state between the two changes of name.
    fs::rename(&standing.out, standing.beside("before")).unwrap();
    fs::create_dir(standing.beside("making")).unwrap();
    let ran = standing.command(&["--only", "nothing-of-the-kind"]).output().unwrap();
    assert_eq!(ran.status.code(), Some(2));
    assert_eq!(whole(&standing.out).as_deref(), Some("2027-01-16"), "{}", said(&ran));
    fs::rename(&standing.out, standing.beside("before")).unwrap();
    let ran = standing.command(&["--date", "2027-01-15"]).output().unwrap();
    assert!(said(&ran).contains("the documents before it were put back"), "{}", said(&ran));
}

#[test]
fn ctrl_c_ends_the_run_and_clears_up() {
    let standing = standing();
    let child = standing.command(&["--date", "2027-01-15"]).spawn().unwrap();
    until("the making of files", || standing.beside("making").exists());
    signal(&child, "INT");
    let ran = child.wait_with_output().unwrap();
    assert_eq!(ran.status.code(), Some(2), "{}", said(&ran));
    assert!(said(&ran).contains("Stopped as you asked"), "{}", said(&ran));
    assert_eq!(whole(&standing.out).as_deref(), Some("2027-01-16"));
    assert_eq!(standing.names(), ["campaign", "out"]);
}

#[test]
fn a_full_disk_is_told_and_the_output_before_stands() {
    let standing = standing();
    let command = standing.command(&["--date", "2027-01-15"]);
    let line: Vec<String> = command.get_args().map(|part| format!("'{}'", part.to_string_lossy())).collect();
    // A limit of the system on the size of files refuses the bytes as a full disk does.
    let script = format!("trap '' XFSZ; ulimit -f 40; exec '{BILAN}' {}", line.join(" "));
    let ran = Command::new("sh").args(["-c", &script]).output().unwrap();
    assert_eq!(ran.status.code(), Some(2), "{}", said(&ran));
    assert!(said(&ran).contains(".out.making"), "the file is not named: {}", said(&ran));
    assert_eq!(whole(&standing.out).as_deref(), Some("2027-01-16"));
    assert_eq!(standing.names(), ["campaign", "out"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_can_t_be_written_is_told_and_stays_as_it_was() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let standing = standing();
    let before = files(&standing.out);
    let root = fs::metadata(standing.folder.path()).unwrap().uid() == 0;
    let command = standing.command(&["--date", "2027-01-15"]);
    let mut ran = if root {
        // Nothing is read-only for root: an unprivileged user runs.
        let mut other = Command::new("setpriv");
        other.args(["--reuid", "65534", "--regid", "65534", "--clear-groups", BILAN]).args(command.get_args());
        other
    } else {
        command
    };
    fs::set_permissions(standing.folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let ran = ran.stdout(Stdio::piped()).stderr(Stdio::piped()).output();
    fs::set_permissions(standing.folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let ran = ran.unwrap_or_else(|error| panic!("no unprivileged user can be had here: setpriv: {error}"));
    assert_eq!(ran.status.code(), Some(2), "{}", said(&ran));
    assert!(said(&ran).contains(arg(standing.folder.path())), "the folder is not named: {}", said(&ran));
    assert_eq!(files(&standing.out), before);
}

#[test]
fn an_output_file_that_is_open_elsewhere_stays_readable_there() {
    let standing = standing();
    let path = standing.out.join("consolidated-fr.pdf");
    let (before, mut open) = (fs::read(&path).unwrap(), File::open(&path).unwrap());
    let ran = standing.command(&["--date", "2027-01-15"]).output().unwrap();
    assert_eq!(ran.status.code(), Some(1), "{}", said(&ran));
    assert_eq!(whole(&standing.out).as_deref(), Some("2027-01-15"));
    let mut seen = Vec::new();
    open.read_to_end(&mut seen).unwrap();
    assert!(seen == before, "the reader of the file before sees other bytes");
}

#[test]
fn of_two_runs_into_one_folder_the_second_gives_way() {
    let standing = standing();
    let first = standing.command(&["--date", "2027-01-15"]).spawn().unwrap();
    until("the lock", || standing.beside("lock").exists() && standing.beside("making").exists());
    signal(&first, "STOP");
    let second = standing.command(&["--date", "2027-01-14"]).output().unwrap();
    signal(&first, "CONT");
    let first = first.wait_with_output().unwrap();
    assert_eq!(second.status.code(), Some(2), "{}", said(&second));
    assert!(said(&second).contains("Another run is writing"), "{}", said(&second));
    assert_eq!(first.status.code(), Some(1), "{}", said(&first));
    assert_eq!(whole(&standing.out).as_deref(), Some("2027-01-15"));
}

#[test]
fn an_input_that_goes_or_changes_while_others_are_read_is_told_or_read_whole() {
    let standing = standing();
    let returns = standing.campaign.join("returns");
    // A first file whose judging takes long enough to change the others meanwhile.
    let heads = "Réf.;Titre;Thème;Statut;Département français;Territoire marocain;Date de début;Date de fin;Devise;Budget total;Montant dépensé;Bénéficiaires\n";
    let end = "Titre;Santé;En cours;Isère;Al Haouz;2026-03-01;2026-09-01;EUR;1000;10;5\n";
    let lines: String = (0..30_000).map(|row| format!("X-{row};{end}")).collect();
    let first = heads.to_owned() + &lines;
    fs::write(returns.join("aa.csv"), &first).unwrap();
    // A territory that sent nothing: reading is most of the work.
    let child = standing.command(&["--date", "2027-01-15", "--only", "FR-12"]).spawn().unwrap();
    until("the reading of the first file", || read_by(&child) >= first.len());
    fs::remove_file(returns.join("al-haouz--indicators.csv")).unwrap();
    let changed = format!("{heads}Y-1;{end}");
    fs::write(returns.join("isere.csv"), &changed).unwrap();
    let ran = child.wait_with_output().unwrap();
    assert_eq!(ran.status.code(), Some(1), "{}", said(&ran));
    let findings = fs::read_to_string(standing.out.join("internal/findings.csv")).unwrap();
    assert!(findings.contains("al-haouz--indicators.csv"), "the file that went is not named");
    let manifest = fs::read_to_string(standing.out.join("manifest.json")).unwrap();
    assert!(
        manifest.contains(&bilan::write::sha256(changed.as_bytes())),
        "the manifest names other bytes than were read"
    );
}

#[test]
fn a_document_that_fails_is_named_and_takes_no_other_down() {
    let standing = standing();
    let template = String::from_utf8(fs::read("templates/report.typ").unwrap()).unwrap();
    let broken =
        template.replace("#show: setup", "#if d.meta.title.contains(\"Isère\") { panic(\"no ink\") }\n#show: setup");
    assert_ne!(broken, template);
    fs::create_dir(standing.campaign.join("templates")).unwrap();
    fs::write(standing.campaign.join("templates/report.typ"), broken).unwrap();
    let ran = standing.command(&["--date", "2027-01-15"]).output().unwrap();
    assert_eq!(ran.status.code(), Some(2), "{}", said(&ran));
    for words in ["territory-FR-38-fr", "no ink", "all others are written"] {
        assert!(said(&ran).contains(words), "{words}: {}", said(&ran));
    }
    assert_eq!(whole(&standing.out).as_deref(), Some("2027-01-15"));
    let made = |name: &str| standing.out.join(name).exists();
    assert!(made("consolidated-fr.pdf") && made("territories/territory-MA-HAO-fr.pdf"));
    assert!(!made("territories/territory-FR-38-fr.pdf"));
    let manifest = fs::read_to_string(standing.out.join("manifest.json")).unwrap();
    assert!(manifest.contains("\"failed\"") && manifest.contains("territory-FR-38-fr"));
}
