//! The stages, one after the other: the only place that knows them all.

pub mod bundle;
pub mod calls;
mod documents;
pub mod dossier;
mod index;
pub mod returned;
pub mod trace;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;

use crate::campaign::Campaign;
use crate::compose::{self, Inputs};
use crate::compute::public::{Public, Words};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::changes::Changes;
use crate::model::snapshot;
use crate::model::{
    Artifact, Audience, Code, Dataset, DocumentKind, Edition, Figures, FileId, Finding, Lang, LeftOut, Limits, Place,
    Provenance, Scope, Settings, Severity, Sources,
};
use crate::reference::Reference;
use crate::render::findings;
use crate::render::pdf::Press;
pub use crate::write::Left;
use crate::write::{self, Manifest, Output, sha256};
use crate::{compute, ingest, render, validate};
use documents::{Counted, count};

/// A stage, as progress is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Reading and judging the returned files.
    Read,
    /// Evaluating the measures of every document.
    Count,
    /// Laying out, rendering and writing every document.
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
}

/// Runs a campaign: reads, checks, counts, lays out, and writes all files or none.
///
/// # Errors
///
/// Findings of severity error under `strict`; an unknown document; a disk that fails; a user who stops the run. A document
/// that a template can't lay out is no error of the run: it is named in what the run gives.
pub fn run(campaign: &Campaign, out: &Path, request: &Request<'_>) -> Result<Done> {
    let mut checked = check(campaign, request.program, request.progress)?;
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
    let put = |artifact| output.put(artifact);

    compute::prepare(&mut checked.dataset, reference, settings);
    let prepared = compute::Prepared::new(&checked.dataset, reference, settings);
    let Counted { documents, sheets, snapshot, whole, kinds } =
        count(campaign, &checked, &prepared, &provenance, request)?;
    let office = inputs(&checked, reference, settings, &provenance);
    let public = Public::new(&checked.dataset, &whole, &words, reference, settings);
    let findings = words.findings(&checked.findings, &checked.dataset, settings);
    let everybody = Inputs {
        dataset: &public.dataset,
        findings: &findings,
        sources: &sources,
        audience: Audience::Public,
        left_out: public.left_out,
        ..office
    };
    let published: Vec<_> = documents.iter().map(|(kind, figures)| (kind, public.figures(figures))).collect();
    let spoken: Vec<Language<'_>> = languages.iter().map(|&lang| Language::new(lang, campaign)).collect();
    let press = Press::new(|path| campaign.template(path), campaign.templates.fonts(), &campaign.logos)?;
    let voices: Vec<&Locale<'_>> = spoken.iter().map(|language| &language.prose).collect();
    index::check(campaign, &everybody, &public.figures(&whole), &kinds, &voices)?;
    let mut wanted: Vec<_> = published.iter().map(|(kind, figures)| (&everybody, *kind, &**figures)).collect();
    if settings.editions.contains(&Edition::Internal) {
        let whole = documents.iter().filter(|(kind, _)| *kind == DocumentKind::Consolidated);
        wanted.extend(whole.map(|(kind, figures)| (&office, kind, figures)));
    }
    let mut jobs = Vec::new();
    for document @ (inputs, kind, _) in &wanted {
        let speaks = |language: &&Language<'_>| compose::letters::speaks(inputs, kind, language.prose.lang);
        jobs.extend(spoken.iter().filter(speaks).map(|language| Job::Document(document, language)));
    }
    jobs.extend(sheets.iter().map(Job::Sheet));
    let made = Mutex::new(0);
    let files = |language: &Language<'_>, (inputs, kind, figures): Document<'_>| -> Result<()> {
        language.document(&press, inputs, figures, kind)?.into_iter().try_for_each(put)
    };
    let results = render::workers::for_each(request.threads, &jobs, |job| {
        let mut provisional = None;
        match job {
            Job::Document(document, language) => files(language, **document)?,
            Job::Sheet(id) => {
                let (kind, figures) = (DocumentKind::Activity((*id).clone()), sheet(&prepared, id));
                let published = public.figures(&figures);
                spoken.iter().try_for_each(|language| files(language, (&everybody, &kind, &published)))?;
                provisional = figures.provisional.then_some(kind);
            }
        }
        let mut made = made.lock().unwrap_or_else(PoisonError::into_inner);
        *made += 1;
        (request.progress)(Step::Write, *made, jobs.len())?;
        Ok(provisional)
    })?;
    let (touched, mut failed) = parted(results)?;
    if !failed.is_empty() && failed.len() == jobs.len() {
        // A template that lays out nothing is broken: the output before stays.
        return Err(failed.swap_remove(0));
    }
    for error in &failed {
        if let Error::Render { document, .. } = error {
            output.fail(document.clone());
        }
    }

    // A letter is for whom it is written to, and has no figures of its own.
    let open = || published.iter().filter(|(kind, _)| !kind.is_letter());
    let reports: Vec<_> = open().map(|(kind, figures)| compose::report(&everybody, figures, kind)).collect();
    put(Artifact { path: render::json::PATH.to_owned(), bytes: render::json::json(&reports)? })?;
    let own = |kind: &DocumentKind| !kind.is_letter() && *kind != DocumentKind::Summary;
    let counted = published.iter().filter(|(kind, _)| own(kind));
    let figures = render::figures::csv(counted.map(|(kind, figures)| (*kind, &**figures)), &public.dataset)?;
    put(Artifact { path: format!("data/{}", render::figures::NAME), bytes: figures })?;
    let counted = documents.iter().filter(|(kind, _)| own(kind));
    let figures = render::figures::csv(counted.map(|(kind, figures)| (kind, figures)), &checked.dataset)?;
    put(Artifact { path: inside(render::figures::NAME), bytes: figures })?;
    put(Artifact { path: snapshot::PATH.to_owned(), bytes: render::json::snapshot(&snapshot)? })?;
    let base = link(&out.join(INTERNAL), &campaign.returns());
    let locales = spoken.iter().map(|language| &language.plain);
    if let Some((_, whole)) = documents.iter().find(|(kind, _)| *kind == DocumentKind::Consolidated) {
        for artifact in trace::files(&office, whole, locales.clone(), campaign.settings.reference_date)? {
            put(Artifact { path: inside(&artifact.path), ..artifact })?;
        }
    }
    let events = compose::calendar(&everybody, &whole.funding);
    for locale in locales.clone() {
        let bytes = render::ics::calendar(&events, locale, campaign.settings.reference_date);
        put(Artifact { path: format!("deadlines-{}.ics", locale.lang), bytes })?;
    }
    for artifact in findings_files(&checked, base.as_deref(), locales, campaign.settings.reference_date)? {
        put(Artifact { path: inside(&artifact.path), ..artifact })?;
    }
    let own = documents.iter().filter(|(kind, figures)| figures.provisional && !kind.is_letter());
    let mut provisional: Vec<DocumentKind> = own.map(|(kind, _)| kind.clone()).chain(touched).collect();
    provisional.sort();
    let there = output.files();
    let there = there.iter().map(|(path, bytes)| (path.as_str(), *bytes));
    for artifact in index::files(campaign, &everybody, &public.figures(&whole), &kinds, &voices, there)? {
        put(artifact)?;
    }
    let left = output.left();
    let files = output.commit()?;
    let changes = campaign.previous.as_ref().map(|previous| compute::changes(&previous.snapshot, &snapshot));
    Ok(Done { checked, files, failed, left, provisional, changes })
}

