//! The stages, one after the other: the only place that knows them all.

pub mod bundle;
pub mod calls;
mod documents;
pub mod dossier;
mod index;
mod make;
mod recipe;
pub mod returned;
mod stages;
pub mod trace;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::compose::{self, Inputs};
use crate::compute::public::{Public, Words};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::changes::Changes;
use crate::model::snapshot;
use crate::model::{
    Artifact, Audience, Dataset, DocumentKind, Figures, FileId, Finding, Lang, LeftOut, Limits, Place, Provenance,
    Scope, Settings, Severity, SourceFile, Sources,
};
use crate::reference::Reference;
use crate::render::findings;
use crate::render::pdf::Press;
pub use crate::write::Left;
use crate::write::{self, Manifest, Output, sha256};
use crate::{compute, ingest, render, validate};
use make::{Job, Made, Told, Workshop};
use recipe::Recipe;
pub use stages::Stage;
use stages::Stopwatch;

/// A stage, as progress is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Reading and judging the returned files.
    Read,
    /// Evaluating the measures over everything.
    Count,
    /// Counting, laying out, rendering and writing every document.
    Write,
}

/// Told how far a run is: the stage, how much of it is done, and how much there is. An error, such as
/// [`Error::Stopped`], ends the run.
pub type Progress<'a> = &'a (dyn Fn(Step, usize, usize) -> Result<()> + Sync);

/// What a run needs beyond the campaign.
pub struct Request<'a> {
    /// The program's own file, started again for formats that are read whole; `None` reads them in this process.
    pub program: Option<&'a Path>,
    /// The documents to write, by code; none means all.
    pub only: &'a [String],
    /// Whether a finding of severity error refuses the run.
    pub strict: bool,
    /// The languages of the editions; none means the campaign's.
    pub languages: &'a [Lang],
    /// How many documents are made at the same time.
    pub threads: usize,
    /// Told how far the run is.
    pub progress: Progress<'a>,
}

/// What was read: every judged row and every finding.
pub struct Checked {
    /// The files and sheets.
    pub sources: Sources,
    /// The rows.
    pub dataset: Dataset,
    /// The findings, in file, sheet and cell order.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// Counts the findings of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity() == severity).count()
    }

    /// Says whether a finding of severity error stands.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

/// What a run did.
pub struct Done {
    /// What was read.
    pub checked: Checked,
    /// How many files were written, the manifest among them.
    pub files: usize,
    /// The documents that could not be made, each with its reason; all others stand.
    pub failed: Vec<Error>,
    /// What an earlier run left in the output's place when it was stopped.
    pub left: Left,
    /// The documents that a finding of severity error touches.
    pub provisional: Vec<DocumentKind>,
    /// What differs from the campaign's earlier run, where it has one.
    pub changes: Option<Changes>,
    /// How long each stage took, on all threads together.
    pub times: Vec<(Stage, Duration)>,
}

