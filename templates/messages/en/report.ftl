### The words of the reports.

## Title, cover and feet

report-title = Evaluation report
report-running = Evaluation report · { $period }
report-running-of = Evaluation report · { $period } · { $subject }
report-foot = Data as of { $date }
report-foot-notice = Data as of { $date } · { $notice }
report-provisional = Provisional
report-final = Final
report-annex = Annex
cover-kicker-territory = { $agreement } · territory sheet
cover-kicker-theme = { $agreement } · thematic report
cover-span = { $from } – { $to }
cover-councils = { $councils } – { $country }
cover-active = at least one activity under way ({ $count })
cover-quiet = no activity known to be under way ({ $count })
cover-silent = no return and no known activity ({ $count })
cover-alt = One square a council. Morocco: { $ma }. France: { $fr }.
cover-alt-side = { $active } with an activity under way, { $quiet } with no activity known to be under way, { $silent } without a return or a known activity, of { $listed }
cover-period = Period
cover-cutoff = Data as of
cover-state = Status
cover-returns = Returns received
cover-returns-of = { $returned } of { $expected } expected

## Values and units

report-year = Year { $year }
report-year-of = Year { $year } of { $years }
report-years =
    { $years_n ->
        [one] { $years } year
        *[other] { $years } years
    }
report-of = { $complete } of { $series }
report-of-whole = of { $whole }
report-counted = { $name }: { $count }
report-numbered = { $number } { $name }
report-named-code = { $name } ({ $code })
report-pair = { $first } – { $second }
report-two-lines =
    { $first }
    { $second }
report-median = median { $median }
report-sentences = { $first } { $second }
sign-said = { $sign }: { $meaning }
report-joined = { $first } · { $second }
report-others =
    { $count_n ->
        [one] { $count } other
        *[other] { $count } others
    }
report-total = Total
report-whole = All
report-held = left out
report-missing-short = n. r.
report-refused-short = n. c.
report-value-missing = value not reported
report-no-return = no return
report-by-series = own to each series
report-by-territory = by territory
report-other-currency = other currency
report-campaign = Campaign
report-region-unknown = Region not reported
report-currency-mad = MAD
report-currency-eur = EUR
report-currency-usd = USD
report-amount-units = { $currency } { $number }
report-amount-millions = { $currency } { $number } M
report-unit-units = { $currency }
report-unit-millions = { $currency } M
report-unit-up-to = to { $high }
report-interval-short = { $low } to { $high }
report-short-millions = { $number } M
report-paid = { $amount } disbursed
report-converted = Converted, { $currency }
report-rate = 1 { $from } = { $rate } { $to }
report-rate-source = Rate: { $rate } ({ $period }; { $source }).
report-code-unit = { $code } · { $unit }
report-code-unit-down = { $code } · { $unit }, target is a decrease
report-codes = Indicators: { $codes }.

## Sources

report-source-returns = Source: councils’ returns.
report-source-declared = Source: councils’ returns; declared numbers, some people may be counted twice.
report-source-readings = Source: councils’ indicator readings; each row has its own scale, from zero.
report-source-register = Source: register of returns.
report-source-funding = Source: funding applications declared by councils.
report-source-funders = Source: every application followed at the cut-off, also from before the period.
report-source-funnel = Source: funding applications; an application counts at each step reached, its amount at its latest step.
report-source-exchanges = Source: missions and exchanges declared by councils.
report-source-agreement = Source: partnership agreement.
report-source-first = Source: councils’ returns; the first { $shown } territories, an activity counts for each of its own.
report-source-themes =
    Source: councils’ returns; the first { $shown } themes and { $count_n ->
        [one] { $count } other.
        *[other] { $count } others.
    }

## Column heads

