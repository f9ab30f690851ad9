//! Names of people: those that stand in private columns, and where they stand again in other texts.
//!
//! A private cell may hold a function, an office and a town beside a name. What begins with a capital, or stands alone in
//! its cell, and is neither a title nor a function is taken for a name; of one word only where the lists and messages of
//! the program do not know the word. A name is looked for in any order of its words, and by its last word alone.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use crate::assets;
use crate::model::Lang;
use crate::reference::{Reference, fold, invisible};

/// What stands before a name, folded.
const TITLES: &[&str] = &[
    "m",
    "mr",
    "mme",
    "mlle",
    "mrs",
    "ms",
    "miss",
    "dr",
    "pr",
    "prof",
    "professeur",
    "me",
    "monsieur",
    "madame",
    "mademoiselle",
    "docteur",
    "maitre",
    "si",
    "lalla",
    "haj",
    "hajja",
    "السيد",
    "السيده",
    "الانسه",
    "الدكتور",
    "الدكتوره",
    "الاستاذ",
    "الاستاذه",
    "د",
    "ذ",
    "ذه",
    "الحاج",
    "الحاجه",
];
/// What people are and where they work, folded: no name holds these.
const FUNCTIONS: &[&str] = &[
    "directeur",
    "directrice",
    "direction",
    "dg",
    "dga",
    "dgs",
    "dga",
    "service",
    "services",
    "charge",
    "chargee",
    "chef",
    "cheffe",
    "responsable",
    "president",
    "presidente",
    "presidence",
    "vice",
    "bureau",
    "pole",
    "mission",
    "missions",
    "division",
    "cellule",
    "point",
    "focal",
    "coordinateur",
    "coordinatrice",
    "coordonnateur",
    "coordonnatrice",
    "coordination",
    "secretaire",
    "secretariat",
    "general",
    "generale",
    "ingenieur",
    "ingenieure",
    "technicien",
    "technicienne",
    "adjoint",
    "adjointe",
    "delegue",
    "deleguee",
    "gouverneur",
    "conseil",
    "conseiller",
    "conseillere",
    "commune",
    "province",
    "prefecture",
    "departement",
    "region",
    "ministere",
    "agence",
    "association",
    "cabinet",
    "equipe",
    "contact",
    "international",
    "internationale",
    "cooperation",
    "relations",
    "affaires",
    "developpement",
    "evaluation",
    "evaluateur",
    "evaluatrice",
    "comite",
    "commission",
    "societe",
    "groupe",
    "fondation",
    "director",
    "head",
    "officer",
    "manager",
    "unit",
    "team",
    "department",
    "office",
    "council",
    "ministry",
    "agency",
    "chair",
    "deputy",
    "assistant",
    "adviser",
    "advisor",
    "secretary",
    "coordinator",
    "evaluator",
    "evaluators",
    "of",
    "the",
    "and",
    "et",
    "le",
    "les",
    "des",
    "du",
    "de",
    "la",
    "par",
    "pour",
    "chez",
    "مدير",
    "مديره",
    "رئيس",
    "رئيسه",
    "مصلحه",
    "المصلحه",
    "قسم",
    "القسم",
    "مكلف",
    "مكلفه",
    "مجلس",
    "المجلس",
    "عماله",
    "اقليم",
    "جهه",
    "وزاره",
    "وكاله",
    "جمعيه",
    "مهندس",
    "مهندسه",
    "منسق",
    "منسقه",
    "الكاتب",
    "كاتب",
    "العام",
    "نائب",
    "لجنه",
    "اللجنه",
    "مكتب",
    "المكتب",
    "التعاون",
    "الدولي",
    "تقييم",
    "خليه",
    "شعبه",
];
/// The small words inside a name, folded.
const PARTICLES: &[&str] = &[
    "el", "al", "ben", "bin", "ibn", "bou", "ait", "ou", "de", "du", "la", "le", "van", "von", "dos", "d", "l", "بن",
    "ابن", "بو", "ايت", "ال", "عبد", "ابو",
];
/// The fewest letters of a word that is looked for alone, in Latin letters and in Arabic ones.
const ALONE: [usize; 2] = [4, 3];

/// The names to look for.
#[derive(Default)]
pub(super) struct Names {
    /// The names by their first word: the words, and true where a capital has to begin what is found.
    by_word: HashMap<String, Vec<(Vec<String>, bool)>>,
}

/// A word of a text: where it stands, folded, and whether a capital begins it or its letters know none.
struct Word {
    place: Range<usize>,
    folded: String,
    capital: bool,
}

