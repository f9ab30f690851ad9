//! The sheet that is being read: what it is, and how its rows are taken.

use crate::model::{
    FileId, Finding, FindingCode, Ignored, Merged, Origin, Place, RawRow, Sheet, SheetId, Value, View, schema,
};

use super::cells::shown;
use super::contract::{Contract, Desk};
use super::levels::{self, Head};
use super::mapping::{self, Foreign};
use super::{Judge, identification};

/// The longest identification sheet that is read.
const IDENTIFICATION_ROWS: usize = 500;

/// The sheet that is being read.
pub struct Open<'a> {
    pub(super) file: FileId,
    pub(super) id: SheetId,
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) state: State<'a>,
    /// Tables of this sheet that another one followed.
    pub(super) done: Vec<Contract>,
    /// An identification that a table followed.
    pub(super) facts: Vec<RawRow>,
    /// The blocks of merged cells.
    pub(super) blocks: Vec<Merged>,
}

/// How the rows of a sheet are taken.
pub enum State<'a> {
    /// The first rows are kept until the headings are told.
    Head(Vec<RawRow>),
    /// Labels and values, kept to the end.
    Identification(Vec<RawRow>),
    /// Records of the contract.
    Records(Box<Contract>),
    /// A foreign table.
    Mapped(Box<Foreign<'a>>),
    /// Left aside for a stated reason.
    Aside(Ignored),
    /// Refused with a finding of severity error.
    Refused,
}

