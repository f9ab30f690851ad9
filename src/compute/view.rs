//! A view: the rows of every table that stand in a scope, whatever the period.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::index::Prepared;
use super::prepare::country;
use super::time::{Rule, Timing};
use crate::model::figures::Result as Outcome;
use crate::model::{Cell, Code, Field, Origin, Row, Scope, Sheet, SheetId, Table, schema};

/// Three answers to a question about a row: a finding may keep out the cell that would tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Answer {
    No,
    Perhaps,
    Yes,
}

impl Answer {
    /// Both hold.
    pub fn and(self, other: Answer) -> Answer {
        self.min(other)
    }

    /// At least one holds.
    pub fn or(self, other: Answer) -> Answer {
        self.max(other)
    }
}

impl From<bool> for Answer {
    fn from(yes: bool) -> Self {
        if yes { Answer::Yes } else { Answer::No }
    }
}

/// A row in scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Standing {
    /// Its index in its table.
    pub row: u32,
    /// False where a finding keeps the row, or the cell that would tell its scope, out of the figures.
    pub sure: bool,
}

/// A row in scope, and where it stands in time by a rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Timed {
    /// The row.
    pub standing: Standing,
    /// Where it stands.
    pub timing: Timing,
    /// Whether the workbook marks it as `in`; false where no figure tells its rows.
    pub marked: bool,
}

/// Which figures tell their rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marking {
    /// None: those of the lines of breakdowns.
    None,
    /// Those whose rows the conditions over the rows in scope can't tell.
    Needed,
    /// All, down to rows that another row of the same value stands for.
    All,
}

/// The rows of each table by rule and by the column that dates applications, once they were asked for.
type Times = BTreeMap<(Sheet, Rule, Field), Rc<[Timed]>>;

/// The rows in one scope, or in the part of it that a line of a breakdown stands for.
pub(super) struct View<'a> {
    pub prepared: &'a Prepared<'a>,
    /// The scopes that all hold: that of the document, then that of the line.
    scopes: Vec<Scope>,
    /// Which figures tell their rows.
    marking: Marking,
    gathered: Rc<Gathered<'a>>,
    current: OnceCell<Vec<u32>>,
    timed: RefCell<Times>,
    attainments: Attainments,
}

/// The rows of a scope, which are the same in every period.
struct Gathered<'a> {
    activities: Vec<Standing>,
    tables: Vec<OnceCell<Vec<Standing>>>,
    readings: OnceCell<BTreeMap<&'a str, Vec<Standing>>>,
}

/// The table of attainments, which each view has of its own.
struct Attainments {
    table: Table,
    rows: Vec<Standing>,
}

impl Default for Attainments {
    fn default() -> Self {
        Attainments { table: Table::new(Sheet::Attainments), rows: Vec::new() }
    }
}

impl<'a> View<'a> {
    /// Gathers the activities of a scope.
    pub fn new(prepared: &'a Prepared<'a>, scope: Scope, marking: Marking) -> Self {
        let table = prepared.table(Sheet::Activities);
        let stands = |row: u32| {
            let sure = match activity_in(prepared, row, &scope) {
                Answer::No => return None,
                Answer::Perhaps => false,
                Answer::Yes => !table.rows[row as usize].held,
            };
            Some(Standing { row, sure })
        };
        let activities = prepared.candidates(&scope).into_iter().filter_map(stands).collect();
        View::of(prepared, vec![scope], activities, marking)
    }

