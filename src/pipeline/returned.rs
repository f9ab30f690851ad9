//! The answers to the councils: which files are whose, and each sender's workbook.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::civil::Date;

use super::Checked;
use crate::campaign::Campaign;
use crate::error::Result;
use crate::ingest;
use crate::locale::Locale;
use crate::model::{
    Artifact, Code, Field, FileId, Finding, FindingCode, Lang, Place, RawValue, Sheet, SheetId, Sources, Value, schema,
};
use crate::reference::Reference;
use crate::render::returned::{self, Answer, Copy, Tab};
use crate::render::xlsx::layout::tab_name;
use crate::validate::headings::Headings;
use crate::validate::{HELP_MARK, sender, typed};
use crate::write::{Manifest, Output};

/// The number of cells of one sender over which no copy is made.
const LARGEST: u64 = 2_000_000;

/// What the answers are made from, beside what was read.
#[derive(Clone, Copy)]
pub struct Returning<'a> {
    /// The campaign, where there is one.
    pub campaign: Option<&'a Campaign>,
    /// The lists.
    pub reference: &'a Reference,
    /// The program's own file, as in [`super::Request`].
    pub program: Option<&'a Path>,
    /// The folder that was read.
    pub read: &'a Path,
    /// The day that the files carry.
    pub date: Date,
}

/// One sender: its territory where it could be told, and its files.
#[derive(Debug, Default)]
struct Sender {
    territory: Option<Code>,
    files: Vec<FileId>,
}

/// Writes one workbook a sender, all or none. Gives the number of files.
///
/// The files are read a second time, one sender after the other, so that the cells of one sender alone stand in memory.
///
/// # Errors
///
/// A folder that is not ours, or a disk that fails.
pub fn write(checked: &Checked, given: Returning<'_>, out: &Path) -> Result<usize> {
    let inputs = checked.sources.files.iter().map(|file| (file.path.to_string(), file.sha256.to_string())).collect();
    let languages = Lang::ALL.iter().map(|lang| lang.code().to_owned()).collect();
    let output = Output::begin(out, Manifest::new(given.date.to_string(), languages, inputs), false)?;
    let locales: BTreeMap<Lang, Locale<'_>> =
        Lang::ALL.into_iter().map(|lang| (lang, Locale::plain(lang, given.reference))).collect();
    let headings = Headings::new(given.reference);
    let mut taken = BTreeSet::new();
    for sender in senders(checked) {
        let cells: u64 = checked
            .dataset
            .cells
            .iter()
            .filter(|(sheet, _)| sender.files.contains(&checked.sources.sheet(**sheet).file))
            .map(|(_, count)| count.read)
            .sum();
        let mut tabs = if cells > LARGEST { Vec::new() } else { copy(checked, given, &sender.files) };
        let lang = language(checked, &sender, &tabs);
        let locale = &locales[&lang];
        name_tabs(&mut tabs, checked, given.reference, &headings, lang);
        let of = |finding: &&Finding| {
            file_of(finding.place, &checked.sources).is_some_and(|file| sender.files.contains(&file))
        };
        let answer = Answer {
            territory: sender.territory.as_ref(),
            settings: given.campaign.map(|campaign| &campaign.settings),
            reference: given.reference,
            sources: &checked.sources,
            dataset: &checked.dataset,
            findings: checked.findings.iter().filter(of).collect(),
            tabs,
            too_large: (cells > LARGEST).then_some(LARGEST),
            files: sender.files.clone(),
        };
        let path = file_name(&sender, checked, locale, &mut taken);
        output.put(Artifact { path, bytes: returned::workbook(&answer, locale, given.date)? })?;
    }
    output.commit()
}