/// Runs a campaign: reads, checks, counts, lays out, and writes all files or none. Each document is counted when its turn
/// comes, and forgotten when it is written.
///
/// # Errors
///
/// Findings of severity error under `strict`; an unknown document; a disk that fails; a user who stops the run. A document
/// that a template can't lay out is no error of the run: it is named in what the run gives.
pub fn run(campaign: &Campaign, out: &Path, request: &Request<'_>) -> Result<Done> {
    let watch = Stopwatch::default();
    let mut checked = watch.time(Stage::Read, || check(campaign, request.program, request.progress))?;
    if request.strict && checked.has_errors() {
        return Err(Error::Strict);
    }
    let languages = if request.languages.is_empty() { &campaign.settings.languages[..] } else { request.languages };
    let (reference, settings) = (&campaign.reference, &campaign.settings);
    let words = Words::of(&checked.dataset, &checked.findings, reference);
    let originals = checked.sources.clone();
    let sources = words.sources(&originals);
    let provenance = provenance(campaign, &sources)?;
    let manifest = manifest(campaign, &provenance, languages);
    let output = Output::begin(out, manifest, !request.only.is_empty())?;

    (request.progress)(Step::Count, 0, 1)?;
    compute::prepare(&mut checked.dataset, reference, settings);
    let prepared = watch.time(Stage::Count, || compute::Prepared::new(&checked.dataset, reference, settings));
    let calendar = compute::Calendar::new(settings);
    let trends = watch.time(Stage::Count, || compute::Trends::new(&prepared, &calendar));
    let whole = watch.time(Stage::Count, || everything(campaign, &prepared, &trends));
    let office = inputs(&checked, reference, settings, &provenance);
    let kinds = documents::all(&office, &whole);
    let wanted = documents::wanted(&kinds, reference, settings, request.only)?;
    let public = watch.time(Stage::Count, || Public::new(&checked.dataset, &whole, &words, reference, settings));
    let shown = watch.time(Stage::Count, || public.figures(&whole));
    let findings = words.findings(&checked.findings, &checked.dataset, settings);
    let everybody = Inputs {
        dataset: &public.dataset,
        findings: &findings,
        sources: &sources,
        audience: Audience::Public,
        left_out: public.left_out,
        ..office
    };
    let spoken: Vec<Language<'_>> = languages.iter().map(|&lang| Language::new(lang, campaign)).collect();
    let voices: Vec<&Locale<'_>> = spoken.iter().map(|language| &language.prose).collect();
    index::check(campaign, &everybody, &shown, &kinds, &voices)?;
    let press = Press::new(|path| campaign.template(path), campaign.templates.fonts(), &campaign.logos)?;

    let jobs = make::jobs(&wanted, &everybody, &spoken);
    let workshop = Workshop {
        prepared: &prepared,
        trends: &trends,
        whole: &whole,
        shown: &shown,
        public: &public,
        office,
        everybody,
        press: &press,
        recipe: &Recipe::new(campaign)?,
        output: &output,
        told: Told::begin(&output)?,
        watch: &watch,
        threads: request.threads,
    };
    let date = settings.reference_date;
    let base = link(&out.join(INTERNAL), &campaign.returns());
    let mut tasks: Vec<Task<'_>> = Vec::new();
    for language in &spoken {
        let (account, base) = (account(&checked), base.as_deref());
        let (watch, output) = (&watch, &output);
        tasks.push(Task::Data(Box::new(move || {
            let made = watch.time(Stage::Data, || findings_workbook(&account, base, &language.plain, date))?;
            output.put(stays(made))
        })));
    }
    let list = || watch.time(Stage::Data, || findings_csv(&account(&checked), inside(FINDINGS), &output));
    tasks.push(Task::Data(Box::new(list)));
    let traces = || workshop.traces(&spoken);
    tasks.extend(wanted.contains(&DocumentKind::Consolidated).then(|| Task::Data(Box::new(traces))));
    tasks.extend(jobs.iter().map(Task::Document));
    // Small, and so last: they fill what time the documents leave.
    for language in &spoken {
        let (watch, output, whole, everybody) = (&watch, &output, &whole, &everybody);
        tasks.push(Task::Data(Box::new(move || {
            let (funding, locale) = (&whole.funding, &language.plain);
            let calendar = || render::ics::calendar(compose::calendar(everybody, funding), locale, date);
            let bytes = watch.time(Stage::Data, calendar)?;
            output.put(Artifact { path: format!("deadlines-{}.ics", locale.lang), bytes })
        })));
    }
    let counted = || {
        watch.time(Stage::Data, || {
            let spool = output.spool(snapshot::PATH.to_owned())?;
            render::json::snapshot(&compute::snapshot(&checked.dataset, &whole, settings), spool.part(0))?;
            spool.close(&output, b"", b"", b"")
        })
    };
    tasks.push(Task::Data(Box::new(counted)));
    let made = Mutex::new(0);
    (request.progress)(Step::Write, 0, jobs.len())?;
    let heavy = |task: &Task<'_>| matches!(task, Task::Document(job) if job.is_heavy());
    let results = render::workers::for_each(request.threads, &tasks, heavy, |task| {
        let job = match task {
            Task::Document(job) => job,
            Task::Data(files) => return files().map(|()| Made::default()),
        };
        let result = workshop.make(job)?;
        let mut made = made.lock().unwrap_or_else(PoisonError::into_inner);
        *made += 1;
        (request.progress)(Step::Write, *made, jobs.len())?;
        Ok(result)
    })?;
    drop(tasks);
    workshop.told.close(&output)?;
    let (mut provisional, mut failed) = (Vec::new(), Vec::new());
    for result in results {
        let Made { provisional: touched, failed: refused } = result?;
        provisional.extend(touched);
        failed.extend(refused);
    }
    provisional.sort();
    if !failed.is_empty() && failed.len() >= jobs.iter().map(Job::editions).sum() {
        // A template that lays out nothing is broken: the output before stays.
        return Err(failed.swap_remove(0));
    }
    for error in &failed {
        if let Error::Render { document, .. } = error {
            output.fail(document.clone());
        }
    }

    watch.time(Stage::Data, || -> Result<()> {
        let there = output.files();
        let there = there.iter().map(|(path, bytes)| (path.as_str(), *bytes));
        let index = index::files(campaign, &everybody, &shown, &kinds, &voices, there)?;
        index.into_iter().try_for_each(|artifact| output.put(artifact))
    })?;
    let left = output.left();
    let files = output.commit()?;
    let changes = whole.changes;
    Ok(Done { checked, files, failed, left, provisional, changes, times: watch.read() })
}

