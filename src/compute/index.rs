//! The index of a dataset: which rows belong to which activity, resolved once for all documents.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::time::{Days, Timing, activity_days, activity_timing};
use crate::model::figures::Coverage;
use crate::model::{Cell, Code, Dataset, Field, Row, Scope, Settings, Sheet, SheetId, Table, schema};
use crate::reference::Reference;

/// A dataset in normal form with its index, from which the figures of any scope are taken.
///
/// Building it costs one pass over the rows; each document then costs one pass over the activities that may stand in its
/// scope and over their rows. It is shared by threads.
pub struct Prepared<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) reference: &'a Reference,
    pub(super) settings: &'a Settings,
    /// Whether what carries no day belongs to the period.
    pub(super) whole: bool,
    index: Arc<Index<'a>>,
    /// Coverage, which is that of the whole campaign in every document.
    pub(super) coverage: Arc<Coverage>,
    /// What activities financed together lack, reckoned when it is first asked for.
    pub(super) needs: OnceLock<Vec<super::needs::Rated>>,
}

/// What does not depend on the period.
struct Index<'a> {
    /// The tables, by sheet.
    tables: Vec<&'a Table>,
    /// The days of each activity.
    days: Vec<Days>,
    /// How each table names activities, by sheet.
    links: Vec<Links>,
    /// The rows of activities that carry each identifier, held ones too.
    by_id: HashMap<&'a str, Vec<u32>>,
    /// The activities that name each territory or theme, in order.
    by_place: HashMap<&'a str, Vec<u32>>,
    by_theme: HashMap<&'a str, Vec<u32>>,
    /// Those whose territories or themes a finding keeps out: they may stand anywhere.
    untold: Vec<u32>,
    /// The territory that sent each sheet.
    senders: HashMap<SheetId, &'a Code>,
    /// The activities for which an application to a funder was made.
    by_funder: BTreeMap<&'a str, BTreeSet<u32>>,
    /// The days on which applications passed to a stage, by application and stage.
    passages: BTreeMap<(&'a str, &'a str), Date>,
    /// The rows of passages, by application.
    documents: BTreeMap<&'a str, Vec<u32>>,
}

/// Lists of rows, one a key, in two vectors.
#[derive(Default)]
struct Lists {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    /// Builds the lists of `keys` keys from pairs of key and item, keeping the order of items.
    fn new(keys: usize, pairs: &[(u32, u32)]) -> Lists {
        let mut starts = vec![0u32; keys + 1];
        for (key, _) in pairs {
            starts[*key as usize + 1] += 1;
        }
        for at in 0..keys {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut items = vec![0; pairs.len()];
        for (key, item) in pairs {
            items[next[*key as usize] as usize] = *item;
            next[*key as usize] += 1;
        }
        Lists { starts, items }
    }

    fn get(&self, key: u32) -> &[u32] {
        let at = key as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(from), Some(to)) => &self.items[*from as usize..*to as usize],
            _ => &[],
        }
    }
}

/// How the rows of one table name activities.
#[derive(Default)]
struct Links {
    /// The activities that a row names.
    of_row: Lists,
    /// The rows that name an activity.
    of_activity: Lists,
    /// The rows that name none that is known.
    loose: Vec<u32>,
}

impl<'a> Prepared<'a> {
    /// Indexes a dataset that [`prepare`](super::prepare) brought into normal form.
    pub fn new(dataset: &'a Dataset, reference: &'a Reference, settings: &'a Settings) -> Self {
        let mut prepared = Prepared {
            dataset,
            reference,
            settings,
            whole: settings.covers_agreement(),
            index: Arc::new(Index::new(dataset)),
            coverage: Arc::default(),
            needs: OnceLock::new(),
        };
        prepared.coverage = Arc::new(super::coverage::coverage(&prepared));
        prepared
    }

    /// Gives the same dataset for another period; `whole` says whether what carries no day belongs to it.
    pub(super) fn during(&self, settings: &'a Settings, whole: bool) -> Self {
        let (index, coverage) = (Arc::clone(&self.index), Arc::clone(&self.coverage));
        Prepared { settings, whole, index, coverage, needs: OnceLock::new(), ..*self }
    }

