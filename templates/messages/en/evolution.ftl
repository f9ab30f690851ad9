### What happens over time, and what changed since the report before.

## Trend

chapter-evolution = Trend
evolution-kicker = Year after year, since signature
evolution-lead = Year { $year }: { $paid } disbursed, { $current } on year { $before }, and { $constant } at constant exchange rates.
evolution-lead-amounts = Year { $year }: { $paid } disbursed; year { $before }: { $paid-before }.
evolution-lead-none = Dated disbursements do not cover two years: only the other figures can be compared.
evolution-lead-one = Only year { $year } of the agreement has dated data: there are no years to compare yet.
evolution-rate = { $rate }%
chart-evolution = Disbursements were highest in year { $year }; by year of the agreement, in { $unit }
grid-evolution-years = By year of the agreement
grid-evolution-halves = By half-year
evolution-head-flow = During the year
evolution-head-half = During
evolution-head-since = Since signature
evolution-under-way = { $year } (under way)
evolution-begun = Activities begun
evolution-completed = Activities completed
evolution-begun-short = Begun
evolution-completed-short = Completed
evolution-missions-short = Missions
evolution-constant = — at constant rates
evolution-half-1 = First half of { $year }
evolution-half-2 = Second half of { $year }
evolution-calendar = Year { $year }
note-evolution-change = Under each value stands the change on the year before, where both years are over: as a number, or as a percentage of amounts.
note-evolution-rates = Amounts are converted at the rate of each row’s own day; at constant rates, all at the rate of { $date }: the change that remains is not the exchange rate’s.
note-evolution-people = Beneficiaries carry no date: those of an activity of several years stand in each of them, and the years do not add up.
note-evolution-undated = { $rows_n ->
    [one] { $rows } undated amount counts
   *[other] { $rows } undated amounts count
} in the total since signature and in no year.
note-evolution-before = { $activities_n ->
    [one] { $activities } activity begun before signature counts
   *[other] { $activities } activities begun before signature count
} in no year.
note-evolution-halves = The first half-year begins on the day of signature and the last one stops at the cut-off. An activity counts on its first and on its last day. The halves of a year add up.

## What changed

chapter-changes = What changed
changes-kicker = Since the report of { $date }
changes-lead = Previous report: { $period }. Since then, activities new: { $new }; completed: { $completed }; gone from the returns: { $gone }.
section-changes-data = What the councils declare
grid-changes-figures = Key figures
grid-changes-activities = Activities
grid-changes-recommendations = Follow-up of recommendations
changes-head-before = Previous
changes-head-now = Present
changes-head-change = Change
changes-head-what = What changed
changes-head-addressee = Addressee
changes-head-then = Then
changes-head-since = Now
changes-points = { $points } points
changes-returned = Territories that answer again: { $territories }.
changes-silent = Territories that had answered and no longer do: { $territories }.
changes-new = New
changes-completed = Completed since
changes-gone = Gone
changes-revised = Budget revised
changes-revised-from = { $before } → { $now }
changes-vanished = Gone from the returns
note-changes-figures = Previous: { $before }; present: { $now }. Each amount is converted at the rates of its own report.
note-changes-currency = The previous report converts to { $currency }: amounts are not compared.
note-changes-activities = An activity is the same where its identifier is the same.
note-changes-gone = An activity that is gone is declared by no return; its council may not have answered.
note-changes-recommendations = A recommendation is the same where its text is the same.

## Command line

cli-arg-previous = Folder of reports of an earlier campaign of the same agreement, to show what changed
cli-since = Since { $date }: activities new { $new }, completed { $completed }, gone { $gone }; budgets revised { $revised }; territories back { $returned }, fallen silent { $silent }; recommendations followed up { $followed }, of which gone { $lost }.
previous-none = { $folder } is not a folder of reports that this program wrote
previous-damaged = the files of { $folder } were changed or damaged after they were written; take an intact copy
previous-older = { $folder } was written by a version of the program that keeps nothing to compare with; run it again on its data
previous-version = { $folder } was written by another version of the program; run this one on the same data
previous-other = { $folder } holds the reports of another agreement: its signature or its associations differ
previous-later = { $folder } is more recent than this campaign (report of { $date })

## Quotients of amounts

grid-quotients = From planned to disbursed
report-quotient = { $first } / { $second }
note-quotients = Amounts in { $unit }, without in-kind contributions.
finance-head-over = Over the activities that declare both
finance-head-first = Numerator
finance-head-second = Denominator
finance-head-quotient = Result
finance-head-set = Activities
note-cost = Both sides of each line stand on the same activities, one that several councils share counting once. People are gross numbers: a person of two activities counts twice there.

## Workbook

workbook-trend-calendar = By calendar year
workbook-trend-from = From
workbook-trend-to = To
workbook-trend-people-low = Beneficiaries, at least
workbook-trend-people-high = Beneficiaries, at most
workbook-trend-constant = { $what } at constant rates, { $currency }
workbook-trend-undated = An undated amount stands in the total since signature and in no other row.