/// Parts what the jobs gave into the sheets that are provisional and the documents that could not be made. What touches all
/// of them, such as a full disk, ends the run.
fn parted(results: Vec<Result<Option<DocumentKind>>>) -> Result<(Vec<DocumentKind>, Vec<Error>)> {
    let (mut touched, mut failed) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(kind) => touched.extend(kind),
            Err(error @ Error::Render { .. }) => failed.push(error),
            Err(error) => return Err(error),
        }
    }
    Ok((touched, failed))
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

/// A document to lay out: what it may look at, which it is, and its figures.
type Document<'a> = (&'a Inputs<'a>, &'a DocumentKind, &'a Figures);

/// What one worker makes at a time.
enum Job<'a> {
    /// A document in one language.
    Document(&'a Document<'a>, &'a Language<'a>),
    /// The sheet of an activity in every language.
    Sheet(&'a Code),
}

/// Counts the figures of one activity.
fn sheet(prepared: &compute::Prepared<'_>, id: &Code) -> Figures {
    prepared.figures(&Scope::Activity(id.clone()))
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

    /// Makes the files of one document: its PDF, a workbook of the whole, of each association and of each territory, a Word
    /// document of each letter.
    fn document(
        &self,
        press: &Press,
        inputs: &Inputs<'_>,
        figures: &Figures,
        kind: &DocumentKind,
    ) -> Result<Vec<Artifact>> {
        let lang = self.prose.lang;
        let date = inputs.settings.reference_date;
        let report = compose::report(inputs, figures, kind);
        let pdf = press.pdf(&report, &self.prose, date)?;
        let path = |ending| match inputs.audience {
            Audience::Public => kind.path(lang, ending),
            Audience::Internal => inside(&kind.path(lang, ending)),
        };
        let mut files = vec![Artifact { path: path("pdf"), bytes: pdf }];
        if kind.is_letter() {
            let bytes = render::docx::document(&report, &self.prose, date, press.logos())?;
            files.push(Artifact { path: path("docx"), bytes });
        }
        if matches!(kind, DocumentKind::Consolidated | DocumentKind::Association(_) | DocumentKind::Territory(_)) {
            let book = compose::workbook::book(inputs, figures, kind);
            let bytes = render::xlsx::workbook(&book, &self.plain, date)?;
            files.push(Artifact { path: path("xlsx"), bytes });
        }
        Ok(files)
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
pub const INTERNAL: &str = "internal";

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
        inputs.insert(format!("returns/{}", file.path), file.sha256.to_string());
    }
    let lines: String = inputs.iter().map(|(path, sum)| format!("{sum}  {path}\n")).collect();
    Ok(Provenance {
        program: write::PROGRAM.into(),
        fingerprint: sha256(lines.as_bytes()).into(),
        inputs: inputs.into_iter().map(|(path, sum)| (path.into(), sum.into())).collect(),
    })
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
    let locales: Vec<_> = Lang::ALL.iter().map(|&lang| Locale::plain(lang, reference)).collect();
    for artifact in findings_files(checked, link(out, read).as_deref(), locales.iter(), date)? {
        output.put(artifact)?;
    }
    output.commit()
}

/// Makes the findings files: a workbook a language, and one csv. `base` leads from their folder to the files read.
fn findings_files<'a>(
    checked: &Checked,
    base: Option<&str>,
    locales: impl Iterator<Item = &'a Locale<'a>>,
    date: Date,
) -> Result<Vec<Artifact>> {
    let account =
        findings::Account { findings: &checked.findings, sources: &checked.sources, cells: &checked.dataset.cells };
    let mut files = vec![Artifact { path: "findings.csv".to_owned(), bytes: findings::csv(&account)? }];
    for locale in locales {
        let bytes = findings::workbook(&account, base, locale, date)?;
        files.push(Artifact { path: format!("findings-{}.xlsx", locale.lang), bytes });
    }
    Ok(files)
}

/// Gives the way from one folder to another as a link has it, where they share a root.
fn link(from: &Path, to: &Path) -> Option<String> {
    let (from, to) = (std::path::absolute(from).ok()?, std::path::absolute(to).ok()?);
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = from.components().skip(shared).map(|_| "..".to_owned());
    let down = to.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    (shared > 0).then(|| up.chain(down).collect::<Vec<_>>().join("/"))
}