    /// Gives the same rows in another period of the same dataset.
    pub fn during(&self, prepared: &'a Prepared<'a>) -> View<'a> {
        View {
            prepared,
            scopes: self.scopes.clone(),
            marking: self.marking,
            gathered: Rc::clone(&self.gathered),
            current: OnceCell::new(),
            timed: RefCell::default(),
            attainments: Attainments::default(),
        }
    }

    /// Narrows the view to a line of a breakdown: a further scope, and the activities of this view that stand in it.
    pub fn narrow(&self, scope: Scope, activities: Vec<Standing>) -> View<'a> {
        let scopes = self.scopes.iter().cloned().chain([scope]).collect();
        View::of(self.prepared, scopes, activities, self.marking)
    }

    fn of(prepared: &'a Prepared<'a>, scopes: Vec<Scope>, activities: Vec<Standing>, marking: Marking) -> Self {
        View {
            prepared,
            scopes,
            marking,
            gathered: Rc::new(Gathered {
                activities,
                tables: Sheet::ALL.iter().map(|_| OnceCell::new()).collect(),
                readings: OnceCell::new(),
            }),
            current: OnceCell::new(),
            timed: RefCell::default(),
            attainments: Attainments::default(),
        }
    }

    /// Gives a table: of the dataset, or that of attainments, which each scope has of its own.
    pub fn table(&self, sheet: Sheet) -> &Table {
        if sheet == Sheet::Attainments { &self.attainments.table } else { self.prepared.table(sheet) }
    }

    /// Fills the table of attainments: one row a result, in the order of results.
    pub fn attain(&mut self, results: &[Outcome]) {
        self.timed.get_mut().clear();
        for (at, result) in results.iter().enumerate() {
            let table = &mut self.attainments.table;
            self.attainments.rows.push(Standing { row: at as u32, sure: true });
            table.rows.push(Row::blank(Sheet::Attainments, Origin::row(SheetId(u16::MAX), at as u32)));
            table.set(at, Field::IndicatorCode, Cell::Code(result.code.clone()));
            if let Ok(value) = result.attainment {
                table.set(at, Field::Value, Cell::Number(value));
            }
        }
    }

    /// Says whether figures tell their rows.
    pub fn marked(&self) -> bool {
        self.marking != Marking::None
    }

    /// Says whether every figure tells all its rows, refused ones too.
    pub fn traced(&self) -> bool {
        self.marking == Marking::All
    }

    /// Says whether a figure tells its rows; `needed` where conditions can't tell them.
    pub fn marks(&self, needed: bool) -> bool {
        self.traced() || (needed && self.marked())
    }

    /// Gives the scope: of a line of a breakdown, that of the line.
    pub fn scope(&self) -> &Scope {
        self.scopes.last().unwrap_or(&Scope::All)
    }

    /// Says whether the view is of everything.
    pub fn is_whole(&self) -> bool {
        self.scopes == [Scope::All]
    }

    /// Says whether the view is of one activity, to which only rows that name it belong.
    fn is_one(&self) -> bool {
        self.scopes.iter().any(|scope| matches!(scope, Scope::Activity(_)))
    }

    /// Gives the activities in scope.
    pub fn activities(&self) -> &[Standing] {
        &self.gathered.activities
    }

    /// Gives the rows of a table in scope, by row.
    pub fn rows(&self, sheet: Sheet) -> &[Standing] {
        match sheet {
            Sheet::Activities => return self.activities(),
            Sheet::Attainments => return &self.attainments.rows,
            _ => {}
        }
        self.gathered.tables[sheet as usize].get_or_init(|| {
            let mut rows: Vec<Standing> = Vec::new();
            for activity in self.activities() {
                for &row in self.prepared.rows_of(sheet, activity.row) {
                    rows.push(Standing { row, sure: activity.sure });
                }
            }
            // A row of several activities is sure where one of them is.
            rows.sort_unstable_by_key(|standing| (standing.row, !standing.sure));
            rows.dedup_by_key(|standing| standing.row);
            if !self.is_one() {
                rows.extend(self.prepared.loose(sheet).iter().map(|&row| Standing { row, sure: true }));
            }
            rows.sort_unstable();
            let loose = |row: u32| self.prepared.activities_of(sheet, row).is_empty();
            rows.retain_mut(|standing| {
                let answer = self
                    .scopes
                    .iter()
                    .map(|scope| row_in(self.prepared, sheet, standing.row, scope, loose(standing.row)))
                    .fold(Answer::Yes, Answer::and);
                standing.sure &= answer == Answer::Yes && !self.prepared.row(sheet, standing.row).held;
                answer != Answer::No
            });
            rows
        })
    }

    /// Gives the rows of a table in scope that count by a rule or are marked as `in`. `measured` dates applications.
    pub fn timed(&self, sheet: Sheet, rule: Rule, measured: Field) -> Rc<[Timed]> {
        let day = if sheet == Sheet::Funding { measured } else { Field::Label };
        if let Some(known) = self.timed.borrow().get(&(sheet, rule, day)) {
            return Rc::clone(known);
        }
        let rows = self.time(sheet, self.rows(sheet), rule, measured);
        self.timed.borrow_mut().insert((sheet, rule, day), Rc::clone(&rows));
        rows
    }

    /// Tells of rows in scope where they stand in time, and leaves out those of another period.
    pub fn time(&self, sheet: Sheet, rows: &[Standing], rule: Rule, measured: Field) -> Rc<[Timed]> {
        let timed = rows.iter().map(|&standing| Timed {
            standing,
            timing: self.timing(sheet, standing.row, rule, measured),
            marked: self.marked() && self.is_marked_in(sheet, standing.row),
        });
        timed.filter(|row| row.timing != Timing::Out || row.marked).collect()
    }

    /// Gives the readings in scope of one indicator.
    pub fn readings(&self, indicator: &str) -> &[Standing] {
        self.by_indicator().get(indicator).map_or(&[], Vec::as_slice)
    }

    /// Gives the readings in scope by the code of their indicator.
    pub fn by_indicator(&self) -> &BTreeMap<&'a str, Vec<Standing>> {
        self.gathered.readings.get_or_init(|| {
            let table = self.prepared.table(Sheet::Indicators);
            let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
            for &standing in self.rows(Sheet::Indicators) {
                if let Some(code) = table.cell(&table.rows[standing.row as usize], Field::IndicatorCode).code() {
                    all.entry(code.as_str()).or_default().push(standing);
                }
            }
            all
        })
    }

    /// Gives the activities that are in scope and in the period for sure.
    pub fn current(&self) -> &[u32] {
        self.current.get_or_init(|| {
            let sure = self.activities().iter().filter(|standing| standing.sure).map(|standing| standing.row);
            sure.filter(|&row| self.prepared.activity_timing(row) == Timing::In).collect()
        })
    }

    /// Tells whether rows of a table can be told to be in the scope: meetings can't be told by theme.
    pub fn tells(&self, sheet: Sheet) -> bool {
        let has = |field| schema::position(sheet, field).is_some();
        let made = matches!(sheet, Sheet::Returns | Sheet::Campaign) && !self.is_one();
        let own = made || matches!(sheet, Sheet::Activities | Sheet::Attainments);
        own || self.scopes.iter().all(|scope| match scope {
            Scope::All | Scope::Territory(_) | Scope::Country(_) => true,
            Scope::Theme(_) => has(Field::ActivityId) || has(Field::Theme) || sheet == Sheet::Milestones,
            Scope::Pair(..) => has(Field::ActivityId) || has(Field::Territory) || has(Field::Territories),
            Scope::Activity(_) | Scope::Status(_) | Scope::Funder(_) => has(Field::ActivityId),
        })
    }

    /// Tells whether nothing is known of the scope: its territory sent nothing, and no activity names it.
    pub fn is_silent(&self) -> bool {
        self.activities().is_empty()
            && self.scopes.iter().any(|scope| match scope {
                Scope::Territory(territory) => !self.prepared.answered(territory),
                Scope::Pair(ma, fr) => !self.prepared.answered(ma) && !self.prepared.answered(fr),
                Scope::Country(code) => !self.prepared.answered_from(code),
                _ => false,
            })
    }

    /// Tells whether a finding keeps an activity of the scope out of the figures.
    pub fn is_uncertain(&self) -> bool {
        self.activities().iter().any(|standing| !standing.sure)
    }

    /// Gives the activities in scope without any date.
    pub fn undated(&self) -> Vec<u32> {
        let sure = self.activities().iter().filter(|standing| standing.sure).map(|standing| standing.row);
        sure.filter(|&row| self.prepared.days(row) == super::time::Days::None).collect()
    }

    /// Gives the rows in scope and period of every table that has some.
    pub fn rows_by_table(&self) -> BTreeMap<Sheet, Vec<u32>> {
        let sheets = self.prepared.dataset.tables.keys().copied();
        sheets
            .map(|sheet| {
                let rows = self.rows(sheet).iter().filter(|standing| standing.sure).map(|standing| standing.row);
                (sheet, rows.filter(|&row| self.is_marked_in(sheet, row)).collect::<Vec<_>>())
            })
            .filter(|(_, rows)| !rows.is_empty())
            .collect()
    }

    /// Tells whether the workbook marks a row of the scope as `in`: by the rule of a reading's own indicator,
    /// applications as they stand at the end of the period, every other row by its own day in the period.
    pub fn is_marked_in(&self, sheet: Sheet, row: u32) -> bool {
        let rule = match sheet {
            Sheet::Funding | Sheet::Milestones => Rule::Stock,
            Sheet::Indicators => {
                let table = self.prepared.table(sheet);
                let code = table.cell(&table.rows[row as usize], Field::IndicatorCode).code();
                let indicator = code.and_then(|code| self.prepared.reference.indicator(code));
                indicator.map_or(Rule::Flow, super::results::rule)
            }
            _ => Rule::Flow,
        };
        self.timing(sheet, row, rule, Field::SubmissionDate) == Timing::In
    }
}

