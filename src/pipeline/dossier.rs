//! Dossiers: the funding dossier of one application or activity, as PDF, Word and Excel.

use std::path::Path;

use super::{check, inputs, manifest, provenance};
use crate::campaign::Campaign;
use crate::compose::dossier::{self, Project, Subject};
use crate::compose::{self, Inputs};
use crate::compute::public::{Public, Words};
use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::report::{Front, Stamp};
use crate::model::{Artifact, Audience, Lang, Report, Scope, Value};
use crate::reference::plan::Verdict;
use crate::reference::{Call, Reference};
use crate::render::pdf::Press;
use crate::write::{Manifest, Output};
use crate::{compute, render};

/// Which dossier is wanted.
pub struct Wanted<'a> {
    /// The identifier of an application or of an activity.
    pub id: &'a str,
    /// The code of the call; none takes the application's own.
    pub call: Option<&'a str>,
    /// The language; none takes the call's, else `otherwise`.
    pub lang: Option<Lang>,
    /// The language of a dossier whose call asks for none.
    pub otherwise: Lang,
    /// The program's own file, started again for formats that are read whole.
    pub program: Option<&'a Path>,
}

/// What was written, and what people have to know of it.
pub struct Done {
    /// The names of the files.
    pub files: Vec<String>,
    /// The language of the dossier.
    pub lang: Lang,
    /// The stamp on its pages.
    pub stamp: Stamp,
    /// How many places are to complete.
    pub to_complete: u64,
    /// The checks of the call that do not hold, each with its rule and day.
    pub failing: Vec<Value>,
    /// How many checks could not be made, since a side of them is not known.
    pub to_check: u64,
}

/// Reads the returns of a campaign and writes one dossier from their public copy: it goes to a funder. Other dossiers of the same data stay in the folder.
///
/// # Errors
///
/// An identifier or a call that does not exist; a template that is absent or has a mistake; a folder that is not ours.
pub fn write(campaign: &Campaign, out: &Path, wanted: &Wanted<'_>) -> Result<Done> {
    let mut checked = check(campaign, wanted.program, &|_, _, _| Ok(()))?;
    let (reference, settings) = (&campaign.reference, &campaign.settings);
    let words = Words::of(&checked.dataset, &checked.findings, reference);
    let sources = words.sources(&checked.sources);
    compute::prepare(&mut checked.dataset, reference, settings);
    let whole = compute::Prepared::new(&checked.dataset, reference, settings).figures(&Scope::All);
    let public = Public::new(&checked.dataset, &whole, &words, reference, settings);
    let findings = words.findings(&checked.findings, &checked.dataset, settings);
    let provenance = provenance(campaign, &sources)?;
    let inputs = Inputs {
        dataset: &public.dataset,
        findings: &findings,
        sources: &sources,
        audience: Audience::Public,
        left_out: public.left_out,
        ..inputs(&checked, reference, settings, &provenance)
    };
    let subject = subject(&inputs, wanted.id)?;
    let call = call(&inputs, subject, wanted.call)?;
    let project = Project::new(&inputs, subject, call);
    let lang = wanted.lang.or(call.language).unwrap_or(wanted.otherwise);
    let (report, artifacts) = files(campaign, &project, lang)?;

    let mut manifest = manifest(campaign, &provenance, &[lang]);
    if let Some(before) = Manifest::of(out).filter(|before| before.same_run(&manifest)) {
        manifest.languages.extend(before.languages);
        manifest.languages.sort();
        manifest.languages.dedup();
    }
    let output = Output::begin(out, manifest, true)?;
    let names = artifacts.iter().map(|artifact| artifact.path.clone()).collect();
    for artifact in artifacts {
        output.put(artifact)?;
    }
    output.commit()?;
    let to_complete = match &report.cover {
        Front::Dossier(front) => front.to_complete.iter().map(|hint| u64::from(hint.times)).sum(),
        _ => 0,
    };
    let open = project.checks().iter().filter(|checked| checked.verdict() == Verdict::ToCheck).count();
    Ok(Done { files: names, lang, stamp: report.stamp, to_complete, failing: project.failing(), to_check: open as u64 })
}