/// Tells whose each file is: of the return that its sheets belong to; else of the sender that its name begins like, or
/// whose file it repeats; else of nobody known. Files that a profile leaves aside are nobody's return.
fn senders(checked: &Checked) -> Vec<Sender> {
    let sources = &checked.sources;
    let of_file = |file: FileId, code: FindingCode| {
        checked.findings.iter().find(move |finding| finding.code == code && finding.place == Place::File(file))
    };
    let mut senders: Vec<Sender> = Vec::new();
    let mut owner: BTreeMap<FileId, usize> = BTreeMap::new();
    for known in &checked.dataset.returns {
        senders.push(Sender { territory: known.territory.clone(), files: Vec::new() });
        for sheet in &known.sheets {
            owner.entry(sources.sheet(*sheet).file).or_insert(senders.len() - 1);
        }
    }
    for (file, at) in sources.files.iter().zip(0_u16..) {
        let id = FileId(at);
        if owner.contains_key(&id) || of_file(id, FindingCode::FileIgnored).is_some() {
            continue;
        }
        let repeated = of_file(id, FindingCode::FileTwice).and_then(|finding| {
            finding.args.iter().find_map(|(name, value)| match value {
                Value::Code(path) if *name == "other" => Some(path.as_str()),
                _ => None,
            })
        });
        let alike = |(other, _): &(&FileId, &usize)| {
            let path = &sources.file(**other).path;
            repeated.is_some_and(|repeated| *repeated == **path) || sender(path) == sender(&file.path)
        };
        let whose = owner.iter().find(alike).map(|(_, whose)| *whose);
        let whose = whose.unwrap_or_else(|| {
            senders.push(Sender::default());
            senders.len() - 1
        });
        owner.insert(id, whose);
    }
    for (file, whose) in owner {
        senders[whose].files.push(file);
    }
    senders.retain(|sender| !sender.files.is_empty());
    senders.sort_by_key(|sender| sender.files[0]);
    senders
}

/// Gives the file that a finding is about.
fn file_of(place: Place, sources: &Sources) -> Option<FileId> {
    match place {
        Place::Campaign => None,
        Place::File(file) => Some(file),
        Place::Sheet(sheet) => Some(sources.sheet(sheet).file),
        Place::Cell(origin) => Some(sources.sheet(origin.sheet).file),
    }
}

/// Reads files again and keeps their sheets: those that hold something and are not tabs of this program.
fn copy(checked: &Checked, given: Returning<'_>, files: &[FileId]) -> Vec<Tab> {
    let reader = ingest::Reader { child: given.program, ..ingest::Reader::default() };
    let mut tabs = Vec::new();
    for &file in files {
        let known = |(sheet, _): &(&crate::model::SourceSheet, u16)| sheet.file == file;
        let ids: Vec<SheetId> =
            checked.sources.sheets.iter().zip(0_u16..).filter(known).map(|(_, at)| SheetId(at)).collect();
        if ids.is_empty() {
            continue;
        }
        let path = &checked.sources.file(file).path;
        let mut copied = Copy::default();
        reader.read(&given.read.join(&**path), path, &mut Sources::default(), &mut copied);
        let profiled = given.campaign.is_some_and(|campaign| {
            let mut views = campaign.profiles.iter().flat_map(|profile| &profile.views);
            views.any(|view| crate::model::Profile::matches(&view.file, path))
        });
        for (mut tab, id) in copied.tabs.into_iter().zip(ids) {
            if tab.rows.is_empty() || tab.name.starts_with(HELP_MARK) {
                continue;
            }
            tab.sheet = id;
            if is_text(path) && !profiled {
                typed::apply(&mut tab.rows, id, &checked.dataset, &checked.findings);
            }
            tabs.push(tab);
        }
    }
    tabs
}

/// Says whether a file can hold nothing but text.
fn is_text(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    matches!(ending.as_str(), "csv" | "tsv" | "txt")
}