/// Tells whether a cell of territories names one of a country.
fn names_one_of(prepared: &Prepared<'_>, cell: &Cell, code: &Code) -> Answer {
    let inside = |territory: &Code| country(prepared.reference, territory) == Some(code);
    if matches!(cell, Cell::Held) { Answer::Perhaps } else { cell.codes().iter().any(inside).into() }
}

/// Tells whether a cell of codes names one.
fn names(cell: &Cell, code: &str) -> Answer {
    if matches!(cell, Cell::Held) { Answer::Perhaps } else { cell.codes().iter().any(|each| *each == *code).into() }
}

fn activity_in(prepared: &Prepared<'_>, at: u32, scope: &Scope) -> Answer {
    let table = prepared.table(Sheet::Activities);
    let row = &table.rows[at as usize];
    let has = |field, code: &Code| {
        // A required cell is missing in held rows alone: it would have told.
        let cell = table.cell(row, field);
        let blank = row.held && *cell == Cell::Missing && matches!(field, Field::Theme | Field::Status);
        if blank { Answer::Perhaps } else { names(cell, code) }
    };
    match scope {
        Scope::All => Answer::Yes,
        Scope::Territory(code) => has(Field::TerritoryMa, code).or(has(Field::TerritoryFr, code)),
        Scope::Theme(code) => has(Field::Theme, code).or(has(Field::OtherThemes, code)),
        Scope::Pair(ma, fr) => has(Field::TerritoryMa, ma).and(has(Field::TerritoryFr, fr)),
        Scope::Country(code) => {
            let side = |field| names_one_of(prepared, table.cell(row, field), code);
            side(Field::TerritoryMa).or(side(Field::TerritoryFr))
        }
        Scope::Activity(id) => names(table.cell(row, Field::ActivityId), id),
        Scope::Status(code) => has(Field::Status, code),
        Scope::Funder(code) => prepared.is_funded_by(at, code).into(),
    }
}

