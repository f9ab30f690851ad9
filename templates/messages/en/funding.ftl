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
report-head-probability = Probability
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