/// Makes the files of a dossier, and the report that two of them are made from.
fn files(campaign: &Campaign, project: &Project<'_>, lang: Lang) -> Result<(Report, Vec<Artifact>)> {
    let (reference, date) = (&campaign.reference, campaign.settings.reference_date);
    let (prose, plain) = (Locale::prose(lang, reference), Locale::plain(lang, reference));
    let dossier = compose::dossier::dossier(project, lang);
    let (name, template) = template(campaign, project, lang)?;
    let report = render::narrative::report(&dossier, &name, &template, &prose)?;
    let press = Press::new(|path| campaign.template(path), campaign.templates.fonts(), &campaign.logos)?;
    let stem = format!("{}-{lang}", dossier.kind.stem());
    let file = |ending, bytes| Artifact { path: format!("{stem}.{ending}"), bytes };
    let made = vec![
        file("pdf", press.pdf(&report, &prose, date)?),
        file("docx", render::docx::document(&report, &prose, date, press.logos())?),
        file("xlsx", render::xlsx::workbook(&dossier::book(project), &plain, date)?),
    ];
    Ok((report, made))
}

/// Finds the template of a dossier: the one that the campaign names after the funder's code, else that of its kind.
fn template(campaign: &Campaign, project: &Project<'_>, lang: Lang) -> Result<(String, String)> {
    let own = project.funder().to_lowercase();
    let names = [&*own, project.template()].map(|stem| format!("dossiers/{stem}.{lang}.md.hbs"));
    let found = names.into_iter().find_map(|name| campaign.template(&name).map(|bytes| (name, bytes)));
    let Some((name, bytes)) = found else {
        let args = [("stem", Value::code(project.template())), ("lang", Value::code(lang.code()))];
        return Err(Error::setup("templates", Value::phrase("dossier-no-template", args)));
    };
    let text = String::from_utf8(bytes.into_owned());
    let text = text.map_err(|_| Error::setup(&name, Value::key("dossier-template-text")))?;
    Ok((name, text))
}

fn subject<'a>(inputs: &Inputs<'a>, id: &str) -> Result<Subject<'a>> {
    dossier::subject(inputs, id).ok_or_else(|| {
        let known = dossier::identifiers(inputs);
        let near = nearest(id, known.iter().map(|code| code.as_str()));
        let args = [("found", Value::code(id)), ("nearest", Value::code(near))];
        Error::setup("dossier", Value::phrase("dossier-unknown-id", args))
    })
}

fn call<'a>(inputs: &Inputs<'a>, subject: Subject<'a>, wanted: Option<&str>) -> Result<&'a Call> {
    let reference: &'a Reference = inputs.reference;
    let codes = || reference.calls.iter().map(|call| call.code.as_str());
    match wanted {
        Some(code) => {
            let same = |call: &&Call| call.code.eq_ignore_ascii_case(code.trim());
            reference.calls.iter().find(same).ok_or_else(|| {
                let args = [("found", Value::code(code)), ("nearest", Value::code(nearest(code, codes())))];
                Error::setup("--call", Value::phrase("dossier-unknown-call", args))
            })
        }
        None => subject.call(inputs).and_then(|code| reference.call(code)).ok_or_else(|| {
            let id = subject.id(inputs);
            // A call that is still open is of more use as an example than one long closed.
            let last = reference.calls.iter().max_by_key(|call| call.closes).map_or("", |call| call.code.as_str());
            let args = [("id", Value::code(id)), ("nearest", Value::code(last))];
            Error::setup("dossier", Value::phrase("dossier-no-call", args))
        }),
    }
}

/// Gives the code most alike to what was typed.
fn nearest<'c>(typed: &str, codes: impl Iterator<Item = &'c str>) -> &'c str {
    let alike = |code: &str| strsim::jaro_winkler(&typed.to_lowercase(), &code.to_lowercase());
    codes.max_by(|a, b| alike(a).total_cmp(&alike(b)).then(b.cmp(a))).unwrap_or_default()
}
