//! The data sheets: the rows in scope as they were judged, and one row a link of an activity to territory, theme and
//! pair.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::helper::Helper;
use super::proof::NONE;
use super::room::Room;
use super::{Inputs, note};
use crate::model::book::{Apart, Block, BookCell, BookColumn, BookSheet, ColumnCells, ColumnClass, ColumnRef, Tab};
use crate::model::{Cell, Code, DocumentKind, Field, Figures, Kind, List, Sheet, Table, Value, schema};

/// The id of the first helper column; schema columns have their position as id.
const FIRST_HELPER: u16 = 1000;
/// The ids of the columns that say where a row was read.
const SOURCE: u16 = 900;

/// Gives the tables that a person reads, in tab order: those of returns, then those that the program makes.
fn tables() -> impl Iterator<Item = Sheet> {
    let sent = schema::USED.iter().copied().filter(|&sheet| sheet != Sheet::Identification);
    sent.chain([Sheet::Returns, Sheet::Campaign])
}

/// The rows of a document on their sheets, to which helper columns are added as formulas ask for them.
pub(super) struct Data<'a> {
    pub inputs: Inputs<'a>,
    pub figures: &'a Figures,
    pub kind: &'a DocumentKind,
    pub blocks: BTreeMap<Tab, Block>,
    /// The row of the table behind each line of a data sheet; for a link sheet, the activity's.
    pub rows: BTreeMap<Tab, Vec<u32>>,
    /// The linked values of each line of a link sheet.
    pub items: BTreeMap<Tab, Vec<Vec<Code>>>,
    /// The first row of each activity in the table of activities.
    pub activities: BTreeMap<Code, u32>,
    /// The table of results, once it is laid out: the attainments are counted over it.
    pub results: Block,
    helpers: Vec<(Tab, Helper, u16)>,
    /// The room that is left.
    pub room: Room,
    /// The tables that have none. They have no sheet, so that what they give stands as values.
    pub apart: Vec<Apart>,
    /// The link sheets that have none, and how many lines they would have.
    pub unlinked: Vec<(Value, usize)>,
}

impl<'a> Data<'a> {
    pub fn new(inputs: Inputs<'a>, figures: &'a Figures, kind: &'a DocumentKind, room: Room) -> Self {
        let table = inputs.dataset.table(Sheet::Activities);
        let mut activities = BTreeMap::new();
        for (at, row) in table.rows.iter().enumerate() {
            if let Some(id) = table.cell(row, Field::ActivityId).code() {
                activities.entry(id.clone()).or_insert(at as u32);
            }
        }
        let mut data = Data {
            inputs,
            figures,
            kind,
            blocks: BTreeMap::new(),
            rows: BTreeMap::new(),
            items: BTreeMap::new(),
            activities,
            results: Block::default(),
            helpers: Vec::new(),
            room,
            apart: Vec::new(),
            unlinked: Vec::new(),
        };
        for sheet in tables() {
            data.table(sheet);
        }
        data.links(Tab::Places, &|table, row| {
            let of = |field| table.cell(row, field).codes().iter().map(|code| vec![code.clone()]).collect::<Vec<_>>();
            [of(Field::TerritoryMa), of(Field::TerritoryFr)].concat()
        });
        data.links(Tab::Themes, &|table, row| {
            let themes = [Field::Theme, Field::OtherThemes].map(|field| table.cell(row, field).codes()).concat();
            let mut items: Vec<Vec<Code>> = Vec::new();
            for theme in themes {
                if !items.iter().any(|item| item[0] == theme) {
                    items.push(vec![theme]);
                }
            }
            items
        });
        data.links(Tab::Pairs, &|table, row| {
            let french = table.cell(row, Field::TerritoryFr).codes();
            let pairs = table
                .cell(row, Field::TerritoryMa)
                .codes()
                .iter()
                .flat_map(|moroccan| french.iter().map(|french| vec![moroccan.clone(), french.clone()]));
            pairs.collect()
        });
        data
    }

