//! The documents that there are, and where their files stand.

use serde::Serialize;

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

/// Makes a sender's identifier fit for a file name: what is no letter, digit, hyphen or underscore becomes a hyphen.
fn file_name(id: &str) -> String {
    id.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '-' }).collect()
}
