//! The chapters of reports: one section a file, in the order in which they are printed.

mod activities;
mod agreement;
mod applications;
mod association;
mod beneficiaries;
pub(super) mod call_rules;
mod changes;
mod commitments;
mod consultations;
mod course;
pub(super) mod deadlines;
mod evolution;
mod exchanges;
mod finance;
mod funding;
mod glossary;
mod judgement;
pub mod key_figures;
mod left_out;
mod method;
mod needs;
mod north_south;
mod pair;
mod partners;
mod poles;
mod portfolio;
mod practices;
mod quality;
mod recommendations;
mod results;
mod risks;
pub(super) mod sheet;
mod silence;
mod stated;
mod summary;
mod territory;
mod theme;

pub(super) use left_out::touching_rows;

use super::Inputs;
use crate::model::report::Chapter;
use crate::model::{DocumentKind, Figures};

/// The kinds of document that a section belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edition {
    Consolidated,
    Summary,
    Association,
    Territory,
    Theme,
    Pair,
    Activity,
}

/// How a section's chapters are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// With the number that the section itself gives.
    Sheet,
    /// 1, 2, 3…
    Body,
    /// A1, A2, A3…
    Annex,
}

/// One section.
struct Section {
    editions: &'static [Edition],
    part: Part,
    chapter: fn(&Inputs<'_>, &Figures, &DocumentKind) -> Option<Chapter>,
}

/// Every section, in printing order.
const SECTIONS: &[Section] = {
    use Edition::{Activity, Association, Consolidated, Pair, Summary, Territory, Theme};
    use Part::{Annex, Body, Sheet};
    &[
        Section { editions: &[Territory], part: Sheet, chapter: silence::chapter },
        Section { editions: &[Territory], part: Sheet, chapter: territory::chapter },
        Section { editions: &[Theme], part: Sheet, chapter: theme::chapter },
        Section { editions: &[Summary], part: Sheet, chapter: summary::done },
        Section { editions: &[Summary], part: Sheet, chapter: summary::open },
        Section { editions: &[Pair], part: Sheet, chapter: pair::chapter },
        Section { editions: &[Association], part: Sheet, chapter: association::chapter },
        Section { editions: &[Association], part: Body, chapter: association::councils },
        Section { editions: &[Association], part: Body, chapter: association::owed },
        Section { editions: &[Activity], part: Sheet, chapter: sheet::chapter },
        Section { editions: &[Consolidated], part: Body, chapter: key_figures::chapter },
        Section { editions: &[Consolidated], part: Body, chapter: agreement::chapter },
        Section { editions: &[Consolidated, Territory, Association], part: Body, chapter: portfolio::chapter },
        Section { editions: &[Consolidated, Association], part: Body, chapter: partners::chapter },
        Section { editions: &[Consolidated, Territory, Pair, Association], part: Body, chapter: results::chapter },
        Section { editions: &[Consolidated, Territory, Pair, Association], part: Body, chapter: stated::chapter },
        Section { editions: &[Consolidated], part: Body, chapter: poles::chapter },
        Section { editions: &[Consolidated, Association], part: Body, chapter: beneficiaries::chapter },
        Section { editions: &[Consolidated, Association], part: Body, chapter: finance::chapter },
        Section { editions: &[Consolidated, Territory, Pair, Association], part: Body, chapter: funding::chapter },
        Section { editions: &[Consolidated, Territory, Association], part: Body, chapter: evolution::chapter },
        Section { editions: &[Consolidated], part: Body, chapter: changes::chapter },
        Section { editions: &[Consolidated], part: Body, chapter: north_south::chapter },
        Section { editions: &[Consolidated, Pair, Association], part: Body, chapter: exchanges::chapter },
        Section { editions: &[Consolidated], part: Body, chapter: consultations::chapter },
        Section { editions: &[Consolidated, Association], part: Body, chapter: practices::chapter },
        Section { editions: &[Consolidated, Territory, Pair, Association], part: Body, chapter: judgement::chapter },
        Section { editions: &[Consolidated, Association], part: Body, chapter: commitments::chapter },
        Section { editions: &[Consolidated, Territory, Pair, Association], part: Body, chapter: risks::chapter },
        Section {
            editions: &[Consolidated, Territory, Pair, Association],
            part: Body,
            chapter: recommendations::chapter,
        },
        Section { editions: &[Consolidated, Territory, Theme, Association], part: Annex, chapter: activities::chapter },
        Section { editions: &[Consolidated], part: Annex, chapter: quality::chapter },
        Section { editions: &[Territory, Theme, Pair, Association], part: Annex, chapter: left_out::chapter },
        Section {
            editions: &[Consolidated, Territory, Theme, Pair, Association],
            part: Annex,
            chapter: method::chapter,
        },
        Section { editions: &[Consolidated], part: Annex, chapter: glossary::chapter },
    ]
};

/// Lays out the chapters that the data fills, numbered.
pub fn chapters(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Vec<Chapter> {
    let edition = match kind {
        DocumentKind::Consolidated => Edition::Consolidated,
        DocumentKind::Summary => Edition::Summary,
        DocumentKind::Territory(_) => Edition::Territory,
        DocumentKind::Theme(_) => Edition::Theme,
        DocumentKind::Pair(..) => Edition::Pair,
        DocumentKind::Association(_) => Edition::Association,
        DocumentKind::Activity(_) => Edition::Activity,
        // A dossier follows the template of its funder.
        _ => return Vec::new(),
    };
    let (mut body, mut annex) = (0, 0);
    let wanted = SECTIONS.iter().filter(|section| section.editions.contains(&edition));
    wanted
        .filter_map(|section| {
            let mut chapter = (section.chapter)(inputs, figures, kind)?;
            match section.part {
                Part::Sheet => {}
                Part::Body => {
                    body += 1;
                    chapter.number = body.to_string().into();
                }
                Part::Annex => {
                    annex += 1;
                    chapter.number = format!("A{annex}").into();
                }
            }
            Some(chapter)
        })
        .collect()
}