    /// Gives a table; one without rows is empty.
    pub(super) fn table(&self, sheet: Sheet) -> &'a Table {
        self.index.tables[sheet as usize]
    }

    /// Gives the days of an activity.
    pub(super) fn days(&self, activity: u32) -> Days {
        self.index.days[activity as usize]
    }

    /// Gives the activities that may stand in a scope, in order: that name it, or of which a finding keeps out whether
    /// they do.
    pub(super) fn candidates(&self, scope: &Scope) -> Vec<u32> {
        let named = match scope {
            Scope::Territory(code) | Scope::Pair(code, _) => self.index.by_place.get(code.as_str()),
            Scope::Theme(code) => self.index.by_theme.get(code.as_str()),
            Scope::Activity(id) => return self.rows_called(id).to_vec(),
            Scope::All | Scope::Country(_) | Scope::Status(_) | Scope::Funder(_) => {
                return (0..self.index.days.len() as u32).collect();
            }
        };
        let mut rows: Vec<u32> = named.into_iter().flatten().chain(&self.index.untold).copied().collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// Tells whether an application to a funder was made for an activity.
    pub(super) fn is_funded_by(&self, activity: u32, funder: &str) -> bool {
        self.index.by_funder.get(funder).is_some_and(|all| all.contains(&activity))
    }

    /// Gives the dataset that it indexes.
    pub fn dataset(&self) -> &'a Dataset {
        self.dataset
    }

    /// Gives the activities that a row names; an activity is its own.
    pub(super) fn activities_of(&self, sheet: Sheet, row: u32) -> &[u32] {
        self.index.links[sheet as usize].of_row.get(row)
    }

    /// Gives the rows of a table that name an activity.
    pub(super) fn rows_of(&self, sheet: Sheet, activity: u32) -> &[u32] {
        self.index.links[sheet as usize].of_activity.get(activity)
    }

    /// Gives the rows of a table that name no activity.
    pub(super) fn loose(&self, sheet: Sheet) -> &[u32] {
        &self.index.links[sheet as usize].loose
    }

    /// Gives the rows of activities that carry an identifier.
    pub(super) fn rows_called(&self, id: &str) -> &[u32] {
        self.index.by_id.get(id).map_or(&[], Vec::as_slice)
    }

    /// Gives the territory that sent a row.
    pub(super) fn sender(&self, row: &Row) -> Option<&'a Code> {
        self.index.senders.get(&row.origin.sheet).copied()
    }

    /// Tells whether an activity belongs to the period.
    pub(super) fn activity_timing(&self, activity: u32) -> Timing {
        activity_timing(self.settings, self.whole, self.days(activity))
    }

    /// Gives the day on which an application passed to a stage.
    pub(super) fn passage(&self, application: &str, stage: &'static str) -> Option<Date> {
        self.index.passages.get(&(application, stage)).copied()
    }

    /// Gives the passages of an application that take part in figures, by row.
    pub(super) fn passages_of(&self, application: &str) -> &[u32] {
        self.index.documents.get(application).map_or(&[], Vec::as_slice)
    }

    /// Gives the stages that an application passed.
    pub(super) fn stages_passed(&self, application: &'a str) -> impl Iterator<Item = &'a str> {
        self.index
            .passages
            .range((application, "")..)
            .take_while(move |(key, _)| key.0 == application)
            .map(|(key, _)| key.1)
    }

    /// Tells whether a territory sent a return.
    pub(super) fn answered(&self, territory: &str) -> bool {
        self.dataset.returns.iter().any(|sent| sent.territory.as_ref().is_some_and(|code| *code == *territory))
    }

    /// Tells whether a territory of a country sent a return.
    pub(super) fn answered_from(&self, code: &Code) -> bool {
        let senders = self.dataset.returns.iter().filter_map(|sent| sent.territory.as_ref());
        senders.filter_map(|sender| self.reference.territory(sender)).any(|sender| sender.country == *code)
    }

    /// Gives a row of a table.
    pub(super) fn row(&self, sheet: Sheet, row: u32) -> &'a Row {
        &self.table(sheet).rows[row as usize]
    }
}