    /// Gives the sheets, helper columns included.
    pub fn sheets(self) -> Vec<BookSheet> {
        let order = tables().map(Tab::Data).chain([Tab::Places, Tab::Themes, Tab::Pairs]);
        let mut blocks = self.blocks;
        order
            .filter_map(|tab| {
                let block = blocks.remove(&tab)?;
                let name = match tab {
                    Tab::Data(sheet) => table_name(sheet),
                    _ => link_name(tab),
                };
                let about = if matches!(tab, Tab::Data(_)) { "workbook-data-note" } else { "workbook-links-note" };
                Some(BookSheet {
                    tab,
                    name: Value::phrase("workbook-tab-data", [("table", name.clone())]),
                    title: Value::phrase("workbook-data-title", [("table", name)]),
                    lead: vec![note(Value::key(about)), note(Value::key("workbook-helper-note"))],
                    blocks: vec![block],
                    charts: Vec::new(),
                })
            })
            .collect()
    }

    /// Gives the column of a field on a data sheet, where the sheet shows it.
    pub fn column(&self, sheet: Sheet, field: Field) -> Option<ColumnRef> {
        let (tab, id) = (Tab::Data(sheet), schema::position(sheet, field)? as u16);
        let shown = self.blocks.get(&tab)?.columns.iter().any(|column| column.id == id);
        shown.then_some(ColumnRef { tab, block: 0, id })
    }

    /// Gives a helper column, making it where it does not stand yet; `None` where the sheet has no such table.
    pub fn helper(&mut self, tab: Tab, helper: Helper) -> Option<ColumnRef> {
        if let Some((_, _, id)) = self.helpers.iter().find(|known| known.0 == tab && known.1 == helper) {
            return Some(ColumnRef { tab, block: 0, id: *id });
        }
        let id = FIRST_HELPER + self.helpers.len() as u16;
        let column = BookColumn {
            id,
            head: helper.head(tab, &self.inputs.settings.rates.report_currency),
            note: Some(helper.note()),
            class: ColumnClass::Helper,
            width: 15,
            cells: helper.cells(self, tab)?,
        };
        self.blocks.get_mut(&tab)?.columns.push(column);
        self.helpers.push((tab, helper, id));
        Some(ColumnRef { tab, block: 0, id })
    }

    /// Gives the cells of a column.
    pub fn cells(&self, reference: ColumnRef) -> &ColumnCells {
        let block =
            if reference.tab == Tab::Indicators { Some(&self.results) } else { self.blocks.get(&reference.tab) };
        let column = block.and_then(|block| block.columns.iter().find(|column| column.id == reference.id));
        column.map_or(&NONE, |column| &column.cells)
    }

    fn table(&mut self, sheet: Sheet) {
        let table = self.inputs.dataset.table(sheet);
        let mut wanted: BTreeSet<u32> = self.figures.rows.get(&sheet).into_iter().flatten().copied().collect();
        let figures = self.figures.cross.values().chain(self.figures.results.iter().map(|result| &result.figure));
        for figure in figures {
            if figure.table == Some(sheet) {
                wanted.extend(figure.marks.rows());
            }
            let below = figure.below.iter().filter(|below| below.table == sheet);
            wanted.extend(below.flat_map(|below| below.marks.rows()));
        }
        let rows: Vec<u32> = wanted.into_iter().filter(|&row| (row as usize) < table.rows.len()).collect();
        if rows.is_empty() {
            return;
        }
        let cells: usize = rows.iter().map(|&row| table.rows[row as usize].cells.count()).sum();
        // Rows that name an activity would lead nowhere without its table.
        let of_activity = sheet != Sheet::Activities && schema::position(sheet, Field::ActivityId).is_some();
        let orphan = of_activity && self.apart.iter().any(|apart| apart.sheet == Sheet::Activities);
        if orphan || !self.room.take(rows.len(), cells) {
            let path = self.inputs.audience.path(&format!("rows/{}-{}.csv", self.kind.stem(), sheet.name()));
            self.apart.push(Apart { sheet, rows, path });
            return;
        }
        let private = self.inputs.prints_private();
        let mut block = Block::default().named(&table_id(sheet));
        for (at, column) in schema::columns(sheet).iter().enumerate() {
            let filled = rows.iter().any(|&row| table.rows[row as usize].cells[at] != Cell::Missing);
            if (column.private && !private) || !(filled || column.required) {
                continue;
            }
            let cells = rows.iter().map(|&row| cell(table, row as usize, at)).collect();
            block.columns.push(BookColumn {
                cells,
                ..BookColumn::new(at as u16, heading(sheet, column.field), width(column.kind))
            });
        }
        if !matches!(sheet, Sheet::Returns | Sheet::Campaign) {
            block.columns.extend(self.source(table, &rows));
        }
        self.rows.insert(Tab::Data(sheet), rows);
        self.blocks.insert(Tab::Data(sheet), block);
    }

