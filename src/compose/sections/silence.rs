//! What a territory's document says when nothing came.

use crate::compose::{Inputs, council, grid};
use crate::model::report::{Block, Chapter, Panel};
use crate::model::{Code, DocumentKind, Figures, Sheet, Value};

/// Lays out the page of a territory from which a return was expected, none came, and that no activity names.
pub fn chapter(inputs: &Inputs<'_>, figures: &Figures, kind: &DocumentKind) -> Option<Chapter> {
    let DocumentKind::Territory(territory) = kind else { return None };
    if !applies(figures, territory) {
        return None;
    }
    let settings = inputs.settings;
    let place = inputs.reference.territory(territory);
    let region =
        place.filter(|place| !place.region.fr.is_empty()).map_or(Value::Missing, |place| (&place.region).into());
    let facts = [
        ("silence-expected-by", Value::Date(settings.due)),
        ("silence-period", Value::Period(settings.period)),
        ("silence-cutoff", Value::Date(settings.cutoff())),
        ("fact-region", region),
    ];
    let blocks = vec![
        Block::Panel(Panel {
            missing: true,
            title: Value::key("silence-title"),
            body: Value::phrase("silence-body", [("date", Value::Date(settings.due))]),
        }),
        Block::Beside(
            facts.into_iter().map(|(label, value)| (Value::key(label), value)).collect(),
            vec![
                Block::Section(Value::key("silence-meaning")),
                Block::Prose(Value::key("silence-meaning-body")),
                Block::Section(Value::key("silence-next")),
                Block::Prose(Value::key("silence-next-body")),
            ],
        ),
    ];
    let mut chapter =
        grid::chapter(council::name(territory), Value::key("territory-kicker-plain"), lead(territory), blocks)?;
    chapter.number = territory.as_str().into();
    Some(chapter)
}

fn lead(territory: &Code) -> Value {
    Value::phrase("silence-lead", [("territory", council::name(territory))])
}

/// Says whether nothing at all is known of a territory that was expected to answer.
pub fn applies(figures: &Figures, territory: &Code) -> bool {
    let activities = figures.rows.get(&Sheet::Activities).is_some_and(|rows| !rows.is_empty());
    !activities && council::find(figures, territory).is_some_and(council::no_return)
}