report-head-units = { $what }, { $currency }
report-head-millions = { $what }, { $currency } M
report-head-code = Code
report-head-activity = Activity
report-head-activity-councils = Activity and councils
report-head-activities = Activities
report-head-started = Started
report-head-completed = Completed
report-head-budget = Budget
report-head-committed = Committed
report-head-spent = Disbursed
report-head-in-kind = In kind
report-head-execution = Execution rate
report-head-people = Direct beneficiaries
report-head-people-short = People
report-head-women = Women
report-head-women-share = Share of women
report-head-reported = Reported
report-head-theme = Theme
report-head-theme-short = Th.
report-head-status = Status
report-head-territory = Territory
report-head-territories = Territories
report-head-region = Region
report-head-pair = Councils
report-head-third-country = Third country
report-head-currency = Currency
report-head-currency-name = Original currency
report-head-indicator = Indicator
report-head-baseline = Baseline
report-head-target = Target
report-head-actual = Actual
report-head-attainment = Attainment
report-head-series = Series
report-head-term = Item
report-head-value = Value
report-head-party = Association
report-head-contact-point = Contact point
report-head-councils = Councils
report-head-side = Councils
report-head-declared = Declared
report-head-expected = Returns expected
report-head-returned = Returns received
report-head-active = Active
report-head-silent = No return
report-head-amount = Amount
report-head-requested = Requested
report-head-awarded = Awarded
report-head-signed = Signed
report-head-received = Received
report-head-pending = Pending
report-head-to-find = To be found
report-head-standing = Requested
report-head-stage = Stage
report-head-applications = Applications
report-head-deadline = Deadline
report-head-call = Call
report-head-funder = Funder
report-head-days = Days
report-head-date = Date
report-head-subject = Subject
report-head-direction = Direction
report-head-participants = Participants
report-head-severity = Severity
report-head-meaning = Meaning
report-head-codes = Codes
report-head-count = Number
report-head-file = File
report-head-sheet = Sheet
report-head-cell = Cell
report-head-what = Finding and remedy
report-head-return = Return
report-head-cells-read = Cells read
report-head-cells-valid = Valid cells
report-head-name-definition = Name and definition
report-head-result = Result
report-head-rate = Exchange rate
report-head-period = Period
report-head-source = Source
report-head-level = Level
report-head-subject-decisions = Subject and decisions
report-head-practice = Practice
report-head-state = State
report-head-criterion = Criterion
report-head-rating = Level
report-head-evidence = Evidence
report-head-commitment = Commitment
report-head-evidence-figures = Evidence and figures
report-head-recommendation = Recommendation
report-head-addressee-owner = Addressee and owner
report-head-due = Due
report-head-risk-mitigation = Risk and mitigation
report-head-probability = Probability
report-head-impact = Impact
report-head-owner = Owner
report-head-pole = Pole
report-head-sign = Sign
report-head-glossary-term = Term

## Refusals

refusal-mixed-accumulation = annual and cumulative readings mixed
refusal-no-rate = no exchange rate: { $currencies }
refusal-context = context, by territory
refusal-no-total = by territory
refusal-no-parts = own target for each series
refusal-no-distance = target equals baseline
refusal-overlap = double counting possible
refusal-incomplete = baseline, target or value absent

## Key figures

chapter-key-figures = Key figures
key-kicker = Summary · { $period }
key-lead =
    { $activities_n ->
        [one] { $activities } links
        *[other] { $activities } link
    } { $ma_n ->
        [one] { $ma } prefecture or province
        *[other] { $ma } prefectures and provinces
    } of Morocco with { $fr_n ->
        [one] { $fr } département
        *[other] { $fr } départements
    } of France. { $silence }
key-lead-short = { $activities } in the period. { $silence }
key-silence-none = Every expected return has come.
key-silence =
    { $councils_n ->
        [one] One council has not answered yet.
        *[other] { $councils } councils have not answered yet.
    }
tile-activities = Activities recorded
tile-started = Started
tile-completed = Completed
tile-planned = Planned
tile-people-expected = Planned
tile-councils-ma = Prefectures, provinces
tile-councils-fr = Départements
tile-expected = Expected
tile-returned = Received
tile-silent = No return
tile-people = Direct beneficiaries
tile-people-planned = Planned beneficiaries
tile-reported = Reported
tile-women-share = Share of women
tile-women = Women
tile-men = Men
tile-sex-unknown = Others or sex not stated
tile-youth = Youth
tile-budget = Budget
tile-disbursed = Disbursed
tile-execution = Execution rate
tile-in-kind = Contributions in kind
tile-awarded = Funding awarded
tile-requested = Requested
tile-signed = Signed
tile-received = Received
tile-targets = Indicators at target
tile-near = 75% and over
tile-low = Under 50%
tile-pairs = Active pairs
tile-applications = Funding applications
tile-pending = Awaiting a decision
tile-days-to-decision = Median time to decision
tile-success-number = Success by number
tile-success-amount = Success by amount
tile-won = Selected
tile-decided = Decided
tile-missions = Missions and exchanges
tile-reciprocity = Reciprocity
tile-days = Total duration
tile-participants = Participants
tile-cells-read = Cells read
tile-cells-used = Cells used
tile-cells-ignored = Left aside
tile-cells-held = Held back by an error
chart-returns = Returns expected: { $councils }, { $rate } received
returns-on-time = on time
returns-late = late
returns-undated = received, date not reported
returns-silent = no return
claim-reach = The network joins { $pairs }
claim-reach-body =
    { $ma_n ->
        [one] { $ma } prefecture or province has an activity under way.
        *[other] { $ma } prefectures and provinces have an activity under way.
    } { $busy_n ->
        [one] { $busy } pair runs three activities or more.
        *[other] { $busy } pairs run three activities or more.
    }
