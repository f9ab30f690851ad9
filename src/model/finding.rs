//! What is wrong, or worth knowing, about one place of the input.

use serde::Serialize;

use super::{FileId, Origin, SheetId, Value};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A cell or row was kept out of the figures, or counts in doubt; reports that it touches are provisional, and the
    /// exit status is 1.
    Error,
    /// The program understood, and tells what it assumed; a person should look.
    Warning,
    /// Nothing to do: what was left aside and why.
    Notice,
}

/// Writes a code of one letter and three digits in lower case behind `finding-`.
const fn message_key(code: &str) -> [u8; 12] {
    let mut key = *b"finding-....";
    let code = code.as_bytes();
    let mut at = 0;
    while at < 4 {
        key[8 + at] = code[at].to_ascii_lowercase();
        at += 1;
    }
    key
}

/// Writes the key of an attribute of a message: `finding-v301.expected`.
const fn attribute_key<const N: usize>(code: &str, attribute: &str) -> [u8; N] {
    let (message, attribute) = (message_key(code), attribute.as_bytes());
    let mut key = [b'.'; N];
    let mut at = 0;
    while at < N {
        if at < message.len() {
            key[at] = message[at];
        } else if at > message.len() {
            key[at] = attribute[at - message.len() - 1];
        }
        at += 1;
    }
    key
}

/// Declares the finding codes once: variant, printed code, severity. The order is the order of the manual.
macro_rules! findings {
    ($($(#[$doc:meta])* $variant:ident = $code:literal $severity:ident,)+) => {
        /// A kind of finding. Its message, manual and examples stand in `templates/messages/<lang>/findings.ftl`
        /// under `finding-<code>`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FindingCode { $($(#[$doc])* $variant,)+ }

        impl FindingCode {
            /// Every code, in the order of the manual.
            pub const ALL: &[FindingCode] = &[$(FindingCode::$variant,)+];

            /// Gives the code as printed, such as `V301`.
            pub const fn code(self) -> &'static str {
                match self { $(FindingCode::$variant => $code,)+ }
            }

            /// Gives the identifier of its message, such as `finding-v301`.
            pub const fn key(self) -> &'static str {
                match self {
                    $(FindingCode::$variant => {
                        const KEY: [u8; 12] = message_key($code);
                        match std::str::from_utf8(&KEY) {
                            Ok(key) => key,
                            Err(_) => $code,
                        }
                    })+
                }
            }

            /// Gives the identifier of what its message says is expected, such as `finding-v301.expected`.
            pub const fn expected_key(self) -> &'static str {
                match self {
                    $(FindingCode::$variant => {
                        const KEY: [u8; 21] = attribute_key($code, "expected");
                        match std::str::from_utf8(&KEY) {
                            Ok(key) => key,
                            Err(_) => $code,
                        }
                    })+
                }
            }

            /// Gives the identifier of what its message says is to be done, such as `finding-v301.remedy`.
            pub const fn remedy_key(self) -> &'static str {
                match self {
                    $(FindingCode::$variant => {
                        const KEY: [u8; 19] = attribute_key($code, "remedy");
                        match std::str::from_utf8(&KEY) {
                            Ok(key) => key,
                            Err(_) => $code,
                        }
                    })+
                }
            }

            /// Gives the severity.
            pub const fn severity(self) -> Severity {
                match self { $(FindingCode::$variant => Severity::$severity,)+ }
            }
        }
    };
}

