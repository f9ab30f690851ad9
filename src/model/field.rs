//! The sheets and columns of the input contract, by name.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

/// Declares a closed set of names once: the variants, their text, the list of all, and reading one back.
macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = concat!("`", $text, "`")] $variant,)+ }

        impl $name {
            /// Every value, in declaration order.
            pub const ALL: &[$name] = &[$($name::$variant,)+];

            /// Gives the canonical name.
            pub const fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }
        }

        impl FromStr for $name {
            type Err = ();
            fn from_str(text: &str) -> Result<Self, ()> {
                $name::ALL.iter().copied().find(|value| value.name() == text).ok_or(())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

names! {
    /// A table: the sheets of a return, then three that the program makes (`returns`, `attainments`, `campaign`).
    Sheet {
        Identification = "identification",
        Activities = "activities",
        Indicators = "indicators",
        Funding = "funding",
        Passages = "passages",
        Amounts = "amounts",
        Beneficiaries = "beneficiaries",
        Exchanges = "exchanges",
        Consultations = "consultations",
        GoodPractices = "good-practices",
        Recommendations = "recommendations",
        Ratings = "ratings",
        Risks = "risks",
        Commitments = "commitments",
        Milestones = "milestones",
        Partners = "partners",
        BudgetLines = "budget-lines",
        Tasks = "tasks",
        Returns = "returns",
        Attainments = "attainments",
        Campaign = "campaign",
    }
}

names! {
    /// A column of one or several sheets.
    Field {
        Label = "label",
        Value = "value",
        ActivityId = "activity_id",
        Title = "title",
        TitleAr = "title_ar",
        TitleEn = "title_en",
        Description = "description",
        Kind = "kind",
        Theme = "theme",
        OtherThemes = "other_themes",
        SubTheme = "sub_theme",
        TerritoryMa = "territory_ma",
        TerritoryFr = "territory_fr",
        ThirdCountry = "third_country",
        Lead = "lead",
        Partners = "partners",
        StartDate = "start_date",
        EndDate = "end_date",
        ActualEndDate = "actual_end_date",
        Status = "status",
        Currency = "currency",
        BudgetTotal = "budget_total",
        BudgetSpent = "budget_spent",
        ContributionMa = "contribution_ma",
        ContributionFr = "contribution_fr",
        ContributionOther = "contribution_other",
        InKind = "in_kind",
        BeneficiariesPlanned = "beneficiaries_planned",
        BeneficiariesTotal = "beneficiaries_total",
        BeneficiariesWomen = "beneficiaries_women",
        BeneficiariesYouth = "beneficiaries_youth",
        Sdg = "sdg",
        DacCode = "dac_code",
        Markers = "markers",
        RiskLevel = "risk_level",
        Risk = "risk",
        Comments = "comments",
        UpdatedOn = "updated_on",
        ContactName = "contact_name",
        ContactEmail = "contact_email",
        Phone = "phone",
        Territory = "territory",
        IndicatorCode = "indicator_code",
        IndicatorName = "indicator_name",
        Unit = "unit",
        Baseline = "baseline",
        BaselineYear = "baseline_year",
        Target = "target",
        TargetYear = "target_year",
        Actual = "actual",
        Numerator = "numerator",
        Denominator = "denominator",
        Period = "period",
        Accumulation = "accumulation",
        Group = "group",
        HouseholdSize = "household_size",
        SourceOfVerification = "source_of_verification",
        Assumption = "assumption",
        ApplicationId = "application_id",
        Funder = "funder",
        CallName = "call_name",
        FundingStage = "funding_stage",
        CoHolder = "co_holder",
        AmountRequested = "amount_requested",
        AmountAwarded = "amount_awarded",
        AmountSigned = "amount_signed",
        AmountReceived = "amount_received",
        OwnCash = "own_cash",
        OwnInKind = "own_in_kind",
        TotalCost = "total_cost",
        Deadline = "deadline",
        SubmissionDate = "submission_date",
        DecisionDate = "decision_date",
        Reason = "reason",
        Stage = "stage",
        Date = "date",
        Actor = "actor",
        Document = "document",
        Payer = "payer",
        Payee = "payee",
        Amount = "amount",
        Sex = "sex",
        Age = "age",
        PlannedReached = "planned_reached",
        Number = "number",
        UniqueTotal = "unique_total",
        Direction = "direction",
        Territories = "territories",
        Participants = "participants",
        Women = "women",
        PersonDays = "person_days",
        Subject = "subject",
        Level = "level",
        HeldPlanned = "held_planned",
        Decisions = "decisions",
        Evidence = "evidence",
        State = "state",
        Text = "text",
        Addressee = "addressee",
        Owner = "owner",
        Due = "due",
        FromPeriod = "from_period",
        Criterion = "criterion",
        RatedBy = "rated_by",
        Probability = "probability",
        Impact = "impact",
        Mitigation = "mitigation",
        Commitment = "commitment",
        Pole = "pole",
        Name = "name",
        LegalId = "legal_id",
        Role = "role",
        Contribution = "contribution",
        Heading = "heading",
        Quantity = "quantity",
        UnitCost = "unit_cost",
        Year = "year",
        Task = "task",
        Start = "start",
        End = "end",
        CutoffDate = "cutoff_date",
        Language = "language",
        DateSent = "date_sent",
        FormVersion = "form_version",
        Contact = "contact",
        OwnTotal = "own_total",
        Gap = "gap",
        AmountExpected = "amount_expected",
        DaysToDecision = "days_to_decision",
        Population = "population",
        Party = "party",
        ReceivedOn = "received_on",
        OnTime = "on_time",
        CellsRead = "cells_read",
        CellsValid = "cells_valid",
        CouncilsMa = "councils_ma",
        CouncilsFr = "councils_fr",
        SdgWeights = "sdg_weights",
        Papers = "papers",
        Call = "call",
        HeadingCode = "heading_code",
    }
}