/// Tells the language to answer in: what the sender says it is; else that of most of its headings; else that of its
/// script.
fn language(checked: &Checked, sender: &Sender, tabs: &[Tab]) -> Lang {
    let position = schema::position(Sheet::Identification, Field::Language);
    let said = checked.dataset.table(Sheet::Identification).rows.iter().find_map(|row| {
        let mine = sender.files.contains(&checked.sources.sheet(row.origin.sheet).file);
        let code = row.cells[position?].code()?;
        if mine { code.parse().ok() } else { None }
    });
    let mut headings: BTreeMap<Lang, usize> = BTreeMap::new();
    for (sheet, heading) in &checked.dataset.headings {
        if let (Some(lang), true) = (heading.lang, sender.files.contains(&checked.sources.sheet(*sheet).file)) {
            *headings.entry(lang).or_default() += 1;
        }
    }
    let most = headings.into_iter().max_by_key(|(lang, count)| (*count, std::cmp::Reverse(*lang)));
    said.or(most.map(|(lang, _)| lang)).unwrap_or_else(|| script(tabs))
}

/// Tells French from Arabic by the letters of the cells.
fn script(tabs: &[Tab]) -> Lang {
    let (mut arabic, mut latin) = (0_usize, 0_usize);
    for (_, value) in tabs.iter().flat_map(|tab| &tab.rows).take(200).flat_map(|row| &row.cells) {
        let RawValue::Text(text) = value else { continue };
        arabic += text.chars().filter(|letter| ('\u{600}'..='\u{6FF}').contains(letter)).count();
        latin += text.chars().filter(char::is_ascii_alphabetic).count();
    }
    if arabic > latin { Lang::Ar } else { Lang::Fr }
}

/// Gives each tab a name that a workbook takes, and by which the sheet is recognised as it was.
fn name_tabs(tabs: &mut [Tab], checked: &Checked, reference: &Reference, headings: &Headings, lang: Lang) {
    let mut taken: Vec<String> = Vec::new();
    for tab in tabs {
        let meant = sheet_of(tab.sheet, checked).or_else(|| headings.sheet(&tab.name));
        let text = is_text(&checked.sources.file_of(tab.sheet).path);
        let kept = tab_name(&tab.name, &[]);
        // A tab of a workbook that was told by its headings will be again; a csv gets the name that its form has.
        let told = |name: &str| headings.sheet(name) == meant || (headings.sheet(&tab.name).is_none() && !text);
        let name = match meant {
            Some(sheet) if !told(&kept) => tab_name(reference.sheet_name(sheet, lang), &[]),
            _ => kept,
        };
        let mut unique = name.clone();
        // A number before the name is passed over where a tab is recognised; one after it is not.
        for number in 2.. {
            if !taken.contains(&unique.to_lowercase()) {
                break;
            }
            unique = tab_name(&format!("{number} {name}"), &[]);
        }
        taken.push(unique.to_lowercase());
        tab.name = unique;
    }
}

/// Gives the sheet of the contract that a sheet of a file was read as.
fn sheet_of(sheet: SheetId, checked: &Checked) -> Option<Sheet> {
    let tables = checked.dataset.columns.get(&sheet);
    if let Some(tables) = tables {
        return if tables.len() == 1 { tables.keys().next().copied() } else { None };
    }
    let identified = &checked.dataset.table(Sheet::Identification).rows;
    identified.iter().any(|row| row.origin.sheet == sheet).then_some(Sheet::Identification)
}

/// Names the file of a sender by its territory, else by its own file.
fn file_name(sender: &Sender, checked: &Checked, locale: &Locale<'_>, taken: &mut BTreeSet<String>) -> String {
    let path = sender.files.first().map_or("", |file| &checked.sources.file(*file).path);
    let own = crate::validate::sender(path).rsplit('/').next().unwrap_or_default();
    let named = sender.territory.as_ref().map_or(own, |code| code.as_str());
    let stem = locale.message("returned-file", &[("sender", Value::code(named))]);
    let mut name = stem.clone();
    for number in 2.. {
        if taken.insert(name.to_lowercase()) {
            break;
        }
        name = format!("{stem} {number}");
    }
    format!("{name}.xlsx")
}