claim-spending = Spending reaches { $rate } of the budget
claim-spending-behind = Spending lags at { $rate } of the budget
claim-spending-body = { $paid } disbursed of { $budget } budgeted, over the activities that report both; { $elapsed } of the agreement’s term is over.
claim-progress =
    { $reached_n ->
        [one] { $reached } indicator of { $all } reaches its target
        *[other] { $reached } indicators of { $all } reach their targets
    }
claim-progress-body =
    { $low_n ->
        [one] { $low } stays below half the way from baseline to target.
        *[other] { $low } stay below half the way from baseline to target.
    }
claim-success =
    { $won_n ->
        [one] { $won } decided application of { $decided } succeeds
        *[other] { $won } decided applications of { $decided } succeed
    }
claim-success-body = Awaiting a decision: { $pending }.
claim-absence =
    { $councils_n ->
        [one] { $councils } council has not answered
        *[other] { $councils } councils have not answered
    }
claim-absence-body = Of { $expected } expected. Their data are neither estimated nor counted as zero.
claim-absence-matrix = These councils appear here only where a partner names them. No value is estimated.

## Agreement

chapter-agreement = The agreement and its follow-up
agreement-lead = The agreement is in year { $year } of { $years }; its term ends on { $date }.
agreement-signed = Signature
agreement-years = Duration
agreement-renewal = Renewal
agreement-tacit = tacit
agreement-express = by express decision
agreement-year = Year at the data cut-off
agreement-term = Term, since signature
agreement-end = End of the term
agreement-left = Time left
agreement-period = Period evaluated
agreement-due = Returns due by
side-ma = Prefectures and provinces of Morocco
side-fr = Départements of France
grid-terms = The terms of the agreement
grid-parties = The two associations
grid-coverage = Who takes part in the agreement
note-reference-date = Days counted on { $date }.
note-coverage = Active: an activity under way in the period, by its own return or a partner's. No return: expected and not received. Indicators: X10-ma, X10-fr, X13-returned.
note-list = The association declares { $declared } French councils; the reference list names { $listed }.
panel-renewal = Renewal to be prepared
panel-renewal-tacit = The agreement reaches its term on { $date }, in { $days }. It renews tacitly.
panel-renewal-express = The agreement reaches its term on { $date }, in { $days }. Renewing it takes a decision.
chart-timeline = The agreement runs until { $date }: { $days } left
timeline-signed = signature
timeline-renewed = renewal
timeline-now = reference date
timeline-notice = one year before the end
timeline-end = end of term
timeline-end-tacit = end of term, tacit renewal
timeline-alt = { $label }: { $date }

## Portfolio

chapter-portfolio = Portfolio of activities
portfolio-kicker = By theme, status and territory
portfolio-lead = { $activities } in the period; started: { $started }, of which completed: { $completed }.
chart-most-activities = { $name } has the most activities: { $count } of { $total }
chart-activities = Number of activities, of { $total } in all
grid-by-theme = By theme
grid-by-status = By status
grid-by-territory = By territory
note-overlapping = An activity counts in full on each of its rows and once in the whole: the rows do not add up.
note-people-bounds = People: an interval where double counting cannot be ruled out; the rows do not add up.
note-no-return = No return: nothing is known; this is not a zero.

## Partners

chapter-partners = Who cooperates with whom
partners-kicker = Pairs of councils
partners-lead =
    { $pairs_n ->
        [one] { $pairs } joins
        *[other] { $pairs } join
    } { $ma_n ->
        [one] { $ma } council of Morocco
        *[other] { $ma } councils of Morocco
    } and { $fr_n ->
        [one] { $fr } council of France.
        *[other] { $fr } councils of France.
    }
