# Funding search: needs, rules of calls, deadlines, calendar, calls that fit.

## Needs

section-needs = What is still to be financed
needs-said =
    { $projects_n ->
        [one] { $projects } project lacks { $gap }, or { $after } once pending applications count at their probability.
        *[other] { $projects } projects lack { $gap }, or { $after } once pending applications count at their probability.
    }
grid-needs = Needs by project
grid-needs-pairs = Needs by pair of councils
grid-needs-themes = Needs by theme
needs-head-project = Project
needs-head-projects = Projects
needs-head-cost = Cost
needs-head-secured = Signed
needs-head-own = Own contribution
needs-head-gap = Gap
needs-head-expected = Probable
needs-head-after = Gap after probable
needs-all =
    { $count_n ->
        [one] { $count } project
        *[other] { $count } projects
    }
needs-whole = All, each project once
needs-unknown = to establish
needs-no-rate = no rate
needs-no-activity = without a known activity ({ $funder })
needs-more-activities =
    { $count_n ->
        [one] { $title } (and { $count } further activity)
        *[other] { $title } (and { $count } further activities)
    }
note-needs = Gap: cost less amounts signed less own contribution (cash and in kind). The cost is the planned budget, without contributions in kind that the activity reports apart. Activities that one application finances form one project. Each column adds up the projects that report it.
note-needs-expected = Probable: amounts requested of undecided applications, multiplied by the probability of their stage.
note-needs-more =
    { $count_n ->
        [one] { $count } further project is in the workbook; the total includes it.
        *[other] { $count } further projects are in the workbook; the total includes them.
    }
note-needs-cost-unknown =
    { $count_n ->
        [one] Cost not reported for { $count } project: its gap is in no total.
        *[other] Cost not reported for { $count } projects: their gap is in no total.
    }
note-needs-cost-applied =
    { $count_n ->
        [one] Without a reported budget, the cost of { $count } project is the largest total cost of its applications.
        *[other] Without a reported budget, the cost of { $count } projects is the largest total cost of their applications.
    }
note-needs-unsigned =
    { $count_n ->
        [one] { $count } signed agreement states no amount: the gap of the project is still to be established.
        *[other] { $count } signed agreements state no amount: the gap of these projects is still to be established.
    }
note-needs-own-unknown =
    { $count_n ->
        [one] Own contribution not reported for { $count } project: its gap may be smaller.
        *[other] Own contribution not reported for { $count } projects: their gap may be smaller.
    }
note-needs-unpriced =
    { $count_n ->
        [one] { $count } undecided application states no amount: the probable amount does not count it.
        *[other] { $count } undecided applications state no amount: the probable amount does not count them.
    }
note-needs-surplus =
    { $count_n ->
        [one] { $count } project has more than its cost: its surplus, counted as negative, covers no gap of another.
        *[other] { $count } projects have more than their cost: their surplus, counted as negative, covers no gap of another.
    }
note-needs-pairs-overlap = A project counts in full in each of its pairs of councils: the lines do not add up.
note-needs-themes-overlap = A project counts in full in each of its themes: the lines do not add up.
note-needs-pairs-more =
    { $count_n ->
        [one] { $count } further pair is in the workbook.
        *[other] { $count } further pairs are in the workbook.
    }
note-needs-without-pair =
    { $count_n ->
        [one] { $count } project is in no pair: its councils are of one country, or not reported.
        *[other] { $count } projects are in no pair: their councils are of one country, or not reported.
    }
note-probabilities = Probability of each stage as the campaign sets it. Weighted pipeline: { $amount }.

## Rules of calls

grid-calls = Co-financing and contributions against the rules of the call
call-head-application = Application and call
call-head-rate = Rate requested
call-head-ceiling = Ceiling
call-head-points = Margin, points
call-head-own = Own contribution
call-head-in-kind = In-kind share
call-at-least = { $share } (min. { $limit })
call-at-most = { $share } (max. { $limit })
note-calls = Rate: amount requested / total cost. Own contribution: cash and in kind / total cost. In-kind share: in kind / own contribution. Ochre: beyond the rule, or not reported. Rejected and withdrawn applications are left out.
note-calls-more =
    { $count_n ->
        [one] { $count } further application is in the workbook.
        *[other] { $count } further applications are in the workbook.
    }
to-check = to check
rule-source = { $call }, rule “{ $rule }”, in force: { $from }; source: { $source } ({ $state }).
rule-none = { $call }: no rule in the list, to check.
rule-verified = source read
rule-to-check = to check

## Deadlines

section-deadlines = Deadlines and backward plan
deadline-moment = { $time }, { $zone }
clock-time = { $hour }:{ $minute }
zone-brussels = Brussels time
zone-paris = Paris time
zone-casablanca = Casablanca time
zone-utc = universal time
deadline-head-band = Alert
band-overdue = overdue
band-days = D−{ $days }
band-later = over 90 days
note-deadlines-own = The day of the application wins over that of the call; the hour is that of the call, in its time zone.
grid-plan = To prepare before each deadline
plan-head-day = Last day
plan-head-paper = Paper
plan-head-application = Call
plan-head-state = State
plan-to-set = lead time to set
plan-ready = ready
plan-open = to prepare
plan-late = late
plan-late-unknown = late, unless ready
note-plan = Last day: deadline less the lead time of the campaign; for the deliberation, the longest session time of the councils of the application. A paper is ready where the application or a passage names it.
note-plan-ready =
    { $count_n ->
        [one] { $count } paper is ready already.
        *[other] { $count } papers are ready already.
    }