/// What the workers do.
enum Task<'a> {
    /// A document.
    Document(&'a Job<'a>),
    /// Files that are no documents: what stays in the office, and the deadlines.
    Data(Box<dyn Fn() -> Result<()> + Sync + 'a>),
}

/// Counts the figures of everything.
fn everything(campaign: &Campaign, prepared: &compute::Prepared<'_>, trends: &compute::Trends<'_>) -> Figures {
    let (mut whole, trend) = rayon::join(|| prepared.figures(&Scope::All), || trends.of(&Scope::All));
    whole.trend = trend;
    whole.changes = campaign.previous.as_ref().map(|previous| {
        let now = compute::snapshot(prepared.dataset(), &whole, &campaign.settings);
        compute::changes(&previous.snapshot, &now)
    });
    whole
}

/// Reads and judges the returns of a campaign.
///
/// # Errors
///
/// A returns folder that can't be read. What is wrong inside a file is a finding.
pub fn check(campaign: &Campaign, program: Option<&Path>, progress: Progress<'_>) -> Result<Checked> {
    let listing = ingest::list(&campaign.returns())?;
    let judge = validate::Judge::new(&campaign.reference, Some(&campaign.settings), &campaign.profiles)
        .with_decisions(&campaign.decisions, true);
    let reader = ingest::Reader { limits: campaign.limits.clone(), child: program };
    read(&listing.files, &reader, judge, listing.findings, progress)
}

/// Reads and judges one file, by the rules of a campaign where there is one.
///
/// # Errors
///
/// None that is known: what is wrong inside a file is a finding.
pub fn check_file(
    path: &Path,
    campaign: Option<&Campaign>,
    reference: &Reference,
    program: Option<&Path>,
) -> Result<Checked> {
    let relative = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let file = ingest::Entry { relative, path: path.to_owned() };
    let profiles = campaign.map_or(&[][..], |campaign| &campaign.profiles);
    let mut judge = validate::Judge::new(reference, campaign.map(|campaign| &campaign.settings), profiles);
    if let Some(campaign) = campaign {
        judge = judge.with_decisions(&campaign.decisions, false);
    }
    let limits = campaign.map_or_else(Limits::default, |campaign| campaign.limits.clone());
    let reader = ingest::Reader { limits, child: program };
    read(&[file], &reader, judge, Vec::new(), &|_, _, _| Ok(()))
}

fn read(
    files: &[ingest::Entry],
    reader: &ingest::Reader<'_>,
    mut judge: validate::Judge<'_>,
    mut findings: Vec<Finding>,
    progress: Progress<'_>,
) -> Result<Checked> {
    let mut sources = Sources::default();
    for (at, file) in files.iter().enumerate() {
        progress(Step::Read, at, files.len())?;
        judge.start_file(FileId(at as u16), &file.relative);
        let (_, found) = reader.read(&file.path, &file.relative, &mut sources, &mut judge);
        findings.extend(found);
    }
    progress(Step::Read, files.len(), files.len())?;
    let (dataset, judged) = judge.finish(&sources);
    findings.extend(judged);
    findings.sort_by_key(|finding| (order(finding.place, &sources), finding.code));
    Ok(Checked { sources, dataset, findings })
}

/// Puts findings in the order of the files: each file, then its sheets, then their cells.
fn order(place: Place, sources: &Sources) -> (Option<FileId>, Place) {
    let file = match place {
        Place::Campaign => None,
        Place::File(file) => Some(file),
        Place::Sheet(sheet) => Some(sources.sheet(sheet).file),
        Place::Cell(origin) => Some(sources.sheet(origin.sheet).file),
    };
    (file, place)
}

/// One language of the reports: for prose with bidi isolates, and plain for cells.
struct Language<'a> {
    prose: Locale<'a>,
    plain: Locale<'a>,
}

impl<'a> Language<'a> {
    fn new(lang: Lang, campaign: &'a Campaign) -> Self {
        let reference = &campaign.reference;
        Language { prose: Locale::prose(lang, reference), plain: Locale::plain(lang, reference) }
    }
}