impl Names {
    /// Gathers the names in private cells. The words of the reference lists and messages are no names.
    pub fn of<'t>(cells: impl Iterator<Item = &'t str>, reference: &Reference) -> Names {
        let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
        for cell in cells {
            let parts = cell.split([',', ';', '/', '|', '(', ')', '\n', '\r', ':', '–', '—', '&', '،', '؛', '<', '>']);
            let parts = parts.flat_map(|part| part.split(" - "));
            found.extend(parts.flat_map(names));
        }
        if found.is_empty() {
            return Names::default();
        }
        let wanted: HashSet<&str> = found.iter().flatten().map(String::as_str).collect();
        let common = common(&wanted, reference);
        let mut names = Names::default();
        for name in &found {
            names.add(name, &common);
        }
        names
    }

    /// Says whether there is no name to look for.
    pub fn is_empty(&self) -> bool {
        self.by_word.is_empty()
    }

    fn add(&mut self, name: &[String], common: &HashSet<String>) {
        let Some(last) = name.last() else { return };
        let mut put = |words: Vec<String>, capital: bool| {
            let all = self.by_word.entry(words[0].clone()).or_default();
            match all.iter_mut().find(|known| known.0 == words) {
                Some(known) => known.1 &= capital,
                None => all.push((words, capital)),
            }
        };
        if name.len() > 1 && name.iter().any(|word| !common.contains(word)) {
            for from in 0..name.len() {
                put([&name[from..], &name[..from]].concat(), false);
            }
            if name.len() > 2 {
                put(name[name.len() - 2..].to_vec(), true);
            }
        }
        // Forms write the family name last, or first in capitals; both ends are looked for behind a title.
        for word in [&name[0], last] {
            TITLES.iter().for_each(|title| put(vec![(*title).to_owned(), word.clone()], true));
        }
        let arabic = last.chars().any(|letter| ('\u{600}'..='\u{6FF}').contains(&letter));
        if last.chars().count() >= ALONE[usize::from(arabic)]
            && !common.contains(last)
            && !PARTICLES.contains(&last.as_str())
        {
            put(vec![last.clone()], true);
        }
    }

    /// Gives the places of names in a text; in the name of a file no capital is asked for.
    pub fn places(&self, text: &str, file: bool) -> Vec<Range<usize>> {
        let words = words(text);
        let (mut places, mut at) = (Vec::new(), 0);
        while at < words.len() {
            match self.longest(text, &words[at..], file) {
                Some((place, taken)) => {
                    places.push(place);
                    at += taken;
                }
                None => at += 1,
            }
        }
        places
    }

    fn longest(&self, text: &str, words: &[Word], file: bool) -> Option<(Range<usize>, usize)> {
        // An Arabic conjunction or preposition is written together with the word.
        let attached = words[0].folded.strip_prefix(['و', 'ب', 'ل', 'ف', 'ك']);
        let first = [Some(words[0].folded.as_str()), attached].into_iter().flatten();
        let known = first.filter_map(|first| self.by_word.get(first)).flatten();
        let fits = |(name, capital): &&(Vec<String>, bool)| {
            name.len() <= words.len()
                && name.iter().skip(1).zip(&words[1..]).all(|(word, own)| *word == own.folded)
                && (file || !capital || words[name.len() - 1].capital)
                && words[..name.len()].windows(2).all(|pair| near(&text[pair[0].place.end..pair[1].place.start]))
        };
        let longest = known.filter(fits).map(|(name, _)| name.len()).max()?;
        Some((words[0].place.start..words[longest - 1].place.end, longest))
    }
}

/// Says whether two words with this between them may belong to one name.
fn near(between: &str) -> bool {
    between.chars().count() <= 3 && !between.contains(['\n', '\r', ';', '!', '?'])
}

/// Cuts a text into words: letters that stand together, and digits that do.
fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut last: Option<bool> = None;
    for (at, letter) in text.char_indices() {
        let mark = invisible(letter) || letter == '\u{640}' || unicode_normalization::char::is_combining_mark(letter);
        let kind = if mark { last } else { letter.is_alphanumeric().then(|| letter.is_alphabetic()) };
        let end = at + letter.len_utf8();
        match (kind, words.last_mut()) {
            (Some(_), Some(word)) if kind == last && word.place.end == at => word.place.end = end,
            (Some(_), _) => {
                words.push(Word { place: at..end, folded: String::new(), capital: !letter.is_lowercase() });
            }
            (None, _) => {}
        }
        last = kind;
    }
    for word in &mut words {
        let own = &text[word.place.clone()];
        word.folded = if own.is_ascii() { own.to_ascii_lowercase() } else { fold(own) };
    }
    words
}

