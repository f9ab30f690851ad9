//! The list of Arabic messages that wait for a native reader names messages that exist.

use std::collections::BTreeSet;
use std::fs;

#[test]
fn every_line_of_the_list_names_a_message() {
    let keys: BTreeSet<String> = fs::read_dir("templates/messages/ar")
        .unwrap()
        .flat_map(|entry| {
            let text = fs::read_to_string(entry.unwrap().path()).unwrap();
            let named = text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
            named.filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect::<Vec<_>>()
        })
        .collect();
    let list = fs::read_to_string("templates/messages/proofreading.txt").unwrap();
    let lines: Vec<&str> = list.lines().filter(|line| !line.starts_with('#')).collect();
    let lost: Vec<&&str> = lines.iter().filter(|line| !keys.iter().any(|key| is_named(key, line))).collect();
    assert!(!lines.is_empty() && lost.is_empty(), "no message is called {lost:?}");
}

/// Tells whether a line names a key; a `*` at either end stands for any letters.
fn is_named(key: &str, line: &str) -> bool {
    match (line.strip_suffix('*'), line.strip_prefix('*')) {
        (Some(start), _) => key.starts_with(start),
        (_, Some(end)) => key.ends_with(end),
        _ => key == line,
    }
}
