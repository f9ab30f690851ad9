//! Documents, one after the other: counted, laid out, rendered, written and forgotten, so that memory does not grow with
//! their number.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::recipe::{Data, Recipe};
use super::stages::{Stage, Stopwatch};
use super::{Language, inside, trace};
use crate::compose::{self, Inputs, letters};
use crate::compute::public::Public;
use crate::compute::{Prepared, Trends};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::book::Apart;
use crate::model::{Artifact, Audience, Code, DocumentKind, Edition, Figures, Provenance, Report, Scope, SheetId};
use crate::render;
use crate::render::pdf::Press;
use crate::render::rows::Rows;
use crate::write::{Output, Spool};

/// What every document is made with.
pub(super) struct Workshop<'a> {
    /// The dataset with its index.
    pub prepared: &'a Prepared<'a>,
    /// The same for each span of time.
    pub trends: &'a Trends<'a>,
    /// The figures of everything.
    pub whole: &'a Figures,
    /// The same in the public copy.
    pub shown: &'a Figures,
    /// The rules of the public copy.
    pub public: &'a Public<'a>,
    /// What the internal edition may look at.
    pub office: Inputs<'a>,
    /// What the public edition may look at.
    pub everybody: Inputs<'a>,
    /// Sets pages.
    pub press: &'a Press,
    /// What all files are made from.
    pub recipe: &'a Recipe,
    /// Takes the files.
    pub output: &'a Output,
    /// The open data, a part a document.
    pub told: Told,
    /// Takes the time.
    pub watch: &'a Stopwatch,
    /// How many threads work at once.
    pub threads: usize,
}

/// What is told of each document for programs, and for the office.
pub(super) struct Told {
    reports: Spool,
    figures: Spool,
    originals: Spool,
}

/// One document in some languages.
pub(super) struct Job<'a> {
    number: usize,
    kind: &'a DocumentKind,
    audience: Audience,
    languages: Vec<&'a Language<'a>>,
    /// Whether it tells what is told of the document once.
    tells: bool,
    /// Whether it writes the rows for which the document's workbooks have no room.
    apart: bool,
}

/// How many rows are turned into text at once.
const ROWS: usize = 20_000;

/// What a job gives.
#[derive(Default)]
pub(super) struct Made {
    /// The document, where a finding of severity error touches it.
    pub provisional: Option<DocumentKind>,
    /// The editions that could not be made.
    pub failed: Vec<Error>,
}

/// Lists the jobs of the wanted documents, the largest first. A document whose figures are those of everything takes a job
/// a language; any other is counted and laid out once for all of its languages.
pub(super) fn jobs<'a>(kinds: &'a [DocumentKind], inputs: &Inputs<'_>, spoken: &'a [Language<'a>]) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for (number, kind) in kinds.iter().enumerate() {
        let speaks = |language: &&Language<'_>| letters::speaks(inputs, kind, language.prose.lang);
        let languages: Vec<_> = spoken.iter().filter(speaks).collect();
        let together = if scope(kind).is_some() { languages.len().max(1) } else { 1 };
        let counted = |language: &&Language<'_>| inputs.settings.workbooks.contains(&language.plain.lang);
        let first = languages.iter().position(counted).map(|at| at / together);
        let job = |audience, at, languages: &[&'a Language<'a>]| Job {
            number,
            kind,
            audience,
            languages: languages.to_vec(),
            tells: audience == Audience::Public && at == 0,
            apart: Some(at) == first,
        };
        let parts = || languages.chunks(together).enumerate();
        jobs.extend(parts().map(|(at, part)| job(Audience::Public, at, part)));
        if *kind == DocumentKind::Consolidated && inputs.settings.editions.contains(&Edition::Internal) {
            jobs.extend(parts().map(|(at, part)| job(Audience::Internal, at, part)));
        }
    }
    jobs.sort_by_key(|job| size(job.kind));
    jobs
}