/// Gives what stays in the office: everything as it was read.
fn inputs<'a>(
    checked: &'a Checked,
    reference: &'a Reference,
    settings: &'a Settings,
    provenance: &'a Provenance,
) -> Inputs<'a> {
    let Checked { sources, dataset, findings } = checked;
    let (audience, left_out) = (Audience::Internal, LeftOut::default());
    Inputs { reference, settings, dataset, findings, sources, provenance, audience, left_out }
}

/// The folder of what stays in the office, in the output folder.
pub const INTERNAL: &str = Audience::OFFICE;

/// Puts a file where it stays in the office.
fn stays(artifact: Artifact) -> Artifact {
    Artifact { path: inside(&artifact.path), ..artifact }
}

/// Gives the path of a file that stays in the office.
fn inside(name: &str) -> String {
    format!("{INTERNAL}/{name}")
}

/// Says what a run is made from: the campaign's own files and every returned file.
fn provenance(campaign: &Campaign, sources: &Sources) -> Result<Provenance> {
    let mut inputs = BTreeMap::new();
    for path in campaign.files()? {
        let bytes = fs::read(campaign.folder.join(&path)).map_err(Error::io(campaign.folder.join(&path)))?;
        inputs.insert(path.to_string_lossy().replace('\\', "/"), sha256(&bytes));
    }
    for file in &sources.files {
        inputs.insert(returned_path(file), file.sha256.to_string());
    }
    let inputs: Vec<(Box<str>, Box<str>)> = inputs.into_iter().map(|(path, sum)| (path.into(), sum.into())).collect();
    Ok(Provenance::of(write::PROGRAM, inputs.iter()))
}

/// The folder of the returned files, in the campaign's.
const RETURNED: &str = "returns/";

/// Gives the path of a returned file, from the campaign's folder.
fn returned_path(file: &SourceFile) -> String {
    format!("{RETURNED}{}", file.path)
}

/// Starts the manifest of a run.
fn manifest(campaign: &Campaign, provenance: &Provenance, languages: &[Lang]) -> Manifest {
    let inputs = provenance.inputs.iter().map(|(path, sum)| (path.to_string(), sum.to_string())).collect();
    let languages = languages.iter().map(|lang| lang.code().to_owned()).collect();
    let previous = campaign.previous.as_ref().map(|previous| previous.manifest.clone());
    Manifest { previous, ..Manifest::new(campaign.settings.reference_date.to_string(), languages, inputs) }
}

/// Writes the findings files alone, as `check` does. `read` is the folder that was read. Gives the number of files.
///
/// # Errors
///
/// A folder that is not ours, or a disk that fails.
pub fn write_findings(checked: &Checked, reference: &Reference, read: &Path, out: &Path, date: Date) -> Result<usize> {
    let inputs = checked.sources.files.iter().map(|file| (file.path.to_string(), file.sha256.to_string())).collect();
    let languages = Lang::ALL.iter().map(|lang| lang.code().to_owned()).collect();
    let output = Output::begin(out, Manifest::new(date.to_string(), languages, inputs), false)?;
    let (account, base) = (account(checked), link(out, read));
    findings_csv(&account, FINDINGS.to_owned(), &output)?;
    for locale in Lang::ALL.map(|lang| Locale::plain(lang, reference)) {
        output.put(findings_workbook(&account, base.as_deref(), &locale, date)?)?;
    }
    output.commit()
}

/// Gives what the findings files are made from.
fn account(checked: &Checked) -> findings::Account<'_> {
    findings::Account { findings: &checked.findings, sources: &checked.sources, cells: &checked.dataset.cells }
}

/// The list of findings for programs.
const FINDINGS: &str = "findings.csv";

fn findings_csv(account: &findings::Account<'_>, path: String, output: &Output) -> Result<()> {
    let spool = output.spool(path)?;
    findings::csv(account, &mut |part| spool.add(0, part))?;
    spool.close(output, b"", b"", b"")
}

/// Makes the workbook of findings of a language. `base` leads from its folder to the files read.
fn findings_workbook(
    account: &findings::Account<'_>,
    base: Option<&str>,
    locale: &Locale<'_>,
    date: Date,
) -> Result<Artifact> {
    let bytes = findings::workbook(account, base, locale, date)?;
    Ok(Artifact { path: format!("findings-{}.xlsx", locale.lang), bytes })
}

/// Gives the way from one folder to another as a link has it, where they share a root.
fn link(from: &Path, to: &Path) -> Option<String> {
    let (from, to) = (std::path::absolute(from).ok()?, std::path::absolute(to).ok()?);
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = from.components().skip(shared).map(|_| "..".to_owned());
    let down = to.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    (shared > 0).then(|| up.chain(down).collect::<Vec<_>>().join("/"))
}