matrix-by-region = Number of activities, by region of Morocco and by département
matrix-by-territory = Number of activities, by prefecture or province and by département
note-matrix = An activity counts once for each of its pairs: the total exceeds the number of activities as soon as one joins more than two councils.
claim-pairs = { $pairs } at work
claim-pairs-body =
    { $busy_n ->
        [one] { $busy } runs three activities or more.
        *[other] { $busy } run three activities or more.
    } A pair joins one Moroccan and one French council.
claim-first-council = { $name } works most with Morocco
claim-first-council-body =
    { $count_n ->
        [one] { $count } activity in a pair
        *[other] { $count } activities in pairs
    } with { $partners_n ->
        [one] { $partners } Moroccan council.
        *[other] { $partners } Moroccan councils.
    }

## Results

chapter-results = Results by theme
results-kicker = Baseline, target and actual value
results-lead =
    { $indicators_n ->
        [one] { $indicators } indicator is read
        *[other] { $indicators } indicators are read
    }; comparable with a target: { $compared }; at target: { $reached }.
results-other = Other indicators
chapter-stated = Indicators of the returns’ own
stated-kicker = Outside the catalogue
stated-lead =
    { $indicators_n ->
        [one] { $indicators } indicator outside the catalogue is reported
        *[other] { $indicators } indicators outside the catalogue are reported
    }; with a target and an actual value: { $complete }.
grid-stated = Values as reported
note-stated = These indicators are not in the catalogue: their values are printed, never added up.
grid-results = Values and attainment
chart-results =
    { $compared_n ->
        [one]
            { $reached_n ->
                [0] The only comparable indicator does not reach its target
                *[other] The only comparable indicator reaches its target
            }
        *[other]
            { $reached_n ->
                [0] None of the { $compared } comparable indicators reaches its target
                [one] { $reached } of the { $compared } comparable indicators reaches its target
                *[other] { $reached } of the { $compared } comparable indicators reach their targets
            }
    }
chart-results-none = None of these indicators can yet be compared with a target
results-no-common-target = no common target
results-no-target = baseline or target not reported
chart-results-alt = { $name }: baseline { $baseline }, actual { $actual }, target { $target }
note-attainment = Attainment: (actual − baseline) / (target − baseline), over the series that have all three values; never a mean of rates.
note-series = Series: complete series, of those read. A series is one indicator of one activity or territory.

## Territorial poles

poles-kicker = The specific support named in the agreement
poles-lead = { $activities } for the creation of poles; started: { $started }.
grid-poles = The activities
grid-pole-results = The indicators
note-amounts-original = Amounts in the currency declared.

## Beneficiaries

chapter-beneficiaries = Beneficiaries
beneficiaries-kicker = People reached, counted once
beneficiaries-lead = Direct beneficiaries of the activities: { $people }.
beneficiaries-lead-bounds = { $people } people benefited directly from the activities, depending on whether double counting is ruled out.
beneficiaries-lead-none = No activity reports people reached yet; only plans are known.
section-bounds = Why an interval
beneficiaries-bounds = One person may benefit from several activities of the same territory. The low end keeps only the widest activity of each territory; the high end adds all activities. The true number lies between them. Where they are equal, one number is printed.
chart-women = Women are { $rate } of the beneficiaries of the activities that report women
grid-people-by-theme = By theme
note-women-share = Share of women: a ratio of two sums, over the activities that report women; the others are never split.
panel-missing = What is missing
panel-people-missing =
    { $missing_n ->
        [one] { $missing } entry of { $asked } was left blank.
        *[other] { $missing } entries of { $asked } were left blank.
    } These values are neither estimated nor counted as zero.
panel-missing-never-zero = An absent value is never read as a zero.

## Finance