    /// Makes the columns that say where each row was read.
    fn source(&self, table: &Table, rows: &[u32]) -> [BookColumn; 3] {
        let sources = self.inputs.sources;
        let place = |row: u32| table.rows[row as usize].origin;
        let known = |row: u32| usize::from(place(row).sheet.0) < sources.sheets.len();
        let part = |id: u16, key, width, cell: &dyn Fn(u32) -> BookCell| BookColumn {
            class: ColumnClass::Source,
            cells: rows.iter().map(|&row| if known(row) { cell(row) } else { BookCell::Empty }).collect(),
            ..BookColumn::new(id, Value::key(key), width)
        };
        [
            part(SOURCE, "workbook-source-file", 24, &|row| {
                BookCell::Value(Value::code(&sources.file_of(place(row).sheet).path))
            }),
            part(SOURCE + 1, "workbook-source-sheet", 14, &|row| {
                BookCell::Value(Value::from(&*sources.sheet(place(row).sheet).name))
            }),
            part(SOURCE + 2, "workbook-source-row", 8, &|row| BookCell::Bare(Decimal::from(place(row).row + 1))),
        ]
    }

    /// Makes a link sheet: a line for each value that an activity is linked to.
    fn links(&mut self, tab: Tab, items: &dyn Fn(&Table, &crate::model::Row) -> Vec<Vec<Code>>) {
        let table = self.inputs.dataset.table(Sheet::Activities);
        let (mut lines, mut linked) = (Vec::new(), Vec::new());
        for &row in self.rows.get(&Tab::Data(Sheet::Activities)).into_iter().flatten() {
            for item in items(table, &table.rows[row as usize]) {
                lines.push(row);
                linked.push(item);
            }
        }
        if lines.is_empty() {
            return;
        }
        if !self.room.take(lines.len(), lines.len() * 3) {
            self.unlinked.push((link_name(tab), lines.len()));
            return;
        }
        let list = if tab == Tab::Themes { List::Themes } else { List::Territories };
        let heads: &[Field] = match tab {
            Tab::Places => &[Field::Territory],
            Tab::Themes => &[Field::Theme],
            _ => &[Field::TerritoryMa, Field::TerritoryFr],
        };
        let name = match tab {
            Tab::Places => "Places",
            Tab::Themes => "Themes",
            _ => "Pairs",
        };
        let mut block = Block::default().named(name);
        for field in [Field::ActivityId, Field::Title] {
            let at = schema::position(Sheet::Activities, field).unwrap_or(0);
            let cells = lines.iter().map(|&row| cell(table, row as usize, at)).collect();
            let width = if field == Field::Title { 44 } else { 16 };
            block.columns.push(BookColumn {
                cells,
                ..BookColumn::new(at as u16 + 100, heading(Sheet::Activities, field), width)
            });
        }
        for (at, &field) in heads.iter().enumerate() {
            let sheet = if field == Field::Territory { Sheet::Identification } else { Sheet::Activities };
            let cells = linked.iter().map(|item| BookCell::Value(Value::Name(list, item[at].clone()))).collect();
            block.columns.push(BookColumn { cells, ..BookColumn::new(at as u16, heading(sheet, field), 30) });
        }
        self.blocks.insert(tab, block);
        self.rows.insert(tab, lines);
        self.items.insert(tab, linked);
    }
}

/// Gives the name of a table to other programs: `good-practices` becomes `GoodPractices`.
fn table_id(sheet: Sheet) -> String {
    let word =
        |word: &str| word.chars().enumerate().map(|(at, c)| if at == 0 { c.to_ascii_uppercase() } else { c }).collect();
    sheet.name().split('-').map(word).collect::<Vec<String>>().concat()
}

/// Gives the name of a link sheet, in words.
fn link_name(tab: Tab) -> Value {
    Value::key(match tab {
        Tab::Places => "workbook-links-places",
        Tab::Themes => "workbook-links-themes",
        _ => "workbook-links-pairs",
    })
}

/// Gives the name of a table, in words.
pub(in crate::compose) fn table_name(sheet: Sheet) -> Value {
    match sheet {
        Sheet::Returns => Value::key("workbook-table-returns"),
        Sheet::Campaign => Value::key("workbook-table-campaign"),
        Sheet::Attainments => Value::key("trace-table-attainments"),
        _ => Value::SheetName(sheet),
    }
}