note-plan-more =
    { $count_n ->
        [one] { $count } further step is in the workbook.
        *[other] { $count } further steps are in the workbook.
    }

## Workbook

workbook-needs-name = { $ids } · { $title }
workbook-needs-cost = Cost ({ $currency })
workbook-needs-secured = Signed ({ $currency })
workbook-needs-own = Own contribution ({ $currency })
workbook-needs-gap = Gap ({ $currency })
workbook-needs-expected = Probable ({ $currency })
workbook-needs-after = Gap after probable ({ $currency })
workbook-needs-remark = Remark
workbook-needs-no-cost = cost not reported
workbook-needs-applied-cost = cost taken from the application
workbook-needs-no-own = own contribution not reported
workbook-needs-activity-own = own contribution taken from the activity
workbook-needs-unsigned = agreement signed without an amount
workbook-needs-unpriced = application without an amount
workbook-deadline-hour = Hour and zone
workbook-plan-lead = Lead time in days
workbook-call-rule = Rule
workbook-call-min-own = Least own contribution
workbook-call-cap = Largest in-kind share
workbook-call-from = In force
workbook-call-state = Source verified

## Calendar

calendar-name = Funding search: deadlines
calendar-deadline = Deadline: { $call }
calendar-step = To prepare: { $paper } ({ $call })
calendar-application = Application: { $application }
calendar-funder = Funder: { $funder }
calendar-requested = Amount requested: { $amount }
calendar-activities = Activities: { $activities }
calendar-step-deadline = Deadline: { $date }

## Calls that fit

cli-calls = Lists the calls for proposals that may fill the gap of each project
cli-arg-activity = One activity alone, whatever it lacks
cli-arg-calls-all = Every call in full, closed ones included
cli-example-calls = Which calls fit an activity?
calls-head = Calls on { $date }: { $projects_n ->
        [one] { $projects } project looked at
        *[other] { $projects } projects looked at
    } ({ $activities } activities read). + fits, ? to check, - does not fit.
calls-needs = Cost { $cost }; signed { $secured }; own contribution { $own }; gap { $gap }, { $after } after probable.
calls-title = { $call } [{ $code }], closes: { $closes }
calls-head-call = { $title }: { $fit }
calls-fits = fits
calls-fails = does not fit
calls-closed = closed call
calls-application = application { $application } on record
calls-undated = Without a day in the list of calls (in full: --activity or --all):
calls-none = No call in the list.
calls-unknown-gap =
    { $count_n ->
        [one] Gap to establish, not looked at: { $projects }.
        *[other] Gaps to establish, not looked at: { $projects }.
    }
calls-unknown-activity = No activity “{ $found }” in the returns; the nearest is { $nearest }.
calls-name-window = Open
calls-name-applicants = Applicants
calls-name-morocco = Morocco eligible
calls-name-themes = Themes
calls-name-amount = Amount
calls-name-own = Own contribution
calls-name-duration = Duration
calls-name-language = Language of the dossier
calls-name-time = Time left
calls-name-papers = Papers
calls-name-source = Rule
calls-window = from { $opens } to { $closes }
calls-morocco-yes = yes
calls-morocco-no = no
calls-amount = up to { $reach } of the { $gap } lacking; ceiling: { $ceiling }; least: { $min }; most: { $max }
calls-amount-cost = { $amount }; least cost: { $cost }
calls-own = { $own }; least { $asked } ({ $share } of the cost)
calls-own-raise = { $own }; least { $asked } ({ $share } of the cost): reached if the councils add { $lacking }
calls-months =
    { $count_n ->
        [one] { $count } month
        *[other] { $count } months
    }
calls-duration = { $own }; at most { $longest }
calls-time =
    { $days_n ->
        [one] { $days } day; deliberation by { $day }, { $state }
        *[other] { $days } days; deliberation by { $day }, { $state }
    }
calls-papers = missing { $papers }
calls-paper = { $paper } (by { $day })
calls-paper-late = { $paper } ({ $day }, passed)
calls-papers-ready = all ready
calls-source = { $rule }; source: { $source }
calls-title-undated = { $call } [{ $code }], without a day
calls-window-until = until { $closes }; first day to check
calls-window-over = call closed, last day not known
calls-window-from = from { $opens }; last day to check
calls-of-cost = { $share } of the cost
calls-amount-unlimited = { $gap } lacking; ceiling: { $ceiling }; least: { $min }; most: { $max }
calls-own-unknown = { $own }; least share to check
calls-paper-undated = { $paper }

grid-applications = The applications
note-applications-first = The { $shown } largest amounts requested of { $all } applications; the workbook holds all.
