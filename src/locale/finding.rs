//! Findings in words.

use std::fmt;

use super::Locale;
use crate::model::{Finding, FindingCode, Place, Severity, Sources};

/// A finding as a reader is told it: where, what was found, what was expected, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The severity, in words.
    pub severity: String,
    /// The code.
    pub code: FindingCode,
    /// The place: file, sheet and cell, as far as it goes; blank for the campaign.
    pub place: String,
    /// What was found.
    pub message: String,
    /// What was expected.
    pub expected: String,
    /// What to do.
    pub remedy: String,
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Said { severity, code, place, message, expected, remedy } = self;
        write!(f, "{severity} {}", code.code())?;
        if !place.is_empty() {
            write!(f, " {place}")?;
        }
        write!(f, ": {message} — {expected} — {remedy}")
    }
}

/// Gives the key of a finding's message; its attributes are `expected`, `remedy`, `why`, `wrong` and `right`.
pub fn key(code: FindingCode) -> String {
    format!("finding-{}", code.code().to_ascii_lowercase())
}

impl Locale<'_> {
    /// Says a finding.
    pub fn finding(&self, finding: &Finding, sources: &Sources) -> Said {
        let key = key(finding.code);
        Said {
            severity: self.severity(finding.severity()),
            code: finding.code,
            place: place(finding.place, sources),
            message: self.message(&key, &finding.args),
            expected: self.text(&format!("{key}.expected")),
            remedy: self.text(&format!("{key}.remedy")),
        }
    }

    /// Says a severity.
    pub fn severity(&self, severity: Severity) -> String {
        self.text(match severity {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Notice => "severity-notice",
        })
    }
}

/// Gives a place as people look for it: `retours/tiznit.xlsx Activités!H7`.
fn place(place: Place, sources: &Sources) -> String {
    match place {
        Place::Campaign => String::new(),
        Place::File(file) => sources.file(file).path.to_string(),
        Place::Sheet(sheet) => format!("{} {}", sources.file_of(sheet).path, sources.sheet(sheet).name),
        Place::Cell(origin) => {
            format!("{} {}!{}", sources.file_of(origin.sheet).path, sources.sheet(origin.sheet).name, origin.address())
        }
    }
}