chapter-finance = Finance
finance-kicker = Budget, payments and contributions in kind
finance-lead = { $paid } disbursed of { $budget } budgeted, or { $rate }, over the activities that report both amounts.
finance-lead-none = No activity reports both a budget and a payment: the execution rate cannot be computed.
chart-payments = { $name } has the largest payments; amounts in { $unit }
grid-by-currency = By currency
grid-money-by-theme = By theme
note-conversion = Each amount keeps its currency; conversion is made row by row at the rate of its period, at the cut-off rate where a row has no date.
note-execution = Execution rate: disbursed / budget, over the activities that report both. Contributions in kind do not enter it.
grid-by-goal = Budget by sustainable development goal
report-head-goal = Goal
report-goal = { $code }. { $name }
report-goals-whole = Activities that name a goal
note-goals-weighted = A budget is shared out by the weights stated for its targets; the budgets add up. An activity counts on the row of each of its goals.
note-goals-overlapping = A budget is shared out by the weights stated for its targets; without weights it counts in full for each goal: the rows do not add up.

## Funding search

chapter-funding = Funding search
funding-kicker = A common approach of the two associations
funding-lead =
    { $applications }: { $won } selected of { $decided } decided. { $ahead_n ->
        [one] { $ahead } deadline falls within 90 days.
        *[other] { $ahead } deadlines fall within 90 days.
    }
funding-lead-undecided =
    { $applications }, none decided yet. { $ahead_n ->
        [one] { $ahead } deadline falls within 90 days.
        *[other] { $ahead } deadlines fall within 90 days.
    }
chart-funnel =
    At the cut-off, of { $all } applications, { $selected_n ->
        [one] { $selected } is selected
        *[other] { $selected } are selected
    }
chart-funders = { $awarded } awarded of { $requested } requested; by funder, in { $unit }
chart-funders-alt = { $name }: requested { $requested }, awarded { $awarded }, pending { $pending }, to find { $lacking }
legend-awarded = awarded
legend-pending = pending
legend-to-find = not awarded, to be found
grid-funding-amounts = Amounts requested, awarded, signed and received
grid-stages = Where the applications stand
grid-deadlines = Deadlines
note-funding-dates = Four distinct sums: an amount requested is not secured, an amount signed is.
note-stages = Every application followed up to the cut-off, those from before the period included. Success rates: over decided applications only; pending and withdrawn ones do not enter.
note-deadlines = Days counted on { $date }; a negative number marks a date that passed without a submission.
note-deadlines-more =
    { $count_n ->
        [one] { $count } more deadline is in the workbook.
        *[other] { $count } more deadlines are in the workbook.
    }

## North-South

chapter-north-south = North-South cooperation
north-south-kicker = Activities with a third country
north-south-lead =
    { $activities } with { $countries_n ->
        [one] { $countries } third country
        *[other] { $countries } third countries
    }; started: { $started }.
grid-north-south = The activities

## Exchanges

chapter-exchanges = Exchanges and reciprocity
exchanges-kicker = Missions, visits and technical contributions
exchanges-lead = { $missions }: { $south } from France to Morocco, { $north } from Morocco to France.
chart-directions = Exchanges: { $south } to Morocco, { $north } to France, { $both } both ways
grid-exchanges = The exchanges

## Consultation, good practices, judgement, commitments, risks, recommendations

chapter-consultations = Consultation
consultations-kicker = Meetings of the partners
consultations-lead = Sessions held: { $held }; planned: { $planned }.
chapter-practices = Good practices
practices-kicker = What councils pass on to each other
practices-lead = Practices documented: { $documented }; transferred: { $transferred }; replicated elsewhere: { $replicated }.
chapter-judgement = Judgement by the six DAC criteria
judgement-kicker = What the evaluators judged, with their evidence
judgement-lead =
    { $ratings_n ->
        [one] { $ratings } rating, of { $activities }.
        *[other] { $ratings } ratings, of { $activities }.
    }
grid-ratings = Number of ratings by criterion and level
grid-rating-list = The ratings and their evidence
note-ratings = A level is a judgement, not a measurement: it is counted and never averaged.
rating-programme = programme
chapter-commitments = The commitments of the agreement
commitments-kicker = Where each stands, by the returns
commitments-lead = { $all } commitments; the returns speak of { $told }.
grid-commitments = State of each commitment
commitment-signed = signed on { $date }
note-commitments = The number after a state is that of the returns that declare it; where they differ, none is preferred. The terms of the agreement are read from the agreement itself.
chapter-risks = Risks
risks-kicker = The register, the gravest first
risks-lead =
    { $all_n ->
        [one] { $all } risk declared; grave: { $grave }.
        *[other] { $all } risks declared; grave: { $grave }.
    }