impl<'a> Judge<'a> {
    /// Tells what the sheet is from its first rows, and takes them.
    pub(super) fn settle(&mut self, mut open: Open<'a>, rows: Vec<RawRow>) -> Open<'a> {
        let on_sheet = |view: &&View| view.sheet.as_deref().is_none_or(|name| name == open.name);
        let views: Vec<&'a View> = self.file.views.iter().copied().filter(on_sheet).collect();
        if !views.is_empty() {
            self.tell_hidden(&open);
            return self.settle_mapped(open, views, rows);
        }
        let named = self.headings.sheet(&open.name);
        let guessed = || self.headings.guess(self.reference, &rows);
        let Some(sheet) = named.or_else(guessed) else {
            let used = schema::USED.iter().map(|sheet| Value::SheetName(*sheet)).collect();
            self.tell(
                Finding::new(FindingCode::SheetUnknown, Place::Sheet(open.id))
                    .with("found", shown(&open.name))
                    .with("expected", Value::List(used)),
            );
            open.state = State::Aside(Ignored::SheetUnknown);
            return self.take_all(open, rows);
        };
        self.senders.add(&self.file.path, open.file, open.id, self.settings);
        self.tell_hidden(&open);
        if sheet == Sheet::Identification {
            self.begin(&mut open, sheet, None);
            return self.take_all(open, rows);
        }
        let Some(head) = self.headings.find(self.reference, sheet, &rows) else {
            self.headings_missing(open.id, sheet);
            open.state = State::Refused;
            return self.take_all(open, rows);
        };
        self.above(open.id, &rows[..head.at]);
        self.begin(&mut open, sheet, Some((&head, &rows)));
        self.between(open.id, &head, &rows);
        let below = rows.into_iter().skip(head.below()).collect();
        self.take_all(open, below)
    }

    /// Starts a table of the contract under its headings.
    fn begin(&mut self, open: &mut Open<'a>, sheet: Sheet, head: Option<(&Head, &[RawRow])>) {
        match std::mem::replace(&mut open.state, State::Refused) {
            State::Records(contract) => open.done.push(*contract),
            State::Identification(rows) => open.facts.extend(rows),
            _ => {}
        }
        if sheet == Sheet::Identification {
            open.state = State::Identification(Vec::new());
            return;
        }
        let Some((head, rows)) = head else { return };
        let layout = self.headings.layout(self.reference, sheet, &head.names);
        let first = rows[head.at].row;
        let last = rows[head.at + head.levels.saturating_sub(1)].row;
        self.book.head(open.id, Some(last), Some(layout.lang));
        let cells: usize = (head.at..head.at + head.levels).map(|at| rows[at].cells.len()).sum();
        self.told_head(open.id, head, rows, layout.tagged);
        for (column, text, field) in &layout.twice {
            self.tell(
                Finding::new(FindingCode::ColumnTwice, Place::Cell(Origin::cell(open.id, last, *column)))
                    .with("found", shown(text))
                    .with("field", Value::Column(sheet, *field)),
            );
        }
        for (column, tag, field) in &layout.disagree {
            let row = head.tags.map_or(first, |tags| rows[tags].row);
            self.tell(
                Finding::new(FindingCode::TagDisagrees, Place::Cell(Origin::cell(open.id, row, *column)))
                    .with("found", Value::code(tag))
                    .with("field", Value::Column(sheet, *field)),
            );
        }
        let absent = layout.absent();
        for field in &absent {
            self.tell(
                Finding::new(FindingCode::ColumnMissing, Place::Sheet(open.id))
                    .with("expected", Value::Column(sheet, *field)),
            );
        }
        let count = self.book.count(open.id);
        count.read += cells as u64;
        if !layout.twice.is_empty() {
            count.held += cells as u64;
            open.state = State::Refused;
            return;
        }
        // A heading over several columns is used where one of them is.
        let unknown: Vec<u16> = layout.unknown.iter().map(|(column, _)| *column).collect();
        let aside = (head.at..head.at + head.levels)
            .flat_map(|at| &rows[at].cells)
            .filter(|(column, _)| unknown.contains(column) || !head.names.iter().any(|name| name.column == *column));
        count.ignore(Ignored::UnusedColumn, aside.count() as u64);
        self.book.lay_out(open.id, sheet, layout.source.clone());
        open.state = State::Records(Box::new(Contract::new(layout, absent, last)));
    }

    /// Tells that headings stand on two rows, and that tags were used.
    fn told_head(&mut self, id: SheetId, head: &Head, rows: &[RawRow], tagged: usize) {
        if head.levels == 2 {
            let place = Place::Cell(Origin::row(id, rows[head.at].row));
            let joined = head.names.iter().find(|name| name.shared).and_then(|name| name.shown());
            let joined = joined.map_or(Value::Empty, |text| shown(&text));
            self.tell(Finding::new(FindingCode::HeadingsTwoRows, place).with("found", joined));
        }
        if let Some(tags) = head.tags {
            let place = Place::Cell(Origin::row(id, rows[tags].row));
            self.tell(Finding::new(FindingCode::TagsUsed, place).with("found", Value::count(tagged as u64)));
        }
    }

    /// Leaves aside what stands between the headings and the records: tags, and a row before them.
    fn between(&mut self, id: SheetId, head: &Head, rows: &[RawRow]) {
        for (at, row) in rows.iter().enumerate().take(head.below()).skip(head.at) {
            if head.tags == Some(at) {
                self.book.aside(id, Ignored::Tags, row.cells.len() as u64);
            } else if !head.holds(at) {
                self.book.aside(id, Ignored::Note, row.cells.len() as u64);
            }
        }
    }

    fn settle_mapped(&mut self, mut open: Open<'a>, views: Vec<&'a View>, rows: Vec<RawRow>) -> Open<'a> {
        let Some(head) = mapping::head(&views, &rows) else {
            self.headings_missing(open.id, views[0].target);
            open.state = State::Refused;
            return self.take_all(open, rows);
        };
        self.above(open.id, &rows[..head.at]);
        let foreign = Foreign::new(views, open.id, &head, &rows, &mut self.book);
        let tagged = head.names.iter().filter(|name| name.tag.is_some() && foreign.uses(name.column)).count();
        self.told_head(open.id, &head, &rows, tagged);
        self.between(open.id, &head, &rows);
        self.book.head(open.id, Some(rows[head.below() - 1].row), None);
        open.state = State::Mapped(Box::new(foreign));
        let below = rows.into_iter().skip(head.below()).collect();
        self.take_all(open, below)
    }

