//! The documents that there are, and where their files stand.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Code, Lang};

/// Which document it is; file names derive from it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// The report of the whole agreement.
    Consolidated,
    /// Two pages of the whole, for elected members.
    Summary,
    /// The report for one association, by the country of its councils.
    Association(Code),
    /// The report of one territory.
    Territory(Code),
    /// The report of one theme.
    Theme(Code),
    /// What a Moroccan and a French council do together.
    Pair(Code, Code),
    /// The sheet of one activity, by its identifier.
    Activity(Code),
    /// The letter that hands the reports over to the president of an association, by the country of its councils.
    Transmission(Code),
    /// The sheet on which both associations sign that they agree with the report.
    SignOff,
    /// The letter to a council whose return is late or has gaps.
    Reminder(Code),
    /// The funding dossier of an activity or application, for a call.
    Dossier(Code, Code),
}

impl DocumentKind {
    /// Says whether it is a short report: its chapters follow one another, and definitions, half-years and long lists are
    /// left to its workbook and the whole report.
    pub fn is_short(&self) -> bool {
        matches!(self, DocumentKind::Territory(_))
    }

    /// Gives the stem of its files: `consolidated`, `territory-MA-AGD`, `theme-health`.
    pub fn stem(&self) -> String {
        match self {
            DocumentKind::Consolidated => "consolidated".to_owned(),
            DocumentKind::Summary => "summary".to_owned(),
            DocumentKind::Association(country) => format!("association-{country}"),
            DocumentKind::Pair(ma, fr) => format!("pair-{ma}-{fr}"),
            DocumentKind::Activity(id) => format!("activity-{}", file_name(id)),
            DocumentKind::Transmission(country) => format!("transmission-{country}"),
            DocumentKind::SignOff => "sign-off".to_owned(),
            DocumentKind::Reminder(code) => format!("reminder-{code}"),
            DocumentKind::Territory(code) => format!("territory-{code}"),
            DocumentKind::Theme(code) => format!("theme-{code}"),
            DocumentKind::Dossier(id, call) => format!("dossier-{}-{call}", file_name(id)),
        }
    }

    /// Says whether it is a letter, or the sheet to be signed: for people to finish.
    pub const fn is_letter(&self) -> bool {
        matches!(self, DocumentKind::Transmission(_) | DocumentKind::SignOff | DocumentKind::Reminder(_))
    }

    /// Gives the folder of its files in the output folder; blank for the output folder itself.
    pub const fn folder(&self) -> &'static str {
        match self {
            DocumentKind::Consolidated | DocumentKind::Summary | DocumentKind::Dossier(..) => "",
            DocumentKind::Association(_) => "associations",
            DocumentKind::Territory(_) => "territories",
            DocumentKind::Theme(_) => "themes",
            DocumentKind::Pair(..) => "pairs",
            DocumentKind::Activity(_) => "activities",
            DocumentKind::Transmission(_) | DocumentKind::SignOff | DocumentKind::Reminder(_) => "letters",
        }
    }

    /// Gives the path of one of its files: `territories/territory-MA-AGD-fr.pdf`.
    pub fn path(&self, lang: Lang, ending: &str) -> String {
        let name = format!("{}-{lang}.{ending}", self.stem());
        if self.folder().is_empty() { name } else { format!("{}/{name}", self.folder()) }
    }
}

/// The most characters of an identifier that stand in a file name.
const LONGEST: usize = 48;

/// Makes a sender's identifier fit for a file name, a different one for each identifier.
///
/// Capital letters, digits and hyphens stand as they are. In any other identifier what is no letter, digit or underscore
/// becomes a hyphen, and digits made from the whole of it follow after a tilde, which no plain one has: folders that know
/// no case, or no such characters, keep `a/1`, `A/1` and `A-1` apart.
fn file_name(id: &str) -> String {
    let plain = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    if id.chars().all(plain) && id.len() <= LONGEST {
        return id.to_owned();
    }
    let fit = |c: char| if c.is_alphanumeric() || c == '_' { c } else { '-' };
    let shown: String = id.chars().map(fit).take(LONGEST).collect();
    let digits: String = Sha256::digest(id.as_bytes()).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("{shown}~{digits}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn two_activities_never_share_a_file() {
        let long = "A".repeat(300);
        let longer = "A".repeat(301);
        let ids = [
            "A-1", "a-1", "A/1", "A 1", "a/1", "A_1", "A.1", "Á-1", "á-1", "", " ", "-", "A-1~", "MA-1", &long, &longer,
        ];
        let paths = ids.map(|id| DocumentKind::Activity(id.into()).path(Lang::Fr, "pdf"));
        let folded: BTreeSet<String> = paths.iter().map(|path| path.to_lowercase()).collect();
        assert_eq!(folded.len(), ids.len(), "{paths:#?}");
        assert_eq!(paths[0], "activities/activity-A-1-fr.pdf");
        for path in paths {
            let name = path.trim_start_matches("activities/");
            assert!(name.len() < 160 && !name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|', ' ']), "{name}");
        }
    }
}