note-risks = A risk is called grave where both its probability and its impact are high, or more.
chapter-recommendations = Recommendations
recommendations-kicker = Who does what, by when
recommendations-lead =
    { $all_n ->
        [one] { $all } recommendation; open: { $open }, of which late: { $late }.
        *[other] { $all } recommendations; open: { $open }, of which late: { $late }.
    } Implemented among those that are due: { $rate }.
note-recommendations = A due day that has passed is marked where the recommendation is open.
grid-milestones = Stage reached by each pole

## Territory sheet and absent return

territory-kicker = Territory sheet · region { $region }
territory-kicker-plain = Territory sheet
territory-lead = { $activities } with { $partners } of the partner country.
territory-lead-none = The return came; it declares no activity for the period.
fact-population = Population
fact-population-of = { $people } ({ $year } census)
fact-partners = Partner councils
fact-none = none
fact-return = Return
fact-cells = Valid cells
fact-period = Period
fact-region = Region
return-on-time = { $date }, on time
return-late = { $date }, late
return-undated = received, date not reported
return-not-asked = not asked for
grid-activities = Activities
note-rate-cutoff = Payments converted at the cut-off rate.
gap-return = This council’s return has not come: these figures are from its partners’ returns.
gap-people = Beneficiaries not reported: { $activities }.
gap-spent = Payments not reported: { $activities }.
gap-and-others =
    { $activities } and { $count_n ->
        [one] { $count } other
        *[other] { $count } others
    }
gap-women = The share of women is not reported.
gap-provisional = Cells in error are kept out of the figures, or count in doubt; the annex names those that belong to this document.
silence-title = No return received
silence-lead = No return from { $territory } has come for this period, and no partner declares an activity there.
silence-body = A return was expected by { $date }. Nothing is known so far: no value is estimated, none is counted as zero.
silence-expected-by = Return expected by
silence-period = Period
silence-cutoff = Data as of
silence-meaning = What this means
silence-meaning-body = The absence of a return says nothing about what the council does. In the report on the whole, this territory stands as “no return”; it enters no sum and no rate but the return rate.
silence-next = How to complete it
silence-next-body = The completed form, or a table of the council’s own, can be sent to the association. The figures of this territory will appear in the next edition.

## Report of a theme

theme-kicker = Theme { $order } of { $all } · { $facts }
theme-lead =
    { $activities }; started: { $started }; { $reached_n ->
        [one] { $reached } comparable indicator of { $compared } reaches its target.
        *[other] { $reached } comparable indicators of { $compared } reach their targets.
    }
theme-lead-no-target = { $activities }; started: { $started }; no indicator can yet be compared with a target.
theme-lead-none = No activity of this theme is declared for the period.
grid-largest = The largest budgets
note-largest-order = In the order of budgets converted at the cut-off rate.
gap-theme-people =
    Beneficiaries not reported for { $missing_n ->
        [one] { $missing } activity of { $asked }.
        *[other] { $missing } activities of { $asked }.
    }
gap-theme-targets = Cannot be compared with a target: { $codes }.
gap-theme-readings = No indicator reading of this theme has come.

## Annexes: activities, quality, method

chapter-activities = The activities
activities-kicker = Annex · { $activities }
activities-lead = Each row is from a council’s return, as the council declared it.
note-cut-largest = The { $shown } activities with the largest budgets, of { $all }; the others are in the workbook or, beyond what it can hold, in the files received.
note-theme-key = Themes: { $themes }.
note-undated = Without dates, counted in the whole agreement only: { $activities }.
chapter-left-out = What is left out
left-out-lead =
    { $findings_n ->
        [one] { $findings } error keeps a cell or row out of the figures, or in doubt.
        *[other] { $findings } errors keep cells or rows out of the figures, or in doubt.
    }
grid-left-out = Cells and rows left out or in doubt
note-cut-first = The first { $shown } lines of { $all }; the others are in the workbook or, beyond what it can hold, in the files received.
note-left-out = Once corrected in the original file, these values enter the next edition without doubt.
chapter-quality = Data quality and completeness
quality-lead =
    { $returned } returns received of { $expected } expected; { $errors_n ->
        [one] { $errors } error holds values back or puts them in doubt.
        *[other] { $errors } errors hold values back or put them in doubt.
    }