    fn take_all(&mut self, mut open: Open<'a>, rows: Vec<RawRow>) -> Open<'a> {
        for row in rows {
            self.take(&mut open, row);
        }
        open
    }

    /// Takes one row of a sheet.
    pub(super) fn take(&mut self, open: &mut Open<'a>, row: RawRow) {
        let desk = Desk { reference: self.reference, id: open.id, text_only: self.file.text_only };
        let current = match &open.state {
            State::Records(contract) => Some(contract.sheet()),
            State::Identification(_) => Some(Sheet::Identification),
            _ => None,
        };
        if let Some(sheet) = current.and_then(|sheet| self.again(sheet, &row)) {
            self.tell(
                Finding::new(FindingCode::TableAgain, Place::Cell(Origin::row(open.id, row.row)))
                    .with("found", Value::SheetName(sheet)),
            );
            let head = Head { at: 0, levels: 1, tags: None, names: levels::single(&row) };
            let rows = [row];
            self.begin(open, sheet, Some((&head, &rows)));
            if !matches!(open.state, State::Records(_) | State::Refused) {
                let [row] = rows;
                self.take(open, row);
            }
            return;
        }
        let cells = row.cells.len() as u64;
        match &mut open.state {
            State::Head(rows) => rows.push(row),
            State::Identification(rows) if rows.len() < IDENTIFICATION_ROWS => rows.push(row),
            State::Identification(_) => self.book.aside(open.id, Ignored::Note, cells),
            State::Aside(reason) => self.book.aside(open.id, *reason, cells),
            State::Refused => {
                let count = self.book.count(open.id);
                count.read += cells;
                count.held += cells;
            }
            State::Records(contract) => {
                self.book.count(open.id).read += cells;
                contract.take(desk, row, &mut self.book);
            }
            State::Mapped(foreign) => {
                self.book.count(open.id).read += cells;
                foreign.take(desk, &row, &mut self.book);
            }
        }
    }

    /// Tells whether a row begins another table. The labels of an identification are no table of their own.
    fn again(&self, current: Sheet, row: &RawRow) -> Option<Sheet> {
        let sheet = self.headings.again(self.reference, current, row)?;
        (sheet != Sheet::Identification).then_some(sheet)
    }

    /// Ends the sheet: rows that waited, and what the sender says of itself.
    pub(super) fn close(&mut self, open: Open<'a>) {
        let desk = Desk { reference: self.reference, id: open.id, text_only: self.file.text_only };
        let mut facts = open.facts;
        let mut done = open.done;
        match open.state {
            State::Records(contract) => done.push(*contract),
            State::Identification(rows) => facts.extend(rows),
            State::Mapped(foreign) => foreign.end(&mut self.book),
            State::Head(_) | State::Aside(_) | State::Refused => {}
        }
        if !facts.is_empty() {
            match identification::read(desk, &self.headings, &facts, &mut self.book) {
                Some(row) => self.senders.identify(&self.file.path, row),
                None => self.headings_missing(open.id, Sheet::Identification),
            }
        }
        for contract in done {
            contract.end(desk, &self.headings, &open.blocks, &mut self.book);
        }
    }

    fn above(&mut self, id: SheetId, rows: &[RawRow]) {
        let cells: u64 = rows.iter().map(|row| row.cells.len() as u64).sum();
        if cells > 0 {
            self.book.aside(id, Ignored::Above, cells);
            self.tell(
                Finding::new(FindingCode::RowsAbove, Place::Sheet(id)).with("found", Value::count(rows.len() as u64)),
            );
        }
    }

    fn headings_missing(&mut self, id: SheetId, sheet: Sheet) {
        let wanted = schema::columns(sheet).iter().filter(|column| column.required).take(4);
        let wanted = wanted.map(|column| Value::Column(sheet, column.field)).collect();
        self.tell(Finding::new(FindingCode::HeadingsMissing, Place::Sheet(id)).with("expected", Value::List(wanted)));
    }

    fn tell_hidden(&mut self, open: &Open<'_>) {
        if open.hidden {
            self.tell(Finding::new(FindingCode::SheetHidden, Place::Sheet(open.id)).with("found", shown(&open.name)));
        }
    }

    fn tell(&mut self, finding: Finding) {
        self.book.findings.push(finding);
    }
}
