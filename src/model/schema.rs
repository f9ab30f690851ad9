//! The input contract, one row a column. The blank form, heading matching, validation, data sheets and column
//! documentation all derive from [`COLUMNS`].

use std::sync::LazyLock;

use super::field::{Field, Sheet};

/// What a column holds, and so how its cells are read and printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An identifier given by the sender.
    Id,
    /// Identifiers separated by `;`, a comma or a line break.
    Ids,
    /// One line of text.
    Text,
    /// Prose.
    Prose,
    /// One entry of a list.
    One(List),
    /// Entries of a list separated by `;`, a comma or a line break.
    Many(List),
    /// A number of any sign with decimals; a percentage is its fraction.
    Number,
    /// A whole number, zero or more.
    Count,
    /// An amount in the currency of the row's column `currency`.
    Money,
    /// A day.
    Date,
    /// A year such as `2026`.
    Year,
    /// A period such as `2026`, `2026-S1` or a day.
    Period,
}

/// The list that a column's values belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// The territories of `territories.csv` of the country that comes first there: Moroccan prefectures and provinces.
    TerritoriesMa,
    /// Those of the country that comes second: French departmental councils.
    TerritoriesFr,
    /// Both countries.
    Territories,
    /// `themes.csv`
    Themes,
    /// `activity_status.csv`
    Statuses,
    /// `funding_stages.csv`
    Stages,
    /// `funders.csv`
    Funders,
    /// `currencies.csv`
    Currencies,
    /// Targets of `sdg_targets.csv` and goals of `sdg_goals.csv`.
    Sdg,
    /// `dac_purpose_codes.csv`, by code only.
    DacCodes,
    /// `risk_levels.csv`
    RiskLevels,
    /// Codes of `indicators.csv`.
    Indicators,
    /// `units.csv`
    Units,
    /// `dac_criteria.csv`
    Criteria,
    /// `commitments.csv`
    Commitments,
    /// `calls.csv`, with the campaign's own.
    Calls,
    /// `papers.csv`
    Papers,
    /// Codes of `budget_headings.csv`, of both forms.
    BudgetHeadings,
    /// A closed list of `values.csv`, by its name there.
    Values(&'static str),
}

/// One column of one sheet.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The sheet that holds the column.
    pub sheet: Sheet,
    /// Its canonical name.
    pub field: Field,
    /// What its cells hold.
    pub kind: Kind,
    /// True where a row without it is kept out of the figures.
    pub required: bool,
    /// True for data about people, which leave the office only on request.
    pub private: bool,
    /// True where the program computes the column and no return holds it.
    pub derived: bool,
    /// True where the column counts people; those of readings do where their indicator does.
    pub people: bool,
}

const fn column(sheet: Sheet, field: Field, kind: Kind) -> Column {
    Column { sheet, field, kind, required: false, private: false, derived: false, people: false }
}

const fn required(sheet: Sheet, field: Field, kind: Kind) -> Column {
    Column { required: true, ..column(sheet, field, kind) }
}

const fn private(sheet: Sheet, field: Field, kind: Kind) -> Column {
    Column { private: true, ..column(sheet, field, kind) }
}

/// A column that counts people, so that a public edition masks small numbers in it.
const fn people(sheet: Sheet, field: Field) -> Column {
    Column { people: true, ..column(sheet, field, Kind::Count) }
}

const fn derived(sheet: Sheet, field: Field, kind: Kind) -> Column {
    Column { derived: true, ..column(sheet, field, kind) }
}

/// The sheets that a return may hold; the other tables are made by the program.
///
/// Invariant: a sheet joins this list only with the rules that keep its sums right: a detailed sheet replaces summary
/// columns, which are compared with it.
pub const USED: &[Sheet] = &[
    Sheet::Identification,
    Sheet::Activities,
    Sheet::Indicators,
    Sheet::Funding,
    Sheet::Passages,
    Sheet::Amounts,
    Sheet::Beneficiaries,
    Sheet::Exchanges,
    Sheet::Consultations,
    Sheet::GoodPractices,
    Sheet::Recommendations,
    Sheet::Ratings,
    Sheet::Risks,
    Sheet::Commitments,
    Sheet::Milestones,
    Sheet::Partners,
    Sheet::BudgetLines,
    Sheet::Tasks,
];

