### Funding dossiers: facts, tables, checks and workbook.

dossier-about = { $call } – { $funder }
dossier-undated = date not known
dossier-applicants = Applicants
dossier-months =
    { $months_n ->
        [one] { $months } month
        *[other] { $months } months
    }
dossier-fact-others = Other activities covered
dossier-fact-call = Call
dossier-fact-funder = Funder
dossier-fact-lead = Lead applicant
dossier-fact-co-holder = Co-applicant
dossier-fact-ma = Prefectures and provinces
dossier-fact-fr = French departments
dossier-fact-start = Start
dossier-fact-end = End
dossier-fact-months = Duration
dossier-fact-cost = Total cost
dossier-fact-requested = Amount requested
dossier-fact-share = Share of the cost requested
dossier-fact-deadline = Submission deadline
dossier-head-item = Item
dossier-head-value = Value
dossier-head-marker = DAC marker
dossier-head-score = Score
dossier-head-paper = Paper
dossier-head-state = State
dossier-head-level = Level
dossier-head-indicator = Indicator
dossier-head-planned = Planned
dossier-head-reached = Reached
dossier-head-heading = Heading
dossier-head-all-years = All years
dossier-head-share = Share of total
dossier-head-costs = Expenditure
dossier-head-income = Income
dossier-head-source = Source of funding
dossier-head-role = Kind
dossier-head-check = Check
dossier-head-found = Project
dossier-head-limit = Rule
dossier-head-verdict = Result
dossier-head-rule = Name of rule
dossier-head-since = In force since
dossier-head-line-amount = Amount in the line’s currency
dossier-head-cap = Cap
dossier-head-most = Maximum
dossier-year-one = Year 1
dossier-year-one-of = Year 1 ({ $year })
dossier-to-assign = To be assigned to a heading
dossier-of-which = of which { $name } ({ $role })
dossier-role-requested = requested from this call
dossier-role-signed = other funder, signed
dossier-role-awaiting = other funder, awaiting
dossier-role-own-cash = own contribution in cash
dossier-role-own-in-kind = own contribution in kind
dossier-standing-unknown = amount to complete
dossier-standing-acquired = acquired
dossier-standing-declared = declared
dossier-standing-not-acquired = not acquired
dossier-remaining = Still to be found
dossier-beyond = Sources beyond the cost
dossier-total-cost = Total cost
dossier-covered = Sum of the sources
dossier-most = Largest amount that the call allows
dossier-difference = Expenditure less income
dossier-grid-sources = Sources of funding
dossier-grid-sums = Balance of the plan
dossier-grid-checks = The project and the rules of the call
dossier-check-ceiling = Share of the cost asked from the funder
dossier-check-min-own = Share of the cost that the applicants bring
dossier-check-in-kind-cap = In-kind share of the own contribution
dossier-check-min-amount = Amount requested, minimum
dossier-check-max-amount = Amount requested, maximum
dossier-check-min-cost = Total cost, minimum
dossier-check-months = Duration of the project
dossier-check-heading = Cap of the heading “{ $heading }”
dossier-check-budget-sum = Sum of the budget, equal to the total cost
dossier-check-covered = Sum of the sources, equal to the total cost
dossier-check-balance = Income equal to expenditure
dossier-check-both-sides = In kind: heading 87 equal to 86
dossier-check-said = { $check }: { $found } ({ $limit })
dossier-check-rule = { $said } – rule { $rule } of “{ $call }”, { $date }
dossier-limit-at-most = at most { $limit }
dossier-limit-at-least = at least { $limit }
dossier-limit-equal = expected: { $limit }
dossier-limit-unknown = rule not known
dossier-fits = kept
dossier-fails = not kept
dossier-to-check = to check
dossier-ready = ready
dossier-not-ready = to be obtained
dossier-papers-unknown = The papers that the call asks for are not known: check with the funder.
dossier-rule-read = Rule { $rule }, in force: { $date }; source: { $source }.
dossier-rule-to-check = Rule { $rule }, in force: { $date }; to be checked in the text of the call; source: { $source }.
dossier-financing-note = Only signed funding is acquired. An amount to complete enters no sum.
dossier-cap-note = Heading { $heading }: at most { $share } of heading { $of }, that is { $most }: { $verdict }.
dossier-note-open =
    { $lines_n ->
        [one] { $lines } line without an amount enters no sum.
        *[other] { $lines } lines without an amount enter no sum.
    }
