//! A funding dossier before its narrative is written: names that a template may use, and parts that it may place.

use std::collections::BTreeMap;

use super::report::{Block, Imprint, Stamp};
use super::{DocumentKind, Lang, Value};

/// Everything that the narrative of a dossier is made from, without words.
///
/// `compose` fills it; `render` runs the template of the funder over it and gets a [`Report`](super::Report).
#[derive(Debug, Clone, PartialEq)]
pub struct Dossier {
    /// Which document it is.
    pub kind: DocumentKind,
    /// The language of the dossier.
    pub lang: Lang,
    /// The stem of its template: `joint` of `templates/dossiers/joint.fr.md.hbs`.
    pub template: Box<str>,
    /// The stamp on its pages.
    pub stamp: Stamp,
    /// The title of the project.
    pub title: Value,
    /// The call, and the funder.
    pub subtitle: Value,
    /// The text at the foot of each page.
    pub foot: Value,
    /// Who answers for the agreement, and what the dossier was made from.
    pub imprint: Imprint,
    /// The applicants, as authors.
    pub authors: Vec<Value>,
    /// The facts of the front page: label and value.
    pub facts: Vec<(Value, Value)>,
    /// The names that a template may use. Every name is always there; what is not known is [`Node::Missing`].
    pub names: Known,
    /// The parts that a template places by `{{part "logframe"}}`: tables and charts, each under the name of its part.
    pub parts: BTreeMap<&'static str, Vec<Block>>,
}

/// Names and what they stand for.
pub type Known = BTreeMap<&'static str, Node>;

/// What a name of a template stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A printable value.
    Value(Value),
    /// Names beneath a name: `activity.title`.
    Group(Known),
    /// Rows for `{{#each}}`, all with the same names.
    Rows(Vec<Known>),
    /// True or false, for `{{#if}}`.
    Flag(bool),
    /// Not known: people have to complete it.
    Missing,
}

/// The groups of names that a template may use, each name written `activity.title`, in the order in which they are told.
pub const GROUPS: &[(&str, &[&str])] = &[
    (
        "activity",
        &[
            "id",
            "title",
            "description",
            "theme",
            "other_themes",
            "sub_theme",
            "territories_ma",
            "territories_fr",
            "third_countries",
            "lead",
            "partners",
            "start",
            "end",
            "months",
            "status",
            "sdg",
            "dac_code",
            "dac_name",
            "markers",
            "beneficiaries_planned",
            "beneficiaries_reached",
            "beneficiaries_women",
            "budget",
        ],
    ),
    (
        "application",
        &[
            "id",
            "funder",
            "call",
            "stage",
            "co_holder",
            "requested",
            "total_cost",
            "own_cash",
            "own_in_kind",
            "own_total",
            "cofinancing",
            "deadline",
        ],
    ),
    (
        "call",
        &[
            "code",
            "name",
            "funder",
            "opens",
            "closes",
            "closes_at",
            "zone",
            "language",
            "ceiling",
            "min_own",
            "in_kind_cap",
            "months",
            "min_amount",
            "max_amount",
            "applicants",
            "source",
            "verified",
        ],
    ),
    (
        "finance",
        &[
            "cost",
            "requested",
            "own_cash",
            "own_in_kind",
            "secured",
            "gap",
            "gap_after",
            "cofinancing",
            "in_kind_share",
        ],
    ),
    ("exchanges", &["count", "fr_ma", "ma_fr", "participants"]),
    ("agreement", &["title", "signed_on", "parties"]),
];

/// The rows that a template may go through by `{{#each partners}}`, with the names of each row.
pub const ROWS: &[(&str, &[&str])] = &[
    ("partners", &["name", "legal_id", "role", "contribution"]),
    ("tasks", &["task", "start", "end", "lead"]),
    (
        "indicators",
        &[
            "name",
            "code",
            "unit",
            "baseline",
            "baseline_year",
            "target",
            "target_year",
            "actual",
            "actual_date",
            "source",
            "assumption",
        ],
    ),
    ("risks", &["description", "probability", "impact", "mitigation", "owner"]),
    ("papers", &["name", "ready"]),
    ("practices", &["title", "state"]),
    ("beneficiaries", &["group", "sex", "age", "planned", "reached"]),
];

/// The parts that a template may place by `{{part "logframe"}}`.
pub const PARTS: &[&str] = &[
    "summary",
    "partners",
    "logframe",
    "workplan",
    "beneficiaries",
    "risks",
    "markers",
    "budget",
    "financing",
    "papers",
];