/// Every column, sheet by sheet, in the order of the blank form.
pub const COLUMNS: &[Column] = {
    use Field as F;
    use Kind::*;
    use List as L;
    use Sheet::*;
    &[
        required(Identification, F::Territory, One(L::Territories)),
        column(Identification, F::Period, Period),
        column(Identification, F::CutoffDate, Date),
        column(Identification, F::Language, One(L::Values("language"))),
        column(Identification, F::DateSent, Date),
        column(Identification, F::FormVersion, Text),
        private(Identification, F::Contact, Text),
        column(Identification, F::Comments, Prose),
        //
        required(Activities, F::ActivityId, Id),
        required(Activities, F::Title, Text),
        column(Activities, F::TitleAr, Text),
        column(Activities, F::TitleEn, Text),
        column(Activities, F::Description, Prose),
        column(Activities, F::Kind, One(L::Values("activity_kind"))),
        required(Activities, F::Theme, One(L::Themes)),
        column(Activities, F::OtherThemes, Many(L::Themes)),
        column(Activities, F::SubTheme, Text),
        column(Activities, F::TerritoryMa, Many(L::TerritoriesMa)),
        column(Activities, F::TerritoryFr, Many(L::TerritoriesFr)),
        column(Activities, F::ThirdCountry, Many(L::Values("country"))),
        column(Activities, F::Lead, Text),
        column(Activities, F::Partners, Text),
        column(Activities, F::StartDate, Date),
        column(Activities, F::EndDate, Date),
        column(Activities, F::ActualEndDate, Date),
        required(Activities, F::Status, One(L::Statuses)),
        column(Activities, F::Currency, One(L::Currencies)),
        column(Activities, F::BudgetTotal, Money),
        column(Activities, F::BudgetSpent, Money),
        column(Activities, F::ContributionMa, Money),
        column(Activities, F::ContributionFr, Money),
        column(Activities, F::ContributionOther, Money),
        column(Activities, F::InKind, Money),
        people(Activities, F::BeneficiariesPlanned),
        people(Activities, F::BeneficiariesTotal),
        people(Activities, F::BeneficiariesWomen),
        people(Activities, F::BeneficiariesYouth),
        column(Activities, F::Sdg, Many(L::Sdg)),
        column(Activities, F::DacCode, One(L::DacCodes)),
        column(Activities, F::Markers, Ids),
        column(Activities, F::RiskLevel, One(L::RiskLevels)),
        column(Activities, F::Risk, Prose),
        column(Activities, F::Comments, Prose),
        column(Activities, F::UpdatedOn, Date),
        private(Activities, F::ContactName, Text),
        private(Activities, F::ContactEmail, Text),
        private(Activities, F::Phone, Text),
        derived(Activities, F::SdgWeights, Ids),
        //
        column(Indicators, F::ActivityId, Id),
        column(Indicators, F::Territory, One(L::Territories)),
        column(Indicators, F::IndicatorCode, One(L::Indicators)),
        column(Indicators, F::IndicatorName, Text),
        column(Indicators, F::Unit, One(L::Units)),
        column(Indicators, F::Baseline, Number),
        column(Indicators, F::BaselineYear, Year),
        column(Indicators, F::Target, Number),
        column(Indicators, F::TargetYear, Year),
        column(Indicators, F::Actual, Number),
        column(Indicators, F::Numerator, Number),
        column(Indicators, F::Denominator, Number),
        column(Indicators, F::Period, Period),
        column(Indicators, F::Accumulation, One(L::Values("accumulation"))),
        column(Indicators, F::Group, One(L::Values("group"))),
        column(Indicators, F::HouseholdSize, Number),
        column(Indicators, F::SourceOfVerification, Text),
        column(Indicators, F::Assumption, Text),
        derived(Indicators, F::Population, Count),
        //
        column(Funding, F::ApplicationId, Id),
        column(Funding, F::ActivityId, Ids),
        required(Funding, F::Funder, One(L::Funders)),
        column(Funding, F::CallName, Text),
        required(Funding, F::FundingStage, One(L::Stages)),
        column(Funding, F::CoHolder, Text),
        column(Funding, F::Currency, One(L::Currencies)),
        column(Funding, F::AmountRequested, Money),
        column(Funding, F::AmountAwarded, Money),
        column(Funding, F::AmountSigned, Money),
        column(Funding, F::AmountReceived, Money),
        column(Funding, F::OwnCash, Money),
        column(Funding, F::OwnInKind, Money),
        column(Funding, F::TotalCost, Money),
        column(Funding, F::Deadline, Date),
        column(Funding, F::SubmissionDate, Date),
        column(Funding, F::DecisionDate, Date),
        column(Funding, F::Reason, Prose),
        column(Funding, F::Papers, Many(L::Papers)),
        derived(Funding, F::Call, One(L::Calls)),
        derived(Funding, F::OwnTotal, Money),
        derived(Funding, F::Gap, Money),
        derived(Funding, F::AmountExpected, Money),
        derived(Funding, F::DaysToDecision, Count),
        //
        required(Passages, F::ApplicationId, Id),
        required(Passages, F::Stage, One(L::Stages)),
        required(Passages, F::Date, Date),
        column(Passages, F::Actor, Text),
        column(Passages, F::Document, Text),
        //
        required(Amounts, F::ActivityId, Id),
        column(Amounts, F::Kind, One(L::Values("amount_kind"))),
        column(Amounts, F::Payer, Text),
        column(Amounts, F::Payee, Text),
        column(Amounts, F::Date, Period),
        required(Amounts, F::Amount, Money),
        required(Amounts, F::Currency, One(L::Currencies)),
        //
        required(Beneficiaries, F::ActivityId, Id),
        column(Beneficiaries, F::Group, Text),
        column(Beneficiaries, F::Sex, One(L::Values("sex"))),
        column(Beneficiaries, F::Age, Text),
        column(Beneficiaries, F::PlannedReached, One(L::Values("planned_reached"))),
        Column { required: true, ..people(Beneficiaries, F::Number) },
        column(Beneficiaries, F::UniqueTotal, One(L::Values("yes_no"))),
        //
        column(Exchanges, F::Date, Date),
        required(Exchanges, F::Direction, One(L::Values("direction"))),
        column(Exchanges, F::Theme, One(L::Themes)),
        column(Exchanges, F::Territories, Many(L::Territories)),
        people(Exchanges, F::Participants),
        people(Exchanges, F::Women),
        column(Exchanges, F::PersonDays, Number),
        column(Exchanges, F::Subject, Text),
        column(Exchanges, F::ActivityId, Id),
        //
        required(Consultations, F::Date, Date),
        column(Consultations, F::Level, Text),
        column(Consultations, F::HeldPlanned, One(L::Values("held_planned"))),
        column(Consultations, F::Subject, Text),
        column(Consultations, F::Decisions, Prose),
        //
        required(GoodPractices, F::Title, Text),
        column(GoodPractices, F::Theme, One(L::Themes)),
        column(GoodPractices, F::Territory, One(L::Territories)),
        column(GoodPractices, F::Description, Prose),
        column(GoodPractices, F::Evidence, Text),
        column(GoodPractices, F::State, One(L::Values("practice_state"))),
        //
        required(Recommendations, F::Text, Prose),
        column(Recommendations, F::Addressee, Text),
        column(Recommendations, F::Owner, Text),
        column(Recommendations, F::Due, Date),
        column(Recommendations, F::Status, One(L::Values("recommendation_status"))),
        column(Recommendations, F::FromPeriod, Period),
        //
        column(Ratings, F::ActivityId, Id),
        required(Ratings, F::Criterion, One(L::Criteria)),
        required(Ratings, F::Level, One(L::Values("rating_level"))),
        required(Ratings, F::Evidence, Prose),
        private(Ratings, F::RatedBy, Text),
        //
        column(Risks, F::ActivityId, Id),
        required(Risks, F::Description, Prose),
        column(Risks, F::Probability, One(L::RiskLevels)),
        column(Risks, F::Impact, One(L::RiskLevels)),
        column(Risks, F::Mitigation, Prose),
        column(Risks, F::Owner, Text),
        //
        required(Commitments, F::Commitment, One(L::Commitments)),
        column(Commitments, F::Status, One(L::Values("commitment_status"))),
        column(Commitments, F::Evidence, Prose),
        //
        required(Milestones, F::Pole, Text),
        column(Milestones, F::Territories, Many(L::Territories)),
        required(Milestones, F::Stage, One(L::Values("pole_stage"))),
        column(Milestones, F::Date, Date),
        column(Milestones, F::Evidence, Prose),
        derived(Milestones, F::Population, Count),
        //
        column(Partners, F::ActivityId, Id),
        required(Partners, F::Name, Text),
        column(Partners, F::LegalId, Text),
        column(Partners, F::Role, Text),
        column(Partners, F::Contribution, Text),
        //
        column(BudgetLines, F::ActivityId, Id),
        required(BudgetLines, F::Heading, Text),
        column(BudgetLines, F::Description, Text),
        column(BudgetLines, F::Unit, Text),
        column(BudgetLines, F::Quantity, Number),
        // In the line's currency; where it names none, in that of its activity.
        column(BudgetLines, F::UnitCost, Number),
        column(BudgetLines, F::Currency, One(L::Currencies)),
        column(BudgetLines, F::Year, Year),
        derived(BudgetLines, F::HeadingCode, One(L::BudgetHeadings)),
        //
        column(Tasks, F::ActivityId, Id),
        required(Tasks, F::Task, Text),
        column(Tasks, F::Start, Date),
        column(Tasks, F::End, Date),
        column(Tasks, F::Lead, Text),
        //
        derived(Returns, F::Territory, One(L::Territories)),
        derived(Returns, F::Party, One(L::Values("country"))),
        derived(Returns, F::ReceivedOn, Date),
        derived(Returns, F::OnTime, One(L::Values("yes_no"))),
        derived(Returns, F::CellsRead, Count),
        derived(Returns, F::CellsValid, Count),
        //
        derived(Attainments, F::IndicatorCode, One(L::Indicators)),
        derived(Attainments, F::Value, Number),
        //
        derived(Campaign, F::CouncilsMa, Count),
        derived(Campaign, F::CouncilsFr, Count),
    ]
};

