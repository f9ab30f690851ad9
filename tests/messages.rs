//! Every message is used: by its key in the source or a template, by another message, or as one of a family. And it is
//! defined once.

use std::fs;
use std::path::Path;

/// The beginnings of keys that the program puts together, such as that of a finding from its code.
const FAMILIES: &[&str] = &[
    "aggregation-",
    "finding-",
    "form-about-",
    "form-example-",
    "index-",
    "key-",
    "month-",
    "narrative-name-",
    "table-",
];

/// Gathers the text of every file of a folder.
fn gather(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, text);
        } else if ["rs", "typ", "ftl", "hbs", "js"]
            .iter()
            .any(|ending| path.extension().is_some_and(|own| own == *ending))
        {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn no_message_is_left_over() {
    let mut text = String::new();
    ["src", "templates"].iter().for_each(|folder| gather(Path::new(folder), &mut text));
    let letter = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    let words: std::collections::BTreeMap<&str, usize> =
        text.split(|own| !letter(own)).fold(Default::default(), |mut words, word| {
            *words.entry(word).or_default() += 1;
            words
        });
    let mut unused = Vec::new();
    for entry in fs::read_dir("templates/messages/fr").unwrap() {
        let file = fs::read_to_string(entry.unwrap().path()).unwrap();
        let keys = file.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
        for key in keys.filter_map(|line| Some(line.split_once(" =")?.0)) {
            // Each language names it once.
            if words[key] <= 3 && !FAMILIES.iter().any(|family| key.starts_with(family)) {
                unused.push(key.to_owned());
            }
        }
    }
    assert!(unused.is_empty(), "no one says {unused:?}");
}

#[test]
fn no_message_is_defined_twice() {
    for lang in ["fr", "ar", "en"] {
        let mut known = std::collections::BTreeMap::new();
        for entry in fs::read_dir(format!("templates/messages/{lang}")).unwrap() {
            let path = entry.unwrap().path();
            let file = fs::read_to_string(&path).unwrap();
            let keys = file.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
            for key in keys.filter_map(|line| Some(line.split_once(" =")?.0)) {
                let before = known.insert(key.to_owned(), path.clone());
                assert!(
                    before.is_none(),
                    "{lang}: {key} stands in {} and {}",
                    before.unwrap().display(),
                    path.display()
                );
            }
        }
    }
}