note-cells = Every cell that is not empty is used, left aside for a stated reason, or held back by an error; the three numbers make the total read.
grid-findings = Findings on reading
quality-error = Error
quality-error-meaning = a cell or row is kept out of the figures, or counts in doubt
quality-warning = Warning
quality-warning-meaning = the value is understood and used; a person should look
quality-notice = Notice
quality-notice-meaning = nothing to do: what is left aside, and why
note-findings = The findings file gives each code, its cell and its remedy.
section-silent = Councils without a return
silent-ma = Morocco ({ $count }): { $names }.
silent-fr = France ({ $count }): { $names }.
grid-returns = Returns received
chapter-method = Indicators and method
method-lead = Period: { $period }; data as of { $date }. Each figure bears the code under which it is defined here.
grid-indicators = Indicators
note-reported = Reported: rows that give the value, of the rows concerned.
note-only-reported = Only indicators with a value in this document stand here; the overall report defines them all.
note-only-cited = Only indicators that this document cites stand here; the workbook and the overall report define the others.
note-provisional = Marked results leave a cell or row out because of an error, or count it in doubt.
grid-rates = Exchange rates
note-report-currency = Currency of the report: { $currency }. A rate also serves the other way, by its inverse.
section-rules = Rules of calculation
rule-period = An activity belongs to a period that it overlaps; an amount or exchange counts at its own date. The cut-off is the earlier of the end of the period and the reference date.
rule-full-count = An activity counts in full for each of its territories and themes, once in a pair, once in totals.
rule-people = People are not added from one activity to another without proof that they differ: an interval says what is known.
rule-ratio = A rate of the whole is a ratio of two sums, never a mean of rates.
rule-money = An amount keeps its original currency. Without a rate the converted sum is refused, and the sums by currency remain.
rule-missing = Not reported, not applicable and zero are three different answers, from reading to printing.
rule-attainment = Attainment compares the way covered with the way planned from the baseline; it holds for decreasing targets too. It has no meaning where the target equals the baseline.
grid-signs = How to read a value
sign-missing = The council did not answer this question; the value enters no total.
sign-missing-short = Not reported, where space is short.
sign-refused-short = Not computed: an exchange rate is absent, or the series do not form one whole; the chapter says which.
sign-zero = The council declared zero.
sign-not-applicable = The question does not arise here.
sign-held = An error keeps the value out of the figures; the annex on quality names it.
sign-no-return = A return was expected and has not come.
sign-provisional = At least one error touches a figure of this document.

## Glossary

chapter-glossary = Glossary
glossary-lead = The words of this report, in the sense in which it uses them.
glossary-activity = Activity
glossary-activity-meaning = A project, exchange, mission or event that a council declares on one row of its return.
glossary-pair = Pair
glossary-pair-meaning = One Moroccan and one French council that run an activity together.
glossary-direct = Direct beneficiary
glossary-direct-meaning = A person whom the activity itself reaches, by the cut-off date.
glossary-interval = Interval
glossary-interval-meaning = The smallest and the largest number of people that the returns allow, double counting ruled out or not.
glossary-budget = Budget
glossary-budget-meaning = The amount that the partners plan to spend, without contributions in kind.
glossary-disbursed = Disbursed
glossary-disbursed-meaning = The amount actually paid by the cut-off date.
glossary-in-kind = Contribution in kind
glossary-in-kind-meaning = Time, equipment or premises made available, valued in money and kept apart.
glossary-execution = Execution rate
glossary-execution-meaning = Disbursed over budget, for the activities that report both.
glossary-secured = Secured funding
glossary-secured-meaning = An amount whose agreement is signed.
glossary-success = Success rate
glossary-success-meaning = Selected over decided applications, by number or by amount.
glossary-baseline = Baseline
glossary-baseline-meaning = The value of an indicator before the activity, or when measuring began.
glossary-attainment = Attainment
glossary-attainment-meaning = The part of the way covered from the baseline to the target.
glossary-context = Context indicator
glossary-context-meaning = A public figure that sheds light on a territory; never added up, never attributed to the cooperation.
glossary-pole = Territorial pole
glossary-pole-meaning = A set of territories that share services or facilities, whose creation the agreement plans to support.
glossary-north-south = North-South activity
glossary-north-south-meaning = An activity run with a third country, French-speaking ones in particular.
glossary-cutoff = Cut-off
glossary-cutoff-meaning = The day after which nothing is counted.
glossary-return = Return
glossary-return-meaning = The file or files that a council fills and sends for the period.