/// The columns that count a part of the people of another one: sheet, part, whole.
pub const PARTS: &[(Sheet, Field, Field)] = &[
    (Sheet::Activities, Field::BeneficiariesWomen, Field::BeneficiariesTotal),
    (Sheet::Activities, Field::BeneficiariesYouth, Field::BeneficiariesTotal),
    (Sheet::Exchanges, Field::Women, Field::Participants),
];

/// Where each sheet's columns begin and end in [`COLUMNS`], and the position of each field in its sheet.
struct Index {
    ranges: Vec<(usize, usize)>,
    positions: Vec<u8>,
}

const ABSENT: u8 = u8::MAX;

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let fields = Field::ALL.len();
    let mut ranges = vec![(0, 0); Sheet::ALL.len()];
    let mut positions = vec![ABSENT; Sheet::ALL.len() * fields];
    for (at, column) in COLUMNS.iter().enumerate() {
        let range = &mut ranges[column.sheet as usize];
        if range.1 == 0 {
            *range = (at, at);
        }
        positions[column.sheet as usize * fields + column.field as usize] = (at - range.0) as u8;
        range.1 = at + 1;
    }
    Index { ranges, positions }
});

/// Gives the columns of a sheet, in the order of the form.
pub fn columns(sheet: Sheet) -> &'static [Column] {
    let (from, to) = INDEX.ranges[sheet as usize];
    &COLUMNS[from..to]
}

/// Gives the column of a field on a sheet.
pub fn column_of(sheet: Sheet, field: Field) -> Option<&'static Column> {
    columns(sheet).get(position(sheet, field)?)
}

/// Gives the position of a field among the columns of a sheet.
pub fn position(sheet: Sheet, field: Field) -> Option<usize> {
    let at = INDEX.positions[sheet as usize * Field::ALL.len() + field as usize];
    (at != ABSENT).then_some(usize::from(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sheet_stands_in_one_run_and_holds_a_field_once() {
        for &sheet in Sheet::ALL {
            let columns = columns(sheet);
            assert!(!columns.is_empty(), "{sheet} has no column");
            for (at, column) in columns.iter().enumerate() {
                assert_eq!(column.sheet, sheet, "the columns of {sheet} are scattered");
                assert_eq!(position(sheet, column.field), Some(at), "{sheet} holds {} twice", column.field);
            }
        }
    }
}