/// Tells whether a row stands in a scope by what itself says, beyond the activity that it names.
///
/// A row of an activity is narrowed by its own territories: the reading of one of two territories is not that of the
/// other. A row without an activity is told by its own columns, else by the territory that sent it.
fn row_in(prepared: &Prepared<'_>, sheet: Sheet, at: u32, scope: &Scope, loose: bool) -> Answer {
    let table = prepared.table(sheet);
    let row = &table.rows[at as usize];
    match scope {
        Scope::All => Answer::Yes,
        Scope::Territory(code) => own_territory(prepared, table, row, code, loose),
        Scope::Pair(ma, fr) => {
            let side = |code| own_territory(prepared, table, row, code, loose);
            if sheet == Sheet::Returns { side(ma).or(side(fr)) } else { side(ma).and(side(fr)) }
        }
        Scope::Country(code) if loose => own_country(prepared, table, row, code),
        Scope::Country(_) => Answer::Yes,
        Scope::Funder(code) if sheet == Sheet::Funding => names(table.cell(row, Field::Funder), code),
        _ if !loose || matches!(sheet, Sheet::Returns | Sheet::Campaign) => Answer::Yes,
        Scope::Theme(code) => own_theme(prepared, table, row, code),
        Scope::Activity(_) | Scope::Status(_) | Scope::Funder(_) => Answer::No,
    }
}

fn own_territory(prepared: &Prepared<'_>, table: &Table, row: &Row, code: &Code, loose: bool) -> Answer {
    if table.sheet == Sheet::Campaign {
        return Answer::Yes;
    }
    let cells = [Field::Territory, Field::Territories].map(|field| table.cell(row, field));
    if cells.iter().any(|cell| matches!(cell, Cell::Held)) {
        return Answer::Perhaps;
    }
    let mut own = cells.iter().flat_map(|cell| cell.codes()).peekable();
    if loose {
        let sent = own.peek().is_none() && prepared.sender(row).is_some_and(|sender| sender == code);
        return (sent || own.any(|each| each == code)).into();
    }
    if own.peek().is_none() {
        return Answer::Yes;
    }
    let side = country(prepared.reference, code);
    let mut same = own.filter(|each| country(prepared.reference, each) == side).peekable();
    (same.peek().is_none() || same.any(|each| each == code)).into()
}

/// Tells whether a row without an activity is of a country: by its own territories, else by the territory that sent it.
fn own_country(prepared: &Prepared<'_>, table: &Table, row: &Row, code: &Code) -> Answer {
    if table.sheet == Sheet::Campaign {
        return Answer::Yes;
    }
    let cells = [Field::Territory, Field::Territories].map(|field| table.cell(row, field));
    let own = cells.iter().fold(Answer::No, |found, cell| found.or(names_one_of(prepared, cell, code)));
    let blank = own == Answer::No && cells.iter().all(|cell| cell.codes().is_empty());
    let sent = || prepared.sender(row).and_then(|sender| country(prepared.reference, sender)) == Some(code);
    if blank { sent().into() } else { own }
}

fn own_theme(prepared: &Prepared<'_>, table: &Table, row: &Row, code: &Code) -> Answer {
    let group = |theme: &Code| prepared.reference.theme(theme).map(|theme| &*theme.group);
    match table.sheet {
        Sheet::Indicators => {
            let indicator = table.cell(row, Field::IndicatorCode).code();
            let own = indicator.and_then(|code| prepared.reference.indicator(code)).map(|indicator| &*indicator.group);
            (own.is_some() && own == group(code)).into()
        }
        Sheet::Milestones => (group(code) == Some("T5")).into(),
        _ => names(table.cell(row, Field::Theme), code),
    }
}