/// Gives the scope of a document whose figures are not those of everything.
fn scope(kind: &DocumentKind) -> Option<Scope> {
    match kind {
        DocumentKind::Association(country) => Some(Scope::Country(country.clone())),
        DocumentKind::Territory(code) => Some(Scope::Territory(code.clone())),
        DocumentKind::Theme(code) => Some(Scope::Theme(code.clone())),
        DocumentKind::Pair(ma, fr) => Some(Scope::Pair(ma.clone(), fr.clone())),
        DocumentKind::Activity(id) => Some(Scope::Activity(id.clone())),
        DocumentKind::Consolidated
        | DocumentKind::Summary
        | DocumentKind::Transmission(_)
        | DocumentKind::SignOff
        | DocumentKind::Reminder(_)
        | DocumentKind::Dossier(..) => None,
    }
}

/// Ranks documents by how long they take, the longest first.
fn size(kind: &DocumentKind) -> u8 {
    match kind {
        DocumentKind::Consolidated => 0,
        DocumentKind::Association(_) => 1,
        DocumentKind::Theme(_) => 2,
        DocumentKind::Territory(_) => 3,
        DocumentKind::Pair(..) => 4,
        DocumentKind::Activity(_) => 5,
        DocumentKind::Summary | DocumentKind::Dossier(..) => 6,
        DocumentKind::Transmission(_) | DocumentKind::SignOff | DocumentKind::Reminder(_) => 7,
    }
}

impl Told {
    /// Begins what is told.
    ///
    /// # Errors
    ///
    /// A disk that can't take it.
    pub fn begin(output: &Output) -> Result<Told> {
        Ok(Told {
            reports: output.spool(render::json::PATH.to_owned())?,
            figures: output.spool(format!("data/{}", render::figures::NAME))?,
            originals: output.spool(inside(render::figures::NAME))?,
        })
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// A disk that can't take it.
    pub fn close(self, output: &Output) -> Result<()> {
        let head = render::figures::head()?;
        let (reports, figures) = rayon::join(
            || {
                self.reports
                    .close(output, b"[", b",", b"]\n")
                    .and_then(|()| self.figures.close(output, &head, b"", b""))
            },
            || self.originals.close(output, &head, b"", b""),
        );
        reports.and(figures)
    }
}

impl Workshop<'_> {
    /// Makes a document in its languages. An edition that a template can't lay out is given back by its error.
    ///
    /// # Errors
    ///
    /// What touches all documents, such as a full disk.
    pub fn make(&self, job: &Job<'_>) -> Result<Made> {
        let (kind, mut made) = (job.kind, Made::default());
        let figures = self.watch.time(Stage::Count, || self.figures(kind));
        let (base, shown) = match job.audience {
            Audience::Public if matches!(figures, Cow::Borrowed(_)) => (&self.everybody, Cow::Borrowed(self.shown)),
            Audience::Public => (&self.everybody, self.watch.time(Stage::Count, || self.public.figures(&figures))),
            Audience::Internal => (&self.office, Cow::Borrowed(&*figures)),
        };
        let provenance = self.provenance(base, kind, &figures);
        let inputs = Inputs { provenance: &provenance, ..*base };
        let report = self.watch.time(Stage::Compose, || compose::report(&inputs, &shown, kind));
        if job.tells {
            self.tell(job.number, &report, &figures, &shown)?;
            made.provisional = (figures.provisional && !kind.is_letter()).then(|| kind.clone());
        }
        // The workbook first: what it takes is given back before pages take theirs.
        made.failed = self.workbooks(job, &inputs, &shown)?;
        made.failed.extend(self.pages(job, &report)?);
        Ok(made)
    }

