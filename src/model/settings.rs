//! What a campaign decides: the agreement, the period, the rates and the editions.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

use super::{Code, Lang, Names, Period, Rates};

/// One of the two associations that signed the agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Party {
    /// `ma` or `fr`, the country of its councils, in upper case.
    pub country: Code,
    /// The name in full.
    pub name: Names,
    /// The short name, such as `AMPCPP`.
    pub short: Box<str>,
    /// The number of councils that it declares: 75 and 104.
    pub councils: u32,
    /// The president's function as printed; no name of a person is asked for.
    pub contact_point: Names,
}

/// The agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Agreement {
    /// The title of the agreement.
    pub title: Names,
    /// Who it binds, in a sentence under the title of the whole report; blank prints the title instead.
    pub subtitle: Names,
    /// The day of signature.
    pub signed_on: Date,
    /// How many years it runs from that day.
    pub years: u32,
    /// Whether it is renewed where nobody ends it.
    pub tacit_renewal: bool,
    /// The two associations, the host of the report first.
    pub parties: [Party; 2],
}

/// A set of documents that a run makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// The report of the whole agreement.
    Consolidated,
    /// Two pages for elected members.
    Summary,
    /// One report for each association.
    Associations,
    /// One for each territory that sent something or was expected.
    Territories,
    /// One for each theme.
    Themes,
    /// One for each pair of councils that share an activity.
    Pairs,
    /// One sheet for each activity.
    Activities,
    /// Letters to the presidents, the sign-off sheet, reminders to councils.
    Letters,
    /// What stays in the office: the whole report without anything masked, findings, traces.
    Internal,
}

impl Edition {
    /// Every edition with its name in `campaign.toml`.
    pub const ALL: [(Edition, &'static str); 9] = [
        (Edition::Consolidated, "consolidated"),
        (Edition::Summary, "summary"),
        (Edition::Associations, "associations"),
        (Edition::Territories, "territories"),
        (Edition::Themes, "themes"),
        (Edition::Pairs, "pairs"),
        (Edition::Activities, "activities"),
        (Edition::Letters, "letters"),
        (Edition::Internal, "internal"),
    ];

    /// Gives every edition.
    pub fn all() -> Vec<Edition> {
        Edition::ALL.iter().map(|(edition, _)| *edition).collect()
    }
}

/// Whom a document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// It leaves the office: no personal data, small groups of people masked.
    #[default]
    Public,
    /// It stays in the office.
    Internal,
}

impl Audience {
    /// The folder of what stays in the office, in the output folder.
    pub const OFFICE: &'static str = "internal";

    /// Gives the path of a file for programs, in the output folder.
    pub fn path(self, name: &str) -> String {
        match self {
            Audience::Public => format!("data/{name}"),
            Audience::Internal => format!("{}/{name}", Self::OFFICE),
        }
    }
}

/// Everything about a campaign that figures and reports depend on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Settings {
    /// The agreement.
    pub agreement: Agreement,
    /// The evaluated period.
    pub period: Period,
    /// The name of the period as printed on covers, such as "Année 1".
    pub period_label: Names,
    /// The day as of which deadlines and the agreement clock are counted.
    pub reference_date: Date,
    /// The day by which returns were due.
    pub due: Date,
    /// A sentence printed on every document, such as that the data are invented; blank for none.
    pub notice: Names,
    /// The territories from which a return is expected; `None` means all.
    pub expected: Option<Vec<Code>>,
    /// The rates and the report currency.
    pub rates: Rates,
    /// The languages of the editions.
    pub languages: Vec<Lang>,
    /// Those of them in which workbooks are written too.
    pub workbooks: Vec<Lang>,
    /// The sets of documents that a run makes.
    pub editions: Vec<Edition>,
    /// The smallest group of people that a public edition prints.
    pub small_group: u32,
    /// The probability of each funding stage, as a fraction; stages left out count 0.
    pub stage_probability: BTreeMap<Code, Decimal>,
    /// Days between a council's session and a submission, by territory code; `*` for all others.
    pub lead_days: BTreeMap<Code, u32>,
    /// Days before a deadline by which a paper has to be ready, by code of `papers.csv`; `*` for all others. The
    /// deliberation of a council follows `lead_days`.
    pub paper_days: BTreeMap<Code, u32>,
    /// The day each file was received, by its path relative to the returns folder.
    pub received: BTreeMap<Box<str>, Date>,
    /// True where private columns may be written; false unless the campaign says so.
    pub print_private: bool,
}

impl Settings {
    /// Gives the cut-off: the earlier of the end of the period and the reference date.
    pub fn cutoff(&self) -> Date {
        self.period.to.min(self.reference_date)
    }

    /// Says whether the period covers the agreement from its first day, so that undated flows count in it.
    pub fn covers_agreement(&self) -> bool {
        self.period.from <= self.agreement.signed_on
    }
}