/// Gives the heading of a column; columns that the program computes have none in the list of headings.
pub(in crate::compose) fn heading(sheet: Sheet, field: Field) -> Value {
    let derived = schema::columns(sheet).iter().any(|column| column.field == field && column.derived);
    let key = match field {
        _ if !derived => return Value::Column(sheet, field),
        Field::Population => "workbook-column-population",
        Field::OwnTotal => "workbook-column-own-total",
        Field::Gap => "workbook-column-gap",
        Field::AmountExpected => "workbook-column-amount-expected",
        Field::DaysToDecision => "workbook-column-days-to-decision",
        Field::Party => "workbook-column-party",
        Field::ReceivedOn => "workbook-column-received-on",
        Field::OnTime => "workbook-column-on-time",
        Field::CellsRead => "workbook-column-cells-read",
        Field::CellsValid => "workbook-column-cells-valid",
        Field::CouncilsMa => "workbook-column-councils-ma",
        Field::CouncilsFr => "workbook-column-councils-fr",
        Field::Value => "trace-column-attainment",
        Field::SdgWeights => "workbook-column-sdg-weights",
        Field::Territory => return Value::Column(Sheet::Identification, Field::Territory),
        Field::IndicatorCode => return Value::Column(Sheet::Indicators, Field::IndicatorCode),
        _ => return Value::Column(sheet, field),
    };
    Value::key(key)
}

/// Gives the width that a kind of column needs, in characters.
fn width(kind: Kind) -> u8 {
    match kind {
        Kind::Id => 16,
        Kind::Ids | Kind::One(_) => 18,
        Kind::Text | Kind::Many(_) => 28,
        Kind::Prose => 40,
        Kind::Number | Kind::Count => 14,
        Kind::Money => 16,
        Kind::Date => 12,
        Kind::Year => 10,
        Kind::Period => 14,
    }
}

/// Turns a judged cell into a cell of the workbook.
///
/// A number that is not reported shows as the word, which sums pass over; a blank text stays blank.
fn cell(table: &Table, row: usize, at: usize) -> BookCell {
    let line = &table.rows[row];
    let Some(column) = schema::columns(table.sheet).get(at) else { return BookCell::Empty };
    let counted = matches!(column.kind, Kind::Number | Kind::Count | Kind::Money);
    let value = match &line.cells[at] {
        Cell::Missing if counted => Value::Missing,
        Cell::Missing => return BookCell::Empty,
        Cell::NotApplicable => Value::NotApplicable,
        Cell::Held => return BookCell::Held,
        Cell::Masked(mask) => Value::Masked(*mask),
        Cell::Text(text) => Value::Text(text.clone()),
        Cell::Code(code) => entry(column.kind, code),
        Cell::Codes(codes) if codes.len() == 1 => entry(column.kind, &codes[0]),
        Cell::Codes(codes) => Value::List(codes.iter().map(|code| entry(column.kind, code)).collect()),
        Cell::Number(number) if column.kind == Kind::Year => return BookCell::Bare(*number),
        Cell::Number(number) => quantity(table, row, column.field, column.kind, *number),
        Cell::Date(date) => Value::Date(*date),
        Cell::Period(period) if column.kind == Kind::Year => return BookCell::Bare(Decimal::from(period.from.year())),
        Cell::Period(period) => Value::Period(*period),
    };
    BookCell::Value(value)
}

/// Gives an entry of a list by its name, or by its code where people know the code.
pub(in crate::compose) fn entry(kind: Kind, code: &Code) -> Value {
    match kind {
        Kind::One(list) | Kind::Many(list)
            if !matches!(list, List::Indicators | List::DacCodes | List::Sdg | List::Currencies) =>
        {
            Value::Name(list, code.clone())
        }
        _ => Value::code(code),
    }
}

/// Gives a number with as many decimals as it has, and a share as a percentage.
fn quantity(table: &Table, row: usize, field: Field, kind: Kind, number: Decimal) -> Value {
    let line = &table.rows[row];
    let shares = [Field::Actual, Field::Baseline, Field::Target].contains(&field)
        && table.cell(line, Field::Unit).code().is_some_and(|unit| *unit == "percent");
    if shares {
        return Value::Percent(number, 1);
    }
    let scale = number.normalize().scale();
    let decimals = match kind {
        Kind::Money if scale > 0 => 2,
        Kind::Money | Kind::Count => 0,
        _ => scale.min(4) as u8,
    };
    Value::Number(number, decimals)
}