/// Finds the names in a part of a private cell.
fn names(part: &str) -> Vec<Vec<String>> {
    let words: Vec<Word> =
        words(part).into_iter().filter(|word| word.folded.chars().all(char::is_alphabetic)).collect();
    let lower = words.iter().all(|word| !word.capital);
    let known = |word: &Word| FUNCTIONS.contains(&word.folded.as_str());
    let plain = !words.iter().any(known);
    let mut runs: Vec<Vec<String>> = vec![Vec::new()];
    let mut titled = false;
    for (at, word) in words.iter().enumerate() {
        let inside = PARTICLES.contains(&word.folded.as_str());
        let run = runs.len() - 1;
        if TITLES.contains(&word.folded.as_str()) {
            titled = true;
            runs.push(Vec::new());
        } else if inside
            && (!runs[run].is_empty() || words.get(at + 1).is_some_and(|next| next.capital))
            && word.capital | lower
            || (inside && !runs[run].is_empty())
            || (!known(word) && (word.capital || lower))
        {
            runs[run].push(word.folded.clone());
        } else {
            runs.push(Vec::new());
        }
    }
    let particle = |word: &String| PARTICLES.contains(&word.as_str());
    for run in &mut runs {
        while run.last().is_some_and(particle) {
            run.pop();
        }
    }
    // One word is a name behind a title, or where nothing else stands in its cell.
    runs.retain(|run| run.len() > 1 || (run.len() == 1 && (titled || (plain && words.len() == 1))));
    // A line of many words is a sentence.
    runs.retain(|run| run.len() <= 6);
    runs
}

/// Gives the wanted words that the reference lists or the messages of the program hold: they mean something else too.
fn common(wanted: &HashSet<&str>, reference: &Reference) -> HashSet<String> {
    let mut common = HashSet::new();
    let mut look = |text: &str| {
        for word in words(text) {
            if wanted.contains(word.folded.as_str()) {
                common.insert(word.folded);
            }
        }
    };
    for names in reference.names() {
        Lang::ALL.iter().for_each(|lang| look(names.get(*lang)));
    }
    for lang in Lang::ALL {
        for (_, bytes) in assets::folder(&format!("messages/{lang}")) {
            look(&String::from_utf8_lossy(bytes));
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;

    static REFERENCE: LazyLock<Reference> = LazyLock::new(|| Reference::built_in().unwrap());

    #[track_caller]
    fn check(cell: &str, text: &str, expected: &[&str]) {
        let names = Names::of(std::iter::once(cell), &REFERENCE);
        let found: Vec<&str> = names.places(text, false).into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, expected, "{cell}: {text}");
    }

    #[test]
    fn a_name_is_found_in_any_order_and_by_its_last_word() {
        check("Hassan Benjelloun", "Réunion avec Hassan Benjelloun", &["Hassan Benjelloun"]);
        check(
            "M. Hassan BENJELLOUN, directeur",
            "BENJELLOUN Hassan et hassan benjelloun",
            &["BENJELLOUN Hassan", "hassan benjelloun"],
        );
        check("Mme Amina El Idrissi – chargée de mission", "Merci à Mme El Idrissi.", &["El Idrissi"]);
        check("Directeur de la coopération : Yves Kerguelen", "l’idée de Kerguélen", &["Kerguélen"]);
        check("anne petit", "Mme Petit a signé ; un petit pont, Anne Petit", &["Mme Petit", "Anne Petit"]);
        check("السيد كريم بنجلون", "لقاء مع كريم بنجلون وبنجلون", &["كريم بنجلون", "وبنجلون"]);
        check("Zerhouni", "selon Zerhouni", &["Zerhouni"]);
    }

    #[test]
    fn functions_towns_and_common_words_stay() {
        check("Direction de la coopération, Province de Tiznit", "La Direction de la coopération de Tiznit", &[]);
        check("Chargé de mission Europe", "Europe, mission, Chargé", &[]);
        check("Hassan Benjelloun", "avenue Hassan II", &[]);
        check("Service technique", "Service technique de la commune", &[]);
        check("Anne Petit", "un petit pont", &[]);
    }

    #[test]
    fn a_name_is_found_in_the_name_of_a_file() {
        let names = Names::of(std::iter::once("Hassan Benjelloun"), &REFERENCE);
        let found =
            |text: &str| names.places(text, true).into_iter().map(|place| text[place].to_owned()).collect::<Vec<_>>();
        assert_eq!(found("maroc/tiznit_retour_benjelloun2026.xlsx"), ["benjelloun"]);
        assert_eq!(found("Tiznit retour - Mr Benjelloun.xlsx"), ["Mr Benjelloun"]);
    }
}