dossier-note-undated =
    { $lines_n ->
        [one] { $lines } line without a year enters the column of all years only.
        *[other] { $lines } lines without a year enter the column of all years only.
    }
dossier-note-income =
    { $lines_n ->
        [one] { $lines } line of income is passed over: income comes from the financing plan.
        *[other] { $lines } lines of income are passed over: income comes from the financing plan.
    }
dossier-note-rate = Amounts in { $from } converted to { $to } line by line: { $rate }.
dossier-note-no-rate = Amounts in { $from }: no rate, not converted.
dossier-logframe-note = Each value is that of the last reading that gives it. Attainment measures the way gone from baseline to target.
dossier-people-note = Groups may count the same people: their numbers are not added up.
dossier-group-direct = Direct beneficiaries
dossier-all = all
dossier-youth = youth
dossier-quarter = Q{ $quarter } { $year }
dossier-plan-months = Work plan by month: { $tasks } tasks over { $steps } months
dossier-plan-quarters = Work plan by quarter: { $tasks } tasks over { $steps } quarters
dossier-plan-years = Work plan by year: { $tasks } tasks over { $steps } years
dossier-task-said = { $task }: { $span }
dossier-marker-scored = { $marker } ({ $score })
dossier-marker-1 = Gender equality
dossier-marker-2 = Aid to environment
dossier-marker-3 = Participatory development and good governance
dossier-marker-4 = Trade development
dossier-marker-5 = Convention on Biological Diversity
dossier-marker-6 = Climate change: mitigation
dossier-marker-7 = Climate change: adaptation
dossier-marker-8 = Convention to Combat Desertification
dossier-marker-9 = Reproductive, maternal, newborn and child health
dossier-marker-10 = Disaster risk reduction
dossier-marker-11 = Disability
dossier-marker-12 = Nutrition
dossier-score-0 = not targeted
dossier-score-1 = significant objective
dossier-score-2 = principal objective
dossier-score-3 = principal objective, in support of an action programme
dossier-score-4 = explicit primary objective
dossier-workbook = Dossier { $id }
dossier-book-title = Funding dossier
dossier-book-note = Sums, shares and checks are formulas: a line corrected on the sheet of lines changes them all. Grey ground: a value without formula. Ochre: to complete or to check.
dossier-provisional = Provisional dossier: errors in the data touch its rows; “bilan check” names them.
dossier-tab-summary = Dossier
dossier-tab-logframe = Logical framework
dossier-tab-lines = Budget lines
dossier-tab-budget = Budget
dossier-tab-plan = Financing plan
dossier-tab-work = Work plan
dossier-tab-partners = Partners
dossier-tab-risks = Risks
dossier-tab-papers = Papers to attach
dossier-lines-note = Amount = quantity × unit cost. The heading is that of the call’s form.
dossier-budget-note = Each heading sums the lines that bear its name.
dossier-work-note = A filled cell: the task runs in that month or quarter. A task without a date has none.
cli-dossier = Writes the funding dossier of an application or activity: PDF, Word and Excel
cli-arg-dossier-id = Number of an application, or identifier of an activity
cli-arg-dossier-call = Code of the call; without it, the one that the application names
cli-arg-dossier-lang = Language of the dossier; without it, that of the call
cli-arg-dossier-out = Folder to write: empty, or written by this program; several dossiers can stand in it
cli-example-dossier = The funding dossier of an application:
dossier-unknown-id = no application and no activity is called “{ $found }”; the nearest is { $nearest }
dossier-unknown-call = no call has the code “{ $found }”; the nearest is { $nearest } (calls.csv)
dossier-no-call = the call of { $id } is not known; name it by --call, for example --call { $nearest }
dossier-no-template = there is no template dossiers/{ $stem }.{ $lang }.md.hbs; put one into the folder templates of the campaign, or choose another language by --lang
dossier-template-text = the template is not UTF-8 text
dossier-said-stamp = Provisional dossier: errors in the data touch its rows (bilan check).
dossier-said-complete =
    { $places_n ->
        [one] { $places } place to complete
        *[other] { $places } places to complete
    }
dossier-said-nothing = Nothing to complete
dossier-said-failing = Checks that are not kept:
dossier-said-none = No known check is broken
dossier-said-to-check =
    { $checks_n ->
        [one] { $checks } check to be made by hand: the rule or the amount is not known
        *[other] { $checks } checks to be made by hand: the rule or the amount is not known
    }