impl<'a> Index<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        let table = dataset.table(Sheet::Activities);
        // Of rows with one identifier, the one that takes part in figures is meant, where one does.
        let mut activities = HashMap::with_capacity(table.rows.len());
        let mut by_id: HashMap<&str, Vec<u32>> = HashMap::with_capacity(table.rows.len());
        let [mut by_place, mut by_theme] = [(); 2].map(|()| HashMap::<&str, Vec<u32>>::new());
        let mut untold = Vec::new();
        for (at, row) in table.rows.iter().enumerate() {
            let at = at as u32;
            if let Some(id) = table.cell(row, Field::ActivityId).code() {
                by_id.entry(id.as_str()).or_default().push(at);
                let entry = activities.entry(id.as_str()).or_insert(at);
                if table.rows[*entry as usize].held && !row.held {
                    *entry = at;
                }
            }
            let (places, themes) = ([Field::TerritoryMa, Field::TerritoryFr], [Field::Theme, Field::OtherThemes]);
            for (fields, lists) in [(places, &mut by_place), (themes, &mut by_theme)] {
                for code in fields.iter().flat_map(|field| table.cell(row, *field).codes()) {
                    lists.entry(code.as_str()).or_default().push(at);
                }
            }
            let held = |field: &Field| *table.cell(row, *field) == Cell::Held;
            let unnamed = row.held && *table.cell(row, Field::Theme) == Cell::Missing;
            if unnamed || places.iter().chain(&themes).any(held) {
                untold.push(at);
            }
        }
        let links: Vec<Links> = Sheet::ALL.iter().map(|sheet| links(dataset, *sheet, &activities)).collect();
        let senders = dataset
            .returns
            .iter()
            .filter_map(|sent| Some((sent.territory.as_ref()?, &sent.sheets)))
            .flat_map(|(territory, sheets)| sheets.iter().map(move |sheet| (*sheet, territory)))
            .collect();
        let mut by_funder: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
        let funding = dataset.table(Sheet::Funding);
        for (at, row) in funding.rows.iter().enumerate() {
            if let Some(funder) = funding.cell(row, Field::Funder).code() {
                let named = links[Sheet::Funding as usize].of_row.get(at as u32);
                by_funder.entry(funder).or_default().extend(named);
            }
        }
        Index {
            tables: Sheet::ALL.iter().map(|sheet| dataset.table(*sheet)).collect(),
            days: table.rows.iter().map(|row| activity_days(table, row)).collect(),
            links,
            by_id,
            by_place,
            by_theme,
            untold,
            senders,
            by_funder,
            passages: passages(dataset),
            documents: documents(dataset),
        }
    }
}

fn links(dataset: &Dataset, sheet: Sheet, activities: &HashMap<&str, u32>) -> Links {
    let table = dataset.table(sheet);
    if sheet == Sheet::Activities {
        return Links::default();
    }
    if schema::position(sheet, Field::ActivityId).is_none() {
        return Links { loose: (0..table.rows.len() as u32).collect(), ..Links::default() };
    }
    let mut pairs = Vec::with_capacity(table.rows.len());
    let mut loose = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        let before = pairs.len();
        let named = table.cell(row, Field::ActivityId).codes();
        pairs.extend(named.iter().filter_map(|id| Some((at as u32, *activities.get(id.as_str())?))));
        if pairs.len() == before {
            loose.push(at as u32);
        }
    }
    let of_row = Lists::new(table.rows.len(), &pairs);
    pairs.iter_mut().for_each(|(row, activity)| std::mem::swap(row, activity));
    Links { of_row, of_activity: Lists::new(dataset.table(Sheet::Activities).rows.len(), &pairs), loose }
}

/// Reads the first passage of each application to each stage.
fn passages(dataset: &Dataset) -> BTreeMap<(&str, &str), Date> {
    let table = dataset.table(Sheet::Passages);
    let mut days = BTreeMap::new();
    for row in table.live() {
        let [application, stage] = [Field::ApplicationId, Field::Stage].map(|field| table.cell(row, field).code());
        if let (Some(application), Some(stage), Some(date)) = (application, stage, table.cell(row, Field::Date).date())
        {
            let day = days.entry((application.as_str(), stage.as_str())).or_insert(date);
            *day = date.min(*day);
        }
    }
    days
}

/// Gathers the passages by application.
fn documents(dataset: &Dataset) -> BTreeMap<&str, Vec<u32>> {
    let table = dataset.table(Sheet::Passages);
    let mut rows: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (at, row) in table.rows.iter().enumerate().filter(|(_, row)| !row.held) {
        if let Some(application) = table.cell(row, Field::ApplicationId).code() {
            rows.entry(application.as_str()).or_default().push(at as u32);
        }
    }
    rows
}