findings! {
    /// A file can't be read: its kind is unknown, it is empty, truncated or encrypted. Arg `reason`.
    FileUnreadable = "F101" Error,
    /// A file passes a limit on size, parts, cells or time. Args `limit`, `found`.
    FileOverLimit = "F102" Error,
    /// The same bytes were sent twice; the second file is left aside. Arg `other`.
    FileTwice = "F103" Warning,
    /// A file of the returns folder that is no table, such as a picture, is left aside. Arg `found`.
    FileIgnored = "F104" Notice,
    /// The text of a csv is not UTF-8 and was read as Windows-1252 or Windows-1256. Arg `found`, the encoding assumed.
    FileEncoding = "F105" Notice,
    /// No sender could be told for a file. Arg `expected`.
    SenderUnknown = "F106" Error,

    /// No sheet of the file could be recognised by its name or headings. Args `found`, `expected`.
    SheetUnknown = "H201" Warning,
    /// No heading row was found in a sheet. Arg `expected`.
    HeadingsMissing = "H203" Error,
    /// A required column is absent. Arg `expected`.
    ColumnMissing = "H204" Error,
    /// A column is not of the contract; its cells are kept aside. Args `found`, `cells`, `suggestion` where one is near.
    ColumnUnused = "H205" Notice,
    /// Two columns have headings of the same field; the sheet is refused. Args `found`, `field`.
    ColumnTwice = "H206" Error,
    /// Rows above the heading row were left aside. Arg `found`, a count of rows.
    RowsAbove = "H207" Notice,
    /// A total row inside or under the table was left aside, never summed. Arg `found`.
    TotalRow = "H208" Notice,
    /// A note under the table was left aside. Arg `found`.
    NoteRow = "H209" Notice,
    /// A sheet is hidden, and was read. Arg `found`.
    SheetHidden = "H211" Notice,
    /// Hidden rows of a sheet hold cells, and were read. Args `found`, their number, and `row`, the first.
    RowsHidden = "H212" Notice,
    /// Hidden columns of a sheet hold cells, and were read. Arg `found`, their letters.
    ColumnsHidden = "H213" Notice,
    /// Headings stand on two rows, and were read together. Arg `found`, one of them.
    HeadingsTwoRows = "H214" Notice,
    /// The title of a section inside the table was left aside. Arg `found`.
    SectionRow = "H215" Notice,
    /// Another table begins on the same sheet, and was read. Arg `found`, the sheet of the contract that it is.
    TableAgain = "H216" Notice,
    /// A row of HXL tags under the headings was used. Arg `found`, how many columns it names.
    TagsUsed = "H217" Notice,
    /// Rows without an identifier continue the row above. Arg `found`, how many.
    FilledDown = "H218" Notice,
    /// Columns without a heading hold cells, which are kept aside. Args `found`, `cells`.
    ColumnUnnamed = "H219" Warning,
    /// An HXL tag says something else than the heading of its column, which is used. Args `found`, `field`.
    TagDisagrees = "H220" Warning,

    /// A required cell is blank; the row is kept out. Arg `field`.
    Required = "V301" Error,
    /// A number can't be read. Args `found`, `field`.
    NumberUnreadable = "V302" Error,
    /// A number stands as text and was read. Args `found`, `read`.
    NumberAsText = "V303" Warning,
    /// A count is negative or has decimals. Args `found`, `field`.
    CountInvalid = "V304" Error,
    /// An amount is negative. Args `found`, `field`.
    AmountNegative = "V305" Error,
    /// A date can't be read. Args `found`, `field`.
    DateUnreadable = "V306" Error,
    /// A date stands as text and was read. Args `found`, `read`.
    DateAsText = "V307" Warning,
    /// A text date has two readings, such as 03/04/2026. Args `found`, `first`, `second`.
    DateAmbiguous = "V308" Error,
    /// A date lies out of all likelihood. Args `found`, `expected`.
    DateOutOfRange = "V309" Error,
    /// A period can't be read. Args `found`, `field`.
    PeriodUnreadable = "V310" Error,
    /// A cell holds a spreadsheet error such as `#REF!`. Args `found`, `field`.
    CellError = "V311" Error,
    /// A formula was never calculated. Arg `field`.
    Uncalculated = "V312" Error,
    /// A cell carries a currency sign that differs from the row's currency. Args `found`, `expected`.
    CurrencyMismatch = "V313" Error,
    /// An amount has no currency. Arg `field`.
    CurrencyMissing = "V314" Error,
    /// A number is written with a magnitude, an estimate, an interval or a unit. Args `found`, `field`, `first` the
    /// number it seems to be, `second` the other end of an interval, `meant` the question about them.
    NumberRough = "V315" Error,
    /// A spreadsheet shortened a number or an identifier, and its digits are lost. Args `found`, `field`.
    DigitsLost = "V316" Error,
    /// A date stands where a code or an identifier belongs: a spreadsheet took it for one. Args `found`, `field`.
    CodeAsDate = "V317" Error,
    /// A number of an indicator in percent may be a fraction or percentage points. Args `found`, `first`, `second`.
    PercentDoubt = "V318" Error,
    /// A code stands as a number, and a zero of it may be gone. Args `found`, `read`.
    CodeAsNumber = "V319" Warning,
    /// A person's decision replaced the value of a cell. Args `found`, `read`, `author`, `date`, `row`.
    Corrected = "V320" Notice,
    /// A correction waits for a value that the cell no longer holds, and was not applied. Args `found`, `expected`,
    /// `author`, `date`, `row`.
    CorrectionStale = "V321" Warning,

    /// A value is not of its list, and nothing is near. Args `found`, `field`, `list`.
    NotInList = "L401" Error,
    /// A value is not of its list; an entry is near. Args `found`, `suggestion`, `list`.
    NearMiss = "L402" Error,
    /// A value names several entries of its list. Args `found`, `suggestion`.
    ListAmbiguous = "L403" Error,
    /// An indicator has no code and its name is not of the catalogue; printed, not totalled. Arg `found`.
    IndicatorUnknown = "L404" Warning,
    /// A territory stands in the column of the other country. Args `found`, `field`, `read`, `expected` the column it
    /// belongs to.
    OtherColumn = "L405" Error,
    /// A text was read as an entry of its list because a person decided so. Args `found`, `read`, `count`, `author`,
    /// `date`, `row`.
    AliasUsed = "L406" Notice,

    /// Two rows of a campaign have the same identifier; the second is kept out. Args `found`, `other`.
    DuplicateId = "C501" Error,
    /// A row names an activity that no return holds; the row is kept out. Arg `found`.
    ActivityUnknown = "C502" Error,
    /// The end comes before the start; both are kept out. Args `first`, `second`.
    DatesReversed = "C503" Error,
    /// More was spent than budgeted. Args `found`, `expected`.
    SpentOverBudget = "C504" Warning,
    /// A part is larger than its whole, such as women over beneficiaries; the part is kept out. Args `found`, `expected`, `field`.
    PartOverWhole = "C505" Error,
    /// Amounts of an application rise where they can only fall: requested, awarded, signed, received. Args `found`, `expected`, `field`.
    FundingOrder = "C506" Error,
    /// A percentage comes without numerator and denominator: printed, left out of totals. Arg `found`.
    PercentWithoutParts = "C507" Notice,
    /// A reading's unit is not the indicator's; the reading is kept out. Args `found`, `expected`.
    UnitMismatch = "C508" Error,
    /// A percentage differs from its numerator over its denominator. Args `found`, `expected`.
    RatioMismatch = "C509" Warning,
    /// A reading names neither an activity nor a territory; the row is kept out.
    ReadingWithoutPlace = "C510" Error,
    /// An activity names no territory; it counts in totals only.
    ActivityWithoutTerritory = "C511" Warning,
    /// No exchange rate holds for a currency and a day. Args `found`, `expected`.
    RateMissing = "C512" Error,
    /// An activity has no dates: it counts in the whole agreement only.
    ActivityUndated = "C513" Notice,
    /// A cumulative reading of an indicator that is a flow, or the reverse; the series is kept out. Args `found`, `expected`.
    AccumulationMixed = "C514" Error,
    /// A reading's place, indicator, period and group stand twice; the second is kept out. Arg `other`.
    ReadingTwice = "C515" Error,
    /// An activity is spent or finished ahead of its own dates, or final without an end. Args `found`, `expected`.
    StatusUnlikely = "C516" Warning,
    /// Rows of a mapped table that make one record disagree; the first value is used. Args `found`, `expected`, `field`.
    RowsDisagree = "C517" Warning,
    /// Money was disbursed for an activity for which none is committed or budgeted. Arg `found`.
    DisbursedUncommitted = "C518" Notice,
    /// Two returns seem to hold the same activity: it counts once until a person decides. Args `found`, `other`, `place`,
    /// `agrees`, `repeated`, `file`, `other-file`.
    JointActivity = "C519" Error,
    /// Two returns seem to hold the same application to a funder: it counts once until a person decides. Args as for
    /// [`FindingCode::JointActivity`].
    JointApplication = "C520" Error,
    /// A person decided that two rows are one. Args `found`, `other`, `place`, `repeated`, `author`, `date`, `row`.
    JointDecided = "C521" Notice,
    /// Two rows that count as one disagree; the value of the one that is kept stands. Args `found`, `expected`, `field`,
    /// `place`.
    JointDisagrees = "C522" Warning,
    /// A decision meets nothing in the returns. Args `row`, `kind`, `found`, `author`, `date`.
    DecisionUnmet = "C523" Warning,
    /// Two returns hold activities or applications that look the same but for their amounts: both count until a person
    /// decides. Args `found`, `other`, `place`, `first`, `second`, `file`, `other-file`.
    JointDoubtful = "C524" Warning,
    /// A decision is wrong and was not applied. Args `row`, `reason`.
    DecisionWrong = "C525" Error,
    /// A payment is passed on by its receiver: it counts as a transfer, and the last payment as spending. Args `found`, `payee`.
    TransferOnward = "C526" Warning,
    /// A summary column differs from the sheet that details it, which counts. Args `found`, `expected`, `field`, `sheet`.
    SummaryDiffers = "C527" Warning,
    /// The weights of an activity's targets do not sum to 100; each goal counts it in full. Arg `found`.
    SdgWeights = "C528" Warning,
    /// A policy marker or its score is not of the lists of the DAC; the cell is kept out. Args `found`, `field`.
    MarkerUnknown = "C529" Error,
    /// An application names a call that is not in the list: its rules can't be checked. Args `found`, `suggestion`.
    CallUnknown = "C530" Notice,
    /// An application names a call of another funder. Args `found`, `call`, `expected`, `funder`.
    CallOfOther = "C531" Warning,
    /// A budget line names no heading of the forms; it counts as unassigned. Args `found`, `suggestion`.
    HeadingUnknown = "C532" Warning,
    /// Rows of a sheet that only dossiers use name no activity. Arg `found`, how many.
    ActivityNotNamed = "C533" Notice,
    /// A passage names an application that no return holds; the row is kept out. Arg `found`.
    ApplicationUnknown = "C534" Error,
    /// An application goes back to an earlier stage. Args `found`, `date`, `application`, `expected` the stage before, and
    /// `since` its day.
    StageBack = "C535" Warning,
    /// An application reaches a stage without one that comes before it. Args `found`, `date`, `application`, `expected`.
    StageSkipped = "C536" Warning,
    /// A passage is dated after the reference date; the row is kept out. Args `found`, `stage`, `expected`.
    StageAhead = "C537" Error,
    /// The stage of an application differs from its last passage, which counts. Args `found`, `expected`, `date`, `sheet`.
    StageDiffers = "C538" Warning,
    /// The day of a stage that an application has reached lies after the reference date. Args `found`, `field`, `stage`,
    /// `expected`.
    StageDayAhead = "C539" Warning,
    /// A funder is asked for more than the ceiling of its call. Args `breach`, a sentence, and `rule`.
    CeilingPassed = "C540" Error,
    /// A funder is asked for nearly as much as the ceiling of its call. Args as for [`FindingCode::CeilingPassed`].
    CeilingNear = "C541" Warning,
    /// A rule that was not read at its source is presumed to be broken. Args as for [`FindingCode::CeilingPassed`].
    CallRulePresumed = "C542" Warning,
    /// The applicants bring less than a call asks for. Args as for [`FindingCode::CeilingPassed`].
    OwnBelowLeast = "C543" Error,
    /// Too much of the own contribution is in kind. Args as for [`FindingCode::CeilingPassed`].
    InKindOverCap = "C544" Error,
    /// An amount or a cost lies outside what a call takes. Args as for [`FindingCode::CeilingPassed`].
    AmountOutOfCall = "C545" Error,
    /// An activity lasts longer than a call finances. Args as for [`FindingCode::CeilingPassed`].
    LongerThanCall = "C546" Warning,
    /// Partners in Morocco are not eligible for a call. Args as for [`FindingCode::CeilingPassed`].
    CountryNotEligible = "C547" Error,
    /// An application was submitted before its call opened or after it closed. Args `found`, `expected`, `call`, `source`.
    SubmittedOutOfTime = "C548" Warning,
    /// The deadline of an application is not the day on which its call closes. Args `found`, `expected`, `call`, `source`.
    DeadlineDiffers = "C549" Warning,
    /// What is requested and the own contribution come to more than the project costs. Args `found`, `requested`, `own`,
    /// `expected`.
    FinancingOverCost = "C550" Error,
    /// An activity counts on more from others than its funders signed. Args `found`, `expected`, `applications`.
    CofinancingUnsigned = "C551" Warning,
    /// The budget lines do not come to the total cost of an application. Args `found`, `expected`, `activity`, `sheet`.
    BudgetDiffers = "C552" Warning,
    /// A heading of the European form is above its cap. Args `heading`, `found`, `share`, `of`, `expected`, `application`.
    HeadingOverCap = "C553" Error,
    /// Contributions in kind stand on one side of a French budget only. Args `found`, `expected`, `heading`, `activity`,
    /// `sheet`.
    InKindOneSided = "C554" Warning,
    /// The budget lines of an activity stand in several currencies. Args `found`, `activity`.
    BudgetCurrencies = "C555" Warning,
    /// The income of a French budget does not come to its costs. Args `found`, `expected`, `activity`.
    BudgetUnbalanced = "C556" Warning,
}