    /// Counts the figures of a document, or takes those of everything.
    fn figures(&self, kind: &DocumentKind) -> Cow<'_, Figures> {
        let Some(scope) = scope(kind) else { return Cow::Borrowed(self.whole) };
        let lasts = matches!(scope, Scope::Country(_) | Scope::Territory(_));
        let trend = if lasts { self.trends.of(&scope) } else { Default::default() };
        Cow::Owned(Figures { trend, ..self.prepared.figures(&scope) })
    }

    /// Tells for programs what the document holds. A letter is for whom it is written to, the sheet of an activity repeats
    /// rows, and the figures of the summary are those of the whole.
    fn tell(&self, number: usize, report: &Report, figures: &Figures, shown: &Figures) -> Result<()> {
        if report.kind.is_letter() || matches!(report.kind, DocumentKind::Activity(_)) {
            return Ok(());
        }
        self.watch.time(Stage::Data, || {
            self.told.reports.add(number, &render::json::report(report)?)?;
            if report.kind == DocumentKind::Summary {
                return Ok(());
            }
            let lines = |figures, inputs: &Inputs<'_>, spool: &Spool| {
                render::figures::csv(&report.kind, figures, inputs.dataset, &mut |part| spool.add(number, part))
            };
            lines(shown, &self.everybody, &self.told.figures)?;
            lines(figures, &self.office, &self.told.originals)
        })
    }

    fn pages(&self, job: &Job<'_>, report: &Report) -> Result<Vec<Error>> {
        let (stem, date) = (job.kind.stem(), self.office.settings.reference_date);
        let data = Data::of(&stem, report)?;
        let mut failed = Vec::new();
        for language in &job.languages {
            let (locale, key) = (&language.prose, self.recipe.key(language.prose.lang, data));
            let pdf = || {
                let pdf = self.press.pdf(report, locale, date);
                if job.is_heavy() {
                    render::workers::forget_all();
                } else {
                    render::workers::forget(self.threads);
                }
                pdf
            };
            let pdf = self.file(job.path(language, "pdf"), &key, Stage::Pages, pdf);
            failed.extend(refused(pdf)?);
            if job.kind.is_letter() {
                let word = || render::docx::document(report, locale, date, self.press.logos());
                failed.extend(refused(self.file(job.path(language, "docx"), &key, Stage::Pages, word))?);
            }
        }
        Ok(failed)
    }

    fn workbooks(&self, job: &Job<'_>, inputs: &Inputs<'_>, figures: &Figures) -> Result<Vec<Error>> {
        let has =
            matches!(job.kind, DocumentKind::Consolidated | DocumentKind::Association(_) | DocumentKind::Territory(_));
        let wanted = |language: &&&Language<'_>| inputs.settings.workbooks.contains(&language.plain.lang);
        let languages: Vec<_> = job.languages.iter().filter(wanted).collect();
        if !has || languages.is_empty() {
            return Ok(Vec::new());
        }
        let (book, apart) = self.watch.time(Stage::Compose, || compose::workbook::book(inputs, figures, job.kind));
        if job.apart {
            self.watch.time(Stage::Data, || apart.into_iter().try_for_each(|table| self.rows(inputs, table)))?;
        }
        let data = Data::of(&job.kind.stem(), &book)?;
        let mut failed = Vec::new();
        for language in languages {
            let key = self.recipe.key(language.plain.lang, data);
            let bytes = || render::xlsx::workbook(&book, &language.plain, inputs.settings.reference_date);
            failed.extend(refused(self.file(job.path(language, "xlsx"), &key, Stage::Workbooks, bytes))?);
        }
        Ok(failed)
    }

    /// Writes the rows of a table for which a workbook has no room.
    fn rows(&self, inputs: &Inputs<'_>, table: Apart) -> Result<()> {
        let (dataset, sources) = (inputs.dataset, inputs.sources);
        let rows = Rows { dataset, sources, private: inputs.prints_private() };
        let spool = self.output.spool(table.path)?;
        for (number, part) in table.rows.chunks(ROWS).enumerate() {
            spool.add(number, &rows.csv(table.sheet, part)?)?;
        }
        spool.close(self.output, &rows.head(table.sheet)?, b"", b"")
    }

    /// Makes the trace workbooks of the whole report, which stay in the office.
    pub fn traces(&self, languages: &[Language<'_>]) -> Result<()> {
        let inputs = &self.office;
        // Its figures, and the files with their cells: a cell may change without any of the figures.
        let Figures { cross, results, territories, .. } = self.whole;
        let data = Data::of("trace", &(inputs.provenance, cross, results, &territories.lines))?;
        let book = OnceCell::new();
        let has = |locale: &&Locale<'_>| inputs.settings.workbooks.contains(&locale.lang);
        for locale in languages.iter().map(|language| &language.plain).filter(has) {
            let bytes = || {
                let book = book.get_or_init(|| trace::book(self.prepared, inputs, self.whole));
                render::xlsx::workbook(book, locale, inputs.settings.reference_date)
            };
            let (path, key) = (inside(&trace::path(locale.lang)), self.recipe.key(locale.lang, data));
            self.file(path, &key, Stage::Data, bytes)?;
        }
        Ok(())
    }

    /// Makes a file, or keeps that of the output before where it was made from the same.
    fn file(&self, path: String, key: &str, stage: Stage, make: impl FnOnce() -> Result<Vec<u8>>) -> Result<()> {
        if self.output.keep(&path, key)? {
            return Ok(());
        }
        let bytes = self.watch.time(stage, make)?;
        self.output.put_keyed(Artifact { path, bytes }, key.to_owned())
    }

    /// Says what a document is made from: the campaign's own files, and the returned files that hold a row of it or were
    /// sent by a council of its scope. A correction in another file leaves it as it is.
    fn provenance(&self, inputs: &Inputs<'_>, kind: &DocumentKind, figures: &Figures) -> Provenance {
        let senders = |wanted: &dyn Fn(&Code) -> bool| -> Vec<SheetId> {
            let sent = inputs.dataset.returns.iter().filter(|sent| sent.territory.as_ref().is_some_and(wanted));
            sent.flat_map(|sent| &sent.sheets).copied().collect()
        };
        let country = |code: &Code| inputs.reference.territory(code).map(|territory| territory.country.clone());
        let sent = match kind {
            DocumentKind::Consolidated
            | DocumentKind::Summary
            | DocumentKind::Transmission(_)
            | DocumentKind::SignOff
            | DocumentKind::Dossier(..) => return inputs.provenance.clone(),
            DocumentKind::Reminder(code) | DocumentKind::Territory(code) => senders(&|sender| sender == code),
            DocumentKind::Pair(ma, fr) => senders(&|sender| sender == ma || sender == fr),
            DocumentKind::Association(of) => senders(&|sender| country(sender).as_ref() == Some(of)),
            DocumentKind::Theme(_) | DocumentKind::Activity(_) => Vec::new(),
        };
        let own = if matches!(kind, DocumentKind::Reminder(_)) { None } else { Some(&figures.rows) };
        let rows = own.into_iter().flatten().flat_map(|(sheet, rows)| {
            let table = inputs.dataset.table(*sheet);
            rows.iter().filter_map(|at| table.rows.get(*at as usize)).map(|row| row.origin.sheet)
        });
        let sheets: BTreeSet<SheetId> = rows.chain(sent).collect();
        let known = sheets.iter().filter_map(|sheet| inputs.sources.sheets.get(usize::from(sheet.0)));
        let files: BTreeSet<String> =
            known.map(|sheet| super::returned_path(inputs.sources.file(sheet.file))).collect();
        let own = |path: &str| !path.starts_with(super::RETURNED) || files.contains(path);
        Provenance::of(&inputs.provenance.program, inputs.provenance.inputs.iter().filter(|(path, _)| own(path)))
    }
}

impl Job<'_> {
    /// Says whether its document is so large that few of them fit the memory at once.
    pub fn is_heavy(&self) -> bool {
        matches!(self.kind, DocumentKind::Consolidated | DocumentKind::Association(_))
    }

    /// Counts the editions of its document.
    pub fn editions(&self) -> usize {
        self.languages.len()
    }

    fn path(&self, language: &Language<'_>, ending: &str) -> String {
        let path = self.kind.path(language.prose.lang, ending);
        match self.audience {
            Audience::Public => path,
            Audience::Internal => inside(&path),
        }
    }
}

/// Parts what one document can't have from what ends the run.
fn refused(result: Result<()>) -> Result<Option<Error>> {
    match result {
        Ok(()) => Ok(None),
        Err(error @ Error::Render { .. }) => Ok(Some(error)),
        Err(error) => Err(error),
    }
}
