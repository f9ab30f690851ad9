//! The stages, one after the other: the only place that knows them all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use crate::campaign::Campaign;
use crate::compose::{self, Inputs};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::{
    Artifact, Code, Dataset, DocumentKind, Figures, Finding, Lang, List, Report, Scope, Severity, Sheet, Sources, Value,
};
use crate::reference::Match;
use crate::render::{Press, findings, json, xlsx};
use crate::write::{Manifest, Output, sha256};
use crate::{compute, ingest, validate};

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

/// Told how far a run is: the stage, how much of it is done, and how much there is.
pub type Progress<'a> = &'a (dyn Fn(Step, usize, usize) + Sync);

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
    /// The documents that a finding of severity error touches.
    pub provisional: Vec<DocumentKind>,
}

/// Reads and judges the returns of a campaign.
///
/// # Errors
///
/// A returns folder that can't be read. What is wrong inside a file is a finding.
pub fn check(campaign: &Campaign, program: Option<&Path>, progress: Progress<'_>) -> Result<Checked> {
    let files = ingest::list(&campaign.returns())?;
    let mut judge = validate::Judge::new(&campaign.reference, Some(&campaign.settings), &campaign.profiles);
    read(&files, &mut judge, program, progress).map(|(sources, findings)| conclude(judge, sources, findings))
}

/// Reads and judges one file, by the rules of a campaign where there is one.
///
/// # Errors
///
/// A file that can't be opened.
pub fn check_file(path: &Path, campaign: Option<&Campaign>, reference: &crate::reference::Reference, program: Option<&Path>) -> Result<Checked> {
    let files = vec![ingest::Listed::single(path)?];
    let settings = campaign.map(|campaign| &campaign.settings);
    let profiles = campaign.map_or(&[][..], |campaign| &campaign.profiles);
    let mut judge = validate::Judge::new(reference, settings, profiles);
    read(&files, &mut judge, program, &|_, _, _| {}).map(|(sources, findings)| conclude(judge, sources, findings))
}

fn read(
    files: &[ingest::Listed],
    judge: &mut validate::Judge<'_>,
    program: Option<&Path>,
    progress: Progress<'_>,
) -> Result<(Sources, Vec<Finding>)> {
    let reader = ingest::Reader::new(ingest::Limits::default(), program);
    let (mut sources, mut findings) = (Sources::default(), Vec::new());
    for (at, file) in files.iter().enumerate() {
        progress(Step::Read, at, files.len());
        findings.extend(reader.read(file, &mut sources, judge)?);
    }
    progress(Step::Read, files.len(), files.len());
    Ok((sources, findings))
}

fn conclude(judge: validate::Judge<'_>, sources: Sources, mut findings: Vec<Finding>) -> Checked {
    let (dataset, judged) = judge.finish(&sources);
    findings.extend(judged);
    findings.sort_by_key(|finding| (finding.place, finding.code));
    Checked { sources, dataset, findings }
}

/// Runs a campaign: reads, checks, counts, lays out, and writes all files or none.
///
/// # Errors
///
/// Findings of severity error under `strict`; an unknown document; a template that is broken; a disk that fails.
pub fn run(campaign: &Campaign, out: &Path, request: &Request<'_>) -> Result<Done> {
    let mut checked = check(campaign, request.program, request.progress)?;
    if request.strict && checked.has_errors() {
        return Err(Error::Strict);
    }
    let languages = if request.languages.is_empty() { &campaign.settings.languages } else { request.languages };
    let manifest = Manifest::new(
        campaign.settings.reference_date.to_string(),
        languages.iter().map(|lang| lang.code().to_owned()).collect(),
        inputs(campaign, &checked.sources)?,
    );
    let output = Mutex::new(Output::begin(out, manifest, !request.only.is_empty())?);

    compute::prepare(&mut checked.dataset, &campaign.reference, &campaign.settings);
    let kinds = wanted(campaign, &documents(campaign, &checked.dataset), request.only)?;
    let mut documents = Vec::new();
    for (at, kind) in kinds.iter().enumerate() {
        (request.progress)(Step::Count, at, kinds.len());
        documents.push((kind, figures(campaign, &checked.dataset, kind)));
    }
    (request.progress)(Step::Count, kinds.len(), kinds.len());

    let locales: Vec<Edition<'_>> = languages.iter().map(|&lang| Edition::new(lang, campaign)).collect();
    let press = Press::new(&|path| campaign.template(path))?;
    let inputs = Inputs {
        reference: &campaign.reference,
        settings: &campaign.settings,
        dataset: &checked.dataset,
        findings: &checked.findings,
        sources: &checked.sources,
    };
    let put = |artifact: Artifact| match output.lock() {
        Ok(mut output) => output.put(artifact),
        Err(poisoned) => poisoned.into_inner().put(artifact),
    };
    let jobs: Vec<(&DocumentKind, &Figures, &Edition<'_>)> = documents
        .iter()
        .flat_map(|(kind, figures)| locales.iter().map(move |edition| (*kind, figures, edition)))
        .collect();
    let finished = Mutex::new(0);
    crate::render::for_each(request.threads, &jobs, |(kind, figures, edition)| {
        for artifact in edition.document(&press, &inputs, figures, kind)? {
            put(artifact)?;
        }
        if let Ok(mut finished) = finished.lock() {
            *finished += 1;
            (request.progress)(Step::Write, *finished, jobs.len());
        }
        Ok(())
    })?;
    for edition in &locales {
        put(findings::workbook_file(&inputs, &edition.plain)?)?;
    }
    put(findings::csv_file(&inputs)?)?;
    let reports: Vec<Report> = documents.iter().map(|(kind, figures)| compose::report(&inputs, figures, kind)).collect();
    put(json::file(&reports)?)?;

    let provisional =
        documents.iter().filter(|(_, figures)| figures.provisional).map(|(kind, _)| (*kind).clone()).collect();
    drop(documents);
    let files = output.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner).commit()?;
    Ok(Done { checked, files, provisional })
}