impl FindingCode {
    /// Finds a code as a person types it.
    pub fn parse(text: &str) -> Option<FindingCode> {
        FindingCode::ALL.iter().copied().find(|code| code.code().eq_ignore_ascii_case(text.trim()))
    }
}

impl Serialize for FindingCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// What a finding points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The campaign as a whole.
    Campaign,
    /// A file.
    File(FileId),
    /// A sheet.
    Sheet(SheetId),
    /// A cell, or a row.
    Cell(Origin),
}

/// One finding: what, where, and the values its message is filled with.
///
/// The arguments are named in the documentation of each [`FindingCode`]. Invariant: no argument ever carries the
/// content of a private column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// What kind of finding it is.
    pub code: FindingCode,
    /// What it points at.
    pub place: Place,
    /// The values of its message, by name.
    pub args: Vec<(&'static str, Value)>,
}

impl Finding {
    /// Makes a finding without arguments.
    pub fn new(code: FindingCode, place: Place) -> Self {
        Finding { code, place, args: Vec::new() }
    }

    /// Adds an argument.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        // A large campaign has hundreds of thousands of findings: each takes no more room than it needs.
        self.args.reserve_exact(1);
        self.args.push((name, value.into()));
        self
    }

    /// Gives the severity of its code.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_read_back() {
        for &code in FindingCode::ALL {
            assert_eq!(FindingCode::parse(code.code()), Some(code));
            assert_eq!(code.key(), format!("finding-{}", code.code().to_lowercase()));
        }
    }
}
