//! Calendars, as Outlook, Thunderbird and telephones import them (RFC 5545).
//!
//! The same events give the same bytes: whatever the format asks for and the library would take from the clock or from
//! chance (stamps and identifiers, also of reminders) is set here.

use icalendar::{Alarm, Calendar, Component, Event as Entry, EventLike, Property, Trigger};
use jiff::ToSpan;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::locale::Locale;
use crate::model::calendar::Event;

/// The line with which a calendar ends.
const END: &str = "END:VCALENDAR";

/// Writes a calendar in one language. Identifiers do not depend on the language, so that a second import replaces the
/// first; `date` is the stamp of every entry. Entries are written one by one: a calendar of all of them would take many
/// times the room of its text.
///
/// # Errors
///
/// None that is known.
pub fn calendar(events: impl Iterator<Item = Event>, locale: &Locale<'_>, date: Date) -> Result<Vec<u8>> {
    write(events, locale, date)
        .map_err(|error| Error::Render { document: "deadlines".to_owned(), detail: error.to_string() })
}

fn write(
    events: impl Iterator<Item = Event>,
    locale: &Locale<'_>,
    date: Date,
) -> std::result::Result<Vec<u8>, std::fmt::Error> {
    let name = line(&locale.text("calendar-name"));
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//bilan//bilan//MUL"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", &name),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    let stamp = format!("{}T000000Z", day(date));
    let mut text = calendar.to_string();
    let end = text.rfind(END).ok_or(std::fmt::Error)?;
    let end = text.split_off(end);
    for event in events {
        entry(&event, locale, &stamp).fmt_write(&mut text)?;
    }
    text.push_str(&end);
    Ok(text.into_bytes())
}

fn entry(event: &Event, locale: &Locale<'_>, stamp: &str) -> Entry {
    let id = identifier(&event.key);
    let title = line(&locale.say(&event.title));
    let facts: Vec<String> = event.facts.iter().map(|fact| line(&locale.say(fact))).collect();
    let mut entry = Entry::new();
    entry.add_property("UID", format!("{id}@bilan"));
    entry.add_property("DTSTAMP", stamp);
    entry.add_property("SUMMARY", &title);
    entry.add_property("DESCRIPTION", facts.join("\n"));
    entry.add_property("TRANSP", "TRANSPARENT");
    match event.utc {
        Some(utc) => {
            let time = format!("{}T{:02}{:02}{:02}Z", day(utc.date()), utc.hour(), utc.minute(), utc.second());
            entry.add_property("DTSTART", time);
        }
        None => {
            for (key, date) in [("DTSTART", event.date), ("DTEND", event.date.saturating_add(1.day()))] {
                entry.append_property(Property::new(key, day(date)).add_parameter("VALUE", "DATE").done());
            }
        }
    }
    for ahead in event.reminders {
        let before = format!("-P{ahead}D");
        // The library reads no time that lies ahead of an event, and would write it in seconds: it is given a time after
        // the event, which the right one then replaces.
        if let Ok(trigger) = Trigger::try_from(&Property::new("TRIGGER", "P1D")) {
            let mut alarm = Alarm::display(&title, trigger);
            alarm.append_property(Property::new("TRIGGER", &before));
            alarm.add_property("UID", format!("{id}-{ahead}@bilan"));
            alarm.add_property("DTSTAMP", stamp);
            entry.alarm(alarm);
        }
    }
    entry
}

/// Gives a day as the format writes it.
fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// Makes an identifier that tells nothing of what it stands for and holds no character that the format minds.
fn identifier(key: &str) -> String {
    Sha256::digest(key.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Puts a text on one line: what a sender wrote may hold breaks and other control characters.
fn line(text: &str) -> String {
    let plain: String =
        text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::{Lang, Value};
    use crate::reference::Reference;

    fn event(title: &str, timed: bool) -> Event {
        Event {
            key: "deadline\nid\nA1".to_owned(),
            title: Value::from(title),
            facts: vec![Value::from("one"), Value::from("two; three, four")],
            date: date(2027, 2, 26),
            utc: timed.then(|| date(2027, 2, 26).at(15, 0, 0, 0)),
            reminders: if timed { &[30, 1] } else { &[] },
        }
    }

    /// Reads a calendar by the rules of the format: unfolds lines, and takes the escapes out of the values of text.
    fn read(bytes: &[u8]) -> Vec<(String, String)> {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(
            text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']),
            "lines end with CRLF alone"
        );
        for line in text.split("\r\n") {
            assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        }
        let unfolded = text.replace("\r\n ", "");
        let unescaped = |value: &str| {
            let mut plain = String::new();
            let mut chars = value.chars();
            while let Some(c) = chars.next() {
                match c {
                    '\\' => plain.push(match chars.next().unwrap() {
                        'n' | 'N' => '\n',
                        other => other,
                    }),
                    c => plain.push(c),
                }
            }
            plain
        };
        unfolded
            .split("\r\n")
            .filter(|line| !line.is_empty())
            .map(|line| line.split_once(':').map(|(key, value)| (key.to_owned(), unescaped(value))).unwrap())
            .collect()
    }

    #[track_caller]
    fn check(title: &str, expected: &str) {
        let reference = Reference::built_in().unwrap();
        let events = [event(title, true)].into_iter();
        let bytes = calendar(events, &Locale::plain(Lang::Fr, &reference), date(2027, 1, 15)).unwrap();
        let lines = read(&bytes);
        let all = |key: &str| lines.iter().filter(|line| line.0 == key).map(|line| line.1.as_str()).collect::<Vec<_>>();
        assert_eq!(all("SUMMARY"), [expected]);
        let mut described = all("DESCRIPTION");
        described.retain(|text| *text != "one\ntwo; three, four");
        assert_eq!(described, [expected; 2], "each reminder says what it is about");
        assert_eq!(all("BEGIN"), ["VCALENDAR", "VEVENT", "VALARM", "VALARM"]);
        assert_eq!(all("TRIGGER"), ["-P30D", "-P1D"]);
        assert_eq!(all("DTSTART"), ["20270226T150000Z"]);
        assert_eq!(all("DTSTAMP"), ["20270115T000000Z"; 3], "no stamp of the clock");
        assert_eq!(all("UID").len(), 3);
    }

    #[test]
    fn hostile_titles_stay_titles() {
        check("Appel 2027", "Appel 2027");
        check("a\r\nEND:VEVENT\nb\tc\u{2028}d", "a END:VEVENT b c d");
        check("a, b; c\\n: \"d\"", "a, b; c\\n: \"d\"");
        check("طلب المشاريع المغربي الفرنسي 2027", "طلب المشاريع المغربي الفرنسي 2027");
        let long = "é".repeat(500);
        check(&long, &long);
        let words = "مداولة ".repeat(80);
        check(&words, words.trim());
    }

    #[test]
    fn whole_days_end_on_the_next_and_bytes_repeat() {
        let reference = Reference::built_in().unwrap();
        let make = |lang| {
            let events = [event("a", false), event("b", true)].into_iter();
            calendar(events, &Locale::plain(lang, &reference), date(2027, 1, 15)).unwrap()
        };
        let lines = read(&make(Lang::Ar));
        assert!(lines.contains(&("DTSTART;VALUE=DATE".to_owned(), "20270226".to_owned())));
        assert!(lines.contains(&("DTEND;VALUE=DATE".to_owned(), "20270227".to_owned())));
        assert_eq!(make(Lang::Fr), make(Lang::Fr));
        let uid = |lang| read(&make(lang)).into_iter().find(|line| line.0 == "UID");
        assert_eq!(uid(Lang::Fr), uid(Lang::En));
    }
}
